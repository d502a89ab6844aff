"""What makes a name of a place: the words that it begins behind, what only describes one, what names none.

>>> cut("专家将在银杏")
'银杏'
>>> is_name("银杏", "广场", "site"), is_name("大型", "广场", "site")
(True, False)
"""

from __future__ import annotations

from timeline import regex as re
from timeline.events.placenouns import WORKSHOPS
from timeline.events.townwords import names_town
from timeline.events.words import ACTIVITY_WORDS, GENERAL_VERBS, MILESTONE_WORDS, firsts, longest_first, one_of

#: Words behind which a name begins, but for those that names hold: 和 is none in 和平, 过 none in 过街天桥.
_FUNCTION = (
    "在 于(?![都洪家田]) 从(?!化|江县) 到 赴 由(?<!自由) 对 与 暨(?!南|阳) 她 他(?<![吉其]他)(?!乡) 它 们(?!家) 和(?<=[她他它们我]和) 和(?<![呼安协仁泰颐永同广祥太义德顺温人]和)(?![平谐睦田顺龙静布]|县(?![城级里直委政域])) 及(?!第) 的 含(?!山) 是 把 将(?![军乐]) 为(?!民) "
    "起(?<=[日时]起) 起(?<![\u4e00-\u9fff]起) 向(?<!方向)(?![阳东荣塘]) 往 经(?![济开贸纬]) 自(?![贡强由来然行动]) 至(?![善德诚]) 了 并 被 让 给(?<!供给) 跟 每 各 该 此 这 那 其 因 以 即(?!墨) "
    "已 又 设(?<!建设)(?![计施备]) 便(?!民) 均 再 曾(?![都家]) 拟 则 而 但 或 若(?![羌尔]) 距 随(?![州县]) 沿(?![江海湖河街滩]) 近(?!郊) 我 本(?<![日资基]本)(?!溪) "
    "全(?<!安全)(?<!天全)(?![州椒南民]) 当(?<!武当)(?![涂阳]) 请(?<!邀请) 凡 受 靠 等(?<![高初中平]等) 共(?<!公共) 称 说(?<!小说) 驶 "
    "过(?<![通超]过)(?!街) 着 原(?<![平太开三固松草高中陆海富]原)(?![平阳市县区镇乡]) 现(?!代) 著(?=[公道老新]) 凭(?!祥) 也 都(?<![成首古丰宁花益]都)(?![江匀昌安兰]) 还 据(?<!数据) "
    "有(?<!特有)(?![限色机]) 居(?![民住家委庸]) 逛 想 去 报(?=[省市县区镇乡请送经]) 来(?<!自来)(?![宾安凤]) 进(?![贤士学修步站出港口]) 离(?![岛石休退]) 住(?![宅房院建持民户所]) 线(?<=[0-9]线) 走(?<!竞走)(?!马)"
)
_PEOPLE = "外乡人 外地人 本地人 当地人 记者 市民 居民 村民 游客 群众 旅客 乘客 读者 观众 专家 医生 老师 学生 队员 选手 委员 领导"
_KIN = "儿子 女儿 丈夫 妻子 父亲 母亲 爷爷 奶奶 祖父 祖母 孙子 孙女 徒弟 师父 外公 外婆 哥哥 弟弟 姐姐 妹妹 战友 同学 那时 当时 彼时"
_OFFICES = (
    "院长 校长 局长 厂长 站长 馆长 队长 社长 部长 处长 科长 委长 市长 县长 区长 镇长 乡长 村长 书记 主任 经理 教练"
)
_ACTS = (
    "址建 改行 城轨 轻轨 绕不开 离不开 少不了 汇入 转入 存入 全面 翻修 修筑 构筑 铺筑 抢修 抢通 要求 请求 汰换 变身 接入 摆满 走遍 首任 历任 现任 甩站 禁采 改成 改作 变成 说起 提起 谈起 讲起 了解 驶出 开出 驶离 开挖 采挖 绕走 改走 绕经 避开 绕开 重返 重回 改泊 停泊 保留 加挂 增挂 共建 合建 援建 帮助 协助 部门 巡查 排查 选入 选进 招入 招进 修通 接通 贯通 拉通 加宽 拓宽 其间 中共 政协 现身 安排在 清洗 改停 起火 失火 事发 涉事 肇事 东起 西起 南起 北起 东接 西接 南接 北接 东至 西至 南至 北至 停靠 靠泊 驶抵 飞抵 返抵 晋升 责令 督促 指导 漫进 涌入 冲进 借用 迁至 迁入 迁到 搬进 搬到 搬入 搬至 走进 开进 驶入 驶往 开往 飞往 发往 运往 销往 前往 来到 抵达 落户 落地 进驻 进入 返回 通过 途经 途径 穿过 位于 坐落 地处 毗邻 邻近 靠近 附近 来自 远销 "
    "租下 租用 租借 建成 建起 盖起 造出 买下 接管 打下 打通 通到 通往 连接 起点 终点 起点为 终点为 集合 集中 选址 设在 定在 放在 改在 改到 移至 移到 转移 参观 力克 "
    "关闭 关停 封闭 绕行 改道 协同 配合 联合 携手 牵头 主办 承办 协办 支持 邀请 组织 带领 率领 率 昨天 今天 明天 昨日 今日 明日 近日 日前 目前 上午 下午 晚上 凌晨 早上 中午 傍晚 "
    "夜间 正式 首次 已经 计划 预计 期间 假期 同时 其中 以及 包括 如下 现场 全程 全线 当场 届时 随后 开始 结束 使用 利用 依托 围绕 根据 按照 关于 针对 面对 面向 通向 登记 汇总 出版 打造 推动 推进 新建 扩建 改建 "
    "修建 兴建 建设 开通 新增 开设 设立 成立 创办 启用 投用 公布 发布 表示 透露 介绍 举行 举办 召开 开幕 参加 出席 参与 加入 进行 开展 实施 实行 执行 完成 实现 获评 获得 入选 担任 就任 出任 调入 调任 考入 "
    "毕业 就读 生于 出生 逝世 先后 陆续 相继 分别 累计 合计 一同 一起 共同 共有 对面 旁边 门口 途中 往返 往来 直达 直通 经过 经由 延伸 覆盖 涉及 影响 登陆 袭击 攻占 解放 撤离 离开 出发 来回 以北 以南 以东 以西 "
    "招收 录取 招录 设置 安排 初名 原名 旧名 曾名 定名 取名 命名 维持 冲毁 震毁 烧毁 炸毁 冲垮 震塌 压塌 淹没 捐出 捐献 献出 让出 腾出 破坏 损毁 捐建 捐修 筹建 募建 易名 入住 移师 托管 帮建 对接 接手 接收 关切 关心 质询 询问 反映 呼吁 指出 认为 提到 建议 追问 搬出 迁出 移出 撤出 登录 登陆 填报 拨打 致电 扫描 关注 访问 转建 迁建 复建 翻建 重建 续建 增建 迁回 搬回 调回 回到 回迁 送回 带回 运回 支起 摆起 开起 搭起 撑起 办起 拉起 竖起 架起 砌起 走向 打进 打入 销到 卖到 送到 拉到 运到 赶到 跑到 选择 辟出 腾出 让出 划入 划归 归入 隶属 合并 更名 改名 改为 改称 命名 称为 变为 成为 作为 视为 收归 转为 升格 升级"
)
#: Who has something built or held.
_SIDES_OF = "施工方 建设方 承建方 运营方 主办方 承办方 协办方 资方 等地 等县 等镇 等乡镇 等校"
#: Words of acts that stand in names as often: 会议中心, 体检中心, 演出厅.
_IN_NAMES = "会议 学习 阅读 活动 采摘 骑行 交流 培训 展览 演出 考试 中考 高考 体检 接种 夜市 集市 市集 集训 军训 表演 特展 画展 书展 大展 路跑 讲堂 大会 庆典 调试 运营 商会 生产 制造 采购 种植 养殖 登山 徒步 生态 试点 代表 赛事 比赛 大赛 升旗 庙会 灯会 开放 解放 交易会 展销 游园 建设 水库 研发 投资 试验 期限 规定 创建 供应 供水 供电 供气 供暖 管制 教育 音乐会 音乐节 书市 论坛 峰会 首个 首座 首张 公告 通知"
#: Words in front of which no place's name goes on.
_ENDS_BEFORE = frozenset(
    word
    for word in f"{_ACTS} {MILESTONE_WORDS} {ACTIVITY_WORDS} {GENERAL_VERBS}".split()
    if len(word) > 1 and word.isalpha()
) - (_ACTS_IN_NAMES := frozenset(_IN_NAMES.split()))
_CUTS = one_of(
    [
        "研究生",
        *longest_first(_ENDS_BEFORE),
        *(f"{word}(?!中心|广场|公园|驿站|之家|活动|服务|阅览|学校|大街|族|政局)" for word in _PEOPLE.split()),
        *_OFFICES.split(),
        *_KIN.split(),
        *_SIDES_OF.split(),
        "开放(?!大学)",
        "检测(?!中心|站|机构|所|实验)",
        "号线",
        "上游(?=..)",
        "下游(?=..)",
        "后回",
        "并入",
        "装上",
        "架上",
        "搬上",
        "登上",
        "学校(?=[东西南北新老]校区)",
        "医院(?=[东西南北新老]院区)",
        "千伏",
        *_FUNCTION.split(),
    ]
)
_COUNTERS = "[座家所个条处间位名场次届项批幢栋块片段只户]"
_CUT = re.compile(
    rf".*(?={firsts(_CUTS, _COUNTERS, '[0-9]')})(?:{_CUTS}|(?<=[0-9一二三四五六七八九十百千万亿两几多数首了]){_COUNTERS}|[0-9])"
)
#: What describes a place and names none: 新馆, 二级医院, 大型商场; what is left of a name without it must be more than its noun.
_DESCRIBES = re.compile(
    r"(?:[\u4e00-\u9fff]{2}化|新建?的?|老|旧|大型|小型|大|小|中型|多|首|一级|二级|三级|甲等|三甲|公立|民营|公办|民办|定点|重点|现代化?|主要|主干|次干|公共|综合|智能|智慧|普通|专业|附属|社会|基层|周边|沿线|沿街|沿途|附近|相邻|有关|相关|所有|部分|许多|板房|土坯|砖瓦|地下|被?淹|受淹|受损|废弃|闲置|空置|荒废|破旧|陈旧|上述|下列|主?城区|中心城区|所在|所属|户籍|"
    r"[夏商周秦汉隋唐宋元明清]代|古代|史前|民国|境内|辖区|全线|市域|县域|本地|当地|外地|异地|外省|国内|国外|城市|农村|乡村|乡镇|城乡|偏乡|偏远|边远|山区|贫困|国家级?|省级|市级|县级|区级|村级|国际|全国|地方|社区|卫生|国有|民营|受影响|[省市县区校]属|临时|整[个座条片]|考点|灾|贫困|示范|试点|特色|美丽|文明|省|市|县|区|镇|乡|村|免费|自然|室外|室内|户外|线上|线下|主|副|东|西|南|北|前|后|内|外|上|下|中|两|三|四|五|六|七|八|九|十|一|二|"
    r"住院|医疗|教学|行政|办公|商业|住宅|工业|农业|产业|高科技|革命|爱国主义|青少年|老年|儿童|少年|初级|高级|职业|技工|技术|师范|寄宿制|普惠性|实验|第|年|月|日|号|级|类|品牌|口袋|街心|[A-Z0-9]+级|城郊|城乡|专科|专卖|经济技术|经济|硬化|中小学|大中小学|小学|学校|校园|门店|养老|各大|各级|电商|合作|标准|高标准|规模|直属|共建|对口|结对|帮扶|定向|网上|数字|虚拟|绿色|生态|湿地|森林|水上|海洋|体育|文化|休闲|运动|科普|主题|观光|亲子|机关|企业|事业|政府|集团|公司|单位|"
    r"姊妹|友好|兄弟|伙伴|结对|联办|首批|第一|最大|最美|最佳|先进|优秀|一流|五星|四星|星级)+"
)
#: Nouns that even with a word of description before them are places of the town: 市体育馆, 县图书馆, 老城区.
_OF_TOWN = re.compile(
    r"(?:省|市|县|区|镇|乡|村|州|校)(?!属)(?:人民|第[一二三四五六七八九十]+|中心|立|实验|老年|青少年|少年儿童|少儿|工人|妇幼|公安|政务|公共|体育|文化|会展|综合|人力资源|农业|农贸)*[\u4e00-\u9fff]{0,4}\Z|(?:老|新|东|西|南|北|中心)(?:火车站|汽车站|客运站|机场|体育馆|城区|院区|校区|厂区)|城[东西南北].+|[东西南北](?:码头|渡口|广场)"
)
#: Roads named by what else only describes: 工业路, 北大街.
_THEMED = re.compile(
    r"(?:工业|农业|文化|体育|教育|科技|国际|中心|青少年|青年|少年|革命|生态|绿色|海洋|水上|行政)[一二三四五东西南北]?(?:大道|大街|路)|[东西南北](?:大街|二路|三路)"
)
#: Of a kind there is one in a town: 云溪县实验小学.
_OF_KIND = re.compile(
    r"实验|儿童|妇女|职业|技工|职业技术|师范|文化|体育|老年|城市|中心|工人|妇幼|农业|工业|生态|湿地|森林"
)
#: Houses of which a country has one: 国家大剧院.
_NATION = "国家"
_NATIONAL_HOUSES = "大剧院 话剧院 图书馆 博物馆 美术馆 体育场 体育馆 会议中心 会展中心 游泳中心 植物园"
_NATIONAL = frozenset(_NATIONAL_HOUSES.split())
_NUMBER = re.compile(r"第[一二三四五六七八九十]+(?:实验|中心|人民|附属|初级|高级|职业|自来)?")
#: Of these a town has many: with nothing but a description before them they mean the town.
_MANY_WORDS = "小区 景区 园区 学校 小学 中学 幼儿园 医院 商场 公园 广场 酒店 宾馆 饭店 大学 学院 社区 卫生院 卫生站 车站 敬老院 养老院 大楼 步道 绿道 夜市 总部 工厂 菜市场 农贸市场 食堂"
_MANY = frozenset(_MANY_WORDS.split())
_NO_NAME = re.compile(
    r"\A[新老]镇\Z|[“”]|[千万百]吨?级|\A[一二三四五六七八九几数]?[十百千万]人|[两几各每]|(?<!安)多(?![伦布吉玛木祝宝])|部分|其他|其余|相关|有关|所有|\A(?:首[届个座]|全|各|我|本|该|每|这|那|某|第|年|月(?![亮牙桂季坛华光明湖山塘河])|日(?![月照新升昇])|[上下](?=[个届次周月旬述列午半一游级辖属设调拨文至到]|\Z)|个|条|家|座|级|度|届|次)|\A[一二三四五六七八九十0-9]+\Z|(?:时间|同|不|没|无|等地|等)\Z|\A[建办修盖]\Z|\A(?:[网线掌]上|手机|微信)"
)
_NO_ROAD = re.compile(
    r"(?:石拱|铁索|漫水|独木|水泥|线|短|出|封|道|路|危|级|等|等级|整条|主|引|思|公|铁|电|网|水|套|销|后|退|杆|管|气|上|下|半|沿|一|迷|问|引|开|修|通|断|走|赶|让|同|陆|马|高|搭|架|过|天|跨海|(?:\A|[修开走辟筑条])新|(?<![^市县区镇乡村座条这那]{2})老|小|逛|沿|化|油|泥|土|石子|盲|致富|产业|旅游|破|断|踩|扫|游|通村|通组|通乡|进村|入村|进山|断头|农村|乡村|村|镇|小)\Z"
)
#: 耿村桥.
_OF_VILLAGE = re.compile("[^农乡通进出入本该全各山渔新老]村")
_PLAIN_ROADS = frozenset(("路", "街", "巷", "弄", "桥", "公路"))
_ANY_BRIDGE = ("跨江", "跨海", "跨河", "过江", "跨线", "公铁两用")
_TRUNKS = frozenset(("铁路", "公路", "高铁", "高速", "高速公路"))
#: Before 道 another word ends: 隧道封闭, 河道拓宽.
_NO_WAY = re.compile(
    r"(?:铁|隧|渠|报|街|通|轨|河|管|车|人行|行人|赛|跑|频|大|绿|步|国|省|县|航|水|巷|过|栈|驿|便|匝|辅|快速|慢|应急|消防|主干|坡|索|下水|上水|味|知|说|公|高速)\Z"
)
_NO_LAND = re.compile(
    r"(?:让|过|汽|锁|截|拦|跳|偷|引|摆|轮|横|强|抢|飞|普|竞|泅|夜|远|沿|南|进|出|到|回|新|老|旧|货运|客运|过|建|设|网|本|该|每|一|两|首|末|终点|始发|中转|下|上|换乘|全|跨|入|靠|大|小|环|登|爬|看|游|治|护|巡|湖|(?<!开)封|停|靠|漂|锚|淡|驻|系|移|改|艇|船|轮|车|沉|积)\Z"
)
#: The river that a gauge stands at: 沅河 of 沅河三里铺站.
_GAUGED = re.compile(r"\A[\u4e00-\u9fff]{1,2}[河江湖溪](?=..)")
_NO_WORKS = re.compile(r"(?:工|分|老|新|建|进|出|办|开|同|全|本|该|离|入|回|设|药|煤|矿|探|采|找|厂|大|小)\Z")
_NO_HALL = re.compile(r"(?:闭|开|休|场|展|本|该|来|到|进|入|出|离|新|老|分|总|主|使|领|公|茶|饭|宾|旅|咖啡)\Z")
#: What a garden, a tower or a cave is with a word in front that names none: 校园, 教学楼, 山洞.
_PLAIN_SITES = {
    "邨": re.compile(r"(?:[屋该每各本新旧]|公屋|居屋)\Z"),
    "闸": re.compile(r"(?:[开合拉电刹手道关提落下水船过启放坝风排引进分冲大小新老该本]|泄洪|节制|道闸)\Z"),
    "园": re.compile(
        r"(?:校|入|开|闭|出|离|逛|进|本|全|该|乐|田|家|庄|果|花|菜|茶|公|庭|母|游|桑|祖|[一二三四五六七八九十0-9]|采摘|种植|养殖)\Z"
    ),
    "楼": re.compile(
        r"(?:[大高下上号栋酒茶危旧洋字门城炮碉脚土红白小塔两层每整本同该老新裙]|[一二三四五六七八九十0-9A-Z]|办公|科研|居民|商务|商业|烂尾|回迁|单元|图书|行政|停车|宿舍|学生|教师|公寓|家属|住宅|员工|职工|综合|连体|多层|安置|主体|信息|体验|指挥|技术|检测|医技|急诊|感染|报告|食堂|科)\Z"
    ),
    "平台": re.compile(
        r"(?:[省市县区国]级|网络?|线上|在线|拍卖|直播|交易|服务|预约|电商|社交|视频|抖音|政务|信息|融资|数据|云|管理|监测|监管|采购|公共|举报|投诉|申报|报名|支付|互联网|物联网|合作|创新|技术|学习|小程序)\Z"
    ),
    "路口": re.compile("(?:[十丁T]字?|岔|平交|[该各每本两一交叉主要])\\Z|[与和及]"),
    "寺": re.compile(r"[创建修立毁拆造入出古本该此全老]\Z"),
    "洞": re.compile(r"(?:导流|输水|引水|泄洪|放空|[漏空山桥窑门树窟黑溶打钻涵孔涌个水地土石大小深])\Z"),
}
#: The lake or the hill that a tower stands at: 明月湖 of 明月湖听涛楼.
_LAND_ROUND = re.compile("\\A[\u4e00-\u9fff]{1,3}[湖山岛河江](?=..)")
#: The towns that a name begins with: 云溪县松湾镇 of 云溪县松湾镇小学.
TOWNS = re.compile(r".*(?:省|市(?!场)|县|区|州|镇|乡|街道|村|社区)(?=.)")
#: A body that bears its town's name or unit is a house of it; another is told of where the page is set.
OF_ITS_TOWN = re.compile("[市县区镇乡村州校](?![级属])|[\u4e00-\u9fff]{2,4}[市县区镇乡村]")
#: Of these a town tells its own by their numbers: 第四中学.
_NUMBERED_HOUSES = frozenset(("水厂", "中学", "小学", "高中", "医院", "幼儿园"))
COMMON = frozenset(word for word in _ENDS_BEFORE if len(word) == 2)
_SIDES = frozenset("东西南北中老原旧")


