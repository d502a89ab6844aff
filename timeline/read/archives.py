"""ZIP and tar archives, and single packed files: their members one by one, within bounds; nothing is written to disk.

>>> import io, zipfile
>>> stream = io.BytesIO()
>>> with zipfile.ZipFile(stream, "w") as made:
...     made.writestr("a.txt", "新桥昨日合龙。")
>>> [(name, len(octets)) for name, octets in members(stream.getvalue(), "pages.zip", Allowance())]
[('pages.zip/a.txt', 21)]
"""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import os
import stat
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any, cast

from timeline.read.errors import ReadError

MAX_MEMBERS = 20_000
#: What one member, and all members together, may unpack to, in bytes.
MAX_MEMBER, MAX_TOTAL = 64 * 1024 * 1024, 1024 * 1024 * 1024
_DAMAGED = (
    zipfile.BadZipFile,
    tarfile.TarError,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    OSError,
    RuntimeError,
    NotImplementedError,
    ValueError,
    OverflowError,
)
#: What unpacks to more than so many times its size is no page; what stays small may.
_RATIO, _SMALL = 150, 4 * 1024 * 1024
_SPLIT = "split it into smaller archives"
_ENTRY = b"PK\x01\x02"
_OPENERS = ((b"\x1f\x8b", gzip.open), (b"BZh", bz2.open), (b"\xfd7zXZ\x00", lzma.open))

Member = tuple[str, bytes | ReadError]


@dataclass(slots=True)
class Allowance:
    """What is left of the members and bytes that an archive, together with all archives in it, may unpack to."""

    members: int = field(default_factory=lambda: MAX_MEMBERS)
    octets: int = field(default_factory=lambda: MAX_TOTAL)
    bombs: int = 5

    @property
    def spent(self) -> bool:
        """Whether it is of no use to go on, in this archive or in those that it lies in."""
        return self.members < 0 or self.octets < 0 or self.bombs < 0

    def take(self, name: str, members: int) -> None:
        """Counts members; raises ReadError when they are too many."""
        self.members -= members
        if self.members < 0:
            raise ReadError(name, f"more than {MAX_MEMBERS:,} files in one archive", _SPLIT)


def members(raw: bytes, name: str, allowance: Allowance) -> Iterator[Member]:
    """The files in an archive as (name, bytes), or (name, why it cannot be had). Folders and hidden files are passed
    over. Raises ReadError for an archive that is damaged from the start, or holds too much."""
    try:
        if raw.startswith(b"PK"):
            yield from _zipped(raw, name, allowance)
        else:
            yield from _packed(raw, name, allowance)
    except _DAMAGED as error:
        raise ReadError(name, "the archive is damaged", "pack it again") from error


def entries_in_zip(raw: bytes) -> int:
    """How many entries the directory of a ZIP may have, at most: counted without reading them into memory."""
    return raw.count(_ENTRY)


def _zipped(raw: bytes, name: str, allowance: Allowance) -> Iterator[Member]:
    if entries_in_zip(raw) > 4 * MAX_MEMBERS:  # archives stored inside count as well
        allowance.take(name, MAX_MEMBERS + 1)
    with zipfile.ZipFile(io.BytesIO(raw)) as packed:
        entries = [entry for entry in packed.infolist() if not entry.is_dir()]
        allowance.take(name, len(entries))
        for entry in entries:
            inner = _zip_name(entry)
            if _hidden(inner):
                continue
            called = f"{name}/{inner}"
            mode = entry.external_attr >> 16
            irregular = bool(stat.S_IFMT(mode)) and not stat.S_ISREG(mode)
            stated = entry.file_size, entry.compress_size
            if refused := _refused(called, inner, *stated, allowance, irregular):
                yield called, refused
                continue
            yield called, _unzipped(packed, entry, called, allowance)


def _unzipped(packed: zipfile.ZipFile, entry: zipfile.ZipInfo, called: str, allowance: Allowance) -> bytes | ReadError:
    try:
        with packed.open(entry) as stream:
            octets = stream.read(MAX_MEMBER + 1)  # the size that the entry states may be a lie
    except NotImplementedError:
        return ReadError(called, "this member is packed in a way that can't be undone", "pack it again as plain ZIP")
    except _DAMAGED as error:
        locked = bool(entry.flag_bits & 1)
        reason = "locked with a password" if locked else "damaged"
        return ReadError(called, f"this member is {reason}", f"pack it again: {type(error).__name__}")
    allowance.octets -= len(octets)
    return _refused(called, "", len(octets), entry.compress_size, allowance) or octets


def _zip_name(entry: zipfile.ZipInfo) -> str:
    """A member's name; old packers wrote Chinese names without saying in which encoding."""
    if entry.flag_bits & 0x800 or entry.filename.isascii():
        return entry.filename
    return _decoded(entry.filename.encode("cp437", "replace"))


