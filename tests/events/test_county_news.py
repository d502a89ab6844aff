"""Rows of a county paper's news: who did it and of what it was, where, and what of it is only scenery."""

from __future__ import annotations

import pytest

import timeline
from timeline.events.home import home_of
from timeline.query import SHOWN_KINDS, SHOWN_SALIENCE


def printed(text: str, published: str = "2025-11-20") -> list[tuple[str, str | None]]:
    """The titles and places of what is printed of a page."""
    events = timeline.extract(text, published).events
    return [(e.title, e.place) for e in events if e.kind in SHOWN_KINDS and e.salience >= SHOWN_SALIENCE]


def titles(text: str, published: str = "2025-11-20") -> list[str]:
    return [title for title, _ in printed(text, published)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a clause of two characters has the person of the clause before it; a year behind a person dates what he did
        (
            "方小禾1954年接过父亲的船桨，1958年进了航运站，1969年下放回村，1973年才回站。",
            ["方小禾接过父亲的船桨", "方小禾进了航运站", "方小禾下放回村", "方小禾回站"],
        ),
        ("方小禾1978年考上师范学院，毕业后回渡口任教，直到2011年退休。", ["方小禾考上师范学院", "方小禾退休"]),
        # what speaks of something else is not told of him
        ("方小禾1958年进了航运站，1982年航运站解散。", ["方小禾进了航运站", "航运站解散"]),
        # 文件把 is nobody
        ("市里的文件把2011—2015年看作关键期。", []),
    ],
)
def test_a_person_does_what_follows_in_the_sentence(text: str, expected: list[str]) -> None:
    assert titles(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "停产近四年的渡口县青禾茶厂，11月10日上午重新开机。青禾茶厂有工人百余名，青禾茶厂的茶好。",
            "青禾茶厂重新开机",
        ),
        # a county stays where the page has no shorter name
        ("渡口县青禾茶厂11月10日上午重新投产。", "渡口县青禾茶厂重新投产"),
        (
            "该校有学生四千人。渡口县职教中心2009年组建，2023年9月，该校与渡口集团共建学院。",
            "渡口县职教中心与渡口集团共建学院",
        ),
        ("渡口县环湖旅游公路起于东门口，止于白鹭洲，2023年8月动工。", "渡口县环湖旅游公路动工"),
        (
            "11月9日，渡口县环湖旅游公路全线贯通。\n县交通局局长方禾表示，目前正在安装护栏，明年元旦正式通车。",
            "渡口县环湖旅游公路正式通车",
        ),
        ("11月13日，从在云城举行的技能大赛传来喜讯，渡口中学学生方小禾获得一等奖。", "渡口中学学生方小禾获得一等奖"),
        ("11月13日，渡口中学学生方小禾带着喜讯回校，参加座谈会。", "渡口中学学生方小禾参加座谈会"),
    ],
)
def test_who_acts_is_told_by_the_name_of_the_page(text: str, expected: str) -> None:
    assert expected in titles(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("市民反映渡口路口的信号灯不亮。11月18日晚，交警部门完成修复。", "交警部门修复信号灯"),
        ("# 渡口路口信号灯修好了\n\n市民致电本报。11月18日晚，交警部门完成修复。", "交警部门修复渡口路口信号灯"),
        ("11月18日晚，施工队完成渡口桥修复。", "施工队完成渡口桥修复"),
        (
            "11月15日上午，市政府新闻办召开新闻发布会。会上，方禾介绍，第三届渡口灯会将于12月1日举行。",
            "市政府新闻办召开第三届渡口灯会新闻发布会",
        ),
        ("11月15日上午，市政府新闻办召开新闻发布会。会上，记者踊跃提问。", "市政府新闻办召开新闻发布会"),
        ("今年渡口市安排800万元发放消费券，分三批投放，首批11月25日上线。", "首批消费券上线"),
        ("灯会首批展品11月25日到馆，首批11月28日展出。", "首批展出"),
        ("民俗巡游安排在11月29日、30日两天。", "民俗巡游"),
    ],
)
def test_of_what_it_was_is_told(text: str, expected: str) -> None:
    assert expected in titles(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("11月18日，63岁的村民覃大叔突发胸痛，从进医院到血管开通只用了52分钟。", []),
        ("11月18日，渡口医院胸痛中心开通绿色通道。", ["渡口医院胸痛中心开通绿色通道"]),
        ("11月17日，在渡口市场买菜的居民方女士感慨。", []),
        ("11月17日，一位老顾客从云城赶回来，连吃了三碗。", []),
        ("2023年12月，渡口镇自2017年起举办登高活动，2020年至2022年因疫情停办。", ["登高活动因疫情停办"]),
        ("市公交公司同时宣布，12月1日起执行冬季时刻表。", ["市公交公司执行冬季时刻表"]),
        ("“空中农场”建在楼顶，由学校和镇里共建，今年3月12日揭牌。", ["“空中农场”揭牌"]),
        ("收获的番薯将用于12月7日举行的校园美食节。", ["校园美食节"]),
        ("渡口市场建于1998年，占地4200平方米。", ["渡口市场建成"]),
        (
            "渡口市场有摊位310个。渡口市场建在老街，渡口市场老旧。今年5月，街道办启动改造，投入380万元，9月28日重新开业。",
            ["街道办启动改造", "渡口市场重新开业"],
        ),
        ("渡口图书分馆由原办公楼改造而成，面积3200平方米，去年5月动工。", ["渡口图书分馆动工"]),
        ("安澜桥始建于1821年，1936年由乡绅捐资重建，是渡口的桥。", ["安澜桥始建", "安澜桥由乡绅捐资重建"]),
        ("城北派出所成立于1984年，2020年被命名为“枫桥式公安派出所”。", ["城北派出所被命名为“枫桥式公安派出所”"]),
        ("主教练方禾已执教22年，明年7月她将退休。", ["主教练方禾退休"]),
        ("11月10日，大家投票通过了停车收费方案，自12月1日起试行。", ["停车收费方案试行"]),
        ("下期“板凳会”定于12月10日，主题是加装电梯。", []),
        (
            "渡口救助站自11月1日起启动“送温暖”专项行动，至明年3月31日结束。",
            ["“送温暖”专项行动结束"],
        ),
        ("昨日在体育中心落幕的第二十届渡口排球赛上，渡口女排以3比1逆转对手。", ["渡口女排以3比1逆转对手"]),
        ("10月21日开赛首日，小将方禾以2比0战胜卫冕冠军。", ["小将方禾以2比0战胜卫冕冠军"]),
    ],
)
def test_titles_of_short_news(text: str, expected: list[str]) -> None:
    assert [title for title in titles(text) if title in expected or not expected] == expected


