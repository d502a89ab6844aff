"""The chronology that the five pages must give: dates, words, kinds, quotes that stand where their offsets say."""

from __future__ import annotations

import random
from functools import lru_cache
from pathlib import Path

import pytest

from timeline.events.merge import merge
from timeline.layout import unwrap
from timeline.model import Event, Extraction
from timeline.pipeline import process
from timeline.read import read_path

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))

#: EDTF, a word of the title, the kind, and how many mentions.
EXPECTED = [
    ("1992", "工业标准化示范区", "milestone", 1),
    ("1994", "抓拳头、创名牌、上规模、带行业", "milestone", 1),
    ("1996", "质量立市", "milestone", 2),
    ("1998", "品牌立市", "milestone", 1),
    ("1999", "扶持企业创新", "milestone", 1),
    ("2003", "品牌之都", "milestone", 1),
    ("2012", "境外品牌运作", "milestone", 1),
    ("2012", "部署", "milestone", 1),
    ("2019", "制造业全链条升级", "milestone", 1),
    ("2023", "民营经济高质量发展配套措施", "milestone", 1),
    ("2024", "质量提升专项行动", "milestone", 2),
    ("2024-09", "服务站落地", "milestone", 1),
    ("2024-10-15/2024-10-16", "福建考察", "activity", 2),
    ("2025-02-05", "指挥部揭牌", "milestone", 2),
    ("2025-04-26", "登高活动", "activity", 4),
    ("2025-04-29", "供应链产能对接会", "activity", 1),
    ("2025-06-19", "质量融资增信", "activity", 1),
    ("2025-07-09/..", "增设电梯", "milestone", 1),
    ("2030-07-08", "增设电梯", "milestone", 1),
    ("2025-08", "航线首航", "milestone", 1),
    ("2025-09-22", "购房补贴", "milestone", 1),
    ("2025-09-25", "大会", "activity", 1),
    ("2025-11", "营业执照", "milestone", 1),
    ("2026", "投产", "milestone", 1),
    ("2026", "产业园竣工", "milestone", 1),
    ("2026-05", "国际标准查询平台", "milestone", 1),
]


@lru_cache(maxsize=1)
def extractions() -> tuple[Extraction, ...]:
    return tuple(process(document) for path in SEEDS for document in read_path(path))


@lru_cache(maxsize=1)
def events() -> tuple[Event, ...]:
    return tuple(merge(event for extraction in extractions() for event in extraction.events))


def the(edtf: str, word: str) -> Event:
    found = [event for event in events() if event.when.edtf == edtf and word in event.title]
    assert len(found) == 1, [(event.when.edtf, event.title) for event in events() if word in event.title]
    return found[0]


@pytest.mark.parametrize(("edtf", "word", "kind", "mentions"), EXPECTED)
def test_the_chronology_holds(edtf: str, word: str, kind: str, mentions: int) -> None:
    event = the(edtf, word)
    assert (event.kind, len(event.mentions)) == (kind, mentions)


def test_every_quote_stands_where_it_says() -> None:
    texts = {extraction.document.path: extraction.document.text for extraction in extractions()}
    for event in events():
        for mention in event.mentions:
            printed = texts[mention.document][mention.start : mention.end]
            assert unwrap(printed) == mention.quote
            assert unwrap(texts[mention.document][mention.timex.start : mention.timex.end]) == mention.timex.text


def test_no_step_takes_its_neighbours_clause() -> None:
    steps = ["1992", "1994", "1999", "2003", "2019", "2023"]
    quotes = {step: " ".join(m.quote for e in events() if e.when.edtf == step for m in e.mentions) for step in steps}
    for step in steps:
        assert not any(other in quotes[step] for other in steps if other != step)


def test_the_hike_has_what_its_notice_says() -> None:
    hike = the("2025-04-26", "登高活动")
    assert (hike.when.part, hike.modality) == ("morning", "planned")
    assert "紫帽山" in (hike.place or "")
    assert "88" in hike.details["fee"]
    assert "二维码" in hike.details["registration"]


def test_the_rule_has_two_linked_ends() -> None:
    begin, end = the("2025-07-09/..", "增设电梯"), the("2030-07-08", "增设电梯")
    assert begin.links == (("expires", end.id),)
    assert end.links == (("in-force", begin.id),)


def test_the_finer_date_wins_and_both_mentions_stay() -> None:
    event = the("2025-02-05", "指挥部揭牌")
    assert {mention.timex.edtf for mention in event.mentions} == {"2025", "2025-02-05"}
    assert len({mention.document for mention in event.mentions}) == 2


def test_parts_of_a_year_and_plans() -> None:
    due = the("2026", "产业园竣工")
    assert (due.when.part, due.modality) == ("end", "planned")
    assert the("2026", "投产").modality == "planned"


def test_yesterday_on_a_page_dated_to_days_is_one_of_them() -> None:
    told = [event for event in events() if any(m.timex.text.startswith("昨日") for m in event.mentions)]
    assert told
    assert all(event.when.uncertain and "/" in event.when.edtf for event in told)


@pytest.mark.parametrize("decoy", ["JJF2264", "3-6-1", "12315", "1/200", "近五年"])
def test_decoys_are_no_dates(decoy: str) -> None:
    for extraction in extractions():
        at = extraction.document.text.find(decoy)
        for timex in extraction.timexes:
            if at >= 0 and timex.start < at + len(decoy) and at < timex.end:
                assert timex.begin is None
                assert timex.until is None


def test_the_order_of_statements_does_not_matter() -> None:
    statements = [event for extraction in extractions() for event in extraction.events]
    expected = merge(statements)
    for seed in range(3):
        random.Random(seed).shuffle(statements)
        assert merge(statements) == expected
    assert merge([*statements, *statements]) == expected


def test_no_mention_is_lost_by_merging() -> None:
    told = {
        (m.document, m.start, m.end, m.timex.start)
        for extraction in extractions()
        for e in extraction.events
        for m in e.mentions
    }
    assert told == {(m.document, m.start, m.end, m.timex.start) for event in events() for m in event.mentions}


def test_titles_read_well() -> None:
    for event in events():
        assert 3 < len(event.title) <= 30
        assert event.title.count("“") == event.title.count("”")
        assert event.title.count("《") == event.title.count("》")
        assert not event.title.startswith(("今年", "昨日", "今日", "，", "的"))
