"""The town or house that a page is of by the paper, station or account that prints it, where its own words name none.

>>> town_of_publisher("青禾日报"), town_of_publisher("青禾县融媒体中心"), town_of_publisher("今日青禾"), town_of_publisher("人民日报")
('青禾', '青禾', '青禾', '')
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from timeline import regex as re
from timeline.events.baretowns import NO_TOWN
from timeline.events.institution import is_institution

_HAN = "\u4e00-\u9fff"
#: What a paper, a station or an account is called behind its town.
_CALLED = (
    "(?:日|晚|早|晨|时|商|导|都市|新|快|周|法[治制]|广电|广播电视|工商时|农民|工人|青年|教育|电视|侨|农村)?报|周刊|周末|新闻(?:网|报|眼|客户端|社)?|发布|"
    "融媒[\u4e00-\u9fff]{0,6}|广播[\u4e00-\u9fff]{0,6}|电视台?|电台|[\u4e00-\u9fff]{0,2}之声|观察|快讯|在线|信息网|政府网|政务|史志|年鉴|"
    "消费网|农业信息网?|气象|天气|教育|交警|公安|警方|检察|法院|文旅|文化|卫健|卫生健康|疾控|人社|税务|水务|供电|燃气|公交|地铁|城管|住建|交通|消防|"
    "应急|生态环境|市场监管|医保|民政|人大|政协|工会|共青团|妇联|统战|组工|图书馆|博物馆|文化馆|科技馆|体育|"
    "[\u4e00-\u9fff]{2}局|人民政府"
)
_OF_TOWN = re.compile(
    rf"(?:(?:今日|掌上|直播|智慧|平安|美丽|文明|微)(?P<named>[{_HAN}]{{2,3}})|"
    rf"(?P<town>[{_HAN}]{{2,3}}?)(?:(?:[市县区旗镇]|新区|自治[州县])?(?:{_CALLED})|[市县区旗镇][{_HAN}]{{2,14}}))\Z"
)
#: Words that papers are called after which are of the whole country, of a province or of a trade.
_PLAIN_WORDS = (
    "人民 光明 经济 工人 法治 法制 农民 科技 解放 大众 南方 北方 新民 今日 每日 中国 中华 全国 "
    "新华 环球 参考 青年 少年 教育 健康 体育 文化 文艺 证券 金融 财经 商业 消费 城市 都市 乡村 "
    "农村 农业 交通 旅游 生活 现代 时代 华商 华夏 东方 西部 中部 东部 东南 西南 东北 西北 华西 "
    "华东 华南 华北 学习 检察 公安 社会 国际 第一 世界 海外 网络 人才 环境 建设 电力 中央 国家 "
    "本报 本台 新闻 民生 齐鲁 燕赵 潇湘 三秦 江淮 扬子 江南 岭南 八桂 中原 半岛 海峡 三晋 荆楚 "
    "巴蜀 云岭 天府 央视 新京 文汇 羊城 钱江 楚天 信息 政府 天气 党建 改革 民主 团结 工商 质量"
)
_NO_TOWN = frozenset(_PLAIN_WORDS.split()) | NO_TOWN
#: A stretch of land by the signs of its provinces and by its side: 浙西, 赣闽, 川东.
_REGION = re.compile("[冀豫滇辽黑湘皖鲁苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼沪京津渝]{1,2}[东西南北中]?")
#: Where a page itself states who printed it: 来源：青禾日报, and the name of the paper in a line of its own.
_STATED = re.compile(
    rf"(?:来源|來源|稿源|信息来源|发布单位|发布机构)\s*[:：]\s*([{_HAN}]{{4,16}})|(?:^|\n)\s*([{_HAN}]{{2,5}}(?:日报|日報|晚报|晚報|晨报|时报|時報|商报|周刊|新闻网|發布|发布|融媒))(?=[\s\d|·]|\Z)"
)
#: 我院, 本馆: a house that speaks of itself.
_OURS = re.compile(
    rf"(?:(?<![{_HAN}])|[，。在经由至到])[我本](?P<house>[院校馆园店站宫寺]|中心)(?![长里])|(?<![{_HAN}])(?P<bare>医院|学校|学院)(?:决定|定于|将|拟|安排)"
)
#: What separates the name of a page from the name of the site that it is on.
_BARS = re.compile(r"\s*[_|｜—–]\s*|\s+-\s+|-(?=[^-]*\Z)")


def stated_in(text: str) -> str:
    """The paper or account that a page says it is printed by, or ""."""
    stated = _STATED.search(text)
    return (stated[1] or stated[2]) if stated else ""


def site_of(title: str) -> str:
    """The name of the site behind the name of a page, or "".

    >>> site_of("青禾大桥今日通车_青禾新闻网")
    '青禾新闻网'
    """
    parts = _BARS.split(title)
    return parts[-1].strip() if len(parts) > 1 else ""


@lru_cache(maxsize=256)
def town_of_publisher(name: str) -> str:
    """The town that a paper or an account is called after; "" for one of the whole country or of a region."""
    called = _OF_TOWN.match(name)
    town = (called["named"] or called["town"]) if called else ""
    return "" if town in _NO_TOWN or _REGION.fullmatch(town) else town


def house_of_publisher(name: str, text: str) -> str:
    """A house that speaks of itself on the page that it prints: 西山剧院, where the page says 我院; or "".

    >>> house_of_publisher("西山剧院", "我院8月4日起暂停开放。"), house_of_publisher("西山剧院", "该院开放。")
    ('西山剧院', '')
    """
    if not name.endswith(_HOUSES) and not is_institution(name):
        return ""
    return name if any(name.endswith(ours["house"] or ours["bare"]) for ours in _OURS.finditer(text)) else ""


_HOUSES = ("剧院", "大剧院", "影院", "书店", "公园", "中心")


def first_town(names: Iterable[str]) -> str:
    """The town of the first of some papers and accounts that is called after one, or ""."""
    return next((town for name in names if (town := town_of_publisher(name))), "")
