"""The marks by which a newspaper page shows its build: datelines, labels, credits, furniture.

>>> is_furniture("责任编辑：李雷"), is_tabled("渡口\\t8:00\\t9:00"), ends("渡口开航了。”")
(True, True, True)
"""

from __future__ import annotations

from timeline import regex as re

#: Ends a sentence, also inside closing quotes or brackets.
TERMINAL = "。！？!?…；;：:"
CLOSERS = "”’」』）)】》〉\"'"
_DAY = r"(?:(?:\d{4}年)?\d{1,2}月)?\d{1,2}日"
_PART = r"(?:上午|下午|中午|早上|早晨|清晨|傍晚|晚上|晚间|凌晨)"
_CLOCK = r"(?:\d{1,2}\s?[:：]\s?[0-5]\d|(?:\d{1,2}|[一二两三四五六七八九十]{1,3})[点时](?:半|[一三]刻|[\d一二三四五六七八九十]{1,3}分)?)"
ROLE = r"(?:小|全媒体|全媒|融媒体?|见习|实习|特约|首席|驻站|文字|摄影)*(?:记者|通讯员|评论员|撰稿人?|实习生|特派员)"
_CREDIT = rf"(?:[\s]?[（(〔【][^（）()〔〕【】。]{{0,80}}(?:{ROLE}|编辑)[^（）()〔〕【】。]{{0,80}}[）)〕】])"

#: Where a reporter writes from: ／南湾报导.
FROM = r"[／/]\s?[\u4e00-\u9fff]{2,6}?(?:综合)?报[导道]"

