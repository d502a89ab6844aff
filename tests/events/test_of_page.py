"""Titles with what their page is of: the line, the show, the recruitment, which the clause with the time leaves out."""

from __future__ import annotations

import pytest

import timeline


def titles(text: str, published: str = "2025-11-10") -> list[str]:
    return [event.title for event in timeline.extract(text, published).events]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("渡口山索道恢复运营\n渡口山观光索道11月8日恢复运营。索道今年5月招标，8月27日空载试车。", "渡口山索道空载试车"),
        ("渡口古道的新与旧\n渡口古道全长17公里。2021年10月首段开放，去年5月第二段完工。", "渡口古道第二段完工"),
        ("望湖镇老戏台修缮完工\n望湖镇老戏台11月2日通过验收。门票12月20日开售。", "望湖镇老戏台门票开售"),
        ("渡口地铁2号线热滑\n11月8日，渡口地铁2号线完成热滑。这条线2020年12月获批。", "渡口地铁2号线获批"),
        (
            "渡口山索道恢复运营\n渡口山观光索道11月8日恢复运营。今年6月厂家进场更换钢索。",
            "渡口山索道：厂家进场更换钢索",
        ),
        ("渡口县选调公务员\n县直机关选调公务员26名。网上报名11月20日开始，25日截止。", "渡口县选调公务员网上报名开始"),
        ("航空公司11月2日说，明年换上两艘混能船，首艘上月下水。", "首艘混能船下水"),
    ],
)
def test_a_part_is_told_with_its_whole(text: str, expected: str) -> None:
    assert expected in titles(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("渡口山索道恢复运营\n渡口山观光索道11月8日恢复运营。望湖镇卫生院11月9日搬迁。", "望湖镇卫生院搬迁"),
        ("《渡口市养犬条例》将施行\n《渡口市养犬条例》11月2日通过。条例12月1日起施行。", "《渡口市养犬条例》施行"),
        ("渡口县财政局通报\n11月8日，渡口县财政局通报情况。第二批资金11月20日拨付到位。", "第二批资金拨付到位"),
        ("图书馆扩建，望湖特展11月20日开幕，第一期讲座11月22日开讲。", "第一期讲座开讲"),
    ],
)
def test_what_says_of_what_it_is_stays_as_it_is(text: str, expected: str) -> None:
    assert expected in titles(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("11月8日，渡口港集团与望湖市政府签约。双方去年8月达成意向。", "渡口港集团与望湖市政府达成意向"),
        ("渡口男排主场迎战对手。球队9月8日集结。", "渡口男排集结"),
        ("电影《山那边》11月20日公映。影片2023年立项。", "《山那边》立项"),
        ("运输署公布，批准三条航线加价，12月1日起生效。", "三条航线加价生效"),
        ("新馆2019年动工，单位3月进场布展，8月27日通过竣工验收。", "新馆通过竣工验收"),
    ],
)
def test_pointing_words_give_way_to_names(text: str, expected: str) -> None:
    assert expected in titles(text)


@pytest.mark.parametrize(
    ("text", "unwanted"),
    [
        ("渡口一中与望湖文化馆签约。两校11月20日会谈。", "文化馆会谈"),
        ("《老街》获奖。影片节11月20日开幕。", "《老街》节"),
    ],
)
def test_pointing_words_stay_where_others_are_meant(text: str, unwanted: str) -> None:
    assert not any(unwanted in title for title in titles(text))
