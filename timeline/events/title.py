"""A line that says what happened, in the source's own words, at most 30 characters, subject first.

>>> make_title("1998年同步推进“品牌立市”行动，实现升级；", [(0, 5)], "滨城", "推进")
'滨城同步推进“品牌立市”行动'
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from timeline.events.attach import BY, SCORE, WITH
from timeline.events.fitting import LONGEST, fit, untrailed
from timeline.events.forms import GROUNDS, OF_THE_TIMES, SECTION
from timeline.events.persons import person_first
from timeline.events.polish import polished
from timeline.events.subjectless import is_bare
from timeline.events.subjects import POINTING, head_of, own_head, shown, turned_into
from timeline.events.untimed import TIMED, without_times
from timeline.events.words import CONNECTIVE, VERB, behind, firsts, led

#: 这条线是1958年动工的.
_CLEFT = re.compile(f"是{TIMED}(?=(?P<what>[^，。；]{{1,30}})的(?:[，。；]|$))")
_SHORT = 8
_WEAK, _BRIEF, _SCRAP = 5, 14, 3
_NEARER = 1  # character that a later clause must say more than the one before it
_BRACKETS = re.compile(r"[（(][^（）()]{0,40}[）)]")
_EDGE = r"(?:年(?![货会轻级味夜俗画青糕检报度产均薪满审菜宵兽])|月(?![亮湖饼季老光坛嫂牙球均产薪票])|日(?![报照喀本用间常光语历均产出落志元军籍方])|度(?![假汛夏])|份|的(?!士)|[、，,\s：:；;。])"
_SPLIT = re.compile(r"——(?![^“”「」]*[”」])|…+|[，,；;。！？!?\n：:](?:(?<![：:])|(?![0-9])|(?<![0-9].))")
_LEAD = re.compile(
    led(
        r"^(?:这?标志着|明确(?=大会|会议|各|从|自)|第[一二三四五六七八九十百零0-9]+条|(?:[12]?[0-9](?![.][0-9])|[一二三四五六七八九十]{1,3}(?![.、][一二三四五六七八九十、]))[.、]|[—\-–·•．・●◆■（(]+|我市|本报讯)+"
    )
)
_MODAL = (
    r"(?:预计|计划(?!生育)|拟(?![聘录合人声])|将(?![军帅领乐])|有望|力争|争取|确保|继(?![续电承任])|其中|便(?![民利道捷携当])|就(?![业地近诊读职餐医])|即(?![墨日时开])|"
    r"须(?!知)|应当|必须|需(?![求水量要])|会(?=[办举召加派])|要再|要(?![闻点道求素])|刚刚?(?![性果好])|方才|才(?![人艺华子女智干能]))"
)
_MODALS = rf"{_MODAL}+(?:于|实现(?=.{{3,}}(?:投产|竣工|建成|通车|完工|达产|突破)))?"
#: What a clause is led in by, one behind the other.
_FILLED = re.compile(rf"(?={firsts(CONNECTIVE, _EDGE, _MODAL)})(?:{CONNECTIVE}+)?(?:{_EDGE}+)?(?:{_MODALS})?")
#: 2019年印发的《办法》同时废止: the date is that of issuing.
_ISSUED = re.compile(
    led(
        r"\s*(?:起正?式?)?(?P<verb>印发|发布|公布|出台|颁布|制定|施行|实施|执行)的(?P<rule>《[^《》]+》|[原旧老](?=[^，。；]{2,10}(?:同时|即行|随之|一并)?废止)[^，。；]{2,10}?(?=同时|即行|随之|一并|废止))"
    )
)
_AT_PLACE = re.compile(
    r"^在[^，]{2,20}?(?=(?:正式|盛大|隆重)?(?:举行|举办|召开|开幕|闭幕|揭幕|启幕|开展|上演|启动|落幕|登场|开讲|开营|展出|亮相)$)"
)
_LABELS = re.compile(
    r"(?:受?影响|停[水电气])(?:区域|范围|路段|小区)|(?:报名|咨询|联系|服务|投稿|电子)?(?:电话|热线|地点|时间|地址|费用|票价|方式|对象|邮箱|邮编|网址|传真|微信)"
)
_OCCASION = re.compile(r"(?:大会|推进会|会议|论坛|仪式|对接会|座谈会|研讨会|博览会|学习会|发布会|学习（扩大）会)$")
_OCCASIONS = frozenset("会议坛式）")
_HAS_VERB = re.compile(r"召开|举行|举办|开幕|闭幕|[要将][^，]{0,12}开|参加|出席|开展|获|入选|办了?")
#: 大赛始于1986年: what stands before 于 and its time.
_BARE = frozenset("始建创办设")
_SCENE = re.compile(r"^[^，]{2,6}[赛会展]中$")
#: What is told of an event beside what happens: 延期至11月28日，起点改为公园.
_DETAIL = re.compile(
    "(?:集合|活动|比赛|举办|停[电水气])?(?:[起终]点|地点|场地|时间|票价|展期|赛期|工期|路线|名额|规模|费用|门票|奖金)"
)
#: What comes with it, or where it is: 搬至新楼，旧楼同时停用; 球队将客场挑战，比赛在体育场进行; 门票开售，首场演出为歌剧.
_BESIDES = re.compile(
    "^(?:比赛|赛事|活动|会议|仪式|演出|典礼)(?:将)?在|^[^，]{2,10}(?:同时|同步|随之|也随即)|^[^，]{0,8}(?:演出|比赛|活动|项目|展品|剧目|首站)[为是]"
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
#: 柏雨晨在5月19日结束的锦标赛上夺冠: where, told with the time.
_HELD_THEN = re.compile(
    f"在?{TIMED}(?:刚刚)?(?:结束|举行|举办|落幕|闭幕|进行|召开)的[^，。；]{{2,24}}?[上中里](?=[^，。；国学])"
)
#: A clause that may be no more than the name of what the next one tells of.
_NAME_ALONE = re.compile("(?:(?![全均都已将不为是])[\u4e00-\u9fff]){4,8}")
#: 最忙的时候, 方小禾二十九岁: how things stood.
_AS_IT_WAS = re.compile(
    "[^，]*(?:的时候|之时|时节|之际|前夕|年间|那阵子|日子里?|[0-9一二三四五六七八九十]岁(?:时|那年)?|年仅[^，]+|[^，]{3,}(?<![小届临及准按同平暂当])时|[^，]*周年|[^，]比[^，]年[^，]{1,3})"
)
#: 合同额11亿元，5月进场; 球队搬进新馆，冬天也能训练.
_SUM_ENDS, _ABLE_TO = re.compile("[0-9.]+[万亿余多]*[元吨亩名户件米]$"), re.compile("^[^，]{0,8}(?:也|就|便|才)[能可]")
_ONESELF = re.compile("自己(?=..)(?![的人家])")
_PRONOUN = re.compile("[他她它我]")
_WHY = re.compile("[因受按由据]|根据|比|[在于][^，]{2,8}$")
#: 获准设立后，11月20日开业: what was before is not what is dated.
_EARLIER = re.compile("^主办[单方]|(?<![前幕背战产午今最])后$|以来$|之[前际]$|[^小届临及准按同平暂]时$")
#: 约谈负责人，要求提交报告: what is asked for follows what was done.
_FOLLOWS = frozenset(["要求", "决定", "提出", "责令", "部署"])
#: 餐券下周于会址发售, 晚上假广场举行: the place is led in.
_AT_HOUSE = re.compile(
    "^[于假](?=[\u4e00-\u9fff]{2,14}(?:举[行办]|发售|召开|公开|进行|开[幕讲课售]|上演|展出|派发|领取))"
)
_CONDITION = re.compile(r"若(?![羌干])|如果|如(?=获|遇)|一旦|只要")
#: For whom, where and how something is, beside what it is.
_BESIDE = re.compile(
    "可(?:免费|现场)?参加$|免费$|^(?:免费|限|凭|每|需|须|自备|先到先得)|[0-9]+[人元名张]$|(?:厅|馆|室|楼|广场|中心|公园|剧院|礼堂|门口|厂区|园区|小区|现场|门前|[湖河江]畔|岸边)$|^(?:题为|翻[看开]|打开|为|是)|以.{2,12}为[\u4e00-\u9fff]{1,3}$|冒充|^主[打推]|期间$"
)
_ASIDE = re.compile(
    "[限凭每]|^[一两三四五六七八九十0-9]{1,2}[场次班趟节轮]$|展期|为期|[0-9][万亿余多]{0,2}元$|(?:厅|馆|室|楼|广场|中心|公园|剧院|礼堂)$"
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
_MADE_THEN = re.compile("(?:[始兴修创]建|建成|[建成创设]立|创办|开业|诞生|落成|出生|毕业)$")
_FIGURE_START = re.compile(r"^(?:达到?|为|超过?|占|突破|约|共|增长|下降|同比)")
_TOPIC_LEAD = re.compile(r"^(?:针对|围绕|聚焦|在.{2,10}(?:方面|领域))")


#: 转折发生在2014年国庆，……: what the turn was stands in the next clause.
_TURN = re.compile(
    "(?:[^，]{0,6}的)?(?:转折|转机|变化|变故|意外|故事|机会|机遇|危机|高潮)[点]?(?:发生|出现|来临|开始|到来|来了|降临)"
    "|(?:事情|故事|一切|渊源|缘起)?(?:还|则)?(?:要|得|可|可以)?从?(?:追溯|说起|讲起)"
)
_BEGUN = re.compile("(?:正式)?(?:开[展幕讲演赛营课唱集]|上演|首演|启幕|亮相|上线|开放)")
_OF_LIFE = re.compile("(?:[结成完][婚亲]|成家|[去逝]世|病逝|出生|毕业|退休|退伍|入伍|参军)$")
#: 凭准考证可免费乘车: who may, stands there.
_ENTITLES = re.compile("(?:凭|持|出示)[^，]{2,12}(?:可|即可|免费)")
#: 开了七十年的照相馆，将于6月熄灯.
_SHUTS = re.compile("(?:熄灯|谢幕|打烊|歇业|落幕|停业|关门|闭店|停刊|停运|退役)$")
#: ▲, ◎教育: the sign of a brief, and the label behind it.
_SIGNED = re.compile(r"\s*(?P<sign>[．・▲◎◆■●★※○◇□△▶►▼☆]+)\s*(?:(?P<label>[\u4e00-\u9fff]{2,4})[ \u3000]+)?")


def make_title(
    statement: str, times: Iterable[tuple[int, int]], subject: str, trigger: str, people: frozenset[str] = frozenset()
) -> str:
    """The title of a statement: its clause with the ``trigger``, without its times, with ``subject`` in front where the
    clause leaves it out. ``times`` are the offsets of the time expressions in ``statement``, in order; ``people`` whom its
    page names."""
    text = _CLEFT.sub(TIMED, behind(SECTION, without_times(statement, times).lstrip()))
    if "的" in text:
        text = _HELD_THEN.sub(TIMED, text)
    if signed := _SIGNED.match(statement):
        text = text.lstrip(TIMED).lstrip(signed["sign"]).lstrip().removeprefix(signed["label"] or "").lstrip()
    if issued := _ISSUED.match(text.lstrip(TIMED)):
        return fit(f"{issued['rule']}{issued['verb']}")
    if "（" in text or "(" in text:
        text = _BRACKETS.sub("", text)
    clauses = [(_clean(clause.replace(TIMED, "")), TIMED in clause) for clause in _SPLIT.split(text)]
    if len(clauses) > 1 and _TURN.fullmatch(clauses[0][0]):
        clauses = [(clauses[1][0], True), *clauses[2:]]
    parts = [part for part, _ in clauses if part]
    if not parts:
        return ""
    index = _telling(parts, trigger, next((k for k, (_, timed) in enumerate(c for c in clauses if c[0]) if timed), -1))
    if index and any(timed for _, timed in clauses[:1]) and _OF_LIFE.search(parts[0]):
        index = 0  # 1975年，他与方小禾结婚，两人开了一间美容院，生意好
    if index and _BEGUN.fullmatch(parts[index]) and (what := shown(parts[index - 1])):
        return fit(what + parts[index])
    said = next(
        (
            head
            for part in reversed(parts[:index])
            if (head := turned_into(part) or person_first(part, people) or own_head(part) or _he(part))
        ),
        "",
    )
    subject = said or subject
    chosen = polished(_joined(parts, index, bool(subject), bool(said)))
    chosen = behind(_ONESELF, chosen) if subject else chosen
    if (
        subject
        and (is_bare(chosen) or (said and _is_scrap(chosen)))
        and not chosen.startswith(subject)
        and f"的{subject}" not in chosen
        and not _ENTITLES.match(chosen)
    ):
        if len(subject) + len(chosen) > LONGEST:
            chosen = behind(_AT_PLACE, chosen)
        chosen = f"{subject}{chosen}"
    if index and len(chosen) < _BRIEF and _TOPIC_LEAD.match(parts[index - 1]):
        doer = own_head(chosen) or subject
        chosen = f"{doer}{parts[index - 1]}{chosen[len(doer) :]}" if doer and chosen.startswith(doer) else chosen
    title = fit(chosen)
    if (
        title[-1:] in _OCCASIONS
        and _OCCASION.search(title)
        and len(title) <= LONGEST - 2
        and not _HAS_VERB.search(title)
    ):
        title += "召开" if trigger == "召开" else "举行"
    return title


def _he(clause: str) -> str:
    """他 or 她, where a clause begins with one; or ""."""
    return clause[0] if _PRONOUN.match(clause) and clause[0] in "他她" and clause[1:2] not in "们人国乡的" else ""


def _is_scrap(clause: str) -> bool:
    """Whether a clause is a bare verb of two or three characters: 进场, 开板."""
    return len(clause) <= _SCRAP and clause[-1:] not in _OCCASIONS and not head_of(clause)


def _joined(parts: list[str], index: int, has_subject: bool, said: bool) -> str:
    """The telling clause, with its neighbour where it says too little alone; ``said`` is whether its subject stands before it."""
    if index + 1 < len(parts) and _CONDITION.match(parts[index]):
        index += 1  # 若获批，条例就能施行: what happens then
    chosen = parts[index]
    following = parts[index + 1] if index + 1 < len(parts) else ""
    if following and len(following) <= _WEAK and _SHUTS.match(following) and len(chosen) + len(following) <= LONGEST:
        return chosen + following
    if has_subject and (is_bare(chosen) or (said and _is_scrap(chosen))):
        return chosen
    if (
        following
        and _NAME_ALONE.fullmatch(chosen)
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
                and not (len(chosen) >= _WEAK and is_bare(chosen))
            )
            or _FIGURE_START.match(chosen)
        )
        and len(parts[index - 1]) + len(chosen) <= LONGEST
    ):
        return parts[index - 1] + chosen
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
        and not (head_of(following) or _PRONOUN.match(following) or _AS_IT_WAS.fullmatch(following))
    ):
        return f"{chosen}，{following}" if is_bare(chosen) and not _WHY.match(following) else chosen + following
    return chosen


def _telling(parts: list[str], trigger: str, dated: int) -> int:
    """The position of the clause that the title is made of; ``dated`` that of the clause with the time, or -1."""
    if trigger:
        index = next((k for k, part in enumerate(parts) if trigger in part), 0)
        if index + 1 < len(parts) and GROUNDS.fullmatch(parts[index]):
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
        if -1 < dated < index and _ABLE_TO.search(parts[index]) and own_head(parts[dated]):
            return dated
        if -1 < dated < index and trigger in _FOLLOWS and own_head(parts[dated]) and VERB.search(parts[dated]):
            return dated
        if index < dated and (
            ("了" in parts[index] and VERB.search(parts[dated]))
            or _EARLIER.search(parts[index])
            or (len(parts[dated]) < _WEAK and _SUM_ENDS.search(parts[index]) and VERB.match(parts[dated]))
            or _WHY.match(parts[index])
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


def _tells(part: str) -> bool:
    """Whether a clause says what happens, and not only why, where, for whom or how."""
    return (len(part) >= _WEAK - 1 or is_bare(part)) and not (
        GROUNDS.fullmatch(part) or _WHY.match(part) or _BESIDE.search(part)
    )


def _clean(part: str) -> str:
    part = behind(_LEAD, part.strip())
    part = _AT_HOUSE.sub("在", part)
    if part.startswith(("“", "‘")) and part.count("“") > part.count("”"):
        part = part[1:]  # the opening of a speech, not of a name
    if part.endswith("”") and part.count("”") > part.count("“"):
        part = part[:-1]
    part = behind(_FILLED, part)
    return untrailed(part.strip())
