"""HTML pages that tell no story: those that lead on to another page, lists of links, and pages without a word.

>>> from lxml import html
>>> leads_on(html.document_fromstring("<meta http-equiv='refresh' content='0; url=node_1.htm'><p>正在跳转</p>"), "", 4)
'node_1.htm'
"""

from __future__ import annotations

from typing import Any
from urllib.parse import urljoin

from timeline import regex as re
from timeline.read.errors import ReadError

_REFRESH = re.compile(r"\s*(?P<delay>\d+)(?:\.\d*)?\s*[;,]\s*(?:url\s*=\s*)?['\"]?(?P<url>[^'\"\s>]+)", re.I)
_SCRIPTED = re.compile(
    r"(?:window|self|top|parent|document)?\.?location(?:\.href\s*=|\s*=|\.(?:replace|assign)\()\s*['\"](?P<url>[^'\"\s]{1,300})['\"]"
)
#: A page that leads on does so within so many seconds, and says no more than so many characters until then.
_DELAY, _SAID = 15, 80
#: Scripts that could send the reader elsewhere stand in pages that tell something, too.
_SAID_BY_SCRIPTED = 30
_CJK = re.compile("[\u3400-\u9fff]")
_ENDED = re.compile("[。！？]")
#: A list of links has so many of so many characters at least, and they are this much of what it says.
_LINKS, _LINK, _SHARE = 5, 4, 0.7
#: The page's date, and the numbers and names of pages, tell nothing.
_STANDING = re.compile(r"版|20\d\d\s*[年/-]")
_NESTED = 2000


def leads_on(tree: Any, source: str, said: int) -> str:
    """Where a page that says no more than ``said`` characters sends its reader at once; "" for one that stays."""
    if said > _SAID:
        return ""
    for meta in tree.xpath("//meta[@http-equiv and @content]")[:20]:
        found = _REFRESH.match(meta.get("content")) if meta.get("http-equiv").strip().lower() == "refresh" else None
        if found and int(found["delay"]) <= _DELAY:
            return str(found["url"])
    scripted = _SCRIPTED.search(source, 0, 200_000) if said <= _SAID_BY_SCRIPTED and "location" in source else None
    return scripted["url"] if scripted else ""


def listed(tree: Any, lines: list[str]) -> int:
    """How many headlines of others make up the ``lines`` that were read of a page; 0 for a page that tells something."""
    titles = {" ".join("".join(link.itertext()).split()) for link in tree.iter("a")}
    found = [line for line in lines if line in titles and len(_CJK.findall(line)) >= _LINK]
    if len(found) < _LINKS or any(_ENDED.search(line) for line in lines if line not in titles):
        return 0
    said = sum(len(line) for line in lines if line in titles or not _STANDING.search(line))
    return len(found) if sum(map(len, found)) >= _SHARE * said else 0


def refuse_storyless(tree: Any, source: str, name: str, text: str) -> None:
    """Raise ReadError, with what to do instead, for a page that tells no story; ``text`` is what was read of it."""
    said = len(_CJK.findall(text)) or len("".join(text.split()))
    if target := leads_on(tree, source, said):
        place = urljoin(name, target) if name.startswith(("http://", "https://")) else target
        raise ReadError(name, f"a page that only leads on to {place}", "name that one instead")
    if count := listed(tree, text.split("\n\n")):
        raise ReadError(name, f"a list of {count} headlines that tells no story", "name the pages that it links to")
    if text.strip():
        return
    if len(source) > _NESTED and source.count("<") > len(source) / 40 and not re.search("<script", source, re.I):
        raise ReadError(name, "no text in this page, only tags", "save the page again, or copy its text")
    raise ReadError(
        name, "no text in this page: it may be drawn by scripts", "save the page from a browser, or copy its text"
    )
