r"""Reads what rules describe in one pass: rules are patterns with a reader each, and know nothing of one another.

>>> from timeline.timex.spec import YEAR
>>> grammar = Grammar([Rule("year", r"(?P<y>[0-9]{4})年", lambda m: {"y": int(m["y"])}, YEAR, YEAR)])
>>> [(a.start, a.end, a.spec) for a in grammar.atoms("建于1996年")]
[(2, 7, {'y': 1996})]

Where a rule matches is found by the compiled scanner (program.py, _scan.c), or by ``re`` where that was not built: both
find the same. What a match says is read by its rule, in Python.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

from timeline import regex as re
from timeline.prefixes import parsed
from timeline.timex.dispatch import Dispatch, Scan
from timeline.timex.interpreted import InterpretedScan
from timeline.timex.rule import Rule
from timeline.timex.spec import Atom, Spec

try:
    from timeline.timex.program import CompiledScan
except ImportError:  # built where there is no compiler
    CompiledScan = InterpretedScan  # type: ignore[assignment, misc]


#: What a rule read, without where: the rule's name, the spec, the first and the last level. Of no stated length, as mypyc
#: would take one of four apart at each look.
_Reading = tuple[Any, ...]
_MOST_KNOWN: Final = 2048
#: A few characters said so often in a row are no text; what repeats them further is passed over, and cheaply.
_REPEATS: Final = 100
_UNREAD: Final[_Reading] = ("", {}, 0, 0)
_new_atom: Final = tuple.__new__


class Grammar:
    """An ordered set of rules: at one place the earlier rule wins.

    ``digit_guard`` is a zero-width pattern that must hold wherever a match begins with a digit. ``scan`` finds the
    matches.
    """

    def __init__(
        self, rules: Iterable[Rule], digit_guard: str = "", scan: Callable[[Dispatch], Scan] = CompiledScan
    ) -> None:
        self.rules = list(rules)
        self._scan = scan(Dispatch(self.rules, digit_guard))
        parsed.cache_clear()  # sixty thousand tokens, which no one asks for again and each collection would go through
        self._unless = [rule.unless for rule in self.rules]
        self._known: list[dict[str, _Reading | None]] = [{} for _ in self.rules]

    def atoms(self, text: str) -> Iterator[Atom]:
        """What the rules read in ``text``, in order, not overlapping."""
        text += "\n"  # so that a match of one character at the very end has a second one
        find = self._scan.over(text)
        known, asked = self._known, self._unless
        begun, period, repeats = -1, 0, 0
        spec_before: Spec | None = None
        position = skip = 0
        while found := find(position, skip):
            start, end, place, turn = found
            words = text[start:end]
            reading = known[place].get(words, _UNREAD)
            if reading is _UNREAD:
                reading = self._read(place, text, start, words)
            unless = asked[place]
            if reading is None or (unless is not None and unless(text, start, end)):
                position, skip = start, turn + 1
                continue
            yield _new_atom(Atom, (start, end, reading[0], reading[1], reading[2], reading[3]))
            gap = start - begun
            repeats = repeats + 1 if gap == period and reading[1] == spec_before else 0
            if repeats >= _REPEATS:
                end = _behind_repetition(text, begun, start)
            begun, period, spec_before = start, gap, reading[1]
            position, skip = end, 0

    def _read(self, place: int, text: str, start: int, words: str) -> _Reading | None:
        """What the rule at ``place`` reads at ``start``, where it matches ``words``."""
        rule = self.rules[place]
        match = rule.regex.match(text, start)
        spec = rule.read(match) if match else None
        reading: _Reading | None = None
        if spec is not None:
            reading = (rule.name, spec, *((rule.first, rule.last) if rule.levels is None else rule.levels(spec)))
        if not rule.looks_round:
            known = self._known[place]
            if len(known) >= _MOST_KNOWN:  # so that memory stays flat
                known.clear()
            known[words] = reading
        return reading


def _behind_repetition(text: str, start: int, again: int) -> int:
    """Where the repetition of what stands between ``start`` and ``again`` ends.

    >>> _behind_repetition("自2025年2025年2025年起", 1, 6)
    16
    """
    found = re.passing(f"(?:{re.escape(text[start:again])})+").match(text, start)
    return found.end() if found else again
