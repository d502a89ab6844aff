"""Why two statements are one event, in words, and how strongly; or that they are two.

>>> alike.__doc__.splitlines()[0]
'Why two statements are one event and how strong that is; None when they are two.'

A pair must agree in its date and in its words, and nothing may set it apart. The further the dates are from being equal,
the more the words must agree. A plan and its report are one event; what was put off keeps both dates.
"""

from __future__ import annotations

from dataclasses import dataclass

from timeline import edtf
from timeline import regex as re
from timeline.events.merging.contrast import contrast, replaced
from timeline.events.merging.dates import agreement
from timeline.events.merging.profile import Profile, bare

#: How much of the shorter title's content must stand in the other one.
SAME_DATE = 0.5
_SAME_DATE_NAMED = 0.2
_RELATED = 0.6
_RELATED_NAMED = 0.34
_SLIPPED = 0.6
_FIGURES = 0.7
_DOUBTFUL = 0.8
_KINDS_APART = 0.1  # an activity told as a milestone needs this much more agreement
DISPUTED = 0.9
_WORDS_ENOUGH = 5
#: What happens once to one matter; a show or a meeting can be on any day.
ONCE = frozenset(
    [
        "open",
        "close",
        "adopt",
        "publish",
        "in-force",
        "expire",
        "begin",
        "cap",
        "finish",
        "use",
        "approve",
        "found",
        "dismantle",
    ]
)
#: What happens once to a bridge, a road or a house.
_OF_WORKS = frozenset(("begin", "cap", "finish", "use", "dismantle"))
_PART = re.compile(
    r"(?:[开闭]幕(?:式|晚会|演出|音乐会|典礼)|颁奖(?:仪式|典礼|晚会)|启动仪式|开营仪式|退票|退票办理|退费|报名|预约|售票|开票|布展|彩排)(?:暨[^，]{2,14})?(?:举行)?\Z"
)
_LATER = re.compile("推迟|延期|顺延|推后|延后")
_LAST_DAY = "截止"
#: How many days apart two dates of one happening can be told, by their granularity.
_DISPUTABLE = {"minute": 31, "day": 31, "month": 62}
#: What one edition has several of, each on days of its own.
_SEVERAL = frozenset(("场", "期", "批", "轮", "站", "天", "次"))
_FAR = 400  # days that a plan can slip and still be known by its words alone


@dataclass(frozen=True, slots=True)
class Likeness:
    """How strongly two statements are one event, 0..2, and why."""

    strength: float
    reason: str


def alike(one: Profile, other: Profile) -> Likeness | None:
    """Why two statements are one event and how strong that is; None when they are two."""
    if one.event.id == other.event.id:
        return Likeness(2.0, "the same words")
    if linked(one, other):
        return None
    likeness = overlap(one.tokens, other.tokens) if one.title != other.title else 1.0
    names = one.names & other.names
    if likeness < (_SAME_DATE_NAMED if names else SAME_DATE):  # no rule asks for less
        return None
    if not _kinds_meet(one, other) or _places_apart(one, other):
        return None
    dates = agreement(one.time, other.time)
    if one.event.kind == "indicator" and not _one_count(one, other, dates):
        return None
    slip = "" if dates else _slip(one, other) or _disputed(one, other)
    if dates and (_two_days(one, other, likeness) or _part(one, other, likeness)):
        return None
    if not (dates or slip) or contrast(one.marks, other.marks):
        return None
    if not _figures_meet(one, other):
        return None
    least = _least(one, other, dates, bool(names))
    if likeness < least:
        return None
    if likeness < 1 and not names and replaced(bare(one.event.title), bare(other.event.title)):
        return None
    reason = dates or slip
    reason += f", both name {'、'.join(f'“{name}”' for name in sorted(names))}" if names else ""
    strength = likeness + (0.3 if names else 0.0) + (0.5 if dates == "the same date" else 0.0)
    return Likeness(round(strength, 6), f"{reason}, {likeness:.0%} of the shorter title stands in the other")


