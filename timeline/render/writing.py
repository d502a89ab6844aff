"""Files put in place whole: a reader sees the old one or the new one, never half of either.

>>> write_if_changed  # doctest: +ELLIPSIS
<function write_if_changed at ...>
"""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path

#: How the names of drafts end.
DRAFT = ".draft"
#: Seconds after which nobody is still writing a draft.
_ABANDONED_AFTER = 3600


def write_if_changed(path: Path, octets: bytes) -> bool:
    """Put ``octets`` into ``path`` so that a reader sees the old file or the new one; False when it held them already."""
    try:
        if path.read_bytes() == octets:
            return False
    except FileNotFoundError:
        pass
    handle, draft = tempfile.mkstemp(prefix=f".{path.name}.", suffix=DRAFT, dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(octets)
            file.flush()
            os.fsync(file.fileno())
        Path(draft).chmod(0o644)  # a web server runs as another user
        Path(draft).replace(path)
    except OSError as error:
        Path(draft).unlink(missing_ok=True)
        # a failed write names no file by itself, and the temporary one would say nothing to a reader
        raise OSError(error.errno, error.strerror, str(path)) from error
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise
    return True


def clear_drafts(folder: Path) -> None:
    """Remove the drafts that a killed run left in ``folder``: those much older than its last change.

    A younger one may be another run's that is still at it.
    """
    abandoned = folder.stat().st_mtime - _ABANDONED_AFTER
    for draft in folder.glob(f".*{DRAFT}"):
        with suppress(FileNotFoundError):
            if draft.stat().st_mtime < abandoned:
                draft.unlink()
