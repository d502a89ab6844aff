"""The one of several places that is told for one of as many days: 16日、17日分别在东岭区和柏埠区开讲.

>>> text = "宣讲16日、17日分别在东岭区和柏埠区各办一场。"
>>> [place_of_day(text, [(2, 5), (6, 9)], number) for number in (0, 1)]
['东岭区', '柏埠区']
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline import regex as re

_HAN = "\u4e00-\u9fff"
_EACH = "分别|依次|先后"
#: What shares out stands behind the last day or in front of the first.
_BEHIND = re.compile(rf"[，,\s]*(?P<each>{_EACH})?(?:将|会|拟)?[在到赴于](?P<places>[{_HAN}“”、]{{5,60}})")
_FRONT = re.compile(rf"(?:{_EACH})(?:将|拟|定)?[于在]?\s*\Z")
_LONGEST_FRONT = 6
_AND = re.compile("[、和及与]")
_PAUSES = frozenset(("、", "和", "及", "与", "，"))
#: What is done in the last of the places.
_DONE = re.compile("各|举[行办]|召开|[开上]|进行|展|巡|设|演|启|亮|同|登|组织|办|推|集中|对")


def place_of_day(text: str, times: Sequence[tuple[int, int]], number: int) -> str:
    """The place of the time of this ``number``, where a text shares out as many places among it and those beside it; or "".

    ``times`` are all of the text's, by their offsets.
    """
    first = last = number
    while first and text[times[first - 1][1] : times[first][0]].strip() in _PAUSES:
        first -= 1
    while last + 1 < len(times) and text[times[last][1] : times[last + 1][0]].strip() in _PAUSES:
        last += 1
    told = _BEHIND.match(text, times[last][1]) if first < last else None
    begin = times[first][0]
    if told is None or not (told["each"] or _FRONT.search(text, max(0, begin - _LONGEST_FRONT), begin)):
        return ""
    places = _AND.split(told["places"])[: last - first + 1]
    done = _DONE.search(places[-1], 2)
    places[-1] = places[-1][: done.start()] if done else places[-1]
    return places[number - first] if len(places) == last - first + 1 else ""
