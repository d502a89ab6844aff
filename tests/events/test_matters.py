"""Steps are told with that of which they are steps: a recruitment, a prize, a case; an edition with its series."""

from __future__ import annotations

import pytest

from timeline.pipeline import extract

DAY = "2025-11-17"


def titles(text: str) -> list[str]:
    return [event.title for event in extract(text, DAY).events]


def test_the_steps_of_a_recruitment_tell_what_it_recruits_for() -> None:
    text = (
        "云溪县2025年面向社会公开招聘中小学教师60名。资格初审11月28日完成。\n缴费截至11月29日12:00。\n"
        "四、面试。初定明年1月上旬，按1∶2比例入围。\n五、成绩1月21日左右公布。\n"
    )
    name = "云溪县公开招聘中小学教师"
    assert {f"{name}资格初审完成", f"{name}缴费截止", f"{name}面试", f"{name}成绩公布"} <= set(titles(text))


def test_the_steps_towards_a_prize_or_a_home_tell_which() -> None:
    prize = "第五届望湖市长质量奖11月20日起接受申报，12月20日截止，明年第一季度组织现场评审。"
    assert "第五届望湖市长质量奖申报截止" in titles(prize)
    homes = "云溪区2025年度第二批公租房11月20日起受理申请。街道初审12月7日前完成，区级联审12月底前结束。"
    assert "云溪区第二批公租房街道初审完成" in titles(homes)


def test_the_steps_of_a_case_tell_whose_or_which() -> None:
    text = (
        "望湖区法院前日一审宣判，被告人赵某龙犯诈骗罪，判处有期徒刑六年。2024年4月22日，民警将其抓获。"
        "5月28日，检察机关批准逮捕。庭审于去年12月6日进行。"
    )
    expected = {"赵某龙诈骗案一审宣判", "民警将赵某龙抓获", "赵某龙被批准逮捕", "赵某龙诈骗案庭审进行"}
    assert expected <= set(titles(text))
    named = "11月5日，望湖中院对“铁小匠”商标侵权案作出二审判决。二审于10月17日公开开庭。法院随后宣判。"
    assert "“铁小匠”商标侵权案二审公开开庭" in titles(named)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("第二十四届望湖国际鞋业博览会明天开幕。去年的第二十三届则推迟到11月。", "第二十三届望湖国际鞋业博览会推迟"),
        ("第三届“锦绣望湖”戏剧季进入第二周。本届戏剧季11月8日开幕。", "第三届“锦绣望湖”戏剧季开幕"),
        ("专业观众即日起至22日可在公众号预登记，现场登记须缴纳20元。", "专业观众可在公众号预登记"),
        ("望湖服务中心2022年3月18日动土，总经费2亿4300万元。", "望湖服务中心动土"),
    ],
)
def test_an_edition_names_its_series_and_a_deed_comes_before_its_price(text: str, expected: str) -> None:
    assert expected in titles(text)


@pytest.mark.parametrize(
    ("text", "whole", "steps"),
    [
        (
            "望湖市第三届机器人大赛12月20日举行，设三个组别。报名从11月20日开始，12月5日截止。12月10日公布入围名单。12月21日颁奖。",
            "望湖市第三届机器人大赛",
            ["报名开始", "报名截止", "公布入围名单", "举行", "颁奖"],
        ),
        (
            "首届渡口青年歌手赛启动。11月22日海选，12月6日复赛，12月20日总决赛在渡口剧院举行。",
            "首届渡口青年歌手赛",
            ["海选", "复赛", "总决赛"],
        ),
        (
            "渡口县人社局面向社会公开招聘护士28名，报名从11月20日开始，笔试12月6日举行。",
            "渡口县人社局公开招聘护士",
            ["报名开始", "笔试举行"],
        ),
        (
            "望湖区教育局公布初中招生日程。12月16日公布录取名单，12月18日发放入学通知书。",
            "初中招生",
            ["公布录取名单", "发放入学通知书"],
        ),
        (
            "渡口半程马拉松组委会发布提示。比赛12月7日7:30鸣枪。报名通道11月20日开启。",
            "渡口半程马拉松",
            ["报名开启", "鸣枪"],
        ),
    ],
)
def test_the_steps_of_a_programme_tell_its_whole(text: str, whole: str, steps: list[str]) -> None:
    assert titles(text) == [f"{whole}{step}" for step in steps]


def test_a_part_is_of_the_festival_of_its_page_and_a_brief_of_none_but_its_own() -> None:
    programme = "第四届望湖竹编节11月20日至22日举行。\n活动安排：\n1.竹艺论坛：11月20日上午9时，望湖宾馆；\n2.颁奖晚会：11月21日晚7时，望湖剧院。\n"
    assert "第四届望湖竹编节颁奖晚会" in titles(programme)
    briefs = "▲第四届望湖竹编节11月20日举行。\n▲县供销社家电补贴资格审核11月28日完成。\n▲报名11月29日截止。\n"
    assert "报名截止" in titles(briefs)
