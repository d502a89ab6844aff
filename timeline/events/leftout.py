"""Titles whose clause leaves out who did something, to what or of what, as the clauses round it tell.

>>> from timeline.events.attach import statements
>>> from timeline.events.sentences import split
>>> from timeline.timex import tag
>>> text = "渡口县现有古井412口，2022年完成全面普查。"
>>> page = Page(text, split(text), tag(text), None, "")
>>> with_left_out("渡口县完成全面普查", page, statements(text, page.timexes, page.sentences)[0])
'渡口县完成古井全面普查'
"""

from __future__ import annotations

from timeline import edtf
from timeline import regex as re
from timeline.events.attach import Statement
from timeline.events.fitting import LONGEST, fit
from timeline.events.forms import announced
from timeline.events.page import Page
from timeline.events.subjects import own_head
from timeline.events.words import VERBS, one_of, read_by_first

_HAN = "\u4e00-\u9fff"
#: 共抽检笋制品126批次，合格率99%.
_CHECKED = re.compile(
    rf"(?:抽检|抽查|检测|检验|监测)了?(?:各类|各种)?(?P<what>[{_HAN}、]{{2,10}}?)[0-9]+[余多]?[批个份样家]"
)
_RATE = re.compile("(?:总体|综合|整体)?(?:合格率|达标率|不合格率|优良率|检出率)")
#: 全县现有古树4128株，去年完成全面普查.
_COUNTED = re.compile(
    rf"(?:现有|共有|拥有|登记在册|保存|有)(?:[^，的]{{1,6}}以上的?)?(?P<what>[{_HAN}]{{2,8}}?)[0-9.]+[万余多]*[{_HAN}]"
)
_SURVEY = re.compile(
    "(?P<done>完成|开展|启动)(?P<survey>(?:全面|首次|新一轮|全部)*(?:普查|排查|摸底|调查|登记|建档|挂牌保护|检测|检修|确权|改造))$"
)
#: 推进甲全覆盖，年底前完成.
_DONE = re.compile("(?P<who>.{0,14}?)(?:全部|全面)?完成$")
_DEED = re.compile(
    rf"(?P<who>[{_HAN}]{{2,10}}?)??(?:下一步)?(?:还?将|计划|拟|正)+(?P<deed>(?:{one_of([verb for verb in VERBS.split('|') if len(verb) > 1])}|接入|对接)[^，。；]{{3,18}})$"
)
_TO = re.compile(
    "(?:对|将|向)[^，]{2,24}(?:查处|立案|处罚|调查|约谈|下架|开展|通报|检查)|(?:裁罚|裁处|开罚|处罚|罚款|勒令|责令)(?=.{2})"
)
_OFFICE = re.compile(
    rf"(?:^|(?<=[，。；：\n]))[{_HAN}]{{1,12}}?(?:局|委|厅|[县市]府|建设处|环保处|大队|支队|法院|检察院|管委会|指挥部)(?![长势面部])"
)
#: 市民可通过公众号报名.
_MAY = re.compile(
    "(?:(?:广大)?(?:公众|有?异议(?:的|者)|市民|居民|读者|家长|游客|用户|群众|企业|考生|观众|爱好者|有意者)(?:可|须|需|应)|(?:[^，“”]{0,5}通过|可[在于])(?=[^，]*(?:公众号|小程序|APP|电话|平台|官网)))[^，]*?(?P<verb>报名|预约|缴费|登记|申请|领取|购票|申领|投稿|反馈意见|提出意见|申请复核|复核|申诉)$"
)
#: 餐券每张150元，下周起在会址公开发售.
_SOLD = re.compile(rf"(?:在[{_HAN}]{{2,12}})?(?:公开|正式|限量)?(?:发售|开售|出售)$")
_PRICED = re.compile(rf"(?:^|(?<=[，。；：\n]))\s*(?P<what>[{_HAN}“”《》]{{2,12}}?)(?:每[张位人套份]|票价|售价|定价)")
#: 教育局公布划片方案（征求意见稿），公众可反馈意见.
_MADE_PUBLIC = re.compile(
    rf"(?:公布|发布|公示)了?\s*(?P<what>[{_HAN}“”]{{4,20}}?(?:方案|办法|草案|意见稿|规划|名单|结果))(?=[，。（])"
)
_MADE_KNOWN = re.compile(
    rf"(?:^|(?<=[，。；：\n]))(?P<what>[{_HAN}]{{3,14}}(?:结果|名单|成绩))\s[^，。；]{{0,14}}(?:公布|公示)"
)
_VIA = re.compile("(?P<who>[^，]{2,14}?)(?:通过|凭借|依托|借助)(?:这些|该|其|上述)[^，]{2,12}$")
_FOUNDED = re.compile("(?P<verb>始建|创办|成立|创建|组建|建成|落成|开业|诞生|创立)于的(?P<what>[^，]{3,20})?$")
_OF = re.compile(r"\s*的(?P<what>[^，。；的]{3,20})[，。；]")
#: What a house, a firm or an office becomes or agrees, told without it.
_BECOMES = re.compile(
    "(?:晋升|晋级|加挂|定为|升格|更名为|改名为|被?[评列]为|注册[“为]|与[^，]{2,14}(?:签订|签署|合作|共建)|跻身|接入|免除|减免|研制成功|整体搬迁|牵头|通过[^，]{2,12}认证|(?:相继|先后|累计)?(?:帮助|帮扶))"
)
_HELPS = re.compile("(?:相继|先后|累计)?帮[助扶]")
_SET_UP = re.compile(rf"(?:成立|创办|组建|注册)了?(?P<what>[{_HAN}“”]{{3,14}}(?:合作社|公司|厂|店|基地))[，,]?$")
_PUT_OFF = ("推迟", "延期", "顺延", "延后")
_PROMISED = re.compile(
    r"原[本]?(?:定|计划|拟)[于在]?\s+[前底初]?(?P<verb>交付|投用|启用|通车|开放|竣工|完工|投产|开工|开园|开馆|开业|建成|通水|施工)"
)
_GROWTH = re.compile("增速")
_MEASURED = re.compile("GDP|地区生产总值|(?:规上)?工业增加值|固定资产投资|社会消费品零售总额|财政收入|出口额")
_OWN_OFFICE = re.compile("(?:局里|局机关|全局|该局|我局|委里)(?=[组联开举启召印出推成获完])")
_IS_OFFICE = re.compile("[局委办厅]$")
_BUILT = re.compile("[楼桥路厂]$")
_AT_OPENING = re.compile("(?:开幕式|闭幕式|仪式)(?=举办|举行.{2})")
_TERM = re.compile("学期(?=招生|开学|开设|启用)")
_CUT_OFF = re.compile("(?:计划|临时)?停[水电气热暖]")
_CUT_THERE = re.compile(
    "(?:[^，]{2,10}?对)?(?:以下|下列|部分)?(?:区域|用户|路段|地区)?(?:实施|进行)?(?:计划|临时)?停[水电气热暖]"
)
_MORE_AREAS = ("、", "，", "；")
_CUT = ("停水", "停电", "停气", "停热", "停暖")
#: 对下列区域实施停水：⏎1.朝阳路（火车站段）两侧；: the first of several.
_AREAS_CUT = re.compile(
    rf"(?:停[水电气热暖]|停止供[水电气热暖])(?:作业)?：\s*(?:[（(]?[0-9一二三]{{1,2}}[.、．）)]\s*)?(?P<where>[{_HAN}0-9]{{2,12}}?)(?:[（(][^（）()]*[）)])?(?:全部|全段|两侧|沿线|[0-9]+[^，、；。\n]{{0,8}})?(?P<more>[、，；]|[。\n]|\Z)"
)
_CUT_LISTED = re.compile(
    r"(?P<cut>停[水电气热暖])，?(?:涉及|影响)(?:范围|区域)?(?:为|包括)?(?P<where>[^、，]{2,12})[、及和]"
)
_WHERE_CUT = re.compile(
    rf"(?:影响|涉及|停[水电气热暖])(?:的?(?:区域|范围|路段|小区|地段|用户))?(?:为|有|包括)?[：:]?(?P<where>[{_HAN}、]{{3,18}})(?=[，。；\n])"
)
_HEADING = re.compile(rf"(?:^|\n)(?P<what>[{_HAN}]{{2,8}})(?:提醒|通知|公告|启事|预告|通告)\n+\Z")
_YEAR = re.compile("(?:19|20)[0-9]{2}(?=[\u4e00-\u9fff“])(?![年届级版款赛度])")
_EDITION, _OF_EDITION = re.compile("第[一二三四五六七八九十百0-9]+届(?=.{4})"), 240
_COMPLETED = ("完成", "查", "登记", "建档", "摸底", "改造", "检测", "检修", "确权", "保护")
_MARKED = re.compile("“[^”]{2,12}”(?!APP|公众|小程|平台|微信)")
_LONGEST_HEADING, _EDGES, _PARAGRAPH, _CLOSE = 14, frozenset("，。；、：“”\n "), 400, 120


