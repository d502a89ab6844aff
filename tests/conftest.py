"""What holds for every test: a test is called the same in every process and at every moment.

The workers of a parallel run each collect the tests and compare their names. Octets made while
collecting (an archive carries the second it was packed in) would differ from worker to worker, so a
parameter of octets is named by its argument and never by its value.
"""


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """The name of an argument of octets; None leaves every other value to pytest."""
    return argname if isinstance(val, bytes | bytearray) else None