def begin_of(words: str, noun: str = "") -> int:
    """Where in some words a place's name may begin that ends in a noun: behind the last verb or function word."""
    found = _CUT.match(words + noun[: 1 if noun.endswith("区") else 2])
    if found and found.end() > len(words):
        found = _CUT.match(words)
    return found.end() if found else 0


def cut(words: str) -> str:
    """What of some words may begin a place's name: all behind the last verb or function word in them."""
    found = _CUT.match(words)
    if found is None or (words[0] in "该本" and words[1:2] in tuple(POINTED)):
        return words
    return "" if found[0][-1] in "各每某这那" else words[found.end() :]


#: 一家医院, 13所学校: any of them.
_INDEFINITE = re.compile(r"[一某两几多0-9十百了][座家所个条处间]\Z|[这各每][座家所个条处间]?\Z")
#: 全市公益性公墓: all of a kind.
_ALL_OF = re.compile("[全各][省市县区旗镇乡州]|全国?(?=国|模范|先进|重点|示范|文明|一级|十佳|优秀)")
#: A town's name of two characters, the second that of a unit, with its own: 穆村乡.
_SHORT_CHAIN, _LEVELS = 3, frozenset("省市县区旗镇乡村全各城")


def is_of_many(text: str, start: int) -> bool:
    """Whether the place that begins there is any of its kind: 一家医院, 全市公园."""
    return bool(_INDEFINITE.search(text, max(0, start - 3), start) or _ALL_OF.match(text, start - 1 if start else 0))


