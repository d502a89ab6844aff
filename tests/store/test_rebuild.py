from __future__ import annotations

from dataclasses import replace

import pytest
from making import BRAND, BRIDGE, LATER, LATEST, MARKET, NOW, RATE, page
from sqlalchemy import select

from timeline.store.columns import EVENT_ALIAS

T1, T2, T3 = "2026-05-01T08:00:00Z", "2026-05-02T08:00:00Z", "2026-05-03T08:00:00Z"


def only(store, title):
    (event,) = [event for event in store.events() if event.title == title]
    return event


def named(line, key):
    return replace(line, id=key)


def test_two_pages_that_state_one_event_give_one_with_both_mentions(store):
    later = page("b.txt", [named(BRIDGE, "bb22")], headline="新桥", published="2025-04-23")
    store.ingest([page("a.txt", [named(BRIDGE, "aa11")]), later], NOW)
    event = only(store, "新桥通车")
    assert (event.id, event.aliases) == ("aa11", ("bb22",))
    assert event.reasons == ("the same date, 100% of the shorter title stands in the other",)
    assert [mention.document for mention in event.mentions] == ["a.txt", "b.txt"]
    assert store.event("bb22") == event == store.event("aa11")


def test_a_new_mention_is_a_revision_that_keeps_first_seen(store):
    store.ingest([page("a.txt", [named(BRIDGE, "aa11"), MARKET])], NOW)
    report = store.ingest([page("b.txt", [named(BRIDGE, "bb22")], headline="新桥")], LATER)
    assert (report.events_added, report.events_changed, report.events_gone) == (0, 1, 0)
    event = only(store, "新桥通车")
    assert (event.revision, event.first_seen, event.last_changed) == (2, T1, T2)
    untouched = only(store, "县里办集市")
    assert (untouched.revision, untouched.last_changed) == (1, T1)
    first, second = store.history("aa11")
    assert (first.number, first.when, first.changes) == (1, T1, {})
    assert (second.number, second.when) == (2, T2)
    assert second.changes == {"mentions": {"added": ["b.txt: 2019年，新桥通车。"], "removed": []}}


def test_what_changed_is_told_field_by_field(store):
    store.ingest([page("a.txt", [named(MARKET, "aa11")])], NOW)
    moved = replace(MARKET, id="aa11", edtf="2025-04-27", place="体育场", modality="postponed", part="morning")
    store.ingest([page("a.txt", [moved])], LATER)
    assert store.history("aa11")[1].changes == {
        "date": ["2025-04-26", "2025-04-27 morning"],
        "modality": ["planned", "postponed"],
        "place": ["河滨公园", "体育场"],
        "sources": [["a.txt: 晨报 集市将开 2025-04-22"], ["a.txt: 晨报 集市将开 2025-04-22"]],
    }


def test_a_mention_that_only_moved_in_its_file_is_no_revision(store):
    store.ingest([page("a.txt", [named(MARKET, "aa11")])], NOW)
    report = store.ingest([page("a.txt", [BRAND, named(MARKET, "aa11")])], LATER)
    assert (report.events_added, report.events_changed) == (1, 0)
    event = only(store, "县里办集市")
    assert (event.revision, event.last_changed) == (1, T1)
    assert event.mentions[0].start > 10  # yet it points where the words stand now
    assert list(store.verify()) == []


def test_reasons_and_rules_are_kept_up_to_date_without_a_revision(store):
    extraction = page("a.txt", [named(BRIDGE, "aa11")])
    store.ingest([extraction], NOW)
    event = extraction.events[0]
    timex = event.mentions[0].timex._replace(rule="other", steps=("said otherwise",))
    told = replace(event, mentions=(replace(event.mentions[0], timex=timex),), reasons=("of its own",))
    report = store.ingest([replace(extraction, events=(told,))], LATER)
    assert (report.documents_reread, report.events_changed) == (1, 0)
    event = only(store, "新桥通车")
    assert (event.revision, event.mentions[0].timex.rule, event.reasons) == (1, "other", ("of its own",))


def test_what_nothing_states_any_more_becomes_a_tombstone(store):
    store.ingest([page("a.txt", [named(MARKET, "aa11"), BRIDGE])], NOW)
    was = only(store, "县里办集市")
    report = store.ingest([page("a.txt", [BRIDGE])], LATER)
    assert report.events_gone == 1
    (gone,) = store.gone()
    assert (gone.reason, gone.successor, gone.when) == ("lost", None, T2)
    assert gone.event == replace(was, revision=2, last_changed=T2)
    assert store.history("aa11")[-1].changes == {"state": ["live", "lost"]}
    with pytest.raises(LookupError, match="event aa11 is no longer stated by any document"):
        store.event("aa11")
    assert list(store.verify()) == []


