"""One event of its statements: the best date, the most telling title, every mention, what is disputed.

>>> united.__name__
'united'
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from timeline import edtf
from timeline import regex as re
from timeline.events.conflicts import disputes
from timeline.events.merging.dates import agreement
from timeline.events.merging.independence import independent
from timeline.events.merging.profile import Profile, place_in_print
from timeline.model import Event, Mention, When

#: Below what is printed: of what is moved only the day on which it is held.
SUPERSEDED = 0.25
_SLIP = re.compile("推迟|延期|改期|顺延|延至|改至|推后")
_RANK = {"planned": 0, "reported": 1, "postponed": 2, "cancelled": 3}


def united(members: Sequence[Profile], reasons: Sequence[str], renamed: Mapping[str, str]) -> Event:
    """The event of ``members``, which are in the order of reports; ``renamed`` maps statements' ids to their events'."""
    own = renamed[members[0].event.id]
    if len(members) == 1:
        event = members[0].event
        links = tuple(sorted({(relation, renamed.get(other, other)) for relation, other in event.links}))
        return event if (event.id, event.links) == (own, links) else replace(event, id=own, links=links)
    dated = _dated(members)
    lead = _lead(members, dated)
    mentions = _mentions(members)
    details: dict[str, str] = {}
    for member in members:
        details = {**member.event.details, **details}
    if promised := _superseded(members, dated):
        details["superseded"] = promised
    place = max(
        (p.event.place or "" for p in members), key=lambda name: (len(name) > 0, bool(details) and len(name), name)
    )
    return replace(
        lead,
        id=own,
        when=_when(dated, members),
        mentions=mentions,
        place=lead.place or place or None,
        actors=tuple(dict.fromkeys(actor for p in members for actor in p.event.actors))[:6],
        topics=tuple(dict.fromkeys(topic for p in (lead, *(m.event for m in members)) for topic in p.topics))[:3],
        details=details,
        salience=max(p.event.salience for p in members),
        modality=_modality(members, dated),
        links=tuple(
            sorted({(relation, renamed.get(other, other)) for p in members for relation, other in p.event.links})
        ),
        reasons=tuple(sorted(set(reasons))),
        conflicts=disputes(members, dated),
        aliases=tuple(sorted({p.event.id for p in members} - {own})),
    )


def _lead(members: Sequence[Profile], dated: Profile) -> Event:
    """The statement that gives title and kind: the weightiest, rather one that tells the matter than what became of it."""
    return max(
        enumerate(members),
        key=lambda n: (n[1].event.salience, not n[1].moved, n[1] is dated, len(n[1].event.title), -n[0]),
    )[1].event


def superseded(events: Sequence[Event]) -> list[Event]:
    """``events`` with what was promised for a day and moved to another's kept below what is printed, and told where it
    went; what it went to is called by what it is rather than by its slip."""
    by_id = {event.id: event for event in events if event.details.get("superseded") or "moved-to" in dict(event.links)}
    return [_standing(event, by_id) if event.id in by_id else event for event in events]


def _standing(event: Event, by_id: Mapping[str, Event]) -> Event:
    links = [(relation, by_id[other]) for relation, other in event.links if other in by_id]
    for relation, other in links:
        if relation == "moved-to" and event.modality == "postponed" and other.details.get("superseded"):
            details = {**event.details, "moved-to": other.when.edtf}
            return replace(event, salience=min(event.salience, SUPERSEDED), details=details)
        if relation == "moved-from" and _SLIP.search(event.title) and _told_before(other, event):
            return replace(event, title=other.title)
    return event


def _told_before(promised: Event, event: Event) -> bool:
    """Whether another page told what is moved, by what it is, and at no other place."""
    elsewhere = promised.place and event.place and promised.place != event.place
    others = {m.sha256 for m in promised.mentions} - {m.sha256 for m in event.mentions}
    return bool(others) and not elsewhere and not _SLIP.search(promised.title)


def _mentions(members: Sequence[Profile]) -> tuple[Mention, ...]:
    """Every mention once, in the order of reports."""
    found: dict[tuple[Any, ...], Mention] = {}
    for member in members:
        for mention in member.event.mentions:
            found.setdefault((*place_in_print(mention), mention.document, mention.article, mention.end), mention)
    return tuple(found[key] for key in sorted(found))


def _dated(members: Sequence[Profile]) -> Profile:
    """The statement that gives the date: of the last word on it, then of most sources, then the finest."""
    standing: Sequence[Profile]
    moved = [p for p in members if p.event.modality == "postponed"]
    if moved:  # what is told later in print, or later in time, is what it was put off to
        last = max(p.order[0] for p in moved)
        new = max((p for p in moved if p.order[0] == last), key=lambda p: (_first(p), p.order))
        standing = [p for p in members if agreement(p.time, new.time)]
    else:
        standing = _most_told(members)
    return max(
        enumerate(standing),
        key=lambda n: (
            not n[1].time.doubtful,
            edtf.rank(n[1].time.value.granularity),
            n[1].time.ranged or n[1].time.open,
            n[1].event.when.part is not None,
            -n[0],
        ),
    )[1]


def _most_told(members: Sequence[Profile]) -> Sequence[Profile]:
    """The statements of the date that most independent sources give, those that are known best before others."""
    kinds: list[list[Profile]] = []
    seen: dict[tuple[str, str | None], list[Profile]] = {}
    for member in members:
        key = member.time.value.text, member.time.part
        if (group := seen.get(key)) is None:
            group = next((some for some in kinds if any(agreement(member.time, p.time) for p in some[:8])), None)
            if group is None:
                group = []
                kinds.append(group)
            seen[key] = group
        group.append(member)
    if len(kinds) == 1:
        return kinds[0]
    return max(kinds, key=lambda some: (any(p.event.modality == "reported" for p in some), _sources(some), _last(some)))


def _sources(members: Sequence[Profile]) -> int:
    return independent([mention for member in members for mention in member.event.mentions])


def _last(members: Sequence[Profile]) -> tuple[Any, ...]:
    return max(member.order for member in members)


def _first(member: Profile) -> str:
    day = member.time.days[0]
    return day.isoformat() if day else ""


def _superseded(members: Sequence[Profile], dated: Profile) -> str:
    """The dates that it was planned for before it was put off, in their order."""
    if not any(p.event.modality == "postponed" for p in members):
        return ""
    old = {p.time.value.text for p in members if not agreement(p.time, dated.time)}
    return "、".join(sorted(old))


def _modality(members: Sequence[Profile], dated: Profile) -> str:
    """The last word: of the latest report, and of the graver one of the same day; what has been reported was no plan."""
    last = max(members, key=lambda p: (p.order[0], _RANK[p.event.modality], p.order)).event.modality
    reported = any(p.event.modality == "reported" and agreement(p.time, dated.time) for p in members)
    return "reported" if last == "planned" and reported else last


def _when(dated: Profile, members: Sequence[Profile]) -> When:
    """The best date, with a part of the day that any statement of the same date gives."""
    own = dated.event.when
    part = own.part or next(
        (p.event.when.part for p in members if p.event.when.edtf == own.edtf and p.event.when.part), None
    )
    return replace(own, part=part)
