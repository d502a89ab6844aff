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
from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any

from timeline import charsets, prefixes
from timeline.charsets import BLANKS, UNITS, few, members_of, single, words_of
from timeline.kept import source_of, users
from timeline.prefixes import ANY, parsed
from timeline.timex import dispatch, tables
from timeline.timex._scan import FORM, Scanner
from timeline.timex.dispatch import LONGEST, NEAR, Dispatch, Figures, Find
from timeline.timex.rule import Rule
from timeline.timex.tables import Tables

#: Programs that were written before, by the rules and by all that has a part in writing them.
_WRITTEN = users("scanner", most=2)
_SOURCES = tuple(
    str(module) for module in (__file__, charsets.__file__, dispatch.__file__, prefixes.__file__, tables.__file__)
)
#: What _scan.c must have been built to read; both go up together.
_FORM = 3
if FORM != _FORM:
    raise ImportError("timeline.timex._scan was built for other programs: install the package again")

#: What a node does; the same numbers stand in _scan.c.
_ACCEPT, _CHARACTER, _ONE_OF, _ANY, _EITHER, _SWITCH, _RUN, _LOOK, _LOOK_AT_ONE, _ATOMIC = range(10)
_AT_BEGIN, _AT_END, _AT_LAST = range(10, 13)
_AT = {"AT_BEGINNING_STRING": _AT_BEGIN, "AT_BEGINNING": _AT_BEGIN, "AT_END_STRING": _AT_END, "AT_END": _AT_LAST}
_GREEDY, _LAZY, _POSSESSIVE = range(3)
_REPEATS = {"MAX_REPEAT": _GREEDY, "MIN_REPEAT": _LAZY, "POSSESSIVE_REPEAT": _POSSESSIVE}
_WORD, _FIGURE = range(2)
_NO_NODE, _UNBOUNDED = -1, -1
#: The node that ends every pattern.
_END = 0
_MANY_TIMES: Any = re._parser.MAXREPEAT  # type: ignore[attr-defined]

_Tokens = Iterable[tuple[Any, Any]]


class CompiledScan:
    """What finds the rules' matches in any text. Raises ValueError for a pattern with a construct it doesn't know."""

    def __init__(self, plan: Dispatch) -> None:
        rules = tuple((rule.pattern, rule.guard) for rule in plan.rules)
        key = source_of(*_SOURCES), plan.digit_guard, rules
        self._find = Scanner(*_WRITTEN.get(key, lambda: _written(plan))).find

    def over(self, text: str) -> Find:
        """What finds the matches in ``text``."""
        return partial(self._find, text)


def _written(plan: Dispatch) -> tuple[bytes, bytes, bytes, bytes]:
    """The program of a plan: its nodes, its numbers, what each character may begin, and its pairs."""
    program = _Program()
    firsts = array("i", bytes(4 * UNITS))
    for figures in plan.figures:
        _enter_figures(program, firsts, plan, figures)
    _enter_words(program, firsts, plan)
    nodes, numbers, pairs = program.buffers()
    return nodes, numbers, firsts.tobytes(), pairs


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
    behind = [
        program.row({char: at for (char, pair), at in lists.items() if pair is with_pair and char != ANY})
        for with_pair in (False, True)
    ]
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
            *behind,
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


