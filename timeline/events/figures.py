"""Different figures for one fact on different pages: what a careful reader would stop at, dated or not.

>>> one = Told("a.txt", "2025-04", "恒远纺织的产品不良率从3.5‰降至0.8‰。")
>>> other = Told("b.txt", "2025-04", "恒远纺织引进新设备，产品不良率从3.5%降至0.8%。")
>>> [each["values"] for each in contradictions([one, other])]
[['3.5‰', '3.5%'], ['0.8‰', '0.8%']]

A figure that was told of another day, year or period is an update, and contradicts nothing. One whose words alone say
too little of what is counted (15家企业参加) is known by the phrase round it, where both pages tell of one matter.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from timeline import edtf
from timeline import regex as re
from timeline.events.conflicts import PARTIAL, Conflict
from timeline.events.merging.quantities import Quantity, quantities
from timeline.timex import tag

_SENTENCE = re.compile(r"[^。！？；\n]+")
_CLAUSE_END = re.compile(r"[，,。；;：:（(）)]|——")
#: What only joins a figure to what it measures.
_JOIN = re.compile(
    r"[降升增减]至|下降|上升|增长|提高|达到?|为|共有?|已有?|超过?|突破|约|近|有|占|是|至|到|累计|总计|合计|目前|现有|全市|全县|全省|全国|我市|其中|完成|实现|新增|的|了|在|由|从|原来|最初|原先|原|直|再"
)
_FROM, _TO = (
    re.compile(r"[由从](?:原来|最初|原先|原|开始)?的?\Z"),
    re.compile(r"(?:降|升|增|提高|下降|上升|减少|增加|缩短|压缩|增长|提升)(?:到|至|为)了?\Z"),
)
#: Measures that say nothing of what is measured.
_VAGUE = re.compile(
    r"^(?:同比|环比|比)?(?:增长|下降|上升|减少|增幅|增速|提高|降低|提升|平均|同比|环比|节约|缩短|比重|总量|总额)+$"
)
_HAN = re.compile(r"[\u3400-\u9fff]+")
_OFF = re.compile(
    r"(?:参与|开展|提供|获得|产自|来自|参加|服务|完成|举办|建立|推动|覆盖|获评|入选|落地|成为|实现|组建).*$"
)
#: What a thing has one of: of which thing, the words round it tell.
_MEASURE = re.compile(
    r"(总投资|全长|总面积|占地面积|总?建筑面积|注册资本|总造价|总长度)额?(?:达到?|为|约|近|超过?|共)*\Z"
)
#: What a place has one of in a period.
_OF_A_PLACE = re.compile(
    r"生产总值|GDP|(?:财政|公共预算)收入|常住人口|户籍人口|可支配收入|零售总额|固定资产投资|进出口总[额值]|粮食总?产量"
)
#: Units that measure; all others count things.
_MEASURES = frozenset(("%", "元", "美元", "个百分点", "倍"))
_SHARE, _LEAST = 0.7, 3
#: Two figures known by the phrase round them are of one matter if so many other pairs are shared, and such a part.
_MATTER, _MATTER_SHARE = 4, 0.4
_PHRASE_BEFORE, _PHRASE_BEHIND = 4, 12
_CROWD = 400
_NEAR = 45  # days between two undated figures that can still be of one time
_ONE_CHANGE = 400  # and between the words beside one change, which may tell when it began: 去年…以来


@dataclass(frozen=True, slots=True)
class Told:
    """The text of one article without wraps; ``published`` is its date as EDTF or None, ``place`` its main place."""

    document: str
    published: str | None
    text: str
    place: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Figure:
    """One figure with what it measures: the ``label``'s pairs of characters, its ``role`` in a change, its sentence.

    ``matter`` is None, or for a figure known by the phrase round it alone the pairs that its sentence tells beside it;
    ``other_end`` is the figure at the other end of the change (由4.5%降至0.9%), None where one alone is told.
    """

    told: Told
    sentence: str
    quantity: Quantity
    label: str
    role: str
    pairs: frozenset[str]
    matter: frozenset[str] | None = None
    other_end: Quantity | None = None


def contradictions(articles: Iterable[Told]) -> list[Conflict]:
    """The pairs of figures that can't both be true, in the order of the documents.

    Each has ``field`` (``figure``), ``about`` (what is measured), ``values``, ``quotes`` and ``documents``, in one order.
    """
    figures = [figure for told in articles for figure in figures_of(told)]
    found: dict[tuple[str, ...], Conflict] = {}
    pairs = list(_pairs(figures))
    #: A figure that the other page gives as well is disputed by no other of that page: both list several.
    given = {
        (id(figure), there.told.document)
        for one, other in pairs
        if one.quantity.agrees(other.quantity)
        for figure, there in ((one, other), (other, one))
    }
    for one, other in pairs:
        if (id(one), other.told.document) in given or (id(other), one.told.document) in given:
            continue
        if _contradict(one, other):
            first, second = sorted((one, other), key=lambda f: (f.told.document, f.quantity.start))
            values = [first.quantity.text, second.quantity.text]
            key = (*values, first.told.document, second.told.document)
            quotes = [first.sentence.strip(), second.sentence.strip()]
            documents = [first.told.document, second.told.document]
            found[key] = {
                "field": "figure",
                "about": first.label,
                "values": values,
                "quotes": quotes,
                "documents": documents,
            }
    return sorted(found.values(), key=lambda each: each["documents"])


def figures_of(told: Told) -> Iterator[Figure]:
    """The figures of an article that say what they measure."""
    before = ""
    for match in _SENTENCE.finditer(told.text):
        sentence, label = match[0], ""
        before = "" if "\n" in told.text[max(0, match.start() - 2) : match.start()] else before
        counted = quantities(sentence)
        roles = [_role(sentence, figure) for figure in counted]
        for place, (figure, role) in enumerate(zip(counted, roles, strict=True)):
            if not role and (measure := _MEASURE.search(sentence[: figure.start])):
                pairs = _bigrams(measure[1])
                yield Figure(told, sentence, figure, measure[1], role, pairs, _words(before + sentence) - pairs)
                continue
            own = _label(sentence, figure)
            label = label if role == "to" and label else own
            pairs = _bigrams(label)
            if len(pairs) >= _LEAST:
                yield Figure(told, sentence, figure, label, role, pairs, other_end=_other_end(counted, roles, place))
            elif not role and (phrase := _phrase(sentence, figure)):
                pairs = _bigrams(phrase)
                yield Figure(told, sentence, figure, phrase, role, pairs, _words(sentence) - pairs)
        before = sentence


def _other_end(counted: Sequence[Quantity], roles: Sequence[str], place: int) -> Quantity | None:
    """The figure from which, or to which, the one at ``place`` changed."""
    beside = place + (1 if roles[place] == "from" else -1)
    if not roles[place] or not 0 <= beside < len(counted) or {roles[place], roles[beside]} != {"from", "to"}:
        return None
    return counted[beside]


def _phrase(sentence: str, figure: Quantity) -> str:
    """The words right round a number of things (惠及84户居民 → 惠及居民), "" where they say too little or of a part only."""
    if figure.unit in _MEASURES:
        return ""
    clause = _CLAUSE_END.split(sentence[: figure.start])[-1]
    before = "".join(_HAN.findall(_JOIN.sub("", clause.rsplit("、", 1)[-1])))[-_PHRASE_BEFORE:]
    behind = _CLAUSE_END.split(re.split(r"[\d、]", sentence[figure.end :])[0])[0]
    behind = "".join(_HAN.findall(behind))[:_PHRASE_BEHIND]
    if len(behind) < 2 or len(before) + len(behind) <= _LEAST or PARTIAL.search(clause) or PARTIAL.search(behind):
        return ""
    return before + behind


def _words(sentence: str) -> frozenset[str]:
    """The pairs of characters that a sentence says something by."""
    return frozenset(pair for run in _HAN.findall(_JOIN.sub(" ", sentence)) for pair in _bigrams(run))


def _role(sentence: str, figure: Quantity) -> str:
    before = sentence[max(0, figure.start - 6) : figure.start]
    return "from" if _FROM.search(before) else "to" if _TO.search(before) else ""


def _label(sentence: str, figure: Quantity) -> str:
    """What a figure measures: what stands before a rate or an amount, and behind a number of things."""
    before = _CLAUSE_END.split(sentence[: figure.start])[-1]
    before = re.sub(r"\d[\d.,]*", " ", _FROM.sub("", _TO.sub("", before)))
    before = "".join(_HAN.findall(_JOIN.sub("", before)))
    behind = _CLAUSE_END.split(re.split(r"\d", sentence[figure.end :])[0])[0]
    behind = "".join(_HAN.findall(_OFF.sub("", behind)))[:16]
    counted = figure.unit not in _MEASURES
    if counted and len(behind) >= _LEAST + 1:
        return behind
    return "" if _VAGUE.match(before) else before[-10:]


def _bigrams(words: str) -> frozenset[str]:
    return frozenset(words[k : k + 2] for k in range(len(words) - 1))


def _pairs(figures: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    by_pair: dict[tuple[str, str, str], list[Figure]] = defaultdict(list)
    for figure in figures:
        unit = "家" if figure.quantity.unit == "个" else figure.quantity.unit
        unit = unit if figure.matter is None else f"{unit} by its phrase"
        shared: dict[int, tuple[int, Figure]] = {}
        for pair in figure.pairs:
            others = by_pair[unit, figure.role, pair]
            for other in others if len(others) <= _CROWD else ():
                count, _ = shared.get(id(other), (0, other))
                shared[id(other)] = count + 1, other
            others.append(figure)
        for count, other in shared.values():
            least = _LEAST if figure.matter is None else 1
            if count >= _SHARE * max(least, min(len(figure.pairs), len(other.pairs))):
                yield other, figure


def _contradict(one: Figure, other: Figure) -> bool:
    if one.told.document == other.told.document or one.quantity.agrees(other.quantity):
        return False
    if max(len(one.pairs), len(other.pairs)) > 2.5 * min(len(one.pairs), len(other.pairs)):
        return False
    return _one_subject(one, other) and _one_time(one, other)


def _one_subject(one: Figure, other: Figure) -> bool:
    """Whether both sentences speak of the same: they share words beside the label, or their articles' place."""
    if one.matter is not None and other.matter is not None:
        common = len(one.matter & other.matter)
        return common >= max(_MATTER, _MATTER_SHARE * min(len(one.matter), len(other.matter)))
    words, others = _words(one.sentence), _words(other.sentence)
    shared = words & others - (one.pairs & other.pairs)
    if one.told.place and one.told.place == other.told.place and one.label and one.quantity.unit not in ("%", "元"):
        return True
    if _OF_A_PLACE.search(one.label) and _OF_A_PLACE.search(other.label) and one.told.place == other.told.place:
        when = _stated(one)
        return bool(one.told.place and when) and when == _stated(other)
    return len(shared) >= 2 or _one_change(one, other)


