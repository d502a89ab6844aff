"""Titles that the form of a statement gives: a label that tells what is done then, a first or last day, who speaks.

>>> row_of("投标文件递交截止时间"), row_of("名单公示期"), row_of("主办单位")
('投标文件递交截止', '名单公示', None)
>>> opening("网上报名自\\0开始，").groups()
('网上报名', '开始')
"""

from __future__ import annotations

from timeline import regex as re
from timeline.events.fitting import LONGEST
from timeline.events.subjects import said_twice
from timeline.events.words import led
from timeline.model import Timex

_HAN = "\u4e00-\u9fff"
_ROW = re.compile(
    r"(?P<what>.{0,16}?)(?P<end>截止|开始|结束)?(?:时间|日期|期限|时段|截止)(?:[及和、与]?(?:地点|方式|安排))?|(?P<term>.{2,10}[^日假星长早学定工任会展周延改到同近初中末分一二两三四五六])期"
)
#: What a label says without telling what is done.
_PLAIN = frozenset(["", "活动", "举办", "举行", "开展", "起止", "具体", "展出", "展览", "调整", "开放"])
_DONE = "报名|申报|申请|预约|征集|投稿|投票|缴费|预售|售票|登记|受理|招募|招生|公示|填报|领取|办理|打印|认购|摇号|选房|征订|评选|接种|参保|缴存|征缴|录取|投档|评卷|阅卷|培训|集训"
_OPENING = re.compile(
    rf"(?P<what>(?:(?!自(?![行主费愿])|[，,。；：:、\s从于在将])[{_HAN}]){{0,10}}?(?:{_DONE}))?(?:时间|工作|通道|系统)?(?:[将拟])?(?:[自从于在]|定于)?\s*\0\s*起?(?:正式)?"
    r"(?P<verb>开始|启动|开启|截止|结束|为止)(?=[，,。；;、）)\s]|\Z)"
)
#: What stands behind the time in either of them.
_TURNS = re.compile(led(r"\s*[前起]?\s*(?:正式)?(?:开始|启动|开启|截止|结束|为止|停止)"))
_TURNED = re.compile(rf"\0\s*[前起]?\s*(?P<verb>截止|停止)(?:网上|线上|现场)?(?P<what>{_DONE})(?=[，,。；;、）)\s]|\Z)")
_ENDED_AT = re.compile(
    rf"(?P<what>(?:[“「][^“”「」]{{1,12}}[”」])?(?:(?!自(?![行主费愿])|[，,。；：:、\s从于在将])[{_HAN}]){{0,8}}?(?:{_DONE}|收稿|征稿|投稿|回收|投保))"
    r"(?:[（(][^（）()]{1,16}[）)])?\s?(?:时间|日期|工作|(?<=公示)期)?(?:截[止至](?:时间|日期)?(?:[为是于到至]|[：:])?|[到至])\s*\Z"
)
#: 缴费期为10月20日至11月30日: what goes on then.
LASTS = re.compile(
    r"((?:(?![年月日的])[\u4e00-\u9fff]){0,6}(?:缴费|报名|申报|申请|征集|投票|公示|预约|登记|采摘|参观|放假|报到|报到注册|补录|认购|展览|退票|领取|领物|领证|取票|办理|发放|受理|查询|打印|申领|预售|兑付|申诉|选课|交费|收货|验收|投稿|接种|体检)[\u4e00-\u9fff]{0,2}?)(?:期|时间|日期|期限|时段)[为是]\s*\Z"
)
#: A season or a festival that belongs to a name: 秋季运动会, 清明节放假, 元宵灯会.
_SEASON = re.compile(r"[春夏秋冬]季?|[\u4e00-\u9fff]{2,3}节|元旦|除夕|元宵|端午|中秋|国庆|清明|重阳|五一|双十一")
_NAMED_AFTER = re.compile(
    r"运动会|时刻表|作息|灯会|放假|补班|晚会|联欢|游园|文艺|系列|惠民|促销|招聘|市集|集市|大集|庙会|龙舟|诗会|音乐|团拜|慰问|航班|亲子|年货|书市|演出|征兵|招生|攻势|行动|赛|展|班|航季|讲座|特惠|旅游|消费|购物|旅行|研学|郊游|踏青|义诊|义卖|徒步|登山|音乐会|专列|攻略|专场|讲堂|论坛|博览会|交易会|大集|诵读|灯谜|游艺"
)
#: 儿科夜间门诊, 冬季农田水利: no time that anything is told of, but which one is meant.
_OF_NIGHT = re.compile("[夜晚午]间|[春夏秋冬]季|[清凌早][晨间](?=时段|高峰|门诊|班|航班)")
_PAUSES, _LONGEST_RULE, _TWICE = frozenset("，。；"), 40, 2
#: 第32个世界无烟日: the day's name is what there is to tell.
_NUMBERED = re.compile(r"第[0-9一二三四五六七八九十百]{1,4}[个届]\Z")
_HOLDS, _ENDS_CLAUSE = ("举办", "举行", "推出", "打造"), frozenset("，。；、！ \n")
_UP_TO = frozenset("止至到为是于：:间期")
#: 经省政府批准, 根据《办法》, 受降雨影响: why, and not yet what.
GROUNDS = re.compile(
    r"(?:开[赛展幕市园业学馆]|比赛|赛事|展会|大会|节日|假期|活动)(?:首[日天]|次日|第[一二三]天|当[天日晚])|(?:从|自)[^，]{2,36}(?:传来|传出)(?:喜讯|捷报|好消息|佳音|消息)|"
    r"(?:经|根据|按照?|依据|依照)[^，]{2,30}?(?:批准|同意|审定|核准|研究|决定|要求|规定|精神|部署|安排|》)|"
    r"(?:面对|随着|伴随着?|得益于|依托|立足|借助|为了|为(?:进一步|加快|推动|方便|庆祝|纪念|迎接|解决|确保|保障|满足))[^，]{2,40}|"
    r"[^，]{0,20}以[^，]{2,40}为(?:突破口|抓手|契机|载体|目标|核心|主线|引领|导向|依托|重点|牵引)|"
    r"(?:[\u4e00-\u9fff]{2,8})??(?:受|因|由于)[^，]{2,24}?(?:影响|不通|争议|原因|需要|施工|检修|维修|疫情|安装|改造|装修|故障|[暴降]雨|大风|降雪|台风|天气|滞后|受阻|不足|考试|停电|要求|规定|伤病|亏损|调整|困难|战乱|紧张|短缺|流失|老化)"
)
#: 抗战爆发, 汶川地震: what befell all, beside what a page tells.
OF_THE_TIMES = re.compile(
    "[^，]{0,4}(?:沦陷|陷落|光复|革命|战争|抗战|[一二]战|大?地震|大?轰炸|疫情|“?非典”?|事变|解放|建国|入世|土改|改革开放|公社化|合作化|大跃进|分田到户|包产到户|公私合营|军阀混战|国企改革|金融危机|税费改革|下岗潮|高考|台风|大?洪水|洪灾|水灾|旱灾|雪灾|冰灾|[^，]{2,4}(?:市场|行情|价格)(?:低迷|疲软|不景气|萎缩)|[中高]考第[一二三]天)(?:起|之下|来袭|袭来|肆虐|暴发|反复|爆发|胜利|开始|来临|中|后|期间|前夕|前后|结束|恢复)?"
)
#: How a title says that something begins, and where it is held.
_BEGINNING = re.compile(
    r"(?<=....)(?:开放|营业)?时间延长$|(?:(?<=.{4})[在于].*)?(?:正式|将?如期)?(?:举[行办](?:亮灯|开幕|启动|开灯|点灯|揭幕)仪式|开幕|启幕|揭幕|启动|开展|开讲|开课|开始|举行|举办|拉开帷幕|拉开大幕|登场|召开|(?:将)?[开点亮]灯|开集|开拍|开园|开市|开售)$"
)
_HELD_IN = re.compile(r"(?<=[”》」])在.*$")
_ANNOUNCER = re.compile(r"(?:公告|通告|新闻|提醒|通知|消息|发布|快讯|简讯|介绍|提示|公布|播报|预告|记者|主持人|问|答)$")
_TURN = re.compile(rf"\n([{_HAN}]{{2,4}})[：:]")
_BATCH = re.compile(r"(第[一二三四五六七八九十0-9]+[批场次轮期]|首[批场轮])\s*\Z")
_DEATH = re.compile(r"逝世|去世|病逝|辞世")
_DIED = re.compile(rf"(?P<who>[{_HAN}]{{2,4}}?)(?:逝世|去世|辞世|病逝|离世)")
_OF_ILLNESS = re.compile(
    rf"(?=[{_HAN}]{{2,16}}因)([{_HAN}]{{2,14}})[，,]?因(?:患?[^，]{{0,4}}病|医治|抢救)[^，。]{{0,10}}"
)
_MOURNED = re.compile(rf"([{_HAN}]{{2,4}})(?:同志|先生|女士|院士|教授|老人)")
#: The standing title of a short item, set off by a blank.
SECTION = re.compile(
    led(
        r"^(?:足球|篮球|排球|乒乓球?|羽毛球|网球|田径|游泳|龙舟|棋牌|围棋|象棋|武术|体操|电竞|教育|交通|天气|社会|文化|健康|医疗|财经|经济|金融|体育|时政|民生|科技|法治|国际|国内|本地|要闻|"
        r"简讯|快讯|短讯|链接|背景|提示|农业|农村|文旅|旅游|环保|就业|城建|住房|消费|公益|校园|生活|艺术|演出|展览|讲座)[ \u3000]+(?=\S{4,})"
    )
)
#: What a headline adds to the name of what it announces.
_NOTICE_OF = re.compile(
    r"^(?:[^，。；“《]{2,20}?(?:关于(?=.{4})))?(?:关于)?(?:举办|开展|组织|召开)?|(?:活动)?(?:的)?(?:公告|通知|通告|启事|预告|招募令|招募|报名|来了|开始|啦|！|!|信息|安排|日程|一览表?|简章|指南|攻略)+$"
)
_ANNOUNCES = re.compile(r"(?:公告|通知|通告|启事|预告|简章|安排|信息|日程|公示|章程)$")
_BRACKETED = re.compile(r"[（(][^（）()]*[）)]$")


