"""Decisions for a person: what was decided, by whom, when and why, and how an event came to be what it is.

>>> value("kind", "milestone"), value("place", None, "en")
('大事', 'none')
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from timeline import regex as re
from timeline.events.topics import load
from timeline.model import Event
from timeline.render.dates import display
from timeline.render.wording import dispute, label, one_line, relation_label, topic_label
from timeline.store import Decision, Revision
from timeline.store.corrections.fields import READ, dated

_FIELDS = {
    "title": ("标题", "title"),
    "date": ("日期", "date"),
    "kind": ("类别", "kind"),
    "topics": ("话题", "topics"),
    "place": ("地点", "place"),
    "modality": ("性质", "modality"),
    "actors": ("主体", "actors"),
    "details": ("细节", "details"),
    "salience": ("重要程度", "salience"),
    "links": ("关联", "links"),
    "conflicts": ("异说", "disputes"),
    "recurrence": ("重复", "recurrence"),
    "sources": ("出处", "sources"),
    "state": ("状态", "state"),
    "successor": ("并入", "became part of"),
}
_STATES = {
    "live": ("在列", "listed"),
    "rejected": ("已撤下", "rejected"),
    "merged": ("已并入另一条", "part of another"),
    "lost": ("已无文档提及", "told by no document"),
    "reported": ("已报道", "reported"),
}
_ACTS = {
    ("rejected", True): ("撤下", "rejected"),
    ("rejected", False): ("恢复", "restored"),
    ("kept", True): ("核对无误", "kept as it is"),
    ("kept", False): ("要求再核对", "to be looked at again"),
}
#: A date as revisions write it, the part of it that is meant behind a blank.
_SAID = re.compile(r"(\S+) ([a-z]+)\Z")
#: What a value that is not there is called.
_NOTHING = ("无", "none")


def field_label(field: str, lang: str = "zh") -> str:
    """The word for a field of an event; a name without one is given back."""
    return _FIELDS[field][lang == "en"] if field in _FIELDS else field


def value(field: str, held: Any, lang: str = "zh") -> str:
    """A field's value in words."""
    if held in (None, "", [], {}):
        return _NOTHING[lang == "en"]
    if field == "topics":
        table = load()
        return "、".join(topic_label(slug, table, lang) for slug in held)
    if field == "date":
        try:
            return display(dated(_SAID.sub(r"\1 (\2)", str(held))), lang)
        except ValueError:  # a revision of a version that wrote it otherwise
            return str(held)
    if field in ("kind", "modality", "state"):
        return _STATES[held][lang == "en"] if held in _STATES else label(str(held), lang)
    return one_line(
        _listed(field, held, lang) or (held if isinstance(held, str) else json.dumps(held, ensure_ascii=False))
    )


def _listed(field: str, held: Any, lang: str) -> str:
    """Details, links, disputes and plain lists in words; "" for what is none of them."""
    zh = lang == "zh"
    pause = "；" if zh else "; "
    if field == "details" and isinstance(held, Mapping):
        return pause.join(f"{label(name, lang)}{'：' if zh else ': '}{words}" for name, words in held.items())
    if not isinstance(held, Sequence) or isinstance(held, str):
        return ""
    if field == "links":
        return pause.join(f"{relation_label(relation, lang)}{'' if zh else ' '}{other[:8]}" for relation, other in held)
    if field == "conflicts":
        return pause.join(dispute(one, lang) for one in held)
    return ("、" if zh else ", ").join(held) if all(isinstance(each, str) for each in held) else ""


def change(field: str, before: Any, after: Any, lang: str = "zh") -> str:
    """A field from what it was to what it is: ``日期：2019年 → 2019年8月1日``."""
    colon = "：" if lang == "zh" else ": "
    return f"{field_label(field, lang)}{colon}{value(field, before, lang)} → {value(field, after, lang)}"


def acts(decision: Decision, numbers: Mapping[str, int], lang: str = "zh") -> list[str]:
    """What a decision does, a line for each thing; ``numbers`` are those of decisions, by key."""
    zh = lang == "zh"
    lines = []
    for field, before, after in decision.changes:
        if field in ("rejected", "kept"):
            lines.append(_ACTS[field, after][not zh])
        elif field == "undoes":
            number = f"#{numbers[after]}" if after in numbers else str(after)
            lines.append(f"撤销 {number}" if zh else f"took back {number}")
        elif field == "added":
            words = value("date", after["date"], lang)
            lines.append(
                f"手工添加：{words} {one_line(after['title'])}（{one_line(after['source'])}）"
                if zh
                else f"added by hand: {words} {one_line(after['title'])} ({one_line(after['source'])})"
            )
        elif field in ("joined", "parted"):
            quotes = [one_line(group[0]["quote"]) for group in after["groups"] if group]
            marked = (" ＋ " if field == "joined" else " ｜ ").join(f"“{_short(quote)}”" for quote in quotes)
            names = {"joined": ("合并", "merged"), "parted": ("拆开", "parted")}[field]
            lines.append(f"{names[not zh]}{'：' if zh else ': '}{marked}")
        else:
            lines.append(change(field, before, after, lang))
    return lines


def _short(words: str, most: int = 24) -> str:
    return words if len(words) <= most else f"{words[: most - 1]}…"


