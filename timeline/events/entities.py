"""Who and where, by the shapes that names have: places, venues, organisations, the article's own subject, short names.

>>> actors_of("云溪县文化馆和云溪书法家协会主办")
('云溪书法家协会',)
"""

from __future__ import annotations

import bisect
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from timeline import regex as re
from timeline.events.baretowns import NAMELESS
from timeline.events.home import home_of
from timeline.events.placenames import PlaceName, names_in
from timeline.events.words import VERBS, by_first, one_of

_HAN = "\u4e00-\u9fff"
_LONGEST_ORGANISATION = 24
_HAN_RUN = re.compile(rf"[{_HAN}“”（）]{{1,24}}\Z")
_VENUE = re.compile(
    by_first(
        r"博物馆|博物院|美术馆|图书馆|体育馆|体育场|体育中心|会展中心|会议中心|文化馆|文化宫|大剧院|剧院|剧场|音乐厅|歌剧院|报告厅|展览馆|纪念馆|科技馆|档案馆|方志馆|批发市场|"
        r"公园|广场|风景区|景区|湿地|植物园|动物园|大酒店|酒店|礼堂|大桥|机场|火车站|产业园|戏院|书院|祠堂|文化村|樱花园|体育公园|实验室|基地|大学|医院|码头|口岸"
    )
)
_ORGANISATION = re.compile(
    by_first(
        r"监督管理局|管理局|委员会|人民政府|人民法院|人民检察院|市政府|县政府|区政府|省政府|市委|县委|区委|省委|总公司|公司|集团|协会|商会|学会|研究院|研究所|研究中心|大学|学院|医院|"
        r"博物馆|图书馆|大剧院|总工会|指挥部|组委会|办公室|管理局|银行|局|办公厅"
    )
)
_ACTS = (
    "始终|便|率先|已|将|持续|创新(?!发展)|深耕|推出|启动|构建|坚持|聚焦|围绕|出台|牢记|把握|因地制宜|采取|建立|累计|引入|召开|举办|举行|印发|发布|公布|公告|通报|通知|锚定|以“|"
    f"以[{_HAN}]{{2,6}}为|全域|全市|正式|先后|相继|实施|打造|设立|组织|推动|执行|开启"
)
_SUBJECT = re.compile(rf"[。；，\n“：]([{_HAN}A-Za-z（）·]{{2,14}}?)(?={one_of(_ACTS.split('|'))})")
_NO_SUBJECT = re.compile(
    r"[的了在是和与及或]|^(?:请|应|须|要|不得|现|根据|按照|各|我|这|那|该|此|其|从|到|自|为|因|由|如|当|以|并|也|又|还|通过|随着|围绕|面对|目前|近年|今年|去年|据|会议|同时|一|大部|部分|局部|多数|其余)|[年月日]$|(?:上|中|下|后|前|里|内|时|来|性|化)$"
)
_ALIAS = re.compile(
    r"(《[^《》]{3,60}》)[（(](?:以下|下)?(?:简称|称)?(?P<short>《[^《》]{1,20}》|[“\"][^”\"]{1,16}[”\"])[）)]"
)
#: A name in marks with the word behind that says what it is; what may stand in front is found from there.
_NAMED = re.compile(
    rf"[“《「『][^”》」』。！？]{{2,24}}[”》」』](?:(?!因|在|将|每|提前|推迟|进入|[本上下]周|[0-9]日|入选)[{_HAN}0-9（）—\-A-Za-z]){{0,26}}?(?:活动|大会|论坛|展览会|博览会|交易会|推进会|展|节|周|赛|马拉松|行动|计划|项目|工程|平台|系统|晚会|嘉年华|音乐会|仪式|条例|办法|规定|意见)(?!厅|馆)"
)
_IN_FRONT = re.compile(rf"(?:^|(?<=[，。；：\n举办的由]))(?:(?![由的在])[{_HAN}0-9]){{1,12}}\Z")
_RULE = re.compile(
    r"(《[^《》]{2,40}(?:条例|办法|规定|意见|方案|规划|通知|标准|规范|纲要|细则|决定|公告|指南|措施|规程|规则|制度|章程|预案|指引|[一二三四五六七八九十0-9]条)》)"
)
_RULE_NAME = re.compile("《[^《》]*》(?:[^，。已经由]{0,12}(?:办法|细则|条例|规定|方案|意见))?")
_FIRST_ENDS = (
    "条例|办法|博览会|交易会|推进会|大会|论坛|研讨会|运动会|艺术节|文化节|宣传周|读书月|马拉松|音乐节|灯会|比赛|大赛|联赛|锦标赛|挑战赛|邀请赛|夏令营|冬令营|购物节|美食节|电影节|文化季|艺术季|特展|大展|"
    "画展|书展|庙会|音乐会|演唱会"
)
_FIRST_NAMED = re.compile(rf"([{_HAN}0-9（）A-Za-z]{{3,22}}?(?:{_FIRST_ENDS}|[{_HAN}]{{2}}节(?![日目约假水能气])))")
_FIRST_END = re.compile(rf"{_FIRST_ENDS}|节")
_CUT_VERB = re.compile(
    rf".*(?:{one_of([word for word in VERBS.split('|') if len(word) > 1])}|[，将在由为从到的了]|[须应]于|须(?!知)|(?<![参])与|\\s)(?=..)"
)
ANAPHOR = re.compile(
    r"(?:本(?=办法|条例|规定|意见|细则|方案|通知|措施|决定|规程|章程|规则)|这场|这一|这次|这项|该项?|此次|本次|本届|这部|这个|此项|这座|这条|该)(?P<head>(?:(?![获被将与由])[\u4e00-\u9fff]){0,8}?(?:盛会|活动|大会|法规|条例|办法|意见|项目|工程|规定|会议|论坛|展会|赛事|标准|政策|平台|措施|细则|(?<!的)决定|规程|章程|规则|镇子|条约|桥|大桥|产业园|方案|规划|通知))"
)


