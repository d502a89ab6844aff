"""People whose names look like places: 常德望 begins as the city of 常德 does, 方恒山 ends as a hill does.

>>> is_person("常德望当选。常德望说", 0, 2), has_kin("方恒山的曾孙买下商标", "方恒山"), has_kin("游人登上方恒山", "方恒山")
(True, True, False)
"""

from __future__ import annotations

from timeline import regex as re
from timeline.events.occurrences import occurrences

#: Families whose names begin as a city's does: 常德望, 江门生.
_FAMILIES = "常安金吴黄高毕邵温石成曲龙江"
_PERSON_LENGTH = 3
_NO_GIVEN = re.compile(r"[市县区镇乡港站路街人的地籍话菜队在有与和及至到、，。（”\s]|\Z|[一-龥][市县区]")


def is_person(text: str, start: int, end: int) -> bool:
    """Whether what looks like a city's name is only ever the beginning of one person's."""
    if text[start] not in _FAMILIES or end - start != 2 or _NO_GIVEN.match(text, end):
        return False
    return (times := text.count(text[start : end + 1])) > 1 and times == text.count(text[start:end])


#: What only a person has: 方恒山的曾孙.
_KIN = re.compile(
    "的?(?:[曾长次独]?[子孙](?=[^公])|儿子|女儿|妻子|丈夫|父亲|母亲|后人|传人|徒弟|弟子|一家)|(?:先生|老人|女士)"
)


def has_kin(text: str, name: str) -> bool:
    """Whether what looks like a hill or a river is a person's name, by whose kin is told of anywhere in the text."""
    if len(name) != _PERSON_LENGTH:
        return False
    return any(_KIN.match(text, at + _PERSON_LENGTH) for at in occurrences(name, text))
