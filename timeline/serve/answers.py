"""Answers that a client may keep: strong validators, 304, HEAD (RFC 9110).

>>> from timeline.serve.answers import etag
>>> etag(b"x") == etag(b"x") != etag(b"y")
True
"""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime

from starlette.requests import Request
from starlette.responses import Response


def etag(octets: bytes) -> str:
    """A strong validator: equal for equal octets only."""
    return f'"{hashlib.sha256(octets).hexdigest()[:32]}"'


def kept(
    request: Request,
    octets: bytes,
    media_type: str,
    *,
    tag: str = "",
    modified: datetime | None = None,
    max_age: int = 0,
    file: str = "",
) -> Response:
    """The octets, or 304 when the client has them; only the head when it asks for that.

    ``tag`` is their validator when it is known already, ``modified`` when they last changed (UTC), ``max_age`` for how
    many seconds they may be used unasked, ``file`` the name to save them under.
    """
    headers = {"ETag": tag or etag(octets), "Cache-Control": f"public, max-age={max_age}" if max_age else "no-cache"}
    if modified is not None:
        headers["Last-Modified"] = format_datetime(modified.astimezone(UTC).replace(microsecond=0), usegmt=True)
    if file:
        headers["Content-Disposition"] = f'inline; filename="{file}"'
    if _has_it(request, headers["ETag"], modified):
        return Response(status_code=304, headers=headers)
    if request.method == "HEAD":
        headers["Content-Length"] = str(len(octets))
        octets = b""
    return Response(octets, media_type=media_type, headers=headers)


def _has_it(request: Request, tag: str, modified: datetime | None) -> bool:
    """RFC 9110 13.2.2: a tag that the client names decides; the date only where it names none."""
    if (named := request.headers.get("if-none-match")) is not None:
        return named.strip() == "*" or tag in {one.strip().removeprefix("W/") for one in named.split(",")}
    since = request.headers.get("if-modified-since")
    if since is None or modified is None:
        return False
    try:
        return modified.replace(microsecond=0) <= parsedate_to_datetime(since)
    except (ValueError, TypeError):  # an unreadable date, or one without a zone, is as good as none
        return False
