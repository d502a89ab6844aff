"""Who can do what a clause without a subject tells: only a person, never a person, or anybody; and who tells a life as 我.

>>> suits("停工", is_person=True), suits("考上师范", is_person=False), suits("租下门面", is_person=True)
(False, False, True)
>>> narrator_of("讲述人：方小禾，1952年生\\n我是1971年上岛的。")
'方小禾'
"""

from __future__ import annotations

from timeline import regex as re
from timeline.layout.names import SURNAMES

_HAN = "\u4e00-\u9fff"
_ADVERBS = r"[\s，。；、]*(?:正式|成功|顺利|首次|率先|先后|再次|又|还|也|才|便|就|全面|相继|陆续|当选|一度|险些|终于)*"
#: What befalls works, a house or a product, and no person does or becomes.
_NO_PERSON_DOES = re.compile(
    _ADVERBS
    + r"(?:转[晴阴]|降温|升温|恢复(?=[每开运通营生供\s])|开行|动工|开工|竣工|完工|通车|投产|停工|复工|停产|复产|封顶|合龙|贯通|投用|启用|落成|揭牌|挂牌|创刊|复刊|停刊|开馆|闭馆|开园|上市|破产|倒闭|解散|停办|复办|重开|[搬挪改转]到?(?:为|在|上)?(?:线上|网上|云端)|恢复(?:现场|线下)|因[^，]{2,12}停[办業辦业刊演]|划归|停业|关停|"
    r"[更改]名|改称|改制|改组|改造|升格|合并|并入|分设|扩建|迁址|搬迁|整体|划归|下放(?=[给至]|管理)|接办|建成|通过[^，。；]{0,10}(?:验收|评审|认证|审定)|"
    r"被?(?:[列纳]入|[列评定命认]为(?![^，。；]{0,24}(?:传承人|模范|个人|工作者|劳模|标兵|专家|大师|教师|医师|人物|能手|代表|委员|人(?=[。，；])))|批准|授予[^，。；]{0,12}单位|收购|兼并|拆除)|跻身|获批|获准|增至|达到?[0-9约近]|突破|[年日月]产|产值|产量|销售额|营收|面积|占地|床位|学生|在校|"
    r"(?:入选|获评|评为|荣获|获得?|成为|跻身|晋升|列入)[^，。；]{0,16}(?:书店|[馆院校厂站村店园县镇房坊]|企业|公司|单位|集体|基地|流通点|中心|品牌|名录|遗产|产品|城市|之乡|学校|合作社)(?=[”」，。；]|称号|$)|(?:对外|向公众|免费)开放|(?:对外)?营业|接待(?:游客|读者|观众|学生)|"
    r"由[^，。；]{2,16}[接承]办|首(?:演|航|映|播|发)|公映|上演|停演|通邮|通电|通水|通航|停航)"
)
#: What only a town or a village becomes.
_ONLY_TOWNS_ARE = re.compile(
    _ADVERBS
    + r"(?:被?[评列]为|获评?|入选|荣获|列入|成为|跻身)[^，。；]{0,16}(?:乡村|名?村|名?镇|之乡|[强大]县|城市|文明城)(?=[”」，。；]|称号|$)"
)
#: What only a person does or goes through.
_ONLY_PERSONS_DO = re.compile(
    _ADVERBS
    + r"(?:退休|离休|退伍|转业|参军|入伍|入党|转正|毕业(?!生)|考[上入]|考取(?![^，。；]{1,6}证)|拜师|拜[^，。；]{1,8}为师|出师|学徒|当学徒|下岗|下海|下乡|返乡|回乡|[结订]婚|成家|嫁|娶|出生|去世|病逝|逝世|"
    r"[升调]任|[调分][到往入回]|分配[到至]|从[^，。；]{2,14}(?:毕业|退[休伍役]|复员|转业|调)|辞[去掉职]|评上|当[上选了]|留学|读[完了]|拿到[^，。；]{0,8}(?:学位|文凭|毕业证)|领到[^，。；]{0,6}工资|含冤|"
    r"被?(?:[评列]为|认定为|授予|获评|当选)[^，。；]{0,24}(?:传承人|模范|先进个人|工作者|劳模|标兵|大师|教师|医师|人物|能手|运人|匠人|人(?=[。，；]))|出嫁|完婚|患|病倒|住院|把[^，。；]{2,20}(?:交给|传给|留给|托付)|借[了来钱]|掏出|攒[下了够]|背着|扛着|揣着|骑[着上]|蹲|坐[上着]|跪|哭|笑着|自费|卖[掉了])"
)
_NARRATOR = re.compile(
    rf"(?:讲述人?者?|口述人?者?|自述人?|主人公|受访[人者]|述)[：:\s]*(?P<name>[{SURNAMES}][{_HAN}]{{1,2}})(?=[，。；（(、\s/　*]|$)|"
    rf"(?:^|\n)\s*(?P<who>[{SURNAMES}][{_HAN}]{{1,2}})[口自]述"
)
#: 更名渡口造船厂，: what a house is called from then on.
_RENAMED = re.compile(
    rf"(?:[更改定易]名为?|[改始]称|改为|改制为|改组为|升格为|扩建为|取名为?|注册(?:成立)?为?)\s*(?P<name>[{_HAN}]{{2,16}}?(?:厂|公司|集团|医院|学校|中学|小学|学院|大学|剧团|队|社|店|场|所|站|馆))(?=[，。；]|$)"
)
_FIRM = re.compile("(?:股份|集团)*有限(?:责任)?公司$")
_OPENING = 300
#: 我, who tells it all.
_MYSELF = re.compile("(?:^|[，。；：\n\\s])我(?![们国市县区省镇乡村校厂院馆局司])")


def suits(said: str, *, is_person: bool) -> bool:
    """Whether what is ``said`` without a subject can be the doing of a person, or of something else."""
    return not (_NO_PERSON_DOES if is_person else _ONLY_PERSONS_DO).match(said)


def is_of_towns(said: str) -> bool:
    """Whether only a town becomes what is said."""
    return _ONLY_TOWNS_ARE.match(said) is not None


def of_person_only(said: str) -> bool:
    """Whether only a person does what is said."""
    return _ONLY_PERSONS_DO.match(said) is not None


def renamed_in(text: str) -> list[tuple[int, str]]:
    """What the house of a text is called from where on, in order; by offsets behind the telling.

    >>> renamed_in("1958年定名渡口农机厂。1992年改制为渡口农机股份有限公司，年产千台。")
    [(12, '渡口农机厂'), (31, '渡口农机')]
    """
    return [(told.end(), short_firm(told["name"])) for told in _RENAMED.finditer(text)]


def short_firm(name: str) -> str:
    """A firm's name without its legal form: 渡口农机股份有限公司 is 渡口农机."""
    return _FIRM.sub("", name)


def narrator_of(text: str) -> str:
    """Who tells a text in the first person, where its opening names the one; or ""."""
    found = _NARRATOR.search(text[:_OPENING])
    return (found["name"] or found["who"]) if found and _MYSELF.search(text) else ""
