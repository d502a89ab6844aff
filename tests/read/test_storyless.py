"""HTML pages that tell no story are refused with what to do instead; pages that tell one are read."""

from __future__ import annotations

import pytest

from timeline.read import ReadError, read_bytes

STORY = "<p>青石镇的新桥昨日合龙，年底可以通车，两岸的居民都说好，渡船将在通车那天停航。</p>"
TITLES = ["青石镇新桥合龙", "渡口开航", "集市开张来了三千人", "县里开会布置防汛", "石桥小学迎来新生", "老街修缮完工"]
LINKS = "".join(f"<li><a href='content_{n}.htm'>{title}</a></li>" for n, title in enumerate(TITLES))


def page(body: str, head: str = "", title: str = "青石日报") -> bytes:
    return f"<html><head><meta charset='utf-8'><title>{title}</title>{head}</head><body>{body}</body></html>".encode()


def refused(raw: bytes, name: str = "page.html") -> str:
    with pytest.raises(ReadError) as error:
        read_bytes(raw, name)
    return str(error.value)


@pytest.mark.parametrize(
    ("raw", "target"),
    [
        (page("", "<meta http-equiv='refresh' content='0; url=html/node_1.htm'>"), "html/node_1.htm"),
        (page("<p>正在跳转，请稍候……</p>", '<META HTTP-EQUIV=REFRESH CONTENT="3;URL=node_2.htm">'), "node_2.htm"),
        (page("", "<script>window.location.href = 'html/node_1.htm';</script>"), "html/node_1.htm"),
        (page("", "<script>location.replace(\"node_1.htm\")</script>"), "node_1.htm"),
    ],
)  # fmt: skip
def test_a_page_that_leads_on_names_the_other(raw: bytes, target: str) -> None:
    assert refused(raw).startswith(f"page.html: a page that only leads on to {target}; ")


def test_where_a_page_of_the_web_leads_is_told_in_full() -> None:
    raw = page("", "<meta http-equiv='refresh' content='0; url=html/node_1.htm'>")
    assert "https://paper.example.cn/a/html/node_1.htm" in refused(raw, "https://paper.example.cn/a/index.htm")


@pytest.mark.parametrize(
    "body",
    [
        f"<div>2025年04月23日 星期三 第A02版：本地</div><ul>{LINKS}</ul><div>上一版 下一版</div>",
        f"<div>第A01版：要闻</div><div>第A02版：本地</div><table><tr><td>{LINKS}</td></tr></table>",
    ],
)
def test_a_list_of_headlines_is_no_story(body: str) -> None:
    assert "headlines that tells no story; name the pages that it links to" in refused(page(body))


@pytest.mark.parametrize(
    "raw",
    [
        page(STORY, "<meta http-equiv='refresh' content='300'>"),
        page(STORY * 3, "<meta http-equiv='refresh' content='0; url=other.htm'>"),
        page(STORY, "<script>function away() { location.href = 'login.htm' }</script>") + b" " * 10,
        page(f"<h1>新桥合龙</h1>{STORY}<div>{LINKS}</div>"),
        page(f"<h1>新桥合龙</h1><div>新桥昨日合龙。</div><ul>{LINKS}</ul>"),
    ],
    ids=["reload", "story", "script", "related", "brief"],
)
def test_a_page_that_tells_something_is_read(raw: bytes) -> None:
    [document] = read_bytes(raw, "page.html")
    assert "合龙" in document.text


def test_tags_alone_are_said_to_be_tags() -> None:
    assert "only tags" in refused(b"<div>" * 100_000)
    assert "drawn by scripts" in refused(page("<div id='app'></div><script src='a.js'></script>", title=""))


def test_a_story_nested_beyond_reason_is_read() -> None:
    [document] = read_bytes(page("<div>" * 100_000 + STORY + "</div>" * 100_000), "page.html")
    assert document.text.endswith("渡船将在通车那天停航。")
