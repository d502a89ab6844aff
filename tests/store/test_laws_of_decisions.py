"""What a person decided holds whatever is done to the store afterwards, and taking it back restores what was there."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import timedelta

import pytest
from making import BRAND, BRIDGE, LATER, LATEST, MARKET, NOW, page
from sqlalchemy import text

from timeline.store import StaleError, Store, migrate
from timeline.store.corrections.fields import date_text, dated

LINES = [replace(BRIDGE, id="aa11"), replace(MARKET, id="bb22", part="morning"), replace(BRAND, id="cc33")]
CHANGES = [
    {"title": "新大桥通车"},
    {"date": "2019-08-01"},
    {"date": "2020~ (end)", "kind": "activity"},
    {"topics": ["green"], "place": "江口"},
    {"place": None, "modality": "cancelled"},
    {"rejected": True},
    {"rejected": False},
    {"kept": True},
]


@pytest.fixture
def stored(store):
    store.ingest([page("a.txt", LINES)], NOW)
    return store


def plain(event):
    return replace(event, revision=0, last_changed="")


def shown(store):
    return [plain(event) for event in store.events()], sorted((gone.event.id, gone.reason) for gone in store.gone())


@pytest.mark.parametrize("seed", range(12))
def test_any_decisions_and_undos_leave_what_merging_anew_would_give(stored, seed):
    chance, now = random.Random(seed), LATER
    for _ in range(12):
        now += timedelta(seconds=chance.choice((0, 0.2, 40)))
        standing = [each for each in stored.decisions() if not each.undone]
        if standing and chance.random() < 0.4:
            stored.undo(chance.choice(standing).number, now)
        else:
            stored.decide(chance.choice(LINES).id, chance.choice(CHANGES), who="编辑", now=now)
        before = stored.events()
        report = stored.rebuild(now)
        assert not report.changed
        assert stored.events() == before
    assert list(stored.verify()) == []


@pytest.mark.parametrize("seed", range(6))
def test_undoing_every_decision_restores_what_was_read(stored, seed):
    before, chance = shown(stored), random.Random(seed)
    for _ in range(6):
        stored.decide(chance.choice(LINES).id, chance.choice(CHANGES), who="编辑", now=LATER)
    numbers = [each.number for each in stored.decisions()]
    chance.shuffle(numbers)
    for number in numbers:
        stored.undo(number, LATEST)
    assert shown(stored) == before


def test_an_undo_can_be_undone_and_that_too(stored):
    before = shown(stored)
    made = stored.decide("aa11", {"title": "甲"}, who="编辑", now=LATER)
    after = shown(stored)
    stored.undo(made.number, LATEST, who="甲", why="看错了")
    stored.undo(stored.decisions()[-1].number, LATEST)
    assert shown(stored) == after
    stored.undo(stored.decisions()[-1].number, LATEST)
    assert shown(stored) == before
    with pytest.raises(LookupError, match=f"timeline undo {stored.decisions()[1].number} brings it back"):
        stored.undo(made.number, LATEST)


def test_an_undo_says_who_and_why(stored):
    made = stored.decide("aa11", {"title": "甲"}, who="编辑", now=LATER)
    stored.undo(made.number, LATEST, who="另一人", why="看错了")
    undo = stored.decisions()[-1]
    assert (undo.who, undo.why, undo.when, undo.fields) == (
        "另一人",
        "看错了",
        "2026-05-03T08:00:00Z",
        {"undoes": made.key},
    )


def test_several_fields_at_once_are_one_decision(stored):
    made = stored.decide("bb22", {"title": "甲", "date": "2025-05"}, who="编辑", now=LATER)
    assert made.changes == (("title", "县里办集市", "甲"), ("date", "2025-04-26 (morning)", "2025-05"))
    before = stored.event("bb22")
    assert before.revision == 2
    stored.undo(made.number, LATEST)
    event = stored.event("bb22")
    assert (event.title, event.when.edtf, event.when.part) == ("县里办集市", "2025-04-26", "morning")


def test_a_field_that_cannot_be_leaves_the_others_as_they_were(stored):
    with pytest.raises(ValueError, match="is not a kind"):
        stored.decide("aa11", {"title": "甲", "kind": "party"}, who="编辑", now=LATER)
    assert (stored.decisions(), stored.event("aa11").title) == ([], "新桥通车")


def test_decisions_hold_when_the_page_changes_is_read_anew_and_goes_and_comes_back(stored):
    stored.decide("aa11", {"title": "甲", "date": "2019-08"}, who="编辑", now=LATER)
    stored.decide("bb22", {"rejected": True}, who="编辑", now=LATER)
    for lines in (
        [replace(LINES[0], title="另一种题目", id="xx77"), LINES[1], LINES[2]],
        [LINES[2]],
        [replace(line, id=f"yy{n}") for n, line in enumerate(LINES)],
    ):
        stored.ingest([page("a.txt", lines, headline=f"{len(lines)}{lines[0].id}")], LATEST)
    titles = {event.title: event.when.edtf for event in stored.events()}
    assert titles == {"甲": "2019-08", "提出质量立业": "1996"}
    assert list(stored.verify()) == []


def test_a_decision_goes_with_its_event_into_another_and_comes_back_out_of_it(tmp_path):
    with Store.open(str(tmp_path / "own.db")) as store:
        store.ingest([page("a.txt", LINES)], NOW)
        store.decide("bb22", {"place": "江口"}, who="编辑", now=LATER)
        before = shown(store)[0]
        made = store.join("cc33", "bb22", who="编辑", now=LATER)
        assert store.event("bb22") == store.event("cc33")
        assert store.event("bb22").place == "江口"
        assert [next(iter(each.fields)) for each in store.decisions("cc33")] == ["place", "joined"]
        store.undo(made.id, LATEST)
        assert shown(store)[0] == before


def test_of_two_conflicting_decisions_the_later_wins_and_both_are_told(stored):
    stored.decide("aa11", {"date": "2019-08"}, who="甲", why="见报", now=LATEST)
    stored.decide("aa11", {"date": "2019-09"}, who="乙", why="来信", now=LATER)  # by a clock that is a day behind
    assert stored.event("aa11").when.edtf == "2019-09"
    assert not stored.rebuild(LATEST).changed
    assert [(each.who, each.why, each.fields["date"]) for each in stored.decisions("aa11")] == [
        ("甲", "见报", "2019-08"),
        ("乙", "来信", "2019-09"),
    ]


def test_a_decision_about_what_changed_meanwhile_is_not_made(stored):
    seen = stored.event("aa11")
    stored.decide("aa11", {"title": "甲"}, who="甲", now=LATER)
    with pytest.raises(StaleError, match="was changed meanwhile"):
        stored.decide("aa11", {"rejected": True}, who="乙", now=LATER, found=seen.revision)
    assert len(stored.decisions()) == 1


def test_what_was_looked_at_is_known_until_it_changes(stored):
    assert stored.kept(stored.events()) == frozenset()
    stored.decide("aa11", {"kept": True}, who="编辑", now=LATER)
    stored.decide("cc33", {"title": "甲"}, who="编辑", now=LATER)
    assert stored.kept(stored.events()) == {"aa11", "cc33"}
    assert stored.event("aa11").revision == 1
    stored.ingest([page("a.txt", [replace(LINES[0], place="江口"), *LINES[1:]])], LATEST)
    assert stored.kept(stored.events()) == {"cc33"}
    stored.undo(stored.decisions("cc33")[0].number, LATEST)
    assert stored.kept(stored.events()) == frozenset()


def test_decisions_survive_an_upgrade_of_the_store(stored):
    stored.decide("aa11", {"title": "甲"}, who="编辑", why="更正", now=LATER)
    made = stored.decide("aa11", {"title": "乙"}, who="编辑", now=LATEST)
    stored.undo(made.number, LATEST)
    with stored._writing() as connection:  # undos of a store of then left no row
        connection.execute(text("DELETE FROM correction WHERE field = 'undoes'"))
    migrate.downgrade(stored._engine, stored.place, "0001")
    migrate.upgrade(stored._engine, stored.place)
    assert stored.event("aa11").title == "甲"
    assert not stored.rebuild(LATEST).changed
    assert [(each.fields, each.who, each.why, bool(each.undone)) for each in stored.decisions()] == [
        ({"title": "甲"}, "编辑", "更正", False),
        ({"title": "乙"}, "编辑", "", True),
    ]
    again = stored.decide("aa11", {"title": "丙"}, who="编辑", now=LATEST)
    stored.undo(again.number, LATEST)
    assert stored.event("aa11").title == "甲"


@pytest.mark.parametrize(
    "written", ["2025-04-26", "2026 (end)", "2025-04-20/2025-04-24 (morning, uncertain)", "2026~", "1996 (approximate)"]
)
def test_a_date_is_written_and_read_without_loss(written):
    assert date_text(dated(written)) == written


@pytest.mark.parametrize("written", ["2025 (noon)", "2025 (early, late)", "2025 ()()", "(end)", "2025-02-30"])
def test_what_is_no_date(written):
    with pytest.raises(ValueError, match="is not an EDTF date"):
        dated(written)
