"""A document to its articles, and an article to a text without line wraps.

>>> from timeline.model import Document
>>> page = Document("a.txt", "", "text/plain", "utf-8", "某镇办集市\\n\\n本报讯（记者 王小明）某镇\\n集市昨日开市。")
>>> [(article.reporter, flow(page, article).text) for article in split(page)]
[('王小明', '某镇集市昨日开市。')]
"""

from __future__ import annotations

from dataclasses import replace

from timeline import regex as re
from timeline.layout.articles import Assembler
from timeline.layout.bylines import reporters
from timeline.layout.drafts import Draft, credited, role
from timeline.layout.flow import Flow, flow, unwrap
from timeline.layout.joins import joined
from timeline.layout.jumps import resumed
from timeline.layout.kinds import classify
from timeline.layout.lines import Unit, together, units
from timeline.layout.marks import CAPTION, MARKDOWN, TITLE_FIELD
from timeline.layout.script import folded
from timeline.layout.sections import Sections
from timeline.model import Article, Document, Span

__all__ = ["Flow", "flow", "split", "unwrap"]

_CREDIT = re.compile(
    r"[（(]?(?:本[报网台刊])?[\u4e00-\u9fff]{0,4}(?:记者|通讯员)\s*[\u4e00-\u9fff·]{2,4}(?:[\s、]+[\u4e00-\u9fff·]{2,4}){0,3}[\s/]*摄[）)]?\Z"
)

#: What tells nothing even on a page that is nothing but headings.
_FRAME = frozenset({"furniture", "section", "stamp"})


def split(document: Document) -> tuple[Article, ...]:
    """The articles of a document in reading order; every non-blank character belongs to exactly one of them.

    Mastheads, slogans, editor lines and Markdown's marks become articles with role ``furniture``. A text without
    signs of several articles is one article. The articles are not dated yet.
    """
    text = folded(document.text)
    found = units(text)
    if not found:
        return ()
    classify(found)
    sections = Sections(found)
    drafts = Assembler(joined(resumed(found))).run()
    _keep_bodies(drafts)
    articles = [article for draft in drafts for article in _finish(text, document.text, draft)]
    articles.sort(key=lambda article: article[0])
    merged = _merge_furniture([article for _, article in articles])
    return tuple(_keyed(article, f"a{number}", sections) for number, article in enumerate(merged, 1))


def _keep_bodies(drafts: list[Draft]) -> None:
    """A text that is nothing but headings has them as its body: it is a short text, not a page."""
    if not any(draft.body and draft.role != "furniture" for draft in drafts):
        lines = [unit for draft in drafts for unit in (*draft.headline, *draft.body)]
        stories = [unit for unit in lines if unit.kind not in _FRAME]
        if stories:
            bylines = [draft.byline for draft in drafts if draft.byline]
            rest = [Draft("furniture", body=[unit]) for unit in lines if unit.kind in _FRAME]
            whole = Draft(body=sorted([*stories, *bylines], key=lambda unit: unit.start))
            drafts[:] = [whole, *rest]


def _finish(text: str, printed: str, draft: Draft) -> list[tuple[int, Article]]:
    """A draft as an article, and the Markdown marks in it as furniture; each with its first offset. ``printed`` is the
    document's text, ``text`` the same with its script folded."""
    marks: list[Span] = []
    heads, paragraphs = _heads([_spans(unit, marks) for unit in draft.headline], text)
    headline = [span for spans in heads for span in spans]
    byline, names = None, ""
    if draft.byline:
        lines = draft.byline.lines
        byline, names = Span(lines[0][0], lines[-1][1]), reporters(draft.byline.text, _printed(draft.byline, printed))
    for number, unit in enumerate(draft.body):
        spans = _spans(unit, marks)
        if byline is None and draft.role == "caption":
            byline, names, spans = _photographer(text, printed, spans)
        elif number == 0 and byline is None and unit.kind == "lead":
            byline, names, spans = _lead(unit, printed, spans)
        if spans:
            paragraphs.append(tuple(spans))
    head = Span(headline[0].start, headline[-1].end) if headline else None
    article = Article("", role(draft), tuple(paragraphs), head, byline, names)
    found = [(article.span.start, article)] if paragraphs or head or byline else []
    if marks:
        found.append((marks[0].start, Article("", "furniture", tuple((mark,) for mark in marks))))
    return found


