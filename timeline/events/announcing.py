"""Labelled notices as events: what they announce, on the dates of their fields, with what the other fields say.

>>> from timeline.pipeline import extract
>>> text = "西山镇将举办亲子阅读日。\\n活动时间：4月26日上午\\n活动地点：西山书院\\n报名时间：4月20日至24日\\n"
>>> [(event.when.edtf, event.title) for event in extract(text, "2025-04-10").events]
[('2025-04-20/2025-04-24', '西山镇亲子阅读日报名'), ('2025-04-26', '西山镇亲子阅读日')]
"""

from __future__ import annotations

from datetime import date

from timeline import edtf
from timeline import regex as re
from timeline.events.attach import Statement
from timeline.events.classify import modality_of
from timeline.events.draft import Draft, trimmed, when_of
from timeline.events.fitting import fit
from timeline.events.forms import announced, says
from timeline.events.labels import headed
from timeline.events.notices import Notice, field_of, stem_of
from timeline.events.page import Page
from timeline.events.reading import StatementReader
from timeline.events.subjects import head_of
from timeline.events.topics import of_words, words_of
from timeline.events.words import ACTIVITY
from timeline.model import Timex

_HELD = re.compile(
    r"(?:举办|举行|开展|推出|组织|启动|主办|招募|迎来|召开)(?:的|了)?(?:首[届场]|一[场次期系列])?(?P<what>[^，。；：,;:\n\s0-9][^，。；：,;:\n\s]{2,25})"
)
_NO_THING = re.compile(r"事宜|如下|安排|有关|^(?:以下|活动$)")
_LONGEST_NAME = 26
#: What a notice is by is not what it announces; and what it says of works beside what they are.
_BY = ("根据", "按照", "依据", "依照")
_OF_WORKS = re.compile("计划|临时|道路|交通|施工(?=.)")
_OF_SIGN_UP = ("fee", "audience", "contact", "registration", "url")
_HOURS = re.compile(
    r"(?:每[天日][^，。；\n0-9]{0,4})?[0-9]{1,2}[:：][0-5][0-9]\s?[-—–~至到]{1,2}\s?[0-9]{1,2}[:：][0-5][0-9]"
)
#: How many events before a notice are looked at for the one that it announces.
_NEAR = 100


class Announcer:
    """Puts the labelled notices of one page among its events."""

    def __init__(self, reader: StatementReader) -> None:
        self.reader = reader
        self.page = reader.page
        self.text = reader.page.text

    def join(self, found: list[Draft], notice: Notice, statement: Statement) -> bool:
        """A labelled notice fills the event that it announces: the article's own on that date, else a new one.

        False for a date in its sign-up field that tells of something else, to be read as any other statement.
        """
        at = statement.timex.start
        if any(start <= at < end for start, end in notice.signup):
            said = re.split(r"[，,；;。\n]", self.text[statement.timex.end : statement.end], maxsplit=1)[0]
            if ACTIVITY.search(said) and "报名" not in said:
                return False
            signup = self._announced(statement, self._notice_name(notice), "报名", 0.55)
            signup.details.update({key: value for key, value in notice.details.items() if key in _OF_SIGN_UP})
            found.append(signup)
            return True
        if statement.label and statement.start > notice.start and not field_of(statement.label):
            return False  # another field of its line has a name that no notice's field has
        if notice.time is None or not notice.time[0] <= at < notice.time[1]:
            return True
        timex = statement.timex
        day = edtf.stamp(timex.begin, low=True).date()
        named = notice.name or self._headed(notice)
        draft = next((d for d in reversed(found[-_NEAR:]) if _announces(named, d) and _on(d, day)), None)
        if draft is not None:
            line, end = self._line(timex, notice.time[1])
            draft.more.append((line, end, timex))
            if timex.part or timex.granularity == "minute":
                draft.when = when_of(timex)
        else:
            draft = self._announced(statement, self._notice_name(notice), stem_of(notice.label), 0.85)
            found.append(draft)
        draft.details.update({key: value for key, value in notice.details.items() if key != "place"})
        if hours := _HOURS.search(self.text, timex.end, notice.time[1]):
            draft.details.setdefault("hours", hours[0])
        draft.place = re.sub(r"[（(][^（）()]*[）)]$", "", notice.details.get("place", "")) or draft.place
        draft.salience = max(draft.salience, 0.9)
        return True

    def _announced(self, statement: Statement, name: str, what: str, salience: float) -> Draft:
        """The event that a field of a notice dates: the activity itself, or (``what``) what is done about it then."""
        timex = statement.timex
        start, end = self._line(timex, statement.end)
        title = name if not what or says(name, what) else f"{name}{what}"
        topics = self.reader.topics
        spoken_for = (
            of_words(words_of(title, topics), topics, lambda: topics.weighed(self.reader.headline_words))
            or self.reader.article_topics
        )
        return Draft(
            start,
            end,
            timex,
            self.reader.when(statement),
            "activity",
            what or "活动",
            modality_of(statement, self.text, self.page.published),
            fit(title or "活动"),
            self.page.cast.place or None,
            (),
            spoken_for,
            salience,
            recurrence=timex.recurrence,
            role="signup" if what == "报名" else "",
        )

    def _line(self, timex: Timex, end: int) -> tuple[int, int]:
        """The printed line of a field up to ``end``."""
        line = self.text.rfind("\n", 0, timex.start) + 1
        return line, max(timex.end, trimmed(self.text, max(line, timex.start), end))

    def _notice_name(self, notice: Notice) -> str:
        """What a notice announces: the activity named before it, else what its lead says is held, else its headline."""
        if notice.name:
            return notice.name
        if headed := self._headed(notice):
            return headed
        named = self.page.cast.told_before(notice.start + self.page.shift)
        if named and not named.startswith(_BY):
            return named
        if held := held_before(self.page, notice.start):
            return held
        stem, headline = stem_of(notice.label), announced(self.page.headline)
        place = re.split(r"[，,；;。（(]", notice.details.get("place", ""), maxsplit=1)[0] if stem else ""
        if headline and not (place and _OF_WORKS.sub("", headline) == stem):
            return headline
        return f"{place}{headline}" if len(place) + len(headline) <= _LONGEST_NAME else place or self.page.cast.subject

    def _headed(self, notice: Notice) -> str:
        """What the numbered heading right above a notice calls it, with the whole that it is a part of; "" without one."""
        name = headed(self.text, notice.start)
        return self.reader.naming.with_whole(name, notice.start) if name else ""


def _announces(named: str, draft: Draft) -> bool:
    """Whether an event may be the one that a notice is about, which ``named`` calls by its name, if anything does."""
    return draft.kind == "activity" and draft.role != "signup" and (not named or named in draft.title)


def _on(draft: Draft, day: date) -> bool:
    return draft.when.begin is not None and edtf.stamp(draft.when.begin, low=True).date() == day


def held_before(page: Page, position: int) -> str:
    """What the nearest sentence before ``position`` says is held, with who holds it; "" where none says so."""
    index = page.sentence_at(position)
    for sentence in reversed(page.sentences[max(0, index - 4) : index + 1]):
        for start, end in reversed(sentence.clauses_before(position)):
            held = _HELD.search(page.text, start, end)
            if held and not _NO_THING.search(held["what"]):
                host = head_of(page.blanked[start:end])
                host = "" if held["what"] in host else host
                return f"{host}{held['what']}" if len(host) + len(held["what"]) <= _LONGEST_NAME else held["what"]
    return ""
