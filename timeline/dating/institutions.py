"""Evidence of public institutions: congresses and their sessions, the yearly notice on public holidays, 春运.

>>> term_of("全国", 14)
2023

Their dates stand in ``institutions.toml``, which states its sources.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

from timeline import regex as re
from timeline.dating.almanac import lunar_days
from timeline.dating.claims import Claim, Story, found_in
from timeline.dating.days import near, stretch
from timeline.dating.words import COMING, MONTH_DAY, month_day, number

_NUMERAL = "[一二三四五六七八九十]{1,3}"
_PLENUM = re.compile(rf"(?P<name>{_NUMERAL}届[一二三四五六七]中全会)")
_CONGRESS = re.compile(
    r"(?<![第省市县区届])党的(?P<name>(?:二十|十[五六七八九])大)(?!街|道)|(?<=迎接|喜迎)(?P<bare>(?:二十|十[五六七八九])大)"
)
_CONGRESS_NAME = re.compile("二十大|十[五六七八九]大")
_SESSION = re.compile("届(?:全国)?(?:人民代表大会|人大)")
_JUST_OVER = re.compile(r"(?:胜利|圆满)?(?:闭幕|召开)(?:后|之后|以后|不久|之际)")
_WELCOME = re.compile(r"(?:喜迎|迎接|迎|献礼)(?:党的)?\Z")
_AHEAD = re.compile(r"即将|将于|将要|将在|筹备|迎接|前夕|在即")
_ONCE = re.compile(r"去年|前年|上年|当年|那年|当时|曾")
_PEOPLES = re.compile(
    rf"(?P<where>北京|天津|上海|重庆|海南|西藏|宁夏|内蒙古|新疆|广西|全国|[\u4e00-\u9fff]{{2,3}}(?=省))?(?P<rank>省|市|(?:[\u4e00-\u9fff]{{1,3}}族)?自治区)?"
    rf"第?(?P<n>{_NUMERAL})届(?P<after>全国)?(?:人民代表大会|人大)(?:常务?委(?:员会|会)?)?(?:第?(?P<s>{_NUMERAL})次会议)?"
)
_SITTING = re.compile(r"出席|列席|旁听|开幕|闭幕|正在|(?:认真|分组|继续)审议|代表团")
#: What a session decided is passed on at the meetings of the next weeks.
_LEARNED, _LEARNT_FOR = re.compile(r"(?:传达|学习|贯彻|宣讲)[^。；]{0,60}会议?精神"), timedelta(75)
_DECIDED = re.compile(r"通过(?:了|的|《)|表决|以来|后[，,]")
_WHOLE = ("北京", "天津", "上海", "重庆")  # municipalities of provincial rank
_NOTICE = re.compile(r"(?P<y>20\d\d)年.{0,40}?(?:放假|节假日|补班|调休|假期)")
_NOTIFIED = re.compile(
    r"(?:国务院办公厅|国办)[^。]{0,30}(?:通知|发布|公布|印发)|(?:放假|节假日)安排[^。]{0,12}(?:公布|出炉|发布|来了|定了)"
)
_JUST = re.compile(r"日前|近日|昨[日天]|今[日天]|刚刚|来了|出炉|定了|有答案")
_TRAVEL = re.compile(
    rf"(?P<md>{MONTH_DAY})[^。；\n\d]{{0,14}}?(?P<y>20\d\d年)?春运(?:首日|第一天|(?:正式)?(?:启动|开始|拉开|大幕|大幕拉开|开启))|春运(?:将)?(?:从|自|于|首日[（(为]?)(?P<other>{MONTH_DAY})"
)
_TRAVEL_BEFORE = timedelta(15)  # 春运 begins on 腊月十五 or 十六: fifteen days before New Year's Day


@lru_cache(maxsize=1)
def _table() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("institutions.toml").read_text(encoding="utf-8"))


def term_of(where: str, ordinal: int) -> int | None:
    """The year in which the people's congress with an ordinal began, of the nation or a province; None for one that
    cannot be told."""
    terms = _table()["terms"]
    known = terms["otherwise"].get(where, terms["number"])
    year: int = terms["year"] - 5 * (known - ordinal)
    return year if 1998 <= year <= terms["year"] + 5 else None


def party_congresses(story: Story) -> Iterator[Claim]:
    """党的二十大精神, 二十届三中全会: told since then; 喜迎党的二十大: told in the months before it."""
    text = story.text
    newest: Claim | None = None
    for match in found_in(_PLENUM, text) if "中全会" in text else ():
        dates = _table()["plenums"].get(match["name"])
        if dates and not _ahead(story, match):
            claim = story.claim("plenum", match.start(), match.end(), stretch(dates[0], None), 0.6)
            newest = claim if newest is None or claim.days.first > newest.days.first else newest
    for match in found_in(_CONGRESS, text) if _CONGRESS_NAME.search(text) else ():
        first, last = _table()["congresses"][match["name"] or match["bare"]]
        before = text[max(0, match.start() - 6) : match.start("name" if match["name"] else "bare")]
        if _WELCOME.search(before.removesuffix("党的")) or match["bare"]:
            left = story.sentence(match.start(), match.end())[0]
            if not _ONCE.search(text[left : match.start()]):
                days = stretch(first - timedelta(300), last)
                yield story.claim("congress-ahead", match.start(), match.end(), days, 0.48)
        elif not _ahead(story, match):
            if _JUST_OVER.match(text, match.end()):
                over = stretch(last, last + timedelta(150))
                yield story.claim("congress-over", match.start(), match.end(), over, 0.44)
            claim = story.claim("plenum", match.start(), match.end(), stretch(first, None), 0.6)
            newest = claim if newest is None or claim.days.first > newest.days.first else newest
    if newest:
        yield newest


def _ahead(story: Story, match: re.Match[str]) -> bool:
    left, right = story.clause(match.start(), match.end())
    return _AHEAD.search(story.text[left:right]) is not None


def _sessions(story: Story) -> Iterator[re.Match[str]]:
    """The people's congresses, and their sessions, of which the opening tells."""
    told = _SESSION.search(story.text, 0, story.opening)
    return found_in(_PEOPLES, story.text[: story.opening]) if told else iter(())


