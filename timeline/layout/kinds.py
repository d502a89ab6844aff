"""What each unit of a page is: heading, byline, stamp, body, labelled line, caption, standing title, furniture.

>>> from timeline.layout.lines import units
>>> [kind(unit) for unit in units("本报记者 王小明\\n\\n活动时间：4月26日\\n\\n责任编辑：李雷")]
['byline', 'label', 'furniture']
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from timeline import regex as re
from timeline.layout.brackets import brackets
from timeline.layout.bylines import is_byline
from timeline.layout.entries import entries
from timeline.layout.headlines import LONGEST, headlines
from timeline.layout.lines import Unit
from timeline.layout.marks import (
    BOXED,
    CAPTION,
    COLUMN,
    DATED,
    EDITORIAL,
    FIELD,
    HONOURS,
    LABEL,
    LEAD,
    LISTED,
    LOST_NOTICE,
    MARKDOWN,
    MONTH_MASTHEAD,
    NEWS_OF,
    PAPER,
    SECTION,
    STANDING,
    TITLE_FIELD,
    WEATHER,
    ends,
    ends_with_day,
    is_furniture,
    is_tabled,
)
from timeline.layout.names import is_name, is_signed
from timeline.layout.stamped import stamped

_STOP = re.compile(r"[。！？；][^\s”’』」）)》]|[，,、].*[，,、].*[，,、]")
#: A column's name in front of a headline: 城事｜渡口开航，来了许多人.
_UNDER_LABEL = re.compile(r"[^\s|｜│，。：\d]{2,8}[|｜│][^\s|｜│][^|｜│]{5,40}")
_COLUMN_NAME = re.compile("[\u4e00-\u9fff·]{2,8}")
_COMMA = re.compile("[，,]")
_SENTENCE = re.compile(r"[。！？]")
_PAUSED = re.compile(r"[，,、]|“[^”]*\Z")
#: The name of the paper stands in one of so many first lines.
_TOP = 4
_MASTHEAD = 60  # characters
_PAGE, _CHECKS = 20_000, 64
_WRITTEN = re.compile(r"文\s?[/／、]?\s?[图摄]|图\s?[/／、]?\s?文")
_CREDITED = re.compile(r"[摄图][影片]?[）)]?\Z|资料[）)]?\Z")


def _is_heading(unit: Unit) -> bool:
    text = unit.text
    return (
        len(text) <= LONGEST
        and len(unit.lines) <= 3
        and not unit.measured
        and not (unit.inset and unit.full and len(unit.lines) == 1)
        and not _STOP.search(text)
        and not ((len(text) > 30 or ends_with_day(text)) and len(_COMMA.findall(text)) > 1)
        and text[-1] not in "。；，、,;：:."
        and not DATED.match(text)
        and not LISTED.match(text)
        and (not is_tabled(text) or _UNDER_LABEL.fullmatch(text) is not None)
        and not (text[-1] in "℃度" and WEATHER.search(text))
    )


def _is_caption(unit: Unit) -> bool:
    text = unit.text
    if text[-1] not in "摄影图片料供）)" or len(text) > 260:
        return False
    return _CREDITED.search(text[-6:]) is not None and CAPTION.search(text[-60:]) is not None


def kind(unit: Unit) -> str:
    """The kind of a unit by itself; its neighbours may still change it."""
    text = unit.text
    if MARKDOWN.match(text):
        return "heading"
    short = len(text) <= 120
    if _lead_word(text) and (lead := LEAD.match(text)):
        return "lead" if lead.end() < len(text) else "byline"
    if LABEL.match(text):
        return "label"
    if is_byline(text) and (_WRITTEN.search(text) or not _CREDITED.search(text)):
        return "byline"
    if _is_caption(unit):
        return "caption"
    if EDITORIAL.match(text):
        return "editorial"
    if (short and is_furniture(text)) or LOST_NOTICE.match(text):
        return "furniture"
    if len(text) <= 10 and SECTION.match(text):
        return "section"
    return "heading" if _is_heading(unit) else "body"


def _lead_word(text: str) -> bool:
    head = text[:40]
    return "讯" in head or "电" in head or "消息" in head or "报道" in head or "报导" in head


def classify(units: list[Unit]) -> None:
    """Set the kind of every unit, from itself and then from where it stands."""
    for unit in units:
        unit.kind = kind(unit)
    _fields(units)
    stamped(units)
    _columns(units)
    _slogans(units)
    headlines(units)
    _mastheads(units)
    _authors(units)
    entries(units)
    _lists(units)
    _pictures(units)
    _broken(units)


def _fields(units: list[Unit]) -> None:
    """A text that begins with 标题：… and goes on with 时间：…, 来源：… has its fields by name: they are its frame."""
    if len(units) < 3 or not TITLE_FIELD.match(units[0].text) or not FIELD.match(units[1].text):
        return
    units[0].kind = "heading"
    for unit in units[1:]:
        if not FIELD.match(unit.text) or len(unit.text) > 200:
            return
        unit.kind = "furniture"


def _columns(units: list[Unit]) -> None:
    """The titles of columns, where an article's head stands below them: a common word by itself, a word that heads
    columns everywhere, a line in a box, a short line that stands above several headlines."""
    repeated = Counter(unit.text for unit, after in pairwise(units) if _short(unit) and after.kind == "heading")
    for unit, after in pairwise(units):
        if unit.kind != "heading" or after.kind not in ("heading", "lead", "byline"):
            continue
        named = STANDING.match(unit.text) or BOXED.match(unit.text) or repeated[unit.text] > 1
        column = named and after.kind == "heading" and len(unit.lines) == 1
        if column or (after.gap > 0 and _standing(unit.text, after.text)):
            unit.kind = "section"


def _short(unit: Unit) -> bool:
    """Whether a unit may name a column: one short line of words."""
    return unit.kind == "heading" and len(unit.lines) == 1 and _COLUMN_NAME.fullmatch(unit.text) is not None


def _standing(text: str, after: str) -> bool:
    """Whether a heading is a standing title; one with Markdown's marks only above a heading of a lower level."""
    marks, below = MARKDOWN.match(text), MARKDOWN.match(after)
    if not marks:
        return COLUMN.match(text) is not None
    bare = text[marks.end() :]
    lower = below is not None and len(below[1]) > len(marks[1])
    return lower and len(bare) <= 10 and bool(COLUMN.match(bare) or SECTION.match(bare))


