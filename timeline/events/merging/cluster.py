"""Statements united from the strongest pair down, as long as no two of one event contradict each other.

>>> Clusters([], set()).groups()
[]
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.merging.contrast import contrast
from timeline.events.merging.dates import agreement
from timeline.events.merging.decisions import Pair
from timeline.events.merging.profile import Profile

#: So many different statements of an event are held against those that are to join it.
_WITNESSES = 12


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
        if one != other and not self._parted(one, other) and not self._contrary(one, other):
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

    def _chosen(self, indexes: list[int]) -> list[int]:
        kept: dict[tuple[object, ...], int] = {}
        for index in sorted(indexes):
            kept.setdefault((self._profiles[index].signature, self._profiles[index].event.modality), index)
        return list(kept.values())[:_WITNESSES]

    def _parted(self, one: int, other: int) -> bool:
        if not self._apart:
            return False
        some, others = ({self._profiles[index].event.id for index in self._members[root]} for root in (one, other))
        return any((a in some and b in others) or (b in some and a in others) for a, b in self._apart)

    def _contrary(self, one: int, other: int) -> bool:
        some, others = (self._witnesses.get(root, [root]) for root in (one, other))
        if len(some) == len(others) == 1 or {one, other} & self._by_hand:
            return False
        moved = any(self._profiles[index].moved for index in (*some, *others))
        return any(self._clash(self._profiles[a], self._profiles[b], moved) for a in some for b in others)

    @staticmethod
    def _clash(one: Profile, other: Profile, moved: bool) -> bool:
        if contrast(one.marks, other.marks):
            return True
        return not moved and not agreement(one.time, other.time)

    def groups(self) -> list[tuple[list[Profile], list[str]]]:
        """Each event's statements in the order of reports, with the reasons why they are one."""
        return [
            ([self._profiles[index] for index in sorted(self._members[root])], self._reasons.get(root, []))
            for root in sorted(self._members, key=lambda root: min(self._members[root]))
        ]
