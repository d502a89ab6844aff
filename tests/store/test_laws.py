"""Laws of merging in the store: any order, any grain of ingestion, the same events; an id once given stays."""

from __future__ import annotations

import tempfile
from contextlib import contextmanager
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from making import LATER, LATEST, NOW, Line, page

from timeline.events.merge import merge
from timeline.store import Store

PLACES = ("东溪镇", "西溪镇", "望江市")
THINGS = ("灯会开幕", "灯会闭幕", "灯会", "第三届茶博会开幕", "第四届茶博会开幕", "大桥正式通车", "大桥竣工")
DATES = ("2025", "2025-04", "2025-04-18", "2025-04-19", "2025-04-18/2025-04-20", "2025-04-18/..")
lines = st.builds(
    lambda where, what, when, how: Line(
        f"{when}，{where}{what}。", when, when, f"{where}{what}", "activity", how, topics=("culture",)
    ),
    st.sampled_from(PLACES),
    st.sampled_from(THINGS),
    st.sampled_from(DATES),
    st.sampled_from(("planned", "reported", "postponed", "cancelled")),
)
pages = st.lists(
    st.tuples(st.lists(lines, min_size=1, max_size=4, unique_by=lambda line: line.quote), st.integers(10, 28)),
    min_size=1,
    max_size=6,
).map(
    lambda made: [
        page(f"{n}.txt", told, published=f"2025-04-{day}", headline=f"题{n}") for n, (told, day) in enumerate(made)
    ]
)
law = settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


@lru_cache(maxsize=1)
def _template():
    """The bytes of an empty store: its schema is not made anew for every example."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.db"
        Store.open(str(path)).close()
        return path.read_bytes()


@contextmanager
def fresh():
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.db"
        path.write_bytes(_template())
        with Store.open(str(path)) as store:
            yield store


def told(events):
    """The events as told, without what only a store knows and without what they are called."""
    plain = (
        replace(
            e,
            **{
                "id": "",
                "aliases": (),
                "links": (),
                "revision": 1,
                "first_seen": "",
                "last_changed": "",
                "reasons": (),
            },
            conflicts=tuple(dict(sorted(each.items())) for each in e.conflicts),
        )
        for e in events
    )
    return sorted(map(repr, plain))


def names(events):
    """Which ids mean which mentions."""
    return {
        name: sorted((m.document, m.start) for m in event.mentions)
        for event in events
        for name in (event.id, *event.aliases)
    }


@law
@given(pages, st.randoms(use_true_random=False), st.integers(1, 3))
def test_page_by_page_in_any_order_is_what_merging_everything_gives(extractions, chance, at_once):
    expected = merge(event for extraction in extractions for event in extraction.events)
    shuffled = list(extractions)
    chance.shuffle(shuffled)
    with fresh() as store:
        for start in range(0, len(shuffled), at_once):
            store.ingest(shuffled[start : start + at_once], NOW)
        found = store.events()
        assert told(found) == told(expected)
        assert names(found).items() >= names(expected).items()
        store.rebuild(LATER)
        assert store.events() == found
        assert list(store.verify()) == []


@law
@given(pages, st.randoms(use_true_random=False))
def test_one_call_gives_the_ids_of_merging_everything(extractions, chance):
    shuffled = list(extractions)
    chance.shuffle(shuffled)
    with fresh() as store:
        store.ingest(shuffled, NOW)
        assert names(store.events()) == names(merge(event for each in extractions for event in each.events))
        before = store.events()
        assert not store.ingest(extractions, LATER).changed
        assert store.events() == before


@law
@given(pages, pages)
def test_an_id_stays_while_the_event_is_the_same_and_leads_to_it_for_good(first, more):
    more = [
        replace(
            each,
            document=replace(each.document, path=f"later/{each.document.path}"),
            undated=(),
            events=tuple(
                replace(event, mentions=tuple(replace(m, document=f"later/{m.document}") for m in event.mentions))
                for event in each.events
            ),
        )
        for each in more
    ]
    with fresh() as store:
        store.ingest(first, NOW)
        before = store.events()
        store.ingest(more, LATEST)
        after = {event.id: event for event in store.events()}
        for event in before:
            now = store.event(event.id)
            quotes = {(m.document, m.start) for m in event.mentions}
            holding = [e for e in after.values() if quotes <= {(m.document, m.start) for m in e.mentions}]
            if holding and not any(g.event.id == event.id for g in store.gone()):
                assert now.id == event.id
        gone = {each.event.id: each.successor for each in store.gone()}
        assert all(successor in after for successor in gone.values())


@law
@given(pages)
def test_merging_what_is_merged_tells_the_same_and_loses_no_mention(extractions):
    statements = [event for extraction in extractions for event in extraction.events]
    once = merge(statements)
    assert merge([*statements, *statements]) == once
    said = {(m.document, m.start, m.end) for event in statements for m in event.mentions}
    assert {(m.document, m.start, m.end) for event in once for m in event.mentions} == said
    again = merge(once)
    assert {(m.document, m.start, m.end) for event in again for m in event.mentions} == said
