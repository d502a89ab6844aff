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
from timeline.events.persons import name_in, roled_first
from timeline.events.soundness import lacks_subject
from timeline.events.subjects import head_of, own_head
from timeline.events.wholes import Wholes
from timeline.events.words import VERBS

_HAN = "\u4e00-\u9fff"
_PARTS = re.compile("[：:，,！？!?。；—　 ]+")
#: A time at the end of what a headline begins with: 虹桥庙会下周.
_TIME_END = re.compile(
    "(?:[0-9]{4}年|[0-9]{1,2}月|[0-9]{1,2}日|[今明昨后前去]?[日天晚晨年]|[上下本]?个?[周月]|本?[周週][一二三四五六日末]|[春夏秋冬]季?|(?:国庆|春节|元旦|中秋|端午|五一|暑假|寒假|年[底初]|月[底末])[前后]?|即将|将|正式|终于|再|又|首次|全面|全线|提前)+$"
)
_TIME_IN = re.compile("[0-9]{1,2}[月日]|[今明昨后][天日晚晨年]|[上下本][周月]|[国春元中端][庆节旦秋午][前后期]")
#: 西潭古道的新与旧, 渡口水厂纪略: how a story is headed.
_STORY = re.compile(
    "的.*$|(?:大事记|纪略|纪事|纪实|始末|历程|变迁|往事|小史|[一二三四五六七八九十百0-9]+(?:周?年|载).*|进展|动态|日程|安排|时间表|须知|指南|攻略|问答|公告|通知|通告|启事|预告|招募|申请)+(?:[（(].*[）)])?$"
)
_NO_MATTER = re.compile(
    "(?:[省市县镇乡村州旗]|(?<![院校街园厂港])区)$|[局委办厅署院]$|政府$|公司$|集团$|警方$|法院$|部门$|[0-9]+[年月日号]?$|^(?:关于|全[市县省国]|[我本该]|这|那|一[座家条个]|[0-9])|[上下]半年|[季年]度|季报|资讯|新闻|消息|快讯|速递"
)
#: What is told of a part and never of all: the first of several, a ticket, a rehearsal, a stage of works.
_PART = re.compile(
    "(?:首|末|前[两三四五]|第[一二三四五六七八九十0-9]+|最后一?|[一二三四五]期)(?:[段期批轮站场艘台架列条座家根片块节幅榀孔箱件阶集炉缸仓班趟船车罐]|工程|项目|(?=[开投建完竣启全封交]))|"
    "主体(?:结构|工程|施工)?(?=[封完建竣开动落])|(?:初步|施工图|方案)设计|可研|可行性研究|环评|勘察|(?:主场|客场|首场|末场)?(?:门票|球票)|套票|联票|船票|车票|预售票|早鸟票|余票|首演|(?:带妆|带机)?彩排|联排|节目|预售|点映|首映礼?|路演|公映|杀青|(?:空载)?试运行|初期运营|首通段|[东南西北]延[段线]|(?:票价)?听证会|汇报演出|录像|油饰|布展|试车|桩基|设备(?=到货|进场|安装|调试|采购)|"
    "(?:名单|成绩|结果|奖[牌杯金品])|老工艺|新工艺|旧[牌址]|新[牌址]"
)
#: What is built or laid out, and what else has parts: a show, a scheme.
_BUILT = re.compile(
    "(?:[路桥道线港楼馆塔寺庙祠园厂渠坝碑轮舰闸窑井]|戏台|[^本该全]站|工程|项目|水库|码头|班列|专列|机场|口岸|市场|港区|厂区|泊位|街区|分会场|遗址|墓群|古[镇城村建])$"
)
_THING = re.compile(
    f"{_BUILT.pattern}|(?:[校院]区|剧|[^参完开停休弃退复备]赛|[^开参]展|节|[^春夏秋冬伏旱雨]季|营|班|会|周|补贴|消费券|贷款|条例|办法|选调|招聘|招募|招生|征集|申请|申报|评选|普查|改造|整治|扩建|修缮|祠堂|索道|公租房|保租房|人才房|租房|[”》」])$"
)
_WORK = re.compile("《[^《》]{2,12}》")
#: 青岩水库除险加固工程下闸: as far as the name of what has parts goes.
_NAME_OF_THING = re.compile(
    f".{{3,13}}(?:工程|项目|[大普][桥查]|隧道|水库|街区|分会场|祠堂|[校院]区|号线|铁路|公路|古道|戏台|索道|大楼|码头|市场|改造|整治|扩建|》|”)(?![{_HAN}]?[长员])"
)
_RULE = re.compile("条例|办法|规定|意见|方案|细则")
_NO_THING = re.compile(
    "(?:协会|学会|商会|工会|委员会|组委会|理事会|基金会|人代会|董事会|机会|社会|常委会|研究会|分会)$|[了时刚请]$|什么|怎么|如何|世纪|年代|分[两三四五2-9][轮批期]|^(?:[是把被]|面向|《.{1,4}》$)"
)
#: Titles that leave out who has it done, or may do it, and not of what it is.
_BY_SOMEBODY = re.compile("[可逾对由为以在从向与因有按能已未仍仅不凭如]|免费|[^，]{2}[额量率]")
#: A word for a thing that says too little alone: 索道, 新馆, 一期码头.
_SHORT_NAME = re.compile(f"[{_HAN}]{{2}}|(?:[新老旧]|[一二三四五]期)[{_HAN}]{{1,2}}|[{_HAN}]{{2}}[班营赛展节季]")
_NO_FRONT = re.compile(
    f"{VERBS}|[从是于了把被将]|记者|(?<![{_HAN}]{{2}})首[个条趟座家]|[一二两三四五六七八九十0-9][个条座家项]"
)
#: 这条线获批: the one that the page is of.
_THIS = re.compile(f"这[条座家所台架部艘口眼间个处项支](?P<what>[{_HAN}]{{1,3}}?)(?={VERBS}|将|已|全[长程])")
#: 首艘下水: of what, the clause that counts them tells.
_ONE_OF = re.compile(f"(?:首|第[一二三四五])(?P<measure>[艘台架列条座栋辆套件家株头匹口])(?=将|已|{VERBS})")
#: 梅坞村办起“村晚”, 两地共建内陆港: what a headline says is held or built.
_MEANT = re.compile(
    f"(?P<whole>“(?P<said>[^“”]{{2,8}})”(?:(?![开进走上下入出办在将获][{_HAN}])[{_HAN}]){{0,4}})|"
    f"(?:共建|建设|新建|启动|举办|推出|上线|修复|修缮|重修|开展|试行|试点|发放|招募|征集)(?P<what>[{_HAN}]{{3,12}})$"
)
#: What has a name of its own.
_NAMED = re.compile(
    "[：“《「A-Za-z]|[0-9]{3}|.[省市县区镇乡村](?![里委民长场区])|公司|集团|银行|大学|中学|小学|[0-9]+号线"
)
_TELLS_LITTLE, _LONGEST_ACTOR = 14, 5
_LEAST, _LONGEST_NAME, _SHORT_HEAD, _OPENING = 4, 14, 4, 200


