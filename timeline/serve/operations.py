"""What the server can be asked: one declaration each for the routing, the reading of parameters and the OpenAPI.

>>> Operation("/api/topics", "topics", "The topics", lambda call: None, {}).method
'GET'
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from timeline.serve.answers import Content
from timeline.serve.limits import LONGEST_TEXT
from timeline.serve.parameters import Parameter

JSON = "application/json"
JSON_LINES = "application/x-ndjson"
CSV = "text/csv"
HTML = "text/html"


@dataclass(frozen=True, slots=True)
class Call:
    """One question: the values of its parameters, what stands in its path, its body, and the day that is today.

    ``state`` is equal for two questions between which the store did not change; None where that does not matter.
    """

    values: Mapping[str, Any]
    path: Mapping[str, str]
    today: date
    media_type: str = ""
    body: bytes = b""
    body_type: str = ""
    state: Hashable = None


@dataclass(frozen=True, slots=True)
class Operation:
    """One method of one address.

    ``path`` has ``{names}`` as in OpenAPI (one that ends in ``:path`` takes slashes too); ``make`` gives the answer and
    may raise QueryError, LookupError and StoreError; ``forms`` are the media types that it can answer in with the JSON
    Schema of each, the first one for whoever does not say; ``takes`` are those of a body; ``kept`` says that the answer
    follows from the address and the store alone; ``bridged`` for how many seconds after the store has changed the one
    before may be given while it is made anew; ``lasting`` that it is given also as long as the store can't be read;
    ``token`` that only its bearer may.
    """

    path: str
    name: str
    summary: str
    make: Callable[[Call], Content]
    forms: Mapping[str, Any]
    method: str = "GET"
    parameters: tuple[Parameter, ...] = ()
    tag: str = "api"
    kept: bool = True
    bridged: float = 2.0
    lasting: bool = False
    takes: Mapping[str, Any] = field(default_factory=dict)
    longest: int = LONGEST_TEXT
    status: int = 200
    token: bool = False
    about: str = ""
