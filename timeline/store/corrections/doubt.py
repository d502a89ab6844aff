"""How much an event needs a person's eye, and why: a score that adds up named reasons.

>>> score([Reason("disputed", 0.5), Reason("topicless", 0.5)])
0.75
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import prod

from timeline import edtf
from timeline.edtf import rank
from timeline.model import Event, Mention
from timeline.store.corrections.additions import RULES as BY_HAND

#: Beyond so many days a page's date is too loose to count from.
_LOOSE_DAYS = 14
#: Beyond so many characters a title is a sentence that nobody shortened.
_LONGEST_TITLE = 30


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that may be wrong: its name, and how likely it makes a mistake, 0..1."""

    name: str
    weight: float


@dataclass(frozen=True, slots=True)
class Doubt:
    """An event with the reasons to look at it, the weightiest first; ``score`` is 0..1."""

    event: Event
    reasons: tuple[Reason, ...]

    @property
    def score(self) -> float:
        """How likely something is wrong, if the reasons don't depend on each other."""
        return score(self.reasons)

    @property
    def urgency(self) -> float:
        """What it costs if it is: doubt, weighted by how much readers will notice."""
        return self.score * (0.4 + 0.6 * self.event.salience)


def score(reasons: Iterable[Reason]) -> float:
    """1 − ∏(1 − weight), to two digits."""
    return round(1 - prod(1 - each.weight for each in reasons), 2)


def doubt(event: Event) -> Doubt:
    """The reasons to look at an event; a field that a person decided is beyond doubt."""
    found = [*_of_evidence(event), *(_of_date(event) if "date" not in event.read else ())]
    if event.conflicts:
        found.append(Reason("disputed", 0.6))
    if not event.topics and "topics" not in event.read:
        found.append(Reason("topicless", 0.25))
    if len(event.title) > _LONGEST_TITLE and "title" not in event.read:
        found.append(Reason("long-title", 0.15))
    return Doubt(event, tuple(sorted(found, key=lambda each: (-each.weight, each.name))))


def _of_date(event: Event) -> Iterable[Reason]:
    when = event.when
    if when.uncertain:
        yield Reason("uncertain", 0.5)
    if when.approximate:
        yield Reason("approximate", 0.2)
    if event.kind == "activity" and rank(when.granularity) < rank("day"):
        yield Reason("coarse", 0.35)  # what takes place on a day, without the day
    elif "/" in when.edtf and not when.uncertain:
        yield Reason("open" if when.begin is None or when.until is None else "interval", 0.15)
    dating = [each for each in event.mentions if each.timex.edtf == when.edtf] or list(event.mentions)
    if any(each.timex.warning or each.timex.alternative for each in dating):
        yield Reason("ambiguous", 0.4)
    counted = [each for each in dating if each.timex.resolution != "explicit"]
    if counted and len(counted) == len(dating):
        if all(each.published is None for each in counted):
            yield Reason("dateless-page", 0.4)
        elif all(_loose(each) for each in counted):
            yield Reason("loose-page", 0.25)


def _of_evidence(event: Event) -> Iterable[Reason]:
    told = [each for each in event.mentions if each.timex.rule != BY_HAND]
    if len(told) == 1 and len(event.mentions) == 1:
        weak = told[0].timex.resolution in ("inherited", "derived")
        yield Reason("weak-mention", 0.25) if weak else Reason("single-mention", 0.1)
    elif event.reasons and not event.conflicts:
        yield Reason("merged", 0.1)


def _loose(mention: Mention) -> bool:
    if mention.published is None:
        return True
    first, last = edtf.days(edtf.parse(mention.published))
    return first is None or last is None or (last - first).days > _LOOSE_DAYS


def queue(events: Iterable[Event]) -> list[Doubt]:
    """Events in the order in which a person should look at them: what is most doubtful and most noticed first."""
    return sorted((doubt(event) for event in events), key=lambda each: -each.urgency)
