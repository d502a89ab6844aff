"""Statements with a time that tell of no event: a condition, what somebody saw, who reports, what a sentence breaks off.

>>> breaks_off("会议将"), breaks_off("会议将于周三召开")
(True, False)
"""

from __future__ import annotations

from timeline import regex as re
from timeline.events.attach import Statement
from timeline.events.words import REPORTING, STRONG, STRONG_ACTIVITY, led

_PAUSE = re.compile(r"[，。；：,;]")
_TELLING = re.compile(r"如下|获悉|了解到|采访|日电|日讯|消息(?!说)|从.{2,20}处?得知")
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
