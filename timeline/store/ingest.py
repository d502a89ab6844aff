"""Extractions into the store: small batches, each a transaction; known documents are left as they are.

>>> Tally().report(events_added=2).events_added
2

A document is stored ``pending`` at first. ``timeline.store.rebuild`` makes it current together with its events, in one
transaction, so that a reader never sees a document without its events, nor a killed run a half of either.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Row, delete, func, select, update

from timeline.model import Extraction
from timeline.store import meeting
from timeline.store.columns import (
    ARTICLE,
    CONTENT,
    DOCUMENT,
    EVENT_MENTION,
    MENTION,
    SOURCE,
    STATEMENT,
    UNDATED,
    batches,
    insert_all,
)
from timeline.store.intake import Intake, prepare
from timeline.store.values import IngestReport

#: A transaction takes so many documents, or so many characters of text, whichever comes first.
_DOCUMENTS, _BYTES = 64, 4_000_000


@dataclass(slots=True)
class Tally:
    """Counts what happens to documents, for the report."""

    counts: Counter[str] = field(default_factory=Counter)
    problems: list[str] = field(default_factory=list)

    def report(self, **events: int) -> IngestReport:
        """The counts as a report."""
        return IngestReport(**self.counts, **events, problems=tuple(self.problems))


def gathered(
    extractions: Iterable[Extraction], tally: Tally, *, published: str | None, rules: str
) -> Iterator[list[Intake]]:
    """Extractions as rows, in batches; one that can't be stored becomes a problem and the others go on."""
    batch: list[Intake] = []
    weight = 0
    for extraction in extractions:
        try:
            intake = prepare(extraction, published=published, rules=rules)
        except ValueError as error:  # a UnicodeEncodeError is one
            path = extraction.document.path
            tally.problems.append(f"{path}: not stored: {error}; read it again, with --encoding if it is text")
            continue
        batch.append(intake)
        weight += intake.size
        if len(batch) >= _DOCUMENTS or weight >= _BYTES:
            yield batch
            batch, weight = [], 0
    if batch:
        yield batch


def store(connection: Connection, batch: Sequence[Intake], now: str, tally: Tally) -> None:
    """Writes a batch: new documents, revisions and readings as ``pending``; known ones not at all."""
    latest = _latest(connection, {intake.path for intake in batch})
    number = (connection.scalar(select(func.max(DOCUMENT.c.id))) or 0) + 1
    _store_shared(connection, batch)
    rows: dict[str, list[dict[str, Any]]] = {
        "document": [],
        "article": [],
        "statement": [],
        "mention": [],
        "undated": [],
    }
    for intake in batch:
        known = latest.get(intake.path)
        if known and (known["sha256"], known["digest"]) == (intake.sha256, intake.digest):
            _confirm(connection, known, intake)
            tally.counts["documents_unchanged"] += 1
            continue
        same = known is not None and known["sha256"] == intake.sha256
        tally.counts[f"documents_{'added' if not known else 'reread' if same else 'revised'}"] += 1
        document = {
            **intake.document,
            "id": number,
            "digest": intake.digest,
            "state": "pending",
            "revision": known["revision"] + (not same) if known else 1,
            "first_seen": known["first_seen"] if known else now,
            "last_changed": now,
        }
        rows["document"].append(document)
        latest[intake.path] = document
        for name in ("article", "statement", "mention"):
            rows[name] += ({"document_id": number, **row} for row in getattr(intake, f"{name}s"))
        rows["undated"] += ({"document_id": number, **row} for row in intake.undated)
        number += 1
    for table in (DOCUMENT, ARTICLE, STATEMENT, MENTION, UNDATED):
        insert_all(connection, table, rows[table.name])


