"""Evidence of figures: a period's figures are told after it, the newest ones until the next are out.

>>> _months_of("前三季度", None)
9
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from timeline import regex as re
from timeline.dating.claims import Claim, Story, found_in
from timeline.dating.days import Days, Stretch, month_days, stretch, yearly
from timeline.dating.words import COMING, HAPPENED, number

_FIGURE = re.compile(
    r"同比|环比|较上年|比上年|增长|下降|增速|增幅|新增|完成|实现|突破|累计|总量|总值|达|超|\d+(?:\.\d+)?\s*[万亿]?\s*[家户件元人个项吨%％起次处座条所名辆场亩]"
)
_PERIOD = re.compile(
    r"(?=[第一二三四前上下1])(?P<p>第?[一二三四]季度|(?:第一至三|前三)季度|前三季|[上下]半年|前(?P<n>\d{1,2}|十[一]?|[二三四五六七八九])个?月|[1一]\s*[至到—~～-]+\s*(?P<m>\d{1,2}|十[一二]?|[二三四五六七八九])月份?)"
)
_MONTHS = re.compile(r"1\s*[至到—~～-]|一\s*[至到—~～-]|前[\d一二三四五六七八九十]")
_TOLD = re.compile(r"(?:全[市省县区国])?[^，。；\d]{0,12}(?:形势|情况|数据|成绩单|运行)")
_ITS_YEAR = re.compile(r"(?P<y>20\d\d年|今年)(?:以来)?\Z")
_AS_OF_MONTH = re.compile(
    r"截[至止]到?(?P<y>20\d\d年|今年|目前的?)?(?P<m>\d{1,2})月(?P<end>底|末)?(?![\d]|\s*\d{1,2}\s*[日号])"
)
_MONTH = re.compile(r"(?P<m>\d{1,2})月(?:份[，,]?|[，,])(?P<rest>[^。；\n]{4,70})")
#: Before a month that is the end of a longer period, or of another year.
_NO_MONTH = re.compile(r"(?:[至到—~～\-\d]|去年|上年|同期)\Z")
_COMPARED = re.compile(r"同比|环比")
_AS_OF_YEAR = re.compile(r"(?:截[至止]|到)(?P<y>20\d\d)年(?:年?底|年?末|12月底|12月31日)")
_YEAR_FIGURE = re.compile(r"(?P<y>20\d\d)年(?:度|全年)?[，,]?(?P<rest>[^。；\n]{2,90})")
_PART_OF_YEAR = re.compile(
    r"同期|假期|长假|黄金周|春节|元旦|清明|五一|端午|中秋|国庆|春运|暑[期运假]|寒假|期间|当[天日]|首日|[一二三四1-4]季|半年|\d{1,2}月|[春夏秋冬]"
)
_COMPARAND = re.compile("[较比与同从由自]")
_SETTLED = re.compile(r"同比|较上年|比上年|增长\s*\d|下降\s*\d|占[^，。]{2,20}\d+(?:\.\d+)?[%％]|收获了|突破\s*\d")
_REGION = re.compile(r"(?:全|我)[市省国县区州镇乡年][^，。]{0,30}[^，。]*\d")
_NUMBER = re.compile(r"\d+(?:\.\d+)?\s*(?:[万亿]|[家户件元人个项吨起次处座条所名辆场亩%％‰])")


def _year_of(words: str | None) -> int | None:
    return int(words[:4]) if words and words[:2] == "20" else None


@lru_cache(maxsize=256)
def _after_period(month: int, year: int | None, lead: int) -> Days:
    """From the day after a period that ends with ``month``: to the end of the year after it, or in that year."""

    def of_year(each: int) -> Stretch:
        last = month_days(each, month)[1]
        return last + timedelta(1), last + timedelta(lead)

    return stretch(of_year(year)[0], None) if year else yearly(of_year)


def _months_of(words: str, month: str | None) -> int:
    """The month in which a period of the year ends."""
    if month:
        return number(month)
    if "半年" in words:
        return 6 if "上" in words else 12
    quarter = next(numeral for numeral in "四三二一" if numeral in words)
    return {"一": 3, "二": 6, "三": 9, "四": 12}[quarter]


def periods(story: Story) -> Iterator[Claim]:
    """一季度, 上半年, 前三季度 and 截至3月底 figures: published after the period, and before the next ones are out."""
    text = story.text
    asked = "季" in text or "半年" in text or ("月" in text and _MONTHS.search(text) is not None)
    found = [claim for match in found_in(_PERIOD, text) if (claim := _period(story, match))] if asked else []
    for match in found_in(_AS_OF_MONTH, text) if "截" in text else ():
        month = int(match["m"])
        if 1 <= month <= 12 and _FIGURE.search(text, match.end(), match.end() + 40):
            found.append(_as_of_month(story, match, month, _year_of(match["y"])))
    found += _single_months(story)
    if found:
        yield from (claim for _, _, claim in found)
        yield from _next_figures(*max(found, key=lambda entry: entry[:2]))


def _period(story: Story, match: re.Match[str]) -> tuple[int, int, Claim] | None:
    text, words = story.text, match["p"]
    ends = _months_of(words, match["m"] or match["n"])
    if not 1 <= ends <= 12:
        return None
    after = match.end(), min(match.end() + 60, story.sentence(match.start(), match.end())[1])
    stated = _ITS_YEAR.search(text, max(0, match.start() - 7), match.start())
    told = stated is not None and _TOLD.match(text, match.end()) is not None
    if not told and not (_NUMBER.search(text, *after) and _FIGURE.search(text, *after)):
        return None
    start = stated.start() if stated else match.start()
    if text[max(0, start - 2) : start] in ("去年", "上年", "排到", "到了", "明年"):
        return None
    if COMING.search(text, *story.sentence(match.start(), match.end(), "。！？\n")):
        return None
    year = _year_of(stated["y"]) if stated else None
    days = _after_period(ends, year, 366 - 30 * ends if ends < 12 else 90)
    if year is None and ends < 12 and "今年" in text[max(0, start - 2) : match.start()]:
        days = days.within(_rest_of_year(ends))
    return (year or 0), ends, story.claim("figures", start, match.end(), days, 0.6 if year else 0.55)


@lru_cache(maxsize=12)
def _rest_of_year(month: int) -> Days:
    """From the first day of a month to the year's last, in each year: as long as it is 今年."""
    return yearly(lambda year: (date(year, month, 1), date(year, 12, 31)))


