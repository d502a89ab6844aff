"""The kind of a statement on its page, and how it stands: by its words, its label, its neighbours and its time.

>>> from timeline.events.attach import statements
>>> from timeline.events.sentences import split
>>> from timeline.timex import tag
>>> text = "1994年，油坊换成电动榨机。"
>>> page = Page(text, split(text), tag(text), "2025-04-22", "")
>>> KindReader(page).read(statements(text, page.timexes, page.sentences)[0]).kind
'milestone'
"""

from __future__ import annotations

from typing import NamedTuple

from timeline import edtf
from timeline import regex as re
from timeline.events.attach import Statement
from timeline.events.classify import STATE, kind_of, modality_of
from timeline.events.nothings import breaks_off, in_case, only_reports
from timeline.events.page import Page
from timeline.events.rows import timed
from timeline.events.verbless import without_verb
from timeline.events.words import ACTIVITY, INCIDENT, STRONG_ACTIVITY, TRIGGER
from timeline.model import Timex

#: Characters of a sentence behind a statement that are read for what it is about.
_AROUND = 600
_KINDS_SHOWN, _CALLED_OFF = ("activity", "milestone"), ("postponed", "cancelled")
#: Milestones that stay such though they last for some days, or are put off.
_LASTING = re.compile(
    r"期限|有效期|试点|施行|实施|执行|生效|航班计划|开征|开工|动工|竣工|投产|通车|通航|交付|投用|启用|上市|改版|达成|截止|政策|优惠|清零|新规|日期|完工|夺|获|签|当选|发布|公布|印发|被叫停|[客货]运[^，。；]{0,10}停办|(?:基地|[学分][校院]|[厂社班店所])[^，。；]{0,12}停办"
)
#: Days that an arrangement lasts at most, and behind which one is long past.
_ARRANGEMENT, _LONG_PAST = 125, 93
_SINCE_YEAR = re.compile(r"年(?:以来|来)$")
#: Repetitions that tell when somebody can be reached or a door is open, not that something takes place.
_HOURS = re.compile(
    r"开放|闭馆|休馆|休息|营业|开门|咨询|电话|接听|工作日|(?<!举)办公|办理|门诊|坐诊|接种|受理|上班|开馆|限行|照常|不变|之前|前[缴交报提]"
)
_NO_HAPPENING = re.compile(
    r"不用|不必|无需|其余|再(?:动身|出门|出发|前往)|建议|提醒|最好|别忘|主题(?:是|为)|可能|估计|没有|客流|[“”]?说|预报|风力|气温|(?<!流星)雨|降温|阵风|降雪|降水|寒潮|冷空气"
)
#: 6月20日前报送, 政策延续至12月31日; what is held before a day is held.
_DUE, _UNTIL = (
    re.compile(r"\s*[之以]?前(?![三两0-9的])"),
    re.compile(r"[延推顺放](?:[续长期迟后延宽])?[至到]\s*\Z"),
)
#: What has to be handed in by a time, however much it is: 17时前交纳保证金10万元.
_TO_PAY = re.compile(
    r"(?<=前)[^，。；]{0,8}?(?:[交缴][纳存清付齐费]|支付|付[清款]|汇[入至到]|归还|退还|报送|提交|领取)"
)
_HELD = re.compile(
    r"举[行办]|召开|开[幕赛演唱讲展]|[上展巡会]演|演出|展出|比赛|[决联竞]赛|放映|征集|报名|管制|[限禁]行|展|会\Z|节\Z"
)
_MAY = re.compile("可(?!能)|参[与加]|欢迎|即日起")
_SHARE = re.compile("参[与加]|欢迎|免费")
_CLOSED = frozenset(
    ("开课", "末班车", "关闭", "停止开放", "暂停开放", "停航", "停驶", "停课", "停诊", "停运", "改道", "停办")
)
#: A door that opens for the first time: 车间将变身博物馆对外开放.
_OPENS = frozenset(("开放", "对外开放", "免费开放", *(f"{to}{whom}开放" for to in "向对" for whom in ("公众", "市民"))))
_NEWLY = re.compile("变身|改[作建造]|落成|建成|竣工|修复工程|新馆|布展完成")
#: 汽渡12月31日停航，结束63年的摆渡史: what does not come back.
_FOR_GOOD, _NEAR = re.compile("(?:结束|告别)[^，。；]{0,14}史|永久|正式退出|退出历史|谢幕|不再恢复"), 30
#: What a train does every Saturday from a day on.
_RUNS, _FROM_ON = frozenset(("开行", "发车", "运行")), re.compile("起[，,]?\\s?(?:每|逢)")
#: 球队上一次夺冠是在2013年.
_LAST_TIME = re.compile(r"上一?[次回][^，。；]{0,12}(?:还)?是?在?\Z")
#: 崔某承包劳务, on a page of a case.
_SOMEBODY = re.compile(r"(?:^|[，。；\s]|告人|疑人)[\u4e00-\u9fff]某")
_ACCUSES = re.compile("被告人|检察院|嫌疑|有期徒刑|刑事|犯[^，。]{1,10}罪")
_AS_OF, _DIGIT = re.compile("截[至止]"), re.compile(r"\d")
_TOTAL = re.compile(
    r"(?:数|数量|总额|累计|[已共][^，。；]{1,4})(?:截[至止])?[为达到约超共]{0,2}\d|完成[一二三四五六七八九]成|过半|[过超][六七八九]成"
)
_PEOPLE = re.compile(r"\d万?[余多]?[人户家]")


