"""What repeats within a period: one event with its rule, its end and the days that the text leaves out."""

from __future__ import annotations

import pytest

from timeline.pipeline import extract
from timeline.render.export import event_record

SATURDAY = "2026-11-28"


@pytest.mark.parametrize(
    ("text", "rule", "left_out"),
    [
        ("从12月起每周六，老街举办周末市集，至12月26日结束，其中12月12日停办。", ";UNTIL=20261226", ["2026-12-12"]),
        ("周末市集从12月起每周六在老街举办，至12月26日。12月12日除外。", ";UNTIL=20261226", ["2026-12-12"]),
        ("周末市集从12月5日至12月26日每周六在老街举办，12月12日停办一次。", ";UNTIL=20261226", ["2026-12-12"]),
        ("除12月12日外，老街12月每周六举办市集。", ";UNTIL=20261231", ["2026-12-12"]),
        ("12月的每周六，老街举办市集（12月12日、19日除外）。", ";UNTIL=20261231", ["2026-12-12", "2026-12-19"]),
        ("周末市集12月起每周六在老街举办，12月12日因场地检修暂停一次。", "", ["2026-12-12"]),
        ("週末市集從12月起每週六在老街舉辦，至12月26日，其中12月12日停辦。", ";UNTIL=20261226", ["2026-12-12"]),
        ("周末市集12月起每周六在老街举办。", "", []),
        ("周末市集从12月5日起每周六在老街举办，至12月26日。", ";UNTIL=20261226", []),
    ],
)
def test_a_series_is_one_event_with_its_end_and_without_its_exceptions(
    text: str, rule: str, left_out: list[str]
) -> None:
    (series,) = extract(text, SATURDAY).events
    record = event_record(series)
    assert series.when.edtf == "2026-12-05"
    assert record["recurrence"] == f"FREQ=WEEKLY;BYDAY=SA{rule}"
    assert record.get("except", []) == left_out


def test_the_first_day_is_none_that_is_left_out() -> None:
    (series,) = extract("老街市集12月起每周六举办，12月5日停办。", SATURDAY).events
    assert series.when.edtf == "2026-12-12"


def test_a_day_on_which_it_would_not_fall_stays_told_of() -> None:
    events = extract("老街市集12月起每周六举办。12月9日停办花展。", SATURDAY).events
    assert [event.when.edtf for event in events] == ["2026-12-05", "2026-12-09"]


def test_what_begins_on_a_day_and_is_told_of_it_stays_beside_the_series() -> None:
    events = extract("老街市集12月5日起开门迎客，每周日举办摄影讲座。", SATURDAY).events
    assert "2026-12-05" in [event.when.edtf.removesuffix("/..") for event in events]


def test_a_talk_for_all_is_no_office_hour() -> None:
    (talk,) = extract("文化馆每周四晚7点举办公益讲座。", SATURDAY).events
    assert talk.recurrence


def test_the_day_from_which_something_repeats_is_part_of_what_is_cited() -> None:
    (event,) = extract("故事会从12月1日起每周六举行。", "2018-11-15").events
    timex = event.mentions[0].timex
    assert (event.when.edtf, timex.text) == ("2018-12-01", "12月1日起每周六")
    other = extract("故事会每周六举行，12月1日起收费。", "2018-11-15").events[0]
    assert other.mentions[0].timex.text == "每周六"
