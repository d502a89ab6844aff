"""The places that a text names, with how each is spoken of: as where something is, goes to, or comes from.

>>> [(place.name, place.role) for place in names_in("昨天，书展在云溪县文化馆开幕，图书发往松湾市。")]
[('云溪县文化馆', 'at'), ('松湾市', 'away')]
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace

from timeline.events.gazetteer import CITY, COUNTRY, PROVINCE
from timeline.events.placewords import (
    NOUN,
    POINTED,
    SORT,
    WORKSHOPS,
    begin_of,
    is_any,
    is_name,
    is_other_word,
    is_scene,
)
from timeline.model import filled_directly

_COUNTS = re.compile("[一二两三四五六七八九十几每0-9]台")
_HAN = "\u4e00-\u9fff"
#: So many characters in front of a name tell how it is spoken of.
_BEFORE = 14
#: Characters that a name may have in front of its noun.
_LONGEST = 16
_RUN = re.compile(rf"[{_HAN}“”·A-Za-z0-9]{{1,{_LONGEST}}}\Z")
#: After somebody's office a name is a person's: 院长刘崇山.
_PERSON = re.compile(
    r"(?:[院校局厂站馆队社部处科委市县区镇乡村]长|书记|主任|经理|教练|记者|医生|导演|老师|师傅|先生|同志|农民|青年|委员|教授|主席)\Z"
)
#: A body whose name runs into that of a town or a road; a noun behind it is still its own.
_OTHER_BODY = re.compile(
    rf"[{_HAN}“”]*(?:中心|公司|集团|银行|协会|学会|委员会|研究院|研究所|管理局|总站)(?=[{_HAN}]{{2,}}\Z)(?![{_HAN}]*(?:院|校|馆|园|场)\Z)"
)
#: 一家医院, 13所学校: any of them.
_INDEFINITE = re.compile(r"[一某两几多0-9十百][座家所个条处间]\Z|[这各每][座家所个条处间]?\Z")
_AT = re.compile(
    r"(?:(?<![现正存所旨意不])在|于|地点[为：:是]?|设在|位于|坐落(?:在|于)?|选址(?:在|于)?|馆址|校址|院址|厂址|会址|主会场[为在]?|分会场[为在]?|地址[为：:]?|集合点[为：:]?|改在|定在)\s*\Z"
)
_TO = re.compile(
    r"(?:迁至|迁入|迁到|迁往|迁回|搬进|搬到|搬入|搬至|搬回|搬迁至|搬迁到|打进|打入|落户|落地|走进|开进|进驻|进入|抵达|来到|登陆|移至|移到|移师|改到|转移到|试点在|亮相|驶入|开到|通到|延伸到|延伸至|通达)(?:了|现址)?\Z|(?<![对转])赴\Z"
)
#: What is founded or built there, which is no place to go to yet: 成立技术服务中心, 产业园动工.
_MADE_BEFORE = re.compile(
    r"(?:成立|设立|组建|建成|新建|建起|盖起|创办|创立|创建|筹建|兴建|修建|扩建|改建|建设|获批|批准|启动|规划|推进|升格为|升级为|改建为|转建为?|改作|改成|变成|辟为|更名为|改名为?|改称为?|易名为?|定名为?|命名为|改制为|列为|评为|获评|入选|[支摆开搭办立拉盖砌]起|设|(?<!援)(?<!捐)(?<!帮)建)[的了]?(?:首[个座家]|全[市县省区]|国家级?|省级|市级)*\Z"
)
_MADE_BEHIND = re.compile(
    r"”?(?:[一二三四五]期)?(?:破土|动工|开工|奠基|扩建|改建|新建|改扩建|工程|项目|立项|获批|获核准|核准|签约|综合治理|整治|治理|封顶|主体|完成搬迁|前期|选址|招标|提标|改造)"
)
#: A part of an institution by which it goes on being called: 东校区奠基.
_CAMPUS = re.compile(r"(?<![新老旧原分])[校院]区\Z")
#: Of a list all is made: 建成创意园、食品园和软件园.
_MADE_LIST = re.compile(
    rf"(?:建成|新建|兴建|修建|成立|设立|创办|开办|建起|扩建|改建|打造|获批)[了的]?[{_HAN}“”A-Z0-9]{{2,10}}[、和及]\Z"
)
#: 从松湾站发车: what leaves is still there.
_LEAVES = re.compile(r"[^，。；]{0,4}?(?:发车|出发|启程|始发|起航|首发|起飞|起跑|鸣枪)")
#: What a country's name stands in front of where something is there.
_ABROAD = re.compile(r"工厂|分公司|子公司|基地|项目|分站|站|展区|生产|分校|办事处|研发中心|仓")
_AWAY_BEFORE = re.compile(
    r"(?:来自|发往|运往|销往|开往|飞往|驶往|飞|返回|往返|远销|出口|援助|支援|对口[帮扶支援协作]*(?:的)?|帮扶的?|结对的?|携手|比肩|毗邻|邻近|距离?|离|往|从|自|由|经|途经|途径|源于|源自|祖籍|籍贯|原籍|生于|出生于|出生在|毕业于|考入|就读于|"
    r"联合|会同|同|与|和|跟|对阵|迎战|不敌|战胜|击败|力克|险胜|客场挑战|调往|逃往|流向|销|(?:[卖销运寄送发])?到|赴)了?[“\s]?\Z"
)
_AWAY_BEHIND = re.compile(
    r"(?:方面|方向|籍|人(?=[，。、])|客商|商人|企业家|游客|(?:第[一二三四五六七八九十0-9]+批)?(?:援[建藏疆青宁黔川滇外]|援助|支援|对口|帮扶|结对|协作)|选派|派出|的(?:企业|客商|专家|商家|游客|公司|队伍)|专家|医疗队|代表队|队(?=[，。0-9]|以)|口音|菜(?!市)|话(?=[，。])|产|时间|证券|股市)"
)
#: One of several there: 厦门一家公司.
_SOME = re.compile(r"[一某两几][所家座名位]")
#: Counterparts stand behind 与 and 和 only where they act together.
_TOGETHER = re.compile(
    r"签订|签署|签约|合作|结对|联合|协作|对接|携手|共建|交流|会谈|结为|缔结|结成|之间|相连|接壤|联手"
)
#: What somebody goes to a town for: 到云溪县支教.
_DONE_THERE = re.compile(
    r"[一]?(?:县|市|区)?(?:支教|任教|挂职|考察|调研|参观|慰问|指导|演出|巡演|参展|参赛|展出|展销|推介|招商|学习|求学|读书|访问|视察|插队|落户|任职|工作|采风|拍摄|义诊|巡诊|坐诊|帮扶|支援|"
    r"下乡|走访|集训|比赛|参加|出席|开展|进行|宣讲|授课|交流|检查|督查|谋生|务工|打工|定居|驻训|取景|写生|祭扫|过年|签约|领奖|办展|设点)"
)
#: Where a reporter has heard it: 从云溪县政府获悉.
_HEARD = re.compile(r"[^，。；]{0,10}?(?:获悉|了解到|获知|得知)")
#: For whom something is built or brought: 为云溪县打井8口.
_FOR = re.compile(r"(?:为|给|替|帮助|帮)\Z")
_BUILT_FOR = re.compile(
    r"(?:[^，。；\s]{0,4}?)(?:打井|打了|修建|援建|捐建|新建|建起|建成|建了|建设|修了|铺设|架设|安装|捐赠|捐款|捐助|送去|送来|送上|培训|引进|改造)"
)
_OFFICE = re.compile(
    r"[^，。；：、\s]{0,10}?(?:局|厅|委员会|委|办公室|办|政府|政协|公司|集团|协会|商会|学会|农会|工会|体育总会|队|银行|党委|支部|书记|[市县区镇乡村]长|交警|公安|代表|日报|晚报)"
)
#: Behind a name, what shows that it is built, counted or run rather than gone to: 新建公园20个, 图书馆管理办法.
_COUNTED = re.compile(r"[0-9一二三四五六七八九十]+[个座所家处](?=[，。；、）]|\Z)")
_NO_SCENE = re.compile(r"”?群|管理(?![局处所中])|条例|办法|规划|方案|模式|经济(?!技术)|验收|称号|评估|创建")


@filled_directly
@dataclass(frozen=True, slots=True)
class PlaceName:
    """A place as a text names it: offsets, name, ``sort`` (site, road, town, city, land) and ``role``.

    ``role`` is "at" where something takes place there, "to" where it moves there, "made" where it is founded or built, "away" where somebody or something is
    from there, goes there or is only compared, "office" where a body of that place acts, else "".
    """

    start: int
    end: int
    name: str
    sort: str
    role: str

    def moved(self, by: int) -> PlaceName:
        """The same place so many characters further on."""
        return PlaceName(self.start + by, self.end + by, self.name, self.sort, self.role)


def names_in(text: str) -> list[PlaceName]:
    """The places that ``text`` names, in order; of names one inside the other the longest."""
    found: list[PlaceName] = []
    for head in NOUN.finditer(text):
        if place := _named(text, head):
            while found and found[-1].start >= place.start:
                found.pop()
            if found and place.start < found[-1].end and place.end > found[-1].end:
                place = _joined(text, found.pop(), place)
            found.append(place)
    starts = [place.start for place in found]
    for sort, pattern in (("country", COUNTRY), ("city", CITY), ("province", PROVINCE)):
        for match in pattern.finditer(text):
            start, end = match.span()
            before = bisect_right(starts, start) - 1
            if before >= 0 and start < found[before].end:
                continue
            if _COUNTS.match(text, max(0, start - 1)):
                continue  # 一台南音雅集
            role = _role(text, start, end, sort)
            if sort != "country" or role in ("at", "to") or _ABROAD.match(text, end):
                found.append(PlaceName(start, end, match[0], sort, role))
    found.sort(key=lambda place: place.start)
    return [_of_the_whole(text, found, number) for number in range(len(found))]


def is_town(named: str, names: Iterable[PlaceName]) -> bool:
    """Whether a place is a town, and no house or road in it: as it is named, else by the shape of its name."""
    sort = next((place.sort for place in names if place.name == named), "")
    return sort in _TOWNS if sort else len(named) <= _LONGEST_STEM or named[-1] in "市县区镇乡村"


_TOWNS = frozenset(("town", "city", "province", "country"))
_LONGEST_STEM = 3


def _of_the_whole(text: str, found: list[PlaceName], number: int) -> PlaceName:
    """A place with the role of the whole that it is told to be in, and that whole without: 聚到老街的戏院."""
    place, scenes = found[number], ("at", "to")
    whole = found[number - 1] if number else None
    if whole is not None and not place.role and whole.role in scenes and _SIDE.fullmatch(text, whole.end, place.start):
        return replace(place, role=whole.role)
    part = found[number + 1] if number + 1 < len(found) else None
    if part is not None and place.role in scenes and not part.role and text[place.end : part.start] == "的":
        return replace(place, role="")
    if part is not None and not place.role and not part.role and _SIDE.fullmatch(text, place.end, part.start):
        return replace(place, role="away")  # 古塔东侧的小剧场
    return place


_SIDE = re.compile(
    r"(?:[东南西北内外]?[侧边面]|最?[东南西北][端部]|旁边?|附近|对面|隔壁|门前|境内|腹地|深处|脚下|内|里)?的"
)


def _joined(text: str, one: PlaceName, other: PlaceName) -> PlaceName:
    """Two names that run into each other as the one they make."""
    return PlaceName(one.start, other.end, text[one.start : other.end], other.sort, one.role or other.role)


def _named(text: str, head: re.Match[str]) -> PlaceName | None:
    word = head[0]
    sort = "road" if word == "道" else SORT.get(word, "site")
    if is_other_word(word, text[head.end() : head.end() + 3]):
        return None
    run = _RUN.search(text, max(0, head.start() - _LONGEST), head.start())
    if run is None:
        return None
    start = begin_of(run[0]) + run.start()
    while start < head.start() and text[start] in "·”":
        start += 1
    if text[start - 1 : start] in ("该", "本") and text[start : start + 1] in POINTED:
        start -= 1
    if sort != "site" and (other := _OTHER_BODY.match(text, start, head.start())):
        start = other.end()  # 维权中心云岭区工作站
    front, end = text[start : head.start()], head.end()
    if (word == "馆" and front[-1:] in tuple("闭开休镇")) or (front.isascii() and text[start - 1 : start].isdigit()):
        return None  # 周一闭馆, 4D影院
    if not front or (sort != "site" and len(front) < 4 and _PERSON.search(text, max(0, start - 3), start)):
        return None
    if _INDEFINITE.search(text, max(0, start - 3), start):
        return None
    if is_any(front, word):
        return None  # 云溪市住宅小区: the town is a name of its own
    pointing = front[0] in "该本" and len(front) + len(word) > 3
    own = _below_city(front, sort)
    sure = own != front or (word == "区" and text.find(front + word, end) >= 0)
    named = pointing or is_name(own, word, sort, sure=sure)
    if not named and not is_scene(front, word, sort):
        return None
    role = _role(text, start, end, sort)
    if not named and role not in ("at", "to"):
        return None
    if not role and word in WORKSHOPS:
        role = "made"  # a works that does something is no place to go to
    if not pointing and CITY.fullmatch(front + word):
        sort = "city"
    return PlaceName(start, end, front + word, sort, role)


def _below_city(front: str, sort: str) -> str:
    """What of a town's name is its own behind the city that it belongs to: 松江云溪县 of the city 松江."""
    city = CITY.match(front) if sort == "town" else None
    return front[city.end() :] if city and len(front) - city.end() >= 2 else front


