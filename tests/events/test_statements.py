"""Events of short texts: what a time governs, what is no event, how a rule ends, what a notice adds."""

from __future__ import annotations

import pytest

from timeline.model import Event
from timeline.pipeline import extract


def events(text: str, published: str | None = "2025-04-22") -> list[Event]:
    return list(extract(text, published).events)


def told(text: str, published: str | None = "2025-04-22") -> list[tuple[str, str]]:
    return [(event.when.edtf, event.title) for event in events(text, published)]


def test_each_time_of_a_row_governs_its_own_clause() -> None:
    row = "1988年兴建水库；1992年开通渡轮，客流大增；1995年成立船队、1997年建成码头，到2003年启用新港。"
    assert [(e.when.edtf, e.mentions[0].quote.strip("，；。、")) for e in events(row)] == [
        ("1988", "1988年兴建水库"),
        ("1992", "1992年开通渡轮"),
        ("1995", "1995年成立船队"),
        ("1997", "1997年建成码头"),
        ("2003", "到2003年启用新港"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "返修率较2017年下降九成。",
        "该镇入选2023年度十佳案例名单。",
        "记者21日从县水务部门获悉。",
        "《岛屿供水规划（2011—2015年）》是依据之一。",
        "春节过后，工地陆续复工。",
        "春节将至，年货市场热闹起来。",
        "因国庆假期客流较大，渡口一带车多。",
        "端午前夕，街道走访慰问老人。",
        "上世纪八十年代以来，渔民外出务工。",
    ],
)
def test_background_dates_nothing(text: str) -> None:
    assert [event for event in events(text) if event.kind in ("activity", "milestone")] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("松湾茶厂扩建工程将于2026年国庆节前建成投产。", ("2026-10-01", "松湾茶厂扩建工程建成投产")),
        ("今年中秋前，林记茶行还要在禾浦开第二家分店。", ("2025-10-06", "林记茶行还要在禾浦开第二家分店")),
        ("青屿谷仓建于1916年，现为展馆。", ("1916", "青屿谷仓建成")),
        ("油画《渡口》上世纪八十年代由省美术馆收藏。", ("198X", "油画《渡口》由省美术馆收藏")),
        ("松湾市2015年设立质量创新奖。", ("2015", "松湾市设立质量创新奖")),
        ("云溪宗祠民国六十八年重修。", ("1979", "云溪宗祠重修")),
        ("4月20日，市统计局发布2025年一季度经济运行情况。", ("2025-04-20", "市统计局发布经济运行情况")),
    ],
)
def test_what_is_done_by_a_feast_in_a_decade_or_at_a_building_is_told(text: str, expected: tuple[str, str]) -> None:
    assert told(text) == [expected]


def test_an_act_alone_is_told_with_whose_it_is() -> None:
    assert told("禾浦纱厂1938年停产，1946年春复工。")[1] == ("1946-21", "禾浦纱厂复工")


def test_a_rule_has_a_derived_end() -> None:
    begin, end = events("《渔港停泊办法》自2025年7月9日起施行，有效期五年。")
    assert (begin.when.edtf, end.when.edtf) == ("2025-07-09/..", "2030-07-08")
    assert end.mentions[0].timex.resolution == "derived"
    assert begin.links == (("expires", end.id),)
    assert "渔港停泊办法" in end.title


def test_a_notice_fills_the_event_of_its_article() -> None:
    page = (
        "海岛徒步大会即将开启。本周六，这场盛会将拉开大幕。\n\n活动时间：4月26日（星期六）上午\n活动地点：灯塔公园\n"
        "报名方式：扫码报名\n报名费用：免费\n咨询电话：12345678\n"
    )
    found = [event for event in events(page) if event.kind == "activity"]
    assert [event.when.edtf for event in found] == ["2025-04-26"]
    hike = found[0]
    assert (hike.when.part, hike.place) == ("morning", "灯塔公园")
    assert hike.details == {"registration": "扫码报名", "fee": "免费", "contact": "12345678"}


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("船展将于5月10日开幕。", "planned"),
        ("原定4月30日举行的船展取消。", "cancelled"),
        ("5月1日起，云溪市取消驾驶人考试的区域限制。", "planned"),
        ("船展推迟至5月20日举行。", "postponed"),
        ("船展4月10日开幕。", "reported"),
        ("船展将于5月10日开幕，遇雨顺延。", "planned"),
        ("船展5月10日开幕，如遇大风延期举行。", "planned"),
        ("今年中考5月18日举行。", "planned"),
    ],
)
def test_modality(text: str, modality: str) -> None:
    assert [event.modality for event in events(text)] == [modality]


def test_vague_facts_are_listed_and_never_placed() -> None:
    extraction = extract("日前，海岛供水条例获得通过。", "2025-04-22")
    assert extraction.events == ()
    assert [fact.reason for fact in extraction.undated] == ["said only as “日前”: no date is stated"]


