"""Commands that read pages and text: into the store, or to an answer at once.

$ timeline ingest seeds
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from timeline.console import (
    TIMEOUT,
    AllowPrivate,
    AsOf,
    Db,
    Encoding,
    Jsonl,
    Name,
    Published,
    SourceName,
    Timeout,
    UsageError,
    answer_lines,
    day,
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
    from timeline.render.cases import Case
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
            yield from filter(None, (_processed(one, terms.published, failed, decided(one)) for one in unread()))
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


def _processed(
    document: Document, published: str | None, failed: list[str], decided: Sequence[Decided] = ()
) -> Extraction | None:
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


def _format(asked: str | None) -> str:
    return asked or ("table" if sys.stdout.isatty() else "json")


@app.command(rich_help_panel=PANEL)
def extract(
    files: Annotated[
        list[str] | None,
        typer.Argument(metavar="FILE...", help="Files, globs, folders, web addresses; - is standard input."),
    ] = None,
    published: Published = None,
    encoding: Encoding = None,
    name: Name = None,
    timeout: Timeout = TIMEOUT,
    allow_private: AllowPrivate = False,
    format: Annotated[  # noqa: A002
        Literal["table", "json"] | None, typer.Option(help="How to answer; a table on a terminal, json in a pipe.")
    ] = None,
    jsonl: Jsonl = False,
    as_of: AsOf = None,
) -> None:
    """Read pages without a store: when they were published, their time expressions, their events."""
    from timeline.pipeline import merged
    from timeline.read.inputs import Inputs
    from timeline.read.paths import STDIN
    from timeline.read.paths import files as named_by

    stated, today = edtf(published), day(as_of, date.today())
    if jsonl:
        return answer_lines(lambda case: _record(_of_case(case, stated)))
    if not files:
        raise UsageError("name a page, or - for standard input")
    named, failed = named_by(files)
    inputs = Inputs(failed, encoding=encoding, name=name or STDIN, web=web_terms(timeout, allow_private))
    for document in inputs.documents(named):
        if not (statements := _processed(document, stated, failed)):
            continue
        extraction = merged(statements)
        record = _record(extraction)
        if _format(format) == "json":
            print(json.dumps({"id": document.path, **record}, ensure_ascii=False))
        else:
            from timeline.render.terminal import show as shown

            print(f"{document.path}  {record['published']['edtf'] or record['published']['reason']}")
            shown(extraction.events, today)
    return end(failed)


def _of_case(case: Case, published: str | None) -> Extraction:
    from timeline.pipeline import extract
    from timeline.render.cases import moment_of, text_of

    when = moment_of(case, "published") or published
    url, source = str(case.get("url") or ""), str(case.get("source") or "")
    return extract(text_of(case), when, url=url, name=str(case.get("id", "text")), source=source)


def _record(extraction: Extraction) -> dict[str, Any]:
    from timeline.render.export import extraction_record

    return extraction_record(extraction)


@app.command(rich_help_panel=PANEL)
def timex(
    text: Annotated[str | None, typer.Argument(help="Text to read; standard input if there is none.")] = None,
    anchor: Annotated[str | None, typer.Option(metavar="EDTF", help="When the text was published.")] = None,
    format: Annotated[  # noqa: A002
        Literal["table", "json", "timex3"] | None,
        typer.Option(help="How to answer; a table on a terminal, json in a pipe."),
    ] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Say by which rule, from which anchor, in which steps.")
    ] = False,
    jsonl: Jsonl = False,
) -> None:
    """Find the time expressions of a text: where they stand and what they mean."""
    from timeline.render import times
    from timeline.render.cases import moment_of, text_of
    from timeline.render.export import timex_record
    from timeline.render.listings import print_listing, print_told
    from timeline.timex import tag

    stated = edtf(anchor)

    def records(words: str, when: date | str | None) -> list[dict[str, Any]]:
        return [times.explained_record(one, when) if explain else timex_record(one) for one in tag(words, when)]

    if jsonl:
        return answer_lines(lambda case: {"found": records(text_of(case), moment_of(case, "ref") or stated)})
    if text is None:
        text = sys.stdin.buffer.read().decode("utf-8-sig", "replace")
    chosen = _format(format)
    if chosen == "timex3":
        from timeline.render.timex3 import timex3

        print(timex3(text, tag(text, stated), stated))
    elif chosen == "json" and not (explain and format is None):
        for one in records(text, stated):
            print(json.dumps(one, ensure_ascii=False))
    elif explain:
        print_told("\n".join(times.explained(tag(text, stated), stated)))
    else:
        print_listing(times.HEADINGS, times.rows(tag(text, stated)))
    return None
