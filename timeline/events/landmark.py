"""The landmark that a page is about, whatever its noun: told first, then spoken of by its name, its last word and its parts.

>>> from timeline.events.placenames import names_in
>>> text = "云水绸庄昨日揭下封条。绸庄建于1909年，里外三进。1951年，绸庄停业，八户人家去年搬出绸庄。"
>>> landmark_of(text, names_in(text), town=0)
'云水绸庄'
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from operator import itemgetter

from timeline import regex as re
from timeline.events import terrain
from timeline.events.institution import LEAD
from timeline.events.occurrences import occurrences
from timeline.events.placenames import PlaceName
from timeline.events.placenouns import NOUN, WORKSHOPS
from timeline.events.placewords import TOWNS, cut, is_name

_HAN = "\u4e00-\u9fff"
#: So often at least a page speaks of its landmark, of works or without a town once less, beside another one once more; and
#: twice of that.
_LEAST, _RIVAL = 5, 2
#: Of parts told in so many ways more is thought than of as many words that are the same; for a river or a firm it takes many.
_WAYS, _MANY_WAYS = 2, 4
_WATER = frozenset("江河溪湖山湾岭水")
#: A building's name has so many characters, a bay's or a hill's so many, which is named as often.
_NAMED, _OWN_WATER = 4, 3
#: The word that a clause begins with, as it does with the bare noun of what the page is about.
_BARE = re.compile(rf"(?:(?<![{_HAN}”0-9A-Za-z])|(?<=[的在到从把对该让往]))([{_HAN}]{{2}})(?=[{_HAN}0-9])")
_FRONT, _LONGEST_FRONT = re.compile(rf"[{_HAN}“”·A-Za-z0-9]+\Z"), 12
_ANY = re.compile(r"[一某两几多0-9十百这那][座家所个条处间]\Z")
#: Where a name may begin, and how long one is that no noun tells.
_BEGINS, _SIZES = re.compile(rf"(?:(?<![{_HAN}])|(?<=[县区市镇乡村的在是到叫把过]))[{_HAN}]{{3}}"), (6, 5, 4, 3)
_NAME, _LEVELS = re.compile(f"[{_HAN}]+(?<![省市县区镇乡村])"), ("", *"省市县区镇乡村")
#: What is done with a house, and where in it one is.
_PLACE_OF = re.compile("[里内外上下旁前后边门口]|始?建|修|改造|拆|停业|开张|位于|坐落|占地|重建|扩建")
_GOES, _LIES = (
    frozenset("小老全该本新进回出建离修登入环沿古拆停封"),
    frozenset("里内房前史区门志身顶檐基底岸心边畔口主屋墩拱栏孔壁舍"),
)
#: What stands around a noun that is used alone, and in front of one that is told of.
_GOES_TO, _BEGUN = _GOES | {"座"}, re.compile(rf"(?<![{_HAN}])")
_AT, _GOES_ON = _GOES_TO | frozenset("的在到从把对让往"), re.compile(f"[{_HAN}0-9]")
#: Parts that are not called by the noun of what they are of.
_TOLD_PARTS = {
    "大桥": "桥面|全桥|主桥|接线工程|引桥|主塔|合龙",
    "隧道": "盾构|掘进|贯通|洞口|[进出]洞|二衬",
    "水库": "大坝|坝[址体高顶]|蓄水|溢洪道|导流洞|库[容区]",
    "电站": "机组|大坝|[上下]库|装机|并网|坝址",
    "电厂": "[0-9一二三四五六]号(?:炉|机组)|点火|并网|锅炉|机组|该厂",
    "机场": "航站楼|跑道|旅客吞吐量|停机坪|飞行区",
    "线": "[停复]驶|列车|火车|末班车|[通停]运|铁道|铁轨|轨道|沿线|车站",
    **dict.fromkeys(("交易市场", "批发市场", "农贸市场", "菜市场"), "摊位|摊主|档口|商户|交易量"),
    "灌区": "干渠|支渠|渠[系首道水]|开闸|灌溉",
}
_PARTS = {noun: re.compile(parts) for noun, parts in _TOLD_PARTS.items()}
#: Words that end no place's name.
_NO_PLACE = re.compile(
    r"[会赛节展奖案法队团司局委办厅部组班们人者年月日时天号条次届项元万亿家名种类业品化性度率量力员长生师民工友书报剧片曲歌舞诗画票费税款金价车船机器药病毒]\Z|公司|集团|银行|合作社|项目|工程|活动|系统|平台|计划|事件|方案|政策|制度|机制"
)
#: Bodies that act for a town, its zones, and a stage of works: 渔港一期码头.
_NO_HOME = re.compile(
    r"^(?:国家|[省市县区])级|高新技术|[一二三四五]期|(?:法院|检察院|派出所|[高中]院|高新区|经开区|开发区|新区|合作区|保税区|试验区|示范区)\Z"
)


def landmark_of(text: str, here: Sequence[PlaceName], town: int) -> str:
    """The landmark that a text is about, told more often than its ``town``, which it names so many times; or ""."""
    told = {name: _told(text, name) for name in _told_first(text, here)}
    best = max(told, key=told.__getitem__, default="")
    rival = max((times for name, times in told.items() if name not in best and best not in name), default=0)
    sure = not town or _noun_of(best) in _PARTS
    least = max(_LEAST - sure + (rival >= _RIVAL), town + 1, rival + 1)
    return best if best and told[best] >= least else ""


def landmark_alone(text: str, here: Sequence[PlaceName]) -> str:
    """The first building, road or bay that a text without a town names and speaks of once more; or ""."""
    for place in here:
        noun = _noun_of(place.name)
        if place.sort in ("site", "road") and len(place.name) >= _NAMED and not _NO_HOME.search(place.name):
            others = sum(noun[-2:] in other.name for other in here if other.name not in place.name)
            again = len(noun) > 1 and text.count(noun[-2:]) - others > 1
            if again or (noun in WORKSHOPS and place.start <= LEAD and place.role != "to"):
                return place.name
    lands = {p.name: text.count(p.name) for p in here if p.sort == "land" and len(p.name) >= _OWN_WATER}
    best, times = max(lands.items(), key=itemgetter(1), default=("", 0))
    return best if times >= _OWN_WATER or (times > 1 and text.find(best) <= LEAD) else ""


def _noun_of(name: str) -> str:
    """The noun that a place's name ends with, as far as it is a known one or what a railway is called by."""
    known = next((noun[0] for noun in NOUN.finditer(name) if noun.end() == len(name)), "")
    return known or (name[-1] if name[-1:] in _PARTS else "")


