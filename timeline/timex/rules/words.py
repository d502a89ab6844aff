"""Building blocks of the rules' patterns: numbers, separators, names of units.

>>> import re
>>> bool(re.fullmatch(YEAR, "二〇二五")), bool(re.fullmatch(DAY_NUMBER, "三十一"))
(True, True)
"""

from __future__ import annotations

from typing import Final

from timeline import regex as re
from timeline.timex.numerals import number
from timeline.timex.spec import Spec

_MARGIN: Final = 40
#: What may stand round a time that is all there is: 北京时间8点, 晚上七点左右.
_LEADING: Final = re.compile(
    r"\s*(?:北京时间|(?:大约|约莫?|大概|差不多|将近|接近|最[迟晚早]|不[迟晚早]于|[早晚]于|直)?[在从于自到至]?)\s*"
)
_TRAILING: Final = re.compile(r"\s*(?:左右|前后|以?之?[前后]|许|之?间|为?止|开始|起|整)?\s*[。.]?\s*")
HAN_DIGIT: Final = "[〇零○Ｏ一二三四五六七八九]"

#: Blanks and line breaks that scanned pages leave inside an expression.
S: Final = r"\s{0,3}"
_BEHIND: Final = r"(?:\s?[AaPp]\.?[Mm]|\s{0,3}[年月日号学赛时点:：∶．／\-－–—―─~～〜/.、和及与至到直起世代个天周两星礼季晚小钟刻昼分秒工多余几来整旬级届载日上下第全春夏秋冬QHs）)]|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]|[两三四五六七八九]个?年|千[零〇一二三十年])"
#: A digit expression begins here: not inside a number, a code or a path, and with something behind it that times have.
#: Behind the number of a list entry (2.2月20日召开) one begins as well.
DIGIT_GUARD: Final = rf"(?<![0-9A-Za-z])(?:(?<![.．])|(?:(?<=\A[0-9][.．])|(?<=[\n；;。\s][0-9][.．])|(?<=\A[0-9]{{2}}[.．])|(?<=[\n；;。\s][0-9]{{2}}[.．]))(?=[0-9]{{1,2}}月(?:[0-9]|份)|[12][0-9]{{3}}年))(?=[0-9]{{1,4}}{_BEHIND}|[12]\s[0-9]\s|(?:19|20)[0-9]{{2}}\s[01][0-9]\s[0-3]|[12][0-9]{{7}}(?![0-9])|(?:19|20)[0-9]{{2}}(?:0[1-9]|1[0-2])(?![0-9])|(?<=[望顾点接别见好进])20[0-9]{{2}}[】》」”〕\s:：，。！!]|20[0-9]{{2}}[（“「\u4e00-\u9fff]|(?:19|20)[0-9]{{2}}[—–-](?:19|20)[0-9]{{2}}[ \t]{{0,4}}\r?\n|(?:19|20)[0-9]{{2}}[ \t—–-]{{0,4}}\r?\n|[0-9]{{1,2}}(?:st|nd|rd|th)?\s{{1,2}}[A-Z]|[12][0-9]{{3}}\s{{1,2}}[A-Z][a-z]{{2}}|[0-9.]{{1,4}}\s?(?:h|min))"
#: A Chinese numeral begins here (or no numeral at all), likewise.
HAN_GUARD: Final = rf"(?:(?<![〇零○一二两三四五六七八九十百千万第])|(?<=[周期拜][一二三四五六]))(?=[〇零○Ｏ一二两三四五六七八九十百千廿卅半几数多元]{{1,7}}{_BEHIND}|[^〇零○Ｏ一二两三四五六七八九十百千廿卅半几数多])"

YEAR: Final = rf"(?:[12][0-9]{{3}}|[12](?:\s[0-9]){{3}}|[一二]{HAN_DIGIT}{{3}})"
SHORT_YEAR: Final = rf"(?:[0-9]{{2}}|{HAN_DIGIT}{{2}})"
MONTH_NUMBER: Final = r"(?:1[0-2]|0?[1-9]|十[一二]|[一二三四五六七八九十]|元(?=月))"
DAY_NUMBER_ARABIC: Final = "(?:3[01]|[12][0-9]|0?[1-9])"
DAY_NUMBER: Final = r"(?:3[01]|[12][0-9]|0?[1-9]|三十一?|[二两]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|卅一?|[一二三四五六七八九])"
COUNT: Final = (
    r"(?:[0-9]{1,4}+|[俩仨]|[一二两三四五六七八九十百廿卅]{1,5}+|[一二两三四五六七八九]?千(?:[一二三四五六七八九]百)?)"
)
HOUR_NUMBER: Final = (
    r"(?:2[0-4]|1[0-9]|0?[0-9]|二十[一二三四]?|廿[一二三四]?|十[一二三四五六七八九]?|[一二两三四五六七八九零])"
)
MINUTE_NUMBER: Final = (
    r"(?:零?[0-5]?[0-9]|[二三四五]?十[一二三四五六七八九]?|[廿卅][一二三四五六七八九]?|零?[一二三四五六七八九]|零)"
)
#: What is said of 第三季 where it is a quarter, and no season of a show.
OF_BUSINESS: Final = "(?=本地|生产|GDP|经济|营[收业]|收入|[利纯盈毛净]利|利润|盈余|业绩|[出进]口|零售|失业|按[年季]|同比|销售|财报|楼价|租金|[访来]港)"
WEEKDAY: Final = "[一二三四五六日天]"
WEEK_NAME: Final = "(?:星期|周|礼拜)"
HYPHEN: Final = "[-－–—]"
DASH: Final = r"(?:——|--|[-－–—―─~～〜至到])"
TO: Final = rf"(?:{S}(?:{DASH}|直?至|直到){S})"
LIST: Final = r"(?:\s{0,2}[、和及与或]\s{0,2})"

