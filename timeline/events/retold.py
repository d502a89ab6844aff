"""A title that cannot stand alone, told again as its sentence tells it: with the subject that the clause before it has,
or with that clause itself.

>>> from timeline.events.attach import statements
>>> from timeline.events.sentences import split
>>> from timeline.timex import tag
>>> text = "1952年，渡口煤栈公私合营，改称渡口港第三装卸区。"
>>> page = Page(text, split(text), tag(text), None, "")
>>> retold("改称渡口港第三装卸区", page, statements(text, page.timexes, page.sentences)[0])
'渡口煤栈公私合营，改称渡口港第三装卸区'
"""

from __future__ import annotations

from typing import NamedTuple

from timeline import regex as re
from timeline.events.agency import goes_on
from timeline.events.attach import BY, Statement
from timeline.events.chosen import PRONOUN
from timeline.events.doers import done_by_town
from timeline.events.fitting import LONGEST, fit
from timeline.events.page import Page
from timeline.events.persons import person_first
from timeline.events.placenames import is_town
from timeline.events.soundness import is_torn, lacks_predicate, lacks_subject, untorn
from timeline.events.subjects import LOOKS_BACK, SKIPPED, head_of
from timeline.events.words import VERB, VERBS

_HAN = "\u4e00-\u9fff"
_PAUSES = "，。；：、！？,;:!?．・ \n"
_JOINS = ("和", "及", "与", "至", "到", "或")
_SHORTEST, _PAIR, _BACK, _LONGEST_TOPIC, _TELLS_LITTLE = 4, 4, 4, 16, 6
#: 杉木 2015年12月砍下, 代表建议将于2月集中交办: what stands in front of a time, as its clause begins.
_BEFORE_TIME = re.compile(
    rf"[\s，；]*(?:[一二三四五六七八九十]{{1,3}}、|[0-9]{{1,2}}[.．、])?(?P<who>[{_HAN}A-Za-z0-9“”《》、·]{{2,18}}?)"
    rf"(?:原[定订拟]|原计划|计划|预计|定于|拟于|拟|将于|将|已于|已|也|才|则|要在|要|始于|始办于|建于|创办于|在|于|从|自){{0,2}}\s{{2,}}"
)
#: 已经购票的游客, 给县里供过原料的渡口纸业: all of the clause only says who is meant.
_TOPIC = re.compile(rf"[^，；：]*的(?P<who>[{_HAN}A-Za-z0-9“”《》]{{2,12}})")
_NO_TOPIC = re.compile("[时后前里中上下内外间处初末底天日年月说道]$|基础$|情况$|同时$|[是有了]|“[^”]*$")
#: 得票最高的是老旧小区加装电梯：6月底前开工40部.
_THAT_IS = re.compile(rf"[^，；]*的?是(?P<who>[{_HAN}]{{3,14}})：")
#: 四、面试。定于5月17日进行.
_HEADING = re.compile(
    rf"\s*(?:[（(]?[一二三四五六七八九十0-9]{{1,2}}[）)]?[、.．])\s*(?P<who>[{_HAN}]{{2,8}})[。：]?\s*"
)
#: Whoever tells it, and by what it is so, are not told with it.
_NO_PAIR = re.compile(
    f".*(?:[说称]|介绍|表示|透露|提醒|通知|通报|获悉|了解到?|统计|发布|公告|消息|宣布|告诉记者|承认|强调|要求|指出|部署|决定|明确|预判|预计|报道|证实|[有如]下|问题|记者.*)|(?:{LOOKS_BACK.pattern}|按照?|根据|依据|据|经|从|自|截至|到|其中|此外|目前|眼下|同时|另外|随后|如今).*"
)
#: A clause without its time that is left open: 第二阶段原排5月21日.
_OPEN = re.compile("(?:原[排定订拟]|[拟定将于在为是到至])$")
#: No name: a clause of its own, a figure, what points at something else.
_NO_NAME = re.compile(
    "[了]|不|^要[从在到于]?$|^[0-9一二三四五六七八九十]+[、.．]?$|^(?:其余|包括)$|第一件|^(?:同一|其中|那|各|每|头|原[定订拟]|第[一二三四五六七八九十0-9]+[场批期针步个条站轮阶天次])|[与和及或至到]$"
)
#: What shows that words say more than a name.
_PREDICATE = re.compile(f"了.|的$|提前|停诊|封闭|{VERBS}")
_REASON = re.compile("因[^，]{2,14}")
#: Who goes on in the next clause where its own has a time, though no other clause speaks of such.
_SOMEBODY = re.compile("新生|考生|学员|选手|家长|旅客|乘客|游客|观众")
_ATTRIBUTE_FIRST = re.compile(f"[以对由与为从][^，]{{2,16}}的(?=[{_HAN}]{{2}})")
_THIS = re.compile("^(?:这[家座个台条项]|该)(?=..)")
#: 首次申报时间为3月: the words are no more than a label.
_LABEL = re.compile("时间|日期|期限|阶段")


