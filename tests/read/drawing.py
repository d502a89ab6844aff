"""Draws newspaper pages as PDF: headlines, columns, boxes, captions at given places."""

from __future__ import annotations

import io
import random
from dataclasses import dataclass

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen import canvas

WIDTH, HEIGHT = 595, 842
FONT = "STSong-Light"


@dataclass(frozen=True)
class Block:
    """Text set in a column: its left edge and top in points, its measure in characters, its size; ``vertical``: top to
    bottom, one character under the other."""

    left: float
    top: float
    measure: int
    size: float
    text: str
    vertical: bool = False

    @property
    def lines(self) -> list[str]:
        step = 1 if self.vertical else self.measure
        return [self.text[at : at + step] for at in range(0, len(self.text), step)]


def body(topic: str, sentences: int) -> str:
    """A paragraph of its own: no two sentences are alike."""
    return "".join(f"{topic}的第{number}件事，说来话长，大家都还记得清楚。" for number in range(1, sentences + 1))


def columns(
    topic: str, sentences: int, left: float, top: float, count: int, measure: int, size: float = 9
) -> list[Block]:
    """A paragraph set in ``count`` columns side by side, cut wherever a column is full."""
    text = body(topic, sentences)
    lines = -(-len(text) // (measure * count))
    step = lines * measure
    return [Block(left + column * (measure * size + 11), top, measure, size, text[column * step : (column + 1) * step]) for column in range(count)]  # fmt: skip


def draw(blocks: list[Block], seed: int = 0, password: str = "") -> bytes:
    """A page with the blocks, drawn in an order that is not the order of reading."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    stream = io.BytesIO()
    page = canvas.Canvas(stream, pagesize=(WIDTH, HEIGHT), encrypt=password or None, invariant=1)
    shuffled = blocks.copy()
    random.Random(seed).shuffle(shuffled)
    for block in shuffled:
        page.setFont(FONT, block.size)
        for number, line in enumerate(block.lines):
            page.drawString(block.left, block.top - block.size - number * block.size * 1.5, line)
    page.showPage()
    page.save()
    return stream.getvalue()


def blank() -> bytes:
    """A page that is a picture."""
    stream = io.BytesIO()
    page = canvas.Canvas(stream, pagesize=(WIDTH, HEIGHT), invariant=1)
    page.rect(50, 50, 400, 600, fill=1)
    page.showPage()
    page.save()
    return stream.getvalue()


#: Pages by name: blocks in reading order.
PAGES: dict[str, list[Block]] = {
    f"{count} columns": [
        Block(40, 800, 20, 24, "河边大桥合龙两岸居民称便"),
        *columns("大桥", 24, 40, 750, count, measure),
    ]
    for count, measure in ((1, 50), (2, 27), (3, 17), (4, 12), (5, 9))
} | {
    "two stories stacked": [
        Block(40, 800, 20, 22, "河边大桥昨日合龙"),
        *columns("大桥", 16, 40, 760, 3, 17),
        Block(40, 560, 20, 22, "老街茶馆重新开张"),
        *columns("茶馆", 16, 40, 520, 2, 26),
    ],
    "two stories side by side": [
        Block(40, 800, 12, 18, "河边大桥昨日合龙"),
        *columns("大桥", 14, 40, 760, 2, 13),
        Block(330, 800, 12, 18, "老街茶馆重新开张"),
        *columns("茶馆", 14, 330, 760, 2, 12),
    ],
    "a box under the text": [
        Block(40, 800, 20, 22, "读书会六月开张"),
        *columns("读书会", 12, 40, 760, 3, 17),
        Block(60, 600, 30, 9, "活动时间：6月15日下午"),
        Block(60, 580, 30, 9, "活动地点：老码头三号仓库"),
    ],
    "a caption between": [
        Block(40, 800, 20, 22, "老街的夜市亮了灯"),
        *columns("夜市", 10, 40, 760, 2, 26),
        Block(40, 500, 40, 8, "夜市的灯火照着河面。王小明 摄"),
        *columns("灯火", 10, 40, 470, 2, 26),
    ],
    "a kicker and a subtitle": [
        Block(40, 810, 30, 11, "一座桥走了十年"),
        Block(40, 785, 20, 24, "河边大桥昨日合龙"),
        Block(40, 735, 30, 12, "两岸居民从此不必绕路"),
        *columns("大桥", 20, 40, 700, 4, 12),
    ],
    "a vertical headline": [
        Block(40, 800, 1, 22, "老街茶馆重新开张", vertical=True),
        *columns("茶馆", 20, 90, 800, 2, 24),
    ],
}  # fmt: skip
