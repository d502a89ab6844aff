"""Where a statement takes place that goes elsewhere: one of several days' places, a place instead, where a clause moves to.

>>> from timeline.events.attach import statements
>>> from timeline.events.sentences import split
>>> from timeline.timex import tag
>>> text = "车站将迁往云溪大厦，2025年7月实施。"
>>> page = Page(text, split(text), tag(text), None, "")
>>> gone_to(page, 0, statements(text, page.timexes, page.sentences)[0].start)
'云溪大厦'
"""

from __future__ import annotations

from timeline import regex as re
from timeline.events.apportioned import place_of_day
from timeline.events.attach import Statement
from timeline.events.grounds import moved_behind
from timeline.events.page import Page
from timeline.events.places import is_place, told_in
from timeline.events.venues import with_inside

MOVES = re.compile("[迁搬][至到往入回进]")
_NEAR = 8
#: From where to where somebody sets out: 从南京赶往合肥，11日与企业会谈.
_SET_OUT = ("赶往", "前往", "转往", "奔赴", "转赴", "飞赴", "飞抵", "赶赴", "来到", "抵达", "到达")


_PASSES = re.compile("[途停]经(?P<site>[^，。；的]{3,10})的")
_EACH = ("分别", "依次", "先后")
#: A sentence that only tells where something was.
_HELD_THERE = re.compile(
    r"\s*(?:本[场次届]|此次|这[场次]|该|当[天日晚]的?)?(?:比赛|赛事|决赛|活动|会议|仪式|论坛|演出|展览|讲座|大会|庆典|庙会)(?:将|仍|继续)?在"
)
#: A sentence that only tells who is cut off: 停水范围：光明路以东、惠民小区.
_CUT_OFF = re.compile(
    r"\s*(?:停[水电气]|断水|降压|封闭|管制|影响)(?:范围|区域|地段|路段)(?:为|是|[:：])([^，。；\s]{3,40})"
)


def apportioned(page: Page, statement: Statement) -> str:
    """The place of a statement's own day, where its sentence shares out several: 16日、17日分别在东岭区和柏埠区; or ""."""
    start, end = statement.sentence.start, statement.sentence.end
    if not any(page.text.find(word, start, end) >= 0 for word in _EACH):
        return ""
    said = page.text[start:end]
    times = [t for t in page.times_in(start, end) if t.edtf]
    number = next((k for k, t in enumerate(times) if t.start == statement.timex.start), -1)
    return place_of_day(said, [(t.start - start, t.end - start) for t in times], number) if number >= 0 else ""


def held_instead(page: Page, statement: Statement, later: int) -> str:
    """Where the clause behind a statement, up to the time ``later``, says that it is held instead of where it was to be; or ""."""
    behind = page.blanked[statement.end : later]
    moved = moved_behind(behind, page.places_in(statement.end, later)) if behind else None
    return with_inside(behind, moved) if moved else ""


def gone_to(page: Page, start: int, end: int) -> str:
    """The house to which the words in front say last that something moves: 车站迁往新桥，7月实施; or ""."""
    gone = next(reversed(page.places_in(start, end)), None)  # what is told behind another place is told of that
    if gone is None or page.times_in(start + gone.end, end):
        return ""
    before = page.blanked[start:end]
    if before[gone.end :].strip() == "，" and before.endswith(_SET_OUT, 0, gone.start):
        return gone.name
    moves = MOVES.search(before, max(0, gone.start - _NEAR), gone.start)
    return with_inside(before, gone) if moves and gone.role == "to" and gone.sort in ("site", "land") else ""


def passed(page: Page, statement: Statement) -> str:
    """What the lines that a statement tells of pass: 途经火车站的公交线路延时; or ""."""
    through = _PASSES.search(page.text, statement.start, statement.end)
    return through["site"] if through and is_place(through["site"]) else ""


def told_behind(page: Page, statement: Statement) -> str:
    """Where the next sentence says that what a statement tells of took place: …战平。比赛在市体育中心进行; or ""."""
    number = statement.number + 1
    if number >= len(page.sentences) or page.sentences[number].paragraph != statement.sentence.paragraph:
        return ""
    start, end = page.sentences[number].start, page.sentences[number].end
    if cut_off := _CUT_OFF.match(page.text, start, end):
        return cut_off[1]
    if not _HELD_THERE.match(page.text, start, end) or page.times_in(start, end):
        return ""
    return told_in(page.blanked[start:end], page.places_in(start, end))
