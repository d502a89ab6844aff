"""The towns that a text names without 市 or 县: where a report is sent from, what its clauses begin with, whose works it names.

>>> sent_from("本报云溪讯 渡口昨日启用。"), told_bare("云溪至松湾的班车昨日开行。云溪2004年通火车。")
('云溪', {'云溪': 2})
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from timeline import regex as re
from timeline.events.gazetteer import CITY
from timeline.events.institution import LEAD
from timeline.events.occurrences import occurrences
from timeline.events.placenames import PlaceName
from timeline.events.placenouns import SORT, WORKSHOPS
from timeline.events.placewords import COMMON, TOWNS

_HAN = "\u4e00-\u9fff"
_BOUNDARY = ",;:，。！？、；：“”（(）)《》 \u3000\n在于从到赴由对与和及的是我向为至往回来届"
#: Characters that a town's name ends with.
_TOPONYMIC = (
    "屿园禾渚溪浦州阳江山海川城安平岭港桥泽陵湖汀塘湾洲原林丰宁化昌口泉源岩峰岛水河津台石谷坪坡岗坝沟庄店关堡寨沙潭池井滨岸梁涧清泰兴庆德康坊渡墩埠圩墟冲坞峪峡畈东西南北"
    "嘉岬濑泷洼峤嵊屏棠岙崮峁厝寮涌濠沅沣渭滏沁汾潞漯沂泗沭濮澄涪潼郫荥榕樟桐蓉芦菱鹭雁麓畲坻阜郯邺"
    "澜陂埔邑垸坳岱崖渌塬垭埝堰堤屯甸陇郡荫湟沱澧垟坂坨埕塆圳浒滘溇淮洛漳阴"
)
_COMMON_WORDS = (
    "经开 高新 保税 开发 中心 国际 人民 文化 新建 首届 全国 国家 首个 首座 跨江 跨海 长江 黄河 城关 城厢 城市 乡村 海上 水上 体育 工业 滨江 滨海 城东 城西 城南 城北 东湖 西湖 南湖 北湖 中华 中国 我国 外国 外地 本地 当地 "
    "主场 客场 国家 省级 市级 县级 男子 女子 青年 少年 老年 党员 主持 记者 游客 外来 年轻 专业 家乡 故乡 本省 外省 现代 传统 志愿 业余 民间 各支 两支 多支 代表 参赛 球队 车队 舰队 部队 军队 乐队 团队 "
    "社区 校园 农村 高中 初中 其中 集中 空中 水中 山东 广东 华东 华南 华北 西南 西北 东北 东南 江南 江西 滨河 滨湖 环城 沿江 沿河 湖南 湖北 河南 河北 陕西 山西 广西 大西 田园 公园 花园 乐园 森林 园林 山林 山水 海水 河水 江河 江海 山河 山海 大海 大江 绿水 滨水 "
    "平安 治安 公安 长安街 健康 小康 平原 高原 草原 中原 资源 能源 水源 新能源 消化 转化 文化 绿化 美化 优化 数字化 公平 水平 和平 关口 窗口 人口 出口 进口 入口 港口 路口 舞台 平台 电台 讲台 阳台 新兴 复兴 振兴 国庆 校庆 喜庆 道德 品德 健康 沿海 近海 "
    "上海 深海 出海 书店 酒店 商店 饭店 老店 品质 化石 宝石 钻石 岩石 温泉 矿泉 沙滩 机关 海关 有关 相关 上坡 水池 电池 油井 牌坊 作坊 磨坊 校友 商会 工会 清明 丰收 电源 起源 五四 两岸 海岸 沿岸 大桥 小河 运河 气象台 电视台 象台 视台 后台 前台 吧台 站台 柜台 轮渡 摆渡 过渡 引渡 偷渡 横渡 抢渡 竞渡 强渡 飞渡 汽渡 普渡 古渡"
)
NO_TOWN = frozenset(_COMMON_WORDS.split()) | COMMON
#: The town that a report is sent from: 本报云溪讯.
_DATELINE = re.compile(
    rf"本[报刊台](?!讯|记者|特约|通讯|综合|专)([{_HAN}]{{2,4}}?)[市县区]?[0-9月日\s]*(?:专?讯|专?电|消息)(?![视台])"
)
#: And as the page of a county or an office puts it: 云溪讯, 云溪信息：.
_HEADED = re.compile(rf"\A\s*([{_HAN}]{{1,2}}[{_TOPONYMIC}])[市县区]?(?:讯[\s：:（(]|(?:信息|消息)[：:])")
#: The same as papers of Taiwan print it: 记者江心怡／云溪报导.
_BYLINE = re.compile(rf"[／/]([{_HAN}]{{2,3}}?)[市县区]?(?:综合|[0-9]+日)?(?:报导|报道|電|电)[】）)]")
#: What may be a town's name: where a clause begins, or behind a word of direction.
_BEGINS = re.compile(
    rf"(?:^|(?<=[{_BOUNDARY}]))(?![在于从到赴由对与和及的是我向为至往回来受取把将让使以全本各该市县区镇省第])(?=([{_HAN}]{{1,2}}[{_TOPONYMIC}]))"
)
_BEFORE = frozenset(_BOUNDARY + "省让使以")
#: What stands behind a firm's or a person's name, or a unit of which it is a full name.
_OTHER_NAME = re.compile(
    rf"(?!的)[{_HAN}]{{0,6}}?(?:公司|集团|股份|科技|实业|药业|半导体|电子|机械|重工|仪表)|队|[说称道]|表示|介绍|认为|坦言|告诉|回忆|先生|女士|老人|片区|社区|街道|[路街巷]|[市县区省镇乡村州](?![{_HAN}]{{0,3}}[局委办院])"
)
#: What a firm's short name goes on with: 恒丰纺织创立于….
_TRADE = re.compile(
    r"(?:纺织|化工|食品|电器|电子|制药|医药|置业|地产|物流|重工|机电|新材|材料|生物|科创|能源|光电|汽车|船舶|乳业|酒业|茶业|家居|服饰|印务|传媒|钢铁|水泥|建材|电缆|精密|智能|软件|药业|农业|牧业|渔业|矿业|纸业|鞋业)"
    r"(?=[创成股将获与是的（(]|[拟已计称]|20|19|今年|去年|\s)"
)
#: What stands behind a water, and behind no town: 沭溪滩上, 到溪边.
_WATERS = "河江溪湖"
_OF_WATER = re.compile("[滩边岸畔堤里心面]|水[位面质]|[东西南北两]岸|上(?!游)|决口|涨|泛滥")
_OFFICE_OF = re.compile(
    r"(?:书记|主任|经理|[^省市县区年]长|记者|[村市居]民|先生|师傅|老师|教授|工程师|负责人|演员|选手|导演|专家|[人员手匠师民工家生]|岁的)\Z"
)
#: What a town's name stands in front of on its own pages.
_OF_TOWN = re.compile(
    rf"(?:^|(?<=[{_BOUNDARY}])|(?<=20[0-9][0-9]))([{_HAN}]{{2}})(?=经济技术开发区|经济开发区|高新|开发区|大桥|体育中心|体育[场馆]|大剧院|博物馆|图书馆|文化馆|美术馆|档案馆|机场|火车站|站|客运|"
    r"港|湖|水库|中学|一中|高中|职高|师范|职业|技师|古镇|古城|老街|日报|晚报|时报|商报|电视台|公安|供电|水务|气象|文旅|海关|地铁|公交|(?:半程|全程|国际)?马拉松|籍|人(?!民|员|大|才|口|群|工|数|均|力)|境内|城区|老城|海域|沿海|"
    r"海洋|陶瓷|白茶|方言|话|菜|女[篮排足]|男[篮排足]|队)"
)
_TEAM = re.compile("[男女][篮排足]")
#: What stands behind other words as well: 理发队, 志愿队, 检查站.
_OF_ANY = "队站港湖籍人话菜海男女方博师职技"
#: A festival by the number of its edition, and a building: each begins with its town, where that has a town's ending.
_EDITION = re.compile(
    rf"第[一二三四五六七八九十百0-9]+届([{_HAN}]{{2}})(?=[{_HAN}]{{0,8}}(?:节|季|周|赛|展|会|马拉松|庙会|论坛))"
)
#: The bank or the works of a town, whose name it begins with; a paper may be that of another town, whose report is reprinted.
_OWNS = re.compile(
    rf"(?:(?<![{_HAN}“])|(?<=[从据由经])|(?<=国网))(?![全我本各该市县区省中国为因随受按经据配年月日]|[一二两三四五六七八九十几][条路辆家座所名位个])([{_HAN}]{{2,3}})(?<![市县区省国])(?=电网|农商|农村商业银行|农村信用|村镇银行|信用联社|供电|供水|自来水|水务|燃气|热力|公交|城投|烟草|邮政|海事|海关|港务|机场|车务|地铁|轨道|气象|公安|交警|消防|法院|检察院|税务|一中|二中|中学|职校|医院)"
)


#: Where a clause begins, or behind a word of going, a town with its police, a street that every town has, or a time.
_ONCE = re.compile(
    rf"(?:^|(?<=[{_BOUNDARY}入抵经]))(?=([{_HAN}]{{1,2}}[{_TOPONYMIC}])(?:警方|检方|交警|市民|[{_HAN}]{{2,4}}局(?!部|面|势|限)|录得|街头|电视台|各[处地界]|城区|平原|盆地|境内|的?天气|(?:解放|人民|中山|建设|和平|胜利|新华|民主|团结|光明)[东南西北中]?(?:路|街|大道|大街)|[0-9]{{1,2}}[月日]|[今昨明][天日晚晨夜年]))"
)


def told_once(text: str) -> str:
    """The first town that a text tells without its unit and in no need of telling it twice; or "".

    >>> told_once("入冬以来最强冷空气已到。云溪6日夜间降温。")
    '云溪'
    """
    return next((name[1] for name in _ONCE.finditer(text) if _is_own(name[1]) and not _runs_on(text, name.end(1))), "")


def _runs_on(text: str, end: int) -> bool:
    """Whether what ends there is part of a word: 原州林 of 原州林业局."""
    return text[end - 1 : end + 1] in _RUN_ON


def _is_own(name: str) -> bool:
    """Whether what has the shape of a town's name is no other word, and no city that is known as such."""
    plain = (
        name in NO_TOWN or name[-2:] in NO_TOWN or name[:2] in NO_TOWN or name[0] in _NO_BEGIN or name.endswith(_HOUSES)
    )
    return not plain and not _goes_round(name) and not CITY.fullmatch(name)


