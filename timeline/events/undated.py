"""Facts that carry no date: told as 日前 or 近年来, or with no time at all; listed, never placed.

>>> from timeline.events.undated import REASON_VAGUE
>>> REASON_VAGUE.format(word="日前")
'said only as “日前”: no date is stated'
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.events.sentences import Sentence
from timeline.events.words import STRONG_ACTIVITY, STRONG_MILESTONE
from timeline.model import Article, Document, Fact, Timex

if TYPE_CHECKING:
    from timeline.events import Unwrapped

REASON_VAGUE = "said only as “{word}”: no date is stated"
REASON_UNRESOLVED = "“{word}” counts from the article's date, which is not known (give it with --published)"


def undated_facts(
    document: Document, article: Article, flow: Unwrapped, sentences: list[Sentence], timexes: list[Timex]
) -> list[Fact]:
    """Sentences that tell of something worth a date and state none that can be placed."""
    facts = []
    for sentence in sentences:
        inside = [t for t in timexes if sentence.start <= t.start < sentence.end]
        if not inside or any(t.begin or t.until for t in inside):
            continue
        part = flow.text[sentence.start : sentence.end]
        pointing = next((t for t in inside if t.type in ("DATE", "TIME") and not t.duration), None)
        if pointing is None or not (STRONG_MILESTONE.search(part) or STRONG_ACTIVITY.search(part)):
            continue
        reason = REASON_VAGUE if not pointing.edtf and pointing.rule.endswith("vague") else REASON_UNRESOLVED
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
