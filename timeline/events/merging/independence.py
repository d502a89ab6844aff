"""How many sources tell something independently: a text printed twice, or two pages of one paper on one day, count once.

>>> independent([])
0
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from timeline.model import Mention

#: The same quote of this many characters was printed from one text; a longer one even if a little is changed.
_LONG, _LONGER = 16, 36
_ALIKE = 0.8


def independent(mentions: Iterable[Mention]) -> int:
    """The number of independent sources.

    Mentions of one document, of one publication on one day, or in words that are nearly the same throughout are one
    source's.
    """
    told = list(mentions)
    parent = list(range(len(told)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    first: dict[tuple[str, str], int] = {}
    for index, mention in enumerate(told):
        for key in _keys(mention):
            parent[root(index)] = root(first.setdefault(key, index))
    leaders = [(index, _pairs(told[index].quote)) for index in range(len(told)) if root(index) == index][:200]
    for place, (one, own) in enumerate(leaders):
        for other, words in leaders[:place]:
            if min(len(own), len(words)) >= _LONGER and len(own & words) >= _ALIKE * max(len(own), len(words)):
                parent[root(one)] = root(other)
    return len({root(index) for index in range(len(told))})


def _keys(mention: Mention) -> list[tuple[str, str]]:
    """What two mentions of one source share: the bytes, the paper and its day, the words."""
    keys = [("bytes", mention.sha256)]
    if mention.source:
        keys.append((f"paper {mention.source}", mention.published or mention.sha256))
    words = re.sub(r"\W", "", mention.quote)
    if len(words) >= _LONG:
        keys.append(("words", words))
    return keys


def _pairs(quote: str) -> frozenset[str]:
    words = re.sub(r"\W", "", quote)
    return frozenset(words[k : k + 2] for k in range(len(words) - 1))
