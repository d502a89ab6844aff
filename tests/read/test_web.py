"""Pages from the web: fetched within bounds of time, size, redirects and addresses; only what changed is fetched again."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from serving import MODIFIED, STORY, TRADITIONAL, Site, served

from timeline.read import ReadError, dialling
from timeline.read.dialling import Limits, is_public
from timeline.read.inputs import Inputs, Web
from timeline.read.visits import Visits
from timeline.read.web import Validators, fetch

QUICK = Limits(connect=2, silence=0.4, total=1, redirects=3, octets=1_000_000)


@pytest.fixture
def site() -> Iterator[tuple[str, type[Site]]]:
    with served() as running:
        yield running


@pytest.fixture
def home(site: tuple[str, type[Site]]) -> str:
    return site[0]


def texts(address: str, **terms: object) -> tuple[list[str], list[str]]:
    """The texts found at an address, and what failed."""
    failed: list[str] = []
    inputs = Inputs(failed, web=Web(QUICK, allow_private=True), **terms)  # type: ignore[arg-type]
    return [document.text for document in inputs.documents([address])], failed


@pytest.mark.parametrize("path", ["page", "moved", "chunked", "packed", "lying", "dated", "page?a=1&b=河#c"])
def test_a_page(home: str, path: str) -> None:
    assert texts(f"{home}/{path}") == ([f"新桥合龙\n\n{STORY}"], [])


def test_a_page_is_called_as_it_was_asked_for_and_keeps_where_it_was_found(home: str) -> None:
    [document] = Inputs([], web=Web(QUICK, allow_private=True)).documents([f"{home}/moved"])
    assert (document.path, document.url) == (f"{home}/moved", f"{home}/page")


def test_the_header_states_the_encoding_of_a_text(home: str) -> None:
    assert texts(f"{home}/stated") == ([TRADITIONAL], [])


def test_the_encoding_given_comes_first(home: str) -> None:
    assert texts(f"{home}/lying", encoding="gb18030") == ([f"新桥合龙\n\n{STORY}"], [])
    _, [failure] = texts(f"{home}/lying", encoding="utf-8")
    assert "not utf-8 at byte" in failure


def test_a_feed_and_its_relative_links(home: str) -> None:
    [document] = Inputs([], web=Web(QUICK, allow_private=True)).documents([f"{home}/feed.xml"])
    assert document.url == f"{home}/html/2025-06/11/1.htm"
    assert [(clue.kind, clue.edtf) for clue in document.clues] == [("feed", "2025-06-12"), ("url", "2025-06-11")]


def test_when_a_server_changed_a_file_says_nothing_of_when_it_was_published(home: str) -> None:
    [document] = Inputs([], web=Web(QUICK, allow_private=True)).documents([f"{home}/dated"])
    assert document.clues == ()


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("none", "404 Not Found; check the address"),
        ("loop", "more than 3 redirects"),
        ("elsewhere", "it leads to file:///etc/passwd: only http and https"),
        ("bomb", "more than 1,000,000 bytes"),
        ("huge", "more than 1,000,000 bytes"),
        ("hang", "did not answer in time"),
        ("drip", "did not answer in time"),
        ("dripping_head", "did not answer in time"),
        ("brotli", "packed as 'br'"),
        ("short", "broke off"),
        ("cut", "broke off"),
        ("silent", "broke off"),
        ("garbage", "no HTTP"),
    ],
)
def test_an_answer_that_is_no_page_ends_soon_and_with_a_reason(home: str, path: str, reason: str) -> None:
    began = time.monotonic()
    with pytest.raises(ReadError, match=reason) as caught:
        fetch(f"{home}/{path}", limits=QUICK, allow_private=True)
    assert time.monotonic() - began < 3 * QUICK.total
    assert str(caught.value).startswith(f"{home}/{path}: ")
    assert caught.value.advice


def test_nobody_answers() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
    with pytest.raises(ReadError, match=r"no connection to .*refused"):
        fetch(f"http://127.0.0.1:{port}/", limits=QUICK, allow_private=True)


def test_a_server_that_speaks_no_tls(home: str) -> None:
    with pytest.raises(ReadError, match="no encrypted connection"):
        fetch(home.replace("http:", "https:"), limits=QUICK, allow_private=True)


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("ftp://paper.example.cn/a.htm", "only http and https"),
        ("file:///etc/passwd", "only http and https"),
        ("http://", "without a host"),
        ("http://reader:secret@paper.example.cn/", "a user's name"),
        ("http://paper.example.cn:99999/", "no web address"),
        ("http://[::1/", "no web address"),
        (f"http://{'a' * 70}.example.cn/", "no web address"),
    ],
)
def test_what_is_no_address_of_a_page(address: str, reason: str) -> None:
    with pytest.raises(ReadError, match=reason):
        fetch(address, limits=QUICK)


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "127.1", "2130706433", "0x7f.1", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254",
     "100.64.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255", "[::1]", "[::]", "[fe80::1]", "[fc00::1]", "[ff02::1]", "[fec0::1]",
     "[::ffff:127.0.0.1]", "[2002:7f00:1::]", "[64:ff9b::a00:1]"],
)  # fmt: skip
def test_private_addresses_are_refused_however_they_are_written(host: str) -> None:
    with pytest.raises(ReadError, match="no public address; --allow-private"):
        fetch(f"http://{host}:9/", limits=QUICK)


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "::ffff:93.184.215.14"])
def test_public_addresses(address: str) -> None:
    assert is_public(address)


def test_a_redirect_to_a_private_address_is_refused(home: str, monkeypatch: pytest.MonkeyPatch) -> None:
    # The test's own server stands for a public one; where it leads to does not.
    monkeypatch.setattr(dialling, "is_public", lambda address: address == "127.0.0.1")
    with pytest.raises(ReadError, match=r"10\.0\.0\.1 is at 10\.0\.0\.1, which is no public address"):
        fetch(f"{home}/inward", limits=QUICK)


def test_a_name_that_changes_its_address_between_two_look_ups(home: str, monkeypatch: pytest.MonkeyPatch) -> None:
    port = int(home.rpartition(":")[2])
    answers = iter([("93.184.215.14", port), ("127.0.0.1", port), ("127.0.0.1", port)])
    looked_up: list[str] = []
    dialled: list[object] = []

    def look_up(host: str, *_: object, **__: object) -> list[object]:
        looked_up.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", next(answers))]

    def connect(self: socket.socket, address: object) -> None:
        dialled.append(address)
        raise ConnectionRefusedError(111, "Connection refused")

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    monkeypatch.setattr(dialling._Timed, "connect", connect, raising=False)
    with pytest.raises(ReadError, match="no connection"):
        fetch(f"http://paper.example.cn:{port}/page", limits=QUICK)
    assert looked_up == ["paper.example.cn"]
    assert dialled == [("93.184.215.14", port)]


def test_of_several_addresses_only_public_ones_are_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    dialled: list[object] = []

    def look_up(host: str, *_: object, **__: object) -> list[object]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (each, 80)) for each in ("10.0.0.1", "93.184.215.14")]

    def connect(self: socket.socket, address: object) -> None:
        dialled.append(address)
        raise TimeoutError

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    monkeypatch.setattr(dialling._Timed, "connect", connect, raising=False)
    with pytest.raises(ReadError, match="did not answer in time"):
        fetch("http://paper.example.cn/", limits=QUICK)
    assert dialled == [("93.184.215.14", 80)]


def test_validators_are_sent_to_the_page_that_they_are_of(site: tuple[str, type[Site]]) -> None:
    home, made = site
    known = Validators(f"{home}/dated", '"a"', MODIFIED)
    fetch(f"{home}/dated", known=known, limits=QUICK, allow_private=True)
    fetch(f"{home}/page", known=known, limits=QUICK, allow_private=True)
    (_, first), (_, second) = made.asked
    assert (first["If-None-Match"], first["If-Modified-Since"]) == ('"a"', MODIFIED)
    assert "If-None-Match" not in second


def test_what_has_not_changed_is_not_fetched_again(site: tuple[str, type[Site]], tmp_path: Path) -> None:
    home, made = site
    stored: set[tuple[str, str]] = set()
    web = Web(QUICK, True, Visits(tmp_path), lambda path, digest: (path, digest) in stored)

    def read() -> tuple[int, int]:
        failed: list[str] = []
        inputs = Inputs(failed, web=web)
        found = list(inputs.documents([f"{home}/tagged"]))
        assert failed == []
        stored.update((document.path, document.sha256) for document in found)
        return len(found), inputs.unchanged

    assert read() == (1, 0)
    assert read() == (0, 1)
    made.version = 2
    assert read() == (1, 0)
    assert read() == (0, 1)
    stored.clear()  # another store, or one that lost the page: the server's 304 would be of no use
    assert read() == (1, 0)


def test_a_visit_that_cannot_be_read_any_more_is_none(home: str, tmp_path: Path) -> None:
    visits = Visits(tmp_path)
    list(Inputs([], web=Web(QUICK, True, visits, lambda path, digest: True)).documents([f"{home}/tagged"]))
    [file] = tmp_path.iterdir()
    for broken in ("", "{}", "[1]", '{"validators": {"x": 1}, "documents": [], "content_type": ""}'):
        file.write_text(broken, encoding="utf-8")
        assert visits.last(f"{home}/tagged") is None


def test_a_folder_that_cannot_be_written_to_does_no_harm(home: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    failed: list[str] = []
    web = Web(QUICK, True, Visits(tmp_path / "file" / "below"), lambda path, digest: True)
    assert len(list(Inputs(failed, web=web).documents([f"{home}/tagged"]))) == 1
    assert failed == []


@pytest.mark.parametrize(
    ("environment", "named"),
    [
        ({"HTTPS_PROXY": "http://127.0.0.1:9"}, "HTTPS_PROXY"),
        ({"all_proxy": "http://127.0.0.1:9"}, "all_proxy"),
        ({"HTTP_PROXY": "http://127.0.0.1:9"}, ""),
        ({"HTTPS_PROXY": "http://127.0.0.1:9", "NO_PROXY": "example.cn, .invalid"}, ""),
        ({}, ""),
    ],
)
def test_a_proxy_that_is_not_used_is_named(
    environment: dict[str, str], named: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(ReadError) as error:
        fetch("https://paper.example.invalid/a.htm", limits=QUICK)
    assert (f"the proxy in {named} is not used" in str(error.value)) == bool(named)
    assert ("proxy" in str(error.value)) == bool(named)
