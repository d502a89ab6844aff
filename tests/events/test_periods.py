"""Periods told in two parts, and repetitions with a rule: their first day, their end, and what is no repetition."""

from __future__ import annotations

import pytest

from timeline.events.build import Builder
from timeline.events.draft import Draft
from timeline.events.page import Page
from timeline.events.sentences import split
from timeline.events.topics import load
from timeline.model import Timex
from timeline.pipeline import extract
from timeline.timex import tag

TUESDAY = "2025-03-04"


def drafts(text: str, rules: dict[str, str], published: str | None = TUESDAY) -> list[Draft]:
    """The drafts of a text in which the time expressions named in ``rules`` carry those rules."""
    timexes = [_with_rule(timex, rules) for timex in tag(text, published)]
    return Builder(Page(text, split(text), timexes, published, ""), load()).drafts()


def _with_rule(timex: Timex, rules: dict[str, str]) -> Timex:
    if timex.text not in rules:
        return timex
    return timex._replace(type="SET", edtf=None, begin=None, until=None, recurrence=rules[timex.text])


def test_a_weekly_evening_has_its_first_day_and_its_hour() -> None:
    (play,) = drafts(
        "每周五晚7点，渡口戏台有皮影戏演出。", {"每周五晚7点": "FREQ=WEEKLY;BYDAY=FR;BYHOUR=19;BYMINUTE=0"}
    )
    assert (play.when.edtf, play.recurrence) == ("2025-03-07T19:00", "FREQ=WEEKLY;BYDAY=FR;BYHOUR=19;BYMINUTE=0")
    assert (play.kind, play.modality, play.timex.resolution) == ("activity", "planned", "derived")
    assert "皮影戏演出" in play.title


def test_a_stated_period_begins_and_ends_the_rule() -> None:
    text = "竹艺体验课每周六在老粮仓开课，从4月5日持续到6月28日。"
    (lesson,) = drafts(text, {"每周六": "FREQ=WEEKLY;BYDAY=SA"})
    assert (lesson.when.edtf, lesson.recurrence) == ("2025-04-05", "FREQ=WEEKLY;BYDAY=SA;UNTIL=20250628")


def test_a_day_of_the_traditional_calendar_comes_on_its_next_date() -> None:
    text = "每年农历三月初三，歌会在云渡镇文化广场举行。"
    (songs,) = drafts(text, {"每年农历三月初三": "FREQ=YEARLY;RSCALE=CHINESE;BYMONTH=3;BYMONTHDAY=3"})
    assert songs.when.edtf == "2025-03-31"


@pytest.mark.parametrize(
    ("text", "words", "rule"),
    [
        ("本馆每周二至周日开放。", "每周二至周日", "FREQ=WEEKLY;BYDAY=TU,WE,TH,FR,SA,SU"),
        ("每天早晨，渡口有戏曲演出。", "每天", "FREQ=DAILY"),
        ("每年5月，书市在渡口举行。", "每年5月", "FREQ=YEARLY;BYMONTH=5"),
        ("每月10日前缴纳水费。", "每月10日", "FREQ=MONTHLY;BYMONTHDAY=10"),
    ],
)
def test_hours_whole_months_and_every_day_make_no_event(text: str, words: str, rule: str) -> None:
    assert drafts(text, {words: rule}) == []


def test_without_a_date_of_the_page_a_repetition_has_no_first_day() -> None:
    assert drafts("每周五，渡口戏台有皮影戏演出。", {"每周五": "FREQ=WEEKLY;BYDAY=FR"}, published=None) == []


def test_once_a_year_alone_is_no_rule() -> None:
    assert [event.recurrence for event in extract("一年一度的庙会明天在云渡镇举行。", TUESDAY).events] == [""]


def test_a_beginning_and_an_end_told_apart_are_one_time() -> None:
    (show,) = extract("海产科普展从8月15日办到9月14日。", "2025-08-05").events
    assert show.when.edtf == "2025-08-15/2025-09-14"


def test_a_range_and_the_hour_of_its_opening_are_both_told() -> None:
    events = extract("7月20日至22日，全省皮划艇锦标赛将在渡口湖举行，20日上午9时开幕。", "2025-06-10").events
    assert [(event.when.edtf, event.title) for event in events] == [
        ("2025-07-20/2025-07-22", "全省皮划艇锦标赛在渡口湖举行"),
        ("2025-07-20T09:00", "全省皮划艇锦标赛开幕"),
    ]


def test_the_hour_of_a_list_of_days_is_that_of_each() -> None:
    events = extract("话剧《渡》6月21日、22日晚7点半连演两场。", "2025-06-10").events
    assert [event.when.edtf for event in events] == ["2025-06-21T19:30", "2025-06-22T19:30"]


def test_a_chain_of_years_loses_none() -> None:
    events = extract("渡口路1962年修成，1985年加宽。林海生1960年生于渡口镇，1978年考上师范。", "2025-06-10").events
    assert [(event.when.edtf, event.title) for event in events] == [
        ("1960", "林海生生于渡口镇"),
        ("1962", "渡口路修成"),
        ("1978", "林海生考上师范"),
        ("1985", "渡口路加宽"),
    ]