def _goes_round(name: str) -> bool:
    """Whether words tell what goes along a water or round a hill: 环湖, 沿江."""
    return name[0] in _ROUND and name[1:] in _WATERS_AND_HILLS


_HOUSES = tuple(noun for noun in SORT if len(noun) > 1)
_ROUND, _WATERS_AND_HILLS = frozenset("环沿绕临滨傍跨"), frozenset("江河湖海溪山岛城岸")
_NO_BEGIN = frozenset("原本该各全我在于从到将已又再也都其这那每某两三一二四五六七八九十几多大小老新上下前后东西南北中")


def sent_from(text: str) -> str:
    """The town that a report says it is sent from, without its unit; "" where it says none."""
    line = _DATELINE.search(text, 0, LEAD) or _HEADED.match(text) or _BYLINE.search(text, 0, LEAD)
    return line[1] if line and line[1] not in NO_TOWN else ""


#: How houses end that a page speaks of without a name: 酱园, 茶厂.
NAMELESS = frozenset("园厂馆院校店铺坊")


def told_bare(text: str) -> dict[str, int]:
    """The names that clauses begin with, before different words, and that stand nowhere inside others; with how often."""
    begun = {match[1] for match in _BEGINS.finditer(text)} - NO_TOWN
    towns = (
        name
        for name in sorted(begun)
        if name[-1] not in NAMELESS and not _goes_round(name) and not CITY.fullmatch(name)
    )
    return {name: times for name in towns if (times := _alone(text, name))}


