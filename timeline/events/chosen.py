"""The clause of a statement that its title is made of, with its neighbour where it says too little alone.

>>> parts = ["受“迎新跑”影响", "6条线路改道"]
>>> parts[telling(parts, "影响", -1)]
'6条线路改道'
"""

from __future__ import annotations

from timeline import regex as re
from timeline.events.attach import BY, SCORE, WITH
from timeline.events.fitting import LONGEST
from timeline.events.forms import GROUNDS, OF_THE_TIMES
from timeline.events.objects import acted_on, asked_for
from timeline.events.subjectless import is_bare
from timeline.events.subjects import POINTING, head_of, own_head
from timeline.events.verbforms import DOES
from timeline.events.words import STRONG, VERB

_SHORT = 8
_WEAK, _SCRAP = 5, 3
_NEARER = 1  # character that a later clause must say more than the one before it
_LABELS = re.compile(
    r"(?:受?影响|停[水电气])(?:区域|范围|路段|小区)|(?:报名|咨询|联系|服务|投稿|电子)?(?:电话|热线|地点|时间|地址|费用|票价|方式|对象|邮箱|邮编|网址|传真|微信)"
)
#: As the name of an occasion ends, by its last character.
OCCASIONS = frozenset("会议坛式）")
PRONOUN = re.compile("[他她它我]")
#: 大赛始于1986年: what stands before 于 and its time.
_BARE = frozenset("始建创办设")
_SCENE = re.compile(r"^(?:[^，]{2,6}[赛会展]中|(?:进行|举行|召开|举办)的[^，]{2,14}[中上里])$")
#: What is told of an event beside what happens: 延期至11月28日，起点改为公园.
_DETAIL = re.compile(
    "(?:集合|活动|比赛|举办|停[电水气])?(?:[起终]点|地点|场地|时间|票价|展期|赛期|工期|路线|名额|规模|费用|门票|奖金)"
)
#: What comes with it, or where it is: 搬至新楼，旧楼同时停用; 球队将客场挑战，比赛在体育场进行; 门票开售，首场演出为歌剧.
_BESIDES = re.compile(
    "(?:那天|当天|同日)(?=.{2})|^(?:比赛|赛事|活动|会议|仪式|演出|典礼)(?:将)?在|^[^，]{2,10}(?:同时|同步|随之|也随即)|^[^，]{0,8}(?:演出|比赛|活动|项目|展品|剧目|首站)[为是]"
)
#: 象棋赛落下帷幕，程某夺冠: of which match, tells the first.
_CLOSES = re.compile("[赛会展节](?:在[^，]{2,12})?(?:圆满)?(?:落幕|落下帷幕|收官|闭幕|结束)$")
#: 灯光秀原计划25日首秀，现推迟举行.
_PUT_OFF = re.compile("(?:现|现将|将|现已)?(?:推迟|延期|顺延|取消|暂缓)(?:举[行办]|进行|开放)?")
#: 上周末的中甲第二轮，客队平主队: of which round the next clause tells.
_ROUND = re.compile("第[一二三四五六七八九十0-9]{1,3}[轮场站回局]$")
#: 总决赛第二回合在体育馆进行，主队以3比1战胜客队: who won is the news.
_PLAYED = re.compile(
    "(?:[赛战轮场局]|回合)(?:的?(?:比赛|较量|争夺))?(?:在[^，]{2,12})?(?:进行|打响|展开|举行|结束|收官|落幕)$"
)
#: A clause that may be no more than the name of what the next one tells of.
_NAME_ALONE = re.compile("(?:(?![全均都已将不为是])[\u4e00-\u9fff]){4,8}")
#: 最忙的时候, 方小禾二十九岁: how things stood.
_AS_IT_WAS = re.compile(
    "[^，]{2,5}节?前后|[^，]*(?:风波|浪潮|大潮)中|[^，]*(?:的时候|之时|时节|之际|前夕|年间|那阵子|日子里?|[0-9一二三四五六七八九十]岁(?:时|那年)?|年仅[^，]+|[^，]{3,}(?<![小届临及准按同平暂当])时|[^，]*周年|[^，]比[^，]年[^，]{1,3})"
)
#: 合同额11亿元，5月进场; 球队搬进新馆，冬天也能训练.
_SUM_ENDS, _ABLE_TO = re.compile("[0-9.]+[万亿余多]*[元吨亩名户件米]$"), re.compile("^[^，]{0,8}(?:也|就|便|才)[能可]")
_WHY = re.compile("[因受按由据]|根据|比|[在于][^，]{2,8}$")
#: 获准设立后，11月20日开业: what was before is not what is dated.
_EARLIER = re.compile("^主办[单方]|(?<![前幕背战产午今最])后$|以来$|之[前际]$|[^小届临及准按同平暂]时$")
#: 文化馆试开放，11月底正式开馆.
_OPENS_THEN = re.compile("(?:正式|全面|全线|整体)(?:开[馆园业放幕街市]|运营|投用|启用|投产|通车|上线|营业)")
#: 在体育中心落幕的排球赛上，女排逆转对手: where it was.
_HELD_THERE = re.compile("在.{2,20}(?:落幕|结束|举行|举办|收官|闭幕)的.{2,24}[赛展会节]上?")
#: 约谈负责人，要求提交报告: what is asked for follows what was done.
_FOLLOWS = frozenset(["要求", "决定", "提出", "责令", "部署"])
#: 目前正在安装护栏，明年元旦通车: how it stands today.
_GOES_ON = re.compile("(?:目前|眼下|当前)|(?:目前|现)?正(?:在|[加抓]紧)")
_CONDITION = re.compile(r"遇(?=[雨雪风大恶特])|若(?![羌干])|如果|如(?=获|遇)|一旦|只要")
#: For whom, where and how something is, beside what it is.
_BESIDE = re.compile(
    "可(?:免费|现场)?参加$|免费$|^(?:免费|限|凭|每|需|须|自备|先到先得|历时)|(?:活动|会议|大会|仪式|论坛)[中上]$|[0-9]+[人元名张]$|(?:厅|馆|室|楼|广场|中心|公园|剧院|礼堂|门口|厂区|园区|小区|现场|门前|[湖河江]畔|岸边)$|^(?:题为|翻[看开]|打开|为|是)|以.{2,12}为[\u4e00-\u9fff]{1,3}$|冒充|^主[打推]|期间$"
)
_ASIDE = re.compile(
    "^[赛会演宴][前后]|[限凭每]|^[一两三四五六七八九十0-9]{1,2}[场次班趟节轮]$|展期|为期|[0-9][万亿余多]{0,2}元$|(?:厅|馆|室|楼|广场|中心|公园|剧院|礼堂)$"
)
#: What goes on beside the happening: 夜间封桥改至27日，其间公交改道.
_MEANWHILE = re.compile(r"其间|期间|届时(?=.{0,8}(?:绕|改道))|逾期|过期")
#: Figures of what the clause before them tells: 首日接待2300人次, 年产值可达15亿元.
_FIGURE_OF = re.compile(
    r"(?:(?:[^，]{0,6}(?:投产|达产|建成|投用|满产|运营)后)?(?:首[日月年]|[日月年]均|年|全[长程]|总|预计|设计|[一两三四五六七八九十0-9]{1,3}[天日个场]|其中|共|涉及|现场|最[大高多]|吸引|带动)[^的]{0,12}[0-9.]+[万亿余多]{0,2}[\u4e00-\u9fff%％]{0,4}$|无人员|(?:创|刷新)[^，]{0,8}(?:新高|新低|纪录)$)"
)
#: 率师生216人西迁，徒步43天: how long it took.
_MARCH = re.compile(
    "(?:徒步|步行|历时|耗时|行程|辗转|跋涉)[^，]{0,8}[0-9一二三四五六七八九十百千余多]+[万余多]?[天日年月里夜公小][^，]{0,4}"
)
#: 带着86名村民，用钢钎凿路.
_WITH = re.compile(f"{WITH}[^，的]{{2,14}}$")
#: 全县早稻正式开镰: what the clause before it only paints.
_BEGINS_THEN = re.compile("正式|启动|宣布|就此|至此|从此|由此")
_DEPENDS = re.compile("每[场次人班趟]|途经的|若|如遇|届时|[0-9]+人是|当时|当场|只有|仅有")
_FIGURE_THEN = re.compile("[^，]{0,12}[量额值率价](?:(?:[同环]?比|较)[^，]{0,6}?)?[突达超增升降提]")
#: 居民关注的天桥, 第一阶段: a name, whatever verbs are in it.
_NAMES = re.compile(
    "^.{1,2}$|^第.{1,3}(?:阶段|期|批|轮)$|的(?![^，]*(?:了|着|要|将|会))[\u4e00-\u9fff]{2,6}(?<![成出到入开放行工])$"
)
_BREAKS_OUT = re.compile("(?:暴发|发生|遭遇)[^，]{2,10}$")
_BY_PREPOSITION = re.compile("(?<=.{2})(?:[把被给向]|从[^，]{2,10}出)")
#: 大堤始建于明代，1954年溃口.
_OF_OLD = re.compile("(?:建|修|创|凿|筑|始)于[^，]{1,4}(?:代|朝|年间|世纪)$")
#: 专线改为南门发车，12月21日恢复原线.
_RESTORES = re.compile("(?:恢复|回到|改回|调回|迁回|搬回)原")
_MADE_THEN = re.compile("(?:[始兴修创]建|建成|[建成创设]立|创办|开业|诞生|落成|出生|毕业)$")
_FIGURE_START = re.compile(r"^(?:达到?|为|超过?|占|突破|约|共|增长|下降|同比)")
#: 开了七十年的照相馆，将于6月熄灯.
_SHUTS = re.compile("(?:熄灯|谢幕|打烊|歇业|落幕|停业|关门|闭店|停刊|停运|退役)$")


