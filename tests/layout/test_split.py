"""Splitting a page: nothing is lost, nothing is in two articles, and each page in ``pages/`` gives what stands beside it."""

from __future__ import annotations

import doctest
import importlib
import json
import pkgutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import timeline.layout
from timeline.layout import flow, split
from timeline.model import Article, Document, Span
from timeline.read import read_path

PAGES = sorted(path for path in (Path(__file__).parent / "pages").iterdir() if path.suffix != ".json")
SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
PIECES = st.sampled_from(
    [
        *[
            "本报讯（记者 王小明）昨日上午",
            "本报记者 李雷",
            "新华社远城6月10日电",
            "活动时间：4月26日",
            "编者按：",
            "## ",
            "责任编辑：李四",
        ],
        *[
            "河畔读书会",
            "要开张了",
            "，",
            "。",
            "“",
            "”",
            "（",
            "）",
            "……",
            "20",
            "abc",
            " ",
            "　",
            "\t",
            "\n",
            "\n\n",
            "\n\n\n\n",
            "\r\n",
            "\x0c",
        ],
        *[
            "李雷 摄",
            "（CFP供图）",
            "今天多云，气温12℃",
            "一、",
            "1.",
            "2011年",
            "6月15日 ",
            "简明新闻",
            "|",
            "\ufeff",
            "\x00",
        ],
    ]
)
TEXTS = st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=60).map("".join))


def page(text: str) -> Document:
    return Document("page.txt", "", "text/plain", "utf-8", text)


def owned(article: Article) -> set[int]:
    spans = {span for paragraph in article.paragraphs for span in paragraph}
    spans |= {span for span in (article.headline, article.byline) if span}
    return {at for span in spans for at in range(span.start, span.end)}


def told(document: Document) -> list[dict[str, Any]]:
    articles = []
    for article in split(document):
        entry: dict[str, Any] = {"role": article.role}
        if article.headline:
            entry["headline"] = article.headline.of(document.text)
        if article.byline:
            entry["byline"] = article.byline.of(document.text)
        if article.reporter:
            entry["reporter"] = article.reporter
        entry["paragraphs"] = flow(document, article).text.split("\n") if article.paragraphs else []
        articles.append(entry)
    return articles


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_page(path: Path) -> None:
    [document] = read_path(path)
    assert told(document) == json.loads(path.with_suffix(path.suffix + ".json").read_text(encoding="utf-8"))


def assert_nothing_lost(document: Document) -> None:
    articles = split(document)
    seen: set[int] = set()
    for article in articles:
        mine = owned(article)
        assert not seen & mine
        seen |= mine
        assert article.span.start == min(mine)
    assert seen >= {at for at, char in enumerate(document.text) if not char.isspace()}
    assert [article.key for article in articles] == [f"a{number}" for number in range(1, len(articles) + 1)]


@settings(max_examples=400)
@given(TEXTS)
def test_every_character_belongs_to_exactly_one_article(text: str) -> None:
    assert_nothing_lost(page(text))


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name)
def test_nothing_of_a_seed_page_is_lost(path: Path) -> None:
    assert_nothing_lost(read_path(path)[0])


@given(TEXTS)
def test_spans_hold_no_outer_blanks_and_are_in_order(text: str) -> None:
    for article in split(page(text)):
        for paragraph in article.paragraphs:
            assert paragraph
            assert list(paragraph) == sorted(paragraph)
            for line in paragraph:
                assert line.of(text) == line.of(text).strip() != ""


@given(
    st.lists(
        st.sampled_from(
            ["河畔读书会定于6月15日开幕，为期三天。", "主办方说，座位比去年多一倍。", "1月3日，渡口停航。"]
        ),
        min_size=1,
    )
)
def test_a_short_text_is_one_article_with_all_its_paragraphs(lines: list[str]) -> None:
    document = page("\n".join(lines))
    [article] = split(document)
    assert flow(document, article).text == document.text
    assert article.role == "news"
    assert article.headline is None


@pytest.mark.parametrize(
    "printed",
    [
        "风车镇丰收周安排\n9月20日（周六）\n9:00—11:30　开秤仪式（晒谷场）\n14:00　拔河比赛（河滩）\n9月21日\n8:30 环湖健走（码头）",
        "主要活动：\n9月20日 10:00 开秤仪式\n9月20日 19:00 长桌宴\n9月21日 20:00 露天电影",
    ],
)
def test_the_entries_of_a_programme_are_paragraphs_however_full_their_lines(printed: str) -> None:
    document = page(printed)
    told = [
        text
        for article in split(document)
        for text in (article.headline.of(printed) if article.headline else "", flow(document, article).text)
        if text
    ]
    assert "\n".join(told) == printed


