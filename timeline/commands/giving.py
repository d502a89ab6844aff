"""Commands that pass events on: exports, calendar feeds, the server.

$ timeline publish --to feeds
"""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from timeline.console import AsOf, BaseUrl, Db, Lang, UsageError, day, end, filtered, opened, where

if TYPE_CHECKING:
    from timeline.query import Query

PANEL = "Give"
_SHORTEST_TOKEN = 16

app = typer.Typer()
feed_app = typer.Typer(no_args_is_help=True, help="Save choices of events as feeds of their own.")
app.add_typer(feed_app, name="feed", rich_help_panel=PANEL)

CoarseOption = Annotated[
    Literal["marker", "span", "skip"],
    typer.Option(help="An event without a day: marked on its first day, spanning its days, or left out."),
]
HalfdaysOption = Annotated[
    Literal["title", "blocks"], typer.Option(help="A morning: told in the title of the day, or blocking its hours.")
]
AlarmOption = Annotated[
    str, typer.Option(metavar="DURATION", help="Remind so long before: P1D, PT2H. Nobody is reminded unless they ask.")
]


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
    coarse: CoarseOption = "marker",
    halfdays: HalfdaysOption = "title",
    alarm: AlarmOption = "",
    past: Annotated[
        str,
        typer.Option(metavar="SPAN", help="How much of the past each feed holds: P2Y, P6M. [default: one megabyte]"),
    ] = "",
    all_years: Annotated[
        bool, typer.Option("--all-years", help="All of the past in each feed, however large.")
    ] = False,
    base_url: BaseUrl = "",
    db: Db = None,
) -> None:
    """Write the calendar and news feeds, the yearly archives, and a page to subscribe from."""
    from timeline.events.topics import load as topics
    from timeline.query import find, matches
    from timeline.render import receipts
    from timeline.render.feeds import Past
    from timeline.render.feeds import publish as published
    from timeline.render.policy import Policy
    from timeline.render.saved import load, shelf
    from timeline.render.windows import span_before

    if past and all_years:
        raise UsageError("--past bounds what --all-years leaves unbounded; say one of them")
    as_of = query.as_of or date.today()
    policy = Policy(coarse, halfdays, alarm)
    held = Past(span_before(as_of, past) if past else None, all_years)
    kept, problems = load(shelf(where(db)))
    with opened(db) as store:
        made_from = receipts.origin(store, query, as_of, policy, held, base_url, kept, topics())
        if before := receipts.known(to, made_from):
            print(f"{to}: {before.events} events, 0 files written, {len(before.files)} unchanged")
            end(problems)
            return
        events = find(store, query)
        gone = [one for one in store.gone() if matches(one.event, query)]
        own = [(feed, find(store, replace(feed.query or query, limit=None))) for feed in kept.values()]
    done = published(events, gone, to, as_of, policy=policy, base_url=base_url, past=held, saved=own)
    receipts.keep(to, made_from, receipts.Receipt(len(events), (*done.written, *done.unchanged)))
    print(f"{to}: {len(events)} events, {len(done.written)} files written, {len(done.unchanged)} unchanged")
    end(problems)


@feed_app.command()
@filtered(date.today)
def add(
    query: Query,
    name: Annotated[str, typer.Argument(help="Its name, which becomes its file's: trade-upcoming.")],
    title: Annotated[str, typer.Option(metavar="WORDS", help="What calendars call it; its name if left out.")] = "",
    coarse: CoarseOption = "marker",
    halfdays: HalfdaysOption = "title",
    alarm: AlarmOption = "",
    db: Db = None,
) -> None:
    """Save a choice of events as a feed of its own, published and served with the others."""
    from timeline.render.policy import Policy
    from timeline.render.saved import load, save, saved, shelf

    path = shelf(where(db))
    kept, problems = load(path)
    if problems:
        end([*problems, f"{path}: nothing saved; mend the feed named above, or remove it, and run this again"])
    policy = Policy(coarse, halfdays, alarm)
    done = "changed" if name in kept else "saved"
    save(path, {**kept, name: saved(name, query, policy if policy != Policy() else None, title)})
    print(f"{name}: {done} in {path}; timeline publish writes it")


@feed_app.command(name="list")
def list_(db: Db = None) -> None:
    """List the saved feeds: name, and what each holds."""
    from timeline.render.saved import load, shelf, told

    kept, problems = load(shelf(where(db)))
    for name in sorted(kept):
        print(f"{name}\t{told(kept[name])}")
    end(problems)


@feed_app.command()
def remove(
    name: Annotated[str, typer.Argument(help="The name under which it was saved.")],
    db: Db = None,
) -> None:
    """Forget a saved feed; a file already published stays where it is."""
    from timeline.render.saved import FeedError, load, save, shelf

    path = shelf(where(db))
    kept, problems = load(path)
    if name not in kept:
        raise FeedError(f"no feed {name!r} is saved in {path}; timeline feed list names those that are")
    end(problems)
    save(path, {key: feed for key, feed in kept.items() if key != name})
    print(f"{name}: removed from {path}")


@app.command(rich_help_panel=PANEL)
def serve(
    host: Annotated[str, typer.Option(metavar="ADDRESS", help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port to listen on; 0 for any free one.")] = 8000,
    workers: Annotated[int, typer.Option(min=1, max=64, help="How many processes answer.")] = 1,
    token_file: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Whoever bears the token in it may add pages and correct events."),
    ] = None,
    log: Annotated[bool, typer.Option("--log", help="Write a line to standard error for each answer.")] = False,
    base_url: BaseUrl = "",
    as_of: AsOf = None,
    db: Db = None,
) -> None:
    """Serve the page, the feeds and the events over HTTP; read-only without a token."""
    from timeline.serve.process import Settings
    from timeline.serve.process import run as served

    today = partial(_today, as_of)
    today()
    token = secret(token_file, os.environ.get("TIMELINE_TOKEN", ""))
    place = str(Path(at).absolute()) if "://" not in (at := where(db)) else at
    served(
        Settings(
            place,
            today,
            partial(datetime.now, UTC),
            base_url,
            token=token,
            host=host,
            port=port,
            workers=workers,
            log=log,
        )
    )


def _today(as_of: str | None) -> date:
    # Named, so that it can be handed to other processes.
    return day(as_of, date.today())


def secret(file: Path | None, otherwise: str) -> str:
    """The token in a file, else ``otherwise``; raises UsageError for one that is easily guessed, OSError."""
    token = (file.read_text(encoding="utf-8") if file else otherwise).strip()
    if (file or token) and (len(token) < _SHORTEST_TOKEN or not token.isascii() or not token.isprintable()):
        raise UsageError(
            f"the token has {len(token)} characters; write {_SHORTEST_TOKEN} or more, such as openssl rand -hex 32 makes"
        )
    return token
