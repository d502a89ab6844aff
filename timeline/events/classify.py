"""Whether a statement is an event, of what kind, and how it stands: reported, planned, postponed, cancelled.

>>> kind_of("条例自7月1日起施行", 3)
('milestone', '施行')
"""

from __future__ import annotations

from datetime import date

from timeline import regex as re
from timeline.edtf import stamp
from timeline.events.attach import Statement
from timeline.events.deeds import MEANS, decided, settled
from timeline.events.tallies import by_figure, tallied
from timeline.events.words import (
    ACTIVITY,
    CANCELLED,
    INCIDENT,
    INDICATOR,
    MILESTONE,
    PLANNED,
    POSTPONED,
    REPORTING,
    STRONG,
    STRONG_ACTIVITY,
    STRONG_MILESTONE,
    by_first,
    led,
)

#: A figure or a theme that only describes what the clause tells of: 总投资80亿元的产业园, 以……为主题的论坛.
_ATTRIBUTE = re.compile(
    r"以[^，。；]{2,40}?为(?:主题|议题|题)的|(?:总?投资|占地|总?建?筑?面积|[全总]长|总?预算|造价|总?金额)[^，。；]{0,6}?[0-9.]+[^，。；的]{1,8}的"
)
#: A rule's figure that is set anew: 最低工资标准上调至2200元.
_SET_ANEW = re.compile(
    by_first(
        r"起[，,]?[^，。；]{0,4}对[^，。；]{2,16}?(?:每[人月年户亩吨个][^，。；]{0,4})?(?:补助|补贴|奖励|发放)(?=[0-9])|起[，,]?[^，。；]{0,14}?利率[^，。；]{0,4}(?:[由从][^，。；]{1,14})?已?(?:上调|下调|降低|调整|[降调])[至到为]|统一调(?:整)?[为至到]|每(?:立方米|方|吨|度|人次?|斤|升)(?:[^，。；]{0,4}?)[调涨降](?:整)?[为至到](?=[0-9])|(?:标准|工资|额度|价格?|票价|费率?|税率|分值|分数|比例|补助|补贴|待遇|养老金|限额|门槛|年龄|时限)[^，。；]{0,4}(?:[由从][^，。；]{1,14})?已?(?:上调|下调|提高|调整|调|降低|降|涨|提)[至到为]"
    )
)
#: 9月20日因系统升级，大厅停办业务: why it was done; the blank stands for the time itself.
_CAUSE = re.compile(
    r"[0-9年月日号时分:：至起\s]*(?:[晨早晚夜间]|[上下]午)?(?:因|由于|为配合)[^，。；：]{3,24}，(?=[^，。；]{3})"
)
_WARNING = re.compile(by_first(r"(?:发布|解除|升级|变更)[^，。；]{0,16}?(?:预警|警报)"))
_PAUSE = re.compile(r"[，。；：,;]")
#: How things stood, which is nothing done.
STATE = re.compile(r"是(?!否)|时候|没有|写着|有着|一直|仍")
_NO_HAPPENING = re.compile(
    r"主题(?:是|为)|进入(?:收尾|[高多]发期|[盛旺淡]季)|(?:再[跌涨]|回落|回升|见顶|触底|消退|趋缓)(?=[，。；]|$)|险些|差点|\A[^，。；]{0,12}(?:适逢|恰逢)[^，。；]{2,10}[，。；]?\Z|高峰(?:将|预计)?出现|达到?(?:了)?(?:顶峰|顶点|巅峰|鼎盛)|可能|估计能|没有(?![^，。；的]{1,6}的)|(?<=\s)(?:已|就已?)有[^，。；了]{1,8}?[0-9一二三四五六七八九十百千]+[余多]?[家户座口]|尚未|还没|还未|并未"
)
_QUOTED = re.compile("“[^“”]*”")
_ADOPTED = re.compile(r"会议?通过|审议通过|表决通过|讨论通过|获得通过|审议并?通过")
_TELLING = re.compile(r"如下|获悉|了解到|采访|日电|日讯|消息(?!说)|从.{2,20}处?得知")
_DONE = re.compile(r"已|了|曾|共|累计|达到?[0-9]")
_BEFORE = re.compile(r"(?:之|以)?前(?!三|两|[0-9])")
#: 展品中有1958年下水的客轮: the time belongs to what is shown.
_SHOWN = re.compile(
    r"(?:[有含]|包括|如|展出|陈列|看到|看见|见到|收藏|保存着?|展示|发现|出土|挖出|清理出|征集到)了?\s*\Z"
)
_SHOWN_ENDS = frozenset("有含括如出列到见藏存着示了现土")
#: 到期日若在6月6日至7月31日之间: a case that may be, and what is done about it has a time of its own.
_IF = re.compile(r"(?:若|如|凡|倘)(?:[在于])?\s*\Z")
_IF_ENDS = frozenset("若如凡倘在于")
_RANGE_OF = re.compile(r"\s*(?:之间|期间|之内|内|[之以]?[前后])")
#: 1989年9月22日以后出生: who may apply.
_BORN = re.compile(
    led(r"(?:及以前)?(?:[（(]含[^（）()]{0,4}[）)])?(?:之间|期间|[之以]?[前后])(?:[（(]含[^（）()]{0,4}[）)])?出生")
)
_DONE_OF = re.compile(r"[\u4e00-\u9fff]{0,6}的")
#: 3月25日前年满18周岁的村民, 以后首次获得贷款的企业: who or what is meant.
_ENTITLED = re.compile(
    r"(?:[之以]?[前后](?:首次)?(?:年满|毕业|出生|安装|获得|取得|登记|注册|购买|参保|入职|入学|落户)|期间新)[^，。；]{0,12}?[）)]?的"
)
#: 16日为周六, 若遇雨则顺延: the calendar's, and the weather's, own.
_WEEKDAY = re.compile(r"\s*(?:为|是|恰逢|适逢|正值)?(?:周|星期|礼拜)[一二三四五六日天](?=[，。；\s]|\Z)")
_WET = re.compile(
    r"(?:[如若倘]遇?|(?<![\u4e00-\u9fff])遇)[有到]?[^，。；]{0,4}?[雨雪风雾雷][^。；]{0,16}?(?:顺延|延期|改期|取消)|雨天(?:顺延|延期|改期|取消)"
)
_WET_THEN = re.compile(r"\s*(?:如|若|倘)?遇(?:有)?(?:大|暴|中)?[雨雪风台][^，。；]{0,8}?(?:顺延|延期|改期|取消)")
#: 如天文台发出警告，活动将延至19日; 如有需要，第四回合26日进行: a case that may be, to be told and not printed.
_IN_CASE = re.compile(
    r"(?<![\u4e00-\u9fff])(?:如(?![期何此今下])|若(?!羌)|倘若?|一旦)[^。；]{4,40}?(?:顺延|延期|延至|改期|取消|推迟)|如有(?:需要|必要)，"
)
#: 露天放映，遇雨顺延: what is arranged for the case that it rains.
_IF_WET = re.compile(
    r"(?:[如若倘逢]遇?|(?<![\u4e00-\u9fff])遇)[到有上]?[^，。；]{1,6}?[则将]?(?:顺延|延期|改期|取消|推迟)|雨天(?:顺延|延期|改期|取消)"
)
#: 7月19日9时前如未恢复，请拨打热线: what to do in a case that may be.
_IF_NOT = re.compile("[之以]?前[，,]?(?:如|若|倘)[仍还果]?[未没]")
#: 有在3月1日至20日办理需求的，可预约: who is meant.
_WANTS = re.compile("[^，。；]{0,8}(?:需求|需要|意愿|意向)的[，,]")
#: 末班车由22时30分延至23时: what it was is no time of its own.
_FROM = ("，由", "，从")
_TO_ANOTHER = re.compile("(?:延长?|改|调整?|提前|推迟)[至到为]")
_AGE = re.compile(r"\s*[0-9一二三四五六七八九十]{1,4}岁")
#: 往年多在8月举行: no day of any one year.
_USUAL = re.compile(r"(?:往年|历年|常年|通常|一般)(?:多|都|均)?[在于]?\s*\Z")
#: 召回5月6日至20日生产的酱菜: the time says which ones are meant.
_MADE_THEN = re.compile(
    led(
        r"(?=[之期以前后生出购签登毕入参缴完])(?:之间|期间|[之以]?[前后])?(?:出生[、，且]?(?:具有|户籍|年满)|生产的|出厂的|出生的|(?<=后)(?:完成|创作|发表|拍摄)的|(?:购买|签订|登记注册|毕业|入职|参保|缴费)的)"
    )
)
_SEEN = re.compile(r"[^，。；]{0,24}?(?:看到|见到|走访|来到|走进|采访|获悉|了解到|探访)")
_REPORTER = re.compile(
    led(r"[，,\s]*(?:本报)?记者[^，。；]{0,24}?(?:获悉|了解到|采访|看到|见到|来到|走进|走访|探访|赶到|发现)")
)
#: 赵某，男，1984年5月生: who somebody is, where a court or the police tell it.
_WHO, _BORN_THEN = (
    re.compile(r"[男女][，,、\s]+(?:[\u4e00-\u9fff]{1,2}族[，,、])?\Z"),
    re.compile(r"\s*出?生(?![于在])"),
)
_ACCUSES = re.compile("法院|检察|公安|警方|被告|嫌疑|通缉|逃犯")
#: The name of an office in front of the date of its notice.
_SIGNED = re.compile(
    r"\s*[\u4e00-\u9fff（）()“”]{2,24}[局委办部厅院社会校馆所队站心司府处室团学][\s\u3000]+(?:[\u4e00-\u9fff]{2,16}[局委办部厅院社会校馆所队站心司府处室团学][\s\u3000]+)?\Z"
)
#: What is only begun to be told, up to the next time.
_BROKEN_OFF = re.compile(r"(?:将|拟|计划|定于|预计)\s*\Z")
#: 金秋十月，走进渡口制种基地; 四十年前这里还是戈壁: where the reporter goes, how things stood.
_SCENE = re.compile(
    r"[，,\s]*(?:[0-9]{2,3}岁的[^，。；的]{2,6}?(?=又|再|走|来到|站|坐|回到|推开)(?:又一次|再一次|再次|又|再)?)?(?:走进|走在|来到|漫步|置身|放眼|驱车|推开|踏[进入上]|行走|穿行|站在|(?:这里|那里|此地|这儿|当地|这片[\u4e00-\u9fff]{1,6})?(?:还|仍|原本|原来|还只|曾)只?是(?=[一片个座间“荒穷远\u4e00-\u9fff]))"
)
_CASE_NEAR, _CASE = 12, 50  # as long as what is said of a case may be
_LED, _GOES = 2, frozenset("走来踏站推")
#: Who may ask for something, or must: the day is no happening.
_CONDITION = re.compile(
    r"(?:对象|条件|范围)[^，。；]{0,6}[为是][^，。；]*\Z|(?:^|[，。；\n])凡[^，。；]*\Z|年龄[^，。；]*\Z"
)
_ASKING = re.compile(r"哪[天些里家年月]|什么时候|何时|吗？|呢？|例如|比如|譬如")


