"""The forms of what the API answers, as JSON Schema: every field with what it means.

>>> SCHEMAS["Timex"]["required"][:3]
['start', 'end', 'text']
"""

from __future__ import annotations

from typing import Any

from timeline.model import KINDS, MODALITIES
from timeline.render.export import CSV_COLUMNS
from timeline.render.wording import DETAILS

Schema = dict[str, Any]

_TEXT: Schema = {"type": "string"}
_MAYBE: Schema = {"type": ["string", "null"]}
_NUMBER: Schema = {"type": "integer"}
_SPAN: dict[str, tuple[str, Schema]] = {
    "start": ("where it begins in the document's decoded text, in code points", _NUMBER),
    "end": ("where it ends: the offset behind its last character", _NUMBER),
}


def ref(name: str) -> Schema:
    """A reference to one of ``SCHEMAS``."""
    return {"$ref": f"#/components/schemas/{name}"}


def _list(of: Schema) -> Schema:
    return {"type": "array", "items": of}


def _object(fields: dict[str, tuple[str, Schema]], *, optional: tuple[str, ...] = ()) -> Schema:
    return {
        "type": "object",
        "properties": {name: {**schema, "description": about} for name, (about, schema) in fields.items()},
        "required": [name for name in fields if name not in optional],
    }


_TIMEX = {
    **_SPAN,
    "text": ("the words", _TEXT),
    "edtf": ("the date in EDTF (ISO 8601-2); null for what has no place on the calendar", _MAYBE),
    "begin": ("first day or moment, local time; null before all time", _MAYBE),
    "until": ("first day or moment after it, local time; null after all time", _MAYBE),
    "type": ("as in ISO-TimeML", {"enum": ["DATE", "TIME", "DURATION", "SET"]}),
    "resolution": ("how it was resolved: explicit, relative, inherited or derived", _TEXT),
}
_DATE = {
    "edtf": (CSV_COLUMNS["edtf"], _TEXT),
    "begin": ("first day or moment, local time; null before all time", _MAYBE),
    "until": ("first day or moment after it, local time; null after all time", _MAYBE),
    "granularity": (CSV_COLUMNS["granularity"], _TEXT),
    "part": (CSV_COLUMNS["part"], _MAYBE),
    "approximate": ("about then", {"type": "boolean"}),
    "uncertain": ("in doubt", {"type": "boolean"}),
    "display": (CSV_COLUMNS["display"], _TEXT),
}
_MENTION = {
    "document": ("the document's path or address", _TEXT),
    "sha256": ("of the document's bytes", _TEXT),
    "source": ("the publication", _TEXT),
    "article": ("the article's headline", _TEXT),
    "published": ("when the article was published, in EDTF", _MAYBE),
    **_SPAN,
    "quote": ("the statement, without line wraps", _TEXT),
    "timex": (
        "the time expression that dates it",
        {
            "type": "object",
            "properties": {
                **{name: schema for name, (_, schema) in {**_SPAN, "text": ("", _TEXT)}.items()},
                "edtf": _MAYBE,
                "resolution": _TEXT,
                "anchor": {**_TEXT, "description": "what it was counted from"},
            },
            "required": ["start", "end", "text", "edtf", "resolution", "anchor"],
        },
    ),
}
_EVENT = {
    **{name: (CSV_COLUMNS[name], _TEXT) for name in ("id", "title")},
    "kind": (CSV_COLUMNS["kind"], {"enum": list(KINDS)}),
    "modality": (CSV_COLUMNS["modality"], {"enum": list(MODALITIES)}),
    "salience": (CSV_COLUMNS["salience"], {"type": "number", "minimum": 0, "maximum": 1}),
    "topics": (CSV_COLUMNS["topics"], _list(_TEXT)),
    "place": (CSV_COLUMNS["place"], _MAYBE),
    "actors": (CSV_COLUMNS["actors"], _list(_TEXT)),
    "date": ("when", ref("Date")),
    "details": (
        f"how to take part, as a notice says: {', '.join(DETAILS)}",
        {"type": "object", "additionalProperties": _TEXT},
    ),
    "conflicts": ("where the mentions disagree", _list({"type": "object"})),
    "revision": (CSV_COLUMNS["revision"], {"type": "integer", "minimum": 1}),
    "first_seen": (CSV_COLUMNS["first_seen"], _TEXT),
    "last_changed": (CSV_COLUMNS["last_changed"], _TEXT),
    "mentions": ("the statements that it was read from", _list(ref("Mention"))),
    "recurrence": ("how it repeats, as an RRULE, counted from its first day", _TEXT),
    "except": ("the days that are left out of what repeats", _list({"type": "string", "format": "date"})),
    "links": ("other events that it hangs together with", _list({"type": "object"})),
}
_OPTIONAL = ("links", "recurrence", "except")
_ARTICLE = {
    "key": ("its name in the document", _TEXT),
    "role": ("news, notice, caption, weather or furniture", _TEXT),
    "headline": ("its headline", _TEXT),
    "published": ("when it was published, in EDTF; null when that can't be known", _MAYBE),
}
_DOCUMENT = {
    "id": ("the same for all revisions of a path", _TEXT),
    "path": ("how it was named when it was read", _TEXT),
    "revision": ("counts the different contents, from 1", _NUMBER),
    "sha256": ("of its bytes", _TEXT),
    "media_type": ("what it was read as", _TEXT),
    "encoding": ("the encoding of its text", _TEXT),
    "size": ("in octets", _NUMBER),
    "source": ("the publication", _TEXT),
    "url": ("where it is on the web", _TEXT),
    "title": ("its title", _TEXT),
    "first_seen": ("when it was first stored, UTC", _TEXT),
    "last_changed": ("when it was last changed, UTC", _TEXT),
    "events": ("how many events it tells of", _NUMBER),
    "articles": ("what stands in it", _list(ref("Article"))),
}
_PUBLISHED = {
    "edtf": ("when it was published; null when that can't be known", _MAYBE),
    "begin": ("first possible day", _MAYBE),
    "until": ("first day after it", _MAYBE),
    "evidence": ("what says so", _list({"type": "object"})),
    "reason": ("why it can't be known", _TEXT),
}
_CORRECTION: dict[str, tuple[str, Schema]] = {
    "field": ("what to correct", {"enum": ["rejected", "title", "date", "kind", "topics", "place"]}),
    "value": ("what it is: EDTF for a date, true or false for rejected, slugs for topics", {}),
    "who": ("who says so", {"type": "string", "minLength": 1, "maxLength": 200}),
    "why": ("on what grounds", {"type": "string", "maxLength": 2000}),
}

