"""One article's body as the rules of this package read it: its times blanked out, its names, who is spoken of where.

>>> from timeline.events.sentences import split
>>> from timeline.timex import tag
>>> text = "青屿女篮组建于1998年，明年3月出战联赛。"
>>> page = Page(text, split(text), tag(text, "2025-11-17"), "2025-11-17", "")
>>> page.blanked[:8], page.subject_clause(0, 13)
('青屿女篮组建于 ', (0, '青屿女篮'))
"""

from __future__ import annotations

import bisect
import re
from functools import cached_property

from timeline import edtf
from timeline.events import forms
from timeline.events.baretowns import sent_from
from timeline.events.carrying import acts_in, built_before, carried, person_before, told_before
from timeline.events.entities import Cast, cast_of, institutions_of
from timeline.events.home import speaks_of_its_town, town_of
from timeline.events.matters import Case, case_of
from timeline.events.owners import heads, name_ending, pointed_owner, signed_by, spoken_of, works_before, works_in
from timeline.events.placenames import PlaceName
from timeline.events.places import built_on
from timeline.events.sentences import Sentence, blanked
from timeline.events.subjects import POINTING, head_of, named_by, said_twice
from timeline.model import Timex

#: Characters by which a page shows what it is about.
OPENING = 1200
#: 赵某，男，1984年5月生.
_INTRODUCED = re.compile(r"(?:^|(?<=[，。；：\n]))([\u4e00-\u9fff]{2,4})[，（(](?=[男女][，,])")
_HAN = "\u4e00-\u9fff"
_SHORT_NAME = re.compile(
    r"(?:节|赛|展|周|季|马拉松|大会|论坛|嘉年华|晚会|演唱会|音乐会|庙会|灯会|博览会|运动会|清醮)\Z"
)
_OWN_RULE = re.compile(
    rf"《[^《》]{{4,40}}》|(?<!于)[{_HAN}“”0-9]{{4,28}}(?:办法|条例|规定|细则|规则|规程|章程|意见|方案|措施|决定)(?:[（(]试行[）)])?(?=\s|\Z)"
)
#: So many names back is looked for what a bare word such as 市场 or 大桥 means.
_RECENT = 40
#: So many dated paragraphs make a chronicle; so long is a feature, which tells of much beside what its headline names.
_ENTRIES, _FEATURE, _NEAR, _LONGEST_OWNER = 5, 500, 300, 12
#: What a page calls the firm or the team that it is of.
_WORKS = frozenset(["项目", "工程", "大桥", "隧道", "铁路", "高速", "桥"])
_SCHOOL = re.compile("学校.*[学中小院]$")
_FIRM = frozenset(["公司", "企业", "集团"])
_HOUSES, _TOWNS, _OFFICES = "馆院校园厂中学", "市县区镇乡村", "局委办厅"
#: So often a page names the town that it is of, and not of one house there.
_MENTIONED = 6
_NO_OWNER = re.compile(r"[0-9的、，元亿万]|[省市县区镇乡村]$|(?:节|赛|展|会)$|^(?:关于|全[市省县]|市民|我[市县])")
_BY_KIND, _ENDED = re.compile("[（(][试暂]行[）)]》"), re.compile("[^，。；]{0,8}(?:废止|失效)")


