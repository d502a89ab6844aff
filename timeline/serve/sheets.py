"""The frame of every page that is served: one style sheet and one script inside it, which the policy names by hash.

>>> "'unsafe-inline'" in Sheets({}).policy
False
"""

from __future__ import annotations

import base64
import hashlib
import html
from collections.abc import Mapping
from string import Template

from timeline.events.topics import Topic
from timeline.render.site import asset, both, escape, script, style

_SAID = {
    400: ("问得不对", "That can't be answered", "条件有一处看不懂，改一改再试；下面说了可以怎样写。"),
    404: ("没有找到", "Not found", "地址也许抄漏了，也许这个事件已经撤下。回到时间线，用文字或年份找找看。"),
    405: ("此处不能这样做", "Not allowed here", "这个地址只供阅读。"),
    414: ("地址太长", "The address is too long", "条件太多了，去掉几个再试。"),
    500: ("出错了", "Something went wrong", "这不是你的错；过一会儿再试。"),
    503: ("暂时不能回答", "Not available now", "过一分钟再试；日历里已有的内容不受影响。"),
}


def _hash(content: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"


class Sheets:
    """Makes whole pages in the colours of ``topics``."""

    def __init__(self, topics: Mapping[str, Topic]) -> None:
        self.topics = topics
        self._style = style(topics) + asset("served.css")
        self._script = script("served.js")
        #: The Content-Security-Policy of every answer: the pages' own style and script, their own form, nothing else.
        self.policy = (
            f"default-src 'none'; style-src {_hash(self._style)}; script-src {_hash(self._script)}; "
            "base-uri 'none'; form-action 'self'"
        )

    def page(self, title: str, body: str, head: str = "") -> str:
        """A whole page round ``body``, which must be HTML already; so must ``head``, which stands behind the title."""
        return Template(asset("page.html")).substitute(
            policy=html.escape(self.policy, quote=True),
            title=escape(title),
            style=self._style,
            script=self._script,
            head=head,
            body=body,
        )

    def problem(self, status: int, detail: str, root: str) -> str:
        """The page for what can't be answered, with the next step; ``root`` leads to the front page."""
        words, english, advice = _SAID.get(status, ("不能回答", "No answer", "回到时间线再试。"))
        body = (
            f'{crumbs(root)}<main id="main"><h1 class="title">{both(words, english)}</h1><p>{advice}</p>'
            f'<p class="lead" lang="en">{escape(detail)}</p></main>'
        )
        return self.page(f"{words} {english}", body)


def crumbs(root: str) -> str:
    """The way back to the front page."""
    return (
        f'<nav class="crumbs" aria-label="返回 Back"><a href="{root}">'
        '<span aria-hidden="true">←</span> 时间线 <span class="en" lang="en">Timeline</span></a></nav>'
    )
