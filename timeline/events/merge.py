"""Statements of the same happening, from any number of documents, as one event.

>>> merge([])
[]

Two statements are one event when their dates agree (equal, or a coarse one holds the finer) and their words do: a shared
name in quotation marks or book-title marks, or titles made of the same characters. The more the dates differ in
granularity, the more the words must agree. The work is linear in the number of statements: only those are compared that
share a date bucket and a rare feature.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from timeline import edtf
from timeline.edtf import Edtf
from timeline.events.merging.decisions import Decision, Pair, pairs
from timeline.model import Event, Mention, When

_NAME = re.compile(r"[“《]([^”》]{2,30})[”》]")
_WORD = re.compile(r"[\u4e00-\u9fffA-Za-z0-9]")
_COMMON = (
    24  # a feature that more statements of one bucket share says nothing; the first ones are compared all the same
)
_SAME_DATE = 0.55
_SAME_DATE_NAMED = 0.28
_COARSE_NAMED = 0.42
_COARSE = 0.72
_KINDS_APART = 0.15  # an activity told as a milestone needs this much more agreement


@dataclass(frozen=True, slots=True)
class _Profile:
    """What a statement is compared by."""

    event: Event
    date: Edtf
    names: frozenset[str]
    grams: frozenset[str]
    order: tuple[str, str, int, str]


def merge(statements: Iterable[Event], decisions: Sequence[Decision] = ()) -> list[Event]:
    """The events that ``statements`` (document-level events) tell of, in order of date then id; pure and order-free.

    ``decisions`` are a person's: what is one event, and what never is.

    An event's id is that of its first report: by the article's date, then the document's hash, then the place in it.
    The other statements' ids are its aliases.
    """
    told = list(statements)
    joined, apart = pairs(decisions, told)
    profiles = sorted((_profile(event) for event in _by_id(told)), key=lambda p: p.order)
    members = {index: {profile.event.id} for index, profile in enumerate(profiles)}
    index_of = {profile.event.id: index for index, profile in enumerate(profiles)}
    parent = list(range(len(profiles)))
    reasons: dict[int, list[str]] = defaultdict(list)

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    def unite(left: int, right: int, reason: str) -> None:
        first, second = min(left, right), max(left, right)
        parent[second] = first
        members[first] |= members.pop(second)
        reasons[first] += [*reasons.pop(second, []), reason]

    for pair in sorted(joined):
        one, other = (root(index_of[key]) for key in pair)
        if one != other:
            unite(one, other, "a person joined them")
    for left, right in _candidates(profiles):
        one, other = root(left), root(right)
        if one == other or (apart and _parted(members[one], members[other], apart)):
            continue
        if reason := _same(profiles[left], profiles[right]):
            unite(one, other, reason)
    groups: dict[int, list[_Profile]] = defaultdict(list)
    for index, profile in enumerate(profiles):
        groups[root(index)].append(profile)
    renamed = {p.event.id: group[0].event.id for group in groups.values() for p in group}
    merged = [_merged(group, reasons.get(index, []), renamed) for index, group in groups.items()]
    return sorted(merged, key=lambda e: (edtf.stamp(e.when.begin, low=True), e.when.edtf, e.id))


def _parted(some: set[str], others: set[str], apart: set[Pair]) -> bool:
    return any((one, other) in apart or (other, one) in apart for one in some for other in others)


def _by_id(statements: Iterable[Event]) -> list[Event]:
    """Statements with one id (the same words in two documents) as one, with all mentions."""
    known: dict[str, Event] = {}
    for event in statements:
        if event.id in known:
            mentions = {_place(m): m for m in (*known[event.id].mentions, *event.mentions)}
            event = replace(
                min(known[event.id], event, key=repr), mentions=tuple(mentions[key] for key in sorted(mentions))
            )
        known[event.id] = event
    return list(known.values())


def _place(mention: Mention) -> tuple[str, str, int, int]:
    return mention.published or "9999", mention.sha256, mention.start, mention.timex.start


def _profile(event: Event) -> _Profile:
    text = f"{event.title}{''.join(mention.quote for mention in event.mentions[:2])}"
    title = "".join(_WORD.findall(event.title))
    order = (*min(_place(m) for m in event.mentions)[:3], event.id) if event.mentions else ("", "", 0, event.id)
    return _Profile(
        event,
        edtf.parse(event.when.edtf),
        frozenset("".join(_WORD.findall(name)) for name in _NAME.findall(text)),
        frozenset(title[k : k + 2] for k in range(len(title) - 1)),
        order,
    )


def _candidates(profiles: Sequence[_Profile]) -> list[tuple[int, int]]:
    """Pairs worth comparing: in one year, and with a name or enough rare bigrams of their titles in common."""
    buckets: dict[tuple[int, str], list[int]] = defaultdict(list)
    for index, profile in enumerate(profiles):
        begin, last = edtf.days(profile.date)
        if begin is None:
            continue
        years = {begin.year, (last or begin).year}
        for year in years:
            for feature in (*profile.names, *profile.grams):
                buckets[year, feature].append(index)
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for (_, feature), indexes in buckets.items():
        weight = 2 if len(feature) > 2 else 1
        for position, left in enumerate(indexes):
            for right in indexes[position + 1 : position + 1 + _COMMON]:
                shared[left, right] += weight
    return sorted(pair for pair, weight in shared.items() if weight >= 2)


def _same(one: _Profile, other: _Profile) -> str:
    """Why two statements are one event, in words; "" when they are two."""
    if {one.event.kind, other.event.kind} & {"indicator", "incident"} and one.event.kind != other.event.kind:
        return ""
    if (
        _figures(one.event.title)
        and _figures(other.event.title)
        and _figures(one.event.title) != _figures(other.event.title)
    ):
        return ""
    likeness = _likeness(one.grams, other.grams)
    names = {name for name in one.names & other.names if len(name) >= 3}
    apart = _KINDS_APART if one.event.kind != other.event.kind else 0.0
    if one.event.when.edtf == other.event.when.edtf and _parts_agree(one, other):
        day = one.date.granularity in ("day", "minute")
        if likeness >= _SAME_DATE + apart or (names and likeness >= _SAME_DATE_NAMED + apart - (0.1 if day else 0)):
            return _reason("the same date", names, likeness)
        return ""
    fine, coarse = (one, other) if edtf.rank(one.date.granularity) > edtf.rank(other.date.granularity) else (other, one)
    if (
        fine.date.granularity == coarse.date.granularity
        or not coarse.date.covers(fine.date)
        or coarse.date.until is None
    ):
        return ""
    trigger = {m.trigger[:2] for m in one.event.mentions} & {m.trigger[:2] for m in other.event.mentions} - {""}
    if (names and trigger and likeness >= _COARSE_NAMED) or likeness >= _COARSE:
        return _reason(f"{coarse.date} holds {fine.date}", names, likeness)
    return ""


def _parts_agree(one: _Profile, other: _Profile) -> bool:
    parts = {one.event.when.part, other.event.when.part}
    return len(parts - {None}) <= 1


def _figures(title: str) -> tuple[str, ...]:
    return tuple(re.findall(r"[0-9]+(?:\.[0-9]+)?", title))


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """How much of the shorter title's bigrams the longer one has."""
    return len(one & other) / max(1, min(len(one), len(other)))


