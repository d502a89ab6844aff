r"""Dates of the civil calendar: 2025年4月26日, 4月26日, 26日, 2025-04-26, 10—12月, 2003、2007和2012年.

>>> from timeline.timex.engine import Grammar
>>> [atom.spec for atom in Grammar(RULES).atoms("2025年4月26日")]
[{'y': 2025, 'm': 4, 'd': 26}]
"""

from __future__ import annotations

from typing import Literal

from timeline import regex as re
from timeline.timex import spec as level
from timeline.timex.numerals import number
from timeline.timex.rule import Rule
from timeline.timex.rules.dates import date_of, date_rule
from timeline.timex.rules.words import (
    DASH,
    DAY_NUMBER,
    DAY_NUMBER_ARABIC,
    HAN_GUARD,
    LIST,
    MONTH_NUMBER,
    TO,
    YEAR,
    S,
    fields,
    not_behind,
)
from timeline.timex.spec import Spec

# 中 and 初 begin other words as well (中国, 初中): they are a part only before these.
_PART = (
    r"(?P<part>初期|末期|前期|后期|[上中下]旬|[上中](?=[、和至到][中下]旬)|中期(?!选举)|伊始|初(?!中(?![央国共办])|[级步始夏秋冬春三四五六七八九十赛选评]|试(?![运行点种用营产])|审(?![议批理结])|一(?![直批些次起共度])|二(?!手))|[末尾](?![班位端])|底(?![色盘座薪线]|气(?!温)|特律)"
    r"|中(?=[，。；,;）)\s]|$|[完前后起以将召举到至投建竣修停辞离毕]|动工|开[工业放赛园馆]|启[动用幕]|落[成地幕]|正式|实施|通车|上线|入[伏梅]|出发|搬[迁家入]))"
)
#: 10月2号锅炉: what bears a number, and no verb behind it makes it what something befalls on that day.
_WORKS = r"(?:锅炉|高炉|候[车船机诊](?:室|大?厅)|泵站|泵房|闸站|车间|筒仓|煤仓|窗口|站台|泊位|变压器)(?=[、，。；：:,;）)”》的\s]|[和及与][0-9]|\Z)"
#: Behind a month, 日 needs no more proof; alone it may begin another word (日本, 日元), and 号 name a building.
_DAY_SIGN = rf"(?:两[日天]|日(?!元[^宵旦器素月]|游[^客人玩览]|龄)|号(?![线楼馆厅厂机井桥栋文台令]|码|{_WORKS}))"
_BARE_DAY_SIGN = (
    r"(?:两[日天]|日(?!本(?!报|院|市|次|届|轮|校|馆)|元(?!宵|旦|器|素|月)|均|票(?![房据决选面])|常(?![务委态])|用品|语|化|益|军(?!训|地)|产(?!业)|式|照市|内(?!河|地)|游|龄)"
    rf"|(?<!号从[0-9])(?<!号从[0-9]{{2}})(?<![路街巷弄道村里段区栋楼园牌桥号第舟娥征问宫隼型系列星发挂][0-9])(?<![路街巷弄道村里段区栋楼园牌桥号第舟娥征问宫隼型系列星发挂][0-9]{{2}})号(?![线楼院馆厅厂机井桥栋文令台风码房店车站库仓球选衣柜窗桌床位]|票(?![房据决选面])|宿舍|教学楼|实训|校门|{_WORKS})(?![、和及与至到—~-]\s?[0-9]{{1,2}}号[线楼院馆厅机井桥栋门口泊船炉矿塔坑库车站台窗池罐])"
    r"(?:(?<=月[0-9]号)|(?<=月[0-9]{2}号)|(?!”|潜|秀|货|锅炉|煤仓|筒仓|候[车船机诊](?:室|大?厅)|变压器|客轮|渔|驳|飞船|探测|门|口|电池|签(?![约订署字到合收完的])|球|墩|塔|炉|矿|坑|闸|泵|船|舰|艇|轮|卫星|火箭|航|跑道|列车|高炉|地块|宗|样|产品|公告|通知|文件|提案|议案|决议|公报|政府令|主席令|种子|选手|球员|队员|病例|大街"
    r"|公路|国道|省道|别墅|档案|煤|柴油|汽油|钢|考场|教室|会议|展(?![出览示演开期销])|摊|铺|商|单元|室|座|席|货|包|袋|箱|标|工程|字|牌|章|染色体|元素|营|基地|人物|首长|嫌疑|证人|屏|岛|洞|厕|道|码头|泊位"
    r"|锚地|场地|场馆|球场|赛场|灯|[电扶]?梯(?![次队])|出口|入口|检票|安检|登机|桩|专线|病[房床]|管|渠|阀|模|组|区|园|片|田|棚|池|清水|水[池厂库塔]|罐|炮|弹|部队|所|地铁|院|公馆|街|路|巷|弄|村|里程|通道)))"
)
_MONTH_SIGN = (
    r"月(?!(?<=[一二三四五六七八九十]月)(?:初[一二三四五六七八九十](?![场次批个届期天位名家一二三四五六七八九日号])|廿[一二三四五六七八九]?(?!\s{0,3}[日号]|[一二三四五六七八九])|(?:二?十[一二三四五六七八九]?|三十)(?=[，。；,;）)]|\s{0,3}\Z))|亮(?![相点])|码头|子[中餐会照护]|份牌|花[^开卉期市展]|[（(]化名|二?十[一二三四五六七八九]?天|球(?!迷|员|队|赛)|饼|台(?!风)|嫂|刊|报(?![名道到告表])|薪|租|供(?![暖地电热])|(?<![0-9]月)经(?!济)|色(?!彩)|光(?![伏照明谷电])|季花|龄|大的|身孕|卡|考(?![试入进上取察核验评虑])|瓜|雪|菊|桂花|兰(?!州)"
    r"|天(?:[”》]|演唱会|乐队|粉丝)|里[”》]|街(?![道头])|党|期(?![间中末货]))"
)
_DAY = rf"(?P<d>{DAY_NUMBER}){S}{_DAY_SIGN}"
MONTH = rf"(?P<m>{MONTH_NUMBER}){S}{_MONTH_SIGN}(?:份?{S}{_DAY}|份(?![额量])|(?<=[0-9一二三四五六七八九十]月)(?P<d_bare>(?:3[01]|[12][0-9])(?=[，。、；,;）)\s见去出到回走聚的在来还就是从停辞那]|开[始会业幕学]|/[0-9]{{1,2}}[日号]|\Z)|(?:3[01]|[12][0-9]|0?[1-9])(?=[的在停]|举[行办]|召开|出生|[上下]午|早上|晚上|\s?\Z)))?(?:(?<=[月份]){S}{_PART})?"
_IN_YEAR = rf"(?:度(?!假)|全年(?!龄)|{S}{MONTH}|{S}{_PART.replace('<part>', '<year_part>')})?"
_YEAR_SIGN = r"(?:学年|赛季|财年|(?:财政|会计)年(?=度)|年)(?!以[上内]|历史|的历史|多|之久|级|轻(?:人|工|一代|干部|教师|医生|党员))"

