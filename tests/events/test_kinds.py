"""What kind of happening a clause tells of: a deed of a chronicle, a notice, something to attend, a figure."""

from __future__ import annotations

import pytest

from timeline.pipeline import extract

DAY = "2025-09-12"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("1962年，乡亲们在石滩上架起第一座木桥。", "milestone"),
        ("1974年，公社的自来水通到了家家灶台。", "milestone"),
        ("1958年，私塾收归集体。", "milestone"),
        ("2019年底，云溪乡整乡脱贫。", "milestone"),
        ("9月8日，首批黄桃发往松湾市场。", "milestone"),
        ("市防指决定自9月11日18时起启动防汛Ⅲ级应急响应。", "milestone"),
        ("9月20日起，商务局分批投放储备蔬菜600吨。", "milestone"),
        ("拟录用名单9月25日公示。", "milestone"),
        ("关闭一年的云溪剧场9月20日重新开放。", "milestone"),
        ("道路抢修已完成，9月15日起恢复双向通行。", "activity"),
        ("9月20日，云溪蜜桃节在南坪开园。", "activity"),
        ("9月20日上午，社区医院为老人免费做骨密度筛查。", "activity"),
        ("全区800名网格员将从9月20日起入户排查燃气隐患。", "activity"),
        ("市民可于9月18日通过“云溪文旅”小程序预约门票。", "activity"),
        ("8月，全市猪肉均价每公斤24.3元，环比下降1.2%。", "indicator"),
        ("2024年5月，魏某先后骗取老人18万元。", "incident"),
        ("9月3日凌晨，仓库因线路老化起火。", "incident"),
    ],
)
def test_kinds(text: str, kind: str) -> None:
    assert {event.kind for event in extract(text, DAY).events} == {kind}
