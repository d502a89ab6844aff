"""Which feeds there are, and which events each holds.

>>> [feed.file for feed in feeds().values()][:4]
['all.ics', 'upcoming.ics', 'activities.ics', 'milestones.ics']
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from timeline.edtf import stamp
from timeline.events.topics import Topic, load
from timeline.model import Event
from timeline.query import Query, matches, phase
from timeline.render.policy import Policy
from timeline.render.recurring import repetition

#: The forms in which each feed is given: calendar, Atom (RFC 4287), JSON Feed 1.1.
FORMS = {"ics": "text/calendar", "atom": "application/atom+xml", "json": "application/feed+json"}
#: The name under which the server makes a feed of any query.
ANY = "query"
#: How many events the feed of what was learned last holds.
NEWEST = 100


@dataclass(frozen=True, slots=True)
class Feed:
    """One feed that people can subscribe to: all events, those of a kind, of a topic, still to come, or of a query.

    ``newest``: only so many, those learned last; ``year``: the archive of one year; ``query`` and ``policy``: what a
    user saved (``timeline feed add``), and how its entries are wanted; ``within``: what a subscriber narrows it to.
    """

    name: str
    label: str
    english: str
    description: str
    kind: str = ""
    topic: str = ""
    to_come: bool = False
    colour: str = ""
    newest: int = 0
    year: int | None = None
    query: Query | None = None
    within: Query | None = None
    policy: Policy | None = None

    @property
    def file(self) -> str:
        """Its file name as a calendar."""
        return self.file_in("ics")

    def file_in(self, form: str) -> str:
        """Its file name in one of ``FORMS``."""
        return f"{self.name}.{form}"

    def holds(self, event: Event, as_of: date) -> bool:
        """Whether the event belongs in it on the day ``as_of``."""
        return (
            self.kind in ("", event.kind)
            and (not self.topic or self.topic in event.topics)
            and all(matches(event, replace(one, as_of=as_of)) for one in (self.query, self.within) if one is not None)
            and (not self.to_come or coming(event, as_of))
        )


def coming(event: Event, as_of: date) -> bool:
    """Whether a subscriber to what is coming wants it: what a query for the upcoming finds, and what is on now.

    Without the latter an entry would vanish from a calendar on the very day that it told of. What was promised from a
    day on, with no end, has come when that day is over.
    """
    if event.recurrence and (repeats := repetition(event.recurrence, event.when)):
        return repeats.falls_after(as_of)
    begin, until = event.when.begin, event.when.until
    today = datetime.combine(as_of, time.min)
    if stamp(until, low=False) <= today or (until is None and stamp(begin, low=True) < today):
        return False
    on_now = event.when.until is not None and event.when.granularity in ("day", "minute")
    return (on_now and phase(event, as_of) == "ongoing") or matches(event, Query(upcoming=True, as_of=as_of, all=True))


def feeds(topics: Mapping[str, Topic] | None = None, saved: Iterable[Feed] = ()) -> dict[str, Feed]:
    """The feeds by name: everything, what is coming, activities, milestones, what is new, one a topic, the saved."""
    made = [
        Feed("all", "时间线", "Timeline", "报刊与公告中有日期的事件，每条都注明出处。"),
        Feed("upcoming", "时间线 · 将至", "Timeline: upcoming", "将要发生和正在进行的事。", to_come=True),
        Feed("activities", "时间线 · 活动", "Timeline: activities", "活动、会议、演出、展览。", kind="activity"),
        Feed("milestones", "时间线 · 大事", "Timeline: milestones", "政策、标准、项目的起止与节点。", kind="milestone"),
        Feed("new", "时间线 · 新知", "Timeline: newly learned", f"最近得知的 {NEWEST} 件事。", newest=NEWEST),
    ]
    made += [
        Feed(
            topic.slug,
            f"时间线 · {topic.label}",
            f"Timeline: {topic.english}",
            f"主题“{topic.label}”下的事件。",
            topic=topic.slug,
            colour=topic.colour,
        )
        for topic in (load() if topics is None else topics).values()
    ]
    return {feed.name: feed for feed in [*made, *saved]}


def archive(year: int) -> Feed:
    """The archive of one year: every event that begins in it."""
    return Feed(
        f"archive-{year:04d}",
        f"时间线 · {year}年",
        f"Timeline: {year}",
        f"{year}年的全部事件（存档）。",
        year=year,
    )
