from __future__ import annotations

from datetime import date

import pytest

from timeline.query import QueryError, parse_when, parse_years

AS_OF = date(2026, 11, 20)  # a Friday


@pytest.mark.parametrize(
    ("asked", "years"),
    [
        ("1996", (1996, 1996)),
        ("1996年", (1996, 1996)),
        (" １９９６ ", (1996, 1996)),
        ("1990..2005", (1990, 2005)),
        ("1990...2005", (1990, 2005)),
        ("1990-2005", (1990, 2005)),
        ("1990—2005", (1990, 2005)),
        ("1990年至2005年", (1990, 2005)),
        ("1990/2005", (1990, 2005)),
        ("1990 .. 2005", (1990, 2005)),
        ("1990..", (1990, 9999)),
        ("..2005", (1, 2005)),
        ("1996..1996", (1996, 1996)),
    ],
)
def test_years_and_ranges_of_years(asked, years):
    assert parse_years(asked) == years


@pytest.mark.parametrize(
    "asked", ["abc", "", "..", "96", "19960", "1996-05", "1990..2005..2010", "十年", "-", "1990.2005"]
)
def test_what_is_no_year_says_what_is(asked):
    with pytest.raises(QueryError, match=r"is not a year or a range of years; write 1996, 1990\.\.2005 or 1990\.\."):
        parse_years(asked)


def test_a_range_the_wrong_way_round():
    with pytest.raises(QueryError, match=r"no year lies in '2005\.\.1990'; write the earlier one first"):
        parse_years("2005..1990")
    with pytest.raises(QueryError, match="no year lies"):
        parse_years("0000")


@pytest.mark.parametrize(
    ("asked", "edtf"),
    [
        ("2025", "2025"),
        ("2025-04", "2025-04"),
        ("2025-04-26", "2025-04-26"),
        ("2025-04-26T14:30", "2025-04-26T14:30"),
        ("2024-10-15/2024-10-16", "2024-10-15/2024-10-16"),
        ("2016-07/..", "2016-07/.."),
        ("199X", "199X"),
        ("2025-33", "2025-33"),
        ("去年3月", "2025-03"),
        ("2025年4月26日", "2025-04-26"),
        ("昨天", "2026-11-19"),
        ("今年", "2026"),
        ("2026年底", "2026-12"),
        ("２０２５年", "2025"),
        ("last March", "2026-03"),
        ("next March", "2027-03"),
        ("last month", "2026-10"),
        ("last year", "2025"),
        ("last week", "2026-11-09/2026-11-15"),
        ("yesterday", "2026-11-19"),
        ("today", "2026-11-20"),
        ("3 days ago", "2026-11-17"),
        ("March 2025", "2025-03"),
        ("22 Sep 2025", "2025-09-22"),
        ("Q1 2025", "2025-33"),
        ("2025/4/26", "2025-04-26"),
        ("26.4.2025", "2025-04-26"),
    ],
)
def test_dates_that_a_person_types(asked, edtf):
    assert parse_when(asked, AS_OF).text == edtf


@pytest.mark.parametrize(
    "asked", ["", "abc", "12", "2025-13", "2025-02-30", "很久以前", "3月去旅行", "XXXX-04-26", "2025-04-26 或 27"]
)
def test_what_is_no_date_says_what_is(asked):
    with pytest.raises(QueryError, match="is not a date; write for example 2025, 2025-04"):
        parse_when(asked, AS_OF)
