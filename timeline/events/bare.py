"""Titles that begin with a bare 项目, 新线, 全县 or a rate, with the name that their paragraph or their headline gives.

>>> from timeline.events.attach import statements
>>> from timeline.events.sentences import split
>>> from timeline.timex import tag
>>> text = "渡口一中新校区建设进入收尾阶段。项目2022年3月开工。"
>>> page = Page(text, split(text), tag(text), None, "渡口一中新校区将启用")
>>> with_name("项目开工", page, statements(text, page.timexes, page.sentences)[0])
'渡口一中新校区开工'
"""

from __future__ import annotations

from timeline import regex as re
from timeline.events.attach import Statement
from timeline.events.fitting import LONGEST
from timeline.events.leftout import paragraph_before, with_left_out
from timeline.events.owners import name_ending, works_in
from timeline.events.page import Page
from timeline.events.protagonists import short_firm
from timeline.events.words import VERB, VERBS, led, one_of, read_by_first

_HAN = "\u4e00-\u9fff"
_DOES = rf"(?=(?:将|已|正式|主体|全面|全线|全部|首次|如期|计划|预计)*(?:{one_of(VERBS.split('|'))}|推迟|延期|试运行|试产|封顶|获批|下闸|接入|对接|升级|分红|洞通))"
#: Repairs by their kind alone, told before by what is repaired.
_REPAIRS = frozenset(["大修", "翻修", "修缮", "改造", "扩建", "加固", "清淤", "检修"])
#: What says too little at the head of a title, where what is done to it stands behind: works; a firm or its plant.
_BARE_WORKS = re.compile(
    led(
        rf"(?P<word>(?:该)?项目|工程|平台|系统|新[校院港厂]区|[水电糖酒茶瓷纱钢药纸]厂|水库|电站|试验站|供水站|服务站|冷库|中心|合作社|[林茶农]场|{'|'.join(sorted(_REPAIRS))}|该?线|[一二三四五]期(?:工程|项目)?){_DOES}"
    )
)
_BARE_FIRM = re.compile(
    led(
        rf"(?:新建的|新的?)?(?P<word>公司|企业新建的|企业|集团|新线|产线|生产线|[一二三四五]期(?:厂房|产线|生产线|项目)|自动化生产线|新厂区?|厂房|再上[一二两三四五][条套]){_DOES}"
    )
)
_ANY_WORKS = frozenset(["项目", "工程"])
_FIRM_ACTS = re.compile("(?P<word>公司|企业|集团)(?=[在再与获拟将已又还投引推签完达销出研建营入产用被])")
_ANY_FIRM = frozenset(["公司", "企业", "集团", "企业新建的"])
_BEFORE_NAME = re.compile(
    rf"^.*(?:{one_of([verb for verb in VERBS.split('|') if len(verb) > 1 and verb not in ('供水', '供电')])}|建设|共建|新建|扩建|兴建|走进|来到|县里|市里)(?=[{_HAN}]{{2,}}(?:平台|系统|[校院港厂]区|厂|水库|电?站|冷库|工程|项目|合作社|[林茶农]场)$)(?!(?:平台|系统)$)"
)
_RANKED = re.compile(
    "(?:[县市省国]级|全[县市省国]|该|这个|新)?(?:平台|系统|新?[校院港厂]区|.厂|水库|.?站|冷库|工程|项目)"
)
_LINE = re.compile(rf"[0-9]+号线|[{_HAN}]{{2,5}}(?<![产流战该新路水])线(?![上下路性])")
_LEARNT = re.compile("^记者从[^，]{2,16}?(?:获悉|了解到)(?=.{4})")
_OF_COST = re.compile(r"^(?:.*(?:[元]的|投资的|面积的)|共建)")
_TO_BUILD = re.compile(rf"(?:建成|建设|新建|兴建|在建|筹建|打造)(?:一[座个家处])?([{_HAN}]{{3,12}})(?=[，。；])")
_PHASE = re.compile("[一二三四五]期")
_PHASED = re.compile(r"(?:[一二三四五]期)?(?:工程|项目)?$")
#: The whole town, and whom a page speaks of as its own.
_WHOLE_TOWN = re.compile(
    rf"(?:(?:全|我)(?P<level>[省市县区镇乡村])|(?P<in>[市县区镇乡村])里)(?={one_of([*(verb for verb in VERBS.split('|') if len(verb) > 1), '免除', '减免', '拿出', '拨付'])})"
)
_OUR_TOWN = re.compile("(?<=[在于到])我(?P<level>[市县区镇])")
_OURS = re.compile("我[省市县区镇](?=.{2})")
_OWN_FIRM = re.compile(rf"[{_HAN}]{{4,24}}?有限(?:责任)?公司|[{_HAN}]{{3,12}}集团(?![军])")
_FRONT = re.compile(r".*(?:[，。；：、“”\s]|走进|来到|位于|帮扶|入驻|记者|[的在是为与和由向])")
_FIRM_NAME = re.compile(rf"(?!.*[0-9的、，])[{_HAN}A-Za-z]{{3,7}}(?<![局委办厅县市区镇村产新投启正建])")
_SPEAKS_OF_FIRM = re.compile("企业(?!家)|公司")
_BUILDING = re.compile(
    "(?<=[校院港厂园]区|大桥|隧道|机场|车站|医院|学校)建设(?=(?:正式|全面|将)*(?:启用|投用|投入使用|通车|开放|运营))"
)
_WORKS_DONE = re.compile(
    "(?:全部|主体|全面)?(?:建成|开工|动工|竣工|完工|投用|投产|通车|贯通|开建)(?:投用|投产|通车|使用)?"
)
_WORKS_FIRST = re.compile(
    rf"[\s，。；\n]*(?P<works>[{_HAN}0-9、]{{3,16}}?(?:工程|项目|泊位|大桥|隧道|水库|水厂|电站|校区|院区|码头|航道))(?=\s)"
)
_SHORT_RULE = re.compile("《(?P<kind>办法|条例|规定|意见|细则|方案|规划|措施|通知)》")
_WORKS_VERBS = ("建成", "开工", "动工", "竣工", "完工", "投用", "投产", "通车", "贯通", "开建", "使用")
_LONGEST_BARE, _LEAST, _PARAGRAPH = 8, 4, 400