def _latest(connection: Connection, paths: Iterable[str]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    columns = (
        DOCUMENT.c[name] for name in ("id", "path", "sha256", "digest", "revision", "first_seen", "published", "rules")
    )
    asked = select(*columns).where(DOCUMENT.c.state != "superseded").order_by(DOCUMENT.c.id)
    for some in batches(sorted(paths)):
        for row in connection.execute(asked.where(DOCUMENT.c.path.in_(some))).mappings():
            found[row["path"]] = row
    return found


def _confirm(connection: Connection, known: Any, intake: Intake) -> None:
    stated = {name: intake.document[name] for name in ("published", "rules")}
    if any(known[name] != value for name, value in stated.items()):
        connection.execute(update(DOCUMENT).where(DOCUMENT.c.id == known["id"]).values(**stated))


def _store_shared(connection: Connection, batch: Sequence[Intake]) -> None:
    for table, key, rows in (
        (SOURCE, "name", [intake.source for intake in batch]),
        (CONTENT, "sha256", [intake.content for intake in batch]),
    ):
        wanted = {row[key]: row for row in rows}
        there = set(connection.scalars(select(table.c[key]).where(table.c[key].in_(wanted))))
        insert_all(connection, table, [row for name, row in wanted.items() if name not in there])


@dataclass(frozen=True, slots=True)
class Promotion:
    """What became of pending documents: ``dropped`` readings were replaced, ``copies`` counts those without events.

    ``entered`` are the documents whose statements count from now on, ``left`` those whose no longer do.
    """

    entered: tuple[int, ...] = ()
    left: tuple[int, ...] = ()
    superseded: tuple[int, ...] = ()
    dropped: tuple[int, ...] = ()
    copies: int = 0


def promote(connection: Connection, limit: int | None = None) -> Promotion | None:
    """Makes pending documents current, earlier ones superseded, the same bytes elsewhere copies; None without any.

    With ``limit`` only so many, those with the earliest reports first, so that the order in which they came is no matter.

    Of several paths with the same bytes and text the smallest is current, in whatever order they came.
    """
    pending = connection.execute(_waiting(limit)).all()
    if not pending:
        return None
    chosen = {row.id for row in pending}
    newest: dict[str, Row[Any]] = {}
    superseded: list[int] = []
    dropped: list[int] = []
    hashes = {row.sha256 for row in pending}
    for some in batches(sorted({row.path for row in pending})):
        for row in connection.execute(_placed(DOCUMENT.c.state != "superseded", DOCUMENT.c.path.in_(some))):
            if row.state == "pending" and row.id not in chosen:
                continue
            if older := newest.get(row.path):
                (dropped if older.sha256 == row.sha256 else superseded).append(older.id)
                hashes.add(older.sha256)
            newest[row.path] = row
    before = set(superseded + dropped)
    left = {row.id for row in _rows(connection, sorted(before)) if row.state == "current"}
    _set_state(connection, superseded + dropped, "superseded")
    states, former = _settled(connection, sorted(hashes), chosen)
    entered = {number for number, state in states.items() if state == "current" and former[number] != "current"}
    left |= {number for number, state in states.items() if state != "current" and former[number] == "current"}
    for state in ("current", "copy"):
        _set_state(connection, [number for number, each in states.items() if each == state], state)
    copies = sum(state == "copy" for number, state in states.items() if number in chosen)
    return Promotion(tuple(sorted(entered)), tuple(sorted(left)), tuple(superseded), tuple(dropped), copies)


def _waiting(limit: int | None) -> Any:
    pending = _placed(DOCUMENT.c.state == "pending")
    if limit is None:
        return pending
    first = select(func.min(ARTICLE.c.published)).where(ARTICLE.c.document_id == DOCUMENT.c.id).scalar_subquery()
    return pending.order_by(None).order_by(func.coalesce(first, "9999"), DOCUMENT.c.sha256, DOCUMENT.c.id).limit(limit)


def _rows(connection: Connection, numbers: Sequence[int]) -> list[Row[Any]]:
    return [row for some in batches(numbers) for row in connection.execute(_placed(DOCUMENT.c.id.in_(some)))]


def _placed(*conditions: Any) -> Any:
    columns = (DOCUMENT.c[name] for name in ("id", "path", "sha256", "text_sha256", "state"))
    return select(*columns).where(*conditions).order_by(DOCUMENT.c.id)


def _settled(
    connection: Connection, hashes: Sequence[str], chosen: Collection[int]
) -> tuple[dict[int, str], dict[int, str]]:
    former: dict[int, str] = {}
    same: dict[tuple[str, str], list[tuple[str, int]]] = {}
    for some in batches(hashes):
        for row in connection.execute(_placed(DOCUMENT.c.state != "superseded", DOCUMENT.c.sha256.in_(some))):
            if row.state == "pending" and row.id not in chosen:
                continue
            former[row.id] = row.state
            same.setdefault((row.sha256, row.text_sha256), []).append((row.path, row.id))
    states = {
        number: "copy" if place else "current"
        for rows in same.values()
        for place, (_, number) in enumerate(sorted(rows))
    }
    return states, former


def _set_state(connection: Connection, numbers: Sequence[int], state: str) -> None:
    for some in batches(numbers):
        connection.execute(update(DOCUMENT).where(DOCUMENT.c.id.in_(some)).values(state=state))


def clear(connection: Connection, promotion: Promotion) -> None:
    """Deletes what former readings stated, once no event hangs on it; of former revisions bytes and text are kept."""
    meeting.forget(connection, promotion.left)
    for some in batches(promotion.superseded + promotion.dropped):
        for table in (EVENT_MENTION, MENTION, STATEMENT, ARTICLE, UNDATED):
            connection.execute(delete(table).where(table.c.document_id.in_(some)))
    for some in batches(promotion.dropped):
        connection.execute(delete(DOCUMENT).where(DOCUMENT.c.id.in_(some)))
