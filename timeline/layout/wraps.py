"""Which line ends of a block are wraps: the next line goes on with the same paragraph.

>>> lines = ["展览开到下月初八为止，每天早上九点", "开门，下午五点关门，周一休息，免费", "参观。"]
>>> ends_of = LineEnds(lines, [width(line) for line in lines], [0, 0, 0], measure=34, chronicle=False)
>>> ends_of.wraps(0, 0), ends_of.wraps(1, 0)
(True, True)

Widths are East Asian widths: a Chinese character counts two columns, a Latin letter one.
"""

from __future__ import annotations

from functools import cached_property, lru_cache

from timeline import regex as re
from timeline.layout.bylines import is_byline
from timeline.layout.marks import (
    CLOCKED,
    DATED,
    FIELD_LINE,
    INNER,
    LISTED,
    NOTICE,
    PAUSES,
    YEAR_HEAD,
    begins_with_day,
    ends,
    ends_with_day,
    is_tabled,
)
from timeline.layout.measure import HANGING, INDENT, begins, exact_measure, filled_lines, width
from timeline.layout.stamps import is_office, stamps

YEAR = re.compile(r"(?:1[89]|20)\d\d年")
#: A line of prose this wide may still be a wrap.
_LOOSE = 0.66
#: So long a line, in characters, was cut by a stray line end where it stops in mid-sentence.
_LONG = 40
#: The heading of a part of a notice has hardly more characters: 一、报名时间和地点.
_HEADING = 12
#: So many lines in a row that begin with their days are a list of rows.
_ROWS = 3
#: A line that says when something was published is hardly longer, in characters.
_STAMP = 80
#: What no line breaks: a number with its signs, a Latin word.
_UNBROKEN = re.compile(r"[A-Za-z0-9.:/%+\-]+")
#: A line that ends like this is not at its end, and one that begins like this goes on with the one above it.
_LEFT_OPEN, _GOES_ON = (
    re.compile(r"[和与及至于在由从将并、（《“‘—]\Z"),
    re.compile(r"[的了着、，。；：）》”’]"),
)
#: A date or an hour in two lines: 9月13日 | 起.
_NUMBER, _ITS_UNIT = re.compile(r"\d\Z"), re.compile("[年月日时点分元人个万亿名家]")
_TIME, _ITS_BOUND = re.compile(r"\d[年月日时点分]\Z"), re.compile("[起前后至到内止]")
#: A row of a programme begins with its day, and maybe its hour, set off from what is on.
_DAY = re.compile(r"(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:[（(][^（()）]{1,8}[）)])?(?:\d{1,2}[:：]\d{2})?[ \u3000]")


@lru_cache(maxsize=256)  # a line is asked for as the one before and the one after
def is_stamped(line: str) -> bool:
    """Whether a line says when something was published or who wrote it, and nothing of what is told."""
    return len(line) <= _STAMP and (bool(stamps(line)) or is_byline(line))


