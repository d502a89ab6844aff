"""Claims solved together: the heavier ones first, each narrowing what is left; what contradicts is kept, unused.

>>> from timeline.dating.days import of_edtf
>>> solve([Claim("url", "/2025-04/", of_edtf("2025-04"), 0.9)]).date.text
'2025-04'
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from timeline.dating.claims import Claim
from timeline.dating.days import ALL, FIRST, LAST, Days, stretch
from timeline.model import Dct, Evidence

#: An interval wider than this many days dates nothing.
WIDEST = 400
#: When nothing else decides between years: the age of pages like those that are read.
ERA = stretch(date(2008, 1, 1), date(2030, 12, 31))
_MOST = 24
#: A claim of the text that was set aside though it weighs hardly less than the one that it contradicts leaves a doubt.
_TORN = 0.1
#: From this weight on the page states its date, and nothing inside the text puts that in doubt.
_STATES = 0.7
#: A claim lighter than this is a habit of writers, and puts nothing in doubt.
_HABIT = 0.45

#: Among so many claims, the weightiest first, doubt is looked for.
_WEIGHED = 100

Judged = tuple[Claim, bool, Days]


def solve(claims: Iterable[Claim]) -> Dct:
    """The tightest interval that the claims allow together, with all of them as evidence.

    Undated, with the reason, when they leave several years or more than 400 days, or when two claims of like weight
    contradict each other and nothing decides between them.
    """
    ordered = sorted(_distinct(claims), key=lambda claim: (-claim.weight, claim.days.width, claim.kind, claim.words))
    left = ALL
    judged: list[Judged] = []
    for claim in ordered:
        common = left.within(claim.days)
        left = common or left
        judged.append((claim, bool(common), left))
    if len(left.stretches) > 1 and (common := left.within(ERA)) and common.width <= WIDEST and common != left:
        left = common
        judged.append((Claim("era", "", ERA, 0.02), True, left))
    evidence = tuple(_evidence(each, judged, left) for each in judged[:_MOST])
    if _torn(judged, left):
        return Dct(None, evidence, "torn")
    if left.stretches and left.width <= WIDEST:
        return Dct(left.hull(), evidence)
    return Dct(None, evidence, *_reason(left, judged))


def _distinct(claims: Iterable[Claim]) -> list[Claim]:
    """Claims that allow different days, and not all there are (建于1066年); of those that say the same, the first and
    heaviest."""
    worded: dict[tuple[str, str], Claim] = {}
    for claim in claims:
        other = worded.get((claim.kind, claim.words))
        if claim.days and claim.days != ALL and (other is None or claim.weight > other.weight):
            worded[claim.kind, claim.words] = claim
    kept: dict[tuple[str, Days], Claim] = {}
    for claim in worded.values():
        other = kept.get((claim.kind, claim.days))
        if other is None or claim.weight > other.weight:
            kept[claim.kind, claim.days] = claim
    return list(kept.values())


def _evidence(each: Judged, judged: list[Judged], final: Days) -> Evidence:
    claim, agrees, left = each
    shown = claim.days.touching(final) if agrees else claim.days
    return Evidence(
        claim.kind,
        claim.words,
        shown.hull().text,
        "",
        claim.span,
        claim.weight,
        agrees,
        claim.facts,
        left.hull().text if agrees and left != ALL else "",
        len(left.stretches),
        ("", "") if agrees else _contradicted(claim, judged),
    )


def _contradicted(claim: Claim, judged: list[Judged]) -> tuple[str, str]:
    """The heaviest claim that alone contradicts another; a pair of blanks when only several together do."""
    for other, agrees, _ in judged:
        if agrees and not other.days.within(claim.days):
            return other.kind, other.words
    return "", ""


def _torn(judged: list[Judged], left: Days) -> bool:
    """Whether a claim was set aside that weighs nearly as much as all that speaks against it."""
    if left.width > WIDEST or not judged or (judged[0][0].weight >= _STATES and judged[0][2].width <= WIDEST):
        return False
    used = [claim for claim, agrees, _ in judged[:_WEIGHED] if agrees]
    for claim, agrees, _ in judged[:_WEIGHED]:
        if agrees or claim.weight < _HABIT or claim.weight >= _STATES:
            continue
        against = (other.weight for other in used if not other.days.within(claim.days))
        heaviest = max(against, default=judged[0][0].weight)
        if heaviest < _STATES and heaviest - claim.weight <= _TORN:
            return True
    return False


def _reason(left: Days, judged: list[Judged]) -> tuple[str, tuple[tuple[str, str | int], ...]]:
    if not judged:
        return "silent", ()
    if left == ALL:
        return "weak", ()
    if len(left.stretches) == 1:
        return "wide", (("left", left.hull().text),)
    years = sorted({low.year for low, _ in left.stretches})
    if _recurs(left, years):
        low, high = left.stretches[len(left.stretches) // 2]
        return "yearly", (("from", f"{low:%m-%d}"), ("to", f"{high:%m-%d}"))
    if len(years) > 6:
        return "years", (("first", years[0]), ("last", years[-1]), ("count", len(years)))
    return "years", (("years", ", ".join(map(str, years))),)


def _recurs(left: Days, years: list[int]) -> bool:
    """Whether about the same days of nearly every year are left."""
    inner = [pair for pair in left.stretches if pair[0] > FIRST and pair[1] < LAST]
    return len(years) > 6 and len(years) >= (years[-1] - years[0] + 1) * 0.9 and len(inner) <= len(years) + 1
