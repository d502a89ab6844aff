from __future__ import annotations

import json
from dataclasses import fields, replace
from datetime import date, datetime

from hypothesis import given
from hypothesis import strategies as st
from making import BRIDGE, MARKET, page

from timeline.model import Article, Clue, Dct, Event, Evidence, Mention, Span, Timex, When
from timeline.store import codec

_TEXT = st.text(max_size=5)
_BOUND = st.none() | st.dates() | st.datetimes()
_SPAN = st.builds(Span, st.integers(0, 9), st.integers(10, 99))
_TIMEX = st.builds(
    Timex,
    start=st.integers(0, 9),
    end=st.integers(10, 99),
    text=_TEXT,
    edtf=st.none() | st.just("2026-05"),
    begin=_BOUND,
    until=_BOUND,
    type=_TEXT,
    resolution=_TEXT,
    part=st.none() | st.just("end"),
    steps=st.tuples(_TEXT, _TEXT),
    approximate=st.booleans(),
)
_MENTION = st.builds(Mention, published=st.none() | st.just("2025"), timex=_TIMEX)
_EVENT = st.builds(
    Event,
    topics=st.tuples(_TEXT),
    when=st.builds(When, edtf=_TEXT, begin=_BOUND, until=_BOUND, granularity=_TEXT, part=st.none() | _TEXT),
    mentions=st.lists(_MENTION, max_size=2).map(tuple),
    salience=st.floats(0, 1),
    place=st.none() | _TEXT,
    actors=st.tuples(_TEXT),
    details=st.dictionaries(_TEXT, _TEXT, max_size=2),
    links=st.tuples(st.tuples(_TEXT, _TEXT)),
    reasons=st.tuples(_TEXT),
    conflicts=st.tuples(st.dictionaries(_TEXT, st.none() | _TEXT | st.integers() | st.lists(_TEXT), max_size=2)),
    aliases=st.tuples(_TEXT),
)


@given(_EVENT)
def test_an_event_comes_back_from_its_payload(event):
    payload = json.loads(codec.dumps(codec.event_payload(event)))
    stored = {name: getattr(event, name) for name in ("id", "mentions", "revision", "first_seen", "last_changed")}
    assert codec.event_of(payload, **stored) == event


@given(_EVENT)
def test_an_event_comes_back_from_its_tombstone(event):
    stored = {name: getattr(event, name) for name in ("revision", "first_seen", "last_changed")}
    assert codec.risen(codec.tombstone(event), **stored) == event


@given(_TIMEX)
def test_a_time_expression_comes_back(timex):
    assert codec.timex_of(json.loads(codec.dumps(codec.timex_payload(timex)))) == timex


def test_an_article_comes_back_with_its_evidence():
    for published in ("2025-04-22", "2025-04-21/2025-04-25", "2026-12~", None):
        (article,) = page("a.txt", published=published).articles
        assert codec.article_of(article.key, article.role, codec.article_payload(article)) == article
    odd = Article(
        "a2",
        "notice",
        ((), (Span(3, 4), Span(9, 12))),
        None,
        Span(1, 2),
        "",
        Dct(None, (Evidence("url", "x", "2025", "y"),), "why"),
        Span(14, 16),
    )
    assert codec.article_of("a2", "notice", codec.article_payload(odd)) == odd
    clues = (Clue("url", "2025-04-23", "202504/23"), Clue("meta", "2025", "x"))
    assert codec.clues_of(codec.clues_payload(clues)) == clues


def test_what_has_its_default_is_not_written():
    event = page("a.txt", [BRIDGE]).events[0]
    payload = codec.event_payload(event)
    assert not {"links", "conflicts", "aliases", "mentions", "id", "revision"} & payload.keys()
    assert "bound" not in codec.timex_payload(event.mentions[0].timex)


def test_what_an_older_version_wrote_beside_is_no_matter():
    event = page("a.txt", [MARKET]).events[0]
    payload = {**codec.event_payload(event), "mood": "glad"}
    payload["when"] = {**payload["when"], "era": "x"}
    timex = {**codec.timex_payload(event.mentions[0].timex), "colour": "red"}
    assert codec.timex_of(json.loads(codec.dumps(timex))) == event.mentions[0].timex
    assert codec.event_of(json.loads(codec.dumps(payload)), id=event.id, mentions=event.mentions) == event


def test_dates_and_date_times_stay_what_they_are():
    timex = page("a.txt", [MARKET]).events[0].mentions[0].timex
    for begin in (date(2025, 4, 26), datetime(2025, 4, 26, 9, 30)):
        back = codec.timex_of(json.loads(codec.dumps(codec.timex_payload(timex._replace(begin=begin)))))
        assert (back.begin, type(back.begin)) == (begin, type(begin))


def test_equal_payloads_are_equal_texts():
    event = page("a.txt", [MARKET]).events[0]
    one, other = {"fee": "免费", "contact": "110"}, {"contact": "110", "fee": "免费"}
    assert codec.dumps(codec.event_payload(replace(event, details=one))) == codec.dumps(
        codec.event_payload(replace(event, details=other))
    )
    assert {field.name for field in fields(Event)} >= set(codec.event_payload(event))
