"""Evidence of how news is told: soon after it happened, not long before it comes, without the year that is now.

>>> from timeline.dating.days import stretch
>>> same_year(date(2025, 11, 20))
(datetime.date(2025, 11, 20), datetime.date(2026, 2, 3))
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from timeline import regex as re
from timeline.dating.claims import Claim, Mention, Story, at_dates, found_in
from timeline.dating.days import Days, Stretch, day, near, stretch, yearly
from timeline.dating.told import FORMER, HISTORY, coming_words, happened
from timeline.dating.words import COMING, MONTH_DAY, month_day

#: A day told without its year is of the year that is now, or of the end of the one before it.
_OVERHANG = timedelta(75)
_BARE = re.compile(rf"(?<![\d年\-—/.至到~～])(?P<md>{MONTH_DAY})(?!\s*(?:至|到|[—~～-]|[（(]|前|止|起|、))")
_ELSEWHEN = re.compile(r"(?:去年|前年|上年|当年|次年|翌年|每年|历年|往年|那年|同年|至|到)\s*\Z")
_DAY_ONLY = re.compile(
    r"(?:\A|\n|[。！？]\s*|[）)讯电]\s*)(?P<d>\d{1,2})日(?:上午|下午|晚上?|晚间|凌晨|清晨|傍晚|中午)?(?=[，,]|[\u4e00-\u9fff]{2,14}(?:公布|发布|通报|宣布|通知|介绍|透露|表示|获悉|了解到))"
)
_HELD = re.compile(
    r"举行|举办|开幕|召开|通车|开通|开放|开馆|开园|开业|开赛|开跑|鸣枪|揭幕|启用|启动|上映|首演|施行|实施|执行|生效|登场|亮相|开考|开学|投运|启程|首航|开唱|开演|开讲|开售|发售|上线|揭牌|落幕|闭幕|拉开"
)
_ANNOUNCED = re.compile(r"时间|时刻|日期|定[在于为]")
_SET_FOR = re.compile(r"(?:将于|定于|定在|定档|将在)\Z")
_EVENT = re.compile(
    rf"(?<![\d年\-—/.至到~～])(?P<md>{MONTH_DAY})(?:[（(](?:星期|周|礼拜)[一二三四五六日天][）)])?(?:上午|下午|晚上?)?(?:\d{{1,2}}[时点:：](?:\d\d分?|半)?)?(?:在[^，。；\n]{{1,20}})?(?:正式)?(?:举行|登场|举办|开幕|召开|开赛|开跑|鸣枪|启动|开唱|开演|揭牌|落幕|闭幕|拉开|启用|开馆|开园|开展)"
)
#: What is said alike of a day to come.
_UNTENSED = re.compile(r"起|施行|实施|生效|开放|考试|开考|截止|放假|休市|上班|停|预|夜空|天象")
_LIMIT = re.compile(r"有效期|期限|到期|届满|截止|截至|之?前|建成|完工|竣工|完成|底|力争|目标|规划")
_BARE_COMING = re.compile(rf"(?:将于|将在|定于|定在|拟于|拟定于|计划于?|预计于?|有望于?|定档)(?P<md>{MONTH_DAY})")
#: So many days lie at most between what is news and what is announced with it.
_NEWS_TO_COME = 45
_RUN = re.compile(rf"(?<![\d年])(?P<md>{MONTH_DAY})\s*(?:至|到|[—~～-]+)\s*(?P<y>20\d\d)年(?P<other>{MONTH_DAY})")
#: What will be held is seldom announced more than eleven months ahead; a law can be made thirteen months before its force.
_AHEAD, _AHEAD_OF_FORCE = timedelta(330), timedelta(400)
#: … and what the neighbours or the bidders must know, not more than two.
_AHEAD_OF_NOTICE = timedelta(60)
#: … and that the current or the water is cut off, not more than one.
_AHEAD_OF_CUT = timedelta(30)
_NOTICE = re.compile(r"拍卖|竞买|竞价|开标|听证|停[水电气]|停止供|封闭|围挡")
#: A notice's line that says when: 停电时间：
_CUT_OFF = re.compile(
    r"(?:施工|停[电水气运航]|停止供[电水气]|暂停供[电水气]|封闭|管制|断[水电气交])(?:日期|时间|时段)?\s*[:：]\s*(?:自|从|为)?\Z"
)
#: … or a sentence that says from when: 自2026年7月6日起，南苑路封闭.
_CUTS_OFF = re.compile(
    r"\s?(?:\d{1,2}[时点]|\d{1,2}[:：]\d\d)?起?[，,]?[^。；，,\n]{0,30}(?:封闭|停[水电气]|断交|停运|停航|禁止[^。；，,]{0,8}通行)"
)
_NOTIFIES = re.compile(r"通告|公告|通知|谅解|绕行|不便")
_FORCE = re.compile(r"施行|实施|执行|生效")


def same_year(past: date) -> Stretch:
    """The days on which a past day can be told without its year."""
    return past, max(date(past.year, 12, 31), past + _OVERHANG)


def bare_days(story: Story) -> Iterator[Claim]:
    """6月3日，新桥合龙了, no year: told in the same year, or in the first weeks of the next."""
    if story.headline or HISTORY.search(story.text):
        return
    starts = [mention.start for mention in story.mentions]
    for match in at_dates(story, _BARE):
        found = month_day(match["md"])
        before = story.text[max(0, match.start() - 6) : match.start()]
        if not found or _ELSEWHEN.search(before) or FORMER.search(before):
            continue
        if _governed(story, starts, match.start("md")):
            continue
        told = Mention(match.start("md"), match.end("md"), date.min, date.min, "day", False)
        if happened(story, told) and not coming_words(story, told):
            yield story.claim("bare-day", match.start("md"), match.end("md"), _told_bare(*found), 0.4)


def _governed(story: Story, starts: list[int], offset: int) -> bool:
    """Whether a date whose year is known stands there."""
    place = bisect_right(starts, offset) - 1
    return place >= 0 and story.mentions[place].end > offset


@lru_cache(maxsize=512)
def _told_bare(month: int, day_of_month: int) -> Days:
    return yearly(lambda year: same_year(past) if (past := day(year, month, day_of_month)) else None)


def coming_dates(story: Story) -> Iterator[Claim]:
    """大会将于2025年5月8日开幕: told within a year before it."""
    nearest: Mention | None = None
    for mention in story.mentions:
        if not (mention.explicit and mention.granularity in ("day", "minute")):
            continue
        cut_off = _cuts_off(story, mention)
        if not (cut_off or coming_words(story, mention)):
            continue
        left, right = story.clause(mention.start, mention.end)
        clause = story.text[left:right]
        set_for = _SET_FOR.search(story.text, max(0, mention.start - 3), mention.start)
        if (cut_off or set_for or _HELD.search(story.text[mention.end : right])) and not _LIMIT.search(clause):
            nearest = mention if nearest is None or mention.first < nearest.first else nearest
    if nearest:
        right = story.clause(nearest.start, nearest.end)[1]
        after = story.text[nearest.end : right]
        if _cuts_off(story, nearest):
            ahead = _AHEAD_OF_CUT
        else:
            ahead = _AHEAD_OF_FORCE if _FORCE.search(after) else _AHEAD_OF_NOTICE if _NOTICE.search(after) else _AHEAD
        days = stretch(nearest.first - ahead, nearest.last)
        yield story.claim("coming-date", nearest.start, nearest.end, days, 0.42)


def between(story: Story) -> Iterator[Claim]:
    """于2025年2月18日逝世 … 仪式定于2月24日举行: told between the newest past day with its year and the first coming one without."""
    if story.headline or HISTORY.search(story.text[: story.opening]):
        return
    days = [m for m in story.mentions if m.explicit and m.granularity in ("day", "minute")]
    past = max((m for m in days if _past(story, m) and not coming_words(story, m)), key=_first, default=None)
    if past is None or past.start >= story.opening:
        return
    for match in found_in(_BARE_COMING, story.text):
        found = month_day(match["md"])
        coming = _next(past.first, *found) if found and match.start() > past.end else None
        if coming and (coming - past.first).days <= _NEWS_TO_COME:
            days_between = stretch(past.first, coming)
            yield story.claim("between", past.start, past.end, days_between, 0.5, month=coming.month, day=coming.day)
            return


def _cuts_off(story: Story, mention: Mention) -> bool:
    """Whether a notice says that from then on a road is closed, the current cut off."""
    labelled = _CUT_OFF.search(story.text, max(0, mention.start - 12), mention.start)
    if not (labelled or _CUTS_OFF.match(story.text, mention.end)):
        return False
    if happened(story, mention) or FORMER.search(story.text[max(0, mention.start - 8) : mention.start]):
        return False
    return _NOTIFIES.search(story.title) is not None or _NOTIFIES.search(story.text) is not None


def _past(story: Story, mention: Mention) -> bool:
    """Whether a day is told as past; a full date that opens a text, too, unless something takes force or opens on it."""
    if happened(story, mention):
        return True
    left, right = story.sentence(mention.start, mention.end)
    sentence = story.text[left:right]
    opens = mention.start == 0 and story.text[mention.end : mention.end + 1] in ("，", ",")
    return opens and not _UNTENSED.search(sentence) and not COMING.search(sentence)


def _first(mention: Mention) -> date:
    return mention.first


def _next(after: date, month: int, day_of_month: int) -> date | None:
    """The first month-day on a day or after it."""
    both = (day(year, month, day_of_month) for year in (after.year, after.year + 1))
    return min((each for each in both if each and each >= after), default=None)


def runs(story: Story) -> Iterator[Claim]:
    """定于11月12日至2026年2月28日举行: the year at the end of a stretch gives the year of its beginning."""
    for match in at_dates(story, _RUN):
        first, last = month_day(match["md"]), month_day(match["other"])
        end = day(int(match["y"]), *last) if last else None
        if not first or not end:
            continue
        begin = day(end.year - (first >= last), *first) if last else None
        before, after = (
            story.text[max(0, match.start() - 12) : match.start()],
            story.text[match.end() : match.end() + 16],
        )
        if begin and COMING.search(before + "，" + after) and not HISTORY.search(before):
            yield story.claim("run", match.start(), match.end(), stretch(begin - timedelta(183), begin), 0.45)


def event_days(story: Story) -> Iterator[Claim]:
    """读书月11月30日启动, in the opening and without a year: told in the three months before it or the weeks after it."""
    if story.headline or HISTORY.search(story.text[: story.opening]):
        return
    starts = [mention.start for mention in story.mentions]
    for match in at_dates(story, _EVENT):
        found = month_day(match["md"])
        if match.start() >= story.opening:
            return
        before = story.text[max(0, match.start() - 6) : match.start()]
        if found and not _ELSEWHEN.search(before) and not _governed(story, starts, match.start()):
            yield story.claim("event-day", match.start(), match.end(), near(*found, 90, 35), 0.38)
            return


def days_before(story: Story) -> Iterator[Claim]:
    """19日晚，…：2018年10月24日上午9时: a day without its month, beside a full date that is to come within a month."""
    for match in _DAY_ONLY.finditer(story.text, 0, story.opening):
        of_month = int(match["d"])
        right = story.sentence(match.end(), match.end(), "。！？\n")[1]
        whole = story.text[match.start("d") : right]
        full = [
            m
            for m in story.mentions
            if m.explicit and m.granularity in ("day", "minute") and match.end() <= m.start < right
        ]
        if len({m.first for m in full}) != 1 or HISTORY.search(whole):
            continue
        coming = full[0]
        announced = story.text[coming.start - 1] in "：:" or _ANNOUNCED.search(whole)
        if not (announced or COMING.search(whole)):
            continue
        told = _latest_before(coming.first, of_month)
        if told:
            days = stretch(told, told + timedelta(3))
            yield story.claim("day-before", match.start("d"), match.end(), days, 0.52, day=of_month)
            return


def _latest_before(coming: date, of_month: int) -> date | None:
    """The last day of that number before a date, if it is no more than a month away."""
    for back in range(32):
        each = coming - timedelta(back)
        if each.day == of_month:
            return each
    return None
