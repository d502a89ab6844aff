"""The RRULE that the words of a repetition state: 每周四晚7点, 每月最后一个周五, 每年农历三月三.

>>> rrule("每周四晚7点"), rrule("每年")
('FREQ=WEEKLY;BYDAY=TH;BYHOUR=19;BYMINUTE=0', '')
"""

from __future__ import annotations

from timeline import regex as re
from timeline.timex.calendars import SOLAR_TERMS, WEEKDAY_CODES, festival_names, recurring
from timeline.timex.numerals import number
from timeline.timex.rules.words import DAYPARTS, WEEKDAYS, hour_of

#: Days of the year by their names, longer ones first.
FESTIVAL = "|".join(sorted(festival_names(), key=len, reverse=True))
TERM = "|".join(SOLAR_TERMS)
_LIST = r"[、,，和及至到—\-~～]"

_HEAD = re.compile(
    r"(?:每逢|每到|每当|每隔|每|逢|隔)(?P<n>[0-9]{1,2}|[一二两三四五六七八九十]{1,2})?个?"
    r"(?P<unit>工作日|周末|双休日|半年|半个?月|季度?|年|月|周|天|日|晚|夜|早|晨|星期|礼拜|小时|分钟|农历)"
)
_WEEKDAYS = re.compile(
    rf"的?(?:周|星期|礼拜)?[一二三四五六日天](?:{_LIST}?(?:周|星期|礼拜)?[一二三四五六日天](?!点|时))*"
)
_ORDINAL = re.compile(
    r"(?P<n>第[一二三四五1-5](?:个?[、和及]第?[一二三四五1-5])*|最后一?)个?(?:周|星期|礼拜)(?P<day>[一二三四五六日天])"
)
_AND = frozenset("和、及与")
_LAST_DAY = re.compile(r"的?(?:最后一|倒数第(?P<back>[二三四五]))[天日]|月?底最后一天")
_FIRST_DAY = re.compile("第一天|首日")
_WORKDAY = re.compile(r"的?(?:第(?P<n>[一二三四五1-5])|(?P<first>首)|(?P<last>最后一?))个?工作日")
#: A day of a month of the traditional calendar.
LUNAR_DAY = r"(?:初[一二三四五六七八九十]|[一二]?十[一二三四五六七八九]?|二十|廿[一二三四五六七八九]|三十)"
_DAYS = re.compile(
    r"的?(?P<days>[0-9]{1,2}[日号]?(?:[、,，和及至到—~-][0-9]{1,2}[日号]?)*"
    r"|[一二三四五六七八九十]{1,3}[日号]?(?:[、，和及至到][一二三四五六七八九十]{1,3}[日号]?)*)[日号]"
)
_LUNAR_DAYS = re.compile(rf"的?(?:农历)?(?P<days>{LUNAR_DAY}(?:[、和及]{LUNAR_DAY})*)")
_MONTH = re.compile(r"的?(?P<lunar>农历)?(?P<m>闰?(?:1[0-2]|[1-9]|十[一二]?|[二三四五六七八九]|[正冬腊一]))月")
#: The parts of a day, longer ones first.
PART = "|".join(sorted(DAYPARTS, key=len, reverse=True))
_CLOCK = re.compile(
    rf"(?P<part>{PART})?(?P<h>2[0-4]|1[0-9]|[0-9]|零|[二]?十[一二三四五六七八九]?|[一二两三四五六七八九])"
    r"(?:[:：](?P<m>[0-5][0-9])|[点时](?:(?P<half>半)|(?P<quarter>[一三])刻|(?P<m2>[0-5]?[0-9]|[二三四五]?十五?)分?)?)"
)


#: 朝九晚五: the hours of who works in an office.
IDIOM = "朝[七八九十]晚[四五六七八九十]"


def rrule(words: str) -> str:
    """The RRULE that a repetition states, "" when its words fix no days."""
    words = "".join(words.split())
    head = _HEAD.match(words)
    if head is None:
        return ""
    spaced = words.startswith(("每隔", "隔"))
    rest, unit = words[head.end() :], head["unit"]
    # 每隔三天 is every third day for some and every fourth for others
    if spaced and head["n"] not in (None, "一", "1"):
        return ""
    interval = 2 if spaced else number(head["n"]) if head["n"] else 1
    days, rest = _days(unit, rest, interval)
    if not days:
        return ""
    step = f";INTERVAL={interval}" if interval > 1 and "INTERVAL" not in days else ""
    return f"{days}{step}{_time(unit, rest)}"


def _days(unit: str, rest: str, interval: int) -> tuple[str, str]:
    """The part of the rule that fixes the days, and the words behind them."""
    if unit in ("天", "日", "晚", "夜", "早", "晨"):
        return "FREQ=DAILY", rest
    if unit == "工作日":
        return "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", rest
    if unit in ("周末", "双休日") or (unit == "周" and rest.startswith("末")):
        return "FREQ=WEEKLY;BYDAY=SA,SU", rest.removeprefix("末")
    if unit == "周" and rest.removeprefix("的").startswith("工作日"):
        return "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", rest
    if unit in ("周", "星期", "礼拜"):
        found = _WEEKDAYS.match(rest)
        return (f"FREQ=WEEKLY;BYDAY={_by_day(found[0])}", rest[found.end() :]) if found else ("", rest)
    if unit == "农历":
        found = _LUNAR_DAYS.match(rest)
        return (f"RSCALE=CHINESE;FREQ=MONTHLY;BYMONTHDAY={lunar_days(found['days'])}", "") if found else ("", rest)
    if unit == "月":
        return _of_month("FREQ=MONTHLY", rest)
    return _of_year(rest) if unit == "年" and interval == 1 else ("", rest)


