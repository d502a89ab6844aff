"""From an article's statements to its events: kind, title, place, topics, salience, with the mention behind each.

>>> from timeline.events.build import Builder
>>> Builder.__name__
'Builder'
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from timeline import edtf
from timeline.events import lifecycle
from timeline.events.attach import Statement, statements
from timeline.events.classify import kind_of, modality_of, only_reports, tells_nothing
from timeline.events.entities import ANAPHOR, SUBJECT_OF_CLAUSE, Cast, actors_of, cast_of, place_of
from timeline.events.notices import Notice, read_notices
from timeline.events.title import LONGEST, fit, make_title
from timeline.events.topics import Topic, classify
from timeline.events.words import STRONG_ACTIVITY, STRONG_MILESTONE
from timeline.model import Event, Timex, When

_BASE = {"activity": 0.6, "milestone": 0.6, "indicator": 0.25, "incident": 0.2}
_NO_SUBJECT_LABEL = re.compile(r"有$|^(?:编者按|编者的话|核心提示|摘要|记者手记|据介绍|据悉|其中|目前|例如|比如|注|提示|说|表示)|[说道称示]$")
_SINCE_YEAR = re.compile(r"年(?:以来|来)$")
_VERB_END = ("通过", "施行", "实施", "执行", "生效", "发布", "公布", "印发", "出台", "启动", "揭牌", "开幕", "召开", "举行", "竣工", "投产", "开工", "开通", "通车")
_THAT_DAY = re.compile(r"^(?:当天|当日|那天|这天|这一天|同日)$")
_ROUTINE = re.compile(r"学习(?:会|贯彻)|理论学习|听取|传达|调研|视察|走访|检查|指导")


@dataclass(slots=True)
class Draft:
    """One event in the making; spans are offsets of the article's flow text."""

    start: int
    end: int
    timex: Timex
    when: When
    kind: str
    trigger: str
    modality: str
    title: str
    place: str | None
    actors: tuple[str, ...]
    topics: tuple[str, ...]
    salience: float
    details: dict[str, str] = field(default_factory=dict)
    more: list[tuple[int, int, Timex]] = field(default_factory=list)  # further mentions in the same article
    links: list[tuple[str, int]] = field(default_factory=list)  # (relation, index of the other draft)
    role: str = ""  # in-force, expiry: which end of a rule's life


def when_of(timex: Timex, value: edtf.Edtf | None = None) -> When:
    """The event's date from its time expression (or another value with the same part)."""
    known = value or edtf.parse(timex.edtf or "")
    return When(
        known.text,
        known.begin,
        known.until,
        known.granularity,
        timex.part,
        timex.approximate or known.approximate,
        known.uncertain,
    )


