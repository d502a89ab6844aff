"""Statements of the same happening, from any number of documents, as one event.

>>> merge([])
[]

Statements that could be one event are found in near linear time (``merging.candidates``), compared in pairs
(``merging.alike``), and united from the strongest pair down, as long as no two of an event contradict each other. The
result depends on the set of statements only, never on their order.

**Ids.** A statement's id covers its words and its date, whatever page they stand on. Merging names an event after the
first report of it: by the article's date, then the document's bytes, then the place in it. So one set of pages gives the
same events and ids in whatever order it is merged. A page that comes later can hold an earlier report: then the store,
which has given an id already, keeps it (``timeline.store.identity``), and the new statement's id becomes another name of
the event. Stable therefore means: an id that a store has given never changes while the event is still the same; any id
that was ever given leads to the event; and two stores with the same pages have the same events, each of which answers
to the same statements' ids, even where they call it by different ones of these.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from timeline import edtf
from timeline.events.merging.alike import alike
from timeline.events.merging.candidates import candidates
from timeline.events.merging.cluster import Clusters
from timeline.events.merging.decisions import Decision, pairs
from timeline.events.merging.profile import Profile, place_in_print, profile
from timeline.events.merging.unite import united
from timeline.model import Event

BY_HAND = "a person joined them"


def merge(statements: Iterable[Event], decisions: Sequence[Decision] = ()) -> list[Event]:
    """The events that ``statements`` (document-level events) tell of, in order of date then id; pure and order-free.

    ``decisions`` are a person's: what is one event, and what never is. The other statements' ids are an event's aliases.
    """
    told = list(statements)
    profiles = sorted(map(profile, by_id(told)), key=lambda p: p.order)
    joined, apart = pairs(decisions, told)
    clusters = Clusters(profiles, apart)
    index_of = {each.event.id: index for index, each in enumerate(profiles)}
    for one, other in sorted(joined):
        clusters.unite(index_of[one], index_of[other], BY_HAND)
    for _, left, right, reason in sorted(_edges(profiles)):
        clusters.unite_unless_contrary(left, right, reason)
    groups = clusters.groups()
    renamed = {p.event.id: members[0].event.id for members, _ in groups for p in members}
    events = [united(members, reasons, renamed) for members, reasons in groups]
    return sorted(events, key=lambda e: (edtf.stamp(e.when.begin, low=True), e.when.edtf, e.id))


def _edges(profiles: Sequence[Profile]) -> list[tuple[float, int, int, str]]:
    found = {}
    for left, right in candidates(profiles):
        if (left, right) not in found and (likeness := alike(profiles[left], profiles[right])):
            found[left, right] = (-likeness.strength, left, right, likeness.reason)
    return list(found.values())


def by_id(statements: Iterable[Event]) -> list[Event]:
    """Statements with one id (the same words in two documents) as one, with all mentions."""
    same: dict[str, list[Event]] = defaultdict(list)
    for event in statements:
        same[event.id].append(event)
    return [events[0] if len(events) == 1 else _one_of(events) for events in same.values()]


def _one_of(events: list[Event]) -> Event:
    mentions = {(m.document, *place_in_print(m)): m for event in events for m in event.mentions}
    ordered = sorted(mentions.values(), key=lambda m: (*place_in_print(m), m.document))
    return replace(min(events, key=repr), mentions=tuple(ordered))