#: 2021、2022、2023三年
_COUNTS = "两三四五六七八九"
_NUMBER = r"(?:[0-9]{1,4}|[〇零一二三四五六七八九十廿]{1,4})"
_AND = rf"(?:{S}{DASH}{S}|{LIST})"
# The first look says at little cost that no list or range follows: that is so for most dates.
_SHARED = (
    r"(?![一二三四五六七八九十]{1,3}、[0-9])"  # 三、20日停课: the number of a paragraph
    r"(?=[0-9〇零一二三四五六七八九十廿元年月\s]{1,16}+[-－–—―─~～〜至到、和及与或])"
    rf"(?:(?P<y>{YEAR}){S}年{S})?(?:(?P<m>{MONTH_NUMBER}){S}月{S})?(?P<n>{_NUMBER})"
    rf"(?=(?:{_AND}{_NUMBER}){{1,15}}{S}(?P<unit>年(?!级|代|以|来|内|后|多|左右)|[{_COUNTS}](?=个?年)|学年|赛季|月(?!龄)|{_BARE_DAY_SIGN}))"
)


def _two_months(match: re.Match[str]) -> Spec | None:
    first, last = number(match["a"]), number(match["b"])
    last += 10 if first > 10 else 0
    return {"months": (first, last)} if last == first + 1 else None


