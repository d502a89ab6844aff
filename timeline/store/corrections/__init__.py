"""A person's word: decisions about events, written down one by one and applied on top of what was merged.

>>> checked("date", "2026-12")
'2026-12'

``fields`` says what can be decided, ``log`` keeps the decisions, ``standing`` finds the event that each is about,
``additions`` makes documents of events told by hand, ``exchange`` passes decisions on as JSON lines, ``doubt`` and
``neighbours`` say what a person should look at; ``desk`` is the side of the store that commands talk to.
"""

from __future__ import annotations

from timeline.store.corrections.fields import FIELDS, CorrectionError, checked, corrected, rejected
from timeline.store.corrections.log import corrections, record
from timeline.store.corrections.standing import words_on

__all__ = ["FIELDS", "CorrectionError", "checked", "corrected", "corrections", "record", "rejected", "words_on"]
