"""By when readers may or must do something, told as its end: 市民可在5月5日前报名 is 灯会报名截止.

>>> told("市民可通过公众号报名", "渡口灯会"), told("中签者须缴费", "渡口马拉松"), told("县里建成平台", "")
('渡口灯会报名截止', '渡口马拉松中签者缴费截止', '')
"""

from __future__ import annotations

from timeline import edtf
from timeline import regex as re
from timeline.events.attach import Statement
from timeline.events.fitting import LONGEST
from timeline.events.forms import announced
from timeline.events.page import Page
from timeline.events.wholes import Wholes

_HAN = "\u4e00-\u9fff"
#: What readers do for which there is a last day.
_ACT = (
    "报名(?![点表处人费者网])|预约|申请|申报|申领|报送|报案|退[票款货费]|退转|退还|退回|改签|换[票领证]|缴[费款清纳]|付清|投稿|登记|补登记|提交|递交|认购|订购|索取|预订|兑换|领取|返校|报到|补办|补缴|续费|续签|提出(?:书面)?(?:申请|异议|申诉)|"
    "办[理妥结]|填报|核销|激活|认领|续保|参保|认证|核验|腾退|搬离|驶离|撤离|清空|自行(?:拆除|清理|撤离)|取[回走]|到账"
)
#: How it is done: 通过公众号, 凭身份证, 到居委会.
_HOW = (
    rf"(?:(?:通过|登录|关注|扫描?|拨打|凭|持|携带?|到|至|前往|向|在|按)(?:(?!{_ACT})[^，]){{2,18}}?|"
    rf"(?:自行|及时|尽快|免费|网上|线上|现场|电话|扫码|提前|统一|按时|如期|接龙|办理|完成|前去|逐一|全部|全额|一次|最[迟晚]|自愿)(?=.{{2}}))"
)
_ASKS = r"(?:敬请|(?<![申邀聘])请|可以|(?<![许认不])可(?!能|见)|须|应当|(?<![响适反供相对])应(?![急对用])|必须|务必|需(?![求要])|(?<![需主重必])要(?![求点闻]))"
_ASKED, _ACTS = re.compile(_ASKS), re.compile(_ACT)
_TOLD = re.compile(
    rf"(?P<who>(?:(?!{_ASKS})[^，：]){{0,14}}?)"
    rf"(?:(?P<asks>{_ASKS})(?P<you>您|各位|大家|有意者|有需要的)?(?P<more>(?!{_HOW}|{_ACT})[^，]{{2,12}}?(?=[将在到凭持向通]|{_ACT}))?)?"
    rf"{_HOW}{{0,3}}(?P<what>(?:{_ACT})(?:(?!后|的|时(?!间)|数|率|人数)[^，]){{0,10}})"
)
#: 将名单报送市教育局: what is handed in.
_HANDS_IN = re.compile(
    rf"(?:将|把)(?P<what>[{_HAN}]{{2,10}}?)(?P<verb>报送|上报|提交|递交|发送|发|交)(?:至|到|给)?[^，]{{0,10}}$"
)
#: Any reader: of what it is tells more.
_ANYBODY = re.compile(
    "(?:想|有意|愿意|需要|符合条件|有需求|未[^，]{2,6}|已[^，]{2,8})*[^，]{0,8}(?<![^的]单)的?(?:广大|各|全体|相关|有关)?(?:市民|公众|居民|读者|家长|游客|用户|群众|企业|考生|观众|消费者|业主|单位|有意者|爱好者|选手|学生|申请人|旅客|乘客|员工|会员|求职者|应聘者|报名者|参与者|参加者|志愿者|家庭|村民|住户|商户|客户|车主|队伍|团队|人员|个人|球迷|乐迷|朋友|同学)"
)
_ENDS = ("截止", "截稿", "为止", "期限", "结束")
#: 家长开放日时间调整: what was done to what a notice is of.
_CHANGED = re.compile(
    "^(?:延期|推迟|取消|暂停)(?:举办|举行)?(?=.{3})|(?:时间|日期)?(?:调整|变更|延期|改期|推迟|安排|提醒|须知|通知|活动)+$"
)
#: What is to be had for less, or for nothing, up to a day.
_OFFER = re.compile("[0-9一二三四五六七八九.]+折|半价|立减|减免|免收|享[^，]{0,6}优惠|优惠(?:价|票)")
_SHOW, _LONGEST_OFFER = re.compile("《[^《》]{1,12}》"), 14
#: 原就诊卡可用到年底.
_USABLE = re.compile("(?P<what>[^，]{3,14}?)(?:仍|还|均|都)*(?:可以?|能)(?:继续)?(?:使用|沿用|用)")
#: 春季养生讲座28日举行，请于25日前报名.
_OCCASION = re.compile("(?:[^开机社]会|[^参完开]赛|[^开参]展|讲座|论坛|[班营课节]|活动|仪式|演出|考试)$")
_WRONGLY = ("擅自", "私自", "违规")
_LONGEST_WHO = 8


