"""Stretches told in two places: the first day where something goes on, the last where the next words end it."""

from __future__ import annotations

import pytest

from timeline.pipeline import extract

DAY = "2025-11-17"


def dates(text: str) -> list[str]:
    return [event.when.edtf for event in extract(text, DAY).events]


@pytest.mark.parametrize(
    ("text", "stretch"),
    [
        ("渡口奖11月20日起接受申报，12月20日截止。", "2025-11-20/2025-12-20"),
        ("“云溪诗会”征稿即日开始，作品限原创，12月31日24时截稿。", "2025-11-17/2026-01-01T00:00"),
        ("渡口博物馆12月16日起闭馆更换空调，明年1月2日恢复开放。", "2025-12-16/2026-01-01"),
        ("统计局将于12月1日起开展清查，年底前结束。", "2025-12-01/2025-12-31"),
        ("原定本月30日开幕的“周云山雕刻展”将如期举行，展出至12月底。", "2025-11-30/2025-12-31"),
        ("12月1日起，14家社区医院免费做肺功能筛查，为期一个月。", "2025-12-01/2025-12-31"),
        ("望湖区12月起将开展为期三个月的茶叶包装专项整治。", "2025-12/2026-02"),
        ("球队11月26日起放假三天。", "2025-11-26/2025-11-28"),
        ("自12月9日首班车起，12路、35路绕行建宁中路，预计12月20日恢复原线。", "2025-12-09/2025-12-19"),
        ("南门街12月15日8时停气，当天20时前恢复。", "2025-12-15T08:00/2025-12-15T20:00"),
        ("11月28日起推出乘车优惠至12月30日。", "2025-11-28/2025-12-30"),
        ("便民窗口12月1日起调整服务，为期两周。", "2025-12-01/2025-12-14"),
    ],
)
def test_what_goes_on_is_told_with_its_end(text: str, stretch: str) -> None:
    assert stretch in dates(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("第三届望湖藕节11月20日开幕，活动持续到11月25日。", ["2025-11-20", "2025-11-25"]),
        ("专业观众登记11月26日开始，12月25日截止。", ["2025-11-26", "2025-12-25"]),
        ("《望湖办法》自12月1日起施行，有效期至2030年11月30日。", ["2025-12-01/..", "2030-11-30"]),
        ("12月1日起执行新票价，12月10日大桥通车。", ["2025-12-01/..", "2025-12-10"]),
        ("11月20日起恢复双向通行。望湖灯会12月24日结束。", ["2025-11-20/..", "2025-12-24"]),
    ],
)
def test_a_moment_and_what_ends_otherwise_stay_apart(text: str, expected: list[str]) -> None:
    assert dates(text) == expected


@pytest.mark.parametrize("term", ["3个月", "30天", "8周"])
def test_a_term_that_leads_out_of_the_calendar_gives_no_end(term: str) -> None:
    found = extract(f"望湖展览12月20日起展出，为期{term}。", "9999-12-19").events
    assert [event.when.edtf for event in found] == ["9999-12-20"]
