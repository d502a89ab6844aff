"""Who or what may be told as the doer where a clause leaves it out, and what is done where it only waits for a day.

>>> done_by_town("启动垃圾分类"), done_by_town("被判处拘役"), done_by_town("动工")
(True, False, False)
>>> awaited("轻轨二号线", "轻轨一号线通车")
'轻轨二号线通车'
"""

from __future__ import annotations

from itertools import pairwise

from timeline import regex as re
from timeline.events.attach import Statement
from timeline.events.fitting import LONGEST, fit
from timeline.events.forms import GROUNDS, OF_THE_TIMES
from timeline.events.institution import FEATURE
from timeline.events.matters import is_step, step_before
from timeline.events.page import Page
from timeline.events.placenames import is_town
from timeline.events.subjects import head_of, own_head
from timeline.events.title import make_title
from timeline.events.words import VERBS, one_of
from timeline.model import Timex

_HAN = "\u4e00-\u9fff"
_TOWN_DEEDS = (
    "举办 举行(?!开工|奠基|竣工|揭牌|挂牌|投产|签约|通车|启用) 召开 公布 发布 印发 出台 颁布 制定 修订 启动(?!变卖|拍卖) 开展 推出 推行 推进 推广 推动 "
    "实施 实行 实现(?!产值) 发放 安排 组织 新增 新建 建成 建立 建设 成立 设立 设置 完成(?![^，]{0,6}(?:安装|调试|吊装|浇筑|总装|装机|下线|铺设|铺轨|架设|培训|布展|装修|路基|验收|修复)) 打造 获评 获批 获得 入选 列入 成为 退出 跻身 撤销 改造 投入 投资 "
    "关停 整治 评出 评选 提出 提高 决定 拿出 拨付 免除 减免 取消 调整 引进 引入 迎来 达到 达成 突破 遭遇 出现 发生 放假 增开 办(?!理) 创建 承办 申报 "
    "申办 发行 发出 扶持 支持 鼓励 治理 开设 开通 开征 迁建 落地(?=全) 转入(?=常态|全面) 通过“ "
    "在(?=.{0,14}(?:举[行办]|召开|试点|先行先试)) 在(?=.{2,10}(?:夺得|获得|取得|夺冠|获奖)) 对(?=[^，的]{2,14}(?:开展|实施|进行|实行|免费)) 把 开(?=[一两三四五六]) 办(?=[好一两三])"
)
#: What towns do, with what they do it to: 出台办法; what befalls works, a firm or a person alone stands without: 建成, 停产.
_TOWN_DOES = re.compile(
    "(?:全面|全域|先后|陆续|相继|累计|首次|率先|正式|持续|同步|成功|专题|集中|联合|[两三]次|计划|打算|力争|争取|[又再还已拟先])*"
    f"(?:{one_of(_TOWN_DEEDS.split())})了?[{_HAN}0-9“《]{{2}}"
)
#: So short is a town without 市 or 县, though a river or a hill may be called so too: neither does anything itself.
_LONGEST_STEM, _BUILT, _UNITS = 3, frozenset("桥塔寺庙馆厂院校楼阁宫祠"), "市县区镇乡"
_PERSONAL = re.compile(
    "任(?!务)|评上|离休|退伍|转业|入伍|去世|逝世|辞世|病逝|负伤|获颁|升任|出任|留任|担任|连任|下放到|病退|拜师|留学|[返回]乡|入党|被(?:判|捕|抓|刑|拘|逮|查|羁)|因.{0,6}被|自首|投案|生于|出生|毕业|考[入取]|参军|退休|调[入回]"
)
_TELLING = 2
#: Characters with which a title tells something though nobody does it, with which a clause tells what is done, of a heading.
_WEAKEST, _TOLD, _LONGEST_HEAD = 4, 2, 16
#: 票价30元起，明早十点开票: what is done then stands behind the time alone.
_OPENS = re.compile("(?:开票|开售|发售|开抢|开仓|开放预约|开放抢票)")
_ASIDE = re.compile("[（(][^（）()]{0,16}[）)]")
_SUM = re.compile("[0-9.]+[亿万]?[多余]?元")
_PAUSE = re.compile(r"[，,；;。\n]")
_NEAR, _FORCE_BACK = 70, 120
#: 赵某，男，1984年5月生.
_BORN = re.compile(rf"(?:^|[，。；：\n])(?P<who>[{_HAN}]{{2,4}})[，（(][男女][，,]\s*(?:[{_HAN}]{{1,6}}[，,])?\s*\Z")
#: 事情要追溯到2021年8月。当时，……: what it was is told behind.
_TRACED = re.compile(
    r"(?:事情|故事|一切|渊源|缘起|纠纷|案件)?(?:还|则)?(?:要|得|可|可以)?从?\s*(?:追溯|说起|讲起)(?:[到至]|\s)*"
)
_LEAST_TOLD = 6
#: 将举办花田跑（3月22日）、汉服巡游（3月28日）: one of several, each with its day in brackets.
_LISTED_ITEM = re.compile(
    r"(?P<before>[、：，。；]|举[行办]|推出|开展|包括|安排)了?(?P<item>(?:(?!举[行办]|推出|开展|包括|安排)[^、：，。；（）()]){3,16})\Z"
)
_LIST_GOES_ON = frozenset("、和及与等，。；\n")
_RULE_ASIDE = re.compile(r"(?P<rule>《[^《》]{2,26}》)[（(][^（）()]{0,20}\Z")
_FORCE = re.compile(r"\s*起?(?P<verb>施行|实施|印发|发布|公布|修订)[）)]")
_SET_FOR = re.compile(r"\s*(?:初步?|暂)?(?:定于|定在|定|安排在|拟于|于|在)?\s*")
_WAITS = re.compile(
    r"[要得须需]等?到\s*\Z|等到?\s*\Z|(?:^|[，；])现(?:在)?(?:预计|计划|调整|改)(?:要)?[到至为在]?\s*\Z"
)
_DONE = re.compile(
    rf"(?<=.{{2}}){one_of([*VERBS.split('|'), '休渔', '禁渔', '封山'])}将?(?:部分|全部|[{_HAN}]{{0,2}})(?:结束|停止)?$|"
    rf"(?<=.{{2}})[开完复停封装][{_HAN}]$"
)
#: 力争8月开工、2026年底建成: what stands between two times of one clause.
_BETWEEN = re.compile(rf"\s*[前起底初]?\s*(?P<verb>[{_HAN}]{{2,4}})[、，]\s*(?:力争|计划|预计|将|拟)?\s*\Z")
_BEHIND = re.compile(rf"\s*[前起底初]?\s*(?P<verb>[{_HAN}]{{2,4}}?)(?:(?P<of>的)|(?=[，。；]|\Z))")
_VERB = re.compile(rf"(?:主体|全面|全线|正式)?{one_of(VERBS.split('|'))}")
_PREDICATE = re.compile("[，。；]|设(?=[有床座置])|占地|总[投建]|可(?=[容供])|计划|已|将")
_MEASURE = re.compile(
    r"(?:日均|年|月均|人均|外贸|旅客|货物|主营|净|全年|单月|综合|累计)?(?:吞吐量|产值|产量|销量|销售额|销售收入|营收|营业收入|收入|利润|税收|出口额|交易额|客流量|车流量|股价|总资产|增速|客运量|货运量|发电量|"
    "单位能耗|能耗|用工|单产|亩产|最[高多大](?=[达为])|存款余额|贷款余额|不良率|入住率|上座率|票房|报名人数|在校生|粉丝)"
)
_MEASURES = frozenset("日年月人外旅货主净全单综累吞产销营收利税出交客车股总增发存贷不入上票报在粉能用亩最")
_OWNS = re.compile("(?:公司|集团|机场|银行|酒厂|[港厂店])$")
_DIGIT = re.compile("[0-9]")
_FORCED = ("执行", "施行", "实施", "生效", "废止", "失效")
_IN_FORCE = re.compile("(?:起)?(?:执行|施行|实施|生效|废止|失效)$")
#: 条例（草案）将报省人大常委会批准后施行.
_APPROVED = re.compile("(?:报请?|经|待|提请)[^《》，]{2,16}(?:批准|通过|同意)后?(?:施行|实施|执行|生效)$")
_DRAFT = re.compile("[（(][^（）()]*(?:草案|意见稿)[）)]》$")
_CHANGED = re.compile("(?:调整|上调|下调|提高|降低|降|升|改)[为至到]")
_RULE = re.compile("《[^《》]{2,26}》")
#: 运输署批准三条航线加价，10月1日起生效: what is in force is what was settled.
_SETTLED = re.compile(
    rf"(?:批准|核准|通过|公布|宣布|同意|决定)了?(?P<what>(?![的了])[{_HAN}“”0-9]{{2,18}}?(?:加价|涨价|降价|调价|调整|方案|标准|收费|票价|限制|措施|豁免|减免|新规|新政))(?=[，。；])"
)
_PART_NAME = r"(?P<part>(?:第[一二三四五六七八九十0-9]+|首|末|上|下)[期批场站轮次届阶段]{1,2})"
_PART_ENDS = re.compile(rf"{_PART_NAME}\s*\Z")
_PARTS = re.compile(rf"\s*[、，]\s*{_PART_NAME}\s*")
_DONE_BEHIND = re.compile(rf"\s*(?P<verb>[{_HAN}]{{2,6}})(?=[，。；])")
_FRONT = re.compile(r"(?:力争|计划|预计|将于?|拟于?|有望|原?定于?|于|在)*\s*\Z")


