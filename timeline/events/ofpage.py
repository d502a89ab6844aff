"""What a title lacks and its page is of: the works, the show, the recruitment that the headline names.

>>> from timeline.pipeline import extract
>>> text = "渡口山索道国庆前恢复\\n渡口山索道9月30日恢复运营。索道5月招标，首批缆车6月到货。"
>>> [event.title for event in extract(text, "2025-09-28").events][:2]
['渡口山索道招标', '渡口山索道首批缆车到货']
"""

from __future__ import annotations

from functools import cached_property

from timeline import regex as re
from timeline.events.attach import Statement
from timeline.events.fitting import LONGEST
from timeline.events.forms import announced
from timeline.events.institution import FEATURE
from timeline.events.owners import name_ending
from timeline.events.page import Page
from timeline.events.pagename import BUILT, THING, is_name, is_of_all, is_thing, named_in
from timeline.events.persons import name_in, roled_first
from timeline.events.soundness import lacks_subject
from timeline.events.subjects import head_of, own_head
from timeline.events.wholes import Wholes, is_part
from timeline.events.words import VERBS

_HAN = "\u4e00-\u9fff"
#: What is told of a part and never of all: the first of several, a ticket, a rehearsal, a stage of works.
_PART = re.compile(
    "(?:首|末|前[两三四五]|第[一二三四五六七八九十0-9]+|最后一?|[一二三四五]期)(?:[段期批轮站场艘台架列条座家根片块节幅榀孔箱件阶集炉缸仓班趟船车罐]|工程|项目|(?=[开投建完竣启全封交]))|"
    "主体(?:结构|工程|施工)?(?=[封完建竣开动落])|(?:初步|施工图|方案)设计|可研|可行性研究|环评|勘察|(?:主场|客场|首场|末场)?(?:门票|球票)|套票|联票|船票|车票|预售票|早鸟票|余票|(?:预订|预购|早鸟|购票)(?:可?享|打|优惠|[0-9一二三四五六七八九.]+折)|首演|截稿|征稿|(?:带妆|带机)?彩排|联排|节目|预售|点映|首映礼?|路演|公映|杀青|(?:空载)?试运行|初期运营|首通段|[东南西北]延[段线]|(?:票价)?听证会|汇报演出|录像|油饰|布展|试车|桩基|设备(?=到货|进场|安装|调试|采购)|"
    "(?:名单|成绩|结果|奖[牌杯金品])|老工艺|新工艺|旧[牌址]|新[牌址]"
)
#: 二、初审：社区收到材料后，4月15日前完成: the label tells the stage.
_STAGE = re.compile(
    r"\s*(?:[（(]?[一二三四五六七八九十0-9]{1,2}[）)]?[、.．\s])?\s*(?P<stage>(?:材料|资格|社区|街道|专家)?(?:初审|复审|审核|评审|公示|拨付|发放|兑付|核验|验收|答辩|领取|悬挂|摇号|选房|签约|体检|政审|考察|聘用))(?:时间|日期)?[：:]"
)
_OF_YEAR, _ASKED = re.compile("^[0-9]{4}(?:年度?)?"), re.compile("(?:申报|申请|报名|招募|登记)(?:工作)?$")
#: 分数线公布: of which examination.
_EXAM = re.compile(
    "[高中]考(?![场点古察虑核勤])|考研|自考|专升本|研究生(?:招生)?考试|公务员考试|教师资格考试|学业水平考试"
)
_OF_EXAM = re.compile(
    "[初复]试|个别科目|分数线|查分|评卷|阅卷|(?:征集)?志愿|填报|录取|投档|统考|[^，]{2,4}类统考|成绩|准考证|申请复核|复核|结果|体检|报名|缴费"
)
_PHASE, _PHASED = re.compile("[一二三四五]期"), re.compile("[一二三四五]期(?:工程|项目|厂房|厂区|产线)?$")
#: 首届比赛举办: of the contest that the page is of.
_EDITION = re.compile("(?P<which>首届|第[一二三四五六七八九十百0-9]+届|上一?届)(?:比赛|大赛|赛事|展览)(?=.{2})")
_NUMBERED = re.compile("^(?:首届|第[一二三四五六七八九十百0-9]+届)")
_TURNS = re.compile(f"开始|结束|招募|{VERBS}")
_RULE = re.compile("条例|办法|规定|意见|方案|细则")
#: Titles that leave out who has it done, or may do it, and not of what it is.
_BY_SOMEBODY = re.compile("[可逾对由为以在从向与因有按能已未仍仅不凭如]|免费|[^，]{2}[额量率]")
#: A word for a thing that says too little alone: 索道, 新馆, 一期码头.
_SHORT_NAME = re.compile(f"[{_HAN}]{{2}}|(?:[新老旧]|[一二三四五]期)[{_HAN}]{{1,2}}|[{_HAN}]{{2}}[班营赛展节季]")
_NO_FRONT = re.compile(
    f"{VERBS}|[从是于了把被将出给]|记者|(?<![{_HAN}]{{2}})首[个条趟座家]|[一二两三四五六七八九十0-9][个条座家项]"
)
#: 这条线获批: the one that the page is of.
_THIS = re.compile(f"这[条座家所台架部艘口眼间个处项支](?P<what>[{_HAN}]{{1,3}}?)(?={VERBS}|将|已|全[长程])")
#: 首艘下水: of what, the clause that counts them tells.
_ONE_OF = re.compile(
    f"(?:首|第[一二三四五])(?P<measure>[批艘台架列条座栋辆套件家株头匹口])(?=将|已|(?!新建|在建|扩建|改建)(?:{VERBS}))|"
    f"(?:[首末前]批|第[一二三四五]批|剩[余下]|其余|余下)(?:的)?[0-9]+(?P<some>[部艘台架列条座栋辆套株户处跨榀]|公里)(?=将|已|预计|[全陆架]|{VERBS})"
)
#: What has a name of its own.
_NAMED = re.compile(
    "^(?:全[城市县区镇乡村省国]|中小学)|[：“《「A-Za-z]|[0-9]{3}|.[省市县区镇乡村](?![里委民长场区])|公司|集团|银行|大学|中学|小学|[0-9]+号线"
)
_OF_ONE = ("特展", "大展", "画展", "影展", "大赛", "联赛", "锦标赛", "奖")
_OCCASIONS = (
    "会",
    "展",
    "赛",
    "节",
    "季",
    "秀",
    "营",
    "班",
    "课",
    "讲座",
    "沙龙",
    "论坛",
    "巡游",
    "演出",
    "市集",
    "体验",
)
_COUNTED = re.compile("第|[一二三四五]期")
_PRONOUNS = frozenset("他她它")
_TELLS_LITTLE, _LONGEST_ACTOR, _WHOLE_NAME = 14, 8, 3
#: 项目立项: the building's own.
_OWN_WORKS = ("项目", "工程")
#: What a page calls a house or a band whose name it has told: 剧团赴京演出.
_HOUSE = re.compile("剧团|乐团|舞团|剧院|书店|书院|影院|酒店|协会|商会|景区|园区|车站|商场|茶厂|酒厂|瓷厂|民宿|农场")
_LEAST, _SHORT_HEAD, _OPENING = 4, 4, 200


