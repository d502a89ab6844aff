"""The shape that a title has: no copula, connective or pronoun in front, nothing that dangles behind, nothing twice.

>>> mended("是第九届渡口诗会"), mended("这座新桥通车"), mended("渡口书市（第6期）“读水”沙龙“读水”沙龙")
('第九届渡口诗会', '新桥通车', '渡口书市（第6期）“读水”沙龙')
>>> mended("渡口医院门诊楼已封顶"), mended("古城灯会是在渡口公园点亮的")
('渡口医院门诊楼封顶', '古城灯会在渡口公园点亮')
>>> mended("渡口专用线原因征地滞后")
'渡口专用线'
"""

from __future__ import annotations

from timeline import regex as re
from timeline.events.words import VERB, VERBS, behind

_HAN = "\u4e00-\u9fff"
#: What begins no title: a copula, a connective, a pronoun before the noun that it points with, a modal verb.
_LEAD = re.compile(
    rf"(?:在(?=[{_HAN}]{{2,14}}?(?:举[行办]|召开|上演)[^，]{{3}})|"
    r"指(?=[兴在正新])|都有(?=.{3})|有个(?=.{4})|有(?![机色线轨望效关限氧序没些人了着无教害偿期奖形意])(?=.{4})|(?:兴建|在建|建设|筹建)中的(?=.{4})|配套的(?=.{3})|是(?![非否])(?=.{3})|为(?=[^，]{3,8}(?:期|日|周|月)$)|决定(?:举办|开展|组织|召开)(?=第|首届|“)|明确(?=[^，]{4,}(?:于|在|由|召开|举行|开始|施行|启动|办))|(?:其间|其中|届时|同时)[，,]?(?=.{4})|现场[，,](?=.{4})|现(?=(?:面?向|对|予|公开|开展|将)[^，]{3})|"
    rf"[这那该此](?:[部项个条座家场次票款起批支届本张块件种片位名只辆艘株棵对所间栋幢份套类群笔组篇期趟口](?:由[^，]{{2,20}}?的)?|(?=[{_HAN}]{{3}})(?![馆院校厂局所村镇县区市行会社站港店园台队案寺庙宫塔矿河江湖路街书剧片团井厅楼组班刊网轮舰岛墓碑亭洞窑坊铺关船艇司处署部厂委办科连营城桥号机里儿]))|本[届次](?=.{{4}})|却(?=.{{3}})|(?:无异议|合格|入围)的(?=统一|集中|正式|签|上岗|入职|办理)|(?:[还另]有)?一(?:场|台|次)(?=[^，]{{3}})|"
    r"[可应](?=[到凭在向至]|申请|申领|领取|办理|报名|补登|预约)|一直(?=.{2})|(?:若|如果?|一旦)(?=获批|通过|顺利)(?:[^，]{2,6}[，,])?)"
)
_LEADS = frozenset("决无合入却一还另有都为明指兴在建筹配是其届同现这那该此本可应一若如")
#: Adverbs between a subject and its verb; whether it is done or to come is told by the event's modality.
_BETWEEN = re.compile(
    rf"(?=[因各已曾料将才则计拟预力争有先还却终也给])(?<=[{_HAN}0-9A-Za-z”》）])(?:已(?:经(?={VERBS}|开始|[全基完正陆顺成连有达])|(?!经)(?=[{_HAN}])|(?=经[^，]{{2,24}}(?:审议|批准|同意|研究|通过)))|曾(?![孙祖])(?=[{_HAN}])|(?<![人天英干口刚])才能?(?={VERBS}|[开动启与向和])|(?<![细规原守准总法])则(?=[{_HAN}])|因此(?=[{_HAN}])|却(?=[{_HAN}]{{2}})|终于(?=[{_HAN}]{{2}})|各(?=有[一两三])|(?<![投原材资燃饮涂塑布颜肥饲预照难史])料(?=投入|{VERBS})|"
    r"(?<![名小大老女上中少干虎主猛武健闯])将(?=[在由对被向于为从办]|[到赴][^，]{2,10}(?:开展|举[行办])|[增新开加]设|[新加]开|[推摆派拿搬打献演排修盖](?:出|起|开|上|入)|如期|部分|全部|正式|陆续|首次)|预定(?=进场|动工|开工|完工|竣工|通车|启用|举[行办])|先(?=在)|(?<![归偿退])还(?=[在将会])|也将?(?=同步|一并|随之|同时|{VERBS})|(?<=[\u4e00-\u9fff]{{2}})给(?=[买建盖修拨配装]了)|(?<![动年项])(?:计划|拟|预计|力争|争取|有望)(?=再[上建投增]|(?:整体)?搬迁|新[上建增]|洞通|(?:主体|全面|全线|正式)?(?:动工|开工|建成|竣工|完工|落成|投产|通车|投用|启用|交付|封顶|开通|开放|开馆|开园|试产|贯通))|(?:预计|力争|有望)(?=挂牌|揭牌|投用|投运|下线|交货|见效|出炉|首飞|首发|开售|上市|试产|封顶|搬迁|迁入|入驻|达产|恢复|执行|施行|实施|上线|供水|发布|公布|出台|启动|举[行办]|召开|完成|结束|开始|搬|登陆))"
)
#: 范长根退休时，森林覆盖率已升到87%.
_THEN = re.compile("(?<=.{2}(?:退休|毕业|成立|创办|建成|去世|开业|离任|入伍))时$")
_BETWEENS = frozenset("也给却终因各已曾料将才则划拟计争取望先还")
#: 特展由原定14日闭幕延至28日: without both days it closes.
_FROM_THEN = re.compile(r"(?<=.{3})由(?:原[定订])?(?=(?:开幕|闭幕|举行|举办|开放|施行|开工|竣工|交付)$)")
#: 对上牌有规定的条例就能施行.
_ABLE = re.compile(
    rf"(?<=[{_HAN}]{{2}})(?:就能|就可|才能|便可|方可|即可)(?=施行|实施|生效|开工|通车|投产|启用|开放|恢复)"
)
#: 《规划》是在市政府会议上审议通过的.
_CLEFT = re.compile(
    r"(?<=.{3})是(?P<how>[在由于][^，]{2,}?)的$|(?<=[》”」])是(?P<by>[在由于][^，]{2,}?(?:通过|批准|印发|修订))$"
)
#: A bare figure, what the reporter does, advice, a reason without what came of it.
_NOTHING = re.compile(
    "第[一二三四五六七八九十百0-9]+[届期年]$|为(?:了?庆祝|纪念|迎接)[^，]*$|主题(?:是|为)|.*(?:感慨|感叹|赞叹|点赞|赞不绝口|竖起大?拇指|连声道谢)$|(?:我们?|咱们?|俺们?)(?![市县区省国校院馆局司镇乡村军队厂公社港州党])|.*(?:的时候|前夕|[0-9一二三四五六七八九十]岁)$|.*一[年天]比一[年天]|.*越来越[多少大小难好差高低快慢]$|(?:转折|转机|变化|变故|意外|故事|一切|事情|缘分|机会|机遇|危机)(?:发生|出现|来临|开始|到来|来了|降临)$|[为达占][0-9]|为(?:最[高低]|周[一二三四五六日])|[记笔]者.{0,6}(?:走访|来到|探访|看到)|(?:最好|不妨|记得|别忘|务必|敬请|切勿|先看|请(?:留意|注意|提前))|由适逢|.*[原本还]以为|对.{2,16}来说|受[^，]{2,12}影响$|(?:[^，]{2,10}[局司台心校院])?提醒(?:大家|市民|用户|群众)?$|未发生|本[报刊台](?:刊登|报道|播出|曾|讯)|(?:活动|比赛|会议|仪式|演出|赛事)(?:筹备|举行|开始|进行|结束|举办|开展)$|(?:[^，]{2,4})?面对[^，]*(?:环境|形势|压力|挑战|局面|任务|困难|情况)$|.*[^不而]已$|[^，]*[^不就]是的[^，]|[^，]{1,6}[日晚时晨商早湖州县市江山海港城]报$|(?:活动|比赛|演出)?分[、，]?[两三四]?[、，]?[两三四]场"
)
#: A place at the end that nothing is said to happen at.
_NOWHERE = re.compile(rf"(?<=.{{8}})(?:是|将)?在[{_HAN}]{{1,12}}$")
_AT = re.compile(
    r"^(?P<what>.{6,}?)(?:是|将)?在[^，]{2,24}?(?P<verb>(?:审议|表决)?通过|获批|揭幕|开幕|闭幕|启幕|落幕|举行|举办|召开|开讲|开展|上演|登场|启动|揭牌|展出|开工|动工|开馆)的?$"
)
_TWICE = re.compile(r"^(?P<all>.*?(?P<said>[“《]?[^，]{4,14}).{0,10}?)(?P=said)$")
#: 我公司对东风片区停水: what is done to them is told of them.
_TO_THEM = re.compile(r"^[我本](?:公司|局|中心|单位)对(?P<whom>.{3,}?)(?=(?:停水|停电|停气|停暖|封闭|限行)$)")
#: 学校前身是创办的渡口书院: what was founded is the school before it.
_BEFORE_IT = re.compile(r"^[^，]{2,12}前身[是为](?P<verb>创办|创建|成立|创立|设立|建立|始建)的(?P<name>[^，的]{3,16})$")

