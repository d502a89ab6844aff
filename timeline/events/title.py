"""A line that says what happened, in the source's own words, at most 30 characters, subject first.

>>> make_title("1998年同步推进“品牌立市”行动，实现升级；", [(0, 5)], "滨城", "推进")
'滨城同步推进“品牌立市”行动'
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from timeline import regex as re
from timeline.events.chosen import OCCASIONS, PRONOUN, is_scrap, joined, telling
from timeline.events.fitting import LONGEST, fit, untrailed
from timeline.events.forms import SECTION
from timeline.events.objects import acted_on, asked_for
from timeline.events.persons import doer_in, name_in, person_first
from timeline.events.polish import polished
from timeline.events.soundness import lacks_subject
from timeline.events.subjectless import is_bare
from timeline.events.subjects import LOOKS_BACK, NOMINAL, SKIPPED, described, head_of, own_head, shown, turned_into
from timeline.events.untimed import TIMED, without_times
from timeline.events.verbforms import ACT
from timeline.events.words import CONNECTIVE, behind, firsts, led

#: 这条线是1958年动工的.
_CLEFT = re.compile(f"是{TIMED}(?=(?P<what>[^，。；]{{1,30}})的(?:[，。；]|$))")
_BRIEF, _SHORTEST_LEAD = 14, 2
_AND = ("及", "以及", "」和", "”和", "》和")
#: 本报11月5日电: whoever tells it.
_TOLD_THEN = ("电", "讯", "消息")
#: 宣布赛事将于12月举行: what is announced is told, and not that it is.
_ANNOUNCED = re.compile(f"[^，。{TIMED}]{{0,24}}?宣布(?=[^，。{TIMED}]{{2,16}}{TIMED})")
_BRACKETS = re.compile(r"[（(][^（）()]{0,40}[）)]")
_EDGE = r"(?:年(?![货会轻级味夜俗画青糕检报度产均薪满审菜宵兽])|月(?![亮湖饼季老光坛嫂牙球均产薪票])|日(?![报照喀本用间常光语历均产出落志元军籍方])|度(?![假汛夏])|份|的(?!士)|[、，,\s：:；;。])"
_SPLIT = re.compile(r"——(?![^“”「」]*[”」])|…+|[，,；;。！？!?\n：:](?:(?<![：:])|(?![0-9])|(?<![0-9].))")
_LEAD = re.compile(
    led(
        r"^(?:这?标志着|明确(?=大会|会议|各|从|自)|(?:分别|依次)[为是]|第[一二三四五六七八九十百零0-9]+条|(?:[12]?[0-9](?![.][0-9])|[一二三四五六七八九十]{1,3}(?![.、](?:[一二三四五六七八九十]+[、月日年级号楼层期季]|、)))[.、]|同一?时[段间](?=.{4})|[一二三四五六七八九十]是(?=.{4})|[—\-–·•．・●◆■（(]+|我市|本报讯)+"
    )
)
_MODAL = (
    r"(?:预计|计划(?!生育)|拟(?![聘录合人声])|将(?![军帅领乐])|有望|力争|争取|确保|继(?![续电承任])|其中|便(?![民利道捷携当])|就(?![业地近诊读职餐医])|即(?![墨日时开])|"
    r"须(?!知)|应当|必须|需(?![求水量要])|会(?=[办举召加派])|要再|要(?![闻点道求素])|刚刚?(?![性果好])|方才|才(?![人艺华子女智干能]))"
)
_MODALS = rf"{_MODAL}+(?:于|实现(?=.{{3,}}(?:投产|竣工|建成|通车|完工|达产|突破)))?"
#: What a clause is led in by, one behind the other.
_FILLED = re.compile(rf"(?={firsts(CONNECTIVE, _EDGE, _MODAL)})(?:{CONNECTIVE}+)?(?:{_EDGE}+)?(?:{_MODALS})?")
#: 2019年印发的《办法》同时废止: the date is that of issuing.
_ISSUED = re.compile(
    led(
        r"\s*(?:起正?式?)?(?P<verb>印发|发布|公布|出台|颁布|制定|施行|实施|执行)的(?P<rule>《[^《》]+》|[原旧老](?=[^，。；]{2,10}(?:同时|即行|随之|一并)?废止)[^，。；]{2,10}?(?=同时|即行|随之|一并|废止))"
    )
)
_AT_PLACE = re.compile(
    r"^在[^，]{2,20}?(?=(?:正式|盛大|隆重)?(?:举行|举办|召开|开幕|闭幕|揭幕|启幕|开展|上演|启动|落幕|登场|开讲|开营|展出|亮相)$)"
)
_OCCASION = re.compile(r"(?:大会|推进会|会议|论坛|仪式|对接会|座谈会|研讨会|博览会|学习会|发布会|学习（扩大）会)$")
_HAS_VERB = re.compile(r"召开|举行|举办|开幕|闭幕|[要将][^，]{0,12}开|参加|出席|开展|获|入选|办了?")
#: 柏雨晨在5月19日结束的锦标赛上夺冠: where, told with the time.
_HELD_THEN = re.compile(
    f"在?{TIMED}(?:刚刚)?(?:结束|举行|举办|落幕|闭幕|进行|召开)的[^，。；]{{2,24}}?[上中里](?=[^，。；国学])"
)
#: What begins a clause that speaks of something else than the one before it: 产量, 首批, 320人.
_NOUN_FIRST = re.compile(
    r"[0-9“《一二三四五六七八九十两几我你他她]|首|其|[初复预半总]?决?赛(?:[和与及、]|$)|[^，]{0,4}[量额率值价数]|[^，]{1,4}[们人]|[^，]*的"
)
#: Who does something in one clause and something else in the next: a person, a firm, a team.
_DOER = re.compile("[厂队]$|[女男][排篮足]$|公司$|集团$|合作社$")
_NOBODY = re.compile("方案|申请|项目|方[面式]|应急|时[间段]|金额|房屋|车[票辆]|水位|[高中]考|马路|万元|单价")
#: 番薯将用于11月7日举行的美食节: it is the feast that is held then.
_USED_AT = re.compile(f"[^，。；]{{2,20}}(?:用于?|供|为){TIMED}(?:举行|举办|召开)的(?=[^，。；]{{3,20}}(?:[，。；]|$))")
_ONESELF = re.compile("自己(?=..)(?![的人家])")
#: 餐券下周于会址发售, 晚上假广场举行: the place is led in.
_AT_HOUSE = re.compile(
    "^[于假](?=[\u4e00-\u9fff]{2,14}(?:举[行办]|发售|召开|公开|进行|开[幕讲课售]|上演|展出|派发|领取))"
)
_TOPIC_LEAD = re.compile(r"^(?:针对|围绕|聚焦|在.{2,10}(?:方面|领域))")
#: 转折发生在2014年国庆，……: what the turn was stands in the next clause.
_TURN = re.compile(
    "(?:[^，]{0,6}的)?(?:转折|转机|变化|变故|意外|故事|机会|机遇|危机|高潮)[点]?(?:发生|出现|来临|开始|到来|来了|降临)"
    "|(?:事情|故事|一切|渊源|缘起)?(?:还|则)?(?:要|得|可|可以)?从?(?:追溯|说起|讲起)"
)
#: 改期至5月23日，地点不变: what did not change.
_UNCHANGED = re.compile(
    "(?:^|(?<=[，；会赛展课座节]))(?:(?:举办|举行|活动|比赛|集合|会议|演出)?(?:时间|地点|场地|票价|内容|路线|流程)|其他(?:安排|事项))(?:均|都|保持)*不变(?:[，,]|(?=[。；]|$))"
)
#: 龙舟赛时间调整为5月23日.
_NEW_TIME = re.compile(
    f"(?:举办|举行|活动|比赛|(?<=[会赛展课座])|(?:^|(?<=，))(?=时间改))时间(?:改|调整|变更)(?=[到至为在]?{TIMED})"
)
_MUST = re.compile(
    "(?<=[\u4e00-\u9fff]{2})(?:必须|应当|务必|须|(?<![响反供效适感对相呼回])应|(?<![急必所])需)(?:[在于]|[在于]?之?前)?$"
)
#: 法官方禾带着书记员住进厂区: with whom or what, before anything is done.
_COMPANION = re.compile("(?<=[\u4e00-\u9fff]{2})(?:带着|领着|陪着|跟着|拉着|冒着|顶着|拿着|揣着).*$")
_BEGUN = re.compile("(?:正式)?(?:开[展幕讲演赛营课唱集]|上演|首演|启幕|亮相|上线|开放)")
_OF_LIFE = re.compile("(?:[结成完][婚亲]|成家|[去逝]世|病逝|出生|毕业|退休|退伍|入伍|参军)$")
#: Whose a work of repair is not, though they had it done.
_OFFICES = ("局", "委", "办", "厅", "法院", "检察院", "政府", "公司")
#: 凭准考证可免费乘车: who may, stands there.
_ENTITLES = re.compile("(?:凭|持|出示)[^，]{2,12}(?:可|即可|免费)")
#: ▲, ◎教育: the sign of a brief, and the label behind it.
_SIGNED = re.compile(r"\s*(?P<sign>[．・▲◎◆■●★※○◇□△▶►▼☆]+)\s*(?:(?P<label>[\u4e00-\u9fff]{2,4})[ \u3000]+)?")


#: 「再見，太空穿梭機」: a pause inside a name parts no clauses.
_QUOTED, _COMMA = re.compile("[“「《][^“”「」《》。！？]{1,12}，[^“”「」《》。，！？]{1,12}[”」》](?![，。；]|$)"), "\2"


class _Clause(NamedTuple):
    """A clause without its times; ``lead`` is who or what it says in front of the first."""

    said: str
    timed: bool
    lead: str = ""


def make_title(
    statement: str,
    times: Iterable[tuple[int, int]],
    subject: str,
    trigger: str,
    people: frozenset[str] = frozenset(),
    *,
    sure: bool = False,
) -> str:
    """The title of a statement: its clause with the ``trigger``, without its times, with ``subject`` in front where the
    clause leaves it out. ``times`` are the offsets of the time expressions in ``statement``, in order; ``people`` whom its
    page names; ``sure`` whether the clauses before it in its sentence speak of ``subject``."""
    text = _told(statement, times)
    if issued := _ISSUED.match(text.lstrip(TIMED)):
        return fit(f"{issued['rule']}{issued['verb']}")
    clauses = _clauses(text)
    if any(clause.timed for clause in clauses[1:]) and (named := described(clauses[0].said)):
        subject, clauses, sure = named, clauses[1:], True
    parts = [clause.said for clause in clauses if clause.said]
    if not parts:
        return ""
    dated = _dated(clauses)
    lead = next((clause.lead for clause in clauses if clause.timed), "")
    index = telling(parts, trigger, dated, led=bool(lead))
    if index and any(clause.timed for clause in clauses[:1]) and _OF_LIFE.search(parts[0]):
        index = 0  # 1975年，他与方小禾结婚，两人开了一间美容院，生意好
    if index and _BEGUN.fullmatch(parts[index]) and (what := shown(parts[index - 1])):
        return fit(what + parts[index])
    said = (index and acted_on(parts[index - 1], asked_for(parts[index]))) or _subject_of(parts[:index], people)
    if index == dated and lead:
        subject, said = lead, ""  # 图书总馆去年12月发包: who stands in front of the time does it
    subject = said or subject
    headless = sure and not said and index == 0 and _headless(parts[0], subject, people)
    chosen = polished(parts[0] if headless else joined(parts, index, bool(subject), bool(said)))
    chosen = behind(_ONESELF, chosen) if subject else chosen
    if (
        subject
        and (headless or is_bare(chosen) or (said and is_scrap(chosen)))
        and not chosen.startswith(subject)
        and f"的{subject}" not in chosen
        and not _ENTITLES.match(chosen)
        and not (subject.endswith(_OFFICES) and NOMINAL.match(chosen))
    ):
        if len(subject) + len(chosen) > LONGEST:
            chosen = behind(_AT_PLACE, chosen)
        chosen = subject + (chosen[len(head) :] if subject.endswith(head := own_head(chosen)) else chosen)
    if index and len(chosen) < _BRIEF and _TOPIC_LEAD.match(parts[index - 1]):
        doer = own_head(chosen) or subject
        chosen = f"{doer}{parts[index - 1]}{chosen[len(doer) :]}" if doer and chosen.startswith(doer) else chosen
    title = fit(chosen)
    if (
        title[-1:] in OCCASIONS
        and _OCCASION.search(title)
        and len(title) <= LONGEST - 2
        and not _HAS_VERB.search(title)
    ):
        title += "召开" if trigger == "召开" else "举行"
    return title.replace(_COMMA, "，")


def _clauses(text: str) -> list[_Clause]:
    """The clauses of a text, those that only lead in the next one taken as one with it, or left out."""
    clauses = [_clause(part) for part in _SPLIT.split(text)]
    if len(clauses) > 1 and clauses[0].timed and (must := _MUST.search(clauses[0].said)):  # 公司须在5月底前，付清工资
        clauses[:2] = [_Clause(clauses[0].said[: must.start()] + clauses[1].said, timed=True)]
    if len(clauses) > 1 and not clauses[0].timed and LOOKS_BACK.match(clauses[0].said):
        clauses = clauses[1:]
    if len(clauses) > 1 and _TURN.fullmatch(clauses[0].said):
        clauses[:2] = [_Clause(clauses[1].said, timed=True)]
    return clauses


def _clause(part: str) -> _Clause:
    part = behind(_ANNOUNCED, part.lstrip()) if "宣布" in part and TIMED in part else part
    lead, timed, rest = part.partition(TIMED)
    if rest and lead.rstrip().endswith(_AND):
        part, lead = timed + rest, ""  # 「文物修復」及28日「我是策展人」
    lead, said = _clean(lead) if timed else "", _clean(part.replace(TIMED, ""))
    own = (
        len(lead) >= _SHORTEST_LEAD
        and said.startswith(lead)
        and not (SKIPPED.fullmatch(lead) or lacks_subject(lead) or is_bare(lead))
    )
    does = own and rest.strip(TIMED) and not rest.startswith(_TOLD_THEN)
    return _Clause(said, timed=bool(timed), lead=lead if does else "")


def _dated(clauses: list[_Clause]) -> int:
    """Which of the clauses that say something holds a time; -1 where none does, or the time stands alone."""
    timed = next((k for k, clause in enumerate(clauses) if clause.timed), -1)
    return sum(1 for clause in clauses[:timed] if clause.said) if timed >= 0 and clauses[timed].said else -1


def _told(statement: str, times: Iterable[tuple[int, int]]) -> str:
    """A statement without its times, TIMED where each was, its sign and label, where it was held then, and its asides."""
    text = _CLEFT.sub(TIMED, behind(SECTION, without_times(statement, times).lstrip()))
    if "不变" in text:
        text = _UNCHANGED.sub("", text)
    if "时间" in text:
        text = _NEW_TIME.sub("改期", text)
    if "的" in text:
        text = _USED_AT.sub(TIMED, _HELD_THEN.sub(TIMED, text))
    if signed := _SIGNED.match(statement):
        text = text.lstrip(TIMED).lstrip(signed["sign"]).lstrip().removeprefix(signed["label"] or "").lstrip()
    if "，" in text and ("“" in text or "「" in text or "《" in text):
        text = _QUOTED.sub(lambda quoted: quoted[0].replace("，", _COMMA), text)
    return _BRACKETS.sub("", text) if "（" in text or "(" in text else text


def _subject_of(parts: list[str], people: frozenset[str]) -> str:
    """Whom the last of some clauses speaks of that says so; or ""."""
    for part in reversed(parts):
        if head := turned_into(part) or person_first(part, people) or own_head(part) or _he(part) or doer_in(part):
            return _COMPANION.sub("", head)
    return ""


def _headless(part: str, subject: str, people: frozenset[str]) -> bool:
    """Whether a clause begins with what is done, by words that no list holds, and ``subject`` may do it: 回站, 重新开机."""
    known = subject in people or _may_do(subject) or (part[0] in ACT and part[0] != "请")
    return known and not (head_of(part) or _NOUN_FIRST.match(part) or _DOER.search(part))


def _may_do(subject: str) -> bool:
    return bool(_DOER.search(subject)) or (name_in(subject) == subject != "" and not _NOBODY.fullmatch(subject))


def _he(clause: str) -> str:
    """他 or 她, where a clause begins with one; or ""."""
    return clause[0] if PRONOUN.match(clause) and clause[0] in "他她" and clause[1:2] not in "们人国乡的" else ""


def _clean(part: str) -> str:
    part = behind(_LEAD, part.strip())
    part = _AT_HOUSE.sub("在", part)
    if part.startswith(("“", "‘")) and part.count("“") > part.count("”"):
        part = part[1:]  # the opening of a speech, not of a name
    if part.endswith("”") and part.count("”") > part.count("“"):
        part = part[:-1]
    part = behind(_FILLED, part)
    return untrailed(part.strip())
