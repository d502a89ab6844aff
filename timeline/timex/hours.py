"""Which day the hours are of that name none, and which hours are of each day that something goes on.

>>> text = "讲座共三场，末场29日。三场均在15:00开讲"
>>> of_each_day(Context(text), None, 15, 20)
True
"""

from __future__ import annotations

from typing import Final

from timeline.timex.context import Context
from timeline.timex.rules.outlook import (
    BEGINS,
    EACH,
    EACH_LENGTH,
    MEANWHILE,
    MEANWHILE_LENGTH,
    OF_ONE_DAY,
    TIMETABLE,
    USUAL_HOURS,
    announces,
)
from timeline.timex.told import Told

_USUAL_BEGINS: Final = "的"
_EVERY: Final = "每"


def day_told(context: Context, start: int) -> Told | None:
    """The day told before that hours at ``start`` may be of.

    It is the last one; in a sentence behind 车票3日10时起发售 it is the single day told before that.
    """
    last = context.last_day
    if last is None or last.single or not context.days or context.text[last.end : last.end + 1] not in BEGINS:
        return last
    before = context.days[-1]
    other = not context.same_sentence(last, start) and context.same_paragraph(before, start)
    return before if other and not announces(context.text, before.end) else last


def day_meanwhile(context: Context, told: Told | None, start: int) -> tuple[bool, Told | None]:
    """Whether hours are of what goes on meanwhile, and its day if it is of one: 踩街期间，中正路14时至22时禁行."""
    if told is None or context.same_sentence(told, start):
        return False, None
    found = MEANWHILE.search(context.text, max(told.end, start - MEANWHILE_LENGTH), start)
    if found is None:
        return False, None
    return True, context.day_with(found[1], found.end(1)) if found[1] in OF_ONE_DAY else None


def of_each_day(context: Context, told: Told | None, start: int, end: int) -> bool:
    """Whether a clock time at ``[start, end)`` is of each day, and not of the day ``told`` last.

    首班车6:42发出; 三场均在15:00开讲; 恢复9:00—17:00的常规时间.
    """
    text = context.text
    if told is not None and text.endswith(TIMETABLE, 0, start):
        return not context.same_sentence(told, start) or _EVERY in text[told.end : start]
    if EACH.search(text, max(0, start - EACH_LENGTH), start):
        return True
    return text[end : end + 1] == _USUAL_BEGINS and USUAL_HOURS.match(text, end) is not None
