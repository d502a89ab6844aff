"""Bounds on what one request may cost: octets, seconds, and how many may compute at once.

>>> LONGEST_ADDRESS
8000
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import partial
from typing import TypeVar

import anyio
import anyio.to_thread
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request

#: The longest path and query together, and the longest headers, in octets.
LONGEST_ADDRESS = 8000
LONGEST_HEADERS = 16_384
#: The longest text to be read at once, and the longest page that may be added, in octets.
LONGEST_TEXT = 1_000_000
LONGEST_PAGE = 20_000_000
#: How long the store may search for one answer, how long a body may take to arrive, and how long a text may be read.
SECONDS = 5.0
ARRIVAL = 20.0
READING = 20.0
#: How many answers are made at once by one process, and how many more may wait for that.
THREADS = 4
WAITING = 64

_T = TypeVar("_T")
_deadline: ContextVar[float] = ContextVar("deadline", default=float("inf"))


def weary() -> bool:
    """Whether the answer that this thread works on has taken its time; the store asks now and then."""
    return time.monotonic() > _deadline.get()


@contextmanager
def unhurried(seconds: float) -> Iterator[None]:
    """Gives this thread so many seconds from now on, for what is read once for all who ask."""
    token = _deadline.set(time.monotonic() + seconds)
    try:
        yield
    finally:
        _deadline.reset(token)


class Crew:
    """The threads that make answers: a few, so that memory and waiting stay bounded."""

    def __init__(self, threads: int, waiting: int, seconds: float) -> None:
        self._free = anyio.CapacityLimiter(threads)
        self._waiting, self._seconds = waiting, seconds

    async def work(self, make: Callable[[], _T]) -> _T:
        """What ``make`` gives; raises HTTPException 503 when too many wait already."""
        if self._free.statistics().tasks_waiting >= self._waiting:
            raise HTTPException(503, "too many ask at once; try again in a few seconds", {"Retry-After": "5"})
        return await anyio.to_thread.run_sync(partial(_within, self._seconds, make), limiter=self._free)

    async def work_at_most(self, make: Callable[[], _T], seconds: float) -> _T:
        """As ``work``, for what can't be interrupted: 503 after so many seconds, though the thread goes on to its end."""
        try:
            async with asyncio.timeout(seconds):
                return await asyncio.shield(self.work(make))
        except TimeoutError as error:
            raise HTTPException(503, "that took too long; send less at once", {"Retry-After": "30"}) from error


def _within(seconds: float, make: Callable[[], _T]) -> _T:
    # Counted from here: waiting for a free thread is not the answer's fault.
    with unhurried(seconds):
        return make()


async def body(request: Request, most: int) -> bytes:
    """The body of a request; raises HTTPException 413 when it is longer than ``most`` octets, 408 when it dawdles."""
    too_long = HTTPException(413, f"a body has at most {most:,} octets here; send it in parts")
    stated = request.headers.get("content-length", "")
    if stated.isascii() and stated.isdigit() and (len(stated) > 12 or int(stated) > most):
        raise too_long
    parts, size = [], 0
    try:
        async with asyncio.timeout(ARRIVAL):
            async for part in request.stream():
                size += len(part)
                if size > most:
                    raise too_long
                parts.append(part)
    except TimeoutError as error:
        raise HTTPException(408, "the body did not arrive in time; send it again") from error
    except ClientDisconnect as error:
        raise HTTPException(400, "the body ended early") from error
    return b"".join(parts)
