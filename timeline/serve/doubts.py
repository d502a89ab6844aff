"""What pages leave open, as an API: contradictions, facts without a date, and how a matter came about.

>>> _page([1, 2, 3], 2, 0)
([1, 2], 2)
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar
from urllib.parse import quote

from timeline.render.doubts import conflict_records, undated_record
from timeline.render.threads import record
from timeline.serve import parameters as given
from timeline.serve.answers import Content
from timeline.serve.archive import found, json_of
from timeline.serve.operations import JSON, Call, Operation
from timeline.serve.problems import MovedError
from timeline.serve.schemas import ref
from timeline.store import Store

_T = TypeVar("_T")
_MOST = 999_999_999
BEHIND = given.count("after", "Go on behind the first so many: `next` of the answer before.", _MOST)


class Doubts:
    """Answers what the commands of the same names print; ``store`` gives the one that counts now."""

    def __init__(self, store: Callable[[], Store]) -> None:
        self._store = store

    def operations(self) -> tuple[Operation, ...]:
        """What can be asked."""
        paged = (given.LIMIT, BEHIND)
        return (
            Operation(
                "/api/conflicts", "conflicts", "Where pages contradict each other", self.conflicts,
                {JSON: ref("Conflicts")}, parameters=paged,
                about="Dates and figures of one event, then figures of one fact, each with both values and quotes.",
            ),
            Operation(
                "/api/undated", "undated", "Facts that no date could be given to", self.undated,
                {JSON: ref("Undated")}, parameters=paged,
                about="By document, in reading order. `timeline date` tells when a page was published.",
            ),
            Operation("/api/events/{ref}/thread", "thread", "One matter's story in order", self.thread,
                      {JSON: ref("Thread")}),
        )  # fmt: skip

    def conflicts(self, call: Call) -> Content:
        """A page of the contradictions."""
        store, (limit, after) = self._store(), _asked(call)
        told, following = _page(conflict_records(store.disputed(), store.contradictions()), limit, after)
        return Content(json_of({"conflicts": told, "next": following}), JSON)

    def undated(self, call: Call) -> Content:
        """A page of the facts without a date."""
        limit, after = _asked(call)
        listed = self._store().undated(limit=limit + 1, offset=after)
        told, more = _page(listed, limit, 0)
        following = after + limit if more is not None else None
        return Content(json_of({"undated": [*map(undated_record, told)], "next": following}), JSON)

    def thread(self, call: Call) -> Content:
        """The story that an event belongs to; a former id or a unique beginning leads to it."""
        name = call.path["ref"]
        event = found(self._store().event, name)
        if event.id != name:
            raise MovedError(f"../{quote(event.id, safe='')}/thread")
        return Content(json_of(record(self._store().thread(event.id))), JSON)


def _asked(call: Call) -> tuple[int, int]:
    return call.values.get("limit", given.USUAL_EVENTS), call.values.get("after", 0)


def _page(listed: Sequence[_T], limit: int, after: int) -> tuple[Sequence[_T], int | None]:
    """So many behind the first ``after``, and what to go on from; None at the end."""
    return listed[after : after + limit], after + limit if len(listed) > after + limit else None
