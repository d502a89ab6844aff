"""A person's word on merging: it holds whatever is read later, and it can be taken back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from making import BRAND, BRIDGE, LATER, LATEST, NOW, page

from timeline.store import CorrectionError, Store

TOLD = [
    replace(BRIDGE, id="aa11"),
    replace(BRIDGE, id="bb22", quote="新桥于2019年正式通车。", title="新桥正式通车"),
    replace(BRIDGE, id="cc33", quote="2019年新桥如期通车。", title="新桥如期通车"),
]


@pytest.fixture
def merged(tmp_path):
    with Store.open(str(tmp_path / "timeline.db")) as opened:
        opened.ingest([page(f"{n}.txt", [line], published=f"2025-04-2{n}") for n, line in enumerate(TOLD)], NOW)
        assert [len(event.mentions) for event in opened.events()] == [3]
        yield opened


def told(store):
    """What a reader sees: which words make which event."""
    return {event.id: sorted(mention.quote for mention in event.mentions) for event in store.events()}


@pytest.mark.parametrize("mention", [3, "3", "cc33", "2.txt"])
def test_a_mention_that_was_parted_is_an_event_of_its_own_for_good(merged, mention):
    made = merged.unmerge("aa11", mention, who="编辑", why="另一座桥", now=LATER)
    assert (made.field, made.event, made.who, made.why) == ("parted", "aa11", "编辑", "另一座桥")
    assert {key: len(quotes) for key, quotes in told(merged).items()} == {"aa11": 2, "cc33": 1}
    before = told(merged)
    merged.rebuild(LATEST)
    merged.ingest([page("9.txt", [BRAND])], LATEST)
    assert {key: quotes for key, quotes in told(merged).items() if key in before} == before
    assert list(merged.verify()) == []


def test_all_statements_can_be_parted(merged):
    merged.unmerge("aa11", who="编辑", now=LATER)
    assert {key: len(quotes) for key, quotes in told(merged).items()} == {"aa11": 1, "bb22": 1, "cc33": 1}


def test_undo_undoes_unmerge(merged):
    before = merged.event("aa11")
    made = merged.unmerge("aa11", 2, who="编辑", now=LATER)
    merged.undo(made.id, LATEST)
    (event,) = merged.events()
    kept = {"revision": before.revision, "last_changed": before.last_changed}
    assert replace(event, **kept) == before
    assert merged.event("bb22") == event


def test_unmerge_undoes_merge_and_merge_undoes_unmerge(merged):
    merged.ingest([page("9.txt", [replace(BRAND, id="dd44")], published="2025-04-29")], NOW)
    apart = told(merged)
    merged.join("aa11", "dd44", who="编辑", why="同一件事", now=LATER)
    (event,) = merged.events()
    assert len(event.mentions) == 4
    assert "a person joined them" in event.reasons
    merged.unmerge(event.id, "dd44", who="编辑", now=LATER)
    assert told(merged) == apart
    merged.join("aa11", "dd44", who="编辑", now=LATEST)
    assert [len(each.mentions) for each in merged.events()] == [4]


def test_a_word_on_merging_outlives_a_rule_that_names_the_statement_otherwise(merged):
    merged.unmerge("aa11", "cc33", who="编辑", now=LATER)
    changed = replace(TOLD[2], id="ee55")
    merged.ingest([page("2.txt", [changed], published="2025-04-22")], LATEST)
    assert {key: len(quotes) for key, quotes in told(merged).items()} == {"aa11": 2, "cc33": 1}


def test_what_cannot_be_parted_or_joined_says_why(merged):
    with pytest.raises(CorrectionError, match="write a number from 1 to 3"):
        merged.unmerge("aa11", 4, who="编辑", now=LATER)
    with pytest.raises(CorrectionError, match="is one event already"):
        merged.join("aa11", "bb22", who="编辑", now=LATER)
    with pytest.raises(LookupError, match="no event"):
        merged.join("aa11", "ffff", who="编辑", now=LATER)
    merged.unmerge("aa11", who="编辑", now=LATER)
    with pytest.raises(CorrectionError, match="told by one statement only"):
        merged.unmerge("aa11", 1, who="编辑", now=LATER)
