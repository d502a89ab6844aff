"""Where an article is set: the institution or the town that it is about, by the places that it names.

>>> home_of("云溪县文化馆9月20日开馆，云溪县志愿者到场。")
'云溪'
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from timeline.events.gazetteer import CITY, PROVINCE
from timeline.events.institution import LEAD, institution
from timeline.events.placenames import PlaceName, names_in
from timeline.events.placewords import COMMON, NOUN, WORKSHOPS, is_name

_HAN = "\u4e00-\u9fff"
#: So many of a text's towns are counted in it.
_TRIED = 12
#: The units that a place's name is a chain of, from coarse to fine.
_UNIT = re.compile(
    rf"([{_HAN}]{{2,6}}?)(自治区|自治州|自治县|经济技术开发区|经济开发区|高新区|经开区|开发区|新区|省|州(?=[{_HAN}]{{2,3}}[县市])|(?<!城)市(?!场)|县|(?<![校院厂园社片景库灾城郊矿林库站港湾])区|镇|乡|街道|村|社区)"
)
_FINENESS = {
    "省": -1,
    "自治区": -1,
    "市": 1,
    "州": 1,
    "自治州": 1,
    "县": 2,
    "自治县": 2,
    "区": 2,
    "镇": 3,
    "乡": 3,
    "街道": 3,
    "村": 4,
    "社区": 4,
}
#: Words by which an article speaks of the town that its page is of.
_LOCAL = re.compile(
    rf"[全我本][市县区镇]|(?<![{_HAN}])[市县区](?=[{_HAN}]{{1,8}}(?:局|委|办|中心|队|公司|院|馆|台|校))|[市县]区|城区|老城|交警|本地|当地"
)
#: Words that mean the unit whose town the page is of: 全区, 县财政局, 镇里, 区法院.
_LEVEL = re.compile(
    rf"[全我本]([市县区镇乡村])|(?<![{_HAN}])(?:由|在|从|经|到|据|向|以及|和|与)?([市县区镇乡])(?=[{_HAN}]{{1,8}}(?:局|委|办|中心|队|公司|院|馆|场|园|台|校|所|站|联|部|指|[一二三四]?[中小])|政府|政协|委|长|里|内)|"
    r"(?<=[由在从经到据的把])([市县区镇乡])(?=政府|公所|里|委|[\u4e00-\u9fff]{1,8}(?:局|委|办|院|中心|馆|[一二三四][中小]))"
)
_OFTENER = 2
#: How much a page's own unit says for a town of that unit.
_MEANT = 2
_BOUNDARY = "，。、；：“”（(）)《》 \u3000\n在于从到赴由对与和及的是"
#: What a town's name stands in front of on its own pages.
_OF_TOWN = re.compile(
    rf"(?:^|(?<=[{_BOUNDARY}]))([{_HAN}]{{2}})(?=经济技术开发区|经济开发区|高新|开发区|大桥|体育中心|体育[场馆]|大剧院|博物馆|图书馆|文化馆|美术馆|档案馆|机场|火车站|站|客运|"
    r"港|湖|水库|中学|一中|高中|职高|古镇|古城|老街|日报|晚报|时报|商报|电视台|公安|供电|水务|气象|文旅|海关|地铁|公交|马拉松|籍|人(?!民|员|大|才|口|群|工|数|均|力)|境内|城区|老城|海域|沿海|"
    r"海洋|陶瓷|白茶|方言|话|菜|女[篮排足]|男[篮排足]|队)"
)
#: A festival by the number of its edition, and a building: each begins with its town, where that has a town's ending.
_EDITION = re.compile(
    rf"第[一二三四五六七八九十百0-9]+届([{_HAN}]{{2}})(?=[{_HAN}]{{0,8}}(?:节|季|周|赛|展|会|马拉松|庙会|论坛))"
)
_TEAM, _TEAMS = re.compile("[男女][篮排足]"), re.compile("主场|客场")
#: What stands behind other words as well: 理发队, 志愿队, 检查站.
_OF_ANY = "队站港湖籍人话菜海男女方"
_TOPONYM = re.compile(
    r"[屿园禾渚溪浦州阳江山海川城安平岭港桥泽陵湖汀塘湾洲原林丰宁化昌口泉源岩峰岛水河津台石谷坪坡岗坝沟庄店关堡寨沙潭池井滨岸梁涧清泰兴庆德康坊墩埠圩墟冲坞峪峡畈中东西南北]\Z"
)
_COMMON_WORDS = (
    "经开 高新 保税 开发 中心 国际 人民 文化 新建 首届 全国 国家 首个 首座 跨江 跨海 长江 黄河 城市 乡村 海上 水上 体育 工业 滨江 滨海 城东 城西 城南 城北 东湖 西湖 南湖 北湖 中华 中国 我国 外国 外地 本地 当地 "
    "主场 客场 国家 省级 市级 县级 男子 女子 青年 少年 老年 党员 主持 记者 游客 外来 年轻 专业 家乡 故乡 本省 外省 现代 传统 志愿 业余 民间 各支 两支 多支 代表 参赛 球队 车队 舰队 部队 军队 乐队 团队 "
    "社区 校园 农村 高中 初中 其中 集中 空中 水中 山东 广东 华东 华南 华北 西南 西北 东北 东南 江南 江西 湖南 湖北 河南 河北 陕西 山西 广西 大西 田园 公园 花园 乐园 森林 园林 山林 山水 海水 河水 江河 江海 山河 山海 大海 大江 绿水 滨水 "
    "平安 治安 公安 长安街 健康 小康 平原 高原 草原 中原 资源 能源 水源 新能源 消化 转化 文化 绿化 美化 优化 数字化 公平 水平 和平 关口 窗口 人口 出口 进口 入口 港口 路口 舞台 平台 电台 讲台 阳台 新兴 复兴 振兴 国庆 校庆 喜庆 道德 品德 健康 沿海 近海 "
    "上海 深海 出海 书店 酒店 商店 饭店 老店 品质 化石 宝石 钻石 岩石 温泉 矿泉 沙滩 机关 海关 有关 相关 上坡 水池 电池 油井 牌坊 作坊 磨坊 校友 商会 工会 清明 丰收 电源 起源 五四 两岸 海岸 沿岸 大桥 小河 运河"
)
_NO_TOWN = frozenset(_COMMON_WORDS.split()) | COMMON


def home_of(text: str, names: Sequence[PlaceName] | None = None) -> str:
    """The place that an article is set in, "" where it names none: its institution, else its town without 市 or 县.

    ``names`` are those that ``names_in(text)`` gives, where they are known.
    """
    known = names_in(text) if names is None else names
    here = [place for place in known if place.role != "away"]
    return _house(text, here, known) or _crossing(text, here) or _town(text, known) or _bridge(text, here)


def _house(text: str, here: Sequence[PlaceName], known: Sequence[PlaceName]) -> str:
    """The institution that an article is set in; one that its town's name is left out of (县医院) with that in front, or "".

    A page that speaks of its whole county is set there, and in no house of it.
    """
    house = institution(text, here)
    if house[:1] not in tuple("市县区镇"):
        return house
    town = _town(text, known)
    if not town or f"{town}{house[0]}" not in text:
        return house
    return "" if _WHOLE.search(text) else f"{town}{house}"


_WHOLE = re.compile("全[市县区镇]")


#: Words by which a page speaks of its province.
_OF_PROVINCE = re.compile(
    r"[全我本]省|(?<![\u4e00-\u9fff])(?:由|经|报|据)?省(?=政府|人大|委|[\u4e00-\u9fff]{1,6}(?:局|厅))"
)
#: A rule or plan begins with the town that it is of.
_OF_RULES = re.compile(rf"《([{_HAN}]{{2,3}}?)(市|县|区|镇|乡)(?=[^《》]{{4,40}}》)")


def _town(text: str, known: Sequence[PlaceName]) -> str:
    """The town named most, of those named as often the finest; else that of a thing's name; else the province."""
    told: Counter[str] = Counter()
    away: Counter[str] = Counter()
    fineness: dict[str, int] = {}
    units: dict[str, set[str]] = {}
    for place in known:
        for stem, fine, unit in _units(place):
            units.setdefault(stem, set()).add(unit)
            if place.role == "away":
                away[stem] += 1
            else:
                told[stem] += 1
                fineness.setdefault(stem, fine)
    for title in _OF_RULES.finditer(text):  # 《云溪县城市管理办法》 is a rule of its town
        if is_name(title[1], title[2], "town"):
            told[title[1]] += 1
            fineness.setdefault(title[1], _FINENESS[title[2]])
            units.setdefault(title[1], set()).add(title[2])
    # a real name also stands without its ending
    meant = Counter(match[match.lastindex or 0] for match in _LEVEL.finditer(text))
    for stem in away.keys() - told.keys():
        own = next((unit for unit in units[stem] if meant[unit] > 1), "")
        if own and sum(own in those for those in units.values()) == 1:
            told[stem] = away.pop(stem)  # 回到云溪县, where no other county is named and the page speaks of its own
            fineness[stem] = _FINENESS[own]
    often = (stem for stem, _ in told.most_common(_TRIED) if fineness[stem] >= 0)
    scores = {stem: text.count(stem) - away[stem] for stem in often}
    scores = {stem: score for stem, score in scores.items() if score > 0}
    for stem, weight in _aided(text, scores).items():
        scores[stem] += weight
    for stem in scores:
        scores[stem] += _MEANT * max((meant[unit] for unit in units[stem]), default=0)
    # a team's town is named far more often than the one that it plays in
    least = _OFTENER * max((score for stem, score in scores.items() if fineness[stem]), default=0)
    scores |= {
        name: times
        for name, times in (_towns_of_things(text) if not least or _TEAMS.search(text) else {}).items()
        if name not in fineness and (not least or (times >= least and _TOPONYM.search(name)))
    }
    if (
        scores
        and max(scores.values()) <= 1
        and len(_OF_PROVINCE.findall(text)) > 1
        and (found := PROVINCE.search(text))
    ):
        return found[0]  # towns named once each, on a page that speaks of the whole province
    if scores:
        return max(scores, key=lambda stem: (scores[stem], fineness.get(stem, 0), -text.find(stem)))
    named = next((name for name in (m[1] for m in _EDITION.finditer(text)) if _may_be_town(name)), "")
    named = named or next((m[1] for m in _OWNS.finditer(text, 0, LEAD) if m[1] not in _NO_TOWN), "")
    named = named or next((p.name[:2] for p in known if p.sort == "site" and _begins_with_town(p)), "")
    provinces = Counter(PROVINCE.findall(text))
    return named or (provinces.most_common(1)[0][0] if provinces else "")


