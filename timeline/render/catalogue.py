"""Which calendar feeds there are, and which events each holds.

>>> [feed.file for feed in feeds().values()][:4]
['all.ics', 'upcoming.ics', 'activities.ics', 'milestones.ics']
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from timeline.events.topics import Topic, load
from timeline.model import Event
from timeline.query import Query, matches, phase


@dataclass(frozen=True, slots=True)
class Feed:
    """One calendar that people can subscribe to: all events, or those of a kind, of a topic, or still to come."""

    name: str
    label: str
    english: str
    description: str
    kind: str = ""
    topic: str = ""
    to_come: bool = False
    colour: str = ""

    @property
    def file(self) -> str:
        """Its file name."""
        return f"{self.name}.ics"

    def holds(self, event: Event, as_of: date) -> bool:
        """Whether the event belongs in it on the day ``as_of``."""
        return (
            self.kind in ("", event.kind)
            and (not self.topic or self.topic in event.topics)
            and (not self.to_come or coming(event, as_of))
        )


def coming(event: Event, as_of: date) -> bool:
    """Whether a subscriber to what is coming wants it: what a query for the upcoming finds, and what is on now.

    Without the latter an entry would vanish from a calendar on the very day that it told of.
    """
    on_now = event.when.until is not None and event.when.granularity in ("day", "minute")
    return (on_now and phase(event, as_of) == "ongoing") or matches(event, Query(upcoming=True, as_of=as_of, all=True))


def feeds(topics: Mapping[str, Topic] | None = None) -> dict[str, Feed]:
    """The feeds by name: everything, what is coming, activities, milestones, then one for each topic."""
    made = [
        Feed("all", "时间线", "Timeline", "报刊与公告中有日期的事件，每条都注明出处。"),
        Feed("upcoming", "时间线 · 将至", "Timeline: upcoming", "将要发生和正在进行的事。", to_come=True),
        Feed("activities", "时间线 · 活动", "Timeline: activities", "活动、会议、演出、展览。", kind="activity"),
        Feed("milestones", "时间线 · 大事", "Timeline: milestones", "政策、标准、项目的起止与节点。", kind="milestone"),
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
    return {feed.name: feed for feed in made}
