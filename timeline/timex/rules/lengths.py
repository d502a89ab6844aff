"""Arithmetic of lengths: what 两年零四个月 is in ISO 8601, and how far 3天5小时 lies from a moment.

>>> extended("P2Y", "零四个月"), distance_of("1.5", "hour", "", 1)
('P2Y4M', {'ago': (90, 'minute')})
"""

from __future__ import annotations

from timeline import regex as re
from timeline.timex.numerals import number
from timeline.timex.spec import Spec

_COUNT = "[0-9]{1,2}|[一二两三四五六七八九十]{1,3}"
_SMALLER = "个月|个?小时|个?钟头|刻钟|分钟|分(?!之|别)|秒钟?|天|日(?!本)|周(?![年一二三四五六日末])|个?(?:星期|礼拜)(?![一二三四五六日天])"
#: The smaller parts of a length behind its first: 零四个月, 30分, 5小时20分钟.
REST = rf"(?:[零又加]?(?:{_COUNT})(?:{_SMALLER})){{1,3}}"
#: A count with a fraction: 1.5, 一点五.
DECIMAL = r"[0-9]{1,3}\.[0-9]{1,2}|[零一二两三四五六七八九十]{1,2}点[一二三四五六七八九]{1,2}"
_PART = re.compile(rf"[零又加]?(?P<count>{_COUNT})(?P<unit>{_SMALLER})")
_FORMS = {"month": "M", "day": "D", "hour": "H", "minute": "M", "second": "S"}
_KINDS = {
    "月": "month",
    "周": "week",
    "星期": "week",
    "礼拜": "week",
    "天": "day",
    "日": "day",
    "小时": "hour",
    "钟头": "hour",
    "刻钟": "quarter of an hour",
    "分": "minute",
    "分钟": "minute",
    "秒": "second",
    "秒钟": "second",
}
_MONTHS = {"century": 1200, "year": 12, "quarter": 3, "month": 1}
_DAY = 24 * 60
_MINUTES = {"week": 7 * _DAY, "day": _DAY, "hour": 60, "quarter of an hour": 15, "minute": 1, "second": 1 / 60}


def parts(words: str) -> list[tuple[int, str]]:
    """The counts and units of the smaller parts of a length."""
    return [(number(part["count"]), _KINDS[part["unit"].removeprefix("个")]) for part in _PART.finditer(words)]


def extended(text: str, words: str) -> str:
    """A length in ISO 8601 with the smaller parts that stand behind it."""
    for count, kind in parts(words):
        if kind == "quarter of an hour":
            count, kind = 15 * count, "minute"
        elif kind == "week":
            count, kind = 7 * count, "day"
        clock = kind in ("hour", "minute", "second")
        text += f"{'T' if clock and 'T' not in text else ''}{count}{_FORMS[kind]}"
    return text


def value(count: str) -> float:
    """The value of a count, with a fraction or without.

    >>> value("一点五"), value("1.5"), value("半"), value("十二")
    (1.5, 1.5, 0.5, 12)
    """
    if count == "半":
        return 0.5
    whole, sign, fraction = count.replace("点", ".").partition(".")
    if not sign:
        return number(whole)
    return number(whole or "0") + float(f"0.{''.join(str(number(digit)) for digit in fraction)}")


def distance_of(count: str, unit: str, rest: str, sign: int) -> Spec | None:
    """How far a length reaches, in the finest unit that it needs; None for what can't be counted (working days).

    ``rest`` are its smaller parts, or 半 for half of ``unit``.
    """
    told = [(value(count), unit), *((0.5, unit),) * (rest == "半"), *parts(rest)]
    if any(kind not in _MONTHS and kind not in _MINUTES for _, kind in told):
        return None
    months = sum(size * _MONTHS[kind] for size, kind in told if kind in _MONTHS)
    minutes = sum(size * _MINUTES[kind] for size, kind in told if kind in _MINUTES)
    minutes += months % 1 * 30 * _DAY
    months = int(months)
    if not months and minutes % _DAY:
        return {
            "ago": (sign * round(minutes), "minute") if minutes % 1 == 0 else (sign * round(60 * minutes), "second")
        }
    days = sign * round(minutes / _DAY)
    if not months:
        return {"ago": (days, "day")}
    spec: Spec = {"ago": (sign * months, "month")}
    if days:
        spec["ago_days"] = days
    return spec
