"""Years of the Republic, of reigns, and before the common era: 民国三十七年, 光绪二十四年, 公元前221年.

>>> from timeline.timex.engine import Grammar
>>> [atom.spec for atom in Grammar(RULES).atoms("民国三十七年")]
[{'y': 1948}]
"""

from __future__ import annotations

from timeline import regex as re
from timeline.timex import spec as level
from timeline.timex.calendars import ANIMALS, BRANCHES, STEMS, reigns, sexagenary_year
from timeline.timex.numerals import number
from timeline.timex.rule import Rule
from timeline.timex.rules.words import PARTS, S, is_all
from timeline.timex.spec import Spec

REIGNS = reigns()
#: Reigns that are names of places or everyday words as well: a dynasty must stand before them, or the civil year behind.
_CITIES = frozenset(
    (
        "绍兴",
        "嘉定",
        "大同",
        "大足",
        "政和",
        "泰和",
        "嘉禾",
        "太和",
        "大和",
        "庆元",
        "隆兴",
        "上元",
        "中和",
        "永泰",
        "仁寿",
        "大业",
        "永和",
        "太康",
        "延熹",
        "建兴",
        "明道",
        "大德",
    )
)
#: The modern reigns of Japan, by the civil calendar.
_JAPAN = {"令和": (2019, 100), "平成": (1989, 31), "昭和": (1926, 64), "大正": (1912, 15), "明治": (1868, 45)}
#: Stretches of history by name, first and last year.
_PERIODS = {
    "文化大革命": (1966, 1976),
    "文革": (1966, 1976),
    "抗日战争": (1937, 1945),
    "抗战": (1937, 1945),
    "解放战争": (1946, 1949),
    "抗美援朝": (1950, 1953),
    "大跃进": (1958, 1960),
    "三年困难": (1959, 1961),
}
_DYNASTY_SIGNS = frozenset("汉魏吴蜀晋宋齐梁陈隋唐金元明清帝宗祖代朝")
#: A dynasty before its reign belongs to the date: 清光绪二十四年.
_OF_DYNASTY = "(?:(?:[东西]汉|曹?魏|[东西]?晋|刘?宋|[北南]宋|[齐梁陈隋唐金元明清辽汉]|西夏|后[梁唐晋汉周]|大[清明唐宋元])[代朝]?)?"
_NUMBER = r"(?:[0-9]{1,3}|[元一二三四五六七八九十廿卅百〇零]{1,5})"
_CYCLE = rf"[{STEMS}][{BRANCHES}]"
_PLAIN_NUMBER = r"(?:[0-9]{1,4}|[〇零一二三四五六七八九]{3,4}|[一二三四五六七八九十百千]{1,5})"
_CENTURY_NUMBER = r"(?:[12]?[0-9]|[一二三四五六七八九]|二十一?|十[一二三四五六七八九]?)"


def _reign(match: re.Match[str]) -> Spec | None:
    first, length = (1912, 200) if match["republic"] else _JAPAN.get(match["japan"]) or REIGNS[match["reign"]]
    if match["cycle"]:
        year = sexagenary_year(match["cycle"], first, first + (38 if match["republic"] else length))
        return {"y": year} if year else None
    if match["reign"] in _CITIES:
        text = match.string
        named = text[match.start("reign") - 1 : match.start("reign")] in _DYNASTY_SIGNS
        if not named and text[match.end() : match.end() + 1] not in ("（", "("):
            return None
    if match["whole"]:  # 光绪年间
        return {"span_years": (first, 1949 if match["republic"] else first + length - 1)} if first > 0 else None
    ordinal = number(match["n"])
    if not 1 <= ordinal <= length:
        return None
    if first < 0:
        return {"y": first + ordinal, "bc": True}
    spec: Spec = {"y": first + ordinal - 1}
    if match["reign"]:
        spec["lunar_year"] = True
    return spec


def _zodiac(match: re.Match[str]) -> Spec | None:
    if name := match["bare_cycle"]:  # alone in a text it may be of any cycle
        alone = match["alone"] is not None
        return None if alone and not is_all(match.string, match.start(), match.end()) else {"cycle": name}
    if lone := match["lone"]:  # 龙年, and nothing else
        return {"zodiac": ANIMALS.index(lone)} if is_all(match.string, match.start(), match.end()) else None
    if not match["cycle"]:
        return {"zodiac": ANIMALS.index(match["animal"])}
    if BRANCHES.index(match["cycle"][1]) != ANIMALS.index(match["animal2"]):
        return None
    return {"cycle": match["cycle"]}


