"""One event in the making, before its mentions are placed in the document.

>>> Draft.__slots__[:3]
('start', 'end', 'timex')
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from timeline import edtf
from timeline.model import Timex, When


@dataclass(slots=True)
class Draft:
    """One event in the making; spans are offsets of the article's flow text."""

    start: int
    end: int
    timex: Timex
    when: When
    kind: str
    trigger: str
    modality: str
    title: str
    place: str | None
    actors: tuple[str, ...]
    topics: tuple[str, ...]
    salience: float
    details: dict[str, str] = field(default_factory=dict)
    more: list[tuple[int, int, Timex]] = field(default_factory=list)  # further mentions in the same article
    links: list[tuple[str, int]] = field(default_factory=list)  # (relation, index of the other draft)
    recurrence: str = ""  # the rule of what repeats, from its first day (see timeline.timex.recurrence)
    role: str = (
        ""  # adopted, published, in-force, revised, expiry: the stage of a rule's life; signup: of an activity's
    )


def when_of(timex: Timex, value: edtf.Edtf | None = None) -> When:
    """The event's date from its time expression (or another value with the same part)."""
    known = value or edtf.parse(timex.edtf or "")
    return When(
        known.text,
        known.begin,
        known.until,
        known.granularity,
        timex.part,
        timex.approximate or known.approximate,
        timex.uncertain or known.uncertain,
    )


def statement_id(quote: str, timex: Timex, when: When, role: str) -> str:
    """A statement's id: what it says and when, independent of the document that it stands in."""
    seed = "\x1f".join(("".join(quote.split()), "".join(timex.text.split()), when.edtf, role))
    return hashlib.sha256(seed.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def trimmed(text: str, start: int, end: int) -> int:
    """The end of ``text[start:end]`` without trailing pauses and blanks."""
    while end > start and text[end - 1] in " \t\n，,；;、：:":
        end -= 1
    return end
