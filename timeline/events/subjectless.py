"""Whether a clause leaves its subject out: it begins with a verb, a preposition or what happens to somebody.

>>> is_bare("兼并设备厂"), is_bare("在渡口参赛"), is_bare("退休教师方小禾租下门面")
(True, True, False)
"""

from __future__ import annotations

from timeline import regex as re
from timeline.events.verbforms import BEGINS
from timeline.events.words import PASSES_INTO, VERB_START, behind, led, one_of

_ATTRIBUTE = re.compile(
    "(?:[后前中时]|[一两三四五六七八九十百0-9]+[年个多天月日周]{1,2})?的|[^，的]{0,8}的[^，的]{1,10}(?:[馆院校厂桥站园店队学]|公司|集团)(?=[\u4e00-\u9fff]{2})"
)
_PREPOSITION = re.compile(
    led(
        r"(?:先|再|又|也|还|均|都|已|将|曾)?(?:在|由|[被遭](?!遇|告|子|面|动|执行人|害人|申请人|保险人|征收人|[^，的]{1,4}的[0-9\u4e00-\u9fff]{2})|靠|向|与|凭|按|为|随|以(?![^，]{2,14}命名的)|因|对|把|用(?![户地工电水人途药品餐车料具材力心功])|从(?![^，]{2,10}的)|替|给|帮|跟|自己(?![的人家])|受(?=[^，]{2,8}影响.{2})|让(?=人[^，]{2})|请(?=(?:专家|人|来|老?师傅|老师|教授|院士|名家)[^，]{2}))(?=[\u4e00-\u9fffA-Za-z0-9“《])(?!于|会|期|国|内|外|此)"
    )
)
#: An occasion and that it is held, at the end of a clause that begins with what it is for.
_NAME_HELD = re.compile(
    "(?<!^举行)(?<!^举办)(?<!^召开)(?:[^，的]大?会|仪式|论坛|典礼|大赛|[^，的]展|[^，的]节)(?:在[^，]{2,16})?(?:举行|召开|举办|开幕|闭幕|落幕)$"
)
_ROLE_FIRST = re.compile(
    "代表(?:选举|建议|大会|议案|团|名[单额]|资格)|(?:退休|离休|退役|复员|转业|返乡|归国|留学|毕业|入选|获奖|参赛|参展|被困|失联|遇难|确诊)(?:[老女男]|创业)?(?:教师|干部|工人|职工|军人|老人|青年|大学生|学生|人员|村民|选手|作品|企业|患者|医生|教授|专家|游客|渔民)"
)
#: Manners that a verb without its subject begins with: 免费向公众开放, 重新开放.
_MANNER = re.compile(
    r"(?:一个人|独自|孤身|第[一二三]次|一同|一起|一道|结伴|免费|两度|三度|曾两度|曾三度|延时|错峰|限时|分时|可|首次|首度|再次|再度|一度|一律|重新|集中|统一|提前|自行|照常|仅|分别|多|空载|带载|公开(?=拍卖|招标|出让|挂牌|发售|征集|征求|遴选|摇号)|初期|全线)+(?=.{2})"
)
#: What is done to a house, a line or a match, in no more than its verb.
_SHUTS = re.compile(
    "全?(?:封闭|停用|停运|关停|关闭|停航|封停|封控)|改期|延期|推迟|中断|(?:全部|逐一)?(?:交办|答复|办结)"
)
#: Deeds that words of two characters tell of whoever is left out: 兼并设备厂, 去广东打工, 首次点灯.
_DEEDS = (
    "兼并 过渡为 安装 加装 装上 停招 退居 出海 点灯 受聘 应聘 竞聘 转行 改行 摆摊 开店 办厂 租房 盖房 搬家 逃难 逃荒 讨饭 当兵 学艺 打工 务工 经商 跑船 教书 行医 坐诊 撰写 编写 编纂 录制 拍摄 "
    "试烧 试养 复烧 烧制 重修 重印 增补 合办 合营 联营 挂靠 脱钩 控股 参股 入股 清算 变卖 典当 当掉 赎回 卖掉 买下 盘下 接下 揽下 筹到 凑齐 凑足 募集 贷款 集资 欠下 亏损 扭亏 停发 裁员 上岛 "
    "下岛 登岛 上船 下船 进城 进山 出嫁 成婚 完婚 过门 开窑 封窑 出窑 开榨 开镰 停榨 住进 搬出 走上 走出 带头 带队 率队 率团 南下 北上 出诊 挑起 扛起 撑起 学会 收到 收入囊中 分到 轮到 用上 "
    "添办 添设 增办 增设 附设 兼办 分发 改由 备战 具备 现改 督导(?![组员室]) 督查(?![组员室]) 培训(?![班课费会场室基机学中计项师]) 通上 换了 添了 裁定 招收 创汇 抽调 研发出 研制出 开发出 培育出 设计出 摸索出 "
)
DEED = re.compile(
    "(?:首次|首度|再次|重新|只|仅|才|都|又|先后|相继|一度|被迫|全部|从此|正式)*"
    + one_of(_DEEDS.split())
    + "(?![^，]{0,4}(?:余额|利率|合同|价格|费用|人员|公司|学校))|派(?=[一两三四五六七八九十0-9]+[名位支个])|到(?=[^，]{1,10}(?:参加|参观|打工|务工|学习|工作|考察|调研))|[进回](?=[\u4e00-\u9fff]{1,4}[厂校队团院所局社](?![\u4e00-\u9fff]))|去(?=[^，]{2,10}(?:打工|务工|学|读|当|做|谋生|投奔|参加|上学|进修|考察|演))"
)
#: 加建过天桥, 进了竹器社: a verb of one or two characters that is over or done, whatever it is.
_OVER = re.compile(
    r"(?![水桥厂店路人钱天地山门灯楼房船车窑锅坯村镇厂队会我他她它你这那其谁经通超不路除为极][\u4e00-\u9fff]?[了过])[\u4e00-\u9fff]{1,2}[了过](?=[\u4e00-\u9fff0-9“]{2})(?![^，]{0,14}的)"
)
_SHORTEST = 4
_MANNERS = frozenset("公带独孤第一结两三曾延错限分免可首再一重集统提自照仅分多空初全")


def is_bare(clause: str) -> bool:
    """Whether a clause leaves its subject out: it begins with a verb, a preposition or what happens to somebody."""
    if len(clause) <= _SHORTEST and _SHUTS.fullmatch(clause):
        return True
    bare = behind(_MANNER, clause) if clause[:1] in _MANNERS else clause
    verb = VERB_START.match(bare)
    if verb and (_ROLE_FIRST.match(bare) or (bare[-1] in "行开办幕" and _NAME_HELD.search(bare))):
        return False  # 退休教师方小禾租下门面, 创建文明城市推进会召开
    if verb is None:
        found = (form.match(bare) for form in (PASSES_INTO, _PREPOSITION, BEGINS, DEED, _OVER))
        return any(found)
    return not _ATTRIBUTE.match(bare, verb.end()) or bool(_PREPOSITION.match(bare))
