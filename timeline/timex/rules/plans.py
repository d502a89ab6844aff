"""Five-year plans and their years: “十四五”期间, 十五五开局之年, “十四五”前四年.

>>> from timeline.timex.engine import Grammar
>>> [atom.spec for atom in Grammar(RULES).atoms("“十四五”期间")]
[{'span_years': (2021, 2025)}]
"""

from __future__ import annotations

import re

from timeline.timex import spec as level
from timeline.timex.numerals import number
from timeline.timex.rule import Rule
from timeline.timex.spec import Spec

_FIRST_PLAN = 1953  # the first five-year plan began in 1953, the tenth in 2001; from then on one follows another


def _plan(match: re.Match[str]) -> Spec:
    ordinal = number(match["n"] or match["n2"])
    first = _FIRST_PLAN + 5 * (ordinal - 1) if ordinal < 3 else 2001 + 5 * (ordinal - 10)
    stage = match["stage"] or ""
    if match["side"]:  # “十四五”前四年
        years = number(match["years"])
        return {"span_years": (first, first + years - 1) if match["side"] == "前" else (first + 5 - years, first + 4)}
    if stage.endswith("年") and stage.startswith(("开局", "起步", "首", "第一")):
        return {"y": first}
    if stage and stage not in ("时期", "期间"):
        return {"y": first + 4}
    return {"span_years": (first, first + 4)}


RULES = [
    Rule(
        "plans.stage",
        r"(?:[“\"「‘]?(?P<n>十[一二三四五六七八九]?|(?<=[“\"「‘])[一二三四五六七八九]|[一二六七八九](?=五(?:期间|时期)))五[”\"」’]?(?:规划|计划)?的?(?P<stage>时期|期间|(?:的)?(?:开局|起步|首|第一)(?:之)?年|(?:收官|最后一|末|结束)之?年|期?末期?|(?P<side>[前后])(?P<years>[一二两三四])年|(?=以来))|“(?P<n2>十[一二三四五六七八九])五”(?=[，,。、；;]))",
        _plan,
        level.YEAR,
        level.YEAR,
    ),
]
