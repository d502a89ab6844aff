"""Every line of the corpora gives the values it states, by the rule it stands under; so does its traditional twin."""

from __future__ import annotations

from dataclasses import replace

import pytest
from opencc import OpenCC

from timeline.timex import grammar, tag
from timeline.timex.corpus import Line, corpora, written
from timeline.timex.engine import Grammar
from timeline.timex.orthography import folded
from timeline.timex.rules import ALL
from timeline.timex.rules.links import RANGE, SINCE
from timeline.timex.rules.words import DIGIT_GUARD

LINES = list(corpora())
_TRADITIONAL = OpenCC("s2t")


def name(line: Line) -> str:
    return f"{line.family}:{line.number}"


def found(text: str, line: Line) -> list[tuple[str, str]]:
    """The expressions with a value, and those without one that the line names."""
    named = dict(line.wanted)
    return [
        (t.text, written(t, named.get(t.text, "")))
        for t in tag(text, line.anchor)
        if t.begin or t.until or t.text in named
    ]


@pytest.mark.parametrize("line", LINES, ids=name)
def test_line(line: Line) -> None:
    assert found(line.text, line) == list(line.wanted)
    rules = {rule for t in tag(line.text, line.anchor) for rule in t.rule.split("+")}
    if line.negative:
        assert line.rule not in rules
    else:
        assert line.rule in rules, f"read by {sorted(rules)}"


@pytest.mark.parametrize("line", LINES, ids=name)
def test_traditional_twin(line: Line) -> None:
    text = _TRADITIONAL.convert(line.text)
    if len(text) != len(line.text):
        pytest.fail("the twin has another length: choose other words")
    simplified = [(t.start, t.end, written(t, "SET }")) for t in tag(line.text, line.anchor)]
    assert [(t.start, t.end, written(t, "SET }")) for t in tag(text, line.anchor)] == simplified


def swallowed(line: Line) -> bool:
    """Whether a decoy rule takes something of the line: that is what its lines are for, though nothing is found."""
    return any(atom.rule == line.rule for atom in grammar().atoms(folded(line.text)))


def test_every_rule_has_lines_for_and_against_it() -> None:
    rules = {rule.name for rule in ALL} | {RANGE, SINCE}
    decoys = [line for line in LINES if line.family == "decoy"]
    positive = {line.rule for line in LINES if not line.negative and line.family != "decoy"}
    positive |= {line.rule for line in decoys if swallowed(line)}
    negative = {line.rule for line in LINES if line.negative and line.family != "decoy"}
    negative |= {line.rule for line in decoys if not swallowed(line)}
    assert positive | negative <= rules, f"no such rule: {sorted((positive | negative) - rules)}"
    assert rules - positive == set(), "rules without a positive line"
    assert rules - negative == set(), "rules without a negative line"


def test_what_was_read_once_is_read_the_same_again() -> None:
    """A reading is kept by its words alone: a rule that looks at what stands round them must say so."""
    texts = [folded(line.text) for line in LINES]
    anew = Grammar([replace(rule, looks_round=True) for rule in ALL], DIGIT_GUARD)
    wanted = {text: list(anew.atoms(text)) for text in texts}
    for order in (texts, texts[::-1]):
        keeping = Grammar(ALL, DIGIT_GUARD)
        for text in order * 2:
            assert list(keeping.atoms(text)) == wanted[text]


def test_spans_are_what_is_printed() -> None:
    for line in LINES:
        for timex in tag(line.text, line.anchor):
            assert line.text[timex.start : timex.end] == timex.text
