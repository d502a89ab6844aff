"""The act that a paper itself is: an order that sends out, revises or ends a rule does so on the day on which it is signed.

>>> from timeline.pipeline import extract
>>> text = "关于印发《渡口停车办法》的通知\\n各科室：\\n现将《渡口停车办法》印发给你们，请遵照执行。\\n渡口县人民政府\\n2025年3月4日\\n"
>>> [(event.when.edtf, event.title) for event in extract(text).events]
[('2025-03-04', '《渡口停车办法》印发')]
"""

from __future__ import annotations

from dataclasses import dataclass

from timeline import regex as re
from timeline.events.fitting import LONGEST
from timeline.events.page import Page
from timeline.layout.stamps import is_office
from timeline.model import Timex

_RULE = "《[^《》\n]{2,50}(?:《[^《》\n]{2,30}》[^《》\n]{0,20})?》"
#: 关于印发《……》的通知: what is done, and to which rule.
_HEADED = re.compile(
    rf"关于(?P<verb>印发|发布|公布|颁布|废止|修[改订正]|延长)(?P<rule>{_RULE})(?P<more>等[0-9一二三四五六七八九十]+[件部项][\u4e00-\u9fff]{{0,8}}|有效期)?[^《》]{{0,8}}的(?:通知|决定|公告|通告|命令)"
)
_DONE_NOW = re.compile(rf"(?P<rule>{_RULE})[^。\n]{{0,80}}?(?:现(?:予以?)?|予以)(?P<verb>公布|发布|印发|颁布)")
_PERSON = re.compile(
    r"(?:[\u4e00-\u9fff]{0,8}(?:市长|县长|区长|省长|主席|主任|局长|厅长|部长|行长|署长|会长))[ \u3000:：]*[\u4e00-\u9fff·\s]{2,8}"
)
_ISSUES = frozenset(["印发", "发布", "公布", "颁布"])
_ROLES = {"修": "revised", "废": "expiry"}
_FOOT = 40


@dataclass(frozen=True, slots=True)
class Act:
    """What a paper does on the day of its signature: its title, the verb, the time, and the stage of the rule's life."""

    title: str
    verb: str
    timex: Timex
    role: str
    start: int


def act_of(page: Page) -> Act | None:
    """What the paper that a page prints does, where it is signed with a day; None for any other page."""
    if "《" not in page.text and "《" not in page.headline:
        return None
    told = _HEADED.search(page.headline) or _HEADED.search(page.text, 0, 300) or _DONE_NOW.search(page.text)
    if told is None or (signed := _signature(page, 0 if told.string is page.headline else told.end())) is None:
        return None
    verb, more = told["verb"], told.groupdict().get("more") or ""
    title = f"{told['rule']}{more}{verb}"
    role = "published" if verb in _ISSUES else _ROLES.get(verb[0], "")
    timex, start = signed
    return Act(title, verb, timex, role, start) if len(title) <= LONGEST + 10 else None


def _signature(page: Page, after: int) -> tuple[Timex, int] | None:
    """The first day behind ``after`` that stands in a line of its own below who signs, and where that one's line begins."""
    for timex in page.times_in(after, len(page.text)):
        line = page.text.rfind("\n", 0, timex.start) + 1
        end = page.text.find("\n", timex.end)
        alone = page.text[line : end if end >= 0 else len(page.text)].strip() == timex.text
        if not alone or timex.granularity != "day" or line <= max(1, after):
            continue
        above = page.text.rfind("\n", 0, line - 1) + 1
        signs = page.text[above : line - 1].strip()
        if len(signs) <= _FOOT and (_PERSON.fullmatch(signs) or all(is_office(name) for name in signs.split())):
            return timex, above
    return None
