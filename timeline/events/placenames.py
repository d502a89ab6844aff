"""The places that a text names, with how each is spoken of: as where something is, goes to, or comes from.

>>> [(place.name, place.role) for place in names_in("昨天，书展在云溪县文化馆开幕，图书发往松湾市。")]
[('云溪县文化馆', 'at'), ('松湾市', 'away')]
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace

from timeline import regex as re
from timeline.events.gazetteer import CITY, COUNTRY, PROVINCE
from timeline.events.namesakes import has_kin, is_person
from timeline.events.placenouns import BODIES, NOUN, SORT, WORKSHOPS, ZONES, is_other_word
from timeline.events.placeroles import OPENED, role_of
from timeline.events.placetails import tail_of
from timeline.events.placewords import OF_ITS_TOWN, POINTED, TOWNS, begin_of, is_any, is_name, is_of_many, is_scene
from timeline.events.terrain import terrain_in
from timeline.model import filled_directly

_COUNTS = re.compile("[一二两三四五六七八九十几每0-9]台")
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
#: “宁波楼” and “厦门号” are things.
_IN_QUOTED_NAME = re.compile(f"“[{_HAN}]{{3,6}}”")
#: What a country's name stands in front of where something is there.
_ABROAD = re.compile(r"工厂|分公司|子公司|基地|项目|分站|站|展区|生产|分校|办事处|研发中心|仓")


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


def names_in(text: str) -> list[PlaceName]:
    """The places that ``text`` names, in order; of names one inside the other the longest."""
    found: list[PlaceName] = []
    for head in NOUN.finditer(text):
        if place := _named(text, head):
            while found and found[-1].start >= place.start:
                found.pop()
            if found and place.start < found[-1].end and place.end > found[-1].end:
                place = _joined(text, found.pop(), place)
            found.append(place)
    starts = [place.start for place in found]
    starts_of = {match.end(): match.start() for match in PROVINCE.finditer(text)}
    for sort, pattern in (("country", COUNTRY), ("city", CITY), ("province", PROVINCE)):
        for match in pattern.finditer(text):
            start, end = match.span()
            before = bisect_right(starts, start) - 1
            if before >= 0 and start < found[before].end:
                continue
            if _COUNTS.match(text, max(0, start - 1)):
                continue  # 一台南音雅集
            if sort == "city" and (is_person(text, start, end) or _IN_QUOTED_NAME.match(text, start - 1)):
                continue
            behind = sort == "city" and starts_of.get(start)
            role = role_of(text, behind or start, end, sort)
            if sort != "country" or role in ("at", "to") or _ABROAD.match(text, end):
                found.append(PlaceName(start, end, match[0], sort, role))
    found = [place for place in found if place.sort != "land" or not has_kin(text, place.name)]
    found += _bare(text, found)
    for start, end in terrain_in(text, [(place.start, place.end) for place in found]):
        water = next((place for place in found if place.end == start and place.sort == "land"), None)
        if water:  # 牛栏江红石岩
            found.remove(water)
            start = water.start
        found.append(PlaceName(start, end, text[start:end], "land", role_of(text, start, end, "land")))
    found.sort(key=lambda place: place.start)
    return [_of_the_whole(text, found, number) for number in range(len(found))]


def _bare(text: str, found: list[PlaceName]) -> list[PlaceName]:
    """Where something is in a town that the text names in full elsewhere, by the name without its ending: 在和屯动工."""
    stems = {p.name[:-1] for p in found if p.sort == "town" and p.name[-1] in "市县区州" and 3 <= len(p.name) <= 4}
    starts = sorted((p.start, p.end) for p in found) if stems else []
    bare = []
    for stem in stems:
        at = text.find(stem)
        while at >= 0:
            end = at + len(stem)
            number = bisect_right(starts, (at, end)) - 1
            if (
                text[end : end + 1] not in tuple("市县区州")
                and (number < 0 or starts[number][1] <= at)
                and text[at - 1 : at] in tuple("在于到赴抵达入回")
            ):
                role = role_of(text, at, end, "town")
                if role in ("at", "to"):
                    bare.append(PlaceName(at, end, stem, "town", role))
            at = text.find(stem, end)
    return bare


#: Characters that the names of towns have without their unit; a longer one must be told again.
_USUAL = {"区": 2, "县": 3, "市": 3}
#: So often a page names the village that it is of, whose name may be of one character: 蓼村.
_SPOKEN_OF = 3
_RENAMED = re.compile("改[为制称组建]|更名|并入|合并|撤销|转制|升格|解散|恢复建制")
#: What stands behind a town that is no more than the object of what is to be done for it: 旅游兴县战略.
_SLOGAN = re.compile("”|的?(?:发展)?(?:战略|工程|之路)")
#: What an office is of has a name, however long: 鹿头湾区园林局.
_GOVERNED = re.compile(rf"(?:人民)?(?:政府|政协|人大|法院|检察院)|[{_HAN}]{{2,6}}?局")


def is_town(named: str, names: Iterable[PlaceName]) -> bool:
    """Whether a place is a town, and no house or road in it: as it is named, else by the shape of its name."""
    sort = next((place.sort for place in names if place.name == named), "")
    return sort in _TOWNS if sort else len(named) <= _LONGEST_STEM or named[-1] in "市县区镇乡村"


_TOWNS = frozenset(("town", "city", "province", "country"))
_LONGEST_STEM = 3


def _of_the_whole(text: str, found: list[PlaceName], number: int) -> PlaceName:
    """A place with the role of the whole that it is told to be in, and that whole without: 聚到老街的戏院."""
    place, scenes = found[number], ("at", "to")
    whole = found[number - 1] if number else None
    if whole is not None and not place.role and whole.role in scenes and _SIDE.fullmatch(text, whole.end, place.start):
        return replace(place, role=whole.role)
    if whole is not None and place.sort == "site" and text[whole.end : place.start] == "的" and _holds(whole):
        return replace(place, name=whole.name + place.name)  # 湿地公园的步道, 柳湾村的粮库
    part = found[number + 1] if number + 1 < len(found) else None
    if part is not None and place.sort == "site" and not place.role and _LIES.fullmatch(text, place.end, part.start):
        return replace(place, role="at")
    if part is not None and place.role in scenes and not part.role and _SIDE.fullmatch(text, place.end, part.start):
        return replace(place, role="")
    if part is not None and not place.role and not part.role and _SIDE.fullmatch(text, place.end, part.start):
        return replace(place, role="away")  # 古塔东侧的小剧场
    return place


def _holds(whole: PlaceName) -> bool:
    """Whether what is told to be of a place is called after it: a house of a house, of a village, of a quarter."""
    return whole.sort == "site" or (whole.role != "away" and whole.sort in ("town", "land"))


#: 家属院位于柳湾街道: what is told is told of the house.
_LIES = re.compile("[，,]?(?:位于|坐落[在于]|地处|位處|位於)")
_SIDE = re.compile(
    r"(?:[东南西北内外]?[侧边面]|最?[东南西北][端部]|旁边?|附近|周边|对面|隔壁|门前|境内|腹地|深处|脚下|内|里|边)?的"
)


def _joined(text: str, one: PlaceName, other: PlaceName) -> PlaceName:
    """Two names that run into each other as the one they make."""
    return PlaceName(one.start, other.end, text[one.start : other.end], other.sort, one.role or other.role)


def _named(text: str, head: re.Match[str]) -> PlaceName | None:
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
    start = begin_of(run[0], word) + run.start()
    start += _behind_quote(text[start : head.end()])
    while start < head.start() and text[start] in "·”":
        start += 1
    if text[start - 1 : start] in ("该", "本") and text[start : start + 1] in POINTED:
        start -= 1
    if sort != "site" and (other := _OTHER_BODY.match(text, start, head.start())):
        start = other.end()  # 维权中心云岭区工作站
    if word in BODIES and (built := text.rfind("建设", start, head.start())) >= 0:
        start = built + 2
    if sort != "site" and text[start - 1 : start] == "我" and head.start() - start > 1 and text[start] in _OWN_UNITS:
        start += 1  # 我县望湖镇
    front, end = text[start : head.start()], head.end()
    if sort != "town" and text.rfind("《", max(0, start - _LONGEST), start) > text.rfind(
        "》", max(0, start - _LONGEST), start
    ):
        return None  # 《打渔桥》 is a play
    if (word == "馆" and front[-1:] in tuple("闭开休镇")) or (front.isascii() and text[start - 1 : start].isdigit()):
        return None  # 周一闭馆, 4D影院
    if word in _TOWNS_OWN and len(front) < 2 and (whole := _UNCUT.match(text, max(0, head.start() - 2))):
        start = whole.start()
        front = whole[0]
    if (
        not front
        and word in ZONES
        and not _IN_SEAT.match(text, end)
        and (role := role_of(text, start, end, sort)) in ("at", "to")
    ):
        return PlaceName(start, end, word, sort, role)  # 位于高新区的新厂: a town has one
    if (
        sort == "town"
        and text[head.start() - 1 - (text[head.start() - 1] == "个")] in _COUNTS_TOWNS
        and (several := _SEVERAL.search(text, max(0, end - _LONGEST), end))
    ):
        begin = several.end("front") + begin_of(several["first"])
        return PlaceName(begin, end, text[begin:end], sort, role_of(text, begin, end, sort))
    if (
        front in ("路", "号")
        or not front
        or (sort != "site" and len(front) < 4 and _PERSON.search(text, max(0, start - 3), start))
    ):
        return None
    if is_of_many(text, start):
        return None
    if (text[start - 1 : start].isnumeric() and _OF_NUMBER.match(front)) or _ACRES.match(front):
        return None  # 千亩葡萄园, 6大灯区, 三大园区, 4公里隧洞, 8.6万城区居民
    if word == "区" and _LAID_OUT.search(text, max(0, start - 5), start):
        return None  # 设置了静音区
    if sort == "town" and front[-1] in "兴强富立治活带" and (text[start - 1] == "以" or _SLOGAN.match(text, end)):
        return None  # “以竹兴县”战略
    if is_any(front, word) or PROVINCE.fullmatch(front + word) or (sort == "land" and PROVINCE.fullmatch(front)):
        return None  # 云溪市住宅小区: the town is a name of its own
    pointing = front[0] in "该本" and len(front) + len(word) > 3
    own = _below_city(front, sort)
    longer = len(own) > _USUAL.get(word, 9)
    sure = own != front or (longer and (text.count(front + word) > 1 or _GOVERNED.match(text, end) is not None))
    alone = word == "村" and len(own) == 1 and text.count(own + word) >= _SPOKEN_OF
    named = pointing or is_name(own, word, sort, sure=sure or alone)
    if of_road and len(front) > 2 and front.endswith(_PASSES):
        return PlaceName(start, head.start(), front, "land", "at")  # 松垭口路段山体滑坡
    if of_road:
        named = named and text.count(front + word) > 1  # 棉纺路段 of 棉纺路, no 施工路段
    if not named and not is_scene(front, word, sort):
        return None
    tail = "" if of_road else tail_of(text, end, word, sort)
    word, end = word + tail, end + len(tail)
    role = role_of(text, start, end, sort)
    if word.endswith("政府") and role not in ("at", "to"):  # 澄潭镇政府 does what it does in its town
        town = named and is_name(own, word[0], "town", sure=True)  # what has a government is a town
        return PlaceName(start, end - 2, front + word[0], "town", "office") if town else None
    opened = word in BODIES and OPENED.match(text, end) and OF_ITS_TOWN.match(front)
    if (not named or (word in BODIES and not opened)) and role not in ("at", "to"):
        return None
    if not role and word == "站" and _RENAMED.match(text, end):
        role = "made"  # a station that becomes another body is none of trains
    if not role and word in WORKSHOPS and not _UNIT_OF_WORKS.match(text, end):
        role = "made"  # a works that does something is no place to go to
    if not pointing and CITY.fullmatch(front + word):
        sort = "city"
    return PlaceName(start, end, front + word, sort, role)


_OWN_UNITS = frozenset("省市县区")


def _behind_quote(front: str) -> int:
    """How much of some words stands in a quotation that ends in them, 3 of 档期”云溪书店, or in front of a town: “档期”云溪县."""
    closed = front.rfind("”") + 1
    return closed if closed and ("“" not in front[:closed] or TOWNS.match(front, closed)) else 0


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


def _below_city(front: str, sort: str) -> str:
    """What of a town's name is its own behind the city that it belongs to: 松江云溪县 of the city 松江."""
    city = (CITY.match(front) or PROVINCE.match(front)) if sort == "town" else None
    return front[city.end() :] if city and len(front) - city.end() >= 2 else front
