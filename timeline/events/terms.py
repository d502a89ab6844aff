"""What begins, ends or lasts at the times of one page, told by the form of its statements: 公示截止, 展期至12月1日, 第一期7月8日.

>>> from timeline.events.attach import statements
>>> from timeline.events.sentences import split
>>> from timeline.timex import tag
>>> text = "渡口公园大修工程持续到12月1日。"
>>> page = Page(text, split(text), tag(text, "2025-11-10"), "2025-11-10", "")
>>> Terms(page, Wholes(page)).lasting(statements(text, page.timexes, page.sentences)[0], None)
'渡口公园大修工程'
"""

from __future__ import annotations

from timeline import regex as re
from timeline.events import doers, rows
from timeline.events.attach import Statement
from timeline.events.fitting import LONGEST
from timeline.events.forms import LASTS, announced, ended_at, opening, row_of, turns, with_announced, without_beginning
from timeline.events.matters import taken
from timeline.events.page import Page
from timeline.events.subjects import POINTING, SKIPPED, all_head, head_of, lasting
from timeline.events.wholes import Wholes
from timeline.events.words import ACTIVITY, STRONG_ACTIVITY, STRONG_MILESTONE

#: The paragraph and the title of the statement before.
Told = tuple[int, str]

_PAUSE = re.compile(r"[，,；;。\n]")
_OWN = re.compile(f"{ACTIVITY.pattern}|{STRONG_ACTIVITY.pattern}|{STRONG_MILESTONE.pattern}")
_VAGUE, _LONGEST_HEAD, _TELLS, _LEAST_OF = 6, 16, 4, 4
#: 县救助站启动“寒冬送温暖”行动，至明年3月31日结束.
_STARTED = re.compile("(?:启动|开展|实施|举办)(?P<what>[^，]{2,20}(?:行动|活动|计划|展|节|季|周|月|整治|检查))$")
#: 春运自2月2日开始: what has a beginning and an end, and does nothing.
_SEASON = re.compile("(?:今年|今冬)?(?:[春暑]运|[主防]?汛期|[禁休]渔期|防火期|[供采]暖[季期])")
#: 10月23日至26日为第一段，主打工业，…….
_IS_PART = re.compile(
    "[为是](?P<part>(?:第[一二三四五六七八九十0-9]+|首)(?:阶?段|[期批场轮]))"
    "(?:，(?P<what>(?:主打|转向|聚焦|主推|突出)[\u4e00-\u9fff]{2,8})(?=[，。；])|(?=[，。；]))"
)
_DIGIT = re.compile("[0-9]")
_ENDS, _TOWNS = ("结束", "截止", "为止"), ("省", "市", "县", "区", "镇", "乡", "村")


