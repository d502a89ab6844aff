"""Festivals, the traditional calendar, solar terms and memorial days: 除夕, 正月十五, “五一”假期, 国庆当天, 教师节.

>>> from timeline.timex.engine import Grammar
>>> [atom.spec for atom in Grammar(RULES).atoms("农历正月十五")]
[{'lunar_month': 1, 'lunar_day': 15}]
"""

from __future__ import annotations

from timeline import regex as re
from timeline.timex import spec as level
from timeline.timex.calendars import BRANCHES, SOLAR_TERMS, STEMS, festival_daypart, festival_names
from timeline.timex.numerals import number
from timeline.timex.rule import Rule
from timeline.timex.rules.feastwords import DISHES, NAMED, NAMED_AFTER, NUMERIC, bare_name, still_ahead, sure_by
from timeline.timex.rules.words import WEEKDAYS, S, is_all
from timeline.timex.spec import Spec

_NAMES = festival_names()
_LUNAR_DAY = (
    r"(?:初[一二三四五六七八九十]|三十|二十[一二三四五六七八九]?|廿[一二三四五六七八九]?|十[一二三四五六七八九]?)"
)
_MONTH_NAME = r"闰?(?:正|[二三四五六七八九]|十[一二]?|冬|腊)"
_CYCLE = rf"[{STEMS}][{BRANCHES}]年"
_CALENDAR = "(?:农历|旧历|阴历|夏历)"
_FESTIVAL = "|".join(sorted(_NAMES, key=len, reverse=True))
_TERM = "|".join(SOLAR_TERMS)
_OPEN, _CLOSE = '[“"「‘]?', '[”"」’]?'
_NIGHT = r"(?:之?夜(?!市|景|游|读|班|跑|场|经|间|里|晚|航)|当[晚夜]|(?<=[十夕])那?晚(?![会报宴餐上间]))"
_OF_HOLIDAY = r"(?:首日|第[一二三四五六七八]天|最后[一1][天日]|[前后首][两二三四五六七2-7][天日])"
# A festival's name is a date only where nothing else is named after it (元宵灯会, 妇女节音乐会 are names of shows).
_AFTER = (
    r"(?=期间|假期|假日|小?[长连]假|当[天日晚夜]|前[夕后]?(?!线)|节?后|过后|之[前后]|以[前后来]|到来|[来临]|将至|在即|将近|遇[上到]|撞上|[，。、；：:,;！？!?）)”」’』\s]|\Z|[至到—\-~～起]|"
    r"[上下]午|[早晚]上?(?!会)|凌晨|清晨|傍晚|中午|[0-9]{1,2}[时点:：]|是|这[一天]|那[一天]|不(?!夜)|都|也|又|一过|刚|去|出|逛|回|见(?![闻证习面])|放假|与|和|及|我|全|市(?!集|场)|共|为|迎|开始|[两三]天|一起|"
    r"[他她咱]|将(?![军士])|就(?!业|餐|医|诊)|要(?![闻点素事])|还(?!原)|仍|照[常旧样]|歇[业市]|停[业市工]|一直|继续|返(?!利)|由(?!来)|在(?!线)|再(?!生)|值[班守]|上班|团[圆聚](?!饭|宴|曲|照|餐)|"
    r"前夜|次日|翌日|的?第[二三四五六七]天(?!堂)|那个?(?:一个?)?(?:周|星期|礼拜)|当[周月]|"
    r"通[车航水电气]|举[行办]|开[幕业馆园放赛演机工]|启[用动航]|亮[灯相]|首[发航演]|上[映线演市]|停[运航水电课诊]|[闭休][馆市园]|倒[数计]|的脚步|正式|如期|试[开运]|加[开设班密]|免费|升旗)"
)
# What a term of weather says is a day only beside a word that makes it one.
_TERM_AFTER = r"(?:时节(?P<season>)|节气?(?!约|目|能)|日(?=[，。、；当前后将正起是在举开\s])|当[天日晚]|这一?天|那天|(?=前夜|[次翌]日|的?第[二三四五六七]天|那个?(?:一个?)?(?:周|星期|礼拜)|当[周月]|前半?个?[0-9一二两三]{0,2}个?[周星礼月])|(?=到来|来临|[已刚][过到至]|一过|将至|未[到至过]|还[没未]到)|(?<=[春夏秋冬][分至])(?=以来)|(?<=立[春夏秋冬])(?=以来)|前[一两三]天|(?=[前过]?后|前后|是[0-9]|之?[前后]|[，,](?!二十|三十|道路|气温|天气|浇|收)|[）)])|(?P<bare>))"