def _reason(dates: str, names: set[str], likeness: float) -> str:
    name = f", both name “{sorted(names)[0]}”" if names else ""
    return f"{dates}{name}, {likeness:.0%} of the shorter title stands in the other"


def _merged(members: list[_Profile], reasons: list[str], renamed: dict[str, str]) -> Event:
    """One event of its statements: the finest date, the most telling title, all mentions and details."""
    first = members[0].event
    finest = max(
        members, key=lambda p: (edtf.rank(p.date.granularity), p.event.when.part is not None, -members.index(p))
    )
    lead = max(members, key=lambda p: (p.event.salience, p is finest, len(p.event.title), -members.index(p))).event
    mentions = {_place(m): m for member in members for m in member.event.mentions}
    own = renamed[first.id]
    details: dict[str, str] = {}
    for member in members:
        details = {**member.event.details, **details}
    place = max(
        (p.event.place or "" for p in members), key=lambda name: (len(name) > 0, bool(details) and len(name), name)
    )
    return replace(
        lead,
        id=own,
        when=_when(finest.event.when, members),
        mentions=tuple(mentions[key] for key in sorted(mentions)),
        place=lead.place or place or None,
        actors=tuple(dict.fromkeys(actor for p in members for actor in p.event.actors))[:6],
        topics=tuple(dict.fromkeys(topic for p in (lead, *(m.event for m in members)) for topic in p.topics))[:3],
        details=details,
        salience=max(p.event.salience for p in members),
        modality=members[-1].event.modality,
        links=tuple(
            sorted({(relation, renamed.get(other, other)) for p in members for relation, other in p.event.links})
        ),
        reasons=tuple(sorted(set(reasons))),
        aliases=tuple(sorted({p.event.id for p in members} - {own})),
    )


def _when(finest: When, members: list[_Profile]) -> When:
    """The finest date, with a part of the day that any statement of the same date gives."""
    part = finest.part or next(
        (p.event.when.part for p in members if p.event.when.edtf == finest.edtf and p.event.when.part), None
    )
    return replace(finest, part=part)
