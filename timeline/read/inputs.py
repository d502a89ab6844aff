"""The documents in what a user named, one input after another: files, standard input, web addresses.

>>> failed = []
>>> list(Inputs(failed).documents([Path("missing.txt")])), failed
([], ['missing.txt: no such file; check the path'])
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from timeline.model import Document
from timeline.read import MAX_BYTES, ReadError, read_each
from timeline.read.dialling import Limits
from timeline.read.paths import STDIN, Named, called
from timeline.read.visits import Visit, Visits
from timeline.read.web import fetch


@dataclass(frozen=True, slots=True)
class Web:
    """On which terms web addresses are read.

    ``visits`` remembers what servers said; ``held`` tells whether the document at a path, with that SHA-256, is
    stored, so that it need not be fetched again while the server says that it is unchanged.
    """

    limits: Limits | None = None
    allow_private: bool = False
    visits: Visits | None = None
    held: Callable[[str, str], bool] | None = None


class Inputs:
    """Reads inputs; what can't be read is named in ``failed``, and takes no other down.

    ``encoding`` is what text is read in, if not what it says itself; ``name`` what standard input is called.
    ``unchanged`` counts the documents that servers said have not changed.
    """

    def __init__(
        self, failed: list[str], *, encoding: str | None = None, name: str | None = None, web: Web | None = None
    ) -> None:
        self.unchanged = 0
        self._failed = failed
        self._encoding = encoding
        self._name = name
        self._web = web or Web()

    def documents(self, named: Iterable[Named]) -> Iterator[Document]:
        """The documents in the inputs, in order."""
        for each in named:
            name = called(each) if isinstance(each, Path) else each
            try:
                if isinstance(each, Path):
                    yield from self._readable(read_each(each, name, encoding=self._encoding))
                elif each == STDIN:
                    yield from self._standard_input()
                else:
                    yield from self._page(each)
            except ReadError as error:
                self._failed.append(str(error))
            except Exception as error:  # one page must not take the others down, whatever is wrong with it
                self._failed.append(f"{name}: {type(error).__name__}: {error}; please report it together with the page")

    def _readable(self, found: Iterable[Document | ReadError]) -> Iterator[Document]:
        for each in found:
            if isinstance(each, ReadError):
                self._failed.append(str(each))
            else:
                yield each

    def _standard_input(self) -> Iterator[Document]:
        raw = sys.stdin.buffer.read(MAX_BYTES + 1)
        # Two pages that are piped in one after the other must not pass for two states of one page.
        name = self._name or f"stdin/{sha256(raw).hexdigest()[:12]}"
        if len(raw) > MAX_BYTES:
            raise ReadError(name, f"more than {MAX_BYTES:,} bytes", "split it into smaller files")
        yield from self._readable(read_each(raw, name, encoding=self._encoding, named=bool(self._name)))

    def _page(self, address: str) -> Iterator[Document]:
        web = self._web
        last = web.visits.last(address) if web.visits and web.held else None
        if last and web.held and not all(web.held(path, digest) for path, digest in last.documents):
            last = None
        known = last.validators if last else None
        page = fetch(address, known=known, limits=web.limits, allow_private=web.allow_private)
        if page is None:
            self.unchanged += len(last.documents) if last else 0
            return
        failures = len(self._failed)
        given = []
        found = read_each(page.raw, address, media_type=page.content_type, encoding=self._encoding, url=page.url)
        for document in self._readable(found):
            given.append((document.path, document.sha256))
            yield document
        if web.visits and len(self._failed) == failures:  # what failed must be named again the next time
            web.visits.keep(address, Visit(page.validators, tuple(given), page.content_type))
