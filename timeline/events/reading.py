"""Reads one statement as an event: its kind, title, place, topics and salience.

>>> from timeline.events.attach import statements
>>> from timeline.events.sentences import split
>>> from timeline.events.topics import load
>>> from timeline.timex import tag
>>> text = "西山公园音乐节4月26日开幕。"
>>> times = tag(text, "2025-04-22")
>>> sentences = split(text)
>>> reader = StatementReader(Page(text, sentences, times, "2025-04-22", ""), load())
>>> reader.read(statements(text, times, sentences)[0]).title
'西山公园音乐节开幕'
"""

from __future__ import annotations

import re

from timeline import edtf
from timeline.events import lifecycle
from timeline.events.attach import Statement
from timeline.events.classify import STATE, kind_of, modality_of, only_reports, tells_nothing
from timeline.events.draft import Draft, trimmed, when_of
from timeline.events.entities import actors_of
from timeline.events.home import is_institution
from timeline.events.naming import Naming
from timeline.events.page import OPENING, Page
from timeline.events.places import (
    ROOM,
    TELLS,
    WHOLE_TOWN,
    WORKS,
    address_in,
    at_home,
    held_at,
    named_in,
    told_in,
    venue_in,
)
from timeline.events.subjects import POINTING
from timeline.events.topics import Topics, TopicWords, of_words, says_enough, subject, words_of
from timeline.events.words import ACTIVITY, INCIDENT, STRONG, STRONG_ACTIVITY
from timeline.model import Timex, When

_BASE = {"activity": 0.6, "milestone": 0.6, "indicator": 0.25, "incident": 0.2}
_DEATHS = ("逝世", "辞世", "病逝")
_KINDS_SHOWN, _CALLED_OFF = ("activity", "milestone"), ("postponed", "cancelled")
#: Milestones that stay such though they last for some days, or are put off.
_LASTING = re.compile(
    r"期限|有效期|试点|施行|实施|执行|生效|航班计划|开征|开工|动工|竣工|投产|通车|通航|交付|投用|启用|上市|改版|达成|夺|获|签|当选|发布|公布|印发"
)
#: Characters that a title has at least, but for 渔家宴 and 开幕式.
_SHORTEST = 4
_SHORT = re.compile(r"[\u4e00-\u9fff]{2}[式会赛宴展戏舞秀礼课]")
#: Days that an arrangement lasts at most.
_ARRANGEMENT = 62
#: Characters of a sentence that are read for what a statement in it leaves out.
_CONTEXT = 600
_SINCE_YEAR = re.compile(r"年(?:以来|来)$")
#: Repetitions that tell when somebody can be reached or a door is open, not that something takes place.
_HOURS = re.compile(
    r"开放|闭馆|休馆|休息|营业|开门|咨询|电话|接听|工作日|办公|办理|门诊|坐诊|接种|受理|上班|开馆|限行|之前|前[缴交报提]"
)
_NO_HAPPENING = re.compile(
    r"不用|不必|无需|其余|再(?:动身|出门|出发|前往)|建议|提醒|最好|别忘|主题(?:是|为)|可能|估计|没有|客流|[“”]?说|预报|风力|气温|雨"
)
#: What lies round a place is not of it.
_ROUND = re.compile("周边|附近|门前|门口|一带|沿线|外围")
_AS_OF, _DIGIT = re.compile("截[至止]"), re.compile(r"\d")
_TOTAL = re.compile(r"(?:数|数量|总额|累计|[已共][^，。；]{1,4})(?:截[至止])?[为达到约超共]{0,2}\d")
_PEOPLE = re.compile(r"\d万?[余多]?[人户家]")
_ROUTINE = re.compile(r"学习(?:会|贯彻)|理论学习|听取|传达|调研|视察|走访|检查|指导")


