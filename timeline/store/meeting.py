"""Which stored statements a new one must be compared with, and which are merged together: kept in two tables.

>>> key("day", "灯会") == key("day", "灯会") != key("year", "灯会")
True

``statement_key`` finds, for a token of a title at a time, the statements that have it: the stored form of the buckets of
``timeline.events.merging.candidates``. ``statement_region`` numbers the sets of statements of which no two that are alike
lie in different ones: merging one region anew gives what merging everything would give of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from hashlib import blake2b

from sqlalchemy import Connection, delete, func, select, text, tuple_

from timeline import edtf
from timeline.events.merging.alike import DISPUTED, SAME_DATE, alike
from timeline.events.merging.candidates import meeting
from timeline.events.merging.profile import Profile, profile
from timeline.model import Event
from timeline.store import retrieve
from timeline.store.columns import STATEMENT_KEY, STATEMENT_REGION, batches, insert_all

#: A statement's place: its document's number and its own in that.
Place = tuple[int, int]
_FINER = ("day", "week", "month", "quarter", "season", "half")
_PROBE = (
    "CREATE TEMPORARY TABLE IF NOT EXISTS probe"
    " (number INTEGER, share FLOAT, size INTEGER, strong INTEGER, token BIGINT, low INTEGER, high INTEGER)"
)
_MET = text(
    "SELECT p.number, k.document_id, k.statement FROM probe p"
    " JOIN statement_key k ON k.token = p.token AND k.day BETWEEN p.low AND p.high"
    " GROUP BY p.number, p.share, k.document_id, k.statement"
    " HAVING MAX(p.strong) > 0 OR COUNT(DISTINCT p.token) >= p.share * MIN(CASE WHEN k.size < p.size THEN k.size ELSE p.size END)"
)


@lru_cache(maxsize=16_384)
def key(grain: str, token: str) -> int:
    """The number under which a token of statements of one grain is stored."""
    return int.from_bytes(blake2b(f"{grain}\x1f{token}".encode(), digest_size=8).digest(), "big", signed=True)


@dataclass(frozen=True, slots=True)
class _Bucket:
    grain: str
    day: int


@lru_cache(maxsize=4096)
def _bucket(name: str) -> _Bucket:
    kind, _, year = name.partition(" ")
    if year:
        return _Bucket(kind, date(int(year), 1, 1).toordinal())
    value = edtf.parse(name)
    first = edtf.days(value)[0]
    return _Bucket("day" if value.granularity == "minute" else value.granularity, first.toordinal() if first else 0)


def _strong(own: Profile) -> list[str]:
    """What is enough to compare two statements: a name, the id, or the title where that has no content."""
    return [f"name {name}" for name in own.names] + ([] if own.tokens else [f"title {own.title}"])


def rows(own: Profile, place: Place) -> Iterator[dict[str, int]]:
    """A statement's rows in ``statement_key``."""
    fixed = {"document_id": place[0], "statement": place[1], "size": len(own.tokens)}
    yield {**fixed, "token": key("id", own.event.id), "day": 0}
    for bucket in {_bucket(name) for name in meeting(own)[0]}:
        for token in (*own.tokens, *_strong(own)):
            yield {**fixed, "token": key(bucket.grain, token), "day": bucket.day}


def _probes(own: Profile, number: int) -> Iterator[tuple[int, float, int, int, int, int, int]]:
    """What is asked for a statement: its number, the share of its tokens that must be met, how many it has, whether one
    hit is enough, the token, the days between."""
    size = len(own.tokens)
    yield number, SAME_DATE, size, 1, key("id", own.event.id), 0, 0
    owned, visited = (list(map(_bucket, names)) for names in meeting(own))
    tokens = [(token, 0) for token in own.tokens] + [(token, 1) for token in _strong(own)]
    first, last = edtf.days(own.time.value)
    spans = {(bucket.grain, bucket.day, bucket.day) for bucket in (*owned, *visited)}
    for bucket in owned:
        if bucket.grain == "slip":
            year = date.fromordinal(bucket.day).year
            spans |= {(grain, bucket.day, date(year, 12, 31).toordinal()) for grain in (*_FINER, "year")}
        elif bucket.grain in (*_FINER[1:], "year") and first:
            end = (last or first).toordinal()
            spans |= {(grain, bucket.day, end) for grain in _FINER}
    for grain, low, high in spans:
        share = DISPUTED if grain == "once" else SAME_DATE
        for token, strong in tokens:
            if not strong or share == SAME_DATE:
                yield number, share, size, strong, key(grain, token), low, high


