r"""Finds what rules describe in one pass: rules are patterns with a reader each, and know nothing of one another.

>>> from timeline.timex.spec import YEAR
>>> grammar = Grammar([Rule("year", r"(?P<y>[0-9]{4})年", lambda m: {"y": int(m["y"])}, YEAR, YEAR)])
>>> [(a.start, a.end, a.spec) for a in grammar.atoms("建于1996年")]
[(2, 7, {'y': 1996})]

A scan is a compiled expression that begins with a character class, so that the regular-expression engine skips text
without a possible beginning at full speed; the rules in question are tried only where one may begin. Rules that begin with a
number and rules that begin with a word have a scan each: of a number the unit behind it tells which rule it can be, of
a word its first two characters do.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from timeline.timex.prefixes import ANY, behind_number, prefixes
from timeline.timex.spec import Atom, Spec

Reader = Callable[[re.Match[str]], Spec | None]

_DIGITS = "0123456789"
#: Characters that write numbers only; 元, 半 and 几 begin words as well.
_NUMERALS = "〇零○Ｏ一二两三四五六七八九十百千廿卅"
#: Stands behind every atom of a text.
_END = Atom(1 << 60, 1 << 60, "", {}, 0, 0)
#: What a rule read, without where: the rule's name, the spec, the first and the last level.
_Reading = tuple[str, Spec, int, int]
_MOST_KNOWN = 2048
#: A few characters said so often in a row are no text; what repeats them further is passed over, and cheaply.
_REPEATS = 100
#: No number of a time has more figures.
_LONGEST = 20
_new_atom = tuple.__new__
_NAMED = re.compile(r"\(\?P<\w+>")


@dataclass(frozen=True, eq=False)
class Rule:
    """One pattern and its reader.

    The reader gets the match with its named groups and returns the Spec, or None to decline. ``first``/``last`` are the
    levels stated (see Atom); ``levels`` gives them from the spec where they vary. ``guard`` is a zero-width pattern that
    must hold where a match begins with a word (for digits the grammar has one); neighbours with the same one are tried
    only once it holds. ``looks_round`` says that the reader asks what stands round the match: of any other rule equal
    matches read alike, and are read once.
    """

    name: str
    pattern: str
    read: Reader
    first: int
    last: int
    levels: Callable[[Spec], tuple[int, int]] | None = None
    guard: str = ""
    looks_round: bool = False

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The pattern, for reading the groups of a match."""
        return re.compile(self.pattern, re.DOTALL)

    @cached_property
    def guarded(self) -> re.Pattern[str]:
        """The same behind its guard, for a rule whose turn comes when another has declined."""
        return re.compile(self.guard + self.pattern, re.DOTALL)

    @cached_property
    def begins(self) -> set[str]:
        """The first two characters that a match may have."""
        return prefixes(self.pattern)


class Grammar:
    """An ordered set of rules: at one place the earlier rule wins.

    ``digit_guard`` is a zero-width pattern that must hold wherever a match begins with a digit.
    """

    def __init__(self, rules: Iterable[Rule], digit_guard: str = "") -> None:
        self.rules = list(rules)
        begins = {rule.name: {text[:1] for text in rule.begins} for rule in self.rules}
        digits, numbers = (
            [rule for rule in self.rules if begins[rule.name] & set(numerals)] for numerals in (_DIGITS, _NUMERALS)
        )
        words = [rule for rule in self.rules if begins[rule.name] - set(_DIGITS + _NUMERALS)]
        self._digits = _Numbers(digits, _DIGITS, digit_guard)
        self._numbers = _Numbers(numbers, _NUMERALS, None)
        self._words = _Words(words)

    def atoms(self, text: str) -> Iterator[Atom]:
        """What the rules read in ``text``, in order, not overlapping."""
        text += "\n"  # so that a match of one character at the very end has a second one
        digits, numbers, words = self._digits.next, self._numbers.next, self._words.next
        digit, number, word = digits(text, 0) or _END, numbers(text, 0) or _END, words(text, 0) or _END
        last, period, repeats = _END, 0, 0
        while True:
            first = digit if digit.start < number.start else number
            if word.start < first.start:
                first = word
            if first is _END:
                return
            yield first
            end = first.end
            gap = first.start - last.start
            repeats = repeats + 1 if gap == period and first.spec == last.spec else 0
            if repeats >= _REPEATS:
                end = _behind_repetition(text, last.start, first.start)
            last, period = first, gap
            if digit.start < end:
                digit = digits(text, end) or _END
            if number.start < end:
                number = numbers(text, end) or _END
            if word.start < end:
                word = words(text, end) or _END


