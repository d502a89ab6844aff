"""Time expressions for a person and for other programs: a list, an explanation, TIMEX3 XML.

>>> from timeline.timex import tag
>>> timex3("4月26日举行", tag("4月26日举行", "2025-04-22"))
'<TIMEX3 tid="t1" type="DATE" value="2025-04-26">4月26日</TIMEX3>举行'
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from timeline.model import Timex
from timeline.render.dates import display_edtf
from timeline.render.export import timex_record
from timeline.render.wording import one_line
from timeline.timex import anchor_days
from timeline.timex.recurrence import occurrences

#: ISO 8601-2 codes of a part of the year and the forms that TIMEX3 has for them.
_CODES = {
    **{str(code): f"Q{code - 32}" for code in range(33, 37)},
    **{str(code): f"H{code - 39}" for code in (40, 41)},
    **dict(zip(("21", "22", "23", "24"), ("SP", "SU", "FA", "WI"), strict=True)),
}
_DAYPARTS = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV"}
_MODS = {"early": "START", "mid": "MID", "late": "END", "end": "END"}
_NOT_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


#: What the rows of ``rows`` tell.
HEADINGS = ("where", "words", "type", "value", "how", "in words")


def rows(timexes: Iterable[Timex]) -> Iterator[tuple[str, ...]]:
    """A row for each expression: offsets, words, type, value, resolution, value in words."""
    for timex in timexes:
        value = timex.edtf or timex.duration or "–"
        told = display_edtf(timex.edtf, part=timex.part) if timex.edtf else ""
        yield f"{timex.start}-{timex.end}", one_line(timex.text), timex.type, value, timex.resolution, told


def explained(timexes: Iterable[Timex], anchor: date | str | None = None) -> Iterator[str]:
    """For each expression the words, the value, and under it by which rule, from which anchor, in which steps.

    What repeats by a stated rule is told with the rule and its next days from ``anchor`` (EDTF) on.
    """
    for timex in timexes:
        where, words, kind, value, how, told = next(rows([timex]))
        yield f"{where} “{words}” → {value}{f' {told}' if told else ''} ({kind}, {how})"
        yield from (f"    {line}" for line in _reasons(timex))
        if timex.recurrence:
            yield f"    repeats {timex.recurrence}"
        if days := _next_days(timex, anchor):
            yield f"    next {', '.join(days)}"


def _next_days(timex: Timex, anchor: date | str | None) -> list[str]:
    """The next three days of what repeats, from the first day of ``anchor`` on."""
    first, _ = anchor_days(anchor)
    if not timex.recurrence or first is None:
        return []
    return [day.isoformat() for day in islice(occurrences(timex.recurrence, first), 3)]


def explained_record(timex: Timex, anchor: date | str | None = None) -> dict[str, Any]:
    """The contract's record with how the value came about, and for what repeats its rule and next days from ``anchor``."""
    return {
        **timex_record(timex),
        "rule": timex.rule,
        "anchor": timex.anchor,
        "steps": list(timex.steps),
        "warning": timex.warning,
        "recurrence": timex.recurrence,
        "next": _next_days(timex, anchor),
    }


def _reasons(timex: Timex) -> Iterator[str]:
    if timex.rule:
        yield f"rule {timex.rule}"
    if timex.anchor:
        yield f"anchor {timex.anchor}"
    yield from (f"{number}. {step}" for number, step in enumerate(timex.steps, 1))
    if timex.warning:
        yield f"note: {timex.warning}"


def timex3(text: str, timexes: Iterable[Timex]) -> str:
    """``text`` with every expression in a TIMEX3 element (ISO-TimeML, ISO 24617-1), escaped as XML content."""
    parts, position = [], 0
    for number, timex in enumerate(timexes, 1):
        attributes = "".join(f" {name}={quoteattr(value)}" for name, value in _attributes(timex, number))
        parts += [_content(text[position : timex.start]), f"<TIMEX3{attributes}>"]
        parts += [_content(text[timex.start : timex.end]), "</TIMEX3>"]
        position = timex.end
    return "".join(parts) + _content(text[position:])


def _content(text: str) -> str:
    return escape(_NOT_XML.sub("\ufffd", text))


def _attributes(timex: Timex, number: int) -> Iterator[tuple[str, str]]:
    yield "tid", f"t{number}"
    yield "type", timex.type
    yield "value", timex.duration or _value(timex)
    if timex.approximate:
        yield "mod", "APPROX"
    elif timex.part in _MODS:
        yield "mod", _MODS[timex.part]


def _value(timex: Timex) -> str:
    """The EDTF value in the forms of TIMEX3: quarters, halves, seasons, decades, parts of the day."""
    if timex.edtf is None:
        return "XXXX-XX-XX"
    return "/".join(_point(point, timex.part) for point in timex.edtf.split("/"))


def _point(point: str, part: str | None) -> str:
    bare = point.rstrip("~?%").rstrip("X") if re.match(r"\d+X+", point) else point.rstrip("~?%")
    year, _, code = bare.partition("-")
    if code in _CODES:
        return f"{year}-{_CODES[code]}"
    return f"{bare}{_DAYPARTS[part]}" if part in _DAYPARTS and "T" not in bare else bare
