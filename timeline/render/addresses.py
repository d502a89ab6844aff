"""Addresses as feeds give them: http(s) only, everything outside ASCII percent-encoded.

>>> web_address("https://news.example/登高?页=1"), web_address("javascript:alert(1)")
('https://news.example/%E7%99%BB%E9%AB%98?%E9%A1%B5=1', None)
"""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import quote, urlsplit, urlunsplit

from timeline.render.wording import clean


@lru_cache(maxsize=4096)
def web_address(text: str) -> str | None:
    """``text`` as an http(s) URI, everything outside ASCII percent-encoded; None when it is no such address."""
    try:
        parts = urlsplit(clean(text).strip())
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = f":{parts.port}" if parts.port else ""
    except (ValueError, UnicodeError):
        return None
    if parts.scheme.lower() not in ("http", "https") or not re.fullmatch(r"[A-Za-z0-9.\-]+", host):
        return None
    safe = "/:@!$&'()*+,;=~-._%"
    path, query, fragment = (quote(part, safe=f"{safe}?") for part in parts[2:])
    return urlunsplit((parts.scheme.lower(), host + port, path, query, fragment))


def page_of(event_id: str, page: str) -> str:
    """The address of an event's page: ``page`` with the id in place of ``{id}``; empty when it is."""
    return page.replace("{id}", quote(event_id.encode("utf-8", "replace"), safe=""))
