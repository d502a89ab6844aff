"""An article's body without its line wraps, and the way back from there to what is printed.

>>> unwrap("活动时间：4 月 26\\n 日上午")
'活动时间：4 月 26日上午'
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from timeline import regex as re
from timeline.model import Article, Document, Span

BREAKS = "\\n\\r\\x0b\\x0c\\x1c-\\x1e\\x85\\u2028\\u2029"
_BREAK = re.compile(f"[{BREAKS}]")
# The lookbehind keeps a megabyte of blanks without a line break linear: a run is tried from its first blank only.
_WRAP = re.compile(rf"(?<!\s)\s*[{BREAKS}]\s*")
_LATIN = "A-Za-z\u00c0-\u024f"
_WORDS = re.compile(rf"[{_LATIN},;:!?)][{_LATIN}]|\.[A-Z]")


def glue(before: str, after: str) -> str:
    """What stands for a line break between two printed characters: one blank between Latin words, else nothing."""
    return " " if before < "\u0250" and _WORDS.match(before + after) else ""


def unwrap(printed: str) -> str:
    """``printed`` without line wraps: a line break goes away with the blanks round it, or becomes one blank between
    two Latin words. Blanks inside a line stay as they are printed."""
    if _BREAK.search(printed) is None:
        return printed
    return _WRAP.sub(
        lambda wrap: glue(printed[max(wrap.start() - 1, 0) : wrap.start()], printed[wrap.end() : wrap.end() + 1]),
        printed,
    )


class Flow:
    """An article's body as one text: ``text`` has its paragraphs unwrapped and joined by a line feed.

    Offsets into ``text`` are code points; ``span`` and ``clip`` relate them to the document's decoded text.
    """

    __slots__ = ("_cuts", "_flow_starts", "_printed_starts", "text")

    def __init__(self, document: str, paragraphs: Sequence[Iterable[Span]]) -> None:
        pieces: list[str] = []
        self._flow_starts: list[int] = []
        self._printed_starts: list[int] = []
        self._cuts: list[int] = []
        at = 0
        previous = -1
        for paragraph in paragraphs:
            before = ""
            for line in paragraph:
                printed = document[line.start : line.end]
                between = (glue(before, printed[0]) if before else "\n") if pieces else ""
                if between:
                    pieces.append(between)
                    at += len(between)
                gap = document[previous : line.start]
                if pieces and (line.start < previous or not (gap.isspace() or not gap)):
                    self._cuts.append(at)
                self._flow_starts.append(at)
                self._printed_starts.append(line.start)
                pieces.append(printed)
                at += len(printed)
                before = printed[-1]
                previous = line.end
        self.text = "".join(pieces)

    def printed(self, offset: int) -> int:
        """Where the character at ``offset`` of ``text`` is printed, as an offset into the document's text."""
        piece = max(bisect_right(self._flow_starts, offset) - 1, 0)
        return self._printed_starts[piece] + offset - self._flow_starts[piece]

    def span(self, start: int, end: int) -> Span:
        """The part of the document from the first to the last character of ``text[start:end]``.

        Raises ValueError for an empty or outlying range.
        """
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"{start}:{end} is no part of a flow of {len(self.text)} characters")
        starts = self._flow_starts
        piece = max(bisect_right(starts, start) - 1, 0)
        first = self._printed_starts[piece] + start - starts[piece]
        if piece + 1 == len(starts) or end <= starts[piece + 1]:
            return Span(first, first + end - start)
        last = self.printed(end - 1)
        return Span(min(first, last), max(first, last) + 1)

    def clip(self, start: int, end: int, keep_start: int, keep_end: int) -> tuple[int, int]:
        """The largest part of ``[start, end)`` round ``[keep_start, keep_end)`` that is printed in one piece: whose
        document range holds nothing but itself and white space. Where the kept part is itself cut, it alone."""
        cuts = self._cuts
        left = bisect_right(cuts, keep_start)
        right = bisect_right(cuts, max(keep_end - 1, keep_start))
        if left != right:
            return keep_start, keep_end
        if left:
            start = max(start, cuts[left - 1])
        if right < len(cuts):
            end = min(end, cuts[right])
        while start < keep_start and self.text[start].isspace():
            start += 1
        while end > keep_end and self.text[end - 1].isspace():
            end -= 1
        return start, end


def flow(document: Document, article: Article) -> Flow:
    """The body of ``article`` as a Flow; headline and byline lines are not in it."""
    return Flow(document.text, article.paragraphs)
