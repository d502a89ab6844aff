"""Repetitions (ISO-TimeML SET): 每周四晚7点, 每月15日, 每年农历三月三, 逢五逢十, 每年5月第二个星期日.

>>> from timeline.timex.engine import Grammar
>>> [atom.spec for atom in Grammar(RULES).atoms("每周四晚7点")]
[{'set_rule': 'FREQ=WEEKLY;BYDAY=TH;BYHOUR=19;BYMINUTE=0'}]

Where the words fix the days, the rule is given as an RRULE (see repeats and timeline.timex.recurrence); 每年 alone fixes none.
"""

from __future__ import annotations

from timeline import regex as re
from timeline.timex import spec as level
from timeline.timex.rule import Rule
from timeline.timex.rules.repeats import FESTIVAL, IDIOM, LUNAR_DAY, PART, TERM, lunar_days, rrule
from timeline.timex.rules.words import DAYPARTS, HAN_GUARD
from timeline.timex.spec import Spec

#: A last day ends the rule, 每周六至12月26日; it is a part of the rule in 每年9月1日至10月8日.
_LAST_DAY_OF_RULE = "(?:[0-9]{4}年)?(?:1[0-2]|0?[1-9])月(?:[0-9]{1,2}[日号]|底)"
_TAIL = rf"(?:[0-9〇零一二三四五六七八九十两廿首、,，和—－\-~～:：点时分月日号周星期末初底旬农历闰年季度次夏冬春秋礼拜份上下午早晚凌晨中夜间里傍天刻清的最后个第半逢\s正腊除夕]|(?<=[日号月年旬初末底])[至到]|[至到](?!{_LAST_DAY_OF_RULE}))"
_UNIT = r"(?:半个?小时|个?小时|个?钟头|个?学[期年]|个?(?:法定)?节?假[日期]|个?世纪|闰年|个?(?:早上|上午|中午|下午|晚上)(?!好)|个(?:交易|营业|教学|上课)日|[一两二三四五六]个半(?:小时|钟头|月)|一?刻钟|(?<=[0-9])秒钟?|周的?工作日|(?<=隔)(?:[几数](?:个?小时|分钟|天|年|个?月|周))|(?<=每)几(?:天|年|个月|周|小时)|百年|个?工作日|个?(?:周末|双休日|年|月|周|天|日|晚|夜|早|晨|星期|礼拜|季度?|半年|半个?月|小时|分钟)|农历(?=初|[正冬腊一二三四五六七八九十]{1,2}月))"
#: Behind a number this counts: 每周三次 is three times a week and not on Wednesdays.
_COUNTED = r"(?:[至到—\-~～、或]?[一二两三四五六七八九十])?(?:[次场趟回遍个名篇堂顿]|节(?![目日假])|天(?!气|空)|期(?!间)|班次|小时|更(?![新加多换]))"
_END = (
    r"(?:(?<=个)工作日|(?<=[周期拜、至到])[一二三四五六日天]|(?<=[周期拜][一二三四五六])[一二三四五六日][一二三四五六日]?|(?<=[二三九]月)[二三九]|初[一二三四五六七八九十]"
    r"|[十廿][一二三四五六七八九](?![点时届个次])|[点时分日号月晚午晨夜半末旬早底夕]|(?<=傍)晚|(?<=月)份(?!额)|(?<=[早晚夜])[上间里](?!班)|(?<=[点分])整|(?<=点)[二三四五]?十五?|(?<=点)[一三]刻|(?<=[年月])初(?![中级])|(?<=半)年|季度?|(?<=月)的?(?:第[一二三四]|首|最后一)个?(?:周(?![一二三四五六日末])|星期(?![一二三四五六日天]))|(?<=一)天|[0-5][0-9]|(?<=月)的?倒数第[二三四五][天日])"
)
_SEASON = r"[春夏秋冬](?:季|天(?!气))"
#: What comes round without a day of its own: 每到汛期.
_TIMES_OF_YEAR = (
    "汛期|雨季|旱季|梅雨季?|台风季|[旅游]{0,2}[旺淡]季|花[期季]|寒暑假|[暑寒]假|假期|节假日|开学季?|毕业季|农[闲忙]|秋收|春耕|夏收|丰收季?|收获季|采摘季"
    "|早晚高峰|高峰期?|饭点|年关|年[底末]|岁末|春运|夏夜|傍晚|入夜|夜晚|夜幕降临|[春夏秋冬][日末初]|初[春夏秋冬]|盛夏|深秋|寒冬"
)

_LONG_PART = "|".join(part for part in DAYPARTS if len(part) > 1)
#: 每逢春节, 每个冬天: once a year.
_NAMED_FEAST = re.compile(rf"每[逢到个](?={FESTIVAL}|{TERM}|{_SEASON})")
_WEEK, _SPAN = "周|星期|礼拜", "[至到—－～~-]{1,2}"
_HOURS = (
    rf"(?:{PART})?\s?"
    r"(?:(?:2[0-4]|1[0-9]|0?[0-9])(?:[:：][0-5][0-9]|[点时](?:半|[一三]刻|[0-5][0-9]分?)?)|二?十?[一二三四五六七八九十两][点时](?:半|[一三]刻|[一二三四五]?十五?分?)?)"
)
#: The afternoon's hours behind those of the morning.
_MORE_HOURS = rf"(?:[、，,和及]\s?{_HOURS}\s?{_SPAN}\s?{_HOURS})?"


def _set(match: re.Match[str]) -> Spec:
    return {"set_rule": rrule(_NAMED_FEAST.sub("每年", match[0]))}


