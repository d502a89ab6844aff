"""One unit of a larger one, by its number: 5月第二个星期日, 4月最后一天, 2025年第一周, 本月最后一个周五.

>>> from timeline.timex.engine import Grammar
>>> [atom.spec for atom in Grammar(RULES).atoms("5月第二个星期日")]
[{'nth': 2, 'weekday': 7}]
"""

from __future__ import annotations

import re

from timeline.timex import spec as level
from timeline.timex.engine import Rule
from timeline.timex.numerals import number
from timeline.timex.rules.words import WEEK_NAME, WEEKDAY, WEEKDAYS
from timeline.timex.spec import Spec

_ORDINAL = r"(?:第(?P<n>(?:(?<=年第)|(?<=年的第))(?:[1-4][0-9]|5[0-3]|[一二三四五]?十[一二三四五六七八九]?|[6-9六七八九])(?=个?周(?!年)|个?星期(?![一二三四五六日天]))|[1-5]|[一二三四五])|(?P<first>首|头一)|(?P<from_end>倒数第[一二三四五])|(?P<last>最后)一?)"
_WEEKDAY = rf"个?(?:{WEEK_NAME}(?P<weekday>{WEEKDAY})|(?P<weekend>周末|双休日)|(?P<working>工作日))"
# 第二天 is the day after the one told; only the first and the last day of a unit need no more than the unit before them
_DAY = r"(?P<day>[天日])(?!本)"
_DAYS = r"(?P<end>[前头]|(?<=周)后|最后)(?:(?P<count>[2-9]|1[0-9]|20|[两三四五六七八九十])[天日](?!本)|(?P<weeks_of>[2-4两三四])(?:周(?!年)|个?星期|个?礼拜))"
_FROM_END = r"倒数第(?P<back>[一二三四五])天|第(?P<of_year>(?<=年第)[0-9]{2,3}|(?<=年的第)[0-9]{2,3})天"
_MONTHS = r"(?:(?P<side>(?<=[度半]年)[前头]|(?<=季度)[前头]|(?<=[季半].的)[前头]|后|最后)(?P<months>[一1-5两二三四五])|(?P<nth_month>第[1-9一二三四五六七八九]|首))个月(?![前后来])"
_WEEK = r"个?(?P<week>周(?![一二三四五六日末年边])|星期(?![一二三四五六日天]))"


def _nth(match: re.Match[str]) -> Spec | None:
    if match["count"] or match["weeks_of"]:
        count = number(match["count"]) if match["count"] else 7 * number(match["weeks_of"])
        return {"nth": -count if match["end"] in ("最后", "后") else 1, "days": count}
    if match["months"]:
        months = number(match["months"])
        return {"nth": 1 if match["side"] in "前头" else -months, "months_of": months}
    if match["nth_month"]:
        return {"nth": 1 if match["nth_month"] == "首" else number(match["nth_month"][1:]), "months_of": 1}
    if match["back"]:
        return {"nth": -number(match["back"])}
    if match["of_year"]:
        return {"nth": number(match["of_year"])}
    if match["from_end"]:
        ordinal = -number(match["from_end"][-1])
    else:
        ordinal = -1 if match["last"] else 1 if match["first"] else number(match["n"])
    if match["day"] and ordinal > 1:
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
    return spec


RULES = [
    Rule(
        "ordinal.nth",
        rf"(?:(?<=[年月周度期旬季份])|(?<=[年月周度期旬季份]的)|(?<=[前后]的))(?:(?:(?<=年)|(?<=季度)|(?<=年的)|(?<=季度的)){_MONTHS}|{_DAYS}|{_FROM_END}|{_ORDINAL}(?:{_WEEKDAY}|{_DAY}|{_WEEK}))",
        _nth,
        level.DAY,
        level.DAY,
        lambda spec: (level.SEGMENT, level.SEGMENT) if "months_of" in spec else (level.DAY, level.DAY),
    ),
]