class Builder:
    """Builds the events of one article body; ``published`` is its date as EDTF text or None."""

    def __init__(self, text: str, timexes: list[Timex], published: str | None, headline: str, topics: Mapping[str, Topic]) -> None:
        self.text = text
        self.timexes = timexes
        self.headline = headline
        self.topics = topics
        self.published = edtf.days(edtf.parse(published))[0] if published else None
        self.cast: Cast = cast_of(f"{headline}\n{text}" if headline else text)
        self._last: tuple[Statement, str] | None = None
        self._shift = len(headline) + 1 if headline else 0

    def drafts(self) -> list[Draft]:
        """The article's events in order of their times, notices joined, repeated statements folded."""
        notices = read_notices(self.text)
        found: list[Draft] = []
        for statement in statements(self.text, self.timexes):
            notice = next((n for n in notices if n.start <= statement.timex.start < n.end), None)
            if notice is not None:
                self._join_notice(found, notice, statement)
            else:
                self._add(found, statement)
        return found

    # -- one statement ----------------------------------------------------------------------------------------------

    def _add(self, found: list[Draft], statement: Statement) -> None:
        draft = self._draft(statement)
        if draft is None:
            return
        if self._folds(found, draft, statement):
            return
        found.append(draft)
        self._lifecycle(found, draft, statement)

    def _draft(self, statement: Statement) -> Draft | None:
        text, timex = self.text, statement.timex
        if tells_nothing(text, statement):
            return None
        part = text[statement.start : statement.end]
        kind, trigger = kind_of(self._without_times(statement), timex.start - statement.start)
        if not kind:
            kind = self._parallel_kind(statement)
        if timex.granularity == "year" and _SINCE_YEAR.search(timex.text):
            kind = "indicator"  # a summary of a period, not a happening in it
        if only_reports(text, statement):
            kind = "milestone" if kind == "activity" else kind
        elif timex.bound == "to" and kind != "activity" and re.search(r"截至|截止", text[max(0, timex.start - 3) : timex.start]) and re.search(r"\d", part.replace(timex.text, "")):
            kind = "indicator"
        self._last = (statement, kind)
        modality = modality_of(statement, text, self.published)
        title = self._title(statement, part, trigger, kind)
        if len(title) < 4:
            return None
        context = f"{self.headline} {text[statement.sentence.start : statement.sentence.end]}"
        draft = Draft(
            statement.start,
            _rstrip(text, statement.start, statement.end),
            timex,
            self._when(statement, part),
            kind,
            trigger,
            modality,
            title,
            place_of(part, self._place_default(statement)),
            actors_of(part),
            classify(part, self.topics, context),
            0.0,
        )
        draft.salience = self._salience(draft, statement, part)
        return draft

    def _without_times(self, statement: Statement) -> str:
        """The statement with its times blanked out, lengths kept: 首个工作日 is no “first” of anything."""
        part = self.text[statement.start : statement.end]
        for timex in self.timexes:
            if statement.start <= timex.start and timex.end <= statement.end:
                at = timex.start - statement.start
                part = part[:at] + " " * (timex.end - timex.start) + part[timex.end - statement.start :]
        return part

    def _parallel_kind(self, statement: Statement) -> str:
        """The kind of a statement without a telling verb: as the one before it in a row of such, else an incident."""
        if self._last is not None:
            earlier, kind = self._last
            if earlier.sentence is statement.sentence or (statement.sentence.continues and earlier.sentence.paragraph == statement.sentence.paragraph):
                return kind
        return "incident"

    def _when(self, statement: Statement, part: str) -> When:
        """What begins on a date and still goes on is open-ended; everything else is as the expression says."""
        timex = statement.timex
        after = self.text[timex.end : timex.end + 18]
        if timex.granularity in ("day", "minute", "month") and "/" not in (timex.edtf or "") and lifecycle.ONGOING.match(after.lstrip()):
            return when_of(timex, edtf.parse(f"{timex.edtf}/.."))
        return when_of(timex)

    def _labelled(self, statement: Statement) -> bool:
        """Whether the label in front of the colon names what the statement is about."""
        label = statement.label
        return 0 < len(label) <= 14 and not _NO_SUBJECT_LABEL.search(label)

    def _subject(self, statement: Statement) -> str:
        """What a clause without a subject speaks of: the subject of a clause before it in its sentence, else the article's."""
        for start, end in reversed(statement.sentence.clauses):
            if end <= statement.timex.start and (match := SUBJECT_OF_CLAUSE.match(self.text, start, end)):
                return match[1]
        return self.cast.subject

    def _title(self, statement: Statement, part: str, trigger: str, kind: str) -> str:
        times = [t.text for t in self.timexes if statement.start <= t.start and t.end <= statement.end]
        subject = self.cast.place if kind == "indicator" else self._subject(statement)
        if self._labelled(statement):
            subject = statement.label
        title = make_title(part, times, subject, trigger)
        return self._expanded(title, statement, trigger)

    def _expanded(self, title: str, statement: Statement, trigger: str) -> str:
        """The title with what 该《意见》 or 这场盛会 points to put in its place."""
        for short, full in self.cast.aliases.items():
            if short in title and full not in title:
                title = title.replace(f"该{short}", full).replace(short, full)
        anaphor = ANAPHOR.search(title)
        if anaphor:
            named = self.cast.named_before(statement.start + self._shift)
            full = title.replace(anaphor[0], named, 1) if named else title.replace(anaphor[0], anaphor["head"], 1)
            title = full if len(full) <= LONGEST or not named else f"{named}{trigger}" if trigger.endswith(_VERB_END) else named
        if len(title) <= 3 and trigger and (named := self.cast.named_before(statement.start + self._shift)):
            title = f"{named}{trigger}"
        if self._labelled(statement) and statement.label not in title and len(statement.label) + len(title) < 28:
            title = f"{statement.label}：{title}" if not title.startswith(statement.label) else title
        return fit(title)

    def _place_default(self, statement: Statement) -> str:
        near = self.text[statement.sentence.start : statement.sentence.end]
        return place_of(near, self.cast.place) or ""

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

    # -- relations between statements ---------------------------------------------------------------------------------

    def _folds(self, found: list[Draft], draft: Draft, statement: Statement) -> bool:
        """Whether the statement only adds to the one before it: opening hours, the same happening told again."""
        timex = statement.timex
        for earlier in reversed(found[-8:]):
            if earlier.when.begin is None or draft.when.begin is None:
                continue
            same_day = earlier.when.edtf == draft.when.edtf
            if same_day and _THAT_DAY.search(timex.text) and earlier.kind == "activity" and draft.modality == "planned":
                earlier.more.append((draft.start, draft.end, timex))
                return True
            if timex.granularity == "minute" and earlier.start <= timex.start and not _has_own_verb(self.text, statement):
                if edtf.stamp(earlier.when.begin, low=True).date() == edtf.stamp(timex.begin, low=True).date():
                    earlier.details.setdefault("hours", timex.text)
                    earlier.more.append((draft.start, draft.end, timex))
                    return True
            if same_day and (earlier.title == draft.title or (earlier.start, earlier.end) == (draft.start, draft.end)):
                earlier.more.append((draft.start, draft.end, timex))
                return True
        return False

    def _lifecycle(self, found: list[Draft], draft: Draft, statement: Statement) -> None:
        """Links a rule's entry into force with its end, stated in the next clause or derived from its term."""
        text = self.text
        part = text[draft.start : draft.end]
        sentence = text[statement.sentence.start : statement.sentence.end]
        number = len(found) - 1
        if draft.timex.bound == "to" and lifecycle.EXPIRY.search(part):
            before = next((k for k in range(number - 1, -1, -1) if found[k].role == "in-force"), None)
            draft.role, draft.kind, draft.trigger = "expiry", "milestone", "有效期"
            draft.when = when_of(draft.timex)
            rule = _rule_name(found[before].title) if before is not None else _rule_name(draft.title)
            draft.title = fit(f"{rule}有效期届满")
            draft.salience = 0.8
            if before is not None:
                draft.topics, draft.place = found[before].topics, found[before].place
                draft.links.append(("in-force", before))
                found[before].links.append(("expires", number))
            return
        if not (lifecycle.IN_FORCE.search(part) and draft.kind == "milestone"):
            return
        draft.role = "in-force"
        begin = edtf.parse(draft.timex.edtf or "")
        end = lifecycle.derived_end(begin, sentence)
        if end is None or re.search(r"有效期(?:限)?(?:至|到)", sentence):
            return
        timex = replace(
            draft.timex, edtf=end.text, begin=end.begin, until=end.until, resolution="derived", anchor=begin.text,
            steps=(*draft.timex.steps, f"{begin} plus the stated term: last day {end}"), bound="to",
        )
        found.append(
            replace(draft, timex=timex, when=when_of(timex), role="expiry", title=fit(f"{_rule_name(draft.title)}有效期届满"), links=[("in-force", number)], details={}, more=[])
        )
        draft.links.append(("expires", number + 1))

    def _join_notice(self, found: list[Draft], notice: Notice, statement: Statement) -> None:
        """A labelled notice fills the event that it announces: the article's own on that date, else a new one."""
        if notice.time is None or not notice.time[0] <= statement.timex.start < notice.time[1]:
            return
        timex = statement.timex
        end = max(timex.end, _rstrip(self.text, notice.time[0], notice.time[1]))
        line = self.text.rfind("\n", 0, timex.start) + 1
        day = edtf.stamp(timex.begin, low=True).date()
        for draft in found:
            if draft.kind == "activity" and draft.when.begin and edtf.stamp(draft.when.begin, low=True).date() == day:
                draft.more.append((line, end, timex))
                if timex.part or timex.granularity == "minute":
                    draft.when = when_of(timex)
                break
        else:
            named = self.cast.named_before(notice.start + self._shift) or self.headline
            draft = Draft(line, end, timex, when_of(timex), "activity", "活动", modality_of(statement, self.text, self.published), fit(named or "活动"), None, (), classify(f"{named} 活动", self.topics, self.headline), 0.85)
            found.append(draft)
        draft.details.update({key: value for key, value in notice.details.items() if key != "place"})
        draft.place = notice.details.get("place", draft.place)
        draft.salience = max(draft.salience, 0.9)


