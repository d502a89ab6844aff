"""Features of several characters and decades: whose deed it is, by which name, and where."""

from __future__ import annotations

import pytest

import timeline
from timeline.query import SHOWN_KINDS, SHOWN_SALIENCE


def printed(text: str, published: str = "2025-09-27") -> list[tuple[str, str | None]]:
    """The titles and places of what is printed of a page."""
    events = timeline.extract(text, published).events
    return [(e.title, e.place) for e in events if e.kind in SHOWN_KINDS and e.salience >= SHOWN_SALIENCE]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # who does it stands behind a trade in the clause before
        ("1921年，徽商程裕和带着伙计来到临江码头，租下两间门面。", ["程裕和租下两间门面"]),
        ("1982年，他的徒弟、女工方小禾研制出新酱，获得省优质产品奖。", ["方小禾获得省优质产品奖"]),
        # a war is not what the page tells
        ("1937年冬，江城沦陷，酱园被炸。", ["酱园被炸"]),
        # an age does not make an event a state
        ("1987年，21岁的他从海军退伍。", ["他从海军退伍"]),
        ("1987年，他二十一岁。", []),
        # what is done then, and not what was done before
        ("9月12日，渡口酱文化馆试开放，11月底正式开馆。", ["渡口酱文化馆试开放", "渡口酱文化馆正式开馆"]),
        ("座谈会上，渡口陈列馆同时揭牌，将于10月1日对外开放。", ["渡口陈列馆对外开放"]),
        ("开幕大戏《水漫》由渡口剧团担纲，10月4日晚在大剧场首演。", ["开幕大戏《水漫》在大剧场首演"]),
        ("今年四季度将启动南桥片区改造，明年7月前完工。", ["启动南桥片区改造", "南桥片区改造完工"]),
        # the school by the name that it had then
        (
            "1912年，学堂改为渡口高等小学校。1951年，学校更名为渡口中学。1958年办起高中部。",
            ["学堂改为渡口高等小学校", "渡口高等小学校更名为渡口中学", "渡口中学办起高中部"],
        ),
    ],
)
def test_whose_deed_it_is(text: str, expected: list[str]) -> None:
    assert [title for title, _ in printed(text)] == expected


def test_who_gives_him_something_is_another() -> None:
    text = (
        "1966年柏海生出生在渡口村。岳父守了28年，1989年冬天下岛时，把一盏马灯交给他。柏海生说，柏海生记得。"
        "2008年，柏海生划着舢板救起6人。妻子方小禾带着女儿上岛。2008年7月，柏海生划着舢板出海，2015年，他被授予奖章。"
    )
    told = [title for title, _ in printed(text)]
    assert "岳父把一盏马灯交给柏海生" in told
    assert "柏海生被授予奖章" in told


def test_a_house_without_a_name_is_no_town() -> None:
    text = "酱园在码头边。1946年，程树德重新开张。酱园的缸大，酱园有两间门面。酱园后来搬走，酱园新厂2017年投产。"
    assert all(place != "酱园" for _, place in printed(text))


def test_a_notice_is_told_by_what_it_decides_on() -> None:
    text = "# 通知\n\n经研究，决定举办第九届“溪畔杯”羽毛球团体赛。\n一、比赛时间：10月18日至19日。\n二、报名时间：即日起至10月8日。\n"
    assert all(not title.startswith("决定") for title, _ in printed(text))


def test_a_cut_is_told_of_the_areas_in_front() -> None:
    text = "【停电】9月29日8:00—17:00，纬二路沿线及金苑小区计划停电检修。\n"
    assert printed(text)[0][0] == "纬二路沿线及金苑小区停电"
