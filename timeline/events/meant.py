"""Titles that begin with a word which only points, with what it means on their page: 该馆, 他, 办法, 镇里, 我们.

>>> from timeline.events.sentences import split
>>> from timeline.timex import tag
>>> text = "《渡口市停车办法》已公布。办法6月1日施行，镇里印了册子。"
>>> page = Page(text, split(text), tag(text), None, "望湖镇渡口开通")
>>> by_name("办法施行", page, 13), by_name("镇里印册子", page, 22)
('《渡口市停车办法》施行', '望湖镇印册子')
"""

from __future__ import annotations

from timeline import regex as re
from timeline.events.fitting import LONGEST, fit
from timeline.events.owners import signed_by
from timeline.events.page import Page
from timeline.events.persons import kin_of, name_in, person_last
from timeline.events.subjects import POINTING, head_of

_HAN = "\u4e00-\u9fff"
_POINTERS = frozenset("该本我")
_PRONOUN = re.compile("[他她](?!们)")
_AGED = re.compile("^[0-9]{1,3}岁的(?P<who>[他她])(?!们)")
#: 聘请他担任教师, 把她送到县里, 把他的手艺列入名录.
_OBJECT = re.compile("(?<=.{2})(?<![其吉])[他她](?!们|人|国|乡|[日处年]|的)|(?<=.[把将])[他她](?=的)")
#: 3号线: of which town's underground.
_LINE = re.compile("(?P<line>(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})号线)(?!重叠|沿线|并行|换乘|接驳|共线)")
_THIS = re.compile("^(?:本[届次]?|该|这[届次个场])(?=..)")
_THIS_ONE = re.compile("这[所家座支](?=..)")
_ITSELF = re.compile(
    r"(?:[该本]|我(?=[^，]{1,2}[^对]))(?:馆|院|校(?!对)|(?:公司|集团|中心|[局社厂])(?!对[^，]{2,}(?:[停断][水电气暖]|封闭|限行)$)|会(?![议展场所员])|行(?![业动为政]))|本[县镇乡](?![土里])|该(?:餐馆|饭店|酒楼|超市|工厂|景区|小区|商场|医院|幼儿园|[县镇乡港]|市(?![场民])|区(?![域间])|村(?!民)|行(?![业动为政])|会(?![议展员])|社(?![区团会])|站(?!点)|店(?!铺)|园(?!区)|台(?!风)|队(?!员))"
)
#: A rule by its kind alone, and kinds that any rule is.
_RULE = re.compile(
    r"(?:新版?|[该本])?(?P<kind>办法|条例|规定|细则|意见|方案|规划|政策|新规|标准|措施|草案|章程|规程|规则|法规)(?=[于自经从将在获通开正已起施实生有试届期延印发公出表提首]|$)"
)
#: 《决定》施行: a rule by its kind in marks.
_SHORT = re.compile("《(?P<kind>决定|条例|办法|规定|意见|方案|规划|细则|通知|措施|计划|指南|标准|规则|章程)》")
_BANK = re.compile(rf"[{_HAN}]{{3,14}}?行(?=关于|[发启推举开召联停暂])")
#: 该案开庭: of the case that is called by a name in marks.
_CASE = re.compile(rf"“[^“”]{{2,14}}”[{_HAN}]{{0,10}}?案(?!件)")
_PARK = re.compile("(?:园区|该?开发区|经开区|高新区)(?![内里企产外周建])")
_PARK_NAME = re.compile(
    rf"(?:(?![的在与和及])[{_HAN}]){{2,6}}?(?:经开区|高新区|开发区|产业园|工业园|保税区|科技园|新区)"
)
_ANY_RULE = frozenset(["政策", "新规", "措施", "草案", "法规"])
#: A town's own government or people, by what they call it.
_TOWN = re.compile(
    r"(?P<level>[省市区县镇乡村])(?:(?P<office>(?:政府|委)(?!办|会|书记)|里(?!面|巷|弄)|上(?!面|级|市)))"
)
#: 双方, 两地: the two that were told last to do something with each other.
_BOTH = re.compile("(?:双方|两(?P<what>[地校院县市镇村企馆]))(?=.{3})(?![均都]?[的各])")
_SIDES = re.compile(
    rf"(?:^|(?<=[，。；：\s]))((?:(?![与和同在将的])[{_HAN}]){{2,12}}[与和同](?:(?![与和同在将的签]|达成|结[对为]|共建|合[作办]|携手|联[合手]|会谈)[{_HAN}]){{2,12}})(?=(?:在[^，。；]{{2,10}})?(?:签约|签署|签订|共建|合作|结对|结为|达成|携手|联合|联手|合办|会谈))"
)
_ANY = re.compile(".*")
_ARE = {
    "地": re.compile("[^与和同]{2,3}[省市县区镇]?[与和同](?:.{2,3}|.{2,4}[省市县区镇])"),
    "校": re.compile("[^与和同]+(?:学|校|院|中)[与和同].+(?:学|校|院|中)"),
    **{unit: re.compile(f"[^与和同]+{unit}[与和同].+{unit}") for unit in "县市镇村馆院"},
}
#: 影片杀青: of which one the page is.
_FILM = re.compile("(?:该|这部)?(?:影片|剧集|专辑|剧目)(?=.{2})(?![节院展票市局馆周厂人频院《])")
_TITLED = re.compile("《[^《》]{2,20}》(?!的?(?:办法|条例|通知|意见|规定))")
#: 署方公布: the office or house that the page is of.
_SIDE = re.compile("(?P<kind>[署局院馆校园厂店社])方(?=.{2})(?![圆案法便式])")
_OFFICES = re.compile(rf"(?:^|(?<=[，。；：\n）\s]))([{_HAN}]{{2,10}}?[署局厅处])(?=[：公宣表发指提昨今将于])")
_HERE = re.compile("(?:这里|这儿|此地)(?=.{3})(?!的)")
_TEAM = re.compile("(?:该队|球队|全队|队伍)(?=.{2})(?!员)")
_TEAMS = re.compile(
    rf"(?:^|(?<=[，。；：、\s]))((?!执教|率领|带领|加盟|效力|预备|替补|青年)(?:(?![的在与和对迎])[{_HAN}]){{1,5}}?(?:[男女][足篮排]|[足篮排]球队|队|FC|(?:足球|篮球|排球)?俱乐部))(?![员伍长友服]|[{_HAN}]{{0,6}}(?:赛|杯))"
)
_ROAD = re.compile("(?:道路|该路段|路段|桥面|车道)(?=恢复|双向|全线|封闭|解除|重新|临时)")
_ROADS = re.compile("(?:高速|大道|隧道|桥|枢纽|公路|路|街|立交|匝道)$")
#: Who speaks of 我们.
_WE = re.compile("(?:我们|咱们|我(?![市县区省国们校院厂公局中单社行馆会司]))")
_SPOKE = r"(?:说|笑言|笑道|表示|介绍|告诉|坦言|透露|回忆|直言|称)"
_OFFICE = r"(?:副?总经理|副?总裁|董事长|董事会秘书|负责人|创始人|(?:副?[厂院校馆场社站店园]|理事)长|首席执行官|党支?部?委?书记|工程师|老板|主任)"
_BEHIND_SPEECH = re.compile(rf"”[，。]?(?P<who>[{_HAN}]{{1,24}}?)(?:笑着?|自豪地|感慨地|欣慰地)?{_SPOKE}")
_BEFORE_SPEECH = re.compile(rf"(?:^|[，。；\n])(?P<who>[{_HAN}]{{2,24}}?){_SPOKE}[^，。“]{{0,8}}[：:，]\s?“[^”]*\Z")
_OF_FIRM = re.compile(rf"(?P<firm>[{_HAN}]{{3,16}}?)(?:的)?{_OFFICE}(?P<name>[{_HAN}]{{2,3}})?")
#: 援藏队领队董某介绍说，自7月进藏…: who tells it does it.
_TELLS = re.compile(
    rf"(?:^|[，。；”\n])(?P<firm>[{_HAN}]{{2,18}}?(?:[队院馆校厂社]|民宿|客栈|农庄|农场|景区|园区|酒店|商会|协会|基地|公司|集团|中心|合作社|农机|机电|科技|实业|股份|食品|医药))(?:{_OFFICE}|领队|队长)(?P<name>[{_HAN}]{{2,3}}){_SPOKE}说?[，：,:]\s*\Z"
)
_FIRM = re.compile("(?:该)?(?:公司|企业|工厂|厂里)(?=.{2})")
_SPEAKS = re.compile(rf"(?:^|[”，。；\n]){_OF_FIRM.pattern}{_SPOKE}")
_OF_COUNTY = re.compile(
    rf"[{_HAN}]{{2,3}}[县市区](?P<name>[{_HAN}]{{2,6}}?(?:厂|公司|集团|合作社|农场|林场|剧团|民宿|酒店))"
)
_TWICE = re.compile("(?P<who>[^，他她“]{2,12})[他她](?![们的])(?=..)")
#: 县监委对其立案.
_ITS = re.compile("(?<=[对将])其(?=立案|采取|刑事|行政|批评|留置|执行|逮捕|抓获)")
_GIVES = re.compile("[把将给送请让教]")
_FAR, _NEAR = 240, 120


