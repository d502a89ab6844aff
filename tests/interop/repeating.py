"""A feed of what comes again, and the days on which it must be seen, worked out by hand.

>>> sorted(DAYS)[0]
'元宵灯会'
"""

from __future__ import annotations

from hashlib import sha256

from awkward import AS_OF

from timeline import edtf
from timeline.model import Event, When
from timeline.render.catalogue import feeds
from timeline.render.feeds import build, entries

_EVENTS = {
    "周五音乐会": ("2026-05-06", "FREQ=WEEKLY;BYDAY=FR;BYHOUR=19;BYMINUTE=30;UNTIL=20260612"),
    "月末读书会": ("2026-09-01", "FREQ=MONTHLY;BYDAY=-1FR;COUNT=4"),
    "六月周末集市": ("2026-06", "FREQ=WEEKLY;BYDAY=SA,SU"),
    "元宵灯会": ("2026-03-03", "FREQ=YEARLY;RSCALE=CHINESE;BYMONTH=1;BYMONTHDAY=15"),
    "清明祭": ("2026-04-05T09:00", "FREQ=YEARLY;X-FESTIVAL=term:清明"),
    "“江边夜读”在江边书屋举行": ("2026-07-02T19:00", "FREQ=WEEKLY;BYDAY=TH;UNTIL=20260730"),
    "“周末义诊”": ("2026-08-01", "FREQ=WEEKLY;BYDAY=SA;COUNT=3"),
}
#: What is said of single days.
_NOTICES = {"“江边夜读”取消": ("2026-07-16", "cancelled"), "“周末义诊”改期": ("2026-08-08", "postponed")}
#: Up to the end of 2028.
DAYS = {
    "周五音乐会": ["2026-05-08", "2026-05-15", "2026-05-22", "2026-05-29", "2026-06-05", "2026-06-12"],
    "月末读书会": ["2026-09-25", "2026-10-30", "2026-11-27", "2026-12-25"],
    "六月周末集市": [
        "2026-06-06", "2026-06-07", "2026-06-13", "2026-06-14", "2026-06-20", "2026-06-21", "2026-06-27", "2026-06-28",
    ],
    "元宵灯会": ["2026-03-03", "2027-02-20", "2028-02-09"],
    "清明祭": ["2026-04-05", "2027-04-05", "2028-04-04"],
    "“江边夜读”在江边书屋举行": ["2026-07-02", "2026-07-09", "2026-07-23", "2026-07-30"],
    "“周末义诊”": ["2026-08-01", "2026-08-15"],
}  # fmt: skip


def octets() -> bytes:
    """The feed."""
    listed = [_event(title, date, "planned", rule) for title, (date, rule) in _EVENTS.items()]
    listed += [_event(title, date, modality) for title, (date, modality) in _NOTICES.items()]
    return build(feeds()["all"], entries(listed, []), AS_OF)


def _event(title: str, date: str, modality: str, rule: str = "") -> Event:
    value = edtf.parse(date)
    when = When(value.text, value.begin, value.until, value.granularity)
    key = sha256(title.encode()).hexdigest()[:16]
    return Event(key, title, "activity", modality, 0.8, (), when, (), recurrence=rule)
