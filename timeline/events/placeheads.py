"""The place that a noun of a text ends: where its name begins, whether it is one, and how it is spoken of.

>>> from timeline.events.placenouns import NOUN
>>> text = "书展在云溪县文化馆开幕"
>>> [named(text, noun) for noun in NOUN.finditer(text)][-1]
PlaceName(start=3, end=9, name='云溪县文化馆', sort='site', role='at')
"""

from __future__ import annotations

from dataclasses import dataclass

from timeline import regex as re
from timeline.events.gazetteer import CITY, PROVINCE
from timeline.events.placenouns import BODIES, SORT, WORKSHOPS, ZONES, is_other_word
from timeline.events.placeroles import OPENED, role_of
from timeline.events.placetails import tail_of
from timeline.events.placewords import OF_ITS_TOWN, POINTED, TOWNS, begin_of, is_any, is_name, is_of_many, is_scene
from timeline.model import filled_directly

_HAN = "\u4e00-\u9fff"
#: Characters that a name may have in front of its noun.
_LONGEST = 16
_RUN = re.compile(rf"[{_HAN}“”·A-Za-z0-9]{{1,{_LONGEST}}}\Z")
#: After somebody's office a name is a person's: 院长刘崇山.
_PERSON = re.compile(
    r"(?:[院校局厂站馆队社部处科委市县区镇乡村]长|书记|主任|经理|教练|记者|乡绅|士绅|富商|商人|华侨|侨胞|石匠|木匠|工匠|船工|渔民|村民|医生|儿子|女儿|丈夫|妻子|父亲|母亲|爷爷|奶奶|孙子|孙女|徒弟|师父|哥哥|弟弟|战友|同学|导演|老师|师傅|先生|同志|农民|青年|委员|教授|主席)\Z"
)
#: A body whose name runs into that of a town or a road; a noun behind it is still its own.
_OTHER_BODY = re.compile(
    rf"[{_HAN}“”]*(?:中心|公司|集团|银行|协会|学会|委员会|研究院|研究所|管理局|总站)(?=[{_HAN}]{{2,}}\Z)(?![{_HAN}]*(?:院|校|馆|园|场)\Z)"
)
#: What belongs to the number before it and to no name.
_OF_NUMBER = re.compile("大|公里|千米|米|海里|万|亿|亩|公顷|吨|层|人")
#: So large a field is told by no name, and whose office acts for a zone.
_ACRES, _ZONE_ACTS = re.compile("[0-9一二两三四五六七八九十百千万]+亩"), re.compile("管委会|管理委员会")
#: A part of a room, a street or a fair.
_LAID_OUT = re.compile("(?:设[置有立]?|划[出定设分]|辟[出为]|布置|增设|新[增设]|分为|打造)了?\\Z")
#: What is told of one machine of a works takes place there: 热源厂3号炉.
_UNIT_OF_WORKS = re.compile("[0-9一二三四五六七八九十]+号")
#: Characters that the names of towns have without their unit; a longer one must be told again.
_USUAL = {"区": 2, "县": 3, "市": 3}
#: So often a page names the village that it is of, whose name may be of one character: 蓼村.
_SPOKEN_OF = 3
_RENAMED = re.compile("改[为制称组建]|更名|并入|合并|撤销|转制|升格|解散|恢复建制")
#: What stands behind a town that is no more than the object of what is to be done for it: 旅游兴县战略.
_SLOGAN = re.compile("”|的?(?:发展)?(?:战略|工程|之路)")
#: What an office is of has a name, however long: 鹿头湾区园林局.
_GOVERNED = re.compile(rf"(?:人民)?(?:政府|政协|人大|法院|检察院)|[{_HAN}]{{2,6}}?局")


_OWN_UNITS = frozenset("省市县区")
#: What the road leads over where it is spoken of by its length there.
_PASSES = ("垭口", "山口", "隘口", "岭", "坳", "垭", "峡", "坡")
#: Several towns of one unit, by their names without it: 石盘、两河口两镇.
_COUNTS_TOWNS = frozenset("两三四二")
_SEVERAL = re.compile(
    rf"(?P<front>(?:\A|[^{_HAN}、]|[{_HAN}]*?(?:[在于到对由从的向]|[要请]求|(?=[{_HAN}]{{2,3}}[、和与及]))))(?P<first>[{_HAN}]{{2,3}})(?:、[{_HAN}]{{2,3}})*[、和与及][{_HAN}]{{2,3}}[两三四二]个?[镇乡县区村]\Z"
)
#: What is in the seat of the county is told more exactly: 县城文化广场.
_IN_SEAT = re.compile(
    rf"[{_HAN}]{{0,4}}?(?:广场|公园|[中小]学|医院|馆|中心|大街|站|酒店|礼堂|剧院)|[{_HAN}]{{2,3}}[路街]"
)
#: Units whose towns may have a word such as 和 or 都 in their names, at the beginning of a clause or where no county has the
#: one character that stands behind it: 和屯县, 洛都县.
_TOWNS_OWN = frozenset("市县区镇乡")
_UNCUT = re.compile(
    rf"(?<![{_HAN}])(?:[和来过原当曾经居][{_HAN}]|(?![大她他我它你])[{_HAN}][原都和来过])(?=[市县区镇乡])|(?<![后从原本近])[和来过](?![全各该我本两外邻市省区名强大小几一某])[{_HAN}](?=县)"
)


