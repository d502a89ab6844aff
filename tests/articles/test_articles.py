"""The gate on the invented articles, and that their annotation is sound."""

from __future__ import annotations

import json
import re
from typing import Any

import measure
import pytest
import scoring


def rows(half: str, name: str) -> list[dict[str, Any]]:
    text = (measure.HERE / half / f"{name}.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


@pytest.mark.parametrize("half", measure.HALVES)
def test_no_figure_falls_below_its_floor(half: str) -> None:
    floors = measure.floors()[half]
    assert floors, "measure.py writes the first ones"
    assert not scoring.below(measure.figures(half), floors)


@pytest.mark.parametrize(("half", "articles", "events"), [("seen", 22, 122), ("unseen", 22, 128)])
def test_the_set_is_whole(half: str, articles: int, events: int) -> None:
    assert (len(rows(half, "articles")), len(rows(half, "events"))) == (articles, events)


@pytest.mark.parametrize("half", measure.HALVES)
def test_every_annotation_stands_in_its_text(half: str) -> None:
    texts = {article["id"]: article["text"] for article in rows(half, "articles")}
    for time in rows(half, "times"):
        assert texts[time["article"]][time["start"] : time["end"]] == time["text"]
    for event in rows(half, "events"):
        flat = re.sub(r"\s", "", texts[event["article"]])
        assert flat.count(event["quote"]) == 1, event["id"]
        assert event["time"] in event["quote"], event["id"]
