"""A web server of the tests' own, on this machine, that answers well, badly, slowly, or never."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

STORY = "新桥昨日合龙，两岸居民从此不必绕路，渡船将在通车那天停航。"
TRADITIONAL = "新橋昨日合龍，兩岸居民從此不必繞路。"
PAGE = f"<html><head><title>新桥合龙</title></head><body><div id='ozoom'><p>{STORY}</p></div></body></html>"
MODIFIED = "Wed, 11 Jun 2025 08:00:00 GMT"
RSS = """<rss version="2.0"><channel><title>t</title><item><title>新桥昨日合龙</title><link>/html/2025-06/11/1.htm</link>
<pubDate>Wed, 11 Jun 2025 20:30:00 GMT</pubDate></item></channel></rss>"""

#: Unpacks to a thousand times its size.
BOMB = gzip.compress(bytes(50_000_000))


class Site(BaseHTTPRequestHandler):
    """Answers each path by the method of its name."""

    protocol_version = "HTTP/1.1"
    asked: list[tuple[str, dict[str, str]]]
    ended: threading.Event
    version = 1

    def log_message(self, *words: object) -> None:
        """Nothing: the tests read standard error."""

    def do_GET(self) -> None:
        self.asked.append((self.path, dict(self.headers)))
        name = self.path.split("?")[0].strip("/").split("/")[0].replace(".", "_") or "index"
        answer: Callable[[], None] = getattr(self, f"on_{name}", self.on_missing)
        try:
            answer()
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def send(self, raw: bytes, kind: str = "text/html; charset=utf-8", status: int = 200, **headers: str) -> None:
        self.send_response(status)
        stated = {key.replace("_", "-"): value for key, value in headers.items()}
        for key, value in {"Content-Type": kind, "Content-Length": str(len(raw)), **stated}.items():
            self.send_header(key, value)
        self.end_headers()
        self.wfile.write(raw)

    def redirect(self, target: str, status: int = 302) -> None:
        self.send(b"", status=status, Location=target)

    def on_missing(self) -> None:
        self.send(b"none such", status=404)

    def on_page(self) -> None:
        self.send(PAGE.encode())

    def on_dated(self) -> None:
        self.send(PAGE.encode(), Last_Modified=MODIFIED)

    def on_tagged(self) -> None:
        tag = f'"v{type(self).version}"'
        if self.headers["If-None-Match"] == tag:
            self.send_response(304)
            self.end_headers()
        else:
            self.send(PAGE.replace("渡船", "渡船" * type(self).version).encode(), ETag=tag)

    def on_feed_xml(self) -> None:
        self.send(RSS.encode(), "application/rss+xml")

    def on_lying(self) -> None:
        self.send(PAGE.encode("gb18030"), "text/html; charset=utf-8")

    def on_stated(self) -> None:
        self.send(TRADITIONAL.encode("big5"), "text/plain; charset=big5")

    def on_loop(self) -> None:
        self.redirect("/loop")

    def on_moved(self) -> None:
        self.redirect("/page#below", 301)

    def on_elsewhere(self) -> None:
        self.redirect("file:///etc/passwd")

    def on_inward(self) -> None:
        self.redirect("http://10.0.0.1/")

    def on_chunked(self) -> None:
        self.send_response(200)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        for piece in (PAGE[:40].encode(), PAGE[40:].encode()):
            self.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))
        self.wfile.write(b"0\r\n\r\n")

    def on_packed(self) -> None:
        self.send(gzip.compress(PAGE[:40].encode()) + gzip.compress(PAGE[40:].encode()), Content_Encoding="gzip")

    def on_bomb(self) -> None:
        self.send(BOMB, Content_Encoding="gzip")

    def on_brotli(self) -> None:
        self.send(b"\x0b\x02\x80", Content_Encoding="br")

    def on_short(self) -> None:
        self.send(b"x" * 10, Content_Length="1000")
        self.close_connection = True

    def on_cut(self) -> None:
        self.send(gzip.compress(PAGE.encode())[:-20], Content_Encoding="gzip")

    def on_huge(self) -> None:
        self.send_response(200)
        self.end_headers()
        while not self.ended.is_set():
            self.wfile.write(b"x" * 65536)

    def on_hang(self) -> None:
        self.ended.wait(30)

    def on_drip(self) -> None:
        self.send_response(200)
        self.end_headers()
        while not self.ended.wait(0.05):
            self.wfile.write(b"x")

    def on_dripping_head(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\nX-Long: ")
        while not self.ended.wait(0.05):
            self.wfile.write(b"x")

    def on_garbage(self) -> None:
        self.wfile.write(b"SSH-2.0-nothing of the web\r\n")
        self.close_connection = True

    def on_silent(self) -> None:
        self.close_connection = True


@contextmanager
def served() -> Iterator[tuple[str, type[Site]]]:
    """The address of a running server, without a slash at its end, and what it was asked."""
    site = type("OwnSite", (Site,), {"asked": [], "ended": threading.Event(), "version": 1})
    server = ThreadingHTTPServer(("127.0.0.1", 0), site)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", site
    finally:
        site.ended.set()
        server.shutdown()
        thread.join()
        server.server_close()
