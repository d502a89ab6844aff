"""The kind of a clause whose verb no list holds: a deed, something that people do together, or how things stand.

>>> without_verb("油坊换成电动榨机，", ago=11000, days=365, ahead=False)
'milestone'
>>> without_verb("陈婆婆在家门口摔倒，", ago=3, days=1, ahead=False)
'incident'
"""

from __future__ import annotations

from timeline import regex as re
from timeline.events.deeds import CRIMINAL
from timeline.events.tallies import OWN_DEED
from timeline.events.words import led

_MONTH = 28  # days
#: What befalls people and things, or is so: nobody's deed.
_BEFELL = re.compile(
    led(
        r"(?:摔[倒伤]|骨折|[轻重]伤|死亡|身亡|刮擦|剐蹭|撞[上倒伤]|行窃|偷|抢[劫夺]|翻墙|入室|归案|闯[入进红]|咬伤|迷路|走失|落水|触电|失[火控踪窃]|着火|"
        r"冒烟|漏[水气油]|爆[裂管胎]|断裂|塌|陷落|淹|涨水|连下|降温|冰雹|干旱|病倒|晕倒|离世|骗|盗|打架|醉酒|醉驾|逃[跑逸离]|大火|山火|洪水|烧[掉光]|截获|水位|拘留|罚款|查扣|滞留|延误|亏损|歉收|减产|遭|受灾(?!的|群众|地区|乡镇|户)|熟了|开花|盛开|花开|结冰|下(?:[雨雪]|了(?=[^，。]{0,4}[雨雪]))|飘雪|大雾|病害|虫害|闹[起了]|发现|看[到见]|[查检]出|超标|不合格)"
    )
)
#: How things stand, what is thought or said of them, and who speaks of himself.
_STANDS = re.compile(
    led(
        r"飘[出来着]|围坐|热气|其乐融融|人头攒动|川流不息|络绎不绝|机器轰鸣|一派|一片|忙碌|欢声|笑语|香气|琳琅满目|座无虚席|正在|正忙|忙着|是(?!否)|时候|没|一直|仍|还在|不(?!锈|动产|夜城)|更(?![名换新改正衣])|(?<=[\u4e00-\u9fff])(?<![带随沿跟点背载扛抬挑提拎牵骑推])着(?![手力陆火装落色]|[^，。；]{1,10}的)|(?<![省级家市校])重点|聚焦|围绕|注重|优先|尚|却|可以|能够?(?!源)|意味|(?<!要)等[了着到]|度过|[0-9一二三四五六七八九十]岁(?!的)|[我你俺咱]|某(?![些种个])|[说称道](?=[，。：]|\Z)|表示|补充|宣布(?=[，。：]|\Z)|介绍|认为|觉得|希望|打算|想|学的|的(?=[。；]|\Z)|可能|也许|主题|如果|只要|每[天年月]|常常|[时经日]常|常[年在有会被]|总[会是]|越来越|才[有能挣]"
    )
)
_CROWD = re.compile(
    led(
        r"(?:市民|居民|学生|师生|志愿者|家庭|车友|游客|孩子|儿童|少年|老人|党员|干部|民警|交警|医生|护士|医护|员工|职工|代表|观众|青年|村民|乡亲|信众|选手|队员|专家|教师|老师|家长|读者|义工|艺人|演员)[们]?(?!活动中心|之家|来信|公寓|医院)"
    )
)
_LONE = re.compile(
    led(r"某|一位|有位|一对|先生|女士|男子|女子|婆婆|大爷|大妈|阿姨|小伙|司机|车主|店主|业主|嫌|一名|一个|有人|自己")
)
_ENDS_IN_FIGURE = re.compile(r"[0-9](?:万|亿|千|百)?[余多]?(?:[个\u4e00-\u9fff]{1,3}|%|％)(?=[，。；]|\Z)")
_TITLED = re.compile("《[^《》]*》")
_FROM_THEN = re.compile(r"\s起[，,]")
_LONG_AGO = 700  # days
_FIRST_CLAUSE = re.compile(r"(?:[\s“]*[\u4e00-\u9fff]{0,3}[，。；])*[^，。；]+")


def without_verb(part: str, *, ago: int, days: int, ahead: bool) -> str:
    """The kind of a clause that none of the known verbs tells of: ``ago`` how many days before the page its time begins
    (negative for one to come), ``days`` how many it lasts, ``ahead`` whether what is told is still to come.
    """
    if CRIMINAL.search(part):
        return "incident"
    part = _TITLED.sub("《》", part) if "《" in part else part
    if days >= _MONTH and _ENDS_IN_FIGURE.search(part) and not OWN_DEED.search(part):
        return "indicator"
    # of long ago the first clause is what happened, and what follows tells how it was
    told = _FIRST_CLAUSE.match(part) if ago > _LONG_AGO else None
    if _STANDS.search(told[0] if told else part) or _BEFELL.search(part):
        return "incident"
    if ahead or ago > _LONG_AGO or _FROM_THEN.search(part):
        return "milestone"
    if days >= _MONTH:
        return "milestone" if ago > days else "incident"  # of the month or year that the page is of: how things are
    if _CROWD.search(part):
        return "activity"
    return "incident" if _LONE.search(part) else "milestone"
