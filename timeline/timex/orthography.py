"""Traditional and compatibility characters and full-width digits folded to the forms that the rules use, one for one.

>>> folded("１０月２６號（週六）後")
'10月26号（周六）后'

The characters come from OpenCC; each stands for one other, so the length and all offsets stay as they are. What the
rules themselves write (the 乾 of a reign) is left alone.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Callable
from functools import lru_cache
from typing import Any

try:
    from timeline.timex._scan import folded as _compiled
except ImportError:  # built where there is no compiler
    _compiled = None  # type: ignore[assignment]
_by_table: Callable[[str, bytes], str] | None = _compiled

_FULL_WIDTH = "０１２３４５６７８９"
_HAN = range(0x4E00, 0xA000)
_KEPT = "乾著"
#: Some rare characters have a form that is none of the first 65536: no rule knows it.
_OUTSIDE = "\U00010000"


@lru_cache(maxsize=1)
def _codes() -> bytes:
    """The table as the compiled code takes it: what each code point becomes, 0 for itself."""
    codes = array("H", bytes(2 << 16))
    for code, usual in _table().items():
        codes[code] = ord(usual)
    return codes.tobytes()


@lru_cache(maxsize=1)
def _odd() -> re.Pattern[str]:
    """What finds a character to fold."""
    return re.compile(f"[{''.join(map(chr, _table()))}]")


@lru_cache(maxsize=1)
def _table() -> dict[int, str]:
    """What each character that is folded becomes."""
    from opencc import OpenCC

    characters = [chr(code) for code in _HAN]
    simplified = OpenCC("t2s").convert("\n".join(characters)).split("\n")
    table = {
        ord(one): other
        for one, other in zip(characters, simplified, strict=True)
        if one != other and len(other) == 1 and other < _OUTSIDE
    }
    # compatibility ideographs and Kangxi radicals look like the usual characters; text from PDF is full of them
    for code in (*range(0xF900, 0xFB00), *range(0x2F00, 0x2FD6)):
        usual = unicodedata.normalize("NFKC", chr(code))
        if len(usual) == 1 and usual != chr(code) and usual < _OUTSIDE:
            table[code] = table.get(ord(usual), usual)
    table |= {ord(wide): str(digit) for digit, wide in enumerate(_FULL_WIDTH)}
    for character in _KEPT:
        table.pop(ord(character), None)
    return table


#: A blank between a Chinese character and a figure, which some set there for looks; and half of a foreign line end. A
#: pattern for each: one that begins with a stated character is found faster.
_SET_APART = (
    ("\r", re.compile("\r(?=\n)")),
    *(
        (blank, re.compile(f"{blank}(?:(?<=[\u4e00-\u9fff]{blank})(?=[0-9])|(?<=[0-9]{blank})(?=[\u4e00-\u9fff]))"))
        for blank in " \u00a0"
    ),
)


def closed_up(text: str) -> tuple[str, list[int]]:
    """``text`` without the blanks that set figures apart from Chinese characters, and where they stood in what is left.

    A character at ``place`` of what is left stood at ``place + bisect_right(blanks, place)``.

    >>> closed_up("今晚 8 点")
    ('今晚8点', [2, 3])
    """
    apart = [found.start() for sign, pattern in _SET_APART if sign in text for found in pattern.finditer(text)]
    if not apart:
        return text, apart
    apart.sort()
    begins, ends = [0, *(place + 1 for place in apart)], [*apart, len(text)]
    left = "".join([text[begin:end] for begin, end in zip(begins, ends, strict=True)])
    return left, [place - count for count, place in enumerate(apart)]


@lru_cache(maxsize=1)
def _unfolding() -> Any:
    from opencc import OpenCC

    return OpenCC("s2t")


@lru_cache(maxsize=256)
def traditional(character: str) -> str:
    """A simplified character in traditional script.

    >>> traditional("结")
    '結'
    """
    return str(_unfolding().convert(character))


def folded(text: str) -> str:
    """``text`` with those characters folded; the same object when it has none."""
    if _by_table is not None:
        return _by_table(text, _codes())
    odd, table = _odd(), _table()
    # a page has a few of them or none: replacing those is quicker than translating every character
    return odd.sub(lambda found: table[ord(found[0])], text) if odd.search(text) else text
