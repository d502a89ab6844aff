"""Which years are told only to compare with or to count from, and govern nothing behind them.

>>> text = "产值较2019年翻番，3月5日投产"
>>> is_aside(text, Expression(3, 8, {"y": 2019}, 1, 1, ("calendar.date",), 8))
True
"""

from __future__ import annotations

from typing import Final

from timeline.timex.expression import Expression
from timeline.timex.rules.outlook import (
    AGAIN,
    AGAIN_BEGINS,
    ATTRIBUTIVE,
    BORN,
    BORN_BEGINS,
    COMPARED,
    COMPARED_ENDS,
    COMPARES,
    LASTS_TO,
    OF_A_YEAR,
    PLAN_DROPPED,
    PLAN_LENGTH,
    RECORD,
    SINCE_RECORDS,
    SO_SINCE,
)

_TO: Final = frozenset("至到")
_ATTRIBUTE: Final = 6
_SINCE: Final = 18


def is_aside(text: str, expression: Expression) -> bool:
    """Whether a year is named only to compare or to count from: 继2019年之后, 创2019年以来新低, 2024年度分红."""
    spec, start, end = expression.spec, expression.start, expression.end
    if "y" not in spec:
        return "y_rel" in spec and text[start - 1 : start] in COMPARES  # 较去年此时
    if text[start - 1 : start] == "“" and text[end : end + 1] == "”":
        return True  # 砖侧有“治平三年”字样
    if "的" in text[end : end + _ATTRIBUTE] and ATTRIBUTIVE.match(text, end):
        return True
    if text[end : end + 1] == "有" and SINCE_RECORDS.match(text, end):
        return True
    if "以来" in text[end + 1 : end + _SINCE] and SO_SINCE.match(text, end):
        return True
    if text[start - 1 : start] in _TO and LASTS_TO.search(text, max(0, start - 6), start):
        return True
    behind = text[expression.tail : expression.tail + 1]
    if behind in BORN_BEGINS and BORN.match(text, expression.tail):
        return True
    if "d" in spec:
        return False
    if "m" in spec and PLAN_DROPPED.search(text, max(0, start - PLAN_LENGTH), start):
        return True
    ahead = text[start - 1 : start]
    if ahead in COMPARES or (ahead in COMPARED_ENDS and COMPARED.search(text, max(0, start - 3), start)):
        return True
    if "open_end" in spec:
        again = RECORD.match(text, expression.tail)
    else:
        again = AGAIN.match(text, expression.tail) if behind in AGAIN_BEGINS else None
    return again is not None or (text[end - 1] == "度" and OF_A_YEAR.match(text, end) is not None)
