"""Repetitions (ISO-TimeML SET): 每周四晚7点, 每月15日, 每年农历三月三, 逢五逢十, 每年5月第二个星期日.

>>> from timeline.timex.engine import Grammar
>>> [atom.spec for atom in Grammar(RULES).atoms("每周四晚7点")]
[{'set_rule': 'FREQ=WEEKLY;BYDAY=TH;BYHOUR=19;BYMINUTE=0'}]

Where the words fix the days, the rule is given as an RRULE (see timeline.timex.recurrence); 每年 alone fixes none.
"""

from __future__ import annotations

from timeline import regex as re
from timeline.timex import spec as level
from timeline.timex.calendars import SOLAR_TERMS, WEEKDAY_CODES, festival_names, recurring
from timeline.timex.numerals import number
from timeline.timex.rule import Rule
from timeline.timex.rules.words import DAYPARTS, HAN_GUARD, WEEKDAYS, hour_of
from timeline.timex.spec import Spec

#: A last day ends the rule, 每周六至12月26日; it is a part of the rule in 每年9月1日至10月8日.
_LAST_DAY_OF_RULE = "(?:[0-9]{4}年)?(?:1[0-2]|0?[1-9])月(?:[0-9]{1,2}[日号]|底)"
_TAIL = rf"(?:[0-9〇零一二三四五六七八九十两廿首、,，和—－\-~～:：点时分月日号周星期末初底旬农历闰年季度次夏冬春秋礼拜份上下午早晚凌晨中夜间里傍天刻清的最后个第半逢\s正腊除夕]|(?<=[日号月年旬初末底])[至到]|[至到](?!{_LAST_DAY_OF_RULE}))"
_UNIT = r"(?:半个?小时|个?小时|个?钟头|个?学[期年]|个?(?:法定)?节?假[日期]|个?世纪|闰年|个?(?:早上|上午|中午|下午|晚上)(?!好)|个(?:交易|营业|教学|上课)日|[一两二三四五六]个半(?:小时|钟头|月)|一?刻钟|(?<=[0-9])秒钟?|周的?工作日|(?<=隔)(?:[几数](?:个?小时|分钟|天|年|个?月|周))|(?<=每)几(?:天|年|个月|周|小时)|百年|个?工作日|个?(?:周末|双休日|年|月|周|天|日|晚|夜|早|晨|星期|礼拜|季度?|半年|半个?月|小时|分钟)|农历(?=初|[正冬腊一二三四五六七八九十]{1,2}月))"
#: Behind a number this counts: 每周三次 is three times a week and not on Wednesdays.
_COUNTED = r"(?:[至到—\-~～、或]?[一二两三四五六七八九十])?(?:[次场趟回遍个名篇堂顿]|节(?![目日假])|天(?!气|空)|期(?!间)|班次|小时|更(?![新加多换]))"
_END = (
    r"(?:(?<=个)工作日|(?<=[周期拜、至到])[一二三四五六日天]|(?<=[周期拜][一二三四五六])[一二三四五六日][一二三四五六日]?|(?<=[二三九]月)[二三九]|初[一二三四五六七八九十]"
    r"|[十廿][一二三四五六七八九](?![点时届个次])|[点时分日号月晚午晨夜半末旬早底夕]|(?<=傍)晚|(?<=月)份(?!额)|(?<=[早晚夜])[上间里](?!班)|(?<=[点分])整|(?<=点)[二三四五]?十五?|(?<=点)[一三]刻|(?<=[年月])初(?![中级])|(?<=半)年|季度?|(?<=月)的?(?:第[一二三四]|首|最后一)个?(?:周(?![一二三四五六日末])|星期(?![一二三四五六日天]))|(?<=一)天|[0-5][0-9])"
)
_FESTIVAL = "|".join(sorted(festival_names(), key=len, reverse=True))
_TERM = "|".join(SOLAR_TERMS)
_SEASON = r"[春夏秋冬](?:季|天(?!气))"
#: What comes round without a day of its own: 每到汛期.
_TIMES_OF_YEAR = (
    "汛期|雨季|旱季|梅雨季?|台风季|[旅游]{0,2}[旺淡]季|花[期季]|寒暑假|[暑寒]假|假期|节假日|开学季?|毕业季|农[闲忙]|秋收|春耕|夏收|丰收季?|收获季|采摘季"
    "|早晚高峰|高峰期?|饭点|年关|年[底末]|岁末|春运|夏夜|傍晚|入夜|夜晚|夜幕降临|[春夏秋冬][日末初]|初[春夏秋冬]|盛夏|深秋|寒冬"
)
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
_LAST_DAY = re.compile(r"的?最后一[天日]|月?底最后一天")
_FIRST_DAY = re.compile("第一天|首日")
_WORKDAY = re.compile(r"的?(?:第(?P<n>[一二三四五1-5])|(?P<first>首)|(?P<last>最后一?))个?工作日")
_LUNAR_DAY = r"(?:初[一二三四五六七八九十]|[一二]?十[一二三四五六七八九]?|二十|廿[一二三四五六七八九]|三十)"
_DAYS = re.compile(
    r"的?(?P<days>[0-9]{1,2}[日号]?(?:[、,，和及至到—~-][0-9]{1,2}[日号]?)*"
    r"|[一二三四五六七八九十]{1,3}[日号]?(?:[、，和及至到][一二三四五六七八九十]{1,3}[日号]?)*)[日号]"
)
_LUNAR_DAYS = re.compile(rf"的?(?:农历)?(?P<days>{_LUNAR_DAY}(?:[、和及]{_LUNAR_DAY})*)")
_MONTH = re.compile(r"的?(?P<lunar>农历)?(?P<m>闰?(?:1[0-2]|[1-9]|十[一二]?|[二三四五六七八九]|[正冬腊一]))月")
_PART = "|".join(sorted(DAYPARTS, key=len, reverse=True))
_LONG_PART = "|".join(part for part in DAYPARTS if len(part) > 1)
_CLOCK = re.compile(
    rf"(?P<part>{_PART})?(?P<h>2[0-4]|1[0-9]|[0-9]|零|[二]?十[一二三四五六七八九]?|[一二两三四五六七八九])"
    r"(?:[:：](?P<m>[0-5][0-9])|[点时](?:(?P<half>半)|(?P<quarter>[一三])刻|(?P<m2>[0-5]?[0-9]|[二三四五]?十五?)分?)?)"
)