def _one_change(one: Figure, other: Figure) -> bool:
    """Whether two figures are an end each of changes whose other ends are equal: 由4.2%降到0.9%, 由4.5%降至0.9%."""
    return one.other_end is not None and other.other_end is not None and one.other_end.agrees(other.other_end)


def _one_time(one: Figure, other: Figure) -> bool:
    """Whether both are told of one time: the one that they state, or else about that of their publication."""
    # what a thing measures is so at any time: the date beside it is that of something else
    stated = [None if _MEASURE.search(figure.label) else _stated(figure) for figure in (one, other)]
    if stated[0] and stated[1] and not _one_change(one, other):
        return stated[0] == stated[1]
    days = [_days(when, figure.told.published) for when, figure in zip(stated, (one, other), strict=True)]
    if days[0] is None or days[1] is None:
        return False
    near = timedelta(_ONE_CHANGE if _one_change(one, other) else _NEAR)
    return days[0][0] <= days[1][1] + near and days[1][0] <= days[0][1] + near


def _stated(figure: Figure) -> str | None:
    head = figure.sentence[: figure.quantity.start]
    found = [timex for timex in tag(head, figure.told.published) if timex.edtf and timex.begin]
    return found[-1].edtf if found else None


def _days(stated: str | None, published: str | None) -> tuple[date, date] | None:
    """The first and last day of the time stated, or of the publication; what is open (以来) lasts until that."""
    text = stated or published
    first, last = edtf.days(edtf.parse(text)) if text else (None, None)
    if first and last is None and stated and published:
        last = edtf.days(edtf.parse(published))[1]
    return (first, last or first) if first else None
