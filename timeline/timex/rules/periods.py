"""Named stretches: centuries, decades, plans, half-years, quarters, seasons, parts of a year or month.

>>> from timeline.timex.engine import Grammar
>>> [atom.spec for atom in Grammar(RULES).atoms("前三季度")]
[{'months': (1, 9)}]
"""

from __future__ import annotations

import re

from timeline.timex import spec as level
from timeline.timex.engine import Rule
from timeline.timex.numerals import number
from timeline.timex.rules.words import HAN_DIGIT, HAN_GUARD, PARTS, S
from timeline.timex.spec import Spec

_SEASONS = {"春": 21, "夏": 22, "秋": 23, "冬": 24}
_PERIOD_PART = r"(?P<part>初[期叶]?|末期?|前期|后期|中后?期|中叶|中(?=[，。、；]))?"
_DECADE = (
    rf"(?:(?P<earlier>[一二三四五六七八九])(?=[一二三四五六七八九]十))?(?P<decade>[1-9]0|[一二三四五六七八九]十){S}年代"
)
_FIRST_PLAN = 1953  # the first five-year plan began in 1953, the tenth in 2001; from then on one follows another


def _part(spec: Spec, part: str | None) -> Spec:
    if part:
        spec["part"] = {"中叶": "mid", "初叶": "early", "中后期": "late"}.get(part) or PARTS[part]
    return spec


def _tens(match: re.Match[str], century: int) -> Spec:
    """One decade of a century, or two: 八九十年代."""
    tens = century + number(match["decade"])
    if match["earlier"]:
        return {"decade": century + 10 * number(match["earlier"]), "decade_to": tens}
    return {"decade": tens}


def _whole_decade(match: re.Match[str]) -> Spec:
    return _part({"decade": number(match["y"])}, match["part"])


def _decade(match: re.Match[str]) -> Spec:
    century = number(match["century"]) if match["century"] else 20
    if match["last"]:
        century = 20
    return _part(_tens(match, (century - 1) * 100), match["part"])


def _bare_decade(match: re.Match[str]) -> Spec:
    tens = number(match["decade"])
    return _part(_tens(match, 1900 if tens >= 30 else 2000), match["part"])


def _century(match: re.Match[str]) -> Spec:
    if match["rel"]:
        return _part({"century": {"上": 20, "本": 21}[match["rel"]]}, match["part"])
    return _part({"century": number(match["century"])}, match["part"])


def _plan(match: re.Match[str]) -> Spec:
    ordinal = number(match["n"] or match["n2"])
    first = _FIRST_PLAN + 5 * (ordinal - 1) if ordinal < 3 else 2001 + 5 * (ordinal - 10)
    stage = match["stage"] or ""
    if stage.startswith("开局"):
        return {"y": first}
    if stage.startswith(("收官", "末")):
        return {"y": first + 4}
    return {"span_years": (first, first + 4)}


def _quarter(match: re.Match[str]) -> Spec:
    if match["until"]:
        return {"months": (1, 3 * number(match["until"]))}
    if match["this"]:
        return _part({"quarter_rel": {"本": 0, "上": -1, "下": 1}[match["this"]]}, match["part"])
    ordinal = 1 if match["first"] else number(match["n"] or match["pair"])
    return _part({"quarter": ordinal}, match["part"])


def _scoped(match: re.Match[str]) -> Spec:
    scope = "year" if match["unit"] == "年" else "month"
    word = match["part"]
    if word == "内":
        return {"scope": scope}
    return {"scope": scope, "part": PARTS[word]}


