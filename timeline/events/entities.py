"""Who and where, by the shapes that names have: places, venues, organisations, the article's own subject, short names.

>>> place_of("论坛将在市民中心召开", "")
'市民中心'
"""

from __future__ import annotations

import bisect
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from timeline.events.gazetteer import CITY, PROVINCE
from timeline.events.words import ACTIVITY_WORDS, MILESTONE_WORDS, VERBS

_HAN = "\u4e00-\u9fff"
_VERBS_OF_PLACE = "举行|召开|举办|揭幕|开幕|启幕|启动|开讲|开展|开唱|上演|演出|展出|拉开|落成|揭牌|签约|发布|落户|放映|设立|成立|开业|开市|开张|开园|开营|开赛|开课|亮相|登场|登陆|动工|开工|考察|视察|调研|进行"
_AT = re.compile(rf"[在于]([{_HAN}A-Za-z0-9“”（）·—\-]{{2,22}}?)(?:{_VERBS_OF_PLACE}|免费|对外|向公众)")
_TOWARDS = re.compile(rf"(?:落户|抵达|走进|落地|来到|前往|登陆|试点在)([{_HAN}]{{2,12}}?)(?=[，。；、：]|$)")
#: 地点仍在…, 地点由…改为…: the place as a notice tells it.
_STATED = re.compile(rf"地点(?:[仍设定改]*[在为]|由[{_HAN}]{{2,12}}?改[为到在])([{_HAN}A-Za-z0-9]{{2,16}})")
_VENUE = re.compile(
    r"博物馆|博物院|美术馆|图书馆|体育馆|体育场|体育中心|会展中心|会议中心|文化馆|文化宫|大剧院|剧院|剧场|音乐厅|歌剧院|报告厅|展览馆|纪念馆|科技馆|档案馆|方志馆|批发市场|"
    r"公园|广场|风景区|景区|湿地|植物园|动物园|大酒店|酒店|礼堂|大桥|机场|火车站|产业园|戏院|书院|祠堂|文化村|樱花园|体育公园|实验室|基地|大学|医院|码头|口岸"
)
_ADMIN = re.compile(
    rf"([{_HAN}]{{2}}|[{_HAN}]{{3}}(?=自治))(市|县|(?:高新|经开|开发|新|港|园)?区|省|镇|乡|街道|自治区|自治州)(?![域间块别位划级场民])"
)
_ADMIN_END = re.compile("[市县区高经开新港园省镇乡街自]")
_BOUNDARY = "，。、；：“”（(）)《》 \n在于从到赴由对与和及"
_NOT_ADMIN = re.compile(
    r"[全我本各城超县楼股上门都夜集入某该地园小校灾山特新片辖厂社景外邻两多每几这那此与和在及到市省区乡]\Z|[直委政级辖属]\Z|\A[全我本各某该每这那及和与在到从对由向将为]|[商居农渔牧工业住宅东西南北中主海老大]\Z"
)
_LONGEST_ORGANISATION = 24
_ORGANISATION = re.compile(
    r"监督管理局|管理局|委员会|人民政府|人民法院|人民检察院|市政府|县政府|区政府|省政府|市委|县委|区委|省委|总公司|公司|集团|协会|商会|学会|研究院|研究所|研究中心|大学|学院|医院|"
    r"博物馆|图书馆|大剧院|总工会|指挥部|组委会|办公室|管理局|银行|局|办公厅"
)
_CUT_LEFT = re.compile(
    r"^以(?!色)|.*(?:[由与和及、，。；：在从向对为把将的了是经自逛“”]|据|通过|组织|联合|走进|根据|来自|记者)"
)
_SUBJECT = re.compile(
    rf"(?:^|[。；，\n“：])([{_HAN}A-Za-z（）·]{{2,14}}?)(?=(?:始终|便|率先|已|将|持续|创新(?!发展)|深耕|推出|启动|构建|坚持|聚焦|围绕|出台|牢记|把握|因地制宜|采取|建立|累计|引入|"
    rf"召开|举办|举行|印发|发布|公布|公告|通报|通知|锚定|以“|以[{_HAN}]{{2,6}}为|全域|全市|正式|先后|相继|实施|打造|设立|组织|推动|执行|开启))"
)
_NO_SUBJECT = re.compile(
    r"[的了在是和与及或]|^(?:请|应|须|要|不得|现|根据|按照|各|我|这|那|该|此|其|从|到|自|为|因|由|如|当|以|并|也|又|还|通过|随着|围绕|面对|目前|近年|今年|去年|据|会议|同时|一)|[年月日]$|(?:上|中|下|后|前|里|内|时|来|性|化)$"
)
_ALIAS = re.compile(
    r"(《[^《》]{3,60}》)[（(](?:以下|下)?(?:简称|称)?(?P<short>《[^《》]{1,20}》|[“\"][^”\"]{1,16}[”\"])[）)]"
)
#: A name in marks with the word behind that says what it is; what may stand in front is found from there.
_NAMED = re.compile(
    rf"[“《「『][^”》」』]{{2,24}}[”》」』][{_HAN}0-9（）—\-A-Za-z]{{0,26}}?(?:活动|大会|论坛|展览会|博览会|交易会|推进会|展|节|周|赛|马拉松|行动|计划|项目|工程|平台|系统|晚会|嘉年华|音乐会|仪式|条例|办法|规定|意见)"
)
_IN_FRONT = re.compile(rf"(?:^|(?<=[，。；：\n举办的由]))(?:(?![由的在])[{_HAN}0-9]){{1,12}}\Z")
_HAN_RUN = re.compile(rf"[{_HAN}“”（）]{{1,24}}\Z")
_RULE = re.compile(
    r"(《[^《》]{2,40}(?:条例|办法|规定|意见|方案|规划|通知|标准|规范|纲要|细则|决定|公告|指南|措施|规程|规则|制度|章程|预案|指引)》)"
)
_FIRST_ENDS = (
    "条例|办法|博览会|交易会|推进会|大会|论坛|研讨会|运动会|艺术节|文化节|宣传周|读书月|马拉松|音乐节|灯会|比赛|大赛|联赛|锦标赛|挑战赛|邀请赛|夏令营|冬令营|购物节|美食节|电影节|文化季|艺术季|特展|大展|"
    "画展|书展|庙会|音乐会|演唱会"
)
_FIRST_NAMED = re.compile(rf"([{_HAN}0-9（）A-Za-z]{{3,22}}?(?:{_FIRST_ENDS}|[{_HAN}]{{2}}节(?![日目约假水能])))")
_FIRST_END = re.compile(rf"{_FIRST_ENDS}|节")
_CUT_VERB = re.compile(
    rf".*(?:{'|'.join(word for word in VERBS.split('|') if len(word) > 1)}|[，将在由为从到的了]|(?<![参])与|\\s)(?=..)"
)
ANAPHOR = re.compile(
    r"(?:本(?=办法|条例|规定|意见|细则|方案|通知|措施|决定|规程|章程|规则)|这场|这一|这次|这项|该项?|此次|本次|本届|这部|这个|此项|这座|这条|该)(?P<head>[\u4e00-\u9fff]{0,8}?(?:盛会|活动|大会|法规|条例|办法|意见|项目|工程|规定|会议|论坛|展会|赛事|标准|政策|平台|措施|细则|(?<!的)决定|规程|章程|规则|镇子|条约|桥|大桥|产业园|方案|规划|通知))"
)


