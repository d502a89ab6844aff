"""What pages leave open, as JSON: where they contradict each other, and the facts that no date could be given to.

>>> undated_record(Fact("a.txt", "a1", 3, 8, "新校区已经启用。", "no date"))["quote"]
'新校区已经启用。'
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from timeline.model import Event, Fact


def conflict_records(disputed: Iterable[Event], contradictions: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The points on which pages disagree: those of one event with its id, then the figures that hang on none, each once."""
    found = [{"event": event.id, "about": event.title, **each} for event in disputed for each in event.conflicts]
    told: dict[frozenset[str], list[dict[str, Any]]] = {}
    for each in found:
        told.setdefault(frozenset(each["values"]), []).append(each)
    return found + [
        {"event": None, **each}
        for each in contradictions
        if not any(_same_words(each, known) for known in told.get(frozenset(each["values"]), ()))
    ]


def _same_words(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether two contradictions rest on the same sentences, however much of each is quoted."""
    return all(any(own in quote or quote in own for quote in other["quotes"]) for own in one["quotes"])


def undated_record(fact: Fact) -> dict[str, Any]:
    """A fact without a date: which article says it, where, in which words, and why it has none."""
    return asdict(fact)
