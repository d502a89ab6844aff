"""Commands for all decisions together: list them, pass them from store to store, learn from them.

$ timeline corrections export > decisions.jsonl
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, BinaryIO

import typer

from timeline.commands.signing import advised, desk
from timeline.console import Db, Lang, UsageError, complain, end

PANEL = "Correct"

app = typer.Typer()
corrections_app = typer.Typer(no_args_is_help=True, help="List what people decided, and pass it on.")
app.add_typer(corrections_app, name="corrections", rich_help_panel=PANEL)


@corrections_app.command("list")
def listed(
    ref: Annotated[
        str | None, typer.Argument(metavar="[EVENT]", help="Only what was decided about this event.")
    ] = None,
    lang: Lang = "zh",
    db: Db = None,
) -> None:
    """List the decisions, oldest first: number, when, who, event, what."""
    from timeline.render.decisions import HEADINGS, rows
    from timeline.render.listings import print_listing

    with desk(db) as store, advised():
        chosen = {each.key for each in store.decisions(ref)} if ref else None
        made = store.decisions()
        told = list(rows(made, lang))
    print_listing(HEADINGS, [row for row, each in zip(told, made, strict=True) if chosen is None or each.key in chosen])


@corrections_app.command()
def export(db: Db = None) -> None:
    """Write all decisions as JSON lines to standard output."""
    from timeline.store.corrections.exchange import line

    with desk(db) as store:
        for decision in store.decisions():
            print(line(decision))


@corrections_app.command("import")
def load(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="JSON lines as export writes them; - is standard input.")
    ],
    db: Db = None,
) -> None:
    """Take decisions in; known ones change nothing, and those about events not read yet wait for them."""
    with desk(db, create=True) as store, _lines(file) as lines:
        report = store.load(lines, datetime.now(UTC))
    name = "standard input" if str(file) == "-" else str(file)
    for number, event, title in report.waiting:
        about = f"{event} “{title}”" if title else event
        complain(f"{name}:{number}: event {about} is not here yet; the decision is kept for when it comes")
    print(
        f"decisions: {report.added} taken in, {report.known} known, {len(report.waiting)} waiting,"
        f" {len(report.problems)} left out"
    )
    end([f"{name}:{number}: {words}" for number, words in report.problems])


def _lines(file: Path) -> BinaryIO:
    if str(file) == "-":
        return sys.stdin.buffer
    if file.is_dir():
        raise UsageError(f"{file} is a folder; name a file in it")
    return file.open("rb")


@corrections_app.command()
def corpus(db: Db = None) -> None:
    """Write the corrected dates as corpus lines, for the rules that read them wrong."""
    from timeline.render.corpus import corpus_lines

    with desk(db) as store:
        for line in corpus_lines(store.events()):
            print(line)
