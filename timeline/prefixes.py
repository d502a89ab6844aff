"""What a regular expression's matches may begin with: the first two characters, worked out from the pattern itself.

>>> sorted(prefixes("今[年天]|昨"))
['今天', '今年', '昨']

The scan of times and all other expressions use it to skip text in which nothing can begin. The answer may hold too much
and never too little: what is not understood counts as ANY character.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from timeline import charsets
from timeline.charsets import SPACES, few, members_of
from timeline.kept import source_of, users

#: Stands for a character that may be anything.
ANY = "\uffff"

_LENGTH = 2
_MANY = 6000
#: In so many tokens of a pattern is looked for what it needs.
_LOOKED_AT = 16
_NOTHING = {""}
_WORKED_OUT = users("beginnings", most=2000)


def prefixes(pattern: str) -> set[str]:
    """The first two characters of every possible match (fewer where a match may be shorter)."""
    key = source_of(__file__, charsets.__file__), pattern
    return _WORKED_OUT.get(key, lambda: beginnings(parsed(pattern)))


def beginnings(tokens: Iterable[tuple[Any, Any]]) -> set[str]:
    """As ``prefixes``, of a pattern's tokens."""
    return _sequence(tokens, _LENGTH)


def needed(tokens: Iterable[tuple[Any, Any]]) -> set[str]:
    """The first two characters of what stands somewhere in every match, where that tells most; ``{""}`` for nothing known.

    >>> sorted(needed(parsed("[^，]{0,9}(?:开工|投产)")))
    ['开工', '投产']
    """
    flat = list(_flat(tokens))[:_LOOKED_AT]
    told = [_sequence(flat[place:], _LENGTH) for place in range(1, len(flat))]
    return min((found for found in told if not says_nothing(found)), key=len, default=_NOTHING)


def _flat(tokens: Iterable[tuple[Any, Any]]) -> Iterator[tuple[Any, Any]]:
    for operator, argument in tokens:
        if operator.name == "SUBPATTERN" and not _folds_case(argument):
            yield from _flat(argument[3])
        else:
            yield operator, argument


def _folds_case(group: tuple[Any, int, int, Any]) -> bool:
    """Whether letters of a group match those of the other case: (?i:app)."""
    return bool(group[1] & re.IGNORECASE)


def says_nothing(found: set[str]) -> bool:
    """Whether a match may begin with any character, or have none."""
    return any(text[:1] in ("", ANY) for text in found)


@lru_cache(maxsize=512)
def parsed(pattern: str) -> list[tuple[Any, Any]]:
    """The tokens of a pattern as Python's own parser gives them; a rule's are asked for several times."""
    parser: Any = re._parser  # type: ignore[attr-defined]
    return list(parser.parse(pattern, re.DOTALL))


def _joined(left: set[str], right: set[str], length: int) -> set[str]:
    if left == _NOTHING:
        return right
    joined = {text for text in left if len(text) == length}
    for short in {len(text) for text in left} - {length}:
        room = {other[: length - short] for other in right}
        joined |= {one + other for one in left if len(one) == short for other in room}
    return joined if len(joined) < _MANY else {ANY * length}


def _sequence(tokens: Iterable[tuple[Any, Any]], length: int) -> set[str]:
    found = _NOTHING
    ahead: set[str] = set()  # what a look-ahead at the very beginning demands
    for operator, argument in tokens:
        if operator.name == "ASSERT" and argument[0] > 0 and all(len(text) == 1 for text in found):
            # what a look-ahead demands is the second character; behind anything shorter it could mislead
            demanded = _sequence(argument[1], length)
            found = _joined(found, demanded, length) if "" not in demanded else found
        elif operator.name == "ASSERT" and argument[0] > 0 and found == _NOTHING and not ahead:
            ahead = _sequence(argument[1], length)
        else:
            found = _joined(found, _token(operator.name, argument, length), length)
        if all(len(text) >= length for text in found):
            break
    if ahead and says_nothing(found) and not says_nothing(ahead):
        return {(text + ANY)[:length] for text in ahead}  # it is consumed by what may be anything
    return found


def _token(operator: str, argument: Any, length: int) -> set[str]:
    match operator:
        case "LITERAL":
            return {chr(argument)}
        case "IN":
            return _class(argument)
        case "BRANCH":
            return set().union(*(_sequence(branch, length) for branch in argument[1]))
        case "SUBPATTERN":
            return {ANY} if _folds_case(argument) else _sequence(argument[3], length)
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            least, most, inner = argument
            once = _sequence(inner, length)
            found = once if most == 1 else once | _joined(once, once, length)
            return found | _NOTHING if least == 0 else found
        case "ASSERT" | "ASSERT_NOT" | "AT":
            return _NOTHING
        case _:
            return {ANY}


def behind_number(pattern: str, numerals: str) -> set[str]:
    """The characters that may follow the number that a match begins with; ANY among them when that is not known.

    The number is a run of ``numerals``, with blanks among them and behind them. The answer may hold too much and never
    too little.
    """
    found, number_only = _behind(parsed(pattern), frozenset(numerals + SPACES))
    return found | {ANY} if number_only else found


def _behind(tokens: Iterable[tuple[Any, Any]], number: frozenset[str]) -> tuple[set[str], bool]:
    """The characters behind the number, and whether the tokens may be no more than (a part of) the number."""
    found: set[str] = set()
    consumed = False
    for operator, argument in tokens:
        name = operator.name
        if name == "ASSERT" and consumed and argument[0] > 0:
            demanded, number_only = _behind(argument[1], number)  # stands right behind what was consumed
            if demanded and not number_only:
                return found | demanded, False
        elif name not in ("ASSERT", "ASSERT_NOT", "AT"):
            consumed = True
            more, number_only = _behind_token(name, argument, number)
            found |= more
            if not number_only:
                return found, False
    return found, True


def _behind_token(name: str, argument: Any, number: frozenset[str]) -> tuple[set[str], bool]:
    match name:
        case "BRANCH":
            branches = [_behind(branch, number) for branch in argument[1]]
            return set().union(*(found for found, _ in branches)), any(number_only for _, number_only in branches)
        case "SUBPATTERN":
            return _behind(argument[3], number)
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            found, number_only = _behind(argument[2], number)
            return found, number_only or argument[0] == 0
        case "LITERAL" | "IN":
            chars = _token(name, argument, 1)
            return chars - number, bool(chars & number)
        case _:
            return {ANY}, False


def _class(members: Iterable[tuple[Any, Any]]) -> set[str]:
    try:
        codes = few(members_of("IN", members))
    except ValueError:  # a category of which nobody lists the members
        return {ANY}
    return {ANY} if codes is None else set(map(chr, codes))
