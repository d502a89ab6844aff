"""Titles of rows that lines are made of, of notices that speak to their readers, and of firms that only a headline names."""

from __future__ import annotations

import pytest

import timeline

SHOWN = ("activity", "milestone")
FAIRS = (
    "秋季招聘会来了！这几场别错过\n9月18日 上午9:00—12:00 机械行业专场 市人力资源市场一楼\n9月20日 下午2:00—5:00 教育行业专场 师范学院体育馆\n"
    "9月25日 全天 退役军人专场 市双创中心\n9月27日 上午9:00 直播带岗专场 “渡口就业”视频号\n求职者请携带身份证、学历证书原件。"
)
SHOWS = (
    "渡口文化馆惠民演出\n老戏台，花鼓戏《绣楼》，5月9日\n红星影院，纪录片《河岸人家》，5月10日晚7点\n"
    "滨江广场，合唱专场“我们的歌”，5月16日19:30\n凭票入场，每人限领2张，领完为止。"
)


def titles(text: str, published: str = "2026-04-20") -> list[str]:
    return [event.title for event in timeline.extract(text, published).events if event.kind in SHOWN]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (FAIRS, "秋季招聘会机械行业专场"),
        (FAIRS, "秋季招聘会退役军人专场"),
        (FAIRS, "秋季招聘会直播带岗专场"),
        (SHOWS, "花鼓戏《绣楼》"),
        (SHOWS, "合唱专场“我们的歌”"),
    ],
)
def test_of_what(text: str, expected: str) -> None:
    assert expected in titles(text), titles(text)


PLANT = (
    "渡口光电二期厂房投用 年产能翻番\n昨日，二期厂房正式投用。公司2015年落户高新区，2019年一期投产，2022年获评省级“小巨人”企业。"
    "公司董事长方小禾表示，年底前将建成研发中心。"
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (PLANT, "渡口光电落户高新区"),
        (PLANT, "渡口光电一期投产"),
        (PLANT, "渡口光电获评省级“小巨人”企业"),
        (PLANT, "渡口光电二期厂房正式投用"),
        ("渡口湖二期工程开工\n昨日，二期工程开工。公司2015年落户高新区。公司去年上市。", "公司落户高新区"),
    ],
)
def test_a_firm_that_the_headline_names_by_what_it_has_built(text: str, expected: str) -> None:
    assert expected in titles(text), titles(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("原定于4月18日举行的家长开放日，因天气原因，时间改到4月25日上午8:30。", ["家长开放日", "家长开放日改期"]),
        ("原定於4月18日舉行的家長開放日，因天氣原因，時間改到4月25日上午8:30。", ["家長開放日", "家長開放日改期"]),
        ("5月16日的露天音乐会因雨改期，时间改到5月18日晚。", ["露天音乐会因雨改期", "露天音乐会改期"]),
        ("家长会原定4月28日，因雨，时间改为4月30日。", ["家长会因雨", "家长会改期"]),
        ("原定6月25日举行的颁奖礼因台风无法如期举行，新的时间另行通知。", ["颁奖礼延期"]),
        ("6月25日举行颁奖礼，具体时间另行通知。", ["举行颁奖礼"]),
        ("小学5月16日推迟一小时到校。期末考试改在5月20日。", ["小学推迟一小时到校", "期末考试"]),
    ],
)
def test_what_is_moved_by_a_clause_of_its_own(text: str, expected: list[str]) -> None:
    assert titles(text) == expected


LETTER = (
    "致全体用户的一封信：燃气表免费更换\n我公司将于5月7日起，对使用满10年的燃气表进行免费更换，首批涉及三个小区，5月20日前完成。"
    "请您于5月5日前通过公众号预约上门。\n渡口市燃气有限公司\n2026年4月20日"
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("请符合条件的市民于5月5日前报名。", "符合条件的市民报名截止"),
        ("春季养生讲座5月28日举行，请于5月25日前报名。", "养生讲座报名截止"),
        ("请各单位于5月10日前将名单报送市教育局。", "各单位报送名单截止"),
        ("渡口马拉松6月1日开跑。中签者须在5月12日17时前缴费。", "渡口马拉松中签者缴费截止"),
        ("消费者可于8月31日前凭瓶身标签到购买处退货。", "消费者退货截止"),
        ("消費者可於8月31日或之前憑瓶身標籤到購買處退貨。", "消費者退貨截止"),
        ("擅自使用该商标的，须在12月31日前自行清理。", "擅自使用该商标自行清理截止"),
        ("“海之声”演唱会因台风延期至5月13日举行。购票者可于5月5日前申请退票。", "“海之声”演唱会购票者申请退票截止"),
        (LETTER, "燃气表免费更换预约上门截止"),
        (LETTER, "燃气表免费更换完成"),
        (LETTER, "渡口市燃气有限公司对使用满10年的燃气表进行免费更换"),
    ],
)
def test_by_when_readers_must_do_something(text: str, expected: str) -> None:
    assert expected in titles(text), titles(text)


