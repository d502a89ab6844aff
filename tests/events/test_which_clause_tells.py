"""Which clause of a statement its title is made of, whoever its verbs are known to, and who does what a clause tells by its form."""

from __future__ import annotations

import pytest

import timeline
from timeline.events.chosen import telling


def titles(text: str) -> list[str]:
    return [event.title for event in timeline.extract(text, "2025-11-10").events]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        # the clause with the time, and not what came along with it
        ("今年9月，渡口隧道贯通，去往市区的车程缩短到40分钟。", "渡口隧道贯通"),
        ("2003年，县里把茶站并给茶叶公司，12名老技工提前办了内退。", "县里把茶站并给茶叶公司"),
        ("10日3时12分，青石沟暴发山洪，冲毁民房7间。", "青石沟暴发山洪"),
        ("青石街一带由17日晚上八时起划为步行区，途经的7条巴士路线临时改道。", "青石街一带划为步行区"),
        ("31路自12月10日起加密班次，高峰间隔由12分钟压缩到8分钟。", "31路加密班次"),
        # but what is told solemnly, or is the name of it all
        ("11月18日上午，六台联合收割机停在田埂上，全县晚稻机收正式开镰。", "全县晚稻机收正式开镰"),
        ("11月9日，戏台边丝竹齐鸣，首届渡口器乐节开幕。", "首届渡口器乐节开幕"),
        ("1921年，徽商方和带着伙计来到渡口，租下两间门面。", "方和租下两间门面"),
        ("2023年，渡口米粉卖出了86万份，销售额突破一千万元。", "渡口米粉销售额突破一千万元"),
        # who stands in front of the time does it, whatever it is
        ("县长方小禾赴议会报告。他表示，县立图书总馆去年12月发包。", "县立图书总馆发包"),
        ("石桥段住宅去年8月流标两次，今年1月改采统包后决标。", "石桥段住宅改采统包后决标"),
        # 到 with where one goes stays, and so does 还 that pays back
        # two clauses keep their pause, and what is too long goes without amid what it was
        ("2021年5月书店开门，首月卖书三千册。", "书店开门，首月卖书三千册"),
        (
            "12月13日，渡口海关在一票申报为“五金件”的出口货物中查出假冒轴承2.4万套，案值310万元。",
            "渡口海关查出假冒轴承2.4万套",
        ),
        # neither where a round was held nor on what terms
        ("15日进行的八强战中，卫冕冠军渡口队出局。", "卫冕冠军渡口队出局"),
        ("遇雨雪天气，作业顺延至11月14日。", "作业顺延"),
        ("今年5月村民代表会议议定，每户每年出20元设维护金。", "村民代表会议议定每户每年出20元设维护金"),
        ("会议议定：一、水利局11月18日前调来泵车12台；二、青石渠11月20日开闸。", "水利局调来泵车12台"),
        ("渡口米粉铺后年春天到省城开第一家分店。", "渡口米粉铺到省城开第一家分店"),
    ],
)
def test_the_clause_that_tells(text: str, title: str) -> None:
    assert title in titles(text)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        # acts by their form
        ("渡口县蚕桑站成立于1958年，只有草房。1989年添置两台烘茧机。", "渡口县蚕桑站添置两台烘茧机"),
        ("三名技术员凑了80万元，2003年重新点火。", "三名技术员重新点火"),
        # whose officer tells what will be done does it
        ("芦塘街道党工委书记方小禾介绍，明年5月前建起积分超市。", "芦塘街道建起积分超市"),
        (
            "管理站站长方小禾说，12月1日起核心区外围拉设围网，12月中旬请专家做一次越冬鸟类普查。",
            "管理站请专家做一次越冬鸟类普查",
        ),
        (
            "东滩镇打通断头路\n东滩镇镇长方小禾说，路灯明年元旦前装齐，明年6月前再补种行道树430棵。",
            "东滩镇补种行道树430棵",
        ),
        # persons whom a short page names again, whatever their names end with
        (
            "11月7日，58岁的大户方国才第一次打药。\n方国才17岁学开拖拉机，1993年买下联合收割机。2001年他丢了两根手指。",
            "方国才丢了两根手指",
        ),
        ("17岁的方国才笑了。\n方国才学开拖拉机，1993年买下联合收割机，2015年扩到一千亩。", "方国才扩到一千亩"),
        ("返乡青年方小禾打算明年7月腾出西仓办农具展，年底再添一个剧场。", "返乡青年方小禾添一个剧场"),
        ("听证代表10月31日报名，11月17日抽取。", "听证代表抽取"),
        ("渡口制泵厂的四十年 —— 记渡口制泵厂\n大门在江边。1965年迁到现址。", "渡口制泵厂迁到现址"),
        # what was founded goes on with its life, and what is built with its own
        (
            "11月7日，渔政码头入列两艘新船。船队组建于1987年，只有一条木壳船。1995年换成铁壳快艇。",
            "船队换成铁壳快艇",
        ),
        ("查验场启用了。查验场占地35亩，今年8月通过总署验收。", "查验场通过总署验收"),
        ("11月9日，海岭茶场的鲜叶坐上冷藏车。场长方小禾回忆，2008年以前靠肩挑，2013年修了索道。", "海岭茶场修了索道"),
        ("石碑立于清代道光九年。1985年让人贩卖到外地。", "石碑让人贩卖到外地"),
        ("第二座天桥跨越迎宾路，方案上周公示，明年暑期建成。", "第二座天桥建成"),
        ("天桥连接车站和广场，去年12月打桩，今年4月完成墩柱。", "天桥完成墩柱"),
        ("2025年4月被执行人转移车辆一台，7月被列入失信名单。", "被执行人被列入失信名单"),
        ("渡口小学在山坳里。学校1968年由村民捐工盖起。", "渡口小学由村民捐工盖起"),
        # 她 is who was described last
        (
            "方长根2006年摔伤了腰。2008年，在外地做电工的方小禾回家接手。2015年她注册“三代”商标。方小禾笑了。",
            "方小禾注册“三代”商标",
        ),
    ],
)
def test_who_does_it(text: str, title: str) -> None:
    assert title in titles(text)


@pytest.mark.parametrize(
    ("text", "never"),
    [
        # no thing does anything to another one, and the officer who tells it does not do what befalls
        ("高考成绩6月24日揭晓，6月27日起填报志愿。", "高考成绩填报"),
        ("气象台台长方小禾说，21日仍有大风，22日转晴。", "气象台转晴"),
        # what comes to a street is not part of its name
        ("7时15分，河水漫上老街。12日，电力公司抢通三条线路，老街恢复供电。", "河水漫上老街恢复"),
        # nor is a town a person
        ("张家界办灯会。张家界8:30至12:00管制。11月12日他回到渡口。", "张家界回到"),
        # what is planned and with what is done to it is no subject
        ("县里打算把人气聚起来：12月10日办雪梨擂台赛。", "县里打算把人气办"),
        # nobody is called like a place
        ("白石滩在江边。守水的白石滩老站还在。1961年他结了婚。", "白石滩结了婚"),
    ],
)
def test_nobody_else_does_it(text: str, never: str) -> None:
    assert not any(title.startswith(never) for title in titles(text))


def test_a_count_that_goes_up_is_told_and_not_the_days_of_the_count() -> None:
    parts = ["渡口实行免费停车政策假期结束", "渡口景区客流量比以往增长29%", "共接待游客3万人"]
    assert telling(parts, "增长", 0, led=True) == 1
    assert telling([parts[0], "县里免去停车费"], "免去", 0, led=True) == 0
