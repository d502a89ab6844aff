"""Evidence of the calendar: weekdays and lunar dates printed beside a date, this week, lunar years.

>>> lunar_days(1, 15)[2014]
datetime.date(2014, 2, 14)
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache, partial
from importlib.metadata import version

from timeline import regex as re
from timeline.dating.claims import Claim, Story, at_dates, found_in
from timeline.dating.days import YEARS, Days, Stretch, day, near, yearly
from timeline.dating.words import MONTH_DAY, WEEKDAYS, YEAR_BEFORE, month_day, number
from timeline.kept import source_of, users

_HALF_YEAR = 183
_WEEKDAY = re.compile(rf"(?P<md>{MONTH_DAY})\s*[（(,，]?\s*(?:本|这)?(?:星期|周|礼拜)(?P<w>[一二三四五六日天])")
_WEEKDAY_FIRST = re.compile(rf"(?:星期|周)(?P<w>[一二三四五六日天])\s*[（(]\s*(?P<md>{MONTH_DAY})\s*[）)]")
_ANY_DAY = re.compile(MONTH_DAY)
_SCHEDULE = re.compile(r"安排|计划|日程|放假|年度|全年|日历|课程|赛程")
_THIS_WEEK = re.compile(r"(?P<which>本|这|下|上)(?:个)?(?:周|星期|礼拜)(?P<w>[一二三四五六日天])")
_TITLE_WEEKDAY = re.compile(
    r"(?<![每逢本这下上个至到—~、])(?:周|星期)(?P<w>[一二三四五六日])(?![至到—~、天年报刊期岁末]|[一二三四五六日])"
)
_TITLE_WEEK = re.compile(r"(?P<which>[本这下])周(?P<end>末)?(?![一二三四五六日天年])")
_LUNAR_WORDS = (
    r"除夕|大?年三十|(?:大?年|正月|农历)?初[一二三四五六七八九十]|(?:农历)?(?P<lm>正|腊|冬|[一二三四五六七八九十]{1,2})月(?P<ld>初[一二三四五六七八九十]|[十廿三二][一二三四五六七八九十]?)|"
    r"元宵节?|端午节?|七夕节?|中元节?|中秋节?|重阳节?|腊八节?|小年"
)
_LUNAR = re.compile(
    rf"(?P<md>{MONTH_DAY})(?:\s*(?:至|到|[—~～-]+)\s*(?:\d{{1,2}}\s*月\s*)?\d{{1,2}}\s*[日号])?\s*[（(]\s*(?:即|也就是)?(?:农历)?(?P<lunar>{_LUNAR_WORDS})"
)
_BESIDE = re.compile(
    rf"(?P<md>{MONTH_DAY})(?:晚上?|夜晚?|当天)?(?:的|是|为|[，,]|正值|恰逢)?(?:农历)?"
    r"(?P<lunar>除夕|大?年三十|大?年初[一二三四五六七八]|(?P<lm>正)月(?P<ld>初[一二三四五六七八九十]|十[一二三四五]))"
)
_BEHIND_WEEKDAY = re.compile(
    rf"(?P<md>{MONTH_DAY})\s*[（(，,]?\s*(?:星期|周)[一二三四五六日天]\s*[）)]?\s*[，,、]?\s*(?P<lunar>农历(?:[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年)?(?P<lm>正|腊|冬|[一二三四五六七八九十]{{1,2}})月(?P<ld>初[一二三四五六七八九十]|[十廿三二][一二三四五六七八九十]?))"
)
#: The lunar date first, the solar one in its brackets: 农历四月十五至十八（公历5月12日至15日）.
_LUNAR_FIRST = re.compile(
    r"农历(?:[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年)?(?P<lunar>(?P<lm>正|腊|冬|[一二三四五六七八九十]{1,2})月(?P<ld>初[一二三四五六七八九十]|[十廿三二][一二三四五六七八九十]?))"
    rf"(?:日?(?:至|到|[—~～-]+)[^，。；（(\n]{{1,6}})?\s*[（(](?:即|也就是)?(?:公历|国历|阳历|新历|西历)?\s*(?P<md>{MONTH_DAY})"
)
#: A feast that names its day: 5月31日端午节.
_FEAST = re.compile(
    rf"(?P<md>{MONTH_DAY})(?:晚上?|当晚|当天)?(?P<lunar>端午|中秋|重阳|七夕|元宵|腊八)(?:节|佳节)?(?=[，,。；、）)]|当[天日晚]|[上下]午|落幕|闭幕|举行|举办|开幕|开赛|放假)"
)
#: … or is named before it: 明日是端午节，…。6月22日当天.
_FEAST_DAY = re.compile(
    rf"(?P<lunar>端午|中秋|重阳|七夕|元宵|腊八)节?[^。；\n]{{0,60}}[。；\n]{{0,2}}[^。；\n月]{{0,24}}(?P<md>{MONTH_DAY})当[天日晚]"
)
_BRACKETED = re.compile(r"[（(]\s*(?:即|也就是)?[农除大年初正腊冬一二三四五六七八九十元端七中重小]")
_NEW_YEAR, _MOON_FEAST = re.compile("[年月]初|除夕|三十|正月"), re.compile("端午|中秋|重阳|七夕|元宵|腊八")
_LUNAR_NAMES = {
    "元宵": (1, 15),
    "端午": (5, 5),
    "七夕": (7, 7),
    "中元": (7, 15),
    "中秋": (8, 15),
    "重阳": (9, 9),
    "腊八": (12, 8),
    "小年": (12, 23),
}

_GUIDE = re.compile(
    r"春节(?:假期|期间|长假)|过年|国庆(?:假期|期间|长假)|(?:元旦|清明|五一|端午|中秋)[”\"]?(?:假期|期间|小长假)"
)
_ARRANGED = re.compile(r"放假安排|调休|补班|上班|放假通知|节假日安排")
_PAST_GUIDE = re.compile(r"接待|同比|客流量达|落幕|圆满|已结束|回顾")


_KEPT = users("months", most=1)
#: From the day numbers of the lunar library to those of ``date``.
JULIAN_DAY_OF_ORDINAL_0 = 1721425


@lru_cache(maxsize=1)
def _months() -> dict[tuple[int, int], tuple[date, int]]:
    """The first day and the length of every lunar month, by lunar year and month; leap months are left out."""
    key = source_of(__file__), version("lunar_python"), YEARS.start, YEARS.stop
    return {month: (date.fromordinal(first), length) for month, (first, length) in _KEPT.get(key, _worked_out).items()}


def _worked_out() -> dict[tuple[int, int], tuple[int, int]]:
    """The same with the ordinals of the days: the library takes milliseconds for each year."""
    from lunar_python import LunarYear

    return {
        (year, month.getMonth()): (
            round(month.getFirstJulianDay()) - JULIAN_DAY_OF_ORDINAL_0,
            month.getDayCount(),
        )
        for year in range(YEARS.start - 1, YEARS.stop)
        for month in LunarYear.fromYear(year).getMonths()
        if month.getYear() == year and month.getMonth() > 0
    }


@lru_cache(maxsize=512)
def lunar_days(month: int, day_of_month: int) -> dict[int, date]:
    """The solar day of a lunar month-day, by lunar year; day 30 of a short month is left out."""
    return {
        year: first + timedelta(day_of_month - 1)
        for (year, each), (first, length) in _months().items()
        if each == month and day_of_month <= length
    }


@lru_cache(maxsize=1)
def eves() -> dict[int, date]:
    """New Year's Eve by the lunar year that begins the day after."""
    return {year: first - timedelta(1) for year, first in lunar_days(1, 1).items()}


