"""One article's body as the rules of this package read it: its times blanked out, its places, works, rules and names.

>>> from timeline.events.sentences import split
>>> from timeline.timex import tag
>>> text = "青屿女篮组建于1998年，明年3月出战联赛。"
>>> Body(text, split(text), tag(text, "2025-11-17"), "2025-11-17", "").blanked[:8]
'青屿女篮组建于 '
"""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Sequence
from functools import cached_property

from timeline import edtf
from timeline import regex as re
from timeline.events import forms
from timeline.events.addresses import built_on
from timeline.events.baretowns import sent_from
from timeline.events.elsewhere import is_small
from timeline.events.entities import Cast, cast_of
from timeline.events.gazetteer import COUNTRY
from timeline.events.home import speaks_of_its_town, town_of
from timeline.events.institution import FEATURE
from timeline.events.matters import Case, case_of
from timeline.events.occurrences import occurrences
from timeline.events.owners import name_ending, works_before, works_in
from timeline.events.ownunits import own_units
from timeline.events.placenames import PlaceName, is_town
from timeline.events.places import told_in
from timeline.events.publisher import first_town, house_of_publisher, stated_in
from timeline.events.sentences import Sentence, blanked
from timeline.events.subjects import said_twice
from timeline.events.townunits import units_of
from timeline.model import Timex

#: Characters by which a page shows what it is about.
OPENING = 1200
_HAN = "\u4e00-\u9fff"
_SHORT_NAME = re.compile(
    r"(?:节|赛|展|周|季|马拉松|大会|论坛|嘉年华|晚会|演唱会|音乐会|庙会|灯会|博览会|运动会|清醮)\Z"
)
_OWN_RULE = re.compile(
    rf"《[^《》]{{4,40}}》|(?<!于)[{_HAN}“”0-9]{{4,28}}(?:办法|条例|规定|细则|规则|规程|章程|意见|方案|措施|决定)(?:[（(]试行[）)])?(?=\s|\Z)"
)
#: What closes a speech, what its last words end with, and so many characters of it.
_CLOSES_SPEECH = re.compile("[”」]")
_SPEECH_ENDS, _LONGEST_SPEECH = frozenset("。！？，…"), 240
#: So many names back is looked for what a bare word such as 市场 or 大桥 means.
_RECENT = 40
#: 食堂在康乐社区开张, 于柳湾村发现墓群: where the one thing is that a page is of.
_OPENED_IN = re.compile(
    "[在于][^，。；的]{2,16}?(?:开张|开业|揭牌|启用|投用|并网|发电|开工|动工|奠基|落成|点火|发现|完成|合龙|封顶|建成)"
)
#: How a page speaks of its own city or prefecture, and of its own county or town.
_OF_CITY, _OF_COUNTY = own_units("市州"), own_units("县区旗镇乡村")
_UNITS = ("市", "县", "区", "旗", "镇", "乡", "村", "街道", "州")
#: So many dated paragraphs make a chronicle; so long is a feature, which tells of much beside what its headline names.
_ENTRIES = 5
#: So many counties beside each other are a city's; so often a page names the one that it is of.
_OF_ONE, _IN_TOWNS = 3, ("town", "site", "road", "land")
_BY_KIND, _ENDED = re.compile("[（(][试暂]行[）)]》"), re.compile("[^，。；]{0,8}(?:废止|失效)")


