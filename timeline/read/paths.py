"""What a user names on the command line as the files that it stands for: files, folders with all in them, globs.

>>> files(["no-such-folder/*.txt", "-", "https://paper.example.cn/1.htm"])
(['-', 'https://paper.example.cn/1.htm'], ['no-such-folder/*.txt: matches no file; check the pattern'])
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from glob import glob, has_magic
from pathlib import Path

from timeline.read.web import is_address

#: The name on the command line that stands for standard input.
STDIN = "-"
#: A file, standard input, or a web address.
Named = Path | str


def files(names: Iterable[str]) -> tuple[list[Named], list[str]]:
    """The files, each once, folders and globs in sorted order, and a line for each name that stands for none.

    Hidden files and folders inside a folder are left out; what else in it is no file, or can't be looked into, is
    named. A plain name that does not exist, or can't be looked at, is given back as it is: reading it says what is
    wrong. Web addresses and ``-`` are given back as text.
    """
    found: dict[Named, None] = {}
    failed: list[str] = []
    for name in names:
        if name == STDIN or is_address(name):
            found[name] = None
            continue
        if not name:  # what a shell makes of a variable that is not set: not the folder that one happens to be in
            failed.append("'': an empty name; name a file or a folder, or . for this folder")
            continue
        if has_magic(name) and not os.path.lexists(name):
            matched = [Path(one) for one in sorted(glob(name, recursive=True))]  # noqa: PTH207 - a pattern may be absolute
            if not matched:
                failed.append(f"{name}: matches no file; check the pattern")
        else:
            matched = [Path(name)]
        for path in matched:
            folder = os.path.isdir(path)  # noqa: PTH112 - False, and no error, for what can't be looked at
            found.update(dict.fromkeys(_inside(path, failed) if folder else [path]))
    return list(found), failed


def _inside(folder: Path, failed: list[str]) -> list[Path]:
    problems: list[str] = []
    inside = sorted(listed(folder, problems))
    if not inside and not problems:
        problems.append(f"{called(folder)}: no file in this folder; name one that holds pages")
    failed += problems
    return inside


def listed(folder: Path, failed: list[str]) -> Iterator[Path]:
    """The files in a folder and in the folders in it, hidden ones left out; what can't be read is named in ``failed``."""

    def unreadable(error: OSError) -> None:
        place = called(Path(error.filename or folder))
        failed.append(f"{place}: {error.strerror or error}; check the folder and its permissions")

    for root, folders, names in os.walk(folder, onerror=unreadable):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            path = Path(root, name)
            if name.startswith("."):
                continue
            try:
                mode = path.stat().st_mode
            except OSError as error:
                failed.append(f"{called(path)}: {error.strerror or error}; leave it out")
                continue
            if stat.S_ISREG(mode):
                yield path
            else:
                failed.append(f"{called(path)}: no regular file; leave it out")


def called(path: Path) -> str:
    r"""A file's name as text that any program can hold: bytes that are no UTF-8 as ``\xNN``.

    >>> called(Path("pages") / "\udcd0\udcc2.txt")
    'pages/\\xd0\\xc2.txt'
    """
    return os.fsencode(path.as_posix()).decode("utf-8", "backslashreplace")
