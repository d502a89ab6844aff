"""Years that are short, double, of a heading or of another reckoning: 08年, 2024/25赛季, 2012年 above its days, 114年度.

>>> from timeline.timex.engine import Grammar
>>> [atom.spec for atom in Grammar(RULES).atoms("08年")]
[{'y': 2008}]
"""

from __future__ import annotations

from functools import lru_cache

from timeline import regex as re
from timeline.timex import spec as level
from timeline.timex.numerals import number
from timeline.timex.rule import Rule
from timeline.timex.rules.calendar import MONTH
from timeline.timex.rules.dates import date_of, date_rule
from timeline.timex.rules.outlook import HEAD_SIGN
from timeline.timex.rules.words import (
    DASH,
    DAY_NUMBER,
    HAN_DIGIT,
    HYPHEN,
    MONTH_NUMBER,
    PARTS,
    SHORT_YEAR,
    TO,
    YEAR,
    S,
    is_all,
)
from timeline.timex.spec import Spec

#: Two figures from here on are of a year of the last century.
_LAST_CENTURY = 50


def _short_year(match: re.Match[str]) -> Spec | None:
    spec = date_of(match)
    if spec is not None:
        short = number(match["yy"])
        spec["y"] = short + (2000 if short < 40 else 1900)
    return spec


def _short_year_alone(match: re.Match[str]) -> Spec | None:
    if match["lone"] and not is_all(match.string, match.start(), match.end()):
        return None
    if short := match["zero_han"] or match["tens"] or match["teens"] or match["feast"]:
        return {"y": 2000 + number(short)}
    if told := match["end"] or match["of_season"]:
        short_year = number(told)
        spec: Spec = {"y": short_year + (1900 if short_year >= _LAST_CENTURY else 2000)}
        if match["part"]:
            spec["part"] = PARTS[match["part"]]
        return spec
    if match["zero"]:
        return {"y": 2000 + int(match["zero"])}
    return {"y": 1900 + number(match["yy"] or match["spoken"] or match["han"] or match["han2"] or match["lone"])}


def _year_of_range(match: re.Match[str]) -> Spec | None:
    before = re.search(r"([12][0-9])([0-9]{2})年?.\Z", match.string[max(0, match.start() - 6) : match.start()])
    if before is None or int(match["yy"]) <= int(before[2]):
        return None
    return {"y": 100 * int(before[1]) + int(match["yy"])}


_OF_REPUBLIC = re.compile("(?<![0-9])1[01][0-9](?:年[0-9]{1,2}月|[学年]年?度)|民国[0-9]{2,3}年")


@lru_cache(maxsize=2)  # one text is asked about again and again
def _counts_by_republic(text: str) -> bool:
    """Whether a text counts its years by the Republic somewhere."""
    return _OF_REPUBLIC.search(text) is not None


#: Characters before a year of two figures in which the era must be named: 民國五十二年興建，87年拆除.
_NEAR_REPUBLIC = 60
_YEAR_OF_REPUBLIC = re.compile(r"民国\s?([0-9]{1,3}|[元一二三四五六七八九十百零〇廿卅]{1,5})\s?年")


def _republic(match: re.Match[str]) -> Spec | None:
    """114年4月26日; a bare 105年 only in a text that counts its years so elsewhere, for it may be a length."""
    if match["bare"] and not _counts_by_republic(match.string):
        return None
    if match["two"] or match["counted"]:
        told = _YEAR_OF_REPUBLIC.findall(match.string[max(0, match.start() - _NEAR_REPUBLIC) : match.start()])
        if not told or (match["counted"] and number(match["counted"]) <= number(told[-1])):
            return None  # a length, or a year of another era
    spec: Spec = {"y": 1911 + number(match["roc"] or match["han"] or match["two"] or match["counted"] or match["bare"])}
    if match["part"]:
        spec["part"] = PARTS[match["part"]]
    return spec


def _heading_year(match: re.Match[str]) -> Spec | None:
    line = match.string[max(0, match.start() - 8) : match.start()].rpartition("\n")[2]
    return {"y": number(match["y"] or match["lone"])} if HEAD_SIGN.fullmatch(line) else None


