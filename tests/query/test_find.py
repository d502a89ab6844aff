from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from making import BRAND, BRIDGE, MARKET, NOW, RATE, Line, page
from sqlalchemy import select, text

import timeline
from timeline import edtf
from timeline.query import Query, QueryError, find, matches, position
from timeline.store import Store, conditions
from timeline.store.columns import EVENT
from timeline.store.conditions import overlapping
from timeline.store.retrieve import LIVE, ORDER
from timeline.when import minute

AS_OF = date(2025, 4, 22)
LINES = (
    MARKET,
    BRIDGE,
    BRAND,
    RATE,
    Line(
        "去年10月15日—16日办展会。",
        "去年10月15日—16日",
        "2024-10-15/2024-10-16",
        "办展会",
        "activity",
        topics=("trade", "culture"),
        place="会展中心",
    ),
    Line("新规2016年7月起施行。", "2016年7月", "2016-07/..", "新规施行", topics=("government",)),
    Line(
        "厂房将于2026年底建成。", "2026年底", "2026", "厂房建成", modality="planned", part="end", topics=("industry",)
    ),
    Line("今年将修路。", "今年", "2025", "修路", modality="planned", topics=("transport",)),
    Line("上世纪90年代起步。", "上世纪90年代", "199X", "起步", salience=0.2),
    Line("4月26日14时30分开讲。", "4月26日14时30分", "2025-04-26T14:30", "开讲", "activity", "planned", topics=()),
    Line("4月26日下雨。", "4月26日", "2025-04-26", "下雨", "incident", topics=("weather",)),
    Line("每年4月26日宣传。", "4月26日", "XXXX-04-26", "宣传", "activity", topics=("ip",)),
    Line("此前至2019年止。", "2019年", "../2019", "旧规停用", topics=("government",)),
    Line(
        "展览4月1日至5月30日举行。", "4月1日至5月30日", "2025-04-01/2025-05-30", "展览", "activity", place="City Hall"
    ),
)


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    with Store.open(str(tmp_path_factory.mktemp("find") / "a.db")) as opened:
        opened.ingest(
            [page("papers/a.txt", LINES[:7], source="晨报"), page("papers/b.txt", LINES[7:], source="The Daily")], NOW
        )
        yield opened


@pytest.mark.parametrize("size", [1, 2, 5, 100])
@pytest.mark.parametrize("topics", [(), ("government",), ("government", "culture")])
@pytest.mark.parametrize("often", [1, 20_000])
def test_pages_together_are_the_whole_whatever_has_a_day(store, size, topics, often, monkeypatch):
    monkeypatch.setattr(conditions, "_OFTEN", often)
    whole = find(store, Query(all=True, topics=topics))
    assert {"XXXX-04-26", "2016-07/.."} & {event.when.edtf for event in whole}
    found, last = [], None
    while some := find(store, Query(all=True, topics=topics, limit=size), last):
        found += some
        last = position(some[-1])
    assert found == whole


def titles(store, **filters):
    return [event.title for event in find(store, Query(**filters))]


