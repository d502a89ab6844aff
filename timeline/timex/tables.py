"""The tables of a program for the compiled scanner: rows of numbers, sets of characters, and what is kept by character.

>>> tables = Tables()
>>> tables.numbers(7, 8), tables.numbers(9), tables.numbers(7, 8)
(1, 3, 1)
"""

from __future__ import annotations

from array import array
from collections.abc import Mapping

from timeline.charsets import UNITS, Ranges, sieve

#: Spreads the keys of the pairs over their table.
_SPREAD = 2654435761


class Tables:
    """Tables as they are written; what is equal is kept once."""

    def __init__(self) -> None:
        self._numbers = array("i", [0])  # so that no row begins at 0
        self._pairs: dict[int, int] = {}
        self._rows: dict[tuple[tuple[str, int], ...], int] = {}
        self._sets: dict[tuple[tuple[int, int], ...], int] = {}
        self._number_rows: dict[tuple[int, ...], int] = {}

    def row(self, values: Mapping[str, int]) -> int:
        """The number of a row of the pairs: what is kept of each character."""
        count = len(self._rows)
        row = self._rows.setdefault(tuple(values.items()), count + 1)
        if row > count:
            self._pairs |= {row << 16 | ord(char): value for char, value in values.items() if ord(char) < UNITS}
        return row

    def numbers(self, *row: int) -> int:
        """Where a row of numbers stands."""
        place = self._number_rows.get(row)
        if place is None:
            place = self._number_rows[row] = len(self._numbers)
            self._numbers.extend(row)
        return place

    def set_of(self, ranges: Ranges) -> int:
        """Where a set of characters stands: a sieve, how many ranges, then the first and the last of each, in order."""
        known = self._sets.get(tuple(ranges))
        if known is not None:
            return known
        merged: list[int] = []
        for first, last in sorted(ranges):
            if merged and first <= merged[-1] + 1:
                merged[-1] = max(merged[-1], last)
            else:
                merged += [first, last]
        bits = sieve(zip(merged[::2], merged[1::2], strict=True))
        place = self._sets[tuple(ranges)] = self.numbers(*bits, len(merged) // 2, *merged)
        return place

    def written(self) -> tuple[bytes, bytes]:
        """Numbers and pairs, as _scan.c takes them."""
        bits = (2 * len(self._pairs) + 1).bit_length()
        pairs, mask = array("i", [-1, 0]) * (1 << bits), (1 << bits) - 1
        for key, value in self._pairs.items():
            slot = (key * _SPREAD & 0xFFFFFFFF) >> (32 - bits)
            while pairs[2 * slot] >= 0:
                slot = (slot + 1) & mask
            pairs[2 * slot], pairs[2 * slot + 1] = key, value
        return self._numbers.tobytes(), pairs.tobytes()
