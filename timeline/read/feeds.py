"""RSS and Atom feeds: each entry a document with its own date.

>>> [entry.clues[0].edtf for entry in read_feed(b"<rss version='2.0'><channel><item><title>t</title>"
...     b"<pubDate>Wed, 11 Jun 2025 20:00:00 GMT</pubDate></item></channel></rss>", "feed.xml")]
['2025-06-12']
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from timeline.model import Clue
from timeline.read.errors import ReadError

MAX_ENTRIES = 10_000
_CLOCK = re.compile(r"\d:\d\d")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: what is told, its headline, its address, what it states of its date."""

    name: str
    text: str
    title: str
    url: str
    clues: tuple[Clue, ...]


def read_feed(raw: bytes, name: str, zone: str = "Asia/Shanghai") -> list[Entry]:
    """The entries of a feed in its order; moments are told as days in ``zone``. Raises ReadError when it has none."""
    import feedparser

    parsed = feedparser.parse(raw)
    entries = [_entry(entry, f"{name}#{number}", zone) for number, entry in enumerate(parsed.entries[:MAX_ENTRIES], 1)]
    kept = [entry for entry in entries if entry.text.strip()]
    if not kept:
        reason = "a feed without entries" if parsed.version else "no feed that can be read"
        raise ReadError(name, reason, "check that it is RSS or Atom")
    return kept


def _entry(entry: Any, name: str, zone: str) -> Entry:
    title = _plain(entry.get("title", ""))
    contents = [content.get("value", "") for content in entry.get("content", [])] or [entry.get("summary", "")]
    told = max(contents, key=len)
    text = "\n\n".join(line for line in (title, *_lines(told)) if line)
    clues: tuple[Clue, ...] = ()
    moment = entry.get("published_parsed")
    stated = entry.get("published", "")
    if moment:
        day = datetime(*moment[:6]).replace(tzinfo=UTC)
        if _CLOCK.search(stated):  # a bare day is a day anywhere
            day = day.astimezone(ZoneInfo(zone))
        clues = (Clue("feed", day.date().isoformat(), f"published {stated}"),)
    return Entry(name, text, title, entry.get("link", ""), clues)


def _lines(markup: str) -> list[str]:
    if "<" not in markup:
        return [line.strip() for line in markup.split("\n") if line.strip()]
    from lxml import html

    from timeline.read.blocks import blocks

    return blocks(html.fragment_fromstring(markup, create_parent="div"))


def _plain(markup: str) -> str:
    return " ".join(_lines(markup))
