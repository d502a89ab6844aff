"""Titles that could not stand alone are told again as their sentence tells them; those that can stay as they are."""

from __future__ import annotations

import pytest

import timeline
from timeline.events.soundness import is_torn, lacks_predicate, lacks_subject, untorn


def titles(text: str) -> list[str]:
    return [event.title for event in timeline.extract(text, "2025-11-10").events]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        # the clause before has a subject that no list of verbs would find
        ("1952年，煤栈公私合营，改称渡口港第三装卸区。", "煤栈公私合营，改称渡口港第三装卸区"),
        ("血液透析不停，11月12日分两批过渡。", "血液透析不停，分两批过渡"),
        # in front of its own time
        ("老城变电站12月1日竣工，12月20日先行送电。", "老城变电站先行送电"),
        ("全线停车场11月20日前免费，12月1日起每小时3元。", "全线停车场每小时3元"),
        # all of the clause only says who is meant, or on what terms
        ("给县里供过纸浆的宏渡纸业，12月31日关停最后一条浆线。", "宏渡纸业关停最后一条浆线"),
        ("已经购票的游客，11月30日前可改签或全额退票。", "改签或全额退票截止"),
        ("家长有异议的，11月29日17时前可提出复核。", "家长有异议的，可提出复核"),
        # what is told of stands in front of the colon, or above in a heading
        ("得票最高的是老旧小区加装电梯：12月底前开工40部。", "老旧小区加装电梯开工40部"),
        # a name that was torn, a pause that was lost
        ("渡口城际铁路终于定了：12月22日开通运营！", "渡口城际铁路开通运营"),
        ("11月29日18时起，渡口路段封闭，开放时间视结冰情况另告。", "渡口路段封闭，开放时间视结冰情况另告"),
        # nothing that is needed at the end is cut off
        ("铁路部门12月28日起在渡口间加开夜间列车6对。", "铁路部门在渡口间加开夜间列车6对"),
        ("去年招聘月共有4300人达成就业意向。", "招聘月共有4300人达成就业意向"),
    ],
)
def test_a_title_has_its_subject_from_the_clause_before_it(text: str, title: str) -> None:
    assert title in titles(text)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        # somebody else's day, a teller, a ground: no part of the title
        ("望湖路12月1日封闭，12月20日恢复通行。", "望湖路恢复通行"),
        ("记者获悉，12月20日起恢复通行。", "恢复通行"),
        ("1951年3月，方禾任县长，同年10月，渡口大桥开工。", "渡口大桥开工"),
        # what begins like a verb and is a name
        ("因系统升级，录取结果11月20日公布。", "录取结果公布"),
        ("1966年冬天，老支书方小禾带着86名村民，用钢钎在崖上凿路。", "老支书方小禾带着86名村民用钢钎在崖上凿路"),
    ],
)
def test_a_title_that_stands_alone_stays(text: str, title: str) -> None:
    assert title in titles(text)


def test_traditional_script_tells_the_same() -> None:
    assert "煤棧公私合營，改稱渡口港第三裝卸區" in titles("1952年，煤棧公私合營，改稱渡口港第三裝卸區。")


def test_what_a_judge_of_titles_sees() -> None:
    assert all(map(lacks_subject, ["走5个渔村", "在新址恢复", "先行送电", "分两批过渡", "经县政府会议审议通过"]))
    assert not any(map(lacks_subject, ["渡口大桥通车", "录取结果公布", "招聘月收官", "签约额有12.6亿元"]))
    assert is_torn("形成", "形成意见稿") and untorn("渡口打算") == "渡口"
    assert not is_torn("渡口工程", "渡口工程开工，渡口工程完工")
    assert lacks_predicate("渡口县法院执行大厅里") and not lacks_predicate("渡口县法院执行大厅启用")
