"""Reads one statement as an event: its kind, title, place, topics and salience.

>>> from timeline.events.attach import statements
>>> from timeline.events.sentences import split
>>> from timeline.events.topics import load
>>> from timeline.timex import tag
>>> text = "西山公园音乐节4月26日开幕。"
>>> times = tag(text, "2025-04-22")
>>> sentences = split(text)
>>> reader = StatementReader(text, sentences, times, "2025-04-22", "", load())
>>> reader.read(statements(text, times, sentences)[0]).title
'西山公园音乐节开幕'
"""

from __future__ import annotations

import bisect
import re

from timeline import edtf
from timeline.events import lifecycle
from timeline.events.attach import Statement
from timeline.events.classify import kind_of, modality_of, only_reports, tells_nothing
from timeline.events.draft import Draft, trimmed, when_of
from timeline.events.entities import ANAPHOR, Cast, actors_of, cast_of, institutions_of, place_of
from timeline.events.sentences import Sentence
from timeline.events.subjects import POINTING, carried, head_of, named_by
from timeline.events.title import LONGEST, fit, make_title
from timeline.events.topics import Topics, classify, dominant
from timeline.events.words import STRONG_ACTIVITY, STRONG_MILESTONE
from timeline.model import Timex, When

_OPENING = 1200  # characters by which a page shows what it is about
_BASE = {"activity": 0.6, "milestone": 0.6, "indicator": 0.25, "incident": 0.2}
_NO_SUBJECT_LABEL = re.compile(
    r"有$|^(?:编者按|编者的话|核心提示|摘要|记者手记|据介绍|据悉|其中|目前|例如|比如|注|提示|说|表示)|[说道称示]$"
)
_SINCE_YEAR = re.compile(r"年(?:以来|来)$")
_VERB_END = (
    "通过",
    "施行",
    "实施",
    "执行",
    "生效",
    "发布",
    "公布",
    "印发",
    "出台",
    "启动",
    "揭牌",
    "开幕",
    "召开",
    "举行",
    "竣工",
    "投产",
    "开工",
    "开通",
    "通车",
)
_HELD = re.compile(
    r"(?:举办|举行|开展|推出|组织|启动|主办|招募|迎来|召开)(?:的|了)?(?:首[届场]|一[场次期系列])?(?P<what>[^，。；：,;:\n\s0-9][^，。；：,;:\n\s]{2,25})"
)
_NO_THING = re.compile(r"事宜|如下|安排|有关|^(?:以下|活动$)")
#: Repetitions that tell when somebody can be reached or a door is open, not that something takes place.
_HOURS = re.compile(r"开放|闭馆|休馆|休息|营业|开门|咨询|电话|接听|工作日|办公|办理|门诊|坐诊|接种|受理|上班|开馆|限行|之前|前[缴交报提]")
_PERSON = re.compile(r"[\u4e00-\u9fff]{2,4}(?<![局委院司会部厅办市县区镇村队校馆])")
_NO_HAPPENING = re.compile(r"主题(?:是|为)|可能|估计|没有|客流|[“”]?说|预报|风力|气温|雨")
_ROUTINE = re.compile(r"学习(?:会|贯彻)|理论学习|听取|传达|调研|视察|走访|检查|指导")


