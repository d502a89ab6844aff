"""A claim: one reason why a page was published on some days and not on others.

>>> Claim("dateline", "本报4月22日讯", near(4, 22, 0, 3), 0.85).kind
'dateline'
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import islice

from timeline.dating.days import Days, near
from timeline.model import Article, Span, Timex, filled_directly

__all__ = ["Claim", "Mention", "Story", "found_in", "near", "timex_mention"]


#: A text that says the same thing more often than this says nothing more.
_MOST = 400
#: No sentence is longer than this to either side, in characters.
_REACH = 400


def found_in(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """The matches of a pattern, but no endless number of them."""
    return islice(pattern.finditer(text), _MOST)


def at_dates(story: Story, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """The matches of a pattern that begins with a month-day, tried at the month-days only."""
    matches = (pattern.match(story.text, start) for start in story.dates)
    return islice((match for match in matches if match), _MOST)


@filled_directly
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


@filled_directly
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

    ``printed`` is the text as it stands there, before traditional characters were folded one for one; ``locate`` maps
    offsets of both to the document; ``dates`` are where its month-days begin; ``opening`` is where the opening sentences
    end; ``deictic`` whether the text counts from its own day (今年, 昨日, 日前).
    """

    article: Article
    text: str
    printed: str
    locate: Callable[[int, int], Span]
    mentions: list[Mention]
    dates: list[int]
    opening: int = 0
    deictic: bool = False
    headline: bool = False
    #: Of a body, the headline above it, unwrapped and folded.
    title: str = ""
    #: By a mention's start: whether it is told as still to come; several rules ask.
    coming: dict[int, bool] = field(default_factory=dict)
    #: By the bounds of what was asked for: the clause round it; several rules ask for the same.
    clauses: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    #: By marks: where they stand.
    breaks: dict[str, list[int]] = field(default_factory=dict)

    def claim(self, kind: str, start: int, end: int, days: Days, weight: float, **facts: str | int) -> Claim:
        """A claim that rests on ``text[start:end]``."""
        return Claim(kind, self.printed[start:end], days, weight, self.locate(start, end), tuple(facts.items()))

    def sentence(self, start: int, end: int, marks: str = "。！？；\n;!?") -> tuple[int, int]:
        """The bounds of the sentence round ``[start, end)``, its mark left out; at most 400 characters to a side."""
        return self._before(marks, start, start - _REACH), self._behind(marks, end, end + _REACH)

    def clause(self, start: int, end: int) -> tuple[int, int]:
        """The bounds of the clause round ``[start, end)``; a comma right behind a date does not end it."""
        if (known := self.clauses.get((start, end))) is None:
            left, right = self.sentence(start, end)
            known = self._before("，,", start, left), self._behind("，,", end + 1, right)
            self.clauses[start, end] = known
        return known

    def _before(self, marks: str, offset: int, least: int) -> int:
        places = self._marked(marks)
        place = bisect_left(places, offset) - 1
        return max(places[place] + 1 if place >= 0 else 0, least, 0)

    def _behind(self, marks: str, offset: int, most: int) -> int:
        places = self._marked(marks)
        place = bisect_left(places, offset)
        return min(places[place] if place < len(places) else len(self.text), most, len(self.text))

    def _marked(self, marks: str) -> list[int]:
        """Where marks stand in the text, looked up once for all rules."""
        if (places := self.breaks.get(marks)) is None:
            places = [match.start() for match in re.finditer(f"[{marks}]", self.text)]
            self.breaks[marks] = places
        return places


def timex_mention(timex: Timex, first: date, last: date) -> Mention:
    """A resolved time expression as a mention."""
    return Mention(timex.start, timex.end, first, last, timex.granularity, timex.resolution == "explicit")
