"""Chinese letters of a PDF that leaves its fonts out: each is a full square here, on every machine alike.

>>> len(square_font()) < 1000
True

A PDF may name a font (STSong-Light, a printer's 方正书宋) and not hold it. What its letters look like is then asked of the
machine; one without Chinese fonts, as servers and containers are, knows no width for them, and a letter that stands alone
in its text object is dropped from the page's text. Reading needs no more than where a letter stands.
"""

from __future__ import annotations

import ctypes
import struct
from functools import cache
from typing import Any

#: Charsets of CJK text as Windows numbers them (LOGFONT): Shift JIS, Hangul, Johab, GB 2312, Big5.
_CJK = (128, 129, 130, 134, 136)
_EM, _ASCENT, _DESCENT = 1000, 880, -120
#: What the square stands for: all but the spaces.
_DRAWN = ((0x21, 0x2FFF), (0x3001, 0x10FFFF))
_NAME = b"Square"


@cache
def square_font() -> bytes:
    """A TrueType font (ISO/IEC 14496-22) with one glyph, the em square, for each character that is no space."""
    groups = b"".join(struct.pack(">3L", first, last, 1) for first, last in _DRAWN)
    characters = struct.pack(">2H3L", 13, 0, 16 + len(groups), 0, len(_DRAWN)) + groups  # format 13: many to one
    box = struct.pack(">4h", 0, _DESCENT, _EM, _ASCENT)
    corners = struct.pack(">8h", 0, 0, _EM, 0, _DESCENT, _EM, 0, -_EM)  # x, then y, each from the one before
    glyph = struct.pack(">h", 1) + box + struct.pack(">2H4B", 3, 0, 1, 1, 1, 1) + corners
    tables = {
        b"cmap": struct.pack(">4HL", 0, 1, 3, 10, 12) + characters,
        b"glyf": glyph,
        b"head": struct.pack(">4L2H16x", 0x10000, 0, 0, 0x5F0F3CF5, 0, _EM) + box + struct.pack(">2H3h", 0, 8, 2, 0, 0),
        b"hhea": struct.pack(">L3hH22xH", 0x10000, _ASCENT, _DESCENT, 0, _EM, 1),
        b"hmtx": struct.pack(">H2h", _EM, 0, 0),
        b"loca": struct.pack(">3H", 0, 0, len(glyph) // 2),
        b"maxp": struct.pack(">L3H22x", 0x10000, 2, 4, 1),
    }
    directory, body = struct.pack(">L4H", 0x10000, len(tables), 64, 2, 48), b""
    for tag, table in tables.items():
        offset = 12 + 16 * len(tables) + len(body)
        directory += tag + struct.pack(">3L", 0, offset, len(table))
        body += table + bytes(-len(table) % 4)
    return directory + body


def install() -> None:
    """Let the PDF library take the square for every Chinese, Japanese or Korean font that a file leaves out.

    Where the process has a font handler already, its own or this, it keeps that.
    """
    import pypdfium2

    if pypdfium2.PdfSysfontBase.SINGLETON is None:
        type("Squares", (pypdfium2.PdfSysfontBase,), _CALLBACKS)().setup()


def _mapped(_self: Any, _info: Any, _weight: int, _italic: int, charset: int, *_: Any) -> int | None:
    return 1 if charset in _CJK else None


def _font_data(_self: Any, _info: Any, _font: Any, table: int, buffer: Any, size: int) -> int:
    return _handed(square_font(), buffer, size) if table == 0 else 0  # 0: the whole file


def _face_name(_self: Any, _info: Any, _font: Any, buffer: Any, size: int) -> int:
    return _handed(_NAME + b"\0", buffer, size)


def _handed(value: bytes, buffer: Any, size: int) -> int:
    """How long a value is; where there is room for it, it is written."""
    if buffer and size >= len(value):
        ctypes.memmove(buffer, value, len(value))
    return len(value)


#: What the library asks of the machine's fonts (fpdf_sysfontinfo.h): there are none but the square.
_CALLBACKS = {
    "EnumFonts": lambda *_: None,
    "MapFont": _mapped,
    "GetFont": lambda *_: None,
    "GetFontData": _font_data,
    "GetFaceName": _face_name,
    "GetFontCharset": lambda *_: _CJK[-2],
    "DeleteFont": lambda *_: None,
}
