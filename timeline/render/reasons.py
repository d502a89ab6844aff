"""What dates a page, in the reader's language: why each piece of evidence allows the days it allows, and why too little is none.

>>> from timeline.model import Evidence
>>> reason(Evidence("plan", "“十四五”收官之年", "2025", facts=(("first", 2021), ("last", 2025))), "en")
'that five-year plan runs from 2021 to 2025'
"""

from __future__ import annotations

from collections import defaultdict

from timeline.model import Dct, Evidence
from timeline.render.dates import display_edtf
from timeline.render.wording import LANGUAGES, one_line

_REASONS = {
    "published": ("读入时由使用者指定", "given by the user"),
    "corrected": ("由{who}更正（{when}）", "corrected by {who} ({when})"),
    "feed": ("订阅源的条目写明", "the feed's entry states it"),
    "meta": ("网页的元数据写明", "the page's meta data state it"),
    "modified": ("网页的元数据写明此日改过，发布不晚于这一天", "the page's meta data state that it was changed then: published on that day or before"),
    "url": ("网址里写明", "the address states it"),
    "filename": ("文件名里写明", "the file's name states it"),
    "pdf": ("PDF 在这一天或之后生成，只是弱证据", "the PDF was made then or later: weak"),
    "masthead": ("报头写明", "the masthead states it"),
    "masthead-two": ("报头写明；报头的星期和农历里有一个对不上", "the masthead states it; its weekday or its lunar date does not agree"),
    "masthead-doubtful": ("报头写明，但星期与日期对不上，两者必有一误", "a masthead whose weekday does not agree with its date: one of them is wrong"),
    "published-line": ("页面写明发布时间", "the page states it"),
    "stamp": ("单独成行印着这一天，是发布日期", "printed in a line of its own as the day of publication"),
    "drawn-up": ("页面写明成文日期", "the page states when it was drawn up"),
    "signed": ("文末由发布单位落款，当天或随后三天内发布", "signed by the office that issued it: published on that day or in the next three"),
    "changed": ("页面只写了此日更新过，多半在此前一个月内发布", "only this change is stated: most are published in the month before"),
    "revised-line": ("页面此日更新过，发布不晚于这一天", "revised then, so published on that day or before"),
    "signature": ("文末落款，当天或随后发布", "signed that day: published on it or soon after"),
    "byline": ("署名处写明这一天，当天或三天内发布", "the byline gives that day: published on it or within three days"),
    "dateline": ("电头写明这一天，当天或 {days_after} 天内发布", "datelined that day: published on it or within {days_after} days"),
    "reported-day": (
        "只说“{day}日”而不说月份，是最近的一个{day}日，当天或三天内发布",
        "a day without its month is the last one of that number: published on it or within three days",
    ),
    "weekday": (
        "{month}月{day}日只在这些年份是这个星期几，文章发表在它前后半年左右",
        "{month}月{day}日 falls on that weekday in these years only, and is told within half a year or so",
    ),
    "this-week": ("从发布当天数的那个星期几就是这一天，文章就发表在那一周", "the weekday named from the day of publication is that date: published in that week"),
    "title-weekday": ("标题只说星期几，就是最近的那一天，在它前后一周内发表", "the headline names the weekday alone: published in the week before that day or after it"),
    "weekend": ("{month}月{day}日只在这些年份是周末，文章发表在它前后半年内", "{month}月{day}日 is at a weekend in these years only, and is told within half a year"),
    "between": ("写明年份的这一天已经过去，随后的{month}月{day}日还没有到", "this day with its year is past, and {month}月{day}日 after it is still to come"),
    "event-day": ("开头说的是这一天的事，不写年份，在之前三个月内或之后几周里说", "its opening tells of that day without a year: told in the three months before it or the weeks after it"),
    "congress-over": ("大会刚刚开过", "the congress is just over"),
    "run": ("末尾写了年份，开头那天也就有了年份，且还没有到", "the year at the end gives the year of the beginning, which is still to come"),
    "bare-weekday": ("不带月份的{day}日是当月或前后相邻月份的，且要合得上这个星期几", "the {day}th without its month is of the present month or one beside it, and must fall on that weekday"),
    "lunar": ("{month}月{day}日只在这些年份是农历的这一天", "{month}月{day}日 is that day of the lunar calendar in these years only"),
    "lunar-year": ("正在说这个农历年，或之前两个月", "a lunar year of that name, or the two months before it"),
    "holiday-guide": ("假期开放和活动的指南在节前一个月内发布", "what is on in the holiday is told in the month before it"),
    "festival-today": ("从发布当天看{name}是今天（昨天、明天）", "seen from the day of publication"),
    "solar-term": ("那一天只在这些年份是{name}，文章发表在它前后半年内", "that day is {name} in these years only, and is told within half a year"),
    "observance": ("第{count}个{name}在{year}年，前后一两个月里说", "the {name} of that number, {count}, is that of {year}: told within a month or two"),
    "masthead-day": ("报头写明这一天，没有写年份", "the masthead states that day without its year"),
    "festival-near": ("{name}临近", "the festival is at hand"),
    "festival-over": ("{name}假期刚过，在下一周的星期五以前发布", "a holiday just over: published before the Friday of the week after it"),
    "festival-figures": ("那一年{name}假期的数字，在假期里或随后两个月内说", "figures of that year's holiday are told in it, or in the two months after it"),
    "holiday-end": ("假期已经结束", "the holiday is over"),
    "holiday-notice": ("{year}年放假安排的通知落款在这一天，通知是新闻", "the notice on the public holidays of {year} was signed on that day, and is news"),
    "holiday-arrangement": ("{year}年的放假安排在上一年年底公布", "a year's public holidays are arranged at the end of the year before"),
    "spring-travel": ("春运从农历新年前十五天开始", "the Spring Festival travel season begins fifteen days before New Year's Day of the lunar calendar"),
    "newest-told": ("一连说了好几年的事，文章多半发表在最后那年或次年", "a row of years is told: published in the last of them or the next"),
    "told-as-past": ("说成已经过去", "told as past"),
    "told-as-coming": ("说成还没有到", "told as still to come"),
    "coming-day": ("说成还没有到，半年以内", "told as still to come, within half a year"),
    "coming-date": ("写明日期的活动一般在不到一年前预告", "what is to be held on a day is told less than a year before it"),
    "news-day": ("说的是这一天的新闻，当天或四周内发布", "the news is of that day: published on it or within four weeks"),
    "bare-day": ("过去的日子不写年份，是当年的，或跨年不久", "a past day without its year is of the same year, or of the end of the last one"),
    "day-before": ("只说“{day}日”，是完整日期之前最近的{day}日，当天或三天内发布", "a day without its month is the last one of that number before the full date: published within three days"),
    "in-force": ("新办法从公布之日起施行，报道时已经施行", "in force from its day of issue, which is past when it is reported"),
    "now-in-force": ("已经施行是新闻，施行后四周内发布", "that it has come into force is news: published within four weeks"),
    "rule-issued": ("刚出台的办法半年内施行，或刚刚施行", "a rule just issued takes force within half a year, or has just done so"),
    "as-of": ("说的是截至这一天的数字，当天或不久后发布", "figures of that day are told: published on it or soon after"),
    "from-now": ("从发布之日（即日）起到这一天", "runs from the day of publication to then"),
    "today-day": ("今天（昨天、明天）写明了是几号", "which day of its month today, yesterday or tomorrow is, is said"),
    "today-is": ("今天（昨天、明天）写明了几月几日", "today, yesterday or tomorrow is said to be that day"),
    "today-lunar": ("今天（昨天、明天）写明了农历日子", "today, yesterday or tomorrow is said to be that day of the lunar calendar"),
    "countdown": ("距那一天还有 {count} 天", "{count} days are left until then"),
    "year-is": ("文中写明今年（去年、明年）是哪一年，当年是{year}年", "the text says which year this, last or next year is: it is {year} now"),
    "years-ago-today": ("{distance} 年前的今天（昨天）写明了日期", "today (yesterday) {distance} years ago is given with its date"),
    "last-year": ("文中同一天写了年份，{words}就是{year}年", "{words} is {year}: the page gives the same day with its year"),
    "anniversary": ("整一年后回头说", "told a year after"),
    "figures": ("一段时期的数字在它结束后才公布", "figures of a period are told after it"),
    "figures-as-of": ("截至那时的数字在那之后公布", "figures as of then are told afterwards"),
    "figures-month": ("一个月的数字在下个月公布，随后两三个月里还会说", "a month's figures are out in the next one, and told for two or three months"),
    "newest-figures": ("最新的数字，下一期还没有公布", "the next period's figures are not out yet"),
    "yearly-figures": ("最新的年度数字是{year}年的，下一年的还没有公布", "the newest yearly figures are of {year}: the next ones come a year later"),
    "plan": ("这个五年规划是{first}年至{last}年", "that five-year plan runs from {first} to {last}"),
    "plenum": ("大会（全会）已经开过", "the congress has been held"),
    "congress-ahead": ("大会即将召开", "the congress is still to come"),
    "congress-term": ("这一届人民代表大会从{year}年开始，任期五年", "that people's congress began in {year}, for five years"),
    "edition": ("{year}年的这一届正在进行或即将举行", "an edition of that year is told as present"),
    "year-expected": ("预计的是{year}年的数字，当年或此前两个月里说", "figures expected for {year} are told in that year or the two months before it"),
    "year-ahead": ("说的是{year}年要做的事", "what that year is to bring is told"),
    "this-month": ("“本月”，而文中的日子都在{month}月", "every date told is in month {month}"),
    "month-scene": ("写的是眼前的{month}月", "the month as it is now"),
    "scene-year": ("最新写明年份的日期就在文中当作眼前的这个月", "the newest date told is in the month that it calls the present"),
    "jubilee": ("这个周年在{year}年", "that jubilee was in {year}"),
    "founded": ("{year}年成立，满 {count} 周年", "founded in {year}, {count} years before"),
    "age": ("{year}年出生，今年 {count} 岁，算法上下差一年", "born in {year} and {count} years old, give or take a year"),
    "years-ago": ("{year}年是 {distance} 年前", "{year} is {distance} years ago"),
    "season": ("今年是{year}年，明年是下一年", "this year is {year}, next year the one after it"),
    "season-now": ("{year}年夏天开始的赛季正在进行", "the season that began in the summer of {year} is told as present"),
    "term": ("新公布的名单，期限从那时开始", "a list just published, whose term begins then"),
    "timetable": ("新时刻表从这一天起执行，在前后几周里说", "a new timetable runs from that day: told within weeks of it"),
    "school-term": ("说的是当前或即将开始的学期", "the present school term, or the one that is about to begin"),
    "delivered": ("标题下写明报告在这一天作出，当天或随后几周内刊出", "the report was given on that day: printed on it or in the weeks after it"),
    "issued": ("精确到时刻的发布，当天就报", "issued to the hour on that day: told at once"),
    "laid-open": ("公示期间，或之前几天", "laid open on those days: published on them or shortly before"),
    "entries": ("报名、受理之前或其间发布", "entries are taken on those days: called for before them or on them"),
    "named-by-year": ("名称里写了{year}年，这一天还没有到", "the year of its name gives the year of that day, which is still to come"),
    "titled": ("标题末尾写明这一天", "the title states that day"),
    "congress-session": ("{year}年开始的这一届，每年开一次会", "that people's congress began in {year} and sits once a year"),
    "era": ("2008年至2030年之间没有别的年份合适", "no other year from 2008 to 2030 fits"),
}  # fmt: skip

