"""What is kept between runs: that it comes back, that nothing broken is believed, and that expressions mean what re says."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from timeline import regex
from timeline.kept import Kept, source_of

PACKAGE = Path(__file__).parent.parent / "timeline"


def never() -> int:
    raise AssertionError("it is kept")


def test_what_was_made_comes_back(tmp_path: Path) -> None:
    first = Kept("sums", tmp_path, 9)
    assert first.get(("a", 1), lambda: 5050) == 5050
    first.write()
    assert Kept("sums", tmp_path, 9).get(("a", 1), never) == 5050


def test_two_processes_add_to_one_file(tmp_path: Path) -> None:
    one, other = Kept("sums", tmp_path, 9), Kept("sums", tmp_path, 9)
    assert (one.get("one", lambda: 1), other.get("other", lambda: 2)) == (1, 2)
    one.write()
    other.write()
    third = Kept("sums", tmp_path, 9)
    assert (third.get("one", never), third.get("other", never)) == (1, 2)


@pytest.mark.parametrize("octets", [b"", b"abc", b"\0\0\0\0\xfa", os.urandom(400)])
def test_a_broken_file_is_made_anew(tmp_path: Path, octets: bytes) -> None:
    kept = Kept("sums", tmp_path, 9)
    kept.get("a", lambda: 1)
    kept.write()
    (file,) = tmp_path.iterdir()
    whole = file.read_bytes()
    file.write_bytes(octets)
    again = Kept("sums", tmp_path, 9)
    assert again.get("a", lambda: 1) == 1
    again.write()
    assert file.read_bytes() == whole


def test_half_a_file_is_not_believed(tmp_path: Path) -> None:
    kept = Kept("sums", tmp_path, 9)
    kept.get("a", lambda: "1" * 1000)
    kept.write()
    (file,) = tmp_path.iterdir()
    file.write_bytes(file.read_bytes()[:-300])
    assert Kept("sums", tmp_path, 9).get("a", lambda: "anew") == "anew"


def test_where_nothing_can_be_written_nothing_is(tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.write_text("no folder")
    kept = Kept("sums", taken / "below", 9)
    assert kept.get("a", lambda: 1) == 1
    kept.write()
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]


def test_no_more_is_kept_than_was_asked_for_last(tmp_path: Path) -> None:
    first = Kept("texts", tmp_path, 2)
    for number in range(50):
        first.get(number, lambda number=number: number)
    assert len(first._asked) == 2
    first.write()
    second = Kept("texts", tmp_path, 2)
    assert (second.get(48, never), second.get("new", lambda: 7)) == (48, 7)
    second.write()
    third = Kept("texts", tmp_path, 2)
    assert (third.get(48, never), third.get("new", never), third.get(49, lambda: 0)) == (48, 7, 0)


def test_no_file_grows_beyond_its_bound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("timeline.kept._MOST", 3000)
    texts = Kept("texts", tmp_path, 99)
    for number in range(10):
        texts.get(number, lambda number=number: str(number) * 500)
    texts.write()
    (file,) = tmp_path.iterdir()
    assert file.stat().st_size < 3100
    assert Kept("texts", tmp_path, 99).get(9, never) == "9" * 500


def test_sources_that_change_have_another_digest(tmp_path: Path) -> None:
    one, other = tmp_path / "one.py", tmp_path / "other.py"
    one.write_text("a = 1\n")
    other.write_text("a = 2\n")
    assert source_of(str(one)) != source_of(str(other))


@pytest.mark.parametrize(
    ("expression", "flags", "text"),
    [
        ("[0-9]+年", 0, "建于1996年，2026年重修"),
        (r"(?P<m>\d{1,2})月(?P<d>\d{1,2})日(?P<part>上午)?", 0, "4月26日上午与5月1日"),
        ("^一.二$", re.DOTALL | re.MULTILINE, "一\n二\n一三二"),
        ("(?i)APR(?:il)?", 0, "Apr 26, APRIL 27"),
        ("apr", re.IGNORECASE, "Apr"),
        ("[^，。；]{2,4}?(?=[会赛])", 0, "渡口市运动会，决赛"),
        ("(?<![一-龥])(日|月)\\1++", 0, "日日 月月月"),
        ("", 0, "空"),
    ],
)
def test_an_expression_from_the_cache_is_that_of_re(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, expression: str, flags: int, text: str
) -> None:
    usual = re.compile(expression, flags)
    for _ in range(2):  # made, and then kept
        monkeypatch.setattr(regex, "_CODES", Kept("expressions", tmp_path, 9))
        made = regex.compile(expression, flags)
        assert (made.pattern, made.flags, made.groups, made.groupindex) == (
            usual.pattern,
            usual.flags,
            usual.groups,
            usual.groupindex,
        )
        found = [[match.span(), match.groups(), match.lastgroup] for match in made.finditer(text)]
        assert found == [[match.span(), match.groups(), match.lastgroup] for match in usual.finditer(text)]
        regex._CODES.write()


def test_an_expression_that_is_none_is_refused_as_by_re() -> None:
    with pytest.raises(re.error, match="unterminated character set"):
        regex.compile("[年月")


def test_code_that_this_interpreter_does_not_take_is_compiled_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = Kept("expressions", tmp_path, 9)
    monkeypatch.setattr(regex, "_CODES", kept)
    regex.compile("年+")
    (key,) = kept._asked
    for broken in ((0, b"\xff\xff\xff\xff" * 8, 0, {}, (None,)), (0, b"abc", 0, {}, (None,)), "nothing"):
        kept.renew(key, lambda broken=broken: broken)
        assert regex.compile("年+").findall("年年月") == ["年年"]


def test_the_package_compiles_its_expressions_here() -> None:
    #: Expressions for octets, and what takes expressions apart.
    others = {"regex.py", "media.py", "hypertext.py", "prefixes.py", "program.py"}
    direct = [
        str(path.relative_to(PACKAGE))
        for path in sorted(PACKAGE.rglob("*.py"))
        if path.name not in others and re.search(r"^import re$", path.read_text(encoding="utf-8"), re.M)
    ]
    assert [name for name in direct if "re.compile(" in (PACKAGE / name).read_text(encoding="utf-8")] == []


@pytest.mark.parametrize("seed", ["1", "2"])
def test_a_second_run_makes_nothing_anew(tmp_path: Path, seed: str) -> None:
    program = (
        "from timeline.pipeline import extract; from timeline import prefixes, regex; from timeline.timex import program;"
        "extract('4月26日（三月廿九），西山登山活动举行。', '2025-04-22');"
        "print(sum(each._new for each in (regex._CODES, program._WRITTEN, prefixes._WORKED_OUT)))"
    )
    made = [
        subprocess.run(
            [sys.executable, "-c", program],
            env=os.environ | {"XDG_CACHE_HOME": str(tmp_path), "HOME": str(tmp_path), "PYTHONHASHSEED": each},
            capture_output=True,
            text=True,
            check=True,
            cwd=PACKAGE.parent,
        ).stdout.strip()
        for each in ("0", seed)
    ]
    assert made[0] == "3"
    assert made[1] == "0"
