"""What an event is of: its own words first, the article's subject where they say little."""

from __future__ import annotations

import pytest

from timeline.pipeline import extract

DAY = "2025-09-12"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("云溪县图书馆成立四十周年。该馆藏书30万册。2004年，新楼在南门奠基。", "culture"),
        ("松湾市人民医院今天通报门诊、急诊、病房的调整。医院内科楼将于10月底封顶。", "health"),
        ("南坪小学招生公告\n小学新生报名须知：学区内儿童入学，家长备好材料。\n网上登记：9月20日至22日。", "education"),
        ("第八次全国人口普查的登记将于9月20日开始，普查员入户。", "society"),
        ("新渡轮“远帆”号9月20日投入使用，渡轮航线的船票不变。", "transport"),
        ("9月20日，市法院对一起盗窃案作出一审判决。", "safety"),
    ],
)
def test_topics(text: str, wanted: str) -> None:
    assert wanted in {topic for event in extract(text, DAY).events for topic in event.topics}


def test_what_an_event_says_itself_comes_before_what_the_article_is_of() -> None:
    text = "松湾市图书馆公告：图书馆阅览室、借阅处、书展照常。图书馆门前道路9月20日封闭施工，公交改道，车辆绕行。"
    assert extract(text, DAY).events[0].topics[0] == "transport"
