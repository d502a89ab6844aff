"""Turns of phrase that tell what kind of happening a clause is, whatever single words it holds.

>>> decided("镇里租下老仓库，", 0), settled("启动防台风Ⅱ级应急响应")
(('milestone', '租下'), ('milestone', '启动防台风Ⅱ级应急响应'))
>>> undertaken("乡亲们架起第一座木桥")
'架起'
"""

from __future__ import annotations

import re

from timeline.events.words import by_first, led


def _any_of(*turns: re.Pattern[str]) -> re.Pattern[str]:
    return re.compile("|".join(turn.pattern for turn in turns))


#: An emergency level taken up or changed: a decision, not the weather that it is about.
_RESPONSE = re.compile(by_first(r"(?:启动|提升|升级|调整|终止|解除|结束|下调)[^，。；\s]{0,14}?(?:应急响应|应急预案)"))
#: A title won: more than the match that it is won in.
_WON = re.compile(by_first(r"夺冠|锁定[^，。；]{0,6}?(?:冠军|第一|出线)|登顶|捧[杯得]|折桂|卫冕|问鼎"))
#: What was stopped or changed goes on as before: to know on the day.
_BACK = re.compile(
    by_first(
        r"恢复(?:正常|平日|双向|原有?|日常|全线|全面|对外)?的?(?:运行|运营|通行|开放|供水|供电|供气|营业|行驶|发车|通车|班次|航班|线路|办公|门诊|接诊|上课|办理|开馆)"
    )
)
#: A house that opens anew.
_REOPENED = re.compile(
    by_first(r"重新(?:与[^，。；]{2,6}见面|开[放馆园业张门]|对外|向[^，。；]{2,4}开放|迎客|启用|投入|营业|亮相)|重开")
)
#: A festival opens: something to go to.
_FESTIVAL = re.compile(
    by_first(
        r"(?:文化|艺术|旅游|美食|购物|音乐|电影|读书|采摘|花|灯|桃|李|梨|瓜|果|茶|鱼|蟹|葚|莓|橘|柑|枣|石榴|丰收|消费|服装|啤酒|咖啡|运动|体育|冰雪|赏[\u4e00-\u9fff])(?:[节季周展]|嘉年华)[”》」]?[^，。；、季]{0,18}?(?:启动|开园|开启|启幕|开节|开锣)"
    )
)
#: A term made longer or shorter for all: a rule.
_TERM = re.compile(
    by_first(
        r"(?:预售期|有效期|期限|年限|周期|保质期|试用期|产假|额度)[^，。；]{0,4}(?:[由从][^，。；]{1,10})?(?:延长|缩短|压缩|扩大|放宽)[至到为]"
    )
)
_ENACTED = re.compile(by_first(r"名单[^，。；]{0,6}公示|标准时点"))
#: What a court or an office rules, and what is brought before it.
_RULED = re.compile(
    by_first(
        r"[作做]出[^，。；]{0,10}?(?:判决|裁定|裁决|处罚决定)|判[赔处令](?=[^，。；])|宣判|裁定(?:维持|撤销|驳回|准许)|提起(?:诉讼|上诉|行政复议)|向[^，。；]{2,14}?举报"
    )
)
_HEARD = re.compile(r"开庭")
#: A case of crime is what befell, at whatever stage it is told.
_CRIMINAL = re.compile(r"被告|有期徒刑|公诉|犯罪|非法|诈骗|骗|盗|贪|贿|毒|杀|伤害|嫌疑")
_CRIME = re.compile(r"骗取|诈骗|盗窃|非法(?:吸收|捕捞|集资)|侵吞|贩卖|走私")
_SERVED = re.compile(
    by_first(
        r"(?:免费|上门|集中)[^，。；]{0,6}?(?:筛查|体检|接种|检测|诊疗|义诊|理发|维修)|入户(?:摸底|调查|登记|走访|排查)|摸底调查|补登记"
    )
)
#: By means of something, no resolution: 通过公众号预约.
MEANS = re.compile(
    r"通过(?=[“\"][^”\"]{1,16}[”\"]|[^，。；“]{0,16}?(?:公众号|平台|小程序|网站|官网|APP|电话|渠道|方式|途径|系统|微信|邮箱|邮件|窗口|抽签|摇号|投票|比赛|竞赛|学习|努力|引进|合作|形式|举办|开展))"
)
#: Acts with what comes of them, which a chronicle tells of: 辟出图书室, 租下粮仓, 通到村口, 收归公办.
_RESULT = re.compile(
    led(
        r"[造建办辟开修盖架铺种栽租买签接拿评选立树组搭筹募收升打划拨捐腾挂送运引挖垒添置买购育培写画编拍录绘刻铸炼烧织酿产推改][出起下成](?!来|去|租|售|差|身|发|现|台|行|口|国|席|境|任|版|车|于|因|点|源|草|诉|降|步|立|乡|手|水|线|放|达|文|功|本|员|果|人|年|长|绩|[一-龥]?率)"
        r"|[搬迁移][进到入回往]|[引并划移][入归](?!口)|收归|划[归入]|收回|(?:修|打|接|架|铺|拉)通(?!过)|挂网|[扩推][大广展][到至]全|对口(?:支援|帮扶)|[通送运修铺接]到(?!达)|[用吃住喝穿开坐看]上了?(?=[\u4e00-\u9fff])|[通接]上了?(?=[电水路网气])|通了?[电水路网](?=[，。；、]|\Z)"
        r"|发往|运往|销往|整[村县乡镇]脱贫|脱贫(?!攻坚|户|人口|致富|地区|县|村|成果)|摘帽|承包|接手|接管|单独建制|建制|转制|定名|得名|起家|白手起家|奠定|归队|复课|复工|复产|关门|停业|解散|并入"
    )
)
_OCCASION = re.compile(r"第[一二三四五六七八九十0-9]+届|首届|[节赛展会](?=[，。；“”]|\Z)")

