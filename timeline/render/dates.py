"""A date as a person writes it, in Chinese or English, no more precise than what was stated.

>>> from timeline.render.dates import display_edtf
>>> display_edtf("2024-10-15/2024-10-16"), display_edtf("2026", part="end"), display_edtf("1996", "en")
('2024年10月15日—16日', '2026年底', '1996')
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import lru_cache

from timeline import edtf
from timeline.edtf import Edtf
from timeline.model import When

_WEEKDAYS = {"zh": "一二三四五六日", "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")}
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_SEASONS = {"zh": ("冬", "春", "夏", "秋"), "en": ("winter", "spring", "summer", "autumn")}
_DAYPARTS = {
    "zh": {"morning": "上午", "afternoon": "下午", "evening": "晚上"},
    "en": {"morning": "morning", "afternoon": "afternoon", "evening": "evening"},
}
_PORTIONS = {
    "month": {"early": "上旬", "mid": "中旬", "late": "下旬", "end": "底"},
    "year": {"early": "初", "mid": "中", "late": "后期", "end": "底"},
    "decade": {"early": "初", "mid": "中期", "late": "末", "end": "末"},
}
_PORTIONS_EN = {"early": "early ", "mid": "mid-", "late": "late ", "end": "end of "}


def display(when: When, lang: str = "zh", *, year: int | None = None) -> str:
    """``when`` in words: ``2025年4月26日（周六）上午``, ``2026年底``, ``2025年7月9日起``, ``约1996年``.

    ``lang`` is ``zh`` or ``en``. Under a heading that names the ``year`` already, it is left out where a month follows.
    """
    return _worded(when.edtf, lang, when.part, when.approximate, when.uncertain, year)


def display_edtf(text: str, lang: str = "zh", *, part: str | None = None) -> str:
    """An EDTF text in words; a text that is no EDTF value is given back as it is."""
    return _worded(text, lang, part, False, False, None)


def day_words(day: date, lang: str, year: int) -> str:
    """A day without its weekday, and without its year beside others of that ``year``.

    >>> day_words(date(2026, 12, 5), "zh", 2026), day_words(date(2027, 1, 2), "en", 2026)
    ('12月5日', '2 January 2027')
    """
    return _day_zh(day, year, None) if lang == "zh" else _day_en(day, year)


@lru_cache(maxsize=16384)
def _worded(text: str, lang: str, part: str | None, approximate: bool, uncertain: bool, year: int | None) -> str:
    try:
        value = edtf.parse(text)
        between = uncertain and not value.uncertain and "/" in text  # one of these days, nobody knows which
        if "/" in text:
            left, right = (edtf.parse(end.rstrip("~?%")) if end not in ("", "..") else None for end in text.split("/"))
            words = (_interval_zh if lang == "zh" else _interval_en)(left, right, None if between else part, year)
        else:
            point = edtf.parse(text.rstrip("~?%"))
            words = _point_zh(point, part, year, weekday=True) if lang == "zh" else _point_en(point, part, year, True)
    except edtf.EdtfError:
        return text
    if approximate or value.approximate:
        words = f"约{words}" if lang == "zh" else f"c. {words}"
    if between:
        return _between(words, value, lang, _DAYPARTS[lang].get(part or "", ""))
    if uncertain or value.uncertain:
        words = f"{words}（存疑）" if lang == "zh" else f"{words} (uncertain)"
    return words


def _between(words: str, value: Edtf, lang: str, daypart: str) -> str:
    if lang == "zh":
        return f"{words}间" + (f"某日{daypart}" if value.granularity == "day" else "")
    words = f"between {words.replace(' – ', '–').replace('–', ' and ')}"
    return f"{words}, {daypart}" if daypart else words


def _fields(value: Edtf) -> tuple[int, int, int]:
    """Year, month and day that the text of a point begins with; 0 for a part that it lacks or leaves unknown."""
    text = value.text.partition("T")[0]
    sign, bare = (-1, text[1:]) if text.startswith("-") else (1, text)
    numbers = [int(part) if part.isdigit() else 0 for part in bare.split("-")]
    year, month, day = [*numbers, 0, 0][:3]
    return sign * year, month, day


def _clock(value: Edtf) -> datetime:
    assert isinstance(value.begin, datetime)  # the parser gives every minute a date-time
    return value.begin


def _year_zh(year: int) -> str:
    return f"{year}年" if year > 0 else f"公元前{1 - year}年"


def _point_zh(
    value: Edtf, part: str | None, year: int | None, *, weekday: bool = False, month: int | None = None
) -> str:
    """A point; ``year`` and ``month`` are already said and left out where something finer follows."""
    if value.granularity == "minute":
        moment = _clock(value)
        return f"{_day_zh(moment.date(), year, month)} {moment:%H:%M}".lstrip()
    if value.granularity in ("decade", "century"):
        start = int(value.text.rstrip("X")) * (10 if value.granularity == "decade" else 100)
        words = f"{start}年代" if value.granularity == "decade" else f"{start // 100 + 1}世纪"
        return words + _PORTIONS["decade"].get(part or "", "")
    own_year, code, day = _fields(value)
    if value.text.startswith("XXXX"):
        return f"{code}月{f'{day}日' if day else ''}（年份不详）"
    if day:
        if value.begin is None:
            return f"{_year_zh(own_year)}{code}月{day}日"
        words = _day_zh(date(own_year, code, day), year, month)
        if weekday:
            words += f"（周{_WEEKDAYS['zh'][date(own_year, code, day).weekday()]}）"
        return words + _DAYPARTS["zh"].get(part or "", "")
    head = "" if own_year == year else _year_zh(own_year)
    if value.granularity == "year":
        return ("年" if not head and part else _year_zh(own_year)) + _PORTIONS["year"].get(part or "", "")
    if value.granularity == "month":
        return f"{head}{code}月{_PORTIONS['month'].get(part or '', '')}"
    if value.granularity == "quarter":
        head += f"{'一二三四'[code - 33]}季度"
    elif value.granularity == "half":
        head += f"{'上下'[code - 40]}半年"
    else:
        head += f"{_SEASONS['zh'][code % 4]}季"
    return head + _PORTIONS["decade"].get(part or "", "")


def _day_zh(day: date, year: int | None, month: int | None) -> str:
    if (day.year, day.month) == (year, month):
        return f"{day.day}日"
    return f"{'' if day.year == year else f'{day.year}年'}{day.month}月{day.day}日"


def _interval_zh(left: Edtf | None, right: Edtf | None, part: str | None, year: int | None) -> str:
    if right is None:
        assert left is not None  # an interval open at both ends is no EDTF value
        return f"{_point_zh(left, part, year)}起"
    if left is None:
        return f"截至{_point_zh(right, part, year)}"
    if left.granularity == right.granularity == "year":
        return f"{_year_zh(_fields(left)[0])[:-1]}—{_year_zh(_fields(right)[0])}"
    if left.granularity == right.granularity == "minute":
        return _clocks(left, right, _day_zh(_clock(left).date(), year, None), "—", _day_after_zh)
    first, last = _fields(left), _fields(right)
    if first[0] != last[0]:
        year = None
    words = _point_zh(left, None, year)
    same_month = bool(first[2] and last[2]) and first[:2] == last[:2]
    words += "—" + _point_zh(right, None, first[0] or None, month=first[1] if same_month else None)
    daypart = _DAYPARTS["zh"].get(part or "")
    return f"{words}（{daypart}）" if daypart else words


def _day_after_zh(start: datetime, end: datetime) -> str:
    return _day_zh(end.date(), start.year, start.month)


def _clocks(left: Edtf, right: Edtf, day: str, dash: str, other_day: Callable[[datetime, datetime], str]) -> str:
    """``day 18:30—24:00``; the second day is named when the end lies on another one."""
    start, end = _clock(left), _clock(right)
    closing = f"{end:%H:%M}"
    if end.hour == end.minute == 0 and end > start:
        end, closing = end - timedelta(minutes=1), "24:00"
    if end.date() != start.date():
        closing = f"{other_day(start, end)} {closing}"
    return f"{day} {start:%H:%M}{dash}{closing}"


def _year_en(year: int) -> str:
    return str(year) if year > 0 else f"{1 - year} BC"


def _ordinal(number: int) -> str:
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _point_en(value: Edtf, part: str | None, year: int | None, weekday: bool = False) -> str:
    portion = _PORTIONS_EN.get(part or "", "")
    if value.granularity == "minute":
        moment = _clock(value)
        return f"{_day_en(moment.date(), year)}, {moment:%H:%M}"
    if value.granularity == "decade":
        return f"{portion}{'the ' if part == 'end' else ''}{value.text.rstrip('X')}0s"
    if value.granularity == "century":
        return f"{portion}{'the ' if part == 'end' else ''}{_ordinal(int(value.text.rstrip('X')) + 1)} century"
    own_year, code, day = _fields(value)
    if value.text.startswith("XXXX"):
        return f"{f'{day} ' if day else ''}{_MONTHS[code - 1]} (year unknown)"
    if day:
        if value.begin is None:
            return f"{day} {_MONTHS[code - 1]} {_year_en(own_year)}"
        words = _day_en(date(own_year, code, day), year)
        if weekday:
            words = f"{_WEEKDAYS['en'][date(own_year, code, day).weekday()]} {words}"
        daypart = _DAYPARTS["en"].get(part or "")
        return f"{words}, {daypart}" if daypart else words
    tail = "" if own_year == year else f" {_year_en(own_year)}"
    if value.granularity == "year":
        return f"{portion}{_year_en(own_year)}"
    if value.granularity == "month":
        return f"{portion}{_MONTHS[code - 1]}{tail}"
    if value.granularity == "quarter":
        return f"{portion}Q{code - 32}{tail}"
    if value.granularity == "half":
        return f"{portion}{('first', 'second')[code - 40]} half{f' of{tail}' if tail else ''}"
    return f"{portion}{_SEASONS['en'][code % 4]}{tail}"


def _day_en(day: date, year: int | None) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]}" + ("" if day.year == year else f" {day.year}")


def _day_after_en(start: datetime, end: datetime) -> str:
    return _day_en(end.date(), start.year) + ","


def _interval_en(left: Edtf | None, right: Edtf | None, part: str | None, year: int | None) -> str:
    if right is None:
        assert left is not None  # an interval open at both ends is no EDTF value
        return f"from {_point_en(left, part, year)}"
    if left is None:
        return f"until {_point_en(right, part, year)}"
    if left.granularity == right.granularity == "year":
        return f"{_year_en(_fields(left)[0])}–{_year_en(_fields(right)[0])}"
    if left.granularity == right.granularity == "minute":
        return _clocks(left, right, _day_en(_clock(left).date(), year) + ",", "–", _day_after_en)
    first, last = _fields(left), _fields(right)
    if first[0] != last[0]:
        year = None
    end = _point_en(right, None, year)
    if left.granularity == right.granularity == "day" and first[:2] == last[:2]:
        words = f"{first[2]}–{end}"
    else:
        words = f"{_point_en(left, None, year if first[0] != last[0] else first[0])} – {end}"
    daypart = _DAYPARTS["en"].get(part or "")
    return f"{words}, {daypart}" if daypart else words