def formed(page: Page, statement: Statement) -> str:
    """The title that an aside gives: what a list has its day beside, a birth told beside a name, a rule's entry into force in the brackets behind it; or ""."""
    at, end = statement.timex.start, statement.timex.end
    if born := _BORN.search(page.text, max(0, at - _NEAR), at):
        return f"{born['who']}出生" if page.text[end : end + 1] == "生" or page.text[end : end + 2] == "出生" else ""
    if page.text[at - 1 : at] in "（(" and page.text[end : end + 1] in "）)":
        listed = _LISTED_ITEM.search(page.text, max(0, at - _LONGEST_HEAD * 2), at - 1)
        behind = page.text[end + 1 : end + 2]
        if listed and behind in _LIST_GOES_ON and (listed["before"] == "、" or behind in "、和及与"):
            return listed["item"]
    rule, verb = _RULE_ASIDE.search(page.text, max(0, at - _NEAR), at), _FORCE.match(page.text, end)
    return f"{rule['rule']}{verb['verb']}" if rule and verb else ""


def beyond_grounds(page: Page, statement: Statement) -> tuple[int, int]:
    """The part of a statement that its title is made of: the next clause where its own only gives grounds: 经市政府批准，…….

    The part is in offsets of the body; it holds no time of its own.
    """
    start, end = statement.start, statement.end
    own = page.blanked[start:end].strip("，。, ")
    if _TRACED.fullmatch(own) and statement.number + 1 < len(page.sentences):
        for clause in page.sentences[statement.number + 1].clauses[:3]:
            if clause[1] - clause[0] > _LEAST_TOLD and not page.times_in(*clause):
                return clause
    of_the_times = len(page.text) >= FEATURE and OF_THE_TIMES.fullmatch(own.lstrip("的 ")) and own not in page.headline
    if _PAUSE.search(own) or not (of_the_times or own.endswith("期间") or GROUNDS.fullmatch(own.strip())):
        return start, end
    following = next((clause for clause in statement.sentence.clauses if clause[0] >= end), None)
    if following is None or any(timex.type != "DURATION" for timex in page.times_in(*following)):
        return start, end
    return following