def _heads(heads: list[list[Span]], text: str) -> tuple[list[list[Span]], list[tuple[Span, ...]]]:
    """The headline's last lines that nothing else stands between, and the lines above them as paragraphs."""
    first = len(heads) - 1
    while first > 0 and text[heads[first - 1][-1].end : heads[first][0].start].isspace():
        first -= 1
    return heads[max(first, 0) :], [tuple(spans) for spans in heads[: max(first, 0)]]


def _spans(unit: Unit, marks: list[Span]) -> list[Span]:
    spans = [Span(start, end) for start, end in unit.lines]
    match = MARKDOWN.match(unit.text) or (TITLE_FIELD.match(unit.text) if unit.kind == "heading" else None)
    if match:
        first = spans[0]
        marks.append(Span(first.start, first.start + len(match[1])))
        spans[0] = Span(first.start + match.end(), first.end)
    return spans


def _cut(spans: list[Span], length: int) -> tuple[Span, list[Span]]:
    """The first ``length`` characters of a unit's text as one span, and the spans of the rest."""
    rest = list(spans)
    start = end = rest[0].start
    left = length
    while rest and left >= rest[0].end - rest[0].start:
        end = rest[0].end
        left -= rest[0].end - rest[0].start
        rest.pop(0)
    if rest and left > 0:
        end = rest[0].start + left
        rest[0] = Span(end, rest[0].end)
    return Span(start, end), rest


def _printed(unit: Unit, printed: str) -> str:
    return together([printed[start:end] for start, end in unit.lines])


def _lead(unit: Unit, printed: str, spans: list[Span]) -> tuple[Span | None, str, list[Span]]:
    names, taken, dated = credited(unit, _printed(unit, printed))
    byline, rest = _cut(spans, taken)
    return byline, names, spans if dated else rest


def _photographer(text: str, printed: str, spans: list[Span]) -> tuple[Span | None, str, list[Span]]:
    """A photograph's credit at the end of the caption's last line."""
    last = spans[-1]
    match = _CREDIT.search(text, last.start, last.end) or CAPTION.fullmatch(text, last.start, last.end)
    if not match or (match.start() == spans[0].start and len(spans) == 1):
        return None, reporters(match[0], printed[match.start() : match.end()]) if match else "", spans
    byline = Span(match.start(), last.end)
    if match.start() == last.start and text[spans[-2].end - 1] == "本" and match[0][0] in "报网台刊社":
        cut = Span(spans[-2].start, spans[-2].end - 1)  # 本报记者, with the line's end in it
        return Span(cut.end, last.end), reporters(match[0], printed[match.start() : match.end()]), [*spans[:-2], cut]
    body = text[last.start : match.start()].rstrip()
    rest = [*spans[:-1], Span(last.start, last.start + len(body))] if body else spans[:-1]
    return byline, reporters(match[0], printed[match.start() : match.end()]), rest


def _merge_furniture(articles: list[Article]) -> list[Article]:
    """Neighbouring furniture as one article, so that a page's frame does not count as many."""
    merged: list[Article] = []
    for article in articles:
        last = merged[-1] if merged else None
        if last and last.role == article.role == "furniture" and not (last.headline or article.headline or last.byline):
            merged[-1] = Article("", "furniture", last.paragraphs + article.paragraphs)
        else:
            merged.append(article)
    return merged


def _keyed(article: Article, key: str, sections: Sections) -> Article:
    told = article.role != "furniture"
    return replace(article, key=key, section=sections.of(article.span.start, article.role) if told else None)
