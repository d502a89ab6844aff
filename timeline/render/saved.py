"""Feeds that users saved under a name: which events, and how their entries are wanted, in a file beside the store.

>>> from timeline.query import Query
>>> print(written({"my-trade": saved("my-trade", Query(topics=("trade",), coarse=False))}), end="")
[my-trade]
topics = ["trade"]
coarse = false

The file is TOML, one table a feed, and may be written by hand. Relative dates are kept as they were understood.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import date
from pathlib import Path
from typing import Any

from timeline import regex as re
from timeline.config import user_folder
from timeline.edtf import parse
from timeline.query import Query
from timeline.render.catalogue import ANY, Feed, feeds
from timeline.render.dates import display_edtf
from timeline.render.policy import Policy
from timeline.render.wording import label, one_line, topic_label
from timeline.render.writing import write_if_changed
from timeline.store.engine import address, file_of

FILE = "feeds.toml"
_LONGEST_NAME = 60
_WINDOWS_DEVICE = re.compile(r"(?:con|prn|aux|nul|(?:com|lpt)\d)\Z")
_POLICY = {"coarse": "dates", "halfdays": "halfdays", "alarm": "alarm"}


class FeedError(ValueError):
    """A feed that can't be saved, read or found; the message says what to write instead."""


def shelf(where: str) -> Path:
    """The file of the saved feeds of the store at ``where``: beside it, or in the user's folder if it is no file."""
    file = file_of(address(where))
    return (file.parent if file else user_folder()) / FILE


def checked_name(name: str) -> str:
    """``name`` if it can be a file name on any machine and no other feed's; raises FeedError."""
    safe = re.fullmatch(r"[^\W_][\w-]*", name) and name == name.casefold() and len(name) <= _LONGEST_NAME
    if not safe or _WINDOWS_DEVICE.match(name):
        raise FeedError(
            f"{name!r} can't be a feed's name; write small letters, digits and hyphens, such as trade-upcoming"
        )
    if name in feeds() or name in (ANY, "index") or name.startswith("archive-"):
        raise FeedError(f"{name!r} is the name of a feed that is always there; choose another, such as my-{name}")
    return name


def saved(name: str, query: Query, policy: Policy | None = None, title: str = "") -> Feed:
    """The feed of a query; ``policy`` None leaves its entries to whoever publishes. Raises FeedError."""
    title = one_line(title) or name
    return Feed(
        checked_name(name),
        f"时间线 · {title}",
        f"Timeline: {title}",
        f"自选的事件：{chosen(query)}。",
        to_come=query.upcoming,
        query=replace(query, upcoming=False, as_of=None),
        policy=policy,
    )


def chosen(query: Query) -> str:
    """The filters of a query in words.

    >>> chosen(Query(topics=("trade", "finance"), place="滨江", upcoming=True, as_of=date(2026, 5, 1)))
    '外贸出海、金融；地点含“滨江”；将至'
    """
    from timeline.events.topics import load as topics

    known = topics()
    years = [f"{year}年" for year in dict.fromkeys(query.years or ())]
    parts = (
        "、".join(topic_label(slug, known) for slug in query.topics),
        "、".join(label(kind) for kind in query.kinds),
        "至".join(years),
        f"{display_edtf(query.since.text)}起" if query.since else "",
        f"{display_edtf(query.until.text)}止" if query.until else "",
        *(f"{name}含“{one_line(words)}”" for name, words in _worded(query) if words.strip()),
        "将至" if query.upcoming else "",
        "含数据与动态" if query.all else "",
        "" if query.coarse else "只要有日子的",
        f"最多 {query.limit} 条" if query.limit else "",
    )
    return "；".join(filter(None, parts)) or "全部"


def _worded(query: Query) -> tuple[tuple[str, str], ...]:
    return ("地点", query.place), ("来源", query.source), ("文字", query.text)


def load(path: Path) -> tuple[dict[str, Feed], list[str]]:
    """The saved feeds by name, and what is wrong with those that can't be read. Raises FeedError for no TOML at all."""
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}, []
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise FeedError(f"{path}: {error}; mend it, or delete it to begin anew") from error
    found, problems = {}, []
    for name, table in tables.items():
        try:
            found[name] = _read(name, table)
        except (ValueError, TypeError, AttributeError) as error:
            problems.append(f"{path}: [{name}] {error}")
    return found, problems


def save(path: Path, found: Mapping[str, Feed]) -> None:
    """Write the saved feeds, whole or not at all. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    write_if_changed(path, written(found).encode("utf-8"))


def written(found: Mapping[str, Feed]) -> str:
    """The saved feeds as TOML, in the order of their names."""
    tables = []
    for name in sorted(found):
        head = name if name.isascii() else _toml(name)
        tables.append(
            "\n".join([f"[{head}]", *(f"{key} = {_toml(value)}" for key, value in _record(found[name]))]) + "\n"
        )
    return "\n".join(tables)


def _record(feed: Feed) -> list[tuple[str, Any]]:
    """What differs from a feed of everything, in the order of the filters."""
    query = feed.query or Query()
    title = feed.label.removeprefix("时间线 · ")
    record: list[tuple[str, Any]] = [("title", title)] if title != feed.name else []
    for field in fields(Query):
        value: Any = feed.to_come if field.name == "upcoming" else getattr(query, field.name)
        if field.name == "as_of" or value == field.default:
            continue
        if field.name in ("since", "until"):
            value = value.text
        record.append((field.name, list(value) if isinstance(value, tuple) else value))
    if feed.policy is not None:
        usual = Policy()
        record += [
            (key, getattr(feed.policy, name))
            for name, key in _POLICY.items()
            if getattr(feed.policy, name) != getattr(usual, name)
        ]
    return record


def told(feed: Feed) -> str:
    """What a saved feed holds, on one line."""
    return "; ".join(f"{key} {_toml(value)}" for key, value in _record(feed)) or "everything"


def _toml(value: Any) -> str:
    """A TOML value: its strings, numbers, booleans and lists of these are written as JSON's are."""
    return json.dumps(one_line(value) if isinstance(value, str) else value, ensure_ascii=False).replace("\x7f", "")


def _read(name: str, table: Mapping[str, Any]) -> Feed:
    left = dict(table)
    title = str(left.pop("title", ""))
    own = {name: left.pop(key) for name, key in _POLICY.items() if key in left}
    upcoming = bool(left.pop("upcoming", False))
    known = {field.name for field in fields(Query)} - {"as_of"}
    if unknown := left.keys() - known:
        raise FeedError(f"{', '.join(sorted(unknown))} is no filter; choose {', '.join(sorted(known))}")
    for key in ("since", "until"):
        if key in left:
            left[key] = parse(str(left[key]))
    for key in ("years", "topics", "kinds"):
        if key in left:
            left[key] = tuple(left[key])
    query = Query(**left, upcoming=upcoming, as_of=date.min if upcoming else None)
    return saved(name, query, Policy(**own) if own else None, title)