class StatementReader:
    """Reads the statements of one article body, in order."""

    def __init__(self, page: Page, topics: Topics) -> None:
        self.page = page
        self.naming = Naming(page)
        self.topics = topics
        self.headline_words = words_of(page.headline, topics)
        self._topic_words = TopicWords(page.text, topics)
        named = self.headline_words | (words_of(page.home, topics) if is_institution(page.home) else set())
        told = self._topic_words.counted(0, OPENING)
        self.article_topics = subject(told, named, topics, alone=page.is_chronicle)
        self._context: tuple[int, dict[str, int]] = (-1, {})
        self._last: tuple[Statement, str] | None = None

    def read(self, statement: Statement) -> Draft | None:
        """The event that a statement tells of, None when it tells of none."""
        text, timex = self.page.text, statement.timex
        if tells_nothing(text, statement):
            return None
        part = text[statement.start : statement.end]
        kind, trigger = self._kind(statement)
        if not kind and part.rstrip().endswith(("：", ":")):
            return None  # a sentence that only announces what its colon is followed by
        kind = kind or self._kind_without_verb(statement)
        if timex.granularity == "year" and _SINCE_YEAR.search(timex.text):
            kind = "indicator"  # a summary of a period, not a happening in it
        if timex.recurrence and (kind != "activity" or _HOURS.search(part)):
            return None
        reports = only_reports(text, statement)
        if reports:
            kind = "milestone" if kind == "activity" else kind
        elif self._counted_until(statement, kind, trigger):
            kind = "indicator"
        modality = modality_of(statement, text, self.page.published)
        if _called_off(kind, modality, part) or (kind == "milestone" and _arranged(timex, trigger)):
            kind = "activity"
        self._last = (statement, kind)
        title = self.naming.title(statement, trigger, kind)
        begin = self._quote_start(statement, title)
        if len(title) < _SHORTEST and not _SHORT.fullmatch(title) and not STRONG_ACTIVITY.fullmatch(title):
            return None
        draft = Draft(
            begin,
            trimmed(text, statement.start, statement.end),
            timex,
            self.when(statement),
            kind,
            trigger,
            modality,
            title,
            self._place(statement),
            actors_of(part),
            self._topics(statement),
            0.0,
        )
        draft.recurrence = timex.recurrence
        draft.salience = _salience(draft, part, reports=reports)
        return draft

    def _kind(self, statement: Statement) -> tuple[str, str]:
        """The kind that a statement's words tell, else its label's, and the word that decided; ("", "") without one."""
        plain, sentence, timex = self.page.blanked, statement.sentence, statement.timex
        around = plain[sentence.start : min(sentence.end, statement.end + _CONTEXT)]
        part = plain[statement.start : statement.end]
        kind, trigger = kind_of(part, timex.start - statement.start, around, _days_of(timex))
        if kind in ("", "indicator") and statement.label and (named := kind_of(statement.label, 0))[0] in _KINDS_SHOWN:
            return named
        return kind, trigger

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

    def _kind_without_verb(self, statement: Statement) -> str:
        """As the statement before it in a row of such; a day to come is for a calendar; anything else is an incident."""
        if self._last is not None:
            earlier, kind = self._last
            if earlier.sentence is statement.sentence or (
                statement.sentence.continues and earlier.sentence.paragraph == statement.sentence.paragraph
            ):
                return kind
        begin = statement.timex.begin
        ahead = self.page.published is not None and edtf.stamp(begin, low=True).date() > self.page.published
        day = statement.timex.granularity in ("day", "minute")
        if ahead and day and not _NO_HAPPENING.search(self.page.text, statement.start, statement.end):
            return "activity"
        # an entry of a chronicle tells of something done
        told = self.page.text[statement.start : statement.end]
        done = self.page.is_chronicle and not INCIDENT.search(told) and not STATE.search(told)
        return "milestone" if done else "incident"

    def when(self, statement: Statement) -> When:
        """What begins on a date and still goes on is open-ended; everything else is as the expression says."""
        timex = statement.timex
        after = self.page.text[timex.end : timex.end + 18]
        if (
            timex.granularity in ("day", "minute", "month")
            and "/" not in (timex.edtf or "")
            and lifecycle.ONGOING.match(after.lstrip())
        ):
            return when_of(timex, edtf.parse(f"{timex.edtf}/.."))
        return when_of(timex)

    def _quote_start(self, statement: Statement, title: str) -> int:
        """The quote reaches back to the clause that its subject was taken from, when no other time lies between."""
        clause = self.page.subject_clause(statement.number, statement.timex.start)
        if clause is None or not title.startswith(clause[1]) or not 0 < statement.start - clause[0] <= 60:
            return statement.start
        if clause[0] < statement.sentence.start:
            return statement.start
        between = any(clause[0] <= t.start < statement.start for t in self.page.times_in(clause[0], statement.start))
        return statement.start if between else clause[0]

    def _place(self, statement: Statement) -> str | None:
        """Where it happens: as the statement says, else its sentence, else the article; 该馆 by its name."""
        page = self.page
        if statement.label and (row := self.naming.row_place(statement)):
            return row
        place = self._scene(statement) or page.home or None
        if place and place[0] in "该本此" and (pointing := POINTING.match(place)):
            name = page.name_of(pointing[0], statement.start)
            return page.home or None if name == pointing[0] else name + place[pointing.end() :]
        if place and ROOM.match(place) and is_institution(page.home):
            return page.home + place
        return place

    def _scene(self, statement: Statement) -> str:
        """The place that a statement's own words tell, else an address behind it, else its sentence; "" where none does."""
        page, sentence = self.page, statement.sentence
        part, names = page.blanked[statement.start : statement.end], page.places_in(statement.start, statement.end)
        if told := told_in(part, names):
            return told
        later = self._next_time(statement)
        behind = page.blanked[statement.end : later]
        if address := address_in(behind):
            return address
        if venue := venue_in(behind, page.places_in(statement.end, later)):
            return venue
        if named := named_in(part, names):
            return at_home(part, names, page.home, named)
        if TELLS.search(part) and (told := told_in(behind, page.places_in(statement.end, later))):
            return told
        if WHOLE_TOWN.search(part):
            return ""
        if WORKS.search(part) and (built := page.building_site(statement.start)):
            return built
        start = max(sentence.start, statement.start - _CONTEXT)
        before, names = page.blanked[start : statement.start], page.places_in(start, statement.start)
        if place := told_in(before, names) or named_in(before, names):
            return place
        row = page.row_start(statement.number, start - _CONTEXT)
        if held := held_at(page.blanked[row:start], page.places_in(row, start)):
            return held
        # what stands in front of a semicolon takes place elsewhere; in whose town is the same
        towns = [p for p in page.places_in(row, start) if p.role in ("", "office") and p.sort in ("town", "city")]
        return named_in(page.blanked[row:start], towns)

    def _next_time(self, statement: Statement) -> int:
        """Where the next time of the sentence stands, beside that to which what is told is put off; else its end."""
        page, end = self.page, min(statement.sentence.end, statement.end + _CONTEXT)
        times = [t.start for t in page.times_in(statement.end, end) if t.edtf]
        if times and page.text[statement.end : times[0]].strip() in ("至", "到", "为"):
            times = times[1:]
        return times[0] if times else end

    def _topics(self, statement: Statement) -> tuple[str, ...]:
        """The topics of a statement's own words, else of its sentence and headline, else of the article."""
        own = self._topic_words.within(statement.start, statement.end)
        for place in self.page.places_in(statement.start, statement.end) if own else ():
            # what takes place in a library is not of it, where it says of what it is
            venue = self._topic_words.within(statement.start + place.start, statement.start + place.end)
            if (place.role == "at" or _ROUND.match(self.page.text, statement.start + place.end)) and says_enough(
                own - venue, self.topics
            ):
                own -= venue
        return of_words(own, self.topics, lambda: self._context_of(statement), self.article_topics)

    def _context_of(self, statement: Statement) -> dict[str, int]:
        if self._context[0] != statement.number:
            start = statement.sentence.start
            told = self._topic_words.within(start, min(statement.sentence.end, start + _CONTEXT))
            self._context = statement.number, self.topics.weighed(self.headline_words | told)
        return self._context[1]


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
    if timex.granularity not in ("day", "minute") or "/" not in (timex.edtf or "") or _LASTING.search(trigger):
        return False
    first, last = edtf.days(edtf.parse(timex.edtf or ""))
    return first is not None and last is not None and 0 < (last - first).days <= _ARRANGEMENT


def _salience(draft: Draft, part: str, *, reports: bool) -> float:
    """How much a reader would miss an event, 0..1; ``reports`` says that its time only dates the telling."""
    score = _BASE[draft.kind]
    if STRONG.search(part):
        score += 0.15
    if draft.when.granularity in ("day", "minute"):
        score += 0.1
    if draft.modality == "planned":
        score += 0.1
    if draft.trigger in _DEATHS:
        score += 0.4
    if _ROUTINE.search(part):
        score -= 0.2
    if reports:
        score -= 0.35
    if draft.kind in ("activity", "milestone") and not draft.topics:
        score -= 0.1
    return round(min(1.0, max(0.05, score)), 2)
