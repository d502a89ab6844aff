"""The five pages and the development set: dated from inside alone, never wrongly."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from dated_texts import dct_of, dcts

from timeline import edtf
from timeline.read import read_path

ROOT = Path(__file__).parents[2]
DEVSET = [json.loads(line) for line in (ROOT / "tests/devset/articles.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize(
    ("number", "within", "kinds"),
    [
        ("000", "2026-04/2026-06", {"figures", "plan"}),
        ("001", "2026-05", {"month-scene"}),
        ("002", "2025-04-21/2025-04-25", {"weekday", "this-week"}),
        ("003", "2025-10-09/2025-10-17", {"last-year", "festival-over", "holiday-end", "plan"}),
        ("004", "2025-07-09/2025-07-31", {"in-force", "month-scene"}),
    ],
)
def test_seed_page(number: str, within: str, kinds: set[str]) -> None:
    [path] = (ROOT / "seeds").glob(f"{number}_*.txt")
    [document] = read_path(path)
    found = dcts(document)
    [day] = {dct.date for dct in found}
    assert day is not None
    assert edtf.parse(within).covers(day)
    evidence = found[0].evidence
    assert kinds <= {reason.kind for reason in evidence if reason.used}
    assert all(reason.span for reason in evidence if reason.kind != "era")


@pytest.mark.parametrize("case", DEVSET, ids=lambda case: case["id"])
def test_no_interval_excludes_the_true_day(case: dict[str, str]) -> None:
    dct = dct_of(case["text"])
    if dct.date is None:
        assert dct.reason
        return
    first, last = edtf.days(dct.date)
    assert first and last
    assert first <= date.fromisoformat(case["published"]) <= last


def test_how_many_are_dated_to_a_month() -> None:
    narrow = 0
    for case in DEVSET:
        found = dct_of(case["text"]).date
        if found:
            first, last = edtf.days(found)
            narrow += bool(first and last and (last - first).days < 31)
    assert narrow >= 16  # a floor: it only rises


@pytest.mark.parametrize(
    "case", [case for case in DEVSET if case["published_from"] == "url"], ids=lambda case: case["id"]
)
def test_an_address_that_carries_the_date_gives_the_day(case: dict[str, str]) -> None:
    assert str(dct_of(case["text"], url=case["url"]).date) == case["published"]
