"""A rule's life: adopted, published, in force, revised, expiring; ends and beginnings that only a term or an order states.

>>> from timeline.edtf import parse
>>> derived_end(parse("2025-07-09"), "有效期五年").text
'2030-07-08'
>>> in_force_from(date(2025, 3, 10), FROM_PUBLICATION.search("自公布之日起30日后施行"))
datetime.date(2025, 4, 9)
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from timeline import edtf
from timeline import regex as re
from timeline.edtf import Edtf
from timeline.events.draft import Draft, when_of
from timeline.timex.numerals import number

IN_FORCE = re.compile(r"施行|实施|执行|生效|试行|起用")
EXPIRY = re.compile(r"有效期(?:限)?(?:延长)?(?:至|到|截至|为)|有效至|试行至|到期|届满|失效|废止")
#: A beginning of force that counts from the day of publication.
FROM_PUBLICATION = re.compile(
    r"自(?:公布|发布|印发|颁布|下发)之日起(?:满?(?P<n>[0-9]{1,3}|[一二三四五六七八九十]{1,3})(?P<unit>日|天|个月)后)?"
    r"(?P<verb>[^，。；]{0,2}?(?:施行|实施|执行|生效))"
)
_TERM = re.compile(
    r"(?:有效期(?:限)?(?:为|是)?|试行(?:期)?(?:限)?(?:为)?|期限(?:为)?|为期)\s?(?P<n>[0-9]{1,2}|[一二两三四五六七八九十]{1,3})\s?(?P<unit>年|个月)"
)
ONGOING = re.compile(
    r"起(?:正式)?(?:施行|实施|执行|生效|恢复|回到|提前|试行|启用|运行|开放|由|，|按|调整|上调|开始|停航|停运|停办|停止|改道|[^，。]{0,12}(?:已由|升到|升为|加大|改为|上调|改道|停运|停止))|起$"
)
_LONGEST_TITLE = 30
#: The stages of a rule that may be followed by its coming into force.
BEGINNING = ("published", "revised")
_ENDED = re.compile("(?:届满|期满|到期|失效|废止)$")
_NAME = re.compile(r"《[^》]+》")
_BARE = re.compile(
    "[该本此新]?(?P<sort>办法|条例|规定|意见|方案|细则|措施|标准|规则|规程|章程)(?=施行|实施|执行|生效|正式|试行|有效期)"
)
_NEAR = 600
_DRAFT = re.compile("[（(](?:征求意见稿|草案|送审稿|修订草案|讨论稿)[）)]》")
_BRACKETED = re.compile(r"[（(][^（）()]{1,8}[）)](?=》)")
_REPEALED = re.compile(
    r"《[^》]+》(?:[（(][^（）()]{2,30}[）)])?(?:[、和及]《[^》]+》(?:[（(][^（）()]{2,30}[）)])?)*"
    r"(?:自[^，。]{2,16})?(?:同时)?(?:即行|予以)?(?:废止|失效)"
)
#: What the other end of a link is to this one, by the stage that the other is.
_RELATIONS = {
    "adopted": "adopted",
    "published": "published",
    "in-force": "in-force",
    "revised": "revised",
    "expiry": "expires",
}
_MEETS = re.compile("(?:召开|举行)[^，。；]{0,24}(?:会议|大会|全会|例会|会)|会议(?:召开|举行|在)")
#: 审议并原则通过《甲》和《乙》.
_ADOPTS = re.compile(
    r"(?<!拟)(?<!提请)(?:(?:审议|讨论|研究|审定)[并了，]{0,2})?(?P<how>原则|表决|审议|一致|票决|同意)?(?:审议)?(?P<verb>通过|批准)了?[^，。；《]{0,6}"
    r"(?P<rules>《[^》\n]+》(?:(?:[（(][^（）()]{1,10}[）)])?[、和及以]{0,2}《[^》\n]+》)*)"
)
_MOST_ADOPTED = 4
_STAGES = (
    ("revised", re.compile(r"修订|修正|修改")),
    ("adopted", re.compile(r"通过|批准|批复|获批")),
    ("published", re.compile(r"印发|公布|发布|出台|颁布|下发")),
)


def derived_end(begin: Edtf, text: str) -> Edtf | None:
    """The last day of force of what begins on a known day and whose term ``text`` states; None without one."""
    match = _TERM.search(text)
    if not match or begin.granularity != "day" or not isinstance(begin.begin, date):
        return None
    months = number(match["n"]) * (12 if match["unit"] == "年" else 1)
    return edtf.of_date(_months_on(begin.begin, months) - timedelta(1))


def in_force_from(published: date, match: re.Match[str]) -> date:
    """The first day of force by a FROM_PUBLICATION of what was published on a day."""
    if not match["n"]:
        return published
    count = number(match["n"])
    return _months_on(published, count) if match["unit"] == "个月" else published + timedelta(count)


def _months_on(day: date, months: int) -> date:
    """The same day so many months later; the first of the next month where that month has no such day."""
    year, month = edtf.add_months(day.year, day.month, months)
    try:
        return date(year, month, day.day)
    except ValueError:
        year, month = edtf.add_months(year, month, 1)
        return date(year, month, 1)


def by_name(title: str, before: str) -> str:
    """A title that calls a rule by its sort alone, with the name that stands last ``before`` it: 办法施行 is 《渡口办法》施行.

    >>> by_name("办法施行", "《渡口停车办法（征求意见稿）》提出"), by_name("船票办法施行", "《渡口停车办法》")
    ('《渡口停车办法》施行', '船票办法施行')
    """
    bare = _BARE.match(title)
    named = [name for name in _NAME.findall(before[-_NEAR:]) if bare["sort"] in name] if bare else []
    return f"{_DRAFT.sub('》', named[-1])}{title[bare.end() :]}" if bare and named else title


def rule_name(title: str) -> str:
    """The rule that a title tells of: its name in book-title marks, else the title without its verb."""
    if match := _NAME.search(title):
        return match[0]
    return re.sub(r"(?:正式)?(?:起)?(?:施行|实施|执行|生效|试行).*$", "", title) or title


def link_extended(drafts: list[Draft], number_: int, rule: str) -> None:
    """Links the last day to which a rule's force is extended with the one that was stated before."""
    draft = drafts[number_]
    for earlier in range(number_ - 1, -1, -1):
        known = drafts[earlier]
        if known.role == "expiry" and _key(rule_name(known.title)) == _key(rule) and known.when != draft.when:
            known.links.append(("moved-to", number_))
            draft.links.append(("moved-from", earlier))
            draft.details["superseded"] = known.when.edtf
            return


