"""Answers kept ready: right when they are asked for, bridged for a moment under load, never yesterday's."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, date, datetime
from typing import Any

import pytest
from starlette.testclient import TestClient

from timeline.query import Query, find
from timeline.serve import create_app, shelf, subscriptions, views, watch
from timeline.serve.chronicle import Chronicle
from timeline.serve.watch import Watch
from timeline.store import Store

HIKE = "a1b2c3d4e5f60718"
NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
FEED = "/feeds/all.ics"
TOKEN = "0123456789abcdef0123"


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.at = 1000.0

    def monotonic(self) -> float:
        return self.at


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr("timeline.serve.shelf.GRACE", 20.0)
    monkeypatch.setattr("timeline.serve.shelf.time", made)
    monkeypatch.setattr("timeline.serve.answering.time", made)
    return made


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """While it is shut, no feed and no front page gets done."""
    open_ = threading.Event()
    open_.set()

    def slowed(make: Callable[..., Any]) -> Callable[..., Any]:
        def slow(*given: Any, **named: Any) -> Any:
            assert open_.wait(60)
            return make(*given, **named)

        return slow

    monkeypatch.setattr("timeline.serve.subscriptions.build", slowed(subscriptions.build))
    monkeypatch.setattr("timeline.serve.views.front_page", slowed(views.front_page))
    yield open_
    open_.set()


def _retitle(where: str, title: str) -> None:
    with Store.open(where) as store:
        store.correct(HIKE, "title", title, who="编辑", now=NOW)


def test_whoever_asks_while_a_feed_is_made_anew_gets_the_one_before(
    where: str, clock: Clock, gate: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("timeline.serve.watch._GLANCE", 0.0)
    with TestClient(create_app(where, lambda: date(2025, 4, 22))) as client:
        first = client.get(FEED).content
        gate.clear()
        _retitle(where, "改期后的登高")
        assert [client.get(FEED).content for _ in range(3)] == [first] * 3
        gate.set()
        clock.at += shelf.GRACE  # now nothing but the new one will do
        assert "改期后的登高".encode() in client.get(FEED).content


def test_who_asks_alone_after_a_change_gets_what_is_new(
    where: str, clock: Clock, gate: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("timeline.serve.watch._GLANCE", 0.0)
    monkeypatch.setattr("timeline.serve.answering._FIRST", 60.0)
    with TestClient(create_app(where, lambda: date(2025, 4, 22))) as client:
        client.get(FEED)
        _retitle(where, "改期后的登高")
        gate.clear()
        threading.Timer(0.3, gate.set).start()  # longer than those are made to wait who come meanwhile
        assert "改期后的登高" in client.get(FEED).text


def test_a_feed_that_is_asked_for_twice_a_day_is_never_yesterdays(
    where: str, clock: Clock, gate: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("timeline.serve.watch._GLANCE", 0.0)
    with TestClient(create_app(where, lambda: date(2025, 4, 22))) as client, ThreadPoolExecutor(1) as pool:
        client.get(FEED)
        _retitle(where, "改期后的登高")
        clock.at += 12 * 3600
        gate.clear()
        asked = pool.submit(client.get, FEED)
        with pytest.raises(TimeoutError):  # it waits
            asked.result(0.3)
        gate.set()
        assert "改期后的登高".encode() in asked.result(60).content


def test_a_page_that_is_asked_for_all_the_time_is_two_seconds_behind_at_most(
    where: str, clock: Clock, gate: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("timeline.serve.watch._GLANCE", 0.0)
    with TestClient(create_app(where, lambda: date(2025, 4, 22))) as client, ThreadPoolExecutor(1) as pool:
        first = client.get("/").content
        gate.clear()
        _retitle(where, "改期后的登高")
        assert [client.get("/").content for _ in range(3)] == [first] * 3
        clock.at += 2.0
        asked = pool.submit(client.get, "/")
        with pytest.raises(TimeoutError):
            asked.result(0.3)
        gate.set()
        assert "改期后的登高" in asked.result(60).text


def test_whoever_wrote_something_sees_it_in_the_next_answer(
    where: str, clock: Clock, gate: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = {"field": "title", "value": "改期后的登高", "who": "编辑"}
    bearer = {"Authorization": f"Bearer {TOKEN}"}
    app = create_app(where, lambda: date(2025, 4, 22), now=lambda: NOW, token=TOKEN)
    with TestClient(app) as client, ThreadPoolExecutor(2) as pool:
        for path in ("/", FEED):
            client.get(path)
        gate.clear()  # before the writing: an answer may be made anew right behind it
        assert client.post(f"/api/events/{HIKE}/corrections", json=told, headers=bearer).status_code == 201
        asked = [pool.submit(client.get, path) for path in ("/", FEED)]
        for one in asked:
            with pytest.raises(TimeoutError):
                one.result(0.3)
        gate.set()
        assert all("改期后的登高" in one.result(60).text for one in asked)


def test_an_answer_that_took_long_is_not_made_again_at_once(
    where: str, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("timeline.serve.watch._GLANCE", 0.0)
    made, build = [], subscriptions.build

    def second_long(*given: Any, **named: Any) -> bytes:
        clock.at += 1.0
        made.append(clock.at)
        return build(*given, **named)

    monkeypatch.setattr("timeline.serve.subscriptions.build", second_long)
    with TestClient(create_app(where, lambda: date(2025, 4, 22))) as client:
        client.get(FEED)
        for number in range(8):
            _retitle(where, f"第{number}版")
            clock.at += 1.0
            client.get(FEED)
        assert len(made) == 1
        clock.at += 2.0
        assert "第7版".encode() in client.get(FEED).content and len(made) == 2


def test_the_feed_of_everything_is_made_before_anyone_asks(where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    made, build = threading.Event(), subscriptions.build

    def noted(*given: Any, **named: Any) -> bytes:
        octets = build(*given, **named)
        made.set()
        return octets

    monkeypatch.setattr("timeline.serve.subscriptions.build", noted)
    with TestClient(create_app(where, lambda: date(2025, 4, 22), beforehand=True)) as client:
        assert made.wait(60)
        made.clear()
        assert client.get(FEED).status_code == 200 and not made.is_set()
        _retitle(where, "改期后的登高")
        time.sleep(2 * watch._GLANCE)
        assert "改期后的登高" in client.get(FEED).text and made.is_set()


def test_a_new_one_is_made_before_the_old_one_will_do_no_more(
    where: str, clock: Clock, gate: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("timeline.serve.watch._GLANCE", 0.0)
    begun, build = threading.Event(), subscriptions.build

    def slow(*given: Any, **named: Any) -> bytes:
        clock.at += 5.0 * gate.is_set()
        begun.set()
        return build(*given, **named)

    monkeypatch.setattr("timeline.serve.subscriptions.build", slow)
    with TestClient(create_app(where, lambda: date(2025, 4, 22))) as client:
        first = client.get(FEED).content
        _retitle(where, "改期后的登高")
        begun.clear()
        gate.clear()
        for _ in range(9):  # to 19 seconds after it was right
            clock.at += 14.0 / 9
            assert client.get(FEED).content == first
        assert begun.wait(60)
        gate.set()


def test_what_nobody_sees_makes_no_answer_anew(where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("timeline.serve.watch._GLANCE", 0.0)
    made, build = [], subscriptions.build

    def counted(*given: Any, **named: Any) -> bytes:
        made.append(given)
        return build(*given, **named)

    monkeypatch.setattr("timeline.serve.subscriptions.build", counted)
    with TestClient(create_app(where, lambda: date(2025, 4, 22))) as client:
        first = client.get(FEED)
        with closing(sqlite3.connect(where)) as connection, connection:
            connection.execute("insert into source (name, home, zone) values ('河湾日报', '', 'Asia/Shanghai')")
        again = client.get(FEED)
        assert (again.content, again.headers["etag"]) == (first.content, first.headers["etag"]) and len(made) == 1


def test_only_what_changed_is_read_anew(where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with Store.open(where) as store:
        kept = Chronicle()
        before, _ = kept.of(store)
        assert before == find(store, Query())
        asked: list[Any] = []
        monkeypatch.setattr(Store, "select", lambda self, *given: asked.append(given) or [])
        assert kept.of(store)[0] == before and not asked
        monkeypatch.undo()
        _retitle(where, "改期后的登高")
        after, _ = kept.of(store)
        assert after == find(store, Query())
        assert [one is other for one, other in zip(before, after, strict=True)].count(True) == len(before) - 1
        store.correct(HIKE, "rejected", True, who="编辑", now=NOW)
        live, gone = kept.of(store)
        assert live == find(store, Query()) and [one.event.id for one in gone] == [HIKE] == [
            one.event.id for one in store.gone()
        ]


def test_a_look_that_was_under_way_at_a_writing_does_not_count_as_one_behind_it(where: str) -> None:
    watch = Watch(where, lambda: Store.open(where))
    before = watch.mark()
    assert watch.fresh(before)
    _retitle(where, "改期后的登高")
    watch.stir()
    watch._glanced = time.monotonic()  # as a look leaves it that began before the writing and ends behind it
    assert not watch.fresh(before)
    after = watch.mark()
    assert after != before and watch.fresh(after) and not watch.fresh(before)
    watch.close()