@filled_directly
@dataclass(frozen=True, slots=True)
class PlaceName:
    """A place as a text names it: offsets, name, ``sort`` (site, road, town, city, land) and ``role``.

    ``role`` is "at" where something takes place there, "to" where it moves there, "made" where it is founded or built, "away" where somebody or something is
    from there, goes there or is only compared, "office" where a body of that place acts, else "".
    """

    start: int
    end: int
    name: str
    sort: str
    role: str

    def moved(self, by: int) -> PlaceName:
        """The same place so many characters further on."""
        return PlaceName(self.start + by, self.end + by, self.name, self.sort, self.role)


def named(text: str, head: re.Match[str]) -> PlaceName | None:
    """The place whose name ends with a noun at ``head``; None where that ends another word or what it ends names none."""
    word = head[0]
    sort = "road" if word == "道" else SORT.get(word, "site")
    behind = text[head.end() : head.end() + 8]
    of_road = word == "路" and behind[:1] == "段"  # 棉纺路段, 松垭口路段
    if behind.startswith("全覆盖") or (is_other_word(word, behind) and not of_road):
        return None
    run = _RUN.search(text, max(0, head.start() - _LONGEST), head.start())
    if run is None:
        acts = word in ZONES and _ZONE_ACTS.match(text, head.end())
        return PlaceName(head.start(), head.end(), word, sort, "office") if acts else None
    start = _begin(text, begin_of(run[0], word) + run.start(), head, sort)
    if _is_shut_or_shown(text, start, head, sort):
        return None
    if word in _TOWNS_OWN and head.start() - start < 2 and (whole := _UNCUT.match(text, max(0, head.start() - 2))):
        start = whole.start()
    if start == head.start() and word in ZONES and not _IN_SEAT.match(text, head.end()):
        role = role_of(text, start, head.end(), sort)
        if role in ("at", "to"):
            return PlaceName(start, head.end(), word, sort, role)  # 位于高新区的新厂: a town has one
    if several := _several(text, head, sort):
        return several
    if start == head.start() or _is_no_name(text, start, head, sort):
        return None
    return _told(text, start, head, sort, of_road=of_road)


def _begin(text: str, start: int, head: re.Match[str], sort: str) -> int:
    """Where the name really begins that may do so at ``start``: behind a quotation, another body's name, or 我 of 我县."""
    start += _behind_quote(text[start : head.end()])
    while start < head.start() and text[start] in "·”":
        start += 1
    if text[start - 1 : start] in ("该", "本") and text[start : start + 1] in POINTED:
        start -= 1
    if sort != "site" and (other := _OTHER_BODY.match(text, start, head.start())):
        start = other.end()  # 维权中心云岭区工作站
    if head[0] in BODIES and (built := text.rfind("建设", start, head.start())) >= 0:
        start = built + 2
    if sort != "site" and text[start - 1 : start] == "我" and head.start() - start > 1 and text[start] in _OWN_UNITS:
        start += 1  # 我县望湖镇
    return start


def _is_shut_or_shown(text: str, start: int, head: re.Match[str], sort: str) -> bool:
    """Whether a noun is the end of 周一闭馆 or 4D影院, or of a title: 《打渔桥》 is a play."""
    earliest = max(0, start - _LONGEST)
    if sort != "town" and text.rfind("《", earliest, start) > text.rfind("》", earliest, start):
        return True
    front = text[start : head.start()]
    return (head[0] == "馆" and front[-1:] in tuple("闭开休镇")) or (
        front.isascii() and text[start - 1 : start].isdigit()
    )


