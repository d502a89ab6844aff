"""The store: SQLModel tables, Alembic migrations, upsert, corrections, search and verification.

>>> from timeline.store import Store
>>> with Store.open(":memory:") as store:
...     store.documents()
[]
"""

from __future__ import annotations

from timeline.store.corrections import CorrectionError
from timeline.store.errors import StoreError
from timeline.store.store import Store
from timeline.store.values import (
    ArticleRecord,
    Correction,
    DocumentRecord,
    Gone,
    IngestReport,
    Revision,
    StoredDocument,
)

__all__ = [
    "ArticleRecord",
    "Correction",
    "CorrectionError",
    "DocumentRecord",
    "Gone",
    "IngestReport",
    "Revision",
    "Store",
    "StoreError",
    "StoredDocument",
]