#: 公租房建设始于2010年, 鞋博会办于1999年: what is left of such a verb is no word.
_BARE_VERBS = {"建": "建成", "办": "举办", "始": "开始", "推": "推迟"}
_WHOLE_VERB = re.compile(
    "(?:[新扩改重筹创组兴修共援续代自未待复翻迁停缓始开捐集出承合]建|[开原创起]始|[^会节赛展]办|[助主力地首]推)$"
)
#: 开展为期一个月的清理.
_TERM_OF = re.compile("为期[^，的]{1,6}的(?=.{2})")
#: 云山隧道为试封闭期.
_IS_TERM = re.compile("(?<=[^，][^，][^，])为(?P<what>试[^，]{2,5})期$")
#: 学费请于9月前存入银行卡: how one is asked for it.
_ASKED = re.compile("(?<=[\u4e00-\u9fff][\u4e00-\u9fff])(?<![申邀敬恳提聘])请(?=[存交缴提到在向寄送]|按时|及时|务必)")
#: 专用线原因征地滞后: the grounds of what was cut off with its date.
_GROUNDS = re.compile(
    r"(?<=.{4})(?:原(?:定|拟|计划)?)?因(?:受)?[^，]{0,10}(?:施工|故障|影响|滞后|降雨|天气|台风|疫情|暴雨|大风|降雪|维修|检修|考试周?|变更|调整|不足|安装|改造|装修|布展|受阻|冲突)(?:由|从)?$"
)
#: 经济工作会议以视频形式, 4号线可研报告开工, 《条例》为集中登记期: how, by what paper, what it is.
_ENDINGS = ("形式", "方式", "期", "开工", "动工", "建成", "竣工", "通车", "投产")
_AS = re.compile("(?<=.{4})以[^，]{1,8}(?:形式|方式)$|(?<=》)为(?=[^，]{2,8}期$)")
_STUDY = re.compile(
    "(?<=.{2})(?:的)?(?:可行性研究报告|可研报告|可研|初步设计|环评报告|规划方案|设计方案)(?=开工|动工|建成|竣工|通车|投产)"
)
#: 大会调整举行: to another day.
_HELD_THEN = ("举行", "召开", "举办", "进行", "开幕")
_ADJUSTED = re.compile("(?<=.{3})(?:调整|改)(?P<verb>举行|召开|举办|进行|开幕)$")
#: 厂史上的分水岭: what somebody or something is, and nothing told of it.
_NAME_OF = re.compile("(?!原[定订])[^，“”《》]{2,6}的[^，“”《》的]{1,3}(?<![熟开了满红落停到])")
_SHORTEST_VERB = 3
_REPORTS = ("通报", "透露", "获悉", "介绍", "宣布")
_REPORTED = re.compile(r"^(?P<held>[^在于]+(?<![协商学工员合委农金事字总])会)上?(?:通报|透露|获悉|介绍|宣布)$")
_WEATHER = re.compile(
    "(?:有)?(?:多云|晴|阴|[小中大阵暴雷]{1,2}[雨雪])(?:[转到间有或至、局部]{1,3}(?:多云|晴|阴|[小中大阵特暴雷]{1,3}[雨雪]))*(?=[，、；。,（\\s0-9]|气温|局[地部]|伴|$)"
)
_PUBLISHED = re.compile(r"公示公示期.*$")


