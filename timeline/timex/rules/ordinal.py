"""One unit of a larger one, by its number: 5月第二个星期日, 4月最后一天, 2025年第一周, 本月最后一个周五; what lies beside a day.

>>> from timeline.timex.engine import Grammar
>>> [atom.spec for atom in Grammar(RULES).atoms("5月第二个星期日")]
[{'nth': 2, 'weekday': 7}]
"""

from __future__ import annotations

from timeline import regex as re
from timeline.timex import spec as level
from timeline.timex.calendars import SOLAR_TERMS, festival_names
from timeline.timex.numerals import number
from timeline.timex.rule import Rule
from timeline.timex.rules.words import WEEK_NAME, WEEKDAY, WEEKDAYS, is_all
from timeline.timex.spec import Spec

_ORDINAL = r"(?:第(?P<n>(?:(?<=年第)|(?<=年的第))(?:[1-4][0-9]|5[0-3]|[一二三四五]?十[一二三四五六七八九]?|[6-9六七八九])(?=个?周(?!年)|个?星期(?![一二三四五六日天]))|[1-5]|[一二三四五])|(?P<first>首|头一)|(?P<from_end>倒数第[一二三四五])|(?P<last>最后)一?)"
_WEEKDAY = rf"个?(?:{WEEK_NAME}(?P<weekday>{WEEKDAY})(?!(?<=日)均)|(?P<weekend>周末|双休日)|(?P<working>工作日))"
# 第二天 is the day after the one told; only the first and the last day of a unit need no more than the unit before them
_DAY = r"(?P<day>[天日])(?!本)"
_DAYS = r"(?P<end>[前头]|(?<=[周月期])后|(?<=[周月期]的)后|最后)(?:(?P<count>[2-9]|1[0-9]|20|[两三四五六七八九十])[天日](?!本)|(?P<weeks_of>[2-4两三四])(?:周(?!年)|个?星期|个?礼拜))"
_FROM_END = r"(?:(?<=[年月周]底)|(?<=[年月周]末))(?P<last_day>最后一[天日])|倒数第(?P<back>[一二三四五])天|第(?P<of_year>(?:(?<=年第)|(?<=年的第))(?:[0-9]{2,3}|一百(?:零[一二三四五六七八九])?)|(?:(?<=月第)|(?<=月的第))(?:[12][0-9]|3[01]|[6-9六七八九]|[二三]?十[一二三四五六七八九]?))天"
_MONTHS = r"(?:(?P<side>(?<=[度半]年)[前头]|(?<=季度)[前头]|(?<=[季半].的)[前头]|后|最后)(?P<months>[一1-5两二三四五])|(?P<nth_month>第[1-9一二三四五六七八九]|首(?=月)|首(?=个月)))(?:个月|(?<=首)月)(?![前后来])|(?P<quarters>第[一二三四1-4]|最后一?|首)个季度"
_YEARS = r"(?:(?<=代)|(?<=纪)|(?<=[代纪]的))(?P<years>最后一|第[一二三四五六七八九]|首)(?:年|(?P<decades>(?<!代...)个十年))|(?<=世纪)(?P<first_years>[前头首])个?十年"
_WEEK = rf"个?(?P<week>周(?![一二三四五六末年边]|日(?!均))|星期(?![一二三四五六日天]))(?:的?{WEEK_NAME}(?P<day_of_week>{WEEKDAY})(?!(?<=日)均))?"


def _first(words: str) -> int:
    """The number of 第三; 首 is the first."""
    return 1 if words == "首" else number(words[1:])


#: Behind these units 第二天 is theirs; behind others it is the day after the one told.
_HAS_DAYS = re.compile(r"(?:[0-9一二三四五六七八九十]月份?|[本这上下]一?个?(?:月|周|星期|礼拜)|[今去明0-9]年)的?\Z")


