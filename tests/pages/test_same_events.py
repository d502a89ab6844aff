"""The same article as plain text, web page, word-processor document and PDF gives the same events."""

from __future__ import annotations

import page_scoring
import pytest
from page_stories import HALVES, Fixture, stories

from timeline.pipeline import merged, process
from timeline.read import read_bytes

PUBLISHED = {"first": "2025-04-23", "second": "2025-06-18", "third": "2025-09-13"}
WAYS: dict[str, dict[str, object]] = {
    "scan.columns": {"measure": 17, "indent": "　　"},
    "html.bare": {},
    "html.portal": {},
    "html.founder": {},
    "docx.plain": {},
    "pdf.page": {},
}
#: Pages that tell the name of their site, and the town in it.
PORTAL, TOWN = "html.portal", "松陵"
TOLD = [(half, key) for half in HALVES for key, story in stories(half).items() if story.role in ("news", "weather")]


def events(half: str, key: str, way: str) -> list[tuple[str, str, str, str | None]]:
    story = stories(half)[key]
    columns = 2 if len("".join(story.body)) > 300 else 1
    settings = WAYS[way] | {"band": [{"stories": [1], "columns": [columns]}]}
    fixture = Fixture(f"{half}/{key}", way, (story,), "utf-8", settings)
    [document] = read_bytes(page_scoring.drawn(fixture), page_scoring.filename(fixture))
    found = merged(process(document, PUBLISHED[half])).events
    return sorted((event.title, event.when.edtf, event.kind, event.place) for event in found)


@pytest.mark.parametrize(("half", "key"), TOLD, ids=lambda each: each)
def test_an_article_gives_the_same_events_in_every_format(half: str, key: str) -> None:
    plain = events(half, key, "scan.columns")
    ways = {way: events(half, key, way) for way in WAYS if way != PORTAL}
    assert ways == dict.fromkeys(ways, plain)
    # a portal's page names its site, and so the town that it is of where the article names none
    portal = events(half, key, PORTAL)
    assert [told[:3] for told in portal] == [told[:3] for told in plain]
    assert all(there == here or TOWN in (there or "") for (*_, there), (*_, here) in zip(portal, plain, strict=True))


def test_the_articles_do_give_events() -> None:
    assert sum(len(events(half, key, "scan.columns")) for half, key in TOLD) > 60