#: The bank or the works of a town, whose name it begins with; a paper may be that of another town, whose report is reprinted.
_OWNS = re.compile(
    rf"(?:(?<![{_HAN}])|(?<=[从据由经]))(?![全我本各该市县区省中国])([{_HAN}]{{2,3}})(?<![市县区省国])(?=农商|农村商业银行|农村信用|村镇银行|信用联社|供电|供水|自来水|水务|燃气|热力|公交|城投|烟草|邮政|海事|海关|港务|机场|车务|地铁|轨道|气象|公安|交警|消防|法院|检察院|税务|一中|二中|中学|职校|医院)"
)
#: What tells that one town helps another: a page of it is set where the help goes.
_AID = re.compile(r"援[建藏疆青宁黔川滇]|对口|结对|帮扶|东西部|山海协作|支教")
_GIVES = r"(?:省|市|区|县)?(?:[^，。；\s]{0,4}?批)?(?:援[建藏疆青宁黔川滇]|对口|帮扶|支援|选派|派出|财政|捐|投入|投资|(?:起|自)[^，。；]{0,6}对口)"
_TAKES = r"(?:(?:对口(?:支援|帮扶|协作|扶贫)|援建|帮扶|支援|目的地是|目的地为)的?[\u4e00-\u9fff]{0,6}|(?:抵达|奔赴|[到赴为给]))"
_AIDED = 3


