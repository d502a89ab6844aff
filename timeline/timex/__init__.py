"""Time expressions of Chinese text, found, typed and resolved.

>>> [(t.text, t.edtf) for t in tag("登山活动定于4月26日上午举行", "2025-04-22")]
[('4月26日上午', '2025-04-26')]
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from functools import lru_cache
from typing import Final

from timeline import edtf
from timeline.model import Timex
from timeline.timex.compose import compose
from timeline.timex.engine import Grammar
from timeline.timex.expression import Expression
from timeline.timex.orthography import closed_up, folded
from timeline.timex.resolve import Resolver
from timeline.timex.resolved import ANCHORS, Resolved
from timeline.timex.rules.outlook import (
    A_YEAR,
    CHRONICLE,
    ENTRIES,
    HEAD_SIGN,
    HEADS,
    INTRODUCES,
    MONTH_DAY_LINE,
)
from timeline.timex.spec import Atom

__all__ = ["Tagger", "anchor_days", "grammar", "tag"]

#: No link between two times is as long.
_APART: Final = 40


@lru_cache(maxsize=1)
def grammar() -> Grammar:
    """The grammar of all rules, compiled once."""
    from timeline.timex.rules import ALL
    from timeline.timex.rules.words import DIGIT_GUARD

    return Grammar(ALL, DIGIT_GUARD)


def tag(text: str, anchor: date | str | None = None) -> list[Timex]:
    """The time expressions of ``text`` in order, not overlapping, spans in code points of ``text``.

    ``anchor`` is when the text was published (DCT): a date, a date-time (from which 五分钟前 counts), an EDTF text (an
    interval leaves what depends on the day an interval), or None: then what counts from it has no value. Raises
    timeline.edtf.EdtfError for a text that is no EDTF. Types are ISO-TimeML's DATE, TIME, DURATION and SET.
    """
    plain, blanks = closed_up(folded(text))
    return _resolved(text, plain, blanks, _spoken(plain), anchor)


class Tagger:
    """Tags the texts of one document as often as it is asked: each is read once, and resolved anew against each anchor.

    >>> tagger = Tagger()
    >>> [tagger.tag("展览昨日开幕", day)[0].edtf for day in ("2025-04-22", "2025-04-25", None)]
    ['2025-04-21', '2025-04-24', None]
    """

    def __init__(self) -> None:
        self._folded: dict[str, str] = {}
        self._read: dict[str, tuple[str, list[int], list[Expression]]] = {}

    def below(self, headline: str, text: str, anchor: date | str | None = None) -> list[Timex]:
        """The times of ``text`` below its headline as printed: one that is a date, or a year's 大事记, governs them.

        >>> [timex.edtf for timex in Tagger().below("2012年大事记", "8月1日码头启用。", "2025-04-22")]
        ['2012-08-01']
        >>> [timex.edtf for timex in Tagger().below("渡口镇大事记（2012年）", "8月1日码头启用。", "2025-04-22")]
        ['2012-08-01']
        """
        above = self._year_told(headline, text, anchor)
        if not above and not any(self._governs(line) for line in headline.splitlines()):
            return self.tag(text, anchor)
        above = above or headline
        head = len(above) + 1
        whole = self.tag(f"{above}\n{text}", anchor)
        return [timex.at(timex.start - head, timex.end - head, timex.text) for timex in whole if timex.start >= head]

    def _year_told(self, headline: str, text: str, anchor: date | str | None) -> str:
        """The one year, or month, whose events a headline says are told below it, as printed; "" for other headlines."""
        plain = self.folded(headline)
        if CHRONICLE.search(plain):
            told = self.tag(headline)
            one = len(told) == 1 and told[0].granularity in ("year", "month") and "/" not in (told[0].edtf or "/")
            return told[0].text if one else ""
        years = set(A_YEAR.findall(plain))
        _, last = anchor_days(anchor)
        over = len(years) == 1 and last is not None and last >= date(int(min(years)), 12, 1)
        months = [int(month) for month in MONTH_DAY_LINE.findall(text)] if over else []
        return f"{min(years)}年" if len(months) >= ENTRIES and months == sorted(months) else ""

    def _governs(self, line: str) -> bool:
        """Whether a line begins with a time and says little else, so that it heads the lines below it."""
        return any(
            HEAD_SIGN.fullmatch(line, 0, timex.start)
            and (HEADS.match(line, timex.end) or INTRODUCES.match(f"{line}\n", timex.end))
            for timex in self.tag(line)[:1]
        )

    def tag(self, text: str, anchor: date | str | None = None) -> list[Timex]:
        """As ``timeline.timex.tag``."""
        read = self._read.get(text)
        if read is None:
            plain, blanks = closed_up(self.folded(text))
            read = self._read[text] = plain, blanks, list(_spoken(plain))
        return _resolved(text, *read, anchor)

    def folded(self, text: str) -> str:
        """As ``timeline.timex.orthography.folded``."""
        plain = self._folded.get(text)
        if plain is None:
            plain = self._folded[text] = folded(text)
        return plain


def _spoken(plain: str) -> Iterator[Expression]:
    """The expressions of a text, stretch by stretch: over so many characters that tell no time nothing is joined."""
    near: list[Atom] = []
    for atom in grammar().atoms(plain):
        if near and atom.start - near[-1].end > _APART:
            yield from compose(plain, near)
            near = []
        near.append(atom)
    yield from compose(plain, near)


def _resolved(
    text: str, plain: str, blanks: list[int], spoken: Iterable[Expression], anchor: date | str | None
) -> list[Timex]:
    """The expressions of ``text`` with their values; ``plain`` is the text without ``blanks``, as it was read."""
    first, last = anchor_days(anchor)
    moment = _moment(anchor)
    one = Resolver(plain, first, moment)
    other = None if last == first else Resolver(plain, last)
    found = []
    taken = 0  # how many blanks stood before the expression: they come in order, and each is passed once
    for expression in spoken:
        if moment is None and "loose" in expression.spec:
            continue  # only what is said at a moment: a bare clock time is of its day, a bare weekday the next one
        value = one.resolve(expression)
        if other is not None:
            value = _hull(value, other.resolve(expression))
        start, end = expression.start, expression.end
        while taken < len(blanks) and blanks[taken] <= start:
            taken += 1
        inside = taken
        while inside < len(blanks) and blanks[inside] < end:
            inside += 1
        found.append(_timex(text, start + taken, end + inside, expression, value))
    return found


def anchor_days(anchor: date | str | None) -> tuple[date | None, date | None]:
    """The first and last day that ``anchor`` may be, None both where it is open or not given; raises EdtfError."""
    if anchor is None:
        return None, None
    if isinstance(anchor, datetime):
        return anchor.date(), anchor.date()
    if isinstance(anchor, date):
        return anchor, anchor
    first, last = edtf.days(edtf.parse(anchor))
    return (first, last) if first and last else (None, None)


def _moment(anchor: date | str | None) -> datetime | None:
    """The clock time that ``anchor`` gives with its day: what 五分钟前 counts from."""
    if isinstance(anchor, str) and "T" in anchor and "/" not in anchor:
        begin = edtf.parse(anchor).begin
        return begin if isinstance(begin, datetime) else None
    return anchor if isinstance(anchor, datetime) else None


def _hull(one: Resolved, other: Resolved) -> Resolved:
    """The value that an anchor known only as an interval allows: the stretch from the earliest to the latest."""
    if one.text == other.text:
        return one
    low, high = (edtf.parse(each.text) if each.text else None for each in (one, other))
    begin, last = (edtf.days(low)[0], edtf.days(high)[1]) if low and high else (None, None)
    one.text = one.placed = None
    if begin is not None and last is not None and begin <= last:
        one.placed = edtf.of_interval(begin, last)
        one.text, one.day, one.uncertain = one.placed.text, None, True
        one.steps = (*one.steps, "the article's date is an interval")
    return one


_UNPLACED: Final = edtf.Edtf("", None, None, "")
_new_timex: Final = tuple.__new__  # each field is given: no call in between


def _timex(text: str, start: int, end: int, expression: Expression, value: Resolved) -> Timex:
    """The expression as told to the world, which stands at ``[start, end)`` of ``text`` as it was given."""
    known = value.placed or _UNPLACED
    return _new_timex(
        Timex,
        (
            start,
            end,
            text[start:end],
            value.text,
            known.begin,
            known.until,
            value.type,
            value.resolution,
            known.granularity,
            value.part,
            ANCHORS.get(value.resolution, ""),
            "+".join(expression.rules) if len(expression.rules) > 1 else expression.rules[0],
            value.steps,
            "from" if "open_end" in expression.spec else expression.bound,
            "approximate" in expression.spec,
            value.duration,
            value.alternative,
            value.warning,
            value.uncertain,
            value.recurrence,
        ),
    )