def done_by_town(rest: str) -> bool:
    """Whether a town may be told as the doer of what a clause without a subject says."""
    return _TOWN_DOES.match(rest) is not None


def of_person(rest: str) -> bool:
    """Whether only a person can be the doer."""
    return bool(_PERSONAL.match(rest))


def measured(page: Page, title: str, statement: Statement) -> str:
    """A title that begins with a mere measure, with whose it is where the sentences before tell: 销量37万辆."""
    if title[:1] not in _MEASURES or not _MEASURE.match(title):
        return title
    clause = page.subject_clause(statement.number, statement.timex.start)
    whose = _sold(page, title, statement) or (page.name_of(clause[1], clause[0]) if clause else "")
    if not _OWNS.search(whose) and _OWNS.search(page.owner):
        whose = page.owner  # what a firm sells is not its new building's
    fits = whose not in title and len(whose) + len(title) <= LONGEST and len(whose) <= _LONGEST_HEAD
    return whose + title if whose and fits and not (_MEASURE.search(whose) or _DIGIT.search(whose)) else title


def _sold(page: Page, title: str, statement: Statement) -> str:
    """What the clauses between a statement's time and its measure speak of: 去年，米粉卖出十万份，销售额突破百万元; or ""."""
    end = page.text.find(title[:_LEAST_TOLD], statement.timex.end, statement.end)
    told = page.blanked[statement.timex.end : end].strip("，, ") if end > 0 else ""
    return own_head(_PAUSE.split(told)[0]) if told else ""


