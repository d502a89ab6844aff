"""Distances in time: 三天前, 两个月后, 此后三年, 未来五天, 两周后的周六.

>>> distance({"ago": (-3, "day")}, 0, date(2025, 4, 22), Context("三天前")).text
'2025-04-19'
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, datetime, timedelta
from typing import Final

from timeline import edtf
from timeline.timex.calendars import workday_after
from timeline.timex.context import Context
from timeline.timex.resolved import Resolved, clock_text, nothing, of_day, stretch
from timeline.timex.spec import Spec
from timeline.timex.told import Told

#: Units of the clock, which need a moment to count from.
_OF_CLOCK: Final = {
    "hour": timedelta(hours=1),
    "minute": timedelta(minutes=1),
    "second": timedelta(seconds=1),
    "quarter of an hour": timedelta(minutes=15),
}
#: Behind these a distance stands for itself beside another time.
_BESIDE_OTHERS: Final = frozenset("和与或者、到是")
#: 又过了三年 counts from what was told, and from nothing else.
_FURTHER: Final = "又"
#: Up to this month the past year is the one that is over.
_NEW_YEAR: Final = 2
#: So many characters behind a year told the next paragraph still goes on from it.
_NEXT_PARAGRAPH: Final = 150


def distance(spec: Spec, start: int, anchor: date | None, context: Context, moment: datetime | None = None) -> Resolved:
    """三天前, 两个月后, 此后三年: counted from the anchor or, where the words say so, from what was told.

    ``moment`` is the anchor's clock time, which 五分钟前 counts from.
    """
    if "lately" in spec and moment is None:
        return nothing()
    count, unit = spec["ago"]
    told = context.last_day or context.last
    if "ago_ref" in spec and ("following" in spec or unit in ("year", "quarter", "month")):
        told = context.last  # 此后三年 and 三年后 go on from what stands right before them
    near = told is not None and (context.same_paragraph(told, start) or _goes_on(spec, told, start, anchor, context))
    if moment is not None and context.text[start - 1 : start] in _BESIDE_OTHERS:
        near = False  # 改到三天后, 明天或者三天后: what is said at a moment counts from it
    if "following" in spec:
        value = None
        if unit in _OF_CLOCK and (moment is not None or unit != "hour"):
            value = _stretch_of_clock(moment, count * _OF_CLOCK[unit]) if moment and "ago_ref" not in spec else None
        elif "ago_ref" not in spec:
            value = _coming(anchor, count, unit) if anchor else None
        elif told is not None and near:
            value = _following(told, count, unit)
        return value or nothing("DURATION", spec["duration"])
    if unit in _OF_CLOCK:
        return _from_moment(count, unit, told.moment if told and near and "ago_ref" in spec else None, moment)
    if "ago_ref" in spec and told is not None and near:
        if unit == "month" and told.month is None:
            return nothing()  # 2016年停办，三个月后
        origin, resolution = told.day or date(told.year, told.month or 1, 1), "inherited"
    elif anchor is not None and (unit != "workday" or moment is not None) and context.text[start] != _FURTHER:
        # 5个工作日后 in a text counts from a step of a procedure
        origin, resolution = anchor, "relative"
    else:
        return nothing()
    try:
        if "same_day" in spec and unit == "month":
            return same_day(origin, count)
        if "ago_days" in spec:
            moved = same_day(origin, count).day
            assert moved is not None
            step = f"{origin} {count:+d} months {spec['ago_days']:+d} days"
            return of_day(moved + timedelta(spec["ago_days"]), resolution, step)
        value = _moved(origin, count, unit, resolution)
        if "weekend" in spec and value.day:  # 两周后的周末
            day = value.day + timedelta(6 - value.day.isoweekday())
            return stretch(day, day + timedelta(1), resolution, f"{value.steps[0]}, weekend")
        if "weekday" in spec and value.day:  # 两周后的周六
            day = value.day + timedelta(spec["weekday"] - value.day.isoweekday())
            value = of_day(day, resolution, f"{value.steps[0]}, weekday {spec['weekday']}")
        return value
    except (ValueError, OverflowError):
        return nothing()


def _from_moment(count: int, unit: str, told: datetime | None, now: datetime | None) -> Resolved:
    """五分钟前, 两小时后: counted from the clock time told before it, else from the anchor's."""
    origin = told or now
    if origin is None:
        return nothing("TIME")
    then = origin + count * _OF_CLOCK[unit]
    step = f"{origin:%Y-%m-%d %H:%M} {count:+d} {unit}s"
    value = of_day(then.date(), "inherited" if told else "relative", step, told is not None)
    value.text, value.hour, value.type = clock_text(then), then.hour, "TIME"
    return value


