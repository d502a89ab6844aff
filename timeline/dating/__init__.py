"""When an article was published, worked out from what its container states and what its text gives away.

>>> from timeline.layout import flow, split
>>> from timeline.read import read_text
>>> page = read_text("本报讯 本周六（4月26日），登山活动将在西山公园举行。\\n\\n发布时间：2025-04-23", "page.txt")
>>> articles = split(page)
>>> flows = {article.key: flow(page, article) for article in articles}
>>> str(date_articles(page, articles, flows, lambda text, anchor: [])[0].dct.date)
'2025-04-23'
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice

from timeline import edtf
from timeline import regex as re
from timeline.dating import (
    ages,
    almanac,
    deictics,
    festivals,
    figures,
    institutions,
    news,
    observances,
    occasions,
    papers,
    solar_terms,
    stamped,
    stated,
    told,
)
from timeline.dating.claims import Claim, Mention, Story, timex_mention
from timeline.dating.days import FIRST, LAST
from timeline.dating.decided import Decided, given, overruled
from timeline.dating.solve import solve
from timeline.dating.words import DEICTIC, MONTH_DAY
from timeline.layout import Flow, unwrap
from timeline.model import Article, Dct, Document, Evidence, Span, Timex

__all__ = ["Decided", "date_articles"]

#: A story says the same thing often; so many claims of one rule are enough.
_MOST = 24
#: The opening of a text is its first three sentences.
_SENTENCE = re.compile(r"[^。！？\n]+[。！？\n]+")

_MONTH_DAY = re.compile(MONTH_DAY)

ReadTimes = Callable[[str, date | str | None], Iterable[Timex]]

_RULES = (
    stated.datelines,
    almanac.weekdays,
    almanac.lunar_glosses,
    festivals.festivals,
    solar_terms.solar_terms,
    observances.observances,
    almanac.lunar_years,
    told.told,
    told.newest,
    told.opening,
    told.in_force,
    told.bounds,
    figures.periods,
    figures.years,
    occasions.plans,
    occasions.editions,
    occasions.expected,
    occasions.scenes,
    occasions.this_month,
    occasions.jubilees,
    occasions.seasons,
    deictics.todays,
    deictics.today_of_month,
    deictics.weeks,
    deictics.weekends,
    deictics.bare_weekdays,
    deictics.jubilee_days,
    deictics.countdowns,
    deictics.named_years,
    news.bare_days,
    news.coming_dates,
    news.days_before,
    news.between,
    news.runs,
    news.event_days,
    ages.terms,
    ages.timetables,
    ages.now_in_force,
    ages.school_terms,
    ages.ages,
    ages.anniversaries,
    ages.decades,
    institutions.party_congresses,
    institutions.peoples_congresses,
    institutions.congress_sessions,
    institutions.holiday_notice,
    institutions.spring_travel,
    papers.delivered,
    papers.issued,
    papers.laid_open,
    papers.entries,
    papers.named_by_year,
)


def date_articles(
    document: Document,
    articles: Iterable[Article],
    flows: Mapping[str, Flow],
    read_times: ReadTimes,
    published: date | str | None = None,
    decided: Sequence[Decided] = (),
    fold: Callable[[str], str] = str,
) -> tuple[Article, ...]:
    """The articles with their dates of publication (``dct``), each with its evidence or the reason why there is none.

    The articles of a document share what dates them, unless an article's own dateline contradicts the others.
    ``published`` is the user's word and is the date; strong evidence against it is recorded as unused. ``read_times``
    reads the time expressions of a text (``timeline.timex.tag``). What a person ``decided`` stands over everything.
    ``fold`` gives a text in the characters that the rules are written in, one for one
    (``timeline.timex.orthography.folded``). Raises EdtfError for a ``published`` that is none.
    """
    articles = tuple(articles)
    text = fold(document.text)
    stories = [
        story
        for article in articles
        if article.role != "furniture"
        for story in _stories(document, article, flows, read_times, fold)
    ]
    known = _years_by_day(stories)
    inside = {article.key: [] for article in articles}  # type: dict[str, list[Claim]]
    for story in stories:
        inside[story.article.key].extend(_claims(story, known))
    page, own = stamped.shared(
        stamped.Statements(text, articles),
        stated.printed(document, text),
        lambda key, claim: not any(_later(story, claim) for story in stories if key in (None, story.article.key)),
    )
    outside = [*stated.container(document.clues), *page]
    pooled = _solved(outside, [*own.values(), *inside.values()])
    if published is not None:
        value = edtf.of_date(published) if isinstance(published, date) else edtf.parse(published)
        stated_by_user = given(pooled, Evidence("published", value.text, value.text, left=value.text))
        dated = tuple(replace(article, dct=stated_by_user) for article in articles)
    else:
        rest = _solved(outside, [inside[key] for key in inside if key not in own]) if own else pooled
        dated = tuple(
            replace(article, dct=_solved(outside, [own[article.key], inside[article.key]]))
            if article.key in own
            else replace(article, dct=_own(inside[article.key], outside, rest))
            for article in articles
        )
    return overruled(document, dated, decided)


def _solved(outside: list[Claim], claims: Iterable[list[Claim]]) -> Dct:
    found = solve([*outside, *(claim for each in claims for claim in each)])
    return replace(found, revised=_revised(outside, found.date))


def _later(story: Story, claim: Claim) -> bool:
    """Whether a story tells as past what lies behind the last day that a claim allows."""
    latest = claim.days.last + timedelta(1)
    return any(each.explicit and each.first > latest and told.happened(story, each) for each in story.mentions)


def _claims(story: Story, known: dict[tuple[int, int], set[int]]) -> Iterator[Claim]:
    for rule in _RULES:
        yield from islice(rule(story), _MOST)
    yield from islice(occasions.last_year(story, known), _MOST)


def _stories(
    document: Document, article: Article, flows: Mapping[str, Flow], read_times: ReadTimes, fold: Callable[[str], str]
) -> Iterator[Story]:
    flow = flows.get(article.key)
    if flow and flow.text:
        title = fold(unwrap(article.headline.of(document.text))) if article.headline else ""
        yield replace(_story(article, flow.text, flow.span, read_times, fold), title=title)
    if article.headline:
        headline = article.headline
        printed = headline.of(document.text)
        text = unwrap(printed)

        def locate(start: int, end: int) -> Span:
            at = printed.find(text[start:end])  # a headline may be wrapped, and so may the words
            return headline if at < 0 else Span(headline.start + at, headline.start + at + end - start)

        yield replace(_story(article, text, locate, read_times, fold), headline=True)


def _story(
    article: Article,
    printed: str,
    locate: Callable[[int, int], Span],
    read_times: ReadTimes,
    fold: Callable[[str], str],
) -> Story:
    text = fold(printed)
    mentions: list[Mention] = []
    for timex in read_times(printed, None):
        if timex.edtf and timex.begin and timex.until and timex.resolution in ("explicit", "inherited"):
            first, last = edtf.days(edtf.parse(timex.edtf))
            if first and last and first <= LAST and last >= FIRST:  # 1066年 dates no page
                mentions.append(timex_mention(timex, first, last))
    dates = [match.start() for match in _MONTH_DAY.finditer(text)] if "月" in text else []
    sentences = _SENTENCE.finditer(text, 0, 400)
    opening = max((match.end() for match, _ in zip(sentences, range(3), strict=False)), default=min(len(text), 400))
    return Story(article, text, printed, locate, mentions, dates, opening, DEICTIC.search(text) is not None)


def _years_by_day(stories: Iterable[Story]) -> dict[tuple[int, int], set[int]]:
    """The years that the page itself gives for each month-day."""
    known: dict[tuple[int, int], set[int]] = {}
    for story in stories:
        for mention in story.mentions:
            if mention.explicit and mention.granularity in ("day", "minute"):
                known.setdefault((mention.first.month, mention.first.day), set()).add(mention.first.year)
    return known


def _revised(outside: Iterable[Claim], published: edtf.Edtf | None) -> str:
    """The last day on which the page says that it was changed, if it had been published before; else ""."""
    days = [claim.days.last for claim in outside if claim.kind in ("revised-line", "modified")]
    first = edtf.days(published)[0] if published else None
    return max((day.isoformat() for day in days if first is None or day > first), default="")


def _own(claims: list[Claim], outside: list[Claim], pooled: Dct) -> Dct:
    """The page's date, unless a dateline of the article's own was overruled there and the container says nothing."""
    overruled = {
        (evidence.kind, evidence.span)
        for evidence in pooled.evidence
        if not evidence.used and evidence.kind == "dateline"
    }
    if not any((claim.kind, claim.span) in overruled for claim in claims):
        return pooled
    own = solve([*outside, *claims])
    return replace(own, revised=pooled.revised) if own.date else pooled
