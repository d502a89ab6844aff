"""A small store behind a test client; its texts try to be more than text."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from running import running
from starlette.testclient import TestClient

from timeline import edtf
from timeline.model import Article, Dct, Document, Event, Evidence, Extraction, Mention, Span, Timex, When
from timeline.serve import create_app
from timeline.store import Store

NOW = datetime(2026, 11, 20, 8, tzinfo=UTC)
AS_OF = date(2025, 4, 22)
TOKEN = "0123456789abcdef0123"
TEXT = "周末登高去\n本周六，<b>登高</b>活动将在城西青山\n风景区举行。1996年，这里率先实施“质量立市”。\n"
DCT = Dct(
    edtf.parse("2025-04-21/2025-04-25"),
    (Evidence("weekday", "本周六", "2025-04-21/2025-04-25", "这一周的星期六是4月26日", Span(6, 9)),),
)


def _event(key: str, title: str, quote: str, words: str, value: str, **fields: object) -> Event:
    parsed = edtf.parse(value)
    printed = {"本周六": (6, 34), "1996年": (34, 52)}[words]
    at = TEXT.index(words)
    timex = Timex(
        at, at + len(words), words, value, parsed.begin, parsed.until, "DATE",
        "relative" if words == "本周六" else "explicit", parsed.granularity, anchor="2025-04-21/2025-04-25",
        steps=("发布的那一周的星期六",),
    )  # fmt: skip
    sha256 = hashlib.sha256(TEXT.encode()).hexdigest()
    mention = Mention(
        "pages/hike.txt", sha256, "", "a1", "周末登高去", "2025-04-21/2025-04-25", *printed, quote, timex, "举行"
    )
    own = {"kind": "activity", "modality": "reported", "salience": 0.9, "topics": ("culture",), **fields}
    when = When(value, parsed.begin, parsed.until, parsed.granularity)
    return Event(key, title, when=when, mentions=(mention,), **own)  # type: ignore[arg-type]


def extraction() -> Extraction:
    raw = TEXT.encode()
    document = Document("pages/hike.txt", hashlib.sha256(raw).hexdigest(), "text/plain", "utf-8", TEXT, raw=raw)
    lines = (Span(6, 27), Span(28, 53))
    article = Article("a1", "news", (lines,), headline=Span(0, 5), dct=DCT)
    hike = _event(
        "a1b2c3d4e5f60718", "<b>登高</b>活动", "本周六，<b>登高</b>活动将在城西青山风景区举行。", "本周六", "2025-04-26",
        modality="planned", place="城西青山风景区", details={"fee": "免费 & 自愿"},
    )  # fmt: skip
    quality = _event(
        "b1b2c3d4e5f60718", "率先实施“质量立市”", "1996年，这里率先实施“质量立市”", "1996年", "1996", kind="milestone", topics=("quality",)
    )  # fmt: skip
    return Extraction(
        document, (article,), tuple(m.timex for e in (hike, quality) for m in e.mentions), (hike, quality)
    )


@pytest.fixture(autouse=True)
def answers_are_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """No answer of before is given while the next one is made: whatever the load, a test sees what it asked for."""
    monkeypatch.setattr("timeline.serve.shelf.GRACE", 0.0)


@pytest.fixture(scope="session")
def base() -> Iterator[str]:
    """The address of a server as a process of its own, for tests that neither change nor end it."""
    with running() as address:
        yield address


@pytest.fixture
def told() -> Extraction:
    """What the one page of the small store says."""
    return extraction()


@pytest.fixture(scope="session")
def small_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small store, made once: each test has a copy of its own."""
    place = tmp_path_factory.mktemp("store") / "timeline.db"
    with Store.open(str(place)) as store:
        report = store.ingest([extraction()], NOW)
        assert report.events_added == 2 and not report.problems
    return place


@pytest.fixture
def where(tmp_path: Path, small_store: Path) -> str:
    """Where the small store is."""
    return str(shutil.copy(small_store, tmp_path / "timeline.db"))


@pytest.fixture
def client(where: str) -> Iterator[TestClient]:
    with TestClient(create_app(where, lambda: AS_OF), raise_server_exceptions=False) as made:
        yield made


@pytest.fixture
def desk(where: str) -> Iterator[TestClient]:
    """A server that takes pages and corrections from the bearer of ``TOKEN``."""
    app = create_app(where, lambda: AS_OF, now=lambda: NOW, token=TOKEN)
    with TestClient(app, raise_server_exceptions=False) as made:
        yield made
