"""The stages for one document, in order: layout, dating, time expressions, events; pure but for reading.

>>> [event.title for event in extract("西山公园音乐节4月26日开幕。", "2025-04-22").events]
['西山公园音乐节开幕']
"""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future
from dataclasses import replace
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path

from timeline import dating, edtf, layout
from timeline.events import find_events
from timeline.events.merge import merge
from timeline.model import Article, Document, Extraction, Source, Timex
from timeline.timex import Tagger

#: The packages whose code decides what a document gives.
_DECIDING = ("layout", "dating", "timex", "events")


@lru_cache(maxsize=1)
def rules_version() -> str:
    """A digest of the rules, so that what was stored under other rules is known to be stale."""
    digest = hashlib.sha256()
    home = Path(__file__).parent
    for package in _DECIDING:
        for path in sorted((home / package).rglob("*.py")) + sorted((home / package).rglob("*.toml")):
            digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def extract(
    text: str, published: date | str | None = None, *, url: str = "", name: str = "text", source: str = ""
) -> Extraction:
    """What one text gives, without a store; statements of one happening are merged, as in the store.

    ``published`` is a date or EDTF text; without it the text is dated from its address and its own words. ``source`` is the
    paper or account that printed it, whose town it may be of. Raises timeline.edtf.EdtfError for a ``published`` that is no EDTF.
    """
    from timeline.read import read_text

    document = read_text(text, name, url=url)
    return merged(process(replace(document, source=Source(source)) if source else document, published))


def merged(extraction: Extraction) -> Extraction:
    """The extraction with its statements merged into events, as the store does across documents."""
    return replace(extraction, events=tuple(merge(extraction.events)))


def process(
    document: Document, published: date | str | None = None, decided: Sequence[dating.Decided] = ()
) -> Extraction:
    """What one document gives: articles with their dates, time expressions, undated facts, and its statements.

    The statements are events not merged yet, with one another or with those of other documents. What a person
    ``decided`` of its dates stands over ``published`` and over all evidence.
    """
    if isinstance(published, datetime):
        published = published.date()
    if published is not None:
        edtf.parse(str(published))
    articles = layout.split(document)
    flows = {article.key: layout.flow(document, article) for article in articles}
    tagger = Tagger()
    dated = dating.date_articles(document, articles, flows, tagger.tag, published, decided, tagger.folded)
    timexes: list[Timex] = []
    events = []
    undated = []
    for article in dated:
        flow = flows[article.key]
        anchor = article.dct.date.text if article.dct.date else None
        printed = article.headline.of(document.text) if article.headline else ""
        found = tagger.below(printed, flow.text, anchor)
        headline = layout.unwrap(printed).strip()
        more, facts = find_events(document, article, flow, found, headline)
        events += more
        undated += facts
        timexes += [_in_document(flow, timex) for timex in found]
        if article.headline is not None:
            timexes += _in_headline(document, article, anchor, tagger)
    return Extraction(
        document, tuple(dated), tuple(sorted(timexes, key=lambda t: t.start)), tuple(events), tuple(undated)
    )


def process_each(
    documents: Iterable[Document],
    published: date | str | None,
    executor: Executor,
    ahead: int,
    decide: Callable[[Document], Sequence[dating.Decided]],
) -> Iterator[tuple[Document, Extraction | Exception]]:
    """What each document gives, or what went wrong, in their order, worked out by any ``concurrent.futures`` executor.

    ``decide`` gives what people said of a document's date. No more than ``ahead`` documents are under way at once, so that memory stays flat however many there are.
    """
    waiting: deque[tuple[Document, Future[Extraction]]] = deque()
    for document in documents:
        waiting.append((document, executor.submit(process, document, published, decide(document))))
        if len(waiting) >= ahead:
            yield _done(*waiting.popleft())
    while waiting:
        yield _done(*waiting.popleft())


def _done(document: Document, future: Future[Extraction]) -> tuple[Document, Extraction | Exception]:
    try:
        return document, future.result()
    except Exception as error:  # one page must not take the others down, whatever is wrong with it
        return document, error


def _in_document(flow: layout.Flow, timex: Timex) -> Timex:
    span = flow.span(timex.start, timex.end)
    return timex.at(span.start, span.end, timex.text)


def _in_headline(document: Document, article: Article, anchor: str | None, tagger: Tagger) -> list[Timex]:
    assert article.headline is not None
    text = article.headline.of(document.text)
    start = article.headline.start
    found = tagger.tag(text, anchor)
    return [t.at(t.start + start, t.end + start, layout.unwrap(t.text)) for t in found]
