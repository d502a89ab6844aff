"""Sets text as a newspaper does: in columns of one width, numbers unbroken, no line beginning with a closing mark.

>>> set_in_column("展览4月26日开幕，市民可以免费参观。", 16)
'展览4月26日开幕，\\n市民可以免费参观。'
"""

from __future__ import annotations

import re

from timeline.layout.measure import width

#: A number with its signs and a Latin word stand in one line; so does each other character with the marks behind it.
_PIECE = re.compile(r"(?:[A-Za-z0-9]+(?:[.:/%+\-]+[A-Za-z0-9]*)*|.)[，。、；：！？）》”’」』,;:!?)%]*")
INDENT = "\u3000\u3000"


def set_in_column(text: str, columns: int, *, inset: bool = False, apart: bool = False) -> str:
    """``text``, a line a paragraph, in lines of so many columns; paragraphs set in, or with a blank line between them.

    Lines of a table and what fits into one line are left as they are.
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        if apart and lines:
            lines.append("")
        line = INDENT if inset and paragraph.endswith(("。", "！", "？", "”")) else ""
        if width(line + paragraph) <= columns or "|" in paragraph or "\t" in paragraph:
            lines.append(line + paragraph)
            continue
        for piece in _PIECE.findall(paragraph):
            if line.strip() and width(line + piece.rstrip("，。、；：！？）》”’」』,;:!?)%")) > columns:
                lines.append(line)
                line = ""
            line += piece
        lines.append(line)
    return "\n".join(lines)