def expiry_title(name: str) -> str:
    """The title of the end of force of what ``name`` names, or whose end it tells already.

    >>> expiry_title("《渡口办法》"), expiry_title("首批医疗队任期届满"), expiry_title("政策有效期贷款不追溯")
    ('《渡口办法》有效期届满', '首批医疗队任期届满', '政策有效期届满')
    """
    name = re.sub(
        r"^[^《》“”]{0,8}?(?:同[时步]|联合|还|首次)*(?:推出|发行|发售|派发)了?(?=.{2})", "", name
    )  # 景区推出联票
    told = re.sub(r"(?:之日)?(?:为止|止)$|(?<=[\u4e00-\u9fff》]{2})有效期(?!届满|到期|已?满).*$", "", name)
    return told if _ENDED.search(told) else f"{told}有效期届满"


def without_names(part: str) -> str:
    """A statement without the names in it: 《……试行办法》 brings nothing into force."""
    return _NAME.sub("", part)


def link_stages(drafts: list[Draft], text: str) -> None:
    """Links the stages of each rule that an article tells of, one with the next, and a new rule with the one it ends."""
    by_rule: dict[str, list[int]] = {}
    for number_, draft in enumerate(drafts):
        name = _NAME.search(draft.title)
        if name and draft.kind == "milestone":
            draft.role = draft.role or next((s for s, words in _STAGES if words.search(draft.trigger)), "")
            if draft.role in _RELATIONS:
                by_rule.setdefault(_key(name[0]), []).append(number_)
    for stages in by_rule.values():
        stages.sort(key=lambda k: (edtf.stamp(drafts[k].when.begin, low=True), list(_RELATIONS).index(drafts[k].role)))
        for one, other in pairwise(stages):
            if drafts[one].role == drafts[other].role:
                continue
            _link(drafts, one, _RELATIONS[drafts[other].role], other)
            _link(drafts, other, _RELATIONS[drafts[one].role], one)
    _link_repealed(drafts, text)


