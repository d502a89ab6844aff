"""What a page is of, by the name that its headline has for it and its body goes on to tell of.

>>> named_in("渡口山索道国庆前恢复", "渡口山索道9月30日恢复运营。")
'渡口山索道'
>>> named_in("渡口县委走访企业", "渡口县委昨天走访企业。")
''
"""

from __future__ import annotations

from timeline import regex as re
from timeline.events.forms import announced
from timeline.events.persons import name_in
from timeline.events.soundness import lacks_subject
from timeline.events.subjects import head_of
from timeline.events.words import VERB, VERBS

_HAN = "\u4e00-\u9fff"
_PARTS = re.compile("[：:，,！？!?。；—　 ]+")
#: A time at the end of what a headline begins with: 虹桥庙会下周.
_TIME_END = re.compile(
    "(?:[0-9]{4}年|[0-9]{1,2}月|[0-9]{1,2}日|[今明昨后前去]?[日天晚晨年]|[上下本]?个?[周月]|本?[周週][一二三四五六日末]|[春夏秋冬]季?|(?:国庆|春节|元旦|中秋|端午|五一|暑假|寒假|年[底初]|月[底末])[前后]?|即将|将|正式|终于|再|又|首次|全面|全线|提前|夜间|晚间|白天)+$"
)
_TIME_IN = re.compile(
    "[0-9]{1,2}[月日]|[本下]?周[一二三四五六日末]|[今明昨后][天日晚晨年]|[上下本][周月]|[国春元中端][庆节旦秋午][前后期]"
)
#: 西潭古道的新与旧, 渡口水厂纪略: how a story is headed.
_STORY = re.compile(
    "的.*$|(?:大事记|纪略|纪事|纪实|始末|历程|变迁|往事|小史|[一二三四五六七八九十百0-9]+(?:周?年|载).*|进展|动态|日程|安排|时间表|须知|指南|攻略|问答|公告|通知|通告|启事|预告|招募|申请)+(?:[（(].*[）)])?$"
)
_NO_MATTER = re.compile(
    "(?:[省县镇乡村州旗]|(?<![夜集超门早])市|(?<![院校街园厂港景])区)$|[局委办厅署院]$|政府$|公司$|集团$|警方$|法院$|部门$|[0-9]+[年月日号]?$|^(?:关于|全[市县省国]|[我本该]|这|那|一[座家条个]|[0-9])|[上下]半年|[季年]度|季报|资讯|新闻|消息|快讯|速递"
)
#: What is built or laid out, and what else has parts: a show, a scheme.
BUILT = re.compile(
    "(?:[路桥道线港楼馆塔寺庙祠园厂渠坝碑轮舰闸窑井]|戏台|渡槽|[^本该全]站|工程|项目|水库|码头|班列|专列|机场|口岸|市场|港区|厂区|泊位|[林农牧渔茶电]场|景区|食堂|仓库|电站|枢纽|街区|分会场|遗址|墓群|古[镇城村建])$"
)
THING = re.compile(
    f"{BUILT.pattern}|(?<=[{_HAN}])[A-Z]{{2,5}}$|(?:[校院]区|剧|[^参完开停休弃退复备]赛|[^开参]展|节|[^春夏秋冬伏旱雨]季|营|班|会|周|补贴|消费券|贷款|条例|办法|选调|招聘|招募|招生|征集|申请|申报|评选|普查|改造|整治|扩建|修缮|祠堂|计划|公寓|配租|小学|中学|学校|医院|幼儿园|夜市|集市|索道|公租房|保租房|人才房|租房|[”》」])$"
)
#: 老粮站变身“稻田里”文创园: what it was before.
_TURNED = re.compile("^[^，]{2,10}(?:华丽|成功|蝶变|摇身)?(?:变身|变成|变作|化身|改[造建]成|升级为|蝶变)(?=.{4})")
_VERB_END = re.compile(f"(?:{VERBS})$|[在将已被由于与和的了]$")
#: 延长海棠路夜市营业时间, 饮料厂“起死回生”: what is done to it, and what is said of it.
_DEED = re.compile("^(?:延长|调整|开展|启动|实施|做好|举办|加强|恢复|暂停|关闭|封闭|启用|开放)")
_PRAISE = re.compile("[“「][^“”「」]*[”」]$")
_WORK = re.compile("《[^《》]{2,12}》")
#: 青岩水库除险加固工程下闸: as far as the name of what has parts goes.
_NAME_OF_THING = re.compile(
    f".{{1,13}}(?:工程|项目|[大普][桥查]|隧道|水库|街区|分会场|祠堂|[校院]区|公园|小学|中学|学校|医院|幼儿园|图书馆|博物馆|文化馆|夜市|仓库|食堂|电站|公寓|计划|[^新本该工]厂(?!房)|号线|专线|快线|云巴|铁路|公路|古道|戏台|索道|大楼|码头|市场|改造|整治|扩建|》|”)(?![{_HAN}]?[长员])"
)
_NO_THING = re.compile(
    "(?:协会|学会|商会|工会|委员会|组委会|理事会|基金会|人代会|董事会|机会|社会|常委会|研究会|分会|代表大会|会议)$|[了时刚请]$|什么|怎么|如何|了|[逛看赏]|坐上|三读|[一二两三四五六七八九十]条|建庙|起选|[开走搬移驶送飞坐登]到|走进|来到|落户|世纪|年代|(?:分数|底|战|一|热|生产|产|防|主|在|上|下|天|视|光|电|网|界|水)线$|分[两三四五2-9][轮批期]|^(?:[是把被]|面向|《.{1,4}》$)"
)
#: 梅坞村办起“村晚”, 两地共建内陆港: what a headline says is held or built.
_MEANT = re.compile(
    f"(?P<whole>“(?P<said>[^“”]{{2,8}})”(?:(?![开进走上下入出办在将获][{_HAN}])[{_HAN}]){{0,4}})|"
    f"(?:共建|建设|新建|启动|举办|推出|上线|修复|修缮|重修|开展|试行|试点|发放|招募|征集)(?P<what>[{_HAN}]{{3,12}})$"
)
#: What all that a short page tells befalls, where it tells of it at all: no feast and no case of many.
_OF_ALL = re.compile(
    f"{BUILT.pattern}|(?:[校院]区|[小中]学|学校|医院|幼儿园|补贴|计划|配租|公寓|改造|整治|扩建|修缮|祠堂|夜市|索道|普查|选调|招聘|招募|招生|公租房|人才房|特展|大展|画展|影展|大赛|联赛|锦标赛|奖|[A-Z]{{2,5}}|号线|(?<![例法定则案见知划])》)$"
)
#: 暑期“小小讲解员”开始招募; 明年可通车, behind 桐花岭隧道贯通.
_FEAST = re.compile("[“”国庆春节元旦中秋端午清明五一暑寒]{2,4}(?:假期|期间|前后|小长假|黄金周)?")
_CALLS = re.compile("招募|招聘|招生|报名|征集|评选")
_GOES_ON = re.compile(
    "[今明昨去后][年天日]|[0-9]|[上下本][个]?[月周]|年[底初内]|预计|有望|力争|全长|首日|当日|将|门票|报名|市民可|“?(?:国庆|春节|元旦|中秋|端午|清明|五一)|[暑寒]假|暑期|假[日期]"
)
_REPAIRS = ("改造", "整治", "扩建")
_LEAST, _LONGEST_NAME = 4, 14


