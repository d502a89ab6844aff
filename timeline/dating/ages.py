"""Evidence of how long ago, how old and since when: terms, founding years, ages, school years, timetables.

>>> school_year("2025", "2026").hull().text
'2025-08/2026-08'
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from timeline import regex as re
from timeline.dating.claims import Claim, Story, found_in
from timeline.dating.days import Days, day, month_days, near, stretch
from timeline.dating.words import MONTH_DAY, month_day, number

_N = r"(?:\d{1,3}|[一二三四五六七八九十]{1,3}|[一二三四五六七八九]?百[一二三四五六七八九十]{0,3})"
_TERM = re.compile(
    r"(?:期限|期|任期|周期)(?:为|是|自|从|[:：])?\s*(?P<y>20\d\d)年(?P<m>\d{1,2})月(?:\d{1,2}日)?\s*(?:至|到|[—~～-]+)\s*(?P<z>20\d\d)年\d{1,2}月"
)
_NAMED = re.compile(r"公布|公示|发布|认定|获批|获评|入选|入围|印发|命名|确定|授牌|名单")
_CLOSING = re.compile(r"验收|到期|届满|期满|终期|中期|结题|回顾")
_CHANGE = re.compile(
    rf"(?P<md>{MONTH_DAY})(?:零时)?(?:起|至|到|[—~～-]|[，,]).{{0,60}}?(?:航季|航班计划|运行图|列车时刻|时刻表|冬春季|夏秋季)"
)
_TIMETABLE = re.compile("换季|调图|换图|运行图")
_CHANGED = re.compile(
    r"(?:换季|调图|换图)了|(?:换季|调图|换图)之初|已(?:经)?(?:换季|调图)|(?:换季|调图|换图)(?:首日|第一天|以来)"
)
_CHANGING = re.compile(r"(?:将|即将|要|就要|快要)(?:再|又)?(?:换季|调图|换图)")
_IN_FORCE = re.compile(
    rf"(?P<y>\d{{4}}年)?(?P<md>{MONTH_DAY})起?(?:正式)?(?:开始)?(?:施行|实施|执行|生效|启用)|(?:自|从|\A|\n)(?P<y2>\d{{4}}年)?(?P<md2>{MONTH_DAY})起"
)
_NOW_IN_FORCE = re.compile(
    r"(?:已经?|[今昨][日天]起)(?:正式|开始)?(?:施行|实施|执行|生效)(?!以来|后|至今|满|多|[一二三两]|\d)|(?:施行|实施|生效)了(?![一二三两多\d])"
)
_FORCE = re.compile("施行|实施|执行|生效")
_ADOPTED = re.compile(
    r"(?P<y>(?:19|20)\d\d)年(?P<md>\d{1,2}月\d{1,2}日)[^。；]{0,60}?(?:通过|批准|公布|发布|印发|出台)"
)
_NOT_YET = re.compile(r"将|尚未|拟|即将|待|以来|至今|周年|年来")
_SCHOOL = re.compile(r"(?P<a>20\d\d)\s*[—~～至-]+\s*(?P<b>20\d\d)\s*学年度?(?:第?(?P<half>[一二上下])学期)?")
_TERM_SEASON = re.compile(r"(?P<y>20\d\d)年?(?P<s>[春秋])季(?:学期|开学|招生|入学|新学期)")
_BORN = re.compile(r"(?:生于|出生于)(?P<a>(?:19|20)\d\d)年|(?P<b>19\d\d)年[^。；，,\d]{0,12}?(?:出生|生人)")
_AGE = re.compile(rf"(?:今年|现年|如今|享年|终年|今)(?:已)?(?P<n>{_N})岁")
_FOUNDED = re.compile(
    r"(?:成立|创办|创立|创建|始建|建成|建校|建馆|建院|建厂|开馆|开业|开园|组建|诞生|创刊|通车|设立|建市|建县|撤县设市)于(?P<a>(?:1[89]|20)\d\d)年"
    r"|(?<!\d)(?P<b>(?:1[89]|20)\d\d)年(?:\d{1,2}月)?(?:\d{1,2}日)?[^。；，,\d]{0,12}?(?:正式)?(?:成立|创办|创立|创建|建校|建馆|建院|建厂|开馆|开业|开园|组建|诞生|创刊|通车|设立|撤县设市)"
)
_ANNIVERSARY = re.compile(
    rf"(?:成立|创办|创立|创建|建校|建馆|建院|建厂|开馆|开业|开园|创刊|通车|设立|建市|建县|撤县设市|诞生|迎来|庆祝|走过(?:了)?|今年(?:是|正好|恰好|刚好|恰逢)?|正值|喜迎)(?:[“\"])?(?P<n>{_N})(?:周年|年华诞|周岁|岁生日|年庆)"
)
#: The title of what looks back on whole decades: 开发区三十年：从滩涂到新城.
_DECADES = re.compile(
    r"(?<![近约第去未来这每\d一二三四五六七八九])(?P<n>[一二三四五六七八九]?十五?|[1-9][05]|一?百)年(?=[：:，,！!—\s”]|\Z|从|之路|巨变|回眸|历程|风雨|跨越|蝶变|纪事)"
)
_BEGAN = re.compile("挂牌|成立|设立|创办|创立|创刊|建成|通车|开业|开馆|开园|诞生|奠基|投产|组建")


def decades(story: Story) -> Iterator[Claim]:
    """Below 开发区三十年, 1995年11月18日…挂牌 in the first sentence: told in 2025."""
    looks_back = _DECADES.search(story.title)
    first = next((mention for mention in story.mentions if mention.explicit), None)
    if not looks_back or not first or first.start >= story.opening:
        return
    count = 100 if "百" in looks_back["n"] else number(looks_back["n"])
    left, right = story.sentence(first.start, first.end, "。！？\n")
    if left == 0 and _BEGAN.search(story.text, first.end, right):
        days = stretch(date(first.first.year + count, 1, 1), date(first.first.year + count, 12, 31))
        yield story.claim("founded", first.start, first.end, days, 0.44, year=first.first.year, count=count)


def terms(story: Story) -> Iterator[Claim]:
    """A list just published whose 期限为2022年7月至2025年6月: published within months of the term's beginning."""
    for match in found_in(_TERM, story.text) if "期" in story.text else ():
        if int(match["z"]) > int(match["y"]) and _NAMED.search(story.text) and not _CLOSING.search(story.text):
            first = month_days(int(match["y"]), min(max(int(match["m"]), 1), 12))[0]
            days = stretch(first - timedelta(183), first + timedelta(240))
            yield story.claim("term", match.start(), match.end(), days, 0.42)


