"""The derivations in plain words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from timeline import edtf
from timeline.model import Article, Dct, Document, Event, Evidence, Mention, Span, Timex
from timeline.render.explain import why, why_document

EVIDENCE = (
    Evidence("weekday", "4月26日（星期六）", "2025-04-26", "这一天只有在2025年才是星期六", Span(40, 51), 0.9),
    Evidence("url", "202404/23", "2024-04-23", "网址里的日期", None, 0.3, used=False),
)
DCT = Dct(edtf.parse("2025-04-21/2025-04-25"), EVIDENCE)


def _hike(
    make_event: Callable[..., Event], make_mention: Callable[..., Mention], make_timex: Callable[..., Timex]
) -> Event:
    saturday = make_timex(
        "本周六", "2025-04-26", "relative", anchor="2025-04-21/2025-04-25", rule="weekday",
        steps=("发布日期所在的一周从2025-04-21开始", "这一周的星期六是2025-04-26"),
    )  # fmt: skip
    day = make_timex("4月26日（星期六）上午", "2025-04-26", "inherited")
    return make_event(
        "亲子登高活动", "2025-04-26", "morning", kind="activity", modality="planned",
        mentions=(
            make_mention("本周六，盛会即将拉开大幕。", saturday, trigger="拉开大幕"),
            make_mention("活动时间：4月26日（星期六）上午", day, headline=""),
        ),
        reasons=("同一天，同一名称：登高活动",), aliases=("0123abcd",), conflicts=({"what": "费用", "values": "免费 / 88元"},),
    )  # fmt: skip


def test_an_event_tells_words_rule_anchor_arithmetic_page_and_merging(
    make_event: Callable[..., Event], make_mention: Callable[..., Mention], make_timex: Callable[..., Timex]
) -> None:
    event = _hike(make_event, make_mention, make_timex)
    text = why(event, {("pages/one.txt", "a1"): DCT})
    for words in (
        "亲子登高活动\n2025年4月26日（周六）上午 · 活动 · 计划\n",
        "EDTF 2025-04-26，取其上午",
        f"id {event.id}",
        "1/2 “本周六，盛会即将拉开大幕。”",
        "pages/one.txt:100-113",
        "《本周末去登高》",
        "时间词：“本周六” → 2025年4月26日（周六）（按发布日期推算）",
        "规则：weekday",
        "起算点：2025年4月21日—25日（2025-04-21/2025-04-25）",
        "1. 发布日期所在的一周从2025-04-21开始",
        "2. 这一周的星期六是2025-04-26",
        "事件词：“拉开大幕”",
        "发布日期：2025年4月21日—25日（2025-04-21/2025-04-25），依据：",
        "✓ “4月26日（星期六）” [40-51] → 2025年4月26日（周六）：这一天只有在2025年才是星期六",
        "✗ “202404/23” → 2024年4月23日（周二）：网址里的日期（与更强的证据矛盾，未采用）",
        "2/2 “活动时间：4月26日（星期六）上午”",
        "发布日期：同第 1 处",
        "2 处说法合为一件：\n   同一天，同一名称：登高活动\n   曾用 id 0123abcd",
        "有异说: 免费 / 88元",
    ):
        assert words in text, words


def test_it_is_told_in_english_too(
    make_event: Callable[..., Event], make_mention: Callable[..., Mention], make_timex: Callable[..., Timex]
) -> None:
    text = why(_hike(make_event, make_mention, make_timex), {("pages/one.txt", "a1"): DCT}, "en")
    for words in (
        "Sat 26 April 2025, morning · activity · planned",
        "time: “本周六” → Sat 26 April 2025 (counted from the publication date)",
        "published: 21–25 April 2025 (2025-04-21/2025-04-25), because:",
        "(outweighed, not used)",
        "2 statements are one event:",
    ):
        assert words in text, words


def test_without_the_articles_it_says_what_the_mention_knows(hike: Event) -> None:
    assert "发布日期：2025年4月21日—25日（2025-04-21/2025-04-25）" in why(hike)
    undated = replace(hike, mentions=(replace(hike.mentions[0], published=None),))
    assert "发布日期不详" in why(undated)
    assert "发布日期不详：页上没有日期" in why(undated, {("pages/one.txt", "a1"): Dct(None, (), "页上没有日期")})


def test_no_escape_sequence_gets_through(make_event: Callable[..., Event]) -> None:
    assert "\x1b" not in why(make_event("标题\x1b[2J", "1996", place="\x1b]0;x\x07"))


def test_a_document_tells_how_each_article_was_dated() -> None:
    document = Document(
        "pages/one.txt",
        "ab" * 32,
        "text/plain",
        "utf-8",
        "登高去\n本周六登高。\n天气\n今天多云。\n",
        encoding_confidence=0.99,
    )
    articles = [
        Article("a1", "news", ((Span(4, 11),),), headline=Span(0, 3), dct=DCT),
        Article("a2", "weather", ((Span(14, 19),),), dct=DCT),
        Article("a3", "notice", ((Span(14, 19),),), dct=Dct(None, (), "没有可用的线索")),
    ]
    text = why_document(document, articles)
    assert text.startswith(f"pages/one.txt\nsha256 {'ab' * 32}\ntext/plain，utf-8（99%）")
    assert "a1 《登高去》\na2 天气：今天多云。…\n   发布日期：2025年4月21日—25日" in text
    assert text.count("依据：") == 1
    assert "a3 启事：今天多云。…\n   发布日期不详：没有可用的线索" in text
    assert "没有找到文章" in why_document(document, [])


def test_the_mention_that_gives_the_date_says_how_sure_it_is(
    make_event: Callable[..., Event], make_mention: Callable[..., Mention], make_timex: Callable[..., Timex]
) -> None:
    coarse = make_mention("今年年初揭牌。", make_timex("今年年初", "2025", "relative"))
    fine = make_mention("2月5日揭牌。", make_timex("2月5日", "2025-02-05", "relative"), "pages/two.txt")
    event = make_event("指挥部揭牌", "2025-02-05", mentions=(coarse, fine))
    assert "把握: “2月5日”按发布日期推算为2025年2月5日（周三）；2 个来源互证" in why(event)
