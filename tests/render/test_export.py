"""The exports: the JSON contract to the letter, one event a line, cells that no spreadsheet runs, citable Markdown."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from timeline import edtf
from timeline.model import Article, Dct, Document, Event, Evidence, Extraction, Mention, Span, Timex
from timeline.render.export import (
    CSV_COLUMNS,
    event_record,
    export,
    extraction_record,
    published_record,
    timex_record,
)

AS_OF = date(2026, 11, 20)


def test_the_other_end_of_a_rule_is_linked(hike: Event) -> None:
    record = event_record(replace(hike, links=(("expires", "abc123"),)))
    assert record["links"] == [{"relation": "expires", "event": "abc123"}]
    assert "links" not in event_record(hike)


def test_the_json_contract(hike: Event) -> None:
    whole = json.loads(export([hike], "json", AS_OF))
    assert list(whole) == ["schema", "as_of", "events"]
    assert (whole["schema"], whole["as_of"]) == ("timeline/1", "2026-11-20")
    (event,) = whole["events"]
    assert list(event) == [
        "id", "title", "kind", "modality", "salience", "topics", "place", "actors", "date", "details", "conflicts",
        "revision", "first_seen", "last_changed", "mentions",
    ]  # fmt: skip
    assert event["date"] == {
        "edtf": "2025-04-26",
        "begin": "2025-04-26",
        "until": "2025-04-27",
        "granularity": "day",
        "part": "morning",
        "approximate": False,
        "uncertain": False,
        "display": "2025年4月26日（周六）上午",
    }
    assert list(event["details"]) == ["registration", "fee", "url"]
    (mention,) = event["mentions"]
    assert list(mention) == [
        "document", "sha256", "source", "article", "published", "start", "end", "quote", "timex",
    ]  # fmt: skip
    assert mention["article"] == "本周末去登高"
    assert mention["timex"] == {
        "start": 3,
        "end": 6,
        "text": "本周六",
        "edtf": "2025-04-26",
        "resolution": "relative",
        "anchor": "2025-04-21/2025-04-25",
    }


def test_open_ends_are_null_and_clock_times_are_date_times(make_event: Callable[..., Event]) -> None:
    force = event_record(make_event("施行", "2016-07/.."))["date"]
    assert (force["begin"], force["until"]) == ("2016-07-01", None)
    before = event_record(make_event("完成", "../2019"))["date"]
    assert (before["begin"], before["until"]) == (None, "2020-01-01")
    clock = event_record(make_event("灯会", "2014-02-14T18:30/2014-02-15T00:00"))["date"]
    assert (clock["begin"], clock["until"]) == ("2014-02-14T18:30:00", "2014-02-15T00:00:00")


def test_jsonl_is_the_same_events_one_a_line(many: list[Event]) -> None:
    lines = export(many, "jsonl", AS_OF).splitlines()
    assert [json.loads(line) for line in lines] == json.loads(export(many, "json", AS_OF))["events"]
    assert export([], "jsonl", AS_OF) == ""
    assert json.loads(export([], "json", AS_OF))["events"] == []


def test_csv_has_one_row_an_event_whatever_stands_in_it(many: list[Event]) -> None:
    nasty = replace(many[0], id="n", title='=HYPERLINK("x")\n第二行,"引号"', place="+1", details={"fee": "@SUM(A1)"})
    table = list(csv.reader(io.StringIO(export([*many, nasty], "csv", AS_OF))))
    assert table[0] == list(CSV_COLUMNS)
    assert len(table) == len(many) + 2
    row = dict(zip(table[0], table[-1], strict=True))
    assert row["title"] == '\'=HYPERLINK("x") 第二行,"引号"'
    assert row["place"] == "'+1" and row["fee"] == "'@SUM(A1)"
    assert row["start"] == "100" and row["salience"] == "0.8" and row["approximate"] == "false"
    assert dict(zip(table[0], table[3], strict=True))["sources"] == "2"


def test_markdown_is_a_chronology_with_citations(many: list[Event]) -> None:
    text = export(many, "md", AS_OF)
    headings = [line[3:] for line in text.splitlines() if line.startswith("## ")]
    assert headings == ["1990年代", "1996年", "2014年", "2019年", "2024年", "2025年", "2026年", "2030年", "年份不详"]
    assert "- **2025年4月26日（周六）上午** “青山碧海”亲子登高活动 @ 城西镇青山风景区" in text
    assert "  > 本周六，这场活动将拉开大幕。" in text
    assert "《本周末去登高》，pages/one.txt，发布于2025年4月21日—25日 (pages/one.txt:100-114)" in text


def test_markdown_of_a_hostile_title_stays_text(make_event: Callable[..., Event]) -> None:
    text = export([make_event("# [x](javascript:1) <img>\n## 假标题 *粗*", "1996")], "md", AS_OF)
    assert "\\# \\[x\\](javascript:1) \\<img\\> \\#\\# 假标题 \\*粗\\*" in text
    assert [line for line in text.splitlines() if line.startswith("## ")] == ["## 1996年"]


def test_an_unknown_format_is_named() -> None:
    with pytest.raises(ValueError, match=r"'xml'.*json, jsonl, csv, md"):
        export([], "xml", AS_OF)


def test_a_time_expression_without_a_place(make_timex: Callable[..., Timex]) -> None:
    assert timex_record(make_timex("4月26日", "2025-04-26")) == {
        "start": 3,
        "end": 8,
        "text": "4月26日",
        "edtf": "2025-04-26",
        "begin": "2025-04-26",
        "until": "2025-04-27",
        "type": "DATE",
        "resolution": "explicit",
    }
    vague = Timex(0, 2, "近日", None, None, None, "DATE", "derived")
    assert timex_record(vague)["begin"] is None and timex_record(vague)["edtf"] is None


def _dct(text: str) -> Dct:
    return Dct(edtf.parse(text), (Evidence("weekday", "4月26日（星期六）", text, "星期相合", Span(3, 14)),))


def test_publication_and_its_evidence() -> None:
    record = published_record(_dct("2025-04-21/2025-04-25"))
    assert list(record) == ["edtf", "begin", "until", "evidence"]
    assert (record["begin"], record["until"]) == ("2025-04-21", "2025-04-26")
    assert record["evidence"][0]["words"] == "4月26日（星期六）"
    undated = published_record(Dct(None, (), "没有线索"))
    assert undated["edtf"] is None and undated["reason"] == "没有线索"


def test_an_extraction_takes_the_date_that_most_articles_share(hike: Event) -> None:
    document = Document("a.txt", "0" * 64, "text/plain", "utf-8", "一二三四")
    articles = tuple(
        Article(f"a{n}", "news", ((Span(n, n + 1),),), dct=_dct(text))
        for n, text in enumerate(("2024-01-01", "2025-04-22", "2025-04-22"))
    )
    record = extraction_record(Extraction(document, articles, (), (hike,)))
    assert list(record) == ["published", "timexes", "events"]
    assert record["published"]["edtf"] == "2025-04-22"
    assert record["events"] == [event_record(hike)]
    empty = extraction_record(Extraction(document, (), (), ()))
    assert empty["published"]["edtf"] is None and empty["published"]["reason"]


def test_every_mention_is_exported(
    make_mention: Callable[..., Mention], make_timex: Callable[..., Timex], hike: Event
) -> None:
    other = make_mention("4月26日上午登高。", make_timex("4月26日", "2025-04-26"), "pages/two.txt", source="城报")
    record = event_record(replace(hike, mentions=(*hike.mentions, other)))
    assert [mention["document"] for mention in record["mentions"]] == ["pages/one.txt", "pages/two.txt"]
    assert record["mentions"][1]["source"] == "城报"
