"""What holds for every test: a test is called the same in every process and at every moment.

The workers of a parallel run each collect the tests and compare their names. Octets made while
collecting (an archive carries the second it was packed in) would differ from worker to worker, so a
parameter of octets is named by its argument and never by its value.

No example fails for taking long: budgets are measured in benchmarks/, and a busy machine is no fault.
"""

from hypothesis import settings

settings.register_profile("timeline", deadline=None)
settings.load_profile("timeline")


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """The name of an argument of octets; None leaves every other value to pytest."""
    return argname if isinstance(val, bytes | bytearray) else None
