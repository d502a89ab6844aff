"""Calendar feeds: how long ten thousand events take to build, to build again when a few changed, and to publish.

    python benchmarks/feeds.py

Budget: one second of processor time for the feed of ten thousand events from nothing. When nothing changed the server
answers from a prepared copy: see serving.py.
"""

from __future__ import annotations

import random
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from time import process_time

from timeline import edtf
from timeline.events.topics import load
from timeline.model import Event, Mention, Timex, When
from timeline.render.catalogue import feeds
from timeline.render.feeds import Entries, Past, build, publish

SIZE = 10_000
RUNS = 5
BUDGET = 1.0  # seconds of processor time
AS_OF = date(2026, 11, 20)


def events(size: int) -> list[Event]:
    """So many invented events, three years of them to come, no two of one text."""
    draw = random.Random(7)
    topics = list(load())
    return [_event(number, draw, topics) for number in range(size)]


def _event(number: int, draw: random.Random, topics: list[str]) -> Event:
    day = (AS_OF + timedelta(draw.randrange(-4000, 1000))).isoformat()
    value = edtf.parse(draw.choice([day, day, day, f"{day}T19:30", day[:7]]))
    when = When(value.text, value.begin, value.until, value.granularity, draw.choice([None, "morning"]))
    timex = Timex(4, 8, "当天", value.text, value.begin, value.until, "DATE", "relative", value.granularity)
    quote = f"第{number}届读书节将在河滨文化馆举行；市民可免费参加，并领取纪念品（先到先得）。"
    mention = Mention(
        f"papers/{number // 20}.txt", "0" * 64, "河滨日报", "a1", "文化周历", day, 0, len(quote), quote, timex
    )
    return Event(
        f"{number:016x}",
        f"河滨区第{number}届读书节，暨旧书集市",
        draw.choice(["activity", "milestone"]),
        draw.choice(["planned", "reported"]),
        0.8,
        tuple(draw.sample(topics, 2)),
        when,
        (mention,),
        "河滨文化馆三楼报告厅",
        (),
        {"registration": "扫描二维码报名", "fee": "免费"},
        first_seen="2026-11-01T08:00:00Z",
        last_changed="2026-11-01T08:00:00Z",
    )


def best(work: Callable[[], object]) -> float:
    """The least processor time of several runs, in seconds."""
    taken = []
    for _ in range(RUNS):
        began = process_time()
        work()
        taken.append(process_time() - began)
    return min(taken)


def main() -> None:
    """Print a table; exit 1 when the feed is over its budget."""
    listed, feed, topics = events(SIZE), feeds()["all"], load()
    whole = Past(whole=True)
    kept = Entries(topics)
    rendered = kept.of(listed)
    changed = [
        replace(one, revision=2, title=f"{one.title}（改期）") if n % 1000 == 0 else one for n, one in enumerate(listed)
    ]
    cold = best(lambda: build(feed, Entries(topics).of(listed), AS_OF, past=whole))
    window = best(lambda: build(feed, Entries(topics).of(listed), AS_OF))
    warm = best(lambda: build(feed, kept.of(changed), AS_OF, past=whole))
    print(f"{SIZE} events, best of {RUNS}, seconds of processor time")
    print(
        f"all.ics, whole, from nothing        {cold:8.3f}   {len(build(feed, rendered, AS_OF, past=whole)):>10} octets"
    )
    print(f"all.ics, whole, ten events changed  {warm:8.3f}")
    print(f"all.ics, its window, from nothing   {window:8.3f}   {len(build(feed, rendered, AS_OF)):>10} octets")
    print(f"all.ics, its window, made before    {best(lambda: build(feed, rendered, AS_OF)):8.3f}")
    with tempfile.TemporaryDirectory() as folder:
        began = process_time()
        done = publish(listed, [], Path(folder), AS_OF)
        print(f"publish, {len(done.written)} files              {process_time() - began:8.3f}")
        began = process_time()
        publish(listed, [], Path(folder), AS_OF)
        print(f"publish again, nothing changed      {process_time() - began:8.3f}")
    if window > BUDGET:
        sys.exit(f"all.ics took {window:.2f} s, more than {BUDGET} s")


if __name__ == "__main__":
    main()
