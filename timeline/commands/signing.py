"""What every command that takes a person's word needs: who it is, and the date that they typed.

>>> typed("4月26日上午", date(2025, 4, 22)), typed("2026-12~", date(2025, 4, 22))
('2025-04-26 (morning)', '2026-12~')
"""

from __future__ import annotations

import getpass
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from timeline import regex as re
from timeline.console import UsageError, where

if TYPE_CHECKING:
    from timeline.model import When
    from timeline.store import Store

By = Annotated[
    str | None, typer.Option(envvar="TIMELINE_BY", metavar="NAME", help="Who decides this; else the system's user.")
]
Why = Annotated[str, typer.Option(metavar="WORDS", help="Why: history tells it.")]
Event = Annotated[str, typer.Argument(metavar="EVENT", help="The beginning of an event's id.")]

_YEARLESS = re.compile(r"\s*[0-9０-９一二三四五六七八九十]{1,3}\s*[月日号]")
#: Seconds that a decision waits for another program that is writing, such as an ingest that merges what it read.
PATIENCE = 60.0


def signed(by: str | None) -> str:
    """The name under which a decision is recorded; raises UsageError when nobody knows it."""
    if by and (name := " ".join(by.split())):
        return name
    try:
        return getpass.getuser()
    except (KeyError, OSError) as error:
        raise UsageError("who are you? say it with --by NAME, or set TIMELINE_BY") from error


def typed(asked: str, today: date, about: When | None = None) -> str:
    """A date that a person typed, as decisions hold it: EDTF, or in Chinese or English words; raises QueryError.

    A month or day without its year is one of the year that the date it corrects, ``about``, is in; all else is counted
    from ``today``.

    >>> from timeline.store.corrections.fields import dated
    >>> typed("4月27日", date(2026, 11, 20), dated("2025-04-26"))
    '2025-04-27'
    """
    if about and about.begin and _YEARLESS.match(asked):
        today = date(*about.begin.timetuple()[:3])
    from timeline.edtf import EdtfError
    from timeline.query import parse_when
    from timeline.store.corrections.fields import date_text, dated

    words = asked.strip()
    try:
        when = dated(words)
    except EdtfError:
        return _worded(words, today) or parse_when(words, today).text
    return date_text(when) if when.begin or when.until else parse_when(words, today).text


def _worded(words: str, today: date) -> str | None:
    """The value of a text that is one time expression, with the part of it that is meant."""
    from timeline.store.corrections.fields import date_text, dated
    from timeline.timex import tag

    match tag(words, today):
        case [one] if one.edtf and (one.begin or one.until) and one.end - one.start == len(words):
            doubts = ("approximate", "uncertain")
            notes = [one.part or "", *(doubt for doubt in doubts if getattr(one, doubt))]
            noted = ", ".join(filter(None, notes))
            return date_text(dated(f"{one.edtf} ({noted})" if noted else one.edtf))
    return None


@contextmanager
def advised() -> Iterator[None]:
    """Says what there is not in one line, as wrong usage."""
    try:
        yield
    except LookupError as error:
        raise UsageError(str(error.args[0] if error.args else error)) from error


def desk(db: str | None, *, create: bool = False, patience: float = PATIENCE) -> Store:
    """The store, open for decisions: it waits longer for other writers than reading does. Raises StoreError."""
    from timeline.store import Store

    return Store.open(where(db), create=create, timeout=patience)