def named_in(headline: str, text: str) -> str:
    """What a headline names that ``text`` goes on to tell of; or ""."""
    for part in _PARTS.split(announced(headline)):
        if (work := _WORK.search(part)) and work[0] in text:
            return work[0]
        if _FEAST.fullmatch(part):
            continue  # 国庆假期 莲花山景区夜间开放
        name, shared = _headed(part), _shared(part, text)
        whole = is_thing(name) and (name in text or not (name.startswith(shared) and is_thing(shared)))
        if is_name(shared) and not whole:
            return shared
        if is_name(name) and _is_told(name, text):
            return name
        if (meant := _MEANT.search(part)) and (meant["said"] or meant["what"]) in text:
            return meant["whole"] or meant["what"]
    return ""


def is_name(name: str) -> bool:
    """Whether words may be the name of what a page is of: of no town, office or person."""
    fits = _LEAST <= len(name) <= _LONGEST_NAME and not (_NO_MATTER.search(name) or _NO_THING.search(name))
    return fits and not lacks_subject(name) and not name_in(name)


def is_thing(name: str) -> bool:
    """Whether a name may be that of a thing which has parts.

    >>> is_thing("渡口山索道"), is_thing("渡口机电公司")
    (True, False)
    """
    return bool(THING.search(name)) and is_name(name)


def is_of_all(name: str, headline: str) -> bool:
    """Whether a short page that is headed so tells of nothing else than what bears the name.

    >>> is_of_all("渡口大桥", "渡口大桥通车"), is_of_all("渡口大桥", "渡口大桥通车 望湖水库清淤")
    (True, False)
    """
    parts = [part for part in _PARTS.split(announced(headline)) if part]
    called = _OF_ALL.search(name) or (name.endswith("”") and _CALLS.search(headline))
    others = [part for part in parts if name[:2] not in part and not _GOES_ON.match(part)]
    return bool(called) and not any(is_name(_headed(part)) for part in others)


def _headed(part: str) -> str:
    """What a part of a headline begins with, by its form, as far as the name of what has parts goes."""
    part = _DEED.sub("", _TIME_END.sub("", _STORY.sub("", _TURNED.sub("", part))))
    cut = _TIME_IN.search(part)
    name = _TIME_END.sub("", head_of(f"{part[: cut.start()] if cut else part} ") or part)
    name = bare if is_thing(bare := _PRAISE.sub("", name)) else name
    whole = None if THING.search(name) else _NAME_OF_THING.match(name)
    if whole is None and name and not THING.search(name) and (run := _NAME_OF_THING.match(part)):
        rest = run[0][len(name) :]  # 甲地至乙地, behind which its line is named
        whole = (
            run
            if len(rest) >= 2
            and run[0].startswith(name)
            and (rest in _REPAIRS or not (VERB.search(rest) or rest[0] in "的在将"))
            else None
        )
    return whole[0] if whole else name


def _shared(part: str, text: str) -> str:
    """What a part of the headline begins with and the body says in the same words, as far as it is a name; or ""."""
    part = _DEED.sub("", part)
    size = next((k for k in range(min(len(part), _LONGEST_NAME), _LEAST - 1, -1) if part[:k] in text), 0)
    name = _TIME_END.sub("", part[:size])
    while name and (torn := _VERB_END.search(name)) and torn.start():
        name = name[: torn.start()]
    if whole := _NAME_OF_THING.match(name):
        return whole[0]
    return name if name and not VERB.search(name) else ""


def _is_told(name: str, text: str) -> bool:
    """Whether a text says enough of a name's words."""
    pairs = [name[k : k + 2] for k in range(len(name) - 1)]
    return 3 * sum(pair in text for pair in pairs) >= len(pairs)
