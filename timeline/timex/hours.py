"""Which day the hours are of that name none, and which hours are of each day that something goes on.

>>> text = "讲座共三场，末场29日。三场均在15:00开讲"
>>> of_each_day(Context(text), None, 15, 20)
True
"""

from __future__ import annotations

from datetime import date
from typing import Final

from timeline.timex.context import Context
from timeline.timex.resolved import Resolved
from timeline.timex.rules.outlook import (
    BEGINS,
    DONE_THEN,
    EACH,
    EACH_LENGTH,
    ENDS,
    HELD,
    MEANWHILE,
    MEANWHILE_LENGTH,
    NO_DAYS_HOURS,
    OCCASION,
    OF_ONE_DAY,
    TIMETABLE,
    USUAL_HOURS,
    announces,
)
from timeline.timex.rules.words import AFTERNOON, EVENING
from timeline.timex.told import Told

_USUAL_BEGINS: Final = "的"
_EVERY: Final = "每"
_DAY: Final = "日"
#: So far below what announced a day its hours stand.
_NEXT_PARAGRAPH: Final = 160
#: So many hours behind one clock time the next one is of the same part of the day, in the next sentence, and so near.
_SOON: Final = 4
_AT_ONCE: Final = 2
_NEXT_PART: Final = 40


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


def day_named(context: Context, start: int) -> Told | None:
    """The day told before of what is named right before hours: 5月20日校庆。…校庆日7时."""
    text = context.text
    if text[start - 1 : start] != _DAY or OCCASION.fullmatch(text, max(0, start - 3), start - 1) is None:
        return None
    return context.day_with(text[start - 3 : start - 1], start - 1)


def day_above(
    context: Context, told: Told | None, anchor: date | None, hour: int, start: int, end: int
) -> tuple[date, bool] | None:
    """The day of hours that is told in a paragraph above them, and whether with its year; ``told`` is the last one.

    They go on with the clock time above, tell what is done on the day to come that was announced there (音乐节5月3日举行。⏎
    上午9时入场), or stand below the line of their day.
    """
    if told is None:
        return None
    if told.moment and context.goes_on_below(told, hour, start):
        return told.moment.date(), told.stated
    if told.day and told.single and anchor and told.day >= anchor and _is_announced(context, told, start, end):
        return told.day, told.stated
    heading = context.programme_day(start)
    return (heading.day, heading.stated) if heading and heading.day else None


def _is_announced(context: Context, told: Told, start: int, end: int) -> bool:
    """Whether something is held on the day of the paragraph above, and hours tell what is done then."""
    text = context.text
    if start - told.end > _NEXT_PARAGRAPH or text.count("\n", told.end, start) != 1:
        return False
    line_start, behind = text.rfind("\n", told.end, start), context.clause(start, end)[1]
    if HELD.search(text, told.end, line_start) is None or NO_DAYS_HOURS.search(text, line_start, behind):
        return False
    return DONE_THEN.search(text, end, behind) is not None


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


def part_carried(context: Context, hour: int, start: int, base: Resolved | None) -> str:
    """The part of day that 6:40 takes over from 当晚6:30 before it; ``base`` is the other end of a range."""
    if base is not None:
        to_midnight = hour == 12 and base.daypart in EVENING  # 晚11点到12点
        return base.daypart if base.hour is None or to_midnight or (hour < 12 and hour + 12 >= base.hour) else ""
    told = context.last_day
    if not told or hour >= 12 or told.daypart not in AFTERNOON:
        return ""
    return told.daypart if context.same_sentence(told, start) or _goes_on_soon(context, told, hour, start) else ""


def _goes_on_soon(context: Context, told: Told, hour: int, start: int) -> bool:
    """Whether a clock time is one of the next hours (下午3时许接警；3时18分到场), the next two in the next sentence."""
    if told.moment is None or start - told.end > _NEXT_PART:
        return False
    between, hours = context.text[told.end : start], hour + 12 - told.moment.hour
    if ENDS.isdisjoint(between):
        return 0 <= hours <= _SOON
    return 0 < hours <= _AT_ONCE and "\n" not in between  # 昨晚10时许，路面塌陷。警方11时起封路
