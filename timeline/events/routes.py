"""What runs between two places, by its ends: a flight, a line, a section of a railway; and the roads that are shut, with those used instead.

>>> route_in("9月20日起加开云河至松林岛客轮", ())
'云河至松林岛'
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline import regex as re
from timeline.events.placenames import PlaceName
from timeline.events.placewords import cut

_HAN = "\u4e00-\u9fff"
#: What runs between two places.
_ROUTE = re.compile(
    rf"([{_HAN}]{{2,8}}?)([至到—－])([{_HAN}]{{2,5}})(?:[{_HAN}]{{0,4}})(?:航班|航线|包机|班列|列车|线路|专线|高铁|动车|客轮|渡轮|班船|班车|轮渡|航段|高速公路|高速|公路|铁路|大桥|隧道|通道|快速路|连接线|快线|大巴|巴士|摆渡车|段(?=\s|的|[建施通开动改全封停复增]|[一二三四]级))"
)

_SHORT_NAME = re.compile("（[^（）]*）")

#: Where another road is shut, traffic is led over this one.
_SHUT = re.compile("封|断交|断行|车辆|缓行|拥堵|建议|管制|施工|[请可]绕")
_INSTEAD = ("绕行", "绕行走", "改行", "改走", "改道", "绕道")


def route_in(part: str, names: Sequence[PlaceName]) -> str:
    """The ends of what a stretch of text says runs between two places; or ""."""
    if "至" not in part and "到" not in part and "—" not in part and "－" not in part:
        return ""
    route = _ROUTE.search(part)
    end = route.end() if route else 0
    if end and (short := _SHORT_NAME.match(part, end)):
        end = short.end()
    works = next((p for p in names if end and p.start <= end < p.end - 1 and p.sort == "road"), None)
    if works:
        return part[end : works.end]  # 云溪至松湾铁路银杏隧道
    flies = (p.name for p in names if route and p.end <= route.start() and p.name.endswith("机场") and not p.role)
    if airport := next(flies, ""):
        return airport  # 云溪机场新开云溪—松湾航线
    begin = cut(route[1]) if route else ""
    return begin + _route_end(names, route) if route and begin and not _ONE_RUN.search(begin) else ""


def _route_end(names: Sequence[PlaceName], route: re.Match[str]) -> str:
    """Where a route goes to, as far as it is a name: 至会展中心 of 至会展中心免费专线."""
    named = next((place.name for place in names if place.start == route.start(3)), "")
    return route[2] + (named or _SORT_OF_LINE.sub("", route[3]))


#: 最后一班到江口: a run, and no place.
_ONE_RUN = re.compile("[一二两三四首末头][班趟列]$")
#: What describes a line between two places.
_SORT_OF_LINE = re.compile(
    r"(?:的|首[条个班]|新|免费?|集装箱|班轮|货运|定制|直达?|直通|往返|跨[海江]?|快速?|城际|旅游|定期|国际|货运|客运|专用|夜间?|水上|海上|段).*\Z"
)


#: 庄东路（人民街至北桥中学段）: how much of a road is meant.
_HOW_FAR = re.compile("（[^（）]*[至到—-]")


def roads_in(part: str, names: Sequence[PlaceName]) -> list[PlaceName]:
    """The roads that a stretch of text says something is done to: not those that traffic is led over instead."""
    roads = [place for place in names if place.sort == "road" and place.role != "away"]
    roads = [p for p in roads if not (in_brackets(part, p) and _HOW_FAR.match(part, part.rfind("（", 0, p.start)))]
    return [p for p in roads if not is_detour(part, p) and not (len(roads) > 1 and part.endswith(_INSTEAD, 0, p.start))]


def in_brackets(part: str, place: PlaceName) -> bool:
    """Whether a place only tells how far another one goes: 庄东路（人民街—北桥中学段）."""
    opened = part.rfind("（", 0, place.start)
    return opened > 0 and part.find("）", opened, place.start) < 0


def is_detour(part: str, road: PlaceName) -> bool:
    """Whether traffic is led over a road where another one is shut: 东半幅封闭，车辆绕行滨海隧道."""
    return part.endswith(_INSTEAD, 0, road.start) and _SHUT.search(part, 0, road.start) is not None


#: What befalls a house or a road that a clause begins with, whatever the next clause says goes elsewhere.
_BEFALLS_IT = re.compile(
    r"(?:[（(][^（）()]{2,40}[）)])?\s*(?:起|将|已|全面|暂时|临时|正式|双向|全线|全天|因[^，。；]{2,16}|对[^，。；]{2,8}?|\s)*(?:停用|[限禁]行|封闭|关闭|禁止|禁行|停业|歇业|拆除|闭馆|停运|停工|管制)"
)


def shut_first(part: str, names: Sequence[PlaceName]) -> str:
    """The house or the road that the first clause of a stretch of text begins with and says is shut; or "".

    >>> from timeline.events.placenames import names_in
    >>> shut_first(part := "柳湾停车场停用，车位迁往松坪街", names_in(part))
    '柳湾停车场'
    """
    first = next((p for p in names if p.sort in ("site", "road")), None)
    if first is None or first.role or part[: first.start].strip("，、起 \n"):
        return ""
    return first.name if _BEFALLS_IT.match(part, first.end) else ""


#: What is led off its road.
_DETOUR = re.compile(rf"(?:改道|绕行)([{_HAN}]{{2,6}}(?:路|街|大道|大街))")


def detour_in(part: str) -> str:
    """The road that a stretch of text says a line goes over now; "" where traffic goes over it because another is shut."""
    detour = _DETOUR.search(part)
    return detour[1] if detour and not _SHUT.search(part, 0, detour.start()) else ""


#: What runs far beyond one town, and how it is told that it is built there.
_LONG_LINES = ("高速", "高速公路", "铁路", "高铁", "公路", "城际")
_BUILT = re.compile("[通竣]车|[建落]成|[开动竣完]工|贯通|修[筑建]")


def is_built_line(named: str, part: str) -> bool:
    """Whether a place is a motorway or a railway, of which a stretch of text tells that it is built or opened.

    >>> is_built_line("云松高速", "云松高速通车"), is_built_line("云松高速", "云松高速封闭")
    (True, False)
    """
    return named.endswith(_LONG_LINES) and _BUILT.search(part) is not None


_ENDS = re.compile(
    rf"([{_HAN}]{{2,4}}?)[东西南北]?至([{_HAN}]{{2,4}}?)[东西南北]?(?:段|区间|铁路|高铁|城际|高速|公路|航线|航班|动车|列车|班列|班车)"
)


def lines_ends(text: str) -> list[str]:
    """The towns that a text names as those between which something runs, where it is set in neither for that.

    >>> lines_ends("云溪至松湾铁路铺轨，青岗北至竹坪段已通车")
    ['云溪', '松湾', '青岗', '竹坪']
    """
    return [cut(end) for ends in _ENDS.findall(text) for end in ends] if "至" in text else []
