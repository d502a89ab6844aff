"""What runs between two places, by its ends: a flight, a line, a section of a railway.

>>> route_in("9月20日起加开云河至松林岛客轮", ())
'云河至松林岛'
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.events.placenames import PlaceName
from timeline.events.placewords import cut

_HAN = "\u4e00-\u9fff"
#: What runs between two places.
_ROUTE = re.compile(
    rf"([{_HAN}]{{2,8}}?)([至到—－])([{_HAN}]{{2,5}})(?:[{_HAN}]{{0,4}})(?:航班|航线|包机|班列|列车|线路|专线|高铁|动车|客轮|渡轮|班船|班车|轮渡|航段|高速公路|高速|公路|铁路|大桥|隧道|通道|快速路|连接线|快线|大巴|巴士|摆渡车|段(?=\s|的|[建施通开动改全封停复增]))"
)


def route_in(part: str, names: Sequence[PlaceName]) -> str:
    """The ends of what a stretch of text says runs between two places; or ""."""
    if "至" not in part and "到" not in part and "—" not in part and "－" not in part:
        return ""
    route = _ROUTE.search(part)
    begin = cut(route[1]) if route else ""
    return begin + _route_end(names, route) if route and begin else ""


def _route_end(names: Sequence[PlaceName], route: re.Match[str]) -> str:
    """Where a route goes to, as far as it is a name: 至会展中心 of 至会展中心免费专线."""
    named = next((place.name for place in names if place.start == route.start(3)), "")
    return route[2] + (named or _SORT_OF_LINE.sub("", route[3]))


#: What describes a line between two places.
_SORT_OF_LINE = re.compile(
    r"(?:的|首[条个班]|新|免费?|集装箱|班轮|货运|定制|直达?|直通|往返|跨[海江]?|快速?|城际|旅游|定期|国际|货运|客运|专用|夜间?|水上|海上|段).*\Z"
)
