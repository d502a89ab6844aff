"""A month of invented daily papers, read into a real store day by day: announced, changed, postponed, merged, struck.

>>> with Store.open(":memory:") as store:
...     [(as_of.isoformat(), len(shown)) for as_of, shown in days(store)][0]
('2026-05-01', 1)
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta

from timeline import edtf
from timeline.model import Article, Dct, Document, Event, Extraction, Mention, Source, Span, Timex, When
from timeline.store import Store

FIRST, LAST = date(2026, 5, 1), date(2026, 5, 31)


@dataclass(frozen=True)
class Told:
    """What one page says of one event."""

    id: str
    title: str
    edtf: str
    kind: str = "activity"
    modality: str = "planned"
    place: str | None = None
    part: str | None = None


@dataclass(frozen=True)
class Shown:
    """What a calendar must show of an event: its first and last day, its title, its status, how often it was changed."""

    first: str
    last: str
    title: str
    status: str
    sequence: int


def page(path: str, *told: Told) -> Extraction:
    """A page at ``path`` that says just that."""
    text = (
        "\n".join(f"{one.title}，时间为{one.edtf}，{one.place or ''}{one.modality}（{one.id}）。" for one in told)
        + "\n"
    )
    raw = text.encode()
    document = Document(path, hashlib.sha256(raw).hexdigest(), "text/plain", "utf-8", text, Source("河湾日报"), raw=raw)
    events, spans, start = [], [], 0
    for one, line in zip(told, text.splitlines(), strict=False):
        spans.append(Span(start, start + len(line)))
        events.append(_event(document, one, spans[-1]))
        start += len(line) + 1
    article = Article("a1", "news", (tuple(spans) or (Span(0, 1),),), dct=Dct(None, (), "not needed here"))
    return Extraction(document, (article,), tuple(each.mentions[0].timex for each in events), tuple(events))


def _event(document: Document, told: Told, span: Span) -> Event:
    value = edtf.parse(told.edtf)
    quote = span.of(document.text)
    at = span.start + quote.index(told.edtf)
    timex = Timex(
        at, at + len(told.edtf), told.edtf, told.edtf, value.begin, value.until, "DATE", "explicit", value.granularity
    )
    mention = Mention(
        document.path, document.sha256, "河湾日报", "a1", "", None, span.start, span.end, quote, timex, "举行"
    )
    when = When(told.edtf, value.begin, value.until, value.granularity, told.part)
    return Event(told.id, told.title, told.kind, told.modality, 0.8, ("culture",), when, (mention,), told.place)


LANTERNS = Told("a1a1a1a1a1a1a1a1", "河湾灯会开幕", "2026-05-16", place="河湾公园", part="morning")
READING = Told("b1b1b1b1b1b1b1b1", "全城读书节举行", "2026-05-20/2026-05-22")
TWIN = Told("c1c1c1c1c1c1c1c1", "旧书集市与换书大会", "2026-05-20/2026-05-22")
BALCONIES = Told("d1d1d1d1d1d1d1d1", "《阳台绿化办法》施行", "2026-05-25", "milestone", "reported")
HOAX = Told("e1e1e1e1e1e1e1e1", "大桥下沉演示", "2026-05-28")
MARKET = Told("f1f1f1f1f1f1f1f1", "河滨夜市开张", "2026-05-29", place="河滨路")


@dataclass
class _Month:
    store: Store
    shown: dict[str, Shown] = field(default_factory=dict)

    def read(self, day: date, *pages: Extraction) -> None:
        self.store.ingest(pages, self.now(day))

    def now(self, day: date) -> datetime:
        return datetime.combine(day, time(8), UTC)

    def expect(self, told: Told, first: str, last: str, title: str, status: str, sequence: int = 0) -> None:
        self.shown[told.id] = Shown(first, last, title, status, sequence)


def days(store: Store) -> Iterator[tuple[date, dict[str, Shown]]]:
    """Reads the papers of one day after another, and yields the day with all that a calendar must show on it, by id."""
    month = _Month(store)
    for count in range((LAST - FIRST).days + 1):
        day = FIRST + timedelta(count)
        bus = Told(f"{count:016x}", f"{count + 101}路公交线开通", day.isoformat(), "milestone", "reported")
        month.read(day, page(f"papers/{day}.txt", bus))
        month.expect(bus, bus.edtf, bus.edtf, bus.title, "CONFIRMED")
        if change := _CHANGES.get(day.isoformat()):
            change(month, day)
        yield day, dict(month.shown)


def _announce(month: _Month, day: date) -> None:
    month.read(day, page("notices/lanterns.txt", LANTERNS), page("notices/reading.txt", READING))
    month.expect(LANTERNS, "2026-05-16", "2026-05-16", "河湾灯会开幕（上午）", "CONFIRMED")
    month.expect(READING, "2026-05-20", "2026-05-22", "全城读书节举行", "CONFIRMED")


def _more(month: _Month, day: date) -> None:
    month.read(
        day, page("notices/twin.txt", TWIN), page("notices/rules.txt", BALCONIES), page("notices/hoax.txt", HOAX)
    )
    month.read(day, page("notices/market.txt", MARKET))
    month.expect(TWIN, "2026-05-20", "2026-05-22", "旧书集市与换书大会", "CONFIRMED")
    month.expect(BALCONIES, "2026-05-25", "2026-05-25", "《阳台绿化办法》施行", "CONFIRMED")
    month.expect(HOAX, "2026-05-28", "2026-05-28", "大桥下沉演示", "CONFIRMED")
    month.expect(MARKET, "2026-05-29", "2026-05-29", "河滨夜市开张", "CONFIRMED")


def _move(month: _Month, day: date) -> None:
    moved = replace(LANTERNS, edtf="2026-05-17", place="东湖公园", part=None)
    month.read(day, page("notices/lanterns.txt", moved))
    month.expect(LANTERNS, "2026-05-17", "2026-05-17", "河湾灯会开幕", "CONFIRMED", 1)


def _postpone(month: _Month, day: date) -> None:
    month.read(day, page("notices/lanterns.txt", replace(LANTERNS, edtf="2026-05-23", modality="postponed", part=None)))
    month.expect(LANTERNS, "2026-05-23", "2026-05-23", "【延期】河湾灯会开幕", "TENTATIVE", 2)


def _merge(month: _Month, day: date) -> None:
    month.read(day, page("notices/twin.txt", replace(TWIN, title=READING.title)))
    month.expect(READING, "2026-05-20", "2026-05-22", "全城读书节举行", "CONFIRMED", 1)
    month.expect(TWIN, "2026-05-20", "2026-05-22", "【撤回】旧书集市与换书大会", "CANCELLED", 1)


def _reject(month: _Month, day: date) -> None:
    month.store.correct(HOAX.id, "rejected", True, who="编辑", why="查无此事", now=month.now(day))
    month.expect(HOAX, "2026-05-28", "2026-05-28", "【撤回】大桥下沉演示", "CANCELLED", 1)


def _lose(month: _Month, day: date) -> None:
    month.read(day, page("notices/market.txt"))
    month.expect(MARKET, "2026-05-29", "2026-05-29", "【撤回】河滨夜市开张", "CANCELLED", 1)


def _cancel(month: _Month, day: date) -> None:
    month.read(day, page("notices/lanterns.txt", replace(LANTERNS, edtf="2026-05-23", modality="cancelled", part=None)))
    month.expect(LANTERNS, "2026-05-23", "2026-05-23", "【取消】河湾灯会开幕", "CANCELLED", 3)


_CHANGES = {
    "2026-05-04": _announce,
    "2026-05-06": _more,
    "2026-05-08": _move,
    "2026-05-12": _postpone,
    "2026-05-14": _merge,
    "2026-05-15": _reject,
    "2026-05-18": _lose,
    "2026-05-20": _cancel,
}
