"""Words that count from the article's date or from the last time told: 今年, 昨日, 本周六, 当天, 次年, 近日.

>>> from timeline.timex.engine import Grammar
>>> [atom.spec for atom in Grammar(RULES).atoms("昨日")]
[{'d_rel': -1}]
"""

from __future__ import annotations

import re

from timeline.timex import spec as level
from timeline.timex.numerals import number
from timeline.timex.rule import Rule
from timeline.timex.rules.vague import VAGUE
from timeline.timex.rules.words import DAY_NUMBER, DAYPARTS, HAN_GUARD, MODAL, PARTS, S
from timeline.timex.spec import Spec

_YEARS = {
    "今": 0,
    "本": 0,
    "去": -1,
    "前": -2,
    "大前": -3,
    "明": 1,
    "后": 2,
    "大后": 3,
    "来": 1,
    "上": -1,
    "下": 1,
    "上一": -1,
    "下一": 1,
}
_REF_YEARS = {"当": 0, "同": 0, "该": 0, "是": 0, "次": 1, "翌": 1, "第二": 1, "转": 1, "隔": 1, "前一": -1, "后一": 1}
_REF_YEARS |= {"那": 0, "这": 0, "那一": 0, "这一": 0, "同一": 0}
_MONTHS = {
    "本": 0,
    "这": 0,
    "上": -1,
    "前": -1,
    "下": 1,
    "上上": -2,
    "大上": -2,
    "下下": 2,
    "再下": 2,
    "今": 0,
    "呢": 0,
    "上上上": -3,
    "下下下": 3,
}
_REF_MONTHS = {"当": 0, "同": 0, "该": 0, "次": 1, "翌": 1}
DAYS = {"今": 0, "昨": -1, "前": -2, "大前": -3, "大大前": -4, "明": 1, "后": 2, "大后": 3, "大大后": 4, "本": 0}
_SEASONS = {"春": 21, "夏": 22, "秋": 23, "冬": 24}
_REF_DAYS = {
    "是": 0,
    "前一": -1,
    "头": -1,
    "后一": 1,
    "当": 0,
    "同": 0,
    "同一": 0,
    "次": 1,
    "翌": 1,
    "第二": 1,
    "隔": 1,
    "这一": 0,
    "该": 0,
    "此": 0,
    "那": 0,
    "那一": 0,
    "这": 0,
}
_DAYPART = "|".join(sorted((word for word in DAYPARTS if word != "当晚"), key=len, reverse=True))


def _day(match: re.Match[str]) -> Spec:
    spec: Spec = {"d_rel": DAYS[match["rel"]]}
    if part := match["part"] or match["night"]:
        spec["daypart"] = (
            part
            if part in DAYPARTS
            else {"晨": "早晨", "晨间": "早晨", "早上": "早上", "午": "午后"}.get(part, part[0])
        )
    return spec


def _dated_day(match: re.Match[str]) -> Spec:
    """昨（21）日: the day of the month stands beside the word."""
    spec: Spec = {"d_rel": DAYS[match["rel"]], "d": number(match["d"])}
    if match["part"]:
        spec["daypart"] = match["part"]
    return spec


def _ref_day(match: re.Match[str]) -> Spec:
    word = match["rel"]
    spec: Spec = {"d_ref": number(word[1:]) - 1 if word.startswith("第") else _REF_DAYS[word]}
    if match["part"] and match["part"] not in "天日":
        spec["daypart"] = {"晨": "早晨"}.get(match["part"], match["part"])
    return spec


def day_levels(spec: Spec) -> tuple[int, int]:
    return level.DAY, level.DAYPART if "daypart" in spec else level.DAY


def _month(match: re.Match[str]) -> Spec:
    spec: Spec = {"m_rel": _MONTHS[match["rel"]]}
    if part := match["part"] or match["part2"]:
        spec["part"] = PARTS[part]
    return spec


