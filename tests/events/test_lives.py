"""Rules and plans that move on in time: stages in a chain, force counted from publication, a promised date kept."""

from __future__ import annotations

import pytest

from timeline.model import Event
from timeline.pipeline import extract


def by_title(text: str, published: str) -> dict[str, Event]:
    return {event.title: event for event in extract(text, published).events}


def relations(event: Event, events: dict[str, Event]) -> set[tuple[str, str]]:
    titles = {other.id: title for title, other in events.items()}
    return {(relation, titles[other]) for relation, other in event.links}


def test_the_stages_of_a_rule_form_a_chain() -> None:
    text = (
        "《望湖市停泊条例》2024年12月20日经市人大常委会表决通过，2025年1月6日公布，自2025年2月1日起施行。"
        "2019年3月1日公布的《望湖市停泊暂行规定》同时废止。"
    )
    found = by_title(text, "2025-01-08")
    force = found["《望湖市停泊条例》施行"]
    assert ("published", "《望湖市停泊条例》公布") in relations(force, found)
    assert ("repeals", "《望湖市停泊暂行规定》公布") in relations(force, found)
    assert ("repealed-by", "《望湖市停泊条例》施行") in relations(found["《望湖市停泊暂行规定》公布"], found)


@pytest.mark.parametrize(
    ("term", "force", "end"),
    [
        ("自公布之日起施行，有效期两年", "2025-03-10/..", "2027-03-09"),
        ("自公布之日起30日后施行，试行两年", "2025-04-09/..", "2027-04-08"),
        ("自公布之日起3个月后施行，有效期5年", "2025-06-10/..", "2030-06-09"),
    ],
)
def test_force_counts_from_publication(term: str, force: str, end: str) -> None:
    found = by_title(f"《望湖市电梯保险试行办法》3月10日公布，{term}。", "2025-03-12")
    begin, last = found["《望湖市电梯保险试行办法》施行"], found["《望湖市电梯保险试行办法》有效期届满"]
    assert (begin.when.edtf, last.when.edtf) == (force, end)
    assert {begin.mentions[0].timex.resolution, last.mentions[0].timex.resolution} == {"derived"}
    assert ("expires", last.id) in begin.links


def test_a_moved_event_keeps_its_promised_date() -> None:
    found = extract("原定8月30日举行的“湖声”演唱会延期至9月13日举行。", "2025-08-28").events
    promised, moved = sorted(found, key=lambda event: event.when.edtf)
    assert (promised.when.edtf, moved.when.edtf) == ("2025-08-30", "2025-09-13")
    assert {promised.modality, moved.modality} == {"postponed"}
    assert (promised.links, moved.links) == ((("moved-to", moved.id),), (("moved-from", promised.id),))
    assert promised.salience < moved.salience


def test_longer_hours_are_no_postponement() -> None:
    (event,) = extract("国庆期间，望湖公园10月1日闭园时间延至21:00。", "2025-09-24").events[:1]
    assert event.modality != "postponed"


@pytest.mark.parametrize(
    ("text", "published", "reason"),
    [
        ("上午10时，座谈会举行。", "2025-04-22", "names a day"),
        ("昨日，渡口启用。", None, "--published"),
        ("日前，渡口启用。", "2025-04-22", "no date is stated"),
        ("每周五晚7点，渡口戏台举行皮影戏演出。", None, "repeats"),
    ],
)
def test_an_undated_fact_says_what_its_time_lacks(text: str, published: str | None, reason: str) -> None:
    extraction = extract(text, published)
    assert extraction.events == ()
    assert reason.replace("names a day", "does not name") in extraction.undated[0].reason


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "柳溪市人民政府令\n第31号\n《柳溪市招牌规定》已经2025年3月18日市政府第6次常务会议通过，现予公布，自2025年6月1日起施行。\n市长 贺远\n2025年4月2日\n",
            ["2025-03-18", "2025-04-02 《柳溪市招牌规定》公布", "2025-06-01/.. 《柳溪市招牌规定》施行"],
        ),
        (
            "关于公布《柳溪市食堂补助办法》的通知\n各街道：\n现将《柳溪市食堂补助办法》予以公布，自印发之日起施行，有效期3年。\n柳溪市民政局\n2024年5月20日\n",
            ["2024-05-20 《柳溪市食堂补助办法》公布", "2024-05-20/..", "2027-05-19 《柳溪市食堂补助办法》有效期届满"],
        ),
        (
            "关于废止《柳溪市摆卖规定》的决定\n经研究，决定废止《柳溪市摆卖规定》。本决定自公布之日起施行。\n柳溪市人民政府\n2025年4月28日\n",
            ["2025-04-28 《柳溪市摆卖规定》废止"],
        ),
        (
            "2月24日，柳溪市十七届人大常委会第二次会议召开。会议表决通过了《柳溪市古桥条例》和《柳溪市灯会条例》。\n",
            ["2025-02-24 《柳溪市古桥条例》表决通过", "2025-02-24 《柳溪市灯会条例》表决通过", "2025-02-24 柳溪市"],
        ),
    ],
)
def test_an_order_and_a_meeting_tell_what_they_do_to_a_rule(text: str, expected: list[str]) -> None:
    found = [
        f"{event.when.edtf} {event.title}" for event in extract(text, None if "令" in text else "2025-02-25").events
    ]
    assert all(told.startswith(one) for told, one in zip(found, expected, strict=True)), found


def test_an_extended_term_is_linked_with_the_one_before() -> None:
    text = "《柳溪市引才细则》有效期至2025年6月30日届满。经评估，决定将其有效期延长至2027年6月30日。"
    before, after = extract(text, "2025-05-08").events
    assert (after.title, after.details["superseded"]) == ("《柳溪市引才细则》有效期届满", "2025-06-30")
    assert (("moved-to", after.id) in before.links, ("moved-from", before.id) in after.links) == (True, True)


def test_what_is_put_off_without_a_new_day_is_known_to_be() -> None:
    (event,) = extract(
        "原定于4月1日对外开放的古窑公园，因验收尚未完成，开放时间推迟，具体时间另行公告。", "2025-03-20"
    ).events
    assert (event.modality, event.title) == ("postponed", "古窑公园开放推迟")
