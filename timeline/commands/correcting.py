"""Commands by which a person has the last word on an event, and takes it back.

$ timeline fix 077181 --date 2025-04-27 --why 改期启事
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from timeline.commands.signing import By, Event, Why, advised, desk, signed, typed
from timeline.console import AsOf, Db, Lang, UsageError, day, end
from timeline.model import KINDS, MODALITIES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from timeline.store import Decision, Store

PANEL = "Correct"

app = typer.Typer()

Kind = Annotated[str | None, typer.Option(metavar="KIND", help=f"Its kind: {', '.join(KINDS)}.")]
Topic = Annotated[list[str] | None, typer.Option(metavar="TOPIC", help="Its topics, by slug or label; '' for none.")]
Place = Annotated[str | None, typer.Option(metavar="WORDS", help="Where it is; '' for nowhere.")]
Modality = Annotated[str | None, typer.Option(metavar="MODALITY", help=f"How it stands: {', '.join(MODALITIES)}.")]


def values(
    *,
    when: str | None = None,
    title: str | None = None,
    kind: str | None = None,
    topic: list[str] | None = None,
    place: str | None = None,
    modality: str | None = None,
) -> dict[str, Any]:
    """What was said about an event's fields; those that were given only."""
    topics = None if topic is None else [name for name in topic if name.strip()]
    said = {"date": when, "title": title, "kind": kind, "topics": topics, "modality": modality}
    given = {field: value for field, value in said.items() if value is not None}
    return given if place is None else {**given, "place": place}


@app.command(rich_help_panel=PANEL)
def fix(
    ref: Event,
    when: Annotated[
        str | None, typer.Option("--date", metavar="DATE", help="Its date: 2025-04, 4月26日上午, last March.")
    ] = None,
    title: Annotated[str | None, typer.Option(metavar="WORDS", help="Its title.")] = None,
    kind: Kind = None,
    topic: Topic = None,
    place: Place = None,
    modality: Modality = None,
    why: Why = "",
    by: By = None,
    as_of: AsOf = None,
    lang: Lang = "zh",
    db: Db = None,
) -> None:
    """Correct an event; it stays corrected whatever is read later."""
    said = values(when=when, title=title, kind=kind, topic=topic, place=place, modality=modality)
    if not said:
        raise UsageError("say what to correct: --date, --title, --kind, --topic, --place or --modality")
    with desk(db) as store, advised():
        if when is not None:
            said["date"] = typed(when, day(as_of, date.today()), None if as_of else store.whatever(ref).when)
        tell(store, store.decide(ref, said, who=signed(by), why=why, now=datetime.now(UTC)), lang)


@app.command(rich_help_panel=PANEL)
def add(
    when: Annotated[str, typer.Option("--date", metavar="DATE", help="When: 2025-04, 4月26日上午, last March.")],
    title: Annotated[str, typer.Option(metavar="WORDS", help="What, in one line.")],
    source: Annotated[str, typer.Option(metavar="NAME", help="Where you know it from: a paper, a person, a letter.")],
    quote: Annotated[str, typer.Option(metavar="WORDS", help="The words that say so.")] = "",
    url: Annotated[str, typer.Option(metavar="URL", help="Where they can be read.")] = "",
    kind: Kind = None,
    topic: Topic = None,
    place: Place = None,
    modality: Modality = None,
    why: Why = "",
    by: By = None,
    as_of: AsOf = None,
    lang: Lang = "zh",
    db: Db = None,
) -> None:
    """Add an event by hand, with its source; kind and topics are guessed from the words unless they are given."""
    from timeline.commands.guessing import addition
    from timeline.render.terminal import show as shown

    today = day(as_of, date.today())
    said = values(when=typed(when, today), title=title, kind=kind, topic=topic, place=place, modality=modality)
    told = addition({**said, "words": when, "source": source, "quote": quote, "url": url}, today)
    with desk(db, create=True) as store, advised():
        event = store.add(told, who=signed(by), why=why, now=datetime.now(UTC))
        shown([event], today, lang=lang)
        tell(store, store.decisions(told.id)[-1], lang)
        if len(event.mentions) > 1:
            others = len(event.mentions) - 1
            print(
                f"与已有的 {others} 处说法合为一件；timeline unmerge {event.id[:8]} 可拆开"
                if lang == "zh"
                else f"one event with {others} statements read before; timeline unmerge {event.id[:8]} parts them"
            )


