"""Draws stories as newspaper pages in PDF: bands of columns with headlines across, vertical headlines, boxes inside a story's
columns, pictures with captions; the lines are drawn in an order that is not the order of reading.

A fixture's ``band`` tables say from top to bottom which ``stories`` stand side by side, in how many ``columns`` each;
``headline`` is ``across`` or ``vertical``; ``inset`` sets a story into the columns ``from`` … ``to`` of the first one
from row ``row`` on, and the first story's text flows round it; ``picture`` is a picture's height above its caption.
"""

from __future__ import annotations

import io
import random
from dataclasses import dataclass, field
from typing import Any

from page_stories import Fixture, Story, cells
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen import canvas
from scan_drawing import wrapped

_MARGIN, _GUTTER, _LEADING = 40.0, 14.0, 1.5


@dataclass
class Sheet:
    """What stands on a page: runs of text as (left, baseline, size, text), and boxes drawn round or filled."""

    width: float
    height: float
    runs: list[tuple[float, float, float, str]] = field(default_factory=list)
    boxes: list[tuple[float, float, float, float, bool]] = field(default_factory=list)

    def line(self, left: float, top: float, size: float, text: str) -> None:
        self.runs.append((left, top - size, size, text.replace("\u3000", "  ") if not text.strip("\u3000") else text))


def _rows(story: Story, measure: int) -> list[str]:
    rows: list[str] = []
    for line in story.printed:
        if line.startswith("## "):
            rows.append(line[3:].center(measure, "\u3000"))
        elif line.startswith("| "):
            rows.append(line)
        else:
            rows += wrapped(line.removeprefix("- "), measure, "\u3000\u3000")
    return rows


