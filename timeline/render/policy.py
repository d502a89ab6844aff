"""How a subscriber wants calendar entries: what becomes of dates without a day, of half-days, and when to be reminded.

>>> Policy(alarm="p1d").alarm
'P1D'
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from timeline import regex as re

Coarse = Literal["marker", "span", "skip"]
Halfdays = Literal["title", "blocks"]

#: RFC 5545 3.3.6 without a sign: the time before the beginning.
_DURATION = re.compile(
    r"P(?:\d{1,3}W|(?=\d|T\d)(?:\d{1,3}D)?(?:T(?=\d)(?:\d{1,3}H)?(?:\d{1,3}M)?(?:\d{1,3}S)?)?)\Z", re.ASCII
)


class PolicyError(ValueError):
    """A wish that can't be met; the message says what can."""


@dataclass(frozen=True, slots=True)
class Policy:
    """``coarse``: an event without a day is marked on its first day, spans its days, or is left out.

    ``halfdays``: a morning is told in the ``title`` of an all-day entry, or blocks its hours. ``alarm``: how long before
    the beginning to remind, as an ISO 8601 duration, empty for never. Raises PolicyError.
    """

    coarse: Coarse = "marker"
    halfdays: Halfdays = "title"
    alarm: str = ""

    def __post_init__(self) -> None:
        for name, choices in (("coarse", get_args(Coarse)), ("halfdays", get_args(Halfdays))):
            if getattr(self, name) not in choices:
                raise PolicyError(f"{name} is {', '.join(choices)}, not {getattr(self, name)!r}")
        alarm = self.alarm.strip().upper().removeprefix("-")
        if alarm and not _DURATION.match(alarm):
            raise PolicyError(f"{self.alarm!r} is no time before an event; write for example P1D, PT2H, P1DT9H or P1W")
        object.__setattr__(self, "alarm", alarm)
