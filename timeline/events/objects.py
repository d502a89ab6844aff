"""What a clause builds, makes, introduces or prices, where the next one goes on with that and not with who does it.

>>> acted_on("县里新建口袋公园，", asked_for("预计  开放")), acted_on("县里新建口袋公园，", asked_for("获评文明县城"))
('口袋公园', '')
>>> acted_on("渡口县试点“一村一策”，", asked_for("扩大到五个乡镇"))
'“一村一策”'
"""

from __future__ import annotations

from timeline import regex as re

_HAN = "\u4e00-\u9fff"
_AHEAD = r"[\s，。；、起前底末初中旬止]*(?:预计|原?计划|原定|力争|有望|正式|全面|全线|主体|顺利|如期|陆续|先行|对外|逐步|[将于已可才又再在拟要])*\s*[起前底末初中旬]?(?:预计|计划|正式|全面|全线|主体|顺利|如期|陆续|先行|对外|[将已可才又再])*"
_COUNT = f"(?:[一两三四五六七八九十][座个条家所处栋幢][新大]?|[0-9.]+[万亿]?[{_HAN}]{{0,3}}的)?"
#: By what is done with it and what it is called: repairs, works, a rule, a practice, a class, a price; and what is said of it then.
_SORTS = (
    (
        re.compile(
            rf"(?:启动|实施|开展|开始|进行)了?(?P<what>(?![的了])[{_HAN}]{{0,8}}(?:大修|修缮|修复|改造|扩建|迁建|整治|加固|疏浚|清淤))[，；、\s]*\Z"
        ),
        re.compile(f"{_AHEAD}(?:通过[^，]{{0,8}}验收|完工|竣工|收官|收尾|(?:全部|基本)?完成(?![^，]))"),
    ),
    (
        re.compile(
            rf"(?:(?:建设|建成|新建|新增|增设|辟出|办起|办了|兴建|修建|扩建|改建|筹建|整修|重修|翻修|翻建|重建|启动|打造|布设|铺设|设立|开建|(?<![改扩新兴修筹援创组筑搭已迁复重翻续])建(?=[{_HAN}]))了?{_COUNT}|把{_COUNT})"
            rf"(?P<what>(?![成了的设起在到])(?:(?![的了把])[{_HAN}“”A-Za-z0-9]){{1,14}}?"
            "(?:[馆园院楼厂桥路站场房区线库仓塔堂台寺庙祠亭坝渠街]|市集|集市|中心|基地|工程|项目|广场|码头|隧道|平台|系统|市场|学校|步道|泊位|水闸|基金|热线|专柜|道路|[一二三四五]期))"
            r"(?:(?<=.{2})(?:列[进入]|纳入|移交|交给|作为)[^，；]{1,14})?[，；、\s]*\Z"
        ),
        re.compile(
            f"{_AHEAD}(?:开放|投用|启用|投入使用|投运|建成|完工|竣工|通车|开馆|开园|开业|开街|开市|试营业|试运[营行]|试开放|动工|开工|封顶|投产|试产|挂牌|揭牌|落成|送电|通水|交付|开建|运营|上线|收官|完成(?![^，。；\\s]))"
        ),
    ),
    (
        re.compile(
            rf"(?:订立|制定|出台|印发|通过|公布|发布|颁布|起草|草拟)了?(?P<what>(?![的了])[{_HAN}“”]{{0,14}}?(?:办法|条例|规定|方案|制度|细则|公约|章程|标准))[，；、\s]*\Z"
        ),
        re.compile(
            f"{_AHEAD}(?:[作做]?[了过]?(?:[一两三四]次)?(?:修订|修改|修正)|(?:分[一二两三四五][批期步])?(?:施行|实施|试行|废止|执行|生效)(?![\u4e00-\u9fff]))"
        ),
    ),
    (
        re.compile(
            rf"(?:试点|推行|试行|实行|探索|启动|推出|试办)了?(?P<what>“[^”]{{2,14}}”(?:[{_HAN}]{{2,6}})?|(?![的了])[{_HAN}]{{2,10}}(?:制|改革|模式|服务|机制))[，；、\s]*\Z"
        ),
        re.compile(f"{_AHEAD}(?:扩大|推开|推广|铺开|延伸|覆盖|在?全[省市县区国镇](?:全面)?(?:推|铺|实施))"),
    ),
    (
        re.compile(
            rf"(?:添办|添设|增办|增设|附设|加设|开设|兼办|加办)了?{_COUNT}(?P<what>(?![的了])[{_HAN}]{{0,6}}(?:[班部科系点站所室]|专业|分校|分院))[，；、\s]*\Z"
        ),
        re.compile(f"{_AHEAD}(?:撤销|撤并|停办|停招|取消|裁撤|恢复(?![^，])|剥离|划出)"),
    ),
    (
        re.compile(rf"收到了?(?P<what>[{_HAN}]{{2,8}}?)[0-9]+[余多]?[件条份个封][，；、\s]*\Z"),
        re.compile(f"{_AHEAD}(?:全部|逐一|集中|统一)*(?:交办|办结|答复|反馈|办理完毕)(?![^，。])"),
    ),
    (
        re.compile(
            rf"(?:\A|[，；。\s])(?P<what>(?![的了])[{_HAN}]{{0,6}}(?:搬迁|普查|改造|评审|清淤|抢修|检修|施工|摸底|征收|接种|登记|验收|安装|调试|转运))(?:工作)?(?:从|自|于|已)?\s*起?(?:开始|启动)[，；、\s]*\Z"
        ),
        re.compile(f"{_AHEAD}(?:全部|基本)?(?:完成|结束|收官|收尾)(?![^，。])"),
    ),
    (
        re.compile(
            rf"(?P<what>(?:(?![的了为])[{_HAN}]){{0,6}}(?:票价|价格|收费标准|工资|限额|补贴|利率|水价|电价|气价))(?:为|是)?[0-9一二三四五六七八九十百]"
        ),
        re.compile(f"{_AHEAD}(?:[上下]?调[整至到为高低]|提高[到至]|降[低为到至]|涨[到至]|恢复)"),
    ),
)


def asked_for(said: str) -> list[re.Pattern[str]]:
    """How the things are named that a clause which says so much may go on with; most clauses ask for none."""
    return [named for named, done in _SORTS if done.match(said)]


def acted_on(told: str, asked: list[re.Pattern[str]]) -> str:
    """What the clause ``told`` does something to, of the sorts that are ``asked`` for; or ""."""
    return next((found["what"] for named in asked if (found := named.search(told))), "")
