"""Events from time expressions and text: attach, classify, title, notices, lifecycle, merge.

>>> from timeline.events import find_events
>>> callable(find_events)
True
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from timeline.model import Article, Document, Event, Fact, Mention, Span, Timex

if TYPE_CHECKING:
    from timeline.events.draft import Draft
    from timeline.events.topics import Topics

#: Characters of a document by which the town is known that its page is of.
_PAGE = 4000

__all__ = ["Unwrapped", "find_events"]


class Unwrapped(Protocol):
    """An article's body without line wraps, and the way back to the document (see timeline.layout.Flow)."""

    @property
    def text(self) -> str:
        """The body, paragraphs joined by line breaks."""

    def span(self, start: int, end: int) -> Span:
        """Document offsets of ``text[start:end]``."""

    def clip(self, start: int, end: int, keep_start: int, keep_end: int) -> tuple[int, int]:
        """The largest part of ``[start, end)`` round ``[keep_start, keep_end)`` that is contiguous in print."""


#: What is done about the weather is to be known, whatever page tells it.
_TOLD = ("activity", "milestone")
_STEPS = ("暂停", "停止", "停工", "错峰", "有序用电", "限电", "停课", "停运", "停航", "免费开放")
#: A page with so many different characters that are not simplified ones is in traditional script.
_TRADITIONAL = 6
#: What titles say that a page need not print: ends and beginnings, stages of a rule.
_ADDED = frozenset("结束开始启动截止报名预约施行实施执行有效期届满失效废止发布延期取消举行等与")


def find_events(
    document: Document,
    article: Article,
    flow: Unwrapped,
    timexes: Sequence[Timex],
    headline: str = "",
    topics: Topics | None = None,
) -> tuple[list[Event], list[Fact]]:
    """The events that one article tells of, and its undated facts.

    ``timexes`` are over ``flow.text``; the mentions' offsets, and those of their time expressions, are the document's.
    """
    # imported when first asked for: what only shows stored events needs none of it
    from timeline.events.build import Builder, same_article
    from timeline.events.draft import statement_id
    from timeline.events.page import Page
    from timeline.events.publisher import site_of, stated_in
    from timeline.events.sentences import split, with_chinese_pauses, within
    from timeline.events.topics import load
    from timeline.events.undated import undated_facts
    from timeline.timex.orthography import folded, traditional

    published = article.dct.date.text if article.dct.date else None
    if article.role == "furniture":
        return [], []
    chosen = topics if topics is not None else load()
    # the words of the rules are simplified characters: a page in others is read folded, and told in its own again
    plain = folded(flow.text)
    own = {}
    if plain != flow.text:
        own = _own_script(plain, flow.text)
        if len(own) >= _TRADITIONAL:
            own = {**{char: traditional(char) for char in _ADDED - set(flow.text)}, **own}
    times = [t.at(t.start, t.end, plain[t.start : t.end]) for t in timexes] if own else list(timexes)
    plain, headed = with_chinese_pauses(plain), with_chinese_pauses(folded(headline))
    sentences = split(plain)
    times = within(sentences, [_in_one_line(timex) for timex in times])
    byline = folded(article.byline.of(document.text)) if article.byline else ""
    printed_by = [document.source.name, site_of(document.title), stated_in(document.text[:_PAGE])]
    if own:
        own = {**{folded(char): char for char in "".join([headline, *printed_by])}, **own}
    printed_by = [folded(name) for name in printed_by]
    page = Page(plain, sentences, times, published, headed, document.text[:_PAGE], byline, printed_by)
    drafts = Builder(page, chosen).drafts()
    for draft in drafts if own else ():
        draft.title = _in_own_script(draft.title, own)
        draft.place = _in_own_script(draft.place, own) if draft.place else None
        draft.actors = tuple(_in_own_script(actor, own) for actor in draft.actors)
        draft.details = {key: _in_own_script(value, own) for key, value in draft.details.items()}
    context = (document, article, flow, headline, published)
    ids = [statement_id(flow.text[draft.start : draft.end], draft.timex, draft.when, draft.role) for draft in drafts]
    events = [_event(context, draft, ids, number, article.role) for number, draft in enumerate(drafts)]
    return same_article(events), undated_facts(document, article, flow, sentences, list(timexes))


def _in_one_line(timex: Timex) -> Timex:
    """A time that begins with the heading above its line (11月, and below it 8日) as its own line prints it."""
    above, _, own = timex.text.rpartition("\n")
    shift = len(timex.text) - len(own) + len(own) - len(own.lstrip())
    return timex.at(timex.start + shift, timex.end, own.strip()) if above and own.strip() else timex


def _own_script(plain: str, printed: str) -> dict[str, str]:
    """What the page prints for folded characters; for those that it prints in two ways, also by the character behind
    or in front of them: 台 in 台中, 颱 in 颱風."""
    own: dict[str, str] = {}
    ways: dict[str, set[str]] = {}
    for one, other in zip(plain, printed, strict=True):
        if one != other or one in own:
            ways.setdefault(one, set()).add(other)
            own[one] = other
    several = {one for one, others in ways.items() if len(others | ({one} if one in printed else set())) > 1}
    for at, one in enumerate(plain) if several else ():
        if one in several:
            own[plain[at : at + 2]] = printed[at]
            own.setdefault("\0" + plain[max(0, at - 1) : at + 1], printed[at])
    return own


def _in_own_script(words: str, own: dict[str, str]) -> str:
    """Folded words with the characters that the page itself prints."""
    return "".join(
        own.get(words[at : at + 2]) or (own.get(f"\0{words[at - 1 : at + 1]}") if at else "") or own.get(char, char)
        for at, char in enumerate(words)
    )


def _event(
    context: tuple[Document, Article, Unwrapped, str, str | None], draft: Draft, ids: list[str], number: int, role: str
) -> Event:
    spans = [(draft.start, draft.end, draft.timex), *draft.more]
    mentions = tuple(_mention(context, start, end, timex, draft.trigger) for start, end, timex in spans)
    weather = role == "weather" and _is_weather_alone(draft)
    return Event(
        ids[number],
        draft.title,
        "incident" if weather else draft.kind,
        draft.modality,
        0.15 if weather else draft.salience,
        draft.topics or (("weather",) if weather else ()),
        draft.when,
        mentions,
        draft.place,
        draft.actors,
        draft.details,
        tuple((relation, ids[other]) for relation, other in draft.links),
        recurrence=draft.recurrence,
    )


def _is_weather_alone(draft: Draft) -> bool:
    """Whether a weather report tells of no more than the weather: schools closed and ferries stopped are to be known."""
    if draft.modality in ("postponed", "cancelled") or "应急响应" in draft.trigger:
        return False
    if draft.kind in _TOLD and any(word in draft.title for word in _STEPS):
        return False
    return not (
        draft.trigger and (draft.kind == "activity" or (draft.kind == "milestone" and "weather" not in draft.topics))
    )


def _mention(
    context: tuple[Document, Article, Unwrapped, str, str | None], start: int, end: int, timex: Timex, trigger: str
) -> Mention:
    document, article, flow, headline, published = context
    start, end = flow.clip(min(start, timex.start), max(end, timex.end), timex.start, timex.end)
    quote, printed = flow.span(start, end), flow.span(timex.start, timex.end)
    return Mention(
        document.path,
        document.sha256,
        document.source.name,
        article.key,
        headline,
        published,
        quote.start,
        quote.end,
        flow.text[start:end],
        timex.at(printed.start, printed.end, flow.text[timex.start : timex.end]),
        trigger,
    )
