"""Titles of what long features tell of a life, a firm, a school or a river, and what of that is no event."""

from __future__ import annotations

import pytest

import timeline

LONG = "\n\n渔家的灯火映在河面上，老人们说起旧事，孩子们追着跑。" * 24


@pytest.mark.parametrize(
    ("text", "title"),
    [
        # a firm by the short name that its page uses, not 有限公司; what it makes is not its town's
        (
            "走进渡口县的青禾纺织股份有限公司，机器轰鸣。青禾纺织的订单排到年底。2004年，公司投资两千万元，引进新机器。"
            + LONG,
            "青禾纺织投资两千万元",
        ),
        (
            "走进渡口县的青禾纺织股份有限公司，机器轰鸣。青禾纺织有三百名工人。2010年，企业建成省级企业技术中心。"
            + LONG,
            "青禾纺织建成省级企业技术中心",
        ),
        ("渡口纺织的前身是渡口县第二棉纺厂，1985年10月建成投产。", "渡口县第二棉纺厂建成投产"),
        # 一所学校 is no name
        ("# 百年渡口书院\n\n渡口书院的钟还在。1951年，学校迁回原址。“一所学校，两代人。”有人说。", "渡口书院迁回原址"),
        # 他 and 她, to whom something is done or who did it
        (
            "木匠方小禾记得，那年方小禾三十岁。2021年9月，县职业中专聘请他担任兼职教师。" + LONG,
            "县职业中专聘请方小禾担任兼职教师",
        ),
        (
            "教师方小禾记得，方小禾教过三代人。2011年，他把毕生积蓄60万元捐给学校，设立“青禾奖学金”。" + LONG,
            "方小禾设立“青禾奖学金”",
        ),
        (
            "方小禾笑了，方小禾回忆起往事。“那年春节是1996年春节，1996年，我在厂门口卖过对联。”时任副厂长的方小禾说。"
            + LONG,
            "方小禾在厂门口卖过对联",
        ),
        ("“90后”大学生方小禾回村了。2020年，“90后”大学生方小禾辞掉工作，办起了服务站。" + LONG, "方小禾办起了服务站"),
        # what was learnt, measured, walked; with whom it was done
        ("2013年10月，方小禾才得知，12间商铺被抵押给了银行。", "方小禾才得知12间商铺被抵押给了银行"),
        ("2010年的一次检测显示，渡口江水质仍为劣Ⅴ类。", "检测显示渡口江水质仍为劣Ⅴ类"),
        ("1938年10月，县城沦陷前夕，方小禾率领师生216人西迁，徒步43天，抵达山区。", "方小禾率领师生216人西迁"),
        (
            "1966年冬天，老支书方小禾带着86名村民，用钢钎和铁锤在崖上凿路。",
            "老支书方小禾带着86名村民用钢钎和铁锤在崖上凿路",
        ),
        # what is gone, and what stands there now
        ("渡口公园所在的地方，原来是一家电镀厂，2017年拆除，2019年5月建成开放。", "电镀厂拆除"),
        ("渡口公园所在的地方，原来是一家电镀厂，2017年拆除，2019年5月建成开放。", "渡口公园建成开放"),
        ("渡口至青溪高速公路正式开工，在村口设一个互通，计划2026年通车。", "渡口至青溪高速公路通车"),
        # which court
        (
            "方某向渡口区法院起诉。2021年4月，渡口市中院公开开庭。同年11月，法院以诈骗罪判处方某有期徒刑十二年。",
            "渡口市中院以诈骗罪判处方某有期徒刑十二年",
        ),
        ("2015年3月，渡口市中院以事实不清为由，裁定发回重审。", "渡口市中院裁定发回重审"),
        ("2020年初，疫情来袭，粮库用七天腾出一座新仓。" + LONG, "粮库用七天腾出一座新仓"),
    ],
)
def test_titles_of_lives_told(text: str, title: str) -> None:
    assert title in [event.title for event in timeline.extract(text).events]


@pytest.mark.parametrize(
    "text",
    [
        "走进车间，纱锭飞转。主任说，30年前，这里用工要八百人。",
        "而在2006年以前，去镇上要走整整一天。",
        "1958年那个夏天以后的三十六年，他没有离开过。",
        "钟身上铸着八个字：“光绪三十年 渡口书院”。",
        "编者按：渡口一中建校了。本报2024年9月2日起推出系列报道。",
        "“2012年，我们都不容易。”有人说。",
        "6月的渡口村，云雾刚散，一辆辆皮卡车满载着李子驶出山口。" + LONG,
    ],
)
def test_how_things_were_and_what_never_was_are_no_events(text: str) -> None:
    assert [event.title for event in timeline.extract(text, published="2024-06-22").events] == []


@pytest.mark.parametrize(
    "text",
    [
        "30年前，渡口县第一座水厂在这里投产。",
        "年底前要再完成74部电梯的加装。",
        "2006年以前，渡口县建成三座水库。",
        "6月的渡口村，云雾刚散。6月28日，李子节在渡口村开幕。",
    ],
)
def test_what_was_done_long_ago_or_by_a_day_is_told(text: str) -> None:
    assert timeline.extract(text, published="2024-06-22").events