def _bare_year(match: re.Match[str]) -> Spec | None:
    dated = re.search(r"[12][0-9]{3}年[0-9]{1,2}月", match.string[max(0, match.start() - 80) : match.start()])
    return {"y": int(match["y"])} if dated else None


def _double_year(match: re.Match[str]) -> Spec | None:
    first = int(match["a"])
    last = int(match["b"]) if len(match["b"]) == 4 else first // 100 * 100 + int(match["b"])
    return {"span_years": (first, last)} if last == first + 1 else None


def _short_range(match: re.Match[str]) -> Spec | None:
    first, last = (int(year) + (1900 if int(year) >= _LAST_CENTURY else 2000) for year in match.group("a", "b"))
    return {"span_years": (first, last)} if first < last else None


def _winter(match: re.Match[str]) -> Spec | None:
    """A winter that two years share is the one that begins in the first of them."""
    years = _double_year(match)
    if years is None:
        return None
    spec: Spec = {"y": years["span_years"][0], "season": 24}
    if match["what"].startswith("冬春"):
        spec["season_to"] = 21
    elif match["what"].startswith("秋"):
        spec["season"], spec["season_to"] = 23, 24
    return spec


#: What makes a number of four figures no year.
_COUNTED = "[年人名个户家件台辆吨元万亿亩米公平套余多次届款部条种项本只头]"
#: What is held under a name with its year in front.
_HELD = (
    "博览会|展览会|交易会|采购节|购物节|马拉松|音乐节|文化节|电影节|艺术节|旅游节|采摘节|美食节|啤酒节|读书节|嘉年华|论坛"
    "|锦标赛|联赛|公开赛|挑战赛|邀请赛|大奖赛|大赛|峰会|年会|春晚|晚会|运动会|大会|节[」”》]"
)
_WINTERS = r"(?:冬春季?|冬季|冬(?![瓜笋虫衣枣])|秋冬季?)(?!学|天气)"

DOUBLE = [
    Rule(  # 2013/2014年冬春季
        "years.winter",
        rf"(?P<a>(?:19|20)[0-9]{{2}})年?{S}(?:{HYPHEN}|[/／至~～])\s?(?P<b>(?:19|20)?[0-9]{{2}})(?![0-9])年?{S}(?P<what>{_WINTERS})",
        _winter,
        level.YEAR,
        level.MONTH,
    ),
    Rule(  # 2024/25赛季, 2023—2024学年
        "years.double",
        rf"(?P<a>(?:19|20)[0-9]{{2}})年?{S}(?:{HYPHEN}|[/／至~～])\s?(?P<b>(?:19|20)?[0-9]{{2}})(?![0-9])年?{S}(?:学年度?|赛季|雪季|榨季|供暖季|采暖季|财年|财政年度|年度(?!采暖|供暖|榨季|雪季))",
        _double_year,
        level.YEAR,
        level.YEAR,
    ),
]

