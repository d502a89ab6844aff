"""Commands that pass events on: exports, calendar feeds, the server.

$ timeline publish --to feeds
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from timeline.console import AsOf, BaseUrl, Db, Lang, day, filtered, opened, where

if TYPE_CHECKING:
    from timeline.query import Query

PANEL = "Give"

app = typer.Typer()


@app.command(rich_help_panel=PANEL)
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


@app.command(rich_help_panel=PANEL)
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


@app.command(rich_help_panel=PANEL)
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
