"""The frozen values that the stages hand to each other: Document, Article, Dct, Timex, Mention, Event.

>>> Span(3, 8).of("登山在4月26日举行")
'4月26日'

Every offset is a code point into the document's decoded text, half open, before any unwrapping.
"""

from __future__ import annotations

from dataclasses import MISSING, dataclass, field, fields
from typing import Any, NamedTuple, TypeVar

from timeline.edtf import Bound, Edtf

KINDS = ("activity", "milestone", "indicator", "incident")
MODALITIES = ("reported", "planned", "postponed", "cancelled")
RESOLUTIONS = ("explicit", "relative", "inherited", "derived")


_C = TypeVar("_C")


def filled_directly(made: type[_C]) -> type[_C]:
    """The same frozen dataclass, made in half the time: for values that are made by the hundred thousand.

    The generated ``__init__`` of a frozen class sets each field by name through ``object.__setattr__``; this one fills the
    slots.
    """
    known: dict[str, Any] = {"MISSING": MISSING}
    taken, body = [], ""
    for each in fields(made):  # type: ignore[arg-type]
        name, value = each.name, each.name
        known[f"set_{name}"] = getattr(made, name).__set__
        if each.default is not MISSING:
            known[f"default_{name}"] = each.default
            taken.append(f"{name}=default_{name}")
        elif each.default_factory is not MISSING:
            known[f"make_{name}"] = each.default_factory
            taken.append(f"{name}=MISSING")
            value = f"make_{name}() if {name} is MISSING else {name}"
        else:
            taken.append(name)
        body += f"    set_{name}(self, {value})\n"
    exec(f"def __init__(self, {', '.join(taken)}):\n{body}", known)
    made.__init__ = known["__init__"]  # type: ignore[method-assign]
    return made


@filled_directly
@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open code-point offsets ``[start, end)`` into a document's decoded text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """What is printed there."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Source:
    """A publication: its name, its home page and its time zone (an IANA name)."""

    name: str
    home: str = ""
    zone: str = "Asia/Shanghai"


@dataclass(frozen=True, slots=True)
class Clue:
    """What the container says of a document's date: a URL, an HTML meta tag, a feed entry, ``--published``.

    ``kind`` is one of ``published``, ``feed``, ``meta``, ``modified`` (when it was last changed), ``url``, ``filename``,
    ``pdf``; ``edtf`` the date it states; ``words`` what was read there.
    """

    kind: str
    edtf: str
    words: str


@dataclass(frozen=True, slots=True)
class Document:
    """One file, page or URL as read.

    ``path`` is how it was named by the user (relative paths stay relative, with ``/``); ``sha256`` is over the raw
    bytes (``raw``); ``text`` the decoded text that all spans point into; ``encoding_confidence`` 0..1.
    """

    path: str
    sha256: str
    media_type: str
    encoding: str
    text: str
    source: Source = Source("")
    url: str = ""
    title: str = ""
    encoding_confidence: float = 1.0
    clues: tuple[Clue, ...] = ()
    raw: bytes = field(default=b"", repr=False)


