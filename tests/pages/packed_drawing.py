"""Draws stories as word-processor documents and feeds, and packs pages into archives; the same bytes each time."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from html import escape

from page_stories import Fixture, Story, cells, plain


def _frozen(raw: bytes) -> bytes:
    """A ZIP without the time of its making."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as read, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for entry in read.infolist():
            made.writestr(zipfile.ZipInfo(entry.filename), read.read(entry.filename))
    return stream.getvalue()


def docx(fixture: Fixture) -> bytes:
    import docx as word

    made = word.Document()
    if fixture.masthead:
        made.add_paragraph(fixture.masthead)
    for story in fixture.stories:
        _written(made, story, styled=bool(fixture.settings.get("styled", True)))
    stream = io.BytesIO()
    made.save(stream)
    return _frozen(stream.getvalue())


def _written(made: object, story: Story, styled: bool) -> None:
    add, heading, table = made.add_paragraph, made.add_heading, made.add_table  # type: ignore[attr-defined]
    for line in story.heads:
        heading(line, level=1) if styled else add(line)
    if story.byline:
        add(story.byline)
    rows: list[list[str]] = []
    for line in [*story.printed, ""]:
        if rows and not line.startswith("| "):
            grid = table(rows=len(rows), cols=len(rows[0]))
            for y, row in enumerate(rows):
                for x, cell in enumerate(row):
                    grid.cell(y, x).text = cell
            rows = []
        if line.startswith("| "):
            rows.append(cells(line))
        elif line.startswith("## "):
            heading(line[3:], level=2) if styled else add(line[3:])
        elif line.startswith("- "):
            add(line[2:], style="List Bullet")
        elif line:
            add(line)


def levels(fixture: Fixture) -> bytes:
    """A paper's copy: the department as a heading, stories one level below, their sections below that."""
    import docx as word

    made = word.Document()
    made.add_heading(fixture.masthead, level=0)
    made.add_heading("本地新闻", level=1)
    for story in fixture.stories:
        for line in story.heads:
            made.add_heading(line, level=2)
        for line in story.printed:
            if line.startswith("## "):
                made.add_heading(line[3:], level=3)
            else:
                made.add_paragraph(line)
    stream = io.BytesIO()
    made.save(stream)
    return _frozen(stream.getvalue())


def cells_of_a_page(fixture: Fixture) -> bytes:
    """A page laid out as a table without borders: each story in a cell, its paragraphs one below the other."""
    import docx as word

    made = word.Document()
    grid = made.add_table(rows=(len(fixture.stories) + 1) // 2, cols=2)
    for place, story in enumerate(fixture.stories):
        cell = grid.cell(place // 2, place % 2)
        cell.text = "\n".join([*story.heads, *([story.byline] if story.byline else [])])
        for line in story.printed:
            cell.add_paragraph(plain(line))
    stream = io.BytesIO()
    made.save(stream)
    return _frozen(stream.getvalue())


def content(fixture: Fixture) -> bytes:
    """RSS with a summary and the whole text beside it."""
    items = "".join(
        f"<item><title>{escape(story.headline)}</title><link>https://news.example.cn/{n}.html</link><pubDate>Sat, 13 Sep 2025 0{n}:00:00 +0800</pubDate>"
        f"<description>{escape(story.body[0][:30])}……</description>"
        f"<content:encoded><![CDATA[{''.join(f'<p>{line}</p>' for line in [story.byline, *map(plain, story.printed)] if line)}<p><a href='https://news.example.cn/{n}.html'>阅读原文</a></p>]]></content:encoded></item>"
        for n, story in enumerate(fixture.stories, 1)
    )
    said = f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>澄溪日报</title>{items}</channel></rss>'
    return said.encode()


def rss(fixture: Fixture) -> bytes:
    items = "".join(
        f"<item><title>{escape(story.headline)}</title><pubDate>Wed, 23 Apr 2025 0{n}:00:00 +0800</pubDate><description>{escape(''.join(f'<p>{line}</p>' for line in map(plain, story.printed)))}</description></item>"
        for n, story in enumerate(fixture.stories, 1)
    )
    said = f'<?xml version="1.0" encoding="{fixture.encoding}"?><rss version="2.0"><channel><title>松陵日报</title>{items}</channel></rss>'
    return said.encode(fixture.encoding)


def atom(fixture: Fixture) -> bytes:
    items = "".join(
        f'<entry><title>{escape(story.headline)}</title><id>urn:{n}</id><published>2025-04-23T0{n}:00:00+08:00</published><content type="html">{escape("<br/>".join(map(plain, story.printed)))}</content></entry>'
        for n, story in enumerate(fixture.stories, 1)
    )
    return f'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>松陵</title>{items}</feed>'.encode()


def archive(fixture: Fixture, draw: Callable[[Fixture], bytes]) -> bytes:
    """A ZIP with a page for each story, each drawn in its own way."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for number, (story, way) in enumerate(zip(fixture.stories, fixture.settings["members"], strict=True)):
            ending = {"html": "html", "scan": "txt", "docx": "docx", "pdf": "pdf"}[way.partition(".")[0]]
            one = Fixture(f"{fixture.name}/{number}", way, (story,), fixture.encoding, fixture.settings)
            made.writestr(zipfile.ZipInfo(f"2025-04-23/{number}.{ending}"), draw(one))
    return stream.getvalue()


DRAWN: dict[str, Callable[[Fixture], bytes]] = {
    "docx.plain": docx,
    "docx.levels": levels,
    "docx.cells": cells_of_a_page,
    "feed.rss": rss,
    "feed.atom": atom,
    "feed.content": content,
}
