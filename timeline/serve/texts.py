"""Time expressions and events of a text that is sent: what ``timeline timex`` and ``timeline extract`` answer.

>>> Texts().found({"text": "展览持续至下周日", "ref": "2025-04-22"})["found"][0]["edtf"]
'2025-05-04'
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from timeline.edtf import EdtfError
from timeline.pipeline import extract
from timeline.query import QueryError
from timeline.read import ReadError
from timeline.render.cases import Case, CaseError, answers, moment_of, text_of
from timeline.render.export import extraction_record, timex_record
from timeline.serve import parameters as given
from timeline.serve.answers import NEVER_KEPT, Content
from timeline.serve.archive import json_of
from timeline.serve.operations import JSON, JSON_LINES, Call, Operation
from timeline.serve.schemas import ref
from timeline.timex import tag

TEXT = "text/plain"
_CASE: dict[str, Any] = {"type": "object", "properties": {"id": {}, "text": {"type": "string"}}, "required": ["text"]}
_WHEN = {"type": ["string", "null"], "maxLength": 60}
_ABOUT = (
    "Send the text itself as text/plain (UTF-8), one case as JSON, or one case a line as JSON Lines, answered line by line"
    " in order. At most a million octets."
)


class Texts:
    """Answers for texts; nothing of them is kept."""

    def operations(self) -> tuple[Operation, ...]:
        """What can be asked."""

        def case(*fields: str) -> dict[str, Any]:
            return {**_CASE, "properties": {**_CASE["properties"], **dict.fromkeys(fields, _WHEN)}}

        def takes(*fields: str) -> dict[str, Any]:
            return {TEXT: {"type": "string"}, JSON: case(*fields), JSON_LINES: {"type": "string"}}

        def stated(name: str, about: str) -> given.Parameter:
            return given.Parameter(name, about, {"type": "string", "maxLength": 60}, example="2025-04-22")

        lines = {"type": "string"}
        return (
            Operation("/api/timex", "timex", "The time expressions of a text", self.timex,
                      {JSON: ref("Found"), JSON_LINES: lines}, "POST", kept=False, takes=takes("ref"), about=_ABOUT,
                      parameters=(stated("ref", "When the text was written, in EDTF; for text/plain."),)),
            Operation("/api/extract", "extract", "The events of a text, and when it was published", self.extract,
                      {JSON: ref("Extraction"), JSON_LINES: lines}, "POST", kept=False,
                      takes=takes("published", "url"), about=_ABOUT,
                      parameters=(stated("published", "When the text was published, in EDTF; for text/plain."),
                                  given.Parameter("url", "Where the text is from; its address may tell the date.",
                                                  {"type": "string", "maxLength": given.LONGEST_VALUE}))),
        )  # fmt: skip

    def timex(self, call: Call) -> Content:
        """The time expressions."""
        return _answered(call, self.found)

    def extract(self, call: Call) -> Content:
        """The events."""
        return _answered(call, self.extracted)

    def found(self, case: Case) -> Mapping[str, Any]:
        """The time expressions of one case."""
        return {"found": [timex_record(one) for one in tag(text_of(case), moment_of(case, "ref"))]}

    def extracted(self, case: Case) -> Mapping[str, Any]:
        """The date and the events of one case."""
        name, url = str(case.get("id", "text"))[: given.LONGEST_VALUE], str(case.get("url") or "")
        source = str(case.get("source") or "")[: given.LONGEST_VALUE]
        return extraction_record(
            extract(text_of(case), moment_of(case, "published"), url=url, name=name, source=source)
        )


def _answered(call: Call, answer: Callable[[Case], Mapping[str, Any]]) -> Content:
    if call.body_type == JSON_LINES:
        lines = "".join(f"{line}\n" for line, _ in answers(call.body.splitlines(), answer))
        return Content(lines.encode("utf-8", "replace"), JSON_LINES, NEVER_KEPT)
    case = _case(call)
    try:
        record = answer(case)
    except (CaseError, EdtfError, ReadError) as error:
        raise QueryError(str(error)) from error
    return Content(json_of({**({"id": case["id"]} if "id" in case else {}), **record}), JSON, NEVER_KEPT)


def _case(call: Call) -> Case:
    if call.body_type == TEXT:
        return {**call.values, "text": call.body.decode("utf-8-sig", "replace")}
    try:
        case = json.loads(call.body)
    except (ValueError, RecursionError) as error:
        raise QueryError('the body is no JSON; write {"text": "…"}, or send the text itself as text/plain') from error
    if not isinstance(case, dict):
        raise QueryError('the body is no JSON object; write {"text": "…"}')
    return case
