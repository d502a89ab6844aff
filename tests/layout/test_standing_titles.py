"""Standing titles of columns stay out of the headlines below them, whatever they are called."""

from __future__ import annotations

import pytest

from timeline.layout import split
from timeline.read import read_text

STORY = "11月22日8时至18时，因管网检修，望湖镇停水，请居民储水。\n"
OTHER = "11月19日，云渡二中教师方禾获评县最美教师，学生们送来贺卡。\n"


def headlines(text: str) -> list[str]:
    """What the articles of a page are headed, in reading order; without the page's own lines."""
    found = [article for article in split(read_text(text)) if article.role != "furniture"]
    return [article.headline.of(text) if article.headline else "" for article in found]


@pytest.mark.parametrize(
    "title",
    ["历史上的今天", "便民提示", "温馨提示", "便民信息", "读者来信", "歷史上的今天", "【身边好人】", "〔文化讲堂〕"],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_known_or_boxed_title_is_no_part_of_the_headline(title: str, gap: str) -> None:
    assert headlines(f"{title}{gap}望湖镇周日停水\n\n{STORY}") == ["望湖镇周日停水"]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_short_line_above_several_headlines_is_a_columns_title(gap: str) -> None:
    page = f"身边好人{gap}女教师方禾资助学生\n\n{OTHER}\n身边好人{gap}望湖镇周日停水\n\n{STORY}"
    assert headlines(page) == ["女教师方禾资助学生", "望湖镇周日停水"]


def test_a_columns_title_ends_the_article_above_it() -> None:
    page = f"最美教师揭晓\n\n{OTHER}\n便民提示\n望湖镇周日停水\n\n{STORY}"
    assert headlines(page) == ["最美教师揭晓", "望湖镇周日停水"]


def test_a_kicker_that_stands_once_stays_with_its_headline() -> None:
    assert headlines(f"冬日暖阳\n女教师方禾资助学生\n\n{OTHER}") == ["冬日暖阳\n女教师方禾资助学生"]


def test_a_title_right_above_a_text_is_its_headline() -> None:
    assert headlines(f"便民提示\n\n{STORY}") == ["便民提示"]
