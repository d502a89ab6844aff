"""Runs the commands that the READMEs show and writes what they print under them.

    python docs/capture.py            # rewrite README.md, README.zh.md and docs/chronology.svg
    python docs/capture.py --check    # only say which blocks are out of date

A ``console`` block that begins with ``$ timeline`` is run on a terminal of 84 columns, over a new store that has read
``seeds/``; with ``| head -5`` at its end in a pipe, of which the first five lines are kept.
"""

from __future__ import annotations

import re
import shlex
import sys
import tempfile
from itertools import groupby
from pathlib import Path
from xml.sax.saxutils import escape

from rich.cells import cell_len
from rich.console import Console
from rich.style import Style
from rich.terminal_theme import SVG_EXPORT_THEME
from rich.text import Text

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests" / "cli"))

from console import Ended, run, terminal  # noqa: E402 - found on the path that was just added

PAGES = (ROOT / "README.md", ROOT / "README.zh.md")
PICTURE = ROOT / "docs" / "chronology.svg"
COLUMNS = 84
#: The picture: columns, and the size of a cell in SVG units.
WIDE, CELL, LINE = 100, 8, 22
_BLOCK = re.compile(
    r"(?<=^```console\n)\$ timeline (?P<command>.+)\n(?P<printed>(?:(?!```|\$ ).*\n)*)(?=```)", re.MULTILINE
)
_ESCAPE = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]")
_SHAPES = "●○◆◇▪▫▴▵✕"
_HEAD = re.compile(r" \| head -(\d+)\Z")


def printed(command: str, db: str) -> str:
    """What ``timeline command`` prints, ending in a line feed."""
    head = _HEAD.search(command)
    words = shlex.split(command[: head.start()] if head else command)
    env = {"TIMELINE_DB": db, "TIMELINE_AS_OF": "2026-11-20", "NO_COLOR": "1"}
    if head:  # what goes through a pipe is not fitted to the screen
        ended = run(*words, cwd=ROOT, **env)
    elif words[0] == "ingest":  # its progress bar is not part of the picture
        ended = run(*words, cwd=ROOT, TIMELINE_DB=str(Path(db).with_name("new.db")))
    else:
        ended = terminal(*words, columns=COLUMNS, cwd=ROOT, **env)
    lines = [line.rstrip() for line in _ESCAPE.sub("", _sound(ended, command).out).strip("\n").splitlines()]
    return "".join(f"{line}\n" for line in (lines[: int(head[1])] if head else lines))


def _sound(ended: Ended, command: str) -> Ended:
    if ended.code:
        raise SystemExit(f"timeline {command}: code {ended.code}: {ended.out}{ended.err}")
    return ended


def renewed(page: str, db: str) -> str:
    """The page with every block as the command prints it now."""
    return _BLOCK.sub(lambda block: f"$ timeline {block['command']}\n{printed(block['command'], db)}", page)


def picture(db: str) -> str:
    """The chronology as a terminal of 100 columns shows it, in colour, as SVG."""
    from datetime import date

    from timeline.query import Query, find
    from timeline.render.terminal import lines
    from timeline.store import Store

    with Store.open(db, create=False) as store:
        today = date(2025, 4, 22)
        shown = list(lines(find(store, Query(years=(2024, 2030), as_of=today)), today, width=WIDE))
    height = LINE * (len(shown) + 2)
    # Rich's own SVG gives every character one cell; here a Chinese one has two.
    drawn = "".join(_drawn(line, LINE * number) for number, line in enumerate(shown, 2))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {CELL * (WIDE + 2)} {height}" '
        f'font-family="Noto Sans Mono CJK SC, Sarasa Mono SC, monospace" font-size="{CELL * 2}" fill="#d8d8d8">\n'
        f'<rect width="100%" height="100%" rx="8" fill="#20242b"/>\n{drawn}</svg>\n'
    )


def _drawn(line: Text, y: int) -> str:
    """One line as SVG text elements, narrow and wide characters apart, each where its cell is."""
    console = Console(width=WIDE, force_terminal=True, color_system="truecolor")
    column, parts = 1, []
    for segment in line.render(console):
        for kind, characters in groupby(segment.text, key=_kind):
            text = "".join(characters)
            size = cell_len(text)
            if text.strip():
                look = _look(segment.style)
                parts.append(
                    f'<text y="{y}" xml:space="preserve"{_place(kind, column, size)}{look}>{escape(text)}</text>\n'
                )
            column += size
    return "".join(parts)


def _kind(character: str) -> str:
    if character in _SHAPES:
        return "shape"
    return "wide" if cell_len(character) == 2 else "narrow"


def _place(kind: str, column: int, size: int) -> str:
    if kind == "shape":  # as wide as the font has it, in the middle of its cell
        return f' x="{CELL * (column + size / 2):g}" text-anchor="middle"'
    adjust = "spacing" if kind == "wide" else "spacingAndGlyphs"
    return f' x="{CELL * column}" textLength="{CELL * size}" lengthAdjust="{adjust}"'


def _look(style: Style | None) -> str:
    if style is None:
        return ""
    colour = f' fill="{style.color.get_truecolor(SVG_EXPORT_THEME).hex}"' if style.color else ""
    return colour + (' font-weight="bold"' if style.bold else "") + (' opacity="0.6"' if style.dim else "")


def main() -> int:
    """Rewrite the pages, or with ``--check`` name those that are out of date; 1 when there are any."""
    stale = []
    with tempfile.TemporaryDirectory() as folder:
        db = str(Path(folder) / "timeline.db")
        _sound(run("ingest", "seeds", cwd=ROOT, TIMELINE_DB=db), "ingest seeds")
        for page in PAGES:
            text = page.read_text(encoding="utf-8")
            if (new := renewed(text, db)) != text:
                stale.append(page.name)
                if "--check" not in sys.argv:
                    page.write_text(new, encoding="utf-8")
        if "--check" not in sys.argv:
            PICTURE.write_text(picture(db), encoding="utf-8")
            return 0
    for name in stale:
        print(f"{name} shows what the commands no longer print: run make docs")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
