"""The laws of the store on real pages, read by the real stages."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from making import LATER, NOW

from timeline.pipeline import process, rules_version
from timeline.read import read_path
from timeline.store import Store

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


@pytest.fixture(scope="module")
def extractions():
    return [process(document) for path in SEEDS for document in read_path(path)]


@pytest.fixture(scope="module")
def told(extractions, tmp_path_factory):
    with Store.open(str(tmp_path_factory.mktemp("pages") / "a.db")) as store:
        report = store.ingest(extractions, NOW, rules=rules_version())
        assert (report.documents_added, report.problems) == (len(SEEDS), ())
        assert list(store.verify()) == []
        assert list(store.notices()) == []
        return store.events(), store.documents(), store.undated()


def plain(events):
    """Events without what depends on when each was first stored."""
    return [replace(event, revision=1, first_seen="", last_changed="") for event in events]


def test_every_statement_is_told_by_one_event_and_no_mention_is_lost(extractions, told):
    events, documents, undated = told
    ids = [each for event in events for each in (event.id, *event.aliases)]
    assert sorted(ids) == sorted({event.id for extraction in extractions for event in extraction.events})
    quoted = {(m.document, m.start, m.end, m.timex.start) for x in extractions for e in x.events for m in e.mentions}
    assert {(m.document, m.start, m.end, m.timex.start) for event in events for m in event.mentions} == quoted
    assert len(undated) == sum(len(extraction.undated) for extraction in extractions)
    assert [document.path for document in documents] == [extraction.document.path for extraction in extractions]


def nameless(events):
    """The events without what they are called: the page that came first gave the id."""
    return sorted(
        repr(replace(event, id="", aliases=tuple(sorted({event.id, *event.aliases})), links=()))
        for event in plain(events)
    )


@pytest.mark.parametrize("order", [(4, 3, 2, 1, 0), (2, 0, 4, 1, 3)])
def test_pages_may_come_in_any_order_one_by_one(extractions, told, tmp_path, order):
    with Store.open(str(tmp_path / "a.db")) as store:
        for n in order:
            store.ingest([extractions[n]], NOW, rules=rules_version())
        assert nameless(store.events()) == nameless(told[0])
        for event in told[0]:
            assert {store.event(name).when for name in (event.id, *event.aliases)} == {event.when}
        assert list(store.verify()) == []
        assert all(gone.successor for gone in store.gone())
        for gone in store.gone():
            assert store.event(gone.event.id).id == gone.successor
        report = store.ingest(extractions, LATER, rules=rules_version())
        assert (report.documents_unchanged, report.changed) == (len(SEEDS), False)


def test_a_store_made_in_one_call_is_the_same_in_any_order(extractions, told, tmp_path):
    with Store.open(str(tmp_path / "a.db")) as store:
        store.ingest(extractions[::-1], NOW, rules=rules_version())
        assert (store.events(), store.documents(), store.undated()) == told
