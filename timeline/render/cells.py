"""Text measured in terminal cells, where a Chinese character takes two.

>>> from timeline.render.cells import wrap
>>> wrap("新港启用，客流大增", 10)
['新港启用，', '客流大增']
"""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len

from timeline import regex as re

#: Never at the beginning of a line, never at the end of one (W3C clreq).
_NOT_FIRST = frozenset("，。、；：？！）》〉」』】〕”’…—～·,.;:?!)]}%％‰℃")
_NOT_LAST = frozenset("（《〈「『【〔“‘([{￥$")
_TOKEN = re.compile(r"\s+|[0-9A-Za-z_./:@#&+=~-]+|.", re.DOTALL)


def wrap(text: str, width: int) -> list[str]:
    """``text`` in lines of at most ``width`` cells: Latin words whole, Chinese broken anywhere but before a closing
    or after an opening mark. A word or a run of marks wider than the line is cut.
    """
    lines: list[str] = []
    line, used = "", 0
    for piece in _pieces(text, max(width, 2)):
        size = cell_len(piece)
        if used and used + size > width:
            lines.append(line.rstrip())
            line, used = "", 0
            piece = piece.lstrip()
            size = cell_len(piece)
        line += piece
        used += size
    if line.strip() or not lines:
        lines.append(line.rstrip())
    return lines


def hanging(line: str, width: int) -> list[str]:
    """``line`` as it is where it fits, else wrapped, what goes on set in by two cells more than it begins."""
    words = line.lstrip()
    start = line[: len(line) - len(words)]
    if cell_len(line) <= width:
        return [line]
    first, *rest = wrap(words, max(width - len(start) - 2, 8))
    return [start + first, *(f"{start}  {more}" for more in rest)]


def balanced(text: str, width: int) -> list[str]:
    """``text`` in as few lines as ``wrap`` gives, but of like length: no last line of one lonely character."""
    lines = wrap(text, width)
    narrow, wide = cell_len(text) // len(lines), width
    while len(lines) > 1 and narrow < wide:
        middle = (narrow + wide) // 2
        tried = wrap(text, middle)
        if len(tried) > len(lines):
            narrow = middle + 1
        else:
            lines, wide = tried, middle
    return lines


def _pieces(text: str, width: int) -> Iterator[str]:
    """What may not be parted: a word or a character with the opening marks before and the closing marks after it."""
    held = ""
    for token in _TOKEN.findall(text):
        if held and (token[0] in _NOT_FIRST or held[-1] in _NOT_LAST) and cell_len(held + token) <= width:
            held += token
            continue
        yield from _cut(held, width)
        held = token
    yield from _cut(held, width)


def _cut(piece: str, width: int) -> Iterator[str]:
    while cell_len(piece) > width:
        size = next(n for n in range(len(piece), 0, -1) if n == 1 or cell_len(piece[:n]) <= width)
        yield piece[:size]
        piece = piece[size:]
    if piece:
        yield piece


def pad(text: str, width: int, *, right: bool = False) -> str:
    """``text`` filled with blanks to ``width`` cells, on its left when it stands ``right``."""
    blanks = " " * max(0, width - cell_len(text))
    return blanks + text if right else text + blanks