def by_then(title: str, page: Page, statement: Statement, wholes: Wholes) -> str:
    """A title that tells what readers may or must do by a day to come, as the end of that; others as they are."""
    timex = statement.timex
    if title.endswith("截止") and (offer := _offered(page, statement)):
        return _of_show(page, statement, f"{offer}截止")
    if timex.bound != "to" or title.endswith(_ENDS) or not timex.begin:
        return title
    if usable := _USABLE.fullmatch(title):
        return f"{usable['what']}使用截止"
    if page.published and edtf.stamp(timex.begin, low=True).date() < page.published:
        return title
    if _OFFER.search(title):
        return _of_show(page, statement, f"{title}截止")
    start, _ = statement.sentence.clauses[statement.sentence.clause_at(timex.start)]
    own = page.blanked[start : statement.end]
    if not (_HANDS_IN.search(title) or any(act in title for act in _ACTS.findall(own))):
        return title  # 11人是第二次报名，他们要在25日前到岗
    asks = _ASKED.search(own) is not None or bool(statement.label and title.startswith(statement.label))
    return told(title, _matter(wholes, page, statement), asks=asks) or title


def _matter(wholes: Wholes, page: Page, statement: Statement) -> str:
    """What a statement is of: the occasion named before it or in the headline, the notice's, what its sentence speaks of."""
    matter = wholes.whole(statement.start, statement.sentence.paragraph) or announced(page.headline, only_notices=True)
    clause = None if matter else page.subject_clause(statement.number, statement.timex.start)
    return (
        clause[1]
        if clause and _OCCASION.search(clause[1]) and clause[1][0] not in "因受由"
        else _CHANGED.sub("", matter)
    )


def _of_show(page: Page, statement: Statement, title: str) -> str:
    """A title with the show in front that its paragraph has named last."""
    shows = _SHOW.findall(page.text, statement.sentence.paragraph, statement.start)
    fits = shows and shows[-1] not in title and len(shows[-1]) + len(title) <= LONGEST
    return f"{shows[-1]}{title}" if fits else title


def _offered(page: Page, statement: Statement) -> str:
    """What is offered or done from a day on in the clause before one that only says when that ends: 预订享8折，30日截止; or ""."""
    clauses = statement.sentence.clauses_before(statement.timex.start, 1)
    if not clauses or page.blanked[clauses[0][1] : statement.end].strip("，。 ") != "截止":
        return ""
    before = page.blanked[slice(*clauses[0])].strip("，, ").lstrip("起 ")
    if "  " in before or before.endswith(("开始", "启动")) or len(before) > _LONGEST_OFFER:
        return ""  # 报名从8日开始，20日截止
    return before if _OFFER.search(before) or _ACTS.match(before) else ""


def told(title: str, matter: str, *, asks: bool = False) -> str:
    """The end of what a title asks of readers, or its clause ``asks``, of the ``matter`` that its page is of; "" where it
    asks nothing."""
    if handed := _HANDS_IN.search(title):
        who = re.sub("^(?:请|烦请)|(?:须|应|需|请)$", "", title[: handed.start()])
        verb = "报送" if handed["verb"][0] == "发" else handed["verb"]
        return f"{who}{verb}{handed['what']}截止"
    asked = _TOLD.fullmatch(title)
    if asked is None:
        return ""
    who = asked["who"] or ("" if asked["you"] else asked["more"] or "")
    anybody = not who or _ANYBODY.fullmatch(who) is not None
    if who in _WRONGLY:
        return f"{title}截止" if len(title) <= LONGEST - 2 else ""
    if not (asks or asked["asks"] or (who and anybody)):
        return ""  # 公司补缴税款
    if not matter or matter in title or asked["what"][:2] in matter:
        of = "" if matter and matter in title and not who else who if len(who) <= _LONGEST_WHO else ""
        of = matter if matter and matter in title else of
    else:
        of = matter if anybody else f"{matter}{who}" if len(matter) + len(who) <= LONGEST - 8 else who
    whole = f"{of}{asked['what']}截止"
    return whole if len(whole) <= LONGEST else f"{who if len(who) <= _LONGEST_WHO else ''}{asked['what']}截止"
