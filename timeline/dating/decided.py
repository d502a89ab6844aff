"""A person's word on when a document, or one of its articles, was published: it stands over all evidence.

>>> Decided("2025-04-22", why="报头写的").article
''
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from timeline import edtf
from timeline.dating.days import of_edtf
from timeline.layout import unwrap
from timeline.model import Article, Dct, Document, Evidence

_OPENING = 40


@dataclass(frozen=True, slots=True)
class Decided:
    """One correction: the date as EDTF, of which article (its key and its first words; "" for the whole document), who
    said it, why, and when (UTC in ISO 8601)."""

    edtf: str
    article: str = ""
    opening: str = ""
    who: str = ""
    why: str = ""
    when: str = ""


def opening(document: Document, article: Article) -> str:
    """The first words of an article, by which it is known again when it is read anew and has another key."""
    return "".join(unwrap(article.span.of(document.text)).split())[:_OPENING]


def overruled(document: Document, articles: Iterable[Article], decided: Sequence[Decided]) -> tuple[Article, ...]:
    """The articles with what a person decided in place of their dates; of several decisions the last one counts, and
    one on an article over one on its document. Raises EdtfError for a decision that is no EDTF."""
    articles = tuple(articles)
    if not decided:
        return articles
    of_all = next((each for each in reversed(decided) if not each.article), None)
    own: dict[str, Decided] = {}
    for each in decided:
        if each.article and (meant := _meant(document, articles, each)):
            own[meant] = each
    return tuple(
        replace(article, dct=_stated(article.dct, word)) if (word := own.get(article.key, of_all)) else article
        for article in articles
    )


def _meant(document: Document, articles: tuple[Article, ...], decided: Decided) -> str | None:
    """The key that an article has now: the one with its first words, its own key before any other."""
    same = [each.key for each in articles if opening(document, each) == decided.opening]
    if decided.article in same or not decided.opening:
        return decided.article
    return same[0] if len(same) == 1 else None


def _stated(dct: Dct, decided: Decided) -> Dct:
    value = edtf.parse(decided.edtf)
    facts = (("who", decided.who), ("when", decided.when))
    return given(dct, Evidence("corrected", value.text, value.text, decided.why, facts=facts, left=value.text))


def given(dct: Dct, word: Evidence) -> Dct:
    """A dating in which a person's word stands over all evidence; what contradicts it is kept, unused."""
    allowed = of_edtf(word.edtf)
    rest = (
        replace(each, left="", used=True, against=("", ""))
        if of_edtf(each.edtf).within(allowed)
        else replace(each, left="", used=False, against=(word.kind, word.words))
        for each in dct.evidence
    )
    return Dct(edtf.parse(word.edtf), (word, *rest), revised=dct.revised)
