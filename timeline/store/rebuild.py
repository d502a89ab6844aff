"""Current statements merged into events, and the difference written down: the one place where events change.

>>> Rebuilt(added=3, changed=1, gone=0)
Rebuilt(added=3, changed=1, gone=0, copies=0)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, Select, delete, func, select, tuple_

from timeline.events.merge import merged
from timeline.model import Event, Mention
from timeline.store import decisions, identity, meeting, retrieve
from timeline.store.columns import DOCUMENT, EVENT, EVENT_ALIAS, EVENT_MENTION, STATEMENT, batches
from timeline.store.corrections import corrected, corrections, rejected, words_on
from timeline.store.ingest import clear, promote
from timeline.store.ledger import Ledger, changes, digest
from timeline.store.meeting import Place
from timeline.store.retrieve import Ref
from timeline.store.standing import aliases_of, stored_events, write_aliases
from timeline.store.values import Correction


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """How many events a rebuild added, changed and withdrew, and how many new documents turned out to be copies."""

    added: int
    changed: int
    gone: int
    copies: int = 0

    def __add__(self, other: Rebuilt) -> Rebuilt:
        return Rebuilt(
            self.added + other.added, self.changed + other.changed, self.gone + other.gone, self.copies + other.copies
        )


def rebuild(connection: Connection, now: str) -> Rebuilt:
    """Makes pending documents current, merges what all current ones state, and writes what differs.

    Events that look as before keep their revision and their time; those that nothing states any more become
    tombstones.
    """
    promotion = promote(connection)
    rows = _Mentions()
    statements = {refs[0][:2]: event for event, refs in rows.statements(connection, None)}
    meeting.empty(connection)
    connection.execute(delete(EVENT_ALIAS).where(EVENT_ALIAS.c.event_id.not_in(select(EVENT.c.id))))
    meeting.file(connection, statements)
    done = _settle(connection, now, statements, rows, select(EVENT.c.number))
    if promotion:
        clear(connection, promotion)
    return replace(done, copies=promotion.copies if promotion else 0)


def update(connection: Connection, now: str, limit: int) -> Rebuilt | None:
    """Makes up to ``limit`` pending documents current, and merges what they touch; None when none is pending.

    What they touch are the regions of the statements that come and go (see ``timeline.store.meeting``): the result is
    that of ``rebuild``.
    """
    promotion = promote(connection, limit)
    if promotion is None:
        return None
    rows = _Mentions()
    fresh = _stated_in(connection, promotion.entered, rows)
    gone = {place for place, _ in _places(connection, promotion.left)}
    regions = meeting.regions_of(connection, gone) | meeting.regions_of(connection, meeting.met(connection, fresh))
    regions |= _joined_to(connection, fresh)
    done = _merge_regions(connection, now, regions, fresh, gone, rows)
    clear(connection, promotion)
    return replace(done, copies=promotion.copies)


def advance(connection: Connection, now: str, limit: int) -> Rebuilt | None:
    """``update``, or a whole rebuild where the store is of a version that merged everything each time."""
    if connection.scalar(select(DOCUMENT.c.id).where(DOCUMENT.c.state == "pending").limit(1)) is None:
        return None
    stated = connection.scalar(select(EVENT.c.number).limit(1)) is not None
    if stated and not meeting.known(connection):
        return rebuild(connection, now)
    return update(connection, now, limit)


def redecide(connection: Connection, now: str, events: Sequence[str], stated: Iterable[Place] = ()) -> Rebuilt:
    """Merges the regions of events, by id, and of what is ``stated`` anew, after a person's word on them."""
    asked = select(EVENT_MENTION.c.document_id, EVENT_MENTION.c.statement).select_from(
        EVENT_MENTION.join(EVENT, EVENT.c.number == EVENT_MENTION.c.event)
    )
    places = set(stated)
    for some in batches(events):
        places.update((row[0], row[1]) for row in connection.execute(asked.where(EVENT.c.id.in_(some))))
    regions = meeting.regions_of(connection, places)
    if not regions:
        return rebuild(connection, now)
    for together in _joined_regions(connection):
        if together & regions:
            regions |= together
    return _merge_regions(connection, now, regions, {}, set(), _Mentions())


