"""The chronology in a terminal: aligned at any width, plain when piped, safe whatever the texts hold."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from timeline.model import Event
from timeline.render.cells import balanced, pad, wrap
from timeline.render.rows import COLUMNS_FROM, short_ids, terminal_colour
from timeline.render.terminal import lines, show

AS_OF = date(2026, 11, 20)


def _plain(events: list[Event], width: int | None, **options: object) -> list[str]:
    return [line.plain for line in lines(events, AS_OF, width=width, **options)]  # type: ignore[arg-type]


@pytest.mark.parametrize("width", [20, 40, 57, 63, 64, 65, 80, 96, 100, 120, 140, 200])
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("quotes", [False, True])
def test_no_line_is_wider_than_the_screen(many: list[Event], width: int, lang: str, quotes: bool) -> None:
    for line in _plain(many, width, lang=lang, quotes=quotes):
        assert cell_len(line) <= width, line


@pytest.mark.parametrize("width", [64, 80, 100, 140])
def test_the_marks_stand_in_one_column(many: list[Event], width: int) -> None:
    rows = [line for line in _plain(many, width) if re.search("[●○◆◇▪▫✕│]", line)]
    columns = {cell_len(re.split("[●○◆◇▪▫✕│]", line)[0]) for line in rows}
    assert len(rows) >= len(many)
    assert len(columns) == 1


@pytest.mark.parametrize("width", [64, 80, 100, 140])
def test_the_ids_end_at_one_edge(many: list[Event], width: int) -> None:
    ids = short_ids(event.id for event in many)
    edges = {cell_len(line.rstrip()) for line in _plain(many, width) if line.rstrip().endswith(tuple(ids.values()))}
    assert len(edges) == 1


@pytest.mark.parametrize("width", [40, 80, 140, None])
def test_every_event_is_there_once_with_an_id_to_type(many: list[Event], width: int | None) -> None:
    text = "\n".join(_plain(many, width))
    for short in short_ids(event.id for event in many).values():
        assert text.count(short) == 1


def test_years_are_in_order_and_the_coarse_come_first(many: list[Event]) -> None:
    text = _plain(many, None)
    headings = [line for line in text if not line.startswith(" ")]
    assert headings == ["1990年代", "1996年", "2014年", "2019年", "2024年", "2025年", "2026年", "2030年", "年份不详"]
    within = text[text.index("2025年") : text.index("2026年")]
    assert [re.search("新增|登高|施行|书画", line)[0] for line in within[1:]] == ["新增", "登高", "施行", "书画"]  # type: ignore[index]


def test_a_year_alone_is_told_once(many: list[Event]) -> None:
    (row,) = [line for line in _plain(many, 100) if "质量立市" in line]
    assert row.count("1996") == 1 and "1996年" not in row


def test_marks_say_how_things_stand(many: list[Event]) -> None:
    row = {event.title: line for event in many for line in _plain(many, None) if event.title in line}
    assert "取消" in row["音乐节"] and "✕" in row["音乐节"]
    assert "延期" in row["马拉松"]
    assert "计划" in row["新区科技产业园建成"] and "◇" in row["新区科技产业园建成"]
    assert "原计划" in row["“青山碧海”亲子登高活动"]
    assert "将至" in row["《电梯管理办法》到期"]
    assert "×2" in row["率先实施“质量立市”战略"]
    later = [line.plain for line in lines(many, date(2031, 1, 1), width=None)]
    assert any("《电梯管理办法》施行" in line and "已失效" in line for line in later)


def test_what_moved_on_says_to_when(make_event: Callable[..., Event]) -> None:
    left = make_event("灯会", "2026-11-14", modality="postponed", details={"moved-to": "2026-11-21"})
    for width in (60, 100, None):
        (row,) = [line for line in _plain([left], width) if "改期至" in line]
        assert "改期至 2026年11月21日" in row and "延期" not in row


def test_today_parts_what_has_been_from_what_is_to_come(many: list[Event]) -> None:
    text = _plain(many, 100)
    (today,) = [index for index, line in enumerate(text) if "今天 2026-11-20" in line]
    assert any("全国质量大会" in line for line in text[:today])
    assert any("新区科技产业园建成" in line for line in text[today:])
    assert not any("今天" in line for line in _plain(many, None))


def test_the_notice_is_told_while_one_can_still_go(hike: Event) -> None:
    before = [line.plain for line in lines([hike], date(2025, 4, 22), width=100)]
    assert any("报名: 扫描二维码报名" in line for line in before)
    assert any("将至" in line for line in before)
    assert not any("报名:" in line for line in _plain([hike], 100))


def test_quotes_carry_their_evidence(hike: Event) -> None:
    text = "\n".join(_plain([hike], None, quotes=True))
    assert "“本周六，这场活动将拉开大幕。”" in text
    assert "pages/one.txt:100-114" in text
    assert "《本周末去登高》" in text and "发布于2025年4月21日—25日" in text
    assert "“本周六”按发布日期推算为2025年4月26日（周六）" in text


def _printed(events: list[Event], **options: object) -> str:
    out = io.StringIO()
    show(events, AS_OF, console=Console(file=out, highlight=False, **options))  # type: ignore[arg-type]
    return out.getvalue()


def test_piped_it_is_plain_and_does_not_depend_on_the_screen(
    many: list[Event], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    piped = _printed(many)
    assert "\x1b" not in piped
    assert piped == _printed(many)
    assert len([line for line in piped.splitlines() if line.startswith(" ")]) == len(many)
    monkeypatch.setenv("COLUMNS", "60")
    assert max(map(cell_len, _printed(many).splitlines())) <= 60


def test_a_closed_pipe_is_the_callers_to_answer(many: list[Event], monkeypatch: pytest.MonkeyPatch) -> None:
    class Closed(io.StringIO):
        def write(self, _: str) -> int:
            raise BrokenPipeError

    with pytest.raises(BrokenPipeError):
        show(many, AS_OF, console=Console(file=Closed()))


def test_a_terminal_gets_colour_unless_told_not_to(many: list[Event], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    coloured = _printed(many, force_terminal=True, width=100, color_system="truecolor")
    assert "\x1b[38;2;" in coloured
    monkeypatch.setenv("NO_COLOR", "1")
    codes = re.findall(r"\x1b\[([0-9;]*)m", _printed(many, force_terminal=True, width=100, color_system="truecolor"))
    assert codes and not any(30 <= int(code) <= 49 for run in codes for code in run.split(";") if code)


def test_nothing_in_a_text_reaches_the_terminal_as_a_command(make_event: Callable[..., Event]) -> None:
    title = "标题\x1b[31m红\x1b]0;owned\x07\x9b2J\u202e反\r\n第二行\x85第三行[bold]:smile:"
    text = "\n".join(_plain([make_event(title, "1996", place="\x1b[2J地点")], 80, quotes=True))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", text)
    assert "[bold]:smile:" in text.replace("\n", "") or "[bold]" in text


def test_no_event() -> None:
    assert _plain([], 80) == ["没有符合条件的事件。"]
    assert _plain([], 80, lang="en") == ["No event matches."]


@given(st.lists(st.text("0123456789abcdef", min_size=8, max_size=12), unique=True, min_size=1, max_size=40))
def test_short_ids_are_unique_beginnings(ids: list[str]) -> None:
    short = short_ids(ids)
    assert all(whole.startswith(short[whole]) for whole in ids)
    for whole in ids:
        assert [other for other in ids if other.startswith(short[whole])] == [whole] or len(short[whole]) == len(whole)


@given(
    st.text(alphabet=st.sampled_from("质量立市，。“”（）《》 abc 123 https://x.y/z…—、"), max_size=120),
    st.integers(2, 60),
)
def test_wrapping_keeps_the_text_and_the_width(text: str, width: int) -> None:
    rows = wrap(text, width)
    assert all(cell_len(row) <= width for row in rows)
    assert "".join("".join(rows).split()) == "".join(text.split())


def test_wrapping_keeps_marks_with_their_words() -> None:
    assert wrap("质量立市，品牌兴市", 10) == ["质量立市，", "品牌兴市"]
    assert wrap("实施“质量立市”战略", 8) == ["实施“质", "量立市”", "战略"]
    assert wrap("the words stay whole", 9) == ["the words", "stay", "whole"]


@given(st.text(alphabet=st.sampled_from("质量立市，“” abc"), max_size=60), st.integers(2, 40))
def test_balanced_lines_are_no_more_and_no_wider(text: str, width: int) -> None:
    rows = balanced(text, width)
    assert len(rows) <= len(wrap(text, width))
    assert all(cell_len(row) <= width for row in rows)
    assert "".join("".join(rows).split()) == "".join(text.split())


def test_no_character_is_left_alone_on_a_line() -> None:
    assert balanced("全国首批产品碳足迹标识认证试点城市", 32) == ["全国首批产品碳足迹", "标识认证试点城市"]


def test_padding_counts_cells() -> None:
    assert pad("质量", 6) == "质量  " and pad("质量", 6, right=True) == "  质量" and pad("质量", 2) == "质量"


@pytest.mark.parametrize("colour", ["#000000", "#475569", "#b45309", "#ffffff"])
def test_colours_read_on_a_dark_screen(colour: str) -> None:
    lightened = terminal_colour(colour)
    red, green, blue = (int(lightened[i : i + 2], 16) for i in (1, 3, 5))
    assert 0.2126 * red + 0.7152 * green + 0.0722 * blue >= 125


def test_columns_begin_where_they_fit() -> None:
    assert 60 < COLUMNS_FROM <= 80


def test_a_long_id_is_no_trouble(make_event: Callable[..., Event]) -> None:
    twins = [make_event("一", "1996", id="a" * 30 + "1"), make_event("二", "1996", id="a" * 30 + "2")]
    text = "\n".join(_plain([*twins, replace(twins[0], id="b")], 100))
    assert "a" * 30 + "1" in text and "a" * 30 + "2" in text