def _nth(match: re.Match[str]) -> Spec | None:
    if match["count"] or match["weeks_of"]:
        count = number(match["count"]) if match["count"] else 7 * number(match["weeks_of"])
        return {"nth": -count if match["end"] in ("最后", "后") else 1, "days": count}
    if match["months"]:
        months = number(match["months"])
        return {"nth": 1 if match["side"] in "前头" else -months, "months_of": months}
    if match["quarters"]:
        nth = -3 if match["quarters"][0] == "最" else 3 * _first(match["quarters"]) - 2
        return {"nth": nth, "months_of": 3, "quarters": True}
    if match["nth_month"]:
        return {"nth": _first(match["nth_month"]), "months_of": 1}
    if match["last_day"]:
        return {"nth": -1}
    if match["back"]:
        return {"nth": -number(match["back"])}
    if match["first_years"]:  # 本世纪头十年
        return {"nth": 1, "years_of": 10}
    if match["years"]:
        nth = -1 if match["years"] == "最后一" else _first(match["years"])
        return {"nth": nth, "years_of": 10 if match["decades"] else 1}
    if match["of_year"]:
        return {"nth": number(match["of_year"])}
    if match["from_end"]:
        ordinal = -number(match["from_end"][-1])
    else:
        ordinal = -1 if match["last"] else 1 if match["first"] else number(match["n"])
    if match["day"] and ordinal > 1 and not _HAS_DAYS.search(match.string, max(0, match.start() - 5), match.start()):
        return None
    spec: Spec = {"nth": ordinal}
    if match["weekday"]:
        spec["weekday"] = WEEKDAYS[match["weekday"]]
    elif match["weekend"]:
        spec["weekend"] = True
    elif match["working"]:
        spec["workday"] = ordinal
    elif match["week"]:
        spec["weeks"] = True
        if match["day_of_week"]:
            spec["weekday"] = WEEKDAYS[match["day_of_week"]]
    return spec


#: Behind a week of the year, so near, another one is of that year: 今年第19周…，较第9周.
_A_WEEK, _WEEK_BEFORE = re.compile(r"年第[0-9一二三四五六七八九十]{1,3}个?周"), 60


def _week_of_year(match: re.Match[str]) -> Spec | None:
    ordinal = number(match["n"])
    if ordinal > 53:
        return None
    if is_all(match.string, match.start(), match.end()):
        return {"y_rel": 0, "nth": ordinal, "weeks": True}
    if ordinal < 10 and not _A_WEEK.search(match.string, max(0, match.start() - _WEEK_BEFORE), match.start()):
        return None  # 第一周 counts from anything
    return {"nth": ordinal, "weeks": True}


#: A day on which what stands beside it depends: 10月1日, 明天, 周五, 国庆节, 冬至.
_A_DAY = re.compile(
    rf"(?:[0-9一二三四五六七八九十廿][日号]|初[一二三四五六七八九十]|[今明昨前后][天日]|[周期拜][一二三四五六日天]|{'|'.join((*festival_names(), *SOLAR_TERMS))})的?\Z"
)
_LONGEST_NAME = 12
_COUNT = "[0-9]{1,2}|[一二两三四五六七八九十]{1,2}"
_BESIDE = (
    rf"[之以]?(?P<side>[前后])的?(?:(?P<n>半|{_COUNT})(?P<unit>天(?!气|[津文])|日(?!本)|周(?!年|[一二三四五六日])|个?星期(?![一二三四五六日天])|个?礼拜(?![一二三四五六日天])|个月(?!饼)|年(?![级度代])|个?工作日)(?![前后多半])|(?P<night>夜|一[晚夜])(?!间)"
    rf"|(?:的?第一|那|的那)个?(?:{WEEK_NAME}(?P<weekday>{WEEKDAY})|(?P<weekend>周末)))"
    r"|(?P<next>次日|翌日)|(?P<behind>[之以]?后的?)?第(?P<nth>(?<=后第)一|(?<=后的第)一|[二三四五六七])天(?!堂)"
    r"|(?:那个?|那一个?|所在的?(?:那?一个?)?|当)(?:(?P<week>周(?!末|[一二三四五六日年边刊报])|星期(?![一二三四五六日天])|礼拜(?![一二三四五六日天]))|(?P<that_weekend>周末)|(?P<month>月(?![球亮光])))"
)
_MONTHS_OF = {"个月": 1, "年": 12}