def _decoded(octets: bytes) -> str:
    for encoding in ("utf-8", "gb18030"):
        try:
            return octets.decode(encoding)
        except UnicodeDecodeError:
            continue
    return octets.decode("utf-8", "backslashreplace")


def _packed(raw: bytes, name: str, allowance: Allowance) -> Iterator[Member]:
    """The members of a tar, packed or not; or the one file that was packed."""
    opener = next((opener for mark, opener in _OPENERS if raw.startswith(mark)), None)
    stream = cast("io.BufferedIOBase", opener(io.BytesIO(raw)) if opener else io.BytesIO(raw))
    if opener and not _is_tar(stream.read(tarfile.BLOCKSIZE)):
        stream.seek(0)
        allowance.take(name, 1)
        called = f"{name}/{PurePosixPath(name).stem}"
        octets = stream.read(MAX_MEMBER + 1)
        allowance.octets -= len(octets)
        yield called, _refused(called, "", len(octets), len(raw), allowance) or octets
        return
    stream.seek(0)
    most = min(allowance.octets, max(_SMALL, _RATIO * len(raw)))
    yield from _tarred(_Bounded(stream, name, most), name, allowance)


def _is_tar(block: bytes) -> bool:
    if block and not block.strip(tarfile.NUL):
        return True  # a tar without members
    try:
        tarfile.TarInfo.frombuf(block, "utf-8", "surrogateescape")
    except tarfile.HeaderError:
        return False
    return True


class _Bounded:
    """An unpacked stream as tarfile reads it, that neither hands out nor passes over more than is allowed.

    What a tar says of a member (names, comments) comes in blocks of any size, and would be read into memory whole.
    """

    def __init__(self, stream: io.BufferedIOBase, name: str, most: int) -> None:
        self._stream = stream
        self._name = name
        self._most = most

    def read(self, size: int) -> bytes:
        if size > MAX_MEMBER + tarfile.BLOCKSIZE:
            raise ReadError(self._name, f"a member of more than {MAX_MEMBER:,} bytes", _SPLIT)
        self._reach(self._stream.tell() + size)
        return self._stream.read(size)

    def seek(self, position: int) -> int:
        self._reach(position)
        return self._stream.seek(position)

    def _reach(self, position: int) -> None:
        if position > self._most + tarfile.RECORDSIZE:
            raise ReadError(self._name, f"it unpacks to more than {self._most:,} bytes", _SPLIT)

    def tell(self) -> int:
        return self._stream.tell()


def _tarred(stream: _Bounded, name: str, allowance: Allowance) -> Iterator[Member]:
    with tarfile.open(fileobj=cast("Any", stream), mode="r:") as packed:
        for entry in packed:
            allowance.take(name, 1)
            allowance.octets -= entry.size  # also of what is passed over: it is unpacked on the way
            inner = _decoded(os.fsencode(entry.name))
            # The file that a hard link leads to is in the archive too, under the name that it was packed by first.
            if entry.isdir() or entry.islnk() or _hidden(inner):
                continue
            called = f"{name}/{inner.removeprefix('./')}"
            refused = _refused(called, inner, entry.size, entry.size, allowance, not entry.isreg())
            content = None if refused else packed.extractfile(entry)
            yield (
                called,
                refused
                or (content.read() if content else ReadError(called, "this member is damaged", "pack it again")),
            )


def _hidden(inner: str) -> bool:
    parts = inner.replace("\\", "/").split("/")
    return any(part.startswith(".") and part not in (".", "..") for part in parts) or parts[0] == "__MACOSX"


def _refused(
    called: str, inner: str, size: int, packed: int, allowance: Allowance, irregular: bool = False
) -> ReadError | None:
    """Why a member of ``size`` bytes, ``packed`` bytes in the archive, is not read; None if it is."""
    parts = inner.replace("\\", "/").split("/")
    if ".." in parts or inner.startswith(("/", "\\")) or ":" in parts[0]:
        return ReadError(called, "a name that leads out of the archive", "pack it again without .. and absolute names")
    if irregular:
        return ReadError(called, "a link or a device, not a file", "pack the file that it leads to")
    if size > MAX_MEMBER:
        return ReadError(called, f"more than {MAX_MEMBER:,} bytes", "name the file by itself")
    if size > max(_SMALL, _RATIO * packed):
        allowance.bombs -= 1
        bomb = ReadError(called, f"it unpacks to {size // max(packed, 1):,} times its size", "leave it out")
        if allowance.spent:
            raise bomb
        return bomb
    if allowance.octets < 0:
        raise ReadError(called, f"the archive unpacks to more than {MAX_TOTAL:,} bytes", _SPLIT)
    return None
