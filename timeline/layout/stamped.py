"""Which lines say when the page or an article was published: by their words, and where those could be an event's, by their place.

>>> from timeline.layout.kinds import classify
>>> from timeline.layout.lines import units
>>> found = units("渡口开航\\n2020-10-16\\n渡口昨日开航，来了许多人。")
>>> classify(found)
>>> [unit.kind for unit in found]
['heading', 'stamp', 'body']

A bare date is the page's where it stands between a headline and the text below it, or on top of the page; it is an
entry's in a chronicle or programme, and a signature below a text.
"""

from __future__ import annotations

from timeline import regex as re
from timeline.layout.bylines import is_byline
from timeline.layout.entries import is_timed, is_year
from timeline.layout.lines import Unit
from timeline.layout.marks import LABEL, ends
from timeline.layout.stamps import Stamp, is_frame, is_medium, is_office, stamps

#: What no event's date says of itself.
_STRONG = frozenset({"published", "drawn", "changed", "signed"})
#: What may stand between a headline and its text.
_FRAME = frozenset({"stamp", "byline", "furniture", "caption"})
_TEXT = frozenset({"body", "lead", "label", "editorial"})
#: Titles under which a date is an entry's or belongs to what is told.
_LOOKS_BACK = re.compile(r"大事记|年表|日记|纪事|编年|回忆|往事|史话|日志|手记|那一天|历史上的今天")
_WHEN = re.compile(r"[^:：]{0,8}(?:时间|日期|期限)[】\]]?\s*[:：]")
_AHEAD = 8


def stamped(units: list[Unit]) -> None:
    """Set the kind of lines that say when something was published (``stamp``), and of dates that belong to the text."""
    found = {place: said for place, unit in enumerate(units) if len(unit.lines) <= 2 and (said := stamps(unit.text))}
    for place, unit in enumerate(units):
        if place not in found and unit.kind in ("heading", "body", "label") and is_frame(unit.text):
            unit.kind = "furniture"
    for place, said in found.items():
        if any(each.says in _STRONG for each in said):
            units[place].kind = "byline" if _signed(units, place, found) else "stamp"
    weak = [place for place in found if units[place].kind not in ("stamp", "byline")]
    told = {place for place in weak if _entry(units, place, found)}
    for place in weak:
        unit, first = units[place], found[place][0]
        heads = place not in told and (first.says == "sourced" or not told) and _heads(units, place, found)
        if heads and not _closes(units, place):
            unit.kind = "stamp"
            _named_above(units, place, found)
        elif place in told or (_signs(units, place) and not first.clocked):
            unit.kind = "body"


def _named_above(units: list[Unit], place: int, found: dict[int, tuple[Stamp, ...]]) -> None:
    """A name alone right above a date is who publishes, where a headline stands above or below both."""
    above = units[place - 1] if place else None
    if above is None or above.kind != "heading" or not (is_medium(above.text) or is_office(above.text)):
        return
    top, below = _beside(units, place - 1, -1, found), _beside(units, place, 1, found)
    titled = top if top is not None else below
    if titled is not None and titled.kind == "heading":
        above.kind = "furniture"


def _signed(units: list[Unit], place: int, found: dict[int, tuple[Stamp, ...]]) -> bool:
    """Whether a line is the byline below a headline or text that has none yet."""
    if not is_byline(units[place].text):
        return False
    return units[place - 1].kind != "byline" and _beside(units, place, -1, found) is not None


def _beside(units: list[Unit], place: int, step: int, found: dict[int, tuple[Stamp, ...]]) -> Unit | None:
    """The nearest unit in one direction that is no frame and no such line; None at the end of the page."""
    place += step
    while 0 <= place < len(units) and (units[place].kind in _FRAME or place in found):
        place += step
    return units[place] if 0 <= place < len(units) else None


def _entry(units: list[Unit], place: int, found: dict[int, tuple[Stamp, ...]]) -> bool:
    """Whether a bare date heads an entry of a chronicle or programme: text stands above and below it, or items with their
    clock times below."""
    if found[place][0].says == "sourced":
        return False
    above, below = _beside(units, place, -1, found), _beside(units, place, 1, found)
    if below is not None and (is_timed(below.text) or is_year(below.text)):
        return True
    return below is not None and below.kind != "heading" and above is not None and above.kind in _TEXT


def _heads(units: list[Unit], place: int, found: dict[int, tuple[Stamp, ...]]) -> bool:
    """Whether a date stands right between a headline and its text, or on top of the page."""
    said = found[place][0].says
    above, below = _beside(units, place, -1, found), _beside(units, place, 1, found)
    if below is None or said == "glossed":
        return False
    if said == "dated" and not _framed(units, place, above):
        return False
    if above is None:
        return below.kind == "heading" or said in ("sourced", "dated")
    if above.kind != "heading" or not _opens(units, place, below, found) or _LOOKS_BACK.search(above.text):
        return False
    labels = [unit.text for unit in units[place + 1 : place + 1 + _AHEAD] if unit.kind == "label"]
    return said == "sourced" or not labels or any(_WHEN.match(label) for label in labels)


def _opens(units: list[Unit], place: int, below: Unit, found: dict[int, tuple[Stamp, ...]]) -> bool:
    """Whether the text begins below a date, if need be under one more heading on a page with no other such date."""
    if below.kind in _TEXT:
        return True
    after = _beside(units, units.index(below, place), 1, found)
    return below.kind == "heading" and len(found) == 1 and after is not None and after.kind in _TEXT


def _framed(units: list[Unit], place: int, above: Unit | None) -> bool:
    """Whether 日期： or 时间： is a field of the page and not of an event: no place or programme is given below it, and
    日期： or another field of the page stands there."""
    if any(unit.kind == "label" for unit in units[place + 1 : place + 1 + _AHEAD]):
        return False
    beside = [*units[max(place - 1, 0) : place], *units[place + 1 : place + 2]]
    if any(unit.kind in _FRAME for unit in beside):
        return True
    return "日期" in units[place].text or (above is not None and "年" not in units[place].text)


def _closes(units: list[Unit], place: int) -> bool:
    """Whether a date under the name of an office ends the text above both, though another heading stands below it."""
    above = units[max(0, place - 2) : place]
    return (
        len(above) == 2
        and above[0].kind in _TEXT
        and ends(above[0].text)
        and is_office(above[1].text)
        and "年" in units[place].text
        and units[place].text.endswith("日")
    )


def _signs(units: list[Unit], place: int) -> bool:
    """Whether a date stands at the foot of a text, where it and the name above it are part of the text."""
    above = place - 1
    if above > 0 and units[above].kind == "heading" and is_office(units[above].text) and units[above - 1].kind in _TEXT:
        units[above].kind = "body"
    return above >= 0 and units[above].kind in _TEXT and not LABEL.match(units[place].text)
