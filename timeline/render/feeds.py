"""The calendar feeds, built from events and published as files, of which only changed ones are written.

>>> from datetime import date
>>> build(feeds()["all"], [], date(2026, 11, 20)).startswith(b"BEGIN:VCALENDAR")
True
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from timeline.events.topics import Topic, load
from timeline.model import Event
from timeline.render.catalogue import Feed, feeds
from timeline.render.ical import Coarse, Rendered, calendar, render, web_address

if TYPE_CHECKING:
    from timeline.store import Gone


@dataclass(frozen=True, slots=True)
class Published:
    """What publishing did: the files that were written and those that were right already."""

    written: tuple[Path, ...]
    unchanged: tuple[Path, ...]


def entries(
    events: Iterable[Event],
    gone: Iterable[Gone],
    *,
    topics: Mapping[str, Topic] | None = None,
    coarse: Coarse = "marker",
    page: str = "",
) -> list[Rendered]:
    """All calendar entries; events that are ``gone`` go out as cancelled, so that calendars strike them.

    ``page`` is the address of an event's page with ``{id}`` where the id goes.
    """
    topics = load() if topics is None else topics
    listed = list(events)
    live = {event.id for event in listed}
    made = [render(event, topics=topics, coarse=coarse, page=page) for event in listed]
    made += [
        render(one.event, topics=topics, coarse=coarse, withdrawn=one.reason, successor=one.successor, page=page)
        for one in gone
        if one.event.id not in live
    ]
    return [one for one in made if one is not None]


def build(feed: Feed, rendered: Sequence[Rendered], as_of: date, *, base_url: str = "") -> bytes:
    """One feed's octets: the same entries and the same membership give the same octets on any day."""
    return calendar(
        [one for one in rendered if feed.holds(one.event, as_of)],
        name=feed.label,
        description=feed.description,
        colour=feed.colour,
        source=f"{base_url}{feed.file}" if base_url else "",
    )


def publish(
    events: Iterable[Event],
    gone: Iterable[Gone],
    to: Path,
    as_of: date,
    *,
    topics: Mapping[str, Topic] | None = None,
    coarse: Coarse = "marker",
    base_url: str = "",
) -> Published:
    """Write every feed and ``index.html`` into the folder ``to`` (made if missing), each whole or not at all.

    Files that would not change are left alone. ``base_url`` is where the folder will be served, if that is known.
    Raises OSError naming the file that can't be written, ValueError for a ``base_url`` that is no http(s) address.
    """
    from timeline.render.site import index

    topics = load() if topics is None else topics
    base_url = folder_address(base_url)
    listed, catalogue = list(events), feeds(topics)
    page = f"{base_url}index.html#e-{{id}}" if base_url else ""
    rendered = entries(listed, gone, topics=topics, coarse=coarse, page=page)
    files = {feed.file: build(feed, rendered, as_of, base_url=base_url) for feed in catalogue.values()}
    counts = {name: sum(feed.holds(event, as_of) for event in listed) for name, feed in catalogue.items()}
    files["index.html"] = index(listed, as_of, topics=topics, counts=counts, base_url=base_url).encode("utf-8")
    to.mkdir(parents=True, exist_ok=True)
    changed = {to / name: write_if_changed(to / name, octets) for name, octets in files.items()}
    return Published(
        tuple(path for path, new in changed.items() if new), tuple(path for path, new in changed.items() if not new)
    )


def folder_address(base_url: str) -> str:
    """``base_url`` in ASCII and ending in ``/``; empty stays empty. Raises ValueError when it is no http(s) address."""
    address = web_address(base_url) if base_url else ""
    if address is None:
        raise ValueError(f"{base_url!r} is no web address; write for example https://news.example/timeline/")
    return address if not address or address.endswith("/") else f"{address}/"


def write_if_changed(path: Path, octets: bytes) -> bool:
    """Put ``octets`` into ``path`` so that a reader sees the old file or the new one; False when it held them already."""
    try:
        if path.read_bytes() == octets:
            return False
    except FileNotFoundError:
        pass
    handle, draft = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(octets)
            file.flush()
            os.fsync(file.fileno())
        Path(draft).chmod(0o644)  # a web server runs as another user
        Path(draft).replace(path)
    except OSError as error:
        Path(draft).unlink(missing_ok=True)
        # a failed write names no file by itself, and the temporary one would say nothing to a reader
        raise OSError(error.errno, error.strerror, str(path)) from error
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise
    return True
