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
from timeline.events.merging.cluster import Clusters, connected
from timeline.events.merging.decisions import Decision, pairs
from timeline.events.merging.profile import Profile, place_in_print, profile
from timeline.events.merging.unite import superseded, united
from timeline.model import Event

#: A statement that is alike to so many others of its time is one event with the rest through them, or with none.
_ENOUGH = 16
BY_HAND = "a person joined them"


def merge(statements: Iterable[Event], decisions: Sequence[Decision] = ()) -> list[Event]:
    """The events that ``statements`` (document-level events) tell of, in order of date then id; pure and order-free.

    ``decisions`` are a person's: what is one event, and what never is. The other statements' ids are an event's aliases.
    """
    return merged(statements, decisions)[0]


def merged(statements: Iterable[Event], decisions: Sequence[Decision] = ()) -> tuple[list[Event], list[set[str]]]:
    """The events, and the sets of statements' ids that were weighed together: none in one is alike to any in another."""
    told = list(statements)
    profiles = sorted(map(profile, by_id(told)), key=lambda p: p.order)
    joined, apart = pairs(decisions, told)
    clusters = Clusters(profiles, apart)
    index_of = {each.event.id: index for index, each in enumerate(profiles)}
    together = [(index_of[one], index_of[other]) for one, other in sorted(joined)]
    for left, right in together:
        clusters.unite(left, right, BY_HAND)
    edges = sorted(_edges(profiles))
    for _, left, right, reason in edges:
        clusters.unite_unless_contrary(left, right, reason)
    linked = [
        (index, index_of[other]) for index, p in enumerate(profiles) for _, other in p.event.links if other in index_of
    ]
    groups = clusters.groups()
    renamed = {p.event.id: members[0].event.id for members, _ in groups for p in members}
    events = superseded([united(members, reasons, renamed) for members, reasons in groups])
    events.sort(key=lambda e: (edtf.stamp(e.when.begin, low=True), e.when.edtf, e.id))
    regions = connected(len(profiles), [*together, *linked, *((left, right) for _, left, right, _ in edges)])
    return events, [{profiles[index].event.id for index in region} for region in regions]


def _edges(profiles: Sequence[Profile]) -> list[tuple[float, int, int, str]]:
    found: dict[tuple[int, int], tuple[float, int, int, str]] = {}
    for index, others in candidates(profiles):
        own, twins = profiles[index], 0
        for other in others:
            left, right = (index, other) if index < other else (other, index)
            if (left, right) not in found:
                likeness = alike(own, profiles[other]) if left == index else alike(profiles[other], own)
                if likeness is None:
                    continue
                found[left, right] = (-likeness.strength, left, right, likeness.reason)
            twins += 1
            if twins == _ENOUGH:
                break
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
