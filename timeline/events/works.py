"""The bridge, the reservoir, the airport or the railway that a page is about, where it is set in no town more than there.

>>> from timeline.events.placenames import names_in
>>> text = "黄岭水库昨日蓄水。水库大坝去年完工，总库容1.1亿立方米。"
>>> works_of(text, names_in(text))
'黄岭水库'
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from timeline.events.institution import LEAD
from timeline.events.placenames import PlaceName
from timeline.events.placenouns import NOUN, WORKSHOPS
from timeline.events.placewords import TOWNS, cut

_HAN = "\u4e00-\u9fff"
#: A bay or a hill by so many characters, named so often, is what a page without a town is about.
_OWN_WATER = 3
#: A stage of works is no home: 渔港一期码头.
_PHASE = re.compile("[一二三四五]期")


def bridge_of(text: str, here: Sequence[PlaceName]) -> str:
    """The building, the road or the bay that a page without a town is about: it names it and speaks of it once more."""
    for place in here:
        noun = next(iter(NOUN.findall(place.name)[-1:]), "")
        if place.sort not in ("site", "road") or len(place.name) < 4 or _PHASE.search(place.name):
            continue
        if (noun in WORKSHOPS and place.start <= LEAD) or (len(noun) > 1 and text.count(noun[-2:]) > 1):
            return place.name
    lands = [place for place in here if place.sort == "land" and len(place.name) >= _OWN_WATER]
    waters = Counter(place.name for place in lands)
    best, times = waters.most_common(1)[0] if waters else ("", 0)
    leads = any(place.name == best and place.start <= LEAD for place in lands)
    return best if times >= _OWN_WATER or (times > 1 and leads) else ""


#: What an article on a bridge or a reservoir calls it and its parts by, again and again.
_WORKS = {
    "大桥": "对大桥|全桥|桥面|上桥|该桥|桥上",
    "隧道": "对隧道|隧道内|该隧道|全隧|盾构|掘进|贯通|洞口|[进出]洞|二衬",
    "水库": "大坝|库区|坝[址体高顶]|蓄水|溢洪道|导流洞|总?库容",
    "电站": "机组|大坝|[上下]水?库|装机|并网|坝址",
    "机场": "航站楼|跑道|旅客吞吐量|停机坪|飞行区",
    "灌区": "干渠|支渠|渠[系首道水]|开闸|灌溉|灌区(?=[管今的里内])",
}
#: A bridge, a lake or a tower, which more pages name in passing: so often it is named, and so often are its parts.
_SIGHTS = {
    "桥": "桥[面身屋头墩拱栏孔基上下]|拱骨|[该全古老]桥|[建修踩过拆]桥",
    "塔": "塔[身顶下刹檐基砖尖体内门]|[修登该古全建]塔",
    "湖": "湖[面底水区岸滨心里边畔]|[环入沿绕全该护出]湖",
}
_NAMED_AND_TOLD = ((3, 5), (2, 6))


def works_of(text: str, here: Sequence[PlaceName]) -> str:
    """The bridge, the reservoir or the airport that an article begins with, names again and tells the parts of: 黄岭大桥…对大桥…全桥; or ""."""
    for place in here:
        again = next((signs for noun, signs in _WORKS.items() if place.name.endswith(noun)), "")
        if place.start > LEAD or not again:
            continue
        bare = rf"(?<![{_HAN}])(?:{place.name[-2:]})(?=[{_HAN}])"
        spoken = len(re.findall(bare, text))
        name = TOWNS.sub("", place.name)
        if spoken > 1 or (text.count(name) + spoken > 1 and len(re.findall(again, text)) > 1):
            return name if text.count(name) > text.count(place.name) else place.name
    return _sight_of(text, here)


def _sight_of(text: str, here: Sequence[PlaceName]) -> str:
    """The bridge, the lake or the tower that an article keeps naming, with its parts; or "".

    >>> from timeline.events.placenames import names_in
    >>> told = "枕月桥重建。枕月桥建于1767年，桥身毁于大水，桥屋重修，第一根拱骨合拢。如今的枕月桥，桥头有人添灯，桥上有人歇凉。"
    >>> _sight_of(told, names_in(told))
    '枕月桥'
    """
    for place in here:
        parts = _SIGHTS.get(place.name[-1])
        if parts is None or place.sort not in ("road", "land", "site") or text.find(place.name) > LEAD:
            continue
        named, told = text.count(place.name), len(re.findall(parts, text))
        if any(named >= least and told >= often for least, often in _NAMED_AND_TOLD):
            return place.name
    return ""


#: A street that a page names so often, from its beginning on, is where it is set.
_OWN_STREET = 4


def street_of(text: str, here: Sequence[PlaceName]) -> str:
    """The street that a page is about, named again and again from its beginning on; or ""."""
    streets = Counter(place.name for place in here if place.name.endswith(("街", "巷", "弄", "老街", "古街")))
    best, _ = streets.most_common(1)[0] if streets else ("", 0)
    return best if best and text.count(best) >= _OWN_STREET and text.find(best) <= LEAD else ""


def is_works(name: str) -> bool:
    """Whether a place is a bridge, a reservoir or an airport, as an article is about one."""
    return name.endswith((*_WORKS, *_SIGHTS))


#: A road or a railway by its two ends: 云溪至松湾高速公路.
_ROUTE = re.compile(rf"([{_HAN}]{{2,14}})[至到]([{_HAN}]{{2,5}}?)(?:高速公路|高速|公路|铁路|高铁|城际)")


def route_of(text: str) -> str:
    """The road or the railway that a page without a town begins with, by its ends; or ""."""
    route = _ROUTE.search(text, 0, LEAD) if "路" in text or "高速" in text else None
    return cut(route[1]) and route[0][len(route[1]) - len(cut(route[1])) :] if route else ""
