"""Times that date nothing: glosses, comparisons, years inside names of documents and editions.

>>> from timeline.timex import tag
>>> text = "退货率较2017年下降"
>>> is_background(text, tag(text)[0])
True
"""

from __future__ import annotations

from timeline import regex as re
from timeline.events.deeds import undertaken
from timeline.events.forms import is_held
from timeline.events.persons import name_in
from timeline.events.subjectless import DEED
from timeline.events.words import (
    ACTIVITY,
    COMPARED_AFTER,
    COMPARED_BEFORE,
    MILESTONE,
    NAMED_AFTER,
    PASSES_INTO,
    PLANNED,
    STRONG_MILESTONE,
    VERB_START,
)
from timeline.model import Timex

_ATTRIBUTIVE = re.compile(r"[\u4e00-\u9fff”》]\Z")
_ONLY_NEAR = re.compile(r"过?后|前夕?|将至|临近|来临|在即|到来")
#: 国庆节前建成: by the feast something is done, 春节后搬入: with it something begins.
_BY_THEN = re.compile(r"(?:前后[，,]?|前(?!夕)[，,]?|后(?![来，,]))[^，,。；\n]{0,24}")
#: 2023年3月以来首次加价: how long ago the last time was.
_SINCE_FIRST = re.compile(r"\s*以来(?:的)?(?:首次|最[高低大小多少]|第[一二三四五])")
_BUDGET = re.compile("(?:财政)?(?:预算|决算)")
#: 师生迎来首个教师节: what they did then is not told.
_GREETS = re.compile("(?:迎来|喜迎|迎接|欢度|共度)了?(?:首个|第[0-9一二三四五六七八九十百]{1,3}个|自己的|又一个)?\\Z")
_IDLE = re.compile(
    "(?:停业|停运|停产|停办|停航|停用|改造|修缮|整修|翻修|封闭|关闭|闭馆|闭市|歇业|沉寂|空置|闲置|筹备)\\Z"
)
_THIS_DAY, _COMES = (
    ("这一天", "那一天", "这天"),
    re.compile("(?:迟早|早晚|终[究于]|总|还是)?[会要]?来(?:了|临|到)?[，。；”]"),
)
_RECALLED = re.compile("(?:[说想谈聊提忆记]起|回忆|记得|[谈说]到)\\Z")
_THAT_TIME, _LEADS = frozenset(["那天", "那年", "那一年", "那一天"]), frozenset("在于从就而是到自了和与")
_SO_MANY = re.compile("[一二两三四五六七八九十百几]个\\Z")
_NO_LAST = frozenset("把将对从至在于与和的是为被给向以按较比")
_OF_PERSON, _CLAUSE_OPENS = re.compile("[他她我]们?"), re.compile("[，。；：\n“”](?=[^，。；：\n“”]*\\Z)")
_HOW_IT_IS, _ONE_OF = (
    re.compile("的[^，。]{1,8}(?:有|是|已)"),
    re.compile("[^，。；]{2,20}的(?:一|那|这)[个支座家名位批艘条所间]"),
)
_ERA_OF = re.compile(r"(?:以来|的|初|末|前|后)")
#: No date under a signature is set in further than this, in characters.
_SET_IN = 80
_TICKET_OF = re.compile(
    "(?:[、至和及][0-9月日号]+)*(?:的)?(?:当[天日])?(?:门票|车票|机票|船票|演出票|场次|航班|车次|入场券|套票)"
)
_TICKET_SOLD = re.compile("(?:的)?(?:当[天日])?(?:门票|车票|机票|船票)(?:开售|发售|预售|起售|开抢|放票)")
_LONGEST_NAME = 12
_BOUGHT = re.compile("(?:购买|购|预订|预约|持有?|订购|抢到)了?[\\s0-9月日号、至和及]*\\Z")
_FREE = re.compile("(?:内)?(?:免|只[收要]|不收|享|打|优惠|半价|减半)")
_STAGE = re.compile(r"(?:收官|开局)之年\Z")
#: 学校1917年由乡绅捐资创办.
_BY_SOMEBODY = re.compile(
    "由[^，。；的]{1,16}(?:创|建|办|捐|组|改|设|升|发起|合并|投资|成立)|开始(?!的)[^，。；的]{2}|开班|因[^，。；的]{2,12}(?:被|获|入|停|辞|退|离|调)"
)
#: 公司2003年在北堰起家: behind a year in a name there stands a noun.
_GOES_ON = re.compile(
    "[在从随跟被把赴](?![编岗职册校建研产售]|者)|到(?!期|账|位)(?=[^，。；]{2})|(?:曾|又|才|便|独自|带着|重返|毕业|考|当选|跟着)(?!试)"
)
_PAUSE = re.compile("[，。；、,;]")
PAUSES = frozenset("，。；：、！？,;:\n")
LEADS_TIME = re.compile(
    r"(?:早在|在|于|从|自|到|至|截至|截止|是|就|并|已|又|将|拟|与|和|及|、|其中|[了过者会式期周目展部市县区])\Z"
)


