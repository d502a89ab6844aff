"""The pipeline's values as JSON and back; what has its default is left out, what comes back is equal.

>>> clues_of(clues_payload((Clue("url", "2025-04-23", "202504/23"),)))
(Clue(kind='url', edtf='2025-04-23', words='202504/23'),)
"""

from __future__ import annotations

import json
from dataclasses import MISSING, fields
from datetime import date, datetime
from functools import lru_cache
from typing import Any, TypeVar

from timeline import edtf
from timeline.edtf import Bound
from timeline.model import Article, Clue, Dct, Event, Evidence, Mention, Span, Timex, When

_T = TypeVar("_T")
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode

#: The store's own columns and the mentions' own table hold these, not the payload.
_ELSEWHERE = frozenset({"id", "mentions", "revision", "first_seen", "last_changed"})


def dumps(value: Any) -> str:
    """Compact JSON with sorted keys: equal values give equal texts."""
    return _encode(value)


def _made(kind: type[_T], values: dict[str, Any]) -> _T:
    try:
        return kind(**values)
    except TypeError:  # stored by a version whose values had other fields
        made: Any = kind
        names = dict(_fields(made))
        return kind(**{name: value for name, value in values.items() if name in names})


def _bound(text: str | None) -> Bound | None:
    if text is None:
        return None
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)


@lru_cache(maxsize=32)
def _fields(kind: Any) -> tuple[tuple[str, Any], ...]:
    """The fields of a dataclass or NamedTuple with their defaults, MISSING where one must be given."""
    if issubclass(kind, tuple):
        return tuple((name, kind._field_defaults.get(name, MISSING)) for name in kind._fields)
    return tuple(
        (each.name, each.default if each.default_factory is MISSING else each.default_factory())
        for each in fields(kind)
    )


@lru_cache(maxsize=32)
def _defaults(kind: Any) -> tuple[tuple[str, Any], ...]:
    return tuple(field for field in _fields(kind) if field[0] not in ("begin", "until"))


def _sparse(value: Any) -> dict[str, Any]:
    kind: Any = type(value)
    return {name: held for name, default in _defaults(kind) if (held := getattr(value, name)) != default}


def _dated(value: Timex | When) -> dict[str, Any]:
    kept = _sparse(value)
    for name in ("begin", "until"):
        bound: Bound | None = getattr(value, name)
        if bound is not None:
            kept[name] = bound.isoformat()
    return kept


def timex_payload(timex: Timex) -> dict[str, Any]:
    """A time expression as a JSON object."""
    return _dated(timex)


def timex_of(payload: dict[str, Any]) -> Timex:
    """The time expression of a payload."""
    payload.setdefault("edtf", None)
    payload["begin"], payload["until"] = _bound(payload.get("begin")), _bound(payload.get("until"))
    if "steps" in payload:
        payload["steps"] = tuple(payload["steps"])
    return _made(Timex, payload)


def event_payload(event: Event) -> dict[str, Any]:
    """An event without its mentions and without what the store adds, as a JSON object."""
    kept = {name: held for name, held in _sparse(event).items() if name not in _ELSEWHERE}
    kept["when"] = _dated(event.when)
    return kept


def event_of(payload: dict[str, Any], **stored: Any) -> Event:
    """The event of a payload; ``stored`` gives its id, its mentions and the store's columns."""
    when = payload["when"]
    payload["when"] = _made(When, {**when, "begin": _bound(when.get("begin")), "until": _bound(when.get("until"))})
    for name in ("topics", "actors", "reasons", "conflicts", "aliases"):
        payload[name] = tuple(payload.get(name, ()))
    payload["links"] = tuple((relation, target) for relation, target in payload.get("links", ()))
    return _made(Event, {**payload, **stored})


def mention_payload(mention: Mention) -> dict[str, Any]:
    """A mention, whole, as a JSON object: for tombstones, whose documents may say something else by now."""
    return {**_sparse(mention), "timex": timex_payload(mention.timex)}


def mention_of(payload: dict[str, Any]) -> Mention:
    """The mention of a payload."""
    payload.setdefault("published", None)
    return _made(Mention, {**payload, "timex": timex_of(payload["timex"])})


def tombstone(event: Event) -> str:
    """An event with its mentions, as it last was."""
    return dumps(
        {**event_payload(event), "id": event.id, "mentions": [mention_payload(each) for each in event.mentions]}
    )


def risen(text: str, **stored: Any) -> Event:
    """The event of a tombstone."""
    payload = json.loads(text)
    mentions = tuple(mention_of(each) for each in payload.pop("mentions"))
    return event_of(payload, mentions=mentions, **stored)


def _pair(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span else None


def _span(pair: list[int] | None) -> Span | None:
    return Span(*pair) if pair else None


def article_payload(article: Article) -> str:
    """An article's spans, DCT and evidence as JSON; key and role have their own columns."""
    dct = article.dct
    return dumps(
        {
            "paragraphs": [[_pair(line) for line in paragraph] for paragraph in article.paragraphs],
            "headline": _pair(article.headline),
            "byline": _pair(article.byline),
            "section": _pair(article.section),
            "reporter": article.reporter,
            "date": dct.date.text if dct.date else None,
            "reason": dct.reason,
            "facts": dct.facts,
            "revised": dct.revised,
            "evidence": [{**_sparse(each), "span": _pair(each.span)} for each in dct.evidence],
        }
    )


def article_of(key: str, role: str, text: str) -> Article:
    """The article of a payload."""
    payload = json.loads(text)
    evidence = tuple(_evidence(each) for each in payload["evidence"])
    dated = edtf.parse(payload["date"]) if payload["date"] else None
    return Article(
        key,
        role,
        tuple(tuple(Span(*line) for line in paragraph) for paragraph in payload["paragraphs"]),
        _span(payload["headline"]),
        _span(payload["byline"]),
        payload["reporter"],
        Dct(dated, evidence, payload["reason"], _facts(payload), payload.get("revised", "")),
        _span(payload.get("section")),
    )


def _evidence(payload: dict[str, Any]) -> Evidence:
    against = tuple(payload.get("against", ("", "")))
    return _made(Evidence, {**payload, "span": _span(payload["span"]), "facts": _facts(payload), "against": against})


def _facts(payload: dict[str, Any]) -> tuple[tuple[str, str | int], ...]:
    return tuple((name, value) for name, value in payload.get("facts", ()))


def clues_payload(clues: tuple[Clue, ...]) -> str:
    """A document's clues as JSON."""
    return dumps([[clue.kind, clue.edtf, clue.words] for clue in clues])


def clues_of(text: str) -> tuple[Clue, ...]:
    """The clues of a payload."""
    return tuple(Clue(*clue) for clue in json.loads(text))
