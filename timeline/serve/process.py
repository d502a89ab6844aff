"""The server as processes: one or several workers on one socket, ended by a signal when their answers are out.

>>> Settings("db/timeline.db", date.today, datetime.now).workers
1
"""

from __future__ import annotations

import socket
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from timeline.render.policy import Coarse

if TYPE_CHECKING:
    import uvicorn
    from starlette.types import ASGIApp

#: How long answers that are under way may take when the server is ended, in seconds.
_LAST_ANSWERS = 25
#: How long a connection may stay without a question (a proxy keeps its own for about a minute), how many there may be.
_IDLE, _CONNECTIONS = 75, 2000
#: Threads give way to the loop that writes answers after so many seconds: each answer lets go of the interpreter twice
#: or so, and with the usual 5 ms a feed that is made anew would hold up all that are ready.
_TURN = 0.0002


@dataclass(frozen=True, slots=True)
class Settings:
    """How to serve. Functions must be picklable: each worker is a process of its own.

    See ``timeline.serve.create_app`` for ``where`` to ``token``; ``log`` writes a line for each answer.
    """

    where: str
    today: Callable[[], date]
    now: Callable[[], datetime]
    base_url: str = ""
    coarse: Coarse = "marker"
    token: str = ""
    host: str = "127.0.0.1"
    port: int = 8000
    workers: int = 1
    log: bool = False
    board: str | None = None

    def __call__(self) -> ASGIApp:
        """The application, made in the worker."""
        from timeline.serve.app import create_app
        from timeline.serve.sweeping import settle

        sys.setswitchinterval(_TURN)
        app = create_app(
            self.where, self.today, now=self.now, base_url=self.base_url, coarse=self.coarse, token=self.token,
            board=self.board, beforehand=True,
        )  # fmt: skip
        settle()
        return app


def run(settings: Settings) -> None:
    """Serve until interrupted. Raises StoreError, ValueError for a wrong address, OSError when the port is taken."""
    from timeline.render.feeds import folder_address
    from timeline.store import Store

    # What is wrong is told here, before there are workers to tell it one by one.
    folder_address(settings.base_url)
    Store.open(settings.where, create=False).close()
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    with socket.create_server((settings.host, settings.port), family=family, backlog=2048) as listening:
        host, port = listening.getsockname()[:2]
        shown = f"[{host}]" if ":" in host else host
        print(f"http://{shown}:{port}/", flush=True)
        if settings.workers == 1:
            import uvicorn

            uvicorn.Server(_configured(settings)).run([listening])
            return
        with tempfile.TemporaryDirectory(prefix="timeline-") as folder:
            board = Path(folder) / "counts"
            board.write_bytes(bytes(_board_size()))
            _workers(replace(settings, board=str(board)), listening)


def _board_size() -> int:
    from timeline.serve.metrics import Board

    return Board.SIZE


def _configured(settings: Settings) -> uvicorn.Config:
    import uvicorn

    from timeline.serve.protocol import Protocol

    levels = {
        "timeline.serve": "INFO",
        "timeline.serve.access": "INFO" if settings.log else "WARNING",
        "uvicorn": "WARNING",
    }
    return uvicorn.Config(
        settings,
        factory=True,
        http=Protocol,
        ws="none",
        loop="auto",
        workers=settings.workers,
        server_header=False,
        access_log=False,
        proxy_headers=False,
        limit_concurrency=_CONNECTIONS,
        timeout_keep_alive=_IDLE,
        timeout_graceful_shutdown=_LAST_ANSWERS,
        log_config={
            "version": 1,
            "disable_existing_loggers": False,
            "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(message)s"}},
            "handlers": {"err": {"class": "logging.StreamHandler", "formatter": "line"}},
            "loggers": {
                **{name: {"level": level} for name, level in levels.items()},
                "timeline": {"handlers": ["err"], "propagate": False},
                "uvicorn": {"handlers": ["err"], "level": levels["uvicorn"], "propagate": False},
            },
        },
    )


def _workers(settings: Settings, listening: socket.socket) -> None:
    from uvicorn.supervisors import Multiprocess

    config = _configured(settings)
    Multiprocess(config, sockets=[listening]).run()
