"""Reading the stored pages anew: told before it is written, and a person's word outlives it."""

from __future__ import annotations

from dataclasses import replace

from making import LATER, LATEST, NOW

from timeline.pipeline import process
from timeline.read import read_text
from timeline.store import Store

TEXT = "望江市4月26日举办灯会。《望江市停车管理办法》自2025年5月1日起施行。"


def otherwise(document, published):
    """Other rules: the fair is a day later, the rule has another title."""
    extraction = process(document, published)
    events = []
    for event in extraction.events:
        if "灯会" in event.title:
            first = process(read_text("望江市4月27日举办灯会。", "x"), published).events[0]
            event = replace(event, when=first.when, id="aaaabbbbcccc")
        else:
            event = replace(event, title="停车办法施行")
        events.append(event)
    return replace(extraction, events=tuple(events))


def test_what_would_change_is_told_and_written_only_when_wanted(tmp_path) -> None:
    with Store.open(str(tmp_path / "a.db")) as store:
        store.ingest([process(read_text(TEXT, "a.txt"), "2025-04-20")], NOW, published="2025-04-20", rules="one")
        fair = next(event for event in store.events() if "灯会" in event.title)
        store.correct(fair.id, "place", "南湖", who="编辑", now=NOW)
        before = store.events()
        assert store.reextract(process, "one", LATER, changed=True).empty
        assert store.reextract(process, "two", LATER).empty
        found = store.reextract(otherwise, "two", LATER, changed=True)
        assert found.moved == ((fair.title, "2025-04-26", "2025-04-27"),)
        assert [new for _, new in found.retitled] == ["停车办法施行"]
        assert (found.added, found.gone) == ((), ())
        assert store.events() == before
        assert store.reextract(otherwise, "two", LATEST, changed=True, write=True) == found
        now = store.event(fair.id)
        assert (now.id, now.when.edtf, now.place) == (fair.id, "2025-04-27", "南湖")
        assert store.reextract(otherwise, "two", LATEST, changed=True).empty
        assert list(store.verify()) == []
