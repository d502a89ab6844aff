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

_RATE = re.compile(r"同比|环比|增幅|增速")
_PAUSE = re.compile(r"[，。；：,;]")
_NO_HAPPENING = re.compile(r"主题(?:是|为)|可能|估计能|没有|尚未|并未")
_ADOPTED = re.compile(r"审议通过|表决通过|讨论通过|获得通过|审议并?通过")
_TELLING = re.compile(r"如下|获悉|了解到|采访|日电|日讯|消息(?!说)|从.{2,20}处?得知")
_ASKING = re.compile(r"哪[天些里家年月]|什么时候|何时|[吗呢]？|例如|比如|譬如")


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
        if best is not None and best[0] <= weight:
            continue  # nothing of this sort can stand nearer
        for match in pattern.finditer(part):
            # the first verb behind the time decides; what stands before it counts less
            distance = match.start() - at if match.start() >= at else (at - match.end()) + 12
            score = distance + weight
            if best is None or score < best[0]:
                best = (score, kind, match[0])
            if match.start() >= at:
                break
    if _NO_HAPPENING.search(part):
        return ("indicator", "") if INDICATOR.search(part) else ("incident", "")
    if adopted := _ADOPTED.search(part, at):
        return "milestone", adopted[0]
    figures = INDICATOR.findall(part)
    if _RATE.search(part) and (best is None or not STRONG_ACTIVITY.search(best[2])):
        return "indicator", figures[0]
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


def tells_nothing(text: str, statement: Statement) -> bool:
    """Whether a statement only says when somebody learnt something, or asks, or gives an example."""
    part = text[statement.start : statement.end]
    clause = _PAUSE.split(text[statement.timex.end : statement.timex.end + 40], maxsplit=1)[0]
    return bool(_TELLING.search(clause)) or bool(_ASKING.search(part))


def only_reports(text: str, statement: Statement) -> bool:
    """Whether a day dates the telling, not the told: 记者9日获悉."""
    after = text[statement.timex.end : statement.timex.end + 14]
    clause = _PAUSE.split(after, maxsplit=1)[0]
    return bool(REPORTING.search(clause)) and not STRONG_MILESTONE.search(clause) and not STRONG_ACTIVITY.search(clause)
