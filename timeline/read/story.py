"""Where a page's story stands: the systems' own marks first, then where its sentences are, then trafilatura.

>>> from lxml import html
>>> page = html.document_fromstring("<body><div>首页</div><div class='x'><p>新桥昨日合龙，年底通车。</p><p>渡船停航。</p></div></body>")
>>> densest(page).get("class")
'x'
"""

from __future__ import annotations

from typing import Any

from timeline import regex as re
from timeline.read.blocks import blocks

#: By the systems that newspapers and governments print with; the surest first.
_BODIES = (
    "//founder-content", "//*[@id='ozoom']", "//*[@id='js_content']",
    "//*[@id='ArticleContent' or @id='articleContent' or @id='articlecontent']",
    "//*[@id='UCAP-CONTENT']", "//*[contains(@class,'TRS_Editor') or contains(@class,'trs_editor')]", "//*[@id='zoom' or @id='Zoom']",
    "//*[contains(@class,'rm_txt_con')]", "//*[@id='artibody' or @id='article_body' or @id='article-body']",
    "//*[contains(@class,'article-content') or contains(@class,'article_content') or contains(@class,'articleContent')]",
    "//*[@id='news_content' or contains(@class,'news_content') or contains(@class,'news-content')]",
    "//*[@itemprop='articleBody']",
)  # fmt: skip
_LOOSE = frozenset(_BODIES[9:])  # class names that pages also give to other boxes
#: Names by which pages call what is not the story.
_FRAME = re.compile(
    r"(?:^|[\s_-])(?:comments?|replies|reply|pinglun|sidebar|aside|recommend\w*|rec|related?|relevant|more|hot|rank\w*|guess|foot\w*|copyright|"
    r"share|toolbar|tools?|breadcrumb|crumbs?|nav\w*|menu|banner|advert\w*|ads?|topbar|header|login|search|popup|qrcode)(?=$|[\s_-])",
    re.I,
)
_FRAME_TAGS = frozenset(("aside", "footer", "nav", "script", "style", "noscript", "template", "select", "form", "a"))
_MARK = re.compile(r"[。！？；，]|[.!?,](?=\s|\Z)")
_CJK = re.compile("[\u3400-\u9fff]")
#: A part that holds so much of the sentences is the story's.
_SHARE = 0.85
_LEAST = 30
#: A longer page is not given to trafilatura, which takes its time over hostile ones.
_EXTRACTED = 2_000_000


def story(tree: Any, source: str) -> list[str]:
    """The paragraphs of the story."""
    if "enpcontent" in source and (
        found := re.search(r"<!--\s*enpcontent\s*-->(.*?)<!--\s*/enpcontent\s*-->", source, re.S)
    ):
        from lxml import html

        if found[1].strip() and len(lines := blocks(html.fragment_fromstring(found[1], create_parent="div"))):
            return lines
    for path in _BODIES:
        elements = tree.xpath(path)
        if elements:
            lines = max((blocks(element) for element in elements[:5]), key=lambda each: sum(map(len, each)))
            if _weight(lines) >= (_LEAST if path in _LOOSE else 2):
                return lines
    place = densest(tree)
    lines = blocks(place, is_frame) if place is not None else []
    return lines if _weight(lines) >= _LEAST else _extracted(tree, source)


def _weight(lines: list[str]) -> int:
    return sum(len(_CJK.findall(line)) or len(line) // 4 for line in lines)


def is_frame(element: Any) -> bool:
    """Whether an element is called by a name for what stands round a story: comments, what is related, a footer."""
    if element.tag in ("body", "html", "article", "main"):
        return False
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    return len(names) > 1 and len(names) < 300 and _FRAME.search(names) is not None


def densest(tree: Any) -> Any:
    """The smallest element that holds nearly all sentences of the page, None where there are none."""
    told: dict[Any, int] = {}
    order: list[Any] = []
    stack = [tree]
    while stack:
        element = stack.pop()
        if not isinstance(element.tag, str) or element.tag in _FRAME_TAGS or is_frame(element):
            continue
        order.append(element)
        told[element] = _marks(element.text) + sum(_marks(child.tail) for child in element)
        stack.extend(element)
    for element in reversed(order):
        parent = element.getparent()
        if parent is not None and parent in told:
            told[parent] += told[element]
    if not order or not told[order[0]]:
        return None
    place = order[0]
    while True:
        inner = max((child for child in place if child in told), key=lambda child: told[child], default=None)
        if inner is None or told[inner] < _SHARE * told[place] or inner.tag in ("p", "span", "font", "strong", "b"):
            return place
        place = inner


def _marks(text: str | None) -> int:
    return len(_MARK.findall(text)) if text else 0


def _extracted(tree: Any, source: str) -> list[str]:
    """What trafilatura takes for the story; the whole page where it finds none."""
    import trafilatura

    if len(source) > _EXTRACTED:
        return blocks(tree)
    try:
        text = trafilatura.extract(
            source, include_comments=False, include_tables=True, favor_recall=True, deduplicate=False
        )
    except (RecursionError, ValueError, AttributeError, TypeError):
        text = None  # pages nested beyond reason
    lines = [line.strip() for line in (text or "").split("\n") if line.strip()]
    return lines if sum(map(len, lines)) >= _LEAST else blocks(tree)
