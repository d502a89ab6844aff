"""Each kind of evidence: a text that has it, what it allows, and look-alikes that must not have it."""

from __future__ import annotations

import pytest
from dated_texts import dct_of, dcts

from timeline.dating.days import of_edtf
from timeline.read import read_text
from timeline.render.reasons import reason

#: kind, text, the date that comes out of it ("" for undated)
GIVES = [
    ("masthead", "青石日报 2025年6月11日 星期三 农历乙巳年五月十六\n\n青石镇的新桥昨日合龙。", "2025-06-11"),
    ("masthead", "2025年06月11日 第03版：要闻\n\n青石镇的新桥昨日合龙。", "2025-06-11"),
    ("published-line", "青石镇的新桥昨日合龙。\n\n发布时间：2025-06-11 09:30", "2025-06-11"),
    ("published-line", "青石镇的新桥昨日合龙。\n\n发布日期: 2025年6月11日", "2025-06-11"),
    ("published-line", "新桥昨日合龙\n\n2025-06-11 09:30 来源：青石日报\n\n青石镇的新桥昨日合龙，年底通车。", "2025-06-11"),
    ("signature", "停水通知\n\n停水时间：下周三8:00至17:00\n\n青石镇水厂\n\n2025年6月10日", "2025-06-10/2025-06-25"),
    ("dateline", "新华社远城6月10日电 港口恢复夜航。2025年新城杯足球赛昨日开幕，现场坐满了人。", "2025-06-10/2025-06-15"),
    ("dateline", "本报2025年6月10日讯 港口恢复夜航。", "2025-06-10/2025-06-13"),
    ("this-week", "本周六，登山活动将在北山举行。活动时间为4月26日（星期六）上午，请带水。2025年登山节现场还有抽奖。", "2025-04-21/2025-04-25"),
    ("weekday", "渡口将于6月15日（星期日）停航一天。2025年渡口修缮活动昨日启动。", "2024-12-17/2025-06-15"),
    ("lunar", "某网2月11日消息 2月14日（农历正月十五）晚上，河边放灯。", "2014-02-11/2014-02-16"),
    ("holiday-guide", "春节期间去哪儿？1月28日（除夕）至2月4日（正月初七），镇图书馆天天开门。", "2024-12-29/2025-01-28"),
    ("festival-near", "元旦临近，渡口公布班次：12月30日通知，2025年12月31日末班船推后一小时。", "2025-12-30/2026-01-02"),
    ("festival-today", "今天是元旦，老码头上人来人往。“十五五”开局之年，渡口要添新船。", "2026-01-01"),
    ("festival-over", "就在刚结束的国庆中秋假期，老街接待了三万人。“十四五”规划收官之年，老街还要再修一次。", "2025-10-08/2025-10-17"),
    ("lunar-year", "农历乙巳年的第一场雪落在昨天，2月19日，镇上的孩子都出来了。", "2025-02-20"),
    ("last-year", "去年10月15日，新桥开工。2024年10月15日那天下着雨，来的人不多。4月2日，新桥通报了进展。", "2025-04-02/2025-04-30"),
    ("figures", "截至2026年3月，全镇有商铺三千家。2026年一季度新增商铺455家，同比增长三成。", "2026-04/2026-06"),
    ("newest-figures", "2026年上半年，全镇新增商铺455家，同比增长三成。", "2026-07/2026-12"),
    ("yearly-figures", "到2022年底，全镇商铺达26家，同比增长21%。4月22日，商会主持召开年会并公布了名单。", "2023-04-22/2023-05-20"),
    ("plan", "“十四五”收官之年，全镇上下正在修桥。", "2025"),
    ("plan", "站在“十五五”开局之年，全镇上下正在修桥。", "2026"),
    ("jubilee", "今年是新中国成立70周年，镇上的老人聚在一起唱歌。", "2019"),
    ("years-ago", "70年前，镇子还是个渔村，1949年10月有了第一所学校。", "2019"),
    ("month-scene", "五月，河边的柳树绿了。原来，2026年5月，镇里开了第一家书店。", "2026-05"),
    ("month-scene", "7月的小城，处处是蝉声。2025年消夏活动昨日启动，现场很热闹。", "2025-07"),
    ("this-month", "记者9日从镇里获悉，大会9月24日至26日召开，9月16日前可报名，本月底出结果。2014年读书活动昨日启动。", "2014-09-09/2014-09-12"),
    ("edition", "2020年第一季度集中开工仪式3月26日举行，三座桥同时动工。", "2020-03-26/2020-04-23"),
    ("season", "今年10月27日至明年3月29日，渡口执行2013/2014年冬春季班次。", "2013"),
    ("holiday-arrangement", "2019年哪天放假，有答案了。有关部门印发通知，作出安排。", "2018-10-15/2018-12-31"),
    ("in-force", "近日，镇里出台办法。该办法自2025年7月9日起施行，有效期至2030年7月8日。7月的小镇，正在热起来。", "2025-07-09/2025-07-31"),
    ("rule-issued", "镇政府昨天发出通知，新标准2013年7月1日起执行。", "2012-12-30/2013-08-31"),
    ("from-now", "本报9月9日讯 读书会即日起至2025年9月16日可以报名。", "2025-09-09/2025-09-12"),
    ("as-of", "截至8月15日，一期已完成八成。2017年重点工程推进会昨日举行。", "2017-08-15/2017-09-29"),
    ("holiday-end", "自9月22日开业至10月8日假期结束，书店售出两千本书。“十四五”规划收官之年，书店开业。10月的小镇，桂花开了。", "2025-10-09/2025-10-31"),
    ("coming-day", "大会将于11月5日开幕。今年是新中国成立70周年，大会以此为主题。", "2019-05-09/2019-11-05"),
    ("told-as-coming", "新桥预计2026年底完工。“十五五”开局之年，桥要修好。", "2026"),
    ("news-day", "2020年10月28日，镇政府发布公告，征求意见。截至今年9月底，全镇有商铺26家。", "2020-10-28/2020-11-25"),
    ("news-day", "2026年读书季的日程3月6日在新闻发布会上揭晓。", "2026-03-06/2026-04-03"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "text", "expected"), GIVES, ids=[f"{kind}-{n}" for n, (kind, _, _) in enumerate(GIVES)]
)
def test_evidence(kind: str, text: str, expected: str) -> None:
    dct = dct_of(text)
    assert kind in {evidence.kind for evidence in dct.evidence if evidence.used}
    assert str(dct.date) == expected