class LineEnds:
    """The line ends of a block without a blank line, wrapped to ``measure`` (0: to none that shows).

    In a chronicle, paragraphs begin with their years or days, in a programme with their clock times.
    """

    def __init__(
        self, printed: list[str], widths: list[int], indents: list[int], measure: int, *, chronicle: bool
    ) -> None:
        self.filled = filled_lines(widths, indents, measure)
        self._printed = printed
        self._indents = indents
        self._ended = [wide + indent for wide, indent in zip(widths, indents, strict=True)]
        self._measure = measure
        self._chronicle = chronicle
        exact = exact_measure(printed, self._ended) if measure else 0
        self._exact = exact if exact >= measure - HANGING else 0
        self._taken = self._indent_taken()
        self._cut = _cut(printed) if not measure else []

    def wraps(self, at: int, opened: int) -> bool:
        """Whether the line ``at`` goes on in the next one; ``opened`` is the first line of its paragraph."""
        line, after = self._printed[at : at + 2]
        filled = self.filled[at] and bool(self._measure)
        if (is_stamped(line) or is_stamped(after)) and (not filled or (at == opened and stamps(line))):
            return False
        ours = line[-1] == "本" and after[0] in "报网台刊社站"  # 本报记者, at the line's end
        if (begins(after) and not ours) or is_tabled(line) or YEAR_HEAD.match(after) or self._ends_row(at):
            return False
        room = self._has_room(at, opened)
        exact = bool(self._exact) and not room
        if (
            exact
            and self._inset
            and not (self.heads(at) or any(mark.match(after) for mark in (LISTED, FIELD_LINE, _DAY)))
        ):
            return True  # a paragraph would be set in
        if any(mark.match(line) and mark.match(after) for mark in (CLOCKED, LISTED, FIELD_LINE, _DAY)):
            return False
        dated = self._chronicle and not (exact and not self._of_entries)
        if dated and DATED.match(after) and (ends(line) or not INNER.search(line)):
            return False
        if not self._measure:
            return self._cut[at] or (len(line) >= _LONG and len(after) >= 2 and _stops(line, after))
        if ends(line) and (not filled or LISTED.match(after) or (dated and YEAR.match(after))):
            return False
        heads = at == opened and self.heads(at)
        if heads and (NOTICE.search(line) or FIELD_LINE.fullmatch(after)):
            return False
        if heads and not self._exact and len(line) <= _HEADING and LISTED.match(line) and not _left_open(line, after):
            return False
        if room and (heads or ends(line)):
            return False
        if ends(line) and is_office(after) and not self.filled[at + 1]:
            return False  # who signs a notice
        return filled or (INNER.search(line) is not None and width(line) >= _LOOSE * self._measure)

    def _indent_taken(self) -> int:
        """The columns by which the first line of a paragraph is narrower than its column: an indent that scanning took away."""
        if any(self._indents):
            return 0
        short = (
            at + 1 for at, line in enumerate(self._printed[:-1]) if ends(line) and self._ended[at] < self._exact / 2
        )
        flush = (self._ended[at] > self._exact - INDENT and not ends(self._printed[at]) for at in (0, *short))
        return 0 if self._exact and any(flush) else INDENT

    @cached_property
    def _inset(self) -> bool:
        """Whether the paragraphs are told by their indents."""
        return min(self._indents) == 0 and sum(indent > 1 for indent in self._indents) > 1

    @cached_property
    def _of_entries(self) -> bool:
        """Whether dates begin the paragraphs that begin below a line with room at its end."""
        pairs = zip(self._printed, self._printed[1:], strict=False)
        return any(
            ends(line) and self._has_room(at, at) and DATED.match(after) is not None
            for at, (line, after) in enumerate(pairs)
        )

    def heads(self, at: int) -> bool:
        """Whether a line is none of prose: a headline, a heading, a row of a list."""
        line = self._printed[at]
        return line[-1] not in PAUSES and not ends(line) and INNER.search(line) is None

    def _ends_row(self, at: int) -> bool:
        """Whether a line is one of several in a row that begin or end with their days: nothing below goes on with it."""
        rows = self._printed[max(at - _ROWS + 1, 0) : at + 1]
        if self._chronicle and len(rows) == _ROWS and all(map(begins_with_day, rows)):
            return True
        beside = (*self._printed[max(at - 1, 0) : at], self._printed[at + 1])
        return ends_with_day(self._printed[at]) and any(map(ends_with_day, beside))

    def _has_room(self, at: int, opened: int) -> bool:
        """Whether what the next line begins with would have stood at the end of a line, had that gone on."""
        if not self._exact:
            return False
        after = self._printed[at + 1]
        word = _UNBROKEN.match(after)
        first = len(word[0]) if word else 2
        return self._ended[at] + (self._taken if at == opened else 0) + max(first, HANGING) < self._exact


def _stops(line: str, after: str) -> bool:
    """Whether a line of prose stops inside a sentence, and what stands below it is no entry of a list."""
    if ends(line) or LISTED.match(after) or DATED.match(after):
        return False
    return INNER.search(line) is not None or (not LISTED.match(line) and _left_open(line, after))


def _left_open(line: str, after: str) -> bool:
    """Whether no line could end here but by a wrap: …主办，由 | …, 8月20 | 日, 9月13日 | 起."""
    if _LEFT_OPEN.search(line) or _GOES_ON.match(after):
        return True
    if _NUMBER.search(line) and _ITS_UNIT.match(after):
        return True
    return _TIME.search(line) is not None and _ITS_BOUND.match(after) is not None


def _cut(printed: list[str]) -> list[bool]:
    """Which lines stop inside a sentence that one of the lines below them ends, as on a page of a ragged measure."""
    found = [False] * len(printed)
    for at in range(len(printed) - 2, -1, -1):
        line, after = printed[at : at + 2]
        goes_on = (found[at + 1] or ends(after)) and width(line) >= _LOOSE * width(after)  # no headline above its text
        found[at] = goes_on and _stops(line, after) and not (begins(after) or FIELD_LINE.match(after))
    return found