HEADINGS = [
    Rule(  # 【回望2023】
        "years.in_title",
        r"(?<=回望|展望|回顾|盘点|迎接|告别|再见|你好|奋进|走进)(?P<y>20[0-9]{2})(?=[】》」”〕\s:：，。！!]|$)",
        lambda m: {"y": int(m["y"])},
        level.YEAR,
        level.YEAR,
    ),
    # a year that is a line of its own heads what follows and is no part of the next line's date
    date_rule(
        "years.heading",
        rf"(?:(?<![^\n■●◆【、）)．.\s—–-])(?P<y>{YEAR})年度?(?=[ \t\u3000]*(?:\r?\n|\Z))"
        r"|(?<![0-9])(?P<lone>(?:19|20)[0-9]{2})(?=[ \t—–-]{0,4}\r?\n\s*[-*•·]?\s?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})月))",
        _heading_year,
        looks_round=True,
    ),
    date_rule(  # so is a month, above days
        "years.heading_month",
        rf"(?<![^\n■●◆【])(?:(?P<y>{YEAR}){S}年{S})?(?P<m>{MONTH_NUMBER}){S}月份?(?=[ \t\u3000】]*\r?\n(?:\r?\n|[^\n]{{0,4}}{DAY_NUMBER}[日号][^\n]*\n[^\n]{{0,4}}(?:{DAY_NUMBER}[日号]|{MONTH_NUMBER}月)))",
    ),
    Rule(  # 2012—2017 as a line of its own
        "years.heading_years",
        r"(?<![^\n])(?P<a>(?:19|20)[0-9]{2})[—–-](?P<b>(?:19|20)[0-9]{2})(?=[ \t]{0,4}\r?\n)",
        lambda m: {"span_years": (int(m["a"]), int(m["b"]))} if m["a"] < m["b"] else None,
        level.WHOLE,
        level.WHOLE,
    ),
    Rule(  # 1966至1968, and nothing else
        "years.alone",
        rf"(?<=\A)(?P<a>(?:18|19|20)[0-9]{{2}}){S}{DASH}{S}(?P<b>(?:18|19|20|21)[0-9]{{2}})(?=\s*\Z)",
        lambda m: {"span_years": (int(m["a"]), int(m["b"]))} if m["a"] < m["b"] else None,
        level.WHOLE,
        level.WHOLE,
    ),
    Rule(
        "years.in_brackets",
        rf"(?<=[（(])(?P<a>(?:18|19|20)[0-9]{{2}})年?{S}{DASH}{S}(?P<b>(?:18|19|20|21)[0-9]{{2}})年?(?=[)）])",
        lambda m: {"span_years": (int(m["a"]), int(m["b"]))} if m["a"] < m["b"] else None,
        level.WHOLE,
        level.WHOLE,
    ),
]