def in_force(page: Page, title: str, subject: str, statement: Statement) -> str:
    """The title of a rule's entry into force that was told as its maker's: 市民政局施行 is 《办法》施行."""
    if title.endswith(_FORCED) and _APPROVED.fullmatch(title.removeprefix(subject)):
        drafted = _RULE.findall(page.text, statement.sentence.start, statement.timex.start)
        return _DRAFT.sub("》", drafted[-1]) + title[-2:] if drafted else title
    force = _IN_FORCE.search(title) if title.endswith(_FORCED) and subject and title.startswith(subject) else None
    if force is None or force.start() != len(subject):
        return title
    before = next((c for c in statement.sentence.clauses_before(statement.start)), None)
    if (
        before
        and (changed := page.blanked[before[0] : before[1]].strip("，, ")).startswith(subject)
        and _CHANGED.search(changed)
    ):
        return fit(changed)
    near = max(statement.sentence.start, statement.timex.start - _FORCE_BACK), statement.timex.start
    if rules := _RULE.findall(page.text, *near):
        return f"{rules[-1]}{force[0]}"
    return next((f"{settled['what']}{force[0]}" for settled in _SETTLED.finditer(page.blanked, *near)), title)


def awaits(clause: str, start: int, end: int) -> bool:
    """Whether a clause only says that something must wait for its time at ``[start, end)``: 轻轨二号线要等到明年."""
    return bool(_WAITS.search(clause, 0, start)) and len(clause[end:].strip("，。；、 ")) < _TELLING


def awaited(title: str, told: str) -> str:
    """What waits, with what the statement before tells is done then; "" where it tells nothing of the kind."""
    if not title or title in told or title.startswith("现"):
        return told  # 三桥原计划6月合龙，现预计8月
    done = _DONE.search(told)
    return title + re.sub("将|部分|全部", "", done[0]) if done else ""


def paired(page: Page, start: int, end: int, timex: Timex) -> str:
    """The title of one of two times that a clause gives a verb each: 大桥力争8月开工、明年底建成, 去年立项、今年奠基的新馆; or ""."""
    inside = page.times_in(start, end)
    for first, last in pairwise(inside):
        if timex.start not in (first.start, last.start):
            continue
        if title := _listed(page, first, last, timex):
            return title
        between = _BETWEEN.fullmatch(page.text, first.end, last.start)
        behind = _BEHIND.match(page.text, last.end, end)
        if not between or not behind or not (_VERB.match(between["verb"]) and _VERB.match(behind["verb"])):
            continue
        told = page.blanked[behind.end() : end] if behind["of"] else _FRONT.sub("", page.blanked[start : first.start])
        what = head_of(told if behind["of"] else f"{told}{between['verb']}")
        if behind["of"]:
            what = _PREDICATE.split(what or told, maxsplit=1)[0].strip()
        what = what or page.works_before(start)
        if what:
            return what + (between if timex.start == first.start else behind)["verb"]
    return ""


