"""Printed lines to paragraphs: which line ends are wraps, and which end a paragraph.

>>> [unit.text for unit in units("标题在此\\n\\n这一段被报纸的栏宽切开，一行\\n只有十几个字，要接回去才读得\\n通。")]
['标题在此', '这一段被报纸的栏宽切开，一行只有十几个字，要接回去才读得通。']

Widths are East Asian widths: a Chinese character counts two columns, a Latin letter one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import takewhile

from timeline import regex as re
from timeline.layout.flow import BREAKS, glue
from timeline.layout.marks import CLOCKED, DATED, INNER, LABEL, LISTED, NOTICE, PAUSES, ends, is_furniture, is_tabled
from timeline.layout.measure import FULL, INDENT, TITLE, begins, borrowed, measure_of, width
from timeline.layout.wraps import YEAR, LineEnds, is_stamped

Line = tuple[int, int]

_LINE = re.compile(rf"\S[^{BREAKS}]*")
_BREAK = re.compile(rf"\r\n|[{BREAKS}]")
#: The heading of a notice hardly more characters: 遗失声明.
_NOTICE = 10
#: So many lines that begin with a date make a chronicle.
_ENTRIES = 3
#: A headline that stands right above its text, with no blank line between them: its longest line, and marks it never has.
_PARTS = re.compile("[\u4e00-\u9fff”] [\u4e00-\u9fff“]")
_HEADLINE, _UNTITLED = 30, re.compile(r"[。；;]|[，,].*[，,]|[：:]\Z|[，,、]\Z")


class Unit:
    """One paragraph, heading or label as printed: ``lines`` its line spans, ``text`` without wraps.

    ``gap`` is the number of blank lines before it (-1 at the start of the text); ``full`` whether its last line is
    filled to the measure; ``measured`` whether it stands in a column whose line ends are wraps; ``inset`` whether its first
    line is set in. ``kind`` is set later, and so is ``resumes``: the unit whose article goes on here.
    """

    __slots__ = ("full", "gap", "inset", "kind", "lines", "measured", "resumes", "text")

    def __init__(self, lines: list[Line], text: str, gap: int, measured: bool, full: bool, inset: bool = False) -> None:
        self.lines = lines
        self.text = text
        self.gap = gap
        self.measured = measured
        self.full = full
        self.inset = inset
        self.kind = ""
        self.resumes: Unit | None = None

    @property
    def start(self) -> int:
        return self.lines[0][0]


@lru_cache(maxsize=512)
def _gap(blanks: str) -> tuple[int, int]:
    """The line breaks in the blanks between two lines, and the width of the indent after the last one."""
    breaks = _BREAK.findall(blanks)
    if not breaks:
        return 0, width(blanks)
    return len(breaks), width(re.split(rf"[{BREAKS}]", blanks)[-1].replace("\t", "    "))


def blocks(text: str) -> list[tuple[int, list[Line], list[int]]]:
    """Runs of lines without a blank line between them: (blank lines before, lines, indents)."""
    found: list[tuple[int, list[Line], list[int]]] = []
    at = 0
    for match in _LINE.finditer(text):
        start = match.start()
        end = start + len(match[0].rstrip())
        blanks = text[at:start]
        breaks, indent = _gap(blanks) if len(blanks) < 64 else (blanks.count("\n") + blanks.count("\r"), 0)
        if not found or breaks > 1:
            found.append((breaks - 1 if found else -1, [(start, end)], [indent]))
        else:
            found[-1][1].append((start, end))
            found[-1][2].append(indent)
        at = end
    return found


def _columns(runs: list[_Run]) -> list[int]:
    """The measures that several blocks of the page share, or one long block has, the commonest first."""
    counts = Counter(run.measure for run in runs if run.measure)
    counts.update(run.measure for run in runs if run.measure and len(run.lines) > TITLE)
    return [measure for measure, count in counts.most_common(8) if count > 1]


def _fills(run: _Run, columns: list[int]) -> bool:
    """Whether a line by itself is as wide as one of the page's columns."""
    if LABEL.match(run.printed[0]):
        return False
    wide = width(run.printed[0]) + max(run.indents[0], INDENT)
    return any(FULL * measure <= wide <= 1.1 * measure for measure in columns)


def _titled(run: _Run, columns: list[int]) -> bool:
    """Whether a few lines that end no sentence and fit none of the page's columns are the lines of a headline."""
    if len(run.lines) > TITLE or any(line[-1] in "。；" or LABEL.match(line) for line in run.printed):
        return False
    return not any(0.85 * measure <= max(run.widths) <= 1.1 * measure for measure in columns)


def _may_title(line: str) -> bool:
    """Whether a line may be one of a headline's."""
    if len(line) > _HEADLINE or ends(line) or _UNTITLED.search(line) or is_furniture(line):
        return False
    return not (begins(line) or LISTED.match(line) or DATED.match(line) or CLOCKED.match(line))


def _stands_above(line: str) -> bool:
    """Whether a line may be a headline's or the page's own."""
    return _may_title(line) or is_furniture(line)


def together(lines: list[str]) -> str:
    """Printed lines as one text without wraps."""
    text = lines[0]
    parts = [text]
    for line in lines[1:]:
        parts.append(glue(parts[-1][-1], line[0]))
        parts.append(line)
    return "".join(parts)