def _stretch_of_clock(moment: datetime, length: timedelta) -> Resolved:
    """过去十分钟, 未来两小时: the stretch before or behind a moment."""
    first, last = sorted((moment, moment + length))
    text = f"{clock_text(first)}/{clock_text(last)}"
    step = f"{length} from {moment:%Y-%m-%d %H:%M}"
    value = Resolved(text, "relative", None, (step,), first.year, first.month, first.date())
    value.hour, value.type = first.hour, "TIME"
    return value


def moved_from(value: Resolved, count: int, unit: str) -> Resolved:
    """What lies so far from a day: 10月1日三天后, 国庆节前一周, 春节那周."""
    day = value.day
    if day is None:
        return nothing()
    step = "; ".join((*value.steps, f"{day} {count:+d} {unit}{'' if ' ' in unit else 's'}"))
    told = value.resolution, step, value.stated
    monday = day - timedelta(day.weekday())
    if unit in ("days", "months"):
        far = day + timedelta(count) if unit == "days" else same_day(day, count).day
        assert far is not None
        return stretch(day + timedelta(1), far, *told) if count > 0 else stretch(far, day - timedelta(1), *told)
    if unit == "week of":
        return stretch(monday, monday + timedelta(6), *told)
    if unit == "weekend of":
        saturday = monday + timedelta(5 if day.weekday() > 1 else -2)
        return stretch(saturday, saturday + timedelta(1), *told)
    if unit == "month of":
        return Resolved(f"{day:%Y-%m}", value.resolution, None, (step,), day.year, day.month, stated=value.stated)
    if unit in ("weekday", "weekend"):
        away = (abs(count) - day.isoweekday()) * (1 if count > 0 else -1) % 7 or 7
        first = day + timedelta(away if count > 0 else -away)
        return stretch(first, first + timedelta(unit == "weekend"), *told)
    if unit == "workday":
        return of_day(workday_after(day, count), *told)
    if unit in ("month", "year"):
        moved = same_day(day, count * (12 if unit == "year" else 1)).day
    else:
        moved = day + timedelta(count * (7 if unit == "week" else 1))
    assert moved is not None
    return of_day(moved, *told)


def at_same_clock(value: Resolved, moment: datetime) -> Resolved:
    """明天这个时候, 下周这个时候: the clock time of ``moment`` on the day named; 去年这个时候: its day in that year or month."""
    if value.day is None:
        if not value.year or value.text is None:
            return value
        months = 12 * (value.year - moment.year) + ((value.month or moment.month) - moment.month)
        return same_day(moment.date(), months)
    day = value.day
    if value.last not in (None, day):
        day += timedelta(moment.weekday())
    there = of_day(day, value.resolution, "; ".join((*value.steps, f"at {moment:%H:%M}")), value.stated)
    there.text = clock_text(datetime.combine(day, moment.time()))
    there.hour, there.type = moment.hour, "TIME"
    return there


def same_day(anchor: date, months: int) -> Resolved:
    """去年的今天, 三个月前的今天: the anchor's day in another year or month; the last of it where it has no such day."""
    year, month = edtf.add_months(anchor.year, anchor.month, months)
    last = monthrange(year, month)[1]
    return of_day(date(year, month, min(anchor.day, last)), "relative", f"{anchor} {months:+d} months")


