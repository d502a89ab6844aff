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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("渡口灯饰昨天上市。渡口灯饰透露，募集资金将用于二厂建设，明年3月开工。", "渡口灯饰二厂开工"),
        ("望湖博物馆推出“莲香”民俗展，12月1日开展，展期一个月。", "望湖博物馆“莲香”民俗展开展"),
        ("非遗馆的剪纸体验课排在12月1日和12月3日，每天两场，需提前预约。", "非遗馆的剪纸体验课"),
        (
            "望湖县人大常委会11月16日开会。会议表决通过了关于召开望湖县九届人大三次会议的决定，明确大会于明年1月9日召开。",
            "望湖县九届人大三次会议召开",
        ),
        (
            "望湖县人才公寓配租公告\n一、申请时间：12月1日至12月5日。\n二、资格审核：12月6日至9日，由住建、人社联合审核。",
            "望湖县人才公寓配租资格审核",
        ),
        (
            "望湖县春季招聘进校园活动安排\n第一站：12月3日9:30，县职教中心，提供岗位620个；\n",
            "望湖县春季招聘进校园第一站",
        ),
        ("11月16日，望湖市政府召开会议，部署城区防火工作。", "望湖市政府会议部署城区防火工作"),
        ("停车新政12月1日起施行，2014年发布的旧办法同时废止。", "旧办法发布"),
    ],
)
def test_a_title_tells_what_its_neighbours_name(text: str, expected: str) -> None:
    assert expected in {event.title for event in extract(text, DAY).events}
