"""Evidence of the lines that layout found to say when a page or one of its articles was published, each with whose it is.

>>> from timeline.layout import split
>>> from timeline.read import read_text
>>> page = read_text("渡口开航\\n青禾日报 2020-10-16\\n渡口昨日开航，来了许多人。")
>>> [(key, claim.kind, claim.words) for key, claim in Statements(page.text, split(page)).of_lines()]
[('a1', 'stamp', '2020-10-16')]
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from timeline import regex as re
from timeline.dating.almanac import lunar_day, lunar_days, lunar_month
from timeline.dating.claims import Claim
from timeline.dating.days import YEARS, Days, day, near, stretch
from timeline.dating.words import WEEKDAYS
from timeline.layout.bylines import in_year
from timeline.layout.full_dates import FULL_DATE
from timeline.layout.marks import MONTH_MASTHEAD, ends
from timeline.layout.stamps import Stamp, is_office, stamps
from timeline.model import Article, Span

#: How much each kind of line weighs; 日期： may be an event's, a bare date less likely.
_WEIGHTS = {"published": 0.9, "drawn": 0.86, "signed": 0.88, "sourced": 0.88, "bare": 0.87, "dated": 0.8}
_KINDS = {"published": "published-line", "drawn": "drawn-up"}
#: Such claims name the one day on which something was published.
_DAYS = frozenset({"masthead", "masthead-day", "masthead-two", "published-line", "drawn-up", "stamp"})
_NONE = Claim("", "", Days(()), 0.0)
#: What these say no label confirms: what the text tells as past later puts them out.
UNLABELLED = frozenset({"stamp", "signed", "signature"})
#: A page that says only when it was last changed was mostly published in the weeks before.
_CHANGED = timedelta(30)
#: What an office signs is put up or printed on that day or in the next ones.
_ISSUED = timedelta(3)
#: What is signed without an office's name is published on that day or soon after.
_SIGNED = timedelta(15)
#: What a writer dates is printed on that day or in the next ones.
_REPRINTED = 3
#: The date and the signs round it, beside a name.
_NAMED = re.compile(rf"{FULL_DATE.pattern}|[\s()（）|｜/·]")
#: Among so many last lines of an article its signature stands.
_FOOT = 6
#: The headline of a paper to which another one is annexed.
_SENDS = re.compile("关于(?:印发|转发|公布|发布|批转|下达|颁布)")


class Statements:
    """Where a page states dates of publication, and which article each statement is of.

    ``text`` is the document's, in the characters that the rules are written in, one for one.
    """

    def __init__(self, text: str, articles: Iterable[Article]) -> None:
        self._text = text
        self._articles = tuple(articles)
        self._told = sorted(
            (article for article in self._articles if article.role not in ("furniture", "caption")),
            key=lambda article: article.span.start,
        )
        self._starts = [article.span.start for article in self._told]
        self._lines = list(self._read())
        first = self._starts[0] if self._starts else 0
        # Where the first of several lines stands above its headline, so do the others.
        self._above = len(self._lines) > 1 and self._lines[0][0] < first

    def whose(self, span: Span) -> str | None:
        """The key of the article that a line on the page belongs to; None where it is the whole page's."""
        place = bisect_right(self._starts, span.start) - 1
        if self._above and not (place >= 0 and span.start < self._told[place].span.end):
            place += 1
        return self._told[place].key if 0 <= place < len(self._told) else None

    def entry(self, span: Span) -> bool:
        """Whether a date stands by itself in an article's text, where it is a chronicle's or a programme's."""
        for article in self._told:
            for paragraph in article.paragraphs[:-1] if article.span.start <= span.start < article.span.end else ():
                line = paragraph[0].of(self._text) if paragraph[0].start <= span.start < paragraph[0].end else ""
                if len(paragraph) == 1 and line and any(stamp.says in ("bare", "glossed") for stamp in stamps(line)):
                    return True
        return False

    def of_lines(self) -> Iterator[tuple[str | None, Claim]]:
        """What the page's own lines claim, each with the key of its article or None for the page."""
        for offset, stamp in self._lines:
            span = Span(offset + stamp.start, offset + stamp.end)
            if stamp.says in ("bare", "dated") and not self._placed(span, stamp):
                continue
            if stamp.says in _WEIGHTS:
                kind, weight = _KINDS.get(stamp.says, "stamp"), _WEIGHTS[stamp.says]
                yield self.whose(span), self._claim(kind, span, stretch(stamp.day, stamp.day), weight)
            elif stamp.says == "changed":
                yield self.whose(span), self._claim("revised-line", span, stretch(None, stamp.day), 0.8)
        yield from self._of_bylines()
        yield from self._of_mastheads()

    def _of_mastheads(self) -> Iterator[tuple[str | None, Claim]]:
        """The days that mastheads give without their years: 5月22日 星期三 农历四月十五."""
        for line in self._frame():
            found = MONTH_MASTHEAD.fullmatch(words := line.of(self._text))
            if found and (found["w"] or found["lm"]):
                span = Span(line.start + found.start("m"), line.start + words.index("日", found.end("d")) + 1)
                yield self.whose(line), self._claim("masthead-day", span, _without_year(found), 0.84)

    def _of_bylines(self) -> Iterator[tuple[str, Claim]]:
        """The days that bylines give without their years: 记者 李四 8月31日."""
        for article in self._told:
            byline = article.byline
            if byline and (found := in_year(words := byline.of(self._text))):
                month, of_month = map(int, re.findall(r"\d+", words[slice(*found)]))
                if 1 <= month <= 12 and 1 <= of_month <= 31:
                    span = Span(byline.start + found[0], byline.start + found[1])
                    yield article.key, self._claim("byline", span, near(month, of_month, 0, _REPRINTED), 0.85)

    def of_signatures(self) -> Iterator[tuple[str | None, Claim]]:
        """The days under the articles: of the notice itself that day, of the page that day or soon after."""
        latest: tuple[date, Span] | None = None
        for article in self._told:
            if not (signed := self._signature(article)):
                continue
            span, days, named = signed
            yield article.key, self._claim("signed" if named else "signature", span, days, 0.86 if named else 0.7)
            latest = max(latest or (days.first, span), (days.first, span))
        if latest and len(self._told) > 1:
            yield None, self._claim("signature", latest[1], stretch(latest[0], latest[0] + _SIGNED), 0.7)

    def _claim(self, kind: str, span: Span, days: Days, weight: float) -> Claim:
        return Claim(kind, span.of(self._text), days, weight, span)

    def _read(self) -> Iterator[tuple[int, Stamp]]:
        """The dates in the page's frame and in bylines, each with the offset of its line, in order."""
        lines = [*(article.byline for article in self._told if article.byline), *self._frame()]
        for line in sorted(lines, key=lambda line: line.start):
            for stamp in stamps(line.of(self._text)):
                yield line.start, stamp

    def _frame(self) -> Iterator[Span]:
        """The lines of the page's frame."""
        for article in self._articles:
            if article.role == "furniture":
                yield from (line for paragraph in article.paragraphs for line in paragraph)

    def _placed(self, span: Span, stamp: Stamp) -> bool:
        """Whether a date stands between an article's head and its text, or on top of the page; with a clock time, below
        the text too."""
        place = bisect_right(self._starts, span.start) - 1
        if place < 0:
            return True
        article = self._told[place]
        head = article.headline or article.byline
        first = article.paragraphs[0][0].start if article.paragraphs else article.span.end
        between = head is not None and head.end <= span.start < max(first, head.end)
        return (
            between
            or (article.byline is not None and article.byline.start <= span.start < article.byline.end)
            or (stamp.clocked and span.start >= article.span.end)
        )

    def _signature(self, article: Article) -> tuple[Span, Days, bool] | None:
        """The date that an article is signed with, the days that it allows, and whether it says whose it is."""
        lines = [line for paragraph in article.paragraphs for line in paragraph]
        dated = [place for place, line in enumerate(lines) if place and stamps(line.of(self._text))]
        foot = [place for place in reversed(dated) if place >= len(lines) - _FOOT]
        for place in [*self._above_annex(article, lines, dated), *foot]:
            words, above = lines[place].of(self._text), lines[place - 1].of(self._text)
            stamp = stamps(words)[0]
            span = Span(lines[place].start + stamp.start, lines[place].start + stamp.end)
            if stamp.says == "sourced" or is_office(re.split("[:：]", above)[-1]):
                named = _NAMED.sub("", words).strip()
                after = _ISSUED if stamp.says != "sourced" or is_office(named) else timedelta(0)
                return span, stretch(stamp.day, stamp.day + after), True
            alone = stamp.says == "bare" or words.startswith("日期")
            if alone and place == len(lines) - 1 and (len(dated) == 1 or ends(above)):
                return span, stretch(stamp.day, stamp.day + _SIGNED), False
        return None

    def _above_annex(self, article: Article, lines: list[Span], dated: list[int]) -> list[int]:
        """Where a paper that sends round another one (关于印发……的通知) is signed, above the text of that one."""
        if not article.headline or not _SENDS.search(article.headline.of(self._text)):
            return []
        return [place for place in dated if is_office(lines[place - 1].of(self._text))][:1]


