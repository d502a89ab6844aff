"""Clock times and parts of a day: 9:00, 上午9点半, 晚7时30分, 20时02分, 六点多.

>>> from timeline.timex.engine import Grammar
>>> [atom.spec for atom in Grammar(RULES).atoms("晚7时30分")]
[{'hour': 7, 'daypart': '晚', 'minute': 30}]
"""

from __future__ import annotations

from timeline import regex as re
from timeline.timex import spec as level
from timeline.timex.numerals import number
from timeline.timex.rule import Rule
from timeline.timex.rules.words import DAYPARTS, HAN_GUARD, HOUR_NUMBER, MINUTE_NUMBER, MODAL, TO, S, is_all
from timeline.timex.spec import Spec

_LONG = sorted((word for word in DAYPARTS if len(word) > 1), key=len, reverse=True)
_DAYPART = rf"(?P<daypart>{'|'.join(_LONG)}|[早晚夜](?=\s{{0,2}}[0-9一二三四五六七八九十])(?!一点(?![半钟整许一二三四五0-9至到—-])))"
_COLON = r"(?P<hour>2[0-4]|1[0-9]|0?[0-9])\s?[:：∶]\s?(?P<minute>[0-5][0-9])(?:[:：](?P<second>[0-5][0-9])(?:[.][0-9]{3})?)?(?![0-9%.:：])(?:分(?![钟别成之为值差数比秒]))?(?!险胜|告负|获胜|战胜|大胜|击败|胜|逆转|落败|负于|领先|落后)(?:\s?(?P<pm>[AaPp])\.?[Mm]\.?)?"
# 三点建议 and 五时 of 五时制 are no clock times: without a part of day before it, 点 needs something that only a clock has.
_OCLOCK = (
    rf"(?P<hour>{HOUR_NUMBER}){S}[时点點](?!(?<=时)(?:间|期(?!间))|候|代|刻(?!钟)|常|尚|评|赞|击|位|建议|意见|要求|名|燃|亮|心|装|髦|[一二三四五六七八九0-9][、，：])"
    rf"(?:{S}(?:(?P<minute>{MINUTE_NUMBER}){S}分(?:(?P<second>[0-5]?[0-9]|[二三四五]?十?[一二三四五六七八九]|[二三四五]?十)秒)?(?:整|(?P<then>许)(?![多可]))?(?!别|成|钟(?:之(?![前后间内])|的)|之(?![前后间内])|公司|支|布|校|院|行|店|部|层|级|类|流|区)|(?P<half>半(?!价)钟?)|(?P<quarter>[一三13])刻钟?|整(?![体个治改理顿修合备装])|踏?正(?![式在是常好值逢面月点当处])|(?P<some>许)|钟(?!声)|(?P<about>多|来钟|几(?![个位名人次件分])))|(?P<minute3>[0-5][0-9]|零[一二三四五六七八九1-9]|[二三四五]?十[一二三四五六七八九]?)(?![0-9%年月日号.十一二三四五六七八九百千万余多几来]|[人元个名位件场家只条米分辆台支队所头匹岁吨公里楼户艘架班次趟层站篇项份种])|(?P<past>过(?:[0-9]{{1,2}}|一刻|[一二三四五六七八九]|二?十[五]?)分?)|(?P<less>差(?:[0-9]{{1,2}}|一刻|[一二三四五六七八九]|二?十[五]?)分?))?"
)
# Behind a day, a part of a day or the other end of a range an hour needs no more proof.
_AFTER_DAY = r"(?:(?<=[午上晚晨夜间里天日号]的)|(?<=[天日号）)节夕][ \u3000])|(?<=[周期拜][一二三四五六][ 的])|(?<=[国中端清重元圣][庆秋午明阳宵诞]节)|(?<=[国中端清重元圣][庆秋午明阳宵诞]节的)|(?<=除夕|元旦|国庆|春节)|(?<=(?:除夕|元旦|国庆|春节)的)|(?<=天后)|(?<=天后的)|(?<=[日号五一二三四六天][）)])|(?<=[0-9]-[0-9]{2}\s)|(?<=/[0-9]\s)|(?<=/[0-9]{2}\s)|(?<=[周期拜][一二三四五六])|(?<=[日号天晚早午晨夜里间昼朝至到\-－—–~～、])|(?<=[早晚]上|午后)|(?<=[点时半分0-9] [-–—~～至到] )|(?<=[点时半分][和及与或])|(?<=[点时半分]或者))"
_CERTAIN = rf"(?:(?=[0-9]{{1,2}}月[0-9]{{1,2}}[日号])|(?<=零点)(?=[，。、；,;前后起整开到至\s]|[一刚]过|钟声|\Z)|(?<=点)(?=开会|出发|集合|开始|起床|上班|下班|上课|下课|见面|左右|提醒|叫我|开门|关门|睡觉)|(?<=点)(?=\s?(?:[和与跟或、]|还是)\s?(?:{HOUR_NUMBER})点(?!建议|意见|要求|评论|疑问))|(?<=时)(?=[，。、；,;至到—\-~～起前后左许整开举在召\s）)将]|发[出车])|(?<=[半整钟多许分刻秒])|(?<=踏正)|(?<=[点时][0-5][0-9])|(?<=点[二三四五]十)|(?<=点十[一二三四五六七八九])|(?<=点[二三四五]十[一二三四五六七八九])|(?<=[点时])(?=的(?:闹钟|飞机|火车|航班|高铁|动车|班车|会议|电影|门票|课))|(?={TO}(?:{HOUR_NUMBER}|(?:次[日晨]|第二天|翌日|[今明后昨][天日晚早晨])(?:凌晨|清晨|早上|上午|下午|晚上|中午)?(?:{HOUR_NUMBER}))[时点]))"


