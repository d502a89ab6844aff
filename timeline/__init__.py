"""Dated events from local newspapers and notices, as chronologies and calendar feeds.

>>> import timeline
>>> [event.when.edtf for event in timeline.extract("登山活动4月26日上午在西山公园举行。", published="2025-04-22").events]
['2025-04-26']
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from timeline.edtf import Edtf as Edtf
    from timeline.model import Document as Document
    from timeline.model import Event as Event
    from timeline.model import Extraction as Extraction
    from timeline.model import Mention as Mention
    from timeline.model import Timex as Timex
    from timeline.pipeline import extract as extract
    from timeline.query import Query as Query
    from timeline.query import find as find
    from timeline.store import Store as Store
    from timeline.timex import tag as tag

__version__ = "0.1.0"

_HOME = {
    "Document": "timeline.model",
    "Edtf": "timeline.edtf",
    "Event": "timeline.model",
    "Extraction": "timeline.model",
    "Mention": "timeline.model",
    "Query": "timeline.query",
    "Store": "timeline.store",
    "Timex": "timeline.model",
    "extract": "timeline.pipeline",
    "find": "timeline.query",
    "tag": "timeline.timex",
}
__all__ = sorted(_HOME)


def __getattr__(name: str) -> Any:  # imported when first asked for, so that a cold start stays quick
    if name in _HOME:
        return getattr(import_module(_HOME[name]), name)
    raise AttributeError(f"module 'timeline' has no attribute {name!r}")


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
