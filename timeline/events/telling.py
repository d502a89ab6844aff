"""What is told, behind a title that only says who tells it: 渡口市药监局宣布.

>>> from timeline.events.attach import statements
>>> from timeline.events.sentences import split
>>> from timeline.timex import tag
>>> text = "渡口市药监局11月8日宣布，康宁公司将召回两批血压计。"
>>> page = Page(text, split(text), tag(text, "2025-11-10"), "2025-11-10", "")
>>> with_told("渡口市药监局宣布", page, statements(text, page.timexes, page.sentences)[0])
'渡口市药监局宣布康宁公司召回两批血压计'
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from timeline import regex as re
from timeline.events.attach import Statement
from timeline.events.background import in_name
from timeline.events.dated import echoes
from timeline.events.draft import Draft
from timeline.events.fitting import LONGEST, fit
from timeline.events.forms import GROUNDS, is_dating
from timeline.events.page import Page
from timeline.events.subjectless import is_bare
from timeline.events.title import make_title
from timeline.events.words import VERB
from timeline.model import Timex

#: What was done at a time to the thing that is told of.
_DONE_THEN = re.compile("(?!最)[\u4e00-\u9fff]{2,3}的(?=[\u4e00-\u9fff“《]{2})")
_VERBS = "得知|显示|宣布|透露|公布|通知|公告|通报|官宣|澄清|披露|表示|介绍|指出|强调|回应|提醒|通告|消息|证实|坦言|解释|决定|议定|商定|约定|承诺|检测确认|初步认定|初步判断|检测发现"
_TELLS = tuple(_VERBS.split("|"))
#: What is made known itself, and does not tell anything: 成绩公布, 《办法》公布.
_TOLD = re.compile(
    r"(?:[》”果绩单分线程案格章据名号级表的告书]|分数|价目|标准|条例|办法|规划|指数|电话|时间)(?:在[^，]{2,16}?)?(?:将|已|正式|对外|统一)?$"
)
#: The verb at the end of a statement that its title goes without.
_SAYS = ("表示", "指出", "强调", "介绍", "透露", "坦言", "解释", "说", "称")
_SAID, _MARKS = frozenset(verb[-1] for verb in _SAYS), '，：,:。“" \n'
_ENDS = re.compile(rf"(?:{_VERBS}|说|称)[，：,:。]?[“\"]?\s*\Z")
#: 检测显示，水质仍为劣Ⅴ类.
_STANDS = re.compile("[为达占超][\u4e00-\u9fff0-9]|[0-9]")
_IF = re.compile("若(?![羌干])|如(?=遇|果)|一旦|凡")
#: Characters with which a clause goes on behind a name.
_GOES_ON = frozenset("若如由将则")
_PRESS = ("发布会", "通气会")
_MEETS = (*_PRESS, "召开会议", "举行会议", "召开专题会议", "召开扩大会议", "开会")
_MEASURES = tuple(
    f"{made}{what}" for made in ("出台", "推出") for what in ("政策", "措施", "规定", "新规", "新政", "举措")
)
_MEETING = re.compile("(?:召开|举行)(?:专题|扩大)?会议$|开会$|(?:召开|举行)(?:新闻|媒体)?(?:发布|通气)会$")
_DEALS = re.compile(
    "发布|通报|公布|介绍|专题?(?:研究|学习)|研究|审议|听取|传达|部署|讨论|学习|调度|安排|分析|总结|表决|通过|动员|推进"
)
#: 公开拍卖：旧厂房设备一批，……
_LOT = re.compile(
    r"[：:]\s*(?P<what>[^，。；：\n（]{4,24}?)(?:[一两三四五六七八九十0-9]+[批宗套辆处]|若干)?(?=[，。；\n（])"
)
_FIRST_APPOINTED = re.compile(r"[：:\s]*(?P<who>[\u4e00-\u9fff·]{2,6}?)(?:同志)?为(?P<post>[^，。；：\n]{4,22})")
#: 检查“五一”假期市场秩序, 家风里的端午: beside another time a feast is part of a name.
_OF_FEAST = re.compile(r"(?![前后起至到止当期间免照正不放举开休闭])[\u4e00-\u9fff]{2}|[\s》”]")
#: 在对行李进行检查时: amid what something was found.
_SCENE = re.compile("(?:在|对)[^，]{4,}(?:时|中|过程中)$")
_MAKES_KNOWN = re.compile("(?:宣布|公布|透露|通报|披露|表示|介绍|通告|官宣)$")
#: Below what is printed.
_REPEATED = 0.25
_LEAST, _LONGEST_NOUN, _CLAUSES = 4, 16, 3


def dating_spans(page: Page, start: int, end: int, own: Timex | None = None) -> list[tuple[int, int]]:
    """The spans of the times in ``page.text[start:end]``, by offsets from ``start``, that a title goes without.

    Of a time beside ``own`` the span holds what was done then where it only tells of which thing another is told:
    召回2023年生产的仪表.
    """
    spans = []
    before: Timex | None = None
    for timex in page.times_in(start, end):
        told_of = before is not None and echoes(page.text, before, timex)
        before = timex
        if is_dating(timex, page.text) and not (told_of or _names(page, own, timex) or in_name(page.text, timex)):
            done = None if timex is own else _DONE_THEN.match(page.text, timex.end, end)
            spans.append((timex.start - start, (done.end() if done else timex.end) - start))
    return spans


def _names(page: Page, own: Timex | None, timex: Timex) -> bool:
    """Whether a feast is part of a name beside the time of its statement: 4日检查“五一”假期市场秩序."""
    if own is None or timex is own or "festival" not in timex.rule or "festival" in own.rule:
        return False
    led = page.text[timex.start - 1] in "至到于在由从、及和与 "
    return not led and _OF_FEAST.match(page.text, timex.end) is not None


def with_told(title: str, page: Page, statement: Statement) -> str:
    """A title that only says who tells something, with what that is where its sentence goes on to say it and it fits."""
    verb = ""
    if title.endswith("任命"):
        return _appointed(page, statement) or title
    if title.endswith("拍卖") and (lot := _LOT.match(page.text, statement.end - 1)):
        return f"{lot['what']}拍卖"
    if title.endswith(_MEASURES):
        return _with_measure(title, page, statement)
    if title.endswith(_MEETS):
        return _with_agenda(title, page, statement)
    if title.endswith(_TELLS):
        if _TOLD.search(title, 0, len(title) - 2):
            return title
    else:
        part = page.blanked[statement.start : statement.end].rstrip(_MARKS)
        verb = next((verb for verb in _SAYS if part.endswith(verb)), "") if part[-1:] in _SAID else ""
        if not (verb and title and part[: -len(verb)].rstrip("（）() ").endswith(title[-2:])):
            return title
    told = _told(page, statement)
    if len(told) < _LEAST:
        return title
    whole = fit(f"{title}{verb}{told}")
    return title if whole.endswith("…") or len(whole) < len(title) + len(verb) + _LEAST else whole


def _appointed(page: Page, statement: Statement) -> str:
    """Who is appointed first, of those whom the lines behind a decision list: 决定任命：⏎方禾为渡口市副市长；; or ""."""
    first = _FIRST_APPOINTED.match(page.text, statement.end)
    return f"{first['who']}任{first['post']}" if first else ""


def _with_measure(title: str, page: Page, statement: Statement) -> str:
    """A title that says no more than that a measure was taken, with what that is: 镇里出台政策，青年驻村免三年房租."""
    at = page.text.find(title[-_LEAST:], statement.start, statement.sentence.end)
    clause = next((c for c in statement.sentence.clauses if c[0] > at), None)
    if at < 0 or clause is None or any(t.type != "DURATION" for t in page.each_time_in(*clause)):
        return title
    whole = f"{title}，{page.text[slice(*clause)].strip('，,。；; ')}"
    return whole if len(whole) <= LONGEST else title


def _with_agenda(title: str, page: Page, statement: Statement) -> str:
    """A title that says no more than that somebody met, with what the next clause says was dealt with, where it fits."""
    clause = next((c for c in statement.sentence.clauses if c[0] >= statement.end), None)
    if clause is None or any(t.granularity in ("day", "minute") for t in page.times_in(*clause)):
        return title
    dealt = page.text[clause[0] : clause[1]].strip("，,。；; ")
    if not _DEALS.match(dealt):
        return title
    whole = fit(f"{_MEETING.sub('' if title.endswith(_PRESS) else '会议', title)}{dealt}")
    least = _LONGEST_NOUN // 2 if title.endswith(_PRESS) else len(title) + _LEAST
    return title if whole.endswith("…") or len(whole) < least else whole


def _told(page: Page, statement: Statement) -> str:
    """What the clauses behind a statement in its sentence tell, without their times; or ""."""
    clauses = [clause for clause in statement.sentence.clauses if clause[0] >= statement.start]
    teller = next((end for start, end in clauses if _ENDS.search(page.blanked, start, end)), statement.end)
    following = [clause for clause in clauses if clause[0] >= teller][:_CLAUSES]
    named = ""
    for start, end in following:
        told = make_title(page.text[start:end], dating_spans(page, start, end), "", "")
        if GROUNDS.fullmatch(told) or _SCENE.search(told):
            continue
        if named:
            return named + told if _IF.match(named) or is_bare(told) or told[0] in _GOES_ON else ""
        if not _IF.match(told) and (
            VERB.search(told) or _STANDS.search(told) or is_bare(told) or len(told) > _LONGEST_NOUN
        ):
            return told
        named = told
    return ""


def leave_to_told(drafts: Sequence[Draft]) -> None:
    """Takes out of what is printed who made known what has a row of its own: 环境局昨日公布，回收站6月15日启用."""
    for report, told in pairwise(drafts):
        repeats = len(told.title) < len(report.title) and report.title.endswith(told.title)
        if repeats and _MAKES_KNOWN.search(report.title[: -len(told.title)]):
            report.salience = min(report.salience, _REPEATED)
