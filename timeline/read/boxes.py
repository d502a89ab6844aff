"""A page's runs of text to blocks: one column's lines at one size, a table's rows, an upright headline.

>>> [[line.text for line in block.lines] for block in gathered([Box(0, 20, 90, 30, "上行"), Box(0, 5, 90, 15, "下行")])]
[['上行', '下行']]
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

_NEIGHBOURS = 48
HANGING = "，。、；：！？）”》’」』,.;:!?)"
#: Marks that end a sentence, and what may close behind them.
ENDING = "。！？；：!?;:…"
CLOSING = "”’」』）)】》"


@dataclass(frozen=True, slots=True)
class Box:
    """A run of text on a page: its edges in points from the page's lower left corner, and its text."""

    left: float
    bottom: float
    right: float
    top: float
    text: str

    @property
    def upright(self) -> bool:
        """Whether the characters stand under each other."""
        return len(self.text) >= 3 and self.top - self.bottom > 1.5 * (self.right - self.left)

    @property
    def height(self) -> float:
        """The height of a character."""
        return self.right - self.left if self.upright else self.top - self.bottom

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


@dataclass(slots=True)
class Block:
    """Lines of one size under each other. ``size`` is a line's height in points; ``right`` leaves out punctuation that
    hangs over the edge."""

    lines: list[Box]
    left: float
    bottom: float
    right: float
    top: float
    size: float
    table: bool = False

    @property
    def width(self) -> float:
        return self.right - self.left

    def indent(self, line: Box) -> float:
        """How far a line is set in, in characters."""
        return (line.left - self.left) / self.size

    @property
    def indented(self) -> bool:
        return self.indent(self.lines[0]) > 1.2

    def open(self, measure: float = 0.0) -> bool:
        """Whether the last line is full (of a column ``measure`` points wide) and stops in mid-sentence."""
        last = self.lines[-1]
        bare = last.text.rstrip(CLOSING)
        edge = max(self.right, self.left + measure) - 1.6 * self.size
        return last.right > edge and not (bare and bare[-1] in ENDING)

    def alike(self, other: Block) -> bool:
        """Whether another block can be a column of the same text; one of a line or two may be narrower."""
        near = 0.92 < self.size / other.size < 1.09
        short = 0 if len(other.lines) > 2 else other.width - self.width
        same = abs(self.width - other.width) < 1.6 * self.size or short < 0
        return near and same and not (self.table or other.table)


