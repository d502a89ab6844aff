"""A page's units to articles: which heading, byline and paragraphs belong together.

A headline may stand after its article on scanned pages; it is attached only where their words agree.
"""

from __future__ import annotations

from timeline import regex as re
from timeline.layout.cohesion import READ, cohesion, subjects
from timeline.layout.drafts import BODY_READ, Draft, agreement, introduced, level, shared
from timeline.layout.headings import Headings
from timeline.layout.lines import Unit
from timeline.layout.marks import DATED, FIELD_LINE, LABEL, LISTED, NOTICE, WEATHER, WEATHER_TITLE

_END = re.compile(
    r"(?:[（(](?:[^（）()]{0,30}(?:记者|通讯员|报道|编辑|来源)[^（）()]{0,40}|完|[\u4e00-\u9fff·]{2,4})[）)]|本报记者\s*\S{2,4})\Z"
)
#: As an article often begins that has no dateline.
_REPORTED = re.compile(r"(?:[昨今]日?，?|\d{1,2}月\d{1,2}日，?)?记者[^，。；]{0,16}(?:获悉|了解到)")

#: A headline is hardly shorter, in characters, and none of these: a heading of a part, a question, a step of a programme,
#: one who is told of or a field that is (学校：新增学位一万二).
_SHORTEST = 8
_NO_HEADLINE = re.compile(
    rf"[问答]|记者[：:]|[^：:，。]{{1,7}}[：:]|{LISTED.pattern}|{DATED.pattern}|{LABEL.pattern}|[▶►|｜【〖\[「“][^，。]*[】〗\]」”]?\Z|.*[—：]\Z"
)
#: News says at its beginning when it happened.
_LEDE, _LEDE_IN = (
    re.compile(r"\d{1,2}[月日](?!元)|[昨今][日天]|今年(?!.{1,4}岁)|日前|近日|连日来|[本上]周|记者"),
    30,
)
#: Two texts of at least so many characters are of one matter where the one uses more words of the other: by chance some, and
#: such a share of its characters.
_NEWS_LENGTH, _BY_CHANCE, _NEWS_SHARE = 60, 2, 0.025
#: The same where the second begins as a part of the first may, too.
_LENGTH, _SHARE = 300, 0.015
#: So much of its words a crosshead takes from what stands above it.
_TAKEN = 0.25


