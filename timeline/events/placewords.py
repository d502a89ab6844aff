"""What makes a name of a place: the nouns that it ends with, the words that it begins behind, what only describes one.

>>> cut("专家将在银杏")
'银杏'
>>> is_name("银杏", "广场", "site"), is_name("大型", "广场", "site")
(True, False)
"""

from __future__ import annotations

import re

from timeline.events.townwords import names_town
from timeline.events.words import ACTIVITY_WORDS, GENERAL_VERBS, MILESTONE_WORDS, firsts, grouped, longest_first, one_of

#: Nouns that end the name of a building, a ground or a site.
_SITE = (
    "博物馆 博物院 美术馆 图书馆 体育馆 体育场 体育中心 会展中心 会议中心 文化馆 文化宫 大剧院 剧院 剧场 影剧院 电影院 影院 影城 音乐厅 歌剧院 报告厅 演播厅 展厅 大厅 多功能厅 宴会厅 排练厅 阅览室 活动室 教室 会议室 会议厅 展览馆 展览中心 纪念馆 "
    "科技馆 档案馆 方志馆 规划馆 陈列馆 艺术馆 大会堂 会堂 礼堂 少年宫 活动中心 文化中心 服务中心 政务中心 交易中心 游客中心 艺术中心 调度中心 指挥中心 购物中心 商业中心 医学中心 体检中心 培训中心 "
    "批发市场 农贸市场 菜市场 街市 商场 商城 百货 公园 广场 风景区 景区 度假区 保护区 名胜区 湿地 植物园 动物园 游乐园 乐园 果园 茶园 陵园 农场 林场 牧场 酒店 宾馆 饭店 大厦 大楼 写字楼 产业园 工业园 科技园 创业园 "
    "物流园 园区 产业基地 训练基地 实践基地 教育基地 实验室 研究院 大学 学院 中学 小学 学校 幼儿园 高中 职中 医院 卫生院 卫生站 卫生室 卫生服务站 殡仪馆 敬老院 养老院 福利院 法院 检察院 派出所 "
    "交易所 戏院 书院 祠堂 宗祠 寺 宫 教堂 文化村 古城 古镇 古街 老街 古村 遗址 故居 旧址 牌坊 小镇 步道 绿道 栈道 水库 水电站 电站 电厂 水厂 热源厂 船厂 粮仓 仓库 车站 火车站 高铁站 客运站 汽车站 地铁站 机场 码头 渡口 "
    "港区 渔港 口岸 收费站 服务区 浴场 沙滩 海滩 营地 操场 球场 足球场 篮球场 赛车场 滑雪场 游泳馆 校区 院区 厂区 片区 老城区 小区 家园 花园 步行街 夜市 舞台 戏台 草坪 庙埕 公所 村部 粮站 书店 书城 书房 书屋 "
    "会所 门诊部 体育公园 樱花园 花海 驿站 食堂 社区服务站 总部 工坊 展馆 分馆 史馆 大草坪 庙 塔 阁 号院 馆 墓园 陵墓 湖心岛 工业区 开发区 高新区 经开区 示范区 保税区 试验区 新区 合作区 大堂 街区 灯塔 祖庙 救助站 收容所 加油站 充电站 换电站 垃圾站 变电站 泵站 消防站 气象站 观测站 县城 新居 嘉园 雅苑 花苑 佳苑 新苑 家属院 苑 前厅 序厅 门厅 中厅 侧厅 礼仪厅 会客厅 贵宾厅 交易市场 集贸市场 综合市场 水产市场 花卉市场 建材市场 蔬菜市场 大市场 文创园 创意园 食品园 软件园 孵化园 博览园 生态园 农业园 科创园 双创园 智造园 冷链园 电商园 医药园 化工园 遗址园 果蔬园 安置点 安置区 铁矿 煤矿 金矿 厂 游泳池 泳池 灌区 牧区 矿区 敬老中心 康养中心 调解中心 维权中心 瞭望塔 门诊楼 住院楼 病房楼 教学楼 实验楼 综合楼 办公楼 宿舍楼 航站楼 候机楼 丝绸城 建材城 家具城 家居城 五金城 皮革城 轻纺城 服装城 商贸城 小商品城 茶城 影视城 美食城 汽车城 灯饰城 电子城 陶瓷城 鞋城 眼镜城 古玩城 花木城 食品城 农贸城 水产城 药材城 大学城 长廊 党校 训练场 观景台 钟楼 鼓楼 城楼 门楼 水闸 中心校 完小 村小 宿舍区 家属区 运动场 渔场 赛马场"
)
#: Nouns of bodies that act more often than they are gone to.
_BODY = "中心 基地 分局 支行 分行 营业部 分院 工作站 服务站 林业站 文化站 供电所 研究所 管理所 村委会 居委会 武装部 人武部 信访局 乡政府 镇政府 区政府 县政府 市政府 之家 平台 车间 仓库"
_ROAD = "公路 大道 大街 大马路 中路 东路 西路 南路 北路 路 街 巷 弄 高速公路 高速 国道 省道 县道 铁路 高铁 大桥 特大桥 行人天桥 行车天桥 立交桥 高架桥 高架 人行天桥 桥 隧道 立交 环线 航道 互通 枢纽"
_ADMIN = "旗 自治区 自治州 自治县 特别行政区 自治旗 省 市 县 区 镇 乡 街道 社区 村 州"
_LAND = "湖 河 江 溪 湾 岛 山 岭 港 站 滩 峡谷 草原 洲 半岛 群岛 水域 海域 海岸 湖畔 江畔 河畔 溪畔 海滨 江滨 湖滨"
SORT = {
    **dict.fromkeys(_LAND.split(), "land"),
    **dict.fromkeys(_ADMIN.split(), "town"),
    **dict.fromkeys(_ROAD.split(), "road"),
    **dict.fromkeys(_BODY.split(), "site"),
    **dict.fromkeys(_SITE.split(), "site"),
}
#: Of these a page tells where they are only behind a word that says so, or where they are opened.
BODIES = frozenset(_BODY.split()) - frozenset(_SITE.split())
#: Of these a page tells what they do more often than what takes place in them.
WORKSHOPS = frozenset(("厂", "铁矿", "煤矿", "金矿"))
#: What makes of a place's noun another word: 馆长, 市民, 区域, 广场舞, 街道办.
_CONTINUES = {
    "馆": "长内员方藏际舍子",
    "宫": "颈腔缩外",
    "寺": "",
    "庙": "会市宇堂",
    "厂": "长家商房牌址方里内矿区子",
    "塔": "吊台式什吉克里拉尔城",
    "阁": "下楼",
    "广场": "舞",
    "公园": "城化绿",
    "大学": "生城",
    "中学": "生业",
    "小学": "生语数英科一二三四五六",
    "学校": "",
    "学院": "派",
    "高中": "生阶毕",
    "市": "民场值长委政内外区区域级直面属辖容井集政售价话斤易盈况里上层场",
    "县": "长委政级直城域内外辖里",
    "区": "域别间块分委政级直位内外属里段长",
    "镇": "长区上里域静定痛内政",
    "乡": "村镇长亲土愁音里下民政级",
    "村": "民落官里内支委庄口史两寨上",
    "街道": "两办上边",
    "社区": "里内矫工",
    "省": "级委政长内外道域属直际力钱时际里油电",
    "州": "级委政长内外",
    "路": "线面段径灯口过程演由费况网基边上人途考桥跑标障政肩权",
    "街": "头道区坊边上面景舞市镇",
    "巷": "战口道",
    "弄": "堂清到错",
    "桥": "梁头面下上墩体洞牌",
    "湖": "面区边水畔心泊里鲜蟹滨南北岸",
    "河": "流道湖长水床段岸边面沿北南畔",
    "江": "面边水畔南北西苏豚岸段上底心",
    "溪": "流水",
    "湾": "区",
    "岛": "屿上内",
    "山": "区体水路脚上林坡里海货地火洪顶东西歌",
    "岭": "上下",
    "港": "口区元澳珠人台股",
    "站": "点台位内起在立着务前出",
    "滩": "涂头",
    "洲": "际",
    "基地": "",
    "园区": "内企里",
    "景区": "内",
    "食堂": "",
    "总部": "经",
    "舞台": "剧上",
    "机场": "",
    "高速": "发增度行运铁",
    "公路": "局段养货客运建港桥管",
    "旗": "袍帜手杆舰号语下开鼓级委政长",
    "高铁": "列票",
    "铁路": "部局",
    "县道": "路",
    "省道": "路",
}
NUMBERED = tuple(f"{number}{school}" for number in "一二三四五六" for school in "中小")
#: A road as Hong Kong names it: 东湾道 where something is done to it.
_WAY = r"道(?=\s*(?:扩阔|拓宽|由单程|单程|双程|双向|封闭|封路|改为|交界|一带|近|与[\u4e00-\u9fff]{1,5}[道街里径路]交)|\s{2,}(?:封闭|封路|改))"
#: The nouns that places end with.
NOUN = re.compile(
    grouped([*longest_first(SORT), *(f"{word}(?![学心等时组区型队儿孩伙康国年部])" for word in NUMBERED), _WAY])
)

