"""News invented for this test: dated as a careful reader would, never wrongly; and the cost of dating grows with the text."""

from __future__ import annotations

import sys
import tomllib
from collections import Counter
from datetime import date
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from dated_texts import dct_of, dcts

from timeline import edtf
from timeline.read import read_text
from timeline.render.reasons import undated

TEXTS = Path(__file__).with_name("texts")
#: Floors, which only rise: dated within a month, dated more widely, left undated as a reader would have to.
FLOORS = {
    "mended": {"month": 11, "wider": 5, "undated": 8},
    "unseen": {"month": 12, "wider": 6, "undated": 3},
    "traps": {"month": 4, "wider": 4, "undated": 20},
    "later": {"month": 4, "wider": 8, "undated": 7},
    "kinds": {"month": 9, "wider": 8, "undated": 3},
    "headed": {"month": 13, "wider": 0, "undated": 9},
}
CASES = [
    (name, number, each)
    for name in FLOORS
    for number, each in enumerate(tomllib.loads((TEXTS / f"{name}.toml").read_text(encoding="utf-8"))["text"])
]


def outcome(case: dict[str, str]) -> str:
    """How a text was dated: ``month``, ``wider``, ``undated``, ``lost`` (a reader can tell) or ``wrong``."""
    dct = dct_of(case["text"].lstrip("\n"))
    if dct.date is None:
        return "lost" if case["readable"] else "undated"
    first, last = edtf.days(dct.date)
    if not first or not last or not case["readable"] or not first <= date.fromisoformat(case["day"]) <= last:
        return "wrong"
    return "month" if (last - first).days < 31 else "wider"


@pytest.mark.parametrize("case", [each for _, _, each in CASES], ids=[f"{name}-{n}" for name, n, _ in CASES])
def test_no_text_is_dated_wrongly_or_beyond_what_can_be_read(case: dict[str, str]) -> None:
    assert outcome(case) != "wrong"
    dct = dct_of(case["text"].lstrip("\n"))
    if dct.date is None:
        assert undated(dct, "zh") != undated(dct, "en") != dct.reason


@pytest.mark.parametrize("name", FLOORS)
def test_as_many_are_dated_as_ever(name: str) -> None:
    counted = Counter(outcome(each) for own, _, each in CASES if own == name)
    assert {kind: max(counted[kind], floor) for kind, floor in FLOORS[name].items()} == {
        kind: counted[kind] for kind in FLOORS[name]
    }


_SENTENCE = (
    "{m}月{d}日（星期六），石桥镇的集市将于2025年{m}月{d}日开幕，截至{m}月{d}日已有{n}家报名。"
    "昨日（{m}月{d}日），同比增长3%。距离{m}月{d}日还有9天。去年{m}月{d}日，本周六（{m}月{d}日）。"
)


def _calls(text: str) -> int:
    """How many functions are called to date a text: a cost that no other program on the machine changes."""
    count = 0

    def counted(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    document = read_text(text)
    dcts(document)  # what is computed once is no cost of the text
    sys.setprofile(counted)
    try:
        dcts(document)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("between", ["", "\n\n", "\n\n本报讯（记者 王小明）"], ids=["line", "paragraphs", "articles"])
def test_the_cost_grows_with_the_text(between: str) -> None:
    costs = []
    for sentences in (50, 200):
        told = (_SENTENCE.format(m=n % 12 + 1, d=n % 28 + 1, n=n) for n in range(sentences))
        costs.append(_calls(between.join(told)))
    assert costs[1] < 4.6 * costs[0]
