"""Of what a title tells whose verb stands alone: what was repaired, a batch of what, on what a press conference was.

>>> from timeline.events.attach import statements
>>> from timeline.events.sentences import split
>>> from timeline.timex import tag
>>> text = "市民反映渡口路口的信号灯不亮。18日晚，交警部门完成修复。"
>>> page = Page(text, split(text), tag(text, "2025-11-20"), "2025-11-20", "")
>>> with_matter("交警部门完成修复", page, statements(text, page.timexes, page.sentences)[0])
'交警部门修复信号灯'
"""

from __future__ import annotations

from timeline import regex as re
from timeline.events.attach import Statement
from timeline.events.fitting import LONGEST
from timeline.events.page import Page
from timeline.events.subjects import head_of

_HAN = "\u4e00-\u9fff"
_REPAIRED = re.compile(
    rf"(?P<who>[{_HAN}]{{0,10}}?(?:部门|单位|人员|公司|中心|[局队站所处办]))?(?:已|将|连夜|及时|紧急|全部|顺利)*(?:完成)?(?P<verb>修复|抢修|维修|更换|整改|清理)(?:工作)?(?:完毕|完成|到位)?"
)
#: 信号灯不亮, 路面塌陷: what is broken.
_BROKEN = re.compile(
    rf"(?P<what>(?:(?![的与和及是有被因处多将已])[{_HAN}]){{2,6}})(?:不亮|失灵|损坏|破损|塌陷|脱落|停用|漏水|缺失|倒塌|坏了|爆裂|断裂|出现故障|发生故障|堵塞)"
)
#: 老街路口信号灯修好了.
_MENDED = re.compile(rf"(?P<what>[{_HAN}]{{3,12}}?)(?:终于|已|连夜|全部)*(?:修好|修复|恢复|换新|抢修)")
#: 分三批投放首批上线: which batch, and what is done with it.
_BATCH = re.compile(
    rf"(?:[^，]{{0,10}}?分[两三四五六][批期轮次](?:投放|发放|派发|推出|供应|实施)?)?(?P<batch>(?:首|第[一二三四五六])[批期轮])(?P<does>[{_HAN}]{{2,6}})"
)
_GIVEN_OUT = re.compile(
    rf"(?:发放|投放|推出|发行|派发|供应|配租|配售|招募|征集)了?(?:[0-9.]+[万亿]?[{_HAN}]{{1,2}})?(?P<what>(?![的在给])[{_HAN}“”]{{2,10}})(?=[，。；])"
)
#: 因疫情停办, 2023年恢复举办: what the clause before it says is held.
_SUSPENDED = re.compile(r"(?:[^，]{0,8}?)(?P<how>(?:因[^，]{2,8})?(?:停办|停演|停赛|中断|恢复举[办行]|复办)[^，]{0,6})")
_HOLDS = re.compile(rf"(?:举办|举行|开展|组织)了?(?P<what>(?![的在了])[{_HAN}“”]{{2,12}})(?=[，。；])")
#: 启动南桥片区改造，明年汛期前完工: what was begun is what is then done.
_DONE = re.compile(rf"(?:[{_HAN}]{{2,6}})??(?P<done>(?:全面|全部|整体)?(?:完工|竣工|建成投用|投入使用))")
_BEGUN = re.compile(
    rf"(?:启动|实施|推进|开展|开工建设)了?(?P<what>(?![的了])[{_HAN}]{{2,12}}(?:改造|建设|工程|项目|整治|修缮|扩建|治理))(?=[，。；])"
)
#: 通过了停车收费方案，自12月1日起试行.
_MADE = re.compile(
    rf"(?:通过|出台|公布|印发|发布|制定)了?(?P<what>(?![的了])[{_HAN}“”]{{2,16}}?(?:方案|办法|规定|公约|制度|细则|规则))(?=[，。；])"
)
_PRESS = re.compile("(?P<who>.{0,16}?)(?:召开|举行)(?P<what>(?:专题|新闻|媒体)*(?:发布|通气|恳谈)会)")
#: 发布会介绍第三届灯会情况: on what, in a headline.
_ON_WHAT = re.compile(
    rf"(?:发布|通气)会[，,：:\s]*(?:介绍|通报|解读|发布|公布)?(?P<what>[{_HAN}0-9“”《》、]{{4,18}}?)(?:的?(?:有关|相关|筹备|举办|工作|进展|总体))*(?:情况|安排)?$"
)
_TELLER = re.compile(
    r"(?:会上|发布会上|据(?:介绍|悉|了解|发布会消息))?[，,]?(?:[^，。“]{0,24}?(?:介绍|通报|透露|宣布|表示)(?:说)?[，,：:])?(?:今年|本届)?"
)
_MATTER = re.compile(
    "(?:[节展赛会周季月》”]|活动|工程|项目|行动|计划|规划|方案|办法|条例|政策|马拉松|论坛|改革|服务|工作|普查|招聘)$"
)
_NO_MATTER = re.compile("记者|会议|发布会|[局委办厅]$|[省市县区]$|[该本此]")
_NEAR, _LEAST_MATTER = 160, 4


