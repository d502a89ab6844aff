"""Where a statement that tells no place takes place, by what its sentence and those joined to it tell in front of it.

>>> from timeline.events.attach import statements
>>> from timeline.events.sentences import split
>>> from timeline.timex import tag
>>> text = "9月12日书展在云溪文化馆开幕，9月20日闭幕。"
>>> page = Page(text, split(text), tag(text, "2025-09-12"), "2025-09-12", "")
>>> closing = statements(text, page.timexes, page.sentences)[1]
>>> scene_before(page, closing, "9月20日闭幕", [])
'云溪文化馆'
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline import regex as re
from timeline.events.addresses import held_at
from timeline.events.attach import Statement
from timeline.events.barehouses import bare_house, house_holding
from timeline.events.goings import MOVES, gone_to
from timeline.events.landmark import is_part_of
from timeline.events.page import Page
from timeline.events.placenames import PlaceName, is_town, names_in
from timeline.events.placenouns import ONE_IN_TOWN
from timeline.events.places import named_in, told_in
from timeline.events.subjects import head_of

#: Characters of a sentence that are read for what a statement in it leaves out.
CONTEXT = 600
#: What an office makes known takes place nowhere but in its town.
_ISSUED = re.compile(
    "[市县区镇省][\u4e00-\u9fff]{1,10}(?:局|委|办|政府|厅|院)\\s*(?:公布|发布|通报|印发|出台|下发|公告)"
)
#: A court rules in its house, wherever what it rules on was done.
_RULED = re.compile(
    "(?:法院|中院|高院|法庭)[^，。；]{0,8}?(?:判|维持|裁定|审理|宣判|受理|立案|开庭)|[一二终]审[^，。；]{0,6}?(?:判|维持|宣判)"
)
#: What is held on a day of its own is not held where the one told before it is.
_OWN_OCCASION, _PUT_OFF = re.compile("举[办行](?!颁奖|闭幕|开幕)|召开"), re.compile("改[在到至期于为]|推迟|延[期至]")
#: What is told of a street at another time, and by whom, is not told of all that its sentence goes on with.
_STREETS = ("路", "街", "巷", "大道")
#: What is built is not built where it is talked of.
_BUILDS, _TALKED = (
    re.compile("[动开完]工|[落建]成|竣工|投用|启用|封顶"),
    re.compile("[开会]会|讨论|座谈|审议|发布会|调研|考察"),
)
#: A part of the page's own town that a statement begins with, whatever other place its sentence tells.
OWN_PART_OF_TOWN = re.compile(
    "[\\s，、]*(?:其余|其他)?(?:[市县]区周边|[市县]城周边|[东南西北中]部(?:[平山丘高沿]|\\s)|[市县]区|山区|城区|郊区|平原|丘陵|沿[海江湖]|[湖库林牧]区|平川)"
)
#: Why something is done, in front of what is done, where that is not to shut the road itself.
_BECAUSE = re.compile(
    "\\s*，?(?:[另此]外，|同时，|据悉，|据了解，|目前，)?(?:因|由于|为配合|鉴于)[^，。；：]{4,40}，(?=[^，。；]{2})(?![^。；]*(?:封闭|封路|管制|断[交行]|禁[止行]|限行|通行))"
)
#: Works that a statement need not name again, and where such are.
_BARE_WORKS = re.compile(r"[\s，、]*(?:该|整个|这[一项个])?(?:工程|项目)(?![\u4e00-\u9fff]{0,4}[部办组局处])")
_BUILT_AT = ("site", "road", "land")
#: A line that goes its old way again is on no detour.
_OLD_WAY = re.compile("恢复(?:原|正常)(?:线|路|走向|运行|行驶)")
#: Where somebody came from is not where he did what is told next.
_LIES = re.compile("位于|坐落|地处|[立耸]在|矗立|选址|[坝校院馆站厂]址")
_LIVES = ("生于", "出生于", "出生在", "毕业于", "就读于", "任职于")


def cause_end(text: str, start: int, end: int) -> int:
    """Where the clause ends in ``text[start:end]`` that tells why something is done, which is not done there: 因柳巷改造，
    5路车绕行; ``start`` without such a clause."""
    because = _BECAUSE.match(text, start) if text.find("，", start, end) >= 0 else None
    return because.end() if because and because.end() <= end else start


def works_site(page: Page, statement: Statement, part: str) -> str:
    """The house, the road or the water that the works are named after which a statement ``part`` calls 工程 or 该项目; or ""."""
    works = page.works_before(statement.start) if _BARE_WORKS.match(part) else ""
    if "至" in works or works not in page.blanked[: statement.start]:
        return ""  # 云溪至松湾铁路 is told by both its ends
    return next((p.name for p in names_in(works) if p.sort in _BUILT_AT), "")


def scene_before(
    page: Page,
    statement: Statement,
    part: str,
    own: Sequence[PlaceName],
    *,
    asked: bool = False,
    in_house: bool = False,
) -> str:
    """The place that stands in front of a statement whose words ``part`` name none but ``own``; or "".

    ``asked`` says that somebody asks for what it tells, ``in_house`` that the page is set in a house.
    """
    if _ISSUED.search(part) or _RULED.search(part) or _OLD_WAY.search(part):
        return ""
    start = max(statement.sentence.start, statement.start - CONTEXT)
    if gone := "" if any(p.role != "away" for p in own) else gone_to(page, start, statement.start):
        return gone
    before, names = _of_statement(page, statement, start, part, asked=asked)
    if in_house:  # what an office announces of a line or a house is set there
        names = [p for p in names if p.role != "office"]
    if place := ("" if MOVES.search(before) else told_in(before, names)) or named_in(before, names):
        # 该校位于西岭镇，1958年建校: the town says where the page's own house is
        return "" if in_house and _LIES.search(before) and is_town(place, names) else place
    held_in = house_holding(before)
    bare = bare_house(before) or ((held_in,) if held_in else ())
    if bare and (site := page.site_before(bare, start)):
        return site
    if held_in and ONE_IN_TOWN.fullmatch(held_in):
        return held_in
    return _in_row(page, page.row_start(statement.number, start - CONTEXT), start)


def _of_statement(
    page: Page, statement: Statement, start: int, part: str, *, asked: bool
) -> tuple[str, list[PlaceName]]:
    """The words of a sentence from ``start`` to a statement, and the places in them, that may say where it takes place."""
    begin = cause_end(page.blanked, start, statement.start)
    before = " " * (begin - start) + page.blanked[begin : statement.start]
    told = [p for p in page.places_in(start, statement.start) if p.start >= begin - start]
    names = [p for p in told if p.role != "to" and not before.endswith(_LIVES, 0, p.start)]
    times = page.times_in(start, statement.start)
    if times and _OWN_OCCASION.search(part) and not (_PUT_OFF.search(part) or "在此" in part):
        before, names = "", [p for p in names if p.sort in ("town", "city")]
    talked = _TALKED.search(before) if _BUILDS.search(part) else None
    if times and statement.timex.granularity == "year":
        # what is done in another year is done where the sentence is set, not where that was
        before = before[: times[0].start - start]
        names = [p for p in names if p.end <= len(before) or (p is names[-1] and is_part_of(p.name, part))]
    if asked or talked:
        before, names = "", [p for p in names if talked and p.start >= talked.end()]
    if times and any(p.sort == "road" for p in names) and head_of(part):
        names = [p for p in names if p.role == "at" or not p.name.endswith(_STREETS)]
    return before, names


def _in_row(page: Page, first: int, start: int) -> str:
    """Where the row of sentences between ``first`` and ``start`` says that all is held, else in whose town it is told; or ""."""
    if held := held_at(page.blanked[first:start], page.places_in(first, start)):
        return held
    # what stands in front of a semicolon takes place elsewhere; in whose town is the same
    opening = next((t.start - first for t in page.each_time_in(first, start)), start - first)
    towns = [
        p
        for p in page.places_in(first, start)
        if p.role in ("", "office") and p.sort in ("town", "city") and (p.start < opening or p.sort == "town")
    ]
    return named_in(page.blanked[first:start], towns)