def _hours(match: re.Match[str]) -> Spec:
    """Opening hours: what holds on several weekdays between two clock times is a habit, 每 or not."""
    return {"set_rule": rrule(f"每{match[0]}")}


RULES = [
    Rule(
        "sets.each",
        rf"(?:每年的?(?:这个?时候|此时|同一时[间期])|每[逢到当](?:{_TIMES_OF_YEAR})(?:时节|季节|期间|来临)?|每(?:[逢到]?年的?|[逢到个])(?:{FESTIVAL}|(?:{TERM})|{_SEASON})(?:假期|期间|前后|节|当天|时节)?"
        rf"|(?:每[逢到当过]?|(?<![适恰正喜欣时又遇])逢|隔(?=[周月])|隔(?=[天日晚]一?[班次趟场轮])|(?<![间相分阻])隔(?=(?:[两三四五六七八九十]|[0-9]{{1,2}})(?:天|周|个月|年)[^，。；0-9]{{1,4}}一次))(?:隔)?(?:[一两二三四五六七八九十百0-9]{{0,3}}){_UNIT}(?!均|人|级|度一)(?:(?!(?:[一二两三四五六七八九十]{{1,3}}|[0-9]{{1,3}}){_COUNTED})(?:{_TAIL}|(?<=个)工作日){{0,30}}{_END})?(?:{IDIOM})?)",
        _set,
        level.WHOLE,
        level.WHOLE,
    ),
    Rule(  # 周二至周日9:00—17:00, 工作日早上九点
        "sets.hours",
        rf"(?:(?:{_WEEK})[一二三四五六](?:{_SPAN}(?:{_WEEK})?[一二三四五六日天]|[、,，和](?:{_WEEK})?[二三四五六日天]|日){{1,3}}\s?(?:{_HOURS}\s?{_SPAN}\s?{_HOURS}{_MORE_HOURS}|{IDIOM})|(?:(?<!个)工作日|(?:{_WEEK})[一二三四五](?:{_SPAN}(?:{_WEEK})?[二三四五六日天]))(?:的?每[天日晚])?的?\s?{_HOURS}(?:\s?{_SPAN}\s?{_HOURS}{_MORE_HOURS})?)",
        _hours,
        level.WHOLE,
        level.WHOLE,
    ),
    Rule(  # 周一三五
        "sets.several_days",
        rf"(?:{_WEEK})[一二三四五][二三四五六]{{1,4}}[三四五六日](?![十百千万点时0-9:：号月])",
        _hours,
        level.WHOLE,
        level.WHOLE,
    ),
    Rule(  # 每逢初一、十五
        "sets.lunar_days",
        rf"每?逢(?:农历)?(?P<days>初[一二三四五六七八九十](?:[、和及]?(?:初[一二三四五六七八九十]|{LUNAR_DAY})){{0,4}})",
        lambda m: {"set_rule": f"RSCALE=CHINESE;FREQ=MONTHLY;BYMONTHDAY={lunar_days(m['days'])}"},
        level.WHOLE,
        level.WHOLE,
    ),
    Rule(  # 每逢5号
        "sets.numbered_day",
        r"每[逢到]?(?P<d>3[01]|[12][0-9]|[1-9])[日号](?![线楼])",
        lambda m: {"set_rule": f"FREQ=MONTHLY;BYMONTHDAY={m['d']}"},
        level.WHOLE,
        level.WHOLE,
    ),
    Rule(  # 一周两次, 两年一次
        "sets.so_often",
        r"(?:(?P<n>[一两二三四五])(?:天|日|周|个?星期|个?月|季度?|年)|半年|半个?月|半个?小时)(?P<times>[一两二三四五六七八九十几数]|[0-9]{1,2})次(?!方)",
        lambda _: {"set_rule": ""},
        level.WHOLE,
        level.WHOLE,
        None,
        HAN_GUARD,
    ),
    Rule(  # 天天, 年年
        "sets.doubled",
        "(?:天天|年年|月月|夜夜|周周)(?![向有快平好乐红见鲜岁])",
        lambda _: {"set_rule": "", "loose": True},
        level.WHOLE,
        level.WHOLE,
        None,
        "(?<![一今昨明后前春夏秋冬每几整单双隔])",
    ),
    Rule(  # 逢单日限行, 双周周三
        "sets.odd_days",
        rf"每?逢(?P<odd>单|双)(?:[日号]|(?P<week>周(?!年)))|(?P<either>[单双])周的?(?:{_WEEK})[一二三四五六日天]",
        lambda m: {
            "set_rule": ""
            if m["week"] or m["either"]
            else f"FREQ=MONTHLY;BYMONTHDAY={','.join(map(str, range(1 if m['odd'] == '单' else 2, 32, 2)))}"
        },
        level.WHOLE,
        level.WHOLE,
    ),
    Rule(  # days of a market, in either calendar
        "sets.market",
        r"(?:每?逢(?:农历)?|农历逢)(?:[一二三四五六七八九十](?:[、逢]{1,2}[一二三四五六七八九十]){1,9}|一四七|二五八|三六九|四七十|一六|二七|三八|四九|五十|五十?逢十)(?![个届次条节年天日月一二三四五六七八九十妇])",
        lambda _: {"set_rule": ""},
        level.WHOLE,
        level.WHOLE,
    ),
    Rule(
        "sets.workdays",
        rf"(?<![个第首后的一二三四五六七八九十0-9\s])(?:法定)?工作日(?:的?(?:{_LONG_PART})(?![班会])|(?!志|程|益|前|后|起))",
        lambda _: {"set_rule": "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"},
        level.WHOLE,
        level.WHOLE,
    ),
]
