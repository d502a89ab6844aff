"""Words to events: pairs of neighbouring characters, so that any part of a Chinese sentence can be asked for.

>>> fold("“質量强市”，BCB 光刻胶"), sorted(grams("质量强"))
('质量强市bcb光刻胶', ['强', '质', '质量', '量', '量强'])

A word is found where its folded characters stand side by side in one field: the index gives the events that have all
its pairs, the folded text beside it says which have them in a row. SQLite keeps the pairs in FTS5; elsewhere the folded
text alone is searched, with the same hits.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    delete,
    func,
    literal_column,
    select,
    table,
    text,
)

from timeline import regex as re
from timeline.model import Event
from timeline.store.columns import EVENT, EVENT_TEXT, batches, insert_all, select_all

_SILENT = re.compile(r"[\W_]+")
_GRAMS = table("event_grams")
_rowid: ColumnElement[int] = literal_column("rowid")
_ADD = text("INSERT INTO event_grams (rowid, grams) VALUES (:number, :grams)")
_DROP = text("INSERT INTO event_grams (event_grams, rowid, grams) VALUES ('delete', :number, :grams)")


def fold(words: str) -> str:
    """``words`` without case, width, punctuation and blanks, in simplified characters."""
    bare = _SILENT.sub("", unicodedata.normalize("NFKC", words).casefold())
    return bare if bare.isascii() else simplified(bare)


def simplified(words: str) -> str:
    """``words`` with traditional characters as simplified ones; their rules are loaded when first asked for."""
    from timeline.timex.orthography import folded

    return folded(words)


def terms(asked: str) -> list[str]:
    """The folded words of a search, each of which must be found."""
    return [folded for word in asked.split() if (folded := fold(word))]


def words(event: Event) -> str:
    """What of an event is searched, folded, a field a line: title, place, actors, details, headlines, quotes."""
    fields = [event.title, event.place or "", *event.actors, *event.details.values()]
    for mention in event.mentions:
        fields += (mention.headline, mention.quote)
    return "\n".join(dict.fromkeys(folded for field in fields if (folded := fold(field))))


def grams(folded: str) -> set[str]:
    """The characters of folded words and their pairs; none across a line."""
    found: set[str] = set()
    for field in folded.split("\n"):
        found.update(field)
        found.update(map("".join, pairwise(field)))
    return found


def found_in(folded: str, asked: str) -> bool:
    """Whether every word of ``asked`` stands in the folded words of an event."""
    return all(term in folded for term in terms(asked))


def hits(connection: Connection, asked: str) -> ColumnElement[bool]:
    """The condition that an event has every word of ``asked`` (at least one, see ``terms``)."""
    wanted = terms(asked)
    found = select(EVENT_TEXT.c.event)
    if _indexed(connection):
        found = found.where(EVENT_TEXT.c.event.in_(_holding(wanted)))
        wanted = [term for term in wanted if len(term) > 2]  # the index is exact for the shorter ones
    for term in wanted:
        found = found.where(EVENT_TEXT.c.words.contains(term))
    return EVENT.c.number.in_(found)


def often(connection: Connection, asked: str, count: int) -> bool:
    """Whether ``count`` events or more may have every word of ``asked``, as far as the index tells at once."""
    if not _indexed(connection):
        return False
    some = _holding(terms(asked)).limit(count).subquery()
    return connection.scalar(select(func.count()).select_from(some)) == count


def _holding(wanted: Iterable[str]) -> Select[int]:
    """The numbers of the events that have all characters and pairs of these words."""
    pairs = sorted({gram for term in wanted for gram in ([term] if len(term) == 1 else _pairs(term))})
    return select(_rowid).select_from(_GRAMS).where(_match(pairs))


def _match(pairs: Iterable[str]) -> ColumnElement[bool]:
    return literal_column("event_grams").op("MATCH")(" ".join(f'"{gram}"' for gram in pairs))


def _pairs(term: str) -> Iterable[str]:
    return map("".join, pairwise(term))


def _indexed(connection: Connection) -> bool:
    return connection.dialect.name == "sqlite"


def add(connection: Connection, folded: Mapping[int, str]) -> None:
    """Takes the words of events, by event number, into the index; none of them may be in it."""
    if not folded:
        return
    rows = [{"event": number, "words": line} for number, line in sorted(folded.items())]
    insert_all(connection, EVENT_TEXT, rows)
    if _indexed(connection):
        connection.execute(_ADD, [{"number": row["event"], "grams": _line(str(row["words"]))} for row in rows])


def remove(connection: Connection, numbers: Sequence[int]) -> None:
    """Takes events out of the index; those that aren't in it are no matter."""
    for some in batches(numbers):
        own = EVENT_TEXT.c.event.in_(some)
        rows = connection.execute(select_all(EVENT_TEXT).where(own)).all()
        if rows and _indexed(connection):  # the index holds no text of its own: it forgets what it is told
            connection.execute(_DROP, [{"number": row.event, "grams": _line(row.words)} for row in rows])
        connection.execute(delete(EVENT_TEXT).where(own))


def clear(connection: Connection) -> None:
    """Empties the index."""
    if _indexed(connection):
        connection.execute(text("INSERT INTO event_grams (event_grams) VALUES ('delete-all')"))
    connection.execute(delete(EVENT_TEXT))


def _line(folded: str) -> str:
    return " ".join(sorted(grams(folded)))


def faults(connection: Connection, number: int, event: Event) -> str | None:
    """What is wrong with an event's entry in the index, None when all its words lead to it."""
    held = connection.scalar(select(EVENT_TEXT.c.words).where(EVENT_TEXT.c.event == number))
    if held is None or held != words(event):
        return "its words are not those that --text searches"
    if held and _indexed(connection):
        found = select(_rowid).select_from(_GRAMS).where(_match(sorted(grams(held))), _rowid == number)
        if connection.scalar(found) is None:
            return "--text would not find it"
    return None