#: 每逢春节, 每个冬天: once a year.
_NAMED_FEAST = re.compile(rf"每[逢到个](?={_FESTIVAL}|{_TERM}|{_SEASON})")
_WEEK, _SPAN = "周|星期|礼拜", "[至到—－～~-]{1,2}"
_HOURS = (
    rf"(?:{_PART})?\s?"
    r"(?:(?:2[0-4]|1[0-9]|0?[0-9])(?:[:：][0-5][0-9]|[点时](?:半|[0-5][0-9]分?)?)|二?十?[一二三四五六七八九十两][点时](?:半|[一二三四五]?十五?分?)?)"
)
#: 朝九晚五: the hours of who works in an office.
_IDIOM = "朝[七八九十]晚[四五六七八九十]"
#: The afternoon's hours behind those of the morning.
_MORE_HOURS = rf"(?:[、，,和及]\s?{_HOURS}\s?{_SPAN}\s?{_HOURS})?"


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
        return (f"RSCALE=CHINESE;FREQ=MONTHLY;BYMONTHDAY={_lunar(found['days'])}", "") if found else ("", rest)
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
        return f"{rule};BYDAY={','.join(f'{each}{day}' for each in ordinals)}", rest[found.end() :]
    if found := _LAST_DAY.match(rest):
        return f"{rule};BYMONTHDAY=-1", rest[found.end() :]
    if found := _WORKDAY.match(rest):
        nth = -1 if found["last"] else 1 if found["first"] else number(found["n"])
        return f"{rule};BYDAY=MO,TU,WE,TH,FR;BYSETPOS={nth}", rest[found.end() :]
    if found := _DAYS.match(rest):
        return f"{rule};BYMONTHDAY={_by_month_day(found['days'])}", rest[found.end() :]
    if (found := _LUNAR_DAYS.match(rest)) and "BYMONTH=" not in rule:
        return f"RSCALE=CHINESE;{rule};BYMONTHDAY={_lunar(found['days'])}", rest[found.end() :]
    return "", rest


