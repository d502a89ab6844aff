"""Answers kept ready: made once for each address and state of the store, however many ask meanwhile.

>>> Shelf(most=100).get("/") is None
True
"""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Hashable
from dataclasses import dataclass
from typing import Any

from timeline.serve.answers import Prepared

#: For so many seconds at most an answer may be given on while the one that follows it is made; one that was right longer
#: ago would tell a subscriber, who comes twice a day, of yesterday.
GRACE = 20.0
#: An answer that took a second to make is not made again for the nine that follow: a store that changes all the time
#: must not keep a processor busy. It is made again while the old one may still be given for as long as it has been, at the
#: latest: if both ended at once, all who ask would wait together.
_REST = 9.0


@dataclass(slots=True)
class Kept:
    """An answer, the state that it was made from, and the route that it is counted under.

    ``right`` is when it was known to be right the last time, ``rested`` from when on it may be made again (on the
    clock of ``time.monotonic``, in seconds).
    """

    state: Any
    route: str
    copy: Prepared
    right: float
    rested: float

    def will_do(self, now: float, bridged: float) -> bool:
        """Whether it may be given though the store has changed: it was right less than ``bridged`` seconds ago."""
        return now - self.right < min(bridged, GRACE)


class Shelf:
    """Prepared answers by address, together no larger than ``most`` octets; those asked for last stay.

    It belongs to one event loop.
    """

    def __init__(self, most: int) -> None:
        self._most, self._size = most, 0
        self._kept: OrderedDict[Hashable, Kept] = OrderedDict()
        self._making: dict[tuple[Hashable, Hashable], asyncio.Task[Prepared]] = {}

    def get(self, key: Hashable) -> Kept | None:
        """What was last made for that address, of whatever state."""
        return self._kept.get(key)

    def made(
        self, key: Hashable, state: Hashable, route: str, bridged: float, make: Callable[[], Awaitable[Prepared]]
    ) -> asyncio.Task[Prepared]:
        """The making of an answer, which is put on the shelf when it is done; one for all who ask for it meanwhile.

        ``bridged`` is for how many seconds it may be given after the state has changed.
        """
        task = self._making.get((key, state))
        if task is None:
            task = asyncio.create_task(self._make(key, state, route, bridged, make))
            self._making[(key, state)] = task
            task.add_done_callback(lambda _: self._making.pop((key, state), None))
            # Whoever asked may have left: an error that nobody waits for is no news.
            task.add_done_callback(lambda done: done.cancelled() or done.exception())
        return task

    def under_way(self, key: Hashable) -> bool:
        """Whether that answer is being made, of whatever state."""
        return any(other == key for other, _ in self._making)

    async def _make(
        self, key: Hashable, state: Hashable, route: str, bridged: float, make: Callable[[], Awaitable[Prepared]]
    ) -> Prepared:
        began = time.monotonic()
        copy = await make()
        now = time.monotonic()
        rested = min(now + _REST * (now - began), began + min(bridged, GRACE) / 2)
        self._put(key, Kept(state, route, copy, began, rested))
        return copy

    def _put(self, key: Hashable, kept: Kept) -> None:
        if before := self._kept.pop(key, None):
            self._size -= before.copy.size
        if kept.copy.size > self._most // 2:
            return
        self._kept[key] = kept
        self._size += kept.copy.size
        while self._size > self._most:
            _, oldest = self._kept.popitem(last=False)
            self._size -= oldest.copy.size

    def touch(self, key: Hashable) -> None:
        """Says that the answer is still asked for."""
        self._kept.move_to_end(key)