def is_part_of(name: str, part: str) -> bool:
    """Whether words tell of a part of a house by which it is known: 首台机组发电 of a power station.

    >>> is_part_of("柳河水电站", "首台机组发电"), is_part_of("柳河水电站", "县城通车")
    (True, False)
    """
    parts = _PARTS.get(_noun_of(name)) or next((p for noun, p in _PARTS.items() if name.endswith(noun)), None)
    return parts is not None and parts.search(part) is not None


def _told_first(text: str, here: Sequence[PlaceName]) -> Iterator[str]:
    """The names of what may be a text's landmark that it begins with: those of known nouns, those that end with a word that
    it goes on to use alone, and those that it says again."""
    known = {
        place.name: at
        for place in here
        if place.sort in ("site", "road", "land")
        and place.name[0] not in _LEVELS
        and not _NO_HOME.search(place.name)
        and 0 <= (at := text.find(place.name)) <= LEAD
    }
    yield from known
    lead = text[: LEAD + 2]
    for word, times in Counter(_BARE.findall(text)).items():
        if times > 1 and word in lead and not (_NO_PLACE.search(word) or any(name.endswith(word) for name in known)):
            yield from _ending_with(word, text)
    behind_town = {place.end for place in here if place.sort in ("town", "city") and place.end < LEAD}
    for at in sorted({begin.start() for begin in _BEGINS.finditer(text, 0, LEAD)} | behind_town):
        size = next((size for size in _SIZES if text.count(text[at : at + size]) > 1), 0)
        name = text[at : at + size]
        houses = sum(text.count(one) for one in known if name in one)
        if (not houses or (terrain.is_named(name) and text.count(name) > 2 * houses)) and _is_again(name, text):
            yield name