def with_name(title: str, page: Page, statement: Statement) -> str:
    """A title that begins with a word that says too little alone, with what its page calls that, where it tells."""
    title = with_left_out(_LEARNT.sub("", title), page, statement)
    if "建设" in title:
        title = _BUILDING.sub("", title)
    for read in _READERS.get(title[:1], ()):
        if (whole := read(title, page, statement)) and len(whole) <= LONGEST:
            return whole
    if title.endswith(_WORKS_VERBS) and (whole := _of_row(title, page, statement)):
        return whole
    if "我" in title:
        title = _OUR_TOWN.sub(lambda told: _town(page, told["level"]) or told[0], title)
        if page.home and title.startswith(page.home):
            title = title[: len(page.home)] + _OURS.sub("", title[len(page.home) :])
    return title


def _of_works(title: str, page: Page, statement: Statement) -> str:
    bare = _BARE_WORKS.match(title)
    if bare is None:
        return ""
    word, rest = bare["word"], title[bare.end() :]
    near = paragraph_before(page, statement)
    if word.endswith("线"):
        lines = _LINE.findall(near) or _LINE.findall(page.headline)
        return lines[-1] + rest if lines else ""
    named = "" if word in _ANY_WORKS else _whole_name(word, page.headline) or _whole_name(word, near)
    if not named:
        works = works_in(near) or works_in(page.headline)
        planned = _TO_BUILD.findall(near) if word in _ANY_WORKS and not works else []
        named = (
            works[-1][1]
            if works
            else (planned[-1] if planned else _whole_name(word, near))
            if word in _ANY_WORKS
            else ""
        )
        if named and (phase := _PHASE.match(word)):
            named = _PHASED.sub("", named) + word if phase[0] not in named else named
        elif word not in _ANY_WORKS:
            return ""
    named = _OF_COST.sub("", named)
    return "" if not named or named in rest or named == word else named + rest


def _whole_name(word: str, text: str) -> str:
    """The last name in a text that ends with a word and says more than its rank: 渡口县信息平台, not 县级平台; or ""."""
    name = _BEFORE_NAME.sub("", name_ending(word, text))
    of = name[: -len(word)]
    if word in _REPAIRS and (len(of) > _LONGEST_BARE or VERB.search(of) or any(sign.isdigit() for sign in of)):
        return ""  # 镇里筹资180万元启动大修
    return "" if _RANKED.fullmatch(name) or len(name) <= len(word) else name


def _of_firm(title: str, page: Page, statement: Statement) -> str:
    bare = _BARE_FIRM.match(title) or _FIRM_ACTS.match(title)
    firm = _firm(page, paragraph_before(page, statement)) if bare else ""
    if not bare or not firm or firm in title:
        return ""
    return firm + title[bare.end() if bare["word"] in _ANY_FIRM else 0 :].removeprefix("新建的")


def _firm(page: Page, near: str) -> str:
    """The firm that a paragraph names last, else that a headline begins with and the body speaks of as a firm; or ""."""
    told = [name for one in _OWN_FIRM.finditer(near) if len(name := _FRONT.sub("", one[0])) > _LEAST]
    if told:
        return short_firm(told[-1])
    if not _SPEAKS_OF_FIRM.search(page.text):
        return ""
    heads = (page.headline[:length] for length in range(_LONGEST_BARE, _LEAST - 1, -1))
    return next((head for head in heads if head in page.text and _FIRM_NAME.fullmatch(head)), "")


def _of_town(title: str, page: Page, _: Statement) -> str:
    whole = _WHOLE_TOWN.match(title)
    town = _town(page, whole["level"] or whole["in"]) if whole else ""
    return town + title[2:] if town else ""


def _town(page: Page, level: str) -> str:
    """The page's town of a level, by the name that the page has for it; or ""."""
    home = page.home if page.home.endswith(level) else f"{page.home}{level}"
    known = page.home and (home == page.home or home in page.headline or page.says(home))
    return home if known else ""


def _of_row(title: str, page: Page, statement: Statement) -> str:
    """A title that says of no more than the town that works are begun or done, with the works that its sentence begins with."""
    done = _WORKS_DONE.search(title)
    sentence = statement.sentence
    told = _WORKS_FIRST.match(page.blanked, sentence.start, statement.timex.start) if done else None
    if (
        not done
        or not told
        or page.text.find(title[: done.start()] or "\n", sentence.start, told.end() + _PARAGRAPH) >= 0
    ):
        return ""
    return told["works"] + done[0]


def _of_rule(title: str, page: Page, statement: Statement) -> str:
    short = _SHORT_RULE.match(title)
    known = page.rule_before(statement.timex.start) if short else ""
    return known + title[short.end() :] if short and known.endswith(short["kind"] + "》") and known != short[0] else ""


_READERS = read_by_first(
    [
        (_BARE_WORKS, _of_works),
        (_BARE_FIRM, _of_firm),
        (_WHOLE_TOWN, _of_town),
        (_SHORT_RULE, _of_rule),
    ]
)