def _by_day(words: str) -> str:
    days: list[int] = []
    until = False
    for char in words:
        if char in WEEKDAYS:
            day = WEEKDAYS[char]
            days += range(days[-1] + 1, day + 1) if until and days else [day]
            until = False
        elif char in "至到—-~～":
            until = True
    return ",".join(WEEKDAY_CODES[day - 1] for day in sorted(set(days)))


def _of_month(rule: str, rest: str) -> tuple[str, str]:
    """The days of a month that the words name, added to ``rule``."""
    rest = rest.removeprefix("的")
    if found := _ORDINAL.match(rest):
        ordinals = (
            [-1]
            if found["n"].startswith("最后")
            else [number(each) for each in re.findall("[一二三四五1-5]", found["n"])]
        )
        day = WEEKDAY_CODES[WEEKDAYS[found["day"]] - 1]
        days, rest = [f"{each}{day}" for each in ordinals], rest[found.end() :]
        if rest[:1] in _AND and (_ORDINAL.match(rest, 1)):  # 第一个周六和第三个周日
            more, rest = _of_month("BYDAY", rest[1:])
            days.append(more.rpartition("=")[2])
        return f"{rule};BYDAY={','.join(days)}", rest
    if found := _LAST_DAY.match(rest):
        return f"{rule};BYMONTHDAY=-{number(found['back'] or '一')}", rest[found.end() :]
    if found := _WORKDAY.match(rest):
        nth = -1 if found["last"] else 1 if found["first"] else number(found["n"])
        return f"{rule};BYDAY=MO,TU,WE,TH,FR;BYSETPOS={nth}", rest[found.end() :]
    if found := _DAYS.match(rest):
        return f"{rule};BYMONTHDAY={_by_month_day(found['days'])}", rest[found.end() :]
    if (found := _LUNAR_DAYS.match(rest)) and "BYMONTH=" not in rule:
        return f"RSCALE=CHINESE;{rule};BYMONTHDAY={lunar_days(found['days'])}", rest[found.end() :]
    return "", rest


def _by_month_day(words: str) -> str:
    days: list[int] = []
    for until, each in re.findall(r"([至到—~-]?)([0-9]+|[一二三四五六七八九十]+)", words):
        day = number(each)
        days += range(days[-1] + 1, day + 1) if until and days else [day]
    return ",".join(map(str, days))


def lunar_days(words: str) -> str:
    """The days of a month that the words name, as an RRULE lists them."""
    return ",".join(str(number(day.removeprefix("初"))) for day in re.findall(LUNAR_DAY, words))


def _of_year(rest: str) -> tuple[str, str]:
    rest = rest.removeprefix("的")
    if found := re.match(rf"(?:农历)?(?P<name>{FESTIVAL}|{TERM})", rest):
        name = festival_names().get(found["name"]) or f"term:{found['name']}"
        return recurring(name), rest[found.end() :]
    if found := _LAST_DAY.match(rest):
        return f"FREQ=YEARLY;BYMONTH=12;BYMONTHDAY={32 - number(found['back'] or '一')}", rest[found.end() :]
    if found := _FIRST_DAY.match(rest):
        return "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1", rest[found.end() :]
    found = _MONTH.match(rest)
    if found is None:
        return "", rest
    name, behind = found["m"], rest[found.end() :]
    month = {"正": "1", "冬": "11", "腊": "12"}.get(name.removeprefix("闰")) or str(number(name.removeprefix("闰")))
    day = re.match(rf"(?P<d>{LUNAR_DAY}|[二三九](?![日号十]))(?![日号])", behind)
    if day and (found["lunar"] or name[-1] in "正冬腊" or day["d"][0] in "初廿" or day["d"] == name):
        lunar = month + ("L" if name.startswith("闰") else "")
        return f"RSCALE=CHINESE;FREQ=YEARLY;BYMONTH={lunar};BYMONTHDAY={lunar_days(day['d'])}", behind[day.end() :]
    return _of_month(f"FREQ=YEARLY;BYMONTH={month}", behind)


def _time(unit: str, rest: str) -> str:
    found = _CLOCK.search(rest)
    if found is None:
        idiom = re.search(IDIOM, rest)
        return f";BYHOUR={number(idiom[0][1])};BYMINUTE=0" if idiom else ""
    part = found["part"] or (unit if unit in ("晚", "夜", "早", "晨") else "")
    minute = _minute(found)
    hours = [hour_of(number(found["h"]), part) % 24]
    if part == "晚" and rest[found.start() - 1 : found.start()] == "早":  # 早晚8点
        hours.insert(0, number(found["h"]))
    # 9点、15点: several hours of the day, where they share their minute
    while (
        (again := _CLOCK.match(rest, found.end() + 1)) and rest[found.end()] in "、和及与" and _minute(again) == minute
    ):
        part = again["part"] or part
        hours.append(hour_of(number(again["h"]), part) % 24)
        found = again
    return f";BYHOUR={','.join(map(str, hours))};BYMINUTE={minute}"


def _minute(clock: re.Match[str]) -> int:
    if clock["quarter"]:
        return 15 * number(clock["quarter"])
    return 30 if clock["half"] else number(clock["m"] or clock["m2"] or "0")
