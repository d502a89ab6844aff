"""The news behind the scene that a story opens with: a time that dates the scene dates what its next sentence tells.

>>> from timeline.events.attach import statements
>>> from timeline.events.page import Page
>>> from timeline.events.sentences import split
>>> from timeline.timex import tag
>>> text = "5月20日傍晚，老周拉响汽笛。跑了41年的渡口轮渡正式停航。"
>>> page = Page(text, split(text), tag(text, "2026-05-22"), "2026-05-22", "")
>>> opened = with_news(page, statements(text, page.timexes, page.sentences)[0])
>>> text[opened.start : opened.end]
'5月20日傍晚，老周拉响汽笛。跑了41年的渡口轮渡正式停航。'
"""

from __future__ import annotations

from dataclasses import replace

from timeline import edtf
from timeline.events.attach import Statement
from timeline.events.background import is_background
from timeline.events.classify import kind_of
from timeline.events.page import Page
from timeline.events.words import STRONG

_DAYS, _NEWS, _OPENING = ("day", "minute"), ("activity", "milestone"), 2


def with_news(page: Page, statement: Statement) -> Statement:
    """A statement of a page's first sentences, in which nothing happens by any known word, as far as the end of the next
    sentence, where that has no time of its own and tells what does; any other statement as it is."""
    number, sentence, timex = statement.number, statement.sentence, statement.timex
    if number > _OPENING or timex.granularity not in _DAYS or number + 1 >= len(page.sentences) or not page.published:
        return statement
    past = timex.begin is not None and edtf.stamp(timex.begin, low=True).date() <= page.published
    if not past or any(page.each_time_in(sentence.start, timex.start)):
        return statement
    following = page.sentences[number + 1]
    first = page.sentences[0].paragraph
    if sentence.paragraph != first or following.paragraph != first or statement.end < sentence.end - 1:
        return statement
    if any(
        not is_background(page.text, other) for other in page.times_in(following.start, following.end) if other.edtf
    ):
        return statement
    part = page.blanked[statement.start : statement.end]
    scene = not (STRONG.search(part) or kind_of(part, timex.start - statement.start)[1])
    kind, trigger = kind_of(page.blanked[following.start : following.end], 0) if scene else ("", "")
    return replace(statement, end=following.end) if trigger and kind in _NEWS else statement
