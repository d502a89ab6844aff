"""One time expression as it was read, before it has a value.

>>> day = Expression(2, 7, {"m": 4, "d": 26}, 2, 4, ("calendar.month",), 7)
>>> day.saying({"m": 5, "d": 1}).end
7
"""

from __future__ import annotations

from timeline.timex.spec import Spec


class Expression:
    """One time expression before resolution: its span, what it states, and for a range its right side.

    ``first`` and ``last`` are the levels stated (see Atom), ``tail`` is where the glosses behind it end.
    """

    right: Expression | None = None
    bound: str = ""
    glosses: tuple[Expression, ...] = ()

    def __init__(
        self, start: int, end: int, spec: Spec, first: int, last: int, rules: tuple[str, ...], tail: int
    ) -> None:
        self.start = start
        self.end = end
        self.spec = spec
        self.first = first
        self.last = last
        self.rules = rules
        self.tail = tail

    def saying(self, spec: Spec) -> Expression:
        """Another expression that states ``spec`` in the same place."""
        other = Expression(self.start, self.end, spec, self.first, self.last, self.rules, self.tail)
        other.right = self.right
        return other

    def grown(self, end: int, spec: Spec, *rules: str) -> Expression:
        """The same expression, grown to ``end`` by what ``rules`` read: nobody else knows it yet."""
        self.end = self.tail = end
        self.spec = spec
        self.rules = (*self.rules, *rules)
        return self

    def beside(self, tail: int, spec: Spec) -> Expression:
        """The same expression with what the gloss behind it says, which ends at ``tail``."""
        self.tail = tail
        self.spec = spec
        return self

    def glossed(self, tail: int, gloss: Expression) -> Expression:
        """The same expression with a gloss behind it that is a time of its own."""
        self.tail = tail
        self.glosses = (*self.glosses, gloss)
        return self
