"""Where some words stand in a text that only the text itself makes known: a pattern made of a name is compiled for each page.

>>> list(occurrences("渡口", "渡口启用，去渡口的人"))
[0, 6]
"""

from __future__ import annotations

from collections.abc import Iterator


def occurrences(words: str, text: str) -> Iterator[int]:
    """The offsets at which ``words`` stand in a text, one behind the other."""
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + len(words))
