"""A feed as pages offer it: the buttons that subscribe, and the address to copy.

>>> subscriptions("feeds/all.ics", "全部", "")["webcal"]
''
"""

from __future__ import annotations

import html
from urllib.parse import quote

from timeline.render.catalogue import FORMS
from timeline.render.wording import clean


def subscriptions(path: str, name: str, base_url: str) -> dict[str, str]:
    """The ways to subscribe to the feed at ``path`` below ``base_url``; empty ones where the address is not known."""
    if not base_url:
        return dict.fromkeys(("webcal", "google", "outlook"), "")
    address = base_url + path
    webcal = "webcal:" + address.partition(":")[2]
    return {
        "webcal": webcal,
        "google": f"https://calendar.google.com/calendar/r?cid={quote(webcal, safe='')}",
        "outlook": f"https://outlook.live.com/calendar/0/addfromweb?url={quote(address, safe='')}&name={quote(name)}",
    }


def card(
    path: str,
    title: str,
    english: str,
    base_url: str,
    *,
    tint: str = "",
    level: str = "li",
    count: int | None = None,
    whole: bool = False,
) -> str:
    """A feed with its buttons; those that need its whole address are shown by the script when the page does not know it.

    ``count`` is how many events it holds; ``whole`` writes its links out from ``base_url`` on, for a page that may be
    opened elsewhere.
    """
    told = html.escape(clean(title))
    ways = subscriptions(path, title, base_url)
    links = "".join(
        f'<a class="{way}" href="{html.escape(address or "#")}"{"" if address else " hidden"}'
        f"{' rel=noopener' * (way != 'webcal')}>{words}</a>"
        for (way, address), words in zip(ways.items(), ("订阅", "Google", "Outlook"), strict=True)
    )
    before = base_url if whole else ""
    forms = "".join(
        f' <a href="{html.escape(before + path.replace(".ics", f".{form}", 1))}" type="{FORMS[form]}">{words}</a>'
        for form, words in (("atom", "Atom"), ("json", "JSON"))
    )
    known = f' data-base="{html.escape(base_url)}"' if base_url else ""
    number = "" if count is None else f' <span class="n">{count}</span>'
    return (
        f'<{level} class="feed{tint}" data-name="{told}"{known}>'
        f'<strong>{told}{number} <span class="en" lang="en">{html.escape(english)}</span></strong>{links}'
        f'<button type="button" class="copy" aria-label="复制“{told}”的地址" hidden>复制地址</button>'
        f'<a class="file" href="{html.escape(before + path)}" aria-label="下载“{told}”"{" download" * whole}>下载</a>'
        f'<span class="forms">新闻阅读器 <span class="en" lang="en">News readers</span>{forms}</span></{level}>'
    )
