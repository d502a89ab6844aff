"""Rows of short news, notices and programmes that an editor would print: what is held, whole, and nothing that is only said."""

from __future__ import annotations

import pytest

import timeline
from timeline.query import SHOWN_KINDS, SHOWN_SALIENCE


def rows(text: str, published: str = "2025-11-10") -> list[tuple[str, str]]:
    """The dates and titles of what is printed of a page."""
    events = timeline.extract(text, published).events
    return [(e.when.edtf, e.title) for e in events if e.kind in SHOWN_KINDS and e.salience >= SHOWN_SALIENCE]


def titles(text: str, published: str = "2025-11-10") -> list[str]:
    return [title for _, title in rows(text, published)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("渡口县麦收结束。“去年雨多，耽误了十来天，今年赶上了好墒情。”种粮大户方禾说。", []),
        ("“食堂2024年启用新灶台，顿顿热乎。”厂长方禾说。", ["食堂启用新灶台"]),
        ("渡口县2024年赶上了好墒情，“数字渡口”工程11月8日启用。", ["渡口县赶上了好墒情", "“数字渡口”工程启用"]),
    ],
)
def test_what_somebody_says_of_his_own_year_is_no_row(text: str, expected: list[str]) -> None:
    assert titles(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("方禾11月12日在渡口书院讲《冬季咳喘怎么防》。", "方禾在渡口书院讲《冬季咳喘怎么防》"),
        ("渡口医院儿科夜间门诊12月1日开诊。", "渡口医院儿科夜间门诊开诊"),
        ("渡口大桥12月1日夜间封闭。", "渡口大桥封闭"),
    ],
)
def test_a_time_that_is_part_of_a_name_stays_in_the_title(text: str, expected: str) -> None:
    assert titles(text) == [expected]


def test_rows_in_columns_are_told_by_their_first_and_what_the_programme_is_of() -> None:
    text = (
        "“江声”合唱周节目单\n11月18日19:30 开幕音乐会 市合唱团 渡口大剧院歌剧厅\n"
        "11月19日19:30 童声专场 白鸽合唱团 渡口大剧院音乐厅\n票价：50元，11月12日起开票。\n"
    )
    assert rows(text) == [
        ("2025-11-12", "“江声”合唱周开票"),
        ("2025-11-18T19:30", "“江声”合唱周开幕音乐会"),
        ("2025-11-19T19:30", "“江声”合唱周童声专场"),
    ]


