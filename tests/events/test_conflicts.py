"""Where pages contradict each other, and where they only differ: rounding, units, and time moving on."""

from __future__ import annotations

import pytest

from timeline.events.conflicts import same_fact
from timeline.events.figures import Told, contradictions
from timeline.events.merge import merge
from timeline.events.merging.independence import independent
from timeline.events.merging.quantities import quantities
from timeline.pipeline import process
from timeline.read import read_text


def told(*pages: tuple[str, str]):
    """The events of one page each: when it was published, and what it says."""
    return merge(
        event for n, (when, text) in enumerate(pages) for event in process(read_text(text, f"{n}.txt"), when).events
    )


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("12.5亿元", "125亿元", False),
        ("12.5亿元", "125000万元", True),
        ("300余家", "312家", True),
        ("300余家", "412家", False),
        ("3.5‰", "0.35%", True),
        ("3.5‰", "3.5%", False),
        ("1.28万户", "12834户", True),
        ("1.28万户", "12934户", False),
        ("近500家", "487家", True),
        ("超120亿元", "123.4亿元", True),
        ("超120亿元", "118亿元", False),
        ("三百二十名", "320人", True),
        ("2.5公里", "2500米", True),
        ("1500亩", "100公顷", True),
        ("3个百分点", "3%", True),  # of different measures: nothing to compare
    ],
)
def test_figures_are_compared_by_what_they_can_mean(one: str, other: str, agree: bool) -> None:
    (first,), (second,) = quantities(one), quantities(other)
    assert first.agrees(second) is second.agrees(first) is agree


def test_two_figures_of_one_fact_are_disputed_with_both_quotes() -> None:
    (event,) = told(
        ("2025-01-10", "2024年，恒远市外贸进出口总额12.5亿元。"),
        ("2025-02-10", "2024年恒远市外贸进出口总额达125亿元。"),
    )
    (conflict,) = event.conflicts
    assert (conflict["field"], conflict["values"]) == ("figure", ["12.5亿元", "125亿元"])
    assert conflict["quotes"] == ["2024年，恒远市外贸进出口总额12.5亿元。", "2024年恒远市外贸进出口总额达125亿元。"]


def test_two_dates_of_what_happens_once_are_disputed() -> None:
    (event,) = told(("2025-05-01", "第五届临川茶博会4月26日开幕。"), ("2025-05-01", "第五届临川茶博会4月27日开幕。"))
    (conflict,) = event.conflicts
    assert (conflict["field"], sorted(conflict["values"])) == ("date", ["2025-04-26", "2025-04-27"])


def test_what_was_put_off_is_no_conflict() -> None:
    promised, event = told(
        ("2025-04-10", "第三届石雕艺术节定于4月18日在和平广场开幕。"),
        ("2025-04-15", "因持续降雨，原定4月18日开幕的第三届石雕艺术节延期至4月25日开幕。"),
        ("2025-04-26", "4月25日，第三届石雕艺术节在和平广场开幕。"),
    )
    assert (event.when.edtf, event.modality, event.conflicts) == ("2025-04-25", "reported", ())
    assert (promised.when.edtf, promised.modality, promised.conflicts) == ("2025-04-18", "postponed", ())
    assert (("moved-to", event.id) in promised.links, ("moved-from", promised.id) in event.links) == (True, True)
    assert len(promised.mentions) + len(event.mentions) == 4


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("恒远纺织的产品不良率从3.5‰降至0.8‰。", "恒远纺织引进设备后，产品不良率从3.5%降至0.8%。", 2),
        ("恒远纺织的产品不良率从3.5‰降至0.8‰。", "恒远纺织引进设备后，产品不良率从0.35%降至0.08%。", 0),
        ("恒远纺织的产品不良率从3.5‰降至0.8‰。", "望江食品引进设备后，产品不良率从3.5%降至0.8%。", 0),
        ("“新线投产后，产品不良率由4.2%降到0.9%。”", "恒远纺织去年引进设备以来，企业产品不良率由4.5%降至0.9%。", 1),
        ("“新线投产后，产品不良率由4.2%降到0.9%。”", "恒远纺织去年引进设备以来，企业产品不良率由4.5%降至1.2%。", 0),
        ("望江市培育省级专精特新企业312家。", "望江市已有300余家省级专精特新企业。", 0),
        ("望江市培育了312家省级专精特新企业。", "望江市已有231家省级专精特新企业。", 1),
        ("2023年，望江市培育了312家省级专精特新企业。", "2024年，望江市培育了331家省级专精特新企业。", 0),
        ("云岭区举行质量融资政银企对接会，15家企业参加。", "云岭区质量融资政银企对接会召开，23家企业参加。", 1),
        ("云岭区举行质量融资政银企对接会，15家企业参加。", "云岭区质量融资政银企对接会召开，共有15家企业参加。", 0),
        ("云岭区举行质量融资政银企对接会，15家企业参加。", "南浦镇召开消防安全培训会，23家企业参加。", 0),
        ("云岭区举行政银企对接会，15家企业参加，其中8家企业签约。", "云岭区举行政银企对接会，23家企业签约。", 1),
        ("东溪镇老旧小区改造工程完工，惠及84户居民。", "东溪镇老旧小区改造工程日前完工，共惠及774户居民。", 1),
        ("2024年，东溪镇老旧小区改造惠及84户居民。", "2025年，东溪镇老旧小区改造惠及774户居民。", 0),
        ("东溪镇灯会设主会场1个、分会场3个。", "东溪镇灯会设主会场1个、分会场5个。", 1),
        (
            "云岭大桥定于12月20日通车，全长3.2公里，总投资12.5亿元。",
            "原定12月20日通车的云岭大桥推迟通车。大桥全长3200米，总投资125亿元。",
            1,
        ),
        ("云岭大桥定于12月20日通车，总投资12.5亿元。", "南浦水厂二期日前开工，总投资3.6亿元。", 0),
        ("云岭女篮以3分优势战胜东溪队，又以8分优势战胜东溪队。", "云岭女篮以3分优势战胜东溪队。", 0),
        ("截至3月底，望江市有312家省级专精特新企业。", "截至6月底，望江市有331家省级专精特新企业。", 0),
    ],
)
def test_figures_of_undated_facts(one: str, other: str, count: int) -> None:
    pages = [Told("a.txt", "2025-07-01", one, "望江"), Told("b.txt", "2025-07-02", other, "望江")]
    assert len(contradictions(pages)) == count
    assert len(contradictions(reversed(pages))) == count


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("对接会吸引15家金融机构参加", "来自全市的23家金融机构参加对接会", True),
        ("对接会吸引15家金融机构参加", "其中23家金融机构参加对接会", False),
        ("对接会吸引15家金融机构参加", "对接会授牌23家示范企业", False),
        ("总投资12.5亿元", "完成总投资125亿元", True),
        ("总投资12.5亿元", "新增税收125亿元", False),
    ],
)
def test_figures_are_of_one_fact_by_the_words_before_or_behind_them(one: str, other: str, same: bool) -> None:
    (first,), (second,) = quantities(one), quantities(other)
    assert same_fact(one, first, other, second) is same_fact(other, second, one, first) is same


