"""Bytes to text: by mark, by declaration, by strict decoding, by plausibility; never mojibake in silence.

>>> decode("晋谒中山陵的市民很多".encode("gb18030"), "a.txt").encoding
'gb18030'
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

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


def plausibility(text: str) -> float:
    """How much a decoding looks like text, 0..1: the share of usual characters among those that could tell."""
    sample = text[:_SAMPLE]
    telling = usual = 0
    for char in sample:
        if char < "\x80":
            continue
        telling += 1
        usual += char in COMMON
    if not sample or len(_GARBAGE.findall(sample)) > len(sample) / 200:
        return 0.0
    if not telling:
        return 1.0
    foreign = len(_FOREIGN.findall(sample))
    if foreign > telling / 2:  # another script: strict decoding must speak for it
        return 0.5
    return usual / telling


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


def _wide(raw: bytes) -> list[Decoded]:
    """Readings as UTF-16 without a mark: of Latin text by its zero bytes, of Chinese by plausibility."""
    if len(raw) % 2:
        return []
    found = []
    zeros = (raw[0:_SAMPLE:2].count(0), raw[1:_SAMPLE:2].count(0))
    for encoding, blank in (("utf-16-le", zeros[1]), ("utf-16-be", zeros[0])):
        text = _strict(raw, encoding)
        if text is None:
            continue
        score = plausibility(text)
        latin = blank * 2 > len(raw[:_SAMPLE]) * 0.7
        # Line ends, digits and stops are few but certain: a Chinese text has some of them.
        if latin or (score > 0.4 and (blank or "，" in text or "。" in text) and not _GARBAGE.search(text[:_SAMPLE])):
            found.append(Decoded(text, encoding, 0.99 if latin else score))
    return found


def _legacy(raw: bytes, declared: str) -> list[Decoded]:
    """Readings in the Chinese legacy encodings and the declared one."""
    found: dict[str, Decoded] = {}
    for encoding in dict.fromkeys((*((declared,) if declared else ()), "gb18030", "big5hkscs")):
        try:
            codec = codecs.lookup(encoding).name
        except LookupError:
            continue
        codec = {"gbk": "gb18030", "gb2312": "gb18030", "big5": "big5hkscs"}.get(codec, codec)
        if codec.startswith("utf") or codec in found:
            continue
        text = _strict(raw, codec)
        if text is not None:
            bonus = 0.1 if declared and codec == _canonical(declared) else 0.0
            found[codec] = Decoded(text, codec, min(plausibility(text) + bonus, 1.0))
    return sorted(found.values(), key=lambda reading: -reading.confidence)


def _canonical(encoding: str) -> str:
    try:
        codec = codecs.lookup(encoding).name
    except LookupError:
        return ""
    return {"gbk": "gb18030", "gb2312": "gb18030", "big5": "big5hkscs"}.get(codec, codec)


def _detected(raw: bytes) -> Decoded | None:
    """What a general detector says of other scripts; it knows more of them than we do."""
    from charset_normalizer import from_bytes

    best = from_bytes(raw[:_SAMPLE]).best()
    if best is None or best.encoding.startswith(("utf", "cp037", "cp500", "cp1026", "cp1140")):
        return None
    text = _strict(raw, best.encoding)
    return Decoded(text, best.encoding, 0.5) if text is not None and best.chaos < 0.1 and best.coherence > 0.3 else None


def decode(raw: bytes, name: str, *, declared: str = "", encoding: str | None = None) -> Decoded:
    """The text of ``raw``, in the order: ``encoding`` given, byte order mark, strict UTF-8, UTF-16, ``declared`` and
    the Chinese legacy encodings by plausibility, a detector.

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
    readings = _wide(raw) + _legacy(raw, declared)
    if utf8 is not None and not _GARBAGE.search(utf8):
        readings.append(Decoded(utf8, "utf-8", max(plausibility(utf8), 0.5 if len(raw) > 40 else 0.3)))
    readings.sort(key=lambda reading: -reading.confidence)
    return _decide(raw, name, readings)


def _decide(raw: bytes, name: str, readings: list[Decoded]) -> Decoded:
    best = readings[0] if readings else None
    if best and best.confidence >= 0.45:
        rival = readings[1].confidence if len(readings) > 1 else 0.0
        if best.confidence - rival >= 0.1 or best.confidence > 1.5 * rival or readings[1].text == best.text:
            return best
        raise ReadError(name, f"could be {best.encoding} or {readings[1].encoding}", _ADVICE)
    zeros = raw[:_SAMPLE].count(0)
    if zeros > len(raw[:_SAMPLE]) / 20:
        raise ReadError(name, "a binary file, not text", "name a text, HTML, PDF or DOCX file; " + _ADVICE)
    if detected := _detected(raw):
        return detected
    raise ReadError(name, "its encoding cannot be told", _ADVICE)
