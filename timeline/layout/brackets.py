"""Brackets and quotation marks that a text opens and does not close, or closes without having opened them.

>>> brackets("心”与“手")
({'“'}, {'“'})
"""

from __future__ import annotations

from timeline import regex as re

_PAIRS = {"”": "“", "’": "‘", "）": "（", ")": "(", "》": "《", "】": "【"}
_BRACKET = re.compile("[“”‘’（）()《》【】]")


def brackets(text: str) -> tuple[set[str], set[str]]:
    """The kinds of brackets that a text closes without having opened them, and leaves open."""
    opened: dict[str, int] = {}
    unopened: set[str] = set()
    for mark in _BRACKET.findall(text):
        if mark not in _PAIRS:
            opened[mark] = opened.get(mark, 0) + 1
        elif opened.get(_PAIRS[mark]):
            opened[_PAIRS[mark]] -= 1
        else:
            unopened.add(_PAIRS[mark])
    return unopened, {mark for mark, count in opened.items() if count}
