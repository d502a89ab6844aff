"""Whose page it is, where no headline says so: the institution, firm or works that its opening names and it then points at.

>>> pointed_owner("11月8日，望湖一中迎来校庆。学校1953年迁址。1978年恢复招生，学校扩建。")
'望湖一中'
>>> pointed_owner("11月8日，望湖一中迎来校庆。")
''
"""

from __future__ import annotations

from collections import Counter

from timeline import regex as re
from timeline.events.labels import spoken_of as chronicled
from timeline.events.persons import name_in
from timeline.events.protagonists import short_firm
from timeline.events.subjects import head_of
from timeline.events.words import VERBS, one_of

_HAN = "\u4e00-\u9fff"
#: How often a page names a house or points at it, what it says when it points, and how such a house's name ends.
_POINTED = (
    (
        2,
        r"(?:该|我|本|母|全)校|学校",
        "第?[一二三四五六七八九十]中(?!学)|中学|小学|国[小中](?!学)|大学|职校|学院|附中|实小",
    ),
    (2, r"(?:该|我|本|全)行(?![业动为政])", "银行|农商行|信用社|信用联社"),
    (3, r"(?:该|我|本|全)院|医院", "医院|保健院|卫生院"),
    (2, r"(?:该|我|本|全)厂|工厂|厂里|[纱糖酒瓷药纸钢茶]厂", "厂"),
    (2, r"(?:该|我|本|全)馆|馆里|馆址|馆藏", "博物馆|图书馆|美术馆|文化馆|档案馆|纪念馆|科技馆"),
    (2, r"(?:该|我)?公司", "有限(?:责任)?公司|集团|股份公司"),
    (2, r"(?:该|我|本|全)团|剧团|团里", "剧团|乐团|歌舞团|杂技团|曲艺团|京剧院|越剧院"),
    (2, r"电站|大坝", "水电站"),
    (2, r"书店|店里", "书店|书屋|书局"),
    (2, r"粮库|库里|新库|老库", "粮库|储备库"),
    (2, r"照相馆", "照相馆"),
    (3, r"该桥|大桥|该港|港口", "大桥|港"),
)
_POINTERS = tuple(
    (
        least,
        re.compile(rf"(?:^|(?<=[^{_HAN}A-Za-z0-9”])|(?<=[从在对的由与和于到让]))(?:{words})"),
        re.compile(rf"(?:{ends})"),
    )
    for least, words, ends in _POINTED
)
#: What stands in front of a name and is no part of it.
_IN_FRONT = re.compile(
    r".*(?:[，。；：、“”《》（）\s]|[改更定易始]称|[更改定易]名为?|取名为?|改制为|升格为|终止|取消|放弃|建设|新建|扩建|改建|走进|位于|来到|来自|全长[0-9.]+公里的|[的在了由与和为从到是于经因受及]|将(?!军)|关于|举行|召开|创办|成立|建成|响起|记者|获悉|赔偿)"
)
_RUN = re.compile(rf"[{_HAN}“”（）A-Za-z0-9，。；：、\s]{{2,24}}\Z")
_NAME = re.compile(rf"[{_HAN}A-Za-z]{{2,12}}")
_NO_NAME = re.compile(
    "^(?:该|本|我|全|这|那|某|各|一|两|几|多|新(?!城)|老(?!城)|大|小|国|外|名|有关|当地|另|其|所|家|座|条|个)|[年月日]|第$"
)
_OPENING = 160
#: Characters at a page's end in which a notice is signed.
_SIGNED = 40
#: What is built, by the end of its name.
_WORKS = re.compile(
    "(?:[一二三四五]期)?(?:厂房|工程|项目|产业园|大桥|特大桥|隧道|高铁|城际铁路|铁路|高速公路|旅游公路|高速|快速路|号线|[东西南北]延[长伸]?线|支线|水厂|电厂|电站|水库|机场|院区|校区|大道|枢纽|新馆|体育场|会展中心|"
    "冷链园|物流园|工业园|文创园|冷库|基地|航道|泊位|车站|电排站|变电站)(?!建设|[长员局办])"
)
_OF_VERBS = re.compile(rf".*{one_of([verb for verb in VERBS.split('|') if len(verb) > 1])}(?=..)")
#: What stands in front of works that a sentence speaks of beside its own.
_BESIDE = re.compile(
    r"(?:获评|评为|入选|列[为入]|成为|因|受|经|绕过|绕行|途经|经由|改走|借道|靠近|连接|穿越|毗邻|终止|取消|放弃|[与和及到至往])\Z"
)
_NAME_RUN = re.compile(rf"(?:[“「][^”」]{{1,12}}[”」]|[{_HAN}0-9]){{1,18}}\Z")
#: What stands in front of a name and is no part of it.
_NAME_STARTS = re.compile(
    r"^.*(?:听取了?|举办的?|举行的?|召开|参加|主办的?|承办的?|[了在为由的和与至及因对]|将(?!军)|通知|关于|决定|不|是|来到|走进|走在|接受|去年的?|今年的?|[一本]场)"
)
#: 省发改委批复项目: no name of works, only what is done to some.
_DONE_TO = re.compile(
    "(?:批复|获批|核准|审批|推进|启动|开展|承接|签约|引进|谋划|实施|投资|评审|申报|争取|列入|落地|多个|重点|重大)$"
)
_FEW, _SPOKEN = 2, 2
_FIRM = re.compile("(?:^|(?<=[，。；：、\\n]))(?:公司|企业)(?!家)")
#: What a page that begins with one is of: what it then tells without a subject is theirs.
_ACTS_ITSELF = re.compile(
    "(?:中学|小学|国[小中]|大学|学校|学院|[一二三四五六七八九十]中|幼儿园|图书馆|博物馆|美术馆|文化馆|档案馆|纪念馆|合作社|[剧乐杂技歌舞]团|[足篮排]球队|[女男][足篮排]|俱乐部)$"
)
_HOUSE_FIRST = re.compile(
    rf"(?:(?![的在与和为从])[{_HAN}]){{2,12}}?(?:中学|小学|国[小中](?!学)|职校|技校|学校|幼儿园|[一二三四五六七八九十]中(?!学)|图书馆|博物馆|美术馆|文化馆|科技馆|大剧院|人民医院|中医院|保健院)"
    rf"(?![旁边内外里前后区路])"
)
_PAPER = re.compile("《[^《》]{1,6}(?:报|刊|晚报|日报|周刊|月刊|画报)》")
#: 作家方小禾写作年表, 渡口轴承四十年.
_LIFE_OF = re.compile(
    rf"(?P<who>[{_HAN}]{{2,9}}?)(?:的|先生|同志|女士)?(?:写作|艺术|学术|生平|创作|大事)*(?:年表|年谱|小传|生平|简历|略历)$"
)
_YEARS = re.compile(
    "(?:的|这|走过|创业|发展)*[一二三四五六七八九十百0-9]{1,4}(?:周?年|载)(?:记|史|路|间|航迹|历程|纪事|征程|风雨|变迁|沧桑|航程|足迹|之路|往事|纪实|发展史|浮沉|沉浮|光阴|岁月|春秋)?$"
)
#: 渡口女子龙舟队：二十年; 老街“同福祥”一百年.
_ACTING = re.compile("[^的，]{2,}(?:[队团社厂店]|乐园|俱乐部|剧院|书店|影院)$")
_MARKED_YEARS = re.compile(
    "(?P<name>“[^”]{2,8}”|《[^》]{2,10}》)[^，。“《]{0,4}?(?:[一二三四五六七八九十百0-9]+(?:周?年|载|代)|创[刊办立]|往事|沉浮|传奇|的故事)"
)
_FULL_FIRM, _SHORTEST_FIRM = re.compile(rf"[{_HAN}A-Za-z]{{3,20}}?(?:有限(?:责任)?公司|集团(?![军公]))"), 3
#: A paper by its name, and what it is called.
_PAPER_NAME, _CALLED_PAPER = (
    re.compile("《[^《》]{1,8}(?:报|刊|通讯|简讯|画报)》"),
    re.compile("小报|报纸|该报|刊物|杂志|[创复停]刊"),
)
#: 渡口新材二期厂房投用: what a firm has built, behind its name.
_FIRM_PART = re.compile(
    "(?<![湖山河江海港桥路城区镇村岛])(?:(?:[一二三四五]期|新|首[条座个]|第[一二三四五][条座个]|[东南西北])(?:厂房|厂区|工厂|车间|产线|生产线|基地|项目|总部)|智能工厂|研发中心)$"
)
_PARTS = re.compile("[：:—，,！？!? \u3000]+")
_FIRM_NAME = re.compile(rf"[{_HAN}]{{3,6}}(?<![市县区镇乡村局会院部厅委校])")


