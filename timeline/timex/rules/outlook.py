"""What the words round a time say of it: whether it is still to come, is over, heads a list, belongs to a session.

>>> bool(FUTURE.search("论坛将于")), bool(PAST.search("已于"))
(True, True)
"""

from __future__ import annotations

from typing import Final

from timeline import regex as re

#: 民警将其抓获: behind this 将 only marks the object.
_NOT_OBJECT: Final = (
    r"(?![其他她它]|[^，。；将]{1,12}(?:抓获|控制住|带回|移送|送[往至医]|逮捕|判处|救出|扑灭|查获|缴获|告上法庭|诉至))"
)
#: Words of a clause that speaks of what is to come, and of what has happened.
FUTURE: Final = re.compile(
    rf"将(?![士领]){_NOT_OBJECT}|拟|打算|定于|定在|定档|即将|预计|计划|届时|有望|力争|确保|争取|报名|截止|启幕在即|明年|还[将要有会][^，。；]{{0,14}}?要?(?=开工|开放|开通|动工|建成|投产|启动|举[办行]|上线)"
)
PAST: Final = re.compile(r"了|已|曾|获悉|日电|日讯|回顾|此前|去年|闭幕|落幕|顺利|昨|获胜|夺[冠得]|战胜(?!利)|击败")
#: So many characters behind a day it is said what was announced on it, in the same clause; and what stands right behind.
_SAID_BEHIND: Final = 8
_ANNOUNCED: Final = re.compile(
    "公布|发布|公告|通知|获悉|消息|通报|宣布|介绍|透露|提醒|了解到|瞭解到|采访|走访|探访|表示|回应|说(?=[，,：:])"
)
_DISPATCH: Final = re.compile(r"电(?![^，。；（(\s]{3})|讯")
#: With these the words of both begin: one look saves two patterns behind most days.
_ANNOUNCING: Final = frozenset("公发通获消宣介透提了瞭采走探表回说")
_DISPATCHED: Final = frozenset("电讯")
_CLAUSE_END: Final = re.compile("[，。；\n]")
#: What the weather is called that is told of a day.
WEATHER: Final = re.compile("晴|阴(?![影谋])|多云|[小中大暴阵]雨|[小中大暴]雪|雾(?!里)|霾|降[雨雪温水]")
#: Where a sentence ends.
SENTENCE: Final = re.compile(r"[。！？!?；;\n]")
#: Where one ends that is not parted by semicolons.
ENDS: Final = frozenset("。！？!?\n")
PART_ENDS: Final = re.compile("[；;]")
#: What may follow a year or month that heads the lines below it, and how much of it at most.
HEADS_LENGTH: Final = 48
HEADS: Final = re.compile(
    r"[ \t　：:】》〕\]）)*—–-]{0,4}(?:[（(][^）)\n]{1,12}[）)])?(?:年?度?(?:大事记|大事纪|纪事|记事|年表)|[^，。；！？\n]{0,8}?(?:大事|要事|喜事|好事|新闻|要闻|瞬间|足迹|印记|回眸|回顾|盘点|历程|记忆|这些事)(?![记纪揭]))?[ \t　：:】》〕\]*—–-]{0,4}(?:\r?\n|\Z)"
)
#: What a headline calls the events of a year, told below it in order.
CHRONICLE: Final = re.compile(
    r"大事[记纪]|大事(?=回[眸顾]|盘点|一览|[\s（(]|\Z)|[纪记]事(?=[\s（(]|\Z)|年表|编年|年鉴|逐月"
)
#: A year in the headline of what was told when it was over, and the lines of its days: so many make a chronicle.
A_YEAR: Final = re.compile(r"(?<![0-9“《])(?:19|20)[0-9]{2}(?=年(?!度?[春元新至到—-])|[，,：:·、\s])")
MONTH_DAY_LINE: Final = re.compile(
    r"^(?:[0-9]{1,2}[.、．]\s?)?(?:[^，。；：\n0-9]{2,14}：)?([0-9]{1,2})月(?=[0-9]{1,2}日|[^0-9份])", re.MULTILINE
)
ENTRIES: Final = 3
#: What may stand before it on its line: ■, 【, ##, 二、.
HEAD_SIGN: Final = re.compile(
    r"[\s【《〔\[（(■□●○◆◇▲★※#*—–·•-]{0,6}(?:[（(]?[0-9一二三四五六七八九十]{1,3}[）).、．]\s?)?\s*"
)
#: What may stand between a day and the end of its line when the line heads a programme: 4月26日（周六）活动安排：
INTRODUCES_LENGTH: Final = 15
INTRODUCES: Final = re.compile(r"[^，。；！？\n]{0,14}\n")
#: A line may open with no more than a label or a list sign before its time.
LABEL_LENGTH: Final = 17
_LABEL: Final = re.compile(
    r"[^，。；;、]{0,14}[:：]\s{0,2}|\s*[-–—*·•●○◆■\d.、（）()]{0,4}\s*|[（(]?[一二三四五六七八九十\d]{1,2}[）).、]\s*"
)
#: With these signs a label ends, or with a figure or a blank.
_LABEL_ENDS: Final = frozenset(":：-–—*·•●○◆■.、（）()")
#: A month behind which a session is named is of the session's year.
SESSION: Final = re.compile(r"[^，。；\n]{0,10}?([12][0-9]{3})年第[0-9一二三四五六七八九十]{1,3}[次届]")
#: 3日起，: behind this a day begins a stretch and is not the one day that is meant.
BEGINS_STRETCH: Final = frozenset("起" + behind for behind in "，,至到每早晚在可接开通")
#: 1日起施行: behind this a day is the nearest one; so is a day that ends in the sign of speech, 30号.
BEGINS, SPOKEN_DAY = ("起",), "号"
#: 30号前交: until such a day something is still to be done.
BY_THEN: Final = ("前", "之前", "以前", "截止")
#: By such a day something is done, and 当天 in another sentence is none of it: 1月20日前报名。当天下午答疑.
UNTIL: Final = re.compile("[之以]?前(?![往后来夕期三十列沿身去端线景瞻])")
#: 春节一过，: what was then is told behind it.
JUST_OVER: Final = re.compile(r"[^，,。；\s]{2,4}一过[，,]")
#: Characters behind which a bare weekday is a day appointed.
APPOINTED: Final = frozenset("于在定到至")
#: 假期最后一天（1月3日）, 最后一天为5月3日: behind this it is said which day that is.
SAYS_WHICH: Final = re.compile(r"\s?(?:[（(，,即是为]\s?)?[0-9]{1,2}[月日号]")
#: On what a day depends that may never come: 如遇雨天，顺延至次日.
SHOULD_IT_RAIN: Final = re.compile(r"(?:遇[雨雪大恶极台雷强特]|[如若]遇)[^。；\n]{0,18}\Z")
#: What 当天 behind it is the day of.
OCCASION: Final = re.compile(
    "比赛|考试|活动|演出|展会|开幕|闭幕|开赛|决赛|婚礼|庆典|仪式|典礼|会议|晚会|灯会|集市|开学|报到|选举|投票|面试|笔试|体检|启用|开业|通车|开通|揭牌|签约|投产|开馆|首演|校庆|院庆|厂庆|店庆"
)
#: A text of weekdays and nothing else: 周六、周日; no clause makes a habit of them.
WEEKDAYS_ALONE: Final = re.compile(
    r"\s*(?:(?:周|星期|礼拜)[一二三四五六日天末][日天]?(?:[、，,和及与至到—–~～-]|\s){0,3})+"
)
#: What a weekday is said of that does it each week, and what tells that it is over.
HABIT: Final = re.compile(
    "每|逢|开放|营业|闭馆|休馆|上班|休息|限行|办公|门诊|(?<!天)都(?=[要会能可]|[有在是]人|不[开上营])|均|通常|一般|经常|总是|常常"
)
#: What a weekday with its hours is said of that goes on every week: 办事时间为周六9时至12时, 每批号源周日20:00放出.
REGULARLY: Final = re.compile("每|(?:办[事公]|营业|开[放馆]|服务|门诊|接待|上班|运[营行]|售票|受理)时间")
BESIDE_LENGTH: Final = 32
BESIDE_WORKDAYS: Final = re.compile(r"(?<![个第首后])工作日(?![以之内后前])[^。！？!?\n]*\Z")
UP_TO_NOW: Final = re.compile("以来|至今|到[今现]")
#: What stands before a weekday that is over: 刚过去的周二.
PASSED: Final = "过去的"
OVER: Final = re.compile("刚|了|过(?![年节去])|的\\s*\\Z")
#: Who speaks of a weekday means one of them: 星期六我不在家, 帮我订周日的票.
SPOKEN: Final = re.compile("[我你您](?!们|[市省县区镇校院馆国军方])|帮我")
#: 本报讯 周六，: behind this a weekday is the last one.
REPORTED: Final = re.compile(r"讯\s{0,2}\Z")
#: What a bare weekday does once, and no habit: 会议周五召开, 周六有雨.
DOES: Final = re.compile(
    r"(?:[、和]?周[一二三四五六日])?(?:[，,]?(?:将|正式|如期)?(?:召开|举行|举办|开幕|开赛|打响|开打|揭幕|启动|发布|揭晓|抵达|到访|启程|上映|开播|开业|截止|到期|开庭|签约|揭牌|亮相|登场|首发|首演)"
    r"|起(?![床诉来个])|(?:小雨|中雨|大雨|暴雨|阵雨|雷阵雨|多云|晴|阴)|(?:最[高低](?:气温|可达|温度)|气温|[升降]温|转[晴阴雨]|放晴)|间中有|大致(?:多云|天晴)|部分时间|日间(?:大致)?(?:天晴|炎热|酷热|温暖|清凉|有)|天晴|天气(?:[将会渐]{0,2}(?:好转|转[好坏差凉冷暖晴]|放晴)|仍然|持续)|有(?:小雨|中雨|大雨|雨|雪|冷空气|大风|寒潮|雷阵雨)|之前(?:交|完成|提交|报))"
)
#: Behind these a weekday is one to come: 预料周四雨势减弱.
FORETOLD: Final = frozenset(("预料", "预计", "预测", "预报"))
#: What opens a clause with no more than a time stands before it.
BEHIND_OPENING: Final = frozenset("，,")
#: Weather that is foretold, by days.
FORECAST: Final = re.compile(
    r"(?:今天|明天|后天|周[一二三四五六日]|[0-9][日号])(?:夜间|白天|夜里|起|到|至|以后)?[^。\n]{0,6}(?:多云|阵雨|小雨|中雨|大雨|转晴|转阴|晴好|降温|升温|回暖|冷空气)"
)
#: What the next part of a day's programme stands behind: 上午：开幕式；下午：签约.
CLAUSE_ENDS: Final = frozenset("，。；;,！!")
PROGRAMME_STEP, PROGRAMME_COLON = frozenset("；;，,、"), frozenset("：:")
#: What follows a festival that no other day is counted from: 春节过后.
LOOSE_FESTIVAL: Final = ("过", "后", "前")
#: What a year behind it is only compared with, and what it is then a record or the account of: 2019年以来新低, 2024年度分红.
COMPARES: Final = frozenset("继较比")
#: 预计三季度与二季度持平: what stands beside these is over.
BESIDE_WHICH: Final = frozenset("较比与")
COMPARED_ENDS, AGAIN_BEGINS = frozenset("比较于过及照用之是元"), frozenset("之后")
COMPARED: Final = re.compile(
    r"(?:相比|对比|相较|高于|低于|多于|少于|超过|不及|参照|沿用|较之|也就是|合公元|相当于)于?\Z"
)
RECORD: Final = re.compile(r"的?(?:首[次个度]|新[高低]|最|同期|历史|单[日月]|第[一二三四五六七八九十0-9]+[次个])")
AGAIN: Final = re.compile(r"之?后的?(?:又|再|第|首)")
OF_A_YEAR: Final = re.compile(
    r"(?:[^，。；、0-9]{0,6})(?:分红|红利|利润|报告|考核|评估|决算|预算|奖|财务|审计|汇算|清缴|工资|统计|数据|账|营收|业绩|医保|保险|职称|招[生聘录考]|征兵|体检|补贴|计划|项目|课题)"
)
#: Who was born then is told of by a day that governs nothing: 2014年8月31日及以前出生.
BORN: Final = re.compile(
    r"(?:[（(]含[^）)]{0,6}[）)])?(?:及?之?以?[前后]|期间|[至到—-][^，。；]{1,14}?|间)?(?:[（(]含[^）)]{1,6}[）)])?的?出生"
    r"|(?:及?之?以?[前后]|[至到—-][^，。；]{1,14}?)(?:[（(]含[^）)]{1,6}[）)])?(?:毕业|取得|入职|参加工作|退役|退伍|购买|登记结婚|领证)(?:的|[）)])"
)
#: 2022年7月出台的旧办法: when something came about that is spoken of now.
ATTRIBUTIVE: Final = re.compile(
    r"(?:[之以]?[前后]|起)?(?:正式)?(?:登记|注册|购买|入职|缴费|参保|投保|录取|取得|领取|获批|获评|毕业|退役|离职|结婚|入住|交付|竣工|封顶|出台|发布|印发|制定|颁布|公布|实施|施行|建成|修建|建造|始建|兴建|成立|创办|开办|投产|投用|竣工|落成|启用|开通|通车|引进|购置|发现|出土|出生|立项|签订|签署)的"
)
#: 有效期至2029年4月30日: when something ends that is spoken of now.
LASTS_TO: Final = re.compile("(?:有效|期限?|执行|施行|实施|试行|沿用|延长|延续|延期|保留)(?:时间)?(?:截?至|到)\\Z")
#: 将持续到2月底；3日晚开演: behind this a month is that of an end, and of no day told next.
LASTS_INTO: Final = re.compile("(?:持续|延续|延长|开放|展出|展示|进行)(?:到|至)\\Z")
#: 2005年列为村落以来: since when something has been so.
SO_SINCE: Final = re.compile("[^，。；、：\\s]{1,16}以来")
#: 为1951年有记录以来最大: what something is measured by.
SINCE_RECORDS: Final = re.compile("有[^，。；]{0,6}?(?:记录|记载|观测|统计|历史)[^，。；]{0,2}?以?来")
BORN_BEGINS: Final = frozenset("及之以前后期间至到—-（(的出")
#: A month behind these is of no one year: 高峰往年多在12月, 花期一般在4月.
USUALLY_LENGTH: Final = 14
USUALLY: Final = re.compile(
    r"(?:往年|历年|常年|每年|年年|历史上[，,]?|通常|一般(?:(?:出现|发生|集中|开始|始|结束|成熟|上市|到来)?[在于]|[为从是])|大多[在于]|多在)[^，。；：！？\n]*\Z"
)
#: What is said of a term by which something is done in any year: 竹材须是冬至前后砍伐.
GENERALLY: Final = re.compile(
    "得(?=[赶在等到是])|须是|宜(?!于)|最[好忌]|讲究|一般|通常|往往|历来|向来|老话|俗话|农谚|谚|习惯|才[能算有]"
)
#: What runs at an hour each day.
TIMETABLE: Final = tuple(
    f"{which}{what}{at}" for which in "首末头尾" for what in ("班", "班车", "班船") for at in ("", "为")
)
#: What stands before the hours of each day, and behind them: 均在15:00, 9:00—17:00的常规时间.
EACH_LENGTH: Final = 4
EACH: Final = re.compile(
    r"(?:[均都](?:[在于是为定自从]|安排在|定在)?|恢复(?:为|至|到)?|现在|如今|平时|平日|往常|[季常]时间为?)\s?\Z"
)
USUAL_HOURS: Final = re.compile("的(?:常规|正常|日常|平常|通常|原|原有)(?:[^，。；]{0,4})时[间段]")
#: What is said of a day on which something is held, and what of its hours, in the paragraph behind that.
HELD: Final = re.compile("举[行办]|开[幕赛跑演考锣街]|启幕|上演|鸣枪|登场|亮相|揭幕|开讲")
DONE_THEN: Final = re.compile(
    "开始|举行|入场|出发|鸣枪|开场|登场|开演|集合|签到|检录|起跑|发车|散场|结束|揭幕|开幕|启动|亮灯|点火|燃放|封闭|封路|管制|颁奖"
)
NO_DAYS_HOURS: Final = re.compile(
    "每|均|(?:咨询|办[事公]|营业|开[放馆]|服务|门诊|接待|上班|售票|受理|报名)时间|[0-9]日|周[一二三四五六日末]|当[天日]"
)
#: What is over in a day.
OF_ONE_DAY: Final = frozenset(
    [
        "踩街",
        "巡游",
        "游行",
        "绕境",
        "比赛",
        "赛事",
        "路跑",
        "考试",
        "笔试",
        "面试",
        "仪式",
        "典礼",
        "婚礼",
        "演出",
        "晚会",
        "投票",
        "演练",
    ]
)
#: How long something goes on each day of which the hours behind it are: 展会期间，末班车延长至20:30.
MEANWHILE_LENGTH: Final = 40
MEANWHILE: Final = re.compile(r"([^，。；！？\s]{2})期间[^。；！？!?;\n]*\Z")
#: The first year told in the rest of a paragraph.
NEXT_YEAR: Final = re.compile(r"[^\n]*?(?<![0-9“《（(])((?:19|20)[0-9]{2})年(?!度|版)")
#: 兴建于1967年: behind this a year is when that of which is told was founded, and not when something befell it.
FOUNDED: Final = ("建于", "创办于", "创立于", "成立于", "开办于", "落成于", "建成于")
#: What is of the year in which it is told of.
THIS_TIME: Final = re.compile("[本这]届|本[次轮]|[此这]次|本赛季|今年")
#: 原定2022年10月通车: behind this, of so many characters, a month is of a plan that came to nothing.
PLAN_LENGTH: Final = 6
PLAN_DROPPED: Final = re.compile(
    r"(?:原[定订拟]|原[本先]?[预计][计划定]|本[应该]|最初[计预][划计定])(?:将|[于在到至])?\Z"
)
#: 入伍头一年晕船，第二年就好了: behind this the second year is of a life, and of no calendar.
FIRST_YEAR_LENGTH: Final = 24
FIRST_YEAR: Final = re.compile(r"(?:头一?|第一)年[^。！？\n]*\Z")
#: What must be done by a day.
DUE: Final = re.compile("[须需应]在|[须需应]于|必须|务必")
#: What announces a day in its own clause: 活动16日至18日举办.
ANNOUNCES: Final = re.compile(r"活动|举[办行]|展出|报名|开[幕放]|营业|将|届时|请[于在]")
#: 记者26日…, 26日电: a day on which it was written.
REPORTER, WIRE = ("记者", "网讯"), ("电", "讯")
#: The other dates of a list: 4月5日、4月8日、5月1日.
LISTED: Final = re.compile("(?:、[0-9年月日号]{2,12}+(?=[、，。；\\s]|\\Z))++")
#: What ends a clause before a time, and what belongs to it behind one.
TO_LAST_BREAK: Final = re.compile(r".*[。！？!?；;，,：:\n]", re.DOTALL)
BEHIND_CLAUSE: Final = re.compile(
    r"(?:[上下中午晚早晨夜凌傍间里0-9:：时点半分许起前后左右（）()周星期一二三四五六日天\s—–~-]{0,10}[，,]|的[^。！？!?；;，,\n]{1,6}[中里][，,])?[^。！？!?；;，,\n]{0,53}"
)
#: What only a time still to come stands beside, and what only figures of a past one do.
WILL: Final = re.compile(
    rf"将(?!士|军|领|近|信|错|就|来(?![\u4e00-\u9fff]{{1,3}}(?:测产|考察|调研|访问|演出|参[加展赛观]|授课|指导|讲课|视察|比赛))){_NOT_OBJECT}|预计|有望|力争|定于|打算"
)
#: What a day is still the time of when its clause ends: 4月23日世界读书日当天，馆内将举行.
OCCASION_ENDS: Final = ("当天", "当日", "当晚", "期间", "之际", "前后", "前夕", "这天")
FIGURES: Final = re.compile(r"增长|下降|同比|环比|回落|总额|上涨|百分点|[0-9]亿元|[0-9]万[人元]")


def announces(text: str, end: int) -> bool:
    """Whether a day that ends there only says when something was announced: 26日公布, 3月5日电.

    >>> announces("26日，市里公布", 3), announces("26日市里公布", 3)
    (False, True)
    """
    behind = text[end : end + _SAID_BEHIND + 1]
    if behind[:1] in _DISPATCHED and _DISPATCH.match(text, end):
        return True
    if _ANNOUNCING.isdisjoint(behind):
        return False
    found = _ANNOUNCED.search(text, end, end + _SAID_BEHIND + 3)
    if found is None or found.start() > end + _SAID_BEHIND:
        return False
    return _CLAUSE_END.search(text, end, found.start()) is None


def is_label(text: str, start: int, end: int) -> bool:
    """Whether what stands at ``[start, end)``, the beginning of a line, is no more than a label or a list sign, or nothing.

    >>> is_label("时间：4月26日", 0, 3), is_label("定于4月26日", 0, 2)
    (True, False)
    """
    if start < end:
        last = text[end - 1]
        if last not in _LABEL_ENDS and not last.isspace() and not last.isdecimal():
            return False
    return _LABEL.fullmatch(text, start, end) is not None
