"""Turns of phrase that tell what kind of happening a clause is, whatever single words it holds.

>>> decided("镇里租下老仓库，", 0), settled("启动防台风Ⅱ级应急响应")
(('milestone', '租下'), ('milestone', '启动防台风Ⅱ级应急响应'))
>>> undertaken("乡亲们架起第一座木桥")
'架起'
"""

from __future__ import annotations

from timeline import regex as re
from timeline.events.words import led, one_of


def _any_of(*turns: re.Pattern[str]) -> re.Pattern[str]:
    return re.compile(led("|".join(turn.pattern for turn in turns)))


#: An emergency level taken up or changed: a decision, not the weather that it is about.
_RESPONSE = re.compile(
    led(
        r"(?:启动|提升|升级|调整|终止|解除|结束|下调)[^，。；\s]{0,14}?应急(?:[一二三四1-4ⅠⅡⅢⅣ]级)?(?:响应|预案)"
        r"|应急响应(?:级别|等级)?(?:[由从][^，。；]{1,4})?(?:提升|升级|调整|下调|升|降)[到至为]"
    )
)
#: A title won: more than the match that it is won in.
_WON = re.compile(
    led(r"夺冠|锁定[^，。；]{0,6}?(?:冠军|第一|出线)|登顶|创下[^，。；]{0,16}纪录|捧[杯得]|折桂|卫冕(?!冠军)|问鼎")
)
#: A prize won, wherever it was given.
_PRIZE = re.compile(
    led(
        r"(?:[拿夺]下|捧[回得]|斩获|夺得|摘得|[摘夺]下|拿到|赢得)[^，。；]{0,10}?(?:大奖|[金银铜]奖|[特一二三]等奖|[冠亚季]军|第[一二三]名|[金银铜]牌|金杯)(?!的|得主|作品|选手|获得者)"
    )
)
#: What was stopped or changed goes on as before: to know on the day.
_BACK = re.compile(
    led(
        r"恢复正常(?=[，。；]|\Z)|恢复\s?(?:24小时|全天|正常|平日|双向|原有?|日常|全线|全面|对外)?的?\s?(?:运行|运营|通行|开放|供水|供电|供气|营业|行驶|发车|通车|班次|航班|线路|办公|门诊|接诊|上课|办理|开馆)"
    )
)
#: A house that opens anew.
_REOPENED = re.compile(
    led(r"重新(?:与[^，。；]{2,6}见面|开[放馆园业张门]|对外|向[^，。；]{2,4}开放|迎客|启用|投入|营业|亮相)|重开")
)
#: A festival opens: something to go to.
_FESTIVAL = re.compile(
    led(
        r"(?:文化|文艺|艺术|旅游|美食|购物|音乐|电影|读书|采摘|花|灯|桃|李|梨|瓜|果|茶|鱼|蟹|葚|莓|橘|柑|枣|石榴|丰收|消费|服装|啤酒|咖啡|运动|体育|冰雪|[赏观][\u4e00-\u9fff])(?:[节季周展]|嘉年华)[”》」]?[^，。；、季]{0,18}?(?:启动|开园|开启|启幕|开节|开锣)"
        r"|(?:启动|开启)了?[^，。；]{0,14}?(?:快闪|巡[演展]|联展|徒步|骑行|宣传[周月日]|夜游|市集|宣传活动|主题活动)(?=[，。；”]|\Z)"
    )
)
#: 11月3日是小站通车九十周年; 为庆祝建校九十周年 only tells why.
_JUBILEE = re.compile(
    r"[^，。；]{0,12}[，,]?[^，。；为念祝贺接]{0,14}?(?:[建成通开创复立解竣诞][\u4e00-\u9fff]{1,2})[0-9一二三四五六七八九十百]{1,5}周年(?=[，。；]|\Z)"
)
#: A show, a fair or a lesson that a house offers.
_OFFERED = re.compile(
    led(
        r"(?:[赛展]|演出|灯会|晚会|庙会)(?:移到|移至|移师|转到|改到)|[季节赛][”》]?(?:[\s将]|在[^，。；]{2,12}?)*(?:发车|起航|启程|开[竿杆钓])(?![仪典])|(?:推出|带来|送[去来上]|奉上|献上|迎来|开设)[^，。；]{0,14}?(?:展|秀|灯会|夜游|专场|演出|讲座|沙龙|市集|集市|音乐会|[校厂院]庆|庆典|[^本上下停补]课|工作坊|体验营|公益活动|系列活动|主题活动)(?=[，。；：、”]|\Z)"
        r"|第[一二三四五六七八九十0-9]场(?=[^，。；]{0,12}(?:在|移师|走进|来到))"
    )
)
#: A day named after what is done on it.
_DAY_OF = re.compile(r"[是为办][^，。；\s]{0,12}(?:开放|体验|宣传|活动|咨询|双选|分享|接待|服务)日(?=[，。；”]|\Z)")
#: What one asks by is open, or no longer.
_GATE = re.compile(
    r"(?:预约|退票|登记|申请|申报|申领|购票|缴费|报考|查询|补贴|填报)[^，。；]{0,4}(?:通道|系统|入口)[^，。；]{0,16}?(?:开放|打开|开启|关闭)"
)
#: A term made longer or shorter for all: a rule.
_TERM = re.compile(
    led(
        r"(?:预售期|有效期|期限|年限|周期|保质期|试用期|产假|额度|工期|租期|任期|合同|政策|优惠期?|补贴)[^，。；]{0,4}(?:[由从][^，。；]{1,10})?(?:(?:延长|延续|缩短|压缩|扩大|放宽)[至到为]|延至)"
        r"|(?:压缩|缩短|拉长)[至到为]|由[^，。；由]{1,14}?(?:延长|缩短)[到至为]|[时期][间限]?[^，。；]{0,4}[由从][^，。；]{1,8}(?:延长|缩短)[至到为][^，。；]{1,4}?(?:月|年|天|日|周)(?=[，。；]|\Z)"
    )
)
_ENACTED = re.compile(
    r"除险加固(?=[，。；]|\Z)|(?:开办|开通|新增)[^，。；]{0,8}业务(?=[，。；]|\Z)|被[^，。；]{2,14}?(?:收藏|馆藏)|工作[^，。；]{0,4}(?:启动|铺开|展开)(?=[，。；]|\Z)|选举[^，。；、选举]{2,4}为|经[^，。；、]{2,20}?(?:批准|审议通过|通过|同意)(?=[，。；]|\Z)|(?:一律|同步|全面|逐步)取消(?=[\u4e00-\u9fff])|最后一[台座家班列][^，。；]{0,10}?(?:停机|关停|熄火|停产)|名单[^，。；]{0,6}公示|标准时点|三读|结果[^，。；]{0,8}公示|获受理|恢复举[办行]|[二三]审表决|过会|提[请交][^，。；]{0,12}?(?:审议|初审|审查|表决|批准)|(?:增|新)开[^，。；]{0,10}?(?:航[线班]|线路|专线)(?=[，。；]|\Z)|(?:碑|像|雕塑|专区)[^，。；]{0,14}?揭幕|(?:首|第[一二三四])次审议|[表票]决出?通过|票决出"
)
_ASKED = (
    "报名|预约|登记|申报|申请|申领|缴费|征集|征稿|收稿|投稿|投标|招募|受理|领取|回收|征求意见|售票|换票|换领|选房|认购"
)
#: What is over at a time, or can be done no longer: an end, whatever it is the end of.
_CLOSED = re.compile(
    led(
        rf"(?<=[\u4e00-\u9fff）)\s])截止|(?:基本|全面|全部)结束|(?<!假)期\s*(?:[到至于将]\s*)?[0-9今明后年月日\s]*(?:结束|届满)|截稿|撤展|(?:{_ASKED}|[休禁]渔|换届|[夏秋麦]收|[春秋冬][播种]|收割|播种|征迁|采收|联审|评审|评选|普查|清查|接种|调试|试验|发掘|工程|施工|改造)[^，。；]{{0,5}}?(?:结束|为止|完毕)"
        rf"|停止(?={_ASKED}|接收|接受|使用)|开启(?:{_ASKED}|预售)"
    )
)
#: The same, right in front of a time.
_CLOSED_AT = re.compile(
    rf"(?:{_ASKED}|使用|沿用|有效|可用|[卡证券票]用)(?:[（(][^（）()]{{1,16}}[）)])?(?:时间|工作)?(?:截止|截至|至|到)\s*\Z"
)
#: 供热3月31日结束: an end where no show or fair is told of, which goes on till then.
_ENDS, _SHOWS = re.compile(r"\s+结束(?=[，。；]|\Z)"), re.compile("[展节会赛季演灯庙考营]|活动|讲座|执行")
#: How long a door stays open, right in front of a time.
_OPEN_TILL = re.compile(r"(?:开放|展出|营业|展览|持续)(?:时间)?(?:延长)?[至到]\s*\Z")
#: When something came about, right in front of its time: 始于, 创办于.
_BEGUN_AT = re.compile(r"(?:[始建]|创[办建立]|兴起|发端|起源|诞生|肇始|成立|落成)于\s*\Z")
#: What begins, and goes on: on trial, on sale, at sea.
_BEGUN = re.compile(
    led(
        r"开始(?!报名|登记|预登记|接种|申报|申请|征|集训|训练|上演|巡|受理|接受|预约|认购|放假|办理|测试|考试|施工|供应|[前之以]|[的，。；])|开诊|试(?:运行|运营|营业|开诊|开放|供[水电气暖])|发售|开(?:票|售|捕|渔|禁)(?![节季])|放号|号源[^，。；]{0,6}?(?:放出|放开|开放)|收费(?=[，。；]|\Z)|开镰(?!节)|开门迎客|进场(?=施工|安装|作业|[，。；]|\Z)|[厂库渠管站]试水(?=[，。；]|\Z)|扫尾(?=[，。；]|\Z)|刊[发登载]|落户|完成搬迁"
    )
)
#: Who goes by which way, and which day is free: for a calendar.
_TRAFFIC = re.compile(
    led(
        r"(?:执行[^，。；]{0,6}作息|[单双](?:程|向|行|线)[^，。；]{0,8}?(?:行车|通行|行驶|交通)|改为?[^，。；]{0,4}?[单双](?:行|向|程)|单循环|通宵[^，。；]{0,4}(?:运行|行驶|运营|开放)|加开[^，。；]{0,12}[班列趟对车]|禁行|禁止[^，。；]{0,8}?(?:通行|驶入|行驶|停[放靠泊]|鸣笛)|封路|(?:正常|照常|均|全天|延时|错时)\s?(?:对外)?(?:开放|营业|办公|接诊)|(?:停止|暂停)(?:对外)?开放|(?:暂停|停止)(?:营业|接待|办公|服务|使用)|(?:班次|班车|列车|航班|航线|轮渡|渡轮|客轮|公交)[^，。；]{0,8}?(?:停发|停开|停驶|暂缓)|(?:暂停|停止)(?:发[往送]|开行|开往)?[^，。；]{0,10}?(?:班[车线次]|列车|航班|客车|公交车?|渡轮|轮渡)(?=[，。；]|\Z)|暂缓开航|开放参观|仅对[^，。；]{1,8}?开放|公众假期|公共假期|法定节?假日)"
    )
)
#: What waters, weather and wild animals do: 水位开始回落, 候鸟抵达.
_NATURE = re.compile(
    led(
        r"(?:水位|洪水|洪峰|汛情|水势|雨情|气温|雨势|降雨|风力|冷空气)[^，。；]{0,8}?(?:回落|消退|退去|减弱|上涨|回升|下降|趋于|渐止|停歇)"
        r"|[江河湖溪水][^，。；]{0,3}?(?:暴涨|猛涨|漫[过进上入溢])|[发场]大水|(?:拍到|记录到|监测到)[^，。；]{0,14}?[0-9一二两三四五六七八九十多余]+[条只头群尾]|重新现身|出现[^，。；]{0,8}?(?:病叶|病害|虫害|疫病|病株|裂缝|管涌)|大水[^，。；]{0,4}?[漫冲淹围]|(?:蓝藻|瘟疫|虫害|蝗灾|疫病|山洪|疫情)[^，。；]{0,6}?[暴爆]发"
        r"|(?:候鸟|白鹭|天鹅|大雁|白琵鹭|丹顶鹤|红嘴鸥|野鸭|水鸟|鱼群|萤火虫)[^，。；]{0,8}?(?:抵达|飞抵|飞临|到来|来到|飞来|北归|南迁|现身|出现)"
        r"|一[头只条群尾][^，。；]{1,10}?(?:现身|闯入|闯进|出没|搁浅|误入|迷路)"
    )
)
#: A quay or a road that opens for its use, and no door.
_OPENED_WORKS = re.compile(
    led(
        r"(?:泊位|码头|口岸|航道|大桥|隧道|高速|公路|大道|路段|航线|站房|通道|机场|铁路|跑道)[^，。；]{0,6}?(?:对外|正式)开放"
    )
)
#: Who goes to see how something is being done: 视察老旧小区改造.
_VISITED = re.compile(
    led(
        r"一行(?:[^，。；]{0,6}?)(?:来到|走进|前往|赴)(?=[^，。；]{2})|(?:视察|调研|察看|观摩|督导|督查|巡视|考察)了?(?![组团队员报点时后中发期目工机]|课题|督导|结果|情况)(?=[^，。；]{2})"
    )
)
#: What is brought to the police and the courts, step by step, and what was lost.
_CASE = re.compile(
    led(
        r"(?:谎称|骗[取走]|专案组|窝点|收网|冒充|报案|报警|立案(?:侦查|调查)|接受[^，。；]{0,8}审查|审查调查|开除党籍|转账|汇出|汇款|追回|逮捕|批捕|刑拘|刑事拘留|移送(?:审查)?起诉|提起公诉|公诉|判处|获刑|被判|被骗|犯[^，。；]{1,10}?罪)"
    )
)
#: A campaign against crime is no case of it.
_AGAINST = re.compile("反诈|防诈|防骗|宣传|讲座|专项|行动|普法")
_PENAL = re.compile(r"被告人|犯[^，。；]{1,10}罪|有期徒刑|公诉")
_LOST = re.compile(
    led(
        r"跳闸|大面积停电|故障[^，。；]{0,6}[停断]|造成[^，。；]{0,10}?(?:损失|伤亡|受伤|死亡)|损失[^，。；]{1,8}?[0-9]|因[^，。；]{1,10}?停[产工](?!整)|停[产工业]了?[0-9一二三四五六七八九十两]{1,3}个?[天日月]"
        r"|洪峰[^，。；]{0,8}?(?:通过|过境|抵达|到达|经过|形成)|超[过出]?(?:警戒|保证|汛限)(?:水位|线)?"
    )
)
#: What a court or an office rules, and what is brought before it.
_RULED = re.compile(
    led(
        r"[作做]出[^，。；]{0,10}?(?:判决|裁定|裁决|处罚决定)|判[赔处令](?=[^，。；])|宣判|裁定(?:维持|撤销|驳回|准许)|提起(?:诉讼|上诉|行政复议)|向[^，。；]{2,14}?举报"
    )
)
_HEARD = re.compile(r"开庭")
#: A case of crime is what befell, at whatever stage it is told.
CRIMINAL = re.compile(
    led(
        r"被告|有期徒刑|公诉|犯罪|非法|诈骗|骗|盗|敲诈|勒索|强揽|寻衅|抢劫|贪|贿|毒(?<![消病防]毒)|杀(?<!消杀)(?![虫菌毒青])|伤害|嫌疑"
    )
)
_CRIME = re.compile(
    r"骗[取走去]|被告(?!知|诫)|仿冒|敲诈|勒索|寻衅|强揽|抢劫|抢夺|贪污|受贿|行贿|挪用|虚开|盗走|被[骗盗]|诈骗|盗窃|非法(?:吸收|捕捞|集资)|侵吞|贩卖|走私"
)
_SERVED = re.compile(
    led(
        r"(?:(?<![实施推]行)免费|上门|集中)[^，。；]{0,6}?(?:筛查|体检|接种|检测|诊疗|义诊|理发|维修|停车|乘车|乘坐|游览|入园|参观|试用)|入户(?:摸底|调查|登记|走访|排查)|摸底调查|补登记|预登记"
        r"|为[^，。；]{2,8}?(?:换发|办证|理发|体检|讲解)|[义理剪]发(?=[，。；]|\Z)|[向对][^，。；]{0,6}(?:学生|家长|儿童|青少年|居民|读者|游客|球迷)[^，。；]{0,3}开放|义[剪诊演卖修]"
    )
)
#: What people come together for, by what they do there.
_SHARED = re.compile(
    led(
        r"(?:征稿|征文|颁奖|设宴|宴请|聚餐|训练(?!基地|中心|营)|拉练|签售|销毁|评选(?=[“最]|十佳|优秀|首届)|连[演唱放映]|围着|围坐|欢聚|试[划演]|彩排|合练|与(?:市民|观众|读者|游客|球迷|居民)见面|办[了过]?[一二三两四五0-9]{1,2}[场次]|公开审理|施放|放[水天河]灯|抢孤|斋戒|踩桥|祭[月灶海山井]|抢包山|争攀|[游迎]神|打醮|[以由][^，。；]{2,14}?(?:戏|舞|演出|歌会|演奏|合唱|烟花)[^，。；]{0,2}收尾|会[^，。；]{0,4}从[^，。；]{1,6}开到|会[^，。；]{1,14}[里内上中]开(?=[，。；]|\Z)|抽签|摇号|加演|展演|诵读|朗诵|赏[月花灯]|祭[扫海奠]|扫墓|送别|悼念|吊唁|公祭|放河灯|办(?:起|了|过|于)?[^，。；]{0,3}第?[首一二三四五六七八九十0-9]{1,3}届|(?<![创开兴])办于|"
        r"参[加展赛][^，。；]{0,14}?(?:博览会|进博会|[一-鿿]节|展会?|大赛|比赛|演出|活动|仪式|典礼|论坛|联赛|锦标赛|国赛|省赛|市赛)(?=[，。；”]|\Z)|参展(?=[，。；]|\Z)|第[一二三四五六七八九十]课|在[^，。；]{2,12}?(?:表彰|设[采体义咨宣][^，。；、]{0,4}点(?=[，。；]|\Z))|(?:摆摊|设摊|设台|现场)[^，。；]{0,4}(?:受理|接受)(?!申[报请])|[在到][^，。；]{2,12}(?:发放|派发)[^，。；]{0,3}《|办[^，。；届立公理事]{0,8}?(?:推介会|招聘会|[画书影花车灯]展|音乐节|讲座|市集|集市|晚会)(?=[，。；]|\Z)|体验(?=[，。；\s]|\Z)|[读诵赏谈享鉴叙映]会(?=[，。；\s]|\Z)|沙龙|工作坊|接待来访|设点(?=[，。；]|\Z)|听取[^，。；]{0,12}(?:说明|汇报|讲解)|[站登]上[^，。；]{0,10}?舞台|(?:讲授|上了?|送上)(?:一[堂节])?[^，。；]{0,6}?(?:法治|公开|安全|思政|党)课|授课(?=[，。；]|\Z)|答疑|选举(?:大会)?[^，。；]{0,6}?(?:举行|进行|办理)|自查|集中(?:整治|攻坚|清理)|现场(?:捏|编|剪|写|教|画|制作|雕刻|表演|作画|拉坯|教学|指导|答疑|连续)|吸引[^，。；]{0,8}?人次?(?:观看|参[加与]|到场|前来))"
    )
)
#: A show by its name, or a fair that comes to a place.
_OCCURS = re.compile(
    led(
        r"[街集市会](?:将|\s)*(?:开张|开街|开市)|[展秀演赛剧闪][”》]?(?:将|拟|也|还|\s|在)*(?:亮相|现身)|(?:话剧|舞剧|歌剧|音乐剧|京剧|昆曲|越剧|黄梅戏|粤剧|儿童剧|木偶戏|杂技|相声|影片|电影|讲座|音乐会)\s?[《“]|(?:推介|见面|对接|招聘|洽谈|展销|供需|双选|采购|订货)[会周]?会?(?:将|拟|还|也|\s)*(?:走进|来到|设在|移师|登陆|在)"
    )
)
_TAKEN_IN = re.compile(
    led(
        r"接受[^，。；]{0,4}(?:申请|报名|预约|投稿)|[可请][^，。；]{0,12}?(?:递交|提交|提出)[^，。；]{0,6}(?:意见|建议)(?=[，。；]|\Z)|(?:接受)?(?:申报|申请|救助|报名|补贴|理赔)[^，。；]{0,12}?受理|受理(?:申报|申请|报名|登记)"
    )
)
#: By means of something, no resolution: 通过公众号预约.
MEANS = re.compile(
    r"通过(?=[^，。；、《]{1,7}?(?:[镇县市]|站|城区|大桥|隧道|路口)(?=[，。；]|\Z))|以[^，。；]{2,12}?(?:为名|为由|为幌子|的?名义|为借口)|通过(?=[“\"][^”\"]{1,16}[”\"]|[^，。；“]{0,16}?(?:公众号|平台|小程序|网站|官网|APP|电话|渠道|方式|途径|系统|微信|邮箱|邮件|窗口|抽签|摇号|投票|比赛|竞赛|学习|努力|引进|合作|形式|举办|开展))"
)
#: Acts with what comes of them, which a chronicle tells of: 辟出图书室, 租下粮仓, 通到村口, 收归公办.
_RESULT = re.compile(
    led(
        r"[造建办辟开修盖架铺种栽租买签接拿评选立树组搭筹募收升打划拨捐腾挂送运引挖垒添置买购育培写画编拍录绘刻铸炼烧织酿产推改发驶][出起下成](?!来|去|租|售|差|身|现|台|行|口|国|席|境|任|版|车|于|因|点|源|草|诉|降|步|立|乡|手|水|线|放|达|文|功|本|员|果|人|年|长|绩|通知|公告|预警|倡议|邀请|呼吁|[一-龥]?率)"
        r"|[搬迁移][进到入回往走出]|[引并划移列接][入归进](?!口)|[捐赠送交授转让租卖售发包献放]给|收归|划[归入给]|收回|(?:修|打|接|架|铺|拉|贯)通(?!过)|挂网|[扩推][大广展][到至]|禁[放售养燃烧捕](?=[，。；]|\Z)|对口(?:支援|帮扶)|[通送运修铺接引调派][到回往](?!达|家)|[用吃住喝穿开坐看]上了?(?=[\u4e00-\u9fff])|[通接换]上了?(?=[电水路网气新])|通了?[电水路网](?=[，。；、]|\Z)"
        r"|(?:装|修|建|搬|架|铺|补|备)(?:妥|毕|好|齐)(?=[，。；]|\Z)|修[缮葺]一新|就位(?=[，。；]|\Z)|登上[^，。；]{0,12}?(?:航班|列车|专列|客轮)|(?:灯|灯光)亮(?:了|起来)|(?:敲定|谈成|订下)[^，。；]{0,10}?(?:订单|合同|协议|合作|意向)|踏上|奔赴|[签办修订]过(?=[\u4e00-\u9fff])|露了?出来|撤了(?=[，。；]|\Z)"
        r"|转移[^，。；]{0,12}?(?:群众|人员|居民|村民|游客|住户|渔民|学生|老人)|设(?:立|置|了|有)?[^，。；]{0,8}?(?:站|分?[局校院所厂店]|办公室|中心|专柜|点)(?=[，。；]|\Z)|撤[县站市并编乡镇]|(?:拿|领|交)[到取走]?[^，。；]{0,4}钥匙|(?:拆|砌|筑|凿|疏浚|清淤|复绿|补种)了?(?![成封散迁洗装分账招])[^，。；]{1,8}?[0-9.]+[万千]?[余多]?(?:亩|公里|米|处|座|株|公顷|平方米|立方米)|获[^，。；获]{0,10}?(?:补助|资助|拨款|备案|核定|许可|贷款|注册)|[拿领借贷][到得]了?[^，。；]{0,4}[0-9]|[拿取获][到得]了?[^，。；]{0,12}?(?:备案|批文|许可|执照|贷款|牌照|资质|证书?)|进入[^，。；]{1,8}?[厂校院团社司局所队班](?=[，。；]|\Z)"
        r"|(?:首[批趟列船单柜车]|第一[批趟列船单柜车])[^，。；]{0,12}?(?:出口|启程|出发|抵达|来到|驶|运)|(?:全部|全员|悉数)[^，。；]{0,4}?(?:回港|上岸|撤离|转移|就位|到位|入住)"
    )
)
#: The same in two characters, of every trade.
_ACT_WORDS = (
    "引种 试种 通桥 普查时 发往 运往 销往 运抵 开往 脱贫(?!攻坚|户|人口|致富|地区|县|村|成果) 摘帽 承包 接手 接管 接收 接办 接替 改用 改成 换成 开编 付印 付梓 续修 建院(?!的) 建校(?!的|周年|[0-9一二三四五六七八九十]) 建馆(?!的) 建厂(?!的) 建站(?!的) 建社(?!的) 抢通 开闸 通火车 通汽车 通班车 通公路 通高铁 通地铁 通天然气 通自来水 更换了 新装 加装 换装 换上 增设 添置 栽下 种下 单独建制 建制 转制 定名 得名 起家 白手起家 奠定 归队 复课 复工 复产 复办 "
    "关门 停业 歇业 停摆 停工 停办 停刊 停播 叫停 停用 报废 解散 并入 倒闭 破产 注册(?!资[本金]|地|会计|用户|人数|制) 核定 核发 上马 下马 续建 重修 翻建 修缮 翻新 拆除(?!的|后) "
    "架通 送电(?!工) 通邮 合拢 绕过 勘定 选址[^，。；]{0,4}?定 试办 试飞 试车(?!场) 协办 移师 启航(?!仪式) 起航(?!仪式) 返航 进驻 入驻 入住 启程 改组 改称 改名 改建为 转产 转建 换发 购置 购入 购得 拨款 拨付到位 入账 捐资 捐款 捐赠(?!仪式|活动|协议) "
    "结业 受聘 上任 离任 辞去 当上 评上 推举 发表 出版(?!社|物|业|商) 再版 开播 首播 上架 升格 展开 整村脱贫 整县脱贫 整乡脱贫 整镇脱贫 开学(?!典礼|季|第一课|仪式)"
)
_ACTS = re.compile(one_of(_ACT_WORDS.split()))
_OCCASION = re.compile(r"第[一二三四五六七八九十0-9]+届|首届|[节赛展会](?=[，。；“”将拟在于也]|\Z)")

