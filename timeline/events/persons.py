"""Of whom a clause speaks: the name at the end of its head, where that is a person's.

>>> name_in("市第九中学教师方小禾"), name_in("方小禾"), name_in("献血屋"), name_in("方山水库")
('方小禾', '方小禾', '', '')
"""

from __future__ import annotations

from timeline import regex as re
from timeline.events.gazetteer import CITY
from timeline.events.occurrences import occurrences
from timeline.events.words import VERB, one_of
from timeline.layout.names import SURNAMES, is_name

_HAN = "\u4e00-\u9fff"
#: What a person is called by beside the name, in front of it.
_ROLES = (
    "60后|70后|80后|85后|90后|95后|00后|护士长|班长|组长|所长|处长|科长|部长|秘书长|船长|机长|列车长|连长|教师|老师|职工|工人|民警|医生|护士|司机|村民|居民|市民|农户|大户|青年|小伙|姑娘|学生|校长|院长|书记|主任|经理|厂长|局长|市长|县长|乡长|镇长|馆长|会长|团长|队长|站长|"
    "艺人|名家|演员|队员|选手|球员|后卫|前锋|门将|教练|作家|诗人|画家|歌手|导演|记者|律师|法官|工程师|研究员|教授|院士|传人|传承人|创始人|董事长|总裁|志愿者|代表|委员|老人|男子|女子|战士|老兵|被告人|嫌疑人"
)
_ROLED = re.compile(rf"(?:{_ROLES})的?(?P<name>[{_HAN}]{{2,3}})")
#: How names of two to four characters end that no person has.
_NO_PERSON = re.compile(
    r"[局委院司会部厅办省市县区镇乡村队校馆学桥路街厂店站湖河江山水库港湾岛滩坡沟坳坝坪节展处室雨场期赛园楼塔寺庙社团班组所处行屋车船线站员者们人家方]$|[父母]$|^高[中校]|女士$|先生$|(?:^.|[村居农渔牧市公人国移股网乡山选灾难])民$"
)


#: 26岁的木匠滕阿海用积蓄……: a name in the middle of a clause, behind an office or a trade, in front of what is done.
_TRADED = re.compile(
    rf"(?:{_ROLES}|木匠|铁匠|裁缝|农民|店主|老板|岁的|商人|厨师|会计|渔民|牧民|知青|博士|同志)(?P<name>[{_HAN}]{{2,3}}?)(?=[蹲坐站躺跪]?[，的用在把对从和与靠以带拿凭将被为]|\s)"
)


def traded_in(clause: str) -> str:
    """The last name in a clause that stands behind an office or a trade and does something there; or "".

    >>> traded_in("26岁的木匠方小禾用积蓄租下门面")
    '方小禾'
    """
    names = [found["name"] for found in _TRADED.finditer(clause) if is_name(found["name"])]
    return names[-1] if names else ""


def name_in(head: str) -> str:
    """The name that a head is, or that stands in it behind an office or a trade; "" where it names no person."""
    if is_name(head) and not (_NO_PERSON.search(head) or VERB.match(head) or CITY.match(head)):
        return head
    roled = _ROLED.search(head, max(0, len(head) - 8))
    if roled and roled.end() == len(head) and is_name(roled["name"]):
        return roled["name"]
    kin = _KINSMAN.search(head) or _BEHIND_NOUN.search(head)
    return kin["name"] if kin and is_name(kin["name"]) else ""


