"""One matter's story: the events that are stages of it, in order, and how what was said of each changed.

>>> matter("《停车管理办法》施行"), matter("云岭大桥正式通车"), matter("会议召开")
('《停车管理办法》', '云岭大桥', '')

Events belong to one matter when they are linked (a rule's force and its end), when their titles name the same rule or
name, or when they say the same but for the stage that the matter has come to.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection

from timeline import regex as re
from timeline.events.merging.contrast import NAME, contrast, marks, stageless
from timeline.events.merging.profile import bare, content
from timeline.model import Event, Mention
from timeline.store import retrieve, search
from timeline.store.columns import EVENT
from timeline.when import place

_MOST = 400
_SHARE = 0.75
_RUN = re.compile(r"[\u3400-\u9fff]{3,}")


@dataclass(frozen=True, slots=True)
class Word:
    """What was said of an event at one time: when that was published (EDTF or None), the date given, the modality."""

    published: str | None
    edtf: str
    part: str | None
    modality: str
    mention: Mention


@dataclass(frozen=True, slots=True)
class Step:
    """One event of a matter: its stages (``adopt``, ``in-force`` …), and what was said of it, first to last."""

    event: Event
    stages: tuple[str, ...]
    words: tuple[Word, ...]


def matter(title: str) -> str:
    """What a title is about, whatever has become of it; "" when it says too little."""
    if rule := re.search(r"《[^》]+》", title):
        return rule[0]
    if name := NAME.search(title):
        return f"“{name[1]}”"
    runs = _RUN.findall(stageless(bare(title)))
    return max(runs, key=len, default="")


def thread(connection: Connection, key: str) -> list[Step]:
    """The story of the matter that the live event ``key`` belongs to, in the order of a chronology."""
    found: dict[str, Event] = {}
    waiting = [key]
    while waiting:
        linked = retrieve.by_id(connection, [each for each in waiting if each not in found], live=True)
        found |= linked
        waiting = [other for event in linked.values() for _, other in event.links if other not in found]
    first = found[key]
    for event in _named_alike(connection, first):
        found.setdefault(event.id, event)
    ordered = sorted(found.values(), key=_in_order)
    return [Step(event, tuple(sorted(marks(event.title).stages)), words(connection, event)) for event in ordered]


def _in_order(event: Event) -> tuple[int, int, str]:
    where = place(event.when)
    return where.at, where.grain, event.id


def _named_alike(connection: Connection, first: Event) -> Iterable[Event]:
    about = matter(first.title)
    if len(search.fold(about)) < 3:
        return []
    near = retrieve.events(connection, [search.hits(connection, about), EVENT.c.kind != "indicator"], _MOST)
    return [event for event in near if event.id != first.id and _one_matter(first, event, about)]


def _one_matter(first: Event, other: Event, about: str) -> bool:
    if about.startswith("《"):
        return about in other.title
    one, another = marks(first.title), marks(other.title)
    if not another.stages or not one.stages:
        return False
    shared, smaller = (
        content(first.title) & content(other.title),
        min(len(content(first.title)), len(content(other.title))),
    )
    if search.fold(about) not in search.fold(other.title) and len(shared) < _SHARE * smaller:
        return False
    return contrast(one, another) in ("", "stage")


def words(connection: Connection, event: Event) -> tuple[Word, ...]:
    """What was said of an event, one entry for each change of date or modality, in the order of publication."""
    told = []
    for statement in retrieve.statements_of(connection, event.id):
        mention = min(statement.mentions, key=lambda each: (each.published or "9999", each.start))
        when = statement.when
        told.append(Word(mention.published, when.edtf, when.part, statement.modality, mention))
    told.sort(key=lambda word: (word.published or "9999", word.edtf, word.modality))
    kept: list[Word] = []
    for word in told:
        if not kept or (word.edtf, word.modality) not in {(each.edtf, each.modality) for each in kept}:
            kept.append(word)
    return tuple(kept)
