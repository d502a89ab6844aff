"""Days and years as the north and the Cantonese south say them: 明儿个早上, 聽日, 噚晚, 今朝早, 舊年.

>>> from timeline.timex.engine import Grammar
>>> [atom.spec for atom in Grammar(RULES).atoms("听日")]
[{'d_rel': 1}]
"""

from __future__ import annotations

import re

from timeline.timex import spec as level
from timeline.timex.rule import Rule
from timeline.timex.rules.relative import DAYS, day_levels
from timeline.timex.rules.words import DAYPARTS, WEEKDAYS, S
from timeline.timex.spec import Spec

_DAYPART = "|".join(sorted(DAYPARTS, key=len, reverse=True))
#: Where a clause begins, or who speaks stands.
_SAID = r"(?:(?<=\A)|(?<=[，。！？；：、\s我你他她佢您]))"
_PARTS = {"晚": "晚上", "朝": "早上"}


def _northern(match: re.Match[str]) -> Spec:
    spec: Spec = {"d_rel": DAYS[match["rel"]]}
    if match["part"]:
        spec["daypart"] = match["part"]
    return spec


def _cantonese(match: re.Match[str]) -> Spec:
    spec: Spec = {"d_rel": 1 if match["rel"] == "听" else -1}
    if part := match["half"] or _PARTS.get(match["part"]):
        spec["daypart"] = part
    return spec


RULES = [
    Rule(  # 明儿个早上
        "dialect.northern_day",
        rf"(?P<rel>[今昨明后前])个?儿个?(?![子童女媳科歌])(?:{S}(?P<part>{_DAYPART}))?",
        _northern,
        level.DAY,
        level.DAYPART,
        day_levels,
        "(?<![以目])",
    ),
    Rule(  # 现在, 而家: the moment at which it is said; in what is written, no more than the present
        "dialect.now",
        "(?<![出呈体表显浮涌展实发])现在(?!座)|此时此刻|(?<![在到从每])此刻|而家(?![庭长人具里装])",
        lambda m: {"ago": (0, "minute"), "lately": True} if m[0] == "现在" else {"ago": (0, "minute"), "loose": True},
        level.WHOLE,
        level.WHOLE,
    ),
    Rule(  # 上個拜五
        "dialect.weekday",
        "(?P<rel>[上下今])个拜(?P<day>[一二三四五六日])(?![访会见师堂托年])",
        lambda m: {"week_rel": {"上": -1, "今": 0, "下": 1}[m["rel"]], "weekday": WEEKDAYS[m["day"]]},
        level.SEGMENT,
        level.DAY,
    ),
    Rule(  # 今朝早
        "dialect.morning",
        "今朝早",
        lambda _: {"d_rel": 0, "daypart": "朝早"},
        level.DAY,
        level.DAYPART,
    ),
    Rule(  # 後晚
        "dialect.evening",
        "后晚(?![会报上间餐饭宴])",
        lambda _: {"d_rel": 2, "daypart": "晚"},
        level.DAY,
        level.DAYPART,
        None,
        _SAID,
    ),
    Rule(  # 舊年, 出年
        "dialect.year",
        r"(?P<rel>旧|出)年(?![度级限头初末底月画货历俗味糕会的]|[轻间号])",
        lambda m: {"y_rel": -1 if m["rel"] == "旧" else 1, "loose": True},
        level.YEAR,
        level.YEAR,
        None,
        _SAID,
    ),
    Rule(  # 聽日, 尋晚
        "dialect.cantonese_day",
        r"(?P<rel>听|[寻琴㖊噚])(?P<part>[日晚朝])(?![本语文常报记剧])(?P<half>[上下]昼)?",
        _cantonese,
        level.DAY,
        level.DAYPART,
        day_levels,
        "(?<![好倾收聆旁打探找搜追月口扬竖古木])",
    ),
]
