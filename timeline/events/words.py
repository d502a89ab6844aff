"""The words that make a clause an event: verbs and nouns by kind, signs of plans, changes and comparisons.

>>> bool(MILESTONE.search("条例自7月1日起施行"))
True

The lists are general vocabulary of news and notices; none names a particular event, person or place.
"""

from __future__ import annotations

import re


def _any(words: str) -> str:
    return "|".join(sorted(words.split(), key=lambda word: (-len(word), word)))


#: Something adopted, published, in force, launched, begun, finished, founded, won, signed.
MILESTONE_WORDS = (
    "出台 印发 发布 公布 颁布 施行 实施 执行 生效 失效 废止 届满 到期 表决通过 审议通过 通过 批准 批复 获批 核准 修订 修正 修改 制定 "
    "启动 启用 启幕 成立 揭牌 挂牌 设立 组建 创立 创办 创建 建立 开通 通车 通航 首航 复航 首发 首飞 试运营 运营 竣工 建成 完工 落成 投产 投用 达产 "
    "交付 封顶 开工 动工 奠基 签订 签署 签约 签下 获评 获得 入选 荣获 授予 认定 命名 跻身 上线 推出 推开 落户 落地 发文 提出 确立 推进 "
    "打造 扶持 支持 推动 构建 引进 引入 上榜 夺得 捧回 拿下 当选 任命 履新 抵达 进藏 选派 派出 开馆 开业 开园 开放 重新开放 上调 下调 提高 调整 "
    "升级 升到 升为 改版 更名 合并 迁址 搬迁 收购 上市 挂牌上市 发行 开征 征求意见 立项 完成 试点 发车 试跑 首趟 揭晓 出炉 要点 列入 纳入 布局 "
    "解放 起义 领到 颁发 首张 首个 首次 率先 恢复 停止 转入 部署 开启 发放 投放 发出通知 通知 公告 通报 要求 决定 投入使用 完成修订 收官 主体完工 "
    "供应 新增 有效期 期限 实现 订立 办成 牵头 达成 编制 收尾 建设 重组 投资 研发 命中 发射 升空 首演 放票 加大 正式 规定 面市 问世 亮相 "
    "圆满完成 攻克 突破 建起 落实 创设 开征 放开 取得 获准 分立 停产 复产 投运 首创 申报 承办 中标 试产 试行 发起"
)
#: A public happening, meeting, ceremony or show; an arrangement that belongs in a calendar.
ACTIVITY_WORDS = (
    "举行 举办 召开 开幕 闭幕 揭幕 开唱 开讲 开赛 开跑 鸣枪 开演 上演 演出 首演 巡演 放映 展出 展期 开展 登场 亮相 会期 落户 开会 "
    "会议 大会 论坛 峰会 研讨会 座谈会 推进会 对接会 发布会 博览会 展览会 展会 交易会 音乐会 音乐节 演唱会 晚会 灯会 庙会 庆典 仪式 典礼 讲座 "
    "宣讲 展览 特展 画展 书展 比赛 大赛 联赛 决赛 运动会 马拉松 活动 嘉年华 节庆 赏花 赏樱 登山 登高 徒步 义诊 义卖 招聘会 宣传周 宣传日 "
    "消费周 艺术周 艺术节 文化节 旅游节 读书月 报名 征集 预约 停水 停电 停气 停运 管制 封闭施工 施工时段 放假 连休 补班 调休 休市 闭馆 免费开放 "
    "照常开放 对外开放 开放 延长 延时 提前 收车 末班车 多开 考察 视察 调研 走访 检查 学习会 常委会 全会 学习 交流 培训 演练 猜灯谜 竞技 拉开 "
    "接棒 升旗 庆祝 献血 集市 市集 展销 路演 年会 例会 会见 会谈 签到 接种 评审 听证 开园 游园 赛事 挑战赛 邀请赛 锦标赛 公开赛 开市 打响 "
    "排在 安排在 定在 定于 选了 拉开帷幕 拉开大幕 拉开战幕 开锣 揭晓 赠书 免票 阅读"
)
#: Weather, warnings, cases, accidents.
INCIDENT_WORDS = (
    "台风 暴雨 气温 天气 降雨 降水 阵雨 雷雨 寒潮 高温 冷空气 阵风 风力 能见度 闷热 多云 晴到多云 预警信号 橙色信号 黄色信号 登陆 花期 火灾 地震 "
    "事故 受伤 遇难 失联 查获 抓获 侵权 发来 反映 投诉 维权援助申请 被盗 诈骗 案件 溺水 中毒 坠落 追尾 逮捕 破获 险情 橙色预警 黄色预警 暴雨预警 雷雨大风 "
    "位于 风会 海面 疫情 确诊 病例"
)
#: A statistic at a date or over a period.
INDICATOR_WORDS = (
    "同比 环比 增长 增幅 增速 下降 减少 累计 总量 产值 总额 达到 突破 占比 平均 均价 收入 交易额 授权量 拥有量 保有量 客流 人次 亿元 万户 户 件 "
    "指数 GDP 地区生产总值 增加值 就业人口 实现营收 出口额 进出口 接待 面积 覆盖率 销量 成交额 合格率 占 完成 发放 成果"
)