#: 因疫情停办, 受台风影响停航: what befell is only the cause.
_CAUSES = ("因", "受")
_BLANKS = re.compile(r"\s+")


def kind_of(part: str, at: int, around: str = "", days: int = 0) -> tuple[str, str]:
    """The kind of the statement ``part`` and the word that decided; ``at`` is the offset of its time in it.

    ``around`` is the sentence that it stands in, ``days`` how many days its time lasts (0 where that is not known).
    """
    if "的" in part:
        part = _ATTRIBUTE.sub(lambda attribute: " " * len(attribute[0]), part)
    if "，" in part and (cause := _CAUSE.match(part, at)):
        part = part[: cause.start()] + " " * (cause.end() - cause.start()) + part[cause.end() :]
    if "通过" in part or "以" in part:
        part = MEANS.sub("  ", part)
    front = _BLANKS.sub(" ", part[:at])
    told = front + _BLANKS.sub(" ", part[at:])
    best = _nearest(told, len(front))
    idle = _NO_HAPPENING.search(_QUOTED.sub("", part) if "“" in part else part)
    if idle and idle.end() <= at and MILESTONE.search(part, at):
        idle = None  # 装置进入收尾阶段，12月15日交付
    if idle and not (idle[0].startswith("主题") and ACTIVITY.search(part, 0, idle.start())):
        return ("indicator", "") if INDICATOR.search(part) else ("incident", "")
    if "通过" in part and (adopted := _ADOPTED.search(part, at)):
        return "milestone", adopted[0]
    if "警" in part and (warned := _WARNING.search(part, at)):
        return "incident", warned[0]
    if anew := _SET_ANEW.search(part, at):
        return "milestone", anew[0]
    if turn := settled(told, len(front), around):
        return turn
    if tally := tallied(told, days):
        return "indicator", tally
    if (best is None or best[3] or best[1] == "incident") and (turn := decided(told, len(front))):
        return turn
    return by_figure(part, best, days)


