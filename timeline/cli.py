"""The ``timeline`` console command: parse options, call one function, render.

    $ timeline show --year 1990..2005 --topic quality

Standard output carries results only. Exit codes: 0 done; 1 done, but some inputs failed (each named on standard
error); 2 wrong usage; 130 interrupted.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from timeline.console import (
    AsOf,
    BaseUrl,
    Commands,
    Db,
    Encoding,
    Jsonl,
    Lang,
    Published,
    UsageError,
    answer_lines,
    complain,
    day,
    edtf,
    end,
    filtered,
    opened,
    print_version,
    run,
    tracked,
    where,
)

if TYPE_CHECKING:
    from timeline.model import Dct, Document, Extraction
    from timeline.query import Query
    from timeline.render.cases import Case

READ, SEE, GIVE, CHECK = "Read", "See", "Give", "Check"

app = typer.Typer(
    cls=Commands,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
db_app = typer.Typer(no_args_is_help=True, help="Look after the store.")
app.add_typer(db_app, name="db", rich_help_panel=CHECK)


@app.callback()
def timeline(
    version: Annotated[
        bool, typer.Option("--version", callback=print_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Read newspapers and notices, and give their dated events back as a chronology and as calendar feeds."""


@app.command(rich_help_panel=READ)
def ingest(
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help="Files, globs, and folders with all in them.")],
    published: Published = None,
    source: Annotated[str | None, typer.Option(metavar="NAME", help="The publication that they are from.")] = None,
    encoding: Encoding = None,
    db: Db = None,
) -> None:
    """Read pages into the store; what is there already is left alone."""
    from timeline.model import Source
    from timeline.pipeline import rules_version
    from timeline.read.paths import documents_in, files

    stated = edtf(published)
    named, failed = files(paths)
    known = 0

    def readings() -> Iterator[Extraction]:
        nonlocal known
        for document in documents_in(tracked(named), failed, encoding):
            if not (source or encoding) and store.has(document.path, document.sha256, stated, rules_version()):
                known += 1
                continue
            told = replace(document, source=Source(source)) if source else document
            if extraction := _processed(told, stated, failed):
                yield extraction

    with opened(db, create=True) as store:
        report = store.ingest(readings(), datetime.now(UTC), published=stated, rules=rules_version())
    failed += report.problems
    print(
        f"documents: {report.documents_added} added, {report.documents_revised} revised,"
        f" {report.documents_reread} read anew, {report.documents_unchanged + known} unchanged, {len(failed)} failed\n"
        f"events: {report.events_added} added, {report.events_changed} changed, {report.events_gone} gone"
    )
    end(failed)


def _processed(document: Document, published: str | None, failed: list[str]) -> Extraction | None:
    from timeline.pipeline import process

    try:
        return process(document, published)
    except Exception as error:  # one page must not take the others down, whatever is wrong with it
        failed.append(f"{document.path}: {type(error).__name__}: {error}; please report it together with the page")
        return None


def _format(asked: str | None) -> str:
    return asked or ("table" if sys.stdout.isatty() else "json")


@app.command(rich_help_panel=READ)
def extract(
    files: Annotated[list[Path] | None, typer.Argument(metavar="FILE...", help="Pages; - is standard input.")] = None,
    published: Published = None,
    encoding: Encoding = None,
    format: Annotated[  # noqa: A002
        Literal["table", "json"] | None, typer.Option(help="How to answer; a table on a terminal, json in a pipe.")
    ] = None,
    jsonl: Jsonl = False,
    as_of: AsOf = None,
) -> None:
    """Read pages without a store: when they were published, their time expressions, their events."""
    from timeline.pipeline import merged
    from timeline.read.paths import documents_in
    from timeline.render.terminal import show as shown

    stated, today = edtf(published), day(as_of, date.today())
    if jsonl:
        return answer_lines(lambda case: _record(_of_case(case, stated)))
    if not files:
        raise UsageError("name a page, or - for standard input")
    failed: list[str] = []
    for document in documents_in(files, failed, encoding):
        if not (statements := _processed(document, stated, failed)):
            continue
        extraction = merged(statements)
        record = _record(extraction)
        if _format(format) == "json":
            print(json.dumps({"id": document.path, **record}, ensure_ascii=False))
        else:
            print(f"{document.path}  {record['published']['edtf'] or record['published']['reason']}")
            shown(extraction.events, today)
    return end(failed)


def _of_case(case: Case, published: str | None) -> Extraction:
    from timeline.pipeline import extract
    from timeline.render.cases import moment_of, text_of

    when = moment_of(case, "published") or published
    return extract(text_of(case), when, url=str(case.get("url") or ""), name=str(case.get("id", "text")))


def _record(extraction: Extraction) -> dict[str, Any]:
    from timeline.render.export import extraction_record

    return extraction_record(extraction)


@app.command(rich_help_panel=READ)
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
    from timeline.render.listings import print_listing
    from timeline.timex import tag

    stated = edtf(anchor)
    record = times.explained_record if explain else timex_record
    if jsonl:
        return answer_lines(
            lambda case: {"found": [record(one) for one in tag(text_of(case), moment_of(case, "ref") or stated)]}
        )
    if text is None:
        text = sys.stdin.buffer.read().decode("utf-8-sig", "replace")
    found, chosen = tag(text, stated), _format(format)
    if chosen == "timex3":
        print(times.timex3(text, found))
    elif chosen == "json" and not (explain and format is None):
        for one in found:
            print(json.dumps(record(one), ensure_ascii=False))
    elif explain:
        print("\n".join(times.explained(found)))
    else:
        print_listing(times.HEADINGS, times.rows(found))
    return None


