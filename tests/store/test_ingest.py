from __future__ import annotations

import itertools
from dataclasses import replace

import pytest
from making import BRAND, BRIDGE, LATER, LATEST, MARKET, NOW, RATE, Line, page
from sqlalchemy import func, select

from timeline.model import Document
from timeline.store import Store
from timeline.store.columns import CONTENT, DOCUMENT, MENTION, STATEMENT, TABLES


def counts(store):
    with store.reading() as connection:
        return {table.name: connection.scalar(select(func.count()).select_from(table)) for table in TABLES}


def everything(store):
    """All that a user can get out of a store, without the numbers that only its rows have."""
    return (
        store.events(),
        store.documents(),
        store.undated(),
        store.gone(),
        [store.document(d.path) for d in store.documents()],
    )


def test_events_come_back_as_they_were_found(store):
    extraction = page("a.txt", [MARKET, BRIDGE, RATE], said="2025-04-22")
    report = store.ingest([extraction], NOW)
    assert (report.documents_added, report.events_added, report.events_changed, report.problems) == (1, 3, 0, ())
    found = {event.id: event for event in store.events()}
    for event in extraction.events:
        stamped = replace(event, first_seen="2026-05-01T08:00:00Z", last_changed="2026-05-01T08:00:00Z")
        assert found[event.id] == stamped


@pytest.mark.parametrize("value", ["0001-01-01", "0001-12-31", "0208-11", "0960", "9999-12-31", "9999"])
def test_the_first_and_the_last_years_are_years_like_others(store, value):
    line = Line(f"{value}，古城建成。", value, value, "古城建成")
    assert store.ingest([page("a.txt", [line]), page("b.txt", [BRAND])], NOW).events_added == 2
    assert value in [event.when.edtf for event in store.events()]


def test_a_document_comes_back_as_it_was_read(store):
    extraction = page("news/a.txt", said="2025-04-22", encoding="gb18030")
    store.ingest([extraction], NOW, published="2025-04-22")
    stored = store.document("news/a.txt")
    assert stored.document == extraction.document
    assert stored.articles == extraction.articles
    assert stored.undated == extraction.undated == tuple(store.undated())
    assert (stored.record.revision, stored.record.events, stored.record.published) == (1, 2, "2025-04-22")
    assert [article.headline for article in stored.record.articles] == ["集市将开"]


def test_ingest_twice_is_ingest_once(store):
    pages = [page("a.txt"), page("b.txt", [BRAND, RATE])]
    store.ingest(pages, NOW)
    before, rows = everything(store), counts(store)
    report = store.ingest(pages, LATER)
    assert (report.documents_unchanged, report.changed, report.events_added) == (2, False, 0)
    assert everything(store) == before
    assert counts(store) == rows


def test_the_same_document_twice_in_one_call_counts_once(store):
    report = store.ingest([page("a.txt"), page("a.txt")], NOW)
    assert (report.documents_added, report.documents_unchanged, report.events_added) == (1, 1, 2)


@pytest.mark.parametrize("order", list(itertools.permutations(range(4)))[::5])
def test_the_order_of_documents_does_not_matter(tmp_path, order):
    pages = [page("a.txt"), page("b.txt", [MARKET, BRAND], source="晚报"), page("c.txt"), page("d.txt", [RATE])]
    with Store.open(str(tmp_path / "1.db")) as first, Store.open(str(tmp_path / "2.db")) as second:
        first.ingest(pages, NOW)
        second.ingest([pages[n] for n in order], NOW)
        assert everything(second) == everything(first)


def test_a_changed_file_is_a_new_revision_and_its_events_follow(store):
    store.ingest([page("a.txt", [MARKET, BRIDGE])], NOW)
    moved = replace(MARKET, quote="县里4月27日在河滨公园办集市。", time="4月27日", edtf="2025-04-27")
    report = store.ingest([page("a.txt", [moved, BRAND])], LATER)
    assert (report.documents_revised, report.documents_added) == (1, 0)
    assert [event.title for event in store.events()] == ["提出质量立业", "县里办集市"]
    stored = store.document("a.txt")
    assert stored.record.revision == 2
    assert stored.record.first_seen == "2026-05-01T08:00:00Z"
    assert [(revision, sha256) for revision, sha256, _ in stored.earlier] == [(1, page("a.txt").document.sha256)]


def test_the_bytes_and_the_text_of_an_earlier_revision_are_kept(store):
    store.ingest([page("a.txt", [MARKET])], NOW)
    store.ingest([page("a.txt", [BRAND])], LATER)
    with store.reading() as connection:
        hashes = set(connection.scalars(select(CONTENT.c.sha256)))
        states = connection.execute(select(DOCUMENT.c.revision, DOCUMENT.c.state).order_by(DOCUMENT.c.id)).all()
    assert hashes == {page("a.txt", [MARKET]).document.sha256, page("a.txt", [BRAND]).document.sha256}
    assert [tuple(row) for row in states] == [(1, "superseded"), (2, "current")]


