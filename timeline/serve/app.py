"""The HTTP application: pages, feeds and events, each answer bounded, escaped and cacheable.

>>> app = create_app("db/timeline.db", lambda: date(2026, 11, 20))  # doctest: +SKIP
"""

from __future__ import annotations

import socket
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import date
from typing import TypeVar

from sqlalchemy import select
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from timeline.events.topics import Topic, load
from timeline.query import find
from timeline.render.export import export
from timeline.render.feeds import folder_address
from timeline.render.policy import Coarse
from timeline.render.site import index
from timeline.serve.answers import kept
from timeline.serve.filters import asked, day
from timeline.serve.guards import Guard, refusals
from timeline.serve.pages import document_page, event_page
from timeline.serve.prepared import Prepared
from timeline.store import Store, StoredDocument
from timeline.store.columns import EVENT

_MOST_EVENTS = 1000
_MOST_MENTIONS = 20


_Found = TypeVar("_Found")


def _named(fetch: Callable[[str], _Found], ref: str) -> _Found:
    """What ``fetch`` finds under that name; a 404 with the store's advice when there is nothing."""
    try:
        return fetch(ref)
    except LookupError as error:
        raise HTTPException(404, str(error.args[0])) from error


class _Site:
    """The handlers, with the store they read. They run in threads, so that a slow query holds up nobody else."""

    def __init__(
        self, store: Store, today: Callable[[], date], prepared: Prepared, topics: Mapping[str, Topic], base_url: str
    ) -> None:
        self.store, self.today, self.prepared, self.topics, self.base_url = store, today, prepared, topics, base_url

    def home(self, request: Request) -> Response:
        """The timeline, with the filters of ``timeline show`` as parameters."""
        query = asked(request.query_params, self.today(), most=_MOST_EVENTS)
        if "limit" not in request.query_params:
            query = replace(query, limit=_MOST_EVENTS)
        events = find(self.store, query)
        note = f"（只列出前 {len(events)} 个）" if len(events) == query.limit else ""
        as_of = query.as_of or self.today()
        text = index(events, as_of, topics=self.topics, base_url=self.base_url, served=True, note=note)
        return kept(request, text.encode("utf-8"), "text/html; charset=utf-8")

    def event(self, request: Request) -> Response:
        """One event; a former id or a unique beginning leads to it."""
        ref = request.path_params["ref"]
        as_of = day(request.query_params.get("as_of"), self.today())
        event = _named(self.store.event, ref)
        if event.id != ref:
            return RedirectResponse(request.url_for("event", ref=event.id).path, status_code=308)
        documents: dict[str, StoredDocument] = {}
        for mention in event.mentions[:_MOST_MENTIONS]:
            if mention.document not in documents:
                documents[mention.document] = self.store.document(mention.document)
        text = event_page(event, documents, self.store.history(event.id), as_of, self.topics)
        return kept(request, text.encode("utf-8"), "text/html; charset=utf-8")

    def document(self, request: Request) -> Response:
        """One document with its articles, the evidence of their dates and the events in it."""
        ref = request.path_params["ref"]
        stored = _named(self.store.document, ref)
        if stored.record.id != ref:
            return RedirectResponse(request.url_for("document", ref=stored.record.id).path, status_code=308)
        events = self.store.told_in(stored.document.path, _MOST_EVENTS)
        text = document_page(stored, events, self.topics)
        return kept(request, text.encode("utf-8"), "text/html; charset=utf-8")

    def feed(self, request: Request) -> Response:
        """A calendar feed, from its prepared copy."""
        name = request.path_params["name"]
        copy = self.prepared.feed(name)
        if copy is None:
            raise HTTPException(404, f"no feed {name!r}: the timeline's page lists them")
        return kept(
            request, copy.octets, "text/calendar; charset=utf-8", tag=copy.tag, modified=copy.modified, max_age=900,
            file=f"{name}.ics",
        )  # fmt: skip

    def events(self, request: Request) -> Response:
        """Events as JSON, schema ``timeline/1``."""
        query = asked(request.query_params, self.today(), most=_MOST_EVENTS)
        text = export(find(self.store, query), "json", query.as_of or self.today())
        return kept(request, text.encode("utf-8", "replace"), "application/json")

    def health(self, _request: Request) -> Response:
        """Whether the store answers."""
        with self.store.reading() as connection:
            connection.execute(select(EVENT.c.id).limit(1)).first()
        return JSONResponse({"status": "ok"}, headers={"Cache-Control": "no-store"})


def create_app(
    where: str,
    today: Callable[[], date],
    *,
    base_url: str = "",
    topics: Mapping[str, Topic] | None = None,
    coarse: Coarse = "marker",
) -> Starlette:
    """The application over the store at ``where`` (a path or SQLAlchemy URL), which is there already.

    ``today`` gives the day that counts as today, ``base_url`` is the address under which the world sees the
    application, if that is known. Raises StoreError, ValueError for a ``base_url`` that is no http(s) address.
    """
    topics = load() if topics is None else topics
    base_url = folder_address(base_url)
    store = Store.open(where, create=False)
    prepared = Prepared(store, today, topics=topics, coarse=coarse, base_url=base_url)
    site = _Site(store, today, prepared, topics, base_url)

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        yield
        store.close()

    return Starlette(
        routes=[
            Route("/", site.home, name="home"),
            Route("/events/{ref}", site.event, name="event"),
            Route("/documents/{ref:path}", site.document, name="document"),
            Route("/feeds/{name}.ics", site.feed, name="feed"),
            Route("/api/events", site.events, name="events"),
            Route("/healthz", site.health, name="health"),
        ],
        middleware=[Middleware(Guard, topics=topics)],
        exception_handlers=refusals(topics),
        lifespan=lifespan,
    )


def run(
    where: str, today: Callable[[], date], *, host: str = "127.0.0.1", port: int = 8000, base_url: str = ""
) -> None:
    """Serve until interrupted. Raises StoreError, OSError when the port is taken."""
    import uvicorn

    with socket.create_server((host, port)):
        pass  # uvicorn would end the process itself for a port that is taken
    app = create_app(where, today, base_url=base_url)
    uvicorn.run(app, host=host, port=port, server_header=False, access_log=False, timeout_graceful_shutdown=5)