def pointed_owner(text: str) -> str:
    """The name that the opening of ``text`` gives the one house of its kind which the text then points at; "" without."""
    found: list[tuple[int, int, str]] = []
    for least, pointer, ends in _POINTERS:
        pointed = sum(2 if word[:1] == "该" else 1 for word in pointer.findall(text))
        names = _names(text[:_OPENING], ends) if pointed else {}
        if names and (len(names) == 1 or pointed > least):
            name, at = next(iter(names.items()))
            said = pointed + text.count(name)
            if said >= least:
                found.append((-said, at, name))
    if not found and "刊" in text and len(_CALLED_PAPER.findall(text)) > _SPOKEN:
        paper = _PAPER_NAME.search(text)
        return paper[0] if paper and text.count(paper[0]) >= _SPOKEN else ""
    return min(found)[2] if found else ""


def spoken_of(head: str, text: str) -> str:
    """The subject of a text's first clause, where it is a house or a band, or the text then speaks of it as the firm; else "".

    >>> spoken_of("渡口新材", "渡口新材今天披露，公司拟投资。公司2010年上市。")
    '渡口新材'
    """
    if _ACTS_ITSELF.search(head):
        return head
    spoken = len(_FIRM.findall(text))
    return head if _FIRM_NAME.fullmatch(head) and spoken >= _SPOKEN else ""


