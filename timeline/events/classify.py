"""Whether a statement is an event, of what kind, and how it stands: reported, planned, postponed, cancelled.

>>> kind_of("条例自7月1日起施行", 3)
('milestone', '施行')
"""

from __future__ import annotations

import re
from datetime import date

from timeline.edtf import stamp
from timeline.events.attach import Statement
from timeline.events.words import (
    ACTIVITY,
    CANCELLED,
    INCIDENT,
    INDICATOR,
    MILESTONE,
    PLANNED,
    POSTPONED,
    REPORTING,
    STRONG_ACTIVITY,
    STRONG_MILESTONE,
)



def kind_of(part: str, at: int) -> tuple[str, str]:
    """The kind of the statement ``part`` and the word that decided; ``at`` is the offset of its time in it."""
    best: tuple[int, str, str] | None = None
    for kind, pattern, weight in (
        ("milestone", STRONG_MILESTONE, 0),
        ("activity", STRONG_ACTIVITY, 0),
        ("incident", INCIDENT, 6),
        ("milestone", MILESTONE, 14),
        ("activity", ACTIVITY, 14),
    ):
        for match in pattern.finditer(part):
            # the first verb behind the time decides; what stands before it counts less
            distance = match.start() - at if match.start() >= at else (at - match.end()) + 12
            score = distance + weight
            if best is None or score < best[0]:
                best = (score, kind, match[0])
            if match.start() >= at:
                break
    figures = INDICATOR.findall(part)
    if best is None:
        return ("indicator", figures[0]) if figures else ("", "")
    if figures and best[0] >= 14 and best[1] != "incident":
        return "indicator", figures[0]
    return best[1], best[2]


def modality_of(statement: Statement, text: str, published: date | None) -> str:
    """How the event stands on the article's day."""
    part = text[statement.start : statement.end]
    told = f"{statement.label} {part}"
    if CANCELLED.search(told):
        return "cancelled"
    if POSTPONED.search(told):
        return "postponed"
    begin = statement.timex.begin
    if published is not None and begin is not None:
        if stamp(begin, low=True).date() > published:
            return "planned"
        until = statement.timex.until
        if until is not None and stamp(until, low=False).date() <= published:
            return "reported"
    return "planned" if PLANNED.search(told) else "reported"


def only_reports(text: str, statement: Statement) -> bool:
    """Whether a day dates the telling, not the told: 记者9日获悉."""
    after = text[statement.timex.end : statement.timex.end + 14]
    clause = re.split(r"[，。；：]", after, maxsplit=1)[0]
    return bool(REPORTING.search(clause)) and not STRONG_MILESTONE.search(clause) and not STRONG_ACTIVITY.search(clause)