@app.command(rich_help_panel=SEE)
@filtered(date.today)
def show(
    query: Query,
    quotes: Annotated[bool, typer.Option("--quotes", help="With the words that each event was read from.")] = False,
    lang: Lang = "zh",
    db: Db = None,
) -> None:
    """Print the chronology."""
    from timeline.query import find
    from timeline.render.terminal import show as shown

    with opened(db) as store:
        shown(find(store, query), query.as_of or date.today(), lang=lang, quotes=quotes)


@app.command(rich_help_panel=GIVE)
@filtered(date.today)
def export(
    query: Query,
    format: Annotated[Literal["json", "jsonl", "csv", "md"], typer.Option(help="In which form.")] = "json",  # noqa: A002
    lang: Lang = "zh",
    db: Db = None,
) -> None:
    """Write events for other programs to standard output."""
    from timeline.query import find
    from timeline.render.export import export as exported

    with opened(db) as store:
        sys.stdout.write(exported(find(store, query), format, query.as_of or date.today(), lang=lang))


@app.command(rich_help_panel=GIVE)
@filtered(date.today)
def publish(
    query: Query,
    to: Annotated[Path, typer.Option(metavar="FOLDER", help="Where the feeds go.")] = Path("feeds"),
    coarse: Annotated[
        Literal["marker", "span", "skip"],
        typer.Option(help="An event without a day: marked on its first day, spanning its days, or left out."),
    ] = "marker",
    base_url: BaseUrl = "",
    db: Db = None,
) -> None:
    """Write the calendar feeds and a page to subscribe from."""
    from timeline.query import find
    from timeline.render.feeds import publish as published

    with opened(db) as store:
        events, gone = find(store, query), store.gone()
    done = published(events, gone, to, query.as_of or date.today(), coarse=coarse, base_url=base_url)
    print(f"{to}: {len(events)} events, {len(done.written)} files written, {len(done.unchanged)} unchanged")


@app.command(rich_help_panel=SEE)
def why(
    ref: Annotated[
        str,
        typer.Argument(
            metavar="EVENT|DOCUMENT", help="The beginning of an event's id, or the end of a document's path."
        ),
    ],
    lang: Lang = "zh",
    db: Db = None,
) -> None:
    """Tell where an event comes from: words, rule, anchor, arithmetic, and what dates its page."""
    from timeline.render.explain import why as explained
    from timeline.render.explain import why_document

    with opened(db) as store:
        try:
            event = store.event(ref)
        except LookupError as unknown:
            try:
                stored = store.document(ref)
            except LookupError:
                raise UsageError(str(unknown)) from None
            return print(why_document(stored.document, stored.articles, lang))
        datings: dict[tuple[str, str], Dct] = {}
        for path in {mention.document for mention in event.mentions}:
            datings |= {(path, article.key): article.dct for article in store.document(path).articles}
        return print(explained(event, datings, lang))


@app.command(rich_help_panel=SEE)
def documents(db: Db = None) -> None:
    """List the documents: revision, events, when published, path."""
    from timeline.render.listings import print_listing

    with opened(db) as store:
        rows = [
            (
                one.id[:8],
                one.revision,
                one.events,
                ", ".join(dict.fromkeys(a.published or "?" for a in one.articles)),
                one.path,
            )
            for one in store.documents()
        ]
    print_listing(("id", "rev", "events", "published", "path"), rows)


@app.command(rich_help_panel=SEE)
def undated(db: Db = None) -> None:
    """List the facts that no date could be given to."""
    from timeline.render.listings import print_listing

    with opened(db) as store:
        rows = [(f"{one.document}:{one.start}", one.reason, one.quote) for one in store.undated()]
    print_listing(("where", "why", "quote"), rows)


@app.command(rich_help_panel=SEE)
def topics() -> None:
    """List the topics that --topic takes."""
    from timeline.events.topics import load
    from timeline.render.listings import print_listing

    print_listing(("topic", "label", "in English"), [(one.slug, one.label, one.english) for one in load().values()])


@app.command(rich_help_panel=CHECK)
def verify(db: Db = None) -> None:
    """Read every stored document again and check each event's words against it."""
    with opened(db) as store:
        broken = list(store.verify())
        for notice in store.notices():
            complain(notice)
        print(f"{len(store.documents())} documents, {len(store.events())} events, {len(broken)} broken links")
    end(broken)


@app.command(rich_help_panel=GIVE)
def serve(
    host: Annotated[str, typer.Option(metavar="ADDRESS", help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port to listen on.")] = 8000,
    base_url: BaseUrl = "",
    as_of: AsOf = None,
    db: Db = None,
) -> None:
    """Serve the page, the feeds and the events over HTTP."""
    from timeline.serve import run as served

    served(where(db), lambda: day(as_of, date.today()), host=host, port=port, base_url=base_url)


@db_app.command()
def upgrade(db: Db = None) -> None:
    """Bring the store's schema up to date (any command does it by itself)."""
    with opened(db, create=True) as store:
        print(f"{store.place}: up to date")


@db_app.command()
def path(db: Db = None) -> None:
    """Print where the store is."""
    print(where(db))


@db_app.command()
def schema() -> None:
    """Print the schema as SQL."""
    from timeline.store.schema import snapshot

    sys.stdout.write(snapshot())


@db_app.command()
def rebuild(db: Db = None) -> None:
    """Merge what the stored documents state anew."""
    with opened(db) as store:
        report = store.rebuild(datetime.now(UTC))
    print(f"events: {report.events_added} added, {report.events_changed} changed, {report.events_gone} gone")


def main() -> None:
    """The console command."""
    run(app)


if __name__ == "__main__":
    main()