#: Most clauses hold no such turn: one look for all of them.
_SETTLES = _any_of(
    _VISITED,
    _RESPONSE,
    _OFFERED,
    _REOPENED,
    _TERM,
    _ENACTED,
    _PRIZE,
    _CASE,
    _RULED,
    _HEARD,
    _TRAFFIC,
    _LOST,
    _NATURE,
    _OPENED_WORKS,
    _GATE,
)
_DECIDES = _any_of(_BACK, _FESTIVAL, _BEGUN, _SERVED, _SHARED, _OCCURS, _TAKEN_IN, _WON, _RESULT, _ACTS)


def settled(part: str, at: int = 0, around: str = "") -> tuple[str, str] | None:
    """The kind and the words of a turn of phrase that decides beside any other verb; None where there is none.

    ``at`` is the offset of the clause's time in it, ``around`` the sentence that the clause stands in.
    """
    if closed := _CLOSED.search(part) or _CLOSED_AT.search(part, 0, at):
        return "milestone", closed[0].split()[-1]
    if _ENDS.match(part, at) and around and not _SHOWS.search(around):
        return "milestone", "结束"
    if open_till := _OPEN_TILL.search(part, 0, at):
        return "activity", open_till[0].strip()
    if "于" in part and (begun := _BEGUN_AT.search(part, 0, at)):
        return "milestone", begun[0].strip()
    if "日" in part and (day := _DAY_OF.search(part)):
        return "activity", day[0]
    if _JUBILEE.match(part, at):
        return "activity", "周年"
    if not _SETTLES.search(part):
        return None
    turn = _first(
        part,
        ("milestone", _OPENED_WORKS),
        ("milestone", _GATE),
        ("incident", _NATURE),
        ("activity", _VISITED),
        ("milestone", _RESPONSE),
        ("activity", _OFFERED),
        ("milestone", _REOPENED),
        ("milestone", _TERM),
        ("milestone", _ENACTED),
        ("milestone", _PRIZE),
    )
    if turn is None and _CASE.search(part) and not _AGAINST.search(part):
        turn = _first(part, ("incident", _CASE))
    if turn is None and not CRIMINAL.search(part):
        ruled = "incident" if _PENAL.search(around) else "milestone"
        turns = ((ruled, _RULED), ("activity", _HEARD))
        turn = _first(part[at:], *turns) or _first(part, *turns)
    return turn or _first(part, ("activity", _TRAFFIC), ("incident", _LOST))


