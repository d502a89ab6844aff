"""Lines that a programme or a chronicle is made of: a day's or year's heading, and the entries below it.

>>> [is_timed(line) for line in ("9:00 开幕式", "下午 签约仪式", "《大山》 14:00 16:30", "下午茶开张")]
[True, True, True, False]
>>> [is_year(line) for line in ("■2012年", "【二〇一二年】", "二、2012年", "2012年（龙年）", "2012年码头启用")]
[True, True, True, True, False]
"""

from __future__ import annotations

from timeline import regex as re
from timeline.layout.lines import Unit
from timeline.layout.marks import CLOCKED, DATED, LABEL, MARKDOWN, SIGNS, SIGNS_BEHIND, YEAR_HEAD, is_furniture

#: Titles of works and items, with their times behind them.
_TIMES_BEHIND = re.compile(r"[\s：:]\d{1,2}[:：][0-5]\d(?:\s*[-—–~～至到]+\s*\d{1,2}[:：][0-5]\d)?\Z")
#: An entry under its own day: 4月26日（周六）19:30 音乐会, 三月五日 码头启用, 2012/03/05 码头启用.
_UNDER_DAY = re.compile(
    r"[\s●◆■★·•*\-]{0,4}(?:(?:(?:\d{4}|[一二][〇○零一二三四五六七八九]{3})\s?年\s?)?[\d一二三四五六七八九十]{1,3}\s?月\s?(?:[\d一二三四五六七八九十]{1,3}\s?[日号]|[上中下]旬)"
    r"|(?:1[89]|20)\d\d[./-]\d{1,2}(?:[./-]\d{1,2})?)(?:\s?[（(][^（()）]{1,8}[）)])?\s?(?:[上下]午|晚上?)?(?:\d{1,2}[:：]\d\d(?:\s?[-—–~～至]{1,2}\s?\d{1,2}[:：]\d\d)?)?[\s：:，,]"
)
#: A year without 年 heads a chronicle only where an entry stands below it.
_BARE_YEAR = re.compile(rf"{SIGNS}(?:1[5-9]|20)\d\d{SIGNS_BEHIND}\Z")
_MONTH = re.compile(r"\s*[\d一二三四五六七八九十]{1,3}\s?月")
#: A day's heading and nothing else: 4月26日（周六）, 第一天.
_DAY = re.compile(
    r"(?:(?:\d{4}\s?年\s?)?[\d一二三四五六七八九十]{1,3}\s?月)?\s?[\d一二三四五六七八九十]{1,3}\s?[日号][^，。；！？]{0,8}[：:]?\Z"
    r"|(?:星期|周|礼拜)[一二三四五六日天][：:]?\Z|第[一二三四五六七八九十\d]{1,2}[天日](?:\s*[（(：:].{0,14})?\Z"
)
#: An item stands so many units from its neighbour at most: its place and its host stand between.
_REACH = 2


def is_timed(line: str) -> bool:
    """Whether a line sets an item beside a clock time, a part of the day or a day, as a programme or chronicle does."""
    # a day with its clock time or its source behind it is when the page was published
    dated = _UNDER_DAY.match(line) is not None and not is_furniture(line)
    return dated or CLOCKED.match(line) is not None or _TIMES_BEHIND.search(line) is not None


def is_year(line: str) -> bool:
    """Whether a line is a year, or a year's month, with no more than signs and a gloss round it."""
    return YEAR_HEAD.match(line) is not None


def entries(units: list[Unit]) -> None:
    """What looks like a heading and is a line of a programme or chronicle tells: it belongs to the text above it."""
    timed = [is_timed(unit.text) for unit in units]
    for place, unit in enumerate(units):
        if unit.kind != "heading" or MARKDOWN.match(unit.text):
            continue
        before, after = units[max(0, place - _REACH) : place], units[place + 1 : place + 1 + _REACH]
        if timed[place]:
            beside = any(timed[max(0, place - _REACH) : place]) or any(timed[place + 1 : place + 1 + _REACH])
            told = beside or any(_dated(other) for other in before)
        elif _DAY.match(unit.text):
            told = any(timed[place + 1 : place + 1 + _REACH]) or _entry(unit, before)
        elif _BARE_YEAR.match(unit.text):
            told = any(_MONTH.match(other.text) for other in after[:1])
        else:
            told = is_year(unit.text) or _entry(unit, before)
        if told:
            unit.kind = "body"


def _dated(unit: Unit) -> bool:
    """Whether a line names the day of the items below it: 4月26日：, 时间：4月26日."""
    if LABEL.match(unit.text):
        return unit.text.endswith(("日", "号")) or "日（" in unit.text
    if is_year(unit.text):
        return True
    return DATED.match(unit.text) is not None or _DAY.match(unit.text) is not None


def _entry(unit: Unit, before: list[Unit]) -> bool:
    """Whether a line stands right below a day's heading in the same block."""
    return bool(before) and unit.gap == 0 and before[-1].kind == "body" and _DAY.match(before[-1].text) is not None
