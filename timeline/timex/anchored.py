"""Years, seasons and quarters that count from the article's date: 今明两年, 上个冬天, 下季度末.

>>> season_toward(date(2025, 4, 22), 24, -1).text
'2024-24'
"""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR, date
from functools import lru_cache

from timeline import edtf
from timeline.timex.resolved import Resolved, nothing


def years_from_anchor(anchor: date | None, first: int, last: int) -> Resolved:
    """今明两年: the years from ``first`` to ``last``, both counted from the anchor's; nothing without an anchor."""
    if anchor is None:
        return nothing()
    year = anchor.year
    return Resolved(f"{year + first}/{year + last}", "relative", None, (f"{year} {first:+d} to {last:+d}",))


def season_toward(anchor: date | None, season: int, toward: int) -> Resolved:
    """上个冬天, 下个春天: the last season of that name that is over, or the next one to begin; 这个 is of this year."""
    if anchor is None:
        return nothing()
    begins = 3 * (season - 20)  # spring in March, winter in December
    year, month = anchor.year, anchor.month
    if toward > 0:
        year += month >= begins
    elif toward < 0:
        year -= (year * 12 + month) < year * 12 + begins + 3
    elif season == 24 and month < 3:
        year -= 1
    return Resolved(f"{year:04d}-{season}", "relative", None, (f"season {toward:+d} of {anchor}",), year)


def quarter_from_anchor(anchor: date | None, shift: int, part: str | None) -> Resolved:
    """本季度, 上季度末: the quarter ``shift`` quarters from the anchor's; nothing without an anchor."""
    if anchor is None:
        return nothing()
    year, month = edtf.add_months(anchor.year, anchor.month, 3 * shift)
    text = f"{year:04d}-{33 + (month - 1) // 3:02d}"
    return Resolved(text, "relative", part, (f"quarter of {anchor} {shift:+d}",), year, stated=True)


@lru_cache(maxsize=2048)  # a list of dates asks for each again and again
def distances_from(anchor: date, month: int, day: int | None) -> dict[int, int]:
    """How many days a month(-day) lies from the anchor in its own year and the years beside it."""
    told = min(day or 15, 28 if month == 2 else 30)
    years = range(anchor.year - 1, anchor.year + 2)
    return {year: (date(min(max(year, MINYEAR), MAXYEAR), month, told) - anchor).days for year in years}
