"""Of what a step or a part is one, as its page tells: the recruitment, the enrolment, the contest, the festival.

>>> matters_in("望湖市第三届机器人大赛在科技馆举行，报名从即日开始。")
[(0, '望湖市第三届机器人大赛')]
>>> matters_in("渡口县人社局发布公告，面向社会公开招聘护士28名。")
[(11, '公开招聘护士')]
"""

from __future__ import annotations

from functools import cached_property

from timeline import regex as re
from timeline.events.attach import Statement
from timeline.events.fitting import LONGEST, fit
from timeline.events.forms import announced
from timeline.events.labels import headed
from timeline.events.matters import is_step, taken, undertakings
from timeline.events.page import OPENING, Page
from timeline.events.places import is_place
from timeline.events.subjectless import is_bare
from timeline.events.subjects import head_of
from timeline.events.words import VERB, VERBS, behind, firsts, led, one_of

_HAN = "\u4e00-\u9fff"
#: What an occasion's name ends with; of the shorter ones only that with a number or in marks is a name.
_KIND = (
    "博览会|交易会|推介会|招聘会|双选会|洽谈会|展销会|大会|论坛|峰会|研讨会|运动会|马拉松|夏令营|冬令营|训练营|嘉年华|音乐会|演唱会|歌会|诗会|灯会|庙会|晚会|故事会|读书会|分享会|见面会|交流会|签售会|品鉴会|观摩会|报告会|恳谈会|茶话会|联谊会|相亲会|观影会|品读会|朗诵会|演奏会|首映礼|工作坊|公开课|大讲堂|体验营|"
    "市集|集市|大集|讲座|沙龙|征文|书展|画展|特展|大展|影展|比赛|大赛|联赛|锦标赛|挑战赛|邀请赛|公开赛|选拔赛|歌手赛|艺术节|文化节|旅游节|美食节|电影节|音乐节|读书节|体育节|科技节|采摘节|购物节|"
    "宣传周|开放日|体验日|系列活动|消费周|艺术季|文化季|戏剧季|音乐季|读书月|培训班|体验课"
)
_SHORT_KIND = "节(?!日(?!程)|[目约假水能气奏点省])|(?<![完参开停休弃退复备])赛(?![事程场道季后点车区手前制])|展(?![览示出开现区位厅期馆品销演望])|周(?![边年末日一二三四五六围期岁])|季(?![度节后])|奖(?![金励品项])|(?<=[书学修兵练秀作夏冬])营(?![业收商造养销利地运房])"
_ENDS = re.compile(rf"(?={firsts(_KIND, _SHORT_KIND)})(?:(?P<long>{_KIND})|{_SHORT_KIND})(?P<quoted>[”」])?")
_LONGEST_NAME = 26
_RUN = re.compile(rf"[{_HAN}0-9A-Za-z“”「」（）·—]{{2,{_LONGEST_NAME}}}\Z")
_QUOTE = re.compile("[“「][^“”「」]{1,20}(?:[”」]|\\Z)")
#: What stands in front of a name and is no part of it.
_IN_FRONT = re.compile(
    rf".*(?:{one_of([verb for verb in VERBS.split('|') if len(verb) > 1])}|将(?!军)|[在由为从到的了与和及对给向往把被让请是有以起办每]|因|配合|迎接|围绕|记者|获悉|了解到|关于(?:[0-9]{{4}}年度?)?|一[场次期台系列]+|[）—])"
)
_OTHER = re.compile("[上去本该这各多几历往有某]|一|两|(?:[三四五六七八九十]|[0-9]+)?[场项个次]|各类|相关|系列")
_NUMBERED = re.compile("首届|第[一二三四五六七八九十百0-9]+[届期季]")
_SHORTEST, _SHORT_ROW = 5, 6
#: 学校计划暑假举办夏令营，6月5日报名: whose sign-up it is.
_TO_SIGN_UP = re.compile(
    "^[^，“]{2,14}(?:举办|举行|推出|组织|开设)(?P<what>[^，]{3,16}?)(?P<part>报名|开票|开售|报名截止|截止报名)$"
)
_OF_NO_OCCASION = ("上课", "停课", "军训", "放假")
#: 9月6日军训: of the school whose notice it is.
_SCHOOL_DAY = re.compile(
    "(?:举行|组织)?(?P<what>(?:新生)?(?:报到(?:注册)?|军训|返校)|正式上课|上课|开学典礼|毕业典礼|开学|放假|全天停课|停课)"
)
#: A first line that tells something is no headline.
_TELLS = re.compile("[，。；：]")
#: Titles that say what part of something takes place and not of what.
_PART = re.compile(
    led(
        r"(?:报名|预约|报名截止|开幕|闭幕|揭幕|启动|开讲|开课|开营|开赛|开票|开售|开展|开市|开唱|举行|[开闭]幕(?:式|大?会|晚会|典礼|演出|音乐会|展演|大戏|影片|电影|论坛|活动)|颁奖(?:仪式|典礼|晚会|礼)?|启动仪式|开[市集园村街镰秤耕渔]仪式|开营仪式|结营仪式|开班仪式|签约仪式|揭牌仪式|(?:开业|授牌|落成|竣工|奠基|开工|交付|通车|投产|首航|首发|入驻|开园|开馆|挂牌|入校|开学|结业)(?:仪式|典礼)|[闭结]营(?:仪式)?|第[一二三四五六七八九十0-9]+[期场批站轮次](?:[将在][^，]{2,16})?(?:开营|开讲|开课|开赛|开班|开展|举行|举办)|决赛|半决赛(?:[和及与、]决赛)?|领队会(?:[及和暨]抽签)?|赛前联席会议?|(?:分组)?抽签|海选|"
        r"(?:初赛|复赛|预赛|总决赛|海选|初选|复选|彩排)(?:结束|改期|推迟|延期|取消|落幕)?|结束|(?:正式)?[亮收点闭开]灯|(?:聘|任|合同)期[一二两三四五六]年|报名(?:开始|开启)|[网线]上报名|(?:现场|扫码)报名|开放报名|专题讲座|主题论坛|文艺晚会|文艺演出|退票办理|退票|开班|结业|结营|结课|截稿|投稿截止|公示)(?:暨[^，]{2,14})?(?:(?:在[^，]{2,16})?(?:举行|举办|进行))?"
    )
)
#: Whose ceremony a page of one house or firm tells.
_OWNERS = ("开业", "授牌", "挂牌", "揭牌", "开学", "开园", "开馆", "落成")
_SCHOOLS = ("学", "校", "幼儿园", "学院", "中")
_OF_SCHOOL = re.compile("报到|上课|开学|行课|通知书|返校|注册")
_CONTEST = ("赛", "马拉松", "运动会")
_ON_SALE = frozenset(["开票", "开售"])
_OPENS = frozenset(["开营", "开幕", "闭幕", "开赛", "开展", "开市", "开唱", "开讲", "开课", "结业", "开班"])
_OCCASIONS = (
    "赛",
    "展",
    "节",
    "会",
    "季",
    "周",
    "班",
    "营",
    "”",
    "」",
    "》",
    "市集",
    "集市",
    "马拉松",
    "论坛",
    "嘉年华",
    "讲座",
    "课",
    "堂",
)
_HELD_AT = re.compile(r"在[^，]{2,16}(?:举行|举办|进行)$")
_AT = re.compile(f"在[{_HAN}]{{2,12}}?(?=摇号|选房|抽签|面试|笔试|体检|颁奖|决赛|评审|投票)")
#: “院士讲堂”活动第七期: without the number.
_SERIES_ENDS = re.compile("(?:活动)?(?:第[一二三四五六七八九十0-9]+[期场讲批].*)?$|^《.*$")
_MARKETS = ("市场", "交易所", "交易中心", "商城")
#: A bare word for an occasion as a subject.
_BARE = re.compile(
    led(
        r"(?:(?P<contest>比赛|赛事|大赛)|展览|展会|活动|(?P<edition>[下上本]届))(?=[在从于将鸣开揭闭启结落因共延改举获创停复不移迁推取由升恢始收暂])"
    )
)
#: 关于召开九届三次会议的决定，明确大会于1月9日召开.
_MEETS = re.compile("(?:大会|会议)(?=将|召开|举行|开幕|闭幕|定于|于|在)")
_CALLED = re.compile("(?:召开|举行|举办)([^，。；的]{3,22}(?:会议|大会|代表会))的(?:决定|通知|公告|决议)")
#: 市十届人大六次会议闭幕: which session the page is of.
_SESSION = re.compile(rf"[{_HAN}]{{2,14}}?(?:[一二三四五六七八九十]+次(?:全体)?会议|[一二三四五六七八九十]+次代表大会)")
_PLAY = re.compile("《[^《》]{2,20}》|[“「][^”」]{2,20}[”」]")
#: 关于延长夜市营业时间的通告: what is done, and no name of anything that has parts.
_CHANGES = re.compile("延长|调整|恢复|暂停|关闭|封闭|做好|加强")
#: A brief of its own, behind a sign or in a box.
_BRIEF = re.compile("[▲◎◆■●★※○◇□△▶►▼☆【．•·]")
#: 【报名】 is a field of a notice, no brief.
_FIELD = re.compile("【(?:报名|报到|时间|地点|对象|咨询|预约|投稿|票价|费用)")


