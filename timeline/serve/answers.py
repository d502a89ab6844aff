"""Answers that a client may keep: strong validators, 304, HEAD, gzip, and which form a client would rather have.

>>> accepted("text/csv;q=0.5, application/json", ("application/json", "text/csv"))
'application/json'

RFC 9110; each encoding of an answer has a validator of its own.
"""

from __future__ import annotations

import gzip
import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from functools import lru_cache
from urllib.parse import quote

#: What is not worth packing, in octets.
_SMALL = 600
#: May be kept by anyone, and asked about each time; a cache between may answer for a while by itself.
ASKED_AGAIN = "public, max-age=0, s-maxage=30, must-revalidate"
#: What calendars fetch by the thousand: used unasked for a quarter of an hour, and longer while the server is away.
FETCHED_OFTEN = "public, max-age=900, stale-while-revalidate=3600, stale-if-error=86400"
NEVER_KEPT = "no-store"

Headers = tuple[tuple[bytes, bytes], ...]


@dataclass(frozen=True, slots=True)
class Content:
    """What an address answers: octets, their media type, how long they may be kept.

    ``status`` is what the operation says unless it is given; ``file`` the name to save them under, ``varies`` the request headers beside Accept-Encoding that choose the form,
    ``headers`` what else goes along.
    """

    octets: bytes
    media_type: str
    keeping: str = ASKED_AGAIN
    file: str = ""
    varies: tuple[str, ...] = ()
    headers: tuple[tuple[str, str], ...] = ()
    modified: datetime | None = None
    status: int = 0


@dataclass(frozen=True, slots=True)
class Prepared:
    """A content made ready: as it is and packed, each with all its headers, so that answering it is writing it out.

    ``heads`` holds what was written out before (see timeline.serve.guards).
    """

    plain: bytes
    packed: bytes | None
    plain_headers: Headers
    packed_headers: Headers
    plain_tag: bytes
    packed_tag: bytes
    modified: datetime | None
    size: int = field(default=0)
    heads: dict[tuple[bool, bool], bytes] = field(default_factory=dict, compare=False, repr=False)


def prepared(content: Content, modified: datetime | None = None) -> Prepared:
    """The content ready to be answered; ``modified`` is when it last changed, unless it says so itself."""
    tag = hashlib.sha256(content.octets).hexdigest()[:32]
    modified = content.modified or modified
    packed = gzip.compress(content.octets, 6, mtime=0) if len(content.octets) > _SMALL else None
    shared = {
        "Content-Type": content.media_type,
        "Cache-Control": content.keeping,
        "Vary": ", ".join((*content.varies, "Accept-Encoding")),
        **dict(content.headers),
    }
    if modified is not None:
        shared["Last-Modified"] = format_datetime(modified.astimezone(UTC).replace(microsecond=0), usegmt=True)
    if content.file:
        shared["Content-Disposition"] = _disposition(content.file)
    plain_tag, packed_tag = f'"{tag}"', f'"{tag}-gzip"'
    return Prepared(
        content.octets,
        packed,
        headers({**shared, "ETag": plain_tag}),
        headers({**shared, "ETag": packed_tag, "Content-Encoding": "gzip"}),
        plain_tag.encode(),
        packed_tag.encode(),
        modified,
        len(content.octets) + len(packed or b""),
    )


def _disposition(file: str) -> str:
    """RFC 6266: a name outside ASCII is told twice, for old clients without it.

    >>> print(_disposition("要闻.ics"))
    inline; filename="timeline.ics"; filename*=UTF-8''%E8%A6%81%E9%97%BB.ics
    """
    if re.fullmatch(r"[A-Za-z0-9._-]+", file):
        return f'inline; filename="{file}"'
    return f"inline; filename=\"timeline.{file.rpartition('.')[2]}\"; filename*=UTF-8''{quote(file, safe='')}"


