"""What servers said of the pages that were read, remembered in a folder, so that only what changed is fetched again.

>>> import tempfile
>>> with tempfile.TemporaryDirectory() as folder:
...     visits = Visits(Path(folder))
...     visits.keep("https://a.example/", Visit(Validators("https://a.example/", '"v1"'), (("https://a.example/", "…"),)))
...     visits.last("https://a.example/").validators.etag, visits.last("https://b.example/")
('"v1"', None)

A cache, nothing more: it may be deleted at any time. That a page has not changed is of use only to a store that holds
what it gave, so a visit names the documents, and whoever asks looks for them first.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

from timeline.kept import put_in_place
from timeline.read.web import Validators


@dataclass(frozen=True, slots=True)
class Visit:
    """A page that was read: its validators, and the path and SHA-256 of each document that it gave."""

    validators: Validators
    documents: tuple[tuple[str, str], ...]
    content_type: str = ""


class Visits:
    """The visits of one user: a small file for each address."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def _file(self, address: str) -> Path:
        return self._folder / f"{sha256(address.encode('utf-8', 'surrogatepass')).hexdigest()[:32]}.json"

    def last(self, address: str) -> Visit | None:
        """The last visit to ``address``; None when there was none, or it can't be read any more."""
        try:
            kept = json.loads(self._file(address).read_text(encoding="utf-8"))
            documents = tuple((str(path), str(digest)) for path, digest in kept["documents"])
            return Visit(Validators(**kept["validators"]), documents, str(kept["content_type"]))
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def keep(self, address: str, visit: Visit) -> None:
        """Remembers a visit, unless the server gave nothing to ask by; a folder that can't be written to does no harm."""
        if not (visit.validators.etag or visit.validators.last_modified):
            return
        with suppress(OSError):
            put_in_place(self._file(address), json.dumps(asdict(visit)).encode("utf-8"))
