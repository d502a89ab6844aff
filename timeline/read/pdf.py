"""A PDF's text layer in reading order: headlines across columns first, then column by column.

>>> ordered([Box(0, 90, 200, 110, "标题"), Box(110, 0, 200, 10, "右"), Box(0, 0, 90, 10, "左")])
[['标题'], ['左'], ['右']]
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from timeline.model import Clue
from timeline.read.errors import ReadError

MAX_PAGES = 2000
_DEPTH = 40
_CREATED = re.compile(r"D:(\d{4})(\d{2})(\d{2})")


@dataclass(frozen=True, slots=True)
class Box:
    """A run of text on one line of a page: its edges in points from the page's lower left corner, and its text."""

    left: float
    bottom: float
    right: float
    top: float
    text: str

    @property
    def height(self) -> float:
        return self.top - self.bottom


def read_pdf(raw: bytes, name: str) -> tuple[str, tuple[Clue, ...]]:
    """The text of a PDF, a blank line between two blocks, and the weak clue of when the file was made.

    Raises ReadError for a damaged or locked file, and for one whose pages are pictures.
    """
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(raw)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        reason = "the PDF is locked with a password" if locked else "the PDF is damaged"
        advice = "save it without the password" if locked else "download or export it again"
        raise ReadError(name, reason, advice) from error
    try:
        if len(document) > MAX_PAGES:
            raise ReadError(name, f"a PDF of {len(document):,} pages", f"split it into parts of {MAX_PAGES:,} pages")
        pages = [_page(document, number) for number in range(len(document))]
        made = _CREATED.match(str(document.get_metadata_value("CreationDate")))
    finally:
        document.close()
    text = "\n\n\n".join(page for page in pages if page)
    if not text.strip():
        raise ReadError(name, "no text layer: its pages are pictures", "run it through a text recognizer first")
    clues = (Clue("pdf", f"{made[1]}-{made[2]}-{made[3]}", f"CreationDate {made[0]}"),) if made else ()
    return text, clues


def _page(document: Any, number: int) -> str:
    import pypdfium2

    try:
        page = document[number]
        textpage = page.get_textpage()
        found = [box for box in _boxes(textpage) if box.text.strip()]
        textpage.close()
        page.close()
    except pypdfium2.PdfiumError:
        return ""  # one broken page does not take the others down
    return "\n\n".join("\n".join(lines) for lines in ordered(found))


def _boxes(textpage: Any) -> list[Box]:
    """The runs of a page: characters that follow each other on one line, without a gap as wide as one."""
    boxes: list[Box] = []
    count = textpage.count_chars()
    text = textpage.get_text_range(0, count) if count else ""
    chars = list(text) if len(text) == count else [textpage.get_text_range(index, 1) for index in range(count)]
    run: list[str] = []
    left = bottom = right = top = 0.0
    for index in range(count):
        char = chars[index]
        if not char or char in "\r\n\x00":
            continue
        low, base, high, head = textpage.get_charbox(index, loose=True)
        if char.isspace() and high - low <= 0:
            continue
        size = max(head - base, 1.0)
        same_line = (
            run
            and abs((base + head) - (bottom + top)) < 0.8 * min(size, top - bottom)
            and size < 1.6 * (top - bottom) < 2.56 * size
        )
        if same_line and -size < low - right < size:
            run.append(char)
            right, bottom, top = max(right, high), min(bottom, base), max(top, head)
        else:
            if run:
                boxes.append(Box(left, bottom, right, top, "".join(run).strip()))
            run = [char]
            left, bottom, right, top = low, base, high, head
    if run:
        boxes.append(Box(left, bottom, right, top, "".join(run).strip()))
    return boxes


def ordered(boxes: list[Box]) -> list[list[str]]:
    """The lines of a page's blocks in reading order, by cutting the page along its widest white stretches."""
    return [_lines(block) for block in _cut([box for box in boxes if box.text], _DEPTH)]


def _cut(boxes: list[Box], depth: int) -> list[list[Box]]:
    """The blocks of a part of the page: cut between columns where they begin at one height, else between rows."""
    if len(boxes) < 2 or not depth:
        return [boxes] if boxes else []
    height = sorted(box.height for box in boxes)[len(boxes) // 2]
    across, middle = _gap([(box.left, box.right) for box in boxes])
    down, edge = _gap([(-box.top, -box.bottom) for box in boxes])
    sides = [box for box in boxes if box.right <= middle], [box for box in boxes if box.left >= middle]
    rows = [box for box in boxes if -box.bottom <= edge], [box for box in boxes if -box.top >= edge]
    wide = across > 0.7 * height
    if wide and _level(*sides, height):
        parts = sides
    elif down > 0.6 * height or (down > 0 and wide):
        parts = rows
    elif wide:
        parts = sides
    else:
        return [boxes]
    return [*_cut(parts[0], depth - 1), *_cut(parts[1], depth - 1)]


def _level(left: list[Box], right: list[Box], height: float) -> bool:
    """Whether two sides begin at one height: else a headline stands over both, though it reaches over one only."""
    return abs(max(box.top for box in left) - max(box.top for box in right)) < 0.8 * height


def _gap(edges: list[tuple[float, float]]) -> tuple[float, float]:
    """The widest white stretch between intervals: its width and its middle."""
    edges = sorted(edges)
    reach = edges[0][1]
    width, middle = 0.0, 0.0
    for low, high in edges[1:]:
        if low - reach > width:
            width, middle = low - reach, (low + reach) / 2
        reach = max(reach, high)
    return width, middle


def _lines(block: list[Box]) -> list[str]:
    """A block's lines from top to bottom; runs that share a line stand side by side."""
    lines: list[list[Box]] = []
    for box in sorted(block, key=lambda box: (-(box.top + box.bottom) / 2, box.left)):
        middle = (box.top + box.bottom) / 2
        if lines and abs((lines[-1][0].top + lines[-1][0].bottom) / 2 - middle) < 0.5 * min(
            box.height, lines[-1][0].height
        ):
            lines[-1].append(box)
        else:
            lines.append([box])
    return ["  ".join(box.text for box in sorted(line, key=lambda box: box.left)) for line in lines]
