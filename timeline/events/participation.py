"""How to take part in what a page announces, as its sentences say: the fee, how many, how to sign up, whom to ask.

>>> told_in("票价30元、50元，限80人，需提前预约。咨询电话：00886622")
{'fee': '30元、50元', 'audience': '限80人', 'registration': '需提前预约', 'contact': '00886622'}
"""

from __future__ import annotations

from timeline import regex as re
from timeline.events.draft import Draft
from timeline.events.notices import Notice

_HAN = "\u4e00-\u9fff"
_FEE = re.compile(
    r"(?:票价|门票|学费|参赛费|材料费|培训费|收费标准|收费|费用|报名费|工本费)(?:价格)?(?:分别|统一|均|分|全票)?[为是：:]?"
    r"(?P<fee>[^，。；：、\n元退]{0,8}?[0-9][0-9.,]*万?元[^，。；\n]{0,24})"
    r"|(?P<free>(?:全程|对外|一律)?免费(?:入场|参观|观看|参加|开放|领取|领票|报名)?|不收(?:取)?(?:任何)?费用)(?=[，。；、）\n]|\Z)"
)
_AUDIENCE = re.compile(
    r"(?P<audience>(?:每[场期班](?:次)?)?(?:限(?:报|额|招|定)?|名额)[：:]?\s?[0-9一二三四五六七八九十百]+(?:余|多)?(?:人|名|组|户|对|个家庭|个名额)(?:以内)?)"
)
_REGISTRATION = re.compile(
    rf"(?<![{_HAN}])(?P<registration>(?:(?:市民|观众|读者|居民|家长|参与者|有意者|感兴趣者|考生)?(?:请|可|需|须|均可|敬请)?(?:提前)?(?:通过|登录|关注|扫描?|拨打|搜索|凭|持)[^，。；\n]{{2,36}}(?:报名|预约|购票|登记|领取|入场|领票|取票)|"
    r"(?:需|须|请|应)?(?:提前|实名|网上|线上|扫码|电话|现场)(?:预约|报名|登记|购票)(?:参加|入场|领票)?|(?:无需|无须|不需|不用)(?:预约|报名|购票)))(?=[，。；、）\n]|\Z)"
)
_CONTACT = re.compile(
    r"(?:电话|热线|专线|咨询|洽询)(?:[：:为是]|请拨打?|\s)*(?P<contact>(?:[（(]0\d{1,3}[）)]\s?)?\d[\d\-—－]{2,18}\d(?:(?:转|[、/；或]\s?)\d[\d\-—－]{2,14})?)(?![\d年月日元时])"
)
_FIELDS = (_FEE, _AUDIENCE, _REGISTRATION, _CONTACT)
_SIGNS = re.compile(r"免费|元|名额|限|报名|预约|购票|登记|入场|领取|电话|热线|专线|咨询|洽询|费用")
#: A page longer than this tells of much beside what it announces.
_ANNOUNCEMENT = 1600
_TO_COME = ("planned", "postponed", "cancelled")
#: What a paragraph alone says of all that its page announces.
_OF_ALL = ("fee", "registration", "contact", "audience", "host", "url")


def told_in(text: str) -> dict[str, str]:
    """What a stretch of text says of taking part, by the names of a notice's fields, the first of each."""
    found: dict[str, str] = {}
    for field in _FIELDS if _SIGNS.search(text) else ():
        if said := field.search(text):
            name = next(group for group, value in said.groupdict().items() if value)
            found["fee" if name == "free" else name] = said[name].strip()
    return found


def tell_participation(drafts: list[Draft], text: str, notices: list[Notice]) -> None:
    """Adds to what is still to come how to take part in it: as its own words say, else its paragraph, else the page."""
    coming = [draft for draft in drafts if _is_coming(draft)]
    if not coming or not (_SIGNS.search(text) or notices):
        return
    starts = sorted({draft.timex.start for draft in drafts})
    for draft in coming:
        _add(draft, told_in(text[min(draft.start, draft.timex.start) : _own_end(draft, starts, text)]))
        if asked := _CONTACT.search(text, draft.timex.start, _line_end(draft, text)):
            _add(draft, {"contact": asked["contact"]})
    if len(text) > _ANNOUNCEMENT:
        return
    numbers = {said["contact"] for said in _CONTACT.finditer(text)}
    for draft in coming if len(numbers) == 1 else ():
        _add(draft, {"contact": min(numbers)})
    for said in _of_page(drafts, text, notices):
        for draft in coming:
            _add(draft, said)


def _is_coming(draft: Draft) -> bool:
    return draft.modality in _TO_COME and draft.kind in ("activity", "milestone") and draft.role in ("", "signup")


def _add(draft: Draft, said: dict[str, str]) -> None:
    for name, value in said.items():
        draft.details.setdefault(name, value)


def _own_end(draft: Draft, starts: list[int], text: str) -> int:
    """Where a draft's own words end: where the next time or paragraph begins."""
    after = next((start for start in starts if start > draft.timex.start), len(text))
    return max(draft.end, min(after, _line_end(draft, text)))


def _line_end(draft: Draft, text: str) -> int:
    end = text.find("\n", draft.timex.end)
    return end if end >= 0 else len(text)


def _of_page(drafts: list[Draft], text: str, notices: list[Notice]) -> list[dict[str, str]]:
    """What is said of all that a page announces: in notices without a time, and in paragraphs that date nothing."""
    found = [
        {name: value for name, value in notice.details.items() if name in _OF_ALL}
        for notice in notices
        if notice.time is None
    ]
    dated = [draft.timex.start for draft in drafts]
    at = 0
    for line in text.split("\n"):
        inside = any(notice.time and notice.start <= at < notice.end for notice in notices)
        if not inside and not any(at <= start < at + len(line) for start in dated):
            found.append({name: value for name, value in told_in(line).items() if name != "audience"})
        at += len(line) + 1
    return found
