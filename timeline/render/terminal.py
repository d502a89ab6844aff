"""The chronology for a terminal: grouped by year along a rail, colour by topic, aligned at any width.

>>> from datetime import date
>>> from timeline.render.terminal import lines
>>> [line.plain for line in lines([], date(2026, 11, 20), width=60)]
['没有符合条件的事件。']
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.text import Text

from timeline.events.topics import Topic, load
from timeline.model import Event
from timeline.render.chronology import Chapter, by_year, first_day
from timeline.render.rows import COLUMNS_FROM, SHAPES, Page, flowed, row, short_ids, when_words
from timeline.render.wording import expired, label

if TYPE_CHECKING:
    from rich.console import Console

_LEAST_WIDTH = 20
#: Beyond this the eye loses the line between a title and what stands at the right edge.
_MOST_WIDTH = 120
_WIDEST_DATE = 17


def show(
    events: Iterable[Event],
    as_of: date,
    *,
    console: Console | None = None,
    lang: str = "zh",
    quotes: bool = False,
    topics: Mapping[str, Topic] | None = None,
) -> None:
    """Print the chronology: as wide as the terminal, in colour there, one event a line when piped.

    ``NO_COLOR`` is honoured; ``COLUMNS`` sets the width where there is no terminal. ``quotes`` adds every mention.
    """
    from rich.console import Console as NewConsole

    console = console or NewConsole(highlight=False)
    asked = os.environ.get("COLUMNS", "")
    width = console.width if console.is_terminal else int(asked) if asked.isdigit() else None
    listed = list(events)
    told = lines(listed, as_of, width=width, lang=lang, quotes=quotes, topics=topics)
    if not console.is_terminal:  # written as it is: a closed pipe is then the caller's to answer, not the console's
        for line in told:  # that there is nothing is said beside the results, which are then none
            print(line.plain, file=console.file if listed else sys.stderr)
        return
    legend = [Text(), *_legend(listed, console.width, lang)] if listed else []
    for line in (*told, *legend):
        console.print(line, soft_wrap=True, highlight=False, markup=False, emoji=False)


def lines(
    events: Iterable[Event],
    as_of: date,
    *,
    width: int | None,
    lang: str = "zh",
    quotes: bool = False,
    topics: Mapping[str, Topic] | None = None,
) -> Iterator[Text]:
    """The chronology line by line, each at most ``width`` cells; None is unbounded, every event on one line."""
    listed = list(events)
    if not listed:
        yield Text("没有符合条件的事件。" if lang == "zh" else "No event matches.", style="dim")
        return
    yield from _chapters(by_year(listed), _page(listed, as_of, width, lang, quotes, topics))


def _page(
    events: Sequence[Event], as_of: date, width: int | None, lang: str, quotes: bool, topics: Mapping[str, Topic] | None
) -> Page:
    return Page(
        as_of=as_of,
        width=None if width is None else min(max(width, _LEAST_WIDTH), _MOST_WIDTH),
        lang=lang,
        quotes=quotes,
        topics=load() if topics is None else topics,
        ids=short_ids(event.id for event in events),
        lapsed=expired(events, as_of),
        gutter=4,
        dates=min(max(cell_len(when_words(event, lang)) for event in events), _WIDEST_DATE),
    )


def _chapters(chapters: Sequence[Chapter], page: Page) -> Iterator[Text]:
    columns = page.width is not None and page.width >= COLUMNS_FROM
    today_due = page.width is not None and chapters[0].before(page.as_of)
    before = 0
    for chapter in chapters:
        if before > 1 or (before and (not columns or len(chapter.events) > 1)):
            yield Text()
        before = len(chapter.events) if page.width is not None else 0
        if not columns:
            yield _heading(chapter.heading(page.lang), page)
        year = f"{chapter.year:04d}" if chapter.year is not None and chapter.edtf.isdigit() else ""
        for event in chapter.events:
            day = first_day(event)
            if today_due and day is not None and day > page.as_of:
                yield _today(page)
                today_due = False
            for line in row(event, page, year):
                line.rstrip()
                yield line
            year = ""


def _heading(words: str, page: Page) -> Text:
    heading = Text.assemble((words, "bold"))
    if page.width is not None:
        heading.append(" " + "─" * max(page.width - 2 - cell_len(words), 0), style="dim")
    return heading


def _today(page: Page) -> Text:
    """The line between what has been and what is to come."""
    assert page.width is not None
    words = f" {'今天' if page.lang == 'zh' else 'today'} {page.as_of.isoformat()} "
    room = max(page.width - cell_len(words) - 1, 0)
    left = min(page.indent if page.width >= COLUMNS_FROM else 1, room)
    return Text("╌" * left + words + "╌" * (room - left), style="green")


def _legend(events: Sequence[Event], width: int, lang: str) -> Iterator[Text]:
    zh = lang == "zh"
    words = [f"共 {len(events)} 条" if zh else f"{len(events)} events"]
    words += [
        f"{shape[0]} {label(kind, lang)}"
        for kind, shape in SHAPES.items()
        if any(event.kind == kind for event in events)
    ]
    words += ["空心：尚未发生" if zh else "hollow: still to come", "timeline why ID"]
    yield from flowed([(word, "dim") for word in words], max(width, _LEAST_WIDTH) - 1)
