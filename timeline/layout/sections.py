"""Under which standing title an article stands: the name of its page (第A02版：本地) or of a column on it (综合).

>>> from timeline.layout.kinds import classify
>>> from timeline.layout.lines import units
>>> text = "2025年4月23日 星期三 第A02版：本地\\n\\n渡口开航\\n\\n本报讯 渡口昨日开航。"
>>> found = units(text)
>>> classify(found)
>>> Sections(found).of(text.index("渡口"), "news").of(text)
'本地'
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from timeline.layout.lines import Unit
from timeline.layout.marks import MARKDOWN, PAGE_NAME, WEATHER_TITLE
from timeline.model import Span

#: So many titles above an article are asked for the one that it stands under.
_NEAR = 8


@dataclass(frozen=True, slots=True)
class _Mark:
    """Where a standing title is printed; ``page`` whether it names the page, not a column on it."""

    name: Span
    page: bool
    weather: bool


class Sections:
    """The standing titles of a document, in printed order.

    A column's title holds for what stands below it, up to the next title; a page's name for the whole page, also for what
    stands above it when the document has no other page. The title of a weather column holds for the weather only.
    """

    def __init__(self, units: Iterable[Unit]) -> None:
        self._marks = sorted(filter(None, map(_mark, units)), key=lambda mark: mark.name)
        self._starts = [mark.name.start for mark in self._marks]
        pages = [mark for mark in self._marks if mark.page]
        self._only = pages[0] if len(pages) == 1 else None

    def of(self, start: int, role: str) -> Span | None:
        """The standing title of the article that begins at ``start`` and has that role; None where it has none."""
        before = bisect_right(self._starts, start)
        for mark in reversed(self._marks[max(0, before - _NEAR) : before]):
            if mark.page:
                return mark.name
            if not mark.weather or role == "weather":
                return mark.name
        return self._only.name if self._only else None


def _mark(unit: Unit) -> _Mark | None:
    if len(unit.lines) > 1:
        return None
    if unit.kind == "section":
        marks = MARKDOWN.match(unit.text)
        name = Span(unit.start + (marks.end() if marks else 0), unit.lines[0][1])
        return _Mark(name, False, WEATHER_TITLE.search(unit.text) is not None)
    if unit.kind not in ("furniture", "stamp") or not (named := PAGE_NAME.search(unit.text)):
        return None
    group = "name" if named["name"] else "before"
    return _Mark(Span(unit.start + named.start(group), unit.start + named.end(group)), True, False)