def test_a_file_that_changes_back_is_a_third_revision(store):
    for moment, lines in ((NOW, [MARKET]), (LATER, [BRAND]), (LATEST, [MARKET])):
        store.ingest([page("a.txt", lines)], moment)
    assert store.document("a.txt").record.revision == 3
    event = store.events()[0]
    assert (event.title, event.revision, event.first_seen) == ("县里办集市", 3, "2026-05-01T08:00:00Z")
    assert [each.reason for each in store.gone()] == ["lost"]


def test_the_same_bytes_under_another_path_are_a_copy(store):
    store.ingest([page("b.txt")], NOW)
    report = store.ingest([page("copy/b.txt"), page("a.txt")], LATER)
    assert (report.documents_added, report.documents_copied) == (2, 1)
    assert [(d.path, d.copies, d.events) for d in store.documents()] == [("a.txt", ("b.txt", "copy/b.txt"), 2)]
    assert [len(event.mentions) for event in store.events()] == [1, 1]
    assert store.document("copy/b.txt").record.path == "copy/b.txt"
    assert store.told_in("copy/b.txt") == store.told_in("a.txt") == store.events()
    assert [fact.document for fact in store.undated()] == ["a.txt"]


def test_a_copy_speaks_for_itself_when_the_other_file_changes(store):
    store.ingest([page("a.txt"), page("b.txt")], NOW)
    store.ingest([page("a.txt", [BRAND])], LATER)
    assert [(d.path, d.copies) for d in store.documents()] == [("a.txt", ()), ("b.txt", ())]
    assert {event.title: event.mentions[0].document for event in store.events()} == {
        "提出质量立业": "a.txt",
        "县里办集市": "b.txt",
        "新桥通车": "b.txt",
    }
    assert list(store.verify()) == []


def test_entries_of_one_feed_are_not_copies_of_each_other(store):
    feed = page("feed.xml#1"), page("feed.xml#2", [BRAND])
    raw = b"<rss>both entries</rss>"
    entries = []
    for each in feed:
        document = replace(each.document, raw=raw, sha256="f" * 64)
        mentions = [replace(event.mentions[0], sha256="f" * 64) for event in each.events]
        events = tuple(
            replace(event, mentions=(mention,)) for event, mention in zip(each.events, mentions, strict=True)
        )
        entries.append(replace(each, document=document, events=events))
    report = store.ingest(entries, NOW)
    assert (report.documents_added, report.documents_copied, report.events_added) == (2, 0, 3)


def test_new_rules_that_read_the_same_change_no_row(store):
    store.ingest([page("a.txt")], NOW, rules="1")
    rows = counts(store)
    assert store.has("a.txt", page("a.txt").document.sha256, None, "1")
    assert not store.has("a.txt", page("a.txt").document.sha256, None, "2")
    report = store.ingest([page("a.txt")], LATER, rules="2")
    assert report.documents_unchanged == 1
    assert store.has("a.txt", page("a.txt").document.sha256, None, "2")
    assert counts(store) == rows
    assert store.document("a.txt").record.last_changed == "2026-05-01T08:00:00Z"


def test_new_rules_that_read_something_else_replace_the_reading(store):
    store.ingest([page("a.txt", [MARKET, BRIDGE])], NOW, rules="1")
    better = page("a.txt", [MARKET, replace(BRIDGE, title="新桥建成通车")])
    report = store.ingest([better], LATER, rules="2")
    assert (report.documents_reread, report.documents_revised, report.events_changed) == (1, 0, 1)
    assert store.document("a.txt").record.revision == 1
    assert store.document("a.txt").earlier == ()
    assert counts(store)["document"] == 1
    assert [(event.title, event.revision) for event in store.events()] == [("新桥建成通车", 2), ("县里办集市", 1)]


def test_published_is_remembered_with_the_document(store):
    store.ingest([page("a.txt")], NOW, published="2025-04")
    sha256 = page("a.txt").document.sha256
    assert store.has("a.txt", sha256, "2025-04")
    assert not store.has("a.txt", sha256, None)
    assert not store.has("b.txt", sha256, "2025-04")
    assert not store.has("a.txt", "0" * 64, "2025-04")


