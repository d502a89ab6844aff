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
    STRONG_ACTIVITY,
    STRONG_MILESTONE,
    by_first,
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
#: How things stood, which is nothing done.
STATE = re.compile(r"是(?!否)|时候|没有|写着|有着|一直|仍")
_NO_HAPPENING = re.compile(
    r"主题(?:是|为)|进入(?:收尾|[高多]发期|[盛旺淡]季)|(?:再[跌涨]|回落|回升|见顶|触底|消退|趋缓)(?=[，。；]|$)|险些|差点|\A[^，。；]{0,12}(?:适逢|恰逢)[^，。；]{2,10}[，。；]?\Z|高峰(?:将|预计)?出现|达到?(?:了)?(?:顶峰|顶点|巅峰|鼎盛)|可能|估计能|没有(?![^，。；的]{1,6}的)|(?<=\s)(?:已|就已?)有[^，。；了]{1,8}?[0-9一二三四五六七八九十百千]+[余多]?[家户座口]|尚未|还没|还未|并未"
)
_QUOTED = re.compile("“[^“”]*”")
_ADOPTED = re.compile(r"会议?通过|审议通过|表决通过|讨论通过|获得通过|审议并?通过")
_DONE = re.compile(r"已|了|曾|共|累计|达到?[0-9]")
_BEFORE = re.compile(r"(?:之|以)?前(?!三|两|[0-9])")
#: 露天放映，遇雨顺延: what is arranged for the case that it rains.
_IF_WET = re.compile(
    r"(?:[如若倘逢]遇?|(?<![\u4e00-\u9fff])遇)[到有上]?[^，。；]{1,6}?[则将]?(?:顺延|延期|改期|取消|推迟)|雨天(?:顺延|延期|改期|取消)"
)


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
