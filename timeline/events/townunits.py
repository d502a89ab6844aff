"""The towns in a place's name, by their units: the county and the town of 云溪县松湾镇, the two counties of 石篁、桐岭两县.

>>> from timeline.events.placenames import names_in
>>> [units_of(place) for place in names_in("松湾镇启用新桥。石篁、桐岭两县北部有雪。")]
[[('松湾', 3, '镇')], [('石篁', 2, '县'), ('桐岭', 2, '县')]]
"""

from __future__ import annotations

from timeline import regex as re
from timeline.events.baretowns import NO_TOWN
from timeline.events.gazetteer import CITY, PROVINCE
from timeline.events.placenames import PlaceName
from timeline.events.placenouns import HAMLET, SORT
from timeline.events.placewords import is_name

_HAN = "\u4e00-\u9fff"
#: The units that a place's name is a chain of, from coarse to fine.
_UNIT = re.compile(
    rf"([{_HAN}]{{2,6}}?)(?:[{_HAN}]{{1,4}}?族)*(自治区|自治州|自治县|经济技术开发区|经济开发区|高新区|经开区|开发区|新区|省|自治旗|旗|州(?=[{_HAN}]{{2,3}}[县市])|(?:(?<!城)|(?<=^[{_HAN}]城))市(?!场)|县|(?:(?<![校院厂园社片景库灾城郊矿林库站港湾])|(?<=^[{_HAN}]城))区|镇|乡|街道|村|社区(?!中心|会堂))"
)
#: How fine a unit is: a province less than nothing, a city told by its short name 0.
FINENESS = {
    "省": -1,
    "自治区": -1,
    "市": 1,
    "州": 1,
    "自治州": 1,
    "县": 2,
    "自治县": 2,
    "旗": 2,
    "自治旗": 2,
    "区": 2,
    "镇": 3,
    "乡": 3,
    "街道": 3,
    "村": 4,
    "社区": 4,
}
_ZONES = ("开发区", "高新区", "经开区", "新区")
#: Districts called after a side or a water, as which other words are: 滨河新区 is known by its whole name.
_SIDES = "滨江 滨海 滨河 滨湖 城东 城西 城南 城北 东湖 西湖 南湖 北湖 城关 城厢"
_BY_SIDE = frozenset(_SIDES.split())
#: What makes another town's name of a city's: 松湾岭市, 松湾镇.
_LONGER = re.compile(rf"[{_HAN}]市|(?:镇|乡|村|街道)\Z")
#: Several towns of one unit: 石篁、桐岭两县.
_SEVERAL_OF, _LISTED = re.compile("([^、和与及].*[、和与及].+)[两三四二]个?([镇乡县区村])"), re.compile("[、和与及]")


def units_of(place: PlaceName) -> list[tuple[str, int, str]]:
    """The towns in a place's name without their endings, with how fine they are (a city by its short name: 0) and of
    which unit."""
    if place.sort in ("city", "province"):
        return [(place.name, 0, "市") if place.sort == "city" else (place.name, -1, "省")]
    name, found = place.name, []
    if place.sort == "town" and (several := _SEVERAL_OF.fullmatch(name)):
        return [(each, FINENESS[several[2]], several[2]) for each in _LISTED.split(several[1])]
    while lead := (city := CITY.match(name)) or PROVINCE.match(name):
        if lead.end() == len(name) or name[lead.end()] in "市省县区州" or _LONGER.match(name, lead.end()):
            break
        found.append((lead[0], 0, "市") if city else (lead[0], -1, "省"))
        name = name[lead.end() :].removeprefix("地区")
    if place.sort == "town" and (HAMLET.fullmatch(name) or (len(name) == 2 and name[-1] == "村")):
        found.append((name, FINENESS["村"], "村"))
    elif place.sort == "town" and name.endswith("州") and 3 <= len(name) <= 5:
        found.append((name[:-1], 1, "州"))
    else:
        for unit in _UNIT.finditer(name):
            plain = unit[2] in FINENESS and not is_name(unit[1], unit[2], "town", sure=True)
            if (place.sort == "town" or unit.end() < len(name) or unit[2].endswith(_ZONES)) and not plain:
                stem = unit[0] if unit[1] in _BY_SIDE else unit[1]
                found.append((stem, FINENESS.get(unit[2], 2), unit[2][-1]))
    return [one for one in found if one[0] not in NO_TOWN and one[0] not in SORT and f"{one[0][-1]}{one[2]}" != "新村"]
