"""The page set: stories told once in a TOML file, and fixtures that say how they are laid out and encoded.

A fixture is a TOML file in ``first/``, ``second/`` or ``third/``: ``draw`` names the way it is drawn (``html.portal``, ``pdf.page``,
``docx.plain``, ``scan.columns`` …), ``stories`` the stories on it in printed order, ``encoding`` its bytes. What the
stories say is what the reader must give back: a fixture dropped into a folder is a test.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

HALVES = ("first", "second", "third")
HERE = Path(__file__).parent
_DAY = re.compile(r"\d日")


@dataclass(frozen=True)
class Story:
    """One article as it was written: ``lead`` is printed at the start of its first paragraph, ``byline`` on a line of
    its own, ``reporter`` the names in them."""

    headline: str = ""
    body: tuple[str, ...] = ()
    kicker: str = ""
    subtitle: str = ""
    lead: str = ""
    byline: str = ""
    reporter: str = ""
    role: str = "news"

    @property
    def heads(self) -> list[str]:
        return [line for line in (self.kicker, self.headline, self.subtitle) if line]

    @property
    def printed(self) -> list[str]:
        """The body's paragraphs as printed, with the lead before the first; marks of lists and tables kept."""
        return [self.lead + self.body[0], *self.body[1:]] if self.body else []

    @property
    def told(self) -> list[str]:
        """The paragraphs that the body must have: a lead that states a date is part of it."""
        lines = [plain(line) for line in self.body]
        return [self.lead + lines[0], *lines[1:]] if _DAY.search(self.lead) else lines


def plain(line: str) -> str:
    """A line of a body without the mark of its kind."""
    if line.startswith("| "):
        return "    ".join(cells(line))
    return line.removeprefix("## ").removeprefix("- ")


def cells(row: str) -> list[str]:
    return [cell.strip() for cell in row.strip("| ").split("|")]


@dataclass(frozen=True)
class Fixture:
    """One file of the page set before it is drawn."""

    name: str
    draw: str
    stories: tuple[Story, ...]
    encoding: str
    settings: dict[str, Any]

    @property
    def masthead(self) -> str:
        return str(self.settings.get("masthead", ""))


@cache
def stories(half: str) -> dict[str, Story]:
    told = tomllib.loads((HERE / half / "stories.toml").read_text(encoding="utf-8"))
    return {
        key: Story(**{**fields, "body": tuple(fields["body"].strip("\n").split("\n"))}) for key, fields in told.items()
    }


@cache
def fixtures(half: str) -> tuple[Fixture, ...]:
    """The fixtures of a half, by name."""
    found = []
    for path in sorted((HERE / half).glob("*.toml")):
        if path.name != "stories.toml":
            settings = tomllib.loads(path.read_text(encoding="utf-8"))
            chosen = tuple(stories(half)[key] for key in settings["stories"])
            found.append(
                Fixture(f"{half}/{path.stem}", settings["draw"], chosen, settings.get("encoding", "utf-8"), settings)
            )
    return tuple(found)