_LONGER_WORDS = (
    "城际 城区 城市 城镇 城乡 林业 水利 水务 水电 水质 海事 海关 海洋 海运 港口 港务 口岸 山区 河道 河流 江面 江段 湖区 湖面 岛屿 桥梁 桥面"
    " 桥头 泉水 山体 沙石 石油 石化 店铺 关口 关门"
)
#: Words that begin with what a town's name may end with.
_RUN_ON = frozenset(SORT) | frozenset(_LONGER_WORDS.split())


def _alone(text: str, name: str) -> int:
    """How often a text holds a name, where it is mostly one of its own and no firm's or person's; else 0."""
    times = text.count(name)
    if times < 2:
        return 0
    begun, behind = 0, set()
    for at in occurrences(name, text):
        end = at + len(name)
        if _OFFICE_OF.search(text, max(0, at - 4), at) or _TRADE.match(text, end):
            return 0
        if name[-1] in _WATERS and _OF_WATER.match(text, end):
            return 0
        if at == 0 or text[at - 1] in _BEFORE:
            begun += 1
            if not _OTHER_NAME.match(text, end):
                behind.add(text[end : end + 2])
    if all(name[-1] + words[:1] in _RUN_ON for words in behind):
        return 0  # 红岩水 of 红岩水库
    return times if len(behind) > 1 and 3 * begun >= 2 * times else 0


