"""What an event is of: its own words first, the article's subject where they say little."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline.events.topics import TopicsError, classify, load
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
        ("白某假冒注册商标，侵犯他人商标权，商标所有人报案。9月10日，市法院一审判处白某有期徒刑三年。", "ip"),
        ("溪口乡乡民代表会8月28日召开定期会，三读预算案。", "government"),
        ("渔灯节9月19日开幕。轻轨9月19日通宵行驶。", "transport"),
        ("9月20日起，启动工业用地清查。", "industry"),
        ("9月20日起，城区全天禁止燃放烟花爆竹。", "safety"),
        ("9月20日，随迁子女入学登记开始。", "education"),
        ("9月20日，转贷资金开始运行。", "finance"),
        ("9月20日，松溪文化广场周边禁止停车。", "transport"),
        ("1至8月，松湾港吞吐量完成52万标箱。", "transport"),
        ("2009年，最后一批库区移民搬迁完毕。", "society"),
        ("9月20日，二中迎来建校80周年。", "education"),
        ("9月20日，义诊在市图书馆举行。", "health"),
    ],
)
def test_topics(text: str, wanted: str) -> None:
    assert wanted in {topic for event in extract(text, DAY).events for topic in event.topics}


def test_what_an_event_says_itself_comes_before_what_the_article_is_of() -> None:
    text = "松湾市图书馆公告：图书馆阅览室、借阅处、书展照常。图书馆门前道路9月20日封闭施工，公交改道，车辆绕行。"
    assert extract(text, DAY).events[0].topics[0] == "transport"


def test_help_for_another_town_carries_to_all_that_its_page_tells() -> None:
    text = (
        "松湾市对口支援扎溪县，结对帮扶二十年，先后援建学校8所。\n2003年，县中学教学楼落成。\n2008年，打井12口。\n"
        "2015年5月，扎溪县退出贫困县。\n2019年，第十批工作组任期届满。\n2020年，牦牛肉在松湾的超市上架。"
    )
    assert all("aid" in event.topics for event in extract(text, DAY).events)


def test_a_chronicle_of_one_thing_is_of_it_in_every_entry() -> None:
    text = (
        "柳溪水库建设大事记\n2011年3月 水库选址定在石磨村。\n2012年5月 工程开工，围堰合龙。\n2014年8月 工地停工十天。\n"
        "2015年9月 大坝封顶，水库蓄水。\n2016年1月 专家组到现场踏勘。"
    )
    assert all("housing" in event.topics for event in extract(text, DAY).events)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("9月20日起，12路公交改走沿江路。", ("transport", "society")),
        ("9月20日，河口乡发生3.1级地震。", ("safety", "society")),
        ("9月20日，番茄采收完毕。", ("agriculture", "industry")),
        ("9月20日，跨江大桥封顶。", ("transport", "housing")),
    ],
)
def test_an_event_of_a_narrow_topic_alone_is_of_the_wider_one_too(text: str, wanted: tuple[str, ...]) -> None:
    assert set(extract(text, DAY).events[0].topics) == set(wanted)


def test_a_wider_topic_that_is_none_is_named(tmp_path: Path) -> None:
    entry = (
        'label = "渡船"\nenglish = "Ferries"\ncolour = "#000000"\nstrong = ["渡船"]\nwords = []\nbroader = "boats"\n'
    )
    (tmp_path / "topics.toml").write_text(f"[ferry]\n{entry}", encoding="utf-8")
    with pytest.raises(TopicsError, match=r"topics\.toml: broader names boats"):
        load(tmp_path / "topics.toml")


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("9月20日，县林业局把46只野生动物放归山林。", "green"),
        ("9月20日，输电铁塔完成架线。", "industry"),
        ("9月20日起，户外劳动者可到纳凉点歇脚。", "society"),
        ("9月20日，联社推出贷款利息减免。", "finance"),
        ("9月20日，首台风机吊装完成。", "industry"),
        ("9月20日，电信诈骗团伙落网。", "safety"),
    ],
)
def test_words_of_trades_and_of_daily_life(text: str, topic: str) -> None:
    topics = extract(text, DAY).events[0].topics
    assert topic in topics
    assert "weather" not in topics


def test_silent_words_keep_others_from_speaking() -> None:
    topics = load()
    assert "innovation" not in classify("意向成交额再创新高", topics)
    assert "innovation" in classify("技术创新再提速", topics)
    assert "quality" not in classify("高质量推进", topics)


def test_a_long_page_is_of_what_it_began_with_as_far_as_it_goes_on_with_it() -> None:
    opening = "河口县科技创新大会召开，高新技术企业谈创新，科技成果转化，研发投入增长。\n" * 30
    homes = "买房的人多了，楼盘推出新房源，住宅成交回暖，购房者看房。\n" * 30
    text = f"{opening}9月18日，补贴政策实施，惠及企业。\n{homes}9月20日，购房补贴政策实施。"
    near, far = extract(text, DAY).events[:2]
    assert "innovation" in near.topics
    assert far.topics[:1] == ("housing",)
    assert "innovation" not in far.topics
