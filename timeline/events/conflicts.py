"""Where the statements of one event disagree, and where pages give different figures for one fact.

>>> disputes([], None)
()
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from timeline import regex as re
from timeline.events.merging.dates import agreement
from timeline.events.merging.profile import Profile
from timeline.events.merging.quantities import Quantity, quantities

Conflict = dict[str, Any]
#: How many statements of an event are compared with one another.
_MOST = 40
_CONTEXT = 8
_SAME_FACT = 0.6
#: A part, a rest or a first batch is not the whole.
PARTIAL = re.compile(r"其中|另有?|还有|其余|剩余|首批|第[一二三四五六七八九十0-9]+批|新增|分别|每|各|以上|平均|第")
_SAID = 3  # characters behind a figure that say what is counted, whatever stands before it


def disputes(members: Sequence[Profile], dated: Profile | None) -> tuple[Conflict, ...]:
    """Each point on which statements of one event differ, with the two values and both quotes.

    ``field`` is ``date`` or ``figure``; ``values`` and ``quotes`` stand in the same order, the one held first.
    """
    if dated is None:
        return ()
    found = [*_dates(members, dated), *_figures(members)]
    return tuple({str(each["values"]): each for each in found}.values())


def _dates(members: Sequence[Profile], dated: Profile) -> Iterator[Conflict]:
    if any(member.event.modality == "postponed" for member in members):
        return
    for member in members:
        if not agreement(member.time, dated.time):
            yield _conflict("date", dated, member, dated.time.value.text, member.time.value.text)


def _figures(members: Sequence[Profile]) -> Iterator[Conflict]:
    told = [(member, figure) for member in members[:_MOST] for figure in _told(member)]
    for place, (one, (words, quote)) in enumerate(told):
        for other, (others, quoted) in told[:place]:
            same = one.event.mentions[0].sha256 == other.event.mentions[0].sha256
            if not same and not words.agrees(others) and same_fact(quoted, others, quote, words):
                yield _conflict("figure", other, one, others.text, words.text)


def _told(member: Profile) -> Iterator[tuple[Quantity, str]]:
    for mention in member.event.mentions[:2]:
        for figure in quantities(mention.quote):
            yield figure, mention.quote


def same_fact(quote: str, figure: Quantity, other: str, others: Quantity) -> bool:
    """Whether two figures are told of the same thing: what stands before or behind them is the same."""
    (before, after), (left, right) = context(quote, figure), context(other, others)
    if len(before) < 2 or len(left) < 2:
        return _alike(after, right)
    counted = min(len(after), len(right)) >= _SAID and not any(map(PARTIAL.search, (before, left, after, right)))
    return _alike(before, left) or (counted and _alike(after, right))


def context(quote: str, figure: Quantity) -> tuple[str, str]:
    """The words before and behind a figure, up to the next pause or figure."""
    before = _cut(quote[max(0, figure.start - _CONTEXT) : figure.start][::-1])[::-1]
    return before, _cut(quote[figure.end : figure.end + _CONTEXT])


def _cut(words: str) -> str:
    for place, char in enumerate(words):
        if not ("\u4e00" <= char <= "\u9fff"):
            return words[:place]
    return words


def _alike(one: str, other: str) -> bool:
    pairs, others = ({words[k : k + 2] for k in range(len(words) - 1)} for words in (one, other))
    smaller = min(len(pairs), len(others))
    return smaller > 0 and len(pairs & others) >= _SAME_FACT * smaller


def _conflict(field: str, one: Profile, other: Profile, value: str, another: str) -> Conflict:
    told = [one.event.mentions[0], other.event.mentions[0]]
    return {
        "field": field,
        "values": [value, another],
        "quotes": [mention.quote for mention in told],
        "documents": [f"{mention.document}:{mention.start}-{mention.end}" for mention in told],
    }
