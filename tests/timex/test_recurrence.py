"""The days that stated repetitions fall on."""

from __future__ import annotations

from datetime import date
from itertools import islice

import pytest

from timeline.timex.recurrence import occurrences, portable


@pytest.mark.parametrize(
    ("rule", "days"),
    [
        ("FREQ=WEEKLY;BYDAY=TH;BYHOUR=19;BYMINUTE=0", ["2025-04-24", "2025-05-01", "2025-05-08"]),
        ("FREQ=MONTHLY;BYMONTHDAY=15", ["2025-05-15", "2025-06-15", "2025-07-15"]),
        ("FREQ=MONTHLY;BYDAY=-1SU", ["2025-04-27", "2025-05-25", "2025-06-29"]),
        ("FREQ=YEARLY;BYMONTH=5;BYDAY=2SU", ["2025-05-11", "2026-05-10", "2027-05-09"]),
        ("RSCALE=CHINESE;FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=3", ["2026-04-19", "2027-04-09", "2028-03-28"]),
        ("RSCALE=CHINESE;FREQ=MONTHLY;BYMONTHDAY=1,15", ["2025-04-28", "2025-05-12", "2025-05-27"]),
        ("RSCALE=CHINESE;FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1", ["2026-02-16", "2027-02-05", "2028-01-25"]),
        ("FREQ=YEARLY;X-FESTIVAL=term:清明", ["2026-04-05", "2027-04-05", "2028-04-04"]),
    ],
)
def test_the_next_days_of_a_rule(rule: str, days: list[str]) -> None:
    assert [day.isoformat() for day in islice(occurrences(rule, date(2025, 4, 22)), 3)] == days


def test_the_last_day_ends_them() -> None:
    assert list(occurrences("FREQ=WEEKLY;BYDAY=TU", date(2025, 4, 22), date(2025, 4, 29))) == [
        date(2025, 4, 22),
        date(2025, 4, 29),
    ]


def test_only_rules_of_the_civil_calendar_go_to_calendar_programs() -> None:
    assert portable("FREQ=WEEKLY;BYDAY=TH")
    assert not portable("RSCALE=CHINESE;FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=3")


def test_a_text_that_is_no_rule_is_refused() -> None:
    with pytest.raises(ValueError, match="no FREQ"):
        list(occurrences("每周四", date(2025, 4, 22)))
