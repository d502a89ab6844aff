"""What repeats by a stated rule, placed on its first day: within which period, and without which days.

>>> from timeline.events.sentences import split
>>> from timeline.timex import tag
>>> text = "市集12月起每周六举行，至12月26日结束，其中12月12日停办。"
>>> times = with_first_days(text, tag(text, "2026-11-28"), split(text), date(2026, 11, 28))
>>> [(timex.edtf, timex.recurrence) for timex in times]
[('2026-12-05', 'FREQ=WEEKLY;BYDAY=SA;UNTIL=20261226;EXDATE=20261212')]
"""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from timeline import edtf
from timeline import regex as re
from timeline.events.sentences import Sentence
from timeline.events.words import TRIGGER
from timeline.model import Timex
from timeline.timex import recurrence

_BEGINS = re.compile(r"\s*(?:起|开讲|开课|开班|开始|启动|首场|首期|首讲|开营)")
_FILLING = re.compile(
    r"[\s，。；、（）()]|从|自|到|至|起|止|持续|延续|开讲|开课|开班|开始|结束|为止|启动|截止|首场|首期|时间|为|将|一直"
)
_ON = re.compile("起?[，,]?的?")
_WITHIN = re.compile("(?:期间|展期内|档期内|会期内)[，,]?(?:的|逢)?\\s*\\Z")
_RULES = ("WEEKLY", "MONTHLY", "YEARLY")
#: 12月每周六, 暑假期间的每周六: the stretch right in front of a repetition is its period.
_RIGHT_BEFORE = re.compile("(?:起|开始|期间|[份内间里])*的?[，,]?")
_STRETCHES = ("season", "quarter", "half")
#: 12月12日停办, 10月1日当天因场地检修暂停一次, 12月12日除外.
_LEFT_OUT = re.compile(
    "(?:[（(][^（）()]{1,8}[）)])?(?:当[天日晚]|这[天日]|一[天次]|期间)?(?:[，,]?(?:因|受|由于|逢)[^，。；]{1,14}[，,]?)?(?:的?(?:活动|集市|市集|课程|演出|讲座|那[场次]))?"
    "(?:除外|不含|(?:临时)?(?:停[办开课演播场市讲映诊]|暂停|休[市息馆课假]|取消)|(?:不|没有)(?:再)?(?:办|开[课放市]?|举[办行]|安排|上课|营业|演出)|轮空)"
)
_EXCEPT = re.compile("除(?:了|去)?\\s*\\Z")
_OUTSIDE = re.compile("\\s*(?:[（(][^（）()]{1,8}[）)])?(?:当[天日]|期间)?(?:以|之)?外")
#: What pauses for longer is no exception.
_LONGEST_LEFT_OUT = timedelta(62)
#: Days of a list share what is said behind the last: 12月12日、19日停办.
_LISTED = re.compile("(?:[（(][^（）()]{1,8}[）)])?[、和及与]")


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
    left_out: set[Timex] = set()
    for index, inside in by_sentence.items():
        repeated = [t for t in inside if t.recurrence and _on_days(t.recurrence)]
        if not repeated:
            found += inside
            continue
        sentence, behind = sentences[index], by_sentence.get(index + 1, [])
        if behind and sentences[index + 1].paragraph != sentence.paragraph:
            behind = []
        rules = [t.recurrence for t in repeated]
        excepted = [t for t in _left_out(text, [*inside, *behind]) if any(any(_falls_within(r, t)) for r in rules)]
        left_out.update(excepted)
        stated = [t for t in inside if t.begin is not None and not t.recurrence and t not in left_out]
        if not stated and (held := _held_then(text, timexes, repeated[0])):
            stated = [held]
        first, last = _period(
            text, stated or [t for t in (opening,) if t and t.bound == "from"], repeated[0], published
        )
        found += [
            t
            for t in inside
            if not (t.recurrence and _on_days(t.recurrence))
            and (t.begin is None or not _says_no_more(text, t, sentence, repeated[0]))
        ]
        found += [_placed(_with_start(text, t, stated), (first, last), excepted, published) for t in repeated]
    return sorted((t for t in found if t not in left_out), key=lambda t: t.start)


