"""An article while it is being put together, and how well a heading's words agree with a text.

>>> agreement("读书会六月开张", "读书会将在六月十五日开张")
0.6666666666666666
"""

from __future__ import annotations

from dataclasses import dataclass, field

from timeline import regex as re
from timeline.layout.bylines import reporters
from timeline.layout.lines import Unit
from timeline.layout.marks import LEAD, LOST, MARKDOWN, SALUTATION, WEATHER

_WORDS = re.compile(r"[\u4e00-\u9fffA-Za-z0-9]+")
#: How much of a body is read for its words.
BODY_READ = 4000
#: A short news item has hardly more characters.
_BRIEF = 400
#: Among so many articles of a page one is looked for.
_MOST = 60


@dataclass(slots=True)
class Draft:
    """An article while it is being put together; units in reading order."""

    role: str = "news"
    headline: list[Unit] = field(default_factory=list)
    body: list[Unit] = field(default_factory=list)
    byline: Unit | None = None
    marked: bool = False  # opened by 本报讯 or a dateline
    closed: bool = False
    words: str | None = None

    def text(self) -> str:
        if self.words is None:
            self.words = "".join(unit.text for unit in self.body)[:BODY_READ]
        return self.words

    def told(self) -> str:
        """Its headline and its text."""
        return "".join(unit.text for unit in self.headline) + self.text()

    @property
    def letter(self) -> bool:
        """Whether it begins as a letter does, with whom it is to."""
        return bool(self.body) and len(self.body[0].text) <= 20 and SALUTATION.match(self.body[0].text) is not None

    @property
    def brief(self) -> bool:
        """Whether it is a short news item, which has no parts with headings of their own."""
        return self.marked and len(self.text()) <= _BRIEF

    @property
    def headless(self) -> bool:
        return not self.headline


def shared(heading: str, body: str) -> tuple[int, int]:
    """How many of a heading's two-character words a body holds, and how many there are."""
    runs = _WORDS.findall(heading.replace("“", "").replace("”", ""))
    pairs = {run[at : at + 2] for run in runs for at in range(len(run) - 1)}
    return sum(pair in body for pair in pairs), len(pairs)


def agreement(heading: str, body: str) -> float:
    """Share of a heading's two-character words that a body holds, 0..1."""
    held, pairs = shared(heading, body)
    return held / pairs if pairs else 0.0


def level(unit: Unit) -> int:
    """A Markdown heading's level, 0 for a heading without marks."""
    marks = MARKDOWN.match(unit.text)
    return len(marks[1]) if marks else 0


def introduced(drafts: list[Draft]) -> list[Draft]:
    """The drafts, with texts that have no head of their own given to the headline whose words they tell: the paragraphs
    that a paper sets across all columns before an article's text."""
    kept: list[Draft] = []
    for draft in drafts:
        alone = draft.role == "news" and draft.headless and draft.byline is None and not draft.marked
        owner = _named_in(drafts, draft) if alone and draft.body and len(draft.text()) >= 40 else None
        if owner is None:
            kept.append(draft)
        elif _measure(draft) > 1.2 * _measure(owner):
            owner.body[:0] = draft.body
        else:
            owner.body.extend(draft.body)
    return kept


def _named_in(drafts: list[Draft], text: Draft) -> Draft | None:
    """The one article whose headline's words a text tells, by far before all others; else None."""
    scored: list[tuple[int, int]] = []
    for place, draft in enumerate(drafts[:_MOST]):
        if draft is not text and draft.headline and draft.role == "news" and draft.body:
            held, pairs = shared("".join(unit.text for unit in draft.headline[-1:]), text.text())
            if held >= 5 and held >= 0.6 * pairs:
                scored.append((held, place))
    best = max(scored, default=None)
    return drafts[best[1]] if best and sum(2 * held > best[0] for held, _ in scored) == 1 else None


def _measure(draft: Draft) -> int:
    """The length of a draft's printed lines, in characters."""
    lengths = sorted(end - start for unit in draft.body for start, end in unit.lines)
    return lengths[len(lengths) * 3 // 4]


def role(draft: Draft) -> str:
    """The draft's role, seen from its body: an article that is all weather is ``weather``."""
    if draft.role not in ("news", "notice"):
        return draft.role
    if draft.headline and LOST.fullmatch(draft.headline[-1].text):
        return "furniture"
    if draft.role != "news":
        return draft.role
    text = draft.text()
    if text and not draft.marked and len(text) < 1500 and len(WEATHER.findall(text)) * 40 > len(text):
        return "weather"
    if draft.body and all(unit.kind == "label" for unit in draft.body):
        return "notice"
    return "news"


def credited(unit: Unit, printed: str) -> tuple[str, int, bool]:
    """The names in a lead's credit, how many characters of the unit the lead takes, and whether it holds a date, which
    keeps it in the body. ``printed`` is the unit's text before its script was folded."""
    lead = LEAD.match(unit.text)
    if not lead:
        return "", 0, True
    start, end = lead.span("credit") if lead["credit"] else lead.span("field")
    names = reporters(unit.text[start:end], printed[start:end]) if start >= 0 else ""
    return names, lead.end(), bool(lead["day"] or lead["wire"])
