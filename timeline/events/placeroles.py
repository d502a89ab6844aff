"""How a text speaks of a place that it names: as where something is or goes to, or as where somebody comes from.

>>> text = "书展在云溪县文化馆开幕"
>>> role_of(text, 3, 9, "site")
'at'
"""

from __future__ import annotations

from timeline import regex as re
from timeline.events.placenouns import HAMLET
from timeline.events.terrain import BEFALLS

_HAN = "\u4e00-\u9fff"
#: So many characters in front of a name tell how it is spoken of.
_BEFORE = 14
_AT = re.compile(
    r"(?:(?<![现正存旨意不])(?<![^法出究务管理税验育卫生]所)在|于(?<![起止源属等由对关]于)|地点[为：:是]?|设在|位于|坐落(?:在|于)?|选址(?:在|于)?|馆址|校址|院址|厂址|会址|主会场[为在]?|分会场[为在]?|地址[为：:]?|集合点[为：:]?|改在|定在)\s*\Z"
)
_TO = re.compile(
    r"(?:迁至|迁址[至到]|迁入|迁到|迁往|迁回|搬进|搬到|搬入|搬至|搬回|搬迁至|搬迁到|打进|打入|落户|落地|走进|开进|进驻|进入|抵达|来到|登陆|移至|移到|移师|改到|转移到|试点在|回到|亮相|现身|视察|察看|探访|走访|驶入|驶抵|飞抵|返抵|运抵|靠泊|停靠|开到|通到|延伸到|延伸至|延至|延长至|通达|[考调招分]进|[招考调转]入|[招考调分]工?进)(?:了|现址)?\Z|(?<![对转])赴\Z"
)
#: 进入北京冬奥会供应链, 进入上海市场: nothing moves there.
_MARKET = re.compile("[一-鿿]{0,6}?(?:市场|奥|世博|超市|供应链|商超|展|赛)")
#: 迁到新建的科技馆.
_TO_NEW = re.compile(r"[迁搬移][到至往进入]了?(?:新[建落修]?成?|刚[一-鿿]{2,4})的\Z")
#: What is founded or built there, which is no place to go to yet: 成立技术服务中心, 产业园动工.
_MADE_BEFORE = re.compile(
    r"(?:[加增悬]挂“?|成立|设立|组建|建成|新建|建起|盖起|创办|创立|创建|筹建|兴建|修建|扩建|改建|建设|获批|批准|启动|规划|推进|升格为|升级为|改建为|转建为?|改作|改成|变成|辟为|更名为|改名为?|改称为?|易名为?|定名为?|命名为|改制为|列为|评为|获评|入选|[支摆开搭办立拉盖砌]起|设|共建|合建|(?<!援)(?<!捐)(?<!帮)建)[的了]?(?:首[个座家]|全[市县省区]|国家级?|国[有营]|公办|民[办营]|[省市县]属|省级|市级)*\Z"
)
_MADE_BEHIND = re.compile(
    r"”?(?:[一二三四五]期)?(?:破土|动工|开工|奠基|新建|扩建|改扩建|工程|项目|立项|获批|获核准|核准|签约|完成搬迁|前期|选址|招标)"
)
#: What is done with a house on the day that it is opened.
OPENED = re.compile(
    r"”?(?:[0-9年月日号时分点:：\s]|[上下中]午|[昨今前]天|[昨今]日|[本上下]月|[去今明]年|[上中下]旬|[初底末]|正式|也|已|将|拟|计划|预计|于|定于|建成)*+"
    r"(?:揭牌|挂牌(?![价出新])|启用|投用|投入使用|开业|开馆|开园|开张|开门|开诊|落成|封顶|竣工|投产|并网|通水|试运[行营]|(?:重新|对外|免费)?开放)"
)
#: A part of an institution by which it goes on being called: 东校区奠基.
_CAMPUS = re.compile(r"(?<![新老旧原分])[校院片街]区\Z")
#: What is enlarged or mended is there already.
_WORKED_ON = re.compile("(?:改?扩建|改造|翻新|整修|修缮|扩能|提标|提升|[二三四五]期)")
#: 新建的松涧小学启用: what is opened stands.
_NEWLY = ("新建的", "新建", "建成的", "改建的", "扩建的")
#: What has long been there.
_OLD = ("遗址", "故居", "旧址", "古城", "古镇", "墓群", "岩画")
#: Of a list all is made: 建成创意园、食品园和软件园.
_MADE_LIST = re.compile(
    rf"(?:建成|新建|兴建|修建|成立|设立|创办|开办|建起|扩建|改建|打造|获批)[了的]?[{_HAN}“”A-Z0-9]{{2,10}}[、和及]\Z"
)
#: 从松湾站发车: what leaves is still there.
_LEAVES = re.compile(
    r"[^，。；]{0,4}?(?:发车|出发|启程|始发|起航|首发|起飞|起跑|开跑|鸣枪|发枪|起驾|驶出|发运|启运|装船|装车|出港|出口|开出|驶出|起运|开往|飞往|发往|运往|销往|驶往|运抵|发船|开船|登船|上船|出境|出海|通关)"
)
#: Where those who come are asked to leave their cars: 车辆可停放在渔会停车场.
_PARKED = re.compile("(?:可以?|请|应|须|需|建议)[^，。；]{0,8}?停(?:放|靠|车)?[在于到至入]\\Z")
_PARKED_ENDS = frozenset("在于到至入")
#: 市集移到文创园举行 is held there.
_HELD_THERE = re.compile("举[行办]|进行|召开|展出|上演")
#: 石牌大桥通车后，渡轮停航: when something is, and not where.
_ONCE_OPEN = re.compile("(?:建成|通车|开通|启用|投用|竣工|落成|关闭|停[运业航办]|开业|通航|投产){1,2}[之以]?后")
#: 安置在体育馆的群众返家: who they are that something is told of.
_STAYS = re.compile(
    "(?:安置|安放|存放|停放|停泊|居住|生活|工作|滞留|就读|收治|隔离|陈列|保存|收藏|安葬|长眠|生长|栖息|散落|坚守|驻守|驻扎|服役|任教)在\\Z"
)
#: What goes from one town to another is told elsewhere: 从松湾开往云溪的货轮.
_BOUND_FOR = re.compile(r"(?:[开飞驶]往|到)[\u4e00-\u9fff]{2,6}的")
#: 末班车驶离松湾站: so is what the sentence tells of.
_DRIVEN_OFF = re.compile(r"(?:[班列快慢][车次]|专列|[渡客]轮)(?:缓缓|徐徐)?驶[离出]\Z")
_AWAY_BEFORE = re.compile(
    r"(?:(?<=[车辆两])走|绕走|改走|[东西南北][起接连至邻抵]|来自|发往|运往|销往|开往|飞往|驶往|直[发供飞]|飞|随|返回|往返|远销|出口|援助|支援|对口[帮扶支援协作]*(?:的)?|帮扶的?|结对的?|携手|比肩|毗邻|邻近|距离?|离|往|从|自|由|经|途经|途径|源于|源自|连接|连通|连[接通起][一-鿿]{0,4}的|贯穿|横跨|跨越|下穿|上跨|穿越|横穿|[起止]于|[增加始]?[开发]至|开行至|新增至|增加至|飞至|直达|祖籍|籍贯|原籍|生于|出生于|出生在|家住|现住|跑了|跑遍|走访了|毕业于|考入|就读于|"
    r"联合|会同|同|与|和|跟|对阵|迎战|不敌|战胜|击败|力克|险胜|客场挑战|调往|逃往|流向|销|停(?:放|靠)?[至到]|(?:[卖销运寄送]|(?<!自)发)?到|赴)了?[“\s]?\Z"
)
#: The second of those that somebody comes from: 来自松湾和云溪.
_AWAY_LIST = re.compile(
    rf"(?:来自|(?:新增|新?开|增开|开通|直飞)至?|[销发运飞开驶]往|远销|出口)[{_HAN}、]{{2,10}}[、和及与]\Z"
)
#: 从松湾到云溪的车程: how far it is.
_FROM_TO = re.compile(r"[从由自][^，。；搬迁移来]{2,12}[到至]\Z")
#: The second of those that something joins: 连接松湾与云溪.
_AWAY_JOINED = re.compile(rf"(?:连[接通]|接通|横跨|往返于?)[{_HAN}]{{2,10}}[、和及与至](?:[{_HAN}]{{1,3}}的)?\Z")
#: A neighbour is told of beside the page's own town; what was founded under a name has another one now.
_OTHERS, _FORMER = (
    ("邻市", "邻县", "邻区", "下游的", "上游的", "相邻的", "毗连的"),
    ("初名", "原名", "旧名", "时称", "旧称", "前身是", "前身为"),
)
#: Where a house was once, which is told of another time.
_WAS_AT = re.compile("[原旧][馆校院厂]?址(?:[设位]?[在于])\\Z")
#: Where a line begins or ends is not where it is built.
_LINE_ENDS = ("起点为", "起点是", "起点在", "起点位于", "终点为", "终点是", "终点在", "终点位于")
_FORMERLY = re.compile("前身[是为][^，。；]{0,8}办的\\Z")
_REBUILT = re.compile("[^，。；]{0,6}?改[建造成作为扩]")
_COURTS = ("法院", "检察院", "法庭", "中院", "高院")
_VILLAGE = ("镇", "乡", "村", "社区", "街道")
_AWAY_BEHIND = re.compile(
    r"(?:方面|方向|管理[处局所站](?:主任|处长|局长|所长|站长|负责人|工作人员)|籍|人(?=[，。、])|知青|青年|学生|教师|移民|旅客|客商|商人|企业家|游客|(?:第[一二三四五六七八九十0-9]+批)?(?:援[建藏疆青宁黔川滇外]|援助|支援|对口|帮扶|结对|协作)|选派|派出|的[一两几多0-9二三四五六七八九十]+[位名](?=[一-鿿])|的(?:支教(?:老师|教师)|设计师|工程师|教授|老板|[一-龥]{0,2}商人|企业|客商|专家|商家|游客|公司|队伍)|专家|医疗队|代表队|队(?=[，。0-9]|以)|口音|(?:[一-龥]{1,4}队|[男女][篮排足]|男子|女子)(?![员伍长])|菜(?!市)|话(?=[，。])|产|时间|证券|股市)"
)
#: One of several there: 厦门一家公司, 一家上海企业.
_SOME, _SOME_FROM = re.compile(r"[一某两几][所家座名位]"), re.compile(r"[一某两几多0-9十百][家名位支批]\Z")
#: Counterparts stand behind 与 and 和 only where they act together.
_TOGETHER = re.compile(
    r"签订|签署|签约|合作|结对|联合|协作|对接|携手|共建|交流|会谈|合并|结为|缔结|结成|之间|相连|接壤|联手"
)
#: What somebody goes to a town for: 到云溪县支教.
_DONE_THERE = re.compile(
    r"(?:[一县市区]|[一-鿿]{2,5}?(?=交流|展演|支教|考察|访问|参展|巡演|演出|比赛|参赛|学习|推介))?(?:(?:[一-鿿]{0,3}(?:交易会|博览会|展销会|订货会))|支教|研学|游学|任教|挂职|考察|召开|举[行办]|调研|参观|慰问|指导|跟班|演出|巡演|展演|参展|参赛|展出|展销|推介|招商|学习|求学|读书|访问|视察|插队|落户|任职|工作|采风|拍摄|学|办推介|推介|办展|义诊|巡诊|坐诊|帮扶|支援|"
    r"下乡|走访|集训|比赛|参加|出席|开展|进行|宣讲|授课|交流|检查|督查|谋生|务工|打工|定居|驻训|取景|写生|祭扫|过年|探亲|走亲|做客|拜年|签约|领奖|办展|设点)"
)
#: Where somebody lives of whom something else is told: 在杭州打工的村民回乡.
_LIVES_THERE = re.compile(
    r"(?:做|打工|务工|工作|读书|求学|上学|经商|创业|任教|当|开店|生活|定居|学习|就读|服役|从事|居住|长大)[^，。；在到]{0,6}的(?=[一-鿿])(?!时候|日子|那|第)"
)
#: Whom people go to with their affairs is there: 到云溪县农信联社办贷款.
_ERRAND = re.compile(
    "[^，。；：、\\s]{0,8}?(?:联社|信用社|银行|支行|营业厅|税务局|市场监管局|社保局|人社局|不动产登记)"
)
#: Where a reporter has heard it: 从云溪县政府获悉.
_HEARD = re.compile(r"[^，。；]{0,10}?(?:获悉|了解到|获知|得知)")
#: What a court or an office has before it: 对实验小学合同纠纷案作出判决.
_CASE_OF = re.compile("[^，。；]{0,14}?(?:案|纠纷|一事|问题|事故)")
#: 乡公所表示: an office that tells or decides something is no place to go to.
_SPEAKS = re.compile("表示|指出|说|宣布|呼吁|提醒|公告|通知|强调|决定|也|将|为|已")
#: For whom something is built or brought: 为云溪县打井8口.
_FOR = re.compile(r"(?:为|给|替|帮助|帮)\Z")
_BUILT_FOR = re.compile(
    r"(?:[^，。；\s]{0,4}?)(?:打井|打了|修建|援建|捐建|新建|建起|建成|建了|建设|修了|铺设|架设|安装|捐赠|捐款|捐助|送去|送来|送上|培训|引进|改造)"
)
_OFFICE = re.compile(
    r"[^，。；：、\s]{0,10}?(?:局|厅|委员会|委|办公室|办|政府|政协|公司|集团|协会|商会|学会|农会|工会|体育总会|队|银行|党委|支部|书记|[市县区镇乡村]长|交警|公安|代表|日报|晚报)"
)
#: Behind a name, what shows that it is built, counted or run rather than gone to: 新建公园20个, 图书馆管理办法.
_COUNTED = re.compile(r"[0-9一二三四五六七八九十]+[个座所家处](?=[，。；、）]|\Z)")
_NO_SCENE = re.compile(
    r"”?群|(?:附属|少年|少儿|儿童|青年|民族|交响|管弦|芭蕾|合唱|爱乐)*[舞乐剧唱]团|管理(?![局处所中人员站])|条例|办法|规划|方案|模式|经济(?!技术)|验收|称号|评估|创建"
)