def mended(title: str, people: frozenset[str] = frozenset()) -> str:
    """A title without what may not begin or end it, each as far as something that tells is left; ``people`` keep their names."""
    while title[:1] in _LEADS and (shorter := _kept(behind(_LEAD, title), title)) != title:
        title = shorter
    if not _BETWEENS.isdisjoint(title):
        who = next((name for name in people if name[-1] in _BETWEENS and title.startswith(name)), "")  # 方有才办厂
        title = who + _BETWEEN.sub("", title[len(who) :]) if who else _BETWEEN.sub("", title)
    if "能" in title or "可" in title:
        title = _ABLE.sub("", title)
    if "由" in title:
        title = _FROM_THEN.sub("", title)
    if title.endswith("时"):
        title = _THEN.sub("", title)
    if title.endswith("的") or "是" in title:
        title = _CLEFT.sub(lambda cleft: cleft["how"] or cleft["by"], title)
    if title[:1] in "我本" and (told := _TO_THEM.match(title)):
        title = told["whom"] + title[told.end() :]
    if "前身" in title and (earlier := _BEFORE_IT.match(title)):
        title = earlier["name"] + earlier["verb"]
    if title[-1:] in _BARE_VERBS and len(title) >= _SHORTEST_VERB and not _WHOLE_VERB.search(title):
        title = title[:-1] + _BARE_VERBS[title[-1]]
    if "因" in title and (grounds := _GROUNDS.search(title)):
        title = title[: grounds.start()]
    if "为期" in title:
        title = _TERM_OF.sub("", title)
    if "请" in title:
        title = _ASKED.sub("", title)
    if title.endswith("期"):
        title = _IS_TERM.sub(r"\g<what>", title)
    if title.endswith(_ENDINGS):
        title = _STUDY.sub("", _AS.sub("", title))
    if title.endswith(_HELD_THEN) and (moved := _ADJUSTED.search(title)):
        title = f"{title[: moved.start()]}改期{moved['verb']}"
    if "公示期" in title or title.endswith(_REPORTS):
        title = _PUBLISHED.sub("公示", _REPORTED.sub(r"\g<held>举行", title))
    return without_repeated(title)