_CUT_LEFT = re.compile(
    r"^以(?!色)|.*(?:[由与和及、，。；：在从向对为把将的了是经自逛“”]|变身|变成|据|通过|组织|联合|走进|根据|来自|记者)"
)


def _ending(ends: re.Pattern[str], text: str, longest: int) -> Iterator[tuple[int, str]]:
    """The names that end with one of those words, with their offsets: up to so many characters in front."""
    at = 0
    for end in ends.finditer(text):
        run = _HAN_RUN.search(text, max(at, end.start() - longest), end.start())
        if run and len(run[0]) >= (3 if end[0] == "局" else 2 if longest == _LONGEST_ORGANISATION else 1):
            yield run.start(), run[0] + end[0]
            at = end.end()


def _first_of(ends: re.Pattern[str], text: str, longest: int) -> str:
    return next((name for _, name in _ending(ends, text, longest)), "")


_PLAINVENUES = frozenset(
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
_VERB_IN_PLACE = re.compile(
    r".*(?:新建|扩建|改建|修建|兴建|建成|开展|共建|参观|走进|建设|组织|打造|委员|记者|领导|共运营|引进|邀请|联合)"
)
_BRACKET = re.compile(r"[（(][^（）()]*[）)]?$")


_NEEDS_CUT = re.compile(r"^以|[由与，。；：在从向对把将的了是逛]")
_NOWHERE = re.compile(
    r"^(?:这里|此间|当地|我市|全市|全国|会上|现场|线上|家门口|国内|国外|海外)$|[0-9]$|年$|月$|日$|^[级个条家座处]"
)


def _trimmed(name: str) -> str:
    name = _CUT_LEFT.sub("", name) if _NEEDS_CUT.search(name) else name
    name = _VERB_IN_PLACE.sub("", _BRACKET.sub("", name)).strip("“”—-·")
    if len(name) < 2 or name in _PLAINVENUES or _NOWHERE.search(name):
        return ""
    return name


_HOLDS = re.compile(".*(?:举办|召开|开展|组织|举行)(?=第|首届|.{0,1}\\Z)")


def _named(text: str) -> Iterator[tuple[int, str]]:
    for match in _NAMED.finditer(text):
        front = _IN_FRONT.search(text, max(0, match.start() - 13), match.start())
        cut = _HOLDS.match(front[0]) if front else None  # 决定举办第九届“溪畔杯”: what is decided on is the cup
        at = front.start() + (cut.end() if cut else 0) if front else match.start()
        yield at, text[at : match.end()]


@dataclass(frozen=True, slots=True)
class Cast:
    """What an article's names say of it as a whole: its subject, its place, its short names, its named thing."""

    subject: str = ""
    place: str = ""
    aliases: dict[str, str] = field(default_factory=dict)
    named: tuple[tuple[int, str], ...] = ()
    places: tuple[PlaceName, ...] = ()

    @property
    def rules(self) -> list[tuple[int, str]]:
        """The rules named, with their offsets: 《渡口法》实施办法 as a whole, 《渡口条例》已由大会通过 as far as its name goes."""
        found = ((at, _RULE_NAME.match(name)) for at, name in self.named)
        return [(at, name[0]) for at, name in found if name]

    def named_before(self, position: int) -> str:
        """The named activity, rule or project told last before ``position`` (or the first of the article)."""
        index = bisect.bisect_right(self.named, position, key=lambda one: one[0]) - 1
        return self.named[max(0, index)][1] if self.named else ""

    def told_before(self, position: int) -> str:
        """The named activity, rule or project told last before ``position``, "" where none is."""
        return self.named_before(position) if self.named and self.named[0][0] < position else ""


def cast_of(text: str, blanked: str, sent: str = "") -> Cast:
    """The names of an article's body; ``blanked`` is the same text with its times blanked out, ``sent`` the town that its
    byline says it was sent from."""
    places = names_in(blanked)
    place = home_of(text, places, sent)
    named = sorted({*_named(text), *((m.start(1), m[1]) for m in _RULE.finditer(text))})
    if not named:
        named = list(islice(occasions(blanked), 3))
    aliases = {m["short"]: m[1] for m in _ALIAS.finditer(text)}
    subject = _main_subject(blanked, place)
    if (
        2 <= len(subject) <= 3
        and subject[-1] not in NAMELESS
        and text.count(subject) > max(4, 2 * text.count(place) if place else 0)
    ):
        place = subject  # a page about a town says its name in front of its verbs
    return Cast(subject, place, aliases, tuple(named), tuple(places))


def occasions(text: str) -> Iterator[tuple[int, str]]:
    """The activities and rules that a text names by their endings alone, without marks, with their offsets."""
    ending = _FIRST_END.search(text)
    for match in _FIRST_NAMED.finditer(text, max(0, ending.start() - 24)) if ending else ():
        if len(name := _CUT_VERB.sub("", match[1])) > 3:
            yield match.start(1), name


#: 百年渡口书院, 六十年老厂.
_AGED = re.compile("^(?:[百千]年|[一二三四五六七八九十0-9]+年)(?:老[字校店]号?)?(?=.{3})")
#: 上市公司 and 一家医院 are no names.
_COMMON = re.compile("(?:上市|分|子|母|总|国有|民营|外资|合资|龙头)公司$|[一两几多]?[家所间座]")


def _main_subject(text: str, place: str) -> str:
    """Whom or what an article is about: what begins its clauses, else the organisation in its headline, else its place."""
    counted = Counter(m[1] for m in _SUBJECT.finditer(f"\n{text}") if not _NO_SUBJECT.search(m[1]))
    best, times = max(counted.items(), key=lambda pair: (pair[1], -len(pair[0]), pair[0]), default=("", 0))
    if times >= 2:
        return best
    head = text.split("\n", 1)[0][:60]
    named = "" if "。" in head else _first_of(_ORGANISATION, head, _LONGEST_ORGANISATION) or _first_of(_VENUE, head, 12)
    if named.endswith(place) or (at := named.find(place)) < 0:
        at = 0  # else 一座城 一个时代渡口市交通局: a line above the headline's own
    if named and not _COMMON.search(named):
        named = named[at:]
        return re.sub(r"关于.*", "", _CUT_LEFT.sub("", _AGED.sub("", named)))
    return place


def institutions_of(text: str) -> list[str]:
    """The venues and organisations that a text names, in order."""
    found = sorted((*_ending(_VENUE, text, 12), *_ending(_ORGANISATION, text, _LONGEST_ORGANISATION)))
    return [name for _, words in found if (name := _trimmed(words))]


_COUNTED = re.compile(r"^(?:[0-9一二三四五六七八九十]+[家个名]|年|月|日|昨天|今日|昨日|上午|下午)+")


def actors_of(part: str) -> tuple[str, ...]:
    """The organisations that a statement names, in order, as printed."""
    found: list[str] = []
    for _, words in _ending(_ORGANISATION, part, _LONGEST_ORGANISATION):
        name = _COUNTED.sub("", _CUT_LEFT.sub("", words))
        if 3 <= len(name) <= 24 and name not in found:
            found.append(name)
    return tuple(found[:4])
