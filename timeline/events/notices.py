"""Labelled notices: 时间/地点/报名方式/费用/对象/电话/主办, in any order, boxed or in line.

>>> notice = read_notices("活动时间：4月26日上午\\n活动地点：西山公园\\n报名费用：免费")[0]
>>> notice.details["place"], notice.details["fee"]
('西山公园', '免费')
"""

from __future__ import annotations

from dataclasses import dataclass

from timeline import regex as re

_FIELDS = {
    "time": "活动时间|时间|举办时间|演出时间|展览时间|展出时间|展期|会期|比赛时间|开放时间|会议时间|讲座时间|培训时间|开课时间|上课时间|开讲时间|日期|活动日期|举行时间|举办日期|开展时间|开赛时间|集合时间|"
    "停水时间|停电时间|停气时间|停水停电时间|施工时间|施工时段|施工日期|封闭时间|管制时间|检修时间|接种时间|义诊时间|招聘时间|拍卖时间|面试时间|考试时间|体检时间|发车时间|调整时间|闭馆时间",
    "signup": "报名时间|报名日期|报名期限|申报时间|申请时间|报名截止时间|报名截止|预约时间|征集时间|投票时间|网上报名时间|截止时间",
    "place": "活动地点|地点|体检地点|考试地点|面试地点|报到地点|领取地点|办理地点|受理地点|登记地点|咨询地点|签到地点|放映地点|发放地点|采摘地点|看样地点|举办地点|演出地点|展览地点|展出地点|比赛地点|集合地点|会议地点|讲座地点|培训地点|上课地点|报名地点|接种地点|义诊地点|招聘地点|地址|活动地址|举办场地|场地|集合点|展馆|"
    "停水范围|停电范围|停气范围|停水区域|停电区域|影响范围|影响区域|施工路段|施工地点|施工范围|管制路段|封闭路段|路段|涉及路段",
    "registration": "报名方式|报名办法|报名方法|参与方式|参加方式|预约方式|报名途径|报名渠道|购票方式|购票渠道|报名入口|报名通道|报名链接|报名|预约|取票方式|申请方式|投稿方式",
    "fee": "报名费用|活动费用|费用|收费标准|票价|门票|门票价格|收费|价格|参观票价|报名费|培训费用|学费",
    "audience": "活动对象|参加对象|参与对象|面向对象|报名对象|对象|参赛对象|适合人群|招募对象|招生对象|培训对象|服务对象|参与人群|参加人员|报名条件|招募人数|名额|活动名额|人数",
    "contact": "联系电话|咨询电话|报名电话|联系方式|电话|热线|联系人|服务热线|咨询热线|报名热线|预约电话|报名及咨询电话|咨询方式|投诉电话|监督电话",
    "host": "主办单位|主办方|主办|承办单位|承办|承办方|协办单位|协办|指导单位|组织单位|支持单位|主讲人|主讲",
    "name": "停电线路|检修线路|线路名称|活动名称|项目名称|讲座主题|讲座题目|讲座名称|课程名称|展览名称|演出名称|演出剧目|剧目|会议名称|赛事名称|考试名称|拍卖标的|工程名称",
    "url": "网址|官网|链接|网站|报名网址",
}
_LABEL = "|".join(sorted((label for labels in _FIELDS.values() for label in labels.split("|")), key=len, reverse=True))
_FIELD_OF = {label: name for name, labels in _FIELDS.items() for label in labels.split("|")}
_NUMBER = r"(?:[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[、.．）)](?!\d)|[①-⑳]|第[一二三四五六七八九十]+(?:[场期天日]?[、：:]|[场期天日](?=[\u4e00-\u9fff])|(?=[\s报时地活])))?"
_ORDER = r"(?:[（(]?[一二三四五六七八九十]{1,3}[、.．）)]|\d{1,2}[、.．])"
_LINE = re.compile(
    rf"(?:[【\[](?P<boxed>{_LABEL})[】\]]\s*[：:]?|(?:^|(?<=[\n。；;，,\s]))\s*{_NUMBER}\s*(?P<label>{_LABEL})\s*[：:]|(?:^|(?<=\n)){_ORDER}(?P<headed>{_LABEL})[ \u3000]*\n)\s*"
)
_CLOSES = re.compile(r"[：:】\]\n]")
_LABELS = tuple(_FIELD_OF)
_ENDS = frozenset(label[-1] for label in _LABELS)
#: What begins a brief or a row of a list.
_SIGNS = "▲◎◆■●★※○◇□△▶►▼☆•· \n"
_BARE_NUMBER = re.compile(rf"\s*{_NUMBER}\s*")
_STEM = re.compile(r"(?:时间|日期|时段|期限)$")