def by_name(title: str, page: Page, position: int) -> str:
    """A title told at ``position`` of the body, with the name of what its first word points at where the page tells it."""
    title = _AGED.sub(r"\g<who>", title)
    if kin := kin_of(title):
        title = title[title.index(kin) :]  # 她的儿子方小禾返乡
    head = title[0] if _PRONOUN.match(title) else head_of(title)
    if this := _THIS_ONE.match(title):
        head = this[0] + head_of(title[this.end() :])  # 这所乡村小学, whose name the page tells
    if title[:1] == "本" and _RULE.match(title):
        return title  # what a rule calls itself is its own name, wherever others stand
    if head and (whole := page.whole_name(_THIS.sub("", head), position)):
        title = fit(whole + title[len(head) :])
    elif head and (head in "他她" or POINTING.fullmatch(head)):
        name, rest = page.name_of(head, position), title[len(head) :]
        title = title if name in rest else fit(name + rest)  # 公司更名为青禾集团
    if "他" in title or "她" in title:
        title = _with_object(_told_twice(title), page, position)
    if "其" in title and (person := page.person(position)):
        title = _ITS.sub(person, title)
    if not _POINTERS.isdisjoint(title):
        title = _ITSELF.sub(lambda told: _itself(told[0], page, position), title)
    return _short(_pointed(title, page, position), page)


