"""Where each statement of a page takes place: as it says, else as its sentence does, else where the page is set.

>>> from timeline.events.attach import statements
>>> from timeline.events.sentences import split
>>> from timeline.timex import tag
>>> text = "云溪县今年修路。9月20日，书展在文化馆开幕。"
>>> page = Page(text, split(text), tag(text, "2025-09-12"), "2025-09-12", "")
>>> [PlaceReader(page).read(one) for one in statements(text, page.timexes, page.sentences)]
['云溪县', '云溪文化馆']
"""

from __future__ import annotations

from timeline import regex as re
from timeline.events import rows
from timeline.events.addresses import address_in, affected_in
from timeline.events.attach import Statement
from timeline.events.barehouses import bare_house, bare_room, bare_scene, house_holding
from timeline.events.baretowns import begins_with_town
from timeline.events.goings import apportioned, held_instead, passed, told_behind
from timeline.events.grounds import ground_of, grounds_in
from timeline.events.home import town_told
from timeline.events.institution import OWN_PART, by_whole_name, is_institution
from timeline.events.page import Page
from timeline.events.placenames import PlaceName, is_town
from timeline.events.placenouns import ONE_IN_TOWN
from timeline.events.places import (
    BEFELL,
    TELLS,
    WHOLE_TOWN,
    WORKS,
    at_home,
    named_in,
    told_in,
)
from timeline.events.recalled import years_back
from timeline.events.routes import is_built_line
from timeline.events.scenesbefore import CONTEXT, OWN_PART_OF_TOWN, cause_end, scene_before, works_site
from timeline.events.subjects import POINTING
from timeline.events.venues import FAIR, HALL, ROOM, listed_in, town_of_feast, venue_in, whole_clauses
from timeline.events.venuesgoingon import Venues
from timeline.events.words import POSTPONED

#: What the county does is done in no house that its page is about.
_BY_TOWN = re.compile("(?<![\u4e00-\u9fff])[市县区镇乡](?:里(?!程)|委(?!会)|政府)")
_ROADS = ("路", "街", "巷", "大道", "高速", "公路", "国道", "省道", "线", "桥", "隧道", "段", "高架", "立交")
_SAME_ROAD = re.compile("(?:上述|前述|以上|该|此)(?:路段|道路|路线|区间|段道?路)")
#: A statement that ends with when it is, and goes on: 8日，长跑期间，环湖路封闭.
_ADJUNCT = re.compile("(?:期间|时段内?|之际)[，,]?\\s*\\Z")
#: A clause behind that tells where: 书展9月20日开幕，在文化馆展出10天; 观光船5月1日首航，从渔人码头发船.
_GOES_ON = re.compile(
    "(?:将|均|都|主要|活动|演出|比赛)?[在从自于][^，。；]*?(?:举[办行]|展出|进行|[上展公]演|演出|比赛|放映|发[车船]|出发|集合|登[船车]|开赛)"
)
_PAUSE, _SPOTS = re.compile("[，；。：]"), ("site", "road")
#: What a row of a list begins with.
_ROW_MARK = re.compile("[\n●■◆•★▲◎]")
#: 全线贯通, on a page that is of one tunnel: what is told of the whole line.
_WHOLE_LINE, _LINES = re.compile("(?<![0-9安])全线(?!上)"), ("铁路", "高铁", "高速", "高速公路", "公路")
_OF_LINE = ("隧道", "桥", "站", "枢纽", "互通")
#: 馆区西侧停车场: a part of a house told before.
_WITHIN = re.compile("[馆院校园寺][区内前门后](?!街)")
#: 出资在此修煤栈: where the page is set.
_HERE = re.compile("在(?:此|这里)(?![前后间次基期之时])")
#: What the city's trains do is done in no house of it.
_CITY_LINE = re.compile("[\\s，、]*(?:地铁|轨道交通|[0-9一二三四五六七八九十]{1,3}号线)")
#: Where anybody may meet: nobody's own house.
_OPEN, _LAND = ("公园", "广场", "小区", "花园", "步行街"), ("河", "江", "湖", "山")
_RIVER = 3  # characters of a river's or a line's name at least; a town may be called 濂江
_ASKS = re.compile("要求[^，。；]{0,6}\\s*\\Z")