def units(text: str) -> list[Unit]:
    """The paragraphs, headings and labels of a text in printed order; every non-blank character is in exactly one."""
    found: list[Unit] = []
    runs = [_Run(text, gap, lines, indents) for gap, lines, indents in blocks(text)]
    columns = _columns(runs)
    for run in runs:
        if len(run.lines) == 1:
            full = len(run.printed[0]) >= 20 or _fills(run, columns)
            found.append(Unit(run.lines, run.printed[0], run.gap, False, full, run.indents[0] > 1))
            continue
        if columns and run.measure and _titled(run, columns):
            run.measure = 0
        elif columns and not run.measure:
            run.measure = borrowed(run.printed, run.widths, run.indents, columns)
        found.extend(run.paragraphs())
    return found


class _Run:
    """A block of lines without a blank line between them, and the measure it was wrapped to (0: not wrapped)."""

    __slots__ = ("chronicle", "gap", "heads", "indents", "lines", "measure", "printed", "widths")

    def __init__(self, text: str, gap: int, lines: list[Line], indents: list[int]) -> None:
        self.gap = gap
        self.lines = lines
        self.indents = indents
        self.printed = [text[start:end] for start, end in lines]
        self.measure = 0
        self.chronicle = YEAR.match(self.printed[0]) is not None
        if len(lines) > 1:
            self.chronicle = self.chronicle or sum(DATED.match(line) is not None for line in self.printed) >= _ENTRIES
            self.widths = [width(line) for line in self.printed]
            self.heads = self._heads()
            first = self.heads if len(lines) > self.heads + 1 else 0
            prose = [place for place in range(first, len(lines)) if not is_stamped(self.printed[place])]
            self.measure = self._measured(prose)
            if not self.measure and (below := self._below_short(prose)):
                self.measure = self._measured(below)

    def _measured(self, places: list[int]) -> int:
        """The measure of some of the lines."""
        if len(places) < 2:
            return 0
        return measure_of(
            [self.printed[place] for place in places],
            [self.widths[place] for place in places],
            [self.indents[place] for place in places],
        )

    def _below_short(self, places: list[int]) -> list[int]:
        """The lines below those short ones on top that may be a headline's; none where there are none, or too many."""
        short = FULL * max(self.widths)
        tops = list(takewhile(lambda place: self.widths[place] < short and _stands_above(self.printed[place]), places))
        return places[len(tops) :] if 0 < len(tops) < TITLE else []

    def paragraphs(self) -> Iterator[Unit]:
        printed, lines, indents = self.printed, self.lines, self.indents
        line_ends = LineEnds(printed, self.widths, indents, self.measure, chronicle=self.chronicle)
        filled = line_ends.filled
        titles = self._titles() if self.measure and not self.chronicle else set()
        least = min(indents) + 2
        set_in = sum(indent >= least for indent in indents) <= 0.75 * len(indents)
        opened = 0
        for index in range(1, len(lines)):
            indented = indents[index] >= least and (set_in or indents[index] > indents[index - 1])
            headed = self.chronicle and index == self.heads
            if indented or headed or index in titles or index - 1 in titles or not line_ends.wraps(index - 1, opened):
                above = index <= self.heads or index - 1 in titles or (index == 1 and line_ends.heads(0))
                yield self._unit(opened, index, filled[index - 1], above)
                opened = index
        yield self._unit(opened, len(lines), filled[-1], False)

    def _heads(self) -> int:
        """How many short lines at the head of set-in paragraphs, or of a notice, are its heading."""
        printed, indents, short = self.printed, self.indents, FULL * max(self.widths)
        if NOTICE.search(printed[0]) and len(printed[0]) <= _NOTICE and self.widths[0] < short:
            return 1
        heads = 0
        while heads < min(len(printed) - 1, TITLE - 1) and not (
            self.widths[heads] >= short or indents[heads] or ends(printed[heads])
        ):
            heads += 1
        entry = DATED.match(printed[0]) or ends(printed[0]) or printed[0][-1] in PAUSES
        if self.chronicle and not entry and DATED.match(printed[1]):
            return 1
        return heads if indents[heads] > 1 else 0

    def _titles(self) -> set[int]:
        """The lines of headlines that stand right above their texts: above a dateline or byline, or above a full line where
        they are much narrower than the column or have a blank between two parts. What stands above them ends a sentence or
        is the page's frame."""
        found: set[int] = set()
        printed, narrow = self.printed, FULL * self.measure - (0 if any(self.indents) else INDENT)
        inset = sum(indent > 1 for indent in self.indents) > TITLE // 2
        for below in range(1, len(printed)):
            opens = begins(printed[below]) and LABEL.match(printed[below]) is None and not is_tabled(printed[below])
            prose = INNER.search(together(printed[below : below + 2])) is not None
            full = prose and self.widths[below] >= FULL * self.measure
            above = below - 1
            if inset and self.indents[above] > 1 and not self.indents[below]:
                continue  # a paragraph, set in as the others are
            while above >= 0 and below - above < TITLE and _may_title(printed[above]):
                if not (opens or (full and (self.widths[above] < narrow or _PARTS.search(printed[above])))):
                    break
                above -= 1
            if above < 0 or ends(printed[above]) or is_furniture(printed[above]):
                found.update(range(above + 1, below))
        return found

    def _unit(self, opened: int, closed: int, filled: bool, above: bool) -> Unit:
        full = filled if self.measure else self.widths[closed - 1] >= 40
        text = together(self.printed[opened:closed])
        gap, inset = 0 if opened else self.gap, self.indents[opened] > 1
        return Unit(self.lines[opened:closed], text, gap, bool(self.measure) and not above, full, inset)
