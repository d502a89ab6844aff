"""Files and bytes to documents: decoded text, and what the container states of its date.

>>> read_bytes("活动于4月26日举行。".encode(), "a.txt")[0].text
'活动于4月26日举行。'
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from timeline.model import Clue, Document
from timeline.read import media
from timeline.read.addresses import address_clues, name_clues
from timeline.read.encoding import Decoded, decode
from timeline.read.errors import ReadError

if TYPE_CHECKING:
    from timeline.read.archives import Allowance

__all__ = ["MAX_BYTES", "ReadError", "read_bytes", "read_each", "read_path", "read_text"]

#: The largest file that is read, in bytes.
MAX_BYTES = 256 * 1024 * 1024
#: How many archives may lie one in the other.
MAX_DEPTH = 4


@dataclass(frozen=True, slots=True)
class _Origin:
    """Where bytes come from: name, what the server said of them, the encoding asked for, address, dates that these state."""

    name: str
    served: str = ""
    encoding: str | None = None
    url: str = ""
    stated: tuple[Clue, ...] = ()


#: How deep inside archives, and what they may still unpack to.
_Unpacking = tuple[int, "Allowance"]


def read_path(path: Path, *, name: str | None = None, encoding: str | None = None) -> list[Document]:
    """The documents in a file: one, or several for an archive or a feed.

    ``name`` is what to call it (default: the path as given, with ``/``). Raises ReadError for a file that cannot be
    read, and for an archive none of whose members can be.
    """
    called = name or path.as_posix()
    return _readable(read_each(_octets(path, called), called, encoding=encoding))


def read_bytes(
    raw: bytes, name: str, *, media_type: str = "", encoding: str | None = None, url: str = ""
) -> list[Document]:
    """The documents in ``raw``, called ``name``; ``media_type`` and ``url`` as the server said, if it did.

    Raises ReadError for what is empty, binary, or not decodable with certainty.
    """
    return _readable(read_each(raw, name, media_type=media_type, encoding=encoding, url=url))


def read_each(
    raw: bytes | Path,
    name: str,
    *,
    media_type: str = "",
    encoding: str | None = None,
    url: str = "",
    named: bool = True,
) -> Iterator[Document | ReadError]:
    """The documents in ``raw`` (bytes, or a file) one by one; a member of an archive that cannot be read is given as
    its ReadError, and does not take the others down. ``named`` is False when ``name`` is made up, and so states no
    date."""
    try:
        octets = _octets(raw, name) if isinstance(raw, Path) else raw
    except ReadError as error:
        yield error
        return
    stated = address_clues(url) if url else name_clues(name) if named else ()
    yield from _found(octets, _Origin(name, media_type, encoding, url, stated), None)


def read_text(text: str, name: str = "text", url: str = "") -> Document:
    """A text already decoded, as a document; clues from its address. Raises ReadError when it is blank."""
    if not text.strip():
        raise ReadError(name, "there is no text in it", "give a text")
    raw = text.encode("utf-8", "surrogatepass")
    sha256 = hashlib.sha256(raw).hexdigest()
    return Document(name, sha256, media.TEXT, "utf-8", text, url=url, clues=address_clues(url), raw=raw)


def _octets(path: Path, name: str) -> bytes:
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise ReadError(name, "a folder, not a file", "name the files in it")
        if not stat.S_ISREG(found.st_mode):
            raise ReadError(name, "no regular file", "name a file")
        if found.st_size > MAX_BYTES:
            raise ReadError(name, f"{found.st_size:,} bytes, more than {MAX_BYTES:,}", "split it into smaller files")
        # Unblocked: a pipe that took the file's place since it was looked at must not wait for a writer.
        with os.fdopen(os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0)), "rb") as stream:
            octets = stream.read(MAX_BYTES + 1)  # it may grow while it is read
        if len(octets) > MAX_BYTES:
            raise ReadError(name, f"more than {MAX_BYTES:,} bytes", "split it into smaller files")
        return octets
    except FileNotFoundError as error:
        raise ReadError(name, "no such file", "check the path") from error
    except OSError as error:
        raise ReadError(name, error.strerror or str(error), "check the path and its permissions") from error


def _readable(found: Iterator[Document | ReadError]) -> list[Document]:
    documents: list[Document] = []
    failed: list[ReadError] = []
    for each in found:
        if isinstance(each, Document):
            documents.append(each)
        else:
            failed.append(each)
    if failed and not documents:
        raise failed[0]
    return documents


def _found(raw: bytes, origin: _Origin, unpacking: _Unpacking | None) -> Iterator[Document | ReadError]:
    """The documents in bytes of any kind; ``unpacking`` when they are themselves a member of an archive."""
    try:
        if not raw.strip(b"\x00 \t\r\n"):
            raise ReadError(origin.name, "the file is empty", "leave it out")
        kind = media.media_type(raw, origin.name, origin.served)
        if wrong := media.belied(kind, origin.name, origin.served):
            raise ReadError(origin.name, *wrong)
        if kind in (media.ZIP, media.TAR):
            yield from _members(raw, origin, unpacking)
        else:
            yield from _documents(raw, kind, origin)
    except ReadError as error:
        if unpacking and unpacking[1].spent:
            raise
        yield error


def _members(raw: bytes, origin: _Origin, unpacking: _Unpacking | None) -> Iterator[Document | ReadError]:
    from timeline.read.archives import Allowance, members

    depth, allowance = unpacking or (0, Allowance())
    if depth == MAX_DEPTH:
        raise ReadError(
            origin.name, f"archives packed {MAX_DEPTH} deep and deeper", "unpack it, and name what is in it"
        )
    for called, octets in members(raw, origin.name, allowance):
        if isinstance(octets, ReadError):
            yield octets
        else:
            yield from _found(
                octets, _Origin(called, "", origin.encoding, "", name_clues(called)), (depth + 1, allowance)
            )


def _documents(raw: bytes, kind: str, origin: _Origin) -> Iterator[Document]:
    """The documents in bytes of a kind that holds pages."""
    name, stated = origin.name, origin.stated
    if kind in media.UNREAD:
        reason, advice = media.UNREAD[kind]
        raise ReadError(name, f"{reason}, not a page", advice)
    if kind == media.PDF:
        from timeline.read.pdf import read_pdf

        text, clues = read_pdf(raw, name)
        yield _document(raw, name, kind, Decoded(text, "", 1.0), origin.url, (*clues, *stated))
        return
    if kind == media.DOCX:
        from timeline.read.office import read_docx

        yield _document(raw, name, kind, Decoded(read_docx(raw, name), "utf-8", 1.0), origin.url, stated)
        return
    decoded = decode(raw, name, declared=_declared(raw, kind, origin.served), encoding=origin.encoding)
    if kind == media.FEED:
        yield from _entries(decoded, origin)
    elif kind == media.HTML:
        from timeline.read.hypertext import read_html

        page = read_html(decoded.text, name)
        told = Decoded(page.text, decoded.encoding, decoded.confidence)
        yield _document(raw, name, kind, told, origin.url, (*page.clues, *stated), page.title)
    else:
        if not decoded.text.strip():
            raise ReadError(name, "there is no text in it", "leave it out")
        yield _document(raw, name, kind, decoded, origin.url, stated)


def _declared(raw: bytes, kind: str, served: str) -> str:
    """The encoding that the server declares, or the page itself."""
    from timeline.read.hypertext import declared_encoding

    return declared_encoding(raw if kind in (media.HTML, media.FEED) else b"", served)


def _entries(decoded: Decoded, origin: _Origin) -> Iterator[Document]:
    from timeline.read.feeds import read_feed

    for entry in read_feed(decoded.text, origin.name, url=origin.url):
        octets = entry.text.encode("utf-8", "surrogatepass")
        clues = (*entry.clues, *address_clues(entry.url))
        told = Decoded(entry.text, "utf-8", decoded.confidence)
        yield _document(octets, entry.name, media.TEXT, told, entry.url, clues, entry.title)


def _document(
    raw: bytes, name: str, kind: str, decoded: Decoded, url: str, clues: tuple[Clue, ...], title: str = ""
) -> Document:
    return Document(
        name,
        hashlib.sha256(raw).hexdigest(),
        kind,
        decoded.encoding,
        decoded.text,
        url=url,
        title=title,
        encoding_confidence=decoded.confidence,
        clues=clues,
        raw=raw,
    )
