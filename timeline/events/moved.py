"""An event that moves: the promised date stays, and is linked with the new one.

>>> _MOVES.search("原定8月30日举行的演唱会延期至")[0]
'延期至'
"""

from __future__ import annotations

from itertools import pairwise

from timeline import edtf
from timeline import regex as re
from timeline.events.draft import Draft
from timeline.events.fitting import LONGEST, fit
from timeline.events.merging.unite import SUPERSEDED
from timeline.events.words import VERB

_MOVES = re.compile(r"(?:延期|改期|推迟|顺延|推后|提前|改|延|调整)(?:至|到|为|在|于)\s*\Z")
_PROMISED = re.compile(r"(?:原[定订]于?|原计划于?|原拟于?|由|从|原为|原本(?:定于|计划)?)\s*\Z")
_PROMISED_FOR = re.compile(r"原(?:定|计划|拟|本定|本计划|订)[于在]?\s*\Z")
_NEW_DAY = re.compile("(?:至|到|为|在|于)\\s*(?:[0-9一二三四五六七八九十]+[月日号]|[明今下本]|[0-9]{4}年)")
#: Another place is no other day: 因雨改在文化馆举行.
_NEW_PLACE = re.compile("改[在至](?![^，。；]{0,4}[0-9周星旬月日年早晚])")
#: 活动改为8日举行: without its day it is 活动改期举行.
_MOVED_THEN = re.compile(
    "(?P<how>改|延|推迟|顺延|延期|改期|调整|推后)(?:期)?(?:为|至|到|在|于)?(?P<verb>举[行办]|召开|进行|开[幕放赛]|上演)$"
)
_HOW = {"改": "改期", "延": "延期", "调整": "改期"}
_GROUNDS = re.compile("(?<=.{2})(?:，)?(?:因|受)[^，]{2,20}$")
#: 因场地检修改至9日: why, and not what.
_CAUSE = re.compile("(?:因|受|由于)")
_PUT_OFF_TO = re.compile(r"(?:延长|延期|推迟|顺延|改期?)(?:至|到|为|在|于)\s*\Z")
_FAR, _BACK, _NEAR = 120, 600, 30
_SAID = {
    "postponed": re.compile(
        "延期|推迟|改期|顺延|延至|改至|改在|推后|(?:时间|日期)(?:将?另行|再行|[将再]另)(?:通知|公布|公告|安排)"
    ),
    "cancelled": re.compile("取消|停办|叫停|停演|停赛"),
}
#: The verbs that are followed by a day, and what they say without it.
_MOVED_SHORT = {"延至": "延期", "改至": "改期", "改在": "改期"}
_PUT_OFF = re.compile("(?:改期|延期|推迟)$")
_MOVED = re.compile("未能|补办|补赛|延期|推迟|改期|顺延|延至|改至|改在|推后|取消|停办|叫停|停演|停赛")


def put_off_later(drafts: list[Draft], text: str) -> None:
    """Marks what was promised for a day and, as its sentence goes on to say, is put off or called off without a new one."""
    for draft in drafts:
        timex = draft.timex
        if draft.modality in _SAID or not _PROMISED_FOR.search(text, max(0, timex.start - 6), timex.start):
            continue
        end = text.find("。", timex.end, timex.end + _FAR)
        behind = _NEW_PLACE.sub("", text[timex.end : end if end >= 0 else timex.end])
        said = next((modality for modality, words in _SAID.items() if words.search(behind)), "")
        if said and not _NEW_DAY.search(behind):
            draft.modality = said


def link_moved(drafts: list[Draft], text: str) -> None:
    """Links the promised date of an event with the one that it moved to, both kept as postponed: 原定5日的赛事改期至9日."""
    for number, draft in enumerate(drafts):
        if not _MOVES.search(text, max(0, draft.timex.start - 6), draft.timex.start):
            continue
        earlier = next(
            (k for k in range(number - 1, max(-1, number - 9), -1) if _promised(drafts[k], draft, text)), None
        )
        if earlier is None:
            continue
        promised = drafts[earlier]
        promised.modality = draft.modality = "postponed"
        if draft.trigger and not _PUT_OFF.search(draft.title):
            promised.kind = draft.kind
        else:
            draft.kind = promised.kind  # 新规原定6月1日施行，推迟至9月1日: what was promised tells what is put off
        promised.salience = min(promised.salience, SUPERSEDED)
        if _CAUSE.match(draft.title):
            draft.title = fit(f"{promised.title}延期举行")
        draft.details.setdefault("superseded", promised.when.edtf)
        promised.links.append(("moved-to", number))
        draft.links.append(("moved-from", earlier))


def leave_what_was_set(drafts: list[Draft], text: str) -> None:
    """Takes out of what is printed a day told behind the one that it was put off to: 延长至28日，原定10日截止."""
    for moved, earlier in pairwise(sorted(drafts, key=lambda draft: draft.timex.start)):
        near = 0 < earlier.timex.start - moved.timex.end <= _NEAR
        if (
            near
            and _PUT_OFF_TO.search(text, max(0, moved.timex.start - 6), moved.timex.start)
            and _PROMISED_FOR.search(text, max(0, earlier.timex.start - 6), earlier.timex.start)
        ):
            earlier.salience = min(earlier.salience, SUPERSEDED)


def tell_moves(drafts: list[Draft], text: str) -> None:
    """Says in the title of what is put off or called off that it is, where the title is but its name."""
    for draft in drafts:
        if draft.modality not in _SAID:
            continue
        draft.title = _MOVED_THEN.sub(lambda moved: _HOW.get(moved["how"], moved["how"]) + moved["verb"], draft.title)
        if _MOVED.search(draft.title):
            continue
        draft.title = _GROUNDS.sub("", draft.title)
        verb = VERB.search(draft.title)
        promised = _PROMISED.search(text, max(0, draft.timex.start - 6), draft.timex.start)
        if verb and not (promised and VERB.fullmatch(draft.title[-2:])):
            continue  # 大桥通车推迟: what was promised for that day; on the new day it is 大桥通车
        said = _SAID[draft.modality]
        near = said.search(text, draft.start, draft.end + _FAR)
        found = near or max(
            said.finditer(text, max(0, draft.start - _BACK), draft.start), key=lambda match: match.start(), default=None
        )
        how = "延期" if found and "另" in found[0] else found[0] if found else ""
        if how and len(draft.title) + len(how) <= LONGEST:
            draft.title += _MOVED_SHORT.get(how, how)


def _promised(earlier: Draft, draft: Draft, text: str) -> bool:
    """Whether the earlier date is the one that was promised for what is moved."""
    start = earlier.timex.start
    near = 0 <= draft.timex.start - start <= _FAR and "\n" not in text[start : draft.timex.start]
    if not near or earlier.when.begin is None or draft.when.begin is None:
        return False
    differs = edtf.stamp(earlier.when.begin, low=True) != edtf.stamp(draft.when.begin, low=True)
    return differs and bool(_says_so(earlier, draft, text) or _PROMISED.search(text, max(0, start - 6), start))


def _says_so(earlier: Draft, draft: Draft, text: str) -> bool:
    """Whether an earlier day's event is told to be put off, and its sentence goes on with the new day: 16日的音乐会因雨改期，时间改到18日."""
    what = _PUT_OFF.sub("", draft.title)
    return (
        what != draft.title
        and bool(what)
        and what in earlier.title
        and earlier.timex.granularity == "day"
        and _SAID["postponed"].search(earlier.title) is not None
        and "。" not in text[earlier.timex.start : draft.timex.start]
    )
