"""What arrives in folders: the files that are new or changed, each once it is no longer being written.

>>> import tempfile
>>> with tempfile.TemporaryDirectory() as folder:
...     _ = Path(folder, "a.txt").write_text("新桥昨日合龙。", encoding="utf-8")
...     arrivals = Arrivals([Path(folder)])
...     [len(arrivals.look([])) for _ in range(3)]
[0, 1, 0]

Folders are looked at again and again. A notice from the system that a file has changed would come sooner, but does not
say when it is complete, does not come from network drives, is lost when too many come at once, and ends with a folder
that is taken away; a look misses nothing that is there, and finds a folder again that comes back.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from timeline.read.paths import listed

#: How programs name what they are still downloading or writing.
_UNFINISHED = (
    ".part",
    ".partial",
    ".crdownload",
    ".download",
    ".tmp",
    ".temp",
    ".swp",
    ".filepart",
    ".opdownload",
    "~",
)


@dataclass(frozen=True, slots=True)
class _Stamp:
    """What changes when a file does: another file under its name, its size, when it was written to (nanoseconds)."""

    device: int
    inode: int
    size: int
    written: int


class Arrivals:
    """The files of some folders, as they were at the last look, and as they were when last handed out."""

    def __init__(self, folders: Iterable[Path]) -> None:
        self._folders = list(folders)
        self._seen: dict[Path, _Stamp] = {}
        self._given: dict[Path, _Stamp] = {}
        self._named: set[str] = set()

    @property
    def pending(self) -> bool:
        """Whether a file is there that was not complete at the last look."""
        return any(self._given.get(path) != stamp for path, stamp in self._seen.items())

    def look(self, failed: list[str]) -> list[Path]:
        """The files that are new or changed since they were handed out, and as they were at the last look, in order.

        What can't be read is named in ``failed``, once for as long as it stays so. A file that is written to after
        this, be it while it is read, is handed out again.
        """
        problems: list[str] = []
        now = {path: stamp for path in self._files(problems) if (stamp := _stamp(path))}
        ready = [
            path
            for path, stamp in sorted(now.items())
            if self._given.get(path) != stamp and self._seen.get(path) == stamp and not _open_elsewhere(path)
        ]
        self._seen = now
        self._given = {path: stamp for path, stamp in self._given.items() if path in now}
        self._given |= {path: now[path] for path in ready}
        failed += [words for words in problems if words not in self._named]
        self._named = set(problems)
        return ready

    def again(self, paths: Iterable[Path]) -> None:
        """Takes files back: they are handed out once more."""
        for path in paths:
            self._given.pop(path, None)

    def _files(self, problems: list[str]) -> Iterable[Path]:
        for folder in self._folders:
            for path in listed(folder, problems):
                if not path.name.lower().endswith(_UNFINISHED):
                    yield path


def _stamp(path: Path) -> _Stamp | None:
    """The stamp of a file, None when it has gone in the meantime."""
    try:
        found = path.stat()
    except OSError:
        return None
    return _Stamp(found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns)


def _open_elsewhere(path: Path) -> bool:
    """Whether a program has the file open for writing, as far as that can be told: a slow download stands still at
    times, and looks complete then. Linux tells by refusing a lease; other systems, and other users' files, don't."""
    if not sys.platform.startswith("linux"):
        return False
    import fcntl

    with suppress(ValueError):  # only the main thread may, and need
        signal.signal(signal.SIGIO, signal.SIG_IGN)  # sent to who holds a lease when a writer comes; it would end us
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    except OSError:
        return False
    try:
        fcntl.fcntl(descriptor, fcntl.F_SETLEASE, fcntl.F_RDLCK)
        fcntl.fcntl(descriptor, fcntl.F_SETLEASE, fcntl.F_UNLCK)
    except BlockingIOError:
        return True
    except OSError:  # not ours, or a file system without leases
        return False
    finally:
        os.close(descriptor)
    return False
