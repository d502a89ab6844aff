"""The words round a festival's name that make it a day, and those that make it the name of something else: 中秋晚会.

>>> bool(NAMED_AFTER.match("晚会")), "五一" in NUMERIC
(True, True)
"""

from __future__ import annotations

from timeline import regex as re
from timeline.timex.rules.words import is_all

#: Names that are dishes, or begin many other names.
DISHES = frozenset(("元宵", "清明", "重阳", "端阳", "中元", "腊八", "圣诞", "人日"))
#: What is named after a festival: 中秋晚会, 春节联欢, 国庆路.
NAMED = "[目约省奏气拍路村镇街桥号杯]|社区|小区|公园|广场|大道|联欢|晚会|灯[会展]|文化|庙会|活动|民俗|主题|音乐|演[唱出]|庆|氛围|市场|消费|档|习俗|传统|食|特|慰问|美食|诗|旅游|出[行游]|客流|经济|礼盒|年货|游园|赛|龙舟|月饼|粽|阅兵|序曲|贺卡|俭|育|制饮|[线点叔馆]|老师|酒|饭|未|电影|新村"
NAMED_AFTER = re.compile(NAMED)
#: So far it is to a feast that is still to come: 距春节还有十天.
_AWAY, _STILL = frozenset("离距"), re.compile("还[有剩]|尚有|只[有剩]|仅[有剩]|不到")
#: Names that are numbers or other names as well.
NUMERIC = frozenset(
    ("五一", "十一", "六一", "七一", "八一", "三八", "五四", "3·15", "独立日", "光明节", "人权日", "赎罪日")
)
_MAKES_SURE = re.compile(
    r"[至到](?:国庆|十一|端午|中秋|元旦|春节|[五六七八]一)|前夕|前后|前(?=[，。完开建投竣通交启能要必得弄搞\s]|\Z)|想(?!象)|要(?![闻点素])|能(?!源)|放(?:[几一二两三四五六七八1-8]天)?假|放[几一二两三四五六七八1-8]天|小?[长连]假|[上下]午|早上|晚上?(?!会)|凌晨|中午|当[天晚日]|那天|第二天|以来|至今|前[一二三两][天日]|节?前[一两]?[天周]|后[一两](?:周|个?星期|个?礼拜)|过后|后?第[一二三四五六七]天|那一?周|回(?:家|老家|乡|国)(?!的|路)|有什么|怎么|去哪|[吃玩](?:什么|啥)|[打准]算|加班|[动开完竣]工|开[业园放馆幕通]|通车|建成|[启投]用|结婚|出发|回[来去]|搬[家迁]"
)

#: A stretch from another feast: 清明到五一.
_FROM_FEAST = re.compile("(?:元旦|春节|除夕|元宵节?|清明节?|端午节?|中秋节?|国庆节?|[五六七八]一)[到至]\\Z")
#: Other feasts of the list that a number stands in: 清明、五一、端午.
_LISTED_BEFORE = re.compile("(?:元旦|春节|清明节?|端午节?|中秋节?|国庆节?|[五六七八]一)[、和及]\\Z")
_LISTED_BEHIND = re.compile("[、和及](?:元旦|春节|清明|端午|中秋|国庆)")


def sure_by(match: re.Match[str]) -> bool:
    """Whether the year before 今年五一 or what follows 五一前夕 tells that a number is a festival."""
    text, start = match.string, match.start()
    told = match["bare"] is None or text[match.end() : match.end() + 1] == "的"
    of_year = (told and text[start - 1 : start] == "年") or text[max(0, start - 2) : start] == "年的"
    behind_other = text[start - 1 : start] in ("到", "至") and _FROM_FEAST.search(text, max(0, start - 4), start)
    listed = _LISTED_BEFORE.search(text, max(0, start - 5), start) or _LISTED_BEHIND.match(text, match.end("name"))
    if of_year or behind_other or listed or is_all(text, start, match.end("name")):
        return True
    return _MAKES_SURE.match(text, match.end("name")) is not None


def bare_name(match: re.Match[str]) -> bool:
    """Whether a name needs nothing behind it: behind a year or a range, and where it glosses a day, 5月31日端午节落幕."""
    before, behind = match.string[match.start() - 1 : match.start()], match.string[match.end() : match.end() + 1]
    named = match.string[max(0, match.start() - 2) : match.start()] == "年的"
    listed = (
        before == "、" and _LISTED_BEFORE.search(match.string, max(0, match.start() - 5), match.start()) is not None
    )
    return (
        named
        or listed
        or before in ("年", "至", "到")
        or (before in ("日", "号") and behind in ("的", "落", "闭", "收", "结", "到"))
    )


def still_ahead(match: re.Match[str]) -> bool:
    """Whether it is said how far it is to a festival: 离元旦还有几天, 距春节还有十天."""
    away = match.string[match.start() - 1 : match.start()] in _AWAY
    return away and _STILL.match(match.string, match.end()) is not None
