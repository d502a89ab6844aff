"""The log of decisions: nothing in it is ever deleted, an undo is a decision too and can be undone.

>>> key("6f2c", {"title": "新桥通车"}, "编辑", "", "2026-05-02T08:00:00Z")
'9ace0f1189e6a132'

A decision is one or more rows that share a key, made from what was decided, so that the same decision is known again
in another store. Its number, the first of its rows', is how a person calls it in this one.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from hashlib import sha256
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, bindparam, func, insert, or_, select, update

from timeline.model import Event
from timeline.store import codec
from timeline.store.columns import CORRECTION, EVENT_ALIAS, select_all
from timeline.store.corrections.fields import checked, value_of
from timeline.store.values import Correction, Decision, utc

#: Fields that say nothing about an event's own fields: which decision is taken back, that an event was added by hand,
#: what is one event and what is not.
UNDOES, ADDED, JOINED, PARTED = "undoes", "added", "joined", "parted"
_FREE = (UNDOES, ADDED, JOINED, PARTED)
#: As many mentions tell what an event is as are enough to know it again.
_BASIS = 4


def key(event: str, changes: Mapping[str, Any], who: str, why: str, when: str, again: int = 0) -> str:
    """The key of a decision, the same in every store; ``again`` tells apart what was said twice in one second."""
    said = codec.dumps([event, dict(changes), who, why, when, again])
    return sha256(said.encode("utf-8", "surrogateescape")).hexdigest()[:16]


def seen(event: Event) -> str:
    """A digest of what a person decides about, and of what is disputed: while it is the same, nothing new is to be
    decided, however many more reports there are."""
    when = event.when
    said = [
        *(event.title, event.kind, event.modality, list(event.topics), event.place, event.details),
        *(when.edtf, when.part, when.approximate, when.uncertain, list(event.conflicts)),
    ]
    return sha256(codec.dumps(said).encode("utf-8", "surrogateescape")).hexdigest()[:16]


def basis(event: Event) -> dict[str, Any]:
    """By what an event can be known again where it goes by another id: its title, and the words that state it."""
    told = [[each.document, each.timex.text, each.quote] for each in event.mentions[:_BASIS]]
    return {"title": event.title, "date": event.when.edtf, "words": told}


def record(
    connection: Connection,
    event: str,
    field: str,
    value: Any,
    *,
    who: str,
    why: str,
    now: str,
    about: Event | None = None,
) -> int:
    """Writes down a decision about one field; gives its number. Raises CorrectionError."""
    return write(connection, event, {field: value}, who=who, why=why, now=now, about=about)


def write(
    connection: Connection,
    event: str,
    changes: Mapping[str, Any],
    *,
    who: str,
    why: str,
    now: str,
    about: Event | None = None,
    left: Event | None = None,
) -> int:
    """Writes a decision down and gives its number; raises CorrectionError.

    ``about`` is the event as the person found it, ``left`` what they made of it. A clock that went back does not put
    a decision before those that were made about the same event already.
    """
    values = {field: value if field in _FREE else checked(field, value) for field, value in changes.items()}
    stamp = _after(now, _latest(connection, event, now))
    again = 0
    while _exists(connection, mine := key(event, values, who, why, stamp, again)):
        again += 1
    rows = [
        {
            **{"event_id": event, "field": field, "value": codec.dumps(value), "who": who, "why": why},
            **{"made_at": stamp, "undone_at": None, "decision": mine, "seen": seen(left) if left else None},
            "before": codec.dumps(value_of(about, field)) if about else None,
            "basis": codec.dumps(basis(about)) if about else None,
        }
        for field, value in values.items()
    ]
    return append(connection, rows)


def append(connection: Connection, rows: Sequence[Mapping[str, Any]]) -> int:
    """Appends the rows of one decision; gives its number."""
    number = (connection.scalar(select(func.max(CORRECTION.c.id))) or 0) + 1
    connection.execute(insert(CORRECTION), [{"id": number + place, **row} for place, row in enumerate(rows)])
    return number


def _exists(connection: Connection, mine: str) -> bool:
    return connection.scalar(select(CORRECTION.c.id).where(CORRECTION.c.decision == mine).limit(1)) is not None


def known(connection: Connection) -> set[str]:
    """The keys of all decisions."""
    return set(connection.scalars(select(CORRECTION.c.decision)))


def moment(now: datetime) -> str:
    """When a decision was made: UTC, to the microsecond where it is known, so that the last of two is the last in every
    store.

    >>> moment(datetime(2026, 5, 2, 8)), moment(datetime(2026, 5, 2, 8, 0, 0, 7))
    ('2026-05-02T08:00:00Z', '2026-05-02T08:00:00.000007Z')
    """
    return utc(now).removesuffix("Z") + (f".{now.microsecond:06d}Z" if now.microsecond else "Z")


#: Orders moments with and without a fraction.
_MADE = func.rtrim(CORRECTION.c.made_at, "Z")


def _latest(connection: Connection, event: str, now: str) -> str:
    """When the last decision about an event was made, or the last of all in the second of ``now``."""
    former = select(EVENT_ALIAS.c.alias).where(EVENT_ALIAS.c.event_id == event)
    own = or_(
        CORRECTION.c.event_id == event, CORRECTION.c.event_id.in_(former), CORRECTION.c.made_at.startswith(now[:19])
    )
    return connection.scalar(select(func.max(_MADE)).where(own)) or ""


def _after(now: str, latest: str) -> str:
    if now.removesuffix("Z") > latest:
        return now
    return moment(datetime.fromisoformat(f"{latest}+00:00") + timedelta(microseconds=1))


def settle(connection: Connection) -> None:
    """Says of each decision whether it stands, after one was made or came in that takes another back.

    A decision is undone while an undo of it stands, and an undo is undone like any other decision.
    """
    names = ("id", "decision", "field", "value", "made_at", "undone_at")
    rows = connection.execute(select(*(CORRECTION.c[name] for name in names)).order_by(CORRECTION.c.id)).all()
    undoers: dict[str, list[Any]] = defaultdict(list)
    for row in rows:
        if row.field == UNDOES:
            undoers[json.loads(row.value)].append(row)
    undone: dict[str, str | None] = {}

    def since(decision: str, above: tuple[str, ...] = ()) -> str | None:
        if decision not in undone:
            deeper = (*above, decision)
            undone[decision] = min(
                (
                    each.made_at
                    for each in undoers.get(decision, ())
                    if each.decision not in deeper and since(each.decision, deeper) is None
                ),
                default=None,
            )
        return undone[decision]

    # What nothing takes back was undone, if at all, by a version that kept no record of it.
    taken = [row for row in rows if row.decision in undoers]
    changed = [{"row": row.id, "at": at} for row in taken if (at := since(row.decision)) != row.undone_at]
    if changed:
        mark = update(CORRECTION).where(CORRECTION.c.id == bindparam("row")).values(undone_at=bindparam("at"))
        connection.execute(mark, changed)


def corrections(connection: Connection, *, standing: bool = False) -> list[Correction]:
    """All corrections in the order in which they were made, without the undone ones when ``standing``."""
    asked = select_all(CORRECTION).order_by(_MADE, CORRECTION.c.decision, CORRECTION.c.id)
    if standing:
        asked = asked.where(CORRECTION.c.undone_at.is_(None))
    return [_correction(row) for row in connection.execute(asked)]


def _correction(row: Any) -> Correction:
    return Correction(
        *(row.id, row.event_id, row.field, json.loads(row.value), row.who, row.why, row.made_at, row.undone_at),
        decision=row.decision,
        seen=row.seen or "",
        before=json.loads(row.before) if row.before else None,
        basis=json.loads(row.basis) if row.basis else {},
    )


def decisions(made: Iterable[Correction]) -> list[Decision]:
    """Corrections as the decisions that they belong to, in the order of their numbers."""
    groups = groupby(sorted(made, key=lambda each: each.id), lambda each: each.decision)
    return [_decision(mine, list(rows)) for mine, rows in groups]


def _decision(mine: str, rows: Sequence[Correction]) -> Decision:
    first = rows[0]
    changes = tuple((each.field, each.before, each.value) for each in rows)
    return Decision(
        first.id, mine, first.event, changes, first.who, first.why, first.when, first.undone, first.seen, first.basis
    )


def origin(decision: Decision, made: Iterable[Decision]) -> Decision:
    """What a decision is about in the end: of an undo what it takes back, of the undo of an undo that one's."""
    left = {each.key: each for each in made}
    while (undone := left.pop(decision.fields.get(UNDOES, ""), None)) is not None:
        decision = undone
    return decision


def statements(decision: Decision) -> set[str]:
    """The ids of the statements that a decision joins or parts."""
    merging = [value for field, value in decision.fields.items() if field in (JOINED, PARTED)]
    return {said["id"] for value in merging for group in value["groups"] for said in group}
