"""A title cut to its longest at a place where nothing is torn, with its marks in pairs.

>>> fit("渡口市“江河”摄影展的"), fit("渡口机电股份有限公司与望湖机场集团有限责任公司签订三年供货合同")
('渡口市“江河”摄影展', '渡口机电公司与望湖机场集团公司签订三年供货合同')
"""

from __future__ import annotations

from timeline import regex as re
from timeline.events.shape import without_loose_place, without_place
from timeline.events.words import VERBS, behind, one_of

LONGEST = 30
_PERSON_LEAD = re.compile(
    r"^(?:[^，。]{0,30}?(?:书记|市长|县长|区长|省长|主任|局长|主席|常委|部长|会长|院长|校长|秘书长))[、\u4e00-\u9fff]{0,40}?(?:主持召开|出席|参加|主持|(?:带队|率队)(?![到赴在前深走检调]))(?=[\u4e00-\u9fff“])"
)
_MIDDLE = re.compile(r"^(.{3,14}?)(?:组织|联合|会同|携手|邀请).{4,30}?(开展|举行|举办|召开)(?=.{4,})")
_COMPANY = re.compile(r"(?:股份|科技股份|企业管理|集团股份)?有限(?:责任)?公司")
_TRAIL = re.compile(
    r"(?:[，,、；;：:。—\-–\s]|(?<!目)的|(?<![关通开办建修涨降倒塌走来去停断签撤散裂满响亮红])了|(?<![一二三特优甲同平])等|(?<![合兼归])并|(?<!平)和|(?<!参)与|(?<![普涉危])及|(?<=.{4})分别|以及|(?<![名小大老])将|"
    r"(?<![所存])在|于|(?<![亲各])自|从|至|(?<![0-9发掀引崛兴盖建搭支办修撑扛挑燃升竖唱])起|(?<![行作])为|是|也|(?<![细原规总附])则|(?<![归返偿退])还|把|被|(?<![反应校核结配相面成0-9一二三四五六七八九十百两几])对|(?<![走方取意动导志趋流风去倾])向|"
    r"(?<![签预条公契制节邀特履违合租盟婚续解毁爽赴失如集简新旧守])约|(?<![绵蔓外伸拖迁顺推])延|(?<![更整修迁技房医教])改(?=\Z)|时?(?:指出|强调|表示|(?<!小)说)|(?<=[会式动展赛坛礼])上|现场|(?:(?<=[投启]用)|(?<=[复投][产工]))后|(?<=[市目])后|(?<=.{4})(?:以来|(?<![前幕背战产午今最滞落])后|之际|(?<=[束始])前))+$"
)
#: What _TRAIL may end with, beside blanks.
_LAST = frozenset("别，,、；;：:。—-–的了等并和与及将在于自从至起为是也则还把被对向约出调示说上场后延改来际前")
#: What follows such a verb tells the effect, not the happening.
_RESULT = re.compile(r"(.{8,29}?)(?:迎来|吸引|带动|助力|促成|标志着|为推动)")
_HOSTED = re.compile(r"^由?[^，“《「]{4,50}(?:主办|承办|协办|举办|打造|组织|推出|指导)的(?=[“《「].{4,}|.{8,})")
_RULE_MIDDLE = re.compile(
    r"^(《[^《》]{4,40}》).*?((?:审议|表决)?通过|获批|印发|发布|公布|施行|实施|生效|废止)的?(?:[至给]?各[^，]{2,20})?$"
)
#: 市府办、市财政局联合印发《办法》 is 《办法》印发, where both are too long for a title.
_ISSUES = re.compile(r"[^《》]{4,}?(?P<verb>印发|发布|公布|出台|颁布)了?(?P<rule>《[^《》]+》)$")
#: What a charge may go without.
_CHARGED = re.compile("依法(?=对|[查批])|被告(?:单位|人)|以?涉嫌[^，]{2,12}罪(?=提起|批准|被|移送)")
_IN_ROUND = re.compile(r"(?<=.{3})在[^，在]{4,24}?(?:赛|决赛|会议?|项目)[中上](?=[\u4e00-\u9fff]{2})")
#: 海关在一票申报为五金件的出口货物中查出假冒轴承.
_AMID = re.compile(r"(?<=.{3})在[^，在]{6,}?(?:[中时]|期间)(?=[\u4e00-\u9fff]{2}[^，]{2})(?<![初高集其])")
#: 建设路、人民路、南正街以及北正街部分路段实行管制: the first of them stands for all.
_LISTED = re.compile(
    r"^(?P<first>[^、，]{2,12})、[^，]{2,40}、[^、，]{2,16}?(?:等(?:路段|地|处|领域|片区)?)?(?P<rest>(?:视情况)?(?:均|都|将|全线)?(?:实行|实施|停水|停电|停气|封闭|管制|限行|临时|开展|举行|获|入选|开工|竣工|通车)[^、]*)$"
)
#: 保障全省规模最大的12万名学生入学: what goes first of an object that is too long.
_ATTRIBUTES = re.compile(
    rf"(?P<verb>{one_of([verb for verb in VERBS.split('|') if len(verb) > 1])})(?![或和与及])[^，、的“”《》（）]{{3,16}}的(?=[0-9\u4e00-\u9fff“《]{{4}})"
)
_MADE_UP_OF = re.compile("以[^，的]{2,24}为(?:主体|代表|主|重点|核心|特色)的")
#: 司机、快递员、主播等新就业群体: the first of them stands for all.
_ENUMERATED = re.compile(r"(?P<first>[^，、“”《》（）]{2,14})(?:、[^，、“”《》（）]{1,14}){2,}?等(?=[^，]{3})")
#: 法院在拍卖平台对厂房进行拍卖: the place goes, and the deed comes first.
_DONE_TO = re.compile(
    "^(?P<who>.{4,14}?)(?:在[^，]{2,16}?)?对(?P<what>[^，]{4,24}?)(?:进行|开展|实施)(?P<deed>[^，]{2,12})$"
)
_SLOGAN = re.compile(r"[“][^”》]{6,24}[”](?=[\u4e00-\u9fff0-9]{6,})")


