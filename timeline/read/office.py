"""DOCX documents to text: paragraphs, headings and tables in their order.

>>> import io, docx
>>> made = docx.Document()
>>> _, _ = made.add_heading("新桥合龙", level=1), made.add_paragraph("新桥昨日合龙。")
>>> _, _ = made.add_heading("往后", level=2), made.add_paragraph("明年通车。")
>>> stream = io.BytesIO()
>>> made.save(stream)
>>> read_docx(stream.getvalue(), "a.docx")
'# 新桥合龙\\n\\n新桥昨日合龙。\\n\\n## 往后\\n\\n明年通车。'
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

from timeline import regex as re
from timeline.read.errors import ReadError

#: What a DOCX may unpack to, in bytes.
MAX_UNPACKED = 512 * 1024 * 1024
#: So deep tables within tables are followed.
MAX_NESTED = 8
_HEADING = re.compile(r"(?:Heading|标题) ?([1-9])")
#: A sentence of more characters than this is no entry of a table.
_LONG = 60


def read_docx(raw: bytes, name: str) -> str:
    """The text of a DOCX, a blank line between two paragraphs, a table's row in one line.

    Where there are several headings they have Markdown's marks of their levels, so that a headline can be told from what
    stands below it. A table whose cells hold several paragraphs or sentences only sets a page out: its cells are read one by one. Raises ReadError for a damaged file, one that unpacks beyond reason, or one without text.
    """
    import docx

    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            if sum(member.file_size for member in packed.infolist()) > MAX_UNPACKED:
                raise ReadError(
                    name, f"it unpacks to more than {MAX_UNPACKED:,} bytes", "save its text in a smaller file"
                )
        document = docx.Document(io.BytesIO(raw))
        lines = list(_lines(document, _several(document), MAX_NESTED))
    except ReadError:
        raise
    except Exception as error:  # python-docx lets the errors of lxml, zipfile and its own parts through
        raise ReadError(name, "the DOCX is damaged", "open it in a word processor and save it again") from error
    text = "\n\n".join(line.strip() for line in lines if line.strip())
    if not text:
        raise ReadError(name, "there is no text in it", "leave it out")
    return text


def _several(document: Any) -> bool:
    """Whether a document has headings in several places: then their levels tell headlines from what stands below."""
    levels = [_level(paragraph) for paragraph in document.paragraphs if paragraph.text.strip()]
    return sum(after > 0 and after != before for before, after in pairwise([0, *levels])) > 1


def _lines(holder: Any, marked: bool, depth: int) -> Iterator[str]:
    """The lines of a document or a cell, headings ``marked`` or not; tables within tables down to ``depth``."""
    from docx.table import Table

    above = 0
    for part in holder.iter_inner_content():
        if not isinstance(part, Table):
            level = _level(part)
            # The lines of one headline are set as headings one below the other: it is marked once.
            yield f"{'#' * min(level, 6)} {part.text.strip()}" if marked and level not in (0, above) else part.text
            above = level if part.text.strip() else above
            continue
        rows = [_cells(row.cells) for row in part.rows]
        if depth and any(_told(cell) for row in rows for cell in row):
            for row in rows:
                for cell in row:
                    yield from _lines(cell, marked, depth - 1)
        else:
            yield from ("    ".join(" ".join(cell.text.split()) for cell in row if cell.text.strip()) for row in rows)


def _level(paragraph: Any) -> int:
    """A heading's level, as its style names it; 0 for a text, and for the title of the whole document."""
    found = _HEADING.match(paragraph.style.name or "") if paragraph.style is not None else None
    return int(found[1]) if found else 0


def _cells(cells: Iterable[Any]) -> list[Any]:
    """A row's cells; a merged cell once."""
    kept: list[Any] = []
    for cell in cells:
        if not kept or cell._tc is not kept[-1]._tc:
            kept.append(cell)
    return kept


def _told(cell: Any) -> bool:
    """Whether a cell tells a text: several paragraphs that end sentences, or a long one."""
    told = [paragraph.text.strip() for paragraph in cell.paragraphs]
    sentences = sum(words.endswith(("。", "！", "？", "”")) for words in told)
    return sentences > 1 or (sentences == 1 and max(map(len, told)) > _LONG)
