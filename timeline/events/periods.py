"""Times prepared for what they date: a beginning and an end told apart become one, a repetition gets its first day.

>>> from timeline.timex import tag
>>> text = "书展从8月15日办到9月14日。"
>>> [timex.edtf for timex in joined(text, tag(text, "2025-08-05"))]
['2025-08-15/2025-09-14']
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from datetime import date, datetime

from timeline import edtf
from timeline.events.sentences import Sentence
from timeline.model import Timex
from timeline.timex import recurrence, tag

_UNTIL = re.compile(
    r"\s*(?:起|开始)?\s*(?:一直|将|连续|陆续)?(?:持续|延续|办|开放|展出|进行|举行|营业|延长|实施|执行|运行|展|举办)(?:到|至)\s*"
)
_STARTS = re.compile(r"(?:从|自)\s*\Z")
_BEGINS = re.compile(r"\s*(?:起|开讲|开课|开班|开始|启动|首场|首期|首讲|开营)")
_FILLING = re.compile(
    r"[\s，。；、（）()]|从|自|到|至|起|止|持续|延续|开讲|开课|开班|开始|结束|为止|启动|截止|首场|首期|时间|为|将|一直"
)
_GROUNDS_BETWEEN = re.compile("[，,](?:受|因)[^，。；\n]{2,24}(?:影响|需要|原因)[，,][^，。；\n]{2,30}")
_NAMES_DAY = re.compile(r"(?:[0-9一二三四五六七八九十廿]{1,4}[年月日号])+")
_WITHIN = re.compile("(?:期间|展期内|档期内|会期内)[，,]?(?:的|逢)?\\s*\\Z")
_RULES = ("WEEKLY", "MONTHLY", "YEARLY")


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


def with_first_days(
    text: str, timexes: Sequence[Timex], sentences: Sequence[Sentence], published: date | None
) -> list[Timex]:
    """``timexes`` with every stated repetition placed on its first day, and its rule ended where the text says so.

    The days count from ``published``, within the period that its sentence states (从3月8日持续到6月28日); a time that says
    no more than that period is left out. Without a date of the article, and for what happens every day or through a
    whole month of each year, a repetition stays without a place.
    """
    if published is None or not any(timex.recurrence for timex in timexes):
        return list(timexes)
    starts = [sentence.start for sentence in sentences]
    by_sentence: dict[int, list[Timex]] = {}
    for timex in timexes:
        by_sentence.setdefault(bisect.bisect_right(starts, timex.start) - 1, []).append(timex)
    opening = next((t for t in timexes if t.begin is not None), None)
    found: list[Timex] = []
    for index, inside in by_sentence.items():
        repeated = [t for t in inside if t.recurrence and _on_days(t.recurrence)]
        if not repeated:
            found += inside
            continue
        stated = [t for t in inside if t.begin is not None and not t.recurrence]
        sentence = sentences[index]
        if not stated and (held := _held_then(text, timexes, repeated[0])):
            stated = [held]
        first, last = _period(text, stated or [t for t in (opening,) if t and t.bound == "from"], published)
        found += [
            t
            for t in inside
            if not (t.recurrence and _on_days(t.recurrence))
            and (t.begin is None or not _says_no_more(text, t, sentence, repeated[0]))
        ]
        found += [_placed(t, first, last, published) for t in repeated]
    return sorted(found, key=lambda t: t.start)


def _held_then(text: str, timexes: Sequence[Timex], repeated: Timex) -> Timex | None:
    """The period told before a repetition that is said to be within it: 10月18日至11月3日举行；期间每周六有导览."""
    if not _WITHIN.search(text, max(0, repeated.start - 8), repeated.start):
        return None
    before = (t for t in reversed(timexes) if t.start < repeated.start and "/" in (t.edtf or "") and t.begin)
    return next(before, None)


def _on_days(rule: str) -> bool:
    """Whether a rule names days, not all of them: each Friday, the 15th, the third of the third month."""
    parts = recurrence.parts(rule)
    return parts["FREQ"] in _RULES and bool({"BYDAY", "BYMONTHDAY", "X-FESTIVAL"} & parts.keys())


def _period(text: str, stated: Sequence[Timex], published: date) -> tuple[date, date | None]:
    """From and to which day a repetition is said to hold."""
    first, last = published, None
    for timex in stated:
        begin, end = edtf.days(edtf.parse(timex.edtf or ""))
        ranged = "/" in (timex.edtf or "") or timex.granularity in ("season", "quarter", "half")
        if begin is not None and (timex.bound == "from" or ranged or _BEGINS.match(text, timex.end)):
            first = max(first, begin)
        if end is not None and (timex.bound == "to" or ranged):
            last = end
    return first, last


def _says_no_more(text: str, timex: Timex, sentence: Sentence, repeated: Timex) -> bool:
    """Whether the clause of a period says nothing but the period, and the next one tells what is repeated in it."""
    number = sentence.clause_at(timex.start)
    if repeated.start > timex.start and sentence.clause_at(repeated.start) > number + 1:
        return False  # 2019年春，他牵头建起课堂，每周三上课
    start, end = sentence.clauses[number]
    rest = text[start : max(start, timex.start)] + text[timex.end : end]
    return len(_FILLING.sub("", rest)) < 2


def _placed(timex: Timex, first: date, last: date | None, published: date) -> Timex:
    day = next(recurrence.occurrences(timex.recurrence, first, last), None)
    if day is None:
        return timex
    rule = timex.recurrence
    if last is not None and "UNTIL=" not in rule and recurrence.portable(rule):
        rule = f"{rule};UNTIL={last:%Y%m%d}"
    value = edtf.parse(day.isoformat() + _clock(recurrence.parts(rule)))
    return timex._replace(
        edtf=value.text,
        begin=value.begin,
        until=value.until,
        granularity=value.granularity,
        resolution="derived",
        anchor=published.isoformat(),
        recurrence=rule,
        steps=(*timex.steps, f"first day of {rule} from {first}: {day}"),
    )


def _clock(parts: dict[str, str]) -> str:
    """The hour of a rule that names one, as the end of an EDTF date-time; "" without."""
    hour = parts.get("BYHOUR", "")
    return f"T{int(hour):02}:{int(parts.get('BYMINUTE', '0')):02}" if hour.isdigit() else ""
