"""The words and numbers of dates that evidence is read from.

>>> number("十二"), month_day("4 月 26 日")
(12, (4, 26))
"""

from __future__ import annotations

from timeline import regex as re

_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
#: A month-day, blanks allowed; groups are to be named by the caller. A pattern that begins with it, and with a class and
#: not with a repetition, is looked for at digits only.
MONTH_DAY = r"(?:[0-9][0-9]?\s*月\s*[0-9][0-9]?\s*[日号]|(?<![历一二三四五六七八九十])[一二三四五六七八九十][一二]?月[一二三四五六七八九十][一二三四五六七八九十]{0,2}[日号])"
#: A year right before a month-day; to be searched up to it.
YEAR_BEFORE = re.compile(r"\d{4}\s*年\s*\Z")
WEEKDAYS = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "日": 7, "天": 7}
_MONTH_DAY = re.compile(r"([0-9][0-9]?|[一二三四五六七八九十]{1,2})\s*月\s*([0-9][0-9]?|[一二三四五六七八九十]{1,3})")

#: Says that what follows, or what the sentence tells, is still to come.
COMING = re.compile(
    r"将(?:于|在|会|要|举|召|开|启|正式|陆续|全面?|达|继续|迎|建成|完|推出|组织|再|到|投|出台|进入|落|首|有|是|成|面|试|公布|发布|实|从|由|对|安排|派|赴|延|上|新增|力争)"
    r"|要(?:全部|全面|基本|实现|建成|完成|达到|力争)|即将|拟(?![人定订态写稿草合])|盼(?![人定订态写稿草合])|拟[定于]|计划(?:于|在|到|用|今|明|下|20|新|总|建|投|完|分|实)|规划(?:于|到|至|建)|预计|有望|力争|争取|确保(?:于|在|到)|定于|定在|定档|届时|"
    r"目标是|明年|后年|待定|前(?<!此前)(?:完成|建成|竣工|投用|提交|报名)|截止|报名|征集|招募|欢迎|请(?!来|回|到了|了)|敬请|可在|起至|有效期|期限"
)
#: Says that what the clause tells has happened.
HAPPENED = re.compile(
    r"了(?<![为除]了)(?![解结])|已(?!于?将)|曾(?!经?将)|以来|同比|荣获|获颁|获得(?!者|感)|夺得|夺冠|摘得|击败|查获|抓获|破获|投案|判处|逝世|去世|病逝|辞世|当选|获评|获批|较上年|比上年|闭幕|落幕|圆满|顺利(?!推进)"
)
#: Reports: what it is said of happened on the date beside it.
REPORTS = (
    r"(?:在[^，。；]{0,12}(?:新闻发布会|发布会|通气会|媒体会)|消息|公告[，,：:]|通知[，,：:]|通报[，,：:]|宣布|透露|获悉|发布(?:消息|公告|通知|通告|了|《)|"
    r"(?:对外|正式|联合)?(?:公布|印发|下发|发出|出台)(?:了|《|[^，。；报名]{1,24}(?:名单|公告|通知|办法|方案|意见|结果|数据|榜单))|"
    r"[^，。；]{0,30}(?:主持召开|出席|强调|指出|调研|视察|会见|交底|表示|介绍说|接受采访))"
)
DEICTIC = re.compile(r"今[年日天晨晚]|昨[日天晚]|日前|近日|连日来|目前|眼下|本[月周报]|记者|即日起|去年|明年")


def number(words: str) -> int:
    """The value of a number below a thousand in Chinese or Arabic digits; 0 when it is none."""
    if words.isdecimal():
        return int(words)
    hundreds, hundred, rest = words.partition("百")
    if hundred:
        return (_DIGITS.get(hundreds, 1) if hundreds else 1) * 100 + number(rest.removeprefix("零") or "零")
    tens, ten, ones = words.rpartition("十")
    if ten:
        return (_DIGITS.get(tens, 1) if tens else 1) * 10 + _DIGITS.get(ones, 0)
    value = 0
    for char in words:
        if char not in _DIGITS:
            return 0
        value = value * 10 + _DIGITS[char]
    return value


def month_day(words: str) -> tuple[int, int] | None:
    """The month and day in ``words``, if they can be one."""
    match = _MONTH_DAY.search(words)
    if not match:
        return None
    month, day = number(match[1]), number(match[2])
    return (month, day) if 1 <= month <= 12 and 1 <= day <= 31 else None
