"""The title of a statement on its page: with the subject, the whole or the name that its words only point at.

>>> from timeline.events.attach import statements
>>> from timeline.events.sentences import split
>>> from timeline.timex import tag
>>> text = "该馆于1985年成立。"
>>> page = Page(text, split(text), tag(text), None, "望湖陶瓷博物馆的四十年")
>>> Naming(page).title(statements(text, page.timexes, page.sentences)[0], "成立", "milestone")
'望湖陶瓷博物馆成立'
"""

from __future__ import annotations

from timeline import regex as re
from timeline.events import doers, rows
from timeline.events.attach import Statement
from timeline.events.bare import with_name
from timeline.events.belonging import owned
from timeline.events.built import of_works
from timeline.events.deadlines import by_then
from timeline.events.entities import ANAPHOR
from timeline.events.fitting import LONGEST, fit
from timeline.events.forms import (
    announced,
    batch_before,
    dead_in,
    mourned,
    person_of,
    row_of,
)
from timeline.events.institution import FEATURE
from timeline.events.labels import is_stop, spoken_of, with_label, without_box
from timeline.events.leftout import is_of_no_year, of_its_year, of_offer
from timeline.events.matters import of_case
from timeline.events.meant import by_name, speaker
from timeline.events.ofpage import OfPage
from timeline.events.ofwhat import with_matter
from timeline.events.page import Page
from timeline.events.persons import name_in
from timeline.events.placenames import is_town
from timeline.events.retold import retold
from timeline.events.shape import is_nothing, mended, names_only, sky_in
from timeline.events.supplied import supplied
from timeline.events.telling import dating_spans, with_told
from timeline.events.terms import Terms, Told, in_paragraph
from timeline.events.title import make_title
from timeline.events.wholes import Wholes, is_part

#: What a rule or a building comes to, at the end of a trigger.
_VERB_END = re.compile(
    "(?:通过|施行|实施|执行|生效|发布|公布|印发|出台|启动|揭牌|开幕|召开|举行|竣工|投产|开工|开通|通车)$"
)
_CONTINUES = re.compile(
    r"(?<!延长)(?:持续|延续|展期|展出|展览|办|(?<!继续)使用|营业|运营|开放|供应|试用|展销)(?:到|至|为)\s*\Z"
)
#: 球场免费开放至月底: what ends is not the ground.
_OPEN_UNTIL = re.compile("(?P<how>(?:免费|限时|夜间|延时|临时|试)(?:开放|营业|使用|运营))(?:到|至)\\s*$")
_OCCASIONS = ("展", "节", "会", "季", "周", "月", "秀", "”", "》")
_ANAPHORS = frozenset("本这此该")
#: What befalls those who go somewhere each day, no occasion.
_OF_SCHOOL = re.compile("停课|开学|复课|返校|放假|报到|上课|停产|停工|复工")
_RULES = frozenset(["办法", "条例", "规定", "意见", "细则", "方案", "通知", "措施", "决定", "规程", "章程", "规则"])
_MYSELF = re.compile(r"^我(?![市县区省国们校院局厂])")
#: 实施冬令时间: the hours are what is changed, not the label of a row.
_SETS_HOURS = re.compile("实施|实行|执行|公布|调整|延长|推迟|提前|改为|恢复|采用")
_OFFICES = ("委", "政府", "常委会", "组", "政协", "人大")
_URGES = re.compile("(?:会议|全会|[^，。]{0,8}会)(?P<does>强调|要求|指出|提出|明确|部署|决定|研究|确定)")
_PERSON = 4
#: 庙会定在正月初三: what only says when tells nothing behind a name.
_SET_FOR = ("定在", "定于", "排在")
_OPENING_MARKS = ("“", "「", "『", "《")


