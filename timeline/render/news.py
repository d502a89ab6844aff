"""Feeds for news readers: Atom (RFC 4287) and JSON Feed 1.1, what was learned last first.

>>> from timeline.render.catalogue import feeds
>>> json_feed(feeds({})["new"], [], topics={}).decode().splitlines()[1]
'  "version": "https://jsonfeed.org/version/1.1",'
"""

from __future__ import annotations

import html
import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote
from xml.etree import ElementTree

from timeline import regex as re
from timeline.events.topics import Topic
from timeline.model import Event
from timeline.render.addresses import web_address
from timeline.render.catalogue import FORMS, Feed
from timeline.render.dates import display
from timeline.render.ical import Rendered
from timeline.render.telling import standing
from timeline.render.wording import clean, one_line, topic_label

#: Names for machines (tag URIs, RFC 4151): they stay the same wherever the feed lies.
_TAG = "tag:timeline.invalid,2026:"
_NEVER = "1970-01-01T00:00:00Z"
_ATOM = "http://www.w3.org/2005/Atom"
_LANGUAGE = "zh-Hans"
#: News readers fetch a feed many times a day and keep what they saw: more entries than these serve nobody.
MOST = 200
_NOT_XML = re.compile("[^\t\n -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def _told(listed: Iterable[Rendered]) -> Sequence[Rendered]:
    return sorted(listed, key=lambda one: (one.event.first_seen, one.position), reverse=True)[:MOST]


def _text(words: str) -> str:
    return _NOT_XML.sub("", clean(words))


def _moment(stamp: str) -> str:
    """A stored time as RFC 3339 in UTC, whole seconds."""
    if not stamp:
        return _NEVER
    moment = datetime.fromisoformat(stamp)
    return f"{(moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def _title(event: Event) -> str:
    """The headline of a news item: a reader sees no calendar around it, so the date belongs to it."""
    return _text(f"{standing(event)}{one_line(event.title)} · {display(event.when)}")


def _paragraphs(one: Rendered) -> str:
    blocks = _text(one.description).split("\n\n")
    return "".join(f"<p>{html.escape(block).replace(chr(10), '<br>')}</p>" for block in blocks if block.strip())


def _source(event: Event) -> str:
    """The address of the article that tells of it first; empty when it was read from a file."""
    return next((link for link in (web_address(one.document) for one in event.mentions) if link), "")


def atom(feed: Feed, listed: Iterable[Rendered], *, topics: Mapping[str, Topic], base_url: str = "") -> bytes:
    """The feed as Atom, UTF-8."""
    told = _told(listed)
    root = ElementTree.Element("feed", {"xmlns": _ATOM, "xml:lang": _LANGUAGE})
    _add(root, "id", f"{_TAG}feed/{quote(feed.name)}")
    _add(root, "title", _text(feed.label))
    _add(root, "subtitle", _text(feed.description))
    _add(root, "updated", max((_moment(one.event.last_changed) for one in told), default=_NEVER))
    _add(_add(root, "author"), "name", "Timeline")
    _add(root, "generator", "Timeline")
    if base_url:
        address = base_url + quote(feed.file_in("atom"))
        _add(root, "link", rel="self", type=FORMS["atom"], href=address)
        _add(root, "link", rel="alternate", type="text/calendar", href=base_url + quote(feed.file))
    for one in told:
        _atom_entry(_add(root, "entry"), one, topics)
    ElementTree.indent(root)
    return bytes(ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def _add(parent: ElementTree.Element, tag: str, words: str = "", **attributes: str) -> ElementTree.Element:
    child = ElementTree.SubElement(parent, tag, attributes)
    child.text = words or None
    return child


def _atom_entry(entry: ElementTree.Element, one: Rendered, topics: Mapping[str, Topic]) -> None:
    event, page = one.event, one.page
    _add(entry, "id", f"{_TAG}event/{quote(event.id.encode('utf-8', 'replace'), safe='')}")
    _add(entry, "title", _title(event))
    _add(entry, "updated", _moment(event.last_changed))
    _add(entry, "published", _moment(event.first_seen))
    source = _source(event)
    if page or source:
        _add(entry, "link", rel="alternate", href=page or source)
    if page and source:
        _add(entry, "link", rel="via", href=source)
    for slug in event.topics:
        _add(entry, "category", term=_text(one_line(slug)), label=_text(one_line(topic_label(slug, topics))))
    _add(entry, "content", _paragraphs(one), type="html")


def json_feed(feed: Feed, listed: Iterable[Rendered], *, topics: Mapping[str, Topic], base_url: str = "") -> bytes:
    """The feed as JSON Feed 1.1, UTF-8; what only a timeline knows stands under ``_timeline``."""
    told = _told(listed)
    record: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": _text(feed.label),
        "description": _text(feed.description),
        "language": _LANGUAGE,
        "authors": [{"name": "Timeline"}],
    }
    if base_url:
        record |= {"home_page_url": base_url, "feed_url": base_url + quote(feed.file_in("json"))}
    record["items"] = [_json_entry(one, topics) for one in told]
    return (json.dumps(record, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")


def _json_entry(one: Rendered, topics: Mapping[str, Topic]) -> dict[str, Any]:
    event, page, when = one.event, one.page, one.event.when
    record: dict[str, Any] = {
        "id": f"{_TAG}event/{quote(event.id.encode('utf-8', 'replace'), safe='')}",
        "title": _title(event),
        "content_html": _paragraphs(one),
        "content_text": _text(one.description),
        "date_published": _moment(event.first_seen),
        "date_modified": _moment(event.last_changed),
    }
    if page:
        record["url"] = page
    if source := _source(event):
        record["external_url"] = source
    if event.topics:
        record["tags"] = [_text(one_line(topic_label(slug, topics))) for slug in event.topics]
    bounds = {
        name: bound.isoformat() if bound else None for name, bound in (("begin", when.begin), ("until", when.until))
    }
    place = {"place": _text(one_line(event.place))} if event.place else {}
    marks = {"kind": event.kind, "modality": event.modality, "revision": event.revision}
    record["_timeline"] = {"event": _text(event.id), "edtf": _text(when.edtf), **bounds, **place, **marks}
    return record
