"""What is kept for long is left out of the search for garbage, which stops every thread while it goes on.

>>> with Sweeping(many=1000).making(lambda: 3):
...     gc.isenabled()
False
>>> gc.isenabled()
True
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager


class Sweeping:
    """The search for garbage in this process. It is asked by one thread at a time."""

    def __init__(self, many: int) -> None:
        self._many, self._new = many, 0

    @contextmanager
    def making(self, new: Callable[[], int]) -> Iterator[None]:
        """No search while something is made that will be kept, and none of it from then on once there is much of it.

        ``new`` tells behind the block how many things were made in it. What is set aside is still freed when nothing
        refers to it; only a ring of references that was under way at that moment stays.
        """
        swept = gc.isenabled()
        gc.disable()
        try:
            yield
        finally:
            self._new += new()
            if self._new >= self._many:
                if self._new < 2 * self._many:  # else this one search would be what is to be avoided
                    gc.collect()
                gc.freeze()
                self._new = 0
            if swept:
                gc.enable()


def settle() -> None:
    """Sets aside what a process begins with: its modules are no garbage as long as it runs."""
    gc.collect()
    gc.freeze()
