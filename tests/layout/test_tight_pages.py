"""Pages without blank lines round their headlines, with the paper's own lines between, and articles that go on elsewhere."""

from __future__ import annotations

import pytest

from timeline.layout import flow, split
from timeline.model import Document

Told = list[tuple[str, list[str]]]


def told(printed: str) -> Told:
    """Headline and paragraphs of each article that is no furniture."""
    document = Document("a.txt", "", "text/plain", "utf-8", printed)
    return [
        (article.headline.of(printed) if article.headline else "", flow(document, article).text.split("\n"))
        for article in split(document)
        if article.role != "furniture"
    ]


#: Of lines of sixteen characters.
FERRY = "本报讯（记者 王小明）渡口开航，\n昨日来了许多人，头班船坐得满满当\n当，船上有三十筐橘子。\n"
FERRY_TOLD = "渡口开航，昨日来了许多人，头班船坐得满满当当，船上有三十筐橘子。"
LAMPS = "入夜以后，老街亮灯，从码头一直亮\n到菜场，住在这里的人说，这是三十\n年来头一回。\n"
LAMPS_TOLD = "入夜以后，老街亮灯，从码头一直亮到菜场，住在这里的人说，这是三十年来头一回。"


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        (f"渡口开航\n{FERRY}", [("渡口开航", [FERRY_TOLD])]),
        (f"渡口开航那天的早晨江上起了雾\n{FERRY}", [("渡口开航那天的早晨江上起了雾", [FERRY_TOLD])]),
        (f"老街亮灯\n三十年来头一回\n{LAMPS}", [("老街亮灯\n三十年来头一回", [LAMPS_TOLD])]),
        (
            f"渡口开航\n{FERRY}渡口大桥今晚封闭\n本报讯（记者 李雷）因更换伸缩缝\n，今晚渡口大桥封闭，请绕行。\n",
            [
                ("渡口开航", [FERRY_TOLD]),
                ("渡口大桥今晚封闭", ["因更换伸缩缝，今晚渡口大桥封闭，请绕行。"]),
            ],
        ),
        # a paragraph's first line is as wide as the column, and its last one ends a sentence
        (LAMPS, [("", [LAMPS_TOLD])]),
        (f"老街昨夜亮了灯。\n{LAMPS}", [("", ["老街昨夜亮了灯。", LAMPS_TOLD])]),
    ],
)
def test_a_headline_right_above_its_text_is_one(printed: str, expected: Told) -> None:
    assert told(printed) == expected


@pytest.mark.parametrize(
    "headline", ["冬训打响！渡口女排迎来外援", "阔别八年，渡口百货老楼重开", "渡口女排冬训，谁来领队？"]
)
def test_a_headline_that_pauses_right_above_long_paragraphs_is_one(headline: str) -> None:
    first = "渡口女排冬训11月18日在体育公园训练馆开始，新赛季的外援当天到队，训练馆里坐满了来看她们的孩子。"
    second = "球队组建于1994年，2009年首夺联赛冠军，此后长期在中游。"
    assert told(f"{headline}\n{first}\n{second}\n") == [(headline, [first, second])]


def test_a_headline_between_the_page_s_name_and_a_byline_is_one() -> None:
    printed = f"第3版 社会\n老街亮灯\n本报记者 李雷\n{LAMPS}"
    assert told(printed) == [("老街亮灯", [LAMPS_TOLD])]


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("渡口开航啦！快来坐船\n\n记者 王小明\n\n渡口昨日开航。", [("渡口开航啦！快来坐船", ["渡口昨日开航。"])]),
        ("老街亮灯了？去看看\n\n老街昨夜亮了灯，很亮。", [("老街亮灯了？去看看", ["老街昨夜亮了灯，很亮。"])]),
        (
            "渡口昨日开航。\n\n他喊：“开船喽！大家坐好。”\n\n船就开了。",
            [("", ["渡口昨日开航。", "他喊：“开船喽！大家坐好。”", "船就开了。"])],
        ),
    ],
)
def test_a_headline_of_two_exclamations_is_one(printed: str, expected: Told) -> None:
    assert told(printed) == expected


@pytest.mark.parametrize("headline", ["“开船喽！”", "城事｜渡口开航，来了许多人", "渡口开航 老船工掌舵"])
def test_a_headline_in_another_form_is_one(headline: str) -> None:
    assert told(f"{headline}\n\n记者 王小明\n\n渡口昨日开航，老船工来了。") == [
        (headline, ["渡口昨日开航，老船工来了。"])
    ]


