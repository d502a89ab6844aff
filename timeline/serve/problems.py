"""What a stranger is told when there is no answer: a problem as JSON (RFC 9457), or a page where people look.

>>> record(404, "no event 'x'", "r1")
{'type': 'about:blank', 'title': 'Not Found', 'status': 404, 'detail': "no event 'x'", 'request': 'r1'}

The words name the next step and never what is inside: no trace, no path of the server's own disk.
"""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Mapping
from http import HTTPStatus
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from timeline.query import QueryError
from timeline.serve.sheets import Sheets
from timeline.store import StoreError

MEDIA_TYPE = "application/problem+json"
#: Where programs ask.
MACHINES = ("/api/", "/feeds/", "/healthz", "/metrics", "/openapi.json")

Refusal = Callable[[Request, Exception], Awaitable[Response]]


class MovedError(Exception):
    """What was asked for has another name now: its address from the root, percent-encoded."""


def record(status: int, detail: str, request: str = "") -> dict[str, Any]:
    """A problem as JSON says it; ``request`` is the name of the request in the server's log."""
    title = HTTPStatus(status).phrase
    problem = {"type": "about:blank", "title": title, "status": status, "detail": detail}
    return {**problem, "request": request} if request else problem


def told(
    request: Request, sheets: Sheets, status: int, detail: str, headers: Mapping[str, str] | None = None
) -> Response:
    """A problem as a page, or as JSON where programs ask."""
    own = {"Cache-Control": "no-store", **(headers or {})}
    path = request.url.path
    if path.startswith(MACHINES) or path == "/api":
        words = json.dumps(record(status, detail, request.scope.get("timeline.request", "")), ensure_ascii=False)
        return Response(words.encode("utf-8", "replace"), status, own, MEDIA_TYPE)
    root = "../" * (path.count("/") - 1) or "./"
    return HTMLResponse(sheets.problem(status, detail, root), status_code=status, headers=own)


def refusals(sheets: Sheets) -> Mapping[type[Exception] | int, Refusal]:
    """What a stranger is told of an error that is expected: the status and the next step."""

    async def wrong(request: Request, error: Exception) -> Response:
        return told(request, sheets, 400, str(error))

    async def busy(request: Request, error: Exception) -> Response:
        slow = "too long" in str(error)
        words = (
            "that took too long to answer; ask for less: fewer years, one topic, or a limit"
            if slow
            else "the store does not answer now; try again in a minute"
        )
        return told(request, sheets, 503, words, {"Retry-After": "60"})

    async def http(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        known = {404: "nothing is at this address", 405: "this address does not take that method; see Allow"}
        usual = error.detail == HTTPStatus(error.status_code).phrase
        words = known.get(error.status_code, error.detail) if usual else error.detail
        return told(request, sheets, error.status_code, words, error.headers)

    async def moved(_request: Request, error: Exception) -> Response:
        return Response(status_code=308, headers={"Location": str(error), "Cache-Control": "public, max-age=3600"})

    return {QueryError: wrong, StoreError: busy, HTTPException: http, MovedError: moved}
