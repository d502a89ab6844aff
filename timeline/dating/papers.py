"""Evidence of papers and notices: when a report was given, a warning issued, names laid open, entries taken.

>>> _DELIVERED.search("——2021年1月25日在市人民代表大会第六次会议上")["y"]
'2021'
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from timeline import regex as re
from timeline.dating.claims import Claim, Story, found_in
from timeline.dating.days import day, near, stretch
from timeline.dating.told import HISTORY, coming_words
from timeline.dating.words import MONTH_DAY, month_day

_YMD = r"(?P<y>(?:19|20)\d\d)年(?P<m>\d{1,2})月(?P<d>\d{1,2})日"
#: The end of a stretch of days, its year and month left out where they are those of its beginning.
_TO = r"(?:\s*\d{1,2}[:：时点]\d{0,2}分?)?\s*(?:至|到|[—~～-]+)\s*(?:(?P<y2>20\d\d)年)?(?:(?P<m2>\d{1,2})月)?(?P<d2>\d{1,2})日"
#: Under the title of a report: ——2021年1月25日在……会议上.
_DELIVERED = re.compile(
    rf"(?:\A|\n|—|[（(])\s*{_YMD}在[^。；\n]{{4,48}}?(?:会议|大会|全会|论坛|座谈会|仪式)上(?=\s|[）)]|\Z)"
)
_TO_BE_DEBATED = re.compile(r"各位代表|各位委员|请予?审议|报告工作|受[^。，]{2,30}委托")
_ISSUED = re.compile(
    rf"\A[^，。；\n\d]{{0,24}}{_YMD}\s*(?:上午|下午|晚上?)?\s*\d{{1,2}}\s*[时点:：]\s*(?:\d{{1,2}}\s*分?)?[^。；，,\n]{{0,6}}?(?:发布|签发|解除|变更|升级)(?!的)"
)
_WARNS = re.compile(r"预计|未来|注意|防范|请")
_LAID_OPEN = re.compile(rf"公示(?:期限?|时间|日期)?\s*(?:为|是|从|自|[:：])\s*(?:从|自)?\s*{_YMD}{_TO}")
_NOW_OPEN = re.compile(r"现将|予以公示|进行公示|现予|现公示|如有异议|有异议")
_CLOSED = re.compile(r"期满|届满|公示(?:期)?已?结束|未(?:收到|接到)|无异议")
_ENTRIES = re.compile(
    rf"(?:\A|[\n。；、.．)）])\s*(?P<label>(?:网上)?(?:报名|申报|登记|受理|征集|投稿|申请|预约|认购)(?:起止)?(?:时间|日期)\s*[:：])\s*(?:从|自)?\s*{_YMD}(?:{_TO})"
)
_EXAM_COMING = re.compile(
    rf"(?P<y>20\d\d)年(?!度)(?P<half>[上下]半年)?[^，。；;：:\d\n]{{0,30}}?(?:考试|高考|中考|大会|比赛|大赛|[运动博览艺术书花灯庙]会|节|论坛|马拉松)"
    rf"[^，。；;的了\n]{{0,14}}?(?:将于|将在|定于|定在|定档|拟于)(?P<md>{MONTH_DAY})"
)
#: A schedule that is made known: 公布2026年小学招生日程, 2026年联赛赛程出炉.
_SCHEDULE = re.compile(
    r"(?:(?:公布|发布|敲定|确定)了?(?P<y>20\d\d)年(?!度)[^，。；：\d\n]{2,30}?(?:日程表?|时间表|赛程)"
    r"|(?P<y2>20\d\d)年(?!度)[^，。；：\d\n]{2,30}?(?:日程表?|时间表|赛程)(?:正式|今日|昨日)?(?:公布|发布|出炉|敲定|确定|揭晓))"
)
_SCHEDULED = re.compile("日程|时间表|赛程")
_BEGUN = re.compile(r"已|昨|日前|去年|前年|今天|今日|了")
_REVIEW = re.compile("年度|总结|表彰|颁奖|年会|评选|盘点")
#: A report is printed soon after it was given, a document with the next papers.
_PRINTED = timedelta(75)
#: Entries are called for so long before they are taken.
_CALLED = timedelta(75)


def _begin(match: re.Match[str]) -> date | None:
    return day(int(match["y"]), int(match["m"]), int(match["d"]))


def _end(match: re.Match[str], begin: date) -> date | None:
    """The end of a stretch of days; None where none is stated, or it lies before the beginning."""
    if not match["d2"]:
        return None
    end = day(int(match["y2"] or begin.year), int(match["m2"] or begin.month), int(match["d2"]))
    return end if end and end >= begin else None


def delivered(story: Story) -> Iterator[Claim]:
    """Under a report's title, ——2021年1月25日在……会议上: printed on that day or in the weeks after it."""
    match = _DELIVERED.search(story.text, 0, 300) if "日在" in story.text else None
    report = match and ("报告" in story.text[: match.start()] or _TO_BE_DEBATED.search(story.text, match.end(), 800))
    if match and report and (given := _begin(match)):
        yield story.claim("delivered", match.start("y"), match.end(), stretch(given, given + _PRINTED), 0.5)


