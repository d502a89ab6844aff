"""HTTP: the timeline's pages, its feeds and its events as JSON; read-only but for the bearer of a token.

>>> from timeline.serve import create_app  # then: uvicorn.run(create_app("db/timeline.db", date.today))
"""

from __future__ import annotations

from timeline.serve.app import create_app
from timeline.serve.process import Settings, run

__all__ = ["Settings", "create_app", "run"]
