"""Feeds over HTTP: those of the catalogue, the yearly archives, and any query, in every form.

>>> named("archive-1996", {}).year
1996
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from timeline import regex as re
from timeline.events.topics import Topic
from timeline.model import Event
from timeline.query import Query, find
from timeline.render.catalogue import ANY, FORMS, Feed, archive
from timeline.render.feeds import Entries, build, entries
from timeline.render.ical import Rendered
from timeline.render.policy import Coarse, Policy
from timeline.serve import parameters as given
from timeline.serve.answers import FETCHED_OFTEN, Content
from timeline.serve.chronicle import Chronicle
from timeline.serve.limits import unhurried
from timeline.serve.operations import Call, Operation
from timeline.serve.shelf import GRACE
from timeline.serve.sweeping import Sweeping
from timeline.store import Gone, Store

HALFDAYS = given.choice(
    "halfdays", "A morning: told in the title of the day, or blocking its hours.", ("title", "blocks")
)
#: How long the whole chronicle may take to be read, in seconds.
_WHOLE = 120.0
#: So many events that are kept are worth being left out of the search for garbage: it walks over ten thousand in a tenth
#: of a second, and over these in a few milliseconds.
MANY = 500
_FILE = re.compile(r"(?P<name>[^/.\x00][^/\x00]{0,120})\.(?P<form>[a-z]+)\Z")
_ARCHIVE = re.compile(r"archive-(\d{4})\Z", re.ASCII)


def named(name: str, feeds: Mapping[str, Feed]) -> Feed:
    """The feed of that name; raises LookupError with where to find the names."""
    if name == ANY:
        return Feed(ANY, "时间线 · 选", "Timeline: chosen", "符合所选条件的事件。")
    if (year := _ARCHIVE.match(name)) and year[1] != "0000":
        return archive(int(year[1]))
    if name in feeds:
        return feeds[name]
    raise LookupError(f"no feed {name[:40]!r} here; /api/feeds lists them")


class Subscriptions:
    """Answers for feeds; ``store`` gives the one that counts now, ``base_url`` is where the world sees the server."""

    def __init__(
        self,
        store: Callable[[], Store],
        topics: Mapping[str, Topic],
        feeds: Callable[[], Mapping[str, Feed]],
        coarse: Coarse,
        base_url: str,
    ) -> None:
        self._store, self._topics, self._feeds = store, topics, feeds
        self._coarse, self._base_url = coarse, base_url
        self._page = f"{base_url}events/{{id}}" if base_url else ""
        self._one = threading.Lock()
        self._chronicle, self._entries, self._sweeping = Chronicle(), Entries(topics, page=self._page), Sweeping(MANY)
        self._held: tuple[Hashable, list[Event], list[Gone], list[Rendered]] = (None, [], [], [])

    def operations(self) -> tuple[Operation, ...]:
        """What can be asked."""
        forms = {f"{media_type}; charset=utf-8" if form != "json" else media_type: {"type": "string"}
                 for form, media_type in FORMS.items()}  # fmt: skip
        about = (
            "`all.ics`, `upcoming.ics`, a topic's `trade.ics` and the others that /api/feeds lists; `archive-1996.ics`, all"
            " of a year; `query.ics?topic=trade&upcoming=1`, whatever the filters find, which narrow the other feeds too."
            " `.atom` and `.json` (JSON Feed) hold the same events."
        )
        asked = (*given.FILTERS, given.LIMIT, given.ALARM, given.COARSE, HALFDAYS)
        return (
            Operation("/feeds/{file}", "feed", "A feed to subscribe to", self.feed, forms, parameters=asked, tag="feeds",
                      bridged=GRACE, lasting=True, about=about),
        )  # fmt: skip

    def feed(self, call: Call) -> Content:
        """One feed in one form."""
        match = _FILE.match(call.path["file"])
        if match is None or match["form"] not in FORMS:
            raise LookupError(f"a feed ends in {', '.join(f'.{form}' for form in FORMS)}; /api/feeds lists them")
        feed, form = narrowed(named(match["name"], self._feeds()), call.values, call.today), match["form"]
        policy = self._policy(feed, call.values)
        as_of = call.values.get("as_of", call.today)
        if feed.query is None:
            held = self._all(call.state, policy)
        else:
            store = self._store()
            held = entries(
                find(store, _fetched(feed, feed.query)),
                store.gone(),
                topics=self._topics,
                policy=policy,
                page=self._page,
            )
        folder = f"{self._base_url}feeds/" if self._base_url else ""
        octets = build(feed, held, as_of, form=form, base_url=folder, topics=self._topics)
        media_type = FORMS[form] if form == "json" else f"{FORMS[form]}; charset=utf-8"
        return Content(octets, media_type, FETCHED_OFTEN, file=call.path["file"])

    def _all(self, state: Hashable, policy: Policy) -> list[Rendered]:
        """All entries, made once for each state of the store: most feeds are a choice of them."""
        with self._one:
            if state is None or self._held[0] != state:
                # The first to ask after a start must not be told that the whole chronicle takes too long.
                with unhurried(_WHOLE), self._sweeping.making(lambda: self._chronicle.read):
                    events, gone = self._chronicle.of(self._store())
                    self._held = (state, events, gone, self._entries.of(events, gone, Policy(coarse=self._coarse)))
            _, events, gone, usual = self._held
        if policy == Policy(coarse=self._coarse):
            return usual
        return entries(events, gone, topics=self._topics, policy=policy, page=self._page)

    def _policy(self, feed: Feed, values: Mapping[str, Any]) -> Policy:
        own = feed.policy or Policy(coarse=self._coarse)
        return replace(own, **{name: values[name] for name in ("coarse", "halfdays", "alarm") if name in values})


def narrowed(feed: Feed, values: Mapping[str, Any], today: date) -> Feed:
    """The feed of what the filters find in it; the feed itself when there are none. Raises QueryError."""
    filters = [each.name for each in (*given.FILTERS, given.LIMIT) if each.name != "as_of"]
    if feed.name != ANY and not any(name in values for name in filters):
        return feed
    asked = replace(given.query(values, today, most=None), upcoming=False)
    own = feed.query or asked
    limits = [one.limit for one in (own, asked) if one.limit is not None]
    own = replace(own, limit=min(limits, default=None))
    return replace(feed, query=own, within=asked, to_come=feed.to_come or values.get("upcoming", False))


def _fetched(feed: Feed, query: Query) -> Query:
    """What must be read for a feed of ``query``: all that it may hold, told apart by the store as far as that can."""
    query = replace(query, upcoming=False, limit=None)
    if feed.topic and not query.topics:
        query = replace(query, topics=(feed.topic,))
    if feed.kind and not query.kinds:
        query = replace(query, kinds=(feed.kind,))
    if feed.year is not None and query.years is None:
        query = replace(query, years=(feed.year, feed.year))
    return query
