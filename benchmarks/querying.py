"""Queries by year and topic over a million events, and pages far into them, in a store made by bulk insertion.

$ python benchmarks/querying.py 1000000
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from datetime import date, timedelta
from itertools import islice
from pathlib import Path

from timeline import edtf
from timeline.model import Event, When
from timeline.query import Position, Query, find
from timeline.store import Store
from timeline.store.columns import EVENT, EVENT_TOPIC, batches
from timeline.store.ledger import columns
from timeline.store.retrieve import ORDER

_TOPICS = [
    "quality",
    "ip",
    "business",
    "industry",
    "innovation",
    "trade",
    "finance",
    "green",
    "society",
    "culture",
    "government",
    "housing",
    "health",
]


def event(number: int) -> Event:
    """An event of the last hundred years, one in ten of them a year."""
    chosen = random.Random(number)
    day = date(1926, 1, 1) + timedelta(chosen.randrange(36_500))
    value = edtf.parse(f"{day.year}") if number % 10 == 0 else edtf.of_date(day)
    when = When(value.text, value.begin, value.until, value.granularity)
    return Event(f"{number:012x}", f"第{number}件事", "milestone", "reported", 0.8, (chosen.choice(_TOPICS),), when, ())


def filled(store: Store, count: int) -> None:
    """Puts ``count`` events into a store."""
    from sqlalchemy import insert

    numbers = iter(range(1, count + 1))
    while some := list(islice(numbers, 20_000)):
        rows = [{"number": number, **columns(event(number))} for number in some]
        names = ("scale", "begin_minute", "until_minute")
        topics = [
            {"event": row["number"], "topic": event(row["number"]).topics[0], **{name: row[name] for name in names}}
            for row in rows
        ]
        with store._writing() as connection:
            for few in batches(rows, 5_000):
                connection.execute(insert(EVENT), list(few))
            connection.execute(insert(EVENT_TOPIC), topics)


def row(store: Store, number: int) -> Position:
    """The place in the chronology of the event at a row, counted from 0."""
    from sqlalchemy import select

    with store.reading() as connection:
        at, grain, until, key = connection.execute(select(*ORDER).order_by(*ORDER).offset(number).limit(1)).one()
    return at, grain, until, key


def main() -> None:
    """Prints the best of five runs of each query."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    with tempfile.TemporaryDirectory() as folder, Store.open(str(Path(folder) / "bench.db")) as store:
        filled(store, count)
        tenth, last = row(store, count // 10), row(store, count - 60)
        middle = row(store, count * 77 // 100)  # in 2003
        asked: dict[str, tuple[Query, Position | None]] = {
            "year and topic": (Query(years=(1996, 1996), topics=("culture",)), None),
            "year and topic, first 50": (Query(years=(1996, 1996), topics=("culture",), limit=50), None),
            "a year, first 50": (Query(years=(2003, 2003), limit=50), None),
            "a year, 50 from its middle": (Query(years=(2003, 2003), limit=50), middle),
            "upcoming, first 50": (Query(upcoming=True, as_of=date(2025, 6, 1), limit=50), None),
            "all, first 50": (Query(limit=50), None),
            f"all, 50 behind row {count // 10:,}": (Query(limit=50), tenth),
            f"all, 50 behind row {count - 60:,}": (Query(limit=50), last),
            "a topic, first 50": (Query(topics=("culture",), limit=50), None),
            f"a topic, 50 behind row {count // 10:,}": (Query(topics=("culture",), limit=50), tenth),
        }
        for name, (query, after) in asked.items():
            best = 9.0
            for _ in range(5):
                began = time.process_time()
                found = find(store, query, after)
                best = min(best, time.process_time() - began)
            print(f"{name:34} {len(found):5} of {count:,} events  {best * 1000:6.1f} ms", flush=True)


if __name__ == "__main__":
    main()