def headers(named: Mapping[str, str]) -> Headers:
    """Headers as ASGI sends them; raises ValueError for one that would begin another."""
    for name, value in named.items():
        if any(ord(character) < 32 or ord(character) > 126 for character in name + value):
            raise ValueError(f"no header: {name}: {value!r}")
    return tuple((name.lower().encode(), value.encode()) for name, value in named.items())


@dataclass(frozen=True, slots=True)
class Asked:
    """What of a request's headers decides the answer; absent ones are empty."""

    tags: bytes = b""
    since: bytes = b""
    encodings: bytes = b""

    @classmethod
    def of(cls, given: Iterable[tuple[bytes, bytes]]) -> Asked:
        """From the headers of an ASGI scope."""
        tags = since = encodings = b""
        for name, value in given:
            if name == b"if-none-match":
                tags = tags + b"," + value if tags else value
            elif name == b"if-modified-since":
                since = value
            elif name == b"accept-encoding":
                encodings = encodings + b"," + value if encodings else value
        return cls(tags, since, encodings)


def form_of(copy: Prepared, asked: Asked) -> tuple[bool, bool]:
    """Whether the client has the answer already, and whether it is to be packed."""
    packed = copy.packed is not None and b"gzip" in asked.encodings and accepts_gzip(asked.encodings)
    return _has_it(copy, asked), packed


def answer(copy: Prepared, form: tuple[bool, bool], *, head: bool) -> tuple[int, Headers, bytes]:
    """Status, headers and body in that ``form``: whole, packed, 304 when the client has it; no body for HEAD."""
    known, packed = form
    own = copy.packed_headers if packed else copy.plain_headers
    if known:
        kept = (b"content-type", b"content-disposition", b"content-encoding")
        return 304, tuple(pair for pair in own if pair[0] not in kept), b""
    body = copy.packed if packed and copy.packed is not None else copy.plain
    return 200, (*own, (b"content-length", b"%d" % len(body))), b"" if head else body


def _has_it(copy: Prepared, asked: Asked) -> bool:
    """RFC 9110 13.2.2: a tag that the client names decides; the date only where it names none."""
    if asked.tags:
        if asked.tags in (copy.plain_tag, copy.packed_tag):
            return True
        named = {one.strip().removeprefix(b"W/") for one in asked.tags.split(b",")}
        return b"*" in named or copy.plain_tag in named or copy.packed_tag in named
    if not asked.since or copy.modified is None:
        return False
    try:
        return copy.modified.replace(microsecond=0) <= parsedate_to_datetime(asked.since.decode("latin-1"))
    except (ValueError, TypeError):  # an unreadable date, or one without a zone, is as good as none
        return False


@lru_cache(maxsize=64)
def accepts_gzip(encodings: bytes) -> bool:
    """Whether an Accept-Encoding allows gzip.

    >>> accepts_gzip(b"br, gzip;q=0.8"), accepts_gzip(b"gzip;q=0, *"), accepts_gzip(b"")
    (True, False, False)
    """
    weights = dict(_weighted(encodings.decode("latin-1")))
    return weights.get("gzip", weights.get("x-gzip", weights.get("*", 0.0))) > 0


def _weighted(accept: str) -> Iterable[tuple[str, float]]:
    for one in accept.split(","):
        name, *parameters = (part.strip().lower() for part in one.split(";"))
        weight = 1.0
        for parameter in parameters:
            key, _, value = parameter.partition("=")
            if key.strip() == "q":
                try:
                    weight = min(max(float(value), 0.0), 1.0)
                except ValueError:
                    weight = 0.0
        if name:
            yield name, weight


def accepted(accept: str, offered: Sequence[str]) -> str | None:
    """The offered media type that an Accept header likes best, the first of equals; None when it takes none of them."""
    ranges = dict(_weighted(accept or "*/*"))

    def weight(offer: str) -> float:
        names = (offer, offer.partition("/")[0] + "/*", "*/*")
        return next((ranges[name] for name in names if name in ranges), 0.0)

    best = max(offered, key=weight)
    return best if weight(best) > 0 else None
