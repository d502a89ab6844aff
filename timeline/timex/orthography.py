"""Traditional and compatibility characters and full-width digits folded to the forms that the rules use, one for one.

>>> folded("１０月２６號（週六）後")
'10月26号（周六）后'

The characters come from OpenCC; each stands for one other, so the length and all offsets stay as they are. What the
rules themselves write (the 乾 of a reign) is left alone.
"""

from __future__ import annotations

import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Callable
from functools import lru_cache
from typing import Any, Final

from timeline import regex as re

try:
    from timeline.timex._scan import folded as _compiled
except ImportError:  # built where there is no compiler
    _compiled = None  # type: ignore[assignment]
_by_table: Callable[[str, bytes], str] | None = _compiled

_FULL_WIDTH: Final = "０１２３４５６７８９"
_HAN: Final = range(0x4E00, 0xA000)
_KEPT: Final = "乾著"
#: Some rare characters have a form that is none of the first 65536: no rule knows it.
_OUTSIDE: Final = "\U00010000"


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


#: A blank between a Chinese character and a figure, which some set there for looks, or inside a word of time (下 周 三);
#: and half of a foreign line end. A pattern for each: one that begins with a stated character is found faster.
_SET_APART: Final = (
    ("\r", re.compile("\r(?=\n)")),
    *(
        (
            blank,
            re.compile(
                f"{blank}(?:(?<=[\u4e00-\u9fff]{blank})(?=[0-9])|(?<=[0-9]{blank})(?=[\u4e00-\u9fff])"
                f"|(?<=[今去昨明本上下这]{blank})(?=[年月日天周午旬])|(?<=[周期拜]{blank})(?=[一二三四五六日天末]))"
            ),
        )
        for blank in " \u00a0"
    ),
)
#: The end of a line inside a word or a number of time: 去⏎年, 23日至3⏎0日. The line is no heading, which would be short,
#: and the word is begun there: 报名说明⏎日期 is none. What goes on on the next line is looked at first, as it rarely does.
_BROKEN: Final = re.compile(
    r"\n(?=[年月日天周午旬0-9])(?:(?<=[^\n]{8}[，。；：、（(自从至到在于将是的，比较][今去昨明本]\n)(?=[年月日天周])|(?<=[^\n]{8}[今去昨]\n)(?=[年日天][^货度画])"
    r"|(?<=[^\n]{6}[日号天周晚一二三四五六][上下中]\n)(?=午)|(?<=[^\n]{6}月[上下中]\n)(?=旬)"
    r"|(?<=[月至到—－、][1-3]\n)(?=[0-9][日号])|(?<=[年至到—－、]1\n)(?=[0-2]月)|(?<=[^0-9][12]\n)(?=[09][0-9]{2}年)"
    r"|(?<=[^0-9](?:19|20)\n)(?=[0-9]{2}年[0-9])|(?<=[^0-9](?:19|20)[0-9]\n)(?=[0-9]年))"
)


def closed_up(text: str) -> tuple[str, list[int]]:
    """``text`` without what parts figures, words and numbers of time, and where that stood in what is left.

    A character at ``place`` of what is left stood at ``place + bisect_right(blanks, place)``.

    >>> closed_up("今晚 8 点")
    ('今晚8点', [2, 3])
    >>> closed_up("至 3\\n0日")
    ('至30日', [1, 2])
    """
    apart = [found.start() for sign, pattern in _SET_APART if sign in text for found in pattern.finditer(text)]
    apart.sort()
    left, blanks = _without(text, apart)
    broken = [found.start() for found in _BROKEN.finditer(left)]
    if not broken:
        return left, blanks
    return _without(text, sorted([*apart, *(place + bisect_right(blanks, place) for place in broken)]))


def _without(text: str, apart: list[int]) -> tuple[str, list[int]]:
    """``text`` without the characters at the places ``apart``, and where they stood in what is left."""
    if not apart:
        return text, apart
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
