"""Labelled notices: 时间/地点/报名方式/费用/对象/电话/主办, in any order, boxed or in line.

>>> notice = read_notices("活动时间：4月26日上午\\n活动地点：西山公园\\n报名费用：免费")[0]
>>> notice.details["place"], notice.details["fee"]
('西山公园', '免费')
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_FIELDS = {
    "time": "活动时间|时间|举办时间|演出时间|展览时间|展期|比赛时间|开放时间|报名时间|会议时间|讲座时间|日期|举行时间|停水时间|停电时间|施工时段",
    "place": "活动地点|地点|举办地点|演出地点|展览地点|比赛地点|集合地点|会议地点|讲座地点|报名地点|地址|活动地址|停水范围|停电范围|影响范围",
    "registration": "报名方式|报名办法|参与方式|预约方式|报名途径|报名渠道|购票方式|报名入口|预约",
    "fee": "报名费用|活动费用|费用|收费标准|票价|门票|收费|价格",
    "audience": "活动对象|参加对象|参与对象|面向对象|报名对象|对象|参赛对象|适合人群",
    "contact": "联系电话|咨询电话|报名电话|联系方式|电话|热线|联系人|服务热线|咨询热线",
    "host": "主办单位|主办方|主办|承办单位|承办|协办单位|指导单位",
    "url": "网址|官网|链接|网站",
}
_LABEL = "|".join(sorted((label for labels in _FIELDS.values() for label in labels.split("|")), key=len, reverse=True))
_FIELD_OF = {label: name for name, labels in _FIELDS.items() for label in labels.split("|")}
_LINE = re.compile(
    rf"(?:^|(?<=[\n。；;]))\s*[（(【\[]?(?:[一二三四五六七八九十\d]{{1,2}}[、.．）)])?\s*(?P<label>{_LABEL})\s*[】\])）]?\s*[：:]\s*"
)


@dataclass(frozen=True, slots=True)
class Notice:
    """One labelled notice: its span, the span of its time's value, and its other fields by name."""

    start: int
    end: int
    time: tuple[int, int] | None
    details: dict[str, str]


def read_notices(text: str) -> list[Notice]:
    """The labelled notices of a text: at least two labelled fields that follow each other."""
    matches = list(_LINE.finditer(text))
    groups: list[list[int]] = []
    for number, match in enumerate(matches):
        if number and match.start() - _value_end(text, matches, number - 1) <= 3:
            groups[-1].append(number)
        else:
            groups.append([number])
    return [_notice(text, matches, group) for group in groups if len(group) >= 2]


def _value_end(text: str, matches: list[re.Match[str]], number: int) -> int:
    start = matches[number].end()
    newline = text.find("\n", start)
    end = len(text) if newline < 0 else newline
    if number + 1 < len(matches):
        end = min(end, matches[number + 1].start())
    return end


def _notice(text: str, matches: list[re.Match[str]], group: list[int]) -> Notice:
    time: tuple[int, int] | None = None
    details: dict[str, str] = {}
    for number in group:
        start, end = matches[number].end(), _value_end(text, matches, number)
        field = _FIELD_OF[matches[number]["label"]]
        if field == "time":
            if time is None and not matches[number]["label"].startswith("报名"):
                time = (start, end)
            continue
        value = text[start:end].strip().rstrip("。；;，,")
        if value:
            details[field] = f"{details[field]}；{value}" if field in details else value
    return Notice(matches[group[0]].start("label"), _value_end(text, matches, group[-1]), time, details)
