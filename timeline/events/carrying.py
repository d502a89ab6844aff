"""Whom or what a clause without a subject goes on with: what the clauses, the row or the sentences before it speak of.

>>> from timeline.events.sentences import split
>>> text = "渡口县提出目标；新路贯通；出台规划。"
>>> carried(text, split(text), 2, 13)
(0, '渡口县')
"""

from __future__ import annotations

from timeline import regex as re
from timeline.events.agency import PRONOUNS, goes_on, is_done_to
from timeline.events.institution import FEATURE
from timeline.events.objects import acted_on, asked_for
from timeline.events.persons import (
    described_first,
    doer_in,
    kin_of,
    name_in,
    person_first,
    person_last,
    roled_first,
    traded_in,
)
from timeline.events.protagonists import suits
from timeline.events.sentences import Sentence
from timeline.events.subjects import POINTING, SKIPPED, head_of, own_head, said_twice, turned_into
from timeline.events.tellers import teller
from timeline.layout.names import is_name

_HAN = "\u4e00-\u9fff"
#: Who or what a sentence that opens a paragraph goes on to be told of in the next one.
_ACTS = re.compile(
    "(?:[队团厂店社馆院校园桥塔寺庙村站港线路]|公司|集团|合作社|俱乐部|大学|中学|小学|水库|车站|综合体|街区|基地|平台|市场|景区|公园|工程|项目|大楼|博物馆|图书馆|机场|铁路|高速|隧道|船队|乐队)$"
)
#: So many sentences back is looked for whom 他 or 她 means.
_TOLD_BACK, _ROW_BACK = 12, 24
#: What 该 points at with the sentence before it, when no name on the page ends so.
_TOLD_OF = re.compile(
    "项目|工程|剧目?|影?片|书|船|展|赛事?|航线|线路|产品|系统|平台|楼盘|小区|片区|课程|技术|成果|遗址|建筑|装置|车型|疫苗|品种|作品|栏目|节目|班列|卫星"
)
_WORK = re.compile("《[^《》]+》")
_BEFORE_TIME = re.compile(r"\s{2,}|[，：:]")
_LONGEST_WORK = 16
_POINTS = ("该", "这", "那", "本", "其", "此")
#: A town or an office, which goes on to act in the next sentence of a row.
_OFFICIAL = re.compile(
    "(?:[省市县区镇乡村]里?|[局委办部厅]|政府|公司|集团|医院|大学|学院|中学|小学|学校|馆|[市县区]人民法院)$"
)
_OTHERS = re.compile("(?:[队团厂店社会]|合作社|俱乐部|银行|专家|[职员工民者人家])$")
_TOWN_ACTS = re.compile(r"[\s，。；、]*(?P<town>[省市县区镇乡村]里)(?!有|的)")
_BUILDINGS = re.compile("(?:[楼馆院校园厂站桥路线场区库港坝]|中心|基地|工程|项目)$")
#: 它由某院研制: what the sentence before begins with.
_NO_HOUSE = re.compile("^(?:[0-9首第全最更那这《]|公司|真正)|[水灾震风雨雪情人员家证省市县区]$")
#: 其中上岩桥、下岩桥已完成设计.
_SEVERAL = re.compile(
    rf"[\s，；、]*(?:其中)?(?P<all>(?:(?![的了和与在])[{_HAN}]){{2,8}}(?:、(?:(?![的了和与在])[{_HAN}]){{2,8}}){{1,2}}(?<=[桥路校楼馆园厂站线坝库镇村]))(?=[已均都将正也\s])"
)
_WITH = re.compile("(?<=公司|集团|学院|大学|医院|学校|企业|作社|银行)(?:与|和|携手|联合|会同)[^”]+$")
_THAT = re.compile(r"[\s，。；、]*它(?!们)")
#: A clause whose subject is a person told before.
_PRONOUN = re.compile(r"[\s，。；、]*(?:[0-9]{1,3}岁的)?([他她])(?![们人国乡的])")
#: So long is a feature, which tells of much beside what the office in its headline does; so many characters name that.
_OFFICE, _OFFICE_NAME = re.compile("[局委办厅]$|委员会$"), 3
#: “……。”茶农方小禾说。
_SPEAKER = re.compile(rf"”(?P<who>[{_HAN}]{{3,12}}?)(?:感慨|回忆|笑着|坦言)?(?:地?说|道|表示|回忆|告诉)")
_FAR = 200
#: 这里原来是一家电镀厂，2017年拆除: what was there is gone.
_WAS = re.compile(
    rf"[^，。；]*?(?:原来|原先|以前|过去|早先|从前|曾)是(?:一[家座个片间处])?(?P<what>[{_HAN}]{{2,10}})[，,]\s*"
)
#: 公园所在的地方，原来是……: what is there now.
_SITE_OF = re.compile(rf"[，。；\s]*(?P<what>[{_HAN}]{{2,10}}?)(?:现在)?所在(?:的?(?:地方|位置)|地|处)[，,]?\s*$")
#: 原定3月18日举行的家长开放日，: what was to be held then.
_HELD = re.compile(
    rf"[\s，。；、]*(?:原[定计][于划]?|原本)?\s+(?:如期)?(?:举行|进行)的(?P<what>(?:(?![的了])[{_HAN}“”《》0-9]){{3,20}})[，,\s]*"
)
_GONE = re.compile(r"[\s，。；、]*(?:被|已|全部|整体)*(?:拆除|关停|停产|搬迁|倒闭|废弃|停用|关闭|迁走|搬走)")
#: 船队组建于1987年: the sentences behind it go on with its life.
_FOUNDED = re.compile(r"(?:组建|成立|创办|创立|始建|始创|[建立办设造])[于在]\s+")
_EARLIER = re.compile("(?<![前幕背战产])后[，, ]*\\Z")
_SHORTEST, _SAID = 3, 40


