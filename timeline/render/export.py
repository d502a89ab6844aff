"""Events for other programs: the ``timeline/1`` JSON contract, JSON Lines, CSV and Markdown.

>>> from datetime import date
>>> from timeline.render.export import export
>>> export([], "json", date(2026, 11, 20)).splitlines()[0]
'{"schema": "timeline/1", "as_of": "2026-11-20", "events": []}'
"""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from timeline import regex as re
from timeline.edtf import Bound
from timeline.model import Dct, Event, Extraction, Mention, Timex, When
from timeline.render.dates import display
from timeline.render.reasons import reason, undated
from timeline.render.wording import (
    DETAILS,
    citation,
    clean,
    corroboration,
    detail_words,
    details,
    expired,
    label,
    location,
    marks,
    one_line,
    topic_label,
)
from timeline.timex import recurrence

SCHEMA = "timeline/1"
FORMATS = ("json", "jsonl", "csv", "md")

#: The CSV columns and what stands in each; lists are joined by "; ", the quote and its place are the first mention's.
CSV_COLUMNS = {
    "id": "the event's id, for life",
    "title": "the event in one line",
    "kind": "activity, milestone, indicator or incident",
    "modality": "reported, planned, postponed or cancelled",
    "salience": "0 to 1: how much a reader would want it",
    "topics": "topic slugs",
    "place": "where, as printed",
    "actors": "who",
    "edtf": "the date in EDTF (ISO 8601-2)",
    "begin": "first day or moment, local time; empty before all time",
    "until": "first day or moment after it, local time; empty after all time",
    "granularity": "century, decade, year, half, quarter, season, month, week, day or minute",
    "part": "which part of the date is meant: morning, afternoon, evening, early, mid, late, end",
    "approximate": "true or false",
    "uncertain": "true or false",
    "display": "the date in words",
    **{name: f"the notice's {name}" for name in DETAILS},
    "sources": "how many independent sources tell of it",
    "revision": "counts the recorded changes of the event, from 1",
    "first_seen": "when it was first stored",
    "last_changed": "when it was last changed",
    "document": "the document of the first mention",
    "source": "its publication",
    "article": "its headline",
    "published": "when it was published, in EDTF",
    "start": "where the quote begins in the document's decoded text, in code points",
    "end": "where it ends",
    "quote": "the quote without line wraps",
}


def _iso(bound: Bound | None) -> str | None:
    return None if bound is None else bound.isoformat()


def timex_record(timex: Timex) -> dict[str, Any]:
    """A time expression as ``timeline timex`` writes it; ``begin`` and ``until`` are ISO dates or date-times."""
    return {
        "start": timex.start,
        "end": timex.end,
        "text": timex.text,
        "edtf": timex.edtf,
        "begin": _iso(timex.begin),
        "until": _iso(timex.until),
        "type": timex.type,
        "resolution": timex.resolution,
    }


def date_record(when: When) -> dict[str, Any]:
    """An event's date as the export writes it."""
    return {
        "edtf": when.edtf,
        "begin": _iso(when.begin),
        "until": _iso(when.until),
        "granularity": when.granularity,
        "part": when.part,
        "approximate": when.approximate,
        "uncertain": when.uncertain,
        "display": display(when),
    }


def mention_record(mention: Mention) -> dict[str, Any]:
    """One statement with its provenance, as the export writes it."""
    timex = mention.timex
    return {
        "document": mention.document,
        "sha256": mention.sha256,
        "source": mention.source,
        "article": mention.headline,
        "published": mention.published,
        "start": mention.start,
        "end": mention.end,
        "quote": mention.quote,
        "timex": {
            "start": timex.start,
            "end": timex.end,
            "text": timex.text,
            "edtf": timex.edtf,
            "resolution": timex.resolution,
            "anchor": timex.anchor,
        },
    }


def event_record(event: Event) -> dict[str, Any]:
    """An event as the export writes it (schema ``timeline/1``), keys in the contract's order.

    What hangs together with others has ``links`` behind the contract's own keys: the other one, by relation. What repeats
    has ``recurrence``, its rule as an RRULE (RFC 5545), and ``except``, the days that are left out of it.
    """
    return {
        "id": event.id,
        "title": event.title,
        "kind": event.kind,
        "modality": event.modality,
        "salience": event.salience,
        "topics": list(event.topics),
        "place": event.place,
        "actors": list(event.actors),
        "date": date_record(event.when),
        "details": dict(details(event)),
        "conflicts": list(event.conflicts),
        "revision": event.revision,
        "first_seen": event.first_seen,
        "last_changed": event.last_changed,
        "mentions": [mention_record(mention) for mention in event.mentions],
        **({"links": [{"relation": name, "event": other} for name, other in event.links]} if event.links else {}),
        **(_recurrence_record(event.recurrence) if event.recurrence else {}),
    }


def _recurrence_record(rule: str) -> dict[str, Any]:
    days = [day.isoformat() for day in recurrence.left_out(rule)]
    return {"recurrence": recurrence.plain(rule), **({"except": days} if days else {})}