def says(name: str, what: str) -> bool:
    """Whether a name says what is done, if need be in more words.

    >>> says("渡口镇禁止燃放烟花", "禁放"), says("渡口灯会", "报名")
    (True, False)
    """
    rest = iter(name)
    return all(char in rest for char in what)


def is_held(timex: Timex, text: str) -> bool:
    """Whether a feast is what is held, and not when: 元旦举办跨年夜."""
    held = "festival" in timex.rule and text.startswith(_HOLDS, max(0, timex.start - 2))
    return held and text[timex.end : timex.end + 1] in _ENDS_CLAUSE


def is_dating(timex: Timex, text: str) -> bool:
    """Whether a time is told by the event's date, so that the title goes without it: no duration, no 平日, no part of a name."""
    if timex.type == "DURATION" or (timex.type == "SET" and not timex.recurrence) or is_held(timex, text):
        return False
    if timex.edtf is None and _OF_NIGHT.match(text, timex.start) and text[timex.end : timex.end + 1] not in _PAUSES:
        return False
    if text.rfind("《", max(0, timex.start - _LONGEST_RULE), timex.start) > text.rfind("》", 0, timex.start):
        return False
    if text[timex.start - 1 : timex.start] in ("个", "届") and _NUMBERED.search(
        text, max(0, timex.start - 8), timex.start
    ):
        return False
    named = not timex.text[0].isdigit() and _SEASON.fullmatch(timex.text) and _NAMED_AFTER.match(text, timex.end)
    return not named


