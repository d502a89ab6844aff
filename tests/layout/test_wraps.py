"""Which line ends are wraps: columns of short paragraphs, ragged lines, headings and rows that end where they end."""

from __future__ import annotations

import pytest

from timeline.layout import flow, split
from timeline.layout.lines import units
from timeline.model import Document


def paragraphs(printed: str) -> list[str]:
    return [unit.text for unit in units(printed)]


def test_chronicle_of_short_paragraphs_set_in() -> None:
    printed = (
        "1998年\n　　3月6日　渡口码头第一座候船\n亭落成。\n　　9月　客运站开出头一趟夜班\n船，每晚一班。\n"
        "2004年\n　　5月　老街石板路翻修工程完\n成。\n"
    )
    assert paragraphs(printed) == [
        "1998年",
        "3月6日　渡口码头第一座候船亭落成。",
        "9月　客运站开出头一趟夜班船，每晚一班。",
        "2004年",
        "5月　老街石板路翻修工程完成。",
    ]


def test_paragraph_ends_where_the_next_word_would_have_stood() -> None:
    printed = (
        "渡口的候船亭昨天重新开放，老人们\n一早就来了，带着茶壶和棋盘，坐到\n中午才散。船工说亭子停用了。\n"
        "新亭子比旧的宽三米，加了扶手和雨\n棚，夜里有灯，末班船开走以后才会\n熄。\n"
    )
    assert [text[:4] for text in paragraphs(printed)] == ["渡口的候", "新亭子比"]


@pytest.mark.parametrize(
    "head",
    ["关于渡口候船亭停用的通知", "发布日期：2021-11-05 来源：渡口镇政府", "2021年渡口候船亭开放时间公布"],
)
def test_first_line_that_is_no_prose_stands_alone(head: str) -> None:
    prose = "因为候船亭的屋顶要翻修，候船亭从下周一起停用，工期一个\n月，等船的乘客请到客运站二楼候船，客运站从早上六点开到\n晚上十点，热水和充电不收费，行李也可以寄存在一楼，取时\n凭票。\n"
    assert paragraphs(f"{head}\n{prose}")[0] == head


def test_ragged_lines_of_prose() -> None:
    printed = "一、渡口路（北门桥至\n东门桥）全封闭，行人走便桥。\n二、末班船提前到8月20\n日前开完，之后停航。\n三、票价不变。\n"
    assert paragraphs(printed) == [
        "一、渡口路（北门桥至东门桥）全封闭，行人走便桥。",
        "二、末班船提前到8月20日前开完，之后停航。",
        "三、票价不变。",
    ]


@pytest.mark.parametrize(
    "printed",
    [
        "一、报名时间和地点\n即日起到候船亭报名。\n二、费用\n免费，请自带茶壶。\n",  # a heading ends with no mark
        "时间:4月4日上午9:30开始，雨天顺延\n地点:渡口镇文化馆二楼，请走北门\n对象:渡口镇的老人，限二十人\n费用:免费\n",
        "6月7日14:00 划船比赛（渡口码头）\n6月14日 棋王争霸赛（候船亭）\n",
    ],
)
def test_lines_that_end_where_they_end(printed: str) -> None:
    assert paragraphs(printed) == printed.splitlines()


def test_dates_at_the_beginning_of_lines_begin_no_paragraph_of_a_column_set_in() -> None:
    printed = (
        "　　1952年，渡口小学改名中心校，\n校舍还是祠堂，课桌是借来的门板，\n1958年才有了第一间砖房，两年以后\n又添了一间。\n"
        "　　如今全校有十二个班，操场刚刚\n铺过，旗杆也是新的。\n"
    )
    assert [text[:5] for text in paragraphs(printed)] == ["1952年", "如今全校有"]


def test_a_signature_goes_on_with_no_sentence() -> None:
    printed = "候船亭的屋顶要翻修，下周一起停用，\n等船的乘客请到客运站二楼候船，那里\n有热水，也可以充电，行李寄存不收费。\n渡口镇人民政府\n2021年11月5日\n"
    assert paragraphs(printed)[1:] == ["渡口镇人民政府", "2021年11月5日"]


def test_fields_that_end_with_no_mark_stay_apart() -> None:
    printed = (
        "电脑派位:7月3日上午10:00,在渡口镇文化馆一楼大厅公开进行,欢迎家长观看\n录取公布:7月4日,在文化馆网站公布\n"
        "停课安排:7月21日候船亭检修用电,停课一天,所缺课时第二天补上\n汇报演出:8月5日19:00,文化馆小剧场\n"
    )
    document = Document("a.txt", "", "text/plain", "utf-8", printed)
    [article] = split(document)
    assert flow(document, article).text == printed.rstrip()
