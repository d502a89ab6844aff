"""How a page speaks of the city, the county or the township that it is of, without its name: 全市, 我县, 市水务局, 镇里.

>>> own_units("市州").findall("全市降温，市水务局提醒，县水务局放水。"), own_units("县").findall("全县域")
(['全市', '市'], [])
>>> own_units("县乡", "所", leads="到").findall("到县税务所，到乡镇财政所")
['县']
"""

from __future__ import annotations

from timeline import regex as re

_HAN = "\u4e00-\u9fff"
#: What acts or lies in a unit, told behind the bare character for it; in both scripts.
_ACTS = f"直|委|政府|纪委|里(?!程)|[{_HAN}]{{1,8}}?(?:局|委|办|辦|中心|部|政府)"


def own_units(units: str, houses: str = "", bodies: str = "", leads: str = "") -> re.Pattern[str]:
    """What finds how a page speaks of its own unit, of those of ``units``, whose character each match ends with.

    ``houses`` are more of what lies in one, ``bodies`` of what acts right behind the character for it, ``leads`` the words
    that may stand in front of that."""
    acts = f"{_ACTS}|[{_HAN}]{{1,8}}?(?:{houses})" if houses else _ACTS
    acts = f"{acts}|{bodies}" if bodies else acts
    begun = f"(?:(?<![{_HAN}])|(?<=[{leads}]))" if leads else f"(?<![{_HAN}])"
    return re.compile(
        rf"(?<![市县区旗镇乡村])(?:(?<!天)全|[我本])[{units}](?!域)|{begun}[{units}](?![县镇乡村])(?={acts})"
    )