def row_of(label: str) -> str | None:
    """What is done at the time that a label names, "" where it says no more than that it is the time; None for others."""
    row = _ROW.fullmatch(label)
    if row is None:
        return None
    what = row["term"] or f"{row['what']}{row['end'] or ('截止' if label.endswith('截止') else '')}"
    return "" if what in _PLAIN else what


def opening(clause: str) -> re.Match[str] | None:
    """Where a clause, its time put as ``\\0``, says that something begins or ends then: ``what`` (or None), ``verb``."""
    return _OPENING.search(clause) or _TURNED.search(clause)


def ended_at(before: str) -> str:
    """What the words right in front of a time say is over then, "" where they say nothing of the kind.

    >>> ended_at("缴费截止"), ended_at("截止")
    ('缴费截止', '')
    >>> ended_at("“渡口故事”征文收稿至")
    '“渡口故事”征文收稿截止'
    """
    found = _ENDED_AT.search(before) if before.rstrip()[-1:] in _UP_TO else None
    return f"{found['what']}截止" if found else ""


def without_beginning(title: str) -> str:
    """What begins, of a title that says that it does, without where.

    >>> without_beginning("“渡口灯会”在江边广场举行亮灯仪式")
    '“渡口灯会”'
    """
    return _HELD_IN.sub("", _BEGINNING.sub("", title))


