"""Times prepared for what they date: a beginning and an end told apart become one, hours are those of each day.

>>> from timeline.timex import tag
>>> text = "书展从8月15日办到9月14日。"
>>> [timex.edtf for timex in joined(text, tag(text, "2025-08-05"))]
['2025-08-15/2025-09-14']
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from timeline import edtf
from timeline import regex as re
from timeline.model import Timex
from timeline.timex import tag

_UNTIL = re.compile(
    r"\s*(?:起|开始)?\s*(?:一直|将|连续|陆续)?(?:持续|延续|办|开放|展出|进行|举行|营业|延长|实施|执行|运行|展|举办)(?:到|至)\s*"
)
_STARTS = re.compile(r"(?:从|自)\s*\Z")
_GROUNDS_BETWEEN = re.compile("[，,](?:受|因)[^，。；\n]{2,24}(?:影响|需要|原因)[，,][^，。；\n]{2,30}")
_NAMES_DAY = re.compile(r"(?:[0-9一二三四五六七八九十廿]{1,4}[年月日号])+")


def joined(text: str, timexes: Sequence[Timex]) -> list[Timex]:
    """``timexes`` with each pair 从A办到B as one time from A to B."""
    found: list[Timex] = []
    for timex in timexes:
        first = found[-1] if found else None
        if first is not None and _spans(text, first, timex):
            value = edtf.parse(f"{first.edtf}/{timex.edtf}")
            found[-1] = first._replace(
                end=timex.end,
                text=text[first.start : timex.end],
                edtf=value.text,
                begin=value.begin,
                until=value.until,
                bound="",
            )
        else:
            found.append(timex)
    return found


def with_clocks(text: str, timexes: Sequence[Timex]) -> list[Timex]:
    """``timexes`` with the clock time of the last day of a list on each of its days: 21日、22日晚7点半.

    >>> from timeline.timex import tag
    >>> text = "6月21日、22日晚7点半演出。"
    >>> [timex.edtf for timex in with_clocks(text, tag(text, "2025-06-10"))]
    ['2025-06-21T19:30', '2025-06-22T19:30']
    """
    found = list(timexes)
    for place in range(len(found) - 2, -1, -1):
        day, last = found[place], found[place + 1]
        if clock := _of_each(text, last, found[place + 2 : place + 3]):
            found[place : place + 3] = [_at(one, clock) for one in (day, last)]
            continue
        if not _shares_clock(day, last) or text[day.end : last.start] != "、":
            continue
        if "/" in (last.edtf or ""):
            found[place] = _at(day, last)
            continue
        value = edtf.parse(f"{day.edtf}T{(last.edtf or '').partition('T')[2]}")
        found[place] = day._replace(
            edtf=value.text,
            begin=value.begin,
            until=value.until,
            granularity="minute",
            steps=(*day.steps, f"clock time of the list's last day {last.edtf}"),
        )
    return found


def _of_each(text: str, last: Timex, behind: Sequence[Timex]) -> Timex | None:
    """The hours behind a list's last day, on that day, where they are those of each; None where none are.

    2日、3日，受赛事影响，6条线路7:00—11:00改道.
    """
    if not behind or last.granularity != "day" or "/" in (last.edtf or "") or text[last.start - 1 : last.start] != "、":
        return None
    clock = behind[0]
    if clock.type != "TIME" or clock.edtf or _GROUNDS_BETWEEN.fullmatch(text, last.end, clock.start) is None:
        return None
    alone = tag(clock.text, f"{last.edtf}T00:00")
    return alone[0] if len(alone) == 1 and isinstance(alone[0].begin, datetime) else None


def _at(day: Timex, clock: Timex) -> Timex:
    """A day with the hours that a clock time, or a stretch of them, states for another one."""
    value = edtf.parse("/".join(f"{day.edtf}T{end.partition('T')[2]}" for end in (clock.edtf or "").split("/")))
    return day._replace(
        edtf=value.text,
        begin=value.begin,
        until=value.until,
        granularity="minute",
        steps=(*day.steps, f"hours told behind: {clock.edtf}"),
    )


def _shares_clock(day: Timex, last: Timex) -> bool:
    """Whether a day may be one of a list that ends with a day and its hour."""
    plain = day.granularity == "day" and not day.part and not day.recurrence and not day.bound and day.begin is not None
    if not plain or last.granularity != "minute" or "/" in (day.edtf or "") or not _NAMES_DAY.match(last.text):
        return False
    if "/" in (last.edtf or "") and len({end[:10] for end in (last.edtf or "").split("/")}) > 1:
        return False
    return isinstance(last.begin, datetime) and last.begin.date() > day.begin  # type: ignore[operator]


def _spans(text: str, first: Timex, last: Timex) -> bool:
    plain = first.edtf and last.edtf and "/" not in first.edtf + last.edtf and not first.recurrence
    if not plain or first.granularity != last.granularity or last.start - first.end > 8:
        return False
    begins = first.bound == "from" or _STARTS.search(text[max(0, first.start - 2) : first.start])
    return bool(begins and first.edtf < last.edtf and _UNTIL.fullmatch(text, first.end, last.start))  # type: ignore[operator]
