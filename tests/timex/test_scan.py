"""The compiled scanner finds what `re` finds: in any text, for any pattern of the kinds that rules are written in."""

from __future__ import annotations

import re
import shutil
import sys
import sysconfig
import threading
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from test_any_text import ANY_TEXT, TIME_TEXT

from timeline.timex.corpus import corpora
from timeline.timex.dispatch import Dispatch, Find
from timeline.timex.engine import CompiledScan, Grammar
from timeline.timex.interpreted import InterpretedScan
from timeline.timex.orthography import closed_up, folded
from timeline.timex.rule import Rule
from timeline.timex.rules import ALL
from timeline.timex.rules.words import DIGIT_GUARD

GRAMMARS = [Grammar(ALL, DIGIT_GUARD, scan) for scan in (CompiledScan, InterpretedScan)]

_CHARACTERS = "今年月日上1一 \n。😀"
_ONE = st.sampled_from(["今", "年", "月", ".", "[年月]", "[^年月]", r"\s", "[0-9]", "1", "[一-龥]"])
_ASSERTED = st.sampled_from(["(?=年)", "(?!月日)", "(?<=年)", "(?<!今年)", "(?<![年月]日)", r"\Z", "$", r"(?!\A)"])


def _grown(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    alternatives = st.lists(inner, min_size=2, max_size=6).map(lambda ways: f"(?:{'|'.join(ways)})")
    repeat = st.sampled_from(["?", "{2}", "{0,3}", "{1,2}", "??", "{0,2}+", "?+"])
    return st.one_of(
        alternatives,
        st.lists(inner, min_size=1, max_size=4).map("".join),
        st.builds("(?:{}){}".format, inner, repeat),
        st.builds("{}{}".format, _ONE, st.sampled_from(["*", "+", "*?", "{1,4}+", "++"])),
    )


PATTERN = st.builds("今{}".format, st.recursive(st.one_of(_ONE, _ASSERTED), _grown, max_leaves=12))


def found(find: Find, length: int) -> list[tuple[int, int]]:
    """Every match in a text, looked for at each place by itself."""
    spans = []
    for position in range(length):
        match = find(position, 0)
        if match and match[0] == position:
            spans.append(match[:2])
    return spans


@settings(max_examples=1500, deadline=None)
@given(PATTERN, st.text(_CHARACTERS, max_size=14))
@example("今(?:年|年月|[^上])(?:月日|日)?+", "今年月日今年😀")
def test_any_pattern_matches_what_it_does_in_re(pattern: str, text: str) -> None:
    text += "\n"  # as Grammar.atoms does
    expression = re.compile(pattern, re.DOTALL)
    wanted = [match.span() for place in range(len(text)) if (match := expression.match(text, place))]
    plan = Dispatch([Rule("any", pattern, lambda match: {}, 0, 0)], "")
    assert found(CompiledScan(plan).over(text), len(text)) == wanted
    assert found(InterpretedScan(plan).over(text), len(text)) == wanted


@settings(max_examples=600, deadline=None)
@given(st.one_of(TIME_TEXT, ANY_TEXT))
def test_both_read_the_same_in_any_text(text: str) -> None:
    compiled, interpreted = (list(grammar.atoms(text)) for grammar in GRAMMARS)
    assert compiled == interpreted


def test_both_read_the_same_in_every_line_of_the_corpora() -> None:
    for line in corpora():
        plain, _ = closed_up(folded(line.text))
        compiled, interpreted = (list(grammar.atoms(plain)) for grammar in GRAMMARS)
        assert compiled == interpreted, line.text


def test_the_scanner_is_built_wherever_there_is_a_compiler() -> None:
    headers = Path(sysconfig.get_path("include"), "Python.h").exists()
    if shutil.which("cc") and headers and sys.implementation.name == "cpython":
        assert CompiledScan is not InterpretedScan, "install the package again: pip install -e ."


@pytest.mark.parametrize("pattern", [r"今(?:年月)+", r"今(年)\1", r"今\w", r"今\b"])
def test_a_pattern_that_it_does_not_know_is_refused_by_name(pattern: str) -> None:
    plan = Dispatch([Rule("any", pattern, lambda match: {}, 0, 0)], "")
    if CompiledScan is not InterpretedScan:
        with pytest.raises(ValueError, match="compiled scanner"):
            CompiledScan(plan)


def test_a_declined_match_is_offered_to_the_next_rule_at_its_place() -> None:
    rules = [
        Rule("long", "今年[0-9]?", lambda match: None, 1, 1),
        Rule("guarded", "今年", lambda match: {"y": 1}, 1, 1, guard="(?<!上)"),
        Rule("last", "今", lambda match: {"y": 2}, 1, 1),
    ]
    for scan in (CompiledScan, InterpretedScan):
        read = [(atom.start, atom.end, atom.rule) for atom in Grammar(rules, "", scan).atoms("今年上今年7")]
        assert read == [(0, 2, "guarded"), (3, 4, "last")]


@pytest.mark.parametrize("arguments", [("今年", -1, 0), ("今年", 0, -1)])
def test_a_position_before_the_text_is_refused(arguments: tuple[str, int, int]) -> None:
    text, position, skip = arguments
    if CompiledScan is not InterpretedScan:
        with pytest.raises(ValueError, match="negative"):
            CompiledScan(Dispatch(ALL, DIGIT_GUARD)).over(text)(position, skip)


def test_threads_read_texts_of_their_own_with_one_grammar() -> None:
    texts = ["4月26日上午举行，今年完工。" * 50, "去年10月，昨日9:00。" * 50]
    wanted = [list(GRAMMARS[0].atoms(text)) for text in texts]
    wrong: list[str] = []

    def read(text: str, atoms: list[object]) -> None:
        if any(list(grammar.atoms(text)) != atoms for _ in range(20) for grammar in GRAMMARS):
            wrong.append(text)

    threads = [threading.Thread(target=read, args=pair) for pair in zip(texts, wanted, strict=True)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong
