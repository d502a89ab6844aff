"""A page's runs of text to its blocks in reading order: headlines, columns, boxes, tables, vertical headlines.

>>> page = [Box(0, 90, 200, 110, "标题"), Box(110, 0, 200, 10, "右"), Box(0, 0, 90, 10, "左")]
>>> [[line.text for line in block.lines] for block in ordered(page)]
[['标题'], ['左'], ['右']]

Lines are first gathered into blocks (one column's lines at one size), then the page is cut along its white stretches
(recursive XY-cut, Nagy and Seth 1984), and where a box stands in the middle of a story's columns, the order is taken in
which its sentences go on.
"""

from __future__ import annotations

from itertools import pairwise

from timeline.read.boxes import CLOSING, ENDING, Block, Box, block_of, gathered, joined

_DEPTH = 60
#: Of a part's white stretches so many are tried as borders between columns.
_TRIED = 16
#: Beyond so many runs on a page, they are taken in the order in which they were drawn.
_MOST = 40_000


def ordered(boxes: list[Box]) -> list[Block]:
    """The blocks of a page in reading order."""
    boxes = [box for box in boxes if box.text.strip()]
    if not boxes:
        return []
    if len(boxes) > _MOST:
        return [block_of(boxes)]
    return _continued([_level_lines(part) for part in _cut(gathered(boxes), _DEPTH)])


def _cut(blocks: list[Block], depth: int) -> list[list[Block]]:
    """The parts of a page: cut between columns where they begin at one height, else between rows."""
    if len(blocks) < 2 or not depth:
        return [blocks] if blocks else []
    height = min(block.size for block in blocks)
    gaps = [gap for gap in _gaps([(block.left, block.right) for block in blocks]) if gap[0] > 0.4 * height]
    rows = _gaps([(-block.top, -block.bottom) for block in blocks])
    columns = [_sides(blocks, middle) for _, middle in gaps[:_TRIED]]
    parts = [sides for sides in columns if _level(*sides, height)][:1] or columns[:1]
    if rows and not (parts and _level(*parts[0], height)):
        edge = rows[0][1]
        parts = [([each for each in blocks if -each.bottom <= edge], [each for each in blocks if -each.top >= edge])]
    if not parts:
        return [blocks]
    return [*_cut(parts[0][0], depth - 1), *_cut(parts[0][1], depth - 1)]


def _sides(blocks: list[Block], middle: float) -> tuple[list[Block], list[Block]]:
    return [block for block in blocks if block.right <= middle], [block for block in blocks if block.left >= middle]


def _level(left: list[Block], right: list[Block], height: float) -> bool:
    """Whether two sides begin at one height: else a headline stands over both, though it reaches over one only."""
    return abs(max(block.top for block in left) - max(block.top for block in right)) < 0.8 * height


def _gaps(edges: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """The white stretches between intervals, the widest first: the width and the middle of each."""
    edges = sorted(edges)
    reach = edges[0][1]
    found: list[tuple[float, float]] = []
    for low, high in edges[1:]:
        if low > reach:
            found.append((low - reach, (low + reach) / 2))
        reach = max(reach, high)
    return sorted(found, reverse=True)


def _level_lines(part: list[Block]) -> Block:
    """A part that cannot be cut: its lines from top to bottom, runs that share a line side by side."""
    if len(part) == 1:
        return part[0]
    lines: list[list[Box]] = []
    for box in sorted((line for block in part for line in block.lines), key=lambda box: (-box.middle, box.left)):
        if lines and abs(lines[-1][0].middle - box.middle) < 0.5 * min(box.height, lines[-1][0].height):
            lines[-1].append(box)
        else:
            lines.append([box])
    return block_of([joined(sorted(line, key=lambda box: box.left)) for line in lines])


def _continued(blocks: list[Block]) -> list[Block]:
    """Where a box cut a story's columns: the columns each read down past the box, if its sentences go on so."""
    for place, block in enumerate(blocks):
        after = next((other for other in blocks[place + 1 :] if block.alike(other)), None)
        if len(block.lines) < 2 or not block.open() or after is None or not after.indented:
            continue
        under = [n for n in range(place + 1, len(blocks)) if _beneath(block, blocks[n])]
        if not under or blocks[under[0]].indented:
            continue
        host = [n for n in range(place, len(blocks)) if block.alike(blocks[n]) and _told(blocks[n])]
        last = _last(blocks, host, under[0])
        host = [n for n in host if n <= last]
        chosen = sorted((blocks[n] for n in host), key=lambda each: (round(each.left / each.size), -each.top))
        if _breaks(chosen) < _breaks([blocks[n] for n in host]):
            others = [blocks[n] for n in range(host[0], host[-1] + 1) if n not in set(host)]
            blocks[host[0] : host[-1] + 1] = [*chosen, *others]
    return blocks


def _told(block: Block) -> bool:
    """Whether a block tells a text: a line alone that ends no sentence is a byline or a heading."""
    return len(block.lines) > 1 or block.lines[0].text.rstrip(CLOSING)[-1:] in tuple(ENDING)


def _beneath(upper: Block, lower: Block) -> bool:
    return (
        _told(lower)
        and upper.alike(lower)
        and abs(upper.left - lower.left) < 0.8 * upper.size
        and lower.top < upper.bottom
    )


def _last(blocks: list[Block], host: list[int], first: int) -> int:
    """The last of the host's blocks that stand in the row of blocks that begins with ``first``."""
    level = [n for n in host if n >= first and blocks[n].top > blocks[first].bottom]
    return max(level)


def _breaks(blocks: list[Block]) -> int:
    """How often a sentence is left off, or a paragraph begun in its middle, from one block to the next."""
    measure = max(block.width for block in blocks)
    return sum(one.open(measure) == two.indented for one, two in pairwise(blocks))
