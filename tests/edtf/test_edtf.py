"""EDTF values: every form that is taken, its bounds and granularity, its doubt, its order; and what is refused."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import edtf
from timeline.edtf import Bound, EdtfError


def day(text: str) -> date:
    return date.fromisoformat(text)


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


FORMS: list[tuple[str, Bound | None, Bound | None, str]] = [
    ("1996", day("1996-01-01"), day("1997-01-01"), "year"),
    ("0001", day("0001-01-01"), day("0002-01-01"), "year"),
    ("199X", day("1990-01-01"), day("2000-01-01"), "decade"),
    ("200X", day("2000-01-01"), day("2010-01-01"), "decade"),
    ("19XX", day("1900-01-01"), day("2000-01-01"), "century"),
    ("00XX", day("0001-01-01"), day("0100-01-01"), "century"),
    ("2025-04", day("2025-04-01"), day("2025-05-01"), "month"),
    ("2025-12", day("2025-12-01"), day("2026-01-01"), "month"),
    ("2025-21", day("2025-03-01"), day("2025-06-01"), "season"),
    ("2025-22", day("2025-06-01"), day("2025-09-01"), "season"),
    ("2025-23", day("2025-09-01"), day("2025-12-01"), "season"),
    ("2025-24", day("2025-12-01"), day("2026-03-01"), "season"),
    ("2025-33", day("2025-01-01"), day("2025-04-01"), "quarter"),
    ("2025-34", day("2025-04-01"), day("2025-07-01"), "quarter"),
    ("2025-35", day("2025-07-01"), day("2025-10-01"), "quarter"),
    ("2025-36", day("2025-10-01"), day("2026-01-01"), "quarter"),
    ("2025-40", day("2025-01-01"), day("2025-07-01"), "half"),
    ("2025-41", day("2025-07-01"), day("2026-01-01"), "half"),
    ("2025-04-26", day("2025-04-26"), day("2025-04-27"), "day"),
    ("2024-02-29", day("2024-02-29"), day("2024-03-01"), "day"),
    ("9999-12-31", day("9999-12-31"), None, "day"),
    ("2025-04-26T09:30", moment("2025-04-26T09:30"), moment("2025-04-26T09:31"), "minute"),
    ("2025-04-26T24:00", moment("2025-04-27T00:00"), moment("2025-04-27T00:01"), "minute"),
    ("2024-10-15/2024-10-16", day("2024-10-15"), day("2024-10-17"), "day"),
    ("2022-07/2025-06", day("2022-07-01"), day("2025-07-01"), "month"),
    ("2011/2015", day("2011-01-01"), day("2016-01-01"), "year"),
    ("2024-12-30/2025-01", day("2024-12-30"), day("2025-02-01"), "day"),
    ("2016-07/..", day("2016-07-01"), None, "month"),
    ("2016-07/", day("2016-07-01"), None, "month"),
    ("../2019", None, day("2020-01-01"), "year"),
    ("/2019", None, day("2020-01-01"), "year"),
    ("2020-08-14T22:00/2020-08-15T17:00", moment("2020-08-14T22:00"), moment("2020-08-15T17:00"), "minute"),
    ("2025-33/2025-35", day("2025-01-01"), day("2025-10-01"), "quarter"),
    ("XXXX-04-26", None, None, "day"),
    ("XXXX-04", None, None, "month"),
    ("-0220", None, None, "year"),
    ("-0220-05", None, None, "month"),
    ("-0220-05-01", None, None, "day"),
]


@pytest.mark.parametrize(("text", "begin", "until", "granularity"), FORMS, ids=[form[0] for form in FORMS])
def test_every_form(text: str, begin: Bound | None, until: Bound | None, granularity: str) -> None:
    value = edtf.parse(text)
    assert (value.begin, value.until, value.granularity) == (begin, until, granularity)
    assert (type(value.begin), type(value.until)) == (type(begin), type(until)), "dates stay dates"
    assert str(value) == value.text == text
    assert value.placed == (begin is not None or until is not None)
    assert not value.approximate and not value.uncertain


@pytest.mark.parametrize(
    ("mark", "approximate", "uncertain"), [("~", True, False), ("?", False, True), ("%", True, True)]
)
@pytest.mark.parametrize("text", ["1996", "199X", "2026-12", "2025-33", "2025-04-26"])
def test_doubt(text: str, mark: str, approximate: bool, uncertain: bool) -> None:
    sure, value = edtf.parse(text), edtf.parse(text + mark)
    assert (value.approximate, value.uncertain) == (approximate, uncertain)
    assert (value.begin, value.until, value.granularity) == (sure.begin, sure.until, sure.granularity)
    assert str(value) == text + mark


def test_the_doubt_of_an_end_is_the_interval_s() -> None:
    assert edtf.parse("2024-10~/2025").approximate
    assert edtf.parse("2024/2025?").uncertain
    assert not edtf.parse("2024-10~/2025").uncertain


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            " ",
            "/",
            "..",
            "../..",
            "x",
            "1996年",
            "96",
            "199",
            "19960",
            "1996-",
            "1996-13",
            "1996-00",
            "1996-1",
            "2025-20",
        ),
        *(
            "2025-25",
            "2025-32",
            "2025-37",
            "2025-42",
            "2025-02-29",
            "2025-04-31",
            "2025-4-26",
            "2025-04-00",
            "2025-04-26T",
            "XXXX",
        ),
        *(
            "2025-04-26T25:00",
            "2025-04-26T10:60",
            "2025-04-26T1000",
            "2025-02-30T10:00",
            "2025/2024",
            "2025-05/2025-04",
            "1X96",
            "19X6",
        ),
        *(
            "2025-04-26/2025-04-25",
            "2025/2026/2027",
            "2025-04-26T10:00/2025-04-26T10:00",
            "2025-04-26T10:00/2025-04-26T09:00",
        ),
        *(
            "XXXX-13",
            "XXXX-04-31",
            "XXXX-00-01",
            "1996\n",
            "１９９６",
            "2025-04-26T10:00:61",
            "-0220-13",
            "-0220-02-31",
        ),
    ],
)
def test_what_is_no_edtf_is_refused_with_advice(text: str) -> None:
    with pytest.raises(EdtfError) as error:
        edtf.parse(text)
    assert repr(text) in str(error.value) and "1996" in str(error.value)


@given(st.text(alphabet="0123456789XT:-/.~?% ", max_size=24))
def test_any_text_is_a_value_or_an_error(text: str) -> None:
    try:
        value = edtf.parse(text)
    except EdtfError:
        return
    assert value.text == text
    assert value.granularity in edtf.GRANULARITIES
    assert edtf.stamp(value.begin, low=True) < edtf.stamp(value.until, low=False)


@given(st.dates(max_value=date.max - timedelta(1)))
def test_a_day_is_written_and_read(value: date) -> None:
    known = edtf.of_date(value)
    assert (known.begin, known.until, known.text) == (value, value + timedelta(1), value.isoformat())
    assert edtf.days(known) == (value, value)


@given(st.datetimes(min_value=datetime(1000, 1, 1), max_value=datetime(9998, 12, 31)))
def test_a_minute_is_written_and_read(value: datetime) -> None:
    minute = value.replace(second=0, microsecond=0)
    known = edtf.of_date(value)
    assert (known.begin, known.until) == (minute, minute + timedelta(minutes=1))
    assert edtf.days(known) == (value.date(), value.date())


@given(st.dates(date(1000, 1, 1), date(9998, 12, 31)), st.integers(0, 4000))
def test_an_interval_of_days_is_written_and_read(begin: date, length: int) -> None:
    last = date.fromordinal(min(begin.toordinal() + length, date(9998, 12, 31).toordinal()))
    assert edtf.days(edtf.of_interval(begin, last)) == (begin, last)


@pytest.mark.parametrize(
    ("begin", "last", "text"),
    [
        ("2025-04-26", "2025-04-26", "2025-04-26"),
        ("2025-04-01", "2025-04-30", "2025-04"),
        ("2024-02-01", "2024-02-29", "2024-02"),
        ("2025-01-01", "2025-12-31", "2025"),
        ("2025-01-01", "2025-09-30", "2025-01/2025-09"),
        ("2024-12-28", "2025-01-03", "2024-12-28/2025-01-03"),
    ],
)
def test_an_interval_is_written_as_the_shortest_value(begin: str, last: str, text: str) -> None:
    assert edtf.of_interval(day(begin), day(last)).text == text


def test_open_intervals_are_written() -> None:
    assert edtf.of_interval(day("2016-07-01"), None).text == "2016-07-01/.."
    assert edtf.of_interval(None, day("2019-12-31")).text == "../2019-12-31"
    with pytest.raises(EdtfError):
        edtf.of_interval(None, None)


def test_days_of_times_and_open_ends() -> None:
    assert edtf.days(edtf.parse("2020-08-14T22:00/2020-08-15T17:00")) == (day("2020-08-14"), day("2020-08-15"))
    assert edtf.days(edtf.parse("2020-08-14T22:00/2020-08-15T00:00")) == (day("2020-08-14"), day("2020-08-14"))
    assert edtf.days(edtf.parse("2016-07/..")) == (day("2016-07-01"), None)
    assert edtf.days(edtf.parse("XXXX-04-26")) == (None, None)


def test_granularities_go_from_coarse_to_fine() -> None:
    widths = []
    for text in ("19XX", "199X", "1996", "1996-40", "1996-34", "1996-21", "1996-04", "1996-04-26", "1996-04-26T10:00"):
        value = edtf.parse(text)
        begin, until = edtf.stamp(value.begin, low=True), edtf.stamp(value.until, low=False)
        widths.append((edtf.rank(value.granularity), until - begin))
    assert [rank for rank, _ in widths] == sorted(rank for rank, _ in widths)
    assert [width for _, width in widths] == sorted((width for _, width in widths), reverse=True) or widths[4][
        1
    ] <= widths[5][1]


def test_values_sort_by_their_bounds() -> None:
    texts = ["../1990", "199X", "1996", "1996-04", "1996-04-26", "1996-04-26T10:00", "1997", "2016-07/.."]
    stamps = [edtf.stamp(edtf.parse(text).begin, low=True) for text in texts]
    assert stamps == sorted(stamps)
    assert edtf.stamp(None, low=True) < edtf.stamp(day("0001-01-02"), low=True) < edtf.stamp(None, low=False)


@pytest.mark.parametrize(
    ("one", "other", "overlaps", "covers"),
    [
        ("2025", "2025-04-26", True, True),
        ("2025-04-26", "2025", True, False),
        ("2025-04", "2025-05", False, False),
        ("2025-04-26", "2025-04-26T10:00", True, True),
        ("2025-04-25", "2025-04-26T00:00", False, False),
        ("2016-07/..", "2040", True, True),
        ("../2019", "2019-12-31", True, True),
        ("../2019", "2020", False, False),
        ("2024/2026", "2025/..", True, False),
        ("XXXX-04-26", "2025-04-26", False, False),
        ("2025", "2025", True, True),
    ],
)
def test_overlap_and_cover(one: str, other: str, overlaps: bool, covers: bool) -> None:
    first, second = edtf.parse(one), edtf.parse(other)
    assert first.overlaps(second) is second.overlaps(first) is overlaps
    assert first.covers(second) is covers


@given(st.integers(1, 9998), st.integers(1, 12), st.integers(-600, 600))
def test_months_are_added(year: int, month: int, months: int) -> None:
    moved = edtf.add_months(year, month, months)
    assert 1 <= moved[1] <= 12
    assert (moved[0] - year) * 12 + moved[1] - month == months
    assert edtf.add_months(*moved, -months) == (year, month)
