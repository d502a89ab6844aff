"""Gullies, ledges, banks and coves by the character that their names end with, where a clause puts something there.

>>> text = "9月1日，冷泉沟暴发山洪，村民在白石坪扎营，孩子在池塘边玩。"
>>> [text[start:end] for start, end in terrain_in(text)]
['冷泉沟', '白石坪']
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from timeline import regex as re
from timeline.events.placewords import cut

_HAN = "\u4e00-\u9fff"
_ENDS = "屯寨堡坡沟坪坳岩泉潭崖谷峪屿礁岬矶塬岙坞垭隘堰塘渠堤坝埠涌垸畈崮峁坨圩嘴角"
#: What happens to a stretch of land, or is done with it, and stands behind its name.
_BEFALLS = (
    "暴发|突发|发生|出现|形成|冒出|决口|漫[堤溢顶]|溃[口决坝堤]|垮塌|滑坡|塌方|崩塌|坍塌|起火|封闭|封[山湖航路道冻]|(?:重新|免费|对外)*开放|禁止|禁[渔航行]|"
    "停[航渡工水电气用]|开闸|蓄水|放水|清淤|泄洪|通[车航水电]|竣工|开工|动工|改造|修复|整治|加固|水位|迎来|开渔|试水|结冰|[复喷]涌|停喷"
)
BEFALLS = re.compile(_BEFALLS)
#: What stands behind a name that something befalls, or whose feast is held.
_BEHIND = rf"(?=\s*(?:将|已|正式|全面|于|也|再次|突然|\s)*(?:{_BEFALLS})|[{_HAN}]{{1,3}}节[开启]幕)"
#: A name where its clause begins and something befalls it, or behind a word that leads in a place.
_NAMED = re.compile(
    rf"(?:\A|(?<=[，。；：、\s]))([{_HAN}]{{2,3}}[{_ENDS}]){_BEHIND}"
    rf"|(?:(?<=[到赴抵达])|(?<![现正存旨意不])(?<=在))([{_HAN}]{{2,3}}?[{_ENDS}])(?![里上下边中内外]?[边面头长员村乡镇路街桥区公度落色逐体石盘度])"
)
#: The same behind the name of its town or its river: 云溪县冷泉沟.
_NAMED_BEHIND = re.compile(rf"[{_HAN}]{{2,3}}[{_ENDS}]{_BEHIND}")
_END, _SIZES = re.compile(f"[{_ENDS}]"), (2, 3)
#: What any village has, and stones and plants that end with the same characters.
_COMMON = re.compile(
    "(?:[山斜缓陡下上边护高草滑]坡|[城碉古]堡|头堡|[山水村苗侗]寨|[温矿源涌甘清山酒]泉|[池鱼水荷藕山海河]塘|草坪|[山峡河深]谷|水沟|[水干支主总沟]渠|[大堤拦河筑]坝|[河海江湖大圩长筑固]堤|围堰|[灰岗武砂页熔晶]岩|悬崖|码头|暗礁|[三视直夹死墙转街一]角|[大山]坞|[张闭多]嘴)\\Z"
)


def terrain_in(text: str, taken: Sequence[tuple[int, int]] = ()) -> Iterator[tuple[int, int]]:
    """Where a text names such a place, outside of the stretches that are ``taken``."""
    spans, ends = sorted(taken), {end for _, end in taken}
    for last in _END.finditer(text):  # few characters end such a name: the longer expression is asked at those alone
        starts = [last.start() - size for size in _SIZES if last.start() >= size]
        begins = (_NAMED_BEHIND.match(text, at) if at in ends else _NAMED.match(text, at) for at in starts)
        named = next((name for name in begins if name and name.end() == last.end()), None)
        if named is None:
            continue
        start, end = named.span(named.lastindex or 0)
        before = bisect_left(spans, (end, end)) - 1
        inside = before >= 0 and spans[before][1] > start
        if not inside and not _COMMON.search(text, start, end) and cut(text[start:end]) == text[start:end]:
            yield start, end


def is_named(name: str) -> bool:
    """Whether words end as the name of a gully or a pond does, and are no word for any.

    >>> is_named("清水塘"), is_named("水塘")
    (True, False)
    """
    return name[-1:] in tuple(_ENDS) and not _COMMON.fullmatch(name)