def _single_months(story: Story) -> Iterator[tuple[int, int, Claim]]:
    """11月份，…同比上涨: a month's figures are out in the next one, and are told until the figures after them are."""
    for match in found_in(_MONTH, story.text) if "月" in story.text and _COMPARED.search(story.text) else ():
        month, rest = int(match["m"]), match["rest"]
        stated = _ITS_YEAR.search(story.text, max(0, match.start() - 7), match.start())
        start = stated.start() if stated else match.start()
        if not 1 <= month <= 12 or _NO_MONTH.search(story.text, max(0, start - 2), start):
            continue
        if not (_COMPARED.search(rest) and _NUMBER.search(rest)) or COMING.search(rest):
            continue
        year = _year_of(stated["y"]) if stated else None
        days = _month_told(month, year)
        yield (year or 0), month, story.claim("figures-month", start, match.start("rest"), days, 0.5)


@lru_cache(maxsize=256)
def _month_told(month: int, year: int | None) -> Days:
    """From the last days of a month, of each year or one, until the figures after its own are out."""

    def of_year(each: int) -> Stretch:
        last = month_days(each, month)[1]
        return last - timedelta(3), last + timedelta(100)

    return stretch(of_year(year)[0], None) if year else yearly(of_year)


@lru_cache(maxsize=256)
def _since_month(month: int, year: int | None, *, end: bool) -> Days:
    """Nine months from the first day of a month, or its last (``end``): of each year, or from that of one on."""

    def of_year(each: int) -> Stretch:
        first, last = month_days(each, month)
        begin = last if end else first
        return begin, begin + timedelta(270)

    return stretch(of_year(year)[0], None) if year else yearly(of_year)


def _as_of_month(story: Story, match: re.Match[str], month: int, year: int | None) -> tuple[int, int, Claim]:
    days = _since_month(month, year, end=bool(match["end"]))
    return (year or 0), month, story.claim("figures-as-of", match.start(), match.end(), days, 0.6)


def _next_figures(year: int, ends: int, claim: Claim) -> Iterator[Claim]:
    """The newest figures are told until the next period of the same length is over; ``year`` 0: of any year."""
    if claim.kind == "figures-as-of" and year:
        yield Claim(
            "newest-figures", claim.words, stretch(claim.days.first, claim.days.first + timedelta(270)), 0.3, claim.span
        )
    if claim.kind == "figures":
        days = _until_next(ends, year, 6 if "半年" in claim.words or ends == 12 else 3)
        yield Claim("newest-figures", claim.words, days, 0.3, claim.span)


@lru_cache(maxsize=256)
def _until_next(ends: int, year: int, months: int) -> Days:
    """From the end of a month until so many months later, of one year, or (0) of each."""

    def of_year(each: int) -> Stretch:
        last = month_days(each, ends)[1]
        later = each * 12 + ends - 1 + months
        return last + timedelta(1), month_days(later // 12, later % 12 + 1)[1]

    return stretch(*of_year(year)) if year else yearly(of_year)


def years(story: Story) -> Iterator[Claim]:
    """The newest whole year's figures: published from then until the next year's are out."""
    newest: Claim | None = None
    for match in found_in(_YEAR_FIGURE, story.text):
        rest = match["rest"]
        if (
            _COMPARAND.search(story.text, max(0, match.start() - 1), match.start())
            or COMING.search(rest)
            or not (_SETTLED.search(rest) or _REGION.match(rest))
        ):
            continue
        if _PART_OF_YEAR.search(rest[:16]) or re.match(
            r"(?:\d{1,2}月|[一二三四]季|[上下]半年|[至—~-]|以来|起|底|末|年初|春|第|[^，,]{0,4}[）)])", rest
        ):
            continue
        claim = _year_after(story, match, int(match["y"]))
        if newest is None or claim.days.first > newest.days.first:
            newest = claim
    for match in found_in(_AS_OF_YEAR, story.text):
        left, right = story.sentence(match.start(), match.end())
        sentence = story.text[left : match.start()] + story.text[match.end() : right]
        if (
            not COMING.search(sentence)
            and HAPPENED.search(sentence)
            and _FIGURE.search(story.text[match.end() : right])
        ):
            claim = _year_after(story, match, int(match["y"]))
            if newest is None or claim.days.first > newest.days.first:
                newest = claim
    if newest:
        yield newest


def _year_after(story: Story, match: re.Match[str], year: int) -> Claim:
    # Beside figures of a fourth quarter, which are out with the year's, they are of that very year.
    last = date(year + 1, 12, 31) if "四季度" in story.text else date(year + 2, 3, 31)
    days = stretch(date(year, 12, 15), last)
    return story.claim("yearly-figures", match.start(), match.start("y") + 5, days, 0.4, year=year)
