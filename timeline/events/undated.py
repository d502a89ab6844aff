"""Facts that carry no date: told as 日前, of a day not named, or on a page without one; listed, never placed.

>>> from timeline.events.undated import REASON_VAGUE
>>> REASON_VAGUE.format(word="日前")
'said only as “日前”: no date is stated'
"""

from __future__ import annotations

import bisect
from typing import TYPE_CHECKING

from timeline.events.sentences import Sentence
from timeline.events.words import STRONG
from timeline.model import Article, Document, Fact, Timex

if TYPE_CHECKING:
    from timeline.events import Unwrapped

REASON_VAGUE = "said only as “{word}”: no date is stated"
REASON_UNRESOLVED = "“{word}” counts from the article's date, which is not known (give it with --published)"


REASON_OPEN = "“{word}” is said of a day or year that the text does not name"
REASON_REPEATED = "“{word}” repeats from a day that counts from the article's date, which is not known (--published)"


def _reason(pointing: Timex, *, dated: bool) -> str:
    """Why a time has no place, by what it is and whether its article is dated; "" for what needs no place."""
    if pointing.recurrence:
        return "" if dated else REASON_REPEATED
    if not pointing.edtf and pointing.rule.endswith("vague"):
        return REASON_VAGUE
    return REASON_OPEN if dated else REASON_UNRESOLVED


def undated_facts(
    document: Document, article: Article, flow: Unwrapped, sentences: list[Sentence], timexes: list[Timex]
) -> list[Fact]:
    """Sentences that tell of something worth a date and state none that can be placed."""
    facts = []
    starts = [timex.start for timex in timexes]
    dated = bool(article.dct.date)
    for sentence in sentences:
        inside = timexes[bisect.bisect_left(starts, sentence.start) : bisect.bisect_left(starts, sentence.end)]
        if not inside or any(t.begin or t.until for t in inside):
            continue
        part = flow.text[sentence.start : sentence.end]
        pointing = next((t for t in inside if t.recurrence or (t.type in ("DATE", "TIME") and not t.duration)), None)
        if pointing is None or not STRONG.search(part):
            continue
        reason = _reason(pointing, dated=dated)
        if not reason:
            continue
        start, end = flow.clip(sentence.start, sentence.end, pointing.start, pointing.end)
        span = flow.span(start, end)
        facts.append(
            Fact(
                document.path,
                article.key,
                span.start,
                span.end,
                flow.text[start:end],
                reason.format(word=pointing.text),
            )
        )
    return facts
