from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from making import BRAND, BRIDGE, LATER, MARKET, NOW, page
from sqlalchemy import func, select, text

from timeline.query import Query, QueryError, find, matches
from timeline.store import Store, conditions, search
from timeline.store.columns import EVENT_TEXT

RESIST = replace(
    BRAND,
    id="c0c0",
    quote="（记者 林小溪）2026年，Ｂ１２型光刻胶将投产，良率达99.5%。",
    time="2026年",
    edtf="2026",
    title="B12型光刻胶投产",
    place="滨海园区",
)


@pytest.fixture
def stored(store):
    store.ingest([page("a.txt", [MARKET, BRIDGE, BRAND]), page("b.txt", [RESIST], headline="“芯”材料来了")], NOW)
    return store


def titles(store, words):
    return [event.title for event in find(store, Query(text=words, all=True))]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("质量", ["提出质量立业"]),  # two characters
        ("集市", ["提出质量立业", "新桥通车", "县里办集市"]),  # a headline
        ("桥", ["新桥通车"]),  # one character, in the middle
        ("业", ["提出质量立业"]),  # one character, the last of a field
        ("质量立业", ["提出质量立业"]),  # more than two
        ("量质", []),  # both characters, in the other order
        ("质量业", []),  # all its pairs would need to be there
        ("光刻胶", ["B12型光刻胶投产"]),
        ("B12型光刻", ["B12型光刻胶投产"]),  # mixed scripts, printed full width
        ("ｂ12", ["B12型光刻胶投产"]),  # case and width
        ("12", ["B12型光刻胶投产"]),
        ("99.5%", ["B12型光刻胶投产"]),  # punctuation does not count
        ("芯材料", ["B12型光刻胶投产"]),  # quotation marks do not count
        ("河滨", ["县里办集市"]),  # a place
        ("免费", ["县里办集市"]),  # a detail
        ("县政府", ["提出质量立业", "新桥通车", "县里办集市", "B12型光刻胶投产"]),  # an actor
        ("质量 1996", ["提出质量立业"]),  # two words
        ("质量 新桥", []),  # both must be there
        ("通车集市", []),  # no word runs from one field into the next
        ("晚会", []),
        ('"', None),
        ("OR", []),  # no operators
        ("质量 NOT 立业", []),
        ("质*", ["提出质量立业"]),
    ],
)
def test_words_are_found(stored, words, found):
    if found is None:
        with pytest.raises(QueryError, match="has no letter to look for"):
            Query(text=words)
    else:
        assert sorted(titles(stored, words)) == sorted(found)


@pytest.mark.parametrize(
    "words", ["质量", "桥", "业", "质量立业", "量质", "质量业", "B12型光刻", "12", "质量 1996", "通车集市"]
)
def test_a_database_without_the_index_gives_the_same_hits(stored, monkeypatch, words):
    found = titles(stored, words)
    monkeypatch.setattr(search, "_indexed", lambda _connection: False)
    assert titles(stored, words) == found


def test_a_pair_that_is_not_in_a_row_is_no_hit(store):
    line = replace(BRAND, quote="1996年，先质量后量产再产品。")
    store.ingest([page("a.txt", [line])], NOW)
    assert titles(store, "质量产品") == []
    assert titles(store, "量产") == ["提出质量立业"]


def test_the_index_follows_what_events_say(stored):
    stored.ingest(
        [
            page(
                "a.txt",
                [replace(MARKET, quote="县里4月26日在河滨公园办灯会。", title="县里办灯会"), BRAND],
                headline="灯会",
            )
        ],
        LATER,
    )
    assert titles(stored, "灯会") == ["提出质量立业", "县里办灯会"]
    assert titles(stored, "新桥") == titles(stored, "集市") == []
    with stored.reading() as connection:
        count = connection.scalar(select(func.count()).select_from(EVENT_TEXT))
        assert count == len(stored.events()) == 3
        # Nothing is left in the index of what is gone.
        assert connection.execute(text("SELECT rowid FROM event_grams WHERE event_grams MATCH '\"新桥\"'")).all() == []


def test_a_search_is_answered_by_the_full_text_index(stored):
    with stored.reading() as connection:
        hits = search.hits(connection, "质量").compile(connection, compile_kwargs={"literal_binds": True})
        plan = connection.execute(text(f"EXPLAIN QUERY PLAN SELECT id FROM event WHERE {hits}")).all()
    steps = [row.detail for row in plan]
    assert any("event_grams VIRTUAL TABLE INDEX" in step for step in steps), steps
    assert not any(re.fullmatch(r"SCAN (event|event_text)", step) for step in steps), steps


_WORDS = st.text(st.sampled_from("质量新桥通车aＢ1２ß。 “”县\u0301𠀀"), min_size=1, max_size=6)


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    """One store for all examples: each adds a page of its own."""
    with Store.open(str(tmp_path_factory.mktemp("search") / "a.db")) as store:
        yield store


@given(title=_WORDS, words=_WORDS)
@example(title="ß", words="ss")
@example(title="质", words="质")
@example(title="桥新桥", words="新桥新")
@example(title="𠀀县", words="𠀀")
def test_the_index_and_the_words_of_an_event_agree(kept, title, words):
    if not search.terms(words):
        return
    line = replace(BRAND, title=title, id="cafe")
    kept.ingest([page("a.txt", [line])], NOW)
    query = Query(text=words, all=True)
    (event,) = kept.events()
    assert find(kept, query) == ([event] if matches(event, query) else [])
    assert list(kept.verify()) == []


def test_folding_takes_away_case_width_blanks_and_marks():
    assert search.fold("Ａ１０ 纸\u3000“牌”—Straße") == "a10纸牌strasse"
    assert search.grams("ab\ncd") == {"a", "b", "ab", "c", "d", "cd"}
    assert search.terms(" “” 质量  BCB ") == ["质量", "bcb"]


@pytest.mark.parametrize(("words", "titles_found"), [("圖書館", 2), ("图书馆", 2), ("圖書馆", 2), ("美術館", 0)])
def test_either_script_finds_the_other(store, words, titles_found):
    in_one = replace(BRIDGE, id="c1c1", title="渡口图书馆开馆", place="花莲县")
    in_other = replace(MARKET, id="c2c2", title="渡口圖書館講座", place="花蓮縣")
    store.ingest([page("a.txt", [in_one]), page("b.txt", [in_other], source="青石日報")], NOW)
    events = store.events()
    for query in (Query(text=words, all=True), Query(place=words, all=True)):
        assert len(find(store, query)) == titles_found
        assert [event for event in events if matches(event, query)] == find(store, query)
    for place in ("花莲", "花蓮", "花蓮县"):
        assert len(find(store, Query(place=place, all=True))) == 2
        assert all(matches(event, Query(place=place, all=True)) for event in events)
    for source in ("青石日报", "青石日報"):
        query = Query(source=source, all=True)
        assert [event.title for event in find(store, query)] == ["渡口圖書館講座"]
        assert [event for event in events if matches(event, query)] == find(store, query)


def test_a_place_in_most_events_is_found_without_the_index(stored, monkeypatch):
    asked = Query(place="河滨", all=True)
    found = find(stored, asked)
    assert [event.title for event in found] == ["县里办集市"]
    monkeypatch.setattr(conditions, "_OFTEN", 1)
    assert find(stored, asked) == found
