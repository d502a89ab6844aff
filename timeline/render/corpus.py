"""Date corrections as lines of a corpus of time expressions, ready to be pasted beside the rule that was wrong.

>>> list(corpus_lines([]))
[]

The format is told in ``timeline.timex.corpus``. What cannot be said in it becomes a comment, so that nothing is left out
silently.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from timeline.model import Event, Mention, Timex, When
from timeline.store.corrections.fields import dated
from timeline.timex import tag
from timeline.timex.corpus import CorpusError, parse_corpus


def corpus_lines(events: Iterable[Event]) -> Iterator[str]:
    """The lines for the events whose date a person corrected, by rule and anchor."""
    cases = sorted(filter(None, (_case(event) for event in events)))
    for rule, under in groupby(cases, lambda case: case[0]):
        yield f"[{rule}]"
        for anchor, lines in groupby(under, lambda case: case[1]):
            yield f"@ {anchor}"
            yield from dict.fromkeys(line for _, _, line in lines)
        yield ""


def _case(event: Event) -> tuple[str, str, str] | None:
    """The rule, the anchor and the line of a corrected event; None for one whose date was not corrected."""
    if "date" not in event.read:
        return None
    before = dated(event.read["date"])
    said = [each for each in event.mentions if each.timex.edtf == before.edtf]
    mention = (said or list(event.mentions))[0]
    rule, anchor = mention.timex.rule.partition("+")[0] or "unknown.rule", mention.published or "-"
    return rule, anchor, _line(mention, anchor, event.when)


def _line(mention: Mention, anchor: str, when: When) -> str:
    text = mention.quote
    found = tag(text, None if anchor == "-" else anchor)
    at = mention.timex.text
    wanted = [(one.text, _written(when.edtf, when.part) if one.text == at else _value(one)) for one in found]
    if at not in [one.text for one in found]:
        wanted.append((at, _written(when.edtf, when.part)))
    told = " ; ".join(f"{_escaped(words)} = {value}" for words, value in wanted)
    line = f"{_escaped(text)} | {told}"
    return line if _is_read(line, text, wanted) else f"# {line}"


def _value(one: Timex) -> str:
    if one.type == "DURATION":
        return f"DURATION {one.duration}"
    if one.type == "SET":
        return "SET"
    return _written(one.edtf, one.part) if one.edtf else "-"


def _written(edtf: str, part: str | None) -> str:
    return f"{edtf} ({part})" if part else edtf


def _escaped(text: str) -> str:
    return text.replace("\n", "\\n")


def _is_read(line: str, text: str, wanted: list[tuple[str, str]]) -> bool:
    """Whether the line says in the corpus what it is meant to say."""
    try:
        read = parse_corpus(f"[a.b]\n{line}\n")
    except CorpusError:
        return False
    return [(one.text, list(one.wanted), one.negative) for one in read] == [(text, wanted, False)]
