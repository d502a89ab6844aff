"""What a later page puts off or calls off: told once, on its new day, by what it is."""

from __future__ import annotations

import pytest

from timeline.events.merge import merge
from timeline.model import Event
from timeline.pipeline import process
from timeline.query import Query, matches
from timeline.read import read_text

PLAN = ("2026-11-05", "柑橘文化节14日开幕\n\n云渡县首届柑橘文化节将于11月14日在望湖镇橘园广场开幕。\n")
SLIP = (
    "2026-11-11",
    "柑橘文化节推迟\n\n因天气原因，原定于11月14日举行的云渡县首届柑橘文化节推迟至11月21日举行，地点仍为望湖镇橘园广场。\n",
)
REPORT = ("2026-11-22", "柑橘文化节开幕\n\n11月21日，云渡县首届柑橘文化节在望湖镇橘园广场开幕，吸引游客3万余人次。\n")


def told(*pages: tuple[str, str]) -> list[Event]:
    """The events of pages, each with its day of publication."""
    read = [process(read_text(text, name=f"{day}.txt"), day) for day, text in pages]
    return merge(event for one in read for event in one.events)


def shown(events: list[Event]) -> list[Event]:
    return [event for event in events if matches(event, Query())]


@pytest.mark.parametrize("pages", [(PLAN, SLIP), (SLIP, PLAN)])
def test_what_moved_is_printed_on_its_new_day_alone(pages: tuple[tuple[str, str], ...]) -> None:
    old, new = told(*pages)
    assert shown([old, new]) == [new]
    assert (new.when.edtf, new.title) == ("2026-11-21", "云渡县首届柑橘文化节在望湖镇橘园广场开幕")
    assert (new.modality, new.details["superseded"]) == ("postponed", "2026-11-14")
    assert (old.when.edtf, old.modality, old.details["moved-to"]) == ("2026-11-14", "postponed", "2026-11-21")
    assert len(old.mentions) == 2


def test_once_it_was_held_it_is_told_by_that() -> None:
    (new,) = shown(told(PLAN, SLIP, REPORT))
    assert (new.when.edtf, new.modality) == ("2026-11-21", "reported")
    assert new.title == "云渡县首届柑橘文化节在望湖镇橘园广场开幕"


def test_another_place_is_not_told_under_the_old_ones_title() -> None:
    moved = SLIP[1].replace("地点仍为望湖镇橘园广场", "地点改为县体育馆").replace("举行，", "在县体育馆举行，")
    (new,) = shown(told(PLAN, (SLIP[0], moved)))
    assert "橘园广场" not in new.title


def test_the_county_whose_festival_it_is_is_no_other_place() -> None:
    slip = (SLIP[0], SLIP[1].replace("举行的云渡", "开幕的云渡").replace("地点仍为望湖镇橘园广场", "地点不变"))
    (new,) = shown(told(PLAN, slip, REPORT))
    assert (new.when.edtf, new.modality) == ("2026-11-21", "reported")


def test_what_is_not_held_for_once_is_called_off() -> None:
    (event,) = told(("2026-10-26", "市集停办\n\n因路面改造，望湖镇老街周末市集11月7日停办一次。\n"))
    assert event.modality == "cancelled"


def test_what_is_called_off_later_is_one_cancelled_event() -> None:
    plan = ("2026-11-05", "读书会将举行\n\n县图书馆“书香云渡”读书会将于11月15日下午在县图书馆报告厅举行。\n")
    off = ("2026-11-11", "读书会取消\n\n因报告厅检修，原定11月15日举行的“书香云渡”读书会取消，敬请谅解。\n")
    (event,) = told(plan, off)
    assert (event.modality, event.when.edtf, len(event.mentions)) == ("cancelled", "2026-11-15", 2)


def test_a_works_with_its_name_is_opened_once() -> None:
    one, other = (("2026-11-02", f"大桥将通车\n\n渡口大桥将于11月{day}日正式通车。\n") for day in (12, 18))
    (bridge,) = told(one, (other[0], other[1] + "\n"))
    assert [each["field"] for each in bridge.conflicts] == ["date"]
