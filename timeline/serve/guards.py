"""What stands round every answer: bounds on the question, what is ready at once, safety headers, the log, the counts.

>>> fit("abc-1"), fit("two words"), fit("")
(True, False, False)
"""

from __future__ import annotations

import itertools
import logging
import secrets
from collections.abc import Callable, Iterable
from http import HTTPStatus
from time import perf_counter

from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from timeline import regex as re
from timeline.serve.answers import Asked, Headers, Prepared, answer, form_of
from timeline.serve.limits import LONGEST_ADDRESS, LONGEST_HEADERS
from timeline.serve.metrics import Board
from timeline.serve.problems import told
from timeline.serve.sheets import Sheets

logger = logging.getLogger("timeline.serve")
access = logging.getLogger("timeline.serve.access")

#: What pages of other sites may read, and be told of what they read.
OPEN_TO_OTHERS = ("/api/", "/feeds/", "/openapi.json")
_SHARED = (
    (b"access-control-allow-origin", b"*"),
    (b"access-control-expose-headers", b"ETag, Link, Location, Retry-After, X-Request-Id"),
)
_ID = re.compile(r"[A-Za-z0-9._-]{1,64}\Z")

#: The route and the copy of an answer that is ready and still right; None when there is none.
Ready = Callable[[Scope], tuple[str, Prepared] | None]


def fit(name: str) -> bool:
    """Whether a request may keep the name that a proxy gave it: it goes into the log and back as a header."""
    return _ID.match(name) is not None


class Guard:
    """The outermost layer. Traces go to the log, and nowhere else."""

    def __init__(self, app: ASGIApp, sheets: Sheets, board: Board, ready: Ready) -> None:
        self.app, self.sheets, self.board, self.ready = app, sheets, board, ready
        self._numbers, self._process = itertools.count(1), secrets.token_hex(4)
        self._safety: Headers = (
            (b"content-security-policy", f"{sheets.policy}; frame-ancestors 'none'".encode("ascii")),
            (b"x-content-type-options", b"nosniff"),
            (b"referrer-policy", b"no-referrer"),
            (b"cross-origin-opener-policy", b"same-origin"),
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        began = perf_counter()
        name = scope["timeline.request"] = self._name(scope["headers"])
        own: Headers = (*self._beside(scope["path"]), (b"x-request-id", name.encode()))
        size = status = 0

        async def guarded(message: Message) -> None:
            nonlocal size, status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = [*message["headers"], *own]
            else:
                size += len(message.get("body", b""))
            await send(message)

        if scope["method"] in ("GET", "HEAD") and (found := self.ready(scope)):
            scope["timeline.route"], copy = found
            code, headers, body = answer(
                copy, form_of(copy, Asked.of(scope["headers"])), head=scope["method"] == "HEAD"
            )
            await guarded({"type": "http.response.start", "status": code, "headers": headers})
            await guarded({"type": "http.response.body", "body": body})
        elif refusal := _too_large(scope):
            await told(Request(scope), self.sheets, *refusal)(scope, receive, guarded)
        else:
            scope["app"] = self
            try:
                await self.app(scope, receive, guarded)
            except Exception:
                logger.exception("request %s: %s %r failed", name, scope["method"], scope["path"])
                if status:
                    raise  # the connection must not look as if the answer were whole
                words = "something went wrong here; it is not your fault"
                await told(Request(scope), self.sheets, 500, words)(scope, receive, guarded)
        self._note(scope, status, size, perf_counter() - began, name)

    def at_once(self, scope: Scope) -> tuple[bytes, bytes] | None:
        """An answer that is ready, for a connection to write by itself: its head but for the empty line, and its body.

        None when there is none, or when the request is not as plain as those of calendars.
        """
        began = perf_counter()
        head = scope["method"] == "HEAD"
        if not (head or scope["method"] == "GET") or not (found := self.ready(scope)):
            return None
        scope["timeline.route"], copy = found
        name = self._name(scope["headers"])
        form = form_of(copy, Asked.of(scope["headers"]))
        if form not in copy.heads:
            code, headers, _ = answer(copy, form, head=True)
            copy.heads[form] = written(code, (*headers, *self._beside(scope["path"])))
        known, packed = form
        body = b"" if known or head else copy.packed if packed and copy.packed is not None else copy.plain
        self._note(scope, 304 if known else 200, len(body), perf_counter() - began, name)
        return b"%sx-request-id: %s\r\n" % (copy.heads[form], name.encode()), body

    def _beside(self, path: str) -> Headers:
        """The headers of every answer at that address."""
        return (*self._safety, *_SHARED) if path.startswith(OPEN_TO_OTHERS) else self._safety

    def _name(self, headers: Iterable[tuple[bytes, bytes]]) -> str:
        for key, value in headers:
            if key == b"x-request-id" and fit(given := value.decode("latin-1")):
                return given
        return f"{self._process}-{next(self._numbers)}"

    def _note(self, scope: Scope, status: int, size: int, seconds: float, name: str) -> None:
        self.board.count(scope.get("timeline.route", "other"), status or 500, seconds)
        if access.isEnabledFor(logging.INFO):
            asked = _asked(scope)
            access.info("%s %s %d %d %.1fms %s", scope["method"], asked, status, size, seconds * 1000, name)


def written(status: int, headers: Headers) -> bytes:
    """The status line and the headers of an answer as HTTP/1.1 sends them, without the empty line behind them.

    >>> written(304, ((b"etag", b'"x"'),))
    b'HTTP/1.1 304 Not Modified\\r\\netag: "x"\\r\\n'
    """
    first = f"HTTP/1.1 {status} {HTTPStatus(status).phrase}\r\n".encode("ascii")
    return first + b"".join(b"%s: %s\r\n" % pair for pair in headers)


def _asked(scope: Scope) -> str:
    """The address as it came, without what could begin another line of the log."""
    raw = scope.get("raw_path") or scope["path"].encode()
    query = b"?" + scope["query_string"] if scope["query_string"] else b""
    return str((raw + query)[:LONGEST_ADDRESS].decode("ascii", "backslashreplace"))


def _too_large(scope: Scope) -> tuple[int, str] | None:
    if len(scope["query_string"]) + len(scope.get("raw_path") or b"") > LONGEST_ADDRESS:
        return 414, f"an address has at most {LONGEST_ADDRESS} characters here"
    if sum(len(name) + len(value) for name, value in scope["headers"]) > LONGEST_HEADERS:
        return 431, f"the headers have at most {LONGEST_HEADERS:,} octets here"
    return None
