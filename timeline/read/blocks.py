"""An HTML element to its lines: one for each block, as a reader sees them.

>>> from lxml import html
>>> blocks(html.fragment_fromstring("<div><p>　　一行，<b>粗</b>字</p>二<br>三<script>x()</script></div>"))
['一行，粗字', '二', '三']
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from timeline import regex as re

_BLOCK = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "br",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
        "title",
        "founder-content",
    ]
)
_HIDDEN = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "iframe",
        "object",
        "svg",
        "select",
        "option",
        "button",
        "input",
        "textarea",
        "head",
        "nav",
        "footer",
    ]
)
_BLANKS = re.compile(r"[ \t\r\n\f\v\u00a0\u200b\ufeff]+")
_CELLS = frozenset(("td", "th"))


def blocks(element: Any, passed: Callable[[Any], bool] | None = None) -> list[str]:
    """The lines of an element, without scripts, forms and navigation; a table's row is one line, its cells set apart.

    Elements for which ``passed`` is true are passed over."""
    lines: list[str] = []
    line: list[str] = []
    row: list[str] = []  # the cells of a table's row before the one in hand

    def end(cell: bool = False) -> None:
        text = _BLANKS.sub(" ", "".join(line)).strip(" \u3000")
        line.clear()
        if text:
            row.append(text)
        if row and not cell:
            lines.append("    ".join(row))
            row.clear()

    # An explicit stack: pages are nested thousands deep, by accident or on purpose.
    stack: list[tuple[Any, bool]] = [(element, False)]
    while stack:
        node, leaving = stack.pop()
        tag = node.tag if isinstance(node.tag, str) else ""
        if leaving:
            if tag in _CELLS:
                end(cell=True)
            elif tag in _BLOCK:
                end()
        elif tag and tag not in _HIDDEN and not (passed and node is not element and passed(node)):
            if tag in _BLOCK and tag not in _CELLS:
                end()
            line.append(node.text or "")
            stack.append((node, True))
            stack.extend((child, False) for child in reversed(node))
            continue
        if node is not element:
            line.append(node.tail or "")
    end()
    return lines