def sky_in(title: str) -> str:
    """The weather that a title begins with, where it says no place; or "".

    >>> sky_in("多云转小雨，气温12℃"), sky_in("渡口多云")
    ('多云转小雨', '')
    """
    return sky[0] if (sky := _WEATHER.match(title)) else ""


def without_repeated(title: str) -> str:
    """A title that ends in words that it has said, without them."""
    if len(title) < 12 or title.find(title[-4:], 0, -4) < 0:
        return title
    return twice["all"] if (twice := _TWICE.match(title)) and len(twice["said"]) > 4 else title


def without_place(title: str) -> str:
    """A title that is too long, without the place between what takes place and its verb."""
    told = _AT.match(title) if "在" in title else None
    return told["what"] + told["verb"] if told and not VERB.search(told["what"][-3:]) else title


def without_loose_place(title: str) -> str:
    """A title that was cut, without a place behind which its verb is gone: 渡口特展在渡口市."""
    found = _NOWHERE.search(title) if "在" in title else None
    return title[: found.start()] if found and not VERB.search(title, found.start()) else title


def _kept(shorter: str, title: str) -> str:
    return shorter if len(shorter) >= 4 else title


def names_only(title: str) -> bool:
    """Whether a title is no more than what something is called: 厂史上的分水岭."""
    return _NAME_OF.fullmatch(title) is not None and not VERB.search(title)


def is_nothing(title: str) -> bool:
    """Whether a title tells no event: a bare figure, what the reporter does, advice, a reason without what came of it."""
    return _NOTHING.match(title) is not None
