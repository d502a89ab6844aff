"""Where what a short text tells takes place.

>>> places("9月15日，首班车从银杏站2号站台缓缓驶出。")
['银杏站']
"""

from __future__ import annotations

from timeline.pipeline import extract

DAY = "2025-09-12"


def places(text: str, source: str = "") -> list[str | None]:
    """The place of each event of a text published on ``DAY``, by the paper ``source``."""
    return [event.place for event in extract(text, DAY, source=source).events]
