"""An event that a person tells by hand, as a document of its own, so that it can be traced like any other.

>>> told = Addition("新桥通车", "2019-08-01", words="2019年8月1日", source="滨江晚报")
>>> note(told, "编辑", "", "2026-05-02T08:00:00Z").text.splitlines()[:2]
['新桥通车', '2019年8月1日']

The document holds what the person wrote: title, date, the quoted words, the source, and who wrote it when and why.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields, replace
from hashlib import sha256
from typing import Any

from timeline.model import Article, Dct, Document, Event, Extraction, Mention, Source, Span, Timex
from timeline.store import codec
from timeline.store.corrections.fields import CorrectionError, checked, dated

#: The folder under which these documents stand, and what stands where others name the rules that read them.
FOLDER, RULES = "by-hand", "by hand"


@dataclass(frozen=True, slots=True)
class Addition:
    """What a person tells of an event: ``date`` as ``fields.dated`` reads it, ``words`` the date as they wrote it.

    ``source`` names the publication, ``quote`` its words, ``url`` where they can be read.
    """

    title: str
    date: str
    words: str = ""
    source: str = ""
    quote: str = ""
    url: str = ""
    kind: str = "milestone"
    modality: str = "reported"
    topics: tuple[str, ...] = ()
    place: str | None = None

    def __post_init__(self) -> None:
        for name in ("title", "date", "kind", "modality", "place"):
            object.__setattr__(self, name, checked(name, getattr(self, name)))
        object.__setattr__(self, "topics", tuple(checked("topics", list(self.topics))))
        for name in ("words", "source", "quote", "url"):
            object.__setattr__(self, name, " ".join(str(getattr(self, name) or "").split()))
        if not self.source:
            raise CorrectionError("an event has a source: say with --source where you know it from")
        object.__setattr__(self, "words", self.words or self.date)

    @property
    def id(self) -> str:
        """The event's id: the same for whoever tells the same, whenever."""
        said = codec.dumps([self.title, self.date, self.source, self.quote, self.url])
        return sha256(said.encode("utf-8", "surrogateescape")).hexdigest()[:12]

    @property
    def path(self) -> str:
        """The path of its document."""
        return f"{FOLDER}/{self.id}.txt"

    def payload(self) -> dict[str, Any]:
        """The addition as a JSON object."""
        return {name: list(held) if isinstance(held, tuple) else held for name, held in asdict(self).items()}

    @classmethod
    def of(cls, payload: Any) -> Addition:
        """The addition of a payload; raises CorrectionError."""
        names = {each.name for each in fields(cls)}
        if not isinstance(payload, dict) or not {"title", "date"} <= payload.keys():
            raise CorrectionError("an added event has a title, a date and a source")
        return cls(**{name: held for name, held in payload.items() if name in names})


def note(told: Addition, who: str, why: str, when: str) -> Document:
    """The document that a person's words make."""
    from timeline.read import read_text

    lines = [told.title, told.words, told.quote, " ".join(filter(None, (told.source, told.url))), f"{who} {when} {why}"]
    text = "\n".join(line for line in lines if line).rstrip() + "\n"
    return replace(read_text(text, told.path), source=Source(told.source), url=told.url, title=told.title, clues=())


def extraction(told: Addition, who: str, why: str, when: str) -> Extraction:
    """What the document states: one article with one event, and no publication date."""
    document = note(told, who, why, when)
    lines = _lines(document.text)
    undated = Dct(None, (), f"written by hand by {who} on {when[:10]}")
    article = Article("a1", "notice", ((*lines[1:],),), lines[0], None, who, undated)
    date = dated(told.date)
    stamp = lines[1]
    timex = Timex(
        *(stamp.start, stamp.end, told.words, date.edtf, date.begin, date.until),
        *("TIME" if date.granularity == "minute" else "DATE", "explicit", date.granularity, date.part),
        rule=RULES,
        steps=() if told.words == date.edtf else (f"{who} wrote {told.words!r} for {date.edtf}",),
        approximate=date.approximate,
        uncertain=date.uncertain,
    )
    quote = lines[2] if told.quote else lines[0]
    mention = Mention(
        *(document.path, document.sha256, told.source, article.key, told.title, None, quote.start, quote.end),
        *(quote.of(document.text), timex),
    )
    event = Event(
        *(told.id, told.title, told.kind, told.modality, 1.0, told.topics, date, (mention,), told.place),
        details={"url": told.url} if told.url else {},
    )
    return Extraction(document, (article,), (timex,), (event,))


def _lines(text: str) -> list[Span]:
    spans, start = [], 0
    for line in text.splitlines(keepends=True):
        spans.append(Span(start, start + len(line.rstrip("\n"))))
        start += len(line)
    return spans
