"""Where things take place: venues, towns and streets, by the shapes that their names have; where an article is set.

>>> place_of("论坛将在市民中心召开", "")
'市民中心'
>>> home_of("云溪县文化馆9月20日开馆，云溪县志愿者到场。")
'云溪'
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from timeline.events.gazetteer import CITY, PROVINCE
from timeline.events.words import ACTIVITY_WORDS, GENERAL_VERBS, MILESTONE_WORDS

_HAN = "\u4e00-\u9fff"
LONGEST_ORGANISATION = 24
_HAN_RUN = re.compile(rf"[{_HAN}“”（）]{{1,24}}\Z")
_VERBS_OF_PLACE = "举行|召开|举办|揭幕|开幕|启幕|启动|开讲|开展|开唱|上演|演出|展出|拉开|落成|揭牌|签约|发布(?!会)|落户|放映|设立|成立|开业|开市|开张|开园|开营|开赛|开课|亮相|登场|登陆|动工|开工|考察|视察|调研|进行|集合|集中|出发|逝世|去世|病逝|辞世|就职|决赛|比赛|开拍|碰面|签到|报到"
_AT = re.compile(rf"[在于]([{_HAN}A-Za-z0-9“”（）·—\-]{{2,22}}?)(?:{_VERBS_OF_PLACE}|免费|对外|向公众)")
_TOWARDS = re.compile(rf"(?:落户|抵达|走进|落地|来到|前往|登陆|试点在)([{_HAN}]{{2,12}}?)(?=[，。；、：]|$)")
#: 地点仍在…, 地点由…改为…: the place as a notice tells it.
_STATED = re.compile(rf"地点(?:[仍设定改]*[在为]|由[{_HAN}]{{2,12}}?改[为到在])([{_HAN}A-Za-z0-9]{{2,16}})")
VENUE = re.compile(
    r"博物馆|博物院|美术馆|图书馆|体育馆|体育场|体育中心|会展中心|会议中心|文化馆|文化宫|大剧院|剧院|剧场|音乐厅|歌剧院|报告厅|展览馆|纪念馆|科技馆|档案馆|方志馆|批发市场|"
    r"公园|广场|风景区|景区|湿地|植物园|动物园|大酒店|酒店|礼堂|大桥|机场|火车站|产业园|戏院|书院|祠堂|文化村|樱花园|体育公园|实验室|基地|大学|医院|码头|口岸"
)
_ADMIN = re.compile(
    rf"([{_HAN}]{{2}}|[{_HAN}]{{3}}(?=自治))(市|县|(?:高新|经开|开发|新|港|园)?区|省|镇|乡|街道|自治区|自治州)(?![域间块别位划级场民纪花])"
)
#: The road that is closed, dug up or darkened: 文昌路（建安街至玉带街）全封闭; the one that a bus is led by.
_ROAD = re.compile(
    rf"(?:^|(?<=[，。；：（(\s]))((?:(?![和与及至到])[{_HAN}]){{1,6}}(?:路|街|大道|大街|大桥|隧道|立交桥|高架桥|巷|弄))(?:[（(][^（）()]{{0,24}}[）)])?(?:路段|全线|全|半幅|双向|实行|进行|实施|禁止|临时|封闭)"
    rf"|(?:改道|绕行)([{_HAN}]{{2,6}}(?:路|街|大道|大街))"
)
_ROAD_WORD = re.compile("[路街道桥巷弄]")
#: 在大学城, at the end of its clause.
_AT_END = re.compile(rf"在(?<![现正存所旨]在)([{_HAN}]{{3,10}})(?=[，。；\n]|\Z)")
_ADMIN_END = re.compile("[市县区高经开新港园省镇乡街自]")
_BOUNDARY = "，。、；：“”（(）)《》 \u3000\n在于从到赴由对与和及的是原现"
#: Where somebody was born is not where a page is set.
_BIRTHPLACE = re.compile(r"(?:生于|出生[于在]|籍贯|祖籍|原籍)[：为是]?\s*\Z")
#: What a town's name stands in front of on its own pages.
_OF_TOWN = re.compile(
    rf"(?:^|(?<=[，。、；：“”（(）)《》 \u3000\n在于从到赴由对与和及的是]))([{_HAN}]{{2}})(?=经济技术开发区|经济开发区|高新|开发区|大桥|体育中心|体育[场馆]|大剧院|博物馆|图书馆|文化馆|美术馆|档案馆|机场|火车站|站|客运|"
    r"港|湖|水库|中学|一中|高中|职高|古镇|古城|老街|日报|晚报|时报|商报|电视台|公安|供电|水务|气象|文旅|海关|地铁|公交|马拉松|籍|人(?!民|员|大|才|口|群|工|数|均|力)|境内|城区|老城|海域|沿海|"
    r"海洋|陶瓷|白茶|方言|话|菜|女[篮排足]|男[篮排足]|队)"
)
_COMMON_WORDS = (
    "中心 国际 人民 文化 新建 首届 全国 国家 首个 首座 跨江 跨海 长江 黄河 城市 乡村 海上 水上 体育 工业 滨江 滨海 城东 城西 城南 城北 东湖 西湖 南湖 北湖 中华 中国 我国 外国 外地 本地 当地 "
    "主场 客场 国家 省级 市级 县级 男子 女子 青年 少年 老年 党员 主持 记者 游客 外来 年轻 专业 家乡 故乡 本省 外省 现代 传统 志愿 业余 民间 各支 两支 多支 代表 参赛 球队 车队 舰队 部队 军队 乐队 团队"
)
_COMMON = frozenset(_COMMON_WORDS.split())
_NOT_ADMIN = re.compile(
    r"[全我本各城超县楼股上门都夜集入某该地园小校灾山特新片辖厂社景外邻两多每几这那此与和在及到市省区乡]\Z|[直委政级辖属]\Z|\A[全我本各某该每这那及和与在到从对由向将为]|[商居农渔牧工业住宅东西南北中主海老大]\Z|\A[个条家座级]|[个开]\Z"
)
CUT_LEFT = re.compile(
    r"^以(?!色)|.*(?:[由与和及、，。；：在从向对为把将的了是经自逛“”]|据|通过|组织|联合|走进|根据|来自|记者)"
)


def ending(ends: re.Pattern[str], text: str, longest: int) -> Iterator[tuple[int, str]]:
    """The names that end with one of those words, with their offsets: up to so many characters in front."""
    at = 0
    for end in ends.finditer(text):
        run = _HAN_RUN.search(text, max(at, end.start() - longest), end.start())
        if run and len(run[0]) >= (3 if end[0] == "局" else 2 if longest == LONGEST_ORGANISATION else 1):
            yield run.start(), run[0] + end[0]
            at = end.end()


def first_of(ends: re.Pattern[str], text: str, longest: int) -> str:
    return next((name for _, name in ending(ends, text, longest)), "")


#: What follows a venue's name where it is told of, and is not where something takes place: 新建公园20个, “公园”群.
_NO_VENUE = re.compile(
    r"[”]?群|[0-9一二三四五六七八九十]+[个座所家处]|[建改扩]建|建设|改造|管理(?![局处所中])|工程|项目"
)


def home_of(text: str) -> str:
    """Where an article is set: the venue it keeps naming, else the place named most, else the first city."""
    venues = Counter(name for _, words in ending(VENUE, text, 12) if len(name := trimmed_place(words)) >= 4)
    if venues and (best_venue := venues.most_common(1)[0])[1] >= 3 and 2 * best_venue[1] >= venues.total():
        return best_venue[0]
    counted: Counter[str] = Counter()
    edges: Counter[str] = Counter()
    for match in _districts(text):
        name = match[1]
        if _is_name(name):
            counted[name] += 1
            at_edge = (
                match.start() == 0
                or text[match.start() - 1] in _BOUNDARY
                or bool(_ADMIN.fullmatch(text, match.start() - 3, match.start()))
            )
            edges[name] += at_edge and not _BIRTHPLACE.search(text, max(0, match.start() - 6), match.start())
    # a real place name also stands without its suffix
    scores = {name: text.count(name) for name, _ in counted.most_common(8) if edges[name]}
    if not scores:
        scores = _towns_of_things(text)
    cities = Counter(CITY.findall(text))
    scores |= {name: text.count(name) for name in cities}
    if scores:
        return max(scores, key=lambda name: (scores[name], -text.find(name)))
    provinces = Counter(PROVINCE.findall(text))
    return provinces.most_common(1)[0][0] if provinces else ""


#: Words by which an article speaks of the town that its page is of.
_LOCAL = re.compile(
    rf"[全我本][市县区镇]|(?<![{_HAN}])[市县区](?=[{_HAN}]{{1,8}}(?:局|委|办|中心|队|公司|院|馆|台|校))|[市县]区|城区|老城|交警|本地|当地"
)


@lru_cache(maxsize=8)
def town_of(page: str) -> str:
    """The town that a page of several articles is of, by what they all name; "" where none is."""
    return home_of(page)


def speaks_of_its_town(text: str) -> bool:
    """Whether an article means a town that it need not name: 全市, 市博物馆, 老城区."""
    return bool(_LOCAL.search(text))


def _towns_of_things(text: str) -> dict[str, int]:
    """The names that stand in front of a bridge, a team or a festival and once more without it, with how often."""
    found = {name for name in _OF_TOWN.findall(text) if _is_name(name) and name not in _COMMON}
    return {name: times for name in found if (times := text.count(name)) > 1}


def _districts(text: str) -> Iterator[re.Match[str]]:
    """The matches of _ADMIN in order, tried only two characters before what may be its ending (three before 自治)."""
    free = 0
    for ending in _ADMIN_END.finditer(text):
        for start in (ending.start() - 3, ending.start() - 2) if ending[0] == "自" else (ending.start() - 2,):
            if start >= free and (match := _ADMIN.match(text, start)):
                yield match
                free = match.end()


def _is_name(name: str) -> bool:
    """Whether two characters before 市 or 县 may be a place's name: no verb, no common word."""
    return not _NOT_ADMIN.search(name) and name not in _VERBS


