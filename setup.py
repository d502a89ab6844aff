"""What is built as C: the scanner of times, what expressions are asked through, and in a wheel the tagger, by mypyc.

    pip install .        # a wheel: tagging takes a third less time
    pip install -e .     # a checkout to work in: the tagger runs as the Python that is being edited

Where there is no compiler, all of it is left out and the same runs as Python.
"""

import sys
from pathlib import Path

from setuptools import Extension, setup

#: The modules between the scanner and the result, and the words that they ask for, in timeline/timex/. What they name is
#: Final there, so that compiled code reaches it without looking it up.
TAGGER = (
    *(
        "__init__",
        "anchored",
        "asides",
        "civil",
        "compared",
        "compose",
        "context",
        "distances",
        "engine",
        "expression",
        "feasts",
        "governors",
    ),
    *("hours", "listed", "months", "named", "orthography", "resolve", "resolved", "spec", "told", "zones"),
    *("rules/links", "rules/outlook", "rules/vague", "rules/words"),
)
#: The types are checked elsewhere, strictly and with all libraries at hand.
OPTIONS = ("--config-file=", "--ignore-missing-imports", "--follow-imports=silent", "--python-version=3.11")


def tagger() -> list[Extension]:
    """The tagger's modules as extensions, each optional; none where they are not wanted or can't be made."""
    if "bdist_wheel" not in sys.argv:
        return []
    try:
        from mypyc.build import mypycify
    except ImportError:
        return []
    paths = [str(Path("timeline", "timex", f"{name}.py")) for name in TAGGER]
    extensions: list[Extension] = mypycify([*OPTIONS, *paths], opt_level="2", debug_level="0")
    for extension in extensions:
        extension.optional = True
    return extensions


WRITTEN = (
    Extension("timeline._guarded", ["timeline/_guarded.c"], optional=True),
    Extension("timeline.timex._scan", ["timeline/timex/_scan.c"], optional=True),
)

setup(ext_modules=[*WRITTEN, *tagger()])