def _alone(text: str, timex: Timex) -> bool:
    """Whether a time is all that its paragraph says, and stands behind what it dates: 滨海市图书馆⏎2025年9月24日."""
    _, ended, left = text[max(0, timex.start - _SET_IN) : timex.start].rpartition("\n")
    right, ends, _ = text[timex.end : timex.end + _SET_IN].partition("\n")
    below = ended and timex.start - len(left) > 1
    return bool(below) and not (left + right).strip() and (not ends or len(text) - timex.end - len(right) < 120)


def is_background(text: str, timex: Timex) -> bool:
    """Whether a time only names or compares something and dates nothing in its clause."""
    before, after = text[max(0, timex.start - 4) : timex.start], text[timex.end : timex.end + 24]
    before = before if timex.start >= 4 else f"\n{before}"
    if timex.granularity == "day" and _alone(text, timex):
        return True  # the date under a signature
    if before.endswith("之日起") and after[:1] in ("后", "内"):
        return True  # 公布之日起30日后: days to count, no day of a month
    if timex.rule == "windows.following" and timex.resolution == "relative" and timex.granularity in ("year", "month"):
        return True  # 过去一年, 未来三个月: so far back or ahead, no happening is dated
    if timex.text.startswith("前一") and "\u4e00" <= before[-1:] <= "\u9fff" and not LEADS_TIME.search(before):
        return True  # 比赛前一个月
    if timex.text in _THAT_TIME and "\u4e00" <= before[-1:] <= "\u9fff" and before[-1] not in _LEADS:
        return True  # 合龙那天: the day of what is named in front of it
    if "festival" in timex.rule and before[-1:] in ("因", "受"):
        return True  # 因国庆假期客流较大，厂前路单向通行
    if is_held(timex, text):
        return True
    if "festival" in timex.rule and _SO_MANY.search(before):
        return True  # 过了三十七个春节
    if after[:1] == "的" and timex.text in ("今天", "今日") and _HOW_IT_IS.match(after):
        return True  # 今天的江上有十四座桥
    if before[-1:] == "是" and _ONE_OF.match(after):
        return True  # 底子是1953年参战的一个工兵连
    if in_name(text, timex) or _TICKET_SOLD.match(after):
        return True  # “腊月里的市集”开市; 除夕当日车票今天开售
    if "festival" in timex.rule and before.endswith("的") and (not after.strip() or after[0] in " \u3000\n》”"):
        return True  # 家风里的端午
    if timex.text[-1] == "后" and _IDLE.search(before) and after[:1] == "，":
        return True  # 停业改造11个月后，市场重新开张: how long it was
    if timex.text == "当年" and before.endswith("邀请"):
        return True  # 邀请当年开凿工人的后代
    if timex.text in _THIS_DAY and _COMES.match(after):
        return True  # 这一天迟早会来
    if timex.text[0] in "那当" and _RECALLED.search(before):
        return True  # 说起那天还激动
    if timex.text.startswith("前") and _FREE.match(after):
        return True  # 前三个月免收通行费
    if COMPARED_BEFORE.search(before) and "从" not in before:
        return True
    if (
        COMPARED_AFTER.match(after)
        or ("festival" in timex.rule and _ONLY_NEAR.match(after) and not _done_by(after))
        or _STAGE.search(timex.text)
    ):
        return True
    if "festival" in timex.rule and _GREETS.search(text, max(0, timex.start - 8), timex.start):
        return True
    if _SINCE_FIRST.match(timex.text[-2:] + after) or _SINCE_FIRST.match(after):
        return True
    if _inside(text, timex, "《", "》"):
        return True
    if _TICKET_OF.match(after) and _BOUGHT.search(text, max(0, timex.start - 16), timex.start):
        return True  # 已购买4月1日门票的游客
    if (
        timex.granularity in ("half", "quarter", "season")
        and timex.resolution == "explicit"
        and NAMED_AFTER.match(after)
    ):
        return True
    if timex.granularity in ("year", "decade", "century") or (
        "/" in (timex.edtf or "") and timex.granularity == "year"
    ):
        return _names_only(before, after, timex)
    return False


