"""Events made by hand for the renderers' tests."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import settings

from timeline import edtf
from timeline.model import Event, Mention, Timex, When

# How long an example takes is the machine's affair: a busy one must not fail a test.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")


def when(text: str, part: str | None = None) -> When:
    value = edtf.parse(text)
    return When(text, value.begin, value.until, value.granularity, part, value.approximate, value.uncertain)


def timex(text: str, value: str, resolution: str = "explicit", **fields: Any) -> Timex:
    parsed = edtf.parse(value)
    return Timex(
        3, 3 + len(text), text, value, parsed.begin, parsed.until, "DATE", resolution, parsed.granularity, **fields
    )


def mention(quote: str, time: Timex, document: str = "pages/one.txt", **fields: Any) -> Mention:
    sha256 = hashlib.sha256(document.encode("utf-8", "replace")).hexdigest()
    place = {"source": "", "article": "a1", "headline": "本周末去登高", "published": "2025-04-21/2025-04-25", **fields}
    return Mention(document, sha256, start=100, end=100 + len(quote), quote=quote, timex=time, **place)


def event(title: str, date: str, part: str | None = None, **fields: Any) -> Event:
    own = {
        "id": hashlib.sha256((title + date).encode("utf-8", "replace")).hexdigest()[:16],
        "kind": "milestone",
        "modality": "reported",
        "salience": 0.8,
        "topics": ("quality",),
        "when": when(date, part),
        "mentions": (mention(f"{title}，这是原话。", timex("那天", date)),),
        "first_seen": "2026-11-20T08:00:00Z",
        "last_changed": "2026-11-20T08:00:00Z",
    }
    return Event(**{"title": title, **own, **fields})


@pytest.fixture
def make_event() -> Callable[..., Event]:
    return event


@pytest.fixture
def make_mention() -> Callable[..., Mention]:
    return mention


@pytest.fixture
def make_timex() -> Callable[..., Timex]:
    return timex


@pytest.fixture
def make_when() -> Callable[..., When]:
    return when


@pytest.fixture
def hike() -> Event:
    return event(
        "“青山碧海”亲子登高活动",
        "2025-04-26",
        "morning",
        kind="activity",
        modality="planned",
        topics=("culture",),
        place="城西镇青山风景区",
        details={
            "registration": "扫描二维码报名",
            "fee": "亲子家庭免费；其他家庭 88元/组",
            "url": "https://例子.example/报名?a=1",
        },
        mentions=(
            mention(
                "本周六，这场活动将拉开大幕。",
                timex("本周六", "2025-04-26", "relative", anchor="2025-04-21/2025-04-25"),
            ),
        ),
    )


@pytest.fixture
def many(hike: Event) -> list[Event]:
    """Every kind of date and standing, in no order."""
    two = (
        mention("一处说法。", timex("1996年", "1996")),
        mention("另一处说法。", timex("1996年", "1996"), "pages/two.txt"),
    )
    return [
        hike,
        event("新区科技产业园建成", "2026", "end", modality="planned", topics=("industry",)),
        event("率先实施“质量立市”战略", "1996", mentions=two),
        event("早年的觉醒", "199X", topics=()),
        event("《电梯管理办法》施行", "2025-07-09/..", topics=("safety",), links=(("expires", "f" * 16),)),
        event("《电梯管理办法》到期", "2030-07-08", topics=("safety",), id="f" * 16, links=(("in-force", "x"),)),
        event(
            "全国质量大会",
            "2024-10-15/2024-10-16",
            kind="activity",
            topics=("government", "quality"),
            place="国际会展中心",
        ),
        event("海丝书画展", "2025-09-01/2025-11-30", kind="activity", topics=("culture",)),
        event("灯会", "2014-02-14T18:30/2014-02-15T00:00", kind="activity", topics=("culture",)),
        event("音乐节", "2026-12-01T19:30", kind="activity", modality="cancelled", topics=("culture",)),
        event("马拉松", "2026-12-06", kind="activity", modality="postponed", topics=("culture",)),
        event("一季度新增市场主体1.28万户", "2025-33", kind="indicator", topics=("business",)),
        event("存量清理完成", "../2019", topics=("business",)),
        event("三月三", "XXXX-03-03", topics=()),
    ]