def _aided(text: str, stems: Iterable[str]) -> dict[str, int]:
    """What an article on one town's help for another says for or against each town as the one that it is set in."""
    if len(_AID.findall(text)) < _AIDED:
        return {}
    return {
        stem: _AIDED * len(re.findall(_TAKES + re.escape(stem), text))
        - _AIDED * len(re.findall(re.escape(stem) + _GIVES, text))
        for stem in stems
    }


def _units(place: PlaceName) -> list[tuple[str, int, str]]:
    """The towns in a place's name without their endings, with how fine they are (a city by its short name: 0) and of
    which unit."""
    if place.sort in ("city", "province"):
        return [(place.name, 0, "市") if place.sort == "city" else (place.name, -1, "省")]
    name, found = place.name, []
    while lead := CITY.match(name) or PROVINCE.match(name):
        if lead.end() == len(name) or name[lead.end()] in "市省县区州":
            break
        found.append((lead[0], 0, "市") if lead.re is CITY else (lead[0], -1, "省"))
        name = name[lead.end() :].removeprefix("地区")
    if place.sort == "town" and name.endswith("州") and 3 <= len(name) <= 5:
        found.append((name[:-1], 1, "州"))
    else:
        for unit in _UNIT.finditer(name):
            plain = unit[2] in _FINENESS and not is_name(unit[1], unit[2], "town", sure=True)
            if (place.sort == "town" or unit.end() < len(name)) and not plain:
                found.append((unit[1], _FINENESS.get(unit[2], 2), unit[2][-1]))
    return [one for one in found if one[0] not in _NO_TOWN]


