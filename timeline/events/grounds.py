"""The grounds that a page calls by what they are for, 主会场, and those to which something is moved: 改在文化馆.

>>> from timeline.events.placenames import names_in
>>> text = "庙会主会场设在云杉广场，分会场设在云溪县体育馆。"
>>> grounds_in(text, names_in(text))
{'主会场': '云杉广场', '分会场': '云溪县体育馆'}
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from timeline import regex as re
from timeline.events.placenames import PlaceName

#: 主会场设在古塔公园: the name of a ground stands behind.
_IS_SET = re.compile(
    r"(?P<ground>[主分](?:会场|赛场|赛区|展区|展馆|舞台))“?(?:仍|就|均|统一|继续|暂)?(?:设置?[在于]?|放[在到]|定[在于]|选[在址定](?:在|于)?|[改移]?[在至到]|位于|为|是|[:：])?"
)
#: 在古塔公园设主会场.
_SETS_UP = re.compile(r"[设布][置立]?(?:了)?(?P<ground>[主分](?:会场|赛场|赛区|展区|展馆|舞台))")
#: What was to be held in one place and is held in another.
_INSTEAD = re.compile(r"(?:改[在到至于为]|[移挪转][到至]|移师|转战|调整[到至为])了?\Z")
_GOES_ON = re.compile(r"(?:现|已|故|临时|决定|将|后|统一|一律|[因受][^，。；]{2,20}，)*(?:[改移挪转]|调整)")
_LONGEST = 4


def grounds_in(text: str, names: Sequence[PlaceName]) -> dict[str, str]:
    """The places that a text calls 主会场 and the like; none of those of which it has several."""
    if "主会场" not in text and "分会场" not in text and not _IS_SET.search(text):
        return {}
    begin = {place.start: place.name for place in names if place.role != "away"}
    told: dict[str, set[str]] = {}
    for ground in _IS_SET.finditer(text):
        if name := begin.get(ground.end()):
            told.setdefault(ground["ground"], set()).add(name)
    for place in names:
        if place.role == "at" and (set_up := _SETS_UP.match(text, place.end)):
            told.setdefault(set_up["ground"], set()).add(place.name)
    return {ground: min(places) for ground, places in told.items() if len(places) == 1}


#: What is held on the main ground, where nothing else is said.
_OPENING = re.compile("开幕|[闭落]幕|(?:启动|开[^，。]{1,2})仪式")


def ground_of(part: str, grounds: Mapping[str, str]) -> str:
    """The one of a page's grounds that a stretch of text names, or on which what it tells is held: 举行开幕式; or ""."""
    named = next((place for ground, place in grounds.items() if ground in part), "")
    return named or (grounds.get("主会场", "") if _OPENING.search(part) else "")


def is_instead(part: str, place: PlaceName) -> bool:
    """Whether a place is one where something is held that was to be held in another."""
    return _INSTEAD.search(part, max(0, place.start - _LONGEST), place.start) is not None


def held_instead(part: str, names: Sequence[PlaceName]) -> PlaceName | None:
    """Where something is held that was to be held in another place of these: 原定在碧荔公园举行，改在沙岬运动场."""
    return next((place for place in names[1:] if is_instead(part, place)), None)


def moved_behind(behind: str, names: Sequence[PlaceName]) -> PlaceName | None:
    """Where the clause behind a statement says that it is held instead; None where it goes on with something else."""
    if not _GOES_ON.match(behind):
        return None
    return next((place for place in names if is_instead(behind, place)), None)
