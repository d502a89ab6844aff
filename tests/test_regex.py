"""Expressions that are asked only where a match may begin find what ``re`` finds, in any text and in whatever way asked."""

from __future__ import annotations

import importlib
import pkgutil
import re
import shutil
import sysconfig
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import dating, events, layout, read, regex, timex

EXPRESSIONS = (
    "举行|开幕(?!式)",
    "今[年天]|昨",
    "(?<=于)明日",
    "(?=[今明])..年",
    "(?=[今明]).*?年",
    "(?=今)(?:天)?",
    r"\A明",
    "^今|明$",
    "日(?:至|到)?",
    "(?:今|明){2,3}年",
    "[今-今]+",
    "[^今]",
    "(今|明)?日",
    "日*",
    r"\s年",
    "(?i)A年",
    "今(?=年)",
    "今(?=年|\\Z)",
    "\U0001f389年",
    r"(今)\1",
    ".{0,3}(?:年|明日)",
    "[^今]*?(?=明日)",
    "(?P<a>.+)(?<=天)于",
    "(?:[今明].)?[^明]{2}年.",
    ".(?:今|)年",
    "^.*日$",
    "今(?i:a)|(?i:a)日",
    ".(?i:a)年?",
    "明(?i:aa)",
)
READERS = (read, layout, dating, timex, events)
TEXTS = st.text(alphabet="今明日年天至于举行开幕式aA \n\U0001f389", max_size=24)
BOUNDS = st.lists(st.integers(-2, 26), max_size=2)


def spans(matches: Any) -> list[tuple[int, int]]:
    return [match.span() for match in matches]


@pytest.mark.parametrize("expression", EXPRESSIONS)
@given(text=TEXTS, bounds=BOUNDS)
def test_what_is_found_is_what_re_finds(expression: str, text: str, bounds: list[int]) -> None:
    ours, plain = regex.compile(expression), re.compile(expression)
    for method in ("search", "match", "fullmatch"):
        one, other = (getattr(pattern, method)(text, *bounds) for pattern in (ours, plain))
        assert (one and (one.span(), one.groups())) == (other and (other.span(), other.groups())), method
    assert spans(ours.finditer(text, *bounds)) == spans(plain.finditer(text, *bounds))
    assert ours.findall(text, *bounds) == plain.findall(text, *bounds)
    assert ours.sub("|", text) == plain.sub("|", text)
    assert ours.subn("|", text, count=1) == plain.subn("|", text, count=1)
    assert ours.split(text, maxsplit=2) == plain.split(text, maxsplit=2)


def test_it_is_called_as_re_is() -> None:
    pattern = regex.compile("(?P<year>[0-9]{4})年")
    found = pattern.search(string="建于1996年", pos=1)
    assert found and found["year"] == "1996"
    assert pattern.pattern == "(?P<year>[0-9]{4})年"
    assert pattern.groupindex == {"year": 1}
    with pytest.raises(OverflowError):
        pattern.search("建于", 10**30)
    for wrong in ((), (b"1996",), (1996,), ("a", "b"), ("a", 0, 1, 2)):
        with pytest.raises(TypeError):
            pattern.search(*wrong)
    with pytest.raises(AttributeError, match="no_such"):
        _ = pattern.no_such  # type: ignore[attr-defined]


def test_every_expression_of_the_package_finds_the_same_in_the_pages() -> None:
    asked = {
        id(value): value
        for package in READERS
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
        for value in vars(importlib.import_module(module.name)).values()
        if type(value).__name__ == "Guarded"
    }
    pages = sorted((Path(__file__).parents[1] / "seeds").glob("*.txt"))
    lines = [line for page in pages for line in page.read_text(encoding="utf-8").splitlines()][::12]
    for ours in asked.values():
        plain = re.compile(ours.pattern, ours.flags)
        for line in lines:
            assert spans(ours.finditer(line)) == spans(plain.finditer(line)), (ours.pattern, line)
            assert bool(ours.match(line)) == bool(plain.match(line)), (ours.pattern, line)
    assert len(asked) > 500 or regex.Guarded is None


def test_it_is_built_wherever_there_is_a_compiler() -> None:
    if shutil.which("cc") and Path(sysconfig.get_path("include"), "Python.h").exists():
        assert regex.Guarded is not None, "install the package again: pip install -e ."
