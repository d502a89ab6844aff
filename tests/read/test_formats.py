"""HTML, PDF, DOCX, feeds and archives: each gives the text in reading order, and what it states of its date."""

from __future__ import annotations

import doctest
import importlib
import io
import json
import pkgutil
import tarfile
import zipfile
from pathlib import Path

import pytest
from drawing import PAGES, blank, draw

import timeline.read
from timeline.layout import flow, split
from timeline.read import ReadError, read_bytes, read_each, read_path

HTML = sorted((Path(__file__).parent / "pages").glob("*.html"))
LINES = [
    "新桥昨日合龙",
    "青石镇的新桥昨日合龙，年底可以通车，两岸的居民都说好，渡船将在通车那天停航。",
    "桥长三百二十米，桥面宽十八米，走路的人不必再同汽车挤在一起。",
]


@pytest.mark.parametrize("path", HTML, ids=lambda path: path.stem)
def test_html(path: Path) -> None:
    expected = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    [document] = read_path(path)
    assert document.media_type == "text/html"
    assert document.text.split("\n\n") == expected["lines"]
    assert document.title == expected["title"]
    assert [[clue.kind, clue.edtf] for clue in document.clues] == expected["clues"]


HEADS = [
    ('<meta property="article:published_time" content="2025-06-11T22:30:00Z">', [("meta", "2025-06-12")]),
    ('<meta property="article:published_time" content="2025-06-11T08:30:00+0800">', [("meta", "2025-06-11")]),
    ('<meta property="og:updated_time" content="2025-06-14">', [("modified", "2025-06-14")]),
    ('<meta name="pubdate" content="2025年6月11日"><meta name="lastModifiedTime" content="2025-06-11">', [("meta", "2025-06-11")]),
    (
        '<script type="application/ld+json">{"datePublished": "2025-06-11", "dateModified": "2025-06-13T09:00+08:00"}</script>',
        [("meta", "2025-06-11"), ("modified", "2025-06-13")],
    ),
    (
        '<time itemprop="datePublished" datetime="2025-06-11"></time><time itemprop="dateModified" datetime="2025-06-12"></time>',
        [("meta", "2025-06-11"), ("modified", "2025-06-12")],
    ),
    ('<meta name="pubdate" content="2025-02-31">', []),
]  # fmt: skip


@pytest.mark.parametrize(("head", "clues"), HEADS)
def test_what_the_head_of_a_page_states_of_its_dates(head: str, clues: list[tuple[str, str]]) -> None:
    source = f"<html><head><title>新桥合龙</title>{head}</head><body><p>青石镇的新桥昨日合龙，年底可以通车。</p></body></html>"
    [document] = read_bytes(source.encode(), "page.html")
    assert [(clue.kind, clue.edtf) for clue in document.clues] == clues


