"""Years of the Republic, of reigns, and before the common era: 民国三十七年, 光绪二十四年, 公元前221年.

>>> from timeline.timex.engine import Grammar
>>> [atom.spec for atom in Grammar(RULES).atoms("民国三十七年")]
[{'y': 1948}]
"""

from __future__ import annotations

import re

from timeline.timex import spec as level
from timeline.timex.engine import Rule
from timeline.timex.numerals import number
from timeline.timex.rules.words import S
from timeline.timex.spec import Spec

#: The civil year of each reign's first year (元年), and how many years it lasted; after the standard chronologies.
REIGNS = {
    "洪武": (1368, 31),
    "永乐": (1403, 22),
    "宣德": (1426, 10),
    "正统": (1436, 14),
    "景泰": (1450, 8),
    "成化": (1465, 23),
    "弘治": (1488, 18),
    "正德": (1506, 16),
    "嘉靖": (1522, 45),
    "隆庆": (1567, 6),
    "万历": (1573, 48),
    "天启": (1621, 7),
    "崇祯": (1628, 17),
    "顺治": (1644, 18),
    "康熙": (1662, 61),
    "雍正": (1723, 13),
    "乾隆": (1736, 60),
    "嘉庆": (1796, 25),
    "道光": (1821, 30),
    "咸丰": (1851, 11),
    "同治": (1862, 13),
    "光绪": (1875, 34),
    "宣统": (1909, 3),
    "开元": (713, 29),
    "贞观": (627, 23),
    "绍兴": (1131, 32),
    "淳熙": (1174, 16),
    "嘉定": (1208, 17),
    "庆历": (1041, 8),
    "元祐": (1086, 9),
}
_NUMBER = r"(?:[0-9]{1,3}|[元一二三四五六七八九十廿卅百〇零]{1,5})"


def _reign(match: re.Match[str]) -> Spec | None:
    ordinal = number(match["n"])
    if match["republic"]:
        return {"y": 1911 + ordinal} if ordinal < 150 else None
    first, length = REIGNS[match["reign"]]
    return {"y": first + ordinal - 1} if 1 <= ordinal <= length else None


RULES = [
    Rule(
        "era.reign",
        rf"(?:(?P<republic>民国)|(?P<reign>{'|'.join(REIGNS)}))(?:{S})(?P<n>{_NUMBER}){S}年(?!间)",
        _reign,
        level.YEAR,
        level.YEAR,
    ),
    Rule(
        "era.before_christ",
        r"公元前(?P<y>[0-9]{1,4})年",
        lambda m: {"y": 1 - int(m["y"]), "bc": True},
        level.YEAR,
        level.YEAR,
    ),
    Rule(
        "era.common",
        r"公元(?P<y>[0-9]{1,4})年",
        lambda m: {"y": int(m["y"])},
        level.YEAR,
        level.YEAR,
    ),
]