def _ending(ends: re.Pattern[str], text: str, longest: int) -> Iterator[tuple[int, str]]:
    """The names that end with one of those words, with their offsets: up to so many characters in front."""
    at = 0
    for end in ends.finditer(text):
        run = _HAN_RUN.search(text, max(at, end.start() - longest), end.start())
        if run and len(run[0]) >= (3 if end[0] == "局" else 2 if longest == _LONGEST_ORGANISATION else 1):
            yield run.start(), run[0] + end[0]
            at = end.end()


def _first(ends: re.Pattern[str], text: str, longest: int) -> str:
    return next((name for _, name in _ending(ends, text, longest)), "")


def _named(text: str) -> Iterator[tuple[int, str]]:
    for match in _NAMED.finditer(text):
        front = _IN_FRONT.search(text, max(0, match.start() - 13), match.start())
        yield (front.start(), front[0] + match[0]) if front else (match.start(), match[0])


@dataclass(frozen=True, slots=True)
class Cast:
    """What an article's names say of it as a whole: its subject, its place, its short names, its named thing."""

    subject: str = ""
    place: str = ""
    aliases: dict[str, str] = field(default_factory=dict)
    named: tuple[tuple[int, str], ...] = ()

    def named_before(self, position: int) -> str:
        """The named activity, rule or project told last before ``position`` (or the first of the article)."""
        index = bisect.bisect_right(self.named, position, key=lambda one: one[0]) - 1
        return self.named[max(0, index)][1] if self.named else ""

    def told_before(self, position: int) -> str:
        """The named activity, rule or project told last before ``position``, "" where none is."""
        return self.named_before(position) if self.named and self.named[0][0] < position else ""


