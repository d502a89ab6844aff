"""What a bare word at the head of a title means: a rule, a town, a firm, who speaks, whose page it is."""

from __future__ import annotations

import pytest

from timeline.pipeline import extract

DAY = "2025-11-17"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "望湖市《望湖市停车管理办法》备受关注。办法10月29日经市政府常务会议通过，12月1日起施行。",
            {"《望湖市停车管理办法》经市政府常务会议通过", "《望湖市停车管理办法》施行"},
        ),
        (
            "10月8日，望湖区发布《望湖区促进消费十五条》。政策11月1日起实施。",
            {"望湖区发布《望湖区促进消费十五条》", "《望湖区促进消费十五条》实施"},
        ),
        (
            "“去年我们投了第二条生产线，明年9月投产。”渡口机电总经理方小禾说。该公司2016年落户望湖。",
            {"渡口机电投了第二条生产线", "渡口机电投产", "渡口机电落户望湖"},
        ),
        (
            "望湖陶瓷厂大事记\n1952年，由七家作坊合并成立。\n1958年3月，迁入河东新厂区。\n1998年12月，改制为望湖陶瓷有限公司。",
            {"望湖陶瓷厂由七家作坊合并成立", "望湖陶瓷厂迁入河东新厂区", "望湖陶瓷厂改制为望湖陶瓷有限公司"},
        ),
        (
            "1991年，26岁的木匠方小禾用积蓄租下一间门面。1996年，他办起灯具厂。",
            {"26岁的木匠方小禾用积蓄租下一间门面", "方小禾办起灯具厂"},
        ),
        (
            "渡口大桥2013年8月完成可行性研究。2018年11月，省发改委批复项目建议书。2022年5月17日，主塔封顶。",
            {"渡口大桥完成可行性研究", "省发改委批复项目建议书", "渡口大桥主塔封顶"},
        ),
    ],
)
def test_a_bare_word_is_told_by_its_name(text: str, expected: set[str]) -> None:
    assert expected <= {event.title for event in extract(text, DAY).events}


def test_the_parts_of_a_day_are_of_that_day() -> None:
    text = "11月16日上午，望湖市委常委会召开会议。下午，全市推进会在纺织园举行。晚上，市工业局举办答疑会。"
    found = extract(text, DAY).events
    assert {event.when.edtf for event in found} == {"2025-11-16"}
    assert {event.when.part for event in found} == {"morning", "afternoon", "evening"}
