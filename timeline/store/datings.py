"""A person's corrections of publication dates: kept with who, why and when, applied at every reading, undone on request.

>>> from datetime import datetime
>>> from timeline.store import Store
>>> with Store.open(":memory:") as store:
...     store.datings()
[]
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, insert, or_, select, update

from timeline import edtf as edtf_value
from timeline.dating import Decided
from timeline.dating.decided import opening
from timeline.model import Document
from timeline.store import documents
from timeline.store.columns import DATING, DOCUMENT, select_all
from timeline.store.corrections.additions import RULES as BY_HAND
from timeline.store.intake import public_id
from timeline.store.values import StoredDocument


class DatingError(ValueError):
    """A date of publication that can't be recorded or taken back; the message says what can."""


@dataclass(frozen=True, slots=True)
class Dating:
    """A recorded correction: of which document (its id), and what was decided; ``undone`` is when it was taken back."""

    id: int
    document: str
    sha256: str
    decided: Decided
    undone: str | None = None


def recorded(connection: Connection, *, standing: bool = False) -> list[Dating]:
    """All corrections of dates in the order in which they were made, without the undone ones when ``standing``."""
    asked = select_all(DATING).order_by(DATING.c.id)
    rows = connection.execute(asked.where(DATING.c.undone_at.is_(None)) if standing else asked)
    return [_dating(row) for row in rows]


def _dating(row: Any) -> Dating:
    decided = Decided(row.edtf, row.article, row.opening, row.who, row.why, row.made_at)
    return Dating(row.id, row.document_key, row.sha256, decided, row.undone_at)


def chosen(datings: Iterable[Dating]) -> Callable[[Document], tuple[Decided, ...]]:
    """A function that tells what was decided of a document: by its path, or of the same bytes under another."""
    standing = [each for each in datings if each.undone is None]

    def of(document: Document) -> tuple[Decided, ...]:
        if not standing:
            return ()
        key = public_id(document.path)
        return tuple(each.decided for each in standing if key == each.document or document.sha256 == each.sha256)

    return of


def checked(value: str) -> str:
    """A date of publication in EDTF, with both ends; raises DatingError."""
    try:
        parsed = edtf_value.parse(value)
    except edtf_value.EdtfError as error:
        raise DatingError(str(error)) from error
    first, last = edtf_value.days(parsed)
    if first is None or last is None:
        raise DatingError(f"{value!r} has no place on the calendar with two ends; write for example 2025-04-22")
    return parsed.text


def record(connection: Connection, stored: StoredDocument, decided: Decided) -> list[int]:
    """Writes a correction down; gives the numbers of the documents that are to be read again. Raises DatingError."""
    path = stored.document.path
    if connection.scalar(select(DOCUMENT.c.rules).where(DOCUMENT.c.path == path, documents.PRESENT)) == BY_HAND:
        raise DatingError(f"{path} is no page but an event that was added by hand: timeline fix changes its date")
    first_words = ""
    if decided.article:
        known = {article.key: article for article in stored.articles}
        if decided.article not in known:
            keys = ", ".join(known) or "none"
            raise DatingError(f"{path} has no article {decided.article!r}; it has {keys}")
        first_words = opening(stored.document, known[decided.article])
    number = (connection.scalar(select(func.max(DATING.c.id))) or 0) + 1
    row = {
        "id": number,
        "document_key": stored.record.id,
        "sha256": stored.record.sha256,
        "article": decided.article,
        "opening": first_words,
        "edtf": checked(decided.edtf),
        "who": decided.who,
        "why": decided.why,
        "made_at": decided.when,
        "undone_at": None,
    }
    connection.execute(insert(DATING).values(row))
    return _stale(connection, stored)


def undo(connection: Connection, stored: StoredDocument, article: str, now: str) -> tuple[Dating, list[int]]:
    """Takes the newest standing correction of a document (or of one article) back; gives it and the numbers of the
    documents that are to be read again. Raises DatingError."""
    own = [each for each in recorded(connection, standing=True) if _concerns(each, stored)]
    meant = [each for each in own if each.decided.article == article]
    if not meant:
        others = ", ".join(dict.fromkeys(each.decided.article or "the whole document" for each in own))
        what = f"article {article} of {stored.document.path}" if article else stored.document.path
        advice = f"there are corrections of {others}" if others else "timeline date DOCUMENT EDTF makes one"
        raise DatingError(f"no correction of {what} to undo; {advice}")
    connection.execute(update(DATING).where(DATING.c.id == meant[-1].id).values(undone_at=now))
    return meant[-1], _stale(connection, stored)


def _concerns(dating: Dating, stored: StoredDocument) -> bool:
    return stored.record.id == dating.document or stored.record.sha256 == dating.sha256


def _stale(connection: Connection, stored: StoredDocument) -> list[int]:
    """The documents that a correction concerns, marked as not read by any rules, so that they are even if this run dies
    before it has read them again."""
    concerned = or_(DOCUMENT.c.key == stored.record.id, DOCUMENT.c.sha256 == stored.record.sha256)
    present = (
        select(DOCUMENT.c.id).where(documents.PRESENT, concerned, DOCUMENT.c.rules != BY_HAND).order_by(DOCUMENT.c.id)
    )
    numbers = list(connection.scalars(present))
    connection.execute(update(DOCUMENT).where(DOCUMENT.c.id.in_(numbers)).values(rules=""))
    return numbers


def read_again(
    connection: Connection, numbers: Sequence[int], process: Callable[[Document, str | None, Sequence[Decided]], Any]
) -> Iterator[tuple[str | None, Any]]:
    """What documents give now, each with what the user had said with --published."""
    decided = chosen(recorded(connection, standing=True))
    for number in numbers:
        document, _ = documents.whole(connection, number)
        published = connection.scalar(select(DOCUMENT.c.published).where(DOCUMENT.c.id == number))
        yield published, process(document, published, decided(document))
