"""Commands that answer at once, without a store: what pages tell of, and the time expressions of a text.

$ timeline extract seeds --format json
"""

from __future__ import annotations

import json
import sys
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from timeline.commands.reading import PANEL, processed
from timeline.console import (
    TIMEOUT,
    AllowPrivate,
    AsOf,
    Encoding,
    Jsonl,
    Name,
    Published,
    Timeout,
    UsageError,
    answer_lines,
    day,
    edtf,
    end,
    web_terms,
)

if TYPE_CHECKING:
    from timeline.model import Extraction
    from timeline.render.cases import Case

app = typer.Typer()


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
        if not (statements := processed(document, stated, failed)):
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