_OCLOCK_2 = re.sub(r"<(hour|minute|minute3|second|some|then|half|quarter|about|past|less)>", r"<\1_b>", _OCLOCK)


#: A clock time told before in the sentence: 今晚7点半开演，9点散场.
_TOLD_BEFORE = re.compile(
    r"(?:[0-9一二三四五六七八九十]点(?!建|意|要)|[0-9]时(?!代)|[0-9][:：][0-9]{2}|[0-9][日号]|[今明昨后]天|周[一二三四五六日])[^。！？；\n]{0,18}\Z"
)


def _clock(match: re.Match[str], suffix: str = "") -> Spec | None:
    groups = match.groupdict()
    spec: Spec = {"hour": number(match[f"hour{suffix}"])}
    if daypart := groups.get("daypart"):
        spec["daypart"] = daypart
    if pm := groups.get("pm"):
        spec["daypart"] = _half(pm, match[f"hour{suffix}"])
    if minute := match[f"minute{suffix}"] or groups.get(f"minute3{suffix}"):
        spec["minute"] = number(minute)
        if second := groups.get(f"second{suffix}"):
            spec["second"] = number(second)
    elif groups.get(f"half{suffix}"):
        spec["minute"] = 30
    elif quarter := groups.get(f"quarter{suffix}"):
        spec["minute"] = 15 * number(quarter)
    if groups.get(f"about{suffix}"):
        spec["approximate"] = spec["loose_hour"] = True
    if groups.get(f"some{suffix}") or groups.get(f"then{suffix}"):  # 八时许, 八时十分许
        spec["approximate"] = True
    if past := groups.get(f"past{suffix}"):  # 十点过五分
        spec["minute"] = _minutes(past.removeprefix("过"))
    if less := groups.get(f"less{suffix}"):  # 七点差十分 is ten minutes before seven
        spec["hour"], spec["minute"] = spec["hour"] - 1, 60 - _minutes(less)
    if ("minute" in spec and spec["minute"] > 59) or spec["hour"] > 24:
        return None
    return spec


def _half(sign: str, hour: str) -> str:
    """The part of day that am or pm tells: 12 am is midnight."""
    return "pm" if sign in "Pp" else "凌晨" if int(hour) == 12 else "早上"


def _minutes(words: str) -> int:
    words = words.removeprefix("差").removesuffix("分")
    return 15 if words == "一刻" else number(words)


