"""Of whom a clause speaks: the name at the end of its head, where that is a person's.

>>> name_in("市第九中学教师方小禾"), name_in("方小禾"), name_in("献血屋"), name_in("方山水库")
('方小禾', '方小禾', '', '')
"""

from __future__ import annotations

import re

from timeline.layout.names import is_name

_HAN = "\u4e00-\u9fff"
#: What a person is called by beside the name, in front of it.
_ROLES = (
    "护士长|班长|组长|所长|处长|科长|部长|秘书长|船长|机长|列车长|连长|教师|老师|职工|工人|民警|医生|护士|司机|村民|居民|市民|农户|大户|青年|小伙|姑娘|学生|校长|院长|书记|主任|经理|厂长|局长|市长|县长|乡长|镇长|馆长|会长|团长|队长|站长|"
    "艺人|名家|演员|队员|选手|球员|后卫|前锋|门将|教练|作家|诗人|画家|歌手|导演|记者|律师|法官|工程师|研究员|教授|院士|传人|传承人|创始人|董事长|总裁|志愿者|代表|委员|老人|男子|女子|战士|老兵|被告人|嫌疑人"
)
_ROLED = re.compile(rf"(?:{_ROLES})(?P<name>[{_HAN}]{{2,3}})")
#: How names of two to four characters end that no person has.
_NO_PERSON = re.compile(
    r"[局委院司会部厅办省市县区镇乡村队校馆学桥路街厂店站湖河江山水库港湾岛节展赛园楼塔寺庙社团班组所行屋车船线站员者们人民家方]$"
)


#: 26岁的木匠滕阿海用积蓄……: a name in the middle of a clause, behind an office or a trade, in front of what is done.
_TRADED = re.compile(
    rf"(?:{_ROLES}|木匠|铁匠|裁缝|农民|店主|老板|岁的|商人|厨师|会计|渔民|牧民|知青|博士|同志)(?P<name>[{_HAN}]{{2,3}})(?=[，的用在把对从和与靠以带拿凭将被为]|\s)"
)


def traded_in(clause: str) -> str:
    """The last name in a clause that stands behind an office or a trade and does something there; or "".

    >>> traded_in("26岁的木匠方小禾用积蓄租下门面")
    '方小禾'
    """
    names = [found["name"] for found in _TRADED.finditer(clause) if is_name(found["name"])]
    return names[-1] if names else ""


def name_in(head: str) -> str:
    """The name that a head is, or that stands in it behind an office or a trade; "" where it names no person."""
    if is_name(head) and not _NO_PERSON.search(head):
        return head
    roled = _ROLED.search(head, max(0, len(head) - 8))
    return roled["name"] if roled and roled.end() == len(head) and is_name(roled["name"]) else ""