RULES = [
    Rule(  # '19年夏天
        "years.apostrophe",
        "['‘’](?P<yy>[0-9]{2})年(?=[0-9底初末]|的?[春夏秋冬]|第?[一二三四]季|[上下]半年|[一二三四五六七八九十]{1,2}月)",
        lambda m: {"y": int(m["yy"]) + (1900 if int(m["yy"]) >= _LAST_CENTURY else 2000)},
        level.YEAR,
        level.YEAR,
    ),
    date_rule("years.short", rf"(?P<yy>{SHORT_YEAR})年{S}{MONTH}", _short_year),
    Rule(  # 09~12年
        "years.short_range",
        r"(?<![0-9.])(?P<a>0[0-9]|[6-9][0-9](?=年|.[0-4]))年?[至到—–～~-](?P<b>[0-9]{2})年(?![级代来内后前多])",
        _short_range,
        level.YEAR,
        level.YEAR,
    ),
    date_rule(
        "years.short_alone",
        r"(?P<end>[0-9]{2}|[一二〇零][零〇一二三四五六七八九])年年?(?P<part>底(?![部层薪气色线])|初(?![中级步])|末(?![班位端]))|(?P<yy>[5-9][0-9])年(?=洪水|抗洪|大水|特大|亚运|金融危机|我|[她他][上去来读考]|毕业|出生|入行|入伍|参军|建成|成立|开业|考[上入]|春|夏|秋|冬|底|初|调|进[厂城])|(?:(?<=[我他她你是])(?=..年[的来到去上毕生出考结离])|(?<=[生建]于))(?P<spoken>[5-9][0-9])年|(?P<han>[六七八九][〇零一二三四五六七八九])年(?=的?[春夏秋冬])|(?P<han2>[五六七八九][〇零一二三四五六七八九](?<!五六|六七|七八|八九|五一))年(?![级代货年度])|(?P<zero>0[0-9])年(?![级代])|(?P<zero_han>[〇零○][一二三四五六七八九])年(?![级代])|(?P<tens>[一二][零〇○])年(?=[的春夏秋冬底初我他她它，。]|\s*\Z)|(?P<teens>一[一三四五六七八九]|二[一二四五六])年(?=的?[春夏秋冬]|毕业|出生|入[学伍职]|考[上入])|(?P<feast>[0-4][0-9])年(?=春节|国庆|中秋|端午|元旦|五一|除夕|清明|圣诞|感恩节|[父母]亲节|情人节|七夕|重阳|冬至|正月|大年[初三])|(?:(?<=\A)|(?<=[，。；：、\n我他她你在从自到]))(?P<of_season>[0-35-9][0-9])年(?=的?[春夏秋冬](?:[天季]|\s*\Z)|的[0-9一二三四五六七八九十]{1,2}月)|(?P<lone>[5-9][0-9])年(?=\s*\Z)",
        _short_year_alone,
        looks_round=True,
    ),
    date_rule(
        "years.thousand",
        r"(?P<y>[两二2]千(?:[零〇][一二三四五六七八九]|[零〇]?[一二三]?十[一二三四五六七八九]?|(?=年(?:[0-9一二三四五六七八九十]{1,2}月|的?第一天|的?最后一天|的[春夏秋冬][天季])))"
        r"|一千[八九]百(?:[零〇][一二三四五六七八九]|[一二三四五六七八九]十[一二三四五六七八九]?)(?=年[0-9一二三四五六七八九十]{1,2}月|年\s*\Z))年(?![前后内间来多])",
    ),
    Rule(  # 1978年到84年, 2021—25年
        "years.short_in_range",
        r"(?:(?<=[12][0-9]{3}年[至到—–～~-])|(?<=[12][0-9]{3}[至到—–～~-]))(?P<yy>[0-9]{2})年(?![级代])",
        _year_of_range,
        level.YEAR,
        level.YEAR,
        looks_round=True,
    ),
    Rule(  # 2018中国（海州）春季纺织品博览会: the year in the name of what is held
        "years.in_name",
        rf"(?P<y>20[0-9]{{2}})(?!{_COUNTED})(?=[（“「\u4e00-\u9fff][^，。；：！？、\n]{{0,18}}?(?:{_HELD}))",
        lambda m: {"y": int(m["y"])},
        level.WHOLE,
        level.WHOLE,
    ),
    Rule(  # a chronicle's 2016 before what happened, where others of its lines have the sign
        "years.bare",
        rf"(?<=[；;。\n])(?P<y>20[0-9]{{2}})(?!{_COUNTED})(?=[ \u3000]?[\u4e00-\u9fff])",
        _bare_year,
        level.YEAR,
        level.YEAR,
        looks_round=True,
    ),
    Rule(  # 2021、2022、2023三年: the last of them has its unit behind the count
        "years.before_count",
        r"(?<=(?:19|20)[0-9]{2}[、和及与])(?P<y>(?:19|20)[0-9]{2})(?=[两三四五六七八九]个?年度?)",
        lambda m: {"y": int(m["y"])},
        level.YEAR,
        level.YEAR,
    ),
    Rule(  # 109至114年 of the Republic
        "years.republic_to",
        rf"(?P<roc>1[01][0-9])(?={TO}1[01][0-9]{S}年(?![来历多的]))|(?<=1[01][0-9][至到—–～~-])(?P<last>1[01][0-9])年(?![来历多的])",
        lambda m: {"y": 1911 + int(m["roc"] or m["last"])} if _counts_by_republic(m.string) else None,
        level.YEAR,
        level.YEAR,
        looks_round=True,
    ),
    Rule(  # 114年4月26日 of the Republic, as newspapers of Taiwan print it
        "years.republic",
        rf"(?:(?P<roc>1[01][0-9])(?:年{S}(?={MONTH_NUMBER}{S}月)|学?年度)|(?P<bare>1[01][0-9])年(?:(?P<part>[底末初])|(?![来前后历以多的]))"
        r"|(?<=[，。；、,;\n至到])(?P<counted>[三四五六七八九卅]十?[一二三四五六七八九]?|一百(?:零?[一二三四五六七八九]|一?十[一二三四五六七八九]?))年(?![级代来前后历以多的间内])"
        rf"|(?<![〇零○一二三四五六七八九])(?P<han>一[〇零○一]{HAN_DIGIT})年(?![级代来前后历以间内])"
        r"|(?<![0-9])(?P<two>[3-9][0-9])年(?![级代来前后历以多的间内]))",
        _republic,
        level.YEAR,
        level.YEAR,
        lambda spec: (level.YEAR, level.SEGMENT if "part" in spec else level.YEAR),
        looks_round=True,
    ),
]