def test_a_photographer_s_role_that_the_line_s_end_cut_is_one_caption() -> None:
    printed = f"渡口开航\n\n{FERRY}\n{LAMPS}\n昨日，头班船坐得满满当当，开了。本\n报记者 李雷 摄\n"
    assert ("", ["昨日，头班船坐得满满当当，开了。"]) in told(printed)


def test_a_heading_that_has_nothing_of_the_short_news_above_it_begins_another() -> None:
    printed = "渡口开航\n\n本报讯（记者 王小明）渡口开航，昨日来了许多人。\n\n寒潮将至 当心冷\n\n气象台说，寒潮后天到，老人出门要当心。"
    assert [headline for headline, _ in told(printed)] == ["渡口开航", "寒潮将至 当心冷"]


def test_a_headline_as_wide_as_the_column_stands_above_a_byline() -> None:
    headline = "码头上的头班船，昨日装走了渡口开\n航那天的早晨和三十筐橘子"
    printed = f"{headline}\n\n本报记者 李雷\n\n渡口开航，{FERRY.partition(chr(10))[2]}\n{LAMPS}\n{LAMPS}"
    assert told(printed)[0][0] == headline


def test_what_a_column_cut_off_above_a_byline_is_no_headline() -> None:
    printed = f"{LAMPS}\n\n灯是从码头一路装过来的，装到\n菜场门口的那一盏最亮\n\n本报记者 李雷\n"
    assert "灯是从码头一路装过来的，装到菜场门口的那一盏最亮" in told(printed)[0][1]


@pytest.mark.parametrize(
    "frame",
    [
        "青石溪报",
        "综合 2版",
        "要闻 第三版",
        "6月11日 星期三 农历五月十六",
        "青石溪报 6月11日 星期三 今日8版",
        "地方 B3",
        "爆料热线 968111",
        "【广告】渡口家园 2026年3月31日交房",
        "渡口家居城十周年庆 全场五折",
        "点击上方“青石融媒”关注我们",
        "中华民国113年6月11日 星期二 地方 B3",
        "遗失声明：渡口李家面馆遗失营业执照副本，声明作废。",
    ],
)
def test_the_papers_own_lines_are_no_article_s(frame: str) -> None:
    assert told(f"{frame}\n\n渡口开航\n\n{FERRY}") == [("渡口开航", [FERRY_TOLD])]


@pytest.mark.parametrize(
    "line", ["渡口传捷报", "6月11日 星期三", "渡口发布", "旅客发布 2张", "渡口热线开通三周年", "渡口广告牌换新"]
)
def test_look_alikes_of_the_papers_own_lines_are_told(line: str) -> None:
    assert line in "".join(headline + "".join(body) for headline, body in told(f"{line}\n\n{FERRY}"))


def test_the_name_of_the_paper_again_above_each_column_is_no_headline() -> None:
    printed = f"青石河报\n渡口开航\n{FERRY}\n青石河报\n老街亮灯\n{LAMPS}"
    assert told(printed) == [("渡口开航", [FERRY_TOLD]), ("老街亮灯", [LAMPS_TOLD])]


def test_the_name_of_an_account_below_its_button_is_no_headline() -> None:
    printed = f"点击上方蓝字关注我们\n\n青石发布\n\n渡口开航\n\n{FERRY}"
    assert told(printed) == [("渡口开航", [FERRY_TOLD])]


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        (
            f"渡口开航\n\n{FERRY}\n（下转第三版）\n\n老街亮灯\n\n{LAMPS}\n\n（上接第一版）\n\n船上还有三十筐橘子。\n\n橘子运到了对岸。",
            [("渡口开航", [FERRY_TOLD, "船上还有三十筐橘子。", "橘子运到了对岸。"]), ("老街亮灯", [LAMPS_TOLD])],
        ),
        (
            f"渡口开航\n\n渡口开航了，昨日来了许多（下转A3版）\n\n老街亮灯\n\n{LAMPS}\n\n渡口开航\n\n（紧接A1版）人。船上还有橘子。",
            [("渡口开航", ["渡口开航了，昨日来了许多人。船上还有橘子。"]), ("老街亮灯", [LAMPS_TOLD])],
        ),
        (
            "渡口开航\n\n（上接第一版）船上还有三十筐橘子。",
            [("渡口开航", ["船上还有三十筐橘子。"])],
        ),
        (
            "渡口开航\n\n渡口昨日开航，船头下转三圈，上接跳板。",
            [("渡口开航", ["渡口昨日开航，船头下转三圈，上接跳板。"])],
        ),
    ],
)
def test_an_article_that_goes_on_on_another_page_is_one(printed: str, expected: Told) -> None:
    assert told(printed) == expected