RULES = [
    Rule(
        "periods.whole_decade",
        rf"(?P<y>[12][0-9]{{2}}0|[一二]{HAN_DIGIT}{{2}}[〇零]){S}年代{_PERIOD_PART}",
        _whole_decade,
        level.CENTURY,
        level.YEAR,
        None,
        HAN_GUARD,
    ),
    Rule(
        "periods.decade",
        rf"(?:(?P<century>[12]?[0-9]|二十一?|十[一二三四五六七八九]){S}世纪|(?P<last>上|本)(?:个)?世纪){S}{_DECADE}{S}{_PERIOD_PART}",
        _decade,
        level.CENTURY,
        level.YEAR,
        None,
        HAN_GUARD,
    ),
    Rule(
        "periods.century",
        rf"(?:(?P<century>[12]?[0-9]|二十一?|十[一二三四五六七八九]){S}|(?P<rel>上|本)个?)世纪{_PERIOD_PART}",
        _century,
        level.CENTURY,
        level.CENTURY,
        None,
        HAN_GUARD,
    ),
    Rule("periods.bare_decade", rf"{_DECADE}{_PERIOD_PART}", _bare_decade, level.CENTURY, level.YEAR, None, HAN_GUARD),
    Rule(
        "periods.plan",
        r"(?:[“\"「‘]?(?P<n>十[一二三四五六七八九]?|(?<=[“\"「‘])[一二三四五六七八九])五[”\"」’]?(?:规划|计划)?(?P<stage>时期|期间|开局之年|收官之年|末期?|(?=以来))|“(?P<n2>十[一二三四五六七八九])五”(?=[，。、；]))",
        _plan,
        level.YEAR,
        level.YEAR,
    ),
    Rule(
        "periods.quarter",
        rf"(?:前(?P<until>[二两三2-3])个?季度|(?:第{S})?(?P<n>[一二三四1-4]){S}季度(?!假)|(?P<first>首)季度?(?!度)|(?P<this>[本上下])季度|(?P<pair>[一二三])(?=[、和]?[二三四]季度))(?:{S}(?P<part>[初中末底](?!期)))?",
        _quarter,
        level.MONTH,
        level.MONTH,
        lambda spec: (level.MONTH, level.SEGMENT if "part" in spec else level.MONTH),
    ),
    Rule(
        "periods.first_months",
        r"[前头](?P<n>1[01]|[2-9]|十一?|[二两三四五六七八九])个月(?![前后])",
        lambda m: {"months": (1, number(m["n"]))},
        level.MONTH,
        level.MONTH,
        None,
        "(?<![提之以孕期业产婚赛考展会园馆])",
    ),
    Rule(
        "periods.half",
        r"(?P<half>[上下前后])半年(?![后来])(?P<part>[末底](?![部层班])|初(?!期))?",
        lambda m: _part({"half": 1 if m["half"] in "上前" else 2}, m["part"]),
        level.MONTH,
        level.MONTH,
        lambda spec: (level.MONTH, level.SEGMENT if "part" in spec else level.MONTH),
    ),
    Rule(
        "periods.season",
        r"(?P<season>[春夏秋冬])(?:季(?!度|节)|(?<=年.)天|(?<=年.)(?![天季节秋分]|至(?![0-9〇])))",
        lambda m: {"season": _SEASONS[m["season"]]},
        level.MONTH,
        level.MONTH,
        None,
        "(?<![春夏秋冬])",
    ),
    Rule(
        "periods.scoped_part",
        r"(?P<unit>年|月)(?P<part>初(?![一二三四五六七八九十中级心婚])|中(?=[，。、；前完投建竣召]|旬)旬?|[上下]旬|[底末](?![部层班薪])|内(?=[，。、；,;将完]|$|[^容部在外存]))",
        _scoped,
        level.MONTH,
        level.SEGMENT,
        lambda spec: (level.MONTH, level.SEGMENT) if spec["scope"] == "year" else (level.SEGMENT, level.SEGMENT),
        r"(?<![0-9每一二三四五六七八九十百千万个元少青成童中老学周壮晚更])",
    ),
    Rule(
        "periods.month_third",
        r"(?P<part>[上中下]旬)",
        lambda m: {"scope": "month", "part": PARTS[m["part"]]},
        level.SEGMENT,
        level.SEGMENT,
    ),
]
