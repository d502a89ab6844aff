"""Reads the page set and scores what comes back: `python tests/pages/page_scoring.py [PART-OF-A-NAME | --raise]`.

`--raise` lifts the floors in ``floors.toml`` to the figures reached; nothing lowers them.

* ``body_f1``: character F1 over multisets of characters without blanks, counted article by article: each written story
  is paired with one article that was read (most characters in common first), so a paragraph in the wrong article counts
  against both; what no story has (menus, slogans in a body) counts against precision.
* ``paragraphs``: F1 over whole paragraphs without blanks: one that is cut in two, or glued to another, counts on both
  sides.
* ``order_tau``: Kendall's tau over the clauses of each story, by where they stand in the texts that were read; a clause
  that is missing is discordant with all others.
* ``split_precision``, ``split_recall``: articles that were read as written, a pair with character F1 of 0.9 or more.
* ``headline``, ``reporter``: the share of stories whose headline (without blanks) and reporters are exactly right.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from math import floor

import html_drawing
import packed_drawing
import pdf_drawing
import scan_drawing
from page_stories import HALVES, HERE, Fixture, Story, fixtures

from timeline.layout import flow, split
from timeline.model import Article, Document
from timeline.read import read_bytes

FLOORS = HERE / "floors.toml"
_BLANK = re.compile(r"\s+")
_CLAUSE = re.compile(r"[^，。；：！？、“”]{4,}")
_ENDINGS = {
    "html": "html",
    "scan": "txt",
    "docx": "docx",
    "pdf": "pdf",
    "feed": "xml",
    "archive": "zip",
    "other": "txt",
}
_TEXTS = {**html_drawing.DRAWN, **scan_drawing.DRAWN}
_BYTES = {**packed_drawing.DRAWN, **pdf_drawing.DRAWN}


@dataclass(frozen=True)
class Read:
    """An article as it came back."""

    role: str
    headline: str
    reporter: str
    body: str


@dataclass
class Tally:
    """Counts over some fixtures; ``figures`` are the shares."""

    common: int = 0
    written: int = 0
    read: int = 0
    concordant: int = 0
    pairs: int = 0
    right: int = 0
    stories: int = 0
    articles: int = 0
    headlines: int = 0
    reporters: int = 0
    whole: int = 0
    paragraphs: int = 0

    def figures(self) -> dict[str, float]:
        return {
            "body_f1": 2 * self.common / max(self.written + self.read, 1),
            "paragraphs": 2 * self.whole / max(self.paragraphs, 1),
            "order_tau": 2 * self.concordant / max(self.pairs, 1) - 1,
            "split_precision": self.right / max(self.articles, 1),
            "split_recall": self.right / max(self.stories, 1),
            "headline": self.headlines / max(self.stories, 1),
            "reporter": self.reporters / max(self.stories, 1),
        }

    def add(self, other: Tally) -> None:
        for name in self.__dataclass_fields__:
            setattr(self, name, getattr(self, name) + getattr(other, name))


def drawn(fixture: Fixture) -> bytes:
    """The bytes of a fixture's file."""
    if fixture.draw == "archive.zip":
        return packed_drawing.archive(fixture, drawn)
    if fixture.draw in _BYTES:
        return _BYTES[fixture.draw](fixture)
    errors = "xmlcharrefreplace" if fixture.draw.startswith("html") else "strict"
    return _TEXTS[fixture.draw](fixture).encode(fixture.encoding, errors)


def filename(fixture: Fixture) -> str:
    return f"{fixture.name}.{_ENDINGS[fixture.draw.partition('.')[0]]}"


def read(fixture: Fixture) -> list[Read]:
    """The fixture's articles as the project reads them, page furniture left out."""
    found = []
    for document in read_bytes(drawn(fixture), filename(fixture)):
        found += [_as_read(document, article) for article in split(document) if article.role != "furniture"]
    return found


def _as_read(document: Document, article: Article) -> Read:
    headline = article.headline.of(document.text) if article.headline else ""
    return Read(article.role, _BLANK.sub("", headline), article.reporter, flow(document, article).text)


