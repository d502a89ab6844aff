"""What a title lacks and its notice names elsewhere: what is listed below, what was agreed to, who went astray, which works end.

>>> from timeline.pipeline import extract
>>> extract("因渡口路改造施工，9月1日起封闭。施工预计12月20日完工。", "2025-08-29").events[-1].title
'渡口路改造施工完工'
"""

from __future__ import annotations

from timeline import regex as re
from timeline.events.attach import Statement
from timeline.events.fitting import LONGEST, fit
from timeline.events.forms import announced
from timeline.events.page import Page
from timeline.events.soundness import lacks_subject
from timeline.events.subjects import head_of

_BELOW = re.compile("以下|下列")
_BY_OFFICE = re.compile("经[^，《》]{2,24}?(?=(?:批准|同意|通过|备案)$)")
_LOST = re.compile("[从在于自][^，]{2,14}(?:走失|走丢|失联|失踪|离家)")
_WORKS_END = re.compile("(?:施工|工程)(?=(?:完工|结束|竣工|开始|启动|完成)$)")
_WORKS_FOR = re.compile("因([\u4e00-\u9fff0-9A-Za-z]{2,18}(?:施工|工程))")
_FEEDBACK = re.compile("意见[^，]{0,6}(?:反馈|提出|寄|发送|报送|反映)|(?:反馈|提出|提交)[^，]{0,8}意见")
_SOLICITS = re.compile("征(?:求|集)[^，]*意见")
#: 学府站因站台改造，9月28日起甩站: whose the grounds are.
_WHOSE = re.compile(
    "(?:^|(?<=[，。；\\n]))(?P<who>[A-Za-z0-9\u4e00-\u9fff]{2,12})因[^，。；]{2,20}，\\s*(?:将|拟|于|自|从)?\\Z"
)
_QUESTION = re.compile(
    "[问Q][：:](?:请问|我的)?(?P<what>[\u4e00-\u9fff]{2,8}?)(?:丢了|遗失了?|损坏了?|(?:是|会)?(?:何时|什么时候|几时)|怎么办|如何办)[^\\n]*\\n\\s*[答A][：:]\\Z"
)
#: 2月14日起暂停上门收运，2月24日恢复.
_PAUSED = re.compile("暂停(?P<what>[\u4e00-\u9fff]{2,8})\\Z")
_SHORT, _FRONT = 6, 60
#: 退费申请请提交: what is asked for is to be done.
_PLEASE = re.compile("(?<=[\u4e00-\u9fff]{2})(?<![邀申聘])请(?=提交|办理|领取|前往|登录|缴[纳费]|报送|返回)")


def _asked(page: Page, statement: Statement) -> str:
    """What a question is of that a statement's paragraph answers: 问：准考证丢了怎么办？⏎答：可到报名点补办; or ""."""
    start = statement.sentence.paragraph
    near = page.text[max(0, start - _FRONT) : start + 2]
    asked = _QUESTION.search(near) or _QUESTION.search(f"{page.headline}\n{near}" if start == 0 else "")
    return asked["what"] if asked else ""


def supplied(title: str, page: Page, statement: Statement) -> str:
    """A title with what its page names in front of the statement, or in its headline; most titles as they are."""
    if "请" in title:
        title = _PLEASE.sub("", title)
    if "下" in title and _BELOW.search(title):
        return announced(page.headline, only_notices=True) or title
    if (
        title
        and (lacks_subject(title) or not head_of(title))
        and (asked := _asked(page, statement))
        and asked not in title
    ):
        return fit(f"{asked}{title}")
    at = statement.timex.start
    if title[:1] == "经" and _BY_OFFICE.match(title) and (rule := page.rule_before(at)):
        return f"{rule}{title}" if len(rule) + len(title) <= LONGEST else f"{rule}获{_BY_OFFICE.sub('', title)}"
    if _LOST.match(title) and (who := page.person(at)):
        return f"{who}{title}"
    if (ends := _WORKS_END.match(title)) and (works := _WORKS_FOR.findall(page.text, 0, statement.start)):
        return f"{works[-1]}{title[ends.end() :]}"
    if "意见" in title and _FEEDBACK.search(title) and _SOLICITS.search(page.headline):
        return f"{announced(page.headline)}{'截止' if statement.timex.bound == 'to' else ''}"
    paused = _PAUSED.search(page.blanked, max(0, at - _FRONT), at - 1) if title.endswith("恢复") else None
    if paused and page.text[at - 1] == "，":
        return fit(f"{title}{paused['what']}")
    if len(title) <= _SHORT and (whose := _WHOSE.search(page.blanked, max(statement.sentence.start, at - _FRONT), at)):
        who = whose["who"].strip()
        return title if head_of(title) or who[-2:] in title else f"{who}{title}"
    return title