#: Who somebody is to another, or on the page, in front of the name.
_KIN = (
    "曾祖父|祖父|祖母|爷爷|奶奶|外公|外婆|父亲|母亲|儿子|女儿|侄子|侄女|孙子|孙女|妻子|丈夫|老伴|大哥|哥哥|弟弟|姐姐|妹妹|女婿|儿媳|徒弟|徒孙|师傅|师父|师兄|"
    "名叫|馆员|技师|技术员|掌柜|店主|老板|木匠|铁匠|农民|厨师|会计|知青|青年|大学生|编辑|主编|院士|县令|举人|秀才|商人|华侨|侨胞|乡绅|匠人|船工|矿工|放映员|养蜂人|传教士|毕业生|第[一二三四五六七八九十]代|岁的"
)
#: Surnames beside the commonest, where something else shows that a person is named.
_FAMILY = (
    SURNAMES
    + "冀阙隋邰戎荀甄封芮储糜巫栾詹束郜薄宿怀蒲鄂索咸籍赖池阴胥莘贡劳逄姬扶郦雍濮边燕郏浦瞿慕茹宦鱼容慎戈庾暨衡匡寇晁訾阚沙麻练苑幸揭占铁傅洪殷滕荣廉卞臧米狄仇宣奚昌酆皮湛禹贝伏谈茅危刁昝裘贲杭诸钮嵇滑惠羿汲邴乌弓隗宓郗仰暴钭祖韶蓟寿扈弘禄蔚隆勾逯桓亓仉佴鄢邸鞠巢蒯查荆竺盖商涂帅况谌渠粟乜"
)
_KINSMAN = re.compile(rf"(?:{_KIN.partition('|名叫')[0]})(?P<name>[{_HAN}]{{2,3}})$")
#: 发起人方小禾: behind what somebody is.
_BEHIND_NOUN = re.compile(rf"[\u4e00-\u9fff](?:人|员|家|师|长|匠)(?P<name>(?!人员|家长)[{_HAN}]{{3}})$")
_BEHIND_ROLE = re.compile(
    rf"{one_of(f'{_ROLES}|{_KIN}'.split('|'))}(?P<name>[{_FAMILY}][{_HAN}]{{1,2}})(?![{_HAN}]{{0,3}}[路街村镇县市])"
)
_KIN_OF = re.compile(
    rf"[\s，。；、“”]*[他她]的?(?:{_KIN})(?P<name>[{_FAMILY}][{_HAN}]{{1,2}}|[小阿](?![学店区女子时])[{_HAN}])"
)
#: What only a person says, is or does, behind a name that a clause begins with; and what others do as well.
_LIVES = (
    "说|道[：，:]|笑|回忆|记得|告诉|坦言|感慨|认为|觉得|想起|退休|退居|去世|病逝|逝世|毕业|出生|生于|接任|接班|辞|当上|当选|担任|得了|患|病倒|考上|考入|嫁|娶|"
    "站在|坐在|指着|摸着|望着|捧|从小|的父亲|的母亲|的儿子|的女儿|的妻子|的祖父|的爷爷|的徒弟|[0-9一二三四五六七八九十]{1,3}岁"
)
_DOES = "今年|才|便|就|又|还|也|和|把|带|借|拿|任|每天|至今|决定|打算|在|从|卖|花|拉|找|给|没|请|领|挑|扛|第一次|曾|牵头|介绍|表示"
_CLAUSE_NAME = re.compile(
    rf"(?:^|(?<=[，。；：、“”！？\s]))(?:(?P<name>[{_FAMILY}][{_HAN}]{{1,2}}?)(?={_LIVES})|(?P<whole>[{_FAMILY}][{_HAN}]{{2}})(?={_DOES}))"
)
#: What ends a name of two characters, where a third seems to follow.
_NO_LAST = frozenset(
    "说道把在从至用被对和与也又就的了是将到给回笑看去来要不有走办当带拿退任出考年月日一二三四五六七八九十以而却才便今原现曾早为让使向由蹲坐躺跪趴站"
)
#: How a clause leads its person in.
_BEFORE_PERSON = re.compile(
    rf"[\s，。；：、“”]*(?:(?:那年|那时|当年|当时|后来|如今|于是|随后|不久|此后|同年|其间|年轻的|年幼的|如今的)+[，\s]*)?(?:“?[0-9]0后”?)?(?:{_KIN}|{_ROLES})*"
)
_FAMILIAR, _FRONT = frozenset("老阿小大"), 20
#: What stands in front of a name that is no subject.
_NO_FRONT = re.compile("[，。；：“”]|[对给向把被与和跟为让请找从在由叫同及、见了带据替]$")
_TELLS = re.compile(
    "(?:却|也|还|则|便|笑着|曾)*(?:说|道[：，:]|介绍|表示|告诉|回忆|坦言|认为|透露|记得|感慨|指出|笑道)"
)
#: How a name may end as well as what stands behind one.
_LAST, _TOWN_ENDS = frozenset("年月日才工"), frozenset("市县区镇乡村")
_TWICE, _NOT_ALONE = 2, ("的", "、")


