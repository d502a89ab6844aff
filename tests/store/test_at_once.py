"""Several people and an ingest at the same store at the same time: no decision is lost."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from making import BRAND, BRIDGE, LATER, LATEST, MARKET, NOW, page

from timeline.store import Store, StoreError

LINES = [replace(BRIDGE, id="aa11"), replace(MARKET, id="bb22"), replace(BRAND, id="cc33")]


@pytest.fixture
def place(tmp_path):
    where = str(tmp_path / "timeline.db")
    with Store.open(where) as store:
        store.ingest([page("a.txt", LINES)], NOW)
    return where


def test_no_decision_is_lost_while_others_decide_and_an_ingest_runs(place):
    def decide(who):
        with Store.open(place, timeout=60) as store:
            for n in range(10):
                store.decide(f"{'abc'[n % 3]}" * 2 + f"{n % 3 + 1}" * 2, {"title": f"{who}{n}"}, who=who, now=LATER)

    def ingest(_):
        with Store.open(place, timeout=60) as store:
            for n in range(5):
                store.ingest([page(f"b{n}.txt", [replace(BRAND, id=f"d{n}", title=f"事{n}")], headline=str(n))], LATER)

    with ThreadPoolExecutor() as pool:
        list(pool.map(lambda job: job[0](job[1]), [(decide, "甲"), (decide, "乙"), (ingest, None)]))
    with Store.open(place) as store:
        made = store.decisions()
        assert sorted((each.who, each.fields["title"]) for each in made) == sorted(
            (who, f"{who}{n}") for who in "甲乙" for n in range(10)
        )
        assert len({each.number for each in made}) == len({each.key for each in made}) == 20
        for ref in ("aa11", "bb22", "cc33"):
            last = max(store.decisions(ref), key=lambda each: each.when.removesuffix("Z"))
            assert store.event(ref).title == last.fields["title"]
        assert len(store.events()) == 8
        assert not store.rebuild(LATEST).changed
        assert list(store.verify()) == []


def test_a_store_that_stays_locked_is_named_with_what_to_do(place):
    with (
        Store.open(place, timeout=0.2) as store,
        store._writing(),
        Store.open(place, timeout=0.2) as other,
        pytest.raises(StoreError, match="is locked: another program is writing to it; wait until it ends"),
    ):
        other.decide("aa11", {"title": "甲"}, who="编辑", now=LATER)
    with Store.open(place) as store:
        assert (store.decisions(), store.event("aa11").title) == ([], "新桥通车")
