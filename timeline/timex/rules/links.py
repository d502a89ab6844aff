"""What joins times and what bounds them: 至 between two, brackets behind one, 起 and 以来, 截至 and 左右.

>>> TO.match("至").group(), BEHIND.match("起施行").lastgroup
('至', 'from')
"""

from __future__ import annotations

from typing import Final

from timeline import regex as re
from timeline.charsets import SPACES

#: Names under which an expression tells that it is a stretch of two times, or open at its end.
RANGE, SINCE = "links.range", "links.since"

#: What stands between the dates of a list.
LIST_COMMA: Final = "、"
#: What may stand between two parts of one time: 4月 26日, 去年的今天, July 10 at 3pm.
JOINT: Final = re.compile(r"\s{0,3}(?:的|(?<=\s)at(?=\s))?\s{0,2}")
#: Between a date and its weekday: 9月20日，星期五.
BESIDE: Final = re.compile(r"\s{0,2}[，,]\s{0,2}")
#: 2点和4点之间: what may stand between two times, and what must stand behind the second.
AND: Final = re.compile(r"\s?[和与跟及]\s?")
BETWEEN: Final = re.compile("之间|中间|间(?![隔接断])")
OPEN_GLOSS: Final = re.compile(r"\s{0,3}[（(]\s{0,2}")
CLOSE_GLOSS: Final = re.compile(r"\s{0,2}[)）]")
#: From one time to another.
TO: Final = re.compile(
    r"\s{0,3}(?:(?:起|开始)?\s?一?(?:至|到|直至|直到)|——|--|(?<=\s)(?:to|until|through)(?=\s)|[-－–—―─~～〜])\s{0,3}"
)
#: What behind and before a time says that it is about then, from then or until then.
BEHIND: Final = re.compile(
    r"\s{0,2}(?:(?P<about>左右|前后|上下|许(?![多可]))|(?P<from>起(?![草点步源用飞诉火降跑航拍吊征租网锚身床舞义])|开始|之后|以后|后(?!期|者|来|续|备|勤))"
    r"|(?P<to>为止|止(?!步)|或?之前|或?以前|前(?!往|后|来|期|三|十|列|沿|身|去|夕|端|线|景|瞻)))"
)
_BEFORE: Final = re.compile(
    r"(?:(?P<about>(?:大约|约|大概|大致|差不多|将近|接近|(?<![最附远亲临邻靠新走])近)(?:在|于)?)|(?P<from>自从|自|从|不早于|(?<![不最])[晚迟]于)"
    r"|(?P<to>截至|截止到?|止于|至迟|最[迟晚]于?|不[迟晚]于|(?<!不)早于|到|至))\s{0,2}\Z"
)
#: 从6月20日持续到7月30日: what lasts from one day to another; 推迟到 and 调整到 are none of these.
LASTING: Final = re.compile(
    r"(?:[首头末]班车?)?起?(?:一直|将)?(?:持续|延续|开放|开展|展出|展示|行驶|运行|运营|举行|举办|进行|实施|营业|停水|停电|停运|停产|封闭|关闭|封路|执行|播出|放映|休[市馆业息假]?|放假|禁渔|禁行|限行|[放开展播停封关演])?(?:到|至)"
)
LASTS_ON: Final = frozenset("首头末起，,一将持延开展行运举进实营停封关执播放休禁限")
SINCE_LEFT: Final = re.compile(r"[自从由]\s?\Z")
#: Every character that what goes on behind a time can begin with, and what leads to one can end with.
GOES_ON: Final = frozenset(
    "至到直—–-－―─~～〜起首头末一左前上许开之以后为止来迄和与跟及或，,一将持延展行运举进实营停封关执播放休禁限 \t\n\r\u3000"
)
#: Those that a second time or a bound can begin with.
LEADS_ON: Final = frozenset("至到直—–-－―─~～〜起一开和与跟及 \t\n\r\u3000")
BOUNDS: Final = frozenset("左前上许起开之以后为止或 \t\n\r\u3000")
JOINS, ANDS, SINCES = frozenset("的" + SPACES), frozenset("和与跟及" + SPACES), frozenset("以来" + SPACES)
#: With these what leads to a time ends, and before 在 and 于 it has these.
_LEADS: Final = frozenset("约概致多近从自至截止迟晚到")
_AT: Final = frozenset("在于")
_LEADS_AT: Final = frozenset("约概致多近止早晚迟")
_LEAD_ENDS: Final = _LEADS | _AT | frozenset(SPACES)
_LEAD_LENGTH: Final = 5
SINCE_THEN: Final = re.compile(r"\s{0,2}(?:以来|来(?=[，,]))")


def lead(text: str, start: int) -> str:
    """What the words before a time that begins at ``start`` say: "about", "from", "to", or "" for nothing of these.

    >>> lead("截至4月26日", 2), lead("定于4月26日", 2)
    ('to', '')
    """
    if text[start - 1 : start] not in _LEAD_ENDS:
        return ""
    first = max(0, start - _LEAD_LENGTH)
    before = text[first:start].rstrip()
    last = before[-1:]
    if last not in _LEADS and not (last in _AT and before[-2:-1] in _LEADS_AT):
        return ""
    found = _BEFORE.search(text, first, start)
    return found.lastgroup or "" if found else ""
