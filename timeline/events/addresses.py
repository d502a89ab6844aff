"""Where a page says that a thing lies, is held or is to be built, in clauses beside the one that tells of it.

>>> address_in("，馆址设在云溪县文化馆")
'云溪县文化馆'
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline import regex as re
from timeline.events.placenames import PlaceName, names_in
from timeline.events.places import told_in

#: Clauses that say where the thing of the clause before is.
_ADDRESS = re.compile(
    r"(?:[馆校院厂会社站园]址|地址|地点|会场|场地|选址|位置|(?:起跑|出发|集合)?点(?:将|拟|均|就)?设在|(?:[开闭]幕式|启动仪式|颁奖礼|决赛)(?:将|拟|均)?设?[在于]|(?:^|(?<=[，；]))(?:就|拟|将|均)?(?:设[在于]|位于|坐落))"
)
#: 地址在南门外: what such a word says is a place needs no noun of one.
_STATES = re.compile(
    r"(?:[馆校院厂会社店园]址|地址)(?:[设选位就]?[在于]|为|[:：])([\u4e00-\u9fff]{2,10})(?=[，。；\n]|\Z)"
)
_CHOSEN = ("项目落在", "项目选址", "项目选址在", "项目选在", "项目落户", "项目落地", "项目位于")
_BUILT = re.compile(r"[^，。；]{0,6}?(?:投资|建设|兴建|新建|修建|建造|选址|打造)")


#: Who or what an outage hits, in a field of its own: 停电范围：尖山镇管头村.
_AFFECTED = re.compile(
    r"(?:停[水电气]|断水|降压|影响|管制|封闭|施工)(?:范围|区域|地段|路段)(?:为|是|[:：])\s*([\u4e00-\u9fffA-Za-z0-9、（）—-]{3,40})(?=[，。；\s]|\Z)"
)


def address_in(part: str) -> str:
    """Where some clauses say that the thing of the clause before is: 馆址设在西门巷, 地点：会堂; "" where they don't."""
    if stated := _STATES.search(part):
        return stated[1]
    address = _ADDRESS.search(part)
    return told_in(part[address.start() :], names_in(part[address.start() :])) if address else ""


def affected_in(part: str) -> str:
    """Whom or what some clauses say an outage hits: 停电范围：尖山镇管头村; or ""."""
    hit = _AFFECTED.search(part)
    return hit[1] if hit else ""


def held_at(row: str, names: Sequence[PlaceName]) -> str:
    """Where the words that announce a row of programme points say that all is held: 庙会在古塔公园举行：16日开锣；…; or ""."""
    announced = row.find("：")
    return told_in(row[:announced], [p for p in names if p.end <= announced]) if announced > 0 else ""


def built_on(text: str, names: Sequence[PlaceName]) -> str:
    """Where an article says that what it tells of is to be built; "" where it says no such thing."""
    return next(
        (
            p.name
            for p in names
            if p.role in ("at", "to") and (_BUILT.match(text, p.end) or text.endswith(_CHOSEN, 0, p.start))
        ),
        "",
    )
