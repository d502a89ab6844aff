"""What takes long to make and comes out the same every time, kept in the user's cache folder from one run to the next.

>>> Kept("sums", None, most=4).get("a hundred", lambda: sum(range(101)))
5050

It is kept as Python keeps the code of modules in ``__pycache__``: for one version of Python alone, and only as a shortcut.
A cache that is broken, full or not to be written costs time and nothing else.
"""

from __future__ import annotations

import atexit
import hashlib
import marshal
import os
import sys
import tempfile
import zlib
from collections.abc import Callable, Hashable
from contextlib import suppress
from functools import cache, cached_property
from pathlib import Path
from typing import TypeVar, cast

from timeline.config import cache_folder

#: No file is larger, in octets: of more than that the half asked for last is kept.
_MOST = 16_000_000
_CHECK = 4  # octets of the checksum in front

_Value = TypeVar("_Value")


class Kept:
    """Values of ``marshal``'s types by key, in the file ``name`` of ``folder``; with None for it they go with the process.

    It is read when first asked and written when the process ends. No more than ``most`` are kept: those asked for last.
    """

    def __init__(self, name: str, folder: Path | None, most: int) -> None:
        self._file = folder / f"{name}.{sys.implementation.cache_tag}" if folder else None
        self._most = most
        self._asked: dict[Hashable, object] = {}
        self._new = False
        atexit.register(self.write)

    @cached_property
    def _values(self) -> dict[Hashable, object]:
        return _read(self._file) if self._file else {}

    def get(self, key: Hashable, make: Callable[[], _Value]) -> _Value:
        """What is kept by ``key``, else what ``make`` gives; a key tells all that this depends on."""
        if key in self._asked:
            return cast(_Value, self._asked[key])
        if key not in self._values:
            return self.renew(key, make)
        self._ask(key, self._values[key])
        return cast(_Value, self._values[key])

    def renew(self, key: Hashable, make: Callable[[], _Value]) -> _Value:
        """The same, made anew: what was kept is of no use."""
        value = make()
        self._ask(key, value)
        self._new = True
        return value

    def _ask(self, key: Hashable, value: object) -> None:
        self._asked[key] = value
        while len(self._asked) > self._most:
            del self._asked[next(iter(self._asked))]

    def write(self) -> None:
        """Writes what was made beside what is kept by now, whole or not at all; where that can't be, it is left."""
        if not self._new or self._file is None:
            return
        others = {key: value for key, value in _read(self._file).items() if key not in self._asked}
        kept = [*others.items(), *self._asked.items()][-self._most :]
        while len(octets := marshal.dumps(dict(kept))) > _MOST and kept:
            kept = kept[len(kept) // 2 + 1 :]
        with suppress(OSError):
            put_in_place(self._file, zlib.crc32(octets).to_bytes(_CHECK, "big") + octets)
            self._new = False


def users(name: str, most: int) -> Kept:
    """What this user's programs keep under a name; where there is no folder for it, it goes with the process."""
    try:
        return Kept(name, cache_folder(), most)
    except RuntimeError:  # a user without a home
        return Kept(name, None, most)


@cache
def source_of(*files: str) -> str:
    """A digest of some source files: what they make is made anew when they change."""
    return hashlib.sha256(b"\0".join(Path(file).read_bytes() for file in files)).hexdigest()


def _read(file: Path) -> dict[Hashable, object]:
    """What a file holds; nothing where there is none, or one that is not whole."""
    try:
        octets = file.read_bytes()
        told = memoryview(octets)[_CHECK:]
        if zlib.crc32(told) != int.from_bytes(octets[:_CHECK], "big"):
            return {}
        return cast(dict[Hashable, object], marshal.loads(told))
    except (OSError, EOFError, ValueError, TypeError):
        return {}


def put_in_place(file: Path, octets: bytes) -> None:
    """Writes a file of the cache, whole or not at all, its folder too where there is none; raises OSError."""
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(suffix=".draft", dir=file.parent)
    try:
        with os.fdopen(handle, "wb") as written:
            written.write(octets)
        Path(name).replace(file)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