@pytest.mark.parametrize(
    "body",
    [
        "4月26日\n9:00 开幕式（文化广场）\n10:30 签约仪式（会议中心）",
        "4月26日：\n9:00 开幕式（文化广场）\n10:30 签约仪式（会议中心）",
        "4月26日 星期六\n上午9:00 开幕式\n下午2:00 签约仪式",
        "4月26日（星期六）\n上午 开幕式\n下午 签约仪式\n4月27日（星期日）\n9:00-11:00 论坛",
        "4月26日上午\n九点 开幕式\n九点半 论坛",
        "4月26日\n《大山》 14:00 16:30",
        "第一天（4月26日）\n9：00—9：30 签到\n地点：会议中心\n9：30—10：00 开幕式",
        "■2012年\n8月1日 码头启用。\n10月24日 桥通车。\n【2013年】\n5月1日 渡口停航。",
        "二〇一二年\n八月一日 码头启用。",
        "2012 年\n8 月 1 日 码头启用。",
        "2012年（龙年）\n8月1日 码头启用。",
        "民国二十六年（1937年）\n8月1日 码头启用。",
        "2012\n8月1日 码头启用。\n— 2013 —\n5月1日 桥通车。",
        "2012年\n8月1日\n码头启用\n10月24日\n桥通车",
        "二〇一二年\n三月五日 码头启用",
        "三月五日 码头启用\n九月六日 桥通车",
        "2012/03/05 码头启用\n2012/04/05 桥通车",
        "4月26日（周六）19:30 交响音乐会\n4月27日（周日）14:30 话剧",
        "9:00开幕式\n10:30签约仪式\n14:00论坛",
    ],
)
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_a_programme_or_chronicle_is_the_body_below_its_title(body: str, between: str) -> None:
    printed = f"镇上的安排\n{body}\n".replace("\n", between if "\n码头启用\n" not in body else "\n")
    document = page(printed)
    [article] = split(document)
    assert (article.headline.of(printed) if article.headline else "") == "镇上的安排"
    assert flow(document, article).text == body


def test_a_programme_below_a_report_is_of_it() -> None:
    report = "本报讯（记者 王小明）云溪镇文化节将于4月26日在文化广场开幕，为期两天，市民可以免费入场。"
    printed = f"云溪镇文化节将开幕\n{report}\n活动安排\n4月26日\n9:00 开幕式（文化广场）\n10:30 签约仪式（会议中心）\n"
    document = page(printed)
    [article] = split(document)
    assert flow(document, article).text.endswith(
        "免费入场。\n活动安排\n4月26日\n9:00 开幕式（文化广场）\n10:30 签约仪式（会议中心）"
    )


def test_a_headline_with_a_comma_above_a_byline_is_one() -> None:
    printed = "一座桥，一座城——渡口大桥四十年\n○ 特约记者 王小明\n\n渡口大桥昨日迎来四十岁生日。\n\n老船工也来了。\n"
    [article] = split(page(printed))
    assert article.headline
    assert article.headline.of(printed) == "一座桥，一座城——渡口大桥四十年"


@pytest.mark.parametrize("headline", ["下午茶开张", "2025年新校舍启用", "12点半的食堂"])
def test_a_headline_that_begins_with_a_time_is_one(headline: str) -> None:
    printed = f"{headline}\n\n本报讯（记者 王小明）云溪镇昨日传来消息。\n"
    [article] = split(page(printed))
    assert article.headline
    assert article.headline.of(printed) == headline


def test_a_text_that_is_only_a_heading_has_it_as_its_body() -> None:
    document = page("河畔读书会6月15日开幕")
    [article] = split(document)
    assert article.headline is None
    assert flow(document, article).text == document.text


_TWO = "渡口开航\n\n本报讯（记者 王小明）渡口昨日开航，头班船坐满了人。\n\n集市开张\n\n本报讯（记者 李雷）集市昨日开张，来的人很多。"


