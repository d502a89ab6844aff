"""The values and modifiers of TIMEX3 for what Timeline has in EDTF, ISO 8601 lengths and recurrence rules.

>>> point("2025-33"), point("-0220"), point("199X")
('2025-Q1', 'BC0221', '199')
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Literal

from timeline import edtf
from timeline import regex as re
from timeline.model import Timex
from timeline.timex import tag
from timeline.timex.calendars import WEEKDAY_CODES
from timeline.timex.numerals import number

#: ISO 8601-2 codes of a part of the year and the forms that TIMEX3 has for them.
_CODES = {
    **{str(code): f"Q{code - 32}" for code in range(33, 37)},
    **{str(code): f"H{code - 39}" for code in (40, 41)},
    **dict(zip(("21", "22", "23", "24"), ("SP", "SU", "FA", "WI"), strict=True)),
}
_DAYPARTS = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV"}
#: Parts of the day that the words tell more closely than the part does.
_WORDS_OF_DAY = (
    (re.compile("夜"), "TNI"),
    (re.compile("中午|正午|午间|午間|晌午"), "TMI"),
    (re.compile("白天"), "TDT"),
    (re.compile("早|晨|上午|凌|拂|黎|上昼|上晝"), "TMO"),
    (re.compile("下午|午后|午後|下昼|下晝"), "TAF"),
    (re.compile("晚|昏|傍"), "TEV"),
)
_MODS = {"early": "START", "mid": "MID", "late": "END", "end": "END"}
#: Words beside a length that say how it is meant.
_AHEAD = (
    ("EQUAL_OR_MORE", re.compile("(?:至少|不少于|不少於|不低于|不低於)\\Z")),
    ("EQUAL_OR_LESS", re.compile("(?:不超过|不超過|至多|最多|不多于|不多於)\\Z")),
    ("LESS_THAN", re.compile("(?:不到|不足|少于|少於|未满|未滿|不满|不滿)\\Z")),
    ("MORE_THAN", re.compile("(?:超过|超過|多于|多於|逾|长达|長達)\\Z")),
    ("APPROX", re.compile("(?:近|将近|將近|约|約|大约|大約|大概|差不多)\\Z")),
)
_BEHIND = (
    ("EQUAL_OR_MORE", re.compile("(?:及|或)?以上")),
    ("EQUAL_OR_LESS", re.compile("[之以]?[内內]")),
    ("APPROX", re.compile("左右|上下")),
)
_FAR = 4
_OVER = re.compile("[多余餘]")
_UNKNOWN = "XXXX-XX-XX"
#: What vague words refer to, the first that fits: 目前, 多年前, 今后.
_REFERENCES = (
    (
        "PRESENT_REF",
        re.compile("目前|当前|當前|眼下|当下|當下|如今|现|現|而今|此刻|当今|當今|时下|時下|今日|这几|這幾|这些|這些"),
    ),
    ("PAST_REF", re.compile("前\\Z")),
    ("FUTURE_REF", re.compile("未来|未來|届时|屆時|不日|过几|過幾|将|將|马上|馬上|稍后|稍後|后|後")),
    ("PAST_REF", re.compile("前|近|昔|往|早|过去|過去|刚|剛|来|來|连日|連日|长期|長期|古|历|歷")),
)
_UNIT = {
    "分": "PT{}M",
    "小": "PT{}H",
    "钟": "PT{}H",
    "天": "P{}D",
    "日": "P{}D",
    "晚": "P{}D",
    "早": "P{}D",
    "夜": "P{}D",
    "工": "P{}D",
    "周": "P{}W",
    "星": "P{}W",
    "礼": "P{}W",
    "月": "P{}M",
    "年": "P{}Y",
    "逢": "P{}Y",
}
_EVERY = re.compile(
    r"(?P<apart>隔)?(?P<n>[0-9]{1,3}|[一二两三四五六七八九十]{1,3}|半)?(?:个|個)?(?P<unit>季|学[年期]|分|小|[钟鐘鍾]|[天日晚早夜工周週星礼禮月年])"
)
_FOLDED = str.maketrans("鐘鍾週禮學", "钟钟周礼学")
_OFTEN = re.compile("(?P<n>[0-9]{1,2}|[一二两兩三四五六七八九十])[次回趟遍场場]")


def point(value: str, timex: Timex | None = None) -> str:
    """One EDTF point in the forms of TIMEX3; ``timex`` tells the part of the day that is meant."""
    bare = value.rstrip("~?%")
    if bare.startswith("-"):  # EDTF has a year 0, and the years before Christ have none
        century = bare.endswith("XX")
        return f"BC{bare[1:].rstrip('X')}" if century else f"BC{int(bare[1:5]) + 1:04d}{bare[5:]}"
    bare = bare.rstrip("X") if re.match(r"\d+X+", bare) else bare
    year, _, code = bare.partition("-")
    if code in _CODES:
        return f"{year}-{_CODES[code]}"
    if timex is None or timex.type != "TIME" or "T" in bare or len(bare) < len("2025-04-26"):
        return f"{bare}{_DAYPARTS[timex.part]}" if timex and timex.part in _DAYPARTS and "T" not in bare else bare
    return bare + (_part_of_day(timex.text) or _DAYPARTS.get(timex.part or "", ""))


def _part_of_day(words: str) -> str:
    return next((code for form, code in _WORDS_OF_DAY if form.search(words)), "")


def _one_part_of_day(words: str) -> str:
    """The part of the day that the words tell, "" where they tell of several: 每天早晚."""
    told = {code for form, code in _WORDS_OF_DAY if form.search(words)}
    return told.pop() if len(told) == 1 else ""


def week(timex: Timex) -> str:
    """2024-W37 for a week from Monday to Sunday that the words name, 2024-W37-WE for its weekend; "" for other stretches."""
    if not re.search("[周週]|星期|礼拜|禮拜|双休|雙休", timex.text) or timex.edtf is None or "T" in timex.edtf:
        return ""
    first, last = edtf.days(edtf.parse(timex.edtf))
    if first is None or last is None or last.weekday() != 6 or last - first not in (timedelta(1), timedelta(6)):
        return ""
    year, number_of_week, weekday = first.isocalendar()
    return f"{year}-W{number_of_week:02d}" + ("-WE" if weekday > 1 else "")


def length(timex: Timex) -> str:
    """How long a stretch lasts, in the unit in which its ends are told; an open one lasts an unknown number of them."""
    assert timex.edtf is not None
    begin, end = timex.edtf.split("/")
    told = begin if begin.strip(".") else end
    unit = "Y" if len(told.strip("~?%")) <= 4 else "M" if len(told.strip("~?%")) <= 7 else "D"
    clock = "T" in begin and "T" in end
    known = edtf.parse(timex.edtf)
    if not begin.strip(".") or not end.strip(".") or known.begin is None or known.until is None:
        return "PTXM" if clock else f"PX{unit}"
    if clock:
        minutes = int((datetime.fromisoformat(end) - datetime.fromisoformat(begin)).total_seconds() // 60)
        return "PT" + (f"{minutes // 60}H" if minutes >= 60 else "") + (f"{minutes % 60}M" if minutes % 60 else "")
    first, until = (date(at.year, at.month, at.day) for at in (known.begin, known.until))
    counted = timex.rule.startswith("windows.") and unit != "D"  # 过去三年 ends within the year it is counted from
    months = 12 * (until.year - first.year) + until.month - first.month
    if unit == "Y" and not months % 12:
        return f"P{months // 12 - counted}Y"
    if unit in "YM":
        return f"P{months - counted}M"
    days = (until - first).days
    return f"P{days // 7}W" if days % 7 == 0 and re.search("[周週]|星期|礼拜|禮拜", timex.text) else f"P{days}D"


def modifier(timex: Timex, text: str) -> str:
    """The ``mod`` of an expression: a part of its value, or how exactly it is meant."""
    if timex.part in _MODS and timex.edtf and "/" not in timex.edtf:
        return _MODS[timex.part]
    if timex.type == "DURATION":
        before, behind = text[max(0, timex.start - _FAR) : timex.start], text[timex.end : timex.end + _FAR]
        if told := next((mod for mod, form in _AHEAD if form.search(before)), ""):
            return told
        if told := next((mod for mod, form in _BEHIND if form.match(behind)), ""):
            return told
        if timex.approximate and _OVER.search(timex.text):
            return "MORE_THAN"
    elif timex.approximate and _OVER.search(timex.text) and timex.text.endswith("前"):
        return "BEFORE"  # 三年多前: longer ago than that
    return "APPROX" if timex.approximate or (timex.edtf or "").endswith("~") else ""


def vague(timex: Timex) -> str:
    """The value of what has no place on the calendar: a clock time without its day, or past, present or future."""
    if timex.type == "TIME":
        told = next((each.edtf for each in tag(timex.text, "2001-01-01T00:00") if each.edtf and "T" in each.edtf), "")
        return f"XXXX-XX-XX{told[10:] if '/' not in told and told else _part_of_day(timex.text)}"
    if timex.rule.startswith("relative.ref_"):
        return _UNKNOWN  # 当天 of a day that is not told
    return next((value for value, form in _REFERENCES if form.search(timex.text)), _UNKNOWN)


def repeated(timex: Timex, text: str) -> list[tuple[Literal["value", "quant", "freq"], str]]:
    """Value, ``quant`` and ``freq`` of what recurs: every how much, or every which, and how often in it."""
    rule = dict(field.split("=", 1) for field in timex.recurrence.split(";") if "=" in field)
    often = _OFTEN.search(timex.text) or _OFTEN.match(text, timex.end)
    found: list[tuple[Literal["value", "quant", "freq"], str]] = [("value", _every(timex.text, rule))]
    if "次" not in timex.text:
        found.append(("quant", "EVERY"))
    return [*found, ("freq", f"{number(often['n'].replace('兩', '两'))}X")] if often else found


def _every(words: str, rule: dict[str, str]) -> str:
    """P2W for 每两周, XXXX-WXX-4T19:00 for 每周四晚7点, XXXX-10-01 for 每年10月1日."""
    clock = f"T{int(rule['BYHOUR']):02d}:{int(rule['BYMINUTE']):02d}" if rule.get("BYHOUR", "").isdigit() else ""
    days, months, weekdays = rule.get("BYMONTHDAY", ""), rule.get("BYMONTH", ""), rule.get("BYDAY", "")
    if "INTERVAL" not in rule and "RSCALE" not in rule:
        if rule.get("FREQ") == "DAILY" and (clock or _one_part_of_day(words)):
            return f"XXXX-XX-XX{clock or _one_part_of_day(words)}"
        if rule.get("FREQ") == "WEEKLY" and weekdays in WEEKDAY_CODES:
            return f"XXXX-WXX-{WEEKDAY_CODES.index(weekdays) + 1}{clock or _one_part_of_day(words)}"
        if rule.get("FREQ") == "WEEKLY" and weekdays == "SA,SU":
            return f"XXXX-WXX-WE{clock}"
        if rule.get("FREQ") == "MONTHLY" and days.isdigit():
            return f"XXXX-XX-{int(days):02d}{clock}"
        if rule.get("FREQ") == "YEARLY" and months.isdigit() and days.isdigit():
            return f"XXXX-{int(months):02d}-{int(days):02d}{clock}"
    found = _EVERY.search(words.translate(_FOLDED))
    if found is None:
        return {"DAILY": "P1D", "WEEKLY": "P1W", "MONTHLY": "P1M"}.get(rule.get("FREQ", ""), "P1Y")
    unit, count = found["unit"], found["n"]
    if count == "半":
        return {"年": "P6M", "月": "P15D", "小": "PT30M"}.get(unit, "PT12H")
    many = (number(count) if count else 1) + (found["apart"] is not None and count in (None, "一", "1"))
    if unit in ("季", "学期"):
        return f"P{(3 if unit == '季' else 6) * many}M"
    return _UNIT[unit[-1]].format(many)