def _without_year(masthead: re.Match[str]) -> Days:
    """The days of a masthead that agree with its weekday and its lunar date; with its weekday where a scan misread the
    other."""
    month, of_month = int(masthead["m"]), int(masthead["d"])
    stated = [each for year in YEARS if (each := day(year, month, of_month))]
    weekday = [each for each in stated if not masthead["w"] or each.isoweekday() == WEEKDAYS[masthead["w"]]]
    agreeing = weekday
    if masthead["lm"]:
        lunar = set(lunar_days(lunar_month(masthead["lm"]), lunar_day(masthead["ld"])).values())
        agreeing = [each for each in weekday if each in lunar] or weekday
    return near(month, of_month, 0, 0, tuple(each.year for each in agreeing))


def shared(
    statements: Statements, printed: Iterable[Claim], stands: Callable[[str | None, Claim], bool]
) -> tuple[list[Claim], dict[str, list[Claim]]]:
    """What is stated of the whole page, and by key of those articles that state days of their own.

    ``printed`` is what the rules for mastheads and labels found anywhere on the page; ``stands`` says whether an article's
    text (None: any article's) allows what no label confirms.
    """
    heads = [
        (statements.whose(claim.span), claim) for claim in printed if claim.span and not statements.entry(claim.span)
    ]
    for key, claim in statements.of_lines():
        same = [other for _, other in heads if other.span and claim.span and _overlap(other.span, claim.span)]
        if not same and (claim.kind not in UNLABELLED or stands(key, claim)):
            heads.append((key, claim))
    page, own = list[Claim](), dict[str, list[Claim]]()
    heaviest: dict[str | None, Claim] = {}
    for key, claim in heads:
        if key is not None and claim.kind in _DAYS and claim.weight > heaviest.get(key, _NONE).weight:
            heaviest[key] = claim
    apart = len({claim.days for claim in heaviest.values()}) > 1
    signed = [pair for pair in statements.of_signatures() if stands(*pair)]
    for key, claim in (*heads, *signed):
        if key is None or not (claim.kind in ("signed", "signature") or (apart and claim.kind in _DAYS)):
            page.append(claim)
        else:
            own.setdefault(key, []).append(claim)
    page.extend(_changed(page))
    return page, own


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _changed(claims: list[Claim]) -> list[Claim]:
    """Of a page that says only when it was last changed: published in the month before, more likely than earlier."""
    if any(claim.kind in _DAYS for claim in claims):
        return []
    revised = [claim for claim in claims if claim.kind == "revised-line"]
    return [
        replace(claim, kind="changed", days=stretch(claim.days.last - _CHANGED, claim.days.last), weight=0.5)
        for claim in revised
    ]