def test_without_filters_what_matters_comes_in_order_of_time(store):
    assert titles(store) == [
        "提出质量立业",
        "新规施行",
        "新桥通车",
        "旧规停用",
        "办展会",
        "修路",
        "展览",
        "县里办集市",
        "开讲",
        "厂房建成",
        "宣传",
    ]
    assert set(titles(store, all=True)) - set(titles(store)) == {"合格率达98%", "起步", "下雨"}


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({"years": (1996, 1996)}, ["旧规停用", "提出质量立业"]),
        ({"years": (1990, 2005), "all": True}, ["起步", "提出质量立业", "旧规停用"]),
        ({"years": (2024, 2024)}, ["新规施行", "办展会"]),
        ({"years": (2026, 2026)}, ["新规施行", "厂房建成"]),
        ({"years": (3000, 9999)}, ["新规施行"]),
        ({"years": (1, 1000)}, ["旧规停用"]),
        (
            {"since": edtf.parse("2025-06"), "until": edtf.parse("2026-11")},
            ["新规施行", "修路"],
        ),  # the end of 2026 is December
        ({"since": edtf.parse("2026-12-31")}, ["新规施行", "厂房建成"]),
        ({"until": edtf.parse("1996")}, ["旧规停用", "提出质量立业"]),
        (
            {"since": edtf.parse("2025-04-26T14:31"), "until": edtf.parse("2025-04-26")},
            ["新规施行", "修路", "展览", "县里办集市"],
        ),
        (
            {"since": edtf.parse("2025-04-26"), "until": edtf.parse("2025-04-26T14:29")},
            ["新规施行", "修路", "展览", "县里办集市"],
        ),
        ({"topics": ("culture",)}, ["办展会", "县里办集市"]),
        ({"topics": ("文旅活动", "城建住房", "transport")}, ["新桥通车", "办展会", "修路", "县里办集市"]),
        ({"topics": ("ip",)}, ["宣传"]),
        ({"topics": ("ip",), "years": (2025, 2025)}, []),
        ({"topics": ("culture", "trade"), "years": (2024, 2024)}, ["办展会"]),
        ({"topics": ("weather",)}, []),
        ({"topics": ("weather",), "all": True}, ["下雨"]),
        ({"kinds": ("indicator",)}, ["合格率达98%"]),
        ({"kinds": ("milestone",), "years": (2019, 2019)}, ["新规施行", "新桥通车", "旧规停用"]),
        ({"kinds": ("activity", "incident"), "years": (2025, 2025)}, ["展览", "县里办集市", "下雨", "开讲"]),
        ({"place": "公园"}, ["县里办集市"]),
        ({"place": "city"}, ["展览"]),
        ({"place": "桥"}, ["新桥通车"]),  # a place that only the title names
        ({"place": "%"}, []),
        ({"place": "_"}, []),
        ({"source": "晨"}, ["提出质量立业", "新规施行", "新桥通车", "办展会", "县里办集市", "厂房建成"]),
        ({"source": "daily", "topics": ("transport",)}, ["修路"]),
        ({"source": "b.txt", "kinds": ("activity",)}, ["展览", "开讲", "宣传"]),
        ({"source": "晚报"}, []),
        ({"text": "14时"}, ["开讲"]),
        ({"text": "施行 新规"}, ["新规施行"]),
        ({"upcoming": True, "as_of": AS_OF}, ["修路", "展览", "县里办集市", "开讲", "厂房建成"]),
        ({"upcoming": True, "as_of": date(2025, 4, 26)}, ["修路", "展览", "县里办集市", "开讲", "厂房建成"]),
        ({"upcoming": True, "as_of": date(2025, 4, 27)}, ["修路", "展览", "厂房建成"]),
        ({"upcoming": True, "as_of": date(2027, 1, 1)}, []),
        ({"coarse": False}, ["办展会", "展览", "县里办集市", "开讲", "宣传"]),
        ({"limit": 2}, ["提出质量立业", "新规施行"]),
        ({"limit": 1, "topics": ("culture",)}, ["办展会"]),
        (
            {"topics": ("culture",), "kinds": ("activity",), "place": "会展", "years": (2024, 2025), "text": "展会"},
            ["办展会"],
        ),
    ],
)
def test_filters(store, filters, found):
    assert sorted(titles(store, **filters)) == sorted(found)


def test_events_come_back_whole(store):
    by_id = {event.id: event for event in store.events()}
    for event in find(store, Query(years=(2025, 2025), all=True)):
        assert by_id[event.id] == event
        assert event.mentions


@pytest.mark.parametrize(
    ("filters", "advice"),
    [
        ({"topics": ("nonsense",)}, r"'nonsense' is not a topic; choose from quality 质量标准, ip 知识产权"),
        ({"topics": ("交通",)}, r"'交通' is not a topic; did you mean transport 交通出行\?"),
        ({"topics": ("貿易",)}, r"'貿易' is not a topic; did you mean trade 外贸出海\?"),
        (
            {"topics": ("cultures",)},
            r"'cultures' is not a topic; did you mean culture 文旅活动, agriculture 农业农村\?",
        ),
        ({"kinds": ("party",)}, "'party' is not a kind; choose activity, milestone, indicator, incident"),
        ({"upcoming": True}, "say which with --as-of"),
        ({"limit": 0}, "write 1 or more"),
        ({"years": (2005, 1990)}, "write the earlier one first"),
        (
            {"since": edtf.parse("2027"), "until": edtf.parse("2026-12")},
            "nothing lies from 2027 until 2026-12; write the earlier one behind --since",
        ),
        ({"text": "“”"}, "has no letter to look for"),
    ],
)
def test_a_filter_that_says_nothing_says_what_can_be_said(filters, advice):
    with pytest.raises(QueryError, match=advice):
        Query(**filters)


