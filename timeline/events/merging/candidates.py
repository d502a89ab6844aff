"""Which statements are worth comparing: no pair that could be one event is left out, and the work stays near linear.

>>> [tuple(sorted(pair)) for pair in candidates([])]
[]

Statements meet in buckets of time: those of one day, a coarse date and all finer ones that it holds, what was put off and
what it was planned for. Inside a bucket only those are compared that share a name, or one of the rarest tokens of either
title (prefix filtering: two sets that share the part ``t`` of the smaller one must share one of its rarest
``n - ceil(t n) + 1`` tokens). Statements that are alike in everything are one node.
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

#: A token that more statements of one bucket share says nothing by itself: the rarer ones must lead to the twin.
COMMON = 1000
#: Among more statements of one bucket than these a shared name is their theme: other words must lead to the twin.
CROWD = 150
_LONGEST_DOUBT = 31


@dataclass(slots=True)
class _Bucket:
    owners: list[int] = field(default_factory=list)
    guests: list[int] = field(default_factory=list)


def candidates(profiles: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    """Index pairs of ``profiles``, smaller first, each at least once; alike ones are chained and stand for one."""
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
            yield twin, index
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
        f"{year}",
        f"{year}-{month:02d}",
        f"{year}-{33 + (month - 1) // 3}",
        f"{year}-{40 + (month > 6)}",
        f"{season}-{21 + (month - 3) % 12 // 3}",
        f"{monday}",
    ]


def _within(profiles: Sequence[Profile], bucket: _Bucket, share: float) -> Iterator[tuple[int, int]]:
    """Pairs of a bucket that can share the part ``share`` of the smaller title, or a name where less is enough."""
    frequency = Counter(token for index in bucket.owners for token in profiles[index].tokens)
    everything: dict[str, list[int]] = defaultdict(list)
    rarest: dict[str, list[int]] = defaultdict(list)
    named: dict[str, list[int]] = defaultdict(list)
    titled: dict[str, list[int]] = defaultdict(list)

    def prefix(tokens: frozenset[str]) -> list[str]:
        ordered = sorted(tokens, key=lambda token: (frequency[token], token))
        return ordered[: len(ordered) - ceil(share * len(ordered)) + 1] if ordered else []

    def meet(index: int) -> set[int]:
        own = profiles[index]
        found: set[int] = set()
        tables = ((everything, prefix(own.tokens)), (rarest, own.tokens), (named, own.names), (titled, (own.title,)))
        for table, tokens in tables:
            for token in tokens:
                others = table.get(token, ())
                if len(others) <= (CROWD if table is named else COMMON):
                    found.update(others)
        return found

    for index in bucket.owners:
        for other in meet(index):
            yield other, index
        own = profiles[index]
        for token in own.tokens:
            everything[token].append(index)
        for token in prefix(own.tokens):
            rarest[token].append(index)
        for name in own.names if share < DISPUTED else ():
            named[name].append(index)
        titled[own.title].append(index)
    for index in bucket.guests:
        for other in meet(index):
            yield min(index, other), max(index, other)