class Naming:
    """Names the statements of one page, in order."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._mourned = ""  # whose death the page has told
        self._wholes = Wholes(page)
        self._terms = Terms(page, self._wholes)
        self._of_page = OfPage(page, self._wholes)
        self._told: Told | None = None

    def title(self, statement: Statement, trigger: str, kind: str, row: str = "") -> str:
        """What a statement says happened, as a title; may be too short to tell anything. ``row`` is what it names as a row of a
        programme."""
        page, timex = self.page, statement.timex
        in_name = timex.text.isdigit() and page.text[timex.start - 1 : timex.start] in _OPENING_MARKS
        if in_name or is_of_no_year(page, statement):
            return ""  # 「2016渡口柑橘节」: the year is part of a name
        title = with_told(without_box(mended(self._title(statement, trigger, kind, row), page.people)), page, statement)
        if name := self._wholes.headed_above(title, statement):
            return name
        title = owned(doers.measured(page, title, statement), page, statement.start, self._dead)
        town = page.cast.place
        if kind == "incident" and town and (sky := sky_in(title)) and is_town(town, page.cast.places):
            title = f"{town}{sky}"
        nothing = is_nothing(title) or (not trigger and names_only(title))
        title = "" if nothing or doers.alone(page, title, statement) else of_case(title, page.case)
        title = by_then(supplied(title, page, statement), page, statement, self._wholes)
        title = self._wholes.title(
            of_offer(title, page, statement), statement.timex.start, statement.sentence.paragraph
        )
        title = with_matter(with_name(title, page, statement), page, statement)
        title = of_its_year(retold(title, page, statement, is_row=bool(row)), page, statement)
        if title[:1] == "我":
            title = by_name(title, page, statement.start)  # 我公司7日起，对……
        title = title if row else self._of_page.title(title, statement)
        self._mourned = self._mourned or dead_in(title)
        self._told = (statement.sentence.paragraph, title)
        return title

    def with_whole(self, name: str, position: int) -> str:
        """What a heading or label names at ``position``, with the whole that it is a part of."""
        return self._wholes.of_programme(
            self._wholes.title(name, position, self.page.text.rfind("\n", 0, position) + 1)
        )

    @property
    def _dead(self) -> str:
        """Whose death the page has told, where it is of that one: in a feature one of many dies."""
        of_page = len(self.page.text) < FEATURE or self._mourned in self.page.headline
        return self._mourned if of_page else ""

    def _title(self, statement: Statement, trigger: str, kind: str, row: str) -> str:
        page, timex = self.page, statement.timex
        if row:
            return fit(self._wholes.of_programme(row))
        start, end = doers.beyond_grounds(page, statement)
        part = page.text[start:end]
        times = dating_spans(page, start, end, timex)
        if (
            form := self._mourning(statement, trigger)
            or self._terms.told_of(statement, trigger, self._told)
            or doers.formed(page, statement)
            or doers.step_at(page, statement)
            or self._terms.counted(statement)
            or doers.paired(page, statement.start, statement.end, timex)
        ):
            return fit(form)
        subject = page.cast.place if kind == "indicator" and not page.firm else ""
        subject = subject or page.subject(statement.number, timex.start)
        if subject == page.cast.place:
            subject = speaker(page, statement.start) or subject
        clause = page.subject_clause(statement.number, timex.start)
        sure = clause is not None and clause[0] >= statement.sentence.start
        asked = _URGES.match(page.text, statement.sentence.start)
        if asked and (subject.endswith(_OFFICES) or (len(subject) <= _PERSON and (not sure or name_in(subject)))):
            # what a meeting asks for is done by the town, what an assembly decides by itself
            subject = (page.assembly if asked["does"] == "决定" else "") or page.cast.place
        speaks = statement.label in page.speakers
        if speaks:
            subject = statement.label
        elif self._dead and subject == page.cast.place:
            subject = self._dead
        elif rows.labelled(page, statement):
            subject = spoken_of(statement.label)
            if rows.boxed(page, statement) or rows.steps(page, statement):
                return subject
            if trigger and trigger in subject and trigger not in part:
                return f"{subject}{batch_before(page.text[statement.start : timex.start])}"
            if is_stop(statement.label) and (name := announced(page.headline)):
                return f"{name}{statement.label}"
            if rows.row_place(page, statement):
                return statement.label
        continues = _CONTINUES.search(page.text, max(statement.start, timex.start - 8), timex.start)
        if continues and "/" not in (timex.edtf or "") and (lasting := self._terms.lasting(statement, self._told)):
            return fit(f"{lasting}{self._lasts(lasting, statement)}结束")
        title = doers.of_deed(page, statement, times, subject) if doers.is_sum(trigger) else ""
        title = doers.in_force(
            page, title or make_title(part, times, subject, trigger, page.people, sure=sure), subject, statement
        )
        own = statement.sentence.clauses[statement.sentence.clause_at(timex.start)][0]
        said = page.text[max(start, own) : end]
        if (subject and subject not in said and title.startswith(subject)) or "用于" in title:
            title = of_works(title, page.blanked, statement.sentence.start, timex.start, subject)
        told = in_paragraph(self._told, statement)
        if doers.awaits(
            page.text[statement.start : statement.end], timex.start - statement.start, timex.end - statement.start
        ):
            title = doers.awaited(title, told)
        title = self._wholes.of_host(title, timex.start, statement.sentence.paragraph)
        if self._dead and subject not in part and title.startswith(subject) and doers.of_person(title[len(subject) :]):
            title = self._dead + title[len(subject) :]
        elif subject == page.cast.place and not asked:
            title = doers.of_no_town(page, title, subject, statement)
        if speaks:
            title = _MYSELF.sub(statement.label, title)
        title = by_name(title, page, statement.start)
        title = self._wholes.meant(title, statement.start, statement.sentence.paragraph)
        if title.endswith(("时间", "日期")) and not _SETS_HOURS.search(title):
            title = row_of(title) or title
        return self._expanded(title, statement, trigger)

    def _lasts(self, what: str, statement: Statement) -> str:
        """What ends of a thing that goes on itself: 球场免费开放至月底; "" of an exhibition, which ends."""
        if what.endswith(_OCCASIONS):
            return "展出" if what[-1] == "》" else ""
        until = _OPEN_UNTIL.search(self.page.text, statement.start, statement.timex.start)
        return until["how"] if until and not what.endswith(until["how"]) else ""

    def _mourning(self, statement: Statement, trigger: str) -> str:
        """The death that a statement tells, on a page that mourns somebody; or ""."""
        page = self.page
        if death := mourned(page.headline, page.text, statement.timex.start, trigger):
            self._mourned = person_of(death)
        return death

    def _expanded(self, title: str, statement: Statement, trigger: str) -> str:
        """The title with what 该《意见》 or 这场盛会 points to put in its place."""
        for short, full in self.page.cast.aliases.items():
            if short in title and full not in title:
                title = title.replace(f"该{short}", full).replace(short, full)
        anaphor = None if _ANAPHORS.isdisjoint(title) else ANAPHOR.search(title)
        if anaphor:
            own = anaphor[0].startswith("本") and anaphor["head"] in _RULES
            named = self.page.rule_itself(anaphor["head"]) if own else self.page.named_before(statement.start)
            named = named or (anaphor[0] if own else "")
            full = title.replace(anaphor[0], named, 1) if named else title.replace(anaphor[0], anaphor["head"], 1)
            title = (
                full
                if len(full) <= LONGEST or not named
                else f"{named}{trigger}"
                if _VERB_END.search(trigger)
                else named
            )
        bare = title in (trigger, f"{self.page.cast.subject}{trigger}") and _VERB_END.search(trigger)
        if (
            (bare or (len(title) <= 3 and title[-1:] != "建" and not _OF_SCHOOL.match(title) and not is_part(title)))
            and trigger
            and not doers.is_sum(trigger)
            and (named := self.page.named_near(statement.start))
        ):
            what = "" if title in trigger or named.endswith(title) else title
            title = f"{named}{what if trigger.endswith(_SET_FOR) else trigger}"
        if rows.labelled(self.page, statement) and (label := spoken_of(statement.label)) not in title:
            title = with_label(label, title)
        return fit(title)
