"""Whether the characters in front of 市, 县, 区 or 镇 are a town's name, by their number and by the words that they end with.

>>> [names_town(own, word) for own, word in (("阳城", "县"), ("易", "县"), ("贫困", "县"), ("中心城", "市"), ("老城", "区"))]
[True, True, False, False, False]
"""

from __future__ import annotations

from timeline import regex as re
from timeline.events.gazetteer import SHORT_COUNTIES

#: What ends in 市, 县 or 区 and is no town's name, of any unit and of one.
_NO_TOWN = re.compile(
    r"(?:园林|卫生|文明|双拥|平安|法治|贫困|百强|先进|模范|长寿|宜居|产粮|边境|所在|山区|所有|牧业|农业|人口)\Z|[全我本各某该外邻两多每几这那此与及到市省区街强立创治直委政级属主老大小报送副任前届男女]\Z|[一二三四五六七八九][成城]\Z|\A[禁限]|..兴\Z|\A[全我本各某该每这那及与在到从对由向为个条家座级市]|"
    r"(?:生活|工业|产业|经济|技术|高新|保税|合作|居住|商务|核心|功能|服务|风景|旅游|度假|保护|休憩|互动|体验|展示|观景|展览|游客|接待|等候|候诊|候车|亲子|儿童|休闲|娱乐|餐饮|美食|停车|阅读|童书|露营|种植|养殖|受灾|缓冲|隔离|示范|最优|新增|农贸|建设|发展|管理|重点|生态|办公|试验|自由|繁华|热门|沿海|沿江|内陆|安置|过渡|等待|施工|作业|污染|封闭|管控|防控|疫情|易涝|积水|供热|供水|停水|覆盖)\Z"
)
_NO_UNIT = {
    "县": re.compile("县\\Z"),
    "市": re.compile(
        r"(?:[超楼股上都夜早集入开退兴行互灯菜书鬼]|[部专入出开关上热冷大小名闸校]门|(?<!.)门|(?<!\A[\u4e00-\u9fff])城|\A[大小新古会名山水花海港线型心级智美强建]城)\Z"
    ),
    "旗": re.compile(r"[国红锦军党团升校队彩战义八降挂扛举授夺护黄白蓝黑令旌酒]\Z"),
    "区": re.compile(
        r"(?:(?<!\A[^老新旧古主全县该本市省州东西南北中内外大小故进入出绕临到在沿])城|[地园校灾特片辖厂社景商居农渔牧住宅开郊矿林库展禁战考赛选警疫盲误集上夜乡])\Z"
    ),
}
_NO_RURAL = re.compile(r"[返回归还思离怀茶水侨瓷酒梦花果竹家老故同异他]\Z")  # 茶乡, 侨乡
#: 石鼓、柳溪、云岭三镇: how many there are.
_NUMBERED = re.compile(r"[两三四五六七八九十几多]\Z")
_NO_VILLAGE = re.compile(
    r"(?:辖.|直播|小|(?:\A|[老乡小各])集|(?:\A|[县乡])城|古|乡|重|村|名|强|整|全|本|驻|进|新农|农|各|到|下|入|(?:放|调|搬|迁|派|送|转|请|带|嫁|跑|赶|走|退|撤|遣|返|一)回|文明|示范|特色|智慧|完整|居家|未来|老旧|美丽|卫生|行政|自然|建制|空心)\Z"
)
#: The peoples in the name of an autonomous county: 土家族苗族 of 云溪土家族苗族自治县.
PEOPLES = re.compile("(?<=..)(?:[\u4e00-\u9fff]{1,4}?族)+\\Z")
#: Characters of a name at most, by its unit; of one that stands behind its city's or is told again one more, 4 at most.
_MOST = {"区": 2, "州": 2, "旗": 2}
#: A banner's name as Mongolian ones are written, however long: 乌兰特右翼中旗.
_BANNER = re.compile(
    "[巴彦淖阿鲁科尔沁喀喇克什腾乌珠穆察哈苏尼特额济纳达茂鄂托敖汉奈曼库伦扎赉温莫力瓦布杭锦准格伊金霍洛仁图勒根林毛兰浩海拉达哈尔]{3,6}(?:[左右][翼]?[前后中]?|[前后中])?"
)
_COUNTED = frozenset(("市", "县", "区", "镇", "乡"))
_USUAL_MOST, _VILLAGE_MOST = 3, 6
_NO_FAMILY = frozenset("大国全老人农渔船东皇自各一百万回出在到搬离每这那本我他她你咱商行专作画")
#: With one of these in front any village may be meant.
_ANY_VILLAGE = frozenset(
    "农乡山渔新老旧古小大本全该各每进入出回到下我他她你咱外邻帮驻离整空强穷富美名重茶花竹水林牧果菜城镇县市区行建一二两三几多某同何非由和与在从对为是的"
)
_VILLAGES = frozenset(("村", "社区", "镇", "乡", "街道"))


def names_town(own: str, word: str, *, sure: bool = False) -> bool:
    """Whether ``own`` is what a town of the unit ``word`` is called; ``sure`` where it stands behind its city or is told again."""
    if word == "县" and own in SHORT_COUNTIES:
        return True
    if word[0] == "家":
        return len(own) == 1 and own not in _NO_FAMILY
    if word.startswith("自治"):
        own = PEOPLES.sub("", own)
    if word in _COUNTED and len(own) > 2 and _NUMBERED.search(own):
        return False
    if word == "村" and sure and len(own) == 1:
        return own not in _ANY_VILLAGE
    if word in _VILLAGES:
        plain = _NO_VILLAGE.search(own) or (word == "乡" and _NO_RURAL.search(own))
        if word == "镇" and own[-1:] == "村" and len(own) == 2 and own[0] not in _ANY_VILLAGE:
            return True  # 葛村镇
        return 2 <= len(own) <= _VILLAGE_MOST and not plain
    if word == "旗" and _BANNER.fullmatch(own):
        return True
    most = _MOST.get(word, _USUAL_MOST)
    if sure:
        most = _USUAL_MOST + 1 if word in "县市旗" else _USUAL_MOST
    if not 2 <= len(own) <= most or _NO_TOWN.search(own):
        return False
    return word not in _NO_UNIT or not _NO_UNIT[word].search(own)
