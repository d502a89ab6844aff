"""What a person left open about an event that they add: its kind, its topics and how it stands, from its own words.

>>> addition({"title": "石桥镇图书馆开馆", "date": "2024-03-09", "source": "石桥通讯"}, date(2025, 1, 1)).modality
'reported'
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from timeline.store import Addition


def addition(said: Mapping[str, Any], today: date) -> Addition:
    """The event that a person told: what they said, and for the rest what its words say; raises CorrectionError."""
    from timeline.edtf import stamp
    from timeline.events.classify import kind_of
    from timeline.events.topics import classify, load
    from timeline.store import Addition
    from timeline.store.corrections.fields import checked, dated

    title, words = checked("title", said.get("title")), f"{said.get('title')} {said.get('quote') or ''}"
    begin = dated(checked("date", said.get("date"))).begin
    coming = begin is not None and stamp(begin, low=True).date() > today
    guessed = {
        "kind": kind_of(title, 0)[0] or "milestone",
        "modality": "planned" if coming else "reported",
        "topics": classify(words, load()),
    }
    return Addition(**{**guessed, **said})