def test_what_a_county_asks_for_at_a_meeting_in_a_township_is_not_that_townships() -> None:
    text = "11月17日，全县冬修水利现场会在望湖镇召开。县长方禾强调，确保12月20日前完成主干渠清淤。"
    assert titles(text) == ["全县冬修水利现场会在望湖镇召开", "完成主干渠清淤"]
    text = "11月17日，望湖镇冬修水利现场会召开。会议要求，12月20日前完成主干渠清淤。"
    assert titles(text)[-1] == "望湖完成主干渠清淤"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("11月8日中午，渡口村食堂飘出饭香，54位老人围坐用餐。", []),
        ("11月8日中午，渡口村食堂开业，54位老人用餐。", ["渡口村食堂开业"]),
        ("“比赛前一个月，我们天天练。”方禾说。前一个月，渡口中学开办训练班。", ["渡口中学开办训练班"]),
    ],
)
def test_scenery_is_no_event(text: str, expected: list[str]) -> None:
    assert titles(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("11月20日，方小禾家住的凤尾乡金竹坪，通上了自来水。青禾茶厂1972年建在凤尾乡金竹坪。", "凤尾乡金竹坪"),
        ("11月10日，青禾茶厂在凤尾乡重新投产。", "凤尾乡"),
        ("11月10日，卫生组在我县望湖镇检查。", "望湖镇"),
        ("11月10日，义诊在我县人民医院举行。", "县人民医院"),
        # a public square is set in a town; what was done long ago was not done in it
        ("11月15日，渡口菊展在东湖公园开幕。1978年，方小禾考上师范学院。", None),
        ("11月15日，渡口菊展在东湖公园开幕，1987年创办。", "东湖公园"),
        ("到今年年底，渡口镇将实现幸福食堂全覆盖。", "渡口镇"),
    ],
)
def test_where_it_was(text: str, expected: str | None) -> None:
    assert expected in [place for _, place in printed(text)]


@pytest.mark.parametrize(
    ("text", "home"),
    [
        # where its team plays, whom its county signs with, and whose farmer speaks, are not where a page is set
        ("我市代表队11月10日在云州市体育馆获得三金。方禾11月12日加入市体校。", ""),
        ("云州市代表队11月10日在云州市体育馆获得三金。", "云州"),
        ("我市11月12日降温，全市抢收柑橘。望湖镇果农方禾说。", ""),
        ("望湖镇11月12日降温，望湖镇果农方禾说。", "望湖"),
        ("11月12日，县人大常委会第三十次会议举行，会前视察了第二水厂。该水厂去年9月开工。", ""),
        ("11月12日，第二水厂通水，该水厂去年9月开工。", "第二水厂"),
    ],
)
def test_where_a_page_is_set(text: str, home: str) -> None:
    assert home_of(text) == home