def test_an_event_that_comes_back_goes_on_where_it_was(store):
    for moment, lines in ((NOW, [named(MARKET, "aa11")]), (LATER, [BRAND]), (LATEST, [named(MARKET, "aa11")])):
        store.ingest([page("a.txt", lines)], moment)
    event = only(store, "县里办集市")
    assert (event.id, event.revision, event.first_seen, event.last_changed) == ("aa11", 3, T1, T3)
    assert [revision.changes for revision in store.history("aa11")] == [
        {},
        {"state": ["live", "lost"]},
        {"state": ["lost", "live"]},
    ]


def test_an_earlier_report_that_comes_later_changes_no_id(store):
    store.ingest([page("b.txt", [named(BRIDGE, "bb22")])], NOW)
    report = store.ingest([page("a.txt", [named(BRIDGE, "aa11")], headline="新桥")], LATER)
    assert (report.events_added, report.events_changed, report.events_gone) == (0, 1, 0)
    event = only(store, "新桥通车")
    assert (event.id, event.aliases, event.first_seen, event.last_changed) == ("bb22", ("aa11",), T1, T2)
    assert store.gone() == []
    assert store.event("aa11") == event


def test_of_two_events_that_turn_out_to_be_one_the_longer_known_keeps_its_id(store):
    store.ingest([page("b.txt", [named(BRIDGE, "bb22")])], NOW)
    store.ingest([page("a.txt", [replace(BRIDGE, id="aa11", title="大桥竣工")], headline="大桥")], LATER)
    store.ingest([page("a.txt", [named(BRIDGE, "aa11")], headline="大桥")], LATEST)
    event = only(store, "新桥通车")
    assert (event.id, event.aliases, event.first_seen) == ("bb22", ("aa11",), T1)
    (gone,) = store.gone()
    assert (gone.event.id, gone.reason, gone.successor) == ("aa11", "merged", "bb22")
    assert store.event("aa11") == event
    assert store.history("aa11")[-1].changes == {"state": ["live", "merged"], "successor": [None, "bb22"]}


def test_a_merge_that_falls_apart_gives_the_id_back(store):
    store.ingest([page("b.txt", [named(BRIDGE, "bb22")])], NOW)
    store.ingest([page("a.txt", [named(BRIDGE, "aa11")], headline="新桥")], LATER)
    store.ingest([page("a.txt", [replace(BRIDGE, id="aa11", title="旧桥拆除")], headline="新桥")], LATEST)
    assert {event.id: event.title for event in store.events()} == {"aa11": "旧桥拆除", "bb22": "新桥通车"}
    assert store.event("bb22").revision == 3
    assert store.gone() == []
    with store.reading() as connection:
        assert connection.execute(select(EVENT_ALIAS)).all() == []


@pytest.mark.parametrize(
    "changed",
    [
        replace(BRIDGE, id="zz99"),  # the rule names it otherwise, the words are the same
        replace(BRIDGE, id="zz99", edtf="2019-05"),  # and reads another date
        replace(BRIDGE, id="zz99", quote="2019年，新桥正式通车。"),  # the file was edited: same time, date and title
    ],
)
def test_an_event_keeps_its_id_when_its_statement_changes_a_little(store, changed):
    store.ingest([page("a.txt", [named(BRIDGE, "aa11"), MARKET])], NOW)
    for moment in (LATER, LATEST):  # kept the second time too, when nothing is left of the first statement
        store.ingest([page("a.txt", [changed, MARKET], headline=str(moment))], moment)
        event = only(store, "新桥通车")
        assert (event.id, event.aliases, event.first_seen) == ("aa11", ("zz99",), T1)
        assert event.when.edtf == changed.edtf
        assert store.event("zz99").id == "aa11"
    assert store.gone() == []
    assert list(store.verify()) == []


def test_a_kept_id_goes_to_the_event_that_shares_most(store):
    both = [named(BRIDGE, "aa11"), replace(BRIDGE, id="aa12", quote="大桥于2019年通车。", time="2019年")]
    store.ingest([page("a.txt", both)], NOW)
    assert len(only(store, "新桥通车").mentions) == 2
    rest = [
        replace(both[0], id="yy88", title="新桥剪彩"),
        replace(both[1], id="yy99", quote="大桥于2019年通车。", title="新桥通车"),
        replace(both[1], id="yy97", quote="另外，2019年通车。", title="新桥通车"),
    ]
    store.ingest([page("a.txt", rest)], LATER)
    assert {event.title: event.id for event in store.events()} == {"新桥剪彩": "aa11", "新桥通车": "yy99"}