class _Program(Tables):
    """Nodes and tables as they are written; a node is written after those that a match goes on with behind it."""

    def __init__(self) -> None:
        super().__init__()
        self._nodes = array("i", [_ACCEPT, 0, 0, 0])
        #: Of each node, the characters that a match may go on with there; None for any, or none at all.
        self._begins: list[frozenset[int] | None] = [None]
        self._patterns: dict[str, int] = {}

    def buffers(self) -> tuple[bytes, bytes, bytes]:
        """Nodes, numbers and pairs, as _scan.c takes them."""
        return self._nodes.tobytes(), *self.written()

    def rules(self, plan: Dispatch, places: tuple[int, ...], *, guarded: bool) -> int:
        """Where a list of rules stands: how many, then of each its guard, where its pattern begins and its place."""
        row = [len(places)]
        for place in places:
            rule = plan.rules[place]
            guard = self.pattern(rule.guard) if guarded and rule.guard else _NO_NODE
            row += [guard, self.pattern(rule.pattern), place]
        return self.numbers(*row)

    # -- patterns ---------------------------------------------------------------------------------------------------

    def pattern(self, pattern: str) -> int:
        """The node with which a match of a pattern begins."""
        place = self._patterns.get(pattern)
        if place is None:
            place = self._patterns[pattern] = self._chain(parsed(pattern), _END)
        return place

    def _node(self, operation: int, one: int, other: int, following: int, begins: frozenset[int] | None = None) -> int:
        self._nodes.extend((operation, one, other, following))
        self._begins.append(begins)
        return len(self._begins) - 1

    def _chain(self, tokens: _Tokens, following: int) -> int:
        for operator, argument in reversed(list(tokens)):
            if operator.name == "LITERAL" and argument < UNITS:
                following = self._character(argument, following)
            else:
                following = self._token(operator.name, argument, following)
        return following

    def _character(self, code: int, following: int) -> int:
        return self._node(_CHARACTER, code, 0, following, frozenset((code,)))

    def _token(self, operator: str, argument: Any, following: int) -> int:
        match operator:
            case "LITERAL" | "NOT_LITERAL" | "IN":
                members = members_of(operator, argument)
                return self._node(_ONE_OF, self.set_of(members), 0, following, few(members))
            case "ANY":
                return self._node(_ANY, 0, 0, following)
            case "SUBPATTERN":
                return self._chain(argument[3], following)
            case "BRANCH":
                return self._branch([list(way) for way in argument[1]], following)
            case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
                least, most, inner = argument
                return self._repeat(_REPEATS[operator], least, most, inner, following)
            case "ATOMIC_GROUP":
                alone = self._chain(argument, _END)
                return self._node(_ATOMIC, alone, 0, following, self._begins[alone])
            case "ASSERT" | "ASSERT_NOT":
                direction, tokens = argument
                how = self.numbers(tokens.getwidth()[0] if direction < 0 else 0, int(operator == "ASSERT_NOT"))
                one = single(list(tokens))
                if one is not None:
                    ahead = few(one) if operator == "ASSERT" and direction > 0 else None
                    begins = _both(self._begins[following], ahead)
                    return self._node(_LOOK_AT_ONE, self.set_of(one), how, following, begins)
                demanded = self._chain(tokens, _END)
                ahead = self._begins[demanded] if operator == "ASSERT" and direction > 0 else None
                return self._node(_LOOK, demanded, how, following, _both(self._begins[following], ahead))
            case "AT" if argument.name in _AT:
                return self._node(_AT[argument.name], 0, 0, following, self._begins[following])
        raise ValueError(f"the compiled scanner has nothing for {operator} {argument!r}")

    def _repeat(self, way: int, least: int, most: int, inner: _Tokens, following: int) -> int:
        """A repeat of one character is one node; a longer one is written out as often as it may stand there."""
        tokens = list(inner)
        members = single(tokens)
        if members is not None:
            codes, behind = few(members), self._begins[following]
            if way == _GREEDY and codes is not None and behind is not None and codes.isdisjoint(behind):
                way = _POSSESSIVE  # one that leaves off earlier has no end that anything goes on from
            bounds = self.numbers(least, _UNBOUNDED if most is _MANY_TIMES else most, way)
            begins = codes if least else _either_of(codes, behind)
            return self._node(_RUN, self.set_of(members), bounds, following, begins)
        if most is _MANY_TIMES:
            raise ValueError("the compiled scanner repeats more than one character a stated number of times only")
        if way == _POSSESSIVE:
            alone = self._repeat(_GREEDY, least, most, tokens, _END)
            return self._node(_ATOMIC, alone, 0, following, self._begins[alone] if least else None)
        goes_on = following
        for _ in range(most - least):
            ways = [self._chain(tokens, goes_on), following]
            goes_on = self._either(ways if way == _GREEDY else ways[::-1])
        for _ in range(least):
            goes_on = self._chain(tokens, goes_on)
        return goes_on

    def _branch(self, ways: Sequence[list[tuple[Any, Any]]], following: int) -> int:
        """The first of several ways that matches; those that begin with the same letter go over it once, together."""
        together: list[list[list[tuple[Any, Any]]]] = []
        of_letter: dict[int, int] = {}
        for way in ways:
            letter = way[0][1] if way and way[0][0].name == "LITERAL" and way[0][1] < UNITS else None
            if letter is None:
                of_letter.clear()  # may begin with any letter itself: none behind it goes before it
            elif letter in of_letter:
                together[of_letter[letter]].append(way)
                continue
            else:
                of_letter[letter] = len(together)
            together.append([way])
        return self._either(
            [
                self._chain(same[0], following)
                if len(same) == 1
                else self._character(same[0][0][1], self._branch([way[1:] for way in same], following))
                for same in together
            ]
        )

    def _either(self, ways: Sequence[int]) -> int:
        """The first of several ways that matches, each tried where it may go on with what stands there."""
        if len(ways) == 1:
            return ways[0]
        begins = [self._begins[way] for way in ways]
        if all(codes is None for codes in begins):
            return self._node(_EITHER, self._list(ways), 0, 0)
        able: dict[int, list[int]] = {code: [] for code in sorted(set().union(*(codes or () for codes in begins)))}
        others: list[int] = []
        for codes, way in zip(begins, ways, strict=True):
            if codes is None:
                others.append(way)
            for code in able if codes is None else codes:
                able[code].append(way)
        row = self.row({chr(code): self._list(of_code) for code, of_code in able.items()})
        return self._node(_SWITCH, row, self._list(others), 0, None if others else frozenset(able))

    def _list(self, ways: Sequence[int]) -> int:
        """Where it stands how many ways there are, and each."""
        return self.numbers(len(ways), *ways)


def _either_of(one: frozenset[int] | None, other: frozenset[int] | None) -> frozenset[int] | None:
    """What may begin one or the other; None for any."""
    return None if one is None or other is None else one | other


def _both(one: frozenset[int] | None, other: frozenset[int] | None) -> frozenset[int] | None:
    """What may begin one and the other; None for any."""
    return one & other if one is not None and other is not None else one or other