def _ending_with(word: str, text: str) -> Iterator[str]:
    """The names that a text begins with and that end with the word for a house: 云水绸庄 where it goes on with 绸庄."""
    if not any(_PLACE_OF.match(text, at + len(word)) for at in occurrences(word, text)):
        return
    for at in occurrences(word, text[: LEAD + len(word)]):
        run = _FRONT.search(text, max(0, at - _LONGEST_FRONT), at)
        front = TOWNS.sub("", cut(run[0])) if run else ""
        named = len(front) > 1 or (front and text.count(front + word) > 1)
        if named and len(front) <= 6 and is_name(front, word, "site") and not _ANY.search(text, 0, at - len(front)):
            yield front + word


def _is_again(name: str, text: str) -> bool:
    """Whether words that a text says again may be the name of its landmark, by its noun or by what is told of its parts."""
    if name[:1] in _LEVELS or TOWNS.match(name) or cut(name) != name or not _NAME.fullmatch(name):
        return False
    lies = terrain.is_named(name) and text.count(name) >= _LEAST - 1  # 清水塘, a quarter called after its pond
    return not _NO_PLACE.search(name) and (lies or _noun_of(name) != "" or len(set(_parts_of(name, text))) >= _WAYS)


def _parts_of(name: str, text: str) -> list[str]:
    """What a text says of a landmark's parts by its last character, and of those who go there: 塔檐, 登塔."""
    told = []
    for at in occurrences(name[-1], text):
        front, behind = text[max(0, at - 1) : at], text[at + 1 : at + 2]
        if front in _GOES and behind != "址":
            told.append(front + name[-1])
        elif front != name[-2] and behind in _LIES:
            told.append(name[-1] + behind)
    return told


def _told(text: str, name: str) -> int:
    """How often a text speaks of a landmark: by its name, by its last word alone, and of its parts."""
    core, noun = TOWNS.sub("", name), _noun_of(name)
    if core == noun:
        return 0  # 县博物馆 is the town's
    word = noun[-2:] if len(noun) > 1 else core[-2:]
    alone = sum(_stands_alone(text, at, at + len(word)) for at in occurrences(word, text))
    alone -= sum(core[at - 1 : at] in _GOES_TO for at in occurrences(word, core)) * text.count(core)
    if len(core) - len(word) >= _OWN_WATER and len(noun) != 1:
        core = max(core, core[: -len(word)], key=text.count)  # 槐荫里小区 is 槐荫里
    named, ways = text.count(core), _parts_of(name, text)
    kinds = len(set(ways))
    if kinds < _MANY_WAYS and (name[-1] in _WATER or noun in WORKSHOPS):
        return 0  # a river runs through a town, a firm is in one
    parts = min(len(ways), _WAYS * kinds) + (len(_PARTS[noun].findall(text)) if noun in _PARTS else 0)
    return named + alone + parts if named + alone > 1 else 0


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a noun is used alone: at the beginning of a clause, or behind what is done with a house."""
    return text[max(0, start - 1) : start] in _AT or bool(_BEGUN.match(text, start) and _GOES_ON.match(text, end))


#: A road or a railway by its two ends: 云溪至松湾高速公路.
_ROUTE = re.compile(rf"([{_HAN}]{{2,14}})[至到]([{_HAN}]{{2,5}}?)(?:高速公路|高速|公路|铁路|高铁|城际)")


def route_of(text: str) -> str:
    """The road or the railway that a page without a town begins with, by its ends; or ""."""
    route = _ROUTE.search(text, 0, LEAD) if "路" in text or "高速" in text else None
    return cut(route[1]) and route[0][len(route[1]) - len(cut(route[1])) :] if route else ""
