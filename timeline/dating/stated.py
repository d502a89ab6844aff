"""Evidence that states the day of publication: addresses and meta tags, mastheads, datelines, 发布时间.

>>> from timeline.model import Clue
>>> [claim.days.hull().text for claim in container((Clue("url", "2025-04-23", "/202504/23/"),))]
['2025-04-23']
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from timeline import regex as re
from timeline.dating.almanac import lunar_day, lunar_days, lunar_month
from timeline.dating.claims import Claim, Story, found_in
from timeline.dating.days import Days, any_month, day, near, of_edtf, stretch
from timeline.dating.words import COMING, WEEKDAYS
from timeline.edtf import EdtfError
from timeline.model import Clue, Document, Span

_WEIGHTS = {"published": 1.0, "feed": 0.95, "meta": 0.9, "url": 0.88, "filename": 0.7, "modified": 0.6, "pdf": 0.3}
_YMD = r"(?P<y>(?:19|20)\d\d)\s*[年./-]\s*(?P<m>\d{1,2})\s*[月./-]\s*(?P<d>\d{1,2})(?:\s*日)?"
_MASTHEAD = re.compile(
    rf"{_YMD}\s*(?:[/|｜]\s*)?(?:(?:星期|周)(?P<w>[一二三四五六日天])(?![）)])(?=\s*(?:农历|第|\Z|\n|[A-Z]?\d|今日|[甲乙丙丁戊己庚辛壬癸]|责|主编|编辑|值班|版|[一-鿿]{{2,6}}\Z))"
    r"|第\s*[A-Z]?\d{1,3}\s*版|[A-Z]?\d{1,2}版)"
)
_MASTHEAD_LUNAR = re.compile(
    r"(?:农历|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年)[^\n]{0,6}?(?P<leap>闰)?(?P<m>正|冬|腊|十[一二]|[一二三四五六七八九十])月(?P<d>初[一二三四五六七八九十]|[一二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九十]?|卅)"
)
_PUBLISHED = re.compile(
    r"(?:发[布表稿]|刊[发登]|上传|出版|印发|录入|成文|公告|签发|披露)"
    rf"(?:(?:时间|日期|于)\s*[:：]?\s*{_YMD}|(?<=发布|刊发)[:：]\s*{_YMD.replace('?P<', '?P<x')})"
)
_REVISED = re.compile(rf"(?:更新|修改)(?:时间|日期|于)\s*[:：]?\s*{_YMD}")
#: The title of what is drawn up anew each time, with its day in brackets.
_TITLED = re.compile(
    rf"\A(?:[^\n]{{0,40}}\n\s*)?[^\n。，；]{{0,36}}(?:行情|价格|均价|报价|预报|天气|通报|公告|公示|简报|日报|快报|播报|动态|情况|名单|通知|水情|雨情|路况|提示|预警|榜|一览|表)[（(]{_YMD}[）)]\s*(?=\n|\Z)"
)
_DATELINE = re.compile(
    r"(?:\A|\n)[【\[]?(?:本[报网台刊社站]|新华社|中新[社网]|[\u4e00-\u9fffA-Za-z·]{1,12}?[网报社台站端讯闻])[\u4e00-\u9fff]{0,8}?"
    r"(?:(?P<y>\d{4})年)?(?:(?P<m>\d{1,2})月)?(?P<d>\d{1,2})日(?:专?[电讯]|消息|报道)"
)
_WIRED = re.compile(r"日(?:专?[电讯]|消息|报道)")
_REPORTED = re.compile(
    r"(?P<d>[0-9][0-9]?)日(?:上午|下午|晚|晚上|凌晨)?(?:"
    r"(?:从|在|自)[^，。]{2,24}(?:获悉|了解到)|(?:公布|发布|通报|宣布|通知|介绍|透露|表示|说)|召开新闻发布会)"
)
_REPORTED_DAY = re.compile(rf"(?:\A|[\n。，,])[^\n。，,\d月]{{0,12}}(?<![\d月—至\-~～、]){_REPORTED.pattern}")
_OPENING_DAY = re.compile(r"\A(?P<d>\d{1,2})日(?:上午|下午|晚|晚上|凌晨|清晨|傍晚)?[，,]")


def container(clues: Iterable[Clue]) -> Iterator[Claim]:
    """What stands outside the text: addresses, meta tags, feeds, file names."""
    for clue in clues:
        try:
            days = of_edtf(clue.edtf)
        except EdtfError:
            continue
        if clue.kind == "pdf":
            days = stretch(days.first, None)
        elif clue.kind == "modified":
            days = stretch(None, days.last)
        yield Claim(clue.kind, clue.words, days, _WEIGHTS.get(clue.kind, 0.5))


def _stated_day(match: re.Match[str], prefix: str = "") -> date | None:
    return day(int(match[prefix + "y"]), int(match[prefix + "m"]), int(match[prefix + "d"]))


def printed(document: Document, folded: str = "") -> Iterator[Claim]:
    """What the page prints of itself: its masthead, 发布时间, 更新时间; ``folded`` its text in simplified characters."""
    text = folded or document.text
    if "20" not in text and "19" not in text:
        return
    for match in found_in(_MASTHEAD, text):
        stated = _stated_day(match)
        line_start = max(text.rfind("\n", 0, match.start()), text.rfind("\r", 0, match.start())) + 1
        if (
            stated is None
            or match.start() - line_start > 40
            or re.search("[，。；：:]", text[line_start : match.start()])
        ):
            continue
        weekday = None if match["w"] is None else stated.isoweekday() == WEEKDAYS[match["w"]]
        lunar = _lunar_agrees(text[match.end() : match.end() + 30].split("\n")[0], stated)
        span = Span(match.start(), match.end())
        if weekday is not False and lunar is not False:
            yield Claim("masthead", match[0], stretch(stated, stated), 0.93, span)
        elif weekday or lunar:  # of three dates two agree
            yield Claim("masthead-two", match[0], stretch(stated, stated), 0.86, span)
        else:
            around = stretch(stated - timedelta(6), stated + timedelta(6))
            yield Claim("masthead-doubtful", match[0], around, 0.4, span)
    if (
        "发" in text
        or "刊" in text
        or "出版" in text
        or "上传" in text
        or "录入" in text
        or "公告" in text
        or "披露" in text
    ):
        for match in found_in(_PUBLISHED, text):
            stated = _stated_day(match, "x" if match["xy"] else "")
            if stated:
                span = Span(match.start(), match.end())
                yield Claim("published-line", match[0], stretch(stated, stated), 0.9, span)
    yield from _titled(text)
    if "更新" in text or "修改" in text:
        for match in found_in(_REVISED, text):
            if stated := _stated_day(match):
                span = Span(match.start(), match.end())
                yield Claim("revised-line", match[0], stretch(None, stated), 0.8, span)


def _lunar_agrees(words: str, stated: date) -> bool | None:
    """Whether the lunar date printed behind a masthead's date is that day's; None when none is printed, or a leap month."""
    found = _MASTHEAD_LUNAR.search(words)
    if not found or found["leap"]:
        return None
    month, of_month = lunar_month(found["m"]), lunar_day(found["d"])
    return stated in lunar_days(month, of_month).values()


def _titled(text: str) -> Iterator[Claim]:
    """Under its own title, what is drawn up anew each time: 粮油行情（2024年12月6日）."""
    if (titled := _TITLED.match(text)) and (stated := _stated_day(titled)):
        span = Span(titled.start("y"), titled.end("d"))
        yield Claim("titled", span.of(text), stretch(stated, stated + timedelta(7)), 0.6, span)


def datelines(story: Story) -> Iterator[Claim]:
    """本报4月22日讯, 新华社北京4月22日电, 某网2月11日消息: published on that day, or reprinted in the next ones."""
    if "日" not in story.text:
        return
    for match in found_in(_DATELINE, story.text) if _WIRED.search(story.text) else ():
        day_of_month = int(match["d"])
        start = match.start() + (match[0][0] == "\n")
        after = 3 if match[0].lstrip("\n【[").startswith("本") else 5
        if match["y"] and match["m"]:
            stated = _stated_day(match)
            days = stretch(stated, stated + timedelta(after)) if stated else Days(())
        elif match["m"]:
            month = int(match["m"])
            days = near(month, day_of_month, 0, after) if 1 <= month <= 12 and 1 <= day_of_month <= 31 else Days(())
        else:
            days = any_month(day_of_month, after)
        yield story.claim("dateline", start, match.end(), days, 0.85, days_after=after)
    reported = _REPORTED_DAY.search(story.text, 0, 600) if _REPORTED.search(story.text, 0, 600) else None
    for found, weight in ((reported, 0.6), (_OPENING_DAY.match(story.text, 0, 600), 0.5)):
        if found and not COMING.search(found[0]):
            days = any_month(int(found["d"]), 3)
            yield story.claim("reported-day", found.start("d"), found.end(), days, weight, day=int(found["d"]))
