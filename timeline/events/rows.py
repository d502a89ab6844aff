"""What the label in front of a colon is to its statement: whose row it heads, a step, a box, a name with its place.

>>> from timeline.events.attach import statements
>>> from timeline.events.sentences import split
>>> from timeline.timex import tag
>>> text = "资格审核：7月3日至12日，由两部门联合审核。"
>>> page = Page(text, split(text), tag(text, "2025-06-01"), "2025-06-01", "")
>>> steps(page, statements(text, page.timexes, page.sentences)[0])
True
"""

from __future__ import annotations

from timeline import edtf
from timeline import regex as re
from timeline.events.attach import Statement
from timeline.events.forms import only_announces, row_of
from timeline.events.labels import names_subject
from timeline.events.matters import is_step
from timeline.events.notices import field_of
from timeline.events.page import Page
from timeline.events.places import is_place
from timeline.events.sentences import BOX
from timeline.events.subjectless import is_bare
from timeline.events.subjects import own_head
from timeline.model import Timex

_PAUSE = re.compile(r"[，,；;。\n]")
_FIGURED = re.compile(r"[0-9一二三四五六七八九十][年月日号时点]|[0-9][:：][0-9]")
_ASIDE = re.compile(
    r"免费|预约|^限|参加|报名|电话|[0-9]元|票价|门票|凭票|购票|[0-9一二三四五六七八九十]人$|元$|^每|自备|先到先得|持续|遇[^，]{0,2}雨|^(?:全|整)天$|^为期|^共[0-9一二三四五六七八九十]+[场次]|"
    r"^(?:主讲|主持|嘉宾|讲师|导演|主演|指挥|编剧|授课|对象|适合|面向|主办|承办)"
)
_VENUE = re.compile("(?:(?:活动|比赛|演出|集合|考试)?地点(?:设?在|为|位于|安排在)|^在)(?=.{2})")
#: What may stand in front of the time of a row, and so many characters of it.
_LONGEST_FRONT = 40
_BEFORE_TIME = re.compile(r"[\s（）()、，●◆■★▲◎◇□△▶►▼•·0-9.．①-⑳一二三四五六七八九十于在定为周星期日至—-]*")
_FLOOR = re.compile(r"[地负]?[一二三四五六七八九十0-9]{1,2}[楼层](?=[\u4e00-\u9fff]{2})")
#: Where what is on line takes place: “渡口就业”视频号.
_ONLINE = re.compile("(?:视频号|直播间|直播平台|公众号|小程序|云课堂|腾讯会议|线上|网上)$")
#: Words of a clause that says what somebody does, and no name's or venue's.
_TELLS = re.compile(
    "[了着过将的被把]|(?<!报)[到从已均都不就我他她该为是]|[走步]进|设在|位于|[途沿]经|影响|邀请|每[晚日天周]|[办搬移迁]|支起|创办|投放"
)
_OCCASION = re.compile("(?:仪式|活动|表演|演出|巡游|讲座|体验|沙龙|专场|[式会展赛课秀营班])$")
_SORT_FIRST = re.compile("(?:讲座|沙龙|展览|音乐会|话剧|电影|影片|课程|公开课|分享会)：[^，。；]{2,24}")
_COUNTS = re.compile("[0-9万余多][\u4e00-\u9fff]{1,2}$")
_BRACKETED = re.compile("[（(][^（）()]{0,40}[）)]")
_QUOTED = re.compile("[《“「][^》”」]*[》”」]")
_ROUND = " \u3000（）()，,；;。：:"
#: The blank between two columns of a row.
_BLANK = re.compile("(?<=[\u4e00-\u9fff”》）0-9])[ \u3000]+(?=[\u4e00-\u9fff“《])")
_ITEM = re.compile("(?![受因为经据如将已正先拿靠逾请可应共0-9])[^，。；]{2,24}")


def boxed(page: Page, statement: Statement) -> bool:
    """Whether the label stands in a box: 【防诈骗讲座】."""
    return BOX.match(page.text, statement.sentence.start, statement.sentence.end) is not None


def labelled(page: Page, statement: Statement) -> bool:
    """Whether the label in front of the colon names what the statement is about."""
    label = statement.label
    if (
        not label
        or field_of(label)
        or only_announces(label)
        or row_of(label) is not None
        or label in page.speakers
        or timed(page, statement)
    ):
        return False
    return names_subject(label)


