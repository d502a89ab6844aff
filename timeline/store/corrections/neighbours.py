"""Events near another one in time and words: what it could be merged with.

>>> likeness("石桥镇图书馆开馆", "图书馆在石桥镇开馆")
0.71
"""

from __future__ import annotations

from itertools import pairwise

from sqlalchemy import Connection

from timeline.model import Event
from timeline.store import conditions, retrieve, search
from timeline.when import END, place

#: Days before and after, in which reports of one event may place it, and how many candidates are compared.
_DAYS_APART, _COMPARED = 7, 2000
_LEAST = 0.2
_DAY = 24 * 60


def likeness(one: str, other: str) -> float:
    """How much of the shorter title's pairs of characters the other has, 0..1, to two digits."""
    pairs = [set(map("".join, pairwise(search.fold(title)))) for title in (one, other)]
    return round(len(pairs[0] & pairs[1]) / max(1, min(map(len, pairs))), 2)


def near(connection: Connection, event: Event, most: int = 4) -> list[tuple[Event, float]]:
    """The live events nearest to one, with their likeness, the likest first."""
    where = place(event.when)
    if where.begin is None or where.until is None:
        return []
    low, high = max(0, where.begin - _DAYS_APART * _DAY), min(END, where.until + _DAYS_APART * _DAY)
    around = retrieve.events(connection, [conditions.overlapping(low, high, ())], _COMPARED)
    ranked = [(each, likeness(event.title, each.title)) for each in around if each.id != event.id]
    close = [(each, like) for each, like in ranked if like >= _LEAST]
    return sorted(close, key=lambda pair: -pair[1])[:most]