def things_towns(text: str) -> dict[str, int]:
    """The names that stand in front of a bridge, a team or a festival and once more without it, with how often."""
    found = {
        match[1]
        for match in _OF_TOWN.finditer(text)
        if match[1] not in NO_TOWN
        and not re.search("[第届的了一二三]|[市县区]|[两四五六七八九十几多][条路辆家座所名位个支]", match[1])
        and (
            text[match.end()] not in _OF_ANY
            or _TEAM.match(text, match.end())
            or match[1][-1] in _TOPONYMIC
            or CITY.fullmatch(match[1])
        )
    }
    return {name: times for name in found if (times := text.count(name)) > 1}


#: What lies somewhere ends so, and few things that are made: the mills of 崤岭 are there, 恒泰 is a trade name.
_LYING = frozenset("屿渚溪浦州阳江河湖海川城岭港桥陵塘湾洲原岛滩津坪坡岗沟店堡寨沙潭池井浔汀浜坞峪垭坳埠")
_WORKS_OF = re.compile(
    rf"(?:^|(?<=[{_BOUNDARY}]))([{_HAN}]{{2}})(?=[{_HAN}]{{2,4}}(?:总厂|厂|矿)|(?:钢铁|水泥|重工|化工|石化|矿业|焦化|纸业|造纸|纺织|酒业|铝业|铜业|煤业|煤电|热电|港务|轴承|机床|陶瓷|盐业|糖业|乳业|轮胎|船舶)(?:集团|股份|总?公司|有限))"
)


#: Who supplies a town, at the head of a notice.
_SUPPLIES = re.compile(
    rf"\A\s*(?:国网)?([{_HAN}]{{2,3}}?)[市县区]?(?:供电|供水|自来水|燃气|热力|水务|公交|电力)[{_HAN}]{{0,6}}(?:公司|集团|局|所)[{_HAN}]{{0,8}}(?:公告|通知|通告|信息|计划|安排)"
)


def served_town(text: str) -> str:
    """The town that a notice's first line says is supplied: 国网云溪供电公司停电公告; or "".

    >>> served_town("国网云溪供电公司停电公告")
    '云溪'
    """
    served = _SUPPLIES.match(text)
    return served[1] if served and served[1] not in NO_TOWN else ""


def works_town(text: str) -> str:
    """The town that the mills begin with that a page is about, where it lies somewhere by its name; or "".

    >>> works_town("昨日，崤岭钢铁集团点火复产。"), works_town("昨日，恒泰化工公司投产。")
    ('崤岭', '')
    """
    named = (match[1] for match in _WORKS_OF.finditer(text, 0, LEAD))
    return next((name for name in named if name[-1] in _LYING and _is_own(name)), "")


#: So many houses that begin alike stand in one town, whose name has so many characters.
_HOUSES_ALIKE, _LONG_NAME = 3, 3


def houses_towns(known: Sequence[PlaceName]) -> dict[str, int]:
    """The names of three characters that several houses begin with, with how many: those of two are known by their last.

    >>> from timeline.events.placenames import names_in
    >>> houses_towns(names_in("塔拉尔火车站停用，塔拉尔客运站、塔拉尔机场照开。云龙湖广场、云龙湖大桥、云龙湖医院迎客。"))
    {'塔拉尔': 3}
    """
    houses = {place.name for place in known if place.sort in ("site", "road") and len(place.name) > _LONG_NAME + 1}
    begun = Counter(name[:_LONG_NAME] for name in houses)
    return {
        name: times
        for name, times in begun.items()
        if times >= _HOUSES_ALIKE and name[-1] not in SORT and not TOWNS.match(name) and _is_own(name)
    }


def head_town(text: str) -> str:
    """The town that a festival or a bank begins with, on a page that names none else; or ""."""
    named = next((name for name in (m[1] for m in _EDITION.finditer(text)) if _may_be_town(name)), "")
    return named or next((m[1] for m in _OWNS.finditer(text, 0, LEAD) if m[1] not in NO_TOWN), "")


def begun_with_town(known: Sequence[PlaceName]) -> str:
    """The town that a house begins with, on a page that names none else and is about no house; or ""."""
    return next((town for p in known if p.sort == "site" and (town := begins_with_town(p.name))), "")


def begins_with_town(house: str) -> str:
    """The town that a house's name begins with, of two characters or with none of a tower behind them; or "".

    >>> begins_with_town("云溪殡仪馆"), begins_with_town("青山阁酒店"), begins_with_town("鹤鸣山景区")
    ('云溪', '', '')
    """
    plain = len(house) < 5 or house.endswith(tuple(WORKSHOPS)) or house[2] in "楼阁塔亭"
    return "" if plain or not _may_be_town(house[:2]) else house[:2]


def _may_be_town(name: str) -> bool:
    return name[-1] in _TOPONYMIC and name not in NO_TOWN and name[0] not in "东西南北中新老大小"
