"""From an article's statements to its events: repeated ones folded, rules' ends linked, notices joined.

>>> from timeline.events.sentences import split
>>> from timeline.events.topics import load
>>> from timeline.timex import tag
>>> text = "《停车办法》自2025年7月9日起施行，有效期五年。"
>>> [draft.when.edtf for draft in Builder(Page(text, split(text), tag(text), None, ""), load()).drafts()]
['2025-07-09/..', '2030-07-08']
"""

from __future__ import annotations

import bisect
from dataclasses import replace
from datetime import date

from timeline import edtf
from timeline import regex as re
from timeline.events import lifecycle
from timeline.events.announcing import Announcer
from timeline.events.attach import Statement, statements
from timeline.events.draft import Draft, when_of
from timeline.events.fitting import fit
from timeline.events.issuing import act_of
from timeline.events.moved import leave_what_was_set, link_moved, put_off_later, tell_moves
from timeline.events.notices import Notice, read_notices
from timeline.events.page import Page
from timeline.events.participation import tell_participation
from timeline.events.periods import joined, with_clocks
from timeline.events.reading import StatementReader
from timeline.events.repeated import with_first_days
from timeline.events.sentences import Sentence
from timeline.events.stretches import stretch
from timeline.events.telling import leave_to_told
from timeline.events.topics import Topics
from timeline.events.words import STRONG, VERB
from timeline.model import Event

_THAT_DAY = re.compile(r"^(?:当天|当日|那天|这天|这一天|同日)$")

#: An event tells the hours of so many sessions.
_MOST_HOURS, _BETWEEN_HOURS = 4, "、"
#: 7时20分明火扑灭: no opening hours.
_HAPPENS = re.compile("[许左右，]*[\u4e00-\u9fff]{0,6}(?:扑灭|熄灭|救出|获救|抢通)")
_OF_PAPER = re.compile("本(?:决定|通知|公告|通告|命令|令)\\Z")
#: 主灯8日18时30分点亮: what is told of, in front of its hour.
_NAMED = re.compile("[\u4e00-\u9fff]{2}\\Z")
_PUBLISHED = re.compile(r"公布|发布|印发|颁布|出台|下发")