def _month(text: str) -> int:
    leap = text.startswith("闰")
    text = text.removeprefix("闰")
    month = {"正": 1, "冬": 11, "腊": 12}.get(text) or number(text)
    return -month if leap else month


def _lunar(match: re.Match[str]) -> Spec | None:
    if match["year_end"]:
        return {"lunar_month": 12, "lunar_day": number(match["year_end"])}
    if match["new_year_day"]:
        return {"lunar_month": 1, "lunar_day": number(match["new_year_day"][1:])}
    if double := match["double"]:
        return {"lunar_month": number(double[0]), "lunar_day": number(double[0])}
    month = match["month"] or match["month2"] or match["month3"] or match["month4"] or match["month5"]
    day = match["day"] or match["day2"] or match["day4"] or match["day5"]
    if (
        match["day2"]
        and match["day2"][0] not in "初廿"
        and month.isalpha()
        and is_all(match.string, _behind_year(match.string, match.start()), match.end())
    ):
        plain = number(month) if month not in ("正", "冬", "腊") and not month.startswith("闰") else 0
        if plain and not match[0].endswith("日"):
            return {"m": plain, "d": number(match["day2"])}  # 九月十八, and nothing that speaks of a feast
    spec: Spec = {"lunar_month": _month(month)}
    if match["year"]:
        spec["y"] = number(match["year"])
        spec["lunar_year"] = True
    if cycle := match["cycle"] or match["cycle2"]:
        spec["cycle"] = cycle[:2]
    if day:
        spec["lunar_day"] = 15 if day == _HALF else number(day.removeprefix("初"))
        if match["day2"] and day[0] not in "初廿" and month[0] not in "正冬腊闰" and match[0] not in _KNOWN_FEASTS:
            spec["civil"] = True
        if not 1 <= spec["lunar_day"] <= 30:
            return None
    return spec


#: 农历七月半 is the day of the full moon.
_HALF = "半"
#: Days of the traditional calendar that everybody means by these words.
_KNOWN_FEASTS = frozenset(("八月十五", "七月十五", "十月十五"))
_YEAR_BEFORE = re.compile(r"\s*(?:[今明去前后]年的?|[12][0-9]{3}年)\Z")


def _behind_year(text: str, start: int) -> int:
    """Where an expression begins with the year before it."""
    year = _YEAR_BEFORE.match(text, 0, start) if start <= _YEAR_LENGTH else None
    return year.start() if year else start


_YEAR_LENGTH = 8


def _festival(match: re.Match[str]) -> Spec | None:
    name = _NAMES[match["name"]]
    if match["name"] == _ONLY_SPOKEN:
        before = match.string[match.start() - 1 : match.start()]
        named = NAMED_AFTER.match(match.string, match.end()) or match.string[match.end() : match.end() + 1] in _WISHES
        return None if named or before == "年" else {"festival": name, "loose": True}
    ahead = still_ahead(match)
    sure = (
        ahead
        or match["close"]
        or match["after"]
        or match["of_holiday"]
        or match["workday"]
        or match["first_day"]
        or match["own_week"]
        or match["near"]
    )
    if (
        match["name"] in NUMERIC
        and not sure
        and (match.string.startswith(_MONTH_SIGN, match.end()) or not sure_by(match))
    ):
        return None  # without quotation marks, 假期 or a year these are numbers, and 今年的十一月 is a month
    if match["bare"] is not None and not ahead and not bare_name(match):
        if match["name"] in NUMERIC or match["name"] in DISHES or NAMED_AFTER.match(match.string, match.end()):
            return None
        spoken: Spec = {"festival": name, "loose": True}
        if daypart := festival_daypart(name):
            spoken["daypart"] = daypart
        return spoken
    spec: Spec = {"festival": name}
    if ahead:
        spec["toward"] = 1
    if daypart := "晚上" if match["night"] or match["eve"] else festival_daypart(name):
        spec["daypart"] = daypart
    after = match["after"] or ""
    if "假" in after or after in ("期间", "佳节期间", "黄金周"):
        spec["holiday"] = True
    if match["workday"]:
        spec["holiday"], spec["workday"] = True, 1 if match["first"] else number(match["nth"])
    elif of := match["of_holiday"] or match["first_day"]:
        spec["holiday"] = True
        spec["of_holiday"] = _of_holiday(of)
    elif match["eve"]:
        spec["shift"] = -1
    elif match["near"]:
        weekday = 6 if match["near_day"] == "末" else WEEKDAYS[match["near_day"]]
        spec["near_weekday"] = (-1 if "前" in match["near"] else 1), weekday
        if match["near_day"] == "末":
            spec["days"] = 2
    elif match["own_week"]:
        spec["moved"] = 0, "week of"
    return spec


