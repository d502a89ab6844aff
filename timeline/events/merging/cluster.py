"""Statements united from the strongest pair down, as long as no two of one event contradict each other.

>>> Clusters([], set()).groups()
[]
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from timeline.events.merging.alike import linked
from timeline.events.merging.contrast import contrast
from timeline.events.merging.dates import agreement
from timeline.events.merging.decisions import Pair
from timeline.events.merging.profile import Profile

#: So many different statements of an event are held against those that are to join it.
_WITNESSES = 12


def connected(count: int, edges: Iterable[tuple[int, int]]) -> list[list[int]]:
    """The connected sets of the indexes 0 to ``count`` - 1.

    >>> connected(4, [(0, 2)])
    [[0, 2], [1], [3]]
    """
    parent = list(range(count))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    for one, other in edges:
        one, other = root(one), root(other)
        parent[max(one, other)] = min(one, other)
    found: dict[int, list[int]] = {}
    for index in range(count):
        found.setdefault(root(index), []).append(index)
    return list(found.values())


class Clusters:
    """Which statements are one event so far, by their indexes in ``profiles`` (in the order of reports)."""

    def __init__(self, profiles: Sequence[Profile], apart: set[Pair]) -> None:
        self._profiles = profiles
        self._apart = apart
        self._parent = list(range(len(profiles)))
        self._members = {index: [index] for index in range(len(profiles))}
        self._reasons: dict[int, list[str]] = {}
        self._witnesses: dict[int, list[int]] = {}
        self._by_hand: set[int] = set()
        self._refused: set[tuple[int, int, int, int]] = set()  # two roots, and how many statements either had then
        parted = {key for pair in apart for key in pair}
        self._parted_ids = {
            index: {each.event.id} for index, each in enumerate(profiles) if parted and each.event.id in parted
        }

    def _root(self, index: int) -> int:
        parent = self._parent
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    def unite(self, left: int, right: int, reason: str) -> None:
        """Makes two statements one event, whatever speaks against it: a person said so."""
        one, other = self._root(left), self._root(right)
        if one != other:
            self._join(one, other, reason)
        self._by_hand.add(self._root(left))

    def unite_unless_contrary(self, left: int, right: int, reason: str) -> None:
        """Makes two statements one event unless something else that is told of either speaks against it."""
        one, other = self._root(left), self._root(right)
        if one == other:
            return
        low, high = min(one, other), max(one, other)
        pair = low, high, len(self._members[low]), len(self._members[high])
        if pair in self._refused:
            return  # neither has changed since
        if self._parted(one, other) or self._contrary(one, other):
            self._refused.add(pair)
        else:
            self._join(one, other, reason)

    def _join(self, one: int, other: int, reason: str) -> None:
        if len(self._members[one]) < len(self._members[other]):
            one, other = other, one
        self._parent[other] = one
        self._members[one] += self._members.pop(other)
        reasons = self._reasons.setdefault(one, [])
        reasons += [*self._reasons.pop(other, ()), reason]
        self._witnesses[one] = self._chosen(self._witnesses.get(one, [one]) + self._witnesses.pop(other, [other]))
        if other in self._by_hand:
            self._by_hand.add(one)
        if ids := self._parted_ids.pop(other, None):
            self._parted_ids[one] = self._parted_ids.get(one, set()) | ids

    def _chosen(self, indexes: list[int]) -> list[int]:
        kept: dict[tuple[object, ...], int] = {}
        for index in sorted(indexes):
            kept.setdefault((self._profiles[index].signature, self._profiles[index].event.modality), index)
        return list(kept.values())[:_WITNESSES]

    def _parted(self, one: int, other: int) -> bool:
        some, others = self._parted_ids.get(one), self._parted_ids.get(other)
        if not (some and others):
            return False
        return any(((a, b) if a < b else (b, a)) in self._apart for a in some for b in others)

    def _contrary(self, one: int, other: int) -> bool:
        some, others = (self._witnesses.get(root, [root]) for root in (one, other))
        if len(some) == len(others) == 1 or {one, other} & self._by_hand:
            return False
        moved = any(self._profiles[index].moved for index in (*some, *others))
        return any(self._clash(self._profiles[a], self._profiles[b], moved) for a in some for b in others)

    @staticmethod
    def _clash(one: Profile, other: Profile, moved: bool) -> bool:
        if linked(one, other) or contrast(one.marks, other.marks):
            return True
        return not moved and not agreement(one.time, other.time)

    def groups(self) -> list[tuple[list[Profile], list[str]]]:
        """Each event's statements in the order of reports, with the reasons why they are one."""
        return [
            ([self._profiles[index] for index in sorted(self._members[root])], self._reasons.get(root, []))
            for root in sorted(self._members, key=lambda root: min(self._members[root]))
        ]
