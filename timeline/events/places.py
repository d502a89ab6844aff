"""Where a statement's happening takes place, chosen from the places that its clause, its sentence and its article name.

>>> place_of("论坛将在市民中心召开", "")
'市民中心'
>>> place_of("云溪县文化馆与青岛一家剧院签订协议", "")
'云溪县文化馆'
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from timeline import regex as re
from timeline.events.grounds import held_instead
from timeline.events.placenames import PlaceName, names_in
from timeline.events.placenouns import ZONES
from timeline.events.placewords import cut, town_in
from timeline.events.routes import detour_in, in_brackets, is_detour, roads_in, route_in, shut_first
from timeline.events.townunits import FINENESS
from timeline.events.venues import listed_in, venue_in, with_inside
from timeline.events.words import by_first

_HAN = "\u4e00-\u9fff"

#: How exactly a place of a sort says where: the less the more.
_EXACT = {sort: rank for rank, sort in enumerate(("site", "road", "land", "town", "city", "province", "country"))}
#: Verbs behind a place that needs no noun of its own: 在云溪举行, 在松湾逝世.
_HELD = (
    "举行|召开|举办|揭幕|开幕|启幕|启动|开讲|开展|开唱|上演|演出|展出|拉开|落成|揭牌|签约|开办|创办|开设|发布(?!会)|落户|放映|设立|成立|开业|开市|开张|开班|开训|唱响|奏响|表演|献[演唱艺]|颁奖|授牌|巡游|对决|开战|相聚|授课|发枪|开跑|起跑|亮灯|点亮|燃放|开锣|开园|开营|开赛|开课|亮相|登场|登陆|动工|开工|投运|投用|启用|建成|开镰|开秤|开捕|开板|拆解|下水|销毁|发车|始发|祭扫|宣讲|讲学|集训|考察|视察|调研|"
    "进行|集合|集中|出发|展售|展销|开机|开场|宣布|签订|签下|签署|会面|插队|逝世|去世|病逝|辞世|就职|决赛|比赛|开拍(?!卖)|碰面|签到|报到|打响|鸣枪|奠基|挂牌|上市|开放|义诊|设摊|安葬|竣工|投产|侧翻|相撞|追尾|起火|坠落|坠崖|开了|开(?=[“《])|开出|开起|(?<!停)办(?![公理法案事学])|设了|发生|遇险|被困|失联|走失|获奖|获颁|领奖|并网|发电|点火|合龙|贯通|通车|通航|起降|夺冠|夺得|摘得|抓获|落网|查获|破获|停靠|靠泊|着陆|出土|发现|(?<!建)设(?![计施备想定区])"
)
_AT = re.compile(
    rf"[在于](?<![现正存旨意不].)(?<![^法出究务管理税验育卫生]所.)(?!地(?:[乐青艺文小农特食音居民美品团]|[一-龥]团))([{_HAN}A-Za-z0-9“”（）·—\-]{{2,22}}?)(?:、[{_HAN}]{{2,8}}?){{0,2}}(?:{_HELD}|免费|对外|向公众)"
)
_STATED = re.compile(rf"地点(?:[仍设定改]*[在为]|由[{_HAN}]{{2,12}}?改[为到在])([{_HAN}A-Za-z0-9]{{2,16}})")
#: 在大学城, at the end of its clause.
_AT_END = re.compile(rf"在(?<![现正存所旨]在)([{_HAN}]{{3,10}})(?=[，。；\n]|\Z)")
#: 赴意大利博洛尼亚参展: a city of a country or a province.
_CITY_ABROAD = re.compile(
    rf"([{_HAN}]{{2,6}}?)(?:市|参[展加赛]|出席|访问|考察|演出|展出|巡[演展]|展演|举[行办]|召开|比赛|推介|交流|学习|领奖|支教|挂职|插队|服役|演练)(?<!开展)"
)
_CITY_OF = re.compile(rf"[{_HAN}]{{2,5}}?(?=的[{_HAN}]{{2}})")
#: A stretch that something touches: 在东山到惠安一带.
_STRETCH = re.compile(rf"在([{_HAN}]{{2,14}}?(?:之间|一带沿海|一带|沿海|沿岸|沿线|海域|交界处))")
#: Where in an office's house somebody is to go: 市体育局二楼.
_OFFICE_FLOOR = re.compile(
    rf"([{_HAN}]{{1,8}}?(?:局|委|办公室|总工会|法院|社区|委员?会))([一二三四五六七八九十0-9]{{1,2}}楼(?:[{_HAN}]{{2,6}}[厅室])?)"
)
#: Where something sets out from, whatever it is called: 货车从合作社的仓库驶出.
_SETS_OUT = re.compile(
    rf"(?:从|(?<![自理])由)([{_HAN}A-Z0-9]{{2,16}}?)(?:鸣枪|发枪|缓缓|徐徐|准时|正式|[0-9]{{1,2}}号?站台)*(?:出发|发车|驶[出离]|启程|始发|起跑|开跑|起航|首航|开出|起飞|升空|发船|起驾)"
)
#: What lies somewhere off a place: 在鸭嘴角以东12海里处.
_OFF = re.compile(
    rf"(?:在|于(?<![起位]于)|距(?=[{_HAN}]{{2,8}}?[东南西北]))([{_HAN}]{{2,8}}?)(?:以[东南西北]|[正偏]?[东南西北]{{1,2}}(?:方向|面|侧)?约?[0-9.]+(?:公里|海里|千米|米)|附近(?:海域|水域|山林|江面|河段)?|近海|外海|上空)"
)
#: Where two roads meet: 春晖路与南门街交叉口.
_CROSSING = re.compile(
    rf"([{_HAN}]{{2,8}}?)([与和][{_HAN}]{{2,8}}?(?:交界处?|交叉口|交叉路口|交汇处|交会处|路口|交口))"
)
#: A place without a noun that something moves back to, or somebody goes to show something: 迁回柳湾现址, 赴米兰展出.
_MOVED = re.compile(
    rf"(?:(?:迁回|搬回|迁至|迁到|移至|移到|搬到|搬至)(?=[{_HAN}]{{2,6}}现址)|[赴到](?=[{_HAN}]{{2,6}}(?:展出|参展|展演|巡展|巡演))|(?<![对转])赴(?=[{_HAN}]{{2,6}}(?:留学|求学|深造|访问|出席|比赛|参赛|支教|进修|工作)))(?!全国|全市|全省|外地|各地|国外|海外)([{_HAN}]{{2,6}}?)(?:现址|展出|参展|展演|巡展|巡演|留学|求学|深造|访问|出席|比赛|参赛|支教|进修|工作)"
)
#: Where somebody gets to at the end of a clause, by a name that needs no noun: 代表团抵达申城.
_ARRIVED = re.compile(
    rf"(?:(?:[抵到]达|[飞返驶运]抵|[赶奔]赴|前往|移师|转战|落户|入驻|[迁搬移]往|[迁搬][到至]|[进开]驻(?=[一-龥]{{1,3}}[沟坪坡岭湾滩坝冲峪河山镇村乡岗塬岛](?:[，。；、]|\Z)))了?(?:[{_HAN}]{{2,3}}[省市](?=[{_HAN}]{{2}}))?)([{_HAN}]{{2,6}})(?=[，。；、]|\Z)|(?:移师|转战)([{_HAN}]{{2,4}}?)(?=[进举]行|展开|继续|迎战|对阵|参加|再战|参赛|比赛|开[赛战演唱]|[加上公巡]演)"
)
#: Whom a road is shut to: 对大客车限行.
_DRIVEN = ("车", "车辆", "船舶", "船只", "行人")
#: Those who are cut off: 对东风社区、纺织路以北停水.
_CUT_OFF = re.compile(
    rf"对([{_HAN}A-Za-z0-9、（）]{{3,40}}?)(?:进行|实施|实行|采取)?(?:临时|计划|分段|全)?(?:停水|停电|停气|降压|管制|封闭|断水|限行)"
)
#: What is done to a road.
_ON_ROAD = re.compile(
    r"封闭|封路|封桥|管制|施工|通行|改道|绕行|断交|断行|限行|禁止|禁行|维修|养护|通车|抢修|开通|占道|检修|塌方|夜市|让行|贯通|合龙|改造|清淤"
)
#: A road by its number: 国道207线石门段, S305省道.
_NUMBERED_ROAD = re.compile(
    rf"(?<![往接至0-9])(?:(?:国道|省道|县道)[GSX]?[0-9]{{2,4}}线?|[GSX][0-9]{{2,4}}(?![0-9次])(?:线|国道|省道|县道|[{_HAN}]{{1,5}}高速)?|[0-9]{{2,3}}(?:国道|省道|县道)|台[0-9]{{1,3}}[甲乙丙丁]?[线線])(?!部分)(?:[{_HAN}]{{2,6}}?段)?"
)
_LATIN = re.compile(r"[GSX][0-9]")
#: Where the words end that tell a place: 在车站将嫌疑人抓获.
_TAKES = re.compile(r"将(?!军)|把(?!门)")
#: The capital and the great cities by the one character that stands for them behind a verb of going.
_SHORT_FOR = re.compile(
    r"京(?<=[进赴来在晋抵]京)(?!都|东|剧|津)|沪(?<=[赴抵来在]沪)|渝(?<=[赴抵]渝)|穗(?<=[赴抵]穗)|港(?<=[赴抵]港)(?!口)|澳(?<=[赴抵]澳)(?!大)"
)
_LONG = {"京": "北京", "沪": "上海", "渝": "重庆", "穗": "广州", "港": "香港", "澳": "澳门"}
#: Who tells something tells in the clauses behind where it is.
TELLS = re.compile(r"披露|公布|宣布|发布|通报|表示|透露|获悉|公告|介绍|确认|决定")
#: A clause that only says what kind of thing befell says in the clauses behind where: 发生一起事故，三人在柳家渡口遇险.
BEFELL = re.compile(
    "(?:发生|突发)(?:了|过)?[一两]?[起场次]?[\u4e00-\u9fff]{0,6}(?:事故|火灾|火情|险情|案件?|意外|事件)"
)
#: What is said of a whole town takes place in no house of it.
WHOLE_TOWN = re.compile(r"(?:(?<!天)全|(?<![\u4e00-\u9fff])我)[市县区镇村乡城](?!性|民)|[各多][镇街区县乡村](?!级)")
#: What is built, or a part of it, without a place of its own in the clause.
WORKS = re.compile(
    by_first(r"[一二三四五]期|项目|动工|开工|投产|竣工|达产|试产|封顶|投用|完工|考古|发掘|墓葬|浇筑|架设|吊装")
)
_NOWHERE = re.compile(
    r"^(?:这里|此间|当地|我市|全市|全国|会上|现场|校门口?|线上|一线|前线|各地|当地|前方|救[助援灾火]|处[置理]|支援|增援|采访|查[看验]|参[加赛]|营救|勘[查察验]|搜[寻救]|扑救|灭火|岗位|战场|火场|灾区|街道|社区|乡镇|镇街|县乡|村组|现址|新址|原址|旧址|家门口|[村镇街巷路桥]口|[村镇乡]里|[村镇街]上|村[头尾东西南北中]|[新三四科创主中业小企股权转让]+板|国内|国外|海外|本地|外地|各地|当天|当晚|同期|此|此处|这|那|其中|省内|市内|县内|区内|城区|校内|馆内|院内|辖区|境内|场内|园内|店内|网上|基地|家[里中]|店里|这一天|大部分?|部分|多地|局部|一起|一线|决赛|比赛|会议|活动)$|[0-9]$|[年月日时分秒]$|^[级个条家座处号]|^(?:同一|各自|所属|片内|就近)|(?:(?<![东西南北]门)外|[上中下内前后里间])$|(?:公斤级|[男女]子组|年龄组|系统|网站|官网|小程序|客户端|公众号|APP|(?<!观[景光星])平台|股权交易(?:中心|所)?)$"
)
_BRACKETED = re.compile(rf"[（(]([{_HAN}0-9A-Za-z—]{{2,16}})[）)]")
#: The shop in front of brackets that tell which of its houses: 移至半亩书店（柳巷店）.
_SHOP = re.compile(rf"(?<=[在至到于])[{_HAN}]{{2,8}}\Z")
#: What else a bracketed place says: 南门出发.
_MEETING = re.compile(r"(?:出发|集合|集中|签到|入场|门口集合)$")
_PLACE_END = re.compile(
    r"(?:馆|院|厅|场|园|中心|礼堂|台|楼|层|室|街|路|巷|桥|码头|基地|酒店|宾馆|大厦|绿道|社区|小区|村|镇|店|城|坊|仓|站|门口|门前|[东西南北正大侧后]门|操场|校区|草坪|沙滩|湖畔|东区|西区|南区|北区|景区|园区|厂区|渡口|大堂|书房|书屋|会所|线上|直播间)\Z"
)


def is_place(words: str) -> bool:
    """Whether a few words are by their ending a place to go to: 竹艺广场主舞台, 二楼报告厅."""
    return 3 <= len(words) <= 20 and bool(_PLACE_END.search(words)) and not _NO_PLACE.search(words)


_NO_PLACE = re.compile(
    r"^[含除如即限]|举行|举办|召开|开幕|开放|上演|[闭开休]馆|成立|建成|[入进退登出][场园馆]\Z|[，。；：（）()\s]|^[有了在为是的到]"
)

#: More buildings or streets than these, side by side, mean the whole town.
_FEW = 2


def place_of(part: str, default: str) -> str | None:
    """Where a statement's happening takes place, as printed; ``default`` when it names no place; None when neither."""
    names = names_in(part)
    return told_in(part, names) or named_in(part, names) or default or None


