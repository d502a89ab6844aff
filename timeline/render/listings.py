"""Lists of what is in a store beside events: aligned on a terminal, tab-separated in a pipe.

>>> print("\\n".join(listing(("topic", "label"), [("trade", "外贸出海"), ("ip", "知识产权")], width=40)))
topic  label
trade  外贸出海
ip     知识产权
>>> list(listing(("topic", "label"), [("ip", "知识产权")], width=None))
['ip\\t知识产权']
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.cells import cell_len
from rich.console import Console

from timeline.render.cells import hanging, pad, wrap
from timeline.render.wording import one_line

#: Words in a column narrower than this are torn rather than read.
_READABLE = 24


def print_listing(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print the rows, as wide as the terminal where there is one."""
    console = Console()
    for line in listing(headings, rows, width=console.width if console.is_terminal else None):
        print(line)


def print_told(text: str) -> None:
    """Print lines, those wider than the terminal broken under their own beginning; in a pipe as they are."""
    console = Console()
    for line in text.splitlines():
        print("\n".join(hanging(line, console.width)) if console.is_terminal else line)


def listing(headings: Sequence[str], rows: Iterable[Sequence[object]], *, width: int | None) -> Iterator[str]:
    """The rows as lines of at most ``width`` cells, the last column wrapped, or below the others where these leave it no
    room; None is a tab-separated line a row."""
    table = [["" if cell is None else one_line(str(cell)) for cell in row] for row in rows]
    if width is None:
        yield from ("\t".join(row) for row in table)
        return
    columns = [max(map(cell_len, column)) for column in zip(headings, *table, strict=True)]
    indent = sum(columns[:-1]) + 2 * (len(columns) - 1)
    if indent + min(columns[-1], _READABLE) > width:
        yield from _stacked(headings, table, width)
        return
    for row in [list(headings), *table]:
        start = "".join(pad(cell, size) + "  " for cell, size in zip(row[:-1], columns[:-1], strict=True))
        first, *rest = wrap(row[-1], width - indent) or [""]
        yield (start + first).rstrip()
        yield from (" " * indent + line for line in rest)


def _stacked(headings: Sequence[str], table: Iterable[Sequence[str]], width: int) -> Iterator[str]:
    yield from wrap(" · ".join(headings), width)
    for row in table:
        yield from wrap("  ".join(filter(None, row[:-1])), width)
        yield from (f"  {line}" for line in wrap(row[-1], width - 2))
