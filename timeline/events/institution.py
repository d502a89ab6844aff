"""The institution that an article is set in: the school, the hospital or the museum that it keeps naming or points back at.

>>> from timeline.events.placenames import names_in
>>> text = "云溪县文化馆9月20日开馆。该馆藏书八千册。"
>>> institution(text, names_in(text))
'云溪县文化馆'
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from timeline import regex as re
from timeline.events.elsewhere import is_partner
from timeline.events.placenames import PlaceName
from timeline.events.placenouns import NOUN, NUMBERED

#: So many characters of text are a feature.
FEATURE = 500
#: Characters of an article's beginning that tell what it is about.
LEAD = 80
#: So near its end a notice is signed.
_SIGNED = 30
#: Houses that a page speaks of again by their bare nouns, and how often at least.
_HOUSES, _AGAIN = (
    (
        "酒店",
        "宾馆",
        "饭店",
        "书店",
        "商场",
        "剧院",
        "剧场",
        "影院",
        "公园",
        "陵园",
        "书院",
        "电影院",
        "影剧院",
        "茶馆",
        "山庄",
        "粮库",
        "景区",
        "市场",
    ),
    2,
)
_SCHOOL = "(?<![中小各类])学校(?!长|[0-9]{1,3}[所个])|该校|本校|全校|校内|建校|(?<![\u4e00-\u9fff])[新老]校区"
#: Institutions that have a history of their own, by their nouns, with what points back at them.
_POINTED = {
    "卫生院": "该院|全院|院里|院内|建院|(?<![乡镇])卫生院(?!长)",
    "医院": "该院|本院|全院|院内|建院",
    "寺": "寺院|该寺|[来创建毁]寺|大殿",
    "遗址": "该遗址|遗址区",
    "保护区": "该区|区内|保护区",
    "滑雪场": "雪场|雪道",
    **dict.fromkeys(("农场", "林场", "茶场"), "场里|场部|该场|全场|建场"),
    **dict.fromkeys(("敬老院", "养老院", "福利院"), "该院|院里|院内|建院"),
    "国中": _SCHOOL,
    "学校": "该校|本校|全校|校内|建校",
    "中学": _SCHOOL,
    "小学": _SCHOOL,
    **dict.fromkeys((*NUMBERED, "高中", "职中"), _SCHOOL),
    "大学": _SCHOOL,
    "学院": _SCHOOL,
    **dict.fromkeys(
        ("图书馆", "博物馆", "美术馆", "艺术馆", "档案馆", "文化馆", "科技馆", "纪念馆", "规划馆", "陈列馆"),
        "该馆|本馆|全馆|馆内|馆藏|新馆|馆舍|馆址|馆前",
    ),
}
#: A hall or a lawn is where some of it takes place, and no home.
_CORNER = re.compile(r"(?:舞台|戏台|草坪|[展大]厅|[议动]室|报告厅|会议厅|广场|[球操]场|片区|城区|庙埕)\Z")


def institution(text: str, here: Sequence[PlaceName]) -> str:
    """The institution that an article keeps naming, or begins with and then points back at: 这家医院, 馆内."""
    if signed := _signature(text, here):
        return signed
    sites = [p for p in here if p.sort == "site" and p.role != "made"]
    known = {name for name in {place.name for place in sites} if _may_be_of(text, name)}
    sites = [place for place in sites if place.name in known]
    counted = Counter(name for place in sites if len(name := _body_of(place.name)) >= 4 or name[-1:] in "宫寺庙")
    for name in list(counted):
        if longer := next((other for other in counted if other != name and other.endswith(name)), ""):
            counted[name] += counted.pop(longer)
    if not counted:
        return ""
    best, times = counted.most_common(1)[0]
    if best[0] in "市县区镇" and (noun := _history(best)):
        # 县医院 is 云溪县人民医院
        whole = (name for name in counted if name.endswith(noun[0]) and best[0] in name[2:])
        best = next(whole, best)
    if times >= 3 and 2 * times >= counted.total():
        return best
    return _pointed_at(text, sites)


#: 省级保护区, 国家级博物馆: of what rank one is.
_RANK = re.compile("(?:国家|[省市县区])级")


def _may_be_of(text: str, name: str) -> bool:
    """Whether a text may be of a house of this name: it is no partner's, no corner of a house and no bare noun, and
    “病房学校” is what somebody calls a thing."""
    if _CORNER.search(name) or _RANK.match(name) or name.startswith(tuple(_POINTED)):
        return False
    return f"“{name}”" not in text and not is_partner(text, name)


#: 一中、育红小学等12所学校: one of many.
_ONE_OF = re.compile("、|等(?!级)")


def _pointed_at(text: str, sites: Sequence[PlaceName]) -> str:
    """The institution told at the beginning that the text points back at, the last before it does so first; or ""."""
    told = [
        (place, found[0])
        for place in sites
        if place.start <= LEAD and (found := _history(place.name)) and not _ONE_OF.match(text, place.end)
    ]
    for place, noun in reversed(told):
        pointing = re.passing(
            rf"(?:[该本此这][家所座个]?|(?<=[，。；：\n ]))(?:{noun})(?=[与和在已将内的，。、]|[\u4e00-\u9fff]{{0,2}}[0-9]|[〇零一二三四五六七八九]{{2,4}}年)|{_POINTED[noun]}"
        )
        if pointing.search(text, place.end):
            return _body_of(place.name)
    return next((p.name for p in reversed(sites) if p.start <= LEAD and _spoken_of(text, p)), "")


def _spoken_of(text: str, place: PlaceName) -> bool:
    """Whether a text goes on to begin clauses with the bare noun of a house: 云杉大酒店…，酒店停业…。酒店恢复…."""
    noun = next((noun for noun in _HOUSES if place.name.endswith(noun)), "")
    if not noun or _ONE_OF.match(text, place.end):
        return False
    bare = re.passing(rf"(?<![\u4e00-\u9fff]){noun}(?=[\u4e00-\u9fff])(?!监|主|化|价|经|业|需|供|营|准|上)")
    return len(bare.findall(text, place.end)) >= _AGAIN


def is_institution(name: str) -> bool:
    """Whether a place is a house with rooms: a school, a hospital, a museum."""
    return name.endswith((*_POINTED, *_HOUSES, "殡仪馆", "纪念馆", "科技馆", "文化宫", "少年宫"))


def _history(name: str) -> re.Match[str] | None:
    return next((one for one in NOUN.finditer(name) if one[0] in _POINTED), None)


def _signature(text: str, here: Sequence[PlaceName]) -> str:
    """The institution that signs a notice, in a line of its own near its end; or ""."""
    for place in reversed(here):
        if len(text) - place.end > _SIGNED:
            break
        alone = text[place.start - 1 : place.start] == "\n" and text[place.end : place.end + 1] in ("", "\n")
        if alone and place.sort == "site" and _history(place.name):
            return place.name
    return ""


def _body_of(name: str) -> str:
    """The institution that a part of it belongs to: 云溪县人民医院门诊大楼 is in 云溪县人民医院."""
    inner = _history(name)
    return name[: inner.end()] if inner else name


#: A part of the school or the hospital that a page is set in, told without its name: 学校运动场, 校史馆.
OWN_PART = re.compile(
    "(?:学校|医院)[\u4e00-\u9fff]{2}|校[史园门]|[东西南北新老][校院]区|苗圃|菜园|阶梯教室|(?:门诊|住院|医技|急诊|教学|实验|感染|病房|外科|内科|行政|学生)大?楼|(?:[新老大东西南北]|塑胶)?操场|学术报告厅|[\u4e00-\u9fff]{2,3}楼\\Z|[小大]?礼堂|[师学]生食堂"
)
#: A part of a house without its name: 老厂区, 塔下草坪.
_UNNAMED_PART = re.compile("[新老旧原东西南北前后]?[厂园院校馆库站港矿][区房]|坝[前后下]电站|(?:地下)?停车[场楼]")
_BESIDE = frozenset("下前旁边内里外后门上")


def by_whole_name(place: str, house: str) -> str:
    """A place by its whole name where it is some house, or a part of it, told by less than that.

    >>> by_whole_name("白石站", "云溪县白石水文站"), by_whole_name("老厂区", "云溪茶厂"), by_whole_name("青石街", "云溪茶厂")
    ('云溪县白石水文站', '云溪茶厂老厂区', '青石街')
    """
    if place in house:
        return place
    if _UNNAMED_PART.fullmatch(place) or (place[0] == house[-1] and place[1] in _BESIDE):
        return house + place
    own = house[house.find(place[:2]) :] if place[:2] in house else ""
    return house if len(place) > 2 and own.startswith(place[:-1]) and own[-1] == place[-1] else place