def people_in(text: str) -> frozenset[str]:
    """The persons whom a text names more than once and shows to be such: by office or kin, or by what only persons do.

    >>> sorted(people_in("祖父方小禾租下门面。方小禾说，石板桥还在。石板桥旁，祝融回忆起渡口。祝融笑了。"))
    ['方小禾', '祝融']
    """
    found = set()
    named = [found["name"] for found in _BEHIND_ROLE.finditer(text)]
    named += [found["name"] or found["whole"] for found in _CLAUSE_NAME.finditer(text)]
    for name in named:
        familiar = name[1] in _FAMILIAR
        whole = name[-1] in _LAST and _is_whole(name, text)  # 霍永年
        if len(name) > _TWICE and name[-1] in _NO_LAST and not familiar and not whole:
            name = name[:2]
        if (
            (name[-1] not in _NO_LAST or whole or (familiar and len(name) > _TWICE))
            and text.count(name) >= _TWICE
            and not (_NO_PERSON.search(name) or VERB.search(name))
        ):
            found.add(name)
    return frozenset(name for name in found if not any(name != other and other.startswith(name) for other in found))


def named_first(text: str) -> frozenset[str]:
    """The persons with whom clauses of a text begin, by whole names that it says more than once and never shorter.

    >>> sorted(named_first("村民方小禾学开拖拉机。2001年，方小禾丢了两根手指。"))
    ['方小禾']
    """
    found = set()
    for name in _FIRST.findall(text):
        whole = (name[-1] in _LAST or name[-1] not in _NO_LAST) and _is_whole(name, text)
        if whole and not (_NO_PERSON.search(name) or VERB.search(name) or CITY.match(name)):
            found.add(name)
    return frozenset(found)


def _is_whole(name: str, text: str) -> bool:
    """Whether a text says a name of three characters more than once, never shorter, and not always as part of a longer one."""
    behind = {text[at + len(name) : at + len(name) + 1] for at in occurrences(name, text)}  # 黄葛大, always of 黄葛大桥
    return len(behind) > 1 and behind.isdisjoint(_TOWN_ENDS) and text.count(name) == text.count(name[:2])


def roled_first(clause: str) -> str:
    """Who a clause begins with, by office or kin and a whole name, whatever is then told: 队长方小禾祖孙三代打鱼; or "".

    >>> roled_first("，队长方小禾祖孙三代打鱼"), roled_first("队长说"), roled_first("方小禾祖孙三代打鱼")
    ('方小禾', '', '')
    """
    found = _BEHIND_ROLE.match(clause.lstrip("，。；、 "))
    name = found["name"] if found else ""
    whole = len(name) > _TWICE and name[-1] not in _NO_LAST and is_name(name)
    return name if found and whole and not _TELLS.match(found.string, found.end()) else ""


def acts_of(name: str, text: str) -> int:
    """How often a text names somebody and goes on with something else than what the one says.

    >>> acts_of("方小禾", "方小禾租下门面，方小禾说，水好。")
    1
    """
    return sum(not _TELLS.match(text, at + len(name)) for at in occurrences(name, text))


#: 女工卢桂芝研制出, 柏海生划着舢板: a name at the head of a clause or behind a trade, and what is done.
_BEHIND_TRADE = re.compile(
    rf"(?:^|(?<=[工商匠师员徒兵农弟儿女妻子]))(?P<name>[{_FAMILY}][{_HAN}]{{1,2}}?)(?=[划背扛抱扶挑推拉驾骑赶带拿用][着起上]|研制|创办|买下|租下|挖出|辞去)"
)
_FIRST = re.compile(
    rf"(?:^|(?<=[，。；：、“”\s日月年]))(?:[0-9]{{1,3}}岁的)?(?:{_KIN}|{_ROLES}|大户)*(?P<name>[{SURNAMES}][{_HAN}]{{2}})(?![的、])"
)
_KNOWN = 3
#: 在渡口做电工的方小禾回家接手: whom the clause describes first.
_DESCRIBED = re.compile(rf"[^，]的(?P<name>[{_FAMILY}][{_HAN}]{{2}})(?![的、])(?=[{_HAN}\s]{{2}})")