def carried(
    blanked: str, sentences: list[Sentence], index: int, before: int, people: frozenset[str] = frozenset()
) -> tuple[int, str] | None:
    """The start of the clause, and the subject, that a clause at ``before`` without one of its own goes on with.

    It is looked for in the same sentence from right to left, then at the heads of the sentences before it in the
    paragraph. ``sentences[index]`` is the sentence; ``blanked`` the text with its times blanked out; ``people`` whom it names.
    """
    sentence = sentences[index]
    clause = sentence.clauses[sentence.clause_at(before)][0]
    said = blanked[clause : clause + _SAID]
    asked = asked_for(said)
    for start, end in sentence.clauses_before(before):
        if asked and (what := acted_on(blanked[start:end], asked)):
            return start, what
        if (head := _spoken_of(blanked[start:end], people)) and goes_on(head, said, people):
            return start, head
        if (was := _WAS.fullmatch(blanked, start, end)) and _GONE.match(said):
            return start, was["what"]
    for start, end in sentence.clauses_before(before):
        if told := teller(blanked, start, end):
            who, office = told
            return (start, who) if not office or suits(said, is_person=True) else None
    start, end = sentences[index - 1].clauses[-1] if asked and sentence.continues and index else (0, 0)
    if what := acted_on(blanked[start:end], asked):
        return start, what
    if row := _head_of_row(blanked, sentences, index, said):
        return row
    return _of_sentence_before(blanked, sentences, index, said, people)


def _of_sentence_before(
    blanked: str, sentences: list[Sentence], index: int, said: str, people: frozenset[str]
) -> tuple[int, str] | None:
    """What the sentences before ``sentences[index]`` in its paragraph begin with, where it may go on with that."""
    sentence = sentences[index]
    meant = _THAT.match(blanked, sentence.start, sentence.end) is not None
    for number in range(index - 1, max(-1, index - 6), -1):
        earlier = sentences[number]
        if earlier.paragraph != sentence.paragraph:
            return None
        for start, end in earlier.clauses[:2]:
            if end < earlier.end and _EARLIER.search(blanked, start, end):
                continue  # 扬水站建成后，渡槽停用；次年被列为……
            if (head := _spoken_of(blanked[start:end], people)) and not SKIPPED.fullmatch(head):
                if not goes_on(head, said, people):
                    continue
                # what one sentence alone begins with need not be what the next goes on with
                person = name_in(head)
                opens = earlier.start == earlier.paragraph and (person or _ACTS.search(head))
                next_to = number == index - 1
                housed = (next_to and sentence.continues) or earlier.start == earlier.paragraph
                known = (
                    opens
                    or _FOUNDED.search(blanked, start, end)
                    or (next_to and meant)
                    or len(head) == 1
                    or head in people
                    or POINTING.fullmatch(head)
                    or said_twice(head, blanked)
                    # what befalls a house befalls the one that stands so in front
                    or (housed and not _NO_HOUSE.search(head) and not suits(said, is_person=True))
                )
                return (start, person or head) if known else None
    return None


