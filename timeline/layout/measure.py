"""The measure that the lines of a block were wrapped to, and which of them fill it.

>>> lines = ["展览开到下月初八为止，每天早上九点", "开门，下午五点关门，周一休息，免费", "参观。"]
>>> measure_of(lines, [width(line) for line in lines], [0, 0, 0])
34

Widths are East Asian widths: a Chinese character counts two columns, a Latin letter one.
"""

from __future__ import annotations

from timeline.layout.bylines import is_byline
from timeline.layout.marks import ENTRY, FIELD_LINE, INNER, LABEL, LEAD, LISTED, PAUSES, YEAR_HEAD, ends, is_tabled

#: A line this much narrower than its block's measure still counts as full: quotes and figures set narrower.
FULL = 0.8
#: No column has a line this much wider than itself.
_OVERFULL = 1.6
#: An indent of two characters, which scanning takes away.
INDENT = 4
_NARROWEST, _WIDEST = 14, 170
#: A headline has no more lines than this.
TITLE = 4
#: Lines cut in mid-sentence, so many at least and so many of them, end at one width: a sign that hangs over it aside.
_CUT, _ALIKE, HANGING = 3, 0.75, 3
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
    if widest := _set_in(widths, indents):
        return widest if _NARROWEST <= widest <= _WIDEST and is_prose(lines) else 0
    return _usual(lines, widths, indents) or _flush(lines, widths, indents)


def _usual(lines: list[str], widths: list[int], indents: list[int]) -> int:
    """The measure of a block in which most lines are full; 0 for other blocks."""
    inner = len(lines) - 1
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


def _flush(lines: list[str], widths: list[int], indents: list[int]) -> int:
    """The measure of a block of many short paragraphs: nearly all lines cut in mid-sentence end at one width."""
    if len(lines) <= TITLE or not is_prose(lines):
        return 0
    ended = [wide + indent for wide, indent in zip(widths, indents, strict=True)]
    measure = exact_measure(lines, ended)
    return measure if _NARROWEST <= measure <= _WIDEST and max(ended) <= measure + HANGING else 0


def exact_measure(lines: list[str], ended: list[int]) -> int:
    """The column at which nearly all lines end that are cut in mid-sentence, 0 where they end at several.

    ``ended`` are the columns at which the lines end. A heading, a field of a notice and what is left over of one may end
    anywhere.
    """
    cut = {at: ended[at] for at, line in enumerate(lines[:-1]) if not ends(line)}
    least = max(cut.values(), default=0) - INDENT - 1
    full = sorted(column for column in cut.values() if column >= least)
    if len(full) < _CUT:
        return 0
    short = [at for at, column in cut.items() if column < least]
    unlike = sum(not (_heads(lines[at]) or cut.get(at - 1, 0) >= least) for at in short)
    return full[len(full) // 2] if len(full) >= _ALIKE * (len(full) + unlike) else 0


def _heads(line: str) -> bool:
    """Whether a line may be a heading or a field of a notice, which ends where it ends."""
    if YEAR_HEAD.match(line) or LABEL.match(line) or FIELD_LINE.match(line) or line[0] in _BULLETS:
        return True
    return LISTED.match(line) is not None and INNER.search(line) is None


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
