"""The tagger as a wheel holds it, compiled, reads what the Python that it was made from reads, step by step."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

from timeline.timex import tag
from timeline.timex.corpus import corpora

ROOT = Path(__file__).parents[2]
BY_DATE = ["-", "2025-04-22", "2025-04-22T09:30", "2025-04-21/2025-04-27"]
#: Runs beside the unpacked wheel: [text, anchor] from standard input; where the tagger came from, and what it reads.
READS = """
import json, sys
from timeline.timex import tag
read = [repr(tag(text, None if anchor == "-" else anchor)) for text, anchor in json.load(sys.stdin)]
origins = [sys.modules[f"timeline.timex.{name}"].__file__ for name in ("compose", "resolve")]
json.dump([origins, read], sys.stdout)
"""


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package as a wheel holds it, built from a copy of the sources."""
    home = tmp_path_factory.mktemp("wheel")
    sources = home / "sources"
    shutil.copytree(
        ROOT / "timeline", sources / "timeline", ignore=shutil.ignore_patterns("__pycache__", "*.so", "*.pyd")
    )
    for name in ("pyproject.toml", "setup.py", "README.md"):
        shutil.copy(ROOT / name, sources)
    build = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--no-deps",
        "--no-build-isolation",
        "--wheel-dir",
        str(home),
        str(sources),
    ]
    done = subprocess.run(build, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    [wheel] = home.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(home / "unpacked")
    return home / "unpacked"


def test_the_compiled_tagger_reads_the_same(unpacked: Path) -> None:
    asked = [(line.text, line.anchor or "-") for line in corpora()]
    asked += [(article["text"], day) for article in articles() for day in BY_DATE]
    run = subprocess.run(
        [sys.executable, "-c", READS],
        input=json.dumps(asked),
        capture_output=True,
        text=True,
        check=False,
        cwd=unpacked,
        env={**os.environ, "PYTHONPATH": str(unpacked)},
    )
    assert run.returncode == 0, run.stderr[-3000:]
    origins, read = json.loads(run.stdout)
    suffix = sysconfig.get_config_var("EXT_SUFFIX") if shutil.which("cc") else ".py"
    assert all(origin.startswith(str(unpacked)) and origin.endswith(suffix) for origin in origins)
    for (text, anchor), other in zip(asked, read, strict=True):
        assert other == repr(tag(text, None if anchor == "-" else anchor)), text


def articles() -> list[dict[str, str]]:
    path = ROOT / "tests" / "devset" / "articles.jsonl"
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
