"""Laws of the house: what every command, module and layer keeps to."""

from __future__ import annotations

import ast
import doctest
import importlib.util
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer.main

from timeline.cli import app

ROOT = Path(__file__).resolve().parents[1]
#: What needs the compiled scanner can't be imported where that was not built.
_COMPILED = set() if importlib.util.find_spec("timeline.timex._scan") else {ROOT / "timeline" / "timex" / "program.py"}
MODULES = sorted(set((ROOT / "timeline").rglob("*.py")) - _COMPILED)
#: Not needed to say what commands there are, and slow to import.
HEAVY = {"sqlalchemy", "sqlmodel", "alembic", "lxml", "icalendar", "dateparser", "starlette", "uvicorn", "pydantic"}


def commands() -> Iterator[tuple[str, Any]]:
    def walk(command: Any, name: str) -> Iterator[tuple[str, Any]]:
        yield name, command
        for each in getattr(command, "commands", {}).values():
            yield from walk(each, f"{name} {each.name}")

    yield from walk(typer.main.get_command(app), "timeline")


COMMANDS = dict(commands())


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_has_help(name: str) -> None:
    command = COMMANDS[name]
    assert (command.help or "").strip().endswith("."), f"{name} does not say what it does"
    for parameter in command.params:
        assert (getattr(parameter, "help", None) or "").strip(), f"{name} {parameter.name} has no help"


@pytest.mark.parametrize("page", ["README.md", "README.zh.md"])
def test_every_command_is_in_the_readme(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    missing = [name for name, command in COMMANDS.items() if not hasattr(command, "commands") and name not in text]
    assert not missing


def test_the_command_reference_is_what_the_commands_say() -> None:
    made = [sys.executable, "-m", "typer", "timeline.cli", "utils", "docs", "--name", "timeline"]
    printed = subprocess.run(
        [*made, "--title", "The timeline command"], capture_output=True, check=True, encoding="utf-8", cwd=ROOT
    ).stdout
    assert (ROOT / "docs" / "commands.md").read_text(encoding="utf-8").strip() == printed.strip(), "run make docs"


def test_the_readmes_show_what_the_commands_print() -> None:
    checked = subprocess.run(
        [sys.executable, "docs/capture.py", "--check"], capture_output=True, encoding="utf-8", cwd=ROOT
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_the_command_line_starts_without_heavy_libraries() -> None:
    asked = "import sys, timeline.cli; print(*{name.partition('.')[0] for name in sys.modules})"
    loaded = subprocess.run([sys.executable, "-c", asked], capture_output=True, check=True, text=True, cwd=ROOT).stdout
    assert not HEAVY & set(loaded.split())


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_module_opens_with_a_sentence(path: Path) -> None:
    if path.name == "env.py" or "versions" in path.parts:  # Alembic's own forms
        return
    tree = ast.parse(path.read_text(encoding="utf-8"))
    if tree.body:
        first = (ast.get_docstring(tree) or "").partition("\n")[0]
        assert first.endswith((".", ":")) or first, f"{path} does not say what it is"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_example_in_a_docstring_is_true(path: Path) -> None:
    if "migrations" in path.parts:  # Alembic imports these itself
        return
    parts = path.relative_to(ROOT).with_suffix("").parts
    module = importlib.import_module(".".join(parts[:-1] if parts[-1] == "__init__" else parts))
    assert doctest.testmod(module, optionflags=doctest.ELLIPSIS | doctest.IGNORE_EXCEPTION_DETAIL).failed == 0


def clock_readings(tree: ast.AST) -> Iterator[int]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            owner = node.func.value
            names = (
                {owner.id}
                if isinstance(owner, ast.Name)
                else {owner.attr}
                if isinstance(owner, ast.Attribute)
                else set()
            )
            if node.func.attr in ("now", "today", "utcnow") and names & {"date", "datetime", "dt"}:
                yield node.lineno


def test_only_the_command_line_reads_the_clock() -> None:
    read = [
        f"{path.relative_to(ROOT)}:{line}"
        for path in MODULES
        if path.parent.name != "commands"
        for line in clock_readings(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert not read


def test_nothing_is_left_open() -> None:
    words = re.compile(r"\b(?:TODO|FIXME|raise NotImplementedError)\b|mark\.(?:skip|xfail)\b")
    found = [
        f"{path.relative_to(ROOT)}: {match[0]}"
        for path in [*MODULES, *(ROOT / "tests").rglob("*.py")]
        if path != Path(__file__)
        for match in words.finditer(path.read_text(encoding="utf-8"))
    ]
    assert not found


def test_every_dependency_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = [*project["dependencies"], *(each for extra in project["optional-dependencies"].values() for each in extra)]
    constraints = (ROOT / "constraints.txt").read_text(encoding="utf-8")
    pinned = {plain(line.partition("==")[0]) for line in constraints.splitlines() if "==" in line}
    assert {plain(re.split(r"[\s\[<>=;!~]", each)[0]) for each in named} <= pinned
    assert "://" not in constraints


def plain(name: str) -> str:
    return name.lower().replace("_", "-")


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_repetition_in_a_pattern_is_taken_for_a_value(module: Path) -> None:
    """In an f-string, {1,6} is a pair of numbers and no repetition."""
    written = [
        node.value for node in ast.walk(ast.parse(module.read_text("utf-8"))) if isinstance(node, ast.FormattedValue)
    ]
    assert [ast.unparse(value) for value in written if isinstance(value, ast.Tuple | ast.Constant)] == []
