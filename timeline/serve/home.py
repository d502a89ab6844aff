"""The front page: the chronology with its filters, each choice of events as a calendar to subscribe to.

>>> spelled({"topic": ["trade"], "upcoming": True})
'topic=trade&upcoming=1'
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from string import Template
from typing import Any
from urllib.parse import quote, urlencode

from timeline.events.topics import Topic
from timeline.model import KINDS, Event
from timeline.render.cards import card
from timeline.render.catalogue import Feed
from timeline.render.site import asset, both, chronology, escape, seen_from
from timeline.render.wording import label
from timeline.serve.parameters import FILTERS

_NAMES = {
    "year": "年份",
    "since": "自",
    "until": "至",
    "topic": "主题",
    "kind": "种类",
    "place": "地点",
    "source": "来源",
    "text": "文字",
    "upcoming": "只看将至",
    "all": "含数据与动态",
    "as_of": "今天算作",
}

#: So many years back from today each has a link of its own.
_SINGLE_YEARS = 12

#: What programs find by themselves on the front page.
ALTERNATES = "".join(
    f'<link rel="alternate" type="{media_type}" title="{title}" href="feeds/{file}">'
    for media_type, title, file in (
        ("text/calendar", "时间线", "all.ics"),
        ("text/calendar", "时间线 · 将至", "upcoming.ics"),
        ("application/atom+xml", "时间线 · 新知", "new.atom"),
        ("application/feed+json", "时间线 · 新知", "new.json"),
    )
)


def spelled(values: Mapping[str, Any], *, without: str = "") -> str:
    """The filters among ``values`` as the query of an address, always in the same order."""
    pairs = []
    for parameter in FILTERS:
        value = values.get(parameter.name)
        if parameter.name == without or value in (None, False, ""):
            continue
        for one in value if isinstance(value, list) else [value]:
            pairs.append((parameter.name, "1" if one is True else str(one)))
    return urlencode(pairs)


def front_page(
    events: Sequence[Event],
    values: Mapping[str, Any],
    as_of: date,
    *,
    topics: Mapping[str, Topic],
    feeds: Mapping[str, Feed],
    base_url: str,
    following: str = "",
    begun: bool = False,
    first_year: int | None = None,
) -> str:
    """The body of the front page: ``events`` are those that ``values`` ask for, ``following`` the cursor behind them,
    ``begun`` says that others come before; ``first_year`` is that of the first of all pages, if there are several."""
    told = chronology(events, as_of, topics, True) if events else _none(values)
    return Template(asset("served.html")).substitute(
        shortcuts=_shortcuts(values, as_of),
        fields=_fields(values, topics),
        chosen=_chosen(values, topics),
        this_feed=_this(values, base_url),
        feeds="\n".join(_cards(feeds, base_url, featured=True)),
        topic_feeds="\n".join(_cards(feeds, base_url, featured=False)),
        count=_count(events, seen_from(as_of, told), bool(following)),
        years=told,
        jumps=_jumps(values, first_year, as_of) if first_year else "",
        pages=_pages(values, following, begun),
    )


def _cards(feeds: Mapping[str, Feed], base_url: str, *, featured: bool) -> list[str]:
    made = []
    for name, feed in feeds.items():
        if bool(feed.topic) == featured:
            continue
        title = "全部" if name == "all" else feed.label.removeprefix("时间线 · ")
        english = "everything" if name == "all" else feed.english.removeprefix("Timeline: ")
        tint = f" t-{name}" if feed.colour and name.isidentifier() else ""
        made.append(card(f"feeds/{quote(feed.file)}", title, "" if feed.query else english, base_url, tint=tint))
    return made


def _this(values: Mapping[str, Any], base_url: str) -> str:
    asked = spelled(values, without="as_of")
    if not asked:
        return card("feeds/all.ics", "全部事件", "every event", base_url, level="div")
    return card(f"feeds/query.ics?{asked}", "这些条件的结果", "what these filters find", base_url, level="div")


def _shortcuts(values: Mapping[str, Any], as_of: date) -> str:
    year = {"since": (as_of - timedelta(days=365)).isoformat(), "until": as_of.isoformat()}
    ways = (("", "全部", "All"), ("upcoming=1", "将至", "Upcoming"), (spelled(year), "近一年", "Past year"))
    now = spelled(values, without="as_of")
    return "".join(
        f'<li><a href="./{"?" if asked else ""}{escape(asked)}"{" aria-current=page" if asked == now else ""}>{both(words, english)}</a></li>'
        for asked, words, english in ways
    )


def _fields(values: Mapping[str, Any], topics: Mapping[str, Topic]) -> str:
    def select(name: str, words: str, english: str, options: Sequence[tuple[str, str]]) -> str:
        chosen = {*values.get(name, ())}
        listed = "".join(
            f'<option value="{escape(value)}"{" selected" if {value, shown.partition(" ")[0]} & chosen else ""}>{escape(shown)}</option>'
            for value, shown in options
        )
        return f'<label><span>{both(words, english)}</span> <select name="{name}"><option value="">全部 All</option>{listed}</select></label>'

    def words(name: str, shown: str, english: str, kind: str, hint: str) -> str:
        value = escape(str(values.get(name, "")))
        return (
            f'<label><span>{both(shown, english)}</span> <input type="{kind}" name="{name}" value="{value}"'
            f' placeholder="{escape(hint)}" maxlength="200" autocomplete="off"></label>'
        )

    def tick(name: str, shown: str, english: str) -> str:
        on = " checked" if values.get(name) else ""
        return f'<label class="tick"><input type="checkbox" name="{name}" value="1"{on}> <span>{both(shown, english)}</span></label>'

    return "\n".join(
        (
            words("text", "文字", "Words", "search", "登山 公园"),
            select("topic", "主题", "Topic", [(one.slug, f"{one.label} {one.english}") for one in topics.values()]),
            select("kind", "种类", "Kind", [(kind, f"{label(kind)} {label(kind, 'en')}") for kind in KINDS]),
            words("year", "年份", "Year", "text", "1990..2005"),
            words("place", "地点", "Place", "text", ""),
            tick("upcoming", "只看将至", "Upcoming"),
            tick("all", "含数据与动态", "Everything"),
        )
    )


def _chosen(values: Mapping[str, Any], topics: Mapping[str, Topic]) -> str:
    """The filters in force, each with a link that takes it away."""

    def told(name: str, value: Any) -> str:
        if name == "topic":
            return "、".join(topics[one].label if one in topics else one for one in value)
        if name == "kind":
            return "、".join(map(label, value))
        return "" if value is True else str(value)

    rows = []
    for parameter in FILTERS:
        name, value = parameter.name, values.get(parameter.name)
        if value in (None, False, "", []):
            continue
        rest = spelled(values, without=name)
        words = f"{_NAMES[name]} {told(name, value)}".strip()
        rows.append(
            f'<li><a href="./{"?" if rest else ""}{escape(rest)}" aria-label="去掉条件：{escape(words)}">{escape(words)}'
            ' <span aria-hidden="true">×</span></a></li>'
        )
    return f'<ul class="chosen" aria-label="当前条件 Filters in force">{"".join(rows)}</ul>' if rows else ""


def _count(events: Sequence[Event], today: str, more: bool) -> str:
    words = f"{len(events)} 个事件" + ("，还有更多" if more else "")
    return f'{words} · 截至 {today} <span class="en" lang="en">every line cites its source</span>'


def _none(values: Mapping[str, Any]) -> str:
    if spelled(values):
        return f"<p>{both('没有符合这些条件的事件；去掉一个条件试试。', 'Nothing fits; take a filter away.')}</p>"
    return (
        "<p>"
        + both("还没有事件：先用 timeline ingest 读入文件。", "No events yet: read some pages with timeline ingest.")
        + "</p>"
    )


def _jumps(values: Mapping[str, Any], first: int, as_of: date) -> str:
    """Links into a chronology of several pages: to each of the last years, and to the decades before them."""
    recent = max(first, as_of.year - _SINGLE_YEARS)
    years = [year for year in range(first, recent) if year == first or year % 10 == 0]
    years += range(recent, as_of.year + 2)
    rest = spelled(values, without="since")
    links = []
    for year in years:
        here = ' aria-current="true"' if values.get("since") == str(year) else ""
        asked = f"{rest}&since={year}".lstrip("&")
        links.append(f'<li><a href="./?{escape(asked)}"{here}>{year}</a></li>')
    name = both("从哪一年看起", "Begin with")
    return f'<nav class="jumps" aria-label="从哪一年看起 Begin with"><span>{name}</span><ul>{"".join(links)}</ul></nav>'


def _pages(values: Mapping[str, Any], following: str, begun: bool) -> str:
    asked = spelled(values)
    start = f'<a href="./{"?" if asked else ""}{escape(asked)}" rel="first">{both("从头", "From the start")}</a>'
    more = f"{asked}&{urlencode({'after': following})}".lstrip("&")
    onward = (
        f'<a href="./?{escape(more)}" rel="next">{both("往后", "Further on")} <span aria-hidden="true">→</span></a>'
    )
    shown = (start if begun else "") + (onward if following else "")
    return f'<nav class="pages" aria-label="翻页 Pages">{shown}</nav>' if shown else ""
