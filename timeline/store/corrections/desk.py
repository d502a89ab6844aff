"""The side of the store that takes a person's word: decide, add, undo, and what was decided.

>>> issubclass(StaleError, RuntimeError)
True
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, select, update

from timeline.model import Event
from timeline.store import retrieve
from timeline.store.columns import CORRECTION
from timeline.store.corrections import fields, log
from timeline.store.corrections.additions import Addition
from timeline.store.corrections.standing import homes
from timeline.store.references import event_id
from timeline.store.values import Correction, Decision, utc

if TYPE_CHECKING:
    from timeline.store.corrections.exchange import ImportReport


#: So many documents of an ingest that was broken off are merged at once, along with what a person adds.
_AT_ONCE = 200


class StaleError(RuntimeError):
    """A decision about an event that is no longer what the person saw; nothing was decided."""


class Desk:
    """What a store does for those who correct it; each call is one transaction, kept whole or not at all."""

    @abstractmethod
    def reading(self) -> AbstractContextManager[Connection]:
        """A transaction that sees one state of the store."""

    @abstractmethod
    def _writing(self) -> AbstractContextManager[Connection]: ...

    def decide(
        self,
        ref: str,
        changes: Mapping[str, Any],
        *,
        who: str,
        why: str = "",
        now: datetime,
        found: int | None = None,
    ) -> Decision:
        """Records what a person decides about an event, and applies it, now and after every re-extraction.

        ``changes`` maps fields (see ``fields.FIELDS``) to values; together they are one decision. ``found`` is the
        revision that the person saw. Raises LookupError, CorrectionError, and StaleError when it is another one by now.
        """
        from timeline.store.corrections import applying

        with self._writing() as connection:
            key = event_id(connection, ref, rejected=True)
            event = retrieve.by_id(connection, [key])[key]
            if found is not None and event.revision != found:
                raise StaleError(f"event {key} was changed meanwhile: look at it again")
            values = {field: fields.checked(field, value) for field, value in changes.items()}
            left = fields.overlaid(event, values)
            number = log.write(connection, key, values, who=who, why=why, now=log.moment(now), about=event, left=left)
            state = {True: "rejected", False: "live"}.get(values.get("rejected", ""))
            applying.apply(connection, event, left, state, utc(now))
            return _decision(connection, number)

    def correct(self, ref: str, field: str, value: Any, *, who: str, why: str = "", now: datetime) -> Correction:
        """A decision about one field, as the correction that it is; see ``decide``."""
        made = self.decide(ref, {field: value}, who=who, why=why, now=now)
        with self.reading() as connection:
            return _correction(connection, made.number)

    def add(self, told: Addition, *, who: str, why: str = "", now: datetime) -> Event:
        """Adds an event by hand, and merges it with what tells of the same; raises CorrectionError for one that is
        there already."""
        from timeline.store.corrections import noting
        from timeline.store.rebuild import advance

        with self._writing() as connection:
            if noting.present(connection, told):
                raise fields.CorrectionError(f"this event was added before: it is {told.id}; timeline fix changes it")
            number = log.write(connection, told.id, {log.ADDED: told.payload()}, who=who, why=why, now=log.moment(now))
            noting.settle(connection, utc(now))
            while advance(connection, utc(now), _AT_ONCE):
                pass
            return _looked_at(connection, number, told.id)

    def join(self, one: str, other: str, *, who: str, why: str = "", now: datetime) -> Correction:
        """Records that two events are one, and merges them, now and after every re-extraction.

        ``one`` and ``other`` are ids or their beginnings. Raises LookupError, CorrectionError.
        """
        from timeline.store import decisions
        from timeline.store.rebuild import redecide

        with self._writing() as connection:
            keys = [event_id(connection, ref) for ref in (one, other)]
            number = decisions.join(connection, *keys, who=who, why=why, now=log.moment(now))
            redecide(connection, utc(now), keys)
            _looked_at(connection, number, keys[0])
            return _correction(connection, number)

    def unmerge(
        self, ref: str, mention: str | int | None = None, *, who: str, why: str = "", now: datetime
    ) -> Correction:
        """Records that the statement of one mention is not of this event: the two are never merged again.

        ``mention`` is its number as ``timeline why`` counts, from 1, or the beginning of its statement's id, or the
        end of its document's path; None parts all statements from one another. ``undo`` merges them again. Raises
        LookupError, CorrectionError.
        """
        from timeline.store import decisions
        from timeline.store.rebuild import redecide

        with self._writing() as connection:
            key = event_id(connection, ref)
            number = decisions.part(connection, key, mention, who=who, why=why, now=log.moment(now))
            redecide(connection, utc(now), [key])
            return _correction(connection, number)

    def undo(self, number: int, now: datetime, *, who: str = "", why: str = "") -> Decision:
        """Takes a decision back (or an undo: then what it took back holds again) and gives that decision.

        Raises LookupError when there is none of that number, or it is undone already.
        """
        with self._writing() as connection:
            made = {each.number: each for each in log.decisions(log.corrections(connection))}
            target = made.get(number)
            if target is None:
                raise LookupError(f"no correction {number} to undo: timeline corrections list names them")
            if target.undone:
                by = next((each for each in made.values() if each.fields.get(log.UNDOES) == target.key), None)
                back = f"; timeline undo {by.number} brings it back" if by else ""
                raise LookupError(f"no correction {number} to undo: it was undone on {target.undone}{back}")
            log.write(connection, target.event, {log.UNDOES: target.key}, who=who, why=why, now=log.moment(now))
            log.settle(connection)
            self._follow(connection, log.origin(target, made.values()), utc(now))
            return _decision(connection, number)

    @staticmethod
    def _follow(connection: Connection, turned: Decision, now: str) -> None:
        """What events are after a decision was taken back, or holds again: what was read, with those that hold now."""
        from timeline.store.corrections import noting
        from timeline.store.rebuild import rebuild, redecide

        if log.ADDED not in turned.fields:
            key = homes(connection, [turned])[turned.event]
            redecide(connection, now, [key] if key else [])
            return
        stale = noting.settle(connection, now)
        rebuild(connection, now)
        noting.clear(connection, stale)

    def load(self, lines: Iterable[bytes], now: datetime) -> ImportReport:
        """Takes in decisions from another store (see ``exchange``): a bad line is named, and stops no other."""
        from timeline.store import decisions
        from timeline.store.corrections import exchange, noting
        from timeline.store.rebuild import advance, rebuild, redecide

        with self._writing() as connection:
            report, fresh = exchange.load(connection, lines, log.moment(now))
            if not fresh:
                return report
            stale = noting.settle(connection, utc(now))
            if stale:
                rebuild(connection, utc(now))
                noting.clear(connection, stale)
            else:  # only what the lines are about is merged anew
                while advance(connection, utc(now), _AT_ONCE):
                    pass
                events, stated = decisions.about(connection, [key for _, key in fresh])
                if events or stated:
                    redecide(connection, utc(now), events, stated)
            return replace(report, waiting=exchange.waiting(connection, fresh))

    def corrections(self) -> list[Correction]:
        """All that was decided about fields of events, in the order in which it was, undone or not."""
        with self.reading() as connection:
            return [each for each in log.corrections(connection) if each.field != log.UNDOES]

    def decisions(self, ref: str | None = None) -> list[Decision]:
        """All decisions by number, or those about one event (also a gone one); raises LookupError."""
        from timeline.store.corrections import applying

        with self.reading() as connection:
            made = log.decisions(log.corrections(connection))
            if ref is None:
                return made
            own = applying.names_of(connection, _present(connection, ref))
            return [each for each in made if each.event in own or not own.isdisjoint(log.statements(each))]

    def whatever(self, ref: str) -> Event:
        """The event of that id or beginning of one, as it last was if it is told no more; raises LookupError."""
        with self.reading() as connection:
            key = _present(connection, ref)
            if found := retrieve.by_id(connection, [key]):
                event = found[key]
                if event.mentions:
                    return event
            return next(gone.event for gone in retrieve.gone(connection) if gone.event.id == key)

    def kept(self, events: Sequence[Event]) -> frozenset[str]:
        """The ids of those events about which a person said the last word: nothing of them changed since."""
        with self.reading() as connection:
            asked = select(CORRECTION.c.event_id, CORRECTION.c.seen).where(
                CORRECTION.c.undone_at.is_(None), CORRECTION.c.seen.is_not(None)
            )
            said = {tuple(row) for row in connection.execute(asked)}
        return frozenset(
            each.id
            for each in events
            if said and not said.isdisjoint((name, log.seen(each)) for name in (each.id, *each.aliases))
        )


def _present(connection: Connection, ref: str) -> str:
    try:
        return event_id(connection, ref, rejected=True)
    except LookupError:
        return event_id(connection, ref, gone=True)


def _decision(connection: Connection, number: int) -> Decision:
    return next(each for each in log.decisions(log.corrections(connection)) if each.number == number)


def _correction(connection: Connection, number: int) -> Correction:
    return next(each for each in log.corrections(connection) if each.id == number)


def _looked_at(connection: Connection, number: int, ref: str) -> Event:
    """The event as a decision left it, and noted as seen like this by the one who decided."""
    key = event_id(connection, ref, rejected=True)
    event = retrieve.by_id(connection, [key])[key]
    connection.execute(update(CORRECTION).where(CORRECTION.c.id == number).values(seen=log.seen(event)))
    return event
