"""Why an event is where it is, and why a page is dated as it is, in plain words.

>>> from timeline.model import Dct
>>> from timeline.render.explain import dated
>>> print("\\n".join(dated(Dct(None, (), "页上没有日期"))))
发布日期不详：页上没有日期
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from timeline.model import Article, Dct, Document, Event, Evidence, Mention
from timeline.render.dates import display, display_edtf
from timeline.render.reasons import reason, source_name, undated
from timeline.render.recurring import repetition_words
from timeline.render.wording import certainty, detail_words, dispute, label, location, one_line, relation_label, stance

#: The evidence for an article's date, by the document's path and the article's key.
Datings = Mapping[tuple[str, str], Dct]

_RESOLUTIONS = {
    "explicit": ("原文写明", "stated in full"),
    "relative": ("按发布日期推算", "counted from the publication date"),
    "inherited": ("承前文", "completed from the text before it"),
    "derived": ("由其他日期推出", "derived from another date"),
}
_PARTS = {
    "morning": "上午",
    "afternoon": "下午",
    "evening": "晚上",
    "early": "初",
    "mid": "中",
    "late": "后一段",
    "end": "底",
}


def why(event: Event, datings: Datings | None = None, lang: str = "zh") -> str:
    """An event's derivation: which words, which rule, which anchor, which arithmetic, what dates the page, and how its
    mentions merged. ``datings`` holds the evidence for the articles' dates as far as it is known.
    """
    zh = lang == "zh"
    facts = [display(event.when, lang), label(event.kind, lang)]
    facts += [label(stance(event), lang)] if event.modality != "reported" else []
    lines = [one_line(event.title), " · ".join(facts), f"EDTF {event.when.edtf}" + _part(event, zh), f"id {event.id}"]
    repeats = repetition_words(event, lang)
    lines += [f"{label('repeats', lang)}: {repeats}"] if repeats else []
    lines += [f"{label('where', lang)}: {one_line(event.place)}"] if event.place else []
    lines += [f"{name}: {one_line(words)}" for name, words in detail_words(event, lang)]
    lines.append(f"{label('sure', lang)}: {certainty(event, lang)}")
    lines += [f"{relation_label(relation, lang)} timeline why {other}" for relation, other in event.links]
    told: dict[tuple[str, str], int] = {}
    for number, mention in enumerate(event.mentions, 1):
        lines += ["", *_mention(mention, number, len(event.mentions), lang)]
        key = (mention.document, mention.article)
        if key in told:
            lines.append(_indent(f"发布日期：同第 {told[key]} 处" if zh else f"publication date: as for {told[key]}"))
            continue
        told[key] = number
        dct = (datings or {}).get(key)
        lines += map(_indent, dated(dct, lang) if dct else _undocumented(mention, lang))
    lines += ["", *_merged(event, zh)] if len(event.mentions) > 1 or event.aliases else []
    lines += (
        ["", *(f"{label('disputed', lang)}: {dispute(one, lang)}" for one in event.conflicts)]
        if event.conflicts
        else []
    )
    return "\n".join(lines)


def _part(event: Event, zh: bool) -> str:
    part = event.when.part
    if part is None:
        return ""
    return f"，取其{_PARTS.get(part, part)}" if zh else f", the {part} of it"


def _indent(line: str) -> str:
    return f"   {line}"


def _mention(mention: Mention, number: int, total: int, lang: str) -> list[str]:
    zh, timex = lang == "zh", mention.timex
    words = f"“{one_line(timex.text)}”"
    value = display_edtf(timex.edtf, lang, part=timex.part) if timex.edtf else ("无法定位" if zh else "no place")
    how = _RESOLUTIONS.get(timex.resolution, (timex.resolution, timex.resolution))[not zh]
    heading = f"{number}/{total} " if total > 1 else ""
    lines = [f"{heading}“{one_line(mention.quote)}”", _indent(location(mention))]
    if mention.headline:
        lines.append(_indent(f"《{one_line(mention.headline)}》" if zh else f"“{one_line(mention.headline)}”"))
    lines.append(_indent(f"时间词：{words} → {value}（{how}）" if zh else f"time: {words} → {value} ({how})"))
    if timex.rule:
        lines.append(_indent(f"规则：{timex.rule}" if zh else f"rule: {timex.rule}"))
    if timex.anchor:
        lines.append(_indent(f"起算点：{_anchor(mention, lang)}" if zh else f"anchor: {_anchor(mention, lang)}"))
    lines += [_indent(f"  {index}. {one_line(step)}") for index, step in enumerate(timex.steps, 1)]
    if timex.alternative:
        other = display_edtf(timex.alternative, lang)
        lines.append(_indent(f"另一种读法：{other}" if zh else f"other reading: {other}"))
    if timex.warning:
        lines.append(_indent(f"注意：{one_line(timex.warning)}" if zh else f"note: {one_line(timex.warning)}"))
    if mention.trigger:
        lines.append(
            _indent(f"事件词：“{one_line(mention.trigger)}”" if zh else f"event word: “{one_line(mention.trigger)}”")
        )
    return lines


def _anchor(mention: Mention, lang: str) -> str:
    """What the time was counted from: the article's date, words before it, or a date."""
    anchor = mention.timex.anchor
    if anchor == "text":
        return "前文" if lang == "zh" else "the text before it"
    if anchor != "article date":
        words = display_edtf(anchor, lang)
        return (
            one_line(anchor) if words == anchor else f"{words} ({anchor})" if lang == "en" else f"{words}（{anchor}）"
        )
    if mention.published is None:
        return "文章的发布日期" if lang == "zh" else "the article's date"
    words = display_edtf(mention.published, lang)
    return (
        f"文章的发布日期，{words}（{mention.published}）"
        if lang == "zh"
        else f"the article's date, {words} ({mention.published})"
    )


