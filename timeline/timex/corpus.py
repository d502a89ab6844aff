r"""The corpora beside the rules: lines with the values that they must give, read for tests and for ``--explain``.

>>> parse_corpus("@ 2025-04-22\n[calendar.day]\n26日开幕 | 26日 = 2025-04-26\n! 26日本人\n")[0].wanted
(('26日', '2025-04-26'),)

A corpus has the family's name and the ending ``.corpus``. Its lines:

``@ 2025-04-22``
    The anchor of the lines that follow: an EDTF text, or ``-`` for none.
``[family.rule]``
    The rule that must read an expression of the lines that follow.
``text | expression = value ; expression = value``
    All expressions of the text that have a value or are named, in order. A value is an EDTF text, with the part of it
    in brackets where one is meant (``2025-04-26 (morning)``), ``DURATION P3D``, ``SET`` (with its RRULE where that matters), or ``-`` for an expression that
    has no place on the calendar. Behind it may stand, in braces, what else must hold: ``{from}`` or ``{to}`` (the words
    beside it bound it), ``{about}``, ``{warned}`` (a printed weekday is wrong), ``{or 2026-01-05}`` (the other value that
    stays possible). ``\n`` in a text is a line break.
``! text``
    Nothing in the text is read by the rule, and nothing in it has a value. ``! text | expression = value`` allows those.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from timeline import regex as re
from timeline.model import Timex

_EXPECTED = re.compile(r"\s*(?P<text>.+?)\s+=\s+(?P<value>.+?)\s*\Z")


def written(timex: Timex, wanted: str = "") -> str:
    """The value of ``timex`` as a corpus writes it, with the marks and the RRULE that ``wanted`` asks about."""
    if timex.type == "DURATION":
        text = f"DURATION {timex.duration}"
    elif timex.edtf is None:
        text = f"SET {timex.recurrence}".strip() if wanted.startswith("SET ") else "SET" if timex.type == "SET" else "-"
    else:
        text = f"{timex.edtf} ({timex.part})" if timex.part else timex.edtf
    marks = {
        timex.bound: bool(timex.bound),
        "about": timex.approximate,
        "warned": bool(timex.warning),
        f"or {timex.alternative}": timex.alternative is not None,
    }
    held = [mark for mark, holds in marks.items() if holds]
    return f"{text} {{{', '.join(held)}}}" if wanted.endswith("}") and held else text


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a corpus: ``wanted`` pairs the expression's text with its value; ``negative`` lines begin with ``!``."""

    family: str
    number: int
    rule: str
    anchor: str | None
    text: str
    wanted: tuple[tuple[str, str], ...]
    negative: bool


class CorpusError(ValueError):
    """A corpus line that can't be read; the message names the family and the line number."""


def parse_corpus(content: str, family: str = "") -> list[Line]:
    """The lines of a corpus file's content; raises CorpusError."""
    lines: list[Line] = []
    anchor: str | None = None
    rule = ""
    for number, raw in enumerate(content.splitlines(), 1):
        line = raw.strip()
        if not line or line.startswith("#"):
            continue
        if line.startswith("@"):
            anchor = None if line[1:].strip() == "-" else line[1:].strip()
        elif line.startswith("["):
            rule = line.strip("[]")
        else:
            negative = line.startswith("!")
            text, _, values = line.lstrip("! ").partition(" | ")
            if not rule or not (values or negative):
                raise CorpusError(f"{family}.corpus:{number}: a line needs a [rule] above it and a value behind “ | ”")
            lines.append(
                Line(family, number, rule, anchor, text.replace("\\n", "\n"), _wanted(values, family, number), negative)
            )
    return lines


def _wanted(values: str, family: str, number: int) -> tuple[tuple[str, str], ...]:
    wanted = []
    for value in filter(None, (part.strip() for part in values.split(" ; "))):
        match = _EXPECTED.match(value)
        if not match:
            raise CorpusError(f"{family}.corpus:{number}: write “expression = value”, not {value!r}")
        wanted.append((match["text"].replace("\\n", "\n"), match["value"]))
    return tuple(wanted)


def corpora() -> Iterator[Line]:
    """The lines of all corpora, by family."""
    for path in sorted(Path(__file__).with_name("rules").glob("*.corpus")):
        yield from parse_corpus(path.read_text(encoding="utf-8"), path.stem)