def with_matter(title: str, page: Page, statement: Statement) -> str:
    """A title with that of which its verb is, where the page tells it before, in the next sentence or in its headline."""
    if title.endswith("会") and (press := _PRESS.fullmatch(title)):
        what = _told_at(page, statement)
        return f"{press['who']}召开{what}{press['what']}" if 0 < len(what) <= LONGEST - len(title) - 2 else title
    if "批" in title or "期" in title or "轮" in title:
        return _of_batch(title, page, statement)
    if "试行" in title and (made := _MADE.findall(page.blanked, statement.sentence.start, statement.timex.start)):
        return f"{made[-1]}{title[title.index('试行') :]}"
    if "工" in title or "用" in title:
        title = _begun(title, page, statement)
    if "停" in title or "复" in title or "断" in title:
        title = _suspended(title, page, statement)
    repaired = _REPAIRED.fullmatch(title)
    what = _broken(page, statement) if repaired else ""
    return f"{(repaired['who'] or '')}{repaired['verb']}{what}" if repaired and what else title


def _told_at(page: Page, statement: Statement) -> str:
    """On what a press conference was, as the headline or the sentence behind it says; or ""."""
    if told := _ON_WHAT.search(page.headline):
        return told["what"]
    number = statement.number + 1
    clauses = [c for c in statement.sentence.clauses if c[0] >= statement.end]
    if number < len(page.sentences) and page.sentences[number].paragraph == statement.sentence.paragraph:
        clauses += page.sentences[number].clauses[:3]
    for start, end in clauses[:4]:
        said = page.blanked[start:end]
        lead = _TELLER.match(said)
        head = head_of(said[lead.end() :] if lead else said)
        if len(head) >= _LEAST_MATTER and _MATTER.search(head) and not _NO_MATTER.search(head):
            return head
    return ""


def _begun(title: str, page: Page, statement: Statement) -> str:
    done = _DONE.fullmatch(title)
    begun = _BEGUN.findall(page.blanked, statement.sentence.start, statement.timex.start) if done else []
    return begun[-1] + done["done"] if done and begun else title


def _suspended(title: str, page: Page, statement: Statement) -> str:
    suspended = _SUSPENDED.fullmatch(title)
    held = _HOLDS.findall(page.blanked, statement.sentence.start, statement.timex.start) if suspended else []
    return held[-1] + suspended["how"] if suspended and held else title


def _of_batch(title: str, page: Page, statement: Statement) -> str:
    batch = _BATCH.fullmatch(title)
    start = max(statement.sentence.start, statement.timex.start - _NEAR)
    given = list(_GIVEN_OUT.finditer(page.blanked, start, statement.timex.start)) if batch else []
    whole = f"{batch['batch']}{given[-1]['what']}{batch['does']}" if batch and given else title
    return whole if len(whole) <= LONGEST else title


def _broken(page: Page, statement: Statement) -> str:
    """What was repaired: as the headline says, else what was told last to be broken; or ""."""
    if mended := _MENDED.match(page.headline):
        return mended["what"]
    told = list(_BROKEN.finditer(page.text, 0, statement.timex.start))
    return told[-1]["what"] if told else ""