#: The town of a house that a page is set in: 云溪 of 云溪县文化馆.
_OF_HOUSE = re.compile("([\u4e00-\u9fff]{2,4}?)[市县区镇][\u4e00-\u9fff]{2,}")
_LEVELS, _NO_LEVEL = "市县区镇乡村", re.compile("市[场民]|[区县]域|乡村|村民")


class PlaceReader:
    """Reads the places of the statements of one page; ``helping`` says that it tells how one town helps another."""

    def __init__(self, page: Page, *, helping: bool = False) -> None:
        self.page = page
        self.helping = helping
        of_house = _OF_HOUSE.match(page.home)
        self._grounds = grounds_in(page.blanked, page.places_in(0, len(page.text)))
        #: The road told last, which 上述路段 points back at, and where the last fair is held, whose hall 3号馆 is.
        self._road, self._fairground = "", ""
        self._in_house = bool(page.home) and (page.home[-1] == "线" or not is_town(page.home, page.cast.places))
        self._venues = Venues(page, in_house=self._in_house)
        #: The town that the page is set in, with its unit and without, where it is set in a house there; else ""
        self._town, self._stem = (page.home[: of_house.end(1) + 1], of_house[1]) if of_house else ("", "")

    def read(self, statement: Statement, venue: str = "") -> str | None:
        """Where it happens: as the statement says, else its sentence, else the article; 该馆 by its name. ``venue`` is the place
        that it names as a row of a programme."""
        hall = HALL.search(self.page.text, statement.start, statement.end)
        place = self._fairground + hall[0] if hall and self._fairground else self._read(statement, venue)
        if place and not hall and FAIR.search(self.page.text, statement.start, statement.end):
            self._fairground = place
        return place

    def _read(self, statement: Statement, venue: str) -> str | None:
        page = self.page
        labelled = rows.row_place(page, statement) if statement.label else ""
        row = labelled or venue
        scene = "" if labelled else self._elsewhere(statement) or self._scene(statement)
        # the row's own words, unless the scene tells of what house the room is
        told = scene if row in scene and scene else row or passed(self.page, statement)
        told = told or self._at_feast(statement)
        held = self._ground(statement, told)
        place = held or self._venues.before(statement) or self._at_home(statement) or self._made(statement) or None
        self._venues.keep(statement, held, by_way=held.endswith((*_ROADS, *_LAND)))
        if place and place.endswith(_ROADS):
            self._road = place
        elif self._road and _SAME_ROAD.search(page.text, statement.start, statement.end):
            return self._road
        if place and place[0] in "该本此" and (pointing := POINTING.match(place)):
            name = page.name_of(pointing[0], statement.start)
            return page.home or None if name == pointing[0] else name + place[pointing.end() :]
        if place and is_institution(page.home) and (ROOM.match(place) or self._is_part(place)):
            return page.home + place.removeprefix("学校").removeprefix("医院")
        if place and (ROOM.match(place) or _WITHIN.match(place)) and not is_institution(page.home):
            place = self._house_before(statement) + place
        if place and (bare := bare_room(place)) and (site := page.site_before(bare, statement.end)):
            return site + place.removeprefix(bare)
        if place and place[0] == "第" and is_town(page.home, page.cast.places):
            return page.home + place
        if place and place[0] in _LEVELS and not _NO_LEVEL.match(place):
            town = self._stem or page.home
            if town and (page.says(town + place[0]) or town + place[0] in page.headline):
                return town + place
        return self._in_its_town(place, statement) if place else place

    def _at_feast(self, statement: Statement) -> str:
        """The town or village that the feast is named after that a statement tells of, or puts off; or ""."""
        part = self.page.text[statement.start : statement.end]
        if POSTPONED.search(part):
            part = self.page.text[statement.sentence.start : statement.end]
        return town_of_feast(part, self.page.text)

    def _whole_name(self, place: str) -> str:
        """A place by its whole name where it is the page's own house or a part of it."""
        return by_whole_name(place, self.page.home) if self._in_house else place

    def _at_home(self, statement: Statement) -> str:
        """Where the page is set; the town of a square or an estate for what the town does, and for what was years ago."""
        home = self.page.home
        whole = WHOLE_TOWN.search(self.page.blanked, statement.start, statement.end)
        county = f"{home}县" in self.page.text and f"{home}市" not in self.page.text
        if whole and county and self.page.printed_in and self.page.text.startswith("全市", whole.start()):
            return self.page.printed_in
        if whole and self._in_house and not home.endswith((*_LAND, "湾")):
            return self._whole_town()
        if not home.endswith((*_OPEN, *_LAND)) or (
            home.endswith(_LAND) and (len(home) < _RIVER or is_town(home, self.page.cast.places))
        ):
            return home
        of_town = whole or years_back(statement, self.page.last_day) > 1
        return self._whole_town() if of_town else home

    def _in_its_town(self, place: str, statement: Statement) -> str:
        """A house that a town has one of with the page's town, where nothing speaks of another: 会展中心 is 云溪会展中心."""
        home, page = self.page.home, self.page
        if not home or not ONE_IN_TOWN.match(place) or not is_town(home, page.cast.places):
            return place
        said = page.places_in(statement.sentence.start, statement.end)
        others = any(p.sort in ("town", "city", "province", "country") and home not in p.name for p in said)
        return place if others else home + place

    def _ground(self, statement: Statement, told: str) -> str:
        """The place told, or the one that the page calls so: 主会场; what begins with such a word takes place there."""
        if ground := next((one for one in self._grounds if told.startswith(one)), ""):
            return self._grounds[ground] + told.removeprefix(ground)
        if not self._grounds or told:
            return told
        return ground_of(self.page.blanked[statement.start : statement.end], self._grounds)

    def _elsewhere(self, statement: Statement) -> str:
        """The house that a statement points back at, its own of several, or that to which it was moved; or ""."""
        return (
            self._pointed(statement)
            or apportioned(self.page, statement)
            or held_instead(self.page, statement, self._next_time(statement))
        )

    def _house_before(self, statement: Statement) -> str:
        """The house that a statement begins with by its bare word, else the school, hospital or museum named last in front
        of it, to which a room belongs that it tells; or ""."""
        bare = bare_house(self.page.blanked[statement.start : statement.end])
        if bare and (site := self.page.site_before(bare, statement.start)):
            return site
        named = self.page.places_in(max(0, statement.start - CONTEXT), statement.start)
        house = next((p.name for p in reversed(named) if p.role in ("", "at") and is_institution(p.name)), "")
        return house or (self.page.owner if is_institution(self.page.owner) else "")

    def _whole_town(self) -> str:
        """The town of the house that the page is set in; "" where it is set in none."""
        if self._in_house and not self._town:
            self._town = town_told(self.page.text, self.page.cast.places) or begins_with_town(self.page.home)
        return self._town

    def _is_part(self, place: str) -> bool:
        """Whether a place is told as one of the page's own school or hospital; a notice's 地点：学校体育馆 stays as it is."""
        return bool(OWN_PART.match(place)) and f"：{place}" not in self.page.text

    def _made(self, statement: Statement) -> str:
        """The house that a statement tells is built or rebuilt, where its page names no town; or ""."""
        named = self.page.places_in(statement.start, statement.end)
        return next((place.name for place in named if place.role == "made" and place.sort == "site"), "")

    def _pointed(self, statement: Statement) -> str:
        """The house or road that a statement begins with a bare word for, where it tells no place: 新市场, 该桥; or ""."""
        page = self.page
        part = page.blanked[statement.start : statement.end]
        if _WHOLE_LINE.search(part) and page.home.endswith(_OF_LINE) and page.home not in part:
            return next((line for noun in _LINES if (line := page.site_before(noun, statement.end))), "")
        bare = bare_house(part)
        if not bare or told_in(part, page.places_in(statement.start, statement.end)):
            return ""
        site = page.site_before(bare, statement.start)
        return site or (page.site_before("园", statement.start) if bare == ("园区",) else "")

    def _scene(self, statement: Statement) -> str:
        """The place that a statement's own words tell, else an address behind it, else its sentence; "" where none does."""
        page, sentence = self.page, statement.sentence
        part, names, asked = self._own_words(statement)
        if self._in_house and _HERE.search(part):
            return page.home
        if told := told_in(part, names):
            return "" if self._is_of_town_through(told, part) else self._whole_name(told)
        later = self._next_time(statement)
        behind = page.blanked[statement.end : later]
        if address := address_in(behind) or (address_in(part) if "址" in part else ""):
            return address
        if ("范围" in part or "区域" in part) and (hit := affected_in(page.blanked[statement.start : later])):
            return hit
        around = page.places_in(statement.end, later)
        row = listed_in(behind, around) if part.rstrip().endswith("：") else ""
        said = page.text[statement.end : later]  # a time without a day that is blanked out is no pause
        if venue := row or venue_in(whole_clauses(said) if later < sentence.end else said, around):
            return venue
        if _GOES_ON.match(behind) and not any(p.sort in _SPOTS and p.role != "away" for p in names):
            clause = _PAUSE.split(behind, maxsplit=1)[0]
            if told := told_in(clause, page.places_in(statement.end, statement.end + len(clause))):
                return told
        named = named_in(part, names)
        if named and self._is_of_town_through(named, part):
            return ""
        if self._is_of_home(statement, part, named, names):
            return page.home
        if named:
            helped = self.helping and page.home and is_town(named, names)
            return page.home if helped else self._whole_name(at_home(part, names, page.home, named))
        if (TELLS.search(part) or _ADJUNCT.search(part) or BEFELL.search(part)) and (told := told_in(behind, around)):
            return told
        if venue := told_behind(self.page, statement):
            return venue
        if self._is_of_town(statement, part):
            return self._whole_town()
        if OWN_PART_OF_TOWN.match(part):
            return ""  # 平桥县先开镰，市区周边6月收割
        if bare := bare_scene(part) or house_holding(part):
            site = page.site_before(bare, statement.start)
            if site or ONE_IN_TOWN.fullmatch(bare):
                return site or bare
        if WORKS.search(part) and (built := page.building_site(statement.start) or works_site(page, statement, part)):
            return built
        return scene_before(page, statement, part, names, asked=asked, in_house=self._in_house)

    def _is_of_town_through(self, named: str, part: str) -> bool:
        """Whether a place is a motorway or a railway that is built, which the page of a town tells of the town."""
        return bool(self.page.home) and not self._in_house and is_built_line(named, part)

    def _is_of_home(self, statement: Statement, part: str, named: str, names: list[PlaceName]) -> bool:
        """Whether a statement names the house or the line that the page is set in, beside no place or the town of who tells
        it: 云溪县府宣布，柳尾线下月载客."""
        if self.page.home not in part:
            return False
        if named:
            apart = named not in self.page.home and self.page.home not in named
            return self._in_house and apart and is_town(named, names)
        return (self._in_house or self.page.home.endswith(_LAND)) and not self._at_feast(statement)

    def _is_of_town(self, statement: Statement, part: str) -> bool:
        """Whether a statement tells what is done in the whole town, or by it and in no house of it."""
        if WHOLE_TOWN.search(part) or (self._in_house and _CITY_LINE.match(part)):
            return True
        start = statement.sentence.start
        announced = self.page.blanked.rfind("：", start, statement.start)
        by_town = _BY_TOWN.search(part) or (announced > 0 and _BY_TOWN.search(self.page.blanked, start, announced))
        return self._in_house and bool(by_town)

    def _own_words(self, statement: Statement) -> tuple[str, list[PlaceName], bool]:
        """The words of a statement that may say where it takes place, the places in them, and whether somebody asks for it."""
        page = self.page
        part, at = page.blanked[statement.start : statement.end], statement.timex.start - statement.start
        first, last = 0, len(part)
        if _ROW_MARK.search(part):  # rows without stops, each of its own place
            marks = [mark.start() for mark in _ROW_MARK.finditer(part)]
            first = max((mark + 1 for mark in marks if mark < at), default=0)
            last = min((mark for mark in marks if mark >= at), default=last)
        asked = _ASKS.search(part, first, at) if "求" in part else None
        first = max(first, cause_end(page.blanked, statement.start, statement.end) - statement.start)
        if asked:  # where somebody says what is to be done is not where it is
            first = asked.end()
        named = page.places_in(statement.start + first, statement.start + last)
        return part[first:last], named, asked is not None

    def _next_time(self, statement: Statement) -> int:
        """Where the next time of the sentence stands, beside that to which what is told is put off; else its end."""
        page, end = self.page, min(statement.sentence.end, statement.end + CONTEXT)
        times = [t.start for t in page.times_in(statement.end, end) if t.edtf]
        if times and page.text[statement.end : times[0]].strip() in ("至", "到", "为"):
            times = times[1:]
        return times[0] if times else end