def _merge_regions(
    connection: Connection,
    now: str,
    regions: set[int],
    fresh: Mapping[Place, Event],
    gone: set[Place],
    rows: _Mentions,
) -> Rebuilt:
    within = meeting.inside(connection, regions)
    old = sorted(within - gone)
    statements = {refs[0][:2]: event for event, refs in rows.statements(connection, old)} | dict(fresh)
    meeting.forget(connection, sorted({place[0] for place in gone}))
    meeting.file(connection, fresh)
    owning: set[int] = set()
    for some in batches(sorted(within | gone), 200):
        own = tuple_(EVENT_MENTION.c.document_id, EVENT_MENTION.c.statement)
        owning.update(connection.scalars(select(EVENT_MENTION.c.event).where(own.in_(some)).distinct()))
    return _settle(connection, now, statements, rows, sorted(owning), regions)


def _settle(
    connection: Connection,
    now: str,
    statements: Mapping[Place, Event],
    rows: _Mentions,
    owning: Select[Any] | Sequence[int],
    regions: Iterable[int] = (),
) -> Rebuilt:
    """Merges statements and writes down how the events numbered ``owning``, which had them, have changed."""
    found, together = merged(statements.values(), decisions.standing(connection))
    unique = _unique(found)
    names = {name for event in unique for name in (event.id, *event.aliases)}
    stored = list(stored_events(connection, owning, names))
    made = corrections(connection, standing=True)
    aliases = aliases_of(connection, {row.id for row, _ in stored}, names | {each.event for each in made})
    standing = {row.id: row.first_seen for row, _ in stored if row.state in ("live", "rejected")}
    told = _renamed(unique, identity.kept(connection, unique, standing, aliases))
    missing = told.keys() - {row.id for row, _ in stored}
    stored += stored_events(connection, (), missing) if missing else ()
    known = {**aliases, **{alias: event.id for event in told.values() for alias in event.aliases}}
    words = words_on(connection, made, told, known, {row.id for row, _ in stored})
    last = connection.scalar(select(func.max(EVENT.c.number))) or 0
    ledger = Ledger(now, {row.id: row.number for row, _ in stored}, last)
    _compare(connection, told, words, rows.refs(told.values()), known, ledger, stored)
    ledger.write(connection)
    write_aliases(connection, aliases, told)
    place_of: dict[str, list[Place]] = {}
    for place, event in statements.items():
        place_of.setdefault(event.id, []).append(place)
    meeting.settle(connection, regions, [[place for key in ids for place in place_of[key]] for ids in together])
    counts = ledger.counts
    return Rebuilt(counts["events_added"], counts["events_changed"], counts["events_gone"])


def _stated_in(connection: Connection, documents: Sequence[int], rows: _Mentions) -> dict[Place, Event]:
    places = [place for place, _ in _places(connection, documents)]
    return {refs[0][:2]: event for event, refs in rows.statements(connection, places)}


def _places(connection: Connection, documents: Sequence[int]) -> list[tuple[Place, str]]:
    columns = (STATEMENT.c.document_id, STATEMENT.c.number, STATEMENT.c.id)
    found = []
    for some in batches(documents):
        rows = connection.execute(select(*columns).where(STATEMENT.c.document_id.in_(some)))
        found += [((row[0], row[1]), str(row[2])) for row in rows]
    return found


def _joined_to(connection: Connection, fresh: Mapping[Place, Event]) -> set[int]:
    """The regions that a person joined with any of these statements."""
    ids = {event.id for event in fresh.values()}
    paths = {mention.document for event in fresh.values() for mention in event.mentions}
    found: set[int] = set()
    for decision in decisions.standing(connection):
        said = [each for group in decision.groups for each in group]
        if not decision.apart and any(each.id in ids or each.document in paths for each in said):
            found |= meeting.regions_of(connection, decisions.places(connection, said))
    return found


def _joined_regions(connection: Connection) -> list[set[int]]:
    """The regions that a person's word joins, one set for each such word, those that overlap as one."""
    joined: list[set[int]] = []
    for decision in decisions.standing(connection):
        if decision.apart:
            continue
        said = [each for group in decision.groups for each in group]
        regions = meeting.regions_of(connection, decisions.places(connection, said))
        for other in [each for each in joined if each & regions]:
            regions |= other
            joined.remove(other)
        joined.append(regions)
    return joined


