"""The words that every rendering shares: labels, marks, citations, how sure a date is.

>>> from timeline.render.wording import label
>>> label("milestone"), label("cancelled", "en")
('大事', 'cancelled')
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from timeline import regex as re
from timeline.model import Event, Mention
from timeline.render.dates import display_edtf

if TYPE_CHECKING:
    from timeline.events.topics import Topic

LANGUAGES = ("zh", "en")

_LABELS = {
    "activity": ("活动", "activity"),
    "milestone": ("大事", "milestone"),
    "indicator": ("数据", "figure"),
    "incident": ("动态", "incident"),
    "planned": ("计划", "planned"),
    "postponed": ("延期", "postponed"),
    "moved": ("改期", "moved"),
    "cancelled": ("取消", "cancelled"),
    "once-planned": ("原计划", "was planned"),
    "upcoming": ("将至", "upcoming"),
    "ongoing": ("进行中", "ongoing"),
    "expired": ("已失效", "expired"),
    "disputed": ("有异说", "disputed"),
    "when": ("时间", "When"),
    "repeats": ("重复", "Repeats"),
    "where": ("地点", "Where"),
    "who": ("主体", "Who"),
    "hours": ("时段", "Hours"),
    "registration": ("报名", "Registration"),
    "fee": ("费用", "Fee"),
    "contact": ("联系", "Contact"),
    "audience": ("对象", "For"),
    "host": ("主办", "Host"),
    "url": ("网址", "Web"),
    "status": ("状态", "Status"),
    "quote": ("原文", "Quote"),
    "source": ("出处", "Source"),
    "sure": ("把握", "How sure"),
    "edtf": ("日期代码", "EDTF"),
    "dispute": ("异说", "Dispute"),
    "page": ("详情", "Page"),
    "superseded": ("原定", "First planned for"),
    "moved-to": ("改期至", "Moved to"),
}
#: What links say of the other event, in Chinese and English.
_RELATIONS = {
    "adopted": ("通过：", "adopted:"),
    "published": ("公布：", "published:"),
    "in-force": ("生效：", "its beginning:"),
    "revised": ("修订：", "revised:"),
    "expires": ("到期：", "its end:"),
    "repeals": ("取代：", "repeals:"),
    "repealed-by": ("被取代：", "repealed by:"),
    "moved-to": ("改期至：", "moved to:"),
    "moved-from": ("原定：", "moved from:"),
}
#: The order in which a notice's details are told; any others follow by name.
DETAILS = ("registration", "fee", "contact", "audience", "host", "url")
#: The detail that tells for when something was planned before it moved, and to when what is left on its old day did: EDTF.
_SUPERSEDED, MOVED_TO = "superseded", "moved-to"

_CONTROL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]"
)


def clean(text: str) -> str:
    """``text`` fit for a screen or a feed: line breaks are ``\\n``, control characters and lone surrogates are gone.

    Escape sequences, bidirectional overrides and line separators could otherwise act on the reader's terminal or
    calendar; nothing printed is lost with them.
    """
    if text.isprintable():
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x85", "\n")
    return _CONTROL.sub(lambda found: "\n" if found[0] in "\u2028\u2029" else "", text)


def one_line(text: str) -> str:
    """``text`` cleaned, with every line break and run of blanks as one blank."""
    return " ".join(clean(text).split())


def label(name: str, lang: str = "zh") -> str:
    """The word for a kind, modality, phase or field; a name without one is given back."""
    pair = _LABELS.get(name)
    return name if pair is None else pair[LANGUAGES.index(lang)]


def relation_label(relation: str, lang: str = "zh") -> str:
    """What a link says of the other event, as what leads it in: ``到期：``."""
    return _RELATIONS[relation][LANGUAGES.index(lang)]


def topic_label(slug: str, topics: Mapping[str, Topic], lang: str = "zh") -> str:
    """A topic's label; a slug that is no longer in the topics file is given back."""
    topic = topics.get(slug)
    return slug if topic is None else (topic.label if lang == "zh" else topic.english)


def details(event: Event) -> list[tuple[str, str]]:
    """The notice's details in the order in which they are told, empty ones left out."""
    extra = sorted(set(event.details) - set(DETAILS))
    return [(name, event.details[name]) for name in (*DETAILS, *extra) if event.details.get(name)]


def detail_words(event: Event, lang: str = "zh") -> list[tuple[str, str]]:
    """The notice's details for a person: what each is called, and its words; dates as people write them."""
    told = dict(details(event))
    for name in (_SUPERSEDED, MOVED_TO):
        if days := told.get(name):
            told[name] = ("、" if lang == "zh" else ", ").join(display_edtf(day, lang) for day in days.split("、"))
    return [(label(name, lang), words) for name, words in told.items()]


def stance(event: Event) -> str:
    """The label of how the event stands: its modality; ``moved`` for what was put off or brought forward to its date.

    Without this the new day would be called put off, as the old one is.
    """
    return "moved" if event.modality == "postponed" and event.details.get(_SUPERSEDED) else event.modality


