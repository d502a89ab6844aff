"""Named stretches: centuries, decades, plans, half-years, quarters, seasons, parts of a year or month.

>>> from timeline.timex.engine import Grammar
>>> [atom.spec for atom in Grammar(RULES).atoms("前三季度")]
[{'months': (1, 9)}]
"""

from __future__ import annotations

from timeline import regex as re
from timeline.timex import spec as level
from timeline.timex.numerals import number
from timeline.timex.rule import Rule
from timeline.timex.rules.words import HAN_DIGIT, HAN_GUARD, OF_BUSINESS, PARTS, S
from timeline.timex.spec import Spec

_SEASONS = {"春": 21, "夏": 22, "秋": 23, "冬": 24}
_PERIOD_PART = r"(?P<part>初(?![中级步])[期叶]?|末期?|前期|后期|[前后]半(?:期|段|叶)|中后?期|中叶|中(?=[，,。、；;]))?"
_DECADE = rf"(?:(?P<earlier>[一二三四五六七八九])(?=[一二三四五六七八九]十))?(?P<decade>[0-9]0|[一二三四五六七八九]十|[五六七八九][零〇]|零零|〇〇){S}年代"
_LINK = r"\s?(?:、|和|与|至|到|[-－–—~～])\s?"
#: The century that the first of several decades states: 20世纪70、80年代.
_CENTURY_SHARED = re.compile(
    rf"(?:(?P<century>[12]?[0-9]|二十一?|十[一二三四五六七八九]){S}|上个?)世纪(?:[0-9一二三四五六七八九十]{{1,2}}(?:年代[初中末]?)?{_LINK})+\Z"
)


#: The parts of a season by the sign before or behind its name; 盛 and 深 tell how it is.
_PART_NAMES = {"中叶": "mid", "中后期": "late", "仲": "mid", "暮": "end", "晚": "late"} | dict.fromkeys(
    ("初叶", "早", "开"), "early"
)


def _part(spec: Spec, part: str | None) -> Spec:
    if part and part[1:2] == "半" and "decade" in spec:
        first = spec["decade"] + (0 if part[0] == "前" else 5)
        return {"span_years": (first, first + 4)}
    if part and (named := _PART_NAMES.get(part) or PARTS.get(part)):
        spec["part"] = named
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
        century = 21 if match["last"] == "本" and number(match["decade"]) < 40 else 20
    return _part(_tens(match, (century - 1) * 100), match["part"])


def _bare_decade(match: re.Match[str]) -> Spec:
    tens = number(match["decade"])
    if said := _CENTURY_SHARED.search(match.string, max(0, match.start() - 12), match.start()):
        return _part(_tens(match, (number(said["century"] or "20") - 1) * 100), match["part"])
    return _part(_tens(match, 1900 if tens >= 30 else 2000), match["part"])


def _shared(match: re.Match[str]) -> Spec | None:
    if match["first"]:
        return {"century": number(match["first"])}
    tens = number(match["decade"])
    tens = tens if tens >= 10 else tens * 10
    century = number(match["century"]) if match["century"] else 20
    if not (match["century"] or match["last"]) and tens < 30:
        return None
    return {"decade": (century - 1) * 100 + tens}


def _century(match: re.Match[str]) -> Spec:
    if match["half"]:
        first = 100 * (number(match["century"]) - 1 if match["century"] else {"上": 19, "下": 21}.get(match["rel"], 20))
        return {"span_years": (first, first + 49) if match["half"] in "上前" else (first + 50, first + 99)}
    if match["rel"]:
        return _part({"century": {"上": 20, "下": 22}.get(match["rel"], 21)}, match["part"])
    return _part({"century": number(match["century"])}, match["part"])


def _quarter(match: re.Match[str]) -> Spec:
    if match["until"]:
        return {"months": (1, 3 * number(match["until"]))}
    if match["last"]:
        return {"quarter": 4} if match["last"].startswith("最") else {"half": 2}
    if match["this"]:
        return _part(
            {"quarter_rel": {"本": 0, "这": 0, "上": -1, "前": -1, "下": 1, "上上": -2, "下下": 2}[match["this"]]},
            match["part"],
        )
    if match["bare"] is not None:
        return _part({"quarter_rel": 0}, match["part"])
    ordinal = 1 if match["first"] else number(match["n"] or match["n2"] or match["n3"] or match["pair"])
    return _part({"quarter": ordinal}, match["part"])