def timetables(story: Story) -> Iterator[Claim]:
    """航班换季了, with the day from which the new timetable runs: told within weeks of it."""
    if not _TIMETABLE.search(story.text):
        return
    for match in found_in(_CHANGE, story.text):
        if found := month_day(match["md"]):
            begun = _CHANGED.search(story.text) and not _CHANGING.search(story.text)
            days = near(*found, 0 if begun else 35, 25)
            yield story.claim("timetable", match.start(), match.end(), days, 0.46)
            return


def now_in_force(story: Story) -> Iterator[Claim]:
    """《…条例》已经生效, 11月1日起施行: news of a rule that has come into force, within four weeks of that day."""
    opening = story.text[: story.opening]
    told = _NOW_IN_FORCE.search(opening) if _FORCE.search(opening) else None
    if not told:
        return
    left, right = story.clause(told.start(), told.end())
    if _NOT_YET.search(story.text[left:right]):
        return
    days_named = [match for match in found_in(_IN_FORCE, opening) if month_day(match["md"] or match["md2"])]
    if len({match["md"] or match["md2"] for match in days_named}) != 1:
        return
    match = days_named[0]
    found = month_day(match["md"] or match["md2"])
    assert found
    stated = match["y"] or match["y2"]
    begun = day(int(stated[:4]), *found) if stated else _after_adoption(story, found)
    days = stretch(begun, begun + timedelta(28)) if begun else near(*found, 0, 28)
    yield story.claim("now-in-force", match.start(), match.end(), days, 0.46)


def _after_adoption(story: Story, found: tuple[int, int]) -> date | None:
    """The first month-day after the only day on which the text says that a rule was adopted."""
    adopted = {(match["y"], match["md"]) for match in found_in(_ADOPTED, story.text)}
    if len(adopted) != 1:
        return None
    year, words = adopted.pop()
    there = month_day(words)
    made = day(int(year), *there) if there else None
    if made is None:
        return None
    return min((each for y in (made.year, made.year + 1) if (each := day(y, *found)) and each >= made), default=None)


def school_year(first: str, second: str, half: str | None = None) -> Days:
    """The days on which a school year, or one of its terms, is spoken of as the present one."""
    year = int(first)
    if int(second) != year + 1:
        return Days(())
    if half in ("一", "上"):
        return stretch(date(year, 7, 1), date(year + 1, 2, 28))
    if half in ("二", "下"):
        return stretch(date(year + 1, 1, 10), date(year + 1, 8, 31))
    return stretch(date(year, 8, 1), date(year + 1, 8, 31))


def school_terms(story: Story) -> Iterator[Claim]:
    """2025—2026学年第一学期, 2026年春季学期: told in that term, or in the weeks before it."""
    if "学" not in story.text:
        return
    for match in found_in(_SCHOOL, story.text[: max(story.opening, 200)]):
        if days := school_year(match["a"], match["b"], match["half"]):
            yield story.claim("school-term", match.start(), match.end(), days, 0.42)
    for match in found_in(_TERM_SEASON, story.text[: max(story.opening, 200)]):
        year = int(match["y"])
        spring = stretch(date(year - 1, 12, 15), date(year, 7, 31))
        days = spring if match["s"] == "春" else stretch(date(year, 4, 1), date(year + 1, 1, 31))
        yield story.claim("school-term", match.start(), match.end(), days, 0.42)


def ages(story: Story) -> Iterator[Claim]:
    """1960年出生 … 今年65岁: that year, or one to either side, as ages are counted in more than one way."""
    if "岁" not in story.text:
        return
    born = {int(match["a"] or match["b"]) for match in found_in(_BORN, story.text)}
    old = list(found_in(_AGE, story.text))
    if len(born) == 1 and len(old) == 1:
        year, count = born.pop(), number(old[0]["n"])
        days = stretch(date(year + count - 1, 1, 1), date(year + count + 1, 12, 31))
        yield story.claim("age", old[0].start(), old[0].end(), days, 0.44, year=year, count=count)


def anniversaries(story: Story) -> Iterator[Claim]:
    """成立30周年, of what the text says was founded in 1995: told in 2025."""
    if "周年" not in story.text and "周岁" not in story.text and "华诞" not in story.text and "年庆" not in story.text:
        return
    founded = {int(match["a"] or match["b"]) for match in found_in(_FOUNDED, story.text)}
    kept = list(found_in(_ANNIVERSARY, story.text))
    counts = {number(match["n"]) for match in kept}
    if len(founded) == 1 and len(counts) == 1 and (count := counts.pop()):
        year = founded.pop()
        days = stretch(date(year + count, 1, 1), date(year + count, 12, 31))
        facts = {"year": year, "count": count}
        yield story.claim("founded", kept[0].start(), kept[0].end(), days, 0.5, **facts)