_LABELLED = re.compile(
    r"[、.．]\s?(?P<m>[0-9]{1,2}|[一二三四五六七八九十]{1,2})月(?P<day>\s?[0-9一二三四五六七八九十廿]{1,3}[日号])?"
)


def _is_label(match: re.Match[str]) -> bool:
    """Whether 二、 before 10月16日 numbers a list and is no month.

    Two months share a sign when no day follows, when both are written alike and, where a line begins, when they are
    neighbours.
    """
    found = _LABELLED.match(match.string, match.end("n"))
    if match["y"] or match["m"] or found is None:
        return False
    alike = match["n"].isascii() == found["m"].isascii()
    opens = not match.string[max(0, match.start() - 1) : match.start()].strip("\n；;。 ")
    neighbours = number(found["m"]) == number(match["n"]) + 1
    return found["day"] is not None or not alike or (opens and not neighbours)


#: 30~90日 is a length: no month has so many days.
_OF_LENGTH = re.compile(rf"{S}{DASH}{S}(?:3[2-9]|[4-9][0-9]|[0-9]{{3}})")


def _shared(match: re.Match[str]) -> Spec | None:
    unit: Literal["y", "m", "d"] = (
        "y" if match["unit"][0] in "年学赛" or match["unit"] in _COUNTS else "m" if match["unit"][0] == "月" else "d"
    )
    if unit == "m" and _is_label(match):
        return None
    value = number(match["n"])
    if unit == "d" and _OF_LENGTH.match(match.string, match.end()):
        return None
    low, high = {"y": (1000, 2999), "m": (1, 12), "d": (1, 31)}[unit]
    # 2025年10—12月 states the year beside the month, 3月14、15日 the month beside the day; nothing else fits.
    if not low <= value <= high or (match["m"] and unit != "d") or (match["y"] and unit == "y"):
        return None
    if match["y"] and unit == "d" and not match["m"]:
        return None
    spec = fields(match, y="y", m="m")
    spec[unit] = value
    return spec


