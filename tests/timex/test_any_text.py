"""Any text at all: spans inside it, in order, with values that agree with their EDTF; work in step with its length."""

from __future__ import annotations

import sys
import unicodedata
from datetime import date
from types import FrameType

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from timeline import edtf
from timeline.model import RESOLUTIONS, Timex
from timeline.timex import Tagger, tag
from timeline.timex.corpus import corpora

_CHARACTERS = (
    "0123456789０１２５〇零○一二三四五六七八九十百千万两廿卅半几数多元正年月日号號时点點分刻秒周週天晚早夜晨季旬初中底末"
    "上下前后後今昨明去本这当同次翌每逢第至到起止自从、，。；：:/.-—–~～（）()“”\n \u3000"
)
_WORDS = (
    "世纪 年代 季度 半年 农历 農曆 正月 腊月 闰 春节 除夕 中秋 国庆 五一 十一 清明 冬至 假期 期间 工作日 星期 周末 民国 光绪 公元前 "
    "十四五 小时 分钟 以来 至今 截至 上午 凌晨 2025年 4月26日 2024-02-29 14:30 24时 次日 翌年 将 已 记者 个 的 会议 Apr 25.5 JJF2264—2025"
)
TIME_TEXT = st.lists(st.sampled_from([*_CHARACTERS, *_WORDS.split()]), max_size=40).map("".join)
ANY_TEXT = st.text(max_size=120)
ANCHOR = st.one_of(
    st.none(),
    st.dates(),
    st.sampled_from(
        ["2025", "2025-04", "2025-04-22/2025-04-25", "199X", "2024-02-29", "2025-04-22T10:00", "2016-07/.."]
    ),
)


def check(text: str, found: list[Timex]) -> None:
    position = 0
    for timex in found:
        assert position <= timex.start < timex.end <= len(text), "in order, not overlapping, not empty"
        assert timex.text == text[timex.start : timex.end] == timex.text.strip(), "no blanks at its ends"
        position = timex.end
        assert timex.type in ("DATE", "TIME", "DURATION", "SET")
        assert timex.resolution in RESOLUTIONS
        assert timex.rule
        if timex.edtf is None:
            assert timex.begin is None and timex.until is None
            continue
        known = edtf.parse(timex.edtf)
        assert (known.begin, known.until, known.granularity) == (timex.begin, timex.until, timex.granularity)
        assert edtf.stamp(timex.begin, low=True) < edtf.stamp(timex.until, low=False)


@settings(max_examples=600, deadline=None)
@given(TIME_TEXT, ANCHOR)
@example("2025年2月29日", None)
@example("9999年12月31日24时", None)
@example("9999年前后30年", date(9999, 12, 31))
@example("去年今日，上个月，前天", date(1, 1, 1))
@example("明年今日，下个月，后天", date(9999, 12, 31))
@example("2025年4月26日至3月5日", "2025-04")
@example("公元前221年至公元220年", None)
@example("公元前1年的铜镜", None)
@example("周末以来，国庆假期以来", date(2025, 10, 20))
@example("0世纪，24时腊月以来", date(2025, 4, 22))
@example("中秋公元前2025年国庆", None)
@example("前晨上，今晨上", date(2025, 4, 22))
@example("预计三季度", None)
@example("农历三月 三季度\n", date(2025, 4, 22))
@example("初三至初一", date(2025, 1, 20))
@example("12月31日24时至1月1日0时", date(2025, 12, 30))
def test_text_rich_in_times(text: str, anchor: date | str | None) -> None:
    check(text, tag(text, anchor))


@settings(max_examples=300, deadline=None)
@given(ANY_TEXT, ANCHOR)
@example("\ud800年", None)
@example("٢٠٢٥年٤月٢٦日", None)
@example("²年³月", None)
@example("②月⑳日", None)
def test_any_text(text: str, anchor: date | str | None) -> None:
    check(text, tag(text, anchor))


@settings(max_examples=200, deadline=None)
@given(TIME_TEXT, st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_the_same_text_gives_the_same_again(text: str, anchor: date) -> None:
    assert tag(text, anchor) == tag(text, anchor.isoformat()) == tag(text, anchor)


#: Compatibility ideographs that fonts of old pages leave in extracted text; each is canonically equal to its twin.
_COMPATIBLE = {
    "年": "\uf98e",
    "六": "\uf9d1",
    "零": "\uf9b2",
    "里": "\uf9e9",
    "立": "\uf9f7",
    "曆": "\uf98b",
    "節": "\ufa56",
}


@settings(max_examples=200, deadline=None)
@given(TIME_TEXT)
@example("2025年4月26日")
@example("二零二六年六月六日立夏")
@example("農曆六月初六，春節期間")
def test_canonically_equal_text(text: str) -> None:
    copy = "".join(_COMPATIBLE.get(char, char) for char in text)
    plain = unicodedata.normalize("NFC", copy)
    assert plain == unicodedata.normalize("NFC", text)
    anchor = date(2025, 4, 22)
    expected = [(t.start, t.end, t.edtf, t.type, t.part) for t in tag(plain, anchor)]
    assert [(t.start, t.end, t.edtf, t.type, t.part) for t in tag(copy, anchor)] == expected


def test_composed_and_decomposed_neighbours() -> None:
    composed = "Café Élan 在2025年4月26日（周六）开业，5月1日至5日店庆"
    decomposed = unicodedata.normalize("NFD", composed)
    assert composed != decomposed
    expected = [("2025年4月26日", "2025-04-26"), ("5月1日至5日", "2025-05-01/2025-05-05")]
    assert [(t.text, t.edtf) for t in tag(composed)] == expected
    assert [(t.text, t.edtf) for t in tag(decomposed)] == expected


def calls(text: str) -> int:
    """How many functions, of Python or C, reading ``text`` calls: a measure of work that no busy machine disturbs."""
    counted = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal counted
        counted += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        tag(text, date(2025, 4, 22))
    finally:
        sys.setprofile(None)
    return counted


@pytest.mark.parametrize(
    "unit",
    [
        "1",
        "二〇",
        "年月日",
        "至",
        "2025年",
        "2025年4月26日、",
        "4月26日至",
        "（周六）",
        "每周",
        "初一",
        "前",
        "GB",
        "上午",
        "。\n26日",
        "农历",
    ],
)
def test_work_grows_no_faster_than_the_text(unit: str) -> None:
    tag(unit)
    small, large = calls(unit * 500), calls(unit * 4000)
    assert large <= 9 * small + 200, f"{small} calls for 500, {large} for 4000"


def test_a_text_read_once_resolves_against_any_anchor() -> None:
    for line in corpora():
        tagger = Tagger()
        tagger.tag(line.text, "2031-10-30")
        assert tagger.tag(line.text, line.anchor) == tag(line.text, line.anchor)
