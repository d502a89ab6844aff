"""The value of one expression, as the resolver's parts hand it to each other.

>>> from datetime import date
>>> of_day(date(2025, 4, 26), "relative", "2025-04-22 +4 days").text
'2025-04-26'
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, datetime
from typing import Final

from timeline.edtf import Edtf
from timeline.timex.spec import Spec

_TWO_FIGURES: Final = tuple(f"{number:02d}" for number in range(100))
_CODES: Final = {"quarter": 32, "half": 39, "season": 0}
#: What a value was counted from, by its resolution.
ANCHORS: Final = {"relative": "article date", "inherited": "text"}


class Resolved:
    """An EDTF text (None for no place on the calendar), how it was found, and what later expressions may take over.

    ``year``, ``month`` and ``day`` are of its beginning; ``last`` is the last day of a stretch of days; ``stated`` says
    that the text gives the year, or that it was taken from there.
    """

    hour: int | None = None
    daypart: str = ""
    type: str = "DATE"
    duration: str = ""
    alternative: str | None = None
    warning: str = ""
    uncertain: bool = False
    last: date | None = None
    recurrence: str = ""
    #: ``text`` taken apart, once it stays as it is.
    placed: Edtf | None = None

    def __init__(
        self,
        text: str | None,
        resolution: str = "explicit",
        part: str | None = None,
        steps: tuple[str, ...] = (),
        year: int = 0,
        month: int | None = None,
        day: date | None = None,
        stated: bool = False,
    ) -> None:
        self.text = text
        self.resolution = resolution
        self.part = part
        self.steps = steps
        self.year = year
        self.month = month
        self.day = day
        self.stated = stated


class Found:
    """How a year or month was found: the resolution, the step in words, whether the text states it.

    ``other`` is the year that may be meant as well.
    """

    def __init__(
        self, resolution: str = "explicit", step: str = "", stated: bool = True, other: int | None = None
    ) -> None:
        self.resolution = resolution
        self.step = step
        self.stated = stated
        self.other = other

    @property
    def steps(self) -> tuple[str, ...]:
        """The step, when there is one to tell."""
        return (self.step,) if self.step else ()


def nothing(kind: str = "DATE", duration: str = "", recurrence: str = "") -> Resolved:
    """No place on the calendar."""
    value = Resolved(None)
    value.type, value.duration, value.recurrence = kind, duration, recurrence
    return value


def of_day(day: date, resolution: str, step: str, stated: bool = False) -> Resolved:
    """One day."""
    steps = (step,) if step else ()
    return Resolved(day.isoformat(), resolution, None, steps, day.year, day.month, day, stated=stated)


def clock_text(moment: datetime) -> str:
    """A moment in EDTF, with its seconds where it has some."""
    return moment.isoformat(timespec="seconds" if moment.second else "minutes")


def moment_of(value: Resolved) -> datetime | None:
    """The moment of a clock time, from which 两小时后 counts; None for anything else."""
    if value.hour is None or value.text is None or "/" in value.text:
        return None
    return datetime.fromisoformat(value.text)


def stretch(first: date, last: date, resolution: str, step: str, stated: bool = False) -> Resolved:
    """The days from ``first`` to ``last``, both included."""
    value = of_day(first, resolution, step, stated)
    value.last = last
    if first != last:
        value.text = f"{first}/{last}"
    return value


def written(year: int) -> str:
    """A year in four figures.

    >>> written(2025), written(25)
    ('2025', '0025')
    """
    return str(year) if year > 999 else f"{year:04d}"  # nearly all are, and a format takes ten times as long


def built(spec: Spec, year: int, month: int | None, found: Found) -> Resolved:
    """The value of known fields."""
    if "bc" in spec:
        text = f"-{-year:04d}" if year else "0000"
        if year and month:
            text += f"-{month:02d}" + (f"-{spec['d']:02d}" if "d" in spec else "")
        return Resolved(text, steps=("before the common era: year 1 BC is 0000",), stated=True)
    value = Resolved("", found.resolution, spec.get("part"), found.steps, year, month, stated=found.stated)
    if "within" in spec:
        first, last = spec["within"]
        last = min(last, monthrange(year, month or 1)[1])
        value.text = f"{year:04d}-{month or 1:02d}-{first:02d}/{year:04d}-{month or 1:02d}-{last:02d}"
    elif "d" in spec:
        try:
            value.day = date(year, month or 0, spec["d"])
        except ValueError:
            return nothing()
        value.text = value.day.isoformat()
    elif month:
        value.text = f"{written(year)}-{_TWO_FIGURES[month]}"
    elif "months" in spec:
        first, last = spec["months"]
        value.text = f"{year:04d}-{first:02d}/{year:04d}-{last:02d}"
    else:
        coded = spec.keys() & _CODES.keys()
        unit = coded.pop() if coded else ""
        value.text = f"{year:04d}-{_CODES[unit] + spec[unit]:02d}" if unit else written(year)  # type: ignore[literal-required]
        if "season_to" in spec:
            value.text += f"/{year + (spec['season_to'] < spec['season']):04d}-{spec['season_to']}"
    if found.other is not None:
        value.alternative = f"{found.other:04d}{value.text[4:]}"
    return value


def weekday_checked(spec: Spec, value: Resolved) -> Resolved:
    """The value with a warning when the weekday printed beside the date is not that date's; with no other when it is."""
    wanted = spec.get("check_weekday") or (spec.get("weekday") if "d" in spec else None)
    if wanted is not None and value.day is not None:
        if value.day.isoweekday() != wanted:
            value.warning = f"the printed weekday is {wanted}, but {value.day} is {value.day.isoweekday()}"
        else:
            value.alternative = None
    return value
