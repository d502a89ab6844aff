"""Titles of ordinary newspaper pages, with headline and context: whose doing it is, and what is no event at all."""

from __future__ import annotations

import pytest

import timeline

SHOWN = ("activity", "milestone")


def titles(text: str) -> list[str]:
    return [event.title for event in timeline.extract(text, "2026-05-12").events if event.kind in SHOWN]


SCHOOL = (
    "望湖小学百年校庆\n望湖小学前身是1925年捐建的义塾，1946年复课。1976年添办初中班，1984年撤销。"
    "2003年，旅居海外的校友集资盖起教学楼；2017年并入中心校。5月10日，这所乡村小学举行百年庆典。"
)
LIBRARY = (
    "渡口图书馆新馆开门\n5月10日，渡口图书馆新馆开放。新馆坐落在湖畔，设席位千个。"
    "设计方案2019年经竞赛产生，2020年12月奠基，2023年6月主体结构封顶。"
)
CUP = (
    "世界女排俱乐部锦标赛落户渡口 门票周五开售\n昨天，世界女排俱乐部锦标赛组委会宣布赛事将于12月9日至14日在渡口体育中心举行。"
    "分组抽签10月28日在渡口剧院举行。球队12月6日起陆续抵达，半决赛和决赛分别安排在13日、14日。"
)
CHRONICLE = (
    "回眸：全县供水大事记\n1963年　县城第一口机井打成。\n1988年　城北水厂动工，1990年国庆供水。\n"
    "1997年5月6日　与邻县签订调水协议，2000年通水。\n2008年　水价听证。\n2015年　实施饮水工程。\n2021年　平台上线。"
)
LIFTS = (
    "老旧电梯换新\n小区12部电梯均已超期。去年11月18日，首批4部电梯开始拆旧；剩余8部3月20日全部通过检验。"
    "去年6月，小区业主大会表决通过电梯更新方案，7月向区住建局提交申请，9月获批补助。"
)
LINE = (
    "望湖至渡口自动驾驶专线试乘\n望渡自动驾驶公交专线5月10日开始试乘。项目去年5月获得测试牌照，二期工程明年启动勘测。"
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (SCHOOL, "望湖小学添办初中班"),
        (SCHOOL, "望湖小学并入中心校"),
        (SCHOOL, "望湖小学举行百年庆典"),
        (LIBRARY, "渡口图书馆新馆奠基"),
        (CUP, "世界女排俱乐部锦标赛在渡口体育中心举行"),
        (CUP, "世界女排俱乐部锦标赛分组抽签"),
        (CUP, "世界女排俱乐部锦标赛半决赛和决赛"),
        (CHRONICLE, "水价听证"),
        (LIFTS, "剩余8部电梯全部通过检验"),
        (LIFTS, "小区业主大会获批补助"),
        (LINE, "望湖至渡口自动驾驶专线获得测试牌照"),
        (LINE, "望湖至渡口自动驾驶专线二期工程启动勘测"),
        ("专线由滨江公园发车改为南门发车，6月21日恢复原线。", "专线恢复原线"),
        ("县府建设处说，该民宿未登记，去年12月裁罚30万元并勒令停业。", "县府建设处裁罚30万元并勒令停业"),
        ("因山门大修，庙会停办一年。大修去年8月动工，12月完工。", "山门大修动工"),
        ("白马山庙会要来了。庙会定在10月3日。", "白马山庙会"),
        ("望湖南延线全长2公里，工程于2023年动工。", "望湖南延线动工"),
        ("教育局表示，自行分配学位申请将于9月1日开始。", "自行分配学位申请开始"),
        ("市场二楼新增社区食堂，将于10月18日试营业。", "社区食堂试营业"),
        ("2020年新品系进入试验，2022年亩产首次突破500公斤。", "新品系亩产首次突破500公斤"),
    ],
)
def test_whose_doing_it_is(text: str, expected: str) -> None:
    assert expected in titles(text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (SCHOOL, "校友集资并入中心校"),
        (SCHOOL, "望湖小学撤销"),
        (LIBRARY, "设计方案"),
        (CUP, "世界女排陆续"),
        (CHRONICLE, "年国庆"),
        (CHRONICLE, "机井："),
        (CHRONICLE, "水厂通水"),
        (LIFTS, "向区住建局获批"),
    ],
)
def test_nobody_else_does_it(text: str, wrong: str) -> None:
    assert not any(wrong in title for title in titles(text))


@pytest.mark.parametrize(
    "text",
    [
        "5月12日，白马山庙会还没开，后山的腊梅先开了。",
        "柱础下还发现了1573年的石碑。",
        "鼎盛的1978年，产品远销海外。",
        "2007年客流达到顶峰。",
        "明永乐年间已有窑户三十余家。",
        "2023年大桥动工，轮渡人知道这一天迟早会来。",
        "本轮流感将于6月底前后回落。",
        "5月10日，82岁的方德茂又一次走进渡口小学。",
    ],
)
def test_how_things_stood_is_no_event(text: str) -> None:
    assert titles(text) in ([], ["大桥动工"])


def test_the_news_stands_behind_the_scene_that_a_story_opens_with() -> None:
    story = "一座菜市场的新生\n5月9日凌晨四点，鱼贩老蒋把第一筐鱼倒进水池。停业改造11个月后，人民路菜市场重新开张。"
    assert titles(story) == ["人民路菜市场重新开张"]
    told = "渡口大桥通车\n5月9日，渡口大桥通车。渡口码头的老周来看热闹，码头已停用。"
    assert titles(told) == ["渡口大桥通车"]


def test_traditional_script_is_told_alike() -> None:
    text = "教育局表示，自行分配學位申請將於9月1日開始。該校設計方案2019年產生。"
    assert "自行分配學位申請開始" in titles(text)
