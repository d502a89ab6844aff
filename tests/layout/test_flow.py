"""Unwrapping: the flow of an article is what is printed, without its line wraps."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.layout import Flow, flow, split, unwrap
from timeline.model import Document, Span

PRINTED = st.text(alphabet="一河岸，。“”（）abcZ,.:;!?13 \t\u3000\n\r\u2028本报讯记者摄", max_size=200)


def page(text: str) -> Document:
    return Document("page.txt", "", "text/plain", "utf-8", text)


@pytest.mark.parametrize(
    ("printed", "plain"),
    [
        ("河畔读\n书会", "河畔读书会"),
        ("20\n25年6月\n15日", "2025年6月15日"),
        ("开张 \r\n　　了", "开张了"),
        ("the river\nlibrary", "the river library"),
        ("seats are free,\nbut few", "seats are free, but few"),
        ("It ends.\nIt begins", "It ends. It begins"),
        ("www.\nexample", "www.example"),
        ("6 月 15 日", "6 月 15 日"),
        ("读书\n\n\n会", "读书会"),
        ("卖\u2028布", "卖布"),
        ("一行", "一行"),
        ("", ""),
    ],
)
def test_unwrap(printed: str, plain: str) -> None:
    assert unwrap(printed) == plain


@given(PRINTED)
def test_unwrapping_twice_changes_nothing(printed: str) -> None:
    assert unwrap(unwrap(printed)) == unwrap(printed)


def _contiguous(document: Document, piece: Flow, start: int, end: int) -> bool:
    """Whether the range, within one paragraph, is printed in one piece."""
    return piece.clip(start, end, start, start + 1) == (start, end) and "\n" not in piece.text[start:end]


@given(PRINTED, st.data())
def test_a_contiguous_range_unwraps_to_the_flow(printed: str, data: st.DataObject) -> None:
    document = page(printed)
    for article in split(document):
        piece = flow(document, article)
        inked = [at for at, char in enumerate(piece.text) if not char.isspace()]
        if not inked:
            continue
        start = data.draw(st.sampled_from(inked))
        end = data.draw(st.sampled_from([at for at in inked if at >= start])) + 1
        if _contiguous(document, piece, start, end):
            assert unwrap(piece.span(start, end).of(document.text)) == piece.text[start:end]


@given(PRINTED)
def test_every_printed_character_of_a_flow_is_found_again(printed: str) -> None:
    document = page(printed)
    for article in split(document):
        piece = flow(document, article)
        for at, char in enumerate(piece.text):
            if not char.isspace():
                assert piece.span(at, at + 1).of(document.text) == char


def test_clip_stops_where_another_article_was_printed_between() -> None:
    text = "前半句话\n别人的话\n后半句话"
    piece = Flow(text, [(Span(0, 4), Span(10, 14))])
    assert piece.text == "前半句话后半句话"
    assert piece.clip(0, 8, 1, 3) == (0, 4)
    assert piece.clip(0, 8, 5, 6) == (4, 8)
    assert piece.clip(0, 8, 3, 5) == (3, 5)


def test_clip_goes_over_blank_lines() -> None:
    text = "前半句话\n\n后半句话"
    piece = Flow(text, [(Span(0, 4), Span(6, 10))])
    assert piece.clip(0, 8, 1, 2) == (0, 8)


def test_a_range_outside_the_flow_is_an_error() -> None:
    piece = Flow("一行字", [(Span(0, 3),)])
    with pytest.raises(ValueError, match="no part of a flow of 3 characters"):
        piece.span(1, 1)
    with pytest.raises(ValueError, match="2:4"):
        piece.span(2, 4)
