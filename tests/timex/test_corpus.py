"""Every line of the corpora gives the values it states, by the rule it stands under; so does its traditional twin."""

from __future__ import annotations

from collections.abc import Callable
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


def found(text: str, line: Line) -> list[tuple[str, str]]:
    """The expressions with a value, and those without one that the line names."""
    named = dict(line.wanted)
    return [
        (t.text, written(t, named.get(t.text, "")))
        for t in tag(text, line.anchor)
        if t.begin or t.until or t.text in named
    ]


def wrong(line: Line) -> str:
    """What a line gives other than it states, or ""."""
    values = found(line.text, line)
    if values != list(line.wanted):
        return f"gives {values}"
    rules = {rule for t in tag(line.text, line.anchor) for rule in t.rule.split("+")}
    return "" if line.negative is (line.rule not in rules) else f"is read by {sorted(rules)}"


def wrong_twin(line: Line) -> str:
    """What the traditional twin of a line gives other than the line, or ""."""
    text = _TRADITIONAL.convert(line.text)
    if len(text) != len(line.text):
        return f"has a twin of another length, choose other words: {text}"
    simplified, twin = (
        [(t.start, t.end, written(t, "SET }")) for t in tag(each, line.anchor)] for each in (line.text, text)
    )
    return "" if twin == simplified else f"gives {simplified}, and {text} gives {twin}"


@pytest.mark.parametrize("check", [wrong, wrong_twin])
@pytest.mark.parametrize("rule", sorted({line.rule for line in LINES}))
def test_lines(rule: str, check: Callable[[Line], str]) -> None:
    told = [(line, why) for line in LINES if line.rule == rule and (why := check(line))]
    assert not told, "\n".join(f"{line.family}.corpus:{line.number}: {line.text} {why}" for line, why in told)


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