#: Most clauses hold no such turn: one look for all of them.
_SETTLES = _any_of(_RESPONSE, _REOPENED, _TERM, _ENACTED, _RULED, _HEARD)
_DECIDES = _any_of(_BACK, _FESTIVAL, _SERVED, _WON, _RESULT)


def settled(part: str) -> tuple[str, str] | None:
    """The kind and the words of a turn of phrase that decides beside any other verb; None where there is none."""
    if not _SETTLES.search(part):
        return None
    turn = _first(
        part, ("milestone", _RESPONSE), ("milestone", _REOPENED), ("milestone", _TERM), ("milestone", _ENACTED)
    )
    if turn is None and not _CRIMINAL.search(part):
        turn = _first(part, ("milestone", _RULED), ("activity", _HEARD))
    return turn


def decided(part: str, at: int) -> tuple[str, str] | None:
    """The kind and the words of one that decides where no strong verb does; ``at`` is the offset of the clause's time."""
    if not _DECIDES.search(part):
        return None
    if turn := _first(part, ("activity", _BACK), ("activity", _FESTIVAL), ("activity", _SERVED)):
        return turn
    if won := _WON.search(part, at):
        return "milestone", won[0]
    if (act := undertaken(part[at:])) and not _OCCASION.search(part, at):
        return "milestone", act
    return None


def _first(part: str, *turns: tuple[str, re.Pattern[str]]) -> tuple[str, str] | None:
    """The first turn that a clause holds, told by its last words: a time may stand between."""
    return next(((kind, match[0].split()[-1]) for kind, turn in turns if (match := turn.search(part))), None)


def undertaken(part: str) -> str:
    """The words of an act that came to its end in a clause, as a chronicle tells it; "" where it holds none."""
    act = _RESULT.search(part)
    return act[0] if act else ""


def is_crime(part: str) -> bool:
    """Whether a clause tells of a crime, whatever sums it names."""
    return bool(_CRIME.search(part))
