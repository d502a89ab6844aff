"""Where a page is set whose town is told without 市 or 县, once, or beside others."""

from __future__ import annotations

import pytest

from timeline.events.home import home_of
from timeline.events.placenames import names_in
from timeline.pipeline import extract


@pytest.mark.parametrize(
    ("text", "home"),
    [
        ("本报苇泽讯 城管部门昨日起清理沿街广告牌。记者在纺织巷看到，工人正在拆除旧牌。", "苇泽"),
        ("本刊葭川电 两台机组并网。县里今年还将新建一座变电站。", "葭川"),
        ("榕坂至海口头的客轮昨日复航，榕坂今年首次实现跨海夜航。", "榕坂"),
        ("全县中小学9月1日开学。浍阳去年新建学校6所，浍阳今年再添4所，长岗镇一所。", "浍阳"),
        ("两家企业分别来自苏州和成都，落户涞湾经开区。园区今年产值增长8%，涞湾正成为药谷。", "涞湾"),
        ("市里昨日召开会议。第三届棠湖龙舟节6月举行，棠湖北站同日启用，下坪镇设分会场。", "棠湖"),
        ("青禾队昨日在渡沙体育中心击败望海队。渡沙湖龙舟赛下月举行。", "渡沙"),
        ("砚溪电子公司昨日投产。砚溪电子已有员工百人。公司位于霞陂县。", "霞陂"),
        ("常德望昨日入党。常德望是村支书，常德望带头修路。", ""),
        ("石牌街道的大集开市。1月15日在邮电村写春联。", "石牌"),
        ("园区昨日启用。企业来自广州、深圳和东莞。下月，园区将赴厦门招商。沙湄高新区今年产值增长。", "沙湄"),
        ("那达慕在巴音旗赛马场举行。旗文旅局介绍，大会推迟。", "巴音"),
    ],
)
def test_the_town_of_a_page(text: str, home: str) -> None:
    assert home_of(text) == home


@pytest.mark.parametrize(
    "text",
    [
        "交警在考点外设置了静音区。",
        "馆内新设了亲书区。",
        "各单位悬挂彩旗，红旗招展。",
        "校方把废弃小学改成基地。",
        "渔船全部回港。",
        "新站配套道路开工。",
        "大桥被评为四类危桥。",
        "农村公路硬化12公里。",
        "县公路局昨日通报。",
    ],
)
def test_what_only_looks_like_a_place(text: str) -> None:
    assert names_in(text) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("岚桥三中迎来校庆。9月18日，庆祝大会在学校运动场举行。学校已有百年历史。", "岚桥三中运动场"),
        ("全长96公里的濂北至松湾高速公路正在收尾。项目2016年6月开工。", "濂北至松湾高速公路"),
        ("云溪县年货节开幕。9月18日在县会议中心召开洽谈会，9月20日举办自行车赛。", "云溪"),
        ("云溪县发文。9月20日，工作人员将到城关镇文庙社区现场答疑。", "城关镇文庙社区"),
        ("云溪县调整集市。镇上的骡马市场9月20日迁往石灰坳。", "石灰坳"),
        ("云溪县发文。9月20日，第四中学停课一天。", "第四中学"),
    ],
)
def test_where_something_takes_place(text: str, place: str) -> None:
    assert place in {event.place for event in extract(text, "2025-09-12").events}
