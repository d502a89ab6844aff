from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import BRIDGE, MARKET, page, when

from timeline import edtf
from timeline.query import narrowed, phase
from timeline.when import END, SCALES, longest, minute, place


def interval(text, part=None):
    begin, until = narrowed(when(replace(BRIDGE, edtf=text, part=part)))
    return str(begin), str(until)


@pytest.mark.parametrize(
    ("text", "part", "begin", "until"),
    [
        ("2026", None, "2026-01-01", "2027-01-01"),
        ("2026", "end", "2026-12-01", "2027-01-01"),
        ("2026", "early", "2026-01-01", "2026-04-01"),
        ("2026", "mid", "2026-05-01", "2026-09-01"),
        ("2026", "late", "2026-09-01", "2027-01-01"),
        ("2026~", "end", "2026-12-01", "2027-01-01"),
        ("2026-02", "end", "2026-02-19", "2026-03-01"),
        ("2026-02", "early", "2026-02-01", "2026-02-11"),
        ("2026-02", "mid", "2026-02-11", "2026-02-21"),
        ("2026-02", "late", "2026-02-21", "2026-03-01"),
        ("2026-12", "end", "2026-12-22", "2027-01-01"),
        ("199X", "early", "1990-01-01", "1994-01-01"),
        ("199X", "end", "1997-01-01", "2000-01-01"),
        ("19XX", "end", "1990-01-01", "2000-01-01"),
        ("2026-33", "end", "2026-03-01", "2026-04-01"),
        ("2026-41", "early", "2026-07-01", "2026-09-01"),
        ("9999", "end", "9999-01-01", "None"),
        ("2025-04-26", "morning", "2025-04-26", "2025-04-27"),
        ("2025-04-26", "end", "2025-04-26", "2025-04-27"),
        ("2025-04-26T14:30", "afternoon", "2025-04-26 14:30:00", "2025-04-26 14:31:00"),
        ("2025/2026", "end", "2025-01-01", "2027-01-01"),
        ("2016-07/..", "early", "2016-07-01", "None"),
        ("../2019", None, "None", "2020-01-01"),
        ("XXXX-04-26", "early", "None", "None"),
    ],
)
def test_a_part_narrows_the_interval(text, part, begin, until):
    assert interval(text, part) == (begin, until)


_EDTF = st.one_of(
    st.dates().map(lambda day: day.isoformat()),
    st.dates().map(lambda day: f"{day:%Y}"[-4:].rjust(4, "0")),
    st.dates().map(lambda day: day.isoformat()[:7]),
    st.tuples(st.integers(1000, 9998), st.sampled_from([21, 22, 23, 24, 33, 34, 35, 36, 40, 41])).map(
        lambda p: f"{p[0]}-{p[1]}"
    ),
    st.integers(100, 998).map(lambda n: f"{n}X"),
    st.integers(10, 98).map(lambda n: f"{n}XX"),
    st.datetimes(datetime(1, 1, 1), datetime(9998, 1, 1)).map(lambda moment: moment.isoformat()[:16]),
)
_PARTS = st.sampled_from([None, "early", "mid", "late", "end", "morning", "afternoon", "evening"])


@given(_EDTF, _PARTS)
def test_the_narrowed_interval_lies_inside_and_is_not_empty(text, part):
    value = edtf.parse(text)
    if not value.placed:
        return
    begin, until = narrowed(when(replace(BRIDGE, edtf=text, part=part)))
    assert edtf.stamp(value.begin, low=True) <= edtf.stamp(begin, low=True)
    assert edtf.stamp(begin, low=True) < edtf.stamp(until, low=False) <= edtf.stamp(value.until, low=False)


@given(_EDTF, _PARTS)
def test_minutes_order_as_dates_do_and_the_class_bounds_the_length(text, part):
    where = place(when(replace(BRIDGE, edtf=text, part=part)))
    if where.scale is None:
        return
    length = where.until - where.begin
    assert 0 < length <= longest(where.scale)
    assert where.scale == 0 or where.scale == len(SCALES) or length > longest(where.scale - 1)
    assert where.begin <= where.at < where.until <= END


def test_open_and_unplaced_dates():
    assert (place(when(replace(BRIDGE, edtf="2016-07/.."))).until, minute(date(1, 1, 1))) == (END, 0)
    before = place(when(replace(BRIDGE, edtf="../2019")))
    assert (before.begin, before.at) == (0, minute(date(2019, 12, 31)))
    assert place(when(replace(BRIDGE, edtf="XXXX-04-26"))).at == END
    assert minute(datetime(2025, 4, 26, 14, 30)) == minute(date(2025, 4, 26)) + 870


@pytest.mark.parametrize(
    ("text", "part", "modality", "as_of", "phase_then"),
    [
        ("2025-04-26", "morning", "planned", date(2025, 4, 22), "upcoming"),
        ("2025-04-26", "morning", "planned", date(2025, 4, 26), "ongoing"),
        ("2025-04-26", "morning", "planned", date(2025, 4, 27), "past"),
        ("2025-04-26T14:30", None, "reported", date(2025, 4, 25), "upcoming"),
        ("2025-04-26T14:30", None, "reported", date(2025, 4, 26), "ongoing"),
        ("2024-10-15/2024-10-16", None, "reported", date(2024, 10, 16), "ongoing"),
        ("2024-10-15/2024-10-16", None, "reported", date(2024, 10, 17), "past"),
        ("2026", "end", "planned", date(2026, 11, 20), "upcoming"),
        ("2026", None, "planned", date(2026, 11, 20), "upcoming"),  # promised for this year: still to come
        ("2026", None, "reported", date(2026, 11, 20), "ongoing"),
        ("2026/2028", None, "planned", date(2026, 11, 20), "ongoing"),
        ("2016-07/..", None, "reported", date(2026, 11, 20), "ongoing"),
        ("../2019", None, "reported", date(2026, 11, 20), "past"),
        ("XXXX-04-26", None, "reported", date(2026, 11, 20), "past"),
        ("XXXX-04-26", None, "planned", date(2026, 11, 20), "upcoming"),
    ],
)
def test_the_phase_of_an_event(text, part, modality, as_of, phase_then):
    line = replace(MARKET, edtf=text, part=part, modality=modality)
    assert phase(page("a.txt", [line]).events[0], as_of) == phase_then