def _ref_month(match: re.Match[str]) -> Spec:
    spec: Spec = {"m_ref": _REF_MONTHS[match["rel"]]}
    if match["part"]:
        spec["part"] = PARTS[match["part"]]
    return spec


def _ref_year(match: re.Match[str]) -> Spec:
    word = match["rel"]
    spec: Spec = {"y_ref": _REF_YEARS[word] if word in _REF_YEARS else number(word[1:]) - 1}
    if word.startswith("第"):
        spec["counted"] = True
    if match["part"]:
        spec["part"] = PARTS[match["part"]]
    if match["season"]:
        spec["season"] = _SEASONS[match["season"]]
    return spec


def _month_levels(spec: Spec) -> tuple[int, int]:
    return level.MONTH, level.SEGMENT if "part" in spec else level.MONTH


RULES = [
    Rule(
        "relative.vague",
        f"(?:{VAGUE})",
        lambda _: {"vague": True},
        level.WHOLE,
        level.WHOLE,
        None,
        r"(?<![0-9一二三四五六七八九十])",
    ),
    Rule(
        "relative.years_since",
        r"(?:(?:[一二两三四五六七八九十几多0-9]{1,3}[十余多]?(?:年多?|个月|周|天)|半年多?)来(?![料自访到临回往客信电过])|[一二三四五六七八九]十(?:多|余)载)",
        lambda _: {"vague": True},
        level.WHOLE,
        level.WHOLE,
        None,
        HAN_GUARD,
    ),
    Rule(
        "relative.until_now",
        "(?:到|至)(?:现在|如今|目前(?!为止))(?!座)|(?:至|迄)今(?!年|天|日|晚|后|晨|早|夜|[春夏秋冬](?![意光风色雨雪天日]))",
        lambda _: {"until_now": True},
        level.WHOLE,
        level.WHOLE,
    ),
    Rule(
        "relative.from_now",
        "即日(?=起|至|到|[-—–~～]|开始)",
        lambda _: {"from_now": True, "d_rel": 0},
        level.DAY,
        level.DAY,
    ),
    Rule(
        "relative.year",
        r"(?P<rel>大[前后]|[今去前明后](?=年|年?度)|[本上下](?=年度)|来(?=年)|[上下]一(?=年度?)|[本上](?=年)|(?<!乡)下(?=年[0-9一二三四五六七八九十]{1,2}月))年"
        r"(?:度(?![过假])|(?:全|一?整)年(?!龄)|(?P<part>初(?![春夏秋冬]|中(?![央国共办])|[级步选赛审评试]|[二三](?![家个名位项条座所台])|一(?![直批些次起共度]))|末(?![班位端])|底(?!薪|色|线|特律)|年?中(?=[，。、；完前后起以将召举到至投建竣发上毕结我开交]|$))|(?:(?<=[今去明]年)(?!同期|此时|轻(?:人|有为|干部|教师|一代|党员)|货(?![运物币车架轮]))|(?![级轻货味夜龄纪代长限]|会(?![更有议场在变])|同期|间|号|月|此时))|(?=此时))",
        lambda m: {
            "y_rel": _YEARS[m["rel"]],
            **({"prefer_ref": True} if m["rel"] in ("上", "上一", "下一") else {}),
            **({"part": PARTS[m["part"][-1]]} if m["part"] else {}),
        },
        level.YEAR,
        level.SEGMENT,
        lambda spec: (level.YEAR, level.SEGMENT if "part" in spec else level.YEAR),
        "(?<![0-9一二三四五六七八九十百千万几数两以日号版])(?<!(?<!不)多)(?<![产用营成建后之此投大三](?=[前后]年))(?<!大(?=明))(?<!年(?=前年[后均]))(?<!自(?=[上本]年))",
    ),
    Rule(
        "relative.year_season",
        "(?:今冬(?P<next>明春)|(?P<rel>[今去]|(?<!昆)明)(?P<season>[春夏秋冬])(?!天(?!气)|季|秋|冬|威夷|招))",
        lambda m: (
            {"y_rel": 0, "season": 24, "season_to": 21}
            if m["next"]
            else {"y_rel": _YEARS[m["rel"]], "season": _SEASONS[m["season"]]}
        ),
        level.YEAR,
        level.MONTH,
    ),
    Rule(
        "relative.ref_year",
        r"(?P<rel>[当同该次翌转隔是]|第[二三四五六七八九]|前一|后一|[那这]一?|同一)年(?:(?P<part>初(?![中级])|末|底(?![部层]))|(?P<season>[春夏秋冬])(?!节(?!约|目))(?:[天季](?!气|节))?|(?![级轻度人纪少时事代龄货头]|来[，的]|里[头面]|多))",
        _ref_year,
        level.YEAR,
        level.SEGMENT,
        lambda spec: (level.YEAR, level.SEGMENT if "part" in spec or "season" in spec else level.YEAR),
        "(?<![恰适相])(?<![提之以目眼产会](?=前一))(?<![连续](?=第))(?<!连续(?=第))(?<![今去前后明](?=[那这]))(?<!岁(?=[那这]))",
    ),
    Rule(  # 去年同期
        "relative.same_stretch",
        "(?P<rel>[去上前])年同期",
        lambda m: {"y_rel": _YEARS[m["rel"]], "same_stretch": True},
        level.YEAR,
        level.MONTH,
    ),
    Rule(  # 新的一年
        "relative.new_year",
        "新的?一年(?![级一多来])",
        lambda _: {"y_rel": 0, "turning": True},
        level.YEAR,
        level.YEAR,
    ),
    Rule(
        "relative.two_years",
        "(?P<a>[去今])(?P<b>[今明])两?年|(?P<next>明后(?:两年|年(?!天)))",
        lambda m: (
            {"years_rel": (1, 2)}
            if m["next"]
            else {"years_rel": (_YEARS[m["a"]], _YEARS[m["b"]])}
            if m["a"] != m["b"]
            else None
        ),
        level.YEAR,
        level.YEAR,
    ),
    Rule(
        "relative.two_days",
        "(?P<a>[昨今明])(?P<b>[今明后])(?:两[天日]|[天日])|(?P<past>昨前|前昨)两[天日]",
        lambda m: {"d_rel": -2 if m["past"] else DAYS[m["a"]], "days": 2} if m["past"] or m["a"] != m["b"] else None,
        level.DAY,
        level.DAY,
    ),
    Rule(
        "relative.three_days",
        "(?:今明后|今、明、后)三[天日]",
        lambda _: {"d_rel": 0, "days": 3},
        level.DAY,
        level.DAY,
    ),
    Rule(
        "relative.month",
        r"(?P<rel>上上上?|(?<![加扩增])大上(?=个月)|下下下?|再下|前(?=一个月)|(?<!一)下|[今呢](?=个月)|[本这上])(?:(?:(?<=[上下前])一)?个月(?P<part2>[初末底]|头(?![条号目脑版])|尾(?![巴牙数款盘]))?(?![球饼])|(?:(?<=[本上下])|(?<=这)(?=月[0-9一二三四五六七八九十]{1,3}[日号]))月(?P<part>初(?![选步级中赛])|末(?![班位])|底(?!薪)|中(?=[，。、；完前投建竣召举验发交收]|\s*\Z))?"
        r"(?!球|亮(?!相)|台(?!风)|饼|光(?![伏照明谷电])|色(?!彩)|刊|季|份|历(?![史年经时届])|报(?![名道到])))",
        _month,
        level.MONTH,
        level.SEGMENT,
        _month_levels,
        "(?<![以坡])(?<!楼(?!上月[初末底]))(?<![提之目](?=前))(?<!一(?=下下))(?<!(?<![0-9])日(?=本))",
    ),
    Rule(
        "relative.ref_month",
        r"(?P<rel>[当同该次翌])月(?P<part>[初末底])?(?!球|亮|光|刊|薪|饼|考)",
        _ref_month,
        level.MONTH,
        level.SEGMENT,
        _month_levels,
    ),
    Rule(
        "relative.day",
        rf"(?P<rel>大?大前|大?大后|今(?!天津[门城巴沽南冀湾])(?=[天日])|明(?!天(?:集团|控股))(?=[天日])|昨(?=[天日]|起(?![草诉]))|(?<![^\s，。、；：“（])明(?=起)|[前后](?=天(?![晴桥津井竺堂然亮性养]|气(?![温象转])|空(?!军)|南(?![京昌宁通阳平充])|线(?![上下])|天(?![气亮黑])|因素|免疫|努力|培养|形成|环境|习得)(?<!先天[前后])|日(?!本))|[今昨明前](?=[晚晨早夜凌傍])|[今昨](?=午(?![夜餐饭休睡宴门])|晌午)|今(?=起)|(?<!日)本(?=日[上下早晚中凌]))(?:[天日](?!报(?![名道到告])|之(?![前后内间])|头条|启年)(?:{S}(?P<part>(?:{_DAYPART})(?![餐饭报场班宵操]|(?<=早)已|(?<=晚)点(?!半|多|钟|整|[0-9一二三四五六七八九十])|会(?!议){MODAL}|些时))|(?:全|一?整)天(?!候))?|(?P<night>午后?(?=[^夜餐饭休睡宴])|[晚早晨夜](?![餐饭宴]|(?<=早)晚(?![些点])|场(?![馆地内外])|会{MODAL}(?<![昨今明][早晚]会)|报(?![名道到])|市场|班|宵|点(?!半|多|钟|整|[0-9一二三四五六七八九十]))(?:[间里]|上(?![海演映线市课岗场台学调榜传]))?(?:的?(?:深夜|半夜|凌晨(?=[0-3一二两三]点)))?|凌晨|傍晚)|(?=起))",
        _day,
        level.DAY,
        level.DAYPART,
        day_levels,
        r"(?<![0-9一二三四五六七八九十几以])(?<!(?<![指总人])数)(?<![之过](?=后))(?<!(?<!不)多)(?<!(?<![项节题])目)(?<!年(?=前晚))(?<![雨眼门赛课战窗饭节会午身](?=[前后][天日](?![举召开播启在将到有出进早晚凌朝夜，。]|[上下中]午)))",
    ),
    Rule(
        "relative.dated_day",
        rf"(?P<rel>[昨今明])\s?[（(]\s?(?P<d>{DAY_NUMBER})(?:[日号]\s?[)）]|\s?[)）]\s?(?:[天日](?!报(?![名道到告]))|(?=[晚早晨午凌傍])))(?:{S}(?P<part>(?:{_DAYPART})(?![餐饭报场]|会(?!议))))?",
        _dated_day,
        level.DAY,
        level.DAYPART,
        day_levels,
    ),
    Rule(
        "relative.ref_day",
        r"(?P<rel>当(?=[天日晚夜晨])|同一?(?=[天日])|[次翌](?=[日晨])|第[二三四五六七八九十](?=[天日])|隔(?=[天日])|[这那]一(?=天(?!天))|该(?=日(?!本))|此(?=日(?!程))|是(?=日(?![本常程治军占伪照式]))|[前后]一(?=[天日晚](?!会|报|自))|[这那](?=天(?![天气空桥]))|头(?=天(?:[晚夜傍下深半]|凌晨)))(?P<part>[天日晚夜晨](?![报制志然线而期益渐历式语程]|文台))",
        _ref_day,
        level.DAY,
        level.DAYPART,
        day_levels,
        "(?<![批档层每相恰适])(?<![名场](?!当))(?<![提之以目眼产会月年](?=前一))(?<![之以今此日月年最](?=后一))(?<!于(?=是日))(?<!但(?=是日))(?<!就(?=是日))(?<![期节假动会赛开日旦幕街桥码龙学业赛](?=头))",
    ),
]