def peoples_congresses(story: Story) -> Iterator[Claim]:
    """省第十四届人大常委会第五次会议, in the opening and without a year: in that term, and soon after that session."""
    text = story.text
    for match in _sessions(story):
        left, right = story.sentence(match.start(), match.end())
        if re.search(r"(?:19|20)\d\d年", text[left:right]):
            continue
        where = "全国" if match["after"] or match["where"] == "全国" else match["where"] or ""
        provincial = match["rank"] in ("省",) or (match["rank"] or "").endswith("自治区") or where in ("全国", *_WHOLE)
        ordinal = number(match["n"])
        if not provincial or (where not in _table()["terms"]["otherwise"] and ordinal < 10):
            continue
        begun = term_of(where, ordinal)
        if begun is None:
            continue
        first, last = date(begun, 1, 1), date(begun + 5, 3, 31)
        if match["s"] and "常" in match[0]:
            # The law asks for a session every two months at the least; there is seldom more than one a month.
            session = number(match["s"])
            last = min(last, first + timedelta(61 * session + 240))
            first += timedelta(25 * (session - 1))
        yield story.claim("congress-term", match.start(), match.end(), stretch(first, last), 0.5, year=begun)


def congress_sessions(story: Story) -> Iterator[Claim]:
    """出席十四届全国人大四次会议的代表: the sessions of a term are one a year, the nation's in March."""
    text = story.text
    for match in _sessions(story):
        bounds = story.sentence(match.start(), match.end())
        sentence = text[slice(*bounds)]
        learned = _LEARNED.search(sentence)
        if not match["s"] or "常" in match[0] or not (learned or _SITTING.search(sentence)):
            continue
        if _ONCE.search(sentence) or _DECIDED.search(sentence):
            continue
        national = match["after"] or match["where"] == "全国"
        begun = term_of("全国", number(match["n"])) if national else None
        if begun is None or re.search(r"(?:19|20)\d\d年", sentence):
            continue
        year = begun + number(match["s"]) - 1
        late = _table()["late_sessions"].get(str(year))
        first, last = late or (date(year, 3, 1), date(year, 3, 20))
        days = stretch(first - timedelta(10), last + timedelta(7))
        if learned:
            days = stretch(first, last + _LEARNT_FOR)
        yield story.claim("congress-session", match.start(), match.end(), days, 0.52, year=begun)


def holiday_notice(story: Story) -> Iterator[Claim]:
    """The State Council's arrangement of 2025's public holidays is news: on the day of its notice or in the next weeks."""
    head = story.text[:200]
    if "假" not in head:
        return
    match, notified = _NOTICE.search(head), _NOTIFIED.search(story.text[:400])
    if match and notified:
        signed = _table()["holiday_notices"].get(match["y"])
        if signed:
            last = timedelta(21) if _JUST.search(head) else timedelta(45)
            days = stretch(signed, signed + last)
            yield story.claim("holiday-notice", match.start(), match.end(), days, 0.46, year=int(match["y"]))


def spring_travel(story: Story) -> Iterator[Claim]:
    """1月14日，春运正式启动: it begins fifteen days before New Year's Day of the lunar calendar."""
    for match in found_in(_TRAVEL, story.text) if "春运" in story.text else ():
        found = month_day(match["md"] or match["other"])
        if not found:
            continue
        starts = {first - _TRAVEL_BEFORE for first in lunar_days(1, 1).values()}
        years = tuple(sorted(each.year for each in starts if (each.month, each.day) == found))
        if match["y"] and int(match["y"][:4]) in years:
            years = (int(match["y"][:4]),)
        begun = match.start() < story.opening and not COMING.search(story.text, *story.sentence(*match.span()))
        days = near(*found, 3, 28, years) if begun else near(*found, 60, 45, years)
        if years:
            yield story.claim("spring-travel", match.start(), match.end(), days, 0.6)
