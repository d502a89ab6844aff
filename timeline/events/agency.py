"""Whether somebody or something told before can be who does what a later clause says.

>>> goes_on("渡口大桥", "实现乡乡通油路", frozenset()), goes_on("渡口大桥", "正式通车", frozenset())
(False, True)
"""

from __future__ import annotations

from timeline import regex as re
from timeline.events.persons import name_in
from timeline.events.protagonists import is_of_towns, suits
from timeline.events.subjects import SKIPPED
from timeline.events.verbforms import HANDLES

#: Those who are told of by no name.
PRONOUNS = ("他", "她")
#: Works, to which things are done, and what is only done by those who have them built.
_BUILT = re.compile(
    "(?:[大引]桥|公路|铁路|高速|隧道|水库|大楼|综合楼|门诊楼|住院楼|教学楼|泊位|码头|[校院]区|[大堤坝]坝|大堤|国道|省道|号线|动车|操场|[左右]岸|[一二三四五]期(?:工程|项目|厂房)?)$"
)
_BY_ACTOR = re.compile(
    r"[\s，。；、]*(?:成功|顺利|首次|率先|先后|再次|又|正式|全面|同步)*(?:成为|通过(?![^，。；]{0,6}(?:验收|评审|审批|鉴定))|晋升|晋级|跻身|获评|获批|获得|荣获|获(?=[^，]{2})|实现|出台|印发|提出|推出|推行|举办|举行|承办|主办|创建|创办|成立|组建|开设|开展|制定|实施|启动|加挂|挂牌|牵头|联合|与|引进|推广|建立|设立|完成|试点|入选|迁|改名|更名|改称|定为|在(?![^，]{2,12}(?:通车|竣工|开工|贯通|合龙|封顶|建成|投用|启用|通过)))"
)
#: 首片玻璃下线，明年达产: a line runs, not what it makes.
_PRODUCT, _RUNS = (
    re.compile("首[片台辆批件套架支块颗枚瓶罐炉]"),
    re.compile(r"[\s，。；、]*(?:全面|正式)?(?:达产|满产|投产|试产|与[^，。；]{2,12}签|签[下订约署])"),
)
#: A measure, and what one does.
_MEASURE = re.compile("(?:水位|[^一二三四五六七八九十百0-9]率|用量|产量|销量|面积|收入|产能|价格|身价|人数|客流)$")
_MOVES = re.compile(
    r"[\s，。；、]*(?:再|又|已|均|首次|一度|预计)*(?:[提升降增减跌涨超达突翻跃占保回为][\u4e00-\u9fff]?|[0-9])"
)
#: Those who live or work somewhere.
_AT_LARGE = re.compile("[^，]{0,6}(?:[居村渔疍农牧市]民|校友|侨胞|华侨|乡贤|群众|乡亲|职工|工人|民工|师生|游客)")
#: What is written, and what befalls only what is built.
_PAPER, _OF_WORKS = (
    re.compile("(?:方案|规划|合同|协议|报告|设计)$"),
    re.compile(
        r"[\s，。；、前底初]*(?:预计|计划|力争|将|暑期|全面|正式)*(?:建成|开工|动工|奠基|竣工|完工|落成|通车|投用|启用|封顶|开放|开始搬迁|搬迁)"
    ),
)
#: What does nothing to anything else.
_THING = re.compile(
    "[灯屏墙柱网缆票券证卡费款货苗稿信函牌匾碑栈渠道坝堤泵线板窗门]$|成绩|名单|材料|设备|栈道|证书|作品$"
)
#: What a firm runs, and what only the firm does.
_PLANT, _GOES_PUBLIC = (
    re.compile("[炉窑机楼桥坝井罐]$|产线$|机组$"),
    re.compile(r"[\s，。；、]*在[^，。；]{2,6}(?:上市|挂牌)"),
)
_TOWN_ENDS = frozenset("村镇县乡市区湾港岛寨屯庄州里")
_OFFICE_ENDS = re.compile("[局委办厅署]$|政府$")
#: Those who work at something, and the stages that what they work at goes through.
_WORKERS = re.compile(
    "(?:厂家|厂商|单位|施工方|专家组?|人员|师傅|工匠们?|[局委院署所]|公司|集团|大队|支队|团队|施工队|部门)$"
)
_STAGES = re.compile(
    r"[\s，。；、前底初]*(?:预计|计划|力争|将|已|正式|全面|再次)*(?:[空带]载|试车|试运行|联调联试|招标|开标|流标|封顶|合龙|落架|封板|通过[^，。；]{0,4}验收|(?:竣工|完工|环保|消防)验收|取得(?:使用证|[^，。；]{0,4}许可证?|安全标志)|完成[^，。；]{0,10}验收|恢复(?:运营|开放|通行|通车)|重新(?:开放|运营|营业))"
)
#: What is tendered for, and is no wall or dam.
_TENDERED, _TENDERS = (
    re.compile("工程|项目|改造|修缮|采购|设计|施工|扩建|整治|标段|地块|经营权|期$"),
    re.compile(r"[\s，。；、]*(?:公开)?(?:招标|开标|流标)"),
)
#: What is held on a day, and what only a house, a line or a firm does.
_OCCASION = re.compile("(?:会|仪式|典礼|论坛|听证|讲座)$")
_HOUSE_DOES = re.compile(
    r"[\s，。；、前底初]*(?:预计|计划|力争|将|正式|全面)*(?:试?营业|试?运[营行]|开业|投[用产运]|签约装修|装修|通车|竣工|完工|建成|封顶)"
)
#: Where one eats, buys or walks, and what only an office does.
_PLACE_FOR, _MAKES_RULES = (
    re.compile("(?:食堂|餐厅|市场|公园|步道|夜市|集市|广场|车厢|停车场|充电桩|站点|驿站)$"),
    re.compile(r"[\s，。；、]*(?:先后|相继|陆续|又|还|正式)*(?:出台|印发|制定|颁布|修订)"),
)
#: What is over on its day, and a clause of another one.
_CEREMONY, _ANOTHER_DAY = (
    re.compile("(?:[开闭]幕式|仪式|典礼)$"),
    re.compile(r"[，；、]?\s{3,}(?:由|将|还|有|在|推出|举[行办])(?![^，。；]{0,6}(?:改|延|推迟|取消))"),
)
_OPENS = re.compile(
    r"[\s，。；、]*(?:又|已|于)?(?:重新|正式|再次|全面|对外)*(?:开业|营业|开门|开馆|开园|开市|恢复营业|试营业|[增减升降][至到为])"
)
#: What is done on a way alone, and what is one.
_TRAFFIC = re.compile(
    r"[\s，。；、]*(?:[计预]划?计?|力争|将|拟|已)*\s*[前底初]*(?:与[^，。；]{2,6})?(?:同步|正式|全线|试|双向|单幅|恢复)*(?:通车|放行)"
)
_WAY = re.compile("[路桥道线速铁街段环网道]|立交|枢纽|隧|工程|项目|期|高架|匝道|出口|路口|口岸|关口")


