"""What kind of happening a clause tells of: a deed of a chronicle, a notice, something to attend, a figure."""

from __future__ import annotations

import pytest

from timeline.pipeline import extract

DAY = "2025-09-12"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("请各单位于9月20日前报送材料。", "milestone"),
        ("9月20日，“水质开放日”请50名学生走进水厂。", "activity"),
        ("9月20日、21日开放看房。", "activity"),
        ("9月20日，社区在礼堂设说明会。", "activity"),
        ("9月20日，禾浦消防演练模拟油罐泄漏。", "activity"),
        ("业主9月20日至28日签约。", "activity"),
        ("9月20日晚，舞剧在大剧院首演。", "activity"),
        ("1958年3月，地方戏《渡口》首演。", "milestone"),
        ("9月20日，首台拖拉机在总装线下线。", "milestone"),
        ("9月2日，三号炉点火升温。", "milestone"),
        ("9月2日8时，市防指启动防汛Ⅲ级应急响应。", "milestone"),
        ("参赛选手9月18日前到组委会报到。", "milestone"),
        ("读者可于9月30日前参与线上答题。", "activity"),
        ("9月20日前，剧团将在各镇巡演。", "activity"),
        ("稳岗补贴政策延续至今年12月31日。", "milestone"),
        ("因用地未落实，竣工日期推迟至10月。", "milestone"),
        ("因雨，运动会改期至9月18日。", "activity"),
        ("博物馆9月19日推出年画特展。", "activity"),
        ("银行9月20日推出助农贷款。", "milestone"),
        ("9月22日是县医院开放日，市民可参观。", "activity"),
        ("2024年全镇茶叶产量5.8万吨。", "indicator"),
        ("8月份，全市新增就业3100人。", "indicator"),
        ("洪峰将在今晚8时前后经过县城。", "incident"),
        ("9月10日，医院收治首例登革热患者。", "incident"),
        ("2016年，他将213件作品捐给美术馆。", "milestone"),
        ("2004年，陈列室因滑坡关闭。", "milestone"),
        ("赛事创办于1993年，因疫情停办三年。", "milestone"),
        ("手机银行9月16日0至4时升级维护。", "activity"),
        ("学校提起诉讼，今年9月8日该案开庭。", "activity"),
        ("2019年11月挂牌，至今已审结案件137件。", "milestone"),
        ("协会9月5日晚设宴，庆祝成立五十周年。", "activity"),
        ("1962年，乡亲们在石滩上架起第一座木桥。", "milestone"),
        ("1974年，公社的自来水通到了家家灶台。", "milestone"),
        ("1958年，私塾收归集体。", "milestone"),
        ("2019年底，云溪乡整乡脱贫。", "milestone"),
        ("9月8日，首批黄桃发往松湾市场。", "milestone"),
        ("市防指决定自9月11日18时起启动防汛Ⅲ级应急响应。", "milestone"),
        ("9月20日起，商务局分批投放储备蔬菜600吨。", "milestone"),
        ("拟录用名单9月25日公示。", "milestone"),
        ("关闭一年的云溪剧场9月20日重新开放。", "milestone"),
        ("道路抢修已完成，9月15日起恢复双向通行。", "activity"),
        ("9月20日，云溪蜜桃节在南坪开园。", "activity"),
        ("9月20日上午，社区医院为老人免费做骨密度筛查。", "activity"),
        ("全区800名网格员将从9月20日起入户排查燃气隐患。", "activity"),
        ("市民可于9月18日通过“云溪文旅”小程序预约门票。", "activity"),
        ("禾浦茶王赛报名10月10日截止。", "milestone"),
        ("“我爱松湾”短视频大赛收稿至9月25日。", "milestone"),
        ("缴费（每人80元）截至9月20日12:00。", "milestone"),
        ("松湾妇幼保健院新院区9月23日起试运行。", "milestone"),
        ("青屿海域伏季休渔9月16日12时结束。", "milestone"),
        ("2019年起，禁捕期由两个月延长至三个月。", "milestone"),
        ("1998年，他注册“雁归”商标。", "milestone"),
        ("9月7日，首批蘑菇罐头出口越南。", "milestone"),
        ("9月10日凌晨，松湾隧道全线贯通。", "milestone"),
        ("1958年，禾浦水泥厂上马，三年后停工。", "milestone"),
        ("1997年，云溪线设松湾小站。", "milestone"),
        ("2021年，合作社获农业局补助六十万元。", "milestone"),
        ("1931年，省道勘线绕过镇子。", "milestone"),
        ("禾浦综合体2011年3月18日动土，总经费1亿2000万元。", "milestone"),
        ("2016年，省财政拨款300万元重修塔身。", "milestone"),
        ("9月26日上午9时，区法院在第二法庭公开审理一起劳动争议案。", "activity"),
        ("养殖损失救助9月15日至9月30日受理。", "activity"),
        ("客运北站9月20日至10月18日免费停车。", "activity"),
        ("社区志愿者9月7日在敬老院为老人剪发。", "activity"),
        ("2019年，镇里办起第一届杨梅节。", "activity"),
        ("10月2日10时起，东湖路由单程改为双程行车。", "activity"),
        ("获奖作品将于9月30日晚在文庙前诵读。", "activity"),
        ("2021年2月26日，线上灯会吸引90万人次观看。", "activity"),
        ("云溪区法院9月10日一审宣判，被告人赵某犯盗窃罪。", "incident"),
        ("2024年11月3日晚，王女士向对方转账12万元。", "incident"),
        ("1月28日，检察机关批准逮捕犯罪嫌疑人赵某。", "incident"),
        ("去年7月，改建工程因台风停工20天。", "incident"),
        ("去年全县立案查处假冒案件37件。", "indicator"),
        ("今年前8个月，全市已完成加装电梯46部。", "indicator"),
        ("去年的啤酒节拉动消费1.6亿元。", "indicator"),
        ("截至9月10日，报名人数达3200人。", "indicator"),
        ("9月22日，县人大常委会三读通过预算案。", "milestone"),
        ("9月20日（周六）19:30话剧《渡口》，票价80元。", "activity"),
        ("10月中旬，青屿海产推介会将走进松湾百货大楼。", "activity"),
        ("受台风影响，全市中小学、幼儿园9月15日停课。", "activity"),
        ("9路公交9月26日起恢复平日运行。", "activity"),
        ("去年2月，糖厂停产18天。", "incident"),
        ("9月2日，吴某冒充客服骗走老人3万元。", "incident"),
        ("1994年，油坊换成电动榨机。", "milestone"),
        ("2005年，枇杷卖到香港。", "milestone"),
        ("9月9日，全市最后一台燃煤锅炉熄火。", "milestone"),
        ("10月中旬，两台盾构机同时始发。", "milestone"),
        ("9月7日，亲子家庭走进消防站。", "activity"),
        ("去年9月，李婆婆在家门口绊了一跤，摔倒骨折。", "incident"),
        ("9月2日，林场发现两头野猪闯入。", "incident"),
        ("4月，二手房成交1260套。", "indicator"),
        ("8月，全市猪肉均价每公斤24.3元，环比下降1.2%。", "indicator"),
        ("2024年5月，魏某先后骗取老人18万元。", "incident"),
        ("9月3日凌晨，仓库因线路老化起火。", "incident"),
    ],
)
def test_kinds(text: str, kind: str) -> None:
    assert {event.kind for event in extract(text, DAY).events} == {kind}