_MONTH_SIGN = "月"
#: A name that means the time round it in what is written, and a day only in what is said; what makes it a wish.
_ONLY_SPOKEN, _WISHES = "新年", frozenset("好快贺愿望礼新第献致首开伊前后")
_TOWARD = {"上": -1, "这": 0, "下": 1}


def _two(match: re.Match[str]) -> Spec | None:
    if "元旦" in match[0]:
        return None if match["of"] else {"festival": "new_year", "until_festival": "spring"}
    spec: Spec = {"festival": "national", "holiday": True}
    if match["of"]:
        spec["of_holiday"] = _of_holiday(match["of"])
    return spec


def _of_holiday(words: str) -> tuple[int, int]:
    """First and last day counted from the holiday's first (from 0), or from its end (negative)."""
    if words == "首日":
        return 0, 0
    if words.startswith("最后"):
        return -1, -1
    count = number(words[1:-1])
    if words.startswith("第"):
        return count - 1, count - 1
    return (0, count - 1) if words[0] in "前首" else (-count, -1)


#: Behind these a term is a day.
_COINCIDES = frozenset(("正是", "正值", "适逢", "恰逢", "时值", "正逢"))
#: The terms that speech names as days.
_TURNING = frozenset(("立春", "立夏", "立秋", "立冬", "春分", "夏至", "秋分", "冬至"))
#: The terms that are weather as well: 今年的雨水.
_WEATHER = frozenset(("雨水", "小雪", "大雪", "小寒", "大寒"))


def _term(match: re.Match[str]) -> Spec | None:
    text = match.string
    if (
        match["bare"] is not None
        and text[match.start() - 1 : match.start()] != "年"
        and (match["name"] in _WEATHER or text[max(0, match.start() - 2) : match.start()] != "年的")
        and not (text[max(0, match.start() - 2) : match.start()] in _COINCIDES and text[match.end()] in "，。；、\n")
        and not is_all(text, match.start(), match.end())
    ):
        named = match["name"] not in _TURNING or NAMED_AFTER.match(text, match.end())
        return None if named else {"festival": f"term:{match['name']}", "loose": True}
    spec: Spec = {"festival": f"term:{match['name']}"}
    if "前" in match[0] and match[0].endswith("天"):
        spec["shift"] = -number(match[0][-2])
    return spec


_NOT_NAME = "(?<!(?<![适恰正喜欣时又])逢)(?:(?<=[0-9][.·][0-9])|(?<=[0-9][.·][0-9]{2})|(?<![0-9]))(?<![一二三四五六七八九十每王李张陈刘赵周吴郑杨政治])"