class Builder:
    """Builds the events of one article body."""

    def __init__(self, page: Page, topics: Topics) -> None:
        self.page = page
        self.text, self.sentences, self.timexes = page.text, page.sentences, page.timexes
        self.reader = StatementReader(page, topics)
        self._act: Draft | None = None  # what the paper itself does

    def drafts(self) -> list[Draft]:
        """The article's events in order of their times."""
        notices = read_notices(self.text)
        found: list[Draft] = []
        announcer = Announcer(self.reader)
        published = self.page.last_day
        dating = with_first_days(
            self.text, with_clocks(self.text, joined(self.text, self.timexes)), self.sentences, published
        )
        for statement in statements(self.text, dating, self.sentences):
            notice = self._notice_at(notices, statement.timex.start)
            if notice is not None and announcer.join(found, notice, statement):
                continue
            self._tell(found, statement)
        self._add_act(found)
        self._counted_from_publication(found)
        put_off_later(found, self.text)
        link_moved(found, self.text)
        leave_what_was_set(found, self.text)
        leave_to_told(found)
        tell_moves(found, self.text)
        stretch(found, self.text, self.timexes)
        tell_participation(found, self.text, notices)
        lifecycle.add_repealed(found, self.text)
        lifecycle.link_stages(found, self.text)
        return found

    def _add_act(self, found: list[Draft]) -> None:
        """Adds what the paper itself does on the day on which it is signed, unless a statement tells it already."""
        act = act_of(self.page)
        if act is None or any(act.title == draft.title for draft in found):
            return
        sentence = self.sentences[number := self.page.sentence_at(act.timex.start)]
        statement = Statement(act.start, act.timex.end, act.timex, sentence, number)
        self._act = self.reader.signed(statement, act.title, act.verb, act.role)
        found.append(self._act)

    def _tell(self, found: list[Draft], statement: Statement) -> None:
        """Adds what a statement tells of, unless it only adds to what is there."""
        draft = self.reader.read(statement)
        if draft is None:
            self._add_session(found, statement)
        elif not self._folds(found, draft, statement):
            found.append(draft)
            self._lifecycle(found, draft, statement)
            found += lifecycle.adopted(draft, self.text, self._told_until(statement))

    def _told_until(self, statement: Statement) -> int:
        """Where what is told of a statement's time ends: with its paragraph, or at the next time."""
        end = self.text.find("\n", statement.timex.end)
        later = self.page.each_time_in(statement.timex.end, end if end >= 0 else len(self.text))
        return next((t.start for t in later if t.edtf), end if end >= 0 else len(self.text))

    def _add_session(self, found: list[Draft], statement: Statement) -> None:
        """Adds the hours of a further session to the event of which those of another are told: 第二场20:30—21:30."""
        earlier = found[-1] if found else None
        further = earlier and "hours" in earlier.details and statement.timex.granularity == "minute"
        if earlier and further and self._adds_hours(earlier, statement):
            _tell_hours(earlier, statement)

    def _notice_at(self, notices: list[Notice], position: int) -> Notice | None:
        index = bisect.bisect_right(notices, position, key=lambda notice: notice.start) - 1
        return notices[index] if index >= 0 and position < notices[index].end else None

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
            if timex.granularity == "minute" and self._adds_hours(earlier, statement):
                _tell_hours(earlier, statement)
                earlier.more.append((draft.start, draft.end, timex))
                return True
            if same_day and (earlier.title == draft.title or (earlier.start, earlier.end) == (draft.start, draft.end)):
                earlier.more.append((draft.start, draft.end, timex))
                return True
        return False

    def _adds_hours(self, earlier: Draft, statement: Statement) -> bool:
        """Whether a clock time only tells the opening hours of the event before it on that day."""
        begin, own = earlier.when.begin, statement.timex.begin
        if begin is None or own is None or earlier.start > statement.timex.start or _has_own_verb(self.text, statement):
            return False
        if statement.timex.resolution != "inherited" and "\n" in self.text[earlier.start : statement.timex.start]:
            return False  # 明早十点 in a paragraph of its own is of something else
        return edtf.stamp(begin, low=True).date() == edtf.stamp(own, low=True).date()

    def _lifecycle(self, found: list[Draft], draft: Draft, statement: Statement) -> None:
        """Tells a rule's entry into force from its end, stated in the next clause or derived from its term."""
        part = lifecycle.without_names(self.text[draft.start : draft.end])
        sentence = self._around(statement.sentence, draft.start)
        number = len(found) - 1
        if draft.timex.bound == "to" and lifecycle.EXPIRY.search(part):
            before = next((k for k in range(number - 1, max(-1, number - 9), -1) if found[k].role == "in-force"), None)
            draft.role, draft.kind, draft.trigger = "expiry", "milestone", "有效期"
            draft.when = when_of(draft.timex)
            own = found[before].title if before is not None else draft.title
            rule = lifecycle.rule_name(own if "《" in own else self.page.rule_before(draft.timex.start) or own)
            draft.title = fit(lifecycle.expiry_title(rule))
            draft.salience = 0.8
            if "延长" in part:
                lifecycle.link_extended(found, number, rule)
            if before is not None:
                draft.topics, draft.place = found[before].topics, found[before].place
                draft.links.append(("in-force", before))
                found[before].links.append(("expires", number))
        elif lifecycle.IN_FORCE.search(part) and draft.kind == "milestone":
            draft.role = "in-force"
            draft.title = fit(lifecycle.by_name(draft.title, self.text[: draft.timex.start]))
            self._derive_end(found, draft, sentence)

    def _around(self, sentence: Sentence, position: int) -> str:
        """A sentence as far as it may say how long what it brings into force lasts."""
        return self.text[max(sentence.start, position - 200) : min(sentence.end, position + 300)]

    def _derive_end(self, found: list[Draft], draft: Draft, sentence: str) -> None:
        """Adds the end of what ``draft`` brings into force, where ``sentence`` states a term and no last day."""
        begin = edtf.parse(draft.timex.edtf or "")
        end = lifecycle.derived_end(begin, sentence)
        if end is None or re.search(r"有效期(?:限)?(?:至|到)", sentence):
            return
        timex = draft.timex._replace(
            edtf=end.text,
            begin=end.begin,
            until=end.until,
            resolution="derived",
            anchor=begin.text,
            steps=(*draft.timex.steps, f"{begin} plus the stated term: last day {end}"),
            bound="to",
        )
        number = len(found) - 1
        title = fit(lifecycle.expiry_title(lifecycle.rule_name(draft.title)))
        links = [("in-force", number)]
        ending = replace(draft, timex=timex, when=when_of(timex), role="expiry", title=title, details={}, more=[])
        ending.links, ending.modality = links, "planned" if self._is_to_come(end) else draft.modality
        found.append(ending)
        draft.links.append(("expires", len(found) - 1))

    def _is_to_come(self, end: edtf.Edtf) -> bool:
        return bool(self.page.last_day and end.until and edtf.stamp(end.until, low=False).date() > self.page.last_day)

    def _counted_from_publication(self, found: list[Draft]) -> None:
        """Adds what comes into force so many days after it was published: 自公布之日起30日后施行."""
        told = [draft for draft in found if _PUBLISHED.search(draft.trigger) and draft.when.granularity == "day"]
        for match in lifecycle.FROM_PUBLICATION.finditer(self.text):
            if any(t.edtf and len(t.text) > 6 for t in self.page.times_over(match.start(), match.end())):
                continue  # read as a time of its own
            if self._act is not None and self._act.role not in lifecycle.BEGINNING and self._of_paper(match.start()):
                continue  # a decision that ends a rule brings nothing else into force
            base = self._publication(told, match.start())
            index = self.page.sentence_at(match.start())
            if base is None or index < 0:
                continue
            draft, day = base
            value = edtf.of_date(lifecycle.in_force_from(day, match))
            end = match.start("verb")
            timex = (draft.timex if draft else self.timexes[0])._replace(
                start=match.start() + 1,
                end=end,
                text=self.text[match.start() + 1 : end],
                edtf=value.text,
                begin=value.begin,
                until=value.until,
                type="DATE",
                resolution="derived",
                granularity="day",
                part=None,
                anchor=day.isoformat(),
                rule="events.lifecycle",
                steps=(f"published {day}, in force from {value}",),
                bound="from",
            )
            sentence = self.sentences[index]
            statement = Statement(*_clause_of(sentence, match.start()), timex, sentence, index)
            force = self.reader.read(statement)
            if force is None:
                continue
            rule = lifecycle.rule_name(draft.title) if draft else self.page.rule_before(match.start())
            force.title = fit(f"{rule or lifecycle.rule_name(force.title)}{match['verb'].strip()}")
            force.when, force.kind, force.role = when_of(timex, edtf.parse(f"{value}/..")), "milestone", "in-force"
            force.trigger = match["verb"]
            found.append(force)
            self._derive_end(found, force, self._around(sentence, force.start))

    def _of_paper(self, position: int) -> bool:
        """Whether what begins at ``position`` is said of the paper itself: 本决定自公布之日起施行."""
        return _OF_PAPER.search(self.text, max(0, position - 6), position) is not None

    def _publication(self, told: list[Draft], position: int) -> tuple[Draft | None, date] | None:
        """The day of publication that a rule counts from, with the draft that tells it: told before, or the page's."""
        last = next((draft for draft in reversed(told) if draft.start <= position), None)
        if self._act is not None and (last is None or self._of_paper(position)):
            last = self._act
        if last is not None and isinstance(last.when.begin, date):
            return last, last.when.begin
        published = self.page.published
        if published is not None and published == self.page.last_day and self.timexes:
            return None, published
        return None