#: The head of a news item: 本报讯（记者 …）, 新华社北京4月22日电, 某某网2月11日消息. The date is group ``day``.
LEAD = re.compile(
    r"[【〔（(\[]?(?:"
    rf"本[报网台刊社站](?:[\u4e00-\u9fff]{{0,6}}?)(?P<day>{_DAY})?(?:专?[讯电](?![员话])|消息)"
    rf"|(?:新华社|中新[社网]|[\u4e00-\u9fffA-Za-z·]{{1,12}}?[网报社台站端讯闻])(?:[\u4e00-\u9fff“”·]{{0,12}}?)(?P<wire>{_DAY})(?:专?[电讯]|消息|报道)"
    rf"|讯(?={_CREDIT})"
    r"|[\u4e00-\u9fff]{2,10}?(?<!通)[网报台]讯(?=\s)"
    rf"|(?<=[【\[])[\u4e00-\u9fffA-Za-z·]{{2,12}}?(?:[专快][讯电]|讯|消息)(?=[\]】])"
    rf"|(?<=[【〔（(\[])(?P<field>(?:本报)?{ROLE}\s?[\u4e00-\u9fff·]{{2,4}}(?:[、\s][\u4e00-\u9fff·]{{2,4}}){{0,3}}\s?{FROM})(?=[】〕）)\]])"
    rf")[\]】〕）)]?(?P<credit>{_CREDIT})?[\s:：]*"
)
#: A photograph's credit at the end of its caption, or alone.
CAPTION = re.compile(
    rf"[（(]?(?:[\u4e00-\u9fff]{{0,12}}{ROLE})?[\s:：]*[\u4e00-\u9fff·A-Z]{{2,12}}(?:[\s、]+[\u4e00-\u9fff·]{{2,4}}){{0,3}}[\s/]*(?:摄影?|供图|图片|[/／]图|制图|绘图|资料图片?)[）)]?\Z"
)
_LABEL_NAME = (
    r"(?:(?:活动|报名|会议|演出|展览|举办|比赛|开放|停[水电气]|施工|培训|招聘|征集|投稿|咨询|受理|办理|预约|联系|服务|参与|参加|"
    r"讲座|集合|考试|截止|起止|执行|影响|监督|举报|领取|开幕|入场|主办|承办|协办|指导|支持|申报|录取|招生|招收|测试|笔试|面试|体检|收费|缴费|票款|退票)?"
    r"(?:时间|日期|地点|地址|方式|费用|对象|内容|名称|主题|电话|热线|条件|要求|人|单位|名额|人数|范围|区域|路段|原因|网址|邮箱|渠道|流程|门票|票价|"
    r"线路|规则|奖项|奖励|须知|事项|说明|备注|主办|承办|协办|编号|人员|材料|期限|嘉宾|主讲|票务|方法|途径|机构|部门|形式|年龄|报酬|注意|标准))"
)
#: A notice's labelled line: 活动时间：…
LABEL = re.compile(
    rf"[\s●◆■★·•▲◎①-⑨]*(?:[一二三四五六七八九十\d]{{1,2}}[、.．])?(?:[【\[]?{_LABEL_NAME}[】\]]?\s*[：:]|【(?:报名|{_LABEL_NAME})】(?=\S))"
)
#: A line of a notice under a name that none of these is.
FIELD_LINE = re.compile(r"[\u4e00-\u9fff]{2,6}[：:]")
#: The marks at which a line pauses or ends, and those inside it that show prose.
PAUSES = "，。；、：,;:！？!?"
INNER = re.compile(r"[，。；！？]|[,;](?=\D)")
#: Begins an entry of a list.
LISTED = re.compile(
    r"(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|\d{1,2}[、.．](?!\d(?!\d?[月日]|\d{3}年))|[①-⑳●◆■★▲•]|[·\-*+]\s?(?!\d)|第[一二三四五六七八九十]{1,3}[条章节])"
)
#: Begins an entry of a programme, its day, or the heading of a part, however full the line before it is.
ENTRY = re.compile(
    r"(?:(?:\d{4}年)?\d{1,2}月\d{1,2}日\s?(?:[（(][^（()）]{1,8}[）)])?\s?)?\d{1,2}[:：]\d{2}(?:\s?[—–\-~～至到]{1,2}\s?\d{1,2}[:：]\d{2})?\s+[^\d\s]"
    r"|(?:\d{4}年)?\d{1,2}月\d{1,2}日\s?(?:[（(][^（()）]{1,8}[）)])?(?:[上下]午|晚上?)?\Z|[一二三四五六七八九十]{1,3}、\S{2,12}\Z|第[一二三四五六七八九十]天\S{0,14}\Z|【[^【】]{2,14}】\S"
)
#: Columns of a table stand in one line, with a tab, three blanks or a bar between them.
_TABLED = re.compile(r"\S(?:\t|[ \u3000]{3,}|\s*[|｜│]\s*)\S")
_BETWEEN_COLUMNS = re.compile(r"[\t|｜│ \u3000](?:(?<=[\t|｜│])|[ \u3000]{2})")
#: A chronicle's heading or entry: the year alone, or a date set off from what follows.
DATED = re.compile(
    r"(?![\s：:，,]|\Z)(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:[—\-至~～]\S{0,12}?[年月日])?(?:[（(](?:星期|周|礼拜)[一二三四五六日天][）)])?"
    rf"(?:{_PART})?(?:\Z|[\s：:，,])"
)
#: A line of a list that ends with its day or hour, set off from what is on: 合唱专场，5月16日19:30.
_DATED_BEHIND = re.compile(
    rf"[，,\s：:](?:(?:\d{{4}}年)?\d{{1,2}}月)?\d{{1,2}}日(?:[（(][^（()）]{{1,8}}[）)])?\s?(?:{_PART}|晚)?(?:{_CLOCK}(?:\s*[-—–~～至到]+\s*{_CLOCK})?)?\Z"
)
_DAY_ENDS, _LONGEST_DAY = frozenset("日点时半刻分）)0123456789一二三四五六七八九十"), 40
#: Signs round a heading of a chronicle: ■2012年, 【2012年】, — 2012年 —.
SIGNS = r"[【《〔\[■□●○◆◇▲★※*—–·•\-\s]{0,6}"
SIGNS_BEHIND = r"[】》〕\]*—–\-：:\s]{0,6}"
_YEAR_DIGITS = r"(?:1[0-9]|20)\d\d|[一二][〇○零一二三四五六七八九]{3}"
_REIGN = r"(?:民国|光绪|宣统|康熙|雍正|乾隆|嘉庆|道光|咸丰|同治)[元〇○零一二三四五六七八九十\d]{1,4}"
#: The heading of a year, or of its month, in a chronicle.
YEAR_HEAD = re.compile(
    rf"{SIGNS}(?:[（(]?[一二三四五六七八九十\d]{{1,3}}[）)、.．]\s?)?{SIGNS}(?:{_YEAR_DIGITS}|{_REIGN})\s?年度?(?:\s?\d{{1,2}}\s?月)?"
    rf"(?:[（(][^（）()]{{1,12}}[）)])?{SIGNS_BEHIND}\Z"
)
#: An item of a programme: its clock time or part of the day, and what is on behind it.
CLOCKED = re.compile(
    rf"[\s●◆■★·•▲◎*\-]{{0,4}}(?:{_PART})?\s?{_CLOCK}(?:\s*[-—–~～至到]+\s*(?:{_PART})?\s?{_CLOCK})?(?![\d前后许左])|[\s●◆■★·•▲◎*\-]{{0,4}}{_PART}(?:[\s：:]|\Z)"
)
#: The first line of a text whose fields are named, and the names of the others up to the text itself.
TITLE_FIELD = re.compile(r"([【\[]?(?:标题|题目|主题)[】\]]?\s*[:：])\s*(?=\S)")
FIELD = re.compile(
    r"[【\[]?(?:时间|日期|发布(?:时间|日期)|来源|媒体|报纸|作者|记者|链接|网址|地址|URL|url|版面|版次|栏目|频道|关键词|编辑|摘要|正文|内容)[】\]]?\s*[:：]"
)
MARKDOWN = re.compile(r"(#{1,6})[ \t]+(?=\S)")
EDITORIAL = re.compile(r"(?:编者按|编者的话|开栏的话|编前|核心提示|阅读提示|导读|摘要)[\s：:]")

