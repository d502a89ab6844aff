"""Claims solved together: the heavier ones first, each narrowing what is left; what contradicts is kept, unused.

>>> from timeline.dating.days import of_edtf
>>> solve([Claim("url", "/2025-04/", of_edtf("2025-04"), "address", 0.9)]).date.text
'2025-04'
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from timeline.dating.claims import Claim
from timeline.dating.days import ALL, Days, stretch
from timeline.model import Dct, Evidence

#: An interval wider than this many days dates nothing.
WIDEST = 400
#: When nothing else decides between years: the age of pages like those that are read.
ERA = stretch(date(2008, 1, 1), date(2030, 12, 31))
_MOST = 24


def solve(claims: Iterable[Claim]) -> Dct:
    """The tightest interval that the claims allow together, with all of them as evidence; undated with the reason when
    they leave several years, or more than 400 days."""
    ordered = sorted(_distinct(claims), key=lambda claim: (-claim.weight, claim.days.width, claim.kind, claim.words))
    left = ALL
    used: list[tuple[Claim, bool]] = []
    for claim in ordered:
        common = left.within(claim.days)
        used.append((claim, bool(common)))
        left = common or left
    if len(left.stretches) > 1 and (common := left.within(ERA)) and common.width <= WIDEST:
        note = "no other year from 2008 to 2030 fits"
        used.append((Claim("era", "", ERA, note, 0.02), True))
        left = common
    evidence = tuple(_evidence(claim, agrees, left) for claim, agrees in used[:_MOST])
    if left.stretches and left.width <= WIDEST:
        return Dct(left.hull(), evidence)
    return Dct(None, evidence, _reason(left, used))


def _distinct(claims: Iterable[Claim]) -> list[Claim]:
    """Claims that allow different days; of those that say the same, the first and heaviest."""
    worded: dict[tuple[str, str], Claim] = {}
    for claim in claims:
        other = worded.get((claim.kind, claim.words))
        if claim.days and (other is None or claim.weight > other.weight):
            worded[claim.kind, claim.words] = claim
    kept: dict[tuple[str, Days], Claim] = {}
    for claim in worded.values():
        other = kept.get((claim.kind, claim.days))
        if other is None or claim.weight > other.weight:
            kept[claim.kind, claim.days] = claim
    return list(kept.values())


def _evidence(claim: Claim, agrees: bool, left: Days) -> Evidence:
    shown = claim.days.touching(left) if agrees else claim.days
    return Evidence(
        claim.kind,
        claim.words,
        shown.hull().text,
        claim.note,
        claim.span,
        claim.weight,
        agrees,
    )


def _reason(left: Days, used: list[tuple[Claim, bool]]) -> str:
    if not used:
        return "nothing in it says when it was published"
    if left.width > WIDEST and len(left.stretches) == 1:
        return (
            f"the evidence leaves {left.hull().text}: too wide to date it"
            if left != ALL
            else "the evidence is too weak"
        )
    years = sorted({low.year for low, _ in left.stretches})
    if len(years) > 6:
        return f"the evidence fits too many years (from {years[0]} to {years[-1]})"
    return "the evidence fits several years: " + ", ".join(map(str, years))