def file(connection: Connection, statements: Mapping[Place, Event]) -> None:
    """Takes statements into ``statement_key``; none of them may be in it."""
    for some in batches(list(statements.items()), 1_000):
        found = [row for place, event in some for row in rows(profile(event), place)]
        insert_all(connection, STATEMENT_KEY, found)


def forget(connection: Connection, documents: Sequence[int]) -> None:
    """Takes all statements of documents out of both tables."""
    for some in batches(documents):
        for table in (STATEMENT_KEY, STATEMENT_REGION):
            connection.execute(delete(table).where(table.c.document_id.in_(some)))


def met(connection: Connection, fresh: Mapping[Place, Event]) -> set[Place]:
    """The stored statements that are alike to any of ``fresh`` (which aren't in the tables yet)."""
    profiles = [profile(event) for event in fresh.values()]
    connection.exec_driver_sql(_PROBE)
    connection.exec_driver_sql("DELETE FROM probe")
    probes = [row for number, own in enumerate(profiles) for row in _probes(own, number)]
    if not probes:
        return set()
    mark = "?" if connection.dialect.paramstyle == "qmark" else "%s"
    connection.exec_driver_sql(f"INSERT INTO probe VALUES ({', '.join([mark] * 7)})", probes)
    pairs: dict[Place, list[int]] = defaultdict(list)
    for row in connection.execute(_MET):
        pairs[row.document_id, row.statement].append(row.number)
    alike_to: set[Place] = set()
    for some in batches(sorted(pairs), 5_000):
        for event, refs in retrieve.statements(connection, list(some)):
            place, own = refs[0][:2], profile(event)
            if any(alike(own, profiles[number]) for number in pairs[place]):
                alike_to.add(place)
    return alike_to


def regions_of(connection: Connection, places: Iterable[Place]) -> set[int]:
    """The regions of statements."""
    found: set[int] = set()
    for some in batches(sorted(places), 200):
        own = tuple_(STATEMENT_REGION.c.document_id, STATEMENT_REGION.c.statement)
        found.update(connection.scalars(select(STATEMENT_REGION.c.region).where(own.in_(some)).distinct()))
    return found


def inside(connection: Connection, regions: Iterable[int]) -> set[Place]:
    """The statements of regions."""
    columns = (STATEMENT_REGION.c.document_id, STATEMENT_REGION.c.statement)
    found: set[Place] = set()
    for some in batches(sorted(regions)):
        rows_ = connection.execute(select(*columns).where(STATEMENT_REGION.c.region.in_(some)))
        found.update((row[0], row[1]) for row in rows_)
    return found


def settle(connection: Connection, regions: Iterable[int], groups: Sequence[Sequence[Place]]) -> None:
    """Puts new regions in place of those numbered ``regions``."""
    for some in batches(sorted(regions)):
        connection.execute(delete(STATEMENT_REGION).where(STATEMENT_REGION.c.region.in_(some)))
    last = connection.scalar(select(func.max(STATEMENT_REGION.c.region))) or 0
    found = [
        {"document_id": place[0], "statement": place[1], "region": number}
        for number, group in enumerate(groups, last + 1)
        for place in group
    ]
    insert_all(connection, STATEMENT_REGION, found)


def empty(connection: Connection) -> None:
    """Empties both tables."""
    for table in (STATEMENT_KEY, STATEMENT_REGION):
        connection.execute(delete(table))


def known(connection: Connection) -> bool:
    """Whether the tables hold anything: a store of an earlier schema has them empty."""
    return connection.scalar(select(STATEMENT_REGION.c.region).limit(1)) is not None
