"""What is built, where a clause without a subject goes on with what is built by whom: 资金用于二厂建设，明年3月开工.

>>> from timeline.events.sentences import split
>>> text = "渡口灯饰把资金用于二厂建设，明年3月开工。"
>>> of_works("渡口灯饰开工", text, 0, 14)
'渡口灯饰二厂开工'
"""

from __future__ import annotations

from timeline import regex as re
from timeline.events.fitting import LONGEST

_HAN = "\u4e00-\u9fff"
#: What happens to works alone, at the end of a title.
_OF_WORKS = re.compile(
    "(?:正式|全面|预计|力争|有望|主体|率先|将)*(?:开工|动工|开建|封顶|建成|竣工|完工|投产|达产|投用|投运|通车|试产|交付|落成|对外开放|开放|开馆|开园)(?:使用|投用|投产|建设|开放|运行)?$"
)
_WHAT = re.compile(
    rf"(?:(?<=[\\s年月])建|拟建|共建|合建|筹建|新建|建设|兴建|扩建|投建|建造|在建|筹建|改造|修建)(?!而成|成)(?:的|一[座个条家]|[两三四五]条)?(?P<what>[{_HAN}A-Za-z0-9“”]{{2,16}}?)(?=[，。；、（]|项目[，。；、]|工程[，。；、]|$)|"
    rf"(?:用于|启动|推进|投向|投入|开展)(?P<for>[{_HAN}A-Za-z0-9“”]{{2,14}}?)的?(?:建设|改造|扩建|迁建)(?=[，。；、项工]|$)|"
    rf"在(?P<at>[{_HAN}]{{2,8}}?)(?:投资)?(?:建厂|设厂|办厂)"
)
_NO_WORKS = re.compile(
    "大会|会议|方案|规划|机制|体系|队伍|制度|品牌|作风|文化(?![馆宫站园广长街中])|活动|步伐|成果|能力|力度|标准|工作|任务|周期|车道|[热高大]潮|阶段"
)
#: Works that say too little without whose they are.
_VAGUE = re.compile("[新老一二三四五六]?(?:期|厂|工厂|厂房|生产线|产线|基地|仓库|园区|总部|大楼|校区|院区|车间|厂区)$")
_BUILT = re.compile("(?:项目|工程|厂|桥|路|园|楼|馆|站|线|铁|港|库|区|中心|基地|隧道|大道|高速|机场|期)$")


def of_works(title: str, text: str, start: int, position: int, whose: str = "") -> str:
    """A title that tells as its builder's what happens to works alone, with the works that ``text[start:position]`` says are
    built; ``whose`` they are where the title does not begin with that."""
    ends = _OF_WORKS.search(title)
    told = title[: ends.start()] if ends else ""
    if ends is None or not told or (told != whose and _BUILT.search(told)) or "，" in told:
        return title
    found = list(_WHAT.finditer(text, start, position))
    what = (found[-1]["what"] or found[-1]["for"] or f"{found[-1]['at']}工厂") if found else ""
    spent = "用于" in told  # 募集资金将用于二厂建设开工
    if len(what) < 2 or _OF_WORKS.search(what) or _NO_WORKS.search(what) or (what in told and not spent):
        return title
    builder = whose if spent else told
    whole = f"{builder if _VAGUE.search(what) and builder not in what else ''}{what}{ends[0]}"
    return whole if len(whole) <= LONGEST else title