def _slogans(units: list[Unit]) -> None:
    """At the head of a page, what stands beside the masthead's honours is the masthead's too."""
    head = units[:6]
    honours = [place for place, unit in enumerate(head) if unit.kind == "heading" and HONOURS.search(unit.text)]
    for unit in head[: honours[-1] + 1 if honours else 0]:
        if unit.kind == "heading":
            unit.kind = "furniture"
        elif unit.kind not in ("furniture", "section"):
            return


def _is_masthead(text: str) -> bool:
    """Whether a line says of which day the paper is, without the year, and nothing else."""
    if len(text) > _MASTHEAD or "月" not in text:
        return False
    found = MONTH_MASTHEAD.fullmatch(text)
    return found is not None and bool(found["w"] or found["lm"])


def _mastheads(units: list[Unit]) -> None:
    """The name of the paper or account: on top of the page, above a headline, or again at the head of each column."""
    named = [
        unit for unit in units if unit.kind == "heading" and PAPER.match(unit.text) and not NEWS_OF.search(unit.text)
    ]
    counts = Counter(unit.text for unit in named)
    for unit in named:
        if counts[unit.text] > 1:
            unit.kind = "furniture"
    for place, unit in enumerate(units[: min(_TOP, len(units) - 1)]):
        if unit in named and units[place + 1].kind in ("heading", "section", "stamp", "furniture", "byline"):
            above = units[place - 1].kind if place else ""
            if unit.text[-1] == "报" or above == "furniture":
                unit.kind = "furniture"
        if unit.kind not in ("furniture", "section", "stamp"):
            break
    _days(units)


def _days(units: list[Unit]) -> None:
    """The day that the masthead gives without its year: with its lunar date on top, or beside other furniture."""
    dated = [(place, unit) for place, unit in enumerate(units) if len(unit.lines) == 1 and _is_masthead(unit.text)]
    for place, unit in dated if len({unit.text for _, unit in dated}) == 1 else ():
        beside = {other.kind for other in (*units[max(place - 1, 0) : place], *units[place + 1 : place + 2])}
        if "furniture" in beside or (place < _TOP and "月" in unit.text.partition("日")[2]):
            unit.kind = "furniture"


def _authors(units: list[Unit]) -> None:
    """A name alone between a heading and a text is who wrote it; behind the mark for authors it is so anywhere."""
    for before, unit, after in zip(units, units[1:], units[2:], strict=False):
        if (
            unit.kind not in ("heading", "body")
            or len(unit.lines) > 1
            or after.kind not in ("body", "lead", "heading", "stamp")
        ):
            continue
        if is_signed(unit.text) or (unit.kind == before.kind == "heading" and is_name(unit.text)):
            unit.kind = "byline"


def _lists(units: list[Unit]) -> None:
    """Four headings in a row, line under line, are a list or a table, not headings."""
    run: list[Unit] = []
    for unit in [*units, None]:
        if unit and unit.kind == "heading" and (not run or unit.gap == 0):
            run.append(unit)
            continue
        if len(run) >= 4:
            for entry in run:
                entry.kind = "body"
        run = [unit] if unit and unit.kind == "heading" else []


def _pictures(units: list[Unit]) -> None:
    """Where paragraphs stand one blank line apart, a single short sentence behind a wider gap is a picture's caption."""
    gaps = [unit.gap for unit in units[1:] if unit.kind == "body"]
    if len(gaps) < 4 or sorted(gaps)[len(gaps) // 2] != 1:
        return
    for place, unit in enumerate(units[1:], 1):
        if unit.gap < 3 or len(unit.text) > 60 or unit.kind not in ("body", "heading") or MARKDOWN.match(unit.text):
            continue
        after = units[place + 1].kind if place + 1 < len(units) else ""
        one_sentence = unit.text[-1] == "。" and len(_SENTENCE.findall(unit.text)) == 1
        if one_sentence or (unit.kind == "heading" and after == "heading" and not ends(unit.text)):
            unit.kind = "caption"


def _broken(units: list[Unit]) -> None:
    """A short paragraph that stops in mid-sentence looks like a heading; what follows it tells: it closes a bracket
    that was left open, or completes a word that the page uses elsewhere."""
    page = "".join(unit.text for unit in units if unit.kind in ("body", "lead"))[:_PAGE]
    checked = 0
    for place, unit in enumerate(units[:-1]):
        if unit.kind != "heading" or not place or units[place - 1].kind not in ("body", "lead"):
            continue
        if not _PAUSED.search(unit.text) or MARKDOWN.match(unit.text) or checked >= _CHECKS:
            continue
        checked += 1
        after = next((other for other in units[place + 1 : place + 3] if other.kind != "caption"), None)
        if after is not None and after.kind == "body" and _completes(unit.text, after.text, page):
            unit.kind, unit.full = "body", True


def _completes(text: str, after: str, page: str) -> bool:
    leaves, closes = brackets(text)[1], brackets(after[:400])[0]
    return bool(leaves & closes) or page.count(text[-1] + after[0]) > 0
