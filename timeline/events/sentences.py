"""Sentences and clauses of unwrapped text, as spans; commas inside quotation marks and brackets divide nothing.

>>> text = "开幕，“甲，乙”同贺；次日闭幕。"
>>> [text[a:b] for sentence in split(text) for a, b in sentence.clauses]
['开幕，', '“甲，乙”同贺；', '次日闭幕。']
"""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter

from timeline import regex as re
from timeline.events.notices import field_of
from timeline.events.words import TRIGGER
from timeline.layout.marks import LEAD
from timeline.model import Timex, filled_directly

_PRINTED = dict(zip(",;:!?()", "，；：！？（）", strict=True))
#: A mark that stands in no number, clock time, address or Latin words.
_ASCII = re.compile(
    r"[,;!?:()](?:(?<=[()])|(?<![0-9A-Za-z].)|(?<=,)(?![0-9A-Za-z\s])|(?<=[;!?])(?![A-Za-z0-9=&\s])|(?<=:)(?![0-9/\sA-Za-z]))"
)
_MARK = re.compile(r"[。！？!?；;\n，,：:“”「」『』《》（）()]")
#: A day alone that says when it was written: 12月6日讯.
_DATELINE = re.compile(r"\s*(?:\d{4}年)?\d{1,2}月\d{1,2}日\s?[讯电](?:\s*[（(][^（）()\n]{1,20}[）)]|[\s：:])\s*")
#: A label in a box: 【赛事】, [交通].
BOX = re.compile(r"\s*[【\[［〖]([^【】\[\]［］〖〗\n]{2,24})[】\]］〗]\s*")
_BOXES = tuple("【[［〖")
#: A box that says where on the page something stands, or who tells it.
_FRAME = re.compile(
    r"[上下左右题題]?[图圖][0-9一二三四五六七八九十]{0,2}|.*[讯訊]|(?:本[报報刊台社网網]|[记記]者|通[讯訊][员員]).*"
)
#: What the name of something to go to ends with.
_NAMED = re.compile(r".{2,}(?:[会會节節展赛賽周季营營课課]|[讲講]座|集市|市集|嘉年[华華]|[马馬]拉松)")
#: What tells of the thing in the box in front of it: its time, its fields.
_OF_BOX = re.compile(
    r"[0-9一二三四五六七八九十年月周週星本今明昨每即当當农農：:（(]|[^，。；：:\s]{0,4}(?:时间|時間|日期|地点|地點)"
)
_ENDS = re.compile("[。！？\n]")
_LONGEST_TOLD = 120
_OPEN, _CLOSE = "“「『《（(", "”」』》）)"
_LONGEST_QUOTE = 60
_END = itemgetter(1)
#: So few clauses are looked through faster than they are bisected.
_FEW = 8