def _head_of_row(blanked: str, sentences: list[Sentence], index: int, said: str) -> tuple[int, str] | None:
    """The town or office that the nearest sentence of the row begins with that semicolons join ``sentences[index]`` to, and
    where its clause begins; None where none does, or something else acts in between."""
    last = max(0, index - _ROW_BACK)
    while sentences[index].continues and index > last:
        index -= 1
        for start, end in reversed(sentences[index].clauses):
            town = _TOWN_ACTS.match(blanked, start, end)
            head = town["town"] if town else _spoken_of(blanked[start:end])
            if head and not (SKIPPED.fullmatch(head) or is_done_to(head, said)):
                if _OFFICIAL.search(head):
                    return start, head
                if name_in(head) or _OTHERS.search(head):
                    return None
    return None


def acts_in(subject: str, text: str, paragraph: int, before: int) -> bool:
    """Whether what ``text`` tells at ``before`` may be the doing of its headline's ``subject``: of an office, in a long text,
    only where the paragraph names it.

    >>> acts_in("渡口县林业局", "渡口" * 300, 0, 400), acts_in("渡口县林业局", "去年出台规划。", 0, 4)
    (False, True)
    """
    if len(text) < FEATURE or not _OFFICE.search(subject):
        return True
    named = text[max(paragraph, before - FEATURE) : before]
    return subject[-_OFFICE_NAME:] in named or "该局" in named


def _spoken_of(clause: str, people: frozenset[str] = frozenset()) -> str:
    """The subject of a clause, 他 or 她 where it begins with one, what it was turned into; or "". Behind a colon a clause begins
    anew, and what is announced: 办好六件事：渡口初中开工; of two that do something the first is gone on with: 公司与渡口大学共建."""
    told = clause.rpartition("：")[2] if "：" in clause else clause.partition("宣布")[2]
    if len(told) > _SHORTEST and (head := _spoken_of(told, people)):
        return head
    if turned := turned_into(clause):
        return turned
    if people and clause.lstrip("，。；、 ")[:1] in PRONOUNS and (kin := kin_of(clause)):
        return kin
    if "、" in clause and (several := _SEVERAL.match(clause)):
        return several["all"]
    if "行的" in clause and (held := _HELD.fullmatch(clause)):
        return held["what"]
    if "所在" in clause and (site := _SITE_OF.match(clause)):
        return site["what"]
    if people and (person := person_first(clause, people) or _is_person(clause, people)):
        return person
    pronoun = _PRONOUN.match(clause) if "他" in clause or "她" in clause else None
    return pronoun[1] if pronoun else _WITH.sub("", head_of(clause)).removeprefix("的") or roled_first(clause)


def _is_person(clause: str, people: frozenset[str]) -> str:
    """Whom of ``people`` a clause says that somebody is: 守灯最久的是方小禾; or ""."""
    said = clause.rstrip("，。；：！？、 ")
    return next((said[-size:] for size in (3, 2) if said[-size:] in people and said[:-size].endswith(("是", "叫"))), "")


def person_before(
    blanked: str, sentences: list[Sentence], index: int, position: int, people: frozenset[str] = frozenset()
) -> str:
    """The person that the nearest clause before ``position``, in sentence ``index`` or not far before it, begins with; or ""."""
    for sentence in reversed(sentences[max(0, index - _TOLD_BACK) : index + 1]):
        for start, end in reversed(sentence.clauses_before(position)):
            told = blanked[start:end]
            if (
                name := person_first(told, people)
                or name_in(head_of(told))
                or traded_in(told)
                or doer_in(told, blanked)
                or person_last(told, people)
                or described_first(told, blanked)
            ):
                return name
    start = sentences[index].paragraph if index >= 0 else 0
    said = list(_SPEAKER.finditer(blanked, max(start, position - _FAR), position))
    who = said[-1]["who"] if said else ""
    return name_in(who) or (who[-3:] if is_name(who[-3:]) else "")


def told_before(kind: str, blanked: str, sentences: list[Sentence], index: int) -> str:
    """What the sentence before ``sentences[index]`` in its paragraph begins with: what 该剧 or 该项目 means, by ``kind``; or ""."""
    if not _TOLD_OF.fullmatch(kind) or index < 1 or sentences[index - 1].paragraph != sentences[index].paragraph:
        return ""
    for start, end in sentences[index - 1].clauses[:2]:
        said = blanked[start:end].strip("，。 ")
        head = own_head(said) or _BEFORE_TIME.split(said, maxsplit=1)[0]
        name = work[0] if (work := _WORK.search(head)) else head.rsplit("的", 1)[-1]
        if _SHORTEST <= len(name) <= _LONGEST_WORK and not name.startswith(_POINTS):
            return name
    return ""


def built_before(blanked: str, sentences: list[Sentence], index: int) -> str:
    """The building or works that the sentence before ``sentences[index]`` begins with: what 项目 means; or ""."""
    told = told_before("项目", blanked, sentences, index).partition("是")[0]
    return told if _BUILDINGS.search(told) else ""
