"""A clause as a title has it: without its teller, its filling adverbs, and where its subject was held; what was done first.

>>> polished("工作人员介绍渡口书市便开市"), polished("新启用的渡口书院")
('渡口书市开市', '渡口书院启用')
"""

from __future__ import annotations

from timeline import regex as re
from timeline.events.words import VERBS, behind

_WEAK = 5
_TELLER = re.compile(
    r"^.{0,24}?(?=[介表透回答获了指称说])(?:介绍|表示|透露|回应|答复|获悉|了解到|指出|(?<![改简通合俗统名职原旧亦又自])称(?![号职])|说(?![明服]))[，：,:]?(?:道)?[“\"]?(?=.)"
)
#: 工程须通水: that it has to be is told by the event's modality.
_MUST = re.compile(
    rf"(?=[还也又再均都应必须将要])(?<=[\u4e00-\u9fff])(?:[还也又再均都])?(?:应当|必须|须|将|要再|应(?<![供响反效适感相报对顺]应)|(?<![主重纪摘首必紧需])要)(?={VERBS})"
)
_ADVERB = re.compile(
    r"[便就则即也随了将还](?:(?<=[\u4e00-\u9fff”][便就则即也])(?=[已开揭成启以举召正推建落签获])|(?<=[\u4e00-\u9fff”]随)即(?=[已开揭成启以举召正推建落签获])|"
    rf"(?<=[\u4e00-\u9fff”]就)(?<![成造高俯迁屈将]就)(?=被|{VERBS})|(?<=将)(?=开始[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff”]还)(?<![偿归退]还)(?=[召举]|开[展通])|(?<=开始了)|(?<=[会式展赛节季动]将)(?=[在于由])|(?<=[召举]行了)|(?<=召开了)|(?<=举办了)|(?<=[\u4e00-\u9fff”》]将)(?=以[^，]{{2,12}}重新|[随陆全再首率]|准时|同步|免费|继续))"
)
_HERE = re.compile(r"在(?:此间?|这里|此地)(?=[召举开揭启])")
#: 在体育中心举行的演唱会延期: the place is told beside the title.
_WHERE_HELD = re.compile(
    r"^(?:(?:目前)?正在(?:展出|举行|举办|进行|热映|上演)|(?:原定|原订|原计划|原拟)?在[\u4e00-\u9fff]{2,14}(?:举行|举办|召开|上演)|(?:原定|原订|原计划|原拟|计划)?(?:举行|举办|召开|上演|登场|开幕)|原定|原订|原计划)的(?=.{3,})"
)
#: 以……为主题的研讨会 is a 研讨会, 位于开发区的工厂 a 工厂.
_ABOUT = re.compile(
    r"^(?:以.{2,40}?为(?:主题|议题|题|原型|蓝本|题材|背景|内容|核心|目标|重点)的|(?:位于|坐落于|总投资|投入|投资|耗资|斥资|全长|占地)[^，]{2,20}?的|由[^，]{2,20}?[组构]成的|"
    r"由[\u4e00-\u9fff、]{2,16}?(?:主办|承办|举办|组织|发起|推出|打造|投资(?:建设)?)的(?=[“《「]|第|首届|[0-9])|(?:由)?[\u4e00-\u9fff]{2,8}?(?:主持|参与|负责|牵头|领衔)?(?:设计|起草|制定|编制|研制|创作|建造|修建|承建)的)(?=.{4,})"
)
#: 开工的二号线: what is told is that it began.
_DONE = re.compile(
    r"(?:新|首次|正式|刚刚?|对外)?(?P<verb>启动|开工|动工|建成|投产|投用|启用|成立|创办|创立|设立|开通|通车|推出|上线|落成|竣工|开馆|揭牌|问世|上马|落户|开街|开园|开业|开张|开放)的"
    r"(?P<what>[“《][^”》]{2,20}[”》][\u4e00-\u9fff]{0,8}?(?=[把将已也]|[一二三四五六七八九十0-9]+[天日个]|首[日周月]|$)|[^的，]{2,20}?(?=累计|[已共](?=[\u4e00-\u9fff]+[0-9])|$))"
)
_IN_PARTS = re.compile("(?<=.{3})分[两三四五六][场期批次](?=在|$)")
#: 今年启动的行动提出: what it says is told elsewhere.
_STATES = re.compile("(?:提出|明确|指出)$")
#: 建成的老市场已搬空: how it stands now.
_SINCE = re.compile("(?<=.{2})(?:早已|如今|现已|已经|已|依然|仍|早就)[^，]{2,}$")
#: 上马的支线停工: what became of it later.
_LATER = ("停工", "停产", "撤销", "完工", "竣工", "通车", "投产", "关闭", "复工", "拆除", "停办")
#: 原定12月20日通车的大桥推迟通车: what is told is that it moved.
_MOVED = re.compile(r"推迟|延期|改期|顺延|取消|暂停|叫停")
#: 需要退票的观众可在原渠道办理 is 退票办理.
_HANDLED = re.compile(
    r"(?:需要?|欲|拟|要求|申请)(?P<what>[^，的]{2,6})的[^，]{2,8}[可请应].{0,20}?(?P<verb>办理|领取|报名|申请|申领|登记)$"
)
#: 会议审议通过《办法》，决定施行: on that day the rule comes into force.
_BROUGHT = re.compile(r"[^《》]{0,24}(《[^《》]{3,26}》)[，,]?(?:决定|明确|规定)(?:自|于)?(施行|实施|生效|执行|试行)$")
_HELD = re.compile(r"(?:召开|举行|举办)的(?=.{2,24}(?:会|论坛|仪式|活动|展|大赛)上?$)")