@pytest.mark.parametrize(
    ("text", "sections"),
    [
        (f"第A02版：本地\n\n{_TWO}", ["本地", "本地"]),
        (f"2025年4月23日 星期三 第03版 | 经济\n\n{_TWO}", ["经济", "经济"]),
        (f"A02 城事\n\n{_TWO}", ["城事", "城事"]),
        (f"城事 A02\n\n{_TWO}", ["城事", "城事"]),
        (f"{_TWO}\n\n第05版：副刊", ["副刊", "副刊"]),
        (f"第A02版：本地\n\n{_TWO}\n\n第A03版：体育\n\n{_TWO}", ["本地", "本地", "体育", "体育"]),
        (_TWO.replace("集市开张\n", "综合\n\n集市开张\n"), ["", "综合"]),
        (_TWO.replace("集市开张\n", "简明新闻\n\n集市开张\n"), ["", "简明新闻"]),
        (f"小明说天气\n\n{_TWO}", ["", ""]),
        (f"2025年4月23日 星期三 第03版\n\n{_TWO}", ["", ""]),
        (_TWO.replace("集市开张\n", "经济\n\n今年镇上的收成好。\n\n集市开张\n"), ["", ""]),
    ],
)
def test_an_article_has_the_name_of_its_page_or_column(text: str, sections: list[str]) -> None:
    told = [article for article in split(page(text)) if article.role != "furniture"]
    assert [article.section.of(text) if article.section else "" for article in told] == sections


def test_a_blank_text_has_no_articles() -> None:
    assert split(page("")) == split(page(" \n\u3000\n")) == ()


def test_reading_again_gives_the_same_keys_and_spans() -> None:
    [document] = read_path(PAGES[0])
    assert split(document) == split(document)


def test_span_of_an_article_reaches_from_its_first_to_its_last_character() -> None:
    document = page("标题在此\n\n本报讯（记者 王小明）昨日，渡口停航。")
    [article] = split(document)
    assert article.span == Span(0, len(document.text))


MODULES = [module.name for module in pkgutil.iter_modules(timeline.layout.__path__)]


@pytest.mark.parametrize("name", ["", *MODULES])
def test_examples(name: str) -> None:
    module = importlib.import_module(f"timeline.layout.{name}".rstrip("."))
    result = doctest.testmod(module)
    assert result.failed == 0


def test_articles_of_a_column_without_datelines_are_parted_by_their_headlines() -> None:
    printed = (
        "A03 要闻 责编:陈立 美编:周舟\n2023年11月8日 星期三\n渡口晚报\n\n"
        "渡口大桥今晚起封闭\n  本报讯 因更换伸缩缝，11月8日至17日，每晚\n22时起渡口大桥双向封闭施工，过往车辆绕行滨\n海大道，18日起恢复通行。\n\n"
        "第六届渡口诗歌节\n下月办\n  由市作协主办的第六届渡口诗歌节将于12月\n2日在古城举行，征稿已经截止，共收到来稿二\n千多件，获奖名单将公布。\n\n"
        "遗失声明\n望江镇林小珠遗失身份证，号码后四位为20\n45，声明作废。\n"
    )
    document = page(printed)
    told = [(article.role, article.headline.of(printed)) for article in split(document) if article.headline]
    assert told == [
        ("news", "渡口大桥今晚起封闭"),
        ("news", "第六届渡口诗歌节\n下月办"),
        ("furniture", "遗失声明"),
    ]


def test_a_weather_column_is_an_article_of_its_own() -> None:
    printed = "渡口开航\n\n本报讯 渡口昨日开航，头班船坐满了人。\n\n一周天气\n今天 多云 17~24℃\n明天 小雨 16~21℃\n"
    assert [article.role for article in split(page(printed)) if article.role != "furniture"] == ["news", "weather"]


@pytest.mark.parametrize(
    "printed",
    [
        "●5月3日，柳湾镇首个花圃在前村开园\n●5月4日，市供水公司修完北岸水塔\n●5月6日，第五届渔具展在会展馆开幕\n",
        "1、5月3日，柳湾镇首个花圃在前村开园\n2、5月4日，市供水公司修完北岸水塔\n3、5月6日，第五届渔具展在会展馆开幕\n",
        "5月3日 柳湾镇选举吴一平为镇长。\n5月4日 市供水公司修完北岸水塔。\n5月6日 第五届渔具展开幕。\n",
        # rows that end with their days, and rows that begin with them above a line of another kind
        "老戏台，越剧《绣楼》，5月9日\n红星影院，纪录片《河岸人家》，5月10日晚7点\n凭票入场，每人限领2张，领完为止。\n",
        "9月18日 上午9:00 机械行业专场 市人才市场一楼\n9月20日 下午2:00 教育行业专场 师范学院体育馆\n9月25日 全天 退役军人专场 市双创中心\n求职者请带身份证、学历证书原件。\n",
        "停水范围：东环路以东、望江路以西沿线\n停水原因：更换管道\n渡口市自来水有限公司\n2025年5月3日\n",
    ],
)
def test_rows_without_full_stops_and_signatures_are_lines_of_their_own(printed: str) -> None:
    document = page(printed)
    (article,) = split(document)
    assert flow(document, article).text.splitlines() == printed.splitlines()
