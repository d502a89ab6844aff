"""Where things take place, and where a page is set: towns, streets, venues; what looks like a place and is none."""

from __future__ import annotations

import pytest

from timeline.pipeline import extract

DAY = "2025-09-12"


def places(text: str) -> list[str | None]:
    return [event.place for event in extract(text, DAY).events]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("9月10日，林小川在决赛中打破市纪录，夺得冠军。", None),
        ("国庆假期，全市A级景区免费开放。", None),
        ("9月18日9时30分（北京时间）截止投标。", None),
        ("9月20日，南京西路早市开市。", "南京西路"),
        ("9月15日至30日，桑园路（建安街至玉带街段）全封闭施工。", "桑园路"),
        ("2路公交车自9月20日起改道建安街。", "建安街"),
        ("9月20日上午，健步走（南门出发）开走。", "南门"),
        ("今年全市新建口袋公园20个。", None),
    ],
)
def test_places(text: str, expected: str | None) -> None:
    assert set(places(text)) == {expected}


def test_a_zone_is_named_once_and_its_town_meant_from_then_on() -> None:
    told = places("云溪经济技术开发区1995年11月挂牌。1998年，首家工厂投产，云溪从此有了工业。")
    assert told == ["云溪经济技术开发区", "云溪"]


def test_where_somebody_was_born_is_not_where_the_page_is_set() -> None:
    text = (
        "水利专家陆见川同志9月10日在松湾逝世。\n陆见川1934年7月生于澄浦县，1953年参加工作，长期任松湾市水利局总工程师。"
    )
    assert "松湾" in (places(text)[-1] or "")


def test_an_article_that_means_its_page_s_town_need_not_name_it() -> None:
    text = (
        "松湾市第一座口袋公园开放\n\n本报讯（记者 何川）昨日，松湾市首座口袋公园在老城区开放。\n\n"
        "公积金贷款额度上调\n\n本报讯（记者 何川）市住房公积金管理中心9月10日发布通知，提高贷款额度。\n"
    )
    assert "松湾" in {place[:2] for place in places(text) if place}


@pytest.mark.parametrize("marks", ["，：；（）", ",:;()"])
def test_ascii_marks_are_read_as_chinese_ones(marks: str) -> None:
    text = "1989年，远浦市成立；2001年，远浦大桥（一期）通车。活动时间：9月20日，远浦湖马拉松开跑。"
    told = text.translate(str.maketrans("，：；（）", marks))
    events = [(event.when.edtf, event.title, event.place) for event in extract(told, DAY).events]
    assert events == [(event.when.edtf, event.title, event.place) for event in extract(text, DAY).events]
    assert {place for *_, place in events} <= {"远浦市", "远浦大桥", "远浦湖"}