def _several(text: str, head: re.Match[str], sort: str) -> PlaceName | None:
    """Several towns told by one unit: 石盘、两河口两镇; None where it is not several."""
    if sort != "town" or text[head.start() - 1 - (text[head.start() - 1] == "个")] not in _COUNTS_TOWNS:
        return None
    several = _SEVERAL.search(text, max(0, head.end() - _LONGEST), head.end())
    if several is None:
        return None
    begin, end = several.end("front") + begin_of(several["first"]), head.end()
    return PlaceName(begin, end, text[begin:end], sort, role_of(text, begin, end, sort))


def _is_no_name(text: str, start: int, head: re.Match[str], sort: str) -> bool:
    """Whether what stands in front of a noun is a person, a number, any of a kind, or no more than the object of a slogan."""
    word, front = head[0], text[start : head.start()]
    if front in ("路", "号") or (sort != "site" and len(front) < 4 and _PERSON.search(text, max(0, start - 3), start)):
        return True
    if is_of_many(text, start):
        return True
    if (text[start - 1 : start].isnumeric() and _OF_NUMBER.match(front)) or _ACRES.match(front):
        return True  # 千亩葡萄园, 6大灯区, 三大园区, 4公里隧洞, 8.6万城区居民
    if word == "区" and _LAID_OUT.search(text, max(0, start - 5), start):
        return True  # 设置了静音区
    if (
        sort == "town"
        and front[-1] in "兴强富立治活带"
        and (text[start - 1] == "以" or _SLOGAN.match(text, head.end()))
    ):
        return True  # “以竹兴县”战略
    # 云溪市住宅小区: the town is a name of its own
    return bool(
        is_any(front, word) or PROVINCE.fullmatch(front + word) or (sort == "land" and PROVINCE.fullmatch(front))
    )


def _told(text: str, start: int, head: re.Match[str], sort: str, *, of_road: bool) -> PlaceName | None:
    """The place named from ``start``, with what behind its noun belongs to it and its role; None where a text tells no more
    than that there is one."""
    noun, front, end = head[0], text[start : head.start()], head.end()
    if of_road and len(front) > 2 and front.endswith(_PASSES):
        return PlaceName(start, head.start(), front, "land", "at")  # 松垭口路段山体滑坡
    pointing = front[0] in "该本" and len(front) + len(noun) > 3
    own = _below_city(front, sort)
    is_named = pointing or is_name(own, noun, sort, sure=_is_sure(text, own, front, head))
    if of_road:
        is_named = is_named and text.count(front + noun) > 1  # 棉纺路段 of 棉纺路, no 施工路段
    if not is_named and not is_scene(front, noun, sort):
        return None
    tail = "" if of_road else tail_of(text, end, noun, sort)
    word, end = noun + tail, end + len(tail)
    role = role_of(text, start, end, sort)
    if word.endswith("政府") and role not in ("at", "to"):  # 澄潭镇政府 does what it does in its town
        town = is_named and is_name(own, word[0], "town", sure=True)  # what has a government is a town
        return PlaceName(start, end - 2, front + word[0], "town", "office") if town else None
    opened = word in BODIES and OPENED.match(text, end) and OF_ITS_TOWN.match(front)
    if (not is_named or (word in BODIES and not opened)) and role not in ("at", "to"):
        return None
    if not role and word == "站" and _RENAMED.match(text, end):
        role = "made"  # a station that becomes another body is none of trains
    if not role and word in WORKSHOPS and not _UNIT_OF_WORKS.match(text, end):
        role = "made"  # a works that does something is no place to go to
    if not pointing and CITY.fullmatch(front + word):
        sort = "city"
    return PlaceName(start, end, front + word, sort, role)


def _is_sure(text: str, own: str, front: str, head: re.Match[str]) -> bool:
    """Whether a longer name than usual may be a town's: behind its city, told again, or of what governs."""
    noun = head[0]
    if own != front or (noun == "村" and len(own) == 1 and text.count(own + noun) >= _SPOKEN_OF):
        return True
    again = len(own) > _USUAL.get(noun, 9) and (text.count(front + noun) > 1 or _GOVERNED.match(text, head.end()))
    return bool(again)


def _behind_quote(front: str) -> int:
    """How much of some words stands in a quotation that ends in them, 3 of 档期”云溪书店, or in front of a town: “档期”云溪县."""
    closed = front.rfind("”") + 1
    return closed if closed and ("“" not in front[:closed] or TOWNS.match(front, closed)) else 0


def _below_city(front: str, sort: str) -> str:
    """What of a town's name is its own behind the city that it belongs to: 松江云溪县 of the city 松江."""
    city = (CITY.match(front) or PROVINCE.match(front)) if sort == "town" else None
    return front[city.end() :] if city and len(front) - city.end() >= 2 else front
