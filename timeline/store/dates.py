"""The side of the store that takes a person's word on when a page was published.

>>> from timeline.store import Store
>>> with Store.open(":memory:") as store:
...     store.datings()
[]
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from timeline.store.values import IngestReport, StoredDocument, utc

if TYPE_CHECKING:
    from timeline.model import Extraction
    from timeline.store.datings import Dating


class Dates:
    """What a store does for those who date its pages; each call is one transaction, kept whole or not at all."""

    @abstractmethod
    def reading(self) -> AbstractContextManager[Connection]:
        """A transaction that sees one state of the store."""

    @abstractmethod
    def _writing(self) -> AbstractContextManager[Connection]: ...

    @abstractmethod
    def document(self, ref: str) -> StoredDocument:
        """The document of that path or id; raises LookupError."""

    @abstractmethod
    def ingest(
        self, extractions: Iterable[Extraction], now: datetime, *, published: str | None = None, rules: str = ""
    ) -> IngestReport:
        """Stores what documents gave and merges it with what is there."""

    def date(self, ref: str, edtf: str, *, article: str = "", who: str, why: str = "", now: datetime) -> IngestReport:
        """Records a person's word on when a document (or one article) was published, and resolves anew all that hangs on
        it; it holds for every later reading. Raises LookupError, DatingError."""
        from timeline.dating import Decided
        from timeline.store import datings

        stored = self.document(ref)
        decided = Decided(edtf, article, "", who, why, utc(now))
        with self._writing() as connection:
            numbers = datings.record(connection, stored, decided)
        return self._read_again(numbers, now)

    def undate(self, ref: str, *, article: str = "", now: datetime) -> IngestReport:
        """Takes the newest such word on a document, or on one article, back. Raises LookupError, DatingError."""
        from timeline.store import datings

        stored = self.document(ref)
        with self._writing() as connection:
            _, numbers = datings.undo(connection, stored, article, utc(now))
        return self._read_again(numbers, now)

    def datings(self) -> list[Dating]:
        """All that people said of dates of publication, in the order in which they said it, what was undone too."""
        from timeline.store import datings

        with self.reading() as connection:
            return datings.recorded(connection)

    def _read_again(self, numbers: Sequence[int], now: datetime) -> IngestReport:
        from timeline.pipeline import process, rules_version
        from timeline.store import datings

        with self.reading() as connection:
            readings = list(datings.read_again(connection, numbers, process))
        reports = [self.ingest([each], now, published=said, rules=rules_version()) for said, each in readings]
        return IngestReport(
            documents_reread=sum(each.documents_reread for each in reports),
            documents_unchanged=sum(each.documents_unchanged for each in reports),
            events_added=sum(each.events_added for each in reports),
            events_changed=sum(each.events_changed for each in reports),
            events_gone=sum(each.events_gone for each in reports),
            problems=tuple(problem for each in reports for problem in each.problems),
        )
