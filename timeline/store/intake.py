"""One document's extraction as rows, ready to be written: all that can fail on a document fails here.

>>> public_id("seeds/000.txt")
'081ceefa20ed'
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b, sha256
from typing import Any

from timeline.layout.flow import unwrap
from timeline.model import Article, Document, Event, Extraction
from timeline.store import codec

Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Intake:
    """The rows of one document; those of the tables below ``document`` still lack its number."""

    path: str
    sha256: str
    digest: str
    size: int
    source: Values
    content: Values
    document: Values
    articles: list[Values]
    statements: list[Values]
    mentions: list[Values]
    undated: list[Values]


def public_id(path: str) -> str:
    """The id of the document at ``path``, the same for all its revisions."""
    return sha256(path.encode("utf-8", "surrogateescape")).hexdigest()[:12]


def prepare(extraction: Extraction, *, published: str | None, rules: str) -> Intake:
    """The rows of an extraction; raises ValueError when they don't hang together or hold what no text can hold."""
    document = extraction.document
    articles = [_article(document, number, each) for number, each in enumerate(extraction.articles)]
    known = {row["key"]: row for row in articles}
    if len(known) < len(articles):
        raise ValueError("two of its articles have the same key")
    statements, mentions = _statements(document, extraction.events, known)
    undated = [
        {"number": n, **{name: getattr(fact, name) for name in ("article", "start", "end", "quote", "reason")}}
        for n, fact in enumerate(extraction.undated)
    ]
    text = document.text.encode("utf-8")
    row: Values = {
        "key": public_id(document.path),
        "path": document.path,
        "sha256": document.sha256,
        "text_sha256": sha256(text).hexdigest(),
        **{name: getattr(document, name) for name in ("media_type", "encoding", "encoding_confidence", "url", "title")},
        "source": document.source.name,
        "clues": codec.clues_payload(document.clues),
        "published": published,
        "rules": rules,
    }
    digest = _digest(
        [{k: v for k, v in row.items() if k not in ("published", "rules")}], articles, statements, mentions, undated
    )
    row["text"] = zlib.compress(text)
    source = {name: getattr(document.source, name) for name in ("name", "home", "zone")}
    content = {"sha256": document.sha256, "raw": zlib.compress(document.raw), "size": len(document.raw)}
    return Intake(
        document.path, document.sha256, digest, len(text), source, content, row, articles, statements, mentions, undated
    )


def _digest(*rows: Iterable[Values]) -> str:
    digest = blake2b(digest_size=16)
    for some in rows:
        digest.update(codec.dumps(list(some)).encode("utf-8"))
    return digest.hexdigest()


def _article(document: Document, number: int, article: Article) -> Values:
    return {
        "key": article.key,
        "number": number,
        "role": article.role,
        "headline": unwrap(article.headline.of(document.text)).strip() if article.headline else "",
        "published": article.dct.date.text if article.dct.date else None,
        "payload": codec.article_payload(article),
    }


def _statements(
    document: Document, events: Iterable[Event], articles: dict[str, Values]
) -> tuple[list[Values], list[Values]]:
    statements, mentions = [], []
    for number, event in enumerate(events):
        if not event.mentions:
            raise ValueError(f"event {event.id} has no mention")
        statements.append({"number": number, "id": event.id, "payload": codec.dumps(codec.event_payload(event))})
        for position, mention in enumerate(event.mentions):
            article = articles.get(mention.article)
            if article is None:
                raise ValueError(
                    f"offset {mention.start}: event {event.id} stands in an unknown article {mention.article!r}"
                )
            if not 0 <= mention.start < mention.end <= len(document.text):
                raise ValueError(f"offset {mention.start}: event {event.id} is quoted from outside the text")
            if (mention.document, mention.sha256) != (document.path, document.sha256):
                raise ValueError(f"offset {mention.start}: event {event.id} is quoted from {mention.document}")
            timex = mention.timex
            mentions.append(
                {
                    "statement": number,
                    "position": position,
                    **{name: getattr(mention, name) for name in ("article", "start", "end", "quote", "trigger")},
                    "timex_start": timex.start,
                    "timex_end": timex.end,
                    "timex_text": timex.text,
                    "timex": codec.dumps(codec.timex_payload(timex)),
                    "headline": None if mention.headline == article["headline"] else mention.headline,
                    "published": None if mention.published == article["published"] else mention.published or "",
                }
            )
    return statements, mentions
