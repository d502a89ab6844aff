"""What a statement is compared by: its date, the content of its title, its marks, its place and its figures.

>>> sorted(content("4月26日，临江市举行“春晓”灯会"))
['“春晓”', '临江', '春晓', '江市', '灯会']
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from timeline import edtf
from timeline import regex as re
from timeline.events.merging.contrast import NAME, Marks, marks
from timeline.events.merging.dates import Time
from timeline.events.merging.quantities import Quantity, quantities
from timeline.events.words import one_of
from timeline.model import Event, Mention
from timeline.timex.orthography import folded

#: Words by which any happening is told; they are no content of a title.
_GENERIC = re.compile(
    r"正式|举行|举办|召开|开展|进行|拉开帷幕|拉开大幕|开幕|闭幕|启幕|落幕|鸣枪|开赛|开跑|开演|开讲|开唱|上演|登场|亮相|成功|圆满|顺利|隆重|如期|热烈|日前|近日|"
    r"率先|实施|落地|推出|预计|计划|将于|定于|拟于|有望|即将|延期|推迟|改期|顺延|取消|原定|因故|不再|全面|我市|本市|全市|我县|全县|我省|全省|全国|"
    r"今年|去年|明年|昨日|今日|昨天|今天|明天|当天|现场|主题"
)
#: Long forms of names, by the short ones that other papers print.
_LONG_FORMS = {
    "质量监督检验检测": "质检",
    "质量检验检测": "质检",
    "质量监督检验": "质检",
    "质量检验": "质检",
    "市场监督管理": "市场监管",
    "发展和改革": "发改",
    "人力资源和社会保障": "人社",
    "住房和城乡建设": "住建",
    "卫生健康": "卫健",
    "自然资源和规划": "资规",
    "高速公路": "高速",
    "人民政府": "政府",
}
_LONG_FORM = re.compile(one_of(list(_LONG_FORMS)))
_TIME = re.compile(r"(?:\d{2,4}年)?(?:\d{1,2}月)?(?:\d{1,2}[日号])?(?:至|到|—|-)?")
_RUN = re.compile(r"[\u3400-\u9fff]+|[A-Za-z]+|[0-9]+(?:\.[0-9]+)?")
_SILENT = re.compile(r"\W")
_LITTLE = frozenset("的了在于和与及为将已把被对从到至由等并也又还就则是有其该此这那")


@dataclass(frozen=True, slots=True, eq=False)
class Profile:
    """One statement as it is compared; ``order`` is that of reports: publication, bytes, place, id.

    ``tokens`` are the pairs of characters of its title that carry content, with names in one piece; ``place`` is the
    event's where its own words tell it, else ""; ``running`` the publication date of a figure for a period that was not over.
    """

    event: Event
    time: Time
    tokens: frozenset[str]
    names: frozenset[str]
    marks: Marks
    title: str
    figures: tuple[Quantity, ...]
    place: str
    running: str
    order: tuple[str, str, int, str]

    @property
    def moved(self) -> bool:
        """Whether it tells that the event was put off or called off."""
        return self.event.modality in ("postponed", "cancelled")

    @property
    def signature(self) -> tuple[object, ...]:
        """Statements with one signature are alike in all that is compared."""
        event, when = self.event, self.event.when
        place = f"{when.edtf}|{when.part}|{event.kind}|{event.place}|{self.running}"
        return self.title, place, self.names, tuple(figure.text for figure in self.figures)


def place_in_print(mention: Mention) -> tuple[str, str, int, int]:
    """The order of reports: by publication, then bytes, then where it stands."""
    return mention.published or "9999", mention.sha256, mention.start, mention.timex.start


def profile(event: Event) -> Profile:
    """The profile of a statement."""
    when = event.when
    value = edtf.parse(when.edtf)
    whole, title = event.title, _in_short(folded(event.title))
    if "：" in whole and event.mentions and whole.partition("：")[0] not in event.mentions[0].quote:
        title = title.partition("：")[2]  # in front stands what all of its page is of
    quotes = "".join(mention.quote for mention in event.mentions[:2])
    first = min(map(place_in_print, event.mentions)) if event.mentions else ("", "", 0, 0)
    named = _names(folded(f"{title}{quotes}"))
    running = ""
    if event.kind in ("indicator", "incident") and (value.until is None or first[0] < f"{value.until}"[:10]):
        running = first[0]
    return Profile(
        event,
        Time(value, when.part, when.uncertain and "/" in when.edtf),
        content(title),
        named,
        marks(title),
        "".join(re.findall(r"\w", title)),
        quantities(title),
        event.place if event.place and any(event.place in mention.quote for mention in event.mentions) else "",
        running,
        (*first[:3], event.id),
    )


@lru_cache(maxsize=8192)
def _names(text: str) -> frozenset[str]:
    return frozenset(name for found in NAME.findall(text) if len(name := re.sub(r"\W", "", found)) >= 3)


@lru_cache(maxsize=8192)
def bare(title: str) -> str:
    """A title without generic words, times and figures; blanks stand for them. Names stand in their short forms.

    >>> bare("国家茶叶质量检验检测中心")
    '国家茶叶质检中心'
    """
    for figure in reversed(quantities(title)):
        title = f"{title[: figure.start]} {title[figure.end :]}"
    return _GENERIC.sub(" ", _TIME.sub(lambda match: " " if match[0] else "", _in_short(title)))


def _in_short(title: str) -> str:
    return _LONG_FORM.sub(lambda long: _LONG_FORMS[long[0]], title)


@lru_cache(maxsize=8192)
def content(title: str) -> frozenset[str]:
    """The tokens of a title: pairs of neighbouring characters without generic words, times and figures; names whole."""
    found = {f"“{_SILENT.sub('', name)}”" for name in NAME.findall(title)}
    for run in _RUN.findall(bare(title)):
        if run[0].isascii():
            found.add(run.lower())
            continue
        found.update(run[k : k + 2] for k in range(len(run) - 1) if not _LITTLE & {run[k], run[k + 1]})
    return frozenset(found)
