"""Paragraphs that a blank line, a column's end or another article cut in two, put together again.

>>> from timeline.layout.kinds import classify
>>> from timeline.layout.lines import units
>>> found = units("代表们在会上说起今年的收成，都觉得比往年好得多，今年全镇收了三万多斤稻\\n\\n谷，比去年多。")
>>> classify(found)
>>> [unit.text for unit in joined(found)]
['代表们在会上说起今年的收成，都觉得比往年好得多，今年全镇收了三万多斤稻谷，比去年多。']

Columns are read in order, so what was broken off first goes on first; a join is made only where the brackets agree.
"""

from __future__ import annotations

from collections import deque

from timeline import regex as re
from timeline.layout.brackets import brackets
from timeline.layout.cohesion import cohesion
from timeline.layout.flow import glue
from timeline.layout.lines import Unit
from timeline.layout.marks import (
    EDITORIAL,
    ENTRY,
    FIELD_LINE,
    LABEL,
    LEAD,
    LISTED,
    begins_with_day,
    ends,
    ends_with_day,
    is_tabled,
)

_COUNT = re.compile(r"[\d一二三四五六七八九十百千万亿两几]+(?:多|余|来)?\Z")
_AFTER_COUNT = re.compile(
    r"[\d个名家人位项条台套件次场期年月日元万亿吨米公平亩户辆艘座所座只张份批种类类层栋间%％.．多余倍度]"
)
#: Measure words that go on with a number broken off some paragraphs before.
_MEASURES = "个名家项余多件人位条台套次场期户辆艘座张份批种栋间倍元吨亩米"
_FOLLOWS = re.compile(r"[，。、；：！？,;:!?）)》”’】%％…]|[们的了着过](?![确解重])")
#: Words that open a paragraph of their own on pages with one line a paragraph.
_FRESH = re.compile(
    r"——|“?在[^，。,]{2,40}[中上下里时后前内][，,]|随着|此外|另外|近[年日]来?|日前|目前[，,]|今年以来|据(?:悉|了解|介绍|统计)|记者|编者|近期|如今[，,]|不仅|同时[，,]|"
    r"\d{4}年|\d{1,2}月\d{1,2}日|[一二三四五六七八九十]是"
)
#: How many broken-off paragraphs can wait at once, over how many units, and into how many pieces one is cut.
_WAITING, _REACH, _PIECES = 6, 24, 12
#: A signature has hardly more characters, and a date below it.
_SIGNATURE, _PAUSED = 40, re.compile("[，。；：]")
_DAY = re.compile(
    r"(?:\d{4}|[一二][〇○零一二三四五六七八九]{3})年[\d一二三四五六七八九十]{1,2}月[\d一二三四五六七八九十]{1,3}日"
)
_HEADS = frozenset({"lead", "byline", "heading"})
#: How the rows of a list are alike: by the day in front or behind, or the name of what each tells.
_ROWS = (begins_with_day, FIELD_LINE.match, ends_with_day)
_PROSE_KINDS = frozenset({"body", "lead", "label"})


class _Broken:
    """A paragraph that stops in mid-sentence, and where it stood among the units."""

    __slots__ = ("leaves", "pieces", "place", "unit")

    def __init__(self, unit: Unit, place: int, pieces: int) -> None:
        self.unit = unit
        self.place = place
        self.pieces = pieces
        self.leaves = brackets(unit.text)[1]


def is_broken(unit: Unit) -> bool:
    """Whether a paragraph stops in mid-sentence with its last line full."""
    if unit.kind not in _PROSE_KINDS or not unit.full or unit.text[-1] == "—" or ends(unit.text):
        return False
    if unit.kind == "label" and unit.text[-1].isascii():
        return False  # a number, an address
    if not unit.measured and ends_with_day(unit.text):
        return False
    return not is_tabled(unit.text)


def _fits(broken: _Broken, unit: Unit, closes: set[str]) -> bool:
    if not closes <= broken.leaves:
        return False
    return not _COUNT.search(broken.unit.text[-8:]) or _AFTER_COUNT.match(unit.text) is not None


def _fresh(unit: Unit) -> bool:
    head = unit.text
    return bool(
        LEAD.match(head)
        or LABEL.match(head)
        or LISTED.match(head)
        or ENTRY.match(head)
        or EDITORIAL.match(head)
        or head.startswith("——")
    ) or (not unit.measured and bool(_FRESH.match(head)))


def _extend(first: Unit, more: Unit) -> None:
    first.text += glue(first.text[-1], more.text[0]) + more.text
    first.lines.extend(more.lines)
    first.full = more.full
    more.kind = "joined"


