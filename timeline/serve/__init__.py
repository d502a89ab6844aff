"""HTTP: the timeline's pages, its feeds and its events as JSON, read-only.

>>> from timeline.serve import create_app  # then: uvicorn.run(create_app("db/timeline.db", date.today))
"""

from __future__ import annotations

from timeline.serve.app import create_app, run

__all__ = ["create_app", "run"]