def test_a_program_finds_what_it_needs_under_the_package_s_own_name():
    assert timeline.find is find and timeline.Query is Query
    assert {"Event", "Query", "Store", "extract", "find", "tag"} <= set(dir(timeline))


def test_a_topic_is_taken_by_slug_and_by_label():
    assert Query(topics=("质量标准", "Quality", "culture")).topics == ("quality", "culture")


_DATES = st.sampled_from(
    ["1996", "2024", "2025", "2025-04", "2025-04-26", "2025-04-26T14:30", "2016-07/..", "../2019", "199X"]
).map(edtf.parse)


def _query(since, until, **filters):
    """A Query, its ends exchanged where nothing would lie between them."""
    try:
        return Query(since=since, until=until, **filters)
    except QueryError:
        return Query(since=until, until=since, **filters)


_QUERIES = st.builds(
    _query,
    years=st.none() | st.tuples(st.integers(1990, 2030), st.integers(0, 9)).map(lambda y: (y[0], y[0] + y[1])),
    since=st.none() | _DATES,
    until=st.none() | _DATES,
    topics=st.lists(st.sampled_from(["culture", "trade", "quality", "ip", "government"]), max_size=2).map(tuple),
    kinds=st.lists(st.sampled_from(["activity", "milestone", "indicator", "incident"]), max_size=2).map(tuple),
    place=st.sampled_from(["", "", "公园", "CITY", "新"]),
    source=st.sampled_from(["", "", "daily", "晨报", "a.txt"]),
    text=st.sampled_from(["", "", "4月", "展", "施行", "县政府"]),
    upcoming=st.booleans(),
    as_of=st.dates(date(2024, 1, 1), date(2027, 1, 1)),
    all=st.booleans(),
    coarse=st.booleans(),
)


@settings(max_examples=300)
@given(_QUERIES)
def test_the_store_and_the_predicate_agree(store, query):
    assert find(store, query) == [event for event in store.events() if matches(event, query)]


def _plan(store, condition):
    """How SQLite answers the whole query, its order included, without having counted anything."""
    with store.reading() as connection:
        asked = select(EVENT.c.id, EVENT.c.payload).where(LIVE, condition).order_by(*ORDER)
        sql = asked.compile(connection, compile_kwargs={"literal_binds": True})
        return [row.detail for row in connection.execute(text(f"EXPLAIN QUERY PLAN {sql}"))]


@pytest.mark.parametrize("topics", [(), ("culture",), ("culture", "trade")])
def test_years_and_topics_are_answered_by_an_index(store, topics):
    for low, high in itertools.product((None, minute(date(1996, 1, 1))), (None, minute(date(1997, 1, 1)))):
        if topics or low is not None:
            steps = _plan(store, overlapping(low, high, topics))
            name = "ix_event_topic_interval" if topics else "ix_event_interval"
            assert any(name in step for step in steps), steps
            assert not any(step.startswith("SCAN event") for step in steps), steps


def test_a_page_of_what_is_told_often_is_read_in_the_order_of_the_chronology(store):
    steps = _plan(store, conditions.of_topics(("culture", "trade")))
    assert any("ix_event_order" in step for step in steps), steps
    assert not any("TEMP B-TREE" in step for step in steps), steps


def test_a_place_without_words_is_no_filter(store):
    assert find(store, Query(place="", source="", text="  ")) == find(store, Query())


def test_matching_needs_no_store():
    event = page("a.txt", [replace(MARKET, topics=())]).events[0]
    assert matches(event, Query(years=(2025, 2025), text="集市", place="河滨"))
    assert not matches(event, Query(topics=("culture",)))
