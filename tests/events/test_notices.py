"""Labelled notices in the shapes that people give them."""

from __future__ import annotations

import pytest

from timeline.pipeline import extract

LEAD = "望湖区少年宫将举办亲子航模体验营，欢迎报名。\n"
FIELDS = {
    "colons": "活动时间：7月28日上午9:00\n活动地点：望湖区少年宫科技楼\n活动费用：免费\n联系电话：00886622\n",
    "boxes": "【时间】7月28日上午9:00\n【地点】望湖区少年宫科技楼\n【费用】免费\n【电话】00886622\n",
    "numbers": "一、电话：00886622\n二、费用：免费\n三、地点：望湖区少年宫科技楼\n四、时间：7月28日上午9:00\n",
    "in line": "时间：7月28日上午9:00；地点：望湖区少年宫科技楼；费用：免费；电话：00886622。\n",
}


@pytest.mark.parametrize("shape", FIELDS)
def test_any_box_and_order_gives_the_same_event(shape: str) -> None:
    (event,) = extract(LEAD + FIELDS[shape], "2025-07-14").events
    assert (event.title, event.when.edtf) == ("望湖区少年宫亲子航模体验营", "2025-07-28T09:00")
    assert (event.place, event.details["fee"], event.details["contact"]) == ("望湖区少年宫科技楼", "免费", "00886622")


def test_sign_up_days_are_an_event_of_their_own() -> None:
    text = LEAD + FIELDS["colons"] + "报名时间：7月15日至20日\n报名方式：扫码\n"
    found = {event.when.edtf: event for event in extract(text, "2025-07-14").events}
    assert found["2025-07-15/2025-07-20"].title == "望湖区少年宫亲子航模体验营报名"
    assert found["2025-07-28T09:00"].details["registration"] == "扫码"


def test_several_sessions_are_several_events() -> None:
    text = LEAD + "时间：7月28日\n地点：一号厅\n时间：8月4日\n地点：二号厅\n"
    found = extract(text, "2025-07-14").events
    assert [(event.when.edtf, event.place) for event in found] == [("2025-07-28", "一号厅"), ("2025-08-04", "二号厅")]


def test_a_notice_of_works_is_told_by_its_place_and_label() -> None:
    text = "各位市民：\n施工时间：10月25日至11月20日\n施工路段：湖东隧道\n"
    (event,) = extract(text, "2025-10-21").events
    assert (event.title, event.place) == ("湖东隧道施工", "湖东隧道")


def test_the_hours_of_all_sessions_are_told() -> None:
    text = "本周六（7月19日）晚7时，望湖公园举行观星会。观星会分两场，第一场19:00—20:00，第二场20:30—21:30。"
    event = extract(text, "2025-07-16").events[0]
    assert (event.when.edtf, event.details["hours"]) == ("2025-07-19T19:00", "19:00—20:00、20:30—21:30")


PROGRAMME = {
    "pauses": "12月3日10:00，开幕式，古镇戏台；\n12月3日14:00，南街工坊，竹编体验（限20人）；\n12月4日19:30，皮影戏《借伞》，古镇戏台，票价20元。\n",
    "columns": "12月3日 10:00 开幕式 古镇戏台\n12月3日 14:00 竹编体验 南街工坊 限20人\n12月4日 19:30 皮影戏《借伞》 古镇戏台 票价20元\n",
    "fields": (
        "（一）开幕式\n时间：12月3日10:00\n地点：古镇戏台\n（二）竹编体验\n时间：12月3日14:00\n地点：南街工坊\n名额：限20人\n"
        "（三）皮影戏《借伞》\n时间：12月4日19:30\n地点：古镇戏台\n票价：20元\n"
    ),
}


@pytest.mark.parametrize("shape", PROGRAMME)
def test_rows_of_a_programme_are_told_by_name_place_and_ticket(shape: str) -> None:
    text = f"柳溪古镇“灯火里”非遗节日程\n{PROGRAMME[shape]}咨询电话：0000-123456\n"
    first, second, third = extract(text, "2025-11-26").events
    assert (first.title, first.place) == ("柳溪古镇“灯火里”非遗节开幕式", "古镇戏台")
    assert (second.title, second.place, second.details["audience"]) == (
        "柳溪古镇“灯火里”非遗节竹编体验",
        "南街工坊",
        "限20人",
    )
    assert (third.title, third.place, third.details["fee"], third.kind) == (
        "皮影戏《借伞》",
        "古镇戏台",
        "20元",
        "activity",
    )
    assert {event.details["contact"] for event in (first, second, third)} == {"0000-123456"}


def test_fields_without_a_time_are_of_all_that_is_announced() -> None:
    text = (
        "关于举办柳溪县第三届厨艺大赛的通知\n一、主办单位：柳溪县民政局\n二、时间安排\n（一）初赛：12月2日9:30，地点在柳溪县便民中心广场；\n"
        "（二）决赛：12月6日14:00，地点在柳溪县烹饪学校。\n三、参赛对象：常住居民\n四、费用：不收费用\n"
    )
    found = extract(text, "2025-11-20").events
    assert [event.place for event in found] == ["柳溪县便民中心广场", "柳溪县烹饪学校"]
    assert {(event.details["audience"], event.details["fee"]) for event in found} == {("常住居民", "不收费用")}


def test_a_clock_time_with_its_own_day_in_another_paragraph_is_of_something_else() -> None:
    text = "羽毛球赛7月13日9:00至20日18:00网上报名。\n高甲戏《渡口》加演一场：周三晚七时半，古戏台。票价30元起，明早十点开票。"
    events = extract(text, "2025-07-12").events
    assert {event.when.edtf for event in events} >= {"2025-07-13T09:00/2025-07-20T18:00", "2025-07-13T10:00"}