def plain_label(label: str) -> str:
    """A label without its number and its box: 二、报名时间 is 报名时间."""
    return _BARE_NUMBER.sub("", label.lstrip(_SIGNS), count=1).strip("【】[] \n")


def field_of(label: str) -> str:
    """The field that a label names (``time``, ``signup``, ``place`` …), "" for any other label."""
    return _FIELD_OF.get(label, "")


def stem_of(label: str) -> str:
    """What a time's label says is done then: 停水时间 → 停水; "" where it says no more than that it is the time."""
    stem = _STEM.sub("", label)
    return "" if stem in ("", "活动", "举办", "举行", "展期", "会期", "开放", "调整") else stem


@dataclass(frozen=True, slots=True)
class Notice:
    """One labelled notice: its span, the spans of its time's and its sign-up's values, and its other fields by name.

    ``label`` is that of its time, without number and box; ``name`` what a field of its own calls what it is about, or "".
    """

    start: int
    end: int
    time: tuple[int, int] | None
    signup: tuple[tuple[int, int], ...]
    label: str
    details: dict[str, str]
    name: str = ""


def read_notices(text: str) -> list[Notice]:
    """The labelled notices of a text: at least two labelled fields that follow each other."""
    matches = list(_LINE.finditer(text)) if _labelled(text) else []
    groups: list[list[int]] = []
    for number, match in enumerate(matches):
        if (
            number
            and match.start() - _value_end(text, matches, number - 1) <= 3
            and not _again(matches, groups[-1], number)
        ):
            groups[-1].append(number)
        else:
            groups.append([number])
    return [_notice(text, matches, group) for group in groups if len(group) >= 2]


def _labelled(text: str) -> bool:
    """Whether a label of a field stands in front of a colon, a bracket or a line's end: without one no line need be tried."""
    for mark in _CLOSES.finditer(text):
        end = mark.start()
        while text[end - 1 : end].isspace():
            end -= 1
        if text[end - 1 : end] in _ENDS and text.endswith(_LABELS, 0, end):
            return True
    return False


def _name(match: re.Match[str]) -> str:
    return match["label"] or match["boxed"] or match["headed"]


def _again(matches: list[re.Match[str]], group: list[int], number: int) -> bool:
    """Whether a second time, or name, begins the next notice of a page that lists several."""
    field = field_of(_name(matches[number]))
    return field in ("time", "name") and any(field_of(_name(matches[one])) == field for one in group)


def _value_end(text: str, matches: list[re.Match[str]], number: int) -> int:
    start = matches[number].end()
    end = matches[number + 1].start() if number + 1 < len(matches) else len(text)
    newline = text.find("\n", start, end)
    return end if newline < 0 else newline


def _notice(text: str, matches: list[re.Match[str]], group: list[int]) -> Notice:
    time: tuple[int, int] | None = None
    signup: list[tuple[int, int]] = []
    label = ""
    details: dict[str, str] = {}
    for number in group:
        start, end = matches[number].end(), _value_end(text, matches, number)
        name = _name(matches[number])
        field = field_of(name)
        if field in ("signup", "registration"):
            signup.append((start, end))
        if field == "time" and time is None:
            time, label = (start, end), name
        value = text[start:end].strip().rstrip("。；;，,")
        if value and field not in ("time", "signup"):
            details[field] = f"{details[field]}；{value}" if field in details else value
    first = matches[group[0]]
    at = next(first.start(kind) for kind in ("label", "boxed", "headed") if first[kind])
    named = details.pop("name", "")
    return Notice(at, _value_end(text, matches, group[-1]), time, tuple(signup), label, details, named)