class _Placed(NamedTuple):
    """Where a title stands in its sentence: the clause, what was put in front of the clause's words, and these."""

    clause: int
    given: str
    words: str


def retold(title: str, page: Page, statement: Statement, *, is_row: bool = False) -> str:
    """The title as it is where it stands on its own, or in its row; else as its sentence tells it plainly."""
    placed = None if is_row else _placed(title, page, statement)
    if placed is None:
        return title
    clause, given, words = placed
    own = _plain(page.text[slice(*statement.sentence.clauses[clause])])
    if given and given[:_PAIR] not in own:
        return _with_given(title, page, statement, placed, own)
    if lacks_predicate(title):
        return _with_next(title, page, statement, clause)
    alone = (given and len(words) < _SHORTEST) or not lacks_subject(title) or _REASON.fullmatch(title)
    if alone or _LABEL.match(own, own.find(words) + len(words)):
        return title
    return _supplied(words, page, statement, clause) or title


def _with_given(title: str, page: Page, statement: Statement, placed: _Placed, own: str) -> str:
    """A title whose subject is not of its own clause, with no more of that than is a name and may be the subject."""
    clause, given, words = placed
    short = len(words) < _SHORTEST
    if not short and words[0] not in BY and _ends_clause(given, page, statement, clause):
        if _NO_PAIR.fullmatch(given):
            return words
        return given if _REASON.fullmatch(words) else _pair(given, words) or title
    if given not in page.people and given[-3:] not in own and is_torn(given, page.text):
        if whoever := _whoever(words, page, statement, clause):
            return whoever
        if (kept := untorn(given)) or short:
            return kept + words if kept else title
        return _supplied(words, page, statement, clause) or words if lacks_subject(words) else words
    if _is_guess(given, words, page, statement):
        supplied = _headed if short else _of_sentence
        return supplied(words, page, statement, clause) or title
    attribute = not short and _ATTRIBUTE_FIRST.match(words) and given not in _said(page, statement)
    return words if attribute and head_of(words) else title


def _supplied(words: str, page: Page, statement: Statement, clause: int) -> str:
    """The words of a clause that leaves its subject out, with that, or with the clause that has it; or ""."""
    return (
        _of_sentence(words, page, statement, clause)
        or _paired(words, page, statement, clause)
        or _of_sentence(words, page, statement, clause, by_form=False)
    )


def _said(page: Page, statement: Statement) -> str:
    return page.text[statement.sentence.start : statement.sentence.end]


def _placed(title: str, page: Page, statement: Statement) -> _Placed | None:
    """The clause of the statement in which the title's words stand, with the fewest that are not of it; None without one."""
    best: _Placed | None = None
    clauses = statement.sentence.clauses
    for number in range(statement.sentence.clause_at(statement.start), len(clauses)):
        start, end = clauses[number]
        if start >= statement.end:
            break
        if end <= statement.start:
            continue
        said, printed = (_plain(text[start : min(end, statement.end)]) for text in (page.blanked, page.text))
        fewest = len(best.given) if best else len(title) - _SHORTEST + 1
        cut = next((k for k in range(max(0, fewest)) if title[k:] in said or title[k:] in printed), None)
        if cut is None and best is None:  # no more than its verb: 渡口打算完工
            cut = next((k for k in (len(title) - 3, len(title) - 2) if k > 0 and said.endswith(title[k:])), None)
        if cut is not None:
            best = _Placed(number, title[:cut], title[cut:])
    return best


def _plain(clause: str) -> str:
    return "".join(clause.split()).replace("（）", "").strip(_PAUSES)


def _ends_clause(given: str, page: Page, statement: Statement, clause: int) -> bool:
    """Whether what stands in front is the end of the clause before, with a predicate: two clauses without their pause."""
    before = page.blanked[slice(*statement.sentence.clauses[clause - 1])] if clause else ""
    return before.rstrip()[-1:] == "，" and _plain(before).endswith(given) and bool(_PREDICATE.search(given))


def _is_guess(given: str, words: str, page: Page, statement: Statement) -> bool:
    """Whether the page's town was taken as a subject that its sentence does not name, of what no town need do."""
    if given not in (page.cast.place, page.home) or not is_town(given, page.cast.places):
        return False
    return given not in _said(page, statement) and not done_by_town(words)