_VERBS = frozenset(
    f"{MILESTONE_WORDS} {ACTIVITY_WORDS} {GENERAL_VERBS} 休憩 互动 体验 展示 观景 展览 游客 接待 等候 候诊 候车 亲子 儿童 休闲 娱乐 餐饮 美食 停车 阅读 童书 露营 种植 养殖 受灾 缓冲 隔离 风景 度假 首个 示范 最优 新增 农贸 参加 加过 所在 建设 发展 管理 经济 开发 高新 保护 试验 服务 功能 核心 重点 生态 工业 商业 办公 住宅 根据 按照 依照 依据 遵照 关于 为了 我们 本省".split()
)


_BRACKETED = re.compile(rf"[（(]([{_HAN}0-9A-Za-z]{{2,16}})[）)]")
#: What else a bracketed place says: 南门出发.
_MEETING = re.compile(r"(?:出发|集合|集中|签到|入场|门口集合)$")
_PLACE_END = re.compile(
    r"(?:馆|院|厅|场|园|中心|礼堂|台|楼|层|室|街|路|巷|桥|码头|基地|酒店|宾馆|大厦|绿道|社区|小区|村|镇|店|城|坊|仓|站|门口|门前|[东西南北正大侧后]门|操场|校区|草坪|沙滩|湖畔|东区|西区|南区|北区|景区|园区|厂区|渡口|大堂|书房|书屋|会所|线上|直播间)\Z"
)


