"""An event told to a person in a calendar entry: what, when and how precisely, where, how to join, who says so.

>>> from timeline.render.telling import WITHDRAWN
>>> WITHDRAWN
'【撤回】'
"""

from __future__ import annotations

from timeline.edtf import rank
from timeline.model import Event, Mention
from timeline.render.dates import display
from timeline.render.recurring import repetition_words
from timeline.render.wording import certainty, citation, detail_words, dispute, label, one_line, stance, telling_first

WITHDRAWN = "【撤回】"
_STANDING = {"cancelled": "【取消】", "postponed": "【延期】", "moved": "【改期】"}
_WHY_GONE = {
    "rejected": "此条经人工核对后撤下。",
    "merged": "此条与另一条是同一件事，已并入那一条。",
    "lost": "此条的来源已经改动或移除，因此撤下。",
}
_MOST_ARTICLES = 3
_MOST_QUOTES = 2
_LONGEST_QUOTE = 300


def standing(event: Event, withdrawn: bool = False) -> str:
    """What must stand before the title, since not every client shows the status."""
    return WITHDRAWN if withdrawn else _STANDING.get(stance(event), "")


def precision(event: Event) -> str:
    """What the source leaves open about the date; empty when it names the day."""
    when = event.when
    if rank(when.granularity) < rank("day"):
        return "日期未定" if event.modality in ("planned", "postponed") else "具体日期不详"
    if when.uncertain and "/" in when.edtf:
        return "是其中一天"
    return "没有说明结束时间" if when.granularity == "minute" and "/" not in when.edtf else ""


def _quotes(event: Event) -> list[str]:
    """The words themselves, those that state the date first, each article's source once."""
    by_article: dict[tuple[str, str], list[Mention]] = {}
    for mention in telling_first(event):
        by_article.setdefault((mention.document, mention.article), []).append(mention)
    lines = []
    told = 0
    for mentions in list(by_article.values())[:_MOST_ARTICLES]:
        lines.append("")
        for mention in mentions[:_MOST_QUOTES]:
            quote = one_line(mention.quote)
            shown = quote if len(quote) <= _LONGEST_QUOTE else quote[: _LONGEST_QUOTE - 1] + "…"
            lines.append(f"{label('quote')}：“{shown}”")
            told += 1
        lines.append(f"{label('source')}：{citation(mentions[0])}")
    more = len(event.mentions) - told
    return [*lines, f"另有 {more} 处说法"] if more else lines


def describe(event: Event, *, withdrawn: str = "", page: str = "") -> str:
    """The entry's description, several lines; ``withdrawn`` is why it is gone, ``page`` the event's own page."""
    lines = [_WHY_GONE.get(withdrawn, "此条已从时间线撤下。")] if withdrawn else []
    vague = precision(event)
    lines.append(f"{label('when')}：{display(event.when)}" + (f"（{vague}）" if vague else ""))
    if words := repetition_words(event):
        lines.append(f"{label('repeats')}：{words}")
    if event.place:
        lines.append(f"{label('where')}：{one_line(event.place)}")
    lines += [f"{name}：{one_line(words)}" for name, words in detail_words(event)]
    if event.modality != "reported":
        lines.append(f"{label('status')}：{label(stance(event))}")
    lines += _quotes(event)
    lines += ["", f"{label('sure')}：{certainty(event)}"]
    lines += [f"{label('dispute')}：{dispute(conflict)}" for conflict in event.conflicts]
    if page:
        lines.append(f"{label('page')}：{page}")
    return "\n".join(lines).strip()