_NAMES = {
    "masthead": ("报头", "masthead"),
    "dateline": ("电头", "dateline"),
    "url": ("网址", "address"),
    "meta": ("元数据", "meta data"),
    "modified": ("元数据", "meta data"),
    "feed": ("订阅源", "feed"),
    "filename": ("文件名", "file name"),
    "published": ("使用者指定", "given"),
    "corrected": ("人工更正", "correction"),
    "era": ("年代", "age"),
}
_UNDATED = {
    "silent": ("文中没有能推出发布日期的依据", "nothing in it says when it was published"),
    "weak": ("线索太弱", "the evidence is too weak"),
    "wide": ("线索只能定到{left}，范围太宽", "the evidence leaves {left}: too wide to date it"),
    "yearly": (
        "线索指向每年的{from}至{to}前后，却没有年份",
        "the evidence points to about {from} to {to} of any year: no year is given",
    ),
    "years": ("线索合得上不止一年：{years}", "the evidence fits several years: {years}"),
    "many-years": ("线索合得上 {count} 个年份（{first}年至{last}年）", "the evidence fits {count} years (from {first} to {last})"),
    "torn": ("分量相近的线索互相矛盾，无法取舍", "evidence of like weight contradicts itself, and nothing decides"),
    "not dated yet": ("尚未推算", "not dated yet"),
}  # fmt: skip