@filled_directly
@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason for an article's date: where it stands, what it says, and how far it narrows.

    ``kind`` names the rule; ``words`` the quoted words; ``span`` where they stand (None for a clue outside the text);
    ``edtf`` the days that it allows; ``note`` what a person said of it; ``weight`` 0..1; ``used`` False when other
    evidence contradicted and outweighed it, which is ``against`` (its kind and words; "" for all of it together).
    ``facts`` are names and numbers that the reasoning rests on, worded by ``timeline.render.reasons``; ``left`` the days
    that this and all weightier evidence leave, in ``stretches`` pieces.
    """

    kind: str
    words: str
    edtf: str
    note: str = ""
    span: Span | None = None
    weight: float = 1.0
    used: bool = True
    facts: tuple[tuple[str, str | int], ...] = ()
    left: str = ""
    stretches: int = 1
    against: tuple[str, str] = ("", "")


@filled_directly
@dataclass(frozen=True, slots=True)
class Dct:
    """Document creation time: when an article was published, with the evidence for it.

    ``date`` is None for an undated article, and ``reason`` then says why: ``silent``, ``weak``, ``wide``, ``years``,
    ``yearly``, ``torn``, with what they rest on in ``facts`` (worded by ``timeline.render.reasons``), or a sentence.
    ``revised`` is the day on which the page says that it was changed after it was published, as EDTF, or "".
    """

    date: Edtf | None
    evidence: tuple[Evidence, ...] = ()
    reason: str = ""
    facts: tuple[tuple[str, str | int], ...] = ()
    revised: str = ""


@filled_directly
@dataclass(frozen=True, slots=True)
class Article:
    """One news item, notice, box or caption inside a document.

    ``key`` is unique in its document and stable under re-reading (``a1``, ``a2`` … in reading order); ``headline`` and
    ``byline`` are spans or None; ``paragraphs`` is the body in reading order, each paragraph the spans of its printed
    lines (a column break may lie between two of them); ``role`` is ``news``, ``notice``, ``caption``, ``weather`` or
    ``furniture`` (slogans, mastheads: never makes an event). ``section`` is where the name of its page or column stands,
    which is furniture of the page, or None.
    """

    key: str
    role: str
    paragraphs: tuple[tuple[Span, ...], ...]
    headline: Span | None = None
    byline: Span | None = None
    reporter: str = ""
    dct: Dct = Dct(None, (), "not dated yet")
    section: Span | None = None

    @property
    def span(self) -> Span:
        """From the first to the last character that belongs to the article."""
        spans = [line for paragraph in self.paragraphs for line in paragraph]
        spans += [span for span in (self.headline, self.byline) if span]
        return Span(min(s.start for s in spans), max(s.end for s in spans))


class Timex(NamedTuple):
    """One time expression (ISO-TimeML TIMEX3); a tuple, which is made in a fifth of the time of a frozen dataclass.

    ``edtf`` is None for what has no place on the calendar (vague words, durations, sets). ``part`` says which portion
    of the value is meant: ``morning``, ``afternoon``, ``evening``, ``early``, ``mid``, ``late``, ``end``.
    ``rule`` names the rule that read it, ``anchor`` what it was resolved from, ``steps`` the arithmetic in words.
    ``bound`` is ``from`` (起, 自, 以来), ``to`` (止, 截至, 前), ``after`` or "".
    """

    start: int
    end: int
    text: str
    edtf: str | None
    begin: Bound | None
    until: Bound | None
    type: str
    resolution: str
    granularity: str = ""
    part: str | None = None
    anchor: str = ""
    rule: str = ""
    steps: tuple[str, ...] = ()
    bound: str = ""
    approximate: bool = False
    duration: str = ""
    alternative: str | None = None
    warning: str = ""
    uncertain: bool = False  # one of the days of ``edtf``, not all of them: 昨日 on a page dated to a week
    recurrence: str = ""  # of a SET with a stated rule: an RRULE (see timeline.timex.recurrence)

    def at(self, start: int, end: int, text: str) -> Timex:
        """The same expression at other offsets and in other words."""
        return Timex(start, end, text, *self[3:])


@filled_directly
@dataclass(frozen=True, slots=True)
class Mention:
    """One statement of an event in one article.

    ``start``/``end`` delimit the quote in the document's decoded text; ``quote`` is that text without line wraps;
    ``trigger`` the word that made it an event.
    """

    document: str
    sha256: str
    source: str
    article: str
    headline: str
    published: str | None
    start: int
    end: int
    quote: str
    timex: Timex
    trigger: str = ""


@filled_directly
@dataclass(frozen=True, slots=True)
class When:
    """An event's date: the EDTF value and which part of it is meant."""

    edtf: str
    begin: Bound | None
    until: Bound | None
    granularity: str
    part: str | None = None
    approximate: bool = False
    uncertain: bool = False


@filled_directly
@dataclass(frozen=True, slots=True)
class Event:
    """What happened or will: one or more mentions, merged.

    ``details`` holds a notice's ``registration``, ``fee``, ``contact``, ``audience``, ``host``, ``url``; ``links``
    pairs of (relation, event id), the relation being what the other event is to this one: a stage of a rule's life
    (``adopted``, ``published``, ``in-force``, ``revised``, ``expires``), ``repeals``, ``repealed-by``, ``moved-to``,
    ``moved-from``; ``reasons`` say why the mentions were merged; ``conflicts`` say where they disagree. ``recurrence`` is
    the RRULE of what repeats by a stated rule, counted from ``when``'s first day (see timeline.timex.recurrence). ``read``
    holds what was read where a person decided, by field (see timeline.store.corrections.fields). ``revision``,
    ``first_seen`` and ``last_changed`` are the store's.
    """

    id: str
    title: str
    kind: str
    modality: str
    salience: float
    topics: tuple[str, ...]
    when: When
    mentions: tuple[Mention, ...]
    place: str | None = None
    actors: tuple[str, ...] = ()
    details: dict[str, str] = field(default_factory=dict)
    links: tuple[tuple[str, str], ...] = ()
    reasons: tuple[str, ...] = ()
    conflicts: tuple[dict[str, Any], ...] = ()
    aliases: tuple[str, ...] = ()
    recurrence: str = ""
    read: dict[str, Any] = field(default_factory=dict)
    revision: int = 1
    first_seen: str = ""
    last_changed: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A statement worth keeping that carries no date: listed by ``timeline undated``, never placed."""

    document: str
    article: str
    start: int
    end: int
    quote: str
    reason: str


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that one document gave: its articles (dated), time expressions, events and undated facts."""

    document: Document
    articles: tuple[Article, ...]
    timexes: tuple[Timex, ...]
    events: tuple[Event, ...]
    undated: tuple[Fact, ...] = ()
