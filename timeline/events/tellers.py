"""Who tells in one clause what the next ones say will be done, and so does it: an office, or an office by its officer.

>>> text = "街道党工委书记方小禾介绍，明年建起超市。"
>>> teller(text, 0, 13)
('街道', True)
"""

from __future__ import annotations

from timeline import regex as re

_HAN = "\u4e00-\u9fff"
#: 县社保中心宣布，明年起发放新卡: who tells it does it.
_TELLS_LAST = frozenset("布定诺示露划确出绍知告醒说称报忆者")
_TELLER = re.compile(
    rf"[\s，]*(?P<who>[{_HAN}]{{1,14}}?(?:[局委办部厅会院校馆方队社台团处厂行县市区镇村]|公司|集团|中心|银行|大学))\s*"
    r"(?:同时|还|也|并|另外?|日前|近日|昨日|今天)?(?:宣布|决定|承诺|表示|透露|公布|计划|明确|提出|介绍|通知|公告|提醒|通报)\s*[，：,:]\s*"
)
#: 街道党工委书记方小禾介绍，明年建起超市: whose officer tells it does it.
_OFFICER = re.compile(
    rf"[\s，]*(?P<who>[{_HAN}]{{0,12}}?(?:[局委办部厅会院校馆社站队场厂县市区镇乡村]|街道|中心|公司|集团))"
    rf"(?:党(?:工?委|组|支部|总支)?|管委会|常务|办公室)?副?(?:书记|主任|负责人|相关负责人|总经理|经理|董事长|[局厅会院校馆社站队场厂县市区镇乡村]?长)[{_HAN}]{{0,4}}?(?:介绍|表示|透露|回忆|说|称|告诉记者)[，：,:]\s*"
)
_LEVELS = frozenset("省市县区镇乡村")


def teller(blanked: str, start: int, end: int) -> tuple[str, bool] | None:
    """Who tells something in the clause of ``blanked`` at ``[start, end)``, and whether as an officer; None where nobody does."""
    if blanked[end - 2 : end - 1] not in _TELLS_LAST:
        return None
    if tells := _TELLER.fullmatch(blanked, start, end):
        return tells["who"], False
    officer = _OFFICER.fullmatch(blanked, start, end)
    return (_office_of(officer["who"]), True) if officer else None


def _office_of(who: str) -> str:
    """An office by what stands in front of its officer's title: 街道, 管理站, 镇里 of 镇长 and 该场 of 场长."""
    if len(who) == 1:
        return f"{who}里" if who in _LEVELS else f"该{who}"
    return who.removesuffix("党工委")
