"""What figures are compared with, counted from the months told before: 去年同期, 3月份…，上月.

>>> from timeline.timex.told import Told
>>> context = Context("3月份，价格同比下降0.1%，上月为下降0.7%")
>>> context.record(Told(2025, 3, None, 0, 3, True, False, True, names_month=True))
>>> last_month_of(context, date(2025, 4, 10), {"m_rel": -1}, 15, 17).text
'2025-02'
"""

from __future__ import annotations

from datetime import date
from typing import Final

from timeline import edtf
from timeline.timex.context import Context
from timeline.timex.resolved import Resolved, nothing
from timeline.timex.rules.outlook import COMPARES
from timeline.timex.spec import Spec

_BARE: Final = frozenset(("m_rel", "approximate"))


def same_stretch(context: Context, anchor: date | None, years: int, start: int) -> Resolved:
    """去年同期: the months told of this year before it, of that one; nothing where a day or no stretch was told."""
    told = context.last
    if told is None or anchor is None or told.year != anchor.year or not told.months:
        return nothing()
    if not context.same_paragraph(told, start):
        return nothing()
    text = "/".join(f"{int(end[:4]) + years:04d}{end[4:]}" for end in told.months.split("/"))
    return Resolved(text, "inherited", None, (f"{told.months} {years:+d} years",))


def last_month_of(context: Context, anchor: date | None, spec: Spec, start: int, end: int) -> Resolved | None:
    """上月 behind figures of a month: the one before that; None where it counts from the article's date.

    So it is where it would be the month told once more, and where the figures of a month are compared with it.
    """
    told = context.last
    if anchor is None or told is None or told.month is None or told.day is not None or not told.names_month:
        return None
    if not _BARE.issuperset(spec) or not context.same_sentence(told, start):
        return None
    again = (told.year, told.month) == edtf.add_months(anchor.year, anchor.month, -1)
    if not (again or context.text[start - 1 : start] in COMPARES) or not context.tells_figures(start, end):
        return None
    year, month = edtf.add_months(told.year, told.month, -1)
    step = f"the month before the one told: {told.year}-{told.month:02d}"
    return Resolved(f"{year:04d}-{month:02d}", "inherited", None, (step,), year, month, stated=told.stated)
