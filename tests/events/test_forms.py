"""What a statement's form and words say of its kind and title: figures, offices, labels, sign-ups, turns, programmes."""

from __future__ import annotations

import pytest

from timeline.model import Event
from timeline.pipeline import extract

DAY = "2025-09-12"


def told(text: str) -> list[tuple[str, str, str]]:
    events: tuple[Event, ...] = extract(text, DAY).events
    return [(event.when.edtf, event.kind, event.title) for event in events]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("总投资80亿元的临港制药园昨天签约。", "milestone"),
        ("自明年1月1日起，最低工资标准上调至2200元。", "milestone"),
        ("今年1至8月，全市进出口总额612亿元，同比增长9.3%。", "indicator"),
        ("2021年3月，云溪白茶获国家地理标志产品保护。", "milestone"),
        ("1986年10月1日，云溪水库下闸蓄水。", "milestone"),
        ("陆见川1983年任总工程师。", "milestone"),
        ("2023年2月，市民陆某任由车辆停在路口。", "incident"),
        ("因道路施工，9月15日至30日解放路封闭。", "activity"),
        ("1949年10月19日，云溪解放。", "milestone"),
        ("原定9月13日举行的环湖马拉松因台风取消。", "activity"),
        ("9月11日，市气象台发布雷电黄色预警信号。", "incident"),
        ("9月11日，一辆货车在县道上侧翻，2人受伤。", "incident"),
        ("2008年9月，17家企业停产。", "incident"),
    ],
)
def test_kinds(text: str, kind: str) -> None:
    assert [one[1] for one in told(text)] == [kind]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("云溪制药园昨天签约，将于明年一季度动工。", ["云溪制药园签约", "云溪制药园动工"]),
        ("9月15日，年货节开幕。月亮湾公园9月16日开放。", ["年货节开幕", "月亮湾公园开放"]),
        (
            "9月16日，和平广场改造工程开工。9月17日，自来水厂扩建工程投产。",
            ["和平广场改造工程开工", "自来水厂扩建工程投产"],
        ),
        ("东郊水厂扩建工程须于11月底前通水，明年6月正式供水。", ["东郊水厂扩建工程通水", "东郊水厂扩建工程正式供水"]),
        ("报名自12月8日开始，12月20日截止。", ["报名开始", "报名截止"]),
        ("考试时间：11月16日，准考证打印时间：11月10日—15日", ["准考证打印", "考试"]),
        ("云溪公司公告：公司9月20日召开临时股东大会。", ["云溪公司召开临时股东大会"]),
        ("1. 9月20日上午 开幕式 2. 9月21日 论坛 3. 9月22日 闭幕式", ["开幕式", "论坛举行", "闭幕式"]),
        ("9月11日，记者从市教育局获悉，东郊新校区月底启用。", ["东郊新校区启用"]),
        ("放假时间：10月1日至8日，9月28日（星期日）、10月11日（星期六）上班", ["上班", "放假", "上班"]),
    ],
)
def test_titles(text: str, titles: list[str]) -> None:
    assert [one[2] for one in told(text)] == titles


def test_the_items_of_a_page_of_notices_go_by_their_own_names() -> None:
    text = (
        "云溪供电公司计划停电信息（9月16日—17日）\n1.停电线路：10千伏桃源线\n停电时间：9月16日7:30至16:00\n停电范围：桃源新村\n"
        "2.停电线路：10千伏石桥线\n停电时间：9月17日8:00至18:00\n停电范围：石桥社区\n"
    )
    assert [one[2] for one in told(text)][-2:] == ["10千伏桃源线停电", "10千伏石桥线停电"]


def test_a_programme_tells_each_item_with_its_own_place() -> None:
    text = "石门镇文化节活动安排\n9月20日\n9:00 开幕式（文化广场）\n10:30 书法笔会（会议中心）\n9月21日\n9:00 论坛（图书馆）\n"
    places = [(event.title, event.place) for event in extract(text, DAY).events]
    assert [place for _, place in places] == ["文化广场", "石门会议中心", "石门图书馆"]
    assert [title[:2] for title, _ in places] == ["石门", "书法", "论坛"]


def test_a_rule_does_not_go_by_the_name_of_the_one_that_it_ends() -> None:
    text = (
        "云溪区企业贴息办法\n\n第一条　为缓解融资难，制定本办法。\n"
        "第二条　本办法自2025年12月1日起施行，有效期三年。2021年9月13日印发的《云溪区风险补偿暂行办法》同时废止。\n"
    )
    force = [title for when, _, title in told(text) if when.startswith(("2025-12", "2028"))]
    assert force == ["《云溪区风险补偿暂行办法》废止", "《云溪区企业贴息办法》施行", "《云溪区企业贴息办法》有效期届满"]