def cast_of(text: str, blanked: str) -> Cast:
    """The names of an article's body; ``blanked`` is the same text with its times blanked out."""
    place = _main_place(text)
    named = sorted({*_named(text), *((m.start(1), m[1]) for m in _RULE.finditer(text))})
    if not named:
        named = list(islice(occasions(blanked), 3))
    aliases = {m["short"]: m[1] for m in _ALIAS.finditer(text)}
    subject = _main_subject(blanked, place)
    if 2 <= len(subject) <= 3 and text.count(subject) > max(4, 2 * text.count(place) if place else 0):
        place = subject  # a page about a town says its name in front of its verbs
    return Cast(subject, place, aliases, tuple(named))


def occasions(text: str) -> Iterator[tuple[int, str]]:
    """The activities and rules that a text names by their endings alone, without marks, with their offsets."""
    ending = _FIRST_END.search(text)
    for match in _FIRST_NAMED.finditer(text, max(0, ending.start() - 24)) if ending else ():
        if len(name := _CUT_VERB.sub("", match[1])) > 3:
            yield match.start(1), name


def _main_subject(text: str, place: str) -> str:
    """Whom or what an article is about: what begins its clauses, else the organisation in its headline, else its place."""
    counted = Counter(m[1] for m in _SUBJECT.finditer(text) if not _NO_SUBJECT.search(m[1]))
    best, times = max(counted.items(), key=lambda pair: (pair[1], -len(pair[0]), pair[0]), default=("", 0))
    if times >= 2:
        return best
    first = text.split("\n", 1)[0][:60]
    named = "" if "。" in first else _first(_ORGANISATION, first, _LONGEST_ORGANISATION) or _first(_VENUE, first, 12)
    if named:
        return re.sub(r"关于.*", "", _CUT_LEFT.sub("", named))
    return place


def _main_place(text: str) -> str:
    """Where an article is set: the venue it keeps naming, else the place named most, else the first city."""
    venues = Counter(name for _, words in _ending(_VENUE, text, 12) if len(name := _trim_place(words)) >= 4)
    if venues and (best_venue := venues.most_common(1)[0])[1] >= 3 and 2 * best_venue[1] >= venues.total():
        return best_venue[0]
    counted: Counter[str] = Counter()
    edges: Counter[str] = Counter()
    for match in _districts(text):
        name = match[1]
        if _is_name(name):
            counted[name] += 1
            edges[name] += match.start() == 0 or text[match.start() - 1] in _BOUNDARY
    # a real place name also stands without its suffix
    scores = {name: text.count(name) for name, _ in counted.most_common(8) if edges[name]}
    cities = Counter(CITY.findall(text))
    scores |= {name: text.count(name) for name in cities}
    if scores:
        return max(scores, key=lambda name: (scores[name], -text.find(name)))
    provinces = Counter(PROVINCE.findall(text))
    return provinces.most_common(1)[0][0] if provinces else ""


def _districts(text: str) -> Iterator[re.Match[str]]:
    """The matches of _ADMIN in order, tried only two characters before what may be its ending (three before 自治)."""
    free = 0
    for ending in _ADMIN_END.finditer(text):
        for start in (ending.start() - 3, ending.start() - 2) if ending[0] == "自" else (ending.start() - 2,):
            if start >= free and (match := _ADMIN.match(text, start)):
                yield match
                free = match.end()


def _is_name(name: str) -> bool:
    """Whether two characters before 市 or 县 may be a place's name: no verb, no common word."""
    return not _NOT_ADMIN.search(name) and name not in _VERBS


_VERBS = frozenset(
    f"{MILESTONE_WORDS} {ACTIVITY_WORDS} 首个 示范 最优 新增 农贸 参加 加过 所在 建设 发展 管理 经济 开发 高新 保护 试验 服务 功能 核心 重点 生态 工业 商业 办公 住宅 根据 按照 依照 依据 遵照 关于 为了 我们 本省".split()
)


