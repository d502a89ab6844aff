"""Feeds as a subscriber asks for them: any query, a saved feed narrowed further, reminders, wishes for coarse dates."""

from __future__ import annotations

import gc
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar
from icalendar import Event as Entry
from starlette.testclient import TestClient

from timeline.events.topics import load
from timeline.model import Event, Extraction
from timeline.serve import create_app
from timeline.serve.limits import unhurried, weary
from timeline.serve.operations import Call
from timeline.serve.subscriptions import Subscriptions
from timeline.store import Store, StoreError
from timeline.store.engine import Tuning

SAVED = '[old]\nyears = [1990, 2000]\n[culture-here]\ntopics = ["culture"]\nplace = "青山"\n[first]\nlimit = 1\n'


@pytest.fixture
def feeds(where: str, client: TestClient, monkeypatch: pytest.MonkeyPatch) -> TestClient:
    """The client of a server whose users saved some feeds."""
    monkeypatch.setattr("timeline.serve.watch._PATIENCE", 0.0)
    Path(where).with_name("feeds.toml").write_text(SAVED, encoding="utf-8")
    return client


def _entries(client: TestClient, path: str) -> list[Entry]:
    answer = client.get(f"/feeds/{path}")
    assert answer.status_code == 200, answer.text
    return list(Calendar.from_ical(answer.content).events)


def _titles(client: TestClient, path: str) -> list[str]:
    return [str(entry["SUMMARY"]).partition(" · ")[0] for entry in _entries(client, path)]


HIKE, QUALITY = "<b>登高</b>活动", "率先实施“质量立市”"


@pytest.mark.parametrize(
    ("path", "titles"),
    [
        ("query.ics", [QUALITY, HIKE]),
        ("query.ics?kind=milestone", [QUALITY]),
        ("query.ics?text=登高&upcoming=1", [HIKE]),
        ("query.ics?upcoming=1&as_of=2025-04-27", []),
        ("upcoming.ics?topic=quality", []),
        ("culture.ics?since=2025", [HIKE]),
        ("all.ics?limit=1", [QUALITY]),
        ("archive-1996.ics", [QUALITY]),
        ("archive-1996.ics?topic=culture", []),
        ("old.ics", [QUALITY]),
        ("old.ics?topic=culture", []),
        ("old.ics?since=2025", []),
        ("culture-here.ics", [HIKE]),
        ("culture-here.ics?topic=quality", []),
        ("culture-here.ics?kind=activity", [HIKE]),
        ("culture-here.ics?place=城东", []),
        ("first.ics?limit=20", [QUALITY]),
        ("first.ics?kind=activity", [HIKE]),
    ],
)
def test_filters_narrow_every_feed(feeds: TestClient, path: str, titles: list[str]) -> None:
    assert _titles(feeds, path) == titles
    form = path.replace(".ics", ".json", 1)
    assert len(feeds.get(f"/feeds/{form}").json()["items"]) == len(titles)


def test_only_who_asks_is_reminded(tmp_path: Path, told: Extraction) -> None:
    place = str(tmp_path / "ahead.db")
    with Store.open(place) as store:
        store.ingest([told], datetime(2025, 4, 22, tzinfo=UTC))
    with TestClient(create_app(place, lambda: date(2025, 4, 22))) as client:
        assert not any(entry.walk("VALARM") for entry in _entries(client, "all.ics"))
        (hike,) = _entries(client, "upcoming.ics?alarm=P1D")
        (alarm,) = hike.walk("VALARM")
        assert alarm["TRIGGER"].dt == -timedelta(1)
        assert client.get("/feeds/upcoming.ics?alarm=tomorrow").status_code == 400


def test_wishes_for_dates_without_a_day(feeds: TestClient) -> None:
    (marker,) = [one for one in _entries(feeds, "all.ics") if QUALITY in one["SUMMARY"]]
    (span,) = [one for one in _entries(feeds, "all.ics?coarse=span") if QUALITY in one["SUMMARY"]]
    assert (marker.duration, span.duration) == (timedelta(1), timedelta(366))
    assert _titles(feeds, "all.ics?coarse=skip") == [HIKE]
    assert feeds.get("/feeds/all.ics?coarse=blur").status_code == 400


def test_a_bad_saved_feed_takes_no_good_one_down(feeds: TestClient, where: str) -> None:
    Path(where).with_name("feeds.toml").write_text(f"{SAVED}[query]\nlimit = 1\n[odd]\nnosuch = 1\n", encoding="utf-8")
    assert _titles(feeds, "old.ics") == [QUALITY]
    assert len(_titles(feeds, "query.ics")) == 2 and feeds.get("/feeds/odd.ics").status_code == 404


def test_no_search_for_garbage_walks_over_what_is_kept(where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def walked_over() -> int:
        gc.collect()  # what earlier tests left may be found at any time
        return sum(isinstance(one, Event) for one in gc.get_objects())

    before = walked_over()
    for many, searched in ((1000, before + 2), (2, 0)):  # what other tests keep is set aside as well
        monkeypatch.setattr("timeline.serve.subscriptions.MANY", many)
        with Store.open(where) as store:
            kept = Subscriptions(lambda: store, load(), dict, "marker", "")
            kept.feed(Call({}, {"file": "archive-1996.ics"}, date(2025, 4, 22)))
            assert walked_over() == searched and gc.isenabled()


def test_the_whole_chronicle_may_take_longer_than_one_search(where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("timeline.store.engine._STEPS", 1)
    with Store.open(where, tuning=Tuning(weary=weary)) as store:
        kept = Subscriptions(lambda: store, load(), dict, "marker", "")
        call = Call({}, {"file": "all.ics"}, date(2025, 4, 22))
        with unhurried(-1.0):
            with pytest.raises(StoreError, match="too long"):
                store.events()
            assert (
                len(Calendar.from_ical(kept.feed(replace(call, path={"file": "archive-1996.ics"})).octets).events) == 1
            )
            with pytest.raises(StoreError, match="too long"):
                kept.feed(replace(call, path={"file": "query.ics"}, values={"text": "登高"}))