@app.command(rich_help_panel=PANEL)
def reject(
    refs: Annotated[list[str], typer.Argument(metavar="EVENT...", help="The beginnings of events' ids.")],
    why: Why = "",
    by: By = None,
    lang: Lang = "zh",
    db: Db = None,
) -> None:
    """Take events out of the chronology; they stay out whatever is read later."""
    failed = []
    with desk(db) as store:
        for ref in refs:
            try:
                key = store.event(ref).id
                tell(store, store.decide(key, {"rejected": True}, who=signed(by), why=why, now=datetime.now(UTC)), lang)
            except LookupError as error:
                failed.append(str(error.args[0]))
    if failed and len(failed) == len(refs):
        raise UsageError("; ".join(failed))
    end(failed)


@app.command(rich_help_panel=PANEL)
def merge(
    refs: Annotated[list[str], typer.Argument(metavar="EVENT EVENT...", help="The beginnings of events' ids.")],
    why: Why = "",
    by: By = None,
    lang: Lang = "zh",
    db: Db = None,
) -> None:
    """Say that events are one; they stay one whatever is read later."""
    if len(refs) < 2:
        raise UsageError("name at least two events that are one")
    with desk(db) as store, advised():
        first, *others = [store.event(ref).id for ref in refs]
        for other in others:
            made = store.join(first, other, who=signed(by), why=why, now=datetime.now(UTC))
            tell(store, _numbered(store, made.id), lang)
        _show([first], store, lang)


@app.command(rich_help_panel=PANEL)
def unmerge(
    ref: Event,
    mention: Annotated[
        str | None,
        typer.Option(metavar="N|ID|PATH", help="Part this statement only: its number in timeline why, id, or path."),
    ] = None,
    why: Why = "",
    by: By = None,
    lang: Lang = "zh",
    db: Db = None,
) -> None:
    """Part what was merged into one event; it stays parted whatever is read later."""
    with desk(db) as store, advised():
        quoted = {(each.document, each.quote) for each in store.event(ref).mentions}
        made = store.unmerge(ref, mention, who=signed(by), why=why, now=datetime.now(UTC))
        tell(store, _numbered(store, made.id), lang)
        parts = [
            event.id
            for event in store.events()
            if not quoted.isdisjoint((each.document, each.quote) for each in event.mentions)
        ]
        _show(parts, store, lang)


@app.command(rich_help_panel=PANEL)
def history(ref: Event, lang: Lang = "zh", db: Db = None) -> None:
    """Tell how an event came to be what it is: every reading and every decision, when, by whom, why."""
    from timeline.render.decisions import history as told
    from timeline.render.listings import print_told

    with desk(db) as store, advised():
        made = store.decisions(ref)
        event = store.whatever(ref)
        print_told("\n".join(told(event, store.history(event.id), made, _numbers(store), lang)))


@app.command(rich_help_panel=PANEL)
def undo(
    what: Annotated[
        str | None,
        typer.Argument(
            metavar="[DECISION|EVENT]",
            help="A decision's number, or an event for the last one on it; else the last one.",
        ),
    ] = None,
    why: Why = "",
    by: By = None,
    lang: Lang = "zh",
    db: Db = None,
) -> None:
    """Take a decision back, the last one unless another is named; an undo too can be taken back by its number."""
    from timeline.render.decisions import taken_back

    with desk(db) as store, advised():
        number = _meant(store, what)
        undone = store.undo(number, datetime.now(UTC), who=signed(by), why=why)
        for line in taken_back(undone, store.decisions()[-1].number, _numbers(store), lang):
            print(line)


def _meant(store: Store, what: str | None) -> int:
    """The number of the decision that an argument of ``undo`` means; raises LookupError."""
    number = (what or "").removeprefix("#")
    made = store.decisions()
    if number.isdecimal() and (len(number) < 4 or any(each.number == int(number) for each in made)):
        return int(number)
    if what is not None:
        made = store.decisions(what)
    standing = [each.number for each in made if not each.undone and "undoes" not in each.fields]
    if not standing:
        about = f" about {what}" if what else ""
        raise LookupError(f"there is no decision{about} to take back; timeline corrections list names all")
    return standing[-1]


def tell(store: Store, decision: Decision, lang: str) -> None:
    """Prints what was decided, about which event, and how it is taken back."""
    from timeline.render.decisions import told
    from timeline.render.wording import one_line

    title = one_line(decision.title)
    print(f"{decision.event[:8]}  {title}".rstrip())
    for line in told(decision, _numbers(store), lang):
        print(f"  {line}")


def _numbers(store: Store) -> Mapping[str, int]:
    return {each.key: each.number for each in store.decisions()}


def _numbered(store: Store, number: int) -> Decision:
    return next(each for each in store.decisions() if each.number == number)


def _show(refs: list[str], store: Store, lang: str) -> None:
    from timeline.render.terminal import show as shown

    shown([store.event(ref) for ref in refs], date.today(), lang=lang)
