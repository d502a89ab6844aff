"""Writes the patterns of a grammar as a program for the compiled scanner (_scan.c): a graph of nodes and tables.

>>> from timeline.timex.rule import Rule
>>> year = Rule("year", "[0-9]{4}年", lambda m: {}, 1, 1)
>>> CompiledScan(Dispatch([year], "(?<![.])")).over("建于1996年")(0, 0)
(2, 7, 0, 0)

The patterns are taken apart by the parser of Python's own ``re``, so that both read them alike. Groups are not kept: the
scanner tells where a rule matches, and whoever reads the match asks the rule's own expression.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import Any

from timeline.timex._scan import FORM, Scanner
from timeline.timex.charsets import BLANKS, UNITS, Ranges, members_of, sieve, single, words_of
from timeline.timex.dispatch import LONGEST, NEAR, Dispatch, Figures, Find
from timeline.timex.prefixes import ANY, first_codes, parsed
from timeline.timex.rule import Rule

#: What _scan.c must have been built to read; both go up together.
_FORM = 2
if FORM != _FORM:
    raise ImportError("timeline.timex._scan was built for other programs: install the package again")

#: What a node does; the same numbers stand in _scan.c.
_ACCEPT, _CHARACTER, _ONE_OF, _ANY, _EITHER, _SWITCH, _RUN, _LOOK, _ATOMIC, _AT_BEGIN, _AT_END, _AT_LAST = range(12)
_AT = {"AT_BEGINNING_STRING": _AT_BEGIN, "AT_BEGINNING": _AT_BEGIN, "AT_END_STRING": _AT_END, "AT_END": _AT_LAST}
_GREEDY, _LAZY, _POSSESSIVE = range(3)
_REPEATS = {"MAX_REPEAT": _GREEDY, "MIN_REPEAT": _LAZY, "POSSESSIVE_REPEAT": _POSSESSIVE}
_WORD, _FIGURE = range(2)
_NO_NODE, _UNBOUNDED = -1, -1
#: The node that ends every pattern.
_END = 0
_MANY_TIMES: Any = re._parser.MAXREPEAT  # type: ignore[attr-defined]

#: Spreads the keys of the pairs over their table.
_SPREAD = 2654435761

_Tokens = Iterable[tuple[Any, Any]]


class CompiledScan:
    """What finds the rules' matches in any text. Raises ValueError for a pattern with a construct it doesn't know."""

    def __init__(self, plan: Dispatch) -> None:
        program = _Program()
        firsts = array("i", bytes(4 * UNITS))
        for figures in plan.figures:
            _enter_figures(program, firsts, plan, figures)
        _enter_words(program, firsts, plan)
        nodes, numbers, pairs = program.buffers()
        self._find = Scanner(nodes, numbers, firsts.tobytes(), pairs).find

    def over(self, text: str) -> Find:
        """What finds the matches in ``text``."""
        return partial(self._find, text)


def _enter_words(program: _Program, firsts: array[int], plan: Dispatch) -> None:
    lists: dict[str, dict[str, int]] = {}
    for begin, places in plan.words.items():
        lists.setdefault(begin[0], {})[begin[1:]] = program.rules(plan, places, guarded=True)
    for char, by_second in lists.items():
        alone = by_second.pop("", 0)
        firsts[ord(char)] = program.numbers(_WORD, program.row(by_second), alone)


def _enter_figures(program: _Program, firsts: array[int], plan: Dispatch, figures: Figures) -> None:
    lists = {key: program.rules(plan, places, guarded=figures.guarded) for key, places in figures.of.items()}
    numerals = [(ord(char), ord(char)) for char in figures.numerals]
    guard = program.pattern(figures.guard) if figures.guard else _NO_NODE
    first_behind, _ = (
        program.row({char: at for (char, pair), at in lists.items() if pair is with_pair and char != ANY})
        for with_pair in (False, True)
    )
    count = len(plan.rules)
    for char, by_second in _begun(plan.rules, figures.numerals).items():
        alone = char in figures.pairs or char + ANY in figures.pairs
        beginners = {
            second: program.numbers(alone or char + second in figures.pairs, *words_of(bits | by_second[ANY], count))
            for second, bits in by_second.items()
        }
        firsts[ord(char)] = program.numbers(
            _FIGURE,
            program.row({second: at for second, at in beginners.items() if second != ANY}),
            beginners[ANY],
            program.set_of(numerals),
            program.set_of([*numerals, *BLANKS]),
            NEAR,
            guard,
            2 * LONGEST,
            LONGEST,
            first_behind,
            lists.get((ANY, True), 0),
        )


def _begun(rules: Sequence[Rule], numerals: str) -> dict[str, dict[str, int]]:
    """By its first character and the one behind it (ANY: any other): a bit for each rule that a match may begin so."""
    able: dict[str, dict[str, int]] = {char: {ANY: 0} for char in numerals}
    for place, rule in enumerate(rules):
        for begin in rule.begins:
            if begin[:1] in able:
                by_second, second = able[begin[0]], begin[1:] or ANY
                by_second[second] = by_second.get(second, 0) | 1 << place
    return able


class _Program:
    """Nodes and tables as they are written; a node is written after those that a match goes on with behind it."""

    def __init__(self) -> None:
        self._nodes = array("i", [_ACCEPT, 0, 0, 0])
        self._numbers = array("i", [0])  # so that no row begins at 0
        self._pairs: dict[int, int] = {}
        self._rows = 0
        self._set_places: dict[tuple[tuple[int, int], ...], int] = {}
        self._number_rows: dict[tuple[int, ...], int] = {}
        self._patterns: dict[tuple[str, str], int] = {}

    def buffers(self) -> tuple[bytes, bytes, bytes]:
        """Nodes, numbers and pairs, as _scan.c takes them."""
        bits = (2 * len(self._pairs) + 1).bit_length()
        pairs, mask = array("i", [-1, 0]) * (1 << bits), (1 << bits) - 1
        for key, value in self._pairs.items():
            slot = (key * _SPREAD & 0xFFFFFFFF) >> (32 - bits)
            while pairs[2 * slot] >= 0:
                slot = (slot + 1) & mask
            pairs[2 * slot], pairs[2 * slot + 1] = key, value
        return self._nodes.tobytes(), self._numbers.tobytes(), pairs.tobytes()

    # -- tables -----------------------------------------------------------------------------------------------------

    def row(self, values: Mapping[str, int]) -> int:
        """The number of a new row of the pairs: what is kept of each character."""
        self._rows += 1
        for char, value in values.items():
            if ord(char) < UNITS:
                self._pairs[self._rows << 16 | ord(char)] = value
        return self._rows

    def numbers(self, *row: int) -> int:
        """Where a row of numbers stands; equal ones are kept once."""
        place = self._number_rows.get(row)
        if place is None:
            place = self._number_rows[row] = len(self._numbers)
            self._numbers.extend(row)
        return place

    def set_of(self, ranges: Ranges) -> int:
        """Where a set of characters stands: a sieve, how many ranges, then the first and the last of each, in order."""
        known = self._set_places.get(tuple(ranges))
        if known is not None:
            return known
        merged: list[int] = []
        for first, last in sorted(ranges):
            if merged and first <= merged[-1] + 1:
                merged[-1] = max(merged[-1], last)
            else:
                merged += [first, last]
        bits = sieve(zip(merged[::2], merged[1::2], strict=True))
        place = self._set_places[tuple(ranges)] = self.numbers(*bits, len(merged) // 2, *merged)
        return place

    def rules(self, plan: Dispatch, places: tuple[int, ...], *, guarded: bool) -> int:
        """Where a list of rules stands: how many, then of each where its pattern begins and its place."""
        row = [len(places)]
        for place in places:
            rule = plan.rules[place]
            row += [self.pattern(rule.pattern, rule.guard if guarded else ""), place]
        return self.numbers(*row)

    # -- patterns ---------------------------------------------------------------------------------------------------

    def pattern(self, pattern: str, guard: str = "") -> int:
        """The node with which a match of a pattern begins that stands behind a guard."""
        place = self._patterns.get((guard, pattern))
        if place is None:
            place = self._chain(parsed(guard), self.pattern(pattern)) if guard else self._chain(parsed(pattern), _END)
            self._patterns[guard, pattern] = place
        return place

    def _node(self, operation: int, one: int, other: int, following: int) -> int:
        self._nodes.extend((operation, one, other, following))
        return len(self._nodes) // 4 - 1

    def _chain(self, tokens: _Tokens, following: int) -> int:
        nodes = self._nodes
        for operator, argument in reversed(list(tokens)):
            if operator.name == "LITERAL" and argument < UNITS:
                nodes.extend((_CHARACTER, argument, 0, following))
                following = len(nodes) // 4 - 1
            else:
                following = self._token(operator.name, argument, following)
        return following

    def _token(self, operator: str, argument: Any, following: int) -> int:
        match operator:
            case "LITERAL" | "NOT_LITERAL" | "IN":
                return self._node(_ONE_OF, self.set_of(members_of(operator, argument)), 0, following)
            case "ANY":
                return self._node(_ANY, 0, 0, following)
            case "SUBPATTERN":
                return self._chain(argument[3], following)
            case "BRANCH":
                return self._either([(first_codes(way), self._chain(way, following)) for way in argument[1]])
            case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
                least, most, inner = argument
                return self._repeat(_REPEATS[operator], least, most, inner, following)
            case "ATOMIC_GROUP":
                return self._node(_ATOMIC, self._chain(argument, _END), 0, following)
            case "ASSERT" | "ASSERT_NOT":
                direction, tokens = argument
                back = tokens.getwidth()[0] if direction < 0 else 0
                how = self.numbers(back, int(operator == "ASSERT_NOT"))
                return self._node(_LOOK, self._chain(tokens, _END), how, following)
            case "AT" if argument.name in _AT:
                return self._node(_AT[argument.name], 0, 0, following)
        raise ValueError(f"the compiled scanner has nothing for {operator} {argument!r}")

    def _repeat(self, way: int, least: int, most: int, inner: _Tokens, following: int) -> int:
        """A repeat of one character is one node; a longer one is written out as often as it may stand there."""
        tokens = list(inner)
        members = single(tokens)
        if members is not None:
            bounds = self.numbers(least, _UNBOUNDED if most is _MANY_TIMES else most, way)
            return self._node(_RUN, self.set_of(members), bounds, following)
        if most is _MANY_TIMES:
            raise ValueError("the compiled scanner repeats more than one character a stated number of times only")
        if way == _POSSESSIVE:
            return self._node(_ATOMIC, self._repeat(_GREEDY, least, most, tokens, _END), 0, following)
        goes_on = following
        for _ in range(most - least):
            ways = [(first_codes(tokens), self._chain(tokens, goes_on)), (None, following)]
            goes_on = self._either(ways if way == _GREEDY else ways[::-1])
        for _ in range(least):
            goes_on = self._chain(tokens, goes_on)
        return goes_on

    def _either(self, ways: Sequence[tuple[frozenset[int] | None, int]]) -> int:
        """The first of several ways that matches, each with the characters that it may begin with (None: any)."""
        if all(codes is None for codes, _ in ways):
            return self._node(_EITHER, self.numbers(*(way for _, way in ways)), len(ways), 0)
        able: dict[int, list[int]] = {code: [] for code in sorted(set().union(*(codes or () for codes, _ in ways)))}
        others: list[int] = []
        for codes, way in ways:
            if codes is None:
                others.append(way)
            for code in able if codes is None else codes:
                able[code].append(way)
        row = [*sieve((code, code) for code in able), *able]
        for each in (others, *able.values()):
            row += [self.numbers(*each) if each else 0, len(each)]
        return self._node(_SWITCH, self.numbers(*row), len(able), 0)
