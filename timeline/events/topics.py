"""Topics by weighted keywords, read from ``topics.toml`` or a user's copy of it.

>>> classify("首届音乐节在市体育馆开幕", load())[0]
'culture'
"""

from __future__ import annotations

import os
import tomllib
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property, lru_cache
from operator import itemgetter
from pathlib import Path

from timeline import regex as re

_STRONG = 3
_ENOUGH = 2
_MOST = 3
_PLAIN = 6
_OFTEN = 3  # a word told more often says no more
_ABOUT = 2


@dataclass(frozen=True, slots=True)
class Topic:
    """One topic: its slug, its labels, its colour (``#rrggbb``) and the weight of each word that speaks for it.

    ``procedure`` are those words that tell how a matter is dealt with (立案, 一审), whatever it is of; a topic that
    ``carries`` is that of all that a page of it tells; ``broader`` is the wider one that an event of this alone is of too.
    """

    slug: str
    label: str
    english: str
    colour: str
    weights: Mapping[str, int]
    procedure: tuple[str, ...] = ()
    carries: bool = False
    broader: str = ""


class Topics(dict[str, Topic]):
    """The topics by slug, with their words as they are looked for in a text, made once."""

    @cached_property
    def speaking(self) -> dict[str, list[tuple[str, int]]]:
        """For each word the (slug, weight) pairs that it speaks for."""
        table: dict[str, list[tuple[str, int]]] = {}
        for topic in self.values():
            for word, weight in topic.weights.items():
                table.setdefault(word, []).append((topic.slug, weight))
        return table

    @cached_property
    def dealing(self) -> tuple[Topic, ...]:
        """The topics that have words for how a matter is dealt with."""
        return tuple(topic for topic in self.values() if topic.procedure)

    @cached_property
    def by_beginning(self) -> dict[str, list[str]]:
        """The words of two characters or more by their first two, the longest first."""
        table: dict[str, list[str]] = {}
        for word in sorted(self.speaking, key=len, reverse=True):
            if len(word) > 1:
                table.setdefault(word[:2], []).append(word)
        return table

    @cached_property
    def beginning(self) -> re.Pattern[str]:
        """Where a word of two characters or more may begin."""
        first, second = (_any_of(pair[k] for pair in self.by_beginning) for k in range(2))
        return re.compile(f"{first}(?={second})")

    @cached_property
    def single(self) -> re.Pattern[str]:
        """The words of one character."""
        return re.compile(_any_of(word for word in self.speaking if len(word) == 1))

    def weighed(self, words: Iterable[str]) -> dict[str, int]:
        """How strongly some words speak for each topic."""
        found: dict[str, int] = {}
        for word in words:
            for slug, weight in self.speaking[word]:
                found[slug] = found.get(slug, 0) + weight
        return found


def _is_cut(found: list[tuple[int, int, str]], number: int, topics: Topics) -> bool:
    """Whether a word that says little is cut out of two others, the second of which says much: 动工 in 启动工业用地."""
    _, end, word = found[number]
    if any(weight == _STRONG for _, weight in topics.speaking[word]):
        return False
    for at, behind, other in found[number + 1 : number + 4]:
        if at < end < behind and any(weight == _STRONG for _, weight in topics.speaking[other]):
            return True
    return False


def _any_of(characters: Iterable[str]) -> str:
    """A pattern for one of some characters, for nothing where there are none."""
    listed = "".join(sorted(map(re.escape, set(characters))))
    return f"[{listed}]" if listed else "(?!)"


class TopicWords:
    """The topics' words in a text, looked up once for all that is asked of its parts.

    >>> TopicWords("首届音乐节在市体育馆开幕", load()).within(2, 8)
    {'音乐节'}
    """

    def __init__(self, text: str, topics: Topics) -> None:
        begun = topics.by_beginning
        places = [match.start() for match in topics.beginning.finditer(text)]
        found = [
            (at, at + len(word), word)
            for at in places
            for word in begun.get(text[at : at + 2], ())
            if text.startswith(word, at)
        ]
        found += [(match.start(), match.end(), match[0]) for match in topics.single.finditer(text)]
        found.sort(key=itemgetter(0))
        self._found = [one for k, one in enumerate(found) if not _is_cut(found, k, topics)]

    def within(self, start: int, end: int) -> set[str]:
        """The words that stand in ``text[start:end]``; of those that overlap the first, and of these the longest."""
        return set(self._told(start, end))

    def counted(self, start: int, end: int) -> Counter[str]:
        """How often each of these words stands there."""
        return Counter(self._told(start, end))

    def _told(self, start: int, end: int) -> list[str]:
        words, free = [], start
        for at, behind, word in self._found[bisect_left(self._found, (start,)) : bisect_left(self._found, (end,))]:
            if at >= free and behind <= end:
                words.append(word)
                free = behind
        return words


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
        if strange := {entry["broader"] for entry in table.values() if "broader" in entry} - table.keys():
            raise TopicsError(f"{file}: broader names {', '.join(sorted(strange))}, and there is no such topic")
        return Topics(
            (
                slug,
                Topic(
                    slug,
                    entry["label"],
                    entry["english"],
                    entry["colour"],
                    {
                        **dict.fromkeys(entry.get("silent", ()), 0),
                        **dict.fromkeys(entry["words"], 1),
                        **dict.fromkeys(entry["strong"], _STRONG),
                    },
                    tuple(entry.get("procedure", ())),
                    bool(entry.get("carries")),
                    entry.get("broader", ""),
                ),
            )
            for slug, entry in table.items()
        )
    except (tomllib.TOMLDecodeError, KeyError, TypeError, UnicodeDecodeError) as error:
        raise TopicsError(
            f"{file}: {error}: each topic needs label, english, colour and the lists strong and words"
        ) from error