#: Words behind which a name begins, but for those that names hold: 和 is none in 和平, 过 none in 过街天桥.
_FUNCTION = (
    "在 于(?![都洪家田]) 从(?!化) 到 赴 由(?<!自由) 对 与 暨(?!南|阳) 和(?![平谐睦田县顺龙静布]) 及(?!第) 的 是 把 将(?![军乐]) 为(?!民) "
    "向(?<!方向)(?![阳东荣塘]) 往 经(?![济开贸纬]) 自(?![贡强由来然行动]) 至(?![善德诚]) 了 并 被 让 给(?<!供给) 跟 每 各 该 此 这 那 其 因 以 即(?!墨) "
    "已 又 设(?<!建设)(?![计施备]) 便(?!民) 均 再 曾(?![都家]) 拟 则 而 但 或 若(?![羌尔]) 距 沿(?![江海湖河街滩]) 近(?!郊) 我 本(?<![日资基]本)(?!溪) "
    "全(?<!安全)(?![州椒南民]) 当(?<!武当)(?![涂阳]) 请(?<!邀请) 凡 受 靠 等(?<![高初中平]等) 共(?<!公共) 称 说(?<!小说) 驶 "
    "过(?<![通超]过)(?!街) 着 原(?<![平太开三固松草高中陆海富]原)(?![平阳市县区镇乡]) 现(?!代) 也 都(?<![成首古丰宁花益]都)(?![江匀昌安兰]) 还 据(?<!数据) "
    "有(?<!特有)(?![限色机]) 居(?![民住家委庸]) 逛 想 去 来(?![宾安凤]) 进(?![贤士学修步站出港口]) 离"
)
_PEOPLE = "记者 市民 居民 村民 游客 群众 旅客 乘客 读者 观众 专家 医生 老师 学生 队员 选手 委员 领导"
_OFFICES = (
    "院长 校长 局长 厂长 站长 馆长 队长 社长 部长 处长 科长 委长 市长 县长 区长 镇长 乡长 村长 书记 主任 经理 教练"
)
_ACTS = (
    "其间 清洗 改停 起火 失火 事发 涉事 肇事 东起 西起 南起 北起 东接 西接 南接 北接 东至 西至 南至 北至 停靠 靠泊 驶抵 飞抵 返抵 晋升 责令 督促 指导 漫进 涌入 冲进 借用 迁至 迁入 迁到 搬进 搬到 搬入 搬至 走进 开进 驶入 驶往 开往 飞往 发往 运往 销往 前往 来到 抵达 落户 落地 进驻 进入 返回 通过 途经 途径 穿过 位于 坐落 地处 毗邻 邻近 靠近 附近 来自 远销 "
    "租下 租用 租借 建成 建起 盖起 造出 买下 接管 打下 打通 通到 通往 连接 起点 终点 起点为 终点为 集合 集中 选址 设在 定在 放在 改在 改到 移至 移到 转移 参观 力克 "
    "关闭 关停 封闭 绕行 改道 协同 配合 联合 携手 牵头 主办 承办 协办 支持 邀请 组织 带领 率领 率 昨天 今天 明天 昨日 今日 明日 近日 日前 目前 上午 下午 晚上 凌晨 早上 中午 傍晚 "
    "夜间 正式 首次 已经 计划 预计 期间 假期 同时 其中 以及 包括 如下 现场 全程 全线 当场 届时 随后 开始 结束 使用 利用 依托 围绕 根据 按照 关于 针对 面对 面向 通向 登记 汇总 出版 打造 推动 推进 新建 扩建 改建 "
    "修建 兴建 建设 开通 新增 开设 设立 成立 创办 启用 投用 公布 发布 表示 透露 介绍 举行 举办 召开 开幕 参加 出席 参与 加入 进行 开展 实施 实行 执行 完成 实现 获评 获得 入选 担任 就任 出任 调入 调任 考入 "
    "毕业 就读 生于 出生 逝世 先后 陆续 相继 分别 累计 合计 一同 一起 共同 共有 对面 旁边 门口 途中 往返 往来 直达 直通 经过 经由 延伸 覆盖 涉及 影响 登陆 袭击 攻占 解放 撤离 离开 出发 来回 以北 以南 以东 以西 "
    "安排 初名 原名 旧名 曾名 定名 取名 命名 维持 冲毁 震毁 烧毁 炸毁 冲垮 震塌 压塌 淹没 捐建 捐修 筹建 募建 易名 入住 移师 托管 帮建 对接 接手 接收 关切 关心 质询 询问 反映 呼吁 指出 认为 提到 建议 追问 搬出 迁出 移出 撤出 登录 登陆 填报 拨打 致电 扫描 关注 访问 转建 迁建 复建 翻建 重建 续建 增建 迁回 搬回 调回 回到 回迁 送回 带回 运回 支起 摆起 开起 搭起 撑起 办起 拉起 竖起 架起 砌起 走向 打进 打入 销到 卖到 送到 拉到 运到 赶到 跑到 选择 辟出 腾出 让出 划入 划归 归入 隶属 合并 更名 改名 改为 改称 命名 称为 变为 成为 作为 视为 收归 转为 升格 升级"
)
#: Words of acts that stand in names as often: 会议中心, 体检中心, 演出厅.
_IN_NAMES = "会议 学习 阅读 活动 采摘 骑行 交流 培训 展览 演出 考试 中考 高考 体检 接种 夜市 集市 市集 集训 军训 表演 特展 画展 书展 大展 路跑 讲堂 大会 庆典 调试 运营 商会 生产 制造 采购 种植 养殖 登山 徒步 生态 试点 代表 赛事 比赛 大赛 升旗 庙会 灯会 开放 解放 交易会 展销 游园 建设 水库 研发 投资 试验 期限 规定 创建 供应 供水 供电 供气 供暖 管制 教育 音乐会 音乐节 书市 论坛 峰会 首个 首座 首张 公告 通知"
#: Words in front of which no place's name goes on.
_ENDS_BEFORE = frozenset(
    word
    for word in f"{_ACTS} {MILESTONE_WORDS} {ACTIVITY_WORDS} {GENERAL_VERBS}".split()
    if len(word) > 1 and word.isalpha()
) - frozenset(_IN_NAMES.split())
_CUTS = one_of(
    [
        *longest_first(_ENDS_BEFORE),
        *(f"{word}(?!中心|广场|公园|驿站|之家|活动|服务|阅览|学校|大街|族|政局)" for word in _PEOPLE.split()),
        *_OFFICES.split(),
        "开放(?!大学)",
        "号线",
        "学校(?=[东西南北新老]校区)",
        "医院(?=[东西南北新老]院区)",
        "千伏",
        *_FUNCTION.split(),
    ]
)
_COUNTERS = "[座家所个条处间位名场次届项批幢栋块片段只户]"
_CUT = re.compile(
    rf".*(?={firsts(_CUTS, _COUNTERS, '[0-9]')})(?:{_CUTS}|(?<=[0-9一二三四五六七八九十两几多数首]){_COUNTERS}|[0-9])"
)
#: What describes a place and names none: 新馆, 二级医院, 大型商场; what is left of a name without it must be more than its noun.
_DESCRIBES = re.compile(
    r"(?:新建?的?|老|旧|大型|小型|大|小|中型|多|首|一级|二级|三级|甲等|三甲|公立|民营|公办|民办|定点|重点|现代化?|主要|主干|次干|公共|综合|智能|智慧|普通|专业|附属|社会|基层|周边|沿线|沿街|沿途|附近|相邻|有关|相关|所有|部分|许多|被?淹|受淹|受损|废弃|闲置|空置|荒废|破旧|陈旧|上述|下列|所在|所属|户籍|"
    r"本地|当地|外地|异地|外省|国内|国外|城市|农村|乡村|乡镇|城乡|国家级?|省级|市级|县级|区级|村级|国际|全国|地方|社区|卫生|国有|民营|受影响|灾|贫困|示范|试点|特色|美丽|文明|省|市|县|区|镇|乡|村|免费|自然|室外|室内|户外|线上|线下|主|副|东|西|南|北|前|后|内|外|上|下|中|两|三|四|五|六|七|八|九|十|一|二|"
    r"住院|医疗|教学|行政|办公|商业|住宅|工业|农业|产业|高科技|革命|爱国主义|青少年|老年|儿童|少年|初级|高级|职业|技工|技术|师范|寄宿制|普惠性|实验|第|年|月|日|号|级|类|品牌|口袋|街心|[A-Z0-9]+级|城郊|城乡|专科|专卖|经济技术|经济|硬化|中小学|大中小学|小学|学校|校园|门店|养老|各大|各级|电商|合作|标准|高标准|规模|直属|共建|对口|结对|帮扶|定向|网上|数字|虚拟|绿色|生态|湿地|森林|水上|海洋|体育|文化|休闲|运动|科普|主题|观光|亲子|机关|企业|事业|政府|集团|公司|单位|"
    r"姊妹|友好|兄弟|伙伴|结对|联办|首批|第一|最大|最美|最佳|先进|优秀|一流|五星|四星|星级)+"
)
#: Nouns that even with a word of description before them are places of the town: 市体育馆, 县图书馆, 老城区.
_OF_TOWN = re.compile(
    r"(?:省|市|县|区|镇|乡|村|州|校)(?:人民|第[一二三四五六七八九十]+|中心|立|实验|老年|青少年|少年儿童|少儿|工人|妇幼|公安|政务|公共|体育|文化|会展|综合)*[\u4e00-\u9fff]{0,4}\Z|(?:老|新|东|西|南|北|中心)(?:城区|院区|校区|厂区)|城[东西南北].+"
)
#: Roads named by what else only describes: 工业路, 北大街.
_THEMED = re.compile(
    r"(?:工业|农业|文化|体育|教育|科技|国际|中心|青少年|青年|少年|革命|生态|绿色|海洋|水上|行政)[一二三四五东西南北]?(?:大道|大街|路)|[东西南北](?:大街|二路|三路)"
)
#: Of a kind there is one in a town: 云溪县实验小学.
_OF_KIND = re.compile(r"实验|职业|技工|职业技术|师范|文化|体育|老年|城市|中心|工人|妇幼|农业|工业|生态|湿地|森林")
_NUMBER = re.compile(r"第[一二三四五六七八九十]+")
#: Of these a town has many: with nothing but a description before them they mean the town.
_MANY_WORDS = "小区 景区 园区 学校 小学 中学 幼儿园 医院 商场 公园 广场 酒店 宾馆 饭店 大学 学院 社区 卫生院 卫生站 车站 敬老院 养老院 大楼 步道 绿道 夜市 总部 工厂 菜市场 农贸市场 食堂"
_MANY = frozenset(_MANY_WORDS.split())
_NO_NAME = re.compile(
    r"[“”]|[千万百]吨?级|[两几各每]|(?<!安)多(?![伦布吉玛木祝宝])|部分|其他|其余|相关|有关|所有|\A(?:首[届个座]|全|各|我|本|该|每|这|那|某|第|年|月|日|[上下](?=[个届次周月旬述列午半一游级辖属设调拨文至到]|\Z)|个|条|家|座|级|度|届|次)|\A[一二三四五六七八九十0-9]+\Z|(?:时间|同|不|没|无)\Z"
)
_NO_ROAD = re.compile(
    r"(?:线|短|出|封|道|路|危|级|等|等级|整条|主|引|思|公|铁|电|网|水|套|销|后|退|上|下|半|沿|一|迷|问|引|开|修|通|断|走|赶|让|同|陆|马|高|搭|架|过|天|跨海|老|新|小|逛|沿|化|油|泥|土|石子|盲|致富|产业|旅游|通村|通组|通乡|进村|入村|进山|断头|农村|乡村|村|镇|小)\Z"
)
_PLAIN_ROADS = frozenset(("路", "街", "巷", "弄", "桥", "公路"))
_TRUNKS = frozenset(("铁路", "公路", "高铁", "高速", "高速公路"))
#: Before 道 another word ends: 隧道封闭, 河道拓宽.
_NO_WAY = re.compile(
    r"(?:铁|隧|渠|报|街|通|轨|河|管|车|人行|行人|赛|跑|频|大|绿|步|国|省|县|航|水|巷|过|栈|驿|便|匝|辅|快速|慢|应急|消防|主干|坡|索|下水|上水|味|知|说|公|高速)\Z"
)
_NO_LAND = re.compile(
    r"(?:进|出|到|回|新|老|旧|货运|客运|过|建|设|网|本|该|每|一|两|首|末|终点|始发|中转|下|上|换乘|全|跨|入|靠|大|小|环|登|爬|看|游|治|护|巡)\Z"
)
_NO_WORKS = re.compile(r"(?:工|分|老|新|建|进|出|办|开|同|全|本|该|离|入|回|设|药|煤|矿|探|采|找|厂|大|小)\Z")
_NO_HALL = re.compile(r"(?:闭|开|休|场|展|本|该|来|到|进|入|出|离|新|老|分|总|主|使|领|公|茶|饭|宾|旅|咖啡)\Z")
_CHAIN = re.compile(r".*(?:省|市|县|区|州|镇|乡|街道|村|社区)(?=.)")
#: Of these a town tells its own by their numbers: 第四中学.
_NUMBERED_HOUSES = frozenset(("中学", "小学", "高中", "医院", "幼儿园"))
COMMON = frozenset(word for word in _ENDS_BEFORE if len(word) == 2)
_SIDES = frozenset("东西南北中老原旧")


