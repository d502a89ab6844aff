"""One matter's story in order."""

from __future__ import annotations

from making import NOW

from timeline.pipeline import process
from timeline.read import read_text
from timeline.store import Store

PAGES = [
    ("2025-02-11", "望江市2月10日就《望江市停车管理办法》公开征求意见。"),
    ("2025-04-16", "《望江市停车管理办法》4月15日公布，自5月1日起施行，有效期三年。"),
    ("2025-05-02", "《望江市停车管理办法》5月1日起正式施行。"),
    ("2025-04-10", "第三届石雕艺术节定于4月18日在和平广场开幕。"),
    ("2025-04-15", "因持续降雨，原定4月18日开幕的第三届石雕艺术节延期至4月25日开幕。"),
    ("2025-04-26", "4月25日，第三届石雕艺术节在和平广场开幕。"),
    ("2025-04-26", "4月25日，望江市养犬管理办法座谈会召开。"),
]


def stored(path) -> Store:
    store = Store.open(str(path / "timeline.db"))
    for number, (published, text) in enumerate(PAGES):
        store.ingest([process(read_text(text, f"{number}.txt"), published)], NOW)
    return store


def test_a_rule_from_its_draft_to_its_end(tmp_path) -> None:
    with stored(tmp_path) as store:
        (force,) = [event for event in store.events() if "施行" in event.title]
        steps = store.thread(force.id)
        assert [step.event.when.edtf for step in steps] == ["2025-02-10", "2025-04-15", "2025-05-01/..", "2028-04-30"]
        assert [step.stages for step in steps[1:]] == [("publish",), ("in-force",), ("expire",)]
        assert [(word.published, word.modality) for word in steps[2].words] == [
            ("2025-04-16", "planned"),
            ("2025-05-02", "reported"),
        ]
        assert store.thread(steps[0].event.id) == steps


def test_a_plan_that_slips_and_is_done(tmp_path) -> None:
    with stored(tmp_path) as store:
        promised, _ = [event for event in store.events() if "石雕" in event.title]
        steps = store.thread(promised.id[:8])
        assert [[(word.modality, word.edtf) for word in step.words] for step in steps] == [
            [("planned", "2025-04-18"), ("postponed", "2025-04-18")],
            [("postponed", "2025-04-25"), ("reported", "2025-04-25")],
        ]