def in_name(text: str, timex: Timex) -> bool:
    """Whether a time told in words is part of a short name in marks: “腊月里的市集”; no name is all of a time."""
    if timex.text[0].isdigit():
        return False
    left = text.rfind("“", max(0, timex.start - _LONGEST_NAME), timex.start)
    right = text.find("”", timex.end, timex.end + _LONGEST_NAME)
    inside = text[left + 1 : right] if 0 <= left < right else ""
    return len(inside) > len(timex.text) + 1 and PAUSES.isdisjoint(inside) and "”" not in inside


def _names_only(before: str, after: str, timex: Timex) -> bool:
    """Whether a year belongs to a name: 列入2025年典型案例, 2023年度考核, （2011—2015年）."""
    if timex.granularity in ("century", "decade"):
        return timex.granularity == "century" or not _done_in(after)
    if before[-1:] in ("（", "(") and after[:1] in ("）", ")"):
        return True
    if NAMED_AFTER.match(after) and timex.resolution == "explicit" and not STRONG_MILESTONE.match(after):
        return True
    if timex.text.endswith("年度") and (timex.resolution == "explicit" or _BUDGET.match(after)):
        return True
    attributive = bool(_ATTRIBUTIVE.search(before)) and not (
        LEADS_TIME.search(before) or (_by_person(before) and after[:1] != "生")
    )
    return attributive and after[:1] not in "，,起" and timex.resolution == "explicit" and not verb_follows(after)


def _by_person(before: str) -> bool:
    """Whether a clause begins with no more than a person in front of a time: 方小禾1954年接过父亲的船桨."""
    opened = _CLAUSE_OPENS.search(before)
    who = before[opened.end() :] if opened else ""
    return bool(_OF_PERSON.fullmatch(who)) or (len(who) > 1 and name_in(who) == who and who[-1] not in _NO_LAST)


def _done_by(after: str) -> bool:
    """Whether a clause goes on behind a feast's 前 or 后 with what is done by then: 国庆节前建成开放."""
    clause = _BY_THEN.match(after)
    told = clause[0] if clause else ""
    return bool(
        STRONG_MILESTONE.search(told)
        or MILESTONE.search(told)
        or PLANNED.search(told)
        or "还要" in told
        or undertaken(told)
    )


def _done_in(after: str) -> bool:
    """Whether a decade dates what its clause goes on with: 上世纪八十年代由省馆收藏."""
    clause = _PAUSE.split(after, maxsplit=1)[0]
    if _ERA_OF.match(after):
        return False
    return clause.startswith("由") or bool(STRONG_MILESTONE.search(clause) or VERB_START.match(clause))


def verb_follows(after: str) -> bool:
    return bool(
        MILESTONE.match(after)
        or ACTIVITY.match(after)
        or VERB_START.match(after)
        or PASSES_INTO.match(after)
        or DEED.match(after)
        or undertaken(after[:4])
        or _BY_SOMEBODY.match(after)
        or _GOES_ON.match(after)
    )


def _inside(text: str, timex: Timex, opening: str, closing: str) -> bool:
    """Whether the time stands inside a title in that pair of marks."""
    left = text.rfind(opening, max(0, timex.start - 60), timex.start)
    return (
        left >= 0 and text.find(closing, left, timex.start) < 0 and text.find(closing, timex.end, timex.end + 60) >= 0
    )
