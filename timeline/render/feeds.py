"""The feeds, built from events in every form and published as files, of which only changed ones are written.

>>> from datetime import date
>>> build(feeds()["all"], [], date(2026, 11, 20)).startswith(b"BEGIN:VCALENDAR")
True
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from timeline.events.topics import Topic, load
from timeline.model import Event
from timeline.query import Query, matches
from timeline.render import news
from timeline.render.addresses import web_address
from timeline.render.catalogue import Feed, archive, feeds
from timeline.render.exceptions import Exceptions, exceptions
from timeline.render.ical import Rendered, due, render
from timeline.render.policy import Policy
from timeline.render.vcalendar import calendar, notice
from timeline.render.windows import Window, windowed
from timeline.render.writing import clear_drafts, write_if_changed

if TYPE_CHECKING:
    from timeline.store import Gone

__all__ = [
    "Entries",
    "Past",
    "Published",
    "build",
    "entries",
    "feeds",
    "folder_address",
    "publish",
    "selected",
    "write_if_changed",
]

#: How long a withdrawn event still goes out as cancelled, so that calendars that were away strike it too.
STRUCK_FOR = timedelta(days=90)
#: What is shown when nobody asks for more: of what was never shown, nothing needs striking.
_SHOWN = Query()


class AddressError(ValueError):
    """What was given as an address is none; the message says what one looks like."""


@dataclass(frozen=True, slots=True)
class Past:
    """How much of the past the feeds hold: from ``since`` on; the ``whole`` of it, or what one megabyte takes."""

    since: date | None = None
    whole: bool = False


class Entries:
    """Calendar entries, each made once: asked again, only those of events that changed are made anew.

    ``page`` is the address of an event's page with ``{id}`` where the id goes.
    """

    def __init__(self, topics: Mapping[str, Topic] | None = None, *, page: str = "") -> None:
        self._topics = load() if topics is None else topics
        self._page = page
        self._made: dict[Policy, dict[str, tuple[Event, str, str | None, Exceptions | None, Rendered | None]]] = {}

    def of(self, events: Iterable[Event], gone: Iterable[Gone] = (), policy: Policy = Policy()) -> list[Rendered]:
        """The entries of ``events`` in the order of the chronology; those that are ``gone`` go out as cancelled."""
        before, now = self._made.get(policy, {}), {}
        asked: list[tuple[Event, str, str | None]] = [(event, "", None) for event in events]
        live = {event.id for event, _, _ in asked}
        struck = [(one.event, one.reason, one.successor) for one in gone if one.event.id not in live]
        left_out = exceptions((event for event, _, _ in asked), (event for event, _, _ in struck))
        asked += struck
        for event, withdrawn, successor in asked:
            known, without = before.get(event.id), left_out.get(event.id)
            if known is None or known[:4] != (event, withdrawn, successor, without):
                made = render(
                    event, topics=self._topics, policy=policy, withdrawn=withdrawn, successor=successor,
                    page=self._page, without=without,
                )  # fmt: skip
                known = (event, withdrawn, successor, without, made)
            now[event.id] = known
        self._made[policy] = now
        return sorted((made for *_, made in now.values() if made is not None), key=lambda made: made.position)


def entries(
    events: Iterable[Event],
    gone: Iterable[Gone],
    *,
    topics: Mapping[str, Topic] | None = None,
    policy: Policy = Policy(),
    page: str = "",
) -> list[Rendered]:
    """All calendar entries, made once: see ``Entries``."""
    return Entries(topics, page=page).of(events, gone, policy)


def selected(feed: Feed, rendered: Iterable[Rendered], as_of: date) -> list[Rendered]:
    """The entries that belong in a feed on the day ``as_of``, in their order; newest first where only the newest do."""
    held = [
        one
        for one in rendered
        if (feed.year is None or one.place.day.year == feed.year)
        and feed.holds(one.event, as_of)
        and (not one.withdrawn or _to_strike(one.event, feed, as_of))
    ]
    if feed.newest:
        standing = [one for one in held if not one.withdrawn]
        return sorted(standing, key=lambda one: (one.event.first_seen, one.position), reverse=True)[: feed.newest]
    if feed.to_come:
        held = [due(one) for one in held]
    limit = feed.query.limit if feed.query else None
    return held if limit is None else held[:limit]


def _to_strike(event: Event, feed: Feed, as_of: date) -> bool:
    """Whether calendars may still hold the withdrawn event: it was shown, and went not long ago."""
    when = event.last_changed[:10]
    shown = feed.query is not None or matches(event, _SHOWN)
    return shown and not (when and date.fromisoformat(when) + STRUCK_FOR < as_of)


def build(
    feed: Feed,
    rendered: Iterable[Rendered],
    as_of: date,
    *,
    form: str = "ics",
    base_url: str = "",
    past: Past = Past(),
    topics: Mapping[str, Topic] | None = None,
) -> bytes:
    """One feed's octets in one of ``catalogue.FORMS``: the same entries and membership give the same octets on any day.

    ``base_url`` is where the feeds lie (ending in ``/``), if that is known.
    """
    listed = selected(feed, rendered, as_of)
    if form == "ics":
        return _calendar(feed, listed, as_of, base_url, past)
    return _news(feed, listed, form, topics=load() if topics is None else topics, base_url=base_url)


def _news(feed: Feed, listed: Sequence[Rendered], form: str, **options: Any) -> bytes:
    write = {"atom": news.atom, "json": news.json_feed}[form]
    return write(feed, [one for one in listed if not one.withdrawn], **options)


def _calendar(feed: Feed, listed: Sequence[Rendered], as_of: date, base_url: str, past: Past) -> bytes:
    whole = past.whole or feed.year is not None or bool(feed.newest)
    window = Window(listed) if whole else windowed(listed, as_of, since=past.since)
    left_out = _left_out(window, base_url)
    notices = []
    if window.earlier and window.since:
        title = f"更早的 {window.earlier} 条在存档里"
        stamp = max((one.changed for one in window.entries), default="")
        notices.append(notice(feed.name, window.since - timedelta(1), title, left_out, stamp))
    return calendar(
        window.entries,
        name=feed.label,
        description=feed.description + left_out,
        colour=feed.colour,
        source=f"{base_url}{feed.file}" if base_url else "",
        notices=notices,
    )


def _left_out(window: Window, base_url: str) -> str:
    """What the calendar must say of what it does not hold."""
    words = []
    if window.earlier and window.since:
        first = f"{window.since.year}年{window.since.month}月{window.since.day}日"
        words.append(f"这里收录{first}以来的事，更早的 {window.earlier} 条未列入")
    if window.later:
        words.append(f"最远的 {window.later} 条未列入")
    return f"{'；'.join(words)}。全部按年存档：{base_url}archive-YYYY.ics（YYYY 为年份）。" if words else ""


def folder_address(base_url: str) -> str:
    """``base_url`` in ASCII and ending in ``/``; empty stays empty. Raises AddressError when it is no http(s) address."""
    address = web_address(base_url) if base_url else ""
    if address is None:
        raise AddressError(f"{base_url!r} is no web address; write for example https://news.example/timeline/")
    return address if not address or address.endswith("/") else f"{address}/"


@dataclass(frozen=True, slots=True)
class Published:
    """What publishing did: the files that were written and those that were right already."""

    written: tuple[Path, ...]
    unchanged: tuple[Path, ...]


def publish(
    events: Iterable[Event],
    gone: Iterable[Gone],
    to: Path,
    as_of: date,
    *,
    topics: Mapping[str, Topic] | None = None,
    policy: Policy = Policy(),
    base_url: str = "",
    past: Past = Past(),
    saved: Sequence[tuple[Feed, Sequence[Event]]] = (),
) -> Published:
    """Write every feed in every form, the archives and ``index.html`` into the folder ``to`` (made if missing).

    Each file is put in place whole or not at all, and left alone if it would not change. ``base_url`` is where the
    folder will be served, if that is known; ``saved`` are the feeds that users saved, with the events that each asks for.
    Raises OSError naming the file that can't be written, ValueError for a ``base_url`` that is no http(s) address.
    """
    from timeline.render.site import index

    topics = load() if topics is None else topics
    base_url = folder_address(base_url)
    listed, withdrawn = list(events), list(gone)
    page = f"{base_url}index.html#e-{{id}}" if base_url else ""
    made = Entries(topics, page=page)
    rendered = made.of(listed, withdrawn, policy)
    shelves = [(feed, rendered) for feed in feeds(topics).values()]
    shelves += [(feed, made.of(own, withdrawn, feed.policy or policy)) for feed, own in saved]
    files, counts = {}, {}
    for feed, held in shelves:
        own = selected(feed, held, as_of)
        counts[feed.name] = sum(not one.withdrawn for one in own)
        files[feed.file] = _calendar(feed, own, as_of, base_url, past)
        for form in ("atom", "json"):
            files[feed.file_in(form)] = _news(feed, own, form, topics=topics, base_url=base_url)
    by_year = _by_year(rendered, archived_years(to))
    for year, held in by_year.items():
        files[archive(year).file] = build(archive(year), held, as_of, base_url=base_url)
    page_of_all = index(
        listed,
        as_of,
        topics=topics,
        catalogue=[feed for feed, _ in shelves],
        counts=counts,
        years=by_year,
        base_url=base_url,
    )
    return write(to, {**files, "index.html": page_of_all.encode("utf-8")})


def _by_year(rendered: Iterable[Rendered], known: Iterable[int]) -> dict[int, list[Rendered]]:
    """The entries by the year in which they begin, oldest first; the ``known`` years even if none does."""
    found: dict[int, list[Rendered]] = {year: [] for year in known}
    for one in rendered:
        found.setdefault(one.place.day.year, []).append(one)
    return dict(sorted(found.items()))


def archived_years(folder: Path) -> set[int]:
    """The years that have an archive there already: one that lost all its events is written again, without them."""
    found = (re.fullmatch(r"archive-(\d{4})\.ics", path.name) for path in folder.glob("archive-*.ics"))
    return {int(match[1]) for match in found if match}


def write(to: Path, files: Mapping[str, bytes]) -> Published:
    """Put files by name into the folder ``to``, made if missing; what a killed run left half-written there is cleared."""
    to.mkdir(parents=True, exist_ok=True)
    changed = {to / name: write_if_changed(to / name, octets) for name, octets in files.items()}
    clear_drafts(to)
    return Published(
        tuple(path for path, new in changed.items() if new), tuple(path for path, new in changed.items() if not new)
    )
