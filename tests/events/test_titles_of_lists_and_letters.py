"""Titles of rows that lines are made of, of notices that speak to their readers, and of firms that only a headline names."""

from __future__ import annotations

import pytest

import timeline

SHOWN = ("activity", "milestone")
FAIRS = (
    "秋季招聘会来了！这几场别错过\n9月18日 上午9:00—12:00 机械行业专场 市人力资源市场一楼\n9月20日 下午2:00—5:00 教育行业专场 师范学院体育馆\n"
    "9月25日 全天 退役军人专场 市双创中心\n9月27日 上午9:00 直播带岗专场 “渡口就业”视频号\n求职者请携带身份证、学历证书原件。"
)
SHOWS = (
    "渡口文化馆惠民演出\n老戏台，花鼓戏《绣楼》，5月9日\n红星影院，纪录片《河岸人家》，5月10日晚7点\n"
    "滨江广场，合唱专场“我们的歌”，5月16日19:30\n凭票入场，每人限领2张，领完为止。"
)


def titles(text: str, published: str = "2026-04-20") -> list[str]:
    return [event.title for event in timeline.extract(text, published).events if event.kind in SHOWN]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (FAIRS, "秋季招聘会机械行业专场"),
        (FAIRS, "秋季招聘会退役军人专场"),
        (FAIRS, "秋季招聘会直播带岗专场"),
        (SHOWS, "花鼓戏《绣楼》"),
        (SHOWS, "合唱专场“我们的歌”"),
    ],
)
def test_of_what(text: str, expected: str) -> None:
    assert expected in titles(text), titles(text)
