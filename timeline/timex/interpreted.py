"""Finds where the rules of a grammar match with Python's ``re`` alone, where the compiled scanner was not built.

>>> from timeline.timex.rule import Rule
>>> plan = Dispatch([Rule("year", "[0-9]{4}年", lambda m: {}, 1, 1)], "(?<![.])")
>>> InterpretedScan(plan).over("建于1996年")(0, 0)
(2, 7, 0, 0)

A scan is a compiled expression that begins with a character class, so that the regular-expression engine skips text
without a possible beginning at full speed; the rules in question are tried only where one may begin. Rules that begin
with a number and rules that begin with a word have a scan each.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby

from timeline import regex as re
from timeline.prefixes import ANY
from timeline.timex.dispatch import LONGEST, NEAR, Dispatch, Figures, Find, Found
from timeline.timex.rule import Rule

_NAMED = re.compile(r"\(\?P<\w+>")
_NONE: Found = (1 << 60, 1 << 60, 0, 0)


class InterpretedScan:
    """What finds the rules' matches in any text."""

    def __init__(self, plan: Dispatch) -> None:
        self._families: list[_Numbers | _Words] = [
            *(_Numbers(plan.rules, figures) for figures in plan.figures),
            _Words(plan.rules, plan.words),
        ]

    def over(self, text: str) -> Find:
        """What finds the matches in ``text``."""
        return _Over(self._families, text).find


class _Over:
    """The next match in one text: each family of rules is asked again only where its last match has been passed."""

    def __init__(self, families: Sequence[_Numbers | _Words], text: str) -> None:
        self._families, self._text = families, text
        self._next = [(-1, -1, 0, 0)] * len(families)

    def find(self, position: int, skip: int) -> Found | None:
        """The first match at ``position`` or behind it; the first ``skip`` rules are left out at ``position`` itself."""
        first = _NONE
        for number, family in enumerate(self._families):
            found = self._next[number]
            if found[0] < position or (skip and found[0] == position):
                found = self._next[number] = family.find(self._text, position, skip) or _NONE
            if found[0] < first[0]:
                first = found
        return None if first is _NONE else first


class _Choice:
    """Rules as one alternation of what may match at a position, compiled when it is first asked."""

    __slots__ = ("_guarded", "_match", "_places", "_rules")

    def __init__(self, rules: Sequence[Rule], places: tuple[int, ...], *, guarded: bool) -> None:
        self._places, self._guarded = places, guarded
        self._rules = [rules[place] for place in places]
        self._match: Callable[[str, int], re.Match[str] | None] | None = None

    def _pattern(self) -> str:
        """The alternation of the rules, in their order; neighbours with one guard stand behind it if it is to be asked."""
        parts = []
        for guard, group in groupby(self._rules, key=lambda rule: rule.guard if self._guarded else ""):
            alternatives = [f"({_NAMED.sub('(?:', rule.pattern)})" for rule in group]
            parts.append(f"{guard}(?:{'|'.join(alternatives)})")
        return "|".join(parts)

    def find(self, text: str, start: int, skip: int) -> Found | None:
        """The match at ``start`` of the first rule that has one, without the first ``skip`` of them."""
        if not skip:
            if self._match is None:
                self._match = re.compile(self._pattern(), re.DOTALL).match
            found = self._match(text, start)
            if found is None:
                return None
            turn = (found.lastindex or 1) - 1
            return start, found.end(), self._places[turn], turn
        for turn, rule in enumerate(self._rules[skip:], skip):
            found = (rule.guarded if self._guarded else rule.regex).match(text, start)
            if found:
                return start, found.end(), self._places[turn], turn
        return None


class _Numbers:
    """The rules that may begin with a number: what stands behind it tells which come into question."""

    def __init__(self, rules: Sequence[Rule], figures: Figures) -> None:
        self._numerals, self._pairs = figures.numerals, figures.pairs
        one = f"[{figures.numerals}]"
        behind = rf"[{figures.numerals}\s]{{1,{NEAR}}}+(.?)"
        self._search = re.compile(rf"{one}(?<=(?={figures.guard or ''}{behind}).)", re.DOTALL).search
        self._run = re.compile(f"{one}++").match
        choices = {
            places: _Choice(rules, places, guarded=figures.guarded) for places in dict.fromkeys(figures.of.values())
        }
        self._of = {key: choices[places] for key, places in figures.of.items()}

    def find(self, text: str, position: int, skip: int) -> Found | None:
        """The first match at ``position`` or behind it."""
        search, of, pairs = self._search, self._of, self._pairs
        while number := search(text, position):
            start = number.start()
            if number[1] in self._numerals and (onward := self._behind_figures(text, start)) > start:
                position, skip = onward, 0
                continue
            pair = text[start : start + 2] in pairs or text[start] in pairs or text[start] + ANY in pairs
            choice = of.get((number[1], pair)) or (of.get((ANY, True)) if pair else None)
            if choice is not None and (found := choice.find(text, start, skip if start == position else 0)):
                return found
            position, skip = start + 1, 0
        return None

    def _behind_figures(self, text: str, start: int) -> int:
        """Where to go on behind a row of figures too long to be a number; ``start`` for any other."""
        run = self._run(text, start)
        return run.end() - LONGEST if run and run.end() - start > 2 * LONGEST else start


class _Words:
    """The rules that may begin with anything else: the first two characters tell which come into question."""

    def __init__(self, rules: Sequence[Rule], of: Mapping[str, tuple[int, ...]]) -> None:
        seconds: dict[str, set[str]] = {}
        for begin in of:
            seconds.setdefault(begin[0], set()).add(begin[1:] or ANY)
        self._search = _finder(seconds)
        choices = {places: _Choice(rules, places, guarded=True) for places in dict.fromkeys(of.values())}
        self._of = {begin: choices[places] for begin, places in of.items()}

    def find(self, text: str, position: int, skip: int) -> Found | None:
        """The first match at ``position`` or behind it."""
        search, of = self._search, self._of
        while beginning := search(text, position):
            start = beginning.start()
            choice = of.get(text[start : start + 2]) or of.get(text[start])
            if choice is not None and (found := choice.find(text, start, skip if start == position else 0)):
                return found
            position, skip = start + 1, 0
        return None


def _finder(seconds: Mapping[str, set[str]]) -> Callable[[str, int], re.Match[str] | None]:
    """What searches for the first characters that one of their second ones follows.

    It consumes one of a class and then looks again from its left side: an expression that begins with a class is searched
    for at full speed, one that begins with alternatives is not.
    """
    if not seconds:
        return re.compile(r"(?!)").search
    free = [char for char, behind in seconds.items() if ANY in behind]
    groups: dict[str, list[str]] = {}
    for char, behind in sorted(seconds.items()):
        groups.setdefault("." if ANY in behind else f"[{_class(behind)}]", []).append(char)
    exactly = "|".join(f"[{_class(chars)}]{behind}" for behind, chars in groups.items())
    some = f"(?=[{_class(set().union(*seconds.values()))}])" + (f"|(?<=[{_class(free)}])" if free else "")
    return re.compile(f"[{_class(seconds)}](?:{some})(?<=(?={exactly}).)", re.DOTALL).search


def _class(chars: Iterable[str]) -> str:
    return re.escape("".join(sorted(chars)))
