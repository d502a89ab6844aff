"""A person's word on merging: statements that are one event, and statements that never are.

>>> one, other = Said("a1", "p.txt", "4月26日", "4月26日灯会开幕"), Said("b2", "q.txt", "4月26日", "4月26日灯会")
>>> Decision.of({"apart": True, "groups": [[one.payload()], [other.payload()]]}).apart
True

A statement is known by its id. Where a rule has changed and nothing has that id any more, the statement of the same
document whose time is told in the same words, in the same or a wider or narrower quote, is meant.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from itertools import combinations, product
from typing import Any

from timeline.model import Event


@dataclass(frozen=True, slots=True)
class Said:
    """One statement as a person saw it: its id, its document's path, its time's words and its quote."""

    id: str
    document: str
    timex: str
    quote: str

    def payload(self) -> dict[str, str]:
        """As a JSON object."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Decision:
    """That the statements of different ``groups`` are different events (``apart``), or that all are one event."""

    apart: bool
    groups: tuple[tuple[Said, ...], ...]

    @classmethod
    def of(cls, payload: dict[str, Any]) -> Decision:
        """The decision of a stored correction's value."""
        groups = tuple(tuple(Said(**each) for each in group) for group in payload["groups"])
        return cls(bool(payload["apart"]), groups)

    def payload(self) -> dict[str, Any]:
        """As a JSON object, with the statements of a group in the order of their ids."""
        return {"apart": self.apart, "groups": [[said.payload() for said in group] for group in self.groups]}


Pair = tuple[str, str]


def pairs(decisions: Sequence[Decision], statements: Iterable[Event]) -> tuple[set[Pair], set[Pair]]:
    """The pairs of statement ids that must be one event and those that never are; the later decision wins a pair."""
    if not decisions:
        return set(), set()
    known = _Known(statements)
    joined: set[Pair] = set()
    apart: set[Pair] = set()
    for decision in decisions:
        groups = [sorted({key for said in group for key in known.ids(said)}) for group in decision.groups]
        if decision.apart:
            found = {_pair(*both) for one, other in combinations(groups, 2) for both in product(one, other)}
            apart |= found
            joined -= found
        else:
            found = {_pair(*both) for both in combinations(sorted({key for group in groups for key in group}), 2)}
            joined |= found
            apart -= found
    return joined, apart


def _pair(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)


class _Known:
    """The statements of today, found by what a person saw of them."""

    def __init__(self, statements: Iterable[Event]) -> None:
        self._by_words: dict[tuple[str, str], dict[str, str]] = {}
        self._ids: set[str] = set()
        for event in statements:
            self._ids.add(event.id)
            for mention in event.mentions:
                self._by_words.setdefault((mention.document, mention.timex.text), {})[mention.quote] = event.id

    def ids(self, said: Said) -> list[str]:
        if said.id in self._ids:
            return [said.id]
        quotes = self._by_words.get((said.document, said.timex), {})
        return sorted({key for quote, key in quotes.items() if said.quote in quote or quote in said.quote})