def expired(events: Iterable[Event], as_of: date) -> frozenset[str]:
    """The ids of events of a rule whose linked end of force, or whose own stretch of it, lies before ``as_of``."""
    from timeline.query import phase  # the extraction commands need words, but no store

    listed = list(events)
    over = {event.id for event in listed if phase(event, as_of) == "past"}
    return frozenset(
        event.id
        for event in listed
        if any(
            relation == "expires" and (end in over or (event.id in over and "/" in event.when.edtf))
            for relation, end in event.links
        )
    )


def marks(event: Event, as_of: date, lapsed: Container[str] = ()) -> list[str]:
    """What a reader must know at a glance, as label names, the one that says most of each pair only.

    ``cancelled``, ``postponed``, ``moved``, ``planned``, ``once-planned`` (announced, the day has passed, no report since),
    ``upcoming``, ``ongoing``, ``expired`` (its id is in ``lapsed``), ``disputed``.
    """
    from timeline.query import phase

    now = phase(event, as_of)
    found = []
    if event.modality in ("cancelled", "postponed"):
        found.append(stance(event))
    elif now == "past":
        found += ["once-planned"] if event.modality == "planned" else []
    elif now == "upcoming" and (event.modality == "reported" or event.when.granularity in ("day", "minute")):
        found.append("upcoming")
    elif event.modality == "planned":
        found.append("planned")
    elif event.when.until is not None and event.when.granularity in ("day", "minute"):
        found.append("ongoing")
    if event.id in lapsed:
        found = ["expired"]
    return found + (["disputed"] if event.conflicts else [])


def corroboration(event: Event) -> int:
    """How many independent sources tell of it (see timeline.events.merging.independence)."""
    if len(event.mentions) < 2:
        return len(event.mentions)
    from timeline.events.merging.independence import independent

    return independent(event.mentions)


def published(mention: Mention, lang: str = "zh") -> str:
    """When the article came out, in words."""
    if mention.published is None:
        return "发布日期不详" if lang == "zh" else "publication date unknown"
    words = display_edtf(mention.published, lang)
    return f"发布于{words}" if lang == "zh" else f"published {words}"


def citation(mention: Mention, lang: str = "zh") -> str:
    """Where a statement stands, for a person: ``《headline》，source，发布于…``."""
    headline = one_line(mention.headline)
    if lang == "zh":
        parts = [f"《{headline}》" if headline else "", one_line(mention.source or mention.document)]
        return "，".join([*filter(None, parts), published(mention)])
    parts = [f"“{headline}”" if headline else "", one_line(mention.source or mention.document)]
    return ", ".join([*filter(None, parts), published(mention, "en")])


def location(mention: Mention) -> str:
    """Where a quote stands, for a machine and a careful reader: ``document:start-end`` in code points."""
    return f"{one_line(mention.document)}:{mention.start}-{mention.end}"


def resolution(mention: Mention, lang: str = "zh") -> str:
    """How the date was worked out, in one clause."""
    timex = mention.timex
    words = one_line(timex.text)
    value = display_edtf(timex.edtf, lang, part=timex.part) if timex.edtf else words
    if lang == "zh":
        return {
            "explicit": f"原文写明“{words}”",
            "relative": f"“{words}”按发布日期推算为{value}",
            "inherited": f"“{words}”承前文推算为{value}",
        }.get(timex.resolution, f"“{words}”推定为{value}")
    return {
        "explicit": f"the text says “{words}”",
        "relative": f"“{words}” counted from the publication date gives {value}",
        "inherited": f"“{words}” completed from the text before it gives {value}",
    }.get(timex.resolution, f"“{words}” was derived as {value}")


def telling_first(event: Event) -> list[Mention]:
    """The mentions, the one that gives the event its date before the others, then those that state theirs best."""
    best = ("explicit", "relative", "derived", "inherited")

    def rank(mention: Mention) -> tuple[bool, int]:
        how = mention.timex.resolution
        return mention.timex.edtf != event.when.edtf, best.index(how) if how in best else len(best)

    return sorted(event.mentions, key=rank)


def certainty(event: Event, lang: str = "zh") -> str:
    """How sure the date is: how it was worked out, how many say so, what is in doubt."""
    zh = lang == "zh"
    clauses = [resolution(one, lang) for one in telling_first(event)[:1]]
    count = corroboration(event)
    if count > 1:
        clauses.append(f"{count} 个来源互证" if zh else f"{count} sources agree")
    if event.when.approximate:
        clauses.append("日期为约数" if zh else "the date is approximate")
    if event.when.uncertain:
        clauses.append("日期存疑" if zh else "the date is uncertain")
    if event.conflicts:
        clauses.append(f"有 {len(event.conflicts)} 处异说" if zh else f"{len(event.conflicts)} disputed points")
    return ("；" if zh else "; ").join(clauses)


def dispute(conflict: Mapping[str, object], lang: str = "zh") -> str:
    """A conflict record as one line: its fields in their own order."""
    if "values" in conflict:
        conflict = {name: conflict[name] for name in ("values", "quotes") if name in conflict}
    told = [
        " / ".join(map(one_line, map(str, value))) if isinstance(value, list) else one_line(str(value))
        for value in conflict.values()
        if value not in (None, "", [], ())
    ]
    return ("；" if lang == "zh" else "; ").join(told)