@pytest.mark.parametrize(
    "text",
    [
        "昨天，记者来到禾浦菜市场，摊主们一派忙碌。",
        "法院查明：赵某，男，1984年5月生，初中文化。",
        "禾浦区园林局 2025年9月10日",
        "若遇雨则顺延至9月22日。",
        "毕业不满五年（2020年9月1日后毕业）的也可申请。",
        "2010年以前安装的老旧锅炉优先更换。",
        "9月20日为周六，照常上班。",
        "记者11日上午走访云溪菜市场看到，叶菜价格回落。",
        "船老大陈阿水今年58岁。",
        "花季往年多在9月至10月。",
        "这是公交自2015年3月以来首次调价。",
        "乡里把修桥列入明年度预算。",
    ],
)
def test_who_somebody_is_who_signs_and_who_is_meant_is_no_event(text: str) -> None:
    assert not extract(text, DAY).events


def test_a_numbered_heading_tells_what_its_paragraph_is_of() -> None:
    text = "云溪县招聘乡村教师公告\n二、资格审查。9月23日前完成。\n三、笔试。9月24日上午9时，地点见准考证。\n四、面试。初定11月上旬，按1∶2比例入围。\n"
    assert [(event.when.edtf, event.kind) for event in extract(text, DAY).events] == [
        ("2025-09-23", "milestone"),
        ("2025-09-24T09:00", "activity"),
        ("2025-11", "activity"),
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("今年2月，县里更换了老化管道1.8公里。", "milestone"),
        ("3月，河堤又新装三座泵站。", "milestone"),
        ("去年腊月，村里通了电。", "milestone"),
        ("庙会始于1986年，由镇里主办。", "milestone"),
        ("渡口1958年通火车。", "milestone"),
        ("学校1917年由乡绅捐资创办。", "milestone"),
        ("9月30日前，企业须报送排污数据。", "milestone"),
        ("9月28日前，欢迎扫码参与答题。", "activity"),
        ("工期延长至10月底。", "milestone"),
        ("大桥封闭时间延长至9月30日。", "activity"),
        ("去年12月，停摆三年的轮渡恢复运营。", "milestone"),
        ("9月28日起，西门口路段恢复双向通行。", "activity"),
        ("9月20日，灌区开闸放水。", "milestone"),
        ("10月10日起，镇里开始丈量土地。", "milestone"),
        ("10月10日起，夜校开始报名。", "activity"),
        ("第二签约期为9月21日至10月10日。", "activity"),
        ("9月20日，首场签约义诊在广场举行。", "activity"),
        ("9月20日，学生到茶场参加研学。", "activity"),
        ("9月10日18时，电网负荷达到38.6万千瓦，创历史新高。", "indicator"),
        ("截至9月10日，秋粮收割过半。", "indicator"),
        ("前8个月，法院执结案件1.2万件。", "indicator"),
        ("8月20日，海关截获一批红火蚁。", "incident"),
        ("2023年夏天，一场大火烧掉了半条街。", "incident"),
        ("9月10日，剧团连演三场折子戏。", "activity"),
        ("办法8月27日经区政府常务会议通过。", "milestone"),
        ("9月20日起，总站每天加开往省城方向班车22班。", "activity"),
        ("9月20日，学校要办开放日，请家长吃一顿午饭。", "activity"),
        ("9月10日，禁毒办在广场销毁毒品42公斤。", "activity"),
        ("9月20日，32对新人将完成集体婚礼。", "activity"),
        ("去年清明三天，全市祭扫市民达31万人次。", "indicator"),
    ],
)
def test_what_begins_ends_and_is_counted(text: str, kind: str) -> None:
    assert [event.kind for event in extract(text, "2025-09-12").events][:1] == [kind]
