"""Lines by which pages say when they were published: every usual form, wherever it stands; and dates that only look so."""

from __future__ import annotations

import pytest
from dated_texts import dct_of, dcts

from timeline.layout import split
from timeline.read import read_text

TITLE, BODY = (
    "渡头县低温粮仓启用",
    "渡头县粮站新建的低温仓昨天启用，首批入仓稻谷三千吨。粮站负责人说，老仓将在本月底拆除。",
)
PLACED = {
    "under the headline": "{title}\n{line}\n\n{body}\n",
    "in a paragraph of its own": "{title}\n\n{line}\n\n{body}\n",
    "on top": "{line}\n\n{title}\n\n{body}\n",
    "between, no blank line": "{title}\n{line}\n{body}\n",
    "under the byline": "{title}\n本报记者 李四\n{line}\n\n{body}\n",
}
FORMS = [
    "青禾日报 2020-10-16",
    "2020-10-16",
    "2020年10月16日",
    "（2020年10月16日）",
    "2020 年 10 月 16 日",
    "２０２０年１０月１６日",
    "二〇二〇年十月十六日",
    "2020/10/16",
    "2020.10.16",
    "2020-10-16 09:30:21",
    "2020-10-16T09:30:00+08:00",
    "2020年10月16日 星期五",
    "青禾日报/2020年/10月/16日/第003版",
    "青禾日报 2020年10月16日 A3版",
    "来源:青禾日报 2020-10-16",
    "来源：青禾日报 | 2020-10-16 | 阅读 12",
    "记者 李四 2020-10-16",
    "日期：2020-10-16",
    "发布日期：2020年10月16日",
    "刊发时间：2020-10-16",
    "成文日期:2020年10月16日",
    "青禾縣政府辦公室 民國109年10月16日",
    "中華民國一○九年十月十六日",
    "發布日期：109-10-16",
    "發佈單位：青禾縣政府　發佈日期：2020-10-16　更新日期：2020-10-17　點閱數：12",
    "2020-10-16 10:00:22 来源：青禾网 作者：李四 责编：王五 浏览次数：12次 字号：[大 中 小] 【打印】",
    "索引号：QH-2020-001  主题分类：综合政务  成文日期：2020-10-15  发布日期：2020-10-16",
    "李四 · 2020-10-16",
    "襄宁市自来水有限公司 2020-10-16",
    "本报记者 李四 王小明 2020年10月16日",
    "□本报记者 李四 文/图 2020年10月16日",
    "〔記者陳大文／青禾報導〕2020-10-16",
    "文｜李四 图｜王小明 2020-10-16 10:20",
    "采访时间：2020年10月16日 本报记者 李四",
    "编辑：李四  时间：2020-10-16",
    "◎李四 2020年10月16日",
]


@pytest.mark.parametrize("placed", PLACED.values(), ids=PLACED)
@pytest.mark.parametrize("line", FORMS)
def test_every_form_dates_the_page_and_leaves_its_text(line: str, placed: str) -> None:
    text = placed.format(title=TITLE, line=line, body=BODY)
    assert {str(dct.date) for dct in dcts(read_text(text))} == {"2020-10-16"}
    [article] = [article for article in split(read_text(text)) if article.role != "furniture"]
    assert article.headline is not None
    assert article.headline.of(text) == TITLE
    assert [span.of(text) for paragraph in article.paragraphs for span in paragraph] == [BODY]


@pytest.mark.parametrize(
    "line", ["本报记者 李四 2020年10月16日", "文/图 李四 2020-10-16", "编辑：李四 时间：2020-10-16"]
)
def test_a_byline_at_the_foot_dates_the_page(line: str) -> None:
    assert str(dct_of(f"{TITLE}\n\n{BODY}\n\n{line}\n").date) == "2020-10-16"


def test_a_byline_s_day_takes_its_year_from_the_text() -> None:
    told = "2020年10月12日，首批稻谷入仓。粮站负责人说，老仓将在本月底拆除。"
    assert str(dct_of(f"{TITLE}\n记者 李四 10月16日\n\n{told}").date) == "2020-10-16/2020-10-19"