def _nearest(part: str, at: int) -> tuple[int, str, str, int] | None:
    """The verb that decides the kind of a statement: how far it is, its kind, the word, its handicap; None without one."""
    best: tuple[int, str, str, int] | None = None
    for kind, pattern, weight in (
        ("milestone", STRONG_MILESTONE, 0),
        ("activity", STRONG_ACTIVITY, 0),
        ("incident", INCIDENT, 6),
        ("milestone", MILESTONE, 14),
        ("activity", ACTIVITY, 14),
    ):
        if best is not None and best[0] <= weight:
            continue  # nothing of this sort can stand nearer
        for match in pattern.finditer(part):
            if kind == "incident" and part[match.start() - 1 : match.start()] in _CAUSES:
                continue
            # the first verb behind the time decides; what stands before it counts less
            distance = match.start() - at if match.start() >= at else (at - match.end()) + 12
            score = distance + weight
            if best is None or score < best[0]:
                best = (score, kind, match[0], weight)
            if match.start() >= at:
                break
    return best


def modality_of(statement: Statement, text: str, published: date | None) -> str:
    """How the event stands on the article's day."""
    part = text[statement.start : statement.end]
    told = f"{statement.label} {part}"
    if "遇" in told or "雨天" in told:
        told = _IF_WET.sub("", told)
    if CANCELLED.search(told):
        return "cancelled"
    if POSTPONED.search(told):
        return "postponed"
    begin = statement.timex.begin
    if published is not None and begin is not None:
        if stamp(begin, low=True).date() > published:
            return "planned"
        until = statement.timex.until
        if _still_to_come(statement, part, published):
            return "planned"
        if until is not None and stamp(until, low=False).date() <= published:
            return "reported"
    return "planned" if PLANNED.search(told) else "reported"