def linked(one: Profile, other: Profile) -> bool:
    """Whether the text itself tells the two apart: the stages of a rule, a promised date and the one it moved to."""
    if not (one.event.links or other.event.links):
        return False
    return any(
        target == there.event.id for here, there in ((one, other), (other, one)) for _, target in here.event.links
    )


def _two_days(one: Profile, other: Profile, likeness: float) -> bool:
    """Whether 今天 and 明天 of one page are meant, two days however many both can be; other pages must say it alike."""
    if not (one.time.doubtful and other.time.doubtful) or one.time.value.text == other.time.value.text:
        return False
    return likeness < _DOUBTFUL or _on_one_page(one, other)


def _on_one_page(one: Profile, other: Profile) -> bool:
    return bool({m.sha256 for m in one.event.mentions} & {m.sha256 for m in other.event.mentions})


def _part(one: Profile, other: Profile, likeness: float) -> bool:
    """Whether one is a part of the other, or is done for it: the opening of a festival of five days, its refunds."""
    if one.time.ranged == other.time.ranged:
        return False
    if bool(_PART.search(one.event.title)) != bool(_PART.search(other.event.title)):
        return True
    if _opens(one, other) or _opens(other, one):
        return _on_one_page(one, other)
    clocked = "minute" in (one.time.value.granularity, other.time.value.granularity)
    return clocked and likeness < _DOUBTFUL and _on_one_page(one, other)


def _opens(whole: Profile, part: Profile) -> bool:
    """Whether one lasts some days and the other tells the hour at which it opens: both are for a calendar."""
    return (
        whole.time.ranged
        and part.time.value.granularity == "minute"
        and "open" in part.marks.stages - whole.marks.stages
    )


def overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """Which part of the smaller set is in the larger one, 0..1."""
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller else 0.0


def _least(one: Profile, other: Profile, dates: str, named: bool) -> float:
    apart = _KINDS_APART if one.event.kind != other.event.kind else 0.0
    little = min(len(one.tokens), len(other.tokens)) < 2
    if not dates:
        return max(_SLIPPED, 1.0 if little and not named else 0.0)
    if "indicator" in (one.event.kind, other.event.kind):
        return _FIGURES
    if dates == "the same date":
        fine = one.time.value.granularity in ("day", "minute")
        least = (_SAME_DATE_NAMED if fine else _SAME_DATE_NAMED + 0.08) if named else SAME_DATE
        return max(least + apart, 1.0 if little and not named else 0.0)
    return max((_RELATED_NAMED if named else _RELATED) + apart, 1.0 if little and not named else 0.0)


def _kinds_meet(one: Profile, other: Profile) -> bool:
    if one.event.kind == other.event.kind:
        return True
    kinds = {one.event.kind, other.event.kind}
    return "indicator" not in kinds and not (
        "incident" in kinds and "weather" in (*one.event.topics, *other.event.topics)
    )


def _places_apart(one: Profile, other: Profile) -> bool:
    """Whether both name their place themselves, and it is not the same."""
    here, there = one.place, other.place
    if not (here and there) or here in other.event.title or there in one.event.title:
        return False  # 云渡县首届文化节 is the county's wherever in it the other page sets it
    return _far_apart(here, there)


def _far_apart(here: str, there: str) -> bool:
    """Whether two names of places are not those of one."""
    return not (here in there or there in here) and len(_pairs(here) & _pairs(there)) * 2 < min(len(here), len(there))


def _pairs(words: str) -> set[str]:
    return {words[k : k + 2] for k in range(len(words) - 1)}


def _one_count(one: Profile, other: Profile, dates: str) -> bool:
    """Whether two figures can be of one thing and one period: a town's visitors of a year are not another's of a week."""
    if all(a.agrees(b) for a in one.figures for b in other.figures):
        return True
    here, there = one.event.place, other.event.place
    elsewhere = here and there and _far_apart(here, there)
    return dates == "the same date" and (_on_one_page(one, other) or not elsewhere)


