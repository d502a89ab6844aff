"""Evidence of occasions: five-year plans, last year's dates, editions, jubilees, seasons, the month as it is.

>>> plan_years("十四")
(2021, 2025)
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from timeline import regex as re
from timeline.dating.claims import Claim, Story, found_in
from timeline.dating.days import day, month_days, stretch, yearly
from timeline.dating.told import coming_words
from timeline.dating.words import COMING, MONTH_DAY, month_day, number

_PLAN = re.compile(
    r"[“\"]?(?P<n>[十一二三四五六七八九]{1,2})五[”\"](?:规划|时期)?的?(?P<w>收官|开局|起步|最后一年|第一年|首年|决胜|圆满收官)(?:之年|新起点|年)?"
)
_LAST_YEAR = re.compile(rf"去年(?P<md>{MONTH_DAY})")
_THIS_YEAR = re.compile(rf"今年(?P<md>{MONTH_DAY})")
_SINCE = re.compile(r"一年来|时隔一年|一周年")
_EDITION = re.compile(
    r"(?P<y>20(?<!\d[—–~～/-]20)\d\d)年?(?:度)?(?:第[一二三四五六七八九十百\d]+[届季期])?[^，。；：,;:\d]{0,24}?"
    r"(?:大会|活动|比赛|大赛|联赛|赛[季事]|[\u4e00-\u9fff]{1,3}赛(?![道车区])|节(?![约能省目点气奏])|[\u4e00-\u9fff]{1,3}季(?![度节])|宣传[月周]|博览会|展[会览]|论坛|仪式|推进会|马拉松|年会|晚会|灯会|庙会|嘉年华|展销会|疗休养|招聘会|高考|中考|录取(?:控制)?分数线)"
)
#: A feast is a day of every year, and what an edition bounds was told after it: 于2013年国庆节前迁至, 2012年运动会后.
_NO_EDITION = re.compile(
    r"(?:国庆|春|劳动|中秋|端午|清明|重阳|元宵|妇女|儿童|青年|教师|建军|记者|护士|情人|母亲|父亲|圣诞|七夕)节(?=\Z|[前后期当那之以时])"
)
_BOUNDED = re.compile(
    r"(?:举[行办]|召开|开幕|结束|闭幕)?(?:之?[前后](?![天日年])|以[前后来]|期间|当[天日时]|那[天年时])"
)
_OTHER_YEAR = re.compile(r"\d{4}年[^，,。；]*[，,]")
_EDITION_NOW = re.compile(
    rf"今[日天早晚]|昨[日天晚夜]|日前|近日|本周|启动|举行|举办|揭晓|开幕|开赛|开跑|鸣枪|开唱|登场|上演|收官|落幕|闭幕|刚刚?结束|拉开|亮相|现场|日程|首次|首设|新增|{MONTH_DAY}"
)
#: An edition that is under way or over is not announced at the end of the year before.
_HELD_NOW = re.compile(r"(?<!将)(?:鸣枪|开跑|开赛|开唱|落幕|闭幕|收官)(?!在即)")
_SIGNED_UP = re.compile("报名|考试|高考|国考|招生|招录|公务员|研究生")
_REVISED_EDITION = re.compile(r"《[^》\n]{2,40}[（(](?P<y>20\d\d)年?(?:修订|修正|版|年版)[^）)]{0,4}[）)]》")
_ADOPTS = re.compile(r"通过|印发|发布|公布|审议|出台")
_REVIEW = re.compile(r"年度|总结|表彰|颁奖|年会|评选|盘点")
_YEAR_AHEAD = re.compile(r"(?P<y>20\d\d)年(?![年]?[底末初中])(?:[^，。；,;：:]{0,6}(?:要|将|拟(?=[建办于]))|年?内)")
_EXPECTED = re.compile(r"(?<![到至])(?P<y>20\d\d)年(?:度|全年)?，?(?:全|我)[市县省区州盟旗镇乡校][^，。；\d]{0,6}预计")
_SCENE = re.compile(
    r"(?:\A|\n|[，,。])(?P<m>\d{1,2}|[一二三四五六七八九十]{1,2})月(?:里)?(?:[，,](?!\d)|的(?!一天|最后|第|某|那|这|初|[上中下]旬|晚|夜|早|清晨|时候|时间|会议|活动)[\u4e00-\u9fff]{2,6}[，,])"
)
_MONTH_TOLD = re.compile(r"[0-9一二三四五六七八九十]月(?:里)?[，,的]")
_FIGURES = re.compile(r"同比|环比|增长|下降|\d\s*[%％]|亿元|万元")
_SCENE_PAST = re.compile(r"去年|前年|上年|那年|当年|\d{4}年|每年|往年|明年")
_DISTANCE = re.compile(r"(?<![比较与和同跟照])(?P<n>\d{1,3}|[一二三四五六七八九十]{1,3})年前")
_COMPARED = re.compile(r"[^，。；]{0,8}(?:相比|比较|的\d|增长|下降|提高|减少|增加|翻)")
_JUBILEE = re.compile(
    r"(?P<what>新中国成立|中华人民共和国成立|建国|中国共产党成立|建党|建军|改革开放|香港回归|澳门回归|长征胜利|抗战胜利|抗日战争胜利|五四运动|辛亥革命|经济特区(?:建立|成立)?)(?:祖国)?[”\"]?(?P<n>\d{1,3}|[一二三四五六七八九十]{1,3})周年"
)
_KEEPSAKE = re.compile(r"[”\"]?(?:纪念|荣誉|功勋)?(?:章|币|邮票|勋章|奖章)")
_BASES = {
    "新中": 1949,
    "中华": 1949,
    "建国": 1949,
    "中国": 1921,
    "建党": 1921,
    "建军": 1927,
    "改革": 1978,
    "香港": 1997,
    "澳门": 1999,
    "长征": 1936,
    "抗战": 1945,
    "抗日": 1945,
    "五四": 1919,
    "辛亥": 1911,
    "经济": 1980,
}
_SEASON = re.compile(r"(?P<a>20\d\d)\s*[/—-]\s*(?P<b>20\d\d)(?:年)?(?:冬春|学年|采暖|供暖|雪季|赛季|榨季|度)")
_ACROSS = re.compile(rf"今年{MONTH_DAY}?[^。；]{{0,6}}[至到][^。；]{{0,4}}明年|今年[^。；]{{0,12}}明年")
_ARRANGEMENT = re.compile(r"(?P<y>20\d\d)年.{0,14}(?:放假|节假日)")


def plan_years(numeral: str) -> tuple[int, int] | None:
    """The first and last year of a five-year plan named 十四(五); plans have followed without a gap since the third."""
    plan = number(numeral)
    return (1966 + 5 * (plan - 3), 1970 + 5 * (plan - 3)) if 3 <= plan <= 30 else None


def plans(story: Story) -> Iterator[Claim]:
    """“十四五”收官之年, “十五五”开局之年."""
    for match in found_in(_PLAN, story.text) if "五”" in story.text or '五"' in story.text else ():
        span = plan_years(match["n"])
        if not span:
            continue
        closing = match["w"] in ("收官", "最后一年", "决胜", "圆满收官")
        year = span[1] if closing else span[0]
        if "圆满" in match["w"] or (closing and "之年" not in match[0] and "一年" not in match[0]):
            days = stretch(date(year, 7, 1), date(year + 1, 3, 31))
        else:
            days = stretch(date(year, 1, 1), date(year, 12, 31))
        yield story.claim("plan", match.start(), match.end(), days, 0.58, first=span[0], last=span[1])


def last_year(story: Story, stated: dict[tuple[int, int], set[int]]) -> Iterator[Claim]:
    """去年10月15日 is 2024-10-15 elsewhere on the page: published in 2025. ``stated``: years by month-day."""
    for pattern, later, words in ((_LAST_YEAR, 1, "去年"), (_THIS_YEAR, 0, "今年")):
        for match in pattern.finditer(story.text) if words in story.text else ():
            found = month_day(match["md"])
            known = stated.get(found, set()) if found else set()
            if len(known) == 1:
                year = known.copy().pop() + later
                days = stretch(date(year, 1, 1), date(year, 12, 31))
                yield story.claim("last-year", match.start(), match.end(), days, 0.8, words=words, year=year - later)
                if later and found and _SINCE.search(story.text) and (then := day(year, *found)):
                    around = stretch(then - timedelta(14), then + timedelta(7))
                    yield story.claim("anniversary", match.start(), match.end(), around, 0.4)


def editions(story: Story) -> Iterator[Claim]:
    """2025年第三届…大会 held, begun or announced now: published in that year or shortly before; the newest counts."""
    if "20" not in story.text:
        return
    found: list[Claim] = []
    for match in found_in(_EDITION, story.text):
        before, after = (
            story.text[max(0, match.start() - 14) : match.start()],
            story.text[match.end() : match.end() + 14],
        )
        before = before[before.rfind("。") + 1 :]
        if other := _OTHER_YEAR.search(before):
            before = before[other.end() :]
        ended = _BOUNDED.match(after) and not COMING.search(after)
        if ended or _NO_EDITION.search(story.text[match.start() : match.end() + 1]):
            continue
        now = _EDITION_NOW.search(before) or _EDITION_NOW.search(after)
        if (
            (story.headline or now)
            and not _REVIEW.search(match[0])
            and not _SCENE_PAST.search(before)
            and not COMING.search(before[-6:])
        ):
            found.append(_edition(story, match, "edition", 0.45))
    for match in found_in(_REVISED_EDITION, story.text) if "》" in story.text else ():
        if _ADOPTS.search(story.text, story.sentence(match.start(), match.end())[0], match.start()):
            found.append(_edition(story, match, "edition", 0.42))
    for match in found_in(_YEAR_AHEAD, story.text):
        if story.text[max(0, match.start() - 1) : match.start()] not in ("到", "至", "在", "于", "计"):
            found.append(_edition(story, match, "year-ahead", 0.42))
    if found:
        yield max(found, key=lambda claim: claim.days.last)


def _edition(story: Story, match: re.Match[str], kind: str, weight: float) -> Claim:
    year = int(match["y"])
    # Who sits an exam signs up for it in the autumn before.
    ahead = "分数线" not in match[0] and _SIGNED_UP.search(story.text, *story.sentence(match.start(), match.end()))
    held = kind == "edition" and _HELD_NOW.search(story.text, match.end(), match.end() + 14)
    first = date(year, 1, 1) if held and not ahead else date(year - 1, 9 if ahead else 12, 1)
    days = stretch(first, date(year, 12, 31))
    return story.claim(kind, match.start(), match.end(), days, weight, year=year)


def expected(story: Story) -> Iterator[Claim]:
    """2024年全市预计收购42万吨: told in that year or the months before it; too wide to date by, and enough to choose by."""
    found = list(found_in(_EXPECTED, story.text)) if "预计" in story.text else []
    if found:
        match = min(found, key=lambda each: int(each["y"]))
        year = int(match["y"])
        days = stretch(date(year - 1, 11, 1), date(year, 12, 31))
        yield story.claim("year-expected", match.start(), match.end(), days, 0.3, year=year)


def this_month(story: Story) -> Iterator[Claim]:
    """本月 on a page whose month-days are all of one month: it is that month."""
    if "本月" not in story.text:
        return
    months = [int(match[1]) for match in re.finditer(r"(?<![\d年])(\d{1,2})月\d{1,2}日", story.text)]
    if len(months) >= 2 and len(set(months)) == 1 and 1 <= months[0] <= 12:
        at = story.text.index("本月")
        days = yearly(lambda year: month_days(year, months[0]))
        yield story.claim("this-month", at, at + 2, days, 0.4, month=months[0])


def scenes(story: Story) -> Iterator[Claim]:
    """五月，…; 7月的小城，…: the month as the writer sees it."""
    end = min(len(story.text), 600)
    if story.headline or not _MONTH_TOLD.search(story.text, 0, end):
        return
    for match in _SCENE.finditer(story.text, 0, end):
        month = number(match["m"])
        left = story.sentence(match.start("m"), match.end())[0]
        opens = not story.text[left : match.start("m")].strip() or "的" in match[0]
        bounds = story.sentence(match.start("m"), match.end(), "。！？\n")
        figures = "的" not in match[0] and _FIGURES.search(story.text, *bounds)
        if 1 <= month <= 12 and opens and not figures and not _SCENE_PAST.search(story.text[left : match.end()]):
            days = yearly(lambda year, month=month: month_days(year, month))  # type: ignore[misc]
            yield story.claim("month-scene", match.start("m"), match.end(), days, 0.5, month=month)
            yield from _scene_year(story, match, month)
            return


def _scene_year(story: Story, match: re.Match[str], month: int) -> Iterator[Claim]:
    """The newest date with a year is in the month that the text calls the present: it is that very month."""
    stated = (mention for mention in story.mentions if mention.explicit and not coming_words(story, mention))
    newest = max(stated, key=lambda mention: mention.first, default=None)
    if newest and newest.granularity in ("month", "day") and newest.first.month == month == newest.last.month:
        days = stretch(*month_days(newest.first.year, month))
        yield story.claim("scene-year", match.start("m"), match.end(), days, 0.48)


def jubilees(story: Story) -> Iterator[Claim]:
    """新中国成立70周年; 70年前 beside 1949年10月."""
    for match in found_in(_JUBILEE, story.text) if "周年" in story.text else ():
        if _KEEPSAKE.match(story.text, match.end()):
            continue
        year = _BASES[match["what"][:2]] + number(match["n"])
        days = stretch(date(year, 1, 1), date(year, 12, 31))
        yield story.claim("jubilee", match.start(), match.end(), days, 0.5, year=year)
    for match in found_in(_DISTANCE, story.text) if "年前" in story.text else ():
        distance = number(match["n"])
        # What is so many years ago is told behind these words, or in their sentence.
        left = story.sentence(match.start(), match.end(), "。！？\n")[0]
        end = story.text.find("\n", match.end())
        # 比五年前, 与五年前相比 count from the year that is told of, not from the page's
        compared = _COMPARED.match(story.text, match.end())
        until = end if end >= 0 else len(story.text)
        stated = [m for m in story.mentions if m.explicit and left <= m.start < until and not compared]
        if distance >= 5 and len({m.first.year for m in stated}) == 1:
            year = stated[0].first.year + distance
            days = stretch(date(year, 1, 1), date(year, 12, 31))
            yield story.claim(
                "years-ago", match.start(), match.end(), days, 0.45, year=stated[0].first.year, distance=distance
            )


def seasons(story: Story) -> Iterator[Claim]:
    """2013/2014年冬春季 beside 今年…至明年…; 2019年放假安排."""
    for match in found_in(_SEASON, story.text) if "20" in story.text else ():
        year = int(match["a"])
        if int(match["b"]) != year + 1:
            continue
        if _ACROSS.search(story.text):
            days = stretch(date(year, 1, 1), date(year, 12, 31))
            yield story.claim("season", match.start(), match.end(), days, 0.55, year=year)
        elif match[0].endswith("赛季") and _EDITION_NOW.search(story.text, match.end(), match.end() + 24):
            days = stretch(date(year, 7, 1), date(year + 1, 7, 31))
            yield story.claim("season-now", match.start(), match.end(), days, 0.42, year=year)
    arranged = _ARRANGEMENT.search(story.text[:200])
    if arranged and re.search(r"通知|安排|公布|出炉", story.text[:200]):
        year = int(arranged["y"])
        days = stretch(date(year - 1, 10, 15), date(year - 1, 12, 31))
        yield story.claim("holiday-arrangement", arranged.start(), arranged.end(), days, 0.4, year=year)
