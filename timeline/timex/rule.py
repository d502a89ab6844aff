r"""A rule of the grammar: a pattern, and what reads its matches.

>>> year = Rule("year", r"(?P<y>[0-9]{4})年", lambda m: {"y": int(m["y"])}, 1, 1)
>>> year.read(year.regex.match("1996年"))
{'y': 1996}
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from timeline import regex as re
from timeline.prefixes import prefixes
from timeline.timex.spec import Spec

Reader = Callable[[re.Match[str]], Spec | None]
Unless = Callable[[str, int, int], bool]


@dataclass(frozen=True, eq=False)
class Rule:
    """One pattern and its reader.

    The reader gets the match with its named groups and returns the Spec, or None to decline. ``first``/``last`` are the
    levels stated (see Atom); ``levels`` gives them from the spec where they vary. ``guard`` is a zero-width pattern that
    must hold where a match begins with a word (for digits the grammar has one); neighbours with the same one are tried
    only once it holds. ``unless`` is asked, of the text and the bounds of a match, whether what stands round it makes it
    no time. ``looks_round`` says that the reader itself asks what stands there: of any other rule equal matches read
    alike, and are read once.
    """

    name: str
    pattern: str
    read: Reader
    first: int
    last: int
    levels: Callable[[Spec], tuple[int, int]] | None = None
    guard: str = ""
    looks_round: bool = False
    unless: Unless | None = None

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The pattern, for reading the groups of a match."""
        return re.compile(self.pattern, re.DOTALL)

    @cached_property
    def guarded(self) -> re.Pattern[str]:
        """The same behind its guard, for a rule whose turn comes when another has declined."""
        return re.compile(f"{self.guard}(?:{self.pattern})", re.DOTALL)

    @cached_property
    def begins(self) -> set[str]:
        """The first two characters that a match may have."""
        return prefixes(self.pattern)