def _key(name: str) -> str:
    """A rule's name without what a short form of it leaves out: 《渡口办法（试行）》 is 《渡口办法》."""
    return _BRACKETED.sub("", name)


def adopted(draft: Draft, text: str, end: int) -> list[Draft]:
    """The rules that a meeting adopts, as the words behind it say up to ``end``: 召开常务会议，审议通过《渡口办法》."""
    found: list[Draft] = []
    if draft.kind != "activity" or not _MEETS.search(text, draft.start, draft.end):
        return found
    for match in _ADOPTS.finditer(text, draft.timex.end, end):
        verb = f"{match['how'] or ''}{match['verb']}"
        names = [name for name in _NAME.findall(match["rules"]) if len(name) + len(verb) <= _LONGEST_TITLE]
        for name in names[:_MOST_ADOPTED]:
            start = text.index(name, match.start())
            told = replace(draft, start=start, end=start + len(name), title=f"{name}{verb}", trigger=verb)
            told.kind, told.role, told.details, told.more, told.links = "milestone", "adopted", {}, [], []
            told.salience = draft.salience
            found.append(told)
    return found


def add_repealed(drafts: list[Draft], text: str) -> None:
    """Adds the end of each rule that another brings about: 《甲》自7月1日起施行，《乙》同时废止 ends 乙 on that day."""
    forces = [draft for draft in drafts if draft.role == "in-force" and draft.when.begin is not None]
    for match in _REPEALED.finditer(text) if forces and "同时" in text else ():
        if "同时" not in match[0]:
            continue
        names = dict.fromkeys(_NAME.findall(match[0]))
        begin = next(
            (d for d in reversed(forces[-20:]) if _begins_before(d, match.start()) and not _is_of(d, names)), None
        )
        if begin is None:
            continue
        verb = "失效" if match[0].endswith("失效") else "废止"
        for name in names:
            if len(name) + len(verb) <= _LONGEST_TITLE and name not in begin.title:
                drafts.append(_ended(begin, match, f"{name}{verb}", verb))


def _is_of(draft: Draft, names: Iterable[str]) -> bool:
    """Whether a draft tells of one of the rules named: 2017年起施行的《甲》同时废止."""
    return any(name in draft.title for name in names)


def _ended(force: Draft, match: re.Match[str], title: str, verb: str) -> Draft:
    """The end of a rule on the day on which another comes into force."""
    day = edtf.of_date(force.when.begin) if isinstance(force.when.begin, date) else None
    return replace(
        force,
        end=max(force.end, match.end()),
        when=when_of(force.timex, day),
        title=title,
        trigger=verb,
        role="expiry",
        details={},
        more=[],
        links=[],
    )


def _link_repealed(drafts: list[Draft], text: str) -> None:
    forces = [number_ for number_, draft in enumerate(drafts) if draft.role == "in-force"]
    named: dict[str, list[int]] = {}
    for number_, draft in enumerate(drafts):
        if forces and (name := _NAME.search(draft.title)):
            named.setdefault(name[0], []).append(number_)
    for match in _REPEALED.finditer(text) if forces else ():
        begin = next((k for k in reversed(forces[-20:]) if _begins_before(drafts[k], match.start())), None)
        for name in set(_NAME.findall(match[0])):
            for number_ in named.get(name, ()) if begin is not None else ():
                if number_ != begin:
                    _link(drafts, begin, "repeals", number_)  # type: ignore[arg-type]
                    _link(drafts, number_, "repealed-by", begin)  # type: ignore[arg-type]


def _begins_before(draft: Draft, position: int) -> bool:
    return draft.start <= position < draft.start + 400


def _link(drafts: list[Draft], one: int, relation: str, other: int) -> None:
    if (relation, other) not in drafts[one].links:
        drafts[one].links.append((relation, other))