def _lunar_of(words: str, month: str | None, day_words: str | None) -> dict[int, date]:
    """The solar days that a lunar gloss names, by lunar year."""
    if "除夕" in words or "年三十" in words:
        return eves()
    for name, named in _LUNAR_NAMES.items():
        if name in words:
            return lunar_days(*named)
    if month and day_words:
        numbered = lunar_month(month)
        return lunar_days(numbered, lunar_day(day_words)) if 1 <= numbered <= 12 else {}
    if "初" in words:
        return lunar_days(1, lunar_day(words[words.index("初") :]))
    return {}


def lunar_month(words: str) -> int:
    """The number of a lunar month's name: 正, 二 … 十, 冬 or 十一, 腊 or 十二."""
    return {"正": 1, "冬": 11, "腊": 12}.get(words) or number(words)


def lunar_day(words: str) -> int:
    """The number of a lunar day's name: 初五, 十五, 廿六, 三十."""
    if words == "卅":
        return 30
    if words.startswith("初"):
        return number(words[1:])
    return 20 + number(words[1:] or "〇") if words.startswith("廿") else number(words)


def _agreeing(month: int, day_of_month: int, days: list[date], before: int, after: int) -> Days:
    """The days about those of ``days`` that fall on a month-day."""
    fitting = {found.year for found in days if (found.month, found.day) == (month, day_of_month)}
    return near(month, day_of_month, before, after, tuple(sorted(fitting)))


