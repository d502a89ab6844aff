"""Evidence of what is told as past, as coming, and as the news of the day.

>>> bool(COMING.search("大会将于11月5日开幕"))
True
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from timeline import regex as re
from timeline.dating.claims import Claim, Mention, Story, at_dates, found_in
from timeline.dating.days import Days, day, near, stretch
from timeline.dating.words import COMING, HAPPENED, MONTH_DAY, REPORTS, month_day

FORMER = re.compile(r"当时|原计划|原定|原本|原(?=定于|拟|\Z)|此前|曾|彼时|那年|当年")
_RANGE = re.compile(r"\s*(?:至|到|[—~～-]+)\s*(?:\d{1,2}\s*月\s*)?\d{1,2}\s*[日号]?")
#: Before a date with its year: the news is of another day, and this one belongs to its story.
_NEWER = re.compile(r"昨[日天晚]|今[日天晨早晚]|日前|近日|[。\n，]\d{1,2}日")
_BOUND = re.compile(r"\s*(?:（含）|\(含\))?(?:[之以]?[前后]|止|内)")
_NEWS_DAY = re.compile(rf"(?=[0-9])(?P<y>[0-9]{{4}}年)?(?P<md>{MONTH_DAY})(?:上午|下午|晚间?|晚上|凌晨|清晨|起)?")
_OPENS = re.compile(
    rf"\A(?:\d{{4}}年)?{MONTH_DAY}(?:上午|下午|晚间?|晚上|凌晨|清晨)?(?:\d{{1,2}}[时点:：](?:\d{{1,2}}分?)?(?:许|左右)?)?\s*[，,]"
)
_REPORTED = re.compile(REPORTS)
_ELSEWHEN = re.compile(r"(?:去年|前年|上年|当年|次年|每年|历年|自|从|截至|截止|至|到|将于|定于)\Z")
#: A ceremony on a day, and what it brought: told after it, though Chinese marks no tense.
_HELD = re.compile(r"(?:仪式|会议|大会|座谈会|推进会|发布会|启动会|动员会|全会|例会)于?\Z")
_HELD_AFTER = re.compile(r"(?:在[^，。]{1,20})?(?:举行|召开|启动|开幕|揭牌|揭晓|签约)[，,][^。]{4,}")
#: The writer was there.
_ATTENDED = re.compile(
    r"(?:启动|开幕|开工|揭牌|签约|颁奖|奠基|授牌|首发)(?:仪式|式|会)上|(?:活动|会议|比赛|仪式)现场|现场[，,]"
)
HISTORY = re.compile(
    r"年前|周年(?!庆|大会|纪念大会|座谈|晚会|校庆|活动|华诞)|那年|当年|时隔(?![\d一二三四五六七八九十两]{1,3}[年天月]，?[再重])|回忆|往事|历史上的今天|那一天|大事记|记忆"
)
#: The title of what looks back.
_LOOKS_BACK = re.compile(r"[十百05]年(?:[：:，,！!—\s”]|\Z|从|之路|巨变|回眸|历程)|周年|往事|回眸|史话|记忆")
_FROM_THEN = re.compile("日起?(?:正式)?(?:开始)?(?:施行|实施|执行|生效)")
_FORCE = re.compile(rf"自?(?P<y>\d{{4}})年(?P<m>\d{{1,2}})月(?P<d>\d{{1,2}}){_FROM_THEN.pattern}")
_ISSUED = re.compile(r"(?:近日|日前|昨[日天]|今[日天])[^。]{0,40}(?:印发|发出|出台|发布|公布|下发|通过)")
#: A rule's own last article: 本办法自2024年12月1日起施行.
_OWN_RULE = re.compile(r"本(?:[\u4e00-\u9fff]{0,4}(?:办法|规定|条例|细则|通知|通告|公告|意见|方案|规则|规范|标准))\Z")
_AMENDED = re.compile("修[订正改]")
_FRESH = re.compile(r"近日|日前|昨日|昨天|今日|今天|刚刚|已(?:经|于)?")
_AS_OF = re.compile(rf"截[至止]到?(?:今年)?(?P<md>{MONTH_DAY})(?P<clock>\s*\d{{1,2}}[时点:：])?")
_COUNTED = re.compile(r"已|累计|共|达|完成|实现|增长|\d")
_DEADLINE = re.compile(r"报名|投稿|申报|征集|提交|有效|时间[:：]|日期[:：]")
_FROM_NOW = re.compile(rf"即日起[至到](?P<y>\d{{4}}年)?(?P<md>{MONTH_DAY})")
#: What has happened is that something about that time was arranged, sold or made known: 2026年放假安排来了.
_ABOUT = re.compile(
    r"[^，。；]{0,24}?(?=[门报预售开抢倒安方计规档定官筹征招日放节名])(?:门票|报名|预售|预约|售票|开票|抢票|倒计时|安排|方案|计划|规划|档期|定档|官宣|预算|筹备|征订|招生|日历|放假|节假日|日程|名单)"
)
#: A date that decides who may take part, not when something happens.
_CONDITION = re.compile(
    r"(?=[条对要资年（(含）)之以前后期间出])(?:(?:条件|对象|要求|资格|年龄)[:：]|[（(]?含?[）)]?(?:[之以]?[前后]|期?间)?出生|[（(]?含?[）)]?[之以]?[前后](?:毕业|注册|登记|办理|取得|参加|入职|购买|建成))"
)
_UP_TO, _UNTIL = re.compile(r"起|至|前|止|[—~-]|的"), re.compile(r"(?<!截)[到至]\Z")
_OWN_TIME = re.compile(r"(?=[明后今下本\d])(?:明年|后年|今年|下半年|本月|下月|\d{1,2}月|\d{4}年)")
#: So many years told make a row of them, whose story is told within so many days of the last one.
_ROW, _AFTER_ROW = 4, timedelta(730)
_HOLIDAY_END = re.compile(rf"(?P<md>{MONTH_DAY})(?:假期|长假|小长假)(?:结束|收官|落幕)")
_COMING_DAY = re.compile(rf"(?:将[于在自从]|[定订]于|定在|定档|拟[于自]|计划于|预计|请于)(?P<md>{MONTH_DAY})")
#: … with its weekday, and what it brings behind it: 7月6日（周六）晚，演出将在剧场举行.
_DAY_BRINGS = re.compile(
    rf"(?P<md>{MONTH_DAY})\s*[（(](?:星期|周|礼拜)[一二三四五六日天][）)][^。；，\d]{{0,6}}(?:\d{{1,2}}[时点:：]\d{{0,2}})?，(?:[^。；\n]{{0,30}}，)?[^。；，\n]{{0,24}}将(?=[在于迎举开首正])"
)


def told(story: Story) -> Iterator[Claim]:
    """Dates told as past bound from below, dates told as coming from above."""
    past: Claim | None = None
    coming: Claim | None = None
    for mention in story.mentions:
        if not mention.explicit:
            continue
        if coming_words(story, mention):
            claim = story.claim("told-as-coming", mention.start, mention.end, stretch(None, mention.last), 0.5)
            if coming is None or claim.days.last < coming.days.last:
                coming = claim
        elif happened(story, mention):
            claim = story.claim("told-as-past", mention.start, mention.end, stretch(mention.first, None), 0.65)
            if past is None or claim.days.first > past.days.first:
                past = claim
    yield from (claim for claim in (past, coming) if claim)


def newest(story: Story) -> Iterator[Claim]:
    """A text that tells a row of years is published in the last of them or in the next: weak, and only to choose by."""
    past = [mention for mention in story.mentions if mention.explicit and not coming_words(story, mention)]
    if len({mention.first.year for mention in past}) >= _ROW:
        last = max(past, key=lambda mention: mention.first)
        days = stretch(last.first, last.first + _AFTER_ROW)
        yield story.claim("newest-told", last.start, last.end, days, 0.2)


def coming_words(story: Story, mention: Mention) -> bool:
    """Whether the clause tells the mention as still to come."""
    known = story.coming.get(mention.start)
    if known is None:
        known = story.coming[mention.start] = _coming(story, mention)
    return known


def _coming(story: Story, mention: Mention) -> bool:
    left, right = story.clause(mention.start, mention.end)
    before, after = story.text[left : mention.start], story.text[mention.end : right]
    if FORMER.search(story.text[max(0, left - 20) : mention.start]):
        return False
    if _CONDITION.search(before) or _CONDITION.match(after):
        return False
    behind = after[:16]
    if own := _OWN_TIME.search(behind):  # 组建于1998年，明年3月将出战: another time comes
        behind = behind[: own.start()]
    marker = COMING.search(before[-14:]) or COMING.search(behind)
    return marker is not None and not HAPPENED.search(after[:30])


def happened(story: Story, mention: Mention) -> bool:
    """Whether the mention is told as past, beyond doubt: a sign of the past behind it, no sign of a plan or target in
    the whole sentence."""
    left, right = story.clause(mention.start, mention.end)
    after = story.text[mention.end : right]
    if (
        _UP_TO.match(after)
        or _UNTIL.search(story.text[max(0, mention.start - 2) : mention.start])
        or _ABOUT.match(after)
    ):
        return False
    if _REPORTED.match(after.lstrip("，, ")):
        return not COMING.search(story.text[left:right])
    whole = story.text[slice(*story.sentence(mention.start, mention.end, "。！？\n"))]
    return HAPPENED.search(after) is not None and not COMING.search(whole)


def opening(story: Story) -> Iterator[Claim]:
    """The date of the news itself: in the first sentences, reported, or opening the text; published within 28 days."""
    if story.headline:
        return
    for match in _NEWS_DAY.finditer(story.text, 0, story.opening):
        found = month_day(match["md"])
        if not found or _RANGE.match(story.text, match.end()) or _BOUND.match(story.text, match.end()):
            continue
        left, right = story.sentence(match.start(), match.end())
        sentence = story.text[left:right]
        reported = _REPORTED.match(story.text[match.end() : right].lstrip("，, ")) is not None
        opens = match.start() == 0 and _OPENS.match(story.text) is not None
        before = story.text[max(0, match.start() - 6) : match.start()]
        if _ELSEWHEN.search(before[-4:]) or FORMER.search(before):
            continue
        settled = HAPPENED.search(story.text, match.end(), right) is not None or _held(story, match, right)
        if not (reported or opens or settled) or HISTORY.search(story.text[:right]):
            continue
        clause = story.text[slice(*story.clause(match.start(), match.end()))]
        if COMING.search(clause if reported else sentence):
            continue
        days = _news_days(story, match, found, left)
        if days:
            yield story.claim("news-day", match.start(), match.end(), days, 0.55 if reported else 0.5)
            return


def _held(story: Story, match: re.Match[str], right: int) -> bool:
    """Whether something was held that day, and the text goes on to tell how it was."""
    if not _HELD_AFTER.match(story.text, match.end(), right):
        return False
    named = _HELD.search(story.text[max(0, match.start() - 4) : match.start()])
    return named is not None or _ATTENDED.search(story.text, match.end()) is not None


def _news_days(story: Story, match: re.Match[str], found: tuple[int, int], left: int) -> Days | None:
    if not match["y"]:
        known = next((m for m in story.mentions if m.start <= match.start() < m.end), None)
        year = re.search(r"(20\d\d)年", story.text[left : match.start()])
        if known and year and known.first.year == int(year[1]):
            return stretch(known.first, known.first + timedelta(28))
        beside = _full_date_beside(story, match, found)
        return stretch(beside, beside + timedelta(28)) if beside else near(*found, 0, 28)
    stated = day(int(match["y"][:4]), *found)
    newest = max(
        (mention.first.year for mention in story.mentions if mention.explicit and not coming_words(story, mention)),
        default=0,
    )
    looks_back = _LOOKS_BACK.search(story.title)
    if (
        stated is None
        or looks_back
        or not story.deictic
        or stated.year < newest
        or _NEWER.search(story.text, 0, match.start())
    ):
        return None
    return stretch(stated, stated + timedelta(28))


def _full_date_beside(story: Story, match: re.Match[str], found: tuple[int, int]) -> date | None:
    """The month-day in the year of a full date that its sentence goes on with, when they are within two months."""
    right = story.sentence(match.start(), match.end())[1]
    if HISTORY.search(story.text[match.start() : right]) or "纪念" in story.text[match.start() : right]:
        return None
    for mention in story.mentions:
        if mention.explicit and mention.granularity == "day" and match.end() <= mention.start < right:
            stated = day(mention.first.year, *found)
            return stated if stated and abs((stated - mention.first).days) <= 60 else None
    return None


def in_force(story: Story) -> Iterator[Claim]:
    """A rule that is news and is in force from a day that is neither the first nor the fifteenth is in force from the day of issue."""
    if not _FROM_THEN.search(story.text):
        return
    for match in found_in(_FORCE, story.text):
        stated = day(int(match["y"]), int(match["m"]), int(match["d"]))
        paragraph = story.text[story.sentence(match.start(), match.end(), "\n")[0] : match.start()]
        if stated and stated.day not in (1, 15) and _FRESH.search(paragraph) and not COMING.search(paragraph[-12:]):
            yield story.claim("in-force", match.start(), match.end(), stretch(stated, None), 0.55)
        if stated and (_ISSUED.search(paragraph) or _own_rule(story, paragraph, stated)):
            days = stretch(stated - timedelta(183), stated + timedelta(61))
            yield story.claim("rule-issued", match.start(), match.end(), days, 0.4)


def _own_rule(story: Story, paragraph: str, stated: date) -> bool:
    """Whether the text is the rule itself, as first issued: nothing in it is a year later than its coming into force."""
    latest = stated + timedelta(366)
    if not _OWN_RULE.search(paragraph) or _AMENDED.search(story.title):
        return False
    return not any(
        mention.explicit and mention.first > latest and not coming_words(story, mention) for mention in story.mentions
    )


def bounds(story: Story) -> Iterator[Claim]:
    """截至8月15日, 即日起至9月16日, 至10月8日假期结束, 将于11月5日: month-days seen from the day of publication."""
    for match in found_in(_AS_OF, story.text) if "截" in story.text else ():
        found = month_day(match["md"])
        around = story.text[max(0, match.start() - 12) : match.end() + 24]
        if found and not _DEADLINE.search(around) and _COUNTED.search(story.text[match.end() : match.end() + 24]):
            days = near(*found, 0, 3 if match["clock"] else 45)
            yield story.claim("as-of", match.start(), match.end(), days, 0.55)
    for match in found_in(_FROM_NOW, story.text) if "即日" in story.text else ():
        if found := month_day(match["md"]):
            stated = day(int(match["y"][:4]), *found) if match["y"] else None
            days = stretch(stated - timedelta(200), stated) if stated else near(*found, 200, 0)
            yield story.claim("from-now", match.start(), match.end(), days, 0.62)
    for match in found_in(_HOLIDAY_END, story.text) if "假" in story.text else ():
        if found := month_day(match["md"]):
            days = near(found[0], found[1], -1, 180)
            yield story.claim("holiday-end", match.start(), match.end(), days, 0.6)
    ahead = (*found_in(_COMING_DAY, story.text), *at_dates(story, _DAY_BRINGS))
    coming = [(match, found) for match in ahead if (found := month_day(match["md"]))]
    for match, found in coming[:2]:
        if not FORMER.search(story.text[max(0, match.start() - 20) : match.start()]):
            yield story.claim("coming-day", match.start(), match.end(), near(*found, 180, 0), 0.45)
