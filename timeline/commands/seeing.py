"""Commands that show what the store holds.

$ timeline show --year 1990..2005 --topic quality
"""

from __future__ import annotations

import json
import sys
from datetime import date
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from timeline.commands.signing import advised
from timeline.console import AsOf, Db, Lang, UsageError, day, filtered, opened

if TYPE_CHECKING:
    from timeline.model import Dct
    from timeline.query import Query

PANEL = "See"

app = typer.Typer()

TableOrJson = Annotated[Literal["table", "json"], typer.Option(help="How to answer.")]


@app.command(rich_help_panel=PANEL)
@filtered(date.today)
def show(
    query: Query,
    quotes: Annotated[bool, typer.Option("--quotes", help="With the words that each event was read from.")] = False,
    rejected: Annotated[
        bool, typer.Option("--rejected", help="What was rejected instead; timeline undo ID brings it back.")
    ] = False,
    lang: Lang = "zh",
    db: Db = None,
) -> None:
    """Print the chronology."""
    from timeline.query import find, matches
    from timeline.render.terminal import show as shown
    from timeline.when import place

    with opened(db) as store:
        if rejected:
            out = [gone.event for gone in store.gone() if gone.reason == "rejected" and matches(gone.event, query)]
            events = sorted(out, key=lambda event: (place(event.when).at, event.id))[: query.limit]
        else:
            events = find(store, query)
        shown(events, query.as_of or date.today(), lang=lang, quotes=quotes)


@app.command(rich_help_panel=PANEL)
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
    """Tell where an event comes from: words, rule, anchor, arithmetic, what dates its page, and who decided what."""
    from timeline.render.decisions import told
    from timeline.render.explain import why as explained
    from timeline.render.explain import why_document
    from timeline.render.listings import print_told

    with opened(db) as store:
        try:
            event = store.event(ref)
        except LookupError as unknown:
            try:
                stored = store.document(ref)
            except LookupError:
                raise UsageError(f"{unknown}; timeline documents lists the documents") from None
            return print_told(why_document(stored.document, stored.articles, lang))
        datings: dict[tuple[str, str], Dct] = {}
        for path in {mention.document for mention in event.mentions}:
            datings |= {(path, article.key): article.dct for article in store.document(path).articles}
        made, numbers = store.decisions(event.id), {each.key: each.number for each in store.decisions()}
        decided = ([""] if made else []) + [line for each in made for line in told(each, numbers, lang)]
        return print_told("\n".join([explained(event, datings, lang), *decided]))


@app.command(rich_help_panel=PANEL)
def thread(
    ref: Annotated[str, typer.Argument(metavar="EVENT", help="The beginning of an event's id.")],
    format: TableOrJson = "table",  # noqa: A002
    lang: Lang = "zh",
    as_of: AsOf = None,
    db: Db = None,
) -> None:
    """Tell one matter's story in order: planned, put off, done; adopted, published, in force, expired."""
    from timeline.render.listings import print_told
    from timeline.render.threads import record, story

    with opened(db) as store, advised():
        steps = store.thread(ref)
    if format == "json":
        return print(json.dumps(record(steps), ensure_ascii=False))
    return print_told(story(steps, day(as_of, date.today()), lang))


@app.command(rich_help_panel=PANEL)
def conflicts(
    format: TableOrJson = "table",  # noqa: A002
    db: Db = None,
) -> None:
    """List where pages contradict each other: dates and figures of one event, figures of one fact."""
    from timeline.render.doubts import conflict_records
    from timeline.render.listings import print_listing

    with opened(db) as store:
        found = conflict_records(store.disputed(), store.contradictions())
    if format == "json":
        return print(json.dumps({"conflicts": found}, ensure_ascii=False))
    rows = [
        (str(each["event"] or "")[:8], each["about"], value, document, quote)
        for each in found
        for value, document, quote in zip(each["values"], each["documents"], each["quotes"], strict=True)
    ]
    if not rows:
        print("no page contradicts another", file=sys.stderr)
    return print_listing(("event", "about", "value", "where", "quote"), rows)


@app.command(rich_help_panel=PANEL)
def documents(db: Db = None) -> None:
    """List the documents: revision, events, when published, path; the same bytes under another path are a copy."""
    from timeline.render.listings import print_listing

    with opened(db) as store:
        rows = [
            (
                one.id[:8],
                one.revision,
                "copy" if path != one.path else one.events,
                ", ".join(dict.fromkeys(a.published or "?" for a in one.articles)),
                path,
            )
            for one in store.documents()
            for path in (one.path, *one.copies)
        ]
    print_listing(("id", "rev", "events", "published", "path"), rows)


@app.command(rich_help_panel=PANEL)
def undated(
    format: TableOrJson = "table",  # noqa: A002
    db: Db = None,
) -> None:
    """List the facts that no date could be given to."""
    from timeline.render.doubts import undated_record
    from timeline.render.listings import print_listing

    with opened(db) as store:
        found = store.undated()
    if format == "json":
        return print(json.dumps({"undated": [*map(undated_record, found)]}, ensure_ascii=False))
    rows = [(f"{one.document}:{one.start}", one.reason, one.quote) for one in found]
    return print_listing(("where", "why", "quote"), rows)


@app.command(rich_help_panel=PANEL)
def topics() -> None:
    """List the topics that --topic takes."""
    from timeline.events.topics import load
    from timeline.render.listings import print_listing

    print_listing(("topic", "label", "in English"), [(one.slug, one.label, one.english) for one in load().values()])
