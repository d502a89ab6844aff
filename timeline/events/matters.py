"""What a page's steps are steps of: the recruitment, the enrolment or the prize that it announces, the case that it tells.

>>> undertakings("渡口县面向社会公开招聘中小学教师60名。")
[(0, '渡口县公开招聘中小学教师')]
>>> case = case_of("被告人赵某龙犯诈骗罪，判处有期徒刑六年。")
>>> of_case("庭审进行", case), of_case("检察机关提起公诉", case), of_case("民警将其抓获", case)
('赵某龙诈骗案庭审进行', '赵某龙被提起公诉', '民警将赵某龙抓获')
"""

from __future__ import annotations

from dataclasses import dataclass

from timeline import regex as re

_HAN = "\u4e00-\u9fff"
_UNDERTAKING = re.compile(
    rf"(?:^|(?<=[，。；：\n\s◆●▲■]))(?:(?P<who>(?:(?![将拟于现为向面])[{_HAN}]){{2,12}}?(?<=[市县区镇乡校院局馆司厂学会处心行团队中部社台所站委园]))\s*(?:[将拟现]|计划)?(?:面?向[社会全国省市区内外]{{2,6}})?|现?面?向[社会全国省市区内外]{{2,6}})"
    rf"(?P<what>(?:公开)?(?:招聘|招考|招录|选聘|选调|选拔|遴选|招募|招生)(?:(?!工作(?!人)|公告|简章|通知|启事|计划|日程|安排|方案|政策)[{_HAN}]){{0,12}})(?=[0-9，。；、\s]|工作|公告|简章|通知|启事|计划|\Z)"
)
#: 公布小学一年级招生日程: what the dates of a schedule are steps of.
_SCHEDULE = re.compile(
    rf"(?:公布|发布|印发|出台|明确)了?\s*(?P<what>[{_HAN}“”]{{0,10}}(?:招生|中招|中考|高考|考试|招录|录取|选举|评选|普查|摇号|配租|申报|入学))(?:工作)?(?:日程|安排|方案|通知|公告|简章|计划|办法)"
)
#: What is gone through on the way: it tells nothing without that of which it is a step.
_STEP = (
    "(?:网上|现场|线上|扫码)?(?:报名|登记(?![为在])|缴费|填报|审核|核验|确认)|公[布示](?:(?:拟?录[取用]|入围|中签|获奖|拟聘|笔试|面试)?(?:人员)?名单|(?:考试)?成绩|结果)|发放(?:入学|录取)?通知书|(?:新生|学生)(?:凭[^，]{2,8})?报到|报到(?![证单处])|正式上课|"
    "(?:统一)?上岗(?:前)?|(?:参赛包|参赛物[资品]|号码布|奖[牌金品]|证书|合格证|门票|入场券|物资|补贴)(?:的)?(?:领取|发放|申领)|签约(?:入住)?(?!仪式|会|活动|义诊|服务)|(?:领取|发放|寄发)(?:入学|录取)?通知书|(?:新生|学生)?到校报到|填报志愿|志愿填报|录取结果|补录|补登记|(?:街道|社区|区级|县级|市级|资格|材料)(?:初审|复审|联审|审核|审查)|打印准考证|准考证|笔试|(?:材料|信息|现场)?核验|面试|体能(?:测试|测评)|技能(?:测试|考核|操作)|心理测试|(?:笔试|面试|总)?成绩|体检(?!中心|车|报告|套餐)|考察|政审|"
    "(?:拟?录[取用]|入围|获奖|拟聘)?(?:人员)?名单|(?:首|次|末)轮(?:比赛)?(?=打响|开赛|开打)|录取通知书|(?:评审|评选|摇号)?结果|摇号|(?:按号)?选房|签订合同|(?:组织)?现场评审|投票"
)
_IS_STEP = re.compile(rf"(?:{_STEP})(?![{_HAN}]*[“《])")
_ONLY_STEP = re.compile(
    rf"\s*(?:[一二三四五六七八九十]{{1,3}}、|[0-9]{{1,2}}[.、])?\s*(?P<step>{_STEP})(?:时间|日期|工作)?(?:初步?|暂)?(?:定于|定在|定|安排在|在|于|为)?\s*\Z"
)
_DEADLINE = re.compile(rf"\s*(?P<step>{_STEP})截[至止](?:到|于)?\s*\Z")
_TAKES = re.compile(
    r"^(?P<name>.{4,18}?)(?:开始|启动|接受|受理|开放|开启|面向社会|扫码|网上|线上|现场|电话)*(?P<what>申报|申请|报名|征稿|征集|登记)(?:开始|启动|开启|截止)?$"
)
_NO_NAME = re.compile("[的可须应到凭在向从持]|最[迟晚]|书面$|[人者员户生]$|学校$|^专业|^(?:首批|第[一二三四五]批)$")
_LONGEST = 32
_CASE = re.compile(
    rf"(?P<name>(?:[“「][^”」]{{1,10}}[”」]|(?:(?![对就的起审理将以为一因])[{_HAN}])){{1,8}}(?:侵权|诈骗|盗窃|纠纷|受贿|贪污|污染|垄断|抢劫|伤害|传销|走私)(?:责任)?案|(?<=一起)[^，。；\s]{{4,18}}?案)(?!件|例)"
)
_CONVICTED = re.compile(
    rf"(?:被告人?|嫌疑人|男子|女子|[，。；：])(?P<who>[{_HAN}]{{1,2}}某[{_HAN}]{{0,2}}?)犯(?P<crime>[{_HAN}]{{2,8}}?)罪"
)
_COURT, _COURT_NEAR = re.compile(rf"(?:(?![向在由被经到至诉和与及对，。])[{_HAN}]){{2,10}}?(?:法院|中院|高院)"), 240
_PROCEEDING = re.compile(
    rf"^(?:[{_HAN}]{{2,14}}法院)?(?P<step>(?:庭审|(?:第一次|第二次|再次|再度)?开庭|(?:一审|二审|终审|再审)(?!的)|首次开庭|公开开庭|开庭审理|宣判).*)$"
)
_CHARGED = re.compile(r"^(?:[\u4e00-\u9fff]{0,8}检察(?:机关|院))(?:对其|依法)?(?P<verb>批准逮捕|提起公诉)$")