class OfPage:
    """The matters of one page, put into the titles that lack them."""

    def __init__(self, page: Page, wholes: Wholes) -> None:
        self.page, self.wholes = page, wholes

    def title(self, title: str, statement: Statement) -> str:
        """A title that tells a part or leaves its subject out, with what it is of in front where that is known."""
        if not title:
            return title
        head = head_of(title)
        if (one := _ONE_OF.match(title)) and (what := self._counted(one["measure"], statement)):
            title = f"{title[: one.end()]}{what}{title[one.end() :]}"
        if (this := _THIS.match(title)) and self.name.endswith(this["what"]):
            return _put(self.name, title[this.end() :]) or title
        if (called := self._called(title)) and (len(title) < _LEAST + 3 or lacks_subject(title[len(called) :])):
            return _put(self.name, title[len(called) :]) or title
        if _SHORT_NAME.fullmatch(head) and (whole := self._whole(head, statement)):
            return _put(whole, title[len(head) :]) or title
        part = bool(_PART.match(title)) and len(head) <= _SHORT_HEAD
        bare = not part and not head and lacks_subject(title) and not _BY_SOMEBODY.match(title)
        if part or bare:
            for name in self._names(statement):
                if not _tells(name, title) and (part or _BUILT.search(name)):
                    return _put(name, title) or title
        return self._headed(title, head)

    def _headed(self, title: str, head: str) -> str:
        """A title of which nobody knows what it is of, behind what the headline of its short page is of."""
        name, page = self.name, self.page
        of_it = page.headline and _is_thing(name) and name != self.wholes.headed and len(page.text) < FEATURE
        if not of_it or not _LEAST <= len(title) <= _TELLS_LITTLE or len(head) > _LONGEST_ACTOR:
            return title
        own = (page.home and page.home in title) or name_in(head) or roled_first(title)
        if own or any(who in title for who in page.people) or _tells(page.headline, title) or _NAMED.search(title):
            return title
        pause = "" if lacks_subject(title) or _PART.match(title) else "："
        return _put(f"{name}{pause}", title) or title

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
        if not _THING.search(head):
            return ""
        named = name_ending(head, page.text[: min(_OPENING, statement.start)])
        return named if _is_thing(named) and not _NO_FRONT.search(named[: -len(head)]) else ""

    def _counted(self, measure: str, statement: Statement) -> str:
        """What is counted by a measure in front of a statement, whose first is told: 换上两艘混能船，首艘…….; or ""."""
        start = max(statement.sentence.paragraph, statement.timex.start - _OPENING)
        counted = re.passing(
            f"[0-9一二两三四五六七八九十百余多]{measure}(?P<what>(?![的{measure}])[{_HAN}]{{2,6}}?)(?=[，。；、])"
        )
        return next(
            (
                found["what"]
                for found in reversed(list(counted.finditer(self.page.blanked, start, statement.timex.start)))
            ),
            "",
        )

    def _names(self, statement: Statement) -> list[str]:
        """What a statement may be of: what its sentence speaks of, what its paragraph begins with, what the page is of."""
        paragraph, at = statement.sentence.paragraph, statement.timex.start
        before = (own_head(self.page.blanked[slice(*clause)]) for clause in statement.sentence.clauses_before(at))
        near = next((name for name in before if _is_thing(name)), "") or self._begun(paragraph, at)
        of_all = self.page.headline and len(self.page.text) < FEATURE
        told = _is_thing(self.name) and (of_all or self.name[-2:] in self.page.text[paragraph:at])
        return [name for name in (near, self.name if told else "") if name]

    def _begun(self, paragraph: int, before: int, *, any_name: bool = False) -> str:
        """The thing that the paragraph's first sentences begin with, in front of ``before``; or ""."""
        number = max(0, self.page.sentence_at(paragraph))
        for sentence in self.page.sentences[number : number + 2]:
            for start, end in sentence.clauses[:2]:
                if end > before:
                    return ""
                name = own_head(self.page.blanked[start:end]).rpartition("的")[2]
                if _is_thing(name) or (any_name and _is_name(name)):
                    return name
        return ""

    @cached_property
    def name(self) -> str:
        """What the headline names that the body goes on to tell of, else what the body begins with; or ""."""
        if headed := self.wholes.headed:
            return headed
        for part in _PARTS.split(announced(self.page.headline)):
            if (work := _WORK.search(part)) and work[0] in self.page.text:
                return work[0]
            name = _TIME_END.sub("", _STORY.sub("", part))
            cut = _TIME_IN.search(name)
            name = _TIME_END.sub("", head_of(f"{name[: cut.start()] if cut else name} ") or name)
            name = name if _THING.search(name) else (whole[0] if (whole := _NAME_OF_THING.match(name)) else name)
            if _is_name(name) and self._is_told(name):
                return name
            if (meant := _MEANT.search(part)) and (meant["said"] or meant["what"]) in self.page.text:
                return meant["whole"] or meant["what"]
        return self._begun(0, len(self.page.text)) if not self.page.headline else ""

    def _is_told(self, name: str) -> bool:
        pairs = [name[k : k + 2] for k in range(len(name) - 1)]
        return 3 * sum(pair in self.page.text for pair in pairs) >= len(pairs)


def _is_name(name: str) -> bool:
    fits = _LEAST <= len(name) <= _LONGEST_NAME and not (_NO_MATTER.search(name) or _NO_THING.search(name))
    return fits and not lacks_subject(name) and not name_in(name)


def _is_thing(name: str) -> bool:
    """Whether a name may be that of a thing which has parts."""
    return bool(_THING.search(name)) and _is_name(name)


def _put(name: str, rest: str) -> str:
    return f"{name}{rest}" if len(name) + len(rest) <= LONGEST else ""


def _tells(name: str, title: str) -> bool:
    """Whether a title says of what it is: it names the matter, a rule or a show."""
    return any(mark in title for mark in "“《「") or any(name[k : k + 2] in title for k in range(len(name) - 1))
