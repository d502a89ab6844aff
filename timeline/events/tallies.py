"""What a clause counts up, and whether a figure in it is the news or only tells how much was done.

>>> tallied("今年国庆接待游客82万人次", 7)
'接待游客82万人'
"""

from __future__ import annotations

from timeline import regex as re
from timeline.events.deeds import is_crime
from timeline.events.words import INDICATOR, STRONG_ACTIVITY

_RATE = re.compile(r"同比|环比|增幅|增速")
_GROWTH = re.compile(r"增长|下降|总量|产值|涨|跌|减少|降至|升至|增至|减至|回升|回落")
_COUNT = r"[0-9.]+(?:万|亿|千|百)?[余多]?"
#: What is counted up, whatever verb it is told with: 接待游客82万人次, 吞吐量完成23万标箱, 由负转正.
_TALLY = re.compile(
    rf"(?=[创达接拉带由吞客车流门人负])(?:人口[^，。；]{{0,4}}?[0-9]|接待[^，。；]{{0,8}}?{_COUNT}人|[拉带]动[^，。；]{{0,8}}?{_COUNT}元|由[负正]转[正负]|创[^，。；]{{0,8}}新[高低]|达[到约超近]?{_COUNT}人次|(?:吞吐|客流|车流|流|门诊)量[^，。；]{{0,6}}?[0-9]|负荷(?:达到?|为|突破)[^，。；]{{0,4}}?[0-9])"
)
#: A count behind is of today, whenever what is told began: 2019年挂牌，至今已审结案件137件.
_BY_NOW = re.compile(r"[至迄]今|[目眼]前|如今|现[已有在]|(?<=[\u4e00-\u9fff]{2})，\s*已")
#: The same over a month or longer: cases, people, things done by the dozen.
_TALLY_OF_PERIOD = re.compile(
    rf"吸引了?(?:客流|游客|观众|市民)?[^，。；]{{0,4}}?{_COUNT}人次|(?:查处|审结|执结|结案|受理|立案|办结|查获|破获|发生|调解|处置|处理)[^，。；]{{0,20}}?{_COUNT}(?:件|宗|起|例)|(?<![将拟划])(?:新增(?!贷款|产能)|新?引进)[^，。；]{{0,10}}?{_COUNT}(?:人|户|家|例)|(?:完成手术|接种|培训|服务|救助|惠及|体检|筛查|转移)[^，。；]{{0,12}}?{_COUNT}(?:人|户|剂|台|例)"
)
_TALLY_OF_MONTHS = re.compile(
    rf"[已共]?(?:累计|完成|实现|办理|新增|改造|加装|发放)[^，。；]{{0,16}}?{_COUNT}(?:[部台辆套户家处座所件宗笔人元]|公里)"
)
#: 去年，该区共开工亿元以上项目96个; 今年计划改造的18个小区已有15个完工.
_TALLY_OF_YEAR = re.compile(
    rf"共(?:新?开工|竣工|签约|引进|建成|投产)[^，。；]{{0,12}}?{_COUNT}[个项家]|{_COUNT}[个条家座][^，。；]{{2,8}}已有{_COUNT}[个条家座]"
)
#: A figure that only says how many act: 全市1.2万名普查员.
_COUNTED = re.compile(r"[0-9.]+(?:万|千|百)?[余多]?(?:名|位|家|户|支|个)[\u4e00-\u9fff]{2}")
#: What is counted or measured, beside which a figure is the news and no attribute of it.
_MEASURE = re.compile(
    r"累计|总量|产值|总额|占比|交易额|授权量|[拥保]有量|收入|利润|余额|人均|[达升降增]至?到?约?[0-9]|(?:突破|实现|完成|超过?|共有?|仅)[^，。]{0,8}[0-9]"
)
#: What a figure of one day is of, where that is the news.
_OF_DAY = re.compile(
    r"累计|总量|总额|占比|余额|人均|平均|最[高低大多]|价|气温|水位|雨量|指数|汇率|负荷|客流|车流|流量|票房|成交|收报|报收|销售|接待|突破|[达升降增]至?到?约?[0-9]|共[^，。；]{0,6}[0-9]|同比|环比|百分|[%％]|病例|报名|新增"
)
#: Of one man's doings the figure is not the news: 他流转了80亩地.
OWN_DEED = re.compile("[他她][^，。；们]{0,14}了[0-9]")
#: A word so far from its time, in characters, decides less than a figure beside it.
_FAR = 14
_MONTH, _MONTHS, _YEAR = 28, 56, (365, 366)  # days


def tallied(part: str, days: int) -> str:
    """The words of a statement that counts something up, over its time of so many days; "" where it does not."""
    tally = _TALLY.search(part)
    if tally is None and days >= _MONTH:
        tally = _TALLY_OF_PERIOD.search(part)
    if tally is None and days >= _MONTHS and days not in _YEAR:
        tally = _TALLY_OF_MONTHS.search(part)
    if tally is None and days in _YEAR:
        tally = _TALLY_OF_YEAR.search(part)
    return tally[0] if tally and not _BY_NOW.search(part, 0, tally.start()) else ""


def by_figure(part: str, best: tuple[int, str, str, int] | None, days: int) -> tuple[str, str]:
    """The kind that the nearest verb gives, or a figure where that is the news; ("", "") where there is neither."""
    rate = bool(_RATE.search(part))
    measured = best is None or rate or (best[0] >= _FAR and bool(_MEASURE.search(part) or _GROWTH.search(part)))
    counted = measured and not is_crime(part) and not (best is None and OWN_DEED.search(part))
    figure = INDICATOR.search(part) if counted else None
    if figure is None:
        return ("", "") if best is None else best[1:3]
    if best is None and days == 1 and not _OF_DAY.search(part):
        return "", ""  # 县里提水，灌溉农田1.1万亩: what was done on a day, and how much of it
    if best is None:
        return ("", "") if _COUNTED.search(part) and not _MEASURE.search(part) else ("indicator", figure[0])
    if rate and not STRONG_ACTIVITY.search(best[2]):
        return "indicator", figure[0]
    fixed = best[1] == "incident" or (not best[3] and not _MEASURE.search(part))
    return ("indicator", figure[0]) if best[0] >= _FAR and not fixed else best[1:3]