def matters_in(text: str) -> list[tuple[int, str]]:
    """What a text announces that has steps or parts, in order, with offsets: occasions by name, recruitments, enrolments."""
    return sorted([*_occasions(text), *undertakings(text)])


def _occasions(text: str) -> list[tuple[int, str]]:
    found = []
    for end in _ENDS.finditer(text):
        run = _RUN.search(text, max(0, end.start() - _LONGEST_NAME), end.start())
        if run is None:
            continue
        quotes = list(_QUOTE.finditer(run[0]))
        last = quotes[-1] if quotes and not _IN_FRONT.match(run[0], quotes[-1].end()) else None
        if end["quoted"] and (last is None or last.end() < len(run[0])):
            continue
        at = last.start() if last else len(run[0])
        front = _IN_FRONT.sub("", run[0][:at])
        front = front[front.rfind("”") + 1 :]  # what a speech before it ends with
        name = front + run[0][at:] + end[0]
        if (last is None and end["quoted"]) or _OTHER.match(name) or len(name) < _SHORTEST:
            continue
        if end["long"] or last or _NUMBERED.search(name):
            found.append((run.start() + at - len(front), name))
    return found


def is_part(title: str) -> bool:
    """Whether a title is all a part of something: 颁奖礼, 开幕式举行."""
    return _PART.fullmatch(title) is not None


