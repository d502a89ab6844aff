"""What deploy/ hands out: every command in it is one that there is, with options that it has."""

from __future__ import annotations

import configparser
import re
from pathlib import Path

import pytest
import typer

from timeline.cli import app

DEPLOY = Path(__file__).resolve().parents[2] / "deploy"
_COMMAND = re.compile(r"(?:/opt/timeline/bin/|run [^\n]*?timeline )?timeline (serve|ingest|publish|db)\b([^\n\"`]*)")


def _commands() -> list[tuple[str, str, str]]:
    found = []
    for path in sorted(DEPLOY.iterdir()):
        text = path.read_text(encoding="utf-8").replace("\\\n", " ")
        found += [(path.name, *match) for match in _COMMAND.findall(text)]
    return found


def test_every_command_is_there_with_its_options() -> None:
    group = typer.main.get_command(app)
    commands = _commands()
    assert {file for file, *_ in commands} >= {"README.md", "timeline.service", "timeline-ingest.service"}
    for file, name, rest in commands:
        known = {option for parameter in group.commands[name].params for option in parameter.opts}  # type: ignore[attr-defined]
        assert set(re.findall(r"--[a-z-]+", rest)) <= known, (file, name, rest)


def test_what_the_container_starts_is_a_command() -> None:
    text = (DEPLOY / "Containerfile").read_text(encoding="utf-8")
    entry, start = (re.search(rf"^{word} \[(.*)\]$", text, re.M) for word in ("ENTRYPOINT", "CMD"))
    assert entry is not None and start is not None and entry[1] == '"timeline"'
    name, *words = re.findall(r'"([^"]*)"', start[1])
    parameters = typer.main.get_command(app).commands[name].params  # type: ignore[attr-defined]
    known = {option for parameter in parameters for option in parameter.opts}
    assert {word for word in words if word.startswith("--")} <= known
    assert "\nUSER timeline\n" in text


@pytest.mark.parametrize("name", ["timeline.service", "timeline-ingest.service"])
def test_a_unit_runs_as_an_ordinary_user_in_its_own_folder(name: str) -> None:
    unit = configparser.RawConfigParser(strict=False, allow_no_value=True)
    unit.optionxform = str  # type: ignore[assignment,method-assign]
    unit.read(DEPLOY / name, encoding="utf-8")
    service = unit["Service"]
    assert service["User"] == "timeline" and service["ProtectSystem"] == "strict"
    assert service["NoNewPrivileges"] == "yes" and service["CapabilityBoundingSet"] == ""
    assert service["StateDirectory"].split()[0] == "timeline"
