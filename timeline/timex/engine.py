r"""Finds what rules describe in one pass: rules are patterns with a reader each, and know where they may begin.

>>> from timeline.timex.engine import Grammar, Rule
>>> from timeline.timex.spec import YEAR
>>> grammar = Grammar([Rule("year", "0123456789", r"(?P<y>\d{4})年", lambda m: {"y": int(m["y"])}, YEAR, YEAR)])
>>> [(a.start, a.end, a.spec) for a in grammar.atoms("建于1996年")]
[(2, 7, {'y': 1996})]

The scan is one compiled expression that begins with a character class, so that the regular-expression engine skips
text without a possible beginning at full speed; the alternatives are tried only where one may begin.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

from timeline.timex.spec import Atom, Spec

Reader = Callable[[re.Match[str]], Spec | None]

_NAMED = re.compile(r"\(\?P<\w+>")


@dataclass(frozen=True)
class Rule:
    """One pattern and its reader.

    ``starts`` holds every character that a match may begin with, ``guard`` a zero-width pattern that must hold there;
    neighbours with the same two are tried only once these are met. The reader gets the match with its named groups and
    returns the Spec, or None to decline. ``first``/``last`` are the levels stated (see Atom); a reader's spec may narrow
    ``last`` through ``levels``.
    """

    name: str
    starts: str
    pattern: str
    read: Reader
    first: int
    last: int
    levels: Callable[[Spec], tuple[int, int]] | None = None
    guard: str = ""
    regex: re.Pattern[str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "regex", re.compile(self.guard + self.pattern))


class Grammar:
    """An ordered set of rules: at one place the earlier rule wins."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.rules = list(rules)
        numbered = [(rule, f"(?P<r{k}>{_NAMED.sub('(?:', rule.pattern)})") for k, rule in enumerate(self.rules)]
        branches = "|".join(
            f"(?=[{re.escape(starts)}]){guard}(?:{'|'.join(branch for _, branch in group)})"
            for (starts, guard), group in groupby(numbered, key=lambda pair: (pair[0].starts, pair[0].guard))
        )
        starts = "".join(sorted({char for rule in self.rules for char in rule.starts}))
        # One character is consumed by the class, then the alternatives look at it again from its left side.
        self._scan = re.compile(f"[{re.escape(starts)}](?<=(?={branches}).)", re.DOTALL)
        self._index = {f"r{k}": k for k in range(len(self.rules))}

    def atoms(self, text: str) -> Iterator[Atom]:
        """What the rules read in ``text``, in order, not overlapping."""
        search, index, rules = self._scan.search, self._index, self.rules
        position = 0
        while found := search(text, position):
            start = found.start()
            position = start + 1
            for rule in rules[index[found.lastgroup or ""] :]:  # the first one may decline, then a later one is asked
                match = rule.regex.match(text, start)
                spec = rule.read(match) if match else None
                if match and spec is not None:
                    position = match.end()
                    first, last = rule.levels(spec) if rule.levels else (rule.first, rule.last)
                    yield Atom(start, position, rule.name, spec, first, last)
                    break
