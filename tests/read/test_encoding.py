"""Bytes to text: always right, or refused with the reason; never mojibake."""

from __future__ import annotations

import codecs
import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.read import ReadError, read_bytes
from timeline.read.encoding import decode

SIMPLIFIED = "河畔读书会定于6月15日下午在老码头开幕，主办方说，今年的座位比去年多一倍，想来的读者可以打电话登记。"
TRADITIONAL = "河畔讀書會定於6月15日下午在老碼頭開幕，主辦方說，今年的座位比去年多一倍，想來的讀者可以打電話登記。"
SHORT = "新桥昨日合龙"
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gbk", "gb18030", "big5"]
MARKS = {"utf-8-sig": codecs.BOM_UTF8, "utf-16": b""}


def text_in(encoding: str, length: str) -> str:
    if length == "short":
        return "新橋昨日合龍" if encoding == "big5" else SHORT
    return (TRADITIONAL if encoding == "big5" else SIMPLIFIED) * (40 if length == "long" else 1)


@pytest.mark.parametrize("length", ["short", "paragraph", "long"])
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_right_or_refused(encoding: str, length: str) -> None:
    text = text_in(encoding, length)
    try:
        [document] = read_bytes(text.encode(encoding), "page.txt")
    except ReadError as error:
        assert length == "short"
        assert "--encoding" in error.advice
        return
    assert document.text == text


@pytest.mark.parametrize("declared", ["utf-8", "gb2312", "gbk", "big5", "utf-16", "iso-8859-1", "nonsense"])
@pytest.mark.parametrize("length", ["short", "paragraph", "long"])
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_lying_declaration_does_no_harm(encoding: str, length: str, declared: str) -> None:
    text = text_in(encoding, length)
    try:
        found = decode(text.encode(encoding), "page.html", declared=declared)
    except ReadError:
        assert length == "short"
        return
    assert found.text == text


@pytest.mark.parametrize("encoding", ["gbk", "big5", "utf-8", "utf-16-le"])
def test_the_encoding_given_is_used(encoding: str) -> None:
    text = text_in("big5", "short") if encoding == "big5" else SHORT
    [document] = read_bytes(text.encode(encoding), "page.txt", encoding=encoding)
    assert document.text == text
    assert document.encoding_confidence == 1.0


def test_a_given_encoding_that_does_not_fit_names_the_byte() -> None:
    with pytest.raises(ReadError, match="not utf-8 at byte 3"):
        read_bytes(b"abc\xff", "page.txt", encoding="utf-8")


def test_an_unknown_encoding_is_named() -> None:
    with pytest.raises(ReadError, match=r"no encoding is called 'klingon'.*try utf-8, gb18030, big5 or utf-16"):
        read_bytes(b"abc", "page.txt", encoding="klingon")


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"\x00" * 100, "empty"),
        (bytes(range(256)) * 20, "binary|cannot be told"),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 50, "a picture"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 50, "an old Word"),
        (codecs.BOM_UTF16_LE + b"a", "damaged"),
        (SIMPLIFIED.encode()[:-1] + b"\xff\xfe\xfa", "cannot be told|could be"),
    ],
)
def test_what_is_no_text_is_refused(raw: bytes, reason: str) -> None:
    with pytest.raises(ReadError, match=reason) as caught:
        read_bytes(raw, "page.txt")
    assert str(caught.value).startswith("page.txt: ")
    assert caught.value.advice


def test_words_that_are_valid_in_two_encodings() -> None:
    # 联通 in GBK is also well-formed UTF-8.
    text = "联通"
    try:
        [document] = read_bytes(text.encode("gbk"), "page.txt")
    except ReadError:
        return
    assert document.text == text


@pytest.mark.parametrize(
    "text", ["Plain English, nothing else.", "Café naïve — déjà vu", "ひらがなとカタカナの文章です。", "1949年10月1日"]
)
def test_other_scripts_in_utf8(text: str) -> None:
    [document] = read_bytes(text.encode(), "page.txt")
    assert (document.text, document.encoding) == (text, "utf-8")


def test_line_ends_and_blanks_stay_as_printed() -> None:
    text = "一行\r\n　　二行 \n\n三行"
    [document] = read_bytes(text.encode(), "page.txt")
    assert document.text == text


@settings(max_examples=60)
@given(
    st.text(alphabet=sorted(set(SIMPLIFIED)), min_size=24, max_size=200), st.sampled_from(["utf-8", "gbk", "gb18030"])
)
def test_any_usual_text_is_right_or_refused(text: str, encoding: str) -> None:
    with contextlib.suppress(ReadError):
        assert decode(text.encode(encoding), "page.txt").text == text


@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_an_error(raw: bytes) -> None:
    try:
        documents = read_bytes(raw, "any")
    except ReadError as error:
        assert error.reason
        assert error.advice
        return
    assert all(document.text.strip() for document in documents)
