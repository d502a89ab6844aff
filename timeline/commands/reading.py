"""Commands that read pages into the store, and read the stored ones anew.

$ timeline ingest seeds
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from timeline.console import (
    TIMEOUT,
    AllowPrivate,
    Db,
    Encoding,
    Name,
    Published,
    SourceName,
    Timeout,
    edtf,
    end,
    opened,
    tracked,
    web_terms,
)

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from timeline.dating import Decided
    from timeline.model import Document, Extraction
    from timeline.store import Store
    from timeline.store.reextract import Difference
    from timeline.store.values import IngestReport

PANEL = "Read"

app = typer.Typer()


@app.command(rich_help_panel=PANEL)
def ingest(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH...", help="Files, globs, folders with all in them, web addresses; - is standard input."
        ),
    ],
    published: Published = None,
    source: SourceName = None,
    encoding: Encoding = None,
    name: Name = None,
    timeout: Timeout = TIMEOUT,
    allow_private: AllowPrivate = False,
    jobs: Annotated[int, typer.Option(min=1, metavar="N", help="How many pages to work on at once.")] = 1,
    db: Db = None,
) -> None:
    """Read pages into the store; what is there already is left alone.

    A page is dated from its own words. One that does not tell when it was published has ? in `timeline documents`, and
    what it counts from its own day (昨天, 下周六) stays open: ingest it again with --published 2025-04-22, or tell it
    with `timeline date PAGE 2025-04-22`.
    """
    from timeline.config import cache_folder
    from timeline.read.inputs import Inputs
    from timeline.read.paths import files
    from timeline.read.visits import Visits

    terms = Terms(edtf(published), source, encoding)
    named, failed = files(paths)
    with opened(db, create=True) as store:
        web = replace(
            web_terms(timeout, allow_private),
            visits=Visits(cache_folder() / "pages"),
            held=lambda path, digest: terms.held(store, path, digest),
        )
        inputs = Inputs(failed, encoding=encoding, name=name, web=web)
        report, known = ingested(store, inputs.documents(tracked(named)), failed, terms, jobs)
    print("\n".join(summary(report, known + inputs.unchanged, failed)))
    end(failed)


@dataclass(frozen=True, slots=True)
class Terms:
    """How pages are read into the store: as published then, from that source, in that encoding."""

    published: str | None = None
    source: str | None = None
    encoding: str | None = None

    def held(self, store: Store, path: str, digest: str) -> bool:
        """Whether a document is stored as these terms want it, read by the present rules."""
        from timeline.pipeline import rules_version

        return not (self.source or self.encoding) and store.has(path, digest, self.published, rules_version())


def ingested(
    store: Store, documents: Iterable[Document], failed: list[str], terms: Terms, jobs: int = 1
) -> tuple[IngestReport, int]:
    """Reads documents into the store: the report, and how many were there already; problems go to ``failed``."""
    from timeline.model import Source
    from timeline.pipeline import process_each, rules_version
    from timeline.store.datings import chosen

    known = 0
    decided = chosen(store.datings())

    def unread() -> Iterator[Document]:
        nonlocal known
        for document in documents:
            if terms.held(store, document.path, document.sha256):
                known += 1
                continue
            yield replace(document, source=Source(terms.source)) if terms.source else document

    def readings(executor: Executor | None) -> Iterator[Extraction]:
        if executor is None:
            yield from filter(None, (processed(one, terms.published, failed, decided(one)) for one in unread()))
            return
        for document, given in process_each(unread(), terms.published, executor, 4 * jobs, decided):
            if isinstance(given, Exception):
                failed.append(_defect(document, given))
            else:
                yield given

    with _workers(jobs) as executor:
        report = store.ingest(readings(executor), datetime.now(UTC), published=terms.published, rules=rules_version())
    failed += report.problems
    return report, known


def summary(report: IngestReport, known: int, failed: Sequence[str]) -> tuple[str, str]:
    """What became of the documents, and of the events."""
    return (
        f"documents: {report.documents_added} added, {report.documents_revised} revised,"
        f" {report.documents_reread} read anew, {report.documents_unchanged + known} unchanged, {len(failed)} failed",
        f"events: {report.events_added} added, {report.events_changed} changed, {report.events_gone} gone",
    )


@app.command(rich_help_panel=PANEL)
def reextract(
    changed: Annotated[bool, typer.Option("--changed", help="Only pages that other rules had read.")] = False,
    write: Annotated[bool, typer.Option("--write", help="Write it without asking.")] = False,
    db: Db = None,
) -> None:
    """Read the stored pages anew by the rules of today; tell what changes, then write it if that is wanted."""
    from timeline.pipeline import process, rules_version
    from timeline.store.datings import chosen

    with opened(db) as store:
        decided = chosen(store.datings())

        def read(document: Document, published: str | None) -> Extraction:
            return process(document, published, decided(document))

        found = store.reextract(read, rules_version(), datetime.now(UTC), changed=changed, write=write)
        _tell(found)
        asked = not write and not found.empty and sys.stdin.isatty() and typer.confirm("write this?")
        if asked:
            store.reextract(read, rules_version(), datetime.now(UTC), changed=changed, write=True)
    if not (write or asked or found.empty):
        print("nothing written: timeline reextract --write does it")
    end(found.problems)


def _tell(found: Difference) -> None:
    for mark, rows in (("+", found.added), ("-", found.gone)):
        for when, title in rows:
            print(f"{mark} {when}  {title}")
    for title, old, new in found.moved:
        print(f"> {old} → {new}  {title}")
    for old, new in found.retitled:
        print(f"~ {old} → {new}")
    counts = len(found.added), len(found.gone), len(found.moved), len(found.retitled)
    print("events: {} added, {} gone, {} moved, {} retitled".format(*counts))


def processed(
    document: Document, published: str | None, failed: list[str], decided: Sequence[Decided] = ()
) -> Extraction | None:
    """What a document tells; None where reading it fails, which is then told in ``failed``."""
    from timeline.pipeline import process

    try:
        return process(document, published, decided)
    except Exception as error:  # one page must not take the others down, whatever is wrong with it
        failed.append(_defect(document, error))
        return None


def _defect(document: Document, error: Exception) -> str:
    return f"{document.path}: {type(error).__name__}: {error}; please report it together with the page"


@contextmanager
def _workers(jobs: int) -> Iterator[Executor | None]:
    """Processes to work on pages with, none for a single job; those that haven't begun are dropped on an interrupt."""
    if jobs == 1:
        yield None
        return
    from concurrent.futures import ProcessPoolExecutor

    executor = ProcessPoolExecutor(jobs)
    try:
        yield executor
    finally:
        executor.shutdown(cancel_futures=True)
