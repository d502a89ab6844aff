"""What makes two statements in like words two events: other towns, editions, names, hours, stages of one matter.

>>> contrast(marks("东溪镇植树活动举行"), marks("西溪镇植树活动举行"))
'镇'
>>> contrast(marks("第三届石雕节开幕"), marks("第三届石雕节闭幕"))
'stage'
>>> contrast(marks("临江市第三届石雕节举行"), marks("第三届石雕节在临江开幕"))
''
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from timeline import regex as re
from timeline.timex.numerals import number

_HAN = r"\u4e00-\u9fff"
NAME = re.compile(r"[“《「『]([^”》」』]{2,30})[”》」』]")
_RULE = re.compile(r"《([^》]{2,40})》")
_ORDINAL = re.compile(
    r"第([0-9〇零一二两三四五六七八九十百]+)(?:[（(]扩大[)）])?(届|次|期|场|批|轮|季|站|号|条|回|版|单元|天|组|村|街|路|中学|小学|幼儿园|医院|师|集)"
)
_FIRST = re.compile(r"首(届|期|场|批|轮|季|站|次)")
_NUMBERED = re.compile(r"([0-9一二三四五六七八九十]+)(期|号线|路|标段|号楼|区|路公交)")
_ROUNDS = {
    "round": re.compile(r"半决赛|总决赛|三四名决赛|季军赛|(?<!半)(?<!总)(?<!名)决赛|预赛|初赛|复赛|小组赛|淘汰赛"),
    "sex": re.compile(r"男子|女子|男篮|女篮|男足|女足|男排|女排"),
    "age": re.compile(r"成人组|少儿组|青年组|少年组|老年组|甲组|乙组|丙组"),
    "hour": re.compile(r"夜场|早场|日场|午场|晚场|下半年|上半年|上半场|下半场"),
}
_EDITION = re.compile(r"(?<![0-9])(20[0-9]{2}|19[0-9]{2})(?![0-9])")

#: Heads of names: what stands before them tells one from another.
_HEADS = (
    "街道 社区 小学 中学 大学 学院 学校 幼儿园 医院 公园 广场 车站 公司 集团 小区 景区 水库 码头 机场 剧院 党校 商会 协会 法院 检察院 政协 人大 "
    "中心 基地 平台 项目 工程 行动 活动 仪式 培训 讲座 比赛 条例 办法 规定 意见 方案 规划 通知 细则 标准 大桥 隧道 高速 铁路 公路 会议 "
    "论坛 峰会 展览 音乐会 演唱会 晚会 镇 乡 村 县 市 区 省 路 街 桥 馆 园 厂 局 委 队 会 展 赛 节 剧 线 站 院 所 港 岛 山 湖 河 江 庙 寺 城"
)
_HEAD = re.compile(
    rf"([{_HAN}0-9A-Za-z]{{0,4}}?)({'|'.join(sorted(_HEADS.split(), key=lambda head: (-len(head), head)))})"
)
#: What stands before a head without telling one from another.
_VAGUE = re.compile(
    r"(?:[全我本该此各省市县区大多个两三一新老州首在的]|系列|专项|重点|主题|相关|这场|这次|大型|社会|国际|举行|举办|召开|开展|参加)\Z"
)
#: The stages of one matter, by the words that tell of them.
_STAGES = {
    "open": r"开幕|启幕|拉开(?:帷幕|大幕|战幕|序幕)|开赛|开跑|鸣枪|开唱|开锣|开演|开市|开学|揭幕",
    "close": r"闭幕|落幕|收官|圆满结束|落下帷幕",
    "sign-up": r"报名|预约|售票|开票|放票|投稿",
    "solicit": r"征求意见|公开征集|提意见|听证",
    "adopt": r"审议通过|表决通过|(?<!验收)通过(?!验收)|审议",
    "publish": r"印发|公布|颁布|出台|发布(?!会)|发文",
    "in-force": r"施行|起实施|实施|生效|起执行|试行",
    "expire": r"届满|到期|失效|废止",
    "revise": r"修订|修正|修改",
    "begin": r"开工|动工|奠基|破土",
    "launch": r"启动|发起",
    "cap": r"封顶|合龙|贯通",
    "finish": r"竣工|完工|建成|落成",
    "use": r"投产|投用|通车|启用|投入使用|试运营|运营|开业|开馆|开园|开放|首航|开通|开门",
    "approve": r"获批|批复|核准|立项|批准",
    "sign": r"签约|签署|签订|签下",
    "found": r"成立|揭牌|挂牌|设立|组建",
    "rehearse": r"彩排|演练|预演|试跑",
    "press": r"新闻发布会|通气会",
    "award": r"颁奖|揭晓|获评|入选|荣获|授予",
    "dismantle": r"拆除|关停|停用|停办(?!.*举)",
}
_STAGE = {stage: re.compile(words) for stage, words in _STAGES.items()}
_ALIKE = tuple(
    frozenset(pair.split("/"))
    for pair in [
        "open/launch",
        "open/use",
        "finish/use",
        "launch/begin",
        "use/found",
        "publish/launch",
        "found/launch",
        "cap/finish",
    ]
)


@dataclass(frozen=True, slots=True)
class Marks:
    """What tells a title from others: its ordinals, the words before its heads, its names, its stages."""

    ordinals: dict[str, frozenset[str]]
    heads: dict[str, frozenset[str]]
    names: frozenset[str]
    rules: frozenset[str]
    stages: frozenset[str]


@lru_cache(maxsize=8192)
def marks(title: str) -> Marks:
    """The marks of a title."""
    ordinals: dict[str, set[str]] = {}
    for match in _ORDINAL.finditer(title):
        ordinals.setdefault(match[2], set()).add(_plain(match[1]))
    for match in _FIRST.finditer(title):
        ordinals.setdefault(match[1], set()).add("1")
    for match in _NUMBERED.finditer(_ORDINAL.sub(" ", title)):
        ordinals.setdefault(match[2], set()).add(_plain(match[1]))
    for name, words in _ROUNDS.items():
        if found := set(words.findall(title)):
            ordinals[name] = found
    for match in _EDITION.finditer(title):
        ordinals.setdefault("edition", set()).add(match[1])
    bare = NAME.sub(" ", _EDITION.sub(" ", _ORDINAL.sub(" ", title)))
    return Marks(
        {head: frozenset(values) for head, values in ordinals.items()},
        _heads(bare),
        frozenset(map(_bare, NAME.findall(title))),
        frozenset(map(_bare, _RULE.findall(title))),
        frozenset(stage for stage, words in _STAGE.items() if words.search(title)),
    )


def _plain(digits: str) -> str:
    return str(number(digits))


def _bare(name: str) -> str:
    return re.sub(r"[\W_]+", "", name)


def _heads(title: str) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for match in _HEAD.finditer(title):
        before = title[max(0, match.start(2) - 4) : match.start(2)]
        before = re.split(rf"[^{_HAN}0-9A-Za-z]|在", before)[-1]
        if before and not _VAGUE.search(before):
            found.setdefault(match[2], set()).add(before)
    return {head: frozenset(values) for head, values in found.items()}


def contrast(one: Marks, other: Marks) -> str:
    """What sets two titles apart, in a word; "" when nothing does."""
    if one is other:
        return ""
    for head, numbers in one.ordinals.items():
        if head in other.ordinals and numbers.isdisjoint(other.ordinals[head]):
            return head
    if one.rules and other.rules and not _some(one.rules, other.rules, _contains):
        return "rule"
    if one.names and other.names and not _some(one.names, other.names, _contains):
        return "name"
    if one.stages and other.stages and one.stages.isdisjoint(other.stages):
        alike = any(frozenset((a, b)) in _ALIKE for a in one.stages for b in other.stages)
        if not alike:
            return "stage"
    for head, words in one.heads.items():
        if head in other.heads and not _some(words, other.heads[head], _agree):
            return head
    return ""


_STAGE_WORDS = re.compile("|".join(_STAGES.values()))
_PAUSES = re.compile(r"[\W_]+")


def stageless(title: str) -> str:
    """A title without the words for stages; blanks stand for them."""
    return _STAGE_WORDS.sub(" ", title)


@lru_cache(maxsize=8192)
def replaced(one: str, other: str) -> str:
    """What stands in one title where the other has something else, as ``a/b``; "" when one only says more.

    Both are titles without generic words; verbs of a matter's stages don't count.
    """
    words, others = (_PAUSES.sub("", stageless(title)) for title in (one, other))
    for kind, i, j, k, m in SequenceMatcher(None, words, others, autojunk=False).get_opcodes():
        if kind == "replace" and min(j - i, m - k) >= 2 and not set(words[i:j]) & set(others[k:m]):
            return f"{words[i:j]}/{others[k:m]}"
    return ""


def _some(some: frozenset[str], others: frozenset[str], test: Callable[[str, str], bool]) -> bool:
    if not some.isdisjoint(others):
        return True
    for one in some:
        for other in others:
            if test(one, other):
                return True
    return False


def _contains(one: str, other: str) -> bool:
    return one in other or other in one


def _agree(one: str, other: str) -> bool:
    """Whether the words before a head can mean the same: one holds the other, or both end alike."""
    if one in other or other in one:
        return True
    shared = min(2, len(one), len(other))
    return one[-shared:] == other[-shared:]
