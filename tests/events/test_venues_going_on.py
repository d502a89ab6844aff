"""Venues told in another clause or sentence, houses without a name of their own, and places that are none."""

from __future__ import annotations

import pytest

from timeline.pipeline import extract


def places(text: str) -> list[str | None]:
    """The places of the events of a text, in order."""
    return [
        event.place for event in sorted(extract(text, "2025-09-12").events, key=lambda event: event.mentions[0].start)
    ]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("云溪书展9月20日开幕，在柳湾会堂展出10天。", "柳湾会堂"),
        ("云溪观光船9月20日首航，从柳湾码头发船。", "柳湾码头"),
        ("云溪县项目9月20日签约，在柳湾会堂设接待点。", "云溪县"),
        ("云溪县9月20日办观鸟节，开幕式设在东岸观鸟台。", "东岸观鸟台"),
        ("云溪县人巡游。9月20日晚，体育场举行焰火晚会。", "体育场"),
        ("云溪县人巡游。9月20日，自然博物馆推出修复课。", "自然博物馆"),
        ("云溪县9月20日发布体育场建设计划。", "云溪县"),
        ("云溪县9月20日起，松湾跨海大桥可能缓行，建议绕行环湾高速。", "松湾跨海大桥"),
        ("云溪县9月20日动工建设跨海大桥。", "云溪县"),
        ("云溪夜市9月20日开幕，当晚邀请在地乐团演出。", "云溪"),
        ("云溪县法院公布名单。家住凤鸣镇的马某欠款，9月10日判决生效。", "云溪"),
        ("云溪县一中1958年首次招收高中班。", "云溪县一中"),
        ("云溪至松湾铁路（云松铁路）银杏隧道9月20日恢复掘进。", "银杏隧道"),
        ("云溪乡公所表示，9月20日客轮加开8班。", "云溪"),
    ],
)
def test_where_the_last_one_is(text: str, place: str) -> None:
    assert place in (places(text)[-1] or "")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("9月10日，粮油展在云溪国际会展中心落下帷幕。\n据悉，展会9月8日开幕。", "云溪国际会展中心"),
        ("9月10日，粮油展在云溪国际会展中心落下帷幕。新展9月20日开展。", "云溪国际会展中心"),
        ("9月10日，粮油展在云溪国际会展中心落下帷幕。\n云溪县9月20日办赛。", "云溪县"),
        ("9月10日，粮油展在云溪国际会展中心落下帷幕。全县9月20日放假。", "云溪"),
        ("云溪县社区食堂9月10日在松江社区开张。\n食堂去年12月动工。\n", "松江社区"),
        ("云溪县社区食堂9月10日在松江社区开张。\n全县去年12月放假。\n", "云溪"),
        ("9月10日，云溪县在毛井塬并网发电。\n二期工程9月20日开工。\n", "毛井塬"),
        ("云溪机场从9月20日起，新增至昆明、银川、大阪三条航线。", "云溪机场"),
        ("云溪灯会9月10日亮灯。灯会共设6大灯区，9月20日分时预约。", None),
        ("尊敬的客户：北苑社区办活动。9月20日升级系统。\n泾北农村商业银行\n2025年9月12日", "泾北"),
        ("云溪市自然博物馆办讲座。环湖赛取消，环湖公路9月20日封闭。", "环湖公路"),
    ],
)
def test_what_goes_on_where_it_was_told(text: str, place: str | None) -> None:
    assert places(text)[-1] == place


def test_what_goes_round_a_lake_is_no_town() -> None:
    text = "市防指8月5日15时提升响应。环湖自行车赛8月8日取消，环湖绿道8月4日起封闭。环湖地区注意。"
    assert "环湖" not in places(text)
