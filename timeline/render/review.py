"""What a reviewer sees: one event with its doubts, its words in their context, and what it may be one with.

>>> reason("topicless"), reason("topicless", "en")
('没有话题', 'no topic')
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rich.cells import cell_len
from rich.text import Text

from timeline.events.topics import load
from timeline.layout.flow import unwrap
from timeline.model import Event, Mention
from timeline.render.cells import wrap
from timeline.render.dates import display
from timeline.render.decisions import field_label, value
from timeline.render.rows import flowed
from timeline.render.wording import (
    citation,
    detail_words,
    dispute,
    label,
    location,
    one_line,
    resolution,
    telling_first,
)
from timeline.render.wording import topic_label as topic_words
from timeline.store.corrections.doubt import Doubt

_REASONS = {
    "disputed": ("有异说", "disputed"),
    "uncertain": ("日期不确定", "uncertain date"),
    "approximate": ("日期为约数", "approximate date"),
    "coarse": ("活动没有具体日期", "an activity without a day"),
    "interval": ("日期是一段时间", "the date is a stretch of time"),
    "open": ("日期没有起点或终点", "the date has no beginning or no end"),
    "ambiguous": ("时间词另有读法", "the time can be read otherwise"),
    "dateless-page": ("版面日期不详", "page without a date"),
    "loose-page": ("版面日期不精确", "page dated loosely"),
    "topicless": ("没有话题", "no topic"),
    "long-title": ("标题过长", "long title"),
    "weak-mention": ("仅一处说法，日期靠上下文", "one mention, dated from its context"),
    "single-mention": ("仅一处说法", "one mention only"),
    "merged": ("由多处说法合成", "merged from several statements"),
}
KEYS = (
    ("k", "保留", "keep"),
    ("d", "日期", "date"),
    ("t", "标题", "title"),
    ("y", "类别", "kind"),
    ("o", "话题", "topic"),
    ("p", "地点", "place"),
    ("m", "合并", "merge"),
    ("u", "拆开", "split"),
    ("x", "撤下", "reject"),
    ("s", "跳过", "skip"),
    ("b", "撤销上一步", "back"),
    ("q", "退出", "quit"),
    ("?", "说明", "help"),
)
HELP = {
    "zh": (
        "k、回车、空格  核对无误，看下一条（以后有变才再问）",
        "d t y o p      改日期、标题、类别、话题、地点；改后仍停在这一条",
        "m  与另一条合为一件（按编号，或回车后输入 id）    u  拆开误合的说法",
        "x  不是事件，撤下    s  这次跳过，下次再问    b  撤销本次的上一个决定",
        "q、Ctrl-C  退出；每个决定当场已存",
    ),
    "en": (
        "k, Enter, space  right as it is, go on (asked again only when it changes)",
        "d t y o p        correct date, title, kind, topics, place; it stays on the screen",
        "m  one event with another (its number, or Enter and an id)    u  part what was merged",
        "x  no event, reject it    s  skip for now    b  take back the last decision of this review",
        "q, Ctrl-C  quit; every decision is stored already",
    ),
}
#: Characters shown before and after a quote.
_CONTEXT = 60
#: Mentions shown in full.
_SHOWN = 3


def reason(name: str, lang: str = "zh") -> str:
    """A reason for doubt in words."""
    return _REASONS[name][lang == "en"] if name in _REASONS else name


def reasons(doubt: Doubt, lang: str = "zh") -> str:
    """All reasons with their weights: ``没有话题 0.25 · 仅一处说法 0.10``."""
    return " · ".join(f"{reason(each.name, lang)} {each.weight:.2f}" for each in doubt.reasons)


#: What the rows of ``rows`` tell.
HEADINGS = ("doubt", "id", "date", "what")


def rows(doubts: Iterable[Doubt], lang: str = "zh") -> Iterator[tuple[str, ...]]:
    """Rows of the queue: score, id, date, title and reasons."""
    for each in doubts:
        told = f"（{reasons(each, lang)}）" if lang == "zh" else f" ({reasons(each, lang)})"
        words = f"{one_line(each.event.title)}{told if each.reasons else ''}"
        yield f"{each.score:.2f}", each.event.id[:8], display(each.event.when, lang), words


def card(
    doubt: Doubt,
    near: Sequence[tuple[Event, float]],
    texts: Mapping[str, str],
    *,
    position: tuple[int, int],
    width: int,
    lang: str = "zh",
) -> Iterator[Text]:
    """The event line by line, each at most ``width`` cells; ``texts`` holds the decoded text of its documents."""
    event, zh = doubt.event, lang == "zh"
    head = f"{position[0]}/{position[1]} "
    yield Text.assemble((head, "bold"), ("─" * max(width - 1 - cell_len(head), 0), "dim"))
    if doubt.reasons:
        yield from _wrapped(f"{'疑点' if zh else 'doubt'} {doubt.score:.2f}: {reasons(doubt, lang)}", width, "yellow")
    yield from _wrapped(display(event.when, lang), width, "bold cyan")
    yield from _wrapped(one_line(event.title), width, "bold")
    table = load()
    tags = [label(event.kind, lang), value("modality", event.modality, lang)]
    tags += [topic_words(slug, table, lang) for slug in event.topics]
    tags += [one_line(event.place)] if event.place else []
    tags += [f"{field_label('salience', lang)} {event.salience:.2f}", event.when.edtf, event.id[:8]]
    yield from flowed([(tag, "dim") for tag in tags], width)
    for field, held in event.read.items():
        words = f"{field_label(field, lang)}{'原读作' if zh else ' was read as'} {value(field, held, lang)}"
        yield from _wrapped(words, width, "magenta")
    for name, told in detail_words(event, lang):
        yield from _wrapped(f"{name}: {one_line(told)}", width, "dim")
    for conflict in event.conflicts:
        yield from _wrapped(f"{label('disputed', lang)}: {dispute(conflict, lang)}", width, "magenta")
    yield from _evidence(event, texts, width, lang)
    yield from _near(near, width, lang)


def _evidence(event: Event, texts: Mapping[str, str], width: int, lang: str) -> Iterator[Text]:
    mentions = telling_first(event)
    for number, mention in enumerate(mentions, 1):
        if number > _SHOWN:
            more = len(mentions) - _SHOWN
            yield Text(f"另有 {more} 处说法" if lang == "zh" else f"{more} more statements", style="dim")
            return
        yield Text()
        yield from _in_context(mention, texts.get(mention.document, ""), width)
        yield from _wrapped(citation(mention, lang), width, "dim", "  ")
        yield from _wrapped(f"{resolution(mention, lang)} · {location(mention)}", width, "dim", "  ")


def _in_context(mention: Mention, text: str, width: int) -> Iterator[Text]:
    """The quote between the words around it, the time underlined."""
    before = one_line(unwrap(text[max(0, mention.start - _CONTEXT) : mention.start]))
    after = one_line(unwrap(text[mention.end : mention.end + _CONTEXT]))
    quote, time = one_line(mention.quote), one_line(mention.timex.text)
    shown = f"{'…' if before else ''}{before}▸{quote}◂{after}{'…' if after else ''}"
    for line in _lines(shown, width):
        line.highlight_regex(r"[▸◂]", "bold yellow")
        line.highlight_words([time], "underline")
        yield line


def _lines(words: str, width: int) -> Iterator[Text]:
    yield from (Text(line) for line in wrap(words, width))


def _near(near: Sequence[tuple[Event, float]], width: int, lang: str) -> Iterator[Text]:
    if not near:
        return
    yield Text()
    yield Text("可能是同一件事：" if lang == "zh" else "may be one event with:", style="bold")
    for number, (event, like) in enumerate(near, 1):
        words = f"{number}  {display(event.when, lang)}  {one_line(event.title)}  {like:.0%}  {event.id[:8]}"
        first, *rest = wrap(words, width)
        yield Text(first)
        for line in rest:
            yield from _wrapped(line, width, "", "   ")


def _wrapped(words: str, width: int, style: str, indent: str = "") -> Iterator[Text]:
    for line in wrap(words, max(width - len(indent), 8)):
        yield Text(indent + line, style=style)


def keys(width: int, lang: str = "zh") -> Iterator[Text]:
    """The keys that can be pressed."""
    return iter(flowed([(f"{key} {words[lang == 'en']}", "green") for key, *words in KEYS], width))