def heads(headline: str, text: str) -> str:
    """Whom a headline is of, by its form: a house that it begins with, the firm in front of its colon, 某厂 of 某厂大事记; or "".

    >>> heads("渡口市实验小学新生须知", ""), heads("渡口灯饰：四十年", "公司1990年迁址。公司去年上市。")
    ('渡口市实验小学', '渡口灯饰')
    """
    if (house := _HOUSE_FIRST.match(headline)) and "变身" not in house[0]:
        return house[0]
    label, colon, _ = headline.partition("：")
    if (built := _FIRM_PART.search(head := head_of(headline))) and (firm := spoken_of(head[: built.start()], text)):
        return firm
    if colon and (firm := spoken_of(label, text)):
        return firm
    if colon and _ACTING.search(label) and label in text:
        return label
    if (marked := _MARKED_YEARS.search(headline)) and text.count(marked["name"]) >= _SPOKEN:
        return marked["name"]
    if paper := _PAPER.search(headline):
        return paper[0]
    if life := _LIFE_OF.search(headline):
        return name_in(life["who"])
    for part in _PARTS.split(headline):
        told = chronicled(_YEARS.sub("", part))
        if told != part and (
            told != _YEARS.sub("", part) or spoken_of(told, text) or (_ACTING.search(told) and told in text)
        ):
            return told
    return ""


def _names(opening: str, ends: re.Pattern[str]) -> dict[str, int]:
    """The names in an opening that end so, with the offset of each one's first mention; a short form goes with its whole."""
    names: dict[str, int] = {}
    for end in ends.finditer(opening):
        run = _RUN.search(opening, max(0, end.start() - 24), end.start())
        front = _IN_FRONT.sub("", run[0]) if run else ""
        if _NAME.fullmatch(front) and not _NO_NAME.search(front):
            names.setdefault(front + end[0], end.start())
    return {name: at for name, at in names.items() if not any(name != other and name in other for other in names)}