def begin_of(words: str, noun: str = "") -> int:
    """Where in some words a place's name may begin that ends in a noun: behind the last verb or function word."""
    found = _CUT.match(words + noun[:1])
    if found and found.end() > len(words):
        found = _CUT.match(words)
    return found.end() if found else 0


def cut(words: str) -> str:
    """What of some words may begin a place's name: all behind the last verb or function word in them."""
    found = _CUT.match(words)
    if found is None or (words[0] in "该本" and words[1:2] in tuple(POINTED)):
        return words
    return "" if found[0][-1] in "各每某这那" else words[found.end() :]


def is_other_word(word: str, following: str) -> bool:
    """Whether the characters behind a place's noun make another word of it: 市政道路, but not 县政府."""
    return following[:1] in _CONTINUES.get(word, "") and not _SEAT.match(following) if following else False


_SEAT = re.compile(r"政府|政协|政务|政法|民政|民族|民宗|民防|分局|委(?=[一-鿿])(?!员)")


def is_any(front: str, word: str) -> bool:
    """Whether a noun that every town has many of is only described: 云溪市老旧小区."""
    chain = _CHAIN.match(front) if word in _MANY else None
    if chain is None or _NUMBER.fullmatch(front, chain.end()):
        return False
    return bool(_DESCRIBES.fullmatch(front, chain.end()) and not _OF_KIND.fullmatch(front, chain.end()))


