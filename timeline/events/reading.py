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
from timeline.events.classify import tells_nothing
from timeline.events.draft import Draft, trimmed, when_of
from timeline.events.entities import actors_of
from timeline.events.fitting import fit
from timeline.events.institution import is_institution
from timeline.events.kinds import KindReader
from timeline.events.naming import Naming
from timeline.events.page import OPENING, Page
from timeline.events.placenames import is_town
from timeline.events.places import (
    ROOM,
    TELLS,
    WHOLE_TOWN,
    WORKS,
    address_in,
    at_home,
    bare_house,
    held_at,
    listed_in,
    named_in,
    told_in,
    venue_in,
)
from timeline.events.subjects import POINTING
from timeline.events.topics import Topics, TopicWords, of_words, says_enough, subject, words_of
from timeline.events.words import STRONG, STRONG_ACTIVITY
from timeline.model import When

_BASE = {"activity": 0.6, "milestone": 0.6, "indicator": 0.25, "incident": 0.2}
_DEATHS = ("逝世", "辞世", "病逝")
#: Characters that a title has at least, but for 渔家宴 and 开幕式.
_SHORTEST = 4
_SHORT = re.compile(r"[\u4e00-\u9fff]{2}[式会赛宴展戏舞秀礼课]")
#: Characters of a sentence that are read for what a statement in it leaves out.
_CONTEXT = 600
#: What lies round a place is not of it.
_ROUND = re.compile("周边|附近|门前|门口|一带|沿线|外围")
_ROUTINE = re.compile(r"学习(?:会|贯彻)|理论学习|听取|传达|调研|视察|走访|检查|指导")
#: 谷仓建于1916年: what a verb is without the time that it stands in front of.
_MADE = {"建": "建成", "创": "创办", "设": "设立", "办": "举办"}
_MADE_AT = re.compile(
    "(?:(?<=[\u4e00-\u9fff][^扩改新重兴修组始创筹搭翻合])建|(?<=[^首开始])创|(?<=[^附开])设|(?<=[届会节赛展])办)$"
)


