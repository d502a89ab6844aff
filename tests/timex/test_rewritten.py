"""A text written in another way that means the same has the same times: with blanks, another width, 号 for 日, 到 for 至."""

from __future__ import annotations

import re

import pytest

from timeline.timex import tag
from timeline.timex.corpus import corpora

HAN, FIGURE = r"[\u4e00-\u9fff]", "[0-9]"
HALF_WIDTH = str.maketrans("，：；（）", ",:;()")
FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


def blanks(text: str) -> str:
    """Figures set apart from Chinese characters, as much of the web does."""
    return re.sub(rf"(?<={HAN})(?={FIGURE})|(?<={FIGURE})(?={HAN})", " ", text)


#: Each way to write, and how many lines of the corpora may read otherwise (号 names other things than 日 does: 3号线).
WAYS = {
    "blanks round figures": (blanks, 0),
    "full-width figures": (lambda text: text.translate(FULL_WIDTH), 0),
    "half-width punctuation": (lambda text: text.translate(HALF_WIDTH), 3),
    "号 for 日": (lambda text: re.sub(r"([0-9])日(?![0-9])", r"\1号", text), 11),
    "到 for 至": (lambda text: re.sub(r"(?<=[日月年时点])至(?=[0-9])", "到", text), 0),
    "line ends of another system": (lambda text: text.replace("\n", "\r\n"), 0),
}


def values(text: str, anchor: str | None) -> list[str]:
    return [timex.edtf for timex in tag(text, anchor) if timex.edtf]


@pytest.mark.parametrize("way", WAYS)
def test_what_means_the_same_reads_the_same(way: str) -> None:
    rewritten, most = WAYS[way]
    other = [
        f"{line.family}:{line.number} {text}"
        for line in corpora()
        if (text := rewritten(line.text)) != line.text and values(text, line.anchor) != values(line.text, line.anchor)
    ]
    assert len(other) <= most, "\n".join(other)


def test_spans_of_figures_set_apart() -> None:
    text = "展览 4 月 26 日至 28 日开放"
    [timex] = tag(text, "2025-04-22")
    assert (timex.text, text[timex.start : timex.end]) == ("4 月 26 日至 28 日", "4 月 26 日至 28 日")