class OfPage:
    """The matters of one page, put into the titles that lack them."""

    def __init__(self, page: Page, wholes: Wholes) -> None:
        self.page, self.wholes = page, wholes

    def title(self, title: str, statement: Statement) -> str:
        """A title that tells a part or leaves its subject out, with what it is of in front where that is known."""
        if not title:
            return title
        if stage := self._stage(statement):
            return stage
        if (exam := _EXAM.search(self.page.headline)) and _OF_EXAM.match(title) and not _EXAM.search(title):
            return _put(exam[0], title) or title
        short = len(title) < _LEAST and not _PART.match(title)
        if short and self.page.subject_clause(statement.number, statement.timex.start):
            return title
        head = head_of(title)
        if (one := _ONE_OF.match(title)) and (what := self._counted(one["measure"] or one["some"], statement)):
            title = f"{title[: one.end()]}{what}{title[one.end() :]}"
        if (this := _THIS.match(title)) and self.name.endswith(this["what"]):
            return _put(self.name, title[this.end() :]) or title
        if (edition := _EDITION.match(title)) and self.name.endswith(_OF_ONE):
            return _put(f"{edition['which']}{_NUMBERED.sub('', self.name)}", title[edition.end() :]) or title
        marked = self.name.rpartition("”")[2]
        if len(marked) > 1 and title.startswith(marked):
            return _put(self.name, title[len(marked) :]) or title
        if self.name.endswith(title[0]) and lacks_subject(title[1:]):
            return _put(self.name, title[1:]) or title  # 桥通车
        if (called := self._called(title)) and (len(title) < _LEAST + 3 or lacks_subject(title[len(called) :])):
            return _put(self.name, title[len(called) :]) or title
        if _SHORT_NAME.fullmatch(head) and (whole := self._whole(head, statement)):
            return _put(whole, title[len(head) :]) or title
        if is_part(title) and self.name.endswith(_OCCASIONS) and not _tells(self.name, title):
            return _put(self.name, title) or title
        part = bool(_PART.match(title)) and len(head) <= _SHORT_HEAD
        bare = not part and not head and lacks_subject(title) and not _BY_SOMEBODY.match(title)
        if part or bare:
            for name in self._names(statement):
                one_of = name.endswith("”") and _COUNTED.match(title)  # “土豆季” has no 二期
                if not _tells(name, title) and not one_of and (part or BUILT.search(name.rstrip("”"))):
                    return _put(name, title) or title
        return self._headed(title, head, statement)

    def _headed(self, title: str, head: str, statement: Statement) -> str:
        """A title of which nobody knows what it is of, behind what the headline of its short page is of."""
        name, page = self.name, self.page
        of_it = page.headline and len(page.text) < FEATURE and is_thing(name) and is_of_all(name, page.headline)
        if name == self.wholes.headed and not (name.endswith(_OF_ONE) and not title.endswith(_OCCASIONS)):
            return title  # what has a name of its own in a programme
        if (
            not of_it
            or not self._is_of(statement.sentence.paragraph)
            or not _LEAST <= len(title) <= _TELLS_LITTLE
            or len(head) > _LONGEST_ACTOR
        ):
            return title
        person = roled_first(title) or (name_in(head) if len(head) >= _WHOLE_NAME else "")
        own = bool(person) or title[0] in _PRONOUNS or bool(page.home and page.home in title)
        own = own or any(BUILT.search(head, 0, k) for k in range(_LEAST, len(head) + 1))  # works of another name
        own = own or any(place.name in title for place in page.places_in(statement.start, statement.end))
        if own or any(who in title for who in page.people) or _tells(page.headline, title) or _NAMED.search(title):
            return title
        if title[:2] in _OWN_WORKS and BUILT.search(name):
            return _put(name, title[2:]) or title
        pause = "" if _PART.match(title) else "："
        return _put(f"{name}{pause}", title) or title

    def _is_of(self, paragraph: int) -> bool:
        """Whether a paragraph goes on with what the page is of: it says so, or begins with nothing else that has a name."""
        page, name = self.page, self.name
        end = page.text.find("\n", paragraph)
        if announced(page.headline, only_notices=True):
            return True
        if not page.text[:paragraph].strip() or name[-2:] in page.text[paragraph : end if end >= 0 else None]:
            return True
        head = own_head(page.blanked[slice(*page.sentences[max(0, page.sentence_at(paragraph))].clauses[0])])
        return (
            len(head) <= _SHORT_HEAD
            or not is_name(head)
            or any(name[k : k + 2] in head for k in range(2, len(name) - 1))
        )

    def _stage(self, statement: Statement) -> str:
        """The stage that the label of a notice's line names, with what the notice is of: 二、初审：…… of a subsidy; or ""."""
        page, start = self.page, statement.sentence.paragraph
        label = _STAGE.match(page.text, start, statement.start + 1) if statement.sentence.start == start else None
        of = announced(page.headline, only_notices=True) if label else ""
        base = _ASKED.sub("", _OF_YEAR.sub("", of))
        return _put(base, label["stage"]) if label and base and label["stage"] not in base else ""

    def _called(self, title: str) -> str:
        """The end of the name of what the page is of, where a title begins with that alone: 索道空载试车; or ""."""
        name = self.name
        return next((name[-k:] for k in (3, 2) if len(name) > k + 1 and title.startswith(name[-k:])), "")

    def _whole(self, head: str, statement: Statement) -> str:
        """What a short word says that stands for a longer name of the page's: 索道, 口岸, 农会; or ""."""
        if _RULE.fullmatch(head):
            return ""
        for name in (self.name, self._begun(statement.sentence.paragraph, statement.timex.start, any_name=True)):
            if name.endswith(head) and len(name) > len(head) + 1:
                return name
        page = self.page
        if not (THING.search(head) or _HOUSE.fullmatch(head)):
            return ""
        named = name_ending(head, page.text[: min(_OPENING, statement.start)])
        known = is_thing(named) or head[0] == "古" or _HOUSE.fullmatch(head)  # 枫桥古镇 is a town as well
        return named if known and not _NO_FRONT.search(named[: -len(head)]) else ""

    def _counted(self, measure: str, statement: Statement) -> str:
        """What is counted by a measure in front of a statement, whose first is told: 换上两艘混能船，首艘…….; or ""."""
        start = max(statement.sentence.paragraph, statement.timex.start - _OPENING)
        counted = re.passing(
            f"(?:首|[0-9一二两三四五六七八九十百余多]){measure}(?P<what>(?![的{measure}])[{_HAN}]{{2,6}}?)"
            f"(?=[0-9一二两三四五六七八九十，。；、均都已全将]|开始|架[设好]|{VERBS})|(?P<more>(?:(?![批剩余其第首中的了再共更改])[{_HAN}]){{2,4}})[0-9]+[余多]?{measure}"
        )
        told = [
            found["what"] or found["more"]
            for found in counted.finditer(self.page.blanked, start, statement.timex.start)
        ]
        if told[1:] and told[-1][-2:] == told[-2][-2:]:
            return told[-1][-2:]  # 燃气管网386公里、供水管网271公里
        return told[-1] if told else ""

    def _names(self, statement: Statement) -> list[str]:
        """What a statement may be of: what its sentence speaks of, what its paragraph begins with, what the page is of."""
        paragraph, at = statement.sentence.paragraph, statement.timex.start
        heads = (own_head(self.page.blanked[slice(*clause)]) for clause in statement.sentence.clauses_before(at))
        before = (_OF_YEAR.sub("", head) for head in heads)  # 2026采茶节
        near = next((name for name in before if is_thing(name)), "") or self._begun(paragraph, at)
        of_all = self.page.headline and len(self.page.text) < FEATURE
        known = is_of_all(self.name, self.page.headline) if of_all else is_thing(self.name)
        told = (known or self.name.endswith("”")) and (of_all or self.name[-2:] in self.page.text[paragraph:at])
        return [name for name in (near, self.name if told else "") if name]

    def _begun(self, paragraph: int, before: int, *, any_name: bool = False) -> str:
        """The thing that the paragraph's first sentences begin with, in front of ``before``; or ""."""
        number = max(0, self.page.sentence_at(paragraph))
        for sentence in self.page.sentences[number : number + 2]:
            for start, end in sentence.clauses[:2]:
                if end > before:
                    return ""
                name = own_head(self.page.blanked[start:end]).rpartition("的")[2]
                if is_thing(name) or (any_name and is_name(name)):
                    return name
        return ""

    @cached_property
    def name(self) -> str:
        """What the headline names that the body goes on to tell of, else what the body begins with; or ""."""
        if named := self.wholes.headed or named_in(self.page.headline, self.page.text):
            return named
        begun = "" if self.page.is_chronicle else self._begun(0, len(self.page.text))
        return "" if _NUMBERED.match(begun) else begun


def _put(name: str, rest: str) -> str:
    if _PHASE.match(rest):
        name = _PHASED.sub("", name)  # 二期 and its 一期
    return f"{name}{rest}" if len(name) + len(rest) <= LONGEST else ""


def _tells(name: str, title: str) -> bool:
    """Whether a title says of what it is: it names the matter, a rule or a show."""
    pairs = (name[k : k + 2] for k in range(len(name) - 1))
    return any(mark in title for mark in "“《「") or any(pair in title and not _TURNS.match(pair) for pair in pairs)
