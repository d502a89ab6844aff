"""Which statements are worth comparing: those that share the rarest words of their time, no more than a crowd allows.

>>> list(candidates([]))
[]

Statements meet in buckets of time: those of one day, a coarse date and all finer ones that it holds, what was put off and
what it was planned for. Inside a bucket only those are compared that share a name, or one of the rarest tokens of either
title (prefix filtering: two sets that share the part ``t`` of the smaller one must share one of its rarest
``n - ceil(t n) + 1`` tokens). Statements that are alike in everything are one node.

The work is linear in the number of statements, however they are spread: in one bucket a statement is held against MOST
others at most, those that share its rarest words first. In a greater crowd what it is one event with is among these, or
is told often enough to be found through one that is.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from math import ceil

from timeline import edtf
from timeline.events.merging.alike import DISPUTED, SAME_DATE, once
from timeline.events.merging.profile import Profile

#: In one bucket a statement is held against so many others at most.
MOST = 64
#: Among more statements of one bucket than these a shared name is their theme: other words must lead to the twin.
CROWD = 150
_LONGEST_DOUBT = 31


@dataclass(slots=True)
class _Bucket:
    owners: list[int] = field(default_factory=list)
    guests: list[int] = field(default_factory=list)


def candidates(profiles: Sequence[Profile]) -> Iterator[tuple[int, list[int]]]:
    """Indexes of ``profiles``, each with those of others that it may be one event with, the likeliest first.

    Those that are alike in everything are chained and stand for one.
    """
    first: dict[Hashable, int] = {}
    nodes = []
    for index, profile in enumerate(profiles):
        if profile.moved:
            nodes.append(index)
            continue
        twin = first.setdefault(profile.signature, index)
        if twin == index:
            nodes.append(index)
        else:
            yield index, [twin]
    for key, bucket in _buckets(profiles, nodes).items():
        if bucket.owners and len(bucket.owners) + len(bucket.guests) > 1:
            yield from _within(profiles, bucket, DISPUTED if key.startswith("once") else SAME_DATE)


def _buckets(profiles: Sequence[Profile], nodes: Sequence[int]) -> dict[str, _Bucket]:
    buckets: dict[str, _Bucket] = defaultdict(_Bucket)
    for index in nodes:
        owned, visited = meeting(profiles[index])
        for key in owned:
            buckets[key].owners.append(index)
        for key in visited:
            buckets[key].guests.append(index)
    return buckets


def meeting(profile: Profile) -> tuple[list[str], list[str]]:
    """The buckets of time that a statement meets all others of, and those where it meets the owners only."""
    value = profile.time.value
    begin, last = edtf.days(value)
    day = begin or last
    if day is None:
        return [], []
    owned = [value.text.partition("/")[0].strip(".") or day.isoformat()]
    visited = []
    if profile.time.doubtful and begin and last:
        owned = [(begin + timedelta(k)).isoformat() for k in range(min((last - begin).days + 1, _LONGEST_DOUBT))]
    elif value.granularity in ("day", "minute"):
        owned = [day.isoformat()]
    if "/" in value.text or value.granularity in ("day", "minute", "week", "month", "quarter", "half", "season"):
        visited = [key for key in _holding(day) if key not in owned]
    slips = [f"slip {year}" for year in sorted({day.year, (last or day).year})]
    if once(profile):
        owned.append(f"once {day.year}")
    return (owned + slips, visited) if profile.event.modality == "postponed" else (owned, visited + slips)


def _holding(day: date) -> list[str]:
    """The coarser values that hold a day."""
    year, month = day.year, day.month
    season = year - (month < 3) if month < 3 else year
    monday = day - timedelta(day.weekday())
    return [
        f"{year:04d}",
        f"{year:04d}-{month:02d}",
        f"{year:04d}-{33 + (month - 1) // 3}",
        f"{year:04d}-{40 + (month > 6)}",
        *([f"{season:04d}-{21 + (month - 3) % 12 // 3}"] if season else []),
        f"{monday}",
    ]


def _within(profiles: Sequence[Profile], bucket: _Bucket, share: float) -> Iterator[tuple[int, list[int]]]:
    """Those of a bucket that can share the part ``share`` of the smaller title, or a name where less is enough."""
    frequency = Counter(token for index in bucket.owners for token in profiles[index].tokens)
    everything: dict[str, list[int]] = defaultdict(list)
    rarest: dict[str, list[int]] = defaultdict(list)
    named: dict[str, list[int]] = defaultdict(list)
    titled: dict[str, list[int]] = defaultdict(list)

    def prefix(tokens: frozenset[str]) -> list[str]:
        ordered = sorted(tokens, key=lambda token: (frequency[token], token))
        return ordered[: len(ordered) - ceil(share * len(ordered)) + 1] if ordered else []

    def meet(index: int) -> list[int]:
        own = profiles[index]
        tables = ((everything, prefix(own.tokens)), (rarest, own.tokens), (named, own.names), (titled, (own.title,)))
        shared = [
            (len(others), token, others)
            for table, tokens in tables
            for token in tokens
            if (others := table.get(token)) and (table is not named or len(others) <= CROWD)
        ]
        found: dict[int, None] = {}
        for _, _, others in sorted(shared):
            for other in others:
                found[other] = None
                if len(found) == MOST:
                    return list(found)
        return list(found)

    for index in bucket.owners:
        yield index, meet(index)
        own = profiles[index]
        for token in own.tokens:
            everything[token].append(index)
        for token in prefix(own.tokens):
            rarest[token].append(index)
        for name in own.names if share < DISPUTED else ():
            named[name].append(index)
        titled[own.title].append(index)
    for index in bucket.guests:
        yield index, meet(index)
