"""The places that a text names, with how each is spoken of: as where something is, goes to, or comes from.

>>> [(place.name, place.role) for place in names_in("昨天，书展在云溪县文化馆开幕，图书发往松湾市。")]
[('云溪县文化馆', 'at'), ('松湾市', 'away')]
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace

from timeline import regex as re
from timeline.events.gazetteer import CITY, COUNTRY, PROVINCE
from timeline.events.namesakes import has_kin, is_person
from timeline.events.placeheads import PlaceName, named
from timeline.events.placenouns import NOUN
from timeline.events.placeroles import role_of
from timeline.events.terrain import terrain_in

__all__ = ["PlaceName", "is_town", "names_in"]

_COUNTS = re.compile("[一二两三四五六七八九十几每0-9]台")
_HAN = "\u4e00-\u9fff"
#: “宁波楼” and “厦门号” are things.
_IN_QUOTED_NAME = re.compile(f"“[{_HAN}]{{3,6}}”")
#: What a country's name stands in front of where something is there.
_ABROAD = re.compile(r"工厂|分公司|子公司|基地|项目|分站|站|展区|生产|分校|办事处|研发中心|仓")


def names_in(text: str) -> list[PlaceName]:
    """The places that ``text`` names, in order; of names one inside the other the longest."""
    found: list[PlaceName] = []
    for head in NOUN.finditer(text):
        if (place := named(text, head)) and not (found and place.end <= found[-1].end):
            while found and found[-1].start >= place.start:
                found.pop()
            if found and place.start < found[-1].end and place.end > found[-1].end:
                place = _joined(text, found.pop(), place)
            found.append(place)
    found += _of_gazetteers(text, found)
    found = [place for place in found if place.sort != "land" or not has_kin(text, place.name)]
    found += _bare(text, found)
    _add_terrain(text, found)
    found.sort(key=lambda place: place.start)
    return [_of_the_whole(text, found, number) for number in range(len(found))]


def _of_gazetteers(text: str, found: list[PlaceName]) -> list[PlaceName]:
    """The countries, cities and provinces that a text names outside of the places found."""
    starts = [place.start for place in found]
    starts_of = {match.end(): match.start() for match in PROVINCE.finditer(text)}
    told = []
    for sort, pattern in (("country", COUNTRY), ("city", CITY), ("province", PROVINCE)):
        for match in pattern.finditer(text):
            start, end = match.span()
            before = bisect_right(starts, start) - 1
            if before >= 0 and start < found[before].end:
                continue
            if _COUNTS.match(text, max(0, start - 1)):
                continue  # 一台南音雅集
            if sort == "city" and (is_person(text, start, end) or _IN_QUOTED_NAME.match(text, start - 1)):
                continue
            behind = sort == "city" and starts_of.get(start)
            role = role_of(text, behind or start, end, sort)
            if sort != "country" or role in ("at", "to") or _ABROAD.match(text, end):
                told.append(PlaceName(start, end, match[0], sort, role))
    return told


def _add_terrain(text: str, found: list[PlaceName]) -> None:
    """Adds the gullies and ledges that a text names, each with the water that it is told behind: 牛栏江红石岩."""
    for start, end in terrain_in(text, [(place.start, place.end) for place in found]):
        water = next((place for place in found if place.end == start and place.sort == "land"), None)
        if water:
            found.remove(water)
            start = water.start
        found.append(PlaceName(start, end, text[start:end], "land", role_of(text, start, end, "land")))


def _bare(text: str, found: list[PlaceName]) -> list[PlaceName]:
    """Where something is in a town that the text names in full elsewhere, by the name without its ending: 在和屯动工."""
    stems = {p.name[:-1] for p in found if p.sort == "town" and p.name[-1] in "市县区州" and 3 <= len(p.name) <= 4}
    starts = sorted((p.start, p.end) for p in found) if stems else []
    bare = []
    for stem in stems:
        at = text.find(stem)
        while at >= 0:
            end = at + len(stem)
            number = bisect_right(starts, (at, end)) - 1
            if (
                text[end : end + 1] not in tuple("市县区州")
                and (number < 0 or starts[number][1] <= at)
                and text[at - 1 : at] in tuple("在于到赴抵达入回")
            ):
                role = role_of(text, at, end, "town")
                if role in ("at", "to"):
                    bare.append(PlaceName(at, end, stem, "town", role))
            at = text.find(stem, end)
    return bare


def is_town(named: str, names: Iterable[PlaceName]) -> bool:
    """Whether a place is a town, and no house or road in it: as it is named, else by the shape of its name."""
    sort = next((place.sort for place in names if place.name == named), "")
    return sort in _TOWNS if sort else len(named) <= _LONGEST_STEM or named[-1] in "市县区镇乡村"


_TOWNS = frozenset(("town", "city", "province", "country"))
_LONGEST_STEM = 3


def _of_the_whole(text: str, found: list[PlaceName], number: int) -> PlaceName:
    """A place with the role of the whole that it is told to be in, and that whole without: 聚到老街的戏院."""
    place, scenes = found[number], ("at", "to")
    whole = found[number - 1] if number else None
    if whole is not None and not place.role and whole.role in scenes and _SIDE.fullmatch(text, whole.end, place.start):
        return replace(place, role=whole.role)
    if whole is not None and place.sort == "site" and text[whole.end : place.start] == "的" and _holds(whole):
        return replace(place, name=whole.name + place.name)  # 湿地公园的步道, 柳湾村的粮库
    part = found[number + 1] if number + 1 < len(found) else None
    if part is not None and place.sort == "site" and not place.role and _LIES.fullmatch(text, place.end, part.start):
        return replace(place, role="at")
    if part is not None and place.role in scenes and not part.role and _SIDE.fullmatch(text, place.end, part.start):
        return replace(place, role="")
    if part is not None and not place.role and not part.role and _SIDE.fullmatch(text, place.end, part.start):
        return replace(place, role="away")  # 古塔东侧的小剧场
    return place


def _holds(whole: PlaceName) -> bool:
    """Whether what is told to be of a place is called after it: a house of a house, of a village, of a quarter."""
    return whole.sort == "site" or (whole.role != "away" and whole.sort in ("town", "land"))


#: 家属院位于柳湾街道: what is told is told of the house.
_LIES = re.compile("[，,]?(?:位于|坐落[在于]|地处|位處|位於)")
_SIDE = re.compile(
    r"(?:[东南西北内外]?[侧边面]|最?[东南西北][端部]|旁边?|附近|周边|对面|隔壁|门前|境内|腹地|深处|脚下|内|里|边)?的"
)


def _joined(text: str, one: PlaceName, other: PlaceName) -> PlaceName:
    """Two names that run into each other as the one they make."""
    return PlaceName(one.start, other.end, text[one.start : other.end], other.sort, one.role or other.role)