class Page:
    """One article's body; ``published`` is its date as EDTF text or None, ``shift`` the offset of the body behind its
    headline, by which the names of ``cast`` are counted, ``around`` the text of the page that it stands on, ``byline`` who
    wrote it and where it was sent from."""

    def __init__(
        self,
        text: str,
        sentences: list[Sentence],
        timexes: list[Timex],
        published: str | None,
        headline: str,
        around: str = "",
        byline: str = "",
    ) -> None:
        self.text = text
        self._around = around
        self.sentences = sentences
        self.timexes = timexes
        self.headline = headline
        self.published, self.last_day = edtf.days(edtf.parse(published)) if published else (None, None)
        self.blanked = blanked(text, [timex for timex in timexes if timex.type != "DURATION"])
        whole, without_times = (f"{headline}\n{body}" if headline else body for body in (text, self.blanked))
        self.cast: Cast = cast_of(whole, without_times, sent_from(byline))
        self.shift = len(headline) + 1 if headline else 0
        self.sentence_starts = [sentence.start for sentence in sentences]
        self._starts = [timex.start for timex in timexes]
        self._names: dict[str, str] = {}
        self._carried: tuple[tuple[int, int], tuple[int, str] | None] = ((-1, -1), None)

    @cached_property
    def is_chronicle(self) -> bool:
        """Whether most paragraphs begin with a time of their own, of several years."""
        entries = [t for t in self.timexes if t.edtf and (not t.start or self.text[t.start - 1] == "\n")]
        years = {(t.edtf or "")[:4] for t in entries}
        return len(entries) >= _ENTRIES and len(years) > 1 and len(entries) > self.text.count("\n") / 2

    @cached_property
    def home(self) -> str:
        """Where the article is set: as its own names tell, else the town of its page where it means one; or ""."""
        return self.cast.place or (town_of(self._around) if speaks_of_its_town(self.text) else "")

    def says(self, words: str) -> bool:
        """Whether the page says some words."""
        return words in self._around or words in self.text

    @cached_property
    def _places(self) -> list[PlaceName]:
        """The places that the body names, in order, by offsets of the body."""
        shift = self.shift
        return [place.moved(-shift) for place in self.cast.places if place.start >= shift]

    @cached_property
    def _place_starts(self) -> list[int]:
        return [place.start for place in self._places]

    def places_in(self, start: int, end: int) -> list[PlaceName]:
        """The places named inside ``[start, end)``, by offsets from ``start``."""
        starts = self._place_starts
        inside = self._places[bisect.bisect_left(starts, start) : bisect.bisect_left(starts, end)]
        return [place.moved(-start) for place in inside if place.end <= end]

    def site_before(self, ending: str, position: int) -> str:
        """The house or road named last before ``position`` whose name ends with some words: 市场 is 柳河花卉市场; or ""."""
        named = bisect.bisect_left(self._place_starts, position)
        return next(
            (
                place.name
                for place in reversed(self._places[max(0, named - _RECENT) : named])
                if place.sort in ("site", "road") and place.role != "away" and place.name.endswith(ending, 2)
            ),
            "",
        )

    def building_site(self, position: int) -> str:
        """Where the paragraph at ``position`` says, in front of it, that what it tells of is to be built, or ""."""
        if self.is_chronicle:
            return ""
        start = self.text.rfind("\n", max(0, position - OPENING), position) + 1 or max(0, position - OPENING)
        return built_on(self.blanked[start:position], self.places_in(start, position))

    def row_start(self, number: int, earliest: int) -> int:
        """Where the row of sentences begins that semicolons join sentence ``number`` to, as far back as ``earliest``."""
        while number and self.sentences[number].continues and self.sentences[number].start > earliest:
            number -= 1
        return self.sentences[number].start

    def rule_itself(self, kind: str) -> str:
        """What a rule calls 本办法 (``kind`` 办法): its headline's name, else the first that is not repealed; or ""."""
        if (own := _OWN_RULE.search(self.headline)) and own[0].rstrip("》）)").endswith((kind, "试行")):
            return own[0] if own[0].startswith("《") else f"《{own[0]}》"
        rules = [name for _, name in self.cast.named if _BY_KIND.sub("》", name).endswith(f"{kind}》")]
        return next((name for name in rules if not re.search(re.escape(name) + _ENDED.pattern, self.text)), "")

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
        named += ["" if of_town else pointed, self._only_works if self.is_chronicle else ""]
        return next(
            (
                name
                for name in named
                if 3 <= len(name) <= _LONGEST_OWNER
                and not _NO_OWNER.search(name)
                and (name != self.cast.place or name[-1] in _HOUSES)
            ),
            "",
        )

    @cached_property
    def case(self) -> Case:
        """The one case before a court that the page tells of; empty without."""
        return case_of(self.text) if "法院" in self.text or "检察" in self.text else Case()

    @cached_property
    def _works(self) -> list[tuple[int, str]]:
        """The works that the body names, with their offsets."""
        return works_in(self.blanked)

    @cached_property
    def _only_works(self) -> str:
        """The works that the body names most, where it names it twice and hardly any other; or ""."""
        return next((name for name in [works_before(self._works, "\n", 1)] if said_twice(name, self.text)), "")

    def works_before(self, position: int) -> str:
        """The works that a part told at ``position`` is of, or ""."""
        return works_before(self._works, self.blanked, position)

    @cached_property
    def speakers(self) -> frozenset[str]:
        """Those who take turns in a conversation that the body prints."""
        return forms.speakers(self.text)

    def whole_name(self, head: str, position: int) -> str:
        """The full name that a short one goes back to, told before ``position``: 文化节 is 第三届西山文化节; else ""."""
        if not 2 <= len(head) <= 4 or not _SHORT_NAME.search(head):
            return ""
        near = name_ending(head, f"{self.headline}\n{self.text[max(0, position - 400) : position]}")
        return near or name_ending(head, self.text[: min(position, OPENING)])

    def sentence_at(self, position: int) -> int:
        """The number of the sentence at ``position``; -1 before the first."""
        return bisect.bisect_right(self.sentence_starts, position) - 1

    def times_in(self, start: int, end: int) -> list[Timex]:
        """The time expressions inside ``[start, end)``."""
        first = bisect.bisect_left(self._starts, start)
        return [t for t in self.timexes[first : bisect.bisect_left(self._starts, end)] if t.end <= end]

    def times_over(self, start: int, end: int) -> list[Timex]:
        """The time expressions that share a character with ``[start, end)``."""
        first = max(0, bisect.bisect_left(self._starts, start) - 1)
        return [t for t in self.timexes[first : bisect.bisect_left(self._starts, end)] if t.end > start]

    def named_before(self, position: int) -> str:
        """The named activity, rule or project told last before ``position`` of the body, or ""."""
        return self.cast.named_before(position + self.shift)

    def named_near(self, position: int) -> str:
        """The same, where the page is no long one, or its paragraph before ``position`` tells the name; or ""."""
        named, near = self.named_before(position), self.text.rfind("\n", 0, position) + 1
        return named if len(self.text) < _FEATURE or named in self.text[near:position] else ""

    def rule_before(self, position: int) -> str:
        """The rule in book-title marks named last before ``position``, else in the headline, else ""."""
        named = [(at, name) for at, name in self.cast.rules if at - self.shift <= position]
        lasting = [name for at, name in named if not _ENDED.match(self.text, at - self.shift + len(name))]
        return (lasting or [name for _, name in named] or [""])[-1]

    def name_of(self, head: str, position: int) -> str:
        """A subject by its name where the page says 大桥, 该院 or 他; "" for a pronoun that nobody stands behind."""
        if head[0] in "他她":
            return self.person(position)
        pointing = POINTING.fullmatch(head)
        if pointing is None:
            return head
        word = pointing["kind"] or pointing["word"]
        if word not in self._names:
            opening = f"{self.headline}\n{self.text[:OPENING]}"
            self._names[word] = named_by(word, opening) if len(word) > 1 else self._pointed(word, opening)
        return (
            self._names[word]
            or signed_by(word, self._around)
            or (
                self.owner
                if word.endswith(self.owner[-1:] or " ")
                or (word in _FIRM and self.owner[-1:] not in _OFFICES)
                or _SCHOOL.match(word + self.owner)
                else ""
            )
            or (built_before(self.blanked, self.sentences, self.sentence_at(position)) if word in _WORKS else "")
            or (self.works_before(position) if word in _WORKS else "")
            or told_before(pointing["kind"] or "", self.blanked, self.sentences, self.sentence_at(position))
            or head
        )

    def _pointed(self, ending: str, opening: str) -> str:
        """What 该市, 该馆 or 该行 points at: the page's own town, or the institution or other name that ends so."""
        if ending in _TOWNS:
            return self.home if self.home.endswith(ending) else named_by(ending, opening)
        if ending == "院" and "法院" in self.text:
            return self.institution(ending, opening) or named_by("法院", self.blanked[:OPENING])
        return self.institution(ending, opening) or (
            "" if ending in _HOUSES else named_by(ending, self.blanked[:OPENING])
        )

    def institution(self, ending: str, opening: str) -> str:
        """What 该馆 or 该院 points at: the article's subject, else the first institution whose name ends so; or ""."""
        named = (self.cast.subject, *institutions_of(opening))
        return next((name for name in named if name.endswith(ending) and len(name) > 3), "")

    def person(self, position: int) -> str:
        """The person that the nearest clause before ``position`` begins with, or ""."""
        introduced = [match[1] for match in _INTRODUCED.finditer(self.text, max(0, position - _NEAR), position)]
        if introduced:
            return introduced[-1]
        return person_before(self.blanked, self.sentences, self.sentence_at(position), position)

    def subject_clause(self, number: int, before: int) -> tuple[int, str] | None:
        """The start of the clause, and the subject, that a clause of sentence ``number`` at ``before`` goes on with."""
        if self._carried[0] != (number, before):
            self._carried = (number, before), carried(self.blanked, self.sentences, number, before)
        return self._carried[1]

    def subject(self, number: int, before: int) -> str:
        """What a clause without a subject speaks of: what the clauses before it do, else the article."""
        clause = self.subject_clause(number, before)
        if clause:
            return self.name_of(clause[1], clause[0])
        if not acts_in(self.cast.subject, self.text, self.sentences[number].paragraph, before):
            return self.cast.place
        return self.cast.subject if self.cast.subject != self.cast.place else self.owner or self.cast.subject
