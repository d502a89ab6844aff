"""Years of the Republic, of reigns, and before the common era: 民国三十七年, 光绪二十四年, 公元前221年.

>>> from timeline.timex.engine import Grammar
>>> [atom.spec for atom in Grammar(RULES).atoms("民国三十七年")]
[{'y': 1948}]
"""

from __future__ import annotations

import re

from timeline.timex import spec as level
from timeline.timex.calendars import BRANCHES, STEMS, sexagenary_year
from timeline.timex.engine import Rule
from timeline.timex.numerals import number
from timeline.timex.rules.words import S
from timeline.timex.spec import Spec

#: The civil year of each reign's first year (元年), and how many years it lasted; after the standard chronologies.
REIGNS = {
    "建安": (196, 25),
    "太康": (280, 10),
    "永和": (345, 12),
    "武德": (618, 9),
    "天宝": (742, 15),
    "元和": (806, 15),
    "熙宁": (1068, 10),
    "元丰": (1078, 8),
    "宣和": (1119, 7),
    "靖康": (1126, 2),
    "乾道": (1165, 9),
    "咸淳": (1265, 10),
    "大德": (1297, 11),
    "至正": (1341, 28),
    "建文": (1399, 4),
    "天顺": (1457, 8),
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
#: Reigns that are the names of cities as well: a dynasty must stand before them, or the civil year behind.
_CITIES = ("绍兴", "嘉定")
_NUMBER = r"(?:[0-9]{1,3}|[元一二三四五六七八九十廿卅百〇零]{1,5})"
_CYCLE = rf"[{STEMS}][{BRANCHES}]"
_PLAIN_NUMBER = r"(?:[0-9]{1,4}|[〇零一二三四五六七八九]{3,4})"
_CENTURY_NUMBER = r"(?:[12]?[0-9]|[一二三四五六七八九]|二十一?|十[一二三四五六七八九]?)"


def _reign(match: re.Match[str]) -> Spec | None:
    first, length = (1912, 200) if match["republic"] else REIGNS[match["reign"]]
    if match["cycle"]:
        year = sexagenary_year(match["cycle"], first, first + (38 if match["republic"] else length))
        return {"y": year} if year else None
    if match["reign"] in _CITIES:
        text = match.string
        if text[match.start() - 1 : match.start()] != "宋" and text[match.end() : match.end() + 1] not in ("（", "("):
            return None
    ordinal = number(match["n"])
    if not 1 <= ordinal <= length:
        return None
    spec: Spec = {"y": first + ordinal - 1}
    if match["reign"]:
        spec["lunar_year"] = True
    return spec


def _common(match: re.Match[str]) -> Spec | None:
    before = match["before"] is not None
    if match["century"]:
        century = number(match["century"])
        spec: Spec = {"century": century} if century else {}
        if not spec:
            return None
    else:
        spec = {"y": 1 - number(match["y"]) if before else number(match["y"])}
    if before:
        spec["bc"] = True
    return spec


RULES = [
    Rule(
        "era.reign",
        rf"(?:(?P<republic>民国)|(?P<reign>{'|'.join(REIGNS)})){S}(?:(?P<n>{_NUMBER}){S}[年载](?!间|来|新)|(?P<cycle>{_CYCLE})年)",
        _reign,
        level.YEAR,
        level.YEAR,
    ),
    *(
        Rule(
            f"era.{name}",
            rf"公元{before}{S}(?:(?P<century>{_CENTURY_NUMBER}){S}世纪|(?P<y>{_PLAIN_NUMBER}){S}年)",
            _common,
            level.CENTURY,
            level.YEAR,
            lambda spec: (level.CENTURY, level.CENTURY) if "century" in spec else (level.YEAR, level.YEAR),
        )
        for name, before in (("before_christ", "(?P<before>前)"), ("common", "(?P<before>(?!))?"))
    ),
    Rule(  # 公元581年至618年: behind a year of three digits another one may stand
        "era.short_year",
        r"(?<=年[至到—-])(?P<y>[1-9][0-9]{2})年",
        lambda m: {"y": int(m["y"])},
        level.YEAR,
        level.YEAR,
    ),
]