def weekdays(story: Story) -> Iterator[Claim]:
    """A month-day with its weekday leaves the years in which they agree, and half a year to either side."""
    text = story.text
    if "周" not in text and "星期" not in text and "礼拜" not in text:
        return
    before, after = _reach(text)
    glossed: list[tuple[int, int, int, re.Match[str]]] = []
    for match in (*at_dates(story, _WEEKDAY), *found_in(_WEEKDAY_FIRST, text)):
        found = month_day(match["md"])
        if not found or YEAR_BEFORE.search(text, max(0, match.start() - 8), match.start()):
            continue
        weekday = WEEKDAYS[match["w"]]
        glossed.append((*found, weekday, match))
        days = [stated for year in YEARS if (stated := day(year, *found)) and stated.isoweekday() == weekday]
        claimed = _agreeing(*found, days, before, after)
        yield story.claim("weekday", match.start(), match.end(), claimed, 0.82, month=found[0], day=found[1])
    for match in found_in(_THIS_WEEK, text):
        weekday = WEEKDAYS[match["w"]]
        same = {(month, number) for month, number, other, _ in glossed if other == weekday}
        if len(same) == 1 and text[max(0, match.start() - 1) : match.start()] not in ("每", "逢"):
            week = _week(*same.pop(), weekday, match["which"])
            yield story.claim("this-week", match.start(), match.end(), week, 0.8)
    yield from _titled_weekday(story, glossed)


def _titled_weekday(story: Story, glossed: list[tuple[int, int, int, re.Match[str]]]) -> Iterator[Claim]:
    """Under 周日来看龙舟, 8月18日（周日）: the headline means the Sunday that comes next, or the last one; under 下周开航 it is
    next week's."""
    if len({each[:3] for each in glossed}) == 1 and (counted := _TITLE_WEEK.search(story.title)):
        month, of_month, weekday, match = glossed[0]
        if counted["end"] is None or weekday > 5:
            week = _week(month, of_month, weekday, counted["which"])
            yield story.claim("this-week", match.start(), match.end(), week, 0.6)
            return
    named = _TITLE_WEEKDAY.search(story.title)
    for month, of_month, weekday, match in glossed if named else ():
        if named and weekday == WEEKDAYS[named["w"]] and len({each[2] for each in glossed}) == 1:
            around = near(month, of_month, 7, 6)
            yield story.claim("title-weekday", match.start(), match.end(), around, 0.5)
            return


def _reach(text: str) -> tuple[int, int]:
    """How far from a month-day without a year its text was published, in days: half a year, but for a plan of the
    whole year up to a year ahead."""
    if _SCHEDULE.search(text):
        months = {found[0] for match in found_in(_ANY_DAY, text) if (found := month_day(match[0]))}
        if months and max(months) - min(months) > 5:
            return 400, 200
    return _HALF_YEAR, _HALF_YEAR - 1


@lru_cache(maxsize=256)
def _week(month: int, day_of_month: int, weekday: int, which: str) -> Days:
    """The days on which 本周六 (下周六, 上周六) meant a month-day: from Monday, up to the day before it."""

    def of_year(year: int) -> Stretch | None:
        meant = day(year, month, day_of_month)
        if meant is None or meant.isoweekday() != weekday:
            return None
        monday = meant - timedelta(weekday - 1)
        if which == "下":
            return monday - timedelta(7), monday - timedelta(1)
        if which == "上":
            return monday + timedelta(7), monday + timedelta(13)
        return monday, (meant - timedelta(1) if weekday > 1 else meant)

    return yearly(of_year)


