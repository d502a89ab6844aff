"""The HTTP application: the operations behind their addresses, each answer bounded, escaped and kept ready.

>>> app = create_app("db/timeline.db", lambda: date(2026, 11, 20))  # doctest: +SKIP
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from datetime import date, datetime

from starlette.middleware.exceptions import ExceptionMiddleware
from starlette.routing import Route, Router
from starlette.types import ASGIApp

from timeline.events.topics import Topic, load
from timeline.render.catalogue import Feed, feeds
from timeline.render.feeds import folder_address
from timeline.render.policy import Coarse
from timeline.render.saved import FeedError, shelf
from timeline.render.saved import load as load_saved
from timeline.serve.answering import Answering
from timeline.serve.archive import Archive
from timeline.serve.doubts import Doubts
from timeline.serve.guards import Guard
from timeline.serve.limits import SECONDS, weary
from timeline.serve.metrics import Board
from timeline.serve.operations import Operation
from timeline.serve.problems import refusals
from timeline.serve.sheets import Sheets
from timeline.serve.standing import Standing
from timeline.serve.subscriptions import Subscriptions
from timeline.serve.texts import Texts
from timeline.serve.views import Views
from timeline.serve.watch import Watch
from timeline.serve.writing import Desk
from timeline.store import Store
from timeline.store.engine import Tuning

logger = logging.getLogger("timeline.serve")

#: How many KiB of the store's pages one connection keeps.
_CACHE = 4096


def create_app(
    where: str,
    today: Callable[[], date],
    *,
    now: Callable[[], datetime] | None = None,
    base_url: str = "",
    topics: Mapping[str, Topic] | None = None,
    coarse: Coarse = "marker",
    token: str = "",
    seconds: float = SECONDS,
    board: str | None = None,
    beforehand: bool = False,
) -> ASGIApp:
    """The application over the store at ``where`` (a path or SQLAlchemy URL), which is there already.

    ``today`` gives the day that counts as today, ``base_url`` is the address under which the world sees the
    application, if that is known. Whoever bears ``token`` may add pages and correct events, which are dated by ``now``;
    without a token, or without ``now``, nobody may. ``seconds`` bound what the store may take for an answer; ``board``
    is the file in which workers count together; ``beforehand`` makes the feed of everything as soon as the application
    begins: of all answers it is the one that takes long to make from nothing. Raises StoreError, ValueError for a ``base_url`` that is no http(s)
    address.
    """
    topics = load() if topics is None else topics
    base_url = folder_address(base_url)
    beside = shelf(where)

    def catalogue() -> Mapping[str, Feed]:
        try:
            kept, problems = load_saved(beside)
        except FeedError as error:
            kept, problems = {}, [str(error)]
        for words in problems:
            logger.warning("%s", words)
        return feeds(topics, kept.values())

    tuning = Tuning(cache=_CACHE, weary=weary)
    watch = Watch(where, lambda: Store.open(where, create=False, tuning=tuning), beside)
    sheets, counts = Sheets(topics), Board(board)

    def store() -> Store:
        return watch.store

    (feed,) = Subscriptions(store, topics, catalogue, coarse, base_url).operations()
    operations: tuple[Operation, ...] = (
        *Views(store, sheets, catalogue, base_url).operations(),
        feed,
        *Archive(store, topics, catalogue).operations(),
        *Doubts(store).operations(),
        *Texts().operations(),
        *(Desk(store, now).operations() if token and now else ()),
    )
    standing = Standing(watch, counts, sheets, operations, base_url)
    answering = Answering(watch, today, token=token, seconds=seconds)

    @asynccontextmanager
    async def lifespan(_app: object) -> AsyncIterator[None]:
        everything = asyncio.create_task(answering.prepare(feed, {"file": "all.ics"})) if beforehand else None
        yield
        if everything:
            everything.cancel()
        watch.close()

    by_path: dict[str, list[Operation]] = {}
    for each in (*operations, *standing.operations()):
        by_path.setdefault(each.path, []).append(each)
    routes = [
        Route(path, answering.endpoint(own), methods=[*(each.method for each in own), "OPTIONS"])
        for path, own in by_path.items()
    ]
    router = Router(routes, redirect_slashes=False, lifespan=lifespan)
    return Guard(ExceptionMiddleware(router, refusals(sheets)), sheets, counts, answering.ready)