# 一日 and 三日 are lengths as often as dates: one Chinese digit needs a part of the day behind it.
#: Behind these 5日 is a length: 公示期5日, 拘留10日.
_LASTS = not_behind(
    "公示",
    "日起",
    "公示期",
    "展期",
    "工期",
    "会期",
    "限期",
    "逾期",
    "期为",
    "期限为",
    "期限",
    "为期",
    "历时",
    "持续",
    "连续",
    "拘留",
    "请假",
    "休假",
    "放假",
    "调休",
    "给予",
    "住院",
    "共计",
    "合计",
    "不少于",
    "不超过",
    "不得少于",
    "不得超过",
    "超过",
    "至少",
    "提前",
    "经过",
    "[期届]满",
    "延长",
    "延期",
    "宽限",
    *(f"{done}前" for done in "付满工束庭收始业行办开布期发止赛幕学试"),
    "[走停等住病关养打守干忙晒泡存]了",
    "已有",
)
_DAY_ALONE = (
    rf"(?:(?:(?=[0-9]{{1,2}}号[至到—～~-])|{_LASTS})(?P<d>{DAY_NUMBER_ARABIC}){S}(?<![〕\]文第编][0-9])(?<![〕\]文第编][0-9][0-9])(?<![0-9]{{4}}-[0-9]{{2}}){_BARE_DAY_SIGN}"
    r"|(?<![走停等住病关养打守干忙晒泡存]了)(?<![已经][有过])(?<![满逾])(?P<han>(?:三十|卅)一?|二?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|(?<![后前第])[一二三四五六七八九](?=[日号][上下早晚凌])|(?<=[、至到—–－～~及和于月者讯电-])[一二三四五六七八九]|(?:(?<=[\n。])|(?<=\A))[一二三四五六七八九](?=日[，,])|[一二三四五六七八九](?=日(?:报到|军训|开[考学赛幕])))日(?!本|常|夜(?![间里晚])|内|游|子|头|谈|前?后)"
    r"|(?<![路街巷弄道村里段区栋楼园牌桥第型系列舟娥征问斗宫发挂])(?P<han3>(?:三十|卅)一?|二?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|[一二三四五六七八九])号"
    r"(?=[的 ]?(?:[上下早晚凌中清傍深午夜]|[0-9零一二两三四五六七八九十]{1,3}[点时:：])|[，。]|\n?\Z|[一二两三四五六七八九十]{1,3}点|\s?[至到—–－~～-]{1,2}\s?(?:三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])[日号]|[前后](?=[，。交完到还付])|(?:召开|举[行办]|开[始学庭赛]|去|回来|出发|放假|考试|截止|那天|当天|交[房租费货作]|还[款书钱]|搬家|发[工薪货]|领[证取工]|走(?![廊道线势私])|见(?![证习识])|开会|出生|[之以]前|是(?:星期|周|礼拜|几)|的(?:飞机|火车|航班|机票|高铁|酒店|会议)))"
    rf"|(?:(?<=[月至到—–－~～-])|(?<=月的))(?P<han2>(?:三十|卅)一?|二?十[一二三四五六七八九]?|廿[一二三四五六七八九]|[一二三四五六七八九])号(?![线楼院馆厅机井桥栋文令台车站库桌床选]|{_WORKS}))"
)

SHARED = [
    date_rule("calendar.shared_unit", _SHARED, _shared, looks_round=True),
    date_rule(
        "calendar.shared_day",
        r"(?=[0-9〇零一二三四五六七八九十廿元月\s]{1,12}+[-－–—―─~～〜至到])"
        rf"(?P<m>{MONTH_NUMBER}){S}月{S}(?P<d>{DAY_NUMBER})(?={TO}{MONTH_NUMBER}{S}月{S}{DAY_NUMBER}{S}[日号])",
    ),
]

RULES = [
    Rule(  # 七八月份: two neighbours
        "calendar.two_months",
        r"(?P<a>十?[一二三四五六七八九])(?P<b>[二三四五六七八九十])月份?(?![零〇一二三四五六七八九十0-9初上中下])",
        _two_months,
        level.MONTH,
        level.MONTH,
        None,
        HAN_GUARD,
    ),
    Rule(  # 整个九月
        "calendar.whole",
        rf"一?整个(?P<m>{MONTH_NUMBER}){_MONTH_SIGN}份?(?![0-9一二三四五六七八九十初])",
        date_of,
        level.MONTH,
        level.MONTH,
    ),
    date_rule("calendar.date", rf"(?<!树龄)(?<!距今)(?<!有着)(?P<y>{YEAR}){S}{_YEAR_SIGN}{_IN_YEAR}"),
    date_rule(  # 贰零贰陆年拾月叁日, as bills and deeds have it
        "calendar.on_bills",
        rf"(?P<y>[壹贰][零〇壹贰叁肆伍陆柒捌玖]{{3}}){S}年(?:{S}(?P<m>零?[壹贰叁肆伍陆柒捌玖]|零?壹?拾[壹贰]?){S}月(?:{S}(?P<d>零?[壹贰叁肆伍陆柒捌玖]|零?[壹贰叁]?拾[壹贰叁肆伍陆柒捌玖]?){S}[日号])?)?",
    ),
    date_rule("calendar.month", MONTH),
    date_rule("calendar.day", _DAY_ALONE, lambda m: {"d": number(m["d"] or m["han"] or m["han2"] or m["han3"])}),
]
