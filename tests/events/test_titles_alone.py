"""Titles that a reader understands alone: who, what happened, to what; over sentences that leave it to their neighbours."""

from __future__ import annotations

import pytest

import timeline
from timeline.events.fitting import fit


def titles(text: str) -> list[str]:
    return [event.title for event in timeline.extract(text, "2025-11-10").events]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "渡口市药监局11月8日宣布，康宁公司自12月1日起召回2023年生产的两批血压计。",
            "渡口市药监局宣布康宁公司召回两批血压计",
        ),
        ("望湖机场昨日透露，停航四年的望湖至海口航班将于12月18日恢复。", "停航四年的望湖至海口航班恢复"),
        ("《渡口市停车收费办法》11月6日公布，12月1日起施行。", "《渡口市停车收费办法》公布"),
        ("原定11月30日的女子半程马拉松因场地施工改至12月7日。", "女子半程马拉松改期"),
        ("渡口商会11月9日走进第二中学，拉开“老手艺进校园”活动序幕。", "渡口商会拉开“老手艺进校园”活动序幕"),
        ("11月1日零时，渡口玻璃厂第二条生产线点火，年产值可达15亿元。", "渡口玻璃厂第二条生产线点火"),
        ("灯彩点亮古城墙，灯会持续至12月7日。", "灯会结束"),
        ("夏令营第二期7月10日、第三期7月18日开营。", "第三期开营"),
        ("创建全国文明县城推进会11月20日召开。", "创建全国文明县城推进会召开"),
        ("2011年春天，退休教师方静兰在巷口租下一间门面。", "退休教师方静兰在巷口租下一间门面"),
        ("节后返程高峰出现在11月30日。", "节后返程高峰出现"),
        ("闭门改造了半年的望湖陶瓷博物馆，11月8日重新与观众见面。", "望湖陶瓷博物馆重新与观众见面"),
    ],
)
def test_a_sentence_tells_who_and_what(text: str, expected: str) -> None:
    assert any(expected in title for title in titles(text))


def test_who_has_run_a_race_through_is_no_race() -> None:
    text = "11月8日，半程马拉松报名截止。“看的是城。”首届完赛者、教师林禾已经报了名。11月20日起，成绩证书可在官网下载。"
    assert "半程马拉松成绩证书可在官网下载" in titles(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("沈怀德，1929年生，1947年参军。1955年转业到林场。1989年离休。", "沈怀德转业到林场"),
        ("青衣名家苏玉兰1932年生于梨园世家。1980年收徒传艺。", "苏玉兰收徒传艺"),
        ("停工六年的江畔名苑11月8日复工。该项目2012年开建。", "江畔名苑开建"),
        ("渡口汽车成立于1984年，2010年在港上市，去年销量37万辆。", "渡口汽车销量37万辆"),
        ("市民政局9月出台《居家养老服务办法》，12月1日起施行。", "《居家养老服务办法》施行"),
        ("潮声桥始建于1521年，清代重修。1987年列为县级文保单位。2006年升为省级。", "潮声桥升为省级"),
    ],
)
def test_what_a_sentence_leaves_out_comes_from_those_before_it(text: str, expected: str) -> None:
    assert expected in titles(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "《渡口市公共文化服务保障“十二五”发展规划》在市政府第15次市长办公会议上过会",
            "《渡口市公共文化服务保障“十二五”发展规划》过会",
        ),
        (
            "《渡口县困难老年人居家养老服务补贴办法》由县政府办公室印发各乡镇和县直部门",
            "《渡口县困难老年人居家养老服务补贴办法》印发",
        ),
    ],
)
def test_a_long_title_is_not_cut_inside_a_word(text: str, expected: str) -> None:
    assert fit(text) == expected