#: What an office makes known takes place nowhere but in its town.
_ISSUED = re.compile(
    "[市县区镇省][\u4e00-\u9fff]{1,10}(?:局|委|办|政府|厅|院)\\s*(?:公布|发布|通报|印发|出台|下发|公告)"
)
#: A sentence that only tells where something was.
_HELD_THERE = re.compile(
    r"\s*(?:本[场次届]|此次|这[场次]|该|当[天日晚]的?)?(?:比赛|赛事|决赛|活动|会议|仪式|论坛|演出|展览|讲座|大会|庆典|庙会)(?:将|仍|继续)?在"
)
_MOVES = re.compile("[迁搬][至到往入回进]")
#: Where somebody came from is not where he did what is told next.
_LIVES = ("生于", "出生于", "出生在", "毕业于", "就读于", "任职于")
#: 县体育馆 is that of the county that the page is set in.
#: The town of a house that a page is set in: 云溪 of 云溪县文化馆.
_OF_HOUSE = re.compile("([\u4e00-\u9fff]{2,4}?)[市县区镇][\u4e00-\u9fff]{2,}")
_LEVELS, _NO_LEVEL = "市县区镇乡村", re.compile("市[场民]|[区县]域|乡村|村民")


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
        self._kinds = KindReader(page)

    def read(self, statement: Statement) -> Draft | None:
        """The event that a statement tells of, None when it tells of none."""
        text, timex = self.page.text, statement.timex
        if tells_nothing(text, statement):
            return None
        part = text[statement.start : statement.end]
        known = self._kinds.read(statement)
        if known is None:
            return None
        kind, trigger, modality = known.kind, known.trigger, known.modality
        title = self.naming.title(statement, trigger, kind)
        title = self._in_full(title, statement, trigger)
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
        draft.salience = _salience(draft, part, reports=known.reports)
        return draft

    def _in_full(self, title: str, statement: Statement, trigger: str) -> str:
        """A title with the rest of its verb (谷仓建于1916年 is 谷仓建成), and whose act it tells where it tells only that."""
        if (made := _MADE_AT.search(title)) and self.page.text[statement.timex.start - 1] == "于":
            title = title[: made.start()] + _MADE[made[0]]
        if len(title) >= _SHORTEST or not trigger or trigger not in title:
            return title
        heading = statement.label if self.naming.labelled(statement) else ""
        whose = heading if len(heading) > 1 else self.page.subject(statement.number, statement.timex.start)
        return fit(f"{whose}{title}") if whose and whose not in title else title

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
        row = self.naming.row_place(statement) if statement.label else ""
        place = row or self._pointed(statement) or self._scene(statement) or page.home or self._made(statement) or None
        if place and place[0] in "该本此" and (pointing := POINTING.match(place)):
            name = page.name_of(pointing[0], statement.start)
            return page.home or None if name == pointing[0] else name + place[pointing.end() :]
        if place and ROOM.match(place) and is_institution(page.home):
            return page.home + place
        if place and place[0] in _LEVELS and not _NO_LEVEL.match(place):
            of_house = _OF_HOUSE.match(page.home)
            town = of_house[1] if of_house else page.home
            if town and town + place[0] in page.text:
                return town + place
        return place

    def _made(self, statement: Statement) -> str:
        """The house that a statement tells is built or rebuilt, where its page names no town; or ""."""
        named = self.page.places_in(statement.start, statement.end)
        return next((place.name for place in named if place.role == "made" and place.sort == "site"), "")

    def _venue_behind(self, statement: Statement) -> str:
        """Where the next sentence says that what a statement tells of took place: …战平。比赛在市体育中心进行; or ""."""
        page, number = self.page, statement.number + 1
        if number >= len(page.sentences) or page.sentences[number].paragraph != statement.sentence.paragraph:
            return ""
        start, end = page.sentences[number].start, page.sentences[number].end
        if not _HELD_THERE.match(page.text, start, end) or page.times_in(start, end):
            return ""
        return told_in(page.blanked[start:end], page.places_in(start, end))

    def _pointed(self, statement: Statement) -> str:
        """The house or road that a statement begins with a bare word for, where it tells no place: 新市场, 该桥; or ""."""
        page = self.page
        part = page.blanked[statement.start : statement.end]
        bare = bare_house(part)
        if not bare or told_in(part, page.places_in(statement.start, statement.end)):
            return ""
        return page.site_before(bare, statement.start)

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
        around = page.places_in(statement.end, later)
        row = listed_in(behind, around) if part.rstrip().endswith("：") else ""
        if venue := row or venue_in(behind, around):
            return venue
        if named := named_in(part, names):
            helped = "aid" in self.article_topics and page.home and is_town(named, names)
            return page.home if helped else at_home(part, names, page.home, named)
        if TELLS.search(part) and (told := told_in(behind, around)):
            return told
        if venue := self._venue_behind(statement):
            return venue
        if WHOLE_TOWN.search(part):
            of_house = _OF_HOUSE.match(page.home)
            return page.home[: of_house.end(1) + 1] if of_house else ""
        if WORKS.search(part) and (built := page.building_site(statement.start)):
            return built
        if _ISSUED.search(part):
            return ""
        start = max(sentence.start, statement.start - _CONTEXT)
        before = page.blanked[start : statement.start]
        names = [
            p
            for p in page.places_in(start, statement.start)
            if p.role != "to" and not before.endswith(_LIVES, 0, p.start)
        ]
        if place := ("" if _MOVES.search(before) else told_in(before, names)) or named_in(before, names):
            return place
        if (bare := bare_house(before)) and (site := page.site_before(bare, start)):
            return site
        first = page.row_start(statement.number, start - _CONTEXT)
        if held := held_at(page.blanked[first:start], page.places_in(first, start)):
            return held
        # what stands in front of a semicolon takes place elsewhere; in whose town is the same
        towns = [p for p in page.places_in(first, start) if p.role in ("", "office") and p.sort in ("town", "city")]
        return named_in(page.blanked[first:start], towns)

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