@pytest.mark.parametrize(
    "text",
    [
        "县城管局应当于12月31日前建成全市统一的监管平台。",
        "4月10日前已有三百名市民报名。",
        "这批教师11人是第二次报名，他们要在8月25日前到岗。",
        "5月5日前受理的申请按原规定办结。",
        "我公司定于5月24日21:00起对东风社区、纺织路以北停水。",
    ],
)
def test_what_others_do_or_have_done_is_no_deadline(text: str) -> None:
    assert not any(title.endswith("截止") or title.startswith("我") for title in titles(text)), titles(text)


FEAST = (
    "渡口米粉节11月登场 早鸟票开卖\n2026渡口米粉节将于11月14日、15日在南寮渔港登场，早鸟票自今日起开卖，预订享8折优惠至11月7日。"
    "米粉节自2010年开办。开幕式11月14日下午3时举行，15日晚间由无人机秀压轴。"
)
OLD_TOWN = "清晨的河埠头\n这里是望湖古镇。去年10月，古镇入选全国历史文化名镇。方阿婆的河埠头还在，她的儿子小方2022年从深圳回来。"
POOL = "康文署：渡口泳池更新\n康文署公布，渡口泳池将于11月24日起关闭。署方将由12月1日起延长望湖泳池的开放时间。"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (FEAST, "渡口米粉节开办"),
        (FEAST, "渡口米粉节早鸟票开卖"),
        (FEAST, "渡口米粉节预订享8折优惠截止"),
        (FEAST, "渡口米粉节开幕式举行"),
        ("新戏《绣楼》5月15日上演。预订享8折，4月30日截止。", "《绣楼》预订享8折截止"),
        ("渡口越剧团新戏《绣楼》5月15日上演。剧团6月赴北京演出两场。", "渡口越剧团赴北京演出两场"),
        (OLD_TOWN, "望湖古镇入选全国历史文化名镇"),
        (OLD_TOWN, "小方从深圳回来"),
        (POOL, "康文署延长望湖泳池的开放时间"),
        ("有在11月1日至20日办理需求的，可自10月25日起在个税APP预约。", "在个税APP预约"),
    ],
)
def test_of_which_feast_house_and_office(text: str, expected: str) -> None:
    assert expected in titles(text, "2026-10-20"), titles(text, "2026-10-20")


@pytest.mark.parametrize(
    "text",
    [
        "早上六点，船娘在河埠头洗菜。上周六上午，几个姑娘从桥上走过，在柳树下拍照。",
        "昨天下午，方阿婆坐在门口剥豆子。",
        "昨天下午，方阿婆坐在門口剝豆子。",
    ],
)
def test_what_people_are_about_in_a_scene_is_no_event(text: str) -> None:
    assert titles(text) == []


def test_what_is_done_on_the_same_days_is_one() -> None:
    assert titles("昨天上午，渡口大桥通车，市民在桥上拍照。") == ["渡口大桥通车"]
    assert titles("昨天下午，望湖社区食堂开张，老人们围着桌子坐满一屋。") == ["望湖社区食堂开张"]


