"""The line in which a page says when it was published: a full date among a byline's, masthead's or counter's words, and nothing else.

>>> [(str(stamp.day), stamp.says) for stamp in stamps("来源：青禾日报 | 2020-10-16 | 阅读 12")]
[('2020-10-16', 'published')]
>>> [stamps(line) for line in ("2020-10-16 新桥合龙", "2020年10月16日至18日", "活动时间：2020年10月16日")]
[(), (), ()]

Lines are read in simplified characters.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from timeline import regex as re
from timeline.layout.bylines import is_byline, signs
from timeline.layout.full_dates import FULL_DATE, narrow, stated_date
from timeline.layout.marks import COLUMN_NAME
from timeline.layout.names import is_name

#: No such line is longer, in characters.
_LONGEST = 200
#: A line that has none of these has no full date; one that has a sentence's mark is no such line.
_HINT, _SENTENCE = re.compile(r"[12１２一二][089０８９〇○零八九]|民国|\d[-/.年]\d"), re.compile("[。！？；!?]")
#: What stands for a date in a line while the rest of it is read: its first character, and the others.
_MARK, _MORE = "\ue000", "\ue001"

#: Whom a text is from: where one is named, 时间： is the text's.
_CREDIT = (
    r"(?:信息|文章|新闻|稿件|内容)?来源|稿源|出处|供稿(?:单位|人)?|转自|摘自|作者|撰[文稿]|采写|责编|责任编辑|编辑|审[核校]|校[对审]?|责任校对|[初复终一二三]审|"
    r"监制|主编|值班主任|编审|署名|投稿人?|上传(?:者|人)?|录入[员者]?|文[图/]?|记者|通讯员|[Bb]y"
)
_SOURCE = (
    rf"{_CREDIT}|摄影?|(?:发布|发文|公开|主办|信息公开|公布|制发|公告)(?:机构|机关|单位|人|者|部门|主体|科室)|发文字号|签发人|供图|"
    r"图|索引号|文号|主题分类|主题词|体裁分类|有效性|信息分类|分类|栏目|频道|IP属地"
)
_COUNTED = "(?:点阅|阅读|浏览|点击|访问|查看|评论|点赞|转发|转载|收藏|分享|字数|人气|热度)"
_ROLE = (
    r"(?:本[报台网刊]|[\u4e00-\u9fff]{2,8}?[报台网])?(?:全媒体?|融媒体?|实习|见习|特约|首席|驻站)*"
    r"(?:记者|通讯员|特派员|评论员|作者|责任?编辑?|编辑|来源|稿源|撰文|采写|文/|图/|文|图)"
)
_MEDIUM = r"[报网刊台社号]|电视|广播|客户端|发布|在线|杂志|传媒|融媒|公众号|资讯|新闻|[日晚早晨]报|融媒体?|[新视]界|之声|[A-Za-z]"
_OFFICE = (
    r"[局委办厅处署校部所司站厂区县市镇乡村府科室]|(?:医|法|检察|学|研究|设计|科|国务)院|(?:图书|博物|文化|档案|美术|体育)馆|公司|政府|集团|银行|大学|中学|小学|幼儿园|总队|支队|大队|中队|(?:协|学|商|工|联合|基金|理事|研究|促进|总|委员|[居村业组筹管工]委|执委|常委)会|"
    r"妇联|街道|合作社|中心|小组|联盟|俱乐部"
)
#: Where a name ends: at a sign, a figure or a date.
_EDGE = rf"(?=[\s|/·,，、:;()\-—_•\d{_MARK}]|\Z)"
_NOT_DATE = rf"[^\s:;。！？!?|{_MARK}{_MORE}]"
_VALUE = rf"(?!(?:{_SOURCE}|{_COUNTED})\s?:){_NOT_DATE}{{1,30}}(?:[ ][\u4e00-\u9fff]{{2,4}}(?=[\s|/;]|\Z)){{0,4}}"

_SAYS = re.compile(
    rf"(?:(?P<published>(?:首次)?(?:发[布表稿文]|刊[发登载]|见报|上传|出版|印发|录入|公[告布开]|披露|上[网线]|张贴)(?:日期|时间)?\s?于?|刊于|年月日)"
    rf"|(?P<drawn>(?:成文|制发|采[访写]|签[发署]|撰[写稿]|落款|成稿|拟稿|写作)(?:日期|时间)?于?)"
    rf"|(?P<changed>(?:最[后近])?(?:更新|修改|编辑|修订)(?:日期|时间)?于?)"
    rf"|(?P<other>(?:生效|实施|施行|失效|废止|有效期?|截止)(?:日期|时间)?至?)"
    rf"|(?P<dated>日期|时间))\s?:?\s*(?={_MARK})"
)
_BEHIND = re.compile(
    rf"(?<=[{_MARK}{_MORE}])\s?(?:(?P<published>印发?|发[布表]|刊[发登](?:于)?|公布)|(?P<changed>更新|修改))(?=[\s|/,;:()]|\Z)"
)
#: What else such a line is made of; the longer stands before the shorter.
_PIECE = re.compile(
    rf"(?P<credited>(?:{_CREDIT})\s?:\s*(?:{_VALUE})?)|(?P<labelled>(?:{_SOURCE})\s?:\s*(?:{_VALUE})?)"
    rf"|(?P<counter>{_COUNTED}(?:次数|量|数|率|人数)?\s?:?\s*(?:[\d,.]+\s?[万w]?\+?\s?(?:人?次|[条人字])?)?(?=[\s|/;:()]|\Z)"
    rf"|\d[\d,.]*\s?万?\+?\s?(?:人?次)?\s?{_COUNTED}|\d+\s?次(?=[\s|)]|\Z)"
    rf"|字[号体](?:大小)?\s?:?(?:\s?\(?(?:[大中小默认特超]|A[+\-]?)\)?(?=[\s|()大中小]|\Z))*|[大中小](?:\s?[大中小]){{1,3}}(?=[\s|)]|\Z)"
    rf"|打印(?:本页|正文|内容)?|关闭(?:窗口|本页)?|分享(?:到|至)?|收藏|下载|朗读|播放|纠错|微信|微博|QQ(?:空间)?)"
    rf"|(?P<page>第\s?[A-Z]?\d{{1,3}}\s?版(?:\s?[:·]?\s?[\u4e00-\u9fff]{{2,6}}(?=[\s|)]|\Z))?|[A-Z]?\d{{1,2}}版(?:\s?[:·]?\s?[\u4e00-\u9fff]{{2,6}}(?=[\s|)]|\Z))?|总?第\s?\d{{1,6}}\s?期|[A-Z]\d{{1,2}}(?=[\s|)]|\Z)|今日\d+版)"
    rf"|(?P<signed>(?:(?P<role>{_ROLE})|{_ROLE}\s)(?P<names>[\u4e00-\u9fff·]{{2,5}}(?:[ 、][\u4e00-\u9fff·]{{2,4}}){{0,4}}){_EDGE})"
    rf"|(?P<glossed>\s?\((?:星期|周|礼拜)[一二三四五六日天]\))|(?P<weekday>\s?(?:星期|周|礼拜)[一二三四五六日天])"
    rf"|(?P<lunar>(?:农历|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年)[^\s|/;:{_MARK}]{{0,12}})"
    rf"|(?P<clock>(?:[上下]午|晚上?|早上?|凌晨|中午)?\s?\d{{1,2}}:\d{{2}}(?::\d{{2}}(?:\.\d+)?)?|T\d\d:\d\d(?::\d\d)?(?:\+\d\d:?\d\d|Z)?)"
    rf"|(?P<word>(?:原创|转载|官方|已认证|来自|发[表布]于(?:[\u4e00-\u9fff]{{2,4}}(?=[\s|]|\Z))?)(?=[\s|/:({_MARK}]|\Z))"
    rf"|(?P<column>{COLUMN_NAME})(?=[\s|)]|\Z)"
    rf"|(?P<source>[\u4e00-\u9fffA-Za-z·]{{0,24}}?(?:{_MEDIUM}|{_OFFICE}){_EDGE})"
    rf"|(?P<name>[\u4e00-\u9fff]{{2,3}}(?=[\s|/·,()]|\Z))"
)
_BETWEEN = re.compile(r"[\s|/·,，、:;()\-—_•\"“”]+")
_MEDIUM_NAME = re.compile(
    r"[\u4e00-\u9fff]{1,14}(?:[日晚早晨时周商快]报|都市报|新闻网|[报网]|电视台|广播电台|客户端|融媒体?|融媒体中心|传媒|通讯社|杂志)"
)
_OFFICE_NAME = re.compile(rf"[\u4e00-\u9fffA-Za-z·()、 ]*?(?:{_OFFICE})")
#: A happening is no office, though its words may end like one.
_HAPPENING = re.compile(
    r"(?:大|晚|展|年|博览|运动|音乐|推介|座谈|发布|宣讲|歌|庙|灯)会\Z|\A全|[开闭入]馆\Z|[开进下返出入]?[乡村区市县校]\Z(?<=[进下返出入回到].)|(?:开|完|竣|复)[工市]\Z|挂牌|成立|开幕"
)


@dataclass(frozen=True, slots=True)
class Stamp:
    """One date of such a line: it stands at ``[start, end)``, and the line says of the day that the page was

    ``published`` then, ``drawn`` up (成文日期), ``changed`` (更新时间); ``signed`` is a byline's day; ``dated`` is 日期： or
    时间：, which may be an event's; beside ``sourced`` dates only a name stands, beside ``bare`` ones nothing.
    ``clocked``: a clock time stands there.
    """

    day: date
    start: int
    end: int
    says: str
    clocked: bool = False


@lru_cache(maxsize=256)  # a line is asked for as the one before and the one after, and once more by itself
def stamps(line: str) -> tuple[Stamp, ...]:
    """The dates of a line that says when its page was published and nothing else; none for any other line."""
    if len(line) > _LONGEST or _SENTENCE.search(line) or not _HINT.search(line):
        return ()
    if not FULL_DATE.search(plain := narrow(line)):
        return ()
    dates = list(FULL_DATE.finditer(plain))
    says = _read(FULL_DATE.sub(lambda match: _MARK + _MORE * (len(match[0]) - 1), plain))
    if says is None:
        if not is_byline(line):
            return ()
        says = _Reading({}, "signed")
    found: list[Stamp] = []
    for match in dates:
        said, day = says.dated.get(match.start(), ""), stated_date(match)
        if day is None or (match["short"] and said not in ("published", "drawn")):
            return ()
        if said == "dated" and says.credited:
            said = "published"
        if said != "other":
            found.append(Stamp(day, match.start(), match.end(), said or says.otherwise, says.clocked))
    unlabelled = [stamp for stamp in found if stamp.start not in says.dated]
    return tuple(found) if len(unlabelled) <= 1 and len(found) <= 4 else ()


def is_frame(line: str) -> bool:
    """Whether a line without a date is the page's own record: who published it, its number, how often it was read.

    >>> is_frame("索引号：QH-2020-001 发布机构：青禾市政府"), is_frame("主办单位：青禾市政府")
    (True, False)
    """
    if len(line) > _LONGEST or not _RECORD.search(line) or FULL_DATE.search(plain := narrow(line)):
        return False
    return _read(plain) is not None


_RECORD = re.compile(
    r"索引号|发文字号|发布机构|主题分类|体裁分类|信息分类|公开(?:主体|方式)|文号\s?[:：]|字号\s?[:：]|(?:浏览|阅读|点击|访问)(?:次数|量|数)?\s?[:：]"
)


def is_office(name: str) -> bool:
    """Whether a short line is the name of one who issues notices.

    >>> is_office("襄宁市自来水有限公司"), is_office("第三届渡口博览会")
    (True, False)
    """
    bare = narrow(name).strip(" ()")
    return 3 <= len(bare) <= 40 and _OFFICE_NAME.fullmatch(bare) is not None and not _HAPPENING.search(bare)


def is_medium(name: str) -> bool:
    """Whether a short line is the name of a paper, a station or a site.

    >>> is_medium("青禾日报"), is_medium("渡口开航")
    (True, False)
    """
    return 3 <= len(name) <= 20 and _MEDIUM_NAME.fullmatch(name.strip()) is not None


@dataclass(slots=True)
class _Reading:
    """What a line says: by a date's offset, of that date; ``otherwise`` of a date with no label of its own. ``credited``:
    it names whom the text is from."""

    dated: dict[int, str]
    otherwise: str = "bare"
    clocked: bool = False
    credited: bool = False


def _read(line: str) -> _Reading | None:
    """What a line says in which dates are marked; None where anything else is said in it."""
    reading = _Reading({})
    place = 0
    while place < len(line):
        if (gap := _BETWEEN.match(line, place)) and not _PIECE_AT_GAP.match(line, place):
            place = gap.end()
        elif said := _SAYS.match(line, place):
            reading.dated[said.end()] = str(said.lastgroup)
            place = said.end()
        elif line[place] == _MARK:
            place = _past(line, place, reading)
        elif piece := _PIECE.match(line, place):
            if not piece[0] or not _counts(piece, reading):
                return None
            place = piece.end()
        else:
            return None
    return reading


#: A gloss in brackets is a piece, though it begins with a sign.
_PIECE_AT_GAP = re.compile(r"\s?\((?:星期|周|礼拜)[一二三四五六日天]\)")


def _past(line: str, place: int, reading: _Reading) -> int:
    """The offset behind the date at ``place``, and behind what is said of it there (印发, 更新)."""
    end = place + 1
    while end < len(line) and line[end] == _MORE:
        end += 1
    if said := _BEHIND.match(line, end):
        reading.dated.setdefault(place, str(said.lastgroup))
        return said.end()
    return end


def _counts(piece: re.Match[str], reading: _Reading) -> bool:
    """Whether a piece may stand in such a line; what it says of the line's date is noted."""
    kind = piece.lastgroup
    reading.credited |= kind in ("credited", "signed")
    if kind == "signed":
        first, *others = re.split("[ 、]", piece["names"])
        if not signs(first, piece["role"] or "") or not all(map(signs, others)):
            return False
        reading.otherwise = "published" if reading.otherwise == "published" else "signed"
    elif kind in ("credited", "labelled", "counter", "page", "word"):
        reading.otherwise = "published"
    elif kind == "clock":
        reading.clocked = True
    elif kind == "source" or (kind == "name" and is_name(piece[0])):
        if _HAPPENING.search(piece[0]):
            return False
        reading.otherwise = "sourced" if reading.otherwise == "bare" else reading.otherwise
    elif kind == "glossed":
        reading.otherwise = "glossed" if reading.otherwise == "bare" else reading.otherwise
    elif kind == "name":  # behind all else stands where an account is from
        return reading.clocked and reading.otherwise != "bare"
    return True
