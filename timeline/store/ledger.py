"""What merging gave, written down: only what differs is touched, and what changed is recorded.

>>> Ledger("2026-05-01T08:00:00Z", {}).counts
{'events_added': 0, 'events_changed': 0, 'events_gone': 0}
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from typing import Any

from sqlalchemy import Connection, TableClause, bindparam, delete, update

from timeline.model import Event
from timeline.store import codec, search
from timeline.store.columns import EVENT, EVENT_MENTION, EVENT_TOPIC, REVISION, batches, insert_all
from timeline.store.retrieve import Ref
from timeline.when import place

Values = dict[str, Any]
_STORED = ("revision", "first_seen", "last_changed")


def visible(event: Event) -> Values:
    """All of an event that a subscriber can see: what makes a revision when it changes."""
    payload = codec.event_payload(event)
    for name in ("aliases", "reasons", "read"):
        payload.pop(name, None)
    when = event.when
    payload["when"] = [when.edtf, when.part, when.approximate, when.uncertain]
    payload["mentions"] = [
        [each.document, each.source, each.headline, each.published, each.quote, each.timex.text, each.timex.edtf]
        for each in event.mentions
    ]
    return payload


def digest(event: Event) -> str:
    """A digest of what is visible."""
    return blake2b(codec.dumps(visible(event)).encode("utf-8"), digest_size=16).hexdigest()


def changes(old: Event, new: Event) -> Values:
    """Each visible field that differs, with its old and its new value; of mentions the quotes that came and went."""
    before, after = visible(old), visible(new)
    found: Values = {
        name: [before.get(name), after.get(name)]
        for name in sorted(before.keys() | after.keys())
        if before.get(name) != after.get(name) and name not in ("mentions", "when")
    }
    if before["when"] != after["when"]:
        found["date"] = [_said(old), _said(new)]
    quotes = [[f"{each[0]}: {each[4]}" for each in side["mentions"]] for side in (before, after)]
    came = [quote for quote in quotes[1] if quote not in quotes[0]]
    went = [quote for quote in quotes[0] if quote not in quotes[1]]
    if came or went:
        found["mentions"] = {"added": came, "removed": went}
    elif before["mentions"] != after["mentions"]:
        found["sources"] = [_sources(old), _sources(new)]
    return found


def _said(event: Event) -> str:
    return f"{event.when.edtf} {event.when.part}" if event.when.part else event.when.edtf


def _sources(event: Event) -> list[str]:
    return [
        f"{each.document}: {each.source} {each.headline} {each.published or ''}".rstrip() for each in event.mentions
    ]


def columns(event: Event, state: str = "live") -> Values:
    """The event's row, without what only the store knows."""
    payload = codec.event_payload(event)
    payload.pop("aliases", None)
    where = place(event.when)
    return {
        **{name: getattr(event, name) for name in ("id", "title", "kind", "modality", "salience", "place")},
        **{name: getattr(event, name) for name in _STORED},
        "edtf": event.when.edtf,
        "granularity": event.when.granularity,
        **{"scale": where.scale, "begin_minute": where.begin, "until_minute": where.until},
        **{"at_minute": where.at, "grain": where.grain},
        "payload": codec.dumps(payload),
        "digest": digest(event),
        "state": state,
        "successor": None,
        "tombstone": None if state == "live" else codec.tombstone(event),
    }


