"""Which lines between paragraphs are headlines: of news below other news, and not the crossheads of one feature.

The pages are invented. In ``news/`` each article has a headline in a line of its own; in ``features/`` only the first line is one.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline.layout import split
from timeline.layout.marks import ends
from timeline.model import Document

PAGES = Path(__file__).parent / "apart"
#: Of 33 headlines so many are found, and of 16 features so many are read as one article.
FOUND, WHOLE = 31, 15


def headlines(page: Path) -> tuple[set[str], set[str]]:
    """The headlines that a page is read to have, and its lines that are none of prose."""
    printed = page.read_text(encoding="utf-8")
    articles = split(Document(page.name, "", "text/plain", "utf-8", printed))
    read = {article.headline.of(printed) for article in articles if article.headline and article.role != "furniture"}
    lines = printed.split("\n")
    alone = {line for line in lines if line and not ends(line)}
    return {head.replace("\n", "") for head in read}, alone


def test_news_below_other_news_is_an_article_of_its_own() -> None:
    found = [headlines(page) for page in sorted((PAGES / "news").glob("*.txt"))]
    assert all(read <= alone for read, alone in found)
    assert sum(len(read) for read, _ in found) >= FOUND


def test_sections_of_a_feature_are_no_articles() -> None:
    pages = sorted((PAGES / "features").glob("*.txt"))
    assert sum(len(headlines(page)[0]) == 1 for page in pages) >= WHOLE


NEWS = (
    "渡口候船亭翻修完工\n\n8月5日，渡口镇候船亭翻修完工。亭子的屋顶换了新瓦，柱子刷了桐油，靠江一侧添了木栏杆。船工说，"
    "以后下雨天等船不用再打伞。\n\n{head}\n\n8月6日，县图书馆的流动书车开进三所小学。车上有两千册绘本，孩子凭借书证一次"
    "能借四本，月底书车再来时归还。\n"
)


@pytest.mark.parametrize(
    ("head", "apart"),
    [
        ("流动书车开进三所小学", True),
        ("书车：月底再来", False),  # one who is told of
        ("一、流动书车开进三所小学", False),
        ("书车来了", False),
    ],
)
def test_what_stands_between_two_texts_of_different_words(head: str, apart: bool) -> None:
    printed = NEWS.format(head=head)
    articles = split(Document("a.txt", "", "text/plain", "utf-8", printed))
    assert (head in {article.headline.of(printed) for article in articles if article.headline}) is apart
