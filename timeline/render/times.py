r"""Time expressions for a person: a list of them, and how each came to its value.

>>> from timeline.timex import tag
>>> print(*explained(tag("昨日开工", "2025-04-22")), sep="\n")
0-2 “昨日” → 2025-04-21 2025年4月21日（周一） (DATE, relative)
    rule relative.day
    anchor article date
    1. 2025-04-22 -1 days
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from typing import Any

from timeline.model import Timex
from timeline.render.dates import display_edtf
from timeline.render.export import timex_record
from timeline.render.wording import one_line
from timeline.timex import anchor_days
from timeline.timex.recurrence import occurrences

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
