"""An event told by hand is an event like others, traceable to who told it, and can be taken back."""

from __future__ import annotations

import pytest
from making import BRIDGE, LATER, LATEST, NOW, page

from timeline.query import Query, find
from timeline.store import Addition, CorrectionError, Store

TOLD = Addition(
    "石桥镇图书馆开馆",
    "2024-03-09 (morning)",
    words="2024年3月9日上午",
    source="石桥通讯",
    quote="图书馆3月9日上午开馆，免费办证。",
    url="https://example.org/library",
    kind="activity",
    topics=("culture",),
    place="石桥镇",
)


@pytest.fixture
def stored(store):
    store.ingest([page("a.txt", [BRIDGE])], NOW)
    return store


def test_an_added_event_is_found_like_any_other_and_says_who_added_it(stored):
    made = stored.add(TOLD, who="编辑", why="馆方来信", now=LATER)
    assert stored.event(TOLD.id) == made
    (event,) = find(stored, Query(text="图书馆", topics=("culture",), years=(2024, 2024)))
    assert (event.when.edtf, event.when.part, event.place) == ("2024-03-09", "morning", "石桥镇")
    (mention,) = event.mentions
    assert (mention.quote, mention.source, mention.timex.text) == (TOLD.quote, "石桥通讯", "2024年3月9日上午")
    document = stored.document(mention.document)
    assert document.document.text[mention.start : mention.end] == TOLD.quote
    assert document.document.text[mention.timex.start : mention.timex.end] == TOLD.words
    assert "编辑 2026-05-02T08:00:00Z 馆方来信" in document.document.text
    assert list(stored.verify()) == []


def test_no_file_is_missed_for_an_event_told_by_hand(stored, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "by-hand").mkdir()
    stored.add(TOLD, who="编辑", now=LATER)
    assert [words.partition(":")[0] for words in stored.notices()] == ["a.txt"]


def test_adding_the_same_twice_is_refused(stored):
    stored.add(TOLD, who="编辑", now=LATER)
    with pytest.raises(CorrectionError, match=f"it is {TOLD.id}"):
        stored.add(TOLD, who="另一人", now=LATEST)
    assert len(stored.events()) == 2


def test_undo_takes_an_addition_away_and_undo_of_the_undo_brings_it_back(stored):
    made = stored.add(TOLD, who="编辑", now=LATER)
    (decision,) = stored.decisions(TOLD.id)
    stored.undo(decision.number, LATEST, who="编辑")
    assert [event.title for event in stored.events()] == ["新桥通车"]
    assert [(gone.event.id, gone.reason) for gone in stored.gone()] == [(TOLD.id, "lost")]
    assert list(stored.verify()) == []
    undo = stored.decisions()[-1]
    stored.undo(undo.number, LATEST, who="编辑")
    event = stored.event(TOLD.id)
    assert (event.title, event.mentions, event.when) == (made.title, made.mentions, made.when)
    assert list(stored.verify()) == []


def test_an_added_event_outlives_everything_that_is_read_later(stored):
    stored.add(TOLD, who="编辑", now=LATER)
    stored.decide(TOLD.id, {"title": "石桥镇新图书馆开馆"}, who="编辑", now=LATER)
    stored.ingest([page("a.txt", [BRIDGE], headline="另题")], LATEST)
    stored.rebuild(LATEST)
    assert stored.event(TOLD.id).title == "石桥镇新图书馆开馆"


def test_a_report_that_is_read_later_joins_the_added_event(tmp_path):
    from timeline.pipeline import process
    from timeline.read import read_text

    with Store.open(str(tmp_path / "own.db")) as store:
        told = Addition("石桥镇图书馆开馆", "2024-03-09", source="石桥通讯", kind="activity")
        store.add(told, who="编辑", now=NOW)
        text = "本报讯 3月9日，石桥镇图书馆开馆。\n"
        store.ingest([process(read_text(text, "a.txt"), "2024-03-10")], LATER)
        (event,) = store.events()
        assert len(event.mentions) == 2
        assert store.event(told.id) == event
        store.undo(store.decisions()[0].number, LATEST)
        (event,) = store.events()
        assert [mention.document for mention in event.mentions] == ["a.txt"]
        assert list(store.verify()) == []


@pytest.mark.parametrize(
    ("fields", "advice"),
    [
        ({"title": " "}, "at least one character"),
        ({"date": "那天"}, "is not an EDTF date"),
        ({"date": "XXXX-04-26"}, "no place on the calendar"),
        ({"source": ""}, "--source"),
        ({"kind": "party"}, "choose activity"),
        ({"topics": ("没有",)}, "is not a topic"),
    ],
)
def test_an_event_that_cannot_be_added_says_why(fields, advice):
    with pytest.raises(CorrectionError, match=advice):
        Addition(**{"title": "开馆", "date": "2024", "source": "石桥通讯", **fields})
