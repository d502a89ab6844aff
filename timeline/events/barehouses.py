"""The bare words by which a statement points back at a house or a road told before it: 市场, 该桥, 在物流园.

>>> bare_house("新市场奠基"), bare_house("市场监管局成立")
('市场', '')
"""

from __future__ import annotations

from timeline import regex as re
from timeline.events.placenouns import NOUN, SORT, is_other_word

#: What a statement begins with.
_BARE = re.compile(
    r"[\s，、：]*(?:同日|当天|目前|此后|随后|届时|其中)?[，\s]*(?:新|该|这[座条个处家])?"
    r"(?P<house>大?桥|街?市场|街市|文创园|产业园|工业园|园区|隧道|机场(?!高速|[大巴快]|[一-龥]?[路线])|码头|水库|水厂|电站|车站|公园|广场|体育馆|剧院|博物馆|图书馆|馆)(?![长区内员址藏舍名方际监])"
)


def bare_house(part: str) -> str:
    """The bare word for a house or a road that a statement begins with: 市场 of 新市场奠基; or ""."""
    bare = _BARE.match(part)
    return bare["house"] if bare else ""


def bare_scene(part: str) -> str:
    """The bare word for a house that a statement says something takes place in: 在物流园装车; or "".

    >>> bare_scene("30人在物流园装车"), bare_scene("在云溪物流园装车")
    ('物流园', '')
    """
    at = part.find("在")
    noun = NOUN.match(part, at + 1) if at >= 0 else None
    if noun is None or len(noun[0]) < 2 or SORT.get(noun[0]) != "site":
        return ""
    return "" if is_other_word(noun[0], part[noun.end() :]) else noun[0]