_BRACKETED = re.compile(rf"[（(]([{_HAN}0-9A-Za-z]{{2,16}})[）)]")
_PLACE_END = re.compile(
    r"(?:馆|院|厅|场|园|中心|礼堂|台|楼|层|室|街|路|巷|桥|码头|基地|酒店|宾馆|大厦|绿道|社区|小区|村|镇|店|城|坊|仓|站|门口|门前|操场|校区|草坪|沙滩|湖畔|东区|西区|南区|北区|景区|园区|厂区|渡口|大堂|书房|书屋|会所|线上|直播间)\Z"
)


def is_place(words: str) -> bool:
    """Whether a few words are by their ending a place to go to: 竹艺广场主舞台, 二楼报告厅."""
    return 3 <= len(words) <= 20 and bool(_PLACE_END.search(words)) and not _NO_PLACE.search(words)


_NO_PLACE = re.compile(r"举行|举办|召开|开幕|开放|上演|[闭开休]馆|成立|[，。；：（）()\s]|^[有了在为是的到]")


def place_of(part: str, default: str) -> str | None:
    """Where a statement's happening takes place, as printed; ``default`` when it names no place; None when neither."""
    for bracketed in _BRACKETED.finditer(part) if "（" in part or "(" in part else ():
        if is_place(bracketed[1]):
            return bracketed[1]
    for pattern in (_STATED, _AT, _TOWARDS):
        if match := pattern.search(part):
            name = _trim_place(match[1])
            if name:
                return name
    if venue := _first(_VENUE, part, 12):
        name = _trim_place(venue)
        if name:
            return name
    for match in _districts(part):
        if _is_name(match[1]) and (match.start() == 0 or part[match.start() - 1] in _BOUNDARY):
            return match[0]
    if city := CITY.search(part):
        return city[0]
    return default or None


_PLAIN_VENUES = frozenset(
    [
        "实验室",
        "基地",
        "码头",
        "医院",
        "大学",
        "公园",
        "广场",
        "机场",
        "酒店",
        "礼堂",
        "剧场",
        "剧院",
        "景区",
        "湿地",
        "口岸",
        "大桥",
        "书院",
        "产业园",
        "体育馆",
        "博物馆",
        "图书馆",
        "美术馆",
        "报告厅",
        "新闻",
        "文化馆",
    ]
)
_VERB_IN_PLACE = re.compile(r".*(?:开展|共建|参观|走进|建设|组织|打造|委员|记者|领导|共运营|引进|邀请|联合)")
_BRACKET = re.compile(r"[（(][^（）()]*[）)]?$")


_NEEDS_CUT = re.compile(r"^以|[由与，。；：在从向对把将的了是逛]")
_NOWHERE = re.compile(r"^(?:这里|此间|当地|我市|全市|全国|会上|现场|线上|家门口|国内|国外|海外)$|[0-9]$|年$|月$|日$")


def _trim_place(name: str) -> str:
    name = _CUT_LEFT.sub("", name) if _NEEDS_CUT.search(name) else name
    name = _VERB_IN_PLACE.sub("", _BRACKET.sub("", name)).strip("“”—-·")
    if len(name) < 2 or name in _PLAIN_VENUES or _NOWHERE.search(name):
        return ""
    return name


def institutions_of(text: str) -> list[str]:
    """The venues and organisations that a text names, in order."""
    found = sorted((*_ending(_VENUE, text, 12), *_ending(_ORGANISATION, text, _LONGEST_ORGANISATION)))
    return [name for _, words in found if (name := _trim_place(words))]


_COUNTED = re.compile(r"^(?:[0-9一二三四五六七八九十]+[家个名]|年|月|日|昨天|今日|昨日|上午|下午)+")


def actors_of(part: str) -> tuple[str, ...]:
    """The organisations that a statement names, in order, as printed."""
    found: list[str] = []
    for _, words in _ending(_ORGANISATION, part, _LONGEST_ORGANISATION):
        name = _COUNTED.sub("", _CUT_LEFT.sub("", words))
        if 3 <= len(name) <= 24 and name not in found:
            found.append(name)
    return tuple(found[:4])
