"""Current statements merged into events, and the difference written down: the one place where events change.

>>> Rebuilt(added=3, changed=1, gone=0)
Rebuilt(added=3, changed=1, gone=0, copies=0)
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select

from timeline.events.merge import merge
from timeline.model import Event, Mention
from timeline.store import decisions, identity, retrieve
from timeline.store.columns import EVENT, EVENT_ALIAS, EVENT_MENTION
from timeline.store.corrections import corrected, corrections, decided, rejected
from timeline.store.ingest import clear, promote
from timeline.store.ledger import Ledger, changes, digest
from timeline.store.retrieve import Ref
from timeline.store.values import Correction


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """How many events a rebuild added, changed and withdrew, and how many new documents turned out to be copies."""

    added: int
    changed: int
    gone: int
    copies: int = 0


def rebuild(connection: Connection, now: str) -> Rebuilt:
    """Makes pending documents current, merges what all current ones state, and writes what differs.

    Events that look as before keep their revision and their time; those that nothing states any more become
    tombstones. The result does not depend on the order in which the documents came.
    """
    promotion = promote(connection)
    rows = _Mentions()
    merged = _unique(merge(rows.statements(connection), decisions.standing(connection)))
    aliases = _aliases(connection)
    stored = connection.execute(select(EVENT.c.id, EVENT.c.number, EVENT.c.state, EVENT.c.first_seen)).all()
    standing = {row.id: row.first_seen for row in stored if row.state in ("live", "rejected")}
    ids = identity.kept(connection, merged, standing, aliases)
    told = _renamed(merged, ids)
    known = {**aliases, **{alias: event.id for event in told.values() for alias in event.aliases}}
    words = decided(corrections(connection, standing=True), told, known)
    ledger = Ledger(now, {row.id: row.number for row in stored})
    _compare(connection, told, words, rows.refs(told.values()), known, ledger)
    ledger.write(connection)
    _write_aliases(connection, aliases, told)
    if promotion:
        clear(connection, promotion)
    counts = ledger.counts
    copies = promotion.copies if promotion else 0
    return Rebuilt(counts["events_added"], counts["events_changed"], counts["events_gone"], copies)


class _Mentions:
    """Where each mention that merging hands back is stored."""

    def __init__(self) -> None:
        self._rows: dict[tuple[Any, ...], list[tuple[str, Ref]]] = {}

    @staticmethod
    def _key(mention: Mention) -> tuple[Any, ...]:
        timex = mention.timex
        return mention.document, mention.article, mention.start, mention.end, timex.start, timex.end

    def statements(self, connection: Connection) -> Iterator[Event]:
        """The current statements; their mentions' rows are noted in passing."""
        for event, refs in retrieve.statements(connection):
            for mention, ref in zip(event.mentions, refs, strict=True):
                self._rows.setdefault(self._key(mention), []).append((event.id, ref))
            yield event

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


def _unique(merged: Sequence[Event]) -> list[Event]:
    by_id: dict[str, Event] = {}
    for event in merged:
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
        told[key] = replace(event, id=key, aliases=aliases, links=links)
    return told


def _compare(
    connection: Connection,
    told: Mapping[str, Event],
    words: Mapping[str, list[Correction]],
    refs: Mapping[str, Sequence[Ref]],
    aliases: Mapping[str, str],
    ledger: Ledger,
) -> None:
    left = dict(told)
    altered, buried = [], []
    for stored, links in _stored(connection):
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


def _stored(connection: Connection) -> Iterator[tuple[Any, list[Ref]]]:
    names = ("number", "id", "state", "payload", "digest", "revision", "first_seen", "last_changed")
    events = connection.execute(
        select(*(EVENT.c[name] for name in names)).order_by(EVENT.c.number), execution_options=retrieve.STREAMED
    )
    columns = (EVENT_MENTION.c[name] for name in ("event", "document_id", "statement", "position"))
    ordered = select(*columns).order_by(EVENT_MENTION.c.event, EVENT_MENTION.c.rank)
    links = connection.execute(ordered, execution_options=retrieve.STREAMED)
    groups = groupby(links, lambda row: row.event)
    key, rows = next(groups, (None, iter(())))
    for event in events:
        found: list[Ref] = []
        if key == event.number:
            found = [(row.document_id, row.statement, row.position) for row in rows]
            key, rows = next(groups, (None, iter(())))
        yield event, found


def _aliases(connection: Connection) -> dict[str, str]:
    return {row.alias: row.event_id for row in connection.execute(select(EVENT_ALIAS.c.alias, EVENT_ALIAS.c.event_id))}


def _write_aliases(connection: Connection, before: Mapping[str, str], told: Mapping[str, Event]) -> None:
    wanted = {alias: event.id for event in told.values() for alias in event.aliases if alias not in told}
    events = set(connection.scalars(select(EVENT.c.id)))
    stale = [
        alias
        for alias, event in before.items()
        if alias in told or event not in events or wanted.get(alias, event) != event
    ]
    if stale:
        gone = [{"gone": alias} for alias in stale]
        connection.execute(delete(EVENT_ALIAS).where(EVENT_ALIAS.c.alias == bindparam("gone")), gone)
    left = before.keys() - set(stale)
    if new := [{"alias": alias, "event_id": event} for alias, event in sorted(wanted.items()) if alias not in left]:
        connection.execute(insert(EVENT_ALIAS), new)
