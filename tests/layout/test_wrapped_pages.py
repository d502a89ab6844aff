"""Any article that is set in a narrow column is read as the same paragraphs: over the annotated articles, how many are."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typesetting import set_in_column

from timeline.layout.lines import units

ARTICLES = Path(__file__).parent.parent / "articles"
#: How it is set, and the least share of paragraphs that is read whole. Where paragraphs are neither set in nor apart, one
#: that ends at the column's end can't be told from one that goes on.
SETTINGS = (
    (34, False, False, 0.77),
    (34, True, False, 0.97),
    (44, False, False, 0.84),
    (44, True, True, 0.99),
    (56, False, True, 0.99),
)


@pytest.fixture(scope="module")
def texts() -> list[str]:
    """The articles that are given with a line a paragraph."""
    found = [json.loads(line)["text"] for path in sorted(ARTICLES.glob("*/articles.jsonl")) for line in path.open()]
    return [text for text in found if all(len(unit.lines) == 1 for unit in units(text))]


@pytest.mark.parametrize(("columns", "inset", "apart", "floor"), SETTINGS)
def test_paragraphs_are_read_whole(texts: list[str], columns: int, inset: bool, apart: bool, floor: float) -> None:
    whole = every = 0
    for text in texts:
        printed = [unit.text for unit in units(text)]
        read = {unit.text for unit in units(set_in_column(text, columns, inset=inset, apart=apart))}
        every += len(printed)
        whole += sum(paragraph in read for paragraph in printed)
    assert whole / every >= floor
