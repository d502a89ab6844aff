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

from collections import Counter

from timeline import edtf
from timeline import regex as re
from timeline.events import lifecycle, rows
from timeline.events.attach import Statement
from timeline.events.classify import modality_of
from timeline.events.draft import Draft, trimmed, when_of
from timeline.events.entities import actors_of
from timeline.events.fitting import fit
from timeline.events.institution import is_institution
from timeline.events.kinds import KindReader
from timeline.events.lede import with_news
from timeline.events.naming import Naming
from timeline.events.nothings import tells_nothing
from timeline.events.page import OPENING, Page
from timeline.events.persons import name_in
from timeline.events.recalled import only_recalls
from timeline.events.scenes import PlaceReader
from timeline.events.topics import Topics, TopicWords, of_words, says_enough, subject, words_of
from timeline.events.words import STRONG, STRONG_ACTIVITY
from timeline.model import When

_BASE = {"activity": 0.6, "milestone": 0.6, "indicator": 0.25, "incident": 0.2}
_DEATHS = ("逝世", "辞世", "病逝")
#: Characters that a title has at least, but for 渔家宴 and 开幕式.
_SHORTEST = 4
_TURNS = re.compile("开始|启动|结束|截止")
_SHORT = re.compile(r"[\u4e00-\u9fff]{2}[式会赛宴展戏舞秀礼课]")
#: Characters of a sentence that are read for what a statement in it leaves out.
_CONTEXT = 600
#: So many characters before and behind a statement tell whether its article is still about the same.
_ROUND_ABOUT = 400
#: What lies round a place is not of it.
_ROUND = re.compile("周边|附近|门前|门口|一带|沿线|外围")
_ROUTINE = re.compile(r"学习(?:会|贯彻)|理论学习|听取|传达|调研|视察|走访|检查|指导")
#: 谷仓建于1916年: what a verb is without the time that it stands in front of.
_MADE = {"建": "建成", "创": "创办", "设": "设立", "办": "举办"}
_MADE_AT = re.compile(
    "(?:(?<=[\u4e00-\u9fff][^扩改新重兴修组始创筹搭翻合])建|(?<=[^首开始])创|(?<=[^附开])设|(?<=[届会节赛展])办)$"
)


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
        for place in page.places_in(0, OPENING):  # on a square or in a library people meet for any matter
            if place.role in ("at", "to") and place.sort == "site" and place.name != page.home:
                venue = self._topic_words.counted(place.start, place.end)
                told -= Counter(
                    {word: n for word, n in venue.items() if {slug for slug, _ in topics.speaking[word]} == {"culture"}}
                )
        self.article_topics = subject(told, named, topics, alone=page.is_chronicle)
        self._context: tuple[int, dict[str, int]] = (-1, {})
        self._kinds = KindReader(page)
        self._places = PlaceReader(page, helping="aid" in self.article_topics)

    def read(self, statement: Statement) -> Draft | None:
        """The event that a statement tells of, None when it tells of none."""
        told, statement = statement, with_news(self.page, statement)
        text, timex = self.page.text, statement.timex
        if tells_nothing(text, statement) or only_recalls(text, statement):
            return None
        part = text[statement.start : statement.end]
        row, venue = rows.item(self.page, statement)
        known = self._kinds.read(statement, row)
        if known is None:
            return None
        kind, trigger, modality = known.kind, known.trigger, known.modality
        title = self.naming.title(statement, trigger, kind, row)
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
            self._places.read(told, venue),
            actors_of(part),
            self._topics(statement),
            0.0,
        )
        draft.recurrence = timex.recurrence
        draft.salience = _salience(draft, part, reports=known.reports)
        return draft

    def signed(self, statement: Statement, title: str, verb: str, role: str) -> Draft:
        """The event that a paper itself is, on the day of its signature."""
        draft = Draft(
            statement.start,
            trimmed(self.page.text, statement.start, statement.end),
            statement.timex,
            self.when(statement),
            "milestone",
            verb,
            modality_of(statement, self.page.text, self.page.published),
            fit(title),
            self.page.home or None,
            (),
            of_words(
                words_of(title, self.topics), self.topics, lambda: self._context_of(statement), self.article_topics
            ),
            0.0,
            role=role,
        )
        draft.salience = _salience(draft, title, reports=False)
        return draft

    def _in_full(self, title: str, statement: Statement, trigger: str) -> str:
        """A title with the rest of its verb (谷仓建于1916年 is 谷仓建成), and whose act it tells where it tells only that."""
        if (made := _MADE_AT.search(title)) and self.page.text[statement.timex.start - 1] == "于":
            title = title[: made.start()] + _MADE[made[0]]
        if title.endswith("生") and name_in(title[:-1]):
            return f"{title[:-1]}出生"
        if len(title) >= _SHORTEST or not trigger or trigger not in title:
            return title
        if turn := _TURNS.match(self.page.text, statement.timex.end):
            title = f"{title}{turn[0]}"  # 供暖定于11月15日开始
        heading = statement.label if rows.labelled(self.page, statement) else ""
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
        return of_words(own, self.topics, lambda: self._context_of(statement), self._about(statement.start))

    def _about(self, position: int) -> tuple[str, ...]:
        """What the article is about, as far as it still is round ``position``: a long one goes on to other matters."""
        if position < OPENING:
            return self.article_topics
        told = subject(self._topic_words.counted(position - _ROUND_ABOUT, position + _ROUND_ABOUT), (), self.topics)
        return tuple(slug for slug in self.article_topics if slug in told or self.topics[slug].carries)

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