def _by_month_day(words: str) -> str:
    days: list[int] = []
    for until, each in re.findall(r"([至到—~-]?)([0-9]+|[一二三四五六七八九十]+)", words):
        day = number(each)
        days += range(days[-1] + 1, day + 1) if until and days else [day]
    return ",".join(map(str, days))


def _lunar(words: str) -> str:
    return ",".join(str(number(day.removeprefix("初"))) for day in re.findall(_LUNAR_DAY, words))


def _of_year(rest: str) -> tuple[str, str]:
    rest = rest.removeprefix("的")
    if found := re.match(rf"(?:农历)?(?P<name>{_FESTIVAL}|{_TERM})", rest):
        name = festival_names().get(found["name"]) or f"term:{found['name']}"
        return recurring(name), rest[found.end() :]
    if found := _LAST_DAY.match(rest):
        return "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31", rest[found.end() :]
    if found := _FIRST_DAY.match(rest):
        return "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1", rest[found.end() :]
    found = _MONTH.match(rest)
    if found is None:
        return "", rest
    name, behind = found["m"], rest[found.end() :]
    month = {"正": "1", "冬": "11", "腊": "12"}.get(name.removeprefix("闰")) or str(number(name.removeprefix("闰")))
    day = re.match(rf"(?P<d>{_LUNAR_DAY}|[二三九](?![日号十]))(?![日号])", behind)
    if day and (found["lunar"] or name[-1] in "正冬腊" or day["d"][0] in "初廿" or day["d"] == name):
        lunar = month + ("L" if name.startswith("闰") else "")
        return f"RSCALE=CHINESE;FREQ=YEARLY;BYMONTH={lunar};BYMONTHDAY={_lunar(day['d'])}", behind[day.end() :]
    return _of_month(f"FREQ=YEARLY;BYMONTH={month}", behind)


def _time(unit: str, rest: str) -> str:
    found = _CLOCK.search(rest)
    if found is None:
        idiom = re.search(_IDIOM, rest)
        return f";BYHOUR={number(idiom[0][1])};BYMINUTE=0" if idiom else ""
    part = found["part"] or (unit if unit in ("晚", "夜", "早", "晨") else "")
    minute = _minute(found)
    hours = [hour_of(number(found["h"]), part) % 24]
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


def _set(match: re.Match[str]) -> Spec:
    return {"set_rule": rrule(_NAMED_FEAST.sub("每年", match[0]))}


def _hours(match: re.Match[str]) -> Spec:
    """Opening hours: what holds on several weekdays between two clock times is a habit, 每 or not."""
    return {"set_rule": rrule(f"每{match[0]}")}