def _of_sentence(words: str, page: Page, statement: Statement, clause: int, *, by_form: bool = True) -> str:
    """The words with the subject that the clauses before them have, ``by_form`` or as their verbs tell; or ""."""
    clauses, adjacent = statement.sentence.clauses, True
    for number in range(clause - 1, max(-1, clause - 1 - _BACK), -1):
        start, end = clauses[number]
        told = page.blanked[start:end]
        if number == clause - 1 and (whoever := _whoever(words, page, statement, clause)):
            return whoever
        if _NO_PAIR.fullmatch(_plain(told)):
            continue
        who = person_first(told, page.people) or (_by_form(told, topic=adjacent) if by_form else head_of(told))
        who = page.name_of(who, start) if who and _is_name(who) and goes_on(who, words, page.people) else ""
        if who and who[-1] != words[0]:
            return _joined(_THIS.sub("", who), words)
        adjacent = adjacent and lacks_subject(_plain(told))
    return _headed(words, page, statement, clause)


def _headed(words: str, page: Page, statement: Statement, clause: int) -> str:
    """The words with the numbered heading that their sentence stands under: 四、面试。定于5月17日进行; or ""."""
    before = page.sentences[statement.number - 1] if statement.number and not clause else None
    heading = _HEADING.fullmatch(page.text, before.start, before.end) if before else None
    return _joined(heading["who"], words) if heading else ""


def _by_form(told: str, *, topic: bool) -> str:
    """Whom a clause names in front of its time, or as all that it says, where ``topic`` allows; or ""."""
    if found := _BEFORE_TIME.match(told) or _THAT_IS.fullmatch(told):
        who = found["who"].strip(_PAUSES)
        return who.rpartition("的")[2] if lacks_subject(who) else who
    said = _plain(told).lstrip("的")
    meant = _TOPIC.fullmatch(said) if topic else None
    if meant is None or "”的" in said or _NO_TOPIC.search(said) or VERB.search(meant["who"]):
        return ""
    long = len(said) > _LONGEST_TOPIC or (lacks_subject(said) and not SKIPPED.fullmatch(meant["who"]))
    return meant["who"] if long else said


def _whoever(words: str, page: Page, statement: Statement, clause: int) -> str:
    """The words behind the clause before them, where that says on what terms: 家长有异议的，可提出复核; or ""."""
    own = statement.sentence.clauses[clause - 1] if clause else (0, 0)
    before = _plain(page.blanked[slice(*own)])
    return _pair(before, words) if before.endswith("的") and not any(page.each_time_in(*own)) else ""


def _is_name(who: str) -> bool:
    return _balanced(who) and not (
        _NO_NAME.search(who)
        or (lacks_subject(who) and "的" not in who)
        or (SKIPPED.fullmatch(who) and not _SOMEBODY.fullmatch(who))
        or VERB.search(who[-2:])
    )


def _joined(who: str, words: str) -> str:
    whole = who + words
    if len(whole) > LONGEST and "的" in who:
        whole = who.rpartition("的")[2] + words
    return whole if len(whole) <= LONGEST and who not in words else ""


def _paired(words: str, page: Page, statement: Statement, clause: int) -> str:
    """The words behind the clause before them, where that is of no other time; or ""."""
    if not clause:
        return ""
    start, end = statement.sentence.clauses[clause - 1]
    before = _plain(page.blanked[start:end]).lstrip("的前起止底")
    if before.startswith(_JOINS) or (start < statement.start and any(page.each_time_in(statement.sentence.start, end))):
        return ""
    if len(before) < _PAIR or _NO_PAIR.fullmatch(before) or _OPEN.search(before) or PRONOUN.match(before):
        return ""
    return "" if lacks_subject(before) and len(words) > _TELLS_LITTLE else _pair(before, words)


def _pair(before: str, words: str) -> str:
    whole = f"{before}，{words}"
    return whole if len(whole) <= LONGEST and _balanced(whole) else ""


def _balanced(words: str) -> bool:
    return all(words.count(one) == words.count(other) for one, other in ("“”", "《》", "（）"))


def _with_next(title: str, page: Page, statement: Statement, clause: int) -> str:
    """What the next clause of the sentence says, where it is of no other time."""
    clauses = statement.sentence.clauses
    if clause + 1 >= len(clauses) or page.times_in(*clauses[clause + 1]):
        return title
    told = _plain(page.blanked[slice(*clauses[clause + 1])])
    return fit(told) if len(told) >= _PAIR and not lacks_subject(told) else title
