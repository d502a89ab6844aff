"""A PDF's text layer in reading order, and where on its pages each line of it stands.

>>> text, table = assembled([[Box(0, 90, 200, 110, "标题"), Box(110, 0, 200, 10, "右"), Box(0, 0, 90, 10, "左")]])
>>> text
'标题\\n\\n左\\n\\n右'
>>> table.at(4)
Place(page=1, left=0, bottom=0, right=90, top=10)
"""

from __future__ import annotations

import ctypes
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from timeline import regex as re
from timeline.model import Clue, Document, Span
from timeline.read import pdf_fonts
from timeline.read.boxes import HANGING, Block, Box
from timeline.read.columns import ordered
from timeline.read.errors import ReadError

MAX_PAGES = 2000
_CREATED = re.compile(r"D:(\d{4})(\d{2})(\d{2})")
_INDENT = "\u3000\u3000"
#: Between two pages: a form feed, as in printed text, and blank lines round it.
_PAGE_BREAK = "\n\n\f\n"


@dataclass(frozen=True, slots=True)
class Place:
    """A box on a page: pages count from 1, edges in points from the page's lower left corner."""

    page: int
    left: float
    bottom: float
    right: float
    top: float


class Places:
    """Where the lines of a PDF's text stand: a table of line starts, pages and boxes."""

    def __init__(self, starts: Sequence[int], places: Sequence[Place]) -> None:
        self._starts = starts
        self._places = places

    def at(self, offset: int) -> Place | None:
        """The line that holds the character at ``offset`` of the text, None before the first."""
        found = bisect_right(self._starts, offset) - 1
        return self._places[found] if found >= 0 else None

    def of(self, span: Span) -> tuple[Place, ...]:
        """The lines that a span of the text runs over, from the first to the last."""
        first = max(bisect_right(self._starts, span.start) - 1, 0)
        return tuple(self._places[first : bisect_right(self._starts, max(span.end - 1, span.start))])


def read_pdf(raw: bytes, name: str) -> tuple[str, tuple[Clue, ...]]:
    """The text of a PDF, a blank line between two blocks, and the weak clue of when the file was made.

    Raises ReadError for a damaged or locked file, and for one whose pages are pictures.
    """
    pages, made = _pages(raw, name)
    text, _ = assembled(pages)
    if not text.strip():
        raise ReadError(name, "no text layer: its pages are pictures", "run it through a text recognizer first")
    clues = (Clue("pdf", f"{made[1]}-{made[2]}-{made[3]}", f"CreationDate {made[0]}"),) if made else ()
    return text, clues


def places(document: Document) -> Places:
    """Where the lines of a PDF document's text stand on its pages.

    The table is made anew from the bytes that the document keeps, in the store as well, so it takes no room there.
    Raises ReadError for what read_pdf refuses, and where the bytes no longer give the document's text.
    """
    text, table = assembled(_pages(document.raw, document.path)[0])
    if text != document.text:
        raise ReadError(document.path, "it was read with other rules", "ingest it again")
    return table


def _pages(raw: bytes, name: str) -> tuple[list[list[Box]], re.Match[str] | None]:
    """The runs of each page, and the match of the file's date."""
    import pypdfium2

    pdf_fonts.install()
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
        return pages, _CREATED.match(str(document.get_metadata_value("CreationDate")))
    finally:
        document.close()


def _page(document: Any, number: int) -> list[Box]:
    import pypdfium2

    try:
        page = document[number]
        textpage = page.get_textpage()
        found = [box for box in _runs(textpage) if box.text]
        textpage.close()
        page.close()
    except pypdfium2.PdfiumError:
        return []  # one broken page does not take the others down
    return found


def _runs(textpage: Any) -> list[Box]:
    """The runs of a page: characters that follow each other on one line, without a gap as wide as one."""
    boxes: list[Box] = []
    run: list[str] = []
    left = bottom = right = top = widest = 0.0
    for char, low, base, high, head in _characters(textpage):
        size = max(head - base, 1.0)
        wide = top - bottom
        if (
            run
            and abs((base + head) - (bottom + top)) < 0.8 * min(size, wide)
            and size < 1.6 * wide < 2.56 * size
            and -size < low - right < 0.75 * size
            and not _hangs(run, low - right, widest, size)
        ):
            run.append(char)
            widest = max(widest, low - right)
            right, bottom, top = max(right, high), min(bottom, base), max(top, head)
        elif not char.isspace():
            if run:
                boxes.append(Box(left, bottom, right, top, "".join(run).rstrip()))
            run, widest = [char], 0.0
            left, bottom, right, top = low, base, high, head
    if run:
        boxes.append(Box(left, bottom, right, top, "".join(run).rstrip()))
    return boxes


def _hangs(run: list[str], gap: float, widest: float, size: float) -> bool:
    """Whether a line without gaps ends with a mark that hangs over the edge of its column, close to the next one."""
    return gap > 0.3 * size and widest < 0.15 * size and len(run) >= 8 and run[-1] in HANGING


def _characters(textpage: Any) -> Iterator[tuple[str, float, float, float, float]]:
    """Each character with its left, bottom, right and top edge. The library's own wrapper makes objects for each."""
    import pypdfium2.raw as pdfium

    count = textpage.count_chars()
    text = textpage.get_text_range(0, count) if count else ""
    chars = text if len(text) == count else [textpage.get_text_range(index, 1) for index in range(count)]
    edges = pdfium.FS_RECTF()
    reference, measured, page = ctypes.byref(edges), pdfium.FPDFText_GetLooseCharBox, textpage.raw
    for index in range(count):
        char = chars[index]
        if not char or char in "\r\n\x00" or not measured(page, index, reference):
            continue
        low, high = edges.left, edges.right
        if high > low or not char.isspace():
            yield char, low, edges.bottom, high, edges.top


def assembled(pages: list[list[Box]]) -> tuple[str, Places]:
    """The text of pages given as runs, and where its lines stand."""
    pieces: list[str] = []
    starts: list[int] = []
    found: list[Place] = []
    at = 0
    for number, boxes in enumerate(pages, 1):
        if number > 1:
            pieces.append(_PAGE_BREAK)
            at += len(_PAGE_BREAK)
        for between, indent, line in _printed(ordered(boxes)):
            pieces += (between, indent, line.text)
            at += len(between) + len(indent)
            starts.append(at)
            found.append(Place(number, line.left, line.bottom, line.right, line.top))
            at += len(line.text)
    return "".join(pieces), Places(starts, found)


def _printed(blocks: list[Block]) -> Iterator[tuple[str, str, Box]]:
    """The lines of blocks with what stands before each: a line break, or a blank line where a text does not go on."""
    between = ""
    last: Block | None = None
    for block in blocks:
        if last is not None:
            between = "\n" if _goes_on(last, block) else "\n\n"
        set_in = not block.table and any(block.indent(line) > 1.2 for line in block.lines)
        for line in block.lines:
            yield between, _INDENT if set_in and block.indent(line) > 1.2 else "", line
            between = "\n"
        last = block


def _goes_on(before: Block, after: Block) -> bool:
    """Whether a block is the next column, or the next part below a picture, of the text before it."""
    if not before.alike(after):
        return False
    return len(before.lines) > 1 and (len(after.lines) > 1 or (before.open() and not after.indented))
