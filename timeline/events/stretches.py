"""An arrangement whose last day is told apart from its first: 20日起受理，12月20日截止 goes on from the one to the other.

>>> from timeline.events.build import Builder, Page
>>> from timeline.events.sentences import split
>>> from timeline.events.topics import load
>>> from timeline.timex import tag
>>> text = "渡口奖11月20日起接受申报，12月20日截止。"
>>> times = tag(text, "2025-11-17")
>>> [draft.when.edtf for draft in Builder(Page(text, split(text), times, "2025-11-17", ""), load()).drafts()]
['2025-11-20/2025-12-20', '2025-12-20']
"""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from timeline import edtf
from timeline import regex as re
from timeline.events.draft import Draft, when_of
from timeline.model import Timex
from timeline.timex.numerals import number

_FAR, _YEAR = 110, 366
#: What an activity is kept for before an incident.
_MORE = 0.4
_HAN = "\u4e00-\u9fff"
_LASTS_FROM = re.compile(r"\s*(?:[首头][班趟]车?)?(?:起|停[水电气航课运诊]|封闭|闭馆)")
#: 报名1日开始，5日截止: two days of one sign-up, each told for itself.
_BEGINS_THEN = re.compile(r"\s*起?(?:正式)?(?:开始|启动|开启)(?=[，。；])")
_FROM = re.compile(r"(?:从|自)\s*\Z")
_TODAY = re.compile("即日")
#: The day on which it opens is told; what ends is the thing itself.
_MOMENT = re.compile("[开揭启][幕档灯集张市馆园业赛跑播班营镰]|亮灯|揭牌|动工|开工|通车|投产|施行|生效|启用|上市")
_DELIVERS = re.compile("投放|发布|公布|获|签|试行|执行|实施")
_AS_PLANNED = re.compile("开幕的[^，。；]{2,30}(?:如期)?举[行办]")
_LEAD = rf"(?:活动|展览|报名|申报|受理|征稿|展期|工期|整个|全部|预计|计划|料|将|拟|一直|持续|延续|展出|办|开放|进行|实施|截止|时间|期限|[{_HAN}]{{0,2}}工程)*"
_UNTIL = re.compile(rf"\s*{_LEAD}(?:截止(?:[到至于]|时间为)?|[到至])\s*")
_UNTIL_SAME = re.compile(rf"\s*(?:起|开始)?[{_HAN}“”、]{{2,24}}(?:持续)?[到至]\s*")
_ENDING = re.compile(
    r"\s*[前起]?(?:全部|正式|分批|陆续)?(?P<verb>截止|截稿|结束|为止|收官|撤展|恢复|重开|解除|重新开放|复航|复课)"
)
_BARE = re.compile(r"\s*(?:预计|计划|料|将|拟|并?于|到|至|[并则])*\s*")
_ANEW = ("恢复", "重开", "解除", "重新开放", "复航", "复课")
_TERM = re.compile(
    r"(?:为期|持续|会期|放假|停课|连休|展期)(?:为|约)?(?P<n>[0-9]{1,3}|[一两二三四五六七八九十]{1,3})(?P<unit>天|日|周|个月)"
)
_PAUSES = "，。；：,;\n"


def stretch(drafts: Sequence[Draft], text: str, timexes: Sequence[Timex]) -> None:
    """Gives each arrangement that begins at a time the stretch to the end that the next words state; ends stay as they are.

    ``timexes`` are those of ``text``, in order.
    """
    starts = [timex.start for timex in timexes]
    for draft in drafts:
        if not _begins(draft, text):
            continue
        place = bisect.bisect_right(starts, draft.timex.start)
        later = next((t for t in timexes[place : place + 3] if t.edtf and t.type != "DURATION"), None)
        last = (later and _told(draft, later, text)) or _counted(draft, later, text)
        if last:
            draft.when = when_of(draft.timex, edtf.parse(f"{draft.when.edtf.split('/')[0]}/{last}"))
            _arrange(draft)


def _arrange(draft: Draft) -> None:
    """What goes on from a day to another that is stated is for a calendar, unless it lasts for years or is in the weather."""
    first, last = edtf.days(edtf.parse(draft.when.edtf))
    if (
        _DELIVERS.search(draft.trigger)
        or first is None
        or last is None
        or (last - first).days > _YEAR
        or draft.topics[:1] == ("weather",)
    ):
        return
    if draft.kind == "incident":
        draft.salience = round(min(1.0, draft.salience + _MORE), 2)
    draft.kind = "activity"


