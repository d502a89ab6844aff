"""What a clause without a subject goes on with: what the clause before it is done to, who asks for it; the page's town only
where towns do such a thing."""

from __future__ import annotations

import pytest

import timeline


def titles(text: str) -> list[str]:
    return [event.title for event in timeline.extract(text, "2025-11-10").events]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        # what was built, made or introduced is what then opens, is revised or spreads
        ("渡口县整修老街，腾出的土地建口袋公园，明年7月开放。", "口袋公园开放"),
        ("县里也把一座110千伏变电站列进了配套清单，预计明年8月送电。", "110千伏变电站送电"),
        ("2009年，渡口县订立试行办法；2013年作了一次修订。", "试行办法作了一次修订"),
        ("去年8月，渡口县在河东镇试点“一村一医”，11月扩大到五个乡镇。", "“一村一医”扩大到五个乡镇"),
        # what befalls a house befalls the one in front of the semicolon
        ("渡口歌墟2008年列入市级非遗名录；2020年至2022年停办三届。", "渡口歌墟停办三届"),
        # who asks for it does it
        (
            "县市场监管局8日提醒，擅自使用商标的，须在12月底前自行清理，2026年1月起开展专项执法。",
            "县市场监管局开展专项执法",
        ),
        ("2022年，镇里筹资180万元启动大修，今年9月通过验收。", "大修通过验收"),
        ("2017年，公司与渡口大学共建实验室，2019年研发出切片。", "公司研发出切片"),
        # a verb that no list holds, over and done
        ("渡口站建于1971年，1996年加建过天桥。渡口站明年扩建。", "渡口站加建过天桥"),
        # what is only said of the house in front of its name
        ("停办客运两年多的渡口火车站12月1日恢复办理客运业务。", "停办客运两年多的渡口火车站恢复办理客运业务"),
        ("下岩便民桥今年4月动工，11月15日通车。", "下岩便民桥通车"),
        ("普通票价二十六元，12月1日起调整为二十八元。", "普通票价调整为二十八元"),
        ("渡口国小11月8日办校庆。去年获补助整修礼堂，明年3月动工。", "礼堂动工"),
        ("渡口国小11月8日办校庆。该校创立于1925年，原名渡口公学校，1946年改为现名。", "渡口国小改为现名"),
        ("会议明确，要办好三件事：城东初中明年3月开工，2027年秋季招生；周转房6月底前交付。", "城东初中招生"),
        ("其中上岩桥、下岩桥已完成设计，明年3月开工。", "上岩桥、下岩桥开工"),
        ("渡口冬捕相传始于辽金，2009年恢复。2016年列入省级非遗。", "渡口冬捕列入省级非遗"),
        (
            "渡口新城污水处理厂二期通水\n渡口新城污水处理厂二期昨日通水。该厂一期2016年5月开工。",
            "渡口新城污水处理厂一期开工",
        ),
        ("渡口城墙始筑于明洪武年间，1982年公布为市级文保单位。", "渡口城墙公布为市级文保单位"),
        ("发起人段玉芬今年68岁，1974年进棉纺厂，2010年退休。", "发起人段玉芬退休"),
        ("小区停车场改造7月启动，明年春节前完成。", "小区停车场改造完成"),
        ("县交通局将启动公路二期，向西延伸到石门镇，计划2026年开工。", "公路二期开工"),
        ("市文物局计划明年建城墙遗址公园，2027年对外开放。", "城墙遗址公园对外开放"),
        # another year's edition has another number
        ("11月8日，第四届渡口稻田艺术节闭幕。艺术节2021年由青年发起。", "渡口稻田艺术节由青年发起"),
        # the whole name, with the verb that is part of it
        ("城乡供水一体化工程2022年启动，2024年底完成主管网铺设。", "城乡供水一体化工程完成主管网铺设"),
        ("渡口至柳岔的旅游公路去年8月动工，2026年底建成。", "渡口至柳岔的旅游公路建成"),
        ("“渡口银针”炒茶大赛在园内开锅，11月24日公布金奖名单。", "“渡口银针”炒茶大赛公布金奖名单"),
        ("被困的23名旅客8日中午转移到青禾中学。", "被困的23名旅客转移到青禾中学"),
        ("渡口茶厂的制茶师傅方小禾又忙起来。他1986年进厂当学徒。", "方小禾进厂当学徒"),
        ("渡口县列了三件事。一是明年3月底前完成全部校舍鉴定。", "完成全部校舍鉴定"),
        # what an assembly decides it does itself
        (
            "市人大常委会听取供水工作报告\n11月7日，渡口市第八届人大常委会第二十次会议举行。\n会议决定，12月开展专题询问。",
            "市人大常委会开展专题询问",
        ),
    ],
)
def test_a_clause_goes_on_with_what_the_one_before_it_tells_of(text: str, title: str) -> None:
    assert title in titles(text)


@pytest.mark.parametrize(
    ("text", "never"),
    [
        # nothing that a town does, nothing that a flood or a sample does
        ("渡口县地处山区。厂子连亏四年。1999年11月停产转让。", "渡口停产"),
        ("渡口县地处山区。特大洪水漫过围堰；6月1日复工复产。", "特大洪水复工"),
        ("渡口县地处山区。成绩名单12月8日前发放。", "渡口成绩名单"),
        # works are not the office's that asked for them, a house named once is not the page's doer
        ("县检察院提起公益诉讼，今年1月达成协议。修复工程5月启动。", "县检察院修复"),
        ("全县教育工作会议召开。城关三小新增学位。会议明确，7月启动教师培训计划。", "城关三小启动"),
        ("致学生家长：秋季学期安排\n报名12月9日截止。", "致学生家长"),
        ("古道始建于宋。上世纪五十年代公路通车后荒废，1998年被重新发现。", "上世纪"),
        ("交安设施12月1日安装完毕，12月8日恢复通车。", "交安设施恢复通车"),
        ("为庆祝3月8日国际妇女节，工会办运动会。", "为庆祝"),
        # a term is no subject
        ("渡口新厂投料，试运行期为三个月，明年2月转入正式运行。", "试运行期转入"),
        # who built it is renamed, not what was built
        ("渡口学校新建教学楼，2024年改名渡口二中。", "教学楼改名"),
        ("11月8日清出一条便道，9日抢通单幅。", "清出一条抢通"),
    ],
)
def test_nothing_else_is_put_in_front(text: str, never: str) -> None:
    assert not any(title.startswith(never) for title in titles(text))
