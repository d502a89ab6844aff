"""Merging: linear in the number of mentions, however they are spread: all the same, on one date, of one name, all different.

$ python benchmarks/merging.py
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta

from timeline import edtf
from timeline.events.merge import merge
from timeline.model import Event, Mention, Timex, When

WHO = [
    "市文化局",
    "县教育局",
    "东溪镇",
    "南浦街道",
    "石桥村",
    "城关小学",
    "第二医院",
    "恒远纺织",
    "望江码头",
    "青年剧团",
    "市总工会",
    "园林中心",
    "水务集团",
    "云岭大学",
]
_WHAT = [
    "举办读书分享会",
    "开展义诊活动",
    "启动管网改造",
    "举行开工仪式",
    "召开安全例会",
    "发布招聘公告",
    "组织消防演练",
    "揭牌成立",
    "签署合作协议",
    "完成竣工验收",
]
WORDS = "春夏秋冬山水花木金石风云江海桥路城乡田园书画茶竹松梅兰菊光华明远新安平和康宁"


def statement(number: int, title: str, day: date) -> Event:
    """One statement of one page."""
    value = edtf.of_date(day)
    when = When(value.text, value.begin, value.until, value.granularity)
    timex = Timex(0, 4, "当日", value.text, value.begin, value.until, "DATE", "explicit", value.granularity)
    digest = f"{number:064x}"
    mention = Mention(f"{number}.txt", digest, "", "a1", "", value.text, 0, 20, f"{title}。", timex, "")
    return Event(f"{number:012x}", title, "activity", "reported", 0.7, (), when, (mention,))


def mixed(count: int) -> Iterator[Event]:
    """News of ten years, each thing told by two pages on average."""
    chosen = random.Random(7)
    for number in range(count):
        seed = random.Random(number // 2)
        title = f"{seed.choice(WHO)}{seed.choice(_WHAT)}{''.join(seed.choices(WORDS, k=4))}"
        day = date(2015, 1, 1) + timedelta(seed.randrange(3650))
        yield statement(number, title if chosen.random() < 0.5 else title.replace("举", "如期举"), day)


def same(count: int) -> Iterator[Event]:
    """The very same words and date."""
    return (statement(number, "望江市举行春季植树活动", date(2025, 3, 12)) for number in range(count))


def sharing(count: int) -> Iterator[Event]:
    """Different things of one date that share a name."""
    for number in range(count):
        words = "".join(random.Random(number).choices(WORDS, k=5))
        yield statement(number, f"“春风行动”走进{words}社区", date(2025, 3, 12))


def counted(count: int) -> Iterator[Event]:
    """One thing of one date, told with as many figures as there are pages."""
    return (statement(number, f"望江市春季植树{number}棵", date(2025, 3, 12)) for number in range(count))


def named(count: int) -> Iterator[Event]:
    """One name, another day each time."""
    for number in range(count):
        yield statement(number, "“春风行动”走进社区", date(1990, 1, 1) + timedelta(number % 13_000))


def different(count: int) -> Iterator[Event]:
    """Different things of one date."""
    for number in range(count):
        yield statement(number, "".join(random.Random(number).choices(WORDS, k=8)), date(2025, 3, 12))


def main() -> None:
    """Prints a line for each size of each sort."""
    largest = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    for name, make, sizes in (
        ("mixed", mixed, (1_000, 10_000, largest)),
        ("the same words", same, (2_000, largest)),
        ("one date, one name", sharing, (2_000, 20_000, largest)),
        ("one date, one thing", counted, (2_000, 20_000)),
        ("one name, other dates", named, (2_000, largest)),
        ("one date, all different", different, (2_000, 20_000)),
    ):
        for size in sizes:
            statements = list(make(size))
            start = time.process_time()
            events = merge(statements)
            spent = time.process_time() - start
            told = sum(len(event.mentions) for event in events)
            print(
                f"{name:24} {size:7} mentions → {len(events):6} events  {spent:6.2f} s  {spent / size * 1e6:5.0f} µs each"
            )
            assert told == size


if __name__ == "__main__":
    main()