#: First and last day of the stretches of a month that are no third of it.
_STRETCHES = {
    "上中旬": (1, 20),
    "中下旬": (11, 31),
    "上半月": (1, 15),
    "下半月": (16, 31),
    "前半月": (1, 15),
    "后半月": (16, 31),
}


def _third(match: re.Match[str]) -> Spec | None:
    if match["part"]:
        return {"scope": "month", "part": PARTS[match["part"]]}
    stretch = _STRETCHES.get(match["within"].replace("个", ""))
    return {"scope": "month", "within": stretch} if stretch else None


def _coded(match: re.Match[str]) -> Spec:
    """2025年Q1, 2024H1: quarters and halves as business writes them."""
    spec: Spec = {"quarter": int(match["q"])} if match["q"] else {"half": int(match["h"])}
    if year := match["y"] or match["y2"]:
        spec["y"] = int(year)
    return spec


def _season(match: re.Match[str]) -> Spec:
    if match["rel"]:
        return {"season": _SEASONS[match["which"]], "toward": {"上": -1, "下": 1}.get(match["rel"][0], 0)}
    if match["two"]:
        return {"season": _SEASONS[match["two"][0]], "season_to": _SEASONS[match["two"][1]]}
    return _part(
        {"season": _SEASONS[match["season"] or match["height"] or match["that"]]}, match["end"] or match["part"]
    )


def _scoped(match: re.Match[str]) -> Spec:
    scope = "month" if match["unit"] == "月" else "year"
    return {"scope": scope} if match["part"] == "内" else {"scope": scope, "part": PARTS[match["part"]]}


