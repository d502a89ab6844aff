"""The measure that the lines of a block were wrapped to, and which of them fill it.

>>> lines = ["展览开到下月初八为止，每天早上九点", "开门，下午五点关门，周一休息，免费", "参观。"]
>>> measure_of(lines, [width(line) for line in lines], [0, 0, 0])
34

Widths are East Asian widths: a Chinese character counts two columns, a Latin letter one.
"""

from __future__ import annotations

from timeline.layout.bylines import is_byline
from timeline.layout.marks import ENTRY, INNER, LABEL, LEAD, PAUSES, YEAR_HEAD, ends, is_tabled

#: A line this much narrower than its block's measure still counts as full: quotes and figures set narrower.
FULL = 0.8
#: No column has a line this much wider than itself.
_OVERFULL = 1.6
#: An indent of two characters, which scanning takes away.
INDENT = 4
_NARROWEST, _WIDEST = 14, 170
#: A headline has no more lines than this.
TITLE = 4
#: Signs that stand in front of an entry and inside no sentence.
_BULLETS = frozenset("●◆■★▲◎◇□△▶►▼•")


def width(line: str) -> int:
    """Columns that a line takes: two for what GBK writes in two bytes, else one."""
    return len(line.encode("gbk", "replace"))


def filled_lines(widths: list[int], indents: list[int], measure: float) -> list[bool]:
    """Which lines are filled to the measure; the first of a paragraph may lack the indent that scanning took away."""
    floor = FULL * measure
    taken = 0 if any(indents) else INDENT
    filled: list[bool] = []
    opening = True
    for wide, indent in zip(widths, indents, strict=True):
        full = wide + (max(indent, taken) if opening else indent) >= floor
        filled.append(full)
        opening = not full
    return filled


def is_prose(lines: list[str]) -> bool:
    """Whether the lines of a block are those of a text: one ends as a sentence does, pauses, or opens an article or field."""
    return (
        ends(lines[-1])
        or ends(lines[0])
        or LABEL.match(lines[0]) is not None
        or LEAD.match(lines[0]) is not None
        or any(INNER.search(line) for line in lines)
    )


def measure_of(lines: list[str], widths: list[int], indents: list[int]) -> int:
    """The width at which the lines of a block were wrapped, or 0 when the block alone does not show it."""
    inner = len(lines) - 1
    if widest := _set_in(widths, indents):
        return widest if _NARROWEST <= widest <= _WIDEST and is_prose(lines) else 0
    measure = sorted(wide + indent for wide, indent in zip(widths[:-1], indents, strict=False))[inner // 2]
    if not _NARROWEST <= measure <= _WIDEST or widths[-1] > 1.3 * measure or max(widths) > _OVERFULL * measure:
        return 0
    if inner < TITLE and any(YEAR_HEAD.match(line) for line in lines):
        return 0
    unpaused = sum(line[-1] not in PAUSES for line in lines[:-1])
    if inner == 1:
        wide = measure >= 20 or LABEL.match(lines[0]) is not None
        return measure if unpaused and wide and not ends(lines[0]) and is_prose(lines) else 0
    filled = filled_lines(widths, indents, measure)
    # Lines all of one width are wraps though many of them end with a mark.
    flush = sum(abs(wide + indent - measure) <= 3 for wide, indent in zip(widths[:-1], indents, strict=False))
    if sum(filled[:-1]) < 0.6 * inner or unpaused < (0.25 if flush >= 0.6 * inner else 0.5) * inner:
        return 0
    return measure if is_prose(lines) else 0


def _set_in(widths: list[int], indents: list[int]) -> int:
    """The measure of a block whose paragraphs are told by their indents alone: each line but a paragraph's last is full;
    0 for other blocks."""
    widest = max(wide + indent for wide, indent in zip(widths, indents, strict=True))
    if not indents[0] or all(indents[1:]):
        return 0
    short = (wide + indent < FULL * widest for wide, indent in zip(widths[:-1], indents, strict=False))
    return 0 if any(less and not after for less, after in zip(short, indents[1:], strict=True)) else widest


def borrowed(lines: list[str], widths: list[int], indents: list[int], columns: list[int]) -> int:
    """The measure of the page's columns that a block without its own fits: few lines, ended by chance with a mark."""
    widest = max(widths)
    for measure in columns:
        if 0.8 * measure <= widest <= 1.1 * measure:
            filled = filled_lines(widths, indents, measure)[:-1]
            pairs = zip(filled, lines, lines[1:], strict=False)
            whole = sum(full or ends(line) or begins(after) for full, line, after in pairs)
            if whole >= 0.75 * len(filled) and is_prose(lines):
                return measure
    return 0


def begins(line: str) -> bool:
    """Whether a line begins a paragraph whatever stands before it."""
    return (
        (line[0] in "本【[新中讯" and LEAD.match(line) is not None)
        or LABEL.match(line) is not None
        or ("记者" in line[:40] and is_byline(line))
        or is_tabled(line)
        or (line[0] in "0123456789一二三四五六七八九十第【" and ENTRY.match(line) is not None)
        or (line[0] in _BULLETS and len(line) > 1)
    )
