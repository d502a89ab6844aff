"""What the commands share: options, the Query that the filters among them make, progress, exit codes.

>>> filters(date(2026, 11, 20), year="1990..2005", topic=["贸易"])
Traceback (most recent call last):
    ...
timeline.query.QueryError: '贸易' is not a topic; did you mean trade 外贸出海?
"""

from __future__ import annotations

import errno
import inspect
import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer
from typer.core import TyperGroup

from timeline.model import KINDS

if TYPE_CHECKING:
    from timeline.query import Query
    from timeline.read.inputs import Web
    from timeline.read.paths import Named
    from timeline.render.cases import Case
    from timeline.store import Store

_which = partial(typer.Option, rich_help_panel="Which events")

Db = Annotated[str | None, typer.Option(envvar="TIMELINE_DB", metavar="PATH|URL", help="Where the store is.")]
AsOf = Annotated[str | None, typer.Option(envvar="TIMELINE_AS_OF", metavar="DATE", help="The day taken for today.")]
Lang = Annotated[Literal["zh", "en"], typer.Option(help="The language of dates and labels.")]
Published = Annotated[
    str | None, typer.Option(metavar="EDTF", help="When it was published: 2025-04-22, 2025-04, 2025-04-21/2025-04-25.")
]
Encoding = Annotated[
    str | None, typer.Option(metavar="NAME", help="Read text in this encoding instead of detecting it.")
]
#: Seconds that one web address may take, unless another number is asked for.
TIMEOUT = 60.0
SourceName = Annotated[str | None, typer.Option("--source", metavar="NAME", help="The publication that they are from.")]
Name = Annotated[str | None, typer.Option(metavar="NAME", help="What standard input is called; may state a date.")]
Timeout = Annotated[float, typer.Option(min=0.1, metavar="SECONDS", help="How long one web address may take.")]
AllowPrivate = Annotated[
    bool, typer.Option("--allow-private", help="Read web addresses inside this machine's or a private network too.")
]
BaseUrl = Annotated[str, typer.Option(metavar="URL", help="The address under which readers will find it.")]
Jsonl = Annotated[bool, typer.Option("--jsonl", help="Answer JSON lines from standard input, one by one, in order.")]


class UsageError(ValueError):
    """What was typed asks for nothing that can be done; the message says what to type instead."""


def day(asked: str | None, today: date) -> date:
    """The day that counts as today: ``today`` unless another is asked for, as an ISO date; raises UsageError."""
    try:
        found = date.fromisoformat(asked) if asked else today
    except ValueError as error:
        raise UsageError(f"--as-of {asked!r} is not a day; write for example 2025-04-22") from error
    if not date.min.year < found.year < date.max.year:
        raise UsageError(f"--as-of {asked!r} has no year before or behind it; write a day of the years 2 to 9998")
    return found


def edtf(asked: str | None) -> str | None:
    """An EDTF text as it was given, None for an empty one; raises EdtfError."""
    if not asked:
        return None
    from timeline.edtf import parse

    return parse(asked).text


def filters(
    today: date,
    year: Annotated[str | None, _which(metavar="YEAR|A..B", help="In a year or in a range of years.")] = None,
    since: Annotated[str | None, _which(metavar="DATE", help="Not over before: 2025-04, 去年3月, last March.")] = None,
    until: Annotated[str | None, _which(metavar="DATE", help="Begun by then: 2025-04, 去年3月, last March.")] = None,
    topic: Annotated[list[str] | None, _which(metavar="TOPIC", help="With this topic, by slug or label.")] = None,
    kind: Annotated[list[str] | None, _which(metavar="KIND", help=f"Of this kind: {', '.join(KINDS)}.")] = None,
    place: Annotated[str | None, _which(metavar="WORDS", help="At a place with these words in its name.")] = None,
    source: Annotated[str | None, _which(metavar="NAME", help="Told by this publication.")] = None,
    text: Annotated[str | None, _which(metavar="WORDS", help="With these words in its title or quotes.")] = None,
    upcoming: Annotated[bool, _which("--upcoming", help="Still to come, or going on.")] = False,
    everything: Annotated[bool, _which("--all", help="Indicators and incidents too.")] = False,
    limit: Annotated[int | None, _which(metavar="N", help="No more than so many.")] = None,
    as_of: AsOf = None,
) -> Query:
    """The filters that combine: one set of options, one Query; raises QueryError."""
    from timeline.query import Query, parse_when, parse_years

    today = day(as_of, today)
    return Query(
        years=parse_years(year) if year else None,
        since=parse_when(since, today) if since else None,
        until=parse_when(until, today) if until else None,
        topics=tuple(topic or ()),
        kinds=tuple(kind or ()),
        place=place or "",
        source=source or "",
        text=text or "",
        upcoming=upcoming,
        all=everything,
        limit=limit,
        as_of=today,
    )


