"""Which of two texts a passage goes on with, by the two-character words that they share (lexical cohesion, Hearst 1997).

>>> cohesion("轴承装上了风机，轴承没有返修。", "厂里的轴承卖到海外，风机也用它。"), cohesion("轴承", "公交改线")
(3, 0)
"""

from __future__ import annotations

from timeline import regex as re

_RUN = re.compile("[\u4e00-\u9fff]+")
#: Characters that join words in any text: a pair with one of them says nothing of its subject.
_COMMON = frozenset(
    "的了在是和与及有为个这那我们他她它也都就上下中来去到说年月日一二三四五六七八九十百千万多不没会要能可从把被让给对向以于之其"
    "后前时里外内间将已还又再更最很着过得地第每各全今昨天者记据并而或但因所如等人次名元家位条项"
)
#: So much of a text is looked at.
READ = 3000


def subjects(text: str) -> list[str]:
    """The two-character words of a text in their order, without those that any text has."""
    pairs = (run[at : at + 2] for run in _RUN.findall(text[:READ]) for at in range(len(run) - 1))
    return [pair for pair in pairs if pair[0] not in _COMMON and pair[1] not in _COMMON]


def cohesion(passage: str, text: str) -> int:
    """How often a passage uses the two-character words of a text."""
    known = set(subjects(text))
    return sum(pair in known for pair in subjects(passage))
