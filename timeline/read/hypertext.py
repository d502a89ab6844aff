"""HTML pages to text: site rules of e-papers and news systems first, trafilatura behind them.

>>> read_html("<html><title>新桥合龙</title><body><div id='ozoom'><p>新桥昨日合龙。</p></div></body></html>").text
'新桥合龙\\n\\n新桥昨日合龙。'
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from timeline.model import Clue
from timeline.read.blocks import blocks
from timeline.read.errors import ReadError
from timeline.read.metadata import stated_dates
from timeline.read.story import story
from timeline.read.storyless import refuse_storyless

MAX_HTML = 20 * 1024 * 1024
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,100}encoding=["']([\w.:-]{2,40})""", re.I
)
#: All tags but those that a text needs.
_NESTING = re.compile(
    r"(?:</?(?!(?:p|br|h[1-6]|a|html|head|body|title|meta|script|style|noscript|link)\b)[a-z][^<>]*>\s*)+", re.I
)
_XML = re.compile(r"\A\s*<\?xml[^>]*\?>")
_ENP = re.compile(r"<!--\s*enpproperty(.{0,4000}?)/?enpproperty\s*-->", re.S)
_ENP_FIELD = re.compile(r"<(date|title|subtitle|introtitle|author)>(.*?)</\1>", re.S)
_TITLES = ("//founder-title", "//h1", "//*[@id='title' or @class='title' or @class='bt1' or @id='NewsTitle']", "//h2")
_KICKERS = (
    "//founder-introtitle",
    "//*[@class='introtitle' or @class='bt0' or @id='introtitle' or contains(@class,'yinti')]",
)
_SUBTITLES = (
    "//founder-subtitle",
    "//*[@class='subtitle' or @class='bt2' or @id='subtitle' or contains(@class,'futi')]",
)
_INFORMATION = re.compile(
    r"20\d\d\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}|来源\s*[:：]|(?:本报)?记者\s*[:：]?\s*[\u4e00-\u9fff]|作者\s*[:：]"
)
_PLAIN_NAME = re.compile(r"[\w ]{1,16}")
_MASTHEAD = re.compile(
    r"(?:19|20)\d\d\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日\s*(?:星期|周)[一二三四五六日天][^\n]{0,40}|第\s*[A-Z]?\d{1,3}\s*版[^\n]{0,20}"
)
_SITE = re.compile(r"\s*(?:[_|—–]|-{1,2}|·)\s*[^_|—–-]{2,20}\Z")


@dataclass(frozen=True, slots=True)
class Page:
    """A page's story as text, its title, and what it states of its date."""

    text: str
    title: str
    clues: tuple[Clue, ...]


def declared_encoding(raw: bytes, media_type: str = "") -> str:
    """The encoding that the server or the page's head declares, or ""."""
    served = re.search(r"charset=[\"']?([\w.:-]+)", media_type, re.I)
    if served:
        return served[1]
    found = _DECLARED.search(raw[:8192])
    return (found[1] or found[2]).decode("ascii", "replace") if found else ""


def read_html(source: str, name: str = "page") -> Page:
    """The story of an HTML page: masthead line, headlines, what stands between them and the text, the text.

    Raises ReadError for a page that is too large, or tells nothing.
    """
    if len(source) > MAX_HTML:
        raise ReadError(name, f"an HTML page of {len(source):,} characters", "name the page of one story")
    tree = _parse(source, name)
    properties = dict(_ENP_FIELD.findall(found[1])) if (found := _ENP.search(source)) else {}
    clues = stated_dates(tree, source, properties)
    body = story(tree, source)
    title = _title(tree, properties, body)
    whole = blocks(tree)
    head = [*_printed(whole), *_headlines(tree, title), *_information(whole, title, body)]
    head = [line for line in dict.fromkeys(head) if line not in body[:4]]
    text = "\n\n".join([*head, *(line for line in body if line not in head)])
    refuse_storyless(tree, source, name, text)
    return Page(text, title, clues)


def _parse(source: str, name: str) -> Any:
    from lxml import etree, html

    source = _XML.sub("", source)
    try:
        parser = html.HTMLParser(recover=True, encoding=None, huge_tree=True)
        tree = html.document_fromstring(source, parser=parser)
        if any(error.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for error in parser.error_log):
            # Nested deeper than the parser follows: it leaves off there, so read the same without the nesting.
            tree = html.document_fromstring(_NESTING.sub("<br>", source))
    except (etree.LxmlError, ValueError) as error:
        raise ReadError(name, "no HTML that can be read", "save the page again, or copy its text") from error
    return tree


def _text(element: Any) -> str:
    return " ".join(" ".join(element.itertext()).split())


def _first(tree: Any, paths: tuple[str, ...]) -> str:
    for path in paths:
        for element in tree.xpath(path)[:3]:
            if text := _text(element):
                return text
    return ""


def _title(tree: Any, properties: dict[str, str], body: list[str]) -> str:
    """The headline: the system's own field, a heading that is in the page's title, or the title without the site."""
    if stated := properties.get("title", "").strip():
        return " ".join(re.sub(r"<[^>]*>", " ", stated).split())
    whole = _first(tree, ("//title",))
    meta = tree.xpath("//meta[@property='og:title']/@content | //meta[@name='ArticleTitle']/@content")
    for candidate in (_first(tree, (path,)) for path in _TITLES):
        if 4 <= len(candidate) <= 80 and (candidate[:6] in whole or _shares(candidate, whole, body)):
            return candidate
        if 2 <= len(candidate) < 4 and whole.startswith(candidate) and _SITE.sub("", whole) == candidate:
            return candidate
    named = (meta[0].strip() if meta else "") or whole
    while (shorter := _SITE.sub("", named)) and shorter != named and len(shorter) >= 4:
        named = shorter
    return named


def _shares(candidate: str, whole: str, body: list[str]) -> bool:
    """Whether a heading is the story's, though the page's title does not say so: the story shares its words."""
    pairs = {candidate[at : at + 2] for at in range(len(candidate) - 1)}
    text = "".join(body)
    return not whole or sum(pair in text for pair in pairs) > 0.4 * len(pairs)


def _headlines(tree: Any, title: str) -> list[str]:
    lines = [_first(tree, _KICKERS), title, _first(tree, _SUBTITLES)]
    return [line for place, line in enumerate(lines) if line and line not in lines[:place]]


def _printed(lines: list[str]) -> list[str]:
    """The e-paper's masthead line: its date and page number."""
    for line in lines[:60]:
        if len(line) <= 80 and (found := _MASTHEAD.search(line)):
            return [found[0].strip()]
    return []


def _information(whole: list[str], title: str, body: list[str]) -> list[str]:
    """The lines between headline and text that say when, where from and by whom."""
    starts = [place for place, line in enumerate(whole) if title and line == title]
    if not starts:
        return []
    told = set(body)
    found: list[str] = []
    for line in whole[starts[-1] + 1 : starts[-1] + 8]:
        if line in told:
            break
        if len(line) <= 120 and (match := _INFORMATION.search(line)):
            # An account's name runs into the date where only a style sheet sets them apart.
            found.append(line[match.start() :] if _PLAIN_NAME.fullmatch(line[: match.start()]) else line)
    return found[:3]
