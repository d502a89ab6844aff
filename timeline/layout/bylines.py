"""The line that names who wrote an article, with the day if it gives one: 本报记者 王小明 文/图 2023年8月31日.

>>> is_byline("□本报记者 王小明 2023年8月31日"), is_byline("百名记者走基层")
(True, False)
>>> reporters("（记者 王小明 李雷 通讯员 韩梅梅）")
'王小明 李雷 韩梅梅'
"""

from __future__ import annotations

from timeline import regex as re
from timeline.layout.full_dates import FULL_DATE, narrow
from timeline.layout.marks import FROM, LEAD, READER, ROLE
from timeline.layout.names import SIGNS, is_name, is_signed, is_surname

_LONGEST = 70
_WRITES = re.compile(
    r"记者|通讯员|评论员|撰稿|实习生|特派员|文\s?[/／|｜:：]|图\s?[/／|｜:：]|文图|图文|作者|撰文|采写|整理|供稿|投稿"
)
#: A character of each word that says who wrote, and of whom a letter is from.
_HINTS = frozenset("记通论撰习派文图作采写整供投市读网居村家乘")
_UNFIT = re.compile(r"[。；！？“”《》\d]|[，,][^，,]{6,}")
_SPLIT = re.compile(r"[\s、，,/／|｜：:（）()〔〕【】\[\]□■◇◆●◎○▲△★☆]+")
_WRITER = re.compile(
    r"(?P<role>[\u4e00-\u9fff·]{0,12}?(?:记者|通讯员|评论员|撰稿人?|实习生|特派员|作者|撰文|采写|整理|供稿人?|投稿人?|口述|讲述|编辑|单位))?"
    r"(?P<name>[\u4e00-\u9fff]{2,5}|[\u4e00-\u9fff]{1,8}(?:·[\u4e00-\u9fff]{1,8}){1,2})?\Z|[文图摄]\Z"
)
#: How a paper calls its own.
_OURS = re.compile(r"本[报网台刊社站]|[报网台社刊媒]|媒体|实习|见习|特约|首席|驻|新闻|中心|客户端|文字|摄影")
#: Words that stand beside 记者 and 作者 in headlines and are no names.
_NO_NAME = re.compile(
    r"记者|编辑|作者|时间|日期|手记|札记|观察|调查|走基层|走进|走访|活动|招聘|直播|热线|电话|讲座|截止|表彰|体验|文章|公告|获奖|获得|起换|举[行办]|看到|探访|直击"
)
#: How what is held or handed out ends; a surname before two characters is a name all the same.
_HELD = re.compile(r"[会节展赛班站证团]\Z")
#: When it was written, with its label: 时间：2023-08-31 10:20, 8月31日电.
_WHEN = re.compile(
    r"(?:(?<![\u4e00-\u9fff])(?:发[布表稿]|刊[发登]|报道|撰稿|写作)?(?:时间|日期)\s?:\s?)?"
    rf"(?:{FULL_DATE.pattern}|(?P<in_year>(?<![\d月])\d{{1,2}}月\d{{1,2}}日))(?:\s?[电讯](?=\s|\Z))?"
    r"(?:\s?\(?(?:星期|周|礼拜)[一二三四五六日天]\)?)?(?:[T\s]*\d{1,2}:\d{2}(?::\d{2})?)?(?=[\s()|/,]|\Z)"
)
_NOT_NAME = re.compile(
    rf"{ROLE}|本[报网台刊]|文/图|图/文|文图|图文|文并图|文字|整理|采写|作者|撰文|供稿|来源|编辑|摄影报道|报道|摄影?|供图|[（()）〔〕□■◇◆●◎○▲△★☆:：/]|(?<![\u4e00-\u9fff])(?:文|图)(?=[/|｜]|\Z)"
)
_NAME = re.compile(r"[\u4e00-\u9fff·]{2,5}|[\u4e00-\u9fff]{1,8}(?:·[\u4e00-\u9fff]{1,8}){1,2}")


def reporters(credit: str, printed: str = "") -> str:
    """The names in a byline or credit, one blank between two; ``printed`` is the credit before its script was folded."""
    blanks = lambda match: " " * len(match[0])  # noqa: E731
    if READER.match(credit):
        return ""
    masked = re.sub(rf"{FROM}|[\u4e00-\u9fff·]{{0,12}}?{ROLE}", blanks, _undated(credit))
    names: list[str] = []
    for run in re.finditer(r"[^\s、，,/／|｜：:]+", masked):
        kept = re.search(r"\S(?:.*\S)?", _NOT_NAME.sub(blanks, run[0]))
        if kept and _NAME.fullmatch(kept[0]):
            start = run.start() + kept.start()
            name = (printed or credit)[start : start + len(kept[0])]
            if name not in names:
                names.append(name)
    return " ".join(names)


def is_byline(text: str) -> bool:
    """Whether a line of its own names who wrote, if need be when, and nothing else: 本报记者 王小明 李雷; 记者 王小明 文/图."""
    if len(text) > _LONGEST or (_HINTS.isdisjoint(text) and text[0] not in SIGNS):
        return False
    if READER.match(text):
        return True
    printed, text = text, _undated(text)
    if text != printed and is_signed(text) and is_name(text):
        return True
    if not _WRITES.search(text):
        return False
    if (lead := LEAD.match(text)) and not lead["field"]:
        return False  # 本报讯（记者 王小明）某镇: what follows is told
    if _UNFIT.search(text):
        return False
    words = [word for word in _SPLIT.split(re.sub(FROM, "", text)) if word]
    return 1 < len(words) + text.count("记者") <= 16 and all(map(_writes, words))


def in_year(byline: str) -> tuple[int, int] | None:
    """Where a byline names its day without the year.

    >>> in_year("记者 王小明 8月31日电"), in_year("记者 王小明 2023年8月31日")
    ((7, 12), None)
    """
    if not is_byline(byline):
        return None
    found = next((match for match in _WHEN.finditer(narrow(byline)) if match["in_year"]), None)
    return found.span("in_year") if found else None


def _undated(line: str) -> str:
    """A line with blanks for when it says that it was written; of the same length."""
    if not any(char.isdecimal() or char in "年月" for char in line):
        return line
    for match in _WHEN.finditer(narrow(line)):
        line = line[: match.start()] + " " * len(match[0]) + line[match.end() :]
    return line


def _writes(word: str) -> bool:
    """Whether a word of a byline is a role, a name or both."""
    writer = _WRITER.match(word)
    return writer is not None and (not writer["name"] or signs(writer["name"], writer["role"] or ""))


def signs(name: str, role: str = "") -> bool:
    """Whether a word may be a writer's name; right behind a ``role`` that is no paper's own, only one with a surname.

    >>> signs("李四", "记者"), signs("走进渡口", "百名记者"), signs("见面会")
    (True, False, False)
    """
    if _NO_NAME.search(name) or (_HELD.search(name) and not is_name(name)):
        return False
    return not role or is_surname(name[0]) or "·" in name or _OURS.search(role) is not None