def chars(text: str) -> Counter[str]:
    return Counter(_BLANK.sub("", text))


def paired(stories: tuple[Story, ...], articles: list[Read]) -> dict[int, int]:
    """Which article is which story: the pairs with most characters in common first, each once."""
    told = [chars("".join(story.told)) for story in stories]
    found = [chars(article.body) for article in articles]
    scored = sorted(
        ((-f1(mine, theirs), s, a) for s, mine in enumerate(told) for a, theirs in enumerate(found)),
        key=lambda each: each,
    )
    pairs: dict[int, int] = {}
    for score, s, a in scored:
        if score < -0.1 and s not in pairs and a not in pairs.values():
            pairs[s] = a
    return pairs


def f1(mine: Counter[str], theirs: Counter[str]) -> float:
    return 2 * (mine & theirs).total() / max(mine.total() + theirs.total(), 1)


def tau(story: Story, text: str) -> tuple[int, int]:
    """The concordant pairs of a story's clauses, and all pairs."""
    whole = _BLANK.sub("", text)
    clauses = list(dict.fromkeys(_CLAUSE.findall(_BLANK.sub("", "\n".join(story.told)))))
    places = [whole.find(clause) for clause in clauses]
    ordered = sum(0 <= first < second for n, first in enumerate(places) for second in places[n + 1 :])
    return ordered, len(places) * (len(places) - 1) // 2


def tally(fixture: Fixture, articles: list[Read]) -> Tally:
    count = Tally(stories=len(fixture.stories), articles=len(articles))
    count.read = sum(chars(article.body).total() for article in articles)
    pairs = paired(fixture.stories, articles)
    text = "\n".join(article.body for article in articles)
    lines = Counter(_BLANK.sub("", line) for article in articles for line in article.body.split("\n") if line)
    told = Counter(_BLANK.sub("", line) for story in fixture.stories for line in story.told)
    count.whole, count.paragraphs = (lines & told).total(), lines.total() + told.total()
    for number, story in enumerate(fixture.stories):
        mine = chars("".join(story.told))
        count.written += mine.total()
        concordant, all_pairs = tau(story, text)
        count.concordant += concordant
        count.pairs += all_pairs
        if number in pairs:
            article = articles[pairs[number]]
            theirs = chars(article.body)
            count.common += (mine & theirs).total()
            count.right += f1(mine, theirs) >= 0.9
            count.headlines += article.headline == _BLANK.sub("", "".join(story.heads))
            count.reporters += article.reporter == story.reporter
    return count


def floors() -> dict[str, dict[str, float]]:
    return tomllib.loads(FLOORS.read_text(encoding="utf-8"))


def raised(figures: dict[str, float], held: dict[str, float]) -> dict[str, float]:
    """The floors after these figures: rounded down to a thousandth, and never below what was held."""
    return {name: max(held.get(name, 0.0), floor(value * 1000) / 1000) for name, value in figures.items()}


def tallies(half: str) -> dict[str, Tally]:
    """What each fixture of a half gives, by its name."""
    return {fixture.name: tally(fixture, read(fixture)) for fixture in fixtures(half)}


def total(counts: Iterable[Tally]) -> dict[str, float]:
    whole = Tally()
    for count in counts:
        whole.add(count)
    return whole.figures()


def main(part: str = "") -> None:
    reached = {}
    for half in HALVES:
        counts = tallies(half)
        for name, count in counts.items():
            if part in name:
                print(f"{name:32}", *(f"{figure} {value:.3f}" for figure, value in count.figures().items()))
        reached[half] = total(counts.values())
        print(f"{half:32}", *(f"{figure} {value:.4f}" for figure, value in reached[half].items()), flush=True)
    if part == "--raise":
        held = floors() if FLOORS.exists() else {}
        lines = ["# The figures reached on the page set; `page_scoring.py --raise` lifts them, nothing lowers them."]
        for half, figures in reached.items():
            lines += [
                "",
                f"[{half}]",
                *(f"{name} = {value}" for name, value in raised(figures, held.get(half, {})).items()),
            ]
        FLOORS.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
