"""Dates in words, in Chinese and English."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import edtf
from timeline.model import When
from timeline.render.dates import display, display_edtf

WORDS = [
    ("2025-04-26", "morning", "2025年4月26日（周六）上午", "Sat 26 April 2025, morning"),
    ("2025-04-26", "evening", "2025年4月26日（周六）晚上", "Sat 26 April 2025, evening"),
    ("2026", "end", "2026年底", "end of 2026"),
    ("2026", "early", "2026年初", "early 2026"),
    ("1996", None, "1996年", "1996"),
    ("1996~", None, "约1996年", "c. 1996"),
    ("1996?", None, "1996年（存疑）", "1996 (uncertain)"),
    ("1996%", None, "约1996年（存疑）", "c. 1996 (uncertain)"),
    ("199X", None, "1990年代", "1990s"),
    ("199X", "early", "1990年代初", "early 1990s"),
    ("19XX", None, "20世纪", "20th century"),
    ("2025-33", None, "2025年一季度", "Q1 2025"),
    ("2025-41", None, "2025年下半年", "second half of 2025"),
    ("2025-21", None, "2025年春季", "spring 2025"),
    ("2025-24", None, "2025年冬季", "winter 2025"),
    ("2026-05", None, "2026年5月", "May 2026"),
    ("2026-05", "early", "2026年5月上旬", "early May 2026"),
    ("2026-05", "end", "2026年5月底", "end of May 2026"),
    ("2025-07-09/..", None, "2025年7月9日起", "from 9 July 2025"),
    ("2016-07/..", None, "2016年7月起", "from July 2016"),
    ("../2019", None, "截至2019年", "until 2019"),
    ("2024-10-15/2024-10-16", None, "2024年10月15日—16日", "15–16 October 2024"),
    ("2025-09-22/2025-10-08", None, "2025年9月22日—10月8日", "22 September – 8 October 2025"),
    ("2024-12-30/2025-01-02", None, "2024年12月30日—2025年1月2日", "30 December 2024 – 2 January 2025"),
    ("2022-07/2025-06", None, "2022年7月—2025年6月", "July 2022 – June 2025"),
    ("2011/2015", None, "2011—2015年", "2011–2015"),
    ("2014-02-14T18:30/2014-02-15T00:00", None, "2014年2月14日 18:30—24:00", "14 February 2014, 18:30–24:00"),
    (
        "2020-08-14T22:00/2020-08-15T17:00",
        None,
        "2020年8月14日 22:00—15日 17:00",
        "14 August 2020, 22:00–15 August, 17:00",
    ),
    ("2025-04-26T09:00", None, "2025年4月26日 09:00", "26 April 2025, 09:00"),
    ("2025-04-26/2025-04-27", "morning", "2025年4月26日—27日（上午）", "26–27 April 2025, morning"),
    ("XXXX-04-26", None, "4月26日（年份不详）", "26 April (year unknown)"),
    ("-0220", None, "公元前221年", "221 BC"),
]


@pytest.mark.parametrize(("text", "part", "chinese", "english"), WORDS)
def test_words(text: str, part: str | None, chinese: str, english: str) -> None:
    assert display_edtf(text, part=part) == chinese
    assert display_edtf(text, "en", part=part) == english


@pytest.mark.parametrize(
    ("text", "part", "words"),
    [
        ("2025-04-26", "morning", "4月26日（周六）上午"),
        ("2025", "end", "年底"),
        ("2025-33", None, "一季度"),
        ("2025-12-30/2026-01-02", None, "2025年12月30日—2026年1月2日"),
        ("2024-05", None, "2024年5月"),
    ],
)
def test_the_year_of_the_heading_is_not_told_again(
    make_when: Callable[..., When], text: str, part: str | None, words: str
) -> None:
    assert display(make_when(text, part), year=2025) == words


@pytest.mark.parametrize(
    ("text", "part", "chinese", "english"),
    [
        ("2025-04-20/2025-04-24", None, "2025年4月20日—24日间某日", "between 20 and 24 April 2025"),
        (
            "2025-04-28/2025-05-02",
            "morning",
            "2025年4月28日—5月2日间某日上午",
            "between 28 April and 2 May 2025, morning",
        ),
        ("2024/2025", None, "2024—2025年间", "between 2024 and 2025"),
    ],
)
def test_one_day_of_several_is_not_all_of_them(
    make_when: Callable[..., When], text: str, part: str | None, chinese: str, english: str
) -> None:
    sometime = replace(make_when(text, part), uncertain=True)
    assert display(sometime) == chinese
    assert display(sometime, "en") == english


def test_what_is_no_edtf_value_is_shown_as_it_is() -> None:
    assert display_edtf("2025-02-30") == "2025-02-30"
    assert display_edtf("") == ""


@given(st.dates(), st.dates())
def test_any_day_and_any_interval_has_words(one: object, other: object) -> None:
    first, last = sorted((str(one), str(other)))
    for text in (first, f"{first}/{last}", f"{first}/..", f"../{last}", first[:7], first[:4]):
        value = edtf.parse(text)
        for lang in ("zh", "en"):
            words = display_edtf(text, lang)
            assert words
            assert value.begin is None or not words.startswith("0")