def is_scrap(clause: str) -> bool:
    """Whether a clause is a bare verb of two or three characters: 进场, 开板."""
    return len(clause) <= _SCRAP and clause[-1:] not in OCCASIONS and not head_of(clause)


def joined(parts: list[str], index: int, has_subject: bool, said: bool) -> str:
    """The telling clause, with its neighbour where it says too little alone; ``said`` is whether its subject stands before it."""
    if index + 1 < len(parts) and _CONDITION.match(parts[index]):
        index += 1  # 若获批，条例就能施行: what happens then
    chosen = parts[index]
    following = parts[index + 1] if index + 1 < len(parts) else ""
    if following and len(following) <= _WEAK and _SHUTS.match(following) and len(chosen) + len(following) <= LONGEST:
        return chosen + following
    if has_subject and (is_bare(chosen) or (said and is_scrap(chosen))):
        return chosen
    if (
        following
        and _NAME_ALONE.fullmatch(chosen)
        and chosen[-1] not in _BARE
        and is_bare(following)
        and not (head_of(chosen) or VERB.search(chosen))
    ):
        return chosen + following  # 职工疗休养，继续保障一线职工
    short = len(chosen) < _SHORT and not head_of(chosen)
    if (
        index
        and (
            (
                short
                and _tells(parts[index - 1])
                and not own_head(parts[index - 1])
                and not _GOES_ON.match(parts[index - 1])
                and not (len(chosen) >= _WEAK and is_bare(chosen))
            )
            or _FIGURE_START.match(chosen)
        )
        and len(parts[index - 1]) + len(chosen) <= LONGEST
    ):
        return _together(parts[index - 1], chosen) if len(chosen) >= _WEAK else parts[index - 1] + chosen
    if chosen[-1:] in _BARE:
        return chosen
    if following and len(chosen) + len(following) <= LONGEST and _WITH.search(chosen) and following[0] in BY:
        return chosen + following
    if following and (
        _SCENE.search(chosen)
        or (_ROUND.search(chosen) and not is_bare(following))
        or (_PLAYED.search(chosen) and SCORE.match(following))
    ):
        return following
    if following and (
        OF_THE_TIMES.fullmatch(chosen)
        or _AS_IT_WAS.fullmatch(chosen)
        or (len(chosen) < _WEAK and POINTING.fullmatch(head_of(following)))
    ):
        return following
    if (
        len(chosen) < _WEAK
        and following
        and not (len(chosen) > _SCRAP and VERB.search(chosen))
        and not (_LABELS.match(following) or _DETAIL.match(following) or _ASIDE.search(following))
        and not (head_of(following) or PRONOUN.match(following) or _AS_IT_WAS.fullmatch(following))
    ):
        return (
            f"{chosen}，{following}" if is_bare(chosen) and not _WHY.match(following) else _together(chosen, following)
        )
    return chosen