def _listed(page: Page, first: Timex, last: Timex, own: Timex) -> str:
    """The title of one of two parts that a clause names with a time each and one verb: 第二期7月10日、第三期7月18日开营; or ""."""
    other = _PARTS.fullmatch(page.text, first.end, last.start)
    named = _PART_ENDS.search(page.text, max(0, first.start - _LONGEST_HEAD), first.start) if other else None
    behind = _DONE_BEHIND.match(page.text, last.end) if named else None
    if not (other and named and behind):
        return ""
    return (named if own.start == first.start else other)["part"] + behind["verb"]


def counted(page: Page, statement: Statement) -> str:
    """The part that stands right before a time which is all that is told of it: 第一期7月8日至19日; or ""."""
    timex = statement.timex
    after = page.text[timex.end : timex.end + 1]
    part = _PART_ENDS.search(page.text, max(0, timex.start - 6), timex.start) if after in "，。；、\n" else None
    return part["part"] if part else ""


def is_sum(trigger: str) -> bool:
    """Whether what made a statement one is only a sum of money."""
    return _SUM.match(trigger) is not None


def of_deed(page: Page, statement: Statement, times: list[tuple[int, int]], subject: str) -> str:
    """The title of what is done at a time, and not of what it costs, which the next clause tells; "" where nothing is."""
    part, end = page.text[statement.start : statement.end], statement.timex.end - statement.start
    end += part.startswith(("，", ","), max(0, end))
    pause = _PAUSE.search(part, max(0, end))
    last = max(part.rfind("，", 0, statement.timex.start - statement.start), 0)
    if last and _SUM.search(part, 0, last) and _OPENS.fullmatch(part[end:].strip("起。；")):
        return make_title(
            part[last + 1 :], [(start - last - 1, at - last - 1) for start, at in times if start > last], "", ""
        )
    if (
        not pause
        or _SUM.search(part, 0, pause.start())
        or len(part[end : pause.start()].strip("前起止内，。 ")) < _TOLD
    ):
        return ""
    title = make_title(part[: pause.start()], [time for time in times if time[1] <= pause.start()], subject, "")
    return title if len(title) >= _WEAKEST and not GROUNDS.fullmatch(title) else ""


def of_no_town(page: Page, title: str, town: str, statement: Statement) -> str:
    """A title whose actor was taken to be the page's town, without it where no town does such a thing."""
    rest = title.removeprefix(town)
    # a bridge's name is a town's where the page has its 区 or 镇
    is_stem = 0 < len(town) <= _LONGEST_STEM and (
        town[-1] not in _BUILT or any(page.says(town + unit) for unit in _UNITS)
    )
    if (
        rest == title
        or title[: len(town) + 1] in page.blanked[statement.start : statement.sentence.end].replace(" ", "")
        or (done_by_town(rest) and not is_step(rest))
        or not (is_stem or is_town(town, page.cast.places))
    ):
        return title
    person = page.person(statement.timex.start) if of_person(rest) else ""
    known = len(rest) >= _WEAKEST or person or page.works_before(statement.start)
    return person + rest if known else title


def alone(page: Page, title: str, statement: Statement) -> bool:
    """Whether a title is nothing but whom the page is of, and that not by the statement's own words."""
    return title == page.owner and title not in page.text[statement.start : statement.end]


def step_at(page: Page, statement: Statement) -> str:
    """The step that the words in front of a time, or the heading before its sentence, consist of; or ""."""
    timex = statement.timex
    start, end = statement.sentence.clauses[statement.sentence.clause_at(timex.start)]
    if page.text[timex.end : end].strip("前止，。；、 ") or timex.start - start > _LONGEST_HEAD:
        return ""
    before = _ASIDE.sub("", page.text[start : timex.start])
    if step := step_before(before):
        return step
    headed = statement.number and start == statement.sentence.start and _SET_FOR.fullmatch(before)
    earlier = page.sentences[statement.number - 1]
    if not headed or earlier.paragraph != statement.sentence.paragraph or earlier.end - earlier.start > _LONGEST_HEAD:
        return ""
    return step_before(page.text[earlier.start : earlier.end].rstrip("。"))