def test_what_the_text_tells_as_past_puts_out_a_byline_s_day() -> None:
    told = "2021年3月5日，渡头县低温粮仓启用了，当天入仓稻谷三千吨。"
    assert str(dct_of(f"{TITLE}\n本报记者 李四 2020年10月16日\n\n{told}").date) != "2020-10-16"


def test_each_of_several_articles_has_its_own() -> None:
    told = [("渡口开航", "2021-06-22", "渡口昨日开航"), ("新桥合龙", "2021-06-25", "新桥昨日合龙")]
    below = "\n\n".join(f"{title}\n{day}\n{body}，两岸居民盼了三十年。" for title, day, body in told)
    above = "\n\n".join(f"来源：青禾网 {day}\n\n{title}\n\n{body}，两岸居民盼了三十年。" for title, day, body in told)
    for text in (below, above):
        page = read_text(text)
        dated = [str(dct.date) for article, dct in zip(split(page), dcts(page), strict=True) if article.role == "news"]
        assert dated == ["2021-06-22", "2021-06-25"]


@pytest.mark.parametrize(
    "text",
    [
        "青石镇大事记\n\n2020年10月16日\n\n新桥开工，来了三百多人。\n\n2020年11月2日\n\n渡口停航，木船全部上岸。",
        "青石镇大事记\n\n2020-10-16\n\n新桥开工，来了三百多人。",
        "登山节日程\n2025年6月11日 星期三\n9:00 开幕式\n14:00 登山",
        "登山节\n2025年6月11日（周三）\n西山公园南门集合，自带雨具。",
        "登山活动\n\n时间：2025年6月11日\n\n地点：西山公园",
        "登山活动\n活动日期：2025-06-11\n请带好雨具，山上风大。",
        "渡口招工\n报名截止：2025年6月11日\n要会撑船，能吃苦。",
        "渡口老照片\n\n1958年10月1日\n\n渡口第一条机动船下水。1998年，木船全部退役了。",
        "渡口新闻\n渡口开航\n2020-10-16\n新桥合龙\n2020-10-17\n集市开张\n2020-10-18",
        "渡口开航\n2025-06-11 新桥合龙\n2025-12-20 通车",
        "登山活动\n\n时间：2025年6月11日 主办单位：青石镇文化站\n\n山上风大，请带好雨具。",
        "记者见面会 2025年6月11日\n\n会上有问有答，市民可以进场旁听。",
        "小记者登山 2025年6月11日出发\n\n请带好雨具，山上风大。",
        "青石镇夜校\n\n4月26日（周六）活动安排\n\n学剪纸，学做灯笼。",
    ],
)  # fmt: skip
def test_an_event_s_or_entry_s_date_is_none(text: str) -> None:
    assert not {"stamp", "published-line", "masthead", "signed"} & {each.kind for each in dct_of(text).evidence}


def test_a_page_that_says_only_when_it_was_changed() -> None:
    assert str(dct_of(f"{TITLE}\n更新时间：2020-10-16 10:00\n\n{BODY}").date) == "2020-09-16/2020-10-16"


@pytest.mark.parametrize(
    ("foot", "dated"),
    [
        ("青石镇水厂\n2025年6月10日", "2025-06-10/2025-06-13"),
        ("青石镇水厂  2025年6月10日", "2025-06-10/2025-06-13"),
        ("青石鎮自來水廠\n二〇二五年六月十日", "2025-06-10/2025-06-13"),
        ("2025-06-10", "2025-06-10/2025-06-25"),
        ("青石日报 2025-06-10", "2025-06-10"),
    ],
)
def test_what_stands_under_a_notice(foot: str, dated: str) -> None:
    assert str(dct_of(f"停水通知\n\n因抢修水管，镇东停水半天，请提前储水。\n\n{foot}\n").date) == dated