def _named_year(match: re.Match[str]) -> Spec | None:
    year = int(match["y"])
    return {"y": year} if sexagenary_year(match["cycle"], year, year + 1) == year else None


def _common(match: re.Match[str]) -> Spec | None:
    before = match["before"] is not None
    if match["century"]:
        century = number(match["century"])
        spec: Spec = {"century": century} if century else {}
        if not spec:
            return None
        if match["part"]:
            spec["part"] = PARTS[match["part"][0]]
    else:
        spec = {"y": 1 - number(match["y"]) if before else number(match["y"])}
    if before:
        spec["bc"] = True
    return spec


#: So near before it a year is told with the name of its era, or a life begins.
_NEAR_ERA = 60
_OLD_YEAR = re.compile(r"[公西]元\s?前[^\n]*\Z|[（(](?:约|公元)?\Z|前[1-9][0-9]{2}年?[—–～~至到－-]{1,2}\Z")


def _of_no_old_year(text: str, start: int, end: int) -> bool:
    """Whether 前221年 may be the first 221 years: in no bracket, behind no year before Christ, and not all there is."""
    return not _OLD_YEAR.search(text, max(0, start - _NEAR_ERA), start) and not is_all(text, start, end)


RULES = [
    Rule(
        "era.reign",
        rf"(?:(?P<republic>民国)|(?P<japan>{'|'.join(_JAPAN)})|{_OF_DYNASTY}(?P<reign>{'|'.join(REIGNS)})){S}(?:(?P<n>{_NUMBER}){S}[年载](?!间|来[，,的]|新)|(?P<cycle>{_CYCLE})年|(?P<whole>年间|(?<=民国)时期))",
        _reign,
        level.YEAR,
        level.YEAR,
        looks_round=True,
    ),
    Rule(  # “文革”期间
        "era.period",
        rf"[“\"「‘]?(?P<name>{'|'.join(_PERIODS)})[”\"」’]?(?:期间|时期|(?<=[”」’]))",
        lambda m: {"span_years": _PERIODS[m["name"]]},
        level.WHOLE,
        level.WHOLE,
    ),
    Rule(  # 2025乙巳年, 2025年乙巳蛇年: the year's name beside its number
        "era.named_year",
        rf"(?P<y>(?:18|19|20)[0-9]{{2}})年?[（(]?(?:农历)?(?P<cycle>{_CYCLE})[{ANIMALS}]?年[)）]?",
        _named_year,
        level.YEAR,
        level.YEAR,
    ),
    Rule(  # 龙年正月初一, 乙巳蛇年春节
        "era.zodiac",
        rf"(?:农历)?(?:(?P<cycle>{_CYCLE})(?P<animal2>[{ANIMALS}])年|(?P<animal>[{ANIMALS}])年(?=(?:新年|的)?(?:正月|腊月|大年|除夕|元宵|端午|中秋|春节|新春|[正二三四五六七八九十冬腊]月(?:初|十|二十|廿)))|(?P<lone>[{ANIMALS}])年(?=\s*\Z)|(?P<bare_cycle>{_CYCLE})年(?=(?:新年|的)?(?:大年|除夕|元宵|端午|中秋|春节|新春)|(?P<alone>)))",
        _zodiac,
        level.YEAR,
        level.YEAR,
        looks_round=True,
    ),
    *(
        Rule(
            f"era.{name}",
            rf"[公西]元\s?{before}{S}(?:(?P<century>{_CENTURY_NUMBER}){S}世纪(?P<part>[初末]|中叶)?|(?P<y>元|{_PLAIN_NUMBER}){S}年)",
            _common,
            level.CENTURY,
            level.YEAR,
            lambda spec: (level.CENTURY, level.CENTURY) if "century" in spec else (level.YEAR, level.YEAR),
        )
        for name, before in (("before_christ", "(?P<before>前)"), ("common", "(?P<before>(?!))?"))
    ),
    Rule(  # （前259年—前210年）
        "era.before_in_short",
        "前(?P<y>[1-9][0-9]{2})年(?![前后来间多内])",
        lambda m: {"y": 1 - int(m["y"]), "bc": True},
        level.YEAR,
        level.YEAR,
        unless=_of_no_old_year,
    ),
    Rule(  # 公元581年至618年, 大和九年（835年）: behind a year of three digits or of a reign another one may stand
        "era.short_year",
        r"(?:(?<=年[至到—-])(?P<y>[1-9][0-9]{2})年|(?<=年[（(])(?P<glossed>[1-9][0-9]{2})年(?=[)）]))",
        lambda m: {"y": int(m["y"] or m["glossed"])},
        level.YEAR,
        level.YEAR,
    ),
]
