"""Where things are when nobody says: the store's place and the user's own topics.

>>> database("postgresql://host/news", Path("/tmp"))
'postgresql://host/news'
"""

from __future__ import annotations

import os
import sys
from pathlib import Path


def database(asked: str | None, folder: Path) -> str:
    """The store's path or SQLAlchemy URL: as asked, else ``db/timeline.db`` of the project that ``folder`` is in.

    Outside the project it is ``timeline.db`` in the user's data folder.
    """
    if asked:
        return asked
    root = project(folder)
    return str(root / "db" / "timeline.db" if root else user_folder() / "timeline.db")


def project(folder: Path) -> Path | None:
    """The checkout of Timeline that holds ``folder``, None outside of one."""
    for root in (folder, *folder.parents):
        if (root / "pyproject.toml").is_file() and (root / "timeline" / "model.py").is_file():
            return root
    return None


def user_folder() -> Path:
    """Where this user's programs keep what they store (XDG on Unix, the customary places elsewhere)."""
    home = Path.home()
    if sys.platform == "darwin":
        return home / "Library" / "Application Support" / "timeline"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / "timeline"
    return Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share") / "timeline"


def cache_folder() -> Path:
    """Where this user's programs keep what they can do without (XDG on Unix, the customary places elsewhere)."""
    home = Path.home()
    if sys.platform == "darwin":
        return home / "Library" / "Caches" / "timeline"
    if sys.platform == "win32":
        return user_folder() / "cache"
    return Path(os.environ.get("XDG_CACHE_HOME") or home / ".cache") / "timeline"