_NEXT = ("give it back as `after` to go on; null at the end", {"type": ["integer", "null"]})

#: By the name that they are referred to by.
SCHEMAS: dict[str, Schema] = {
    "Events": _object(
        {
            "schema": ("the contract's version; a change of meaning raises its number", {"const": "timeline/1"}),
            "as_of": ("the day that counted as today", {"type": "string", "format": "date"}),
            "events": ("in the order of the chronology", _list(ref("Event"))),
            "next": ("give it back as `after` to go on; null at the end", _MAYBE),
        }
    ),
    "Event": _object(_EVENT, optional=_OPTIONAL),
    "EventWithHistory": _object(
        {**_EVENT, "history": ("its recorded changes, oldest first", _list(ref("Revision")))},
        optional=_OPTIONAL,
    ),
    "Revision": _object(
        {
            "number": ("from 1, the discovery", _NUMBER),
            "when": ("UTC", _TEXT),
            "changes": ("each changed field with its old and its new value", {"type": "object"}),
        }
    ),
    "Date": _object(_DATE),
    "Mention": _object(_MENTION),
    "Timex": _object(_TIMEX),
    "Found": _object(
        {"id": ("as it was given", {}), "found": ("in the order of the text", _list(ref("Timex")))}, optional=("id",)
    ),
    "Extraction": _object(
        {
            "id": ("as it was given", {}),
            "published": ("when the text was published, as far as it says", ref("Published")),
            "timexes": ("its time expressions", _list(ref("Timex"))),
            "events": ("its events", _list(ref("Event"))),
        },
        optional=("id",),
    ),
    "Published": _object(_PUBLISHED, optional=("reason",)),
    "Documents": _object({"documents": ("by path", _list(ref("Document"))), "next": ("as for events", _MAYBE)}),
    "Document": _object(_DOCUMENT),
    "Article": _object(_ARTICLE),
    "Conflicts": _object({"conflicts": ("those of events first", _list(ref("Conflict"))), "next": _NEXT}),
    "Conflict": _object(
        {
            "event": ("the id of the event whose statements disagree; null for a figure that hangs on none", _MAYBE),
            "about": ("what is in question: the event's title, or what is measured", _TEXT),
            "field": ("on what", {"enum": ["date", "figure"]}),
            "values": ("what each page says", _list(_TEXT)),
            "quotes": ("in which words, in the same order", _list(_TEXT)),
            "documents": ("and where, in the same order", _list(_TEXT)),
        }
    ),
    "Undated": _object({"undated": ("by document, in reading order", _list(ref("Fact"))), "next": _NEXT}),
    "Fact": _object(
        {
            "document": ("the path of its document", _TEXT),
            "article": ("the article's name there", _TEXT),
            "start": ("where the quote begins in the document's decoded text, in code points", _NUMBER),
            "end": ("where it ends", _NUMBER),
            "quote": ("the quote without line wraps", _TEXT),
            "reason": ("why it has no date", _TEXT),
        }
    ),
    "Thread": _object({"steps": ("in order", _list(ref("Step")))}),
    "Step": _object(
        {
            "event": ("the event's id", _TEXT),
            "title": (CSV_COLUMNS["title"], _TEXT),
            "edtf": ("its date as it is held, in EDTF", _TEXT),
            "kind": (CSV_COLUMNS["kind"], {"enum": list(KINDS)}),
            "modality": (CSV_COLUMNS["modality"], {"enum": list(MODALITIES)}),
            "stages": ("what it is in the life of a rule", _list(_TEXT)),
            "links": ("pairs of a relation and the id of another event", _list(_list(_TEXT))),
            "told": ("what was said of it, earliest first", _list({"type": "object"})),
        }
    ),
    "Topics": _object({"topics": ("in the order of the topics file", _list(ref("Topic")))}),
    "Topic": _object(
        {
            "slug": ("as filters and feeds name it", _TEXT),
            "label": ("in Chinese", _TEXT),
            "english": ("in English", _TEXT),
            "colour": ("#rrggbb", _TEXT),
        }
    ),
    "Feeds": _object({"feeds": ("the calendars to subscribe to", _list(ref("Feed")))}),
    "Feed": _object(
        {
            "name": ("its name", _TEXT),
            "label": ("in Chinese", _TEXT),
            "english": ("in English", _TEXT),
            "description": ("what is in it", _TEXT),
            "files": ("its addresses, relative to this server", _list(_TEXT)),
        }
    ),
    "Health": _object({"status": ("ok", {"const": "ok"}), "events": ("how many there are", _NUMBER)}),
    "Added": _object(
        {
            "documents_added": ("new ones", _NUMBER),
            "documents_revised": ("known ones with other bytes", _NUMBER),
            "documents_unchanged": ("known ones", _NUMBER),
            "events_added": ("new ones", _NUMBER),
            "events_changed": ("known ones of which more, or something else, is known now", _NUMBER),
            "events_gone": ("those that nothing states any more", _NUMBER),
            "documents": ("the ids of the documents that were given", _list(_TEXT)),
            "problems": ("what could not be read", _list(_TEXT)),
        }
    ),
    "Correction": _object(_CORRECTION, optional=("why",)),
    "Corrected": _object(
        {
            "id": ("the correction's number", _NUMBER),
            "event": ("the event as it is now; null when it was rejected", {"anyOf": [ref("Event"), {"type": "null"}]}),
        }
    ),
    "Problem": {
        "type": "object",
        "description": "RFC 9457",
        "properties": {
            "type": {"type": "string", "description": "always about:blank"},
            "title": {"type": "string", "description": "what the status says"},
            "status": {"type": "integer", "description": "the HTTP status"},
            "detail": {"type": "string", "description": "what is wrong, and what to do"},
            "request": {"type": "string", "description": "the name of the request in the server's log"},
        },
        "required": ["type", "title", "status", "detail"],
    },
}
