"""One article's body with who is spoken of where: its owner, its persons, the subject that a clause goes on with.

>>> from timeline.events.sentences import split
>>> from timeline.timex import tag
>>> text = "青屿女篮组建于1998年，明年3月出战联赛。"
>>> Page(text, split(text), tag(text, "2025-11-17"), "2025-11-17", "").subject_clause(0, 13)
(0, '青屿女篮')
"""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property

from timeline import regex as re
from timeline.events.body import OPENING, Body
from timeline.events.carrying import acts_in, built_before, carried, person_before, told_before
from timeline.events.entities import Cast, institutions_of
from timeline.events.institution import FEATURE
from timeline.events.matters import court_before
from timeline.events.owners import firm_in, heads, pointed_owner, school_in, school_signing, signed_by, spoken_of
from timeline.events.persons import acts_of, named_first, people_in
from timeline.events.placenames import is_town
from timeline.events.protagonists import narrator_of, of_person_only, renamed_in, suits
from timeline.events.subjects import POINTING, head_of, named_by, said_twice
from timeline.layout.names import is_name

__all__ = ["OPENING", "Page"]

#: 赵某，男，1984年5月生.
_INTRODUCED = re.compile(r"(?:^|(?<=[，。；：\n]))([\u4e00-\u9fff]{2,4})[，（(](?=[男女][，,])")
#: What is pointed at was told before, if it was told at all in so many characters.
_LEAST_TOLD, _FIRST_WORDS = 40, 20
_NEAR, _LONGEST_OWNER, _OFTEN = 300, 12, 4
#: What a page calls the firm or the team that it is of.
_WORKS = frozenset(["项目", "工程", "大桥", "隧道", "铁路", "高速", "桥"])
_SCHOOL = re.compile("学校.*[学中小院]$")
_SCHOOL_NAMES = re.compile(
    "(?:^|(?<=[，。；：\n“”在到从于]))(?:(?![的在与和从到是为由])[\u4e00-\u9fff]){2,8}(?:职教中心|职专|职高|党校|技校|[一二三四五六七八九十][中小]|[附国][中小](?!学))"
)
_RULES = frozenset(["条例", "办法", "规定", "方案", "规划", "细则", "意见"])
_FIRM, _COURTS = frozenset(["公司", "企业", "集团", "厂子"]), frozenset(["法院", "检察院"])
_HOUSES, _TOWNS, _NO_FIRM = "馆院校园厂中学", "市县区镇乡村", "局委办厅桥路塔寺庙"
#: So often a page names the town that it is of, and not of one house there.
_MENTIONED = 6
#: 云坪中学办学纪事: what a headline tells of its house.
_STORY = re.compile("(?<=...)(?:办学|建设|创业|发展|成长)$|^记(?=.{3})")
_COUNTY_ACTS = re.compile(
    "(?:^|(?<=[，。；：“\n]))(?:全|我)[市县区](?!域)|(?<![\u4e00-\u9fff])[市县区](?:委|政府|长|人大)"
)
#: 该厂一期, where the page is of the second.
_PHASE = re.compile("(?P<of>该[\u4e00-\u9fff]{1,4}?)(?P<phase>[一二三四五]期(?:工程|项目)?)")
_ANY_PHASE = re.compile("[一二三四五]期(?:工程|项目)?$")
_ASSEMBLY = re.compile("[省市县区州旗](?:人大|政协)常委会")
_SITS = re.compile("常(?:务委员|委)会第[^，。；]{1,8}次会议")
#: What does nothing itself, though a page be set there.
_ESTATES = ("小区", "花园", "广场", "公园", "路", "街", "大道", "路口")
_NO_OWNER = re.compile(
    r"[0-9的、，元亿万]|[省市县区镇乡村]$|(?:节|赛|展|会)$|^[一二两三四五六七八九十百]+[座家所条个间爿]|^(?:关于|全[市省县]|市民|我[市县])"
)