def lunar_glosses(story: Story) -> Iterator[Claim]:
    """A month-day with its lunar date leaves the years in which they agree: one in nineteen."""
    text = story.text
    glossed = list(at_dates(story, _LUNAR)) if _BRACKETED.search(text) else []
    if _NEW_YEAR.search(text):
        glossed += at_dates(story, _BESIDE)
    if "农历" in text:
        glossed += at_dates(story, _BEHIND_WEEKDAY)
        glossed += found_in(_LUNAR_FIRST, text)
    if _MOON_FEAST.search(text):
        glossed += at_dates(story, _FEAST)
        glossed += found_in(_FEAST_DAY, text)
    if not glossed:
        return
    before, after = _reach(text)
    coming: list[tuple[date, re.Match[str]]] = []
    for match in glossed:
        found = month_day(match["md"])
        if found and not YEAR_BEFORE.search(text, max(0, match.start("md") - 8), match.start("md")):
            numbered = match.groupdict()
            days = list(_lunar_of(match["lunar"], numbered.get("lm"), numbered.get("ld")).values())
            claimed = _agreeing(*found, days, before, after)
            yield story.claim("lunar", match.start(), match.end(), claimed, 0.84, month=found[0], day=found[1])
            coming += [(stated, match) for stated in days if (stated.month, stated.day) == found]
    yield from _guide(story, [stated for stated, _ in coming])


def _guide(story: Story, days: list[date]) -> Iterator[Claim]:
    """What is open and on in a coming holiday is told in the month before it, unless it is the official arrangement."""
    guide = _GUIDE.search(story.text[:120])
    if days and guide and not _ARRANGED.search(story.text) and not _PAST_GUIDE.search(story.text):
        claimed = yearly(lambda year: _before(days, year), sorted({stated.year for stated in days}))
        yield story.claim("holiday-guide", guide.start(), guide.end(), claimed, 0.35)


def _before(days: list[date], year: int) -> Stretch | None:
    stated = min((found for found in days if found.year == year), default=None)
    return (stated - timedelta(30), stated) if stated else None


_STEMS, _BRANCHES, _BEASTS = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥", "鼠牛虎兔龙蛇马羊猴鸡狗猪"
_CYCLE = re.compile(
    rf"(?P<s>[{_STEMS}])(?P<b>[{_BRANCHES}])(?:[{_BEASTS}])?年|(?P<beast>[{_BEASTS}])年(?=春节|新春|春晚|吉祥|大吉|新年|贺岁|首[日个场])"
)
_CYCLIC = re.compile(f"[{_STEMS}{_BEASTS}](?:(?<=[{_STEMS}])[{_BRANCHES}]|(?<=[{_BEASTS}])年)")


def lunar_years(story: Story) -> Iterator[Claim]:
    """农历乙巳年, 蛇年春节: the lunar year, one in sixty or in twelve, and the two months before it."""
    if "年" not in story.text or not _CYCLIC.search(story.text):
        return
    for match in found_in(_CYCLE, story.text):
        if match["beast"]:
            if story.text[max(0, match.start() - 1) : match.start()] in ("属", "生"):
                continue
            phase, turn, weight = _BEASTS.index(match["beast"]), 12, 0.4
        else:
            stem, branch = _STEMS.index(match["s"]), _BRANCHES.index(match["b"])
            if (stem - branch) % 2:
                continue
            phase, turn, weight = next(n for n in range(60) if n % 10 == stem and n % 12 == branch), 60, 0.5
        days = yearly(partial(_lunar_year, phase=phase, turn=turn))
        yield story.claim("lunar-year", match.start(), match.end(), days, weight)


def _lunar_year(year: int, phase: int, turn: int) -> Stretch | None:
    """The lunar year with the two months before it, for the years at a phase of the cycle."""
    starts = lunar_days(1, 1)
    if (year - 4) % turn != phase or year not in starts or year + 1 not in starts:
        return None
    return starts[year] - timedelta(60), starts[year + 1] - timedelta(1)
