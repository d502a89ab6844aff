"""Figures with their units, as exact or as vague as they are told.

>>> [each.text for each in quantities("不良率从3.5‰降至0.8‰，产值超1.2亿元，300余家企业")]
['3.5‰', '0.8‰', '超1.2亿元', '300余家']
>>> one, other = quantities("12.5亿元")[0], quantities("125000万元")[0]
>>> one.agrees(other)
True

A figure stands for a range: 1.28万 for all that is so rounded, 300余 for 300 up to 400, 近500 for a little less.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from timeline import regex as re
from timeline.timex.numerals import number

_SCALE = {"": 1, "十": 10, "百": 100, "千": 1000, "万": 10**4, "十万": 10**5, "百万": 10**6, "千万": 10**7, "亿": 10**8}
_SCALE |= {"百亿": 10**10, "千亿": 10**11, "万亿": 10**12}
#: Units in which one thing can be told in several ways: the canonical unit, and what one of it is in that.
_UNITS = {
    "%": ("%", Decimal(1)),
    "％": ("%", Decimal(1)),
    "‰": ("%", Decimal("0.1")),
    "个百分点": ("个百分点", Decimal(1)),
    "元": ("元", Decimal(1)),
    "美元": ("美元", Decimal(1)),
    "公里": ("米", Decimal(1000)),
    "千米": ("米", Decimal(1000)),
    "米": ("米", Decimal(1)),
    "公斤": ("千克", Decimal(1)),
    "千克": ("千克", Decimal(1)),
    "吨": ("千克", Decimal(1000)),
    "亩": ("亩", Decimal(1)),
    "公顷": ("亩", Decimal(15)),
    "平方米": ("平方米", Decimal(1)),
    "平方公里": ("平方米", Decimal(10**6)),
}
#: Words that count things; those that count the same things share a unit.
_COUNTED = (
    "家户 家 户|人 名 位|人次|件|项|个 处 座 所|场 次 期 趟|台 辆 艘 架 部|支|条|宗 起|种|棵 株|套 间|盏|本 册|枚|份|只 头|对|批|倍|千瓦 千瓦时|天|"
    "小时|分钟|万步|级|轮|班|组|张|颗|根|双|篇|幅|款|站|字|幢 栋|瓶 箱|道|段|片|口|桌|顶|床 张床位|分"
)
for _group in _COUNTED.split("|"):
    for _word in _group.split():
        _UNITS.setdefault(_word, (_group.split()[0], Decimal(1)))
_UNIT = "|".join(sorted(map(re.escape, _UNITS), key=lambda unit: (-len(unit), unit)))
_HAN = "〇零一二两三四五六七八九十百千万亿"
_FIGURE = re.compile(
    rf"(?P<before>超过|不少于|不低于|超|逾|近|约|达|突破)?\s?(?P<number>\d[\d,]*(?:\.\d+)?|[{_HAN}]+)\s?"
    rf"(?P<scale>万亿|千亿|百亿|千万|百万|十万|亿|万|千|百)?(?P<after>余|多|来)?(?P<tail>万|亿)?(?P<unit>{_UNIT})(?:以上)?"
)
#: 第3场 counts nothing, 2025年 is a time, A5个 a name.
_NOT_BEFORE = re.compile(r"[第A-Za-z0-9.]\Z")
_MORE = frozenset(("超过", "不少于", "不低于", "超", "逾", "突破"))


@dataclass(frozen=True, slots=True)
class Quantity:
    """One figure: where it stands (offsets into the text read), its words, its canonical unit, its range.

    ``value`` is the figure as told; ``low`` and ``high`` bound what it may stand for, both included.
    """

    start: int
    end: int
    text: str
    unit: str
    value: Decimal
    low: Decimal
    high: Decimal

    def agrees(self, other: Quantity) -> bool:
        """Whether both can be true of one thing; figures in different units never contradict each other."""
        return self.unit != other.unit or (self.low <= other.high and other.low <= self.high)


@lru_cache(maxsize=4096)
def quantities(text: str) -> tuple[Quantity, ...]:
    """The figures with a unit in ``text``, in order."""
    found = []
    for match in _FIGURE.finditer(text):
        if _NOT_BEFORE.search(text[: match.start("number")][-1:]):
            continue
        if (value := _value(match["number"])) is None:
            continue
        scale = _SCALE[match["scale"] or ""] * _SCALE[match["tail"] or ""]
        unit, size = _UNITS[match["unit"]]
        low, high = _range(match["number"], value, match["before"] or "", bool(match["after"]))
        factor = size * scale
        start = match.start() if match["before"] not in ("达", None) else match.start("number")
        found.append(
            Quantity(start, match.end(), text[start : match.end()], unit, value * factor, low * factor, high * factor)
        )
    return tuple(found)


def _value(digits: str) -> Decimal | None:
    if digits[0].isdigit():
        return Decimal(digits.replace(",", ""))
    try:
        return Decimal(number(digits))
    except (ValueError, KeyError, IndexError):
        return None


def _range(digits: str, value: Decimal, before: str, after: bool) -> tuple[Decimal, Decimal]:
    """What ``value`` may stand for, before its scale: its last place is rounded, unless it is a plain count."""
    plain = digits.replace(",", "")
    if after:  # 300余: up to the next of its last place that is no nought
        noughts = len(plain) - len(plain.rstrip("0")) if plain.isdigit() else 0
        step = Decimal(10) ** noughts if plain.isdigit() else Decimal(10) ** (len(str(value)) - 1)
        return value, value + step
    if before in _MORE:
        return value, value * Decimal("1.2")
    if before == "近":
        return value * Decimal("0.9"), value
    if before == "约":
        return value * Decimal("0.9"), value * Decimal("1.1")
    places = len(plain.partition(".")[2])
    half = Decimal(5) / Decimal(10) ** (places + 1) if places else Decimal(0)
    return value - half, value + half
