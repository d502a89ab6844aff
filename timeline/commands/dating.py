"""The command by which a person corrects when a page was published.

$ timeline date 002_a430b003bbec9721.txt 2025-04-22 --why "the printed edition says so"
"""

from __future__ import annotations

import getpass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from timeline.console import Db, UsageError, end, opened

if TYPE_CHECKING:
    from timeline.store import Store
    from timeline.store.values import StoredDocument

PANEL = "Correct"

app = typer.Typer()


@app.command(rich_help_panel=PANEL)
def date(
    document: Annotated[
        str, typer.Argument(metavar="DOCUMENT", help="A document's path, the end of it, or the beginning of its id.")
    ],
    published: Annotated[
        str | None,
        typer.Argument(metavar="[EDTF]", help="When it was published: 2025-04-22, 2025-04, 2025-04-21/2025-04-25."),
    ] = None,
    article: Annotated[
        str, typer.Option(metavar="KEY", help="Only this article of it, as timeline why DOCUMENT names it: a3.")
    ] = "",
    why: Annotated[str, typer.Option(metavar="WORDS", help="What the date is known from.")] = "",
    who: Annotated[str, typer.Option(metavar="NAME", help="Who says so; else the user of this computer.")] = "",
    undo: Annotated[bool, typer.Option("--undo", help="Take the newest such correction back.")] = False,
    db: Db = None,
) -> None:
    """Correct when a document was published, and resolve anew what hangs on it; without a date, tell what holds."""
    if undo and published:
        raise UsageError("give a date, or --undo, not both")
    with opened(db) as store:
        before = _stored(store, document)
        if not (undo or published):
            return _tell(store, before)
        now = datetime.now(UTC)
        path = before.document.path
        if published:
            report = store.date(path, published, article=article, who=who or _user(), why=why, now=now)
        else:
            report = store.undate(path, article=article, now=now)
        after = _dates(_stored(store, path), article)
    was = _dates(before, article)
    print(f"{path}{' ' + article if article else ''}: {after}" + (f" (was {was})" if was != after else " (as before)"))
    print(f"events: {report.events_added} added, {report.events_changed} changed, {report.events_gone} gone")
    return end(report.problems)


def _stored(store: Store, ref: str) -> StoredDocument:
    try:
        return store.document(ref)
    except LookupError as unknown:
        raise UsageError(str(unknown.args[0])) from None


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a container may run as a user without a name
        return ""


def _dates(stored: StoredDocument, article: str) -> str:
    named = [each for each in stored.articles if not article or each.key == article]
    return ", ".join(dict.fromkeys(each.dct.date.text if each.dct.date else "undated" for each in named)) or "undated"


def _tell(store: Store, stored: StoredDocument) -> None:
    """The dates of a document's articles, and what people said of them."""
    from timeline.layout import unwrap
    from timeline.render.listings import print_listing
    from timeline.store.datings import chosen

    decided = chosen(store.datings())(stored.document)
    text = stored.document.text
    print_listing(
        ("article", "published", "headline"),
        [
            (
                each.key,
                each.dct.date.text if each.dct.date else "undated",
                unwrap(each.headline.of(text)).strip() if each.headline else "",
            )
            for each in stored.articles
        ],
    )
    for one in decided:
        of = f" {one.article}" if one.article else ""
        reason = f": {one.why}" if one.why else ""
        print(f"corrected{of} to {one.edtf} by {one.who or 'nobody named'}, {one.when}{reason}")