def _together(first: str, second: str) -> str:
    """Two clauses as one title, with their pause where each tells something: 书店开门，首月卖书三千册."""
    told = not (GROUNDS.fullmatch(first) or _NAMES.search(first)) and (
        VERB.search(first) or DOES.search(first) or not is_bare(second)
    )
    runs_on = _WHY.match(second) or second[0] in BY or _FIGURE_START.match(second)
    whole = f"{first}，{second}" if told and not runs_on else first + second
    return whole if len(whole) <= LONGEST else first + second


def telling(parts: list[str], trigger: str, dated: int, *, led: bool = False) -> int:
    """The position of the clause that the title is made of; ``dated`` that of the clause with the time, or -1, ``led`` whether
    somebody stands in front of the time there."""
    if trigger:
        index = next((k for k, part in enumerate(parts) if trigger in part), 0)
        if index + 1 < len(parts) and (GROUNDS.fullmatch(parts[index]) or _HELD_THERE.fullmatch(parts[index])):
            index += 1  # 受“迎新跑”影响，6条线路改道
        if -1 < dated < index and (
            (
                (len(parts[dated]) >= _WEAK or VERB.fullmatch(parts[dated]))
                and _FIGURE_OF.match(parts[index])
                and _tells(parts[dated])
            )
            or (_MADE_THEN.search(parts[dated]) and own_head(parts[dated]))
            or _DETAIL.match(parts[index])
            or _CLOSES.search(parts[dated])
            or (_PUT_OFF.fullmatch(parts[index]) and len(parts[dated]) >= _WEAK)
            or (_BESIDES.search(parts[index]) and len(parts[dated]) >= _WEAK and VERB.search(parts[dated]))
            or (_BESIDES.search(parts[index]) and len(parts[dated]) >= _SHORT and _tells(parts[dated]))
        ):
            return dated
        if -1 < dated < index and (led or _does(parts[dated])) and _goes_along(parts[index], trigger, parts[dated]):
            return dated
        if -1 < dated < index and _ABLE_TO.search(parts[index]) and own_head(parts[dated]):
            return dated
        if -1 < dated < index and trigger in _FOLLOWS and own_head(parts[dated]) and VERB.search(parts[dated]):
            return dated
        if index < dated and (
            ("了" in parts[index] and VERB.search(parts[dated]))
            or _CONDITION.match(parts[index])
            or _EARLIER.search(parts[index])
            or (len(parts[dated]) < _WEAK and _SUM_ENDS.search(parts[index]) and VERB.match(parts[dated]))
            or _WHY.match(parts[index])
            or parts[index].startswith("经")
            or _OF_OLD.search(parts[index])
            or acted_on(parts[index], asked_for(parts[dated]))
            or (_OPENS_THEN.fullmatch(parts[dated]) and own_head(parts[index]))
            or (len(parts[dated]) >= _WEAK - 1 and _RESTORES.match(parts[dated]))
        ):
            return dated
        if index and (
            _MEANWHILE.match(parts[index]) or (_MARCH.fullmatch(parts[index]) and own_head(parts[index - 1]))
        ):
            return index - 1
        return index
    if dated > 0 and (len(parts[dated]) >= _WEAK - 1 or is_bare(parts[dated])) and not _WHY.match(parts[dated]):
        return dated
    if dated >= 0 and (first := next((k for k in range(dated, len(parts)) if _tells(parts[k])), -1)) >= 0:
        return first
    told = [k for k, part in enumerate(parts) if not GROUNDS.fullmatch(part)] or range(len(parts))
    return max(told, key=lambda k: len(parts[k]) - _NEARER * k)


def _goes_along(part: str, trigger: str, before: str) -> bool:
    """Whether a clause with ``trigger`` tells of something else no more than what comes of the clause ``before`` it."""
    if _BREAKS_OUT.search(before):
        return True  # 冷泉沟暴发山洪，冲毁民房7间
    if STRONG.search(trigger) or _BEGINS_THEN.search(part):
        return _DEPENDS.match(part) is not None
    return not (is_bare(part) or _FIGURE_THEN.match(part))


def _does(part: str) -> bool:
    """Whether a clause says who does something or what happens, whatever its verb: 末班煤船离港, 县里把蚕桑站并给丝绸公司."""
    return (
        _tells(part)
        and not is_bare(part)
        and bool(VERB.search(part) or DOES.search(part) or _BY_PREPOSITION.search(part))
    )


def _tells(part: str) -> bool:
    """Whether a clause says what happens, and not only why, where, for whom or how."""
    return (len(part) >= _WEAK - 1 or is_bare(part)) and not (
        GROUNDS.fullmatch(part) or _WHY.match(part) or _BESIDE.search(part)
    )
