"""Places that a page points back at, or names behind words that are no part of them: 该校, 发掘, 汇入, 离不开."""

from __future__ import annotations

import pytest

from timeline.events.placenames import names_in
from timeline.pipeline import extract

DAY = "2025-09-12"


def places(text: str, source: str = "") -> list[str | None]:
    return [event.place for event in extract(text, DAY, source=source).events]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("云溪县两所学校开学。柳湾小学已开学，该校9月20日开运动会。桐花中学放假。", "柳湾小学"),
        ("云溪县洪山墓群挖出铜镜，发掘自9月1日开始，9月10日结束。", "云溪县洪山墓群"),
        ("云溪市有遗址三处。松湾县柳沟遗址已开工。该遗址9月20日开放。", "松湾县柳沟遗址"),
        ("云溪县有两处墓群。9月10日，勘探队收工。", "云溪"),
        ("云溪县修路。9月20日，村里通往314国道的路铺通。", "云溪"),
        ("云溪县修路。9月20日，314国道柳湾段铺通。", "314国道柳湾段"),
        ("云溪县葡萄上市。9月20日，冷链车直发杭州。", "云溪"),
        ("云溪县的葡萄9月20日在杭州展销。", "杭州"),
        ("云溪县柳沟遗址2014年随大运河列入名录。", "云溪县柳沟遗址"),
        ("9月20日，剧团移师柳湾东门加演一场。", "柳湾东门"),
        ("9月20日起大河道北天桥换升降机。", "大河道北天桥"),
        ("县政务服务大厅周六办公。柳湾镇、松坪镇便民中心和云溪县城的窗口9月20日起停办。", "云溪"),
        ("新区招商忙。滨河新区跑了深圳、苏州。9月20日，新区签约。", "滨河新区"),
        ("9月20日，选手到博览中心领取装备。", "博览中心"),
        ("9月20日，城轨中山北站加开列车。", "中山北站"),
        ("9月20日，望海道、春晖路封闭。", "望海道"),
        ("9月20日，大潭山步行径封闭。", "大潭山步行径"),
        ("云溪县的学校多。1969年，学校迁到老虎岭下，自己盖房。", "老虎岭"),
        ("云溪县的小学多。2006年，“宁波楼”落成。", "云溪"),
        ("停电日期：9月20日 9:00—15:00 停电范围：云溪街道柳巷以东 原因：检修", "云溪街道柳巷以东"),
        ("9月20日，柳湾停车场停用，车位迁往松坪街。", "柳湾停车场"),
        ("9月20日，柳湾大街（岭东路至迎宾路段）禁止鸣笛，送考车在火车站广场集合。", "柳湾大街"),
        ("9月20日，送考车在火车站广场集合，柳湾大街禁止鸣笛。", "火车站广场"),
        ("六条公交线改道。9月20日，六条公交线恢复原线。", None),
    ],
)
def test_what_is_pointed_at_or_gone_to(text: str, expected: str | None) -> None:
    found = places(text)[-1]
    assert found == expected if expected is None else expected in (found or "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("说起吃水，绕不开团山水库", ["团山水库"]),
        ("云溪县的房子在岭下修成", ["云溪县"]),
        ("余款汇入法院账户", []),
        ("走过天桥", []),
        ("随州市办庙会", ["随州市"]),
    ],
)
def test_what_a_name_does_not_begin_with(text: str, expected: list[str]) -> None:
    assert [place.name for place in names_in(text)] == expected