def _told_twice(title: str) -> str:
    """A title that names a person and goes on with 他 or 她, without that: 主教练方禾她退休."""
    pronoun = _TWICE.match(title)
    return pronoun["who"] + title[pronoun.end() :] if pronoun and name_in(pronoun["who"]) else title


def _with_object(title: str, page: Page, position: int) -> str:
    """A title that tells what was done to 他 or 她, with the name."""
    whom = _OBJECT.search(title)
    name = page.person(position) if whom else ""
    if (
        whom and name and title.startswith(name) and _GIVES.match(title, len(name))
    ):  # who gives 他 something is another one
        title, whom = title[len(name) :], _OBJECT.search(title[len(name) :])
    return title[: whom.start()] + name + title[whom.end() :] if whom and name and name not in title else title


def _itself(word: str, page: Page, position: int) -> str:
    """Whom 该院, 本馆 or 我公司 means; the word itself where the page does not tell."""
    if word.endswith("行"):
        bank = _BANK.match(page.headline)
        return bank[0] if bank else signed_by("行", page.text) or word
    pointing = f"该{word[1:]}"
    return word if (name := page.name_of(pointing, position)) == pointing else name


def _pointed(title: str, page: Page, position: int) -> str:
    """A title that begins with a rule's kind, a town's level, a road, a firm or 我们, with the name that is meant."""
    if (short := _SHORT.match(title)) and (rule_told := _rule(page, short["kind"], position)) != short[0]:
        return _put(title, short, rule_told)
    if title.startswith("该案") and (cases := _CASE.findall(page.text, 0, position)):
        return fit(cases[-1] + title[2:])
    if park := _PARK.match(title):
        park_named = _PARK_NAME.search(page.headline) or _PARK_NAME.search(page.text[:_FAR])
        return _put(title, park, park_named[0] if park_named else "")
    if (both := _BOTH.match(title)) and (sides := _SIDES.findall(page.blanked, 0, position)):
        return _put(title, both, sides[-1]) if _ARE.get(both["what"], _ANY).fullmatch(sides[-1]) else title
    if side := _SIDE.match(title):
        office = _itself(f"该{side['kind']}", page, position)
        if office[0] == "该":
            offices = _OFFICES.findall(f"{page.headline}\n{page.text[:_FAR]}")
            office = next((name for name in offices if name.endswith(side["kind"])), "")
        return _put(title, side, office)
    if here := _HERE.match(title):
        return _put(title, here, page.home)
    if film := _FILM.match(title):
        told = _TITLED.findall(page.headline) or _TITLED.findall(page.text, 0, position)
        return _put(title, film, told[0] if told else "")
    if (team := _TEAM.match(title)) and (teams := _TEAMS.findall(f"{page.headline}\n{page.blanked[:position]}")):
        return _put(title, team, teams[-1])
    if rule := _RULE.match(title):
        return _put(title, rule, _rule(page, rule["kind"], position))
    if town := _TOWN.match(title):
        home = page.home if page.home.endswith(town["level"]) else f"{page.home}{town['level']}"
        if not page.home or not (home == page.home or home in page.text or home in page.headline):
            home = _unit_before(page, town["level"], position) if town["level"] in "镇乡村" else ""
        own = town["office"] if town["office"] in ("政府", "委") else ""
        return _put(title, town, f"{home}{own}" if home else "")
    if line := _LINE.match(title):
        town_line = re.search(
            rf"[{_HAN}]{{2,4}}?(?:市)?(?:地铁|轨道交通|轻轨){line['line']}", f"{page.headline}\n{page.text[:_FAR]}"
        )
        return _put(title, line, town_line[0] if town_line else "")
    if road := _ROAD.match(title):
        named = page.works_before(position)
        return _put(title, road, named if _ROADS.search(named) else "")
    if (we := _WE.match(title)) and not title.endswith("出生"):  # that tells an age
        alone = we[0] == "我"
        return _put(title, we, speaker(page, position, alone=alone) or (page.narrator if alone else page.owner))
    if firm := _FIRM.match(title):
        told = list(_SPEAKS.finditer(page.text, max(0, position - _NEAR), position))
        return _put(title, firm, _cut(told[-1]["firm"]) if told else page.firm)
    return title