def _heads(sheet: Sheet, story: Story, left: float, top: float, width: float, size: float) -> float:
    """Kicker, headline and subtitle across the width; the top of what comes below."""
    for text, large in ((story.kicker, size * 0.5), (story.headline, size), (story.subtitle, size * 0.6)):
        step = max(int(width // large), 1)
        for at in range(0, len(text), step):
            sheet.line(left, top, large, text[at : at + step])
            top -= large * 1.25
        top -= 4 if text else 0
    if story.byline:
        sheet.line(left, top, 9, story.byline)
        top -= 18
    return top - 4


def _put(sheet: Sheet, row: str, left: float, top: float, width: float, size: float) -> None:
    if row.startswith("| "):
        values = cells(row)
        for place, cell in enumerate(values):
            sheet.line(left + place * width / len(values), top, size, cell)
        return
    bare = row.lstrip("\u3000")
    sheet.line(left + (len(row) - len(bare)) * size, top, size, bare.rstrip("\u3000"))


def _columns(
    sheet: Sheet,
    rows: list[str],
    left: float,
    top: float,
    width: float,
    count: int,
    size: float,
    blocked: tuple[int, int, int, int],
) -> float:
    """Rows flow down each column in turn, round the blocked part (from column, to column, from row, to row)."""
    wide = (width - (count - 1) * _GUTTER) / count
    free = lambda column, row: not (blocked[0] <= column < blocked[1] and blocked[2] <= row < blocked[3])  # noqa: E731
    deep = 1
    while sum(free(column, row) for column in range(count) for row in range(deep)) < len(rows):
        deep += 1
    places = [(column, row) for column in range(count) for row in range(deep) if free(column, row)]
    for (column, row), text in zip(places, rows, strict=False):
        _put(sheet, text, left + column * (wide + _GUTTER), top - row * size * _LEADING, wide, size)
    return top - max(deep, blocked[3] if blocked[1] else 0) * size * _LEADING - 16


def _story(
    sheet: Sheet,
    story: Story,
    left: float,
    top: float,
    width: float,
    count: int,
    band: dict[str, Any],
    inset: Story | None,
) -> float:
    size = float(band.get("size", 9))
    large = float(band.get("large", 20))
    if band.get("headline") == "vertical":
        for number, char in enumerate(story.headline):
            sheet.line(left, top - number * large * 1.15, large, char)
        if story.byline:
            sheet.line(left + large + 18, top, 9, story.byline)
        ended = top - len(story.headline) * large * 1.15 - 12
        left, width, top = left + large + 18, width - large - 18, top - (18 if story.byline else 0)
    else:
        top = ended = _heads(sheet, story, left, top, width, large)
    wide = (width - (count - 1) * _GUTTER) / count
    blocked = (0, 0, 0, 0)
    if inset:
        first, last, row = band["inset"]["from"], band["inset"]["to"], band["inset"]["row"]
        x, upper = left + first * (wide + _GUTTER), top - row * size * _LEADING - 10
        across = (last - first) * (wide + _GUTTER) - _GUTTER
        lower = _heads(sheet, inset, x + 4, upper, across - 8, float(band["inset"].get("large", 13)))
        measure = int((across - 8) // size)
        lower = _columns(sheet, _rows(inset, measure), x + 4, lower, across - 8, 1, size, blocked)
        if band["inset"].get("rule"):
            sheet.boxes.append((x - 2, lower + 10, across + 4, upper - lower, False))
        blocked = (first, last, row, row + int((upper - lower + 10) // (size * _LEADING)) + 1)
    return min(_columns(sheet, _rows(story, int(wide // size)), left, top, width, count, size, blocked), ended)


def _band(sheet: Sheet, fixture: Fixture, band: dict[str, Any], top: float) -> float:
    chosen = [fixture.stories[number - 1] for number in band["stories"]]
    shares = band.get("shares", [1] * len(chosen))
    inset = fixture.stories[band["inset"]["story"] - 1] if "inset" in band else None
    room = sheet.width - 2 * _MARGIN - 24 * (len(chosen) - 1)
    left, bottoms = _MARGIN, []
    for place, (story, count) in enumerate(zip(chosen, band.get("columns", [1] * len(chosen)), strict=True)):
        width = room * shares[place] / sum(shares)
        if height := band.get("picture"):
            sheet.boxes.append((left, top - height, width, height, True))
            sheet.line(left, top - height - 6, 8, story.body[0] + story.byline)
            bottoms.append(top - height - 30)
        else:
            bottoms.append(_story(sheet, story, left, top, width, count, band, None if place else inset))
        left += width + 24
    return min(bottoms) - 10


def page(fixture: Fixture) -> bytes:
    return _printed([_sheet(fixture, fixture.settings["band"], fixture.masthead)], int(fixture.settings.get("seed", 1)))


def sheets(fixture: Fixture) -> bytes:
    """Several pages in one file, each with its bands; their number goes into the masthead."""
    pages = [
        _sheet(fixture, each["band"], fixture.masthead.format(number))
        for number, each in enumerate(fixture.settings["page"], 1)
    ]
    return _printed(pages, int(fixture.settings.get("seed", 1)))


def _sheet(fixture: Fixture, bands: list[dict[str, Any]], masthead: str) -> Sheet:
    width, height = fixture.settings.get("sheet", [595, 842])
    sheet = Sheet(width, height)
    top = height - 36.0
    if masthead:
        sheet.line(_MARGIN, top, 9, masthead)
        top -= 26
    for band in bands:
        top = _band(sheet, fixture, band, top)
    if top < 20:
        raise ValueError(f"{fixture.name}: the stories need {20 - top:.0f} points more")
    if foot := fixture.settings.get("foot"):
        sheet.line(_MARGIN, 24, 7, foot)
    return sheet


def _printed(sheets: list[Sheet], seed: int) -> bytes:
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    stream = io.BytesIO()
    drawn = canvas.Canvas(stream, pagesize=(sheets[0].width, sheets[0].height), invariant=1)
    for sheet in sheets:
        for left, bottom, width, height, filled in sheet.boxes:
            drawn.setFillGray(0.8)
            drawn.rect(left, bottom, width, height, fill=int(filled), stroke=1)
        drawn.setFillGray(0)
        random.Random(seed).shuffle(sheet.runs)
        for left, base, size, text in sheet.runs:
            drawn.setFont("STSong-Light", size)
            drawn.drawString(left, base, text)
        drawn.showPage()
    drawn.save()
    return stream.getvalue()


DRAWN = {"pdf.page": page, "pdf.sheets": sheets}
