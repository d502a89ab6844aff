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
from timeline.events.subjects import head_of, own_head

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
#: 低保标准由525元提到588元；新标准7月1日起执行.
_NEW_STANDARD = re.compile("新标准(?=(?:正式|统一)?(?:执行|施行|实施|生效)$)")
_STANDARD = re.compile(
    rf"(?:^|(?<=[，。；：\n]))(?P<of>[{_HAN}]{{2,16}}?)标准[由从][^，。；]{{1,16}}?(?P<way>提高?|上调|调高|涨|增|降低?|下调|调低)[到至为]"
)
_WAYS = {"提": "提高", "调": "提高", "涨": "提高", "增": "提高", "上": "上调", "降": "降低", "下": "下调"}
#: 食堂还在做主体，二层月底封顶: of which house.
_STOREY = re.compile("(?:[一二三四五六七八九十]{1,3}|[0-9]{1,2})层(?=(?:主体|结构|楼板)*(?:封顶|完工|浇筑|完成))")
#: 人社局全部发放到位: of what, who asked for it told.
_PAID = re.compile(
    rf"(?:[{_HAN}]{{0,10}}[局委办厅府司]|补[贴助]|欠薪|工资)?(?P<does>(?:已|全部|足额|全额)+(?:发放|拨付|兑付|补发|支付|付清)(?:到位|完毕)?)"
)
_OWED = re.compile(
    rf"(?P<what>(?:(?![反映的被称说有])[{_HAN}]){{0,8}}(?:补贴|补助|工资|津贴|奖金|养老金|抚恤金|补偿款|工程款))(?=被?拖欠|未|没|尚未|迟迟|至今|已|久)"
)
#: 补助金申领截至12月底，待遇享受期至6月底.
_TERM = re.compile("(?:待遇|补贴|优惠|政策)?(?:享受|执行|领取|补助)期")
_BENEFIT = re.compile(
    rf"(?:^|(?<=[，。；：\n]))(?P<what>[{_HAN}]{{2,8}}?(?:补助金?|保险金|津贴|补贴|消费券|优惠券|医保|社保))"
)
#: 方禾的巡演定在10日，白朗选了11日.
_CHOSEN = ("选了", "选在", "选定", "选的是", "挑了")
_CHOSE = re.compile(rf"[，；\s]*(?P<who>[{_HAN}]{{2,4}}?)则?(?:{'|'.join(_CHOSEN)})\s*$")
_SET = re.compile(rf"的(?P<what>[{_HAN}]{{2,8}}?)(?:定在|排在|选在|安排在|定于|放在)\s+[，；、]?$")
_NEAR, _LEAST_MATTER = 160, 4


def with_matter(title: str, page: Page, statement: Statement) -> str:
    """A title with that of which its verb is, where the page tells it before, in the next sentence or in its headline."""
    if page.text.endswith(_CHOSEN, statement.start, statement.timex.start):
        return _chosen(page, statement) or title
    if "标准" in title:
        return _of_standard(title, page, statement)
    if "层" in title or "放" in title or "付" in title or title.endswith("期"):
        title = _of_part(title, page, statement)
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


def _chosen(page: Page, statement: Statement) -> str:
    """Whose, and what, is on the days that somebody chose, as the clause before tells of another one; or ""."""
    clauses, at = statement.sentence.clauses, statement.timex.start
    own = statement.sentence.clause_at(at)
    chose = _CHOSE.match(page.blanked[clauses[own][0] : at])
    of = _SET.search(page.blanked[slice(*clauses[own - 1])]) if chose and own else None
    return f"{chose['who']}的{of['what']}" if chose and of else ""


def _of_standard(title: str, page: Page, statement: Statement) -> str:
    """A title that tells of a standard, with which one it is, and how it changes where it breaks off in front of that."""
    if _NEW_STANDARD.match(title):
        standard = _STANDARD.search(page.blanked, statement.sentence.paragraph, statement.timex.start)
        whole = f"{standard['of']}{title}" if standard else title
        return whole if len(whole) <= LONGEST else title
    notified, _, what = title.partition("通知")
    standard = _STANDARD.search(page.blanked, statement.timex.end, statement.sentence.end) if what else None
    if standard is None or what != f"{standard['of']}标准":
        return title
    whole = f"{notified}通知，{what}{_WAYS[standard['way'][0]]}"
    return whole if len(whole) <= LONGEST else title


def _of_part(title: str, page: Page, statement: Statement) -> str:
    """A storey, what is paid out or the term of a benefit, with the house or the benefit that the clauses before tell."""
    at, near = statement.timex.start, max(0, statement.timex.start - _NEAR)
    if _STOREY.match(title):
        house = next(
            (head for one in statement.sentence.clauses_before(at, 1) if (head := own_head(page.blanked[slice(*one)]))),
            "",
        )
        return f"{house}{title}" if house and len(house) + len(title) <= LONGEST else title
    if paid := _PAID.fullmatch(title):
        owed = _OWED.findall(page.blanked, near, at)
        return f"{max(owed, key=len)}{paid['does']}" if owed else title
    if not _TERM.fullmatch(title):
        return title
    benefit = _BENEFIT.findall(page.blanked, near, at)
    ends = "结束" if page.text[at - 1 : at] in ("至", "到", "止") else ""
    return f"{benefit[-1] if benefit else ''}{title}{ends}"


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
