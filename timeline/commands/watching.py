"""The command that reads what arrives in a folder.

$ timeline watch incoming
"""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from timeline.commands.reading import PANEL, Terms, ingested, summary
from timeline.console import Db, Encoding, Published, SourceName, complain, edtf, opened

if TYPE_CHECKING:
    from timeline.read.arrivals import Arrivals

#: So many files are read before their events are merged and shown.
_BATCH = 100
#: Looking takes at most this share of the time, however many files there are.
_SHARE = 0.1

app = typer.Typer()


@app.command(rich_help_panel=PANEL)
def watch(
    folders: Annotated[
        list[Path],
        typer.Argument(metavar="FOLDER...", exists=True, file_okay=False, help="Where pages arrive, or below."),
    ],
    published: Published = None,
    source: SourceName = None,
    encoding: Encoding = None,
    every: Annotated[float, typer.Option(min=0.1, metavar="SECONDS", help="How often to look.")] = 2.0,
    once: Annotated[
        bool, typer.Option("--once", help="End when all that is there is read; a file being written is waited for.")
    ] = False,
    db: Db = None,
) -> None:
    """Read pages into the store as they arrive in a folder, each when it is complete, until interrupted."""
    from timeline.read.arrivals import Arrivals

    terms = Terms(edtf(published), source, encoding)
    with opened(db, create=True):
        pass  # what is wrong with the store is said now, not when the first page comes
    if not once and sys.stderr.isatty():
        complain(f"watching {', '.join(map(str, folders))}; Ctrl-C ends it")
    arrivals = Arrivals(folders)
    failures: list[str] = []
    while True:
        began = time.monotonic()
        failed: list[str] = []
        ready = arrivals.look(failed)
        looked = time.monotonic() - began
        _tell(failed, failures)
        for start in range(0, len(ready), _BATCH):
            _read(ready[start : start + _BATCH], arrivals, terms, db, failures)
        if once and not arrivals.pending:
            raise typer.Exit(1 if failures else 0)
        time.sleep(max(every, looked / _SHARE))


def _read(paths: Sequence[Path], arrivals: Arrivals, terms: Terms, db: str | None, failures: list[str]) -> None:
    """Reads some files and says what became of them; if the store can't be used now they are handed out again."""
    from timeline.read.inputs import Inputs
    from timeline.store.errors import StoreError

    failed: list[str] = []
    try:
        with opened(db, create=True) as store:
            documents = Inputs(failed, encoding=terms.encoding).documents(paths)
            report, known = ingested(store, documents, failed, terms)
    except StoreError as error:
        arrivals.again(paths)
        complain(f"{error} (it is tried again)")
        return
    named = paths[0].as_posix() if len(paths) == 1 else f"{paths[0].as_posix()} … {paths[-1].as_posix()}"
    print(f"{named}: {'; '.join(summary(report, known, failed))}", flush=True)
    _tell(failed, failures)


def _tell(failed: Sequence[str], failures: list[str]) -> None:
    for words in failed:
        complain(words)
    failures += failed
