"""Titles: whose doing it is, told by its name, right or not at all; nothing torn, nothing of the date."""

from __future__ import annotations

import pytest

from timeline.pipeline import extract

DAY = "2025-11-17"


def titles(text: str) -> list[str]:
    return [event.title for event in extract(text, DAY).events]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("望湖女排组建于1998年，2006年夺得联赛冠军。", ["望湖女排组建", "望湖女排夺得联赛冠军"]),
        ("全长3公里的望湖大桥2001年通车。大桥1998年动工。望湖大桥已成地标。", ["望湖大桥动工", "望湖大桥通车"]),
        ("沈松年1950年入行学艺。1988年，他创办松年陶社。", ["沈松年入行学艺", "沈松年创办松年陶社"]),
        ("林某认为，渔业要转型。今年3月，渡口启用。", ["渡口启用"]),
        ("2023年开通的“江上快线”已运客百万。", ["“江上快线”开通"]),
        ("以“江河”为主题的摄影展11月20日在望湖文化馆开幕。", ["摄影展在望湖文化馆开幕"]),
        ("11月20日、21日，望湖运动会举行。", ["望湖运动会举行", "望湖运动会举行"]),
        ("11月16日讯 望湖区消防演练11月15日举行。", ["望湖区消防演练举行"]),
        ("原定11月20日通车的望湖大桥推迟至11月28日通车。", ["望湖大桥推迟", "望湖大桥推迟通车"]),
        ("第三届望湖藕节11月20日开幕，活动持续到11月25日。", ["第三届望湖藕节开幕", "第三届望湖藕节结束"]),
    ],
)
def test_a_title_says_who_did_what(text: str, expected: list[str]) -> None:
    assert sorted(titles(text)) == sorted(expected)


def test_a_part_is_told_with_its_whole_and_a_row_with_its_place() -> None:
    text = (
        "第三届望湖莲藕节11月20日在望湖镇举行。\n活动安排：\n1.颁奖晚会：11月21日晚7时，望湖影剧院；\n"
        "2.挖藕大赛（莲塘广场）：11月22日上午9时\n"
    )
    found = {event.title: event.place for event in extract(text, DAY).events}
    assert found["第三届望湖莲藕节颁奖晚会"] == "望湖影剧院"


def test_a_label_governs_the_whole_row_of_its_semicolons() -> None:
    text = "望湖剧院取消的演出有：话剧《渡》，原定11月20日；舞剧《岸》，原定11月22日。"
    assert [event.modality for event in extract(text, DAY).events] == ["cancelled", "cancelled"]


def test_titles_stay_within_their_length_and_keep_their_marks_in_pairs() -> None:
    long = "望湖市文化广电和旅游局主办、望湖市博物馆承办的“湖上春秋”大型历史文化专题展览11月20日在市博物馆一楼大厅隆重开幕。"
    (title,) = titles(long)
    assert len(title) <= 30
    assert title.count("“") == title.count("”")
    assert "“湖上春秋”" in title


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("11月20日是第九届渡口诗会。", ["第九届渡口诗会"]),
        ("这个总投资3亿元的项目11月20日动工。", ["总投资3亿元的项目动工"]),
        ("若本月底获批，这部对养犬有细致规定的条例就能施行。", ["对养犬有细致规定的条例施行"]),
        ("渡口医院门诊楼已于10月底封顶。", ["渡口医院门诊楼封顶"]),
        ("渡口轮渡「青鸥号」料12月投入服务。", ["渡口轮渡「青鸥号」投入服务"]),
        ("原订11月20日登场的渡口灯会开幕式延至11月28日。", ["渡口灯会开幕式"]),
        ("缴费截止11月28日，逾期视为放弃。", ["缴费截止"]),
        ("12月1日是第38个世界艾滋病日。", ["第38个世界艾滋病日"]),
        ("年龄须在35周岁以下（1990年11月20日以后出生）。", []),
        ("学校前身是1925年创办的渡口书院。", ["渡口书院创办"]),
        ("会后渡口展并不撤展，11月20日至25日免费向公众开放。", ["渡口展免费向公众开放"]),
    ],
)
def test_a_title_begins_and_ends_with_what_tells(text: str, expected: list[str]) -> None:
    assert titles(text) == expected