def published_record(dct: Dct) -> dict[str, Any]:
    """When an article was published and what says so; ``reason`` tells why an undated one is undated."""
    record: dict[str, Any] = {
        "edtf": dct.date.text if dct.date else None,
        "begin": _iso(dct.date.begin) if dct.date else None,
        "until": _iso(dct.date.until) if dct.date else None,
        "evidence": [
            {
                "kind": evidence.kind,
                "words": evidence.words,
                "start": evidence.span.start if evidence.span else None,
                "end": evidence.span.end if evidence.span else None,
                "edtf": evidence.edtf,
                "weight": evidence.weight,
                "used": evidence.used,
                "note": reason(evidence, "en"),
            }
            for evidence in dct.evidence
        ],
    }
    if dct.revised:
        record["revised"] = dct.revised
    return record if dct.date else {**record, "reason": undated(dct, "en")}


def extraction_record(extraction: Extraction) -> dict[str, Any]:
    """One document's answer: ``published`` (the date most of its articles share), ``timexes`` and ``events``."""
    return {
        "published": published_record(_main_dct(extraction)),
        "timexes": [timex_record(timex) for timex in extraction.timexes],
        "events": [event_record(event) for event in extraction.events],
    }


def _main_dct(extraction: Extraction) -> Dct:
    dated = [article.dct for article in extraction.articles if article.dct.date]
    if not dated:
        return extraction.articles[0].dct if extraction.articles else Dct(None, (), "no article was found")
    counts = Counter(dct.date for dct in dated)
    return max(dated, key=lambda dct: counts[dct.date])  # the first of the most shared


def export(events: Iterable[Event], format: str, as_of: date, *, lang: str = "zh") -> str:  # noqa: A002
    """The events as text in ``json``, ``jsonl``, ``csv`` or ``md``, ending in a line feed unless empty.

    Raises ValueError for another format.
    """
    listed = list(events)
    if format == "json":
        return _json(listed, as_of)
    if format == "jsonl":
        return "".join(f"{json.dumps(event_record(event), ensure_ascii=False)}\n" for event in listed)
    if format == "csv":
        return _csv(listed)
    if format == "md":
        return _markdown(listed, as_of, lang)
    raise ValueError(f"no export format {format!r}: choose one of {', '.join(FORMATS)}")


def _json(events: Sequence[Event], as_of: date) -> str:
    head = json.dumps({"schema": SCHEMA, "as_of": as_of.isoformat(), "events": []})[:-2]
    lines = ",\n".join(json.dumps(event_record(event), ensure_ascii=False) for event in events)
    return f"{head}\n{lines}\n]}}\n" if lines else f"{head}]}}\n"


def _cell(value: object) -> str:
    """A cell; a leading sign that a spreadsheet would run as a formula is kept from running by an apostrophe."""
    if isinstance(value, bool):
        return str(value).lower()
    text = "" if value is None else one_line(str(value))
    return f"'{text}" if text[:1] in ("=", "+", "-", "@") and not isinstance(value, int | float) else text


def _csv(events: Sequence[Event]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(CSV_COLUMNS)
    for event in events:
        record = event_record(event)
        first = record["mentions"][0] if record["mentions"] else {}
        row = {
            **record,
            **record["date"],
            **{name: event.details.get(name) for name in DETAILS},
            **{
                name: first.get(name)
                for name in ("document", "source", "article", "published", "start", "end", "quote")
            },
            "topics": "; ".join(event.topics),
            "actors": "; ".join(event.actors),
            "sources": corroboration(event),
        }
        writer.writerow([_cell(row[name]) for name in CSV_COLUMNS])
    return out.getvalue()


_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~])")


def _plain(text: str) -> str:
    """``text`` as Markdown that shows exactly it."""
    return _MARKDOWN.sub(r"\\\1", one_line(text))


def _markdown(events: Sequence[Event], as_of: date, lang: str) -> str:
    from timeline.events.topics import load
    from timeline.render.chronology import by_year

    topics = load()
    zh = lang == "zh"
    blocks = [f"# {'时间线' if zh else 'Timeline'}\n\n{'截至' if zh else 'As of '}{as_of.isoformat()}"]
    lapsed = expired(events, as_of)
    for chapter in by_year(events):
        blocks.append(f"## {chapter.heading(lang)}")
        for event in chapter.events:
            tags = [label(event.kind, lang), *(label(mark, lang) for mark in marks(event, as_of, lapsed))]
            tags += [topic_label(slug, topics, lang) for slug in event.topics]
            place = f" @ {_plain(event.place)}" if event.place else ""
            lines = [
                f"- **{_plain(display(event.when, lang))}** {_plain(event.title)}{place}"
                f" ({_plain(' · '.join(tags))}) `{event.id}`"
            ]
            lines += [f"  - {name}: {_plain(words)}" for name, words in detail_words(event, lang)]
            for mention in event.mentions:
                lines.append(f"\n  > {_plain(mention.quote)}\n  >")
                lines.append(f"  > — {_plain(citation(mention, lang))} ({_plain(location(mention))})")
            blocks.append("\n".join(lines))
    return clean("\n\n".join(blocks)) + "\n"