#: 市委副书记、市长方禾率队深入仓库，督导安全生产.
_LEADS = re.compile(
    rf"(?:书记|[省市县区镇]长|主任|主席|局长|部长)(?P<name>[{_HAN}]{{2,3}}?)(?:率队|带队|率领|一行|率)(?=[{_HAN}])"
)


def doer_in(clause: str, text: str = "") -> str:
    """Who in a clause does something with hands, by a name behind a trade, or one that ``text`` says again and again; or "".

    >>> doer_in("他的徒弟、女工方小禾研制出新酱"), doer_in("方小禾划着舢板救起六人")
    ('方小禾', '')
    """
    said = clause.lstrip("，。；、 ")
    if (leads := _LEADS.search(said)) and is_name(leads["name"]):
        return leads["name"]
    found = _BEHIND_TRADE.search(said)
    if found is None or not is_name(found["name"]):
        return ""
    return found["name"] if found.start() or text.count(found["name"]) >= _KNOWN else ""


def described_first(clause: str, text: str) -> str:
    """Whom a clause describes in front, by a whole name that ``text`` says more than once; or "".

    >>> described_first("在渡口做电工的方小禾回家接手", "方小禾笑了。在渡口做电工的方小禾回家接手")
    '方小禾'
    """
    found = _DESCRIBED.search(clause)
    name = found["name"] if found else ""
    known = name and text.count(name) >= _TWICE and name[-1] not in _NO_LAST
    return name if known and not (_NO_PERSON.search(name) or VERB.search(name)) else ""


def person_first(clause: str, people: frozenset[str]) -> str:
    """Whom of ``people`` a clause begins with, behind what leads a name in; or "".

    >>> person_first("那年，祖父方小禾三十岁", frozenset(["方小禾"]))
    '方小禾'
    """
    if not people:
        return ""
    lead = _BEFORE_PERSON.match(clause)
    at = lead.end() if lead else 0
    name = next((clause[at : at + length] for length in (3, 2) if clause[at : at + length] in people), "")
    if not name:
        found = _roled_in(clause, people)
        at, name = found
    if name and _TELLS.match(clause, at + len(name)):
        return ""
    if name and clause.startswith(_NOT_ALONE, at + len(name)):
        kin = _BEHIND_ROLE.match(clause, at + len(name) + 1)  # 方小禾的祖父方大有
        return kin["name"] if kin and kin["name"][-1] not in _NO_LAST else ""
    return name


def kin_of(clause: str) -> str:
    """Who a clause begins with that is somebody's to 他 or 她: 他的儿子方小禾在渡口打工; or "".

    >>> kin_of("，他的儿子方小禾在渡口打工"), kin_of("他的手稿")
    ('方小禾', '')
    """
    found = _KIN_OF.match(clause)
    return (found["name"][:2] if found["name"][-1] in _NO_LAST else found["name"]) if found else ""


def _roled_in(clause: str, people: frozenset[str]) -> tuple[int, str]:
    """Where and whom of ``people`` a clause names behind what they are: 渡口乡的老铁匠方小禾凑齐七个人; or 0 and ""."""
    at, name = min(((at, name) for name in people if 0 < (at := clause.find(name)) < _FRONT), default=(0, ""))
    front = clause[:at].strip("，。；：“” ")
    return (at, name) if name and not (_NO_FRONT.search(front) or VERB.search(front)) else (0, "")


def person_last(clause: str, people: frozenset[str]) -> str:
    """Whom of ``people`` a clause names last: 创办人是文化站的方小禾; or ""."""
    at, name = max(((clause.rfind(name), name) for name in people), default=(-1, ""))
    return name if at >= 0 else ""
