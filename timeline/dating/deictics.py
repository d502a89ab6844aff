"""Evidence of words that point from the day of publication to a date: 今天（6月11日）, 本周末（4月26日）, 距5月1日还有8天.

>>> bool(_TODAY_IS.search("昨日（6月10日）"))
True
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from timeline import regex as re
from timeline.dating.almanac import eves, lunar_day, lunar_days, lunar_month
from timeline.dating.claims import Claim, Story, at_dates, found_in
from timeline.dating.days import YEARS, Days, Stretch, any_month, day, joined, near, stretch, yearly
from timeline.dating.words import MONTH_DAY, WEEKDAYS, YEAR_BEFORE, month_day, number

_N = r"(?:\d{1,4}|[一二三四五六七八九十]{1,3})"
_SHIFTS = {"今": 0, "昨": 1, "前": 2, "明": -1, "后": -2, "即": 0}
_POINTS = re.compile("[今昨明前后即](?:(?<!即)[天日早晚夜]|(?<=即)日)")
_TODAY_IS = re.compile(
    r"(?P<when>[今昨明前后即](?<![至到].)(?:(?<!即)[天日](?!报|新闻|头条)|(?<=今)[早晚]|(?<=昨)[晚夜]|(?<=即)日))"
    rf"(?:上午|下午|晚上?|凌晨|清晨|早上?|起|，|,)?"
    rf"(?:是|[（(]|[，,]即?|也就是|即)?\s*(?P<y>\d{{4}}年)?(?P<md>{MONTH_DAY})"
    r"(?!\s*(?:至|到|[—~～-]|的|将|、|起[^，]))"
)
_D = r"[0-9]{1,2}|[一二三四五六七八九十]{1,3}"
#: 昨（14）日, 今日（十五日）: which day of its month it is.
_DAY_OF_TODAY = re.compile(
    rf"(?P<when>[今昨明前](?=[（(日天]))(?:[（(](?P<d>{_D})[）)][日天]|[日天][（(](?P<e>{_D})[日号]?[）)])"
)
_DAY_IS_TODAY = re.compile(rf"(?P<md>{MONTH_DAY})\s*[（(]\s*(?:即|也就是)?(?P<when>[今昨明前后][天日])\s*[）)]")
#: 今日 as seen by someone quoted, in a diary, or in another year.
_QUOTED = re.compile(r"(?:年前|年|当年|去年|前年|上年|当时)的\Z|[“‘「『][^”’」』]{0,60}\Z|日记|回忆|那年|当年|历史上的")
_WEEKEND_IS = re.compile(
    rf"(?P<which>本|这|下|上)(?:个)?(?P<w>周末|(?:周|星期|礼拜)[一二三四五六日天])(?:上午|下午|晚上?)?\s*[（(，,]?\s*(?:即)?(?P<md>{MONTH_DAY})"
    rf"(?!\s*[（(]?\s*(?:星期|周|礼拜))"
)
_WEEKDAY_IS = re.compile(
    rf"(?P<which>[本这下上](?=[个周星礼]))(?:个)?(?P<w>(?:周|星期|礼拜)[一二三四五六日天])\s*[（(]\s*(?P<d>{_D})[日号]\s*[）)]"
)
_DAYS = rf"{MONTH_DAY}(?:\s*[、和及]\s*(?:\d{{1,2}}\s*月\s*)?\d{{1,2}}\s*[日号])?"
_WEEKEND_DAYS = re.compile(
    rf"(?P<md>{_DAYS})\s*[（(]?(?:两天)?(?:周末|双休日)|(?<![本上下这每个])(?:周末|双休日)\s*[（(]\s*(?P<other>{_DAYS})\s*[）)]"
)
_BARE_WEEKDAY = re.compile(
    r"(?P<d>[0-9](?<![\d月.至到—~～-].)[0-9]?)[日号]\s*[（(]\s*(?:本|这|下)?(?:星期|周|礼拜)(?P<w>[一二三四五六日天])\s*[）)]"
)
_COUNTDOWN = re.compile(
    rf"距离?(?:离)?(?P<what>[^。；\n]{{0,40}}?)(?:还有|仅有|仅剩|只有|只剩|还剩|剩下|不足|不到|倒计时)(?:整整|最后|下)?\s*(?P<n>{_N})\s*天"
)
_COUNTDOWN_BARE = re.compile(rf"倒计时(?:整整|最后)?\s*[“\"]?(?P<n>{_N})[”\"]?\s*天")
_DATE_NEAR = re.compile(rf"(?P<y>\d{{4}}年)?(?P<md>{MONTH_DAY})")
_YEAR_IS = re.compile(
    r"(?P<when>今年|本年度?|去年|上年|明年|前年|后年)\s*(?:是|[（(]\s*(?:即|也就是)?)\s*(?P<y>(?:19|20)\d\d)年?(?=[）)，,。年是])"
)
_IS_YEAR = re.compile(r"(?P<y>20\d\d)年\s*[（(]\s*(?P<when>今年|去年|明年)\s*[）)]")
_YEAR_SHIFTS = {"今": 0, "本": 0, "去": 1, "上": 1, "前": 2, "明": -1, "后": -2}
_YEARS_AGO_TODAY = re.compile(rf"(?P<n>{_N})年前的?(?P<when>今天|今日|昨天|昨日)")
_JUBILEE_DAY = re.compile(
    rf"(?P<when>[今昨][天日])(?:是|为|恰逢|迎来|正是)[^。；\n]{{0,30}}?(?P<n>{_N})(?:周年|岁生日|周岁)(?:纪念日|生日|日)?"
)
_LUNAR_DAY = (
    r"(?:农历|阴历|旧历)(?P<m>正|冬|腊|[一二三四五六七八九十]{1,2})月(?P<d>初[一二三四五六七八九十]|十[一二三四五六七八九]?|二十[一二三四五六七八九]?|廿[一二三四五六七八九]?|三十)"
    r"|(?P<new>大?年初[一二三四五六七八]|正月(?:初[一二三四五六七八九十]|十[一二三四五六七八九]?))|(?P<eve>大年三十|除夕)"
)
_LUNAR_TODAY = re.compile(rf"(?P<when>[今昨明][天日])(?:就)?(?:是|恰逢|正值|[，,]|[（(])?\s*(?:{_LUNAR_DAY})")


def _quoted(story: Story, start: int) -> bool:
    left = max(story.text.rfind("\n", max(0, start - 60), start) + 1, start - 60, 0)
    return _QUOTED.search(story.text[left:start]) is not None


def todays(story: Story) -> Iterator[Claim]:
    """今天（6月11日）, 昨日是6月10日, 6月12日（明天）, 今天是农历五月初五: the day of publication itself, of every year."""
    text = story.text
    if not _POINTS.search(text):
        return
    for match in (*found_in(_TODAY_IS, text), *at_dates(story, _DAY_IS_TODAY)):
        found = month_day(match["md"])
        if not found or _quoted(story, match.start()) or text[match.end() : match.end() + 1] in ("前", "后"):
            continue
        shift = _SHIFTS[match["when"][0]]
        year = match.groupdict().get("y") or _year_before(text, match.start())
        stated = day(int(year[:4]), *found) if year else None
        days = stretch(stated, stated) if stated else near(*found, 0, 0)
        yield story.claim("today-is", match.start(), match.end(), _shifted(days, shift), 0.78)
    for match in found_in(_LUNAR_TODAY, text):
        if not _quoted(story, match.start()) and (lunar := _lunar(match)):
            days = joined((each, each) for each in lunar)
            shift = _SHIFTS[match["when"][0]]
            yield story.claim("today-lunar", match.start(), match.end(), _shifted(days, shift), 0.72)


def today_of_month(story: Story) -> Iterator[Claim]:
    """昨（14）日: the day after a 14th, of any month."""
    for match in found_in(_DAY_OF_TODAY, story.text):
        of_month = number(match["d"] or match["e"])
        if 1 <= of_month <= 31 and not _quoted(story, match.start()):
            days = _shifted(any_month(of_month), _SHIFTS[match["when"]])
            yield story.claim("today-day", match.start(), match.end(), days, 0.7)


def _year_before(text: str, start: int) -> str:
    found = YEAR_BEFORE.search(text, max(0, start - 8), start)
    return found[0] if found else ""


def _shifted(days: Days, shift: int) -> Days:
    return Days(tuple((low + timedelta(shift), high + timedelta(shift)) for low, high in days.stretches))


def jubilee_days(story: Story) -> Iterator[Claim]:
    """今天是大桥通车二十周年纪念日 beside 2005年5月16日: today is the same day, so many years later."""
    for match in found_in(_JUBILEE_DAY, story.text) if "周" in story.text or "生日" in story.text else ():
        left = max(0, match.start() - 60)
        stated = [
            m for m in story.mentions if m.explicit and m.granularity == "day" and left <= m.start < match.end() + 60
        ]
        if len(stated) != 1 or _quoted(story, match.start()):
            continue
        count, shift = number(match["n"]), timedelta(_SHIFTS[match["when"][0]])
        if count and (then := day(stated[0].first.year + count, stated[0].first.month, stated[0].first.day)):
            days = stretch(then + shift, then + shift)
            yield story.claim("years-ago-today", match.start(), match.end(), days, 0.7, distance=count)


def _lunar(match: re.Match[str]) -> list[date]:
    if match["eve"]:
        return list(eves().values())
    words = match["d"] or match["new"].removeprefix("大").removeprefix("年").removeprefix("正月")
    month, of_month = lunar_month(match["m"]) if match["m"] else 1, lunar_day(words)
    return list(lunar_days(month, of_month).values()) if 1 <= month <= 12 and 1 <= of_month <= 30 else []


def weeks(story: Story) -> Iterator[Claim]:
    """本周末（4月26日、27日）, 下周六（5月3日）: published in the week that the words count from."""
    if "周" not in story.text and "星期" not in story.text:
        return
    for match in found_in(_WEEKEND_IS, story.text):
        found = month_day(match["md"])
        if found and not _quoted(story, match.start()):
            weekdays = (6, 7) if match["w"] == "周末" else (WEEKDAYS[match["w"][-1]],)
            days = _week_of(*found, weekdays, match["which"])
            yield story.claim("this-week", match.start(), match.end(), days, 0.8)
    for match in found_in(_WEEKDAY_IS, story.text):
        of_month = number(match["d"])
        if 1 <= of_month <= 31 and not _quoted(story, match.start()):
            weekdays = (WEEKDAYS[match["w"][-1]],)
            found_days = (_week_of(month, of_month, weekdays, match["which"]) for month in range(1, 13))
            days = joined(each for days in found_days for each in days.stretches)
            yield story.claim("this-week", match.start(), match.end(), days, 0.7)


@lru_cache(maxsize=256)
def _week_of(month: int, day_of_month: int, weekdays: tuple[int, ...], which: str) -> Days:
    """The days on which 本周末 (下周六, 上周日) can have meant a month-day. Some count weeks from Sunday."""

    def of_year(year: int) -> Stretch | None:
        meant = day(year, month, day_of_month)
        if meant is None or meant.isoweekday() not in weekdays:
            return None
        monday = meant - timedelta(meant.isoweekday() - 1)
        if which == "下":
            return monday - timedelta(8), monday - timedelta(1)
        if which == "上":
            return monday + timedelta(6), monday + timedelta(13)
        return monday - timedelta(1), meant

    return yearly(of_year)


def weekends(story: Story) -> Iterator[Claim]:
    """10月18日、19日周末: days that fall on a Saturday or a Sunday in some years only."""
    for match in found_in(_WEEKEND_DAYS, story.text) if "周末" in story.text or "双休日" in story.text else ():
        words = match["md"] or match["other"]
        found = month_day(words)
        if found:
            first = (6,) if re.search("[、和及]", words) else (6, 7)
            days = [each for year in YEARS if (each := day(year, *found)) and each.isoweekday() in first]
            near_them = near(*found, 183, 182, tuple(sorted({each.year for each in days})))
            yield story.claim("weekend", match.start(), match.end(), near_them, 0.6, month=found[0], day=found[1])


def bare_weekdays(story: Story) -> Iterator[Claim]:
    """26日（周六）: a day without its month is of this month, or of the one that begins or ended just now."""
    for match in found_in(_BARE_WEEKDAY, story.text) if "日" in story.text or "号" in story.text else ():
        if 1 <= int(match["d"]) <= 31 and not _month_before(story, match.start()):
            days = _months_with(int(match["d"]), WEEKDAYS[match["w"]])
            yield story.claim("bare-weekday", match.start(), match.end(), days, 0.6, day=int(match["d"]))


def _month_before(story: Story, start: int) -> bool:
    """Whether the sentence, or the one before it, names a month that the day belongs to."""
    return re.search(r"\d{1,2}\s*月|[一二三四五六七八九十]月", story.text[max(0, start - 60) : start]) is not None


@lru_cache(maxsize=256)
def _months_with(day_of_month: int, weekday: int) -> Days:
    stated = (day(year, month, day_of_month) for year in YEARS for month in range(1, 13))
    return joined(
        (each - timedelta(35), each + timedelta(31)) for each in stated if each and each.isoweekday() == weekday
    )


def countdowns(story: Story) -> Iterator[Claim]:
    """距离11月5日开幕还有18天, 倒计时100天 beside the day that is waited for: so many days before it, one more or less."""
    text = story.text
    if "天" not in text or ("距" not in text and "倒计时" not in text):
        return
    for match in (*found_in(_COUNTDOWN, text), *found_in(_COUNTDOWN_BARE, text)):
        left, right = story.sentence(match.start(), match.end(), "。！？\n")
        own = _DATE_NEAR.search(match.groupdict().get("what") or "")
        beside = list(_DATE_NEAR.finditer(text, left, right)) or list(_DATE_NEAR.finditer(text, right, right + 40))
        if not own and len({each["md"] for each in beside}) != 1:
            continue
        meant = own or beside[0]
        found, count = month_day(meant["md"]), number(match["n"])
        if not found or not 0 < count <= 1500 or _quoted(story, match.start()):
            continue
        year = int(meant["y"][:4]) if meant["y"] else _year_of(story, found)
        stated = day(year, *found) if year else None
        before = timedelta(count)
        slack = 1 if "不" not in match[0] else 5
        if stated:
            days = stretch(stated - before - timedelta(1), stated - before + timedelta(slack))
        else:
            days = near(*found, count + 1, slack - count)
        yield story.claim("countdown", match.start(), match.end(), days, 0.66, count=count)


def _year_of(story: Story, found: tuple[int, int]) -> int | None:
    """The year that the story itself gives for a month-day."""
    years = {m.first.year for m in story.mentions if m.granularity == "day" and (m.first.month, m.first.day) == found}
    return years.pop() if len(years) == 1 else None


def named_years(story: Story) -> Iterator[Claim]:
    """今年（2025年）, 去年是2024年, 2026年（明年）, 十年前的今天 beside its date."""
    text = story.text
    for match in (*found_in(_YEAR_IS, text), *found_in(_IS_YEAR, text)) if "年" in text else ():
        if not _quoted(story, match.start()):
            year = int(match["y"]) + _YEAR_SHIFTS[match["when"][0]]
            days = stretch(date(year, 1, 1), date(year, 12, 31))
            yield story.claim("year-is", match.start(), match.end(), days, 0.76, year=year)
    for match in found_in(_YEARS_AGO_TODAY, text) if "年前" in text else ():
        left, right = story.sentence(match.start(), match.end(), "。！？\n")
        stated = [m for m in story.mentions if m.explicit and m.granularity == "day" and left <= m.start < right]
        if len(stated) == 1 and not _quoted(story, match.start()):
            then = day(stated[0].first.year + number(match["n"]), stated[0].first.month, stated[0].first.day)
            shift = timedelta(0 if match["when"][0] == "今" else 1)
            if then:
                days = stretch(then + shift, then + shift)
                yield story.claim("years-ago-today", match.start(), match.end(), days, 0.7, distance=number(match["n"]))