def timed(page: Page, statement: Statement) -> bool:
    """Whether the label tells a time itself: a sentence that announces, no name."""
    start, end = statement.sentence.clauses[0]
    label = statement.label
    end = start + len(label) + 2 if boxed(page, statement) else end
    inside = page.times_in(start, end)
    return any(t.type != "DURATION" and t.edtf and (t.text != label or _FIGURED.search(label)) for t in inside)


def row_place(page: Page, statement: Statement) -> str:
    """The place in a row of a programme that says nothing else beside its name and time: 开幕式：9时，主舞台."""
    said = _said(page.blanked[statement.sentence.clauses[0][1] : statement.end])
    first = next((words for words in said if _is_venue(words)), "")
    return first if all(words == first or _ASIDE.search(words) for words in said) else ""


def item(page: Page, statement: Statement) -> tuple[str, str]:
    """What a row of a programme names beside its time and its place, and that place: 9时，剪纸课，二楼展厅，限30人; or ""s."""
    timex, sentence = statement.timex, statement.sentence
    start = sentence.clauses[sentence.clause_at(timex.start)][0]
    if timex.start - start > _LONGEST_FRONT or (start > sentence.start and page.text[start - 1] not in "：:"):
        return "", ""
    if not (sentence.continues or sentence.start == sentence.paragraph or start > sentence.start):
        return "", ""  # amid the sentences of a paragraph
    if not _BEFORE_TIME.fullmatch(page.text, start, timex.start) or not _is_to_come(page, timex):
        return "", ""
    if labelled(page, statement):
        return "", ""
    others = [other for other in page.times_in(timex.end, sentence.end) if "festival" not in other.rule]
    end = statement.end if any(other.start >= statement.end for other in others) else sentence.end
    row, at = "", timex.end
    for other in (other for other in others if other.end <= end):
        row, at = row + page.text[at : other.start], other.end
    row = _BRACKETED.sub("", row + page.text[at:end])
    said = _said(row)
    venues = [words for words in said if _is_venue(words)]
    place = venues[-1 if _in_columns(row) else 0] if venues else ""
    named = [words for words in said if words != place and not _ASIDE.search(words)]
    # in columns the name goes first, and who performs it next
    alone = len(named) == 1 or (named and _in_columns(row))
    return (named[0], place) if place and alone and _is_name(named[0]) else ("", "")


def _in_columns(row: str) -> bool:
    """Whether blanks alone part what a row says: 开幕音乐会 市合唱团 大剧院."""
    return _PAUSE.search(row.strip(_ROUND)) is None


def _is_name(words: str) -> bool:
    """Whether some words name what takes place, and do not tell what somebody does."""
    if _SORT_FIRST.match(words):
        return True
    if not _ITEM.fullmatch(words) or _TELLS.search(_QUOTED.sub("", words)):
        return False
    return _OCCASION.search(words) is not None or not (is_bare(words) or _COUNTS.search(words))


def _is_venue(words: str) -> bool:
    known = is_place(words) or _FLOOR.match(words) is not None or _ONLINE.search(words) is not None
    return known and not (words.endswith("专场") or _TELLS.search(_QUOTED.sub("", words)))


def _is_to_come(page: Page, timex: Timex) -> bool:
    """Whether a time is a day, or an hour, not before the page's own; without one only an hour is a programme's."""
    if timex.begin is None or timex.granularity not in ("day", "minute"):
        return False
    if page.published is None:
        return timex.granularity == "minute"
    return edtf.stamp(timex.begin, low=True).date() >= page.published


def _said(row: str) -> list[str]:
    """What stands between the pauses of a row, or its blanks where it has none; a place without 地点在."""
    row = row.strip(_ROUND)
    pauses = _PAUSE if _PAUSE.search(row) else _BLANK
    return [_VENUE.sub("", words) for words in (w.strip(_ROUND) for w in pauses.split(row)) if words]


def steps(page: Page, statement: Statement) -> bool:
    """Whether a label names a step, and what stands behind it tells how it goes: 资格审核：7月3日起，由两部门联合审核."""
    if not is_step(statement.label):
        return False
    start = max(statement.start, statement.sentence.clauses[0][1])
    head = own_head(page.blanked[start : statement.end].lstrip("，,： "))
    return not head or head.endswith(("者", "人", "生", "户", "家庭", "结果"))
