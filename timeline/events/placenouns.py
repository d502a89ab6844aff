"""The nouns that places' names end with, of which sort each is, and what makes another word of one.

>>> SORT["大桥"], SORT["镇"], NOUN.search("在柳泷县文化馆")[0]
('road', 'town', '县')
"""

from __future__ import annotations

import re

from timeline.events.words import grouped, longest_first

#: Nouns that end the name of a building, a ground or a site.
_SITE = (
    "博物馆 自然馆 生态馆 海洋馆 科普馆 民俗馆 体验馆 县衙 天文台 陶艺村 艺术村 博物院 美术馆 图书馆 体育馆 体育场 体育中心 会展中心 会议中心 文化馆 文化宫 大剧院 剧院 剧场 影剧院 电影院 影院 影城 音乐厅 歌剧院 报告厅 演播厅 展厅 大厅 多功能厅 宴会厅 排练厅 阅览室 活动室 教室 会议室 会议厅 展览馆 展览中心 纪念馆 "
    "科技馆 档案馆 方志馆 规划馆 陈列馆 艺术馆 大会堂 会堂 礼堂 少年宫 活动中心 文化中心 服务中心 政务中心 交易中心 客运中心 换乘中心 物流中心 分拨中心 健身中心 游泳中心 训练中心 接待中心 学术中心 国际中心 商务中心 博览中心 邻里中心 游客中心 艺术中心 调度中心 指挥中心 购物中心 商业中心 医学中心 体检中心 培训中心 "
    "批发市场 农贸市场 菜市场 街市 商场 商城 百货 公园 广场 风景区 景区 度假区 保护区 名胜区 湿地 植物园 动物园 游乐园 乐园 果园 茶园 陵园 农场 林场 牧场 酒店 宾馆 饭店 大厦 大楼 写字楼 产业园 工业园 科技园 创业园 "
    "物流园 园区 产业基地 训练基地 实践基地 教育基地 实验室 研究院 大学 学院 中学 小学 学校 幼儿园 高中 职中 医院 卫生院 卫生站 卫生室 卫生服务站 殡仪馆 敬老院 养老院 福利院 法院 检察院 派出所 高院 中院 "
    "交易所 戏院 书院 祠堂 宗祠 寺 宫 教堂 文化村 古城 古镇 古街 老街 古村 遗址 故居 旧址 牌坊 小镇 步道 绿道 栈道 水库 水电站 电站 电厂 水厂 热源厂 船厂 粮仓 仓库 车站 火车站 高铁站 客运站 汽车站 地铁站 机场 码头 渡口 "
    "港区 渔港 口岸 收费站 服务区 浴场 沙滩 海滩 营地 操场 球场 足球场 篮球场 赛车场 滑雪场 游泳馆 校区 院区 厂区 片区 老城区 小区 家园 花园 步行街 夜市 舞台 戏台 草坪 庙埕 公所 村部 粮站 书店 书城 书房 书屋 "
    "会所 门诊部 体育公园 樱花园 花海 驿站 食堂 社区服务站 总部 工坊 展馆 分馆 史馆 大草坪 庙 塔 阁 号院 馆 墓园 陵墓 湖心岛 工业区 开发区 高新区 经开区 示范区 保税区 试验区 新区 合作区 大堂 街区 灯塔 祖庙 救助站 收容所 加油站 充电站 换电站 垃圾站 变电站 泵站 消防站 气象站 观测站 县城 新居 嘉园 雅苑 花苑 佳苑 新苑 家属院 苑 前厅 序厅 门厅 中厅 侧厅 礼仪厅 会客厅 贵宾厅 交易市场 集贸市场 综合市场 水产市场 花卉市场 建材市场 蔬菜市场 大市场 文创园 创意园 食品园 软件园 孵化园 博览园 生态园 农业园 科创园 双创园 智造园 冷链园 电商园 医药园 化工园 遗址园 果蔬园 安置点 安置区 铁矿 煤矿 金矿 厂 游泳池 泳池 灌区 牧区 矿区 敬老中心 康养中心 调解中心 维权中心 瞭望塔 门诊楼 住院楼 病房楼 教学楼 实验楼 综合楼 屋苑 邨 办公楼 宿舍楼 航站楼 候机楼 丝绸城 建材城 家具城 家居城 五金城 皮革城 轻纺城 服装城 商贸城 小商品城 茶城 影视城 美食城 汽车城 灯饰城 电子城 陶瓷城 鞋城 眼镜城 古玩城 花木城 食品城 农贸城 水产城 药材城 大学城 长廊 党校 训练场 中庭 运动中心 窑址 圩 实践站 实践所 公厕 职院 师专 技校 卫校 酒庄 农庄 庄园 山庄 客栈 度假村 古厝 大厝 古宅 大宅 大院 祖屋 石屋 古堡 土楼 围屋 骑楼 公墓 闸 经济区 停车场 停车楼 场站 步行区 园 楼 观景台 钟楼 鼓楼 城楼 门楼 水闸 中心校 完小 轩 老宅 老屋 大屋 茶馆 茶楼 茶室 咖啡馆 戏楼 宿舍区 家属区 运动场 渔场 赛马场"
)
#: Nouns of bodies that act more often than they are gone to.
_BODY = "中心 基地 分局 支行 分行 营业部 分院 工作站 服务站 林业站 文化站 供电所 研究所 管理所 村委会 居委会 武装部 人武部 信访局 乡政府 镇政府 区政府 县政府 市政府 之家 平台 车间 仓库"
_ROAD = "公路 大道 大街 大马路 中路 东路 西路 南路 北路 路 街 巷 弄 高速公路 高速 支线 国道 省道 县道 铁路 高铁 大桥 特大桥 行人天桥 行车天桥 立交桥 高架桥 高架 人行天桥 桥 隧道 立交 环线 航道 互通 枢纽"
_ADMIN = "旗 自治区 自治州 自治县 特别行政区 自治旗 省 市 县 区 镇 乡 街道 社区 村 州"
#: Hamlets by the family that they are named after and how they lie: 冯家坳.
_HAMLET = " ".join(f"家{lie}" for lie in "坳湾坪坝沟岭冲寨屯集庄营岗坡垭坑堡垸塘墩埠畈圩嘴咀洼窑峪坞塬渡滩峁")
_LAND = "湖 河 江 溪 湾 峡 洞 岛 山 岭 港 站 滩 峡谷 草原 渡 洲 半岛 群岛 水域 海域 海岸 河边 江边 湖边 海边 河岸 江岸 湖岸 河滩 江滩 河堤 江堤 湖堤 湖畔 江畔 河畔 溪畔 海滨 江滨 湖滨"
SORT = {
    **dict.fromkeys(_LAND.split(), "land"),
    **dict.fromkeys(_ADMIN.split(), "town"),
    **dict.fromkeys(_HAMLET.split(), "town"),
    **dict.fromkeys(_ROAD.split(), "road"),
    **dict.fromkeys(_BODY.split(), "site"),
    **dict.fromkeys(_SITE.split(), "site"),
}
#: What a hamlet is called.
HAMLET = re.compile(f"[\u4e00-\u9fff](?:{'|'.join(_HAMLET.split())})")
#: Of these a page tells where they are only behind a word that says so, or where they are opened.
BODIES = frozenset(_BODY.split()) - frozenset(_SITE.split())
#: Of these a town has one, which needs no name of its own.
ZONES = frozenset(("高新区", "经开区", "开发区", "保税区", "合作区", "工业区"))
#: Of these a page tells what they do more often than what takes place in them.
WORKSHOPS = frozenset(("厂", "铁矿", "煤矿", "金矿"))
#: What makes of a place's noun another word: 馆长, 市民, 区域, 广场舞, 街道办.
_CONTINUES = {
    "馆": "长内员方藏际舍子",
    "宫": "颈腔缩外",
    "轩": "然昂辕",
    "闸": "门口刀机瓦室北",
    "寺": "",
    "圩": "堤日集市场区内镇",
    "街市": "集",
    "大院": "门里内",
    "园": "区内里长林艺子丁地圃外游中",
    "楼": "市盘房道梯上下宇主台层顶面内里体长栋前后阁间",
    "洞": "口察穿庭穴里内中",
    "峡": "谷湾两大口",
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
    "市": "部民场值长委政外区区域级直面属辖容井集政售价话斤易盈况里上层场",
    "县": "长委政级直城域外辖里",
    "区": "域别间块分委政级直位内外属里段长",
    "镇": "长区上里域静定痛内政",
    "乡": "村镇长亲土愁音里下民政级",
    "村": "民落官里内支委庄口史两寨上",
    "街道": "两办上边",
    "社区": "里内矫工",
    "省": "级委政长内外道域属直际力钱时际里油电",
    "州": "级委政长内外",
    "路": "内线面段径灯口过程演由费况网基边上人途考桥跑标障政肩权",
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
    "山": "区体水路脚上林坡里海货地火洪顶东西歌药楂",
    "岭": "上下",
    "港": "口区元澳珠人台股",
    "站": "点台位内起在立着务前出",
    "滩": "涂头",
    "洲": "际",
    "渡": "过口轮江海河船假人劫难槽期",
    "基地": "",
    "园区": "内企里",
    "景区": "内",
    "食堂": "",
    "总部": "经",
    "舞台": "剧上",
    "机场": "集公",
    "高速": "发增度行运铁",
    "支线": "机航客上",
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
#: What is no school of Taiwan: 中国中部, 国小民弱.
_NO_SCHOOL = "(?![学心等时组区型队儿孩伙康国年部央医药东西共路小高初外长期科产标式量民])"
#: The nouns that places end with.
NOUN = re.compile(
    grouped(
        [
            *longest_first(SORT),
            "村小(?!学)",
            *(f"国(?<![中全各我两外本祖出回爱救卖护]国){level}{_NO_SCHOOL}" for level in "中小"),
            *(f"{word}(?![学心等时组区型队儿孩伙康国年部])" for word in NUMBERED),
            _WAY,
        ]
    )
)


def is_other_word(word: str, following: str) -> bool:
    """Whether the characters behind a place's noun make another word of it: 市政道路, but not 县政府."""
    if following.startswith("流域"):
        return False
    return following[:1] in _CONTINUES.get(word, "") and not _SEAT.match(following) if following else False


_SEAT = re.compile(r"政府|政协|政务|政法|民政|民族|民宗|民防|分局|委(?=[一-鿿])(?!员(?!会))")