@pytest.mark.parametrize(
    ("broken", "reason"),
    [
        (lambda x: replace(x, document=replace(x.document, text=x.document.text + "\ud800")), "surrogates not allowed"),
        (lambda x: replace(x, articles=()), "unknown article 'a1'"),
        (lambda x: replace(x, articles=x.articles * 2), "the same key"),
        (lambda x: replace(x, events=(replace(x.events[0], mentions=()),)), "has no mention"),
        (lambda x: replace(x, document=replace(x.document, text="短")), "outside the text"),
        (lambda x: replace(x, document=replace(x.document, path="x.txt")), "is quoted from bad.txt"),
    ],
)
def test_a_document_that_cannot_be_stored_stops_no_other(store, broken, reason):
    report = store.ingest([page("a.txt", [BRAND]), broken(page("bad.txt")), page("c.txt", [RATE])], NOW)
    assert report.documents_added == 2
    assert len(report.problems) == 1
    assert report.problems[0].startswith(("bad.txt: not stored: ", "x.txt: not stored: "))
    assert reason in report.problems[0]
    assert [record.path for record in store.documents()] == ["a.txt", "c.txt"]


def test_an_error_while_reading_keeps_the_batches_before_it(store):
    def reading():
        for n in range(150):
            yield page(f"{n:03}.txt", [replace(BRAND, quote=f"1996年提出第{n}条。", title=f"第{n}条")])
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        store.ingest(reading(), NOW)
    assert store.events() == []  # documents without their events are not shown yet
    report = store.ingest([page("z.txt", [RATE])], LATER)
    assert report.events_added == 129
    assert len(store.documents()) == 129


def test_what_a_killed_run_left_pending_is_taken_up_without_new_documents(store, monkeypatch):
    def fail(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("timeline.store.rebuild.merged", fail)
    with pytest.raises(KeyboardInterrupt):
        store.ingest([page("a.txt")], NOW)
    assert (store.events(), store.documents()) == ([], [])
    monkeypatch.undo()
    report = store.ingest([page("a.txt")], LATER)
    assert (report.documents_unchanged, report.events_added) == (1, 2)
    assert counts(store)["document"] == 1


def test_a_document_tells_its_own_events(store):
    store.ingest([page("a.txt", [MARKET, BRAND]), page("b.txt", [BRAND, RATE], headline="质量")], NOW)
    assert [event.title for event in store.told_in("a.txt")] == ["提出质量立业", "县里办集市"]
    assert [event.title for event in store.told_in("b.txt", 1)] == ["提出质量立业"]
    assert store.told_in("c.txt") == []


def test_documents_are_found_by_path_end_of_path_id_and_digest(store):
    store.ingest([page("news/a.txt"), page("news/b.txt", [BRAND]), page("old/a.txt", [RATE])], NOW)
    one = store.document("news/b.txt").record
    for ref in ("b.txt", one.id, one.id[:6], one.sha256, one.sha256[:10]):
        assert store.document(ref).record == one
    with pytest.raises(LookupError, match=r"'a\.txt' can be news/a\.txt, old/a\.txt: say more of it"):
        store.document("a.txt")
    with pytest.raises(LookupError, match=r"no document 'c\.txt': timeline documents lists them"):
        store.document("c.txt")
    with pytest.raises(LookupError):
        store.document("%")


def test_memory_of_text_is_compressed(store):
    store.ingest([page("a.txt", undated="质" * 100_000)], NOW)
    with store.reading() as connection:
        row = connection.execute(
            select(DOCUMENT.c.text, CONTENT.c.raw, CONTENT.c.size).join_from(
                DOCUMENT, CONTENT, DOCUMENT.c.sha256 == CONTENT.c.sha256
            )
        ).one()
    assert row.size > 300_000 > 50 * (len(row.text) + len(row.raw))


def test_a_document_without_events_is_kept(store):
    empty = page("empty.txt", [], published=None)
    assert store.ingest([empty], NOW).documents_added == 1
    assert store.documents()[0].events == 0
    assert store.documents()[0].articles[0].published is None
    assert store.document("empty.txt").articles[0].dct.reason == "no evidence"


def test_statements_of_a_superseded_revision_are_not_kept_twice(store):
    store.ingest([page("a.txt", [MARKET, BRIDGE])], NOW)
    store.ingest([page("a.txt", [MARKET])], LATER)
    with store.reading() as connection:
        assert connection.scalar(select(func.count()).select_from(STATEMENT)) == 1
        assert connection.scalar(select(func.count()).select_from(MENTION)) == 1


def test_a_source_keeps_its_home_and_zone(store):
    extraction = page("a.txt")
    source = replace(extraction.document.source, home="https://example.org", zone="Asia/Tokyo")
    store.ingest([replace(extraction, document=replace(extraction.document, source=source))], NOW)
    document: Document = store.document("a.txt").document
    assert document.source == source
