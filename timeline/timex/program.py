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
import sys
from array import array
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import Any

from timeline.timex._scan import FORM, Scanner
from timeline.timex.dispatch import LONGEST, NEAR, Dispatch, Figures, Find
from timeline.timex.prefixes import ANY, parsed

#: What _scan.c must have been built to read; both go up together.
_FORM = 1
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

_UNITS = 1 << 16
#: Spreads the keys of the pairs over their table.
_SPREAD = 2654435761
#: A choice among more ways than these is made by the next character; a range of more characters tells no ways apart.
_FEW_WAYS, _WIDE = 3, 200

_Tokens = Iterable[tuple[Any, Any]]
#: Characters as ranges of code points, both ends included.
_Ranges = list[tuple[int, int]]
_ALL: _Ranges = [(0, sys.maxunicode)]
_SPACES: _Ranges = [(code, code) for code in range(_UNITS) if chr(code).isspace()]


class CompiledScan:
    """What finds the rules' matches in any text. Raises ValueError for a pattern with a construct it doesn't know."""

    def __init__(self, plan: Dispatch) -> None:
        program = _Program()
        firsts = array("i", bytes(4 * _UNITS))
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
    for char in figures.numerals:
        seconds = {pair[1] for pair in figures.pairs if pair[0] == char and len(pair) == 2}
        alone = char in figures.pairs or ANY in seconds
        firsts[ord(char)] = program.numbers(
            _FIGURE,
            program.row(dict.fromkeys(seconds - {ANY}, 1)),
            int(alone),
            program.set_of(numerals),
            program.set_of([*numerals, *_SPACES]),
            NEAR,
            guard,
            2 * LONGEST,
            LONGEST,
            first_behind,
            lists.get((ANY, True), 0),
        )


