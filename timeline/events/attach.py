"""Attaches each time expression to the clauses that it governs.

>>> from timeline.events.sentences import split
>>> from timeline.timex import tag
>>> text = "1992年建成码头；1994年开通航线，客流大增。"
>>> [text[s.start:s.end] for s in statements(text, tag(text), split(text))]
['1992年建成码头；', '1994年开通航线，']
"""

from __future__ import annotations

import bisect
from dataclasses import dataclass
from operator import itemgetter

from timeline import regex as re
from timeline.events.dated import dating_times
from timeline.events.notices import plain_label
from timeline.events.sentences import BOX, Sentence, blanked
from timeline.events.words import TRIGGER
from timeline.model import Timex, filled_directly

_WEAK = 5  # a clause with fewer characters beside its date says too little on its own
_LONGEST = 110
_LOOKED_BACK = 2000
_FARTHEST = 240
_LABELLED = re.compile(r"\s*[\u4e00-\u9fff]{2,12}(?:时间|日期|期限|时段|地点|期)[：:]")
_NAMING = re.compile(
    r"\s*[\u4e00-\u9fff]{2,12}(?:时间|日期|期限|时段|地点|期|公布|截止|公示|缴费|打印|发放|报到|面试|笔试|体检)[：:]"
)
_HEADING = re.compile(
    r"\s*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.、．])\s*([\u4e00-\u9fff]{2,8})。"
)
_LONGEST_LABEL = 24
_ROW = 12  # how many parts of a sentence, between semicolons, one label in front may govern
_FILL = r"(?:[\s，,。；;：:、（）()“”‘’—\-~起止前后从自于在到至为是将拟]|左右|截至|原定|定于|时间|展期|会期|日期)"
#: A beginning that says so many characters beside fillers.
_SAYS = {least: re.compile(rf"(?:{_FILL}*+.){{{least}}}", re.DOTALL) for least in range(2, 7)}
_SCENE = re.compile(r"(?:[会式展动赛节]上|[赛程会]中|时|之际|现场|[动展会]期间|基础上|背景下)[，,]\Z")
#: 老支书带着86名村民，用钢钎凿路: with whom, and then what they did.
WITH, BY = "(?:带着|领着|带领|率领|拿着|背着|扛着|揣着)", "用以在从靠凭"
_WITH = re.compile(rf"{WITH}[^，。；]{{1,14}}[，,]\Z")
#: 12月1日起施行，旧办法同时废止: the rule told before comes into force, and all is said.
_IN_FORCE = re.compile(r"\s*起?(?:正式)?(?:施行|实施|执行|生效)[，,。；]")
#: 1月2日，受“迎新跑”影响，……: what is done on that day comes behind.
_GROUNDS = re.compile(
    "[，,]?(?:(?:受|因|由于)[^，。；]{2,24}(?:影响|需要|原因|升级|改造|施工|[检抢维]修|维护|调试|装修|消[杀毒]|盘点|迁移|故障)|(?:开[赛展幕市园业学馆]|比赛|赛事|展会|大会|活动)(?:首[日天]|次日|当[天日晚])?(?<=[日天晚])|从[^，。；]{2,36}传来(?:喜讯|捷报|好消息|佳音|消息))[，,]"
)
#: 总决赛在体育馆进行，主队以3比1战胜客队: who won is told of the same match.
_PLAYED = re.compile("(?:进行|打响|举行|结束|收官|落幕)[，,]\\Z")
SCORE = re.compile(
    "[^，。；]{2,12}?(?:以[0-9：:比]{2,8}|[0-9]比[0-9])?(?:战胜|击败|险胜|力克|不敌|负于|战平|横扫|逆转|淘汰|大胜|完胜)"
)
_TOPIC = re.compile(r"\s*(?:针对|围绕|聚焦|就)")
_SAYS_BEFORE = re.compile(r"[\u4e00-\u9fff]{2}[于在]?\Z")
#: The number of an entry right before its time, in a list that runs on in one line.
_ENTRY = re.compile(r"[\s；;。](?:\d{1,2}[.、．]|[（(][一二三四五六七八九十\d]{1,2}[）)]|[①-⑳])\s*\Z")
_LIST_GAP = re.compile(r"(?:[（(][^（()）]{1,6}[）)])?\s*(?:[、，,和及与]|以及|[和与及][\u4e00-\u9fff]{2,6}[天日])\s*")