def _unit_before(page: Page, level: str, position: int) -> str:
    """The village or township that is named last before ``position``, where its page names no other; or ""."""
    units = [place for place in page.cast.places if place.sort == "town" and place.name.endswith(level)]
    names = {place.name.rpartition("县")[2].rpartition("镇")[2] or place.name for place in units}
    return names.pop() if len(names) == 1 and units[0].start < position else ""


def _short(title: str, page: Page) -> str:
    """A title that begins with a works' name, without its county's where the page calls it so: 云溪县青箬茶厂 is 青箬茶厂."""
    named = _OF_COUNTY.match(title)
    if named is None:
        return title
    whole, short = named[0], named["name"]
    return title[named.start("name") :] if page.text.count(short) > page.text.count(whole) else title


def _put(title: str, word: re.Match[str], name: str) -> str:
    whole = name + title[word.end() :]
    return fit(whole) if name and name not in title[word.end() :] and len(whole) <= LONGEST + 6 else title


def _rule(page: Page, kind: str, position: int) -> str:
    """The rule of a kind that is named last before ``position``; of any kind for 政策 and 新规; or ""."""
    if kind in _ANY_RULE:
        return page.rule_before(position)
    named = [name for at, name in page.cast.named if name.startswith("《") and at - page.shift <= position]
    return next((name for name in reversed(named) if kind in name[-10:]), "")


def speaker(page: Page, position: int, *, alone: bool = False) -> str:
    """The firm whose speech holds ``position``, else the person, who is asked for where ``alone``; "" where none is told.

    >>> text = "“我们去年投产。”渡口机电总经理方小禾说。"
    >>> page = Page(text, [], [], None, "")
    >>> speaker(page, 3), speaker(page, 3, alone=True)
    ('渡口机电', '方小禾')
    """
    text = page.text
    if not alone and (tells := _TELLS.search(text, max(0, position - 60), position)):
        return _cut(tells["firm"])
    opened = text.rfind("“", max(0, position - _FAR), position + 1)
    closed = text.find("”", opened + 1, position + _FAR) if opened >= 0 else -1
    if closed < position:
        return ""
    said = _BEHIND_SPEECH.match(text, closed) or _BEFORE_SPEECH.search(text, max(0, opened - 40), position)
    if said is None:
        return ""
    firm = _OF_FIRM.fullmatch(said["who"])
    if firm and not alone:
        return _cut(firm["firm"])
    return (
        page.person(position)
        if said["who"] in "他她"
        else name_in(said["who"]) or person_last(said["who"], page.people)
    )


def _cut(firm: str) -> str:
    """A firm's name without what stands in front of it: 作为渡口机电 is 渡口机电."""
    return re.sub(r".*(?:[的在是为与和]|记者|获悉)", "", firm)