class StatementReader:
    """Reads the statements of one article body; ``published`` is its date as EDTF text or None."""

    def __init__(
        self,
        text: str,
        sentences: list[Sentence],
        timexes: list[Timex],
        published: str | None,
        headline: str,
        topics: Topics,
    ) -> None:
        self.text = text
        self.sentences = sentences
        self.timexes = timexes
        self.headline = headline
        self.topics = topics
        self.published, self.last_day = edtf.days(edtf.parse(published)) if published else (None, None)
        self.article_topics = dominant(f"{headline}\n{text[:_OPENING]}", topics)
        self.blanked = _blanked(text, timexes)
        self.cast: Cast = cast_of(*(f"{headline}\n{body}" if headline else body for body in (text, self.blanked)))
        self._names: dict[str, str] = {}
        self._sentence_starts = [sentence.start for sentence in sentences]
        self._starts = [timex.start for timex in timexes]
        self._last: tuple[Statement, str] | None = None
        self.shift = len(headline) + 1 if headline else 0

    def named_before(self, position: int) -> str:
        """The named activity, rule or project told last before ``position`` of the body, or ""."""
        return self.cast.named_before(position + self.shift)

    def held_before(self, position: int) -> str:
        """What the nearest sentence before ``position`` says is held, with who holds it; "" where none says so."""
        index = bisect.bisect_right(self._sentence_starts, position) - 1
        for sentence in reversed(self.sentences[max(0, index - 4) : index + 1]):
            for start, end in sentence.clauses:
                held = _HELD.search(self.text, start, end) if end <= position else None
                if held and not _NO_THING.search(held["what"]):
                    host = head_of(self.blanked[start:end])
                    return f"{host}{held['what']}" if len(host) + len(held["what"]) <= LONGEST - 4 else held["what"]
        return ""

    def read(self, statement: Statement) -> Draft | None:
        """The event that a statement tells of, None when it tells of none."""
        text, timex = self.text, statement.timex
        if tells_nothing(text, statement):
            return None
        part = text[statement.start : statement.end]
        kind, trigger = kind_of(self.blanked[statement.start : statement.end], timex.start - statement.start)
        if not kind:
            kind = self._kind_without_verb(statement)
        if timex.granularity == "year" and _SINCE_YEAR.search(timex.text):
            kind = "indicator"  # a summary of a period, not a happening in it
        if timex.recurrence and (kind not in ("activity", "milestone") or _HOURS.search(part)):
            return None
        if only_reports(text, statement):
            kind = "milestone" if kind == "activity" else kind
        elif (
            timex.bound == "to"
            and kind != "activity"
            and re.search(r"截至|截止", text[max(0, timex.start - 3) : timex.start])
            and re.search(r"\d", part.replace(timex.text, ""))
        ):
            kind = "indicator"
        self._last = (statement, kind)
        modality = modality_of(statement, text, self.published)
        title = self._title(statement, part, trigger, kind)
        begin = self._quote_start(statement, title)
        if len(title) < 4:
            return None
        context = f"{self.headline} {text[statement.sentence.start : statement.sentence.end]}"
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
            classify(part, self.topics, context) or self.article_topics,
            0.0,
        )
        draft.recurrence = timex.recurrence
        draft.salience = self._salience(draft, statement, part)
        return draft

    def _kind_without_verb(self, statement: Statement) -> str:
        """As the statement before it in a row of such; a day to come is for a calendar; anything else is an incident."""
        if self._last is not None:
            earlier, kind = self._last
            if earlier.sentence is statement.sentence or (
                statement.sentence.continues and earlier.sentence.paragraph == statement.sentence.paragraph
            ):
                return kind
        begin = statement.timex.begin
        ahead = self.published is not None and edtf.stamp(begin, low=True).date() > self.published
        day = statement.timex.granularity in ("day", "minute")
        return (
            "activity"
            if ahead and day and not _NO_HAPPENING.search(self.text, statement.start, statement.end)
            else "incident"
        )

    def when(self, statement: Statement) -> When:
        """What begins on a date and still goes on is open-ended; everything else is as the expression says."""
        timex = statement.timex
        after = self.text[timex.end : timex.end + 18]
        if (
            timex.granularity in ("day", "minute", "month")
            and "/" not in (timex.edtf or "")
            and lifecycle.ONGOING.match(after.lstrip())
        ):
            return when_of(timex, edtf.parse(f"{timex.edtf}/.."))
        return when_of(timex)

    def _quote_start(self, statement: Statement, title: str) -> int:
        """The quote reaches back to the clause that its subject was taken from, when no other time lies between."""
        clause = self._subject_clause(statement)
        if clause is None or not title.startswith(clause[1]) or not 0 < statement.start - clause[0] <= 60:
            return statement.start
        if clause[0] < statement.sentence.start:
            return statement.start
        between = any(clause[0] <= t.start < statement.start for t in self._times_in(clause[0], statement.start))
        return statement.start if between else clause[0]

    def _times_in(self, start: int, end: int) -> list[Timex]:
        """The time expressions inside ``[start, end)``."""
        first = bisect.bisect_left(self._starts, start)
        return [t for t in self.timexes[first : bisect.bisect_left(self._starts, end)] if t.end <= end]

    def _labelled(self, statement: Statement) -> bool:
        """Whether the label in front of the colon names what the statement is about."""
        label = statement.label
        return 0 < len(label) <= 14 and not _NO_SUBJECT_LABEL.search(label)

    def _subject(self, statement: Statement) -> str:
        """What a clause without a subject speaks of: what the clauses before it do, else the article."""
        clause = self._subject_clause(statement)
        return self._name_of(clause[1], clause[0]) if clause else self.cast.subject

    def _name_of(self, head: str, position: int) -> str:
        """A subject by its name where the page says 大桥, 该院 or 他; "" for a pronoun that nobody stands behind."""
        if head[0] in "他她":
            return self._person(position)
        pointing = POINTING.fullmatch(head)
        if pointing is None:
            return head
        word = pointing["kind"] or pointing["word"]
        if word not in self._names:
            opening = f"{self.headline}\n{self.text[:_OPENING]}"
            self._names[word] = named_by(word, opening) if len(word) > 1 else self._institution(word, opening)
        return self._names[word] or head

    def _institution(self, ending: str, opening: str) -> str:
        """What 该馆 or 该院 points at: the article's subject, else the first institution whose name ends so."""
        named = (self.cast.subject, *institutions_of(opening))
        return next((name for name in named if name.endswith(ending) and len(name) > 3), "")

    def _person(self, position: int) -> str:
        """The person that the nearest clause before ``position`` begins with, or ""."""
        index = bisect.bisect_right(self._sentence_starts, position) - 1
        for sentence in reversed(self.sentences[max(0, index - 5) : index + 1]):
            for start, end in sentence.clauses:
                if end <= position and _PERSON.fullmatch(head := head_of(self.blanked[start:end])):
                    return head
        return ""

    def _subject_clause(self, statement: Statement) -> tuple[int, str] | None:
        """The start of the clause that gives the subject, and the subject."""
        return carried(self.blanked, self.sentences, statement.number, statement.timex.start)

    def _title(self, statement: Statement, part: str, trigger: str, kind: str) -> str:
        inside = self._times_in(statement.start, statement.end)
        times = [(t.start - statement.start, t.end - statement.start) for t in inside if t.type != "DURATION"]
        subject = self.cast.place if kind == "indicator" else self._subject(statement)
        if self._labelled(statement):
            subject = statement.label
        title = make_title(part, times, subject, trigger)
        head = head_of(title)
        if head and (POINTING.fullmatch(head) or head[0] in "他她"):
            title = fit(self._name_of(head, statement.start) + title[len(head) :])
        return self._expanded(title, statement, trigger)

    def _expanded(self, title: str, statement: Statement, trigger: str) -> str:
        """The title with what 该《意见》 or 这场盛会 points to put in its place."""
        for short, full in self.cast.aliases.items():
            if short in title and full not in title:
                title = title.replace(f"该{short}", full).replace(short, full)
        anaphor = ANAPHOR.search(title)
        if anaphor:
            own = anaphor[0].startswith("本") and self.cast.named
            named = self.cast.named[0][1] if own else self.named_before(statement.start)
            full = title.replace(anaphor[0], named, 1) if named else title.replace(anaphor[0], anaphor["head"], 1)
            title = (
                full
                if len(full) <= LONGEST or not named
                else f"{named}{trigger}"
                if trigger.endswith(_VERB_END)
                else named
            )
        bare = title in (trigger, f"{self.cast.subject}{trigger}") and trigger.endswith(_VERB_END)
        if (len(title) <= 3 or bare) and trigger and (named := self.named_before(statement.start)):
            title = f"{named}{trigger}"
        if self._labelled(statement) and statement.label not in title and len(statement.label) + len(title) < 28:
            title = f"{statement.label}：{title}" if not title.startswith(statement.label) else title
        return fit(title)

    def _place(self, statement: Statement) -> str | None:
        """Where it happens: as the statement says, else its sentence, else the article; 该馆 by its name."""
        near = place_of(self.blanked[statement.sentence.start : statement.sentence.end], self.cast.place) or ""
        place = place_of(self.blanked[statement.start : statement.end], near)
        if place and place[0] in "该本此" and (pointing := POINTING.match(place)):
            name = self._name_of(pointing[0], statement.start)
            return self.cast.place or None if name == pointing[0] else name + place[pointing.end() :]
        return place

    def _salience(self, draft: Draft, statement: Statement, part: str) -> float:
        score = _BASE[draft.kind]
        if STRONG_MILESTONE.search(part) or STRONG_ACTIVITY.search(part):
            score += 0.15
        if draft.when.granularity in ("day", "minute"):
            score += 0.1
        if draft.modality == "planned":
            score += 0.1
        if _ROUTINE.search(part):
            score -= 0.2
        if only_reports(self.text, statement):
            score -= 0.35
        if draft.kind in ("activity", "milestone") and not draft.topics:
            score -= 0.1
        return round(min(1.0, max(0.05, score)), 2)


def _blanked(text: str, timexes: list[Timex]) -> str:
    """``text`` with its times blanked out, lengths kept: 首个工作日 is no “first” of anything."""
    parts, at = [], 0
    for timex in timexes:
        if timex.start >= at:
            parts += [text[at : timex.start], " " * (timex.end - timex.start)]
            at = timex.end
    return "".join((*parts, text[at:]))