def _figures_meet(one: Profile, other: Profile) -> bool:
    """Whether different figures can be of one fact: not those of a period that was still running, told at two times."""
    if one.running != other.running and (one.running or other.running):
        return all(a.agrees(b) for a in one.figures for b in other.figures) and bool(one.figures) == bool(other.figures)
    if one.event.modality != other.event.modality and _on_one_page(one, other) and one.figures and other.figures:
        # 126 done and 74 to be done are no two tellings of one count
        return any(a.agrees(b) for a in one.figures for b in other.figures)
    return True


def _slip(one: Profile, other: Profile) -> str:
    """Whether one statement tells that the other's date was put off."""
    if "postponed" not in (one.event.modality, other.event.modality):
        return ""
    if one.event.title.endswith(_LAST_DAY) != other.event.title.endswith(_LAST_DAY):
        return ""  # 音乐会延期, and its 退票截止
    here, there = (edtf.days(p.time.value)[0] for p in (one, other))
    if here is None or there is None or abs((here - there).days) > _FAR:
        return ""
    if one.event.modality == other.event.modality:
        same = _told_together(one, other)
        return f"put off from {min(here, there)} to {max(here, there)}" if same else ""
    moved, plan = (one, other) if one.event.modality == "postponed" else (other, one)
    if plan.event.modality != "planned" or plan.order[0] > moved.order[0]:
        return ""
    if _LATER.search(moved.event.title) and (here if moved is one else there) < (there if moved is one else here):
        return ""  # what is put off comes after its plan: 交付推迟 to August is not the opening in September
    return f"{plan.time.value} was put off to {moved.time.value}"


def once(profile: Profile) -> bool:
    """Whether it tells what happens only once: a stage of a matter that has a name, a number, or words enough."""
    marks = profile.marks
    works = bool(marks.heads and marks.stages & _OF_WORKS)  # 渡口大桥通车: which bridge is said
    named = (
        bool(marks.rules or marks.names or marks.ordinals.keys() - {"round"})
        or works
        or len(profile.tokens) >= _WORDS_ENOUGH
    )
    edition = profile.time.ranged and "届" in marks.ordinals and not marks.ordinals.keys() & _SEVERAL
    return named and (edition or bool(marks.stages & ONCE)) and profile.event.kind != "indicator"


def _disputed(one: Profile, other: Profile) -> str:
    """Whether two pages give two dates for what happens only once."""
    if not (once(one) and once(other)) or {m.sha256 for m in one.event.mentions} & {
        m.sha256 for m in other.event.mentions
    }:
        return ""
    if one.time.value.granularity != other.time.value.granularity or one.time.doubtful or other.time.doubtful:
        return ""
    if one.time.value.granularity not in _DISPUTABLE or overlap(one.tokens, other.tokens) < DISPUTED:
        return ""
    if one.time.ranged != other.time.ranged or _clock(one) != _clock(other):
        return ""  # the opening and the whole; two hours, two sessions
    (first, last), (begin, end) = one.time.days, other.time.days
    if first is None or begin is None or (first, last) == (begin, end):
        return ""
    if abs((first - begin).days) > _DISPUTABLE[one.time.value.granularity]:
        return ""
    if one.marks.ordinals != other.marks.ordinals or one.marks.rules != other.marks.rules:
        return ""
    return f"{one.time.value} or {other.time.value}, as the pages differ"


def _clock(one: Profile) -> str:
    return one.time.value.text.partition("T")[2]


def _told_together(one: Profile, other: Profile) -> bool:
    """Whether both are told in one sentence, or close together in one article."""
    return any(
        (a.sha256, a.article) == (b.sha256, b.article) and a.start <= b.end + 40 and b.start <= a.end + 40
        for a in one.event.mentions
        for b in other.event.mentions
    )
