"""The pages: the front page, one event, one document.

>>> SHOWN
200
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from urllib.parse import quote

from timeline.query import find, position
from timeline.render.catalogue import Feed
from timeline.render.chronology import first_day
from timeline.serve import parameters as given
from timeline.serve.answers import Content
from timeline.serve.archive import found
from timeline.serve.home import ALTERNATES, front_page
from timeline.serve.operations import HTML, Call, Operation
from timeline.serve.pages import document_page, event_page
from timeline.serve.problems import MovedError
from timeline.serve.sheets import Sheets
from timeline.store import Store, StoredDocument

#: How many events the front page shows at once, and how many statements the page of an event.
SHOWN = 200
_MOST_MENTIONS = 20
_MOST_EVENTS = 1000
_HTML = f"{HTML}; charset=utf-8"


class Views:
    """Makes pages of the store; ``store`` gives the one that counts now."""

    def __init__(
        self, store: Callable[[], Store], sheets: Sheets, feeds: Callable[[], Mapping[str, Feed]], base_url: str
    ) -> None:
        self._store, self._sheets, self._feeds, self._base_url = store, sheets, feeds, base_url

    def operations(self) -> tuple[Operation, ...]:
        """What can be asked."""
        page = {_HTML: {"type": "string"}}
        asked = (*given.FILTERS, given.LIMIT, given.AFTER)
        return (
            Operation("/", "front", "The timeline as a page", self.front, page, parameters=asked, tag="pages"),
            Operation("/events/{ref}", "event_page", "One event as a page, its evidence in the text", self.event, page,
                      parameters=(given.AS_OF,), tag="pages"),
            Operation("/documents/{ref:path}", "document_page", "One document as a page", self.document, page,
                      tag="pages"),
        )  # fmt: skip

    def front(self, call: Call) -> Content:
        """The timeline."""
        query = given.query(call.values, call.today, most=SHOWN)
        assert query.limit is not None and query.as_of is not None
        asked = find(self._store(), replace(query, limit=query.limit + 1), call.values.get("after"))
        events, more = asked[: query.limit], len(asked) > query.limit
        paged = more or "after" in call.values or re.fullmatch(r"\d{4}", call.values.get("since", ""))
        first = find(self._store(), replace(query, since=None, limit=1)) if paged else []
        begins = first_day(first[0]) if first else None
        body = front_page(
            events,
            call.values,
            query.as_of,
            topics=self._sheets.topics,
            feeds=self._feeds(),
            base_url=self._base_url,
            following=given.cursor(position(events[-1])) if more else "",
            begun="after" in call.values,
            first_year=begins.year if begins else None,
        )
        return Content(self._sheets.page("时间线 Timeline", body, ALTERNATES).encode("utf-8"), _HTML)

    def event(self, call: Call) -> Content:
        """One event; a former id or a unique beginning leads to it."""
        name = call.path["ref"]
        event = found(self._store().event, name)
        if event.id != name:
            raise MovedError(quote(event.id, safe=""))
        documents: dict[str, StoredDocument] = {}
        for mention in event.mentions[:_MOST_MENTIONS]:
            if mention.document not in documents:
                stored = self._store().document(mention.document)
                # Only the text is shown: the bytes of a scan would fill the memory.
                documents[mention.document] = replace(stored, document=replace(stored.document, raw=b""))
        history = self._store().history(event.id)
        text = event_page(event, documents, history, call.values.get("as_of", call.today), self._sheets)
        return Content(text.encode("utf-8"), _HTML)

    def document(self, call: Call) -> Content:
        """One document with its articles, the evidence of their dates and the events in it."""
        name = call.path["ref"]
        stored = found(self._store().document, name)
        if stored.record.id != name:
            raise MovedError(f"{'../' * name.count('/')}{quote(stored.record.id, safe='')}")
        events = self._store().told_in(stored.document.path, _MOST_EVENTS)
        return Content(document_page(stored, events, self._sheets).encode("utf-8"), _HTML)
