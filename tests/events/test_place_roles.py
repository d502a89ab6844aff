"""What role a place has in its clause: where something sets out or lies off, what befalls land, whose reason a road is."""

from __future__ import annotations

import pytest
from placing import places


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("9月15日9时，队伍从南门口出发，经东大街到文化广场。", "南门口"),
        ("9月15日，首班车从银杏站2号站台缓缓驶出。", "银杏站"),
        ("9月10日，货轮在鸭嘴角以东12海里处失去动力。", "鸭嘴角"),
        ("9月10日，北川海事局派船前往救助。", "北川"),
        ("9月10日3时12分，冷泉沟暴发山洪。", "冷泉沟"),
        ("9月15日，非遗龙舟试水在柳叶潭。", "柳叶潭"),
        ("9月10日，孩子们在池塘边写生。", None),
        ("9月15日起，象鼻老桥禁止货车通行。", "象鼻老桥"),
        ("9月15日起，老桥禁止货车通行。", None),
        ("1956年，他赴莫斯科留学。", "莫斯科"),
        ("9月15日，林场在下坪、垅上两个村种树。", "下坪、垅上两个村"),
        ("9月15日，她和县粮食局签了合同。", None),
        ("9月15日，该轮是从营口开往日照的。", None),
    ],
)
def test_what_a_clause_says_of_a_place(text: str, expected: str | None) -> None:
    assert places(text)[0] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("云溪县年初修路。云松高速9月20日通车。", "云溪"),
        ("云溪县年初修路。云松高速9月20日封闭。", "云松高速"),
        ("云溪县年初修路。因柳巷改造，5路车9月20日起改走他处。", "云溪"),
        ("云溪县年初修路。因管道改造，银杏路9月20日起封闭。", "银杏路"),
        ("云溪县麦收在望：平桥乡9月15日开镰，北部丘陵9月20日扫尾。", "云溪"),
    ],
)
def test_what_is_of_the_whole_town(text: str, expected: str) -> None:
    assert expected in (places(text)[-1] or "")
    assert (places(text)[-1] or "").removesuffix("县") == expected


def test_a_page_is_of_its_paper_s_town_and_of_no_country_that_it_names() -> None:
    text = "石浦的小厂走出国门。去年6月，他在越南租下厂房。1993年，他在自家院子里装机器。"
    assert places(text, "石浦商报")[0] == "石浦"


def test_a_reservoir_s_name_holds_no_town() -> None:
    text = "红岩水库动工。红岩水库大坝加固。红岩水库灌区通水。9月20日，蔬菜上市。"
    assert places(text)[-1] == "红岩水库"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("9月15日起，庄东路（人民街—北桥中学段）封闭施工。", "庄东路"),
        ("9月15日，松阜站东进站口关闭，旅客可将车辆停放于体育馆停车场。", "松阜站"),
        ("9月15日，录取通知书送到银杏中学。", "银杏中学"),
        ("北苑小区建于1994年，属于石川市新华路街道。", "北苑小区"),
        ("周记的老店在城隍庙旁的豆腐巷里，1921年创办。", "豆腐巷"),
        ("1954年，篾匠们组成竹器社，地址在南关外。", "南关外"),
        ("9月10日，松湾河水位回落，安置在县体育馆的群众返家。", "松湾河"),
        ("9月15日，下游的汪家墩漫堤。", "汪家墩"),
        ("9月15日，市集移到银杏公园举行。", "银杏公园"),
    ],
)
def test_which_of_two_places(text: str, expected: str) -> None:
    assert places(text)[0] == expected


@pytest.mark.parametrize(
    "text",
    [
        "云溪县年初修路。2019年石牌大桥通车后，渡轮停航。",
        "云溪县年初修路。9月20日，书店邀请石牌小学的孩子读书。",
        "云溪县年初修路。9月20日，西安的设计师何苗租下旧教室。",
        "云溪县市场监管局在红旗菜市场查获假货。9月20日，该局公布结果。县里还将检查农贸市场。",
    ],
)
def test_what_is_told_beside_a_place_is_told_of_the_town(text: str) -> None:
    assert (places(text)[-1] or "").startswith("云溪")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("云溪县年初修路。竹纸研学基地9月20日开放。", "云溪"),
        ("云溪县年初修路。县创业孵化基地9月20日揭牌。", "云溪县创业孵化基地"),
        ("松江州上月开会。州直单位整改。全州9月20日立案3件。江岸县审理一案。", "松江"),
    ],
)
def test_what_a_page_s_own_town_opens(text: str, expected: str) -> None:
    assert expected in (places(text, "松江州日报" if "州" in text else "")[-1] or "")


def test_a_person_s_next_day_is_where_the_day_before_was() -> None:
    text = "云溪县开镰。在柳湾村，老郑的麦子9月9日收完了。第二天他播下了玉米。次日，县里开会。"
    assert places(text) == ["柳湾村", "柳湾村", "云溪"]


def test_what_befell_is_where_the_clauses_behind_tell() -> None:
    text = "云溪县通报：去年7月，该县曾发生一起溺水事故，三名学生在柳家渡口下水后遇险。"
    assert places(text) == ["柳家渡口"]


def test_a_place_of_the_headline_is_told_in_its_script() -> None:
    text = "西環碼頭倉庫三級火\n\n今晨4時許，西環碼頭倉庫起火。倉庫1974年落成，2018年曾接獲指示。"
    assert all("码" not in (place or "") and "头" not in (place or "") for place in places(text))


def test_an_ensemble_of_a_house_tells_no_place_and_a_national_house_is_named() -> None:
    text = "国家大剧院2月23日公告演出取消。云溪歌剧院芭蕾舞团的演出原定3月6日。"
    assert places(text) == ["国家大剧院", "国家大剧院"]
