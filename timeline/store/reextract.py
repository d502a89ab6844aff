"""What reading the stored pages anew, by the rules of today, changes: told before it is written.

>>> Difference((), (), (), ()).empty
True

The pages are read, merged and compared inside one transaction, which is taken back unless it is to be kept: what is told
is what would be written, corrections and standing ids included.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from timeline.model import Document, Extraction
from timeline.store import documents, ingest
from timeline.store.columns import DOCUMENT, EVENT
from timeline.store.corrections.additions import RULES as BY_HAND
from timeline.store.rebuild import rebuild

#: How a document is read: it and what the user said of its date, to what it gives.
Reading = Callable[[Document, str | None], Extraction]


@dataclass(frozen=True, slots=True)
class Difference:
    """Events that came and went, (date, title); those that moved, (title, old date, new date); those with another
    title, (old, new); ``problems`` name the pages that could not be read."""

    added: tuple[tuple[str, str], ...]
    gone: tuple[tuple[str, str], ...]
    moved: tuple[tuple[str, str, str], ...]
    retitled: tuple[tuple[str, str], ...]
    problems: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether a reader would see no difference."""
        return not (self.added or self.gone or self.moved or self.retitled)


def reextract(connection: Connection, read: Reading, rules: str, now: str, *, changed: bool) -> Difference:
    """Reads the current pages anew (with ``changed`` those that other rules had read) and writes what differs."""
    before = _listed(connection)
    tally = ingest.Tally()
    for published, numbers in _stale(connection, rules, changed=changed).items():
        extractions = _read(connection, numbers, read, published, tally)
        for batch in ingest.gathered(extractions, tally, published=published, rules=rules):
            ingest.store(connection, batch, now, tally)
    rebuild(connection, now)
    after = _listed(connection)
    both = sorted(before.keys() & after.keys(), key=lambda key: (after[key], key))
    return Difference(
        tuple(sorted(after[key] for key in after.keys() - before.keys())),
        tuple(sorted(before[key] for key in before.keys() - after.keys())),
        tuple((after[key][1], before[key][0], after[key][0]) for key in both if before[key][0] != after[key][0]),
        tuple((before[key][1], after[key][1]) for key in both if before[key][1] != after[key][1]),
        tuple(tally.problems),
    )


def _listed(connection: Connection) -> dict[str, tuple[str, str]]:
    rows = connection.execute(select(EVENT.c.id, EVENT.c.edtf, EVENT.c.title).where(EVENT.c.state == "live"))
    return {row.id: (row.edtf, row.title) for row in rows}


def _stale(connection: Connection, rules: str, *, changed: bool) -> dict[str | None, list[int]]:
    pages = DOCUMENT.c.state.in_(("current", "copy")) & (DOCUMENT.c.rules != BY_HAND)
    asked = select(DOCUMENT.c.id, DOCUMENT.c.published).where(pages)
    found: dict[str | None, list[int]] = {}
    for row in connection.execute(asked.where(DOCUMENT.c.rules != rules) if changed else asked):
        found.setdefault(row.published, []).append(row.id)
    return found


def _read(
    connection: Connection, numbers: list[int], read: Reading, published: str | None, tally: Any
) -> Iterator[Extraction]:
    for number in numbers:
        document, _ = documents.whole(connection, number)
        try:
            yield read(document, published)
        except Exception as error:  # one page must not take the others down, whatever is wrong with it
            tally.problems.append(f"{document.path}: {type(error).__name__}: {error}; it stays as it was read before")
