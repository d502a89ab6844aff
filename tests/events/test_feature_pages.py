"""Titles of long feature pages: whose doing a row of years is, what 项目, 新线, 平台 and a rate are of, what reads ill."""

from __future__ import annotations

import pytest

import timeline

LONG = "\n\n渔家的灯火映在河面上，老人们说起旧事，孩子们追着跑。" * 24


@pytest.mark.parametrize(
    ("text", "title"),
    [
        # a row of years is the town's, though an office stands in the headline and works and products between
        (
            "## 一湖清水三十年 渡口县水利局治水记\n\n1995年，渡口县提出“清湖”目标；1998年，出台第一个治湖规划。" + LONG,
            "渡口县出台第一个治湖规划",
        ),
        ("1991年，渡口县提出“清湖”目标；1996年，望湖大桥通车；2001年，启动退田还湖工程。", "渡口县启动退田还湖工程"),
        (
            "1991年，县里划出八百亩地；2010年，举办首届银鱼节。渡口县渔业兴旺，渡口人乐。",
            "渡口县举办首届银鱼节",
        ),
        # a house acts, not the building that its row tells of
        (
            "渡口市人民医院1984年开设重症监护室，2010年门诊综合大楼投入使用，2016年成为省人民医院协作医院。",
            "渡口市人民医院成为省人民医院协作医院",
        ),
        ("渡口县现有树龄百年以上的古树412株，2022年完成全面普查。", "渡口县完成古树全面普查"),
        # bare words by their paragraph or headline
        (
            "# 渡口一中新校区9月启用\n\n渡口一中新校区建设进入收尾阶段。项目总投资4亿元，2022年3月开工。",
            "渡口一中新校区开工",
        ),
        (
            "走进渡口清荷家居有限公司车间，机器轰鸣。“2023年底新线投产后，订单增长三成。”负责人说。",
            "渡口清荷家居新线投产",
        ),
        ("2021年6月，总投资9.7亿元的城乡供水一体化项目动工。一期工程2022年10月通水。", "城乡供水一体化一期工程通水"),
        ("走进县第二水厂，大屏闪动。水厂2022年12月投运，日供水5万吨。", "县第二水厂投运"),
        # what the clauses round it tell
        ("渡口县现有古树名木4128株，2022年完成全面普查。", "渡口县完成古树名木全面普查"),
        ("2024年4月以来，共抽检豆制品126批次，合格率99.2%。", "豆制品抽检合格率99.2%"),
        (
            "县市场监管局开展豆制品专项检查。2024年7月11日，对3家违规使用添加剂的作坊立案查处。",
            "县市场监管局对3家违规使用添加剂的作坊立案查处",
        ),
        ("始建于1951年的渡口市人民医院，门诊楼已翻新三次。", "渡口市人民医院始建"),
        (
            "因管网改造，定于2024年5月9日20:00至5月10日8:00停水，影响区域：城南路、学府路一带。",
            "城南路、学府路一带停水",
        ),
        ("老城区雨污分流工程2023年9月开工。一期工程2024年4月完工。", "老城区雨污分流一期工程完工"),
        ("县二中理科楼是重点项目。项目总投资4800万元，2024年2月动工。", "县二中理科楼动工"),
        ("“手艺不能丢。”茶农方小禾说。2016年，他牵头成立清荷茶叶专业合作社。", "方小禾牵头成立清荷茶叶专业合作社"),
        ("渡口一中新校区即将落成。新校区原计划2024年6月交付，受降雨影响，推迟至8月20日。", "渡口一中新校区交付推迟"),
        # told plainly
        (
            "由渡口县文旅局主办的“云上之夏”夜游活动将于2024年7月20日晚7时在望湖公园举行。",
            "渡口县文旅局主办“云上之夏”夜游活动",
        ),
        ("定于2024年7月19日22:00至7月20日6:00对城西片区停水。", "城西片区停水"),
    ],
)
def test_titles_of_feature_pages(text: str, title: str) -> None:
    assert title in [event.title for event in timeline.extract(text).events]


def test_a_year_that_a_speaker_does_not_name_dates_nothing() -> None:
    text = "渡口瓷厂1998年改制。“老厂关门那年，我爸哭了一宿。”匠人方小禾说。"
    assert [event.title for event in timeline.extract(text).events] == ["渡口瓷厂改制"]


def test_what_is_put_off_comes_after_its_plan() -> None:
    text = "渡口一中新校区9月1日启用。项目原计划今年6月交付，受连续强降雨影响，推迟至8月20日。"
    told = {event.title: event.when.edtf for event in timeline.extract(text, published="2024-07-17").events}
    assert told["渡口一中新校区启用"] == "2024-09-01"
    assert told["渡口一中新校区交付推迟"] == "2024-08-20"


def test_one_house_in_its_long_and_its_short_name_is_one() -> None:
    text = "2020年，国家茶叶质量检验检测中心落户渡口县。\n\n当地人说起过往。2020年，国家茶叶质检中心在渡口县挂牌。"
    assert len(timeline.extract(text).events) == 1
