"""Python's ``re`` for the package's own expressions, whose compiled code is kept from one run to the next.

>>> from timeline import regex as re
>>> re.compile("[0-9]+年").findall("建于1996年，2026年重修")
['1996年', '2026年']

To compile what this package looks for takes longer than to read several pages of news.
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
from typing import Any

from timeline.kept import users

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

#: Flags, code as unsigned integers of this machine, number of groups, the groups' numbers by name and names by number.
_Code = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]

#: What an interpreter says to code that it doesn't take.
_REFUSED = (AttributeError, OverflowError, RuntimeError, TypeError, ValueError)
_CODES = users("expressions", most=4000)


def compile(expression: str, flags: int | re.RegexFlag = 0) -> Pattern[str]:  # noqa: A001 - it stands for re.compile
    """As ``re.compile``, for an expression that the package itself holds; raises ``re.error`` for one that is none.

    One that is made up while a page is read is for ``passing``, which keeps nothing.
    """
    asked = int(flags)
    key = expression, asked, _sre.MAGIC
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
    return flags | state.flags, array("I", code).tobytes(), state.groups - 1, dict(state.groupdict), tuple(names)


def _pattern(expression: str, made: _Code) -> Pattern[str]:
    flags, code, groups, numbers, names = made
    pattern: Pattern[str] = _sre.compile(expression, flags, memoryview(code).cast("I").tolist(), groups, numbers, names)
    return pattern
