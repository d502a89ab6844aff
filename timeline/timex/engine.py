r"""Finds what rules describe in one pass: rules are patterns with a reader each, and know nothing of one another.

>>> from timeline.timex.spec import YEAR
>>> grammar = Grammar([Rule("year", r"(?P<y>[0-9]{4})年", lambda m: {"y": int(m["y"])}, YEAR, YEAR)])
>>> [(a.start, a.end, a.spec) for a in grammar.atoms("建于1996年")]
[(2, 7, {'y': 1996})]

A scan is one compiled expression that begins with character classes, so that the regular-expression engine skips text
without a possible beginning at full speed; the alternatives are tried only where one may begin. Rules that begin with a
number and rules that begin with a word have a scan each: of a number the unit behind it tells which rule it can be, of
a word its first two characters do.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from timeline.timex.prefixes import ANY, behind_number, prefixes
from timeline.timex.spec import Atom, Spec

Reader = Callable[[re.Match[str]], Spec | None]

_DIGITS = "0123456789"
#: Characters that write numbers only; 元, 半 and 几 begin words as well.
_NUMERALS = "〇零○Ｏ一二两三四五六七八九十百千廿卅"
#: How many branches the scan tries at each step on its way from a character to its rules.
_FAN_OUT = 12
_NAMED = re.compile(r"\(\?P<\w+>")


@dataclass(frozen=True)
class Rule:
    """One pattern and its reader.

    The reader gets the match with its named groups and returns the Spec, or None to decline. ``first``/``last`` are the
    levels stated (see Atom); ``levels`` gives them from the spec where they vary. ``guard`` is a zero-width pattern that
    must hold where a match begins with a word (for digits the grammar has one); neighbours with the same one are tried
    only once it holds.
    """

    name: str
    pattern: str
    read: Reader
    first: int
    last: int
    levels: Callable[[Spec], tuple[int, int]] | None = None
    guard: str = ""

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The pattern, for reading the groups of a match."""
        return re.compile(self.pattern, re.DOTALL)

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
        scans = [self._digits.next, self._numbers.next, self._words.next]
        heads = [scan(text, 0) for scan in scans]
        while True:
            first = None
            for head in heads:
                if head is not None and (first is None or head.start < first.start):
                    first = head
            if first is None:
                return
            yield first
            end = first.end
            for index, head in enumerate(heads):
                if head is not None and head.start < end:
                    heads[index] = scans[index](text, end)


class _Alternatives:
    """Rules as one compiled alternation of what may match at a position."""

    def __init__(self) -> None:
        self._rules_of: list[list[Rule]] = [[]]  # by the number of the capturing group that matched

    def pattern(self, rules: Sequence[Rule], *, guarded: bool) -> str:
        """The alternation of ``rules``, in their order; neighbours with one guard stand behind it if ``guarded``."""
        parts = []
        later = list(rules)
        for guard, group in groupby(rules, key=lambda rule: rule.guard if guarded else ""):
            alternatives = []
            for rule in group:
                alternatives.append(f"({_NAMED.sub('(?:', rule.pattern)})")
                self._rules_of.append(later)
                later = later[1:]
            parts.append(f"{guard}(?:{'|'.join(alternatives)})")
        return "|".join(parts)

    def read(self, found: re.Match[str], start: int) -> Atom | None:
        """The atom of the first rule, from the one that ``found`` matched on, that does not decline."""
        text = found.string
        for rule in self._rules_of[found.lastindex or 0]:
            match = rule.regex.match(text, start)
            if match is not None and (spec := rule.read(match)) is not None:
                levels = rule.levels
                first, last = (rule.first, rule.last) if levels is None else levels(spec)
                return Atom(start, match.end(), rule.name, spec, first, last)
        return None


