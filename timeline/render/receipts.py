"""What a folder was published from, kept in it: published again from the same, nothing is read, made or written.

>>> known(Path("nowhere"), "") is None
True
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from importlib import resources
from pathlib import Path
from typing import Any

from sqlalchemy import select

from timeline.render.writing import write_if_changed
from timeline.store import Store
from timeline.store.columns import EVENT

#: A web server shows no file of such a name, and a reader of the folder needs none.
FILE = ".published.json"


@dataclass(frozen=True, slots=True)
class Receipt:
    """What was published: how many events, and the files."""

    events: int
    files: tuple[Path, ...]


def origin(store: Store, *wishes: object) -> str:
    """A digest of all that feeds and pages are made from: the store's events, what is wished (by its ``repr``), and the
    program. Raises StoreError."""
    seen = select(*(EVENT.c[name] for name in ("id", "digest", "revision", "state", "successor"))).order_by(EVENT.c.id)
    digest = sha256(repr((wishes, sorted(_program()))).encode("utf-8", "surrogatepass"))
    with store.reading() as connection:
        for row in connection.execute(seen).all():
            digest.update(repr(tuple(row)).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def _program() -> Iterable[tuple[str, int, int]]:
    with resources.as_file(resources.files("timeline")) as folder:
        for path in folder.rglob("*"):
            if path.suffix in (".py", ".toml", ".html", ".css", ".js"):
                found = path.stat()
                yield path.relative_to(folder).as_posix(), found.st_size, found.st_mtime_ns


def known(folder: Path, made_from: str) -> Receipt | None:
    """What was published in ``folder`` from just that, if every file still is as it was left; else None."""
    try:
        kept = json.loads((folder / FILE).read_text(encoding="utf-8"))
        if kept["from"] == made_from and kept["files"] == _standing(folder / name for name in kept["files"]):
            return Receipt(kept["events"], tuple(folder / name for name in kept["files"]))
    except (OSError, ValueError, KeyError, TypeError):
        pass  # no receipt is as good as an unreadable one: everything is made again
    return None


def keep(folder: Path, made_from: str, receipt: Receipt) -> None:
    """Notes what was published. Raises OSError."""
    record = {"from": made_from, "events": receipt.events, "files": _standing(receipt.files)}
    write_if_changed(folder / FILE, (json.dumps(record, ensure_ascii=False) + "\n").encode("utf-8"))


def _standing(files: Iterable[Path]) -> dict[str, Any]:
    found = {path.name: path.stat() for path in files}
    return {name: [each.st_size, each.st_mtime_ns] for name, each in sorted(found.items())}
