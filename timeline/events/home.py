"""Where an article is set: the institution or the town that it is about, by the places that it names.

>>> home_of("云溪县文化馆9月20日开馆，云溪县志愿者到场。")
'云溪'
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from timeline import regex as re
from timeline.events.baretowns import (
    NO_TOWN,
    begun_with_town,
    head_town,
    houses_towns,
    sent_from,
    served_town,
    things_towns,
    told_bare,
    told_once,
    works_town,
)
from timeline.events.elsewhere import aided, is_in_passing, plays_away
from timeline.events.gazetteer import CITY, PROVINCE
from timeline.events.institution import LEAD, institution
from timeline.events.landmark import landmark_alone, landmark_of, route_of
from timeline.events.ownunits import own_units
from timeline.events.placenames import PlaceName, names_in
from timeline.events.placewords import is_name
from timeline.events.routes import lines_ends
from timeline.events.townunits import FINENESS, units_of

_HAN = "\u4e00-\u9fff"
#: So many of a text's towns are counted in it.
_TRIED = 12
#: A team's town is named far more often than the one that it plays in.
_TEAMS = re.compile("主场|客场")
#: Where somebody comes from is not where the page is set.
_BORN = ("出生在", "出生于", "生于")
#: Words by which an article speaks of the town that its page is of.
_LOCAL = re.compile(
    own_units("市县区旗镇州", "队|公司|院|馆|台|校").pattern + "|[市县]区|城区|老城|交警|本地|当地|立法会"
)
#: The same of the unit that the page is of: 全区, 县财政局, 镇里, 区法院, 从县医院; and of its village.
_LEVEL = own_units(
    "市县区旗镇乡州",
    "队|公司|院|馆|场|园|台|校|所|站|厅|联|指|[一二三四]?[中小]",
    "政协|府|务会议|长|内",
    "由在从经到据向及和与的把",
)
_OWN_VILLAGE = re.compile(
    rf"[全我本]村|(?:(?<![{_HAN}])|(?<=[由在从经到据的把]))村(?=“?两委|党支部|小学|集体|文化|卫生室|委[会大]|祠堂|[东西南北]头)"
)
#: The village that a page is of, where it speaks of no city or county.
_VILLAGE = re.compile(f"(?<![{_HAN}])村里")
#: So many times as often as a town with its unit another is named that is told without.
_OFTENER = 2
#: How much a page's own unit says for a town of that unit.
_MEANT = 2


def home_of(text: str, names: Sequence[PlaceName] | None = None, sent: str = "") -> str:
    """The place that an article is set in, "" where it names none: its institution, else its town without 市 or 县.

    ``names`` are those that ``names_in(text)`` gives, where they are known; ``sent`` is the town that a byline says it was
    sent from, where that is no part of the text.
    """
    known = names_in(text) if names is None else names
    found = _set_in(text, known, sent)
    return "" if plays_away(text, found) or is_in_passing(text, found) else found


def _set_in(text: str, known: Sequence[PlaceName], sent: str) -> str:
    here = [place for place in known if place.role != "away"]
    house = institution(text, here)
    session = _SESSION.search(text, 0, LEAD) is not None
    whole = len(_WHOLE.findall(text)) >= _OFTENER and text.count(house) < _OFTENER  # told in passing
    town = _town(text, known, sent or sent_from(text))
    mark = landmark_of(text, here, text.count(town)) if town and not (whole or session) else ""
    if mark and not (house and house in mark):
        return mark
    if house and house[0] not in "市县区镇" and not whole:
        return house
    if house and whole and town:
        return town
    if house and not (town and _WHOLE.search(text)):  # a page that speaks of its whole county is set in no house of it
        return f"{town}{house}" if town and f"{town}{house[0]}" in text else house
    if town:
        return town
    way = (
        ""
        if session or _is_provincial(text)
        else landmark_of(text, here, 0) or landmark_alone(text, here) or route_of(text)
    )
    return way or begun_with_town(known)


_WHOLE = re.compile("全[市县区镇]")
#: A council's session, whatever works its members went to see.
_SESSION = re.compile("人大常委会[^，。]{0,8}(?:会议|主任)|政协[^，。]{0,10}会议|(?:市|县|区)?(?:政府|委)常务?委?会")


#: More counties than these, beside 全市, are all those of the page's city.
_FEW = 2
#: A page of a province speaks of it so often, and of none of its many towns more than this part of the time.
_TWICE, _SHARE = 2, 0.4
#: How much it says for a town that the report is sent from there.
_SENT = 3
#: Words by which a page speaks of its province.
_OF_PROVINCE = re.compile(
    r"(?<!代表)全省(?![首第唯最率前平优先十]|[\u4e00-\u9fff]{0,10}?(?:赛|[会汇]演))|[我本]省|(?<![\u4e00-\u9fff])(?:由|经|报|据|在|向|从)?省(?=政府|人大|政协|委|高[级院]|检察|法院|[\u4e00-\u9fff]{1,6}(?:局|厅|委|办)|里(?!程))"
)
#: The same of an autonomous region, and of it beside that: 全区 is no district's.
_OF_REGION = re.compile(rf"(?<![{_HAN}])自治区(?=政府|人大|政协|党委|[{_HAN}]{{1,8}}?(?:局|厅|委|办|社|部))")
_WHOLE_REGION = re.compile("[全我]区(?!域)")
#: A rule or plan begins with the town that it is of.
_OF_RULES = re.compile(rf"《([{_HAN}]{{2,3}}?)(市|县|区|镇|乡)(?=[^《》]{{4,40}}》)")


@dataclass(frozen=True, slots=True)
class _Told:
    """The towns that a text names, by their names without unit: how often as its own and as others', how fine, by which
    units; and how often it speaks of its own city, county or village."""

    own: Counter[str] = field(default_factory=Counter)
    away: Counter[str] = field(default_factory=Counter)
    fineness: dict[str, int] = field(default_factory=dict)
    units: dict[str, set[str]] = field(default_factory=dict)
    meant: Counter[str] = field(default_factory=Counter)

    def add(self, stem: str, fine: int, unit: str, *, away: bool = False) -> None:
        """Counts a town once more."""
        self.units.setdefault(stem, set()).add(unit)
        (self.away if away else self.own)[stem] += 1
        if not away:
            self.fineness.setdefault(stem, fine)


def _told(text: str, known: Sequence[PlaceName]) -> _Told:
    """What a text says of towns by their full names, and by 全市 and 县里."""
    told = _Told(meant=Counter(match[0][-1] for own in (_LEVEL, _OWN_VILLAGE) for match in own.finditer(text)))
    if "自治区" in text and _OF_REGION.search(text):
        del told.meant["区"]
    if not (told.meant["市"] or told.meant["县"] or told.meant["区"]):
        told.meant["村"] += len(_VILLAGE.findall(text))
    for place in known:
        away = (
            (place.role == "away" and not _NATIVE.match(text, place.end))
            or text[place.start - 1 : place.start] == "赴"
            or text.endswith(_BORN, 0, place.start)
        )
        for stem, fine, unit in units_of(place):
            told.add(stem, fine, unit, away=away)
    for stem, times in houses_towns(known).items():
        if stem not in told.units:
            told.own[stem], told.fineness[stem], told.units[stem] = times, 0, {"市"}
    for title in _OF_RULES.finditer(text):  # 《云溪县城市管理办法》 is a rule of its town
        if is_name(title[1], title[2], "town"):
            told.add(title[1], FINENESS[title[2]], title[2])
    for stem in told.away.keys() - told.own.keys():
        own = next((unit for unit in told.units[stem] if told.meant[unit] > 1), "")
        if own and sum(own in those for other, those in told.units.items() if not CITY.fullmatch(other)) == 1:
            told.own[stem] = told.away.pop(
                stem
            )  # 回到云溪县, where no other county is named and the page speaks of its own
            told.fineness[stem] = FINENESS[own]
    return told


def _scores(text: str, told: _Told, sent: str) -> dict[str, int]:
    """How much a text sent from somewhere says for each town as the one that it is set in; a real name also stands without its unit."""
    often = (stem for stem, _ in told.own.most_common(_TRIED) if told.fineness[stem] >= 0)
    scores = {stem: text.count(stem) - told.away[stem] for stem in often}
    scores = {stem: score for stem, score in scores.items() if score > 0}
    ends = Counter(lines_ends(text))
    for stem in ends if len(scores) > 1 else ():
        if stem in scores:
            scores[stem] = max(1, scores[stem] - ends[stem])
    if told.meant["市"] > 1 and not any("市" in told.units[stem] for stem in scores):
        counties = [stem for stem in scores if told.units[stem] <= {"县", "旗", "区"}]
        districts = len(counties) == _FEW and all(told.units[stem] == {"区"} for stem in counties)
        for stem in counties if len(counties) > _FEW or districts else ():
            del scores[stem]  # 全市 on a page that goes through its counties: it is of none of them
    for stem, weight in aided(text, scores).items():
        scores[stem] += weight
    for stem in scores:
        scores[stem] += _MEANT * max((told.meant[unit] for unit in told.units[stem]), default=0)
    # what the page calls its city or county and names with no such unit it names bare
    fine = [stem for stem in scores if told.fineness[stem]]
    served = {unit for stem in fine for unit in told.units[stem]}
    own = _MEANT * max((times for unit, times in told.meant.items() if unit not in served), default=0)
    least = _OFTENER * max((scores[stem] for stem in fine), default=0)
    own_city = own and told.meant["市"] > 1 and "市" not in served  # 霁川水务提醒, beside two counties of 全市
    bare = told_bare(text) | ({} if fine and not own_city and not _TEAMS.search(text) else things_towns(text))
    scores |= {
        name: times - told.away[name] + own
        for name, times in bare.items()
        if name not in told.fineness
        and (own or times - (ends[name] if scores else 0) >= least)
        and not (told.meant["市"] and any(f"{stem}{name}" in text for stem in scores))
    }
    once = "" if scores and not own else told_once(text)
    if once and once not in told.fineness and once not in scores:
        scores[once] = 1 + own
    if not (bare or once or sent):  # 全市, where only a county and its villages are named: the page is of no village
        served |= {
            "市" for stem in scores if not told.fineness.get(stem, 1) and told.own[stem] > 1
        }  # 绍兴, by its short name
        wide = _MEANT * max((told.meant[unit] for unit in "市县区" if unit not in served), default=0)
        scores |= {stem: scores[stem] + wide for stem in fine if told.fineness[stem] < FINENESS["镇"]}
    for signed in {sent, signed_by_town(text) or served_town(text)} - {""}:
        scores[signed] = scores.get(signed, 0) + _SENT
    works = "" if any(told.fineness.get(stem, 1) for stem in scores) else works_town(text)
    if works and all(text.find(works) < text.find(stem) for stem in scores):  # a city told later is where it goes to
        scores[works] = scores.get(works, 0) + _SENT
    return scores


_NEAR_END = 60
#: Who signs a notice, in a line of its own at its end.
_SIGNATURE = re.compile(
    rf"\n\s*([{_HAN}]{{2,3}}?)([市县区旗镇乡])[{_HAN}（）()]{{3,24}}(?=\s*(?:[0-9〇○零一二三四五六七八九十年月日\s]*)\Z)"
)
#: The same of the bank or the works of a town, which needs no unit in front.
_OWN_WORKS = re.compile(
    rf"\n\s*(?:国网)?([{_HAN}]{{2,3}}?)(?:农村商业银行|农商银行|农商行|村镇银行|农村信用|供电|供水|自来水|水务|燃气|热力|公交|轨道|地铁|港务|公积金)[{_HAN}（）()]{{0,14}}(?=\s*(?:[0-9〇○零一二三四五六七八九十年月日\s]*)\Z)"
)


def signed_by_town(text: str) -> str:
    """The town of the office or the works that signs a notice; or "".

    >>> signed_by_town("柳岭街道12日停水。" + chr(10) + "云溪市自来水有限公司" + chr(10) + "2020年12月8日")
    '云溪'
    """
    signed = _SIGNATURE.search(text, max(0, len(text) - _NEAR_END))
    if signed and is_name(signed[1], signed[2], "town"):
        return signed[1]
    owns = _OWN_WORKS.search(text, max(0, len(text) - _NEAR_END))
    return owns[1] if owns and owns[1] not in NO_TOWN else ""


def _is_provincial(text: str, told: Mapping[str, int] | None = None, best: int = 0) -> bool:
    """Whether a page speaks of its province twice, and so often as the town that it says most for says it is its own; or
    goes through many towns, none of which it tells of as often as of all the others."""
    if "自治区" not in text and "省" not in text:
        return False
    region = len(_OF_REGION.findall(text))
    spoken = len(_OF_PROVINCE.findall(text)) + (region + len(_WHOLE_REGION.findall(text)) if region else 0)
    if spoken < _TWICE:
        return False
    times = [text.count(stem) for stem, own in (told or {}).items() if own > 0]
    return spoken >= best or (len(times) > _FEW and max(times) <= _SHARE * sum(times))


def town_told(text: str, known: Sequence[PlaceName]) -> str:
    """The town that a text speaks of most, whatever house it is set in; or ""."""
    return _town(text, known, sent_from(text))


def _town(text: str, known: Sequence[PlaceName], sent: str) -> str:
    """The town that a text says most for, of those alike the finest; else that of a thing's name; else the province."""
    told = _told(text, known)
    scores = _scores(text, told, sent)
    best = max(scores.values(), default=0)
    if scores and _is_provincial(text, told.own, best):
        found = PROVINCE.search(text)  # towns are named less often than the page speaks of the whole province
        return found[0] if found else ""
    if scores:
        alike = sorted((stem for stem in scores if scores[stem] == best), key=text.find)
        finest = 1 if best == 1 else max(FINENESS.values())  # of towns told once the first is the page's
        return max(alike, key=lambda stem: min(told.fineness.get(stem, 0), finest))
    provinces = Counter(m[0] for m in PROVINCE.finditer(text) if _is_own_province(text, m))
    return head_town(text) or (provinces.most_common(1)[0][0] if provinces else "")


def _is_own_province(text: str, named: re.Match[str]) -> bool:
    """Whether a province is not one that somebody goes to or is from: 由山西人创办."""
    return text[named.start() - 1 : named.start()] not in _GOES and _FROM_THERE.match(text, named.end()) is None


_FROM_THERE = re.compile("[人籍客]|商人|老乡")
#: 他是云溪县人: a page on somebody is of where they are from, where it names no other town.
_NATIVE = re.compile("人(?=[，。、；])")
_GOES = ("往", "到", "赴", "至", "抵")


@lru_cache(maxsize=8)
def town_of(page: str) -> str:
    """The town that a page of several articles is of, by what they all name; "" where none is."""
    return home_of(page)


def speaks_of_its_town(text: str) -> bool:
    """Whether an article means a town that it need not name: 全市, 市博物馆, 老城区."""
    return bool(_LOCAL.search(text))
