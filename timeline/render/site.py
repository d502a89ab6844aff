"""The timeline as one static page: no outside resource, readable without script, every text escaped.

>>> from timeline.render.site import escape
>>> escape("<b>&'")
'&lt;b&gt;&amp;&#x27;'
"""

from __future__ import annotations

import base64
import hashlib
import html
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from importlib import resources
from string import Template
from urllib.parse import quote

from timeline.events.topics import Topic, load
from timeline.layout.script import traditional
from timeline.model import KINDS, Event, Mention
from timeline.query import phase
from timeline.render.cards import card
from timeline.render.catalogue import Feed, archive, coming, feeds
from timeline.render.chronology import by_year, first_day
from timeline.render.dates import display
from timeline.render.wording import (
    citation,
    clean,
    corroboration,
    detail_words,
    dispute,
    expired,
    label,
    location,
    marks,
    one_line,
    resolution,
    topic_label,
)

#: The feeds that are offered before all others, with those that users saved.
_FIRST = ("all", "upcoming")
#: The name of the line between what has been and what is to come.
_TODAY = "today"


def escape(text: str) -> str:
    """``text`` as HTML that shows exactly it, in an element or in a quoted attribute."""
    return html.escape(clean(text))


@lru_cache(maxsize=8)
def asset(name: str) -> str:
    """A template, style sheet or script of the pages, by its file name."""
    return resources.files("timeline.render.templates").joinpath(name).read_text(encoding="utf-8")


