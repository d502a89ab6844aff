"""Contradictions as JSON: each once, whether it hangs on an event or on the figures alone."""

from __future__ import annotations

from collections.abc import Callable

from timeline.model import Event
from timeline.render.doubts import conflict_records


def test_a_contradiction_of_an_event_is_listed_once_however_much_is_quoted(make_event: Callable[..., Event]) -> None:
    own = {
        "field": "figure",
        "values": ["86万", "68万"],
        "quotes": ["来了86万人。", "来了68万人"],
        "documents": ["a:1-7", "b:3-9"],
    }
    same = {**own, "values": ["68万", "86万"], "quotes": ["共来了68万人", "来了86万人"], "documents": ["b", "a"]}
    other = {**same, "quotes": ["走了68万人", "来了86万人"]}
    event = make_event("接待游客", "2026-08", conflicts=(own,))
    assert [each["event"] for each in conflict_records([event], [same, other])] == [event.id, None]