@filled_directly
@dataclass(frozen=True, slots=True)
class Statement:
    """What is said of one time: the governed stretch of text, the time, and where they stand.

    ``sentence`` is the whole sentence, the ``number``th of the article; ``label`` the heading in front of a colon that governs it, or "".
    """

    start: int
    end: int
    timex: Timex
    sentence: Sentence
    number: int
    label: str = ""


def statements(text: str, timexes: list[Timex], sentences: list[Sentence]) -> list[Statement]:
    """For each time of ``text`` that dates something the clauses that it governs, in order of the times.

    Times without a place on the calendar, glosses and times that only name or compare are left out.
    """
    timexes = dating_times(text, timexes)
    plain = blanked(text, timexes)
    starts = [sentence.start for sentence in sentences]
    by_sentence: dict[int, list[Timex]] = {}
    for timex in timexes:
        index = bisect.bisect_right(starts, timex.start) - 1
        if index >= 0:
            by_sentence.setdefault(index, []).append(timex)
    found: list[Statement] = []
    for index, inside in by_sentence.items():
        found += _in_sentence(text, plain, sentences, index, inside)
    return sorted(found, key=lambda s: s.timex.start)


def _in_sentence(text: str, plain: str, sentences: list[Sentence], index: int, placed: list[Timex]) -> list[Statement]:
    sentence = sentences[index]
    labels = _labels(text, sentences, index)
    last = _last_listed(text, placed)
    found = []
    for number, timex in enumerate(placed):
        before = placed[number - 1] if number else None
        after = placed[last[number] + 1] if last[number] + 1 < len(placed) else None
        start = _left(text, sentence, timex, before)
        end = _right(text, plain, sentence, placed[last[number]], after, start)
        end = _untrail(text, timex, end)
        start = _with_topic(text, sentence, start, before)
        if not _says(plain, start, end, _WEAK) and not _IN_FORCE.match(text, timex.end, end):
            start = _reach_left(text, sentence, start, timex, before)
        # a text without pauses would give every time the whole of it
        start, end = max(start, timex.start - _FARTHEST), min(end, timex.end + _FARTHEST)
        found.append(Statement(start, end, timex, sentence, index, _label(text, sentence, labels, start)))
    return found


def _last_listed(text: str, placed: list[Timex]) -> list[int]:
    """For each time the last of those that are merely listed beside it: 1月1日和1月3日 share what follows."""
    last = list(range(len(placed)))
    for number in range(len(placed) - 2, -1, -1):
        if _listed(text, placed[number], placed[number + 1]):
            last[number] = last[number + 1]
    return last


def _listed(text: str, one: Timex, other: Timex) -> bool:
    """Whether two times share what is said: 1月1日和1月3日; not where a clause ends with the first: 成立于1985年，2020年……."""
    if not _LIST_GAP.fullmatch(text, one.end, other.start):
        return False
    gap = text[one.end : other.start]
    if "，" in gap and ("/" in (one.edtf or "")) != ("/" in (other.edtf or "")):
        return False
    return not ("，" in gap or "," in gap) or not _SAYS_BEFORE.search(text, max(0, one.start - 3), one.start)


def _left(text: str, sentence: Sentence, timex: Timex, before: Timex | None) -> int:
    start = sentence.clauses[sentence.clause_at(timex.start)][0]
    if before is not None and before.end > start:
        if entry := _ENTRY.search(text, before.end, timex.start):
            return entry.end()
        # two times in one clause: the second begins its own part behind the last pause between them
        pause = max(text.rfind(mark, before.end, timex.start) for mark in "、，,；")
        if pause >= 0 and _says(text, before.end, pause, 3):
            return pause + 1
        if _says(text, before.end, timex.start, 6):
            return before.end
    return start


def _right(text: str, plain: str, sentence: Sentence, timex: Timex, after: Timex | None, start: int) -> int:
    index = sentence.clause_at(max(timex.start, timex.end - 1))
    end = sentence.clauses[index][1]
    if after is not None and after.start < end:
        if entry := _ENTRY.search(text, timex.end, after.start):
            return entry.start()
        pause = max(text.rfind(mark, timex.end, after.start) for mark in "、，,；")
        if pause >= 0 and _says(text, timex.end, pause, 3):
            return pause + 1
        return after.start if _says(text, timex.end, after.start, 6) else end
    while index + 1 < len(sentence.clauses) and end - start < _LONGEST:
        following = sentence.clauses[index + 1]
        if text[following[1] - 1] in "：:" and _LABELLED.fullmatch(text, *following):
            break  # the label of the next field
        if after is not None and after.start < following[1]:
            # the next time's clause is its own, unless this one has said nothing yet
            break
        if _IN_FORCE.match(text, timex.end, end):
            break
        told = _says(plain, start, end, _WEAK - 1) and TRIGGER.search(text, start, end)
        if _GROUNDS.fullmatch(text, timex.end, end):
            told = None
        if told and _says(text, timex.end, end, 2) and not _runs_on(text, following):
            break
        index, end = index + 1, following[1]
    return end


