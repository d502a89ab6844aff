"""What stands behind a place's noun and is part of its name: the hamlet of a township, the reach of a river or a road.

>>> tail_of("凤尾乡金竹坪，", 3, "乡", "town"), tail_of("柳河沙头段水位上涨", 2, "河", "land")
('金竹坪', '沙头段')
"""

from __future__ import annotations

from timeline import regex as re
from timeline.events.placewords import cut

_HAN = "\u4e00-\u9fff"
#: Of these a reach is told by the town that lies there, as of a road, whose exits are told so too: 云松高速松湾出口.
_RIVERS = frozenset(("江", "河", "溪", "水域", "航道"))
_REACH = re.compile(
    rf"(?:[上下]行线|[左右东西南北]半?幅)?([{_HAN}]{{2,4}}?)(?:段(?![时位落长])|出口|入口|至[{_HAN}]{{2,6}}?(?:段|区间|间(?!隔)))"
)
#: A hamlet stands behind its township where a pause follows, or what befell there: 凤尾乡金竹坪.
_TOWNSHIPS = frozenset(("乡", "镇", "街道"))
_HAMLET = re.compile(
    rf"(?![的和与及各在到有修建开挖新本该沿])[{_HAN}]{{1,2}}[坪坝沟湾寨坡冲垭庄屯塆垸圩坳坑塘岩堡畈墩洲渡坂岗洼峪坞岭弯](?=[，。；、的）)\s]|\Z|侧翻|相撞|追尾|坠|遇险|发生|举[行办]|[开动]工)"
)


def tail_of(text: str, end: int, word: str, sort: str) -> str:
    """What behind a name that ends with the noun ``word`` at ``end`` belongs to it; or ""."""
    if word in _TOWNSHIPS:
        hamlet = _HAMLET.match(text, end)
        return hamlet[0] if hamlet else ""
    reach = _REACH.match(text, end) if sort == "road" or word in _RIVERS else None
    return reach[0] if reach and cut(reach[1]) == reach[1] else ""
