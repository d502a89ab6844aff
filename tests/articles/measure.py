"""Scores extraction on both halves of the invented articles and raises the floors that a change may not fall below.

python tests/articles/measure.py
"""

from __future__ import annotations

import json
import sys
import tomllib
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "evaluation"))

import scoring  # noqa: E402

from timeline.pipeline import extract  # noqa: E402
from timeline.render.export import extraction_record  # noqa: E402

HALVES = ("seen", "unseen", *(f"unseen{number}" for number in range(2, 21)))
FLOORS = HERE / "floors.toml"
#: What is held of a part that has no floors yet: its first figures become them.
UNHELD = {
    **dict.fromkeys(("times_value_f1", "null_left_open", "core_right", "core_kind", "core_topic", "core_place"), 0.0),
    "minor_right": 0.0,
    **dict.fromkeys(("shown_extra", "unanswered"), 1.0),
}


def figures(half: str) -> scoring.Figures:
    """The scorer's measures for one half, each article's publication date given."""
    folder = HERE / half
    return scoring.score([_answer(case) for case in scoring.cases(dated=True, folder=folder)], folder)


def _answer(case: dict[str, str]) -> dict[str, Any]:
    extraction = extract(case["text"], case["published"], name=case["id"])
    return {"id": case["id"], **json.loads(json.dumps(extraction_record(extraction)))}


def floors() -> dict[str, dict[str, float]]:
    """The figures reached so far, by half and measure."""
    return tomllib.loads(FLOORS.read_text(encoding="utf-8"))


def main() -> int:
    """Print the figures, raise the floors; 1 when a figure fell below its floor."""
    measured, known = {half: figures(half) for half in HALVES}, floors()
    held = {half: known.get(half) or UNHELD for half in HALVES}
    for name in scoring.MEANINGS:
        print(f"{name:18}" + "".join(f"{half:>8} {measured[half][name]!s:8}" for half in HALVES))
    fallen = [f"{half}: {line}" for half in HALVES for line in scoring.below(measured[half], held[half])]
    head = FLOORS.read_text(encoding="utf-8").partition("\n[")[0]
    parts = [
        f"[{half}]\n" + "".join(f"{k} = {v}\n" for k, v in scoring.raised(measured[half], held[half]).items())
        for half in HALVES
    ]
    FLOORS.write_text(head + "\n" + "\n".join(parts), encoding="utf-8")
    for line in fallen:
        print(f"below its floor: {line}", file=sys.stderr)
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