def fit(text: str) -> str:
    """``text`` cut to the longest title at a place where nothing is torn, with its quotation marks balanced."""
    text = "".join(text.split())
    if len(text) > LONGEST - 6:
        text = _cut(text)
    return untrailed(_balanced(text)).lstrip("的、，")


def _cut(text: str) -> str:
    if (shorter := behind(_PERSON_LEAD, text)) != text and len(shorter) >= 6:
        text = shorter
    if len(text) > LONGEST:
        text = _COMPANY.sub("公司", text)
    if len(text) > LONGEST:
        text = _RULE_MIDDLE.sub(r"\1\2", _CHARGED.sub("", text))
    if len(text) > LONGEST and "《" in text and (issued := _ISSUES.match(text)) and len(issued["rule"]) < LONGEST - 1:
        text = f"{issued['rule']}{issued['verb']}"
    if len(text) > LONGEST:
        text = _ENUMERATED.sub(r"\g<first>等", _LISTED.sub(r"\g<first>等\g<rest>", text))
    if len(text) > LONGEST:
        text = _IN_ROUND.sub("", without_place(text).replace("关于", "", 1))
    if len(text) > LONGEST:
        text = behind(_HOSTED, _AMID.sub("", text))
    if len(text) > LONGEST:
        text = _MIDDLE.sub(r"\1\2", text)
    if len(text) > LONGEST and "对" in text and (done := _DONE_TO.match(text)):
        text = done["who"] + done["deed"] + done["what"]
    if len(text) > LONGEST and "为" in text:
        text = _MADE_UP_OF.sub("", text)
    if len(text) > LONGEST and "的" in text:
        text = _ATTRIBUTES.sub(r"\g<verb>", text, count=1)
    if len(text) > LONGEST:
        text = without_loose_place(_shortened(text))
    return text


def untrailed(text: str) -> str:
    """Without the pauses, particles and prepositions at its end."""
    return _TRAIL.sub("", text) if (last := text[-1:]) in _LAST or last.isspace() else text


def _shortened(text: str) -> str:
    """Cut behind a word that ends a phrase, with nothing left open; a slogan in front of a name goes first."""
    if (slogan := _SLOGAN.match(text)) and len(text) - slogan.end() >= 8:
        return fit(text[slogan.end() :])
    for mark in ("、", "并", "，", "和", "与"):
        at = text.rfind(mark, 12, LONGEST)
        if at > 0 and _level(text[:at]) == 0:
            return text[:at]
    if (behind := _RESULT.match(text)) and behind.end(1) >= 12:
        return behind[1]
    for cut in range(LONGEST, 14, -1):
        if (
            _level(text[:cut]) == 0
            and text[cut - 1] not in "的和与、在将一第"
            and not (text[cut - 1] in "市县区会" and text[cut] in "长委政民直级属场议员")
            and (text[cut - 1] in "会式动》”市县区家项个" or text[cut] in "的和与、在将并为以由")
        ):
            return text[:cut]
    return text[: LONGEST - 1] + "…"


def _level(text: str) -> int:
    """How many quotation marks and brackets stand open."""
    return sum(text.count(mark) for mark in "“《（「『") - sum(text.count(mark) for mark in "”》）」』")


_MARKS = frozenset("“”《》（）「」『』")


def _balanced(text: str) -> str:
    if _MARKS.isdisjoint(text):
        return text
    for opening, closing in ("“”", "《》", "（）", "「」", "『』"):
        if text.count(opening) != text.count(closing):
            text = text.replace(opening, "").replace(closing, "")
    return text
