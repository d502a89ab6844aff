"""Decisions go from one store to another, and give the same events there."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from making import BRAND, BRIDGE, LATER, LATEST, MARKET, NOW, page

from timeline.store import Addition, Store
from timeline.store.corrections import exchange

PAGES = [
    page("a.txt", [replace(BRIDGE, id="aa11"), replace(MARKET, id="bb22")]),
    page("b.txt", [replace(BRAND, id="cc33")]),
]
SAID = {"event": "aa11", "changes": {"title": {"to": "新大桥通车"}}, "by": "编辑"}


@pytest.fixture
def two(tmp_path):
    with Store.open(str(tmp_path / "one.db")) as one, Store.open(str(tmp_path / "other.db")) as other:
        one.ingest(PAGES, NOW)
        yield one, other


def written(store):
    return [exchange.line(each).encode() for each in store.decisions()]


def told(store):
    return [replace(event, revision=0, first_seen="", last_changed="") for event in store.events()]


def corrected(one):
    one.decide(
        "aa11", {"title": "甲", "date": "2019-08-01 (morning)", "place": None}, who="编辑", why="更正", now=LATER
    )
    one.decide("aa11", {"title": "乙"}, who="另一人", now=LATER)
    one.decide("bb22", {"rejected": True}, who="编辑", now=LATER)
    one.add(Addition("石桥镇图书馆开馆", "2024-03", source="石桥通讯"), who="编辑", now=LATER)
    one.add(Addition("误加一条", "2024-04", source="石桥通讯"), who="编辑", now=LATER)
    one.undo(one.decisions()[-1].number, LATEST, who="编辑")
    one.decide("cc33", {"kept": True}, who="编辑", now=LATEST)


def test_a_fresh_store_that_read_the_same_pages_has_the_same_events(two):
    one, other = two
    corrected(one)
    other.ingest(PAGES, LATEST)
    report = other.load(written(one), LATEST)
    assert (report.added, report.known, report.waiting, report.problems) == (7, 0, (), ())
    assert told(other) == told(one)
    assert written(other) == written(one)
    assert other.kept(other.events()) == one.kept(one.events())
    assert list(other.verify()) == []


def test_reading_the_same_lines_again_changes_nothing(two):
    one, other = two
    corrected(one)
    other.ingest(PAGES, LATEST)
    other.load(written(one), LATEST)
    before = (other.events(), other.decisions())
    report = other.load(written(one), LATEST)
    assert (report.added, report.known) == (0, 7)
    assert (other.events(), other.decisions()) == before


def test_lines_in_any_order_give_the_same_events(two):
    one, other = two
    corrected(one)
    other.ingest(PAGES, LATEST)
    other.load(reversed(written(one)), LATEST)
    assert told(other) == told(one)


def test_a_decision_waits_for_its_event(two):
    one, other = two
    one.decide("aa11", {"title": "甲"}, who="编辑", now=LATER)
    report = other.load(written(one), LATER)
    assert report.waiting == ((1, "aa11", "新桥通车"),)
    other.ingest(PAGES, LATEST)
    assert other.event("aa11").title == "甲"


def test_a_decision_finds_its_event_by_the_words_where_its_id_is_another(two):
    one, other = two
    one.decide("aa11", {"title": "甲"}, who="编辑", now=LATER)
    other.ingest([page("elsewhere.txt", [replace(BRIDGE, id="zz99"), MARKET])], NOW)
    assert other.load(written(one), LATER).waiting == ()
    assert other.event("zz99").title == "甲"


def test_the_later_of_two_editors_wins_whoever_comes_in_first(two):
    one, other = two
    other.ingest(PAGES, NOW)
    one.decide("aa11", {"title": "早"}, who="甲", now=LATER)
    other.decide("aa11", {"title": "晚"}, who="乙", now=LATEST)
    both = written(one), written(other)
    one.load(both[1], LATEST)
    other.load(both[0], LATEST)
    assert one.event("aa11").title == other.event("aa11").title == "晚"
    assert [sorted(each.fields["title"] for each in store.decisions("aa11")) for store in two] == [["早", "晚"]] * 2


def test_a_line_written_by_hand_is_enough(two):
    one, _ = two
    report = one.load([json.dumps(SAID).encode()], LATER)
    assert report.added == 1
    assert one.event("aa11").title == "新大桥通车"
    assert one.load([json.dumps(SAID).encode()], LATEST).known == 1


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (b"{", "is no JSON"),
        (b"\xff\xfe", "is no JSON"),
        (b"[" * 100_000, "is no JSON"),
        (b"[1]", "is no JSON object"),
        (json.dumps({**SAID, "schema": "timeline-decision/9"}).encode(), "timeline-decision/9"),
        (json.dumps({**SAID, "event": ""}).encode(), '"event"'),
        (json.dumps({**SAID, "by": 3}).encode(), '"by"'),
        (json.dumps({**SAID, "by": "\ud800"}).encode(), '"by"'),
        (json.dumps({**SAID, "changes": {}}).encode(), '"changes"'),
        (json.dumps({**SAID, "changes": {"title": "x"}}).encode(), "title"),
        (json.dumps({**SAID, "changes": {"salience": {"to": 1}}}).encode(), "can't be corrected"),
        (json.dumps({**SAID, "changes": {"date": {"to": "2025-13-40"}}}).encode(), "not an EDTF date"),
        (json.dumps({**SAID, "changes": {"topics": {"to": 5}}}).encode(), "list of topics"),
        (json.dumps({**SAID, "changes": {"rejected": {"to": "yes"}}}).encode(), "neither true nor false"),
        (json.dumps({**SAID, "changes": {"undoes": {"to": 5}}}).encode(), "undoes no decision"),
        (json.dumps({**SAID, "changes": {"added": {"to": {"title": "x"}}}}).encode(), "a date and a source"),
        (json.dumps({**SAID, "changes": {"joined": {"to": {"groups": 1}}}}).encode(), "which statements"),
        (json.dumps({**SAID, "at": "gestern"}).encode(), "no moment"),
    ],
)
def test_a_bad_line_is_named_and_the_rest_goes_in(two, bad, reason):
    one, _ = two
    good = [json.dumps(SAID).encode(), b"", json.dumps({**SAID, "event": "bb22"}).encode()]
    report = one.load([good[0], bad, *good[1:]], LATER)
    assert report.added == 2
    ((number, words),) = report.problems
    assert number == 2
    assert reason in words
    assert [event.title for event in one.events()] == ["提出质量立业", "新大桥通车", "新大桥通车"]
