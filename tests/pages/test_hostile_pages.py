"""Pages built to be slow: ten times the page takes about ten times the work, and gives its text all the same."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest
from reportlab.pdfgen import canvas

from timeline.layout import flow, split
from timeline.model import Document
from timeline.read import read_bytes

TOLD = "新桥昨日合龙，年底通车。"


def plain(text: str) -> Document:
    return Document("page.txt", "", "text/plain", "utf-8", text)


def page(body: str) -> bytes:
    return f"<html><head><meta charset='utf-8'></head><body>{body}</body></html>".encode()


def pdf(lines: int, at: Callable[[int], tuple[float, float]]) -> bytes:
    stream = io.BytesIO()
    drawn = canvas.Canvas(stream, pagesize=(1000, 1400), invariant=1)
    drawn.setFont("Helvetica", 2)
    for number in range(lines):
        drawn.drawString(*at(number), f"{number:04} abcdefghij klmnopqrstuvwxyz" * 3)
    drawn.showPage()
    drawn.save()
    return stream.getvalue()


HTML: dict[str, Callable[[int], str]] = {
    "nested divs": lambda n: "<div>" * n + TOLD + "</div>" * n,
    "nested divs with classes": lambda n: "<div class='a-b-c-more'>" * n + TOLD + "</div>" * n,
    "nested tables": lambda n: "<table><tr><td>" * n + TOLD,
    "unclosed bold": lambda n: "<b>" * n + TOLD,
    "one row of cells": lambda n: "<table><tr>" + f"<td>{TOLD}</td>" * n + "</tr></table>",
    "cells": lambda n: "<table>" + ("<tr>" + f"<td>{TOLD}</td>" * 10 + "</tr>") * (n // 10) + "</table>",
    "inline spans": lambda n: "<p>" + "<span>新，</span>" * n + f"</p><p>{TOLD}</p>",
}
TEXTS: dict[str, Callable[[int], str]] = {
    "a line without a break": lambda n: "新桥昨日合龙，年底通车" * (n // 11),
    "a line without a blank": lambda n: "a" * n,
    "leads that never end": lambda n: "本报讯（记者 " * (n // 7),
    "names without end": lambda n: "記者、" * (n // 3),
    "broken paragraphs": lambda n: (
        "短标题一个\n\n这是一段没有说完的话，因为报纸的栏被别的文章切开了，所以还要往下读\n\n" * (n // 45)
    ),
    "articles": lambda n: "新桥的消息一条\n\n本报讯（记者 王小明）新桥昨日合龙。\n\n老街茶馆开张。\n\n" * (n // 42),
    "headings": lambda n: "新桥合龙两岸通\n\n" * (n // 9),
}


def calls(act: Callable[[], Any]) -> int:
    """How many lines of this project's code an act runs: a measure of its work that no busy machine disturbs."""
    count = 0

    def trace(frame: FrameType, event: str, arg: object) -> Any:
        nonlocal count
        count += 1
        return trace if "timeline" in frame.f_code.co_filename else None

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        act()
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("name", HTML)
def test_web_pages_take_work_in_proportion(name: str) -> None:
    small, large = (page(HTML[name](n)) for n in (500, 5000))
    work = [calls(lambda raw=raw: split(read_bytes(raw, "page.html")[0])) for raw in (small, large)]
    assert work[1] < 15 * work[0] + 20_000


@pytest.mark.parametrize("name", HTML)
def test_web_pages_give_their_text(name: str) -> None:
    size = 100_000 if "nested" in name or "unclosed" in name else 10_000
    [document] = read_bytes(page(HTML[name](size)), "page.html")
    assert TOLD in document.text


@pytest.mark.parametrize("name", TEXTS)
def test_texts_take_work_in_proportion(name: str) -> None:
    work = [calls(lambda n=n: split(plain(TEXTS[name](n)))) for n in (3000, 30_000)]
    assert work[1] < 15 * work[0] + 20_000


@pytest.mark.parametrize("name", TEXTS)
def test_a_long_page_is_split_whole(name: str) -> None:
    document = plain(TEXTS[name](1_000_000 if "line" in name else 200_000))
    articles = split(document)
    owned = sum(len("".join(flow(document, article).text.split())) for article in articles)
    owned += sum(
        len("".join(span.of(document.text).split())) for a in articles for span in (a.headline, a.byline) if span
    )
    assert owned >= len("".join(document.text.split()))


@pytest.mark.parametrize(
    "at",
    [lambda n: (10 + n % 4 * 240, 1390 - n // 4 * 2.4), lambda n: (n * 7 % 900, 1390 - n * 13 % 1380)],
    ids=["in columns", "strewn"],
)
def test_a_pdf_page_of_200_000_characters(at: Callable[[int], tuple[float, float]]) -> None:
    [document] = read_bytes(pdf(2200, at), "page.pdf")
    assert len(document.text) > 180_000
    small, large = pdf(100, at), pdf(1000, at)
    work = [calls(lambda raw=raw: read_bytes(raw, "page.pdf")) for raw in (small, large)]
    assert work[1] < 15 * work[0] + 20_000
