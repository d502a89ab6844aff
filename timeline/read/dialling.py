"""Connections to hosts on the public internet only, each within a time limit.

>>> [is_public(address) for address in ("93.184.215.14", "192.168.1.10", "::ffff:127.0.0.1", "224.0.0.251")]
[True, False, False, False]

The address that is checked is the one connected to, not a name that is looked up again later: a host that answers
with another address the second time (DNS rebinding) gains nothing by it.
"""

from __future__ import annotations

import socket
import ssl
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from time import monotonic
from typing import Any

_NAT64 = IPv6Network("64:ff9b::/96")


class PrivateAddressError(OSError):
    """A host none of whose addresses is on the public internet; its words name one of them."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one answer may take: seconds to connect, of silence, and in all; redirects; bytes, also unpacked."""

    connect: float = 10.0
    silence: float = 20.0
    total: float = 60.0
    redirects: int = 8
    octets: int = 64 * 1024 * 1024


def is_public(address: str) -> bool:
    """Whether an IP address is one of the public internet: not private, loopback, link-local, multicast or reserved.

    An IPv6 address that stands for an IPv4 one (mapped, 6to4, Teredo, NAT64) is as public as that one.
    """
    number = ip_address(address)
    if isinstance(number, IPv6Address):
        if inside := _carried(number):
            return all(is_public(str(each)) for each in inside)
        if number.is_site_local:
            return False
    return number.is_global and not number.is_multicast and not number.is_reserved


def _carried(number: IPv6Address) -> list[IPv4Address]:
    """The IPv4 addresses that an IPv6 address stands for."""
    if number in _NAT64:
        return [IPv4Address(int(number) & 0xFFFFFFFF)]
    return [each for each in (number.ipv4_mapped, number.sixtofour, *(number.teredo or ())) if each]


class Deadline:
    """The moment by which an answer must be there, and how long it may be silent until then."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._end = monotonic() + limits.total

    def left(self, most: float | None = None) -> float:
        """Seconds to wait now, ``most`` (default: the longest silence) at most; raises TimeoutError when it is over."""
        left = self._end - monotonic()
        if left <= 0:
            raise TimeoutError
        return min(left, self._limits.silence if most is None else most)


class _Timed(socket.socket):
    """A socket that is read until its deadline only, however small the pieces are in which the answer comes."""

    deadline: Deadline | None = None

    def recv_into(self, *buffer: Any, **options: Any) -> int:
        if self.deadline:
            self.settimeout(self.deadline.left())
        return super().recv_into(*buffer, **options)


class _TimedTls(_Timed, ssl.SSLSocket):
    """The same, encrypted."""


def dial(host: str, port: int, deadline: Deadline, limits: Limits, *, secure: bool, allow_private: bool) -> _Timed:
    """A connection to ``host``, encrypted and with its certificate checked if ``secure``.

    Raises PrivateAddressError for a host that is not on the public internet (unless ``allow_private``), TimeoutError,
    and the other OSErrors of sockets and of TLS.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    allowed = [each for each in found if allow_private or is_public(str(each[4][0]))]
    if not allowed:
        raise PrivateAddressError(str(found[0][4][0]))
    failed: OSError | None = None
    for family, kind, protocol, _, address in allowed:
        connection = _Timed(family, kind, protocol)
        try:
            connection.settimeout(deadline.left(limits.connect))
            connection.connect(address)
            if secure:
                connection = _encrypted(connection, host, deadline)
        except OSError as error:
            connection.close()
            failed = error
            continue
        connection.deadline = deadline
        return connection
    raise failed or OSError(f"{host} has no address")


def _encrypted(connection: _Timed, host: str, deadline: Deadline) -> _Timed:
    context = ssl.create_default_context()
    context.sslsocket_class = _TimedTls
    connection.settimeout(deadline.left())
    wrapped = context.wrap_socket(connection, server_hostname=host)
    assert isinstance(wrapped, _TimedTls)
    return wrapped