def test_figures_told_later_are_updates() -> None:
    pages = [
        Told("a.txt", "2025-01-01", "望江市有312家省级专精特新企业。", "望江"),
        Told("b.txt", "2025-09-01", "望江市有331家省级专精特新企业。", "望江"),
    ]
    assert contradictions(pages) == []


def test_a_text_printed_twice_is_one_source() -> None:
    report = "昨日上午，望江市春季植树活动在东郊公园举行，三百多名志愿者栽下香樟、银杏等树苗一千余株。"
    own = "3月12日上午，望江市春季植树活动在东郊公园举行。"
    (event,) = told(("2025-03-13", report), ("2025-03-13", f"{report}\n"), ("2025-03-14", own))
    assert len(event.mentions) == 3
    assert independent(event.mentions) == 2


@pytest.mark.parametrize(
    ("one", "other", "values"),
    [
        (
            "渡口公园音乐节将于4月26日晚7点在大草坪开幕。",
            "渡口公园音乐节将于4月27日晚7点在大草坪开幕。",
            ["2025-04-26T19:00", "2025-04-27T19:00"],
        ),
        (
            "第七届临川家具博览会将于4月12日至15日在会展中心举行。",
            "第七届临川家具博览会4月13日至15日在临川会展中心举行。",
            ["2025-04-12/2025-04-15", "2025-04-13/2025-04-15"],
        ),
    ],
)
def test_two_days_of_one_opening_or_one_edition_are_disputed(one: str, other: str, values: list[str]) -> None:
    (event,) = told(("2025-04-10", one), ("2025-04-11", other))
    (conflict,) = event.conflicts
    assert (conflict["field"], sorted(conflict["values"]), len(set(conflict["quotes"]))) == ("date", values, 2)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“读水”沙龙将于4月26日晚7点在渡口书院举行。", "“读水”沙龙将于5月3日晚7点在渡口书院举行。"),
        ("渡口音乐节第一场将于4月26日晚7点开幕。", "渡口音乐节第二场将于4月27日晚7点开幕。"),
        ("第三届渡口灯会4月20日至25日举行。", "第四届渡口灯会4月21日至26日举行。"),
    ],
)
def test_sessions_and_editions_are_no_conflict(one: str, other: str) -> None:
    events = told(("2025-04-10", one), ("2025-04-11", other))
    assert [event.conflicts for event in events] == [(), ()]


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("2024年，临川县地区生产总值312.5亿元。", "2024年临川县实现地区生产总值321.5亿元，比上年增长5%。", 1),
        ("2023年，临川县地区生产总值312.5亿元。", "2024年临川县实现地区生产总值321.5亿元。", 0),
        ("2024年上半年，临川县地区生产总值312.5亿元。", "2024年临川县地区生产总值621.5亿元。", 0),
    ],
)
def test_what_a_county_has_one_of_in_a_year_is_disputed(one: str, other: str, count: int) -> None:
    pages = [Told("a", "2025-02", one, "临川县"), Told("b", "2025-03", other, "临川县")]
    assert len(contradictions(pages)) == count
