"""Draws stories as the text of a scanned page: lines cut at the column's width, pieces in the order of ``order``.

``2.body:1-3+4`` is the second story's body from its first paragraph to the fourth line of its third; ``2.body:3+4-5``
goes on from there to the end of the fifth; ``~words`` is a line of the page's frame.
"""

from __future__ import annotations

import re

from page_stories import Fixture, Story, plain

_TOKEN = re.compile(r"(\d+)\.(head|by|body)(?::(\d+)(?:\+(\d+))?-(\d+)(?:\+(\d+))?)?")


def _columns(char: str) -> int:
    return 1 if char < "\u0250" else 2


def wrapped(text: str, measure: int, indent: str = "") -> list[str]:
    """The lines of a paragraph in a column of ``measure`` Chinese characters; no line begins with a closing mark."""
    lines, line, room = [], indent, 2 * measure - 2 * len(indent)
    for char in text:
        if room < _columns(char) and char not in "，。、；：！？）”》’」":
            lines.append(line)
            line, room = "", 2 * measure
        line += char
        room -= _columns(char)
    return [*lines, line]


def _piece(fixture: Fixture, story: Story, match: re.Match[str]) -> list[list[str]]:
    measure, indent = int(fixture.settings.get("measure", 0)), str(fixture.settings.get("indent", ""))
    if match[2] == "head":
        return [story.heads]
    if match[2] == "by":
        return [[story.byline]] if story.byline else []
    paragraphs = [
        wrapped(plain(line), measure, indent) if measure and not line.startswith("| ") else [indent + plain(line)]
        for line in story.printed
    ]
    if not match[3]:
        return paragraphs
    first, last = int(match[3]) - 1, int(match[5])
    chosen = [list(lines) for lines in paragraphs[first:last]]
    if match[6]:
        chosen[-1] = chosen[-1][: int(match[6])]
    if match[4]:
        chosen[0] = chosen[0][int(match[4]) :]
    return chosen


def scan(fixture: Fixture) -> str:
    default = [token for n in range(1, len(fixture.stories) + 1) for token in (f"{n}.head", f"{n}.by", f"{n}.body")]
    pieces: list[str] = [fixture.masthead] if fixture.masthead else []
    between = "\n" if fixture.settings.get("tight") else "\n\n"
    for token in fixture.settings.get("order", default):
        match = _TOKEN.fullmatch(token)
        if not match:
            pieces.append(token.removeprefix("~"))
            continue
        paragraphs = _piece(fixture, fixture.stories[int(match[1]) - 1], match)
        if paragraphs and any(line for lines in paragraphs for line in lines):
            pieces.append(between.join("\n".join(lines) for lines in paragraphs))
    return "\n\n".join(pieces) + "\n"


def markdown(fixture: Fixture) -> str:
    lines: list[str] = []
    for story in fixture.stories:
        lines += [f"## {' '.join(story.heads)}", *([story.byline] if story.byline else [])]
        lines += [f"### {line[3:]}" if line.startswith("## ") else line for line in story.printed]
    return "\n\n".join(lines) + "\n"


def labelled(fixture: Fixture) -> str:
    """A text as programs that collect news write it: its fields by name, then the body."""
    story = fixture.stories[0]
    body = "\n".join(plain(line) for line in story.printed)
    return f"标题：{story.headline}\n时间：2025-09-13 07:12\n来源：澄溪日报\n链接：https://news.example.cn/1.html\n正文：\n{body}\n"


DRAWN = {"scan.columns": scan, "scan.markdown": markdown, "other.labelled": labelled}
