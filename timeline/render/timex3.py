"""Time expressions as TIMEX3 elements in the text (ISO-TimeML, ISO 24617-1; TimeML 1.2.1).

>>> from timeline.timex import tag
>>> text = "2025年4月26日开馆，每周四闭馆"
>>> print(timex3(text, tag(text)))
<TIMEX3 tid="t1" type="DATE" value="2025-04-26">2025年4月26日</TIMEX3>开馆，<TIMEX3 tid="t2" type="SET" value="XXXX-WXX-4" quant="EVERY">每周四</TIMEX3>闭馆

A stretch is a DURATION between two points, which stand behind it as elements without words; so does, before the text,
the article's date (``t0``) where an expression counts from it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from xml.sax.saxutils import escape, quoteattr

from timeline import edtf
from timeline import regex as re
from timeline.model import Timex
from timeline.render.timex3_values import length, modifier, point, repeated, vague, week

_NOT_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
#: The date that a step of the resolution says something was counted from.
_COUNTED_FROM = re.compile(r"(?<![0-9-])[0-9]{4}(?:-[0-9]{2}){0,2}(?![0-9-])")
_CREATION = "t0"
Attributes = list[tuple[str, str]]


def timex3(text: str, timexes: Iterable[Timex], anchor: date | str | None = None) -> str:
    """``text`` with every expression in a TIMEX3 element, escaped as XML content; ``anchor`` is its date (EDTF)."""
    found = list(timexes)
    parts, position, points = [], 0, len(found)
    for number, timex in enumerate(found, 1):
        attributes, ends = _attributes(text, timex, points)
        points += len(ends)
        if origin := _origin(found[: number - 1], timex, anchor):
            attributes += [("temporalFunction", "true"), ("anchorTimeID", origin)]
        parts += [_content(text[position : timex.start]), _element(f"t{number}", attributes, _content(timex.text))]
        parts += [_element(*end) for end in ends]
        position = timex.end
    if anchor is not None and any(f'anchorTimeID="{_CREATION}"' in part for part in parts):
        created = [("type", "DATE"), ("value", str(anchor)), ("functionInDocument", "CREATION_TIME")]
        parts.insert(0, _element(_CREATION, created))
    return "".join(parts) + _content(text[position:])


def _element(tid: str, attributes: Attributes, content: str = "") -> str:
    told = "".join(f" {name}={quoteattr(value)}" for name, value in (("tid", tid), *attributes))
    return f"<TIMEX3{told}>{content}</TIMEX3>" if content else f"<TIMEX3{told}/>"


def _content(text: str) -> str:
    return escape(_NOT_XML.sub("\ufffd", text))


def _attributes(text: str, timex: Timex, points: int) -> tuple[Attributes, list[tuple[str, Attributes]]]:
    """What an element says, and the points of a stretch, numbered behind ``points``."""
    kind = timex.type
    ends: list[tuple[str, Attributes]] = []
    if timex.type == "SET":
        attributes = [("type", kind), *repeated(timex, text)]
    elif timex.edtf is None:
        value = timex.duration or vague(timex)
        attributes = [("type", kind), ("value", value)]
    elif "/" not in timex.edtf or (whole := week(timex)):
        attributes = [("type", kind), ("value", point(timex.edtf, timex) if "/" not in timex.edtf else whole)]
    else:
        attributes = [("type", "DURATION"), ("value", length(timex))]
        for name, value in zip(("beginPoint", "endPoint"), timex.edtf.split("/"), strict=True):
            if value and value != "..":
                tid = f"t{points + len(ends) + 1}"
                attributes.append((name, tid))
                ends.append((tid, [("type", "TIME" if "T" in value else "DATE"), ("value", point(value))]))
    if mod := modifier(timex, text):
        attributes.append(("mod", mod))
    return attributes, ends


def _origin(before: list[Timex], timex: Timex, anchor: date | str | None) -> str:
    """The element that an expression was counted from: the article's date, or the last one told with that value."""
    if timex.edtf is None or timex.resolution not in ("relative", "inherited"):
        return ""
    if timex.resolution == "relative":
        return _CREATION if anchor is not None and "XXXX" not in timex.edtf else ""
    told = [step for each in timex.steps for step in _COUNTED_FROM.findall(each)]
    for number in range(len(before), 0, -1):
        value = before[number - 1].edtf
        if value and any(value.startswith(step) or step.startswith(edtf.parse(value).text) for step in told[:1]):
            return f"t{number}"
    return ""
