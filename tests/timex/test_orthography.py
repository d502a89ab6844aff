"""Folding replaces characters one for one, in compiled code as in Python, and closing up tells where blanks stood."""

from __future__ import annotations

from bisect import bisect_right

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from timeline.timex import orthography
from timeline.timex.orthography import closed_up, folded

#: Of each width that a text may be kept in, with characters that are folded and some that are not.
TEXT = st.one_of(st.text(), st.text("１２號週後0é年\uf900⽉乾著𠀀😀\n "))


@given(TEXT)
@example("１２")
@example("é１")
@example("😀號𠀀")
def test_compiled_code_folds_as_python_does(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(orthography, "_by_table", None)
        wanted = folded(text)
    assert folded(text) == wanted
    assert len(wanted) == len(text)
    assert folded(wanted) == wanted


def test_a_text_without_such_characters_is_not_copied() -> None:
    for text in ("", "plain", "没有要折的字", "😀"):
        assert folded(text) is text


@pytest.mark.parametrize("table", [b"", bytes(1 << 16), "text"])
def test_a_table_of_another_length_is_refused(table: object) -> None:
    scan = pytest.importorskip("timeline.timex._scan")
    with pytest.raises(TypeError, match="65536"):
        scan.folded("今年", table)


@given(st.text("年月 \u00a0\r\n1a", max_size=20))
@example("1 年\u00a01\r\n年 1")
def test_what_is_left_stood_where_it_says(text: str) -> None:
    left, blanks = closed_up(text)
    assert blanks == sorted(blanks)
    assert [text[place + bisect_right(blanks, place)] for place in range(len(left))] == list(left)
