"""What a user names on the command line as the files that it stands for: files, folders with all in them, globs.

>>> files(["no-such-folder/*.txt"])
([], ['no-such-folder/*.txt: matches no file; check the pattern'])
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from glob import glob, has_magic
from pathlib import Path

from timeline.model import Document
from timeline.read import ReadError, read_each


def files(names: Iterable[str]) -> tuple[list[Path], list[str]]:
    """The files, each once, folders and globs in sorted order, and a line for each name that stands for none.

    Hidden files and folders inside a folder are left out. A plain name that does not exist is given back as it is:
    reading it says what is wrong.
    """
    found: dict[Path, None] = {}
    failed: list[str] = []
    for name in names:
        if has_magic(name) and not Path(name).exists():
            matched = [Path(one) for one in sorted(glob(name, recursive=True))]  # noqa: PTH207 - a pattern may be absolute
            if not matched:
                failed.append(f"{name}: matches no file; check the pattern")
        else:
            matched = [Path(name)]
        for path in matched:
            inside = _inside(path) if path.is_dir() else [path]
            if not inside:
                failed.append(f"{path}: no file in this folder; name one that holds pages")
            found.update(dict.fromkeys(inside))
    return list(found), failed


def _inside(folder: Path) -> list[Path]:
    return sorted(
        path
        for path in folder.rglob("*")
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    )


def documents_in(files: Iterable[Path], failed: list[str], encoding: str | None = None) -> Iterator[Document]:
    """The documents in the files, ``-`` being standard input; what can't be read is named in ``failed``."""
    for path in files:
        raw = sys.stdin.buffer.read() if path == Path("-") else path
        try:
            for found in read_each(raw, path.as_posix(), encoding=encoding):
                if isinstance(found, ReadError):
                    failed.append(str(found))
                else:
                    yield found
        except Exception as error:  # one page must not take the others down, whatever is wrong with it
            failed.append(f"{path}: {type(error).__name__}: {error}; please report it together with the page")