def moment(stamp: str) -> str:
    """When something was done, to the minute, in UTC."""
    return f"{stamp[:10]} {stamp[11:16]} UTC" if len(stamp) >= 16 else stamp


def signature(decision: Decision, lang: str = "zh") -> str:
    """Who decided, when and why, and whether it was taken back."""
    words = f"#{decision.number}  {moment(decision.when)}  {one_line(decision.who) or '?'}"
    if decision.why:
        words += f"（{one_line(decision.why)}）" if lang == "zh" else f" ({one_line(decision.why)})"
    if decision.undone:
        words += "  已撤销" if lang == "zh" else "  taken back"
    return words


def told(decision: Decision, numbers: Mapping[str, int], lang: str = "zh") -> Iterator[str]:
    """A decision, line by line."""
    yield signature(decision, lang)
    yield from (f"    {line}" for line in acts(decision, numbers, lang))


def taken_back(decision: Decision, by: int, numbers: Mapping[str, int], lang: str = "zh") -> Iterator[str]:
    """What an undo did, line by line; ``by`` is its number."""
    zh = lang == "zh"
    yield f"{decision.event[:8]}  {one_line(decision.title)}".rstrip()
    who = (
        f"{one_line(decision.who) or '?'}，{moment(decision.when)}"
        if zh
        else f"{decision.who}, {moment(decision.when)}"
    )
    yield f"  已撤销 #{decision.number}（{who}）" if zh else f"  took back #{decision.number} ({who})"
    for field, before, after in decision.changes:
        if field in READ:
            yield f"    {change(field, after, before, lang)}"
        else:
            only = dataclasses.replace(decision, changes=((field, before, after),))
            yield f"    {'不再' if zh else 'no longer'}{'：' if zh else ': '}{acts(only, numbers, lang)[0]}"
    yield f"  恢复：timeline undo {by}" if zh else f"  to bring it back: timeline undo {by}"


def rows(decisions: Iterable[Decision], lang: str = "zh") -> Iterator[tuple[str, ...]]:
    """Rows of a list: number, when, who, event, and whether it stands, what it does to which event and why."""
    listed = list(decisions)
    numbers = {each.key: each.number for each in listed}
    for each in listed:
        what = "；".join(acts(each, numbers, lang)) if lang == "zh" else "; ".join(acts(each, numbers, lang))
        title = (
            f"《{one_line(each.title)}》" if each.title and lang == "zh" else f"“{each.title}” " if each.title else ""
        )
        why = f"（{one_line(each.why)}）" if each.why and lang == "zh" else f" ({each.why})" if each.why else ""
        state = ("（已撤销）" if lang == "zh" else "(taken back) ") if each.undone else ""
        when = moment(each.when).removesuffix(" UTC")
        yield f"#{each.number}", when, each.who, each.event[:8], f"{state}{title}{what}{why}"


#: What the rows of ``rows`` tell.
HEADINGS = ("no.", "when (UTC)", "who", "event", "what")


def history(
    event: Event, revisions: Sequence[Revision], decisions: Sequence[Decision], numbers: Mapping[str, int], lang: str
) -> Iterator[str]:
    """An event's story: what was read and changed, and what people decided, in order of time."""
    zh = lang == "zh"
    yield one_line(event.title)
    yield f"{display(event.when, lang)} · id {event.id}"
    if event.read:
        words = ("；" if zh else "; ").join(
            f"{field_label(field, lang)} {value(field, held, lang)}" for field, held in event.read.items()
        )
        yield f"原读作：{words}" if zh else f"read as: {words}"
    yield ""
    left = list(decisions)
    for revision in revisions:
        while left and (left[0].when.removesuffix("Z"), False) < (
            revision.when.removesuffix("Z"),
            _of(left[0], revision),
        ):
            yield from told(left.pop(0), numbers, lang)
        cause = left.pop(0) if left and _of(left[0], revision) else None
        yield from _revised(revision, cause, numbers, lang)
    for each in left:
        yield from told(each, numbers, lang)


def _of(decision: Decision, revision: Revision) -> bool:
    """Whether a revision came of a decision: both are of one second."""
    return decision.when[:19] == revision.when[:19] and revision.number > 1


def _revised(revision: Revision, cause: Decision | None, numbers: Mapping[str, int], lang: str) -> Iterator[str]:
    zh = lang == "zh"
    number = f"第{revision.number}版" if zh else f"revision {revision.number}"
    if cause is not None:
        yield f"{signature(cause, lang)}  {number}"
        yield from (f"    {line}" for line in acts(cause, numbers, lang))
        said = {field for field, _, _ in cause.changes}
        if said.isdisjoint(("undoes", "joined", "parted")):
            return
    else:
        what = (
            ("首次读到" if zh else "first read")
            if revision.number == 1
            else ("来源有变" if zh else "its sources changed")
        )
        yield f"    {moment(revision.when)}  {what}  {number}"
    yield from (f"    {line}" for line in _differences(revision.changes, lang))


def _differences(changes: Mapping[str, Any], lang: str) -> Iterator[str]:
    for field, held in changes.items():
        if field == "mentions":
            yield from (f"＋ {one_line(words)}" for words in held.get("added", ()))
            yield from (f"－ {one_line(words)}" for words in held.get("removed", ()))
        elif isinstance(held, list) and len(held) == 2:
            yield change(field, held[0], held[1], lang)