def _runs_on(text: str, clause: tuple[int, int]) -> bool:
    """Whether the next clause still belongs to the statement: it goes on with what the verb began."""
    if _SCENE.search(text[max(0, clause[0] - 12) : clause[0]]):
        return True
    if text[clause[0] : clause[0] + 1] in BY and _WITH.search(text, max(0, clause[0] - 24), clause[0]):
        return True
    if _PLAYED.search(text, max(0, clause[0] - 4), clause[0]) and SCORE.match(text, *clause):
        return True
    return text[clause[0] : clause[0] + 1] in "并同" and clause[1] - clause[0] < 16


def _says(text: str, start: int, end: int, least: int) -> bool:
    """Whether a stretch, or the end of a long one, says at least so many characters beside fillers and blanked times."""
    return _SAYS[least].match(text, max(start, end - _LOOKED_BACK), end) is not None


def _reach_left(text: str, sentence: Sentence, start: int, timex: Timex, before: Timex | None) -> int:
    """The start of the clause in front, where the date stands behind what it dates: “侨批展，展期为11月17日”."""
    for clause_start, clause_end in sentence.clauses_before(start):
        if clause_end <= start:
            if before is not None and before.start >= clause_start and not _listed(text, before, timex):
                return start
            start = clause_start
            if _says(text, clause_start, clause_end, 3):
                break
    return start


def _with_topic(text: str, sentence: Sentence, start: int, before: Timex | None) -> int:
    """The start with the short clause in front that says what it is about: 针对薄弱环节，……."""
    index = sentence.clause_at(start)
    if index and start == sentence.clauses[index][0]:
        lead = sentence.clauses[index - 1]
        if (before is None or before.end <= lead[0]) and lead[1] - lead[0] <= 24 and _TOPIC.match(text, lead[0]):
            return lead[0]
    return start


def _untrail(text: str, timex: Timex, end: int) -> int:
    """The end without a preposition that belongs to the next time: “实施政策至[10月8日]”."""
    while end > timex.end and text[end - 1] in "至到从自于在、 ":
        end -= 1
    return end


def _label(text: str, sentence: Sentence, labels: list[tuple[int, str]], start: int) -> str:
    """What stands in front of a colon before the statement, or before the row of semicolons that it is in."""
    if boxed := BOX.match(text, sentence.start, max(start, sentence.start) + 20):
        return boxed[1]
    number = bisect.bisect_right(labels, start, key=itemgetter(0))
    return labels[number - 1][1] if number else ""


def _heading(text: str, before: Sentence, sentence: Sentence) -> str:
    """The numbered heading that a paragraph begins with, of the sentence right behind it: 四、面试。初定7月上旬; or ""."""
    if before.start != before.paragraph or sentence.paragraph != before.paragraph:
        return ""
    heading = _HEADING.fullmatch(text, before.start, before.end)
    return heading[1] if heading else ""


def _labels(text: str, sentences: list[Sentence], index: int) -> list[tuple[int, str]]:
    """The starts of what stands in front of colons in a sentence, with what it says; its row's label as the first."""
    labels = []
    if index and (heading := _heading(text, sentences[index - 1], sentences[index])):
        labels.append((sentences[index].start, heading))
    for number in range(index, max(-1, index - _ROW), -1):
        start, end = sentences[number].clauses[0]
        head = text[start:end] if end - start <= _LONGEST_LABEL else ""
        if head.rstrip().endswith(("：", ":")):
            labels.append((start, plain_label(head.rstrip("：: "))))
            break
        if not sentences[number].continues:
            break
    for start, end in sentences[index].clauses:
        if text[end - 1] in "：:" and _NAMING.fullmatch(text, start, end):
            labels.append((start, plain_label(text[start:end].rstrip("：: "))))
    return labels