@dataclass(slots=True)
class Ledger:
    """The changes of one rebuild, gathered and then written table by table.

    ``numbers`` are the numbers of the events that can change, by id; ``last`` is the last one given.
    """

    now: str
    numbers: dict[str, int]
    last: int = 0
    born: list[Values] = field(default_factory=list)
    altered: list[Values] = field(default_factory=list)
    reworded: dict[str, str] = field(default_factory=dict)
    relinked: dict[str, Sequence[Ref]] = field(default_factory=dict)
    hidden: list[str] = field(default_factory=list)
    shown: dict[str, Event] = field(default_factory=dict)
    revisions: list[Values] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=lambda: {"events_added": 0, "events_changed": 0, "events_gone": 0})

    def add(self, event: Event, refs: Sequence[Ref], state: str) -> None:
        """An event that was never stored."""
        event = replace(event, revision=1, first_seen=event.first_seen or self.now, last_changed=self.now)
        self.last += 1
        number = self.numbers[event.id] = self.last
        self.born.append({"number": number, **columns(event, state)})
        self.relinked[event.id] = refs
        if state == "live":
            self.shown[event.id] = event
            self.counts["events_added"] += 1

    def alter(self, event: Event, refs: Sequence[Ref], state: str, stored: Any, what: Values) -> None:
        """An event that a subscriber sees changed: in its fields, or by coming back, or by a person's rejection."""
        if state == stored.state == "rejected":  # nobody sees it: what it would say is kept, but is no revision
            event = replace(event, **{name: getattr(stored, name) for name in _STORED})
            self.altered.append(columns(event, state))
            self.relinked[event.id] = refs
            return
        event = replace(event, revision=stored.revision + 1, first_seen=stored.first_seen, last_changed=self.now)
        if state != stored.state:
            what = {**what, "state": [stored.state, state]}
        self.altered.append(columns(event, state))
        self.relinked[event.id] = refs
        self._revise(event.id, event.revision, what)
        self.hidden.append(event.id)
        if state == "live":
            self.shown[event.id] = event
        if state == stored.state:
            self.counts["events_changed"] += state == "live"
        else:
            self.counts["events_added" if state == "live" else "events_gone"] += 1

    def keep(self, event: Event, refs: Sequence[Ref], stored: Any, links: Sequence[Ref]) -> None:
        """An event that looks as before: at most its reasons or the rows of its mentions moved."""
        payload = codec.event_payload(event)
        payload.pop("aliases", None)
        if (text := codec.dumps(payload)) != stored.payload:
            self.reworded[event.id] = text
        if list(refs) != list(links):
            self.relinked[event.id] = refs

    def bury(self, event: Event, stored: Any, successor: str | None) -> None:
        """An event that nothing states any more, or that became part of another."""
        state = "merged" if successor else "lost"
        event = replace(event, revision=stored.revision + 1, last_changed=self.now)
        self.altered.append({**columns(event, state), "successor": successor})
        self.relinked[event.id] = ()
        self.hidden.append(event.id)
        what = {"state": [stored.state, state], **({"successor": [None, successor]} if successor else {})}
        self._revise(event.id, event.revision, what)
        self.counts["events_gone"] += stored.state == "live"

    def _revise(self, event: str, number: int, what: Values) -> None:
        row = {"event_id": event, "number": number, "changed_at": self.now, "changes": codec.dumps(what)}
        self.revisions.append(row)

    def write(self, connection: Connection) -> None:
        """Writes all that was gathered."""
        insert_all(connection, EVENT, self.born)
        if self.altered:
            names = [name for name in self.altered[0] if name != "id"]
            change = (
                update(EVENT).where(EVENT.c.id == bindparam("b_id")).values({n: bindparam(f"b_{n}") for n in names})
            )
            connection.execute(change, [{f"b_{name}": row[name] for name in row} for row in self.altered])
        if self.reworded:
            change = update(EVENT).where(EVENT.c.id == bindparam("b_id")).values(payload=bindparam("b_payload"))
            connection.execute(change, [{"b_id": key, "b_payload": text} for key, text in self.reworded.items()])
        self._write_topics(connection)
        _delete(connection, EVENT_MENTION, [self.numbers[key] for key in self.relinked])
        insert_all(connection, EVENT_MENTION, self._links())
        search.remove(connection, [self.numbers[key] for key in self.hidden])
        search.add(connection, {self.numbers[key]: search.words(event) for key, event in self.shown.items()})
        insert_all(connection, REVISION, self.revisions)

    def _write_topics(self, connection: Connection) -> None:
        _delete(connection, EVENT_TOPIC, [self.numbers[key] for key in self.hidden])
        names = ("scale", "begin_minute", "until_minute")
        rows = [
            {"event": self.numbers[row["id"]], "topic": topic, **{name: row[name] for name in names}}
            for row in (*self.born, *self.altered)
            if row["state"] == "live"
            for topic in dict.fromkeys(self.shown[row["id"]].topics)
        ]
        insert_all(connection, EVENT_TOPIC, rows)

    def _links(self) -> list[Values]:
        names = ("document_id", "statement", "position")
        return [
            {"event": self.numbers[key], "rank": rank, **dict(zip(names, ref, strict=True))}
            for key, refs in self.relinked.items()
            for rank, ref in enumerate(refs)
        ]


def _delete(connection: Connection, table: TableClause, numbers: Sequence[int]) -> None:
    for some in batches(numbers):
        connection.execute(delete(table).where(table.c.event.in_(some)))
