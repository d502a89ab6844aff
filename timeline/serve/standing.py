"""What the server tells of itself: whether it is well, its counts, and what it can be asked.

>>> octets_of(None)
0
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from timeline.serve import metrics, openapi
from timeline.serve.answers import NEVER_KEPT, Content
from timeline.serve.archive import json_of
from timeline.serve.operations import HTML, JSON, Call, Operation
from timeline.serve.schemas import ref
from timeline.serve.sheets import Sheets
from timeline.serve.watch import Watch
from timeline.store.engine import address, file_of

_HTML = f"{HTML}; charset=utf-8"


def octets_of(file: Path | None) -> int:
    """How large a store is on its disk, its journal included; 0 for one on a server."""
    if file is None:
        return 0
    beside = (file, file.with_name(f"{file.name}-wal"))
    return sum(each.stat().st_size for each in beside if each.exists())


class Standing:
    """Answers about the server that has ``operations``, and these."""

    def __init__(
        self, watch: Watch, board: metrics.Board, sheets: Sheets, operations: Sequence[Operation], base_url: str
    ) -> None:
        self._watch, self._board, self._sheets = watch, board, sheets
        self._others, self._base_url = tuple(operations), base_url

    def operations(self) -> tuple[Operation, ...]:
        """What can be asked."""
        text, page = {metrics.MEDIA_TYPE: {"type": "string"}}, {_HTML: {"type": "string"}}
        return (
            Operation("/healthz", "health", "Whether the store answers", self.health, {JSON: ref("Health")}, kept=False,
                      tag="server"),
            Operation("/metrics", "metrics", "Counts and latencies for Prometheus; nothing about who asked",
                      self.metrics, text, kept=False, tag="server"),
            Operation("/openapi.json", "openapi", "What can be asked, as OpenAPI 3.1", self.openapi,
                      {JSON: {"type": "object"}}, tag="server"),
            Operation("/api", "api_page", "What can be asked, for people", self.page, page, tag="pages"),
        )  # fmt: skip

    def health(self, _call: Call) -> Content:
        """Asks the store; raises StoreError."""
        return Content(json_of({"status": "ok", "events": self._watch.mark().events}), JSON, NEVER_KEPT)

    def metrics(self, _call: Call) -> Content:
        """The counts."""
        mark = self._watch.mark()
        gauges = {
            "timeline_store_events": ("Events in the store, those that are gone too.", float(mark.events)),
            "timeline_store_documents": ("Documents in the store, with their revisions.", float(mark.documents)),
            "timeline_store_bytes": ("The store on its disk.", float(octets_of(file_of(address(self._watch.where))))),
        }
        return Content(self._board.text(gauges).encode(), metrics.MEDIA_TYPE, NEVER_KEPT)

    def openapi(self, _call: Call) -> Content:
        """The OpenAPI document."""
        return Content(json_of(openapi.describe((*self._others, *self.operations()), self._base_url)), JSON)

    def page(self, _call: Call) -> Content:
        """The same for people."""
        body = openapi.page((*self._others, *self.operations()))
        return Content(self._sheets.page("API · Timeline", body).encode("utf-8"), _HTML)
