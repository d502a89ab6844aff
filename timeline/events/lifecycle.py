"""A rule's life: from one clause its entry into force and its end, stated or derived from its term.

>>> from timeline.edtf import parse
>>> derived_end(parse("2025-07-09"), "有效期五年").text
'2030-07-08'
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from timeline import edtf
from timeline.edtf import Edtf
from timeline.timex.numerals import number

IN_FORCE = re.compile(r"施行|实施|执行|生效|试行|起用")
EXPIRY = re.compile(r"有效期(?:限)?(?:至|到|截至|为)|有效至|试行至|到期|届满|失效|废止")
_TERM = re.compile(
    r"(?:有效期(?:限)?(?:为|是)?|试行(?:期)?(?:为)?|期限(?:为)?|为期)\s?(?P<n>[0-9]{1,2}|[一二两三四五六七八九十]{1,3})\s?(?P<unit>年|个月)"
)
ONGOING = re.compile(
    r"起(?:正式)?(?:施行|实施|执行|生效|恢复|回到|提前|试行|启用|运行|开放|由|，|按|调整|上调|开始|[^，。]{0,12}(?:已由|升到|升为|加大|改为|上调))|起$"
)


def derived_end(begin: Edtf, text: str) -> Edtf | None:
    """The last day of force of what begins on a known day and whose term ``text`` states; None without one."""
    match = _TERM.search(text)
    if not match or begin.granularity != "day" or not isinstance(begin.begin, date):
        return None
    months = number(match["n"]) * (12 if match["unit"] == "年" else 1)
    start = begin.begin
    year, month = edtf.add_months(start.year, start.month, months)
    try:
        last = date(year, month, start.day) - timedelta(1)
    except ValueError:
        last = date(year, month + 1, 1) - timedelta(1)
    return edtf.of_date(last)
