"""The pages of one event and one document: the evidence highlighted in the text that it stands in.

>>> from timeline.serve.pages import shown
>>> shown(["a", 1]), shown({"edtf": "2026", "part": None}), shown(None)
('a、1', '2026', '—')
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from timeline.layout import Flow, flow
from timeline.model import Article, Document, Event, Mention, Span
from timeline.render.dates import display
from timeline.render.explain import dated, datings, why
from timeline.render.site import both, disputes, escape, quoted, script_of, tags
from timeline.render.wording import certainty, detail_words, label, one_line
from timeline.serve.sheets import Sheets, crumbs

if TYPE_CHECKING:
    from timeline.store import Revision, StoredDocument

#: How much of an article is shown on each side of what is highlighted, in characters.
_AROUND = 3000
#: How much of a document is shown.
_LONGEST = 200_000
#: How much of a changed value is shown.
_CHANGE = 120


def event_page(
    event: Event,
    documents: Mapping[str, StoredDocument],
    history: Sequence[Revision],
    as_of: date,
    sheets: Sheets,
) -> str:
    """An event with its mentions in their articles; ``documents`` are those of the mentions by path, as far as known."""
    when = display(event.when)
    by_article: dict[tuple[str, str], list[Mention]] = {}
    for mention in event.mentions:
        by_article.setdefault((mention.document, mention.article), []).append(mention)
    facts = [(label("when"), escape(when)), (label("edtf"), f"<code>{escape(event.when.edtf)}</code>")]
    facts += [(label("where"), escape(one_line(event.place)))] if event.place else []
    facts += [(name, escape(words)) for name, words in detail_words(event)]
    facts += [(label("sure"), escape(certainty(event)))]
    parts = [
        crumbs("../"),
        f'<main id="main"><h1 class="title"{script_of(event.title)}>{escape(one_line(event.title))}</h1>{tags(event, as_of, sheets.topics)}',
        '<dl class="facts">' + "".join(f"<dt>{escape(name)}</dt><dd>{words}</dd>" for name, words in facts) + "</dl>",
        disputes(event),
        f"<h2>{both('原文与出处', 'Quotes and sources')}</h2>",
        f'<p class="legend"><mark>{both("原文", "what was read")}</mark> <mark class="time">{both("时间词", "its time")}</mark></p>',
        *(_told(told, documents.get(document)) for (document, _), told in by_article.items()),
        f"<details><summary>{both('推算过程', 'How the date was worked out')}</summary>"
        f'<pre class="article">{escape(why(event, datings((one.document, one.articles) for one in documents.values())))}</pre></details>',
        _history(history),
        f'<p class="key">id <code>{escape(event.id)}</code> · '
        f'<a href="../api/events/{escape(quote(event.id, safe=""))}">JSON</a></p></main>',
    ]
    return sheets.page(f"{one_line(event.title)} · {when}", "\n".join(parts))


def _told(mentions: Sequence[Mention], stored: StoredDocument | None) -> str:
    """What one article says, highlighted in its text; the bare quotes when the document has changed since."""
    quotes = "".join(map(quoted, mentions))
    first = mentions[0]
    if stored is None or stored.document.sha256 != first.sha256:
        return quotes
    article = next((one for one in stored.articles if one.key == first.article), None)
    if article is None:
        return quotes
    marks = [(Span(one.start, one.end), "") for one in mentions]
    marks += [(Span(one.timex.start, one.timex.end), "time") for one in mentions]
    link = f"../documents/{quote(stored.record.id, safe='')}#{quote(first.article, safe='')}"
    return (
        f'<section>{quotes}<div class="article"{script_of(stored.document.text)}>{article_text(stored.document, article, marks, around=_AROUND)}</div>'
        f'<p class="cite"><a href="{escape(link)}">{both("看整页", "Whole page")}</a></p></section>'
    )


def article_text(
    document: Document, article: Article, marks: Sequence[tuple[Span, str]] = (), *, around: int = _LONGEST
) -> str:
    """An article's headline and body without line wraps as HTML, with ``marks`` (spans of the document and the class
    of each) highlighted; no more than ``around`` characters on each side of them.
    """
    head = ""
    if article.headline is not None:
        whole = Flow(document.text, [[article.headline]])
        head = f"<strong>{_highlighted(whole, 0, len(whole.text), marks)}</strong>\n"
    body, layers = flow(document, article), Layers(marks)
    size = len(body.text)
    inside = [at for at in range(size) if layers.at(body.printed(at))] if marks else []
    first = max(inside[0] - around, 0) if inside else 0
    last = min(inside[-1] + around, size) if inside else min(size, 2 * around)
    return head + ("…" if first else "") + _highlighted(body, first, last, marks) + ("…" if last < size else "")


class Layers:
    """Which of the marked spans an offset lies in, told quickly however many there are.

    >>> layers = Layers([(Span(2, 6), ""), (Span(4, 5), "time")])
    >>> [layers.at(offset) for offset in (1, 2, 4, 5, 6)]
    [(), (0,), (0, 1), (0,), ()]
    """

    def __init__(self, marks: Sequence[tuple[Span, str]]) -> None:
        self._bounds = sorted({bound for span, _ in marks for bound in (span.start, span.end)})
        self._active = [
            tuple(number for number, (span, _) in enumerate(marks) if span.start <= bound < span.end)
            for bound in self._bounds
        ]

    def at(self, offset: int) -> tuple[int, ...]:
        """The numbers of the marks there."""
        found = bisect_right(self._bounds, offset) - 1
        return self._active[found] if found >= 0 else ()


def _highlighted(text: Flow, first: int, last: int, marks: Sequence[tuple[Span, str]]) -> str:
    layers, parts = Layers(marks), []
    for numbers, run in groupby(range(first, last), lambda at: layers.at(text.printed(at))):
        words = escape("".join(text.text[at] for at in run))
        names = " ".join(dict.fromkeys(filter(None, (marks[number][1] for number in numbers))))
        style = f' class="{escape(names)}"' if names else ""
        parts.append(f"<mark{style}>{words}</mark>" if numbers else words)
    return "".join(parts)


def _history(history: Sequence[Revision]) -> str:
    """What became of the event since it was first read: each change with its old and its new value."""
    rows = "".join(
        f"<li><time>{escape(one.when)}</time> {_changes(one) if one.changes else both('初次收录', 'first read')}</li>"
        for one in history
    )
    return (
        f"<details{' open' if len(history) > 1 else ''}><summary>{both('修订', 'Revisions')} {len(history)}</summary>"
        f'<ol class="revisions">{rows}</ol></details>'
    )


def _changes(revision: Revision) -> str:
    told = []
    for name, change in sorted(revision.changes.items()):
        pair = change if isinstance(change, list) and len(change) == 2 else [None, change]
        old, new = (escape(one_line(shown(value))[:_CHANGE]) for value in pair)
        told.append(f"{escape(label(name))} <del>{old}</del> → <ins>{new}</ins>")
    return "；".join(told)


def shown(value: Any) -> str:
    """A stored value in few words."""
    if isinstance(value, Mapping):
        value = [each for each in (value.get("edtf"), value.get("part")) if each] or list(value.values())
    if isinstance(value, Iterable) and not isinstance(value, str):
        return "、".join(map(shown, value))
    return "—" if value in (None, "") else str(value)


def document_page(stored: StoredDocument, events: Sequence[Event], sheets: Sheets) -> str:
    """A document's articles with the evidence of their dates and what it tells highlighted, and the events in it."""
    document = stored.document
    quotes = [mention for event in events for mention in event.mentions if mention.document == document.path]
    marks = [(Span(mention.start, mention.end), "") for mention in quotes]
    title, printed = _title(document, stored.articles), script_of(document.text)
    named = [one_line(name) for name in dict.fromkeys((document.source.name, document.path)) if name]
    named = [name for name in named if name != title]
    lead = " · ".join(f"<span>{escape(words)}</span>" for words in (*named, document.media_type, document.encoding))
    parts = [
        crumbs("../"),
        f'<main id="main"><h1 class="title"{printed}>{escape(title)}</h1>',
        f'<p class="lead">{lead} · <code>{escape(document.sha256[:12])}</code></p>',
    ]
    left = _LONGEST
    for article in stored.articles:
        if article.role == "furniture":
            words = article_text(document, article, around=left // 2)
            parts.append(
                f'<details id="{escape(article.key)}"><summary>{both("版面文字", "Mastheads, slogans and the like")}</summary>'
                f'<div class="article"{printed}>{words}</div></details>'
            )
            continue
        shown = article_text(document, article, _inside(article, marks), around=left // 2)
        left = max(left - len(shown), 0)
        evidence = "\n".join(dated(article.dct))
        parts.append(
            f'<section id="{escape(article.key)}"><div class="article"{printed}>{shown}</div>'
            f"<details><summary>{both('发布日期', 'Publication date')}</summary><pre>{escape(evidence)}</pre></details></section>"
        )
        if not left:
            break
    listed = "".join(
        f'<li><a href="../events/{escape(quote(event.id, safe=""))}">{escape(display(event.when))} {escape(one_line(event.title))}</a></li>'
        for event in events
    )
    parts.append(f"<h2>{both('这一页里的事件', 'Events on this page')} {len(events)}</h2><ul>{listed}</ul></main>")
    return sheets.page(title, "\n".join(parts))


def _title(document: Document, articles: Sequence[Article]) -> str:
    """What a document is called: by its own title, by the headline of its only article, by its name."""
    told = [one for one in articles if one.role != "furniture"]
    headline = told[0].headline if len(told) == 1 else None
    return one_line(document.title or (headline.of(document.text) if headline else "")) or one_line(document.path)


def _inside(article: Article, marks: Sequence[tuple[Span, str]]) -> list[tuple[Span, str]]:
    whole = article.span
    return [(span, name) for span, name in marks if span.start < whole.end and whole.start < span.end]
