"""The characters of a pattern's classes as ranges of code points, as the parser of ``re`` tells them.

>>> members_of("NOT_LITERAL", ord("b"))
[(0, 97), (99, 1114111)]
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import Any

SPACES = "".join(chr(code) for code in range(0x3001) if chr(code).isspace())
#: So many characters a table by character has room for.
UNITS = 1 << 16
#: A range of more characters tells no ways apart.
_WIDE = 200
#: Characters as ranges of code points, both ends included.
Ranges = list[tuple[int, int]]
ALL: Ranges = [(0, sys.maxunicode)]
BLANKS: Ranges = [(ord(char), ord(char)) for char in SPACES]


def sieve(ranges: Iterable[tuple[int, int]]) -> tuple[int, ...]:
    """The last six bits of some characters, as 64 bits in two numbers: what ends otherwise is none of them."""
    bits = 0
    for first, last in ranges:
        if last - first >= 63:
            return words_of((1 << 64) - 1, 64)
        for code in range(first, last + 1):
            bits |= 1 << (code & 63)
    return words_of(bits, 64)


def words_of(bits: int, count: int) -> tuple[int, ...]:
    """So many bits as numbers of 32, as an array of signed ones takes them."""
    words = (bits >> at & 0xFFFFFFFF for at in range(0, count, 32))
    return tuple(word - (word >> 31 << 32) for word in words)


def few(ranges: Ranges) -> frozenset[int] | None:
    """The code points of ranges; None where one is wide."""
    if any(last - first > _WIDE for first, last in ranges):
        return None
    return frozenset(code for first, last in ranges for code in range(first, last + 1))


def single(tokens: list[tuple[Any, Any]]) -> Ranges | None:
    """The characters of a pattern that matches any one of some and no more; None of another pattern."""
    if len(tokens) != 1:
        return None
    operator, argument = tokens[0][0].name, tokens[0][1]
    if operator == "SUBPATTERN":
        return single(list(argument[3]))
    if operator == "ANY":
        return ALL
    return members_of(operator, argument) if operator in ("LITERAL", "NOT_LITERAL", "IN") else None


def members_of(operator: str, argument: Any) -> Ranges:
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
                members += BLANKS
            case _:
                raise ValueError(f"the compiled scanner has no set for {kind} {value!r}")
    return _but(members) if negated else members


def _but(ranges: Ranges) -> Ranges:
    """All characters but those."""
    found, begin = [], 0
    for first, last in sorted(ranges):
        if first > begin:
            found.append((begin, first - 1))
        begin = max(begin, last + 1)
    return [*found, (begin, sys.maxunicode)] if begin <= sys.maxunicode else found
