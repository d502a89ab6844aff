"""What only the bearer of the token may do: add a page, correct an event.

>>> bears("Bearer abc", "abc"), bears("Bearer abd", "abc"), bears("Basic abc", "abc"), bears("", "")
(True, False, False, False)
"""

from __future__ import annotations

import hmac
import json
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from timeline import edtf
from timeline.model import Document, Source
from timeline.pipeline import process, rules_version
from timeline.query import QueryError
from timeline.read import ReadError, read_each
from timeline.render.export import event_record
from timeline.serve import parameters as given
from timeline.serve.answers import NEVER_KEPT, Content
from timeline.serve.archive import found, json_of
from timeline.serve.limits import LONGEST_PAGE
from timeline.serve.operations import JSON, Call, Operation
from timeline.serve.schemas import ref
from timeline.serve.texts import TEXT
from timeline.store import Store
from timeline.store.corrections import CorrectionError
from timeline.store.intake import public_id

PDF = "application/pdf"
_OCTETS = {"type": "string", "contentMediaType": "application/octet-stream"}


def bears(authorization: str, token: str) -> bool:
    """Whether an Authorization header is that of the token's bearer (RFC 6750), told in constant time."""
    scheme, _, shown = authorization.partition(" ")
    same = hmac.compare_digest(shown.strip().encode("utf-8", "replace"), token.encode("utf-8"))
    return scheme.lower() == "bearer" and bool(token) and same


class Desk:
    """Takes pages and corrections into the store, one after another; ``now`` gives the moment that they are dated."""

    def __init__(self, store: Callable[[], Store], now: Callable[[], datetime]) -> None:
        self._store, self._now = store, now
        self._one = threading.Lock()

    def operations(self) -> tuple[Operation, ...]:
        """What can be asked."""

        def words(name: str, about: str, example: str) -> given.Parameter:
            return given.Parameter(name, about, {"type": "string", "maxLength": given.LONGEST_VALUE}, example=example)

        return (
            Operation(
                "/api/documents", "add_document", "Read a page into the store", self.add, {JSON: ref("Added")}, "POST",
                kept=False, token=True, status=201, longest=LONGEST_PAGE,
                takes={TEXT: {"type": "string"}, "text/html": {"type": "string"}, PDF: _OCTETS},
                parameters=(
                    words("name", "What to call it: a page of that name that is there already gets a new revision.",
                          "2025-04-22/A3.txt"),
                    words("published", "When it was published, in EDTF.", "2025-04-22"),
                    words("source", "The publication that it is from.", "滨江日报"),
                    words("url", "Where it is on the web.", "https://news.example/a3"),
                ),
            ),
            Operation(
                "/api/events/{ref}/corrections", "correct_event", "Correct an event", self.correct,
                {JSON: ref("Corrected")}, "POST", kept=False, token=True, status=201, takes={JSON: ref("Correction")},
                about="A person's word stands, whatever is read later.",
            ),
        )  # fmt: skip

    def add(self, call: Call) -> Content:
        """Reads a page into the store."""
        name = call.values.get("name") or call.values.get("url")
        if not name:
            raise QueryError("the page needs a name; add ?name=2025-04-22/A3.txt, or its url")
        published = _edtf(call.values.get("published"))
        problems: list[str] = []
        documents: list[Document] = []
        for one in read_each(call.body, name, media_type=call.body_type, url=call.values.get("url", "")):
            if isinstance(one, ReadError):
                problems.append(str(one))
            else:
                source = call.values.get("source")
                documents.append(replace(one, source=Source(source)) if source else one)
        if not documents:
            raise QueryError("; ".join(problems) or "there is no page in it")
        with self._one:
            readings = (process(document, published) for document in documents)
            report = self._store().ingest(readings, self._now(), published=published, rules=rules_version())
        numbers = (
            "documents_added",
            "documents_revised",
            "documents_unchanged",
            "events_added",
            "events_changed",
            "events_gone",
        )
        ids = [public_id(document.path) for document in documents]
        record = {
            **{each: getattr(report, each) for each in numbers},
            "documents": ids,
            "problems": [*problems, *report.problems],
        }
        headers = (("Location", f"documents/{ids[0]}"),)
        return Content(json_of(record), JSON, NEVER_KEPT, headers=headers, status=201 if report.changed else 200)

    def correct(self, call: Call) -> Content:
        """Records a correction."""
        try:
            asked = json.loads(call.body)
            field, value, who = asked["field"], asked["value"], asked["who"]
            why = asked.get("why", "")
        except (ValueError, TypeError, KeyError, RecursionError, AttributeError) as error:
            raise QueryError('write {"field": "title", "value": "…", "who": "…", "why": "…"}') from error
        if not isinstance(who, str) or not who.strip() or len(who) > 200 or not isinstance(why, str) or len(why) > 2000:
            raise QueryError("who says so, in at most 200 characters, and why, in at most 2000")
        if not _fits(field, value):
            raise QueryError(
                f"{str(field)[:40]!r} takes {_TAKES.get(str(field), 'nothing; choose ' + ', '.join(_TAKES))}"
            )
        try:
            with self._one:
                made = found(
                    lambda name: self._store().correct(name, field, value, who=who, why=why, now=self._now()),
                    call.path["ref"],
                )
                event = None if field == "rejected" and value else self._store().event(made.event)
        except CorrectionError as error:
            raise QueryError(str(error)) from error
        record = {"id": made.id, "event": None if event is None else event_record(event)}
        return Content(json_of(record), JSON, NEVER_KEPT)


#: What each field that can be corrected takes.
_TAKES = {
    "rejected": "true or false",
    "title": "a string",
    "date": "a string: EDTF, such as 2025-04-26",
    "kind": "a string",
    "topics": "a list of strings: slugs or labels",
    "place": "a string, or null for none",
}


def _fits(field: object, value: object) -> bool:
    if not isinstance(field, str) or field not in _TAKES:
        return False
    if field == "rejected":
        return isinstance(value, bool)
    if field == "topics":
        return isinstance(value, list) and all(isinstance(each, str) for each in value)
    return isinstance(value, str) or (field == "place" and value is None)


def _edtf(text: str | None) -> str | None:
    try:
        return edtf.parse(text).text if text else None
    except edtf.EdtfError as error:
        raise QueryError(str(error)) from error
