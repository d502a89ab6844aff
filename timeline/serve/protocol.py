"""HTTP/1.1 on a connection: uvicorn's own, with bounds on what it takes, and a short way for answers that are ready.

>>> Protocol.__mro__[1].__name__
'HttpToolsProtocol'

Headers that never end would fill the memory, and headers that never come would hold the connection. A calendar that
asks whether its feed changed is answered here, before a task is made for it: that is most of what is ever asked.
"""

from __future__ import annotations

from asyncio import TimerHandle, Transport
from collections.abc import Callable
from typing import Any
from urllib.parse import unquote

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from timeline.serve.limits import LONGEST_ADDRESS, LONGEST_HEADERS

#: The longest request line and headers together, in octets: what is a little too long is told so by the guard.
_LONGEST_HEAD = 4 * (LONGEST_ADDRESS + LONGEST_HEADERS)
#: How long they may take to arrive, in seconds.
_ARRIVAL = 20.0
#: How long a client may take nothing of its answer, in seconds: whoever only asks would fill the connections.
_TAKING = 30.0
#: From so many octets on a body goes out from where it lies: copying it behind its headers would take longer.
_COPIED = 65_536
#: What a request without a body does not say.
_OF_BODIES = (b"content-length", b"transfer-encoding", b"expect")


def _never(_scope: Any) -> None:
    """No answer of an application that keeps none ready."""


class Protocol(HttpToolsProtocol):
    """One connection."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._head = 0
        self._answering = False
        self._late: TimerHandle | None = None
        self._at_once: Callable[[Any], tuple[bytes, bytes] | None] = getattr(self.app, "at_once", _never)
        self._answered = False
        self._taken: TimerHandle | None = None

    def connection_made(self, transport: Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._expect()

    def connection_lost(self, exc: Exception | None) -> None:
        self._come()
        self._take()
        super().connection_lost(exc)

    def pause_writing(self) -> None:
        super().pause_writing()
        self._waits(self.transport.get_write_buffer_size())

    def resume_writing(self) -> None:
        self._take()
        super().resume_writing()

    def data_received(self, data: bytes) -> None:
        if self._answering:
            super().data_received(data)
            return
        self._head += len(data)
        super().data_received(data)
        # Only what is unfinished counts: data may hold a whole request and its body.
        if self._head and not self._answering and not self.transport.is_closing():
            self._expect()
            if self._head > _LONGEST_HEAD:
                self._refuse()

    def on_headers_complete(self) -> None:
        self._come()
        self._head, self._answering = 0, True
        self._answered = self._plain() and self._answer()
        if not self._answered:
            super().on_headers_complete()

    def on_message_complete(self) -> None:
        self._answering = False
        if not self._answered:
            super().on_message_complete()

    def _plain(self) -> bool:
        """Whether a question comes by itself, without a body, and nothing before it is still being answered or read."""
        return (
            self.url[:1] == b"/"
            and b"#" not in self.url
            and (self.cycle is None or self.cycle.response_complete)
            and not self.flow.write_paused
            and not self.transport.is_closing()
            and not self.parser.should_upgrade()
            and not any(name in _OF_BODIES for name, _ in self.headers)
        )

    def _answer(self) -> bool:
        """Writes the answer if it is ready."""
        path, _, query = self.url.partition(b"?")
        decoded = path.decode("latin-1")
        self.scope["method"] = self.parser.get_method().decode("ascii")
        self.scope["path"] = unquote(decoded) if "%" in decoded else decoded
        self.scope["raw_path"], self.scope["query_string"] = path, query
        ready = self._at_once(self.scope)
        if ready is None:
            return False
        head, body = ready
        stays = self.parser.get_http_version() == "1.1" and self.parser.should_keep_alive()
        own = [b"%s: %s\r\n" % pair for pair in self.server_state.default_headers]
        lines = b"".join((head, *own, b"\r\n" if stays else b"connection: close\r\n\r\n"))
        if len(body) < _COPIED:
            self.transport.write(lines + body)
        else:
            self.transport.writelines((lines, body))
        if not stays:
            self.transport.close()
        self.on_response_complete()
        return True

    def _expect(self) -> None:
        if self._late is None:
            self._late = self.loop.call_later(_ARRIVAL, self._give_up)

    def _come(self) -> None:
        if self._late is not None:
            self._late.cancel()
            self._late = None

    def _give_up(self) -> None:
        self._late = None
        if not self.transport.is_closing():
            self.transport.close()

    def _waits(self, octets: int) -> None:
        """Looks again later whether the client takes any of the octets that wait for it."""
        self._taken = self.loop.call_later(_TAKING, self._let_go, octets)

    def _let_go(self, waited: int) -> None:
        if (waits := self.transport.get_write_buffer_size()) < waited:
            self._waits(waits)
        else:
            self._taken = None
            self.transport.abort()

    def _take(self) -> None:
        if self._taken is not None:
            self._taken.cancel()
            self._taken = None

    def _refuse(self) -> None:
        words = b"the headers are too long"
        self.transport.write(
            b"HTTP/1.1 431 Request Header Fields Too Large\r\ncontent-type: text/plain; charset=utf-8\r\n"
            b"content-length: %d\r\nconnection: close\r\n\r\n%s" % (len(words), words)
        )
        self.transport.close()
