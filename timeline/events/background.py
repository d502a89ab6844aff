"""Times that date nothing: glosses, comparisons, years inside names of documents and editions.

>>> from timeline.timex import tag
>>> text = "退货率较2017年下降"
>>> is_background(text, tag(text)[0])
True
"""

from __future__ import annotations

import re

from timeline.edtf import stamp
from timeline.events.words import ACTIVITY, COMPARED_AFTER, COMPARED_BEFORE, MILESTONE, NAMED_AFTER, VERB_START
from timeline.model import Timex

_ATTRIBUTIVE = re.compile(r"[\u4e00-\u9fff”》]\Z")
_ONLY_NEAR = re.compile(r"过?后|前夕?|将至|临近|来临|在即|到来")
#: No date under a signature is set in further than this, in characters.
_SET_IN = 80
_STAGE = re.compile(r"(?:收官|开局)之年\Z")
_PAUSES = frozenset("，。；：、！？,;:\n")
_LEADS_TIME = re.compile(
    r"(?:早在|在|于|从|自|到|至|截至|截止|是|就|并|已|又|将|拟|与|和|及|、|其中|[了过者会式期周目展部市县区])\Z"
)


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
        ):
            if found and _names_what_follows(text, found[-1], timex):
                found.pop()
            found.append(timex)
        before = timex
    return found


def _names_what_follows(text: str, coarse: Timex, timex: Timex) -> bool:
    """Whether a coarse time in front belongs to a name that a finer one dates: 2026年赏花季日程3月6日揭晓."""
    gap = text[coarse.end : timex.start]
    if not 2 <= len(gap) <= 24 or not _PAUSES.isdisjoint(gap):
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


def _alone(text: str, timex: Timex) -> bool:
    """Whether a time is all that its paragraph says, and stands behind what it dates: 滨海市图书馆⏎2025年9月24日."""
    _, ended, left = text[max(0, timex.start - _SET_IN) : timex.start].rpartition("\n")
    right, ends, _ = text[timex.end : timex.end + _SET_IN].partition("\n")
    below = ended and timex.start - len(left) > 1
    return bool(below) and not (left + right).strip() and (not ends or len(text) - timex.end - len(right) < 120)


def _edition(timex: Timex, before: Timex | None) -> bool:
    """Whether a year right behind a day is part of a name: 今日，2025年推进会举行."""
    return (
        before is not None
        and timex.granularity == "year"
        and before.granularity in ("day", "minute")
        and timex.start - before.end <= 2
        and "/" not in (timex.edtf or "")
    )


def is_background(text: str, timex: Timex) -> bool:
    """Whether a time only names or compares something and dates nothing in its clause."""
    before, after = text[max(0, timex.start - 4) : timex.start], text[timex.end : timex.end + 24]
    if timex.granularity == "day" and _alone(text, timex):
        return True  # the date under a signature
    if before.endswith("之日起") and after[:1] in ("后", "内"):
        return True  # 公布之日起30日后: days to count, no day of a month
    if timex.rule == "duration.following" and timex.resolution == "relative" and timex.granularity in ("year", "month"):
        return True  # 过去一年, 未来三个月: so far back or ahead, no happening is dated
    if COMPARED_BEFORE.search(before) and "从" not in before:
        return True
    if (
        COMPARED_AFTER.match(after)
        or (_ONLY_NEAR.match(after) and "festival" in timex.rule)
        or _STAGE.search(timex.text)
    ):
        return True
    if _inside(text, timex, "《", "》"):
        return True
    if (
        timex.granularity in ("half", "quarter", "season")
        and timex.resolution == "explicit"
        and NAMED_AFTER.match(after)
    ):
        return True
    if timex.granularity in ("year", "decade", "century") or (
        "/" in (timex.edtf or "") and timex.granularity == "year"
    ):
        return _names_only(before, after, timex)
    return False


def _names_only(before: str, after: str, timex: Timex) -> bool:
    """Whether a year belongs to a name: 列入2025年典型案例, 2023年度考核, （2011—2015年）."""
    if timex.granularity in ("century", "decade"):
        return True
    if before[-1:] in ("（", "(") and after[:1] in ("）", ")"):
        return True
    if NAMED_AFTER.match(after) and timex.resolution == "explicit":
        return True
    if timex.text.endswith("年度") and timex.resolution == "explicit":
        return True
    attributive = bool(_ATTRIBUTIVE.search(before)) and not _LEADS_TIME.search(before)
    return attributive and after[:1] not in "，,起" and timex.resolution == "explicit" and not _verb_follows(after)


def _verb_follows(after: str) -> bool:
    return bool(MILESTONE.match(after) or ACTIVITY.match(after) or VERB_START.match(after))


def _inside(text: str, timex: Timex, opening: str, closing: str) -> bool:
    """Whether the time stands inside a title in that pair of marks."""
    left = text.rfind(opening, max(0, timex.start - 60), timex.start)
    return (
        left >= 0 and text.find(closing, left, timex.start) < 0 and text.find(closing, timex.end, timex.end + 60) >= 0
    )


def is_gloss(text: str, timex: Timex, before: Timex | None) -> bool:
    """Whether a time in brackets only says again what stands before them: 2月14日（农历正月十五）."""
    return (
        before is not None
        and text[timex.start - 1 : timex.start] in ("（", "(")
        and timex.start - before.end <= 2
        and text[timex.end : timex.end + 1] in ("）", ")")
    )
