"""Merging as a reader would: pairs of invented reports through the whole pipeline, in two halves."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from timeline.events.merge import merge
from timeline.model import Event
from timeline.pipeline import process
from timeline.read import read_text

PAIRS: dict[str, list[dict[str, Any]]] = tomllib.loads(
    Path(__file__).with_name("merging_pairs.toml").read_text(encoding="utf-8")
)
#: How many pairs of each half may be told wrongly; the figures of today, which may only fall.
WRONG = {"first": 0, "second": 4}


@lru_cache(maxsize=512)
def told(published: str, text: str) -> tuple[Event, ...]:
    return process(read_text(text, f"{published} {text[:12]}"), published).events


def one_event(pair: dict[str, Any]) -> bool:
    """Whether both reports have an event in common."""
    merged = merge([*told(*pair["a"]), *told(*pair["b"])])
    return any(len({mention.document for mention in event.mentions}) == 2 for event in merged)


def judged(half: str) -> dict[tuple[bool, bool], list[dict[str, Any]]]:
    """The pairs of a half by (what a reader says, what merging says)."""
    found: dict[tuple[bool, bool], list[dict[str, Any]]] = {}
    for pair in PAIRS[half]:
        found.setdefault((pair["same"], one_event(pair)), []).append(pair)
    return found


@pytest.mark.parametrize("half", PAIRS)
def test_pairs_are_merged_as_a_reader_would(half: str) -> None:
    found = judged(half)
    wrong = found.get((True, False), []) + found.get((False, True), [])
    assert len(wrong) <= WRONG[half], [f"{pair['a'][1]} / {pair['b'][1]}" for pair in wrong]
    assert len(PAIRS[half]) >= 30


if __name__ == "__main__":
    for name in PAIRS:
        table = judged(name)
        count = {key: len(table.get(key, [])) for key in ((True, True), (False, True), (True, False), (False, False))}
        right, extra, missed = count[True, True], count[False, True], count[True, False]
        print(name, f"precision {right / (right + extra):.2f}", f"recall {right / (right + missed):.2f}", count)
