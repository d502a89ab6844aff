"""Laws that only many pages or every kind of decision can break: order, undo, and what an import costs."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from making import BRAND, BRIDGE, LATER, LATEST, MARKET, NOW, Line, page

from timeline.events.merge import merge
from timeline.pipeline import process
from timeline.read import read_text
from timeline.store import Addition, Store, rebuild
from timeline.store.corrections import exchange

TOWNS = ("东溪镇", "西溪镇", "南浦镇", "北岭镇", "石桥镇")
ROOT = Path(__file__).resolve().parents[2]


def twins(count):
    """Statements that differ in their town or their day alone, the days of one town at least two months apart."""
    for number in range(count):
        town, day = TOWNS[number % 5], date(1985, 1, 1) + timedelta(63 * (number // 5))
        words = f"{day.year}年{day.month}月{day.day}日"
        yield Line(f"{words}，{town}举办灯会。", words, day.isoformat(), f"{town}灯会举办", "activity")


def plain(event):
    """An event without what only a store knows of it, and without what else it was ever called: that stays for good."""
    return replace(event, revision=1, first_seen="", last_changed="", aliases=())


@pytest.mark.parametrize("seed", range(3))
def test_a_thousand_near_twins_stay_apart_in_any_order(tmp_path, seed):
    chance, lines = random.Random(seed), list(twins(1_000))
    pages = [
        page(f"{n}.txt", lines[start : start + 10], published="2026-04-01", headline=f"第{n}页")
        for n, start in enumerate(range(0, 1_000, 10))
    ]
    expected = merge(event for each in pages for event in each.events)
    assert len(expected) == 1_000
    chance.shuffle(pages)
    with Store.open(str(tmp_path / "a.db")) as store:
        while pages:
            taken = chance.randint(5, 60)
            store.ingest(pages[:taken], NOW)
            del pages[:taken]
        assert sorted(map(plain, store.events()), key=lambda e: e.id) == sorted(expected, key=lambda e: e.id)


def test_merging_the_events_of_pages_again_changes_nothing():
    statements = []
    for path in sorted((ROOT / "tests").rglob("articles.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            case = json.loads(line)
            statements += process(read_text(case["text"], case["id"]), case.get("published")).events
    once = merge(statements)
    assert len(once) > 300
    assert merge(once) == once
    assert merge(reversed(once)) == once


LINES = [
    replace(BRIDGE, id="aa11"),
    replace(MARKET, id="bb22", part="morning"),
    replace(BRAND, id="cc33"),
]
SAME = Line("2019年新桥正式通车。", "2019年", "2019", "新桥正式通车", topics=("transport",), id="dd44")


@pytest.fixture
def stored(store):
    store.ingest([page("a.txt", LINES), page("b.txt", [SAME], published="2025-05-02", headline="通车")], NOW)
    return store


def shown(store):
    """What a reader sees, and what a person took out; an id that was an event of its own meanwhile stays resolvable."""
    return [plain(event) for event in store.events()], [g.event.id for g in store.gone() if g.reason == "rejected"]


def _decide(**changes):
    return lambda store: store.decide("bb22", changes, who="编辑", now=LATER)


KINDS_OF_DECISION = {
    "date": _decide(date="2025-05~ (early)"),
    "title": _decide(title="甲"),
    "kind": _decide(kind="milestone"),
    "topics": _decide(topics=["green", "aid"]),
    "place": _decide(place=None),
    "modality": _decide(modality="cancelled"),
    "kept": _decide(kept=True),
    "rejected": _decide(rejected=True),
    "joined": lambda store: store.join("bb22", "cc33", who="编辑", now=LATER),
    "parted": lambda store: store.unmerge(store.event("aa11").id, 2, who="编辑", now=LATER),
    "added": lambda store: store.add(Addition("石桥镇图书馆开馆", "2024-03", source="通讯"), who="编辑", now=LATER),
    "added to another": lambda store: store.add(Addition("新桥通车", "2019", source="通讯"), who="编辑", now=LATER),
}


@pytest.mark.parametrize("kind", KINDS_OF_DECISION)
def test_every_kind_of_decision_is_undone_without_a_trace_and_done_again(stored, kind):
    before = shown(stored)
    KINDS_OF_DECISION[kind](stored)
    number, after = stored.decisions()[-1].number, shown(stored)
    assert kind == "kept" or after != before
    stored.undo(number, LATEST)
    assert shown(stored) == before
    stored.undo(stored.decisions()[-1].number, LATEST)
    assert shown(stored) == after
    assert list(stored.verify()) == []


@pytest.mark.parametrize("kind", KINDS_OF_DECISION)
def test_decisions_that_come_in_merge_anew_only_what_they_are_about(tmp_path, stored, kind, monkeypatch):
    many = [page(f"{n}.txt", [line], headline=f"第{n}页") for n, line in enumerate(twins(300))]
    stored.ingest(many, NOW)
    KINDS_OF_DECISION[kind](stored)
    with Store.open(str(tmp_path / "other.db")) as other:
        other.ingest(many, NOW)
        other.ingest([page("a.txt", LINES), page("b.txt", [SAME], published="2025-05-02", headline="通车")], NOW)
        weighed = []
        merged = rebuild.merged
        monkeypatch.setattr(
            rebuild, "merged", lambda told, words: (weighed.extend(told := list(told)), merged(told, words))[1]
        )
        report = other.load([exchange.line(each).encode() for each in stored.decisions()], LATEST)
        assert (report.added, report.waiting, report.problems) == (1, (), ())
        assert len(weighed) < 10
        assert shown(other) == shown(stored)
        found = other.events()
        assert not other.rebuild(LATEST).changed
        assert other.events() == found


def test_ids_stay_when_pages_are_read_again_in_another_order_and_others_come(tmp_path):
    lines = list(twins(200))
    first = [page(f"{n}.txt", lines[start : start + 5]) for n, start in enumerate(range(0, 200, 5))]
    again = [
        page(f"more/{n}.txt", [line], published="2024-01-05", source="晚报", headline="又讯")
        for n, line in enumerate(lines[::3])
    ]
    with Store.open(str(tmp_path / "a.db")) as store:
        store.ingest(first, NOW)
        ids = {(event.title, event.when.edtf): event.id for event in store.events()}
        assert len(ids) == 200
        store.ingest(reversed(first), LATER)
        store.ingest(reversed(again), LATEST)
        store.ingest(first[::2], LATEST)
        store.rebuild(LATEST)
        assert {(event.title, event.when.edtf): event.id for event in store.events()} == ids
        assert sum(len(event.mentions) for event in store.events()) == 200 + len(again)
