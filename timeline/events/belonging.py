"""Whose part a title tells of: a new building's house, a team's club, a farewell's dead, a draft's rule.

>>> from timeline.timex import tag
>>> text = "新馆2007年奠基。"
>>> page = Page(text, [], tag(text), None, "望湖图书馆大事记")
>>> owned("新馆奠基", page, 0, "")
'望湖图书馆新馆奠基'
"""

from __future__ import annotations

from timeline import regex as re
from timeline.events.fitting import LONGEST, fit
from timeline.events.page import Page
from timeline.events.subjects import POINTING, head_of
from timeline.events.words import led

#: What belongs to the one that an article is of: a house's new building, a team.
_BUILT = (
    "主体(?:结构|工程)?|主桥|引桥|主塔|全桥(?=合龙|贯通|架通)|桥面(?:铺装)?|主缆|栈桥|主墩|左线|右线|双线|全线(?=贯通|通车|合龙|铺通)|首根桩基?|厂房|车间|首条(?:产线|生产线)|生产线|产线|洁净室|(?:首|第[一二三])[座条台批][\u4e00-\u9fff]{1,4}?(?=点火|下线|出窑|出炉|点燃)|全线[“]?[轨电洞]通|空载试运行|首批设备|站房|接触网|铺轨|静态验收|动态验收|联调联试|试运行|试生产|试产|投产|封顶|竣工|通车|开工|动工|奠基|"
    "(?:交工|竣工|交竣工)验收|举行(?:开工|奠基|竣工|通车)仪式|正式(?:并网|通水|供水|投产|通车|运营|竣工)|全面(?:竣工|投产|贯通)|分[两三四]轮试通水|试通水|恢复(?:双向)?通行|完成幕墙|批量供货|复工|架通|合龙|贯通|验收|通水|并网"
)
_PART_OF = re.compile(
    led(
        r"(?P<house>[新旧老]馆(?!长)|馆舍|馆藏|分馆|新院区|老院区|新校区|老校区|校史馆|院区|新院(?!长)|感染科楼|初中部|高中部|小学部|体育馆(?=交付|封顶|完工|竣工)|门诊楼|住院楼|住院大楼|教学楼)|"
        r"(?P<jubilee>(?:建[校厂院馆社]|创[办立校刊])?[一二三四五六七八九十百0-9]{1,4}周年(?:庆典|校庆|厂庆|院庆|庆祝|纪念|庆))|(?P<team>球队|全队)(?!员)|"
        rf"(?P<works>(?:[一二三四五]期(?:{_BUILT})?|[东南西北中]段|{_BUILT})(?![\u4e00-\u9fff]{{0,6}}[费款率]|[0-9]))"
    )
)
_HOUSES = "馆院校园中学"
_BUILDER = re.compile("公司|集团|[厂桥港]$|产业园|水库|电站|隧道|高铁|机场")
#: What follows a word that points, where that is all of the subject: 医院与某大学签约, 公司召开大会.
_BEHIND_HEAD = frozenset(
    "与和跟在将获被于从由自兼扭募参控过公召发举完通启推成宣签收开更入投建迁搬正首双全半单禁限封停恢复免试转过重再"
)
#: 首批设备9月搬入，年底试产: it is the plant that goes into trial.
_EQUIPPED = re.compile("^首批设备(?=试产|试生产|投产|达产|验收)|^(?:春运|汛期?|雨季)前(?=通车|完工|竣工|投用|开工)")
#: 第二十三届推迟: of what, another edition on the page says.
_EDITION = re.compile("^(?:第[一二三四五六七八九十百0-9]+届|首届|上一?届)(?=推迟|延期|移|停办|举行|举办|取消|改|因|在)")
_EDITION_OF = re.compile(
    r"(?:第[一二三四五六七八九十百0-9]+届|首届)((?:[（“][\u4e00-\u9fff]{1,10}[）”]|[\u4e00-\u9fff]){2,14}?(?:博览会|交易会|大会|论坛|展览?会?|节|联赛|大赛|赛|季|奖))"
)
#: What a life is told by, beside what is done: 独立开业, 作品赴日展出.
_OF_LIFE = re.compile("(?:作品|代表作|主演的|遗作|著作)")
_LIFE = 18
_FAREWELL = re.compile("遗体告别|告别仪式|追悼会|追思会|安葬仪式|骨灰安放|灵堂")
_SOLICITS = re.compile(led(r"现?(?:面?向(?:全)?社会)?(?P<verb>(?:公开)?(?:征求|征集)(?:社会|公众)?意见)$"))
_DRAFT = re.compile(r"[（(][^（）()]*稿[）)]")


def owned(title: str, page: Page, position: int, mourned: str) -> str:
    """A title that begins with a part or a word that points, with the one whose it is in front, where that is known.

    ``position`` is the offset of its statement in the body of ``page``; ``mourned`` whose death was told before it.
    """
    title = _EQUIPPED.sub("", title)
    pointed = POINTING.match(title)
    if pointed and title[pointed.end() : pointed.end() + 1] in _BEHIND_HEAD:
        name = page.name_of(pointed[0], position)
        whole = name + title[pointed.end() :]
        return whole if name != pointed[0] and len(whole) <= LONGEST else title
    if edition := _EDITION.match(title):
        named = next((found[1] for found in _EDITION_OF.finditer(page.text)), "")
        return f"{edition[0]}{named}{title[edition.end() :]}" if len(named) + len(title) <= LONGEST else title
    if (
        (part := _PART_OF.match(title))
        and (owner := _owner(page, part, position))
        and len(owner) + len(title) <= LONGEST
    ):
        return owner + title[part.end() if part["team"] else 0 :]
    if (solicits := _SOLICITS.match(title)) and (rule := _DRAFT.sub("", page.rule_before(position))):
        return rule + solicits["verb"] if len(rule) + len(solicits["verb"]) <= LONGEST else title
    if mourned and mourned not in title and (_OF_LIFE.match(title) or not head_of(title)) and len(title) <= _LIFE:
        return mourned + re.sub("^才", "", title)
    if mourned and _FAREWELL.match(title) and mourned not in title:
        return fit(mourned + title)
    return title


def _owner(page: Page, part: re.Match[str], position: int) -> str:
    """Whose part it is that a title begins with, "" where the article is of nobody who could have it."""
    owner = page.owner
    if part["works"]:
        works = page.works_before(position)
        named = works or (owner if _BUILDER.search(owner) else "")
        if named.endswith(("厂房", "项目", "工程")) and re.match("[一二三四五]期|厂房", part["works"]):
            named = re.sub("(?:[一二三四五]期)?(?:厂房|项目|工程)$", "", named)
        return named if named not in part.string else ""
    if part["jubilee"]:
        return owner if owner not in part.string else ""
    ends = "队" if part["team"] else _HOUSES
    return owner if owner[-1:] and owner[-1] in ends and owner not in part.string else ""
