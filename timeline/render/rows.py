"""One event as rows of a terminal: in columns, stacked for a narrow screen, or on a single unbounded line.

>>> from timeline.render.rows import short_ids
>>> short_ids(["3f2a1c77", "3f2a1c90", "b1"])
{'3f2a1c77': '3f2a1c7', '3f2a1c90': '3f2a1c9', 'b1': 'b1'}
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from rich.cells import cell_len
from rich.text import Text

from timeline import regex as re
from timeline.events.topics import Topic
from timeline.model import Event, Mention
from timeline.query import phase
from timeline.render.cells import balanced, pad, wrap
from timeline.render.chronology import first_day
from timeline.render.dates import display
from timeline.render.recurring import repetition_words
from timeline.render.wording import (
    MOVED_TO,
    citation,
    corroboration,
    detail_words,
    dispute,
    label,
    location,
    marks,
    one_line,
    resolution,
    topic_label,
)

#: Solid for what has happened, hollow for what is to come.
SHAPES = {"activity": "●○", "milestone": "◆◇", "indicator": "▪▫", "incident": "▴▵"}
#: From this width on, the year and the date have columns of their own; below, they stand over the title.
COLUMNS_FROM = 64
_MARK_STYLES = {
    "cancelled": "bold red",
    "postponed": "bold yellow",
    "moved": "bold yellow",
    "planned": "cyan",
    "once-planned": "dim cyan",
    "upcoming": "bold green",
    "ongoing": "green",
    "expired": "dim",
    "disputed": "magenta",
}
#: Brackets cost two cells each and say nothing that a blank does not.
_BRACKETS = re.compile(r"（(周.|上午|下午|晚上)）")


@dataclass(frozen=True, slots=True)
class Page:
    """What every row needs: the day that counts as today, the width in cells (None: unbounded), words, colours, ids.

    ``lapsed`` are the ids of what is no longer in force; ``gutter`` and ``dates`` are the widths of the year's and the date's column.
    """

    as_of: date
    width: int | None
    lang: str
    quotes: bool
    topics: Mapping[str, Topic]
    ids: dict[str, str]
    lapsed: frozenset[str]
    gutter: int
    dates: int

    @property
    def indent(self) -> int:
        """Where the rail stands in columns."""
        return self.gutter + self.dates + 3


def short_ids(ids: Iterable[str], least: int = 6) -> dict[str, str]:
    """Each id's shortest beginning that no other one shares, at least ``least`` characters."""
    wanted = sorted(set(ids))
    short: dict[str, str] = {}
    for index, whole in enumerate(wanted):
        neighbours = wanted[max(index - 1, 0) : index] + wanted[index + 1 : index + 2]
        shared = max((_shared(whole, other) for other in neighbours), default=0)
        short[whole] = whole[: max(least, shared + 1)]
    return short