def _still_to_come(statement: Statement, part: str, published: date) -> bool:
    """Whether a time that has begun on the article's day lies ahead in what counts: 年底前, 月底, 今日22:00至明日5:00."""
    timex = statement.timex
    if timex.begin is None or timex.until is None or _DONE.search(part, timex.end - statement.start):
        return False
    if stamp(timex.until, low=False).date() < published:
        return False
    if timex.bound == "to":
        return bool(_BEFORE.match(part[timex.end - statement.start :]))
    ends_later = stamp(timex.until, low=False).date() > published
    return ends_later and (
        timex.text.endswith(("底", "末")) or (timex.granularity == "minute" and "/" in (timex.edtf or ""))
    )


def tells_nothing(text: str, statement: Statement) -> bool:
    """Whether a statement only says when somebody learnt something, or asks, or gives an example."""
    part = text[statement.start : statement.end]
    before = text[max(statement.sentence.start, statement.timex.start - 12) : statement.timex.start]
    if _announces_more(part, statement) or _MADE_THEN.match(text, statement.timex.end):
        return True
    last = before.rstrip()[-1:]
    if last in _IF_ENDS and _IF.search(before) and _RANGE_OF.match(text, statement.timex.end):
        return True
    if _BORN.match(text, statement.timex.end) or _ENTITLED.match(text, statement.timex.end):
        return True
    if _WEEKDAY.match(text, statement.timex.end) or _WET_THEN.match(part) or _USUAL.search(before):
        return True
    if (
        before.endswith(_FROM)
        and statement.timex.granularity == "minute"
        and _TO_ANOTHER.match(text, statement.timex.end)
    ):
        return True
    if _IF_NOT.match(text, statement.timex.end) or (last == "在" and _WANTS.match(text, statement.timex.end)):
        return True
    if statement.timex.text == "今年" and _AGE.match(text, statement.timex.end):
        return True
    if before.endswith("记者") and _SEEN.match(text, statement.timex.end):
        return True
    if _WHO.search(before) and _BORN_THEN.match(text, statement.timex.end):
        return _ACCUSES.search(text, max(0, statement.start - 300), statement.end + 300) is not None
    if _signed(text, statement):
        return True
    if last in _SHOWN_ENDS and _SHOWN.search(before) and _DONE_OF.match(text, statement.timex.end):
        return True
    at = statement.timex.end
    after = text[at : at + 40]
    if statement.timex.start - statement.start <= _LED and _SCENE.match(after):
        return statement.timex.granularity != "year" or after.lstrip("，, ")[0] not in _GOES
    if _REPORTER.match(after) or ("的" in after and _CONDITION.search(part[: statement.timex.start - statement.start])):
        return True
    return (
        bool(_TELLING.search(_clause_at(text, at, 40)))
        or bool(_ASKING.search(part))
        or part.rstrip("”」 ").endswith("？")
    )