class Assembler(Headings):
    """Reads a page's units in order and gathers them into drafts."""

    def __init__(self, units: list[Unit]) -> None:
        super().__init__()
        self.units = units
        self.place = 0  # of the unit in hand
        self.stamped: list[Unit] = []  # the pending headings above the last line that says when they were published
        self.topped = False  # whether such a line stands above the first headline
        self.homes: dict[int, Draft] = {}  # the draft that a unit is in

    def run(self) -> list[Draft]:
        for place, unit in enumerate(self.units):
            self.place = place
            getattr(self, f"_{unit.kind}")(unit)
        self.leave(self.pending)
        return introduced(self.drafts)

    def _furniture(self, unit: Unit) -> None:
        self.drafts.append(Draft("furniture", body=[unit]))

    def _section(self, unit: Unit) -> None:
        self.leave(self.take())  # a headline does not reach over a column's title
        below = self.units[self.place + 1 : self.place + 2]
        if below and below[0].kind == "body" and WEATHER_TITLE.search(unit.text) and WEATHER.search(below[0].text):
            self.current = None
        elif self.current and self.current.body and below and below[0].kind == "heading":
            self.current.closed = True
        self._furniture(unit)

    def _stamp(self, unit: Unit) -> None:
        """When something was published: the headings above it are a headline, and the text below begins an article."""
        if not (self.pending or self.current):
            self.topped = True
        elif self.topped and self.current and self.units[self.place + 1 : self.place + 2]:
            self.current.closed |= self.units[self.place + 1].kind == "heading"
        earlier = [place for place, heading in enumerate(self.pending, 1) if heading in self.stamped]
        if earlier and earlier[-1] < len(self.pending):  # a list of headlines with their dates
            self.leave(self.pending[: earlier[-1]])
            self.pending = self.pending[earlier[-1] :]
        self.stamped = self.pending.copy()
        self._furniture(unit)

    def _heading(self, unit: Unit) -> None:
        self.pending.append(unit)

    def _editorial(self, unit: Unit) -> None:
        draft = self.open(headline=self.claim(unit.text))
        draft.body.append(unit)

    def _lead(self, unit: Unit) -> None:
        self.keep_last_level()
        draft = self.open(headline=self.claim(unit.text[:BODY_READ]))
        draft.marked = True
        self._add(draft, unit)

    def _caption(self, unit: Unit) -> None:
        draft = Draft("caption", body=[unit])
        if self.pending and (ours := agreement(self.pending[-1].text, unit.text)):
            following = (u.text for u in self.units[self.place + 1 : self.place + 3] if u.kind in ("body", "lead"))
            if ours > agreement(self.pending[-1].text, next(following, "")):
                draft.headline = [self.pending.pop()]
        self.drafts.append(draft)
        self.photo = draft

    def _label(self, unit: Unit) -> None:
        current = self.current
        titled = self.pending and self.pending[-1].gap >= 0 and current is not None and bool(current.body)
        if titled and current and agreement(self.pending[-1].text, current.text()) < 0.5:
            below = self.units[self.place + 1 : self.place + 2]
            field = FIELD_LINE.match(self.pending[-1].text)
            if not field and (NOTICE.search(self.pending[-1].text) or (below and below[0].kind == "label")):
                self.open("notice", self.claim(unit.text)).body.append(unit)
                return
        if current is None:
            current = self.open("notice", self.claim(unit.text))
        elif self.pending:
            self._subheads(current)
        self._add(current, unit)

    def _byline(self, unit: Unit) -> None:
        after = self.units[self.place + 1] if self.place + 1 < len(self.units) else None
        own = after is None or after.kind in ("lead", "heading", "section", "byline", "furniture", "stamp")
        current = self.current
        if self.pending:
            self._headed_byline(unit)
        elif current and not current.closed and not current.byline and not current.marked and current.body:
            if own or current.headline:
                current.byline = unit
                current.closed = True
            else:
                self.open().byline = unit
        elif (own and current and current.body and not current.byline) or (
            current and not current.body and not current.byline
        ):
            current.byline = unit
        else:
            self.open().byline = unit

    def _headed_byline(self, unit: Unit) -> None:
        """Headings with a byline under them: an article's head, or its tail where the next text has its own."""
        self.keep_last_level()
        current = self.current
        headings = "".join(heading.text for heading in self.pending)
        following = self._following(self.place + 1)
        if current and current.body and following is not None and not (current.marked or current.byline):
            before, after = agreement(headings, current.text()), agreement(headings, following)
            if before > 0.3 and before > after:
                current.body[:0] = current.headline
                current.headline, self.pending = self.pending, []
                current.byline, current.closed = unit, True
                return
        heads = [draft for draft in self.drafts[-3:] if draft is current and draft.role == "news" and not draft.closed]
        if heads and heads[0].body and all(body.kind == "editorial" for body in heads[0].body) and heads[0].headless:
            heads[0].headline, self.pending = self.pending, []
            heads[0].byline = unit
            return
        below = self.units[self.place + 1 : self.place + 2]
        self.open(headline=self.claim(below[0].text if below else "")).byline = unit

    def _following(self, place: int) -> str | None:
        """The text after a byline if it has a byline or dateline of its own, else None."""
        text: list[str] = []
        for unit in self.units[place : place + 8]:
            if unit.kind == "lead" and not text:
                return unit.text
            if unit.kind == "byline" and text:
                return "".join(text)
            if unit.kind != "body":
                return None
            text.append(unit.text)
        return None

    def _body(self, unit: Unit) -> None:
        if unit.resumes is not None and not self.pending:
            self.current = self.homes.get(id(unit.resumes), self.current)
        current = self.current
        if self.pending:
            current = self._headed_body(unit)
        elif current is None or current.closed:
            current = self.open()
        self._add(current, unit)

    def _headed_body(self, unit: Unit) -> Draft:
        """A body under headings: a new article, or the next section of the current one."""
        current = self.current
        if any(heading in self.stamped for heading in self.pending):
            return self._stamped_body(unit)
        if current is None or not (current.body or current.byline or current.headline):
            return self._topped(unit.text)
        if current.headline and current.byline and not current.body and not level(self.pending[0]):
            self._subheads(current)
            return current
        if self._trailing(current, unit.text):
            return self.open(headline=self.take())
        marks = level(self.pending[0])
        top = max(map(level, current.headline), default=0)
        if current.closed or (marks and top and marks <= top) or self._ended(current) or current.letter:
            return self._topped(unit.text)
        if not marks and (NOTICE.search(self.pending[-1].text) or self._estranged(current, unit.text)):
            return self._topped(unit.text)
        if not marks and self._of_another_matter(current):
            return self._topped(unit.text)
        self._subheads(current)
        return current

    def _stamped_body(self, unit: Unit) -> Draft:
        """A new article, under the headings above its date; headings below that date open its text."""
        first = sum(heading in self.stamped for heading in self.pending)
        sections, self.pending = self.pending[first:], self.pending[:first]
        draft = self._topped(unit.text)
        draft.body.extend(sections)
        return draft

    def _estranged(self, draft: Draft, following: str) -> bool:
        """Whether the pending headings name what is told under them, and nothing of what was told before."""
        first = len(self.pending) - 1
        while first and self.pending[first].gap == 0:
            first -= 1
        heading = "\n".join(unit.text for unit in self.pending[first:])
        held, pairs = shared(heading, following)
        if draft.brief and held >= 2 and not shared(heading, draft.told())[0]:
            return True
        if _NO_HEADLINE.match(heading):
            return False
        if held < 3 or held < (0.25 if _REPORTED.match(following) else 0.4) * pairs:
            return False
        return agreement(heading, draft.told()) < 0.15

    def _of_another_matter(self, draft: Draft) -> bool:
        """Whether the pending heading is a headline and no crosshead: hardly a word of what is told under it is one of what
        was told before."""
        heading = self.pending[-1]
        if len(heading.text) < _SHORTEST or heading.gap < 1 or draft.byline or _NO_HEADLINE.match(heading.text):
            return False
        told, below = draft.told(), self._below()
        news = _LEDE.search(below, 0, _LEDE_IN) is not None
        if min(len(told), len(below)) < (_NEWS_LENGTH if news else _LENGTH):
            return False
        if cohesion(heading.text, told) > _TAKEN * len(subjects(heading.text)):
            return False
        length = min(len(told), READ)
        return cohesion(told, below) <= (_BY_CHANCE + _NEWS_SHARE * length if news else _SHARE * length)

    def _below(self) -> str:
        """The text from the unit in hand to the next heading."""
        text: list[str] = []
        for unit in self.units[self.place :]:
            if unit.kind not in ("body", "label"):
                break
            text.append(unit.text)
        return "".join(text)[:BODY_READ]

    def _ended(self, draft: Draft) -> bool:
        """Whether a draft's last paragraph signs off, as the last paragraph of an article does."""
        return bool(draft.body) and _END.search(draft.body[-1].text[-60:]) is not None

    def _trailing(self, draft: Draft, following: str) -> bool:
        """Attach the first pending headings to the headless article before them, where only its words agree."""
        if not draft.body or not draft.headless or len(draft.text()) < 40:
            return False
        taken = 0
        while taken < len(self.pending) and (not taken or self.pending[taken].gap <= 0):
            taken += 1
        headings = "".join(heading.text for heading in self.pending[:taken])
        before, after = agreement(headings, draft.text()), agreement(headings, following)
        if not (draft.marked or draft.byline) or before < 0.2 or before <= 2 * after:
            return False
        draft.headline, self.pending = self.pending[:taken], self.pending[taken:]
        draft.closed = True
        return True

    def _subheads(self, draft: Draft) -> None:
        draft.body.extend(self.take())
        draft.words = None

    def _topped(self, following: str) -> Draft:
        """A new article under pending headings; of Markdown headings of several levels the lower are its first section."""
        first = next((place for place, heading in enumerate(self.pending) if level(heading)), 0)
        self.leave(self.pending[:first])  # above a heading with marks, what has none is the page's
        self.pending = self.pending[first:]
        levels = [level(heading) for heading in self.pending]
        lower = next((place for place, each in enumerate(levels) if levels[0] and each > levels[0]), len(levels))
        sections, self.pending = self.pending[lower:], self.pending[:lower]
        draft = self.open(headline=self.claim(following))
        draft.body.extend(sections)
        return draft

    def _add(self, draft: Draft, unit: Unit) -> None:
        self.photo = None
        self.homes[id(unit)] = draft
        draft.body.append(unit)
        if draft.words is not None and len(draft.words) < BODY_READ:
            draft.words = None