class Wholes:
    """What the steps and parts that one page tells are of; ``title`` is asked for its statements in order."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._taken: tuple[int, str] = (-1, "")  # the paragraph, and what is open for applications

    def title(self, title: str, position: int, paragraph: int) -> str:
        """A title that tells a mere step or part, with its whole in front; ``position`` and ``paragraph`` are where its
        statement and its paragraph begin."""
        title = _TO_SIGN_UP.sub(r"\g<what>\g<part>", title)
        if open_for := taken(title):
            self._taken = paragraph, open_for[0]
        if (day := _SCHOOL_DAY.fullmatch(title)) and (self.page.school or title.endswith(_OF_NO_OCCASION)):
            return f"{self.page.school}{day['what']}"
        part = _PART.fullmatch(title)
        if not part and not is_step(behind(_AT, title)):
            return title
        if part and title[:2] in ("开幕", "闭幕") and self.headed:
            whole = self.headed  # of what the page announces, whatever part was told last
        elif title in _ON_SALE:  # of the play that its own paragraph names, or of what the page announces
            whole = next(reversed(_PLAY.findall(self.page.text, paragraph, position)), self.headed)
        else:
            house = self.page.owner if self.page.owner.endswith(_SCHOOLS) or title.startswith(_OWNERS) else ""
            named = self.whole(position, paragraph)
            if title[0] == "第" and not named:  # 第八期: of the series that is named in marks, and of no school
                named = _SERIES_ENDS.sub("", self.page.cast.told_before(position + self.page.shift))
                house = ""
            whole = (house if _OF_SCHOOL.search(title) else "") or named or house
        if part and whole:
            title = _HELD_AT.sub("", title)
        return f"{whole}{title}" if whole not in title and len(whole) + len(title) <= LONGEST else title

    def of_host(self, title: str, position: int, paragraph: int) -> str:
        """A title that tells a part as its host's (渡口社区闭幕), as that of what its paragraph names before ``position``."""
        if title[-2:] not in _OPENS or not (host := head_of(title)) or host.endswith(_OCCASIONS):
            return title
        rest = title[len(host) :]
        if rest == "开市" and host.endswith(_MARKETS):
            return title  # 茶叶市场开市 in the days of a festival
        if not is_part(rest) or not (named := self._near(position, paragraph)):
            return title
        return f"{named}{rest}" if named not in title and len(named) + len(rest) <= LONGEST else title

    def meant(self, title: str, position: int, paragraph: int) -> str:
        """A title that begins with a bare word for an occasion (比赛鸣枪), with its name where that is known."""
        if title[:2] in ("大会", "会议") and (held := _MEETS.match(title)):
            called = _CALLED.findall(self.page.blanked, max(0, position - 80), position)
            session = _SESSION.search(self.page.headline)
            name = called[-1] if called else session[0] if session else ""
            return f"{name}{title[held.end() :]}" if name and len(name) + len(title) <= LONGEST else title
        bare = _BARE.match(title)
        if not bare:
            return title
        name = self.whole(position, paragraph)
        if bare["edition"] and name:
            return fit(f"{bare['edition']}{_NUMBERED.sub('', name)}{title[bare.end() :]}")
        ends = _CONTEST if bare["contest"] else ("展", "会")
        return fit(name + title[bare.end() :]) if name.endswith(ends) else title

    def whole(self, position: int, paragraph: int) -> str:
        """What is named last before ``position`` in its paragraph, else what the page is of."""
        if self._taken[0] == paragraph:
            return self._taken[1]
        if near := self._near(position, paragraph):
            return near
        if _BRIEF.match(self.page.text, paragraph) and not (_FIELD.match(self.page.text, paragraph)):
            return ""
        return self._taken[1] or self._of_page

    def _near(self, position: int, paragraph: int) -> str:
        return next((name for at, name in reversed(self._matters) if paragraph <= at < position), "")

    @cached_property
    def _matters(self) -> list[tuple[int, str]]:
        return matters_in(self.page.blanked)

    def of_programme(self, row: str) -> str:
        """A row of a programme with what its headline names in front where the row is short, or one of its parts: 合唱周童声专场."""
        fits = (len(row) <= _SHORT_ROW or row.endswith("专场")) and len(self.headed) + len(row) <= LONGEST
        return self.headed + row if fits and row not in self.headed else row

    def headed_above(self, title: str, statement: Statement) -> str:
        """The occasion in the heading of a statement that tells of nothing else: 2.非遗市集⏎11月22日，老粮仓; or ""."""
        paragraph = statement.sentence.paragraph
        name = headed(self.page.text, paragraph) if statement.sentence.start == paragraph else ""
        if not name:
            return ""
        said = self.page.blanked[statement.start : statement.end].strip("，。； ")
        placed = is_place(title.removesuffix("集合"))
        occasion = any(end.end() == len(name) for end in _ENDS.finditer(name))
        if placed and not occasion:
            return name if name[-1] in "》”" or not VERB.search(name) else ""  # 3.亲子观鸟⏎21日6:30，湿地公园东门集合
        return name if occasion and (not title or placed or is_bare(said)) else ""

    @cached_property
    def headed(self) -> str:
        """The occasion that the headline announces, or the line above all others; or ""."""
        first = self.page.text.partition("\n")[0]
        named = matters_in(self.page.headline or ("" if _TELLS.search(first) else first))
        return named[0][1] if named else ""

    @cached_property
    def _of_page(self) -> str:
        """What the headline announces, else what the opening is of; or ""."""
        named = self.headed or announced(self.page.headline, only_notices=True)
        if named and not _CHANGES.match(named):
            return named
        first = self._matters[:1]
        return first[0][1] if first and first[0][0] < OPENING else ""