#: Towns and what is larger, and a hamlet or a hill in a town by the character that its name ends with.
_WIDE = frozenset(("country", "province", "city", "town"))
_VILLAGE = re.compile(f"[{_HAN}]{{1,3}}[庄屯沟坪湾坝岭寨堡营店铺圩墟埠口岗冈峪垭坑坞畈垄坳岔嘴咀]")


def told_in(part: str, names: Sequence[PlaceName]) -> str:
    """Where a stretch of text says that something takes place, moves to or is closed; "" where it says no such thing."""
    for bracketed in _BRACKETED.finditer(part) if "（" in part or "(" in part else ():
        if "至" in bracketed[1] or "—" in bracketed[1]:
            continue  # how far a road is closed
        if part.endswith(bracketed[1][-2:], 0, bracketed.start()):
            continue  # 云溪至松湾铁路（云松铁路）: what it is called for short
        if bracketed[1].endswith("店"):
            shop = next((p.name for p in names if p.end == bracketed.start()), "")
            run = None if shop else _SHOP.search(part, 0, bracketed.start())
            if shop := run[0] if run else shop:
                return shop + bracketed[0]
        if is_place(name := _MEETING.sub("", bracketed[1])) or (
            1 < len(name) < len(bracketed[1]) and not _NOWHERE.search(name)
        ):
            return name
    if "地点" in part and (stated := _STATED.search(part)):
        return _own_words(stated[1])
    if "，" in part and (shut := shut_first(part, names)):
        return shut
    at_all = "在" in part
    if ("口" in part or "交" in part) and (crossing := _CROSSING.search(part)):
        return cut(crossing[1]) + crossing[2]
    if (
        ("展" in part or "现址" in part or "赴" in part)
        and (moved := _MOVED.search(part))
        and not _NOWHERE.search(moved[1])
    ):
        return moved[1]
    if at_all and (stretch := _STRETCH.search(part)):
        return stretch[1]
    if at_all and (off := _OFF.search(part)) and (name := _own_words(off[1])):
        return name
    if (
        "对" in part
        and (cut_off := _CUT_OFF.search(part))
        and not (_ALL_OVER.match(cut_off[1]) or _ANY_OF.match(cut_off[1]) or cut_off[1].endswith(_DRIVEN))
    ):
        return cut_off[1]
    if "楼" in part and (floor := _OFFICE_FLOOR.search(part)):
        return cut(floor[1]) + floor[2]
    if ("从" in part or "由" in part) and (sets_out := _SETS_OUT.search(part)) and not _NOWHERE.search(sets_out[1]):
        return sets_out[1]  # its words stand between 从 and the verb: they are no more than a name
    if len(names) > 1 and (instead := held_instead(part, names)):
        return with_inside(part, instead)
    if names and (at := _finest(place for place in names if place.role == "at")):
        if (
            at.sort in _WIDE
            and (held := _AT.search(part))
            and held[1].startswith(at.name)
            and (at.sort in ("country", "province") or _VILLAGE.fullmatch(held[1], len(at.name)))
        ):
            return held[1]
        city = _CITY_OF.match(part, at.end) if at.sort == "country" else None
        return at.name + city[0] if city else with_inside(part, at)
    if (at_all or "于" in part) and (held := _AT.search(part)) and (name := _own_words(_TAKES.split(held[1])[0])):
        return name
    if names and (to := _finest(place for place in names if place.role == "to" and place.name not in ZONES)):
        city = _CITY_ABROAD.match(part, to.end) if to.sort in ("country", "province") else None
        return to.name + city[1] if city else with_inside(part, to)
    if (
        (
            "抵" in part
            or "前往" in part
            or "赴" in part
            or "师" in part
            or "战" in part
            or "驻" in part
            or "落户" in part
            or "迁" in part
            or "搬" in part
        )
        and (arrived := _ARRIVED.search(part))
        and (name := _own_words(arrived[1] or arrived[2]))
        and not (names and name in ZONES)
    ):
        return name
    if route := route_in(part, names):
        return route
    if ("线" in part or "道" in part or _LATIN.search(part)) and (numbered := _NUMBERED_ROAD.search(part)):
        named = next((p for p in names if p.start <= numbered.end() < p.end and p.sort == "road"), None)
        return numbered[0] + (part[numbered.end() : named.end] if named else "")
    if (roads := roads_in(part, names)) and _ON_ROAD.search(part):
        return roads[0].name if len(roads) <= _FEW or part[roads[0].end] in "（(" else ""
    if detour := detour_in(part):
        return detour
    if "：" in part and (row := listed_in(part, names)):
        return row
    if short := _SHORT_FOR.search(part):
        return _LONG[short[0]]
    if at_all and (ends := _AT_END.search(part)) and ends[1].startswith(name := _own_words(ends[1])) and is_place(name):
        return name
    return venue_in(part, names)