def decided(part: str, at: int) -> tuple[str, str] | None:
    """The kind and the words of one that decides where no strong verb does; ``at`` is the offset of the clause's time."""
    if not _DECIDES.search(part):
        return None
    if turn := _first(part, ("activity", _BACK), ("activity", _FESTIVAL), ("milestone", _BEGUN), ("activity", _SERVED)):
        return turn
    if turn := _first(part, ("activity", _SHARED), ("activity", _OCCURS), ("activity", _TAKEN_IN)):
        return turn
    if won := _WON.search(part, at):
        return "milestone", won[0]
    if (act := undertaken(part[at:])) and not _OCCASION.search(part, at):
        return "milestone", act
    return None


def _first(part: str, *turns: tuple[str, re.Pattern[str]]) -> tuple[str, str] | None:
    """The first turn that a clause holds, told by its last words: a time may stand between."""
    return next(((kind, match[0].split()[-1]) for kind, turn in turns if (match := turn.search(part))), None)


def undertaken(part: str) -> str:
    """The words of an act that came to its end in a clause, as a chronicle tells it; "" where it holds none."""
    act = _RESULT.search(part) or _ACTS.search(part)
    return act[0] if act else ""


def is_crime(part: str) -> bool:
    """Whether a clause tells of a crime, whatever sums it names."""
    return bool(_CRIME.search(part))
