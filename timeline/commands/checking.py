"""Commands that look after the store.

$ timeline verify
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime

import typer

from timeline.console import Db, complain, end, opened, where

PANEL = "Check"

app = typer.Typer()
db_app = typer.Typer(no_args_is_help=True, help="Look after the store.")
app.add_typer(db_app, name="db", rich_help_panel=PANEL)


@app.command(rich_help_panel=PANEL)
def verify(db: Db = None) -> None:
    """Read every stored document again and check each event's words against it."""
    with opened(db) as store:
        broken = list(store.verify())
        for notice in store.notices():
            complain(notice)
        print(f"{len(store.documents())} documents, {len(store.events())} events, {len(broken)} broken links")
    end(broken)


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
