"""What an HTML page states of its dates where no reader sees it: meta tags, JSON-LD, time elements, a system's own fields.

>>> from lxml import html
>>> page = "<meta property='article:published_time' content='2025-06-11T20:30:00Z'><meta property='og:updated_time' content='2025-06-14'>"
>>> [(clue.kind, clue.edtf) for clue in stated_dates(html.document_fromstring(page), page, {})]
[('meta', '2025-06-12'), ('modified', '2025-06-14')]
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from timeline import regex as re
from timeline.model import Clue
from timeline.read.feeds import day_of

#: Meta tags that state when a page was published, the surest first; and when it was last changed.
_PUBLISHED = (
    "article:published_time", "og:published_time", "publishdate", "pubdate", "datepublished", "dc.date.issued", "dcterms.issued",
    "publish_date", "publishtime", "firstpublishedtime", "weibo:article:create_at", "bytedance:published_time", "releasedate", "date", "dc.date",
)  # fmt: skip
_MODIFIED = (
    "article:modified_time", "og:updated_time", "og:modified_time", "datemodified", "dcterms.modified", "dc.date.modified",
    "lastmodifiedtime", "bytedance:updated_time", "weibo:article:update_at", "revised",
)  # fmt: skip
_JSON_PUBLISHED = re.compile(r'"(?:datePublished|pubDate|uploadDate)"\s*:\s*"([^"]{8,40})"')
_JSON_MODIFIED = re.compile(r'"(?:dateModified|upDate)"\s*:\s*"([^"]{8,40})"')
_DAY = re.compile(r"((?:19|20)\d\d)\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d)|\b((?:19|20)\d\d)(\d\d)(\d\d)")
#: A moment with its zone: its day is another one in another zone.
_ZONED = re.compile(r"\A\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?\s*(?:Z|[+-]\d\d:?\d\d)\Z", re.I)
#: So many meta tags are read.
_MOST = 200


def stated_dates(tree: Any, source: str, properties: dict[str, str], zone: str = "Asia/Shanghai") -> tuple[Clue, ...]:
    """The day of publication (``meta``) and of the last change (``modified``), each as its surest place states it.

    ``properties`` are fields that the page's system wrote into a comment. Moments are told as days in ``zone``.
    """
    metas = _metas(tree)
    published = [("enpproperty date", properties.get("date", "")), *_named(metas, _PUBLISHED)]
    published += _elsewhere(tree, source, _JSON_PUBLISHED, "datePublished", "@pubdate or @itemprop='datePublished'")
    modified = list(_named(metas, _MODIFIED))
    modified += _elsewhere(tree, source, _JSON_MODIFIED, "dateModified", "@itemprop='dateModified'")
    # What the page's system states may be said again by a tag, with another day: both are kept.
    first = _clues("meta", published[:1], zone)[:1]
    rest = _clues("meta", published[1:], zone)[:1]
    both = {clue.edtf: clue for clue in (*rest, *first)}
    changed = [clue for clue in _clues("modified", modified, zone)[:1] if clue.edtf not in both]
    return (*both.values(), *changed)


def _metas(tree: Any) -> dict[str, str]:
    """The contents of meta tags by name; the first of a name."""
    found: dict[str, str] = {}
    for meta in tree.xpath("//meta[@content]")[:_MOST]:
        key = meta.get("name") or meta.get("property") or meta.get("itemprop") or meta.get("http-equiv") or ""
        found.setdefault(key.strip().lower().replace(" ", ""), meta.get("content") or "")
    return found


def _named(metas: dict[str, str], names: Iterable[str]) -> Iterator[tuple[str, str]]:
    return ((name, metas[name]) for name in names if name in metas)


def _elsewhere(tree: Any, source: str, json: re.Pattern[str], name: str, marked: str) -> Iterator[tuple[str, str]]:
    """What JSON-LD and time elements state."""
    if stated := json.search(source):
        yield name, stated[1]
    for time in tree.xpath(f"//time[@datetime and ({marked})]")[:1]:
        yield "time", time.get("datetime")


def _clues(kind: str, stated: Iterable[tuple[str, str]], zone: str) -> list[Clue]:
    """A clue for each that states a day."""
    return [
        Clue(kind, day.isoformat(), " ".join(f"{name} {words}".split())[:120])
        for name, words in stated
        if (day := _day(words.strip(), zone))
    ]


def _day(stated: str, zone: str) -> date | None:
    if _ZONED.match(stated):
        return day_of(stated, ZoneInfo(zone))
    match = _DAY.search(stated)
    if not match:
        return None
    try:
        return date(*(int(part) for part in match.groups() if part))
    except ValueError:
        return None
