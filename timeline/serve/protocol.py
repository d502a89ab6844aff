"""HTTP/1.1 on a connection: uvicorn's own, with bounds on what it takes before there is a request to answer.

>>> Protocol.__mro__[1].__name__
'HttpToolsProtocol'

Headers that never end would fill the memory, and headers that never come would hold the connection.
"""

from __future__ import annotations

from asyncio import TimerHandle, Transport
from typing import Any

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from timeline.serve.limits import LONGEST_ADDRESS, LONGEST_HEADERS

#: The longest request line and headers together, in octets: what is a little too long is told so by the guard.
_LONGEST_HEAD = 4 * (LONGEST_ADDRESS + LONGEST_HEADERS)
#: How long they may take to arrive, in seconds.
_ARRIVAL = 20.0


class Protocol(HttpToolsProtocol):
    """One connection."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._head = 0
        self._answering = False
        self._late: TimerHandle | None = None

    def connection_made(self, transport: Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._expect()

    def connection_lost(self, exc: Exception | None) -> None:
        self._come()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        if self._answering:
            super().data_received(data)
            return
        self._expect()
        self._head += len(data)
        super().data_received(data)
        # Only what is unfinished counts: data may hold a whole request and its body.
        if not self._answering and self._head > _LONGEST_HEAD and not self.transport.is_closing():
            self._refuse()

    def on_headers_complete(self) -> None:
        self._come()
        self._head, self._answering = 0, True
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        self._answering = False
        super().on_message_complete()

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

    def _refuse(self) -> None:
        words = b"the headers are too long"
        self.transport.write(
            b"HTTP/1.1 431 Request Header Fields Too Large\r\ncontent-type: text/plain; charset=utf-8\r\n"
            b"content-length: %d\r\nconnection: close\r\n\r\n%s" % (len(words), words)
        )
        self.transport.close()
