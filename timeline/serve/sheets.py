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
    400: ("问得不对", "That can't be answered"),
    404: ("没有找到", "Not found"),
    405: ("此处不能这样做", "Not allowed here"),
    414: ("地址太长", "The address is too long"),
    500: ("出错了", "Something went wrong"),
    503: ("暂时不能回答", "Not available now"),
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
        said = _SAID.get(status, ("不能回答", "No answer"))
        body = f'{crumbs(root)}<main id="main"><h1>{both(*said)}</h1><p>{escape(detail)}</p></main>'
        return self.page(" ".join(said), body)


def crumbs(root: str) -> str:
    """The way back to the front page."""
    return (
        f'<nav class="crumbs" aria-label="返回 Back"><a href="{root}">'
        '<span aria-hidden="true">←</span> 时间线 <span class="en" lang="en">Timeline</span></a></nav>'
    )