def _begins_with_town(place: PlaceName) -> bool:
    return len(place.name) >= 5 and not place.name.endswith(tuple(WORKSHOPS)) and _may_be_town(place.name[:2])


def _may_be_town(name: str) -> bool:
    return bool(_TOPONYM.search(name)) and name not in _NO_TOWN and name[0] not in "东西南北中新老大小"


def _towns_of_things(text: str) -> dict[str, int]:
    """The names that stand in front of a bridge, a team or a festival and once more without it, with how often."""
    found = {
        match[1]
        for match in _OF_TOWN.finditer(text)
        if match[1] not in _NO_TOWN
        and not re.search("[第届的了一二三]|[市县区]", match[1])
        and (
            text[match.end()] not in _OF_ANY
            or _TEAM.match(text, match.end())
            or _TOPONYM.search(match[1])
            or CITY.fullmatch(match[1])
        )
    }
    return {name: times for name in found if (times := text.count(name)) > 1}


#: A bay or a hill by so many characters, named so often, is what a page without a town is about.
_OWN_WATER = 3


def _bridge(text: str, here: Sequence[PlaceName]) -> str:
    """The building, the road or the bay that a page without a town is about: it names it and speaks of it once more."""
    for place in here:
        noun = next(iter(NOUN.findall(place.name)[-1:]), "")
        if place.sort not in ("site", "road") or len(place.name) < 4:
            continue
        if (noun in WORKSHOPS and place.start <= LEAD) or (len(noun) > 1 and text.count(noun) > 1):
            return place.name
    lands = [place for place in here if place.sort == "land" and len(place.name) >= _OWN_WATER]
    waters = Counter(place.name for place in lands)
    best, times = waters.most_common(1)[0] if waters else ("", 0)
    leads = any(place.name == best and place.start <= LEAD for place in lands)
    return best if times >= _OWN_WATER or (times > 1 and leads) else ""


#: What an article on a bridge or a tunnel calls it by, again and again.
_CROSSINGS = {"大桥": "对大桥|全桥|桥面|上桥|该桥|桥上", "隧道": "对隧道|隧道内|该隧道|全隧"}


def _crossing(text: str, here: Sequence[PlaceName]) -> str:
    """The bridge or tunnel that an article begins with, names again and speaks of as such: 黄岭大桥…对大桥…全桥; or ""."""
    for place in here:
        again = next((signs for noun, signs in _CROSSINGS.items() if place.name.endswith(noun)), "")
        if place.start > LEAD or not again:
            continue
        bare = rf"(?<![{_HAN}])(?:{place.name[-2:]})(?=[{_HAN}])"
        if (text.count(place.name) > 1 and len(re.findall(again, text)) > 1) or len(re.findall(bare, text)) > 1:
            return place.name
    return ""


@lru_cache(maxsize=8)
def town_of(page: str) -> str:
    """The town that a page of several articles is of, by what they all name; "" where none is."""
    return home_of(page)


def speaks_of_its_town(text: str) -> bool:
    """Whether an article means a town that it need not name: 全市, 市博物馆, 老城区."""
    return bool(_LOCAL.search(text))
