"""A person's word on merging, kept as corrections: what is one event, what never is, and how it is taken back.

>>> JOINED, PARTED
('joined', 'parted')

``Store.join`` and ``Store.unmerge`` write them; ``Store.undo`` takes them back like any other correction. A correction
names the statements, not the events, so that it holds whatever else they are merged with later.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sqlalchemy import Connection, or_, select

from timeline.events.merging.decisions import Decision, Said
from timeline.store import retrieve
from timeline.store.columns import DOCUMENT, EVENT, EVENT_MENTION, MENTION, STATEMENT
from timeline.store.corrections import CorrectionError, corrections, log
from timeline.store.corrections.log import JOINED, PARTED
from timeline.store.corrections.standing import homes


def standing(connection: Connection) -> list[Decision]:
    """The decisions that hold, in the order in which they were made."""
    made = corrections(connection, standing=True)
    return [Decision.of(each.value) for each in made if each.field in (JOINED, PARTED)]


def places(connection: Connection, said: Iterable[Said]) -> set[tuple[int, int]]:
    """Where the statements that a decision names are stored now: their documents' numbers and their own."""
    told = list(said)
    joined = STATEMENT.join(DOCUMENT, DOCUMENT.c.id == STATEMENT.c.document_id)
    asked = select(STATEMENT.c.document_id, STATEMENT.c.number).select_from(joined).where(DOCUMENT.c.state == "current")
    meant = or_(
        STATEMENT.c.id.in_({each.id for each in told}) & DOCUMENT.c.path.in_({each.document for each in told}),
        *(
            (DOCUMENT.c.path == each.document)
            & (
                STATEMENT.c.number.in_(
                    select(MENTION.c.statement).where(
                        MENTION.c.document_id == STATEMENT.c.document_id, MENTION.c.timex_text == each.timex
                    )
                )
            )
            for each in told
        ),
    )
    return {(row[0], row[1]) for row in connection.execute(asked.where(meant))}


def about(connection: Connection, keys: Collection[str]) -> tuple[list[str], set[tuple[int, int]]]:
    """What some decisions, by key, are about now: events by id, and the places of the statements that they name.

    One that takes another back is about what that is about.
    """
    made = {each.key: each for each in log.decisions(corrections(connection))}
    meant = [log.origin(made[key], made.values()) for key in keys]
    said = [
        each
        for decision in meant
        for field in (JOINED, PARTED)
        if field in decision.fields
        for group in Decision.of(decision.fields[field]).groups
        for each in group
    ]
    found = (homes(connection, meant) if meant else {}).values()
    return sorted({key for key in found if key}), places(connection, said) if said else set()


def join(connection: Connection, one: str, other: str, *, who: str, why: str, now: str) -> int:
    """Records that two events, by id, are one; gives the correction's number. Raises CorrectionError."""
    if one == other:
        raise CorrectionError(f"{one} is one event already")
    groups = tuple(tuple(_statements(connection, each).values()) for each in (one, other))
    return _record(connection, one, JOINED, Decision(False, groups), who=who, why=why, now=now)


def part(connection: Connection, event: str, mention: str | int | None, *, who: str, why: str, now: str) -> int:
    """Records that the statement of one mention (all statements, for None) is not of this event.

    ``mention`` is the number of the mention as ``timeline why`` counts them, from 1, or the beginning of its
    statement's id, or the end of its document's path. Gives the correction's number; raises CorrectionError.
    """
    told = _statements(connection, event)
    keys = list(dict.fromkeys(said.id for said in told.values()))
    if len(keys) < 2:
        raise CorrectionError(f"{event} is told by one statement only: there is nothing to part")
    chosen = set(keys) if mention is None else _chosen(told, mention)
    if len(chosen) == len(keys):
        groups = [[said for said in told.values() if said.id == key] for key in keys]
    else:
        groups = [[said for said in told.values() if (said.id in chosen) is inside] for inside in (False, True)]
    decision = Decision(True, tuple(map(tuple, groups)))
    return _record(connection, event, PARTED, decision, who=who, why=why, now=now)


def _chosen(told: dict[int, Said], mention: str | int) -> set[str]:
    asked = str(mention).strip()
    if asked.isdigit() and int(asked) - 1 in told:
        return {told[int(asked) - 1].id}
    if len(asked) >= 4 and (named := {said.id for said in told.values() if said.id.startswith(asked)}):
        return named
    if asked and (read := {said.id for said in told.values() if f"/{said.document}".endswith(f"/{asked}")}):
        return read
    raise CorrectionError(
        f"{asked!r} is none of its mentions: write a number from 1 to {len(told)}, as timeline why does"
    )


def _statements(connection: Connection, event: str) -> dict[int, Said]:
    """What each mention of an event says, by the mention's place in the event."""
    joined = (
        EVENT_MENTION.join(EVENT, EVENT.c.number == EVENT_MENTION.c.event)
        .join(
            MENTION,
            (EVENT_MENTION.c.document_id == MENTION.c.document_id)
            & (EVENT_MENTION.c.statement == MENTION.c.statement)
            & (EVENT_MENTION.c.position == MENTION.c.position),
        )
        .join(
            STATEMENT,
            (STATEMENT.c.document_id == MENTION.c.document_id) & (STATEMENT.c.number == MENTION.c.statement),
        )
        .join(DOCUMENT, DOCUMENT.c.id == MENTION.c.document_id)
    )
    asked = select(EVENT_MENTION.c.rank, STATEMENT.c.id, DOCUMENT.c.path, MENTION.c.timex_text, MENTION.c.quote)
    rows = connection.execute(asked.select_from(joined).where(EVENT.c.id == event).order_by(EVENT_MENTION.c.rank))
    return {row[0]: Said(*row[1:]) for row in rows}


def _record(connection: Connection, event: str, field: str, decision: Decision, *, who: str, why: str, now: str) -> int:
    about = retrieve.by_id(connection, [event])[event]
    return log.write(connection, event, {field: decision.payload()}, who=who, why=why, now=now, about=about)
