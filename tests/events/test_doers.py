"""Whose doing a title tells where the clause leaves it out: the house, the works, the person, or nobody; never a wrong one."""

from __future__ import annotations

import pytest

from timeline.pipeline import extract

DAY = "2025-11-17"


def titles(text: str) -> list[str]:
    return [event.title for event in extract(text, DAY).events]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("云溪农商银行2014年成立。该行计划明年设立两家村镇银行。", "云溪农商银行计划设立两家村镇银行"),
        ("南芜市1998年撤县设市。2002年，该市实施“茶都”战略。", "南芜市实施“茶都”战略"),
        ("白水港2003年开港。今年1—8月，该港吞吐量完成63万标箱。", "白水港吞吐量完成63万标箱"),
        (
            "走进柏溪食品有限公司，香气扑鼻。公司2008年成立。\n2010年搬进县食品园，二期厂房上个月18日奠基。",
            "柏溪食品有限公司二期厂房奠基",
        ),
        ("11月8日，云溪一中迎来校庆。学校旧址在南街。\n1978年秋恢复高中招生。", "云溪一中恢复高中招生"),
        ("全长100公里的南湖高铁昨天全线贯通。2月底静态验收，3月15日起联调联试。", "南湖高铁联调联试"),
        ("望湖县1998年建校。赵某某，男，1984年5月生。2011年因盗窃被判处拘役。", "赵某某因盗窃被判处拘役"),
        ("东湖水厂12月底完工，南湖水厂要等到2026年6月。", "南湖水厂完工"),
        ("滨湖快速路东延段力争2026年8月开工、2027年底建成。", "滨湖快速路东延段建成"),
        (
            "海川新材11月8日披露，公司拟投资12亿元。\n公司曾于2024年11月公告终止青州项目。公司明年上市。",
            "海川新材公告终止青州项目",
        ),
        ("北山隧道人行道12月10日起维修，料12月底重开。", "北山隧道人行道重开"),
        ("去年10月立项、今年3月奠基的南山院区设床位600张。", "南山院区奠基"),
    ],
)
def test_a_clause_without_a_subject_is_told_of_the_one_that_it_means(text: str, expected: str) -> None:
    assert expected in titles(text)


@pytest.mark.parametrize("text", ["轻轨二号线要等明年。", "拖网渔船还要等到12月16日。"])
def test_what_only_waits_for_a_day_is_no_event(text: str) -> None:
    assert titles(text) == []


def test_the_dead_is_whose_life_the_page_tells() -> None:
    text = (
        "著名木雕艺人周云山先生，因病医治无效，于2025年11月10日在青湾逝世，享年90岁。\n周云山1935年生于青湾县。\n"
        "1956年进入县工艺厂，2007年入选首批非遗传承人。"
    )
    assert {"周云山进入县工艺厂", "周云山入选首批非遗传承人"} <= set(titles(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("史料：1971年9月23日，第9号台风袭击望湖。", ["第9号台风袭击望湖"]),
        ("望湖警方：11月16日晚，北街路口两车相撞。", ["北街路口两车相撞"]),
        ("现场核验：11月22日，请携带户口簿和预防接种证。", ["现场核验"]),
        ("李桂兰刚从成都回来：首柜50吨橘子罐头下个月将从宁波港发出。", ["首柜50吨橘子罐头从宁波港发出"]),
        ("望湖图书馆：11月20日起提前5天放票。", ["望湖图书馆提前5天放票"]),
        ("时间节点已经明确：12月20日，望湖大桥通车。", ["望湖大桥通车"]),
    ],
)
def test_a_label_stands_in_a_title_only_where_it_names_its_subject(text: str, expected: list[str]) -> None:
    assert titles(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2019年4月，南芜市与合溪县结对。", ["南芜市与合溪县结对"]),
        ("乡图书馆12月1日起实施冬令时间。", ["乡图书馆实施冬令时间"]),
        ("云溪市的细则征求意见至12月31日。", ["云溪市的细则征求意见"]),
        ("第八批医疗队任期到2026年4月届满。", ["第八批医疗队任期届满"]),
    ],
)
def test_nothing_is_torn_from_the_end_of_a_title(text: str, expected: list[str]) -> None:
    assert titles(text) == expected


def test_a_district_whose_name_is_a_bridge_s_is_no_bridge() -> None:
    text = "宁波柳亭桥区排出9场活动。2018年全区专利授权6123件。区市场监管局去年立案57件，今年一季度又立案19件。"
    assert "区市场监管局立案19件" in titles(text)