@dataclass(frozen=True, slots=True)
class Case:
    """A case before a court: its ``name`` and the one who is charged, each "" where the page does not tell it alone."""

    name: str = ""
    who: str = ""


def undertakings(text: str) -> list[tuple[int, str]]:
    """The recruitments and enrolments that a text, its times blanked out, announces, in order, with their offsets."""
    found = [(one.start(), f"{one['who'] or ''}{one['what']}") for one in _UNDERTAKING.finditer(text)]
    return sorted(found + [(one.start(), one["what"]) for one in _SCHEDULE.finditer(text)])


def taken(title: str) -> tuple[str, str] | None:
    """Of a title that tells that something is open for applications: its name, and what is taken.

    >>> taken("第五届渡口奖接受申报")
    ('第五届渡口奖', '申报')
    """
    found = _TAKES.match(title)
    if not found or _IS_STEP.match(found["name"]) or _NO_NAME.search(found["name"]):
        return None
    return found["name"], found["what"]


def is_step(title: str) -> bool:
    """Whether a title begins with a mere step of something."""
    return _IS_STEP.match(title) is not None


def step_before(text: str) -> str:
    """The step that a clause or heading, as far as ``text``, consists of: 面试初定, 四、面试; 缴费截至 is its end; or ""."""
    if closes := _DEADLINE.fullmatch(text):
        return f"{closes['step']}截止"
    found = _ONLY_STEP.fullmatch(text)
    return found["step"] if found else ""


def case_of(text: str) -> Case:
    """The one case that a text tells of; empty where it tells of several or of none."""
    convicted = {(found["who"], found["crime"]) for found in _CONVICTED.finditer(text)}
    names = {found["name"] for found in _CASE.finditer(text)}
    who = next(iter(convicted))[0] if len({name for name, _ in convicted}) == 1 else ""
    if len(names) == 1:
        return Case(next(iter(names)), who)
    return Case("".join((*next(iter(convicted)), "案")), who) if len(convicted) == 1 and not names else Case("", who)


def court_before(text: str, position: int) -> str:
    """The court that a text names last, in not many characters, before ``position``; or "".

    >>> court_before("方某向渡口市法院起诉。渡口中院开庭，法院判决", 20)
    '渡口中院'
    """
    named = _COURT.findall(text, max(0, position - _COURT_NEAR), position)
    return named[-1] if named else ""


def of_case(title: str, case: Case) -> str:
    """A title that tells a step of a case, with the case or the one who is charged."""
    if case.who and (charged := _CHARGED.match(title)):
        return f"{case.who}被{charged['verb']}"
    if case.who and "将其" in title:
        return title.replace("将其", f"将{case.who}")
    if case.name and title.startswith(("该案", "此案", "案件")):
        title = case.name + title[2:] if len(case.name) + len(title) <= _LONGEST else title
    if case.name and case.name not in title and (step := _PROCEEDING.match(title)):
        return f"{case.name}{step['step']}"
    return title
