"""Which rules come into question where: by the first two characters of a word, by what stands behind a number.

>>> from timeline.timex.rule import Rule
>>> rules = [Rule("today", "今[天日]", lambda m: {"d_rel": 0}, 4, 4), Rule("year", "[0-9]{4}年", lambda m: {}, 1, 1)]
>>> plan = Dispatch(rules, "(?<![.])")
>>> plan.words["今天"], plan.figures[0].of["年", False]
((0,), (1,))
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from timeline.prefixes import ANY, behind_number
from timeline.timex.rule import Rule

DIGITS = "0123456789"
#: Characters that write numbers only; 元, 半 and 几 begin words as well.
NUMERALS = "〇零○Ｏ一二两三四五六七八九十百千廿卅"
#: Among so many figures and blanks from the beginning of a number, what stands behind it is looked for.
NEAR = 12
#: No number of a time has more figures; of a row twice as long only the end can be one.
LONGEST = 20


#: Where a match begins and ends, the rule's place among all, and its turn among those that may match there.
Found = tuple[int, int, int, int]
#: The first match at a position or behind it; so many of the rules that may match at the position itself are left out.
Find = Callable[[int, int], Found | None]


class Scan(Protocol):
    """What finds the rules' matches in any text."""

    def over(self, text: str) -> Find:
        """What finds the matches in ``text``."""
        ...


@dataclass(frozen=True)
class Figures:
    """The rules that may begin with one of ``numerals``, each as its place among all.

    ``of`` gives those that may match by the character behind the number (ANY: none that says anything) and by whether
    the number begins with one of ``pairs``: so begins a rule that no character behind the number gives away. ``guard``
    is a zero-width pattern that must hold where a match begins; None where each rule has its own.
    """

    numerals: str
    guard: str | None
    of: Mapping[tuple[str, bool], tuple[int, ...]]
    pairs: frozenset[str]

    @property
    def guarded(self) -> bool:
        """Whether each rule stands behind a guard of its own."""
        return self.guard is None


class Dispatch:
    """The rules of a grammar by where they may match; ``digit_guard`` must hold wherever a match begins with a digit."""

    def __init__(self, rules: Sequence[Rule], digit_guard: str) -> None:
        self.rules = rules
        self.digit_guard = digit_guard

    @cached_property
    def figures(self) -> tuple[Figures, Figures]:
        """Those that begin with a digit, and those with a numeral of words."""
        return _figures(self.rules, DIGITS, self.digit_guard), _figures(self.rules, NUMERALS, None)

    @cached_property
    def words(self) -> dict[str, tuple[int, ...]]:
        """The places of the rules that may match where a word begins, by its first two characters, or by one."""
        return _words(self.rules)


def _figures(rules: Sequence[Rule], numerals: str, guard: str | None) -> Figures:
    behind = {
        place: behind_number(rule.pattern, numerals)
        for place, rule in enumerate(rules)
        if not _begins_otherwise(rule, numerals)
    }
    pairs = frozenset(begin for place, chars in behind.items() if ANY in chars for begin in rules[place].begins)
    of = {}
    for char in set().union(*behind.values()) | {ANY}:
        for pair in (False, True):
            able = tuple(place for place, chars in behind.items() if char in chars or (pair and ANY in chars))
            if able and (char != ANY or pair):
                of[char, pair] = able
    return Figures(numerals, guard, of, pairs)


def _begins_otherwise(rule: Rule, numerals: str) -> bool:
    """Whether no match of a rule begins with one of ``numerals``."""
    return not any(begin[:1] in numerals for begin in rule.begins if begin)


def _words(rules: Sequence[Rule]) -> dict[str, tuple[int, ...]]:
    """The rules that begin with anything else, by their first two characters, or by one where any may follow."""
    able: dict[str, list[int]] = {}
    for place, rule in enumerate(rules):
        for begin in {text if len(text) == 2 else text + ANY for text in rule.begins}:
            if begin[0] not in DIGITS + NUMERALS:
                able.setdefault(begin, []).append(place)
    return {begin.rstrip(ANY): tuple(sorted({*own, *able.get(begin[0] + ANY, ())})) for begin, own in able.items()}
