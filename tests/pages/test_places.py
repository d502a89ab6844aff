"""Every span of a PDF's text stands in a box on a page, also when it comes back from the store."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from pathlib import Path

import page_scoring
import pypdfium2
import pytest
from page_stories import HALVES, Fixture, fixtures
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen import canvas

from timeline.layout import split
from timeline.model import Document, Span
from timeline.pipeline import process
from timeline.read import ReadError, read_bytes
from timeline.read.pdf import places
from timeline.store import Store

PDF = [fixture for half in HALVES for fixture in fixtures(half) if fixture.draw == "pdf.page"]


def inked(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("fixture", PDF, ids=lambda fixture: fixture.name)
def test_what_a_span_says_stands_in_its_boxes(fixture: Fixture) -> None:
    raw = page_scoring.drawn(fixture)
    [document] = read_bytes(raw, "page.pdf")
    table = places(document)
    page = pypdfium2.PdfDocument(raw)[0].get_textpage()
    for article in split(document):
        for span in (line for paragraph in article.paragraphs for line in paragraph):
            [box] = table.of(span)
            held = page.get_text_bounded(box.left - 1, box.bottom - 1, box.right + 1, box.top + 1)
            assert box.page == 1
            assert set(inked(span.of(document.text))) <= set(held)


def two_pages() -> bytes:
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    stream = io.BytesIO()
    drawn = canvas.Canvas(stream, pagesize=(300, 400), invariant=1)
    for words in ("青石镇的新桥昨日合龙。", "", "老街茶馆6月12日开张。"):
        drawn.setFont("STSong-Light", 10)
        drawn.drawString(40, 300, words)
        drawn.showPage()
    drawn.save()
    return stream.getvalue()


def test_pages_are_counted_with_the_blank_ones() -> None:
    [document] = read_bytes(two_pages(), "page.pdf")
    table = places(document)
    assert table.at(document.text.index("新桥")).page == 1
    found = table.at(document.text.index("茶馆"))
    assert (found.page, round(found.left)) == (3, 40)
    assert document.text.count("\f") == 2
    assert [place.page for place in table.of(Span(0, len(document.text)))] == [1, 3]


def test_an_event_from_the_store_is_found_on_its_page(tmp_path: Path) -> None:
    [document] = read_bytes(two_pages(), "page.pdf")
    with Store.open(str(tmp_path / "timeline.db")) as store:
        store.ingest([process(document, "2025-06-11")], datetime(2025, 6, 12, tzinfo=UTC))
        kept = store.document("page.pdf").document
        [event] = [event for event in store.events() if "茶馆" in event.title]
    mention = event.mentions[0]
    assert [place.page for place in places(kept).of(Span(mention.start, mention.end))] == [3]


def test_a_text_that_the_bytes_no_longer_give_has_no_places() -> None:
    [document] = read_bytes(two_pages(), "page.pdf")
    other = Document("page.pdf", document.sha256, document.media_type, "", "别的文字", raw=document.raw)
    with pytest.raises(ReadError, match="read with other rules; ingest it again"):
        places(other)
