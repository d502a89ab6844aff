"""The bare words by which a statement points back at a house or a road told before it: 市场, 该桥, 在物流园.

>>> bare_house("新市场奠基"), bare_house("发掘开始")[:2], bare_house("市场监管局成立")
(('市场',), ('遗址', '墓群'), ())
"""

from __future__ import annotations

from timeline import regex as re
from timeline.events.placenouns import NOUN, NUMBERED, ONE_IN_TOWN, SORT, is_other_word
from timeline.events.venues import ROOM

#: What a statement begins with.
_BARE = re.compile(
    r"[\s，、：]*(?:同日|当天|目前|此后|随后|届时|其中)?[，\s]*(?:新|该|这[座条个处家])?"
    r"(?P<house>(?:本次|此次|考古)?(?:发掘|勘探)|(?<=该)(?:校(?!区)|院(?!区)|遗址|墓群|祠堂|[校院厂景街]区|步道|绿道|[寺塔路街站]|枢纽|口岸|互通|公墓|农场|林场|剧场|酒店|商场)|大?桥|街?市场|街市|文创园|产业园|工业园|园区(?!企业)|隧道|机场(?!高速|[大巴快]|[一-龥]?[路线])|码头|水库|水厂|电站|车站|公园|广场|体育馆|剧院|博物馆|图书馆|馆)(?![长区内员址藏舍名方际监])"
)


#: What ends the names of those that such a word is not the end of: 该校 is a school, 发掘 is of a site.
_MEANS = {
    "校": ("中学", "小学", "学校", "高中", "幼儿园", "大学", "学院", *NUMBERED),
    "院": ("医院", "卫生院", "剧院", "书院", "博物院", "敬老院", "福利院"),
    **dict.fromkeys(("发掘", "勘探"), ("遗址", "墓群", "墓地", "窑址", "古墓")),
}


def bare_house(part: str) -> tuple[str, ...]:
    """How the name of the house or the road may end that a statement begins with a bare word for: 市场 of 新市场奠基; or ()."""
    bare = _BARE.match(part)
    return _MEANS.get(bare["house"][-2:], (bare["house"],)) if bare else ()


#: What is done in a house that a clause begins with: 体育场举行晚会, 图书馆延长开放; and what lies round it.
_HOLDS = re.compile(
    r"\s*(?:[起，]\s*)?(?:将|还将|则|也|今年|当晚|同时)?(?:(?:再次|连续)?举[行办]|上演|放映|开[幕演唱讲展锣馆放园]|燃放|展出|推出|组织|新增|延长|免费|暂停|停止|恢复|闭[馆园]|封闭|停用|方舱|启动|改造|扩建|周边|附近|门[前口]|[东南西北正]门)"
)


def house_holding(part: str) -> str:
    """The bare word for a house that some clause of a statement says something takes place in or round; or "".

    >>> house_holding("当天晚上，体育场举行焰火晚会"), house_holding("体育场建设提速"), house_holding("云溪体育场举行晚会")
    ('体育场', '', '')
    """
    for noun in NOUN.finditer(part):
        if len(noun[0]) < 2 or SORT.get(noun[0]) != "site" or not _HOLDS.match(part, noun.end()):
            continue
        begun = noun.start()
        while begun and part[begun - 1] not in _PAUSES:
            begun -= 1
        name = part[begun : noun.end()]
        if name == noun[0] or ONE_IN_TOWN.fullmatch(name):
            return name
    return ""


def bare_room(place: str) -> str:
    """The bare word for a house that a room's name begins with: 博物院 of 博物院二楼报告厅; or "".

    >>> bare_room("博物院二楼报告厅"), bare_room("云溪博物院报告厅"), bare_room("报告厅")
    ('博物院', '', '')
    """
    noun = NOUN.match(place)
    bare = noun[0] if noun and len(noun[0]) > 1 and SORT.get(noun[0]) == "site" else ""
    return bare if len(place) > len(bare) and ROOM.search(place, len(bare)) else ""


_PAUSES = frozenset("，、；：。 \n\u3000")


def bare_scene(part: str) -> str:
    """The bare word for a house that a statement says something takes place in: 在物流园装车; or "".

    >>> bare_scene("30人在物流园装车"), bare_scene("在云溪物流园装车")
    ('物流园', '')
    """
    at = part.find("在") if "在" in part else part.find("到")
    noun = NOUN.match(part, at + 1) if at >= 0 else None
    if noun is None or len(noun[0]) < 2 or SORT.get(noun[0]) != "site":
        return ""
    return "" if is_other_word(noun[0], part[noun.end() :]) else noun[0]
