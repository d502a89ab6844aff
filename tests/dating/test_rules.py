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
    ("masthead-two", "青石日报 2025年6月11日 星期三 农历乙巳年五月十七\n\n青石镇的新桥昨日合龙。", "2025-06-11"),
    ("masthead-doubtful", "青石日报 2025年6月11日 星期四\n\n青石镇的新桥昨日合龙。", "2025-06-05/2025-06-17"),
    ("today-is", "昨日（6月10日），青石镇的新桥合龙。2025年桥梁展览现场来了不少人。", "2025-06-11"),
    ("today-is", "2025年6月12日（明天），渡口停航一天。", "2025-06-11"),
    ("today-lunar", "今天是农历五月初五，江上赛起龙舟。2025年龙舟赛现场坐满了人。", "2025-05-31"),
    ("this-week", "本周末（6月14日、15日），集市照常。2025年集市节首次设夜市。", "2025-06-08/2025-06-14"),
    ("weekend", "6月14日、15日周末，渡口加开班次。今年（2025年）渡口添了新船。", "2025-01-01/2025-12-13"),
    ("bare-weekday", "14日（周六）停水。昨日，2025年6月10日，水厂贴出通知。", "2025-06-11"),
    ("countdown", "距离2025年8月8日运动会开幕还有20天，场馆都备好了。", "2025-07-18/2025-07-20"),
    ("countdown", "倒计时100天！2025年8月8日，运动会就要开幕。", "2025-04-29/2025-05-01"),
    ("year-is", "今年（2025年）集市推迟，明年再办大的。", "2025"),
    ("years-ago-today", "十年前的今天，2015年6月11日，渡口停航，大桥通车。", "2025-06-11"),
    ("years-ago-today", "今天是大桥通车二十周年纪念日。2005年6月11日，大桥通车。", "2025-06-11"),
    ("bare-day", "6月10日，新桥合龙了。今年（2025年）还有两座桥要修。", "2025-06-10/2025-07-08"),
    ("coming-date", "花会将于2025年6月20日开幕，组委会公布了名单。", "2024-07-25/2025-06-20"),
    ("day-before", "10日晚，桥务处给出通车时间：2025年6月20日上午9时。", "2025-06-10/2025-06-13"),
    ("between", "老船工于2025年6月10日凌晨逝世。告别仪式定于6月14日上午举行。", "2025-06-10/2025-06-14"),
    ("event-day", "县里的读书月11月30日启动。今年（2025年）的书目有一百种。", "2025"),
    ("congress-over", "党的二十大胜利闭幕后，镇里组织了三场宣讲。", "2022-10-22/2023-03-21"),
    ("figures", "本报11月17日讯 会上通报了2022年1—10月全市安全形势。", "2022-11-17/2022-11-20"),
    ("run", "渔具展定于11月12日至2026年2月28日举行。", "2025-05-16/2025-11-12"),
    ("term", "6月10日，县里公布了示范村名单，六个村入选。期限为2025年5月至2028年4月。", "2025-06-10/2025-07-08"),
    ("timetable", "渡轮换季了。今年6月10日至10月8日，渡口执行夏秋季时刻表。今年（2025年）多了两班。", "2025-06-10/2025-07-05"),
    ("now-in-force", "《渡口管理办法》已经施行。办法2025年4月2日公布，6月10日起施行。", "2025-06-10/2025-07-08"),
    ("school-term", "2025—2026学年第一学期开学，镇中心小学来了三十名新生。", "2025-07/2026-02"),
    ("age", "1950年出生的老船工今年75岁。今年（2025年）他还在撑船。", "2025"),
    ("founded", "镇图书馆开馆30周年，办了一场旧书展。图书馆1995年开馆。", "2025"),
    ("plenum", "镇里学习贯彻党的二十届三中全会精神。“十四五”收官之年，还要再修一座桥。", "2025"),
    ("congress-ahead", "喜迎党的二十大，镇里办了一场歌会。2022年歌会首次设分会场。", "2021-12-20/2022-10-22"),
    ("congress-term", "省第十四届人大常委会第五次会议表决通过了条例，11月1日起施行，条例已经施行。", "2023-11-01/2023-11-29"),
    ("holiday-notice", "2025年放假安排来了。国务院办公厅日前发布通知，作出安排。", "2024-11-12/2024-12-03"),
    ("spring-travel", "1月14日，春运启动，渡口加开了班次。今年（2025年）渡口添了新船。", "2025-01-14/2025-02-11"),
    ("festival-figures", "昨天是中秋节。2025年中秋假期，渡口接待游客三千人。", "2025-10-07"),
    ("figures-month", "11月份，镇上粮价同比上涨3.1%。今年（2025年）粮食丰收。", "2025"),
    ("weekday", "渡口將於6月15日（星期日）停航一天。2025年渡口修繕活動昨日啟動。", "2024-12-17/2025-06-15"),
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
    ("today-is", "他在日记里写道：今天是1985年6月10日，新桥通车。"),
    ("today-is", "昨日，6月14日至15日的集市公布了摊位。"),
    ("today-lunar", "旧历书上说，“今天是农历五月初五”。"),
    ("this-week", "每周末集市，6月14日起。"),
    ("bare-weekday", "6月14日（周六）停水，6月21日（周六）也停。"),
    ("countdown", "距离开学还有10天。"),
    ("years-ago-today", "十年前的今天，渡口停航。"),
    ("bare-day", "去年6月10日，新桥合龙了。"),
    ("bare-day", "6月10日前，桥墩已完成检修。"),
    ("coming-date", "工程力争2025年6月20日前开工建设。"),
    ("between", "大桥2005年6月11日通车，历史上的今天值得一说。晚会定于6月14日举行。"),
    ("term", "6月10日公布：期限为2025年5月至2028年4月的项目通过验收。"),
    ("now-in-force", "《渡口管理办法》自2021年6月10日起已经施行三年。"),
    ("now-in-force", "《渡口管理办法》将于6月10日起施行。"),
    ("congress-term", "市第十四届人大常委会第五次会议昨日举行。"),
    ("congress-term", "2009年，省第十一届人大常委会通过了条例。"),
    ("congress-ahead", "去年，镇里喜迎党的二十大。"),
    ("plenum", "市第二十大道通车。"),
    ("yearly-figures", "上半年进出口76.9亿元，较2023年同期增长21.4%。"),
    ("yearly-figures", "2018年中秋假期三天接待游客5.2万人次，同比增长7%。"),
    ("told-as-past", "2026年放假安排来了！"),
    ("told-as-past", "2026年5月1日演出的门票售罄了。"),
    ("told-as-coming", "船队组建于1998年，明年3月将出战联赛。"),
    ("told-as-coming", "报名条件：2019年8月31日（含）前出生的儿童。"),
    ("news-day", "2025年5月31日前已获批的，按原规定执行。今年还要修订。"),
    ("news-day", "昨日上午开庭。2024年7月20日，船主被查获。去年也有一起。"),
    ("month-scene", "6月，全镇用电量同比增长4.8%。"),
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