class Page(Body):
    """A body of which the rules ask who does what a clause tells; made as ``Body``."""

    _carried: tuple[tuple[int, int], tuple[int, str] | None] = ((-1, -1), None)

    @cached_property
    def _names(self) -> dict[str, str]:
        """What such words as 大桥 were found to point at, by word."""
        return {}

    @cached_property
    def cast(self) -> Cast:
        """As ``Body.cast``; one of its persons is no town, whatever the name looks like."""
        cast = super().cast
        if not is_name(cast.place) or cast.place not in self.people:
            return cast
        return replace(cast, place="", subject="" if cast.subject == cast.place else cast.subject)

    @cached_property
    def home(self) -> str:
        """Where the article is set, as ``Body.home``; nowhere where that is one of its persons."""
        home = super().home
        return "" if home in self.people else home

    @cached_property
    def owner(self) -> str:
        """The institution, firm or team that the article is of: its subject, else what its headline begins with; or ""."""
        head = head_of(self.headline)
        named = [
            heads(self.headline, self.text),
            self.cast.subject,
            *institutions_of(head or self.headline),
            head if head in self.text else "",
        ]
        pointed, town = pointed_owner(self.text), self.cast.place
        of_town = town and town not in pointed and self.text.count(town) > _MENTIONED
        start, end = self.sentences[0].clauses[0] if self.sentences else (0, 0)
        named.append(spoken_of(head_of(self.blanked[start:end]), self.text))
        named.append(self.headline if self.headline in self.text else "")
        named += ["" if of_town else pointed, self.only_works if self.is_chronicle else ""]
        return next(
            (
                name
                for name in (_STORY.sub("", each) for each in named)
                if 3 <= len(name) <= _LONGEST_OWNER
                and not _NO_OWNER.search(name)
                and (name != self.cast.place or name[-1] in _HOUSES)
            ),
            "",
        )

    @cached_property
    def school(self) -> str:
        """The school that the article is of, or whose name signs its notice; or ""."""
        return school_in(self.owner) or school_signing(self._around)

    def name_of(self, head: str, position: int) -> str:
        """A subject by its name where the page says 大桥, 该院 or 他; "" for a pronoun that nobody stands behind."""
        if head[0] in "他她":
            return self.person(position)
        if phase := _PHASE.fullmatch(head):
            return _ANY_PHASE.sub("", self.name_of(phase["of"], position)) + phase["phase"]
        pointing = POINTING.fullmatch(head)
        if pointing is None:
            return head
        word = pointing["kind"] or pointing["word"]
        if head[0] == "该" and word in _RULES and word in (rule := self.rule_before(position)):
            return rule
        if word in _FIRM and self.firm:
            return self.firm
        if word in _COURTS and (court := court_before(self.text, position)):
            return court
        if word == "学校" and (names := [name for at, name in self._renamed if at <= position]):
            return names[-1]
        if word not in self._names:
            told = self.text[: max(position, _LEAST_TOLD)] if pointing["kind"] and len(word) > 1 else self.text
            opening = f"{self.headline}\n{told[:OPENING]}"
            self._names[word] = named_by(word, opening) if len(word) > 1 else self._pointed(word, opening)
        works = self.works_before(position)
        return (
            (self.site_before(word, position) if pointing["kind"] else "")
            or self._names[word]
            or signed_by(word, self._around)
            or (
                self.owner
                if word.endswith(self.owner[-1:] or " ")
                or (word in _FIRM and self.owner[-1:] not in _NO_FIRM)
                or _SCHOOL.match(word + self.owner)
                else ""
            )
            or (built_before(self.blanked, self.sentences, self.sentence_at(position)) if word in _WORKS else "")
            or (works if word in _WORKS or (pointing["kind"] and works.endswith(word)) else "")
            or told_before(pointing["kind"] or "", self.blanked, self.sentences, self.sentence_at(position))
            or head
        )

    def _pointed(self, ending: str, opening: str) -> str:
        """What 该市, 该馆 or 该行 points at: the page's own town, or the institution or other name that ends so."""
        if ending in _TOWNS:
            return self.home if self.home.endswith(ending) else named_by(ending, opening)
        if ending == "校" and (schools := _SCHOOL_NAMES.findall(opening) or [self.school]):
            return str(schools[-1])
        if ending == "院" and "法院" in self.text:
            return self.institution(ending, opening) or named_by("法院", self.blanked[:OPENING])
        return self.institution(ending, opening) or (
            "" if ending in _HOUSES else named_by(ending, self.blanked[:OPENING])
        )

    def institution(self, ending: str, opening: str) -> str:
        """What 该馆 or 该院 points at: the article's subject, else the first institution whose name ends so; or ""."""
        named = (self.cast.subject, *institutions_of(opening))
        return next((name for name in named if name.endswith(ending) and len(name) > 3), "")

    @cached_property
    def people(self) -> frozenset[str]:
        """The persons whom a feature names again and again; in shorter texts those whom clauses begin with again."""
        return people_in(self.text) if len(self.text) >= FEATURE else named_first(self.text)

    @cached_property
    def _renamed(self) -> list[tuple[int, str]]:
        """What the house of a feature is called from where on, where it is told to take more than one name."""
        told = renamed_in(self.blanked)
        return told if len(told) > 1 else []

    @cached_property
    def hero(self) -> str:
        """The one person of whom a feature tells most, where no other comes near; or ""."""
        counts = sorted(((acts_of(name, self.text), name) for name in self.people), reverse=True)
        most = counts[0] if counts else (0, "")
        return most[1] if most[0] >= _OFTEN and (len(counts) == 1 or most[0] >= 2 * counts[1][0]) else ""

    @cached_property
    def assembly(self) -> str:
        """The standing assembly of whose meeting the page tells, which does what that decides: 市人大常委会; or ""."""
        opening = self.text[:OPENING]
        found = _ASSEMBLY.search(self.headline) or (_ASSEMBLY.search(opening) if _SITS.search(opening) else None)
        return found[0] if found else ""

    @cached_property
    def firm(self) -> str:
        """The one firm that a feature is of, by its short name; or ""."""
        return firm_in(self.text) if len(self.text) >= FEATURE and ("有限" in self.text or "集团" in self.text) else ""

    @cached_property
    def narrator(self) -> str:
        """Who tells the page in the first person, or ""."""
        return narrator_of(f"{self.headline}\n{self.text}")

    def person(self, position: int) -> str:
        """The person that the nearest clause before ``position`` begins with, or ""."""
        introduced = [match[1] for match in _INTRODUCED.finditer(self.text, max(0, position - _NEAR), position)]
        if introduced:
            return introduced[-1]
        return person_before(self.blanked, self.sentences, self.sentence_at(position), position, self.people)

    def subject_clause(self, number: int, before: int) -> tuple[int, str] | None:
        """The start of the clause, and the subject, that a clause of sentence ``number`` at ``before`` goes on with."""
        if self._carried[0] != (number, before):
            self._carried = (number, before), carried(self.blanked, self.sentences, number, before, self.people)
        return self._carried[1]

    def _of_house(self, clause: tuple[int, str], number: int, before: int) -> bool:
        """Whether the house in the headline is meant, and not the person whom a sentence before this one tells of."""
        sentence = self.sentences[number]
        if clause[0] >= sentence.start or clause[1] not in self.people or self.owner not in (self.headline or " "):
            return False
        start = sentence.clauses[sentence.clause_at(before)][0]
        return bool(self.owner) and not of_person_only(self.blanked[start : start + _NEAR])

    @cached_property
    def town(self) -> str:
        """The town of the page where it may be the doer; "" for a township where the page tells what a county does there."""
        place = self.cast.place
        if place.endswith(_ESTATES) or not (is_town(place, self.cast.places) or self._speaks_of(place)):
            return ""
        small = place and _COUNTY_ACTS.search(self.text) and not any(place + unit in self.text for unit in "市县区")
        return "" if small and any(place + unit in self.text for unit in ("镇", "乡", "村", "街道")) else place

    def _speaks_of(self, house: str) -> bool:
        """Whether the page is of a house, and does not only name it: in its headline or first words, or more than once."""
        return house in f"{self.headline}\n{self.text[:_FIRST_WORDS]}" or said_twice(house[-3:], self.text)

    def _alone_does(self, number: int, before: int) -> str:
        """Who does what only a person does, or all that the narrator tells, in a clause that goes on with nobody; or ""."""
        sentence = self.sentences[number]
        start = sentence.clauses[sentence.clause_at(before)][0]
        said = self.blanked[start : start + _NEAR]
        if self.narrator:
            return self.narrator if suits(said, is_person=True) else ""
        if self.people and of_person_only(said):
            return self.person(before)
        known = self.hero and self.text.find(self.hero) < before
        return self.hero if known and not self.owner and suits(said, is_person=True) else ""

    def subject(self, number: int, before: int) -> str:
        """What a clause without a subject speaks of: what the clauses before it do, else the article."""
        clause = self.subject_clause(number, before)
        if clause and not self._of_house(clause, number, before):
            return self.name_of(clause[1], before if clause[1] == "学校" else clause[0])
        if alone := self._alone_does(number, before):
            return alone
        if not self.owner and (renamed := [name for at, name in self._renamed if at <= before]):
            return renamed[-1]
        if not acts_in(self.cast.subject, self.text, self.sentences[number].paragraph, before):
            return self.town
        return self.cast.subject if self.cast.subject != self.cast.place else self.owner or self.town
