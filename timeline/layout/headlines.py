"""Headlines that look like prose by themselves: what stands above and below them tells.

>>> from timeline.layout.kinds import classify
>>> from timeline.layout.lines import units
>>> found = units("渡口开航啦！快来坐船\\n\\n本报记者 王小明\\n\\n渡口昨日开航，来了许多人。")
>>> classify(found)
>>> [unit.kind for unit in found]
['heading', 'byline', 'body']
"""

from __future__ import annotations

from itertools import pairwise

from timeline import regex as re
from timeline.layout.drafts import agreement
from timeline.layout.lines import Unit
from timeline.layout.marks import PAUSES, ends

#: No headline has more characters.
LONGEST = 60
_EXCLAIMED, _EXCLAIMS = 36, re.compile(r"[^。；！？…]{2,}[！？!?](?:[^。；！？…]*[^。；！？…，、：:,;”’）)\s]|”)")
_FULL_STOP = re.compile("[。；]")
#: So much of its words the text below a headline uses at least.
_TOLD = 0.15


def headlines(units: list[Unit]) -> None:
    """Give the kind of headings to headlines that look like prose."""
    _exclaimed(units)
    _wrapped(units)


def _exclaimed(units: list[Unit]) -> None:
    """A headline of two exclamations, 渡口开航啦！快来坐船, looks like prose: it stands on top or above a byline or dateline,
    and ends no sentence."""
    opens = True
    for unit, after in pairwise(units):
        alone = unit.kind == "body" and len(unit.lines) == 1 and len(unit.text) <= _EXCLAIMED and not unit.measured
        if alone and (opens or after.kind in ("byline", "lead", "stamp")) and _EXCLAIMS.fullmatch(unit.text):
            unit.kind = "heading"
        opens = opens and unit.kind in ("furniture", "section", "stamp", "heading")


def _wrapped(units: list[Unit]) -> None:
    """Two or three lines of a headline as wide as the column look like a paragraph: a byline or dateline stands below them,
    they end no sentence, and speak of what is told there, and not of what was told before."""
    for place, unit in enumerate(units[:-1]):
        if unit.kind != "body" or not 1 < len(unit.lines) <= 3 or units[place + 1].kind not in ("byline", "lead"):
            continue
        above = units[place - 1] if place else None
        if ends(unit.text) or unit.text[-1] in PAUSES or _FULL_STOP.search(unit.text) or len(unit.text) > LONGEST:
            continue
        if above is not None and above.kind in ("body", "lead") and not ends(above.text):
            continue
        below = "".join(other.text for other in units[place + 1 : place + 3])
        before = agreement(unit.text, above.text) if above is not None else 0.0
        if agreement(unit.text, below) > max(before, _TOLD):
            unit.kind = "heading"
