"""Looking through events one by one, a key a decision.

$ timeline review --year 2025
"""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from timeline.commands.signing import PATIENCE, By, desk, signed
from timeline.console import Db, Lang, UsageError, filtered

if TYPE_CHECKING:
    from timeline.query import Query
    from timeline.store import Store
    from timeline.store.corrections.doubt import Doubt

PANEL = "Correct"

app = typer.Typer()


@app.command(rich_help_panel=PANEL)
@filtered(date.today)
def review(
    query: Query,
    listing: Annotated[bool, typer.Option("--list", help="Print the queue and the reasons, and ask nothing.")] = False,
    again: Annotated[bool, typer.Option("--again", help="Ask also about what was decided before.")] = False,
    patience: Annotated[
        float, typer.Option(metavar="SECONDS", min=0, help="How long to wait while another program writes.")
    ] = PATIENCE,
    by: By = None,
    lang: Lang = "zh",
    db: Db = None,
) -> None:
    """Look through events, the most doubtful first: keep, correct, merge, split or reject each with one key."""
    with desk(db, patience=patience) as store:
        doubts = _queue(store, query, again)
        if listing:
            return _list(doubts, lang)
        if not (sys.stdin.isatty() and sys.stdout.isatty()):
            raise UsageError("review asks on a terminal; without one, timeline review --list prints the queue")
        from timeline.commands.review_session import Session

        ids, today = [each.event.id for each in doubts], query.as_of or date.today()
        session = Session(store, ids, signed(by), today, lang, again=again)
        interrupted = session.run()
    if interrupted:
        raise typer.Exit(130)
    return None


def _queue(store: Store, query: Query, again: bool) -> list[Doubt]:
    from timeline.query import find
    from timeline.store.corrections.doubt import queue

    events = find(store, replace(query, limit=None))
    kept = frozenset() if again else store.kept(events)
    return queue(event for event in events if event.id not in kept)[: query.limit]


def _list(doubts: list[Doubt], lang: str) -> None:
    from timeline.render.listings import print_listing
    from timeline.render.review import HEADINGS, rows

    print_listing(HEADINGS, rows(doubts, lang))