def with_left_out(title: str, page: Page, statement: Statement) -> str:
    """A title with what its clause leaves out put in, where the clauses round it tell that."""
    if title.startswith(_CUT) or title.endswith(_CUT):
        title = _of_areas(title, page, statement)
    if title.endswith(_COMPLETED):
        title = _completed(title, page, statement)
    for read in _READERS.get(title[:1], ()):
        if (whole := read(title, page, statement)) and len(whole) <= LONGEST:
            return whole
    if title.endswith(_PUT_OFF) and (put_off := _put_off(title, page, statement)):
        return put_off
    if "于的" in title and (founded := _FOUNDED.search(title)):
        of = _OF.match(page.text, statement.timex.end)
        what = founded["what"] or (of["what"] if of else "")
        return what + founded["verb"] if what else title
    return _with_deed(title, page, statement) if "通过" in title or "依托" in title else title


def paragraph_before(page: Page, statement: Statement) -> str:
    """The paragraph of a statement as far as its time, its own times blanked out."""
    start = max(statement.sentence.paragraph, statement.timex.start - _PARAGRAPH)
    return page.blanked[start : statement.timex.start]


def _of_areas(title: str, page: Page, statement: Statement) -> str:
    """A supply that is cut off as that of the areas listed behind it, by the first of them."""
    at = statement.timex.end
    if listed := _CUT_LISTED.match(title):
        return f"{listed['where']}等区域{listed['cut']}"
    areas = _AREAS_CUT.search(page.text, at, at + _CLOSE)
    if areas is None or not _CUT_THERE.fullmatch(title.removeprefix(page.cast.place)):
        return title
    return f"{areas['where']}{'等区域' * (areas['more'] in _MORE_AREAS)}{title[-2:]}"


