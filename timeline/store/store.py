"""The store: documents in, events out, every event traceable to the bytes that it was read from.

>>> with Store.open(":memory:") as store:
...     store.ingest([], datetime(2026, 5, 1)).documents_added, store.events()
(0, [])
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from types import TracebackType
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Connection, Engine, select

from timeline.model import Event, Extraction, Fact
from timeline.store import conditions, documents, migrate, retrieve, search
from timeline.store.columns import DOCUMENT, EVENT, REVISION
from timeline.store.corrections.desk import Desk
from timeline.store.dates import Dates
from timeline.store.engine import Tuning, address, connect, connect_unwritable, file_of, named, reading, writing
from timeline.store.errors import DatabaseError, StoreError, code, explain, explained
from timeline.store.references import event_id
from timeline.store.values import DocumentRecord, Gone, IngestReport, Revision, StoredDocument, utc

if TYPE_CHECKING:
    from timeline.store.rebuild import Rebuilt
    from timeline.store.reextract import Difference, Reading
    from timeline.store.threads import Step


#: So many documents are merged in one transaction: a reader sees none without its events, and memory stays flat.
_AT_ONCE = 200


# What only writing or checking needs is imported there: reading must answer from a cold start.
class Store(Desk, Dates):
    """An open store; use it as a context manager. Several may be open at once: readers never wait for a writer."""

    def __init__(self, engine: Engine, place: str) -> None:
        self._engine = engine
        self.place = place

    @classmethod
    def open(cls, where: str, *, create: bool = True, timeout: float = 10.0, tuning: Tuning = Tuning()) -> Store:
        """Opens the store at a path or SQLAlchemy URL and brings its schema up to date.

        Without ``create`` it must be there already. ``timeout`` is how many seconds to wait for another writer;
        ``tuning`` bounds what a connection uses. Raises StoreError.
        """
        url = address(where)
        place, file = named(url), file_of(url)
        if file:
            if file.is_dir():
                raise StoreError(place, "is a folder", "name a file in it, such as timeline.db")
            # An empty file is a copy that has just begun or that found no room: as a store without events it would
            # empty every calendar.
            if not create and not (file.exists() and file.stat().st_size):
                raise StoreError(place, "is not there yet", "run timeline ingest FILE first, or name another with --db")
            try:
                file.parent.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise StoreError(place, f"can't be made ({error.strerror})", "name another file with --db") from error
        engine = connect(url, timeout=timeout, tuning=tuning)
        try:
            engine = _current(engine, place)
        except DatabaseError as error:
            engine.dispose()
            sidecar = file and file.with_name(file.name + "-wal")
            if not file or not file.exists() or code(error) not in ("SQLITE_CANTOPEN", "SQLITE_READONLY"):
                raise explain(error, place) from error
            if sidecar and sidecar.exists() and sidecar.stat().st_size:
                raise explain(error, place) from error
            with explained(place):
                engine = _current(connect_unwritable(url, timeout=timeout, tuning=tuning), place)
        except BaseException:
            engine.dispose()
            raise
        return cls(engine, place)

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Closes all connections; SQLite then folds its journal back into the file."""
        self._engine.dispose()

    def reading(self) -> AbstractContextManager[Connection]:
        """A transaction that sees one state of the store."""
        return reading(self._engine, self.place)

    def _writing(self) -> AbstractContextManager[Connection]:
        return writing(self._engine, self.place)

    def ingest(
        self, extractions: Iterable[Extraction], now: datetime, *, published: str | None = None, rules: str = ""
    ) -> IngestReport:
        """Stores what documents gave and merges it with what is there; known documents change nothing.

        ``published`` is what the user said with --published, ``rules`` the version of the rules. Documents are written in small batches, then merged in
        batches, those with the earliest reports first, each in one transaction; what
        a killed run had written is taken up by the next. Raises StoreError; a document that can't be stored is named
        in the report and stops no other.
        """
        from timeline.store import ingest
        from timeline.store.rebuild import Rebuilt

        stamp, tally = utc(now), ingest.Tally()
        for batch in ingest.gathered(extractions, tally, published=published, rules=rules):
            with self._writing() as connection:
                ingest.store(connection, batch, stamp, tally)
        total = Rebuilt(0, 0, 0)
        while done := self._merged_more(stamp):
            total += done
        return tally.report(
            documents_copied=total.copies,
            events_added=total.added,
            events_changed=total.changed,
            events_gone=total.gone,
        )

    def _merged_more(self, stamp: str) -> Rebuilt | None:
        """Makes some pending documents current, with their events, in one transaction; None when none was pending."""
        from timeline.store.rebuild import advance

        with self._writing() as connection:
            return advance(connection, stamp, _AT_ONCE)

    def rebuild(self, now: datetime) -> IngestReport:
        """Merges all that current documents state anew and makes the search index anew.

        It is for a change of the merging rules, and for what ``verify`` says it mends. Raises StoreError.
        """
        from timeline.store.rebuild import rebuild

        with self._writing() as connection:
            search.clear(connection)
            done = rebuild(connection, utc(now))
            search.clear(connection)
            search.add(connection, {number: search.words(event) for number, event in retrieve.numbered(connection)})
        return IngestReport(events_added=done.added, events_changed=done.changed, events_gone=done.gone)

    def reextract(
        self, read: Reading, rules: str, now: datetime, *, changed: bool = False, write: bool = False
    ) -> Difference:
        """What reading the stored pages anew changes (see timeline.store.reextract); kept only with ``write``.

        ``read`` gives what a document and a stated date give, ``rules`` is the version of the rules, ``changed`` asks
        only for the pages that other rules had read.
        """
        from timeline.store.reextract import reextract

        with explained(self.place), self._engine.connect() as plain:
            sqlite = plain.dialect.name == "sqlite"
            connection = plain.execution_options(begin="BEGIN IMMEDIATE") if sqlite else plain
            with connection.begin() as transaction:
                found = reextract(connection, read, rules, utc(now), changed=changed)
                if not write:
                    transaction.rollback()
        return found

    def has(self, path: str, sha256: str, published: str | None = None, rules: str = "") -> bool:
        """Whether the newest reading of ``path`` is of these bytes, with this --published, by these rules."""
        columns = (DOCUMENT.c[name] for name in ("sha256", "published", "rules"))
        newest = select(*columns).where(DOCUMENT.c.path == path, DOCUMENT.c.state != "superseded")
        with self.reading() as connection:
            row = connection.execute(newest.order_by(DOCUMENT.c.id.desc()).limit(1)).first()
        return row is not None and tuple(row) == (sha256, published, rules)

    def events(self) -> list[Event]:
        """All live events, in the order of a chronology."""
        return self.select()

    def select(self, where: Sequence[ColumnElement[bool]] = (), limit: int | None = None) -> list[Event]:
        """The live events that meet all conditions on the columns of ``timeline.store.columns.EVENT``."""
        with self.reading() as connection:
            return retrieve.events(connection, where, limit)

    def told_in(self, path: str, limit: int | None = None) -> list[Event]:
        """The live events that the document at ``path`` tells of, in the order of a chronology."""
        return self.select([conditions.told_in(path)], limit)

    def event(self, ref: str) -> Event:
        """The live event of that id, former id, or unique beginning of one; raises LookupError with advice."""
        with self.reading() as connection:
            key = event_id(connection, ref)
            return retrieve.by_id(connection, [key])[key]

    def history(self, ref: str) -> list[Revision]:
        """An event's revisions, oldest first; the first is its discovery. Raises LookupError."""
        with self.reading() as connection:
            key = event_id(connection, ref, gone=True)
            first = connection.scalar(select(EVENT.c.first_seen).where(EVENT.c.id == key))
            asked = select(REVISION).where(REVISION.c.event_id == key).order_by(REVISION.c.number)
            rows = connection.execute(asked).all()
        later = [Revision(key, row.number, row.changed_at, json.loads(row.changes)) for row in rows]
        return [Revision(key, 1, first or "", {}), *later]

    def gone(self) -> list[Gone]:
        """Events that were told once and are no more: rejected, merged into another, or stated by nothing now."""
        with self.reading() as connection:
            return list(retrieve.gone(connection))

    def documents(self) -> list[DocumentRecord]:
        """The documents as they are now, by path."""
        with self.reading() as connection:
            return documents.records(connection)

    def document(self, ref: str) -> StoredDocument:
        """The document of that path, end of a path, id, or beginning of an id or SHA-256; raises LookupError."""
        with self.reading() as connection:
            rows = documents.named(connection, ref)
            if not rows:
                raise LookupError(f"no document {ref!r}: timeline documents lists them")
            if len(rows) > 1:
                raise LookupError(f"{ref!r} can be {', '.join(row.path for row in rows[:5])}: say more of it")
            return documents.stored(connection, rows[0].id)

    def undated(self, *, limit: int | None = None, offset: int = 0) -> list[Fact]:
        """The facts without a date that current documents state; ``limit`` of them behind the first ``offset``."""
        with self.reading() as connection:
            return documents.undated(connection, limit=limit, offset=offset)

    def thread(self, ref: str) -> list[Step]:
        """The story of the matter that an event belongs to, in order; raises LookupError."""
        from timeline.store.threads import thread

        with self.reading() as connection:
            return thread(connection, event_id(connection, ref))

    def disputed(self) -> list[Event]:
        """The live events whose statements disagree, in the order of a chronology."""
        return self.select([EVENT.c.payload.contains('"conflicts":')])

    def contradictions(self) -> list[dict[str, Any]]:
        """The figures of different pages that can't both be true (see timeline.events.figures), dated or not."""
        from timeline.events.figures import contradictions

        with self.reading() as connection:
            return contradictions(documents.told(connection))

    def verify(self) -> Iterator[str]:
        """Every broken link between an event and its bytes, each with the file, the offset and the next step."""
        from timeline.store import verify

        with self.reading() as connection:
            yield from verify.problems(connection)

    def notices(self) -> Iterator[str]:
        """What is no fault of the store: files that changed or vanished since they were read."""
        from timeline.store import verify

        with self.reading() as connection:
            yield from verify.notices(connection)


def _current(engine: Engine, place: str) -> Engine:
    try:
        with engine.connect() as connection, connection.begin():
            found = migrate.version(connection, place)
        if migrate.check(found, place):
            migrate.upgrade(engine, place)
    except BaseException:
        engine.dispose()
        raise
    return engine