RULES = [
    Rule(  # 80、90年代 and 18至19世纪: the first one has its unit from the second
        "periods.shared_unit",
        rf"(?:(?:(?P<century>[12]?[0-9]|二十|十[一二三四五六七八九]){S}世纪|(?P<last>上)个?世纪)?(?P<decade>[1-9]0|[一二三四五六七八九]十?)(?={_LINK}(?:[1-9]0|[一二三四五六七八九]十)年代)"
        rf"|(?P<first>1?[0-9]|20|十[一二三四五六七八九]?|二十)(?={_LINK}(?:[12]?[0-9]|十[一二三四五六七八九]?|二十一?)世纪))",
        _shared,
        level.CENTURY,
        level.YEAR,
        lambda spec: (level.CENTURY, level.CENTURY if "century" in spec else level.YEAR),
        HAN_GUARD,
    ),
    Rule(
        "periods.whole_decade",
        rf"(?P<y>[12][0-9]{{2}}0|[一二]{HAN_DIGIT}{{2}}[〇零○Ｏ])(?:{S}年代{_PERIOD_PART}|(?<=[0-9])s(?![A-Za-z0-9])|(?={_LINK}[12][0-9]{{2}}0{S}年代))",
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
        rf"(?:(?P<century>[12]?[0-9]|二十一?|十[一二三四五六七八九]?|[五六七八九](?!世纪[前后多之来]))(?<!近十){S}|(?P<rel>上|本|这|下)个?)世纪(?:(?P<half>[上前下后])半(?:叶|期|[个]?世纪)|{_PERIOD_PART})",
        _century,
        level.CENTURY,
        level.CENTURY,
        None,
        HAN_GUARD,
    ),
    Rule(  # 一九八几年, 八几年
        "periods.some_year",
        rf"(?:(?P<y>(?:19|20)[0-9]|[一二]{HAN_DIGIT}{{2}})|(?P<tens>[五六七八九])|(?P<noughts>[零〇]))几年(?![级代来])",
        lambda m: {"decade": 2000 if m["noughts"] else 10 * (number(m["y"]) if m["y"] else 190 + number(m["tens"]))},
        level.CENTURY,
        level.YEAR,
        None,
        HAN_GUARD,
    ),
    Rule(  # 上个十年
        "periods.decade_toward",
        "(?P<rel>[上下这])一?个十年(?![前后来期])",
        lambda m: {"decade_rel": {"上": -1, "这": 0, "下": 1}[m["rel"]], "loose": True},
        level.CENTURY,
        level.YEAR,
    ),
    Rule(
        "periods.bare_decade",
        rf"{_DECADE}{_PERIOD_PART}",
        _bare_decade,
        level.CENTURY,
        level.YEAR,
        None,
        HAN_GUARD,
        looks_round=True,
    ),
    Rule(
        "periods.coded",
        rf"(?:(?P<y>(?:19|20)[0-9]{{2}})年?{S}|(?<![A-Za-z0-9]))(?:Q(?P<q>[1-4])(?!发动|系列|车型|跑车)(?:\s?(?P<y2>(?:19|20)[0-9]{{2}})(?!年|[0-9]))?|H(?P<h>[12])(?:(?<=年H.)|(?=[，。、；营净财毛收利业）)\s]|\Z)))(?![A-Za-z0-9.-])",
        _coded,
        level.YEAR,
        level.MONTH,
        lambda spec: (level.YEAR if "y" in spec else level.MONTH, level.MONTH),
    ),
    Rule(  # 三季度 2016, and nothing else
        "periods.year_last",
        r"第?(?P<q>[一二三四1-4])季度\s?(?P<y>(?:19|20)[0-9]{2})(?=\s*\Z)",
        lambda m: {"quarter": number(m["q"]), "y": int(m["y"])},
        level.YEAR,
        level.MONTH,
        None,
        HAN_GUARD,
    ),
    Rule(  # 2025上半年: a year without its sign before a unit of it; 25年一季度: one without its century
        "periods.year_before_unit",
        r"(?:(?P<y>(?:19|20)[0-9]{2})(?:[全整]年(?!龄)|(?=[上下]半年|第?[一二三四1-4]季度|[春夏秋冬]季(?!节)))"
        r"|(?P<short>[0-3][0-9])年度?(?=第?[一二三四1-4]季度|[上下]半年(?!来)|前[三3]季度|Q[1-4]))",
        lambda m: {"y": int(m["y"] or f"20{m['short']}")},
        level.YEAR,
        level.YEAR,
    ),
    Rule(  # 上一季, said of a business
        "periods.short_quarter",
        r"(?P<rel>[本上下])一?季(?![度节赛播剧冠作集刊]|的(?:节目|综艺|剧|比赛|冠军|嘉宾|收成))",
        lambda m: {"quarter_rel": {"本": 0, "上": -1, "下": 1}[m["rel"]], "loose": True},
        level.MONTH,
        level.MONTH,
        None,
        "(?<![一二三四日版])",
    ),
    Rule(
        "periods.quarter",
        rf"(?:[前头首](?P<until>[二两三2-3])个?季(?:度|(?<=首.季)(?![节集赛播])|{OF_BUSINESS})|(?<=年)(?P<last>最后一|后[两二2])个?季度|(?:第{S}(?P<n3>[一二三四1-4])个|(?:第{S})?(?P<n>[一二三四1-4]){S})季度(?!假)|(?:(?<=年)第(?=[一二三四1-4]季(?![度节集赛选播]))|第(?=[一二三四1-4]季{OF_BUSINESS}))(?P<n2>[一二三四1-4])季|(?P<first>首)个?季度?(?!度)|(?P<bare>(?<![每个一二三四])(?=季度[末底]))季度|(?P<this>上上|下下|[本上下这]|前(?=一))一?个?季度|第?(?P<pair>[一二三1-3])(?=(?:[、和至到与—-]?第?[二三四2-4]){{1,3}}季度))(?:{S}(?P<part>初(?![期步选赛级中])|中(?![期国小美外])|末(?![期端位])|底(?![期薪层])))?",
        _quarter,
        level.MONTH,
        level.MONTH,
        lambda spec: (level.MONTH, level.SEGMENT if "part" in spec else level.MONTH),
    ),
    Rule(
        "periods.first_months",
        r"[前头首](?P<n>1[01]|[2-9]|十一?|[二两三四五六七八九])(?:个月(?![前后])|(?:(?<=[今去]年前.)|(?<=20[0-9]{2}年前.)|(?<=[今去]年前..)|(?<=20[0-9]{2}年前..))月(?![0-9一二三初上中下底末份球饼]))",
        lambda m: {"months": (1, number(m["n"]))},
        level.MONTH,
        level.MONTH,
        None,
        "(?<![提之以孕期业产婚赛考展会园馆])(?<!财政年度)",
    ),
    Rule(
        "periods.half",
        r"(?:一?整个)?(?:(?P<half>[上下前后])半年(?!后(?![一两二三四五]个月)|轻)(?P<part>[末底](?![部层班])|初(?!期))?|(?P<shared>上)(?=[、和]下半年))",
        lambda m: _part({"half": 1 if (m["half"] or m["shared"]) in "上前" else 2}, m["part"]),
        level.MONTH,
        level.MONTH,
        lambda spec: (level.MONTH, level.SEGMENT if "part" in spec else level.MONTH),
    ),
    Rule(
        "periods.season",
        r"(?P<rel>[上下这]一?个|整个)(?P<which>[春夏秋冬])[天季](?!节|气(?![温候]))|(?:(?<=[年前])|(?<=[年前]的))那个(?P<that>[春夏秋冬])[天季](?!节|气)|(?P<two>春夏|夏秋|秋冬|冬春)(?<=年..)(?:两?季(?!度|节[^性])|之交|(?!天))"
        r"|(?P<season>[春夏秋冬])(?:(?<=年.)(?P<end>[初末])(?![级中伏])|季(?!度|节)|(?<=年.)天|(?<=[年前后]的.)天|(?<=天[到至].)天|(?<=年.)(?![天季节秋分晚运联卷茶笋令粮奥残枣瓜招威]|至(?![0-9〇])))"
        r"|(?<=年)(?P<part>[初早仲暮晚盛深隆严]|开(?=春(?![季节晚耕茶训])))(?P<height>[春夏秋冬])(?:[天季](?!气|节))?",
        _season,
        level.MONTH,
        level.MONTH,
        None,
        "(?<![春夏秋冬])",
    ),
    Rule(
        "periods.scoped_part",
        r"(?P<unit>年|月|岁(?=末(?:[，。、；前时,]|\s*\Z)))(?P<part>(?<=年)终(?=[，。、；前时,]|\s*\Z)|初(?!中(?![央国共办])|[二三四五六七八九十](?![家个名位项条座所台辆艘场件款])|[级心婚选步赛评]|一(?![直批些次起共度]))|中(?=[，,。、；;前完投建竣召]|旬|$)旬?|(?<=[于在到至划计拟将争]年)中(?![国央心共])|[上下]旬|(?<=月月)中|(?<=年年)中(?!国)|(?<=[年月]年)头|(?<=月)头(?=[，。、；,]|\s*\Z)|尾(?![牙数巴])|底(?![薪色盘])|末(?![班位端])|内(?=[，。、；,;将完]|$|[^容部在外存]))",
        _scoped,
        level.MONTH,
        level.SEGMENT,
        lambda spec: (level.MONTH, level.SEGMENT) if spec["scope"] == "year" else (level.SEGMENT, level.SEGMENT),
        r"(?<![0-9每一二三四五六七八九十百千万个元少青童老学周壮晚更])(?<!(?<!完)成)(?<!(?<!其)中)",
    ),
    Rule(  # 全年增长5%, 完成全年目标
        "periods.whole_year",
        "全年(?P<aim>(?=目标|任务|计划|预期|力争))?(?![龄级初中无不各最每都均一二三四日免]|[0-9]{1,3}(?:天|个|小时)|分[为成四]|气候|平均气温|开放|营业|供应|服务|运行|龄)",
        lambda m: {"scope": "year"} if m["aim"] is None else {"y_rel": 0, "prefer_ref": True},
        level.YEAR,
        level.YEAR,
        None,
        "(?<![0-9年度去今前明后本上])(?<!确保)(?<!冲刺)(?<!决[胜战])(?<!锚定)(?<!围绕)(?<!紧盯)",
        looks_round=True,
    ),
    Rule(
        "periods.month_third",
        r"(?:(?P<part>[上中下]旬)|(?P<within>[上中][中下]旬|[上下]半月(?!刊|板|形)|[前后]半月(?!刊|板|形)|(?<!以)[上下]半个月|(?<=月)[前后]半个?月|(?<=月份)[前后]半个?月))",
        _third,
        level.SEGMENT,
        level.SEGMENT,
    ),
]