def _tell_hours(event: Draft, statement: Statement) -> None:
    """Adds the hours of a statement to those that the event tells."""
    hours = event.details.get("hours", "")
    if hours.count(_BETWEEN_HOURS) < _MOST_HOURS - 1 and statement.timex.text not in hours:
        event.details["hours"] = hours + _BETWEEN_HOURS * bool(hours) + statement.timex.text


def _has_own_verb(text: str, statement: Statement) -> bool:
    behind = text[statement.timex.end : statement.end]
    if behind.startswith("的"):
        return False
    if _HAPPENS.match(behind):
        return True
    own_day = "日" in statement.timex.text and _NAMED.search(text, statement.start, statement.timex.start)
    if own_day and VERB.match(behind):
        return True
    return STRONG.search(behind) is not None or len(behind.strip("，。；、 ")) >= 5


def _clause_of(sentence: Sentence, position: int) -> tuple[int, int]:
    return next(clause for clause in sentence.clauses if position < clause[1])


def same_article(events: list[Event]) -> list[Event]:
    """Events with one id (an article printed twice) as one."""
    by_id: dict[str, Event] = {}
    for event in events:
        known = by_id.get(event.id)
        by_id[event.id] = event if known is None else replace(known, mentions=(*known.mentions, *event.mentions))
    return list(by_id.values())
