from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

import pytest

from timeline.store import Store


@pytest.fixture
def store(tmp_path):
    with Store.open(str(tmp_path / "timeline.db")) as opened:
        yield opened


@pytest.fixture
def own_folder():
    """A folder for what belongs to the user who runs the tests but is used with an ordinary user's rights."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    root = os.geteuid() == 0
    yield folder
    if root:
        os.seteuid(0)
    folder.chmod(0o755)
    shutil.rmtree(folder)
