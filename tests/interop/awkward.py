"""A feed that is hard to read: two thousand Chinese events whose texts hold all that has ever broken a calendar.

>>> [reading.uid for reading in readings(awkward_events(1))]
['0000000000000000@timeline.invalid']
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, timedelta

from timeline import edtf
from timeline.model import Event, Mention, Timex, When
from timeline.render.catalogue import feeds
from timeline.render.feeds import Past, build, entries
from timeline.render.ical import uid
from timeline.render.policy import Policy
from timeline.render.slots import slot
from timeline.render.telling import describe, standing
from timeline.render.wording import clean, one_line

AS_OF = date(2026, 11, 20)
_TEXTS = (
    "城西，读书节；带书来, 换书去; 都欢迎",
    "引号“双”与'单'与\"直\"：冒号:等号=等号",
    "字面 \\n 与 \\N 与 \\; 不是换行",
    "END:VCALENDAR",
    "元宵👩‍👩‍👧‍👦灯会🏮🎆🧨",
    "BEGIN:VEVENT SUMMARY:伪造 END:VEVENT",
    "末尾反斜杠\\",
    "é́ 组合符与繁體「對照」、ｆｕｌｌ　ｗｉｄｔｈ",
    "100%免费 <b>不是粗体</b> &amp; 不是实体",
    "=1+1 @公式 -减 +加",
)
_QUOTE = (
    "第一行\r\nEND:VEVENT\r\nEND:VCALENDAR\n第三行，逗号；分号;\\n反斜杠\\\\；表情🏮与控制符\x07\x0b与\u2028分隔\x85符"
)


@dataclass(frozen=True)
class Reading:
    """What a calendar program read of an entry: days as ISO dates, moments in UTC, ``end`` exclusive and empty if none."""

    uid: str
    summary: str
    description: str
    location: str
    start: str
    end: str


def awkward_events(count: int) -> list[Event]:
    """So many events: whole days, stretches of days, evenings, half-days, cancelled ones, coarse ones."""
    return [_event(number) for number in range(count)]


def _event(number: int) -> Event:
    day = date(2024, 1, 1) + timedelta(number)
    dates = (
        day.isoformat(),
        f"{day}/{day + timedelta(number % 5 + 1)}",
        f"{day}T19:30/{day}T21:00",
        f"{day:%Y-%m}",
        f"{day}T08:00",
    )
    value = edtf.parse(dates[number % len(dates)])
    part = "morning" if number % len(dates) == 0 and number % 2 else None
    when = When(value.text, value.begin, value.until, value.granularity, part)
    # every length of line, so that each kind of character stands at the edge of some line
    title = f"{'e' * (number % 75)}{_TEXTS[number % len(_TEXTS)]}{'长' * (number % 40)}{number}"
    timex = Timex(0, 2, "当天", value.text, value.begin, value.until, "DATE", "explicit", value.granularity)
    document = "papers/one.txt" if number % 4 else f"https://例报.example/版面?日={number}"
    mention = Mention(document, "0" * 64, "河滨日报", "a1", title, "2025-04", 0, 9, _QUOTE + title, timex)
    modality = ("planned", "reported", "cancelled", "postponed")[number % 7 % 4]
    details = {"registration": _QUOTE, "url": "https://例子.example/报名?页=1"} if number % 3 else {}
    topics = ("culture", "trade")[: number % 3]
    return Event(
        f"{number:016x}", title, "activity", modality, 0.8, topics, when, (mention,), _TEXTS[-1 - number % len(_TEXTS)],
        (), details, first_seen="2026-11-01T08:00:00Z", last_changed="2026-11-02T08:00:00Z",
    )  # fmt: skip


def octets(events: Iterable[Event]) -> bytes:
    """The feed."""
    return build(feeds()["all"], entries(events, []), AS_OF, past=Past(whole=True))


def readings(events: Iterable[Event]) -> list[Reading]:
    """What every program must read, told from the events and not from the feed."""
    found = []
    for event in events:
        place = slot(event, Policy())
        assert place is not None
        summary = standing(event) + one_line(event.title) + place.note
        found.append(
            Reading(
                uid(event.id), summary, clean(describe(event)), one_line(event.place or ""), stamp(place.start),
                stamp(place.end) if place.end else "",
            )
        )  # fmt: skip
    return found


def stamp(value: date) -> str:
    """A day as an ISO date, a moment in UTC."""
    if isinstance(value, datetime):
        return f"{value.astimezone(UTC):%Y-%m-%dT%H:%MZ}"
    return value.isoformat()


def record(reading: Reading) -> dict[str, str]:
    """A reading as a JSON object."""
    return asdict(reading)
