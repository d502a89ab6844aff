"""The times of a text that date something: no background, and no part of what another time beside them dates.

>>> from timeline.timex import tag
>>> text = "3月6日发布2025年上半年经济运行情况"
>>> [timex.text for timex in dating_times(text, tag(text, "2025-07-20"))]
['3月6日']
"""

from __future__ import annotations

from timeline import regex as re
from timeline.edtf import stamp
from timeline.events.background import LEADS_TIME, PAUSES, is_background, verb_follows
from timeline.model import Timex

#: 发布2023年上半年经济运行情况: the period is that of what was published on the day before it.
_PUBLISHES = re.compile(r"(?:发布|公布|通报|印发|出台|下达|公示|审议|听取|解读|介绍)了?《?\Z")
_FOLLOWED = re.compile("[^，。；：\n]{0,16}：")
#: 举行二季度集中签约: what is held is named by the period.
_HOLDS, _NAMED_WITHIN = re.compile("[^。；：]*(?:举行|召开|举办|组织|开展)了?\\Z"), 30
_OCCASION, _POINTS = 8, frozenset("首当當同这這那")
_NAMES_DAY = re.compile("[0-9一二三四五六七八九十][月日号]")
_CHANGES = re.compile("(?:延长|提前|推迟|延时|调整|延后|提早|延)(?:至|到|为)(?:[次当]日)?\\s*\\Z")
#: What a feast dates itself goes on so: 国庆节前完工, 端午节当天开放.
_IN_TURN = re.compile("[前后起至到止当期间免照正不放举开休闭]|以[前后]|之[前后]")


def dating_times(text: str, timexes: list[Timex]) -> list[Timex]:
    """The times that have a place on the calendar and date something."""
    found: list[Timex] = []
    before: Timex | None = None
    for timex in timexes:
        placed = timex.edtf and (timex.begin or timex.until)
        if (
            placed
            and not is_gloss(text, timex, before)
            and not is_background(text, timex)
            and not _edition(timex, before)
            and not _occasion_of(text, timex, before)
            and not _feast_told_of(text, timex, before)
            and not (before and echoes(text, before, timex))
            and not (found and (_published_then(text, found[-1], timex) or _changed_to(text, found[-1], timex)))
        ):
            if found and _names_what_follows(text, found[-1], timex):
                found.pop()
            found.append(timex)
        before = timex
    return found


def echoes(text: str, day: Timex, timex: Timex) -> bool:
    """Whether a time only points at the day in front of it, as an occasion: 10月21日开赛首日，…."""
    return (
        timex.text[0] in _POINTS
        and timex.resolution == "inherited"
        and timex.edtf == day.edtf
        and 2 <= timex.start - day.end <= _OCCASION
        and PAUSES.isdisjoint(text[day.end : timex.start])
        and text[timex.end : timex.end + 1] in PAUSES
    )


def _names_what_follows(text: str, coarse: Timex, timex: Timex) -> bool:
    """Whether a coarse time in front belongs to a name that a finer one dates: 2026年赏花季日程3月6日揭晓."""
    gap = text[coarse.end : timex.start]
    if not 2 <= len(gap) <= 24 or not PAUSES.isdisjoint(gap):
        return False
    if coarse.granularity not in ("year", "quarter", "half", "season", "month") or timex.granularity not in (
        "day",
        "minute",
    ):
        return False
    return (
        coarse.begin is not None
        and timex.begin is not None
        and coarse.bound != "from"
        and (
            coarse.until is None
            or stamp(coarse.begin, low=True) <= stamp(timex.begin, low=True) < stamp(coarse.until, low=False)
        )
    )


def _changed_to(text: str, day: Timex, clock: Timex) -> bool:
    """Whether an hour behind midnight is what the day told before it is lengthened to: 10月7日，末班车延长至24:00."""
    near = day.granularity == "day" and clock.granularity == "minute" and clock.start - day.end <= _NAMED_WITHIN
    if not near or _NAMES_DAY.search(clock.text) or (clock.edtf or "").startswith(day.edtf or " "):
        return False
    return _CHANGES.search(text, day.end, clock.start) is not None


def _published_then(text: str, day: Timex, period: Timex) -> bool:
    """Whether a period is only that of what is published on the day told before it in the sentence."""
    days = period.granularity in ("day", "minute") and not ("festival" in period.rule and "/" in (period.edtf or ""))
    if day.granularity not in ("day", "minute") or days or period.bound:
        return False
    between = text[day.end : period.start] if period.start - day.end <= 60 else "。"
    if "。" in between or "；" in between or _FOLLOWED.match(text, period.end):
        return False  # 发布一季度报告：营业收入9.8亿元
    return _PUBLISHES.search(between) is not None


def _edition(timex: Timex, before: Timex | None) -> bool:
    """Whether a year right behind a day is part of a name: 今日，2025年推进会举行."""
    return (
        before is not None
        and timex.granularity == "year"
        and before.granularity in ("day", "minute")
        and timex.start - before.end <= 2
        and "/" not in (timex.edtf or "")
    )


def _occasion_of(text: str, timex: Timex, before: Timex | None) -> bool:
    """Whether a coarse time belongs to the name of what is held on a day told before it: 25日，园区举行二季度集中签约."""
    if (
        before is None
        or timex.granularity not in ("year", "half", "quarter", "season", "month")
        or before.granularity not in ("day", "minute")
        or timex.start - before.end > _NAMED_WITHIN
        or timex.bound
        or text[timex.end : timex.end + 1] in "，,起至"
    ):
        return False
    return _HOLDS.search(text, before.end, timex.start) is not None and not verb_follows(
        text[timex.end : timex.end + 24]
    )


def _feast_told_of(text: str, timex: Timex, before: Timex | None) -> bool:
    """Whether a feast only names what is dealt with on a day told before it: 4日，县长检查“五一”假期市场秩序."""
    if before is None or "festival" not in timex.rule or before.granularity not in ("day", "minute"):
        return False
    between, after = text[before.end : timex.start].lstrip("，, "), text[timex.end : timex.end + 2]
    if not 2 <= len(between) <= _NAMED_WITHIN or not PAUSES.isdisjoint(between):
        return False
    return LEADS_TIME.search(between) is None and _IN_TURN.match(after) is None and "\u4e00" <= after[:1] <= "\u9fff"


def is_gloss(text: str, timex: Timex, before: Timex | None) -> bool:
    """Whether a time in brackets only says again what stands before them: 2月14日（农历正月十五）."""
    return (
        before is not None
        and text[timex.start - 1 : timex.start] in ("（", "(")
        and timex.start - before.end <= 2
        and text[timex.end : timex.end + 1] in ("）", ")")
    )
