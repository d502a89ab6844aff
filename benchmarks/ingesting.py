"""Ingestion into SQLite: characters a second of a bulk load, memory, and one page into a store that is full already.

$ python benchmarks/ingesting.py 2000
"""

from __future__ import annotations

import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from merging import WHO, WORDS

from timeline.model import Document
from timeline.pipeline import process
from timeline.read import read_text
from timeline.store import Store

_WHAT = [
    "举办读书分享会",
    "开展义诊活动",
    "启动管网改造",
    "举行开工仪式",
    "召开安全例会",
    "发布招聘公告",
    "组织消防演练",
    "举行揭牌仪式",
    "签署合作协议",
]
_FILL = (
    "这里依山临水，街巷整洁，居民三三两两走过石板路，谈起身边的变化，人人脸上带着笑意。",
    "负责人介绍，项目从群众需要出发，把服务送到门口，让办事的人少跑路，也让办成的事更多。",
    "老街两旁的店铺换了新招牌，茶香从门里飘出来，来往的客人停下脚步，听店主讲过去的故事。",
)
_AT_ONCE = 250
NOW = datetime(2026, 1, 1, tzinfo=UTC)


def page(number: int) -> tuple[Document, str]:
    """A page of news: a dozen sentences with dates among sentences without, and the day that it came out."""
    chosen = random.Random(number)
    day = date(2016, 1, 1) + timedelta(chosen.randrange(3600))
    lines = []
    for _ in range(12):
        told = day - timedelta(chosen.randrange(1, 20))
        words = "".join(chosen.choices(WORDS, k=4))
        # the words in the name keep one thing from being told every other day, which no archive's pages do
        lines.append(f"{told.month}月{told.day}日，{chosen.choice(WHO)}在{words}社区{chosen.choice(_WHAT)}。")
        lines += chosen.choices(_FILL, k=4)
    text = "".join(lines)
    return read_text(
        "\n\n".join(text[k : k + 600] for k in range(0, len(text), 600)), f"p{number}.txt"
    ), day.isoformat()


def _loaded(store: Store, count: int) -> Iterator[str]:
    """Ingests pages by the day of their publication, some pages a call, and tells how it went."""
    characters = 0
    began, spent = time.perf_counter(), time.process_time()
    with ProcessPoolExecutor(2) as executor:
        for start in range(0, count, _AT_ONCE):
            pages = [page(number) for number in range(start, min(start + _AT_ONCE, count))]
            characters += sum(len(document.text) for document, _ in pages)
            store.ingest(executor.map(process, *zip(*pages, strict=True), chunksize=8), NOW)
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            wall = time.perf_counter() - began
            cpu = time.process_time() - spent
            yield f"{start + len(pages):7} pages  {characters / wall:9,.0f} characters/s  store {characters / cpu:9,.0f} characters/s of CPU  peak {peak:,.0f} MB"


def main() -> None:
    """Prints the figures."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 9_000
    with tempfile.TemporaryDirectory() as folder, Store.open(str(Path(folder) / "bench.db")) as store:
        for line in _loaded(store, count):
            print(line, flush=True)
        document, published = page(count + 1)
        extraction = process(document, published)
        began = time.process_time()
        report = store.ingest([extraction], NOW)
        spent = time.process_time() - began
        with store.reading() as connection:
            events = connection.exec_driver_sql("SELECT COUNT(*) FROM event").scalar()
        print(f"one page into {events:,} events: {spent:.3f} s of CPU, {report.events_added} added")


if __name__ == "__main__":
    main()
