"""The store: SQLModel tables, Alembic migrations, upsert, corrections, search and verification.

>>> from timeline.store import Store
>>> with Store.open(":memory:") as store:
...     store.documents()
[]
"""

from __future__ import annotations

from timeline.store.corrections import CorrectionError
from timeline.store.corrections.additions import Addition
from timeline.store.corrections.desk import StaleError
from timeline.store.errors import StoreError
from timeline.store.store import Store
from timeline.store.values import (
    ArticleRecord,
    Correction,
    Decision,
    DocumentRecord,
    Gone,
    IngestReport,
    Revision,
    StoredDocument,
)

__all__ = [
    "Addition",
    "ArticleRecord",
    "Correction",
    "CorrectionError",
    "Decision",
    "DocumentRecord",
    "Gone",
    "IngestReport",
    "Revision",
    "StaleError",
    "Store",
    "StoreError",
    "StoredDocument",
]
