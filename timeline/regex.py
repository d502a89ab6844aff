"""Python's ``re`` for the package's own expressions, whose compiled code is kept from one run to the next.

>>> from timeline import regex as re
>>> re.compile("[0-9]+年").findall("建于1996年，2026年重修")
['1996年', '2026年']

To compile what this package looks for takes longer than to read several pages of news. Most of it is not there: an
expression is asked only where two characters stand with which a match may begin, or which it must hold (``_guarded.c``).
"""

from __future__ import annotations

import _sre  # type: ignore[import-not-found]
import re
from array import array
from re import (
    ASCII,
    DOTALL,
    IGNORECASE,
    MULTILINE,
    VERBOSE,
    I,
    Match,
    Pattern,
    S,
    error,
    escape,
    findall,
    finditer,
    fullmatch,
    match,
    search,
    split,
    sub,
)
from re import compile as passing
from typing import Any, cast

from timeline import charsets, prefixes
from timeline.kept import source_of, users

try:
    from timeline._guarded import Guarded
except ImportError:  # built where there is no compiler
    Guarded = None  # type: ignore[assignment, misc]

__all__ = [
    "ASCII",
    "DOTALL",
    "IGNORECASE",
    "MULTILINE",
    "I",
    "Match",
    "Pattern",
    "S",
    "compile",
    "error",
    "escape",
    "findall",
    "finditer",
    "fullmatch",
    "match",
    "passing",
    "search",
    "split",
    "sub",
]

#: Flags, code as unsigned integers of this machine, number of groups, the groups' numbers by name and names by number;
#: at last the pairs of characters that matches begin with, in a row, and whether they only stand somewhere in a match.
_Code = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...], str, bool]

#: What an interpreter says to code that it doesn't take.
_REFUSED = (AttributeError, OverflowError, RuntimeError, TypeError, ValueError)
#: What works out the beginnings.
_BEGINNINGS = source_of(prefixes.__file__, charsets.__file__)
#: So many of them tell nothing apart.
_MANY = 1500
_CODES = users("expressions", most=4000)


def compile(expression: str, flags: int | re.RegexFlag = 0) -> Pattern[str]:  # noqa: A001 - it stands for re.compile
    """As ``re.compile``, for an expression that the package itself holds; raises ``re.error`` for one that is none.

    One that is made up while a page is read is for ``passing``, which keeps nothing.
    """
    asked = int(flags)
    key = expression, asked, _sre.MAGIC, _BEGINNINGS
    try:
        return _pattern(expression, _CODES.get(key, lambda: _code(expression, asked)))
    except _REFUSED:
        return re.compile(expression, flags)


def _code(expression: str, flags: int) -> _Code:
    """What ``re`` makes of an expression, by the steps of its own compiler."""
    parsed = re._parser.parse(expression, flags)  # type: ignore[attr-defined]
    code = re._compiler._code(parsed, flags)  # type: ignore[attr-defined]
    state: Any = parsed.state
    names: list[str | None] = [None] * state.groups
    for name, number in state.groupdict.items():
        names[number] = name
    flags |= state.flags
    told, anywhere = _told(parsed) if not flags & (IGNORECASE | VERBOSE) else ("", False)
    return flags, array("I", code).tobytes(), state.groups - 1, dict(state.groupdict), tuple(names), told, anywhere


def _told(tokens: Any) -> tuple[str, bool]:
    """The pairs of characters one of which every match begins with, or else contains; "" where that tells nothing."""
    for told, anywhere in ((prefixes.beginnings(tokens), False), (prefixes.needed(tokens), True)):
        if len(told) <= _MANY and not prefixes.says_nothing(told):
            return "".join((text + prefixes.ANY)[:2] for text in sorted(told)), anywhere
    return "", False


def _pattern(expression: str, made: _Code) -> Pattern[str]:
    flags, code, groups, numbers, names, told, anywhere = made
    pattern: Pattern[str] = _sre.compile(expression, flags, memoryview(code).cast("I").tolist(), groups, numbers, names)
    return cast("Pattern[str]", Guarded(pattern, told, anywhere)) if told and Guarded is not None else pattern