def in_case(text: str, statement: Statement) -> bool:
    """Whether a statement tells what is arranged for a case that may be: 如遇雨，运动会顺延至27日; 如发警告，改至19日."""
    sentence, timex = statement.sentence, statement.timex
    span = max(sentence.start, timex.start - _CASE_NEAR - _CASE), min(sentence.end, timex.end + 1 + _CASE)
    return any(_told_after(case.search(text, *span), statement) for case in (_WET, _IN_CASE))


def _told_after(case: re.Match[str] | None, statement: Statement) -> bool:
    """Whether a statement's time stands in, or right behind, what is said of a case."""
    timex = statement.timex
    return case is not None and case.start() <= timex.end + 1 and timex.start - case.end() <= _CASE_NEAR


def _announces_more(part: str, statement: Statement) -> bool:
    """Whether a statement only says that more follows (有关事项通知如下：), and not before that what is held."""
    told = part.rstrip("：: \n")
    if not told.endswith("如下"):
        return False
    if statement.timex.granularity not in ("day", "minute"):
        return True
    held = told[statement.timex.end - statement.start : max(0, told.rfind("，"))]
    return STRONG_ACTIVITY.search(held) is None


def _signed(text: str, statement: Statement) -> bool:
    """Whether a paragraph is nothing but the name of an office and the date of its notice."""
    timex = statement.timex
    behind, _, _ = text[timex.end : timex.end + 2].partition("\n")
    line = text.rfind("\n", max(0, timex.start - 80), timex.start) + 1
    return not behind.strip() and _SIGNED.match(text, line, timex.start) is not None


def breaks_off(part: str) -> bool:
    """Whether a statement ends before it says what happens: 今冬集中供暖将."""
    return _BROKEN_OFF.search(part) is not None


def only_reports(text: str, statement: Statement) -> bool:
    """Whether a day dates the telling, not the told: 记者9日获悉."""
    clause = _clause_at(text, statement.timex.end, 14)
    return bool(REPORTING.search(clause)) and not STRONG.search(clause)


def _clause_at(text: str, at: int, most: int) -> str:
    """The clause that a text goes on with at a place, as far as so many characters."""
    pause = _PAUSE.search(text, at, at + most)
    return text[at : pause.start() if pause else at + most]