def block_of(lines: list[Box], table: bool = False) -> Block:
    """Lines as one block."""
    rights = [_edge(line) for line in lines]
    sizes = sorted(line.height for line in lines)
    return Block(
        lines,
        min(line.left for line in lines),
        min(line.bottom for line in lines),
        max(rights),
        max(line.top for line in lines),
        max(sizes[len(sizes) // 2], 0.1),
        table,
    )


def _edge(line: Box) -> float:
    """A line's right edge without the punctuation mark that may hang over the column's."""
    if len(line.text) > 1 and line.text[-1] in HANGING:
        return max(line.right - line.height, line.left)
    return line.right


def gathered(boxes: list[Box]) -> list[Block]:
    """The blocks of a page, in no particular order."""
    return _tables(_stacked(_upright(boxes)))


def _upright(boxes: list[Box]) -> list[Box]:
    """Single characters that stand under each other, three or more, as one line; side by side they go right to left."""
    singles = sorted((box for box in boxes if len(box.text) == 1), key=lambda box: (round(box.left / 3), -box.top))
    lines: list[list[Box]] = []
    for box in singles:
        last = lines[-1][-1] if lines else None
        if (
            last
            and abs(last.left - box.left) < 0.3 * box.height
            and 0.85 < last.height / box.height < 1.18
            and -0.3 * box.height < last.bottom - box.top < 0.8 * box.height
        ):
            lines[-1].append(box)
        else:
            lines.append([box])
    upright = [line for line in lines if len(line) >= 3]
    taken = {id(box) for line in upright for box in line}
    found = [box for box in boxes if id(box) not in taken]
    # Lines of one headline are told right to left: the order of the boxes is turned by mirroring them in their group.
    for group in _abreast(upright):
        places = sorted(group, key=lambda line: line[0].left)
        for line, place in zip(reversed(places), places, strict=True):
            text = "".join(box.text for box in line)
            size, top = line[0].height, place[0].top
            found.append(Box(place[0].left, place[-1].bottom, place[0].left + size, top, text))
    return found


def _abreast(upright: list[list[Box]]) -> list[list[list[Box]]]:
    groups: list[list[list[Box]]] = []
    for line in sorted(upright, key=lambda line: line[0].left):
        last = groups[-1][-1] if groups else None
        size = line[0].height
        if last and line[0].left - last[0].left < 2.2 * size and abs(last[0].height - size) < 0.15 * size:
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _stacked(boxes: list[Box]) -> list[Block]:
    """Lines to blocks: a line goes under another when each is the only one above or below the other."""
    order = sorted(boxes, key=lambda box: -box.top)
    tops = [-box.top for box in order]
    below: list[list[int]] = [[] for _ in order]
    above: list[int] = [0] * len(order)
    for place, box in enumerate(order):
        size = box.height
        first = bisect_left(tops, -(box.bottom + 0.35 * size))
        last = bisect_left(tops, -(box.bottom - 0.95 * size))
        found = [n for n in range(first, min(last, first + _NEIGHBOURS)) if n != place and _over(box, order[n])]
        if found:
            upper = max((order[n] for n in found), key=lambda other: other.top)
            nearest = upper.top - 0.4 * min(size, upper.height)
            below[place] = [n for n in found if order[n].top >= nearest]
            for n in below[place]:
                above[n] += 1
    blocks: list[Block] = []
    taken = [False] * len(order)
    for place in range(len(order)):
        if taken[place]:
            continue
        lines = [order[place]]
        taken[place] = True
        while len(below[place]) == 1 and above[below[place][0]] == 1 and _same_size(lines[-1], order[below[place][0]]):
            place = below[place][0]
            taken[place] = True
            lines.append(order[place])
        blocks.append(block_of(lines))
    return blocks


def _same_size(upper: Box, lower: Box) -> bool:
    return 0.87 < upper.height / max(lower.height, 0.1) < 1.15


def _over(upper: Box, lower: Box) -> bool:
    if abs(upper.left - lower.left) < 2.6 * min(upper.height, lower.height):
        return True  # the short end of a paragraph, and the next one set in
    shared = min(upper.right, lower.right) - max(upper.left, lower.left)
    return shared > 0.3 * min(upper.right - upper.left, lower.right - lower.left)


def _tables(blocks: list[Block]) -> list[Block]:
    """Blocks whose lines stand row by row beside each other, short in a wide pitch, are the columns of a table."""
    found: list[Block] = []
    grid: list[Block] = []
    for block in _by_rows(blocks):
        if grid and _beside(grid[-1], block):
            grid.append(block)
            continue
        found += _rows(grid)
        grid = [block]
    return found + _rows(grid)


def _by_rows(blocks: list[Block]) -> Iterator[Block]:
    """The blocks from left to right in rows of those that begin at one height."""
    row: list[Block] = []
    for block in sorted(blocks, key=lambda block: -block.top):
        if row and row[0].top - block.top > 0.5 * min(row[0].size, block.size):
            yield from sorted(row, key=lambda block: block.left)
            row = []
        row.append(block)
    yield from sorted(row, key=lambda block: block.left)


def _rows(grid: list[Block]) -> list[Block]:
    if len(grid) < 2 or len(grid[0].lines) < 2 or not all(_loose(one, two) for one, two in pairwise(grid)):
        return grid
    return [block_of([joined([block.lines[row] for block in grid]) for row in range(len(grid[0].lines))], table=True)]


def _beside(one: Block, two: Block) -> bool:
    return (
        len(one.lines) == len(two.lines)
        and two.left > one.right
        and all(abs(a.middle - b.middle) < 0.3 * a.height for a, b in zip(one.lines, two.lines, strict=True))
    )


def _loose(one: Block, two: Block) -> bool:
    """Whether the lines of a column leave room to the next one, and tell no sentences: table cells, not prose."""
    prose = sum("，" in line.text or "。" in line.text for line in one.lines)
    return one.width < 0.8 * (two.left - one.left) and 3 * prose < len(one.lines)


def joined(row: list[Box]) -> Box:
    """Runs that stand side by side as one line, blanks between them as wide as they are apart."""
    text = row[0].text
    for before, box in pairwise(row):
        apart = box.left - before.right
        text += ("    " if apart > 1.5 * box.height else " " if apart > 0.1 * box.height else "") + box.text
    return Box(
        min(b.left for b in row), min(b.bottom for b in row), max(b.right for b in row), max(b.top for b in row), text
    )
