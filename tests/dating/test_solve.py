"""Solving: heavier claims first, order of no matter, contradictions kept and named."""

from __future__ import annotations

import doctest
import importlib
import pkgutil
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

import timeline.dating
from timeline.dating.claims import Claim
from timeline.dating.days import ALL, FIRST, LAST, Days, joined, near, of_edtf, stretch
from timeline.dating.solve import solve

DAYS = st.dates(date(2015, 1, 1), date(2030, 12, 31))
STRETCHES = st.tuples(DAYS, st.integers(0, 500)).map(lambda pair: (pair[0], pair[0] + timedelta(pair[1])))
SETS = st.lists(STRETCHES, min_size=1, max_size=4).map(joined)
CLAIMS = st.lists(
    st.builds(
        Claim,
        kind=st.sampled_from(["url", "weekday", "figures"]),
        words=st.text("abcdefgh", min_size=4, max_size=8),
        days=SETS,
        weight=st.sampled_from([0.2, 0.5, 0.9]),
    ),
    max_size=6,
    unique_by=lambda claim: claim.words,
)


def claim(kind: str, edtf: str, weight: float) -> Claim:
    return Claim(kind, edtf, of_edtf(edtf), weight)


@given(SETS, SETS)
def test_within_is_what_is_in_both(one: Days, other: Days) -> None:
    common = one.within(other)
    assert common == other.within(one)
    for day in (date(2015, 1, 1) + timedelta(step) for step in range(0, 6200, 37)):
        inside = [any(low <= day <= high for low, high in days.stretches) for days in (one, other, common)]
        assert inside[2] == (inside[0] and inside[1])


@given(CLAIMS, st.randoms())
def test_the_order_of_claims_does_not_matter(claims: list[Claim], random: object) -> None:
    shuffled = claims.copy()
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert solve(claims) == solve(shuffled)


@given(CLAIMS)
def test_a_date_lies_within_every_claim_that_is_used(claims: list[Claim]) -> None:
    dct = solve(claims)
    if dct.date is None:
        assert dct.reason
        return
    found = of_edtf(dct.date.text)
    assert found.width <= 400
    for evidence in dct.evidence:
        if evidence.used:
            assert of_edtf(evidence.edtf).within(found)


@given(CLAIMS)
def test_the_heaviest_claim_is_never_overruled(claims: list[Claim]) -> None:
    heaviest = [evidence.used for evidence in solve(claims).evidence[:1]]
    assert heaviest in ([], [True])


def test_the_lighter_of_two_that_contradict_is_kept_unused() -> None:
    dct = solve([claim("masthead", "2025-04-23", 0.9), claim("filename", "2024-01-05", 0.7)])
    assert dct.date and dct.date.text == "2025-04-23"
    assert [(evidence.kind, evidence.used) for evidence in dct.evidence] == [("masthead", True), ("filename", False)]


@pytest.mark.parametrize(
    ("claims", "reason"),
    [
        ([], "silent"),
        ([claim("told-as-past", "2020/..", 0.6)], "wide 2020-01-01/.."),
        ([claim("figures", "2020/2023", 0.6)], "wide 2020-01/2023-12"),
        ([Claim("weekday", "x", joined([(date(2014, 4, 1), date(2014, 4, 2)), (date(2025, 4, 1), date(2025, 4, 2))]), 0.8)],
         "years 2014, 2025"),
    ],
)  # fmt: skip
def test_too_little_is_undated_with_the_reason(claims: list[Claim], reason: str) -> None:
    dct = solve(claims)
    assert dct.date is None
    assert " ".join([dct.reason, *(str(value) for _, value in dct.facts)]) == reason


def test_the_age_of_such_pages_decides_only_between_years() -> None:
    lunar = joined(
        [
            (date(1995, 2, 1), date(1995, 2, 9)),
            (date(2014, 2, 1), date(2014, 2, 9)),
            (date(2033, 2, 1), date(2033, 2, 9)),
        ]
    )
    dct = solve([Claim("lunar", "2月14日（正月十五）", lunar, 0.8)])
    assert dct.date and dct.date.text == "2014-02-01/2014-02-09"
    assert dct.evidence[-1].kind == "era"
    old = solve([claim("masthead", "1958-03-04", 0.9)])
    assert old.date and old.date.text == "1958-03-04"


def test_days_of_open_values_reach_the_ends_of_the_calendar() -> None:
    assert of_edtf("../2019").stretches == ((FIRST, date(2019, 12, 31)),)
    assert of_edtf("2019/..").stretches == ((date(2019, 1, 1), LAST),)
    assert of_edtf("XXXX-04-26") == Days(())
    assert stretch(None, None) == ALL
    assert not stretch(date(2020, 1, 2), date(2020, 1, 1))
    with pytest.raises(ValueError, match="no days"):
        ALL.hull()


def test_near_skips_years_without_the_day() -> None:
    assert [low.year for low, _ in near(2, 29, 0, 0, (2023, 2024, 2025)).stretches] == [2024]


@pytest.mark.parametrize("name", ["", *(module.name for module in pkgutil.iter_modules(timeline.dating.__path__))])
def test_examples(name: str) -> None:
    result = doctest.testmod(importlib.import_module(f"timeline.dating.{name}".rstrip(".")))
    assert result.failed == 0
