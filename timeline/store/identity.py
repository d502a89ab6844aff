"""Which stored event a merged one is: an id given once is kept for as long as the event is still the same.

>>> _greedy({("old", "new"): 2, ("old", "other"): 1})
{'new': 'old'}

A merged event goes by the id of its first report, as long as the store knows none of its statements. An id that the
store has given stays: when an earlier report comes in later, its id becomes an alias; when two stored events turn out to
be one, the one that the store has known longer keeps its id; when an event falls apart, the id stays with the statement
that it came from. Where that statement is no longer made, because a rule or a file changed a little, the merged event
that took the other statements over, or else quotes the same words, keeps the stored id; what a page announced keeps it
when the page now gives it another day, so that a subscriber's entry moves instead of being struck beside a new one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row, select

from timeline.model import Event
from timeline.store.columns import DOCUMENT, EVENT, EVENT_MENTION, MENTION, batches

_Claims = Counter[tuple[str, str]]


def kept(
    connection: Connection, merged: Sequence[Event], standing: Mapping[str, str], aliases: Mapping[str, str]
) -> dict[str, str]:
    """The id that each merged event goes by, by the id that merging gave it.

    ``standing`` are the ids of stored events that are live or rejected, with when the store first saw them;
    ``aliases`` what else they were called.
    """
    ids = {event.id: _longest_known(event, standing) for event in merged}
    stated = {alias for event in merged for alias in event.aliases} | ids.keys()
    orphans = {each for each in standing if each not in stated}
    fresh = [event for event in merged if ids[event.id] not in standing]
    for claims in (_by_alias, _by_quote, _by_title, _by_announcement):
        if not (orphans and fresh):
            break
        found = _greedy(claims(connection, fresh, orphans, aliases))
        ids.update(found)
        orphans -= set(found.values())
        fresh = [event for event in fresh if event.id not in found]
    return ids


def _longest_known(event: Event, standing: Mapping[str, str]) -> str:
    own = [each for each in (event.id, *event.aliases) if each in standing]
    return min(own, key=lambda each: (standing[each], each != event.id, each), default=event.id)


def _greedy(claims: Mapping[tuple[str, str], int]) -> dict[str, str]:
    given: dict[str, str] = {}
    used: set[str] = set()
    for orphan, event in sorted(claims, key=lambda pair: (-claims[pair], pair)):
        if orphan not in used and event not in given:
            given[event] = orphan
            used.add(orphan)
    return given


def _by_alias(
    _connection: Connection, fresh: Iterable[Event], orphans: Collection[str], aliases: Mapping[str, str]
) -> _Claims:
    return Counter(
        (aliases[each], event.id)
        for event in fresh
        for each in (event.id, *event.aliases)
        if aliases.get(each) in orphans
    )


def _by_quote(
    connection: Connection, fresh: Iterable[Event], orphans: Collection[str], _aliases: Mapping[str, str]
) -> _Claims:
    keys: dict[Hashable, set[str]] = {}
    for some in batches(sorted(orphans)):
        for row in _quotes(connection, some):
            keys.setdefault((row.path, row.timex_text, row.quote), set()).add(row.id)
    return Counter(
        (orphan, event.id)
        for event in fresh
        for mention in event.mentions
        for orphan in keys.get((mention.document, mention.timex.text, mention.quote), ())
    )


def _by_title(
    connection: Connection, fresh: Iterable[Event], orphans: Collection[str], _aliases: Mapping[str, str]
) -> _Claims:
    keys: dict[Hashable, set[str]] = {}
    for some in batches(sorted(orphans)):
        for row in _quotes(connection, some):
            keys.setdefault((row.path, row.timex_text, row.edtf, row.title), set()).add(row.id)
    return Counter(
        (orphan, event.id)
        for event in fresh
        for mention in event.mentions
        for orphan in keys.get((mention.document, mention.timex.text, event.when.edtf, event.title), ())
    )


def _by_announcement(
    connection: Connection, fresh: Iterable[Event], orphans: Collection[str], _aliases: Mapping[str, str]
) -> _Claims:
    """What a page told under one title for a day to come, and tells for another: one event of that title then and now."""
    was: dict[Hashable, set[str]] = {}
    for some in batches(sorted(orphans)):
        for row in _quotes(connection, some):
            was.setdefault((row.path, row.title), set()).add("" if row.modality == "reported" else row.id)
    told: dict[Hashable, set[str]] = {}
    for event in fresh:
        for mention in event.mentions:
            told.setdefault((mention.document, event.title), set()).add(event.id)
    pairs = ((was[key], told[key]) for key in was.keys() & told.keys())
    return Counter((min(old), min(new)) for old, new in pairs if len(old) == len(new) == 1 and "" not in old)


def _quotes(connection: Connection, events: Sequence[str]) -> Iterable[Row[Any]]:
    linked = (
        EVENT_MENTION.join(
            MENTION,
            (EVENT_MENTION.c.document_id == MENTION.c.document_id)
            & (EVENT_MENTION.c.statement == MENTION.c.statement)
            & (EVENT_MENTION.c.position == MENTION.c.position),
        )
        .join(DOCUMENT, DOCUMENT.c.id == MENTION.c.document_id)
        .join(EVENT, EVENT.c.number == EVENT_MENTION.c.event)
    )
    columns = (
        EVENT.c.id,
        DOCUMENT.c.path,
        MENTION.c.timex_text,
        MENTION.c.quote,
        EVENT.c.edtf,
        EVENT.c.title,
        EVENT.c.modality,
    )
    return connection.execute(select(*columns).select_from(linked).where(EVENT.c.id.in_(events)))