RULES = [
    Rule(
        "sets.each",
        rf"(?:每年的?(?:这个?时候|此时|同一时[间期])|每[逢到当](?:{_TIMES_OF_YEAR})(?:时节|季节|期间|来临)?|每(?:[逢到]?年的?|[逢到个])(?:{_FESTIVAL}|(?:{_TERM})|{_SEASON})(?:假期|期间|前后|节|当天|时节)?"
        rf"|(?:每[逢到当过]?|(?<![适恰正喜欣时又遇])逢|隔(?=[周月])|隔(?=[天日晚]一?[班次趟场轮])|(?<![间相分阻])隔(?=(?:[两三四五六七八九十]|[0-9]{{1,2}})(?:天|周|个月|年)[^，。；0-9]{{1,4}}一次))(?:隔)?(?:[一两二三四五六七八九十百0-9]{{0,3}}){_UNIT}(?!均|人|级|度一)(?:(?!(?:[一二两三四五六七八九十]{{1,3}}|[0-9]{{1,3}}){_COUNTED})(?:{_TAIL}|(?<=个)工作日){{0,30}}{_END})?(?:{_IDIOM})?)",
        _set,
        level.WHOLE,
        level.WHOLE,
    ),
    Rule(  # 周二至周日9:00—17:00, 工作日早上九点
        "sets.hours",
        rf"(?:(?:{_WEEK})[一二三四五六](?:{_SPAN}(?:{_WEEK})?[一二三四五六日天]|[、,，和](?:{_WEEK})?[二三四五六日天]|日){{1,3}}\s?(?:{_HOURS}\s?{_SPAN}\s?{_HOURS}{_MORE_HOURS}|{_IDIOM})|(?:(?<!个)工作日|(?:{_WEEK})[一二三四五](?:{_SPAN}(?:{_WEEK})?[二三四五六日天]))(?:的?每[天日晚])?的?\s?{_HOURS}(?:\s?{_SPAN}\s?{_HOURS}{_MORE_HOURS})?)",
        _hours,
        level.WHOLE,
        level.WHOLE,
    ),
    Rule(  # 周一三五
        "sets.several_days",
        rf"(?:{_WEEK})[一二三四五][二三四五六]{{1,4}}[三四五六日](?![十百千万点时0-9:：号月])",
        _hours,
        level.WHOLE,
        level.WHOLE,
    ),
    Rule(  # 每逢初一、十五
        "sets.lunar_days",
        rf"每?逢(?:农历)?(?P<days>初[一二三四五六七八九十](?:[、和及]?(?:初[一二三四五六七八九十]|{_LUNAR_DAY})){{0,4}})",
        lambda m: {"set_rule": f"RSCALE=CHINESE;FREQ=MONTHLY;BYMONTHDAY={_lunar(m['days'])}"},
        level.WHOLE,
        level.WHOLE,
    ),
    Rule(  # 每逢5号
        "sets.numbered_day",
        r"每[逢到]?(?P<d>3[01]|[12][0-9]|[1-9])[日号](?![线楼])",
        lambda m: {"set_rule": f"FREQ=MONTHLY;BYMONTHDAY={m['d']}"},
        level.WHOLE,
        level.WHOLE,
    ),
    Rule(  # 一周两次, 两年一次
        "sets.so_often",
        r"(?:(?P<n>[一两二三四五])(?:天|日|周|个?星期|个?月|季度?|年)|半年|半个?月|半个?小时)(?P<times>[一两二三四五六七八九十几数]|[0-9]{1,2})次(?!方)",
        lambda _: {"set_rule": ""},
        level.WHOLE,
        level.WHOLE,
        None,
        HAN_GUARD,
    ),
    Rule(  # 天天, 年年
        "sets.doubled",
        "(?:天天|年年|月月|夜夜|周周)(?![向有快平好乐红见鲜岁])",
        lambda _: {"set_rule": "", "loose": True},
        level.WHOLE,
        level.WHOLE,
        None,
        "(?<![一今昨明后前春夏秋冬每几整单双隔])",
    ),
    Rule(  # 逢单日限行
        "sets.odd_days",
        "每?逢(?P<odd>单|双)(?:[日号]|(?P<week>周(?!年)))",
        lambda m: {
            "set_rule": ""
            if m["week"]
            else f"FREQ=MONTHLY;BYMONTHDAY={','.join(map(str, range(1 if m['odd'] == '单' else 2, 32, 2)))}"
        },
        level.WHOLE,
        level.WHOLE,
    ),
    Rule(  # days of a market, in either calendar
        "sets.market",
        r"(?:每?逢(?:农历)?|农历逢)(?:[一二三四五六七八九十](?:[、逢]{1,2}[一二三四五六七八九十]){1,9}|一四七|二五八|三六九|四七十|一六|二七|三八|四九|五十|五十?逢十)(?![个届次条节年天日月一二三四五六七八九十妇])",
        lambda _: {"set_rule": ""},
        level.WHOLE,
        level.WHOLE,
    ),
    Rule(
        "sets.workdays",
        rf"(?<![个第首后的一二三四五六七八九十0-9\s])(?:法定)?工作日(?:的?(?:{_LONG_PART})(?![班会])|(?!志|程|益|前|后|起))",
        lambda _: {"set_rule": "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"},
        level.WHOLE,
        level.WHOLE,
    ),
]
