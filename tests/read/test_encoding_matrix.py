"""Every encoding that Chinese pages come in, under every declaration, true or not: right or refused, never mojibake."""

from __future__ import annotations

import codecs

import pytest

from timeline.model import Document
from timeline.read import ReadError, read_bytes

#: Simplified, and the same in traditional characters.
TEXTS = {
    "word": ("青石镇", "青石鎮"),
    "headline": ("龙湖苑小区停水通知", "龍湖苑小區停水通知"),
    "sentence": ("今日阴有小雨，气温18℃到23℃。", "今日陰有小雨，氣溫18℃到23℃。"),
    "names": ("赵钱孙李周吴郑王", "趙錢孫李周吳鄭王"),
    "rare": ("鑫磊淼焱垚", "鑫磊淼焱垚"),
    "paragraph": (
        "河畔读书会定于6月15日下午在老码头开幕，主办方说，今年的座位比去年多一倍，想来的读者可以打电话登记。",
        "河畔讀書會定於6月15日下午在老碼頭開幕，主辦方說，今年的座位比去年多一倍，想來的讀者可以打電話登記。",
    ),
}
TEXTS["long"] = (TEXTS["paragraph"][0] * 200, TEXTS["paragraph"][1] * 200)
#: By name: the codec, and the mark that stands before the text.
ENCODINGS = {
    "utf-8": ("utf-8", b""), "utf-8-bom": ("utf-8", codecs.BOM_UTF8), "gbk": ("gbk", b""), "gb18030": ("gb18030", b""),
    "utf-16-le": ("utf-16-le", b""), "utf-16-le-bom": ("utf-16-le", codecs.BOM_UTF16_LE), "big5": ("big5", b""),
    "utf-16-be": ("utf-16-be", b""), "utf-16-be-bom": ("utf-16-be", codecs.BOM_UTF16_BE),
}  # fmt: skip
#: "" is none, "true" is the right one; the rest is right for some and a lie for the others.
DECLARATIONS = [
    "",
    "true",
    "utf-8",
    "gbk",
    "gb2312",
    "big5",
    "utf-16",
    "iso-8859-1",
    "windows-1252",
    "shift_jis",
    "x-no",
]
CARRIERS = ["text, header", "html, header", "html, meta"]


def carried(text: str, encoding: str, declaration: str, carrier: str) -> tuple[bytes, str, str]:
    """The bytes, a name and a Content-Type."""
    codec, mark = ENCODINGS[encoding]
    said = codec if declaration == "true" else declaration
    header = f"; charset={said}" if said and "header" in carrier else ""
    if carrier.startswith("text"):
        return mark + text.encode(codec), "page.txt", f"text/plain{header}"
    meta = f'<meta charset="{said}">' if said and "meta" in carrier else ""
    page = f"<html><head>{meta}<title>青</title></head><body><div id='ozoom'><p>{text}</p></div></body></html>"
    return mark + page.encode(codec), "page.html", f"text/html{header}"


def read(raw: bytes, name: str, content_type: str) -> Document | ReadError:
    try:
        [document] = read_bytes(raw, name, media_type=content_type)
    except ReadError as error:
        return error
    return document


def sure(length: str, encoding: str) -> bool:
    """Where nothing may be refused: marked or UTF-8 texts, and any that is long enough to tell."""
    return (
        encoding.startswith("utf-8")
        or encoding.endswith("bom")
        or length in ("headline", "sentence", "paragraph", "long")
    )


@pytest.mark.parametrize("carrier", CARRIERS)
@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("length", TEXTS)
def test_right_or_refused(length: str, encoding: str, carrier: str) -> None:
    text = TEXTS[length][encoding == "big5"]
    for declaration in DECLARATIONS:
        raw, name, content_type = carried(text, encoding, declaration, carrier)
        found = read(raw, name, content_type)
        if isinstance(found, ReadError):
            assert not sure(length, encoding), (declaration, found)
            assert found.path == name
            assert "--encoding" in found.advice
            codec = ENCODINGS[encoding][0]
            [document] = read_bytes(raw, name, media_type=content_type, encoding=codec)
            assert text in document.text
        else:
            assert text in found.text, (declaration, found.encoding, found.text[:40])
            assert 0.99 <= found.encoding_confidence <= 1.0


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_feed_in_any_encoding(encoding: str) -> None:
    codec, mark = ENCODINGS[encoding]
    title, told = TEXTS["headline"][encoding == "big5"], TEXTS["paragraph"][encoding == "big5"]
    for declaration in ("", "utf-8", "gb2312", "big5", "iso-8859-1"):
        head = f'<?xml version="1.0" encoding="{declaration}"?>' if declaration else ""
        item = f"<item><title>{title}</title><description>{told}</description></item>"
        raw = mark + f'{head}<rss version="2.0"><channel><title>t</title>{item}</channel></rss>'.encode(codec)
        [document] = read_bytes(raw, "news.xml")
        assert document.text == f"{title}\n\n{told}"


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("鑫磊".encode("gbk"), "gb18030 makes no sense"),
        (b"\xfe\xdc" + bytes(range(128, 255)) * 9, "utf-8 ends at byte 0"),
        (TEXTS["paragraph"][0].encode()[:-1], "cut short: it ends within a character (utf-8)"),
        (TEXTS["paragraph"][0].encode("gbk")[:-1], "cut short: it ends within a character (gb18030)"),
    ],
)
def test_a_refusal_says_what_was_tried(raw: bytes, words: str) -> None:
    found = read(raw, "page.txt", "")
    assert isinstance(found, ReadError)
    assert words in found.reason
    assert found.advice


@pytest.mark.parametrize(
    ("text", "codec", "declared"),
    [
        ("Les élèves ont été reçus à la mairie, où le maire a parlé de l'été.", "latin-1", "iso-8859-1"),
        ("Сегодня в городе открылась книжная ярмарка.", "cp1251", "windows-1251"),
        ("今日は港の町で大きな市が開かれ、たくさんの人が来ました。", "shift_jis", "shift_jis"),
    ],
)
def test_other_scripts_are_read_as_declared_and_refused_otherwise(text: str, codec: str, declared: str) -> None:
    [document] = read_bytes(text.encode(codec), "page.txt", media_type=f"text/plain; charset={declared}")
    assert document.text == text
    assert isinstance(read(text.encode(codec), "page.txt", ""), ReadError)
