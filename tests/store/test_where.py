from __future__ import annotations

from pathlib import Path

import pytest

from timeline.config import database, project, user_folder
from timeline.store import Store

ROOT = Path(__file__).parents[2]


def test_what_was_asked_for_comes_first(tmp_path):
    assert database("my.db", ROOT) == "my.db"
    assert database("postgresql://host/news", tmp_path) == "postgresql://host/news"


@pytest.mark.parametrize("folder", [ROOT, ROOT / "timeline", ROOT / "tests" / "store"])
def test_inside_the_project_it_is_the_projects_own(folder):
    assert project(folder) == ROOT
    assert database(None, folder) == str(ROOT / "db" / "timeline.db")


def test_elsewhere_it_is_in_the_users_data_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    monkeypatch.setattr("sys.platform", "linux")
    assert project(tmp_path) is None
    assert database(None, tmp_path) == str(tmp_path / "share" / "timeline" / "timeline.db")
    with Store.open(database(None, tmp_path)) as store:
        assert store.events() == []


@pytest.mark.parametrize(
    ("platform", "part"),
    [("darwin", "Library/Application Support"), ("win32", "AppData/Local"), ("linux", ".local/share")],
)
def test_each_system_has_its_customary_place(tmp_path, monkeypatch, platform, part):
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    monkeypatch.delenv("LOCALAPPDATA", raising=False)
    monkeypatch.setattr("sys.platform", platform)
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    assert user_folder() == tmp_path / part / "timeline"


def test_another_project_is_not_taken_for_this_one(tmp_path):
    (tmp_path / "pyproject.toml").touch()
    assert project(tmp_path) is None
