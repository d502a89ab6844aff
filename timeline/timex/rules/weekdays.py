"""Weeks and their days, counted from the article's date: 本周六, 下周一上午, 上周末, 周日, 下一个工作日.

>>> from timeline.timex.engine import Grammar
>>> [atom.spec for atom in Grammar(RULES).atoms("下周三")]
[{'week_rel': 1, 'weekday': 3}]
"""

from __future__ import annotations

import re

from timeline.timex import spec as level
from timeline.timex.rule import Rule
from timeline.timex.rules.words import WEEK_NAME, WEEKDAYS
from timeline.timex.spec import Spec

_WEEKS = {
    "本": 0,
    "今": 0,
    "呢": 0,
    "这": 0,
    "上": -1,
    "下": 1,
    "大上": -2,
    "大下": 2,
    "上上": -2,
    "下下": 2,
    "上上上": -3,
    "下下下": 3,
    "再下": 2,
}
#: A weekday and no count, and no beginning of 一直, 二十, 日均, 天气.
_SIGN = r"(?:一(?![直共般些度旦样半连律切带]|系列|定(?![于在]))|[二三四五六](?![百千万处]|十(?![一二三四五六七八九]?[点时]))|日(?![均本元化])|天(?![气津然猫文空府子]))"


def _week(match: re.Match[str]) -> Spec:
    if match["day"] and match["day"].endswith(("今天", "今日")):
        return {"d_rel": 7 * _WEEKS[match["rel"]]}
    spec: Spec = {"week_rel": _WEEKS[match["rel"]]} if match["rel"] else {}
    if match["day"] in ("末", "中", "初", "内") or match["double"]:
        if match["day"] == "末" or match["double"]:
            spec["weekend"] = True
    elif match["day"]:
        spec["weekday"] = _weekday(match["day"])
    return spec


def _weekday(sign: str) -> int:
    return int(sign) if sign.isdigit() else WEEKDAYS[sign]


RULES = [
    Rule(
        "weekdays.week",
        rf"(?P<rel>上上上?|下下下?|大[上下]|再下|[今呢](?=个)|[本这下]|上(?<![补接赶]上))(?:一)?(?:整(?=[个周星]))?个?(?:(?P<double>双休日)|{WEEK_NAME})(?:\n?(?<!休日)(?P<day>[1-7](?![0-9年月天日号个次届期小课:：.％%])|{_SIGN}(?![届站批次间万福]|期(?![货间末中])|场(?![馆地所])|名(?![单额师家人为列])|[一二三四五六七八九十]?[、，]?(?:个(?![别人体股税])|届))|末(?![代期])|初(?![中级步选赛])|中(?![国学心美日俄欧方央部外小])|内(?![部蒙外需涵])|的?今[天日]))?(?:(?<=[周期拜]末)两天|(?<=[周期拜][一二三四五六日天])(?:全|一?整)天(?!候))?(?![围刊某岁嫂密]|边(?![境防关])|期(?![货间])|知(?!名)|转(?![晴暖凉阴多雨雪冷好入为])|年(?![会检轻货终度底])|口店|家(?![庭里长电居政装])|到位|而复始|主任)",
        _week,
        level.SEGMENT,
        level.DAY,
        lambda spec: (
            (level.DAY, level.DAY)
            if "d_rel" in spec
            else (level.SEGMENT, level.DAY if "weekday" in spec or "weekend" in spec else level.SEGMENT)
        ),
        r"(?<![看查问说算想用做玩等试]一(?=下))(?<![街以路身岸船桌面台](?=[上下]))(?<![线网接](?=[上下]周末))(?<!(?<!大)连(?=[上下]))(?<!(?<!参)加(?=上))(?<!(?<![0-9])日(?=本))",
    ),
    Rule(
        "weekdays.workday",
        r"(?P<rel>[上下次])一?个?工作日(?!志|程|益)",
        lambda m: {"workdays_rel": -1 if m["rel"] == "上" else 1},
        level.DAY,
        level.DAY,
        None,
        "(?<![以])",
    ),
    Rule(
        "weekdays.weekday",
        rf"(?:{WEEK_NAME}(?:(?P<day>(?<=[期拜])[1-7](?![0-9年月天日号个次届期小课:：.％%])|{_SIGN}(?!.(?:先生|女士|老师|同学|教授|医生|主任))(?!月[初0-9一二三四五六七八九十]|(?:[届站批次万围圈棵]|间(?!中))|期(?![货间末中])|场(?![馆地所])|名(?![单额师家人为列])|个(?![别人体股税])|公(?![布司开交共示告安园益])|天(?![气津然猫空亮黑])|年(?![会检轻货终度底])|多(?![云地家处名场个省市部次项位人雨条所])|报道))(?:(?:全|一?整)天(?!候))?|末(?!版)(?:两天)?)|双休日(?:两天)?|(?<=[日号][（(])(?P<short>[一二三四五六日])(?=[)）]\s?(?:[0-9]|[上下中]午|[早晚]|凌晨|[至—–~～-])))",
        lambda m: {"weekday": _weekday(m["day"] or m["short"])} if m["day"] or m["short"] else {"weekend": True},
        level.DAY,
        level.DAY,
        None,
        "(?:(?<=[周期拜][一二三四五六])|(?<![每逢一二两三四五六七八九十四满围])(?<!一个)(?<!第[一二三四五六七八九十]周的))",
    ),
    Rule(  # 上次的星期五, 下次周日
        "weekdays.toward",
        rf"(?P<rel>[上下])一?次的?{WEEK_NAME}(?P<day>{_SIGN})",
        lambda m: {"weekday": WEEKDAYS[m["day"]], "toward": -1 if m["rel"] == "上" else 1},
        level.DAY,
        level.DAY,
    ),
    Rule(  # 本周六、日; 周六日; 周四五; 下周一、三、五; 周一至五
        "weekdays.weekday_after",
        r"(?P<day>(?:(?<=[周期拜]六)|(?<=[周期拜]六[、和及与/]))日(?![本元报期常程均益][^上下早晚举])|(?<=[周期拜]二)三|(?<=[周期拜]三)四|(?<=[周期拜]四)五|(?<=[周期拜]五)六|(?<=[周期拜][一二三四][至到—–~～-])[三四五六日]|(?:(?<=[周期拜][一二三四五][、和及与/])|(?<=[周期拜][一二三四五][、][二三四五六][、和及与]))[二三四五六日])(?=[，。、；）)上下早晚全举开前均都休两有的将（(,;\s]|$)",
        lambda m: {"weekday": WEEKDAYS[m["day"]]},
        level.DAY,
        level.DAY,
    ),
]