def reason(evidence: Evidence, lang: str = "zh") -> str:
    """Why a piece of evidence allows the days it allows; a person's own words where there are some, "" for a kind
    that has no words."""
    if evidence.note and evidence.kind != "corrected":
        return one_line(evidence.note)
    pair = _REASONS.get(evidence.kind)
    said = pair[LANGUAGES.index(lang)].format_map(_filled(evidence.facts)) if pair else ""
    return f"{said}{'：' if lang == 'zh' else ': '}{one_line(evidence.note)}" if evidence.note else said


def undated(dct: Dct, lang: str = "zh") -> str:
    """Why an article is undated; a reason that is a sentence already is given back."""
    code = "many-years" if dct.reason == "years" and "count" in dict(dct.facts) else dct.reason
    pair = _UNDATED.get(code)
    if pair is None:
        return one_line(dct.reason)
    facts = _filled(dct.facts)
    if "left" in facts:
        facts["left"] = display_edtf(str(facts["left"]), lang)
    for end in ("from", "to"):
        if end in facts:
            facts[end] = _month_day(str(facts[end]), lang)
    return pair[LANGUAGES.index(lang)].format_map(facts)


def source_name(kind: str, lang: str = "zh") -> str:
    """What evidence without printed words is called."""
    pair = _NAMES.get(kind)
    return pair[LANGUAGES.index(lang)] if pair else kind


def _filled(facts: tuple[tuple[str, str | int], ...]) -> defaultdict[str, str | int]:
    # A fact that an older version did not store must not take the explanation down.
    return defaultdict(lambda: "…", facts)


def _month_day(words: str, lang: str) -> str:
    month, _, day = words.partition("-")
    return f"{int(month)}月{int(day)}日" if lang == "zh" else words