def filtered(today: Callable[[], date]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """A decorator: gives a command the options of ``filters``, and their Query as its ``query``."""

    def decorate(command: Callable[..., None]) -> Callable[..., None]:
        shared = {name: each for name, each in _parameters(filters).items() if name != "today"}
        own = {name: each for name, each in _parameters(command).items() if name != "query"}

        def run(**given: Any) -> None:
            command(query=filters(today(), **{name: given.pop(name) for name in shared}), **given)

        both = sorted([*shared.values(), *own.values()], key=lambda each: each.default is not each.empty)
        run.__signature__ = inspect.Signature(both)  # type: ignore[attr-defined]
        run.__annotations__ = {each.name: each.annotation for each in both}
        run.__name__, run.__doc__ = command.__name__, command.__doc__
        return run

    return decorate


def _parameters(function: Callable[..., Any]) -> dict[str, inspect.Parameter]:
    return dict(inspect.signature(function, eval_str=True, locals={"Query": object}).parameters)


class Commands(TyperGroup):
    """Says in one line what a user can mend."""

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise
        except Exception as error:
            # Timeline's own errors, and the system's, name what is wrong and the next step; all else is a defect.
            if not (isinstance(error, OSError) or type(error).__module__.startswith("timeline.")):
                raise
            complain(f"timeline {ctx.invoked_subcommand}: {_words(error)}")
            raise typer.Exit(2 if isinstance(error, ValueError) else 1) from None


def run(app: typer.Typer) -> None:
    """Runs the command line; a reader who closes the pipe early has had enough, and that is no error."""
    _stand_in()
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # a lone surrogate in a page must not end the output
    try:
        try:
            app(prog_name="timeline")
        finally:
            sys.stdout.flush()
    except (BrokenPipeError, SystemExit) as ended:
        # Typer and Rich both turn a closed pipe into an exit with code 1.
        if isinstance(ended, SystemExit) and not isinstance(ended.__context__, BrokenPipeError):
            raise
        _give_up_output()
    except OSError as error:
        complain(f"timeline: {_words(error)}")
        _give_up_output()
        sys.exit(1)


def _stand_in() -> None:
    """Opens nothing in the place of a standard stream that was closed (``>&-``): Python has None there, to fall over."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 - as long as the process lives


def _give_up_output() -> None:
    """What is still to be written goes nowhere, so that Python doesn't try it again when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _words(error: Exception) -> str:
    if isinstance(error, OSError) and error.filename:
        full = error.errno == errno.ENOSPC
        advice = "free some space and run this again" if full else "check the path and its permissions"
        return f"{error.filename}: {error.strerror}; {advice}"
    if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return f"the output can't be written: {error.strerror}; free some space and run this again"
    return str(error)


def complain(words: str) -> None:
    """Says a line on standard error."""
    print(words, file=sys.stderr)


def web_terms(timeout: float, allow_private: bool) -> Web:
    """On which terms web addresses are read: ``timeout`` seconds each, private ones if allowed."""
    from timeline.read.dialling import Limits
    from timeline.read.inputs import Web

    return Web(Limits(total=timeout), allow_private)


def tracked(files: Sequence[Named]) -> Iterator[Named]:
    """The files, one after another, with a progress bar where standard error is a terminal."""
    from rich.console import Console
    from rich.progress import track

    console = Console(stderr=True)
    yield from track(files, "reading", console=console, disable=not console.is_terminal)


def end(failed: Sequence[str]) -> None:
    """Names what failed, and ends with the exit code that says so."""
    for words in failed:
        complain(words)
    if failed:
        raise typer.Exit(1)


def where(db: str | None) -> str:
    """The store's path or URL: as asked, or where it is when nobody says."""
    from timeline.config import database

    return database(db, Path.cwd())


def opened(db: str | None, *, create: bool = False) -> Store:
    """The store, open; it must be there unless ``create``. Raises StoreError."""
    from timeline.store import Store

    return Store.open(where(db), create=create)


def answer_lines(answer: Callable[[Case], Mapping[str, Any]]) -> None:
    """Answers standard input line by line, each as soon as it is read."""
    from timeline.render.cases import answers

    failed = []
    for line, error in answers(sys.stdin.buffer, answer):
        print(line, flush=True)
        failed += [error] if error else []
    end(failed)


def print_version(asked: bool) -> None:
    """Prints the version and ends, if that was asked."""
    if asked:
        from timeline import __version__

        print(f"timeline {__version__}")
        raise typer.Exit
