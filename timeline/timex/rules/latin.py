"""English dates in Chinese pages: Apr 26, 2025; 26 April 2025; April 2025; Sat 26 Apr.

>>> from timeline.timex.engine import Grammar
>>> [atom.spec for atom in Grammar(RULES).atoms("Apr 26, 2025")]
[{'m': 4, 'd': 26, 'y': 2025}]
"""

from __future__ import annotations

import re

from timeline.timex import spec as level
from timeline.timex.rule import Rule
from timeline.timex.rules.words import valid_day
from timeline.timex.spec import Spec

_NAMES = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
#: Full names and their first three letters (Sept as well), capitalised or in capitals.
MONTHS = {form: k for k, name in enumerate(_NAMES, 1) for form in (name, name[:3])} | {"sept": 9}
_FORMS = sorted(
    {shape for form in MONTHS for shape in (form.capitalize(), form.upper())}, key=lambda form: (-len(form), form)
)
_MONTH = rf"(?P<m>{'|'.join(_FORMS)})\.?"
_YEAR = r"(?P<y>(?:1[5-9]|20)[0-9]{2})(?![0-9])"
_DAY = r"(?P<d>3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?"


def _date(match: re.Match[str]) -> Spec | None:
    groups = match.groupdict()
    spec: Spec = {"m": MONTHS[match["m"].lower()]}
    if groups.get("d"):
        spec["d"] = int(match["d"])
        if not valid_day(spec["m"], spec["d"]):
            return {"decoy": True}
    if groups.get("y"):
        spec["y"] = int(match["y"])
    if groups.get("until"):  # May 1-5, 2025
        first, last = spec.pop("d"), int(match["until"])
        if not first < last or not valid_day(spec["m"], last):
            return None
        spec["within"] = (first, last)
    return spec


def _levels(spec: Spec) -> tuple[int, int]:
    return level.YEAR if "y" in spec else level.MONTH, level.DAY if {"d", "within"} & spec.keys() else level.MONTH


_WORD = "(?<![A-Za-z])"

_UNTIL = r"\s?[-–—]\s?(?P<until>3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?"

RULES = [
    Rule(
        "latin.range_in_month",
        rf"{_MONTH}\s{{1,2}}{_DAY}{_UNTIL}(?:,?\s{{1,2}}{_YEAR}|(?![0-9A-Za-z:.]))",
        _date,
        level.YEAR,
        level.DAY,
        _levels,
        _WORD,
    ),
    Rule(
        "latin.range_before_month",
        rf"(?<![0-9.,:/A-Za-z-]){_DAY}{_UNTIL}\s{{1,2}}{_MONTH}(?![a-z])(?:,?\s{{1,2}}{_YEAR})?",
        _date,
        level.YEAR,
        level.DAY,
        _levels,
    ),
    Rule(
        "latin.year_first",
        rf"{_YEAR}\s{{1,2}}{_MONTH}(?:\s{{1,2}}{_DAY}(?![0-9A-Za-z:.])|(?![a-z]|\s{{1,2}}[0-9]))",
        _date,
        level.YEAR,
        level.DAY,
        _levels,
    ),
    Rule(
        "latin.month_first",
        rf"{_MONTH}\s{{1,2}}{_DAY}(?:,?\s{{1,2}}{_YEAR}|(?![0-9A-Za-z]|[:.][0-9]|,\s?[0-9]))",
        _date,
        level.YEAR,
        level.DAY,
        _levels,
        _WORD,
    ),
    Rule("latin.month_of_year", rf"{_MONTH},?\s{{1,2}}{_YEAR}", _date, level.YEAR, level.MONTH, _levels, _WORD),
    Rule(  # 26 April 2025, 18-Aug-2025
        "latin.day_first",
        rf"(?<![0-9.,:/A-Za-z-]){_DAY}(?:\s{{1,2}}|-(?=[A-Z][A-Za-z]{{2,8}}-)){_MONTH}(?![a-z])(?:(?:,?\s{{1,2}}|-){_YEAR})?",
        _date,
        level.YEAR,
        level.DAY,
        _levels,
    ),
]