_SOONER = frozenset("早晚")
_RATIO = re.compile(r"比(?![赛武])|以\s?\Z|比分|浓度|第\Z")


def _is_ratio(text: str, start: int, end: int) -> bool:
    """Whether 1:12 stands behind the word for a ratio or a score."""
    if text.find(":", start, end) < 0:
        return False
    before = text[max(0, start - 8) : start]
    if before.endswith("比") and text[end] in _SOONER:
        return False  # 比9:00早
    return _RATIO.search(before) is not None


def _not_all(text: str, start: int, end: int) -> bool:
    """Whether something else is told than a time."""
    return not is_all(text, start, end)


def _first_told(text: str, start: int, _: int) -> bool:
    """Whether no clock time stands before it in the sentence."""
    return _TOLD_BEFORE.search(text, max(0, start - 24), start) is None


def _two_forms(match: re.Match[str]) -> Spec | None:
    """The reading of a pattern that has the hour in one of two places."""
    return _clock(match, "" if match.groupdict().get("hour") else "_b")


def _bare_hour(match: re.Match[str]) -> Spec:
    """14—16时: the first number has its unit from the second."""
    return {"hour": number(match["hour"])}


def _about_then(match: re.Match[str]) -> Spec | None:
    """早上七八点: two neighbouring hours tell about when."""
    hour = number(match["hour"])
    if number(match["next"]) != hour + 1:
        return None
    spec: Spec = {"hour": hour, "approximate": True, "loose_hour": True}
    if match["daypart"]:
        spec["daypart"] = match["daypart"]
    elif match["loose"] is not None:
        spec["loose"] = True
    return spec


