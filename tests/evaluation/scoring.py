"""Scores extraction on the annotated set and keeps the floors that a change may not fall below.

    python tests/evaluation/scoring.py    # what `make eval` runs: docs/evaluation.md anew, floors raised where better

The set is scored twice: with each article's publication date given, and without any date or address.
"""

from __future__ import annotations

import json
import math
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
DEVSET = ROOT / "tests" / "devset"
FLOORS = HERE / "floors.toml"
PAGE = ROOT / "docs" / "evaluation.md"
BEGIN, END = "<!-- figures: written by make eval -->", "<!-- end of figures -->"

#: Measures where less is better; their "floor" is a ceiling.
CEILINGS = {"shown_extra", "dated_wrong", "unanswered"}

MEANINGS = {
    "times_value_f1": "time expressions: F1 of those with exactly the right interval",
    "times_right": "time expressions with exactly the right interval",
    "times_precision": "found time expressions that are in the annotation",
    "null_left_open": "vague or recurring expressions given no date",
    "dated_within": "articles dated to at most a month that holds the true day",
    "dated_to_the_day": "articles dated to the day",
    "dated_wrong": "articles dated to an interval without the true day (less is better)",
    "core_found": "core events found",
    "core_right": "core events found with a compatible date",
    "core_kind": "… of these, with the right kind",
    "core_topic": "… of these, with a right topic",
    "core_place": "… of those with a place, with the right place",
    "minor_right": "minor events found with a compatible date",
    "shown_extra": "shown events that are not in the annotation (less is better)",
    "unanswered": "articles without an answer",
}

Figures = dict[str, float | None]


def cases(*, dated: bool, folder: Path = DEVSET) -> list[dict[str, Any]]:
    """What to extract from, one case an article of the set in ``folder``; undated cases carry neither date nor address."""
    command = [sys.executable, str(DEVSET / "score.py"), "--cases", str(folder)]
    command += [] if dated else ["--undated"]
    printed = subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout
    return [json.loads(line) for line in printed.splitlines()]


def score(answers: list[dict[str, Any]], folder: Path = DEVSET) -> Figures:
    """The scorer's measures for one answer a case of the set in ``folder``."""
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "answers.jsonl"
        path.write_text("".join(json.dumps(a, ensure_ascii=False) + "\n" for a in answers), encoding="utf-8")
        command = [sys.executable, str(DEVSET / "score.py"), str(folder), str(path), "--json"]
        printed = subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout
    figures = {**json.loads(printed), "dated_wrong": _dated_wrong(answers, folder)}
    return {name: figures[name] for name in MEANINGS}


def _dated_wrong(answers: list[dict[str, Any]], folder: Path) -> int:
    articles = (folder / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    true_days = {article["id"]: article["published"] for article in map(json.loads, articles)}
    wrong = 0
    for answer in answers:
        day, dated = true_days[answer["id"]], answer["published"]
        # ISO dates sort as text; a date-time sorts after its day.
        wrong += bool(dated["begin"] and dated["begin"][:10] > day) or bool(dated["until"] and dated["until"] <= day)
    return wrong


def floors() -> dict[str, dict[str, float]]:
    """The figures reached so far, by setting (``given``, ``undated``) and measure."""
    return tomllib.loads(FLOORS.read_text(encoding="utf-8"))


def below(figures: Figures, held: dict[str, float]) -> list[str]:
    """The measures that fell below what is held, each as a line for a person."""
    fallen = []
    for name, bound in held.items():
        figure = figures[name]
        worse = figure is None or (figure > bound if name in CEILINGS else figure < bound)
        if worse:
            fallen.append(f"{name} is {figure}, held at {'most' if name in CEILINGS else 'least'} {bound}")
    return fallen


def raised(figures: Figures, held: dict[str, float]) -> dict[str, float]:
    """``held`` with every bound that the figures beat moved up to them, in steps of a hundredth; never down."""
    moved = {}
    for name, bound in held.items():
        figure = figures[name]
        if figure is None:
            moved[name] = bound
        elif name in CEILINGS:
            moved[name] = min(bound, math.ceil(figure * 100 - 1e-9) / 100)
        else:
            moved[name] = max(bound, math.floor(figure * 100 + 1e-9) / 100)
    return moved


def table(given: Figures, undated: Figures, held: dict[str, dict[str, float]]) -> str:
    """The figures as a Markdown table, the floors in brackets."""

    def cell(setting: str, figures: Figures, name: str) -> str:
        figure, bound = figures[name], held[setting].get(name)
        shown = "–" if figure is None else f"{figure:g}"
        return shown if bound is None else f"{shown} ({bound:g})"

    rows = ["| measure | date given (floor) | no date given (floor) | what it says |", "| --- | --- | --- | --- |"]
    for name, meaning in MEANINGS.items():
        rows.append(f"| `{name}` | {cell('given', given, name)} | {cell('undated', undated, name)} | {meaning} |")
    return "\n".join(rows)


def _write_floors(held: dict[str, dict[str, float]]) -> None:
    head = FLOORS.read_text(encoding="utf-8").partition("\n[")[0]
    parts = [f"[{setting}]\n" + "".join(f"{k} = {v}\n" for k, v in bounds.items()) for setting, bounds in held.items()]
    FLOORS.write_text(head + "\n" + "\n".join(parts), encoding="utf-8")


def _write_page(figures: str) -> None:
    page = PAGE.read_text(encoding="utf-8")
    before, _, rest = page.partition(BEGIN)
    after = rest.partition(END)[2]
    PAGE.write_text(f"{before}{BEGIN}\n{figures}\n{END}{after}", encoding="utf-8")


def _through_the_command(questions: list[dict[str, Any]]) -> list[dict[str, Any]]:
    asked = "".join(json.dumps(case, ensure_ascii=False) + "\n" for case in questions)
    command = [sys.executable, "-m", "timeline.cli", "extract", "--jsonl"]
    printed = subprocess.run(command, input=asked, stdout=subprocess.PIPE, check=True, encoding="utf-8").stdout
    return [json.loads(line) for line in printed.splitlines()]


def main() -> int:
    """Score through the command line, write the table, raise the floors; 1 when a figure fell below its floor."""
    figures = {name: score(_through_the_command(cases(dated=name == "given"))) for name in ("given", "undated")}
    held = floors()
    fallen = [f"{name}: {line}" for name in held for line in below(figures[name], held[name])]
    held = {name: raised(figures[name], bounds) for name, bounds in held.items()}
    _write_floors(held)
    printed = table(figures["given"], figures["undated"], held)
    _write_page(printed)
    print(printed)
    for line in fallen:
        print(f"below its floor: {line}", file=sys.stderr)
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