def _has_own_verb(text: str, statement: Statement) -> bool:
    behind = text[statement.timex.end : statement.end]
    return bool(STRONG_ACTIVITY.search(behind) or STRONG_MILESTONE.search(behind)) or len(behind.strip("，。；、 ")) >= 5


def _rule_name(title: str) -> str:
    if match := re.search(r"《[^》]+》", title):
        return match[0]
    return re.sub(r"(?:正式)?(?:起)?(?:施行|实施|执行|生效|试行).*$", "", title) or title


def _rstrip(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in " \t\n，,；;、：:":
        end -= 1
    return end


def statement_id(quote: str, timex: Timex, when: When, role: str) -> str:
    """A statement's id: what it says and when, independent of the document that it stands in."""
    words = re.sub(r"\s+", "", quote)
    seed = "\x1f".join((words, re.sub(r"\s+", "", timex.text), when.edtf, role))
    return hashlib.sha256(seed.encode()).hexdigest()[:12]


def same_article(events: list[Event]) -> list[Event]:
    """Events with one id (an article printed twice) as one."""
    by_id: dict[str, Event] = {}
    for event in events:
        known = by_id.get(event.id)
        by_id[event.id] = event if known is None else replace(known, mentions=(*known.mentions, *event.mentions))
    return list(by_id.values())