def _hash(content: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"


@lru_cache(maxsize=4)
def _styled(colours: tuple[tuple[str, str], ...]) -> str:
    rules = "".join(f".t-{slug}{{--c:{colour}}}\n" for slug, colour in colours if slug.isidentifier())
    return asset("style.css") + rules


def style(topics: Mapping[str, Topic]) -> str:
    """The style sheet of every page, with the topics' colours."""
    return _styled(tuple((topic.slug, topic.colour) for topic in topics.values()))


def script(name: str) -> str:
    """The script of a page, with what all of them do to feeds."""
    return asset("subscribe.js") + asset(name)


def policy(topics: Mapping[str, Topic]) -> str:
    """The Content-Security-Policy of every page: its own style and script by hash, nothing else."""
    return (
        f"default-src 'none'; style-src {_hash(style(topics))}; script-src {_hash(script('script.js'))}; "
        "base-uri 'none'; form-action 'none'"
    )


def page(title: str, body: str, topics: Mapping[str, Topic]) -> str:
    """A whole page round ``body``, which must be HTML already."""
    return Template(asset("page.html")).substitute(
        policy=html.escape(policy(topics), quote=True),
        title=escape(title),
        style=style(topics),
        script=script("script.js"),
        head="",
        body=body,
    )


def script_of(text: str) -> str:
    """The attribute that says so of text printed in traditional characters: fonts draw many of them otherwise there.

    >>> script_of("圖書館週末講堂"), script_of("图书馆周末讲堂")
    (' lang="zh-Hant"', '')
    """
    return ' lang="zh-Hant"' if traditional(text) else ""


def both(chinese: str, english: str) -> str:
    """A Chinese label with its English beside it."""
    return f'{escape(chinese)} <span class="en" lang="en">{escape(english)}</span>'


def index(
    events: Iterable[Event],
    as_of: date,
    *,
    topics: Mapping[str, Topic] | None = None,
    catalogue: Iterable[Feed] | None = None,
    counts: Mapping[str, int] | None = None,
    years: Iterable[int] = (),
    base_url: str = "",
    served: bool = False,
    note: str = "",
) -> str:
    """The timeline page.

    ``catalogue`` are the feeds to offer, the usual ones when left out, ``counts`` the events in each by its name, ``years``
    those that have an archive; ``base_url`` is where the folder is served (ending in ``/``); ``served`` links events and feeds as the server names them; ``note`` is said under the title.
    """
    topics = load() if topics is None else topics
    listed = list(events)
    offered = list(feeds(topics).values()) if catalogue is None else list(catalogue)
    counts = counts or {feed.name: sum(feed.holds(event, as_of) for event in listed) for feed in offered}
    folder = "feeds/" if served else ""
    cards = {feed.name: _feed(feed, counts.get(feed.name, 0), base_url, folder) for feed in offered}
    first = {feed.name for feed in offered if feed.query or feed.name in _FIRST}
    told = chronology(listed, as_of, topics, served)
    body = Template(asset("index.html")).substitute(
        summary=_summary(listed, seen_from(as_of, told), note),
        how=_how(bool(base_url) or served),
        feeds="\n".join(card for name, card in cards.items() if name in first),
        other_feeds="\n".join(card for name, card in cards.items() if name not in first and counts.get(name, 0)),
        archives=_archives(years, base_url, folder),
        topic_options="".join(
            f'<option value="{escape(slug)}">{escape(topic.label)} {escape(topic.english)}</option>'
            for slug, topic in topics.items()
            if any(slug in event.topics for event in listed)
        ),
        kind_options="".join(
            f'<option value="{kind}">{label(kind)} {label(kind, "en")}</option>'
            for kind in KINDS
            if any(event.kind == kind for event in listed)
        ),
        years=told,
    )
    return page("时间线 Timeline", body, topics)


def seen_from(as_of: date, chronology: str) -> str:
    """The day that counts as today, leading to its line in a chronology that has one: years may lie before it."""
    day = f"<time>{as_of.isoformat()}</time>"
    return f'<a href="#{_TODAY}" title="跳到今天 Go to today">{day}</a>' if f'id="{_TODAY}"' in chronology else day


def _summary(events: Sequence[Event], today: str, note: str) -> str:
    days = [day for day in map(first_day, events) if day]
    span = f"，{min(days).year}—{max(days).year}年" if days else ""
    words = f"<span>{len(events)} 个事件{span}</span> · <span>截至 {today}</span> · <span>每条都注明出处</span>"
    return f'{words} <span class="en" lang="en">every line cites its source</span>{escape(note)}'


def _how(addressed: bool) -> str:
    if addressed:
        return "按“订阅”，手机或电脑上的日历就会自己跟着更新；也可以复制地址，粘贴到日历的“通过网址添加”。"
    return (
        "把这个文件夹放到任何网站上，打开该网站上的这一页，就能直接订阅；或者现在就下载一个 .ics 文件，导入日历（不会自动更新）。"
        '<span class="en" lang="en"> Put this folder on any web host to subscribe; or download a file and import it.</span>'
    )


def _feed(feed: Feed, count: int, base_url: str, folder: str) -> str:
    tint = f" t-{feed.name}" if feed.colour and feed.name.isidentifier() else ""
    title = feed.label.removeprefix("时间线 · ") if feed.name != "all" else "全部"
    english = feed.english.removeprefix("Timeline: ").capitalize() if feed.name != "all" else "Everything"
    english = "" if feed.query else english  # a saved feed has the one name that its user gave it
    return card(folder + quote(feed.file), title, english, base_url, tint=tint, count=count, whole=True)


def _archives(years: Iterable[int], base_url: str, folder: str) -> str:
    """Links to the yearly archives, in which every event stands however old."""
    links = "".join(
        f'<a class="file" href="{escape(base_url + folder + archive(year).file)}" download>{year}</a> '
        for year in years
    )
    if not links:
        return ""
    return f'<details class="more"><summary>{both("逐年存档", "Archives by year")}</summary><p class="archives">{links}</p></details>'


def chronology(events: Sequence[Event], as_of: date, topics: Mapping[str, Topic], served: bool) -> str:
    """The chronology, year by year; ``served`` links events as the server names them."""
    if not events:
        return f"<p>{both('还没有事件。', 'No events yet.')}</p>"
    chapters = by_year(events)
    lapsed = expired(events, as_of)
    due = chapters[0].before(as_of)
    blocks = []
    for chapter in chapters:
        blocks.append(f'<section class="year"><h2>{escape(chapter.heading())}</h2><ol>')
        for event in chapter.events:
            day = first_day(event)
            if due and day is not None and day > as_of:
                due = False
                blocks.append(
                    f'<li class="today" id="{_TODAY}">今天 <time>{as_of.isoformat()}</time> <span class="en" lang="en">today</span></li>'
                )
            blocks.append(_event(event, as_of, topics, served, lapsed))
        blocks.append("</ol></section>")
    return "\n".join(blocks)


def _event(event: Event, as_of: date, topics: Mapping[str, Topic], served: bool, lapsed: frozenset[str]) -> str:
    open_ = phase(event, as_of) == "upcoming" or event.modality in ("planned", "postponed")
    topic = f" t-{event.topics[0]}" if event.topics and event.topics[0] in topics else ""
    classes = f"event {event.kind} {event.modality}{' open' if open_ else ''}{topic}"
    key = quote(event.id, safe="")
    href = f"events/{key}" if served else f"#e-{key}"
    return (
        f'<li class="{escape(classes)}" id="e-{escape(event.id)}" data-kind="{escape(event.kind)}"'
        f' data-topics="{escape(" ".join(event.topics))}" data-coming="{int(coming(event, as_of))}">'
        f'<div class="when">{escape(display(event.when))} <span class="kind">{escape(label(event.kind))}</span></div>'
        f'<h3{script_of(event.title)}><a href="{escape(href)}">{escape(one_line(event.title))}</a></h3>'
        f"{tags(event, as_of, topics, lapsed)}{notice(event)}"
        f"<details><summary>{both('原文与出处', 'Quotes and sources')}</summary>"
        f"{''.join(map(quoted, event.mentions))}{disputes(event)}"
        f'<p class="key"><code>{escape(event.when.edtf)}</code> · <code>timeline why {escape(event.id)}</code></p>'
        "</details></li>"
    )


def tags(event: Event, as_of: date, topics: Mapping[str, Topic], lapsed: frozenset[str] = frozenset()) -> str:
    """The event's marks, place, topics and sources as a list; nothing when it has none."""
    found = [("mark", label(mark)) for mark in marks(event, as_of, lapsed)]
    found += [("place", one_line(event.place))] if event.place else []
    found += [(f"topic t-{slug}" if slug in topics else "topic", topic_label(slug, topics)) for slug in event.topics]
    count = corroboration(event)
    found += [("sources", f"{count} 个来源")] if count > 1 else []
    told = "".join(f'<li class="{escape(name)}">{escape(words)}</li>' for name, words in found)
    return f'<ul class="tags">{told}</ul>' if told else ""


def notice(event: Event) -> str:
    """How to take part, as a notice's details say."""
    told = "".join(f"<div><dt>{escape(name)}</dt><dd>{escape(words)}</dd></div>" for name, words in detail_words(event))
    return f'<dl class="notice">{told}</dl>' if told else ""


def quoted(mention: Mention) -> str:
    """A statement with where it stands and how its date was worked out."""
    return (
        f"<blockquote><p{script_of(mention.quote)}>“{escape(one_line(mention.quote))}”</p>"
        f'<p class="cite">{escape(citation(mention))}<br>{escape(resolution(mention))} · '
        f"<code>{escape(location(mention))}</code></p></blockquote>"
    )


def disputes(event: Event) -> str:
    """Where the mentions disagree."""
    return "".join(f"<p>{escape(label('dispute'))}：{escape(dispute(conflict))}</p>" for conflict in event.conflicts)
