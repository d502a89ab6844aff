"""A claim: one reason why a page was published on some days and not on others.

>>> Claim("dateline", "本报4月22日讯", near(4, 22, 0, 3), 0.85).kind
'dateline'
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice

from timeline.dating.days import Days, near
from timeline.model import Article, Span, Timex

__all__ = ["Claim", "Mention", "Story", "found_in", "near", "timex_mention"]


#: A text that says the same thing more often than this says nothing more.
_MOST = 400


def found_in(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """The matches of a pattern, but no endless number of them."""
    return islice(pattern.finditer(text), _MOST)


@dataclass(frozen=True, slots=True)
class Claim:
    """The days that a piece of evidence allows; ``weight`` 0..1 decides which of two contradicting claims yields.

    ``facts`` are the names and numbers that the reasoning rests on; what is said of them is the renderer's.
    """

    kind: str
    words: str
    days: Days
    weight: float
    span: Span | None = None
    facts: tuple[tuple[str, str | int], ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """A date in a story whose year is known: its first and last day, and whether the year stands in its own words."""

    start: int
    end: int
    first: date
    last: date
    granularity: str
    explicit: bool


@dataclass(slots=True)
class Story:
    """An article's text as evidence is looked for in it: the unwrapped body, or a headline.

    ``locate`` maps offsets of ``text`` to the document; ``opening`` is where the opening sentences
    end; ``deictic`` whether the text counts from its own day (今年, 昨日, 日前).
    """

    article: Article
    text: str
    locate: Callable[[int, int], Span]
    mentions: list[Mention]
    opening: int = 0
    deictic: bool = False
    headline: bool = False

    def claim(self, kind: str, start: int, end: int, days: Days, weight: float, **facts: str | int) -> Claim:
        """A claim that rests on ``text[start:end]``."""
        return Claim(kind, self.text[start:end], days, weight, self.locate(start, end), tuple(facts.items()))

    def sentence(self, start: int, end: int, marks: str = "。！？；\n;!?") -> tuple[int, int]:
        """The bounds of the sentence round ``[start, end)``, its mark left out; at most 400 characters to a side."""
        left = max(self.text.rfind(mark, max(0, start - 400), start) for mark in marks) + 1
        rights = [at for mark in marks if (at := self.text.find(mark, end, end + 400)) >= 0]
        return left, min(rights, default=min(len(self.text), end + 400))

    def clause(self, start: int, end: int) -> tuple[int, int]:
        """The bounds of the clause round ``[start, end)``; a comma right behind a date does not end it."""
        left, right = self.sentence(start, end)
        left = max(left, *(self.text.rfind(mark, left, start) + 1 for mark in "，,"))
        commas = [at for mark in "，," if (at := self.text.find(mark, end + 1, right)) >= 0]
        return left, min(commas, default=right)


def timex_mention(timex: Timex, first: date, last: date) -> Mention:
    """A resolved time expression as a mention."""
    return Mention(timex.start, timex.end, first, last, timex.granularity, timex.resolution == "explicit")