def is_place(words: str) -> bool:
    """Whether a few words are by their ending a place to go to: 竹艺广场主舞台, 二楼报告厅."""
    return 3 <= len(words) <= 20 and bool(_PLACE_END.search(words)) and not _NO_PLACE.search(words)


_NO_PLACE = re.compile(r"举行|举办|召开|开幕|开放|上演|[闭开休]馆|成立|[，。；：（）()\s]|^[有了在为是的到]")


def place_of(part: str, default: str) -> str | None:
    """Where a statement's happening takes place, as printed; ``default`` when it names no place; None when neither."""
    for bracketed in _BRACKETED.finditer(part) if "（" in part or "(" in part else ():
        if is_place(name := _MEETING.sub("", bracketed[1])) or 1 < len(name) < len(bracketed[1]):
            return name
    for pattern in (_STATED, _AT, _TOWARDS, _ROAD, _AT_END):
        if pattern is _ROAD and not _ROAD_WORD.search(part):
            continue
        if match := pattern.search(part):
            name = trimmed_place(match[1] or match[match.lastindex or 1])
            if name and (pattern is not _AT_END or is_place(name)):
                return name
    for at, venue in ending(VENUE, part, 12):
        name = "" if _NO_VENUE.match(part, at + len(venue)) else trimmed_place(venue)
        if name:
            return name
    for match in _districts(part):
        if _is_name(match[1]) and (match.start() == 0 or part[match.start() - 1] in _BOUNDARY):
            return match[0]
    if city := CITY.search(part):
        return city[0]
    return default or None


_PLAINVENUES = frozenset(
    [
        "实验室",
        "基地",
        "码头",
        "医院",
        "大学",
        "公园",
        "广场",
        "机场",
        "酒店",
        "礼堂",
        "剧场",
        "剧院",
        "景区",
        "湿地",
        "口岸",
        "大桥",
        "书院",
        "产业园",
        "体育馆",
        "博物馆",
        "图书馆",
        "美术馆",
        "报告厅",
        "新闻",
        "文化馆",
    ]
)
_VERB_IN_PLACE = re.compile(
    r".*(?:新建|扩建|改建|修建|兴建|建成|开展|共建|参观|走进|建设|组织|打造|委员|记者|领导|共运营|引进|邀请|联合)"
)
_BRACKET = re.compile(r"[（(][^（）()]*[）)]?$")


_NEEDS_CUT = re.compile(r"^以|[由与，。；：在从向对把将的了是逛]")
_NOWHERE = re.compile(
    r"^(?:这里|此间|当地|我市|全市|全国|会上|现场|线上|家门口|国内|国外|海外)$|[0-9]$|年$|月$|日$|^[级个条家座处]"
)


def trimmed_place(name: str) -> str:
    name = CUT_LEFT.sub("", name) if _NEEDS_CUT.search(name) else name
    name = _VERB_IN_PLACE.sub("", _BRACKET.sub("", name)).strip("“”—-·")
    if len(name) < 2 or name in _PLAINVENUES or _NOWHERE.search(name):
        return ""
    return name