def _beside(match: re.Match[str]) -> Spec | None:
    """What lies beside the day that stands before it: so many days from it, the weeks before it, the week that holds it."""
    if not _A_DAY.search(match.string, max(0, match.start() - _LONGEST_NAME), match.start()):
        return None
    sign = -1 if match["side"] == "前" else 1
    if match["next"] or match["nth"]:
        return {"ago": (1 if match["next"] else number(match["nth"]) - (match["behind"] is None), "day")}
    if match["week"] or match["that_weekend"] or match["month"]:
        return {"ago": (0, "week of" if match["week"] else "month of" if match["month"] else "weekend of")}
    if match["night"]:
        return {"ago": (sign, "day"), "daypart": "晚上"}
    if match["weekday"]:
        return {"ago": (sign * WEEKDAYS[match["weekday"]], "weekday")}
    if match["weekend"]:
        return {"ago": (sign * 6, "weekend")}
    unit = match["unit"].removeprefix("个") if match["unit"] != "个月" else "个月"
    if match["n"] == "半":
        return (
            {"ago": (15 * sign, "days")} if unit == "个月" else {"ago": (6 * sign, "months")} if unit == "年" else None
        )
    count = sign * number(match["n"])
    if unit in _MONTHS_OF:
        return {"ago": (count * _MONTHS_OF[unit], "months")}
    if unit in ("天", "日", "工作日"):
        return {"ago": (count, "workday" if unit == "工作日" else "day")}
    return {"ago": (7 * count, "days")}


RULES = [
    Rule("ordinal.beside", f"(?:{_BESIDE})", _beside, level.WHOLE, level.WHOLE, looks_round=True),
    Rule(
        "ordinal.nth",
        rf"(?:(?<=[年月周度期旬季份拜])|(?=(?:最后一|第[一二三四五六七八九]|首)(?:年|个十年)|[前头首]个?十年)(?:(?<=年代)|(?<=世纪)|(?<=年代的)|(?<=世纪的))|(?<=[年月][底末])(?=最后一[天日])|(?<=[年月周度期旬季份拜]的)|(?<=[前后]的))(?:(?:(?<=年)|(?<=季度)|(?<=年的)|(?<=季度的)){_MONTHS}|{_DAYS}|{_FROM_END}|{_YEARS}|{_ORDINAL}(?:{_WEEKDAY}|{_DAY}|{_WEEK}))",
        _nth,
        level.DAY,
        level.DAY,
        lambda spec: (
            (level.SEGMENT, level.SEGMENT) if spec.keys() & {"months_of", "years_of"} else (level.DAY, level.DAY)
        ),
        looks_round=True,
    ),
    Rule(  # 3月5日至8日举行，首日…，最后一日…
        "ordinal.of_stretch",
        "(?P<first>首日(?![封场秀展期票])|首天)|最后一[天日](?![本之])",
        lambda m: {"nth": 1 if m["first"] else -1},
        level.DAY,
        level.DAY,
        None,
        r"(?:(?<=[，。；、：,;\n])|(?<=[，。；,]其中)|(?<=[动会赛展市]的)|(?<=活动|比赛|赛事|展会|庙会|灯会|集市|市集|夜市|书市|书展|画展|花展|展览|展期|会期|赛期|开幕|开展|开赛)|(?<=博览会|文化节|艺术节|旅游节|美食节|音乐节))",
    ),
    Rule(  # 第45周: a week of the year where one was told, or at a moment
        "ordinal.week",
        r"第(?P<n>[1-4][0-9]|5[0-3]|[1-9]|[二三四五]?十[一二三四五六七八九]?|[一二三四五六七八九])个?周(?![年岁一二三四五六日末刊报边])",
        _week_of_year,
        level.DAY,
        level.DAY,
        None,
        "(?<![孕期季学])",
        looks_round=True,
    ),
]
