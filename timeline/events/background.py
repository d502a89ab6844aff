"""Times that date nothing: glosses, comparisons, years inside names of documents and editions.

>>> from timeline.timex import tag
>>> text = "退货率较2017年下降"
>>> is_background(text, tag(text)[0])
True
"""

from __future__ import annotations

import re

from timeline.events.words import ACTIVITY, COMPARED_AFTER, COMPARED_BEFORE, MILESTONE, NAMED_AFTER
from timeline.model import Timex

_ATTRIBUTIVE = re.compile(r"[\u4e00-\u9fff”》]\Z")
_LEADS_TIME = re.compile(r"(?:早在|在|于|从|自|到|至|截至|截止|是|就|并|已|又|将|拟|与|和|及|、|其中|[了过者会式期周目展部市县区])\Z")


def dating_times(text: str, timexes: list[Timex]) -> list[Timex]:
    """The times that have a place on the calendar and date something."""
    found: list[Timex] = []
    before: Timex | None = None
    for timex in timexes:
        if timex.edtf and (timex.begin or timex.until) and not is_gloss(text, timex, before) and not is_background(text, timex):
            found.append(timex)
        before = timex
    return found


def is_background(text: str, timex: Timex) -> bool:
    """Whether a time only names or compares something and dates nothing in its clause."""
    before, after = text[max(0, timex.start - 4) : timex.start], text[timex.end : timex.end + 24]
    if COMPARED_BEFORE.search(before) and "从" not in before:
        return True
    if COMPARED_AFTER.match(after):
        return True
    if _inside(text, timex, "《", "》"):
        return True
    if timex.granularity in ("year", "decade", "century") or "/" in (timex.edtf or "") and timex.granularity == "year":
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
    return attributive and after[:1] not in "，," and timex.resolution == "explicit" and not _verb_follows(after)


def _verb_follows(after: str) -> bool:
    return bool(MILESTONE.match(after) or ACTIVITY.match(after))


def _inside(text: str, timex: Timex, opening: str, closing: str) -> bool:
    """Whether the time stands inside a title in that pair of marks."""
    left = text.rfind(opening, max(0, timex.start - 60), timex.start)
    return left >= 0 and text.find(closing, left, timex.start) < 0 and 0 <= text.find(closing, timex.end, timex.end + 60)


def is_gloss(text: str, timex: Timex, before: Timex | None) -> bool:
    """Whether a time in brackets only says again what stands before them: 2月14日（农历正月十五）."""
    return (
        before is not None
        and text[timex.start - 1 : timex.start] in ("（", "(")
        and timex.start - before.end <= 2
        and text[timex.end : timex.end + 1] in ("）", ")")
    )
