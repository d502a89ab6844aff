"""The house that a page told last, for what goes on in it without naming it again: 新展, 决赛, 展会8日开幕.

>>> from timeline.events.attach import statements
>>> from timeline.events.sentences import split
>>> from timeline.timex import tag
>>> text = "9月10日，博物馆办讲座。新展9月20日开展。"
>>> page = Page(text, split(text), tag(text, "2025-09-12"), "2025-09-12", "")
>>> lecture, show = statements(text, page.timexes, page.sentences)
>>> venues = Venues(page, in_house=False)
>>> venues.keep(lecture, "云溪博物馆")
>>> venues.before(show)
'云溪博物馆'
"""

from __future__ import annotations

from timeline import regex as re
from timeline.events.attach import Statement
from timeline.events.page import Page
from timeline.events.placenames import is_town
from timeline.events.places import WHOLE_TOWN

#: What a sentence begins with that tells what goes on in the house that was told: the show, the prizes.
_THERE = re.compile(
    r"\s*(?:新展|展览|展品|该展|本展|展期|[大展]会|现场|比赛|赛事|(?:小组|预|淘汰|资格|半决)赛|演出|[开闭]幕式)"
    r"|\s+[，、]?(?:[^，。；]{0,8}，)?(?:当[天晚日]|[上下]午|晚间|随后|还|将|也|\s)*(?:举[办行]|进行)?(?:各组别?|总)?(?:颁奖|[开闭]幕|落幕|收官|撤展|决赛|展出)"
)
#: 据悉，大会2月23日开幕: of what was told to close.
_SAME_FAIR = re.compile(
    r"[\s，]*(?:据悉，|据介绍，|其间，)?(?:本次|此次|本届|该)?(?:大会|展会|会议|展览|庙会|论坛|赛事|博览会)\s*(?:正式)?(?:开幕|闭幕|落幕|启幕|收官|持续|结束)"
)
#: 将在展厅教学: in its hall.
_IN_HALL = re.compile("[在于](?:展[厅场馆]|会场|[馆场园厅]内|展览现场|活动现场)(?![外门])")


#: A time that counts from what was told: the story goes on where it was.
_GOES_ON, _CLOCK, _SAME_PERSON = (
    re.compile("第二天|次日|翌日"),
    re.compile("[0-9]{1,2}[时時点點:：][0-9分半许左右]*\\Z"),
    re.compile("[，、\\s]*(?:一早|清晨|上午|中午|下午|晚上)?[，\\s]*[他她]"),
)


#: What an office warns of at some hour is told of its town.
_OF_OFFICE = re.compile("[市县区省](?:气象|应急|防汛|政府|委|消防|供电)|预警|响应|指挥部|全线|客流|截至")


class Venues:
    """The houses that the statements of one page tell, in order; ``in_house`` says that the page is set in one itself."""

    def __init__(self, page: Page, *, in_house: bool) -> None:
        self.page = page
        self._in_house = in_house
        self._paragraph, self._venue = -1, ""
        self._told = -1, ""

    def keep(self, statement: Statement, place: str, *, by_way: bool = False) -> None:
        """Takes the place that a statement tells; ``by_way`` says that it is a road or a water, where nothing goes on."""
        if place:
            self._told = statement.sentence.paragraph, place
        if place and not by_way and not is_town(place, self.page.cast.places):
            self._paragraph, self._venue = statement.sentence.paragraph, place
        elif place:
            self._paragraph = -1

    def before(self, statement: Statement) -> str:
        """The house told before in which what a statement tells goes on, where it names no place; or ""."""
        paragraph, place = self._told
        if place and paragraph == statement.sentence.paragraph and _GOES_ON.match(statement.timex.text):
            return place if _SAME_PERSON.match(self.page.text, statement.timex.end) else ""
        text = self.page.blanked
        told = statement.start, statement.end
        if place and paragraph == statement.sentence.paragraph and _CLOCK.match(statement.timex.text):
            return "" if _OF_OFFICE.search(text, *told) or WHOLE_TOWN.search(text, *told) else place
        if not self._venue or self._in_house:
            return ""
        if _SAME_FAIR.match(text, *told) or _IN_HALL.search(text, *told):
            return self._venue
        start, end = statement.sentence.start, statement.end
        if self._paragraph != statement.sentence.paragraph or WHOLE_TOWN.search(text, start, end):
            return ""
        return self._venue if _THERE.match(text, start, end) else ""
