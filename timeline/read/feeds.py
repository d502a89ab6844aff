"""RSS and Atom feeds: each entry a document with its own date.

>>> [entry.clues[0].edtf for entry in read_feed("<rss version='2.0'><channel><item><title>t</title>"
...     "<pubDate>Wed, 11 Jun 2025 20:00:00 GMT</pubDate></item></channel></rss>", "feed.xml")]
['2025-06-12']
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urljoin
from zoneinfo import ZoneInfo

from timeline import regex as re
from timeline.model import Clue
from timeline.read.errors import ReadError

MAX_ENTRIES = 10_000
_XML = re.compile(r"\A\s*<\?xml[^>]*\?>")
#: China Standard Time, not the Central Standard Time that RFC 822 means by it.
_LOCAL_ZONE = re.compile(r"\s*\(?CST\)?\s*\Z")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: what is told, its headline, its address, what it states of its date."""

    name: str
    text: str
    title: str
    url: str
    clues: tuple[Clue, ...]


def read_feed(source: str, name: str, *, url: str = "", zone: str = "Asia/Shanghai") -> Iterator[Entry]:
    """The entries of a feed in its order; moments are told as days in ``zone``, addresses in full if the feed's ``url``
    is known. An entry is called by what tells it from all others, wherever in the feed it stands. Raises ReadError
    when there is none, and after the first MAX_ENTRIES when there are more.
    """
    import feedparser

    raw = _XML.sub("", source, count=1).encode("utf-8", "replace")
    # A stream: what is not one, feedparser may take for a file's name or an address to fetch.
    parsed = feedparser.parse(io.BytesIO(raw), response_headers={"content-type": "application/xml; charset=utf-8"})
    names: dict[str, int] = {}
    atom = parsed.version.startswith("atom")
    for entry in parsed.entries[:MAX_ENTRIES]:
        read = _entry(entry, name, url, ZoneInfo(zone), atom)
        if not read.text.strip():
            continue
        seen = names[read.name] = names.get(read.name, 0) + 1
        yield read if seen == 1 else Entry(f"{read.name} ({seen})", read.text, read.title, read.url, read.clues)
    if not names:
        reason = "a feed without entries" if parsed.version else "no feed that can be read"
        raise ReadError(name, reason, "check that it is RSS or Atom")
    if len(parsed.entries) > MAX_ENTRIES:
        raise ReadError(name, f"more than {MAX_ENTRIES:,} entries; the first were read", "split it into smaller feeds")


def _entry(entry: Any, name: str, base: str, zone: ZoneInfo, atom: bool) -> Entry:
    title = _plain(entry.get("title", ""))
    contents = [content.get("value", "") for content in entry.get("content", [])] or [entry.get("summary", "")]
    told = max(contents, key=len)
    text = "\n\n".join(line for line in (title, *_lines(told)) if line)
    link = entry.get("link", "")
    clues = tuple(_clues(entry, zone, atom))
    own = entry.get("id") or link or " ".join([title, *(clue.edtf for clue in clues)])
    return Entry(f"{name}#{own}", text, title, urljoin(base, link) if link else "", clues)


def _clues(entry: Any, zone: ZoneInfo, atom: bool) -> Iterator[Clue]:
    # Asked for what it lacks, feedparser gives one for the other.
    published, updated = (entry[key] if key in entry else "" for key in ("published", "updated"))  # noqa: SIM401
    if not published and not atom:
        published, updated = updated, ""  # of RSS it is dc:date, and that says when it was published
    if day := day_of(published, zone):
        yield Clue("feed", day.isoformat(), f"published {published}")
        if (later := day_of(updated, zone)) and later > day:
            yield Clue("modified", later.isoformat(), f"updated {updated}")
    elif day := day_of(updated, zone):
        yield Clue("feed", f"../{day.isoformat()}", f"updated {updated}")


def day_of(stated: str, zone: ZoneInfo) -> date | None:
    """The day in ``zone`` of a date as feeds write it: RFC 822, ISO 8601, or freely; None when it states none.

    A clock time without a zone is one of ``zone``.

    >>> day_of("2025-06-11 20:30", ZoneInfo("Asia/Shanghai")), day_of("2025-06-11T20:30Z", ZoneInfo("Asia/Shanghai"))
    (datetime.date(2025, 6, 11), datetime.date(2025, 6, 12))
    """
    moment = _moment(_LOCAL_ZONE.sub("", stated.strip()))
    if moment is None:
        return None
    return (moment.astimezone(zone) if moment.tzinfo else moment).date()


def _moment(stated: str) -> datetime | None:
    if not stated:
        return None
    for parse in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            return parse(stated)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
    import dateparser

    # Words like 昨天 would be counted from the day of reading.
    settings: Any = {"PARSERS": ["absolute-time"], "STRICT_PARSING": True}
    found: datetime | None = dateparser.parse(stated[:80], languages=["zh", "en"], settings=settings)
    return found


def _lines(markup: str) -> list[str]:
    if "<" not in markup:
        return [line.strip() for line in markup.split("\n") if line.strip()]
    from lxml import html

    from timeline.read.blocks import blocks

    return blocks(html.fragment_fromstring(markup, create_parent="div"))


def _plain(markup: str) -> str:
    return " ".join(_lines(markup))