class _Mentions:
    """Where each mention that merging hands back is stored."""

    def __init__(self) -> None:
        self._rows: dict[tuple[Any, ...], list[tuple[str, Ref]]] = {}

    @staticmethod
    def _key(mention: Mention) -> tuple[Any, ...]:
        timex = mention.timex
        return mention.document, mention.article, mention.start, mention.end, timex.start, timex.end

    def statements(self, connection: Connection, only: Sequence[Place] | None) -> Iterator[tuple[Event, list[Ref]]]:
        """The current statements, or those at the places ``only``; their mentions' rows are noted in passing."""
        for event, refs in retrieve.statements(connection, only):
            for mention, ref in zip(event.mentions, refs, strict=True):
                self._rows.setdefault(self._key(mention), []).append((event.id, ref))
            yield event, refs

    def refs(self, events: Any) -> dict[str, tuple[Ref, ...]]:
        """The rows of each event's mentions, in their order; raises ValueError for a mention that nothing states."""
        return {event.id: tuple(self._ref(event, each) for each in event.mentions) for event in events}

    def _ref(self, event: Event, mention: Mention) -> Ref:
        rows = self._rows.get(self._key(mention))
        if not rows:
            raise ValueError(f"{mention.document}: offset {mention.start}: no statement has this mention of {event.id}")
        if len(rows) == 1:
            return rows[0][1]
        own = {event.id, *event.aliases}  # the same words can make two events, as "in force" and "expires" do
        return next((ref for statement, ref in rows if statement in own), rows[0][1])


def _unique(found: Sequence[Event]) -> list[Event]:
    by_id: dict[str, Event] = {}
    for event in found:
        if twin := by_id.get(event.id):  # two documents can state the same id; neither's words may be lost
            mentions = tuple(dict.fromkeys((*twin.mentions, *event.mentions)))
            event = replace(twin, mentions=mentions, aliases=tuple(sorted({*twin.aliases, *event.aliases})))
        by_id[event.id] = event
    return list(by_id.values())


def _renamed(merged: Sequence[Event], ids: Mapping[str, str]) -> dict[str, Event]:
    target = {each: ids[event.id] for event in merged for each in (event.id, *event.aliases)}
    told = {}
    for event in merged:
        key = ids[event.id]
        aliases = tuple(sorted({event.id, *event.aliases} - {key}))
        links = tuple((relation, target.get(other, other)) for relation, other in event.links)
        if (event.id, event.aliases, event.links) != (key, aliases, links):
            event = replace(event, id=key, aliases=aliases, links=links)
        told[key] = event
    return told


def _compare(
    connection: Connection,
    told: Mapping[str, Event],
    words: Mapping[str, list[Correction]],
    refs: Mapping[str, Sequence[Ref]],
    aliases: Mapping[str, str],
    ledger: Ledger,
    rows: Iterable[tuple[Any, list[Ref]]],
) -> None:
    left = dict(told)
    altered, buried = [], []
    for stored, links in rows:
        event = left.pop(stored.id, None)
        if event is None:
            if stored.state in ("live", "rejected"):
                buried.append(stored)
            continue
        event, state = _final(event, words)
        if stored.state == state and stored.digest == digest(event):
            ledger.keep(event, refs[event.id], stored, links)
        else:
            altered.append((stored, event, state))
    before = retrieve.by_id(connection, [row.id for row in buried] + [row.id for row, _, _ in altered])
    for stored, event, state in altered:
        what = changes(before[event.id], event) if stored.state in ("live", "rejected") else {}
        ledger.alter(event, refs[event.id], state, stored, what)
    for stored in buried:
        ledger.bury(before[stored.id], stored, _successor(stored.id, told, aliases))
    seen = {row.id: row.first_seen for row in buried}
    for event in left.values():
        event, state = _final(event, words)
        inherited = [seen[alias] for alias in event.aliases if alias in seen]
        ledger.add(replace(event, first_seen=min(inherited, default="")), refs[event.id], state)


def _final(event: Event, words: Mapping[str, list[Correction]]) -> tuple[Event, str]:
    own = words.get(event.id, [])
    return corrected(event, own), "rejected" if rejected(own) else "live"


def _successor(key: str, told: Mapping[str, Event], aliases: Mapping[str, str]) -> str | None:
    target = aliases.get(key)
    return target if target in told else None
