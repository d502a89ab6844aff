"""Lines that name who wrote, with or without the day: bylines in every usual form; and headlines that speak of 记者 or a date."""

from __future__ import annotations

import pytest

from timeline.layout import flow, split
from timeline.model import Document

TITLE = "渡头县低温粮仓启用"
BODY = "渡头县粮站新建的低温仓日前启用，首批入仓稻谷三千吨。\n\n粮站负责人说，老仓将在月底拆除，原地改建晒场。"
PLACED = {
    "under the headline": "{title}\n{line}\n\n{body}\n",
    "in a paragraph of its own": "{title}\n\n{line}\n\n{body}\n",
    "no blank line": "{title}\n{line}\n{body}\n",
    "at the foot": "{title}\n\n{body}\n\n{line}\n",
}
BYLINES = [
    ("本报记者 李四 2023年8月31日", "李四"),
    ("本报记者 李四 王小明 2023年8月31日", "李四 王小明"),
    ("□本报记者 李四 文/图 2023年8月31日", "李四"),
    ("■ 本报记者　李四　　2023年8月31日", "李四"),
    ("记者李四 通讯员王小明 2023-08-31", "李四 王小明"),
    ("记者：李四 时间：2023-08-31 10:20", "李四"),
    ("（记者 李四 2023年8月31日）", "李四"),
    ("文/图 李四 2023年8月31日", "李四"),
    ("文｜李四 图｜王小明 2023-08-31", "李四 王小明"),
    ("记者/李四 2023.08.31", "李四"),
    ("2023年8月31日 本报记者 李四", "李四"),
    ("2023-08-31 10:20 记者 李四", "李四"),
    ("青禾日报全媒体记者 李四 通讯员 王小明 2023-08-31", "李四 王小明"),
    ("本报驻渡头记者 李四 2023年8月31日", "李四"),
    ("□本报记者 温在山 王展 通讯员 景行止", "温在山 王展 景行止"),
    ("本报记者 李四 摄影报道 2023年8月31日", "李四"),
    ("本报记者 阿依古丽·买买提 2023年8月31日", "阿依古丽·买买提"),
    ("◎李四 2023年8月31日", "李四"),
    ("记者 李四 8月31日", "李四"),
    ("记者李四 8月31日电", "李四"),
    ("〔記者陳大文／渡頭報導〕2023-08-31", "陳大文"),
    ("採寫：陳大文 攝影：王小明 2023年8月31日", "陳大文 王小明"),
    ("本報記者 陳大文 二〇二三年八月三十一日", "陳大文"),
]


def told(text: str) -> list[tuple[str, str, str]]:
    """Headline, reporters and text of a page's articles."""
    page = Document("page.txt", "", "text/plain", "utf-8", text)
    return [
        (article.headline.of(text) if article.headline else "", article.reporter, flow(page, article).text)
        for article in split(page)
        if article.role != "furniture"
    ]


@pytest.mark.parametrize("placed", PLACED.values(), ids=PLACED)
@pytest.mark.parametrize(("line", "names"), BYLINES)
def test_a_byline_with_its_day_is_no_part_of_headline_or_text(line: str, names: str, placed: str) -> None:
    [(headline, reporter, text)] = told(placed.format(title=TITLE, line=line, body=BODY))
    assert (headline, reporter) == (TITLE, names)
    assert text == BODY.replace("\n\n", "\n")


@pytest.mark.parametrize(
    "line",
    [
        "来源：青禾日报 2023-08-31 10:20",
        "编辑：李四  时间：2023-08-31",
        "作者：李四 时间：2023年8月31日 点击：35",
        "来源：青禾日报 作者：李四 编辑：王小明 发布时间：2023-08-31 10:20 点击：120",
        "青禾日报 记者 李四 2023-08-31 编辑 王小明",
    ],
)
@pytest.mark.parametrize("placed", PLACED.values(), ids=PLACED)
def test_a_line_with_source_editor_and_day_is_the_page_s(line: str, placed: str) -> None:
    [(headline, _, text)] = told(placed.format(title=TITLE, line=line, body=BODY))
    assert (headline, text) == (TITLE, BODY.replace("\n\n", "\n"))


@pytest.mark.parametrize(
    "headline",
    [
        "百名记者走基层",
        "记者节座谈会11月8日举行",
        "2023年11月8日记者节座谈会召开",
        "记者证8月31日起换发",
        "本报通讯员培训班8月31日开班",
        "优秀记者表彰会",
        "记者李四荣获一等奖",
        "小记者探访粮仓 8月31日",
        "征文投稿2023年8月31日截止",
        "作者见面会定于2023年8月31日",
        "图书馆讲座2023年8月31日开讲",
    ],
)
def test_a_headline_that_speaks_of_writers_or_a_day_is_one(headline: str) -> None:
    assert told(f"{headline}\n\n{BODY}\n")[0][0] == headline
