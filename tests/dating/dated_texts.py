"""Dates texts as the pipeline does."""

from __future__ import annotations

from datetime import date

from timeline.dating import date_articles
from timeline.layout import flow, split
from timeline.model import Dct, Document
from timeline.read import read_text
from timeline.timex import tag
from timeline.timex.orthography import folded


def dcts(document: Document, published: date | str | None = None) -> list[Dct]:
    """The date of each article of a document."""
    articles = split(document)
    flows = {article.key: flow(document, article) for article in articles}
    return [article.dct for article in date_articles(document, articles, flows, tag, published, fold=folded)]


def dct_of(text: str, url: str = "", published: date | str | None = None) -> Dct:
    """The date of a text's first article."""
    return dcts(read_text(text, url=url), published)[0]
