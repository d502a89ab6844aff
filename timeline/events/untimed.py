"""A statement without its times, what leads them in, and the pauses that only they needed.

>>> without_times("原定于11月20日举行的渡口诗会", [(3, 9)]).replace(TIMED, "")
'举行的渡口诗会'
>>> without_times("公众可由即日起至8月12日递交意见", [(4, 13)]).replace(TIMED, "")
'公众可递交意见'
"""

from __future__ import annotations

from collections.abc import Iterable

from timeline import regex as re

_TIME = re.compile(
    r"(?=[仍按比较早一直就选改延推预定订原料将拟暂由截排安要赶能办持展会从自到至在于还则得须等\0\s])(?:[比较](?=\0)|[还则也]?[要得须](?:等?到)(?=\0)|[还则也]?等到?(?=\0)|早在|就在|仍?按(?:照)?原?(?:计划|定|日程)于?|[选改暂预]?(?<![决规约确固])定[于在]?|(?<![预签修征装])订[于在]|[改选]在|原计划于?|将于|拟于|原定于?|由(?=\0(?:推迟|延期|改|调整|提前|起))|(?<![原材资燃饮涂塑布颜肥饲预照难史])料(?=\0)|截至|(?:(?<=[，。；：\n])|(?<=^))截止到?|选了|(?<![顺推拖展更修间])[改延][至到](?=\0[^的])|排在|安排在|要?赶在|能撑到|排到|办到|持续到|一?直[到至](?=\0)|[展会]期[为是]?|(?:从|自|到|至|(?<![关由对基鉴属])于)(?!\0的)|在)?\s?"
    r"\0\s?(?:(?:世界|国际|全国|中国)[\u4e00-\u9fff]{1,8}日(?=对|[，,举免正开])(?:当天)?)?(?:或?之[前后]|或?以[前后]|以来|过后|开始|左右|前后|起|止|前|后|(?:一连|连续)?[两三四五六七八九十][天日](?=[在于延加免多开举停，。；]|$)|期间|当天|[两三四五六七八]个(?:周[一二三四五六日末]|晚上|双休日|工作日)|间|晚(?=[将举由在上有还办])|中(?![国央学小医心间部共华山秋考院专职式亚欧东餐介巴俄朝德英美韩越泰缅尼断止标签转选途])|(?<=[由从自至到于较比]\0)的(?=[0-9一])|，|,)?[，,]?"
)
#: 订于国历8月27日: by which calendar.
_CALENDARS = ("国历", "公历", "阳历", "西历", "新历")
_RANGE = re.compile("[至到]")
_LONGEST_LEAD = 6
#: What stands in a statement where a time was.
TIMED = "\1"
_TIMES = re.compile(r"\0(?:\s?[、和与及至到]\s?\0|\s?[，,]\s?\0(?![一两三四五六七八九十0-9]{1,2}[场次班趟节]))+")
#: “六月六”歌节: a time that is the name of something; “五一”假期 and “五一”期间 are none.
_NAMED_BY_TIME = re.compile(r"”(?=[\u4e00-\u9fff])(?!期间|假|小?长假|前|后|当[天日]|节|当晚)")


def without_times(statement: str, times: Iterable[tuple[int, int]]) -> str:
    """A statement without its times, their prepositions, and the pauses that only they needed; TIMED where each was.

    ``times`` are offsets in ``statement``, in order.
    """
    kept, at = [], 0
    for start, end in times:
        if start >= at and not (statement[start - 1 : start] == "“" and _NAMED_BY_TIME.match(statement, end)):
            start -= 2 * (statement[start - 2 : start] in _CALENDARS)
            by = (
                start > at and statement[start - 1] == "由" and bool(_RANGE.search(statement, start, end))
            )  # 由即日起至9日
            kept += [statement[at : start - by], "\0"]
            at = end
    text = "".join((*kept, statement[at:]))
    return _without_prepositions(_TIMES.sub("\0", text) if len(kept) > 2 else text)


def _without_prepositions(text: str) -> str:
    """A text whose times stand as ``\\0`` without them and what leads them in; none is longer than _LONGEST_LEAD."""
    kept, at = [], 0
    while (place := text.find("\0", at)) >= 0 and (time := _TIME.search(text, max(at, place - _LONGEST_LEAD))):
        kept += [text[at : time.start()], TIMED, _gap(time)]
        at = time.end()
    return "".join((*kept, text[at:]))


def _gap(time: re.Match[str]) -> str:
    """What stays where a time was: the comma that ends a clause, none behind one that begins it."""
    before = time.string[time.start() - 1 : time.start()]
    return "，" if time[0][-1] in "，," and before and before not in "，,。；;：:\n" else ""
