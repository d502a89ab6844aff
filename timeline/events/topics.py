"""Topics by weighted keywords, read from ``topics.toml`` or a user's copy of it.

>>> classify("首届音乐节在市体育馆开幕", load())[0]
'culture'
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

_STRONG = 3
_ENOUGH = 2
_MOST = 3
_PLAIN = 6


@dataclass(frozen=True, slots=True)
class Topic:
    """One topic: its slug, its labels, its colour (``#rrggbb``) and the weight of each word that speaks for it."""

    slug: str
    label: str
    english: str
    colour: str
    weights: Mapping[str, int]


class Topics(dict[str, Topic]):
    """The topics by slug, with the pattern that finds their words, made once."""

    @cached_property
    def finder(self) -> tuple[re.Pattern[str], dict[str, list[tuple[str, int]]]]:
        """What finds the words, the longest first, and the (slug, weight) pairs that each speaks for."""
        table: dict[str, list[tuple[str, int]]] = {}
        for topic in self.values():
            for word, weight in topic.weights.items():
                table.setdefault(word, []).append((topic.slug, weight))
        pattern = "|".join(re.escape(word) for word in sorted(table, key=lambda w: (-len(w), w)))
        return re.compile(pattern), table


class TopicsError(ValueError):
    """A topics file that can't be used; the message names the file and what to mend."""


@lru_cache(maxsize=8)
def load(path: Path | None = None) -> Topics:
    """The topics by slug; raises TopicsError, OSError.

    They are read from ``path``, else from the file that TIMELINE_TOPICS names, else from the one beside this module.
    """
    file = path or Path(os.environ.get("TIMELINE_TOPICS") or Path(__file__).with_name("topics.toml"))
    try:
        table = tomllib.loads(file.read_text(encoding="utf-8"))
        return Topics(
            (
                slug,
                Topic(
                    slug,
                    entry["label"],
                    entry["english"],
                    entry["colour"],
                    {**dict.fromkeys(entry["words"], 1), **dict.fromkeys(entry["strong"], _STRONG)},
                ),
            )
            for slug, entry in table.items()
        )
    except (tomllib.TOMLDecodeError, KeyError, TypeError, UnicodeDecodeError) as error:
        raise TopicsError(
            f"{file}: {error}: each topic needs label, english, colour and the lists strong and words"
        ) from error


def resolve(name: str, topics: Mapping[str, Topic]) -> str | None:
    """The slug for a slug or a label in either language; None when there is no such topic."""
    wanted = name.strip().casefold()
    for topic in topics.values():
        if wanted in (topic.slug, topic.label.casefold(), topic.english.casefold()):
            return topic.slug
    return None


def scores(text: str, topics: Topics) -> dict[str, int]:
    """How strongly ``text`` speaks for each topic; a word counts once, the longest match at a place wins."""
    pattern, table = topics.finder
    found: dict[str, int] = {}
    for word in set(pattern.findall(text)):
        for slug, weight in table[word]:
            found[slug] = found.get(slug, 0) + weight
    return found


def dominant(text: str, topics: Topics) -> tuple[str, ...]:
    """The one or two topics that a whole article is plainly about; none of one that speaks of many things."""
    ranked = sorted(((score, slug) for slug, score in scores(text, topics).items()), reverse=True)
    if not ranked or ranked[0][0] < _PLAIN or (len(ranked) > 2 and ranked[2][0] * 3 > ranked[0][0] * 2):
        return ()
    return tuple(slug for score, slug in ranked[:2] if score * 3 >= ranked[0][0] * 2)


def classify(clause: str, topics: Topics, context: Callable[[], Mapping[str, int]] | None = None) -> tuple[str, ...]:
    """The topics of an event, best first: its own words decide, the scores of its context (headline, sentence), asked
    for only then, break the silence.

    An event without a good match has none.
    """
    own = scores(clause, topics)
    if max(own.values(), default=0) < _ENOUGH and context:
        for slug, score in context().items():
            own[slug] = own.get(slug, 0) + score
    ranked = sorted((-score, slug) for slug, score in own.items() if score >= _ENOUGH)
    return tuple(slug for score, slug in ranked[:_MOST] if -score * 2 >= -ranked[0][0])
