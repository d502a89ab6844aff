"""Measures reading and splitting: characters and pages a second for each format, on the pages of the page set.

Run as ``python benchmarks/layout.py``. The pages of a format are read again and again; the best of three rounds counts.
"""

from __future__ import annotations

import sys
from pathlib import Path
from time import process_time

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests" / "pages"))

import page_scoring  # the page set's own modules, which its tests import the same way
from page_stories import HALVES, fixtures

from timeline.layout import split
from timeline.read import read_bytes

_ROUNDS = 3


def measured(pages: list[tuple[bytes, str]]) -> tuple[float, float]:
    """Characters and pages a second, for pages given as bytes and names."""
    best, told = float("inf"), 0
    for _ in range(_ROUNDS):
        started, told = process_time(), 0
        for raw, name in pages:
            for document in read_bytes(raw, name):
                split(document)
                told += len(document.text)
        best = min(best, process_time() - started)
    return told / best, len(pages) / best


def main() -> None:
    kinds: dict[str, list[tuple[bytes, str]]] = {}
    for half in HALVES:
        for fixture in fixtures(half):
            page = page_scoring.drawn(fixture), page_scoring.filename(fixture)
            kinds.setdefault(fixture.draw.partition(".")[0], []).append(page)
    for kind, pages in sorted(kinds.items()):
        characters, each = measured(pages)
        print(f"{kind:8} {len(pages):3} pages  {characters:10,.0f} characters/s  {each:7,.1f} pages/s")


if __name__ == "__main__":
    main()