WEEKEND = "周末去哪儿\n一、露天电影《小城之春》\n10月24日20:00 滨湖草坪\n二、亲子观鸟\n10月25日6:30—9:00 湿地公园东门集合\n三、非遗集市\n10月24日10:00 老粮站"
ASKED = (
    "高考百问\n问：准考证丢了怎么办？\n答：可重新打印。也可在11月6日前到报名点补办。\n问：成绩何时公布？\n"
    "答：预计11月24日公布，11月25日起填报提前批志愿，27日17时截止。"
)
RITE = "雙溪鎮公所：中元祭典公告\n一、本鎮中元祭典訂於國曆10月27日下午1時於鎮公所前廣場舉行。\n二、欲認捐供品之民眾，請於10月25日前至民政課登記。"
SESSION = (
    "市十届人大六次会议闭幕\n会议10月16日开幕。会议期间，共收到代表建议186件，将于11月底前交办，明年9月底前全部答复。"
)
GRAIN = "老粮站变身“稻田里”文创园\n昔日的城关粮站，成了“稻田里”文创园。10月18日晚，园区亮灯。第二批招商11月8日启动，元旦举办跨年夜。"
HOSPITAL = "市一院新院区启用\n新院区10月8日启用。搬迁从9月20日开始，10月6日完成。原就诊卡可用到年底。"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (WEEKEND, "露天电影《小城之春》"),
        (WEEKEND, "亲子观鸟"),
        (ASKED, "高考准考证补办截止"),
        (ASKED, "高考成绩公布"),
        (ASKED, "高考填报提前批志愿截止"),
        (RITE, "雙溪鎮中元祭典於鎮公所前廣場舉行"),
        (RITE, "中元祭典登記截止"),
        (SESSION, "市十届人大六次会议开幕"),
        (SESSION, "代表建议交办"),
        (SESSION, "代表建议全部答复"),
        (GRAIN, "“稻田里”文创园第二批招商启动"),
        (HOSPITAL, "市一院新院区：搬迁完成"),
        (HOSPITAL, "市一院新院区：原就诊卡使用截止"),
        ("館方10月30日舉辦「再見，太空穿梭機」特備節目。", "館方舉辦「再見，太空穿梭機」特備節目"),
        ("大件垃圾10月24日起暂停上门收运，11月2日恢复。", "大件垃圾恢复上门收运"),
        ("城北老灶头餐馆出事。10月17日，区市场监管局责令该餐馆停业。", "区市场监管局责令城北老灶头餐馆停业"),
        ("江南FC官方公告\n方小禾2024年执教球队。10月28日，球队主场迎战渡口队。", "江南FC主场迎战渡口队"),
        ("10月17日，市疾控中心检测确认，致病因子为副溶血性弧菌。", "市疾控中心检测确认致病因子为副溶血性弧菌"),
    ],
)
def test_what_its_lines_questions_and_headline_name(text: str, expected: str) -> None:
    assert expected in titles(text, "2026-10-20"), titles(text, "2026-10-20")


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        # of what a question asks, not all that its answer tells is a part
        ("问：新院区有哪些特色？\n答：名医工作室每周四坐诊，首诊在10月15日。", "新院区首诊"),
        ("网上业务暂停网上办理，柜面业务11月2日恢复。", "恢复网上办理"),
        ("长者食堂2023年试点。区民政局去年出台补助办法。", "食堂出台"),
    ],
)
def test_what_they_do_not_name(text: str, wrong: str) -> None:
    assert not any(wrong in title for title in titles(text, "2026-10-20")), titles(text, "2026-10-20")


COURSES = "（香港訊）歷史博物館11月推出「小小考古家」工作坊，分別為11月7日「認識陶片」、11月21日「文物修復」及11月28日「我是策展人」。"
JUBILEE = (
    "县一中百年校庆公告\n北山县第一中学创建于1926年。学校定于12月5日举行建校100周年庆典。\n12月4日14:00—18:00 校友报到 体育馆\n"
    "12月5日9:00 庆典大会 田径场\n12月5日14:30 院士讲坛 学术厅\n北山县第一中学校庆办"
)
PUPILS = (
    "致新生家长\n亲爱的家长：\n1.报到：10月30日上午8:00—11:00，请家长带孩子到所在班级报到。\n2.校服：11月10日前在“阳光校服”平台自愿订购，逾期不补。\n"
    "白塔实验学校"
)
VILLAGE = "29岁的方雨蹲在窑口添柴。\n方雨是2021年来到白泥村的。那年，她租下村东头一座废弃的龙窑。2020年，镇里出台政策，青年驻村免三年房租。"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (COURSES, "「認識陶片」"),
        (COURSES, "「我是策展人」"),
        (JUBILEE, "校友报到"),
        (JUBILEE, "北山县第一中学举行建校100周年庆典"),
        (PUPILS, "白塔实验学校报到"),
        (PUPILS, "校服订购截止"),
        (VILLAGE, "方雨租下村东头一座废弃的龙窑"),
        (VILLAGE, "镇里出台政策，青年驻村免三年房租"),
        ("沿线停车场停止驶入，12月31日18:00前请车主自行驶离。", "车主自行驶离截止"),
        ("跨年夜，地铁1号线延长运营至1月1日2:00。", "地铁1号线延长运营"),
        ("南街庙会1958年中断，1984年恢复。正月十五晚举行火龙表演。", "南街庙会中断"),
        ("末班车11月1日起调整，由22时30分延至23时。", "末班车调整"),
        ("G7712次列车11月1日起调整，始发时间由7:05调整为6:48。", "G7712次列车调整"),
    ],
)
def test_rows_courses_and_what_is_asked_of_parents(text: str, expected: str) -> None:
    assert expected in titles(text, "2026-10-20"), titles(text, "2026-10-20")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("四、请各县于11月20日前将联络员名单发至邮箱。", "各县报送联络员名单截止"),
        ("市女排冬训开始。队伍组建于1994年，去年获第五名。", "市女排组建"),
        (
            "城东百货老楼变身社区图书馆\n10月18日，由老楼改造的城东社区图书馆对外开放。11月8日，街道办新书分享会。",
            "城东社区图书馆对外开放",
        ),
    ],
)
def test_who_hands_in_and_whose_team_and_house(text: str, expected: str) -> None:
    assert any(expected in title for title in titles(text, "2026-10-20")), titles(text, "2026-10-20")


def test_when_something_must_be_made_is_no_event() -> None:
    assert titles("作品要求：须为2025年9月以后完成的原创作品。", "2026-10-20") == []
