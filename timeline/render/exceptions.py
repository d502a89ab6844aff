"""The days on which something that repeats does not take place, because a notice of its own says what becomes of it.

>>> exceptions([])
{}

Without this a calendar would show the Friday concert beside the word that it is cancelled this Friday.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from timeline import regex as re
from timeline.events.merging.alike import overlap
from timeline.events.merging.profile import content
from timeline.model import Event
from timeline.render.recurring import repetition
from timeline.render.wording import one_line

#: A name in quotes tells happenings apart; a shorter one may be a common word.
_NAME = re.compile(r"[“《「『]([^“”《》「」『』]{3,})[”》」』]")
#: How much of the shorter title's content stands in the other one where no name tells which matter is meant.
_SAME_WORDS = 0.9
_CALLED_OFF = ("cancelled", "postponed")


@dataclass(frozen=True, slots=True)
class Exceptions:
    """The ``days`` that are left out of what repeats; ``changed`` is when the last of the notices about such days
    changed, ``revisions`` how often all of them did, those that are gone too: both only ever grow."""

    days: tuple[date, ...]
    changed: str
    revisions: int


def exceptions(events: Iterable[Event], gone: Iterable[Event] = ()) -> dict[str, Exceptions]:
    """For each event that repeats what is left out of it, by its id: the days of which another of the same name, at no
    other place, says that it is cancelled or put off. ``gone`` are events that said so once."""
    listed = list(events)
    repeating = [(one, rule) for one in listed if one.recurrence and (rule := repetition(one.recurrence, one.when))]
    if not repeating:
        return {}
    notices = [
        (one, day, live) for some, live in ((listed, True), (gone, False)) for one in some if (day := _called_off(one))
    ]
    found = {}
    for event, rule in repeating:
        names = _names(event)
        own = [(one, day, live) for one, day, live in notices if _same(event, names, one) and rule.falls_on(day)]
        if own:
            days = tuple(sorted({day for _, day, live in own if live}))
            changed = max(one.last_changed for one, _, _ in own)
            found[event.id] = Exceptions(days, changed, sum(one.revision for one, _, _ in own))
    return found


def _called_off(event: Event) -> date | None:
    """The one day that the event says is cancelled or put off; None when it says nothing of the kind."""
    when = event.when
    certain = when.granularity in ("day", "minute") and "/" not in when.edtf and not when.uncertain
    if event.modality not in _CALLED_OFF or event.recurrence or not certain or when.begin is None:
        return None
    return when.begin.date() if isinstance(when.begin, datetime) else when.begin


def _same(event: Event, names: frozenset[str], other: Event) -> bool:
    """Whether both tell of one matter: by a name in quotes at no other place, or by the same words at the same place."""
    if not names.isdisjoint(_names(other)):
        return not event.place or not other.place or event.place == other.place
    at_one_place = bool(event.place) and event.place == other.place
    return at_one_place and overlap(content(event.title), content(other.title)) >= _SAME_WORDS


def _names(event: Event) -> frozenset[str]:
    return frozenset(_NAME.findall(one_line(event.title)))
