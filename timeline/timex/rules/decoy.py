"""What looks like a time and is none: standards' numbers, ordinals, idioms, bus lines.

>>> from timeline.timex.engine import Grammar
>>> [(a.rule, a.spec) for a in Grammar(RULES).atoms("GB/T 19001—2016")]
[('decoy.standard', {'decoy': True})]
"""

from __future__ import annotations

from timeline.timex import spec as level
from timeline.timex.rule import Rule
from timeline.timex.rules.words import HAN_GUARD, OF_BUSINESS

_IDIOMS = (
    "一年一度|一年四季|一年到头|三天两头|一日三餐|一朝一夕|百年大计|千秋万代|三年五载|日复一日|年复一年|十年如一日|十年树木|百年树人|"
    "一天到晚|三月不知|九月九的酒|五一路|五四路|八一路|六一路|七一路|八一南昌|十月怀胎|10月怀胎|一月一[结换付缴]|十月革命|七月流火|九月授衣|人间四月天|烟花三月|五月的鲜花|一周岁|两周岁|一日游|[二两三四五六七1-7]日游|三更半夜|第一时间|"
    "逢年过节|用兵一时|今天下第|三分钟热度|两分钟热度|五四运动|五卅运动|一二九运动|八一电影|百日|(?<![日号])[早晚]一点(?![半钟整许0-9])|[这那高低有差快慢大小多少]一点(?![半钟整许0-9])|一时半会|一日千里|千日红|千年虫|半年报|百年孤独|后天失调|千年古|百年老|百年名校|百年老店|三九天"
)
#: Names and sayings that begin as a time does: of books, songs, films, games, shops and papers everybody knows.
_NAMES = (
    "明日方舟|明日之后|明日香|昨日重现|昨日黄花|今日资本|今日说法|十月妈咪|十月稻田(?=牌|集团|股份|大米)|十月围城|每日优鲜|每日经济新闻|每日电讯报|每日邮报|周六福|七天连锁|星期五餐厅|正午阳光|半夜鸡叫|午夜凶铃"
    "|三天打鱼|两天晒网|一日三秋|七夕青鸟|十日谈|三月兔|二月河|八月长安|四月物语|十一月的[肖萧]邦|五月天(?=的?(?:歌|专辑|巡演|成员|主唱|音乐|新歌))"
    "|两点之间(?=线段|直线|[，]?线段最短)|[夏冬]至线|[春秋]分点"
)
_ORDINAL = rf"第[0-9〇零一二两三四五六七八九十百千]{{1,6}}(?:个[五十]年(?:规划|计划)|[次届期批号名位条章版轮集页部家项款节种场站座例家]|个(?!季度)|季(?!度|{OF_BUSINESS[3:]}(?<!年第[一二三四1-4]季)|代|人|师|线|中学|小学|医院|方阵|产业|书记|步|课|周岁)"
_PHONE = r"(?:[0-9]{3,4}[-—][0-9]{7,8}|[0-9]{3}-[0-9]{3,4}-[0-9]{4})(?![0-9])"

RULES = [
    Rule(
        "decoy.standard",
        r"[A-Z]{1,6}(?:[/／][A-Z]{1,3})?[\s]?(?:[A-Z]{0,4}[\s]?)?[0-9][0-9.]*\s?[—–\-－/]\s?(?:19|20)[0-9]{2}(?![0-9年])",
        lambda _: {"decoy": True},
        level.WHOLE,
        level.WHOLE,
        None,
        "(?<![A-Za-z])",
    ),
    Rule(
        "decoy.fraction",
        "[一二三四五六七八九十百千]{1,4}分之[一二两三四五六七八九十百千]{1,4}(?:[天日月周](?!前|后)|(?!个?(?:小时|钟头|世纪|年(?![级代]))))",
        lambda _: {"decoy": True},
        level.WHOLE,
        level.WHOLE,
    ),
    Rule("decoy.ordinal", _ORDINAL, lambda _: {"decoy": True}, level.WHOLE, level.WHOLE),
    Rule("decoy.idiom", f"(?:{_IDIOMS})", lambda _: {"decoy": True}, level.WHOLE, level.WHOLE),
    Rule("decoy.name", f"(?:{_NAMES})", lambda _: {"decoy": True}, level.WHOLE, level.WHOLE),
    Rule(  # 得了九点八分, 七点七分的电影
        "decoy.mark",
        "(?:(?:(?<=[得打给评][了出])|(?<=[评得]分)|(?<=高达))(?:[一二三四五六七八九]|十)点[零一二三四五六七八九]分|[一二三四五六七八九]点[零一二三四五六七八九]分(?=的?(?:电影|剧|高分|好评|评分|成绩|满分|神作)))",
        lambda _: {"decoy": True},
        level.WHOLE,
        level.WHOLE,
    ),
    Rule(  # 约翰福音3:16
        "decoy.verse",
        "(?:福音|诗篇|启示录|箴言|创世记)[0-9]{1,3}[:：][0-9]{1,3}",
        lambda _: {"decoy": True},
        level.WHOLE,
        level.WHOLE,
    ),
    Rule(  # a song, a film, a column: 《十二月》, 《明天会更好》
        "decoy.title",
        r"《(?:[一二三四五六七八九十]{1,2}月(?![初上中下份至到、0-9一二三四五六七八九十廿])(?:(?!计划|安排|通知|方案|公告|简报|工作|报告|预告|总结)[^》0-9]){0,12}|大年初[一二三四五六七]|[今昨明后前][天日年][^》0-9月]{0,8})》",
        lambda _: {"decoy": True},
        level.WHOLE,
        level.WHOLE,
    ),
    Rule(  # an average of 20 days, a yield of seven
        "decoy.days_of_figures",
        "(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})日(?=移动平均|均线|年化|留存|涨幅|跌幅)",
        lambda _: {"decoy": True},
        level.WHOLE,
        level.WHOLE,
    ),
    Rule(  # 2025年13月1日
        "decoy.no_month",
        r"(?:[12][0-9]{3}年(?:1[3-9]|[2-9][0-9])月(?:[0-9]{1,2}[日号])?|(?<![0-9/.:：年月至到—~-])1[3-9]月[0-9]{1,2}[日号])",
        lambda _: {"decoy": True},
        level.WHOLE,
        level.WHOLE,
    ),
    Rule("decoy.phone", _PHONE, lambda _: {"decoy": True}, level.WHOLE, level.WHOLE),
    Rule(
        "decoy.grade",
        r"(?:[0-9]{1,4}|[一二三四五六七八九十])(?:年级|级学生|届毕业)",
        lambda _: {"decoy": True},
        level.WHOLE,
        level.WHOLE,
        None,
        HAN_GUARD,
    ),
]