def test_what_its_heading_names_is_told_where_a_statement_says_only_when_and_where() -> None:
    text = (
        "周末去哪儿\n1.“环湖跑”半程马拉松\n11月23日上午8点，从市民广场出发，绕东湖一周。当天6:00—11:30环湖路封闭。\n"
        "2.非遗市集\n11月22日—23日，老粮仓文创园。\n3.出行提醒\n11月23日，从市民广场加开公交。"
    )
    told = titles(text)
    assert {"“环湖跑”半程马拉松", "非遗市集", "环湖路封闭"} <= set(told)
    assert "出行提醒" not in told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "渡口中学定于11月20日至21日举行第三届运动会，现将有关事项通知如下：\n一、如遇雨，运动会顺延至11月27日举行。",
            [("2025-11-20/2025-11-21", "渡口中学举行第三届运动会")],
        ),
        ("渡口中学11月9日将有关事项通知如下：", []),
        ("渡口中学运动会因雨顺延至11月27日举行。", [("2025-11-27", "渡口中学运动会因雨顺延举行")]),
    ],
)
def test_what_a_notice_is_of_is_told_and_not_the_case_that_it_rains(text: str, expected: list[tuple[str, str]]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "11月9日，渡口法院召开新闻发布会，发布2025年度十大典型案例。",
            "渡口法院发布2025年度十大典型案例",
        ),
        ("渡口海关11月8日通报，该关在对行李进行检查时，截获活体蚂蚁57只。", "渡口海关通报截获活体蚂蚁57只"),
        ("11月9日，首架货机从渡口机场起飞，标志着“渡口—列日”航线开通。", "“渡口—列日”航线开通"),
        ("渡口医院11月20日起搬至新楼，老楼同时停用。", "渡口医院搬至新楼"),
        ("渡口蓝鹰队11月21日15时客场挑战望湖队，比赛在望湖体育场进行。", "渡口蓝鹰队客场挑战望湖队"),
        ("▶公积金：11月23日起，住房公积金提取业务全程网办。", "住房公积金提取业务全程网办"),
        ("▶公积金：11月23日起，提取业务全程网办。", "公积金：提取业务全程网办"),
        ("渡口机场三期扩建工程2025年5月开工，预计2029年投运。", "渡口机场三期扩建工程投运"),
        ("餐券每张150元，11月23日起在渡口会址公开发售。", "餐券在渡口会址公开发售"),
        ("渡口县公布学校划片方案（征求意见稿），公众可于11月20日前通过邮箱反馈意见。", "学校划片方案反馈意见"),
        ("本区定于11月12日22:00至13日6:00对下列区域停水：\n1.朝阳路（车站段）两侧；\n2.锦绣花园。", "朝阳路等区域停水"),
        ("我公司定于11月12日22:00至13日6:00对朝阳路停水。", "朝阳路停水"),
        ("我校春季学期定于11月19日正式上课。\n渡口第二初级中学", "渡口第二初级中学春季学期正式上课"),
        ("家长开放日原定11月27日，因管网改造延至12月10日。", "家长开放日延期举行"),
        ("总决赛第二回合昨晚在渡口体育馆进行，渡口女排以3比1战胜望湖女排。", "渡口女排以3比1战胜望湖女排"),
        ("选手柏雨晨在11月9日结束的田径锦标赛上夺得三级跳远冠军。", "选手柏雨晨夺得三级跳远冠军"),
        ("渡口县住建局11月5日公示加装电梯名单，公示期至11月12日。", "加装电梯名单公示截止"),
        ("学校还计划举办小画家夏令营，11月25日开始报名。", "小画家夏令营报名"),
        ("渡口农商行关于系统升级的公告\n尊敬的客户：\n我行将于11月23日进行核心系统升级。", "渡口农商行进行核心系统升级"),
        ("3月开通的中欧班列“滨河号”已发运24列。", "中欧班列“滨河号”开通"),
        ("各医院应在11月20日前完成系统调整。", "各医院完成系统调整"),
        ("11月30日14:30  讲座：家风里的端午  渡口图书馆二楼报告厅  主讲人：陆青山", "讲座：家风里的端午"),
    ],
)
def test_the_clause_that_tells_is_the_title(text: str, expected: str) -> None:
    assert expected in titles(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "花节期间将举办花田马拉松（11月22日）、汉服巡游（11月28日）等活动。",
            [("2025-11-22", "花田马拉松"), ("2025-11-28", "汉服巡游")],
        ),
        ("原定11月22日举行的健步走推迟至11月29日举行。", [("2025-11-29", "健步走推迟举行")]),
        ("12日，如天文台发出警告信号，活动将延至11月19日举行。", []),
        ("2024年，渡口区共开工亿元以上项目96个。", []),
        ("11月8日，方禾正在田里查看秧苗长势。", []),
        ("环境局11月9日公布，首批回收站12月15日投入服务。", [("2025-12-15", "首批回收站投入服务")]),
        ("渡口女排上一次夺冠是在2013年。", []),
        ("渡口女排首次夺冠是在2013年。", [("2013", "渡口女排首次夺冠")]),
        ("决赛11月22日开打，如有需要，第四回合11月26日继续进行。", [("2025-11-22", "决赛开打")]),
        ("被告人龚某2024年4月承包木工劳务，拖欠工资。", []),
        ("渡口县11月4日检查“五一”假期旅游市场秩序。", [("2025-11-04", "渡口县检查“五一”假期旅游市场秩序")]),
        ("画展筹备就绪，活动11月3日开始筹备。", []),
    ],
)
def test_only_what_takes_place_is_a_row(text: str, expected: list[tuple[str, str]]) -> None:
    assert rows(text) == expected


def test_what_points_means_what_was_told_before_it() -> None:
    text = "方禾在望湖镇育秧中心查看秧苗。该中心2024年10月建成。11月9日，县农技推广中心举办培训班。"
    assert "望湖镇育秧中心建成" in titles(text)
