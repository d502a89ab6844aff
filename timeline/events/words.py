"""The words that make a clause an event: verbs and nouns by kind, signs of plans, changes and comparisons.

>>> bool(MILESTONE.search("条例自7月1日起施行"))
True

The lists are general vocabulary of news and notices; none names a particular event, person or place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from timeline import regex as re
from timeline.prefixes import ANY, prefixes

_Reader = TypeVar("_Reader")


def longest_first(words: Iterable[str]) -> list[str]:
    """Words in the order in which a pattern tries them, so that none hides a longer one."""
    return sorted(words, key=lambda word: (-len(word), word))


def _any(words: str) -> str:
    return "|".join(longest_first(words.split()))


def behind(lead: re.Pattern[str], text: str) -> str:
    """``text`` without what ``lead`` finds at its beginning.

    >>> behind(re.compile("本报讯"), "本报讯渡口启用")
    '渡口启用'
    """
    found = lead.match(text)
    return text[found.end() :] if found else text


def _by_first(words: Iterable[str]) -> dict[str, list[str]]:
    rests: dict[str, list[str]] = {}
    for word in words:
        rests.setdefault(word[0], []).append(word[1:])
    return dict(sorted(rests.items()))


def grouped(words: Iterable[str]) -> str:
    """Alternatives for words, of those that begin alike the first given first, each beginning compared once.

    >>> grouped(["开幕式", "开幕", "召开"])
    '召(?:开)|开(?:幕式|幕)'
    """
    return "|".join(f"{first}(?:{'|'.join(rests)})" for first, rests in _by_first(words).items())


def by_first(pattern: str) -> str:
    """A pattern with its alternatives ``grouped``: each begins with a character, a class of some or a group of such.

    >>> by_first("半决赛(?!中|上)|(?:决|[初复])赛|半程")
    '决(?:赛)|初(?:赛)|半(?:决赛(?!中|上)|程)|复(?:赛)'
    """
    return grouped(_opened(pattern))


def _opened(pattern: str) -> Iterator[str]:
    """The alternatives of a pattern, those that a class or a group begins for each of its own."""
    for alternative in _ALTERNATIVE.findall(pattern):
        if chars := _CLASS.match(alternative):
            yield from (char + alternative[chars.end() :] for char in chars[1])
        elif group := _GROUP.match(alternative):
            yield from (inner + alternative[group.end() :] for inner in _opened(group[1]))
        else:
            yield alternative


def read_by_first(readers: Iterable[tuple[re.Pattern[str], _Reader]]) -> dict[str, list[_Reader]]:
    """What reads the matches of some patterns, by the characters that these may begin with, in order.

    >>> read_by_first([(re.compile("[决初]赛"), "rounds"), (re.compile("初选"), "polls")])["初"]
    ['rounds', 'polls']
    """
    found: dict[str, list[_Reader]] = {}
    for pattern, reader in readers:
        for first in firsts(pattern.pattern).strip("[]"):
            found.setdefault(first, []).append(reader)
    return found


def led(pattern: str) -> str:
    """A pattern behind a look for the characters that its matches may begin with: elsewhere it costs no more than that.

    Of a match without characters it makes none. Raises ValueError as ``firsts``.

    >>> led("(?:本报)?讯|电")
    '(?=[本电讯])(?:(?:本报)?讯|电)'
    """
    return f"(?={firsts(pattern)})(?:{pattern})"


def firsts(*patterns: str) -> str:
    """The class of the characters that matches of some patterns may begin with; ValueError where these may be any.

    >>> firsts("(?:本报)?讯|电", "[今昨]日")
    '[今昨本电讯]'
    """
    begun = {one[0] for pattern in patterns for one in prefixes(pattern) if one}
    if ANY in begun:
        raise ValueError(f"{patterns} may begin with any character: a look for it would find nothing out")
    return f"[{re.escape(''.join(sorted(begun)))}]"


_CLASS, _GROUP = re.compile(r"\[([^\]\\^-]+)\](?![?*+{])"), re.compile(r"\(\?:((?:[^()]|\([^()]*\))*)\)(?![?*+{])")


#: Behind which characters a short verb or particle only ends another word: 验收, 细则, 平均, 大使.
_ENDS_ANOTHER = {
    "收": "验接回招丰税营没吸征秋夏查签创", "则": "细规原附总守准法否学", "应": "供响反效适感相报", "将": "名小大老女上中少干虎主猛武健闯战",
    "由": "自理缘事", "为": "作成认行因较最极更视", "就": "成造", "便": "方随轻简不顺", "均": "平人日年月户亩场", "都": "首成古京丰陪故花",
    "拟": "模虚", "在": "存所实现潜内旨好", "以": "可予难加得足所用何", "从": "服听跟随", "至": "甚直乃截", "自": "来各独亲", "对": "针面反绝相校核比结派配",
    "因": "原基起", "于": "关由对基鉴属至", "是": "还就但只总凡可", "占": "抢侵", "达": "到发传抵表通豁", "称": "职名简别号", "说": "小传据听学解演",
    "被": "棉植", "到": "达得收接看找感受遇遭想提等直赶做报签迟送运通驶延迁跑走", "受": "接承忍遭享感难经蒙", "让": "转出", "使": "大天即行", "令": "法司命指夏冬口时", "涨": "上", "也": "", "还": "归返偿退", "才": "人天英干刚口", "料": "原材资燃饮涂塑布颜肥饲预照难史",
}  # fmt: skip


def alone(word: str) -> str:
    """A pattern of a short word where it stands by itself and does not end another one.

    >>> [bool(re.search(alone("则"), text)) for text in ("第二届则推迟", "细则施行")]
    [True, False]
    """
    before = _ENDS_ANOTHER.get(word[0]) if len(word) == 1 or word[1] == "(" else None
    return f"{word[0]}(?<![{before}]{word[0]}){word[1:]}" if before else word


#: One of the alternatives of a pattern, with groups in it two deep.
_ALTERNATIVE = re.compile(
    r"(?:[^|()\[]|\\.|\[[^\]]+\]|\((?:[^()\[]|\\.|\[[^\]]+\]|\((?:[^()\[]|\\.|\[[^\]]+\])*\))*\))+"
)


def one_of(words: Sequence[str]) -> str:
    """A pattern of words to stand inside another, as ``grouped``: a place where none can begin costs one look.

    >>> one_of(["开幕式", "开幕", "召开"])
    '(?=[召开])(?:召(?:开)|开(?:幕式|幕))'
    """
    return f"(?=[{''.join(_by_first(words))}])(?:{grouped(words)})"


# A search looks only where a pattern can begin, as long as each of its alternatives begins with a character: no class,
# no option, no lookbehind. So such patterns are written here: 半决赛|决赛, and not 半?决赛.


#: Something adopted, published, in force, launched, begun, finished, founded, won, signed.
MILESTONE_WORDS = (
    "开张 开街 出台 印发 发布(?![”」]) 公布 颁布 施行 实施 执行 生效 失效 废止 届满 到期 表决通过 审议通过 通过 批准 批复 获批 核准 修订 修正 修改 制定 "
    "启动 启用 启幕 决标 定标 成立 揭牌 挂牌 设立 组建 创立 创办 创建 建立 开通 通车 通航 首航 复航 首发 首飞 试运营 运营 竣工 建成 完工 落成 投产 投用 达产 "
    "交付 封顶 开工 动工 奠基 签订 签署 签约 签下 获评 获得 入选 荣获 授予 认定 命名 跻身 上线 推出 推开 落户 落地 发文 提出 确立 推进 "
    "打造 扶持 支持 推动 构建 引进 引入 上榜 夺得 捧回 拿下 当选 任命 履新 抵达 进藏 选派 派出 开馆 开业 开园 开放 重新开放 上调 下调 提高 调整 "
    "升级 升到 升为 改版 更名 合并 迁址 搬迁 收购 上市 挂牌上市 发行 开征 征求意见 立项 完成 试点 发车 试跑 首趟 揭晓 出炉 要点 列入 参加 开设 迁入 迁至 改为 调入 转业 出生 生于 关停 合龙 试生产 登陆 关闭 全面推行 推行 修复 获颁 创办 加入 毕业 纳入 布局 "
    "解放(?![路街大巷北南东西思碑军桥区村镇广中]) 起义 领到 颁发 首张 首个 首次 率先 恢复 停止 转入 部署 开启 发放 投放 发出通知 通知 公告 通报 要求 决定 投入使用 完成修订 收官 主体完工 "
    "供应 新增 有效期 期限 实现 订立 办成 牵头 达成 编制 收尾 建设 重组 投资 研发 命中 发射 升空 首演 放票 加大 正式 规定 面市 问世 亮相 "
    "开航 交房 圆满完成 攻克 突破 建起 落实 创设 开征 放开 取得 获准 分立 停产 复产 复工(?![首次当]日) 投运 首创 申报 承办 中标 试产 试行 发起 "
    "实行 通水 通气 蓄水 并网 调试 到港 抵港 靠港 到货 新建(?![成的设]) 扩建(?![工项]) 始建 兴建 重建 下水(?![道管]) 延伸到 延伸至 退休 卸任 就任 接任 交货 交船 接到订单 通了 关了 办了 建了 修了 盖了 装了 搬了 签了 架了 接了[^，。]{0,8}订单 加宽 拓宽 修成 铺设 铺装 考上 考取 编入 升格 撤销 设为 分设 划入 划归 建制"
)
#: A public happening, meeting, ceremony or show; an arrangement that belongs in a calendar.
ACTIVITY_WORDS = (
    "举行 举办 召开 开幕 闭幕 启幕 揭幕 开唱 开讲 开赛 开跑 鸣枪 开演 上演 演出 首演 巡演 放映 展出 展期 开展 登场 亮相 会期 开会 "
    "会议 大会 论坛 峰会 研讨会 座谈会 推进会 对接会 发布会 博览会 展览会 展会 交易会 音乐会 音乐节 演唱会 晚会 灯会 庙会 庆典 仪式 典礼 讲座 "
    "宣讲 展览 特展 画展 书展 比赛 大赛 联赛 决赛 运动会 马拉松 活动 嘉年华 节庆 赏花 赏樱 登山 登高 徒步 义诊 义卖 招聘会 宣传周 宣传日 "
    "消费周 艺术周 艺术节 文化节 旅游节 读书月 报名 征集 预约 停水 停电 停气 停运 管制 封闭施工 施工时段 放假 连休 补班 调休 休市 闭馆 免费开放 "
    "照常开放 对外开放 开放 延长 延时 提前 收车 末班车 多开 考察 视察 调研 走访 检查 学习会 常委会 全会 学习 交流 培训 演练 猜灯谜 竞技 拉开 "
    "巡讲 报告会 接棒 升旗 庆祝 献血 集市 市集 展销 路演 年会 例会 会见 会谈 签到 接种 评审 听证 开园 游园 赛事 挑战赛 邀请赛 锦标赛 公开赛 开市 打响 "
    "休渔 改道 绕行 停航 停驶 载客 斗牛 停诊 停课 返校 报到 上课 开课 开营 导览 讲堂 公益课 专场 体检 追悼会 告别仪式 家长会 夏令营 冬令营 市集 夜市 采摘 骑行 锦标赛 半决赛 "
    "慰问 现场会 观摩会 动员会 庆功会 表彰会 恳谈会 说明会 见面会 茶话会 通气会 表演 观影 集训 军训 期中考试 期末考试 中考 高考 考试 年会 开抢 抢购 首映 录制 加开 增开 音乐季 文化季 购物节 美食节 艺术季 电影展 大展 书市 核验 巡游 路跑 长跑 "
    "排在 安排在 定在 定于 选了 拉开帷幕 拉开大幕 拉开战幕 开锣 开哨 揭晓 赠书 免票 阅读"
)
#: Weather, warnings, cases, accidents.
INCIDENT_WORDS = (
    "台风(?!机) 大风 雨夹雪 积雪 扬沙 沙尘 浮尘 暴雨 暴雪 降雪 飘雪 普降 偷排 偷倒 盗采 滥伐 砍伤 打伤 撞伤 压伤 咬伤 气温 天气 降雨 降水 阵雨 雷雨 寒潮 高温 冷空气 阵风 风力 能见度 闷热 多云 晴到多云 预警信号 橙色信号 黄色信号 登陆 花期 火灾 地震 "
    "事故 受伤 遇难 失联 查获 抓获 侵权 发来 反映 投诉 维权援助申请 被盗 诈骗 案件 拥堵 扑灭 洪峰 管涌 漫坝 漫堤 决口 溃坝 溃堤 搁浅 沉没 倾覆 倾倒 跳闸 折断 断裂 脱轨 失火 渗漏 雷击 触礁 倒灌 坠毁 迫降 溺水 中毒 坠落 追尾 备降 逮捕 破获 险情 橙色预警 黄色预警 暴雨预警 雷雨大风 "
    "轰炸 冲毁 烧毁 震毁 炸毁 冲垮 压塌 震塌 逝世 过世 去世 病逝 遇害 审理 宣判 判处 公诉 起诉 投案 自首 判决 涉嫌 非法捕捞 偷捕 电鱼 盗窃 罚款 处罚 走失 中暑 塌方 滑坡 洪水 内涝 转晴 转阴 多云间 雨势 倒伏 停机 塌落 垮塌 霜冻 冰冻 侧翻 相撞 起火 爆炸 泄漏 责令 坍塌 倒塌 被困 火情 被毁 毁于 "
    "风会 海面 疫情 确诊 病例 院内感染"
)

#: 任总工程师, 获国家地理标志产品保护: an office taken, an honour or a protection given.
_OFFICE = (
    r"任(?![务何意教期由凭免命])[\u4e00-\u9fff]{0,18}?(?:[局部厅处科院校所站厂社会团镇县市区乡村队行馆]长|书记|主任|主席|工程师|秘书|教授|总监|"
    r"经理|董事|委员|代表|编辑|顾问|教练|总裁|主编|法官|政委|司令)"
)
_HONOUR = r"获(?![悉知取]|奖(?:作品|名单|者|选手|单位|学生|项目|作者|人员|证书))[得颁评批准]?[^，。；获]{0,16}?(?:奖|称号|产品保护|认证|认定|授权|核准|批准|立项|命名|专利|金牌|银牌|铜牌|冠军|亚军|季军|之乡)"
MILESTONE = re.compile(grouped(_any(MILESTONE_WORDS).split("|")))
ACTIVITY = re.compile(grouped(_any(ACTIVITY_WORDS).split("|")))
_MORE_INCIDENTS = (
    r"突发(?=[胸心脑腹头急疾癫哮晕呼][^练])|(?:晕|昏)倒|昏迷|首例(?=[^，。；]{0,8}(?:患者|病例|感染|死亡))|最[高低大](?=[^，。；]{0,4}(?:水位|气温|降[雨水]量|风力|潮位))|[降跌][到至破](?=了?零下)|最低(?=零下)|位于(?=.{0,24}(?:海面|洋面|以[东南西北]))|"
    + "|".join(f"{digit}家[^，。]{{0,8}}(?:停产|倒闭|破产|歇业)" for digit in "0123456789")
)
INCIDENT = re.compile(f"{grouped(_any(INCIDENT_WORDS).split('|'))}|{_MORE_INCIDENTS}")
#: A word of any of these sorts.
TRIGGER = re.compile(
    f"{grouped(_any(f'{MILESTONE_WORDS} {ACTIVITY_WORDS} {INCIDENT_WORDS}').split('|'))}|{_MORE_INCIDENTS}"
)
INDICATOR = re.compile(
    r"同比|环比|日均|[百千万]人次|(?:减少|增加|上升|下滑|锐减)了?[近约超]?[一二三四五六七八九两][成倍]|(?:达到|增[至到]|发展到|减[至到])[0-9.]+[万千]?[余多]?人|[总销客流水]量[为达到约超]{1,2}[一二三四五六七八九十两]|增长|增幅|增速|下降|累计|总量|产值|总额|占比|交易额|授权量|拥有量|保有量|(?:[产总销客库流水][量值额]|产量|面积|里程|人口|天数|水位|利率|率)[为达到约超仅]{0,2}[0-9]|(?:[产总销]?[值额量]|收入|产量|利润)[^，。；]{0,2}[破超过达][近约]?[百千万亿]|[0-9.]+万[余多]?[只头尾羽株亩辆艘]|[0-9.]+(?:亿|万)?[余多]?(?:元|户|件|人次|吨|%|％|家|宗|起|名|个百分点)"
)
#: Triggers that decide at once, whatever else the clause holds.
#: What is held to mark it is something to attend: 开工仪式.
_RITE = "(?!仪式|典礼|庆典)"
_STRONG_MILESTONES = (
    rf"生于|出生|调入|转业|参军|入伍|考入|毕业(?!典礼|晚会|季|照|设计|演出|汇演|展)|迁入|迁至|搬入|改为|改制|登录为|登记为|创办|创立|合龙{_RITE}|关停|试生产|达产|列为|列入|获颁|摘得|授予|认定|夺得|夺冠|斩获|奠基{_RITE}|建成|停止|施行|起执行|起实施|生效|出台|印发|颁布|表决通过|审议通过|通过|获批|批准|批复|揭牌{_RITE}|挂牌成立|开业(?!庆典|典礼|仪式|活动|[的一二三四五六七八九十百0-9])|成立(?![一二三四五六七八九十百0-9]{{1,4}}周?年)|竣工{_RITE}|投产{_RITE}|通车{_RITE}|首航|首发|动工{_RITE}|动土{_RITE}|破土|开建|开工{_RITE}|封顶{_RITE}|修法|挂牌(?=[，。；、])|登陆(?=新三板|创业板|科创板|主板|资本市场|[沪深港北]交所|[AH]股)|开门营业|完工|"
    rf"入选|获评|荣获|签订|签署|签下|签约(?!仪式|义诊|活动|服务|期|周|会)|有效期|期限|设立|发车{_RITE}|试运营|上线|推出|启用{_RITE}|投运|落地|修订|订立|领到|升级到|升到|印发|发文|推开|开通|"
    r"征求意见|发布(?![会”」])|公布(?!会)|公告|通知(?![书单])|通报|提意见|捧回|征求|召回|航班计划|新增|放票|解放(?![路街大巷北南东西思碑军桥区村镇广中])|起义|"
    rf"退休|当选|投入服务|投入营运|重新开[张业门园馆]{_RITE}|{_OFFICE}|{_HONOUR}|点火(?!仪式|器|开关|装置)|[台片辆批架件套][^，。；]{{0,10}}下线|下线(?=[，。；]|\Z)"
)
STRONG_MILESTONE = re.compile(by_first(_STRONG_MILESTONES))
_STRONG_ACTIVITIES = (
    r"会面|会晤|讨论会|休渔|改道|停航|停驶|停诊|停课|返校|报到(?!率)|上课|开课|开营|专场|追悼会|告别仪式|家长会|夏令营|揭幕|落幕|落下帷幕|会演|集训|开抢|考试|锦标赛|半决赛(?!中)|决赛(?!中)|暂停开放|关闭|征集|举行|举办|召开|开幕|闭幕|开唱|开讲|鸣枪|启幕|开赛|开跑|上演|演出|放映|停水|停电|停气|放假|连休|补班|调休|闭馆|免票|免费开放|免费向公众开放|向公众开放|向市民开放|对公众开放|对市民开放|照常开放|对外开放|管制|延长|延时|"
    r"报名|演唱会|音乐会|灯会|登场|接棒|仪式|大会|论坛|研讨会|座谈会|推进会|对接会|博览会|发布会|运动会|马拉松|会期|主展|猜灯谜|活动(?!品牌|中心|室|家|方案|性)|视察|考察|会议|宣传周|展期|消费周|"
    r"末班车|多开|推后|升旗|特展|巡演|开会|评审会|常委会|"
    r"摇号|婚礼(?!服|堂)|巡游(?!线|路)|试讲|技能(?:操作|测试|考核)|研学(?!基地|[实营])|申购|抢票|签约期|踏勘|开标|投标|招标文件|公示期|现场审核|现场确认|资格(?:审查|复审|确认)|信息登记|退票|退费|退货|缴费期|换届选举|选举日|投票选举|选民登记|试压|准考证|面试|笔试|荷载试验|封闭(?![的式性])|单向通行|禁止[^，。]{0,6}(?:车辆|行人|通行)|"
    r"演练(?![场方预])|演习(?!场)|开放日|体验日|(?:解说|说明|答疑)会|看房|开锣|(?:擂台|歌手|选拔|挑战|邀请|公开)赛(?!场)|申领|投保|讲座|加演|首演|"
    r"限行|检修|出巡|绕境|进香|普度|清醮|法会|祭祖|烟花秀|灯光秀|申报(?:时间|期|自|从|截止)|集市|市集|公祭|安葬|迎新|补考|路演|宣讲会|招聘会|双选会|竞价|拍卖|上班(?![族高途时])"
)
STRONG_ACTIVITY = re.compile(by_first(_STRONG_ACTIVITIES))
#: Either of them.
STRONG = re.compile(by_first(f"{_STRONG_MILESTONES}|{_STRONG_ACTIVITIES}"))
PLANNED = re.compile(
    by_first(
        r"将|拟|预计|计划|定于|定在|即将|有望|力争|争取|确保|排在|原定|届时|要赶在|目标是|本年度内|年内|待批|若|要(?<![主重纪摘首必紧需]要)(?=再|完成|建成|建|办|开|新增|实现)"
    )
)
CANCELLED = re.compile(
    r"(?:取消(?=[，。；]|\Z)|(?<!一律)(?<!同步)(?<!全面)(?<!逐步)取消)(?!了?[^，。；、]{0,10}?(?:限制|收费|门槛|资格|限购|行政|审批|手续|规定|制度|证明|要求))|停办(?:(?=一[次天场期])|(?![客货]运|[一二两三四五六七八九十几数0-9]))|叫停|不再举[行办]|暂停举[行办]"
)
POSTPONED = re.compile(r"延期|改期|推迟|顺延|改至|延至(?![0-9]{1,2}[:：点时])|推后举[行办]")
COMPARED_BEFORE = re.compile(r"(?:较|比|同比|相比|相较于?|对比|与)\s?\Z")
COMPARED_AFTER = re.compile(r"(?:度|末|底)?(?:同期|相比|水平|基数)")
#: What a year names rather than dates: an assessment, a list, a plan, an edition.
NAMED_AFTER = re.compile(
    r"(?:度)?(?:第[0-9一二三四五六七八九十百]+[届次批轮]|(?![获荣被入夺评捧摘编])[^，。；、\s]{0,16}?(?:目录|名单|考核|评价|评估|典型案[例列]|名栏目|计划(?!于|在)|规划|预算|决算|年鉴|报告|奖|白皮书|日程表|立法计划))"
)
REPORTING = re.compile(r"获悉|了解到|消息|透露|介绍说|告诉记者|日电|日讯|采访|表示")
"""Verbs of telling: a day beside them dates the report, not what it tells."""

#: Verbs that a clause may turn on, beside those that make an event of it.
GENERAL_VERBS = (
    "锚定 兑现 铺就 培育 承接 整合 组织 开展 举办 举行 召开 拥有 参与 加快 聚焦 围绕 坚持 深化 拓展 优化 强化 安排 邀请 前往 考虑 保障 闭馆 停水 停电 停气 "
    "停运 停航 停驶 停诊 停办 休市 休馆 休渔 放假 补班 调休 照常开放 正常开放 对外开放 免费开放 恢复正常 开幕 闭幕 揭幕 落幕 开讲 开课 开赛 开营 开镰 上演 演出 "
    "展出 展映 亮相 登场 报到 返校 迁入 迁至 迁往 搬到 搬入 搬至 改为 改至 改在 改称 改制 调入 调任 转业 参军 入伍 入党 入行 入职 加入 参加 出席 生于 "
    "出生 逝世 过世 去世 病逝 毕业 考入 就读 易手 易主 建矿 建团 建队 赴 访问 拜会 会见 视察 考察 调研 走访 检查 夺冠 夺得 夺取 战胜 击败 险胜 不敌 获得 荣获 获颁 摘得 摘取 赢得 斩获 "
    "出战 代表(?=[^，]{1,10}[战征赛约字言奖席辞]) 打破 刷新 合龙 贯通 并网 试生产 投案 自首 审理 宣判 判处 起诉 提起 移送 查处 查获 抓获 刑拘 批捕 立案 侦查 受理 审结 执结 披露 宣布 提出 "
    "推行 关停 关闭 取缔 整治 改造 扩建 新建 兴建 修建 修复 修缮 疏浚 清淤 种植 养殖 捐赠 捐款 资助 发放 申领 办理 停止 暂停 取消 推迟 延期 顺延 延长 持续 延续 "
    "突破 达到 增至 降至 升至 增长 下降 占地 位于 坐落 占 达 加开 增开 增加 减少 进行 进入 走进 走上 迎来 吸引 带动 听取 传达 学习 研究 讨论 部署 讲话 "
    "主持 指出 强调 介绍 表示 透露 说 称 认为 呼吁 提醒 要求 规定 明确 鼓励 支持 给予 享受 负责 承担 承办 主办 协办 联合 携手 接受 接待 接种 供应 销售 出口 "
    "进口 生产 制造 采购 招募 招聘 招生 录取 选拔 评选 评为 授予 被 列为 列入 纳入 更名 升格 撤销 撤并 划归 管辖 隶属 解散 创刊 复刊 出版 首播 播出 开播 "
    "登陆 影响 遭遇 发生 造成 导致 引发 出现 没有 将有 搬进 拿到 维修 重开 改建 转建 入驻 定名 改称 复校 复工 打进 租下 造出 办起 签过 架通 获 获(?![悉知取奖益利]) 供水(?![水管设系厂公项网价]) 供电(?![线设系所公局]) 供气 供暖 任(?<![主责担信委继前现]任)(?![务何意教期由凭免命]) 令 让 使 作出 作了 做出 收 涨 跌 "
    "承包 流转 租下 租用 购置 购入 雇用 聘请 收到 接到 逃离 来到 赶到 看望 慰问 栽种 采收 靠泊 售出 卖出 揭下 点亮 击退 战平 横扫 淘汰 逆转 卫冕(?!冠军) 升入 续约 转会 退役 执教 挂帅 交给 送给 献给 赠给 逆袭 登录 赔偿 筹备 历时 耗时 冻结 查封 扣押 开市 收市 试营业 拆除 "
    "建组 转企 改企 开建 入朝 入园(?![费券证票]) 入馆 入住 加盟(?![商店费连]) 冒充 谎称 骗取 骗走 伪造 虚构 拉开 放映 打响 绕行 开锣 当上 开出 贴出 带着 分到 休战 进场 寄发 传回 冲走 辞去 照顾 救起 救出 救下 赴任 停窑 下马 上马 反馈 点火 开板 发售 停售 提交 递交 提请 出资 斥资 注资 退市 摘牌 停牌 复牌 增资 起航 启航 "
    "开航 试飞 试车 下线 下架 上架 召回 曝光 捐建 援建 包揽 卸下 侦破 抓捕 拘留 身亡 获救 撤离 挖出 出土(?!文) 探明 约谈 免职 撤职 停职 到任 离任 就职 留校 任教 支教 回国 归国 牺牲 下闸 限行 "
    "诞生 破壳 放归 放流 爆发 暴发 治愈 出院 入院 涨价 降价 提价 涨到 降到 跌破 升破 创下 首破 夺魁 折桂 问鼎 登顶 蝉联 晋级 出线 出局 止步 负于 迎战 对阵 转投 解约 复出 首秀 出道 "
    "杀青 定档 点映 停播 再版 首印 更换 抢修 铺轨 架梁 送电 扭亏 泄洪 开闸 截流 拍得 竞得 流拍 停业 歇业 迁出 撤出 进驻 筹建 募得 启程 驶离 驶入 驶抵 惠及 配备 决出 包下 接回 贴上 "
    "挂上 落槌 完赛 认领 认养 移交 偷走 抢走 撞上 撞倒 坠入 冲出 冲进 冲入 闯入 涌入 漫过 漫入 漫进 淹没 吹倒 刮倒 砸中 撤回 调至 调到 退回 回到 回归 长出 采下 保送 授牌 授旗 通邮 "
    "写成 写下 发表 主编 执导 主演 饰演 刊发 刊登 离世 下葬 结题 检出 测得 拍到 商定 议定 敲定 谈妥 谈成 拒绝 否决 驳回 撤诉 上诉 抗诉 结清 还清 付清 缴清 补缴 出让 受让 换成 换上 换发 补发 "
    "颁给 转为 变为 变成 成为 化为 批出 改道 转产 过会 敲钟 封关 选址 创校 建校(?![一二三四五六七八九十百千0-9]) 建厂(?![一二三四五六七八九十百千0-9]) 建馆(?![一二三四五六七八九十百千0-9]) 破土 抵押 注册(?=[为成了]) 停训 复训 复业 转正 并成 驰援 推广(?=[0-9到至了]) 找到 试制 研制出 研制成功 付印 付梓 出坞 注册(?=[\u4e00-\u9fff]{2,12}[厂店社]) 建村 建县 设县 置县 建院(?![一二三四五六七八九十百千0-9])"
)
#: Of these the ones that name a thing or a manner as often as an act.
_NOT_VERBS = re.compile(
    r"首个|首发|要点|首张|首趟|有效期|期限|首次|率先|加大|正式|建设|投资|试点|计划|规定|质量|研发|重组|制造|生产|销售|影响|管辖|讲话|研究"
)
VERBS = _any(" ".join(word for word in f"{MILESTONE_WORDS} {GENERAL_VERBS}".split() if not _NOT_VERBS.fullmatch(word)))
VERB = re.compile(VERBS)
#: What a clause without a subject begins with; more verbs than make an event.
VERB_START = re.compile(
    r"(?:再次|全部|基本|一并|首次|专题|累计|全力|合力|当场|正式|同步|率先|全省率先|全国率先|全市率先|成功|相继|陆续|先后|联合|共同|全面|积极|继续|又|还|也|便|即|就|已|已经|曾|将|拟|并|则|均|都|共|在全省率先|在全国率先|持续|纵深|深入|大力|着力|优先|重点|主要|着重)*"
    rf"{one_of([word for word in VERBS.split('|') if len(word) > 1])}(?![式方者仪])"
)
#: What a clause without a subject begins with as well: what somebody or something became, came to or went through.
PASSES_INTO = re.compile(
    led(
        r"(?!收入|投入产出|列入?车|传出|派出所|改造而成)(?<![安组包])(?:[销飞驶移迁搬转升降扩缩增减调划收归并列评定换拆造修运送推选派投编录考拨改装写卖销租借捐赠寄传种引返回退留撤译][到至为作成入进出归回往给]|"
        r"(?:推广|扩大|延伸|迁建|迁移|搬迁|下放|分配|调整|更改|改建|改组|改编|升格|提升|晋升|转化|合并|拆分|转移|运送|选派|缩小|缩短|输送|交还|分流|移交|转交)[到至为成给往入])|"
        r"(?:[搭建架盖砌筑修办立竖挂装栽种养织造租买签打攒配][起下上](?!来|[海旬半])|[用吃住喝]上)|加密(?=[到至为])|转产(?=[\u4e00-\u9fff])|变身(?=[\u4e00-\u9fff])|鉴定[为成]|超员|调(?=[省市县区中国](?![^，]{0,2}[价费]))|(?<![漫冲闯涌挺引推改跟递演增促迈走跨开挤搬驶])进(?=[县省市区厂社校团局场馆院](?![^，]{0,3}(?:口|出)))|(?:编|写|画|绘|著|创作|设计|制作|编织|绣|雕|烧制|演|唱|拍)的(?=《)|[建办开设修盖添购买种养挖打租放][了成]?(?=[一二两三四五六七八九十几数百0-9]|首[届个座家]|新的)|管制(?!措施|时段|区)|加[设建层]|加盖(?!公章|印章)|增[设建]|加码|派发|[各另]有(?=[一两三])|出任|担任|兼任|连任|升任|留任|离任|执掌|返[回航]|[返回][乡国](?=[，。；后务创办种任探经]|\Z)|移师|赴(?![约会宴任死汤])|留学(?!生)|退伍|病退|离休|大修过|整修|翻修|停演|停办|停刊|停摆|停航|复办|复课|复市|复学|复建|复播|开张|停售|停征|停收|"
        r"免征|免收|缓征|暂缓|禁行|禁渔(?!期)|补发|补种|补办|补录|补登|拨付|兑付|发还|退还|归还|挽救|捐献|捐出|捐资|抢通|引种|试种|改[用名作学判嫁](?!仪|费)|沿用|启程|动身|运抵|运达|脱贫|摘帽|下葬|归葬|失传|拜师|收徒|"
        r"下乡|下海|参战|入伙|改任|调离|调往|北上|南下|西迁|东迁|内迁|外迁|回迁|续聘|续签|续办|分[两三四]批|接管|接办|接手|负伤|奔赴|出访|剥离|增持|减持|回购|停工|停建|缓建|精简|裁撤|扩种|扩招|重排|重映|驻演|公演|送展|参展(?!商|企)|参评|送检|闭关|开行|收拍|被毁|毁于|焚毁|倒闭|破产|歇业|散伙|开办"
    )
)
CONNECTIVE = (
    r"(?:此外|此前|接下来|下一步|(?:暑期|暑假|寒假)(?=建成|开工|完工|开放|启用|投用|通车)|同时|其中|据悉|据介绍|据了解|据统计|数据显示|目前|原来|随后|随即|然而|但是|但|而且|而|并且|并(?![网购轨联发入])|也|又|再(?![生就造制贷])|还(?![建款贷了清本])|则|已经|已|"
    r"就在|如今|不过|为此|因此|接着|首先|另外|于是|特别是|尤其是|可是|早在|据(?!点)|即(?![墨将时])|其后|此后|后来|最终|紧接着|与此同时|值得一提的是|记者了解到|会上|当天|届时|从此|"
    r"自(?![来然贸行治主助驾媒贡由学习愿家身立动己强费建办产筹研营编制掏拟创购设救律])|于(?![都田洪])|再到|及(?![时格第])|和(?![平谐睦田县顺龙静])|与(?![会时]|[^，。；]{2,14}(?:结[为对]|解约|脱钩|签|合作|合并|达成|共建|联手|分设|对接|重组|合资|合办|联办|同台|一并|同步|同时|一同|一起|共同|对阵|会师|通话|会谈))|、|，|,|：|:|\s|——|—|的(?!士)|"
    r"将于|拟于|定于|起(?![草步降重诉飞义源点航跑拍爆拱吊售租付])|止|前(?![海进锋山滩哨期程往门沿郭])|后(?=[更改迁并由被经在因又转升移恢再成发扩重为将于到不])|期间|以来|开始|，)"
)
