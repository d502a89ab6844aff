"""From a request to an answer: what it asks is read and bounded, and the answer made once for each state of the store.

>>> key({"path": "/feeds/all.ics", "query_string": b"", "headers": []})
('/feeds/all.ics', b'', b'')
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Hashable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime
from datetime import time as clock
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from timeline.render.slots import ZONE
from timeline.serve import limits
from timeline.serve import parameters as given
from timeline.serve.answers import Asked, Content, Prepared, accepted, answer, form_of, prepared
from timeline.serve.guards import OPEN_TO_OTHERS
from timeline.serve.operations import Call, Operation
from timeline.serve.shelf import Kept, Shelf
from timeline.serve.watch import Mark, Watch
from timeline.serve.writing import bears
from timeline.store import StoreError

#: How many octets of answers are kept ready.
_READY = 24_000_000
#: How long an answer is waited for before the one before is given, in seconds: by the first who asks for it, whom nobody
#: else may follow for hours, and by those who come meanwhile.
_FIRST, _PATIENCE = 1.0, 0.02
#: How long a page may take to be read into the store, in seconds.
_WRITING = 600.0

State = tuple[date, Mark]
Endpoint = Callable[[Request], Awaitable[Response]]


def key(scope: Mapping[str, Any]) -> tuple[str, bytes, bytes]:
    """What an answer is kept under: path, query, and the forms that the client takes where there are several."""
    path = scope["path"]
    accept = b""
    if path.startswith("/api/"):
        accept = b",".join(value for name, value in scope["headers"] if name == b"accept")
    return path, scope["query_string"], accept


class Answering:
    """Answers operations from the store that ``watch`` watches; ``today`` gives the day that counts as today."""

    def __init__(self, watch: Watch, today: Callable[[], date], *, token: str, seconds: float) -> None:
        self._watch, self._today, self._token = watch, today, token
        self._shelf = Shelf(_READY)
        self._bridged: dict[str, float] = {}
        self._written = 0.0
        self._state: State | None = None
        self._marking: asyncio.Task[Mark] | None = None
        self._crew = limits.Crew(limits.THREADS, limits.WAITING, seconds)
        self._readers = limits.Crew(1, 8, limits.READING)
        self._desk = limits.Crew(1, 8, _WRITING)

    def ready(self, scope: Mapping[str, Any]) -> tuple[str, Prepared] | None:
        """The route and the copy of an answer that was made already and is still right, or will do."""
        kept = self._shelf.get(name := key(scope))
        if kept is None:
            return None
        now = time.monotonic()
        if kept.state == self._state and kept.state[0] == self._today() and self._watch.fresh(kept.state[1]):
            kept.right = now
        elif not self._bridges(name, kept, now):
            return None
        self._shelf.touch(name)
        return kept.route, kept.copy

    def _bridges(self, name: Hashable, kept: Kept, now: float) -> bool:
        """Whether an answer that was right a moment ago is given while the next one is made, or may not be made yet."""
        busy = now < kept.rested or self._marking is not None or self._shelf.under_way(name)
        return busy and self._will_do(kept, self._bridged.get(kept.route, 0.0), now)

    def _will_do(self, kept: Kept, bridged: float, now: float) -> bool:
        # Whoever wrote something here must see it in the next answer.
        return kept.right > self._written and kept.will_do(now, bridged)

    async def _current(self) -> State:
        """The state that an answer is made from now; raises StoreError."""
        today = self._today()
        if self._state is None or self._state[0] != today or not self._watch.fresh(self._state[1]):
            if self._marking is None:
                self._marking = asyncio.create_task(self._crew.work(self._watch.mark))
                self._marking.add_done_callback(self._marked)
            mark = await asyncio.shield(self._marking)
            if self._state != (today, mark):
                self._state = (today, mark)
        return self._state

    async def prepare(self, operation: Operation, path: Mapping[str, str]) -> None:
        """Makes an answer before anyone asks for it; what goes wrong is told to whoever does."""
        call = Call({}, path, date.min, next(iter(operation.forms)))
        with suppress(StoreError, HTTPException):
            await self._copy((operation.path.format(**path), b"", b""), call, operation)

    def _marked(self, asked: asyncio.Task[Mark]) -> None:
        if self._marking is asked:
            self._marking = None
        if not asked.cancelled():
            asked.exception()  # whoever asked may have left: an error that nobody waits for is no news

    def endpoint(self, operations: Sequence[Operation]) -> Endpoint:
        """The endpoint of an address, from its operations by method."""
        by_method = {each.method: each for each in operations}
        self._bridged |= {each.name: each.bridged for each in operations if each.kept}
        methods = [*by_method, *(["HEAD"] if "GET" in by_method else []), "OPTIONS"]

        async def respond(request: Request) -> Response:
            if request.method == "OPTIONS":
                return _methods(request, methods)
            operation = by_method["GET" if request.method == "HEAD" else request.method]
            request.scope["timeline.route"] = operation.name
            try:
                return await (self._kept if operation.kept else self._made)(request, operation)
            except LookupError as error:
                if type(error) is not LookupError:
                    raise
                raise HTTPException(404, str(error)) from error

        return respond

    async def _kept(self, request: Request, operation: Operation) -> Response:
        call = _call(request, operation)
        copy = await self._copy(key(request.scope), call, operation)
        status, headers, body = answer(
            copy, form_of(copy, Asked.of(request.scope["headers"])), head=request.method == "HEAD"
        )
        response = Response(body, status)
        response.raw_headers = list(headers)
        return response

    async def _copy(self, name: Hashable, call: Call, operation: Operation) -> Prepared:
        kept = self._shelf.get(name)
        try:
            state = await self._current()
            if kept is not None and kept.state == state:  # what was written to the store changed nothing that is seen
                kept.right = time.monotonic()
                return kept.copy
            patience = _PATIENCE if self._shelf.under_way(name) else _FIRST
            make = partial(self._crew.work, partial(_prepared, operation, call, state))
            task = self._shelf.made(name, state, operation.name, operation.bridged, make)
            if kept is None or not self._will_do(kept, operation.bridged, time.monotonic()):
                return await asyncio.shield(task)
            await asyncio.wait({task}, timeout=patience)
            return task.result() if task.done() else kept.copy
        except StoreError:
            if kept is None or not operation.lasting:
                raise
            return kept.copy  # a calendar is better off with what it has than with an error

    async def _made(self, request: Request, operation: Operation) -> Response:
        if operation.token:
            self._admit(request)
        call = _call(request, operation)
        if operation.method == "POST":
            body = await limits.body(request, operation.longest)
            call = replace(call, today=self._today(), body=body, body_type=_body_type(request, operation))
        make = partial(operation.make, call)
        if operation.token:
            try:
                content = await self._desk.work(make)
            finally:
                self._watch.stir()
                # A mark that is being taken may be of before.
                self._marking, self._written = None, time.monotonic()
        elif operation.takes:
            content = await self._readers.work_at_most(make, limits.READING)
        else:
            content = await self._crew.work(make)
        headers = {"Content-Type": content.media_type, "Cache-Control": content.keeping, **dict(content.headers)}
        octets = b"" if request.method == "HEAD" else content.octets
        response = Response(octets, content.status or operation.status, headers)
        response.headers["Content-Length"] = str(len(content.octets))
        return response

    def _admit(self, request: Request) -> None:
        shown = request.headers.get("authorization", "")
        if bears(shown, self._token):
            return
        challenge = 'Bearer realm="timeline"' + (', error="invalid_token"' if shown else "")
        words = "that is not the token" if shown else "this needs the token: Authorization: Bearer …"
        raise HTTPException(401, words, {"WWW-Authenticate": challenge})


def _prepared(operation: Operation, call: Call, state: State) -> Prepared:
    """The answer made ready, in a thread."""
    today, mark = state
    content: Content = operation.make(replace(call, today=today, state=mark))
    # What is to come changes with the day.
    midnight = datetime.combine(today, clock.min, ZoneInfo(ZONE))
    return prepared(content, max(mark.modified, midnight))


def _call(request: Request, operation: Operation) -> Call:
    """What is asked, read and checked; raises QueryError, HTTPException 406."""
    values = given.read(operation.parameters, request.query_params)
    media_type = next(iter(operation.forms))
    if operation.kept and len(operation.forms) > 1 and request.url.path.startswith("/api/") and "format" not in values:
        chosen = accepted(request.headers.get("accept", ""), list(operation.forms))
        if chosen is None:
            raise HTTPException(406, f"this can be had as {', '.join(operation.forms)}")
        media_type = chosen
    return Call(values, request.path_params, date.min, media_type)


def _body_type(request: Request, operation: Operation) -> str:
    stated = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if stated == "application/jsonl":
        stated = "application/x-ndjson"
    if stated not in operation.takes:
        words = f"a body is read as {', '.join(operation.takes)}; say which with Content-Type"
        raise HTTPException(415, words, {"Accept-Post": ", ".join(operation.takes)})
    return stated


def _methods(request: Request, methods: Sequence[str]) -> Response:
    headers = {"Allow": ", ".join(methods), "Cache-Control": "public, max-age=86400"}
    if request.url.path.startswith(OPEN_TO_OTHERS):
        headers["Access-Control-Allow-Methods"] = headers["Allow"]
        headers["Access-Control-Allow-Headers"] = "Content-Type, If-None-Match, If-Modified-Since"
        headers["Access-Control-Max-Age"] = "86400"
    return Response(status_code=204, headers=headers)
