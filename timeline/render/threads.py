"""A matter's story as a person reads it, and as JSON.

>>> record([])
{'steps': []}
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from timeline.query import phase
from timeline.render.dates import display, display_edtf
from timeline.render.wording import citation, expired, label, marks, one_line

if TYPE_CHECKING:
    from timeline.store.threads import Step, Word


def story(steps: Sequence[Step], as_of: date, lang: str = "zh") -> str:
    """The steps in order: date, title and state of each; below it what was said of it, where that changed."""
    lapsed = expired([step.event for step in steps], as_of)
    lines = []
    for step in steps:
        event = step.event
        shape = "○" if phase(event, as_of) == "upcoming" else "✕" if event.modality == "cancelled" else "●"
        told = [label(mark, lang) for mark in marks(event, as_of, lapsed)]
        state = f"  {' · '.join(told)}" if told else ""
        lines.append(f"{shape} {display(event.when, lang)}  {one_line(event.title)}{state}  {event.id[:6]}")
        if len(step.words) > 1:
            lines += [f"  │ {_said(word, lang)}" for word in step.words]
    return "\n".join(lines)


def _said(word: Word, lang: str) -> str:
    when = display_edtf(word.edtf, lang, part=word.part)
    if lang == "zh":
        return f"{label(word.modality) if word.modality != 'reported' else '报道'} {when} — {citation(word.mention)}：“{one_line(word.mention.quote)}”"
    return f"{word.modality} {when} — {citation(word.mention, 'en')}: “{one_line(word.mention.quote)}”"


def record(steps: Sequence[Step]) -> dict[str, Any]:
    """The steps as a JSON object."""
    return {
        "steps": [
            {
                "event": step.event.id,
                "title": step.event.title,
                "edtf": step.event.when.edtf,
                "kind": step.event.kind,
                "modality": step.event.modality,
                "stages": list(step.stages),
                "links": [list(link) for link in step.event.links],
                "told": [
                    {
                        "published": word.published,
                        "edtf": word.edtf,
                        "modality": word.modality,
                        "document": word.mention.document,
                        "start": word.mention.start,
                        "end": word.mention.end,
                        "quote": word.mention.quote,
                    }
                    for word in step.words
                ],
            }
            for step in steps
        ]
    }
