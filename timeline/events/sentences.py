"""Sentences and clauses of unwrapped text, as spans; commas inside quotation marks and brackets divide nothing.

>>> text = "开幕，“甲，乙”同贺；次日闭幕。"
>>> [text[a:b] for sentence in split(text) for a, b in sentence.clauses]
['开幕，', '“甲，乙”同贺；', '次日闭幕。']
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_MARK = re.compile(r"[。！？!?；;\n，,：:“”「」『』《》（）()]")
_OPEN, _CLOSE = "“「『《（(", "”」』》）)"
_LONGEST_QUOTE = 60


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


def split(text: str) -> list[Sentence]:
    """The sentences of ``text`` in order; every character but line breaks belongs to exactly one."""
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
        start, clause, clauses, depth = end, end, [], 0
        continues = semicolon

    for mark in _MARK.finditer(text):
        char, at = mark[0], mark.start()
        if at < clause:
            continue
        if char == "\n":
            close(at, False)
            start = clause = paragraph = at + 1
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


def _in_number(text: str, at: int) -> bool:
    """Whether a comma or colon stands inside a number or clock time."""
    return 0 < at < len(text) - 1 and text[at - 1].isdigit() and text[at + 1].isdigit() and text[at] in ",:："