def _begins(draft: Draft, text: str) -> bool:
    """Whether a draft tells that something goes on from its time."""
    if draft.timex.recurrence:
        return False  # its rule ends with it
    whole = draft.when.edtf.removesuffix("/..")
    if draft.when.begin is None or "/" in whole or draft.role or draft.modality in ("cancelled", "postponed"):
        return False
    if draft.when.granularity not in ("day", "minute", "month") or draft.kind == "indicator":
        return False
    timex, told = draft.timex, text[draft.start : draft.end]
    if _AS_PLANNED.search(told):
        return True
    if _BEGINS_THEN.match(text, timex.end) and not _TODAY.match(timex.text):
        return False
    lasts = (
        _LASTS_FROM.match(text, timex.end)
        or _FROM.search(text, max(0, timex.start - 8), timex.start)
        or _TODAY.match(timex.text)
    )
    return bool(lasts) and not _MOMENT.search(text, timex.end, max(draft.end, timex.end))


def _told(draft: Draft, later: Timex, text: str) -> str:
    """The last day or moment that the next time states for a draft, as EDTF; "" where it states none."""
    between = text[draft.timex.end : later.start]
    if len(between) > _FAR or "\n" in between or between.count("。") > 1 or later.begin is None or later.until is None:
        return ""
    if edtf.stamp(later.until, low=False) <= edtf.stamp(draft.when.begin, low=True):
        return ""
    lead = between[max(between.rfind(mark) for mark in _PAUSES) + 1 :]
    same = lead == between
    ending = _ENDING.match(text, later.end)
    if ending and (_BARE.fullmatch(lead) and not same):
        return _last_of(draft, later, anew=ending["verb"] in _ANEW)
    if (_UNTIL_SAME if same else _UNTIL).fullmatch(lead) and (
        ending or text[later.end : later.end + 1] in f"{_PAUSES}（止"
    ):
        return _last_of(draft, later, anew=False)
    return ""


def _last_of(draft: Draft, later: Timex, *, anew: bool) -> str:
    """The end of a stretch as EDTF: the last day of a time, the day before what begins anew on a day; a moment as it is."""
    if "/" in (later.edtf or ""):
        return ""
    if later.granularity == "minute":
        return later.edtf or ""
    if not isinstance(later.until, date) or isinstance(later.until, datetime):
        return ""
    begun = draft.when.begin
    if draft.when.granularity == "month" and later.granularity == "month":
        return later.edtf or ""
    last = later.until - timedelta(1)
    if anew and later.granularity == "day":
        last -= timedelta(1)
    return last.isoformat() if begun is not None and last > edtf.stamp(begun, low=True).date() else ""


def _counted(draft: Draft, later: Timex | None, text: str) -> str:
    """The last day of so many days, weeks or months that the sentence states behind a draft's time; "" without."""
    begin, end = draft.when.begin, draft.timex.end
    stop = text.find("。", end)
    stop = min(stop if stop >= 0 else len(text), later.start if later else len(text), end + _FAR)
    term = _TERM.search(text, end, stop)
    if not term or begin is None or draft.when.granularity == "minute":
        return ""
    try:
        return _last_after(begin, number(term["n"]), term["unit"], draft.when.granularity)
    except (ValueError, OverflowError):
        return ""  # behind the last day of the calendar


def _last_after(begin: date, count: int, unit: str, granularity: str) -> str:
    """The last of ``count`` days, weeks or months from ``begin`` as EDTF; "" for one day, and for days of a month.

    Raises ValueError or OverflowError behind the year 9999.
    """
    if unit == "个月":
        year, month = edtf.add_months(begin.year, begin.month, count)
        if granularity == "month":
            year, month = edtf.add_months(begin.year, begin.month, count - 1)
            return date(year, month, 1).isoformat()[:7] if count > 1 else ""
        return (date(year, month, min(begin.day, 28)) - timedelta(1)).isoformat()
    if granularity != "day":
        return ""
    days = count * 7 if unit == "周" else count
    return (date(begin.year, begin.month, begin.day) + timedelta(days - 1)).isoformat() if days > 1 else ""