def at_home(part: str, names: Sequence[PlaceName], home: str, named: str) -> str:
    """The place as exact as the one ``named`` that a stretch of text names in the home of its article; home itself where
    it is the partner: 松湾市与云溪县结对; else the one named."""
    own = [place for place in names if home and home in place.name and not in_brackets(part, place)]
    sort = next((place.sort for place in names if named.startswith(place.name)), "town")
    here = _finest(place for place in own if place.role not in ("away", "made"))
    if here and sort == here.sort == "town" and FINENESS.get(named[-1], 0) > max(2, FINENESS.get(here.name[-1], 0)):
        return named  # 柳村是云溪县最远的村
    if home in named or (here and _EXACT[here.sort] <= _EXACT[sort]):
        return named if here is None or home in named else here.name
    return home if any(p.role == "away" and part[p.start - 1 : p.start] in _PARTNERS for p in own) else named


_PARTNERS = ("与", "和", "同", "跟")


def named_in(part: str, names: Sequence[PlaceName]) -> str:
    """The place that a stretch of text merely names, of those that somebody is from or goes off to none; or ""."""
    if not names:
        return ""
    if _AND_OTHERS.match(part, names[0].end):
        return ""
    here = [p for p in names if p.role not in ("away", "made") and (_tells(p) or _RISES.match(part, p.end))]
    here = [p for p in here if (p.sort != "road" or not is_detour(part, p)) and not in_brackets(part, p)]
    here = [p for p in here if p.name not in ZONES] or here  # 灵关镇被打通，车队抵达县城
    if sum(place.sort in ("site", "road") for place in here) > _FEW:
        return ""
    best = _finest(here)
    if best is None or best.sort in ("town", "city"):
        # what is built in a town is built there, whoever builds it
        built = next((town for place in names if place.role == "made" and (town := town_in(place.name))), "")
        return built or (best.name if best else "")
    return with_inside(part, best)