def test_without_a_date_relative_times_stay_open() -> None:
    extraction = extract("昨日，海岛码头启用。")
    assert extraction.events == ()
    assert "--published" in extraction.undated[0].reason


def test_a_chronicle_takes_its_years_from_the_headings() -> None:
    chronicle = "2011年\n3月19日 首班渡轮开航。\n2012年\n8月1日 新码头启用。\n"
    assert [edtf for edtf, _ in told(chronicle, "2021-02-19")] == ["2011-03-19", "2012-08-01"]
    rows = "1月5日 柳湾镇选举镇长。\n1月18日 柳湾敬老院启用。\n11月8日 柳湾茶获金奖。\n"
    for headline in ("柳湾镇大事记（2022年）", "2022年柳湾镇十件大事", "柳湾镇2022年大事记"):
        found = told(f"{headline}\n{rows}", "2023-09-28")
        assert [edtf for edtf, _ in found] == ["2022-01-05", "2022-01-18", "2022-11-08"]


def test_the_same_words_give_the_same_id_in_any_document() -> None:
    text = "海岛音乐节5月1日在灯塔公园开幕。"
    assert extract(text, "2025-04-22", name="a").events[0].id == extract(text, "2025-04-22", name="b").events[0].id


POLICY = (
    "《滨海市渔港管理办法》已经2024年12月20日市政府第45次常务会议审议通过。\n第二十条 本办法自2025年2月1日起施行，有效期5年。"
    "2019年3月1日印发的《滨海市渔港管理暂行办法》同时废止。\n滨海市人民政府办公室\n2025年1月6日\n"
)


def test_a_rule_from_its_adoption_to_its_end() -> None:
    assert told(POLICY, "2025-01-06") == [
        ("2019-03-01", "《滨海市渔港管理暂行办法》印发"),
        ("2024-12-20", "《滨海市渔港管理办法》经市政府第45次常务会议审议通过"),
        ("2025-02-01", "《滨海市渔港管理暂行办法》废止"),
        ("2025-02-01/..", "《滨海市渔港管理办法》施行"),
        ("2030-01-31", "《滨海市渔港管理办法》有效期届满"),
    ]


def test_a_headline_names_whose_notice_it_is() -> None:
    notice = "海湾区图书馆国庆开放公告\n\n10月1日（星期三）至3日（星期五）闭馆；10月4日至8日正常开放。\n海湾区图书馆\n2025年9月24日\n"
    assert told(notice, "2025-09-24") == [
        ("2025-10-01/2025-10-03", "海湾区图书馆闭馆"),
        ("2025-10-04/2025-10-08", "海湾区图书馆正常开放"),
    ]


def test_a_page_in_traditional_characters_is_told_in_them() -> None:
    assert told("昨日下午，濱海鎮第三屆龍舟賽新聞發佈會召開。", "2025-05-08") == [
        ("2025-05-07", "濱海鎮第三屆龍舟賽新聞發佈會召開")
    ]


def test_a_rule_that_another_ends_without_a_date_of_its_own_ends_on_that_day() -> None:
    events = extract("《甲县养犬办法》自2025年7月1日起施行，《甲县犬只规定》同时废止。", "2025-06-10").events
    assert [(event.when.edtf, event.title) for event in events] == [
        ("2025-07-01", "《甲县犬只规定》废止"),
        ("2025-07-01/..", "《甲县养犬办法》施行"),
    ]
    assert [event.links[0][0] for event in events] == ["repealed-by", "repeals"]


def test_what_moves_tells_the_date_that_it_was_promised_for() -> None:
    promised, moved = extract("原定7月8日举行的渡口灯会开幕式推迟到7月22日。", "2025-06-10").events
    assert promised.when.edtf == "2025-07-08"
    assert (moved.when.edtf, moved.details["superseded"]) == ("2025-07-22", "2025-07-08")


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("9月30日，柳溪末班车延长至24:00。", "2024-09-25", ["2024-09-30"]),
        (
            "2021，柳湾镇的这些日子\n2月9日 灯笼会开市。\n4月16日 新码头启用。\n12月20日 柳湾桃获金奖。\n",
            "2021-12-31",
            ["2021-02-09", "2021-04-16", "2021-12-20"],
        ),
        (
            "柳溪艺术季10月18日至11月3日举行；期间每周六下午2时有导览活动。",
            "2024-10-10",
            ["2024-10-18/2024-11-03", "2024-10-19T14:00"],
        ),
        ("已购买4月1日至5日门票的游客，票款将于3月31日前退回。", "2025-03-20", ["2025-03-31"]),
        ("灯会2月8日至16日举行，主灯8日18时30分点亮。", "2025-01-20", ["2025-02-08/2025-02-16", "2025-02-08T18:30"]),
    ],
)
def test_what_a_day_is_of(text: str, published: str, expected: list[str]) -> None:
    assert [edtf for edtf, _ in told(text, published)] == expected
