"""A page may tell of any year: what lies outside the calendar that pages are dated in says nothing, and stops nothing."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from timeline.pipeline import extract

ROOT = Path(__file__).resolve().parents[2]
ARTICLES = (ROOT / "tests" / "devset" / "articles.jsonl").read_text(encoding="utf-8").splitlines()
TEXTS = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))]
TEXTS += [json.loads(line)["text"] for line in ARTICLES]
FAR_OFF = ("0001", "1066", "1899", "1900", "2099", "2150", "9999")


@pytest.mark.parametrize("year", FAR_OFF)
def test_pages_of_any_year_are_read(year: str) -> None:
    for number, text in enumerate(TEXTS):
        told = re.sub(r"(?:19|20)\d\d(?=年)", year, text)
        assert extract(told, name=f"page {number} of {year}").articles


def test_a_year_before_the_calendar_dates_no_page() -> None:
    text = "枕月桥建于1066年，1899年重修。\n\n本报讯 2025年4月22日，记者从县文旅局获悉，枕月桥昨日修缮完工。"
    plain = text.replace("建于1066年，1899年重修", "修好了")
    dated, other = (extract(each, name="page").articles for each in (text, plain))
    assert [article.dct.date for article in dated] == [article.dct.date for article in other]