@pytest.mark.parametrize(
    ("kind", "text", "expected"), GIVES, ids=[f"{kind}-{n}" for n, (kind, _, _) in enumerate(GIVES)]
)
def test_evidence_is_traceable(kind: str, text: str, expected: str) -> None:
    for evidence in dct_of(text).evidence:
        assert reason(evidence, "zh") and reason(evidence, "en")
        assert "…" not in reason(evidence, "en")
        assert 0 < evidence.weight <= 1
        if evidence.span:
            assert evidence.span.of(text) == evidence.words
        assert of_edtf(evidence.edtf)


#: Looks like evidence of that kind, and is none.
LACKS = [
    ("masthead", "活动时间：2025年6月11日 星期三\n\n请带好雨具。"),
    ("masthead", "大会定于2025年6月11日 星期三 上午举行。"),
    ("published-line", "活动时间：2025年6月11日"),
    ("signature", "2025年6月10日\n\n新桥开工。那天下着雨，来的人不多，只有几个老船工。"),
    ("published-line", "2025-06-11新桥合龙，2025-12-20通车。"),
    ("dateline", "他说，4月22日电影开拍。"),
    ("this-week", "每周六有集市，4月26日（星期六）也有。"),
    ("weekday", "2025年4月26日（星期六）有集市。"),
    ("festival-today", "今天，五一广场搭起了台子。"),
    ("festival-today", "昨日，七一路通车。"),
    ("festival-near", "为国庆路铺新石板。"),
    ("last-year", "去年10月15日新桥开工，2024年9月3日有过一次会。"),
    ("figures", "2020年上半年完成试运营评审。"),
    ("figures", "力争2026年一季度新增商铺455家。"),
    ("figures", "新接的订单已排到三季度。"),
    ("yearly-figures", "2025年，全镇计划新增商铺30家。"),
    ("plan", "“十二五”时期是关键期。"),
    ("jubilee", "他捐出了新中国成立70周年纪念章。"),
    ("month-scene", "去年五月，河边的柳树绿了。"),
    ("month-scene", "7月的一天，他来了。"),
    ("this-month", "本月开门。4月3日讲座，5月6日停办。"),
    ("in-force", "近日，镇里出台办法，自2025年8月1日起施行。"),
    ("in-force", "该办法将自2025年7月9日起施行。"),
    ("as-of", "报名截至8月15日，共30个名额。"),
    ("told-as-past", "到2027年，全镇商铺同比增长一成。"),
    ("told-as-past", "新标准2013年7月1日起执行，比上年提高了。"),
    ("told-as-coming", "当时计划2012年建成。"),
    ("news-day", "70年前，1949年10月1日，镇上升起红旗。"),
    ("news-day", "10月15日将开幕的读书会，请了三位作家。"),
    ("edition", "2025年度总结大会昨日举行。"),
    ("coming-day", "演出原定于3月6日举行，现取消。"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "text"), LACKS, ids=[f"{kind}-{n}" for n, (kind, _) in enumerate(LACKS)])
