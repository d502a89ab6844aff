"""Articles that go on on another page: the marks of both ends (下转第三版, 上接第一版), and which text goes on with which.

>>> from timeline.layout.kinds import classify
>>> from timeline.layout.lines import units
>>> found = units("本报讯 新渡口昨日开航，（下转第二版）\\n\\n路灯昨夜亮了。\\n\\n（上接第一版）来了许多人。")
>>> classify(found)
>>> [(unit.kind, unit.text) for unit in resumed(found)]  # doctest: +NORMALIZE_WHITESPACE
[('lead', '本报讯 新渡口昨日开航，来了许多人。'), ('furniture', '（下转第二版）'), ('body', '路灯昨夜亮了。'),
 ('furniture', '（上接第一版）')]
"""

from __future__ import annotations

from collections.abc import Iterator

from timeline import regex as re
from timeline.layout.drafts import agreement
from timeline.layout.flow import glue
from timeline.layout.lines import Unit
from timeline.layout.marks import ends

_PAGE = (
    r"(?:第?\s?[A-Z]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})\s?版|[A-Z]\d{1,2}|[\u4e00-\u9fff]{2,4}版)[^（）()]{0,8}"
)
#: Where a text breaks off, and where it goes on.
_BREAKS_OFF = re.compile(rf"[（(【]?\s?下转\s?{_PAGE}[）)】]?\s*\Z")
_GOES_ON = re.compile(rf"[（(【]\s?[上紧]接\s?{_PAGE}[）)】]\s*|[上紧]接{_PAGE}\Z")
_PROSE = frozenset({"body", "lead"})
#: A headline above the second part repeats so much of what the first one tells.
_SAME = 0.35
#: So many headings stand between the mark and its text.
_BETWEEN = 4


def resumed(units: list[Unit]) -> list[Unit]:
    """The units, with the second part of an article that breaks off handed to its first; the marks are furniture.

    A sentence that was cut is put together. On a page with one end only the mark is taken out, and nothing else.
    """
    if not any("下转" in unit.text or "上接" in unit.text or "紧接" in unit.text for unit in units):
        return units
    parted = [part for unit in units for part in _parted(unit)]
    waiting: list[Unit] = []
    last: Unit | None = None
    goes_on = -1
    for place, unit in enumerate(parted):
        if unit.kind == "furniture" and _BREAKS_OFF.match(unit.text) and last is not None:
            waiting.append(last)
        elif unit.kind == "furniture" and _GOES_ON.match(unit.text):
            goes_on = place
        elif unit.kind in _PROSE:
            if goes_on >= 0 and waiting and place - goes_on <= _BETWEEN:
                _hand_over(parted, goes_on, place, waiting)
            goes_on = -1
            last = unit
    return [unit for unit in parted if unit.kind != "joined"]


def _hand_over(units: list[Unit], mark: int, place: int, waiting: list[Unit]) -> None:
    """Let the text at ``place`` go on with the article that waits for it: the one that the headings between tell of, the
    first where there are none, the only one whatever they say."""
    first = mark
    while first and units[first - 1].kind in ("heading", "byline"):
        first -= 1
    heads = [unit for unit in units[first:place] if unit.kind in ("heading", "byline")]
    titles = "".join(unit.text for unit in heads if unit.kind == "heading")
    alike = [agreement(titles, _before(units, unit)) for unit in waiting]
    best = max(range(len(waiting)), key=lambda at: (alike[at], -at))
    if titles and len(waiting) > 1 and alike[best] < _SAME:
        return
    owner, text = waiting.pop(best), units[place]
    for head in heads:
        head.kind = "furniture"
    text.resumes = owner
    if not ends(owner.text):
        owner.text += glue(owner.text[-1], text.text[0]) + text.text
        owner.lines.extend(text.lines)
        owner.full = text.full
        text.kind = "joined"
        if place + 1 < len(units):
            units[place + 1].resumes = owner


def _before(units: list[Unit], last: Unit) -> str:
    """The text that breaks off with ``last``, with the headings above it."""
    place = units.index(last)
    first = place
    while first and units[first - 1].kind in ("body", "lead", "byline", "caption"):
        first -= 1
    while first and units[first - 1].kind == "heading":
        first -= 1
    return "".join(unit.text for unit in units[first : place + 1])


def _parted(unit: Unit) -> Iterator[Unit]:
    """A unit of text without the mark in front of it or behind it, and the mark."""
    if unit.kind == "heading" and (_GOES_ON.match(unit.text) or _BREAKS_OFF.search(unit.text)):
        unit.kind = "body"  # a few words of a text, cut off in mid-sentence
    if unit.kind not in _PROSE:
        yield unit
        return
    start, end = unit.lines[0]
    if (mark := _GOES_ON.match(unit.text)) and mark.end() < min(end - start, len(unit.text)):
        yield _mark((start, start + len(mark[0].rstrip())), mark[0], unit)
        unit.lines[0] = (start + mark.end(), end)
        unit.text = unit.text[mark.end() :]
    yield unit
    start, end = unit.lines[-1]
    mark = _BREAKS_OFF.search(unit.text, max(0, len(unit.text) - 40))
    if mark and mark.start() > 0 and len(mark[0]) < end - start and mark[0][0] in "（(【":
        whole, length = unit.text, len(mark[0])
        unit.text = whole[: mark.start()].rstrip()
        unit.lines[-1] = (start, end - length - (mark.start() - len(unit.text)))
        yield _mark((end - length, end), mark[0], unit)


def _mark(line: tuple[int, int], text: str, unit: Unit) -> Unit:
    mark = Unit([line], text.strip(), unit.gap, False, False)
    mark.kind = "furniture"
    return mark