@pytest.mark.parametrize("declared", ["utf-8", "gbk", "right"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16"])
@pytest.mark.parametrize("path", HTML, ids=lambda path: path.stem)
def test_html_in_any_encoding_whatever_it_declares(path: Path, encoding: str, declared: str) -> None:
    source = path.read_text(encoding="utf-8")
    said = encoding if declared == "right" else declared
    raw = (
        source.replace("charset=utf-8", f"charset={said}")
        .replace('charset="utf-8"', f'charset="{said}"')
        .encode(encoding, "xmlcharrefreplace")
    )
    [document] = read_bytes(raw, "page.html")
    [plain] = read_path(path)
    assert document.text == plain.text


def inked(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("seed", [0, 1])
@pytest.mark.parametrize("name", PAGES)
def test_pdf_in_reading_order(name: str, seed: int) -> None:
    blocks = PAGES[name]
    [document] = read_bytes(draw(blocks, seed), "page.pdf")
    assert inked(document.text) == inked("".join(block.text for block in blocks))


@pytest.mark.parametrize("name", [name for name in PAGES if "columns" in name])
def test_pdf_columns_are_unwrapped_and_joined(name: str) -> None:
    blocks = PAGES[name]
    [document] = read_bytes(draw(blocks), "page.pdf")
    text = "\n".join(flow(document, article).text for article in split(document))
    assert "".join(block.text for block in blocks[1:]) in text


def test_pdf_says_when_it_was_made_as_a_weak_clue() -> None:
    [document] = read_bytes(draw(PAGES["2 columns"]), "page.pdf")
    assert [clue.kind for clue in document.clues] == ["pdf"]


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (blank(), "no text layer: its pages are pictures"),
        (draw(PAGES["2 columns"], password="secret"), "locked with a password"),
        (b"%PDF-1.7\nnothing of a PDF follows", "damaged"),
        (draw(PAGES["2 columns"])[:700], "damaged|no text layer"),
    ],
)
def test_pdf_that_cannot_be_read(raw: bytes, reason: str) -> None:
    with pytest.raises(ReadError, match=reason):
        read_bytes(raw, "page.pdf")


def test_pdf_with_a_broken_cross_reference_is_read_or_refused() -> None:
    raw = draw(PAGES["2 columns"])
    at = raw.rindex(b"startxref")
    broken = raw[:at] + b"startxref\n99999999\n%%EOF"
    try:
        [document] = read_bytes(broken, "page.pdf")
    except ReadError as error:
        assert "damaged" in error.reason
        return
    assert "河边大桥合龙" in document.text


def docx_of(lines: list[str], table: list[list[str]]) -> bytes:
    import docx

    made = docx.Document()
    made.add_heading(lines[0], level=1)
    for line in lines[1:]:
        made.add_paragraph(line)
    drawn = made.add_table(rows=len(table), cols=len(table[0]))
    for row, cells in enumerate(table):
        for column, cell in enumerate(cells):
            drawn.cell(row, column).text = cell
    made.add_paragraph("表后还有一段。")
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def test_docx_in_its_order() -> None:
    [document] = read_bytes(docx_of(LINES, [["班次", "南岸"], ["早班", "6:30"]]), "page.docx")
    assert document.text.split("\n\n") == [*LINES, "班次    南岸", "早班    6:30", "表后还有一段。"]
    assert document.media_type.endswith("wordprocessingml.document")


def test_docx_headings_below_the_highest_are_told_from_headlines() -> None:
    from docx import Document

    made = Document()
    made.add_heading("送审稿", level=0)
    for title in ("新桥昨日合龙", "渡口昨日停航"):
        made.add_heading(title, level=1)
        made.add_paragraph("青石镇的事，记者在现场看了一天，两岸的居民都来了。")
        made.add_heading("两岸居民的话", level=2)
        made.add_paragraph("两岸居民的话都记在本子上，居民的话有长有短。")
    stream = io.BytesIO()
    made.save(stream)
    [document] = read_bytes(stream.getvalue(), "page.docx")
    assert document.text.count("\n# ") == document.text.count("\n## 两岸居民的话\n") == 2
    told = [article for article in split(document) if article.role != "furniture"]
    assert [len(article.paragraphs) for article in told if article.headline] == [3, 3]


def test_a_docx_table_that_sets_out_a_page_is_read_cell_by_cell() -> None:
    from docx import Document

    made = Document()
    row = made.add_table(rows=1, cols=2).rows[0]
    for cell, title in zip(row.cells, ("新桥合龙", "渡口停航"), strict=True):
        cell.text = title
        cell.add_paragraph("昨日的事。")
        cell.add_paragraph("今天还在说。")
        inner = cell.add_table(rows=1, cols=2)
        inner.cell(0, 0).text, inner.cell(0, 1).text = "早班", "6:30"
    stream = io.BytesIO()
    made.save(stream)
    [document] = read_bytes(stream.getvalue(), "page.docx")
    rest = ["昨日的事。", "今天还在说。", "早班    6:30"]
    assert document.text.split("\n\n") == ["新桥合龙", *rest, "渡口停航", *rest]


@pytest.mark.parametrize(
    ("name", "head", "words"),
    [
        ("a.docx", b"\xff\xfe\x01\x02", "the DOCX is damaged"),
        ("a.docx", b"PK\x03\x04\x14", "the DOCX is damaged"),
        ("a.zip", b"\x8a\x01\x02", "the archive is damaged"),
        ("a.pdf", b"\x8a\x01\x02", "the PDF is damaged"),
        ("a", b"PK\x07\x08\x01", "the archive is damaged"),
    ],
)
def test_what_is_no_text_is_named_for_what_it_should_be(name: str, head: bytes, words: str) -> None:
    with pytest.raises(ReadError, match=words):
        read_bytes(head + bytes(range(256)) * 4, name)


@pytest.mark.parametrize(
    ("name", "words", "reason"),
    [
        ("a.docx", "渡口昨日开航。", "called a Word document, but it is text; download it again, or name it .txt"),
        ("A3.PDF", "渡口昨日开航。", "called a PDF, but it is text"),
        ("a.pdf", "<html><body><h1>404 Not Found</h1></body></html>", "but it is a web page; .* name it .html"),
        ("a.zip", '<rss version="2.0"><channel></channel></rss>', "called an archive, but it is a feed"),
    ],
)
def test_text_under_a_document_s_name_is_named_for_what_it_is(name: str, words: str, reason: str) -> None:
    with pytest.raises(ReadError, match=reason):
        read_bytes(words.encode(), name)


def test_what_the_server_says_counts_for_more_than_the_name_in_an_address() -> None:
    page, address = "<html><body><p>渡口昨日开航。</p></body></html>".encode(), "https://paper.example.cn/view.pdf"
    assert "渡口昨日开航。" in read_bytes(page, address, media_type="text/html", url=address)[0].text
    with pytest.raises(ReadError, match="called a PDF, but it is a web page"):
        read_bytes(page, "https://paper.example.cn/view", media_type="application/pdf")
    assert read_bytes("渡口昨日开航。".encode(), "报.pdf.txt")[0].media_type == "text/plain"


def test_docx_that_is_damaged() -> None:
    raw = docx_of(LINES, [["一"]])
    with zipfile.ZipFile(io.BytesIO(raw)) as packed:
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w") as made:
            for name in packed.namelist():
                made.writestr(name, packed.read(name)[:200] if name == "word/document.xml" else packed.read(name))
    with pytest.raises(ReadError, match="the DOCX is damaged"):
        read_bytes(stream.getvalue(), "page.docx")


def test_the_same_article_in_every_format_gives_the_same_text() -> None:
    body = "".join(f"<p>{line}</p>" for line in LINES[1:])
    html = f"<html><head><meta charset='utf-8'><title>{LINES[0]}</title></head><body><h1>{LINES[0]}</h1><div id='ozoom'>{body}</div></body></html>"
    read = {
        "txt": read_bytes("\n\n".join(LINES).encode(), "a.txt"),
        "html": read_bytes(html.encode(), "a.html"),
        "docx": read_bytes(docx_of(LINES, [["表"]]), "a.docx"),
    }
    texts = {kind: found[0].text.split("\n\n")[:3] for kind, found in read.items()}
    assert texts == dict.fromkeys(read, LINES)


RSS = """<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>青石新闻</title>
<item><title>新桥昨日合龙</title><link>https://news.example.cn/html/2025-06/11/content_1.htm</link>
<pubDate>Wed, 11 Jun 2025 20:30:00 GMT</pubDate><description>&lt;p&gt;年底可以通车。&lt;/p&gt;&lt;p&gt;渡船停航。&lt;/p&gt;</description></item>
<item><title>老街茶馆开张</title><pubDate>Thu, 12 Jun 2025 09:00:00 +0800</pubDate><description>喝茶的人很多。</description></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>青石新闻</title><entry><title>新桥昨日合龙</title><id>1</id>
<published>2025-06-11</published><content type="html">年底可以通车。</content></entry></feed>"""


def test_each_entry_of_a_feed_is_a_document_with_its_own_date() -> None:
    first, second = read_bytes(RSS.encode(), "news.xml")
    assert first.text == "新桥昨日合龙\n\n年底可以通车。\n\n渡船停航。"
    assert (first.path, first.title, first.url) == (
        "news.xml#https://news.example.cn/html/2025-06/11/content_1.htm",
        "新桥昨日合龙",
        "https://news.example.cn/html/2025-06/11/content_1.htm",
    )
    assert [(clue.kind, clue.edtf) for clue in first.clues] == [("feed", "2025-06-12"), ("url", "2025-06-11")]
    assert [(clue.kind, clue.edtf) for clue in second.clues] == [("feed", "2025-06-12")]
    assert first.sha256 != second.sha256


def test_atom() -> None:
    [document] = read_bytes(ATOM.encode(), "news.atom")
    assert document.text == "新桥昨日合龙\n\n年底可以通车。"
    assert [(clue.kind, clue.edtf) for clue in document.clues] == [("feed", "2025-06-11")]


def test_a_feed_without_entries_is_an_error() -> None:
    with pytest.raises(ReadError, match="a feed without entries"):
        read_bytes(b"<rss version='2.0'><channel><title>t</title></channel></rss>", "news.xml")


def zip_of(files: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for name, octets in files.items():
            made.writestr(name, octets)
    return stream.getvalue()


def tar_of(files: dict[str, bytes], mode: str = "w:gz") -> bytes:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode=mode) as made:  # type: ignore[call-overload]
        for name, octets in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(octets)
            made.addfile(entry, io.BytesIO(octets))
    return stream.getvalue()


FILES = {
    "2025-06/a.txt": "新桥昨日合龙。".encode(),
    "b.html": "<html><body><div id='ozoom'>老街茶馆开张。</div></body></html>".encode(),
}


@pytest.mark.parametrize(
    "raw",
    [zip_of(FILES), tar_of(FILES), tar_of(FILES, "w"), tar_of(FILES, "w:xz")],
    ids=["zip", "tar.gz", "tar", "tar.xz"],
)
def test_archives(raw: bytes) -> None:
    first, second = read_bytes(raw, "pages")
    assert (first.path, first.text) == ("pages/2025-06/a.txt", "新桥昨日合龙。")
    assert [(clue.kind, clue.edtf) for clue in first.clues] == [("filename", "2025-06")]
    assert (second.path, second.text) == ("pages/b.html", "老街茶馆开张。")


@pytest.mark.parametrize("pack", [zip_of, tar_of], ids=["zip", "tar"])
def test_a_bad_member_does_not_take_the_others_down(pack: object) -> None:
    files = {
        "../out.txt": b"x",
        "/etc/out.txt": b"x",
        "inner.zip": zip_of(FILES),
        "bad.txt": b"\xff\xfe\xfa\x00\x01",
        "empty.txt": b"",
        "ok.txt": b"fine",
        ".hidden": b"x",
    }
    found = list(read_each(pack(files), "pages"))  # type: ignore[operator]
    read = {each.path: each.text for each in found if not isinstance(each, ReadError)}
    assert read == {
        "pages/ok.txt": "fine",
        "pages/inner.zip/2025-06/a.txt": "新桥昨日合龙。",
        "pages/inner.zip/b.html": "老街茶馆开张。",
    }
    failed = {each.path: each.reason for each in found if isinstance(each, ReadError)}
    assert len(failed) == 4
    assert sum("leads out of the archive" in reason for reason in failed.values()) == 2
    assert failed["pages/empty.txt"] == "the file is empty"


def test_a_member_that_unpacks_beyond_reason_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    import timeline.read.archives as archives

    monkeypatch.setattr(archives, "MAX_MEMBER", 1000)
    monkeypatch.setattr(archives, "MAX_TOTAL", 3000)
    bomb = {f"{number}.txt": b"0" * 900 for number in range(6)} | {"large.txt": b"0" * 100_000}
    found = list(read_each(zip_of(bomb), "pages.zip"))
    assert sum(not isinstance(each, ReadError) for each in found) == 3
    with pytest.raises(ReadError, match="unpacks to more than 3,000 bytes"):
        list(archives.members(tar_of(bomb), "pages.tar", archives.Allowance()))


def test_a_zip_that_lies_about_its_sizes_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    import timeline.read.archives as archives

    monkeypatch.setattr(archives, "MAX_MEMBER", 1000)
    raw = bytearray(zip_of({"a.txt": b"0" * 50_000}))
    for mark, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = raw.index(mark) + offset
        raw[at : at + 4] = (10).to_bytes(4, "little")
    [found] = read_each(bytes(raw), "pages.zip")
    assert isinstance(found, ReadError)


@pytest.mark.parametrize(
    "raw",
    [zip_of(FILES)[:40], tar_of(FILES)[:60], b"PK\x03\x04" + b"\x00" * 60],
    ids=["zip cut short", "tar cut short", "zip of zeros"],
)
def test_damaged_archives(raw: bytes) -> None:
    with pytest.raises(ReadError, match="damaged"):
        read_bytes(raw, "pages")


def test_names_that_old_packers_wrote() -> None:
    raw = zip_of({"xxxx.txt": b"fine"}).replace(b"xxxx.txt", "新桥".encode("gbk") + b".txt")
    [document] = read_bytes(raw, "pages.zip")
    assert document.path == "pages.zip/新桥.txt"


@pytest.mark.parametrize("depth", [300, 3000, 200_000])
def test_html_nested_beyond_reason(depth: int) -> None:
    raw = ("<html><body>" + "<div>" * depth + "新桥昨日合龙。" + "</div>" * depth + "</body></html>").encode()
    try:
        [document] = read_bytes(raw, "page.html")
    except ReadError as error:
        assert error.advice
        return
    assert document.text.strip()


@pytest.mark.parametrize("name", [module.name for module in pkgutil.iter_modules(timeline.read.__path__)] + [""])
def test_examples(name: str) -> None:
    result = doctest.testmod(importlib.import_module(f"timeline.read.{name}".rstrip(".")))
    assert result.failed == 0
