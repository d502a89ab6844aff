"""The ``timeline`` console command, put together from the commands in ``timeline.commands``.

    $ timeline show --year 1990..2005 --topic quality

Standard output carries results only. Exit codes: 0 done; 1 done, but some inputs failed (each named on standard
error); 2 wrong usage; 130 interrupted.
"""

from __future__ import annotations

from typing import Annotated

import typer

from timeline.commands import (
    answering,
    checking,
    correcting,
    dating,
    giving,
    passing,
    reading,
    reviewing,
    seeing,
    watching,
)
from timeline.console import Commands, print_version, run

app = typer.Typer(
    cls=Commands,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def timeline(
    version: Annotated[
        bool, typer.Option("--version", callback=print_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Read newspapers and notices, and give their dated events back as a chronology and as calendar feeds."""


for _part in (reading, answering, watching, seeing, reviewing, correcting, passing, dating, giving, checking):
    app.add_typer(_part.app)


def main() -> None:
    """The console command."""
    run(app)


if __name__ == "__main__":
    main()
