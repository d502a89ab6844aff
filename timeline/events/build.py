"""From an article's statements to its events: repeated ones folded, rules' ends linked, notices joined.

>>> from timeline.events.sentences import split
>>> from timeline.events.topics import load
>>> from timeline.timex import tag
>>> text = "《停车办法》自2025年7月9日起施行，有效期五年。"
>>> [draft.when.edtf for draft in Builder(text, split(text), tag(text), None, "", load()).drafts()]
['2025-07-09/..', '2030-07-08']
"""

from __future__ import annotations

import bisect
import re
from dataclasses import replace
from datetime import date

from timeline import edtf
from timeline.events import lifecycle
from timeline.events.attach import Statement, statements
from timeline.events.classify import modality_of
from timeline.events.draft import Draft, trimmed, when_of
from timeline.events.notices import Notice, read_notices, stem_of
from timeline.events.periods import joined, with_first_days
from timeline.events.reading import StatementReader
from timeline.events.sentences import Sentence
from timeline.events.title import fit
from timeline.events.topics import Topics, classify
from timeline.events.words import ACTIVITY, STRONG_ACTIVITY, STRONG_MILESTONE
from timeline.model import Event, Timex

_THAT_DAY = re.compile(r"^(?:当天|当日|那天|这天|这一天|同日)$")
#: What a headline adds to the name of what it announces.
_NOTICE_OF = re.compile(
    r"^(?:关于)?(?:举办|开展|组织|召开)?|(?:活动)?(?:的)?(?:公告|通知|通告|启事|预告|招募令|招募|报名|来了|开始|啦|！|!)+$"
)


class Builder:
    """Builds the events of one article body; ``published`` is its date as EDTF text or None."""

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
        self.reader = StatementReader(text, sentences, timexes, published, headline, topics)

    def drafts(self) -> list[Draft]:
        """The article's events in order of their times."""
        notices = read_notices(self.text)
        found: list[Draft] = []
        published = self.reader.last_day
        dating = with_first_days(self.text, joined(self.text, self.timexes), self.sentences, published)
        for statement in statements(self.text, dating, self.sentences):
            notice = self._notice_at(notices, statement.timex.start)
            if notice is not None:
                self._join_notice(found, notice, statement)
                continue
            self._tell(found, statement)
        return found

    def _tell(self, found: list[Draft], statement: Statement) -> None:
        """Adds what a statement tells of, unless it only adds to what is there."""
        draft = self.reader.read(statement)
        if draft is not None and not self._folds(found, draft, statement):
            found.append(draft)
            self._lifecycle(found, draft, statement)

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
                earlier.details.setdefault("hours", timex.text)
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
        return edtf.stamp(begin, low=True).date() == edtf.stamp(own, low=True).date()

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
            draft.timex,
            edtf=end.text,
            begin=end.begin,
            until=end.until,
            resolution="derived",
            anchor=begin.text,
            steps=(*draft.timex.steps, f"{begin} plus the stated term: last day {end}"),
            bound="to",
        )
        found.append(
            replace(
                draft,
                timex=timex,
                when=when_of(timex),
                role="expiry",
                title=fit(f"{_rule_name(draft.title)}有效期届满"),
                links=[("in-force", number)],
                details={},
                more=[],
            )
        )
        draft.links.append(("expires", number + 1))

    def _join_notice(self, found: list[Draft], notice: Notice, statement: Statement) -> None:
        """A labelled notice fills the event that it announces: the article's own on that date, else a new one."""
        at = statement.timex.start
        if any(start <= at < end for start, end in notice.signup):
            said = re.split(r"[，,；;。\n]", self.text[statement.timex.end : statement.end], maxsplit=1)[0]
            if ACTIVITY.search(said) and "报名" not in said:
                self._tell(found, statement)
                return
            found.append(self._announced(statement, self._notice_name(notice), "报名", 0.55))
            return
        if notice.time is None or not notice.time[0] <= at < notice.time[1]:
            return
        timex = statement.timex
        day = edtf.stamp(timex.begin, low=True).date()
        draft = next((d for d in found if d.kind == "activity" and d.role != "signup" and _on(d, day)), None)
        if draft is not None:
            line, end = self._line(timex, notice.time[1])
            draft.more.append((line, end, timex))
            if timex.part or timex.granularity == "minute":
                draft.when = when_of(timex)
        else:
            draft = self._announced(statement, self._notice_name(notice), stem_of(notice.label), 0.85)
            found.append(draft)
        draft.details.update({key: value for key, value in notice.details.items() if key != "place"})
        draft.place = re.sub(r"[（(][^（）()]*[）)]$", "", notice.details.get("place", "")) or draft.place
        draft.salience = max(draft.salience, 0.9)

    def _announced(self, statement: Statement, name: str, what: str, salience: float) -> Draft:
        """The event that a field of a notice dates: the activity itself, or (``what``) what is done about it then."""
        timex = statement.timex
        start, end = self._line(timex, statement.end)
        title = name if not what or what in name else f"{name}{what}"
        topics = classify(title, self.reader.topics, self.reader.headline) or self.reader.article_topics
        return Draft(
            start,
            end,
            timex,
            self.reader.when(statement),
            "activity",
            what or "活动",
            modality_of(statement, self.text, self.reader.published),
            fit(title or "活动"),
            self.reader.cast.place or None,
            (),
            topics,
            salience,
            role="signup" if what == "报名" else "",
        )

    def _line(self, timex: Timex, end: int) -> tuple[int, int]:
        """The printed line of a field up to ``end``."""
        line = self.text.rfind("\n", 0, timex.start) + 1
        return line, max(timex.end, trimmed(self.text, max(line, timex.start), end))

    def _notice_name(self, notice: Notice) -> str:
        """What a notice announces: the activity named before it, else what its lead says is held, else its headline."""
        if named := self.reader.named_before(notice.start):
            return named
        if held := self.reader.held_before(notice.start):
            return held
        headline = _NOTICE_OF.sub("", self.reader.headline)
        place = re.split(r"[，,；;。（(]", notice.details.get("place", ""), maxsplit=1)[0]
        return headline or (place if stem_of(notice.label) else "") or self.reader.cast.subject


def _on(draft: Draft, day: date) -> bool:
    return draft.when.begin is not None and edtf.stamp(draft.when.begin, low=True).date() == day


def _has_own_verb(text: str, statement: Statement) -> bool:
    behind = text[statement.timex.end : statement.end]
    if behind.startswith("的"):
        return False
    return (
        bool(STRONG_ACTIVITY.search(behind) or STRONG_MILESTONE.search(behind)) or len(behind.strip("，。；、 ")) >= 5
    )


def _rule_name(title: str) -> str:
    if match := re.search(r"《[^》]+》", title):
        return match[0]
    return re.sub(r"(?:正式)?(?:起)?(?:施行|实施|执行|生效|试行).*$", "", title) or title


def same_article(events: list[Event]) -> list[Event]:
    """Events with one id (an article printed twice) as one."""
    by_id: dict[str, Event] = {}
    for event in events:
        known = by_id.get(event.id)
        by_id[event.id] = event if known is None else replace(known, mentions=(*known.mentions, *event.mentions))
    return list(by_id.values())