class _Program:
    """Nodes and tables as they are written; a node is written after those that a match goes on with behind it."""

    def __init__(self) -> None:
        self._nodes = array("i", [_ACCEPT, 0, 0, 0])
        self._numbers = array("i", [0])  # so that no row begins at 0
        self._pairs: dict[int, int] = {}
        self._rows = 0
        self._number_rows: dict[tuple[int, ...], int] = {}
        self._patterns: dict[tuple[str, str], int] = {}

    def buffers(self) -> tuple[bytes, bytes, bytes]:
        """Nodes, numbers and pairs, as _scan.c takes them."""
        slots = 1 << (2 * len(self._pairs)).bit_length()
        pairs, mask = array("i", [-1, 0]) * slots, slots - 1
        for key, value in self._pairs.items():
            slot = key * _SPREAD & mask
            while pairs[2 * slot] >= 0:
                slot = (slot + 1) & mask
            pairs[2 * slot], pairs[2 * slot + 1] = key, value
        return self._nodes.tobytes(), self._numbers.tobytes(), pairs.tobytes()

    # -- tables -----------------------------------------------------------------------------------------------------

    def row(self, values: Mapping[str, int]) -> int:
        """The number of a new row of the pairs: what is kept of each character."""
        self._rows += 1
        for char, value in values.items():
            if ord(char) < _UNITS:
                self._pairs[self._rows << 16 | ord(char)] = value
        return self._rows

    def numbers(self, *row: int) -> int:
        """Where a row of numbers stands; equal ones are kept once."""
        place = self._number_rows.get(row)
        if place is None:
            place = self._number_rows[row] = len(self._numbers)
            self._numbers.extend(row)
        return place

    def set_of(self, ranges: _Ranges) -> int:
        """Where a set of characters stands: how many ranges, then the first and the last of each, in order."""
        merged: list[int] = []
        for first, last in sorted(ranges):
            if merged and first <= merged[-1] + 1:
                merged[-1] = max(merged[-1], last)
            else:
                merged += [first, last]
        return self.numbers(len(merged) // 2, *merged)

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
            if operator.name == "LITERAL" and argument < _UNITS:
                nodes.extend((_CHARACTER, argument, 0, following))
                following = len(nodes) // 4 - 1
            else:
                following = self._token(operator.name, argument, following)
        return following

    def _token(self, operator: str, argument: Any, following: int) -> int:
        match operator:
            case "LITERAL" | "NOT_LITERAL" | "IN":
                return self._node(_ONE_OF, self.set_of(_members(operator, argument)), 0, following)
            case "ANY":
                return self._node(_ANY, 0, 0, following)
            case "SUBPATTERN":
                return self._chain(argument[3], following)
            case "BRANCH":
                return self._either([(_firsts(way), self._chain(way, following)) for way in argument[1]])
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
        members = _single(tokens)
        if members is not None:
            bounds = self.numbers(least, _UNBOUNDED if most is _MANY_TIMES else most, way)
            return self._node(_RUN, self.set_of(members), bounds, following)
        if most is _MANY_TIMES:
            raise ValueError("the compiled scanner repeats more than one character a stated number of times only")
        if way == _POSSESSIVE:
            return self._node(_ATOMIC, self._repeat(_GREEDY, least, most, tokens, _END), 0, following)
        goes_on = following
        for _ in range(most - least):
            ways = [(_firsts(tokens), self._chain(tokens, goes_on)), (None, following)]
            goes_on = self._either(ways if way == _GREEDY else ways[::-1])
        for _ in range(least):
            goes_on = self._chain(tokens, goes_on)
        return goes_on

    def _either(self, ways: Sequence[tuple[frozenset[int] | None, int]]) -> int:
        """The first of several ways that matches, each with the characters that it may begin with (None: any)."""
        if len(ways) <= _FEW_WAYS:
            return self._node(_EITHER, self.numbers(*(way for _, way in ways)), len(ways), 0)
        able: dict[int, list[int]] = {code: [] for code in sorted(set().union(*(codes or () for codes, _ in ways)))}
        others: list[int] = []
        for codes, way in ways:
            if codes is None:
                others.append(way)
            for code in able if codes is None else codes:
                able[code].append(way)
        row = [*able]
        for each in (others, *able.values()):
            row += [self.numbers(*each) if each else 0, len(each)]
        return self._node(_SWITCH, self.numbers(*row), len(able), 0)


def _firsts(tokens: _Tokens) -> frozenset[int] | None:
    """The characters that a match of some tokens may begin with; None where it may have none, or begin with any."""
    found: frozenset[int] = frozenset()
    for operator, argument in tokens:
        name = operator.name
        match name:
            case "ASSERT" | "ASSERT_NOT" | "AT":
                continue
            case "LITERAL":
                return found | {argument}
            case "NOT_LITERAL" | "IN":
                one = _few(_members(name, argument))
            case "SUBPATTERN":
                one = _firsts(argument[3])
            case "BRANCH":
                ways = [_firsts(way) for way in argument[1]]
                one = None if None in ways else frozenset().union(*(way for way in ways if way))
            case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
                one = _firsts(argument[2])
            case _:
                one = None
        if one is None:
            return None
        found |= one
        if name not in _REPEATS or argument[0]:
            return found
    return None


def _few(ranges: _Ranges) -> frozenset[int] | None:
    """The code points of ranges; None where one is wide."""
    if any(last - first > _WIDE for first, last in ranges):
        return None
    return frozenset(code for first, last in ranges for code in range(first, last + 1))


def _single(tokens: list[tuple[Any, Any]]) -> _Ranges | None:
    """The characters of a pattern that matches any one of some and no more; None of another pattern."""
    if len(tokens) != 1:
        return None
    operator, argument = tokens[0][0].name, tokens[0][1]
    if operator == "SUBPATTERN":
        return _single(list(argument[3]))
    if operator == "ANY":
        return _ALL
    return _members(operator, argument) if operator in ("LITERAL", "NOT_LITERAL", "IN") else None


def _members(operator: str, argument: Any) -> _Ranges:
    """The characters of a class."""
    if operator != "IN":
        members = [(argument, argument)]
        return members if operator == "LITERAL" else _but(members)
    members, negated = [], False
    for kind, value in argument:
        match kind.name:
            case "NEGATE":
                negated = True
            case "LITERAL":
                members.append((value, value))
            case "RANGE":
                members.append(value)
            case "CATEGORY" if value.name == "CATEGORY_SPACE":
                members += _SPACES
            case _:
                raise ValueError(f"the compiled scanner has no set for {kind} {value!r}")
    return _but(members) if negated else members


def _but(ranges: _Ranges) -> _Ranges:
    """All characters but those."""
    found, begin = [], 0
    for first, last in sorted(ranges):
        if first > begin:
            found.append((begin, first - 1))
        begin = max(begin, last + 1)
    return [*found, (begin, sys.maxunicode)] if begin <= sys.maxunicode else found
