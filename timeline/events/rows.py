"""What the label in front of a colon is to its statement: whose row it heads, a step, a box, a name with its place.

>>> from timeline.events.attach import statements
>>> from timeline.events.sentences import split
>>> from timeline.timex import tag
>>> text = "资格审核：7月3日至12日，由两部门联合审核。"
>>> page = Page(text, split(text), tag(text, "2025-06-01"), "2025-06-01", "")
>>> steps(page, statements(text, page.timexes, page.sentences)[0])
True
"""

from __future__ import annotations

import re

from timeline.events.attach import Statement
from timeline.events.forms import only_announces, row_of
from timeline.events.labels import names_subject
from timeline.events.matters import is_step
from timeline.events.notices import field_of
from timeline.events.page import Page
from timeline.events.places import is_place
from timeline.events.sentences import BOX
from timeline.events.subjects import own_head

_PAUSE = re.compile(r"[，,；;。\n]")
_FIGURED = re.compile(r"[0-9一二三四五六七八九十][年月日号]")
_ASIDE = re.compile(r"免费|预约|限|参加|报名|电话|票|人$|元$|每|自备|先到先得")


def boxed(page: Page, statement: Statement) -> bool:
    """Whether the label stands in a box: 【防诈骗讲座】."""
    return BOX.match(page.text, statement.sentence.start, statement.sentence.end) is not None


def labelled(page: Page, statement: Statement) -> bool:
    """Whether the label in front of the colon names what the statement is about."""
    label = statement.label
    if (
        not label
        or field_of(label)
        or only_announces(label)
        or row_of(label) is not None
        or label in page.speakers
        or timed(page, statement)
    ):
        return False
    return names_subject(label)


def timed(page: Page, statement: Statement) -> bool:
    """Whether the label tells a time itself: a sentence that announces, no name."""
    start, end = statement.sentence.clauses[0]
    label = statement.label
    end = start + len(label) + 2 if boxed(page, statement) else end
    inside = page.times_in(start, end)
    return any(t.type != "DURATION" and t.edtf and (t.text != label or _FIGURED.search(label)) for t in inside)


def row_place(page: Page, statement: Statement) -> str:
    """The place in a row of a programme that says nothing else beside its name and time: 开幕式：9时，主舞台."""
    rest = page.blanked[statement.sentence.clauses[0][1] : statement.end]
    said = [words for words in (w.strip() for w in _PAUSE.split(rest)) if words]
    first = next((words for words in said if is_place(words)), "")
    return first if all(words == first or _ASIDE.search(words) for words in said) else ""


def steps(page: Page, statement: Statement) -> bool:
    """Whether a label names a step, and what stands behind it tells how it goes: 资格审核：7月3日起，由两部门联合审核."""
    if not is_step(statement.label):
        return False
    start = max(statement.start, statement.sentence.clauses[0][1])
    head = own_head(page.blanked[start : statement.end].lstrip("，,： "))
    return not head or head.endswith(("者", "人", "生", "户", "家庭", "结果"))
