from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from making import BRAND, NOW, page

from timeline.store import Store

HERE = Path(__file__).parent
PAGES = 200

#: Ingests without end in sight: says so whenever it is about to hand over a document, and when it merges.
PROGRAM = """
import sys
sys.path.insert(0, sys.argv[2])
from test_killed import pages
from making import NOW
import timeline.store.rebuild as rebuild
from timeline.store import Store

merge = rebuild.merge
def slowly(statements, decisions=()):
    events = merge(statements, decisions)
    print("merged", flush=True)
    return events
rebuild.merge = slowly

def told():
    for n, each in enumerate(pages()):
        print(n, flush=True)
        yield each

with Store.open(sys.argv[1]) as store:
    store.ingest(told(), NOW)
    print("done", flush=True)
"""


def pages():
    for n in range(PAGES):
        yield page(f"{n:04}.txt", [replace(BRAND, quote=f"1996年提出第{n}条。", title=f"第{n}条", id=f"{n:04}")])


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory):
    with Store.open(str(tmp_path_factory.mktemp("whole") / "a.db")) as store:
        store.ingest(pages(), NOW)
        return store.events(), store.documents(), store.undated()


@pytest.mark.parametrize("word", ["3", "70", "150", "merged"])
def test_a_killed_run_loses_nothing_committed_and_leaves_nothing_half(tmp_path, undisturbed, word):
    file = tmp_path / "a.db"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    running = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(file), str(HERE)], stdout=subprocess.PIPE, text=True, env=environment
    )
    assert running.stdout is not None
    for line in running.stdout:
        if line.strip() == word:
            running.send_signal(signal.SIGKILL)
            break
    running.stdout.close()
    assert running.wait(timeout=60) == -signal.SIGKILL

    with sqlite3.connect(file) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        documents, statements = (
            connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("document", "statement")
        )
    assert documents == statements  # a document is there with all that it states, or not at all
    assert documents >= {"3": 0, "70": 64, "150": 128, "merged": PAGES}[word] - 64
    with Store.open(str(file)) as store:
        if word != "merged":
            assert store.events() == []  # no event before all that was read is merged
        assert list(store.verify()) == []
        store.ingest(pages(), NOW)
        assert (store.events(), store.documents(), store.undated()) == undisturbed
        assert list(store.verify()) == []