MILESTONE = re.compile(_any(MILESTONE_WORDS))
ACTIVITY = re.compile(_any(ACTIVITY_WORDS))
INCIDENT = re.compile(_any(INCIDENT_WORDS))
INDICATOR = re.compile(
    r"同比|环比|增长|增幅|增速|下降|累计|总量|产值|总额|占比|交易额|授权量|拥有量|保有量|[0-9.]+(?:亿|万)?[余多]?(?:元|户|件|人次|吨|%|％|家|宗|起|名|个百分点)"
)
#: Triggers that decide at once, whatever else the clause holds.
STRONG_MILESTONE = re.compile(
    r"施行|起执行|起实施|生效|出台|印发|颁布|表决通过|审议通过|通过|获批|批准|批复|揭牌|挂牌成立|成立|竣工|投产|通车|首航|首发|动工|开工|奠基|封顶|完工|"
    r"入选|获评|荣获|签订|签署|签下|签约|有效期|期限|设立|发车|试运营|上线|推出|启用|落地|修订|订立|领到|升级到|升到|印发|发文|推开|开通|"
    r"征求意见|发布(?!会)|公布(?!会)|公告|通知|通报|提意见|捧回|征求|航班计划|新增|放票|解放|起义"
)
STRONG_ACTIVITY = re.compile(
    r"举行|举办|召开|开幕|闭幕|开唱|开讲|鸣枪|开赛|开跑|上演|演出|放映|停水|停电|停气|放假|连休|补班|调休|闭馆|免票|免费开放|免费向公众开放|照常开放|对外开放|管制|延长|延时|"
    r"报名|演唱会|音乐会|灯会|登场|接棒|仪式|大会|论坛|研讨会|座谈会|推进会|对接会|博览会|发布会|运动会|马拉松|会期|主展|落户|猜灯谜|活动(?!品牌|中心|室|家|方案|性)|视察|考察|会议|宣传周|展期|消费周|"
    r"末班车|多开|推后|升旗|特展|巡演|开会|评审会|常委会"
)
PLANNED = re.compile(
    r"将|拟|预计|计划|定于|定在|即将|有望|力争|争取|确保|排在|原定|届时|要赶在|目标是|本年度内|年内|待批|若"
)
CANCELLED = re.compile(r"取消(?!了?(?:限制|收费|门槛|资格|限购|行政|审批|手续))|停办|叫停|不再举[行办]|暂停举[行办]")
POSTPONED = re.compile(r"延期|改期|推迟|顺延|改至|延至|推后举[行办]")
COMPARED_BEFORE = re.compile(r"(?:较|比|同比|相比|相较于?|对比|与)\s?\Z")
COMPARED_AFTER = re.compile(r"(?:度|末|底)?(?:同期|相比|水平|基数)")
#: What a year names rather than dates: an assessment, a list, a plan, an edition.
NAMED_AFTER = re.compile(
    r"(?:度)?(?:第[0-9一二三四五六七八九十百]+[届次]|[^，。；、\s]{0,16}?(?:目录|名单|考核|评价|评估|典型案[例列]|名栏目|计划(?!于|在)|规划|预算|决算|年鉴|报告|奖|白皮书|日程表|立法计划))"
)
REPORTING = re.compile(r"获悉|了解到|消息|透露|介绍说|告诉记者|日电|日讯|采访|表示")
"""Verbs of telling: a day beside them dates the report, not what it tells."""

#: What a clause without a subject begins with; more verbs than make an event.
VERB_START = re.compile(
    r"(?:再次|首次|专题|累计|全力|合力|当场|正式|同步|率先|全省率先|全国率先|全市率先|成功|相继|陆续|先后|联合|共同|全面|积极|继续|又|还|也|便|即|就|已|已经|曾|将|拟|并|则|均|都|共|在全省率先|在全国率先|持续|纵深|深入|大力|着力)*"
    rf"(?:{_any(MILESTONE_WORDS + ' 锚定 兑现 铺就 培育 承接 整合 组织 开展 举办 举行 召开 拥有 实施 落地 参与 加快 聚焦 围绕 坚持 深化 拓展 优化 强化 安排 邀请 免费 前往 考虑 先 保障')})"
)
CONNECTIVES = re.compile(
    r"(?:此外|同时|其中|据悉|据介绍|据了解|据统计|数据显示|目前|原来|随后|随即|然而|但是|但|而且|而|并且|并|也|又|再|还|则|已经|已|就在|如今|不过|为此|因此|接着|首先|另外|于是|"
    r"特别是|尤其是|可是|早在|据|即|其后|此后|后来|最终|紧接着|与此同时|值得一提的是|记者了解到|会上|当天|届时|从此|从|自|到|至|于|在|再到|及|和|与|、|，|,|：|:|\s|——|—|的|将于|拟于|定于|将在|起|止|前|后|期间|以来|开始|，)+"
)