class _Numbers:
    """The rules that may begin with one of ``numerals``: what stands behind the number tells which come into question.

    ``guard`` is a zero-width pattern that must hold where a match begins; None where each rule has its own.
    """

    def __init__(self, rules: Sequence[Rule], numerals: str, guard: str | None) -> None:
        self._search = re.compile(rf"[{numerals}](?<=(?={guard or ''}[{numerals}\s]{{1,12}}+(.?)).)", re.DOTALL).search
        behind = [(rule, behind_number(rule.pattern, numerals)) for rule in rules]
        #: Where a rule that no character behind the number gives away may begin.
        self._pairs = {begin for rule, chars in behind if ANY in chars for begin in rule.begins}
        self._of: dict[tuple[str, bool], tuple[_Alternatives, re.Pattern[str]]] = {}
        shared: dict[tuple[str, ...], tuple[_Alternatives, re.Pattern[str]]] = {}
        for char in sorted(set().union(*(chars for _, chars in behind)) | {ANY}):
            for pair in (False, True):
                able = [rule for rule, chars in behind if char in chars or (pair and ANY in chars)]
                names = tuple(rule.name for rule in able)
                if not able or (char == ANY and not pair):
                    continue
                if names not in shared:
                    alternatives = _Alternatives()
                    pattern = alternatives.pattern(able, guarded=guard is None)
                    shared[names] = alternatives, re.compile(pattern, re.DOTALL)
                self._of[char, pair] = shared[names]

    def next(self, text: str, position: int) -> Atom | None:
        """The first atom of these rules that begins at ``position`` or behind it."""
        search, of, pairs = self._search, self._of, self._pairs
        while number := search(text, position):
            start = number.start()
            pair = text[start : start + 2] in pairs or text[start] in pairs
            able = of.get((number[1], pair)) or (of.get((ANY, True)) if pair else None)
            if able is not None and (found := able[1].match(text, start)) and (atom := able[0].read(found, start)):
                return atom
            position = start + 1
        return None


class _Words(_Alternatives):
    """The rules that may begin with anything else, as one compiled expression."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        super().__init__()
        self._rules = rules
        seconds: dict[str, dict[int, set[str]]] = {}
        for index, rule in enumerate(rules):
            for text in rule.begins:
                if text[:1] not in _DIGITS + _NUMERALS:
                    seconds.setdefault(text[:1], {}).setdefault(index, set()).add(text[1:2] or ANY)
        groups: dict[tuple[int, ...], list[str]] = {}
        for char, by_rule in sorted(seconds.items()):
            groups.setdefault(tuple(sorted(by_rule)), []).append(char)
        behind = {char: set().union(*by_rule.values()) for char, by_rule in seconds.items()}
        leaves = [
            (indexes, "".join(chars), {char: behind[char] for char in chars}) for indexes, chars in groups.items()
        ]
        leaves.sort(key=lambda leaf: -len(leaf[0]))
        self._search = re.compile(self._tree(leaves) if leaves else r"(?!)", re.DOTALL).search

    def _tree(self, leaves: Sequence[tuple[tuple[int, ...], str, dict[str, set[str]]]]) -> str:
        """A pattern that finds the rules of a character pair in a few steps, and then tries them."""
        behind = {char: seconds for _, _, by_char in leaves for char, seconds in by_char.items()}
        if len(leaves) == 1:
            rules = [self._rules[index] for index in leaves[0][0]]
            return _exactly(behind, self.pattern(rules, guarded=True))
        size = max(1, -(-len(leaves) // _FAN_OUT))
        branches = [self._tree(leaves[k : k + size]) for k in range(0, len(leaves), size)]
        return _looking_back(behind, "|".join(branches))

    def next(self, text: str, position: int) -> Atom | None:
        """The first atom of these rules that begins at ``position`` or behind it."""
        search, read = self._search, self.read
        while found := search(text, position):
            start = found.start()
            if atom := read(found, start):
                return atom
            position = start + 1
        return None


def _looking_back(pairs: dict[str, set[str]], alternatives: str) -> str:
    """A pattern that consumes what may be one of the character pairs and then looks at it again from its left side.

    An expression that begins with a class is searched for at full speed; one that begins with alternatives is not.
    """
    return f"[{_class(pairs)}]{_second(set().union(*pairs.values()))}(?<=(?={alternatives})..)"


def _exactly(pairs: dict[str, set[str]], alternatives: str) -> str:
    """The same for a pattern that is not searched for: it consumes one of the pairs and nothing else."""
    firsts: dict[str, list[str]] = {}
    for char, seconds in sorted(pairs.items()):
        firsts.setdefault(_second(seconds), []).append(char)
    either = "|".join(f"[{_class(chars)}]{second}" for second, chars in firsts.items())
    return f"(?:{either})(?<=(?={alternatives})..)"


def _class(chars: Iterable[str]) -> str:
    return re.escape("".join(sorted(chars)))


def _second(seconds: set[str]) -> str:
    return "." if ANY in seconds else f"[{_class(seconds)}]"
