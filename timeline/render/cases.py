"""One case a line in, one answer a line out: the protocol of ``--jsonl``.

>>> for line, error in answers([b'{"id": 1, "text": "ab"}', b"oops"], lambda case: {"length": len(case["text"])}):
...     print(line)
{"id": 1, "length": 2}
{"id": null, "error": "line 2 is not JSON (Expecting value, column 1); write one object a line, with id and text"}
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

Case = Mapping[str, Any]


class CaseError(ValueError):
    """A case that can't be answered; the message names the field and what to write in it."""


def answers(lines: Iterable[bytes], answer: Callable[[Case], Mapping[str, Any]]) -> Iterator[tuple[str, str]]:
    """For each line its answer, in order and as it comes, and what was wrong with it ("" if nothing was).

    A bad line is answered with ``{"id", "error"}``, and the next one is read; blank lines are passed over.
    """
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        name, error = None, ""
        try:
            case = _case(line, number)
            name = case.get("id")
            record = answer(case)
        except Exception as wrong:  # whatever one case does, the others have their answer
            error = str(wrong) if str(wrong) else type(wrong).__name__
            record = {"error": error}
        yield json.dumps({"id": name, **record}, ensure_ascii=False), error and f"line {number}: {error}"


def _case(line: bytes, number: int) -> Case:
    try:
        case = json.loads(line)
    except UnicodeDecodeError as error:
        raise CaseError(f"line {number} is not UTF-8 (byte {error.start}); write one JSON object a line") from error
    except json.JSONDecodeError as error:
        raise CaseError(
            f"line {number} is not JSON ({error.msg}, column {error.colno}); write one object a line, with id and text"
        ) from error
    if not isinstance(case, dict):
        raise CaseError(f"line {number} is no JSON object; write one a line, with id and text")
    return case


def text_of(case: Case) -> str:
    """The case's text; raises CaseError when it has none."""
    text = case.get("text")
    if not isinstance(text, str):
        raise CaseError('"text" is missing or no string; give the text to read')
    return text


def moment_of(case: Case, field: str) -> datetime | str | None:
    """The date in a field: an ISO date-time as such (its zone left off), else the EDTF text; None when it is empty."""
    stated = case.get(field)
    if stated is None or stated == "":
        return None
    if not isinstance(stated, str):
        raise CaseError(f'"{field}" is {stated!r}; give a date as a string, such as "2025-04-22"')
    if len(stated) > len("2025-04-22") and ("T" in stated or " " in stated) and "/" not in stated:
        try:
            return datetime.fromisoformat(stated).replace(tzinfo=None)
        except ValueError:
            return stated
    return stated
