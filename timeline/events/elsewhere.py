"""Towns and houses that a page names and is not set in: where its team plays, whom its county signs with, which town it helps.

>>> plays_away("我市代表队在阳州市体育馆获得3金。", "阳州"), plays_away("我市代表队出征。阳州市民欢送。", "阳州")
(True, False)
"""

from __future__ import annotations

from collections.abc import Iterable

from timeline import regex as re
from timeline.events.occurrences import occurrences
from timeline.events.ownunits import own_units

#: In both scripts: a page of several articles is asked as it is printed.
_OURS = re.compile(
    "我[省市县縣区區镇鎮](?:代表[队隊团團]|选手|選手|[运運][动動][员員]|健[儿兒]|小[将將]|[参參][赛賽]|[女男][队隊篮籃排足]|[学學]子)"
)
_PARTNERED = re.compile("我[省市县縣区區镇鎮校](?:[与與]|同|和|[携攜]手|[牵牽]手|[联聯]合|[联聯]手)")
_SMALL = ("镇", "鎮", "乡", "鄉", "村", "街道", "社区", "社區")
_OWN_TOWN, _OFTEN = own_units("市县縣区區"), 2
#: What tells that one town helps another: a page of it is set where the help goes.
_AID = re.compile(r"援[建藏疆青宁黔川滇]|对口|结对|帮扶|东西部|山海协作|支教")
_GIVES = re.compile(
    r"(?:省|市|区|县)?(?:[^，。；\s]{0,4}?批)?(?:援[建藏疆青宁黔川滇]|对口|帮扶|支援|选派|派出|财政|捐|投入|投资|(?:起|自)[^，。；]{0,6}对口)"
)
_TAKES = re.compile(
    r"(?:(?:对口(?:支援|帮扶|协作|扶贫)|援建|帮扶|支援|目的地是|目的地为)的?[\u4e00-\u9fff]{0,6}|(?:抵达|奔赴|[到赴为给]))\Z"
)
#: So far in front of a town's name what takes there may begin.
_TAKES_FROM = 12
_AIDED = 3
#: Where a text leads in a place that somebody has gone to.
_LEADS = frozenset("在于於赴到往")


def plays_away(text: str, town: str) -> bool:
    """Whether a text tells what its own town's team did in ``town``, which it names as no more than the place."""
    if not town or _OURS.search(text) is None:
        return False
    return town in text and all(text[at - 1 : at] in _LEADS for at in occurrences(town, text))


def is_partner(text: str, house: str) -> bool:
    """Whether a house is one that the text's own town does something with: 我县与江城大学签约.

    >>> is_partner("我县与江城大学签约", "江城大学"), is_partner("江城大学与我县签约", "江城大学")
    (True, False)
    """
    return any(text.startswith(house, named.end()) for named in _PARTNERED.finditer(text))


def is_in_passing(text: str, town: str) -> bool:
    """Whether ``town`` is a township named once by a text that speaks of its own city or county.

    >>> is_in_passing("我市降温。全市抢收柑橘。三江镇果农说。", "三江")
    True
    """
    if not town or text.count(town) != 1 or len(_OWN_TOWN.findall(text)) < _OFTEN:
        return False
    return text.startswith(_SMALL, text.find(town) + len(town))


def is_small(town: str, text: str) -> bool:
    """Whether ``town`` is a township or a village that a text names no oftener than it speaks of its own city or county.

    >>> is_small("三江", "全市降温。三江镇果农说，市农业农村局指导抢收。"), is_small("三江", "三江镇三江村果农说，全市降温。")
    (True, False)
    """
    small = all(text.startswith(_SMALL, at + len(town)) for at in occurrences(town, text))
    return small and text.count(town) <= len(_OWN_TOWN.findall(text))


def aided(text: str, stems: Iterable[str]) -> dict[str, int]:
    """What an article on one town's help for another says for or against each town as the one that it is set in."""
    if len(_AID.findall(text)) < _AIDED:
        return {}
    told = {stem: list(occurrences(stem, text)) for stem in stems}
    return {
        stem: _AIDED * sum(_TAKES.search(text, max(0, at - _TAKES_FROM), at) is not None for at in found)
        - _AIDED * sum(_GIVES.match(text, at + len(stem)) is not None for at in found)
        for stem, found in told.items()
    }