def resolve(name: str, topics: Mapping[str, Topic]) -> str | None:
    """The slug for a slug or a label in either language and script; None when there is no such topic."""
    wanted = _plain(name)
    for topic in topics.values():
        if wanted in _names(topic):
            return topic.slug
    return None


def unknown(name: str, topics: Mapping[str, Topic]) -> str:
    """That there is no topic of that name, and those that may be meant, else all there are.

    >>> unknown("交通", load())
    "'交通' is not a topic; did you mean transport 交通出行?"
    """
    wanted = _plain(name)
    close = set(get_close_matches(wanted, [each for topic in topics.values() for each in _names(topic)], 3, 0.6))
    near = [topic for topic in topics.values() if close.intersection(_names(topic)) or _speaks(topic, wanted)]
    near = near or [topic for topic in topics.values() if not set(wanted).isdisjoint(topic.label)]
    named = ", ".join(f"{topic.slug} {topic.label}" for topic in near or topics.values())
    told = f"did you mean {named}?" if near else f"choose from {named}"
    return f"{name!r} is not a topic; {told}"


def _plain(name: str) -> str:
    from timeline.timex.orthography import folded

    bare = name.strip().casefold()
    return bare if bare.isascii() else folded(bare)


def _names(topic: Topic) -> tuple[str, ...]:
    return topic.slug, topic.label.casefold(), topic.english.casefold()


def _speaks(topic: Topic, wanted: str) -> bool:
    """Whether a name is part of a topic's, or one of the words that speak for it."""
    part = len(wanted) > 1 and any(wanted in each for each in _names(topic))
    return part or (len(wanted) > 1 and wanted in topic.weights)


def words_of(text: str, topics: Topics) -> set[str]:
    """The words of ``text`` that speak for a topic; of those that overlap the first, and of these the longest."""
    return TopicWords(text, topics).within(0, len(text))


def subject(told: Mapping[str, int], named: Iterable[str], topics: Topics, *, alone: bool = False) -> tuple[str, ...]:
    """The one or two topics that an article is about: by the words of its headline and of the institution that it is set
    in (``named``), which count double, and by those of its body with how often each is ``told``; none without enough.

    ``alone`` asks for one that nearly all is of: the entries of a chronicle are of many things.
    """
    scores = {slug: 2 * score for slug, score in topics.weighed(named).items()}
    dealt: dict[str, int] = {}
    for word, times in told.items():
        for slug, weight in topics.speaking[word]:
            if word in topics[slug].procedure:
                dealt[slug] = min(_PLAIN, dealt.get(slug, 0) + weight)
            else:
                scores[slug] = scores.get(slug, 0) + weight * min(times, _OFTEN)
    for slug, score in dealt.items():
        scores[slug] = scores.get(slug, 0) + score
    ranked = sorted(((score, slug) for slug, score in scores.items()), reverse=True)
    if not ranked or ranked[0][0] < _PLAIN:
        return ()
    if alone:
        return (ranked[0][1],) if len(ranked) < 2 or ranked[0][0] >= 2 * ranked[1][0] else ()
    return tuple(slug for score, slug in ranked[:2] if score * 3 >= ranked[0][0] * 2)


def classify(clause: str, topics: Topics) -> tuple[str, ...]:
    """The topics of a text, best first; one without a good match has none."""
    return of_words(words_of(clause, topics), topics)


def says_enough(words: Iterable[str], topics: Topics) -> bool:
    """Whether some words decide a topic by themselves."""
    return max(topics.weighed(words).values(), default=0) >= _ENOUGH


def of_words(
    words: Iterable[str],
    topics: Topics,
    context: Callable[[], Mapping[str, int]] | None = None,
    about: Iterable[str] = (),
) -> tuple[str, ...]:
    """The topics of an event, best first: its own words decide, the weights of its context (headline, sentence), asked
    for only then, break the silence, and what its article is ``about`` counts beside a few words of its own.

    An event without a good match has none.
    """
    told = frozenset(words)
    own = topics.weighed(told)
    for topic in topics.dealing if len(own) > 1 else ():
        if dealing := told.intersection(topic.procedure):
            # 审理一起专利侵权案 is of the patent, however much it tells of the court
            weight = sum(topic.weights[word] for word in dealing)
            matters = max((score for slug, score in own.items() if slug != topic.slug), default=0)
            own[topic.slug] -= max(0, weight - max(_STRONG, 2 * _STRONG if matters < _STRONG else 0))
    if max(own.values(), default=0) < _ENOUGH and context:
        for slug, score in context().items():
            own[slug] = own.get(slug, 0) + score
    own_matter = tuple(about)
    dealt = [_ABOUT] + [
        own[t.slug] for t in topics.dealing if t.slug not in own_matter and not told.isdisjoint(t.procedure)
    ]
    for slug in own_matter:
        own[slug] = max(own.get(slug, 0) + max(dealt), max(own.values(), default=0) if topics[slug].carries else 0)
    ranked = sorted((-score, slug) for slug, score in own.items() if score >= _ENOUGH)
    best = tuple(slug for score, slug in ranked[:_MOST] if -score * 2 >= -ranked[0][0])
    wider = dict.fromkeys(topics[slug].broader for slug in best)
    return best if "" in wider else (*best, *wider)