#: Behind these 会 tells what is to come, and no meeting: 今晚会有雨.
MODAL: Final = "(?![有下更不出在是持迎变继转降升见谈晤])"

WEEKDAYS: Final = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "日": 7, "天": 7}

DAYPARTS: Final = {
    "凌晨": "morning",
    "拂晓": "morning",
    "黎明": "morning",
    "后半夜": "morning",
    "清晨": "morning",
    "早晨": "morning",
    "清早": "morning",
    "大清早": "morning",
    "一早": "morning",
    "一大早": "morning",
    "早上": "morning",
    "早间": "morning",
    "晨间": "morning",
    "下半夜": "morning",
    "上午": "morning",
    "上昼": "morning",
    "朝早": "morning",
    "白天": "",
    "中午": "",
    "正午": "",
    "午间": "",
    "晌午": "",
    "下午": "afternoon",
    "下昼": "afternoon",
    "晏昼": "afternoon",
    "午后": "afternoon",
    "傍晚": "evening",
    "黄昏": "evening",
    "前半夜": "evening",
    "上半夜": "evening",
    "子夜": "evening",
    "晚上": "evening",
    "晚间": "evening",
    "夜间": "evening",
    "夜里": "evening",
    "夜晚": "evening",
    "深夜": "evening",
    "午夜": "evening",
    "半夜": "evening",
    "入夜": "evening",
    "早": "morning",
    "晨": "morning",
    "晚": "evening",
    "夜": "evening",
}

_ORDER: Final = {"morning": 0, "": 1, "afternoon": 2, "evening": 3}


def is_later(daypart: str, other: str) -> bool:
    """Whether one part of a day comes after another.

    >>> is_later("下午", "上午"), is_later("上午", "中午")
    (True, False)
    """
    return _ORDER[DAYPARTS.get(daypart, "")] > _ORDER[DAYPARTS.get(other, "")]


#: Parts of the day in which an hour up to 12 is counted from noon.
AFTERNOON: Final = frozenset(
    [
        "下午",
        "午后",
        "下昼",
        "晏昼",
        "傍晚",
        "黄昏",
        "前半夜",
        "上半夜",
        "子夜",
        "晚上",
        "晚间",
        "晚",
        "夜间",
        "夜里",
        "夜晚",
        "深夜",
        "午夜",
        "半夜",
        "入夜",
        "夜",
        "pm",
    ]
)
#: Behind these the small hours are of the next day.
EVENING: Final = AFTERNOON - {"下午", "午后", "下昼", "晏昼", "pm"}
_SMALL_HOURS: Final = frozenset(["夜间", "夜里", "深夜", "午夜", "子夜", "半夜", "夜"])
_EVENING: Final = frozenset(("晚上", "晚间", "晚"))
#: Parts of the day that are an hour where they end a stretch: 中午至下午3点.
NOON: Final = frozenset(("中午", "午间", "正午", "晌午"))

PARTS: Final = {
    "初": "early",
    "头": "early",
    "伊始": "early",
    "上旬": "early",
    "上": "early",
    "中": "mid",
    "中旬": "mid",
    "中期": "mid",
    "下旬": "late",
    "末": "end",
    "终": "end",
    "底": "end",
    "尾": "end",
    "末期": "end",
    "前期": "early",
    "初期": "early",
    "后期": "end",
}


def not_behind(*words: str) -> str:
    """A pattern that matches, and takes up nothing, where none of some words ends; of most places one look is enough.

    >>> not_behind("工期", "为期", "[走停]了")
    '(?:(?<![了期])|(?<=[了期])(?<!工期)(?<!为期)(?<![走停]了))'
    """
    last = "".join(sorted({word[-1] for word in words}))
    return f"(?:(?<![{last}])|(?<=[{last}]){''.join(f'(?<!{word})' for word in words)})"


def is_all(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` is all there is: then no context makes it anything but a time, and only the anchor says
    which day is meant."""
    blank = len(text) - (end - start)  # a few blanks at most: no copy of a long text is made to find out
    return (
        blank <= _MARGIN
        and _LEADING.fullmatch(text, 0, start) is not None
        and _TRAILING.fullmatch(text, end) is not None
    )


def valid_day(month: int, day: int) -> bool:
    """Whether a month can have that day (29 February is possible)."""
    return 1 <= month <= 12 and 1 <= day <= (29 if month == 2 else 30 if month in (4, 6, 9, 11) else 31)


def fields(match: re.Match[str], **groups: str) -> Spec:
    """A spec with the numbers of the named groups that matched: ``fields(m, y="y", m="month")``."""
    spec: dict[str, int] = {}
    for field, group in groups.items():
        if match[group] is not None:
            spec[field] = number(match[group])
    return spec  # type: ignore[return-value]


def hour_of(hour: int, daypart: str) -> int:
    """The hour on the 24-hour clock; 晚上12点 and 今晚零点 are 24."""
    if daypart == "凌晨" and hour == 12:
        return 0
    if daypart in AFTERNOON and hour == 0:
        return 24
    if daypart in _EVENING and hour < 4:
        return hour + 24  # 今晚两点 is behind midnight
    if daypart in _SMALL_HOURS and hour < 6:
        return hour
    if daypart in AFTERNOON:
        return hour + 12 if hour < 12 else 24 if hour == 12 and daypart not in ("下午", "午后", "pm") else hour
    return hour + 12 if daypart in NOON and hour < 3 else hour