#: What people are about, with nothing done, in the scene that a story is told in.
_EVERYDAY = re.compile(
    "[坐站蹲靠躺趴倚](?:在|着|满|到(?=门|桌|田|窗|树))|[走跑骑穿路](?:过(?=[^了程场]|$)|着)|散步|遛[狗弯鸟]|晨练|拍照|合影|打卡|自拍|[剥择洗摘切]着?(?:菜|豆|蒜|毛豆|葱)|晒太阳|晾[着晒衣]|打牌|下棋|聊天|唠嗑|喝茶|闲谈|"
    "忙着|[牵抱推挑提拎端哼看挥望握捧扛背]着|弯[着下]?腰|低[着下]?头|围着|围坐|飘着|弥漫|洒[在满]|照在|热气腾腾|熙熙攘攘|人头攒动|人来人往|络绎不绝|机器轰鸣|书声琅琅|笑声"
)


class Kind(NamedTuple):
    """What kind of happening a statement tells, the word that decided ("" for none) and its modality.

    ``reports`` says that its time only dates the telling.
    """

    kind: str
    trigger: str
    modality: str
    reports: bool


class KindReader:
    """Reads the kinds of the statements of one page, in order."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._last: tuple[Statement, str] | None = None

    def read(self, statement: Statement, row: str = "") -> Kind | None:
        """The kind of a statement; None where it tells of nothing that happens. ``row`` is what it names as a row of a programme."""
        text, timex = self.page.text, statement.timex
        part = text[statement.start : statement.end]
        kind, trigger = self._told(statement)
        if not kind and (part.rstrip().endswith(("：", ":")) or breaks_off(part)):
            return None  # a sentence that only announces what its colon, or the next time, is followed by
        if row:
            kind = "activity"  # a row of a programme, whatever its ticket costs or its name says
        if kind in ("", "milestone") and not TRIGGER.fullmatch(trigger) and self._colours(statement):
            return None
        kind = kind or self._without_verb(statement)
        if timex.granularity == "year" and _SINCE_YEAR.search(timex.text):
            kind = "indicator"  # a summary of a period, not a happening in it
        if timex.recurrence and trigger in _RUNS and _FROM_ON.search(part):
            kind = "activity"
        if timex.recurrence and (kind != "activity" or _HOURS.search(part)):
            return None
        reports, case = only_reports(text, statement), in_case(text, statement)
        if reports:
            kind = "milestone" if kind == "activity" else kind
        elif kind == "indicator" and timex.bound == "to" and _TO_PAY.search(text, timex.end, statement.end):
            kind = "milestone"
        elif kind == "indicator" and _DUE.match(text, timex.end) and self._to_come(statement):
            kind = "milestone"  # by when so much is to be done
        elif self._counted_until(statement, kind, trigger):
            kind = "indicator"
        elif kind in _KINDS_SHOWN and (
            case
            or _LAST_TIME.search(text, max(0, timex.start - 24), timex.start)
            or (not TRIGGER.fullmatch(trigger) and self.page.in_speech(timex.start))
        ):
            kind = "incident"  # what may come to be; the last time that it was so; what somebody says of his own year
        modality = "planned" if case else modality_of(statement, text, self.page.published)
        if kind == "milestone" and trigger == "开放" and timex.part:
            kind = "activity"
        if (kind == "activity" or trigger == "报案") and self._ends_then(statement, trigger):
            kind = "milestone"
        elif _called_off(kind, modality, part) or (kind == "milestone" and _arranged(timex, trigger)):
            kind = "activity"
        self._last = (statement, kind)
        return Kind(kind, trigger, modality, reports)

    def _told(self, statement: Statement) -> tuple[str, str]:
        """The kind that a statement's words tell, else its label's, and the word that decided; ("", "") without one."""
        plain, sentence, timex = self.page.blanked, statement.sentence, statement.timex
        around = plain[sentence.start : min(sentence.end, statement.end + _AROUND)]
        part = plain[statement.start : statement.end]
        if "宣判" in part:
            around = self.page.text  # of what, another sentence tells
        kind, trigger = kind_of(part, timex.start - statement.start, around, _days_of(timex))
        if kind == "milestone" and _SOMEBODY.search(part) and _ACCUSES.search(self.page.text):
            return "incident", trigger
        if kind == "indicator" and timed(self.page, statement):
            return kind, trigger
        if kind in ("", "indicator") and statement.label and (named := kind_of(statement.label, 0))[0] in _KINDS_SHOWN:
            return named
        return kind, trigger

    def _colours(self, statement: Statement) -> bool:
        """Whether a statement only shows what somebody was about one of these days: 昨天下午，方小禾坐在门口剥豆子."""
        timex = statement.timex
        if timex.granularity not in ("day", "minute") or self._to_come(statement):
            return False
        return _EVERYDAY.search(self.page.blanked, statement.start, statement.end) is not None

    def _counted_until(self, statement: Statement, kind: str, trigger: str) -> bool:
        """Whether a time is the last day of a count: 截至昨日20时，已转移2326人."""
        text, timex = self.page.text, statement.timex
        if timex.bound != "to" or not _AS_OF.search(text, max(0, timex.start - 3), timex.start):
            return False
        said = text[statement.start : statement.end].replace(timex.text, "")
        if _TOTAL.search(said):
            return True
        if STRONG_ACTIVITY.search(trigger) or trigger.endswith(("截至", "截止")):
            return False
        return bool((_DIGIT if kind != "activity" else _PEOPLE).search(said))

    def _ends_then(self, statement: Statement, trigger: str) -> bool:
        """Whether something is to be done by a time, goes on until it, or has long been closed since, and is not held then."""
        timex, text = statement.timex, self.page.text
        if _DUE.match(text, timex.end) and timex.bound == "to":
            return not _HELD.search(text, timex.end, statement.end) and not _MAY.search(
                text, statement.start, statement.end
            )
        if _UNTIL.search(text, max(0, timex.start - 3), timex.start):
            held = statement.sentence.start if text[timex.start - 2] in "迟延" else statement.start
            return not ACTIVITY.search(text, held, statement.end)
        if trigger.startswith("恢复供"):
            return not self._to_come(statement) and modality_of(statement, text, self.page.published) == "reported"
        if trigger.startswith("恢复") or trigger in ("首演", "报到") or trigger.endswith("报名"):
            return self._long_past(statement)
        if trigger in _OPENS and _NEWLY.search(text, statement.sentence.start, statement.end):
            return True
        if trigger.endswith(("众开放", "对外开放")):
            return timex.granularity not in ("day", "minute") or self._long_past(statement)
        if trigger not in _CLOSED:
            return False
        if _FOR_GOOD.search(text, timex.end, min(statement.sentence.end, statement.end + _NEAR)):
            return True
        if timex.granularity in ("year", "month"):
            return not self._to_come(statement)
        return "/" not in (timex.edtf or "") and self._long_past(statement)  # 1995年11月18日，汽渡停航

    def _to_come(self, statement: Statement) -> bool:
        """Whether a time ends after the day of the page."""
        until = statement.timex.until
        return (
            self.page.published is not None
            and until is not None
            and edtf.stamp(until, low=False).date() > self.page.published
        )

    def _long_past(self, statement: Statement) -> bool:
        """Whether a time lies so far back that no calendar needs it."""
        until = statement.timex.until
        return (
            self.page.published is not None
            and until is not None
            and (self.page.published - edtf.stamp(until, low=False).date()).days > _LONG_PAST
        )

    def _without_verb(self, statement: Statement) -> str:
        """As the statement before it in a row of such; a day to come is for a calendar; anything else is an incident."""
        if self._last is not None:
            earlier, kind = self._last
            row = earlier.sentence is statement.sentence or (
                statement.sentence.continues and earlier.sentence.paragraph == statement.sentence.paragraph
            )
            if (
                row
                and not (kind == "incident" and self._long_past(statement))
                and (kind != "indicator" or self._counts(statement))
            ):
                return kind
        begin = statement.timex.begin
        to_come = self.page.published is not None and edtf.stamp(begin, low=True).date() > self.page.published
        day = statement.timex.granularity in ("day", "minute")
        due = _DUE.match(self.page.text, statement.timex.end) and not _SHARE.search(
            self.page.text, statement.start, statement.end
        )
        if to_come and day and statement.timex.bound == "to" and (due or "festival" in statement.timex.rule):
            return "milestone"  # what is done by then
        if to_come and day and not _NO_HAPPENING.search(self.page.text, statement.start, statement.end):
            return "activity"
        told = self.page.blanked[statement.start : statement.end]
        # an entry of a chronicle tells of something done
        if self.page.is_chronicle and not INCIDENT.search(told) and not STATE.search(told):
            return "milestone"
        if self.page.published is None or self.page.speakers or self._heads(statement):
            return "incident"
        ago = (self.page.published - edtf.stamp(begin, low=True).date()).days
        ahead = modality_of(statement, self.page.text, self.page.published) == "planned"
        return without_verb(told, ago=ago, days=_days_of(statement.timex), ahead=ahead)

    def _counts(self, statement: Statement) -> bool:
        """Whether a statement holds a figure beside its time."""
        text, timex = self.page.text, statement.timex
        return bool(_DIGIT.search(text, statement.start, timex.start) or _DIGIT.search(text, timex.end, statement.end))

    def _heads(self, statement: Statement) -> bool:
        """Whether a statement of a month or longer is a line without a stop: a heading, 九月便民服务."""
        end = statement.sentence.end
        line = self.page.text[end - 1 : end] not in "。！？；，：" and self.page.text[end : end + 1] in ("", "\n")
        return line and statement.timex.granularity not in ("day", "minute")


def _days_of(timex: Timex) -> int:
    """How many days a time lasts, 0 for an open one."""
    if timex.begin is None or timex.until is None:
        return 0
    return (edtf.stamp(timex.until, low=False) - edtf.stamp(timex.begin, low=True)).days


def _called_off(kind: str, modality: str, part: str) -> bool:
    """Whether what is put off or called off is something for a calendar, whatever is said of the cause."""
    if modality not in _CALLED_OFF or _LASTING.search(part):
        return False
    return kind == "milestone" or (kind == "incident" and bool(ACTIVITY.search(part) or "停办" in part))


def _arranged(timex: Timex, trigger: str) -> bool:
    """Whether what goes on from one day to another is an arrangement for a calendar: open, under repair, handled."""
    lasting = _LASTING.search(trigger) and trigger != "签约"  # who signs up for days on end has a term to do so
    if timex.granularity not in ("day", "minute") or "/" not in (timex.edtf or "") or lasting:
        return False
    if timex.text.endswith("月"):  # 腊月 is a month, though of days that the calendar tells
        return False
    first, last = edtf.days(edtf.parse(timex.edtf or ""))
    least = 0 if timex.granularity == "minute" else 1
    return first is not None and last is not None and least <= (last - first).days <= _ARRANGEMENT