def test_a_rule_sent_out_by_an_order_is_dated_and_ends_the_one_before_it() -> None:
    text = (
        "云溪县人民政府办公室关于印发《云溪县渡口交付管理规定》的通知\n\n各乡镇人民政府:\n  现印发给你们，请遵照执行。\n\n"
        "云溪县人民政府办公室\n2022年9月14日\n（此件主动公开）\n\n云溪县渡口交付管理规定\n第一条 为管好渡口，制定本规定。\n"
        "第二条 建设单位应当在交付前30日公告。\n第三条 本规定自2022年10月15日起施行，有效期3年。"
        "2017年11月1日起施行的《云溪县渡口使用办法》（云政办〔2017〕112号）同时废止。\n"
    )
    extraction = extract(text)
    assert [article.dct.date and article.dct.date.begin.isoformat() for article in extraction.articles] == [
        "2022-09-14"
    ]
    assert sorted((event.when.edtf, event.title) for event in extraction.events) == [
        ("2017-11-01/..", "《云溪县渡口使用办法》施行"),
        ("2022-09-14", "《云溪县渡口交付管理规定》印发"),
        ("2022-10-15", "《云溪县渡口使用办法》废止"),
        ("2022-10-15/..", "《云溪县渡口交付管理规定》施行"),
        ("2025-10-14", "《云溪县渡口交付管理规定》有效期届满"),
    ]


def test_the_opening_of_a_festival_is_no_other_telling_of_the_festival() -> None:
    text = "第三届云溪湖文化节定于9月18日至22日举行，开幕式18日晚7时30分在湖心广场举行。"
    assert [one[2] for one in told(text)] == ["第三届云溪湖文化节举行", "第三届云溪湖文化节开幕式"]


def test_who_speaks_is_no_part_of_what_is_told() -> None:
    text = "记者：您做船多少年了？\n秦阿福：我1971年跟父亲学的手艺。\n记者：后来呢？\n秦阿福：1999年厂子关了，2016年我办了一家工坊。\n"
    titles = [one[2] for one in told(text)]
    assert "秦阿福办了一家工坊" in titles
    assert not any("：" in title for title in titles)


def test_a_boxed_label_names_its_row() -> None:
    text = (
        "云溪社区九月安排如下。\n【家电义修】9月20日9:00—11:00，社区小广场，免费\n【防诈骗讲座】9月25日19:00，二楼会议室，主讲人：辖区民警\n"
        "预约电话63317788，9月18日截止预约。\n"
    )
    found = [(event.title, event.place) for event in extract(text, DAY).events]
    assert ("家电义修", "社区小广场") in found
    assert ("防诈骗讲座", "二楼会议室") in found
    assert "预约截止" in [title for title, _ in found]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("【赛事】云溪环城自行车赛9月20日在南坪开赛。", "云溪环城自行车赛在南坪开赛"),
        ("[交通] 禾浦地铁二号线9月18日开通运营。", "禾浦地铁二号线开通运营"),
        ("【停课】全市小学9月15日停课一天。", "全市小学停课一天"),
        ("【图二】9月10日，工人在云溪体育馆铺设地板。", "工人在云溪体育馆铺设地板"),
        ("【本報記者陳柏年松灣報導】松灣鳳梨酥節九月三十日在漁港廣場開幕。", "松灣鳳梨酥節在漁港廣場開幕"),
        ("【新闻链接】云溪灯会创办于1987年。", "云溪灯会创办"),
        ("【第三届松湾龙舟赛】9月28日在月牙湖举行。", "第三届松湾龙舟赛"),
    ],
)
def test_a_box_that_says_where_something_stands_is_no_part_of_what_is_told(text: str, title: str) -> None:
    assert [event.title for event in extract(text, DAY).events] == [title]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("今年已完成加装电梯126部，年底前要再完成74部。", "planned"),
        ("市防办要求今天18时前完成值守力量布设。", "planned"),
        ("今日22:00至明日5:00，桃源新村停水。", "planned"),
        ("截至8月底，全市已建成养老驿站52家。", "reported"),
    ],
)
def test_what_must_still_be_done_is_planned(text: str, modality: str) -> None:
    assert modality in [event.modality for event in extract(text, DAY).events]