def _on_sale(title: str, page: Page, statement: Statement) -> str:
    """What is sold, where the clauses before a title that only tells that it is tell its price."""
    if not _SOLD.fullmatch(title):
        return ""
    priced = _PRICED.search(page.blanked, statement.sentence.start, statement.timex.start)
    return priced["what"] + title if priced else ""


def _of_check(title: str, page: Page, statement: Statement) -> str:
    rate = _RATE.match(title)
    told = list(_CHECKED.finditer(page.blanked, _sentence_from(statement), statement.end)) if rate else []
    return f"{told[-1]['what']}抽检{title}" if told else ""


def _by_office(title: str, page: Page, statement: Statement) -> str:
    told = list(_OFFICE.finditer(paragraph_before(page, statement))) if _TO.match(title) else []
    return told[-1][0] + title if told else ""


def of_offer(title: str, page: Page, statement: Statement) -> str:
    """The step that a title offers to people, with of what where it is told: 市民可通过公众号报名 is 灯会报名."""
    may = _MAY.match(title.removeprefix(page.cast.place) if page.cast.place else title)
    if may is None:
        return title
    start = statement.sentence.paragraph
    told = [name for at, name in page.cast.named if start <= at - page.shift < statement.start and name[0] != "《"]
    heading = _HEADING.search(page.text, max(0, start - _LONGEST_HEADING), start)
    named = told[-1].lstrip("办展") if told else heading["what"] if heading else ""
    for made_public in (_MADE_PUBLIC, _MADE_KNOWN):
        if not named and (public := list(made_public.finditer(page.blanked, start, statement.start))):
            named = public[-1]["what"]
    if not named and (marked := _MARKED.search(page.text, start, statement.start)):
        named = marked[0]
    return f"{named}{may['verb']}" if len(named) + 2 <= LONGEST else may["verb"]


def is_of_no_year(page: Page, statement: Statement) -> bool:
    """Whether a statement is of a year that somebody speaks of and nobody names: “老厂关门那年，……”."""
    at = statement.timex.start
    if statement.timex.text not in ("那年", "那一年") or page.text[max(0, at - 1)] in _EDGES:
        return False
    return page.text.rfind("“", max(0, at - _PARAGRAPH), at) > page.text.rfind("”", max(0, at - _PARAGRAPH), at)


def of_its_year(title: str, page: Page, statement: Statement) -> str:
    """A title without the number or the year of the edition that the page is of, where it is of another year: 第四届艺术节 and
    2026艺术节 are not of 2021."""
    year = _YEAR.match(title)
    if year and statement.timex.edtf and year[0] != statement.timex.edtf[:4]:
        title = title[4:]
    numbered = _EDITION.search(title) if "届" in title and page.published and statement.timex.edtf else None
    if numbered is None or numbered[0] in page.text[statement.sentence.start : statement.end]:
        return title
    day, _ = edtf.days(edtf.parse(statement.timex.edtf or ""))
    far = day is not None and page.published is not None and abs((day - page.published).days) > _OF_EDITION
    return title.replace(numbered[0], "", 1) if far else title


def _sentence_from(statement: Statement) -> int:
    """Where what is near a statement's time begins in its sentence."""
    return max(statement.sentence.start, statement.timex.start - _PARAGRAPH)


def _before(page: Page, statement: Statement) -> str:
    """The clause before the one with a statement's time, in its sentence; or ""."""
    clauses = statement.sentence.clauses_before(statement.timex.start, 1)
    return page.blanked[slice(*clauses[0])].strip("，, ") if clauses else ""


