"""Characters a second of time tagging, beside JioNLP and dateparser on the same text in the same run.

    python benchmarks/tagging.py [--alone]

The text is the five pages of seeds/ and the annotated articles, repeated to about a million characters. The peers are
installed from PyPI into environments of their own under .venv/peers; --alone leaves them out. The last row tells how
fast the machine is just now: one class of characters searched for over the same text in which there is none of them.
`make bench` runs this on what a wheel holds, whose tagger is compiled; in a checkout it is not.
"""

from __future__ import annotations

import json
import re
import resource
import subprocess
import sys
import venv
from pathlib import Path
from time import process_time

ROOT = Path(__file__).resolve().parent.parent
SIZE = 1_000_000
RUNS = 9
PEERS = {
    "jionlp 1.5.29": (
        ["jionlp==1.5.29"],
        "import jionlp\nread = lambda text: jionlp.ner.extract_time(text, time_base={'year': 2025, 'month': 4, 'day': 22})",
    ),
    "dateparser": (
        ["dateparser"],
        "from dateparser.search import search_dates\nread = lambda text: search_dates(text, languages=['zh']) or []",
    ),
}
#: Runs in the peer's own interpreter: reads paragraphs from standard input, prints characters, finds and seconds.
HARNESS = """
import json, sys, time
{setup}
texts = json.load(sys.stdin)
try:
    read(texts[-1])
except Exception:
    pass
began, done, found = time.process_time(), 0, 0
for text in texts:
    try:
        found += len(read(text))
    except Exception:
        pass
    done += len(text)
    if time.process_time() - began > 20:
        break
print(json.dumps([done, found, time.process_time() - began]))
"""


def texts() -> list[str]:
    """The pages and articles, each as one text."""
    pages = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))]
    articles = (ROOT / "tests" / "devset" / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    pages += [json.loads(line)["text"] for line in articles]
    return pages


def ours(text: str) -> tuple[int, int, float]:
    """Characters, finds and processor seconds of one call on the whole text, the best of several."""
    from timeline.timex import tag

    tag(text[:50_000], "2025-04-22")
    taken, found = [], 0
    for _ in range(RUNS):
        began = process_time()
        found = len(tag(text, "2025-04-22"))
        taken.append(process_time() - began)
    return len(text), found, min(taken)


def bare_scan(text: str) -> tuple[int, int, float]:
    """The same for a search that finds nothing, the best of several: the limit of what an expression can do."""
    search = re.compile("[\x01\x02\x03]").search
    taken = []
    for _ in range(RUNS):
        began = process_time()
        search(text)
        taken.append(process_time() - began)
    return len(text), 0, min(taken)


def peer(name: str) -> tuple[int, int, float] | None:
    """The same for a peer, text by text, for 20 seconds at most; None where it can't be installed."""
    packages, setup = PEERS[name]
    home = ROOT / ".venv" / "peers" / name.split()[0]
    python = home / "bin" / "python"
    if not python.exists():
        venv.create(home, with_pip=True)
        install = [str(python), "-m", "pip", "install", "-q", "--disable-pip-version-check", *packages]
        if subprocess.run(install, check=False, capture_output=True).returncode:
            return None
    run = subprocess.run(
        [str(python), "-c", HARNESS.format(setup=setup)],
        input=json.dumps(texts()),
        capture_output=True,
        text=True,
        check=False,
    )
    lines = run.stdout.strip().splitlines()
    return tuple(json.loads(lines[-1])) if run.returncode == 0 and lines else None  # type: ignore[return-value]


def main() -> None:
    once = "\n".join(texts())
    text = (once + "\n") * (SIZE // len(once))
    rows = {"timeline": ours(text)}
    if "--alone" not in sys.argv:
        rows |= {name: figures for name in PEERS if (figures := peer(name))}
    rows["a class searched"] = bare_scan(text)
    speed = {name: characters / seconds for name, (characters, _, seconds) in rows.items()}
    print(f"{'':16}{'characters':>12}{'found':>8}{'seconds':>9}{'Mchar/s':>9}{'ours is':>9}")
    for name, (characters, found, seconds) in rows.items():
        ratio = speed["timeline"] / speed[name]
        print(f"{name:16}{characters:>12,}{found:>8,}{seconds:>9.3f}{speed[name] / 1e6:>9.2f}{ratio:>8.2f}x")
    print(f"peak memory of this process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


if __name__ == "__main__":
    main()