def _goes_on(spec: Spec, told: Told, start: int, anchor: date | None, context: Context) -> bool:
    """Whether what is told of a past year goes on in the next paragraph: 1992年停办。⏎六年后他回到村里."""
    count, unit = spec["ago"]
    if anchor is None or unit != "year" or count <= 0 or "ago_ref" not in spec or not told.printed:
        return False
    near = start - told.end <= _NEXT_PARAGRAPH and told.year + count <= anchor.year
    return near and not context.looks_ahead(start, start)


def _following(told: Told, count: int, unit: str) -> Resolved | None:
    """The ``count`` units behind (or, negative, before) a told time: 此后三年, 随后十天; None when it is coarser."""
    step = f"{abs(count)} {unit}s {'behind' if count > 0 else 'before'} what was told"
    if unit == "year":
        year = told.year
        first, last = (year + 1, year + count) if count > 0 else (year + count, year - 1)
        return Resolved(f"{first}" if first == last else f"{first}/{last}", "inherited", None, (step,))
    if unit in ("day", "week") and told.day:
        return _days_from(told.day, count * (7 if unit == "week" else 1), "inherited", step)
    if unit in ("month", "quarter") and told.month:
        months = abs(count) * (3 if unit == "quarter" else 1)
        begin = edtf.add_months(told.year, told.month, 1 if count > 0 else -months)
        return Resolved(_month_range(begin, edtf.add_months(*begin, months - 1)), "inherited", None, (step,))
    return None


def _coming(anchor: date, count: int, unit: str) -> Resolved:
    """The ``count`` units before or behind the article's date, as finely as they are counted: 过去十年, 未来三天."""
    step = f"{abs(count)} {unit}s {'behind' if count > 0 else 'before'} {anchor}"
    if unit == "hour":  # 未来24小时: no hour of the article is known, so its day and those reached
        day = anchor + timedelta(count // 24 if count > 0 else -(-count // 24))
        return stretch(min(anchor, day), max(anchor, day), "relative", step)
    if unit in ("day", "week"):
        return _days_from(anchor, count * (7 if unit == "week" else 1), "relative", step)
    if unit in ("year", "century"):
        count *= 100 if unit == "century" else 1
        first, last = sorted((anchor.year, anchor.year + count))
        over = count == -1 and anchor.month <= _NEW_YEAR  # 过去一年, in January
        return Resolved(f"{first:04d}" if over else f"{first:04d}/{last:04d}", "relative", None, (step,))
    months = count * (3 if unit == "quarter" else 1)
    ends = sorted(((anchor.year, anchor.month), edtf.add_months(anchor.year, anchor.month, months)))
    return Resolved(_month_range(*ends), "relative", None, (step,))


def _days_from(day: date, count: int, resolution: str, step: str) -> Resolved:
    first, last = (
        (day + timedelta(1), day + timedelta(count)) if count > 0 else (day + timedelta(count), day - timedelta(1))
    )
    return stretch(first, last, resolution, step)


def _month_range(first: tuple[int, int], last: tuple[int, int]) -> str:
    text = f"{first[0]:04d}-{first[1]:02d}"
    return text if first == last else f"{text}/{last[0]:04d}-{last[1]:02d}"


def _moved(origin: date, count: int, unit: str, resolution: str) -> Resolved:
    step = f"{origin} {count:+d} {unit}s"
    if unit == "year":
        year = origin.year + count
        return Resolved(f"{year:04d}", resolution, None, (step,), year, stated=True) if 0 < year < 9999 else nothing()
    if unit in ("month", "quarter"):
        year, month = edtf.add_months(origin.year, origin.month, count * (3 if unit == "quarter" else 1))
        return Resolved(f"{year:04d}-{month:02d}", resolution, None, (step,), year, month)
    if unit == "workday":
        return of_day(workday_after(origin, count), resolution, step)
    if unit in ("day", "week"):
        return of_day(origin + timedelta(count * (7 if unit == "week" else 1)), resolution, step)
    return nothing("TIME")