def test_no_evidence(kind: str, text: str) -> None:
    assert kind not in {evidence.kind for evidence in dct_of(text).evidence}


def test_an_address_dates_its_text() -> None:
    dct = dct_of("新桥昨日合龙。", url="https://news.example.cn/html/2025-06/11/content_1.htm")
    assert str(dct.date) == "2025-06-11"
    assert [(evidence.kind, evidence.span) for evidence in dct.evidence] == [("url", None)]


def test_a_text_contradicts_its_address() -> None:
    dct = dct_of(
        "青石日报 2025年6月11日 星期三 农历乙巳年五月十六\n\n新桥昨日合龙。",
        url="https://news.example.cn/2019/03/04/1.htm",
    )
    assert str(dct.date) == "2025-06-11"
    assert [evidence.kind for evidence in dct.evidence if not evidence.used] == ["url"]


def test_a_policy_s_dates_do_not_date_the_page() -> None:
    dct = dct_of("该规划期限为2020年至2035年。\n\n© 2008-2024 青石报社 版权所有")
    assert dct.date is None
    assert dct.reason


def test_given_is_the_date_and_what_contradicts_it_is_kept() -> None:
    text = "青石日报 2025年6月11日 星期三 农历乙巳年五月十六\n\n新桥昨日合龙。"
    dct = dct_of(text, published="2024-06-11")
    assert str(dct.date) == "2024-06-11"
    assert [(e.kind, e.weight, e.used) for e in dct.evidence] == [("published", 1.0, True), ("masthead", 0.93, False)]


def test_revised_is_no_earlier_than_published() -> None:
    dct = dct_of("新桥昨日合龙。\n\n发布时间：2025-06-11\n\n更新时间：2025-06-13")
    assert str(dct.date) == "2025-06-11"
    assert all(evidence.used for evidence in dct.evidence)


def test_an_article_whose_own_dateline_is_overruled_keeps_its_own_date() -> None:
    text = "新桥合龙\n\n本报2025年6月11日讯（记者 王小明）新桥合龙。\n\n渡口停航\n\n本报2025年7月2日讯（记者 李雷）渡口停航。"
    assert [str(dct.date) for dct in dcts(read_text(text))] == ["2025-06-11/2025-06-14", "2025-07-02/2025-07-05"]
