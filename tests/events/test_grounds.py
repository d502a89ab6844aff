"""The grounds of a festival by what the page calls them, what is moved to another place, and who is only from somewhere."""

from __future__ import annotations

import pytest

from timeline.events.grounds import grounds_in
from timeline.events.home import home_of
from timeline.events.placenames import names_in
from timeline.pipeline import extract

DAY = "2025-09-12"


def places(text: str) -> list[str | None]:
    return [event.place for event in extract(text, DAY).events]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("灯会主会场设在南塘公园，分会场设在柳堡村和县城人民广场。9月20日晚，主会场举行亮灯仪式。", "南塘公园"),
        ("灯会主会场设在南塘公园。9月20日晚，亮灯仪式在文化馆举行。", "文化馆"),
        ("原定9月20日在翠荔公园举行的板球赛，改在沙湾运动场进行。", "沙湾运动场"),
        ("9月20日在翠荔公园举行的诗会因雨移至柳泷县文化馆二楼。", "柳泷县文化馆二楼"),
        ("原定9月20日在柳泷图书馆举行的论坛，因故改在9月28日举行。", "柳泷图书馆"),
        ("9月20日，两队将移师海屿进行友谊赛。", "海屿"),
        ("9月20日至23日，商会要去乌兹别克斯坦塔什干参展。", "乌兹别克斯坦塔什干"),
        ("9月20日，商会赴日本考察设备。", "日本"),
        ("柳泷转运站9月20日动工，设于水尾火车站旁。", "水尾火车站"),
        ("9月20日，汽渡停航，大雾锁江。", None),
        ("9月20日，村民开挖山药。", None),
        ("巴士总站将迁往新落成的沙头交汇处，9月20日实施。", "沙头交汇处"),
        ("9月20日，12名教师赴新疆阿拉尔支教。", "新疆阿拉尔"),
        ("9月20日，在杭州做电商的孙女回到高家堡村。", "高家堡村"),
        ("9月20日，茶农在杭州开店。", "杭州"),
        ("9月20日，荆泉至洛安段的增建工程动工。", "荆泉至洛安"),
        ("9月20日，国际博物馆日活动举行。", None),
        ("9月20日，市民到展台了解学校情况，随后签约。", None),
        ("9月20日，厂里引进一家上海公司的设备并投产。", None),
    ],
)
def test_where_it_is_held_at_last(text: str, expected: str | None) -> None:
    assert places(text)[-1] == expected


def test_of_several_grounds_none_is_meant() -> None:
    text = "灯会分会场设在柳堡村，另一处分会场在石桥村，主会场在南塘公园。"
    assert grounds_in(text, names_in(text)) == {"主会场": "南塘公园"}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("大桥连接东岸的水尾镇与西岸的茅埔乡", "away"),
        ("一家上海公司承建", "away"),
        ("三位成都专家到场", "away"),
        ("茶农在上海的公司", "at"),
    ],
)
def test_who_is_only_from_there(text: str, role: str) -> None:
    assert {place.role for place in names_in(text)} == {role}


@pytest.mark.parametrize(
    ("text", "home"),
    [
        (
            "崤岭钢铁集团昨日投产，年产值增长，车间里一片繁忙，工人们说订单排到了年底。厂里今年更新了三条产线，新招了二百人，食堂也翻修一新。"
            "4月，集团将到上海参展，并在上海签约。",
            "崤岭",
        ),
        (
            "恒泰化工公司昨日投产，年产值增长，车间里一片繁忙，工人们说订单排到了年底。厂里今年更新了三条产线，新招了二百人，食堂也翻修一新。"
            "4月，公司在上海办展，并在上海签约。",
            "上海",
        ),
        ("因管道清洗，柳岭街道12日停水，柳岭街道居民请储水。\n云溪市自来水有限公司\n2020年12月8日", "云溪"),
        (
            "省农业厅公布名单，全省九个产区上榜。松泉市、临滦县、西岗县入选，县里都办了交易会。松泉市投产，临滦县丰收，西岗县开市。",
            "",
        ),
        ("国网云溪供电公司停电公告。24日停电，影响范围：河东村、太平镇全镇。", "云溪"),
        ("援疆教师返乡座谈会昨日召开。", ""),
        ("省农业厅公布名单，全省九个产区上榜。松泉市、临滦县入选。临滦县丰收，临滦县开市，临滦县投产。", "临滦"),
    ],
)
def test_whose_page_it_is(text: str, home: str) -> None:
    assert home_of(text) == home
