"""``--jsonl``: one case a line, answered in order, each as soon as it is read."""

from __future__ import annotations

import json
import selectors
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from console import COMMAND, environment, run


@contextmanager
def talking(*arguments: str) -> Iterator[subprocess.Popen[bytes]]:
    child = subprocess.Popen(
        [*COMMAND, *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment(), bufsize=0
    )
    try:
        yield child
    finally:
        child.kill()
        child.wait()


def ask(child: subprocess.Popen[bytes], case: object) -> dict[str, object]:
    """Send one line and wait for its answer, without closing standard input."""
    assert child.stdin
    assert child.stdout
    child.stdin.write(json.dumps(case, ensure_ascii=False).encode() + b"\n")
    with selectors.DefaultSelector() as selector:
        selector.register(child.stdout, selectors.EVENT_READ)
        line = b""
        while not line.endswith(b"\n"):
            assert selector.select(timeout=60), "no answer although the line was complete"
            line += child.stdout.read(65536)
    answer: dict[str, object] = json.loads(line)
    return answer


@pytest.mark.parametrize("command", ["extract", "timex"])
def test_every_line_is_answered_before_the_next_is_sent(command: str) -> None:
    with talking(command, "--jsonl") as child:
        for name in ("a", "b", "c"):
            assert ask(child, {"id": name, "text": "合唱节5月10日举行。", "published": "2025-04-22"})["id"] == name


def test_timex_answers_each_case_by_its_own_reference() -> None:
    cases = [
        {"id": 1, "text": "昨天", "ref": "2025-04-22"},
        {"id": 2, "text": "昨天", "ref": "2024-03-01T08:30:00"},
        {"id": 3, "text": "昨天", "ref": "2024-03-01 08:30:00"},
        {"id": 4, "text": "1996年"},
    ]
    ended = run("timex", "--jsonl", stdin="".join(json.dumps(case) + "\n" for case in cases))
    answers = [json.loads(line) for line in ended.out.splitlines()]
    assert ended.code == 0
    assert [(answer["id"], [found["edtf"] for found in answer["found"]]) for answer in answers] == [
        (1, ["2025-04-21"]),
        (2, ["2024-02-29"]),
        (3, ["2024-02-29"]),
        (4, ["1996"]),
    ]


def test_events_stay_with_their_case() -> None:
    texts = {"x": "灯谜会2月12日举行。", "y": "书市3月8日开幕。", "z": "今天天气晴朗。"}
    lines = [json.dumps({"id": name, "text": text, "published": "2025-02-01"}) for name, text in texts.items()]
    answers = [json.loads(line) for line in run("extract", "--jsonl", stdin="\n".join(lines)).out.splitlines()]
    assert [answer["id"] for answer in answers] == ["x", "y", "z"]
    for answer in answers:
        assert answer["published"]["edtf"] == "2025-02-01"
        assert {"begin", "until", "evidence"} <= set(answer["published"])
        for event in answer["events"]:
            for mention in event["mentions"]:
                assert texts[answer["id"]][mention["start"] : mention["end"]] == mention["quote"]


@pytest.mark.parametrize("command", ["extract", "timex"])
def test_a_bad_line_is_answered_and_the_rest_goes_on(command: str) -> None:
    lines = [
        b'{"id": "good", "text": "\xe5\x90\x88\xe5\x94\xb1\xe8\x8a\x822025\xe5\xb9\xb45\xe6\x9c\x88\xe4\xb8\xbe\xe8\xa1\x8c"}',
        b"{not json",
        b'{"id": "bytes", "text": "\xff\xfe"}',
        b'["no", "object"]',
        b'{"id": "textless"}',
        b'{"id": "number", "text": 7}',
        b"",
        b'{"id": "when", "text": "\xe4\xbb\x8a\xe5\xa4\xa9", "published": "soon", "ref": "soon"}',
        b'{"id": "also good", "text": "1996\xe5\xb9\xb4\xe5\xbb\xba\xe6\x88\x90"}',
    ]
    ended = run(command, "--jsonl", stdin=b"\n".join(lines))
    answers = [json.loads(line) for line in ended.out.splitlines()]
    assert [answer["id"] for answer in answers] == [
        "good", None, None, None, "textless", "number", "when", "also good",
    ]  # fmt: skip
    assert ["error" in answer for answer in answers] == [False, *[True] * 6, False]
    assert ended.code == 1
    assert len(ended.err.splitlines()) == 6
    assert "line 2" in ended.err


def test_a_lone_surrogate_comes_back_as_it_went_in() -> None:
    ended = run("timex", "--jsonl", stdin=b'{"id": "\\ud800", "text": "2025\\u5e74\\ud800"}')
    assert ended.code == 0, ended.err
    assert json.loads(ended.out)["id"] == "\ud800"