def issued(story: Story) -> Iterator[Claim]:
    """气象台2025年8月10日16时40分发布……，预计……: what opens with the hour of its issue is out on that day."""
    match = _ISSUED.match(story.text)
    if not match or HISTORY.search(story.text) or not _WARNS.search(story.text, match.end()):
        return
    out = _begin(match)
    if out and not any(mention.first > out and not coming_words(story, mention) for mention in story.mentions):
        yield story.claim("issued", match.start("y"), match.end(), stretch(out, out + timedelta(2)), 0.55)


def laid_open(story: Story) -> Iterator[Claim]:
    """公示期为2022年2月23日至3月1日: the notice is out when the names are, and until they no longer are."""
    if "公示" not in story.text or _CLOSED.search(story.text) or not _NOW_OPEN.search(story.text):
        return
    for match in found_in(_LAID_OPEN, story.text):
        first = _begin(match)
        last = _end(match, first) if first else None
        if first and last and last - first < timedelta(60):
            yield story.claim("laid-open", match.start(), match.end(), stretch(first - timedelta(5), last), 0.55)


def entries(story: Story) -> Iterator[Claim]:
    """报名时间：2024年6月7日至6月14日: called for in the weeks before, and as long as entries are taken."""
    for match in found_in(_ENTRIES, story.text) if "时间" in story.text or "日期" in story.text else ():
        first = _begin(match)
        last = _end(match, first) if first else None
        if first and last:
            days = stretch(first - _CALLED, last)
            yield story.claim("entries", match.start("label"), match.end(), days, 0.42)


def named_by_year(story: Story) -> Iterator[Claim]:
    """2023年上半年……考试将于3月11日举行: that day is in the year of the name, or at the turn of it."""
    for match in found_in(_EXAM_COMING, story.text) if "20" in story.text else ():
        found = month_day(match["md"])
        if not found or _REVIEW.search(match[0]):
            continue
        year = int(match["y"])
        # The exam of one year may be sat in the last months before it, the second half's in the first months after it.
        years = [year, *([year - 1] if found[0] >= 10 and not match["half"] else [])]
        years += [year + 1] if found[0] <= 2 and match["half"] == "下半年" else []
        days = near(*found, 180, 0, tuple(sorted(years)))
        yield story.claim("named-by-year", match.start(), match.end(), days, 0.5, year=year)
    yield from _scheduled(story)


def _scheduled(story: Story) -> Iterator[Claim]:
    """公布2026年小学招生日程, and behind it 信息登记：5月20日: made known in the months before its first day."""
    end = max(story.opening, 120)
    match = _SCHEDULE.search(story.text, 0, end) if _SCHEDULED.search(story.text, 0, end) else None
    if match is None:
        return
    year = int(match["y"] or match["y2"])
    bare = (at for at in story.dates if at >= match.end() and story.text[max(0, at - 1) : at] not in ("年", "至", "到"))
    at = next(bare, -1)
    found = month_day(story.text[at : at + 9]) if at >= 0 else None
    first = day(year, *found) if found else None
    if first and not _BEGUN.search(story.text[slice(*story.clause(at, at + 2))]):
        days = stretch(first - _CALLED - _CALLED, first)
        yield story.claim("named-by-year", match.start(), match.end(), days, 0.46, year=year)