class Body:
    """One article's body; ``published`` is its date as EDTF text or None, ``shift`` the offset of the body behind its
    headline, by which the names of ``cast`` are counted, ``around`` the text of the page that it stands on, ``byline`` who
    wrote it and where it was sent from, ``printed_by`` the papers or accounts that it is known to be of."""

    def __init__(
        self,
        text: str,
        sentences: list[Sentence],
        timexes: list[Timex],
        published: str | None,
        headline: str,
        around: str = "",
        byline: str = "",
        printed_by: Sequence[str] = (),
    ) -> None:
        self.text = text
        self._around = around
        self.sentences = sentences
        self.timexes = timexes
        self.headline = headline
        self.published, self.last_day = edtf.days(edtf.parse(published)) if published else (None, None)
        self.blanked = blanked(text, [timex for timex in timexes if timex.type != "DURATION"])
        self._byline = byline
        self._printed_by = (*printed_by, stated_in(byline))
        self.shift = len(headline) + 1 if headline else 0
        self.sentence_starts = [sentence.start for sentence in sentences]
        self._starts = [timex.start for timex in timexes]

    @cached_property
    def cast(self) -> Cast:
        """Who and what the headline and the body name, by offsets of both."""
        head = f"{self.headline}\n" if self.headline else ""
        return cast_of(head + self.text, head + self.blanked, sent_from(self._byline))

    @cached_property
    def is_chronicle(self) -> bool:
        """Whether most paragraphs begin with a time of their own, of several years."""
        entries = [t for t in self.timexes if t.edtf and (not t.start or self.text[t.start - 1] == "\n")]
        years = {(t.edtf or "")[:4] for t in entries}
        return len(entries) >= _ENTRIES and len(years) > 1 and len(entries) > self.text.count("\n") / 2

    @cached_property
    def home(self) -> str:
        """Where the article is set: as its own names tell, else the town of its paper or its page where it means one; or ""."""
        place = self.cast.place
        local = not place or is_small(place, self.text)
        if printed := self._town_of_paper(place):
            return printed
        if place and self._printer and is_town(place, self.cast.places):
            return self._printer
        if not local or not speaks_of_its_town(self.text):
            return place or self._printer
        printed_in = self.printed_in if not place or place in self.text else ""  # no town instead of a house
        return printed_in or place or town_of(self._around) or self._printer

    def _town_of_paper(self, place: str) -> str:
        """The paper's town where the page names it, and ``place`` is another country, or what it calls a town nowhere
        and names no oftener; or ""."""
        town = self.printed_in
        if not town or not place or town in place or place[-1] == "线" or not is_town(place, self.cast.places):
            return ""
        if any(place + unit in self.text for unit in _UNITS):
            if self._goes_through_districts(place):
                return town
            wider = len(_OF_CITY.findall(self.text))
            return town if wider > max(1, self.text.count(place)) and not _OF_COUNTY.search(self.text) else ""
        own, other = (self.text.count(name) + self.headline.count(name) for name in (town, place))
        return town if own >= (1 if COUNTRY.fullmatch(place) else max(other, 1)) else ""

    def _goes_through_districts(self, place: str) -> bool:
        """Whether the page names so many counties or districts that it is of none of them."""
        if self.text.count(place) >= _OF_ONE:
            return False
        told = {
            stem for p in self.cast.places if p.sort in _IN_TOWNS for stem, _, unit in units_of(p) if unit in "县区旗市"
        }
        return place in told and len(told) >= _OF_ONE - (_OF_CITY.search(self.text) is not None)

    @cached_property
    def printed_in(self) -> str:
        """The town of the paper or the account that prints the page, or ""."""
        return first_town(self._printed_by)

    @property
    def _printer(self) -> str:
        """The house that speaks of itself on the page that it prints, or ""."""
        return next((house for name in self._printed_by if (house := house_of_publisher(name, self.text))), "")

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

    def site_before(self, ending: str | tuple[str, ...], position: int) -> str:
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
        return built_on(self.blanked[start:position], self.places_in(start, position)) or self._lead_site

    @cached_property
    def _lead_site(self) -> str:
        """Where the first paragraph of a short page says that what it tells of was opened, begun or found; or ""."""
        end = self.text.find("\n", 1) if len(self.text) < FEATURE else 0
        opened = _OPENED_IN.search(self.blanked, 0, end) if end > 0 else None
        return told_in(opened[0], self.places_in(*opened.span())) if opened else ""

    def in_speech(self, position: int) -> bool:
        """Whether somebody is quoted at ``position``, whose speech ends with a mark of its own: “去年雨多，耽误了。”"""
        earliest = max(0, position - _LONGEST_SPEECH)
        opened = max(self.text.rfind(mark, earliest, position + 1) for mark in "“「")
        closed = _CLOSES_SPEECH.search(self.text, opened, opened + _LONGEST_SPEECH) if opened >= 0 else None
        return closed is not None and closed.start() > position and self.text[closed.start() - 1] in _SPEECH_ENDS

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
        return next((name for name in rules if not self._repealed(name)), "")

    def _repealed(self, name: str) -> bool:
        """Whether the text says that the rule of this name ends."""
        return any(_ENDED.match(self.text, at + len(name)) for at in occurrences(name, self.text))

    @cached_property
    def case(self) -> Case:
        """The one case before a court that the page tells of; empty without."""
        return case_of(self.text) if "法院" in self.text or "检察" in self.text else Case()

    @cached_property
    def _works(self) -> list[tuple[int, str]]:
        """The works that the body names, with their offsets."""
        return works_in(self.blanked)

    @cached_property
    def only_works(self) -> str:
        """The works that the body names most, where it names it twice and hardly any other; or ""."""
        return next((name for name in [works_before(self._works, "\n", 1)] if said_twice(name, self.text)), "")

    def works_before(self, position: int) -> str:
        """The works that a part told at ``position`` is of, or ""; a row of a chronicle need not be of those of another."""
        works = works_before(self._works, self.blanked, position)
        if works and self.is_chronicle and works not in self.text[self.text.rfind("\n", 0, position) + 1 : position]:
            return self.only_works
        return works

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
        return list(self.each_time_in(start, end))

    def each_time_in(self, start: int, end: int) -> Iterator[Timex]:
        """The same one by one: the first of a long sentence costs no more than that of a short one."""
        first = bisect.bisect_left(self._starts, start)
        for at in range(first, bisect.bisect_left(self._starts, end)):
            if (timex := self.timexes[at]).end <= end:
                yield timex

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
        return named if len(self.text) < FEATURE or named in self.text[near:position] else ""

    def rule_before(self, position: int) -> str:
        """The rule in book-title marks named last before ``position``, else in the headline, else ""."""
        named = [(at, name) for at, name in self.cast.rules if at - self.shift <= position]
        lasting = [name for at, name in named if not _ENDED.match(self.text, at - self.shift + len(name))]
        return (lasting or [name for _, name in named] or [""])[-1]
