"""Which event a decision is about by now: the one of its id, the one that took it over, or the one of its words.

>>> _chain("a", {"a": "b", "b": "c"}, {"c"})
'c'
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, select

from timeline.model import Event
from timeline.store import retrieve
from timeline.store.columns import EVENT, EVENT_ALIAS, batches, select_all
from timeline.store.values import Correction, Decision


def decided(
    made: Iterable[Correction], told: Mapping[str, Event], aliases: Mapping[str, str]
) -> dict[str, list[Correction]]:
    """The corrections of each event, in the order given; ``told`` are the events by id, ``aliases`` their other ids.

    A correction of an event that is not told waits under its own id until the event comes.
    """
    found: dict[str, list[Correction]] = {}
    homes: dict[str, str] = {}
    words: dict[tuple[str, str], list[str]] = {}
    for each in made:
        home = homes.get(each.event)
        if home is None:
            home = _chain(each.event, aliases, told)
            if home not in told and each.basis:
                words = words or _words(told.values())
                home = _by_words(each.basis, words, told) or home
            homes[each.event] = home
        found.setdefault(home, []).append(each)
    return found


def words_on(
    connection: Connection,
    made: Sequence[Correction],
    told: Mapping[str, Event],
    aliases: Mapping[str, str],
    touched: Collection[str],
) -> dict[str, list[Correction]]:
    """What ``decided`` gives for the events ``told``, which replace those that the store holds as ``touched``.

    A correction of an event that stands untouched is about none of them, whatever their words.
    """
    homes = {each.event: _chain(each.event, aliases, told) for each in made}
    untouched: set[str] = set()
    for some in batches(sorted({home for home in homes.values() if home not in told and home not in touched})):
        stands = EVENT.c.id.in_(some) & EVENT.c.state.in_(("live", "rejected"))
        untouched.update(connection.scalars(select(EVENT.c.id).where(stands)))
    return decided([each for each in made if homes[each.event] not in untouched], told, aliases)


def _chain(key: str, aliases: Mapping[str, str], told: Collection[str]) -> str:
    for _ in range(len(aliases)):  # as often as an event was merged into another, and no circle for ever
        if key in told or key not in aliases:
            break
        key = aliases[key]
    return key


def _words(events: Iterable[Event]) -> dict[tuple[str, str], list[str]]:
    words: dict[tuple[str, str], list[str]] = {}
    for event in events:
        for mention in event.mentions:
            words.setdefault((mention.timex.text, mention.quote), []).append(event.id)
    return words


def _by_words(
    basis: Mapping[str, Any], words: Mapping[tuple[str, str], list[str]], told: Mapping[str, Event]
) -> str | None:
    """The one event that is stated by the words that stated the decision's; None when none or several may be meant."""
    votes: Counter[str] = Counter()
    for _document, time, quote in basis.get("words", ()):
        votes.update(set(words.get((time, quote), ())))
    title = basis.get("title")
    ranked = sorted(votes, key=lambda event: (votes[event], told[event].title == title), reverse=True)
    if len(ranked) > 1 and votes[ranked[0]] == votes[ranked[1]] and told[ranked[0]].title != title:
        return None
    return ranked[0] if ranked else None


def homes(connection: Connection, made: Sequence[Decision]) -> dict[str, str | None]:
    """The event, live or rejected, that each decision's event is by now; None for one that is not there."""
    states = connection.execute(select(EVENT.c.id, EVENT.c.state, EVENT.c.successor)).all()
    told = {row.id for row in states if row.state in ("live", "rejected")}
    aliases = {row.id: row.successor for row in states if row.successor}
    aliases |= {row.alias: row.event_id for row in connection.execute(select_all(EVENT_ALIAS))}
    found: dict[str, str | None] = {}
    lost = []
    for each in made:
        home = _chain(each.event, aliases, told)
        found[each.event] = home if home in told else None
        lost += [each] if home not in told and each.basis.get("words") else []
    if lost:
        events = retrieve.by_id(connection, sorted(told))
        words = _words(events.values())
        found.update({each.event: _by_words(each.basis, words, events) for each in lost})
    return found
