"""Whether a title stands on its own: it says who or what, nobody's name in it is torn, nothing in it is left hanging.

>>> lacks_subject("改称渡口港第三装卸区"), lacks_subject("渡口港改称第三装卸区")
(True, False)
>>> is_torn("水下森林恢", "水下森林恢复工程启动"), is_torn("渡口港", "渡口港启用")
(True, False)
"""

from __future__ import annotations

from timeline import regex as re
from timeline.events.subjectless import is_bare
from timeline.events.words import PASSES_INTO, VERBS, behind, led

_HAN = "\u4e00-\u9fff"
#: Adverbs, prepositions and modal verbs that only a predicate begins with.
_ADVERB_FIRST = re.compile(
    led(
        r"一律|正式|率先|先行|先(?=[在到去把由从搬封修拆抢])|再(?=[在到去把由从次])|又|也|还(?![款贷建])|均|都(?!市)|才(?=[能在从由])|就(?=[在到去把由从])|仍|已(?!故)|曾(?=[在到被任从])|共(?=[发接收完到有投签售筹])|累计|首次|再次|"
        rf"重新(?!开放日)|陆续|相继|分别|分[两三四五][批次期步]|同步|继续|逾期|每(?=小时|[人次张])|不(?=[能再得限会])|未(?![来成])|可(?=[在到凭向通提以从至改申领]|又)|须|能(?![源力量手])|只(?=[剩有留能])|正好|"
        rf"免费(?=参观|向|对|为|领)|连(?=[停续办开演])|比(?=[县市省国原去往计上][{_HAN}]{{2}})|有了|经(?=[^，]{{2,24}}(?:通过|批准|同意|审定))|对外开放|向(?:公众|市民|社会)|开学起|预约(?=试?开放)|供(?=[下上]游)"
    )
)
#: A verb of one character with what came of it: 升为, 转入, 做过.
_DONE_FIRST = re.compile(
    "(?:[改升更转扩增降迁搬并划定列评选晋变换调换][称为作至入成往归]|[形产拿打走跑卸编取制写造办引借买租拆运送领签摆驶种拍试][成出下起进回完]|[做作办开停发吃去来修建][过了]|通过|走[0-9]|考《|赛[0-9])"
    f"(?![{_HAN}]{{0,12}}的)"
)
#: 录取结果公布, 招聘月收官: what begins like a verb is part of a name, whose own verb stands behind it.
_NAME_FIRST = re.compile(
    rf"(?:[{_HAN}]{{2,4}}[额率量值数][有达为超占突增降].+|(?![从在由将被对与向为把])[{_HAN}]{{3,9}}(?<![成出到入为了过下])(?:公布|公示|收官|开启|截止|开始|结束|开放|举行|受理|考试|报名|列入[{_HAN}]+|启用|上线|推迟|延期|取消|发布|出炉|揭晓))"
)
#: What a subject does not end with: a verb that wants its object, an adverb, a preposition.
_TORN_END = re.compile(
    "(?:实行|打算|拿出|形成|宣布|提出|以及|(?:的)?包括|[未按先每将才又也都逢终么了]|向[县市省区]?|(?<!标)的|(?<![公联可转初提外成])交|(?<=单位)会|(?<=公司)会|(?<=部门)会)$"
)
#: What none begins with: a time, a figure of speech.
_TORN_START = re.compile("(?:今年逢?|去年|明年|眼下|目前|初期|如今|加密|形成|拿出|本报|记者|包括|为)+")
_PREDICATED = re.compile("不是|一律|的是|[改提增][到了至]|[了每](?!.)|(?<=.{2})逢|做了|改了")
_WORDS = frozenset(word for word in VERBS.split("|") if len(word) == 2) | {
    "大会",
    "代表",
    "委员",
    "工程",
    "主任",
    "学校",
}
#: A place alone, one who only tells.
_NOWHERE, _TELLS = re.compile(".{4,}[厅馆室场间院园里]里$"), re.compile(".{4,}(?:会|中|上)(?:通报|介绍|透露)$")
_SHORTEST = 2


def lacks_subject(title: str) -> bool:
    """Whether a title begins with what is done, and says of nobody that it is so."""
    if _ADVERB_FIRST.match(title) or _DONE_FIRST.match(title):
        return True
    return is_bare(title) and not _NAME_FIRST.fullmatch(title)


def is_torn(subject: str, text: str) -> bool:
    """Whether what a title was given as its subject is no name: it ends like a predicate, or in the middle of a word of ``text``."""
    if _TORN_END.search(subject) or _TORN_START.match(subject) or _PREDICATED.search(subject):
        return True
    if "的" not in subject and (_DONE_FIRST.match(subject) or PASSES_INTO.match(subject)):
        return True  # 编成《洪水志》把木箱捐给县里
    at = text.find(subject)
    found = at >= 0
    while at >= 0:
        end = at + len(subject)
        if subject[-1:] + text[end : end + 1] not in _WORDS:
            return False
        at = text.find(subject, end)
    return found


def untorn(subject: str) -> str:
    """The part of a torn subject that may be one: without its predicate's beginning; or "".

    >>> untorn("渡口县打算"), untorn("水下森林恢")
    ('渡口县', '')
    """
    kept = _TORN_END.sub("", behind(_TORN_START, subject))
    torn = kept == subject or len(kept) < _SHORTEST or _PREDICATED.search(kept) or lacks_subject(kept)
    return "" if torn else kept


def lacks_predicate(title: str) -> bool:
    """Whether a title says where or by whom something was told, and nothing of what happens."""
    return _NOWHERE.fullmatch(title) is not None or _TELLS.fullmatch(title) is not None
