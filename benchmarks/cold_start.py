"""Cold starts: how long a user waits for ``timeline --help`` and for ``timeline show`` on a small store.

    python benchmarks/cold_start.py

Whole processes, median of several runs, against the budgets (0.25 s and 0.6 s).
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
RUNS = 11
BUDGETS = {("--help",): 0.25, ("show",): 0.6}


def seconds(arguments: tuple[str, ...], env: dict[str, str]) -> float:
    """The wall-clock time of one run of the command, in seconds."""
    began = time.perf_counter()
    command = [sys.executable, "-m", "timeline.cli", *arguments]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=ROOT, env=env)
    return time.perf_counter() - began


def main() -> None:
    """Print a table: command, median, fastest, slowest, budget."""
    with tempfile.TemporaryDirectory() as folder:
        env = {**os.environ, "TIMELINE_DB": str(Path(folder) / "timeline.db")}
        seconds(("ingest", "seeds"), env)
        print(f"{'command':<18}{'median s':>10}{'min':>8}{'max':>8}{'budget':>8}")
        for arguments, budget in BUDGETS.items():
            seconds(arguments, env)
            taken = [seconds(arguments, env) for _ in range(RUNS)]
            row = f"{statistics.median(taken):>10.3f}{min(taken):>8.3f}{max(taken):>8.3f}{budget:>8.2f}"
            print(f"timeline {' '.join(arguments):<9}{row}")


if __name__ == "__main__":
    main()