class Terms:
    """The terms of one page, in order; ``wholes`` tell of what each is part."""

    def __init__(self, page: Page, wholes: Wholes) -> None:
        self.page, self.wholes = page, wholes
        self._begun: Told = (-1, "")  # the paragraph and what begins or ends in it

    def told_of(self, statement: Statement, trigger: str, told: Told | None) -> str:
        """The title of what has its first or last day at a statement's time, or of its label's row; or "".

        ``told`` is what the statement before it tells.
        """
        page, timex = self.page, statement.timex
        start, end = statement.sentence.clauses[statement.sentence.clause_at(timex.start)]
        if closed := ended_at(page.blanked[max(start, timex.start - 20) : timex.start]):
            return _of_what_was_told(closed, statement, told) or with_announced(
                self.page.headline, closed, len(closed) <= _VAGUE
            )
        if turns(page.text, timex.end, end) and (
            begun := opening(f"{page.blanked[min(start, statement.start) : timex.start]}\0{page.text[timex.end : end]}")
        ):
            what = (
                begun["what"]
                or all_head(said := page.blanked[start : timex.start].rstrip("将自从于在 "))
                or (said.strip() if _SEASON.fullmatch(said.strip()) else "")
                or (self._begun[1] if self._begun[0] == statement.sentence.paragraph else "")
            )
            if what := what or (self._undertaking(statement, told) if begun["verb"] in _ENDS else ""):
                self._begun = (statement.sentence.paragraph, what)
                return with_announced(self.page.headline, f"{what}{begun['verb']}", len(what) <= _VAGUE)
        row = row_of(statement.label) if statement.label else None
        if row is None:
            before = page.text[max(start, timex.start - 16) : timex.start]
            lasts = LASTS.search(before) if before.rstrip()[-1:] in ("为", "是") else None
            return self._lasts(lasts[1], statement) if lasts else ""
        said = _PAUSE.split(page.blanked[timex.end : statement.end].lstrip("，, "), maxsplit=1)[0]
        if _OWN.search(said) and trigger not in statement.label:
            return ""
        return with_announced(self.page.headline, row, len(row) <= _VAGUE) if row else announced(page.headline)

    def _lasts(self, what: str, statement: Statement) -> str:
        """What goes on through a time (领取时间为……), with the matter that it is of where it says too little; "" without."""
        title = with_announced(self.page.headline, what, len(what) <= _VAGUE)
        if len(title) >= _TELLS:
            return title
        headed = "" if _DIGIT.search(self.page.headline) else announced(self.page.headline)
        whole = self.wholes.whole(statement.start, statement.sentence.paragraph) or headed or self.page.home
        return f"{whole}{title}" if whole and len(whole) + len(title) <= LONGEST else ""

    def _undertaking(self, statement: Statement, told: Told | None) -> str:
        """What ends at a time of which only the end is told: what the statement before began, else the clause's subject."""
        page, before = self.page, in_paragraph(told, statement)
        if open_for := taken(before):
            return "".join(open_for)
        if (began := without_beginning(before)) != before:
            return began
        if started := _STARTED.search(before):
            return started["what"]
        going_on = page.subject_clause(statement.number, statement.timex.start)
        return page.name_of(going_on[1], going_on[0]) if going_on and len(going_on[1]) <= _LONGEST_HEAD else ""

    def lasting(self, statement: Statement, told: Told | None) -> str:
        """What goes on until a date (展期至12月1日): what the clause or the one before it speaks of, else what was named before."""
        sentence = statement.sentence
        own = self.page.blanked[sentence.clauses[sentence.clause_at(statement.timex.start)][0] : statement.end]
        if until := lasting(own):
            return until
        clause = self.page.blanked[statement.start : statement.end]
        head = head_of(clause)
        if head.endswith(_TOWNS):  # what a town does goes on, not the town
            return _PAUSE.split(clause.strip(), maxsplit=1)[0]
        if head and not SKIPPED.fullmatch(head) and not POINTING.fullmatch(head):
            return head
        if before := in_paragraph(told, statement):
            return without_beginning(before)
        named = self.page.named_before(statement.start)
        return named or self.wholes.whole(statement.start, statement.sentence.paragraph)

    def counted(self, statement: Statement) -> str:
        """The part that alone is told of a time, or that the time is told to be, of what is known to have parts: 第一期7月8日
        至19日, 10月23日至26日为第一段; or ""."""
        part = "" if rows.labelled(self.page, statement) else doers.counted(self.page, statement)
        if self.page.text[statement.timex.end : statement.timex.end + 1] in ("为", "是"):
            is_part = _IS_PART.match(self.page.text, statement.timex.end)
            part = is_part["part"] + (is_part["what"] or "") if is_part else part
        whole = self.wholes.whole(statement.start, statement.sentence.paragraph) if part else ""
        return f"{whole}{part}" if whole else ""


def in_paragraph(told: Told | None, statement: Statement) -> str:
    """What the statement before one tells in the same paragraph; or ""."""
    return told[1] if told and told[0] == statement.sentence.paragraph else ""


def _of_what_was_told(closed: str, statement: Statement, told: Told | None) -> str:
    """What is over (公示截止), with what the statement before it, in its paragraph, says that it is of; or ""."""
    _, _, what = in_paragraph(told, statement).partition(closed[:-2])
    return f"{what}{closed}" if _LEAST_OF <= len(what) <= LONGEST - len(closed) else ""