def _role(text: str, start: int, end: int, sort: str) -> str:
    before, behind = text[max(0, start - _BEFORE) : start], text[end : end + 16]
    if _NO_SCENE.match(behind) or (sort in ("site", "road", "land") and _COUNTED.match(behind)):
        return "away"
    if _TO.search(before):
        return "to"
    if _AT.search(before) and not behind.startswith("方向"):
        return "at"
    if _AWAY_BEHIND.match(behind) or (sort not in ("site", "road") and _SOME.match(behind)):
        return "away"
    if sort in ("site", "road", "land") and (
        _MADE_BEFORE.search(before) or _MADE_LIST.search(before) or _MADE_BEHIND.match(behind)
    ):
        return "" if _CAMPUS.search(text, start, end) else "made"
    if before.endswith(("从", "由")) and _LEAVES.match(behind):
        return "at"
    if before.endswith(("到", "赴", "来", "去", "往")) and _DONE_THERE.match(behind):
        return "to"
    if _FOR.search(before) and _BUILT_FOR.match(behind):
        return "to"
    if before.endswith("从") and _HEARD.match(behind):
        return "office"
    if away := _AWAY_BEFORE.search(before):
        if away[0].strip("“ ") in ("与", "和", "同", "跟"):
            return "away" if _TOGETHER.search(text, end, end + 40) else ""
        if away[0].strip("“ 了") in ("到", "赴"):
            return "to" if sort in ("site", "road", "land") else "away"
        return "away"
    return "office" if sort in ("town", "city", "province") and _OFFICE.match(behind) else ""
