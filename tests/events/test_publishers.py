"""The town of a page that names none, by the paper or account that prints it."""

from __future__ import annotations

import pytest

from timeline.events.publisher import town_of_publisher
from timeline.pipeline import extract


@pytest.mark.parametrize(
    ("publisher", "town"),
    [
        ("苇泽日报", "苇泽"),
        ("苇泽发布", "苇泽"),
        ("苇泽县融媒体中心", "苇泽"),
        ("今日苇泽", "苇泽"),
        ("苇泽市公安局交通警察支队", "苇泽"),
        ("苇泽电台", "苇泽"),
        ("人民日报", ""),
        ("人民法院报", ""),
        ("中国青年报", ""),
        ("浙西日报", ""),
        ("新华社", ""),
        ("东南金融导报", ""),
        ("苇泽大剧院", ""),
    ],
)
def test_the_town_of_a_paper(publisher: str, town: str) -> None:
    assert town_of_publisher(publisher) == town


@pytest.mark.parametrize(
    ("text", "source", "place"),
    [
        ("昨日8时，全市平均降雨96毫米。市防汛指挥部3日22时启动应急响应。", "苇泽晚报", "苇泽"),
        ("昨日8時，全市平均降雨96毫米。市防汛指揮部3日22時啟動應急響應。", "葦澤晚報", "葦澤"),
        ("昨日，市农业农村局召开春耕会议。石桥镇店主说，全市农资充足，3月5日化肥到货。", "苇泽日报", "苇泽"),
        ("尊敬的观众：我院8月4日起暂停开放。", "苇泽大剧院", "苇泽大剧院"),
        ("来源：苇泽日报\n\n昨日8时，全市平均降雨96毫米。市防汛指挥部3日22时启动应急响应。", "", "苇泽"),
        ("石桥镇石桥村昨日通水。村民说，全镇年底通水。", "苇泽日报", "石桥"),
        ("云溪县昨天开会。云溪县修路。会议提出，到2020年底，全市通公路。", "苇泽日报", "苇泽"),
        ("1月1日放假3天。节后照常上班。", "苇泽日报", None),
        ("昨日8时，全市平均降雨96毫米。市防汛指挥部3日22时启动应急响应。", "大众日报", None),
    ],
)
def test_a_page_is_set_in_the_town_of_its_paper(text: str, source: str, place: str | None) -> None:
    places = {event.place for event in extract(text, "2019-07-04", source=source).events}
    assert place in places
    assert places <= {place, "石桥镇石桥村", "云溪县"}