def datings(documents: Iterable[tuple[Document, Iterable[Article]]]) -> dict[tuple[str, str], Dct]:
    """The evidence for the dates of all articles in ``documents``, as ``why`` wants it."""
    return {(document.path, article.key): article.dct for document, articles in documents for article in articles}


def dated(dct: Dct, lang: str = "zh") -> list[str]:
    """What dates an article: each piece of evidence in the order of its weight, how far it narrowed what was left, and
    what was set aside, and why."""
    zh = lang == "zh"
    lines = []
    if dct.revised:
        revised = display_edtf(dct.revised, lang)
        lines.append(f"更新日期：{revised}（{dct.revised}）" if zh else f"revised: {revised} ({dct.revised})")
    if dct.date is None:
        lines += [f"发布日期不详：{undated(dct)}" if zh else f"publication date unknown: {undated(dct, lang)}"]
    else:
        words, text = display_edtf(dct.date.text, lang), dct.date.text
        lines += [f"发布日期：{words}（{text}），依据：" if zh else f"published: {words} ({text}), because:"]
    before = ""
    for one in dct.evidence:
        lines.append(f"  {_evidence(one, lang)}" + _narrowed(one, before, lang))
        before = one.left if one.used and one.left else before
    return lines


def _evidence(evidence: Evidence, lang: str) -> str:
    zh = lang == "zh"
    where = f" [{evidence.span.start}-{evidence.span.end}]" if evidence.span else ""
    words = f"“{one_line(evidence.words)}”" if evidence.words else source_name(evidence.kind, lang)
    line = f"{'✓' if evidence.used else '✗'} {words}{where} → {display_edtf(evidence.edtf, lang)}"
    if because := reason(evidence, lang):
        line += f"{'：' if zh else ': '}{because}"
    if not evidence.used:
        line += _set_aside(evidence, lang)
    return line


def _set_aside(evidence: Evidence, lang: str) -> str:
    kind, words = evidence.against
    if not kind:
        return "（与更强的证据矛盾，未采用）" if lang == "zh" else " (outweighed, not used)"
    other = f"“{one_line(words)}”" if words else source_name(kind, lang)
    return f"（与更强的{other}矛盾，未采用）" if lang == "zh" else f" (outweighed by {other}, not used)"


def _narrowed(evidence: Evidence, before: str, lang: str) -> str:
    """What is left after a piece of evidence, where it left less than was left before it."""
    if not evidence.used or not evidence.left or evidence.left == before:
        return ""
    left = display_edtf(evidence.left, lang)
    if evidence.stretches > 1:
        pieces = evidence.stretches
        return f"；余 {pieces} 段，在{left}之间" if lang == "zh" else f"; leaves {pieces} stretches within {left}"
    return f"；余{left}" if lang == "zh" else f"; leaves {left}"


def _undocumented(mention: Mention, lang: str) -> list[str]:
    zh = lang == "zh"
    if mention.published is None:
        return ["发布日期不详" if zh else "publication date unknown"]
    words = display_edtf(mention.published, lang)
    return [f"发布日期：{words}（{mention.published}）" if zh else f"published: {words} ({mention.published})"]


def _merged(event: Event, zh: bool) -> list[str]:
    count = len(event.mentions)
    head = f"{count} 处说法合为一件" if zh else f"{count} statements are one event"
    head += ("：" if zh else ":") if event.reasons or event.aliases else ""
    reasons = [f"   {one_line(reason)}" for reason in event.reasons]
    aliases = [f"   {'曾用 id' if zh else 'also known as'} {alias}" for alias in event.aliases]
    return [head, *reasons, *aliases]


def why_document(document: Document, articles: Iterable[Article], lang: str = "zh") -> str:
    """How a document was read and what dates each of its articles; articles with one dating are told together."""
    zh = lang == "zh"
    lines = [
        one_line(document.path),
        f"sha256 {document.sha256}",
        f"{document.media_type}{_encoding(document, zh)}",
    ]
    groups: dict[Dct, list[Article]] = {}
    for article in articles:
        groups.setdefault(article.dct, []).append(article)
    for dct, shared in groups.items():
        lines.append("")
        lines += [f"{article.key} {_name(article, document, lang)}{_section(article, document)}" for article in shared]
        lines += map(_indent, dated(dct, lang))
    if not groups:
        lines += ["", "没有找到文章。" if zh else "No article was found."]
    return "\n".join(lines)


def _encoding(document: Document, zh: bool) -> str:
    """In which encoding a text was read, and how surely; nothing of a PDF, which has none."""
    if not document.encoding:
        return ""
    sure = f"{document.encoding_confidence:.0%}"
    return f"，{document.encoding}（{sure}）" if zh else f", {document.encoding} ({sure})"


_ROLES = {
    "news": ("新闻", "news"),
    "notice": ("启事", "notice"),
    "caption": ("图片说明", "caption"),
    "weather": ("天气", "weather"),
    "furniture": ("版面文字", "furniture"),
}


def _section(article: Article, document: Document) -> str:
    """The page or column that an article stands in."""
    return f" · {one_line(article.section.of(document.text))}" if article.section else ""


def _name(article: Article, document: Document, lang: str) -> str:
    zh = lang == "zh"
    role = _ROLES.get(article.role, (article.role, article.role))[not zh]
    if article.headline:
        headline = one_line(article.headline.of(document.text))
        return f"《{headline}》" if zh else f"“{headline}”"
    opening = one_line(article.span.of(document.text)[:60]) if article.paragraphs else ""
    return f"{role}{'：' if zh else ': '}{opening[:24]}…" if opening else role
