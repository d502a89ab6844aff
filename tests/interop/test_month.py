"""A month of daily papers through the real store, published each day, and what a subscriber's calendar then shows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar
from icalendar import Event as Entry
from month import LANTERNS, LAST, READING, TWIN, Shown, days

from timeline.query import Query, find
from timeline.render.feeds import STRUCK_FOR, publish
from timeline.render.ical import uid
from timeline.store import Store


@pytest.fixture
def store() -> Iterator[Store]:
    with Store.open(":memory:") as opened:
        yield opened


def _published(store: Store, folder: Path, as_of: date) -> dict[str, Entry]:
    """The entries of ``all.ics`` by event id, published into ``folder`` on that day."""
    publish(find(store, Query()), store.gone(), folder, as_of)
    found = {str(one["UID"]): one for one in Calendar.from_ical((folder / "all.ics").read_bytes()).events}
    return {name.partition("@")[0]: one for name, one in found.items()}


def _seen(entry: Entry) -> Shown:
    end = entry.end - timedelta(1)
    return Shown(entry.start.isoformat(), end.isoformat(), entry["SUMMARY"], entry["STATUS"], int(entry["SEQUENCE"]))


def test_after_each_day_the_calendar_shows_what_it_should(store: Store, tmp_path: Path) -> None:
    before: dict[str, Entry] = {}
    for as_of, shown in days(store):
        entries = _published(store, tmp_path, as_of)
        assert {name: _seen(entry) for name, entry in entries.items()} == shown, as_of
        assert before.keys() <= entries.keys()  # a UID is for life
        for name, old in before.items():
            new = entries[name]
            changed = _seen(old) != _seen(new)
            assert (new["SEQUENCE"] > old["SEQUENCE"]) is changed
            assert (new["DTSTAMP"].dt > old["DTSTAMP"].dt) is changed
            assert new["LAST-MODIFIED"].dt == new["DTSTAMP"].dt and new["CREATED"].dt == old["CREATED"].dt
        before = entries
    assert len(before) == 31 + 6
    assert before[TWIN.id]["RELATED-TO"] == uid(READING.id)
    assert "东湖公园" not in before[LANTERNS.id]["LOCATION"]


def test_a_changed_place_alone_raises_the_sequence(store: Store, tmp_path: Path) -> None:
    for as_of, _ in days(store):
        if as_of == date(2026, 5, 7):
            break
    store.correct(LANTERNS.id, "place", "南岸体育馆", who="编辑", now=datetime(2026, 5, 7, 9))
    entry = _published(store, tmp_path, date(2026, 5, 7))[LANTERNS.id]
    assert (entry["LOCATION"], entry["SEQUENCE"]) == ("南岸体育馆", 1)


def test_unchanged_events_give_the_same_octets_for_ever(store: Store, tmp_path: Path) -> None:
    for _ in days(store):
        pass
    events, gone = find(store, Query()), store.gone()
    publish(events, gone, tmp_path, LAST)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    later = publish(events, gone, tmp_path, LAST + timedelta(30))
    moved = {path.name for path in later.written}
    assert moved <= {f"upcoming.{form}" for form in ("ics", "atom", "json")} | {
        "index.html"
    }  # these know what day it is
    assert {name for name in before if name not in moved} == {path.name for path in later.unchanged}


def test_the_withdrawn_go_out_for_a_stated_time(store: Store, tmp_path: Path) -> None:
    for _ in days(store):
        pass
    merged_on = date(2026, 5, 14)
    assert TWIN.id in _published(store, tmp_path, merged_on + STRUCK_FOR)
    assert TWIN.id not in _published(store, tmp_path, merged_on + STRUCK_FOR + timedelta(1))
    assert LANTERNS.id in _published(store, tmp_path, merged_on + timedelta(4000))  # cancelled is no withdrawal