RULES = [
    Rule(
        "clock.neighbours",
        rf"(?:{_DAYPART}|(?<=[早晚晨夜里间午上天日号])|(?P<loose>(?=..点[到左回去才就来见钟]))){S}(?P<hour>[一两三四五六七八九])(?P<next>[二三四五六七八九十])点(?:多|左右|钟)?",
        _about_then,
        level.DAYPART,
        level.CLOCK,
        lambda spec: (level.DAYPART if "daypart" in spec else level.CLOCK, level.CLOCK),
        looks_round=True,
    ),
    Rule(
        "clock.part_and_time",
        rf"{_DAYPART}{S}(?:{_COLON}|{_OCLOCK_2})",
        _two_forms,
        level.DAYPART,
        level.CLOCK,
        unless=_is_ratio,
    ),
    Rule(
        "clock.part",
        rf"(?P<daypart>{'|'.join(word for word in _LONG if word not in ('黎明', '黄昏'))}|(?<=[日号天])(?:黎明|黄昏)(?!恋)|(?:黎明|黄昏)(?=时分))(?!时光|(?<=白天)鹅|(?<=早上)海|红?茶|咖啡|书[店屋吧]|食堂|酒[馆吧]|点心|好|(?<=午)饭|(?<=[早夜晚晨午])(?:场(?![馆地])|版|市(?![民政委区内])|集(?![中体合会结])|文))|(?P<short>(?:(?<=[0-9一二三四五六七八九十今明昨前后当次翌同听寻琴噚][日号])|(?<=月十[一二三四五六七八九])|(?<=月二十[一二三四五六七八九])|(?<=月初[一二三四五六七八九十])|(?<=[0-9一二三四五六七八九十]\s[日号])|(?<=(?<![0-9十百千两几多])天))[早晚夜]|(?<=[日号])晨|(?<=[周期拜][一二三四五六日天])[早晚夜]|(?<=[日号天]\s)晚)(?!会{MODAL}|市(?![民政委区内])|场(?![馆地])|(?<=早)已|高(?![速铁校温层新中考空])|[些报餐饭宵稻点霞风航校色班景跑读宵游间里曦光练操雾])(?!于(?:计划|预期|往年|常年|规定|原定|历年|预定|平均)|(?<=[早夜])于|(?<=早)在[0-9一二三四五六七八九十两几])",
        lambda m: {"daypart": m["daypart"] or m["short"].strip()},
        level.DAYPART,
        level.DAYPART,
    ),
    Rule(
        "clock.colon",
        r"(?<![0-9][:：])(?<!比分)(?<!比例)" + _COLON,
        _clock,
        level.CLOCK,
        level.CLOCK,
        None,
        unless=_is_ratio,
    ),
    Rule(
        "clock.oclock",
        rf"(?:{_AFTER_DAY}{_OCLOCK}|{_OCLOCK_2}{_CERTAIN})",
        _two_forms,
        level.CLOCK,
        level.CLOCK,
        None,
        HAN_GUARD,
        unless=_is_ratio,
    ),
    Rule(
        "clock.second",
        rf"(?<=[，,、；]){_OCLOCK}",
        _clock,
        level.CLOCK,
        level.CLOCK,
        None,
        HAN_GUARD,
        unless=_first_told,
    ),
    Rule(  # 三点, and nothing else
        "clock.alone",
        _OCLOCK,
        _clock,
        level.CLOCK,
        level.CLOCK,
        None,
        HAN_GUARD,
        unless=_not_all,
    ),
    Rule(  # 我三点回来
        "clock.in_speech",
        rf"(?P<hour>{HOUR_NUMBER})点(?=[回见去来到出走吃睡起开集上下叫才就之以前后的吧准我你他她咱]|提醒)(?!后续|前置)",
        lambda m: {"hour": number(m["hour"]), "loose": True},
        level.CLOCK,
        level.CLOCK,
        None,
        rf"(?<![早晚这那高低有差快慢大小多少]){HAN_GUARD}",
    ),
    Rule(  # 昨天这个时候
        "clock.same",
        r"(?:(?:(?<=[天日号周期拜])|(?<=[天日周期拜][前后]的)|(?<=[周期拜][一二三四五六]))(?:的?(?:这个?时[候间]|同一时[间刻])|此[时刻]|的?现在(?!的))|(?:(?<=[去前今明]年)|(?<=[上下]月)|(?<=[上下]个月))的?(?:这个?时[候间]|此时|(?P<day>同一天)))",
        lambda m: {"d_rel": 0} if m["day"] else {"same_clock": True},
        level.CLOCK,
        level.CLOCK,
    ),
    Rule(
        "clock.less",
        rf"差(?P<less>[0-9]{{1,2}}分钟?|一刻钟?|[一二两三四五六七八九]分钟?|二?十五?分钟?)(?:到)?(?P<hour>{HOUR_NUMBER})点",
        lambda m: {"hour": number(m["hour"]) - 1, "minute": 60 - _minutes(m["less"].removesuffix("钟"))},
        level.CLOCK,
        level.CLOCK,
    ),
    Rule(
        "clock.english",
        r"(?P<hour>1[0-2]|0?[1-9])\s?(?P<pm>[AaPp])\.?[Mm]\.?(?![A-Za-z])",
        lambda m: {"hour": int(m["hour"]), "daypart": _half(m["pm"], m["hour"])},
        level.CLOCK,
        level.CLOCK,
    ),
    Rule(  # PM2:30
        "clock.pm_first",
        r"(?P<pm>[AaPp])\.?[Mm]\.?\s?(?P<hour>1[0-2]|0?[1-9])[:：](?P<minute>[0-5][0-9])(?![0-9:：])",
        lambda m: {
            "hour": int(m["hour"]),
            "minute": int(m["minute"]),
            "daypart": _half(m["pm"], m["hour"]),
        },
        level.CLOCK,
        level.CLOCK,
        None,
        "(?<![A-Za-z])",
    ),
    Rule(
        "clock.shared_unit",
        rf"(?P<hour>2[0-4]|1[0-9]|0?[0-9]|(?:(?<=[午晨间夜里])|(?<=[早晚]上))(?:十[一二]?|[一二两三四五六七八九]))(?={TO}(?:2[0-4]|1[0-9]|0?[0-9]|十[一二]?|[一二两三四五六七八九])[时点](?!间|候|代|期(?!间)|建议|意见|要求|[0-9]))",
        _bare_hour,
        level.CLOCK,
        level.CLOCK,
    ),
]