def goes_on(head: str, said: str, people: frozenset[str]) -> bool:
    """Whether a clause that says so much may go on with a head told before it."""
    if SKIPPED.fullmatch(head) or is_done_to(head, said):
        return False
    if _PRODUCT.match(head) and _RUNS.match(said):
        return False
    if _TRAFFIC.match(said) and not _WAY.search(head):
        return False
    if _OFFICE_ENDS.search(head) and _OPENS.match(said):
        return False  # 街道办投入380万元，9月28日重新开业: the market does
    if is_of_towns(said) and head[-1] not in _TOWN_ENDS:
        return False
    if _WORKERS.search(head) and _STAGES.match(said):
        return False  # 厂家更换钢索，8月空载试车: the cableway does
    if _OCCASION.search(head) and _HOUSE_DOES.match(said):
        return False  # 招商说明会9月举行，明年元旦试营业: the street does
    if _PLACE_FOR.search(head) and _MAKES_RULES.match(said):
        return False  # 长者食堂试点；去年出台补助办法
    if _CEREMONY.search(head) and _ANOTHER_DAY.match(said):
        return False  # 开幕式14日举行，15日由无人机秀压轴
    if _TENDERS.match(said) and _BUILT.search(head) and not _TENDERED.search(head):
        return False
    if _MEASURE.search(head) and not _MOVES.match(said):
        return False  # 成活率提高到四成。1986年被授予……
    if _PAPER.search(head) and _OF_WORKS.match(said):
        return False  # 方案公示，明年建成
    if _PLANT.search(head) and _GOES_PUBLIC.match(said):
        return False  # 二号高炉点火，2008年上市
    if _THING.search(head) and HANDLES.match(said):
        return False  # 路灯装齐，补种行道树
    name = name_in(head)
    person = (name and name != head) or head in people or head in PRONOUNS or _AT_LARGE.fullmatch(head) is not None
    return suits(said, is_person=bool(person)) if person or not name else True  # 项目 looks like a name


def is_done_to(head: str, said: str) -> bool:
    """Whether a head is works, and what is said behind it only those do who plan, rule or are honoured.

    >>> is_done_to("渡口大桥", "实现乡乡通油路"), is_done_to("渡口大桥", "正式通车")
    (True, False)
    """
    return _BUILT.search(head) is not None and _BY_ACTOR.match(said) is not None
