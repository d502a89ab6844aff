"""What the store gives back beside events: its documents, its reports, its records of change.

>>> IngestReport(documents_added=2).changed
True
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from timeline.model import Article, Document, Event, Fact


@dataclass(frozen=True, slots=True)
class IngestReport:
    """What one call of ``Store.ingest`` did.

    ``documents_reread`` are those whose bytes were known but gave something else (newer rules, another --published);
    ``documents_copied`` of the added ones have the bytes of a known document, and no events of their own;
    ``problems`` say which documents were left out, and why.
    """

    documents_added: int = 0
    documents_revised: int = 0
    documents_reread: int = 0
    documents_unchanged: int = 0
    documents_copied: int = 0
    events_added: int = 0
    events_changed: int = 0
    events_gone: int = 0
    problems: tuple[str, ...] = ()

    @property
    def changed(self) -> bool:
        """Whether the store holds anything now that it did not hold before."""
        documents = self.documents_added + self.documents_revised + self.documents_reread
        return documents + self.events_added + self.events_changed + self.events_gone > 0


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """An article in a list: ``published`` is its DCT as EDTF, None when undated."""

    key: str
    role: str
    headline: str
    published: str | None


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    """A document in a list, as it is now.

    ``id`` is the same for all revisions of a path; ``copies`` are other paths with the same bytes; ``published`` what
    the user said with --published; ``events`` the number of live events that it speaks of; ``first_seen`` and
    ``last_changed`` are UTC in ISO 8601.
    """

    id: str
    path: str
    revision: int
    sha256: str
    media_type: str
    encoding: str
    encoding_confidence: float
    size: int
    source: str
    url: str
    title: str
    published: str | None
    rules: str
    first_seen: str
    last_changed: str
    copies: tuple[str, ...] = ()
    articles: tuple[ArticleRecord, ...] = ()
    events: int = 0


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A document with all that was read from it; ``earlier`` are its former revisions, oldest first."""

    record: DocumentRecord
    document: Document = dataclasses.field(repr=False)
    articles: tuple[Article, ...] = ()
    undated: tuple[Fact, ...] = ()
    earlier: tuple[tuple[int, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Revision:
    """A recorded change of an event: each changed field with its old and its new value; the first has none."""

    event: str
    number: int
    when: str
    changes: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Gone:
    """An event that is no longer told, as it last was.

    ``reason`` is ``rejected`` (by a person), ``merged`` (into ``successor``) or ``lost`` (nothing states it any more).
    ``event.revision`` and ``event.last_changed`` are those of its going.
    """

    event: Event
    reason: str
    successor: str | None
    when: str


@dataclass(frozen=True, slots=True)
class Correction:
    """A person's decision about one field of an event.

    Those that were made at once share ``decision``; ``before`` is what stood in the field, ``seen`` a digest of the
    event as the person left it, ``basis`` the title, date and words by which it is known again.
    """

    id: int
    event: str
    field: str
    value: Any
    who: str
    why: str
    when: str
    undone: str | None = None
    decision: str = ""
    seen: str = ""
    before: Any = None
    basis: dict[str, Any] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided about an event at once: ``changes`` are (field, value before, value).

    ``number`` is how it is called in this store, ``key`` what it is known by in every one; ``when`` and ``undone`` are
    UTC in ISO 8601.
    """

    number: int
    key: str
    event: str
    changes: tuple[tuple[str, Any, Any], ...]
    who: str
    why: str
    when: str
    undone: str | None = None
    seen: str = ""
    basis: dict[str, Any] = dataclasses.field(default_factory=dict)

    @property
    def fields(self) -> dict[str, Any]:
        """What was decided, by field."""
        return {name: value for name, _, value in self.changes}

    @property
    def title(self) -> str:
        """What the event was called when it was decided upon; empty where nobody wrote it down."""
        return str(self.basis.get("title", ""))


def utc(now: datetime) -> str:
    """A moment as the store writes it, ``2026-11-20T08:00:00Z``; one without a zone counts as UTC."""
    moment = now.replace(tzinfo=UTC) if now.tzinfo is None else now.astimezone(UTC)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