#: What a line that is no article's begins with.
_FURNITURE_BEGINS = re.compile(
    r"[A-Z]\d{1,2}\s*[：:·|｜/ ]\s*[\u4e00-\u9fff]{2,6}(?:\Z|\s+(?=(?:责任?编|编辑|美编|校对|版式|主编|值班)))|[\u4e00-\u9fff]{2,6}(?:[日晚晨早时商周导快]报|都市报|经济报|工人报|新闻报)\Z|[\u4e00-\u9fff]{2,6}\s*[：:·|｜/ ]\s*(?:[A-Z]\d{1,2}|第?[A-Z]?\d{1,2}版|第[一二三四五六七八九十]{1,2}版)\Z|"
    r"第?\s*[A-Z]?\d{1,3}\s*版[：:\s]|[A-Z]?\d{1,2}版\Z|(?:上|下)一[篇版]|(?:首页|当前位置|您(?:现在)?(?:所在)?的?位置)\s*[>＞›»:：]|"
    r"[（(]?(?:本版|值班|责任?)?(?:责任编辑|责编|编辑|美编|校对|校检|版式|视觉|编审|审核|监制|主编|值班主任|总值班)[\s：:/]|"
    r".{0,12}总第\s?\d{1,5}\s?期|(?:阅读原文|展开全文|查看原文)|"
    r"(?:阅读|点赞|在看|浏览(?:次数)?)\s*[:：]?\s*\d*\Z|(?:初审|复审|终审|[一二三]审|排版|制作|出品|审校|统筹)\s*[:：]|"
    r"(?:(?:发[布表稿]|更新)?(?:时间|日期)\s*[:：]\s*)?(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s+(?:\d{1,2}:\d{2}|来源|作者|稿源)|"
    r"(?=[^，。；]{0,40}(?:原创|来源|作者|稿源|[日晚早]报|发布|网|客户端|编辑))[^，。；\d]{0,40}(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s+\d{1,2}:\d{2}(?::\d{2})?(?:\s+[\u4e00-\u9fff]{2,6})?\Z|"
    r"[^，。；]{0,30}(?:点击|浏览|阅读)(?:数|量|率|次数)\s*[:：]|"
    r"(?:发[布表稿]|更新|刊[发登])(?:时间|日期)\s*[:：]|(?:信息)?来源\s*[:：][^，。]{2,30}\Z|"
    r"(?:https?://|www\.)\S+\Z|[（(](?:上接|下转|紧接).{1,16}[）)]\Z|(?:上接|下转).{1,10}版\Z",
    re.IGNORECASE,
)
#: What stands somewhere in such a line; each alternative begins with a character, so that a search looks only there.
_FURNITURE_HOLDS = re.compile(
    r"©|C(?i:opyright|N\s?\d\d-\d{4})|c(?i:opyright|N\s?\d\d-\d{4})|I(?i:CP[备证])|i(?i:CP[备证])|版权所有|未经授权|网安备|广播电视节目.{0,12}许可|信息网络.{0,12}许可|新闻信息.{0,12}许可|"
    r"国内统一(?:连续出版物)?刊?号|邮发代号|今日\d+版|版面导航|标题导航|返回(?:首页|目录|列表)|"
    r"19\d\d年第\s?\d{1,4}\s?期|20\d\d年第\s?\d{1,4}\s?期|点击.{0,6}(?:蓝字|关注|名片|卡片|阅读原文)|点击[^，。]{0,16}关注我们|打开(?i:APP)|长按.{0,8}(?:识别|二维码|关注)|微信扫一扫|"
    r"字号\s*[：:]|分享到|打印本[页文]|扫(?:一扫|码|描二维码)(?:.{0,20}(?:查看|关注|阅读|下载|更多|观看))|更多(?:精彩|资讯|内容)请|"
    r"新闻(?:热线|邮箱)[：:]|(?:新闻|爆料|报料|读者|订报|投稿)热线[\s：:]+\d|广告[】\]）)]|全场[一二三四五六七八九\d.]{1,3}折|(?:贵宾|售楼|购房|品鉴|加盟)(?:专线|热线)|投稿(?:热线|邮箱)[：:]|广告(?:热线|邮箱)[：:]|发行(?:热线|邮箱)[：:]|举报(?:热线|邮箱)[：:]|"
    r"19\d\d年\d{1,2}月\d{1,2}日\s*(?:星期|周)[一二三四五六日天].{0,40}\Z|20\d\d年\d{1,2}月\d{1,2}日\s*(?:星期|周)[一二三四五六日天].{0,40}\Z"
)
#: How the heading of a notice ends: what follows it is an article of its own.
NOTICE = re.compile(
    r"(?:公告|通告|通知|启事|声明|公示|通报|讣告|预告|告示|倡议书|公开信)(?:[（(][^（()）]{1,12}[）)])?\Z"
)
#: Over what individuals declare void: no news of anybody's.
LOST = re.compile("(?:遗失|挂失)(?:声明|启事|公告)?|声明作废")
#: … such a notice in one paragraph.
LOST_NOTICE = re.compile(r"(?:遗失|挂失)(?:声明|启事|公告)?[：:][^\n]{4,200}\Z")
#: What may be the name of a paper or of its account, and words that end alike.
PAPER = re.compile(r"[\u4e00-\u9fff]{1,5}[\u4e00-\u9fff]报\Z|[\u4e00-\u9fff]{2,4}(?:发布|融媒)\Z")
NEWS_OF = re.compile(
    r"[捷喜海预汇举通简情申公电警填上呈画年月播回讣谎谍]报\Z|(?:数据|新品|成果|正式|联合|今日|权威|首次)发布\Z"
)
#: What a masthead is proud of; the slogans beside it are the masthead's too.
HONOURS = re.compile(r"(?:十大|优秀|知名|品牌|一等奖|百强|名牌)[^，。]{0,6}(?:栏目|报纸|媒体|专栏|网站|专版)\Z")
#: The standing title of a column or page, which tells no story.
SECTION = re.compile(
    r"[\u4e00-\u9fffA-Za-z]{0,6}(?:天气|新闻|要闻|简讯|快讯|资讯|简报|播报|导读|关注|视点|副刊|专栏|专版|专题|广场|气象|天气预报|速览|速递|看点)\Z"
)
#: Titles of columns that are words like any other; a line of its own above an article's head.
COLUMN_NAME = r"(?:要闻|地方|港闻|两岸|副刊|娱乐|经济|综合|社会|民生|时政|国际|国内|体育|文体|文化|文艺|教育|科技|财经|金融|旅游|文旅|法治|评论|理论|言论|人物|健康|生活|本地|本埠|区县|县区|县域|乡村|镇街|市场|公告|广告)"
COLUMN = re.compile(rf"{COLUMN_NAME}(?:[·/、]{COLUMN_NAME})?\Z")
#: Titles of columns that no headline is: 历史上的今天, 便民提示, 今日天气.
STANDING = re.compile(
    "(?:历史上的今天|那年今日|(?:便民|温馨|出行|生活|安全|交通|健康|消费|服务|天气|停水|停电|友情|民生|特别)(?:小?提[示醒]|小?贴士|信息|服务台?)"
    "|(?:今日|明日|今明|本周|下周|一周|周末)(?:提[示醒]|看点|限行|热点|大事|好去处|去哪儿?|预告)|(?:尾号)?限行尾号|停[水电气](?:信息|预告)"
    "|一句话新闻|图片新闻|读者(?:来信|之声|热线)|百姓(?:生活|话题|故事|身边事)|市民热线|记者手记|编读往来|老照片|光影|图说[\u4e00-\u9fff]{0,3}|[\u4e00-\u9fff]{1,3}(?:热线|专线))\\Z"
)
#: … and the brackets that one is boxed in: 【身边好人】.
BOXED = re.compile(r"[【〖〔\[『]\s*(?P<name>[^【】〖〗〔〕\[\]『』\d，。：！？]{2,10}?)\s*[】〗〕\]』]\Z")
#: The name of a page behind its number, or before it: 第A02版：本地; 本地 A02.
PAGE_NAME = re.compile(
    r"(?:第\s*[A-Z]?\s*\d{1,3}\s*版|[A-Z]?\d{1,2}版|\A[A-Z]\d{2})\s*[：:·|｜/\-—\s]\s*(?P<name>[\u4e00-\u9fff·]{2,8})(?![\u4e00-\u9fff：:])"
    r"|\A(?P<before>[\u4e00-\u9fff]{2,6})\s*[：:·|｜/ ]\s*(?:[A-Z]\d{1,2}|第?[A-Z]?\d{1,2}版|第[一二三四五六七八九十]{1,2}版)\Z"
)
#: A masthead that leaves out the year: 5月22日 星期三 农历四月十五 今日8版. Without the lunar date it may head a day's programme.
MONTH_MASTHEAD = re.compile(
    r"(?:[\u4e00-\u9fff]{2,8}[报刊]?[\s|｜/·]+)?(?P<m>\d{1,2})\s?月\s?(?P<d>\d{1,2})\s?日[\s|｜/，,·]*(?:(?:星期|周|礼拜)(?P<w>[一二三四五六日天])[\s|｜/，,·]*)?"
    r"(?:农历)?(?:[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年?)?(?:(?P<lm>正|冬|腊|十[一二]|[一二三四五六七八九十])月(?P<ld>初[一二三四五六七八九十]|[一二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?))?"
    r"(?P<rest>(?:[\s|｜/，,·]+(?:(?:今日)?(?:共|本[报期])?\d{1,3}[版页]|第?[A-Z]?\d{1,3}版|[A-Z]\d{1,2}|总?第\s?\d+\s?期|[\u4e00-\u9fff]{1,6}(?:报|刊|新闻|要闻|专版)|头版|"
    rf"{COLUMN_NAME}|"
    r"(?:责编|责任编辑|编辑|美编|校对|版式)[\s：:/].{2,20}))*)\s*"
)
WEATHER_TITLE = re.compile("天气|气象")
WEATHER = re.compile(r"气温|多云|阵雨|[东南西北]风|\d级|℃|阴天|晴[到间]|降水|强对流|高温|台风|气象")
_PAREN_CREDIT = re.compile(r"[（(](?![\d年—–\-~～至]+[）)])([^（）()]{2,40})[）)]\Z")
#: Who writes to the paper, and how a letter begins: such a one has no headings of its own.
READER = re.compile(r"(?:市民|读者|网友|居民|村民|家长|乘客)\s+[\u4e00-\u9fff·]{1,5}\Z")
SALUTATION = re.compile(
    r"(?:尊敬的|亲爱的)?[\u4e00-\u9fff]{0,10}(?:编辑(?:部|同志)?|同志们?|先生|女士|老师|朋友们?|市长|书记)(?:，?[您你]们?好)?[：:]\Z"
)