def turns(text: str, at: int, end: int) -> bool:
    """Whether something may begin or end at the time behind which ``text[at:end]`` stands: see ``opening``."""
    return _TURNS.match(text, at, end) is not None


def speakers(text: str) -> frozenset[str]:
    """Those who take turns in a conversation: labels of up to four characters that begin two paragraphs or more."""
    found = [turn for turn in _TURN.findall(f"\n{text}") if row_of(turn) is None]
    return frozenset(turn for turn in found if found.count(turn) > 1) if len(found) < 200 else frozenset()


def person_of(death: str) -> str:
    """The name in a title that tells a death.

    >>> person_of("剪纸艺人林秀荷逝世")
    '林秀荷'
    """
    before = _DEATH.split(death, maxsplit=1)[0]
    return before if len(before) <= 4 else before[-3:]


def dead_in(title: str) -> str:
    """The name in a title that says no more than that somebody died, else "".

    >>> dead_in("林秀荷去世"), dead_in("林秀荷获奖")
    ('林秀荷', '')
    """
    return told["who"] if (told := _DIED.fullmatch(title)) else ""


def only_announces(label: str) -> bool:
    """Whether a label only says who tells it: 某公司公告, 记者."""
    return bool(_ANNOUNCER.search(label))


def batch_before(text: str) -> str:
    """The batch or round that stands right before a time, as the end of ``text``; "" without one."""
    batch = _BATCH.search(text)
    return batch[1] if batch else ""


#: 致学生家长：秋季学期安排: to whom it is written.
_ADDRESSED = re.compile("^(?:致[^：，。]{2,14}：|给[^：，。]{2,6}的(?=[“《]))")


#: 渡口镇公所：祭典公告: who announces it.
_ISSUED_BY = re.compile(
    "^[^：，。]{2,14}(?:公所|政府|[局委办厅署处]|学院|大学|[中小]学|公司|中心|[医法]院|馆)：(?=.{4}.*(?:公告|通知|通告|启事|预告)$)"
)


def announced(headline: str, *, only_notices: bool = False) -> str:
    """What a headline announces: its words without 关于……的通知; "" for other headlines where ``only_notices`` are asked for."""
    headline = _BRACKETED.sub("", headline.strip())
    to = _ADDRESSED.match(headline)
    bare = headline[to.end() :] if to else headline
    if only_notices and not (to and to[0].endswith("：")) and not _ANNOUNCES.search(bare):
        return ""
    return _NOTICE_OF.sub("", _ISSUED_BY.sub("", bare))


def with_announced(headline: str, title: str, vague: bool) -> str:
    """A ``vague`` title, which says only what is done, with what its page's headline announces in front where it fits."""
    name = announced(headline, only_notices=True) if vague else ""
    if name and len(title) <= _TWICE and says(name, title):
        return name  # 禁止燃放烟花爆竹 says what 禁放 does
    if len(title) > _TWICE and name.endswith(title[-_TWICE:]):
        name = name[:-_TWICE]  # 医保缴费 and 集中缴费
    fits = name and not says(name, title) and name not in title and len(name) + len(title) <= LONGEST
    return f"{name}{title}" if fits else title


def mourned(headline: str, text: str, position: int, trigger: str) -> str:
    """The title of a death told at ``position``: its headline's, else with the name that stands before 同志 or 先生; ""."""
    if not _DEATH.search(trigger):
        return ""
    if _DEATH.search(headline[-4:]) and len(headline) <= 28:
        return headline
    if (ill := _OF_ILLNESS.search(text, max(0, position - 200), position)) and text[ill.end() : position].count(
        "，"
    ) <= 1:
        for length in (3, 2, 4):
            if len(name := ill[1][-length:]) == length and said_twice(name, text):
                return f"{name}{trigger}"
    for title in reversed(list(_MOURNED.finditer(text, max(0, position - 200), position))):
        for length in (3, 2, 4):
            if len(name := title[1][-length:]) == length and said_twice(name, text):
                return f"{name}{trigger}"
    return ""