RULES = [
    Rule(
        "festival.two",
        rf"{_OPEN}(?:国庆节?{S}[、·和与]?{S}中秋节?|中秋节?{S}[、·和与]?{S}国庆节?|元旦{S}[、·]?{S}春节|春节{S}[、·]?{S}元旦){_CLOSE}(?:双节)?(?:假期|小?[长连]假|期间|假日|黄金周|(?<=双节))(?:的?(?P<of>{_OF_HOLIDAY}))?",
        _two,
        level.DAY,
        level.DAY,
    ),
    Rule(
        "festival.new_year_night",
        "跨年(?:之夜|夜|当晚)",
        lambda _: {"festival": "new_year_eve", "daypart": "晚上"},
        level.DAY,
        level.DAYPART,
    ),
    Rule(
        "festival.lunar",
        rf"(?:{_CALENDAR}{S}(?P<month5>1[0-2]|0?[1-9]){S}月(?:{S}初?(?P<day5>30|[12][0-9]|0?[1-9])(?![0-9])日?)?"
        rf"|(?P<double>二月二|三月三|五月五|六月六|七月七|八月八|九月九)(?![日号十余多歌级万千百名个项的、])"
        rf"|{_CALENDAR}(?:(?P<year>[12][0-9]{{3}}|[一二][〇零一二三四五六七八九]{{3}})年|(?P<cycle>{_CYCLE}))?{S}(?P<month>{_MONTH_NAME})月(?:{S}(?P<day>{_LUNAR_DAY}|[一二三四五六七八九]|半(?![个年月天日夜])))?日?"
        rf"|(?P<cycle2>{_CYCLE})(?P<month4>{_MONTH_NAME})月(?P<day4>{_LUNAR_DAY})?"
        rf"|(?P<month2>{_MONTH_NAME})月{S}(?P<day2>{_LUNAR_DAY})(?![一二三四五六七八九几余多个届号]|日(?!开学|子))日?"
        rf"|(?P<month3>[正冬腊]|闰{_MONTH_NAME[2:]})月(?!初)|(?:{_CALENDAR}?大年|年)(?P<year_end>廿[三四五六七八九])|(?:{_CALENDAR}?[大新]年|{_CALENDAR}?年(?=初)|(?<=[今明去]年)(?=初.(?:[，。、；\s去回我你拜见是早晚上下那当]|\Z)))(?P<new_year_day>初[一二三四五六七八九])(?![直批些共度手一二三四五六七八九十级个年]|新生|学生))",
        _lunar,
        level.MONTH,
        level.DAY,
        lambda spec: (
            level.YEAR if "y" in spec or "cycle" in spec else level.MONTH,
            level.DAY if "lunar_day" in spec else level.MONTH,
        ),
        "(?<![0-9一二三四五六七八九十每逢全])",
        looks_round=True,
    ),
    Rule(
        "festival.lunar_day",
        r"(?P<day>初[一二三四五六七八九十]|(?<=[至到—-])(?:十[一二三四五六七八九]|二十[一二三四五六七八九]?|廿[一二三四五六七八九]|三十|十))(?!(?!(?<=十五)[两三四五六七八九]天)[中级期步次年个号（(学新女男生后班组点时分日月二三四五六七八九毕升数语英物化科家天小多余几来周岁万元人米吨公里倍长黄国假字棵株头亩户名位辆架座间只条件块张把本册幅台趟桌颗粒斤克瓶箱袋桶盏口]|的(?:孩子|学|课|班)|、初[二三]学|一(?![连共起]))",
        lambda m: {"lunar_day": number(m["day"].removeprefix("初"))},
        level.DAY,
        level.DAY,
        None,
        "(?<![0-9年月当最起入升读上])",
    ),
    Rule(  # 上个春节, 下一个元旦
        "festival.toward",
        rf"(?P<rel>[上下这]一?个|[上下]一?次的?)(?P<name>{_FESTIVAL})(?!{NAMED})",
        lambda m: None if m["name"] in NUMERIC else {"festival": _NAMES[m["name"]], "toward": _TOWARD[m["rel"][0]]},
        level.DAY,
        level.DAY,
    ),
    Rule(
        "festival.name",
        rf"{_OPEN}(?P<name>{_FESTIVAL})(?!气|(?<=中元)祭)(?P<close>{_CLOSE})(?:(?<=安夜)晚上)?(?:青年节|妇女节|儿童节|建军节|劳动节)?(?:国际)?(?:消费者权益日)?"
        rf"(?:(?P<workday>(?:假期|长假|节)?(?:之|以|过)?后?的?(?:第(?P<nth>[一二三四五])|(?P<first>首))个工作日)"
        rf"|(?:(?:假期|小?[长连]假|黄金周)的?(?P<of_holiday>{_OF_HOLIDAY})|(?P<first_day>首日))|(?P<night>{_NIGHT})|(?P<eve>前夜|前一[晚夜])"
        rf"|(?P<own_week>周(?![一二三四五六日天末年边围刊报]))|(?P<near>节?(?:[之以]|过)?[前后])的?(?:第一个|(?<=前)最后一?个|(?<=前的)最后一?个)?(?:(?:周|星期|礼拜)(?P<near_day>[一二三四五六日天末]))"
        rf"|(?P<after>(?<=伏)的?第一天|假期|假日|小?[长连]假|黄金周|期间|当[天日](?=[^报])|节假期|佳节期间|佳节|(?<=[旦庆])日(?=[，。、；照起则将当早上中下晚凌前后]|\s*\Z)|当日)|{_AFTER}|(?P<bare>))",
        _festival,
        level.DAY,
        level.DAY,
        lambda spec: (level.DAY, level.DAYPART if "daypart" in spec else level.DAY),
        _NOT_NAME,
        looks_round=True,
    ),
    Rule(  # 今年三伏
        "festival.dog_days",
        "三伏(?:天(?!气)|(?!贴|灸|膏|茶|面))",
        lambda _: {"festival": "dog_days", "until_festival": "dog_days_close"},
        level.DAY,
        level.DAY,
        None,
        "(?:(?<=[0-9今去明前后]年)|(?<=年的))",
    ),
    Rule(
        "festival.term",
        rf"(?P<name>{_TERM})(?![0-9〇]){_TERM_AFTER}",
        _term,
        level.DAY,
        level.DAY,
        None,
        "(?<![有降转夹下集大中小暴场、])(?<![中雨]到)",
        looks_round=True,
    ),
]
