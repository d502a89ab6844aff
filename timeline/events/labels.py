"""Labels in front of a colon as titles have them: which of them name what their row is about, and how they stand in a title.

>>> names_subject("望湖图书馆"), names_subject("翻开它的时间表"), names_subject("望湖警方")
(True, False, False)
>>> with_label("望湖图书馆", "提前5天放票"), with_label("摇号", "结果公布")
('望湖图书馆提前5天放票', '摇号结果公布')
"""

from __future__ import annotations

from timeline import regex as re
from timeline.events.matters import is_step
from timeline.events.subjects import SKIPPED, head_of

_NO_SUBJECT_LABEL = re.compile(
    r"有$|^另$|^(?:各位|尊敬的|亲爱的|广大)|^(?:编者按|编者的话|核心提示|摘要|记者手记|据介绍|据悉|其中|目前|例如|比如|注|提示|说|表示)|[说道称示]$|[得了着很把]|^[它他她这那]"
)
#: A label that is a sentence of its own, says who tells it, or counts points; none names what its row is about.
_TELLS_ITSELF = re.compile(
    r"^(?:翻开|打开|翻看|看|从|据|经|对|随着|[一二三四五六七]是|首先|其次)|(?:查明|认定|查实|[回归]来|[去后前]|偏[紧松低高]|已[^，]{1,4}|明确|[议商约决]定|时间表|日历|路线图|清单|口径|史料|资料|链接|背景|回顾|贴士|"
    r"[^，]{2,}(?:[也还都正已又](?=[\u4e00-\u9fff]{2})[^，]*|发力|提速|加快|升级|来袭|在即|不断|不停|不减|亮眼|火热|红火|忙|最[旺多高火热忙]|见涨|看涨|走高|走低|回暖)$|延伸阅读|名词解释|图说|编后|警方|警区|警署|消防)$|分[两三四2-9][期步批段]"
)
_ADVICE = re.compile(r"请(?!愿|辞|缨)|敬请|切勿|务必|注意|别忘|建议|提醒")
_HOUSE = re.compile(r"(?:[馆院园校局厅]|中心|公司|集团|银行|大学|中学|小学|剧场|大剧院|地铁|机场|医院)$")
_OUTCOME = re.compile("(?:结果|名单|成绩|证书|证件|奖品|奖金)")
_HEADS_CHRONICLE = re.compile("(?<=.{3})(?:建设|改造)?(?:进展|纪事|大事记|历程|动态|始末|回眸|小史|时间线)$")
#: Labels of the fields of a schedule that say less than what is told behind them.
_FIELD = re.compile("领证|考试|查分|志愿|录取|入学|缴费|体检|面试|选课|选座|交费|报到|咨询|发证")
_TELLS = 4
_IN_BOX = re.compile("【(?P<label>[^【】]{2,8})】(?P<rest>.*)")
_LABELLED = 28
_LONGEST_LABEL = 14


#: One of several stops or sessions of what a page announces.
_STOP = re.compile("(?:第[一二三四五六七八九十0-9]{1,3}|[首末尾])[站场期讲课轮]")
#: （二）竹编体验, ●闭幕式: the name of one of several things announced, above its fields.
_ABOVE = re.compile(
    r"(?:[（(]?[一二三四五六七八九十\d]{1,3}[）).、．]|[①-⑳●◆■★▲◎]|第[一二三四五六七八九十\d]{1,3}[场站期讲项][：:、\s])\s*(?P<name>[^，。；：:\n]{3,24})"
)
_NO_NAME = re.compile(
    "(?:安排|事项|内容|信息|须知|说明|要求|方式|办法|时间|地点|对象|流程|日程|概况|简介|条件)$|^(?:活动|赛事|比赛)"
)


def headed(text: str, position: int) -> str:
    """What the numbered heading in the line right above ``position`` names, or "".

    >>> headed("2.非遗市集\\n11月22日", 7), headed("2.活动安排\\n11月22日", 7)
    ('非遗市集', '')
    """
    above = text[max(0, text.rfind("\n", 0, max(0, position - 1)) + 1) : position].strip()
    heading = _ABOVE.fullmatch(above)
    return heading["name"] if heading and not _NO_NAME.search(heading["name"]) else ""


def is_stop(label: str) -> bool:
    """Whether a label only counts a stop or session: 第一站."""
    return _STOP.fullmatch(label) is not None


def names_subject(label: str) -> bool:
    """Whether a label names something that its row may be told of."""
    return len(label) <= _LONGEST_LABEL and not (_NO_SUBJECT_LABEL.search(label) or _TELLS_ITSELF.search(label))


def spoken_of(label: str) -> str:
    """What a label that heads a chronicle is of: 渡口大桥进展 is 渡口大桥.

    >>> spoken_of("渡口大桥建设进展"), spoken_of("渡口大桥")
    ('渡口大桥', '渡口大桥')
    """
    return _HEADS_CHRONICLE.sub("", label)


def without_box(title: str) -> str:
    """A title behind the label of its box, or that label where it tells a step.

    >>> without_box("【报名】在官网登记"), without_box("【交通】渡口大桥封闭")
    ('报名', '渡口大桥封闭')
    """
    if not (boxed := _IN_BOX.match(title)):
        return title
    return boxed["label"] if is_step(boxed["label"]) else boxed["rest"]


def with_label(label: str, title: str) -> str:
    """A title behind the label of its row, unless it has a subject of its own; advice gives way to the label."""
    if _ADVICE.match(title):
        return label
    if label in title or (_FIELD.fullmatch(label) and len(title) >= _TELLS):
        return title
    if len(label) + len(title) >= _LABELLED or (
        (head := head_of(title)) and not SKIPPED.fullmatch(head) and not _OUTCOME.match(head)
    ):
        return title
    runs_on = _OUTCOME.match(title) or _HOUSE.search(label) or len(title) < _TELLS
    return f"{label}{title}" if runs_on else f"{label}：{title}"
