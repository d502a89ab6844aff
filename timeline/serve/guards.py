"""What stands round every answer: bounds on the question, safety headers, errors that say the next step and no more.

>>> LONGEST_ADDRESS
2000
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from timeline.events.topics import Topic
from timeline.query import QueryError
from timeline.render.site import policy
from timeline.serve.pages import missing
from timeline.store import StoreError

#: The longest path and query together, in octets.
LONGEST_ADDRESS = 2000

Refusal = Callable[[Request, Exception], Awaitable[Response]]


def told(
    request: Request, topics: Mapping[str, Topic], status: int, words: str, headers: Mapping[str, str] | None = None
) -> Response:
    """An error as a page, or as JSON where programs ask."""
    if request.url.path.startswith(("/api/", "/feeds/", "/healthz")):
        return JSONResponse({"error": words}, status_code=status, headers=headers)
    root = "../" * (request.url.path.count("/") - 1) or "./"
    return HTMLResponse(missing(words, topics, root), status_code=status, headers=headers)


def refusals(topics: Mapping[str, Topic]) -> Mapping[type[Exception] | int, Refusal]:
    """What a stranger is told of an error that is expected: the status and the next step."""

    async def wrong(request: Request, error: Exception) -> Response:
        return told(request, topics, 400, str(error))

    async def busy(request: Request, _error: Exception) -> Response:
        words = "the store does not answer now; try again in a minute"
        return told(request, topics, 503, words, {"Retry-After": "60"})

    async def http(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        words = "nothing is at this address" if error.detail == "Not Found" else error.detail
        return told(request, topics, error.status_code, words, error.headers)

    return {QueryError: wrong, StoreError: busy, HTTPException: http}


class Guard:
    """Bounds the question before it is read, puts the safety headers on every answer, and keeps traces to the log."""

    def __init__(self, app: ASGIApp, topics: Mapping[str, Topic]) -> None:
        self.app, self.topics = app, topics
        self.headers = [
            (b"content-security-policy", f"{policy(topics)}; frame-ancestors 'none'".encode("ascii")),
            (b"x-content-type-options", b"nosniff"),
            (b"referrer-policy", b"no-referrer"),
        ]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        begun = False

        async def guarded(message: Message) -> None:
            nonlocal begun
            begun = True
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], *self.headers]
            await send(message)

        request = Request(scope)
        if len(scope["query_string"]) + len(scope.get("raw_path") or b"") > LONGEST_ADDRESS:
            answer = told(request, self.topics, 414, f"an address has at most {LONGEST_ADDRESS} characters here")
            await answer(scope, receive, guarded)
            return
        try:
            await self.app(scope, receive, guarded)
        except Exception:
            if not begun:
                answer = told(request, self.topics, 500, "something went wrong here; it is not your fault")
                await answer(scope, receive, guarded)
            raise  # the server writes the trace to its own log
