"""What holds for every test: a test is called the same in every process and at every moment.

The workers of a parallel run each collect the tests and compare their names. Octets made while
collecting (an archive carries the second it was packed in) would differ from worker to worker, so a
parameter of octets is named by its argument and never by its value.

No example fails for taking long: budgets are measured in benchmarks/, and a busy machine is no fault.

A run in the background of a script ignores interrupts, and so would every program that a test starts and interrupts: the
interrupt is given its usual meaning here.
"""

import signal
import threading

from hypothesis import settings

if threading.current_thread() is threading.main_thread():
    signal.signal(signal.SIGINT, signal.default_int_handler)

settings.register_profile("timeline", deadline=None)
settings.load_profile("timeline")


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """The name of an argument of octets; None leaves every other value to pytest."""
    return argname if isinstance(val, bytes | bytearray) else None