def _shared(one: str, other: str) -> int:
    """How many characters both begin with."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def when_words(event: Event, lang: str) -> str:
    """The date as it stands beside its year: ``4月26日 周六 上午``; empty where the year is all that is known."""
    when = event.when
    if when.granularity == "year" and when.edtf.isdigit() and not when.part:
        return ""
    day = first_day(event)
    words = _BRACKETS.sub(r" \1 ", display(when, lang, year=day.year if day else None))
    return words.replace("间某日", "间 某日").strip()


def terminal_colour(colour: str) -> str:
    """``#rrggbb`` lightened, if need be, until it reads on a dark screen and still reads on a white one."""
    parts = [int(colour[i : i + 2], 16) for i in (1, 3, 5)]
    while 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2] < 125:
        parts = [part + (255 - part + 9) // 10 for part in parts]
    return "#" + "".join(f"{part:02x}" for part in parts)


def row(event: Event, page: Page, year: str) -> Iterator[Text]:
    """The event's lines; ``year`` stands in the gutter of the first, empty where it is told already."""
    if page.width is None:
        yield _unbounded(event, page)
    elif page.width >= COLUMNS_FROM:
        yield from _columns(event, page, year)
    else:
        yield from _stacked(event, page)
    if page.quotes:
        for mention in event.mentions:
            yield from _evidence(mention, page)
        for conflict in event.conflicts:
            words = f"{label('disputed', page.lang)}: {dispute(conflict, page.lang)}"
            yield from _hanging(words, page, "magenta")


def flowed(tags: Sequence[tuple[str, str]], width: int) -> list[Text]:
    """Words with their styles, one after another on as many lines as they need, too long ones wrapped."""
    rows: list[list[tuple[str, str]]] = []
    for words, style in tags:
        for piece in wrap(words, width):
            if rows and _joined([*rows[-1], (piece, style)]).cell_len <= width:
                rows[-1].append((piece, style))
            else:
                rows.append([(piece, style)])
    return [_joined(pieces) for pieces in rows]


def _joined(tags: Sequence[tuple[str, str]]) -> Text:
    joined = Text()
    for words, style in tags:
        joined.append(" · " if joined else "", style="dim").append(words, style=style)
    return joined


def _bullet(event: Event, page: Page) -> Text:
    if event.modality == "cancelled":
        return Text("✕", style="red")
    coming = phase(event, page.as_of) == "upcoming" or event.modality in ("planned", "postponed")
    topic = page.topics.get(event.topics[0]) if event.topics else None
    return Text(SHAPES.get(event.kind, "●○")[coming], style=terminal_colour(topic.colour) if topic else "")


def _title(event: Event) -> tuple[str, str]:
    style = "strike dim" if event.modality == "cancelled" else "bold" if event.kind == "activity" else ""
    return one_line(event.title), style


def _mark_tags(event: Event, page: Page) -> list[tuple[str, str]]:
    count = corroboration(event)
    corroborated = [(f"×{count}", "bold")] if count > 1 else []
    told = {label(mark, page.lang): _MARK_STYLES[mark] for mark in marks(event, page.as_of, page.lapsed)}
    if moved := dict(detail_words(event, page.lang)).get(label(MOVED_TO, page.lang)):
        told = {f"{label(MOVED_TO, page.lang)} {moved}": _MARK_STYLES["postponed"]}
    return corroborated + list(told.items())


def _tags(event: Event, page: Page) -> list[tuple[str, str]]:
    """What stands beside the title: marks, how it comes again, where."""
    repeats = repetition_words(event, page.lang)
    return [*_mark_tags(event, page), *([(repeats, "")] if repeats else []), *_place_tags(event)]


def _place_tags(event: Event) -> list[tuple[str, str]]:
    """The place, unless the title names it already."""
    place = one_line(event.place or "")
    return [(place, "dim")] if place and place not in one_line(event.title) else []


def _topic_tags(event: Event, page: Page) -> list[tuple[str, str]]:
    return [
        (
            topic_label(slug, page.topics, page.lang),
            terminal_colour(page.topics[slug].colour) if slug in page.topics else "",
        )
        for slug in event.topics
    ]


def _unbounded(event: Event, page: Page) -> Text:
    tags = [*_tags(event, page), *_topic_tags(event, page), (page.ids[event.id], "dim")]
    when = (pad(display(event.when, page.lang), 36), "dim")
    return Text.assemble("  ", when, " ", _bullet(event, page), " ", _title(event), "  ", _joined(tags))


def _columns(event: Event, page: Page, year: str) -> Iterator[Text]:
    """Year, date, mark, title … topic, id; what does not fit goes under the title, along the rail."""
    assert page.width is not None
    room = page.width - page.indent - 3
    head, lower = _head(event, page, room)
    lower += _notice(event, page, room)
    dates = _date_lines(when_words(event, page.lang), page.dates)
    for index in range(max(len(lower) + 1, len(dates))):
        left = (pad(year if index == 0 else "", page.gutter), "bold")
        when = pad(dates[index] if index < len(dates) else "", page.dates, right=True)
        if index == 0:
            yield Text.assemble(" ", left, " ", when, " ", _bullet(event, page), " ", head)
        else:
            rest = lower[index - 1] if index <= len(lower) else Text()
            yield Text.assemble(" ", left, " ", when, " ", ("│ ", "dim"), rest)


def _date_lines(words: str, width: int) -> list[str]:
    """A date that is too long for its column, broken at its blanks if that is enough."""
    lines: list[str] = []
    for word in words.split(" "):
        if lines and cell_len(f"{lines[-1]} {word}") <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return [piece for line in lines for piece in wrap(line, width)]


def _head(event: Event, page: Page, room: int) -> tuple[Text, list[Text]]:
    """The first line, topics and id at its right edge, and the lines under it."""
    title, style = _title(event)
    topics = _topic_tags(event, page)
    below: list[tuple[str, str]] = []
    size = cell_len(title)
    for shown in (topics[:2], topics[:1], []):
        edge = Text.assemble(_joined(shown), "  " if shown else "", (page.ids[event.id], "dim"))
        if size + 2 + edge.cell_len <= room:
            break
    else:
        below = topics
    first, *rest = balanced(title, room - edge.cell_len - 2)
    head = Text.assemble((first, style))
    tags = _tags(event, page)
    inline = 0 if rest else next((n for n in range(len(tags), 0, -1) if _fits(head, tags[:n], edge, room)), 0)
    if inline:
        head = Text.assemble(head, "  ", _joined(tags[:inline]))
    tags = tags[inline:] + (below or ([] if shown else topics))
    blanks = " " * (room - head.cell_len - edge.cell_len)
    return Text.assemble(head, blanks, edge), [Text(line, style=style) for line in rest] + flowed(tags, room)


def _fits(head: Text, tags: Sequence[tuple[str, str]], edge: Text, room: int) -> bool:
    return head.cell_len + 2 + _joined(tags).cell_len + 2 + edge.cell_len <= room


def _notice(event: Event, page: Page, width: int) -> list[Text]:
    """How to take part, as long as one still can."""
    if event.kind != "activity" or phase(event, page.as_of) == "past":
        return []
    marked = label(MOVED_TO, page.lang)
    told = [f"{name}: {one_line(words)}" for name, words in detail_words(event, page.lang) if name != marked]
    return [Text(line, style="dim") for words in told for line in wrap(words, width)]


def _stacked(event: Event, page: Page) -> Iterator[Text]:
    """For narrow screens: the date over the title, the rest below."""
    assert page.width is not None
    room = page.width - 3
    title, style = _title(event)
    date_words = when_words(event, page.lang)
    stack = [Text(line, style="bold") for line in wrap(date_words, room)] if date_words else []
    stack += [Text(line, style=style) for line in balanced(title, room)]
    tags = [*_tags(event, page), *_topic_tags(event, page), (page.ids[event.id], "dim")]
    stack += flowed(tags, room) + _notice(event, page, room)
    for index, line in enumerate(stack):
        yield Text.assemble(("│", "dim") if index else _bullet(event, page), " ", line)


def _evidence(mention: Mention, page: Page) -> Iterator[Text]:
    yield from _hanging(f"“{one_line(mention.quote)}”", page, "italic")
    yield from _hanging(citation(mention, page.lang), page, "dim", "  ")
    yield from _hanging(f"{resolution(mention, page.lang)} · {location(mention)}", page, "dim", "  ")


def _hanging(words: str, page: Page, style: str, inner: str = "") -> Iterator[Text]:
    """A line under an event, along its rail."""
    if page.width is None:
        yield Text(f"    {inner}{words}", style=style)
        return
    indent = page.indent if page.width >= COLUMNS_FROM else 0
    for line in wrap(words, page.width - indent - 3 - len(inner)):
        yield Text.assemble(" " * indent, ("│ ", "dim"), (inner + line, style))
