"""The store as an API: events, documents and topics as JSON, JSON Lines or CSV, page by page.

>>> json_of({"a": "“x”"}).decode()
'{"a": "“x”"}\\n'
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, replace
from functools import partial
from typing import Any
from urllib.parse import quote, urlencode

from timeline.events.topics import Topic
from timeline.query import find, position
from timeline.render.catalogue import FORMS, Feed
from timeline.render.export import SCHEMA, event_record, export
from timeline.serve import parameters as given
from timeline.serve.answers import Content
from timeline.serve.home import spelled
from timeline.serve.operations import CSV, JSON, JSON_LINES, Call, Operation
from timeline.serve.problems import MovedError
from timeline.serve.schemas import SCHEMAS, ref
from timeline.store import DocumentRecord, Revision, Store

FORMAT = given.choice("format", "In which form, where Accept can't be set.", ("json", "jsonl", "csv"))
TYPES = {"json": JSON, "jsonl": JSON_LINES, "csv": CSV}


def json_of(value: object) -> bytes:
    """A value as UTF-8 JSON with a line feed; a lone surrogate that a page held becomes a question mark."""
    return (json.dumps(value, ensure_ascii=False) + "\n").encode("utf-8", "replace")


def found(fetch: Callable[[str], Any], name: str) -> Any:
    """What ``fetch`` finds under a name; raises LookupError with words for someone who has no command line."""
    if "\x00" in name:
        raise LookupError("nothing has a NUL character in its name")
    try:
        return fetch(name)
    except LookupError as error:
        raise LookupError(str(error.args[0]).partition(": timeline")[0]) from error


class Archive:
    """Answers what is asked of the store; ``store`` gives the one that counts now."""

    def __init__(
        self, store: Callable[[], Store], topics: Mapping[str, Topic], feeds: Callable[[], Mapping[str, Feed]]
    ) -> None:
        self._store, self._topics, self._feeds = store, topics, feeds

    def operations(self) -> tuple[Operation, ...]:
        """What can be asked."""
        listing = (*given.FILTERS, given.LIMIT, given.AFTER, FORMAT)
        return (
            Operation(
                "/api/events", "events", "Events, in the order of the chronology", self.events,
                {JSON: ref("Events"), JSON_LINES: {"type": "string"}, CSV: {"type": "string"}}, parameters=listing,
                about="Filters combine. Where there is more, `next` and a Link header lead on. JSON Lines hold one Event"
                " a line; the columns of CSV are named in its first line.",
            ),
            Operation("/api/events/{ref}", "event", "One event with its statements and its history", self.event,
                      {JSON: ref("EventWithHistory")}),
            Operation("/api/documents", "documents", "What was read, by path", self.documents, {JSON: ref("Documents")},
                      parameters=(given.LIMIT, given.Parameter("after", "Go on behind this path.", given.PLACE.schema))),
            Operation("/api/documents/{ref:path}", "document", "One document and what stands in it", self.document,
                      {JSON: ref("Document")}),
            Operation("/api/topics", "topics", "The topics that filters and feeds know", self.topics,
                      {JSON: ref("Topics")}),
            Operation("/api/feeds", "feeds", "The calendars to subscribe to", self.feeds, {JSON: ref("Feeds")}),
        )  # fmt: skip

    def events(self, call: Call) -> Content:
        """A page of the chronology."""
        query = given.query(call.values, call.today)
        assert query.limit is not None
        asked = find(self._store(), replace(query, limit=query.limit + 1), call.values.get("after"))
        events, more = asked[: query.limit], len(asked) > query.limit
        following = given.cursor(position(events[-1])) if more else None
        form = TYPES.get(call.values.get("format", ""), call.media_type)
        told = partial(Content, varies=("Accept",), headers=self._links(call, following))
        if form == JSON:
            record = {"schema": SCHEMA, "as_of": str(query.as_of), "events": [*map(event_record, events)]}
            return told(json_of({**record, "next": following}), JSON)
        text = export(events, "csv" if form == CSV else "jsonl", query.as_of or call.today)
        media_type = f"{form}; charset=utf-8; header=present" if form == CSV else form
        file = "events.csv" if form == CSV else "events.jsonl"
        return told(text.encode("utf-8", "replace"), media_type, file=file)

    @staticmethod
    def _links(call: Call, following: str | None) -> tuple[tuple[str, str], ...]:
        if following is None:
            return ()
        kept = {name: call.values[name] for name in ("limit", "format") if name in call.values}
        asked = "&".join(filter(None, (spelled(call.values), urlencode({**kept, "after": following}))))
        return (("Link", f'<events?{asked}>; rel="next"'),)

    def event(self, call: Call) -> Content:
        """One event."""
        name = call.path["ref"]
        event = found(self._store().event, name)
        if event.id != name:
            raise MovedError(quote(event.id, safe=""))
        history = [_revision(one) for one in self._store().history(event.id)]
        return Content(json_of({**event_record(event), "history": history}), JSON)

    def documents(self, call: Call) -> Content:
        """A page of the documents."""
        limit, after = call.values.get("limit", given.USUAL_EVENTS), call.values.get("after", "")
        listed = [one for one in self._store().documents() if one.path > after]
        following = listed[limit - 1].path if len(listed) > limit else None
        records = [*map(document_record, listed[:limit])]
        return Content(json_of({"documents": records, "next": following}), JSON)

    def document(self, call: Call) -> Content:
        """One document."""
        name = call.path["ref"]
        record = found(self._store().document, name).record
        if record.id != name:
            raise MovedError(f"{'../' * name.count('/')}{quote(record.id, safe='')}")
        return Content(json_of(document_record(record)), JSON)

    def topics(self, _call: Call) -> Content:
        """The topics."""
        records = [
            {name: getattr(topic, name) for name in SCHEMAS["Topic"]["properties"]} for topic in self._topics.values()
        ]
        return Content(json_of({"topics": records}), JSON)

    def feeds(self, _call: Call) -> Content:
        """The calendars."""
        records = [
            {**{name: getattr(feed, name) for name in ("name", "label", "english", "description")},
             "files": [f"feeds/{quote(feed.file_in(form))}" for form in FORMS]}
            for feed in self._feeds().values()
        ]  # fmt: skip
        return Content(json_of({"feeds": records}), JSON)


def document_record(record: DocumentRecord) -> dict[str, Any]:
    """A document as the API tells it."""
    whole = asdict(record)
    return {
        **{name: whole[name] for name in SCHEMAS["Document"]["properties"] if name != "articles"},
        "articles": [dict(each) for each in whole["articles"]],
    }


def _revision(one: Revision) -> dict[str, Any]:
    return {"number": one.number, "when": one.when, "changes": one.changes}