class _Choice:
    """Rules as one alternation of what may match at a position, compiled when it is first asked."""

    __slots__ = ("_guarded", "_known", "_match", "_rules", "_rules_of")

    def __init__(self, rules: Sequence[Rule], *, guarded: bool) -> None:
        self._rules, self._guarded = rules, guarded
        self._match: Callable[[str, int], re.Match[str] | None] | None = None
        # both by the number of the capturing group that matched: the rules to ask, and what its matches were read as
        self._rules_of: list[Sequence[Rule]] = [()]
        self._known: list[dict[str, _Reading]] = [{}]

    def _pattern(self) -> str:
        """The alternation of the rules, in their order; neighbours with one guard stand behind it if it is to be asked."""
        parts = []
        later = self._rules
        for guard, group in groupby(self._rules, key=lambda rule: rule.guard if self._guarded else ""):
            alternatives = []
            for rule in group:
                alternatives.append(f"({_NAMED.sub('(?:', rule.pattern)})")
                self._rules_of.append(later)
                self._known.append({})
                later = later[1:]
            parts.append(f"{guard}(?:{'|'.join(alternatives)})")
        return "|".join(parts)

    def read(self, text: str, start: int) -> Atom | None:
        """The atom at ``start`` of the first rule that matches and does not decline."""
        if self._match is None:
            self._match = re.compile(self._pattern(), re.DOTALL).match
        found = self._match(text, start)
        if found is None:
            return None
        group, end = found.lastindex or 0, found.end()
        if known := self._known[group].get(text[start:end]):
            return _new_atom(Atom, (start, end, *known))
        for turn, rule in enumerate(self._rules_of[group]):
            match = (rule.guarded if turn and self._guarded else rule.regex).match(text, start)
            if match is not None and (spec := rule.read(match)) is not None:
                first, last = (rule.first, rule.last) if rule.levels is None else rule.levels(spec)
                if not turn and not rule.looks_round:
                    self._keep(group, match[0], (rule.name, spec, first, last))
                return Atom(start, match.end(), rule.name, spec, first, last)
        return None

    def _keep(self, group: int, words: str, reading: _Reading) -> None:
        """Remember how ``words`` were read; when there are many, all are forgotten, so that memory stays flat."""
        known = self._known[group]
        if len(known) >= _MOST_KNOWN:
            known.clear()
        known[words] = reading


class _Numbers:
    """The rules that may begin with one of ``numerals``: what stands behind the number tells which come into question.

    ``guard`` is a zero-width pattern that must hold where a match begins; None where each rule has its own.
    """

    def __init__(self, rules: Sequence[Rule], numerals: str, guard: str | None) -> None:
        self._search = re.compile(rf"[{numerals}](?<=(?={guard or ''}[{numerals}\s]{{1,12}}+(.?)).)", re.DOTALL).search
        self._numerals = numerals
        self._run = re.compile(rf"[{numerals}]++").match
        behind = [(rule, behind_number(rule.pattern, numerals)) for rule in rules]
        #: Where a rule that no character behind the number gives away may begin.
        self._pairs = {begin for rule, chars in behind if ANY in chars for begin in rule.begins}
        self._of: dict[tuple[str, bool], _Choice] = {}
        choices: dict[tuple[str, ...], _Choice] = {}
        for char in set().union(*(chars for _, chars in behind)) | {ANY}:
            for pair in (False, True):
                able = [rule for rule, chars in behind if char in chars or (pair and ANY in chars)]
                if able and (char != ANY or pair):
                    names = tuple(rule.name for rule in able)
                    self._of[char, pair] = choices.setdefault(names, _Choice(able, guarded=guard is None))

    def next(self, text: str, position: int) -> Atom | None:
        """The first atom of these rules that begins at ``position`` or behind it."""
        search, of, pairs = self._search, self._of, self._pairs
        while number := search(text, position):
            start = number.start()
            if number[1] in self._numerals and (position := self._behind_figures(text, start)) > start:
                continue
            pair = text[start : start + 2] in pairs or text[start] in pairs
            choice = of.get((number[1], pair)) or (of.get((ANY, True)) if pair else None)
            if choice is not None and (atom := choice.read(text, start)):
                return atom
            position = start + 1
        return None

    def _behind_figures(self, text: str, start: int) -> int:
        """Where to go on behind a row of figures too long to be a number; ``start`` for any other."""
        run = self._run(text, start)
        return run.end() - _LONGEST if run and run.end() - start > 2 * _LONGEST else start


class _Words:
    """The rules that may begin with anything else: the first two characters tell which come into question."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        seconds: dict[str, set[str]] = {}
        able: dict[str, list[int]] = {}  # by two characters, or by one where any may follow
        for place, rule in enumerate(rules):
            for begin in {text if len(text) == 2 else text + ANY for text in rule.begins}:
                if begin[0] not in _DIGITS + _NUMERALS:
                    seconds.setdefault(begin[0], set()).add(begin[1])
                    able.setdefault(begin, []).append(place)
        self._search = _finder(seconds)
        self._of: dict[str, _Choice] = {}
        choices: dict[tuple[int, ...], _Choice] = {}
        for begin, own in able.items():
            both = tuple(sorted({*own, *able.get(begin[0] + ANY, ())}))
            if both not in choices:
                choices[both] = _Choice([rules[place] for place in both], guarded=True)
            self._of[begin.rstrip(ANY)] = choices[both]

    def next(self, text: str, position: int) -> Atom | None:
        """The first atom of these rules that begins at ``position`` or behind it."""
        search, of = self._search, self._of
        while found := search(text, position):
            start = found.start()
            choice = of.get(text[start : start + 2]) or of.get(text[start])
            if choice is not None and (atom := choice.read(text, start)):
                return atom
            position = start + 1
        return None


def _behind_repetition(text: str, start: int, again: int) -> int:
    """Where the repetition of what stands between ``start`` and ``again`` ends.

    >>> _behind_repetition("自2025年2025年2025年起", 1, 6)
    16
    """
    found = re.compile(f"(?:{re.escape(text[start:again])})+").match(text, start)
    return found.end() if found else again


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