def is_scene(front: str, word: str, sort: str) -> bool:
    """Whether something told to be in a place needs no name for it: 在二楼会议室, 在社区小广场."""
    return sort == "site" and (len(front) + len(word) >= 4 or front in _SIDES) and not _NO_NAME.search(front)


def is_name(front: str, word: str, sort: str, *, sure: bool = False) -> bool:
    """Whether what stands before a place's noun names it; ``sure`` says that a longer name may be a district's as well:
    it stands behind its city's, or is said again."""
    if sort == "town":
        own = _CHAIN.sub("", front)
        return own not in COMMON and not _NO_NAME.search(own) and names_town(own, word, sure=sure or own != front)
    if _NO_NAME.search(front):
        return word in _NUMBERED_HOUSES and _NUMBER.fullmatch(front) is not None
    if sort == "road" and _THEMED.fullmatch(front + word):
        return True
    if (sort == "road" and word in _PLAIN_ROADS and _NO_ROAD.search(front)) or (
        word == "馆" and _NO_HALL.search(front)
    ):
        return False
    if word in _TRUNKS and len(front) < 2:
        return False
    if word == "道" and _NO_WAY.search(front):
        return False
    if word in WORKSHOPS and _NO_WORKS.search(front):
        return False
    if sort == "land":
        return len(_CHAIN.sub("", front)) <= 4 and not _NO_LAND.search(front)
    if _OF_TOWN.fullmatch(front + word):
        return word not in _MANY or len(front) > 1 or word == "医院"
    return len(front) + len(word) > 2 and not _DESCRIBES.fullmatch(front)


def town_in(name: str) -> str:
    """The town that the name of a house begins with: 云溪县 of 云溪县人民医院; "" where it begins with none.

    >>> town_in("云溪县人民医院"), town_in("西校区食堂")
    ('云溪县', '')
    """
    chain = _CHAIN.match(name)
    if chain is None or chain[0].endswith("省"):
        return ""
    unit = next(unit for unit in _UNITS if chain[0].endswith(unit))
    return chain[0] if is_name(chain[0].removesuffix(unit), unit, "town") else ""


_UNITS = ("街道", "社区", "市", "县", "区", "州", "镇", "乡", "村")
#: 该馆一楼, 本校操场: what points at an institution.
POINTED = frozenset("馆院校园站场")
