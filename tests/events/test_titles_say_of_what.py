"""Titles that say of what: the notice's matter, the part of a fair, what a ground is open for, whose market opens."""

from __future__ import annotations

import pytest

import timeline

SHOWN = ("activity", "milestone")
FAIR = (
    "第五届渡口博览会定档10月下旬\n第五届渡口博览会将于10月23日至11月3日举行。10月23日至26日为第一段，主打工业，"
    "新能源唱主角；10月30日至11月3日为第二段，转向消费品，礼品、家居轮番上场。"
)
PICKING = (
    "第十届采茶节4月开幕\n第十届采茶节将于4月10日在望湖镇开幕。期间，茶叶交易市场4月1日开市，采茶比赛4月12日举行。"
)

TOUR = "4月里，柏雨晨的巡演定在10日至12日，白朗选了11日至12日。"
OWED = "有网友反映，望湖县公益岗补贴拖欠三个月。县人社局表示，3月9日已全部发放到位。"


def titles(text: str, published: str = "2026-03-20") -> list[str]:
    return [event.title for event in timeline.extract(text, published).events if event.kind in SHOWN]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("关于举办望湖镇春季招聘会的通知：因场地维修，招聘会推迟到5月20日，地点不变。", "望湖镇招聘会推迟"),
        ("关于举办望湖镇相亲会的通知：因场地维修，5月20日改在镇文化站举行。", "望湖镇相亲会改在镇文化站举行"),
        ("關於舉辦望湖鎮相親會的通知：因場地維修，5月20日改在鎮文化站舉行。", "望湖鎮相親會改在鎮文化站舉行"),
        (FAIR, "第五届渡口博览会第一段主打工业"),
        (FAIR, "第五届渡口博览会第二段转向消费品"),
        (
            "第三届渡口书展分两期。5月1日至7日为第一期，展出古籍；5月9日至15日为第二期，展出年画。",
            "第三届渡口书展第二期",
        ),
        (PICKING, "茶叶交易市场开市"),
        (PICKING, "采茶比赛举行"),
        ("渡口体育中心球场免费开放至本月底，市民可预约入场。", "渡口体育中心球场免费开放结束"),
        ("渡口特展免费开放至4月底，市民可预约入场。", "渡口特展结束"),
        ("望湖县公益岗补贴拖欠三个月。县人社局昨日回应，补贴已全部发放。", "县人社局回应补贴已全部发放"),
        (TOUR, "白朗的巡演"),
        ("县里发出通知：农村低保标准由450元提到588元；新标准7月1日起执行。", "农村低保新标准执行"),
        (
            "县政府昨天发出通知：孤儿基本生活养育标准由每人每月1200元提到1350元。",
            "县政府发出通知，孤儿基本生活养育标准提高",
        ),
        (
            "縣政府昨天發出通知：孤兒基本生活養育標準由每人每月1200元提到1350元。",
            "縣政府發出通知，孤兒基本生活養育標準提高",
        ),
        ("产业园里，二号厂房正在砌墙；食堂还在做主体，二层定在月底封顶。", "食堂二层封顶"),
        (OWED, "望湖县公益岗补贴全部发放到位"),
        ("失业补助金申领截至2026年12月31日，待遇享受期至2027年6月30日。", "失业补助金待遇享受期结束"),
    ],
)
def test_of_what(text: str, expected: str) -> None:
    assert expected in titles(text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("关于调整公交线路的通告：因道路施工，5月20日起6路车改道。", "关于"),
        ("渡口书展5月1日为第一期学员赠书。", "书展第一期"),
        ("白朗的新书印了两版。评委会3月11日选了方禾。", "白朗的"),
        ("低保标准由450元提到588元。新标准化厂房7月1日起使用。", "低保新标准"),
        ("食堂刚开门，渡口大厦二层3月25日封顶。", "食堂二层"),
        ("县里拖欠的补贴不少。镇政府3月9日全部发放救灾物资。", "补贴全部"),
        ("望湖镇举办第二届渡口美食节，望湖社区4月12日开市。", "望湖社区开市"),
    ],
)
def test_of_nothing_else(text: str, wrong: str) -> None:
    assert not any(wrong in title for title in titles(text)), titles(text)


@pytest.mark.parametrize(
    "text",
    [
        "2012年夏天，教室漏雨，孩子们挪到走廊上课。",
        "1998年，望湖小学只有三间土坯房。",
        "2010年，村里的路一下雨就泥泞不堪。",
        "1998年，望湖小學只有三間土坯房。",
    ],
)
def test_how_poor_a_place_was_is_no_event(text: str) -> None:
    assert titles(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2012年夏天，教室漏雨，镇里启动校舍重建。", ["镇里启动校舍重建"]),
        ("2018年，村道硬化完工，泥泞不堪的老路没了。", ["村道硬化完工"]),
    ],
)
def test_what_was_done_about_it_is_one(text: str, expected: list[str]) -> None:
    assert titles(text) == expected
