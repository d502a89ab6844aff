"""Whom or what a clause speaks of: the noun phrase at its head, and the name that such a word as 大桥 points at.

>>> head_of("青屿女篮        组建于")
'青屿女篮'
>>> head_of("先后两次修订标准"), head_of("正式上课")
('', '')
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from timeline import regex as re
from timeline.events.persons import name_in
from timeline.events.verbforms import ACT, DOES
from timeline.events.words import PASSES_INTO, VERBS, alone, firsts, led, one_of

_HAN = "\u4e00-\u9fff"
_SIGN = r"(?:(?<=\s)[前起止中间后](?![通进哨线海门点重草国学心医央小华山秋部共勤街考院专职式亚欧东餐介转])|[\s，。；：、．・—\-·•◆●■★▲◇○□※（(])"
_NUMBER = r"(?:第[一二三四五六七八九十百零0-9]+[条章]|[0-9]{1,2}[.、．](?![0-9])|[（(]?[一二三四五六七八九十]{1,3}[、）)]|[①-⑳])"
_ASIDE = (
    r"(?:此外|同时|其中|据悉|据介绍|据了解|目前|原来|随后|随即|然而|但是|但|而且|并且|另外|如今|不过|为此|因此|接着|首先|于是|特别是|"
    r"会[上后]|当天|届时|本报讯|近日|日前|(?:活动|施工|赛事|展会|假日|节日|大会|检修|翻修|停水)?期间|其间|如今|至此|从此|[，,\s])"
)
_LEAD = re.compile(rf"(?={firsts(_SIGN, _NUMBER, _ASIDE)}){_SIGN}*{_NUMBER}?\s*{_ASIDE}*")
#: Words that no subject begins with: prepositions, conjunctions, pronouns that point back, adverbs.
_NO_HEAD = re.compile(
    led(
        r"被(?![告子面动]|执行人|害人|申请人|保险人|征收人|[^，的]{1,4}的)|入围(?!作品|者|名单)|向[东西南北上下前后外内社公]|一直|一同|一道|确保|务必|力保|一干|易地|异地|就地|原地|题为|报(?=[省市县国区全][^，]{0,12}(?:批准|备案|审批))|翻[开看]|打开|扫码|开始|预计|有望|力争|争取|计划(?!生育|单列)|网上|[线现][上下场]|凭|登录|拨打|点击|关注(?!度)|携带|原[定订拟]|原计划|独立(?=[开经办研])|获(?!奖)|拿到|面[对向]|配合|遵照|鉴于|结合|为|在|随(?![县州])|从|经|通过|据|根据|按照?|由|如|若|当(?![地涂阳])|自(?!贡|来水|行车|治|然|贸|驾|媒)|到|至|对(?![岸面手方外口联虾])|把|将(?![军乐])|以|针对|围绕|截至|并|也|又|还|而|但|因|受|凡|请|应|须|"
        r"要(?![塞素])|不(?!锈|动产|夜)|现(?![代场])|遭(?!遇)|遇(?=[突雨洪台汛暴大强疫困阻险水])|(?:第[一二三四五六七八九十0-9]+|[一两二三四五几数多])次(?=[流被获登入赴参举])|申请(?=资助|加入|成为|设立|延期|破产|立项|专利|注册)|头[一两三几](?=[年天月日次])|各(?!区|县|市|镇|乡|校|地|单位|部门|街道|学校|企业|馆)有?|一度|多次|再度|首度|几经|历经|分[批期]|逾期|均|都|已|正(?![阳定安宁大])|再(?!生)|先后|陆续|累计|共(?![青享])|拟|曾|于|与|和|及|即(?!墨)|就|便(?![民利])|则|且|才|仅|约|近(?![海郊代])|每|这|那|此|其|他|她|它|我(?![市县区省国们校院馆局司镇乡村军队])|你|您|"
        r"首次|正式|率先|全力|全面|持续|继续|进一步|成功|联合|共同|提前|同步|随即|一律|照常|暂停|包括|比如|例如|同比|环比|截止|记者|圆满|顺利|积极|大力|着力|努力|深入|切实|扎实|稳步|有序|有效|充分|不断|加快|精心|高质量|高标准|严格|认真|最终|仅仅"
    )
)
_NOUN_BEHIND = "(?:[局办厅处科所院站队员者会法园区线点地馆室中厂场司团委方品面人物业城群率量额值权证书表期式费款急届价]|部(?!署)|仪式)"
_ADVERB = (
    "原(?=[在为是任系名属定计由])|已经|已|将|拟|也|还|又|重新|均|都|便(?![民利捷道携当])|就|则|先后|陆续|相继|正式|率先|同时|相传|据传|俗称|古称|旧称|原名|本名|素有|试(?=[开运营生])|始终|曾|再次|首次|累计|计划|预计|预定|力争|有望|打算|一直|正在|开始|"
    "现有|并不|并未|尚未|目前|可能|仍然|仍|依然|大多|必须|全面|成功|提前|依法|同步|随即|应当|应|须|不再|暂停|照常|待(?!遇)|把|因|被|凭(?!祥)|到(?![期岸港账站达任位场])|受(?![理益灾害众访贿奖精权聘伤托教])|将于|拟于|定于|订于|暂定|从|由|在|于|自|至|对|为|是|以|若"
)
#: What shows that the noun phrase before it has ended.
_ENDS_HEAD = rf"\s|(?<![存所实现潜内旨好])在[园馆站校院厅场库厂港店][内里外中前后区址旁门]|首发(?=[，。；\s]|\Z)|动态(?=[调管])|将(?=[与和同][^，]{{2}})|全[长程](?=[0-9约])|总长|总投资|建筑面积|设计(?=寿命|时速|年|总|能力|日)|为期|共(?=[有计设涉投建占])|可容|涉及|[东西南北](?:起|接|临|靠|邻)(?=[{_HAN}]{{2}})|节[前后](?=[动开完启])|位于|坐落|地处|停用(?![期率])|进入(?!口)|接[过手](?![来的])|(?:连接|跨越)(?![^，]*的)|由(?=[区市县省各])|改编自|取材[自于]|{one_of([alone(word) for word in _ADVERB.split('|')])}(?!{_NOUN_BEHIND})|{one_of([alone(word) for word in VERBS.split('|')])}(?!{_NOUN_BEHIND}|工程|项目|方案|行动|购价|费标|益率|储)|{PASSES_INTO.pattern}"
#: 城乡供水一体化工程 2022年启动: what looks like the verb is part of the name.
_OF_WORKS = (
    rf"{one_of([verb for verb in VERBS.split('|') if len(verb) > 1])}(?:(?![了的和与])[{_HAN}]){{0,6}}(?:工程|项目|行动|计划)(?=\s{{2,}}(?![年以前来])[{_HAN}])|"
    rf"(?:改造|修缮|扩建|迁建|整治|治理|维修|加固|清淤|换届)(?=\s{{2,}}(?![年以前来])[{_HAN}])"
)
_HEAD = re.compile(
    rf"(?P<head>(?:[{_HAN}A-Za-z0-9·—]|(?<=[0-9])\.(?=[0-9])|[“「][^“”「」]{{1,20}}[”」]|《[^《》]{{1,40}}》|[（(][^（）()]{{1,16}}[）)]){{1,22}}?)"
    rf"(?<![首一二三四五六]批)(?!至[^，。；]{{1,10}}(?:高速|公路|铁路|高铁|城际|航线|专线))(?!{_OF_WORKS})(?={firsts(_ENDS_HEAD, f'[{ACT}]')})(?={_ENDS_HEAD}|{DOES.pattern})"
)
_VERB_FIRST = re.compile(
    rf"(?=..)(?!(?:开幕|闭幕|开场|参赛|参展|获奖|入选|首演)(?:大戏|影片|剧目|作品|演出|式|戏)[《由是]){one_of(VERBS.split('|'))}(?!{_NOUN_BEHIND})(?<![占达获被令让使说称赴])"
)
#: Whoever tells something is not whom it is told of.
_TELLS = re.compile(
    led(
        r"(?:也|还|则|便)?(?:(?:经|依法)?(?:审理|侦查|调查)?(?:查明|认定)|说|称|介绍|表示|透露|指出|认为|强调|告诉|在[^，]{2,10}(?:会上?|现场|采访[中时])(?:说|介绍|表示|透露)|坦言|提醒|呼吁|解释|告诉|要求[，,]|预[计测报][，,])"
    )
)
#: 镇里筹资180万元: what is paid is no name.
_PAID = re.compile(
    "(?:多方|共同|自筹|先后|累计|共)?(?:筹资|筹集|筹款|集资|投资|投入|出资|斥资|耗资|拨款|募集|安排|争取|引资)(?:专项)?(?:资金)?约?[0-9][^的]*$|(?<=..)(?:集资|捐资|自费|自发|合力)$"
)
#: 修缮工程: a verb that only says what works are for.
NOMINAL = re.compile(
    "(?:修复|修缮|改造|扩建|改建|迁建|整治|治理|加固|疏浚|清淤|绿化|抢修|重建|搬迁|提升|防护|配套)[^，的]{0,4}(?:工程|项目)"
)
_BRACKETED = re.compile(r"[（(][^（）()]*[）)]")
_BAD_END = re.compile(
    r"(?:[的了在是和与或及等把]|[回响反]|上|(?<![公展])开|(?<![一二三四五六七八九十附初高国职])中|下|后|前|里|内|时|来|之际|期间|方面|(?<![许认])可)$"
)
_BAD = re.compile(
    r"^(?:封闭|闭市|休市|腾退|拆除|停业|停工|闭馆|闭园|关停|清淤|加固|落架|异地|原址|迁址|扩容)$|^.{1,2}[出成到入下了过起][一两三四五六七八九十]?[条座个家间批片部台口支段枚]|的.*的|[里中]有|.[把被].|^仍|^往[前后]|^回头|不知|并不|[了]|分[两三四五2-9][期批步段路]|^(?:全长|总长|总库容|库容|建筑面积|总投资|占地|地点选|记者|一是|二是|三是)|[0-9]$|^向.*(?:[局委办厅院会]|政府|部门|公司|集团|中心|银行)$"
)
#: 回顾这条老街的身世，1937年动工: what opens a story and does nothing in it.
LOOKS_BACK = re.compile("回[顾望首溯]|追溯|说起|谈[起到]|提[起到]|翻[开看]|纵观")
#: Heads that no later clause goes on with: fields of a notice, figures, those who look on or tell.
SKIPPED = re.compile(
    r"可研|环评|立项|年?产[钢煤油粮]|初步设计|施工图|.*(?:地点|时间|方式|电话|热线|对象|费用|票价|门票|名单|日程|范围|条件|内容)|[展会工租任]期|.*截[至止]|空载|带载|(?:网上)?报名|面试|体检|考察|政审|(?:资格)?[初复终]审|(?:试运行|试营业|试用|公示|建设|服务|合同|有效|质保)期|报名|活动|系列活动|[起终]点|场地|本?学期|本[周月年季]|[寒暑]假|路线|名额|规模|目前|全部|其余|部分|大部分?|多数|会前|会后|会议|主体(?:结构|工程)?|现场|全程|双方|"
    r".*(?:总值|产值|收入|支出|总额|增加值|增速|比重|指数|占比|总量|流量|吞吐量|销售额|营收|利润|价格|税收|余额)|"
    r"抗战|内战|战争|战事|[一二]战|疫情|“?非典”?|地震|金融危机|危机|新中国|改革开放|辛亥革命|“?文革”?|战火|汛期|雨季|旺季|淡季|春运|暑运|[^，]{0,4}资金|"
    r"大家(?:投票|表决|举手)?|众人|与会者|记者|市民|读者|观众|游客|乘客|旅客|主办方|馆方|院方|负责人|主题|届时|申[请报]人|家长|考生|新生|选手|学员|(?:专业)?观众|用户|业主|车主|投标人|竞买人|买受人|求职者|消费者|[报参中购获入][名赛签票奖围会观展]者"
)
#: Heads that point back at a name: 该院, 大桥, 公司; 他 and 她 at a person.
POINTING = re.compile(
    led(
        r"(?:该|本[届次]?|这[座条项部家所届次]?|此次?)(?P<kind>[馆院校县市区镇村局厂桥团寺庙矿塔井楼轮洞窑坊]|(?<=该)[乡行会社站港店园台队剧片书船展赛机轮艇舰车炉碑场]|[\u4e00-\u9fff]{2,4})|(?P<word>公司|企业|学校|医院|大桥|隧道|铁路|公路|高速|机场|水库|码头|展览|博物馆|美术馆|图书馆|"
        r"大剧院|体育馆|研究院|研究所|集团|银行|协会|法院|检察院|大学|学院|中学|小学|赛事|比赛|大赛|工程|项目|产业园|园区|公园|景区|古镇|古城|老街|合作社|球队|乐队|剧院|酒店|商场|俱乐部)"
    )
)
_CLAUSE_OF = re.compile(
    led(
        r"(?:由|受|经|在|以|原[定订拟]|原计划|位于|总投资|全长|占地|总建筑面积|历时|作为)[^，。；]{2,40}的(?P<head>[^的，。；\s]{2,24})"
    )
)

#: 新建的车间试产: what is only said to be new.
_NEW = re.compile("(?:新建|改建|扩建|兴建|复建|重建|援建|在建|新修|修复)的(?=..)")
_OF_VERB = re.compile(rf".*{one_of([verb for verb in VERBS.split('|') if len(verb) > 1])}(?=..)(?!有限|股份|集团)")
#: 河水漫上老街: what comes to it is no part of its name.
_OF_DEED = re.compile(rf".*(?:[{ACT}][到上下出进回]|执教|率领|带领|加盟|效力)(?=..)")
#: 停产近四年的渡口县茶厂，11月10日重新开机: all of the clause only says which one is meant.
_DESCRIBED = re.compile(
    r"(?:停[产工办用运业]|关[闭停]|闭[门馆园]|歇业|改造|修缮|翻修|整修|修复|沉寂|闲置|荒废|封闭|阔别|备受|众所|深受|始建|兴建|建成|投资|耗资|历经|经过|筹备|筹建|酝酿)[^，。；：的]{0,16}的"
    r"(?P<head>[^的，。；：\s]{2,14}(?:[厂馆院校园桥站港矿场寺塔楼路线]|公司|集团|中心|公路|大桥|铁路|高速|隧道|水库|码头|市场|工程|项目))"
)
#: 渡口博物馆主办的特展开展: it is the show that opens.
_HOSTED = re.compile(led(r"(?:主办|承办|举办|推出|打造|创作|出品|策划|组织|主导|研制|研发)的(?=[“《「\u4e00-\u9fff])"))
#: A clause that is nothing but a name, with its verb in the next one: ……二十周年特展“山海之间”，将于…….
_GOES_ON = re.compile(r"[^，]*?(?P<verb>持续|延续|使用|营业|运营|开放|供应|试用|展销|展出)(?:到|至)\s")
#: 博物馆推出“甲”特展，6月1日开展: it is the show that opens.
_SHOWN = re.compile(
    "(?P<who>[^，]{2,14}?)(?P<with>(?:联合|会同|携手)[^，]{2,12}?)?(?:推出|举办|主办|带来|策划|创排|排演|引进|筹备|编排)了?(?P<what>[^，]{3,20}(?:展|剧|会|赛|节|营|班|季|周|集|[”》]))"
)
#: 公司的前身是县农机厂，1985年投产: it is the forerunner that then begins.
_FORERUNNER = re.compile(
    r"前身(?:是|为)(?:[^，。；、是的]{0,10}的(?=[^，。；、的]{3,16}[厂社]))?(?:原)?(?P<what>[^，。；、是的]{3,16})[，,]?\s*$"
)
_TURNED = re.compile("[原旧]址[^，]{0,4}(?:改造|改建|改|变身|建)[为成](?P<what>[^，。的]{2,12})(?:[，。；]|$)")
#: 有限公司, 一所学校, 省级企业: no names.
_ANY_OF_THEM = re.compile(
    "(?:股份|集团|责任|控股)*有限|[省市县国]家?级|[一两几每各某哪这那][所家座个间条]|级|限(?:责任)?公司"
)
#: 关于举办招聘会的通知：因…….
_NOTICE = re.compile(
    "关于(?:举办|召开|举行|开展|组织)(?P<head>[^，。；：]{3,24})的(?:通知|公告|通告|启事|公示)[：:，,]?\\s*$"
)
_SHORTEST, _WHOLE_NAME = 3, 4
_WHOLE = re.compile(
    r"(?P<head>[^，,。；：:\s]{4,26}(?:[”》」』]|展|节|大会|论坛|活动|仪式|锦标赛|大赛|联赛|马拉松|文化季|音乐会|演唱会|展览会|博览会|夏令营))[，,]\s*\Z"
)


@lru_cache(maxsize=256)  # the clauses round a time are asked for it again and again
def head_of(clause: str) -> str:
    """The noun phrase that a clause begins with, "" when it begins otherwise; times are blanked out in ``clause``."""
    lead = _LEAD.match(clause)
    at = lead.end() if lead else 0
    if clause.startswith("关于", at):
        notice = _NOTICE.match(clause, at)
        return notice["head"] if notice else ""
    if new := _NEW.match(clause, at):
        at = new.end()
    if relative := _CLAUSE_OF.match(clause, at):
        # 由……主办的灯会，……: the clause describes what it ends with, which has its verb behind it or in the next one
        at = relative.start("head")
        ends = relative.end("head") >= len(clause.rstrip("，,。；"))
        if ends and not ((verb := _HEAD.match(clause, at)) and verb.end("head") < relative.end("head")):
            return "" if _BAD_END.search(relative["head"]) else relative["head"]
    elif _NO_HEAD.match(clause, at):
        return ""
    if clause[-1:] in "，," and len(clause) - at == _WHOLE_NAME and name_in(clause[at:-1]):
        return clause[at:-1]  # 方小禾，1929年生
    if clause.rstrip().endswith(("，", ",")) and (whole := _WHOLE.match(clause, at)) and "不" not in whole["head"]:
        return "" if _VERB_FIRST.match(whole["head"]) else shown(whole["head"]) or whole["head"]
    if clause.endswith(("，", ",")) and (named := described(clause[at:-1])):
        return named
    match = _HEAD.match(clause, at)
    if match is None:
        return ""
    if hosted := _HOSTED.match(clause, match.end()):
        return head_of(clause[hosted.end() :])
    head = _PAID.sub("", _BRACKETED.sub("", match["head"]).removesuffix("前身").removesuffix("前期工作"))
    if (
        head[-1:] in ("建", "办", "始", "设", "创", "起", "止", "筑", "立", "定", "造")
        and clause[match.end() :].lstrip()[:1] in ("于", "在")
        and len(head) >= _SHORTEST
    ):
        head = head[:-1].removesuffix("始")
    if (
        len(head) < 2
        or _BAD_END.search(head)
        or _BAD.search(head)
        or (_VERB_FIRST.match(head) and not NOMINAL.fullmatch(head))
        or PASSES_INTO.match(head)
        or _TELLS.match(clause, match.end() + len(clause[match.end() :]) - len(clause[match.end() :].lstrip()))
    ):
        return ""
    return head


def described(clause: str) -> str:
    """Whom a clause names that for the rest only says which one is meant; or "".

    >>> described("停产近四年的渡口县茶厂")
    '渡口县茶厂'
    """
    named = _DESCRIBED.fullmatch(clause) if "的" in clause else None
    return named["head"] if named else ""


def shown(clause: str) -> str:
    """What a clause says that somebody shows, with whose it is where it is of one; "" for other clauses.

    >>> shown("渡口博物馆推出“甲乙”特展")
    '渡口博物馆“甲乙”特展'
    """
    found = _SHOWN.fullmatch(clause)
    if found is None:
        return ""
    return found["what"] if found["with"] else found["who"] + found["what"]


def turned_into(clause: str) -> str:
    """What a clause says that a site was turned into, which is what then opens; or "".

    >>> turned_into("原址改造为矿山公园，")
    '矿山公园'
    """
    turned = _TURNED.search(clause) if "址" in clause else None
    turned = turned or (_FORERUNNER.search(clause) if "前身" in clause else None)
    return turned["what"] if turned else ""


def own_head(clause: str) -> str:
    """The subject that a clause begins with, when it can be carried on to the next one; else ""."""
    head = head_of(clause)
    return "" if not head or SKIPPED.fullmatch(head) or POINTING.fullmatch(head) else head


def all_head(words: str) -> str:
    """Words in front of a time that are all a subject: 普通批7月2日截止; else ""."""
    words = words.strip("，。； ")
    return words if own_head(f"{words} ") == words and not NOMINAL.fullmatch(words) else ""


def lasting(clause: str) -> str:
    """What a clause, its times blanked out, says goes on until a time, or ""."""
    goes_on = _GOES_ON.match(clause)
    head = own_head(clause) if goes_on else ""
    if not goes_on or not head:
        return ""
    verb = "" if goes_on["verb"] in ("持续", "延续") else goes_on["verb"]
    return head + verb if clause.startswith(verb, len(head)) else head


def said_twice(words: str, text: str) -> bool:
    """Whether a text says some words more than once."""
    first = text.find(words)
    return first >= 0 and text.find(words, first + len(words)) >= 0


#: Behind which a character names nothing: 馆长; behind 学校 stands no 庆.
_NOT_BEHIND = {"": "(?![长员议馆店院社局厂站籍画法记房])", "校": "(?!庆)"}


def named_by(word: str, text: str) -> str:
    """The name in ``text`` that a word such as 大桥 or 学校 points at: the longest that ends with it and stands twice, else
    the first that a clause begins with; "" when there is none."""
    counts: Counter[str] = Counter()
    heads = []
    for match in re.finditer(
        rf"(?P<edge>^|[，。；：、\s“（])?(?P<name>[{_HAN}A-Za-z0-9]{{2,10}}{re.escape(word)}){_NOT_BEHIND.get(word[1:], '')}",
        text,
    ):
        name = _OF_DEED.sub("", _OF_VERB.sub("", match["name"]))
        if (
            len(name) <= len(word)
            or _ANY_OF_THEM.match(name)
            or re.search("[该本此这其是]|[0-9][年月日]|世纪|年代|[上下往历]届|关于|的通知", name)
            or _VERB_FIRST.match(name)
        ):
            continue
        if match["edge"] is not None and not _NO_HEAD.match(name) and "的" not in name:
            heads.append(name)
        for start in range(len(name) - len(word) - 1):
            if not _ANY_OF_THEM.match(name, start):
                counts[name[start:]] += 1
    twice = [
        name
        for name, times in counts.items()
        if times >= 2 and not _NO_HEAD.match(name) and not name.startswith("的") and not _VERB_FIRST.match(name)
    ]
    return max(twice, key=lambda name: (counts[name], len(name), name), default=heads[0] if heads else "")