def is_any(front: str, word: str) -> bool:
    """Whether a noun that every town has many of is only described: 云溪市老旧小区."""
    chain = TOWNS.match(front) if word in _MANY else None
    if chain and len(front) == _SHORT_CHAIN and front[0] not in _LEVELS and front[-1] in _LEVELS:
        return False  # 穆村乡小学: the unit in it is of the name
    if chain is None or _NUMBER.fullmatch(front, chain.end()):
        return False
    return bool(_DESCRIBES.fullmatch(front, chain.end()) and not _OF_KIND.fullmatch(front, chain.end()))


def is_scene(front: str, word: str, sort: str) -> bool:
    """Whether something told to be in a place needs no name for it: 在二楼会议室, 在社区小广场."""
    if word in _PLAIN_SITES and _PLAIN_SITES[word].search(front):
        return word not in ("平台", "闸") and len(front) > 1
    if word == "街":
        return front in _SIDES
    return sort == "site" and (len(front) + len(word) >= 4 or front in _SIDES) and not _NO_NAME.search(front)


def is_name(front: str, word: str, sort: str, *, sure: bool = False) -> bool:
    """Whether what stands before a place's noun names it; ``sure`` says that a longer name may be a district's as well:
    it stands behind its city's, or is said again."""
    if sort == "town":
        own = TOWNS.sub("", front)
        return own not in COMMON and not _NO_NAME.search(own) and names_town(own, word, sure=sure or own != front)
    if front == _NATION:
        return word in _NATIONAL
    if _NO_NAME.search(front):
        return word in _NUMBERED_HOUSES and _NUMBER.fullmatch(front) is not None
    if sort == "road" and _THEMED.fullmatch(front + word):
        return True
    any_road = sort == "road" and word in _PLAIN_ROADS and _NO_ROAD.search(front)
    if (any_road and not (word == "桥" and _OF_VILLAGE.fullmatch(front))) or (word == "馆" and _NO_HALL.search(front)):
        return False
    if word in _PLAIN_SITES and (
        not 2 <= len(_LAND_ROUND.sub("", TOWNS.sub("", front))) <= 4 or _PLAIN_SITES[word].search(front)
    ):
        return False
    if word in _TRUNKS and len(front) < 2:
        return False
    if word.endswith("大桥") and (kind := next((kind for kind in _ANY_BRIDGE if front.endswith(kind)), "")):
        own = TOWNS.sub("", front).removesuffix(kind)
        return len(own) > 1 and own not in _ACTS_IN_NAMES  # 松湾跨海大桥, and not 建设跨海大桥
    if word == "道" and _NO_WAY.search(front):
        return False
    if word in WORKSHOPS and _NO_WORKS.search(front):
        return False
    if sort == "land":
        plain = _NO_LAND.search(front) or (word == "站" and _DESCRIBES.fullmatch(front))
        own = TOWNS.sub("", front)
        return len(_GAUGED.sub("", own) if word == "站" else own) <= 4 and not plain
    if _OF_TOWN.fullmatch(front + word):
        return word not in _MANY or len(front) > 1 or word == "医院" or front + word == "村小学"
    return len(front) + len(word) > 2 and not _DESCRIBES.fullmatch(front)


def town_in(name: str) -> str:
    """The town that the name of a house begins with: 云溪县 of 云溪县人民医院; "" where it begins with none.

    >>> town_in("云溪县人民医院"), town_in("西校区食堂")
    ('云溪县', '')
    """
    chain = TOWNS.match(name)
    if chain is None or chain[0].endswith("省"):
        return ""
    unit = next(unit for unit in _UNITS if chain[0].endswith(unit))
    return chain[0] if is_name(chain[0].removesuffix(unit), unit, "town") else ""


_UNITS = ("街道", "社区", "市", "县", "区", "州", "镇", "乡", "村")
#: 该馆一楼, 本校操场: what points at an institution.
POINTED = frozenset("馆院校园站场")