#: The characters that a match of these ends with: most names stand behind another, and a look at it costs no search.
_TO_ENDS = frozenset("身至入到往回进户地驻达陆师在相抵泊靠了址赴")
_AT_ENDS = frozenset("在于点为：:是址场落")
_REGIONS, _FAR_OFF = frozenset(("town", "city", "province")), frozenset(("city", "province", "country"))
_COUNTERS = frozenset("家名位支批")
_MADE_ENDS = frozenset("立建成起办设批准动划进为作称名评选的了个座家市县省区级有营办属")
_LIST_ENDS = frozenset("、和及")
_JOIN_ENDS = frozenset("、和及与至")
_REACHED = frozenset("到至")
_SETS_OUT, _DRIVEN_ENDS, _ONCE_SO = frozenset("从由经自"), frozenset("离出"), frozenset("原旧")
_AWAY_ENDS = frozenset(
    "走接通穿跨越自往飞发供随回口助援支协作帮扶的对手肩邻近离距从由经径于籍贯在入读住合同与和跟阵战敌胜败克向销到赴起接连至抵了“"
)


def role_of(text: str, start: int, end: int, sort: str) -> str:
    """The role of the place of a ``sort`` named in ``text[start:end]``, as ``PlaceName`` tells them."""
    before, behind = text[max(0, start - _BEFORE) : start], text[end : end + 16]
    if _NO_SCENE.match(behind) or (sort in ("site", "road", "land") and _COUNTED.match(behind)):
        return "away"
    last = before[-1:]
    if before.endswith("进入") and _MARKET.match(behind):
        return "away"
    if last in _PARKED_ENDS and _PARKED.search(before):
        return "away"
    if (last in _TO_ENDS and _TO.search(before)) or (last == "的" and _TO_NEW.search(before)):
        return "at" if _HELD_THERE.match(behind) else "to"
    if last == "请" and before.endswith("邀请"):
        return "away"
    if sort in ("site", "road") and not last.strip("，。；、的 \n\u3000") and _ONCE_OPEN.match(behind):
        return "away"
    if sort in ("site", "land") and before.endswith(("绕行", "绕道")):
        return "away"
    if sort == "site" and before.endswith("并入"):
        return "to"
    if last in _AT_ENDS and (_WAS_AT.search(before) or before.endswith(_LINE_ENDS)):
        return "away"
    if last == "在" and behind[:1] == "的" and _STAYS.search(before):
        return "away"
    if (last in _AT_ENDS or last.isspace()) and _AT.search(before) and not behind.startswith("方向"):
        return "away" if sort in _FAR_OFF and _LIVES_THERE.match(behind) else "at"
    if _AWAY_BEHIND.match(behind) or (sort in _FAR_OFF and _SOME.match(behind)):
        return "away"
    if behind.startswith("毕业") and "从" in before:
        return "away"
    if sort in _FAR_OFF and last in _COUNTERS and _SOME_FROM.search(before):
        return "away"
    if sort in ("site", "road", "land") and (
        (last in _MADE_ENDS and _MADE_BEFORE.search(before))
        or (last in _LIST_ENDS and _MADE_LIST.search(before))
        or _MADE_BEHIND.match(behind)
    ):
        stands = (
            _CAMPUS.search(text, start, end)
            or text.endswith(_OLD, start, end)
            or (text[end - 1] != "厂" and _WORKED_ON.match(behind))
            or (before.endswith(_NEWLY) and OPENED.match(text, end))
        )
        return "" if stands else "made"
    if text.endswith("公所", start, end) and _SPEAKS.match(behind):
        return "away"
    if last in _SETS_OUT and _LEAVES.match(behind):
        if _BOUND_FOR.match(behind):
            return "away"  # 从松湾开往云溪的船
        return "" if last == "自" else "at"  # 某路禁行，接驳车自某站发车
    if last in _DRIVEN_ENDS and sort in ("site", "land") and _DRIVEN_OFF.search(before):
        return "at"
    if before.endswith(("到", "赴", "来", "去", "往")) and _DONE_THERE.match(behind):
        return "to"
    if _FOR.search(before) and _BUILT_FOR.match(behind):
        return "to"
    if last in _ONCE_SO and sort == "site" and _REBUILT.match(behind):
        return "made"  # 由原松湾小学校舍改建
    if last == "由" and text.endswith(_COURTS, start, end):
        return ""  # 由云溪县法院审理
    if before.endswith(("对", "就", "涉")) and _CASE_OF.match(behind):
        return "away"
    if before.endswith("从") and _HEARD.match(behind):
        return "office"
    if sort == "site" and _FORMERLY.search(before):
        return "made"
    if before.endswith(_FORMER if sort == "site" else _OTHERS) and not BEFALLS.match(behind):
        return "made" if sort == "site" else "away"
    if last in _REACHED and _FROM_TO.search(before):
        return "away"
    if (last in _JOIN_ENDS or last == "的") and _AWAY_JOINED.search(before):
        return "away"
    if last in _LIST_ENDS and sort in _REGIONS and _AWAY_LIST.search(before):
        return "away"
    if (last in _AWAY_ENDS or last.isspace()) and (away := _AWAY_BEFORE.search(before)):
        if away[0].strip("“ ") in ("与", "和", "同", "跟"):
            return "away" if _TOGETHER.search(text, end, end + 40) else ""
        if away[0].strip("“ 了") in ("到", "赴", "送到"):
            if sort == "town" and _ERRAND.match(behind):
                return "office"
            village = text.endswith(_VILLAGE, start, end) or HAMLET.fullmatch(text, start, end)
            return "to" if sort in ("site", "road", "land") or village else "away"
        if away[0] not in ("由", "经") or sort not in _REGIONS or text[end - 1] == "省":
            return "away"
    return "office" if sort in _REGIONS and _OFFICE.match(behind) else "away" if last in ("由", "经") else ""
