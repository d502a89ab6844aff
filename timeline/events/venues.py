"""Places that stand alone, as rows of a programme tell them, and the rooms of houses.

>>> from timeline.events.placenames import names_in
>>> row = "14时，云杉酒店二楼：论坛"
>>> venue_in(row, names_in(row))
'云杉酒店二楼'
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline import regex as re
from timeline.events.placenames import PlaceName
from timeline.events.placenouns import NOUN, SORT

_HAN = "\u4e00-\u9fff"
#: What stands behind a building's name and is still part of where to go: 二楼报告厅, 南门.
_INSIDE = re.compile(
    rf"(?:[东南西北]区|(?:[A-Z]区)?[0-9]{{1,2}}号馆|[A-Z]区|[一二三四五六七八九十0-9]{{1,2}}(?:[楼层]|号(?=[{_HAN}]{{0,6}}?(?:厅|室|区|部)))(?:[{_HAN}]{{0,6}}?(?:厅|室|区|部))?|[东南西北正侧]门|主舞台|[{_HAN}]{{1,3}}厅)"
)
#: A room that is in some house: 二楼会议室, 多功能厅.
ROOM = re.compile(
    r"[一二三四五六七八九十0-9]{1,2}楼|(?:报告厅|会议室|会议厅|大厅|多功能厅|阅览室|展厅|活动室|教室|演奏厅|演艺厅|文娱厅|宴会厅)\Z"
)
#: A hall by its number alone, 在3号馆, and what is held in such.
FAIR = re.compile(
    "博览会|交易会|展[览销]会|采购节|订货会|洽谈会|[书画车花美工艺农机]展|展会|年会|大会|论坛|会展中心|展览馆|展览中心"
)
HALL = re.compile(r"(?<=[在到至于])(?:[A-Z][0-9]?|[0-9]{1,2}|[一二三四五六七八九十]{1,2})号[馆厅](?![长员])")
#: 移师柳湾东门.
_TOWN_GATE = re.compile("[东南西北]门(?=[，。；、\\s]|\\Z|[外内口加举出开上演集])")
_INDOORS = re.compile(r"(?:馆|院|中心|校|学|楼|厦|宫|店|场|园|堂)\Z")


def listed_in(part: str, names: Sequence[PlaceName]) -> str:
    """The first of the places that are all that a stretch of text says, or all behind its colon: 工业线：工业路东段、纺织厂; or ""."""
    behind = part.rfind("：") + 1
    listed = [place for place in names if place.start >= behind and place.sort in _SPOTS]
    if not listed or listed[0].start > behind or (len(listed) < 2 and _SAYS_MORE.match(part, listed[0].end)):
        return ""
    return with_inside(part, listed[0])


_SPOTS, _SAYS_MORE = ("site", "road", "town"), re.compile("[一-龥]{4}")


def town_of_feast(part: str, text: str) -> str:
    """The town or village of a text that a feast in a part of it is named after; or "".

    >>> town_of_feast("第三届云溪杨梅节推迟", "云溪镇今年的杨梅熟得晚。第三届云溪杨梅节推迟")
    '云溪镇'
    """
    for feast in _FEAST.finditer(part) if _FEASTS.search(part) else ():
        for length in (3, 2):
            stem = part[feast.start() : feast.start() + length]
            if town := next((stem + unit for unit in ("镇", "乡", "村", "街道") if stem + unit in text), ""):
                return town
    return ""


_FEASTS = re.compile("[节会]")
_FEAST = re.compile(rf"(?=[{_HAN}]{{3,8}}?(?:节|庙会|灯会|花会)(?![目假日气省约]))")


def whole_clauses(words: str) -> str:
    """Some words without the clause at their end, which a time breaks off: 二期是公园，主展馆 of 二期是公园，主展馆10月动工."""
    return words[: 1 + max(words.rfind(pause) for pause in "，；。：、")]


def venue_in(part: str, names: Sequence[PlaceName]) -> str:
    """The place that is all that one of some clauses says, as a row of a programme puts it: 14时，云杉酒店二楼：论坛; or ""."""
    sites = {place.start: place for place in names if place.sort == "site"}
    if not sites and not _ROOMY.search(part):
        return ""
    for said in _SAID_ALONE.finditer(part):
        here = sites.get(said.start())
        plain = part[said.end() : said.end() + 1].isspace() and _is_plain(said[0])
        if (here and len(with_inside(part, here)) == len(said[0])) or plain or _ROOM_ALONE.fullmatch(said[0]):
            return said[0]
    return ""


def _is_plain(words: str) -> bool:
    """Whether a column of a row is no more than the noun of a house: 老县衙, 自然馆."""
    noun = NOUN.fullmatch(words, 1 if words[0] in "老新旧本" else 0)
    return noun is not None and SORT.get(noun[0]) == "site"


_ROOMY = re.compile("[楼层馆区座栋厅]|[衙台院园]\\s|主[舞会赛展]")
#: A clause that may be nothing but a place: behind a time or a pause.
_SAID_ALONE = re.compile(
    rf"(?:^|(?<=[，\s]))[{_HAN}A-Za-z0-9“”·—-]{{3,18}}(?=[，。；：\n]|[ \u3000]{{1,2}}(?![ \u3000])|\Z)"
)
#: A room by its number: C馆2号会议室, 3楼培训教室.
_ROOM_ALONE = re.compile(
    rf"主(?:舞台|会场|赛场|展馆)|(?:[A-Z][0-9]?|[一二三四五六七八九十0-9]{{1,2}}号?)[楼层馆区座栋厅](?:[0-9]{{1,4}}号?)?(?:[{_HAN}]{{0,4}}?(?:厅|室|教室|展区))?"
)


def with_inside(part: str, place: PlaceName) -> str:
    """A building with the hall or the gate in it that is named behind it."""
    inside = (_INSIDE if _INDOORS.search(place.name) else _TOWN_GATE).match(part, place.end)
    return place.name + inside[0] if inside else place.name