def test_a_part_is_told_with_the_house_that_the_headline_names() -> None:
    text = "望湖县图书馆大事记\n\n2007年，新馆在文昌路奠基，翌年5月18日对外开放。\n2015年9月，馆藏古籍数字化工程通过验收。\n"
    assert titles(text) == [
        "望湖县图书馆新馆在文昌路奠基",
        "望湖县图书馆新馆对外开放",
        "望湖县图书馆馆藏古籍数字化工程通过验收",
    ]


def test_a_long_title_leaves_its_place_out_and_keeps_its_verb() -> None:
    text = "望湖市立美术馆开馆二十周年纪念特展“湖山之间”11月20日在望湖市立美术馆一楼大厅揭幕。"
    assert titles(text) == ["望湖市立美术馆开馆二十周年纪念特展“湖山之间”揭幕"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("望湖区公租房建设始于2010年。", "望湖区公租房建设开始"),
        ("首届望湖鞋博会办于1999年3月。", "首届望湖鞋博会举办"),
        ("东海伏季休渔11月20日将部分结束。", "东海伏季休渔部分结束"),
        ("乡长进行施政报告，指兴建中的望湖服务中心将于12月9日启用。", "望湖服务中心启用"),
        ("1958年上马的望白支线三年后停工。", "望白支线上马"),
        ("把72万元交到对方手上——望湖区法院11月15日一审宣判。", "望湖区法院一审宣判"),
        ("今年1—9月到位率100%，帮销农产品1.2亿元。", "到位率100%"),
        ("昨天下午举行的新闻发布会通报，全区案件下降。", "新闻发布会举行"),
        ("“锦绣灯会”11月20日于江边广场举行亮灯仪式，活动持续至12月4日。", "“锦绣灯会”结束"),
        ("2020年3月4日经自治区政府批准，望湖县退出贫困县序列。", "望湖县退出贫困县序列"),
        (
            "根据《望湖市招聘人员暂行规定》（人事部令第6号，2006年1月1日起施行），现公告如下。",
            "《望湖市招聘人员暂行规定》施行",
        ),
        ("潮湾大桥2010年8月动工，计划明年春运前通车。", "潮湾大桥通车"),
        ("▲望湖县创业基地11月18日揭牌。", "望湖县创业基地揭牌"),
        ("◎供水　11月20日18时起望湖片区停水。", "望湖片区停水"),
        ("“六月六”歌节11月23日在望湖广场举办。", "“六月六”歌节在望湖广场举办"),
        ("望湖考点的实验考试因设备故障由11月13日推迟到20日。", "望湖考点的实验考试因设备故障推迟"),
    ],
)
def test_what_a_clause_only_leads_up_to_is_no_title(text: str, expected: str) -> None:
    assert expected in titles(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("会议审议了渡口市政府关于上半年预算执行情况的报告。", "会议审议了渡口市政府关于预算执行情况的报告"),
        ("渡口县防汛办决定于19日18时启动防汛四级应急响应。", "渡口县防汛办决定启动防汛四级应急响应"),
        ("渡口的细则预计12月1日执行。", "渡口的细则执行"),
        ("白菜由月初的4元涨到7.5元。", "白菜由4元涨到7.5元"),
        ("线上预登记11月1日已经开始。", "线上预登记开始"),
        ("2.5万枚纱锭的新车间11月20日投产。", "2.5万枚纱锭的新车间投产"),
        ("年产10万吨的酿造线9月26日试车。", "年产10万吨的酿造线试车"),
        ("这家书店去年3月开业。", "书店开业"),
        ("小将韩一鸣11月15日夺得冠军。", "小将韩一鸣夺得冠军"),
        ("谷仓建于1916年，1941年扩建。", "谷仓扩建"),
    ],
)
def test_no_word_is_torn(text: str, expected: str) -> None:
    assert expected in titles(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("新馆获准设立后，2018年开工。", "新馆开工"),
        ("望湖中学自2015年开设机器人专业以来，招生三百人。", "望湖中学开设机器人专业"),
        ("2020年7月双港圩漫决后，圩堤加高。", "双港圩漫决"),
        ("望湖票价由去年的120元降至100元。", "望湖票价由120元降至100元"),
    ],
)
def test_the_clause_with_the_time_is_told(text: str, expected: str) -> None:
    assert expected in titles(text)