def is_furniture(text: str) -> bool:
    """Whether a line is the page's own and no article's: a masthead, who edited it, where to click."""
    return _FURNITURE_BEGINS.match(text) is not None or _FURNITURE_HOLDS.search(text) is not None


def is_tabled(text: str) -> bool:
    """Whether a line holds the columns of a table."""
    return _BETWEEN_COLUMNS.search(text) is not None and _TABLED.search(text) is not None


def ends(text: str) -> bool:
    """Whether a text ends as a sentence does: with its mark, also inside closing quotes or brackets."""
    bare = text.rstrip(CLOSERS)
    if bare and (bare[-1] in TERMINAL or (bare[-1] == "." and bare[-2:-1] < "\u0250" and bare[-2:-1].isalpha())):
        return True
    return bool(text) and text[-1] in "）)】" and bool(_PAREN_CREDIT.search(text[-48:]))


def begins_with_day(line: str) -> bool:
    """Whether a line sets a day in front of what is on then, and says no more.

    >>> begins_with_day("5月16日 合唱专场"), begins_with_day("5月16日，合唱专场开演。")
    (True, False)
    """
    return DATED.match(line) is not None and INNER.search(line) is None


def ends_with_day(line: str) -> bool:
    """Whether a line ends with a day or its hour, set off from what is on then.

    >>> ends_with_day("合唱专场“我们的歌”，5月16日19:30"), ends_with_day("展览的最后一天是5月16日")
    (True, False)
    """
    return line[-1] in _DAY_ENDS and _DATED_BEHIND.search(line, max(len(line) - _LONGEST_DAY, 0)) is not None
