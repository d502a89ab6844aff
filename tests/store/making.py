"""Extractions made by hand, so that the store is tested without the stages that feed it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256

from timeline import edtf
from timeline.model import (
    Article,
    Clue,
    Dct,
    Document,
    Event,
    Evidence,
    Extraction,
    Fact,
    Mention,
    Source,
    Span,
    Timex,
    When,
)

NOW = datetime(2026, 5, 1, 8, 0, tzinfo=UTC)
LATER = datetime(2026, 5, 2, 8, 0, tzinfo=UTC)
LATEST = datetime(2026, 5, 3, 8, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Line:
    """One sentence that states one event; ``time`` is the part of it that is the time expression."""

    quote: str
    time: str
    edtf: str
    title: str = ""
    kind: str = "milestone"
    modality: str = "reported"
    salience: float = 0.8
    topics: tuple[str, ...] = ("quality",)
    place: str | None = None
    part: str | None = None
    id: str = ""
    links: tuple[tuple[str, str], ...] = ()


MARKET = Line(
    "县里4月26日在河滨公园办集市。",
    "4月26日",
    "2025-04-26",
    "县里办集市",
    "activity",
    "planned",
    place="河滨公园",
    topics=("culture",),
)
BRIDGE = Line("2019年，新桥通车。", "2019年", "2019", "新桥通车", topics=("transport",))
BRAND = Line("1996年提出质量立业。", "1996年", "1996", "提出质量立业")
RATE = Line("上半年合格率达98%。", "上半年", "2025-40", "合格率达98%", "indicator", salience=0.5)


def when(line: Line) -> When:
    value = edtf.parse(line.edtf)
    return When(value.text, value.begin, value.until, value.granularity, line.part, value.approximate, value.uncertain)


def statement_id(path: str, line: Line) -> str:
    return line.id or sha256(f"{path}|{line.quote}|{line.time}|{line.edtf}".encode()).hexdigest()[:16]


def page(
    path: str,
    lines: Iterable[Line] = (MARKET, BRIDGE),
    *,
    published: str | None = "2025-04-22",
    source: str = "晨报",
    headline: str = "集市将开",
    said: str | None = None,
    undated: str = "新校区已经启用。",
    encoding: str = "utf-8",
) -> Extraction:
    """The extraction of a one-article page that has a headline, these lines and an undated sentence."""
    lines = tuple(lines)
    text = "\n".join([headline, "", *(line.quote for line in lines), undated]) + "\n"
    raw = text.encode(encoding)
    clues = (Clue("published", said, said),) if said else ()
    digest = sha256(raw).hexdigest()
    document = Document(path, digest, "text/plain", encoding, text, Source(source), clues=clues, raw=raw)
    spans = []
    for words in (*(line.quote for line in lines), undated):
        start = text.index(words)
        spans.append(Span(start, start + len(words)))
    dated = edtf.parse(published) if published else None
    why = (Evidence("weekday", "4月22日", published, "the paper says so", Span(0, 1), 0.9),) if published else ()
    article = Article(
        "a1",
        "news",
        (tuple(spans),),
        Span(0, len(headline)),
        None,
        "王小明",
        Dct(dated, why, "" if dated else "no evidence"),
    )
    events = tuple(
        _event(document, line, span, headline, published, source) for line, span in zip(lines, spans, strict=False)
    )
    last = spans[-1]
    facts = (Fact(path, "a1", last.start, last.end, undated, "no date"),)
    timexes = tuple(event.mentions[0].timex for event in events)
    return Extraction(document, (article,), timexes, events, facts)


def _event(document: Document, line: Line, span: Span, headline: str, published: str | None, source: str) -> Event:
    value = edtf.parse(line.edtf)
    at = span.start + line.quote.index(line.time)
    timex = Timex(
        at,
        at + len(line.time),
        line.time,
        line.edtf,
        value.begin,
        value.until,
        "DATE",
        "explicit",
        value.granularity,
        line.part,
        rule="year",
        steps=("read as printed",),
    )
    mention = Mention(
        document.path, document.sha256, source, "a1", headline, published, span.start, span.end, line.quote, timex, "办"
    )
    return Event(
        statement_id(document.path, line),
        line.title or line.quote,
        line.kind,
        line.modality,
        line.salience,
        line.topics,
        when(line),
        (mention,),
        line.place,
        ("县政府",),
        {"fee": "免费"} if line.kind == "activity" else {},
        line.links,
    )


def merge_by_title(statements: Iterable[Event], decisions: object = ()) -> list[Event]:
    """A stand-in for merging: the same title and date is the same event, by the smallest of the ids."""
    groups: dict[tuple[str, str], list[Event]] = {}
    for event in statements:
        groups.setdefault((event.title, event.when.edtf), []).append(event)
    merged = []
    for events in groups.values():
        events.sort(key=lambda event: event.id)
        mentions = [mention for event in events for mention in event.mentions]
        mentions.sort(key=lambda mention: (mention.document, mention.start))
        reasons = events[0].reasons + (("same title and date",) if len(events) > 1 else ())
        aliases = tuple(event.id for event in events[1:])
        merged.append(replace(events[0], mentions=tuple(mentions), aliases=aliases, reasons=reasons))
    return sorted(merged, key=lambda event: (event.when.edtf, event.id))
