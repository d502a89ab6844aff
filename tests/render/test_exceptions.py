"""A date of what repeats that is called off or moved is shown once: by the notice that says so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from calendars import AS_OF
from icalendar import Calendar

from timeline.model import Event
from timeline.render.catalogue import feeds
from timeline.render.exceptions import exceptions
from timeline.render.feeds import Entries, build, entries
from timeline.store import Gone

MakeEvent = Callable[..., Event]


@pytest.fixture
def concert(make_event: MakeEvent) -> Event:
    return make_event(
        "“周五音乐会”在河湾剧院举行", "2026-05-08T19:30", kind="activity", place="河湾剧院",
        recurrence="FREQ=WEEKLY;BYDAY=FR;UNTIL=20260626",
    )  # fmt: skip


def _lines(listed: list[Event], *names: str) -> list[str]:
    octets = build(feeds()["all"], entries(listed, []), AS_OF).replace(b"\r\n ", b"")
    return [line for line in octets.decode().split("\r\n") if line.startswith(names)]


def test_a_cancelled_date_is_left_out_of_the_rule(make_event: MakeEvent, concert: Event) -> None:
    off = make_event("“周五音乐会”取消", "2026-05-15", kind="activity", modality="cancelled")
    assert _lines([concert, off], "EXDATE") == ["EXDATE;TZID=Asia/Shanghai:20260515T193000"]
    later = make_event("“周五音乐会”延期", "2026-06-05", kind="activity", modality="postponed")
    assert _lines([off, later, concert], "EXDATE") == ["EXDATE;TZID=Asia/Shanghai:20260515T193000,20260605T193000"]
    assert len(Calendar.from_ical(build(feeds()["all"], entries([concert, off], []), AS_OF)).events) == 2


def test_a_series_without_a_name_is_known_by_its_words_and_place(make_event: MakeEvent) -> None:
    market = make_event(
        "望湖镇老街举办周末市集", "2026-05-09", kind="activity", place="望湖镇老街", recurrence="FREQ=WEEKLY;BYDAY=SA"
    )
    off = make_event(
        "望湖镇老街周末市集停办一次", "2026-05-16", kind="activity", place="望湖镇老街", modality="cancelled"
    )
    assert _lines([market, off], "EXDATE") == ["EXDATE;VALUE=DATE:20260516"]
    for other in (replace(off, place="望湖镇码头"), replace(off, title="望湖镇老街夜市停办一次")):
        assert _lines([market, other], "EXDATE") == []


def test_whole_days_and_days_without_a_rule(make_event: MakeEvent) -> None:
    lanterns = make_event(
        "“元宵灯会”", "2026-03-03", kind="activity", recurrence="FREQ=YEARLY;RSCALE=CHINESE;BYMONTH=1;BYMONTHDAY=15"
    )
    off = make_event("“元宵灯会”停办一年", "2027-02-20", kind="activity", modality="cancelled")
    assert _lines([lanterns, off], "EXDATE") == ["EXDATE;VALUE=DATE:20270220"]


@pytest.mark.parametrize(
    ("title", "day", "fields"),
    [
        ("“周六音乐会”取消", "2026-05-15", {}),  # of another name
        ("音乐会取消", "2026-05-15", {}),  # of no name
        ("“周五音乐会”取消", "2026-05-16", {}),  # on another day
        ("“周五音乐会”取消", "2026-07-03", {}),  # when it is over
        ("“周五音乐会”取消", "2026-05-15", {"place": "山前剧院"}),  # at another place
        ("“周五音乐会”取消", "2026-05", {}),  # on no day
        ("“周五音乐会”取消", "2026-05-14/2026-05-16", {}),
        ("“周五音乐会”举行", "2026-05-15", {"modality": "reported"}),
    ],
)
def test_what_is_not_said_of_it_changes_nothing(
    make_event: MakeEvent, concert: Event, title: str, day: str, fields: dict[str, str]
) -> None:
    notice = make_event(title, day, kind="activity", **{"modality": "cancelled", **fields})
    assert exceptions([concert, notice]) == {}


def test_the_entry_is_made_anew_when_a_date_is_called_off(make_event: MakeEvent, concert: Event) -> None:
    kept = Entries()
    (before,) = kept.of([concert])
    off = make_event("“周五音乐会”取消", "2026-05-15", kind="activity", modality="cancelled")
    after = next(one for one in kept.of([concert, off]) if one.event is concert)
    assert b"EXDATE" not in before.octets and b"EXDATE" in after.octets


def _stamps(kept: Entries, concert: Event, others: list[Event], gone: list[Gone]) -> tuple[int, str]:
    """SEQUENCE and LAST-MODIFIED of the concert."""
    (entry,) = [one for one in kept.of([concert, *others], gone) if one.event is concert]
    told = dict(line.split(":", 1) for line in entry.octets.decode().split("\r\n") if line.startswith(("SEQ", "LAST")))
    return int(told["SEQUENCE"]), told["LAST-MODIFIED"]


def test_clients_that_look_at_sequence_and_stamps_see_every_change(make_event: MakeEvent, concert: Event) -> None:
    kept = Entries()
    off = make_event(
        "“周五音乐会”取消", "2026-05-15", kind="activity", modality="cancelled", last_changed="2026-12-01T08:00:00Z"
    )
    withdrawn = replace(off, revision=2, last_changed="2026-12-03T08:00:00Z")
    first, second, third = (
        _stamps(kept, concert, [], []),
        _stamps(kept, concert, [off], []),
        _stamps(kept, concert, [], [Gone(withdrawn, "rejected", None, withdrawn.last_changed)]),
    )
    assert first == (0, "20261120T080000Z")
    assert second == (1, "20261201T080000Z")
    assert third == (2, "20261203T080000Z")