def test_what_a_page_announced_keeps_its_id_when_the_page_moves_it(store):
    moved = replace(MARKET, id="zz99", quote="县里5月3日在河滨公园办集市。", time="5月3日", edtf="2025-05-03")
    store.ingest([page("a.txt", [named(MARKET, "aa11"), BRIDGE])], NOW)
    store.ingest([page("a.txt", [moved, BRIDGE])], LATER)
    event = only(store, "县里办集市")
    assert (event.id, event.when.edtf, event.revision, store.gone()) == ("aa11", "2025-05-03", 2, [])
    assert "2025-05-03" in str(store.history("aa11")[-1].changes)


def test_what_was_reported_or_is_told_twice_does_not_move(store):
    reported = replace(MARKET, modality="reported")
    later = replace(reported, id="zz99", quote="县里5月3日又办集市。", time="5月3日", edtf="2025-05-03")
    store.ingest([page("a.txt", [named(reported, "aa11")])], NOW)
    store.ingest([page("a.txt", [later])], LATER)
    assert only(store, "县里办集市").id == "zz99"
    tenth, eighteenth, last = (
        replace(MARKET, id=f"bb{day}", quote=f"县里6月{day}日办集市。", time=f"6月{day}日", edtf=f"2025-06-{day}")
        for day in (10, 18, 26)
    )
    store.ingest([page("b.txt", [tenth, eighteenth])], LATER)
    store.ingest([page("b.txt", [last])], LATEST)
    assert {event.id for event in store.events()} == {"zz99", "bb26"}


def test_two_different_events_do_not_take_each_others_id(store):
    store.ingest([page("a.txt", [named(BRIDGE, "aa11")])], NOW)
    store.ingest([page("a.txt", [named(BRAND, "zz99")])], LATER)
    assert [event.id for event in store.events()] == ["zz99"]
    assert [gone.event.id for gone in store.gone()] == ["aa11"]


def test_one_clause_with_two_events_keeps_them_and_their_link_apart(store):
    opened = replace(RATE, id="aa11", title="办法生效", kind="milestone", links=(("expires", "bb22"),))
    closed = replace(RATE, id="bb22", title="办法失效", kind="milestone", links=(("in-force", "aa11"),))
    store.ingest([page("a.txt", [opened, closed])], NOW)
    assert store.event("aa11").links == (("expires", "bb22"),)
    # Both statements get other ids: the events keep theirs, and so do the links between them.
    store.ingest(
        [
            page(
                "a.txt",
                [replace(opened, id="cc33", links=(("expires", "dd44"),)), replace(closed, id="dd44", links=())],
            )
        ],
        LATER,
    )
    kept = {event.title: event for event in store.events()}
    assert {event.id for event in kept.values()} == {"aa11", "bb22"}
    assert kept["办法生效"].links == (("expires", kept["办法失效"].id),)


def test_the_same_statement_id_on_two_pages_loses_no_mention(store):
    store.ingest(
        [
            page("a.txt", [named(BRIDGE, "aa11")]),
            page("b.txt", [replace(BRIDGE, id="aa11", title="大桥通车")], headline="大桥"),
        ],
        NOW,
    )
    (event,) = store.events()
    assert [mention.document for mention in event.mentions] == ["a.txt", "b.txt"]


def test_rebuilding_an_unchanged_store_changes_nothing(store):
    store.ingest([page("a.txt"), page("b.txt", [MARKET, RATE])], NOW)
    before = store.events()
    report = store.rebuild(LATER)
    assert (report.events_added, report.events_changed, report.events_gone) == (0, 0, 0)
    assert store.events() == before


def test_a_mention_that_nothing_states_is_refused(store, monkeypatch):
    def invent(statements, decisions):
        events = list(statements)
        mention = replace(events[0].mentions[0], start=0, end=1)
        return [replace(events[0], mentions=(mention,))], []

    monkeypatch.setattr("timeline.store.rebuild.merged", invent)
    with pytest.raises(ValueError, match=r"a\.txt: offset 0: no statement has this mention"):
        store.ingest([page("a.txt")], NOW)
    assert store.events() == []


def test_an_event_is_found_by_the_beginning_of_its_id(store):
    store.ingest([page("a.txt", [named(BRIDGE, "abcd1234"), named(BRAND, "abcd9999")])], NOW)
    assert store.event("abcd12").title == "新桥通车"
    with pytest.raises(LookupError, match="'abcd' can be abcd1234, abcd9999: say more of it"):
        store.event("abcd")
    with pytest.raises(LookupError, match="'abc' is too short to name an event"):
        store.event("abc")
    for ref in ("ffff", "%bcd", ""):
        with pytest.raises(LookupError, match="no event"):
            store.event(ref)
