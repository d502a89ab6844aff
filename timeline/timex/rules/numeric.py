"""Dates in figures: 2025-04-26, 2025.4.26, 20250426, 2025/5/1—5, 4/26（六）, 2024-12.

>>> from timeline.timex.engine import Grammar
>>> [atom.spec for atom in Grammar(RULES).atoms("2025-04-26")]
[{'y': 2025, 'm': 4, 'd': 26}]
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

from timeline import regex as re
from timeline.timex import spec as level
from timeline.timex.rule import Rule
from timeline.timex.rules.dates import date_of, date_rule
from timeline.timex.rules.words import DAY_NUMBER, HYPHEN, MONTH_NUMBER, WEEKDAYS, YEAR, S, is_all, valid_day
from timeline.timex.spec import Spec

_AFTER_NUMERIC_DAY = "|".join(
    rf"(?<=[0-9]{{4}}[./][0-9]{{{month}}}[./][0-9]{{{day}}}[-－–—~～至到])" for month in (1, 2) for day in (1, 2)
)


def _month_of_year(match: re.Match[str]) -> Spec | None:
    before = match.string[max(0, match.start() - 2) : match.start()]
    if before.endswith(("第", "号", "〔", "[", "【", "-", "—", "No", ".", "字", "（GB", "T ")):
        return None  # a number of a document or a standard
    return date_of(match)


#: The hours by which the clock of the sources (China's) is ahead of UTC.
_CHINA = 8


def _iso(match: re.Match[str]) -> Spec | None:
    """2025-04-26, 2025-04-26T12:00:00Z: a time with its zone is told by the clock of China."""
    spec = date_of(match) if match["s"] == match["t"] else None
    if not spec or "hour" not in spec or not (zone := match["zone"]):
        return spec
    digits = zone.lstrip("+-Z").replace(":", "").ljust(4, "0")
    ahead = timedelta(hours=int(digits[:2]), minutes=int(digits[2:])) * (-1 if zone.startswith("-") else 1)
    try:
        told = datetime(spec["y"], spec["m"], spec["d"], spec["hour"], spec["minute"])
        there = told - ahead + timedelta(hours=_CHINA)
    except (ValueError, OverflowError):
        return None
    return {**spec, "y": there.year, "m": there.month, "d": there.day, "hour": there.hour, "minute": there.minute}


def _iso_week(match: re.Match[str]) -> Spec | None:
    """2021-W24 is a week, 2021-W24-3 its Wednesday."""
    if not match["weekday"]:
        return {"y": int(match["y"]), "nth": int(match["week"]), "weeks": True}
    try:
        day = date.fromisocalendar(int(match["y"]), int(match["week"]), int(match["weekday"]))
    except ValueError:
        return None
    return {"y": day.year, "m": day.month, "d": day.day}


def _republic(match: re.Match[str]) -> Spec | None:
    month, day = int(match["m"]), int(match["d"])
    if match["s"] != match["t"] or not valid_day(month, day):
        return None
    return {"y": 1911 + int(match["y"]), "m": month, "d": day}


def _year_last(match: re.Match[str]) -> Spec | None:
    """26/4/2025, 04/26/2025: which one is the month must show, else no day is told; 26.4.2025 is a day first."""
    if match["s"] != match["t"]:
        return None
    first, second, year = int(match["a"]), int(match["b"]), int(match["y"])
    if match["s"] == "." or first > 12 or first == second:
        day, month = first, second
    elif second > 12:
        month, day = first, second
    else:
        return {"vague": True}
    return {"y": year, "m": month, "d": day} if valid_day(month, day) else {"decoy": True}


def _days_of_month(match: re.Match[str]) -> Spec | None:
    first, last = int(match["d"]), int(match["until"])
    month = int(match["m"])
    return (
        {"y": int(match["y"]), "m": month, "within": (first, last)} if first < last and valid_day(month, last) else None
    )


_IN_FIGURES = r"(?:1[0-2]|0?[1-9])[./／](?:3[01]|[12][0-9]|0?[1-9])"
_WEEKDAY_GLOSS = r"[（(](?:周|星期)?[一二三四五六日天][)）]"
_CLOCK = "[0-2]?[0-9][:：][0-5][0-9]"
_TWO_DAYS = rf"(?P<range>{_IN_FIGURES.replace('[./／]', '[/／]')}[-－–—~～至到]{_IN_FIGURES.replace('[./／]', '[/／]')}(?![0-9/.]))"
_POSTER_LABEL = re.compile(r"[期间日][：:]\s?(?:[0-9]{1,2}[./／][0-9]{1,2}\s?[-－—–~～至到]{1,2}\s?)?\Z")


_END_OF_RANGE = re.compile(r"(?<![0-9/])(?:1[0-2]|0?[1-9])/(?:1[3-9]|2[0-9]|3[01])[-－–—~～至到]\Z")


def _poster(match: re.Match[str]) -> Spec | None:
    """4/26 with its weekday or a clock time behind it, or behind a label: else it is a fraction or a number."""
    before = match.string[max(0, match.start() - 12) : match.start()]
    of_year = before.endswith("年") and (len(match["d"]) > 1 or "/" in match[0])
    led = before.endswith("于")
    told = (
        of_year
        or led
        or match["weekday"]
        or match["clock"]
        or _POSTER_LABEL.search(before)
        or _END_OF_RANGE.search(before)
    )
    if not told and not (match["range"] and any(int(each) > 12 for each in re.findall("[0-9]+", match["range"]))):
        return None
    spec: Spec = {"m": int(match["m"]), "d": int(match["d"])}
    if not valid_day(spec["m"], spec["d"]):
        return None
    if match["weekday"]:
        spec["check_weekday"] = WEEKDAYS[match["weekday"]]
    return spec


_ALONE = r"(?:1[0-2]|0?[1-9])(?P<s>[./／-])(?:3[01]|[12][0-9]|0?[1-9])"
_IS_ALONE = re.compile(
    rf"\s*[从自在]?{_ALONE}(?:\s?[至到~～—–－-]{{1,2}}\s?{_ALONE.replace('?P<s>', '')})?(?:之?间|期间|[之以]?[前后])?\s*"
)


def _alone(match: re.Match[str]) -> Spec | None:
    """9/18 and 10-05 where nothing else stands; 9.5 may be a number, 9.18 is none that anybody would ask about."""
    text = match.string
    month, day = int(match["m"]), int(match["d"])
    if len(text) > _LONGEST_ALONE or not _IS_ALONE.fullmatch(text) or not valid_day(month, day):
        return None
    number = match["s"] == "." and len(match["d"]) < 2 and text.strip() == match[0]
    return None if number else {"m": month, "d": day}


#: A text that holds no more than two days in figures.
_LONGEST_ALONE = 16

#: Where a date with a year of two figures may stand: 24.9.18 elsewhere is a version, a score, a number of anything.
_LEADS_SHORT, _LEADS_DOTTED = re.compile(r"[于在从自至到是期间日][：:]?\s?\Z"), re.compile(r"于|[期间日][：:]\s?\Z")
_ENDS_DOTTED = re.compile("出生|举行|举办|召开|开幕")


def _short_year(match: re.Match[str]) -> Spec | None:
    """24.9.18, 24/9/18, 24-09-18: nothing else stands there, or what leads to a day does."""
    text, start, end = match.string, match.start(), match.end()
    month, day = int(match["m"] or match["m2"]), int(match["d"])
    told = len(text) < _LONGEST_ALONE and not text[:start].strip() and not text[end:].strip()
    dotted = match["s"] == "."
    led = (_LEADS_DOTTED if dotted else _LEADS_SHORT).search(text, max(0, start - 3), start)
    if not valid_day(month, day) or not (told or led or (dotted and _ENDS_DOTTED.match(text, end))):
        return None
    return {"y": 2000 + int(match["y"]), "m": month, "d": day}


def _only_month(match: re.Match[str]) -> Spec | None:
    """2010/3, 3/2010, 1949.10, 2024年10, and nothing else."""
    if not is_all(match.string, match.start(), match.end()):
        return None
    return {"y": int(match["y"] or match["y2"]), "m": int(match["m"] or match["m2"])}


def _reversed(match: re.Match[str]) -> Spec | None:
    """3月5日2010年, and nothing else: in a text the year behind a day may be that of what is named next."""
    return date_of(match) if is_all(match.string, match.start(), match.end()) else None


#: What a month in figures tells of somebody's life: 生于1949.10, 1998.09参加工作.
_OF_LIFE = (
    "(?:出生|参加工作|入党|入伍|毕业|退休|起任)"
    r"|(?<=[生立建始业签摄写刊]于[0-9]{4}.[0-9]{2})(?![0-9.．%％]|\s?[点元万亿吨米人家美分倍港克户件])"
)

#: What makes a month in figures of a number at the beginning of a line, a bracket or a clause: 1958.07建厂.
_IN_CHRONICLE = (
    r"(?<![^\n（(《“「；;，。,][0-9]{4}.[0-9]{2})(?:(?<![；;，。,][0-9]{4}.[0-9]{2})\s{0,2}[)）》”」，,：:]|\s{0,2}(?!"
    r"[点元万亿吨米人家美分倍港克户件个公平方千百十只台辆套亩名条项度斤立毫厘瓦伏次票股手日欧英多余左上下以之和至到的])[\u4e00-\u9fff])"
)

RULES = [
    Rule(  # 24.9.18
        "numeric.short_year",
        r"(?P<y>[0-3][0-9])(?P<s>[./-])(?:(?<=[./])(?P<m>1[0-2]|0?[1-9])(?:(?<=[.][0-9])[.]|(?<=[.][0-9][0-9])[.]|(?<=/[0-9])/|(?<=/[0-9][0-9])/)|(?<=-)(?P<m2>1[0-2]|0[1-9])-)(?P<d>3[01]|[12][0-9]|0?[1-9])(?![0-9./-])",
        _short_year,
        level.YEAR,
        level.DAY,
        looks_round=True,
    ),
    Rule(  # 2010/3
        "numeric.only_month",
        r"(?<=\A)(?:(?P<y>(?:19|20)[0-9]{2})[./年](?P<m>1[0-2]|0?[1-9])(?![0-9./月])|(?P<m2>1[0-2]|0?[1-9])/(?P<y2>(?:19|20)[0-9]{2})(?![0-9./]))",
        _only_month,
        level.YEAR,
        level.MONTH,
        looks_round=True,
    ),
    date_rule(  # 2024 09 18, and nothing else
        "numeric.spaced",
        r"(?<=\A)(?P<y>(?:19|20)[0-9]{2})\s(?P<m>0[1-9]|1[0-2])\s(?P<d>[0-3][0-9])(?=\s*\Z)",
    ),
    date_rule(  # 3月5日2010年
        "numeric.reversed",
        rf"(?<=\A)(?P<m>{MONTH_NUMBER}){S}月{S}(?P<d>{DAY_NUMBER}){S}[日号][，, ]{{0,2}}(?P<y>{YEAR}){S}年(?!度)",
        _reversed,
        looks_round=True,
    ),
    Rule(  # 9/18, and nothing else
        "numeric.alone",
        r"(?P<m>1[0-2]|0?[1-9])(?P<s>[./／-])(?P<d>3[01]|[12][0-9]|0?[1-9])(?![0-9./／])",
        _alone,
        level.MONTH,
        level.DAY,
        looks_round=True,
    ),
    Rule(  # 114/4/26, by the reckoning of the Republic
        "numeric.republic",
        r"(?P<y>1[01][0-9])(?P<s>[./-])(?P<m>1[0-2]|0?[1-9])(?P<t>[./-])(?P<d>3[01]|[12][0-9]|0?[1-9])(?![0-9./]|-[0-9])",
        _republic,
        level.YEAR,
        level.DAY,
    ),
    date_rule(  # 2025.4.20-22
        "numeric.days",
        r"(?P<y>(?:1[5-9]|2[01])[0-9]{2})[.．/／](?P<m>1[0-2]|0?[1-9])[.．/／](?P<d>3[01]|[12][0-9]|0?[1-9])[-－–—~～至到](?P<until>3[01]|[12][0-9]|0?[1-9])(?![0-9./:：-])",
        _days_of_month,
    ),
    date_rule(
        "numeric.day",
        rf"(?P<y>(?:1[5-9]|2[01])[0-9]{{2}})(?P<s>{HYPHEN}|[/／]|[.．])\s?(?P<m>1[0-2]|0?[1-9])(?P<t>{HYPHEN}|[/／]|[.．])\s?(?P<d>[0-9]{{1,2}})"
        rf"(?:T(?P<hour>[0-2][0-9]):(?P<minute>[0-5][0-9])(?::(?P<second>[0-5][0-9])(?:[.][0-9]{{1,6}})?)?(?P<zone>Z|[+-][0-2][0-9]:?[0-5][0-9])?|(?![0-9A-Za-z/]|[.．][0-9]|-[0-9]{{1,4}}(?![0-9./])))",
        _iso,
    ),
    Rule(  # 26/04/2025
        "numeric.year_last",
        r"(?P<a>3[01]|[12][0-9]|0?[1-9])(?P<s>[/.-])(?P<b>3[01]|[12][0-9]|0?[1-9])(?P<t>[/.-])(?P<y>(?:19|20)[0-9]{2})(?![0-9./]|-[0-9])",
        _year_last,
        level.YEAR,
        level.DAY,
        lambda spec: (level.WHOLE, level.WHOLE) if "vague" in spec else (level.YEAR, level.DAY),
    ),
    date_rule(
        "numeric.month",
        rf"(?P<y>(?:1[5-9]|2[01])[0-9]{{2}})[.．](?P<m>1[0-2]|0?[1-9])(?:(?=\s?(?:至今|[-－–—~～至到]+\s?(?:19|20)[0-9]{{2}}[.．][0-9]{{1,2}}(?![0-9.]))|(?<=[-－–—~～至到][0-9]{{4}}.[0-9])(?![0-9.])|(?<=[-－–—~～至到][0-9]{{4}}.[0-9]{{2}})(?![0-9.]))|(?<=[.．][0-9]{{2}})(?={_OF_LIFE}|{_IN_CHRONICLE}))",
    ),
    Rule(  # 4/26（六）14:00, 展期：4.20—5.3
        "numeric.month_day",
        rf"(?:(?<=[期间日][：:])|(?<=[0-9]年)|(?<=[今去明前后来本]年)|(?<=[上下]一年)|(?<=于)(?=[0-9]{{1,2}}/[0-9]{{1,2}}[举召开出发上])|(?<![0-9/])(?={_TWO_DAYS})|(?<=[期间日][：:]\s)|(?<=[0-9][-－—–~～至到])|(?={_IN_FIGURES}\s?(?:{_WEEKDAY_GLOSS}|{_CLOCK})))"
        rf"(?P<m>1[0-2]|0?[1-9])[./／](?P<d>3[01]|[12][0-9]|0?[1-9])(?![0-9./％%]|\s?(?:个|级|度|折|岁|分|小时|分|天|年|米|公里|万|元|倍|吨|亿))(?:\s?[（(](?:周|星期)?(?P<weekday>[一二三四五六日天])[)）]|(?=(?P<clock>\s{_CLOCK}))|)",
        _poster,
        level.MONTH,
        level.DAY,
        looks_round=True,
    ),
    Rule(  # 08-15 18:00
        "numeric.stamp",
        r"(?<![0-9-])(?P<m>0[1-9]|1[0-2])-(?P<d>[0-3][0-9])(?=\s[0-2][0-9]:[0-5][0-9](?![0-9]))",
        date_of,
        level.MONTH,
        level.DAY,
    ),
    Rule(
        "numeric.rest",
        rf"(?:{_AFTER_NUMERIC_DAY})(?P<m>1[0-2]|0?[1-9])[.．/](?P<d>[0-9]{{1,2}})(?![0-9./])",
        date_of,
        level.MONTH,
        level.DAY,
    ),
    date_rule(
        "numeric.compact",
        r"(?<![话号真码群#_/])(?<!(?<![0-9]{8})-)(?<![话号真码群][：:])(?P<y>(?:1[5-9]|2[01])[0-9]{2})(?P<m>0[1-9]|1[0-2])(?P<d>[0-3][0-9])(?:[\sT](?P<hour>[01][0-9]|2[0-3])(?P<minute>[0-5][0-9])(?P<second>[0-5][0-9])(?![0-9]))?(?![0-9A-Za-z.]|-(?![12][0-9]{7}(?![0-9]))|[号元万亿个件户人次])",
    ),
    Rule(  # 2021-W24, 2021-W24-3: weeks of ISO 8601
        "numeric.week",
        r"(?P<y>(?:19|20)[0-9]{2})-W(?P<week>0[1-9]|[1-4][0-9]|5[0-3])(?:-(?P<weekday>[1-7]))?(?![0-9A-Za-z-])",
        _iso_week,
        level.YEAR,
        level.DAY,
    ),
    date_rule(  # 截至202105
        "numeric.compact_month",
        r"(?:(?<=截[至止])|(?<=\A)(?=[0-9]{6}\s*\Z)|(?<=截止到)|(?<=[0-9]{6}[至到—–~-]))(?P<y>(?:19|20)[0-9]{2})(?P<m>0[1-9]|1[0-2])(?![0-9A-Za-z.%元个件户人号期次万亿])"
        r"|(?P<y2>(?:19|20)[0-9]{2})(?P<m2>0[1-9]|1[0-2])(?=[至到—–~-](?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?![0-9A-Za-z.%]))",
        lambda m: {"y": int(m["y"] or m["y2"]), "m": int(m["m"] or m["m2"])},
    ),
    date_rule(
        "numeric.year_and_month",
        rf"(?P<y>(?:19|20)[0-9]{{2}})(?:{HYPHEN}|[/／])(?P<m>0[1-9]|1[0-2])(?![0-9年届级/／A-Za-z.．:：%]|{HYPHEN}|\s?(?:赛季|学年|财年|雪季|年|届))",
        _month_of_year,
        looks_round=True,
    ),
    Rule(  # 我们9.20聚餐
        "numeric.said",
        r"(?<![比第胜负为是年])(?P<m>1[0-2]|0?[1-9])[./-](?P<d>3[01]|[12][0-9])(?=[去见聚开出到回考交放搬办截那晚早我你吧]|休假|出差|旅[游行]|上午|下午|之[前后]|举[行办]|结婚|生日|面试|上[线市映]|[-~—–][0-9]{1,2}[./-][0-9]{1,2}(?:[去见聚开出到回考交放办我吧]|休假|出差|旅[游行]))",
        lambda m: {"m": int(m["m"]), "d": int(m["d"]), "loose": True} if valid_day(int(m["m"]), int(m["d"])) else None,
        level.MONTH,
        level.DAY,
    ),
]