#: 本周六由甲主办的乙举行 is 甲主办乙; 对城西停水 is 城西停水; 停水，影响区域 and 新线投产后 say no more than 停水 and 新线投产.
_WEEKDAY = re.compile("(?:[本下上这]周[一二三四五六日末天]|兹(?:定于)?)(?=.{4})")
_BY_HOST = re.compile(
    "由(?P<who>[^，的]{2,16}?)(?P<verb>(?:联合)?(?:主办|承办|组织|举办))的(?P<what>.{4,}?)将?(?:在[^，“”]{2,16})?(?:举行|举办|开展)$"
)
#: 方禾退居二线，由祝融接任队长.
_BY_SUCCESSOR = re.compile(
    "由[^，的]{2,12}?(?=(?:正式)?(?:接任|继任|担任|出任|代理|主持|执掌|接替|接手|接班|继承|掌舵))"
)
_CUT_OFF = re.compile(
    "对(?P<whom>[^，对]{2,20}?)(?:实施|进行|实行)?(?P<verb>停水|停电|停气|停暖|停热|(?:全|半)?封闭(?:施工|管理|改造)?|封路|(?:临时)?(?:交通)?管制|限行|禁行|禁渔)$"
)
_AFTER = re.compile("(?P<done>.{2,12}(?:投产|启用|投用|投运|上线|通车|运行|实施|通水|建成|开通|达产|并网))后$")

_COME_BACK = re.compile("(?:回来|归来|此|不久|随)后(?=..)")
#: 中心成立当年就完成三百例: the year is blanked.
_THAT_YEAR = re.compile("(?<=.{2})(?:成立|建成|投用|投产)(?=就?(?:完成|实现|接待|服务|收治|突破)[^，]*[0-9])")


#: 方小禾就要退休; 文昌阁始建于明, whose year the title goes without.
_ALSO = re.compile(f"(?<=[\u4e00-\u9fff]{{2}})同时(?={VERBS})")
_ABOUT_TO = re.compile(f"(?<=[\u4e00-\u9fff])(?:就要|快要|即将要|眼看要|便会|就会)(?={VERBS})")
#: 方小禾就是那一年从部队转业.
_VERY = re.compile(f"(?<=[\u4e00-\u9fff]{{2}})(?:就|正|便|恰)是(?=[从在由]|{VERBS})")
_DYNASTY = re.compile("(?<=始)建于[夏商周秦汉晋隋唐宋元明清]朝?代?$")


def _told_plainly(chosen: str) -> str:
    """A clause that is turned round or hangs, told plainly.

    >>> _told_plainly("本周六由渡口馆主办的“江上”夜游活动举行"), _told_plainly("对城西片区停水")
    ('渡口馆主办“江上”夜游活动', '城西片区停水')
    """
    first = chosen[:1]
    if first in "本下上这兹":
        chosen = behind(_WEEKDAY, chosen)
        first = chosen[:1]
    if first == "由" and (hosted := _BY_HOST.match(chosen)):
        return f"{hosted['who']}{hosted['verb']}{hosted['what']}"
    if first == "由" and _BY_SUCCESSOR.match(chosen):
        return chosen[1:]
    if first in "回归此不随" and (shorter := behind(_COME_BACK, chosen)) != chosen:
        return shorter
    if first == "对" and (cut := _CUT_OFF.match(chosen)):
        return cut["whom"] + cut["verb"]
    if chosen[-1:] == "后" and (after := _AFTER.match(chosen)):
        return after["done"]
    return _THAT_YEAR.sub("", chosen) if "成" in chosen or "投" in chosen else chosen


def polished(chosen: str) -> str:
    """A clause without its teller, its filling adverbs, and the place that only says where its subject was held."""
    chosen = _told_plainly(chosen)
    told = behind(_TELLER, chosen)
    chosen = told if len(told) >= 6 else chosen
    if (meanwhile := chosen.find("其间")) > 0:
        chosen = chosen[:meanwhile] if meanwhile >= _WEAK else chosen[meanwhile + 2 :]
    if "同时" in chosen:
        chosen = _ALSO.sub("", chosen)
    if "要" in chosen or "会" in chosen:
        chosen = _ABOUT_TO.sub("", chosen)
    if "是" in chosen:
        chosen = _VERY.sub("", chosen)
    if chosen[:3] in ("原因是", "起因是"):
        chosen = chosen[3:]
    if "建于" in chosen:
        chosen = _DYNASTY.sub("建", chosen)
    attributive = "的" in chosen
    if attributive:
        chosen = behind(_ABOUT, chosen)
    chosen = _ADVERB.sub("", chosen)
    if "在此" in chosen or "在这里" in chosen:
        chosen = _HERE.sub("", chosen)
    if attributive:
        chosen = behind(_WHERE_HELD, chosen)
    chosen = _MUST.sub("", chosen)
    if "分" in chosen:
        chosen = _IN_PARTS.sub("", chosen)
    if attributive and (handled := _HANDLED.match(chosen)):
        return f"{handled['what']}{handled['verb']}"
    if "《" in chosen and (brought := _BROUGHT.match(chosen)):
        return f"{brought[1]}{brought[2]}"
    if not attributive:
        return chosen
    if turned := _DONE.match(chosen):
        turned_to = _STATES.sub("", turned["what"])
        told_already = turned["what"].endswith((turned["verb"], *_LATER)) or _MOVED.search(turned["what"])
        chosen = turned["what"] if told_already else f"{_SINCE.sub('', turned_to)}{turned['verb']}"
    return _HELD.sub(lambda held: held[0][:-1], chosen)