def _left_out(text: str, inside: Sequence[Timex]) -> Iterator[Timex]:
    """The days that a text says are left out: 其中12月12日、19日停办, 除12月12日外."""
    shared = False
    for timex, after in zip(reversed(inside), [None, *reversed(inside)], strict=False):
        gap = after is not None and _LISTED.fullmatch(text, timex.end, after.start)
        shared = bool(
            (shared and gap)
            or _LEFT_OUT.match(text, timex.end)
            or (_EXCEPT.search(text, max(0, timex.start - 4), timex.start) and _OUTSIDE.match(text, timex.end))
        )
        if shared and timex.begin is not None and timex.granularity == "day" and not timex.recurrence:
            yield timex


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


def _period(text: str, stated: Sequence[Timex], repeated: Timex, published: date) -> tuple[date, date | None]:
    """From and to which day a repetition is said to hold."""
    first, last = published, None
    for timex in stated:
        begin, end = edtf.days(edtf.parse(timex.edtf or ""))
        ranged = _lasts(text, timex, repeated)
        if begin is not None and (timex.bound == "from" or ranged or _BEGINS.match(text, timex.end)):
            first = max(first, begin)
        if end is not None and (timex.bound == "to" or ranged):
            last = end
    return first, last


def _lasts(text: str, timex: Timex, repeated: Timex) -> bool:
    """Whether a time is a stretch within which a repetition may fall; a month or year only right in front of it."""
    if "/" in (timex.edtf or "") or timex.granularity in _STRETCHES:
        return True
    coarse = timex.granularity in ("year", "month") and timex.bound != "from"
    return coarse and bool(_RIGHT_BEFORE.fullmatch(text, timex.end, repeated.start))


def _says_no_more(text: str, timex: Timex, sentence: Sentence, repeated: Timex) -> bool:
    """Whether a time only says within which period something is repeated: in a clause of its own, or in that of the
    repetition, before anything is told (市集从12月起每周六在老街举办)."""
    number = sentence.clause_at(timex.start)
    bounds = timex.bound in ("from", "to") or _lasts(text, timex, repeated)
    if bounds and timex.end <= repeated.start and sentence.clause_at(repeated.start) == number:
        return TRIGGER.search(text, timex.end, repeated.start) is None
    if repeated.start > timex.start and sentence.clause_at(repeated.start) > number + 1:
        return False  # 2019年春，他牵头建起课堂，每周三上课
    start, end = sentence.clauses[number]
    rest = text[start : max(start, timex.start)] + text[timex.end : end]
    return len(_FILLING.sub("", rest)) < 2


def _placed(timex: Timex, period: tuple[date, date | None], excepted: Sequence[Timex], published: date) -> Timex:
    """A repetition on its first day within a period, ended with it, and without the days that fall on what is left out."""
    first, last = period
    stated = timex.recurrence
    out = [day for one in excepted for day in _falls_within(stated, one)]
    rule = recurrence.without(stated, out)
    day = next(recurrence.occurrences(rule, first, last), None)
    if day is None:
        return timex
    if last is not None and "UNTIL=" not in stated and recurrence.portable(stated):
        rule = recurrence.without(f"{stated};UNTIL={last:%Y%m%d}", out)
    value = edtf.parse(day.isoformat() + _clock(recurrence.parts(rule)))
    steps = [f"first day of {rule} from {first}: {day}"]
    steps += [f"left out, by “{one.text}”: {one.edtf}" for one in excepted]
    return timex._replace(
        edtf=value.text,
        begin=value.begin,
        until=value.until,
        granularity=value.granularity,
        resolution="derived",
        anchor=published.isoformat(),
        recurrence=rule,
        steps=(*timex.steps, *steps),
    )


def _with_start(text: str, repeated: Timex, stated: Sequence[Timex]) -> Timex:
    """A repetition together with the day right in front of it from which on it holds: 12月1日起每周六 is one time."""
    for timex in stated:
        from_day = timex.bound == "from" and timex.granularity == "day" and timex.end <= repeated.start
        if from_day and _ON.fullmatch(text, timex.end, repeated.start):
            return repeated._replace(start=timex.start, text=text[timex.start : repeated.end])
    return repeated


def _falls_within(rule: str, left_out: Timex) -> Iterator[date]:
    """The days of a rule that fall within a time."""
    begin, end = edtf.days(edtf.parse(left_out.edtf or ""))
    if begin is not None and end is not None and end - begin <= _LONGEST_LEFT_OUT:
        yield from recurrence.occurrences(rule, begin, end)


def _clock(parts: dict[str, str]) -> str:
    """The hour of a rule that names one, as the end of an EDTF date-time; "" without."""
    hour = parts.get("BYHOUR", "")
    return f"T{int(hour):02}:{int(parts.get('BYMINUTE', '0')):02}" if hour.isdigit() else ""
