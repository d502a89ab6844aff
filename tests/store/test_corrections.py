from __future__ import annotations

from dataclasses import replace

import pytest
from making import BRAND, BRIDGE, LATER, LATEST, MARKET, NOW, page

from timeline.query import Query, find
from timeline.store import CorrectionError

BRIDGE_ID = replace(BRIDGE, id="aa11")


@pytest.fixture
def stored(store):
    store.ingest([page("a.txt", [BRIDGE_ID, MARKET])], NOW)
    return store


@pytest.mark.parametrize(
    ("field", "value", "shown"),
    [
        ("title", " 新大桥通车 ", lambda event: event.title == "新大桥通车"),
        ("date", "2019-08-01", lambda event: (event.when.edtf, event.when.granularity) == ("2019-08-01", "day")),
        ("kind", "activity", lambda event: event.kind == "activity"),
        ("topics", ["文旅活动", "culture", "green"], lambda event: event.topics == ("culture", "green")),
        ("place", "江口", lambda event: event.place == "江口"),
        ("place", None, lambda event: event.place is None),
    ],
)
def test_a_correction_shows_at_once_and_outlives_re_extraction(stored, field, value, shown):
    made = stored.correct("aa11", field, value, who="编辑", why="见更正启事", now=LATER)
    assert (made.who, made.why, made.when) == ("编辑", "见更正启事", "2026-05-02T08:00:00Z")
    assert shown(stored.event("aa11"))
    again = page("a.txt", [replace(BRIDGE_ID, salience=0.9), MARKET], headline="另题")
    stored.ingest([again], LATEST)
    assert shown(stored.event("aa11"))
    assert stored.event("aa11").salience == 0.9


def test_a_correction_is_a_revision_and_is_found_by_queries(stored):
    stored.correct("aa11", "date", "2020-05", who="编辑", now=LATER)
    assert [event.id for event in find(stored, Query(years=(2020, 2020)))] == ["aa11"]
    assert find(stored, Query(years=(2019, 2019))) == []
    stored.correct("aa11", "topics", ["green"], who="编辑", now=LATER)
    assert [event.id for event in find(stored, Query(topics=("绿色低碳",)))] == ["aa11"]
    stored.correct("aa11", "title", "长虹卧波", who="编辑", now=LATER)
    assert [event.id for event in find(stored, Query(text="卧波"))] == ["aa11"]
    assert [sorted(revision.changes) for revision in stored.history("aa11")] == [[], ["date"], ["topics"], ["title"]]


def test_the_last_of_two_corrections_wins_and_undo_takes_it_back(stored):
    stored.correct("aa11", "title", "甲", who="编辑", now=LATER)
    second = stored.correct("aa11", "title", "乙", who="编辑", now=LATER)
    assert stored.event("aa11").title == "乙"
    stored.undo(second.id, LATEST)
    assert stored.event("aa11").title == "甲"
    assert [(each.value, each.undone) for each in stored.corrections()] == [
        ("甲", None),
        ("乙", "2026-05-03T08:00:00Z"),
    ]
    with pytest.raises(LookupError, match=f"no correction {second.id} to undo"):
        stored.undo(second.id, LATEST)


def test_a_rejected_event_is_gone_for_readers_and_stays_so(stored):
    decision = stored.correct("aa11", "rejected", True, who="编辑", why="不是事件", now=LATER)
    assert [event.title for event in stored.events()] == ["县里办集市"]
    (gone,) = stored.gone()
    assert (gone.event.id, gone.reason, gone.event.revision, gone.when) == (
        "aa11",
        "rejected",
        2,
        "2026-05-02T08:00:00Z",
    )
    with pytest.raises(LookupError, match="event aa11 was rejected"):
        stored.event("aa11")
    # The rule names it otherwise by now, and reads it a little otherwise: it is still the rejected one.
    report = stored.ingest([page("a.txt", [replace(BRIDGE, id="zz99", salience=0.9), MARKET])], LATEST)
    assert report.events_added == 0
    assert [event.title for event in stored.events()] == ["县里办集市"]
    assert stored.gone()[0].when == "2026-05-02T08:00:00Z"
    assert find(stored, Query(text="新桥")) == find(stored, Query(topics=("transport",))) == []
    assert list(stored.verify()) == []
    stored.undo(decision.id, LATEST)
    event = stored.event("aa11")
    assert (event.title, event.salience, event.revision, event.first_seen) == (
        "新桥通车",
        0.9,
        3,
        "2026-05-01T08:00:00Z",
    )
    assert stored.gone() == []


def test_a_correction_follows_an_event_into_the_one_it_was_merged_into(stored):
    stored.correct("aa11", "place", "江口", who="编辑", now=LATER)
    stored.ingest([page("0.txt", [replace(BRIDGE, id="0000")], headline="新桥")], LATEST)
    event = stored.event("0000")
    assert (event.id, event.place) == ("aa11", "江口")


@pytest.mark.parametrize(
    ("field", "value", "advice"),
    [
        ("salience", 1, "choose rejected, kept, title, date, kind, topics, place, modality"),
        ("title", "  ", "at least one character"),
        ("date", "去年", "is not an EDTF date"),
        ("kind", "party", "choose activity, milestone"),
        ("topics", ["没有的话题"], "choose from quality 质量标准, ip"),
    ],
)
def test_a_correction_that_cannot_be_made_says_what_can(stored, field, value, advice):
    with pytest.raises(CorrectionError, match=advice):
        stored.correct("aa11", field, value, who="编辑", now=LATER)
    assert stored.corrections() == []


def test_a_correction_of_no_event(stored):
    with pytest.raises(LookupError, match="no event 'ffff'"):
        stored.correct("ffff", "title", "甲", who="编辑", now=LATER)


def test_corrections_of_other_events_are_not_touched(stored):
    stored.correct("aa11", "title", "甲", who="编辑", now=LATER)
    stored.ingest([page("b.txt", [BRAND])], LATEST)
    assert sorted(event.title for event in stored.events()) == ["县里办集市", "提出质量立业", "甲"]
    assert stored.event("aa11").revision == 2