def _completed(title: str, page: Page, statement: Statement) -> str:
    """A title that says no more than that something was completed or surveyed, with what the clause before it tells."""
    before = _before(page, statement)
    if survey := _SURVEY.search(title):
        counted = _COUNTED.search(before)
        what = counted["what"] if counted else ""
        who = title[: survey.start()].partition("有")[0] if what else ""
        return f"{who}{survey['done']}{what}{survey['survey']}" if what and what not in title else title
    done = _DONE.fullmatch(title)
    deed = _DEED.search(before) if done else None
    if (
        done
        and not deed
        and done["who"] in (page.cast.place, page.owner)
        and (of := announced(page.headline, only_notices=True))
    ):
        return f"{of}完成"  # 首批涉及三个小区，20日前完成
    if not done or not deed:
        return title
    who = deed["who"] or done["who"]
    return f"{who}{deed['deed']}" if len(who) + len(deed["deed"]) <= LONGEST else deed["deed"]


def _with_deed(title: str, page: Page, statement: Statement) -> str:
    """A title that only says by what something was done, with that from the next clause."""
    via = _VIA.fullmatch(title)
    clause = next((c for c in statement.sentence.clauses if c[0] >= statement.end), None) if via else None
    if not via or clause is None or page.times_in(*clause):
        return title
    return fit(via["who"] + page.text[slice(*clause)].strip("，。； "))


def _put_off(title: str, page: Page, statement: Statement) -> str:
    """A title that only says that works are put off, with what was promised for the first day: 原计划6月交付，推迟至8月."""
    promised = list(_PROMISED.finditer(page.blanked, _sentence_from(statement), statement.timex.start))
    if title.startswith("因"):
        title = _named_first(page, statement) + title[-2:]
    whole = f"{title[:-2]}{promised[-1]['verb']}{title[-2:]}" if promised else ""
    return whole if whole and promised[-1]["verb"] not in title and len(whole) <= LONGEST else ""


def _named_first(page: Page, statement: Statement) -> str:
    """What the paragraph of a statement begins with, where that is a subject; or ""."""
    start = page.sentence_at(statement.sentence.paragraph)
    opening = page.sentences[max(0, start + (page.sentences[start].start < statement.sentence.paragraph))]
    heads = (own_head(page.blanked[slice(*clause)]) for clause in opening.clauses[:3])
    return next((head for head in heads if head), "")


def _by_its_own(title: str, page: Page, statement: Statement) -> str:
    """A title that begins with what a house or an office became or agreed, with the one that its clause goes on with."""
    if not _BECOMES.match(title):
        return ""
    clause = page.subject_clause(statement.number, statement.timex.start)
    whose = page.name_of(clause[1], clause[0]) if clause else page.owner or page.cast.subject or page.home
    if title.startswith("通过") and (set_up := _SET_UP.search(_before(page, statement))):
        whose = set_up["what"]  # 他成立合作社，去年通过认证
    whose = page.home if _HELPS.match(title) and _IS_OFFICE.search(whose) else whose
    return whose + title if whose not in title and not _BUILT.search(whose) else ""


def _of_growth(title: str, page: Page, statement: Statement) -> str:
    told = list(_MEASURED.finditer(_before(page, statement))) if title.startswith("增速") else []
    return f"{page.home}{told[-1][0]}{title}" if told else ""


def _of_office(title: str, page: Page, _: Statement) -> str:
    own = _OWN_OFFICE.match(title)
    return page.cast.subject + title[own.end() :] if own and _IS_OFFICE.search(page.cast.subject) else ""


def _at_its_own(title: str, page: Page, statement: Statement) -> str:
    """A ceremony at which something else is held as that, a school's term as what is done in it, a supply cut off as whose."""
    if held := _AT_OPENING.match(title):
        return title[held.end() :]
    if title.startswith("学期"):
        clause = page.subject_clause(statement.number, statement.timex.start)
        return (page.name_of(clause[1], clause[0]) if clause else "") + title[2:]
    where = (
        _WHERE_CUT.search(page.text, statement.timex.end, min(statement.sentence.end, statement.timex.end + _CLOSE))
        if _CUT_OFF.fullmatch(title)
        else None
    )
    if where or not _CUT_OFF.fullmatch(title):
        return where["where"] + title if where else ""
    return own_head(page.blanked[statement.timex.end : statement.end]) + title


_READERS = read_by_first(
    [
        (_RATE, _of_check),
        (_TO, _by_office),
        (_SOLD, _on_sale),
        (_BECOMES, _by_its_own),
        (_OWN_OFFICE, _of_office),
        (_AT_OPENING, _at_its_own),
        (_CUT_OFF, _at_its_own),
        (_TERM, _at_its_own),
        (_GROWTH, _of_growth),
    ]
)