class _Joiner:
    """Reads units in order and hands each continuation to the broken paragraph that it completes."""

    def __init__(self, units: list[Unit]) -> None:
        self.units = units
        self.opened = 0  # where the article in hand begins
        self.turns: dict[tuple[int, int], int] = {}
        self.starts: dict[int, int] = {}  # of the article that a broken paragraph stands in
        prose = [unit for unit in units if unit.kind in _PROSE_KINDS]
        self.set_in = len(prose) > 4 and sum(unit.inset for unit in prose) > 0.4 * len(prose)
        self.waiting: deque[_Broken] = deque()
        self.last: Unit | None = None  # the last prose unit, captions and headings left out
        self.between = ""  # what stood since: "", "caption" or "heading"
        self.interleaved = False

    def read(self, unit: Unit, place: int) -> None:
        if unit.kind in ("lead", "byline") or (unit.kind == "heading" and self.between != "heading"):
            self.opened = place
        if unit.kind not in _PROSE_KINDS:
            self.between = "heading" if unit.kind == "heading" else self.between or "caption"
            return
        while self.waiting and place - self.waiting[0].place > _REACH:
            self.waiting.popleft()
        goes_on = self.waiting and unit.kind == "body" and not self._signs(place)
        owner = self._owner(unit, place) if goes_on else None
        if owner:
            if self.starts[id(owner.unit)] < self.opened and place + 1 < len(self.units):
                self.units[place + 1].resumes = owner.unit
            adjacent = owner.unit is self.last
            self.interleaved = self.interleaved or not (adjacent and self.between != "heading")
            self.waiting.remove(owner)
            _extend(owner.unit, unit)
            self._wait(owner.unit, place, owner.pieces + 1)
            self.last = owner.unit if self._waits(owner.unit) else unit
        else:
            self._wait(unit, place)
            self.last = unit
        self.between = ""

    def _signs(self, place: int) -> bool:
        """Whether a short line above a date says whose notice it is."""
        text = self.units[place].text
        after = self.units[place + 1].text if place + 1 < len(self.units) else ""
        return len(text) <= _SIGNATURE and not _PAUSED.search(text) and bool(_DAY.fullmatch(after))

    def _wait(self, unit: Unit, place: int, pieces: int = 1) -> None:
        self.starts.setdefault(id(unit), self.opened)
        after = self.units[place + 1] if place + 1 < len(self.units) else None
        if unit.kind == "label" and after is not None and after.kind == "label":
            return  # one field of several, each in a line of its own
        beside = [self.units[at].text for at in (place - 1, place + 1) if 0 <= at < len(self.units)]
        if any(is_row(unit.text) and any(map(is_row, beside)) for is_row in _ROWS):
            return  # one row of several
        if pieces < _PIECES and is_broken(unit):
            self.waiting.append(_Broken(unit, place, pieces))
            if len(self.waiting) > _WAITING:
                self.waiting.popleft()

    def _waits(self, unit: Unit) -> bool:
        return bool(self.waiting) and self.waiting[-1].unit is unit

    def _paused(self) -> _Broken | None:
        """The paragraph that stops at a comma, for a text that stands behind a picture and so at the head of a column."""
        paused = [broken for broken in self.waiting if broken.unit.text[-1] in "，,、"]
        return paused[0] if paused and self.between == "caption" else None

    def _cut_off(self, unit: Unit, place: int) -> _Broken | None:
        """The paragraph that another article cut off and that a paragraph after that article completes: it is not set in
        where all others are, or from it on the words are the first article's and no longer the other's."""
        for broken in self.waiting:
            start = self.starts[id(broken.unit)]
            if start >= self.opened or not _fits(broken, unit, brackets(unit.text[:400])[0]):
                continue
            if self.set_in:
                if not unit.inset and not self.between:
                    return broken
            elif self.units[place - 1].kind == "label" and broken.unit.kind != "label" and unit.gap > 0:
                return broken  # a notice in a box is over with its last label
            elif place - self.opened >= 2 and place == self._turn(start):
                return broken
        return None

    def _turn(self, start: int) -> int:
        """Where in the article in hand the text goes over to that which began at ``start``; -1 where it does not."""
        if (start, self.opened) not in self.turns:
            self.turns[start, self.opened] = self._turning(start)
        return self.turns[start, self.opened]

    def _turning(self, start: int) -> int:
        heads = (unit.text for unit in self.units[max(start - 2, 0) : start + 1] if unit.kind == "heading")
        theirs, end = "".join(heads) + self._text(start, self.opened), self.opened
        while end < len(self.units) and (end <= self.opened + 1 or self.units[end].kind not in _HEADS):
            end += 1
        first = next((n for n in range(self.opened, end) if self.units[n].kind in _PROSE_KINDS), end)
        mine = "".join(unit.text for unit in self.units[max(self.opened - 1, 0) : first + 1])
        leaning = [
            cohesion(unit.text, theirs) - cohesion(unit.text, mine) if unit.kind == "body" else 0
            for unit in self.units[first + 1 : end]
        ]
        sums = [sum(leaning[at:]) - sum(leaning[:at]) for at in range(len(leaning))]
        best = max(range(len(sums)), key=lambda at: (sums[at], at), default=-1)
        return first + 1 + best if best >= 0 and sum(leaning[best:]) >= 2 else -1

    def _text(self, start: int, end: int) -> str:
        """The prose of some units, up to the next article's head."""
        found: list[str] = []
        for unit in self.units[start:end]:
            if unit.kind in ("body", "lead"):
                found.append(unit.text)
            elif found and unit.kind in ("byline", "heading"):
                break
        return "".join(found)

    def _owner(self, unit: Unit, place: int) -> _Broken | None:
        closes = brackets(unit.text[:400])[0]
        head = bool(_FOLLOWS.match(unit.text)) or bool(closes)
        after_broken = self.last is not None and self.last is self.waiting[-1].unit
        if not head and (not after_broken or _fresh(unit)):
            counted = [b for b in self.waiting if _COUNT.search(b.unit.text[-8:]) and unit.text[0] in _MEASURES]
            return counted[0] if counted else None if _fresh(unit) else self._paused() or self._cut_off(unit, place)
        if self.between == "heading" and not (head or self.interleaved):
            return None
        fitting = [broken for broken in self.waiting if _fits(broken, unit, closes)]
        if not fitting:
            return None
        if unit.measured and self.waiting[-1] is fitting[-1] and after_broken and not self.between:
            return fitting[-1]
        return fitting[0]


def joined(units: list[Unit]) -> list[Unit]:
    """The units with broken paragraphs completed; a continuation's lines follow those of the paragraph it completes."""
    joiner = _Joiner(units)
    for place, unit in enumerate(units):
        joiner.read(unit, place)
    return [unit for unit in units if unit.kind != "joined"]