#: 古城、白石洞等12家景区免费: so many that the whole town is meant.
_AND_OTHERS = re.compile(rf"、[{_HAN}、]{{2,40}}?等(?:[0-9]{{1,4}}|[三四五六七八九十百]+)[余多]?[家处个座所]")
#: 泷江暴涨: what a river does is done there, however short its name.
_RISES = re.compile("(?:上[架建修搭筑]|暴涨|出现|水位|漫堤|涨|泛滥|封冻|开河|断流|超警|结冰|改道|迎来)")


def _tells(place: PlaceName) -> bool:
    """Whether a place merely named says where something is: no province, and no hill or river that may be a word."""
    return place.sort != "province" and not (place.sort == "land" and len(place.name) < 3)


def _finest(places: Iterable[PlaceName]) -> PlaceName | None:
    """The first of the places that say most exactly where."""
    return min(places, key=lambda place: (_EXACT[place.sort], place.start), default=None)


def _own_words(name: str) -> str:
    """What of some words is the place's name; "" where they name none."""
    if _ALL_OVER.match(name):
        return ""
    name = cut(_BRACKET.sub("", name)).strip("“”—-·")
    return "" if len(name) < 2 or _NOWHERE.search(name) else name


#: 在全市金店, 在城区18所学校: in all of a kind, or many.
_ALL_OVER = re.compile(
    r"全[市县区镇省村州旗]|各[级类大]|每[个家所]|以下|下列|上述|[^，。]{0,6}[0-9一二三四五六七八九十百]+[余多]?[所家个座处条](?!泉)"
)
#: 对考点学校封闭: those that are of a sort.
_ANY_OF = re.compile("考点|重点|相关|有关|违[法规]|超限")
_BRACKET = re.compile(r"[（(][^（）()]*[）)]?$")
