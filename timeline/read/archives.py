"""ZIP and tar archives: their members one by one, within bounds; nothing is written to disk.

>>> import io, zipfile
>>> stream = io.BytesIO()
>>> with zipfile.ZipFile(stream, "w") as made:
...     made.writestr("a.txt", "新桥昨日合龙。")
>>> [(name, len(octets)) for name, octets in members(stream.getvalue(), "pages.zip")]
[('pages.zip/a.txt', 21)]
"""

from __future__ import annotations

import io
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Iterator

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
)

Member = tuple[str, bytes | ReadError]


def members(raw: bytes, name: str) -> Iterator[Member]:
    """The files in an archive as (name, bytes), or (name, why it cannot be had). Folders, links and hidden files are
    passed over. Raises ReadError for an archive that is damaged from the start."""
    try:
        if raw.startswith(b"PK"):
            yield from _zipped(raw, name)
        else:
            yield from _tarred(raw, name)
    except _DAMAGED as error:
        if isinstance(error, ReadError):
            raise
        raise ReadError(name, "the archive is damaged", "pack it again") from error


def _zipped(raw: bytes, name: str) -> Iterator[Member]:
    with zipfile.ZipFile(io.BytesIO(raw)) as packed:
        entries = [entry for entry in packed.infolist() if not entry.is_dir()]
        _few(len(entries), name)
        left = MAX_TOTAL
        for entry in entries:
            inner = _zip_name(entry)
            if _hidden(inner):
                continue
            called = f"{name}/{inner}"
            if refused := _refused(called, inner, entry.file_size, left):
                yield called, refused
                continue
            try:
                with packed.open(entry) as stream:
                    octets = stream.read(MAX_MEMBER + 1)  # the size that the entry states may be a lie
            except _DAMAGED as error:
                locked = bool(entry.flag_bits & 1)
                reason = "locked with a password" if locked else "damaged"
                yield called, ReadError(called, f"this member is {reason}", f"pack it again: {type(error).__name__}")
                continue
            left -= len(octets)
            yield called, _refused(called, inner, len(octets), left) or octets


def _zip_name(entry: zipfile.ZipInfo) -> str:
    """A member's name; old packers wrote Chinese names without saying in which encoding."""
    if entry.flag_bits & 0x800 or entry.filename.isascii():
        return entry.filename
    octets = entry.filename.encode("cp437", "replace")
    for encoding in ("utf-8", "gb18030"):
        try:
            return octets.decode(encoding)
        except UnicodeDecodeError:
            continue
    return entry.filename


def _tarred(raw: bytes, name: str) -> Iterator[Member]:
    with tarfile.open(fileobj=io.BytesIO(raw), mode="r|*") as packed:
        left = MAX_TOTAL
        for count, entry in enumerate(packed, 1):
            _few(count, name)
            left -= entry.size  # also of what is passed over: it is unpacked on the way
            if left < 0:
                raise ReadError(name, f"it unpacks to more than {MAX_TOTAL:,} bytes", "split it into smaller archives")
            if not entry.isreg() or _hidden(entry.name):
                continue
            called = f"{name}/{entry.name.removeprefix('./')}"
            refused = _refused(called, entry.name, entry.size, left)
            stream = None if refused else packed.extractfile(entry)
            yield (
                called,
                refused or (stream.read() if stream else ReadError(called, "this member is damaged", "pack it again")),
            )


def _few(count: int, name: str) -> None:
    if count > MAX_MEMBERS:
        raise ReadError(name, f"more than {MAX_MEMBERS:,} files in one archive", "split it into smaller archives")


def _hidden(inner: str) -> bool:
    parts = inner.replace("\\", "/").split("/")
    return any(part.startswith(".") and part not in (".", "..") for part in parts) or parts[0] == "__MACOSX"


def _refused(called: str, inner: str, size: int, left: int) -> ReadError | None:
    parts = inner.replace("\\", "/").split("/")
    if ".." in parts or inner.startswith(("/", "\\")) or ":" in parts[0]:
        return ReadError(called, "a name that leads out of the archive", "pack it again without .. and absolute names")
    if size > MAX_MEMBER:
        return ReadError(called, f"{size:,} bytes, more than {MAX_MEMBER:,}", "name the file by itself")
    if left < 0:
        return ReadError(
            called, f"the archive unpacks to more than {MAX_TOTAL:,} bytes", "split it into smaller archives"
        )
    return None