#: What the name of a school ends with.
_SCHOOLS, _SIGNER = re.compile("(?:[校学中小]|学院|幼儿园)\\Z"), re.compile(f"[{_HAN}]{{3,18}}")
_NAMED_SCHOOL = rf"[{_HAN}]{{2,14}}?(?:大学|学院|中学|小学|学校|幼儿园)"
_SCHOOL, _SCHOOL_LINE = re.compile(_NAMED_SCHOOL), re.compile(rf"^({_NAMED_SCHOOL})[{_HAN}]{{0,8}}$", re.MULTILINE)


def school_in(name: str) -> str:
    """A name where it is that of a school; else ""."""
    return name if _SCHOOL.fullmatch(name) else ""


def school_signing(text: str) -> str:
    """The school that signs a text, or an office of which does; else "".

    >>> school_signing("9月6日军训。\\n渡口职业学院学生处\\n2026年8月14日")
    '渡口职业学院'
    """
    signed = _SCHOOL_LINE.findall(text[-_SIGNED:].strip())
    return signed[-1] if signed else ""


def firm_in(text: str) -> str:
    """The one firm of a text, which names it in full and then again by its short name; "" where none or several are so named.

    >>> firm_in("走进渡口县的青禾纺织股份有限公司，机器轰鸣。青禾纺织去年上市。")
    '青禾纺织'
    """
    full = (_IN_FRONT.sub("", found[0]) for found in _FULL_FIRM.finditer(text))
    said = Counter({name: text.count(name) for name in map(short_firm, full) if len(name) >= _SHORTEST_FIRM})
    first, second = (*(count for _, count in said.most_common(2)), 0, 0)[:2]
    return said.most_common(1)[0][0] if first >= _SPOKEN and first >= 2 * second else ""


def signed_by(ending: str, text: str) -> str:
    """Who signs a text, where that is a name which ends so; else "".

    >>> signed_by("中心", "我中心明天休息。\\n渡口市政务服务中心\\n")
    '渡口市政务服务中心'
    """
    school = ending in ("校", "学校")
    for line in text[-_SIGNED:].strip().split("\n"):
        front = _SCHOOLS.sub("", line) if school else line.removesuffix(ending)
        if front != line and _SIGNER.fullmatch(front):
            return line
    return ""


def works_in(text: str) -> list[tuple[int, str]]:
    """The works that a text names, in order, with their offsets.

    >>> works_in("渡口大桥昨天通车，新建的渡口隧道明年通车。")
    [(0, '渡口大桥'), (12, '渡口隧道')]
    """
    found = []
    for end in _WORKS.finditer(text):
        run = _RUN.search(text, max(0, end.start() - 24), end.start())
        whole = _IN_FRONT.sub("", run[0]) if run else ""
        front = _OF_VERBS.sub("", whole)
        front = whole if _NO_NAME.search(front) else front  # 城乡供水一体化: no verb ends before 一体化
        at = end.start() - len(front)
        if _DONE_TO.search(front):
            continue
        if _NAME.fullmatch(front) and not _NO_NAME.search(front) and not _BESIDE.search(text, max(0, at - 2), at):
            found.append((at, front + end[0]))
    return found


def works_before(works: list[tuple[int, str]], text: str, position: int) -> str:
    """The works that a part at ``position`` belongs to: named last before it in its paragraph, else the page's only one."""
    paragraph = text.rfind("\n", 0, position) + 1
    if near := [name for at, name in works if paragraph <= at < position]:
        return near[-1]
    said = Counter(name for _, name in works)
    return said.most_common(1)[0][0] if 0 < len(said) <= _FEW else ""


def name_ending(head: str, before: str) -> str:
    """The last name of ``before`` that ends with a short one and says more; or ""."""
    names = []
    at = before.find(head, 2)
    while at >= 0:
        hall = before[at + len(head) : at + len(head) + 1] in ("堂", "场")
        if (
            not hall
            and (run := _NAME_RUN.search(before, max(0, at - 18), at))
            and (front := _NAME_STARTS.sub("", run[0]))
        ):
            names.append(front + head)
        at = before.find(head, at + 1)
    names = [name for name in names if len(name) > len(head) + 1]
    return names[-1] if names and not names[-1].startswith(("的", "该", "本")) else ""
