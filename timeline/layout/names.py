"""Whether a short line is a person's name, as authors sign with it.

>>> is_name("□罗一叶"), is_name("渡口")
(True, False)
"""

from __future__ import annotations

from timeline import regex as re

#: The commonest surnames, which nine in ten people have.
SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蔡蒋余于杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金"
    "石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单裴霍成苗谷盛曲翁冉蓝路游辛靳管柴蒙鲍华喻祁房滕屈饶牟艾尤时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫柏宗桂全楚应闵骆冼阎佟邬闻佘桑蔺苟敖仲巩屠虞隋厉郁邝"
)
#: Those of them that the traditional script writes otherwise.
_TRADITIONAL = "張劉陳楊黃趙吳孫馬羅鄭謝許韓馮鄧蔣餘葉蘇呂盧鍾鐘譚陸賈韋鄒閆龍賀顧龔萬錢嚴湯溫齊喬龐顏莊聶魯嶽歐關蘭寧紀畢單藍遊鮑華饒時農繆簡車項連蘆麥婁竇黨宮費衛應閔駱閻鄔聞藺鞏厲鬱鄺蕭"
_SURNAMES = frozenset(SURNAMES + _TRADITIONAL)
#: The marks that papers set before an author's name.
SIGNS = "□■◇◆◎○●"
_HAN = re.compile(r"[\u4e00-\u9fff]{2,3}")


def is_signed(text: str) -> bool:
    """Whether a line is a name behind the mark that papers set before an author's.

    >>> is_signed("◇ 汪小舟"), is_signed("汪小舟")
    (True, False)
    """
    return text[0] in SIGNS and _HAN.fullmatch(re.sub(r"\s+", "", text[1:])) is not None


def is_name(text: str) -> bool:
    """Whether a line is two or three characters, the first a common surname."""
    bare = re.sub(r"\s+", "", text.strip("□■◇◆●◎○▲△★☆ \u3000"))
    return _HAN.fullmatch(bare) is not None and bare[0] in _SURNAMES


def is_surname(char: str) -> bool:
    """Whether a character, in either script, is a common surname."""
    return char in _SURNAMES
