"""What features say of a time and nothing happened then: how things used to be, what never was, what is written on a bell.

>>> from timeline.events.attach import statements
>>> from timeline.events.sentences import split
>>> from timeline.timex import tag
>>> text = "1958年他来到渡口，此后三十年没有离开过。2006年以前，去镇上要走一整天。"
>>> [only_recalls(text, one) for one in statements(text, tag(text), split(text))]
[False, True, True]
"""

from __future__ import annotations

from datetime import date

from timeline import regex as re
from timeline.edtf import stamp
from timeline.events.attach import Statement
from timeline.events.institution import FEATURE
from timeline.events.words import MILESTONE, STRONG

_HAN = "\u4e00-\u9fff"
#: 30年前，这里用工要八百人: how things stood there.
_LONG_AGO = re.compile(
    r"\s*[，,]?(?:这里|那里|这儿|此地|当地|人们|大家|村里|镇上|厂里)(?!的人)[^，。；]{0,8}?(?:要|得|只|有|没|不|全|靠|是|都|还|连|用|吃|住|种)"
)
_AGO = re.compile("年[以之]?前\\Z")
#: 2006年以前，这段路要走上一整天.
_BEFORE = re.compile(
    r"\s*[以之]前[，,]?[^，。；]{0,14}?(?:(?<!还)要(?!再)|只能|只有|只是|没有|没|全靠|靠着?|都是|还是|一直|从未|不通|不足|不到)(?![闻名])"
)
#: 此后三十年没有离开过.
_NEVER = re.compile("(?:没有?|从未|不曾|未曾|从不|再也?没有?)[^，。；]{1,10}过?(?=[，。；”]|\\Z)")
_NEVER_SAID = re.compile("过\\Z|没有?再(?!次)|从未|不曾|未曾|从不|再也?没")
#: 钟上铸着“光绪三十年 青溪书院”.
_INSCRIBED = re.compile(f"[铸刻写题印镌绣标落][着有]?(?:了?[{_HAN}]{{0,6}})[：:]?[“「][^”」。]{{0,8}}\\Z")
_IN_MARKS = re.compile("[“「]")
#: 5月10日，68岁的方小禾站在瞭望塔上.
_POSED = re.compile(f"[，,][{_HAN}0-9“”]{{2,16}}?(?:[站坐蹲倚走守]在|伫立在|望着)[^，。；]{{2,16}}(?=[，。])")
#: 婚礼当日，他租下一辆电车: of no day that is told.
_THAT_DAY, _WEDDING = frozenset(["当日", "当天", "当晚"]), ("婚礼", "结婚", "成亲", "出嫁", "大婚", "葬礼")
#: “等明年开春，把祠堂的梁换了，我再歇。”
_MEANS_TO = re.compile("[^。”]{0,30}[，,][我咱]")
#: 本报今起推出系列报道.
_PAPER = re.compile(
    r"\s*(?:起[，,]?)?(?:[从自]?(?:即日|今日?|明日?)起[，,]?)?(?:本[报刊台网]|本栏目)?(?:陆续|连续|特别?|将)*(?:推出|刊发|开设|刊登|开辟)"
)
_OF_PAPER = re.compile("本[报刊台网社]|本栏目")
#: 6月的渡口，云雾刚散: the scene that a page opens with.
_SCENIC = re.compile(f"的[{_HAN}]{{2,12}}[，,]|[，,]?[{_HAN}]{{2,20}}(?:[上里内旁边]|之[上中])[，,]")
#: 8日中午，食堂飘出饭香，老人围坐用餐: what it looked like.
_SCENERY = re.compile(
    f"[，,]?[{_HAN}“”]{{2,20}}?(?:飘[出来散着]|人头攒动|人声鼎沸|座无虚席|热气腾腾|热闹非凡|欢声笑语|其乐融融|车水马龙|人来人往|忙得|机器轰鸣|一片(?:繁忙|忙碌|欢腾)|香气|笑声|歌声阵阵|锣鼓喧天)"
)
_EXACT = frozenset(["day", "minute"])
_FRONT = 12


def years_back(statement: Statement, published: date | None) -> int:
    """How many years before its page's day a statement's year lies; 0 for what is told by the month or the day."""
    begin = statement.timex.begin
    if statement.timex.granularity != "year" or begin is None or published is None:
        return 0
    return published.year - stamp(begin, low=True).year


#: 1998年秋天，教室漏雨: how poor a place was, years ago.
_POOR = re.compile(
    f"[，, ]*[{_HAN}]{{0,8}}?(?:漏[雨风水]|透风|四面漏|泥泞|坑坑洼洼|坑洼不平|破旧不堪|破败不堪|破烂不堪|年久失修|摇摇欲坠|尘土飞扬|"
    "晴天一身|污水横流|臭气熏天|垃圾遍地|杂草丛生|家徒四壁|一贫如洗|只有[一两二三四几][间栋排张条个名][^，。；]{0,10}(?:房|屋|校舍|教室|棚|路|课桌|老师))"
)
_LONG = frozenset(["year", "season", "decade"])
#: 鼎盛的1978年，产品远销海外: how things stood.
_HEYDAY = re.compile("(?:鼎盛|巅峰|高峰|辉煌|红火|兴盛|繁荣|艰难|困难)(?:时期?)?的\\Z")
#: 这是公司今年交付的第1000台: which one is told of.
_WHICH_ONE = re.compile("[，、 ]*这(?:已经|已|也|正|就)?是[^，。；]*的(?:第|首|最后)[^，。；]*[，。；]?$")
_DELIVERED = re.compile("[\u4e00-\u9fff]{0,6}的")


def only_recalls(text: str, statement: Statement) -> bool:
    """Whether a statement says of its time only how things were, what never was, or what somebody wrote."""
    timex = statement.timex
    before, after = text[max(0, timex.start - _FRONT) : timex.start], text[timex.end : timex.end + 40]
    if before.endswith(("原订", "原定")) and after.startswith(("就要", "便要")):
        return True  # 原订去年底就要发包，结果流标
    if _HEYDAY.search(before) or (_DELIVERED.match(after) and _WHICH_ONE.match(text[statement.start : statement.end])):
        return True
    if _AGO.search(timex.text) and _LONG_AGO.match(after):
        return True
    if timex.granularity in ("year", "decade") and _BEFORE.match(after):
        return True
    if timex.granularity in _LONG and _POOR.match(after) and not MILESTONE.search(text, timex.end, statement.end):
        return True
    if _OF_PAPER.search(before[-4:] + after[:4]) and _PAPER.match(after):
        return True
    if len(text) >= FEATURE and (posed := _POSED.match(after)) and not STRONG.search(posed[0]):
        return True
    if (
        timex.granularity in _EXACT
        and _SCENERY.match(after)
        and not STRONG.search(text, statement.start, statement.end)
    ):
        return True
    if timex.text in _THAT_DAY and before.endswith(_WEDDING):
        return True
    if before.endswith("等") and _MEANS_TO.match(after):
        return True
    if _IN_MARKS.search(before) and _INSCRIBED.search(before):
        return True
    opens = timex.start == statement.sentence.start == 0 and len(text) >= FEATURE
    if opens and _SCENIC.match(after) and timex.granularity not in _EXACT:
        return STRONG.search(text, 0, statement.sentence.end) is None
    never = _NEVER.search(text, timex.end, statement.end) if "没" in after or "未" in after or "不" in after else None
    return never is not None and _NEVER_SAID.search(never[0]) is not None