@filled_directly
@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence (or part of one up to a semicolon): its span and its clauses' spans, marks included.

    ``continues`` says that a semicolon joins it to the one before; ``paragraph`` is the start of its paragraph.
    """

    start: int
    end: int
    clauses: tuple[tuple[int, int], ...]
    continues: bool
    paragraph: int

    def clause_at(self, position: int) -> int:
        """The number of the clause that holds ``position``; the last one behind the end."""
        return min(self._ended(position), len(self.clauses) - 1)

    def clauses_before(self, position: int, most: int = 12) -> list[tuple[int, int]]:
        """The clauses that end at or before ``position``, the nearest first, at most so many."""
        number = self._ended(position)
        return list(self.clauses[max(0, number - most) : number][::-1])

    def _ended(self, position: int) -> int:
        """How many clauses end at or before ``position``."""
        if len(self.clauses) > _FEW:
            return bisect.bisect_right(self.clauses, position, key=_END)
        for number, (_, end) in enumerate(self.clauses):
            if end > position:
                return number
        return len(self.clauses)


def split(text: str) -> list[Sentence]:
    """The sentences of ``text`` in order; every character but line breaks, datelines and labels belongs to exactly one.

    A dateline (新华社北京4月22日电) says when it was written, and is no part of what is told; no more is a label (【赛事】).
    """
    sentences: list[Sentence] = []
    clauses: list[tuple[int, int]] = []
    start = clause = paragraph = 0
    depth = opened = 0
    continues = False

    def close(end: int, semicolon: bool) -> None:
        nonlocal start, clause, clauses, depth, continues
        if end > clause and text[clause:end].strip():
            clauses.append((clause, end))
        if clauses:
            sentences.append(Sentence(clauses[0][0], end, tuple(clauses), continues, paragraph))
        start = clause = _behind_box(text, end)
        clauses, depth = [], 0
        continues = semicolon

    start = clause = _told_from(text, 0)
    for mark in _MARK.finditer(text):
        char, at = mark[0], mark.start()
        if at < clause:
            continue
        if char == "\n":
            close(at, False)
            paragraph = at + 1
            start = clause = _told_from(text, paragraph)
        elif char in _OPEN:
            depth, opened = depth + 1, at
        elif char in _CLOSE:
            depth = max(0, depth - 1)
        elif char in "。！？!?" or (char in "；;" and depth == 0):
            end = at + 1
            while end < len(text) and text[end] in "”」』’":
                end += 1
            close(end, char in "；;")
        elif char in "，,：:" and (depth == 0 or at - opened > _LONGEST_QUOTE) and not _in_number(text, at):
            clauses.append((clause, at + 1))
            clause = at + 1
    close(len(text), False)
    return sentences


def _told_from(text: str, paragraph: int) -> int:
    """Where a paragraph begins to tell something: behind its dateline."""
    lead = LEAD.match(text, paragraph) or _DATELINE.match(text, paragraph)
    return _behind_box(text, lead.end() if lead else paragraph)


def _behind_box(text: str, at: int) -> int:
    """Where a sentence begins to tell something: behind the label of its box, unless that names what is told.

    >>> [_behind_box(text, 0) for text in ("【赛事】城南女排夺冠", "【防火讲座】5月2日9时，二楼")]
    [4, 0]
    """
    box = BOX.match(text, at) if text[at : at + 3].lstrip().startswith(_BOXES) else None
    if box is None or field_of(label := box[1]):
        return at
    told = _ENDS.split(text[box.end() : box.end() + _LONGEST_TOLD], maxsplit=1)[0]
    if _FRAME.fullmatch(label):
        return box.end()
    if _NAMED.fullmatch(label):
        return box.end() if label[-3:] in told else at
    own = [verb[0] for verb in TRIGGER.finditer(told) if verb[0] not in label]
    return at if _OF_BOX.match(told) and not own else box.end()


def with_chinese_pauses(text: str) -> str:
    """``text`` with ASCII pauses and brackets between Chinese words as the marks that Chinese print has, one for one.

    >>> with_chinese_pauses("开馆(9:00),票价1,200元;详见https://a.cn")
    '开馆（9:00），票价1,200元；详见https://a.cn'
    """
    return _ASCII.sub(lambda mark: _PRINTED[mark[0]], text)


def within(sentences: Sequence[Sentence], timexes: Sequence[Timex]) -> list[Timex]:
    """The times that stand in a sentence, and not in a dateline."""
    starts = [sentence.start for sentence in sentences]
    return [t for t in timexes if (at := bisect.bisect_right(starts, t.start)) and t.start < sentences[at - 1].end]


def blanked(text: str, timexes: Sequence[Timex]) -> str:
    """``text`` with its times blanked out, lengths kept: 首个工作日 is no “first” of anything."""
    parts, at = [], 0
    for timex in timexes:
        if timex.start >= at:
            parts += [text[at : timex.start], " " * (timex.end - timex.start)]
            at = timex.end
    return "".join((*parts, text[at:]))


def _in_number(text: str, at: int) -> bool:
    """Whether a comma or colon stands inside a number or clock time."""
    return 0 < at < len(text) - 1 and text[at - 1].isdigit() and text[at + 1].isdigit() and text[at] in ",:："
