"""DOCX documents to text: paragraphs and tables in their order.

>>> import io, docx
>>> made = docx.Document()
>>> _ = made.add_paragraph("新桥昨日合龙。")
>>> stream = io.BytesIO()
>>> made.save(stream)
>>> read_docx(stream.getvalue(), "a.docx")
'新桥昨日合龙。'
"""

from __future__ import annotations

import io
import zipfile

from timeline.read.errors import ReadError

#: What a DOCX may unpack to, in bytes.
MAX_UNPACKED = 512 * 1024 * 1024


def read_docx(raw: bytes, name: str) -> str:
    """The text of a DOCX, a blank line between two paragraphs, a table's row in one line.

    Raises ReadError for a damaged file, one that unpacks beyond reason, or one without text.
    """
    import docx
    from docx.table import Table

    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            if sum(member.file_size for member in packed.infolist()) > MAX_UNPACKED:
                raise ReadError(
                    name, f"it unpacks to more than {MAX_UNPACKED:,} bytes", "save its text in a smaller file"
                )
        document = docx.Document(io.BytesIO(raw))
        lines: list[str] = []
        for part in document.iter_inner_content():
            if isinstance(part, Table):
                lines.extend(_row([cell.text for cell in row.cells]) for row in part.rows)
            else:
                lines.append(part.text)
    except ReadError:
        raise
    except Exception as error:  # python-docx lets the errors of lxml, zipfile and its own parts through
        raise ReadError(name, "the DOCX is damaged", "open it in a word processor and save it again") from error
    text = "\n\n".join(line.strip() for line in lines if line.strip())
    if not text:
        raise ReadError(name, "there is no text in it", "leave it out")
    return text


def _row(cells: list[str]) -> str:
    """A table's row: its cells set apart; a merged cell once."""
    kept = [cell for place, cell in enumerate(cells) if place == 0 or cell != cells[place - 1]]
    return "    ".join(" ".join(cell.split()) for cell in kept if cell.strip())
