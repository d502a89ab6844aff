"""Bytes to text: by mark, by declaration, by strict decoding, by plausibility; never mojibake in silence.

>>> decode("晋谒中山陵的市民很多".encode("gb18030"), "a.txt").encoding
'gb18030'
"""

from __future__ import annotations

import codecs
import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from timeline import regex as re
from timeline.read.errors import ReadError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ADVICE = "give its encoding with --encoding, for example --encoding gb18030"
_SAMPLE = 40_000
#: What a news text is mostly made of. Rare characters in their stead are the sign of a wrong encoding.
COMMON = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二"
    "理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没"
    "结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放"
    "决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具"
    "万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素"
    "技备半办青省列习响约支般史感劳便团往历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细"
    "引听该铁价严讯镇村街道届晚晨昨星推服项创产企届费客店票馆园桥医校班赛奖培训签约协获批示范"
    "這個國為時來們發動說學對會後種從點還體當開實際關經過現進電業產與間樣應總數線義東車門問題員張將計論農強術單場務達議報鬥類離節話傳許廣記觀織裝書復兒須驗連斷難礦備辦習響約團"
    "歷構稱準維劃選標寫親養層專狀廠識適屬圓調滿縣參紅細聽該鐵價嚴訊鎮屆協獲費館園橋醫賽獎訓簽週應區處隊給領導壓濟階極聯認權證採轉風"
    "，。、：；！？“”‘’（）《》—…·「」『』【】0123456789％　"
)
#: Logarithms of how often a character stands in print: of the usual ones, and of those in the first levels of GB 2312
#: and Big5, which hold what is in use. Of two readings of the same bytes, the likelier is right.
_USUAL, _LEVEL_ONE = -6.5, -10.3
#: How much likelier than the next a reading must be (logarithm), and how many bytes are weighed.
_SURE, _ENOUGH = 6.0, 4000
#: How sure a reading is that makes sense where no other encoding even fits.
_ALONE = 8.0
_WESTERN = frozenset(("iso8859-1", "cp1252", "iso8859-15"))
#: How likely an encoding is before anything is read; Western ones are what servers say when they don't know.
_FOREIGN_PRIOR = -6.0
_PRIORS = {"utf-8": 4.0, "utf-16-le": -2.0, "utf-16-be": -3.0, "gb18030": 0.0, "big5hkscs": -1.0}
_CJK = re.compile("[\u3400-\u9fff\uf900-\ufaff]")
_GARBAGE = re.compile(
    "[\x00-\x08\x0b\x0e-\x1a\x7f-\x84\x86-\x9f\ufffd\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff\U000f0000-\U0010ffff]"
)
_FOREIGN = re.compile("[\u00a0-\u036f\u0370-\u1fff\u2c00-\u2dff\ua000-\ud7ff\uff61-\uff9f]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Decoded text, the encoding's name, and how sure (0..1) that it is the right one."""

    text: str
    encoding: str
    confidence: float


def _strict(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _named(raw: bytes, name: str, encoding: str) -> Decoded:
    """Decode as the user says."""
    try:
        codec = codecs.lookup(encoding).name
    except LookupError as error:
        raise ReadError(name, f"no encoding is called {encoding!r}", "try utf-8, gb18030, big5 or utf-16") from error
    try:
        text = raw.decode("utf-8-sig" if codec == "utf-8" else codec)
    except UnicodeDecodeError as error:
        raise ReadError(name, f"not {codec} at byte {error.start}", "try another --encoding, or none") from error
    return Decoded(text.removeprefix("\ufeff"), codec.removesuffix("-sig"), 1.0)


def _marked(raw: bytes, name: str) -> Decoded | None:
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            text = _strict(raw[len(mark) :], encoding)
            if text is None:
                raise ReadError(name, f"marked as {encoding}, but damaged", _ADVICE)
            return Decoded(text, encoding, 1.0)
    return None


@dataclass(frozen=True, slots=True)
class _Reading:
    """Bytes read in one encoding: how likely a Chinese newspaper prints this (natural logarithm), and whether it can
    be text at all."""

    encoding: str
    text: str
    likelihood: float
    credible: bool


def plausibility(text: str) -> float:
    """How much a decoding looks like Chinese text, 0..1: the share of usual characters among those that could tell.

    >>> plausibility("中国人民"), plausibility("浠婂ぉ涓婂崍")
    (1.0, 0.0)
    """
    telling = [char for char in text[:_SAMPLE] if char >= "\x80"]
    if not text or _noisy(text[:_SAMPLE]):
        return 0.0
    return sum(char in COMMON for char in telling) / len(telling) if telling else 1.0


def _noisy(sample: str) -> bool:
    return len(_GARBAGE.findall(sample)) > len(sample) / 200


@lru_cache(maxsize=1)
def _weights() -> dict[str, float]:
    """The logarithm of how often a character stands in print, of those that have one of their own."""
    first = bytes(octet for high in range(0xB0, 0xD8) for low in range(0xA1, 0xFF) for octet in (high, low))
    second = b"".join(
        bytes((high, low)) for high in range(0xA4, 0xC7) for low in (*range(0x40, 0x7F), *range(0xA1, 0xFF))
    )
    levels = first.decode("gb2312", "ignore") + second.decode("big5", "ignore")
    weights = dict.fromkeys(levels, _LEVEL_ONE)
    weights |= dict.fromkeys("abcdefghijklmnopqrstuvwxyz \n", -4.0)
    return weights | dict.fromkeys(COMMON, _USUAL)


def _weight(char: str) -> float:
    """The same of any other character, by the block that it stands in."""
    code = ord(char)
    if code < 0x80:
        return -6.0 if char.isprintable() or char in "\r\t" else -25.0
    if 0x4E00 <= code <= 0x9FFF:
        return -14.0
    if 0x1100 <= code < 0x2000 or 0xA000 <= code <= 0xD7FF:  # Korean, Yi and others: many, and rare in Chinese
        return -13.0
    if _FOREIGN.match(char):
        return -8.0
    if 0x2000 <= code <= 0x2BFF or 0x3000 <= code <= 0x33FF or 0xFF00 <= code <= 0xFFEF:
        return -11.0
    return -18.0


def _likelihood(text: str) -> float:
    weights = _weights()
    return sum(count * (weights.get(char) or _weight(char)) for char, count in Counter(text).items())


def _reading(raw: bytes, text: str, encoding: str, prior: float, least: float) -> _Reading:
    # The same bytes of every reading are compared, however many characters they make.
    sample = text[: -(-len(text) * _ENOUGH // len(raw))] if len(raw) > _ENOUGH else text
    credible = not _noisy(text[:_SAMPLE]) and plausibility(text) >= least
    return _Reading(encoding, text, _likelihood(sample) + prior, credible)


def _latin(text: str) -> bool:
    """Whether a text has as few accents as the languages of Western Europe have."""
    sample = text[:_SAMPLE]
    return sum(char >= "\x80" for char in sample) < len(sample) / 5


def _canonical(encoding: str) -> str:
    """The codec of a name, of several that extend one another the largest; "" for a name that is none."""
    try:
        codec = codecs.lookup(encoding).name
    except LookupError:
        return ""
    return {"gbk": "gb18030", "gb2312": "gb18030", "big5": "big5hkscs", "cp950": "big5hkscs"}.get(codec, codec)


def _readings(raw: bytes, declared: str) -> Iterator[_Reading]:
    """What the bytes can be read as. UTF-8 is rarely well formed by chance; what is declared is right more often than not."""
    said = _canonical(declared)
    codecs_tried = ["utf-8", "utf-16-le", "utf-16-be", "gb18030", "big5hkscs"]
    if said and said not in codecs_tried and not said.startswith(("utf", "idna", "punycode")):
        codecs_tried.append(said)
    for codec in codecs_tried:
        if codec.startswith("utf-16") and len(raw) % 2:
            continue
        try:
            text = raw.decode(codec)
        except (UnicodeDecodeError, LookupError, AssertionError):
            continue
        prior = _PRIORS.get(codec, _FOREIGN_PRIOR) + (3.0 if codec == said else 0.0)
        # UTF-8 is text in any script; of the others, Chinese must speak for itself.
        least = 0.0 if codec == "utf-8" or codec not in _PRIORS else 0.3 if codec == said else 0.45
        reading = _reading(raw, text, codec, prior, least)
        yield replace(reading, credible=_latin(text)) if codec in _WESTERN else reading


def decode(raw: bytes, name: str, *, declared: str = "", encoding: str | None = None) -> Decoded:
    """The text of ``raw``, in the order: ``encoding`` given, byte order mark, plain UTF-8; else the likeliest of UTF-8,
    UTF-16, GB18030, Big5 and ``declared``, if it is much likelier than the next.

    Raises ReadError for bytes that are no text, or whose encoding cannot be told.
    """
    if encoding:
        return _named(raw, name, encoding)
    if marked := _marked(raw, name):
        return marked
    utf8 = _strict(raw, "utf-8")
    if utf8 is not None:
        if utf8.isascii() and "\x00" not in utf8 and "\x1b" not in utf8:
            return Decoded(utf8, "utf-8", 1.0)
        if _CJK.search(utf8) and plausibility(utf8) > 0.3:
            return Decoded(utf8, "utf-8", 1.0)
    return _decide(raw, name, sorted(_readings(raw, declared), key=lambda reading: -reading.likelihood))


def _decide(raw: bytes, name: str, readings: list[_Reading]) -> Decoded:
    credible = [reading for reading in readings if reading.credible]
    if credible:
        best = credible[0]
        rival = next((each for each in readings if each is not best and each.text != best.text), None)
        margin = best.likelihood - rival.likelihood if rival else _ALONE
        if margin >= _SURE:
            return Decoded(best.text, best.encoding, round(1 / (1 + math.exp(-margin)), 4))
        if rival:
            raise ReadError(name, f"could be {best.encoding} or {rival.encoding}", _ADVICE)
    zeros = raw[:_SAMPLE].count(0)
    if zeros > len(raw[:_SAMPLE]) / 20:
        raise ReadError(name, "a binary file, not text", "name a text, HTML, PDF or DOCX file; " + _ADVICE)
    if codec := _cut_short(raw):
        raise ReadError(name, f"cut short: it ends within a character ({codec})", "get the whole of it")
    raise ReadError(name, f"its encoding cannot be told: {_tried(raw, readings)}", _ADVICE)


def _cut_short(raw: bytes) -> str:
    """The encoding that fits but for the end; "" if none does."""
    for codec in ("utf-8", "gb18030", "big5hkscs"):
        try:
            raw.decode(codec)
        except UnicodeDecodeError as error:
            if error.end == len(raw) and plausibility(raw[: error.start].decode(codec)) >= 0.45:
                return codec
    return ""


def _tried(raw: bytes, readings: list[_Reading]) -> str:
    """What the bytes are not, and why."""
    found = {reading.encoding: "makes no sense" for reading in readings}
    words = []
    for codec in dict.fromkeys((*_PRIORS, *found)):
        try:
            raw.decode(codec)
            words.append(f"{codec} {found.get(codec, 'makes no sense')}")
        except UnicodeDecodeError as error:
            words.append(f"{codec} ends at byte {error.start}")
    return ", ".join(words)
