"""Reads the groups y, m, d, part, hour, minute and second of a match, as the rules of calendar, numeric and years name them.

>>> import re
>>> date_of(re.match("(?P<m>4)月(?P<d>26)日", "4月26日"))
{'m': 4, 'd': 26}
"""

from __future__ import annotations

import re
from collections.abc import Callable

from timeline.timex import spec as level
from timeline.timex.numerals import number
from timeline.timex.rule import Rule
from timeline.timex.rules.words import HAN_GUARD, PARTS, valid_day
from timeline.timex.spec import Spec


def date_levels(spec: Spec) -> tuple[int, int]:
    """The coarsest and the finest level that a date states (see Atom)."""
    if "hour" in spec:
        return level.YEAR, level.CLOCK
    first = level.YEAR if "y" in spec else level.MONTH if "m" in spec else level.DAY
    if "d" in spec or "within" in spec:
        return first, level.DAY
    if "part" in spec:
        return first, level.SEGMENT
    return first, level.MONTH if "m" in spec else level.YEAR


def date_of(match: re.Match[str]) -> Spec | None:
    """The date that the groups state; 2月30日 is a decoy."""
    groups = match.groupdict()
    spec: Spec = {}
    if year := groups.get("y"):
        spec["y"] = number(year)
    if month := groups.get("m"):
        spec["m"] = number(month)
    if day := groups.get("d") or groups.get("d_bare"):
        spec["d"] = number(day)
    if part := groups.get("part") or groups.get("year_part"):
        spec["part"] = PARTS[part]
    if "d" in spec and "m" in spec and not valid_day(spec["m"], spec["d"]):
        return {"decoy": True}  # 2月30日 is nothing, and 30日 in it neither
    if groups.get("hour"):
        spec["hour"], spec["minute"] = number(match["hour"]), number(match["minute"])
        if second := groups.get("second"):
            spec["second"] = number(second)
    return spec if spec.get("m", 1) <= 12 else None


def date_rule(
    name: str, pattern: str, read: Callable[[re.Match[str]], Spec | None] = date_of, *, looks_round: bool = False
) -> Rule:
    """A rule for a date that may be as coarse as a year and as fine as a day."""
    return Rule(name, pattern, read, level.YEAR, level.DAY, date_levels, HAN_GUARD, looks_round)
