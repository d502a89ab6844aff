"""Decisions as JSON lines, from one store to another: the same line read twice is one decision.

>>> read(b'{"event": "6f2c", "changes": {"kind": {"to": "party"}}, "by": "editor"}', "2026-05-02T08:00:00Z")
Traceback (most recent call last):
CorrectionError: 'party' is not a kind; choose activity, milestone, indicator, incident

A line has ``event`` (its id), ``changes`` (each field with ``from``, for readers, and ``to``), ``by``, and if known
``at`` (UTC, ISO 8601), ``why``, ``decision`` (the key), ``seen`` and ``basis`` (title, date and words of the event).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from timeline.events.merging.decisions import Decision as Merging
from timeline.store import codec
from timeline.store.corrections import log
from timeline.store.corrections.additions import Addition
from timeline.store.corrections.fields import CorrectionError, checked
from timeline.store.corrections.standing import homes
from timeline.store.values import Decision

SCHEMA = "timeline-decision/1"


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What came in: ``waiting`` names decisions whose event is not there yet, by line, event and title; ``problems``
    the lines that were left out, by line and reason. Lines count from 1."""

    added: int = 0
    known: int = 0
    waiting: tuple[tuple[int, str, str], ...] = ()
    problems: tuple[tuple[int, str], ...] = ()


def line(decision: Decision) -> str:
    """A decision as one line of JSON, without its line break."""
    record: dict[str, Any] = {
        **{"schema": SCHEMA, "decision": decision.key, "event": decision.event, "title": decision.title},
        **{"by": decision.who, "at": decision.when, "why": decision.why},
        "changes": {field: {"from": before, "to": value} for field, before, value in decision.changes},
        **{"seen": decision.seen, "basis": decision.basis},
    }
    optional = ("title", "why", "seen", "basis")
    kept = {name: held for name, held in record.items() if held or name not in optional}
    return json.dumps(kept, ensure_ascii=False)


def read(raw: bytes, now: str) -> list[dict[str, Any]]:
    """The rows of a line's decision; ``now`` is when it was made where the line does not say. Raises ValueError."""
    try:
        record = json.loads(raw.decode("utf-8-sig"))
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        raise CorrectionError(f"is no JSON in UTF-8 ({error})") from error
    if not isinstance(record, dict):
        raise CorrectionError("is no JSON object: write {…}")
    if record.get("schema", SCHEMA) != SCHEMA:
        raise CorrectionError(f"has the schema {record['schema']!r}; this version reads {SCHEMA}")
    event, who, why = _text(record, "event"), _text(record, "by"), _text(record, "why", optional=True)
    changes = record.get("changes")
    if not isinstance(changes, dict) or not changes:
        raise CorrectionError('has no "changes": write for example {"title": {"to": "…"}}')
    values = {field: _value(field, _to(field, told), event) for field, told in changes.items()}
    made = _stamp(record.get("at"), now)
    mine = record.get("decision") or log.key(event, values, who, why, made if record.get("at") else "")
    if not isinstance(mine, str):
        raise CorrectionError('has a "decision" that is no text')
    shared = {
        **{"event_id": event, "who": who, "why": why, "made_at": made, "undone_at": None, "decision": mine},
        **{"seen": _text(record, "seen", optional=True) or None, "basis": _basis(record.get("basis"))},
    }
    return [
        {**shared, "field": field, "value": codec.dumps(value), "before": codec.dumps(_from(changes[field]))}
        for field, value in values.items()
    ]


def _text(record: Mapping[str, Any], name: str, *, optional: bool = False) -> str:
    held = record.get(name)
    if optional and held is None:
        return ""
    if not isinstance(held, str) or not (optional or held.strip()):
        raise CorrectionError(f'has no "{name}": a text is needed')
    try:
        held.encode("utf-8")
    except UnicodeEncodeError as error:
        raise CorrectionError(f'has half a character in "{name}"') from error
    return held.strip()


def _to(field: str, told: Any) -> Any:
    if not isinstance(told, dict) or "to" not in told:
        raise CorrectionError(f'says nothing about {field}: write {{"to": …}}')
    return told["to"]


def _from(told: Mapping[str, Any]) -> Any:
    return told.get("from")


def _value(field: str, value: Any, event: str) -> Any:
    if field == log.UNDOES:
        if not isinstance(value, str):
            raise CorrectionError("undoes no decision: a key is needed")
        return value
    if field == log.ADDED:
        told = Addition.of(value)
        if told.id != event:
            raise CorrectionError(f'adds an event whose id is {told.id}, not the {event} that "event" says')
        return told.payload()
    if field in (log.JOINED, log.PARTED):
        try:
            return Merging.of(value).payload()
        except (TypeError, ValueError, KeyError, AttributeError, IndexError) as error:
            raise CorrectionError(f"does not say which statements are {field}") from error
    return checked(field, value)


def _stamp(asked: Any, now: str) -> str:
    if asked is None:
        return now
    try:
        return log.moment(datetime.fromisoformat(asked))
    except (TypeError, ValueError) as error:
        raise CorrectionError(f'has an "at" that is no moment ({asked!r}); write 2026-05-02T08:00:00Z') from error


def _basis(told: Any) -> str | None:
    if not isinstance(told, dict):
        return None
    words = told.get("words")
    kept = [each for each in words if _words(each)] if isinstance(words, list) else []
    titled = {name: told[name] for name in ("title", "date") if isinstance(told.get(name), str)}
    return codec.dumps({**titled, "words": kept})


def _words(each: Any) -> bool:
    return isinstance(each, list) and len(each) == 3 and all(isinstance(part, str) for part in each)


def load(connection: Connection, lines: Iterable[bytes], now: str) -> tuple[ImportReport, list[tuple[int, str]]]:
    """Writes down the decisions of ``lines`` that are not there yet; also their line numbers and keys."""
    there, fresh = log.known(connection), []
    known, problems = 0, []
    for number, raw in enumerate(lines, 1):
        if not raw.strip():
            continue
        try:
            rows = read(raw, now)
        except ValueError as error:
            problems.append((number, str(error)))
            continue
        mine = rows[0]["decision"]
        if mine in there:
            known += 1
            continue
        there.add(mine)
        log.append(connection, rows)
        fresh.append((number, mine))
    log.settle(connection)
    return ImportReport(len(fresh), known, (), tuple(problems)), fresh


def waiting(connection: Connection, fresh: Sequence[tuple[int, str]]) -> tuple[tuple[int, str, str], ...]:
    """Those of the decisions that came in whose event is not there; by line, event and title."""
    made = {each.key: each for each in log.decisions(log.corrections(connection))}
    about = [(number, made[mine]) for number, mine in fresh]
    found = homes(connection, [each for _, each in about])
    return tuple(
        (number, each.event, each.title)
        for number, each in about
        if found.get(each.event) is None and log.UNDOES not in each.fields and not each.undone
    )
